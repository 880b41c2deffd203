"""What the digest takes from the database itself: drafts that lie there, mail that came in, how the mailboxes are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from classifiers.reading import MessageKind
from daemon.digest.content import DoubtfulReading, DraftToReview, MailboxHealth, NewsItem
from daemon.digest.places import draft_link, folder_name, gmail_search
from daemon.mail.message import Address
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Direction, DraftState, FollowUpKind
from daemon.state.models import DraftRow, FollowUpRow, MailboxRow, MessageRow, QuarantinedMessageRow, ThreadRow

DOUBTFUL_DAYS = 14
LATE_MAIL = timedelta(days=3)
"""Mail that is new to us is news only if it is not much older: the first cycle reads two months of it."""


def drafts_to_review(session: Session, now: datetime, webmail: Mapping[str, str]) -> list[DraftToReview]:
    """The drafts that lie untouched, oldest first. `webmail` is the account of each mailbox that has Gmail's web page."""
    rows = session.scalars(
        select(DraftRow)
        .where(DraftRow.state == DraftState.UNTOUCHED)
        .options(selectinload(DraftRow.follow_up).selectinload(FollowUpRow.application), selectinload(DraftRow.mailbox))
        .order_by(DraftRow.intended_at)
    ).all()
    drafts = []
    for row in rows:
        follow_up = row.follow_up
        account = webmail.get(row.mailbox.name, "")
        times = [time for time in (follow_up.send_by, follow_up.expires_at) if time is not None]
        drafts.append(
            DraftToReview(
                company=follow_up.application.company,
                role=follow_up.application.role,
                kind=FollowUpKind(follow_up.kind),
                rule=follow_up.rule,
                recipient=Address(follow_up.contact_name, follow_up.contact_email),
                subject=row.subject,
                mailbox=row.mailbox.name,
                folder=folder_name(row.handle),
                saved_at=row.intended_at,
                send_by=follow_up.send_by,
                late=any(time <= now for time in times),
                link=draft_link(account, row.handle, message_id=row.message_id, in_reply_to=row.in_reply_to) if account else "",
            )
        )
    return drafts


def new_messages(session: Session, since: datetime, now: datetime) -> list[MessageRow]:
    """What came in since the last digest and belongs to an application."""
    rows = session.scalars(
        select(MessageRow)
        .join(ThreadRow, ThreadRow.id == MessageRow.thread_id)
        .where(
            MessageRow.direction == Direction.INCOMING,
            MessageRow.recorded_at > since,
            MessageRow.recorded_at <= now,
            MessageRow.received_at > since - LATE_MAIL,
            ThreadRow.application_id.is_not(None),
        )
        .order_by(MessageRow.received_at)
    ).all()
    return list(rows)


def news_item(row: MessageRow) -> NewsItem:
    application = row.thread.application
    return NewsItem(
        company=application.company if application else None,
        subject=row.subject,
        kind=MessageKind(row.kind),
        sender=Address(row.sender_name, row.sender_email) if row.sender_email else None,
        at=row.received_at,
        confident=row.confident,
    )


def doubtful_readings(
    session: Session, wanted: Iterable[FollowUp], now: datetime, webmail: Mapping[str, str]
) -> list[DoubtfulReading]:
    """The latest messages that were read without confidence, and which drafts wait for the user's word on them."""
    held_back = {follow_up.trigger: follow_up.kind for follow_up in wanted if follow_up.doubtful}
    rows = session.scalars(
        select(MessageRow)
        .where(
            MessageRow.direction == Direction.INCOMING,
            MessageRow.confident.is_(False),
            MessageRow.corrected.is_(False),
            MessageRow.kind != MessageKind.OTHER,
            MessageRow.received_at > now - timedelta(days=DOUBTFUL_DAYS),
            MessageRow.received_at <= now,
        )
        .order_by(MessageRow.received_at)
    ).all()
    return [
        DoubtfulReading(
            message_id=row.message_id,
            company=row.thread.application.company if row.thread.application else None,
            subject=row.subject,
            sender=Address(row.sender_name, row.sender_email) if row.sender_email else None,
            at=row.received_at,
            guess=MessageKind(row.kind),
            phrase=row.evidence[0] if row.evidence else "",
            held_back=held_back.get(row.message_id),
            link=gmail_search(webmail[row.mailbox.name], row.message_id) if row.mailbox.name in webmail else "",
        )
        for row in rows
    ]


def mailbox_health(session: Session, names: Iterable[str], failed: Mapping[str, str], since: datetime) -> list[MailboxHealth]:
    """How each mailbox fares; `failed` are those that could not be worked with in this cycle, and why."""
    health = []
    for name in names:
        row = session.scalar(select(MailboxRow).where(MailboxRow.name == name))
        reasons = session.scalars(
            select(QuarantinedMessageRow.reason).where(
                QuarantinedMessageRow.mailbox_id == (row.id if row else None), QuarantinedMessageRow.quarantined_at > since
            )
        ).all()
        problem = failed.get(name, row.problem if row else "").removeprefix(f"{name}: ")
        health.append(
            MailboxHealth(
                name=name,
                ok=not problem,
                last_success=row.last_success_at if row else None,
                problem=problem,
                quarantined=len(reasons),
                quarantine_reasons=tuple(dict.fromkeys(reasons)),
                since=row.problem_since if row and problem else None,
            )
        )
    return health


def ignored_count(session: Session, since: datetime, now: datetime) -> int:
    """How many messages since the last digest concern no application."""
    count = session.scalar(
        select(func.count())
        .select_from(MessageRow)
        .join(ThreadRow, ThreadRow.id == MessageRow.thread_id)
        .where(
            MessageRow.direction == Direction.INCOMING,
            MessageRow.recorded_at > since,
            MessageRow.recorded_at <= now,
            MessageRow.received_at > since - LATE_MAIL,
            ThreadRow.application_id.is_(None),
        )
    )
    return count or 0
