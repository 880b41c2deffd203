"""The phrase rules, by kind of message, and the index that picks those worth trying on a mail.

One module a family; each holds a tuple `RULES`. What a rule is stands in `rule`, its phrase language in `phrase`, shared word
groups in `words`, the reach of a cue within its sentence in `scope`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from classifiers.rules import (
    assessment,
    broadcasts,
    cancellation,
    candidate_letters,
    confirmation,
    errands,
    foreign,
    hiring,
    holding,
    holding_promise,
    holding_under_way,
    holding_waiting,
    invitation,
    offer,
    offer_terms,
    other_peoples_hiring,
    outreach,
    outreach_roles,
    received,
    received_promises,
    rejection,
    rejection_closed,
    rejection_others,
    rejection_soft,
    walks_of_life,
)
from classifiers.rules.phrase import Phrase
from classifiers.rules.rule import Rule

ALL: tuple[Rule, ...] = (
    *rejection.RULES,
    *rejection_others.RULES,
    *rejection_closed.RULES,
    *rejection_soft.RULES,
    *holding.RULES,
    *holding_under_way.RULES,
    *holding_waiting.RULES,
    *holding_promise.RULES,
    *invitation.RULES,
    *confirmation.RULES,
    *cancellation.RULES,
    *received.RULES,
    *received_promises.RULES,
    *assessment.RULES,
    *offer.RULES,
    *offer_terms.RULES,
    *outreach.RULES,
    *outreach_roles.RULES,
    *walks_of_life.RULES,
    *other_peoples_hiring.RULES,
    *candidate_letters.RULES,
    *errands.RULES,
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
_COMPANIONS = tuple(phrase.companions for _, phrase in _ENTRIES)


def candidates(sentences: Sequence[frozenset[str]]) -> Iterator[tuple[Rule, Phrase, list[int]]]:
    """The phrases that can match somewhere in these sentences (the words of each), with their rules and the numbers of those
    sentences, in the order of `ALL`."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, words in enumerate(sentences):
        numbers = {number for word in words & _BY_WORD.keys() for number in _BY_WORD[word]}
        numbers.update(_ALWAYS)
        for number in numbers:
            for needed in _COMPANIONS[number]:
                if needed.isdisjoint(words):
                    break
            else:
                found[number].append(at)
    for number in sorted(found):
        rule, phrase = _ENTRIES[number]
        yield rule, phrase, found[number]
