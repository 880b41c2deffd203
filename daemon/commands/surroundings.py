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
from daemon.errors import StateError, UserError
from daemon.house import House
from daemon.service.lock import StateLock, Whereabouts, holder


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
        house = furnished(self.settings(), stopping)
        try:
            yield house
        finally:
            house.close()


def furnished(settings: Settings, stopping: Callable[[], bool] = lambda: False) -> House:
    """The house, with a database whose schema is that of the program. Raises StateError."""
    house = furnish(settings, stopping)
    try:
        if not house.database.is_up_to_date:
            _migrate(house, settings.state.database)
    except BaseException:
        house.close()
        raise
    return house


def _migrate(house: House, url: str) -> None:
    """Not below a service that works on it, nor twice at once."""
    whereabouts = Whereabouts.of(url)
    try:
        with StateLock(house.database, whereabouts, "migration"):
            house.database.migrate()
    except UserError as error:
        if whereabouts is not None and holder(whereabouts).get("doing") == "service":
            again = "the service that works on the database is of an older version; start it again, and it brings it up to date"
            raise StateError(again) from error
        raise StateError("another process brings the database up to date; try again in a moment") from error
