"""The interviews that the calendar part of a message sets or calls off (RFC 5545, RFC 5546)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from classifiers.prose import LONGEST_PHRASE
from classifiers.reading import InterviewTime
from classifiers.standpoint import Standpoint
from daemon.mail.message import CalendarEvent, Message

MOST_INTERVIEWS = 5
"""So many are kept of one message."""
_SETTING_METHODS = frozenset({"REQUEST", "PUBLISH", "ADD", ""})
_LATE = timedelta(hours=12)


def calendar_interviews(message: Message, standpoint: Standpoint) -> list[InterviewTime]:
    """The events ahead, each with its highest SEQUENCE; those called off only where nothing else is left.

    A whole day is no appointment; a REPLY or COUNTER fixes nothing (RFC 5546 §3.2).
    """
    standing: dict[str, CalendarEvent] = {}
    for event in message.calendar:
        if event.start is None or event.all_day or event.method.upper() not in _SETTING_METHODS | {"CANCEL"}:
            continue
        known = standing.get(event.uid)
        if known is None or event.sequence > known.sequence or (event.sequence == known.sequence and _is_off(event)):
            standing[event.uid] = event
    ahead = [
        (event, event.start)
        for event in standing.values()
        if event.start is not None and (_is_off(event) or _moment(event.start) >= standpoint.sent - _LATE)
    ]
    ahead.sort(key=lambda pair: (_is_off(pair[0]), _moment(pair[1])))
    off = [event.uid for event, _ in ahead if _is_off(event)]
    if len(off) < len(ahead):
        ahead = [pair for pair in ahead if not _is_off(pair[0])]
    else:
        del ahead[1:]
    return [_of_event(event, start, off) for event, start in ahead[:MOST_INTERVIEWS]]


def _of_event(event: CalendarEvent, start: datetime, off: list[str]) -> InterviewTime:
    end = event.end if event.end is not None and _moment(event.end) > _moment(start) else None
    return InterviewTime(
        start=start,
        end=end,
        phrase=" ".join(event.summary.split())[:LONGEST_PHRASE] or start.isoformat(sep=" ", timespec="minutes"),
        uid=event.uid,
        sequence=event.sequence,
        replaces=bool(off) and not _is_off(event),
        cancelled=_is_off(event),
    )


def _is_off(event: CalendarEvent) -> bool:
    return event.method.upper() == "CANCEL" or event.status.upper() == "CANCELLED"


def _moment(instant: datetime) -> datetime:
    """For ordering only: a wall-clock time without a zone is put on UTC."""
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
