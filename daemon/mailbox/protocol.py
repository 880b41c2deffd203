"""The Mailbox protocol: all that the house knows of a mailbox.

It is shaped for UIDs (IMAP) and for history ids and draft ids (Gmail) alike; `tests/mailbox/contract.py` holds every back
end to it. There is no method that sends mail to anybody.

One owner: a mailbox is used by one thread, but for `interrupt`, by which others ring at its door, and `stop`. Any method but
those and `close` may raise `daemon.errors.MailboxError`; after that the object reconnects by itself at the next call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, runtime_checkable


class Place(StrEnum):
    """The folders that matter, by role (RFC 6154), whatever their names are."""

    INBOX = "inbox"
    SENT = "sent"
    DRAFTS = "drafts"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message that `changes` announces, not fetched yet.

    `id` is opaque and the back end's own. `place` is INBOX or SENT. `received_at` is the server's time in UTC.
    `thread_hint` is the server's own thread id where it has one (Gmail), else ''.
    """

    id: str
    place: Place
    received_at: datetime
    size: int
    thread_hint: str = ""


@dataclass(frozen=True, slots=True)
class RawMessage:
    ref: MessageRef
    raw: bytes


@dataclass(frozen=True, slots=True)
class Look:
    """The beginning of a message, for a first look at it: `raw` is a message of its own (RFC 5322, MIME) with the whole header,
    and at least the first 4,096 octets of every text part; or, where `whole`, the very bytes of the message."""

    ref: MessageRef
    raw: bytes
    whole: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of what lay in a mailbox at the beginning has come, in messages. `total` is an estimate; once all is
    read, the two are alike."""

    done: int
    total: int

    @property
    def whole(self) -> bool:
        return self.done >= self.total


@dataclass(frozen=True, slots=True)
class Batch:
    """What changed since a cursor, oldest first.

    `next_cursor` is to be stored in the same transaction as the effects of `messages`. `gone` lists ids that left the
    watched folders since. `more` says that `changes(next_cursor)` has more right now. After a lost cursor (UIDVALIDITY, a
    history id too old) `resynced` is true and messages may come a second time: the caller recognises them by Message-ID.
    `progress` is told while what lay there already is read for the first time (from the newest batch to the oldest): how far that
    has come once this batch is done; with the last such batch it is whole.
    """

    messages: tuple[MessageRef, ...]
    gone: tuple[str, ...]
    next_cursor: str
    more: bool = False
    resynced: bool = False
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class DraftRef:
    """A draft of ours in a mailbox, with all that is needed to find it again and to see whether it was touched.

    `message_id` is the RFC 5322 one that we gave it. `handle` is the back end's own (folder, UIDVALIDITY and UID; or draft
    id and message id). `fingerprint` is `daemon.mailbox.fingerprint.fingerprint(mime)` of what we saved. `in_reply_to` is the
    Message-ID of the parent ('' for a new message), by which a sent copy with another Message-ID is recognised.
    """

    message_id: str
    handle: str
    fingerprint: str
    in_reply_to: str = ""


class DraftStatus(StrEnum):
    """What became of a draft. `DISCARDED` is what a draft looks like that is in none of drafts and sent; a mail client that
    replaces a draft can make it look so for a moment, so callers keep asking for a while."""

    UNTOUCHED = "untouched"
    EDITED = "edited"
    SENT = "sent"
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a message with a given Message-ID lies, and the fingerprint of what it holds now."""

    place: Place
    ref: DraftRef


@dataclass(frozen=True, slots=True)
class ReplyAnchor:
    """The message that a draft answers: its Message-ID and the server's thread id where there is one."""

    message_id: str
    thread_hint: str = ""


class Mailbox(Protocol):
    @property
    def name(self) -> str:
        """The name that the user gave it in the configuration."""

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        """New messages of the inbox and the sent folder after `cursor`; with no cursor, all received since `since`.

        Bounded: at most some hundred at a time. Issues no FETCH of mail that the cursor covers.
        """

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        """The bytes of these messages. A message that is gone meanwhile, or is over the size cap, is simply missing.

        Never marks anything as read.
        """

    def find(self, message_id: str) -> Found | None:
        """Look for a message of ours by its Message-ID in drafts, sent and bin, in this order."""

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        """Put one new draft into the drafts folder, in the thread of `reply_to`. Not idempotent: `find` first."""

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        """What became of the draft."""

    def withdraw_draft(self, ref: DraftRef) -> bool:
        """Take the draft away, to the bin where there is one. Only while untouched: else nothing happens and False."""

    def wait(self, timeout: float) -> bool:
        """Block until something may have changed, at most `timeout` seconds. True if the server announced something or
        `interrupt` was called. A back end without push returns after its own poll interval, where that is shorter."""

    def interrupt(self) -> None:
        """From any thread: the `wait` under way, or where there is none the next one, returns at once. Never raises."""

    def deliver_to_self(self, mime: bytes) -> None:
        """Put a message (the digest) into the user's own inbox, unread. Not idempotent: `find_in_inbox` first."""

    def find_in_inbox(self, message_id: str) -> bool:
        """Whether a message with this Message-ID lies in the inbox."""

    def close(self) -> None:
        """Let go of the connection. Never raises."""


@runtime_checkable
class Glancing(Protocol):
    """A back end that can give the beginnings of messages for less than the whole of them."""

    def look(self, refs: tuple[MessageRef, ...]) -> list[Look]:
        """The beginnings of these messages. One that is gone meanwhile is missing. Never marks anything as read."""


def looks_at(mailbox: Mailbox, refs: tuple[MessageRef, ...]) -> list[Look]:
    """The beginnings of these messages; of a back end that cannot give them, the messages. Raises MailboxError."""
    if isinstance(mailbox, Glancing):
        return mailbox.look(refs)
    return [Look(fetched.ref, fetched.raw, whole=True) for fetched in mailbox.fetch(refs)]


@runtime_checkable
class Stoppable(Protocol):
    """A back end in which a call may have to wait long before it asks for anything."""

    def stop(self) -> None:
        """From any thread, and for good: whatever only waits gives up with MailboxUnavailable, and no other call begins. Never
        raises."""


class Labels(Protocol):
    """Labels that show the kind of a message. Messages are named by the `id` of their `MessageRef`."""

    def met(self, kinds: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        """The kinds whose labels were put on a message since the last call, as `changes` met them, in order; with the first call
        all that any message bears. Makes the labels of these kinds, so that the user can choose among them."""

    def borne(self) -> Mapping[str, tuple[str, ...]]:
        """The kinds whose labels each message bears, as of the last `met` and what was shown since."""

    def show(self, message: str, kind: str) -> None:
        """Put the label of this kind on, and those of the others off. Does no harm where it is so already."""


@runtime_checkable
class Labelled(Protocol):
    """A back end that knows labels."""

    @property
    def labels(self) -> Labels | None:
        """None where the user did not ask for them."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Addresses that are the user's, and the signature that he set, as HTML."""

    addresses: tuple[str, ...] = ()
    signature_html: str = ""


@runtime_checkable
class Introducing(Protocol):
    """A back end that knows its user."""

    def introduction(self) -> Introduction:
        """What it knows of him; may be some hours old."""
