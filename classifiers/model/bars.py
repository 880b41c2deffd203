"""From which probability on a verdict is confident, set on held-out judgements.

The kinds fall into groups because single kinds have too few mails to set a bar on. Within a group it matters whether the rules,
which read quite differently, outright say the same: such a verdict is *backed*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from classifiers.reading import MessageKind
from classifiers.ruling import HARMFUL

NEVER: Final = 2.0
RIGHT: Final = 0.98
"""The share of confident verdicts of a group that must be right."""

HARM: Final = 0.001
"""The share of all mails that may be confident, wrong, of a kind on which a draft is written, and not backed by the rules."""

_BACKED: Final = {"harmful backed": 0.8, "harmless backed": 0.95}
"""The bar for backed verdicts where none keeps the errors within bounds, which near twins do not allow: no text is clearer than
one on which both agree, so it is taken for sure, and the report tells how often that is wrong. Among harmful kinds the errors
do not get fewer above 0.8, where the rules are sure too."""

_STEPS: Final = tuple(step / 200 for step in range(100, 199))
_FEWEST: Final = 25
"""Verdicts below which a share says nothing."""


@dataclass(frozen=True, slots=True)
class Held:
    """A held-out judgement: the kind, its probability, whether it is backed, whether it is right."""

    kind: MessageKind
    share: float
    backed: bool
    right: bool


def group_of(kind: MessageKind, *, backed: bool) -> str:
    if kind is MessageKind.OTHER:
        return "other"
    return ("harmful" if kind in HARMFUL else "harmless") + (" backed" if backed else "")


GROUPS: Final = ("other", "harmful", "harmful backed", "harmless", "harmless backed")


def bars_for(held: Sequence[Held]) -> Mapping[str, float]:
    """The lowest bar of each group that keeps its errors within bounds; where none does, `NEVER` or the fallback."""
    return {group: _bar(group, held) for group in GROUPS}


def _bar(group: str, held: Sequence[Held]) -> float:
    mine = [each for each in held if group_of(each.kind, backed=each.backed) == group]
    for bar in _STEPS:
        above = [each.right for each in mine if each.share >= bar]
        wrong = above.count(False)
        if len(above) < _FEWEST:
            break
        if group == "harmful":
            if wrong <= HARM * len(held):
                return bar
        elif wrong <= (1 - RIGHT) * len(above):
            return bar
    return _BACKED.get(group, NEVER)
