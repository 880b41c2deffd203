"""Growing the forest: gradient boosting with scikit-learn over what held-out linear models say (`classifiers.model.forest`).

The trees must not be grown on what a linear model says of the mail that it was fitted to: there it is never wrong, and the
trees would learn to believe it blindly. So each mail comes with the judgement of a model that has not seen its style.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from classifiers.model.forest import LEAF, ROUNDED, Forest
from classifiers.model.weights import KINDS
from classifiers.reading import MessageKind

ROUNDS: Final = 60
_LEARNING_RATE: Final = 0.08
_MOST_LEAVES: Final = 12
_SHRINKING: Final = 5.0
"""How dear a large value in a leaf is (L2)."""

_NEVER: Final = -20.0
"""Margin of a kind that no example has."""


def form_names(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The form features that the trees may ask about: what the sender and the headers say, and what the rules make of the whole.
    Single rules are left to the linear model."""
    return tuple(sorted({name for row in rows for name in row if name.startswith(("form.", "rules."))}))


def grow(names: tuple[str, ...], rows: Sequence[Sequence[float]], kinds: Sequence[MessageKind]) -> Forest:
    """A forest over these rows, as `Forest.row` makes them, of at least three kinds."""
    wanted = np.array([KINDS.index(kind) for kind in kinds])
    boosted = HistGradientBoostingClassifier(
        max_iter=ROUNDS, learning_rate=_LEARNING_RATE, max_leaf_nodes=_MOST_LEAVES, l2_regularization=_SHRINKING, random_state=0
    )
    with threadpool_limits(limits=1):
        boosted.fit(np.array(rows), wanted)
    base = [_NEVER] * len(KINDS)
    trees: list[list[int]] = [[] for _ in KINDS]
    nodes: list[tuple[int, float, int]] = []
    starts = np.ravel(boosted._baseline_prediction)
    for place, kind in enumerate(boosted.classes_):
        base[kind] = round(float(starts[place]), ROUNDED)
        for grown in boosted._predictors:
            trees[kind].append(len(nodes))
            nodes += _laid_out(grown[place].nodes, 0, len(nodes))
    asks, at, beyond = zip(*nodes, strict=True)
    return Forest(names, tuple(base), tuple(map(tuple, trees)), asks, at, beyond)


def _laid_out(tree: Any, node: int, start: int) -> Iterator[tuple[int, float, int]]:
    """The nodes of a tree from `node` on: each before its nearer branch, and that before its farther one."""
    if tree["is_leaf"][node]:
        yield LEAF, round(float(tree["value"][node]), ROUNDED), 0
        return
    nearer = list(_laid_out(tree, int(tree["left"][node]), start + 1))
    farther = start + 1 + len(nearer)
    yield int(tree["feature_idx"][node]), float(tree["num_threshold"][node]), farther
    yield from nearer
    yield from _laid_out(tree, int(tree["right"][node]), farther)
