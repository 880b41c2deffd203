"""docs/playbook.md says what the program does: its rules and articles, its states, its letters, its thresholds."""

from __future__ import annotations

import re

from daemon.drafting.compose import template_names
from daemon.playbook.advise import STRENGTH
from daemon.playbook.articles import ARTICLES
from daemon.playbook.standing import State
from tests.playbook.page import PAGE, drawing, transitions, written_anew

TEXT = PAGE.read_text("utf-8")


def test_states_and_letters_are_as_the_program_has_them_now() -> None:
    """`make golden` writes both parts anew."""
    assert written_anew(TEXT) == TEXT


def test_every_state_is_drawn_and_can_be_come_to() -> None:
    assert {target for _, _, target in transitions()} >= {state.value for state in State}
    assert all(state.value in drawing() for state in State)


def test_every_rule_has_its_row_and_names_its_articles() -> None:
    rows = re.findall(r"^\| ([A-Z]\d) \|.*\| ([\d ]+) \|$", TEXT, re.MULTILINE)
    assert {rule: tuple(articles.split()) for rule, articles in rows} == dict(ARTICLES)


def test_the_order_of_strength_is_the_one_in_force() -> None:
    assert " > ".join(STRENGTH) in " ".join(TEXT.split())


def test_the_page_on_templates_names_each() -> None:
    page = (PAGE.parent / "configuration.md").read_text("utf-8")
    said = set(re.findall(r"`([a-z_]+)`", page.partition("## Your own templates")[2].partition("A small")[0]))
    assert said == {name.removesuffix(".txt.jinja") for name in template_names()} | {"templates"}
