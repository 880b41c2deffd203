"""By when they want an answer: the words, the last day of it, and what is no such day."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from classifiers.answer_by import answer_by_of
from classifiers.facts import extract
from classifiers.prose import Prose
from classifiers.reading import AnswerBy, MessageKind
from tests.classifiers.case_files import Case, cases, context_of, kind_of, message_of, prose_of, standpoint_of, title


def _read(case: Case) -> AnswerBy | None:
    kind = kind_of(case, MessageKind.INTERVIEW_INVITATION)
    return answer_by_of(prose_of(case), Prose.of(case.get("subject", "")), kind, standpoint_of(case))


@pytest.mark.parametrize("case", cases("answer_by"), ids=title)
def test_answer_by(case: Case) -> None:
    found = _read(case)
    if case.get("none"):
        assert found is None
        return
    assert found is not None
    assert found.day.isoformat() == case["by"]
    assert found.phrase in f"{case['text']}\n{case.get('subject', '')}"
    if "phrase" in case:
        assert found.phrase == case["phrase"]


def test_there_are_enough_cases_of_both_sorts() -> None:
    table = cases("answer_by")
    assert len(table) >= 70
    assert sum(bool(case.get("none")) for case in table) >= 25


def test_the_earliest_of_several_days_counts() -> None:
    found = _read({"text": "The offer is valid until March 20. Please let us know by Friday, March 6, if you can."})
    assert found == AnswerBy("by Friday, March 6", date(2026, 3, 6))


def test_a_day_is_counted_from_the_writers_own() -> None:
    """Late in the evening in California it is the next day already where Sam lives."""
    case = {"text": "Please reply by tomorrow.", "sent": "2026-02-26T22:30:00-08:00", "zone": "Europe/London"}
    found = _read(case)
    assert found is not None
    assert found.day == date(2026, 2, 27)


def test_a_day_that_is_past_or_far_away_is_none() -> None:
    assert _read({"text": "Please reply by February 20, 2026."}) is None
    assert _read({"text": "Please reply by February 20, 2028."}) is None


def test_is_one_of_the_facts_of_a_message() -> None:
    case = {"text": "Please let us know by Friday which time suits you.", "zone": "America/New_York"}
    facts = extract(message_of(case), MessageKind.INTERVIEW_INVITATION, context_of(case))
    assert facts.answer_by == AnswerBy("by Friday", date(2026, 2, 27))
    assert extract(message_of(case), MessageKind.INTERVIEW_INVITATION, context_of({**case, "outgoing": True})).answer_by is None


@pytest.mark.parametrize("word", ["please reply ", "by Friday ", "if you ", "valid until ", "please "])
def test_endless_words_are_read_in_linear_time(word: str) -> None:
    """Four times the text takes about four times as long; measured in the same run, by the processor's clock."""

    def taken(text: str) -> float:
        began = process_time()
        _read({"text": text})
        return process_time() - began

    taken(word * 10)
    short, long = taken(word * 300), taken(word * 1_200)
    assert long < 60 * short + 0.5
