"""Mail that a first look turned away: written down in a few statements a batch, and found again once somebody in it is known.

Such a message has its row and its conversation like every other, so that it is never fetched again, an answer to it finds it, and
the user can correct it. What nobody looked for stays empty: people, dates, whether a person wrote it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Select, String, cast, insert, select, update
from sqlalchemy.orm import Session

from classifiers.reading import MessageKind
from daemon.mail.addresses import is_free_mail, organisational_domain
from daemon.mail.message import Message
from daemon.mailbox.protocol import MessageRef
from daemon.playbook.history import Direction
from daemon.state.forgetting import forgotten_among
from daemon.state.models import ContactRow, CorrectionRow, MailboxRow, MessageRow, NoteRow, ThreadRow

Thing = TypeVar("Thing")

RULE = "first.look"
CONFIDENCE = 0.99
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """One message, as far as it was read. `words` spoke against hiring, as they stand in it."""

    ref: MessageRef
    message: Message
    user_address: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Whose mail is read in any case: addresses and organisations' domains (both casefolded) that took part in a hiring process
    or that the user corrected."""

    addresses: frozenset[str]
    domains: frozenset[str]

    def knows(self, email: str) -> bool:
        key = email.casefold()
        return key in self.addresses or organisational_domain(key.rpartition("@")[2]) in self.domains


def acquaintance(session: Session) -> Acquaintance:
    """By all that is in the history of all mailboxes."""
    step = (MessageRow.kind != MessageKind.OTHER.value) & (MessageRow.direction == Direction.INCOMING)
    corrected = MessageRow.message_id.in_(select(CorrectionRow.message_id))
    written = session.execute(select(MessageRow.sender_email, MessageRow.reply_email).where(step | corrected).distinct())
    people = session.scalars(select(ContactRow.email).join(MessageRow, MessageRow.id == ContactRow.message_id).where(step))
    told = session.scalars(select(NoteRow.email).where(NoteRow.email != ""))
    addresses = frozenset(
        email.casefold() for email in (*(each for row in written for each in row), *people, *told) if email and "@" in email
    )
    domains = {address.rpartition("@")[2] for address in addresses}
    return Acquaintance(addresses, frozenset(organisational_domain(each) for each in domains if not is_free_mail(each)))


def recorded_already(session: Session, mailbox_name: str, messages: Collection[Message]) -> set[str]:
    """The Message-IDs of those that have a row in this mailbox."""
    found: set[str] = set()
    for names in _chunks({message.message_id for message in messages}):
        known = select(MessageRow.message_id).join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
        found |= set(session.scalars(known.where(MailboxRow.name == mailbox_name, MessageRow.message_id.in_(names))))
    return found


def in_known_conversations(session: Session, mailbox_name: str, messages: Collection[Message]) -> set[str]:
    """The Message-IDs of those that belong to a conversation with a step of hiring in it or with a letter of the user's."""
    mailbox = session.scalar(select(MailboxRow).where(MailboxRow.name == mailbox_name))
    if mailbox is None:
        return set()
    named = {name for message in messages for name in (message.message_id, *message.in_reply_to, *message.references)}
    known: set[str] = set()
    for names in _chunks(named):
        threads = _telling_threads(mailbox)
        known |= set(
            session.scalars(
                select(ThreadRow.root).where(
                    ThreadRow.mailbox_id == mailbox.id, ThreadRow.id.in_(threads), ThreadRow.root.in_(names)
                )
            )
        )
        known |= set(
            session.scalars(
                select(MessageRow.message_id).where(
                    MessageRow.mailbox_id == mailbox.id, MessageRow.thread_id.in_(threads), MessageRow.message_id.in_(names)
                )
            )
        )
    return {
        message.message_id
        for message in messages
        if not known.isdisjoint((message.message_id, *message.in_reply_to, *message.references))
    }


def write_down(session: Session, mailbox: MailboxRow, turned_away: Sequence[TurnedAway], now: datetime) -> list[str]:
    """Make rows of them; the Message-IDs of those that are new. Of one that is known already, only its place is refreshed."""
    by_id: dict[str, TurnedAway] = {}
    for each in sorted(turned_away, key=lambda each: (each.message.received_at, each.ref.id)):
        by_id.setdefault(each.message.message_id, each)
    for name in forgotten_among(session, by_id):
        del by_id[name]
    for names in _chunks(by_id):
        rows = session.scalars(select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(names)))
        for row in rows:
            known = by_id.pop(row.message_id)
            row.ref, row.place = known.ref.id, known.ref.place
    threads = _Threads(session, mailbox, by_id.values())
    placed = [(each, threads.of(each)) for each in by_id.values()]
    session.flush()
    for some in _chunks(placed):
        session.execute(insert(MessageRow), [_row(mailbox, each, thread, now) for each, thread in some])
    return list(by_id)


