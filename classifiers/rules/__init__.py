"""The phrase rules, by kind of message, and the index that picks those worth trying on a mail.

One module a family; each holds a tuple `RULES`. What a rule is stands in `rule`, its phrase language in `phrase`, shared word
groups in `words`, the reach of a cue within its sentence in `scope`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

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
from classifiers.rules.phrase import Phrase, Trait
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


_ENTRIES = tuple((rule, phrase) for rule in ALL for phrase in rule.phrases)


def _index() -> tuple[dict[Trait, tuple[int, ...]], tuple[int, ...]]:
    """The numbers of the phrases by each trait of the rarest set that they need, and of those that need nothing."""
    by_trait: defaultdict[Trait, list[int]] = defaultdict(list)
    for number, (_, phrase) in enumerate(_ENTRIES):
        for trait in phrase.needs[0] if phrase.needs else ():
            by_trait[trait].append(number)
    always = tuple(number for number, (_, phrase) in enumerate(_ENTRIES) if not phrase.needs)
    return {trait: tuple(numbers) for trait, numbers in by_trait.items()}, always


_BY_TRAIT, _ALWAYS = _index()
_FURTHER_NEEDS = tuple(phrase.needs[1:] for _, phrase in _ENTRIES)


def candidates(sentences: Sequence[AbstractSet[Trait]]) -> Iterator[tuple[Rule, Phrase, list[int]]]:
    """The phrases that can match somewhere in these sentences (the traits of each), with their rules and the numbers of those
    sentences, in the order of `ALL`."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, traits in enumerate(sentences):
        numbers = {number for trait in traits & _BY_TRAIT.keys() for number in _BY_TRAIT[trait]}
        numbers.update(_ALWAYS)
        for number in numbers:
            if not any(map(traits.isdisjoint, _FURTHER_NEEDS[number])):
                found[number].append(at)
    for number in sorted(found):
        rule, phrase = _ENTRIES[number]
        yield rule, phrase, found[number]
