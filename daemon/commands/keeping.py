"""`export`, `backup` and `forget`: what is known in a form that other programs read, a copy to go back to, and the end of it."""

from __future__ import annotations

import csv
import io
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from daemon.commands.applications import meant
from daemon.commands.threads import thread_rows
from daemon.errors import StateError, UserError
from daemon.house import House
from daemon.state.forgetting import forget, what_would_go
from daemon.state.history import load_history
from daemon.state.models import Base


def everything(house: House) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, as JSON knows it. Instants are ISO 8601 in UTC."""
    tables: dict[str, list[dict[str, Any]]] = {}
    with house.database.session() as session:
        for table in Base.metadata.sorted_tables:
            rows = session.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            tables[table.name] = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return tables


COLUMNS = (
    "company", "role", "state", "since", "contact", "contact_address", "interview_start", "interview_end", "promise_until",
    "next", "next_due_at", "follow_ups_sent", "subject", "mailbox", "thread",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(house: House, now: datetime) -> str:
    """One line a thread, as CSV (RFC 4180) with a line of headings: what `threads` shows, for a spreadsheet."""
    page = io.StringIO()
    writer = csv.DictWriter(page, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in thread_rows(house, now):
        contact, interview, upcoming = row["main_contact"] or {}, row["interview"] or {}, row["next"] or {}
        cells = {
            **{name: row[name] for name in ("company", "role", "state", "since", "promise_until", "subject", "mailbox")},
            "contact": contact.get("name"),
            "contact_address": contact.get("email"),
            "interview_start": interview.get("start"),
            "interview_end": interview.get("end"),
            "next": upcoming.get("kind"),
            "next_due_at": upcoming.get("due_at"),
            "follow_ups_sent": row["follow_ups_sent"],
            "thread": row["id"],
        }
        writer.writerow({name: _inert(value) for name, value in cells.items()})
    return page.getvalue()


def _inert(value: Any) -> Any:
    """Companies, roles and subjects come from strangers: a spreadsheet must not compute them (CWE-1236)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def what_forget_means(house: House, words: str) -> tuple[int, str]:
    """The application that the user means, by its row's id, and what would go, in a line. Raises UserError."""
    with house.database.session() as session:
        application = meant(load_history(session), words)
        going = what_would_go(session, int(application.key))
    name = " · ".join(filter(None, (application.company, application.role))) or "this application"
    what = f"{_counted(going.conversations, 'conversation')} with {_counted(going.messages, 'message')}"
    return int(application.key), f"{name}: {what}"


def forget_application(house: House, application: int) -> Iterator[str]:
    """Forget it, and say what is left to do for the user."""
    with house.database.session() as session:
        gone = forget(session, application)
    house.database.empty_log()
    yield f"forgotten: {_counted(gone.messages, 'message')}; their mail stays in your mailbox and is not read again"
    for mailbox, subject in gone.drafts_left:
        yield f"a draft of ours is left to you in {mailbox}: {subject}"
    yield "copies of the database (of `backup`, of an upgrade) still know it"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def backup(house: House, target: Path) -> None:
    """A consistent copy of the SQLite database, taken while the service may run. Readable by the owner only. Raises UserError
    where the target is there already or the database is not SQLite (pg_dump is the tool then), and StateError where the copy
    fails; no half of one is left."""
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
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise StateError(f"{target} cannot be written: {error}") from error
    finally:
        source.close()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (datetime, date)) else value
