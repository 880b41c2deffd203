"""From which probability on a verdict is confident, set on held-out judgements.

The kinds fall into groups because single kinds have too few mails to set a bar on: those on which a draft is written, the
others of a hiring process, and `other`. Of the first it matters whether the rules, which read quite differently, outright say
the same: such a verdict is *backed*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from classifiers.model.glance import DISMISSES_NOTHING
from classifiers.reading import MessageKind
from classifiers.ruling import HARMFUL

NEVER: Final = 2.0
RIGHT: Final = 0.98
"""The share of confident verdicts of a group that must be right."""

HARM: Final = {"harmful": 0.0022, "harmful backed": 0.0006}
"""The share of all mails that may be confident, wrong, and of a kind on which a draft is written."""

DISMISSED_WRONGLY: Final = 0.002
"""The share of the mail of hiring that a first look may dismiss."""

_STEPS: Final = (*(step / 200 for step in range(100, 198)), *(step / 2000 for step in range(1980, 1999)))
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
    if kind not in HARMFUL:
        return "harmless"
    return "harmful backed" if backed else "harmful"


GROUPS: Final = ("other", "harmful", "harmful backed", "harmless")


def bars_for(held: Sequence[Held]) -> Mapping[str, float]:
    """The lowest bar of each group that keeps its errors within bounds; where none does, `NEVER`."""
    return {group: _bar(group, held) for group in GROUPS}


def _bar(group: str, held: Sequence[Held]) -> float:
    mine = [each for each in held if group_of(each.kind, backed=each.backed) == group]
    for bar in _STEPS:
        above = [each.right for each in mine if each.share >= bar]
        wrong = above.count(False)
        if len(above) < _FEWEST:
            break
        if wrong <= min((1 - RIGHT) * len(above), HARM.get(group, 1.0) * len(held)):
            return bar
    return NEVER


def glance_bar(scores: Sequence[float]) -> float:
    """The bar below which next to none of these lie: what a first look says of held-out mail of hiring."""
    ranked = sorted(scores)
    return round(ranked[int(DISMISSED_WRONGLY * len(ranked))], 4) if ranked else DISMISSES_NOTHING
