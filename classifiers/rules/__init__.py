"""The phrase rules, by kind of message, and the index that picks those worth trying on a mail.

One module a family; each holds a tuple `RULES`. What a rule is stands in `rule`, its phrase language in `phrase`, shared word
groups in `words`, the reach of a cue within its sentence in `scope`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from classifiers.rules import (
    assessment,
    broadcasts,
    cancellation,
    confirmation,
    foreign,
    hiring,
    holding,
    invitation,
    offer,
    other_peoples_hiring,
    outreach,
    received,
    rejection,
    walks_of_life,
)
from classifiers.rules.phrase import Phrase
from classifiers.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    *rejection.RULES,
    *holding.RULES,
    *invitation.RULES,
    *confirmation.RULES,
    *cancellation.RULES,
    *received.RULES,
    *assessment.RULES,
    *offer.RULES,
    *outreach.RULES,
    *walks_of_life.RULES,
    *other_peoples_hiring.RULES,
    *broadcasts.RULES,
    *hiring.RULES,
    *foreign.RULES,
)


def _index() -> tuple[dict[str, tuple[int, ...]], tuple[int, ...], tuple[tuple[Rule, Phrase], ...]]:
    entries = tuple((rule, phrase) for rule in ALL for phrase in rule.phrases)
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    always: list[int] = []
    for number, (_, phrase) in enumerate(entries):
        if not phrase.anchors:
            always.append(number)
        for word in phrase.anchors:
            by_word[word].append(number)
    return {word: tuple(numbers) for word, numbers in by_word.items()}, tuple(always), entries


_BY_WORD, _ALWAYS, _ENTRIES = _index()


def candidates(vocabulary: frozenset[str]) -> Iterator[tuple[Rule, Phrase]]:
    """The phrases that can match a text of these words, with their rules, in the order of `ALL`."""
    numbers = set(_ALWAYS)
    for word in vocabulary & _BY_WORD.keys():
        numbers.update(_BY_WORD[word])
    for number in sorted(numbers):
        yield _ENTRIES[number]
