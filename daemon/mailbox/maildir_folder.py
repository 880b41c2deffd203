"""One Maildir: a directory with `cur`, `new` and `tmp`, and one file a message.

A message's file changes its name as its flags change and moves from `new` to `cur` once a program has seen it, at any moment and
by other programs' hands. What stays is the part of the name before the flags, its *base name*; a file that is gone between
listing and reading is therefore looked for once more under its base name, and is gone only then.
"""

from __future__ import annotations

import hashlib
import itertools
import logging
import os
import re
import secrets
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

from daemon.mailbox.draft_fate import HEADER_AT_MOST, header_fields

_INFO = re.compile(r"[:;!]2,([A-Za-z]*)$")  # the separator is ';' or '!' where a file system knows no ':' in names
_SYNC_MARKS = re.compile(r",(?:U=\d{1,10}|FMD5=[0-9a-f]{32})")
_DELIVERED = re.compile(r"(\d{9,10})(?=[._])")
_LISTED_AT_MOST = 3
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_log = logging.getLogger(__name__)
_deliveries = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Entry:
    """A message's file as it was listed, in `cur` or `new` (`directory`)."""

    directory: Path
    name: str

    @property
    def path(self) -> Path:
        return self.directory / self.name

    @property
    def base(self) -> str:
        return base_name(self.name)

    @property
    def flags(self) -> str:
        """Maildir's letters: D draft, F flagged, P passed on, R replied, S seen, T trashed."""
        info = _INFO.search(self.name)
        return info[1] if info else ""

    @property
    def delivered_at(self) -> datetime | None:
        """When the file was delivered into its first Maildir, where its name tells it."""
        match = _DELIVERED.match(self.name)
        return datetime.fromtimestamp(int(match[1]), UTC) if match else None


def base_name(name: str) -> str:
    """The lasting part of a file's name: no flags, and nothing that synchronisers write into it later (mbsync, offlineimap)."""
    base, colon, _ = name.partition(":2,")
    if not colon:
        base = _INFO.sub("", name)
    return _SYNC_MARKS.sub("", base) if "U=" in base or "FMD5=" in base else base


def key_of(base: str) -> bytes:
    """Eight bytes that stand for a base name."""
    return hashlib.blake2b(os.fsencode(base), digest_size=8).digest()


