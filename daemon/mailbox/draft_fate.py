"""What became of a draft, told from the headers that lie in drafts and in sent. Pure; the back ends bring the headers.

A mail client may give a draft another Message-ID when it saves or sends it, and clocks disagree. So when a draft is saved, the
messages that could be taken for it by then are written down (`Neighbours`, in `DraftRef.handle`): one of that sort that is not
among them came later, and stands for our draft or makes it needless. Of that sort is what answers the same parent; and, since
some clients lose the thread, what answers nothing, but goes to the same person under the same subject.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.policy import compat32
from email.utils import getaddresses

from daemon.mail.headers import decode_words, message_ids
from daemon.mail.reply import thread_subject
from daemon.mailbox.protocol import DraftRef, DraftStatus

HEADER_AT_MOST = 64 * 1024
"""Bytes of a message that are looked at for its header."""

_NEIGHBOURS_AT_MOST = 200
_SUBJECT_AT_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Heading:
    """The header fields by which messages are told apart (RFC 5322 §3.6.3 and §3.6.4).

    `recipients` are the addresses of To, Cc and Bcc without regard to case, `author` is that of From. `topic` is the subject
    without prefixes and without regard to case.
    """

    message_id: str
    in_reply_to: tuple[str, ...]
    recipients: frozenset[str]
    references: tuple[str, ...] = ()
    topic: str = ""
    author: str = ""

    @property
    def parent(self) -> str:
        """The Message-ID of the one message that this one answers, or ''."""
        return self.in_reply_to[0] if self.in_reply_to else ""

    @property
    def answered(self) -> tuple[str, ...]:
        """The Message-IDs of what it answers: In-Reply-To, else the last of References, where a client wrote only those."""
        return self.in_reply_to or self.references[-1:]

    def could_be(self, parents: Collection[str], topic: str, recipients: frozenset[str]) -> bool:
        """Whether it could be taken for a letter to these people under this topic that answers one of `parents`."""
        if self.answered:
            return bool({_bare(parent) for parent in parents} & {_bare(answered) for answered in self.answered})
        return bool(topic) and self.topic == topic and bool(self.recipients & recipients)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Whose letter to whom about what a draft is, and the Message-IDs of what could be taken for it when it was saved, in drafts
    and in sent."""

    recipients: frozenset[str]
    drafts: frozenset[str]
    sent: frozenset[str]
    topic: str = ""
    author: str = ""
    answered: frozenset[str] = frozenset()
    """What our draft's own header says that it answers: not its parent, where the parent's id could not be written."""

    @classmethod
    def of(cls, ours: Heading, drafts: Iterable[Heading], sent: Iterable[Heading]) -> Neighbours:
        """Those of a draft of ours among what lies in drafts and in sent."""

        def alike(others: Iterable[Heading]) -> frozenset[str]:
            return frozenset(each.message_id for each in others if each.could_be(ours.answered, ours.topic, ours.recipients))

        return cls(ours.recipients, alike(drafts), alike(sent), ours.topic, ours.author, frozenset(ours.answered))

    def dump(self, **own: str) -> str:
        """As a handle: one JSON object, along with what else the back end wants to find in it again."""
        named = {"recipients": self.recipients, "drafts": self.drafts, "sent": self.sent, "answered": self.answered}
        told: dict[str, object] = {name: sorted(values)[:_NEIGHBOURS_AT_MOST] for name, values in named.items()}
        return json.dumps({**own, **told, "topic": self.topic, "author": self.author})

    @classmethod
    def load(cls, handle: str) -> Neighbours | None:
        """Those in a handle; None if there are none in it (another back end wrote it)."""
        try:
            match json.loads(handle):
                case {"recipients": list(recipients), "drafts": list(drafts), "sent": list(sent), **more}:
                    topic, author, answered = more.get("topic"), more.get("author"), more.get("answered")
                    return cls(
                        frozenset(recipients),
                        frozenset(drafts),
                        frozenset(sent),
                        topic if isinstance(topic, str) else "",
                        author if isinstance(author, str) else "",
                        frozenset(answered if isinstance(answered, list) else ()),
                    )
        except (ValueError, TypeError):
            pass
        return None


def read_heading(message: bytes) -> Heading:
    """The heading of a message, or of the beginning of one. Never raises."""
    return heading_of(header_fields(message))


def heading_of(named: Iterable[tuple[str, str]]) -> Heading:
    """The heading that these header fields make: lower-case names and unfolded values. Never raises."""
    fields: dict[str, list[str]] = {}
    for name, value in named:
        fields.setdefault(name, []).append(value)
    own = message_ids(" ".join(fields.get("message-id", [])))
    receivers = [value for name in ("to", "cc", "bcc") for value in fields.get(name, [])]
    return Heading(
        message_id=own[0] if own else "",
        in_reply_to=message_ids(" ".join(fields.get("in-reply-to", []))),
        recipients=_addresses(receivers),
        references=message_ids(" ".join(fields.get("references", []))),
        topic=thread_subject(decode_words(" ".join(fields.get("subject", []))[:_SUBJECT_AT_MOST])).casefold(),
        author=min(_addresses(fields.get("from", [])), default=""),
    )


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
    if any(replaces(draft, ref, ours) for draft in drafts):
        return DraftStatus.EDITED
    if any(stands_for(message, ref, ours) for message in posted):
        return DraftStatus.SENT
    return DraftStatus.DISCARDED


def replaces(draft: Heading, ref: DraftRef, ours: Collection[str]) -> bool:
    """Whether this message in drafts is what a client made of our draft under a Message-ID of its own."""
    before = Neighbours.load(ref.handle)
    return (
        before is not None
        and draft.message_id not in {*before.drafts, *ours}
        and bool(draft.recipients & before.recipients)
        and draft.could_be({ref.in_reply_to, *before.answered}, before.topic, before.recipients)
    )


def stands_for(letter: Heading, ref: DraftRef, ours: Collection[str]) -> bool:
    """Whether this letter of the user's was sent as our draft, or in its stead."""
    before = Neighbours.load(ref.handle)
    return (
        before is not None
        and letter.message_id not in {*before.sent, *ours}
        and letter.could_be({ref.in_reply_to, *before.answered}, before.topic, before.recipients)
    )


def _bare(message_id: str) -> str:
    """Without blanks inside, where a program may have wrapped a line."""
    return "".join(message_id.split())


def _addresses(values: list[str]) -> frozenset[str]:
    try:
        return frozenset(address.casefold() for _, address in getaddresses(values) if address)
    except RecursionError:  # comments in comments without end
        return frozenset()
