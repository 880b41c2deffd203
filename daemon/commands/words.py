"""The user's own words: they count in the next cycle and win over what was read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.facts import extract
from classifiers.reading import Context, MessageKind
from daemon.commands.applications import meant
from daemon.commands.surroundings import Surroundings
from daemon.config_values import EmailAddress
from daemon.errors import UserError
from daemon.mail.message import Message
from daemon.playbook.history import UserWord, WordKind
from daemon.state.applications import NAME_LENGTH, regroup
from daemon.state.history import load_history
from daemon.state.models import CorrectionRow, MessageRow, NoteRow, PlacementRow

_SAID = {
    WordKind.ACCEPT: "noted: you accepted {company}; the next cycle drafts a graceful withdrawal to every other open one",
    WordKind.CLOSE: "noted: {company} is closed; nothing more is made for it",
    WordKind.REOPEN: "noted: {company} is open again",
    WordKind.PAUSE: "noted: nothing is made for {company} until `afterword reopen`",
    WordKind.NO_SHOW: "noted: the last interview with {company} did not take place; nobody is thanked for it",
    WordKind.EXPECT: "noted: an answer from {company} is expected by {day}",
    WordKind.INTERVIEW: "noted: interview with {company} on {start}",
    WordKind.CONTACT: "noted: {text} <{email}> belongs to {company}",
    WordKind.NOTE: "noted, for your eyes only, about {company}",
    WordKind.MENTION: "noted: drafts to {company} may mention it",
}


def say(surroundings: Surroundings, company: str, word: UserWord) -> str:
    """Keep what the user said about the application that he means; the confirmation in a line. Raises UserError."""
    with surroundings.house() as house, house.database.session() as session:
        application = meant(load_history(session), company)
        session.add(
            NoteRow(
                application_id=int(application.key),
                kind=word.kind,
                said_at=word.at,
                text=word.text,
                email=word.email,
                day=word.day,
                start=word.start,
                end=word.end,
            )
        )
        return _SAID[word.kind].format(
            company=application.company or "this application",
            day=word.day,
            start=word.start.astimezone(house.preferences.calendar.zone).strftime("%A %d %B %Y, %H:%M") if word.start else "",
            text=word.text,
            email=word.email,
        )


def correct(surroundings: Surroundings, message_id: str, kind: str) -> str:
    """Keep the kind that the user gives a message. Raises UserError for an unknown message or kind."""
    try:
        given = MessageKind(kind)
    except ValueError:
        raise UserError(f"{kind!r} is no kind of message; the kinds are: {', '.join(MessageKind)}") from None
    with surroundings.house() as house, house.database.session() as session:
        known = _message(session, message_id)
        session.add(CorrectionRow(message_id=known, kind=given, said_at=surroundings.now))
    return f"noted: {known} is {given}; the next cycle corrects what followed from it, and mail of the same form is read so"


def move(surroundings: Surroundings, message_id: str, company: str, *, new: bool) -> str:
    """Let a message's conversation belong to the application that the user means, or to a new one with that company's name.

    Raises UserError for an unknown message or company, and where it belongs there already.
    """
    with surroundings.house() as house, house.database.session() as session:
        known = _message(session, message_id)
        thread = session.scalars(select(MessageRow).where(MessageRow.message_id == known)).first()
        here = thread.thread if thread else None
        anchor, name = "", " ".join(company.split())[:NAME_LENGTH]
        if not new:
            application = meant(load_history(session), company)
            name = application.company or "this application"
            others = [message for message in application.messages if here is None or message.thread != str(here.id)]
            if here is not None and str(here.application_id) == application.key:
                raise UserError(f"{known} belongs to {name} already; `--new` makes it an application of its own")
            anchor = min(others, key=lambda message: message.at).message_id
        session.add(PlacementRow(message_id=known, anchor=anchor, company=name if new else "", said_at=surroundings.now))
        regroup(session, house.preferences.own_addresses)
    what = f"is an application of its own, with {name}" if new else f"belongs to {name}"
    return f"noted: the conversation of {known} {what}; the next cycle corrects what followed from it"


def _message(session: Session, message_id: str) -> str:
    wanted = f"<{message_id.strip().strip('<>')}>"
    if session.scalars(select(MessageRow.id).where(MessageRow.message_id == wanted)).first() is None:
        raise UserError(f"no message {wanted} is known; `afterword show COMPANY` lists the messages with their ids")
    return wanted


def expected_day(words: str, now: datetime, zone: ZoneInfo, country: str) -> date:
    """The day by which an answer is expected: an ISO date, or a time frame in words ("next Friday", "within two weeks")."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        pass
    local = now.astimezone(zone)
    for sentence in (f"We will get back to you {words}.", f"We will get back to you by {words}."):
        message = Message("<expect@missing.invalid>", "", None, now, date=local, text=sentence, new_text=sentence)
        promise = extract(message, MessageKind.HOLDING, Context(zone=zone, country=country)).promise
        if promise is not None and promise.until is not None:
            return promise.until
    raise UserError(f"{words!r} is no time that I understand; write a date like 2026-03-06, or words like 'next Friday'")


def stated_instant(words: str, zone: ZoneInfo) -> datetime:
    """An instant as the user writes it: ISO 8601, in his own zone where no offset is given. Raises UserError."""
    try:
        instant = datetime.fromisoformat(words.strip())
    except ValueError:
        raise UserError(f"{words!r} is no time; write it like '2026-03-02 14:30'") from None
    return (instant if instant.tzinfo else instant.replace(tzinfo=zone)).astimezone(UTC)


def stated_address(words: str) -> str:
    try:
        return TypeAdapter[str](EmailAddress).validate_python(words)
    except ValidationError:
        raise UserError(f"{words!r} is no e-mail address") from None
