"""What of the facts can stand in a letter: cleaned, in the shape in which it will stand there, the rest dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from classifiers.reading import Register
from daemon.drafting import cleaning
from daemon.drafting.forbidden import MONEY, STALE
from daemon.drafting.letter import LetterFacts
from daemon.drafting.names import greeting, person_name
from daemon.drafting.phrases import holiday, mention
from daemon.drafting.points import Point, best_fitting, point

MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Known:
    """Facts fit to print. `highlights` come best first, `news` (the user's achievements since the rejection) newest first.

    `formal`: the letter says "I would", not "I'd". `holiday` is a phrase in any case; `holiday_named` says that it is theirs.
    """

    greeting: str
    formal: bool
    company: str
    role: str
    mentions: tuple[str, ...]
    highlights: tuple[Point, ...]
    news: tuple[Point, ...]
    thank_also: tuple[str, ...]
    holiday: str
    holiday_named: bool
    caller: str

    @property
    def quoted(self) -> tuple[str, ...]:
        """Every string that is not ours, as it may stand in the letter."""
        points = tuple(point.text.removeprefix("I ") for point in self.highlights + self.news)
        names = (*self.thank_also, self.caller)
        return tuple(
            filter(None, (self.company, self.role, *self.mentions, *points, *names, self.holiday if self.holiday_named else ""))
        )


@lru_cache(maxsize=16)
def known(facts: LetterFacts) -> Known:
    """Clean `facts`. Whatever cannot stand in a sentence counts as not known."""
    company, role = cleaning.company(facts.company), cleaning.role(facts.role)
    salutation = greeting(facts.recipient_signs, facts.recipient.name, facts.register, company=company)
    highlights = tuple(filter(None, (lasting(cleaning.phrase(text)) for text in facts.author.highlights)))
    rejected_on = facts.situation.rejected_on
    since = sorted((entry for entry in facts.author.achievements if rejected_on and entry[0] > rejected_on), reverse=True)
    news = tuple(filter(None, (lasting(cleaning.phrase(text)) for _, text in since)))
    names = (person_name(name, company=company) for name in facts.situation.thank_also)
    caller = person_name(facts.situation.caller, company=company)
    named_holiday = lasting(cleaning.sentence_part(facts.situation.holiday, characters=40, words=5))
    return Known(
        greeting=salutation,
        formal=facts.register is Register.FORMAL or salutation.startswith("Dear "),
        company=company,
        role=role,
        mentions=tuple(filter(None, (_mention(text, f"{company} {role}") for text in facts.mentions))),
        highlights=tuple(point(text) for text in best_fitting(highlights, role, company)),
        news=tuple(point(text) for text in news),
        thank_also=tuple(f"{name.title} {name.full}".strip() for name in names if name)[:MOST_NAMES],
        holiday=holiday(named_holiday),
        holiday_named=bool(named_holiday),
        caller=caller.full if caller else "",
    )


def lasting(text: str) -> str:
    """`text` without a "today" at either end; '' where it would still go stale, or where nothing is left after a "since"."""
    kept = re.sub(rf"^{STALE.pattern},?\s|\s{STALE.pattern}$", "", text, flags=re.IGNORECASE).strip(" ,")
    dangling = kept != text and re.search(r"\b(?:the|over|in|for|of|since|during|from|until|by)$", kept)
    return "" if STALE.search(kept) or dangling else kept


def _mention(written: str, context: str) -> str:
    """A marked phrase fit to quote; '' where it speaks of money (unless money is what the role or the company is about)."""
    text = lasting(cleaning.phrase(written))
    of_money = {found.casefold() for found in MONEY.findall(text)} - {found.casefold() for found in MONEY.findall(context)}
    return "" if of_money or not text else mention(text)