class MaildirFolder:
    """One Maildir. Methods raise OSError where the file system fails; a missing directory holds no messages."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @staticmethod
    def exists(path: Path) -> bool:
        """Whether a Maildir lies there, as far as anybody lets us see."""
        return os.path.isdir(path / "cur") and os.path.isdir(path / "new")

    def create(self) -> None:
        """Make the directories that are missing, for their owner alone."""
        for directory in (self.path, *(self.path / name for name in ("tmp", "new", "cur"))):
            directory.mkdir(mode=0o700, exist_ok=True)

    def entries(self) -> dict[bytes, Entry]:
        """All messages by key. Reads the two directories and no file.

        A listing may leave out a file that is renamed meanwhile, so one that was disturbed is tried again; if all are, what any
        of them shows is there. `new` comes first: a message that moves to `cur` between the two is listed twice, not never.
        """
        disturbed: dict[bytes, Entry] = {}
        for _ in range(_LISTED_AT_MOST):
            before = self.stamp()
            found = {
                key_of(base_name(name)): Entry(each, name)
                for each in (self.path / "new", self.path / "cur")
                for name in _files(each)
            }
            if self.stamp() == before:
                return found
            disturbed |= found
        return disturbed

    def stamp(self) -> tuple[int, ...]:
        """Changes whenever a file comes, goes or is renamed."""
        return tuple(_changed_at(self.path / directory) for directory in ("new", "cur"))

    def read(self, entry: Entry, limit: int) -> bytes | None:
        """The first `limit` bytes of a message, or None if it is gone, or not ours to read (which is logged)."""
        for path in self._whereabouts(entry):
            try:
                with path.open("rb") as file:
                    return file.read(limit)
            except FileNotFoundError:
                continue
            except PermissionError:
                _log.warning("a message in %s may not be read", self.path)
        return None

    def status(self, entry: Entry) -> os.stat_result | None:
        """The file's status, or None if it is gone."""
        for path in self._whereabouts(entry):
            try:
                return path.stat()
            except FileNotFoundError:
                continue
        return None

    def received_at(self, entry: Entry, modified_at: datetime) -> datetime:
        """When the server received the message, in UTC. Maildir does not tell, so the first evidence that holds counts:

        1.  `modified_at` (the file's mtime) if it lies over an hour before the delivery that the file's name tells: somebody
            preserved the server's time on purpose (Dovecot does; mbsync with CopyArrivalDate). An mtime long *after* that
            delivery proves nothing but a copy or a restored backup.
        2.  The date of the topmost Received header.
        3.  The Date header.
        4.  The delivery that the name tells, or `modified_at`, whichever is earlier.

        A header's date counts only if it lies between 1990 and a day after `modified_at`.
        """
        delivered_at = entry.delivered_at
        if delivered_at is not None and delivered_at - modified_at > _HOUR:
            return modified_at
        for claimed in _claimed(self.read(entry, HEADER_AT_MOST) or b""):
            if _EARLIEST <= claimed <= modified_at + _DAY:
                return claimed
        return min(delivered_at or modified_at, modified_at)

    def deliver(self, message: bytes, flags: str | None = None) -> Entry:
        """Write a message durably, for its owner alone: first into `tmp`, then renamed in one step.

        With `flags` into `cur`, as if seen by a program; without, into `new`. Line ends become those of the local system.
        """
        name = _unique_name()
        temporary = self.path / "tmp" / name
        final = self.path / "new" / name if flags is None else self.path / "cur" / f"{name}:2,{flags}"
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(message.replace(b"\r\n", b"\n"))
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(final)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        _make_durable(final.parent)
        return Entry(final.parent, final.name)

    def move(self, entry: Entry, target: MaildirFolder, flags: str) -> bool:
        """Move a message to another Maildir (or the same) with these flags. False if it is gone from where it was listed.

        A synchroniser's marks stay behind: they hold only in the folder they were given in.
        """
        final = target.path / "cur" / f"{entry.base}:2,{flags}"
        try:
            entry.path.rename(final)
        except FileNotFoundError:
            return False
        _make_durable(final.parent)
        _make_durable(entry.directory)
        return True

    def _whereabouts(self, entry: Entry) -> Iterator[Path]:
        """Where the file was listed, then where it is now."""
        yield entry.path
        moved = self.entries().get(key_of(entry.base))
        if moved is not None:
            yield moved.path


def _files(directory: Path) -> Iterator[str]:
    """Names of regular files only: a link could lead anywhere. Names that begin with a dot are not messages."""
    try:
        with os.scandir(directory) as listing:
            yield from (item.name for item in listing if item.name[0] != "." and item.is_file(follow_symlinks=False))
    except FileNotFoundError:
        return


def _changed_at(directory: Path) -> int:
    try:
        return directory.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _claimed(header: bytes) -> Iterator[datetime]:
    """What the header says about its time, the best witness first."""
    fields: dict[str, str] = {}
    for name, value in header_fields(header):
        fields.setdefault(name, value)
    for value in (fields.get("received", "").rpartition(";")[2], fields.get("date", "")):
        try:
            claimed = parsedate_to_datetime(value.strip())
            yield (claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue


def _unique_name() -> str:
    """A name that no other delivery has, in the usual form: time, process and counter, host."""
    host = socket.gethostname().replace("/", "\\057").replace(":", "\\072")
    now = time.time_ns()
    mark = f"M{now // 1_000 % 1_000_000}P{os.getpid()}Q{next(_deliveries)}R{secrets.token_hex(4)}"
    return f"{now // 1_000_000_000}.{mark}.{host}"


def _make_durable(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
