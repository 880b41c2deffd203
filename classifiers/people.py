"""The people at the other side whom a message names, and which of them are to meet the user.

Named in the text ("you'll be speaking with Priya Nair, Engineering Manager, and Tom Becker"), listed under "Interviewers", or
invited by the calendar part. The sender is one of them only where he says so himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from classifiers.introductions import MOST_PEOPLE, add_person, introduced_in
from classifiers.names import person_in_display
from classifiers.prose import Prose
from classifiers.reading import Context, MessageKind, Person
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address, Message

_WITH_ME = re.compile(
    r"\b(?:with (?:me|myself|\w+(?: \w+)? and (?:me|myself|i))\b"
    r"|(?:panel|committee|interviewers?|consists? of)\b[^.?!\n]{0,120}\b(?:me|myself)\b"
    r"|it(?:'s|s|'ll be| will be| is)(?: only| just)? (?:me|myself)\b|(?:meeting|meet) (?:me|myself)\b|you(?:,| and| \+) me\b"
    r"|i(?:'ll| will)(?: be)? (?:interviewing|interview you|call(?:ing)? you|giv(?:e|ing) you a (?:call|ring)"
    r"|meet(?:ing)?(?: with)? you|speaking (?:to|with) you"
    r"|speak (?:to|with) you|hosting|conduct\w*|ring(?:ing)?|phon(?:e|ing)|see you|leading the|lead the"
    r"|join(?:ing)? (?:you|the (?:call|interview))|chatting|talk(?:ing)? (?:to|with) you))\b",
    re.IGNORECASE,
)
_LOOKS_FORWARD = re.compile(
    r"(?:\bi(?:'m| am)? (?:really |very |so |also )?(?:look(?:ing)? forward to|excited (?:to|for|about)|can't wait to)"
    r"|(?:^|\n|[.!] )(?:really |very )?looking forward to) (?:our (?:conversation|chat|call|discussion|meeting|interview)"
    r"|(?:speaking|speak|chatting|chat|talking|talk|meeting|meet|catching up|connecting|connect)(?: with| to)? (?:you|soon"
    r"|then|on|tomorrow))"
    r"|\b(?:speak|talk|chat)(?: to you| with you)? (?:soon|then|tomorrow|on (?:mon|tues|wednes|thurs|fri)day)\b",
    re.IGNORECASE,
)
_I_AM_HIRING = re.compile(r"\b(?:i am|i'm) the hiring manager\b", re.IGNORECASE)
_ROOM = re.compile(
    r"\b(?:room|conference|resource|meeting ?space|floor|building|zoom|hangout|bot|notetaker|recorder|scheduling|calendar)\b"
    r"|resource\.calendar\.|^(?:room|conf)[-._]",
    re.IGNORECASE,
)
_INTERVIEW_KINDS = frozenset(
    {MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED, MessageKind.INTERVIEW_INVITATION}
)


def people_of(message: Message, body: Prose, kind: MessageKind, context: Context, sender: str) -> tuple[Person, ...]:
    """Everybody the message names, the user left out; at most twelve. `sender` is the name of the person who sends, or ''.

    Addresses come from the text, the headers and the invitation.
    """
    if context.outgoing:
        return ()
    introduced = introduced_in(body.plain)
    addresses = _addresses(message) if introduced else []
    people = [_with_address(person, addresses) for person in introduced]
    people = [person for person in people if not _is_user(person, context)]
    if kind in _INTERVIEW_KINDS:
        people = _with_invited(people, message, context)
    people = _with_sender(people, message, body, kind, sender)
    return tuple(people[:MOST_PEOPLE])


def _addresses(message: Message) -> list[Address]:
    invited = [
        address for event in message.calendar for address in (*event.attendees, *((event.organizer,) if event.organizer else ()))
    ]
    everybody = [*invited, *message.cc, *message.to, *message.reply_to, *((message.sender,) if message.sender else ())]
    return [address for address in everybody[:100] if not is_unanswerable(address)]


def _with_address(person: Person, addresses: Iterable[Address]) -> Person:
    """The person with the address whose display name or local part is his; a first name alone takes the full name with it."""
    if person.email:
        return person
    parts = [part.strip(".").casefold() for part in person.name.split()]
    for address in addresses:
        display = person_in_display(address.name)
        shown = display.casefold().split()
        if len(parts) > 1:
            if (parts[0] in shown and parts[-1] in shown) or re.sub(r"[._-]", "", address.local_part) in _local_parts(parts):
                return replace(person, email=address.email)
        elif shown[:1] == parts or re.split(r"[._-]", address.local_part)[0] == parts[0]:
            return replace(person, email=address.email, name=display if len(shown) > 1 and shown[0] == parts[0] else person.name)
    return person


def _local_parts(parts: list[str]) -> frozenset[str]:
    first, last = parts[0], parts[-1]
    return frozenset({f"{first}{last}", f"{first[0]}{last}", f"{last}{first}", f"{first}{last[0]}"})


def _is_user(person: Person, context: Context) -> bool:
    own = context.own_name.casefold().split()
    name = person.name.casefold()
    return person.email.casefold() in context.own_addresses or (bool(own) and name in (own[0], own[-1], " ".join(own)))


def _with_invited(people: list[Person], message: Message, context: Context) -> list[Person]:
    """Attendees without the user and without rooms. The organizer counts where nobody else is known."""
    events = [event for event in message.calendar if event.method.upper() not in ("REPLY", "COUNTER", "REFRESH")]
    if not events:
        return people
    event = max(events, key=lambda candidate: candidate.sequence)
    known = {person.email.casefold() for person in people if person.email}
    organizer = event.organizer.key if event.organizer else ""
    sender = message.sender.key if message.sender else ""
    users = context.own_addresses or frozenset(address.key for address in message.to)
    for attendee in event.attendees[:50]:
        if attendee.key in known | users | {organizer, sender} or _is_no_person(attendee):
            continue
        known.add(attendee.key)
        add_person(people, Person(_shown_name(attendee), attendee.email, interviewer=True))
    if event.organizer is not None and organizer not in known | users and not _is_no_person(event.organizer):
        alone = not any(person.interviewer for person in people)
        if _shown_name(event.organizer) and (alone or organizer != sender):
            people.append(Person(_shown_name(event.organizer), event.organizer.email, interviewer=alone))
    return people


def _is_no_person(address: Address) -> bool:
    return bool(_ROOM.search(address.name) or _ROOM.search(address.key) or is_unanswerable(address))


def _shown_name(address: Address) -> str:
    """The display name, else what the address spells out ("priya.nair@…"), else ''."""
    name = person_in_display(address.name)
    if name:
        return name
    parts = [part for part in re.split(r"[._-]", address.local_part) if part.isalpha()]
    return " ".join(part.capitalize() for part in parts) if 1 < len(parts) < 4 else ""


def _with_sender(people: list[Person], message: Message, body: Prose, kind: MessageKind, name: str) -> list[Person]:
    if message.sender is None or not name:
        return people
    own = next(
        (
            person
            for person in people
            if person.email.casefold() == message.sender.key or person.name.split()[0] == name.split()[0]
        ),
        None,
    )
    manager = bool(_I_AM_HIRING.search(body.plain))
    others = any(person.interviewer for person in people if person is not own)
    meets = own is not None and own.interviewer
    if kind is MessageKind.INTERVIEW_CONFIRMATION:
        meets = meets or bool(_WITH_ME.search(body.plain)) or (not others and bool(_LOOKS_FORWARD.search(body.plain)))
    if own is not None:
        people[people.index(own)] = replace(
            own, email=own.email or message.sender.email, interviewer=meets, hiring_manager=own.hiring_manager or manager
        )
    elif meets or manager:
        people.append(Person(name, message.sender.email, interviewer=meets, hiring_manager=manager))
    return people
