"""Conversations that certainly belong together become bundles, and what one bundle does not say is taken from its kin.

Certain is what the user said, the same message in two mailboxes, an answer to a message, the same calendar appointment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from classifiers.reading import MessageKind
from daemon.grouping.conversations import BEGINS_ANEW, Conversation, Letter, Placement
from daemon.grouping.employers import employer_key, speaks_for
from daemon.grouping.titles import Likeness, likeness

MOVED = "you moved it here"
APART = "you set it apart"
SAME_MESSAGE = "the same message in another mailbox"
ANSWERS = "it answers a message of this application"
SAME_APPOINTMENT = "the same calendar appointment"


@dataclass(frozen=True)
class Bundle:
    """Conversations that are placed together. `ties` says for all but the first why they are in it.

    `company` and `role` are the first that its letters name, or else what its kin name (`borrowed` says how that was found).
    `apart`: the user said that it is an application of its own. Conversations that the user moved tell people and times, but
    no company and no role: those may be what was wrong.
    """

    key: int
    conversations: tuple[Conversation, ...]
    ties: dict[int, str]
    telling: frozenset[int]
    apart: Placement | None = None
    company: str | None = None
    role: str | None = None
    borrowed: str = ""

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        return tuple(sorted((letter for each in self.conversations for letter in each.letters), key=order))

    @cached_property
    def steps(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.letters if letter.is_step)

    @cached_property
    def telling_steps(self) -> tuple[Letter, ...]:
        told = (letter for each in self.conversations if each.key in self.telling for letter in each.letters)
        return tuple(sorted((letter for letter in told if letter.is_step), key=order))

    @cached_property
    def begins(self) -> Letter:
        """The letter by whose time and kind the bundle is placed."""
        return (self.telling_steps or self.steps or self.letters)[0]

    @cached_property
    def people(self) -> frozenset[str]:
        told = frozenset().union(*(each.told for each in self.conversations))
        return told.union(*(letter.people | letter.addressed for letter in self.letters))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(letter.names for letter in self.letters))

    @cached_property
    def domains(self) -> frozenset[str]:
        return frozenset(letter.domain for letter in self.steps if letter.domain)

    @cached_property
    def requisitions(self) -> frozenset[str]:
        return frozenset(letter.requisition for letter in self.steps if letter.requisition)

    @cached_property
    def receipts(self) -> tuple[Letter, ...]:
        return tuple(letter for letter in self.steps if letter.kind is MessageKind.APPLICATION_RECEIVED)

    @property
    def begins_anew(self) -> bool:
        return self.begins.is_step and self.begins.kind in BEGINS_ANEW

    @property
    def agency(self) -> bool:
        return any(letter.agency for letter in self.steps)


def order(letter: Letter) -> tuple[datetime, str]:
    """Time, and where two letters have the same, whatever is the same in every run."""
    return letter.at, letter.message_id


def bundles_of(conversations: Sequence[Conversation], placements: Iterable[Placement]) -> list[Bundle]:
    """The hiring conversations, and others that the user moved, tied together; each with a company and a role where any of its
    kin names one. In order of time."""
    by_message = {letter.message_id: each.key for each in conversations for letter in each.letters}
    moved = {by_message[each.message_id]: each for each in placements if each.message_id in by_message}
    known = sorted((each for each in conversations if each.is_hiring or each.key in moved), key=lambda one: order(one.letters[0]))
    ties = _Ties({each.key: each for each in known})
    for key, placement in sorted(moved.items()):
        ties.settle(key)
        anchor = by_message.get(placement.anchor)
        if anchor is not None and anchor in ties.known:
            ties.join(anchor, key, MOVED)
            ties.settle(anchor)
    _tie_firmly(known, ties)
    return _completed(sorted((_bundle(group, ties, moved) for group in ties.groups()), key=lambda one: order(one.begins)))


class _Ties:
    """Which conversations are joined (union-find), and by which tie each was. What the user settled is joined by him alone."""

    def __init__(self, known: dict[int, Conversation]) -> None:
        self.known = known
        self.reasons: dict[int, str] = {}
        self._parent = {key: key for key in known}
        self._settled: set[int] = set()

    def settle(self, key: int) -> None:
        self._settled.add(self._root(key))

    def join(self, one: int, other: int, reason: str) -> None:
        first, second = self._root(one), self._root(other)
        if first == second or (reason is not MOVED and {first, second} <= self._settled):
            return
        self._parent[second] = first
        self._settled |= {first} if second in self._settled else set()
        self.reasons.setdefault(other, reason)

    def groups(self) -> list[list[Conversation]]:
        found: dict[int, list[Conversation]] = {}
        for key, conversation in self.known.items():
            found.setdefault(self._root(key), []).append(conversation)
        return list(found.values())

    def _root(self, key: int) -> int:
        while self._parent[key] != key:
            key = self._parent[key]
        return key


def _tie_firmly(known: Sequence[Conversation], ties: _Ties) -> None:
    holder: dict[str, int] = {}
    for conversation in known:
        for letter in conversation.letters:
            ties.join(holder.setdefault(letter.message_id, conversation.key), conversation.key, SAME_MESSAGE)
    appointment: dict[str, int] = {}
    for conversation in known:
        for letter in conversation.letters:
            for answered in sorted(letter.answers & holder.keys()):
                ties.join(holder[answered], conversation.key, ANSWERS)
            for uid in sorted(letter.uids):
                ties.join(appointment.setdefault(uid, conversation.key), conversation.key, SAME_APPOINTMENT)


def _bundle(group: list[Conversation], ties: _Ties, moved: dict[int, Placement]) -> Bundle:
    brought = {each.key for each in group if each.key in moved and moved[each.key].anchor}
    telling = frozenset(each.key for each in group) - brought or frozenset(brought)
    bundle = Bundle(
        key=min(group, key=lambda each: order(each.letters[0])).key,
        conversations=tuple(group),
        ties={each.key: MOVED if each.key in brought else ties.reasons.get(each.key, "") for each in group},
        telling=telling,
        apart=next((moved[each.key] for each in group if each.key in moved.keys() - brought), None),
    )
    return replace(bundle, role=next((letter.role for letter in bundle.telling_steps if letter.role), None))


def _with_company(bundle: Bundle, agencies: frozenset[str]) -> Bundle:
    """The first company that its letters name. An agency's own name is none: it stands for whichever client it writes for."""
    if bundle.apart and bundle.apart.company:
        return replace(bundle, company=bundle.apart.company)
    named = (letter for letter in bundle.telling_steps if letter.company)
    employers = (letter.company for letter in named if not _is_own_name(letter, agencies))
    return replace(bundle, company=next(employers, None))


