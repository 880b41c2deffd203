"""Which known conversation a message belongs to.

What a message says itself comes first (References and In-Reply-To, RFC 5322 §3.6.4), then what the server says, where it threads.
Some programs answer without saying what they answer; then the subject counts, but only between the same people, and only where it
says that it is an answer: "Application" and "Interview" are the subjects of half of all hiring mail.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from classifiers.names import same_company
from classifiers.reading import MessageKind
from classifiers.sender import is_robot
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address, Message
from daemon.mail.reply import is_reply_subject, thread_subject
from daemon.mailbox.protocol import MessageRef, Place
from daemon.playbook.history import Direction
from daemon.state.models import MailboxRow, MessageRow, ThreadRow

Thing = TypeVar("Thing")

AT_ONCE = 500
"""Names in one statement: databases bear only so many."""

ANSWERED_WITHIN = timedelta(days=30)
"""An answer that says nothing but the subject belongs to what was written so long before it at most."""


class Conversations:
    """The known conversations of one mailbox to which some messages can belong, looked up for all of them in a few statements.
    Whoever writes one of them down says so (`begin`, `joined`), that those after it find it."""

    def __init__(self, session: Session, mailbox: MailboxRow, mail: Collection[tuple[MessageRef, Message]]) -> None:
        self._session = session
        self._mailbox = mailbox
        self._by_message: dict[str, ThreadRow] = {}
        self._begun_with: dict[str, ThreadRow] = {}
        self._by_hint: dict[str, ThreadRow] = {}
        referred = {name for _, message in mail for name in (*message.in_reply_to, *message.references)}
        for names in chunks(referred):
            found = select(MessageRow.message_id, ThreadRow).join(ThreadRow, ThreadRow.id == MessageRow.thread_id)
            rows = session.execute(found.where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(names)))
            self._by_message |= {row.message_id: row.ThreadRow for row in rows}
        for names in chunks(referred | {message.message_id for _, message in mail}):
            begun = select(ThreadRow).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.root.in_(names))
            for thread in session.scalars(begun.order_by(ThreadRow.id)):
                self._begun_with.setdefault(thread.root, thread)
        for hints in chunks({ref.thread_hint for ref, _ in mail if ref.thread_hint}):
            hinted = select(ThreadRow).where(ThreadRow.mailbox_id == mailbox.id, ThreadRow.thread_hint.in_(hints))
            self._by_hint |= {thread.thread_hint: thread for thread in session.scalars(hinted.order_by(ThreadRow.id))}

    def of(self, ref: MessageRef, message: Message) -> ThreadRow | None:
        """That of any message it refers to, or one that began with one of these or with an answer to this message; else the
        server's; else the one that its subject and its people tell."""
        return self.by_references(message) or self.by_the_server(ref) or self.by_subject(ref, message)

    def by_references(self, message: Message) -> ThreadRow | None:
        referred = (*message.in_reply_to, *reversed(message.references))
        candidates = [
            *(self._by_message.get(name) for name in referred),
            *(self._begun_with.get(name) for name in (*referred, message.message_id)),
        ]
        return next(filter(None, candidates), None)

    def by_the_server(self, ref: MessageRef) -> ThreadRow | None:
        return self._by_hint.get(ref.thread_hint) if ref.thread_hint else None

    def by_subject(self, ref: MessageRef, message: Message) -> ThreadRow | None:
        """The one conversation of the last weeks with this subject in which its author and one of its recipients took part.

        None for what is no answer by its subject, for machines, where several would do, and where the server threads by itself.
        """
        answer = _answer(ref, message)
        if answer is None:
            return None
        since = message.received_at - ANSWERED_WITHIN
        # the plus keeps SQLite from going through all the mailbox by that index: the days are fewer
        narrow = (MessageRow.mailbox_id + 0 == self._mailbox.id, MessageRow.received_at.between(since, message.received_at))
        threads = {written.thread for written in _written_under(self._session, answer, *narrow) if answer.answers(written)}
        return self._session.get(ThreadRow, threads.pop()) if len(threads) == 1 else None

    def begin(self, ref: MessageRef, message: Message) -> ThreadRow:
        """A new conversation, of a message that belongs to no known one; what it refers to may still come. Whoever asks for it
        writes it down."""
        root = next(iter((*message.references, *message.in_reply_to)), message.message_id)
        thread = ThreadRow(mailbox_id=self._mailbox.id, root=root, subject=message.subject, thread_hint=ref.thread_hint)
        self._begun_with.setdefault(root, thread)
        if ref.thread_hint:
            self._by_hint[ref.thread_hint] = thread
        return thread

    def joined(self, message: Message, thread: ThreadRow) -> None:
        """The message was written down as one of that conversation."""
        self._by_message[message.message_id] = thread


