"""The owner thread of one mailbox: a turn, a wait, a turn, a wait …

Nobody else touches the mailbox; who wants something of it rings. Between two turns the thread sleeps in the back end's `wait`
(IDLE or its poll interval) and after a failure in a pause that grows. However a server or a back end misbehaves, the thread
neither spins nor ends.
"""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError

from daemon.clock import Clock
from daemon.cycle import Report, Trouble, take_turn
from daemon.errors import ConfigError, FolderMissing, MailboxError, MailboxUnavailable, SignInFailed, StateError
from daemon.house import House
from daemon.mailbox.protocol import Mailbox, Progress, Stoppable
from daemon.service.condition import Condition, Saying, Standing, State
from daemon.service.patience import Patience

logger = logging.getLogger(__name__)

OVERTAKEN_AT_MOST = 3
"""So often a turn is taken again at once because another thread or command changed what it was about to write."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Lengths of time, in seconds."""

    between_turns: float = 5 * 60.0
    """There is a turn so often even where no mail comes, so that a draft that falls due is saved."""
    turn: float = 10 * 60.0
    """A turn is believed to hang if it takes no step for so long: longer than the longest call that a back end may block in."""
    margin: float = 60.0
    """So much longer than it was asked to, a `wait` may take."""
    state: float = 30.0
    """So often, at least, is tried whether the database can be used again."""
    between_refusals: float = 20.0
    """So long, at least, between two sign-ins that a server refuses: more would lock the account."""
    rest: float = 30 * 60.0
    """So often a mailbox is looked at whose sign-in is refused for good or whose settings are wrong."""
    look_at_keys: float = 5.0
    """So often is looked whether the user mended them."""
    quick: float = 1.0
    """A wait that ends sooner, with no news behind it, is restless."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a mailbox signs in with: the files whose change is worth a new try, and what the user does to mend a refusal."""

    files: tuple[Path, ...] = ()
    mend: str = "check the sign-in: afterword doctor"

    def stamp(self) -> tuple[tuple[int, int, int] | None, ...]:
        """Differs when one of the files was changed, replaced, made or taken away."""
        return tuple(_stamp(path) for path in self.files)


class Crew(Protocol):
    """The other owner threads, as one of them sees them."""

    def unread_beside(self, name: str) -> Collection[str]:
        """The other mailboxes whose latest mail is not known at this moment."""

    def look_at_clock(self) -> None:
        """Has the machine slept, or was its clock set?"""

    def turn_ended(self, watcher: Watcher, house: House, report: Report | None, now: datetime) -> None:
        """What is to be done after a turn; `report` is None after one that failed. Raises StateError."""

    def state_failed(self, whom: str, error: StateError, now: datetime) -> None:
        """The database cannot be used."""


