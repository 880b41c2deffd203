"""What reading a message yields: a `Verdict` on its kind and the `Facts` found in it. Types only, no behaviour.

The rules of `classifiers` fill these today; a trained model may fill them tomorrow. Whoever consumes a `Reading` sees no
difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from daemon.mail.message import Address


class MessageKind(StrEnum):
    """The ten kinds of message in a hiring process.

    `holding` is a *person* who tells the candidate to wait; the automatic "we received your application" is
    `application_received`. A reschedule to a new fixed time is `interview_confirmation`; a cancellation, or a reschedule
    without a new time, is `interview_cancelled`. `other` is everything that is no step of the user's own hiring process.
    """

    INTERVIEW_CONFIRMATION = "interview_confirmation"
    HOLDING = "holding"
    REJECTION = "rejection"
    INTERVIEW_INVITATION = "interview_invitation"
    INTERVIEW_CANCELLED = "interview_cancelled"
    APPLICATION_RECEIVED = "application_received"
    ASSESSMENT = "assessment"
    OFFER = "offer"
    OUTREACH = "outreach"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Context:
    """What the reader may know beside the message itself. Everything is optional; `classify` from the shell knows nothing.

    `own_addresses` are casefolded. `zone` is the user's, used to turn calendar instants into the user's dates; text times
    without a zone stay naive.
    """

    own_addresses: frozenset[str] = frozenset()
    own_name: str = ""
    outgoing: bool = False
    zone: tzinfo | None = None
    country: str = ""
    previous_kind: MessageKind | None = None
    known_company: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a verdict: the phrase as it stands in the message (at most 120 characters) and the rule that saw it."""

    phrase: str
    rule: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a message. `confidence` is between 0 and 1; `confident` means: good enough to write a draft on."""

    kind: MessageKind
    confidence: float
    confident: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class InterviewTime:
    """A fixed appointment that a message states.

    `start` and `end` are aware where a zone is stated and naive otherwise (the user's zone is meant). `end` is None where
    neither an end nor a duration is given. `replaces` says that the message moves an appointment ("rescheduled").
    `cancelled` says that the calendar part calls it off. `uid` and `sequence` come from the calendar part.
    """

    start: datetime
    end: datetime | None
    phrase: str
    uid: str = ""
    sequence: int = 0
    replaces: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """A time frame in which they said they would be back.

    `until` is the last day of the window, resolved against the date of the message (or of the interview where it says so).
    `after_interview_days` is set instead of a resolved date where the window counts from "the interview" and the message
    does not say when that is. `holiday` holds their own word for the holiday that the wait is put down to, `holiday_begins`
    its first day; `until` is then the holiday's last day. `absence` marks an out-of-office, `until` its last day.
    """

    phrase: str
    until: date | None
    after_interview_days: int | None = None
    holiday: str = ""
    holiday_begins: date | None = None
    absence: bool = False


@dataclass(frozen=True, slots=True)
class AnswerBy:
    """The last day on which they want something of the user, on the writer's calendar, and the words that say so."""

    phrase: str
    day: date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the other side whom the message names. `interviewer`: is said to meet the user."""

    name: str
    email: str = ""
    interviewer: bool = False
    title: str = ""
    hiring_manager: bool = False


class Feedback(StrEnum):
    """What a rejection says about feedback: they gave some, or they say that they give none."""

    GIVEN = "given"
    REFUSED = "refused"


class Register(StrEnum):
    """How the sender addresses the user: "Hi Sam" or "Dear Ms Rivera"."""

    FIRST_NAME = "first_name"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a message says beside its kind. Whatever is not known for sure is None, empty or False: never guessed."""

    company: str | None = None
    role: str | None = None
    requisition: str | None = None
    interview: InterviewTime | None = None
    promise: Promise | None = None
    people: tuple[Person, ...] = ()
    written_by_person: bool = False
    reply_address: Address | None = None
    """Where an answer would reach a person; None for no-reply addresses, robots and lists."""
    asks_answer: bool = False
    """It asks something of the user: a question, a choice of times, a document, a decision."""
    answer_by: AnswerBy | None = None
    """By when they want that, or until when what they offer holds."""
    asks_references: bool = False
    machine_interview_completed: bool = False
    feedback: Feedback | None = None
    register: Register | None = None
    signed_as: str = ""
    """The name under which the sender signs, e.g. "Meg"."""
    interview_by_agency: bool = False
    more_interviews: tuple[InterviewTime, ...] = ()
    """Further interviews that the message fixes beside `interview`, in the order of time. The items of an agenda are one."""
    arranger: str = ""
    """Whoever arranges: the person who sends the message, by the fullest name it gives; '' where a machine or a team sends."""


@dataclass(frozen=True, slots=True)
class Reading:
    verdict: Verdict
    facts: Facts
