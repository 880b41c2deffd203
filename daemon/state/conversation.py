"""Which known conversation a message belongs to.

What a message says itself comes first (References and In-Reply-To, RFC 5322 §3.6.4), then what the server says, where it threads.
Some programs answer without saying what they answer; then the subject counts, but only between the same people, and only where it
says that it is an answer: "Application" and "Interview" are the subjects of half of all hiring mail.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.names import same_company
from classifiers.reading import MessageKind
from classifiers.sender import is_robot
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address, Message
from daemon.mail.reply import is_reply_subject, thread_subject
from daemon.mailbox.protocol import MessageRef, Place
from daemon.playbook.history import Direction
from daemon.state.models import MailboxRow, MessageRow, ThreadRow

ANSWERED_WITHIN = timedelta(days=30)
"""An answer that says nothing but the subject belongs to what was written so long before it at most."""


def conversation_of(session: Session, mailbox: MailboxRow, ref: MessageRef, message: Message) -> ThreadRow | None:
    """That of any message it refers to, or one that began with one of these or with an answer to this message; else the server's;
    else the one that its subject and its people tell."""
    return (
        by_references(session, mailbox, message)
        or by_the_server(session, mailbox, ref)
        or by_subject(session, mailbox, ref, message)
    )


def by_references(session: Session, mailbox: MailboxRow, message: Message) -> ThreadRow | None:
    referred = [*message.in_reply_to, *reversed(message.references)]
    if referred:
        known = session.scalars(
            select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(referred))
        ).all()
        if known:
            return min(known, key=lambda row: referred.index(row.message_id)).thread
    begun = select(ThreadRow).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.root.in_([*referred, message.message_id]))
    return session.scalars(begun.order_by(ThreadRow.id)).first()


def by_the_server(session: Session, mailbox: MailboxRow, ref: MessageRef) -> ThreadRow | None:
    if not ref.thread_hint:
        return None
    hinted = select(ThreadRow).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.thread_hint == ref.thread_hint)
    return session.scalars(hinted.order_by(ThreadRow.id.desc())).first()


def by_subject(session: Session, mailbox: MailboxRow, ref: MessageRef, message: Message) -> ThreadRow | None:
    """The one conversation of the last weeks with this subject in which its author and one of its recipients took part.

    None for what is no answer by its subject, for machines, where several would do, and where the server threads by itself.
    """
    author, subject = message.sender, thread_subject(message.subject).casefold()
    if ref.thread_hint or not subject or not is_reply_subject(message.subject):
        return None
    if author is None or is_unanswerable(author) or is_robot(message):
        return None
    readers = {address.key for address in message.recipients} - {author.key}
    earlier = select(MessageRow).where(
        MessageRow.mailbox_id == mailbox.id,
        MessageRow.message_id != message.message_id,
        MessageRow.received_at <= message.received_at,
        MessageRow.received_at >= message.received_at - ANSWERED_WITHIN,
        # what is answered was written by one of them, by another person or in a hiring process, not by one of many machines
        MessageRow.sender_email.in_({author.email, author.key, *readers, *(each.email for each in message.recipients)})
        | MessageRow.human
        | (MessageRow.kind != MessageKind.OTHER.value),
        # a second sieve: what a database takes for the same letter differs from what Unicode does
        MessageRow.subject.icontains(thread_subject(message.subject), autoescape=True),
    )
    threads: dict[int, ThreadRow] = {}
    for row in session.scalars(earlier):
        people = {row.sender_email.casefold(), *(email.casefold() for email in row.recipients[1::2])}
        if thread_subject(row.subject).casefold() == subject and author.key in people and readers & people:
            threads[row.thread_id] = row.thread
    return next(iter(threads.values())) if len(threads) == 1 else None


def join_answers(session: Session, mailbox: MailboxRow) -> None:
    """Once a mailbox was read from its newest message to its oldest: let the answers that say nothing but the subject belong to
    the conversations that were read after them. They are to be read again in that light."""
    written = (MessageRow.direction == Direction.OUTGOING) | MessageRow.human
    for row in session.scalars(select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, written)).all():
        begins = not row.in_reply_to and not row.references and row.thread.root == row.message_id
        if not begins or not is_reply_subject(row.subject) or len(row.thread.messages) > 1:
            continue
        message = Message(
            row.message_id,
            row.subject,
            Address(row.sender_name, row.sender_email),
            row.received_at,
            to=tuple(Address("", email) for email in row.recipients[1::2]),
        )
        ref = MessageRef(row.ref, Place(row.place), row.received_at, row.size, row.thread.thread_hint)
        found = by_subject(session, mailbox, ref, message)
        if found is None or found is row.thread or not _of_one_company([*found.messages, row]):
            continue
        left, row.thread = row.thread, found
        row.reread_due = row.direction == Direction.INCOMING and not row.corrected
        session.flush()
        if left.application_id is None:
            session.delete(left)


def _of_one_company(rows: list[MessageRow]) -> bool:
    named = [row.company for row in rows if row.company and row.direction == Direction.INCOMING]
    return all(same_company(named[0], other) for other in named[1:])
