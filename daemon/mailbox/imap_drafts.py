"""Our drafts on an IMAP server: finding their copies, what lies around them, and what became of them.

`draft_fate` holds the rules; here is how a server is asked for what they look at.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from daemon.mailbox.draft_fate import Heading, Neighbours, draft_fate
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.imap_cursor import Spot
from daemon.mailbox.imap_session import IdField, ImapSession
from daemon.mailbox.protocol import DraftRef, DraftStatus, Place


def dump_handle(spot: Spot, neighbours: Neighbours | None) -> str:
    """The handle of a draft: where it was put, and what lay around it (None where that is not known any more)."""
    return json.dumps({"spot": spot.dump(), **(json.loads(neighbours.dump()) if neighbours else {})})


def headings_in(session: ImapSession, place: Place, field: IdField, message_id: str) -> dict[int, Heading]:
    """By UID, as `ImapSession.headings`; none where the account has no such folder. Leaves that folder open."""
    folder = session.folders.get(place)
    if folder is None or not message_id:
        return {}
    return session.headings(session.open_folder(folder), field, message_id)


def copies_of(session: ImapSession, ref: DraftRef, writable: bool = False) -> dict[int, str]:
    """UIDs and fingerprints of what lies in drafts under the draft's Message-ID. Leaves drafts open."""
    folder = session.folders[Place.DRAFTS]
    state = session.open_folder(folder, writable)
    spot = _spot(ref.handle)
    there = {spot.uid} if spot is not None and spot == Spot(folder, state.uidvalidity, spot.uid) and spot.uid else set()
    bodies = session.contents(session.headings(state, "Message-ID", ref.message_id, also=there))
    return {uid: fingerprint(mime) for uid, mime in bodies.items()}


def neighbours_of(session: ImapSession, ours: Heading) -> Neighbours:
    """What lies around a draft now."""
    return Neighbours.of(
        ours,
        headings_in(session, Place.DRAFTS, "In-Reply-To", ours.parent).values(),
        headings_in(session, Place.SENT, "In-Reply-To", ours.parent).values(),
    )


def fate_of(session: ImapSession, ref: DraftRef, ours: Collection[str]) -> DraftStatus:
    """What became of the draft; `ours` are the Message-IDs of all our drafts that are known."""

    def drafts() -> Iterator[Heading]:
        yield from headings_in(session, Place.DRAFTS, "In-Reply-To", ref.in_reply_to).values()

    def sent() -> Iterator[Heading]:
        yield from headings_in(session, Place.SENT, "Message-ID", ref.message_id).values()
        yield from headings_in(session, Place.SENT, "In-Reply-To", ref.in_reply_to).values()

    return draft_fate(ref, copies_of(session, ref).values(), drafts(), sent(), ours)


def _spot(handle: str) -> Spot | None:
    """None for a handle that another back end wrote."""
    try:
        match json.loads(handle):
            case {"spot": str(text)}:
                return Spot.load(text)
    except ValueError:
        pass
    return None
