"""Contents to print: a quiet day, a full day as it happens, a flood, and one written by somebody who means harm."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType

from classifiers.reading import MessageKind
from daemon.digest.advice import call_instead, handwritten_card, linkedin_request
from daemon.digest.content import (
    Coming,
    ComingKind,
    DigestContent,
    DoubtfulReading,
    DraftToReview,
    InterviewAhead,
    ListedOnly,
    MailboxHealth,
    MovedOn,
    NewsItem,
    NoDraft,
    PassedOver,
    ReadyToday,
    Rejection,
    UnknownInterviewer,
    WaitingForYou,
    WaitingKind,
)
from daemon.mail.message import Address
from daemon.playbook.history import FollowUpKind
from daemon.playbook.standing import State

TUESDAY = date(2026, 3, 3)
ZONE = "America/New_York"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """That time of a day in March 2026 (a day below 1: in February) in New York before the clocks change, as UTC."""
    return datetime(2026, 3, 1, tzinfo=UTC) + timedelta(days=day - 1, hours=hour + 5, minutes=minute)


MEG = Address("Meg Lang", "meg.lang@northwind.example")
TOMAS = Address("Tomás Oliveira", "tomas@helio.example")
PRIYA = Address("Priya Nair", "priya.nair@brightwater.example")
JONAS = Address("Jonas Weber", "jweber@alderandpine.example")

HEALTHY = MailboxHealth(name="personal", ok=True, last_success=at(3, 7, 28))

EMPTY = DigestContent(day=TUESDAY, zone=ZONE, first_name="Sam", mailboxes=(HEALTHY,), ignored_count=12)

A_GOOD_DAY = DigestContent(
    day=TUESDAY,
    zone=ZONE,
    first_name="Sam",
    waiting=(
        WaitingForYou(
            company="Juniper Health",
            role="Reporting Analyst",
            kind=WaitingKind.INVITATION,
            subject="Times for a first conversation",
            since=at(2, 16, 5),
            answer_by=date(2026, 3, 5),
            phrase="by noon on Thursday",
            sender=Address("Dana Whitfield", "dana@juniperhealth.example"),
            mailbox="personal",
        ),
    ),
    drafts=(
        DraftToReview(
            company="Northwind Labs",
            role="Data Analyst",
            kind=FollowUpKind.THANK_YOU,
            rule="T1",
            recipient=MEG,
            subject="Re: Interview on Monday, 2 March",
            mailbox="personal",
            folder="Drafts",
            saved_at=at(2, 15, 30),
            send_by=at(3, 15, 0),
        ),
        DraftToReview(
            company="Helio Mobility",
            role="Business Intelligence Engineer",
            kind=FollowUpKind.STATUS_CHECK,
            rule="S1",
            recipient=TOMAS,
            subject="Re: Your interview with Helio",
            mailbox="personal",
            folder="Drafts",
            saved_at=at(-1, 9, 0),
        ),
        DraftToReview(
            company="Brightwater",
            role="Operations Analyst",
            kind=FollowUpKind.HOLDING_REPLY,
            rule="H1",
            recipient=PRIYA,
            subject="Re: A short update",
            mailbox="personal",
            folder="Drafts",
            saved_at=at(3, 7, 28),
            send_by=at(4, 7, 10),
        ),
    ),
    ready_today=(
        ReadyToday(
            company="Cobalt Robotics",
            role="Product Analyst",
            kind=FollowUpKind.THANK_YOU,
            due_at=at(3, 15, 30),
            recipient=Address("Ines Kaya", "ines@cobalt.example"),
            send_by=at(4, 15, 0),
        ),
    ),
    interviews=(
        InterviewAhead(
            company="Cobalt Robotics",
            role="Product Analyst",
            start=at(3, 14, 0),
            end=at(3, 15, 0),
            with_whom=("Ines Kaya", "Robert Chen"),
            remind_questions=True,
        ),
    ),
    coming=(
        Coming(on=date(2026, 3, 5), kind=ComingKind.DEADLINE, company="Juniper Health", role="Reporting Analyst"),
        Coming(on=date(2026, 3, 6), kind=ComingKind.PROMISE, company="Brightwater", role="Operations Analyst"),
        Coming(
            on=date(2026, 3, 9),
            kind=ComingKind.DRAFT,
            company="Northwind Labs",
            role="Data Analyst",
            at=at(9, 8, 0),
            follow_up=FollowUpKind.STATUS_CHECK,
        ),
    ),
    news=(
        NewsItem(company="Brightwater", subject="A short update", kind=MessageKind.HOLDING, sender=PRIYA, at=at(3, 7, 10)),
        NewsItem(
            company="Fernhill Energy",
            subject="Thank you for your application",
            kind=MessageKind.APPLICATION_RECEIVED,
            sender=Address("Fernhill Careers", "no-reply@ats.example"),
            at=at(2, 18, 42),
        ),
    ),
    doubtful=(
        DoubtfulReading(
            message_id="<CA+7f3b.20260302@mail.alderandpine.example>",
            company="Alder & Pine",
            subject="Where we stand",
            sender=JONAS,
            at=at(2, 17, 20),
            guess=MessageKind.HOLDING,
            phrase="we are still going back and forth on the team's shape",
            held_back=FollowUpKind.HOLDING_REPLY,
        ),
    ),
    advice=(linkedin_request("Meg Lang", "Northwind Labs", "Data Analyst", date(2026, 3, 2)),),
    rejections=(Rejection(company="Quarry Street Media", role="Junior Analyst", at=at(2, 11, 15), thanks_drafted=True),),
    mailboxes=(HEALTHY,),
    ignored_count=41,
    free_days=frozenset({date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 14), date(2026, 3, 15)}),
    pipeline=MappingProxyType(
        {
            State.APPLIED: 9,
            State.INVITED: 2,
            State.INTERVIEW_SCHEDULED: 1,
            State.INTERVIEWED: 2,
            State.WAITING: 1,
            State.REJECTED: 3,
            State.MOVED_ON: 1,
        }
    ),
)

EVERYTHING = replace(
    A_GOOD_DAY,
    waiting=(
        *A_GOOD_DAY.waiting,
        WaitingForYou(
            company="Mistral Rail",
            role=None,
            kind=WaitingKind.QUESTION,
            subject="Could you send your transcript?",
            since=at(-3, 10, 0),
            mailbox="work",
        ),
        WaitingForYou(
            company="Osprey",
            role="Analyst",
            kind=WaitingKind.OFFER,
            subject="Our offer",
            since=at(2, 9),
            answer_by=date(2026, 3, 4),
        ),
    ),
    drafts=(
        *A_GOOD_DAY.drafts,
        DraftToReview(
            company=None,
            role=None,
            kind=FollowUpKind.REJECTION_THANKS,
            rule="R1",
            recipient=Address("", "talent@saltmarsh.example"),
            subject="Re: Your application",
            mailbox="work",
            folder="INBOX.Drafts",
            saved_at=at(-2, 9),
            send_by=at(-1, 9),
            late=True,
        ),
    ),
    interviews=(
        *A_GOOD_DAY.interviews,
        InterviewAhead(company="Osprey", role="Analyst", start=at(4, 10), with_whom=(), remind_questions=True),
        InterviewAhead(company="Lark & Sons", role=None, start=at(4, 22), end=at(5, 1), with_whom=("A", "B", "C")),
    ),
    coming=(
        *A_GOOD_DAY.coming,
        Coming(on=date(2026, 3, 4), kind=ComingKind.INTERVIEW, company="Osprey", role="Analyst", at=at(4, 10)),
    ),
    news=(
        *A_GOOD_DAY.news,
        NewsItem(company=None, subject="", kind=MessageKind.OUTREACH, sender=None, at=at(2, 8), confident=False),
    ),
    advice=(
        *A_GOOD_DAY.advice,
        handwritten_card(("Meg Lang", "Robert Chen"), "Northwind Labs"),
        call_instead("Helio Mobility", agency=False),
    ),
    unknown_interviewers=(
        UnknownInterviewer(name="Robert Chen", company="Cobalt Robotics", ask=Address("Ines Kaya", "i@c.example")),
    ),
    moved_on=(MovedOn(company="Tidewater", role="Analyst", last_check_at=at(-5, 9)),),
    listed_only=(
        ListedOnly(
            company="Old Mill", role="Clerk", kind=FollowUpKind.STATUS_CHECK, due_at=datetime(2025, 12, 30, 15, tzinfo=UTC)
        ),
    ),
    no_draft=(
        NoDraft(
            company="Quarry Street Media",
            role="Junior Analyst",
            kind=FollowUpKind.REJECTION_THANKS,
            why="A robot wrote the rejection, and no person has ever written to you.",
        ),
    ),
    mailboxes=(
        HEALTHY,
        MailboxHealth(
            name="work",
            ok=False,
            last_success=at(1, 22, 14),
            problem="The server refused the password. Make a new app password and run “afterword auth work”.",
            quarantined=2,
            quarantine_reasons=("larger than 25 MB", "nested more than 50 levels deep"),
        ),
    ),
    templates=(PassedOver("thank_you.txt.jinja", "T1 (after an interview; no role known): goes stale: 'today'"),),
)
"""Every section at once."""

FLOOD = replace(EVERYTHING, **{
    part.name: getattr(EVERYTHING, part.name) * 150
    for part in fields(EVERYTHING)
    if isinstance(getattr(EVERYTHING, part.name), tuple)
})  # fmt: skip
"""Every section with hundreds of entries."""

README_DAY = replace(
    A_GOOD_DAY,
    drafts=tuple(draft for draft in A_GOOD_DAY.drafts if draft.kind is not FollowUpKind.HOLDING_REPLY),
    ready_today=(),
    doubtful=(),
    advice=(),
    rejections=(),
)
"""What docs/images/digest.png shows, in the light and 800 pixels wide."""


def _in_gmail(found: str) -> str:
    return f"https://mail.google.com/mail/u/sam.rivera@example.org/#{found}"


A_FULL_SEARCH = replace(
    EVERYTHING,
    waiting=(
        WaitingForYou(
            company="Osprey Analytics",
            role="Senior Analyst",
            kind=WaitingKind.OFFER,
            subject="Your offer from Osprey",
            since=at(2, 9),
            answer_by=date(2026, 3, 4),
            phrase="until close of business tomorrow",
            sender=Address("Ruth Abara", "ruth.abara@osprey.example"),
            mailbox="personal",
            link=_in_gmail("search/rfc822msgid%3Aoffer.77%40osprey.example"),
        ),
        replace(A_GOOD_DAY.waiting[0], link=_in_gmail("search/rfc822msgid%3A3f9a1c%40juniperhealth.example")),
        WaitingForYou(
            company="Larkspur Foods",
            role="Planning Analyst",
            kind=WaitingKind.ASSESSMENT,
            subject="Your case study: two hours, open book",
            since=at(1, 15, 12),
            answer_by=date(2026, 3, 8),
            phrase="within five working days",
            sender=Address("Larkspur Talent", "no-reply@larkspur.example"),
            mailbox="personal",
            link=_in_gmail("search/rfc822msgid%3Acase.12%40larkspur.example"),
        ),
        WaitingForYou(
            company="Mistral Rail",
            role=None,
            kind=WaitingKind.QUESTION,
            subject="Could you send your transcript?",
            since=at(-3, 10, 0),
            sender=Address("Ola Brandt", "o.brandt@mistralrail.example"),
            mailbox="work",
        ),
    ),
    drafts=(
        *(replace(draft, link=_in_gmail(f"all/19a7f3b2c4d5e6f{index}")) for index, draft in enumerate(A_GOOD_DAY.drafts)),
        EVERYTHING.drafts[-1],
    ),
    interviews=(
        *A_GOOD_DAY.interviews,
        InterviewAhead(
            company="Osprey Analytics",
            role="Senior Analyst",
            start=at(4, 10),
            end=at(4, 10, 45),
            with_whom=("Ruth Abara",),
            remind_questions=True,
        ),
    ),
    coming=(
        Coming(on=date(2026, 3, 4), kind=ComingKind.INTERVIEW, company="Osprey Analytics", role="Senior Analyst", at=at(4, 10)),
        Coming(on=date(2026, 3, 4), kind=ComingKind.DEADLINE, company="Osprey Analytics", role="Senior Analyst"),
        *A_GOOD_DAY.coming,
        Coming(on=date(2026, 3, 8), kind=ComingKind.DEADLINE, company="Larkspur Foods", role="Planning Analyst"),
        Coming(
            on=date(2026, 3, 11),
            kind=ComingKind.INTERVIEW,
            company="Fernhill Energy",
            role="Grid Analyst",
            at=at(11, 11),
        ),
        Coming(
            on=date(2026, 3, 11),
            kind=ComingKind.DRAFT,
            company="Fernhill Energy",
            role="Grid Analyst",
            at=at(11, 12, 30),
            follow_up=FollowUpKind.THANK_YOU,
        ),
        Coming(on=date(2026, 3, 13), kind=ComingKind.PROMISE, company="Helio Mobility", role="Business Intelligence Engineer"),
    ),
    doubtful=(replace(A_GOOD_DAY.doubtful[0], link=_in_gmail("search/rfc822msgid%3ACA%2B7f3b.20260302%40mail.example")),),
    advice=(
        *A_GOOD_DAY.advice,
        handwritten_card(("Meg Lang", "Robert Chen"), "Northwind Labs"),
        call_instead("Helio Mobility", agency=True),
    ),
    templates=(),
    free_days=frozenset({date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 14), date(2026, 3, 15)}),
    ignored_count=287,
    pipeline=MappingProxyType(
        {
            State.APPLIED: 23,
            State.INVITED: 4,
            State.INTERVIEW_SCHEDULED: 3,
            State.INTERVIEWED: 5,
            State.WAITING: 3,
            State.OFFER: 1,
            State.REJECTED: 11,
            State.MOVED_ON: 4,
            State.WITHDRAWN: 1,
        }
    ),
)
"""A search in full swing, as Gmail's reader gets it: what the pictures in docs/images show."""

_OURS = frozenset({"zone", "rule", "link"})


def written_by(stranger: str) -> DigestContent:
    """Every section, with `stranger` in the place of every text that did not come from us."""
    return replace(
        EVERYTHING,
        **{
            part.name: _poisoned(getattr(EVERYTHING, part.name), stranger)
            for part in fields(EVERYTHING)
            if part.name not in _OURS
        },
    )


def _poisoned(value: object, stranger: str) -> object:
    if type(value) is str:
        return stranger
    if isinstance(value, tuple):
        return tuple(_poisoned(item, stranger) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: getattr(value, part.name) for part in fields(value)}
        return type(value)(**{name: old if name in _OURS else _poisoned(old, stranger) for name, old in parts.items()})
    return value
