"""Facts to letter: what is known goes as phrases into the template of its kind, and the seed chooses the wording.

The templates lie in `templates/`, one for each kind (and ordinal); a file of the same name in the user's own folder takes
its place. Blank lines part paragraphs, other line breaks mean nothing. Templates see these strings, '' where a thing is not
known:

    company, role "Acme", "Operations Analyst"
    position      "the Operations Analyst position at Acme", "the position"
    named_post    the same without the company
    post          "position" or "role", the same one throughout a letter
    team          "the team at Acme", "your team"
    step          "my interview for the position at Acme on Tuesday, March 3", "my application for the position"
    attempt       "my interview", "my application"
    mention       fits after "about"
    thank_also    "Joe Hobbs and Ann Lee"
    holiday       fits after "enjoy": "the holidays", "Christmas"
    caller        "Dana Hobbs or a colleague", "someone from the hiring team"
    decision      "your decision in March", "your decision"

Two of them are a `Point` with `clause`, `noun` and `note`, of which at most one is set: `highlight`, the user's that fits the
role best, and `news`, what he achieved since a rejection. For conditions only there are `situation` (the playbook's), `kind`,
`interviewed`, `formal` and `holiday_named` (they said which holiday).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    select_autoescape,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from daemon.drafting.cleaning import signature
from daemon.drafting.known import Known, known
from daemon.drafting.letter import Author, Letter, LetterFacts
from daemon.drafting.phrases import listed, month, named_post, spoken_date
from daemon.drafting.points import Point
from daemon.drafting.render import MOST_WORDS, word_count
from daemon.drafting.variation import Choose, SeededChoice, Vary, WithoutContractions
from daemon.errors import DraftRejected
from daemon.playbook.history import FollowUpKind

CLOSING, SUBJECT = SHARED_TEMPLATES = ("closing.txt.jinja", "subject.txt.jinja")

_TEMPLATE_FAULTS = (TemplateError, OSError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""A template is a little program of the user's: it may divide by nothing, include itself, or be no UTF-8."""

_SIGNS_OFF = re.compile(
    r"(?:(?:many )?thanks|thank you|cheers|yours|sincerely|(?:best|kind|warm)(?:est)?(?: regards| wishes)?|regards)\b.{0,20},$",
    re.IGNORECASE,
)
"""The first line of a signature that brings its own closing."""


def compose(facts: LetterFacts, *, overrides: Path | None = None) -> Letter:
    """The letter that these facts ask for; the same facts the same letter, for ever.

    `overrides` is the folder with the user's own templates, if any. Raises `DraftRejected` where a template cannot be used.
    """
    return compose_with(facts, _choice(facts), overrides=overrides)


def compose_with(facts: LetterFacts, choose: Choose, *, overrides: Path | None = None, only: str = "") -> Letter:
    """As `compose`, with a choice of one's own among the variants. `only`: of the user's templates, the one of this name."""
    material = known(facts)
    environment = _environment(overrides, only, material.formal)
    letter = _write(facts, material, choose, environment)
    for less in _ever_less(material):
        if word_count(letter) <= MOST_WORDS:
            break
        letter = _write(facts, less, choose, environment)
    return letter


def template_name(facts: LetterFacts) -> str:
    """The file that holds the words for this kind of letter."""
    name = facts.kind.value
    if facts.kind is FollowUpKind.THANK_YOU and facts.situation.machine_led:
        name += "_machine_led"
    elif facts.kind is FollowUpKind.STATUS_CHECK:
        name += "_first" if facts.ordinal <= 1 else "_second"
    return f"{name}.txt.jinja"


def template_names() -> list[str]:
    """Every file that the user may replace."""
    return _environment(None, "", False).list_templates()


def own_templates(overrides: Path | None, facts: LetterFacts) -> list[str]:
    """The files of the user's own that a letter with these facts is written from."""
    names = (template_name(facts), *SHARED_TEMPLATES)
    return [name for name in names if overrides is not None and os.path.isfile(overrides / name)]


def _choice(facts: LetterFacts) -> SeededChoice:
    """Notes to one panel, and checks of one seed, take turns; any other draft goes by its seed alone."""
    situation = facts.situation
    if facts.kind is FollowUpKind.STATUS_CHECK:
        return SeededChoice(facts.seed, panel_key=facts.seed, panel=situation.panel)
    if facts.kind is not FollowUpKind.THANK_YOU or situation.machine_led:
        return SeededChoice(facts.seed)
    shared = (facts.company, facts.role, situation.interview_on, situation.round)
    return SeededChoice(facts.seed, panel_key=repr(shared), panel=situation.panel)


