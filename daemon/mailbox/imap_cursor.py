"""How far the reading of IMAP folders has come: single messages, positions, the cursor, and the batch that comes next.

A UID means something only together with its folder and that folder's UIDVALIDITY (RFC 9051 §2.3.1.1), so neither is ever kept
without the others. What arrives is read upwards; what lay there when a folder was opened for the first time is read downwards,
the newest first, and the cursor remembers both ends. Pure: nothing here talks to a server.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from daemon.mailbox.protocol import Batch, MessageRef, Progress

BATCH_COUNT = 200
BATCH_OCTETS = 64_000_000

Found = tuple[tuple[int, MessageRef], ...]
"""Messages with their UIDs."""


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
    """While what lay in a folder already is read for the first time: of the UIDs below `below`, the messages received at or after
    `since` (aware, UTC) are still to be read. `done` of about `total` are. `resync` tells that it is not the first time after
    all: the old UIDs lost their meaning."""

    since: datetime
    below: int
    resync: bool
    done: int = 0
    total: int = 0

    def reached(self, below: int, passed: int) -> LookBack | None:
        """The look back once everything from UID `below` on is done, `passed` messages more; None where it is over."""
        done = self.done + passed
        return LookBack(self.since, below, self.resync, done, max(done, self.total)) if below > 1 else None


@dataclass(frozen=True, slots=True)
class Position:
    """Every message of the folder up to and including `uid` is done, but for what a look back has before it."""

    uidvalidity: int
    uid: int
    look_back: LookBack | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one folder has beside `position`, as much as a batch can hold.

    `arrived` came after it, ascending; with those that do not count they are all up to `end`; `last` is the last UID that the
    folder has by now. `lay_there` is of the look back, descending; `passed` are all UIDs that were looked through, descending,
    with those that do not count; they are all from `down_to` on.
    """

    folder: str
    position: Position
    arrived: Found = ()
    end: int = 0
    last: int = 0
    lay_there: Found = ()
    passed: tuple[int, ...] = ()
    down_to: int = 1


def position_in(state: FolderState, known: Position | None, since: datetime, first_time: bool) -> Position:
    """Where to go on in a folder that was just opened: at `known`, unless its UIDs have lost their meaning.

    Then, and in a folder that the cursor does not know, everything received since `since` is read (again).
    """
    if known is not None and known.uidvalidity == state.uidvalidity and known.uid < state.uid_next:
        return known
    look_back = LookBack(since, state.uid_next, resync=not first_time) if state.exists else None
    return Position(state.uidvalidity, state.uid_next - 1, look_back)


def next_batch(stretches: Sequence[Stretch]) -> Batch:
    """As many messages of all folders as a batch holds, at least one: what arrived, then what lay there, the newest first. The
    folders go through time side by side."""
    taken = _Taken([], 0)
    ends = [stretch.end for stretch in stretches]
    for ref, number, uid in heapq.merge(
        *([(ref, number, uid) for uid, ref in stretch.arrived] for number, stretch in enumerate(stretches)),
        key=lambda front: front[0].received_at,
    ):
        if not taken.take(ref):
            ends[number] = min(ends[number], uid - 1)
    floors = [stretch.down_to for stretch in stretches]
    for ref, number, uid in heapq.merge(
        *([(ref, number, uid) for uid, ref in stretch.lay_there] for number, stretch in enumerate(stretches)),
        key=lambda front: front[0].received_at,
        reverse=True,
    ):
        if not taken.take(ref):
            floors[number] = max(floors[number], uid + 1)
    positions = {
        stretch.folder: _advanced(stretch, end, floor) for stretch, end, floor in zip(stretches, ends, floors, strict=True)
    }
    looking_back = any(position.look_back for position in positions.values())
    return Batch(
        messages=tuple(sorted(taken.refs, key=lambda ref: ref.received_at)),
        gone=(),
        next_cursor=dump_cursor(positions),
        more=looking_back or any(end < stretch.last for stretch, end in zip(stretches, ends, strict=True)),
        resynced=any(back.resync for stretch in stretches if (back := stretch.position.look_back)),
        progress=_progress(stretches, positions),
    )


@dataclass
class _Taken:
    """A batch as it fills. Once something did not fit, nothing more is taken."""

    refs: list[MessageRef]
    octets: int
    full: bool = False

    def take(self, ref: MessageRef) -> bool:
        over = len(self.refs) == BATCH_COUNT or self.octets + ref.size > BATCH_OCTETS
        self.full = self.full or (bool(self.refs) and over)
        if not self.full:
            self.refs.append(ref)
            self.octets += ref.size
        return not self.full


def _advanced(stretch: Stretch, end: int, floor: int) -> Position:
    back = stretch.position.look_back
    if back is not None:
        back = back.reached(floor, sum(uid >= floor for uid in stretch.passed))
    return Position(stretch.position.uidvalidity, end, back)


def _progress(stretches: Sequence[Stretch], positions: Mapping[str, Position]) -> Progress | None:
    """Of all folders together; a folder whose look back is over counts with what it had."""
    before = [(stretch, stretch.position.look_back) for stretch in stretches if stretch.position.look_back]
    if not before:
        return None
    done = total = 0
    for stretch, back in before:
        now = positions[stretch.folder].look_back
        done += now.done if now else back.done + len(stretch.passed)
        total += now.total if now else back.done + len(stretch.passed)
    if any(position.look_back for position in positions.values()):
        total = max(total, done + 1)
    return Progress(done, total)


def dump_cursor(positions: Mapping[str, Position]) -> str:
    """The cursor as text: one JSON object, by the folders' names."""
    folders: dict[str, dict[str, object]] = {}
    for folder, position in positions.items():
        folders[folder] = {"uidvalidity": position.uidvalidity, "uid": position.uid}
        if back := position.look_back:
            folders[folder]["look_back"] = {
                "since": back.since.isoformat(),
                "below": back.below,
                "resync": back.resync,
                "done": back.done,
                "total": back.total,
            }
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
            "look_back": {
                "since": str(since),
                "below": int(below),
                "resync": bool(resync),
                "done": int(done),
                "total": int(total),
            },
        }:
            return Position(uidvalidity, uid, LookBack(datetime.fromisoformat(since), below, resync, done, total))
        case {"uidvalidity": int(uidvalidity), "uid": int(uid), **rest} if "look_back" not in rest:
            return Position(uidvalidity, uid)
        case _:
            raise ValueError("not a position")
