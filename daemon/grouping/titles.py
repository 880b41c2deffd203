"""Whether two job titles are one role: "Sr. Data Analyst" and "Senior Data Analyst (Hybrid)" are, two grades are not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from classifiers.vocabulary import words

_SHORT = {
    "sr": "senior",
    "snr": "senior",
    "jr": "junior",
    "jnr": "junior",
    "mgr": "manager",
    "eng": "engineer",
    "engr": "engineer",
    "engineering": "engineer",
    "dev": "developer",
    "asst": "assistant",
    "assoc": "associate",
    "exec": "executive",
    "rep": "representative",
    "coord": "coordinator",
    "admin": "administrator",
    "ops": "operations",
    "swe": "software engineer",
    "sde": "software engineer",
    "sre": "site reliability engineer",
    "ml": "machine learning",
    "qa": "quality assurance",
    "hr": "human resources",
    "vp": "vice president",
    "interns": "intern",
    "internship": "intern",
    "programme": "program",
    "1": "i",
    "2": "ii",
    "3": "iii",
    "4": "iv",
}
_COMPOUND = re.compile(r"\b(full|front|back)[\s-]?(stack|end)\b")
_NUMBER = re.compile(r"\b(?:(?:req(?:uisition)?|ref(?:erence)?|job|id|no|nr)[.:#\s]{0,3})?#?(?:[a-z]{1,4}[-_/]?)?\d[\d-]{2,}\b")
_GENDER = re.compile(r"\b[mwfdxhi]\s?/\s?[mwfdxhi](?:\s?/\s?[mwfdxhi*])?(?![\w])|\ball genders\b|[*:_]in(?:nen)?\b")
_TERMS = re.compile(r"\b(?:full|part)[\s-]?time\b|\bfixed[\s-]term\b|\b(?:on|off)[\s-]?site\b|\b\d{1,3}\s?(?:%|months?|hours?)")
_NO_PART = words(
    """
    hybrid remote contract permanent temporary temp ftc position role job opening vacancy post the a an of for and in at to team
    with immediate start urgent new level
    """
)
_GRADES = words(
    """
    senior junior lead principal staff graduate intern trainee apprentice head chief assistant associate deputy vice entry mid
    i ii iii iv
    """
)


class Likeness(IntEnum):
    """How two titles stand to each other. `FITS`: one may be a shorter or vaguer way to write the other."""

    DIFFERENT = 0
    FITS = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Title:
    """What a job title says: its words and its grade, in no order, without terms of work and numbers."""

    words: frozenset[str]
    grade: frozenset[str]


@lru_cache(maxsize=4096)
def title_of(text: str) -> Title:
    """What `text` says as a job title. One that is a grade alone ("Intern") has it as its word."""
    plain = unicodedata.normalize("NFKC", text).casefold()[:200]
    for pattern in (_GENDER, _TERMS, _NUMBER):
        plain = pattern.sub(" ", plain)
    plain = _COMPOUND.sub(r"\1\2", plain)
    parts = re.findall(r"[^\W_]+", plain)
    parts = [word for part in parts for word in _SHORT.get(part, part).split() if word not in _NO_PART]
    # "Sales Associate", "Team Lead" and "Legal Assistant" are trades, not grades
    graded = {word for index, word in enumerate(parts) if word in _GRADES and not _is_trade(parts, index)}
    core = frozenset(parts) - graded
    return Title(core, frozenset(graded)) if core else Title(frozenset(parts), frozenset())


def likeness(one: str, other: str) -> Likeness:
    """How two titles stand to each other; a title that says nothing fits all."""
    first, second = title_of(one), title_of(other)
    if not first.words or not second.words:
        return Likeness.FITS
    if not (first.words <= second.words or second.words <= first.words):
        return Likeness.DIFFERENT
    if first.grade != second.grade:
        return Likeness.DIFFERENT if first.grade and second.grade else Likeness.FITS
    return Likeness.SAME if first.words == second.words else Likeness.FITS


def _is_trade(parts: list[str], index: int) -> bool:
    return parts[index] in ("assistant", "associate", "lead", "head") and index == len(parts) - 1 and len(parts) > 1
