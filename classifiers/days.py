"""The grammar of calendar days: "Tuesday, March 3rd", "03/03/2026", "next Thursday", "tomorrow", "the 14th".

A day is read as its writer means it: against the date of the message, the nearest one to come where no year is given. What
stays open (03/04 with nobody to say which is the month, a weekday that fits no year) is left out, not guessed.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from classifiers.prose import Prose
from classifiers.standpoint import Standpoint

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in list(MONTHS.items())} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name[:3]: number for name, number in list(WEEKDAYS.items())} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|weds?|thu(?:rs?)?|mon|fri|sat|sun)(?!\w)"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19[7-9]\d|20\d\d|'\d\d|9\d(?= {1,2}\d{1,2}:\d\d))"
_LAST = (
    rf"(?: ?(?:-|to|until|through|and) ?(?:the )?(?P<{{0}}>{_NUMBER})(?:st|nd|rd|th)?(?![\d:.h/%]|\d? ?[ap]\.?m"
    r"| (?:minutes?|hours?|days?|weeks?)))?"
)
_LEAD = rf"(?:(?P<weekday>{WEEKDAY})\.?(?:,? ?\(| ?[-|]|,)? ?(?:the |on )?)?"
_TRAIL = (
    r"(?:,? ?\(?(?P<weekday2>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)(?=\)))\)?)?"
)

_WRITTEN = (
    rf"{_LEAD}(?:(?P<month>{MONTH})\.? ?(?:the )?-?(?P<day>{_NUMBER})(?:st|nd|rd|th)?(?![\d:h%]|\.\d"
    rf"| ?[ap]\.?m\b){_LAST.format('last')}"
    rf"|(?P<day2>{_NUMBER})(?:st|nd|rd|th)?{_LAST.format('last2')}(?: of|[-.])? ?(?P<month2>{MONTH})\b(?:\.(?=,? ?-?\d))?)"
    rf"(?:,? ?-?(?P<year>{_YEAR})(?![\d:]|\.\d))?{_TRAIL}"
)
_NUMERIC = (
    rf"{_LEAD.replace('<weekday>', '<weekday3>')}(?P<first>\d{{1,2}})(?P<separator>[/.-])(?P<second>\d{{1,2}})"
    rf"(?:(?P=separator)(?P<year3>19[7-9]\d|20\d\d|\d\d)|(?<!-\d)(?<!-\d\d))(?![\d/%:]|[.-]\d"
    rf"| ?[ap]\.?m\b){_TRAIL.replace('weekday2', 'weekday4')}"
)
_ISO = r"(?P<iso>(?:19[7-9]\d|20\d\d)([/.-])(?:0?[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]|[1-9]))(?!\d)"
_ORDINAL = (
    rf"(?:(?P<weekday5>{WEEKDAY})\.?,? (?:the )?(?P<day5>{_NUMBER})(?:st|nd|rd|th"
    rf"|(?= ?(?:at\b|@|[,.;)|]|$|\n|from\b|between\b)))(?![:.h/%]?\d)"
    rf"|the (?P<day6>{_NUMBER})(?:st|nd|rd|th)(?! (?:[a-z]{{0,12}} )?(?:round|stage|floor|interview|step|quarter|party|time"
    rf"|week|one|person|of\b)))"
)
_RELATIVE = (
    rf"(?P<word>(?:the )?day after tomorrow|tomorrow|tmrw|tmr|today|tonight|this (?:morning|afternoon|evening))"
    rf"|(?P<week_on>a week|one week|two weeks) (?:on|from) (?P<weekday6>{WEEKDAY})\b"
    rf"|(?P<which>this coming|(?:this|next) week,?(?: on)?|this|next|coming|the coming|the following"
    rf"|following)? ?(?P<weekday7>{WEEKDAY})\b"
    rf"(?P<after>,? (?:of )?next week|,? (?:of )?this week|,? the week after(?: next)?|,? the following week|,? week\b)?"
)
_DAY = re.compile(
    rf"(?<![\w/.:-])(?:{_ISO}(?:\b|(?=T))|{_WRITTEN}|{_NUMERIC}|(?:{_ORDINAL})(?!\w)|(?:{_RELATIVE})(?!\w))",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(r"(?:\bon|\bby|\bbefore|\bfor|\buntil|\btill|\bdate:?|\bwhen:?|[|(,:-]) ?$", re.IGNORECASE)
_TIME_FOLLOWS = re.compile(r"[ ,]{1,2}(?:at )?\d{1,2}(?:[:.]\d\d ?)?(?: ?[ap]\.?m\b|[:.]\d\d)", re.IGNORECASE)
_ABBREVIATED_WEEKDAYS = frozenset({"Tue", "Tues", "Thu", "Thur", "Thurs", "Fri", "Mon", "Weds"})
_LONGEST_PAST = timedelta(days=60)
_FARTHEST_AHEAD = timedelta(days=305)


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day named at `plain[start:end]`; `last` ends a range ("March 10-14").

    `dated`: named by a date, not by a weekday or "tomorrow".
    """

    start: int
    end: int
    day: date
    last: date | None = None
    dated: bool = False


