"""What should be against what is: the difference between the follow-ups that hold and the drafts that lie there. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Application, DraftState, History, PastDraft


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A draft that no longer holds, and why, in words."""

    draft: PastDraft
    application: str
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do in the mailboxes, in this order."""

    withdrawals: tuple[Withdrawal, ...]
    saves: tuple[FollowUp, ...]


def reconcile(wanted: list[FollowUp], history: History, now: datetime) -> Plan:
    """The difference at `now`. Drafts that the user edited, sent or threw away never appear in it."""
    by_identity = {follow_up.identity: follow_up for follow_up in wanted}
    withdrawals: list[Withdrawal] = []
    lying: set[str] = set()
    for application in history.applications:
        for draft in application.drafts:
            reason = _why_withdraw(draft, application, by_identity.get(draft.identity), now)
            if reason:
                withdrawals.append(Withdrawal(draft, application.key, reason))
            elif draft.state is DraftState.UNTOUCHED:
                lying.add(draft.identity)
    going = {withdrawal.draft.identity for withdrawal in withdrawals}
    due = [follow_up for follow_up in wanted if follow_up.due_at <= now and follow_up.identity not in lying | going]
    return Plan(tuple(withdrawals), tuple(follow_up for follow_up in due if follow_up.is_made(now)))


def _why_withdraw(draft: PastDraft, application: Application, wanted: FollowUp | None, now: datetime) -> str:
    """Why a draft must go; '' where it may stay or is not ours to touch."""
    if draft.state is DraftState.WITHDRAWING:
        return "its withdrawal was interrupted"
    if not draft.state.live:
        return ""
    if wanted is None:
        return f"{draft.rule} no longer holds for {application.company or 'this application'}"
    if wanted.due_at > now:
        return f"{draft.rule} is due later again"
    if wanted.withdraw_on_expiry and wanted.expired(now):
        return f"{draft.rule} has expired; sending it now would be wrong"
    return ""
