from __future__ import annotations

from datetime import date

import pytest

from daemon.digest import advice
from daemon.digest.content import Advice

LINKEDIN_INVITATION = 200
LONG = "Consolidated Intercontinental Manufacturing and Distribution Partners of the Northern Provinces"


def every_advice(name: str, company: str | None, role: str | None) -> list[Advice]:
    return [
        advice.questions_before_interview(company),
        advice.linkedin_request(name, company, role, date(2026, 9, 23)),
        advice.handwritten_card((name,), company),
        advice.shared_interest(name, company),
        advice.call_instead(company, agency=False),
        advice.call_instead(company, agency=True),
        advice.connect_after_rejection(name, company),
        advice.keep_in_touch_on_linkedin(name, company, role),
        advice.third_hold(company),
        advice.ask_for_address(name, company, "Ines Kaya"),
        advice.MOVE_ON,
        advice.UNSENT_CHECK,
    ]


@pytest.mark.parametrize("given", every_advice("Meg Lang", "Northwind Labs", "Data Analyst"), ids=lambda given: given.title)
def test_each_cites_its_articles(given: Advice):
    assert given.title
    assert given.text
    assert given.articles
    assert set(given.articles) <= {"000", "001", "002", "003", "004"}


@pytest.mark.parametrize(
    ("name", "company", "role"),
    [("Meg Lang", "Northwind Labs", "Data Analyst"), ("Meg Lang", LONG, LONG), (LONG, LONG, LONG), ("", None, None)],
)
def test_ready_texts_fit_a_linkedin_invitation_whole_and_without_gaps(name: str, company: str | None, role: str | None):
    for given in every_advice(name, company, role):
        if given.ready:
            assert len(given.ready) <= LINKEDIN_INVITATION
            assert given.ready.endswith(".")
            assert "None" not in given.ready
            assert "  " not in given.ready


def test_a_request_names_the_day_the_role_and_the_company():
    ready = advice.linkedin_request("Meg Lang", "Northwind Labs", "Data Analyst", date(2026, 3, 2)).ready
    assert ready.startswith(
        "Hi Meg, thank you for our conversation on 2 March about the Data Analyst position at Northwind Labs."
    )


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Meg Lang", "Hi Meg,"),
        ("Lang, Meg", "Hi Meg,"),
        ("Dr. Meg Lang", "Hello Dr. Meg Lang,"),
        ("M. Lang", "Hello M. Lang,"),
        ("meg@northwind.example", "Hello meg@northwind.example,"),
        ("", "Hello,"),
    ],
)
def test_the_greeting_uses_a_given_name_only_where_it_is_plain_to_see(name: str, greeting: str):
    assert advice.connect_after_rejection(name, None).ready.startswith(greeting + " thank you")


def test_commands_quote_what_strangers_wrote():
    commands = advice.questions_before_interview("O'Neil; rm -rf ~").commands
    assert commands[0] == """afterword expect 'O'"'"'Neil; rm -rf ~' WHEN"""
    assert advice.third_hold("Bad\u202eName").commands == ("afterword expect COMPANY WHEN",)


def test_an_agency_is_asked_first_and_never_called_over():
    given = advice.call_instead("Helio", agency=True)
    assert "agency" in given.title
    assert "call" not in given.text
