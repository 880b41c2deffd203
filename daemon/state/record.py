"""Mail into history: one message and its reading become rows, in the caller's transaction.

Recording is idempotent: a message is recognised by its Message-ID in its mailbox, however often it is seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.names import same_company
from classifiers.reading import Reading
from classifiers.sender import is_robot
from daemon.mail.message import Message
from daemon.mailbox.protocol import MessageRef
from daemon.playbook.history import Direction
from daemon.state.conversation import Conversations
from daemon.state.models import (
    ContactRow,
    DraftRow,
    InterviewRow,
    MailboxRow,
    MessageRow,
    PromiseRow,
    QuarantinedMessageRow,
    ThreadRow,
)

NAME_LENGTH = 200
NUMBER_LENGTH = 60
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


def record(
    session: Session, mailbox: MailboxRow, incoming: Incoming, now: datetime, conversations: Conversations | None = None
) -> MessageRow | None:
    """Write a message down, without flushing it; None if it was known already (then only where to find it again is refreshed).
    `conversations`: as far as they were looked up together with others', and then the message is known to be new."""
    message = incoming.message
    if conversations is None:
        row = known_message(session, mailbox, message.message_id)
        if row is not None:
            row.ref, row.place = incoming.ref.id, incoming.ref.place
            return None
        conversations = Conversations(session, mailbox, [(incoming.ref, message)])
    thread = _thread(conversations, incoming)
    row = MessageRow(
        mailbox_id=mailbox.id,
        thread=thread,
        message_id=message.message_id,
        ref=incoming.ref.id,
        place=incoming.ref.place,
        direction=incoming.direction,
        received_at=message.received_at,
        recorded_at=now,
        size=max(incoming.ref.size, message.size),
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
    conversations.joined(message, thread)
    return row


def reread(session: Session, row: MessageRow, incoming: Incoming) -> None:
    """Replace what was understood of a message by a new reading (after a correction of the user's, or when mail came late)."""
    row.interviews.clear()
    row.promises.clear()
    row.people.clear()
    session.flush()
    _write_reading(row, incoming)
    row.reread_due = False
    session.flush()


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
    row.evidence_rules = [evidence.rule for evidence in verdict.evidence[:EVIDENCE_KEPT]]
    row.corrected = incoming.corrected
    row.company = _cut(facts.company)
    row.role = _cut(facts.role)
    row.requisition = facts.requisition[:NUMBER_LENGTH] if facts.requisition else None
    row.agency = facts.interview_by_agency
    outgoing = incoming.direction is Direction.OUTGOING
    row.human = not is_robot(incoming.message) if outgoing else facts.written_by_person
    row.reply_name = facts.reply_address.name if facts.reply_address else ""
    row.reply_email = facts.reply_address.email if facts.reply_address else ""
    row.asks_answer = facts.asks_answer
    row.answer_by = facts.answer_by.day if facts.answer_by else None
    row.answer_by_phrase = facts.answer_by.phrase if facts.answer_by else ""
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


def _thread(conversations: Conversations, incoming: Incoming) -> ThreadRow:
    ref, message = incoming.ref, incoming.message
    known = conversations.by_references(message)
    if known is None:
        likely = conversations.by_the_server(ref) or conversations.by_subject(ref, message)
        known = likely if likely and not _is_about_another_company(likely, incoming) else None
    return known or conversations.begin(ref, message)


def _is_about_another_company(thread: ThreadRow, incoming: Incoming) -> bool:
    """Some servers put mail of one machine with one subject into one thread: two companies' receipts are two conversations."""
    company = incoming.reading.facts.company
    named = [row.company for row in thread.messages if row.company and row.direction == Direction.INCOMING]
    return bool(company and named) and not any(same_company(company or "", name) for name in named)


def _cut(name: str | None) -> str | None:
    return name[:NAME_LENGTH] if name else None
