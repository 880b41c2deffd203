"""What the history knows of a message before it is read: the state of its conversation as of the message's own time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.names import same_company
from classifiers.reading import Context, MessageKind
from classifiers.sender import is_robot
from daemon.form import Lesson
from daemon.house import House
from daemon.lessons import lessons_of
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Message
from daemon.mailbox.protocol import MessageRef
from daemon.playbook.history import Direction
from daemon.state.conversation import Conversations, chunks
from daemon.state.forgetting import forgotten_among
from daemon.state.models import CorrectionRow, MailboxRow, MessageRow, ThreadRow


class Background:
    """All that is known of some messages before they are read, looked up for all of them in a few statements; `add` what is
    written down of them meanwhile. Public: what was forgotten of them, and what has a row, by Message-ID; the conversations that
    they can belong to; what the user's corrections say of them (`corrections`) and teach of others (`lessons`)."""

    def __init__(self, session: Session, mailbox: MailboxRow, mail: Collection[tuple[MessageRef, Message]]) -> None:
        names = {message.message_id for _, message in mail}
        self.forgotten = forgotten_among(session, names)
        self.rows: dict[str, MessageRow] = {}
        self.corrections: defaultdict[str, list[CorrectionRow]] = defaultdict(list)
        self.lessons: list[Lesson] = lessons_of(session)
        self.conversations = Conversations(session, mailbox, mail)
        self._companies: defaultdict[str, list[tuple[datetime, str]]] = defaultdict(list)
        for some in chunks(names):
            known = select(MessageRow).where(MessageRow.mailbox_id == mailbox.id, MessageRow.message_id.in_(some))
            self.rows |= {row.message_id: row for row in session.scalars(known)}
            said = select(CorrectionRow).where(CorrectionRow.message_id.in_(some))
            for correction in session.scalars(said.order_by(CorrectionRow.id)):
                self.corrections[correction.message_id].append(correction)
        for senders in chunks({message.sender.email for _, message in mail if message.sender}):
            steps = select(MessageRow.sender_email, MessageRow.received_at, MessageRow.company).where(
                MessageRow.sender_email.in_(senders),
                MessageRow.direction == Direction.INCOMING,
                MessageRow.kind != MessageKind.OTHER.value,
                MessageRow.human,
                MessageRow.company.is_not(None),
            )
            for sender, received_at, company in session.execute(steps):
                self._companies[sender].append((received_at, company or ""))

    def add(self, row: MessageRow) -> None:
        """What was made of one of the messages."""
        self.rows[row.message_id] = row
        if row.company and row.human and row.kind != MessageKind.OTHER and row.direction == Direction.INCOMING:
            self._companies[row.sender_email].append((row.received_at, row.company))

    def context_of(self, house: House, ref: MessageRef, message: Message, *, outgoing: bool) -> Context:
        """The context of a message: only what was received before it counts, however late it comes itself.

        `previous_kind` is the last step of its conversation; `known_company` the company of the conversation, or, in a new one,
        that for which the same person wrote before.
        """
        steps = _steps_before(self.conversations.of(ref, message), message)
        return Context(
            own_addresses=house.preferences.own_addresses,
            own_name=house.profile.name,
            outgoing=outgoing,
            zone=house.preferences.calendar.zone,
            country=house.preferences.calendar.country,
            previous_kind=MessageKind(steps[-1].kind) if steps else None,
            known_company=_company(steps) if steps or outgoing else self._company_of_sender(message),
        )

    def _company_of_sender(self, message: Message) -> str | None:
        """The one company for which this person took a step before, in whichever conversation; None for machines."""
        sender = message.sender
        if sender is None or is_unanswerable(sender) or is_robot(message):
            return None
        steps = sorted(step for step in self._companies.get(sender.email, ()) if step[0] < message.received_at)
        named = [company for _, company in reversed(steps) if company]
        return named[0] if named and all(same_company(named[0], other) for other in named) else None


def _steps_before(thread: ThreadRow | None, message: Message) -> list[MessageRow]:
    if thread is None:
        return []
    before = (
        row
        for row in thread.messages
        if row.direction == Direction.INCOMING
        and row.kind != MessageKind.OTHER
        and row.message_id != message.message_id
        and row.received_at <= message.received_at
    )
    return sorted(before, key=lambda row: (row.received_at, row.message_id))


def _company(steps: list[MessageRow]) -> str | None:
    """What the conversation itself names first, else the name of the application to which it belongs."""
    named = next((row.company for row in steps if row.company), None)
    application = steps[0].thread.application if steps else None
    return named or (application.company if application else None)
