"""A house with several mailboxes in memory, and mailboxes that misbehave."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from daemon.errors import MailboxError
from daemon.house import DigestTimes, House, Profile
from daemon.mail.message import Address
from daemon.mailbox.memory import MemoryMailbox
from daemon.mailbox.memory_account import Account
from daemon.mailbox.protocol import Batch, Mailbox, Place
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.preferences import Preferences
from daemon.service.crew import Crew
from daemon.service.watch import Pace
from daemon.state.database import open_database

ZONE = ZoneInfo("America/New_York")
LONG = 40.0
"""Seconds after which a test gives up on something that should be there within a moment."""
BRISK = Pace(between_turns=LONG, turn=LONG, margin=LONG, state=0.2, between_refusals=0.05, rest=LONG, look_at_keys=0.05)


class Trying(MemoryMailbox):
    """A mailbox that counts its turns and fails, hangs or rings as it is told."""

    def __init__(self, name: str, account: Account | None = None) -> None:
        super().__init__(name, account)
        self.turns = 0
        self.failing: Callable[[], MailboxError] | None = None
        self.wait_failing: Callable[[], MailboxError] | None = None
        self.restless = False
        self.closed = threading.Event()
        self.free = threading.Event()
        """While it is not set, `changes` hangs."""
        self.free.set()
        self.hanging = threading.Event()

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        self.turns += 1
        if not self.free.is_set():
            self.hanging.set()
            assert self.free.wait(LONG)
        if self.failing is not None:
            raise self.failing()
        return super().changes(cursor, since)

    def wait(self, timeout: float) -> bool:
        if self.wait_failing is not None:
            raise self.wait_failing()
        return True if self.restless else super().wait(timeout)

    def close(self) -> None:
        self.closed.set()

    @property
    def drafts(self) -> list[bytes]:
        return self.held(Place.DRAFTS)


class Hands:
    """A clock that goes on by itself from a given instant and can be set, and a monotonic one that only goes on."""

    def __init__(self, start: datetime) -> None:
        self._began, self._start = time.monotonic(), start
        self._set = timedelta(0)

    def __call__(self) -> datetime:
        return self._start + self._set + timedelta(seconds=time.monotonic() - self._began)

    def leap(self, by: timedelta) -> None:
        self._set += by


def house(folder: Path, *mailboxes: Mailbox, digest: bool = False) -> House:
    return House(
        profile=Profile("Sam Rivera", (Address("Sam Rivera", "sam.rivera@example.org"),)),
        preferences=Preferences(WorkingCalendar(ZONE, "US", "NY"), frozenset({"sam.rivera@example.org"})),
        database=open_database(f"sqlite:///{folder / 'state.db'}"),
        mailboxes={mailbox.name: mailbox for mailbox in mailboxes},
        lookback=timedelta(days=60),
        digest=DigestTimes(digest, 7, 30, mailboxes[0].name),
    )


def at(text: str) -> datetime:
    """An instant from Sam's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def soon(there: Callable[[], object], seconds: float = LONG) -> bool:
    """Whether it is there within the time."""
    deadline = time.monotonic() + seconds
    while not there():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def end(crew: Crew) -> None:
    """Stop the crew, let go of what hangs, and see that every thread ends."""
    crew.stop()
    for watcher in crew.watchers:
        if isinstance(watcher.mailbox, Trying):
            watcher.mailbox.free.set()
    ended = crew.join(LONG)
    crew.house.database.close()
    assert ended
