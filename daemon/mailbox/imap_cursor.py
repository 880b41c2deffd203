"""How far the reading of an IMAP folder has come: the cursor, and the handles of single messages.

A UID means something only together with its folder and that folder's UIDVALIDITY (RFC 9051 §2.3.1.1), so neither is ever kept
without the others. Pure: nothing here talks to a server.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


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

    @property
    def resyncing(self) -> bool:
        return self.look_back is not None and self.look_back.resync

    def last(self, state: FolderState) -> int:
        """The last UID of the stretch that is to be read now; there is nothing to read if it is not above `uid`."""
        return (self.look_back.until if self.look_back else state.uid_next) - 1

    def advanced(self, uid: int) -> Position:
        """The position after everything up to `uid`. Once all that was there is read, the look back is over."""
        over = self.look_back is None or uid >= self.look_back.until - 1
        return Position(self.uidvalidity, uid, None if over else self.look_back)


def position_in(state: FolderState, known: Position | None, since: datetime, first_time: bool) -> Position:
    """Where to go on in a folder that was just opened: at `known`, unless its UIDs have lost their meaning.

    Then, and in a folder that the cursor does not know, everything received since `since` is read (again).
    """
    if known is not None and known.uidvalidity == state.uidvalidity and known.uid < state.uid_next:
        return known
    return Position(state.uidvalidity, 0, LookBack(since, state.uid_next, resync=not first_time))


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
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


def _position(fields: Mapping[str, object]) -> Position:
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
