"""One signed-in IMAP connection, in terms of UIDs, bytes and aware times.

A thin layer over imapclient that holds what is known of servers: which answers may be missing, what must be verified, what must
be bounded. It raises what imapclient raises (`imap_connection.explain` tells what that means); whoever uses it throws it away
after the first error. Reading never marks anything as read.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, ParamSpec, TypeVar

from imapclient import DELETED, DRAFT, SEEN, IMAPClient
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, IMAPClientReadOnlyError, ProtocolError

from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.draft_fate import Heading, read_heading
from daemon.mailbox.imap_connection import connect, drop
from daemon.mailbox.imap_cursor import FolderState
from daemon.mailbox.imap_fetch import fetch
from daemon.mailbox.imap_folders import Folder, find_folders, find_more, there_are
from daemon.mailbox.imap_idle import Idle
from daemon.mailbox.imap_settings import ImapSettings
from daemon.mailbox.protocol import Place

BEGINNING = 2_000_000
"""Octets that are fetched of a message over MAX_SIZE, so that it is not lost altogether."""

BODIES_AT_ONCE = 50
OCTETS_AT_ONCE = 8_000_000
HEADERS_AT_ONCE = 100

APPENDUID = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")
HEADING = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO REFERENCES FROM TO CC BCC SUBJECT)]"

GMAIL_THREAD = b"X-GM-THRID"
BIN_LABEL = "\\Trash"

Given = ParamSpec("Given")
Told = TypeVar("Told")
IdField = Literal["Message-ID", "In-Reply-To"]


def _understood(method: Callable[Given, Told]) -> Callable[Given, Told]:
    """imapclient stumbles in many ways over answers that are no IMAP: all of them become a ProtocolError."""

    @functools.wraps(method)
    def guarded(*arguments: Given.args, **named: Given.kwargs) -> Told:
        try:
            return method(*arguments, **named)
        except OSError:
            # a certificate that does not verify is a ValueError as well
            raise
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError, MemoryError) as error:
            raise ProtocolError(f"{method.__name__}: {type(error).__name__}") from error

    return guarded


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is known of a message before its bytes are fetched. `received_at` is None where the server's date is unreadable;
    `thread` is the server's own thread id, '' where it has none."""

    size: int
    received_at: datetime | None
    thread: str = ""


