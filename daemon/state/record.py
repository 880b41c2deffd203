"""Mail into history: one message and its reading become rows, in the caller's transaction.

Recording is idempotent: a message is recognised by its Message-ID in its mailbox, however often it is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.names import company_key
from classifiers.reading import MessageKind, Reading
from classifiers.sender import is_robot
from daemon.grouping import Candidate, Choice, choose, choose_by_people, own_domain
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address, Message
from daemon.mailbox.protocol import MessageRef
from daemon.playbook.history import Direction
from daemon.playbook.standing import State
from daemon.state.models import (
    ApplicationRow,
    ContactRow,
    DraftRow,
    InterviewRow,
    MailboxRow,
    MessageRow,
    PromiseRow,
    QuarantinedMessageRow,
    ThreadRow,
)

ENDED = frozenset({State.REJECTED, State.ACCEPTED, State.CLOSED, State.WITHDRAWN})
NAME_LENGTH = 200
EVIDENCE_KEPT = 6


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message on its way into the history."""

    ref: MessageRef
    message: Message
    reading: Reading
    direction: Direction
    user_address: str
    corrected: bool = False


def known_message(session: Session, mailbox: MailboxRow, message_id: str) -> MessageRow | None:
    return session.scalar(select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id == message_id))


def record(session: Session, mailbox: MailboxRow, incoming: Incoming, now: datetime) -> MessageRow | None:
    """Write a message down; None if it was known already (then only where to find it again is refreshed)."""
    row = known_message(session, mailbox, incoming.message.message_id)
    if row is not None:
        row.ref, row.place = incoming.ref.id, incoming.ref.place
        return None
    message = incoming.message
    row = MessageRow(
        mailbox_id=mailbox.id,
        thread=_thread(session, mailbox, incoming),
        message_id=message.message_id,
        ref=incoming.ref.id,
        place=incoming.ref.place,
        direction=incoming.direction,
        received_at=message.received_at,
        recorded_at=now,
        size=message.size,
        sender_name=message.sender.name if message.sender else "",
        sender_email=message.sender.email if message.sender else "",
        recipients=[part for address in message.recipients for part in (address.name, address.email)],
        user_address=incoming.user_address,
        subject=message.subject,
        in_reply_to=list(message.in_reply_to),
        references=list(message.references),
    )
    session.add(row)
    _write_reading(row, incoming)
    if incoming.direction is Direction.OUTGOING:
        draft = session.scalar(select(DraftRow).where(DraftRow.message_id == message.message_id))
        row.follow_up_id = draft.follow_up_id if draft else None
    session.flush()
    _assign(session, row, incoming)
    return row


def reread(session: Session, row: MessageRow, incoming: Incoming) -> None:
    """Replace what was understood of a message by a new reading (after a correction of the user's)."""
    row.interviews.clear()
    row.promises.clear()
    row.people.clear()
    session.flush()
    _write_reading(row, incoming)
    session.flush()
    _assign(session, row, incoming)


def quarantine(session: Session, mailbox: MailboxRow, ref: MessageRef, reason: str, now: datetime) -> None:
    known = session.scalar(
        select(QuarantinedMessageRow.id).where(
            QuarantinedMessageRow.mailbox_id == mailbox.id, QuarantinedMessageRow.ref == ref.id
        )
    )
    if known is None:
        session.add(
            QuarantinedMessageRow(
                mailbox_id=mailbox.id, ref=ref.id, received_at=ref.received_at, quarantined_at=now, reason=reason
            )
        )


def _write_reading(row: MessageRow, incoming: Incoming) -> None:
    verdict, facts = incoming.reading.verdict, incoming.reading.facts
    row.kind, row.confidence, row.confident = verdict.kind, verdict.confidence, verdict.confident
    row.evidence = [evidence.phrase for evidence in verdict.evidence[:EVIDENCE_KEPT]]
    row.corrected = incoming.corrected
    row.company = _cut(facts.company)
    row.role = _cut(facts.role)
    outgoing = incoming.direction is Direction.OUTGOING
    row.human = not is_robot(incoming.message) if outgoing else facts.written_by_person
    row.reply_name = facts.reply_address.name if facts.reply_address else ""
    row.reply_email = facts.reply_address.email if facts.reply_address else ""
    row.asks_answer = facts.asks_answer
    row.asks_references = facts.asks_references
    row.machine_interview_completed = facts.machine_interview_completed
    row.feedback = facts.feedback
    row.register = facts.register
    row.signed_as = facts.signed_as
    if facts.interview:
        stated = facts.interview
        row.interviews.append(
            InterviewRow(
                start=stated.start.isoformat(),
                end=stated.end.isoformat() if stated.end else None,
                phrase=stated.phrase,
                uid=stated.uid,
                sequence=stated.sequence,
                replaces=stated.replaces,
                cancelled=stated.cancelled,
            )
        )
    if facts.promise:
        promise = facts.promise
        row.promises.append(
            PromiseRow(
                phrase=promise.phrase,
                until=promise.until,
                after_interview_days=promise.after_interview_days,
                holiday=promise.holiday,
                holiday_begins=promise.holiday_begins,
                absence=promise.absence,
            )
        )
    row.people.extend(
        ContactRow(
            name=person.name,
            email=person.email,
            title=person.title,
            interviewer=person.interviewer,
            hiring_manager=person.hiring_manager,
        )
        for person in facts.people
    )


