"""How far the reading of IMAP folders has come: single messages, positions, the cursor, and the batch that comes next.

A UID means something only together with its folder and that folder's UIDVALIDITY (RFC 9051 §2.3.1.1), so neither is ever kept
without the others. Pure: nothing here talks to a server.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from daemon.mailbox.protocol import Batch, MessageRef

BATCH_COUNT = 200
BATCH_OCTETS = 64_000_000


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message lies. As text it is the `id` of a `MessageRef`."""

    folder: str
    uidvalidity: int
    uid: int

    def dump(self) -> str:
        return f"{self.uidvalidity}:{self.uid}:{self.folder}"

    @classmethod
    def load(cls, text: str) -> Spot:
        """Raises ValueError for a text that `dump` did not give."""
        uidvalidity, uid, folder = text.split(":", 2)
        return cls(folder, int(uidvalidity), int(uid))


@dataclass(frozen=True, slots=True)
class FolderState:
    """What opening a folder tells: its UIDVALIDITY, the UID that the next message to arrive has at least, how many are there."""

    uidvalidity: int
    uid_next: int
    exists: int


@dataclass(frozen=True, slots=True)
class LookBack:
    """While what lies in a folder already is read for the first time: only messages received at or after `since` (aware, UTC),
    of UIDs below `until`. `resync` tells that it is not the first time after all: the old UIDs lost their meaning."""

    since: datetime
    until: int
    resync: bool


@dataclass(frozen=True, slots=True)
class Position:
    """Every message of the folder up to and including `uid` is done."""

    uidvalidity: int
    uid: int
    look_back: LookBack | None = None

    def last(self, state: FolderState) -> int:
        """The last UID of the stretch that is to be read now; there is nothing to read if it is not above `uid`."""
        return (self.look_back.until if self.look_back else state.uid_next) - 1

    def advanced(self, uid: int) -> Position:
        """The position after everything up to `uid`. Once all that was there is read, the look back is over."""
        over = self.look_back is None or uid >= self.look_back.until - 1
        return Position(self.uidvalidity, uid, None if over else self.look_back)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one folder has after `position`: messages by UID, ascending, which with those that do not count are all up to `end`.

    `last` is the last UID that the folder has by now.
    """

    folder: str
    position: Position
    messages: tuple[tuple[int, MessageRef], ...]
    end: int
    last: int


def position_in(state: FolderState, known: Position | None, since: datetime, first_time: bool) -> Position:
    """Where to go on in a folder that was just opened: at `known`, unless its UIDs have lost their meaning.

    Then, and in a folder that the cursor does not know, everything received since `since` is read (again).
    """
    if known is not None and known.uidvalidity == state.uidvalidity and known.uid < state.uid_next:
        return known
    return Position(state.uidvalidity, 0, LookBack(since, state.uid_next, resync=not first_time))


def next_batch(stretches: Sequence[Stretch]) -> Batch:
    """As many messages of all folders as a batch holds, at least one; the folders go forward through time side by side."""
    fronts = heapq.merge(
        *([(ref, number, uid) for uid, ref in stretch.messages] for number, stretch in enumerate(stretches)),
        key=lambda front: front[0].received_at,
    )
    taken: list[MessageRef] = []
    ends = [stretch.end for stretch in stretches]
    octets = 0
    full = False
    for ref, number, uid in fronts:
        full = full or (bool(taken) and (len(taken) == BATCH_COUNT or octets + ref.size > BATCH_OCTETS))
        if full:
            ends[number] = min(ends[number], uid - 1)
        else:
            taken.append(ref)
            octets += ref.size
    positions = {stretch.folder: stretch.position.advanced(end) for stretch, end in zip(stretches, ends, strict=True)}
    return Batch(
        messages=tuple(sorted(taken, key=lambda ref: ref.received_at)),
        gone=(),
        next_cursor=dump_cursor(positions),
        more=any(end < stretch.last for stretch, end in zip(stretches, ends, strict=True)),
        resynced=any(back.resync for stretch in stretches if (back := stretch.position.look_back)),
    )


def dump_cursor(positions: Mapping[str, Position]) -> str:
    """The cursor as text: one JSON object, by the folders' names."""
    folders: dict[str, dict[str, object]] = {}
    for folder, position in positions.items():
        folders[folder] = {"uidvalidity": position.uidvalidity, "uid": position.uid}
        if back := position.look_back:
            folders[folder]["look_back"] = {"since": back.since.isoformat(), "until": back.until, "resync": back.resync}
    return json.dumps(folders, ensure_ascii=False, sort_keys=True)


def load_cursor(text: str) -> dict[str, Position]:
    """The positions of a cursor. One that nobody can read (another back end's, say) knows no folder, so all is read again."""
    try:
        return {folder: _position(fields) for folder, fields in json.loads(text).items()}
    except (ValueError, AttributeError):
        return {}


def _position(fields: object) -> Position:
    match fields:
        case {
            "uidvalidity": int(uidvalidity),
            "uid": int(uid),
            "look_back": {"since": str(since), "until": int(until), "resync": bool(resync)},
        }:
            return Position(uidvalidity, uid, LookBack(datetime.fromisoformat(since), until, resync))
        case {"uidvalidity": int(uidvalidity), "uid": int(uid)}:
            return Position(uidvalidity, uid)
        case _:
            raise ValueError("not a position")
