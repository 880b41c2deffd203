"""The Maildir back end: the contract, and what only a directory of files can do to a program."""

from __future__ import annotations

import os
import shutil
import stat
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daemon.errors import FolderMissing
from daemon.mailbox.maildir import BATCH_COUNT, MaildirMailbox
from daemon.mailbox.protocol import Batch, DraftStatus, Place
from tests.mailbox.contract import MailboxContract, drained
from tests.mailbox.world import NOON, SINCE, letter, mail, message_id_of, with_message_id, with_text

ANSWER = letter("<ours@example.org>", "<theirs@northwind.example>")


class MaildirWorld:
    """A Maildir++ on disk and programs that do with its files what mail clients do."""

    size_cap = 100_000

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder(Place.INBOX)
        self.written = 0
        self.mailbox = MaildirMailbox("personal", root, size_cap=self.size_cap)

    def folder(self, place: Place) -> Path:
        names = {Place.INBOX: "", Place.SENT: ".Sent", Place.DRAFTS: ".Drafts", Place.BIN: ".Trash"}
        folder = self.root / names[place]
        for directory in ("tmp", "new", "cur"):
            (folder / directory).mkdir(parents=True, exist_ok=True)
        return folder

    def put(self, place: Place, directory: str, raw: bytes, at: datetime, flags: str = "") -> Path:
        """A file as Dovecot writes it: delivered now by its name, received then by its mtime."""
        self.written += 1
        path = self.folder(place) / directory / f"{int(time.time())}.M{self.written}P1.host,S={len(raw)}{flags and ':2,'}{flags}"
        path.write_bytes(raw.replace(b"\r\n", b"\n"))
        os.utime(path, (at.timestamp(), at.timestamp()))
        return path

    def path(self, place: Place, message_id: str) -> Path:
        (found,) = [path for path in self.files(place) if message_id_of(path.read_bytes()) == message_id]
        return found

    def files(self, place: Place) -> list[Path]:
        return [path for directory in ("new", "cur") for path in (self.folder(place) / directory).iterdir()]

    def restart(self) -> MaildirMailbox:
        self.mailbox = MaildirMailbox("personal", self.root, size_cap=self.size_cap)
        return self.mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self.put(Place.INBOX, "new", raw, received_at)

    def vanish(self, message_id: str) -> None:
        self.path(Place.INBOX, message_id).unlink()

    def user_writes(self, raw: bytes, at: datetime) -> None:
        self.put(Place.SENT, "cur", raw, at, "S")

    def user_edits(self, message_id: str, text: str) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        self.put(Place.DRAFTS, "cur", with_text(draft.read_bytes(), text), NOON, "DS")
        draft.unlink()

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        edited = with_message_id(with_text(draft.read_bytes(), text), new_message_id)
        self.put(Place.DRAFTS, "cur", edited, NOON, "DS")
        draft.unlink()

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        self.user_writes(with_message_id(draft.read_bytes(), new_message_id or message_id), NOON + timedelta(days=1))
        draft.unlink()

    def user_discards(self, message_id: str) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        draft.rename(self.folder(Place.BIN) / "cur" / draft.name)

    def invalidate_cursor(self) -> None:
        """A synchroniser that starts from scratch gives every file another name."""
        for place in (Place.INBOX, Place.SENT):
            for path in self.files(place):
                self.written += 1
                path.rename(path.with_name(f"{int(time.time())}.M{self.written}P1.host"))

    def drafts(self) -> list[bytes]:
        return [path.read_bytes() for path in self.files(Place.DRAFTS)]

    def bin(self) -> list[bytes]:
        return [path.read_bytes() for path in self.files(Place.BIN)]

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        names = {"D": "\\Draft", "S": "\\Seen", "T": "\\Deleted", "R": "\\Answered", "F": "\\Flagged"}
        return frozenset(names[letter] for letter in self.path(place, message_id).name.partition(":2,")[2])


@pytest.fixture
def world(tmp_path: Path) -> MaildirWorld:
    return MaildirWorld(tmp_path / "Maildir")


class TestContract(MailboxContract):
    @pytest.fixture
    def world(self, tmp_path: Path) -> MaildirWorld:
        return MaildirWorld(tmp_path / "Maildir")


def subjects(world: MaildirWorld, batch: Batch) -> list[str]:
    return [message_id_of(fetched.raw) for fetched in world.mailbox.fetch(batch.messages)]


