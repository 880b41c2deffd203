"""Alembic's entry: migrations run on the engine that `daemon.state.database` hands over.

On SQLite, enforced foreign keys are switched off for the time of the migration: a batch operation drops and rebuilds a
table, and the drop would take the rows that refer to it along.
"""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Engine

from daemon.errors import StateError
from daemon.state.models import Base
from daemon.state.types import StringList, UtcDateTime


def plain_type(kind: str, item: Any, _autogenerate: Any) -> str | Literal[False]:
    """How our column types are written down in a migration: as SQL knows them, so that it outlives our code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, StringList):
        return "sa.JSON()"
    return False


def run() -> None:
    engine = context.config.attributes["engine"]
    if not isinstance(engine, Engine):
        raise TypeError("migrations are run through daemon.state.database.Database.migrate")
    sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if sqlite:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")  # a whole table may be rewritten
        context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, render_item=plain_type)
        context.run_migrations()
        if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            connection.rollback()
            raise StateError("the migration would break references between rows; nothing was changed")
        connection.commit()
        if sqlite:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")


run()
