"""The playbook's entry: `advise(history, now, preferences)` says which follow-ups hold, due or not yet.

The same history gives the same advice, however many cycles ran. What is returned *holds*: its reason is there and it is not
done. Whether it is due, expired, doubtful or only to be listed, it says itself; `daemon.reconcile` acts on that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from classifiers.reading import MessageKind
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import History, WordKind
from daemon.playbook.preferences import Preferences
from daemon.playbook.rules.endings import keep_in_touch, rejection_thanks, withdrawal
from daemon.playbook.rules.references import reference_notice
from daemon.playbook.rules.thanks import machine_led, thank_you
from daemon.playbook.rules.waiting import holding_reply, seasonal_greeting, status_check

RULES = (rejection_thanks, thank_you, machine_led, holding_reply, seasonal_greeting, status_check, keep_in_touch)
STRENGTH = ("O2", "R1", "T1", "T3", "H1", "H3", "S2", "S1", "R2")
NOT_BEFORE_FIRST_CYCLE = frozenset({"S1", "S2", "H3", "R2"})


def advise(history: History, now: datetime, preferences: Preferences) -> list[FollowUp]:
    """All follow-ups that hold at `now`, by due date."""
    cases = [Case.of(application, now, preferences) for application in history.hiring]
    accepted = _accepted(cases)
    follow_ups: list[FollowUp] = []
    for case in cases:
        follow_ups += advise_one(case, accepted)
    return sorted(follow_ups, key=lambda follow_up: (follow_up.due_at, follow_up.identity))


def advise_one(case: Case, accepted: tuple[str, datetime] | None = None) -> list[FollowUp]:
    """The follow-ups of one application. `accepted`: which application the user accepted, and when, if he did."""
    if case.silenced:
        return []
    if accepted and accepted[0] != case.application.key and case.open_with_person and not _kept_open(case, accepted[1]):
        return list(withdrawal(case, accepted[1]))
    rules = () if _stopped_by_offer(case) else RULES
    wanted = [follow_up for rule in (*rules, reference_notice) for follow_up in rule(case)]
    return _one_at_a_time(case, [_first_start(case, follow_up) for follow_up in wanted])


def _accepted(cases: Iterable[Case]) -> tuple[str, datetime] | None:
    said = [
        (case.application.key, word.at)
        for case in cases
        for word in case.application.words
        if word.kind is WordKind.ACCEPT and case.standing.state.value == "accepted"
    ]
    return max(said, key=lambda entry: entry[1], default=None)


def _kept_open(case: Case, accepted_at: datetime) -> bool:
    """The user's own word wins: a process that he reopened after accepting another offer goes on."""
    return any(word.kind is WordKind.REOPEN and word.at > accepted_at for word in case.application.words)


def _stopped_by_offer(case: Case) -> bool:
    """O1: an offer stops everything (article 004)."""
    return case.outcome is not None and case.outcome.kind is MessageKind.OFFER


def _first_start(case: Case, follow_up: FollowUp) -> FollowUp:
    first = case.application.first_cycle_at
    if first is not None and follow_up.rule in NOT_BEFORE_FIRST_CYCLE and follow_up.due_at < first:
        return replace(follow_up, listed_only=True)
    return follow_up


def _one_at_a_time(case: Case, wanted: list[FollowUp]) -> list[FollowUp]:
    """Of those due now, only the strongest for each contact.

    One that lies there expired gives way to any that has not; what is neither made any more nor lies there stands in nobody's
    way.
    """
    strongest: dict[str, FollowUp] = {}
    kept: list[FollowUp] = []
    for follow_up in wanted:
        if follow_up.due_at > case.now or follow_up.rule not in STRENGTH or not _takes_room(case, follow_up):
            kept.append(follow_up)
            continue
        rival = strongest.get(follow_up.contact.key)
        if rival is None or _rank(case, follow_up) < _rank(case, rival):
            strongest[follow_up.contact.key] = follow_up
    return kept + list(strongest.values())


def _takes_room(case: Case, follow_up: FollowUp) -> bool:
    return follow_up.is_made(case.now) or case.draft_lives(follow_up)


def _rank(case: Case, follow_up: FollowUp) -> tuple[bool, int, float, str]:
    return (
        not follow_up.is_made(case.now),
        STRENGTH.index(follow_up.rule),
        -follow_up.due_at.timestamp(),
        follow_up.identity,
    )
