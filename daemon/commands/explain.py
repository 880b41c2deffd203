"""`show`: what was read in each message and why, which rules fired, and why there is or is no draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from daemon.commands.applications import meant
from daemon.house import House
from daemon.playbook.advise import advise
from daemon.playbook.articles import ARTICLES
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Direction
from daemon.playbook.remarks import remarks
from daemon.state.history import load_history
from daemon.state.models import DraftRow, FollowUpRow, MessageRow, ThreadRow

_STATES = {
    "intended": "about to be saved",
    "untouched": "lies in your drafts",
    "edited": "lies in your drafts, edited by you",
    "sent": "sent by you",
    "discarded": "thrown away by you",
    "withdrawing": "being withdrawn",
    "withdrawn": "withdrawn",
}


def explain(house: House, words: str, now: datetime) -> Iterator[str]:
    """The lines of `show` for the application that `words` mean. Raises UserError."""
    with house.database.session() as session:
        history = load_history(session)
        application = meant(history, words)
        case = Case.of(application, now, house.preferences)
        wanted = [f for f in advise(history, now, house.preferences) if f.application == application.key]
        yield f"{application.company or 'unknown company'}{f' · {application.role}' if application.role else ''}"
        yield f"{case.standing.state} since {_when(case, case.standing.since)}{' · paused' if case.standing.paused else ''}"
        contact = case.correspondence.main_contact
        if contact:
            yield f"main contact: {contact.name} <{contact.email}>"
        yield from _time_lines(case)
        yield from _message_lines(session, case)
        yield from _word_lines(case)
        yield from _draft_lines(session, case)
        yield from _wanted_lines(case, wanted, _refused(session, wanted))
        for remark in remarks(case):
            yield f"  {_cited(remark.rule, remark.articles)}: {remark.text}"


def _time_lines(case: Case) -> Iterator[str]:
    for interview in case.interviews:
        until = f"{case.preferences.calendar.local(interview.end):%H:%M}"
        yield f"interview: {_when(case, interview.start)} to {until} ({interview.fate})"
    if case.time_frame:
        yield f"they said they would be back by {case.time_frame.until.isoformat()}"


def _message_lines(session: Session, case: Case) -> Iterator[str]:
    threads = session.scalars(
        select(ThreadRow).where(ThreadRow.application_id == int(case.application.key)).options(selectinload(ThreadRow.messages))
    ).all()
    yield ""
    yield "Messages"
    for thread in sorted(threads, key=lambda thread: thread.messages[0].received_at):
        shown = [row for row in thread.messages if row.received_at <= case.now]
        if not shown:
            continue
        yield f"  conversation {thread.id} belongs here because: {thread.grouped_by or 'it began here'}"
        for row in shown:
            arrow = "→" if row.direction == Direction.OUTGOING else "←"
            yield f"    {_when(case, row.received_at)} {arrow} {row.subject or '(no subject)'}"
            yield from (f"        {line}" for line in _reading_lines(row))


def _reading_lines(row: MessageRow) -> Iterator[str]:
    if row.direction == Direction.OUTGOING:
        return
    doubt = "" if row.confident else ", not sure"
    source = "your word" if row.corrected else f"{row.confidence:.0%}{doubt}"
    yield f"{row.kind} ({source}) {row.message_id}"
    rules = [*row.evidence_rules, *[""] * len(row.evidence)]
    for phrase, rule in zip(row.evidence, rules, strict=False):
        yield f"“{phrase}”{f' ({rule})' if rule else ''}"


def explain_message(house: House, message_id: str) -> Iterator[str] | None:
    """The lines of `show` for one message, of an application or not; None if it is not known."""
    with house.database.session() as session:
        wanted = f"<{message_id.strip().strip('<>')}>"
        row = session.scalars(select(MessageRow).where(MessageRow.message_id == wanted)).first()
        return iter(list(_one_message(house, row))) if row is not None else None


def _one_message(house: House, row: MessageRow) -> Iterator[str]:
    local = house.preferences.calendar.local(row.received_at)
    yield row.subject or "(no subject)"
    yield f"{local:%a %Y-%m-%d %H:%M}, {'from' if row.direction == Direction.INCOMING else 'sent by'} {row.sender_email or '?'}"
    yield from _reading_lines(row)
    application = row.thread.application
    if application is None:
        yield f"conversation {row.thread_id} belongs to no application; `afterword move` puts it into one"
        return
    about = " · ".join(filter(None, (application.company or "unknown company", application.role)))
    yield f"conversation {row.thread_id} belongs to {about} because: {row.thread.grouped_by or 'it began with it'}"


def _word_lines(case: Case) -> Iterator[str]:
    if case.application.words:
        yield ""
        yield "Your own words"
    for word in case.application.words:
        said = " ".join(filter(None, (word.text, word.email, word.day.isoformat() if word.day else "")))
        said += f" {_when(case, word.start)}" if word.start else ""
        yield f"  {_when(case, word.at)} {word.kind} {said}".rstrip()


def _draft_lines(session: Session, case: Case) -> Iterator[str]:
    rows = session.scalars(
        select(DraftRow)
        .join(FollowUpRow, FollowUpRow.id == DraftRow.follow_up_id)
        .where(FollowUpRow.application_id == int(case.application.key))
        .order_by(DraftRow.intended_at)
    ).all()
    yield ""
    yield "Drafts" if rows else "Drafts: none so far"
    for row in rows:
        follow_up = row.follow_up
        rule = _cited(follow_up.rule, ARTICLES[follow_up.rule])
        yield f"  {_when(case, row.intended_at)} {rule}: {follow_up.kind} to {follow_up.contact_email}"
        yield f"      {_STATES[row.state]} since {_when(case, row.state_since)}"


def _refused(session: Session, wanted: list[FollowUp]) -> Mapping[str, str]:
    """Why the linter refused the text of a follow-up that has no draft, by its identity."""
    known = select(FollowUpRow).where(FollowUpRow.identity.in_([follow_up.identity for follow_up in wanted]))
    return {row.identity: row.refused for row in session.scalars(known) if row.refused and not row.drafts}


def _wanted_lines(case: Case, wanted: list[FollowUp], refused: Mapping[str, str]) -> Iterator[str]:
    yield ""
    yield "What the playbook says"
    if case.silenced:
        yield f"  nothing is made any more: {'paused' if case.standing.paused else case.standing.state}"
    for follow_up in wanted:
        rule = _cited(follow_up.rule, follow_up.articles)
        yield f"  {rule}: {follow_up.kind} to {follow_up.contact.email}, {_fate(case, follow_up, refused)}"


def _fate(case: Case, follow_up: FollowUp, refused: Mapping[str, str]) -> str:
    if case.draft_lives(follow_up):
        return "its draft lies there"
    if follow_up.doubtful:
        return "held back: the verdict behind it is not sure enough; tell with `afterword correct`"
    if follow_up.due_at > case.now:
        return f"due {_when(case, follow_up.due_at)}"
    if follow_up.listed_only:
        return f"fell due {_when(case, follow_up.due_at)}, before the first cycle: listed only"
    if follow_up.expires_at is not None and follow_up.expired(case.now):
        return f"expired {_when(case, follow_up.expires_at)}"
    if follow_up.identity in refused:
        return f"held back: our own check refused its text: {refused[follow_up.identity]}"
    return "to be saved in the next cycle"


def _cited(rule: str, articles: tuple[str, ...]) -> str:
    return f"{rule} (article{'s' if len(articles) > 1 else ''} {', '.join(articles)})" if articles else rule


def _when(case: Case, instant: datetime) -> str:
    return f"{case.preferences.calendar.local(instant):%a %Y-%m-%d %H:%M}"