def _thread(session: Session, mailbox: MailboxRow, incoming: Incoming) -> ThreadRow:
    """The conversation of a message: that of any message it refers to, else one that began with one of these, else new."""
    message = incoming.message
    referred = [*message.in_reply_to, *reversed(message.references)]
    in_mailbox = ThreadRow.mailbox_id == mailbox.id
    if incoming.ref.thread_hint:
        hinted = session.scalar(select(ThreadRow).where(in_mailbox, ThreadRow.thread_hint == incoming.ref.thread_hint))
        if hinted is not None:
            return hinted
    if referred:
        known = session.scalars(
            select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(referred))
        ).all()
        if known:
            return min(known, key=lambda row: referred.index(row.message_id)).thread
    begun = session.scalar(select(ThreadRow).where(in_mailbox, ThreadRow.root.in_([*referred, message.message_id])))
    if begun is not None:
        return begun
    root = message.references[0] if message.references else referred[0] if referred else message.message_id
    thread = ThreadRow(mailbox_id=mailbox.id, root=root, subject=message.subject, thread_hint=incoming.ref.thread_hint)
    session.add(thread)
    return thread


def _assign(session: Session, row: MessageRow, incoming: Incoming) -> None:
    """Find the application of the message's thread, where it has none yet, and let the message complete what is known."""
    thread = row.thread
    step = incoming.reading.verdict.kind is not MessageKind.OTHER
    if thread.application_id is None:
        choice = _choice(session, incoming, step=step)
        if choice is None:
            return
        thread.application = ApplicationRow() if choice.key is None else session.get_one(ApplicationRow, choice.key)
        thread.grouped_by = choice.reason
        session.flush()
    application = thread.application
    if application is None or not step:
        return
    facts = incoming.reading.facts
    if facts.company and not application.company:
        application.company = _cut(facts.company)
        application.company_key = company_key(facts.company)[:NAME_LENGTH]
    if facts.role and not application.role:
        application.role = _cut(facts.role)


def _choice(session: Session, incoming: Incoming, *, step: bool) -> Choice | None:
    candidates = _candidates(session)
    if incoming.direction is Direction.OUTGOING:
        return choose_by_people(incoming.message.recipients, candidates)
    if step:
        return choose(incoming.message, incoming.reading, candidates)
    reply = incoming.reading.facts.reply_address
    if not incoming.reading.facts.written_by_person or reply is None:
        return None
    return choose_by_people((reply,), candidates)


def _candidates(session: Session) -> tuple[Candidate, ...]:
    applications = session.scalars(select(ApplicationRow)).all()
    return tuple(_candidate(application) for application in applications)


def _candidate(application: ApplicationRow) -> Candidate:
    messages = [message for thread in application.threads for message in thread.messages]
    people = [m for m in messages if m.direction == Direction.INCOMING and m.human and m.reply_email]
    told = {note.email.casefold() for note in application.notes if note.email}
    steps = sorted(
        (m for m in messages if m.direction == Direction.INCOMING and m.kind != MessageKind.OTHER),
        key=lambda message: message.received_at,
    )
    return Candidate(
        key=application.id,
        company=application.company,
        role=application.role,
        ended=application.state in ENDED or (bool(steps) and steps[-1].kind == MessageKind.REJECTION),
        latest_at=max((message.received_at for message in messages), default=datetime.min.replace(tzinfo=UTC)),
        contacts=_participants(messages) | told,
        domains=frozenset(filter(None, (own_domain(Address(m.sender_name, m.sender_email)) for m in people))),
        calendar_uids=frozenset(i.uid for m in messages for i in m.interviews if i.uid),
    )


def _participants(messages: list[MessageRow]) -> frozenset[str]:
    """Everybody at the other side who takes part in these messages: who wrote, who was copied in or named with an address, to
    whom the user wrote."""
    own = {message.user_address.casefold() for message in messages}
    written = [Address(m.reply_name, m.reply_email) for m in messages if m.reply_email and m.human]
    read = [Address("", email) for message in messages for email in message.recipients[1::2]]
    named = [Address(person.name, person.email) for message in messages for person in message.people if person.email]
    return frozenset(a.key for a in (*written, *read, *named) if a.key not in own and not is_unanswerable(a))


def _cut(name: str | None) -> str | None:
    return name[:NAME_LENGTH] if name else None
