"""Where a timeline is played: a mailbox on one of the back ends, Sam's mail client beside it, the house on a fresh database."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from unittest import mock

from daemon import assembly, config
from daemon.assembly import furnish
from daemon.house import House
from daemon.mailbox.protocol import Place
from daemon.state.database import connect, open_database
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.maildir_world import MaildirWorld
from tests.mailbox.world import World
from tests.peers.dovecot import PASSWORD, Dovecot
from tests.timelines.timeline import Timeline


class Backend(Protocol):
    """`world` has the hands at the mailbox; `section` is how the configuration names it."""

    world: World

    def section(self, folder: Path) -> dict[str, Any]: ...
    def forget(self, message_id: str) -> None:
        """The draft is gone for good, as after it was sent."""

    def close(self) -> None: ...


class OnMaildir:
    def __init__(self, folder: Path) -> None:
        self.root = folder / "mail"
        self.world: World = MaildirWorld(self.root)

    def section(self, folder: Path) -> dict[str, Any]:
        return {"name": "personal", "kind": "maildir", "path": str(self.root)}

    def forget(self, message_id: str) -> None:
        assert isinstance(self.world, MaildirWorld)
        self.world.path(Place.DRAFTS, message_id).unlink()

    def close(self) -> None:
        self.world.mailbox.close()


class OnDovecot:
    def __init__(self, server: Dovecot) -> None:
        self.server, self.user = server, server.new_user()
        self._imap = ImapWorld(server, self.user)
        self.world: World = self._imap

    def section(self, folder: Path) -> dict[str, Any]:
        password = folder / "password"
        password.write_text(PASSWORD)
        password.chmod(0o600)
        return {
            "name": "personal",
            "kind": "imap",
            "host": "127.0.0.1",
            "port": self.server.port,
            "tls": "none",
            "username": self.user,
            "password_file": str(password),
        }

    def forget(self, message_id: str) -> None:
        with self.server.client(self.user) as client:
            client.select_folder("Drafts")
            client.delete_messages(client.search(["HEADER", "Message-ID", message_id]))
            client.expunge()

    def close(self) -> None:
        self._imap.close()


class Stage:
    """One timeline's mailbox, configuration and database."""

    def __init__(self, timeline: Timeline, folder: Path, backend: Backend) -> None:
        self.backend, self.folder = backend, folder
        self.config_file = folder / "config.toml"
        self.database_file = _database_file()
        sections = {
            **timeline.settings,
            "state": {**timeline.settings.get("state", {}), "database": f"sqlite:///{self.database_file}"},
        }
        tables = [f"[{name}]\n{_entries(section)}" for name, section in sections.items()]
        self.config_file.write_text("\n".join([*tables, f"[[mailbox]]\n{_entries(backend.section(folder))}"]))
        self.lose_database()

    @property
    def world(self) -> World:
        return self.backend.world

    def house(self) -> House:
        """As the program puts it together from its configuration."""
        return furnish(config.load(self.config_file, {}))

    def lose_database(self) -> None:
        """The database is as on the first day."""
        _opened(f"sqlite:///{self.database_file}").close()
        for left in self.database_file.parent.glob("state.db*"):
            left.unlink()
        self.database_file.write_bytes(_empty_database())

    def user_sends(self, message_id: str, at: datetime, changed: Callable[[bytes], bytes]) -> None:
        """Sam sends a draft: `changed` is what his mail client makes of it."""
        (raw,) = [raw for raw in self.world.drafts() if message_id.encode() in raw]
        self.world.user_writes(changed(raw), at)
        self.backend.forget(message_id)

    def close(self) -> None:
        self.backend.close()


@contextmanager
def one_engine() -> Iterator[None]:
    """While this lasts, whoever opens a database gets the same engine for it.

    SQLAlchemy puts every statement together anew for every engine, and Alembic reads its scripts: that takes longer than to
    play a timeline. So all of them use one file, one after the other, which begins empty each time.
    """
    with mock.patch.object(assembly, "connect", _opened):
        yield


_opened = cache(connect)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="timelines")


def _database_file() -> Path:
    return Path(_folder().name) / "state.db"


@cache
def _empty_database() -> bytes:
    """A database with its schema and nothing in it."""
    file = Path(_folder().name) / "empty.db"
    open_database(f"sqlite:///{file}").close()
    return file.read_bytes()


def _entries(section: Any) -> str:
    return "".join(f"{key} = {_toml(value)}\n" for key, value in section.items())


def _toml(value: Any) -> str:
    """Strings, numbers, truths, lists and tables as TOML; its strings are written like those of JSON."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(one) for one in value) + "]"
    return json.dumps(value)
