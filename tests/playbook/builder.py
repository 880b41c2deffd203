"""Histories written by hand, in the user's own wall-clock time: `Story` collects messages and words, and asks for advice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from classifiers.reading import InterviewTime, MessageKind, Person, Promise
from daemon.mail.message import Address
from daemon.playbook.advise import advise
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import (
    Application,
    Direction,
    DraftState,
    FollowUpKind,
    History,
    PastDraft,
    PastMessage,
    UserWord,
    WordKind,
)
from daemon.playbook.preferences import Preferences

ZONE = ZoneInfo("America/New_York")
SAM = Address("Sam Rivera", "sam@rivera.example")
MEG = Address("Meg Ortiz", "meg@northwind.example")
TOM = Address("Tom Becker", "tom@northwind.example")
PREFERENCES = Preferences(
    calendar=WorkingCalendar(ZONE, "US", "NY"),
    own_addresses=frozenset({SAM.key}),
    references=(Address("Ada Reference", "ada@references.example"),),
)


def at(text: str) -> datetime:
    """An instant from the user's wall clock: "2026-03-02 14:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


def local(instant: datetime) -> str:
    return instant.astimezone(ZONE).strftime("%Y-%m-%d %H:%M")


@dataclass
class Story:
    """One application's history in the making."""

    key: str = "1"
    company: str | None = "Northwind"
    role: str | None = "Data Analyst"
    messages: list[PastMessage] = field(default_factory=list)
    words: list[UserWord] = field(default_factory=list)
    drafts: list[PastDraft] = field(default_factory=list)
    first_cycle_at: datetime | None = None
    others_moved_at: datetime | None = None

    def theirs(self, when: str, kind: MessageKind, sender: Address | None = MEG, **facts: Any) -> Story:
        number = len(self.messages) + 1
        human = facts.pop("human", sender is not None)
        self.messages.append(
            PastMessage(
                message_id=facts.pop("message_id", f"<{self.key}.{number}@northwind.example>"),
                thread=facts.pop("thread", "t1"),
                mailbox="personal",
                direction=Direction.INCOMING,
                at=at(when),
                sender=sender,
                recipients=(SAM,),
                subject="Data Analyst",
                kind=kind,
                confident=facts.pop("confident", True),
                human=human,
                reply_address=facts.pop("reply_address", sender if human else None),
                user_address=SAM.email,
                **facts,
            )
        )
        return self

    def mine(
        self,
        when: str,
        to: Address = MEG,
        follow_up_kind: FollowUpKind | None = None,
        follow_up: str = "",
        *,
        cc: tuple[Address, ...] = (),
        thread: str = "t1",
        human: bool = True,
    ) -> Story:
        number = len(self.messages) + 1
        self.messages.append(
            PastMessage(
                message_id=f"<{self.key}.{number}@rivera.example>",
                thread=thread,
                mailbox="personal",
                direction=Direction.OUTGOING,
                at=at(when),
                sender=SAM,
                recipients=(to, *cc),
                subject="Re: Data Analyst",
                kind=MessageKind.OTHER,
                confident=True,
                human=human,
                user_address=SAM.email,
                follow_up=follow_up,
                follow_up_kind=follow_up_kind,
            )
        )
        return self

    def sends(self, follow_up: FollowUp, when: str) -> Story:
        """The user sends our draft: its state, and the copy among the sent messages."""
        self.drafted(follow_up, when, DraftState.SENT)
        return self.mine(when, follow_up.contact, follow_up.kind, follow_up.identity)

    def confirmed(self, when: str, start: str, end: str | None = None, **facts: Any) -> Story:
        interview = InterviewTime(
            datetime.fromisoformat(start),
            datetime.fromisoformat(end) if end else None,
            "as stated",
            uid=facts.pop("uid", ""),
            sequence=facts.pop("sequence", 0),
            replaces=facts.pop("replaces", False),
            cancelled=facts.pop("cancelled", False),
        )
        kind = MessageKind.INTERVIEW_CANCELLED if interview.cancelled else MessageKind.INTERVIEW_CONFIRMATION
        return self.theirs(when, kind, facts.pop("sender", MEG), interview=interview, **facts)

    def held(self, when: str, until: date | None = None, **facts: Any) -> Story:
        promise = facts.pop("promise", Promise("soon", until) if until else None)
        return self.theirs(when, MessageKind.HOLDING, facts.pop("sender", MEG), promise=promise, **facts)

    def rejected(self, when: str, **facts: Any) -> Story:
        return self.theirs(when, MessageKind.REJECTION, facts.pop("sender", MEG), **facts)

    def says(self, when: str, kind: WordKind, **said: Any) -> Story:
        self.words.append(UserWord(kind, at(when), **said))
        return self

    def drafted(self, follow_up: FollowUp, when: str, state: DraftState = DraftState.UNTOUCHED) -> Story:
        self.drafts.append(
            PastDraft(
                follow_up.identity,
                follow_up.family,
                follow_up.kind,
                follow_up.rule,
                follow_up.contact.key,
                state,
                at(when),
                "personal",
                follow_up.send_by,
                follow_up.expires_at,
            )
        )
        return self

    @property
    def application(self) -> Application:
        return Application(
            self.key,
            self.company,
            self.role,
            tuple(self.messages),
            tuple(self.words),
            tuple(self.drafts),
            self.first_cycle_at,
            self.others_moved_at,
        )

    def case(self, now: str, preferences: Preferences = PREFERENCES) -> Case:
        return Case.of(self.application, at(now), preferences)

    def advice(self, now: str, preferences: Preferences = PREFERENCES) -> list[FollowUp]:
        """All that holds at that time of the user's."""
        return advise(History((self.application,)), at(now), preferences)

    def due(self, now: str, preferences: Preferences = PREFERENCES) -> list[FollowUp]:
        """What should lie in the drafts at that time."""
        return [f for f in self.advice(now, preferences) if f.due_at <= at(now) and f.is_made(at(now))]

    def rules(self, now: str) -> list[str]:
        return [follow_up.rule for follow_up in self.due(now)]


def only(follow_ups: list[FollowUp], rule: str) -> FollowUp:
    found = [follow_up for follow_up in follow_ups if follow_up.rule == rule]
    assert len(found) == 1, f"{rule}: {found}"
    return found[0]


def interviewed() -> Story:
    """An interview on Tuesday 3 March 2026, 14:00 to 15:00, confirmed by Meg on the Friday before."""
    return Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00")


def interviewer(address: Address) -> Person:
    return Person(address.name, address.email, interviewer=True)


def with_(preferences: Preferences = PREFERENCES, **changes: Any) -> Preferences:
    return replace(preferences, **changes)