def find_days(prose: Prose, standpoint: Standpoint, start: int = 0, end: int | None = None) -> list[DayMention]:
    """Every day that is named in that stretch of the text, in order, each resolved against the standpoint."""
    mentions: list[DayMention] = []
    limit = len(prose.plain) if end is None else end
    for found in _DAY.finditer(prose.plain, start, limit):
        mention = _resolve(found, standpoint)
        if mention is None:
            continue
        previous = mentions[-1] if mentions else None
        if previous is not None and _same_day_twice(prose.plain[previous.end : mention.start], previous, mention):
            mentions[-1] = replace(mention, start=previous.start) if mention.dated else replace(previous, end=mention.end)
        else:
            mentions.append(mention)
    return mentions


def _same_day_twice(between: str, previous: DayMention, mention: DayMention) -> bool:
    """ "tomorrow, Thursday 5 March": one day in two words. The date wins where "tomorrow" would say otherwise."""
    if len(between) > 3 or between.strip(" ,(-") or not (previous.dated ^ mention.dated or previous.day == mention.day):
        return False
    return abs(previous.day - mention.day) <= timedelta(days=7)


def _resolve(found: re.Match[str], standpoint: Standpoint) -> DayMention | None:
    start, end = found.span()
    today = standpoint.today
    if found["iso"]:
        day = _valid(*map(int, re.split(r"[/.-]", found["iso"])))
        return DayMention(start, end, day, dated=True) if day else None
    if found["month"] or found["month2"]:
        return _written(found, today)
    if found["separator"]:
        return _numeric(found, standpoint)
    if found["day5"] or found["day6"]:
        day = _of_the_month(int(found["day5"] or found["day6"]), _weekday(found["weekday5"]), today)
        return DayMention(start, end, day, dated=True) if day else None
    if found["word"]:
        return DayMention(start, end, today + timedelta(days=_days_ahead(found["word"].lower())))
    weekday = WEEKDAYS[(found["weekday6"] or found["weekday7"]).lower()[:3]]
    if found["week_on"]:
        weeks = 2 if found["week_on"].lower().startswith("two") else 1
        return DayMention(start, end, coming(weekday, today) + timedelta(weeks=weeks))
    return _by_weekday(found, weekday, today)


def _written(found: re.Match[str], today: date) -> DayMention | None:
    month = MONTHS[(found["month"] or found["month2"]).lower()[:3]]
    number = int(found["day"] or found["day2"])
    weekday = _weekday(found["weekday"] or found["weekday2"])
    stated = found["year"]
    year = _full_year(stated) if stated else None
    day = resolve_date(year, month, number, weekday, today)
    if day is None:
        return None
    last = found["last"] or found["last2"]
    until = _valid(day.year, month, int(last)) if last and int(last) > number else None
    return DayMention(found.start(), found.end(), day, until, dated=True)


