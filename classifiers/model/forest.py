"""Trees that judge what the linear model, the rules and the form of a mail say together.

A sum over words cannot know when to distrust itself. Small trees over a few dozen numbers can: a refusal that the words suspect
and the rules state outright in a short letter of a person is another thing than the same words in a newsletter. The trees are
grown by gradient boosting on what linear models say of mail that they have not seen (`classifiers.model.growing`); here they
are read and added up, without any library.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

LEAF: Final = -1
"""In place of a number's index: this node is a leaf."""

ROUNDED: Final = 6
"""Decimals of what leaves add. Thresholds are exact: many are a number that some mail has."""


@dataclass(frozen=True, slots=True)
class Forest:
    """`margins` start from `base` (one a kind); each tree of `trees[kind]` adds the value of the leaf that a mail falls into.

    A mail is a row of numbers: the logits of the linear model, what share of its features and how many of them the model knows
    (by table), then the form features `names`, zero where it has none. The nodes of all trees lie in one row: node `n` asks
    whether number `asks[n]` is at most `at[n]` and goes on to `n + 1` if so, else to `beyond[n]`; in a leaf `asks` is `LEAF` and
    `at` the value.
    """

    names: tuple[str, ...]
    base: tuple[float, ...]
    trees: tuple[tuple[int, ...], ...]
    asks: tuple[int, ...]
    at: tuple[float, ...]
    beyond: tuple[int, ...]

    def row(self, numbers: Sequence[float], form: Mapping[str, float]) -> list[float]:
        """The row of a mail, from the numbers that the tables give and its form features."""
        return [*numbers, *(form.get(name, 0.0) for name in self.names)]

    def margins(self, row: Sequence[float]) -> list[float]:
        """A logit for each kind."""
        asks, at, beyond = self.asks, self.at, self.beyond
        found = []
        for base, roots in zip(self.base, self.trees, strict=True):
            total = base
            for node in roots:
                while (number := asks[node]) != LEAF:
                    node = node + 1 if row[number] <= at[node] else beyond[node]
                total += at[node]
            found.append(total)
        return found

    def encode(self) -> dict[str, Any]:
        return {
            "names": self.names,
            "base": self.base,
            "trees": self.trees,
            "asks": self.asks,
            "at": self.at,
            "beyond": self.beyond,
        }

    @classmethod
    def decode(cls, head: Mapping[str, Any]) -> Forest:
        return cls(
            names=tuple(head["names"]),
            base=tuple(head["base"]),
            trees=tuple(map(tuple, head["trees"])),
            asks=tuple(head["asks"]),
            at=tuple(head["at"]),
            beyond=tuple(head["beyond"]),
        )
