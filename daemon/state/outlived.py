"""Which rows have had their time; what that means is said in `daemon.retention`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from classifiers.reading import MessageKind
from daemon.playbook.history import Direction
from daemon.state.models import DraftRow, FollowUpRow, MailboxRow, MessageRow, NoteRow, QuarantinedMessageRow, ThreadRow

AT_ONCE = 500
"""Conversations in one turn: a transaction keeps all others waiting. What is left goes in the next one."""


def newest_mail(session: Session) -> datetime | None:
    """When the latest message that is known came; None where there is none."""
    return session.scalar(select(func.max(MessageRow.received_at)))


def had_no_news_since(session: Session, application: int, before: datetime) -> bool:
    """Whether an application's last message, the user's last word about it, and the last of its drafts are older than that."""
    messages = select(MessageRow.id).join(ThreadRow, ThreadRow.id == MessageRow.thread_id)
    drafts = select(DraftRow.id).join(FollowUpRow, FollowUpRow.id == DraftRow.follow_up_id)
    news = (
        messages.where(ThreadRow.application_id == application, MessageRow.received_at >= before),
        select(NoteRow.id).where(NoteRow.application_id == application, NoteRow.said_at >= before),
        drafts.where(FollowUpRow.application_id == application, DraftRow.state_since >= before),
    )
    return all(session.scalars(each.limit(1)).first() is None for each in news)


def unrelated_conversations(session: Session, received: datetime, written: datetime, unread: Collection[str]) -> list[int]:
    """Some conversations, by their rows' ids, that belong to no application and whose last message is older than `received`, or
    than `written` where there is a step of hiring in it or a letter of the user's. None of the mailboxes named `unread`."""
    old = select(MessageRow.thread_id).where(MessageRow.received_at < received)
    young = select(MessageRow.id).where(MessageRow.thread_id == ThreadRow.id, MessageRow.received_at >= received)
    telling = (MessageRow.direction == Direction.OUTGOING) | (MessageRow.kind != MessageKind.OTHER.value)
    kept = select(MessageRow.id).where(MessageRow.thread_id == ThreadRow.id, telling)
    younger = select(MessageRow.id).where(MessageRow.thread_id == ThreadRow.id, MessageRow.received_at >= written)
    return list(
        session.scalars(
            select(ThreadRow.id)
            .join(MailboxRow, MailboxRow.id == ThreadRow.mailbox_id)
            .where(
                ThreadRow.application_id.is_(None),
                ThreadRow.id.in_(old),
                MailboxRow.name.not_in(list(unread)),
                ~young.exists(),
                ~kept.exists() | ~younger.exists(),
            )
            .limit(AT_ONCE)
        )
    )


def forget_unreadable(session: Session, received: datetime) -> None:
    """Delete the notes of messages older than that which could not be read."""
    session.execute(delete(QuarantinedMessageRow).where(QuarantinedMessageRow.received_at < received))
