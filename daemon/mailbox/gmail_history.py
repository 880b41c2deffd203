"""How far the reading of a Gmail mailbox has come, and what its history of changes means. Pure: nothing here talks to Gmail.

First everything since a day is listed, from the newest back (a *scan*); the history id that was the mailbox's before that is
where the reading of changes goes on. The history repeats itself, tells of our own actions, and is forgotten after a week or so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from daemon.mailbox.protocol import MessageRef, Place

INBOX, SENT, DRAFT, BIN, SPAM, UNREAD = "INBOX", "SENT", "DRAFT", "TRASH", "SPAM", "UNREAD"
"""Gmail's own names of labels."""

WATCHED = frozenset({INBOX, SENT})
_ELSEWHERE = frozenset({BIN, SPAM, DRAFT, "CHAT"})


@dataclass(frozen=True, slots=True)
class Scan:
    """What lay there already is listed back from the newest: so far down to `down_to`, in seconds since 1970 (None: not begun).

    `done` are the ids at that very second, which the next search finds again. `resync` tells that it is not the first time: the
    history was forgotten. `count` of `total` messages are listed.
    """

    since: datetime
    resync: bool
    total: int = 0
    count: int = 0
    down_to: int | None = None
    done: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The search for what is still to be listed; days would be days in Gmail's zone, seconds are seconds."""
        words = ["{in:inbox in:sent}", "-in:chats", "-in:drafts", f"after:{int(self.since.timestamp()) - 1}"]
        return " ".join([*words, *([] if self.down_to is None else [f"before:{self.down_to + 1}"])])

    def advanced(self, listed: Sequence[str], dates: Mapping[str, datetime]) -> Scan:
        """After these ids, of which those that could be had have a date."""
        seconds = {message: int(at.timestamp()) for message, at in dates.items()}
        down_to = min(seconds.values(), default=self.down_to)
        # whether Gmail counts the second itself in is not documented: both are remembered
        at_the_edge = [message for message in listed if down_to is None or seconds.get(message, down_to) <= down_to + 1]
        kept = self.done if down_to == self.down_to else ()
        return replace(self, count=self.count + len(listed), down_to=down_to, done=(*kept, *at_the_edge))


@dataclass(frozen=True, slots=True)
class Position:
    """Every change up to `history` is done; with a `scan`, what lay there before is not yet."""

    history: str
    scan: Scan | None = None

    def dump(self) -> str:
        """As text: one JSON object."""
        fields: dict[str, object] = {"history": self.history}
        if self.scan is not None:
            fields |= {"since": self.scan.since.isoformat(), "resync": self.scan.resync}
            fields |= {"total": self.scan.total, "count": self.scan.count}
            fields |= {"down_to": self.scan.down_to, "done": list(self.scan.done)}
        return json.dumps(fields)

    @classmethod
    def load(cls, cursor: str) -> Position | None:
        """None for a cursor that nobody can read (another back end's, say): all is read again."""
        position = cls._load(cursor)
        return position if position is not None and position.history.isdecimal() else None

    @classmethod
    def _load(cls, cursor: str) -> Position | None:
        try:
            match json.loads(cursor):
                case {
                    "history": str(history),
                    "since": str(since),
                    "resync": bool(resync),
                    "total": int(total),
                    "count": int(count),
                    "down_to": (int() | None) as down_to,
                    "done": list(done),
                }:
                    scan = Scan(datetime.fromisoformat(since), resync, total, count, down_to, tuple(map(str, done)))
                    return cls(history, scan)
                case {"history": str(history)}:
                    return cls(history)
        except ValueError:
            pass
        return None


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
