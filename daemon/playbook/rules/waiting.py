"""While the user waits for news: H1 (answer a hold), H3 (a greeting before holidays), S1 and S2 (status checks).

S3 (move on), S4 (never nag) and H2 (a hold starts the count afresh) are in how these count: see `Case`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from classifiers.reading import MessageKind
from daemon.mail.message import Address
from daemon.playbook.articles import ARTICLES
from daemon.playbook.calendar import MORNING
from daemon.playbook.case import MIDNIGHT, Case
from daemon.playbook.follow_up import FollowUp, Situation
from daemon.playbook.history import FollowUpKind, PastMessage
from daemon.playbook.rules.thanks import thank_you


def holding_reply(case: Case) -> Iterator[FollowUp]:
    """H1: a patient word to everybody who wrote "we'll get back to you"; it asks nothing (article 004).

    Holds of several persons each get one; of one person's, the latest. News of theirs since then makes it needless.
    """
    for hold in _open_holds(case):
        contact = case.correspondence.author(hold)
        if contact is None or _answered(case, hold, contact) or _acknowledged_lately(case, hold, contact):
            continue
        if not _answered_in_thank_you(case, contact):
            yield from _answer_to_hold(case, hold, contact)


def _open_holds(case: Case) -> tuple[PastMessage, ...]:
    """The holds since their last other decisive message: each person's latest, oldest first."""
    latest: dict[str, PastMessage] = {}
    for message in reversed(case.correspondence.decisive):
        if message.kind is not MessageKind.HOLDING:
            break
        author = case.correspondence.author(message)
        if author is not None:
            latest.setdefault(author.key, message)
    return tuple(reversed(latest.values()))


def _answer_to_hold(case: Case, hold: PastMessage, contact: Address) -> Iterator[FollowUp]:
    follow_up = FollowUp(
        kind=FollowUpKind.HOLDING_REPLY,
        rule="H1",
        articles=ARTICLES["H1"],
        application=case.application.key,
        contact=contact,
        reply_to=hold.message_id,
        trigger=hold.message_id,
        due_at=hold.at,
        send_by=hold.at + case.preferences.answer_send_by,
        expires_at=hold.at + case.preferences.holding_reply_expires,
        withdraw_on_expiry=True,
        user_address=case.written_to_at(hold),
        mailbox=hold.mailbox,
        doubtful=not hold.confident,
        situation=Situation(
            interviewed=case.past_interview,
            decision_by=hold.promise.until if hold.promise and not hold.promise.holiday else None,
            holiday=hold.promise.holiday if hold.promise else "",
        ),
    )
    if not case.settled(follow_up):
        yield follow_up


def _answered(case: Case, hold: PastMessage, contact: Address) -> bool:
    """Whether the user wrote since: to anybody there in his own words; a draft of ours answers only whom it was for, so that
    sending one of several does not take the others away."""
    since = case.correspondence.written_since(hold.at)
    return any(sent.follow_up_kind is None or case.correspondence.reaches(contact, sent) for sent in since)


def _acknowledged_lately(case: Case, hold: PastMessage, contact: Address) -> bool:
    """Whether the user's last message to this person, less than a week before, was itself the answer to a hold."""
    before = [m for m in case.correspondence.ours if m.at <= hold.at and case.correspondence.reaches(contact, m)]
    if not before or case.preferences.calendar.days_later(before[-1].at, case.preferences.days_between_messages) <= hold.at:
        return False
    return case.correspondence.acknowledges_hold(before[-1])


def _answered_in_thank_you(case: Case, contact: Address) -> bool:
    """Whether a thank-you that still stands acknowledges this person's hold, so that H1 falls away."""
    return any(
        thanks.situation.answers_hold
        and not thanks.doubtful
        and thanks.contact.key == contact.key
        and (case.draft_lives(thanks) or not thanks.expired(case.now))
        for thanks in thank_you(case)
    )


