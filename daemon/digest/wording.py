"""The digest's words: days and times as people say them, the names of kinds and states, and why a rule wants a draft.

Names of days and months are spelled here: the machine's locale must not change a mail's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from types import MappingProxyType

from classifiers.reading import MessageKind
from daemon.playbook.history import FollowUpKind
from daemon.playbook.standing import State

_EN_DASH = "\N{EN DASH}"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def counted(number: int, one: str, many: str) -> str:
    """ "1 draft", "2 drafts", and nothing for none."""
    if number == 0:
        return ""
    return f"{number} {one if number == 1 else many}"


def listed(names: tuple[str, ...]) -> str:
    """ "Ann", "Ann and Bo", "Ann, Bo and Cy"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def day_in_words(day: date) -> str:
    """ "Tue 3 March"."""
    return f"{_WEEKDAYS[day.weekday()][:3]} {month_day(day)}"


def weekday_in_words(day: date) -> str:
    """ "Tuesday"."""
    return _WEEKDAYS[day.weekday()]


def month_day(day: date) -> str:
    """ "3 March"."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def full_day_in_words(day: date) -> str:
    """ "Tuesday, 3 March 2026"."""
    return f"{_WEEKDAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Clock:
    """How instants and dates read on `today` in the user's `zone`."""

    today: date
    zone: tzinfo

    def day(self, day: date) -> str:
        """ "today", "tomorrow", "yesterday", "Tue 3 March"; with the year where it is another one."""
        near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - self.today).days)
        if near:
            return near
        return day_in_words(day) if day.year == self.today.year else f"{day_in_words(day)} {day.year}"

    def time(self, instant: datetime) -> str:
        """ "14:30" in the user's zone."""
        return f"{instant.astimezone(self.zone):%H:%M}"

    def date(self, instant: datetime) -> date:
        """The user's date at that instant."""
        return instant.astimezone(self.zone).date()

    def instant(self, instant: datetime) -> str:
        """ "today, 14:30", "Tue 3 March, 14:30"."""
        return f"{self.day(self.date(instant))}, {self.time(instant)}"

    def span(self, start: datetime, end: datetime | None) -> str:
        """ "tomorrow, 14:30-15:30" (with an en dash); an end on another day is written with its day."""
        if end is None:
            return self.instant(start)
        if self.date(end) == self.date(start):
            return f"{self.instant(start)}{_EN_DASH}{self.time(end)}"
        return f"{self.instant(start)} {_EN_DASH} {self.instant(end)}"


FOLLOW_UP_NAMES: Mapping[FollowUpKind, str] = MappingProxyType(
    {
        FollowUpKind.THANK_YOU: "Thank-you",
        FollowUpKind.STATUS_CHECK: "Status check",
        FollowUpKind.HOLDING_REPLY: "Patient reply",
        FollowUpKind.SEASONAL_GREETING: "Seasonal greeting",
        FollowUpKind.REJECTION_THANKS: "Gracious reply",
        FollowUpKind.KEEP_IN_TOUCH: "Staying in touch",
        FollowUpKind.WITHDRAWAL: "Withdrawal",
        FollowUpKind.REFERENCE_NOTICE: "Note to a reference",
    }
)

MESSAGE_NAMES: Mapping[MessageKind, str] = MappingProxyType(
    {
        MessageKind.INTERVIEW_CONFIRMATION: "interview confirmed",
        MessageKind.HOLDING: "they ask for patience",
        MessageKind.REJECTION: "a no",
        MessageKind.INTERVIEW_INVITATION: "invitation to an interview",
        MessageKind.INTERVIEW_CANCELLED: "interview called off",
        MessageKind.APPLICATION_RECEIVED: "application received",
        MessageKind.ASSESSMENT: "assessment",
        MessageKind.OFFER: "an offer",
        MessageKind.OUTREACH: "a recruiter writes",
        MessageKind.OTHER: "no step in the process",
    }
)

STATES_UNDER_WAY: Mapping[State, str] = MappingProxyType(
    {
        State.APPLIED: "Applied",
        State.INVITED: "Invited",
        State.INTERVIEW_SCHEDULED: "Interview ahead",
        State.INTERVIEWED: "Interviewed",
        State.WAITING: "They decide",
        State.OFFER: "Offer",
    }
)
"""The states of an application that is alive, in the order of a hiring process."""

STATES_ENDED: Mapping[State, str] = MappingProxyType(
    {
        State.ACCEPTED: "accepted",
        State.WITHDRAWN: "withdrawn",
        State.MOVED_ON: "moved on",
        State.REJECTED: "not chosen",
        State.CLOSED: "closed",
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule of the PLAYBOOK wants a draft, and the articles that say so."""

    text: str
    articles: tuple[str, ...]


REASONS: Mapping[str, Reason] = MappingProxyType(
    {
        "T1": Reason("Your interview is over. Thanks count most within a day.", ("002", "003", "004")),
        "T3": Reason("No person was in that interview. A note from you puts one into your application.", ("003",)),
        "S1": Reason("You have waited long enough: one polite question is welcome now.", ("002", "003", "004")),
        "S2": Reason("Your first question met a week of silence. This is the second and the last.", ("002", "003", "004")),
        "H1": Reason("They need more time. Show that you are patient, and ask nothing.", ("004",)),
        "H3": Reason("They will decide after the holidays. A greeting before that keeps you in mind.", ("002",)),
        "R1": Reason("A kind answer to a no is remembered when the next position opens.", ("001", "003")),
        "R2": Reason("A month has passed since their decision. One short sign of life, and only one.", ("000",)),
        "O2": Reason("You accepted another offer. Leave gracefully, with the door open.", ("004",)),
        "F1": Reason("They will ask your references, who should hear of it from you first.", ("004",)),
    }
)
"""By the rule's number in the PLAYBOOK."""


def with_articles(text: str, articles: tuple[str, ...]) -> str:
    """The text and, before its last mark, the articles behind it: "It is over (articles 002, 004)."."""
    if not articles:
        return text
    mark = text[-1:] if text.endswith((".", ":")) else ""
    return f"{text.removesuffix(mark)} ({'article' if len(articles) == 1 else 'articles'} {', '.join(articles)}){mark}"
