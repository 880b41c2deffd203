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
CONNECT_SECONDS = 10
STATEMENT_SECONDS = 60
SILENCE_SECONDS = 30
"""So long a PostgreSQL server may take to let us in, for one statement, and to acknowledge what it was sent. A server that is
gone is found out while `TURN_TIMEOUT_SECONDS` last."""
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
    """One database. `migrate` brings its schema up to date; `session()` is one transaction, committed at the end of the block."""

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
            raise StateError(f"the database cannot be used: {in_words(error)}") from error
        finally:
            self._turn.release()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the schema is that of the program. Raises StateError where it is of a newer one, or cannot be read."""
        with self._told_in_words():
            revision, head = _revisions(self.engine)
        return revision == head

    def migrate(self) -> None:
        """Bring the schema up to date, keeping a copy of an SQLite file before changing it; no other process may do so at once.
        Raises StateError where the database is newer than the program, cannot be opened, or fails to migrate."""
        with self._told_in_words():
            _migrate(self.engine)

    @contextmanager
    def _told_in_words(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            place = self.engine.url.render_as_string(hide_password=True)
            raise StateError(f"the database at {place} cannot be used: {in_words(error)}") from error

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


def connect(url: str) -> Database:
    """The database as it is. Raises StateError where its file cannot be made; whether it can be used shows later."""
    engine = _engine(url)
    if (file := _file(engine)) is not None:
        _private_file(file)
    return Database(engine)


def open_database(url: str) -> Database:
    """Connect and bring the schema up to date. Raises StateError as `Database.migrate` does."""
    database = connect(url)
    try:
        database.migrate()
    except StateError:
        database.close()
        raise
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
        return _on_a_server(url)
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


def _on_a_server(url: str) -> Engine:
    """PostgreSQL, which may hang as every server may. What the URL itself says of these times holds."""
    patience = {
        "connect_timeout": CONNECT_SECONDS,
        "keepalives_idle": SILENCE_SECONDS,
        "keepalives_interval": SILENCE_SECONDS // 3,
        "keepalives_count": 3,
        "tcp_user_timeout": SILENCE_SECONDS * 1000,
    }
    given = make_url(url).query
    engine = create_engine(
        url, pool_pre_ping=True, connect_args={name: value for name, value in patience.items() if name not in given}
    )

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.autocommit = True  # else the first transaction that is rolled back takes them back, too
        connection.execute(f"SET statement_timeout = '{STATEMENT_SECONDS}s'")
        connection.execute(f"SET lock_timeout = '{LOCK_TIMEOUT_SECONDS}s'")
        connection.autocommit = False

    return engine


def in_words(error: SQLAlchemyError) -> str:
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


def _revisions(engine: Engine) -> tuple[str | None, str | None]:
    """The schema's, None before the first, and the program's. Raises StateError where the program does not know the schema."""
    scripts = ScriptDirectory.from_config(_alembic(engine))
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in {script.revision for script in scripts.walk_revisions()}:
        raise StateError(f"the database is of a newer version of afterword (schema {current}): upgrade the program")
    return current, scripts.get_current_head()


def _file(engine: Engine) -> Path | None:
    """That of an SQLite database; None for every other and for one in memory."""
    name = engine.url.database
    return Path(name) if engine.dialect.name == "sqlite" and name not in (None, "", ":memory:") else None


def _migrate(engine: Engine) -> None:
    (current, head), file = _revisions(engine), _file(engine)
    if current == head:
        return
    if file is not None and current is not None:
        _keep_copy(engine, file.with_name(f"{file.name}.before-{head}"))
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
