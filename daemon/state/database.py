"""The engine, its sessions, and the schema's migrations at start.

SQLite (the default) runs in WAL mode with BEGIN IMMEDIATE: its driver's own transactions would lose updates silently.
PostgreSQL works by URL. A session is one unit of work; no network call happens inside one.

One transaction at a time in a process: SQLite would let its threads poll for the file's lock, some for longer than they wait,
and on PostgreSQL two that group mail at once would not see each other's.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url, select
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, InterfaceError, ProgrammingError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import StaticPool

from daemon.errors import StateError
from daemon.state.models import Base

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK_TIMEOUT_SECONDS = 30
TURN_TIMEOUT_SECONDS = 120
"""A transaction takes seconds at most; only one that waits for a lock, or for a server that is gone, keeps the others so long."""

_IN_WORDS = {
    "database is locked": "another program has locked it; end that program",
    "database or disk is full": "its disk is full; make room",
    "disk I/O error": "its disk cannot be written; look whether it is full or failing",
    "attempt to write a readonly database": "it is read-only; look at the permissions of the file and its folder",
    "unable to open database file": "its file cannot be opened; look whether the disk is there, full, and yours to write",
    "database disk image is malformed": "its file is damaged; put the latest backup in its place",
    "file is not a database": "its file is no database; put the latest backup in its place",
}
"""What SQLite says, and what that means for the user."""


class Database:
    """One database. `open` migrates it; `session()` is one transaction, committed at the end of the block."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._sessions = sessionmaker(engine, expire_on_commit=False)
        self._turn = threading.Lock()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed when the block ends, rolled back when it raises. StateError if the database fails."""
        if not self._turn.acquire(timeout=TURN_TIMEOUT_SECONDS):
            raise StateError("the database cannot be used: a transaction before this one does not end")
        try:
            with self._sessions.begin() as session:
                yield session
        except (IntegrityError, ProgrammingError, DataError):
            raise
        except (DatabaseError, InterfaceError) as error:
            raise StateError(f"the database cannot be used: {_in_words(error)}") from error
        finally:
            self._turn.release()

    def empty_log(self) -> None:
        """What was deleted is no longer in SQLite's write-ahead log either, which the service keeps as long as it runs. Whoever
        works with the database at that moment is waited for; StateError if it fails."""
        if self.engine.dialect.name != "sqlite":
            return
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except sqlite3.Error as error:
            raise StateError(f"the database cannot be used: {error}") from error
        finally:
            connection.close()

    def close(self) -> None:
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Connect and bring the schema up to date, keeping a copy of an SQLite file before changing it.

    Raises StateError where the database is newer than the program, cannot be opened, or fails to migrate.
    """
    parsed = make_url(url)
    file = (
        Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:") else None
    )
    if file is not None:
        _private_file(file)
    database = Database(_engine(url))
    try:
        _migrate(database.engine, file)
    except SQLAlchemyError as error:
        database.close()
        place = parsed.render_as_string(hide_password=True)
        raise StateError(f"the database at {place} cannot be used: {_in_words(error)}") from error
    return database


def copy_in_memory(database: Database) -> Database:
    """A throw-away copy of all that is known, for trying things out (`--dry-run`). Works for every kind of database."""
    copy = Database(_engine("sqlite://"))
    Base.metadata.create_all(copy.engine)
    with database.session() as source, copy.session() as target:
        for table in Base.metadata.sorted_tables:
            rows = [dict(row) for row in source.execute(select(table)).mappings()]
            if rows:
                target.execute(table.insert(), rows)
    return copy


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    in_memory = make_url(url).database in (None, "", ":memory:")
    options: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {}
    engine = create_engine(
        url, connect_args={"timeout": LOCK_TIMEOUT_SECONDS, "check_same_thread": False, "isolation_level": None}, **options
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        # what is deleted is overwritten: `forget` means it
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _in_words(error: SQLAlchemyError) -> str:
    """Why the database failed, on one line, without the statement and its values."""
    said = str(getattr(error, "orig", None) or error)
    line = (said.splitlines() or [""])[0]
    return _IN_WORDS.get(line, line)


def _private_file(file: Path) -> None:
    """The database holds names and subjects of a private correspondence: only the user may read it.

    A file that is there is not opened: to close it would take the locks of every SQLite connection of this process off it
    (fcntl(2)), and another process could then throw away what they wrote.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise StateError(f"the database {file} cannot be opened: {error.strerror}") from error


def _alembic(engine: Engine) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def _migrate(engine: Engine, file: Path | None) -> None:
    scripts = ScriptDirectory.from_config(_alembic(engine))
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    known = {script.revision for script in scripts.walk_revisions()}
    if current is not None and current not in known:
        raise StateError(f"the database is of a newer version of afterword (schema {current}): upgrade the program")
    if file is not None and current is not None:
        _keep_copy(engine, file.with_name(f"{file.name}.before-{scripts.get_current_head()}"))
    command.upgrade(_alembic(engine), "head")


def _keep_copy(engine: Engine, target: Path) -> None:
    os.close(os.open(target, os.O_CREAT | os.O_RDWR, 0o600))
    source = engine.raw_connection()
    copy = sqlite3.connect(target)
    try:
        assert isinstance(source.driver_connection, sqlite3.Connection)  # noqa: S101 - only SQLite has a file
        source.driver_connection.backup(copy)
    finally:
        copy.close()
        source.close()
