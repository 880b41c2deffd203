"""All owner threads together: what one must know of the others, and what is done when one has taken its turn.

*Nothing is saved on half a history* holds across threads: a mailbox whose latest mail is not known (never looked at since the
start or since the machine slept, in trouble, or silent for long) blocks drafts for the applications that have mail there.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from daemon.clock import Clock
from daemon.cycle import Report
from daemon.digest.publish import publish_if_due
from daemon.errors import StateError
from daemon.house import House
from daemon.playbook.history import DraftState
from daemon.service.condition import in_words
from daemon.service.patience import Patience
from daemon.service.vigil import Vigil
from daemon.service.watch import Keys, Pace, Watcher
from daemon.state.models import DraftRow

logger = logging.getLogger(__name__)

KNOWN_FOR = 15 * 60.0
"""What was seen of a mailbox so many seconds ago is no longer its latest mail; each takes a turn every five minutes."""
DIGEST_WAITS = 10 * 60.0
"""So many seconds after the start, or after the machine woke, the digest waits for the mailboxes that were not looked at yet."""


class Crew:
    """One owner thread for each mailbox of the house. Methods may be called from any thread."""

    def __init__(
        self,
        house: House,
        clock: Clock,
        keys: Mapping[str, Keys] | None = None,
        *,
        pace: Pace | None = None,
        patience: Callable[[], Patience] = Patience,
        before: Crew | None = None,
    ) -> None:
        """`before` is the crew of the old configuration; its threads have to end before those of the same mailboxes begin."""
        self.house = house
        self.drafts_waiting: int | None = None
        """Drafts of ours that lie there as saved; None as long as nobody counted."""
        self.recorded = self.saved = 0
        self.state_problem = ""
        self._vigil = Vigil(clock, time.monotonic)
        self.dawn = time.monotonic()
        """When the process began, or the machine last woke (monotonic): what was known before is not the latest."""
        self._lock = threading.Lock()
        self._state_failed_at: datetime | None = None
        self._state_failed_for: set[str] = set()
        self._held_back_by: dict[str, set[str]] = {}
        """For each mailbox, those whose mail was not known in its last turn."""
        self._digest_rung_for: float | None = None
        """The dawn after which the digest's owner was told that all others have been tried."""
        old = {watcher.name: watcher for watcher in before.watchers} if before else {}
        self.watchers: tuple[Watcher, ...] = tuple(
            Watcher(
                house,
                mailbox,
                self,
                clock,
                (keys or {}).get(name, Keys()),
                pace or Pace(),
                patience(),
                old.get(name),
            )
            for name, mailbox in house.mailboxes.items()
        )

    def start(self) -> None:
        for watcher in self.watchers:
            watcher.start()

    def stop(self) -> None:
        for watcher in self.watchers:
            watcher.stop()

    def join(self, seconds: float) -> bool:
        """Whether all threads have ended, after so many seconds at most."""
        deadline = time.monotonic() + seconds
        return all(watcher.join(deadline - time.monotonic()) for watcher in self.watchers)

    def hurry(self) -> None:
        """All take a turn now, also those that leave a server alone."""
        for watcher in self.watchers:
            watcher.hurry()

    def hurry_digest(self) -> None:
        """The digest's hour has come: hand it to the owner of the mailbox that it goes into, who tries even if that mailbox is in
        trouble; by SMTP it can go out all the same."""
        for watcher in self.watchers:
            if watcher.name == self.house.digest.mailbox:
                watcher.hurry()

    def overdue(self) -> list[str]:
        """The mailboxes whose threads hang."""
        return [watcher.name for watcher in self.watchers if watcher.overdue()]

    # For the owner threads

    def unread_beside(self, name: str) -> set[str]:
        stale = max(self.dawn, time.monotonic() - KNOWN_FOR)
        unread = {
            watcher.name
            for watcher in self.watchers
            if watcher.name != name and (watcher.condition.problem or watcher.looked_at is None or watcher.looked_at < stale)
        }
        with self._lock:
            self._held_back_by[name] = unread
        return unread

    def look_at_clock(self) -> None:
        """Has the machine slept, or was its clock set? Then nobody knows the latest mail, and everybody looks now."""
        leap = self._vigil.leapt()
        if leap is None:
            return
        self.dawn = time.monotonic()
        way = "on" if leap.total_seconds() > 0 else "back"
        logger.info(
            "the clock went %s by %s (the machine slept, or it was set): looking at every mailbox now", way, in_words(abs(leap))
        )
        self.hurry()

    def turn_ended(self, watcher: Watcher, house: House, report: Report | None, now: datetime) -> None:
        self.state_is_well(watcher.name, now)  # a mailbox in trouble was noted down there, too
        if report is not None:
            with self._lock:
                self.recorded += len(report.recorded)
                self.saved += len(report.saved)
            tell(watcher.name, report)
            self._ring_others(watcher, all_of_them=bool(report.recorded))
            with house.database.session() as session:
                self.drafts_waiting = drafts_waiting(session)
        if watcher.name == house.digest.mailbox:
            self._publish(house, now)
        elif self._all_tried():
            self._digest_may_come()

    def state_failed(self, whom: str, error: StateError, now: datetime) -> None:
        """Say it once, whoever finds it out first."""
        with self._lock:
            self._state_failed_for.add(whom)
            begins, self.state_problem = not self.state_problem, str(error)
            self._state_failed_at = self._state_failed_at or now
        if begins:
            logger.error("%s; trying again by itself, nothing is lost", error)

    def state_is_well(self, whom: str, now: datetime) -> None:
        """Say it once, when all whom it failed can use it again."""
        with self._lock:
            self._state_failed_for.discard(whom)
            if self._state_failed_for or not self._state_failed_at:
                return
            since, self._state_failed_at, self.state_problem = self._state_failed_at, None, ""
        logger.info("the database can be used again, after %s", in_words(now - since))

    # Within

    def _ring_others(self, watcher: Watcher, *, all_of_them: bool) -> None:
        """What came in here may end a draft that lies elsewhere, or make one due; and what was held back while this mailbox was
        not known can be done now."""
        with self._lock:
            held_back = {name for name, unread in self._held_back_by.items() if watcher.name in unread}
        for other in self.watchers:
            if other is not watcher and (all_of_them or other.name in held_back):
                other.ring()

    def _publish(self, house: House, now: datetime) -> None:
        waited = time.monotonic() - self.dawn > DIGEST_WAITS
        if waited or self._all_tried():
            problems = {watcher.name: watcher.condition.words for watcher in self.watchers if watcher.condition.problem}
            shut = {watcher.name for watcher in self.watchers if watcher.is_shut}
            subject = publish_if_due(house, now, problems, shut)
            if subject:
                logger.info("digest delivered")

    def _digest_may_come(self) -> None:
        """The last one that it waited for has been tried: its owner has tried to deliver it before that."""
        with self._lock:
            told, self._digest_rung_for = self._digest_rung_for == self.dawn, self.dawn
        if not told:
            self.hurry_digest()

    def _all_tried(self) -> bool:
        return all(watcher.tried_at is not None and watcher.tried_at >= self.dawn for watcher in self.watchers)


def tell(name: str, report: Report) -> None:
    """One line in the log for what a turn did; nothing for a turn without news."""
    done = [
        (len(report.recorded), "message recorded", "messages recorded"),
        (len(report.saved), "draft saved", "drafts saved"),
        (len(report.withdrawn), "draft withdrawn", "drafts withdrawn"),
        (report.quarantined, "message put aside, unreadable", "messages put aside, unreadable"),
    ]
    said = [f"{count} {one if count == 1 else many}" for count, one, many in done if count]
    if said:
        logger.info("%s: %s", name, ", ".join(said))


def drafts_waiting(session: Session) -> int:
    """How many drafts of ours lie there as they were saved."""
    return session.scalar(select(func.count()).select_from(DraftRow).where(DraftRow.state == DraftState.UNTOUCHED)) or 0
