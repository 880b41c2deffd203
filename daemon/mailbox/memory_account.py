"""An account in memory that behaves like Gmail where that matters: labels, threads, drafts, and a history of changes.

A message never changes: an edit destroys it and makes another with a new id, while the draft that holds it keeps its own id. A
message belongs to a thread by what it answers *and* by its subject. Every change gets the next history id; old history can be
forgotten, after which nobody can ask for changes since then.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum

from daemon.mail.headers import decode_words, message_ids
from daemon.mailbox.draft_fate import Heading, header_fields, read_heading

_PREFIX = re.compile(r"^(?:(?:re|aw|sv|fwd?|wg)\s{0,3}:\s{0,3})+", re.IGNORECASE)


class Label(StrEnum):
    """Gmail's own names."""

    INBOX = "INBOX"
    SENT = "SENT"
    DRAFT = "DRAFT"
    TRASH = "TRASH"
    UNREAD = "UNREAD"


@dataclass(frozen=True, slots=True)
class Stored:
    """A message as the server keeps it. `history_id` is that of its arrival."""

    id: str
    thread: str
    raw: bytes
    received_at: datetime
    labels: frozenset[Label]
    history_id: int
    heading: Heading


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the history: the message got these labels and lost those (all that it had, when it was deleted)."""

    history_id: int
    message: str
    gained: frozenset[Label]
    lost: frozenset[Label]


class HistoryTooOld(Exception):
    """Changes since that history id are not known any more (Gmail answers 404)."""


@dataclass
class Account:
    """`messages` by id, in the order of their arrival; `drafts` from draft id to message id."""

    messages: dict[str, Stored] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    history: list[Change] = field(default_factory=list)
    history_id: int = 1000
    forgotten_until: int = 0
    _ids: int = 0x18F0

    def add(self, raw: bytes, received_at: datetime, labels: frozenset[Label], thread: str | None = None) -> Stored:
        """A new message in this thread, or in a new one."""
        stored = Stored(self.new_id(), thread or self.new_id(), raw, received_at, labels, self.history_id + 1, read_heading(raw))
        self.messages[stored.id] = stored
        self._record(stored.id, labels, frozenset())
        return stored

    def replace(self, message: Stored, raw: bytes) -> Stored:
        """Destroy a message and put another in its place; it leaves the thread if it has another subject."""
        thread = message.thread if _topic(raw) == _topic(message.raw) else None
        self.delete(message)
        return self.add(raw, message.received_at, message.labels, thread)

    def thread_for(self, raw: bytes, only: str | None = None) -> str | None:
        """The thread of a message that this one answers under the same subject. With `only`, no other comes into question."""
        fields = _first_of_each(raw)
        answered = {*message_ids(fields.get("in-reply-to", "")), *message_ids(fields.get("references", ""))}
        for other in list(self.messages.values()):
            if other.heading.message_id in answered and _topic(raw) == _topic(other.raw) and only in (None, other.thread):
                return other.thread
        return None

    def label(self, message: Stored, labels: frozenset[Label]) -> None:
        """Give the message these labels instead of those that it has."""
        self.messages[message.id] = Stored(
            message.id, message.thread, message.raw, message.received_at, labels, message.history_id, message.heading
        )
        self._record(message.id, labels - message.labels, message.labels - labels)

    def delete(self, message: Stored) -> None:
        """Remove it for good."""
        del self.messages[message.id]
        self._record(message.id, frozenset(), message.labels)

    def labelled(self, label: Label) -> list[Stored]:
        """What lies in a folder: nothing in the bin lies anywhere else."""
        return [
            message
            for message in list(self.messages.values())  # others may add to it meanwhile
            if label in message.labels and (label is Label.TRASH or Label.TRASH not in message.labels)
        ]

    def changes_since(self, history_id: int) -> list[Change]:
        """Raises HistoryTooOld."""
        if history_id < self.forgotten_until:
            raise HistoryTooOld
        return [change for change in list(self.history) if change.history_id > history_id]

    def forget_history(self) -> None:
        """All history ids given out so far become too old."""
        self.history_id += 1
        self.forgotten_until = self.history_id
        self.history.clear()

    def new_id(self) -> str:
        self._ids += 1
        return f"{self._ids:016x}"

    def _record(self, message: str, gained: frozenset[Label], lost: frozenset[Label]) -> None:
        self.history_id += 1
        self.history.append(Change(self.history_id, message, gained, lost))


def sent_at(raw: bytes) -> datetime:
    """The Date of a message in UTC; 1970 where there is none that can be read."""
    try:
        claimed = parsedate_to_datetime(_first_of_each(raw).get("date", ""))
        return (claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return datetime.fromtimestamp(0, UTC)


def _first_of_each(raw: bytes) -> dict[str, str]:
    return dict(reversed(header_fields(raw)))


def _topic(raw: bytes) -> str:
    """The subject without the prefixes of replies and forwards."""
    return _PREFIX.sub("", decode_words(_first_of_each(raw).get("subject", ""))).strip().casefold()
