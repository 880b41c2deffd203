"""Who wrote to whom, and what the user's own messages count as.

A draft of ours that was sent and a message that the user wrote himself count alike, so that no rule repeats what he did,
even with a lost database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from classifiers.reading import MessageKind
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address
from daemon.playbook.history import Application, FollowUpKind, PastMessage, WordKind
from daemon.playbook.interviews import Interview

DECISIVE = frozenset(
    {
        MessageKind.HOLDING,
        MessageKind.REJECTION,
        MessageKind.OFFER,
        MessageKind.INTERVIEW_INVITATION,
        MessageKind.INTERVIEW_CONFIRMATION,
        MessageKind.INTERVIEW_CANCELLED,
    }
)
WAITS_FOR_AN_ANSWER = frozenset({MessageKind.INTERVIEW_INVITATION, MessageKind.ASSESSMENT, MessageKind.OFFER})

ANSWER_WITHIN = timedelta(days=7)
"""A first message this long after an interview or a hold is a status check, no longer a thank-you or an answer."""


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The messages of one application up to now, in order of time, with the questions that rules ask about them."""

    messages: tuple[PastMessage, ...]
    told_contacts: tuple[Address, ...]
    own_addresses: frozenset[str]

    @classmethod
    def of(cls, application: Application, own_addresses: frozenset[str]) -> Correspondence:
        told = tuple(Address(word.text, word.email) for word in application.words if word.kind is WordKind.CONTACT)
        return cls(application.messages, told, own_addresses)

    @property
    def theirs(self) -> tuple[PastMessage, ...]:
        return tuple(message for message in self.messages if message.incoming)

    @property
    def ours(self) -> tuple[PastMessage, ...]:
        """The user's own messages to people (not to robots)."""
        return tuple(message for message in self.messages if not message.incoming and self.contacts_of(message))

    @property
    def decisive(self) -> tuple[PastMessage, ...]:
        return tuple(message for message in self.theirs if message.kind in DECISIVE)

    @property
    def latest_decisive(self) -> PastMessage | None:
        return self.decisive[-1] if self.decisive else None

    @property
    def latest_human(self) -> PastMessage | None:
        return next((message for message in reversed(self.messages) if message.human), None)

    def contacts_of(self, message: PastMessage) -> tuple[Address, ...]:
        """The people at the other side of one message: its answerable author, or those to whom the user wrote."""
        if message.incoming:
            return (message.reply_address,) if message.human and message.reply_address else ()
        return tuple(
            recipient
            for recipient in message.recipients
            if recipient.key not in self.own_addresses and not is_unanswerable(recipient)
        )

    @property
    def contacts(self) -> tuple[Address, ...]:
        """Every contact once, by first appearance, with the fullest name seen; those whom the user told of come last."""
        seen: dict[str, Address] = {}
        for contact in (*(c for message in self.messages for c in self.contacts_of(message)), *self.told_contacts):
            if contact.key not in seen or (contact.name and len(contact.name) > len(seen[contact.key].name)):
                seen[contact.key] = contact
        return tuple(seen.values())

    @property
    def main_contact(self) -> Address | None:
        """The contact with whom the most messages went back and forth; the latest message wins a tie."""
        counts: Counter[str] = Counter()
        latest: dict[str, int] = {}
        for index, message in enumerate(self.messages):
            for key in {contact.key for contact in self.contacts_of(message)}:
                counts[key] += 1
                latest[key] = index
        by_key = {contact.key: contact for contact in self.contacts}
        if not counts:
            return self.told_contacts[-1] if self.told_contacts else None
        return by_key[max(counts, key=lambda key: (counts[key], latest[key]))]

    def latest_from(self, contact: Address) -> PastMessage | None:
        """The last message that this person wrote."""
        by_person = (message for message in reversed(self.theirs) if self._wrote(contact, message))
        return next(by_person, None)

    def _wrote(self, contact: Address, message: PastMessage) -> bool:
        return any(address is not None and address.key == contact.key for address in (message.sender, message.reply_address))

    def latest_to(self, contact: Address) -> PastMessage | None:
        return next((m for m in reversed(self.ours) if any(c.key == contact.key for c in self.contacts_of(m))), None)

    def written_since(self, instant: datetime, contact: Address | None = None) -> tuple[PastMessage, ...]:
        """What the user wrote after that instant: to this contact, or to any."""
        return tuple(
            message
            for message in self.ours
            if message.at > instant and (contact is None or any(known.key == contact.key for known in self.contacts_of(message)))
        )

    def named(self, name: str) -> Address | None:
        """The contact of that name: the same full name, or the only one with that first name."""
        wanted = name.casefold().strip()
        known = [contact for contact in self.contacts if contact.name]
        full = [contact for contact in known if contact.name.casefold() == wanted]
        if full or " " in wanted:
            return full[0] if full else None
        first = [contact for contact in known if contact.name.casefold().split()[0] == wanted]
        return first[0] if len(first) == 1 else None

    def answers_theirs(self, message: PastMessage) -> bool:
        """Whether a message of the user's answers one of theirs: a person wrote since his message before it."""
        earlier = [other for other in self.messages if other.at < message.at]
        for other in reversed(earlier):
            if not other.incoming and self.contacts_of(other):
                return False
            if other.incoming and other.human:
                return True
        return False

    def status_checks(self, since: datetime, interviews: Iterable[Interview]) -> tuple[PastMessage, ...]:
        """The user's messages after `since` that ask how things stand: drafts of ours that were such, and what he wrote
        himself that was neither a thank-you nor an answer to anything."""
        ended = tuple(interviews)
        return tuple(message for message in self.ours if message.at > since and self._is_status_check(message, ended))

    def _is_status_check(self, message: PastMessage, interviews: tuple[Interview, ...]) -> bool:
        if message.follow_up_kind is not None:
            return message.follow_up_kind is FollowUpKind.STATUS_CHECK
        return not (self.answers_theirs(message) or self._is_thank_you(message, interviews))

    def _is_thank_you(self, message: PastMessage, interviews: tuple[Interview, ...]) -> bool:
        """The first message to somebody after an interview, while it is still fresh."""
        for interview in interviews:
            thanked_from = interview.counts_as_thanks_from
            if not (interview.standing and thanked_from <= message.at < interview.end + ANSWER_WITHIN):
                continue
            for contact in self.contacts_of(message):
                if not any(thanked_from <= other.at < message.at for other in self.written_since(thanked_from, contact)):
                    return True
        return False

    def waiting_for_user(self, since: datetime | None = None) -> tuple[PastMessage, ...]:
        """What of theirs waits for the user's answer (D0): questions, invitations, assessments, offers not answered yet.

        A later decisive message of theirs settles what came before it.
        """
        open_messages: list[PastMessage] = []
        for message in self.messages:
            if not message.incoming:
                if self.contacts_of(message):
                    open_messages.clear()
                continue
            if message.kind in DECISIVE:
                open_messages.clear()
            asks = message.asks_answer and message.human and message.kind is not MessageKind.REJECTION
            if asks or message.kind in WAITS_FOR_AN_ANSWER:
                open_messages.append(message)
        return tuple(message for message in open_messages if since is None or message.at >= since)
