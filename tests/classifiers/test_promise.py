"""Promised time frames: what they said, and the last day of it."""

from __future__ import annotations

from datetime import date

import pytest

from classifiers.promise import promise_of
from classifiers.reading import MessageKind, Promise
from tests.classifiers.case_files import Case, cases, kind_of, message_of, prose_of, standpoint_of, title


def _read(case: Case) -> Promise | None:
    interview = date.fromisoformat(case["interview"]) if "interview" in case else None
    return promise_of(message_of(case), prose_of(case), kind_of(case, MessageKind.HOLDING), standpoint_of(case), interview)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


@pytest.mark.parametrize("case", cases("promises"), ids=title)
def test_promise(case: Case) -> None:
    found = _read(case)
    if case.get("none"):
        assert found is None
        return
    assert found is not None
    assert _iso(found.until) == case["until"]
    assert found.after_interview_days == case.get("after_interview_days")
    assert found.holiday == case.get("holiday", "")
    assert _iso(found.holiday_begins) == case.get("holiday_begins")
    assert found.absence is case.get("absence", False)
    if "phrase" in case:
        assert found.phrase == case["phrase"]
    assert found.phrase in case["text"]


def test_there_are_enough_cases_of_both_sorts() -> None:
    table = cases("promises")
    assert len(table) >= 70
    assert sum(bool(case.get("none")) for case in table) >= 15


def test_the_latest_of_several_promises_counts() -> None:
    found = _read({"text": "I'll send you an update tomorrow. We will make a final decision by March 20."})
    assert found is not None
    assert found.until == date(2026, 3, 20)


def test_a_window_is_counted_from_the_writer_s_day() -> None:
    late_evening = {"text": "I'll let you know tomorrow.", "sent": "2026-02-26T22:30:00-08:00", "zone": "Europe/London"}
    found = _read(late_evening)
    assert found is not None
    assert found.until == date(2026, 2, 27)


def test_business_days_skip_public_holidays() -> None:
    us = _read({"text": "We'll get back to you within 3 business days.", "sent": "2026-11-24T10:00:00-05:00", "country": "US"})
    gb = _read({"text": "We'll get back to you within 3 business days.", "sent": "2026-11-24T10:00:00+00:00", "country": "GB"})
    assert us is not None
    assert gb is not None
    assert us.until == date(2026, 11, 30)
    assert gb.until == date(2026, 11, 27)
