"""The database: migrations from nothing and on a filled one, SQLite's locking, private files, instants."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text
from sqlalchemy.exc import StatementError

from daemon.errors import StateError
from daemon.state.database import MIGRATIONS, Database, _alembic, copy_in_memory, open_database
from daemon.state.models import ApplicationRow, Base, CorrectionRow, MailboxRow, MessageRow, ThreadRow
from tests.peers.postgresql import PostgreSQL

REBUILDS_THE_PARENTS = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9000", "{head}", None, None


def upgrade() -> None:
    for table in ("mailbox", "thread"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("added", sa.Text(), nullable=False, server_default="new"))
"""
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.peer("postgresql"))])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'state' / 'state.db'}"
    else:
        url = request.getfixturevalue("postgresql").new_database()
    database = open_database(url)
    yield database
    database.close()


def fill(database: Database) -> None:
    with database.session() as session:
        mailbox = MailboxRow(name="personal", first_cycle_at=NOW, cursor="42")
        application = ApplicationRow(company="Northwind", company_key="northwind")
        session.add_all([mailbox, application])
        session.flush()
        thread = ThreadRow(mailbox_id=mailbox.id, application=application, root="<1@x.example>", subject="Hello")
        thread.messages.append(
            MessageRow(
                mailbox_id=mailbox.id,
                message_id="<1@x.example>",
                ref="1",
                place="inbox",
                direction="incoming",
                received_at=NOW,
                recorded_at=NOW,
                size=1,
                recipients=["Sam", "sam@rivera.example"],
                kind="other",
                confidence=0.5,
                confident=False,
            )
        )
        session.add(thread)


class TestMigrations:
    def test_lead_from_nothing_to_exactly_the_models(self, database: Database) -> None:
        with database.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []

    def test_keep_every_row_of_a_filled_database(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A migration that rebuilds the parent tables, as batch operations on SQLite do, must not take the children along."""
        url = f"sqlite:///{tmp_path / 'state.db'}"
        database = open_database(url)
        fill(database)
        database.close()
        migrations = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, migrations)
        head = ScriptDirectory(str(MIGRATIONS)).get_current_head()
        assert head is not None
        (migrations / "versions" / "9000_rebuild.py").write_text(REBUILDS_THE_PARENTS.replace("{head}", head))
        monkeypatch.setattr("daemon.state.database.MIGRATIONS", migrations)
        again = open_database(url)
        with again.engine.connect() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9000"
            assert connection.execute(text("SELECT message_id, kind FROM message")).all() == [("<1@x.example>", "other")]
            assert connection.execute(text("SELECT name, cursor, added FROM mailbox")).all() == [("personal", "42", "new")]
            assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
        copy = sqlite3.connect(tmp_path / "state.db.before-9000")
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(head,)]
        copy.close()

    def test_lead_a_database_of_the_first_version_on_with_its_corrections(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'state.db'}"
        database = open_database(url)
        fill(database)
        with database.session() as session:
            session.add(CorrectionRow(message_id="<1@x.example>", kind="holding", said_at=NOW))
        command.downgrade(_alembic(database.engine), "0001")
        database.close()
        with open_database(url).session() as session:
            row = session.scalars(select(MessageRow)).one()
            assert (row.message_id, row.evidence_rules, row.reread_due, row.agency) == ("<1@x.example>", [], False, False)
            assert (row.answer_by, row.answer_by_phrase) == (None, "")
            correction = session.scalars(select(CorrectionRow)).one()
            assert (correction.kind, correction.form, correction.read_as) == ("holding", "", "")

    def test_refuse_a_database_of_a_newer_program(self, tmp_path: Path) -> None:
        url = f"sqlite:///{tmp_path / 'state.db'}"
        database = open_database(url)
        with database.engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        database.close()
        with pytest.raises(StateError, match="newer version"):
            open_database(url)

    def test_go_down_and_up_again(self, database: Database) -> None:
        command.downgrade(_alembic(database.engine), "base")
        command.upgrade(_alembic(database.engine), "head")
        with database.engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path / 'state.db'}").close()
    assert stat.S_IMODE((tmp_path / "state.db").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StateError, match="cannot be opened"):
        open_database(f"sqlite:///{tmp_path / 'file' / 'state.db'}")


def test_something_else_than_a_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"this is no database at all, but long enough to look like a file" * 20)
    with pytest.raises(StateError, match="cannot be used"):
        open_database(f"sqlite:///{tmp_path / 'state.db'}")


def test_parallel_increments_in_sqlite_lose_none(tmp_path: Path) -> None:
    """Its driver's own transactions begin too late for that; ours begin at once (BEGIN IMMEDIATE)."""
    database = open_database(f"sqlite:///{tmp_path / 'state.db'}")
    fill(database)

    def count() -> None:
        for _ in range(20):
            with database.session() as session:
                row = session.scalars(select(MailboxRow)).one()
                row.cursor = str(int(row.cursor or 0) + 1)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.session() as session:
        assert session.scalars(select(MailboxRow.cursor)).one() == str(42 + 80)


def test_foreign_keys_are_enforced(database: Database) -> None:
    fill(database)
    with database.session() as session:
        session.delete(session.scalars(select(MailboxRow)).one())
    with database.session() as session:
        assert session.scalars(select(MessageRow)).all() == []


def test_instants_come_back_aware_and_naive_ones_are_refused(database: Database) -> None:
    fill(database)
    with database.session() as session:
        assert session.scalars(select(MailboxRow.first_cycle_at)).one() == NOW
    with pytest.raises(StatementError, match="naive"), database.session() as session:
        session.add(MailboxRow(name="other", first_cycle_at=NOW.replace(tzinfo=None)))


def test_a_copy_holds_everything_and_changes_nothing(database: Database) -> None:
    fill(database)
    copy = copy_in_memory(database)
    with copy.session() as session:
        row = session.scalars(select(MailboxRow)).one()
        assert (row.name, row.first_cycle_at) == ("personal", NOW)
        row.cursor = "changed"
    with database.session() as session:
        assert session.scalars(select(MailboxRow.cursor)).one() == "42"


@pytest.mark.peer("postgresql")
def test_a_server_gets_so_much_time_for_a_statement_also_after_one_that_failed(postgresql: PostgreSQL) -> None:
    database = open_database(postgresql.new_database())

    def takes_its_time() -> None:
        with database.session() as session:
            assert session.scalar(text("SHOW statement_timeout")) == "1min"
            assert session.scalar(text("SHOW lock_timeout")) == "30s"
            session.execute(text("SET LOCAL statement_timeout = 50"))
            session.execute(text("SELECT pg_sleep(5)"))

    for _ in range(2):
        with pytest.raises(StateError, match="statement timeout") as failed:
            takes_its_time()
        assert len(str(failed.value).splitlines()) == 1
    database.close()
