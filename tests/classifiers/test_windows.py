"""The grammar of time frames and of holidays."""

from __future__ import annotations

import pytest

from classifiers.prose import Prose
from classifiers.seasons import find_holidays
from classifiers.windows import find_windows
from tests.classifiers.case_files import standpoint_of


def _windows(text: str, **case: str) -> list[tuple[str, str | int | None]]:
    prose = Prose.of(text)
    standpoint = standpoint_of({"zone": "America/New_York", "country": "US", **case})
    return [
        (prose.words(window.start, window.end), window.until.isoformat() if window.until else window.days_after_interview)
        for window in find_windows(prose, 0, len(prose.plain), standpoint)
    ]


# Written on Thursday, 26 February 2026.
@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("within two weeks", "2026-03-12"),
        ("in the next 5-7 business days", "2026-03-09"),
        ("two (2) weeks", "2026-03-12"),
        ("in a week or two", "2026-03-12"),
        ("another week", "2026-03-05"),
        ("a few days", "2026-03-03"),
        ("within 48 hours", "2026-02-28"),
        ("in the coming weeks", "2026-03-19"),
        ("within a month", "2026-03-26"),
        ("within two weeks of your interview", 14),
        ("within 5 business days of the interview", 7),
        ("a week from Friday", "2026-03-06"),
        ("two weeks from today", "2026-03-12"),
        ("early next week", "2026-03-03"),
        ("middle of next week", "2026-03-04"),
        ("by the end of next week", "2026-03-06"),
        ("later this week", "2026-02-27"),
        ("the week of March 9", "2026-03-13"),
        ("the week after next", "2026-03-13"),
        ("the first week of April", "2026-04-07"),
        ("by the end of the month", "2026-02-28"),
        ("early April", "2026-04-10"),
        ("mid-March", "2026-03-20"),
        ("in April", "2026-04-30"),
        ("end of Q1", "2026-03-31"),
        ("in Q2", "2026-06-30"),
        ("the end of the year", "2026-12-31"),
        ("early in the new year", "2027-01-31"),
        ("by end of day Friday", "2026-02-27"),
        ("before March 10", "2026-03-09"),
        ("before Monday", "2026-02-27"),
        ("between March 10 and March 14", "2026-03-14"),
        ("Monday or Tuesday", "2026-03-03"),
        ("after the weekend", "2026-03-02"),
        ("by the 15th", "2026-03-15"),
        ("this time next week", "2026-03-06"),
    ],
)
def test_window_and_its_end(text: str, until: str | int) -> None:
    assert _windows(text) == [(text, until)]


@pytest.mark.parametrize(
    "text",
    [
        "two weeks ago",
        "the last three weeks",
        "five years of experience",
        "three days a week",
        "a two-week trial",
        "as soon as possible",
        "in due course",
        "",
    ],
)
def test_no_window(text: str) -> None:
    assert _windows(text) == []


@pytest.mark.parametrize(
    ("text", "sent", "country", "begins", "last"),
    [
        ("the holidays", "2026-12-10T10:00:00-05:00", "US", "2026-12-25", "2027-01-01"),
        ("Christmas", "2026-12-10T10:00:00+00:00", "GB", "2026-12-25", "2027-01-01"),
        ("the new year", "2026-12-30T10:00:00+00:00", "GB", "2026-12-25", "2027-01-01"),
        ("Thanksgiving", "2026-11-18T10:00:00-05:00", "US", "2026-11-26", "2026-11-26"),
        ("Thanksgiving", "2026-10-05T10:00:00-04:00", "CA", "2026-10-12", "2026-10-12"),
        ("Easter", "2026-03-20T10:00:00+00:00", "GB", "2026-04-03", "2026-04-06"),
        ("Diwali", "2026-10-21T10:00:00+05:30", "IN", "2026-11-08", "2026-11-08"),
        ("the 4th", "2026-06-24T10:00:00-04:00", "US", "2026-07-04", "2026-07-04"),
        ("Labor Day", "2026-08-28T10:00:00-04:00", "US", "2026-09-07", "2026-09-07"),
        ("the long weekend", "2026-08-28T10:00:00-04:00", "US", "2026-09-05", "2026-09-07"),
        ("Eid", "2026-03-01T10:00:00+04:00", "AE", "2026-03-19", "2026-03-22"),
        ("Chinese New Year", "2026-02-01T10:00:00+08:00", "SG", "2026-02-17", "2026-02-18"),
    ],
)
def test_holiday(text: str, sent: str, country: str, begins: str, last: str) -> None:
    standpoint = standpoint_of({"sent": sent, "country": country})
    (found,) = find_holidays(text, 0, len(text), standpoint)
    assert (found.word, found.begins.isoformat(), found.last.isoformat()) == (text, begins, last)


@pytest.mark.parametrize("text", ["the holidays", "Christmas", "the 4th", "the winter", "Chris"])
def test_no_holiday_within_reach(text: str) -> None:
    assert find_holidays(text, 0, len(text), standpoint_of({"sent": "2026-04-20T10:00:00-04:00", "country": "US"})) == []
