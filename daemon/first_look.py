"""A first look at what lay in a mailbox before: most of it has nothing to do with a job search, and is never fetched whole.

Mail is turned away by what its header and the beginnings of its texts say together, never by subject or sender alone; whoever is
known from a hiring process, and whatever belongs to a conversation with a step in it or a letter of the user's, is read in any
case, and so is everything with a calendar part and everything that the user wrote. Once the whole mailbox was looked through,
what was turned away before its sender or its conversation was known is read after all (`daemon.state.turned_away.look_again`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from classifiers.first_look import may_be_hiring, telling_words
from daemon.arrival import is_own, user_address, with_plausible_arrival
from daemon.house import House
from daemon.mail.beginning import read_beginning
from daemon.mail.message import Message
from daemon.mailbox.protocol import Look, Mailbox, MessageRef, Place, RawMessage, looks_at
from daemon.state.turned_away import Acquaintance, TurnedAway, acquaintance, in_known_conversations, recorded_already

Fetch = Callable[[tuple[MessageRef, ...]], list[RawMessage]]


@dataclass(frozen=True, slots=True)
class Given:
    """What a mailbox gave of some messages: `whole` ones, and the beginnings of others."""

    whole: tuple[RawMessage, ...] = ()
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What a first look made of some messages: those that are to be read, whole, and those that are not, or were already."""

    to_read: tuple[RawMessage, ...] = ()
    turned_away: tuple[TurnedAway, ...] = ()


def beginnings_of(mailbox: Mailbox, refs: tuple[MessageRef, ...]) -> Given:
    """What a first look needs of these messages: what the user wrote is read in any case. Raises MailboxError."""
    sent = tuple(ref for ref in refs if ref.place is Place.SENT)
    received = tuple(ref for ref in refs if ref.place is not Place.SENT)
    return Given(tuple(mailbox.fetch(sent)) if sent else (), tuple(looks_at(mailbox, received)))


def look_through(house: House, mailbox: str, given: Given, fetch: Fetch, now: datetime) -> Looked:
    """Look at what a mailbox (by its name) gave, and fetch whole what is to be read. Raises what `fetch` raises."""
    if not given.looks:
        return Looked(given.whole)
    looks = {look.ref: look for look in given.looks}
    seen = {ref: found for ref, look in looks.items() if (found := _seen(look, now))}
    with house.database.session() as session:
        messages = [each.message for each in seen.values()]
        recorded = recorded_already(session, mailbox, messages)
        talked = in_known_conversations(session, mailbox, messages)
        known = acquaintance(session)
    turned_away = tuple(
        TurnedAway(ref, each.message, user_address(house, each.message, outgoing=False), each.words)
        for ref, each in seen.items()
        if each.message.message_id in recorded
        or (each.message.message_id not in talked and not _is_to_be_read(house, each, known))
    )
    away = {each.ref for each in turned_away}
    there = [RawMessage(look.ref, look.raw) for look in looks.values() if look.whole and look.ref not in away]
    missing = tuple(look.ref for look in looks.values() if not look.whole and look.ref not in away)
    return Looked((*given.whole, *there, *(fetch(missing) if missing else ())), turned_away)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a message showed: the essentials of its header, without its text; whether it may be of hiring by itself, whoever wrote
    it, and the words that speak against that."""

    message: Message
    may_be_hiring: bool
    words: tuple[str, ...] = ()


def _seen(look: Look, now: datetime) -> _Seen | None:
    """None for what takes the full parser."""
    beginning = read_beginning(look.raw, look.ref.received_at, look.ref.size)
    if beginning is None:
        return None
    subject, text = beginning.message.subject, beginning.message.text
    message = with_plausible_arrival(replace(beginning.message, text=""), now)
    if beginning.calendar or may_be_hiring(subject, text, mass_made=beginning.mass_made):
        return _Seen(message, may_be_hiring=True)
    return _Seen(message, may_be_hiring=False, words=telling_words(subject, text))


def _is_to_be_read(house: House, seen: _Seen, known: Acquaintance) -> bool:
    message = seen.message
    return (
        seen.may_be_hiring
        or is_own(house, message)
        or message.sender is None
        or any(known.knows(address.email) for address in (message.sender, *message.reply_to))
    )
