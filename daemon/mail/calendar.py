"""Invitations: the VEVENTs of a text/calendar part, read by icalendar with all the guards that real calendars ask for.

Recurrence is not expanded: what is said of the first occurrence counts.
"""

from __future__ import annotations

import re
import threading
import warnings
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import icalendar
from icalendar.cal import Component
from icalendar.error import GloballyUniqueTZIDGuessed

from daemon.mail.characters import clean_line, clean_text
from daemon.mail.html import html_to_text
from daemon.mail.message import Address, CalendarEvent

MAX_SIZE = 256_000
"""Bytes of one calendar; a larger one is not read."""

_MAX_EVENTS = 50
_MAX_LINES = 3_000
_MAX_PARAMETERS = 50
_MAX_ZONE_NAME = 150
_MAX_ATTENDEES = 100
_MAX_LINE = 500
_MAX_DESCRIPTION = 10_000
_MAX_DURATION = timedelta(days=366)

_BROKEN_BY_INPUT = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError, OSError)
_FOLD = re.compile(rb"\n[ \t]")
_UNREAD = re.compile(
    rb"^(?:X-(?!WR-TIMEZONE)|ATTACH\b|CATEGORIES\b|COMMENT\b|EXDATE\b|RDATE\b).*\n", re.IGNORECASE | re.MULTILINE
)
_CONTENT_LINE = re.compile(rb"[A-Za-z0-9-]{1,80}[;:]")
_ZONE_PARAMETER = re.compile(rb';TZID="?([^";:\n]*)"?', re.IGNORECASE)
_ATTENDEE = re.compile(rb"^ATTENDEE\b.*\n", re.IGNORECASE | re.MULTILINE)
_TIME_ZONE = re.compile(rb"^BEGIN:VTIMEZONE\n(?:(?!END:VTIMEZONE).*\n)*END:VTIMEZONE\n?", re.IGNORECASE | re.MULTILINE)
_FREQUENT_RULE = re.compile(rb"^RRULE\b(?!.*FREQ=YEARLY).*\n", re.IGNORECASE | re.MULTILINE)
_MARKUP = re.compile(r"<(?:br|p|div|a|b|html|span|ul|table)\b[^<>]{0,300}>", re.IGNORECASE)

# icalendar keeps the VTIMEZONEs that it met, by name, for the whole process: another mail's "Customized Time Zone" would be
# read with the offset of the first. The reset is global, so one calendar is read at a time.
_one_calendar_at_a_time = threading.Lock()
warnings.filterwarnings("ignore", category=GloballyUniqueTZIDGuessed)


def events(ics: bytes, method_hint: str = "") -> tuple[CalendarEvent, ...]:
    """The events of an iCalendar object (RFC 5545), requests, replies, counters and cancellations alike.

    The METHOD of the object itself counts; `method_hint`, the `method` parameter of the Content-Type, stands in where the
    object has none. RFC 6047 §2.4 wants the two to be equal, RFC 5546 gives meaning to the object's own, and it is the
    Content-Type that gateways rewrite.
    Nothing is raised: what cannot be read is left out, and a calendar over `MAX_SIZE` yields nothing.
    """
    if len(ics) > MAX_SIZE:
        return ()
    text = _mended(ics)
    with _one_calendar_at_a_time:
        icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]
        calendars = _parse(text) or _parse(_TIME_ZONE.sub(b"", text))
        found = [
            event
            for calendar in calendars
            for component in calendar.walk("VEVENT")[:_MAX_EVENTS]
            if (event := _event(component, calendar, method_hint)) is not None
        ]
    return distinct(found)


def distinct(found: Iterable[CalendarEvent]) -> tuple[CalendarEvent, ...]:
    """Each event once: the same one often comes inline and as an attachment. The one with a METHOD stays."""
    chosen: dict[tuple[object, ...], CalendarEvent] = {}
    for event in found:
        key = (event.uid, event.sequence, event.start, "" if event.uid else event.summary)
        if key not in chosen or (event.method and not chosen[key].method):
            chosen[key] = event
    return tuple(chosen.values())


def _mended(ics: bytes) -> bytes:
    """UTF-8 without BOM and folds, from BEGIN:VCALENDAR on, with every missing END, without what is costly or never read."""
    text = ics.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        text = text.decode("cp1252", "replace").encode()
    text = _FOLD.sub(b"", text.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))
    begin = text.upper().find(b"BEGIN:VCALENDAR")
    if begin < 0:
        return b""
    text = _UNREAD.sub(b"", text[begin:] + b"\n")
    text = _FREQUENT_RULE.sub(b"", text)
    text = _ZONE_PARAMETER.sub(lambda match: match[0] if _may_be_looked_up(match[1]) else b";TZID=unknown", text)
    kept = iter(range(_MAX_ATTENDEES))
    text = _ATTENDEE.sub(lambda match: match[0] if next(kept, None) is not None else b"", text)
    return _with_ends(text)


def _may_be_looked_up(zone_name: bytes) -> bool:
    """Whether a TZID may be looked for among the files of the zone database: no folder, no name too long for a file."""
    return len(zone_name) <= _MAX_ZONE_NAME and zone_name.decode("utf-8", "replace").casefold().strip("/") not in _zone_folders()


