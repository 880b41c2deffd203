"""Where a mailbox's token lies between two runs: one small JSON file that nobody else may read.

A refresh token is a key to the whole mailbox, and with Microsoft each one works until the next: a file half written, or two
processes that refresh at once and save in the wrong order, would lock the user out. So a file is only ever replaced as a whole,
and whoever is about to refresh holds the lock first, then looks whether somebody else has done it already.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from daemon.errors import AccessRevoked, MailboxUnavailable

LOCK_PATIENCE = 60.0
_LOOK_AGAIN_AFTER = 0.05
_INSTANTS = ("expires_at", "granted_at", "refreshed_at")
_LARGEST_FILE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What a provider gave us. Every instant is aware and in UTC, by the clock of this machine.

    `access_token` opens the mailbox until `expires_at`; `refresh_token` gets the next one. `scopes` is what the user granted and
    `client_id` the client it was granted to. `granted_at` is the user's own sign-in, `refreshed_at` the last time that the
    provider honoured it. `account` is the address that was signed in, where it is known, else ''.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires_at: datetime
    scopes: tuple[str, ...]
    client_id: str
    granted_at: datetime
    refreshed_at: datetime
    account: str = ""


class TokenStore:
    """One token file. Any number of processes and threads may use the same one at the same time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Token | None:
        """The token, or None where nobody has signed in yet. Raises AccessRevoked for a file that cannot be used."""
        try:
            if self.path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise AccessRevoked(f"the token file can be read by others; chmod 600 {self.path}")
            with self.path.open("rb") as file:
                raw = file.read(_LARGEST_FILE)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise AccessRevoked(f"the token file {self.path} cannot be read: {error.strerror}") from None
        try:
            return read_token(json.loads(raw))
        except (ValueError, RecursionError):
            raise AccessRevoked(f"the token file {self.path} is damaged") from None

    def save(self, token: Token) -> None:
        """Replace the file as a whole, durably, with mode 0600. Raises MailboxUnavailable where that cannot be done."""
        document = asdict(token) | {name: getattr(token, name).isoformat() for name in _INSTANTS}
        try:
            write_private(self.path, json.dumps(document, indent=2) + "\n")
        except OSError as error:
            raise self._not_written(error) from None

    @contextlib.contextmanager
    def lock(self, patience: float = LOCK_PATIENCE) -> Iterator[None]:
        """Keep others who use this file from refreshing; waits at most `patience` seconds.

        Raises MailboxUnavailable when others keep it longer, and where the folder cannot be written to: better before a
        refresh than after it, when a token that nobody saved is lost.
        """
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise self._not_written(error) from None
        try:
            _take(lock, patience)
            yield
        finally:
            os.close(lock)

    def _not_written(self, error: OSError) -> MailboxUnavailable:
        return MailboxUnavailable(f"the token file {self.path} cannot be written: {error.strerror or type(error).__name__}")


def write_private(path: Path, text: str) -> None:
    """Replace a file as a whole, durably; nobody but its owner can read it, at no moment. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes it 0600 from the first byte
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(name)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _take(lock: int, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise MailboxUnavailable(f"another process has been refreshing the token for {patience:.0f} seconds") from None
            time.sleep(_LOOK_AGAIN_AFTER)
        else:
            return


def read_token(document: Any) -> Token:
    """The token in a document of the form that `save` writes. Raises ValueError for any other."""
    names = {each.name for each in fields(Token)}
    if not isinstance(document, dict) or not names <= set(document):
        raise ValueError("no token")
    values = {name: document[name] for name in names}
    scopes = values.pop("scopes")
    if not isinstance(scopes, list) or not all(isinstance(value, str) for value in (*scopes, *values.values())):
        raise ValueError("no token")
    instants = {name: datetime.fromisoformat(values[name]) for name in _INSTANTS}
    if any(instant.tzinfo is None for instant in instants.values()):
        raise ValueError("an instant without its offset")
    return Token(**{**values, **{name: instant.astimezone(UTC) for name, instant in instants.items()}}, scopes=tuple(scopes))