@dataclass
class Watcher:
    """One mailbox and its thread. `ring`, `hurry`, `stop`, `condition` and `overdue` are for others."""

    house: House
    mailbox: Mailbox
    crew: Crew
    clock: Clock
    keys: Keys = field(default_factory=Keys)
    pace: Pace = field(default_factory=Pace)
    patience: Patience = field(default_factory=Patience)
    predecessor: Watcher | None = None
    """Who owned this mailbox before, under the old configuration; he has to be gone first."""

    def __post_init__(self) -> None:
        self.name = self.mailbox.name
        self.looked_at: float | None = None
        """When, by the monotonic clock, a turn that brought in all the news began."""
        self.tried_at: float | None = None
        """When, by the monotonic clock, a turn last ended, well or badly."""
        self.condition = Condition(State.STARTING, self.clock())
        self._standing = Standing(self.name, self.keys.mend)
        self._restless = Patience(first=1.0, most=30.0, free=5, chance=lambda: 1.0)
        self._bell = threading.Condition()
        self._rung = self._hurried = self._stopped = False
        self._beat_due = float("inf")
        self._next_due: datetime | None = None
        self._stamp: tuple[tuple[int, int, int] | None, ...] | None = None
        """That of the keys when the last turn failed; None where none did since."""
        # whoever asks whether he shall stop is alive: so the steps of a turn are its heartbeat
        self.house = replace(self.house, stopping=self._asked, progress=self._looked_through)
        self.is_shut = False
        """Whether its server or its settings keep the mailbox closed, as far as the last turn knows."""
        self.progress = ""
        """How far the first look at the mailbox is, in words; '' while none is under way."""
        self._thread = threading.Thread(target=self._run, name=f"mailbox {self.name}", daemon=True)

    # For others

    def start(self) -> None:
        self._thread.start()

    def ring(self) -> None:
        """There is something to do: take a turn soon, unless the server is being left alone."""
        self._wake(hurried=False)

    def hurry(self) -> None:
        """Take a turn now, also where the server was to be left alone: the machine woke up, or its network is back."""
        self._wake(hurried=True)

    def stop(self) -> None:
        """Leave off after the step that is under way. Never blocks."""
        self._stopped = True
        if isinstance(self.mailbox, Stoppable):
            self.mailbox.stop()
        self._wake(hurried=True)

    def join(self, seconds: float) -> bool:
        """Whether the thread has ended, after so many seconds at most."""
        if self._thread.ident is not None:
            self._thread.join(max(0.0, seconds))
        return not self._thread.is_alive()

    def overdue(self) -> bool:
        """Whether the thread has taken no step for longer than the longest that one may take, or has died."""
        if not self._thread.is_alive():
            return self._thread.ident is not None and not self._stopped
        return time.monotonic() > self._beat_due

    # The thread

    def _run(self) -> None:
        while self.predecessor is not None and not self._stopped:
            if self.predecessor.join(0.5):
                self.predecessor = None
        try:
            while not self._stopped:
                if pause := self._turn() or self._wait():
                    self._pause(pause)
        finally:
            self._beat_due = float("inf")
            self.mailbox.close()

    def _turn(self) -> float:
        """One turn; the seconds to pause after it, 0 where all is well."""
        self._rung = self._hurried = False
        self.crew.look_at_clock()
        now, began = self.clock(), time.monotonic()
        failure: Exception | None = None
        report: Report | None = None
        try:
            report = self._taken(now)
            failure = report.troubles.get(self.name)
            if failure is None and not self._stopped:
                # what came in after `now` lies in this turn's future: the next one, right away, acts on it
                self.looked_at, self._next_due = began, now if report.recorded else report.next_due
                self._well(now)
                if report.recorded:
                    self._restless.succeeded()
        except StateError as error:
            return self._without_state(error, now)
        except Exception as error:  # noqa: BLE001 - our own fault in one turn must not end the watch over a mailbox
            failure = error
        finally:
            self.tried_at = time.monotonic()
        if self._stopped and isinstance(failure, MailboxUnavailable):
            return 0.0  # it was given up for that, or might as well have been
        pause = self._failed(failure, now) if failure else 0.0
        try:
            self.crew.turn_ended(self, self.house, None if failure else report, now)
        except StateError as error:
            return self._without_state(error, now)
        except Exception as error:  # noqa: BLE001 - nor one in what follows a turn
            return pause or self._failed(error, now)
        return pause

    def _without_state(self, error: StateError, now: datetime) -> float:
        """The database cannot be used; the seconds until the next try."""
        self.crew.state_failed(self.name, error, now)
        return self._waits(min(self.patience.failed(), self.pace.state), now, str(error))

    def _taken(self, now: datetime) -> Report:
        """The turn itself; taken again where somebody else changed meanwhile what it was about to write."""
        for _ in range(OVERTAKEN_AT_MOST):
            self._beat(self.pace.turn)
            try:
                return self._once(now)
            except SQLAlchemyError as error:
                logger.info("%s: overtaken by another change (%s); once more", self.name, type(error).__name__)
        self._beat(self.pace.turn)
        return self._once(now)

    def _once(self, now: datetime) -> Report:
        first = self.looked_at is None
        return take_turn(self.house, self.mailbox, now, lambda: self.crew.unread_beside(self.name), first=first)

    def _wait(self) -> float:
        """Until something may have changed, or a draft falls due; the seconds to pause after it, 0 where it was a good wait."""
        seconds = self.pace.between_turns
        if self._next_due is not None:
            seconds = min(seconds, max(1.0, (self._next_due - self.clock()).total_seconds()))
        self._beat(seconds + self.pace.margin)
        began = time.monotonic()
        try:
            self.mailbox.wait(seconds)
        except MailboxError:
            # connections end; only a turn that cannot connect again makes it a trouble
            restless = True
        except Exception as error:  # noqa: BLE001 - nor may our own fault in a back end
            return self._failed(error, self.clock())
        else:
            restless = not self._rung and time.monotonic() - began < 0.9 * min(self.pace.quick, seconds)
        if not restless:
            self._restless.succeeded()
        return self._restless.failed() if restless else 0.0

    def _pause(self, seconds: float) -> None:
        """Leave the server alone, until somebody hurries or the user mended his keys."""
        until = time.monotonic() + seconds
        stamp, self._stamp = self._stamp or self.keys.stamp(), None
        while (remaining := until - time.monotonic()) > 0:
            self._beat(self.pace.margin)
            with self._bell:
                if self._stopped or self._hurried:
                    return
                self._bell.wait(min(remaining, self.pace.look_at_keys))
            if self.keys.stamp() != stamp:
                return

    # Within

    def _well(self, now: datetime) -> None:
        self.is_shut = False
        self.patience.succeeded()
        say(self._standing.succeeded(now))
        state = State.WATCHING if getattr(self.mailbox, "pushes", True) else State.POLLING
        self._become(state, now, last_success=now)

    def _failed(self, error: Exception, now: datetime) -> float:
        """Note it and say it, once; the seconds until the next try. What is no MailboxError is the program's own fault."""
        expected = self.is_shut = isinstance(error, Trouble)
        words = str(error) if expected else f"the program failed ({type(error).__name__})"
        saying = self._standing.failed(error if isinstance(error, Trouble) else None, now, words)
        say(saying)
        if saying and not expected:
            logger.error("%s", frames(error))
        pause = self.patience.failed(error.retry_after if isinstance(error, MailboxUnavailable) else None)
        match error:
            case SignInFailed() if self._standing.is_signed_out:
                return self._waits(max(pause, self.pace.rest), now, words, self.keys.mend, State.SIGNED_OUT)
            case SignInFailed():
                return self._waits(max(pause, self.pace.between_refusals), now, words)
            case ConfigError() | FolderMissing():
                return self._waits(max(pause, self.pace.rest), now, words, "afterword doctor")
            case _:
                return self._waits(pause, now, words)

    def _waits(self, pause: float, now: datetime, problem: str, mend: str = "", state: State = State.WAITING) -> float:
        # before anybody sees what is to be mended
        self._stamp = self.keys.stamp()
        self._become(state, now, next_try=now + timedelta(seconds=pause), problem=problem, mend=mend)
        return pause

    def _become(
        self,
        state: State,
        now: datetime,
        *,
        last_success: datetime | None = None,
        next_try: datetime | None = None,
        problem: str = "",
        mend: str = "",
    ) -> None:
        before = self.condition
        since = before.since if before.state is state else now
        self.condition = Condition(state, since, last_success or before.last_success, next_try, problem, mend)

    def _looked_through(self, _name: str, progress: Progress) -> None:
        """The first look at a mailbox, which can take long, has come so far."""
        self._become(State.FIRST_LOOK, self.clock())
        self.progress = "" if progress.whole else f"{progress.done:,} of {progress.total:,} messages"

    def _asked(self) -> bool:
        self._beat(self.pace.turn)
        return self._stopped

    def _beat(self, seconds: float) -> None:
        self._beat_due = time.monotonic() + seconds

    def _wake(self, *, hurried: bool) -> None:
        with self._bell:
            self._rung = True
            self._hurried = self._hurried or hurried
            self._bell.notify_all()
        self.mailbox.interrupt()


def say(saying: Saying | None) -> None:
    if saying is not None:
        logger.log(saying.level, "%s", saying.text)


def frames(error: BaseException) -> str:
    """Where it happened, without what was in the variables or the message: that may be mail."""
    return "".join(traceback.format_tb(error.__traceback__))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
