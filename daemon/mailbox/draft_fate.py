"""What became of a draft, told from the headers that lie in drafts and in sent. Pure; the back ends bring the headers.

A mail client may give a draft another Message-ID when it saves or sends it, and clocks disagree. So when a draft is saved, the
messages that answer the same parent by then are written down (`Neighbours`, in `DraftRef.handle`): one that answers the parent
and is not among them came later, and stands for our draft or makes it needless.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import getaddresses

from daemon.mail.headers import message_ids
from daemon.mailbox.protocol import DraftRef, DraftStatus

HEADER_AT_MOST = 64 * 1024
"""Bytes of a message that are looked at for its header."""

_NEIGHBOURS_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """The header fields by which messages are told apart (RFC 5322 §3.6.3 and §3.6.4).

    `recipients` are the addresses of To, Cc and Bcc without regard to case.
    """

    message_id: str
    in_reply_to: tuple[str, ...]
    recipients: frozenset[str]

    @property
    def parent(self) -> str:
        """The Message-ID of the one message that this one answers, or ''."""
        return self.in_reply_to[0] if self.in_reply_to else ""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Who a draft is for, and the Message-IDs of what answered the same parent when it was saved, in drafts and in sent."""

    recipients: frozenset[str]
    drafts: frozenset[str]
    sent: frozenset[str]

    @classmethod
    def of(cls, ours: Heading, drafts: Iterable[Heading], sent: Iterable[Heading]) -> Neighbours:
        """Those of a draft of ours. Looks into `drafts` and `sent` only if it answers something."""
        if not ours.parent:
            return cls(ours.recipients, frozenset(), frozenset())
        return cls(
            ours.recipients,
            frozenset(other.message_id for other in drafts if ours.parent in other.in_reply_to),
            frozenset(other.message_id for other in sent if ours.parent in other.in_reply_to),
        )

    def dump(self, **own: str) -> str:
        """As a handle: one JSON object, along with what else the back end wants to find in it again."""
        named = {"recipients": self.recipients, "drafts": self.drafts, "sent": self.sent}
        return json.dumps(own | {name: sorted(values)[:_NEIGHBOURS_AT_MOST] for name, values in named.items()})

    @classmethod
    def load(cls, handle: str) -> Neighbours | None:
        """Those in a handle; None if there are none in it (another back end wrote it)."""
        try:
            match json.loads(handle):
                case {"recipients": list(recipients), "drafts": list(drafts), "sent": list(sent)}:
                    return cls(frozenset(recipients), frozenset(drafts), frozenset(sent))
        except (ValueError, TypeError):
            pass
        return None


def read_heading(message: bytes) -> Heading:
    """The heading of a message, or of the beginning of one. Never raises."""
    fields: dict[str, list[str]] = {}
    for name, value in header_fields(message):
        fields.setdefault(name, []).append(value)
    own = message_ids(" ".join(fields.get("message-id", [])))
    receivers = [value for name in ("to", "cc", "bcc") for value in fields.get(name, [])]
    return Heading(own[0] if own else "", message_ids(" ".join(fields.get("in-reply-to", []))), _addresses(receivers))


def header_fields(message: bytes) -> list[tuple[str, str]]:
    """Lower-case names and unfolded values, in their order, of the first 64 kB."""
    parsed = BytesHeaderParser(policy=compat32).parsebytes(message[:HEADER_AT_MOST])
    return [(name.lower(), " ".join(str(value).split())) for name, value in parsed.raw_items()]


def draft_fate(
    ref: DraftRef, copies: Iterable[str], drafts: Iterable[Heading], sent: Iterable[Heading], ours: Collection[str]
) -> DraftStatus:
    """The rules of `tests/mailbox/contract.py`, in their order.

    `copies` are the fingerprints of what lies in drafts as this draft; `drafts` and `sent` the headings of all that lies there,
    looked at only if there is no copy; `ours` the Message-IDs of drafts of ours, which never stand for another.
    """
    found = set(copies)
    if found:
        return DraftStatus.UNTOUCHED if found == {ref.fingerprint} else DraftStatus.EDITED
    posted = list(sent)
    if any(message.message_id == ref.message_id for message in posted):
        return DraftStatus.SENT
    before = Neighbours.load(ref.handle)
    if not ref.in_reply_to or before is None:
        return DraftStatus.DISCARDED
    if any(
        draft.recipients & before.recipients for draft in drafts if _came_later(draft, ref.in_reply_to, {*before.drafts, *ours})
    ):
        return DraftStatus.EDITED
    if any(_came_later(message, ref.in_reply_to, {*before.sent, *ours}) for message in posted):
        return DraftStatus.SENT
    return DraftStatus.DISCARDED


def _came_later(message: Heading, parent: str, known: Collection[str]) -> bool:
    return parent in message.in_reply_to and message.message_id not in known


def _addresses(values: list[str]) -> frozenset[str]:
    try:
        return frozenset(address.casefold() for _, address in getaddresses(values) if address)
    except RecursionError:  # comments in comments without end
        return frozenset()
