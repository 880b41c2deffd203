"""What a draft is written from (`LetterFacts`) and what comes out (`Letter`). Types only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from classifiers.reading import Register
from daemon.mail.message import Address
from daemon.playbook.follow_up import Situation
from daemon.playbook.history import FollowUpKind


@dataclass(frozen=True, slots=True)
class Author:
    """The user, as his drafts present him. `signature` replaces the name under the letter where it is set (plain text)."""

    name: str
    address: str
    signature: str = ""
    phone: str = ""
    linkedin: str = ""
    highlights: tuple[str, ...] = ()
    achievements: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """Everything that may stand in one draft. What is None or empty is not known and leaves no trace in the text.

    `recipient` is the one addressee; `recipient_signs` the name under which that person signs; `register` how they address
    the user. `mentions` are the phrases that the user marked. `seed` chooses the wording: the follow-up's identity, or for
    status checks one that all of an application share (`Situation.panel` tells them apart).
    `month_first`: dates are written "Tuesday, March 3" as in the US, else "Tuesday 3 March".
    """

    kind: FollowUpKind
    rule: str
    ordinal: int
    seed: str
    author: Author
    recipient: Address
    recipient_signs: str = ""
    register: Register | None = None
    company: str | None = None
    role: str | None = None
    mentions: tuple[str, ...] = ()
    situation: Situation = field(default_factory=Situation)
    month_first: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a draft: greeting, paragraphs and closing as plain text without line breaks inside a paragraph.

    `subject` is only used for a message that begins a thread; a reply takes the subject of what it answers.
    """

    greeting: str
    paragraphs: tuple[str, ...]
    closing: str
    signature: str
    subject: str
