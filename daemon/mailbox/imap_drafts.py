"""Our drafts on an IMAP server: finding their copies, what lies around them, and what became of them.

`draft_fate` holds the rules; here is how a server is asked for what they look at.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from imapclient import DRAFT

from daemon.mailbox.draft_fate import Heading, Neighbours, draft_fate, replaces
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.imap_cursor import FolderState, Spot
from daemon.mailbox.imap_session import ImapSession
from daemon.mailbox.protocol import DraftRef, DraftStatus, Place


@dataclass(frozen=True, slots=True)
class Gone:
    """A draft was nowhere when the folders were like this. It is asked about for days: before anything new lies in them, and
    before another draft of ours is known, there is no need to look through them again."""

    folders: Mapping[str, FolderState]
    drafts_of_ours: int

    @classmethod
    def now(cls, session: ImapSession, ours: Collection[str]) -> Gone:
        """As the folders were when they were last opened."""
        around = (session.folders[Place.DRAFTS], *session.sent_folders, *session.archives)
        return cls({folder: session.opened[folder] for folder in around if folder in session.opened}, len(ours))

    def still_holds(self, session: ImapSession, ours: Collection[str]) -> bool:
        """Whether nothing has come since."""
        return self.drafts_of_ours == len(ours) and all(
            session.open_folder(folder) == state for folder, state in self.folders.items()
        )


def dump_handle(spot: Spot, neighbours: Neighbours | None) -> str:
    """The handle of a draft: where it was put, and what lay around it (None where that is not known any more)."""
    return json.dumps({"spot": spot.dump(), **(json.loads(neighbours.dump()) if neighbours else {})})


def headings_in(session: ImapSession, place: Place, message_id: str) -> dict[int, Heading]:
    """By UID, as `ImapSession.headings`; none where the account has no such folder. Leaves that folder open."""
    folder = session.folders.get(place)
    if folder is None or not message_id:
        return {}
    return session.headings(session.open_folder(folder), message_id)


def copies_of(session: ImapSession, ref: DraftRef, writable: bool = False) -> dict[int, str]:
    """UIDs and fingerprints of what lies in drafts under the draft's Message-ID. Leaves drafts open."""
    folder = session.folders[Place.DRAFTS]
    state = session.open_folder(folder, writable)
    spot = _spot(ref.handle)
    there = {spot.uid} if spot is not None and spot == Spot(folder, state.uidvalidity, spot.uid) and spot.uid else set()
    bodies = session.contents(session.headings(state, ref.message_id, also=there))
    return {uid: fingerprint(mime) for uid, mime in bodies.items()}


def replacements_of(session: ImapSession, ref: DraftRef, ours: Collection[str]) -> dict[int, str]:
    """UIDs and fingerprints of what a mail client put into drafts in place of this draft, under a Message-ID of its own. Leaves
    drafts open, as it was."""
    state = session.opened[session.folders[Place.DRAFTS]]
    around = session.headings_around(state, ref.in_reply_to)
    bodies = session.contents([uid for uid, heading in around.items() if replaces(heading, ref, ours)])
    return {uid: fingerprint(mime) for uid, mime in bodies.items()}


def posted(session: ImapSession, message_id: str) -> bool:
    """Whether a letter with this Message-ID lies among sent mail."""
    return any(session.headings(session.open_folder(folder), message_id) for folder in session.sent_folders if message_id)


def neighbours_of(session: ImapSession, ours: Heading) -> Neighbours:
    """What lies around a draft now."""
    drafts = session.headings_around(session.open_folder(session.folders[Place.DRAFTS]), ours.parent)
    return Neighbours.of(ours, drafts.values(), [*_sent_around(session, ours.parent), *_filed(session, ours.parent, ours.author)])


def fate_of(session: ImapSession, ref: DraftRef, ours: Collection[str]) -> DraftStatus:
    """What became of the draft; `ours` are the Message-IDs of all our drafts that are known.

    What a client saved again under another Message-ID, word for word, is the draft itself.
    """
    copies = copies_of(session, ref)
    if copies:
        return draft_fate(ref, copies.values(), (), (), ours)
    replaced = replacements_of(session, ref, ours)
    if posted(session, ref.message_id):
        return DraftStatus.SENT
    if replaced:
        return draft_fate(ref, replaced.values(), (), (), ours)
    before = Neighbours.load(ref.handle)
    author = before.author if before else ""
    return draft_fate(ref, (), (), [*_sent_around(session, ref.in_reply_to), *_filed(session, ref.in_reply_to, author)], ours)


def _sent_around(session: ImapSession, parent: str) -> Iterator[Heading]:
    for folder in session.sent_folders:
        yield from session.headings_around(session.open_folder(folder), parent).values()


def _filed(session: ImapSession, parent: str, author: str) -> Iterator[Heading]:
    """The user's letters in archives. What is marked as a draft there is one that he put aside."""
    for folder in session.archives if author else ():
        around = session.headings_around(session.open_folder(folder), parent, but=DRAFT)
        yield from (heading for heading in around.values() if heading.author == author)


def _spot(handle: str) -> Spot | None:
    """None for a handle that another back end wrote."""
    try:
        match json.loads(handle):
            case {"spot": str(text)}:
                return Spot.load(text)
    except ValueError:
        pass
    return None
