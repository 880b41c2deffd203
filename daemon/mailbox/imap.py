"""The IMAP back end: the Mailbox protocol on any server of RFC 3501 or 9051.

New mail is found by UID, never by flags or by what a server chooses to tell: each call of `changes` opens the inbox and the sent
folder and compares UIDNEXT with the cursor, so a cycle with nothing new costs two commands and fetches nothing. Messages that
left a folder are not told (`Batch.gone` stays empty): IMAP names them only to clients that remember every UID.

Degraded, not refused: without a sent folder only the inbox is read, so a draft that is gone counts as discarded; without a bin,
a draft that is withdrawn is deleted, that very message alone. Without a drafts folder nothing works: FolderMissing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from imapclient.datetime_util import format_criteria_date
from imapclient.exceptions import IMAPClientError

from daemon.errors import MailboxError
from daemon.mailbox.draft_fate import Neighbours, read_heading
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.imap_connection import ImapSettings, explain, refuse_plain_text
from daemon.mailbox.imap_cursor import BATCH_COUNT, Position, Spot, Stretch, load_cursor, next_batch, position_in
from daemon.mailbox.imap_drafts import copies_of, dump_handle, fate_of, headings_in, neighbours_of
from daemon.mailbox.imap_session import ImapSession
from daemon.mailbox.protocol import Batch, DraftRef, DraftStatus, Found, MessageRef, Place, RawMessage, ReplyAnchor

__all__ = ["ImapMailbox", "ImapSettings"]

# servers and routers between drop silent connections; the next cycle shall not fail for that
PROVED_AFTER = 60.0
WAIT_SLICE = 30.0


class ImapMailbox:
    """One account on one connection, opened at the first call and again after every failure. Used by one thread at a time."""

    def __init__(self, name: str, settings: ImapSettings) -> None:
        """Connects to nothing yet. Raises ConfigError where the settings ask for plain text across a network."""
        refuse_plain_text(name, settings)
        self._name = name
        self._settings = settings
        self._session: ImapSession | None = None
        self._used_at = 0.0
        self._drafts_of_ours: set[str] = set()
        self._closed = threading.Event()

    @property
    def name(self) -> str:
        return self._name

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        known = None if cursor is None else load_cursor(cursor)
        with self._connected() as session:
            watched = [place for place in (Place.INBOX, Place.SENT) if place in session.folders]
            stretches = [_news(session, place, known, since) for place in watched]
        return next_batch(stretches)

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        """As the protocol says, but of a message over the size cap (10 MB) the first 2 MB come, so that it is not lost: `raw` is
        then shorter than `ref.size`."""
        spots = {ref: Spot.load(ref.id) for ref in refs}
        bodies: dict[Spot, bytes] = {}
        if not spots:
            return []
        with self._connected() as session:
            for folder in sorted({spot.folder for spot in spots.values()}):
                uidvalidity = session.open_folder(folder).uidvalidity
                sizes = {spot.uid: ref.size for ref, spot in spots.items() if spot == Spot(folder, uidvalidity, spot.uid)}
                bodies |= {Spot(folder, uidvalidity, uid): raw for uid, raw in session.bodies(sizes).items()}
        return [RawMessage(ref, bodies[spot]) for ref, spot in spots.items() if spot in bodies]

    def find(self, message_id: str) -> Found | None:
        with self._connected() as session:
            for place in (Place.DRAFTS, Place.SENT, Place.BIN):
                if found := self._find_in(session, place, message_id):
                    return found
        return None

    def find_in_inbox(self, message_id: str) -> bool:
        with self._connected() as session:
            return bool(headings_in(session, Place.INBOX, "Message-ID", message_id))

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        """As the protocol says. The thread is told by the message's own header; an IMAP server knows no other."""
        ours = read_heading(mime)
        with self._connected() as session:
            neighbours = neighbours_of(session, ours)
            folder = session.folders[Place.DRAFTS]
            told = session.append_draft(folder, mime)
            if told is None:
                state = session.open_folder(folder)
                told = state.uidvalidity, max(session.headings(state, "Message-ID", ours.message_id), default=0)
        parent = reply_to.message_id if reply_to else ""
        return self._ours(ours.message_id, Spot(folder, *told), mime, parent, neighbours)

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        self._drafts_of_ours.add(ref.message_id)
        with self._connected() as session:
            return fate_of(session, ref, self._drafts_of_ours)

    def withdraw_draft(self, ref: DraftRef) -> bool:
        """As the protocol says. While a copy lies in the sent folder nothing is withdrawn: where folders are labels (Gmail), a
        message that is being sent is in both, and the bin would take the sent one."""
        with self._connected() as session:
            if headings_in(session, Place.SENT, "Message-ID", ref.message_id):
                return False
            copies = copies_of(session, ref, writable=True)
            if set(copies.values()) != {ref.fingerprint}:
                return False
            for uid in copies:
                session.take_away(uid, session.folders.get(Place.BIN))
        return True

    def deliver_to_self(self, mime: bytes) -> None:
        with self._connected() as session:
            session.append_unread(session.folders[Place.INBOX], mime)

    def wait(self, timeout: float) -> bool:
        """Sleeps: nothing wakes it yet but `close`."""
        while timeout > 0 and not self._closed.wait(min(timeout, WAIT_SLICE)):
            timeout -= WAIT_SLICE
        return False

    def close(self) -> None:
        self._closed.set()
        self._drop()

    def _find_in(self, session: ImapSession, place: Place, message_id: str) -> Found | None:
        folder = session.folders.get(place)
        if folder is None:
            return None
        state = session.open_folder(folder)
        headings = session.headings(state, "Message-ID", message_id)
        bodies = session.contents(headings)
        if not bodies:
            return None
        uid = max(bodies)
        neighbours = neighbours_of(session, headings[uid]) if place is Place.DRAFTS else None
        spot = Spot(folder, state.uidvalidity, uid)
        return Found(place, self._ours(message_id, spot, bodies[uid], headings[uid].parent, neighbours))

    def _ours(self, message_id: str, spot: Spot, mime: bytes, parent: str, neighbours: Neighbours | None) -> DraftRef:
        self._drafts_of_ours.add(message_id)
        return DraftRef(message_id, dump_handle(spot, neighbours), fingerprint(mime), parent)

    @contextmanager
    def _connected(self) -> Iterator[ImapSession]:
        """The connection, made anew where there is none. Whatever goes wrong in the block throws it away: nobody can tell any
        more which answer belongs to which command. Raises MailboxError, the mailbox's name in front."""
        try:
            session = self._open()
            yield session
            self._used_at = time.monotonic()
        except MailboxError as error:
            self._drop()
            raise type(error)(f"{self._name}: {error}") from error
        except (OSError, IMAPClientError) as error:
            self._drop()
            told = explain(error, self._settings)
            raise type(told)(f"{self._name}: {told}") from error
        except BaseException:
            self._drop()
            raise

    def _open(self) -> ImapSession:
        if self._session is not None and time.monotonic() - self._used_at > PROVED_AFTER:
            try:
                self._session.prove()
            except (OSError, IMAPClientError):
                self._drop()
        if self._session is None:
            self._closed.clear()
            self._session = ImapSession.open(self._settings)
        return self._session

    def _drop(self) -> None:
        if self._session is not None:
            self._session.drop()
            self._session = None


