"""One process at a time works on a state: a second one would save a second draft between the other's look and its save.

The lock of an SQLite database is a file beside it, that of a PostgreSQL database the server's own (pg_try_advisory_lock). Both
end with the process that holds them, however it ends.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from daemon.config_values import Surroundings
from daemon.errors import StateError, UserError
from daemon.state.database import Database, in_words

ADVISORY_KEY = int.from_bytes(sha256(b"afterword").digest()[:8], signed=True)
TRIES = 10
"""Whoever only looks who holds the lock, holds it himself for a moment."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The files of a running service: what says who holds the state, and the socket that it answers on."""

    holder: Path
    socket: Path

    @classmethod
    def of(cls, database_url: str, environ: Mapping[str, str] = os.environ) -> Whereabouts | None:
        """Beside an SQLite file, else in the platform's folder for state (the socket in $RUNTIME_DIRECTORY where systemd gives
        one). None for a database in memory, which no other process can share."""
        url = make_url(database_url)
        if url.get_backend_name() == "sqlite":
            if url.database in (None, "", ":memory:"):
                return None
            base = Path(str(url.database)).absolute()
        else:
            folder = Surroundings(Path("/"), environ).state_folder()
            if folder is None:
                return None
            known = url.set(password=None).render_as_string()
            base = folder / f"{url.get_backend_name()}-{sha256(known.encode()).hexdigest()[:8]}"
        given = environ.get("RUNTIME_DIRECTORY", "").split(":")[0]
        return cls(
            base.with_name(f"{base.name}.lock"),
            Path(given) / "status.socket" if given else base.with_name(f"{base.name}.socket"),
        )


class StateLock:
    """Held from its making until `release`, or as long as the process lives."""

    def __init__(self, database: Database, whereabouts: Whereabouts | None, doing: str) -> None:
        """`doing` is what others are told that this process does. Raises UserError where another one works on this state, and
        StateError where the lock cannot be made."""
        self._database = database
        self._file: int | None = None
        self._connection: Connection | None = None
        self._on_server = database.engine.dialect.name == "postgresql"
        try:
            if whereabouts is not None:
                self._file = _locked(whereabouts, doing)
            if self._on_server:
                self._connection = _advisory(database)
        except BaseException:
            self.release()
            raise

    def assure(self) -> None:
        """Take the lock on a server again if the connection that held it was lost. Raises UserError where another process has it
        by now, and StateError where the server is not there."""
        if not self._on_server:
            return
        try:
            if self._connection is not None:
                self._connection.execute(text("SELECT 1"))
                return
        except SQLAlchemyError:
            self._hang_up()
        self._connection = _advisory(self._database)

    def release(self) -> None:
        """Never raises."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        self._hang_up()

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.invalidate()  # into the pool it would go with the lock still on it
            connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.release()


def holder(whereabouts: Whereabouts) -> dict[str, Any]:
    """What the process that works on the state says of itself: `pid`, `doing`, `socket`. Empty where nobody does."""
    try:
        file = os.open(whereabouts.holder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return {}
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return _said(file)
    else:
        return {}
    finally:
        os.close(file)


def _locked(whereabouts: Whereabouts, doing: str) -> int:
    try:
        whereabouts.holder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(whereabouts.holder, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StateError(f"the lock {whereabouts.holder} cannot be made: {error.strerror}") from error
    if not _lock(file):
        said = _said(file)
        os.close(file)
        raise _taken(f"process {said.get('pid', '?')}: {said.get('doing', 'unknown')}")
    card = {"pid": os.getpid(), "doing": doing, "socket": str(whereabouts.socket)}
    try:
        os.ftruncate(file, 0)
        os.pwrite(file, json.dumps(card).encode(), 0)
    except OSError as error:
        os.close(file)
        raise StateError(f"the lock {whereabouts.holder} cannot be written: {error.strerror}") from error
    return file


def _lock(file: int) -> bool:
    for attempt in range(TRIES):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.1 if attempt < TRIES - 1 else 0)
        else:
            return True
    return False


def _advisory(database: Database) -> Connection:
    try:
        connection = database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        if connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": ADVISORY_KEY}):
            return connection
        connection.close()
    except SQLAlchemyError as error:
        raise StateError(f"the database cannot be used: {in_words(error)}") from error
    raise _taken("on this PostgreSQL database")


def _taken(who: str) -> UserError:
    return UserError(
        f"afterword works on this state already ({who}); see `afterword status`. It does by itself what `run --once` does; "
        "to run that by hand, stop the service first"
    )


def _said(file: int) -> dict[str, Any]:
    try:
        said = json.loads(os.pread(file, 4096, 0) or b"{}")
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
