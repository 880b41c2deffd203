"""What the playbook knows: the history of every application, as frozen facts.

`daemon.state` loads it from the database and tests write it by hand. Instants are aware and in UTC. Derived things
(which interviews stand, who the main contact is, what a message of the user's counts as) are *not* in here: they follow
from this, in `interviews.py`, `correspondence.py` and `standing.py`, the same way every time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from classifiers.reading import AnswerBy, Feedback, InterviewTime, MessageKind, Person, Promise, Register
from daemon.mail.message import Address


class Direction(StrEnum):
    INCOMING = "incoming"
    OUTGOING = "outgoing"


class FollowUpKind(StrEnum):
    THANK_YOU = "thank_you"
    STATUS_CHECK = "status_check"
    HOLDING_REPLY = "holding_reply"
    SEASONAL_GREETING = "seasonal_greeting"
    REJECTION_THANKS = "rejection_thanks"
    KEEP_IN_TOUCH = "keep_in_touch"
    WITHDRAWAL = "withdrawal"
    REFERENCE_NOTICE = "reference_notice"


@dataclass(frozen=True, slots=True)
class PastMessage:
    """One message of an application, in either direction, as it was read.

    `at` is the server's time. `human`: written by a person (always so for the user's own). `reply_address` is where an
    answer to it reaches a person, None where it reaches nobody. `user_address` is the one of the user's own addresses that it
    was sent to (or from). `agency`: its sender recruits for a client. `follow_up` is the identity of the follow-up of ours that
    the user sent with it, '' otherwise.
    """

    message_id: str
    thread: str
    mailbox: str
    direction: Direction
    at: datetime
    sender: Address | None
    recipients: tuple[Address, ...]
    subject: str
    kind: MessageKind
    confident: bool
    human: bool
    reply_address: Address | None = None
    in_reply_to: tuple[str, ...] = ()
    user_address: str = ""
    interview: InterviewTime | None = None
    promise: Promise | None = None
    people: tuple[Person, ...] = ()
    asks_answer: bool = False
    answer_by: AnswerBy | None = None
    agency: bool = False
    asks_references: bool = False
    machine_interview_completed: bool = False
    feedback: Feedback | None = None
    register: Register | None = None
    signed_as: str = ""
    follow_up: str = ""
    follow_up_kind: FollowUpKind | None = None

    @property
    def incoming(self) -> bool:
        return self.direction is Direction.INCOMING


class WordKind(StrEnum):
    """The user's own words, by the command that says them."""

    ACCEPT = "accept"
    CLOSE = "close"
    REOPEN = "reopen"
    PAUSE = "pause"
    NO_SHOW = "noshow"
    EXPECT = "expect"
    INTERVIEW = "interview"
    CONTACT = "contact"
    NOTE = "note"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class UserWord:
    """Something that the user said about an application, and when. It wins over what was read before it.

    `text` is the note, the phrase or the contact's name; `email` the contact's address; `day` the day of `expect`;
    `start` and `end` the interview.
    """

    kind: WordKind
    at: datetime
    text: str = ""
    email: str = ""
    day: date | None = None
    start: datetime | None = None
    end: datetime | None = None


class DraftState(StrEnum):
    """Where a draft of ours stands. `INTENDED` and `WITHDRAWING` are written down before the mailbox is touched, so that a
    crash in between is seen and finished in the next cycle."""

    INTENDED = "intended"
    UNTOUCHED = "untouched"
    EDITED = "edited"
    SENT = "sent"
    DISCARDED = "discarded"
    WITHDRAWING = "withdrawing"
    WITHDRAWN = "withdrawn"

    @property
    def final(self) -> bool:
        """Out of our hands: its follow-up is done and never made again."""
        return self in (DraftState.EDITED, DraftState.SENT, DraftState.DISCARDED)

    @property
    def live(self) -> bool:
        return self in (DraftState.INTENDED, DraftState.UNTOUCHED)


@dataclass(frozen=True, slots=True)
class PastDraft:
    """A draft of ours and what became of it. `family` is the follow-up's identity without its variations (see FollowUp)."""

    identity: str
    family: str
    kind: FollowUpKind
    rule: str
    contact: str
    state: DraftState
    saved_at: datetime
    mailbox: str = ""
    send_by: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """One hiring process: a company, a role, every message of every thread that belongs to it, and what the user said.

    `messages` are in order of time. `first_cycle_at` is when the program first looked at this application's mailbox:
    what fell due before that is listed, not saved. `others_moved_at` is the time of the latest message that began or moved
    *another* process with the same company (R3), None if there is none.
    """

    key: str
    company: str | None
    role: str | None
    messages: tuple[PastMessage, ...]
    words: tuple[UserWord, ...] = ()
    drafts: tuple[PastDraft, ...] = ()
    first_cycle_at: datetime | None = None
    others_moved_at: datetime | None = None

    @property
    def is_hiring(self) -> bool:
        """Whether any message of it is a step of a hiring process; not so once the user corrected the only one that was."""
        return any(message.incoming and message.kind is not MessageKind.OTHER for message in self.messages)


@dataclass(frozen=True, slots=True)
class History:
    """`applications` holds all that ever were, `hiring` those that still are."""

    applications: tuple[Application, ...]

    @property
    def hiring(self) -> tuple[Application, ...]:
        return tuple(application for application in self.applications if application.is_hiring)
