"""The long-running process: cycles at a steady pace until it is told to stop.

SIGTERM and SIGINT end it cleanly within five seconds: a cycle that is under way leaves off between two steps, each of which
is safe to be the last.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import traceback
from collections.abc import Callable
from datetime import UTC
from types import FrameType

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.background import BackgroundScheduler

from daemon.clock import Clock
from daemon.cycle import Report, run_cycle
from daemon.errors import StateError
from daemon.house import House

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 4.0


class Stop:
    """Whether the process is to end; set by a signal."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def __call__(self) -> bool:
        return self._event.is_set()

    def request(self, _signal: int = 0, _frame: FrameType | None = None) -> None:
        self._event.set()

    def wait(self) -> None:
        """Until it is requested. Sliced, so that signals are taken between two slices."""
        while not self._event.wait(1.0):
            pass


def serve(house: House, clock: Clock, stop: Stop, seconds_between_cycles: int) -> int:
    """Run cycles until stopped; the exit code. Signals must be those of the main thread."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop.request)
    scheduler = BackgroundScheduler(timezone=UTC, daemon=True)
    idle = threading.Lock()
    cycle = _one_cycle(house, clock, idle)
    scheduler.add_job(cycle, id="first cycle", misfire_grace_time=None)
    scheduler.add_job(
        cycle,
        "interval",
        seconds=seconds_between_cycles,
        id="cycle",
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    scheduler.add_listener(_on_trouble, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
    scheduler.start()
    logger.info("watching %s, every %d s", ", ".join(house.mailboxes), seconds_between_cycles)
    stop.wait()
    logger.info("stopping")
    scheduler.shutdown(wait=False)
    if not idle.acquire(timeout=PATIENCE_SECONDS):
        logger.warning("a cycle is still waiting for its server; leaving it, the next start takes up where it was")
        logging.shutdown()
        os._exit(0)
    house.close()
    return 0


def _one_cycle(house: House, clock: Clock, idle: threading.Lock) -> Callable[[], None]:
    def cycle() -> None:
        with idle:
            if house.stopping():
                return
            try:
                tell(run_cycle(house, clock()))
            except StateError as error:
                logger.error("%s", error)  # noqa: TRY400 - expected, and said in one line

    return cycle


def tell(report: Report) -> None:
    """One line in the log for what a cycle did; nothing for a cycle without news."""
    done = [
        (len(report.recorded), "recorded"),
        (len(report.saved), "drafts saved"),
        (len(report.withdrawn), "drafts withdrawn"),
        (report.quarantined, "unreadable"),
    ]
    said = [f"{count} {what}" for count, what in done if count]
    if report.digest:
        said.append("digest delivered")
    if said:
        logger.info("cycle: %s", ", ".join(said))


def _on_trouble(event: JobExecutionEvent) -> None:
    error = getattr(event, "exception", None)
    if error is not None:
        frames = "".join(traceback.format_tb(error.__traceback__))
        logger.error("a cycle failed (%s)\n%s", type(error).__name__, frames)
    else:
        logger.warning("a cycle was missed; the next one makes up for it")