class TestIdentityOfFiles:
    def test_a_file_that_is_seen_flagged_and_moved_to_cur_is_no_news(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        batch = world.mailbox.changes(None, SINCE)
        path = world.path(Place.INBOX, "<first@northwind.example>")
        path.rename(world.root / "cur" / f"{path.name}:2,FS")
        assert world.mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), batch.next_cursor)
        assert subjects(world, batch) == ["<first@northwind.example>"]
        assert subjects(world.restart() and world, batch) == ["<first@northwind.example>"]

    @pytest.mark.parametrize("mark", [",U=17", ",U=17,FMD5=7e33429f656f1e6e9d79b29c3f82c57e"])
    def test_a_synchronisers_mark_in_the_name_is_no_news(self, world: MaildirWorld, mark: str) -> None:
        path = world.put(Place.SENT, "cur", mail("<mine@example.org>"), NOON, "S")
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        path.rename(path.with_name(path.name.replace(":2,", f"{mark}:2,")))
        assert world.mailbox.changes(cursor, SINCE).messages == ()

    @pytest.mark.parametrize("name", ["17.host:2,S", "17.host;2,S", "17.host!2,S", "17.host:2,", "17.host", "17.host:1,x"])
    def test_all_forms_of_flags_are_understood(self, world: MaildirWorld, name: str) -> None:
        path = world.put(Place.INBOX, "cur", mail("<first@northwind.example>"), NOON)
        path.rename(path.with_name(name))
        (ref,) = world.mailbox.changes(None, SINCE).messages
        assert world.mailbox.fetch((ref,))

    def test_what_is_not_a_message_file_is_left_alone(self, world: MaildirWorld, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_bytes(mail("<secret@example.org>"))
        (world.root / "new" / "link").symlink_to(secret)
        (world.root / "new" / "directory").mkdir()
        (world.root / "new" / ".hidden").write_bytes(b"x")
        (world.root / "tmp" / "half-written").write_bytes(b"x")
        assert world.mailbox.changes(None, SINCE).messages == ()
        assert (world.root / "tmp" / "half-written").exists()

    def test_a_name_that_is_no_text_is_no_trouble(self, world: MaildirWorld) -> None:
        path = world.put(Place.INBOX, "new", mail("<first@northwind.example>"), NOON)
        os.rename(os.fsencode(path), os.fsencode(path.parent) + b"/\xff\xfe.host")
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        assert world.mailbox.changes(cursor, SINCE) == Batch((), (), cursor)

    def test_messages_that_left_a_folder_are_gone_under_the_id_they_were_announced_by(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.deliver(mail("<second@northwind.example>"), NOON + timedelta(hours=1))
        first, second = world.mailbox.changes(None, SINCE).messages
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.vanish("<first@northwind.example>")
        later = world.mailbox.changes(cursor, SINCE)
        assert (later.gone, later.messages, later.resynced) == ((first.id,), (), False)
        assert world.mailbox.changes(later.next_cursor, SINCE).gone == ()
        assert world.mailbox.fetch((first, second))[0].ref == second

    def test_an_inbox_that_was_emptied_has_lost_no_cursor(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.vanish("<first@northwind.example>")
        batch = world.mailbox.changes(cursor, SINCE)
        assert not batch.resynced
        world.deliver(mail("<second@northwind.example>"), NOON)
        assert subjects(world, world.mailbox.changes(batch.next_cursor, SINCE)) == ["<second@northwind.example>"]

    def test_a_cursor_that_nobody_can_read_is_a_lost_one(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        for cursor in ("", "{", "[]", "17", '{"inbox": "!"}', '{"inbox": "AAAA"}', '{"inbox": 5}', '{"nowhere": "eJwDAAAAAAE="}'):
            batch = world.mailbox.changes(cursor, SINCE)
            assert batch.resynced
            assert subjects(world, batch) == ["<first@northwind.example>"]

    def test_a_sent_folder_that_appears_later_is_read_from_the_lookback_on(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.user_writes(letter("<old@example.org>"), SINCE - timedelta(days=1))
        world.user_writes(letter("<mine@example.org>"), NOON)
        batch = world.mailbox.changes(cursor, SINCE)
        assert subjects(world, batch) == ["<mine@example.org>"]
        assert not batch.resynced

    def test_a_sent_folder_that_is_away_for_a_while_is_not_forgotten(self, world: MaildirWorld) -> None:
        world.user_writes(letter("<mine@example.org>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        (world.root / ".Sent").rename(world.root / "elsewhere")
        batch = world.mailbox.changes(cursor, SINCE)
        assert batch == Batch((), (), cursor)
        (world.root / "elsewhere").rename(world.root / ".Sent")
        assert world.mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), cursor)


class TestTimeOfReceipt:
    """The order of the evidence: preserved mtime, Received, Date, what is left."""

    RECEIVED = (
        b"Received: from a by b; Mon, 2 Mar 2026 13:00:00 +0100\r\nReceived: from x by a; Sun, 1 Mar 2026 01:00:00 +0000\r\n"
    )

    def received(self, world: MaildirWorld, name: str, raw: bytes, mtime: datetime) -> datetime:
        path = world.root / "new" / name
        path.write_bytes(raw)
        os.utime(path, (mtime.timestamp(), mtime.timestamp()))
        (ref,) = world.mailbox.changes(None, datetime(1970, 1, 1, tzinfo=UTC)).messages
        return ref.received_at

    def test_an_mtime_long_before_the_delivery_was_preserved_on_purpose(self, world: MaildirWorld) -> None:
        delivered = int((NOON + timedelta(days=30)).timestamp())
        mtime = NOON - timedelta(days=2)
        assert self.received(world, f"{delivered}.M1P1.host", self.RECEIVED + mail("<a@b.example>"), mtime) == mtime

    def test_an_mtime_long_after_the_delivery_shows_a_copy_only(self, world: MaildirWorld) -> None:
        delivered = int(NOON.timestamp())
        mtime = NOON + timedelta(days=200)
        assert self.received(world, f"{delivered}.M1P1.host", self.RECEIVED + mail("<a@b.example>"), mtime) == NOON

    def test_else_the_topmost_received_header_tells(self, world: MaildirWorld) -> None:
        mtime = NOON + timedelta(days=3)
        name = f"{int(mtime.timestamp())}_0.17.host,U=3"
        assert self.received(world, name, self.RECEIVED + mail("<a@b.example>", at=NOON - timedelta(days=9)), mtime) == NOON

    def test_else_the_date(self, world: MaildirWorld) -> None:
        at = NOON - timedelta(days=9)
        assert self.received(world, "17.host", mail("<a@b.example>", at=at), NOON) == at

    @pytest.mark.parametrize("at", [datetime(1989, 12, 31, tzinfo=UTC), NOON + timedelta(days=2)])
    def test_a_date_that_cannot_be_is_not_believed(self, world: MaildirWorld, at: datetime) -> None:
        assert self.received(world, "17.host", mail("<a@b.example>", at=at), NOON) == NOON

    def test_a_message_that_says_nothing_was_received_when_it_was_delivered(self, world: MaildirWorld) -> None:
        delivered = int(NOON.timestamp())
        assert self.received(world, f"{delivered}.M1P1.host", b"no header at all", NOON + timedelta(days=200)) == NOON

    @pytest.mark.parametrize("date", ["nonsense", "Mon, 99 Mar 2026 99:00:00 +9999", "Mon, 2 Mar 99999999999 01:00:00", ";", ""])
    def test_a_date_that_nobody_can_read_is_passed_over(self, world: MaildirWorld, date: str) -> None:
        raw = f"Received: by b; {date}\r\nDate: {date}\r\n\r\nwords".encode()
        assert self.received(world, "17.host", raw, NOON) == NOON


class TestManyMessages:
    def test_a_cycle_without_news_in_a_folder_of_20_000_is_fast_and_opens_nothing(self, world: MaildirWorld) -> None:
        raw = mail("<first@northwind.example>")
        path = world.put(Place.INBOX, "cur", raw, SINCE - timedelta(days=1), "S")
        for number in range(20_000):
            os.link(path, path.with_name(f"1700{number:06}.M{number}P1.host,S=1000,W=1020:2,S"))
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        assert len(cursor) < 250_000
        for file in (world.root / "cur").iterdir():
            file.unlink()
            file.symlink_to("/nowhere")
            break
        began = time.process_time()
        batch = world.mailbox.changes(cursor, SINCE)
        assert time.process_time() - began < 1
        assert len(batch.gone) == 1

    def test_batches_go_on_from_the_oldest_to_the_newest(self, world: MaildirWorld) -> None:
        for number in range(BATCH_COUNT + 1):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON - timedelta(minutes=number))
        first, second = drained(world.mailbox, None)
        assert (len(first.messages), len(second.messages)) == (BATCH_COUNT, 1)
        assert second.messages[0].received_at == NOON
