"""F1: before they call the user's references, each reference hears of it."""

from __future__ import annotations

from collections.abc import Iterator

from classifiers.reading import MessageKind
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp, Situation
from daemon.playbook.history import FollowUpKind


def reference_notice(case: Case) -> Iterator[FollowUp]:
    """F1: a new message to each reference, once, as soon as references are asked for (article 004)."""
    asked = next((message for message in case.correspondence.theirs if message.asks_references), None)
    rejected = case.outcome is not None and case.outcome.kind is MessageKind.REJECTION
    if asked is None or rejected:
        return
    caller = asked.signed_as or (asked.sender.name if asked.sender and asked.human else "")
    for reference in case.preferences.references:
        follow_up = FollowUp(
            kind=FollowUpKind.REFERENCE_NOTICE,
            rule="F1",
            articles=("004",),
            application=case.application.key,
            contact=reference,
            reply_to="",
            trigger=asked.message_id,
            due_at=asked.at,
            expires_at=case.preferences.calendar.days_later(asked.at, case.preferences.reference_notice_expires_days),
            withdraw_on_expiry=True,
            user_address=case.written_to_at(asked),
            mailbox=asked.mailbox,
            doubtful=not asked.confident,
            situation=Situation(caller=caller),
        )
        if not case.settled(follow_up):
            yield follow_up
