"""The grammar of times of day, zones and durations."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from classifiers.days import find_days
from classifiers.prose import Prose
from classifiers.times import TimeMention, find_duration, find_times
from tests.classifiers.case_files import standpoint_of


def _times(text: str) -> list[TimeMention]:
    prose, standpoint = Prose.of(text), standpoint_of({"zone": "America/New_York", "country": "US"})
    return find_times(prose, standpoint, tuple((day.start, day.end) for day in find_days(prose, standpoint)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2:30 pm", "14:30"),
        ("2.30pm", "14:30"),
        ("2 p.m.", "14:00"),
        ("14h30", "14:30"),
        ("1430 hrs", "14:30"),
        ("14:30 Uhr", "14:30"),
        ("at 14.30", "14:30"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("at 10", "10:00"),
        ("at 2", "14:00"),
        ("2 o'clock", "14:00"),
        ("10 o'clock in the morning", "10:00"),
        ("half past two", "14:30"),
        ("half ten", "10:30"),
        ("quarter to four", "15:45"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("2-3pm", "14:00-15:00"),
        ("11-1pm", "11:00-13:00"),
        ("from 10 to 11:30", "10:00-11:30"),
        ("10:00 - 11:00", "10:00-11:00"),
        ("between 2 and 3 pm", "14:00-15:00"),
        ("2pm - 3", "14:00-15:00"),
        ("9am-12pm", "09:00-12:00"),
        ("2:30 PM EST - 3:00 PM EST", "14:30-15:00"),
        ("11 a.m. to noon", "11:00-12:00"),
    ],
)
def test_time(text: str, expected: str) -> None:
    (found,) = _times(text)
    finish = f"-{found.finish:%H:%M}" if found.finish else ""
    assert f"{found.begin:%H:%M}{finish}" == expected


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2pm ET", -5),
        ("2pm PST", -8),
        ("2 p.m. Pacific", -8),
        ("2pm (Eastern Time - US & Canada)", -5),
        ("2pm (UTC-05:00) Eastern Time (US & Canada)", -5),
        ("2pm UTC+1", 1),
        ("2pm GMT+5:30", 5.5),
        ("14:00 CET", 1),
        ("2pm London time", 0),
        ("14:00 Europe/Berlin", 1),
        ("T14:00:00Z", 0),
        ("T14:00:00+02:00", 2),
    ],
)
def test_zone(text: str, hours: float) -> None:
    (found,) = _times(text)
    assert found.zone is not None
    assert datetime(2026, 3, 3, tzinfo=found.zone).utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("text", ["2pm IST", "2pm BST", "2pm in London", "2pm PM", "2pm Xyz/Nowhere", "2pm ABC"])
def test_zone_that_is_not_certain(text: str) -> None:
    assert [found.zone for found in _times(text)] == [None]


def test_one_time_in_two_zones() -> None:
    assert [f"{found.begin:%H:%M}" for found in _times("11am PT / 2pm ET")] == ["11:00"]


@pytest.mark.parametrize(
    "text", ["10 candidates", "at 10 Main Street", "at 5%", "$2.30", "1-on-1", "round 2", "version 3.11", "25:70", ""]
)
def test_no_time(text: str) -> None:
    assert _times(text) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("for 45 minutes", 45),
        ("a 30-minute call", 30),
        ("an hour and a half", 90),
        ("half an hour", 30),
        ("45-60 minutes", 60),
        ("1 hour 30 minutes", 90),
        ("1.5 hours", 90),
        ("one (1) hour", 60),
        ("twenty minutes", 20),
    ],
)
def test_duration(text: str, minutes: int) -> None:
    assert find_duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text", ["join 10 minutes early", "within 24 hours", "arrive 15 minutes before", "5 years", "a 2 hour assessment", ""]
)
def test_no_duration(text: str) -> None:
    assert find_duration(text) is None
