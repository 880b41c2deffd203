"""Greetings: by the name and in the register of the person who is greeted, and never a guess."""

from __future__ import annotations

import pytest

from classifiers.reading import Register
from daemon.drafting.names import greeting, person_name


@pytest.mark.parametrize(
    ("signs", "display", "register", "expected"),
    [
        ("Meg", "Meg Okafor", Register.FIRST_NAME, "Hi Meg,"),
        ("Meg", "Margaret Okafor", None, "Hi Meg,"),
        ("Meg", "Meg Okafor", Register.FORMAL, "Dear Meg Okafor,"),
        ("", "Dr. Ada Okafor", Register.FORMAL, "Dear Dr. Okafor,"),
        ("", "Dr. Ada Okafor", None, "Dear Dr. Okafor,"),
        ("Ada", "Dr Ada Okafor", Register.FIRST_NAME, "Hi Ada,"),
        ("", "Ada Okafor, PhD", Register.FORMAL, "Dear Dr. Okafor,"),
        ("", "Prof. Dr. Anna van der Berg", Register.FORMAL, "Dear Prof. Dr. van der Berg,"),
        ("Ms. Okafor", "Acme", Register.FORMAL, "Dear Ms. Okafor,"),
        ("", "Ms. Okafor", Register.FIRST_NAME, "Dear Ms. Okafor,"),
        ("MK", "Meg Kim", None, "Hi Meg,"),
        ("", "JP Smith", None, "Hi JP,"),
        ("", "J. Smith", None, "Dear J. Smith,"),
        ("", "", Register.FORMAL, "Hello,"),
        ("", "", None, "Hello,"),
    ],
)
def test_the_register_decides_on_the_greeting(signs: str, display: str, register: Register | None, expected: str) -> None:
    assert greeting(signs, display, register) == expected


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("Okafor, Meg", "Meg Okafor"),
        ("OKAFOR, MEG (she/her)", "Meg Okafor"),
        ("meg okafor", "Meg Okafor"),
        ("Meg Okafor via Calendly", "Meg Okafor"),
        ("'Meg Okafor' | Acme", "Meg Okafor"),
        ("Meg from Acme", "Meg"),
        ("Meg Okafor - Acme Talent", "Meg Okafor"),
        ("Meg Okafor, SHRM-CP", "Meg Okafor"),
        ("Meg Okafor, Senior Recruiter", "Meg Okafor"),
        ("de la Cruz, Maria", "Maria de la Cruz"),
        ("SIOBHAN O'NEIL", "Siobhan O'Neil"),
        ("ian mcdonald", "Ian McDonald"),
        ("Jean-Luc Picard", "Jean-Luc Picard"),
        ("LI WEI", "Li Wei"),
        ("王伟", "王伟"),
        ("Zoë Nuñez", "Zoë Nuñez"),
        ("\u202eMeg Okafor\u202c", "Meg Okafor"),
    ],
)
def test_a_name_is_taken_out_of_what_stands_around_it(written: str, full: str) -> None:
    name = person_name(written)
    assert name is not None
    assert name.full == full


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Acme Recruiting",
        "The Talent Team",
        "Hiring Manager",
        "no-reply",
        "meg@acme.example",
        "Acme",
        "Workday Notifications",
        "Meg\r\nBcc: everyone@example.org",
        "{{ x }}",
        "<b>Meg</b>",
        "M" * 300,
        "Meg " * 70,
        "Jobs & Careers",
        "12345",
    ],
)
def test_what_names_no_person_greets_nobody(written: str) -> None:
    assert person_name(written, company="Acme Inc.") is None
    assert greeting("", written, None, company="Acme Inc.") == "Hello,"
