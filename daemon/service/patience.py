"""How long to leave a server alone that fails, and a wait alone that ends without a reason. Pure: chance and time are given."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

MOST_THAT_A_SERVER_MAY_ASK = 6 * 3600.0


@dataclass
class Patience:
    """Back-off with full jitter: after the nth failure in a row a chance share of `first` · 2ⁿ⁻¹ seconds, but of `most` at most;
    at least `least`.

    Many that fail together so come back one by one. The first `free` failures cost nothing. `chance` gives numbers from 0 to 1,
    `monotonic` seconds.
    """

    first: float = 5.0
    most: float = 15 * 60.0
    least: float = 1.0
    free: int = 0
    chance: Callable[[], float] = random.random
    monotonic: Callable[[], float] = time.monotonic
    failures: int = 0
    _until: float = 0.0

    def failed(self, retry_after: float | None = None) -> float:
        """Note one more failure; the seconds to wait now. `retry_after`: the seconds that the server itself asked for."""
        self.failures += 1
        counted = self.failures - self.free
        pause = 0.0
        if counted > 0:
            pause = max(self.least, self.chance() * min(self.most, self.first * 2.0 ** min(counted - 1, 60)))
        pause = max(pause, min(retry_after or 0.0, MOST_THAT_A_SERVER_MAY_ASK))
        self._until = self.monotonic() + pause
        return pause

    def succeeded(self) -> None:
        self.failures = 0
        self._until = 0.0

    @property
    def remaining(self) -> float:
        """The seconds that are still to be waited; 0 where none."""
        return max(0.0, self._until - self.monotonic())
