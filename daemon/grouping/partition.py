"""The partition: bundles are placed one after the other in the order of their own time, each in the process that fits best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from classifiers.reading import MessageKind
from daemon.grouping.conversations import Conversation, Group, Letter, Placement
from daemon.grouping.employers import Kinship, employer_key, kinship, speaks_for
from daemon.grouping.ties import APART, Bundle, bundles_of, intermediaries, order
from daemon.grouping.titles import Likeness, likeness

STALE = timedelta(days=180)
"""A new receipt after so long a silence is a new application, though nobody said that the old one is over."""

BEFORE = timedelta(days=30)
"""How long before its first step small talk may belong to a process: "send me your CV", and the user's own letter with it."""


@dataclass
class _Process:
    """An application while it grows: the bundles placed in it so far and the reason of each."""

    key: int
    bundles: list[Bundle] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    requisitions: set[str] = field(default_factory=set)
    companies: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    receipts: list[tuple[Letter, str | None]] = field(default_factory=list)

    def take(self, bundle: Bundle, reason: str) -> None:
        self.bundles.append(bundle)
        self.people |= bundle.people
        self.names |= bundle.names
        self.domains |= bundle.domains
        self.requisitions |= bundle.requisitions
        self.companies += [bundle.company] if bundle.company and bundle.company not in self.companies else []
        self.roles += [bundle.role] if bundle.role and bundle.role not in self.roles else []
        self.receipts += [(letter, letter.role or bundle.role) for letter in bundle.receipts]
        for conversation in bundle.conversations:
            self.reasons[conversation.key] = bundle.ties[conversation.key] or reason

    @property
    def first_at(self) -> datetime:
        return self.bundles[0].begins.at

    def ended_before(self, at: datetime) -> bool:
        """Whether at that instant it was over: rejected, or ended by the user's word or hand, and not taken up again."""
        events = [(letter.at, letter.kind is MessageKind.REJECTION or letter.ends) for letter in self._moves() if letter.at < at]
        events += [word for bundle in self.bundles for each in bundle.conversations for word in each.said if word[0] < at]
        return max(events)[1] if events else False

    def silent_before(self, at: datetime) -> timedelta:
        """How long before that instant anything was written; zero where nothing was."""
        return at - max((letter.at for letter in self._letters() if letter.at <= at), default=at)

    def _letters(self) -> Iterable[Letter]:
        return (letter for bundle in self.bundles for letter in bundle.letters)

    def _moves(self) -> Iterable[Letter]:
        return (letter for letter in self._letters() if letter.is_step or letter.ends)


def partition(conversations: Sequence[Conversation], placements: Iterable[Placement] = ()) -> list[Group]:
    """The hiring processes, in order of their beginning. Conversations of none are in no group. The order of the arguments
    makes no difference; the user's placements win over everything."""
    told = list(placements)
    ordered = sorted((each for each in conversations if each.letters), key=lambda each: order(each.letters[0]))
    bundles = bundles_of(ordered, told)
    fold = _Fold(bundles)
    for bundle in bundles:
        fold.place(bundle)
    placed = {key for process in fold.processes for key in process.reasons}
    groups = [(process, dict(process.reasons)) for process in fold.processes]
    for conversation in ordered:
        if conversation.key not in placed:
            chosen = _among_acquaintances(conversation, groups)
            if chosen is not None:
                chosen[conversation.key] = "a known contact takes part"
    return [Group(reasons, _company(process), next(iter(process.roles), None)) for process, reasons in groups]


