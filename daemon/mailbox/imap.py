"""The IMAP back end: the Mailbox protocol on any server of RFC 3501 or 9051.

New mail is found by UID, never by flags or by what a server chooses to tell: each call of `changes` opens the inbox and the sent
folder and compares UIDNEXT with the cursor, so a cycle with nothing new costs two commands and fetches nothing. Messages that
left a folder are not told (`Batch.gone` stays empty): IMAP names them only to clients that remember every UID.

Degraded, not refused: without a sent folder only the inbox is read; without a bin, a draft that is withdrawn is deleted, that
very message alone. Without a drafts folder nothing works, and every call raises FolderMissing.
"""

from __future__ import annotations

import heapq
import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.parser import BytesHeaderParser

from imapclient.datetime_util import format_criteria_date
from imapclient.exceptions import IMAPClientError

from daemon.errors import MailboxError
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.imap_connection import ImapSettings, explain, refuse_plain_text
from daemon.mailbox.imap_cursor import FolderState, Position, dump_cursor, load_cursor, position_in
from daemon.mailbox.imap_session import MESSAGE_CAP, ImapSession
from daemon.mailbox.protocol import (
    Batch,
    DraftRef,
    DraftStatus,
    Found,
    MessageRef,
    Place,
    RawMessage,
    ReplyAnchor,
)

__all__ = ["ImapMailbox", "ImapSettings"]

BATCH_COUNT = 200
BATCH_OCTETS = 64 * 1024 * 1024
# so many UIDs are searched at a time that the answer stays below the length of a line that imaplib reads (1,000,000 octets)
SEARCHED_AT_ONCE = 50_000

PROVED_AFTER = 60.0
WAIT_SLICE = 30.0


class ImapMailbox:
    """One account on one connection, opened at the first call and again after every failure. Used by one thread at a time."""

    def __init__(self, name: str, settings: ImapSettings) -> None:
        """Raises ConfigError where the settings ask for plain text across a network. Connects to nothing yet."""
        refuse_plain_text(name, settings)
        self._name = name
        self._settings = settings
        self._session: ImapSession | None = None
        self._used_at = 0.0
        self._closed = threading.Event()

    @property
    def name(self) -> str:
        return self._name

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        known = load_cursor(cursor) if cursor else {}
        with self._connected() as session:
            stretches = [
                self._news(session, place, session.folders[place], known, since, first_time=cursor is None)
                for place in (Place.INBOX, Place.SENT)
                if place in session.folders
            ]
        return _batch(stretches)

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        """See the protocol. Of a message over 10 MiB only the first 2 MiB come, so that it is not lost: `raw` is then shorter
        than `ref.size`."""
        handles = {ref: Handle.load(ref.id) for ref in refs}
        octets: dict[Handle, bytes] = {}
        with self._connected() as session:
            for folder in {handle.folder for handle in handles.values()}:
                state = session.open_folder(folder)
                wanted = {
                    handle.uid: ref.size
                    for ref, handle in handles.items()
                    if (handle.folder, handle.uidvalidity) == (folder, state.uidvalidity)
                }
                for uid, raw in session.bodies(wanted).items():
                    octets[Handle(folder, state.uidvalidity, uid)] = raw
        return [RawMessage(ref, octets[handle]) for ref, handle in handles.items() if handle in octets]

    def find(self, message_id: str) -> Found | None:
        with self._connected() as session:
            for place in (Place.DRAFTS, Place.SENT, Place.BIN):
                ...
        return None

    def find_in_inbox(self, message_id: str) -> bool:
        with self._connected() as session:
            state = session.open_folder(session.folders[Place.INBOX])
            return bool(session.with_header(state, "Message-ID", message_id))
