"""Six job seekers and the letters of their searches, as `LetterFacts`: what the golden file shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from classifiers.reading import Register
from daemon.drafting.letter import Author, LetterFacts
from daemon.drafting.samples import LETTERS
from daemon.mail.message import Address
from daemon.playbook.follow_up import Situation
from daemon.playbook.history import FollowUpKind

INFORMAL, FORMAL = Register.FIRST_NAME, Register.FORMAL

SAM = Author(
    name="Sam Rivera",
    address="sam.rivera@example.org",
    highlights=(
        "Led the migration of 40 services to Kubernetes",
        "Cut the number of night-time incidents by half, as an engineer on call",
        "Ten years of warehouse operations",
    ),
    achievements=(
        (date(2026, 2, 1), "Finished a marathon"),
        (date(2026, 4, 2), "Completed the AWS Solutions Architect certification"),
        (date(2026, 4, 9), "Gave a talk on incident reviews at a local meetup"),
    ),
)
PRIYA = Author(
    name="Priya Nair",
    address="priya@nair.example",
    signature="Priya Nair, RN\n+1 555 0134",
    highlights=("Five years on a surgical ward, two of them as charge nurse",),
    achievements=((date(2026, 4, 1), "A certificate in wound care"),),
)
TOM = Author(name="Tom Becker", address="tom@becker.example", phone="+44 20 7946 0018", linkedin="linkedin.com/in/tombecker")
LENA = Author(
    name="Lena Hoffmann",
    address="lena@example.net",
    highlights=("Chartered accountant with six years in audit", "Leading month-end close for three subsidiaries"),
    achievements=((date(2026, 4, 14), "ACCA membership"),),
)

SEARCHES: tuple[LetterFacts, ...] = (
    LetterFacts(
        kind=FollowUpKind.THANK_YOU,
        rule="T1",
        ordinal=1,
        seed="",
        author=SAM,
        recipient=Address("Meg Okafor", "meg.okafor@northwind.example"),
        recipient_signs="Meg",
        register=INFORMAL,
        company="Northwind",
        role="Site Reliability Engineer",
        mentions=("the team's move to event sourcing",),
    ),
    LetterFacts(
        kind=FollowUpKind.THANK_YOU,
        rule="T1",
        ordinal=1,
        seed="",
        author=PRIYA,
        recipient=Address("Dr. Ada Whitfield", "a.whitfield@stjude.example"),
        register=FORMAL,
        company="St. Brigid Hospital",
        role="Senior Staff Nurse",
    ),
    LetterFacts(
        kind=FollowUpKind.THANK_YOU,
        rule="T1",
        ordinal=1,
        seed="",
        author=TOM,
        recipient=Address("HARPER, JOAN (she/her)", "joan@harperlane.example"),
        company="Harper & Lane Ltd.",
        mentions=("they train new colleagues in pairs", "our shared love of sailing"),
    ),
    LetterFacts(
        kind=FollowUpKind.THANK_YOU,
        rule="T1",
        ordinal=1,
        seed="",
        author=LENA,
        recipient=Address("", "talent@example.com"),
        register=FORMAL,
        role="Finance Manager, Shared Services",
    ),
    LetterFacts(
        kind=FollowUpKind.THANK_YOU,
        rule="T1",
        ordinal=1,
        seed="",
        author=TOM,
        recipient=Address("Luis", "luis@example.com"),
        register=INFORMAL,
    ),
)


def letters() -> Iterator[tuple[str, LetterFacts]]:
    """Each search through every rule and situation in turn, with a title; the situations are dealt out, not all to each."""
    for number, search in enumerate(SEARCHES):
        for rule, (kind, ordinal, situations) in LETTERS.items():
            dealt = situations if len(situations) <= 2 and number < 2 else (situations[number % len(situations)],)
            for place, situation in enumerate(dealt):
                facts = replace(
                    search, rule=rule, kind=kind, ordinal=ordinal, situation=situation, seed=f"{number} {rule} {place}"
                )
                yield f"{rule} {search.author.name} {place + 1}", facts


def everything() -> Iterator[LetterFacts]:
    """Every rule and situation × register × each fact present or missing × two seeds."""
    known = replace(SEARCHES[0], author=SAM)
    for kind, ordinal, situations in LETTERS.values():
        for situation, register, named, company, role, mentions, seed in product(
            situations, (None, INFORMAL, FORMAL), (True, False), (True, False), (True, False), (True, False), range(2)
        ):
            yield replace(
                known,
                kind=kind,
                ordinal=ordinal,
                situation=situation,
                seed=f"seed {seed}",
                register=register,
                recipient=known.recipient if named else Address("", "someone@northwind.example"),
                recipient_signs="Meg" if named else "",
                company="Northwind" if company else None,
                role="Operations Analyst" if role else None,
                mentions=known.mentions if mentions else (),
            )


PANEL = tuple(
    replace(
        SEARCHES[0],
        seed=f"identity of note {panel}",
        recipient=Address(name, f"{name.split()[0].casefold()}@northwind.example"),
        recipient_signs=name.split()[0],
        situation=Situation(interviewed=True, interview_on=date(2026, 3, 3), panel=panel),
    )
    for panel, name in enumerate(("Meg Okafor", "Joe Hobbs", "Ann Lee", "Luis Ortega", "Kim Tran", "Bea Stone"))
)