def look_again(session: Session, mailbox: MailboxRow) -> None:
    """Let be read after all what was turned away before its sender or its conversation was known."""
    known = acquaintance(session)
    telling = set(session.scalars(_telling_threads(mailbox)))
    # as it is written in JSON; thousands of rows, of which a few are due
    looked_at = cast(MessageRow.evidence_rules, String).startswith(f'["{RULE}"')
    rows = session.execute(
        select(MessageRow.id, MessageRow.thread_id, MessageRow.sender_email)
        .where(MessageRow.mailbox_id == mailbox.id, MessageRow.kind == MessageKind.OTHER.value, looked_at)
        .execution_options(yield_per=AT_ONCE)
    )
    due = [row.id for row in rows if row.thread_id in telling or known.knows(row.sender_email)]
    for some in _chunks(due):
        session.execute(update(MessageRow).where(MessageRow.id.in_(some)).values(reread_due=True))


class _Threads:
    """The conversations that these messages belong to, as `daemon.state.record` tells them one by one."""

    def __init__(self, session: Session, mailbox: MailboxRow, messages: Iterable[TurnedAway]) -> None:
        self._session = session
        self._mailbox = mailbox
        self._by_message: dict[str, ThreadRow] = {}
        self._by_root: dict[str, ThreadRow] = {}
        self._by_hint: dict[str, ThreadRow] = {}
        messages = list(messages)
        referred = {name for each in messages for name in (*each.message.in_reply_to, *each.message.references)}
        for names in _chunks(referred):
            found = select(MessageRow.message_id, ThreadRow).join(ThreadRow, ThreadRow.id == MessageRow.thread_id)
            rows = session.execute(found.where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(names)))
            self._by_message |= {row.message_id: row.ThreadRow for row in rows}
        for names in _chunks(referred | {each.message.message_id for each in messages}):
            begun = select(ThreadRow).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.root.in_(names))
            for thread in session.scalars(begun.order_by(ThreadRow.id)):
                self._by_root.setdefault(thread.root, thread)
        for hints in _chunks({each.ref.thread_hint for each in messages if each.ref.thread_hint}):
            hinted = select(ThreadRow).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.thread_hint.in_(hints))
            self._by_hint |= {thread.thread_hint: thread for thread in session.scalars(hinted.order_by(ThreadRow.id))}

    def of(self, each: TurnedAway) -> ThreadRow:
        message = each.message
        referred = [*message.in_reply_to, *reversed(message.references)]
        candidates = [
            *(self._by_message.get(name) for name in referred),
            *(self._by_root.get(name) for name in (*referred, message.message_id)),
            self._by_hint.get(each.ref.thread_hint) if each.ref.thread_hint else None,
        ]
        thread = next(filter(None, candidates), None)
        if thread is None:
            root = next(iter((*message.references, *message.in_reply_to)), message.message_id)
            thread = ThreadRow(mailbox_id=self._mailbox.id, root=root, subject=message.subject, thread_hint=each.ref.thread_hint)
            self._session.add(thread)
            self._by_root.setdefault(root, thread)
            if each.ref.thread_hint:
                self._by_hint[each.ref.thread_hint] = thread
        self._by_message[message.message_id] = thread
        return thread


def _telling_threads(mailbox: MailboxRow) -> Select[Any]:
    """The conversations with a step of hiring in them or a letter of the user's."""
    step = (MessageRow.direction == Direction.OUTGOING) | (MessageRow.kind != MessageKind.OTHER.value)
    return select(MessageRow.thread_id).where(MessageRow.mailbox_id == mailbox.id, step).distinct()


def _row(mailbox: MailboxRow, each: TurnedAway, thread: ThreadRow, now: datetime) -> dict[str, object]:
    message = each.message
    words = list(each.words) or [message.subject]
    return {
        "mailbox_id": mailbox.id,
        "thread_id": thread.id,
        "message_id": message.message_id,
        "ref": each.ref.id,
        "place": each.ref.place,
        "direction": Direction.INCOMING,
        "received_at": message.received_at,
        "recorded_at": now,
        "size": message.size,
        "sender_name": message.sender.name if message.sender else "",
        "sender_email": message.sender.email if message.sender else "",
        "recipients": [part for address in message.recipients for part in (address.name, address.email)],
        "user_address": each.user_address,
        "subject": message.subject,
        "in_reply_to": list(message.in_reply_to),
        "references": list(message.references),
        "kind": MessageKind.OTHER,
        "confidence": CONFIDENCE,
        "confident": True,
        "evidence": words,
        "evidence_rules": [RULE] * len(words),
    }


def _chunks(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """So many that a statement can name them."""
    rest = iter(list(things))
    while some := list(islice(rest, AT_ONCE)):
        yield some
