"""What a message asks of the user, and what it says about feedback."""

from __future__ import annotations

import pytest

from classifiers.answer import asks_answer, asks_references, completed_machine_interview, feedback_of
from tests.classifiers.case_files import Case, cases, prose_of, title

_TABLE = cases("answers")


def _with(name: str) -> list[Case]:
    return [case for case in _TABLE if name in case]


@pytest.mark.parametrize("case", _with("asks_answer"), ids=title)
def test_asks_answer(case: Case) -> None:
    assert asks_answer(prose_of(case)) is case["asks_answer"]


@pytest.mark.parametrize("case", _with("asks_references"), ids=title)
def test_asks_references(case: Case) -> None:
    assert asks_references(prose_of(case)) is case["asks_references"]


@pytest.mark.parametrize("case", _with("machine"), ids=title)
def test_machine_interview_completed(case: Case) -> None:
    assert completed_machine_interview(prose_of(case), "") is case["machine"]


@pytest.mark.parametrize("case", _with("feedback"), ids=title)
def test_feedback(case: Case) -> None:
    assert feedback_of(prose_of(case)) == case["feedback"]
