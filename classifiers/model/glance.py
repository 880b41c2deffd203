"""A first look that dismisses mail in which nothing speaks of hiring, long before the rules and the model are asked.

Most of a mailbox is receipts, newsletters and other people's business. Whether the single words of a mail speak for a step of
hiring at all is a sum over a small table; where they plainly do not, the mail is `other`. The bar is set on held-out styles so
that next to no mail of hiring falls below it (`classifiers.model.bars`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

_WORD = re.compile(r"[^\W\d_]{2,24}")
_LONGEST = 24
_SINGLE = frozenset("abcdefghijklmnopqrstuvwxyz")
_LETTERS = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}
_READ: Final = 5_000
"""Characters of the text that are looked at, from its beginning: a mail of hiring speaks of it on its first pages."""

_FEWEST = 6
"""Known words below which a mail says too little to be dismissed on them."""

DISMISSES_NOTHING: Final = -1000.0


@dataclass(frozen=True, slots=True)
class Glance:
    """Words with a weight each (steps of `scale`): above zero speaks for hiring. Below `bar` a mail is dismissed."""

    steps: Mapping[str, int]
    scale: float
    intercept: float
    bar: float

    def score(self, seen: frozenset[str]) -> float:
        """How much the words `seen` speak for hiring (a logit); infinite where too few of them are known."""
        found = [self.steps[word] for word in seen if word in self.steps]
        if len(found) < _FEWEST:
            return math.inf
        return self.intercept + self.scale * sum(found) / math.sqrt(len(found))

    def dismisses(self, subject: str, text: str) -> bool:
        """Whether nothing here speaks of hiring."""
        return self.score(seen_in(subject, text)) < self.bar

    def telling_words(self, subject: str, text: str, most: int = 3) -> tuple[str, ...]:
        """The words that spoke most against hiring, as they stand in the mail."""
        said = _beginning(subject, text)
        against = sorted((self.steps[word], word) for word in _words_of(said) if self.steps.get(word, 0) < 0)[:most]
        return tuple(_as_it_stands(word, said) for _, word in against)

    def encode(self) -> dict[str, Any]:
        return {"steps": dict(sorted(self.steps.items())), "scale": self.scale, "intercept": self.intercept, "bar": self.bar}

    @classmethod
    def decode(cls, head: Mapping[str, Any]) -> Glance:
        return cls(head["steps"], head["scale"], head["intercept"], head["bar"])


def seen_in(subject: str, text: str) -> frozenset[str]:
    """The words of the subject and of the beginning of the text, in lower case."""
    return _words_of(_beginning(subject, text))


def _words_of(text: str) -> frozenset[str]:
    """Runs of two to 24 letters, in lower case. Plain ASCII, as most mail is, is taken apart without a pattern, in a third of the
    time."""
    if text.isascii():
        words = frozenset(text.translate(_LETTERS).split())
        if len(max(words, key=len, default="")) <= _LONGEST:
            return words - _SINGLE
    return frozenset(_WORD.findall(text.lower()))


def _as_it_stands(word: str, said: str) -> str:
    """A lower-case word as it is written where it comes first."""
    lowered = said.lower()
    at = lowered.find(word)
    while at >= 0 and len(lowered) == len(said):
        end = at + len(word)
        if not lowered[at - 1 : at].isalpha() and not lowered[end : end + 1].isalpha():
            return said[at:end]
        at = lowered.find(word, end)
    return word


def _beginning(subject: str, text: str) -> str:
    return f"{subject[:300]}\n{text[:_READ]}"
