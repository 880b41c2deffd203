"""A first look at what lay in a mailbox before: most of it has nothing to do with a job search, and is never fetched whole.

Mail is turned away by what its header and the beginnings of its texts say together, never by subject or sender alone; whoever is
known from a hiring process, and whatever belongs to a conversation with a step in it or a letter of the user's, is read in any
case, and so is everything with a calendar part and everything that the user wrote. Once the whole mailbox was looked through,
what was turned away before its sender or its conversation was known is read after all (`daemon.state.turned_away.look_again`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from classifiers.first_look import may_be_hiring, telling_words
from daemon.arrival import is_own, user_address, with_plausible_arrival
from daemon.house import House
from daemon.mail.beginning import Beginning, read_beginning
from daemon.mailbox.protocol import Look, Mailbox, MessageRef, Place, RawMessage, looks_at
from daemon.state.turned_away import Acquaintance, TurnedAway, acquaintance, in_known_conversations, recorded_already


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first look made of some messages: those that are to be read, whole, and those that are not, or were already."""

    to_read: tuple[RawMessage, ...] = ()
    turned_away: tuple[TurnedAway, ...] = ()


def look_through(house: House, mailbox: Mailbox, refs: tuple[MessageRef, ...], now: datetime) -> Looked:
    """Look at these messages, and fetch those that are to be read. Raises MailboxError."""
    sent = tuple(ref for ref in refs if ref.place is Place.SENT)
    looks = {look.ref: look for look in looks_at(mailbox, tuple(ref for ref in refs if ref.place is not Place.SENT))}
    beginnings = {ref: beginning for ref, look in looks.items() if (beginning := _beginning(look, now))}
    with house.database.session() as session:
        messages = [beginning.message for beginning in beginnings.values()]
        recorded = recorded_already(session, mailbox.name, messages)
        talked = in_known_conversations(session, mailbox.name, messages)
        known = acquaintance(session)
    turned_away = tuple(
        TurnedAway(
            ref,
            beginning.message,
            user_address(house, beginning.message, outgoing=False),
            telling_words(beginning.message.subject, beginning.message.text),
        )
        for ref, beginning in beginnings.items()
        if beginning.message.message_id in recorded
        or (beginning.message.message_id not in talked and not _is_to_be_read(house, beginning, known))
    )
    away = {each.ref for each in turned_away}
    there = [RawMessage(look.ref, look.raw) for look in looks.values() if look.whole and look.ref not in away]
    missing = tuple(look.ref for look in looks.values() if not look.whole and look.ref not in away)
    return Looked((*there, *mailbox.fetch(sent + missing)), turned_away)


def _beginning(look: Look, now: datetime) -> Beginning | None:
    beginning = read_beginning(look.raw, look.ref.received_at, look.ref.size)
    return replace(beginning, message=with_plausible_arrival(beginning.message, now)) if beginning else None


def _is_to_be_read(house: House, beginning: Beginning, known: Acquaintance) -> bool:
    message = beginning.message
    return (
        beginning.calendar
        or is_own(house, message)
        or message.sender is None
        or any(known.knows(address.email) for address in (message.sender, *message.reply_to))
        or may_be_hiring(message.subject, message.text, mass_made=beginning.mass_made)
    )
