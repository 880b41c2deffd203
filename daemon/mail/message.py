"""The mail types: one frozen `Message` and its parts, as the rest of the house knows them.

Everything in here is decoded, bounded and clean: no lone surrogates, no NUL, no control characters in header values, no
markup. `daemon.mail.parse` makes these from bytes; nobody else reads MIME.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox of RFC 5322 §3.4: display name (decoded, '' where there is none) and addr-spec as it was written."""

    name: str
    email: str

    @property
    def key(self) -> str:
        """What two spellings of one address have in common."""
        return self.email.casefold()

    @property
    def domain(self) -> str:
        return self.key.rpartition("@")[2]

    @property
    def local_part(self) -> str:
        return self.key.rpartition("@")[0]


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One VEVENT of a text/calendar part (RFC 5545), with the METHOD of its calendar (RFC 5546).

    `start` and `end` are aware where the zone is known and naive where it is not (floating, or a TZID that nobody can
    resolve): naive means "wall-clock time in a zone that the sender did not make known". `end` is None where neither DTEND
    nor DURATION is given. `all_day` events carry midnight.
    """

    method: str
    uid: str
    sequence: int
    start: datetime | None
    end: datetime | None
    all_day: bool
    summary: str
    description: str
    location: str
    status: str
    organizer: Address | None
    attendees: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message as its reader sees it, plus what its headers tell about how it was made.

    `message_id`, `in_reply_to` and `references` keep their angle brackets (RFC 5322 §3.6.4). A message without a Message-ID
    gets one made from a hash of its bytes, in the domain `missing.invalid`.
    `received_at` is the server's time in UTC (INTERNALDATE); `date` is what the sender claims, for display only.
    `text` is everything readable; `new_text` is what this sender wrote in this message: no quoted history, no signature.
    `headers` holds the header fields that tell robots from people (lower-case names: auto-submitted, precedence, list-id,
    list-unsubscribe, return-path, x-autoreply, x-mailer, …), first value of each.
    """

    message_id: str
    subject: str
    sender: Address | None
    received_at: datetime
    reply_to: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    date: datetime | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    text: str = ""
    new_text: str = ""
    quoted: str = ""
    signature: str = ""
    html_only: bool = False
    calendar: tuple[CalendarEvent, ...] = ()
    attachments: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()
    size: int = 0

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc
