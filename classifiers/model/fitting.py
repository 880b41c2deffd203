"""Fitting the linear model: multinomial logistic regression with scikit-learn, quantised to what the model file holds.

There are far more features than mails, so the fit is done in the space that the mails span (an exact change of coordinates
under the L2 penalty): seconds instead of minutes. One thread and a fixed order of everything, so that the same corpus gives
the same bytes on one machine.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from classifiers.model.features import Features
from classifiers.model.weights import KINDS, RARITY_STEPS, ZERO, Export, Rows
from classifiers.reading import MessageKind

_FEWEST_STYLES: Final = 3
"""A word that fewer styles use tells who writes and not what is said."""

_MOST_WORDS: Final = 14_000
_MOST_PIECES: Final = 20_000
_FORM_SHARE: Final = 0.3
_RULES_SHARE: Final = 0.17
"""How far form and rules may count beside the words: the smaller, the dearer a large weight is to the fit."""

_PENALTY_INVERSE: Final = 12.0
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
    *,
    penalty_inverse: float = _PENALTY_INVERSE,
) -> Export:
    """The model of these examples, with temperature 1 and never confident."""
    words = _block([each.words for each in features], styles, _MOST_WORDS)
    pieces = _block([each.pieces for each in features], styles, _MOST_PIECES)
    names = tuple(sorted({name for each in features for name in each.form}))
    scale = np.array([_FORM_SHARE if name.startswith("form.") else _RULES_SHARE for name in names])
    form = _numbers([each.form for each in features], names) @ sparse.diags(scale)
    whole = sparse.hstack([words.values, pieces.values, form]).tocsr()
    wanted = np.array([KINDS.index(kind) for kind in kinds])
    with threadpool_limits(limits=1):
        weights, intercept = _solve(whole, wanted, penalty_inverse)
    first, second = len(words.features), len(words.features) + len(pieces.features)
    return Export(
        words=_rows(words, weights[:first]),
        pieces=_rows(pieces, weights[first:second]),
        form={
            name: tuple(round(float(value), 5) for value in row)
            for name, row in zip(names, weights[second:] * scale[:, None], strict=True)
        },
        intercept=tuple(round(float(value), 5) for value in intercept),
        temperature=1.0,
        confident_at={},
    )


def _solve(values: sparse.csr_matrix, wanted: NDArray[np.int64], penalty_inverse: float) -> tuple[_Matrix, _Matrix]:
    """Weights (feature by kind) and intercepts. With K = XXᵀ = USUᵀ the rows of U√S have the same products as those of X."""
    roots, vectors = np.linalg.eigh((values @ values.T).toarray())
    kept = roots > 1e-7
    roots, vectors = np.sqrt(roots[kept]), vectors[:, kept]
    regression = LogisticRegression(C=penalty_inverse, max_iter=400)
    regression.fit(vectors * roots, wanted)
    known = np.zeros((len(KINDS), vectors.shape[1]))
    intercept = np.full(len(KINDS), -20.0)
    known[regression.classes_] = regression.coef_
    intercept[regression.classes_] = regression.intercept_
    return np.asarray(values.T @ ((vectors / roots) @ known.T)), intercept


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
