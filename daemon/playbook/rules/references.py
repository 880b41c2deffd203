"""F1: before they call the user's references, each reference hears of it."""

from __future__ import annotations

from collections.abc import Iterator

from classifiers.reading import MessageKind
from daemon.mail.addresses import first_name, is_unanswerable
from daemon.mail.message import Address
from daemon.playbook.articles import ARTICLES
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp, Situation
from daemon.playbook.history import FollowUpKind, PastMessage


def reference_notice(case: Case) -> Iterator[FollowUp]:
    """F1: a new message to each reference, once, as soon as references are asked for (article 004).

    An offer ends those asked for before it (O1); one that asks for references itself needs them still. A reference to whom the
    user wrote since, in a message of this application, knows already.
    """
    asked = next((message for message in case.correspondence.theirs if message.asks_references), None)
    outcome = case.outcome
    if asked is None or (outcome is not None and (outcome.kind is MessageKind.REJECTION or asked.at < outcome.at)):
        return
    caller = _full_name(asked)
    for reference in case.preferences.references:
        if reference.key in case.preferences.own_addresses or is_unanswerable(reference):
            continue
        if any(_is_to(reference, message) for message in case.application.messages if message.at > asked.at):
            continue
        follow_up = FollowUp(
            kind=FollowUpKind.REFERENCE_NOTICE,
            rule="F1",
            articles=ARTICLES["F1"],
            application=case.application.key,
            contact=reference,
            reply_to="",
            trigger=asked.message_id,
            due_at=asked.at,
            expires_at=case.preferences.calendar.days_later(asked.at, case.preferences.reference_notice_expires_days),
            withdraw_on_expiry=True,
            user_address=case.written_to_at(asked),
            mailbox=asked.mailbox,
            doubtful=case.doubted(asked),
            situation=Situation(caller=caller),
        )
        if not case.settled(follow_up):
            yield follow_up


def _full_name(asked: PastMessage) -> str:
    """Who asks, by the full name: a reference does not know "Joan"."""
    written = asked.sender.name if asked.sender and asked.human else ""
    same = first_name(written).casefold() == first_name(asked.signed_as).casefold()
    return written if written and (same or not asked.signed_as) else asked.signed_as


def _is_to(reference: Address, message: PastMessage) -> bool:
    return not message.incoming and any(recipient.key == reference.key for recipient in message.recipients)
