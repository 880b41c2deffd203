"""Where an application stands: the state table of DESIGN, as a fold over all that happened up to now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from classifiers.reading import MessageKind
from daemon.playbook.history import Application, FollowUpKind, PastMessage, UserWord, WordKind
from daemon.playbook.interviews import Interview


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
    change: Callable[[State | None, State | None], State | None]
    """From (state now, last state that was still open) to the new state; None leaves it."""


def standing(
    application: Application, interviews: tuple[Interview, ...], moved_on_at: datetime | None, now: datetime
) -> Standing:
    """The state now and since when. `moved_on_at`: when the second unanswered status check was a week old (S3), if ever."""
    events = [
        *(_of_message(message) for message in application.messages),
        *(_of_word(word) for word in application.words),
        *(_Event(max(interview.end, interview.known_at), 1, _interview_over) for interview in interviews if interview.ended(now)),
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
    if state in (State.INTERVIEWED, State.WAITING) and moved_on_at is not None and since <= moved_on_at <= now:
        state, since = State.MOVED_ON, moved_on_at
    return Standing(state or State.APPLIED, since, _paused(application, now))


def _of_message(message: PastMessage) -> _Event:
    def change(state: State | None, _last_open: State | None) -> State | None:
        if not message.incoming:
            return State.WITHDRAWN if message.follow_up_kind is FollowUpKind.WITHDRAWAL else None
        if state in ENDED_BY_USER or message.kind is MessageKind.OTHER:
            return None
        allowed = _ONLY_FORWARD.get(message.kind)
        return _SAYS[message.kind] if allowed is None or state in allowed else None

    return _Event(message.at, 0, change)


def _of_word(word: UserWord) -> _Event:
    def change(state: State | None, last_open: State | None) -> State | None:
        match word.kind:
            case WordKind.ACCEPT:
                return State.ACCEPTED
            case WordKind.CLOSE:
                return State.CLOSED
            case WordKind.REOPEN if state in ENDED_BY_USER or state is State.REJECTED:
                return last_open or State.APPLIED
            case WordKind.NO_SHOW if state not in ENDED_BY_USER and state is not State.REJECTED:
                return State.INVITED
            case WordKind.INTERVIEW if state not in ENDED_BY_USER:
                return State.INTERVIEW_SCHEDULED
            case _:
                return None

    return _Event(word.at, 2, change)


def _interview_over(state: State | None, _last_open: State | None) -> State | None:
    if state in ENDED_BY_USER or state in (State.REJECTED, State.OFFER):
        return None
    return State.INTERVIEWED


def _paused(application: Application, now: datetime) -> bool:
    said = [w for w in application.words if w.at <= now and w.kind in (WordKind.PAUSE, WordKind.REOPEN)]
    return bool(said) and max(said, key=lambda word: word.at).kind is WordKind.PAUSE
