"""Rows into history: what the playbook reads, loaded in one go and free of the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from classifiers.reading import AnswerBy, Feedback, InterviewTime, MessageKind, Person, Promise, Register
from daemon.mail.message import Address
from daemon.playbook.history import (
    Application,
    Direction,
    DraftState,
    FollowUpKind,
    History,
    PastDraft,
    PastMessage,
    UserWord,
    WordKind,
)
from daemon.state.models import ApplicationRow, DraftRow, FollowUpRow, MessageRow, NoteRow, ThreadRow

MOVES = frozenset(
    {
        MessageKind.APPLICATION_RECEIVED,
        MessageKind.OUTREACH,
        MessageKind.INTERVIEW_INVITATION,
        MessageKind.INTERVIEW_CONFIRMATION,
        MessageKind.ASSESSMENT,
        MessageKind.OFFER,
    }
)
"""What shows that a process with a company is under way (R3)."""


def load_history(session: Session) -> History:
    """Every application, complete, in the order in which they were first seen."""
    rows = session.scalars(
        select(ApplicationRow)
        .order_by(ApplicationRow.id)
        .options(
            selectinload(ApplicationRow.notes),
            selectinload(ApplicationRow.threads).selectinload(ThreadRow.mailbox),
            selectinload(ApplicationRow.threads).selectinload(ThreadRow.messages).selectinload(MessageRow.interviews),
            selectinload(ApplicationRow.threads).selectinload(ThreadRow.messages).selectinload(MessageRow.promises),
            selectinload(ApplicationRow.threads).selectinload(ThreadRow.messages).selectinload(MessageRow.people),
            selectinload(ApplicationRow.threads).selectinload(ThreadRow.messages).selectinload(MessageRow.follow_up),
        )
    ).all()
    rows = [row for row in rows if _messages(row)]
    drafts = _drafts(session)
    moves = [(row.id, row.company_key, _last_move(row)) for row in rows]
    return History(tuple(_application(row, drafts.get(row.id, ()), moves) for row in rows))


def _messages(row: ApplicationRow) -> list[MessageRow]:
    return [message for thread in row.threads for message in thread.messages]


def _last_move(row: ApplicationRow) -> datetime | None:
    moved = [m.received_at for m in _messages(row) if m.direction == Direction.INCOMING and m.kind in MOVES]
    return max(moved, default=None)


def _application(
    row: ApplicationRow, drafts: tuple[PastDraft, ...], moves: list[tuple[int, str, datetime | None]]
) -> Application:
    seen: dict[str, PastMessage] = {}
    for message in sorted(_messages(row), key=lambda message: (message.received_at, message.message_id)):
        seen.setdefault(message.message_id, past_message(message))
    others = [at for key, company, at in moves if key != row.id and company and company == row.company_key and at]
    return Application(
        key=str(row.id),
        company=row.company,
        role=row.role,
        messages=tuple(seen.values()),
        words=tuple(_word(note) for note in row.notes),
        drafts=drafts,
        first_cycle_at=max((thread.mailbox.first_cycle_at for thread in row.threads), default=None),
        others_moved_at=max(others, default=None),
    )


def past_message(row: MessageRow) -> PastMessage:
    """One message as the playbook sees it."""
    pairs = list(zip(row.recipients[::2], row.recipients[1::2], strict=True))
    return PastMessage(
        message_id=row.message_id,
        thread=str(row.thread_id),
        mailbox=row.thread.mailbox.name,
        direction=Direction(row.direction),
        at=row.received_at,
        sender=Address(row.sender_name, row.sender_email) if row.sender_email else None,
        recipients=tuple(Address(name, email) for name, email in pairs),
        subject=row.subject,
        kind=MessageKind(row.kind),
        confident=row.confident,
        human=row.human,
        reply_address=Address(row.reply_name, row.reply_email) if row.reply_email else None,
        in_reply_to=tuple(row.in_reply_to),
        user_address=row.user_address,
        interview=_interview(row),
        promise=_promise(row),
        people=tuple(
            Person(person.name, person.email, person.interviewer, person.title, person.hiring_manager) for person in row.people
        ),
        asks_answer=row.asks_answer,
        answer_by=AnswerBy(row.answer_by_phrase, row.answer_by) if row.answer_by else None,
        agency=row.agency,
        asks_references=row.asks_references,
        machine_interview_completed=row.machine_interview_completed,
        feedback=Feedback(row.feedback) if row.feedback else None,
        register=Register(row.register) if row.register else None,
        signed_as=row.signed_as,
        follow_up=row.follow_up.identity if row.follow_up else "",
        follow_up_kind=FollowUpKind(row.follow_up.kind) if row.follow_up else None,
    )


def _interview(row: MessageRow) -> InterviewTime | None:
    if not row.interviews:
        return None
    stated = row.interviews[0]
    return InterviewTime(
        start=datetime.fromisoformat(stated.start),
        end=datetime.fromisoformat(stated.end) if stated.end else None,
        phrase=stated.phrase,
        uid=stated.uid,
        sequence=stated.sequence,
        replaces=stated.replaces,
        cancelled=stated.cancelled,
    )


def _promise(row: MessageRow) -> Promise | None:
    if not row.promises:
        return None
    said = row.promises[0]
    return Promise(said.phrase, said.until, said.after_interview_days, said.holiday, said.holiday_begins, said.absence)


def _word(note: NoteRow) -> UserWord:
    return UserWord(WordKind(note.kind), note.said_at, note.text, note.email, note.day, note.start, note.end)


def _drafts(session: Session) -> dict[int, tuple[PastDraft, ...]]:
    found: dict[int, list[PastDraft]] = {}
    rows = select(DraftRow, FollowUpRow).join(FollowUpRow, DraftRow.follow_up_id == FollowUpRow.id)
    for draft, follow_up in session.execute(rows.order_by(DraftRow.id).options(joinedload(DraftRow.mailbox))).all():
        found.setdefault(follow_up.application_id, []).append(
            PastDraft(
                identity=follow_up.identity,
                family=follow_up.family,
                kind=FollowUpKind(follow_up.kind),
                rule=follow_up.rule,
                contact=follow_up.contact_email.casefold(),
                state=DraftState(draft.state),
                saved_at=draft.intended_at,
                mailbox=draft.mailbox.name,
                send_by=follow_up.send_by,
                expires_at=follow_up.expires_at,
            )
        )
    return {key: tuple(drafts) for key, drafts in found.items()}
