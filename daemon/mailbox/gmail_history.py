"""How far the reading of a Gmail mailbox has come, and what its history of changes means. Pure: nothing here talks to Gmail.

First everything since a day is listed, from the newest back (a *scan*); the history id that was the mailbox's before that is
where the reading of changes goes on. The history repeats itself, tells of our own actions, and is forgotten after a week or so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from daemon.mailbox.protocol import MessageRef, Place

INBOX, SENT, DRAFT, BIN, SPAM, UNREAD = "INBOX", "SENT", "DRAFT", "TRASH", "SPAM", "UNREAD"
"""Gmail's own names of labels."""

WATCHED = frozenset({INBOX, SENT})
_ELSEWHERE = frozenset({BIN, SPAM, DRAFT, "CHAT"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What lay there already is listed window by window, from the newest back. In which order a search lists is promised nowhere,
    so nothing rests on one: a window is passed when everything in it was listed.

    Instants are seconds since 1970. From `down_to` on all is listed; the window under way is the `span` before that. `done` are
    the messages that were listed and may be met again, each with its own second. `resync` tells that it is not the first time:
    the history was forgotten. `count` of about `total` messages are listed.
    """

    since: datetime
    resync: bool
    down_to: int
    span: int
    total: int = 0
    count: int = 0
    done: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def begun(cls, since: datetime, top: int, total: int, *, resync: bool) -> Scan:
        """`top` is a second that no message reaches."""
        return cls(since, resync, top, max(1, top - int(since.timestamp())), total)

    @property
    def start(self) -> int:
        """Where the window under way begins."""
        return max(int(self.since.timestamp()), self.down_to - self.span)

    @property
    def is_last(self) -> bool:
        return self.start <= self.since.timestamp()

    @property
    def is_narrow(self) -> bool:
        """Whether there is no narrower one."""
        return self.down_to - self.start <= 1

    @property
    def query(self) -> str:
        """The search for the window. Whether Gmail counts the seconds themselves in is not documented: it overlaps by them."""
        return f"{everything_after(self.start - 1)} before:{self.down_to + 1}"

    def narrowed(self) -> Scan:
        """With half the window: there is too much in it."""
        return replace(self, span=max(1, (self.down_to - self.start) // 2))

    def advanced(self, listed: Sequence[str], dates: Mapping[str, datetime]) -> Scan:
        """After these ids, of which those that could be had have a date."""
        seconds = {message: int(at.timestamp()) for message, at in dates.items()}
        done = {message: seconds.get(message, self.start) for message in listed}
        return replace(self, count=self.count + len(listed), done={**self.done, **done})

    def passed(self) -> Scan:
        """Before the window, when all that is in it is done; a wider one is tried next."""
        done = {message: second for message, second in self.done.items() if second <= self.start + 1}
        return replace(self, down_to=self.start, span=2 * (self.down_to - self.start), done=done)


def everything_after(second: int) -> str:
    """The search for the mail of the watched folders since; days would be days in Gmail's zone, seconds are seconds."""
    return f"{{in:inbox in:sent}} -in:chats -in:drafts after:{second}"


@dataclass(frozen=True, slots=True)
class Position:
    """Every change up to `history` is done, in the mailbox of `account` ('' in a cursor from before that was noted); with a
    `scan`, what lay there before is not yet."""

    history: str
    account: str = ""
    scan: Scan | None = None

    def dump(self) -> str:
        """As text: one JSON object."""
        fields: dict[str, object] = {"history": self.history, "account": self.account}
        if self.scan is not None:
            scan = {name: getattr(self.scan, name) for name in _NUMBERS}
            fields["scan"] = {"since": self.scan.since.isoformat(), "resync": self.scan.resync, "done": self.scan.done, **scan}
        return json.dumps(fields)

    @classmethod
    def load(cls, cursor: str) -> Position | None:
        """None for a cursor that nobody can read (another back end's, say): all is read again."""
        try:
            match json.loads(cursor):
                case {"history": str(history), **rest} if history.isdecimal() and rest.keys() <= {"account", "scan"}:
                    scan = _scan(rest["scan"]) if "scan" in rest else None
                    return cls(history, str(rest.get("account", "")), scan)
        except (ValueError, TypeError, KeyError):
            pass
        return None


_NUMBERS = ("down_to", "span", "total", "count")


def _scan(told: Any) -> Scan:
    """Raises ValueError, TypeError and KeyError."""
    done = {str(message): int(second) for message, second in dict(told["done"]).items()}
    numbers = {name: int(told[name]) for name in _NUMBERS}
    return Scan(datetime.fromisoformat(told["since"]), bool(told["resync"]), done=done, **numbers)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the history: the ids of messages that may be new in the watched folders, of those that may have left them, and
    the history id that it leads to."""

    arrived: tuple[str, ...]
    left: tuple[str, ...]
    history: str
    more: bool


def next_stretch(records: Iterable[Mapping[str, Any]], reached: str, at_most: int) -> Stretch:
    """What the records tell, in their order, until `at_most` messages may have arrived. `reached`: where they all lead to."""
    arrived: dict[str, None] = {}
    left: dict[str, None] = {}
    ordered = sorted(records, key=lambda record: int(record["id"]))
    for number, record in enumerate(ordered):
        news = _arrived(record)
        if arrived and len({*arrived, *news}) > at_most:
            return Stretch(tuple(arrived), tuple(left), str(ordered[number - 1]["id"]), more=True)
        arrived |= dict.fromkeys(news)
        left |= dict.fromkeys(_left(record))
    return Stretch(tuple(arrived), tuple(left), reached, more=False)


def is_watched(message: Mapping[str, Any]) -> bool:
    labels = labels_of(message)
    return bool(labels & WATCHED) and not labels & _ELSEWHERE


def labels_of(message: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(message.get("labelIds", ()))


def received_at(message: Mapping[str, Any]) -> datetime:
    """The server's time (UTC); the Date field is the sender's."""
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(message.get("internalDate", 0)))


def ref_to(message: Mapping[str, Any]) -> MessageRef:
    place = Place.INBOX if INBOX in labels_of(message) else Place.SENT
    size = int(message.get("sizeEstimate", 0))
    return MessageRef(str(message["id"]), place, received_at(message), size, str(message.get("threadId", "")))


def _arrived(record: Mapping[str, Any]) -> list[str]:
    """The ids of messages that this may have brought into a watched folder; whether it did, only the message itself tells."""
    added = [each["message"] for each in record.get("messagesAdded", ())]
    news = [message for message in added if "labelIds" not in message or is_watched(message)]
    news += [each["message"] for each in record.get("labelsAdded", ()) if WATCHED & set(each.get("labelIds", ()))]
    news += [each["message"] for each in record.get("labelsRemoved", ()) if {BIN, SPAM} & set(each.get("labelIds", ()))]
    return [str(message["id"]) for message in news]


def _left(record: Mapping[str, Any]) -> list[str]:
    deleted = [each["message"] for each in record.get("messagesDeleted", ())]
    gone = [message for message in deleted if DRAFT not in labels_of(message)]
    gone += [each["message"] for each in record.get("labelsAdded", ()) if {BIN, SPAM} & set(each.get("labelIds", ()))]
    gone += [each["message"] for each in record.get("labelsRemoved", ()) if INBOX in each.get("labelIds", ())]
    return [str(message["id"]) for message in gone if DRAFT not in labels_of(message)]