def _write(facts: LetterFacts, material: Known, choose: Choose, environment: Environment) -> Letter:
    context = _context(facts, material, choose)

    def render(name: str) -> tuple[str, ...]:
        try:
            return _paragraphs(environment.get_template(name).render(context))
        except _TEMPLATE_FAULTS as fault:
            raise DraftRejected(f"the template {name} cannot be used: {fault}") from fault

    under = _signature(facts.author)
    signs_off = _SIGNS_OFF.match(under.partition("\n")[0].strip())
    return Letter(
        greeting=material.greeting,
        paragraphs=render(template_name(facts)),
        closing="" if signs_off else " ".join(render(CLOSING)),
        signature=under,
        subject=" ".join(render(SUBJECT)),
    )


def _context(facts: LetterFacts, material: Known, choose: Choose) -> Mapping[str, object]:
    situation = facts.situation
    post = ("position", "role")[choose("post", 2)]
    named = named_post(material.role, post)
    at_company = f" at {material.company}" if material.company else ""
    interviewed = situation.interviewed or situation.interview_on is not None
    attempt = "my interview" if interviewed else "my application"
    day = situation.interview_on if interviewed else situation.applied_on
    dated = f"{' on' if interviewed else ', sent on'} {spoken_date(day, month_first=facts.month_first)}" if day else ""
    decided = f" in {month(situation.rejected_on)}" if situation.rejected_on else ""
    return {
        "choose": choose,
        "kind": facts.kind.value,
        "situation": situation,
        "formal": material.formal,
        "role": material.role,
        "company": material.company,
        "post": post,
        "named_post": named,
        "position": named + at_company,
        "team": f"the team{at_company}" if at_company else "your team",
        "interviewed": interviewed,
        "attempt": attempt,
        "step": f"{attempt} for {named}{at_company}{dated}",
        "mention": _mention(facts, material),
        "highlight": _highlight(facts, material),
        "news": _news(material.news),
        "thank_also": listed(material.thank_also),
        "holiday": material.holiday,
        "holiday_named": material.holiday_named,
        "caller": f"{material.caller} or a colleague" if material.caller else "someone from the hiring team",
        "decision": f"your decision{decided}",
    }


def _mention(facts: LetterFacts, material: Known) -> str:
    """One marked phrase; the first note of a panel and a note to a single interviewer have room for two."""
    if not material.mentions:
        return ""
    panel = facts.situation.panel
    if facts.kind is FollowUpKind.THANK_YOU and panel == 0:
        return listed(material.mentions[:2], last=" and about ")
    return material.mentions[panel % len(material.mentions)]


def _highlight(facts: LetterFacts, material: Known) -> Point:
    """The best one; the notes to a panel go through those that fit, and a check has the one after that of the thank-you."""
    turn = facts.situation.panel + (facts.kind is FollowUpKind.STATUS_CHECK)
    return material.highlights[turn % len(material.highlights)] if material.highlights else Point()


def _news(news: tuple[Point, ...]) -> Point:
    """The two latest achievements in one clause where both are clauses, else the latest."""
    if len(news) > 1 and news[0].clause and news[1].clause:
        return Point(clause=f"{news[1].clause} and {news[0].clause.removeprefix('I ')}")
    return news[0] if news else Point()


def _ever_less(material: Known) -> Iterator[Known]:
    """What to leave out, step by step, of a letter that has become too long."""
    for step in (
        {"mentions": material.mentions[:1], "news": material.news[:1]},
        {"highlights": ()},
        {"mentions": ()},
        {"news": (), "thank_also": material.thank_also[:1]},
    ):
        material = replace(material, **step)
        yield material


def _signature(author: Author) -> str:
    if own := signature(author.signature):
        return own
    return "\n".join(filter(None, (" ".join(signature(line).split()) for line in (author.name, author.phone, author.linkedin))))


def _paragraphs(rendered: str) -> tuple[str, ...]:
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n[ \t]*\n", rendered))
    return tuple(re.sub(r"(?<!\.)\.\.(?!\.)", ".", paragraph) for paragraph in paragraphs if paragraph)


class _OwnTemplates(FileSystemLoader):
    """The user's folder, of which only files are looked at that replace one of ours."""

    def __init__(self, folder: Path, names: frozenset[str]) -> None:
        super().__init__(folder, encoding="utf-8-sig")
        self._names = names

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        if template not in self._names:
            raise TemplateNotFound(template)
        return super().get_source(environment, template)


@lru_cache(maxsize=32)
def _environment(overrides: Path | None, only: str, formal: bool) -> ImmutableSandboxedEnvironment:
    ours = PackageLoader("daemon.drafting", "templates")
    replaced = frozenset({only} if only else ours.list_templates())
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([_OwnTemplates(overrides, replaced), ours]) if overrides else ours,
        extensions=[Vary, WithoutContractions] if formal else [Vary],
        undefined=StrictUndefined,
        autoescape=select_autoescape(default=False, default_for_string=False),  # plain text; the HTML body is escaped as a whole
        auto_reload=overrides is not None,
        trim_blocks=True,
        lstrip_blocks=True,
    )
