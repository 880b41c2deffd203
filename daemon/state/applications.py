"""Applications as `daemon.grouping` sees them: rows become conversations, and the groups that come out become rows again.

An application's row is that of the conversation with which it began. It keeps its id, the user's words and its drafts when a
conversation joins or leaves it; of two that turn out to be one, the older stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, selectinload

from classifiers.names import person_in_display
from classifiers.reading import MessageKind
from daemon.grouping import Conversation, Group, Letter, Placement, partition
from daemon.grouping.employers import employer_key
from daemon.mail.addresses import is_free_mail, is_unanswerable, organisational_domain, person_name
from daemon.mail.message import Address
from daemon.playbook.history import Direction, FollowUpKind, WordKind
from daemon.state.models import ApplicationRow, FollowUpRow, MessageRow, NoteRow, PlacementRow, ThreadRow

NAME_LENGTH = 200
MOST_RECIPIENTS = 10
"""A message to more people than that is a circular: its readers have nothing to do with one another."""

_FORWARD = re.compile(r"\s{0,8}(?:fwd?|wg|tr|rv|enc|i|vs)\s?:", re.IGNORECASE)
_ENDS = {WordKind.CLOSE: True, WordKind.ACCEPT: True, WordKind.REOPEN: False}


def regroup(session: Session, own_addresses: frozenset[str]) -> None:
    """Let every conversation belong to the application that it belongs to by all that is known now.

    `own_addresses`: the user's own, casefolded.
    """
    session.flush()
    threads = _hiring_threads(session)
    words = _words(threads.values())
    conversations = [_conversation(thread, own_addresses, words) for thread in threads.values()]
    conversations += _small_talk(session, threads, _people(conversations), own_addresses)
    rows = session.scalars(select(PlacementRow).order_by(PlacementRow.id)).all()
    placements = [Placement(row.message_id, row.anchor, row.company) for row in rows]
    _write(session, threads, partition(conversations, placements))


def _hiring_threads(session: Session) -> dict[int, ThreadRow]:
    """Every conversation with a step in it, of an application, or placed by the user."""
    steps = select(MessageRow.thread_id).where(
        MessageRow.direction == Direction.INCOMING, MessageRow.kind != MessageKind.OTHER.value
    )
    placed = select(MessageRow.thread_id).where(MessageRow.message_id.in_(select(PlacementRow.message_id)))
    rows = session.scalars(
        select(ThreadRow)
        .where(ThreadRow.application_id.is_not(None) | ThreadRow.id.in_(steps) | ThreadRow.id.in_(placed))
        .options(
            selectinload(ThreadRow.application).selectinload(ApplicationRow.notes),
            selectinload(ThreadRow.messages).selectinload(MessageRow.interviews),
            selectinload(ThreadRow.messages).selectinload(MessageRow.people),
            selectinload(ThreadRow.messages).selectinload(MessageRow.follow_up),
        )
        .execution_options(populate_existing=True)
    ).all()
    return {row.id: row for row in rows if row.messages}


def _beginning(thread: ThreadRow) -> tuple[datetime, str]:
    return min((message.received_at, message.message_id) for message in thread.messages)


def _words(threads: Iterable[ThreadRow]) -> dict[int, ApplicationRow]:
    """For each application the conversation with which it began: there its user's words are at home."""
    founding: dict[int, ThreadRow] = {}
    for thread in sorted(threads, key=_beginning):
        if thread.application_id is not None:
            founding.setdefault(thread.application_id, thread)
    return {thread.id: thread.application for thread in founding.values() if thread.application}


def _conversation(thread: ThreadRow, own: frozenset[str], words: dict[int, ApplicationRow]) -> Conversation:
    hiring = any(row.direction == Direction.INCOMING and row.kind != MessageKind.OTHER for row in thread.messages)
    read = _letter if hiring else _talk
    letters = sorted((read(row, own) for row in thread.messages), key=lambda letter: (letter.at, letter.message_id))
    notes = words[thread.id].notes if thread.id in words else []
    return Conversation(
        thread.id,
        tuple(letters),
        said=tuple((note.said_at, _ENDS[WordKind(note.kind)]) for note in notes if note.kind in _ENDS),
        told=frozenset(note.email.casefold() for note in notes if note.email),
    )


def _letter(row: MessageRow, own: frozenset[str]) -> Letter:
    incoming = row.direction == Direction.INCOMING
    own = own | {row.user_address.casefold()}
    read = [Address("", email) for email in row.recipients[1::2]]
    read = read if len(read) <= MOST_RECIPIENTS else []
    if not incoming:
        return Letter(
            row.message_id,
            row.received_at,
            MessageKind(row.kind),
            incoming=False,
            addressed=_keys(read, own),
            answers=frozenset((*row.in_reply_to, *row.references)),
            ends=row.follow_up is not None and row.follow_up.kind == FollowUpKind.WITHDRAWAL,
        )
    sender = Address(row.sender_name, row.sender_email)
    passed_on = bool(_FORWARD.match(row.subject))
    wrote = row.human and not passed_on and sender.key not in own
    named = [Address(person.name, person.email) for person in row.people if person.email]
    writers = [sender, Address(row.reply_name, row.reply_email), *read] if wrote else [] if passed_on else read
    shown = [person_name(sender.name) if person_in_display(person_name(sender.name)) else "", *(p.name for p in row.people)]
    return Letter(
        row.message_id,
        row.received_at,
        MessageKind(row.kind),
        company=row.company,
        role=row.role,
        requisition=row.requisition,
        people=_keys([*writers, *named], own),
        names=frozenset() if passed_on else frozenset(name.casefold() for name in shown if len(name.split()) > 1),
        domain=_own_domain(sender) if wrote else "",
        robot="" if row.human else sender.key,
        uids=frozenset(interview.uid for interview in row.interviews if interview.uid),
        answers=frozenset((*row.in_reply_to, *row.references)),
        agency=row.agency,
    )


