"""What holds of every advice, whatever happened: random histories over three months of a search, always the same ones."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classifiers.reading import InterviewTime, MessageKind, Person, Promise
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address
from daemon.playbook.advise import advise
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import (
    Application,
    Direction,
    DraftState,
    FollowUpKind,
    History,
    PastDraft,
    PastMessage,
    UserWord,
    WordKind,
)
from daemon.playbook.preferences import Preferences
from daemon.playbook.standing import ENDED_BY_USER
from tests.playbook.builder import MEG, PREFERENCES, SAM, TOM, ZONE, at

ROBOT = Address("Northwind Careers", "no-reply@ats.example")
BEGIN = at("2026-02-16 09:00")
SPAN = timedelta(days=100)
TEXTS = settings(max_examples=100, derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])

instants = st.integers(0, int(SPAN.total_seconds()) // 900).map(lambda quarter: BEGIN + timedelta(minutes=15 * quarter))
days = st.integers(0, 110).map(lambda later: date(2026, 2, 16) + timedelta(days=later))
people = st.lists(
    st.sampled_from(
        [
            Person("Tom Becker", TOM.email, interviewer=True),
            Person("Priya Nair", "", interviewer=True),
            Person("Sam Rivera", SAM.email, interviewer=True),
            Person("Lee Wong", "noreply@northwind.example", hiring_manager=True),
        ]
    ),
    max_size=3,
    unique=True,
).map(tuple)
promises = st.one_of(
    st.none(),
    st.builds(Promise, st.just("by then"), days),
    st.builds(Promise, st.just("of the interview"), st.none(), after_interview_days=st.integers(1, 30)),
    days.map(lambda day: Promise("after the holiday", day + timedelta(days=1), holiday="the holiday", holiday_begins=day)),
    days.map(lambda day: Promise("away", day, absence=True)),
)
interviews = st.builds(
    InterviewTime,
    instants,
    st.none(),
    st.just("then"),
    uid=st.sampled_from(["", "u1", "u2"]),
    sequence=st.integers(0, 2),
    replaces=st.booleans(),
    cancelled=st.sampled_from([False, False, False, True]),
)


@st.composite
def incoming(draw: st.DrawFn) -> PastMessage:
    kind = draw(st.sampled_from(list(MessageKind)))
    sender = draw(st.sampled_from([MEG, MEG, TOM, ROBOT, SAM]))
    arranges = kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED)
    return PastMessage(
        message_id="",
        thread=draw(st.sampled_from(["t1", "t2"])),
        mailbox="personal",
        direction=Direction.INCOMING,
        at=draw(instants),
        sender=sender,
        recipients=(SAM,),
        subject="Data Analyst",
        kind=kind,
        confident=draw(st.sampled_from([True, True, True, False])),
        human=sender is not ROBOT,
        reply_address=None if sender is ROBOT else sender,
        user_address=SAM.email,
        interview=draw(interviews) if arranges else None,
        promise=draw(promises),
        people=draw(people),
        asks_answer=draw(st.sampled_from([False, False, False, True])),
        asks_references=draw(st.sampled_from([False, False, False, False, True])),
        machine_interview_completed=draw(st.sampled_from([False, False, False, False, True])),
    )


@st.composite
def outgoing(draw: st.DrawFn) -> PastMessage:
    to = draw(st.sampled_from([(MEG,), (TOM,), (MEG, TOM), (ROBOT,)]))
    return PastMessage(
        message_id="",
        thread=draw(st.sampled_from(["t1", "t2", "t3"])),
        mailbox="personal",
        direction=Direction.OUTGOING,
        at=draw(instants),
        sender=SAM,
        recipients=to,
        subject="Re: Data Analyst",
        kind=MessageKind.OTHER,
        confident=True,
        human=True,
        user_address=SAM.email,
        follow_up_kind=draw(st.one_of(st.none(), st.sampled_from(list(FollowUpKind)))),
    )


words = st.one_of(
    st.builds(UserWord, st.sampled_from(list(WordKind)), instants, day=days, start=instants),
    st.builds(
        UserWord, st.just(WordKind.CONTACT), instants, text=st.just("Priya Nair"), email=st.just("priya@northwind.example")
    ),
)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    messages = draw(st.lists(st.one_of(incoming(), incoming(), outgoing()), min_size=1, max_size=9))
    named = tuple(replace(message, message_id=f"<{number}@mail.example>") for number, message in enumerate(messages))
    return Application(
        key=draw(st.sampled_from(["1", "2"])),
        company="Northwind",
        role="Data Analyst",
        messages=tuple(sorted(named, key=lambda message: message.at)),
        words=tuple(draw(st.lists(words, max_size=3))),
        first_cycle_at=draw(st.one_of(st.none(), instants)),
    )


@st.composite
def situations(draw: st.DrawFn) -> tuple[Application, datetime]:
    """A history and a moment some time after one of its messages or appointments, when drafts are likely to be due."""
    application = draw(applications())
    zone = PREFERENCES.calendar.zone
    starts = [message.interview.start for message in application.messages if message.interview]
    moments = [message.at for message in application.messages]
    moments += [start if start.tzinfo else start.replace(tzinfo=zone) for start in starts]
    after = draw(st.sampled_from([0, 1, 2, 26, 7 * 24, 8 * 24, 15 * 24, 33 * 24]))
    return application, draw(st.sampled_from(moments)) + timedelta(hours=after)


def told(application: Application, now: datetime, preferences: Preferences = PREFERENCES) -> list[FollowUp]:
    return advise(History((application,)), now, preferences)


def is_made(follow_up: FollowUp, now: datetime) -> bool:
    expired = follow_up.expires_at is not None and follow_up.expires_at <= now
    return follow_up.due_at <= now and not (expired or follow_up.doubtful or follow_up.listed_only)


def drafted(follow_up: FollowUp, when: datetime, state: DraftState) -> PastDraft:
    return PastDraft(follow_up.identity, follow_up.family, follow_up.kind, follow_up.rule, follow_up.contact.key, state, when)


@TEXTS
@given(situations(), st.randoms(use_true_random=False))
def test_advice_is_the_same_in_any_order_and_at_any_repetition(situation: tuple[Application, datetime], chance: object) -> None:
    application, now = situation
    messages, said = list(application.messages), list(application.words)
    chance.shuffle(messages)  # type: ignore[attr-defined]  # a random.Random of hypothesis
    chance.shuffle(said)  # type: ignore[attr-defined]
    first = told(application, now)
    assert told(application, now) == first
    assert told(replace(application, messages=tuple(messages), words=tuple(said)), now) == first


@TEXTS
@given(situations())
def test_nobody_is_written_to_who_is_the_user_or_cannot_answer(situation: tuple[Application, datetime]) -> None:
    application, now = situation
    for follow_up in told(application, now):
        assert follow_up.contact.key not in PREFERENCES.own_addresses
        assert not is_unanswerable(follow_up.contact)


@TEXTS
@given(situations())
def test_nobody_gets_two_drafts_at_a_time(situation: tuple[Application, datetime]) -> None:
    application, now = situation
    due = [follow_up for follow_up in told(application, now) if is_made(follow_up, now) and follow_up.rule != "F1"]
    assert max(Counter(follow_up.contact.key for follow_up in due).values(), default=1) == 1
    identities = [follow_up.identity for follow_up in told(application, now)]
    assert len(identities) == len(set(identities))


@TEXTS
@given(situations())
def test_nothing_falls_due_before_what_triggered_it(situation: tuple[Application, datetime]) -> None:
    application, now = situation
    case = Case.of(application, now, PREFERENCES)
    triggers = {message.message_id: message.at for message in application.messages}
    ends = {interview.trigger: interview.end for interview in case.interviews}
    for follow_up in told(application, now):
        triggered_at = ends.get(follow_up.trigger) or triggers.get(follow_up.trigger)
        assert triggered_at is not None, follow_up
        assert follow_up.due_at >= triggered_at
        assert follow_up.expires_at is None or follow_up.expires_at > follow_up.due_at


@TEXTS
@given(situations())
def test_checks_and_notes_to_keep_in_touch_come_in_working_time_only(situation: tuple[Application, datetime]) -> None:
    application, now = situation
    calendar: WorkingCalendar = PREFERENCES.calendar
    for follow_up in told(application, now):
        if follow_up.rule in ("S1", "S2", "R2"):
            local = follow_up.due_at.astimezone(ZONE)
            assert calendar.is_working_day(local.date())
            assert 9 <= local.hour < 17


@TEXTS
@given(situations())
def test_what_the_user_ended_or_paused_stays_silent(situation: tuple[Application, datetime]) -> None:
    application, now = situation
    case = Case.of(application, now, PREFERENCES)
    if case.standing.state in ENDED_BY_USER or case.standing.paused:
        assert told(application, now) == []


@TEXTS
@given(situations(), st.sampled_from([state for state in DraftState if state.final]), st.integers(0, 60))
def test_what_is_settled_stays_settled(situation: tuple[Application, datetime], state: DraftState, later: int) -> None:
    application, now = situation
    due = [follow_up for follow_up in told(application, now) if is_made(follow_up, now)]
    settled = replace(application, drafts=tuple(drafted(follow_up, now, state) for follow_up in due))
    quiet = replace(
        settled,
        messages=tuple(message for message in settled.messages if message.at <= now),
        words=tuple(word for word in settled.words if word.at <= now),
    )
    then = now + timedelta(days=later)
    assert not {follow_up.family for follow_up in due} & {follow_up.family for follow_up in told(quiet, then)}


@settings(TEXTS, max_examples=40)
@given(applications())
def test_an_obedient_user_asks_twice_at_most_and_never_within_a_week(application: Application) -> None:
    """Sam sends every draft on the day it is due; nothing of what he sends comes twice."""
    application = replace(application, first_cycle_at=None)
    now, sent, number = BEGIN, list[tuple[FollowUp, datetime, datetime]](), 0
    while now < BEGIN + SPAN:
        for follow_up in told(application, now):
            if not is_made(follow_up, now):
                continue
            number += 1
            case = Case.of(application, now, PREFERENCES)
            sent.append((follow_up, now, case.anchor.at if case.anchor else BEGIN))
            application = replace(
                application,
                drafts=(*application.drafts, drafted(follow_up, now, DraftState.SENT)),
                messages=tuple(sorted((*application.messages, _copy(follow_up, number, now)), key=lambda message: message.at)),
            )
        now += timedelta(hours=20)
    assert max(Counter(follow_up.family for follow_up, _, _ in sent).values(), default=1) == 1
    asked = [(when, anchor) for follow_up, when, anchor in sent if follow_up.kind is FollowUpKind.STATUS_CHECK]
    assert max(Counter(anchor for _, anchor in asked).values(), default=0) <= 2
    for (earlier, _), (following, _) in pairwise(asked):
        assert following - earlier >= timedelta(days=7) - timedelta(hours=1), "an hour for daylight saving"


def _copy(follow_up: FollowUp, number: int, now: datetime) -> PastMessage:
    return PastMessage(
        message_id=f"<sent.{number}@rivera.example>",
        thread="t1",
        mailbox="personal",
        direction=Direction.OUTGOING,
        at=now,
        sender=SAM,
        recipients=(follow_up.contact,),
        subject="Re: Data Analyst",
        kind=MessageKind.OTHER,
        confident=True,
        human=True,
        user_address=SAM.email,
        follow_up=follow_up.identity,
        follow_up_kind=follow_up.kind,
    )
