"""Each rule of the linter, broken once; and templates that break them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from daemon.drafting.compose import compose
from daemon.drafting.letter import Letter, LetterFacts
from daemon.drafting.lint import lint
from daemon.drafting.samples import LETTERS
from daemon.mail.message import Address
from daemon.playbook.follow_up import Situation
from daemon.playbook.history import FollowUpKind
from tests.drafting.cases import SEARCHES

HOLD = replace(SEARCHES[0], kind=FollowUpKind.HOLDING_REPLY, rule="H1", seed="hold")
FIT = Letter(
    greeting="Hi Meg,",
    paragraphs=("Thank you for the update.", "I look forward to hearing from you."),
    closing="Best,",
    signature="Sam Rivera",
    subject="Site Reliability Engineer at Northwind",
)


def with_text(*paragraphs: str) -> Letter:
    return replace(FIT, paragraphs=paragraphs)


def facts_for(rule: str, **situation: object) -> LetterFacts:
    kind, ordinal, situations = LETTERS[rule]
    return replace(HOLD, rule=rule, kind=kind, ordinal=ordinal, situation=replace(situations[0], **situation))  # type: ignore[arg-type]


def test_a_letter_that_breaks_no_rule() -> None:
    assert lint(FIT, HOLD) == ()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Thank you, {{ name }}.", "placeholder"),
        ("Thank you for the update, [Name].", "placeholder"),
        ("Thank you for the update, None.", "placeholder"),
        ("Thank you for the update, undefined.", "placeholder"),
        ("Thank you. TODO add more.", "placeholder"),
        ("Thank you for the update on ____.", "placeholder"),
        ("Thank you for\nthe update.", "line break"),
        ("Thank you for the \u202eupdate.", "invisible"),
        ("Thank you for the update.\x07", "invisible"),
        ("Thank  you for the update.", "spaces"),
        (" Thank you for the update.", "spaces"),
        ("Thank you for the the update.", "doubled"),
        ("Thank you for The the update.", "doubled"),
        ("Thank you for the update .", "punctuation"),
        ("Thank you for the update..", "punctuation"),
        ("Thank you,, for the update.", "punctuation"),
        ("thank you for the update.", "lower case"),
        ("Thank you. good.", "lower case"),
        ("Thank you for the update", "without an end"),
        ("Thank you. Thank you.", "twice"),
        ("", "empty paragraph"),
        ("Thank you for the update today.", "stale"),
        ("Thank you for the talk a week ago.", "stale"),
        ("Thank you for the talk last Tuesday.", "stale"),
        ("Thank you for the talk this morning.", "stale"),
        ("Thank you. What is the salary range for this?", "money"),
        ("Thank you for the word on benefits.", "money"),
        ("Thank you, though I am disappointed.", "negative"),
        ("Thank you. Unfortunately I wait.", "negative"),
        ("Thank you. I haven't heard from you.", "negative"),
        ("Thank you. My health is better.", "private"),
        ("Thank you. I was laid off.", "private"),
        ("Thank you. When will you decide?", "questions"),
        ("I look forward to it.", "thank you"),
        ("Thank you. One. Two. Three.", "sentences"),
        ("Thank you " + "very " * 3 + " ".join(f"word{number}" for number in range(120)) + ".", "words"),
    ],
)
def test_each_rule(text: str, rule: str) -> None:
    problems = lint(with_text(text), HOLD)
    assert any(rule in problem for problem in problems), problems


class TestKindsOfLetter:
    @pytest.mark.parametrize("rule", ["T1", "S1", "S2", "R1", "R2", "O2", "F1"])
    def test_names_role_and_company_where_they_are_known(self, rule: str) -> None:
        problems = lint(with_text("Thank you."), facts_for(rule))
        assert "does not name the company" in problems
        assert "does not name the role" in problems
        unknown = replace(facts_for(rule), company="{{x}}", role=None)
        assert not [
            problem for problem in lint(with_text("Thank you."), unknown) if "name the company" in problem or "role" in problem
        ]

    def test_a_first_check_names_the_day_and_asks_once(self) -> None:
        facts = facts_for("S1")
        text = "I am writing about the Site Reliability Engineer role at Northwind."
        assert "does not name the interview's date" in lint(with_text(text), facts)
        assert any("2 questions" in problem for problem in lint(with_text(text, "Is it on? Is it off?"), facts))
        assert not any("question" in problem for problem in lint(with_text(text, "Is it on?"), facts))

    def test_a_rejection_thanks_does_not_sell(self) -> None:
        text = "Thank you for considering me for the Site Reliability Engineer role at Northwind, given my skills."
        assert lint(with_text(text), facts_for("R1")) == ("sells: 'skills'",)

    def test_keeping_in_touch_asks_for_no_job(self) -> None:
        text = "Thank you for considering me for the Site Reliability Engineer role at Northwind. I would take any openings."
        assert lint(with_text(text), facts_for("R2")) == ("asks for a job: 'openings'",)

    def test_a_withdrawal_withdraws(self) -> None:
        text = "Thank you for considering me for the Site Reliability Engineer role at Northwind."
        assert lint(with_text(text), facts_for("O2")) == ("does not say plainly that the user withdraws",)

    def test_a_new_message_has_a_subject(self) -> None:
        assert "no subject" in lint(replace(FIT, subject=""), facts_for("F1"))


class TestRecipient:
    @pytest.mark.parametrize(
        "email",
        ["", "meg", "a@b.example, c@d.example", "a@b.example;c@d.example", "a@b@c.example", "a@b.example\nBcc: c@d.example"],
    )
    def test_is_exactly_one(self, email: str) -> None:
        assert "not exactly one recipient" in lint(FIT, replace(HOLD, recipient=Address("Meg", email)))


class TestWordsThatAreNotOurs:
    """They are the other side's or the user's, and judged by nobody."""

    @pytest.mark.parametrize(
        "company", ["Benefits Co", "Pay Inc.", "Regret Ltd.", "Walla Walla", "adidas", "Yesterday & Today", "Money"]
    )
    def test_a_company_may_be_called_anything(self, company: str) -> None:
        text = f"Thank you for the update on the role at {company}" + ("" if company.endswith(".") else ".")
        assert lint(with_text(text), replace(HOLD, company=company)) == ()

    def test_a_role_may_be_about_pay(self) -> None:
        assert (
            lint(
                with_text("Thank you for the update on the Compensation Analyst role."),
                replace(HOLD, role="Compensation Analyst"),
            )
            == ()
        )

    def test_but_our_own_words_beside_it_are_judged(self) -> None:
        facts = replace(HOLD, company="Benefits Co")
        assert lint(with_text("Thank you for the update on the benefits at Benefits Co."), facts) == (
            "speaks of money: 'benefits'",
        )

    def test_an_edge_that_doubles_a_word_is_seen(self) -> None:
        facts = replace(HOLD, company="The Guild")
        assert lint(with_text("Thank you for the update on the The Guild role."), facts) == ("a doubled word: 'the The'",)


def test_every_draft_of_a_situation_without_words_is_fit() -> None:
    for facts in (replace(HOLD, kind=kind, situation=Situation()) for kind in FollowUpKind):
        assert lint(compose(facts), facts) == ()
