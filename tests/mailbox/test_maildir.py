"""The Maildir back end: the contract, and what only a directory of files can do to a program."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import threading
import time
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import IO, cast

import pytest

from daemon.errors import MailboxUnavailable
from daemon.mailbox.maildir import BATCH_COUNT, SEARCHED_AT_MOST
from daemon.mailbox.maildir_folder import MaildirFolder
from daemon.mailbox.protocol import Batch, DraftStatus, Place
from tests.mailbox.contract import MailboxContract
from tests.mailbox.maildir_world import MaildirWorld
from tests.mailbox.steps import answered_draft, drained
from tests.mailbox.world import NOON, SINCE, letter, mail, message_id_of, with_text


@pytest.fixture
def world(tmp_path: Path) -> MaildirWorld:
    return MaildirWorld(tmp_path / "Maildir")


class TestContract(MailboxContract):
    @pytest.fixture
    def world(self, tmp_path: Path) -> MaildirWorld:
        return MaildirWorld(tmp_path / "Maildir")


def contents(world: MaildirWorld, batch: Batch) -> list[str]:
    return [message_id_of(fetched.raw) for fetched in world.mailbox.fetch(batch.messages)]


class TestIdentityOfFiles:
    def test_a_file_that_is_seen_flagged_and_moved_to_cur_is_no_news(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        batch = world.mailbox.changes(None, SINCE)
        path = world.path(Place.INBOX, "<first@northwind.example>")
        path.rename(world.root / "cur" / f"{path.name}:2,FS")
        assert world.mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), batch.next_cursor)
        assert contents(world, batch) == ["<first@northwind.example>"]
        world.restart()
        assert contents(world, batch) == ["<first@northwind.example>"]

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
        assert contents(world, world.mailbox.changes(batch.next_cursor, SINCE)) == ["<second@northwind.example>"]

    def test_a_cursor_that_nobody_can_read_is_a_lost_one(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        for cursor in ("", "{", "[]", "17", '{"inbox": "!"}', '{"inbox": "AAAA"}', '{"inbox": 5}', '{"nowhere": "eJwDAAAAAAE="}'):
            batch = world.mailbox.changes(cursor, SINCE)
            assert batch.resynced
            assert contents(world, batch) == ["<first@northwind.example>"]

    def test_a_message_that_turns_up_with_a_date_before_the_lookback_is_news_all_the_same(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<found-again@northwind.example>"), SINCE - timedelta(days=300))
        assert contents(world, world.mailbox.changes(cursor, SINCE)) == ["<found-again@northwind.example>"]

    def test_a_message_of_the_size_of_the_cap_is_fetched_and_one_of_a_byte_more_is_not(self, world: MaildirWorld) -> None:
        raw = mail("<first@northwind.example>").replace(b"\r\n", b"\n")
        for size in (world.size_cap, world.size_cap + 1):
            world.deliver(raw + b"x" * (size - len(raw)), NOON)
        refs = world.mailbox.changes(None, SINCE).messages
        assert [len(fetched.raw) for fetched in world.mailbox.fetch(refs)] == [world.size_cap]
        assert sorted(ref.size for ref in refs) == [world.size_cap, world.size_cap + 1]

    def test_an_id_that_another_back_end_gave_is_of_no_message(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        (ref,) = world.mailbox.changes(None, SINCE).messages
        for foreign in ("INBOX 17 4", "18f0", "", "inbox:", "inbox:zz"):
            assert world.mailbox.fetch((replace(ref, id=foreign),)) == []

    def test_a_sent_folder_that_appears_later_is_read_from_the_lookback_on(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.user_writes(letter("<old@example.org>"), SINCE - timedelta(days=1))
        world.user_writes(letter("<mine@example.org>"), NOON)
        batch = world.mailbox.changes(cursor, SINCE)
        assert contents(world, batch) == ["<mine@example.org>"]
        assert not batch.resynced

    def test_a_sent_folder_that_is_away_for_a_while_is_not_forgotten(self, world: MaildirWorld) -> None:
        world.user_writes(letter("<mine@example.org>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        (world.root / ".Sent").rename(world.root / "elsewhere")
        batch = world.mailbox.changes(cursor, SINCE)
        assert batch == Batch((), (), cursor)
        (world.root / "elsewhere").rename(world.root / ".Sent")
        assert world.mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), cursor)


class TestManyMessages:
    def test_a_cycle_without_news_in_a_folder_of_20_000_is_fast_and_opens_nothing(
        self, world: MaildirWorld, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = world.put(Place.INBOX, "cur", mail("<first@northwind.example>"), SINCE - timedelta(days=1), "S")
        for number in range(20_000):
            os.link(path, path.with_name(f"1700{number:06}.M{number}P1.host,S=1000,W=1020:2,S"))
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        assert len(cursor) < 250_000
        for method in ("read", "status", "received_at"):
            monkeypatch.delattr(MaildirFolder, method)
        mailbox, listing = world.restart(), path.parent
        began = time.process_time()
        names = [hashlib.sha256(os.fsencode(entry.name)).digest() for entry in os.scandir(listing)]
        reference = time.process_time() - began
        began = time.process_time()
        assert mailbox.changes(cursor, SINCE) == Batch((), (), cursor)
        took = time.process_time() - began
        assert len(names) > 20_000
        assert took < 20 * reference, "a small multiple (about 4) of what listing the folder and hashing each name takes"

    def test_batches_go_on_from_the_oldest_to_the_newest(self, world: MaildirWorld) -> None:
        for number in range(BATCH_COUNT + 1):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON - timedelta(minutes=number))
        first, second = drained(world.mailbox, None)
        assert (len(first.messages), len(second.messages)) == (BATCH_COUNT, 1)
        assert second.messages[0].received_at == NOON

    def test_a_draft_is_looked_for_in_a_large_sent_folder_once(self, world: MaildirWorld) -> None:
        ref = answered_draft(world)
        path = world.put(Place.SENT, "cur", letter("<old@example.org>"), NOON, "S")
        for number in range(SEARCHED_AT_MOST):
            os.link(path, path.with_name(f"1600{number:06}.M{number}P1.host:2,S"))
        world.user_sends("<ours@example.org>", "<client@mail.example>")
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT
        began = time.process_time()
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT
        assert time.process_time() - began < 1


class TestDraftFiles:
    def test_a_draft_is_a_private_file_in_cur_marked_as_a_seen_draft(self, world: MaildirWorld) -> None:
        answered_draft(world)
        (path,) = (world.root / ".Drafts" / "cur").iterdir()
        assert path.name.endswith(":2,DS")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert b"\r" not in path.read_bytes()
        assert list((world.root / ".Drafts" / "tmp").iterdir()) == []

    def test_the_digest_is_a_private_file_in_new(self, world: MaildirWorld) -> None:
        world.mailbox.deliver_to_self(mail("<digest@example.org>"))
        (path,) = (world.root / "new").iterdir()
        assert ":" not in path.name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600

    def test_a_draft_marked_as_trashed_is_discarded_and_lies_in_the_bin(self, world: MaildirWorld) -> None:
        ref = answered_draft(world)
        (path,) = (world.root / ".Drafts" / "cur").iterdir()
        path.rename(path.with_name(path.name + "T"))
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        found = world.mailbox.find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.BIN
        assert not world.mailbox.withdraw_draft(ref)

    def test_a_withdrawn_draft_is_marked_as_trashed_and_leaves_a_synchronisers_mark_behind(self, world: MaildirWorld) -> None:
        ref = answered_draft(world)
        (path,) = (world.root / ".Drafts" / "cur").iterdir()
        path.rename(path.with_name(path.name.replace(":2,", ",U=9:2,")))
        assert world.mailbox.withdraw_draft(ref)
        (binned,) = (world.root / ".Trash" / "cur").iterdir()
        assert binned.name == path.name.replace(":2,DS", ":2,DST")

    def test_an_edited_copy_beside_the_first_one_is_an_edit(self, world: MaildirWorld) -> None:
        ref = answered_draft(world)
        (raw,) = world.drafts()
        world.put(Place.DRAFTS, "cur", with_text(raw, "My own words."), NOON, "DS")
        assert world.mailbox.draft_status(ref) is DraftStatus.EDITED
        assert not world.mailbox.withdraw_draft(ref)

    def test_an_editor_that_writes_into_the_file_itself_is_noticed(self, world: MaildirWorld) -> None:
        ref = answered_draft(world)
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        (path,) = (world.root / ".Drafts" / "cur").iterdir()
        path.write_bytes(with_text(path.read_bytes(), "My own words."))
        assert world.mailbox.draft_status(ref) is DraftStatus.EDITED

    def test_of_a_handle_of_another_back_end_the_message_id_still_counts(self, world: MaildirWorld) -> None:
        ref = replace(answered_draft(world), handle="Drafts 17 4")
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        world.user_sends("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_a_full_disk_leaves_nothing_behind(self, world: MaildirWorld, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(descriptor: int) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        world.folder(Place.DRAFTS)
        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(MailboxUnavailable, match="No space left"):
            world.mailbox.save_draft(letter("<ours@example.org>"), None)
        assert [path for path in (world.root / ".Drafts").rglob("*") if path.is_file()] == []


class TestOtherProgramsAtTheSameTime:
    def test_a_listing_that_is_always_disturbed_shows_all_that_any_try_showed(
        self, world: MaildirWorld, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        listings = iter([["1.a"], [], ["1.a", "2.b"], [], ["2.b"], []])
        stamps = count()
        monkeypatch.setattr("daemon.mailbox.maildir_folder._files", lambda _: next(listings))
        monkeypatch.setattr(MaildirFolder, "stamp", lambda _: (next(stamps),))
        assert sorted(entry.name for entry in MaildirFolder(world.root).entries().values()) == ["1.a", "2.b"]

    def test_a_file_renamed_between_listing_and_reading_is_read_under_its_new_name(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        folder = MaildirFolder(world.root)
        (entry,) = folder.entries().values()
        entry.path.rename(world.root / "cur" / f"{entry.name}:2,RS")
        assert folder.read(entry, 10_000)
        assert folder.status(entry)

    def test_a_file_that_is_gone_between_listing_and_reading_is_gone(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        folder = MaildirFolder(world.root)
        (entry,) = folder.entries().values()
        entry.path.unlink()
        assert folder.read(entry, 10_000) is None
        assert folder.status(entry) is None
        assert not folder.move(entry, folder, "S")

    def test_a_file_that_may_not_be_read_is_missing_and_holds_up_nobody(
        self, world: MaildirWorld, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        opened = Path.open

        def forbidding(self: Path, mode: str = "r") -> IO[bytes]:
            if "M1P1" in self.name:
                raise PermissionError(errno.EACCES, "Permission denied", str(self))
            return cast(IO[bytes], opened(self, mode))

        world.deliver(mail("<closed@northwind.example>"), NOON)
        world.deliver(mail("<open@northwind.example>"), NOON)
        monkeypatch.setattr(Path, "open", forbidding)
        batch = world.mailbox.changes(None, SINCE)
        assert len(batch.messages) == 2
        assert contents(world, batch) == ["<open@northwind.example>"]
        assert "may not be read" in caplog.text
        assert "closed" not in caplog.text

    def test_waiting_ends_when_a_message_arrives(self, world: MaildirWorld) -> None:
        world.mailbox.changes(None, SINCE)
        assert not world.mailbox.wait(0)
        arrival = threading.Timer(0.2, world.deliver, (mail("<first@northwind.example>"), NOON))
        arrival.start()
        assert world.mailbox.wait(30)
        arrival.join()
        assert not world.mailbox.wait(0)

    def test_waiting_before_any_look_waits_for_what_is_to_come(self, world: MaildirWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        assert not world.mailbox.wait(0)
        world.deliver(mail("<second@northwind.example>"), NOON)
        assert world.mailbox.wait(0)

    def test_what_arrived_since_the_last_look_ends_the_waiting_at_once(self, world: MaildirWorld) -> None:
        world.mailbox.changes(None, SINCE)
        world.deliver(mail("<first@northwind.example>"), NOON)
        assert world.mailbox.wait(0)

    def test_closing_ends_the_waiting(self, world: MaildirWorld) -> None:
        world.mailbox.changes(None, SINCE)
        threading.Timer(0.2, world.mailbox.close).start()
        began = time.monotonic()
        world.mailbox.wait(60)
        assert time.monotonic() - began < 30
