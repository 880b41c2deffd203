"""What is counted over held-out judgements: pure, and without any library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from classifiers.reading import MessageKind
from classifiers.ruling import HARMFUL

STEPS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One mail: what it is, what was said, how surely."""

    id: str
    part: str
    kind: MessageKind
    said: MessageKind
    confidence: float
    confident: bool

    @property
    def right(self) -> bool:
        return self.said is self.kind


@dataclass(frozen=True, slots=True)
class Score:
    """Of one kind: shares between 0 and 1, and how many mails there are."""

    precision: float
    recall: float
    f1: float
    support: int


def scores(outcomes: Sequence[Outcome]) -> dict[MessageKind, Score]:
    """Per kind, in the order of `MessageKind`; 0 where nothing was said or nothing is there."""
    there = Counter(outcome.kind for outcome in outcomes)
    said = Counter(outcome.said for outcome in outcomes)
    hits = Counter(outcome.kind for outcome in outcomes if outcome.right)
    result = {}
    for kind in MessageKind:
        precision = hits[kind] / said[kind] if said[kind] else 0.0
        recall = hits[kind] / there[kind] if there[kind] else 0.0
        both = precision + recall
        result[kind] = Score(precision, recall, 2 * precision * recall / both if both else 0.0, there[kind])
    return result


def accuracy(outcomes: Sequence[Outcome]) -> float:
    return sum(outcome.right for outcome in outcomes) / len(outcomes) if outcomes else 0.0


def macro_f1(outcomes: Sequence[Outcome]) -> float:
    return sum(score.f1 for score in scores(outcomes).values()) / len(MessageKind)


def mission_f1(outcomes: Sequence[Outcome]) -> float:
    """The mean F1 of the kinds on which a draft is written."""
    by_kind = scores(outcomes)
    return sum(by_kind[kind].f1 for kind in HARMFUL) / len(HARMFUL)


def confident_share(outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """Of the hiring mail, the share with a confident verdict; and of all confident verdicts, the share that is right."""
    hiring = [outcome for outcome in outcomes if outcome.kind is not MessageKind.OTHER]
    confident = [outcome for outcome in outcomes if outcome.confident]
    covered = sum(outcome.confident for outcome in hiring) / len(hiring) if hiring else 0.0
    return covered, accuracy(confident)


def harmful(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Confident, wrong, and of a kind on which a draft is written."""
    return [outcome for outcome in outcomes if outcome.confident and outcome.said in HARMFUL and not outcome.right]


def calibration(outcomes: Sequence[Outcome]) -> list[tuple[float, int, float, float]]:
    """By stated confidence: from where, how many mails, their mean confidence, the share that is right."""
    rows = []
    for low, high in pairwise(STEPS):
        mine = [outcome for outcome in outcomes if low <= outcome.confidence < high]
        if mine:
            rows.append((low, len(mine), sum(outcome.confidence for outcome in mine) / len(mine), accuracy(mine)))
    return rows


def confusions(outcomes: Sequence[Outcome]) -> list[tuple[MessageKind, MessageKind, list[str]]]:
    """True kind, said kind, and the mails behind it; the most frequent first."""
    pairs: defaultdict[tuple[MessageKind, MessageKind], list[str]] = defaultdict(list)
    for outcome in outcomes:
        if not outcome.right:
            pairs[outcome.kind, outcome.said].append(outcome.id)
    return [(kind, said, ids) for (kind, said), ids in sorted(pairs.items(), key=lambda pair: (-len(pair[1]), pair[0]))]
