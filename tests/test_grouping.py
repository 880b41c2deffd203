"""Which application a conversation belongs to: sure signs before weak ones, two roles stay two, strangers stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from classifiers.reading import Facts, MessageKind, Reading, Verdict
from daemon.grouping import Candidate, choose, choose_by_people
from daemon.mail.message import Address, CalendarEvent, Message

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MEG = Address("Meg Ortiz", "meg@northwind.example")
ROBOT = Address("Northwind", "no-reply@ats.example")
NORTHWIND = Candidate(
    1,
    "Northwind",
    "Data Analyst",
    ended=False,
    latest_at=NOW,
    contacts=frozenset({MEG.key}),
    domains=frozenset({"northwind.example"}),
    calendar_uids=frozenset({"u1"}),
)


def message(sender: Address = MEG, uid: str = "") -> Message:
    event = CalendarEvent("REQUEST", uid, 0, NOW, None, False, "Interview", "", "", "", None, ())
    return Message("<1@x.example>", "Hello", sender, NOW, calendar=(event,) if uid else ())


def reading(
    kind: MessageKind = MessageKind.INTERVIEW_INVITATION,
    company: str | None = None,
    role: str | None = None,
    person: Address | None = MEG,
) -> Reading:
    facts = Facts(company=company, role=role, written_by_person=person is not None, reply_address=person)
    return Reading(Verdict(kind, 1.0, True), facts)


@pytest.mark.parametrize(
    ("said", "by"),
    [
        (reading(company="Northwind"), MEG),
        (reading(company="Northwind, Inc."), MEG),
        (reading(company="NORTHWIND", role="Data Analyst"), MEG),
        (reading(company="Northwind Medical Center"), MEG),
        (reading(company="Northwind", role="Data Analyst (m/f)"), MEG),
        (reading(company="Northwind", role="Analyst"), MEG),
        (reading(MessageKind.APPLICATION_RECEIVED, "Northwind", person=None), ROBOT),
        (reading(), MEG),
    ],
)
def test_belongs_to_the_known_application(said: Reading, by: Address) -> None:
    assert choose(message(by), said, (NORTHWIND,)).key == 1


def test_a_colleague_from_the_same_domain_belongs_to_an_application_without_a_name() -> None:
    tom = Address("Tom", "tom@hr.northwind.example")
    assert choose(message(tom), reading(person=tom), (replace(NORTHWIND, company=None),)).key == 1


@pytest.mark.parametrize(
    ("said", "by"),
    [
        (reading(company="North"), Address("Al", "al@north.example")),
        (reading(company="Southgate"), Address("Al", "al@southgate.example")),
        (reading(company="Northwind", role="Store Manager"), MEG),
        (reading(MessageKind.APPLICATION_RECEIVED, "Copperleaf", person=None), ROBOT),
        (reading(person=Address("Al", "al@gmail.com")), Address("Al", "al@gmail.com")),
    ],
)
def test_begins_a_new_application(said: Reading, by: Address) -> None:
    assert choose(message(by), said, (NORTHWIND,)).key is None


def test_the_same_appointment_is_surest() -> None:
    other = replace(NORTHWIND, key=2, company="Somebody Else", calendar_uids=frozenset())
    assert choose(message(uid="u1"), reading(company="Somebody Else"), (NORTHWIND, other)).key == 1


def test_a_new_receipt_after_the_end_begins_anew_but_a_late_letter_does_not() -> None:
    ended = replace(NORTHWIND, ended=True)
    assert choose(message(ROBOT), reading(MessageKind.APPLICATION_RECEIVED, "Northwind", person=None), (ended,)).key is None
    assert choose(message(), reading(MessageKind.HOLDING, "Northwind"), (ended,)).key == 1


def test_of_two_roles_the_same_one_is_chosen() -> None:
    manager = replace(NORTHWIND, key=2, role="Store Manager")
    assert choose(message(), reading(company="Northwind", role="Store Manager"), (NORTHWIND, manager)).key == 2
    assert choose(message(), reading(company="Northwind", role="Data Analyst"), (NORTHWIND, manager)).key == 1


def test_a_thread_that_is_no_step_joins_by_its_people_alone() -> None:
    choice = choose_by_people((Address("", "MEG@northwind.example"),), (NORTHWIND,))
    assert choice is not None
    assert choice.key == 1
    assert choose_by_people((Address("", "stranger@northwind.example"),), (NORTHWIND,)) is None


def test_a_contact_of_two_applications_means_the_open_one() -> None:
    ended = replace(NORTHWIND, key=2, ended=True, latest_at=datetime(2026, 5, 1, tzinfo=UTC))
    choice = choose_by_people((MEG,), (NORTHWIND, ended))
    assert choice is not None
    assert choice.key == 1
