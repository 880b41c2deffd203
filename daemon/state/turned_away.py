"""Mail that a first look turned away: written down in a few statements a batch, and found again once somebody in it is known.

Such a message has its row and its conversation like every other, so that it is never fetched again, an answer to it finds it, and
the user can correct it. What nobody looked for stays empty: people, dates, whether a person wrote it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast, insert, select, update
from sqlalchemy.orm import Session

from classifiers.reading import MessageKind
from daemon.mail.addresses import is_free_mail, organisational_domain
from daemon.mail.message import Message
from daemon.mailbox.protocol import MessageRef
from daemon.playbook.history import Direction
from daemon.state.conversation import AT_ONCE, Conversations, chunks
from daemon.state.forgetting import forgotten_among
from daemon.state.models import ContactRow, CorrectionRow, MailboxRow, MessageRow, NoteRow, ThreadRow

RULE = "first.look"
CONFIDENCE = 0.99

_TELLS = (MessageRow.direction == Direction.OUTGOING) | (MessageRow.kind != MessageKind.OTHER)
"""A step of hiring, or a letter of the user's."""


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
    for names in chunks({message.message_id for message in messages}):
        known = select(MessageRow.message_id).join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
        found |= set(session.scalars(known.where(MailboxRow.name == mailbox_name, MessageRow.message_id.in_(names))))
    return found


def in_known_conversations(session: Session, mailbox_name: str, messages: Collection[Message]) -> set[str]:
    """The Message-IDs of those that belong to a conversation with a step of hiring in it or with a letter of the user's."""
    mailbox = session.scalar(select(MailboxRow).where(MailboxRow.name == mailbox_name))
    if mailbox is None:
        return set()
    named = {name for message in messages for name in (message.message_id, *message.in_reply_to, *message.references)}
    threads_of: defaultdict[int, set[str]] = defaultdict(set)
    for names in chunks(named):
        begun = select(ThreadRow.id, ThreadRow.root).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.root.in_(names))
        held = select(MessageRow.thread_id, MessageRow.message_id).where(
            MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(names)
        )
        for thread, name in (*session.execute(begun), *session.execute(held)):
            threads_of[thread].add(name)
    known: set[str] = set()
    for threads in chunks(threads_of):
        telling = select(MessageRow.thread_id).where(MessageRow.thread_id.in_(threads), _TELLS)
        known |= {name for thread in session.scalars(telling.distinct()) for name in threads_of[thread]}
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
    for names in chunks(by_id):
        rows = session.scalars(select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(names)))
        for row in rows:
            known = by_id.pop(row.message_id)
            row.ref, row.place = known.ref.id, known.ref.place
    conversations = Conversations(session, mailbox, [(each.ref, each.message) for each in by_id.values()])
    placed = [(each, _thread(conversations, each)) for each in by_id.values()]
    _write_threads(session, [thread for thread in dict.fromkeys(thread for _, thread in placed) if thread not in session])
    for some in chunks(placed):
        session.execute(insert(MessageRow), [_row(mailbox, each, thread, now) for each, thread in some])
    return list(by_id)


def look_again(session: Session, mailbox: MailboxRow) -> None:
    """Let be read after all what was turned away before its sender or its conversation was known."""
    known = acquaintance(session)
    telling = set(session.scalars(select(MessageRow.thread_id).where(MessageRow.mailbox_id == mailbox.id, _TELLS)))
    # as it is written in JSON; thousands of rows, of which a few are due
    looked_at = cast(MessageRow.evidence_rules, String).startswith(f'["{RULE}"')
    rows = session.execute(
        select(MessageRow.id, MessageRow.thread_id, MessageRow.sender_email)
        .where(MessageRow.mailbox_id == mailbox.id, MessageRow.kind == MessageKind.OTHER.value, looked_at)
        .execution_options(yield_per=AT_ONCE)
    )
    due = [row.id for row in rows if row.thread_id in telling or known.knows(row.sender_email)]
    for some in chunks(due):
        session.execute(update(MessageRow).where(MessageRow.id.in_(some)).values(reread_due=True))


def _thread(conversations: Conversations, each: TurnedAway) -> ThreadRow:
    known = conversations.by_references(each.message) or conversations.by_the_server(each.ref)
    thread = known or conversations.begin(each.ref, each.message)
    conversations.joined(each.message, thread)
    return thread


def _write_threads(session: Session, threads: Sequence[ThreadRow]) -> None:
    """New ones, in a few statements; each learns its id."""
    for some in chunks(threads):
        values = [
            {"mailbox_id": each.mailbox_id, "root": each.root, "subject": each.subject, "thread_hint": each.thread_hint}
            for each in some
        ]
        # by their roots, since no database promises an order: of two with one root, the second would have joined the first
        ids = {
            root: number for number, root in session.execute(insert(ThreadRow).returning(ThreadRow.id, ThreadRow.root), values)
        }
        for thread in some:
            thread.id = ids[thread.root]


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
