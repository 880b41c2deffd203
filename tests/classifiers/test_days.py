"""The grammar of calendar days."""

from __future__ import annotations

from datetime import date

import pytest

from classifiers.days import DayMention, find_days
from classifiers.prose import Prose
from classifiers.standpoint import after_working_days, is_working_day
from tests.classifiers.case_files import standpoint_of


def _days(text: str, **case: str) -> list[DayMention]:
    return find_days(Prose.of(text), standpoint_of({"zone": "America/New_York", "country": "US", **case}))


def _found(text: str, **case: str) -> list[tuple[str, str]]:
    prose = Prose.of(text)
    return [(prose.words(day.start, day.end), day.day.isoformat()) for day in _days(text, **case)]


# Written on Thursday, 26 February 2026.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesday, March 3rd at noon", ("Tuesday, March 3rd", "2026-03-03")),
        ("3 March 2026", ("3 March 2026", "2026-03-03")),
        ("Tues. Mar. 3", ("Tues. Mar. 3", "2026-03-03")),
        ("Wednesday 18 at 2pm", ("Wednesday 18", "2026-03-18")),
        ("the 3rd of March", ("3rd of March", "2026-03-03")),
        ("on the 14th", ("the 14th", "2026-03-14")),
        ("12-Mar-2026", ("12-Mar-2026", "2026-03-12")),
        ("05.03.2026", ("05.03.2026", "2026-03-05")),
        ("Thursday, 3/5/26", ("Thursday, 3/5/26", "2026-03-05")),
        ("2026-03-05T14:00", ("2026-03-05", "2026-03-05")),
        ("tomorrow", ("tomorrow", "2026-02-27")),
        ("this Thursday", ("this Thursday", "2026-02-26")),
        ("on Thursday", ("Thursday", "2026-03-05")),
        ("next Thursday", ("next Thursday", "2026-03-05")),
        ("Monday of next week", ("Monday of next week", "2026-03-02")),
        ("Monday week", ("Monday week", "2026-03-09")),
        ("a week on Tuesday", ("a week on Tuesday", "2026-03-10")),
        ("tomorrow, Friday 27 February", ("tomorrow, Friday 27 February", "2026-02-27")),
        ("January 6", ("January 6", "2026-01-06")),
    ],
)
def test_a_day_as_its_writer_means_it(text: str, expected: tuple[str, str]) -> None:
    assert _found(text) == [expected]


def test_a_slip_in_the_year_is_mended_by_the_weekday() -> None:
    assert _found("Wednesday, January 7, 2025", sent="2025-12-29T10:00:00-05:00") == [
        ("Wednesday, January 7, 2025", "2026-01-07")
    ]


def test_a_weekday_that_fits_no_year_is_left_out() -> None:
    assert _found("Friday, March 3, 2026") == []


def test_range_keeps_both_ends() -> None:
    assert [(day.day, day.last) for day in _days("March 10-14")] == [(date(2026, 3, 10), date(2026, 3, 14))]


@pytest.mark.parametrize(
    ("country", "sent", "expected"),
    [
        ("US", "2026-02-26T10:30:00-05:00", "2026-03-04"),
        ("GB", "2026-02-26T10:30:00+00:00", "2026-04-03"),
        ("", "2026-02-26T10:30:00-08:00", "2026-03-04"),
        ("", "2026-02-26T10:30:00+02:00", "2026-04-03"),
        ("CA", "2026-03-20T10:30:00+00:00", "2026-04-03"),
    ],
)
def test_order_of_day_and_month(country: str, sent: str, expected: str) -> None:
    zone = {"US": "America/New_York", "GB": "Europe/London"}.get(country, "")
    assert [day for _, day in _found("on 03/04/2026", country=country, zone=zone, sent=sent)] == [expected]


def test_order_that_nobody_tells_is_left_out() -> None:
    assert _found("on 05/06/2026", country="", zone="", sent="2026-02-26T10:30:00+00:00") == []


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "3.11",
        "1/2 of the team",
        "the 2nd round",
        "the 3rd floor",
        "Sat down",
        "may I ask",
        "march on",
        "page 2 of 10",
        "",
    ],
)
def test_no_day(text: str) -> None:
    assert _found(text) == []


def test_working_days() -> None:
    assert not is_working_day(date(2026, 11, 26), "US")
    assert is_working_day(date(2026, 11, 26), "GB")
    assert is_working_day(date(2026, 11, 26), "XX")
    assert after_working_days(date(2026, 11, 25), 1, "US") == date(2026, 11, 27)