def _with_ends(text: bytes) -> bytes:
    """Sound lines only, with every BEGIN ended: icalendar silently drops a calendar that was cut short."""
    lines: list[bytes] = []
    open_components: list[bytes] = []
    for line in text.split(b"\n"):
        if not _CONTENT_LINE.match(line) or line.partition(b":")[0].count(b";") > _MAX_PARAMETERS:
            continue
        if len(lines) >= _MAX_LINES:
            break
        keyword, _, value = line.upper().partition(b":")
        value = value.strip()
        if keyword == b"BEGIN":
            if len(open_components) >= 10:
                continue
            open_components.append(value)
        elif keyword == b"END":
            if value not in open_components:
                continue
            while open_components[-1] != value:
                lines.append(b"END:" + open_components.pop())
            open_components.pop()
        lines.append(line)
    lines.extend(b"END:" + value for value in reversed(open_components))
    return b"\n".join(lines) + b"\n"


def _parse(text: bytes) -> list[Component]:
    try:
        return list(icalendar.Calendar.from_ical(text, multiple=True))
    except _BROKEN_BY_INPUT:
        return []


def _event(component: Component, calendar: Component, method_hint: str) -> CalendarEvent | None:
    default_zone = _zone(_text(calendar, "X-WR-TIMEZONE"))
    begins = _moment(component, "DTSTART")
    start = _instant(component, "DTSTART", default_zone)
    end = _end(component, start, default_zone)
    uid = _text(component, "UID")
    if start is None and not uid:
        return None
    return CalendarEvent(
        method=(_text(calendar, "METHOD") or clean_line(method_hint, 20)).upper(),
        uid=uid,
        sequence=_sequence(component),
        start=start,
        end=end,
        all_day=isinstance(begins, date) and not isinstance(begins, datetime),
        summary=_text(component, "SUMMARY"),
        description=_description(component),
        location=_text(component, "LOCATION"),
        status=_text(component, "STATUS").upper(),
        organizer=next(iter(_people(component, "ORGANIZER")), None),
        attendees=tuple(_people(component, "ATTENDEE")),
    )


def _values(component: Component, name: str) -> list[object]:
    value = component.get(name)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(component: Component, name: str) -> str:
    values = _values(component, name)
    return clean_line(str(values[0]), _MAX_LINE) if values else ""


def _description(component: Component) -> str:
    values = _values(component, "DESCRIPTION")
    text = str(values[0]) if values else ""
    return clean_text(html_to_text(text) if _MARKUP.search(text) else text, _MAX_DESCRIPTION)


def _sequence(component: Component) -> int:
    text = _text(component, "SEQUENCE")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _moment(component: Component, name: str) -> object:
    """The value of a date, date-time, duration or period; None where it is missing or broken."""
    values = _values(component, name)
    try:
        moment = getattr(values[0], "dt", None) if values else None
    except ValueError:  # icalendar raises for a broken value when it is looked at, not when it is read
        return None
    return moment[0] if isinstance(moment, tuple) else moment


def _instant(component: Component, name: str, default_zone: ZoneInfo | None) -> datetime | None:
    """The moment as CalendarEvent wants it: aware if a zone is known; a date is its midnight, in no zone."""
    moment = _moment(component, name)
    if isinstance(moment, datetime):
        zone_name = _zone_parameter(component, name)
        return _zoned(moment, _zone(zone_name) if zone_name else default_zone)
    if isinstance(moment, date):
        return datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - an all-day event lies in no zone
    return None


def _zone_parameter(component: Component, name: str) -> str:
    values = _values(component, name)
    return clean_line(str(getattr(values[0], "params", {}).get("TZID", "")), _MAX_LINE) if values else ""


def _zoned(moment: datetime, zone: ZoneInfo | None) -> datetime | None:
    if moment.tzinfo is None:
        return moment if zone is None else moment.replace(tzinfo=zone)
    if isinstance(moment.tzinfo, ZoneInfo):
        return moment
    try:
        offset = moment.utcoffset()  # of a VTIMEZONE: only its offset at this moment is kept, not the parsed component
    except _BROKEN_BY_INPUT:
        return None
    return moment.replace(tzinfo=timezone(offset) if offset is not None else None)


def _end(component: Component, start: datetime | None, default_zone: ZoneInfo | None) -> datetime | None:
    """DTEND, else DTSTART and DURATION; None where neither is given or the event would end before it begins."""
    end = _instant(component, "DTEND", default_zone)
    duration = _moment(component, "DURATION")
    if start is None:
        return None
    if end is None and isinstance(duration, timedelta) and timedelta(0) < duration <= _MAX_DURATION:
        end = _later(start, duration)
    return end if end is not None and (start.tzinfo is None) == (end.tzinfo is None) and start < end else None


def _later(start: datetime, duration: timedelta) -> datetime | None:
    try:
        return start + duration if start.tzinfo is None else (start.astimezone(UTC) + duration).astimezone(start.tzinfo)
    except OverflowError:
        return None


def _people(component: Component, name: str) -> list[Address]:
    """Organizer or attendees with an address; rooms and projectors are no people."""
    people: dict[str, Address] = {}
    for value in _values(component, name)[:_MAX_ATTENDEES]:
        parameters = getattr(value, "params", {})
        email = clean_line(str(value), 320)
        email = email[len("mailto:") :] if email.lower().startswith("mailto:") else email
        if "@" not in email or " " in email or str(parameters.get("CUTYPE", "")).upper() in ("ROOM", "RESOURCE"):
            continue
        display = clean_line(str(parameters.get("CN", "")), 200).strip("\"'")
        person = Address("" if display.casefold() == email.casefold() else display, email)
        people.setdefault(person.key, person)
    return list(people.values())


def _zone(name: str) -> ZoneInfo | None:
    return ZoneInfo(_zone_names()[name.casefold()]) if name.casefold() in _zone_names() else None


@cache
def _zone_names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones()}


@cache
def _zone_folders() -> frozenset[str]:
    return frozenset(
        "/".join(parts[:depth]) for name in _zone_names() for parts in [name.split("/")] for depth in range(len(parts))
    )