def join_answers(session: Session, mailbox: MailboxRow) -> None:
    """Once a mailbox was read from its newest message to its oldest: let the answers that say nothing but the subject belong to
    the conversations that were read after them. They are to be read again in that light."""
    under: dict[str, list[_Written]] = {}
    moved: dict[int, int] = {}
    for row in _answers_by_subject_alone(session, mailbox):
        answer = _answer(*_as_it_came(row))
        if answer is None:
            continue
        if answer.subject not in under:
            under[answer.subject] = list(_written_under(session, answer, MessageRow.mailbox_id == mailbox.id))
        threads = {moved.get(each.thread, each.thread) for each in under[answer.subject] if answer.answers(each)}
        found = session.get(ThreadRow, threads.pop()) if len(threads) == 1 else None
        if found is None or found is row.thread or len(row.thread.messages) > 1 or not _of_one_company([*found.messages, row]):
            continue
        left, row.thread = row.thread, found
        moved[left.id] = found.id
        row.reread_due = row.direction == Direction.INCOMING and not row.corrected
        session.flush()
        if left.application_id is None:
            session.delete(left)


def chunks(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """So many that a statement can name them."""
    rest = iter(list(things))
    while some := list(islice(rest, AT_ONCE)):
        yield some


@dataclass(frozen=True, slots=True)
class _Written:
    """A known message, as far as it tells whether another answers it. `people`: author and readers, casefolded; `thread`: the id
    of its row; `telling`: by another person or in a hiring process, not by one of many machines."""

    thread: int
    message_id: str
    received_at: datetime
    sender_email: str
    people: frozenset[str]
    telling: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """A message that says nothing of what it answers but the subject (bare, casefolded). `people`: addresses of its author and
    its readers as they may stand in a row; `readers`: casefolded, without the author."""

    message: Message
    subject: str
    author: Address
    people: frozenset[str]
    readers: frozenset[str]

    def answers(self, written: _Written) -> bool:
        """Whether this can be an answer to a message under the same subject."""
        mine = self.message
        return (
            timedelta(0) <= mine.received_at - written.received_at <= ANSWERED_WITHIN
            and written.message_id != mine.message_id
            and (written.telling or written.sender_email in self.people)
            and self.author.key in written.people
            and not self.readers.isdisjoint(written.people)
        )


def _answer(ref: MessageRef, message: Message) -> _Answer | None:
    author, subject = message.sender, thread_subject(message.subject).casefold()
    if ref.thread_hint or not subject or not is_reply_subject(message.subject):
        return None
    if author is None or is_unanswerable(author) or is_robot(message):
        return None
    readers = frozenset(address.key for address in message.recipients) - {author.key}
    people = frozenset({author.email, author.key, *readers, *(each.email for each in message.recipients)})
    return _Answer(message, subject, author, people, readers)


def _written_under(session: Session, answer: _Answer, *narrow: ColumnElement[bool]) -> Iterator[_Written]:
    """The messages with the subject of this answer, whatever stands before it."""
    subject = thread_subject(answer.message.subject)
    rows = session.execute(
        select(
            MessageRow.thread_id,
            MessageRow.message_id,
            MessageRow.received_at,
            MessageRow.sender_email,
            MessageRow.recipients,
            MessageRow.subject,
            MessageRow.human,
            MessageRow.kind,
        )
        # a second sieve: what a database takes for the same letter differs from what Unicode does
        .where(*narrow, MessageRow.subject.icontains(subject, autoescape=True))
    )
    for row in rows:
        if thread_subject(row.subject).casefold() == answer.subject:
            people = frozenset({row.sender_email.casefold(), *(email.casefold() for email in row.recipients[1::2])})
            telling = row.human or row.kind != MessageKind.OTHER
            yield _Written(row.thread_id, row.message_id, row.received_at, row.sender_email, people, telling)


def _answers_by_subject_alone(session: Session, mailbox: MailboxRow) -> Iterator[MessageRow]:
    """Of what people wrote, the answers by their subject that begin a conversation of their own, as they were written down."""
    by_people = (MessageRow.direction == Direction.OUTGOING) | MessageRow.human
    rows = session.execute(
        select(MessageRow.id, MessageRow.subject, MessageRow.in_reply_to, MessageRow.references)
        .where(MessageRow.mailbox_id == mailbox.id, by_people)
        .order_by(MessageRow.id)
    )
    alone = [row.id for row in rows if is_reply_subject(row.subject) and not row.in_reply_to and not row.references]
    for some in chunks(alone):
        messages = select(MessageRow).where(MessageRow.id.in_(some)).order_by(MessageRow.id)
        for row in session.scalars(messages.options(joinedload(MessageRow.thread))).all():
            if row.thread.root == row.message_id:
                yield row


def _as_it_came(row: MessageRow) -> tuple[MessageRef, Message]:
    sender = Address(row.sender_name, row.sender_email)
    to = tuple(Address("", email) for email in row.recipients[1::2])
    ref = MessageRef(row.ref, Place(row.place), row.received_at, row.size, row.thread.thread_hint)
    return ref, Message(row.message_id, row.subject, sender, row.received_at, to=to)


def _of_one_company(rows: list[MessageRow]) -> bool:
    named = [row.company for row in rows if row.company and row.direction == Direction.INCOMING]
    return all(same_company(named[0], other) for other in named[1:])
