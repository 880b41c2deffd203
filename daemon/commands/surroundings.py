"""What every command starts from: which configuration, and which instant."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from daemon import config
from daemon.assembly import furnish
from daemon.clock import Clock
from daemon.config import Settings
from daemon.house import House


@dataclass(frozen=True)
class Surroundings:
    """`config_file` is what `--config` named; `clock` is the one clock, set by `--now` or the system's."""

    config_file: Path | None
    clock: Clock

    @property
    def now(self) -> datetime:
        return self.clock()

    def settings(self, *, signing_in: bool = False) -> Settings:
        """Raises ConfigError with every fault at once; `signing_in`: but for a password that is not there yet."""
        return config.load(self.config_file, os.environ, signing_in=signing_in)

    @contextmanager
    def house(self, stopping: Callable[[], bool] = lambda: False) -> Iterator[House]:
        house = furnish(self.settings(), stopping)
        try:
            yield house
        finally:
            house.close()
