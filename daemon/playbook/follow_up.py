"""A follow-up: one piece of advice, with an identity that survives every loss of memory."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from daemon.mail.message import Address
from daemon.playbook.history import FollowUpKind


@dataclass(frozen=True, slots=True)
class Situation:
    """What the text of a draft may take from the history, decided by the rule that wants it. No text in here is ours.

    `interview_on` is the interview's day in the user's zone. `panel` counts the notes to one panel, and the status checks of
    one application, from 0, so that no two read alike. `thank_also` names interviewers who are thanked through this note
    because their address is unknown.
    `holiday` is their own word for it. `interviewed`: there was an interview in this application.
    `answers_hold`: a thank-you that also acknowledges "we'll get back to you".
    """

    interview_on: date | None = None
    interviewed: bool = False
    panel: int = 0
    met_in_person: bool = True
    thank_also: tuple[str, ...] = ()
    answers_hold: bool = False
    decision_by: date | None = None
    applied_on: date | None = None
    rejected_on: date | None = None
    ask_feedback: bool = False
    feedback_given: bool = False
    round: int = 1
    holiday: str = ""
    machine_led: bool = False
    caller: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One piece of advice.

    `trigger` is the Message-ID (or calendar UID and start) of what triggered it; `variation` marks a rewording that replaces
    the first (a thank-you that also answers a hold). `reply_to` is the Message-ID to answer, '' for a new message.
    `due_at`: the draft is saved in the first cycle at or after it. `expires_at`: not made any more after it.
    `withdraw_on_expiry`: an untouched draft goes then. `listed_only`: fell due before the first cycle; the digest lists it.
    `doubtful`: a verdict behind it is not confident, so the digest asks and nothing is saved.
    """

    kind: FollowUpKind
    rule: str
    articles: tuple[str, ...]
    application: str
    contact: Address
    reply_to: str
    trigger: str
    due_at: datetime
    ordinal: int = 1
    variation: str = ""
    user_address: str = ""
    mailbox: str = ""
    send_by: datetime | None = None
    expires_at: datetime | None = None
    withdraw_on_expiry: bool = False
    listed_only: bool = False
    doubtful: bool = False
    situation: Situation = field(default_factory=Situation)

    def expired(self, now: datetime) -> bool:
        """Whether its time is over: it is not made any more after `expires_at`."""
        return self.expires_at is not None and now > self.expires_at

    def is_made(self, now: datetime) -> bool:
        """Whether, once due, a draft is made of it at `now`."""
        return not (self.expired(now) or self.doubtful or self.listed_only)

    @property
    def family(self) -> str:
        """Identity of the advice itself: rule, trigger, contact and ordinal; 32 hex digits."""
        return _digest(self.rule, self.trigger, self.contact.key, str(self.ordinal))

    @property
    def identity(self) -> str:
        """Identity of this wording of it, from which the draft's Message-ID is made; 32 hex digits."""
        return _digest(self.family, self.variation) if self.variation else self.family


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
