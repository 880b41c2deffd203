"""Who wrote to whom, and what the user's own messages count as.

A draft of ours that was sent and a message that the user wrote himself count alike, so that no rule repeats what he did,
even with a lost database.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from classifiers.reading import MessageKind
from daemon.mail.addresses import is_unanswerable, person_name
from daemon.mail.message import Address
from daemon.playbook.history import Application, FollowUpKind, PastMessage, UserWord, WordKind
from daemon.playbook.interviews import Interview, speaks_of_the_past
from daemon.playbook.preferences import Preferences

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


@dataclass(frozen=True)
class Correspondence:
    """The messages of one application up to now, in order of time, with the questions that rules ask about them."""

    messages: tuple[PastMessage, ...]
    words: tuple[UserWord, ...]
    preferences: Preferences

    @classmethod
    def of(cls, application: Application, preferences: Preferences) -> Correspondence:
        return cls(application.messages, application.words, preferences)

    @cached_property
    def told_contacts(self) -> tuple[Address, ...]:
        """Whom the user told of (`contact`)."""
        told = (Address(word.text, word.email) for word in self.words if word.kind is WordKind.CONTACT)
        return tuple(address for address in told if self.is_contact(address))

    def is_contact(self, address: Address) -> bool:
        """Whether this is a person at the other side: not the user, none of his references, nobody who cannot be answered."""
        references = {reference.key for reference in self.preferences.references}
        return not (address.key in self.preferences.own_addresses | references or is_unanswerable(address))

    @cached_property
    def theirs(self) -> tuple[PastMessage, ...]:
        return tuple(message for message in self.messages if message.incoming)

    @cached_property
    def ours(self) -> tuple[PastMessage, ...]:
        """The user's own messages to people (not to robots)."""
        return tuple(message for message in self.messages if not message.incoming and self.contacts_of(message))

    @cached_property
    def decisive(self) -> tuple[PastMessage, ...]:
        return tuple(message for message in self.theirs if self._is_decisive(message))

    def _is_decisive(self, message: PastMessage) -> bool:
        return message.kind in DECISIVE and not speaks_of_the_past(message, self.preferences)

    @property
    def latest_decisive(self) -> PastMessage | None:
        return self.decisive[-1] if self.decisive else None

    @property
    def latest_human(self) -> PastMessage | None:
        return next((message for message in reversed(self.messages) if message.human), None)

    def contacts_of(self, message: PastMessage) -> tuple[Address, ...]:
        """The people at the other side of one message: its answerable author, or those to whom the user wrote."""
        if not message.human:
            return ()
        people = message.recipients if not message.incoming else (message.reply_address,) if message.reply_address else ()
        return tuple(person for person in people if self.is_contact(person))

    def author(self, message: PastMessage) -> Address | None:
        """The person whom an answer to this message of theirs reaches."""
        return next(iter(self.contacts_of(message)), None)

    def reaches(self, contact: Address, message: PastMessage) -> bool:
        return any(known.key == contact.key for known in self.contacts_of(message))

    @cached_property
    def contacts(self) -> tuple[Address, ...]:
        """Every contact once, by first appearance, with the fullest name seen; those whom the user told of come last."""
        seen: dict[str, Address] = {}
        for contact in (*(c for message in self.messages for c in self.contacts_of(message)), *self.told_contacts):
            if contact.key not in seen or (contact.name and len(contact.name) > len(seen[contact.key].name)):
                seen[contact.key] = contact
        return tuple(seen.values())

    @cached_property
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
        """The last message that this person wrote. An automatic reply or a calendar's response is written by nobody: what came
        before it is answered."""
        by_person = [message for message in self.theirs if self._wrote(contact, message)]
        meant = [message for message in by_person if message.human or message.kind is not MessageKind.OTHER]
        return next(reversed(meant or by_person), None)

    def _wrote(self, contact: Address, message: PastMessage) -> bool:
        return any(address is not None and address.key == contact.key for address in (message.sender, message.reply_address))

    def latest_to(self, contact: Address) -> PastMessage | None:
        return next((message for message in reversed(self.ours) if self.reaches(contact, message)), None)

    def written_since(self, instant: datetime, contact: Address | None = None) -> tuple[PastMessage, ...]:
        """What the user wrote after that instant: to this contact, or to any."""
        later = (message for message in self.ours if message.at > instant)
        return tuple(message for message in later if contact is None or self.reaches(contact, message))

    def named(self, name: str) -> Address | None:
        """The contact of that name: the same full name, or the only one with that first name."""
        wanted = _plain(name)
        known = [(_plain(contact.name), contact) for contact in self.contacts]
        full = [contact for plain, contact in known if plain and plain == wanted]
        if full or " " in wanted:
            return full[0] if full else None
        first = [contact for plain, contact in known if plain and plain.split()[0] == wanted]
        return first[0] if len(first) == 1 else None

    def answers_theirs(self, message: PastMessage) -> bool:
        """Whether a message of the user's answers one of theirs: a person wrote since his message before it, or asked him
        something that is still open. A week after a hold, what he writes asks how things stand."""
        answered = self._before(message)
        if answered is not None and answered.incoming:
            fresh = message.at - answered.at < self.preferences.fresh
            if fresh or answered.kind is not MessageKind.HOLDING:
                return True
        asked = self._unanswered(other for other in self.messages if other.at < message.at)
        return any(self.author(question) and self._answers(message, question) for question in asked)

    def acknowledges_hold(self, message: PastMessage) -> bool:
        """Whether a message of the user's is a patient word on a hold: our draft for that, or what he wrote right after one."""
        if message.follow_up_kind not in (None, FollowUpKind.THANK_YOU):
            return message.follow_up_kind is FollowUpKind.HOLDING_REPLY
        answered = self._before(message)
        return answered is not None and answered.kind is MessageKind.HOLDING and self.answers_theirs(message)

    def _before(self, message: PastMessage) -> PastMessage | None:
        """The last message between people before this one, in either direction."""
        earlier = (other for other in reversed(self.messages) if other.at < message.at)
        return next((other for other in earlier if (other.human if other.incoming else self.contacts_of(other))), None)

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
            if not (interview.standing and thanked_from <= message.at < interview.end + self.preferences.fresh):
                continue
            for contact in self.contacts_of(message):
                if not any(thanked_from <= other.at < message.at for other in self.written_since(thanked_from, contact)):
                    return True
        return False

    def waiting_for_user(self, since: datetime | None = None) -> tuple[PastMessage, ...]:
        """What of theirs waits for the user's answer (D0): questions, invitations, assessments, offers not answered yet.

        A later decisive message of theirs settles what came before it, and so does word that the machine-led part is done.
        """
        return tuple(message for message in self._unanswered(self.messages) if since is None or message.at >= since)

    def _unanswered(self, messages: Iterable[PastMessage]) -> list[PastMessage]:
        open_messages: list[PastMessage] = []
        for message in messages:
            if not message.incoming:
                open_messages = [asked for asked in open_messages if not self._answers(message, asked)]
                continue
            if self._is_decisive(message):
                open_messages.clear()
            if message.machine_interview_completed:
                open_messages = [asked for asked in open_messages if asked.kind not in WAITS_FOR_AN_ANSWER]
            asks = message.asks_answer and message.human and message.kind is not MessageKind.REJECTION
            if asks or message.kind in WAITS_FOR_AN_ANSWER:
                open_messages.append(message)
        return open_messages

    def _answers(self, message: PastMessage, asked: PastMessage) -> bool:
        """Whether the user's message answers that question: it reaches who asked or is in the same thread. What a robot asked
        is answered by any."""
        if not self.contacts_of(message):
            return False
        author = self.author(asked)
        named = asked.message_id in message.in_reply_to or message.thread == asked.thread
        return author is None or named or self.reaches(author, message)


def _plain(name: str) -> str:
    """A name as it is compared: "Becker, Tom" is tom becker."""
    return (person_name(name) or name).casefold().strip()
