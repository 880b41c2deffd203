"""Days and times put together: every moment that a text names, with how closely its two halves belong together.

A time belongs to the day right before it ("Tuesday at 2pm"), right after it ("2pm on Tuesday"), in its sentence, or in the
lines above (an agenda under a date, a table with a row for the date and one for the time).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import IntEnum

from classifiers.days import DayMention, find_days
from classifiers.prose import Prose
from classifiers.standpoint import Standpoint
from classifiers.times import TimeMention, find_times
from classifiers.zones import zone_at, zone_for_all

_TIGHT_BEFORE = re.compile(
    r"[^\w?!]{0,8}(?:(?:at|from|between|starting|beginning|start(?: time)?|commencing|around|about|approximately|time|when"
    r"|hours?|the"
    r"|for|interview time|arvo|morning|afternoon|evening|lunchtime)\b[\s:(|@-]{0,4}){0,3}",
    re.IGNORECASE,
)
_TIGHT_AFTER = re.compile(
    r"(?: it is(?: then)?[.,!]?)?[ ,()\[\]|-]{0,4}(?:\n(?:interview )?(?:date|day)\b[ :|]{1,3}\n?)?(?:on |this "
    r"|of |for )?(?:the )?",
    re.IGNORECASE,
)
_TONIGHT = re.compile(r"tonight|this evening", re.IGNORECASE)
_MORNING = re.compile(r"\d ?a\.? ?m\b|\b0\d:", re.IGNORECASE)
_MOST_MENTIONS = 120
"""Days and times that are put together: beyond that a text is a timetable of something else."""
_FAR = 120
_ABOVE = 400


class Bond(IntEnum):
    """How closely a time and its day belong together."""

    ELSEWHERE = 0
    SENTENCE = 1
    TIGHT = 2


@dataclass(frozen=True, slots=True)
class Appointment:
    """A moment named at `plain[start:end]`. `begin` and `finish` are aware where a zone is named, naive otherwise."""

    start: int
    end: int
    begin: datetime
    finish: datetime | None
    bond: Bond
    time_start: int
    day: DayMention


def find_appointments(prose: Prose, standpoint: Standpoint, day_of_all: date | None = None) -> list[Appointment]:
    """Every moment in the text, in the order of its times. Times that no day belongs to are left out.

    `day_of_all` is the day of a text that names none itself: the one in its subject.
    """
    days = [day for day in find_days(prose, standpoint) if day.last is None][:_MOST_MENTIONS]
    if not days and day_of_all is not None:
        days = [DayMention(0, 0, day_of_all)]
    if not days:
        return []
    times = find_times(prose, standpoint, tuple((day.start, day.end) for day in days))
    zone_of_all = zone_for_all(prose.plain, standpoint) if times else None
    found: list[Appointment] = []
    claimed: DayMention | None = None
    for mention in times[:_MOST_MENTIONS]:
        day, bond = _day_of(prose, mention, days, claimed)
        if day is None:
            continue
        if bond is Bond.TIGHT and day.start >= mention.end:
            claimed = day
        found.append(_appointment(prose, mention, day, bond, zone_of_all, standpoint))
    return found


def _day_of(
    prose: Prose, mention: TimeMention, days: list[DayMention], claimed: DayMention | None
) -> tuple[DayMention | None, Bond]:
    before = next((day for day in reversed(days) if day.end <= mention.start), None)
    after = next((day for day in days if day.start >= mention.end), None)
    tight_before = before is not None and _joined(_TIGHT_BEFORE, prose.plain, before.end, mention.start)
    tight_after = after is not None and _joined(_TIGHT_AFTER, prose.plain, mention.end, after.start)
    if tight_before and not (tight_after and before is claimed):
        return before, Bond.TIGHT
    if tight_after:
        return after, Bond.TIGHT
    sentence_start, sentence_end = prose.sentence_at(mention.start)
    reach = 40 if mention.weak else _FAR
    if before is not None and before.start >= sentence_start and mention.start - before.end <= reach:
        return before, Bond.SENTENCE
    if after is not None and after.end <= sentence_end and after.start - mention.end <= reach:
        return after, Bond.SENTENCE
    if mention.weak:
        return None, Bond.ELSEWHERE
    if before is not None and mention.start - before.end <= _ABOVE:
        return before, Bond.ELSEWHERE
    only = {day.day for day in days}
    return (days[0], Bond.ELSEWHERE) if len(only) == 1 else (None, Bond.ELSEWHERE)


def _joined(pattern: re.Pattern[str], plain: str, start: int, end: int) -> bool:
    return end - start <= 60 and pattern.fullmatch(plain, start, end) is not None


def _appointment(
    prose: Prose, mention: TimeMention, day: DayMention, bond: Bond, zone_of_all: tzinfo | None, standpoint: Standpoint
) -> Appointment:
    start, end = mention.start, mention.end
    if bond is not Bond.ELSEWHERE:
        start, end = min(start, day.start), max(end, day.end)
    zone = mention.zone
    if zone is None and (named := zone_at(prose.plain, end, standpoint)) is not None:
        zone, end = named
    zone = zone or zone_of_all
    begin = datetime.combine(day.day, mention.begin, zone)
    if begin.hour < 12 and _TONIGHT.search(prose.plain, day.start, day.end) and not _MORNING.search(prose.plain, start, end):
        begin += timedelta(hours=12)
    finish = datetime.combine(day.day, mention.finish, zone) if mention.finish else None
    if finish is not None and finish <= begin:
        finish = finish + timedelta(days=1) if finish < begin - timedelta(hours=12) else None
    return Appointment(start, end, begin, finish, bond, mention.start, day)
