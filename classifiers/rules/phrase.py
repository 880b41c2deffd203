"""A small language for phrases of words, and its translation into bounded regular expressions.

    move on|proceed         one of these sequences of words
    (we|i) regret           the same within a sequence
    word? (…)?              may be missing
    ..                      up to three words of any kind
    ...                     up to eight words of any kind
    schedul*                a word that begins like this
    ^                       only where a sentence begins
    {day}                   a word group of `classifiers.rules.words`

A phrase is matched on the stream of a `Passage`: plain lower-case words, one space between them, never across a sentence.
Every element consumes whole words and every gap is bounded, so matching is linear in the length of the text.

Each phrase knows what it needs: *traits* (a word, two neighbours, how a word begins) of which a sentence must hold one of each
set, or it cannot match there. The traits of a sentence pick the few phrases worth trying on it out of thousands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product
from typing import NamedTuple

from classifiers.vocabulary import words

Trait = str | tuple[str, str]
"""What a sentence may hold: a word, "#" for a word that begins with a figure, "sche*" for one that begins with these four
letters, or a pair of neighbours (a figure being "#" in it, and "^" the neighbour before the first word)."""

Traits = frozenset[Trait]

_TOKEN = re.compile(r"\s*(?:(\()|(\))|(\?)|(\.{2,3})|\{(\w+)\}|(\|)|([^\s()|?{}]+))")

_SENTENCE_START = r"(?:^|(?<=\n))"

_FIGURE = "#"
_START = "^"
_STEM = 4
"""Letters of a word by which its beginning is known."""

_MOST_PAIRS = 100
"""Pairs of neighbours above which a set of them costs more memory than it saves time."""

_COMMON = words(
    "the a an and or to of in on at for with from by is are was were be been have has had will would can "
    "could not we you your our i no like may need see come let tell want good first last but only still "
    "my me us it this that as if so do does did any all up out more very there they them their please when what which who how "
    "next time other someone new get know one two now back being am go going take took team day days week pm before after "
    "about until thank thanks hi dear application interview interviews offer call meet position candidates hiring decision"
)
"""Words that stand in so many mails that they tell little."""


class PhraseError(ValueError):
    """A phrase of ours is not well formed: a fault in the rules, found when they are loaded."""


@dataclass(frozen=True)
class Phrase:
    """A translated phrase. `needs`: of each of these sets a sentence must hold a trait for the phrase to match in it, the rarest
    set first."""

    source: str
    regex: str
    needs: tuple[Traits, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled on first use: most phrases are never tried on a given mailbox, and a command should start at once."""
        return re.compile(self.regex)

    def may_match(self, traits: AbstractSet[Trait]) -> bool:
        """Whether a sentence with these traits holds all that the phrase needs."""
        return not any(map(traits.isdisjoint, self.needs))


def traits_of(sentence: Sequence[str]) -> set[Trait]:
    """The traits of a sentence, given as its words."""
    plain = [_FIGURE if word[0].isdigit() else word for word in sentence]
    return {*sentence, *plain, *zip((_START, *plain), plain, strict=False), *[word[:_STEM] + "*" for word in sentence]}


def _neighbour(word: str) -> str:
    return _FIGURE if word[0].isdigit() else word


class Node(NamedTuple):
    """A part of a phrase. `first` and `last` are the words with which what it matches begins and ends, empty where that may be
    any word; `optional`: it may be missing."""

    regex: str
    needs: tuple[Traits, ...] = ()
    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()
    optional: bool = False


_SHORT_GAP = Node(r"(?:\S+ ){0,3}")
_LONG_GAP = Node(r"(?:\S+ ){0,8}")


def compile_phrase(source: str, groups: Mapping[str, Node]) -> Phrase:
    """Translate `source`, with the word groups that it may name. Raises `PhraseError` where it is not well formed."""
    node = _translated(source.removeprefix("^"), groups)
    if source.startswith("^"):
        node = _join([Node("", first=frozenset({_START}), last=frozenset({_START})), node])
    return Phrase(source, (_SENTENCE_START if source.startswith("^") else "") + " " + node.regex, node.needs)