def _news(session: ImapSession, place: Place, known: Mapping[str, Position] | None, since: datetime) -> Stretch:
    """What the folder of this role has after the cursor (None: no cursor yet), as much as a batch can hold."""
    folder = session.folders[place]
    state = session.open_folder(folder)
    position = position_in(state, (known or {}).get(folder), since, first_time=known is None)
    last = end = position.last(state)
    uids: list[int] = []
    if last > position.uid:
        criteria = f"UID {position.uid + 1}:{last}".encode()
        if back := position.look_back:
            # SEARCH knows only dates, in the zone of whoever wrote them down
            criteria += b" SINCE " + format_criteria_date(back.since - timedelta(days=1))
        # a range turns round at its end, so the last message matches even where it is not above the first (RFC 9051 §9)
        uids = [uid for uid in session.search(criteria) if uid > position.uid]
    if len(uids) > BATCH_COUNT:
        uids = uids[:BATCH_COUNT]
        end = uids[-1]
    messages = []
    for uid, envelope in session.envelopes(uids).items():
        received_at = envelope.received_at or since
        if position.look_back is None or received_at >= position.look_back.since:
            ref = MessageRef(Spot(folder, state.uidvalidity, uid).dump(), place, received_at, envelope.size)
            messages.append((uid, ref))
    return Stretch(folder, position, tuple(messages), end, state.uid_next - 1)
