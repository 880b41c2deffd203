"""From the history to what the digest says: everything of PLAYBOOK's "beside the drafts" that is true at this instant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from classifiers.reading import MessageKind
from daemon.digest import advice
from daemon.digest.content import (
    Advice,
    Coming,
    ComingKind,
    DigestContent,
    InterviewAhead,
    ListedOnly,
    MovedOn,
    NoDraft,
    PassedOver,
    ReadyToday,
    Rejection,
    UnknownInterviewer,
    WaitingForYou,
    WaitingKind,
)
from daemon.digest.from_rows import doubtful_readings, drafts_to_review, ignored_count, mailbox_health, new_messages, news_item
from daemon.digest.places import gmail_search
from daemon.drafting.rehearsal import rehearse_own
from daemon.house import House
from daemon.mail.addresses import first_name
from daemon.playbook.advise import advise
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import DraftState, FollowUpKind, PastMessage
from daemon.playbook.remarks import Remark, RemarkKind, remarks
from daemon.playbook.rules.thanks import arranger, interviewers
from daemon.state.history import load_history
from daemon.state.models import DraftRow, FollowUpRow, MessageRow

COMING_DAYS = 14


@dataclass(frozen=True)
class _Day:
    """What every section is made from."""

    house: House
    now: datetime
    since: datetime
    cases: Mapping[str, Case]
    wanted: list[FollowUp]
    remarks: list[Remark]

    def case(self, key: str) -> Case:
        return self.cases[key]

    def is_new(self, instant: datetime) -> bool:
        return self.since < instant <= self.now


def gather(house: House, session: Session, now: datetime, since: datetime, failed: Mapping[str, str]) -> DigestContent:
    """Fill the digest of the local date of `now`. News are what was recorded after `since`; `failed` are the mailboxes that
    could not be worked with in this cycle."""
    history = load_history(session)
    cases = {application.key: Case.of(application, now, house.preferences) for application in history.hiring}
    said = [remark for case in cases.values() for remark in remarks(case)]
    day = _Day(house, now, since, cases, advise(history, now, house.preferences), said)
    calendar = house.preferences.calendar
    news = new_messages(session, since, now)
    waiting = tuple(_waiting(day))
    return DigestContent(
        day=calendar.local_date(now),
        zone=str(calendar.zone),
        first_name=first_name(house.profile.name),
        waiting=waiting,
        drafts=tuple(drafts_to_review(session, now, house.webmail)),
        ready_today=tuple(_ready_today(day)),
        interviews=tuple(_interviews(day)),
        coming=tuple(_coming(day, waiting)),
        news=tuple(news_item(row) for row in news if row.kind != MessageKind.REJECTION),
        doubtful=tuple(doubtful_readings(session, day.wanted, now, house.webmail)),
        advice=tuple(_advice(day)),
        unknown_interviewers=tuple(_unknown_interviewers(day)),
        moved_on=tuple(_moved_on(day)),
        listed_only=tuple(_listed_only(day)),
        no_draft=tuple(_no_draft(session, day)),
        rejections=tuple(_rejections(day, news)),
        mailboxes=tuple(mailbox_health(session, house.mailboxes, failed, since)),
        templates=tuple(_templates(session, day)),
        ignored_count=ignored_count(session, since, now),
        free_days=frozenset(_free_days(day)),
        pipeline=MappingProxyType(Counter(case.standing.state for case in cases.values())),
    )


def _waiting(day: _Day) -> list[WaitingForYou]:
    found = []
    for remark in day.remarks:
        if remark.kind is not RemarkKind.WAITING_FOR_YOU:
            continue
        application = day.case(remark.application).application
        message = _message(day, remark)
        account = day.house.webmail.get(message.mailbox, "")
        found.append(
            WaitingForYou(
                company=application.company,
                role=application.role,
                kind=WaitingKind.of(MessageKind(remark.text)),
                subject=message.subject,
                since=remark.at,
                sender=message.sender,
                mailbox=message.mailbox,
                answer_by=message.answer_by.day if message.answer_by else None,
                phrase=message.answer_by.phrase if message.answer_by else "",
                link=gmail_search(account, message.message_id) if account else "",
            )
        )
    return found


def _message(day: _Day, remark: Remark) -> PastMessage:
    messages = day.case(remark.application).application.messages
    return next(message for message in messages if message.message_id == remark.message_id)


def _upcoming(day: _Day) -> list[FollowUp]:
    return [f for f in day.wanted if f.due_at > day.now and not (f.doubtful or f.listed_only)]


def _ready_today(day: _Day) -> list[ReadyToday]:
    calendar = day.house.preferences.calendar
    today = calendar.local_date(day.now)
    return [
        ReadyToday(
            company=day.case(follow_up.application).application.company,
            role=day.case(follow_up.application).application.role,
            kind=follow_up.kind,
            due_at=follow_up.due_at,
            recipient=follow_up.contact,
            send_by=follow_up.send_by,
        )
        for follow_up in _upcoming(day)
        if calendar.local_date(follow_up.due_at) == today
    ]


def _interviews(day: _Day) -> list[InterviewAhead]:
    calendar = day.house.preferences.calendar
    today = calendar.local_date(day.now)
    ahead = []
    for case in day.cases.values():
        for interview in case.interviews_ahead:
            on = calendar.local_date(interview.start)
            eve = on == today or calendar.working_day_before(on) <= today
            if (eve or on == today + timedelta(days=1)) and not case.silenced:
                ahead.append(
                    InterviewAhead(
                        company=case.application.company,
                        role=case.application.role,
                        start=interview.start,
                        end=interview.end,
                        with_whom=tuple(p.name or p.email for p in interviewers(case, interview)),
                        remind_questions=eve,
                    )
                )
    return sorted(ahead, key=lambda interview: interview.start)


def _coming(day: _Day, waiting: Sequence[WaitingForYou]) -> list[Coming]:
    calendar = day.house.preferences.calendar
    today = calendar.local_date(day.now)
    coming = [
        Coming(
            on=calendar.local_date(follow_up.due_at),
            kind=ComingKind.DRAFT,
            company=day.case(follow_up.application).application.company,
            role=day.case(follow_up.application).application.role,
            at=follow_up.due_at,
            follow_up=follow_up.kind,
        )
        for follow_up in _upcoming(day)
    ]
    for case in day.cases.values():
        if case.silenced:
            continue
        company, role = case.application.company, case.application.role
        coming += [
            Coming(calendar.local_date(i.start), ComingKind.INTERVIEW, company, role, at=i.start) for i in case.interviews_ahead
        ]
        if case.time_frame is not None and case.anchor is not None:
            coming.append(Coming(case.time_frame.until, ComingKind.PROMISE, company, role))
    coming += [
        Coming(waits.answer_by, ComingKind.DEADLINE, waits.company, waits.role)
        for waits in waiting
        if waits.answer_by is not None
    ]
    last = today + timedelta(days=COMING_DAYS)
    return sorted((c for c in coming if today < c.on <= last), key=lambda coming: (coming.on, coming.at or day.now))


def _free_days(day: _Day) -> Iterator[date]:
    """The weekends, holidays and quiet days from today on."""
    calendar = day.house.preferences.calendar
    today = calendar.local_date(day.now)
    days = (today + timedelta(days=n) for n in range(COMING_DAYS + 1))
    return (each for each in days if not calendar.is_working_day(each))


def _advice(day: _Day) -> list[Advice]:
    calendar = day.house.preferences.calendar
    today = calendar.local_date(day.now)
    given: list[Advice] = []
    for case in day.cases.values():
        if case.silenced:
            continue
        company, role = case.application.company, case.application.role
        for interview in case.ended_interviews if case.outcome is None else ():
            names = tuple(p.name for p in interviewers(case, interview) if p.name) or _arranger_name(case, interview.arranged_by)
            days = (today - calendar.local_date(interview.end)).days
            if days == 1:
                on = calendar.local_date(interview.start)
                given += [advice.linkedin_request(name, company, role, on) for name in names]
                given += [advice.handwritten_card(names, company)] if names else []
            if days == 4:
                given += [advice.shared_interest(name, company) for name in names]
        if case.holds_in_a_row >= case.preferences.holds_before_asking and case.anchor is not None:
            given.append(advice.third_hold(company))
        given += _advice_after_rejection(day, case)
    for follow_up in day.wanted:
        if follow_up.rule in ("S1", "R2") and calendar.local_date(follow_up.due_at) == today and not follow_up.listed_only:
            case = day.case(follow_up.application)
            application = case.application
            if follow_up.rule == "S1":
                given.append(advice.call_instead(application.company, agency=_through_agency(case, follow_up)))
            else:
                given.append(advice.keep_in_touch_on_linkedin(follow_up.contact.name, application.company, application.role))
    return given


def _through_agency(case: Case, follow_up: FollowUp) -> bool:
    """Whether the check goes to somebody who recruits for a client."""
    correspondence = case.correspondence
    return any(message.agency for message in correspondence.theirs if correspondence.reaches(follow_up.contact, message))


def _arranger_name(case: Case, arranged_by: str) -> tuple[str, ...]:
    for interview in case.ended_interviews:
        if interview.arranged_by == arranged_by:
            address = arranger(case, interview)
            return (address.name,) if address and address.name else ()
    return ()


def _advice_after_rejection(day: _Day, case: Case) -> list[Advice]:
    outcome, contact = case.outcome, case.correspondence.main_contact
    if outcome is None or outcome.kind is not MessageKind.REJECTION or contact is None or not contact.name:
        return []
    calendar = day.house.preferences.calendar
    if (calendar.local_date(day.now) - calendar.local_date(outcome.at)).days != 1:
        return []
    return [advice.connect_after_rejection(contact.name, case.application.company)]


def _unknown_interviewers(day: _Day) -> list[UnknownInterviewer]:
    found = []
    for remark in day.remarks:
        if remark.kind is RemarkKind.ASK_ADDRESS:
            case = day.case(remark.application)
            interview = next(i for i in case.interviews if i.arranged_by == remark.message_id)
            found.append(
                UnknownInterviewer(remark.text, case.application.company, case.application.role, arranger(case, interview))
            )
    return found


def _moved_on(day: _Day) -> list[MovedOn]:
    return [
        MovedOn(
            company=day.case(remark.application).application.company,
            role=day.case(remark.application).application.role,
            last_check_at=day.case(remark.application).status_checks[-1].at,
        )
        for remark in day.remarks
        if remark.kind is RemarkKind.MOVED_ON and day.is_new(remark.at)
    ]


def _listed_only(day: _Day) -> list[ListedOnly]:
    return [
        ListedOnly(
            company=day.case(follow_up.application).application.company,
            role=day.case(follow_up.application).application.role,
            kind=follow_up.kind,
            due_at=follow_up.due_at,
            recipient=follow_up.contact,
        )
        for follow_up in day.wanted
        if follow_up.listed_only and not follow_up.expired(day.now)
    ]


def _no_draft(session: Session, day: _Day) -> list[NoDraft]:
    found = []
    for remark in day.remarks:
        if remark.kind is RemarkKind.NO_DRAFT and day.is_new(remark.at):
            application = day.case(remark.application).application
            kind = FollowUpKind.THANK_YOU if remark.rule == "T3" else FollowUpKind.REJECTION_THANKS
            found.append(NoDraft(application.company, application.role, kind, remark.text))
    still_due = {follow_up.identity for follow_up in day.wanted if follow_up.is_made(day.now)}
    for row in session.scalars(select(FollowUpRow).where(FollowUpRow.refused != "")).all():
        if row.identity not in still_due or row.drafts:
            continue
        why = f"Our own check refused the text we had written: {row.refused}."
        found.append(NoDraft(row.application.company, row.application.role, FollowUpKind(row.kind), why))
    return found


def _templates(session: Session, day: _Day) -> list[PassedOver]:
    """What is wrong with the user's own templates: as made-up facts show it, and in the drafts that lie there."""
    folder = day.house.templates
    faults = rehearse_own(folder) if folder else []
    found = [PassedOver(fault.file, ": ".join(filter(None, (fault.situation, fault.problem)))) for fault in faults]
    told = {item.file for item in found}
    lying = select(FollowUpRow).join(DraftRow).where(FollowUpRow.refused != "", DraftRow.state == DraftState.UNTOUCHED)
    for row in session.scalars(lying).all():
        file, _, why = row.refused.partition(": ")
        if file not in told:
            found.append(PassedOver(file, f"{row.rule} to {row.contact_email}: {why}"))
    return found


def _rejections(day: _Day, news: list[MessageRow]) -> list[Rejection]:
    said = []
    for row in news:
        if row.kind != MessageKind.REJECTION or row.thread.application is None:
            continue
        case = day.cases.get(str(row.thread.application_id))
        drafts = case.application.drafts if case else ()
        drafted = any(d.rule == "R1" and d.state is DraftState.UNTOUCHED for d in drafts)
        said.append(Rejection(row.thread.application.company, row.thread.application.role, row.received_at, drafted))
    return said