def word_group(definition: str) -> Node:
    """A group of words and sequences of words, as one part of a phrase: "role|position|cover letter"."""
    return _translated(f"({definition})", {})


def _translated(source: str, groups: Mapping[str, Node]) -> Node:
    tokens = [found.groups() for found in _TOKEN.finditer(source)]
    node, rest = _sequence(tokens, 0, source, groups, depth=0)
    if rest != len(tokens):
        raise PhraseError(f"unbalanced parenthesis in {source!r}")
    return node


_Tokens = list[tuple[str | None, ...]]


def _sequence(tokens: _Tokens, at: int, source: str, groups: Mapping[str, Node], depth: int) -> tuple[Node, int]:
    """Alternatives of sequences, up to a closing parenthesis or the end."""
    if depth > 6:
        raise PhraseError(f"nested too deeply: {source!r}")
    alternatives: list[Node] = []
    items: list[Node] = []
    while at < len(tokens):
        opening, closing, optional, gap, group, bar, word = tokens[at]
        if closing:
            break
        at += 1
        if bar:
            alternatives.append(_join(items))
            items = []
            continue
        if opening:
            node, at = _sequence(tokens, at, source, groups, depth + 1)
            if at >= len(tokens) or not tokens[at][1]:
                raise PhraseError(f"unbalanced parenthesis in {source!r}")
            at += 1
        elif group:
            if group not in groups:
                raise PhraseError(f"unknown word group {group!r} in {source!r}")
            node = groups[group]
        elif gap:
            node = _SHORT_GAP if gap == ".." else _LONG_GAP
        elif word:
            node = _word(word)
        elif optional and items:
            items[-1] = items[-1]._replace(regex=f"(?:{items[-1].regex})?", optional=True)
            continue
        else:
            raise PhraseError(f"nothing to be optional in {source!r}")
        items.append(node)
    alternatives.append(_join(items))
    return (_either(alternatives) if len(alternatives) > 1 else alternatives[0]), at


@cache
def _word(word: str) -> Node:
    if word.endswith("*"):
        stem = word[:-1]
        return Node(re.escape(stem) + r"\S* ", (frozenset({stem[:_STEM] + "*"}),) if len(stem) >= _STEM else ())
    itself = frozenset({word})
    return Node(re.escape(word) + " ", (itself,), itself, itself)


def _join(items: list[Node]) -> Node:
    """A sequence matches only if each item does, each behind its neighbour."""
    if len(items) == 1 and not items[0].optional:
        return items[0]
    needs: dict[Traits, None] = {}
    before: frozenset[str] = frozenset()
    for item in items:
        if item.optional:
            before = before | item.last if before and item.last else frozenset()
            continue
        needs.update(dict.fromkeys(item.needs))
        if before and item.first and len(before) * len(item.first) <= _MOST_PAIRS:
            needs.pop(before, None)
            needs.pop(item.first, None)
            needs[frozenset(product(map(_neighbour, before), map(_neighbour, item.first)))] = None
        before = item.last
    first = items[0].first if items and not items[0].optional else frozenset[str]()
    return Node("".join(item.regex for item in items), tuple(sorted(needs, key=_frequency)), first, before)


def _either(nodes: list[Node]) -> Node:
    """One of the alternatives matches: what is sure is a trait out of the rarest of each."""
    needs = (frozenset[Trait]().union(*(node.needs[0] for node in nodes)),) if all(node.needs for node in nodes) else ()
    first = frozenset[str]().union(*(node.first for node in nodes)) if all(node.first for node in nodes) else frozenset[str]()
    last = frozenset[str]().union(*(node.last for node in nodes)) if all(node.last for node in nodes) else frozenset[str]()
    return Node("(?:" + "|".join(node.regex for node in nodes) + ")", needs, first, last)


def _frequency(traits: Traits) -> float:
    """How often one of these is met, roughly."""
    return sum(map(_commonness, traits))


def _commonness(trait: Trait) -> float:
    if isinstance(trait, tuple):
        return 3 if all(word == _START or word in _COMMON for word in trait) else 0.5
    return 40 if trait in _COMMON or trait == _FIGURE else 2
