"""What Gmail's calls cost, and the pace that keeps an account within its quota.

Google counts in units: 6,000 a minute for each user of a project made since May 2026 (15,000 for older ones; we keep to the
smaller number everywhere). Going over it costs more than waiting: the whole account is refused for a while.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType

from daemon.errors import MailboxUnavailable

UNITS_A_MINUTE = 6_000
_SHARE = 0.8
"""The user's other programs want something, too."""

BURST = 1_000
"""Units that may be spent at once. In any minute this and what comes back by then are below UNITS_A_MINUTE."""

COSTS: Mapping[str, int] = MappingProxyType(
    {
        "getProfile": 1,
        "history.list": 2,
        "messages.list": 5,
        "messages.get": 20,
        "messages.attachments.get": 20,
        "messages.trash": 20,
        "messages.modify": 20,
        "messages.import": 100,
        "threads.get": 40,
        "drafts.list": 5,
        "drafts.get": 5,
        "drafts.create": 10,
        "labels.list": 1,
        "labels.create": 5,
        "settings.sendAs.list": 1,
    }
)
"""Units by call. Of those that Google's table does not name, a number that is rather too high."""


class Pace:
    """A token bucket. `clock` gives seconds that only ever grow; `sleep` waits for so many. Used by one thread, but for `stop`.

    `spend` and `pause` raise MailboxUnavailable once it was stopped: who waits is to leave, and nothing more is to be asked for.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] | None = None) -> None:
        self._clock = clock
        self._stopped = threading.Event()
        self._wait = sleep or self._stopped.wait
        self._units = float(BURST)
        self._counted_at = clock()

    def spend(self, units: int) -> None:
        """Wait until so many units are there, at most BURST, and take them."""
        self._go_on()
        self._count()
        if self._units < units:
            self._sleep((units - self._units) / _PER_SECOND)
            self._count()
        self._units -= units

    def pause(self, seconds: float) -> None:
        """The server asks for it."""
        self._units = min(self._units, 0.0)
        self._sleep(seconds)

    def stop(self) -> None:
        """End the wait under way, and all others to come."""
        self._stopped.set()

    def _sleep(self, seconds: float) -> None:
        self._wait(seconds)
        self._go_on()

    def _go_on(self) -> None:
        if self._stopped.is_set():
            raise MailboxUnavailable("the program is to end")

    def _count(self) -> None:
        now = self._clock()
        self._units = min(float(BURST), self._units + (now - self._counted_at) * _PER_SECOND)
        self._counted_at = now


_PER_SECOND = UNITS_A_MINUTE * _SHARE / 60
