"""Holidays as people name them when they put a wait down to one: "after Christmas", "the holidays", "the 4th", "Diwali".

Dates of public holidays come from the `holidays` package; how people call the season, and how long it lasts, is the table in
here. Winter holidays begin on 25 December and end on 1 January.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from classifiers.standpoint import Standpoint
from classifiers.vocabulary import lowered

_FARTHEST_AHEAD = timedelta(days=150)
_LONG_WEEKEND_WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class HolidayMention:
    """A holiday named at `plain[start:end]`: their own word for it, its first and its last day."""

    start: int
    end: int
    word: str
    begins: date
    last: date


@lru_cache(maxsize=256)
def _official(country: str, year: int, name: str) -> tuple[date, ...]:
    """The days of that year on which a country's public holidays carry that name."""
    calendar = holidays.country_holidays(country, subdiv="ENG" if country == "GB" else None, years=year, language="en_US")
    return tuple(sorted(day for day, title in calendar.items() if name in title.lower() and "observed" not in title.lower()))


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _winter(year: int, _: Standpoint) -> tuple[date, date]:
    return date(year, 12, 25), date(year + 1, 1, 1)


def _thanksgiving(year: int, standpoint: Standpoint) -> tuple[date, date]:
    day = _nth_weekday(year, 10, 0, 2) if standpoint.country == "CA" else _nth_weekday(year, 11, 3, 4)
    return day, day


def _easter(year: int, standpoint: Standpoint) -> tuple[date, date]:
    friday = _official("GB", year, "good friday")[0]
    return friday, friday + timedelta(days=2 if standpoint.calendar in ("US", "CA", "IN") else 3)


def _of(*official: tuple[str, str]) -> Callable[[int, Standpoint], tuple[date, date] | None]:
    """A holiday by its official name, looked up in the first country that has it; days in a row are one holiday."""

    def span(year: int, standpoint: Standpoint) -> tuple[date, date] | None:
        ordered = sorted(official, key=lambda source: source[0] != standpoint.calendar)
        for country, name in ordered:
            days = _official(country, year, name)
            if days:
                last = days[0]
                for day in days[1:]:
                    last = day if day - last == timedelta(days=1) else last
                return days[0], last
        return None

    return span


def _independence_day(year: int, _: Standpoint) -> tuple[date, date]:
    return date(year, 7, 4), date(year, 7, 4)


def _eid(year: int, standpoint: Standpoint) -> tuple[date, date] | None:
    """Plain "Eid" is whichever of the two comes next."""
    both = [span for name in ("eid al-fitr", "eid al-adha") if (span := _of(("AE", name))(year, standpoint))]
    return next((span for span in both if span[1] >= standpoint.today), both[0] if both else None)


_BREAK = (
    r"(?: (?:and|&|/) new year(?:'?s)?)?(?P<longer> (?:holidays?|break|weekend|period|week|season|festival|festivities"
    r"|shutdown|vacation|recess))?"
)
_SEASONS: tuple[tuple[re.Pattern[str], Callable[[int, Standpoint], tuple[date, date] | None]], ...] = tuple(
    (re.compile(rf"(?<!\w)(?P<word>{words})(?:{_BREAK})?(?!\w)", re.IGNORECASE), span)
    for words, span in (
        (
            r"christmas(?: day| eve)?|xmas|the festive|the winter|winter|(?:the )?(?:year-end|end-of-year)|the new year"
            r"|new year'?s?(?: day| eve)?|boxing day", _winter),
        (r"thanksgiving(?: day)?", _thanksgiving),
        (r"easter|good friday", _easter),
        (r"diwali|deepavali", _of(("IN", "diwali"), ("SG", "diwali"))),
        (r"holi", _of(("IN", "holi"))),
        (r"dussehra|dasara", _of(("IN", "dussehra"))),
        (r"eid al[- ]fitr|eid ul[- ]fitr", _of(("AE", "eid al-fitr"), ("IN", "eid al-fitr"))),
        (r"eid al[- ]adha|eid ul[- ]adha|bakrid", _of(("AE", "eid al-adha"), ("IN", "eid al-adha"))),
        (r"eid", _eid),
        (r"(?:chinese|lunar) new year|cny|spring festival|tet", _of(("CN", "chinese new year"), ("SG", "chinese new year"))),
        (r"passover|pesach", _of(("IL", "pesach"))),
        (r"rosh hashanah?", _of(("IL", "rosh hashanah"))),
        (r"yom kippur", _of(("IL", "yom kippur"))),
        (r"sukkot", _of(("IL", "sukkot"))),
        (r"(?:mlk|martin luther king(?:,? jr\.?)?) day", _of(("US", "martin luther king"))),
        (r"presidents?'?s? day", _of(("US", "washington's birthday"))),
        (r"memorial day", _of(("US", "memorial day"))),
        (r"juneteenth", _of(("US", "juneteenth"))),
        (r"(?:the )?(?:4th|fourth) of july|july (?:4th|fourth)|independence day", _independence_day),
        (r"labou?r day", _of(("US", "labor day"), ("CA", "labor day"), ("DE", "labor day"))),
        (r"columbus day|indigenous peoples'? day", _of(("US", "columbus day"))),
        (r"veterans'? day", _of(("US", "veterans day"))),
        (r"canada day", _of(("CA", "canada day"))),
        (r"australia day", _of(("AU", "australia day"))),
        (r"anzac day", _of(("AU", "anzac day"))),
        (r"(?:the )?(?:early )?may (?:day|bank holiday)", _of(("GB", "may day"))),
        (r"(?:the )?(?:late )?spring bank holiday|whitsun", _of(("GB", "spring bank holiday"))),
        (r"(?:the )?(?:late )?(?:august|summer) bank holiday", _of(("GB", "late summer bank holiday"))),
    )
)  # fmt: skip
_ANY_NAME = re.compile(
    r"christmas|xmas|festive|winter|year-end|end-of-year|new year|boxing|thanksgiving|easter|good friday|diwali|deepavali"
    r"|holi|duss|dasar|eid|bakrid|cny"
    r"|spring fest|tet\b|passover|pesach|rosh|yom k|sukkot|mlk|luther|president|memorial|juneteenth|4th|fourth|independence"
    r"|labou?r|columbus|indigen|veteran"
    r"|canada d|australia d|anzac|bank hol|may day|whitsun|weekend",
)
_THE_HOLIDAYS = re.compile(
    r"(?<!\w)(?P<word>the holidays|the holiday (?:season|period|break|shutdown)|holiday season)(?!\w)", re.IGNORECASE
)
_THE_HOLIDAY = re.compile(
    r"(?<!\w)(?P<word>the (?:upcoming )?(?:(?:public |bank )?holiday(?: weekend)?|long weekend))(?!\w)", re.IGNORECASE
)
_THE_FOURTH = re.compile(
    r"(?<!\w)(?P<word>the (?:4th|fourth))(?! (?:of|round|stage|floor|interview|quarter|week|week))(?!\w)", re.IGNORECASE
)


