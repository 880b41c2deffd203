"""The trees: read as they were laid out, and laid out as they were grown."""

from __future__ import annotations

import random
from dataclasses import replace
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from classifiers.model import growing, weights
from classifiers.model.forest import LEAF, Forest
from classifiers.model.growing import form_names, grow
from classifiers.reading import MessageKind

KINDS = tuple(MessageKind)

ONE_QUESTION = Forest(
    names=("form.bulk",),
    base=(0.5, -0.5),
    trees=((0,), ()),
    asks=(1, LEAF, 0, LEAF, LEAF),
    at=(0.0, 1.0, -2.0, 3.0, 4.0),
    beyond=(2, 0, 4, 0, 0),
)
"""Kind 0: is the form feature absent? 1.0; else: is the first number at most -2? 3.0, else 4.0."""


@pytest.mark.parametrize(
    ("number", "form", "margin"),
    [(0.0, {}, 1.5), (-3.0, {"form.bulk": 1.0}, 3.5), (0.0, {"form.bulk": 1.0, "form.reply": 1.0}, 4.5)],
)
def test_each_tree_adds_the_leaf_that_the_row_falls_into(number: float, form: dict[str, float], margin: float) -> None:
    row = ONE_QUESTION.row([number], form)
    assert ONE_QUESTION.margins(row) == [margin, -0.5]


def test_what_is_written_is_what_was_read() -> None:
    assert Forest.decode(ONE_QUESTION.encode()) == ONE_QUESTION


def test_a_forest_says_what_the_library_that_grew_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(7)  # noqa: S311 - the same rows each time
    rows = [[rng.gauss(0, 1) for _ in range(4)] for _ in range(400)]
    kinds = [KINDS[int(row[0] > 0) + 2 * int(row[1] + row[2] > 0.5)] for row in rows]
    grown: list[Any] = []

    def kept(**named: Any) -> Any:
        grown.append(HistGradientBoostingClassifier(**named))
        return grown[-1]

    monkeypatch.setattr(growing, "HistGradientBoostingClassifier", kept)
    forest = grow((), rows, kinds)
    margins = np.array([forest.margins(row) for row in rows])[:, : len(set(kinds))]
    assert margins == pytest.approx(grown[0].decision_function(np.array(rows)), abs=1e-3)
    assert sum(KINDS[int(np.argmax(margin))] is kind for margin, kind in zip(margins, kinds, strict=True)) > 380


def test_a_kind_without_examples_is_never_said() -> None:
    rows = [[float(at % 3)] for at in range(90)]
    forest = grow((), rows, [KINDS[at % 3 * 3] for at in range(90)])
    assert max(range(len(KINDS)), key=forest.margins([1.0]).__getitem__) == 3


def test_single_rules_are_left_to_the_linear_model() -> None:
    assert form_names([["form.bulk", "rule.rejection.sorry"], ["rules.share.offer", "form.bulk"]]) == (
        "form.bulk",
        "rules.share.offer",
    )


def test_the_model_that_comes_with_the_program_has_one() -> None:
    forest = weights.load().forest
    assert forest is not None
    assert len(forest.base) == len(KINDS)
    assert weights.decode(replace(_export(), forest=None).encode()).forest is None


def _export() -> weights.Export:
    return weights.decode(files("classifiers.model").joinpath(weights.FILE).read_bytes())
