"""Company, role, requisition and people of a message."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from classifiers.facts import extract
from classifiers.names import company_key, looks_like_person, person_in_display, same_company
from classifiers.reading import Facts, MessageKind, Person
from daemon.mail.message import Address, CalendarEvent
from tests.classifiers.case_files import Case, cases, context_of, kind_of, message_of, title

_TABLE = cases("who")


def _read(case: Case) -> Facts:
    return extract(message_of(case), kind_of(case, MessageKind.APPLICATION_RECEIVED), context_of(case))


def _with(*names: str) -> list[Case]:
    return [case for case in _TABLE if any(name in case for name in names)]


def test_there_are_enough_cases() -> None:
    assert len(_TABLE) >= 80


@pytest.mark.parametrize("case", _with("company", "company_key"), ids=title)
def test_company(case: Case) -> None:
    facts = _read(case)
    if "company" in case:
        assert facts.company == case["company"]
    else:
        assert facts.company is not None
        assert company_key(facts.company) == case["company_key"]
    assert facts.interview_by_agency is case.get("agency", False)


@pytest.mark.parametrize("case", _with("role"), ids=title)
def test_role(case: Case) -> None:
    assert _read(case).role == case["role"]


@pytest.mark.parametrize("case", _with("requisition"), ids=title)
def test_requisition(case: Case) -> None:
    assert _read(case).requisition == case["requisition"]


@pytest.mark.parametrize("case", _with("people"), ids=title)
def test_people(case: Case) -> None:
    people = _read(case).people
    assert [[person.name, person.email, person.interviewer, person.title] for person in people] == case["people"]
    assert [person.name for person in people if person.hiring_manager] == (
        [case["hiring_manager"]] if "hiring_manager" in case else []
    )


class TestInvited:
    """Attendees of a calendar part."""

    def people(self, *attendees: Address, organizer: Address | None, text: str = "See the invitation.") -> tuple[Person, ...]:
        event = CalendarEvent(
            method="REQUEST",
            uid="u",
            sequence=0,
            start=datetime(2026, 3, 3, 14, tzinfo=UTC),
            end=None,
            all_day=False,
            summary="",
            description="",
            location="",
            status="",
            organizer=organizer,
            attendees=attendees,
        )
        case: Case = {"text": text, "sender": "Dana Reyes <dana@acme.com>"}
        message = replace(message_of(case), calendar=(event,))
        return extract(message, MessageKind.INTERVIEW_CONFIRMATION, context_of(case)).people

    USER = Address("Sam Rivera", "SAM@example.org")
    DANA = Address("Dana Reyes", "dana@acme.com")
    PRIYA = Address("Nair, Priya", "priya.nair@acme.com")
    ROOM = Address("Room 4.12 (8)", "c_123@resource.calendar.google.com")

    def test_neither_the_user_nor_rooms_nor_the_organizer(self) -> None:
        people = self.people(self.USER, self.PRIYA, self.ROOM, self.DANA, organizer=self.DANA)
        assert people == (Person("Priya Nair", "priya.nair@acme.com", interviewer=True),)

    def test_organizer_where_nobody_else_is_known(self) -> None:
        tom = Address("Tom Becker", "tom@acme.com")
        assert self.people(self.USER, organizer=tom) == (Person("Tom Becker", "tom@acme.com", interviewer=True),)

    def test_name_in_the_text_and_address_of_the_invitation_are_one_person(self) -> None:
        people = self.people(self.USER, self.PRIYA, organizer=self.DANA, text="You'll be meeting Priya, our CTO.")
        assert [(person.name, person.email, person.interviewer) for person in people] == [
            ("Priya Nair", "priya.nair@acme.com", True)
        ]

    def test_address_without_a_name(self) -> None:
        people = self.people(Address("", "tom.becker@acme.com"), organizer=self.DANA)
        assert people == (Person("Tom Becker", "tom.becker@acme.com", interviewer=True),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme", "ACME Inc."),
        ("The Acme Co., Ltd.", "acme"),
        ("Acme GmbH & Co. KG", "Acme"),
        ("Delahunt & Roche", "Delahunt and Roche"),
        ("monday.com", "Monday"),
        ("Société Générale", "Societe Generale S.A."),
        ("Acme Group", "Acme Holdings PLC"),
    ],
)
def test_spellings_of_one_company(one: str, other: str) -> None:
    assert company_key(one) == company_key(other) != ""


def test_companies_that_differ() -> None:
    assert company_key("Acme Labs") != company_key("Apex Labs")
    assert company_key("") == ""


def test_same_company_allows_for_the_shorter_name() -> None:
    assert same_company("St. Brendan Regional", "St Brendan Regional Medical Center")
    assert not same_company("Acme", "Apex")
    assert not same_company("HP", "HPE Storage")


@pytest.mark.parametrize("name", ["Priya Nair", "Tom", "Maria van der Berg", "Jean-Luc O'Neill", "J. Smith"])
def test_names_of_people(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Will Smith", "Will Power", "Joan Park", "Emma Hall", "April Jones", "June Carter", "Jan Novak", "Dennis May",
        "Paul Church", "Pat Best", "Amy Street", "April Summers", "Eve Hall",
        "Amit Bank", "Grace Church", "Mark House", "王伟", "김민수",
    ],
)  # fmt: skip
def test_names_made_of_words_of_mail(name: str) -> None:
    assert looks_like_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "Talent Acquisition", "Northwind Careers", "Human Resources", "Hiring Team", "Acme Recruiting", "Support Desk",
        "City Hall", "First Bank", "May", "Park", "Will", "Best Regards", "招聘团队",
    ],
)  # fmt: skip
def test_departments_and_lone_words(name: str) -> None:
    assert not looks_like_person(name)


@pytest.mark.parametrize(
    "name", ["Talent Team", "Hiring Manager", "Stark Industries", "Tuesday", "priya", "Zoom", "HR", "", "Room 4"]
)
def test_other_names(name: str) -> None:
    assert not looks_like_person(name)


def test_person_in_a_display_name() -> None:
    assert person_in_display("Nair, Priya") == "Priya Nair"
    assert person_in_display("Carolyn Bakke RN") == "Carolyn Bakke"
    assert person_in_display("Dana Reyes via Calendly") == "Dana Reyes"
    assert person_in_display("Acme Careers") == ""
