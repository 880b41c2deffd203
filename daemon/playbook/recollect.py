"""What the playbook ever wanted: for finding our own drafts again after the database was lost.

A draft's Message-ID follows from its follow-up, and a follow-up from the history; so going through the history once more, event
by event, names every draft that may lie in a mailbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from daemon.playbook.advise import advise_one
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Application, History
from daemon.playbook.preferences import Preferences

INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Recollection:
    """A follow-up that was wanted, and the application as it was known then."""

    follow_up: FollowUp
    application: Application


def recollect(history: History, now: datetime, preferences: Preferences) -> Iterator[Recollection]:
    """Every follow-up that was due at some instant up to `now`, each wording once."""
    for application in history.hiring:
        forgetful = replace(application, drafts=(), first_cycle_at=None)
        seen: set[str] = set()
        for moment in _moments(forgetful, now, preferences):
            case = Case.of(forgetful, moment, preferences)
            for follow_up in advise_one(case):
                if follow_up.due_at <= moment and follow_up.identity not in seen:
                    seen.add(follow_up.identity)
                    yield Recollection(follow_up, case.application)


def _moments(application: Application, now: datetime, preferences: Preferences) -> list[datetime]:
    """When advice may have changed: at each event, and whenever something fell due before the next one."""
    said = {message.at for message in application.messages} | {word.at for word in application.words}
    events = sorted(instant for instant in said if instant <= now)
    moments: set[datetime] = set()
    for event, following in zip(events, [*events[1:], now], strict=True):
        upcoming: datetime | None = event
        while upcoming is not None:
            moments.add(upcoming)
            case = Case.of(application, upcoming, preferences)
            wanted = advise_one(case)
            ahead = [follow_up.due_at for follow_up in wanted] + [interview.end for interview in case.interviews_ahead]
            # one that expires may have kept another back
            ahead += [follow_up.expires_at + INSTANT for follow_up in wanted if follow_up.expires_at]
            upcoming = min((instant for instant in ahead if case.now < instant <= following), default=None)
    return sorted(moments)
