"""Forgetting: everything that is known of an application, or of conversations that belong to none, goes, in the caller's
transaction.

What remains are hashes of Message-IDs. They tell nothing, but by them a message that turns up again (in another folder, after a
server's move, in a first look) is left alone instead of making the same application and the same drafts anew.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from daemon.playbook.history import DraftState
from daemon.state.models import (
    ApplicationRow,
    Base,
    ContactRow,
    CorrectionRow,
    DraftRow,
    FollowUpRow,
    ForgottenMessageRow,
    InterviewRow,
    MessageRow,
    NoteRow,
    PlacementRow,
    PromiseRow,
    ThreadRow,
)

Value = TypeVar("Value")

AT_ONCE = 500
"""Values in one statement: databases bear only so many."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went: how many conversations and messages, and of each draft that lies in the mailbox its mailbox and subject."""

    conversations: int
    messages: int
    drafts_left: tuple[tuple[str, str], ...]


def what_would_go(session: Session, application: int) -> Forgotten:
    """What `forget` would say, without doing it."""
    messages = _values(session, MessageRow.id, MessageRow.thread_id, threads := _threads(session, application))
    drafts = session.scalars(select(DraftRow).join(FollowUpRow).where(FollowUpRow.application_id == application)).all()
    lying = (DraftState.UNTOUCHED, DraftState.EDITED)
    left = tuple((draft.mailbox.name, draft.subject) for draft in drafts if draft.state in lying)
    return Forgotten(len(threads), len(messages), left)


def forget(session: Session, application: int) -> Forgotten:
    """Delete an application with its conversations, messages and what was read in them, its people, follow-ups and drafts, the
    user's words about it and his corrections of its mail. `application` is its row's id; nothing happens where there is none."""
    gone = what_would_go(session, application)
    corrected = _values(session, MessageRow.message_id, MessageRow.thread_id, _threads(session, application))
    let_go(session, application)
    _delete(session, CorrectionRow, CorrectionRow.message_id, corrected)
    return gone


def let_go(session: Session, application: int) -> int:
    """Delete an application as `forget` does, but for what the user's corrections of its mail teach of other mail. The number of
    its messages."""
    follow_ups = list(session.scalars(select(FollowUpRow.id).where(FollowUpRow.application_id == application)))
    _remember(session, _values(session, DraftRow.message_id, DraftRow.follow_up_id, follow_ups))
    number = let_go_conversations(session, _threads(session, application))
    _delete(session, DraftRow, DraftRow.follow_up_id, follow_ups)
    _delete(session, FollowUpRow, FollowUpRow.id, follow_ups)
    _delete(session, NoteRow, NoteRow.application_id, [application])
    _delete(session, ApplicationRow, ApplicationRow.id, [application])
    session.expire_all()
    return number


def let_go_conversations(session: Session, threads: Sequence[int]) -> int:
    """Delete conversations, by their rows' ids, with their messages and what was read in them. The number of their messages."""
    messages = _values(session, MessageRow.id, MessageRow.thread_id, threads)
    named = _values(session, MessageRow.message_id, MessageRow.id, messages)
    for table, column, values in (
        (InterviewRow, InterviewRow.message_id, messages),
        (PromiseRow, PromiseRow.message_id, messages),
        (ContactRow, ContactRow.message_id, messages),
        (PlacementRow, PlacementRow.message_id, named),
        (PlacementRow, PlacementRow.anchor, named),
        (MessageRow, MessageRow.id, messages),
        (ThreadRow, ThreadRow.id, threads),
    ):
        _delete(session, table, column, values)
    # what another mailbox has got, too, is known there
    known = set(_values(session, MessageRow.message_id, MessageRow.message_id, named))
    _remember(session, [each for each in named if each not in known])
    session.expire_all()
    return len(messages)


def forgotten_among(session: Session, message_ids: Collection[str]) -> set[str]:
    """Those of these Message-IDs that the user had forgotten."""
    known = {fingerprint(message_id): message_id for message_id in message_ids}
    found = _values(session, ForgottenMessageRow.fingerprint, ForgottenMessageRow.fingerprint, list(known))
    return {known[each] for each in found}


def fingerprint(message_id: str) -> str:
    return sha256(message_id.encode("utf-8", "surrogatepass")).hexdigest()


def _remember(session: Session, message_ids: Collection[str]) -> None:
    already = forgotten_among(session, message_ids)
    new = {fingerprint(message_id) for message_id in message_ids if message_id and message_id not in already}
    session.add_all(ForgottenMessageRow(fingerprint=each) for each in sorted(new))
    session.flush()


def _threads(session: Session, application: int) -> list[int]:
    return list(session.scalars(select(ThreadRow.id).where(ThreadRow.application_id == application)))


def _values(
    session: Session, wanted: InstrumentedAttribute[Value], column: InstrumentedAttribute[Any], among: Sequence[object]
) -> list[Value]:
    found: list[Value] = []
    for start in range(0, len(among), AT_ONCE):
        found += session.scalars(select(wanted).where(column.in_(among[start : start + AT_ONCE])))
    return found


def _delete(session: Session, table: type[Base], column: InstrumentedAttribute[Any], values: Sequence[object]) -> None:
    for start in range(0, len(values), AT_ONCE):
        session.execute(
            delete(table).where(column.in_(values[start : start + AT_ONCE])), execution_options={"synchronize_session": False}
        )
