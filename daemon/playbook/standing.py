"""Where an application stands: the state table of DESIGN, as a fold over all that happened up to now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from classifiers.reading import MessageKind
from daemon.playbook.history import Application, FollowUpKind, PastMessage, UserWord, WordKind
from daemon.playbook.interviews import Interview, speaks_of_the_past
from daemon.playbook.preferences import Preferences


class State(StrEnum):
    APPLIED = "applied"
    INVITED = "invited"
    INTERVIEW_SCHEDULED = "interview_scheduled"
    INTERVIEWED = "interviewed"
    WAITING = "waiting"
    MOVED_ON = "moved_on"
    REJECTED = "rejected"
    OFFER = "offer"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


ENDED_BY_USER = frozenset({State.ACCEPTED, State.CLOSED, State.WITHDRAWN})
"""After these nothing is made any more; only `reopen` leads out of them."""

_DECIDED = frozenset({State.REJECTED, State.OFFER})

_SAYS = {
    MessageKind.APPLICATION_RECEIVED: State.APPLIED,
    MessageKind.OUTREACH: State.INVITED,
    MessageKind.ASSESSMENT: State.INVITED,
    MessageKind.INTERVIEW_INVITATION: State.INVITED,
    MessageKind.INTERVIEW_CANCELLED: State.INVITED,
    MessageKind.INTERVIEW_CONFIRMATION: State.INTERVIEW_SCHEDULED,
    MessageKind.HOLDING: State.WAITING,
    MessageKind.REJECTION: State.REJECTED,
    MessageKind.OFFER: State.OFFER,
}
_ONLY_FORWARD = {
    MessageKind.APPLICATION_RECEIVED: frozenset({None}),
    MessageKind.OUTREACH: frozenset({None, State.APPLIED}),
    MessageKind.ASSESSMENT: frozenset({None, State.APPLIED}),
}
"""The states from which these messages lead on; they never take a later one back."""


@dataclass(frozen=True, slots=True)
class Standing:
    state: State
    since: datetime
    paused: bool = False


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    order: int
    """Of what happens at one instant: messages first, then the user's words, then the clock."""
    change: Callable[[State | None, State | None], State | None]
    """From (state now, last state that was still open) to the new state; None leaves it."""


def standing(
    application: Application,
    interviews: tuple[Interview, ...],
    moved_on_at: datetime | None,
    now: datetime,
    preferences: Preferences,
) -> Standing:
    """The state now and since when. `moved_on_at`: when the second unanswered status check was a week old (S3), if ever."""
    pauses_only = _lifted_pauses(application.words)
    events = [
        *(_of_message(message, preferences) for message in application.messages),
        *(_of_word(word, pauses_only) for word in application.words),
        *(_Event(max(interview.end, interview.known_at), 2, _interview_over) for interview in interviews if interview.ended(now)),
    ]
    state: State | None = None
    last_open: State | None = None
    since = application.messages[0].at if application.messages else now
    for event in sorted((event for event in events if event.at <= now), key=lambda event: (event.at, event.order)):
        new = event.change(state, last_open)
        if new is not None and new is not state:
            state, since = new, event.at
        if state is not None and state not in ENDED_BY_USER and state is not State.REJECTED:
            last_open = state
        elif last_open is State.INTERVIEW_SCHEDULED and event.change is _interview_over:
            last_open = State.INTERVIEWED  # the clock goes on while a matter is closed
    if state in (State.INTERVIEWED, State.WAITING) and moved_on_at is not None and since <= moved_on_at <= now:
        state, since = State.MOVED_ON, moved_on_at
    return Standing(state or State.APPLIED, since, _paused(application, now))


def _of_message(message: PastMessage, preferences: Preferences) -> _Event:
    def change(state: State | None, _last_open: State | None) -> State | None:
        if not message.incoming:
            return State.WITHDRAWN if message.follow_up_kind is FollowUpKind.WITHDRAWAL else None
        if state in ENDED_BY_USER or message.kind is MessageKind.OTHER or speaks_of_the_past(message, preferences):
            return None
        allowed = _ONLY_FORWARD.get(message.kind)
        return _SAYS[message.kind] if allowed is None or state in allowed else None

    return _Event(message.at, 0, change)


def _of_word(word: UserWord, pauses_only: frozenset[UserWord]) -> _Event:
    ahead = word.start is not None and word.start > word.at

    def change(state: State | None, last_open: State | None) -> State | None:
        match word.kind:
            case WordKind.ACCEPT:
                return State.ACCEPTED
            case WordKind.CLOSE:
                return State.CLOSED
            case WordKind.REOPEN if state in ENDED_BY_USER or (state is State.REJECTED and word not in pauses_only):
                return last_open or State.APPLIED
            case WordKind.NO_SHOW if state not in ENDED_BY_USER | _DECIDED:
                return State.INVITED
            case WordKind.INTERVIEW if state not in ENDED_BY_USER and (ahead or state not in _DECIDED):
                return State.INTERVIEW_SCHEDULED
            case _:
                return None

    return _Event(word.at, 1, change)


def _interview_over(state: State | None, _last_open: State | None) -> State | None:
    return None if state in ENDED_BY_USER | _DECIDED else State.INTERVIEWED


def overrules(words: tuple[UserWord, ...], decided: PastMessage) -> bool:
    """Whether the user's word took back a rejection or an offer: an interview of his that lies after it does, and `reopen`
    does with a rejection. A `reopen` that only ended a pause does not."""
    if decided.kind not in (MessageKind.REJECTION, MessageKind.OFFER):
        return False
    pauses_only = _lifted_pauses(words)
    for word in words:
        reopens = word.kind is WordKind.REOPEN and word not in pauses_only and decided.kind is MessageKind.REJECTION
        meets_again = word.kind is WordKind.INTERVIEW and word.start is not None and word.start > word.at
        if word.at > decided.at and (reopens or meets_again):
            return True
    return False


def _lifted_pauses(words: tuple[UserWord, ...]) -> frozenset[UserWord]:
    """Those `reopen` that ended a pause."""
    paused, lifted = False, set[UserWord]()
    for word in sorted(words, key=lambda word: word.at):
        if word.kind is WordKind.REOPEN and paused:
            lifted.add(word)
        if word.kind in (WordKind.PAUSE, WordKind.REOPEN):
            paused = word.kind is WordKind.PAUSE
    return frozenset(lifted)


def _paused(application: Application, now: datetime) -> bool:
    said = [w for w in application.words if w.at <= now and w.kind in (WordKind.PAUSE, WordKind.REOPEN)]
    return bool(said) and max(said, key=lambda word: word.at).kind is WordKind.PAUSE
