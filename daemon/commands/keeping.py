"""`export` and `backup`: everything that is known in a form that other programs read, and a copy to go back to."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from daemon.errors import UserError
from daemon.house import House
from daemon.state.models import Base


def everything(house: House) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, as JSON knows it. Instants are ISO 8601 in UTC."""
    tables: dict[str, list[dict[str, Any]]] = {}
    with house.database.session() as session:
        for table in Base.metadata.sorted_tables:
            rows = session.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            tables[table.name] = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return tables


def backup(house: House, target: Path) -> None:
    """A consistent copy of the SQLite database, taken while the service may run. Readable by the owner only. Raises UserError
    where the target is there already or the database is not SQLite (pg_dump is the tool then)."""
    engine = house.database.engine
    if engine.dialect.name != "sqlite":
        raise UserError("backup copies SQLite databases; for PostgreSQL use pg_dump")
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise UserError(f"{target} is there already; name a new file") from None
    except OSError as error:
        raise UserError(f"{target} cannot be written: {error.strerror}") from None
    source = engine.raw_connection()
    try:
        if not isinstance(source.driver_connection, sqlite3.Connection):
            raise TypeError("the SQLite dialect without sqlite3's connection")
        with closing(sqlite3.connect(target)) as copy:
            source.driver_connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        source.close()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (datetime, date)) else value
