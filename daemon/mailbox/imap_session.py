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
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, ProtocolError

from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.draft_fate import Heading, read_heading
from daemon.mailbox.imap_connection import ImapSettings, connect, drop
from daemon.mailbox.imap_cursor import FolderState
from daemon.mailbox.imap_folders import Folder, find_folders
from daemon.mailbox.protocol import Place

BEGINNING = 2_000_000
"""Octets that are fetched of a message over MAX_SIZE, so that it is not lost altogether."""

BODIES_AT_ONCE = 50
OCTETS_AT_ONCE = 8_000_000
HEADERS_AT_ONCE = 100

APPENDUID = re.compile(rb"\[APPENDUID (\d+) (\d+)\]")
HEADING = "BODY.PEEK[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO TO CC BCC)]"

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
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise ProtocolError(f"{method.__name__}: {type(error).__name__}") from error

    return guarded


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is known of a message before its bytes are fetched. `received_at` is None where the server's date is unreadable."""

    size: int
    received_at: datetime | None


class ImapSession:
    """See the module. `folders` names the folder of each role that the account has."""

    def __init__(self, client: IMAPClient, overrides: Mapping[Place, str]) -> None:
        """Raises FolderMissing."""
        self._client = client
        listed = [
            Folder(
                frozenset(each.decode("ascii", "replace").casefold() for each in attributes), (separator or b"").decode(), name
            )
            for attributes, separator, name in client.list_folders()
        ]
        personal = (client.namespace().personal or ()) if client.has_capability("NAMESPACE") else ()
        self.folders = find_folders(listed, overrides, [prefix for prefix, _ in personal])

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
        """Make it the folder that all other methods act on."""
        answer = self._client.select_folder(folder, readonly=not writable)
        uid_next = answer.get(b"UIDNEXT") or max(self.search(b"UID *"), default=0) + 1
        return FolderState(uidvalidity=answer[b"UIDVALIDITY"], uid_next=uid_next, exists=answer[b"EXISTS"])

    @_understood
    def search(self, criteria: bytes) -> list[int]:
        """UIDs in the open folder, ascending, of the messages that meet criteria as RFC 9051 §6.4.4 writes them."""
        return sorted(self._client.search(criteria))

    @_understood
    def envelopes(self, uids: Sequence[int]) -> dict[int, Envelope]:
        """By UID; one that is gone meanwhile is missing."""
        if not uids:
            return {}
        return {
            uid: Envelope(items[b"RFC822.SIZE"], _utc(items[b"INTERNALDATE"]))
            for uid, items in self._client.fetch(uids, ["RFC822.SIZE", "INTERNALDATE"]).items()
            if b"RFC822.SIZE" in items and b"INTERNALDATE" in items
        }

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
    def headings(self, state: FolderState, field: IdField, message_id: str, also: Collection[int] = ()) -> dict[int, Heading]:
        """By UID: the messages of the open folder that bear this Message-ID, or answer it, and are not marked as deleted.

        Servers refuse a SEARCH for a header, or do not find what was put there a moment ago: then the newest messages are looked
        through. What SEARCH finds is verified, since it looks for substrings. `also` are UIDs to be looked at in any case.
        """
        uids = {*also, *(self._search_header(field, message_id) or self._newest(state))}
        if not uids:
            return {}
        found = {}
        for uid, items in self._client.fetch(sorted(uids), ["FLAGS", HEADING]).items():
            heading = read_heading(b"".join(value for key, value in items.items() if key.startswith(b"BODY[") and value))
            named = (heading.message_id,) if field == "Message-ID" else heading.in_reply_to
            if message_id in named and DELETED not in items.get(b"FLAGS", ()):
                found[uid] = heading
        return found

    @_understood
    def append_draft(self, folder: str, mime: bytes) -> tuple[int, int] | None:
        """Put a draft there. Its UIDVALIDITY and UID, where the server tells them (UIDPLUS, RFC 4315 §3)."""
        told = APPENDUID.search(self._client.append(folder, mime, flags=(DRAFT, SEEN)))
        return (int(told[1]), int(told[2])) if told else None

    @_understood
    def append_unread(self, folder: str, mime: bytes) -> None:
        self._client.append(folder, mime)

    @_understood
    def take_away(self, uid: int, bin_folder: str | None) -> None:
        """Take one message out of the open folder: into the bin, or for good where there is none.

        Never expunges another message: where the server cannot expunge a single one and others are marked as deleted, too, it is
        left marked, as good as gone, until the user's own program expunges the folder.
        """
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

    def _octets(self, uids: Sequence[int], item: str) -> dict[int, bytes]:
        answers = self._client.fetch(uids, [item])
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