def may_name_holiday(plain: str, start: int, end: int) -> bool:
    """Whether that stretch is worth a closer look."""
    return _ANY_NAME.search(lowered(plain[start:end])) is not None


def find_holidays(plain: str, start: int, end: int, standpoint: Standpoint) -> list[HolidayMention]:
    """The holidays named in that stretch of text, at the dates on which they come next, at most five months ahead."""
    if not may_name_holiday(plain, start, end):
        return []
    found: list[HolidayMention] = []
    for mention in _named(plain, start, end, standpoint):
        if all(mention.end <= other.start or other.end <= mention.start for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _named(plain: str, start: int, end: int, standpoint: Standpoint) -> Iterator[HolidayMention]:
    today = standpoint.today
    if today.month >= 10 or (today.month == 1 and today.day == 1):
        for match in _THE_HOLIDAYS.finditer(plain, start, end):
            year = today.year if today.month > 1 else today.year - 1
            yield HolidayMention(*match.span(), match["word"], *_winter(year, standpoint))
    for pattern, span_in in _SEASONS:
        for match in pattern.finditer(plain, start, end):
            span = _next(span_in, standpoint)
            if span is not None and match["word"].lower() not in (
                "the winter",
                "winter",
                "the festive",
                "the year-end",
                "year-end",
            ):
                yield HolidayMention(*match.span(), match["word"], *_with_weekend(*span, match["longer"]))
            elif span is not None and match["longer"]:
                yield HolidayMention(*match.span(), match.group(), *span)
    if standpoint.calendar == "US" and (6, 1) <= (today.month, today.day) <= (7, 4):
        for match in _THE_FOURTH.finditer(plain, start, end):
            yield HolidayMention(*match.span(), match["word"], *_independence_day(today.year, standpoint))
    for match in _THE_HOLIDAY.finditer(plain, start, end):
        span = _next_public_holiday(standpoint)
        if span is not None:
            yield HolidayMention(
                *match.span(), match["word"], *_with_weekend(*span, "weekend" if "weekend" in match["word"].lower() else "")
            )


def _next(span_in: Callable[[int, Standpoint], tuple[date, date] | None], standpoint: Standpoint) -> tuple[date, date] | None:
    for year in (standpoint.today.year - 1, standpoint.today.year, standpoint.today.year + 1):
        span = span_in(year, standpoint)
        if span is not None and span[1] >= standpoint.today:
            return span if span[0] - standpoint.today <= _FARTHEST_AHEAD else None
    return None


def _with_weekend(begins: date, last: date, longer: str | None) -> tuple[date, date]:
    """ "Thanksgiving weekend" lasts until Sunday, "Memorial Day weekend" begins on Saturday; a season keeps its days."""
    if not longer or (last - begins).days > 2:
        return begins, last
    if begins.weekday() == 0:
        return begins - timedelta(days=2), last
    return begins, last + timedelta(days=(6 - last.weekday()) % 7)


def _next_public_holiday(standpoint: Standpoint) -> tuple[date, date] | None:
    today = standpoint.today
    try:
        calendar = holidays.country_holidays(
            standpoint.calendar, subdiv="ENG" if standpoint.calendar == "GB" else None, years=[today.year, today.year + 1]
        )
    except NotImplementedError:
        return None
    ahead = sorted(day for day in calendar if today <= day <= today + _LONG_WEEKEND_WITHIN)
    return (ahead[0], ahead[0]) if ahead else None
