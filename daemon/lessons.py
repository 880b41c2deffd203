"""The user's corrections as the intake uses them: what he said of a message, what it teaches, and which readings it shakes."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.reading import Evidence, MessageKind, Verdict
from daemon.form import RULE, Form, Lesson
from daemon.playbook.history import Direction
from daemon.state.models import CorrectionRow, MessageRow

MOST_READ_AGAIN = 500
"""Of a sender's mail, the newest: a correction is about what comes and what is fresh, not about years."""


def corrections_of(session: Session, message_id: str) -> list[CorrectionRow]:
    """All that the user said of this message; the last word counts."""
    return list(
        session.scalars(select(CorrectionRow).where(CorrectionRow.message_id == message_id).order_by(CorrectionRow.id)).all()
    )


def as_said(verdict: Verdict, kind: MessageKind) -> Verdict:
    """What the user said of a message, with the evidence for what it would have been read as."""
    return Verdict(kind, 1.0, True, (Evidence("you said so", RULE), *verdict.evidence))


def lessons_of(session: Session) -> list[Lesson]:
    """What the user's last word on each message teaches about its form."""
    last: dict[str, CorrectionRow] = {}
    for row in session.scalars(select(CorrectionRow).order_by(CorrectionRow.id)):
        last[row.message_id] = row
    return [
        Lesson(row.message_id, Form.from_json(row.form), MessageKind(row.read_as), MessageKind(row.kind), row.said_at)
        for row in last.values()
        if row.form and row.read_as
    ]


def disturb_kin(session: Session, row: MessageRow) -> None:
    """Let the other mail of the corrected message's sender be read again: some of it may be of the same form."""
    kin = session.scalars(
        select(MessageRow)
        .where(
            MessageRow.sender_email == row.sender_email,
            MessageRow.direction == Direction.INCOMING,
            MessageRow.corrected.is_(False),
            MessageRow.message_id != row.message_id,
        )
        .order_by(MessageRow.received_at.desc())
        .limit(MOST_READ_AGAIN)
    )
    for other in kin:
        other.reread_due = True


def disturb_later(session: Session, row: MessageRow) -> None:
    """Let be read again what stands later in the conversation and was read without knowing this message, or otherwise.

    Only up to the next step: what comes after that knows the conversation by that step.
    """
    if row.direction != Direction.INCOMING:
        return
    later = session.scalars(
        select(MessageRow)
        .where(
            MessageRow.thread_id == row.thread_id,
            MessageRow.direction == Direction.INCOMING,
            MessageRow.received_at > row.received_at,
        )
        .order_by(MessageRow.received_at, MessageRow.message_id)
    )
    for other in later:
        other.reread_due = not other.corrected
        if other.kind != MessageKind.OTHER:
            return
