"""Words that no draft may hold, by the article or the common sense that forbids them."""

from __future__ import annotations

import re


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_NEAR = "(?:this|last|next|past|coming)"

STALE = _words(
    "today",
    "tonight",
    "yesterday",
    "tomorrow",
    "recently",
    "lately",
    "just now",
    "earlier (?:today|this|on)",
    "the other day",
    f"{_NEAR} (?:morning|afternoon|evening|night|week|weekend|month|year|quarter|spring|summer|autumn|fall|winter)",
    f"{_NEAR} (?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "ago",
    "(?:days?|weeks?|months?|years?) (?:back|since)",
)
"""True on the day it is written, wrong on the day it is sent."""

MONEY = _words(
    "salar(?:y|ies)",
    "pay(?:s|ing|ment|check|cheque)?",
    "paid",
    "wages?",
    "compensat(?:e|ion)",
    "remunerat(?:ed|ion)",
    "benefits?",
    "bonus(?:es)?",
    "stock options?",
    "equity",
    "stipend",
    "perks?",
    "per hour",
    "hourly rate",
    "money",
)
"""Left for the offer (article 002)."""

NEGATIVE = _words(
    "unfortunate(?:ly)?",
    "disappoint(?:ed|ing|ment)",
    "regret(?:s|ted|fully)?",
    "sad(?:ly|dened)?",
    "sorry",
    "upset",
    "unhappy",
    "frustrat(?:ed|ing|ion)",
    "reject(?:ed|ion)",
    "fail(?:ed|ure|s)?",
    "mistakes?",
    "unfair(?:ly)?",
    "unsuccessful",
    "not selected",
    "turned (?:me )?down",
    "worried",
    "anxious(?:ly)?",
    "impatient(?:ly)?",
    "desperate(?:ly)?",
    "complain(?:t|ts|ed)?",
    "ignored",
    "(?:no|any) (?:response|reply|answer)",
    "(?:have not|haven't|never) (?:heard|received)",
    "still waiting",
    "hate",
)
"""Nothing negative, no guilt (articles 001, 004)."""

PRIVATE = _words(
    "health",
    "illness",
    "sick",
    "surgery",
    "hospital",
    "pregnan(?:t|cy)",
    "(?:ma|pa)ternity",
    "divorce",
    "childcare",
    "children",
    "kids",
    "husband",
    "wife",
    "mortgage",
    "debts?",
    "visa",
    "unemploy(?:ed|ment)",
    "laid off",
    "layoffs?",
    "redundan(?:t|cy)",
    "my (?:current|former|last|previous) (?:boss|employer|job|manager)",
)
"""Private circumstances (article 002)."""

SELLING = _words(
    "experience",
    "skills?",
    "qualifi(?:ed|cations?)",
    "background",
    "strengths?",
    "achievements?",
    "reconsider",
    "best candidate",
)
"""In a thank-you for a rejection; the decision has been made (article 001)."""

ASKING_FOR_A_JOB = _words(
    "vacanc(?:y|ies)",
    "openings?",
    "new (?:roles?|positions?|opportunit(?:y|ies))",
    "hiring",
    "are you looking",
    "consider me for",
)
"""The road to the "do not recruit" list (article 000)."""

PLACEHOLDER = re.compile(
    r"[{}\[\]<>]|\b(?:None|undefined|null|NaN|TODO|FIXME|TBD|XXX+|lorem ipsum)\b|_{2,}|\.{3}|…|"
    r"\b(?:your|company|hiring manager|recruiter|candidate)['’]?s? name\b"
)
"""Something that was to be filled in."""
