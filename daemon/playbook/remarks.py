"""What the playbook has to say where it makes no draft: reminders, questions to the user, and why there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from classifiers.reading import MessageKind
from daemon.playbook.articles import ARTICLES
from daemon.playbook.case import Case
from daemon.playbook.history import DraftState, FollowUpKind
from daemon.playbook.rules.thanks import address_of, interviewers
from daemon.playbook.standing import State


class RemarkKind(StrEnum):
    WAITING_FOR_YOU = "waiting_for_you"
    NO_DRAFT = "no_draft"
    ASK_ADDRESS = "ask_address"
    MOVED_ON = "moved_on"
    REMINDER = "reminder"
    ASK_USER = "ask_user"


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark on an application: the rule and articles it comes from, in words, since when, about which message."""

    kind: RemarkKind
    rule: str
    articles: tuple[str, ...]
    application: str
    text: str
    at: datetime
    message_id: str = ""


def remarks(case: Case) -> list[Remark]:
    """Everything to be said about one application at its instant, in the order of the rules."""
    if case.silenced:
        return []
    found = (_waiting, _unknown_addresses, _nobody_to_thank, _nobody_after_machine, _third_hold, _unsent_checks, _moved_on)
    return [remark for rule in found for remark in rule(case)]


def _waiting(case: Case) -> Iterator[Remark]:
    for message in case.correspondence.waiting_for_user():
        yield Remark(
            RemarkKind.WAITING_FOR_YOU, "D0", (), case.application.key, message.kind.value, message.at, message.message_id
        )


def _unknown_addresses(case: Case) -> Iterator[Remark]:
    for interview in case.ended_interviews:
        if interview.end + case.preferences.thank_you_expires < case.now or case.outcome is not None:
            continue
        for person in interviewers(case, interview):
            if person.name and address_of(case, person) is None:
                yield Remark(
                    RemarkKind.ASK_ADDRESS,
                    "T1",
                    ("004",),
                    case.application.key,
                    person.name,
                    interview.end,
                    interview.arranged_by,
                )


def _nobody_to_thank(case: Case) -> Iterator[Remark]:
    outcome = case.outcome
    if outcome is None or outcome.kind is not MessageKind.REJECTION or case.correspondence.main_contact is not None:
        return
    yield Remark(
        RemarkKind.NO_DRAFT,
        "R1",
        ARTICLES["R1"],
        case.application.key,
        "The rejection came from an address that nobody reads, and no person of theirs ever wrote: there is nobody to thank.",
        outcome.at,
        outcome.message_id,
    )


def _nobody_after_machine(case: Case) -> Iterator[Remark]:
    if case.correspondence.main_contact is not None:
        return
    for message in case.correspondence.theirs:
        if message.machine_interview_completed and message.at + case.preferences.thank_you_expires > case.now:
            yield Remark(
                RemarkKind.NO_DRAFT,
                "T3",
                ARTICLES["T3"],
                case.application.key,
                "A machine led the interview and no person is known yet: there is nobody to write to.",
                message.at,
                message.message_id,
            )


def _third_hold(case: Case) -> Iterator[Remark]:
    if case.anchor is not None and case.holds_in_a_row >= case.preferences.holds_before_asking:
        yield Remark(
            RemarkKind.ASK_USER,
            "H2",
            ARTICLES["H2"],
            case.application.key,
            f"They have asked for patience {case.holds_in_a_row} times. No further status check is drafted unless you say when "
            "to expect an answer (afterword expect).",
            case.anchor.at,
        )


def _unsent_checks(case: Case) -> Iterator[Remark]:
    for draft in case.application.drafts:
        lies = draft.state in (DraftState.UNTOUCHED, DraftState.EDITED)
        if (
            draft.kind is FollowUpKind.STATUS_CHECK
            and lies
            and draft.saved_at < case.preferences.calendar.days_later(case.now, -1)
        ):
            yield Remark(
                RemarkKind.REMINDER,
                "S4",
                ARTICLES["S4"],
                case.application.key,
                "The status check still lies in your drafts; nothing more of that kind is made until you have decided about it.",
                draft.saved_at,
            )


def _moved_on(case: Case) -> Iterator[Remark]:
    if case.standing.state is State.MOVED_ON:
        yield Remark(
            RemarkKind.MOVED_ON,
            "S3",
            ARTICLES["S3"],
            case.application.key,
            "Two polite questions and a week of silence: let it rest, and keep applying elsewhere.",
            case.standing.since,
        )
