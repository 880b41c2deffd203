"""Whether the machine slept, or somebody set its clock: the wall clock against the monotonic one, which does neither.

Linux stops the monotonic clock while the machine sleeps, so both show as a leap of the wall clock.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

from daemon.clock import Clock

LEAP = timedelta(seconds=30)
"""Clocks are corrected by less all the time."""


class Vigil:
    """`leapt` may be asked from any thread; of those that ask at the same moment one is told."""

    def __init__(self, clock: Clock, monotonic: Callable[[], float]) -> None:
        self._clock, self._monotonic = clock, monotonic
        self._lock = threading.Lock()
        self._wall, self._steady = clock(), monotonic()

    def leapt(self) -> timedelta | None:
        """By how much the wall clock went on (or back) more than time did since the last question; None for no leap."""
        with self._lock:
            wall, steady = self._clock(), self._monotonic()
            leap = (wall - self._wall) - timedelta(seconds=steady - self._steady)
            self._wall, self._steady = wall, steady
        return leap if abs(leap) > LEAP else None
