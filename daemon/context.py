"""What the history knows of a message before it is read: the state of its conversation as of the message's own time."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.names import same_company
from classifiers.reading import Context, MessageKind
from classifiers.sender import is_robot
from daemon.house import House
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Message
from daemon.mailbox.protocol import MessageRef
from daemon.playbook.history import Direction
from daemon.state.conversation import conversation_of
from daemon.state.models import MailboxRow, MessageRow


def context_of(
    house: House, session: Session, mailbox: MailboxRow, ref: MessageRef, message: Message, *, outgoing: bool
) -> Context:
    """The context of a message: only what was received before it counts, however late it comes itself.

    `previous_kind` is the last step of its conversation; `known_company` the company of the conversation, or, in a new one,
    that for which the same person wrote before.
    """
    steps = _steps_before(session, mailbox, ref, message)
    return Context(
        own_addresses=house.preferences.own_addresses,
        own_name=house.profile.name,
        outgoing=outgoing,
        zone=house.preferences.calendar.zone,
        country=house.preferences.calendar.country,
        previous_kind=MessageKind(steps[-1].kind) if steps else None,
        known_company=_company(steps) if steps or outgoing else _company_of_sender(session, message),
    )


def _steps_before(session: Session, mailbox: MailboxRow, ref: MessageRef, message: Message) -> list[MessageRow]:
    thread = conversation_of(session, mailbox, ref, message)
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


def _company_of_sender(session: Session, message: Message) -> str | None:
    """The one company for which this person took a step before, in whichever conversation; None for machines."""
    sender = message.sender
    if sender is None or is_unanswerable(sender) or is_robot(message):
        return None
    companies = session.scalars(
        select(MessageRow.company)
        .where(
            MessageRow.sender_email == sender.email,
            MessageRow.direction == Direction.INCOMING,
            MessageRow.kind != MessageKind.OTHER.value,
            MessageRow.human,
            MessageRow.company.is_not(None),
            MessageRow.received_at < message.received_at,
        )
        .order_by(MessageRow.received_at.desc())
    ).all()
    named = [company for company in companies if company]
    return named[0] if named and all(same_company(named[0], other) for other in named) else None