def _is_own_name(letter: Letter, agencies: frozenset[str]) -> bool:
    return any(speaks_for(domain, letter.company or "") for domain in agencies & {letter.domain})


def intermediaries(bundles: Iterable[Bundle]) -> frozenset[str]:
    """Domains whose people write for several companies, or for clients: an agency's. They say nothing of the employer."""
    spoken: dict[str, set[str]] = {}
    agencies: set[str] = set()
    for bundle in bundles:
        for letter in bundle.steps:
            if letter.domain and letter.agency:
                agencies.add(letter.domain)
            if letter.domain and letter.company and not speaks_for(letter.domain, letter.company):
                spoken.setdefault(letter.domain, set()).add(employer_key(letter.company))
    return frozenset(agencies | {domain for domain, employers in spoken.items() if len(employers) > 1})


def _completed(bundles: list[Bundle]) -> list[Bundle]:
    """Every bundle with a company where its kin agree on one, in as many rounds as it takes; then with a role likewise."""
    agencies = intermediaries(bundles)
    bundles = [_with_company(bundle, agencies) for bundle in bundles]
    while True:
        completed = [bundle if bundle.company or bundle.apart else _named(bundle, bundles, agencies) for bundle in bundles]
        if all(one is other for one, other in zip(completed, bundles, strict=True)):
            break
        bundles = completed
    return [bundle if bundle.role or bundle.apart else _titled(bundle, bundles) for bundle in bundles]


def _named(bundle: Bundle, bundles: list[Bundle], agencies: frozenset[str]) -> Bundle:
    """The company for which people of this bundle write elsewhere, if it is one and the roles agree."""
    ways: tuple[tuple[str, Callable[[Bundle], frozenset[str]]], ...] = (
        ("a known contact of {}, {}", lambda one: one.people),
        ("a known person of {}, {}", lambda one: one.names),
        ("the domain of {}, {}", lambda one: one.domains - agencies),
    )
    least = Likeness.SAME if bundle.begins.agency and bundle.begins.kind is MessageKind.OUTREACH else Likeness.FITS
    for said, trait in ways:
        kin = [each for each in bundles if each.company and trait(each) & trait(bundle) and _roles(bundle, each) >= least]
        if len({employer_key(each.company or "") for each in kin}) == 1:
            shared = min(frozenset().union(*(trait(each) for each in kin)) & trait(bundle))
            return replace(bundle, company=kin[0].company, borrowed=said.format(kin[0].company, shared))
        if kin:
            break
    return bundle


def _titled(bundle: Bundle, bundles: list[Bundle]) -> Bundle:
    """The role about which people of this bundle write elsewhere for the same company, if it is one."""
    if not bundle.company:
        return bundle
    company = employer_key(bundle.company)
    roles = [
        each.role
        for each in bundles
        if each.role and each.company and employer_key(each.company) == company and each.people & bundle.people
    ]
    alike = all(likeness(roles[0], role) is not Likeness.DIFFERENT for role in roles)
    return replace(bundle, role=roles[0]) if roles and alike else bundle


def _roles(one: Bundle, other: Bundle) -> Likeness:
    return likeness(one.role or "", other.role or "")
