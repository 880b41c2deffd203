"""The grammar of time frames: "within two weeks", "5-7 business days", "early next week", "by Friday", "end of Q1".

A window is resolved against the date of the message, and its *end* counts. A week ends with its Friday, its early part with
Tuesday, its middle with Wednesday; the early, middle and late thirds of a month end on the 10th, the 20th and its last day;
"a couple" is two, "a few" is three (of days: five).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from classifiers.amounts import Window, find_amounts, trimmed
from classifiers.days import MONTH, MONTHS, WEEKDAY, find_days
from classifiers.prose import Prose
from classifiers.seasons import find_holidays
from classifiers.standpoint import Standpoint, is_working_day

_PART = (
    r"(?P<part>(?:the )?(?:very )?(?:early(?:[ -]to[ -]mid(?:dle)?[- ](?:of )?)?(?: part of| on in| in)?|mid[ -]to[ -]late"
    r"|beginning(?: of)?|start(?: of)?|first (?:half|part|few days) (?:of|in)|mid(?:dle)?(?:-| |(?: part)? of )?"
    r"|middle(?: part)? of"
    r"|late(?:r)?(?: in| on)?(?: part of)?|latter (?:part|half) of|second half of|(?:very )?end(?:ing)?(?: of)?|back end of"
    r"|end|course of|close of)) ?"
)
_WEEK = re.compile(
    rf"(?<![\w-])(?:{_PART})?(?:in )?(?P<which>(?:the )?(?:this|next|coming|following"
    rf"|upcoming)(?: (?:calendar|working|business))?|(?:of )?the"
    rf"|this coming) (?P<week>week)(?! (?:of|commencing|beginning|starting|after|is|was|on)\b)(?!\w|-)",
    re.IGNORECASE,
)
_WEEK_AFTER = re.compile(rf"(?<![\w-])(?:{_PART})?\bthe week after(?: next)?\b(?! (?:that|the))", re.IGNORECASE)
_WEEK_OF = re.compile(
    r"\b(?:the )?(?:week|w/c) ?(?:of|commencing|beginning|starting|ending)?(?: on)?:? (?:the )?$", re.IGNORECASE
)
_MONTH_PART = re.compile(
    rf"(?<![\w-])(?:{_PART})?(?:in |of )?(?P<month>(?:the )?(?:this|next|coming|following) month|the month"
    rf"|{MONTH})(?: (?P<year>20\d\d))?(?!\w)(?! \d| the \d)",
    re.IGNORECASE,
)
_NTH_WEEK = re.compile(
    rf"\b(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last|final) (?:full )?(?:week|wk) (?:of|in) (?P<month>{MONTH})\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"(?<![\w-])(?:{_PART})?(?:of )?(?:q(?P<q>[1-4])|(?P<nth>first|second|third|fourth) quarter"
    rf"|(?P<this>(?:this|the|the current) quarter)|(?P<next>(?:the )?next quarter))(?: (?:of )?(?P<year>20\d\d))?(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    rf"(?<![\w-])(?:{_PART})(?:in |of )?(?P<which>this year|the year|next year|the new year|year)(?!\w)"
    rf"|\b(?P<bare>year[- ]end|year's end|this side of (?:christmas|the new year))\b",
    re.IGNORECASE,
)
_END_OF_DAY = re.compile(
    rf"\b(?P<eod>(?:the )?end of (?:the )?(?:business |working )?(?:day|today)|eod|cob|eob|close of (?:business|play)"
    rf"|later today|this (?:morning|afternoon|evening))\b(?! (?:on |tomorrow|{WEEKDAY}))",
    re.IGNORECASE,
)
_END_OF = re.compile(r"\b(?P<short>eow|eom)\b", re.IGNORECASE)
_WEEKEND = re.compile(r"\b(?P<lead>after|following|over|by|before|during)? ?(?:the|this|this coming) weekend\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:by|within|no later than|not later than|at the latest|on or before|latest by|before|until|till|in the next"
    r"|over the next|during the next|come) ?(?:the |about |around |approximately |sometime )?$",
    re.IGNORECASE,
)
_EITHER = re.compile(r" ?(?:or|and|/|-|to|through)(?: by| the| early| on)? ?", re.IGNORECASE)
_FROM = re.compile(r" (?:from|after|of) (?:the )?", re.IGNORECASE)
_PHRASE_LEAD = re.compile(
    r"\b(?:(?:by|before|until|till|through|thru|on|in|after|within|over|during|around|about|between|this time|sometime"
    r"|some time|at the latest by|no later than|not later than|on or before|latest by"
    r"|come|early|late|end of day|end of the day|eod|cob|close of business|(?:the )?end of (?:the )?(?:business )?day"
    r"|close of play|the)(?: on)? )+$",
    re.IGNORECASE,
)
_BOUND_LEAD = re.compile(
    r"(?:by|before|until|till|within|no later|not later|on or before|latest|at the latest|come)\b", re.IGNORECASE
)
_BEFORE = re.compile(r"\b(?:before|prior to|ahead of) (?:the |we (?:break|close|shut) (?:down )?for (?:the )?)?$", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|no|nothing|nobody|never|none|cannot|unlikely)\b|n't\b)[^.?!;]{0,60}\b(?:before|prior to|ahead of) (?:the )?$",
    re.IGNORECASE,
)
"""Who will not answer before Thursday answers on Thursday at the earliest."""
_BY = re.compile(r"\bby (?:the )?$", re.IGNORECASE)
_FARTHEST_MONTH = timedelta(days=270)
"""Whoever says "in December" in February speaks of the last one."""
_LAST_DAY = {"early": 1, "middle": 2}
_NUMBERED = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def find_windows(prose: Prose, start: int, end: int, standpoint: Standpoint) -> list[Window]:
    """Every time frame in that stretch of the text, the longest reading of each spot, in order."""
    plain = prose.plain
    found: list[Window] = []
    for rule in _RULES:
        found.extend(rule(plain, start, end, standpoint))
    found.extend(_days(prose, start, end, standpoint))
    found.sort(key=lambda window: (window.start, window.start - window.end))
    kept: list[Window] = []
    for window in found:
        previous = kept[-1] if kept else None
        if previous is None:
            kept.append(window)
        elif window.start >= previous.end:
            joined = _joined(plain, previous, window, standpoint)
            kept[-1:] = [joined] if joined is not None else [previous, window]
        elif window.end - window.start > previous.end - previous.start:
            kept[-1] = window
    return [_with_lead(plain, start, window) for window in kept]


def _joined(plain: str, first: Window, second: Window, standpoint: Standpoint) -> Window | None:
    """ "Monday or Tuesday", "between the 10th and the 14th" end with the later; "two weeks from 3 March" counts from it."""
    if first.until is None or second.until is None:
        return None
    if _EITHER.fullmatch(plain, first.end, second.start):
        return replace(first, end=second.end, until=max(first.until, second.until), bound=first.bound or second.bound)
    if _FROM.fullmatch(plain, first.end, second.start) and not plain[first.start].isupper():
        return replace(first, end=second.end, until=second.until + (first.until - standpoint.today))
    return None


def _with_lead(plain: str, start: int, window: Window) -> Window:
    """The window with its "by the", "sometime" or "before close of business on": they belong to the phrase."""
    lead = _PHRASE_LEAD.search(plain, max(start, window.start - 48), window.start)
    if lead is None:
        return window
    return replace(window, start=lead.start(), bound=window.bound or _BOUND_LEAD.match(lead.group()) is not None)


def _window(plain: str, start: int, end: int, until: date | None, after_interview: int | None = None) -> Window:
    lead = plain[max(0, start - 24) : start]
    bound = _BOUND.search(lead) is not None or _BOUND.match(plain, start, end) is not None
    return Window(start, end, until, after_interview, bound)


def _part(word: str | None) -> str:
    """early, middle, late or '' for the whole."""
    word = (word or "").lower()
    if re.search(r"late|latter|end|second|close", word):
        return "late"
    return "middle" if "mid" in word else "early" if re.search(r"early|begin|start|first", word) else ""


def _weeks(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    today = standpoint.today
    monday = today - timedelta(days=today.weekday())
    for found in _WEEK.finditer(plain, start, end):
        which, part = found["which"].lower(), _part(found["part"])
        if which in ("the", "of the") and not part:
            continue
        ahead = 7 if re.search(r"next|coming|following", which) or today.weekday() >= 5 else 0
        yield _window(plain, *trimmed(plain, *found.span()), monday + timedelta(days=ahead + _LAST_DAY.get(part, 4)))
    for found in _WEEK_AFTER.finditer(plain, start, end):
        days = 14 if found.group().lower().endswith("next") else 7
        yield _window(plain, *found.span(), monday + timedelta(days=days + _LAST_DAY.get(_part(found["part"]), 4)))
    for found in _NTH_WEEK.finditer(plain, start, end):
        last = _last_of_month(MONTHS[found["month"].lower()[:3]], None, standpoint)
        number = _NUMBERED.get(found["nth"].lower())
        yield _window(plain, *found.span(), last.replace(day=7 * number) if number else last)
    for found in _WEEKEND.finditer(plain, start, end):
        sunday = monday + timedelta(days=6)
        lead = (found["lead"] or "").lower()
        until = (
            sunday + timedelta(days=1)
            if lead in ("after", "following")
            else monday + timedelta(days=4)
            if lead == "before"
            else sunday
        )
        yield _window(plain, *trimmed(plain, *found.span()), until)
    for found in _END_OF.finditer(plain, start, end):
        friday = monday + timedelta(days=4 if today.weekday() < 5 else 11)
        yield _window(plain, *found.span(), friday if found["short"].lower() == "eow" else _month_end(today.year, today.month))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _last_of_month(month: int, year: int | None, standpoint: Standpoint) -> date:
    """The last day of the next such month, this one included."""
    if year is None:
        year = standpoint.today.year + (month < standpoint.today.month)
    return _month_end(year, month)


def _months(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    today = standpoint.today
    for found in _MONTH_PART.finditer(plain, start, end):
        name, part = found["month"].lower(), _part(found["part"])
        before = plain[max(start, found.start() - 16) : found.start("month")].lower()
        if name.endswith("month"):
            if name == "the month" and not part:
                continue
            last = _month_end(*(_next_month(today) if re.search(r"next|coming|following", name) else (today.year, today.month)))
        else:
            if not plain[found.start("month")].isupper() or (
                not part and not re.search(r"\b(?:in|by|until|till|during|of|before|for|sometime) (?:early |late )?$", before)
            ):
                continue
            last = _last_of_month(MONTHS[name[:3]], int(found["year"]) if found["year"] else None, standpoint)
        if not found["year"] and last - today > _FARTHEST_MONTH:
            continue
        until = last.replace(day={"early": 10, "middle": 20}.get(part, last.day))
        if _BEFORE.search(before) and not part:
            until = last.replace(day=1) - timedelta(days=1)
        if until >= today:
            yield _window(plain, *trimmed(plain, *found.span()), until)


def _next_month(today: date) -> tuple[int, int]:
    return (today.year + 1, 1) if today.month == 12 else (today.year, today.month + 1)


def _quarters(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    today = standpoint.today
    current = (today.month + 2) // 3
    for found in _QUARTER.finditer(plain, start, end):
        part = _part(found["part"])
        number = int(found["q"]) if found["q"] else _NUMBERED.get((found["nth"] or "").lower(), current)
        year = int(found["year"]) if found["year"] else today.year + (number < current)
        if found["next"]:
            year, number = (today.year + 1, 1) if current == 4 else (today.year, current + 1)
        if found["this"] and not part:
            continue
        month = {"early": 3 * number - 2, "middle": 3 * number - 1}.get(part, 3 * number)
        yield _window(plain, *trimmed(plain, *found.span()), _month_end(year, month))


def _years(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    year = standpoint.today.year
    for found in _YEAR.finditer(plain, start, end):
        which, part = (found["which"] or "the year").lower(), _part(found["part"])
        ahead = which in ("next year", "the new year") or (which == "year" and part == "early")
        if ahead and part == "late":
            continue
        month = {"early": 1, "middle": 6}.get(part, 12)
        yield _window(plain, *trimmed(plain, *found.span()), _month_end(year + ahead, month))


def _ends_of_day(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    for found in _END_OF_DAY.finditer(plain, start, end):
        yield _window(plain, *found.span(), standpoint.today)


def _days(prose: Prose, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    """Named days; "before Friday" ends the day before, "the week of 9 March" on that week's Friday."""
    plain = prose.plain
    for day in find_days(prose, standpoint, start, end):
        before = plain[max(start, day.start - 80) : day.start]
        until = day.last or day.day
        begin = day.start
        week = _WEEK_OF.search(before)
        if week is not None:
            begin = day.start - len(before) + week.start()
            ending = "ending" in week.group().lower()
            until = until if ending else until + timedelta(days=max(0, 4 - until.weekday()))
        elif _BEFORE.search(before) and not _NOT_BEFORE.search(before):
            until -= timedelta(days=1)
            while not is_working_day(until, standpoint.calendar) and until > standpoint.today:
                until -= timedelta(days=1)
        if until >= standpoint.today:
            yield _window(plain, begin, day.end, until)


def _ahead_of_holidays(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[Window]:
    """ "before Christmas" ends on its eve, "by Thanksgiving" on the day itself."""
    for holiday in find_holidays(plain, start, end, standpoint):
        before = plain[max(start, holiday.start - 24) : holiday.start]
        if _BEFORE.search(before) or _BY.search(before):
            until = holiday.begins - timedelta(days=bool(_BEFORE.search(before)))
            yield Window(holiday.start, holiday.end, until, bound=True)


_RULES: tuple[Callable[[str, int, int, Standpoint], Iterator[Window]], ...] = (
    find_amounts,
    _weeks,
    _months,
    _quarters,
    _years,
    _ends_of_day,
    _ahead_of_holidays,
)
