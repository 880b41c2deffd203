"""When it ends: R1 and R2 (thanks for a rejection, keep in touch), O2 (withdraw after accepting elsewhere).

O1 (an offer stops everything) is in `Case.outcome`, which the other rules ask; R3 (it moved again) in `keep_in_touch`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from classifiers.reading import MessageKind, Person
from daemon.mail.message import Address
from daemon.playbook.articles import ARTICLES
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp, Situation
from daemon.playbook.history import FollowUpKind, PastMessage
from daemon.playbook.interviews import merged_people
from daemon.playbook.rules.thanks import address_of

BEGINS_AGAIN = frozenset({MessageKind.APPLICATION_RECEIVED, MessageKind.OUTREACH, MessageKind.ASSESSMENT})


def rejection_thanks(case: Case) -> Iterator[FollowUp]:
    """R1: thank whoever turned the user down, gracefully and briefly (articles 001, 003).

    Several rejections in a row are one, thanked for once: the person's among them is answered rather than the robot's.
    """
    rejections = _latest_rejections(case)
    if not rejections or case.correspondence.written_since(rejections[0].at):
        return
    by_person = [message for message in rejections if case.correspondence.author(message)]
    personal = by_person[-1] if by_person else None
    contact = (case.correspondence.author(personal) if personal else None) or case.correspondence.main_contact
    if contact is None:
        return
    answered = personal or case.reply_anchor(contact)
    rejected = rejections[-1]
    feedback = [message.feedback for message in rejections if message.feedback]
    follow_up = FollowUp(
        kind=FollowUpKind.REJECTION_THANKS,
        rule="R1",
        articles=ARTICLES["R1"],
        application=case.application.key,
        contact=contact,
        reply_to=answered.message_id if answered else "",
        trigger=rejections[0].message_id,
        variation=f"answers {personal.message_id}" if personal and personal is not rejections[0] else "",
        due_at=rejected.at,
        send_by=rejected.at + case.preferences.answer_send_by,
        expires_at=case.preferences.calendar.days_later(rejected.at, case.preferences.rejection_thanks_expires_days),
        user_address=case.written_to_at(answered),
        mailbox=answered.mailbox if answered else rejected.mailbox,
        doubtful=not any(message.confident for message in rejections),
        situation=Situation(
            interviewed=_interviewed_before(case, rejected.at),
            ask_feedback=not feedback,
            feedback_given=any(said.value == "given" for said in feedback),
            rejected_on=case.preferences.calendar.local_date(rejected.at),
        ),
    )
    if not case.settled(follow_up, since=rejections[0].at, whoever=True):
        yield follow_up


def keep_in_touch(case: Case) -> Iterator[FollowUp]:
    """R2: one note a month after a rejection, once; R3: not if it moved again since (article 000).

    The month counts from the last of several rejections in a row. It moved again where they came with something new, in this
    application or in another with that company.
    """
    rejections = _latest_rejections(case)
    contact = case.correspondence.main_contact
    if not rejections or contact is None:
        return
    first, rejected = rejections[0], rejections[-1]
    if _moved_again(case, first.at):
        return
    if any(_keeps_in_touch(case, sent, rejected.at) for sent in case.correspondence.written_since(first.at)):
        return
    calendar, preferences = case.preferences.calendar, case.preferences
    due_at = calendar.aligned(
        max(
            calendar.months_later(rejected.at, preferences.keep_in_touch_months),
            calendar.days_later(rejected.at, preferences.keep_in_touch_minimum_days),
        )
    )
    answered = case.reply_anchor(contact)
    follow_up = FollowUp(
        kind=FollowUpKind.KEEP_IN_TOUCH,
        rule="R2",
        articles=ARTICLES["R2"],
        application=case.application.key,
        contact=contact,
        reply_to=answered.message_id if answered else "",
        trigger=first.message_id,
        due_at=due_at,
        expires_at=calendar.days_later(due_at, preferences.keep_in_touch_expires_days),
        user_address=case.written_to_at(answered),
        mailbox=answered.mailbox if answered else rejected.mailbox,
        doubtful=not any(message.confident for message in rejections),
        situation=Situation(
            interviewed=_interviewed_before(case, rejected.at),
            rejected_on=calendar.local_date(rejected.at),
        ),
    )
    if not case.settled(follow_up, since=first.at, whoever=True):
        yield follow_up


def withdrawal(case: Case, accepted_at: datetime) -> Iterator[FollowUp]:
    """O2: the user accepted an offer elsewhere; tell this one plainly and leave the door open (article 004)."""
    if not case.open_with_person or case.correspondence.written_since(accepted_at):
        return
    contact = _hiring_manager(case) or case.correspondence.main_contact
    if contact is None:
        return
    answered = case.reply_anchor(contact)
    if answered is None and case.correspondence.main_contact is not None:
        answered = case.reply_anchor(case.correspondence.main_contact)
    follow_up = FollowUp(
        kind=FollowUpKind.WITHDRAWAL,
        rule="O2",
        articles=ARTICLES["O2"],
        application=case.application.key,
        contact=contact,
        reply_to=answered.message_id if answered else "",
        trigger=f"accepted {accepted_at.isoformat()}",
        due_at=accepted_at,
        user_address=case.written_to_at(answered),
        mailbox=answered.mailbox if answered else "",
        situation=Situation(interviewed=case.past_interview),
    )
    if not case.settled(follow_up, since=accepted_at, whoever=True):
        yield follow_up


def _latest_rejections(case: Case) -> tuple[PastMessage, ...]:
    """The rejections since the last other decisive message of theirs, oldest first; none where something came after."""
    if case.outcome is None or case.outcome.kind is not MessageKind.REJECTION:
        return ()
    run: list[PastMessage] = []
    for message in reversed(case.correspondence.decisive):
        if message.kind is not MessageKind.REJECTION:
            break
        run.append(message)
    return tuple(reversed(run))


def _moved_again(case: Case, rejected_at: datetime) -> bool:
    elsewhere = case.application.others_moved_at
    if elsewhere is not None and rejected_at < elsewhere <= case.now:
        return True
    return any(message.at > rejected_at and message.kind in BEGINS_AGAIN for message in case.correspondence.theirs)


def _interviewed_before(case: Case, instant: datetime) -> bool:
    return any(interview.standing and interview.start < instant for interview in case.interviews)


def _keeps_in_touch(case: Case, sent: PastMessage, rejected_at: datetime) -> bool:
    if sent.follow_up_kind is not None:
        return sent.follow_up_kind is FollowUpKind.KEEP_IN_TOUCH
    return sent.at - rejected_at >= case.preferences.own_keep_in_touch and not case.correspondence.answers_theirs(sent)


def _hiring_manager(case: Case) -> Address | None:
    people: tuple[Person, ...] = ()
    for message in case.correspondence.theirs:
        people = merged_people(message.people, people)
    managers = (address_of(case, person) for person in people if person.hiring_manager)
    return next((address for address in managers if address is not None), None)
