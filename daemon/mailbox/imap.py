"""The IMAP back end: the Mailbox protocol on any server of RFC 3501 or 9051.

New mail is found by UID, never by flags or by what a server chooses to tell: each call of `changes` opens the inbox and the sent
folder and compares UIDNEXT with the cursor, so a cycle with nothing new costs two commands and fetches nothing. Messages that
left a folder are not told (`Batch.gone` stays empty): IMAP names them only to clients that remember every UID.

Degraded, not refused: without a sent folder only the inbox is read, so a draft that is gone counts as discarded; without a bin,
a draft that is withdrawn is deleted, that very message alone. Without a drafts folder nothing works: FolderMissing.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import TypeVar

from imapclient.exceptions import IMAPClientError

from daemon.errors import MailboxError, MailboxUnavailable
from daemon.mailbox.draft_fate import Neighbours, read_heading
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.imap_cursor import Spot, load_cursor, next_batch
from daemon.mailbox.imap_drafts import Gone, copies_of, dump_handle, fate_of, headings_in, neighbours_of, posted, replacements_of
from daemon.mailbox.imap_faults import explain, named
from daemon.mailbox.imap_look import FETCHED_WHOLE_UP_TO, look_at, without_attachments
from daemon.mailbox.imap_news import news_of
from daemon.mailbox.imap_refused import Refusals
from daemon.mailbox.imap_session import ImapSession
from daemon.mailbox.imap_settings import ImapSettings, refuse_plain_text
from daemon.mailbox.imap_watch import Watch
from daemon.mailbox.protocol import Batch, DraftRef, DraftStatus, Found, Look, MessageRef, Place, RawMessage, ReplyAnchor

__all__ = ["ImapMailbox", "ImapSettings"]

logger = logging.getLogger(__name__)

Told = TypeVar("Told")

# servers and routers between drop silent connections; the next cycle shall not fail for that
PROVED_AFTER = 60.0


class ImapMailbox:
    """One account on one connection, opened at the first call and again after every failure. Used by one thread at a time."""

    def __init__(self, name: str, settings: ImapSettings, poll_seconds: float = 60) -> None:
        """Connects to nothing yet. Where the server announces nothing, `wait` is over after `poll_seconds`.

        Raises ConfigError where the settings ask for plain text across a network.
        """
        refuse_plain_text(name, settings)
        self._name = name
        self._settings = settings
        self._session: ImapSession | None = None
        self._used_at = 0.0
        self._drafts_of_ours: set[str] = set()
        self._gone: dict[DraftRef, Gone] = {}
        self._refusals = Refusals()
        self._watch = Watch(poll_seconds)

    @property
    def name(self) -> str:
        return self._name

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        known = None if cursor is None else load_cursor(cursor)
        with self._connected() as session:
            watched = [(Place.INBOX, session.folders[Place.INBOX]), *((Place.SENT, folder) for folder in session.sent_folders)]
            stretches = [news_of(session, place, folder, known, since) for place, folder in watched]
            self._watch.looked(session.opened)
        return next_batch(stretches)

    def look(self, refs: tuple[MessageRef, ...]) -> list[Look]:
        if not refs:
            return []
        with self._connected() as session:
            looks = self._of_each_folder(session, refs, look_at, (b"", True))
        return [Look(ref, *looks[ref]) for ref in refs if ref in looks]

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        """As the protocol says, but of a large message only the header, the texts and the calendars come: nobody reads what is
        attached. `raw` is then shorter than `ref.size`; and empty for a message that the server does not give at all."""
        if not refs:
            return []
        with self._connected() as session:
            bodies = self._of_each_folder(session, refs, _bodies, b"")
        return [RawMessage(ref, bodies[ref]) for ref in refs if ref in bodies]

    def _of_each_folder(
        self,
        session: ImapSession,
        refs: tuple[MessageRef, ...],
        read: Callable[[ImapSession, Mapping[int, int]], Mapping[int, Told]],
        nothing: Told,
    ) -> dict[MessageRef, Told]:
        """What `read` gives for the messages of each folder, from their sizes by UID, and `nothing` for one that the server never
        gives. A UIDVALIDITY that is not the folder's any more means nothing, nor does an id that another back end gave."""
        spots = {spot: ref for ref in refs if (spot := _spot(ref))}
        told: dict[MessageRef, Told] = {}
        for folder in sorted({spot.folder for spot in spots}):
            uidvalidity = session.open_folder(folder).uidvalidity
            these = {spot.uid: ref for spot, ref in spots.items() if spot == Spot(folder, uidvalidity, spot.uid)}
            if these:
                sizes = {Spot(folder, uidvalidity, uid): ref.size for uid, ref in these.items()}
                answers = self._refusals.read(sizes, partial(read, session), nothing)
                told |= {these[uid]: answer for uid, answer in answers.items() if uid in these}
        return told

    def find(self, message_id: str) -> Found | None:
        with self._connected() as session:
            bins = [(place, folder) for place, folder in session.folders.items() if place is Place.BIN]
            sent = [(Place.SENT, folder) for folder in session.sent_folders]
            for place, folder in [(Place.DRAFTS, session.folders[Place.DRAFTS]), *sent, *bins]:
                if found := self._find_in(session, place, folder, message_id):
                    return found
        return None

    def find_in_inbox(self, message_id: str) -> bool:
        with self._connected() as session:
            return bool(headings_in(session, Place.INBOX, message_id))

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        """As the protocol says. The thread is told by the message's own header; an IMAP server knows no other."""
        ours = read_heading(mime)
        with self._connected() as session:
            neighbours = neighbours_of(session, ours)
            folder = session.folders[Place.DRAFTS]
            told = session.append_draft(folder, mime)
            if told is None:
                state = session.open_folder(folder)
                told = state.uidvalidity, max(session.headings(state, ours.message_id), default=0)
        parent = reply_to.message_id if reply_to else ""
        return self._ours(ours.message_id, Spot(folder, *told), mime, parent, neighbours)

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        self._drafts_of_ours.add(ref.message_id)
        with self._connected() as session:
            known = self._gone.get(ref)
            if known and known.still_holds(session, self._drafts_of_ours):
                return DraftStatus.DISCARDED
            status = fate_of(session, ref, self._drafts_of_ours)
            if status is DraftStatus.DISCARDED:
                self._gone[ref] = Gone.now(session, self._drafts_of_ours)
        return status

    def withdraw_draft(self, ref: DraftRef) -> bool:
        """As the protocol says. While a copy lies in the sent folder nothing is withdrawn: where folders are labels (Gmail), a
        message that is being sent is in both, and the bin would take the sent one."""
        with self._connected() as session:
            if posted(session, ref.message_id):
                return False
            copies = copies_of(session, ref, writable=True)
            copies |= replacements_of(session, ref, self._drafts_of_ours | {ref.message_id})
            if set(copies.values()) != {ref.fingerprint}:
                return False
            for uid in copies:
                session.take_away(uid, session.folders.get(Place.BIN))
        return True

    def folders(self) -> Mapping[Place, str]:
        """The name of the folder for each role that the account has one for."""
        with self._connected() as session:
            return dict(session.folders)

    def troubles(self) -> list[str]:
        """What will go wrong with drafts in this account, each with the mend; looks without writing anything."""
        with self._connected() as session:
            found = []
            drafts = session.folders[Place.DRAFTS]
            if not session.takes_messages(drafts):
                found.append(
                    f"no draft can be put into {drafts!r}: this account may not write there; name another: "
                    "[mailbox.folders] drafts"
                )
            if not session.sent_folders:
                found.append(
                    "no folder looks like the one for sent mail, so a draft that you send will look as if you had thrown it "
                    f"away; name it: [mailbox.folders] sent; {session.there_are}"
                )
        return found

    def deliver_to_self(self, mime: bytes) -> None:
        with self._connected() as session:
            session.append_unread(session.folders[Place.INBOX], mime)

    def wait(self, timeout: float) -> bool:
        """As the protocol says. A connection that is lost meanwhile may have news (True): the next call opens another; where the
        server ended it and asked for patience, it gets that first.

        Without a connection there is nothing to listen to, and none is made: until the next poll it sleeps.
        """
        if self._session is None:
            return self._watch.sleep(timeout)
        try:
            with self._connected() as session:
                return self._watch.wait(session, timeout)
        except MailboxUnavailable as error:
            logger.info("%s; the next look opens it again", error)
            self._watch.dropped()
            if error.retry_after is not None:
                self._watch.bell.wait(min(timeout, error.retry_after))
            return True

    @property
    def pushes(self) -> bool:
        """Whether the server announces new mail by itself, as far as is known by now."""
        return self._watch.pushes and (self._session is None or self._session.can_idle)

    def interrupt(self) -> None:
        self._watch.bell.ring()

    def close(self) -> None:
        """As the protocol says; it also ends a `wait` of another thread."""
        self._drop()
        self._watch.bell.ring()

    def _find_in(self, session: ImapSession, place: Place, folder: str, message_id: str) -> Found | None:
        state = session.open_folder(folder)
        headings = session.headings(state, message_id)
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
            raise named(self._name, error) from error
        except (OSError, IMAPClientError) as error:
            self._drop()
            raise named(self._name, explain(error, self._settings)) from error
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
            self._session = ImapSession.open(self._settings)
        return self._session

    def _drop(self) -> None:
        if self._session is not None:
            self._session.drop()
            self._session = None


def _spot(ref: MessageRef) -> Spot | None:
    try:
        return Spot.load(ref.id)
    except ValueError:
        return None


def _bodies(session: ImapSession, sizes: Mapping[int, int]) -> dict[int, bytes]:
    large = [uid for uid, size in sizes.items() if size > FETCHED_WHOLE_UP_TO]
    whole = session.bodies({uid: size for uid, size in sizes.items() if size <= FETCHED_WHOLE_UP_TO})
    return whole | without_attachments(session, large)
