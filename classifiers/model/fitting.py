"""Fitting the linear model: multinomial logistic regression with scikit-learn, quantised to what the model file holds.

One thread and a fixed order of everything, so that the same corpus gives the same bytes on one machine.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from classifiers.model.features import Features
from classifiers.model.glance import DISMISSES_NOTHING, Glance
from classifiers.model.weights import KINDS, RARITY_STEPS, ZERO, Export, Rows
from classifiers.reading import MessageKind

_FEWEST_STYLES: Final = 3
"""A word that fewer styles use tells who writes and not what is said."""

_MOST_WORDS: Final = 11_900
_MOST_PIECES: Final = 11_900
_MOST_MEANINGS: Final = 10_900
_MOST_GLANCED: Final = 5_000
_FORM_SHARE: Final = 0.3
_RULES_SHARE: Final = 0.17
"""How far form and rules may count beside the words: the smaller, the dearer a large weight is to the fit."""

_PENALTY_INVERSE: Final = 8.0
_GLANCE_PENALTY_INVERSE: Final = 8.0
_GLANCE_STEPS: Final = 100
"""Steps of a word's weight in the glance, on either side of zero."""

_TOLERANCE: Final = 1e-3
_UNHEARD_OF: Final = -20.0
"""Logit of a kind that no example has."""

_CLIPPED: Final = 99.9
"""Percentile of the weights of a table at which they are cut, so that a byte is fine enough for the others."""

_Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Block:
    """A table of features over all examples: `values` is row-normalised, `rarity` the byte of each column."""

    features: tuple[str, ...]
    rarity: _Matrix
    values: sparse.csr_matrix


def fit(
    features: Sequence[Features],
    kinds: Sequence[MessageKind],
    styles: Sequence[str],
    glanced: Sequence[frozenset[str]],
) -> Export:
    """The linear model of these examples, without a forest, with temperature 1 and never confident. `glanced` are the words
    that a first look sees."""
    blocks = [
        _block([each.words for each in features], styles, _MOST_WORDS),
        _block([each.pieces for each in features], styles, _MOST_PIECES),
        _block([each.meanings for each in features], styles, _MOST_MEANINGS),
    ]
    names = tuple(sorted({name for each in features for name in each.form}))
    scale = np.array([_FORM_SHARE if name.startswith("form.") else _RULES_SHARE for name in names])
    form = _numbers([each.form for each in features], names) @ sparse.diags(scale)
    whole = sparse.hstack([*(block.values for block in blocks), form]).tocsr()
    wanted = np.array([KINDS.index(kind) for kind in kinds])
    weights, intercept = _solve(whole, wanted, _PENALTY_INVERSE)
    ends = np.cumsum([len(block.features) for block in blocks])
    parts = np.split(weights, ends)
    return Export(
        tables=tuple(_rows(block, part) for block, part in zip(blocks, parts[:-1], strict=True)),
        form={
            name: tuple(round(float(value), 5) for value in row)
            for name, row in zip(names, parts[-1] * scale[:, None], strict=True)
        },
        intercept=tuple(round(float(value), 5) for value in intercept),
        forest=None,
        temperature=1.0,
        confident_at={},
        glance=fit_glance(glanced, kinds, styles),
    )


def fit_glance(seen: Sequence[frozenset[str]], kinds: Sequence[MessageKind], styles: Sequence[str]) -> Glance:
    """The table of the first look, from the words `seen` in each mail; it dismisses nothing yet."""
    block = _block(seen, styles, _MOST_GLANCED)
    counts = np.maximum(1, block.values.getnnz(axis=1))
    there = sparse.diags(1 / np.sqrt(counts)) @ (block.values > 0).astype(float)
    hiring = np.array([kind is not MessageKind.OTHER for kind in kinds])
    weights, intercept = _solve(there.tocsr(), hiring, _GLANCE_PENALTY_INVERSE)
    scale = float(np.abs(weights).max()) / _GLANCE_STEPS
    steps = np.rint(weights[:, 0] / scale).astype(int)
    return Glance(
        {word: int(step) for word, step in zip(block.features, steps, strict=True) if step},
        round(scale, 8),
        round(float(intercept[0]), 5),
        DISMISSES_NOTHING,
    )


def _solve(values: sparse.csr_matrix, wanted: NDArray[Any], penalty_inverse: float) -> tuple[_Matrix, _Matrix]:
    """Weights (feature by kind, or one column for two classes) and intercepts."""
    regression = LogisticRegression(C=penalty_inverse, max_iter=400, tol=_TOLERANCE)
    with threadpool_limits(limits=1):
        regression.fit(values, wanted)
    if len(regression.classes_) <= 2:
        return np.asarray(regression.coef_.T), np.asarray(regression.intercept_)
    known = np.zeros((len(KINDS), values.shape[1]))
    intercept = np.full(len(KINDS), _UNHEARD_OF)
    known[regression.classes_] = regression.coef_
    intercept[regression.classes_] = regression.intercept_
    return np.asarray(known.T), intercept


def _block(found: Sequence[Collection[str]], styles: Sequence[str], most: int) -> _Block:
    used_by: defaultdict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for features, style in zip(found, styles, strict=True):
        count.update(features)
        for feature in features:
            used_by[feature].add(style)
    common = [feature for feature, users in used_by.items() if len(users) >= _FEWEST_STYLES]
    common.sort(key=lambda feature: (-len(used_by[feature]), feature))
    chosen = tuple(sorted(common[:most]))
    rarity = np.array([_rarity(count[feature], len(found)) for feature in chosen], dtype=float)
    column = {feature: at for at, feature in enumerate(chosen)}
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for features in found:
        mine = sorted(column[feature] for feature in features if feature in column)
        norm = math.sqrt(sum(rarity[at] for at in mine)) or 1.0
        places += mine
        values += [math.sqrt(rarity[at]) / norm for at in mine]
        ends.append(len(places))
    return _Block(chosen, rarity, sparse.csr_matrix((values, places, ends), shape=(len(found), len(chosen))))


def _rarity(count: int, whole: int) -> int:
    return min(255, round(RARITY_STEPS * (math.log((1 + whole) / (1 + count)) + 1)))


def _numbers(found: Sequence[Mapping[str, float]], names: Sequence[str]) -> sparse.csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    places = [(row, column[name], value) for row, form in enumerate(found) for name, value in sorted(form.items())]
    rows, columns, values = zip(*places, strict=True)
    return sparse.csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))


def _rows(block: _Block, weights: _Matrix) -> Rows:
    """Quantise. A weight takes the root of the rarity in, so that adding up a message is adding bytes."""
    worth = weights * np.sqrt(block.rarity)[:, None]
    # All kinds may be moved together without changing any probability: the mean goes, and the bytes hold more.
    worth -= worth.mean(axis=1, keepdims=True)
    step = float(np.percentile(np.abs(worth), _CLIPPED)) / (ZERO - 1)
    steps = np.clip(np.rint(worth / step), 1 - ZERO, ZERO - 1) + ZERO
    matrix = np.hstack([steps, block.rarity[:, None]]).astype(np.uint8)
    return Rows(block.features, matrix.tobytes(), round(step, 8))
