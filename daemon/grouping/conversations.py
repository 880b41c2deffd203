"""What grouping looks at: letters, the conversations that they are in, what the user said of them; and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from classifiers.reading import MessageKind

BEGINS_ANEW = frozenset({MessageKind.APPLICATION_RECEIVED, MessageKind.OUTREACH})
"""Steps that begin a process; after the end of one with the same company they begin another."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message. Addresses, domains and names are casefolded; `at` is the server's time.

    `people` are the addresses of everybody at the other side who wrote it, was copied in or is named with an address;
    `addressed` those to whom the user wrote it. `names` are the full names of people. `domain` is the organisation's, where a
    person wrote. `robot` is the address of a machine that sent it, else ''. `answers` are the Message-IDs that it refers to.
    `ends`: the user withdrew with it. `agency`: it speaks for a client of the sender's.
    """

    message_id: str
    at: datetime
    kind: MessageKind
    incoming: bool = True
    company: str | None = None
    role: str | None = None
    requisition: str | None = None
    people: frozenset[str] = field(default_factory=frozenset)
    addressed: frozenset[str] = field(default_factory=frozenset)
    names: frozenset[str] = field(default_factory=frozenset)
    domain: str = ""
    robot: str = ""
    uids: frozenset[str] = field(default_factory=frozenset)
    answers: frozenset[str] = field(default_factory=frozenset)
    agency: bool = False
    ends: bool = False

    @property
    def is_step(self) -> bool:
        """Whether it is a step of the user's hiring process."""
        return self.incoming and self.kind is not MessageKind.OTHER


@dataclass(frozen=True, slots=True)
class Conversation:
    """One thread, its letters in order of time.

    `said`: what the user said of the process that began here: when, and whether that ended it. `told` are addresses that he
    said belong to it.
    """

    key: int
    letters: tuple[Letter, ...]
    said: tuple[tuple[datetime, bool], ...] = ()
    told: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_hiring(self) -> bool:
        return any(letter.is_step for letter in self.letters)


@dataclass(frozen=True, slots=True)
class Placement:
    """The user moved the conversation of `message_id` to the one of `anchor`; '': it is an application of its own, with the
    company `company`."""

    message_id: str
    anchor: str
    company: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One hiring process. `reasons` says for each conversation, by its key, why it belongs here."""

    reasons: dict[int, str]
    company: str | None
    role: str | None