class ImapSession:
    """See the module. `folders` names the folder of each role that the account has. `sent_folders` are all with sent mail, that
    of the role first; `archives` are such into which mail of all sorts is filed; `there_are` names all folders to a human."""

    def __init__(self, client: IMAPClient, overrides: Mapping[Place, str]) -> None:
        """Raises FolderMissing."""
        self._client = client
        self._tells_uid_next = True
        self._read_only: str | None = None
        self.opened: dict[str, FolderState] = {}
        """Of every folder that was opened: what opening it told the last time."""
        listed = [
            Folder(
                frozenset(each.decode("ascii", "replace").casefold() for each in attributes), (separator or b"").decode(), name
            )
            for attributes, separator, name in client.list_folders()
        ]
        personal = (client.namespace().personal or ()) if client.has_capability("NAMESPACE") else ()
        prefixes = [prefix for prefix, _ in personal]
        self.folders = find_folders(listed, overrides, prefixes)
        self.sent_folders, self.archives = find_more(listed, self.folders, overrides, prefixes)
        self.there_are = there_are(listed)

    @classmethod
    @_understood
    def open(cls, settings: ImapSettings) -> ImapSession:
        """Connect and sign in. Raises SignInFailed, MailboxUnavailable, FolderMissing."""
        client = connect(settings)
        try:
            return cls(client, settings.folders)
        except BaseException:
            drop(client)
            raise

    def drop(self) -> None:
        """Let go of the connection without a word to the server. Never raises."""
        drop(self._client)

    @_understood
    def prove(self) -> None:
        """One round trip that fails where the connection is dead."""
        self._client.noop()

    @_understood
    def open_folder(self, folder: str, writable: bool = False) -> FolderState:
        """Make it the folder that all other methods act on.

        A server that does not tell UIDNEXT on opening (it may: RFC 9051 §6.3.2) is asked for it before: told after, it could be
        above a message that this session cannot see yet.
        """
        told = None if self._tells_uid_next else self.status(folder)
        answer = self._client.select_folder(folder, readonly=not writable)
        self._read_only = None if writable else folder
        exists = answer[b"EXISTS"]
        uid_next = answer.get(b"UIDNEXT") or (told[1] if told else 0)
        if not uid_next:
            if self._tells_uid_next:
                self._tells_uid_next = False
                return self.open_folder(folder, writable)
            uid_next = max(self.search(str(exists).encode()), default=0) + 1 if exists else 1
        state = FolderState(uidvalidity=answer[b"UIDVALIDITY"], uid_next=uid_next, exists=exists)
        self.opened[folder] = state
        return state

    @_understood
    def status(self, folder: str) -> tuple[int, int] | None:
        """UIDVALIDITY and UIDNEXT of a folder that need not be open; None where the server does not tell."""
        try:
            answer = self._client.folder_status(folder, ("UIDVALIDITY", "UIDNEXT"))
        except (IMAPClientAbortError, ProtocolError):
            raise
        except IMAPClientError:
            # refused; the connection is as good as before
            return None
        return answer[b"UIDVALIDITY"], answer[b"UIDNEXT"]

    @property
    def can_idle(self) -> bool:
        return bool(self._client.has_capability("IDLE"))

    def idle(self) -> Idle:
        """An IDLE for the open folder, not begun yet."""
        return Idle(self._client)

    @_understood
    def search(self, criteria: bytes) -> list[int]:
        """UIDs in the open folder, ascending, of the messages that meet criteria as RFC 9051 §6.4.4 writes them."""
        return sorted(self._client.search(criteria))

    @_understood
    def envelopes(self, uids: Sequence[int]) -> dict[int, Envelope]:
        """By UID; one that is gone meanwhile is missing."""
        if not uids:
            return {}
        wanted = ["RFC822.SIZE", "INTERNALDATE", *([GMAIL_THREAD.decode()] if self._has_labels else [])]
        return {
            uid: Envelope(items[b"RFC822.SIZE"], _utc(items[b"INTERNALDATE"]), str(items.get(GMAIL_THREAD, "")))
            for uid, items in fetch(self._client, uids, wanted).items()
            if b"RFC822.SIZE" in items and b"INTERNALDATE" in items
        }

    @_understood
    def items(self, uids: Sequence[int], items: Sequence[str]) -> dict[int, dict[bytes, object]]:
        """What FETCH answers for these items (RFC 9051 §6.4.5), by UID and name; a message that is gone meanwhile is missing."""
        return fetch(self._client, uids, items)

    @_understood
    def bodies(self, sizes: Mapping[int, int]) -> dict[int, bytes]:
        """The bytes of messages of known UIDs and sizes, by UID; one that is gone meanwhile is missing."""
        whole = {uid: size for uid, size in sizes.items() if size <= MAX_SIZE}
        found: dict[int, bytes] = {}
        for uids in _portions(whole):
            found |= self._octets(uids, "BODY.PEEK[]")
        for uid in sizes.keys() - whole.keys():
            found |= self._octets([uid], f"BODY.PEEK[]<0.{BEGINNING}>")
        return found

    def contents(self, uids: Collection[int]) -> dict[int, bytes]:
        """The bytes of messages of unknown sizes, as `bodies`."""
        return self.bodies({uid: envelope.size for uid, envelope in self.envelopes(sorted(uids)).items()})

    @_understood
    def headings(self, state: FolderState, message_id: str, also: Collection[int] = ()) -> dict[int, Heading]:
        """By UID: the messages of the open folder that bear this Message-ID and are not marked as deleted.

        Servers refuse a SEARCH for a header, or do not find what was put there a moment ago: then the newest messages are looked
        through. What SEARCH finds is verified, since it looks for substrings. `also` are UIDs to be looked at in any case.
        """
        found = self._headings({*also, *(self._search_header("Message-ID", message_id) or self._newest(state))})
        return {uid: heading for uid, heading in found.items() if heading.message_id == message_id}

    @_understood
    def headings_around(self, state: FolderState, parent: str, but: bytes = DELETED) -> dict[int, Heading]:
        """By UID: the newest messages of the open folder, and of all those that answer this message ('' for none). None that is
        marked as deleted, or with the flag `but`."""
        answers = self._search_header("In-Reply-To", parent) if parent else []
        return self._headings({*answers, *self._newest(state)}, {DELETED, but})

    def _headings(self, uids: Collection[int], but: Collection[bytes] = (DELETED,)) -> dict[int, Heading]:
        answers = self._client.fetch(sorted(uids), ["FLAGS", HEADING]) if uids else {}
        return {
            uid: read_heading(b"".join(value for key, value in items.items() if key.startswith(b"BODY[") and value))
            for uid, items in answers.items()
            if not set(but) & set(items.get(b"FLAGS", ()))
        }

    @_understood
    def takes_messages(self, folder: str) -> bool:
        """Whether a message may be put there, as far as the server tells without being tried: by the account's rights (RFC 4314,
        "i" inserts), which imapclient has no name for, or else by how the folder opens."""
        if self._client.has_capability("ACL"):
            told = self._client._command_and_check("myrights", self._client._normalise_folder(folder), unpack=True)
            return b"i" in (told or b"").rpartition(b" ")[2].strip(b'"')
        try:
            answer = self._client.select_folder(folder)
        except IMAPClientReadOnlyError:
            return False
        self._read_only = None
        return b"READ-ONLY" not in answer

    @_understood
    def append_draft(self, folder: str, mime: bytes) -> tuple[int, int] | None:
        """Put a draft there. Its UIDVALIDITY and UID, where the server tells them (UIDPLUS, RFC 4315 §3)."""
        self._make_writable(folder)
        try:
            told = APPENDUID.search(self._client.append(folder, mime, flags=(DRAFT, SEEN)))
        except (IMAPClientAbortError, ProtocolError):
            raise
        except IMAPClientError as error:
            raise IMAPClientError(f"no draft can be put into {folder!r} ({error})") from error
        return (int(told[1]), int(told[2])) if told else None

    @_understood
    def append_unread(self, folder: str, mime: bytes) -> None:
        self._make_writable(folder)
        self._client.append(folder, mime)

    @_understood
    def take_away(self, uid: int, bin_folder: str | None) -> None:
        """Take one message out of the open folder: into the bin, or for good where there is none.

        Never expunges another message: where the server cannot expunge a single one and others are marked as deleted, too, it is
        left marked, as good as gone, until the user's own program expunges the folder. Where folders are labels, an expunge only
        takes the label off, so the bin is a label as well, also where the account shows no such folder.
        """
        if bin_folder is None and self._has_labels:
            self._client.add_gmail_labels([uid], [BIN_LABEL], silent=True)
            return
        if bin_folder is not None:
            if self._client.has_capability("MOVE"):
                self._client.move([uid], bin_folder)
                return
            self._client.copy([uid], bin_folder)
        self._client.add_flags([uid], [DELETED], silent=True)
        if self._client.has_capability("UIDPLUS"):
            self._client.uid_expunge([uid])
        elif self.search(b"DELETED") == [uid]:
            self._client.expunge()

    @property
    def _has_labels(self) -> bool:
        """Whether the server is one whose folders are labels of one great heap, with threads of its own (X-GM-EXT-1).

        Its ids of messages (X-GM-MSGID) are not asked for: a message in two folders is recognised by its Message-ID, as anywhere.
        """
        return bool(self._client.has_capability("X-GM-EXT-1"))

    def _make_writable(self, folder: str) -> None:
        """Some servers (Courier) put nothing into a folder that is open for reading only."""
        if self._read_only == folder:
            try:
                self._client.select_folder(folder)
            except IMAPClientReadOnlyError as error:
                raise IMAPClientError(f"the folder {folder!r} is read-only") from error
            self._read_only = None

    def _octets(self, uids: Sequence[int], item: str) -> dict[int, bytes]:
        answers = fetch(self._client, uids, [item])
        pairs = ((uid, items.get(b"BODY[]", items.get(b"BODY[]<0>"))) for uid, items in answers.items())
        return {uid: octets for uid, octets in pairs if isinstance(octets, bytes)}

    def _search_header(self, field: IdField, message_id: str) -> list[int]:
        if not (message_id.isascii() and message_id.isprintable()):
            return []
        quoted = message_id.replace("\\", "\\\\").replace('"', '\\"')
        try:
            return self.search(f'HEADER {field} "{quoted}"'.encode())[-HEADERS_AT_ONCE:]
        except (IMAPClientAbortError, ProtocolError):
            raise
        except IMAPClientError:
            # refused; the connection is as good as before
            return []

    def _newest(self, state: FolderState) -> list[int]:
        return self.search(f"{max(1, state.exists - HEADERS_AT_ONCE + 1)}:*".encode()) if state.exists else []


def _portions(sizes: Mapping[int, int]) -> Iterator[list[int]]:
    """UIDs in portions of bounded count and octets, at least one each."""
    portion: list[int] = []
    octets = 0
    for uid, size in sizes.items():
        if portion and (len(portion) == BODIES_AT_ONCE or octets + size > OCTETS_AT_ONCE):
            yield portion
            portion, octets = [], 0
        portion.append(uid)
        octets += size
    if portion:
        yield portion


def _utc(date: datetime | None) -> datetime | None:
    return date.astimezone(UTC) if date else None
