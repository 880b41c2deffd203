"""Time frames that count: "within two weeks", "5-7 business days", "48 hours", "in a week or so", "two weeks after your visit".

The upper end of a range counts; "a couple" is two, "a few" is three (of days: five).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from classifiers.days import WEEKDAY, WEEKDAYS, coming
from classifiers.standpoint import Standpoint, after_working_days

_COUNTS = {
    word: number
    for number, listed in {
        1: ("a", "an", "one", "another"),
        2: ("two", "a couple of", "a couple", "couple of", "couple"),
        3: ("three", "a few", "few"),
        4: ("four", "several"),
        5: ("five",),
        6: ("six",),
        7: ("seven",),
        8: ("eight",),
        9: ("nine",),
        10: ("ten",),
        12: ("twelve",),
        14: ("fourteen",),
        15: ("fifteen",),
        20: ("twenty",),
        30: ("thirty",),
    }.items()
    for word in listed
}
_VAGUE_DAYS = 5
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_QUALIFIER = r"(?:(?:more|other|further|additional|short|full|good) )?"
_UNIT = r"(?P<kind>business |working |work |calendar |week)?(?P<unit>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?)"
_LEAD = (
    r"(?P<lead>within|inside|over|during|in|under|no (?:more|later) than|at most|up to|next|coming|following|about|around"
    r"|approximately"
    r"|roughly|takes?|for|allow|maximum of|max)? ?"
    r"(?P<next>(?:(?:about|around|approximately|roughly|up to|as little as) )?(?:the |these )?"
    r"(?:next |coming |following |course of the next |space of )?)"
)
_INTERVIEW = (
    r"(?:of|after|from|following)(?: (?:the(?: date of)?|your|our|this|last|final|today'?s|completing(?: your| the)?"
    r"|conclusion of(?: the)?))* (?:\w+[ -]){0,2}(?:interviews?|conversation|meeting|visit|chat|onsite|discussion)\b"
)
_AMOUNT = re.compile(
    rf"(?<![\w-]){_LEAD}(?:(?:for )?another )?(?:{_COUNT} ?(?:to|or|-|/"
    rf"|and) ?)?(?P<count>{_COUNT})(?: ?\(\d{{1,3}}(?:-\d{{1,3}})?\))?"
    rf" {_QUALIFIER}{_UNIT}(?!\w)(?!-)'?(?P<tail>(?: time)?(?: or (?:so|two|less|three))?)"
    rf"(?P<anchor> (?:(?P<interview>{_INTERVIEW})|(?:from|after) (?P<weekday>{WEEKDAY})"
    r"|(?P<closing>(?:of|after|from) (?:the )?(?:application )?(?:closing|deadline)[\w ]{0,12})))?",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:in|over|during|within) (?:the |this )?(?:next|coming|following|upcoming) (?P<few>few )?(?P<unit>days|weeks|months"
    r"|week|month|day)\b",
    re.IGNORECASE,
)
_NOT_AHEAD = re.compile(
    r"\b(?:ago|last|past|previous|every|per|days|times|hours|twice|once|notice|experience|since|older than|more than"
    r"|waiting(?: for)?|after|file for"
    r"|records? for"
    r"|retain(?:ed)? for|hold (?:\w+ )?for|early|policy|years?) ?$",
    re.IGNORECASE,
)
_NOT_AHEAD_AFTER = re.compile(
    r" ?(?:ago|of (?:experience|silence|notice|training|employment|leave|holiday|vacation)|a (?:week|month|year)|per|each|notice"
    r"|in the office|on-?site|before(?! (?:we|i|you|they|the|it|a)\b)|prior|earlier|old|contract|internship)\b",
    re.IGNORECASE,
)
_NO_PART_OF_PHRASE = frozenset({"take", "takes", "for", "allow"})
_LIMITS = frozenset({"within", "inside", "in", "over", "up to", "under", "during"})
_LIMIT_BEFORE = re.compile(r"\b(?:by|within|no later than|at the latest|until|till) ?$", re.IGNORECASE)
_WORKING = frozenset({"business", "working", "work", "week"})


@dataclass(frozen=True, slots=True)
class Window:
    """A time frame at `plain[start:end]`. `until` is its last day; None where it counts `days_after_interview`.

    `bound`: said with "by", "within" or their like, so it limits the answer and does not just mention a date.
    """

    start: int
    end: int
    until: date | None
    days_after_interview: int | None = None
    bound: bool = False


def find_amounts(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    """The counted time frames between the two positions."""
    for found in _AMOUNT.finditer(plain, start, end):
        lead = (found["lead"] or "").lower()
        before = plain[max(start, found.start() - 24) : found.start()]
        if _NOT_AHEAD.search(before) or _NOT_AHEAD_AFTER.match(plain, found.end()) or found["closing"]:
            continue
        unit, kind = found["unit"].lower(), (found["kind"] or "").lower().strip()
        count = max(_number(found["count"], unit), _or_more(found["tail"]))
        if unit.startswith("h") and count < 12:
            continue
        begin, stop = trimmed(plain, found.end("lead") if lead in _NO_PART_OF_PHRASE else found.start(), found.end())
        if found["interview"]:
            yield Window(begin, stop, None, _calendar_days(count, unit, kind), bound=True)
            continue
        base = coming(WEEKDAYS[found["weekday"].lower()[:3]], standpoint.today) if found["weekday"] else standpoint.today
        bound = lead in _LIMITS or bool(found["next"].strip()) or _LIMIT_BEFORE.search(before) is not None
        yield Window(begin, stop, _later(base, count, unit, kind, standpoint), bound=bound)
    for found in _PLURAL.finditer(plain, start, end):
        unit = found["unit"].lower()
        count = _number("few", unit) if unit.endswith("s") else 1
        yield Window(found.start(), found.end(), _later(standpoint.today, count, unit, "", standpoint), bound=True)


def _or_more(tail: str) -> int:
    """ "A week or two" is two."""
    return 2 if tail.endswith("two") else 3 if tail.endswith("three") else 0


def trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    text = plain[start:end]
    return start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())


def _number(written: str, unit: str) -> int:
    word = written.lower()
    if word.isdigit():
        return int(word)
    return _VAGUE_DAYS if word in ("few", "a few", "several") and unit.startswith("day") else _COUNTS[word]


def _calendar_days(count: int, unit: str, kind: str) -> int:
    if unit.startswith("h"):
        return ceil(count / 24)
    if unit.startswith("d"):
        return count // 5 * 7 + count % 5 if kind in _WORKING else count
    return count * (30 if unit.startswith("month") else 14 if unit.startswith("fort") else 7)


def _later(base: date, count: int, unit: str, kind: str, standpoint: Standpoint) -> date:
    if unit.startswith("month"):
        return _months_later(base, min(count, 24))
    if unit.startswith("d") and kind in _WORKING:
        return after_working_days(base, min(count, 120), standpoint.calendar)
    return base + timedelta(days=_calendar_days(count, unit, kind))


def _months_later(day: date, count: int) -> date:
    year, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
