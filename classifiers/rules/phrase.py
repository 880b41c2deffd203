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

Each phrase knows its *anchors*: words of which at least one must occur for it to match, and its companions, which must occur
beside them. The words of a sentence pick the few phrases worth trying on it out of a thousand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from classifiers.vocabulary import words

_TOKEN = re.compile(r"\s*(?:(\()|(\))|(\?)|(\.{2,3})|\{(\w+)\}|(\|)|([^\s()|?{}]+))")

_SENTENCE_START = r"(?:^|(?<=\n))"

_COMMON = words(
    "the a an and or to of in on at for with from by is are was were be been have has had will would can "
    "could not we you your our i "
    "my me us it this that as if so do does did any all up out more very there they them their please when what which who how "
    "next time other someone new get let know one two now back be being going am going took take team day am pm"
)


class PhraseError(ValueError):
    """A phrase of ours is not well formed: a fault in the rules, found when they are loaded."""


@dataclass(frozen=True)
class Phrase:
    """A translated phrase. `anchors` is empty where every mail must be searched; of each set of `companions` a word must occur
    too."""

    source: str
    regex: str
    anchors: frozenset[str]
    companions: tuple[frozenset[str], ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled on first use: most phrases are never tried on a given mailbox, and a command should start at once."""
        return re.compile(self.regex)


@dataclass(frozen=True, slots=True)
class _Node:
    regex: str
    needs: tuple[frozenset[str], ...] = ()
    """Sets of words, the rarest first: one word of each is sure to occur."""


_SHORT_GAP = _Node(r"(?:\S+ ){0,3}")
_LONG_GAP = _Node(r"(?:\S+ ){0,8}")


def compile_phrase(source: str, groups: Mapping[str, str]) -> Phrase:
    """Translate `source`, with the word groups that it may name. Raises `PhraseError` where it is not well formed."""
    starts = source.startswith("^")
    tokens = [found.groups() for found in _TOKEN.finditer(source.removeprefix("^"))]
    node, rest = _sequence(tokens, 0, source, groups, depth=0)
    if rest != len(tokens):
        raise PhraseError(f"unbalanced parenthesis in {source!r}")
    anchors, *companions = node.needs or (frozenset[str](),)
    return Phrase(source, (_SENTENCE_START if starts else "") + " " + node.regex, anchors, tuple(companions))


_Tokens = list[tuple[str | None, ...]]


def _sequence(tokens: _Tokens, at: int, source: str, groups: Mapping[str, str], depth: int) -> tuple[_Node, int]:
    """Alternatives of sequences, up to a closing parenthesis or the end."""
    if depth > 6:
        raise PhraseError(f"nested too deeply: {source!r}")
    alternatives: list[_Node] = []
    items: list[_Node] = []
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
            node = _group(groups[group], groups)
        elif gap:
            node = _SHORT_GAP if gap == ".." else _LONG_GAP
        elif word:
            node = _word(word)
        elif optional and items:
            items[-1] = _Node(f"(?:{items[-1].regex})?")
            continue
        else:
            raise PhraseError(f"nothing to be optional in {source!r}")
        items.append(node)
    alternatives.append(_join(items))
    return (_either(alternatives) if len(alternatives) > 1 else alternatives[0]), at


def _group(definition: str, groups: Mapping[str, str]) -> _Node:
    if definition.startswith("re:"):
        return _Node(definition.removeprefix("re:"))
    tokens = [found.groups() for found in _TOKEN.finditer(f"({definition})")]
    return _sequence(tokens, 0, definition, groups, depth=0)[0]


def _word(word: str) -> _Node:
    if word.endswith("*"):
        return _Node(re.escape(word[:-1]) + r"\S* ")
    return _Node(re.escape(word) + " ", (frozenset({word}),))


def _join(items: list[_Node]) -> _Node:
    """A sequence matches only if each item does."""
    needs = dict.fromkeys(words for item in items for words in item.needs)
    ranked = sorted(needs, key=lambda words: (len(words & _COMMON), len(words)))
    return _Node("".join(item.regex for item in items), tuple(ranked))


def _either(nodes: list[_Node]) -> _Node:
    """One of the alternatives matches: what is sure is a word out of the rarest of each."""
    needs = (frozenset[str]().union(*(node.needs[0] for node in nodes)),) if all(node.needs for node in nodes) else ()
    return _Node("(?:" + "|".join(node.regex for node in nodes) + ")", needs)
