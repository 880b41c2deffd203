"""What one digest says, as frozen facts; no word of its layout is in here.

The cycle fills a `DigestContent` from the history. Every text may come from strangers and arrives as it is: cleaning,
cutting and escaping belong to `page` and `render`. Instants are aware and in UTC; dates are the user's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from zoneinfo import ZoneInfo

from classifiers.reading import MessageKind
from daemon.digest.wording import counted, day_in_words
from daemon.mail.message import Address
from daemon.playbook.history import FollowUpKind
from daemon.playbook.standing import State


class WaitingKind(StrEnum):
    """What they wait for (PLAYBOOK D0)."""

    INVITATION = "invitation"
    ASSESSMENT = "assessment"
    QUESTION = "question"
    OFFER = "offer"

    @classmethod
    def of(cls, kind: MessageKind) -> WaitingKind:
        """What a message of this kind waits for; whatever is no invitation, assessment or offer asks a question."""
        return {
            MessageKind.INTERVIEW_INVITATION: cls.INVITATION,
            MessageKind.ASSESSMENT: cls.ASSESSMENT,
            MessageKind.OFFER: cls.OFFER,
        }.get(kind, cls.QUESTION)


@dataclass(frozen=True, slots=True)
class WaitingForYou:
    """Something of theirs that the user has not answered yet. `answer_by` is the day that they named, if any, and `phrase` the
    words that name it. `link` opens the message, '' where no link can."""

    company: str | None
    role: str | None
    kind: WaitingKind
    subject: str
    since: datetime
    answer_by: date | None = None
    sender: Address | None = None
    mailbox: str = ""
    phrase: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class DraftToReview:
    """A draft of ours that lies untouched in the user's drafts.

    `rule` is its number in the PLAYBOOK ("T1"). `late`: its `send_by` or its expiry has passed. `link` opens it in its
    conversation, '' where only its folder can be named.
    """

    company: str | None
    role: str | None
    kind: FollowUpKind
    rule: str
    recipient: Address
    subject: str
    mailbox: str
    folder: str
    saved_at: datetime
    send_by: datetime | None = None
    late: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class ReadyToday:
    """A draft that will be saved later today (PLAYBOOK D5)."""

    company: str | None
    role: str | None
    kind: FollowUpKind
    due_at: datetime
    recipient: Address | None = None
    send_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class InterviewAhead:
    """An interview today, tomorrow or on the next working day.

    `remind_questions`: D1's questions stand beside it, so they need no `Advice` of their own.
    """

    company: str | None
    role: str | None
    start: datetime
    end: datetime | None = None
    with_whom: tuple[str, ...] = ()
    remind_questions: bool = False


class ComingKind(StrEnum):
    """What may lie ahead: a draft falls due, an interview, the end of the time they gave, the last day to answer them."""

    DRAFT = "draft"
    INTERVIEW = "interview"
    PROMISE = "promise"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing of the fourteen days after today. `at` is its instant where it has one; `follow_up` the kind of a draft."""

    on: date
    kind: ComingKind
    company: str | None
    role: str | None = None
    at: datetime | None = None
    follow_up: FollowUpKind | None = None


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A message that came in and how it was read. Rejections are not news: they stand in `rejections`."""

    company: str | None
    subject: str
    kind: MessageKind
    sender: Address | None
    at: datetime
    confident: bool = True


@dataclass(frozen=True, slots=True)
class DoubtfulReading:
    """A message that was read without confidence; the user is asked for its kind.

    `guess` is the likeliest kind, `phrase` what spoke for it, `held_back` the draft that waits for the user's word, `link` opens
    the message.
    """

    message_id: str
    company: str | None
    subject: str
    sender: Address | None
    at: datetime
    guess: MessageKind
    phrase: str = ""
    held_back: FollowUpKind | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class MovedOn:
    """An application that two unanswered checks have brought to an end (PLAYBOOK S3). Said once."""

    company: str | None
    role: str | None
    last_check_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ListedOnly:
    """A follow-up that fell due before the first cycle: listed, not drafted."""

    company: str | None
    role: str | None
    kind: FollowUpKind
    due_at: datetime
    recipient: Address | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """Something worth doing that is no draft (PLAYBOOK D1 to D4), made by `daemon.digest.advice`.

    `ready` is a text ready to paste, `commands` are lines for the shell, `articles` the numbers of the articles behind it.
    """

    title: str
    text: str
    ready: str = ""
    questions: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A no. `thanks_drafted`: a thank-you for it lies in the drafts."""

    company: str | None
    role: str | None
    at: datetime
    thanks_drafted: bool = False