def _keys(addresses: Iterable[Address], own: frozenset[str]) -> frozenset[str]:
    return frozenset(each.key for each in addresses if each.email and each.key not in own and not is_unanswerable(each))


def _own_domain(address: Address) -> str:
    """The organisation's domain that stands for a company; '' for free mail."""
    return "" if not address.domain or is_free_mail(address.domain) else organisational_domain(address.domain)


def _people(conversations: Iterable[Conversation]) -> frozenset[str]:
    return frozenset().union(*(each.told.union(*(letter.people for letter in each.letters)) for each in conversations))


def _small_talk(
    session: Session, hiring: dict[int, ThreadRow], people: frozenset[str], own: frozenset[str]
) -> list[Conversation]:
    """The conversations without any step in which somebody takes part who is known from a hiring process."""
    columns = (MessageRow.thread_id, MessageRow.direction, MessageRow.reply_email, MessageRow.recipients)
    rows = session.execute(
        select(*columns).where((MessageRow.direction == Direction.OUTGOING) | (MessageRow.human & (MessageRow.reply_email != "")))
    )
    found = {
        thread
        for thread, direction, reply_email, recipients in rows
        if thread not in hiring
        and not people.isdisjoint(
            (reply_email.casefold(),) if direction == Direction.INCOMING else [email.casefold() for email in recipients[1::2]]
        )
    }
    threads = session.scalars(select(ThreadRow).where(ThreadRow.id.in_(found)).options(selectinload(ThreadRow.messages))).all()
    hiring.update({thread.id: thread for thread in threads})
    return [Conversation(thread.id, tuple(_talk(row, own) for row in thread.messages)) for thread in threads]


def _talk(row: MessageRow, own: frozenset[str]) -> Letter:
    """A letter of small talk: whoever answers or is written to takes part."""
    if row.direction == Direction.OUTGOING:
        return _letter(row, own)
    people = _keys([Address("", row.reply_email)], own) if row.human else frozenset()
    return Letter(row.message_id, row.received_at, MessageKind.OTHER, people=people)


def _write(session: Session, threads: dict[int, ThreadRow], groups: list[Group]) -> None:
    group_of = {key: index for index, group in enumerate(groups) for key in group.reasons}
    claims: dict[int, list[ApplicationRow]] = {}
    claimed: set[int] = set()
    for thread in sorted(threads.values(), key=_beginning):
        row, index = thread.application, group_of.get(thread.id)
        if row is not None and index is not None and row.id not in claimed:
            claimed.add(row.id)
            claims.setdefault(index, []).append(row)
    moved = False
    for index, group in enumerate(groups):
        row, *others = claims.get(index) or [_new_row(session)]
        for other in others:
            _merge(session, other, into=row)
        row.company = group.company[:NAME_LENGTH] if group.company else None
        row.company_key = employer_key(group.company)[:NAME_LENGTH] if group.company else ""
        row.role = group.role[:NAME_LENGTH] if group.role else None
        for key, reason in group.reasons.items():
            moved = moved or threads[key].application_id not in (None, row.id)
            threads[key].application, threads[key].grouped_by = row, reason
    for key, thread in threads.items():
        if key not in group_of and thread.application_id in claimed:
            thread.application, thread.grouped_by = None, ""
    session.flush()
    if moved:
        _let_follow_ups_follow(session)
    for index in claims:
        for other in claims[index][1:]:
            session.expunge(other)
            session.execute(delete(ApplicationRow).where(ApplicationRow.id == other.id))


def _new_row(session: Session) -> ApplicationRow:
    row = ApplicationRow()
    session.add(row)
    session.flush()
    return row


def _merge(session: Session, row: ApplicationRow, *, into: ApplicationRow) -> None:
    """What the user said of the one, and its follow-ups, are the other's."""
    for table in (NoteRow, FollowUpRow):
        session.execute(update(table).where(table.application_id == row.id).values(application_id=into.id))
    session.expire(row, ["notes"])
    session.expire(into, ["notes"])


def _let_follow_ups_follow(session: Session) -> None:
    """A follow-up belongs to the application of the message that it answers."""
    answered = (
        select(FollowUpRow.id, ThreadRow.application_id)
        .join(MessageRow, MessageRow.message_id == FollowUpRow.reply_to)
        .join(ThreadRow, ThreadRow.id == MessageRow.thread_id)
        .where(ThreadRow.application_id.is_not(None), ThreadRow.application_id != FollowUpRow.application_id)
    )
    for follow_up, application in session.execute(answered).all():
        session.execute(update(FollowUpRow).where(FollowUpRow.id == follow_up).values(application_id=application))
