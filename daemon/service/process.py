"""The long-running process: everything that is there once, around the owner threads of the mailboxes.

The main thread only waits for signals and looks after the others; APScheduler does what is due by the clock. SIGTERM and SIGINT
end the process within five seconds, whatever it is in the middle of: each step of a turn is safe to be the last. SIGHUP puts a
new configuration in the place of the old one, or keeps the old one whole.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import NoReturn

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler

from daemon.clock import Clock, system_clock
from daemon.errors import AfterwordError, StateError, UserError
from daemon.house import House
from daemon.service.answering import Answering
from daemon.service.crew import Crew
from daemon.service.lock import StateLock, Whereabouts, holder
from daemon.service.metrics import MetricsFile
from daemon.service.notify import Notifier
from daemon.service.overview import Overview, of_crew, sentence
from daemon.service.signals import Signals
from daemon.service.watch import Keys, Pace, frames

logger = logging.getLogger(__name__)

LEAVE_WITHIN = 3.0
"""Seconds for the threads to end after SIGTERM; who still waits for a server then is left behind."""
LOOK_AFTER = 5.0
"""So often the main thread looks after the others."""
DOING = "service"


@dataclass(frozen=True)
class Furnished:
    """What one configuration makes: the house, what each mailbox signs in with, and where the service keeps its own files."""

    house: House
    keys: Mapping[str, Keys]
    database_url: str
    whereabouts: Whereabouts | None
    metrics_file: Path | None = None


Prepare = Callable[[], Furnished]
"""Reads the configuration and opens the database. Raises ConfigError and StateError."""


@dataclass
class Service:
    """`run` it once, in the main thread."""

    prepare: Prepare
    clock: Clock
    notifier: Notifier = field(default_factory=Notifier)
    pace: Pace = field(default_factory=Pace)

    def run(self) -> int:
        """Until a signal ends it; the exit code. Raises UserError and StateError where it cannot begin."""
        if sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)  # so that the watchdog's SIGABRT leaves word of where each thread was
        self._began = self.clock()
        self._signals = Signals()
        self._displaced = ""
        self._said_overdue: set[str] = set()
        self._retired: list[tuple[Crew, Furnished]] = []
        with self._signals:
            with self._signals.ending_at_once(self._give_up):
                self._furnished = self.prepare()
                try:
                    self._lock = self._moved_in(self._furnished)
                except UserError as error:
                    if _is_service(self._furnished.whereabouts):
                        raise
                    # a command ends by itself: systemd is to try again, which it does not after a fault of the user's
                    raise StateError(str(error)) from None
            self._open_door()
            self._crew = Crew(self._furnished.house, self.clock, self._furnished.keys, pace=self.pace)
            self._scheduler = BackgroundScheduler(timezone=UTC, daemon=True)
            self._scheduler.add_listener(_on_trouble, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
            self._schedule()
            self._scheduler.start()
            self._crew.start()
            logger.info("watching %s", ", ".join(self._furnished.house.mailboxes))
            self.notifier.ready()
            self._look_after_until_told()
            return self._end()

    def overview(self) -> Overview:
        """How the service is now. From any thread."""
        return of_crew(self._crew, self.clock(), self._began)

    # The main thread

    def _moved_in(self, furnished: Furnished, held: StateLock | None = None) -> StateLock:
        """Locked before it is migrated: of two processes that start together only one goes on. `held`: the lock where it is ours
        already. Raises UserError and StateError, and the house is closed then."""
        lock = held
        try:
            lock = held or StateLock(furnished.house.database, furnished.whereabouts, DOING)
            furnished.house.database.migrate()
        except AfterwordError:
            if lock is not None and lock is not held:
                lock.release()
            furnished.house.close()
            raise
        return lock

    def _give_up(self) -> NoReturn:
        """Told to stop before it was ready, maybe by a server that lets it wait: each step of getting ready may be the last."""
        logger.info("stopping")
        self.notifier.stopping()
        logging.shutdown()
        os._exit(0)

    def _look_after_until_told(self) -> None:
        watchdog = self.notifier.watchdog_seconds
        every = min(LOOK_AFTER, watchdog / 3) if watchdog else LOOK_AFTER
        while not self._displaced:
            self._look_after()
            for told in self._signals.wait(every):
                if told is signal.SIGHUP:
                    self._reload()
                else:
                    return

    def _look_after(self) -> None:
        dawn = self._crew.dawn
        self._crew.look_at_clock()
        if self._crew.dawn != dawn:
            self._scheduler.wakeup()
        overdue = {name for crew in (self._crew, *(crew for crew, _ in self._retired)) for name in crew.overdue()}
        if not overdue:
            self.notifier.alive()
        for name in overdue - self._said_overdue:
            logger.error("%s: its thread takes no step any more; under systemd the watchdog restarts the service", name)
        self._said_overdue = overdue
        self.notifier.status(sentence(self.overview()))
        self._bury_retired()

    def _reload(self) -> None:
        """All or nothing."""
        self.notifier.reloading()
        old = self._furnished
        try:
            new = self.prepare()
            lock = self._moved_in(new, self._lock if new.database_url == old.database_url else None)
        except AfterwordError as error:
            for problem in error.problems if isinstance(error, UserError) else (str(error),):
                logger.error("not reloaded: %s", problem)  # noqa: TRY400 - expected, and said in one line
            self.notifier.ready()
            return
        if lock is not self._lock:
            self._lock.release()
            self._lock = lock
        retired = self._crew
        self._crew = Crew(new.house, self.clock, new.keys, pace=self.pace, before=retired)
        self._furnished = new
        self._retired.append((retired, old))
        retired.stop()
        self._door.close()
        if self._metrics is not None and new.metrics_file != old.metrics_file:
            self._metrics.remove()
        self._open_door()
        self._schedule()
        self._crew.start()
        logger.info("reloaded: watching %s", ", ".join(new.house.mailboxes))
        self.notifier.ready()

    def _end(self) -> int:
        logger.info("stopping")
        self.notifier.stopping()
        deadline = time.monotonic() + LEAVE_WITHIN
        self._scheduler.shutdown(wait=False)
        crews = [self._crew, *(crew for crew, _ in self._retired)]
        for crew in crews:
            crew.stop()
        self._door.close()
        if self._metrics is not None:
            self._metrics.remove()
        if not all(crew.join(deadline - time.monotonic()) for crew in crews):
            logger.warning("a mailbox is still waiting for its server; leaving it, the next start takes up where it was")
            logging.shutdown()
            os._exit(self._code())
        self._bury_retired()
        self._lock.release()
        self._furnished.house.close()
        return self._code()

    def _code(self) -> int:
        return 1 if self._displaced else 0

    # What is there once

    def _open_door(self) -> None:
        whereabouts, metrics_file = self._furnished.whereabouts, self._furnished.metrics_file
        self._door = Answering(whereabouts.socket if whereabouts else None, lambda: self.overview().to_json())
        self._metrics = MetricsFile(metrics_file) if metrics_file else None

    def _bury_retired(self) -> None:
        """Close the databases of old configurations whose last thread has ended."""
        for crew, furnished in list(self._retired):
            if crew.join(0):
                furnished.house.database.close()
                self._retired.remove((crew, furnished))

    # What is due by the clock

    def _schedule(self) -> None:
        """The jobs of the present configuration. They live in memory; what is due follows from the database."""
        self._scheduler.remove_all_jobs()
        house = self._furnished.house
        if house.digest.enabled:
            self._scheduler.add_job(
                self._crew.hurry_digest,
                "cron",
                hour=house.digest.hour,
                minute=house.digest.minute,
                timezone=house.preferences.calendar.zone,
                id="digest",
                coalesce=True,
                misfire_grace_time=None,
            )
        # at once as the first of a series: a job of its own is removed when done, which ends badly while the scheduler stops
        self._scheduler.add_job(
            self._minutely,
            "interval",
            minutes=1,
            next_run_time=system_clock(),
            id="minute",
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def _minutely(self) -> None:
        if self._metrics is not None:
            self._metrics.write(self.overview())
        try:
            self._lock.assure()
        except UserError as error:
            logger.error("%s", error)  # noqa: TRY400 - expected, and said in one line
            self._displaced = str(error)
            self._signals.wake()
        except StateError as error:
            self._crew.state_failed("lock", error, self.clock())
        else:
            self._crew.state_is_well("lock", self.clock())


def _is_service(whereabouts: Whereabouts | None) -> bool:
    """Whether a service holds the state, as far as this machine knows."""
    return whereabouts is None or holder(whereabouts).get("doing") == DOING


def _on_trouble(event: JobExecutionEvent) -> None:
    error = getattr(event, "exception", None)
    if error is not None:
        logger.error("a job failed (%s)\n%s", type(error).__name__, frames(error))
    else:
        logger.warning("a job was missed; what it was to do is done at the next turn")