@dataclass(frozen=True, slots=True)
class MailboxHealth:
    """How one mailbox fares. `problem` says in words what is wrong and what mends it, `since` when it began; `quarantined`
    messages were unreadable. A mailbox that is `ok` and was never read to its end is at its first look."""

    name: str
    ok: bool
    last_success: datetime | None
    problem: str = ""
    quarantined: int = 0
    quarantine_reasons: tuple[str, ...] = ()
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class UnknownInterviewer:
    """An interviewer known by name alone. `ask` is who arranged the interview and could tell the address."""

    name: str
    company: str | None
    role: str | None = None
    ask: Address | None = None


@dataclass(frozen=True, slots=True)
class NoDraft:
    """A follow-up that was due and has no draft; `why` says the reason in a sentence."""

    company: str | None
    role: str | None
    kind: FollowUpKind
    why: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A template of the user's own that is not used, or not always; `why` says what is wrong with it."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class DigestContent:
    """Everything that one digest says.

    `day` is the user's date and `zone` the name of the user's time zone (IANA), in which all instants are shown.
    `pipeline` counts the applications by state, `free_days` are those of the next two weeks on which nobody works.
    `ignored_count` is the number of messages since the last digest that concern no hiring process.
    """

    day: date
    zone: str
    first_name: str = ""
    waiting: tuple[WaitingForYou, ...] = ()
    drafts: tuple[DraftToReview, ...] = ()
    ready_today: tuple[ReadyToday, ...] = ()
    interviews: tuple[InterviewAhead, ...] = ()
    coming: tuple[Coming, ...] = ()
    news: tuple[NewsItem, ...] = ()
    doubtful: tuple[DoubtfulReading, ...] = ()
    advice: tuple[Advice, ...] = ()
    unknown_interviewers: tuple[UnknownInterviewer, ...] = ()
    moved_on: tuple[MovedOn, ...] = ()
    listed_only: tuple[ListedOnly, ...] = ()
    no_draft: tuple[NoDraft, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    mailboxes: tuple[MailboxHealth, ...] = ()
    templates: tuple[PassedOver, ...] = ()
    ignored_count: int = 0
    free_days: frozenset[date] = frozenset()
    pipeline: Mapping[State, int] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_empty(self) -> bool:
        """Nothing to do, nothing new and nothing wrong: what lies ahead, the pipeline and a healthy mailbox can wait."""
        return not (
            self.waiting
            or self.drafts
            or self.ready_today
            or self.interviews
            or self.news
            or self.doubtful
            or self.advice
            or self.unknown_interviewers
            or self.moved_on
            or self.listed_only
            or self.no_draft
            or self.rejections
            or self.templates
            or any(not mailbox.ok or mailbox.quarantined for mailbox in self.mailboxes)
        )

    @property
    def summary(self) -> str:
        """What matters today in one line of at most four parts, made of numbers alone: no stranger's text, and no rejection."""
        parts = [
            counted(len(self.waiting), "to answer", "to answer"),
            counted(len(self.drafts), "draft to review", "drafts to review"),
            *self._interview_counts(),
            counted(len(self.doubtful), "message to confirm", "messages to confirm"),
            counted(len(self.ready_today), "draft ready later today", "drafts ready later today"),
            counted(len(self.news), "new message", "new messages"),
        ]
        said = [part for part in parts if part][:3]
        failing = sum(not mailbox.ok for mailbox in self.mailboxes)
        if failing:
            said.append(counted(failing, "mailbox in trouble", "mailboxes in trouble"))
        if said:
            return ", ".join(said)
        return "All quiet" if self.is_empty else "Your search today"

    @property
    def headline(self) -> str:
        """The subject: the summary, and the date, without which mail clients would thread all digests together."""
        return f"{self.summary} · {day_in_words(self.day)}"

    def _interview_counts(self) -> tuple[str, ...]:
        zone = ZoneInfo(self.zone)
        days = [interview.start.astimezone(zone).date() for interview in self.interviews]
        today = days.count(self.day)
        tomorrow = days.count(self.day + timedelta(days=1))
        return (
            counted(today, "interview today", "interviews today"),
            counted(tomorrow, "interview tomorrow", "interviews tomorrow"),
            counted(len(days) - today - tomorrow, "interview ahead", "interviews ahead"),
        )
