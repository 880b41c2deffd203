"""What a folder has that the cursor does not cover: what arrived since, and of what lay there already the newest that is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from imapclient.datetime_util import format_criteria_date

from daemon.mailbox.imap_cursor import BATCH_COUNT, FolderState, Found, LookBack, Position, Spot, Stretch, position_in
from daemon.mailbox.imap_session import ImapSession
from daemon.mailbox.protocol import MessageRef, Place

WINDOW = 1_000
"""UIDs that are searched first; each window that holds too little is followed by one of twice the width."""

WIDEST = 90_000
"""UIDs in one answer at most: `imaplib` gives up on a line of a million octets."""


def news_of(session: ImapSession, place: Place, folder: str, known: Mapping[str, Position] | None, since: datetime) -> Stretch:
    """What a folder of this role has beside the cursor (None: no cursor yet), as much as a batch can hold."""
    state = session.open_folder(folder)
    position = position_in(state, (known or {}).get(folder), since, first_time=known is None)
    if position.look_back and not position.look_back.total:
        whole = sum(len(uids) for uids, _ in _downwards(session, state, position.look_back))
        position = replace(position, look_back=replace(position.look_back, total=whole))
    arrived, end = _arrived(session, state, position)
    stretch = Stretch(
        folder, position, arrived=_refs(session, folder, place, state, arrived, since), end=end, last=state.uid_next - 1
    )
    back = position.look_back
    if back is None:
        return stretch
    if len(arrived) == BATCH_COUNT:
        return replace(stretch, down_to=back.below)
    passed, down_to = _lay_there(session, state, back)
    found = _refs(session, folder, place, state, passed, since)
    young = tuple((uid, ref) for uid, ref in found if ref.received_at >= back.since)
    return replace(stretch, lay_there=young, passed=tuple(passed), down_to=down_to)


def _arrived(session: ImapSession, state: FolderState, position: Position) -> tuple[list[int], int]:
    """UIDs above the position, ascending, and the UID up to which they are all."""
    end = state.uid_next - 1
    if end <= position.uid:
        return [], position.uid
    if state.exists > WIDEST:
        end = min(end, position.uid + WIDEST)
    # a range turns round at its end, so the last message matches even where it is not above the first (RFC 9051 §9)
    uids = [uid for uid in session.search(f"UID {position.uid + 1}:{end}".encode()) if uid > position.uid]
    return (uids[:BATCH_COUNT], uids[BATCH_COUNT - 1]) if len(uids) > BATCH_COUNT else (uids, end)


def _lay_there(session: ImapSession, state: FolderState, back: LookBack) -> tuple[list[int], int]:
    """UIDs that the look back has before it, descending, and the UID from which on they are all."""
    found: list[int] = []
    for uids, bottom in _downwards(session, state, back):
        found += uids
        if len(found) > BATCH_COUNT:
            return found[:BATCH_COUNT], found[BATCH_COUNT - 1]
        if len(found) == BATCH_COUNT:
            return found, bottom
    return found, 1


def _downwards(session: ImapSession, state: FolderState, back: LookBack) -> Iterator[tuple[list[int], int]]:
    """Window by window the UIDs that were received since, descending, each window with its lowest UID."""
    # SEARCH knows only dates, in the zone of whoever wrote them down
    young = b" SINCE " + format_criteria_date(back.since - timedelta(days=1))
    top, width = back.below - 1, WINDOW
    while top > 0:
        bottom = max(1, top - width + 1)
        uids = session.search(f"UID {bottom}:{top}".encode() + young)
        yield [uid for uid in reversed(uids) if bottom <= uid <= top], bottom
        top, width = bottom - 1, 2 * width if state.exists <= WIDEST else min(2 * width, WIDEST)


def _refs(session: ImapSession, folder: str, place: Place, state: FolderState, uids: Sequence[int], undated: datetime) -> Found:
    """The references of these messages, in the order of `uids`; one that is gone meanwhile is missing."""
    envelopes = session.envelopes(uids)
    return tuple(
        (
            uid,
            MessageRef(
                Spot(folder, state.uidvalidity, uid).dump(),
                place,
                envelopes[uid].received_at or undated,
                envelopes[uid].size,
                envelopes[uid].thread,
            ),
        )
        for uid in uids
        if uid in envelopes
    )
