"""`threads` and `export`: what is known of every thread, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select

from daemon.house import House
from daemon.playbook.advise import advise
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.interviews import Interview
from daemon.state.history import load_history
from daemon.state.models import ThreadRow

Row = dict[str, Any]


def thread_rows(house: House, now: datetime) -> list[Row]:
    """One row a thread that belongs to an application, as `threads --json` prints it. Instants carry the user's offset."""
    with house.database.session() as session:
        history = load_history(session)
        threads = {str(row.id): (row.subject, row.mailbox.name) for row in session.scalars(select(ThreadRow)).all()}
    wanted = advise(history, now, house.preferences)
    rows: list[Row] = []
    for application in history.hiring:
        case = Case.of(application, now, house.preferences)
        row = _application_row(case, [f for f in wanted if f.application == application.key])
        for thread in dict.fromkeys(message.thread for message in application.messages):
            subject, mailbox = threads[thread]
            rows.append({"id": thread, **row, "subject": subject, "mailbox": mailbox})
    return rows


def _application_row(case: Case, wanted: list[FollowUp]) -> Row:
    contact = case.correspondence.main_contact
    interview = _interview(case)
    upcoming = next(iter(_not_drafted(case, wanted)), None)
    return {
        "company": case.application.company,
        "role": case.application.role,
        "state": case.standing.state.value,
        "since": _local(case, case.standing.since),
        "subject": "",
        "mailbox": "",
        "main_contact": {"name": contact.name, "email": contact.email} if contact else None,
        "interview": {"start": _local(case, interview.start), "end": _local(case, interview.end)} if interview else None,
        "promise_until": case.time_frame.until.isoformat() if case.time_frame else None,
        "next": {"kind": upcoming.kind.value, "due_at": _local(case, upcoming.due_at)} if upcoming else None,
        "follow_ups_sent": len(case.status_checks),
    }


def _interview(case: Case) -> Interview | None:
    """The next interview, else the last one."""
    standing = [interview for interview in case.interviews if interview.standing]
    return next((interview for interview in standing if interview.end > case.now), standing[-1] if standing else None)


def _not_drafted(case: Case, wanted: list[FollowUp]) -> Iterator[FollowUp]:
    """What is still to be drafted, by due date."""
    for follow_up in wanted:
        if follow_up.is_made(case.now) and not case.draft_lives(follow_up):
            yield follow_up


def _local(case: Case, instant: datetime) -> str:
    return case.preferences.calendar.local(instant).isoformat()
