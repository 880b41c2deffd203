"""Which hiring process a new conversation belongs to. Pure: candidates in, a choice and its reason out.

Messages of one process come in different threads (a robot's receipt, a recruiter, an interviewer, a scheduler). The choice
is made once a thread, from what is surest to what is weakest, and its reason is kept so that `show` can tell it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from classifiers.names import company_key, same_company
from classifiers.reading import MessageKind, Reading
from daemon.mail.addresses import is_free_mail, organisational_domain
from daemon.mail.message import Address, Message

BEGINS_ANEW = frozenset({MessageKind.APPLICATION_RECEIVED, MessageKind.OUTREACH})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known application, as far as grouping looks at it. Addresses and domains are casefolded."""

    key: int
    company: str | None
    role: str | None
    ended: bool
    latest_at: datetime
    contacts: frozenset[str] = field(default_factory=frozenset)
    domains: frozenset[str] = field(default_factory=frozenset)
    calendar_uids: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Choice:
    """`key` is None where a new application begins."""

    key: int | None
    reason: str


def choose(message: Message, reading: Reading, candidates: tuple[Candidate, ...]) -> Choice:
    """The application of a message that begins a thread and is a step of a hiring process."""
    facts = reading.facts
    uids = {event.uid for event in message.calendar if event.uid}
    for candidate in candidates:
        if uids & candidate.calendar_uids:
            return Choice(candidate.key, "the same calendar appointment")
    possible = [c for c in candidates if not (reading.verdict.kind in BEGINS_ANEW and c.ended) and _role_fits(facts.role, c.role)]
    sender = _person_behind(message, reading)
    if facts.company:
        company, wanted = facts.company, company_key(facts.company)
        same = [candidate for candidate in possible if candidate.company and same_company(company, candidate.company)]
        if same:
            best = max(
                same,
                key=lambda c: (
                    company_key(c.company or "") == wanted,
                    _same_role(facts.role, c.role),
                    sender in c.contacts,
                    not c.ended,
                    c.latest_at,
                ),
            )
            return Choice(best.key, f"the same company, {company}")
        possible = [candidate for candidate in possible if not candidate.company]
    known = [candidate for candidate in possible if sender and sender in candidate.contacts]
    if known:
        return Choice(_latest(known).key, f"a known contact, {sender}")
    domain = own_domain(message.sender) if facts.written_by_person else ""
    neighbours = [candidate for candidate in possible if domain and domain in candidate.domains]
    if neighbours:
        return Choice(_latest(neighbours).key, f"the same domain, {domain}")
    return Choice(None, "nothing known fits: a new application")


def choose_by_people(people: tuple[Address, ...], candidates: tuple[Candidate, ...]) -> Choice | None:
    """The application of a thread that is no hiring step by itself: one whose contact takes part in it; the latest of them."""
    keys = {address.key for address in people}
    known = [candidate for candidate in candidates if keys & candidate.contacts]
    if not known:
        return None
    chosen = max(known, key=lambda candidate: (not candidate.ended, candidate.latest_at))
    return Choice(chosen.key, "a known contact takes part")


def own_domain(address: Address | None) -> str:
    """The organisation's domain that stands for a company; '' for free mail. Only a person's address tells anything: robots
    write from the domain of whoever runs them."""
    if address is None or not address.domain or is_free_mail(address.domain):
        return ""
    return organisational_domain(address.domain)


def _person_behind(message: Message, reading: Reading) -> str:
    address = reading.facts.reply_address or (message.sender if reading.facts.written_by_person else None)
    return address.key if address else ""


def _latest(candidates: list[Candidate]) -> Candidate:
    return max(candidates, key=lambda candidate: (not candidate.ended, candidate.latest_at))


def _words(role: str) -> frozenset[str]:
    return frozenset("".join(c if c.isalnum() else " " for c in role.casefold()).split())


def _same_role(one: str | None, other: str | None) -> bool:
    return bool(one and other) and _words(one or "") == _words(other or "")


def _role_fits(one: str | None, other: str | None) -> bool:
    """Two roles are one where either is unknown, or one's words are all in the other ("Analyst", "Data Analyst (m/f)")."""
    if not one or not other:
        return True
    first, second = _words(one), _words(other)
    return first <= second or second <= first
