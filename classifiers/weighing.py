"""The scale on which the rules are weighed: which of them count in a passage, and what that adds up to for each kind.

A trained model can put its own totals on the same scale (`Tally.totals`) before `classifiers.verdict` settles and concludes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from classifiers import rules
from classifiers.reading import MessageKind
from classifiers.rules.phrase import Phrase, Trait, traits_of
from classifiers.rules.rule import Rule
from classifiers.rules.scope import counts
from classifiers.sentences import Passage, Sentence

_SUBJECT_SHARE = 0.4
"""Subjects lie ("Good news about your application"): what only they say weighs less than half, and is never confident."""

_FURTHER_SIGN = 0.75
"""Each further sign of a kind counts a quarter less than the one before: many hints do not outweigh one plain word."""

WALKS_OF_LIFE = frozenset(rule.name for rule in rules.walks_of_life.RULES)


class Sign(NamedTuple):
    """What one rule saw: its kind (None: hiring itself), its weight in this place, and the phrase as it stands in the message."""

    kind: MessageKind | None
    weight: float
    phrase: str


@dataclass(slots=True)
class Tally:
    """What the signs of one message add up to.

    `totals` per kind; `strongest` is the weight of the strongest sign that the text itself gives, not the subject. `hiring`
    is the sum of what speaks of a hiring process. `signs` and `in_body` are by the name of the rule.
    """

    totals: defaultdict[MessageKind, float] = field(default_factory=lambda: defaultdict(float))
    strongest: defaultdict[MessageKind, float] = field(default_factory=lambda: defaultdict(float))
    hiring: float = 0.0
    signs: dict[str, Sign] = field(default_factory=dict)
    in_body: set[str] = field(default_factory=set)

    def add(self, kind: MessageKind | None, name: str, weight: float, phrase: str, *, body: bool = True) -> None:
        """Put one sign on the scale."""
        self.signs[name] = Sign(kind, weight, phrase)
        if body:
            self.in_body.add(name)
        if kind is None:
            self.hiring += weight
            return
        self.totals[kind] += weight
        if body:
            self.strongest[kind] = max(self.strongest[kind], weight)

    def saw(self, *names: str) -> bool:
        """Whether the text gave one of these signs."""
        return not self.in_body.isdisjoint(names)

    def scale(self, factor: float, *kinds: MessageKind) -> None:
        for kind in kinds:
            self.totals[kind] *= factor

    def saturate(self) -> None:
        """Replace the plain sums by sums with a diminishing return (`_FURTHER_SIGN`)."""
        weights: defaultdict[MessageKind, list[float]] = defaultdict(list)
        for sign in self.signs.values():
            if sign.kind is not None:
                weights[sign.kind].append(sign.weight)
        for kind, found in weights.items():
            found.sort(reverse=True)
            self.totals[kind] = sum(weight * _FURTHER_SIGN**rank for rank, weight in enumerate(found))


def weigh(passage: Passage) -> Tally:
    """Every rule that counts somewhere in the passage, once: in full where the text says it, in part where a subject does."""
    best: dict[str, tuple[Rule, float, int, int]] = {}
    traits = [traits_of(passage.words[sentence.start : sentence.end]) for sentence in passage.sentences]
    for rule, phrase, sentences in rules.candidates(traits):
        if rule.name in best and best[rule.name][1] >= 1:
            continue
        for at, first, last in _matches(phrase, passage, sentences):
            share = best[rule.name][1] if rule.name in best else 0.0
            if share >= 1:
                break
            new_share = _share(rule, passage.sentences[at])
            if new_share > share and counts(rule, phrase, passage, first, last) and not _voided(rule, passage, at, traits[at]):
                best[rule.name] = (rule, new_share, first, last)
    tally = Tally()
    for name, (rule, share, first, last) in best.items():
        tally.add(rule.kind, name, rule.weight * share, passage.phrase(first, last), body=share >= 1)
        tally.hiring += rule.implies * share
    tally.saturate()
    return tally


def _matches(phrase: Phrase, passage: Passage, sentences: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """The sentence, the first and the last word of every match in these sentences."""
    for sentence in sentences:
        for found in phrase.pattern.finditer(passage.stream, *passage.places_of(sentence)):
            first = passage.word_at(found.start() + 1)
            yield sentence, first, max(first, passage.word_at(found.end() - 2))


def _share(rule: Rule, sentence: Sentence) -> float:
    """A subject line is not believed on what was decided, but it is on what the mail is about."""
    topic = rule.kind is None or rule.name in WALKS_OF_LIFE
    return 1.0 if topic or not sentence.subject else _SUBJECT_SHARE


def _voided(rule: Rule, passage: Passage, sentence: int, traits: AbstractSet[Trait]) -> bool:
    """Whether one of the rule's `unless` phrases stands in the sentence of that number."""
    begin, end = passage.places_of(sentence)
    return any(phrase.may_match(traits) and phrase.pattern.search(passage.stream, begin, end) for phrase in rule.unless)
