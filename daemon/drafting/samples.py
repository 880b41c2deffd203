"""Made-up facts that try a template out: every kind of letter, and every two facts together, known and unknown.

`doctor` and the tests render every variant of every template with them, so that a fault in a template (the user's own, too)
shows before a letter is due.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product

from classifiers.reading import Register
from daemon.drafting.letter import Author, LetterFacts
from daemon.mail.message import Address
from daemon.playbook.follow_up import Situation
from daemon.playbook.history import FollowUpKind

INTERVIEW_ON = date(2026, 3, 3)
REJECTED_ON = date(2026, 3, 20)

LETTERS: Mapping[str, tuple[FollowUpKind, int, tuple[Situation, ...]]] = {
    "T1": (
        FollowUpKind.THANK_YOU,
        1,
        (
            Situation(interviewed=True),
            Situation(interviewed=True, interview_on=INTERVIEW_ON, round=2),
            Situation(interviewed=True, answers_hold=True),
            Situation(interviewed=True, thank_also=("Joe Hobbs", "Ann Lee")),
            Situation(interviewed=True, panel=1, thank_also=("Joe Hobbs",), answers_hold=True),
        ),
    ),
    "T3": (FollowUpKind.THANK_YOU, 1, (Situation(machine_led=True),)),
    "S1": (
        FollowUpKind.STATUS_CHECK,
        1,
        (
            Situation(interviewed=True, interview_on=INTERVIEW_ON),
            Situation(interviewed=True),
            Situation(),
            Situation(applied_on=date(2026, 2, 2)),
        ),
    ),
    "S2": (FollowUpKind.STATUS_CHECK, 2, (Situation(interviewed=True, interview_on=INTERVIEW_ON), Situation())),
    "H1": (FollowUpKind.HOLDING_REPLY, 1, (Situation(), Situation(interviewed=True, holiday="Holidays"))),
    "H3": (
        FollowUpKind.SEASONAL_GREETING,
        1,
        (Situation(holiday="the holidays"), Situation(holiday="Thanksgiving"), Situation()),
    ),
    "R1": (
        FollowUpKind.REJECTION_THANKS,
        1,
        (
            Situation(interviewed=True, ask_feedback=True),
            Situation(ask_feedback=True),
            Situation(interviewed=True, feedback_given=True),
            Situation(),
        ),
    ),
    "R2": (FollowUpKind.KEEP_IN_TOUCH, 1, (Situation(interviewed=True, rejected_on=REJECTED_ON), Situation())),
    "O2": (FollowUpKind.WITHDRAWAL, 1, (Situation(interviewed=True), Situation())),
    "F1": (FollowUpKind.REFERENCE_NOTICE, 1, (Situation(caller="Dana Hobbs"), Situation())),
}
"""By the playbook's name of the rule: kind, ordinal and the situations that its words depend on."""

_ADDRESSEES: tuple[tuple[Register | None, str, str], ...] = (
    (Register.FIRST_NAME, "Meg", "Meg Okafor"),
    (Register.FORMAL, "", "Dr. Ada Okafor"),
    (None, "", ""),
    (Register.FORMAL, "Meg", "Meg Okafor"),
    (None, "", "OKAFOR, Meg"),
)
_COMPANIES = (None, "Acme", "Acme Inc.")
_ROLES = (None, "Operations Analyst", "Summer Internship", "Engineer, Payments")
_MENTIONS = ((), ("the team's move to event sourcing",))
_HIGHLIGHTS = ((), ("Led the migration of 40 services to Kubernetes",), ("Ten years of audit work",), ("Fluent in Spanish",))
_NEWS = ("", "Completed a course in data engineering", "A talk at the regional data meetup", "AWS Solutions Architect")


def sample_facts() -> Iterator[LetterFacts]:
    """Facts for every kind of letter in each of its situations, with every pair of other facts at least once."""
    for rule, (kind, ordinal, situations) in LETTERS.items():
        for addressee, company, role, mentions, highlights, news in every_pair(5):
            register, signs, display = _ADDRESSEES[addressee]
            achieved = _NEWS[news % len(_NEWS)]
            facts = LetterFacts(
                kind=kind,
                rule=rule,
                ordinal=ordinal,
                seed=rule,
                author=Author(
                    name="Sam Rivera",
                    address="sam.rivera@example.org",
                    highlights=_HIGHLIGHTS[highlights % len(_HIGHLIGHTS)],
                    achievements=((date(2026, 4, 6), achieved),) if achieved else (),
                ),
                recipient=Address(display, "meg.okafor@acme.example"),
                recipient_signs=signs,
                register=register,
                company=_COMPANIES[company % len(_COMPANIES)],
                role=_ROLES[role % len(_ROLES)],
                mentions=_MENTIONS[mentions % len(_MENTIONS)],
            )
            for situation in situations:
                yield replace(facts, situation=situation)


def in_words(facts: LetterFacts) -> str:
    """Which sample this is: the rule, what is particular to its situation, and what is not known."""
    situation = facts.situation
    particular = [words for field, words in _PARTICULAR.items() if getattr(situation, field) != getattr(_ORDINARY, field)]
    missing = [
        what
        for what, known in (
            ("name", facts.recipient.name or facts.recipient_signs),
            ("company", facts.company),
            ("role", facts.role),
            ("highlight", facts.author.highlights),
            ("mention", facts.mentions),
        )
        if not known
    ]
    formal = ["formal"] if facts.register is Register.FORMAL else []
    without = [f"no {', '.join(missing)} known"] if missing else []
    return f"{facts.rule} ({'; '.join([*particular, *formal, *without]) or 'everything known'})"


_ORDINARY = Situation()
_PARTICULAR: Mapping[str, str] = {
    "interviewed": "after an interview",
    "interview_on": "its day is known",
    "round": "a further round",
    "panel": "one of several notes",
    "thank_also": "others to thank",
    "answers_hold": "a hold to answer",
    "machine_led": "led by a machine",
    "applied_on": "the day of applying is known",
    "rejected_on": "the day of the rejection is known",
    "ask_feedback": "feedback to ask for",
    "feedback_given": "feedback given",
    "holiday": "a holiday is named",
    "caller": "the caller is named",
}


def every_pair(prime: int) -> Iterator[tuple[int, ...]]:
    """`prime` squared rows of `prime` + 1 numbers below it, in which any two columns show every pair: the orthogonal array of
    strength 2 that the lines of a plane over the field of so many elements make."""
    for slope, offset in product(range(prime), repeat=2):
        yield (slope, *((offset + column * slope) % prime for column in range(prime)))