class _Fold:
    """The processes so far, and where the next bundle goes."""

    def __init__(self, bundles: list[Bundle]) -> None:
        self.processes: list[_Process] = []
        self.agencies = intermediaries(bundles)
        self._names = {employer_key(bundle.company): bundle.company for bundle in bundles if bundle.company}

    def place(self, bundle: Bundle) -> None:
        process, reason = self._choice(bundle)
        if process is None:
            process = _Process(len(self.processes))
            self.processes.append(process)
        process.take(bundle, reason)

    def _choice(self, bundle: Bundle) -> tuple[_Process | None, str]:
        if bundle.apart:
            return None, APART
        if bundle.company:
            same = ((process, self._one_employer(process, bundle)) for process in self.processes)
            choices = [(process, why) for process, why in same if why and self._may_go_on(process, bundle)]
            if choices:
                process, why = max(choices, key=lambda choice: _fitness(choice[0], bundle))
                return process, self._told(process, bundle, why)
        possible = [process for process in self.processes if not (bundle.company and process.companies)]
        for said, shared in _shared(possible, bundle, self.agencies):
            known = [process for process in possible if shared[process.key] and self._may_go_on(process, bundle)]
            known = [process for process in known if not _another_opportunity(process, bundle)]
            if known:
                process = max(known, key=lambda one: _fitness(one, bundle))
                return process, said.format(min(shared[process.key]))
        return None, "nothing known before it fitted: it began this application"

    def _told(self, process: _Process, bundle: Bundle, why: str) -> str:
        if bundle.borrowed:
            return bundle.borrowed
        if process.requisitions & bundle.requisitions:
            return f"{why}, and the same requisition, {min(process.requisitions & bundle.requisitions)}"
        if bundle.role and any(likeness(bundle.role, role) is Likeness.SAME for role in process.roles):
            return f"{why}, and the same role, {bundle.role}"
        return why

    def _may_go_on(self, process: _Process, bundle: Bundle) -> bool:
        """Whether the bundle can be a part of that process by its time, its role and its requisition number."""
        at = bundle.begins.at
        if bundle.begins_anew and process.ended_before(at):
            return False
        receipt = bundle.begins.is_step and bundle.begins.kind is MessageKind.APPLICATION_RECEIVED
        if receipt and process.silent_before(at) > STALE:
            return False
        if process.requisitions and bundle.requisitions:
            return bool(process.requisitions & bundle.requisitions)
        if not bundle.role:
            return True
        alike = [likeness(bundle.role, role) for role in process.roles]
        if Likeness.SAME in alike or not alike:
            return True
        return Likeness.DIFFERENT not in alike and not _two_receipts(process, bundle)

    def _one_employer(self, process: _Process, bundle: Bundle) -> str:
        """Why the process is with the bundle's company; '' if it is not known to be."""
        company = bundle.company or ""
        kin = max((kinship(company, name) for name in process.companies), default=Kinship.STRANGERS)
        if kin is Kinship.SAME:
            return f"the same company, {company}"
        domains = (process.domains & bundle.domains) - self.agencies
        own = sorted(d for d in domains if any(speaks_for(d, name) for name in (company, *process.companies)))
        if own and process.companies:
            return f"{company} and {process.companies[0]} write from one domain, {own[0]}"
        if kin is Kinship.STRANGERS:
            return ""
        name = next(name for name in process.companies if kinship(company, name) is kin)
        if process.people & bundle.people:
            return f"{company} and {name} share a contact, {min(process.people & bundle.people)}"
        if process.requisitions & bundle.requisitions:
            return f"{company} may be {name}"
        apart = process.domains - self.agencies, bundle.domains - self.agencies
        if all(apart):
            return ""
        same_role = bundle.role and any(likeness(bundle.role, role) is Likeness.SAME for role in process.roles)
        return f"{company} may be {name}" if same_role or not self._ambiguous(company, name) else ""

    def _ambiguous(self, one: str, other: str) -> bool:
        """Whether the shorter of two similar names may just as well be another company's short form."""
        shorter = min(one, other, key=lambda name: len(employer_key(name)))
        longer = [name for name in self._names.values() if kinship(shorter, name) is Kinship.SIMILAR]
        return any(kinship(first, second) is Kinship.STRANGERS for first in longer for second in longer)


def _shared(possible: list[_Process], bundle: Bundle, agencies: frozenset[str]) -> Iterator[tuple[str, dict[int, set[str]]]]:
    """What the bundle has in common with each process, from the surest to the weakest kind, and how to say it."""
    yield "a known contact, {}", {process.key: process.people & bundle.people for process in possible}
    yield "a known person, {}", {process.key: process.names & bundle.names for process in possible}
    yield "the same domain, {}", {process.key: (process.domains & bundle.domains) - agencies for process in possible}


def _two_receipts(process: _Process, bundle: Bundle) -> bool:
    """Whether one machine confirmed two applications: then titles that merely fit are two roles."""
    return any(
        new.robot and new.robot == old.robot and likeness(role or "", new.role or bundle.role or "") is not Likeness.SAME
        for new in bundle.receipts
        for old, role in process.receipts
        if role
    )


def _another_opportunity(process: _Process, bundle: Bundle) -> bool:
    """An agency's recruiter who writes out of the blue while a process is under way has another job to offer."""
    return (
        bundle.begins.kind is MessageKind.OUTREACH
        and bundle.begins.agency
        and any(letter.kind is not MessageKind.OUTREACH for each in process.bundles for letter in each.steps)
    )


def _fitness(process: _Process, bundle: Bundle) -> tuple[bool, bool, bool, bool, bool, timedelta]:
    """How well a possible process fits: the greatest is taken. Of equal ones, the process that was busy last before it."""
    role, company = bundle.role, bundle.company
    at = bundle.begins.at
    return (
        bool(process.requisitions & bundle.requisitions),
        bool(role) and any(likeness(role or "", known) is Likeness.SAME for known in process.roles),
        not process.ended_before(at),
        bool(process.people & bundle.people),
        bool(company) and any(kinship(company or "", name) is Kinship.SAME for name in process.companies),
        -process.silent_before(at),
    )


def _among_acquaintances(conversation: Conversation, groups: list[tuple[_Process, dict[int, str]]]) -> dict[int, str] | None:
    """The process that a conversation without any step is about: one of its people writes for it, or it is written to one."""
    people = frozenset().union(*(letter.people | letter.addressed for letter in conversation.letters))
    first, last = conversation.letters[0].at, conversation.letters[-1].at
    known = [
        (process, reasons)
        for process, reasons in groups
        if people & _correspondents(process) and process.first_at - BEFORE <= last
    ]
    if not known:
        return None
    chosen = max(
        known,
        key=lambda one: (
            one[0].first_at <= first,
            not one[0].ended_before(first),
            -one[0].silent_before(first) if one[0].first_at <= first else first - one[0].first_at,
        ),
    )
    return chosen[1]


def _correspondents(process: _Process) -> frozenset[str]:
    """Who writes for it or is named by them; not those to whom only the user wrote, as when he tells a friend of it."""
    told = frozenset().union(*(each.told for bundle in process.bundles for each in bundle.conversations))
    return told.union(*(letter.people for bundle in process.bundles for letter in bundle.letters))


def _company(process: _Process) -> str | None:
    """The company's name as the first letter that names it writes it; an agency's own name only where there is no other."""
    for bundle in process.bundles:
        if bundle.apart and bundle.apart.company:
            return bundle.apart.company
    if process.companies:
        return process.companies[0]
    return next((letter.company for each in process.bundles for letter in each.telling_steps if letter.company), None)
