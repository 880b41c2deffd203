"""Where and when the writer of a message stands: what "tomorrow", "03/04" and "IST" mean to whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from classifiers.reading import Context
from daemon.mail.message import Message

_CREDIBLE_DELAY = timedelta(days=3)
_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU"})
_EITHER_ORDER = frozenset({"", "CA"})
_COUNTRY_OF_DOMAIN = {"uk": "GB", "eu": "DE"}
_DOMAINS_WITHOUT_COUNTRY = frozenset({"io", "ai", "co", "me", "tv", "cc", "ws", "to", "ly", "gg", "fm", "am", "so", "sh", "us"})
_COUNTRY_OF_ZONE = {
    "America/New_York": "US",
    "America/Chicago": "US",
    "America/Denver": "US",
    "America/Phoenix": "US",
    "America/Los_Angeles": "US",
    "America/Anchorage": "US",
    "Pacific/Honolulu": "US",
    "America/Detroit": "US",
    "America/Toronto": "CA",
    "America/Vancouver": "CA",
    "Europe/London": "GB",
    "Europe/Dublin": "IE",
    "Asia/Kolkata": "IN",
    "Asia/Calcutta": "IN",
}


@dataclass(frozen=True, slots=True)
class Standpoint:
    """`sent` is the aware instant of the message, `today` the date on its writer's calendar at that instant.

    `country` is the user's (ISO 3166-1 alpha-2, '' if not known). `offset` is the writer's distance from UTC, None where the
    Date header does not tell (robots write UTC wherever they are). `day_first`: 03/04 is the third of April (True), the fourth
    of March (False), or nobody knows (None).
    """

    sent: datetime
    today: date
    country: str = ""
    offset: timedelta | None = None
    day_first: bool | None = None

    @classmethod
    def of(cls, message: Message, context: Context) -> Standpoint:
        sent = message.received_at
        claimed = message.date
        offset: timedelta | None = None
        local = sent.astimezone(context.zone or UTC)
        if claimed is not None and claimed.tzinfo is not None and abs(claimed - sent) <= _CREDIBLE_DELAY:
            offset = claimed.utcoffset() or None
            if offset is not None or context.zone is None:
                local = claimed
        country = context.country.upper() or _country_of_zone(context.zone)
        return cls(sent, local.date(), country, offset, _day_first(country, context.zone, offset, message))

    @property
    def calendar(self) -> str:
        """The country whose public holidays count."""
        return self.country or "US"


def _country_of_zone(zone: tzinfo | None) -> str:
    return _COUNTRY_OF_ZONE.get(zone.key, "") if isinstance(zone, ZoneInfo) else ""


def _day_first(country: str, zone: tzinfo | None, offset: timedelta | None, message: Message) -> bool | None:
    if country not in _EITHER_ORDER:
        return country not in _MONTH_FIRST
    if isinstance(zone, ZoneInfo) and not zone.key.startswith(("America/", "Pacific/", "Etc/")) and "/" in zone.key:
        return True
    domain = message.sender.domain.rpartition(".")[2] if message.sender else ""
    if len(domain) == 2 and domain not in _DOMAINS_WITHOUT_COUNTRY:
        senders = _COUNTRY_OF_DOMAIN.get(domain, domain.upper())
        return None if senders in _EITHER_ORDER else senders not in _MONTH_FIRST
    if offset is None:
        return None
    return not timedelta(hours=-10) <= offset <= timedelta(hours=-4)


@lru_cache(maxsize=64)
def _public_holidays(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def is_working_day(day: date, country: str) -> bool:
    """Monday to Friday and no public holiday of that country (which may be unknown to the calendar: then weekends only)."""
    return day.weekday() < 5 and day not in _public_holidays(country, day.year)


def after_working_days(day: date, count: int, country: str) -> date:
    """The day on which `count` working days have passed after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, country)
    return day