def _numeric(found: re.Match[str], standpoint: Standpoint) -> DayMention | None:
    first, second, separator = int(found["first"]), int(found["second"]), found["separator"]
    weekday = _weekday(found["weekday3"] or found["weekday4"])
    year = _full_year(found["year3"]) if found["year3"] else None
    pointed_at = separator == "/" and _DATE_BEFORE.search(found.string[: found.start()][-12:]) is not None
    if year is None and weekday is None and not pointed_at:
        return None
    readings: list[date] = []
    day_order = True if separator == "." else standpoint.day_first
    orders = [day_order] if day_order is not None else [True, False]
    if weekday is not None or max(first, second) > 12:
        orders = [True, False]
    for day_first in orders:
        number, month = (first, second) if day_first else (second, first)
        day = resolve_date(year, month, number, weekday, standpoint.today) if month <= 12 else None
        if day is not None and day not in readings:
            readings.append(day)
    if len(readings) > 1 and day_order is not None:
        readings = readings[:1] if day_order else readings[1:]
    if len(readings) > 1:
        readings = [day for day in readings if standpoint.today <= day <= standpoint.today + timedelta(days=60)]
    return DayMention(found.start(), found.end(), readings[0], dated=True) if len(readings) == 1 else None


def _by_weekday(found: re.Match[str], weekday: int, today: date) -> DayMention | None:
    which = (found["which"] or "").lower()
    after = (found["after"] or "").lower().replace(",", "").strip()
    written = found["weekday7"]
    if len(written) <= 5 and written not in _ABBREVIATED_WEEKDAYS and not _TIME_FOLLOWS.match(found.string, found.end()):
        return None
    monday = today - timedelta(days=today.weekday())
    if which.startswith(("next week", "this week")):
        after = which[:9]
    if after in ("next week", "of next week") or "following week" in after or (which == "next" and not after):
        day = monday + timedelta(days=7 + weekday)
    elif after in ("this week", "of this week"):
        day = monday + timedelta(days=weekday)
    elif after:
        day = coming(weekday, today) + timedelta(weeks=2 if "next" in after else 1)
    elif which == "this" and weekday == today.weekday():
        day = today
    else:
        day = coming(weekday, today)
    return DayMention(found.start() + _leading_blank(found), found.end(), day)


def _leading_blank(found: re.Match[str]) -> int:
    return len(found.group()) - len(found.group().lstrip())


def _days_ahead(word: str) -> int:
    return 2 if word.endswith("after tomorrow") else int(word in ("tomorrow", "tmrw", "tmr"))


def _weekday(word: str | None) -> int | None:
    return WEEKDAYS[word.lower()[:3]] if word else None


def coming(weekday: int, today: date) -> date:
    """The next such weekday, never today: whoever means today says so."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _of_the_month(number: int, weekday: int | None, today: date) -> date | None:
    """The next day of that number (and weekday) within three months, today included."""
    year, month = today.year, today.month
    for _ in range(4):
        day = _valid(year, month, number)
        if day is not None and day >= today and weekday in (None, day.weekday()):
            return day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None


def resolve_date(year: int | None, month: int, number: int, weekday: int | None, today: date) -> date | None:
    """The date that is meant: the next such one, or one at most two months past, whose weekday is the stated one.

    A stated year that contradicts the weekday is a slip in January more often than not: the year after it is tried.
    """
    years = [year, year + 1] if year is not None else [today.year, today.year + 1, today.year - 1]
    fitting: list[date] = []
    for candidate in years:
        day = _valid(candidate, month, number)
        if day is not None and weekday in (None, day.weekday()):
            if year is not None and (candidate == year or day >= today):
                return day
            fitting.append(day)
    if year is not None:
        return None
    near = [day for day in fitting if today - _LONGEST_PAST <= day <= today + _FARTHEST_AHEAD]
    return min(near) if near else None


def _full_year(written: str) -> int:
    """1998 for "98" and "1998", 2026 for "26": two figures mean a year from 1970 to 2069."""
    short = int(written[-2:])
    return short + (1900 if short >= 70 else 2000)


def _valid(year: int, month: int, number: int) -> date | None:
    if not (1970 <= year <= 2069 and 1 <= month <= 12):
        return None
    return date(year, month, number) if 1 <= number <= calendar.monthrange(year, month)[1] else None
