"""The mail that the mailbox tests are made of, and the other hands at the same mailbox: sender, user, server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Protocol

from daemon.mailbox.protocol import Mailbox, Place

POLICY = SMTP.clone(max_line_length=998)
"""Folds at 998: the default encodes an In-Reply-To of 80 characters as RFC 2047 words, which breaks the thread."""

ME = "Sam Rivera <sam.rivera@example.org>"
RECRUITER = "Dana Ortiz <dana.ortiz@northwind.example>"
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SINCE = NOON - timedelta(days=60)


def mail(
    message_id: str,
    *,
    sender: str = RECRUITER,
    to: str = ME,
    subject: str = "Your interview",
    text: str = "Thank you for the talk.",
    in_reply_to: str = "",
    references: str = "",
    at: datetime = NOON,
) -> bytes:
    """A small message with CRLF line ends. `at` becomes its Date."""
    message = EmailMessage(policy=POLICY)
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = at
    message["Message-ID"] = message_id
    if in_reply_to:
        message["In-Reply-To"] = in_reply_to
        message["References"] = references or in_reply_to
    message.set_content(text + "\n")
    return message.as_bytes()


def letter(message_id: str, parent: str = "", *, to: str = RECRUITER, text: str = "Thank you for your time.") -> bytes:
    """A draft of ours: from the user, in answer to `parent` where there is one."""
    subject = "Re: Your interview" if parent else "Keeping in touch"
    return mail(message_id, sender=ME, to=to, subject=subject, text=text, in_reply_to=parent)


def with_text(raw: bytes, text: str) -> bytes:
    """What the user's mail client saves after an edit: same headers, other words."""
    message = message_from_bytes(raw, policy=POLICY)
    assert isinstance(message, EmailMessage)
    message.clear_content()
    message.set_content(text + "\n")
    return message.as_bytes()


def with_message_id(raw: bytes, message_id: str) -> bytes:
    """The same message under another Message-ID, as some clients save and send."""
    message = message_from_bytes(raw, policy=POLICY)
    del message["Message-ID"]
    message["Message-ID"] = message_id
    return message.as_bytes()


def message_id_of(raw: bytes) -> str:
    return str(message_from_bytes(raw, policy=POLICY)["Message-ID"] or "").strip()


def unwrapped(raw: bytes) -> bytes:
    """The bytes with line ends that say nothing about where they were stored."""
    return raw.replace(b"\r\n", b"\n").rstrip(b"\n")


class World(Protocol):
    """The other hands at the same mailbox: the sender, the user with a mail client of his own, and the server.

    Messages are named by their Message-ID. `size_cap` is the size in bytes above which the mailbox under test fetches no message
    whole.
    """

    @property
    def mailbox(self) -> Mailbox:
        """The object under test."""

    @property
    def size_cap(self) -> int: ...

    def restart(self) -> Mailbox:
        """Another object for the same mailbox, as the next process makes it; also the new `mailbox`."""

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        """A message arrives in the inbox, unread, and the server says that it was received then."""

    def vanish(self, message_id: str) -> None:
        """The message is removed from the inbox for good."""

    def user_writes(self, raw: bytes, at: datetime) -> None:
        """The user sent this message: it lies in the sent folder, dated so by the server."""

    def user_edits(self, message_id: str, text: str) -> None:
        """The user changes the words of a draft; the client keeps its Message-ID (`with_text`)."""

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        """As before, but the client replaces the draft by one with a Message-ID of its own."""

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        """The user sends the draft: gone from drafts, a copy in the sent folder, perhaps under another Message-ID."""

    def user_discards(self, message_id: str) -> None:
        """The user deletes the draft, as a mail client does here (into the bin, or for good)."""

    def invalidate_cursor(self) -> None:
        """The server does what makes every cursor so far useless: a new UIDVALIDITY, a history that is too old."""

    def drafts(self) -> list[bytes]:
        """All that lies in the drafts folder."""

    def bin(self) -> list[bytes]:
        """All that lies in the bin."""

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        """The flags of this message in that folder, in IMAP's names: `\\Seen`, `\\Draft`."""
