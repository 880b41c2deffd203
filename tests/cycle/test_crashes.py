"""Killed between any two steps, with a lost or an old database, with other UIDs: still exactly one draft."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
from datetime import datetime
from pathlib import Path

import pytest

from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.protocol import Batch, DraftRef, DraftStatus, Found, Mailbox, MessageRef, RawMessage, ReplyAnchor
from tests.cycle.road import CONFIRMED, REJECTED, Road, mail
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.test_maildir import MaildirWorld
from tests.peers.dovecot import Dovecot

BEFORE_AND_AFTER = [(call, moment) for call in ("changes", "fetch", "find", "save_draft") for moment in ("before", "after")]


class Deadly:
    """A mailbox in whose `call` the process dies, as by kill -9: before the real thing is done, or right after it."""

    def __init__(self, real: Mailbox, call: str, moment: str) -> None:
        self._real, self._call, self._moment = real, call, moment

    @property
    def name(self) -> str:
        return self._real.name

    def _dies(self, call: str, moment: str) -> None:
        if (call, moment) == (self._call, self._moment):
            os.kill(os.getpid(), signal.SIGKILL)

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        self._dies("changes", "before")
        result = self._real.changes(cursor, since)
        self._dies("changes", "after")
        return result

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        self._dies("fetch", "before")
        result = self._real.fetch(refs)
        self._dies("fetch", "after")
        return result

    def find(self, message_id: str) -> Found | None:
        self._dies("find", "before")
        result = self._real.find(message_id)
        self._dies("find", "after")
        return result

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        self._dies("save_draft", "before")
        result = self._real.save_draft(mime, reply_to)
        self._dies("save_draft", "after")
        return result

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        return self._real.draft_status(ref)

    def withdraw_draft(self, ref: DraftRef) -> bool:
        self._dies("withdraw_draft", "before")
        result = self._real.withdraw_draft(ref)
        self._dies("withdraw_draft", "after")
        return result

    def wait(self, timeout: float) -> bool:
        return self._real.wait(timeout)

    def interrupt(self) -> None:
        self._real.interrupt()

    def deliver_to_self(self, mime: bytes) -> None:
        self._dies("deliver_to_self", "before")
        self._real.deliver_to_self(mime)
        self._dies("deliver_to_self", "after")

    def find_in_inbox(self, message_id: str) -> bool:
        return self._real.find_in_inbox(message_id)

    def close(self) -> None:
        self._real.close()


def dies_in(road: Road, call: str, moment: str, now: str) -> None:
    """Run a cycle in a process of its own that is killed at that point."""

    def run() -> None:
        road.cycle(now, Deadly(MaildirMailbox("personal", road.folder / "mail"), call, moment))

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL


@pytest.fixture
def road(tmp_path: Path) -> Road:
    road = Road(MaildirWorld(tmp_path / "mail"), tmp_path)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    return road


@pytest.mark.parametrize(("call", "moment"), BEFORE_AND_AFTER)
def test_killed_on_the_way_to_a_draft(road: Road, call: str, moment: str) -> None:
    dies_in(road, call, moment, "2026-03-10 15:30")
    road.cycle("2026-03-10 15:31")
    first = road.draft().message_id
    road.cycle("2026-03-10 15:32")
    assert road.draft().message_id == first


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_on_the_way_to_a_withdrawal(road: Road, moment: str) -> None:
    road.cycle("2026-03-06 10:05")
    road.cycle("2026-03-17 16:00")
    check = road.draft().message_id
    road.arrives("2026-03-18 11:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
    dies_in(road, "withdraw_draft", moment, "2026-03-18 11:01")
    road.cycle("2026-03-18 11:02")
    assert road.draft().message_id != check
    road.cycle("2026-03-18 11:03")
    assert len(road.drafts()) == 1


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_on_the_way_to_the_digest(road: Road, moment: str) -> None:
    road.digest = True
    dies_in(road, "deliver_to_self", moment, "2026-03-10 15:30")
    road.cycle("2026-03-10 15:31")
    road.cycle("2026-03-10 15:32")
    inbox = [path for sub in ("new", "cur") for path in (road.folder / "mail" / sub).iterdir()]
    assert sum(b"auto-generated" in path.read_bytes() for path in inbox) == 1


def test_a_lost_database(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    first = road.draft().message_id
    lose(road)
    road.cycle("2026-03-10 15:40")
    assert road.draft().message_id == first


def test_a_lost_database_and_an_edited_draft(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    road.world.user_edits(road.draft().message_id, "My own words.")
    lose(road)
    road.cycle("2026-03-10 15:40")
    assert road.draft().text.strip() == "My own words."


def test_a_lost_database_and_a_discarded_draft(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    road.world.user_discards(road.draft().message_id)
    lose(road)
    road.cycle("2026-03-10 15:40")
    assert road.drafts() == []


def test_a_lost_database_and_a_late_draft_that_a_rejection_overtakes(road: Road) -> None:
    """What is not made any more is still known after the loss, and withdrawn when it no longer holds."""
    road.cycle("2026-03-10 15:30")
    lose(road)
    road.cycle("2026-03-13 15:40")
    assert len(road.drafts()) == 1
    road.arrives("2026-03-14 11:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
    report = road.cycle("2026-03-14 11:01")
    assert [withdrawal.draft.rule for withdrawal in report.withdrawn] == ["T1"]
    assert road.draft().answers == "<no@northwind.example>"


def test_a_lost_database_and_a_draft_that_a_rejection_has_overtaken_meanwhile(road: Road) -> None:
    """Nobody remembers the status check but the history itself, which names every draft that was ever wanted."""
    road.cycle("2026-03-06 10:05")
    road.cycle("2026-03-17 16:00")
    check = road.draft().message_id
    lose(road)
    road.arrives("2026-03-18 11:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
    report = road.cycle("2026-03-18 11:01")
    assert [withdrawal.draft.rule for withdrawal in report.withdrawn] == ["S1"]
    assert road.draft().message_id != check


def test_a_database_restored_from_before_the_draft(road: Road) -> None:
    road.cycle("2026-03-10 15:00")
    shutil.copy(road.database_file, road.folder / "old.db")
    road.cycle("2026-03-10 15:30")
    first = road.draft().message_id
    lose(road)
    shutil.copy(road.folder / "old.db", road.database_file)
    road.cycle("2026-03-10 15:40")
    assert road.draft().message_id == first


@pytest.mark.peer("dovecot")
def test_a_changed_uidvalidity(dovecot: Dovecot, tmp_path: Path) -> None:
    user = dovecot.new_user()
    world = ImapWorld(dovecot, user)
    road = Road(world, tmp_path)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.cycle("2026-03-10 15:30")
    first = road.draft().message_id
    world.invalidate_cursor()
    dovecot.change_uidvalidity(user, "Drafts", 4711)
    report = road.cycle("2026-03-10 15:40")
    assert report.recorded == []
    assert road.draft().message_id == first
    road.arrives("2026-03-11 11:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
    assert [w.draft.rule for w in road.cycle("2026-03-11 11:01").withdrawn] == ["T1"]
    assert road.draft().answers == "<no@northwind.example>"


def lose(road: Road) -> None:
    for suffix in ("", "-wal", "-shm"):
        (road.folder / f"state.db{suffix}").unlink(missing_ok=True)