def seasonal_greeting(case: Case) -> Iterator[FollowUp]:
    """H3: where the wait is put down to holidays, a greeting in the week in which they begin (article 002).

    At most one in an application, and none where the user wrote in the week before or since.
    """
    contact = case.correspondence.main_contact
    anchor = case.anchor
    if anchor is None or contact is None:
        return
    said = [m for m in case.correspondence.theirs if m.promise and m.promise.holiday and m.promise.holiday_begins]
    if not said or said[-1].promise is None or said[-1].promise.holiday_begins is None:
        return
    message, begins = said[-1], said[-1].promise.holiday_begins
    calendar = case.preferences.calendar
    monday = begins - timedelta(days=begins.weekday())
    if calendar.working_days_between(monday, begins) < case.preferences.greeting_working_days:
        monday -= timedelta(days=7)
    due_at = calendar.at(monday, MORNING)
    quiet_from = calendar.days_later(due_at, -case.preferences.days_between_messages)
    if due_at < message.at or any(sent.at >= quiet_from for sent in case.correspondence.ours):
        return
    if any(sent.follow_up_kind is FollowUpKind.SEASONAL_GREETING for sent in case.correspondence.ours):
        return
    answered = case.reply_anchor(contact)
    follow_up = FollowUp(
        kind=FollowUpKind.SEASONAL_GREETING,
        rule="H3",
        articles=ARTICLES["H3"],
        application=case.application.key,
        contact=contact,
        reply_to=answered.message_id if answered else "",
        trigger=message.message_id,
        due_at=due_at,
        expires_at=calendar.at(begins, MIDNIGHT),
        withdraw_on_expiry=True,
        user_address=case.written_to_at(answered),
        mailbox=answered.mailbox if answered else message.mailbox,
        doubtful=not message.confident,
        situation=Situation(interviewed=case.past_interview, holiday=said[-1].promise.holiday),
    )
    if not case.settled(follow_up, since=case.application.messages[0].at, whoever=True):
        yield follow_up


def status_check(case: Case) -> Iterator[FollowUp]:
    """S1 and S2: ask how things stand a week after the last word, or when their own time frame is over; never a third
    (articles 002, 003, 004)."""
    anchor, contact = case.anchor, case.correspondence.main_contact
    if anchor is None or contact is None:
        return
    sent = len(case.status_checks)
    if sent >= case.preferences.max_status_checks or case.holds_in_a_row >= case.preferences.holds_before_asking:
        return
    if case.correspondence.waiting_for_user(since=anchor.at):
        return
    rule = "S1" if sent == 0 else "S2"
    due_at = _due(case, anchor.at)
    answered = case.reply_anchor(contact)
    last_interview = case.ended_interviews[-1] if case.ended_interviews else None
    follow_up = FollowUp(
        kind=FollowUpKind.STATUS_CHECK,
        rule=rule,
        articles=ARTICLES[rule],
        application=case.application.key,
        contact=contact,
        reply_to=answered.message_id if answered else "",
        trigger=anchor.trigger,
        ordinal=sent + 1,
        due_at=due_at,
        expires_at=case.preferences.calendar.days_later(due_at, case.preferences.status_check_expires_days),
        user_address=case.written_to_at(answered),
        mailbox=answered.mailbox if answered else "",
        doubtful=not anchor.confident,
        situation=Situation(
            interview_on=case.preferences.calendar.local_date(last_interview.start) if last_interview else None,
            interviewed=last_interview is not None,
            panel=len(case.all_status_checks),
        ),
    )
    if not case.settled(follow_up, since=anchor.at, whoever=True):
        yield follow_up


def _due(case: Case, since: datetime) -> datetime:
    """aligned(max(a, b)) of rule S1; `since` is the anchor's instant."""
    calendar, days = case.preferences.calendar, case.preferences.status_check_days
    moments = [calendar.days_later(since, days)]
    if case.correspondence.latest_human is not None:
        moments.append(calendar.days_later(case.correspondence.latest_human.at, days))
    if case.ended_interviews:
        moments.append(calendar.days_later(max(i.end for i in case.ended_interviews), days))
    if case.all_status_checks:
        moments.append(calendar.days_later(case.all_status_checks[-1].at, days))
    if case.time_frame is not None:
        moments.append(calendar.working_morning_after(case.time_frame.patient_until))
    return calendar.aligned(max(moments))
