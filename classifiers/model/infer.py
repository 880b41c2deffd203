"""Adding up: from features to a probability for each kind, and back to the words that decided."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable, Mapping

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
    logits = list(model.intercept)
    for table, found in zip(model.tables, (features.words, features.pieces, features.meanings), strict=True):
        for at, score in enumerate(_scores(table, found)):
            logits[at] += score
    for name, value in features.form.items():
        weights = model.form.get(name)
        if weights is not None:
            for at, weight in enumerate(weights):
                logits[at] += weight * value
    for kind, nudge in (nudges or {}).items():
        logits[KINDS.index(kind)] += nudge
    top = max(logits)
    powers = [math.exp((logit - top) / model.temperature) for logit in logits]
    whole = sum(powers)
    return {kind: power / whole for kind, power in zip(KINDS, powers, strict=True)}


def _scores(table: Table, found: Iterable[str]) -> list[float]:
    lanes = _lanes(sum(filter(None, map(table.lanes.get, found))))
    if not lanes[_COUNT]:
        return [0.0] * len(KINDS)
    share = table.scale / math.sqrt(lanes[_RARITY])
    zero = ZERO * lanes[_COUNT]
    return [(lane - zero) * share for lane in lanes[:_RARITY]]


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
