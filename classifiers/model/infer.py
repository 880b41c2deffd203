"""From features to a probability for each kind (the linear model adds up, the forest judges), and back to the telling words."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Mapping, Sequence

from classifiers.model.features import Features, word_features
from classifiers.model.weights import KINDS, LANE_BYTES, LANES, ZERO, Model, Table
from classifiers.reading import MessageKind
from classifiers.sentences import Passage

_UNPACK = struct.Struct(f"<{LANES}I")
_RARITY = len(KINDS)
_COUNT = _RARITY + 1


def probabilities(
    features: Features, model: Model, nudges: Mapping[MessageKind, float] | None = None
) -> dict[MessageKind, float]:
    """The calibrated probability of each kind. `nudges` are added to the logits: what is known beside the message."""
    numbers = numbers_of(features, model)
    logits = model.forest.margins(model.forest.row(numbers, features.form)) if model.forest else numbers[: len(KINDS)]
    for kind, nudge in (nudges or {}).items():
        logits[KINDS.index(kind)] += nudge
    shares = map(math.exp, _logarithms([logit / model.temperature for logit in logits]))
    return dict(zip(KINDS, shares, strict=True))


def numbers_of(features: Features, model: Model) -> list[float]:
    """What the tables and the form say of a mail, for the forest (`Forest.row`): the logarithm of each kind's probability by the
    linear model, then for each table the share of the mail's features that it knows, and the logarithm of their number."""
    logits = list(model.intercept)
    known: list[float] = []
    for table, found in zip(model.tables, (features.words, features.pieces, features.meanings), strict=True):
        scores, count = _scores(table, found)
        for at, score in enumerate(scores):
            logits[at] += score
        known += (count / max(1, len(found)), math.log1p(count))
    for name, value in features.form.items():
        weights = model.form.get(name)
        if weights is not None:
            for at, weight in enumerate(weights):
                logits[at] += weight * value
    return [*_logarithms(logits), *known]


def _logarithms(logits: Sequence[float]) -> list[float]:
    """The logarithms of the probabilities that these logits stand for."""
    top = max(logits)
    whole = top + math.log(sum(math.exp(logit - top) for logit in logits))
    return [logit - whole for logit in logits]


def _scores(table: Table, found: Iterable[str]) -> tuple[list[float], int]:
    """What the known ones among the features found say for each kind, and how many they are."""
    lanes = _lanes(sum(filter(None, map(table.lanes.get, found))))
    count = lanes[_COUNT]
    if not count:
        return [0.0] * len(KINDS), 0
    share = table.scale / math.sqrt(lanes[_RARITY])
    zero = ZERO * count
    return [(lane - zero) * share for lane in lanes[:_RARITY]], count


def _lanes(packed: int) -> tuple[int, ...]:
    return _UNPACK.unpack(packed.to_bytes(LANES * LANE_BYTES, "little"))


def telling_phrases(passage: Passage, plain: tuple[str, ...], kind: MessageKind, model: Model, most: int = 3) -> tuple[str, ...]:
    """The words of the message, as they stand in it, that spoke most for `kind` against the mean of the others."""
    place = KINDS.index(kind)
    weighed: list[tuple[int, int, int]] = []
    for sentence in passage.sentences:
        said = plain[sentence.start : sentence.end]
        for feature, first, last in word_features(said, question=sentence.question, subject=sentence.subject):
            packed = model.tables[0].lanes.get(feature)
            if packed is None:
                continue
            lanes = _lanes(packed)[:_RARITY]
            weight = len(KINDS) * lanes[place] - sum(lanes)
            if weight > 0:
                weighed.append((-weight, sentence.start + first, sentence.start + last))
    phrases: list[str] = []
    taken: set[int] = set()
    for _, first, last in sorted(weighed):
        if taken.isdisjoint(range(first, last + 1)):
            taken.update(range(first, last + 1))
            phrases.append(passage.phrase(first, last))
            if len(phrases) == most:
                break
    return tuple(phrases)
