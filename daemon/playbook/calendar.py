"""The user's working calendar: when a working hour is, and how days and months are counted.

Instants go in and come out aware, in UTC; counting is done on the user's wall clock, so that "seven days later" keeps the
hour across a change to daylight saving.
"""

from __future__ import annotations

import calendar as month_lengths
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MORNING = time(9, 0)
EVENING = time(17, 0)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Working time is 09:00 to 17:00 on Monday to Friday, on no public holiday of country and region and on no quiet day.

    `quiet_days` of the user's come on top of the usual ones: 24 to 31 December and, in the US, the Friday after Thanksgiving.
    """

    zone: ZoneInfo
    country: str
    region: str = ""
    quiet_days: frozenset[date] = field(default_factory=frozenset)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)

    def local_date(self, instant: datetime) -> date:
        return self.local(instant).date()

    def at(self, day: date, hour: time) -> datetime:
        """That wall-clock time of the user's as an instant. One skipped by daylight saving is moved forward."""
        return datetime.combine(day, hour, tzinfo=self.zone).astimezone(UTC)

    def is_working_day(self, day: date) -> bool:
        return (
            day.weekday() < SATURDAY
            and not self.is_quiet(day)
            and day not in _public_holidays(self.country, self.region, day.year)
        )

    def is_quiet(self, day: date) -> bool:
        if day in self.quiet_days or (day.month == 12 and day.day >= 24):
            return True
        return self.country == "US" and day == _thanksgiving(day.year) + timedelta(days=1)

    def aligned(self, instant: datetime) -> datetime:
        """The instant itself in working time, else the next working 09:00; never earlier."""
        local = self.local(instant)
        if self.is_working_day(local.date()) and MORNING <= local.time() < EVENING:
            return instant
        if self.is_working_day(local.date()) and local.time() < MORNING:
            return self.at(local.date(), MORNING)
        return self.working_morning_after(local.date())

    def working_morning_after(self, day: date) -> datetime:
        """09:00 of the first working day after that day."""
        following = day + timedelta(days=1)
        while not self.is_working_day(following):
            following += timedelta(days=1)
        return self.at(following, MORNING)

    def days_later(self, instant: datetime, days: int) -> datetime:
        """The same wall-clock time that many dates later."""
        local = self.local(instant)
        return self.at(local.date() + timedelta(days=days), local.time())

    def months_later(self, instant: datetime, months: int) -> datetime:
        """The same wall-clock time on the same day of a later month, or on that month's last day."""
        local = self.local(instant)
        years, month = divmod(local.month - 1 + months, 12)
        year, month = local.year + years, month + 1
        day = min(local.day, month_lengths.monthrange(year, month)[1])
        return self.at(date(year, month, day), local.time())

    def working_days_between(self, first: date, before: date) -> int:
        """How many working days lie in [first, before)."""
        return sum(self.is_working_day(first + timedelta(days=n)) for n in range((before - first).days))

    def working_day_before(self, day: date) -> date:
        """The last working day before that day."""
        previous = day - timedelta(days=1)
        while not self.is_working_day(previous):
            previous -= timedelta(days=1)
        return previous


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


@lru_cache(maxsize=64)
def _public_holidays(country: str, region: str, year: int) -> frozenset[date]:
    import holidays  # a quarter of a second to import, and many commands never ask

    return frozenset(holidays.country_holidays(country, subdiv=region or None, years=year))
