"""The people at the other side whom a message names, and which of them are to meet the user.

Named in the text ("you'll be speaking with Priya Nair, Engineering Manager, and Tom Becker"), listed under "Interviewers", or
invited by the calendar part. The sender is one of them only where he says so himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from classifiers.names import PERSON, looks_like_person, without_honorific
from classifiers.prose import Prose
from classifiers.reading import Context, MessageKind, Person
from daemon.mail.message import Address, Message

_MOST_PEOPLE = 12
_EMAIL = r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}"
_TITLE = r"(?:(?:our|the|a|an|my) )?[A-Za-z][\w&/'+-]*(?: (?:of|and|for|&|the|in|to|[A-Za-z][\w&/'+-]*)){0,6}"
_ENTRY = (
    rf"(?:(?:our|my|your|the) (?P<role_before>[\w /&-]{{2,50}}?),? )?(?P<name>{PERSON})"
    rf"(?: ?[<(\[](?P<email>{_EMAIL})[>)\]])?"
    rf"(?:(?: ?\((?P<in_brackets>[^()\n@]{{2,60}})\))|(?:(?:,| -| \||:| from) ?(?P<title>(?!and\b|or\b){_TITLE})))?"
    rf"(?: ?[<(\[]?(?P<email2>{_EMAIL})[>)\]]?)?"
)
_NAME_ENTRY = re.compile(_ENTRY, re.IGNORECASE)
_NEXT = re.compile(r"\s?(?:,|;|&|/|\n|\band\b|\bas well as\b|\balong with\b|\bfollowed by\b|\bplus\b|\bthen\b|\||-)+(?: (?:and|also|then|with))?\s?(?:[|>-] ?|\d{1,2}[.)] )?", re.IGNORECASE)
_MEETS = re.compile(
    r"\b(?:(?:meet(?:ing)?|speak(?:ing)?|spoken|chat(?:ting)?|talk(?:ing)?|interview(?:ing|ed|s)?|conversation|connect(?:ing)?|discussion|call|session|round|screen|time|onsite|sit(?:ting)? down|meetup|coffee|introduced?)"
    r"(?: (?:you |in person |virtually |again |today |via zoom |over zoom |on zoom |by phone |over the phone |live |via teams |is |will be |briefly |up |about the role |scheduled |set up |confirmed |now |soon )*)?(?:with|to|by)(?: both| either| all of)?"
    r"|(?:conducted|led|hosted|run|done|held|carried out) by|(?:you(?:'ll| will| are going to|'re going to)?(?: be)? meet(?:ing)?|introduce you to|panel of|you and))(?: our| my| your)?:? ?\n?(?:[|>-] ?)?",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:^|\n)(?:[|>-] ?)?(?:your |the )?(?:interview(?:er|ing)?(?:s|\(s\))?(?: (?:panel|team|names?|details|schedule))?|(?:interview )?panel(?:ists?| members?)?|who(?: you'll meet| you will meet)?|with|attendees|you(?:'ll| will)? (?:be )?(?:meet(?:ing)?|speak(?:ing)? (?:with|to))|meeting with|host|participants)"
    r"(?: (?:will be|are|is|include|includes))?\s?[:|-]\s?\n?(?:[|>-] ?)?",
    re.IGNORECASE,
)
_MEETS_AFTER = re.compile(
    r"(?:,? (?:who )?(?:will|'ll|is going to|are going to|would|would like to|wants to|'d like to|is keen to|is looking forward to|look forward to|looks forward to|are looking forward to|is excited to|are excited to)(?: be| then| also| both)?"
    r" (?:(?:be )?(?:interview(?:ing)?|meet(?:ing)?(?! with the)|speak(?:ing)?|conduct(?:ing)?|lead(?:ing)?|call(?:ing)?|join(?:ing)?|host(?:ing)?|talk(?:ing)?|chat(?:ting)?|run(?:ning)?|on the (?:call|interview|panel)|interviewer|your interviewers?)))\b",
    re.IGNORECASE,
)
_SCHEDULE_ROW = re.compile(rf"(?:^|\n)[^\n]{{0,40}}?\d{{1,2}}[:.]?\d{{0,2}} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{{2,4}})?\s?[:|-] ?(?:[\w ]{{0,40}}? with )?(?={PERSON})", re.IGNORECASE)
_COPIED = re.compile(r"\b(?:cc'?e?d|copied|copying|cc(?:'?ing)?|looping in|looped in|adding|introduc(?:e|ing) you to|connect(?:ing)? you with|intro to|meet) (?:in )?(?:here )?(?:my colleague |our |my )?$", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:(?:meet(?:ing)?|speak(?:ing)?|chat(?:ting)?|talk(?:ing)?|interview(?:ing)?|conversation|call|time|session|sit down) (?:\w+ ){0,2}?with (?:me|myself|us both|\w+ and (?:me|myself|i))\b"
    r"|i(?:'ll| will)(?: be)? (?:interview(?:ing)?|call(?:ing)?|giv(?:e|ing) you a (?:call|ring)|meet(?:ing)?|speak(?:ing)?|host(?:ing)?|conduct(?:ing)?|ring(?:ing)?|phon(?:e|ing)|chat(?:ting)?|talk(?:ing)?|see you|lead(?:ing)? the|join(?:ing)? (?:you|the (?:call|interview)))\b"
    r"|(?:i(?:'m| am)?|we(?:'re| are)?)? ?(?:really |very |so )?(?:look(?:ing)? forward to|excited (?:to|for)|can't wait to) (?:our (?:conversation|chat|call|discussion|meeting|interview)|(?:speak(?:ing)?|chat(?:ting)?|talk(?:ing)?|meet(?:ing)?|catch(?:ing)? up) (?:with |to )?(?:you|soon|then|on|tomorrow))"
    r"|(?:speak|talk|chat|see you)(?: to you| with you)? (?:soon|then|tomorrow|on (?:mon|tues|wednes|thurs|fri)day)\b)",
    re.IGNORECASE,
)
_WE_MEET = re.compile(r"\bwe(?:'re| are)? (?:\w+ )?look", re.IGNORECASE)
_HIRING_MANAGER = re.compile(r"\bhiring (?:manager|lead)\b", re.IGNORECASE)
_I_AM_HIRING = re.compile(r"\b(?:i am|i'm) the hiring manager\b|\bmy team is hiring\b", re.IGNORECASE)
_ROOM = re.compile(r"\b(?:room|conference|resource|meeting ?space|floor|building|zoom|teams|hangout|bot|notetaker|recorder|scheduling|calendar)\b|resource\.calendar\.|^(?:room|conf)[-._]", re.IGNORECASE)
_TITLE_WORDS = re.compile(
    r"\b(?:manager|engineer\w*|director|lead(?:er)?|head|chief|officer|vp|president|recruiter|partner|designer|analyst|scientist|developer|founder|ceo|cto|cfo|coo|cpo|owner|principal|architect|specialist|coordinator|consultant"
    r"|supervisor|professor|nurse|teacher|editor|associate|executive|product|marketing|sales|operations|hr|talent|people|team|data|design|engineering|finance|senior|staff|member|researcher|producer|buyer|planner|counsel|controller|chair|dean|principal)\b",
    re.IGNORECASE,
)
_NOT_TITLE_AFTER = re.compile(r"\b(?:on|at|from|via|and|will|who|to discuss|about|for a|regarding|in (?:our|the)|is|are|next|this|tomorrow|via|over|followed|by|then|as|so|if|please|you|your)\b.*$", re.IGNORECASE | re.DOTALL)


def people_of(message: Message, body: Prose, kind: MessageKind, context: Context, signed_as: str) -> tuple[Person, ...]:
    """Everybody the message names, the user left out; at most twelve. Addresses come from the text, the headers and the invitation."""
    if context.outgoing:
        return ()
    named: dict[str, Person] = {}
    for person in _in_text(body.plain):
        _add(named, person)
    addresses = _addresses(message)
    people = [_with_address(person, addresses) for person in named.values() if not _is_user(person, context)]
    if kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED, MessageKind.INTERVIEW_INVITATION):
        people = _with_invited(people, message, context)
    people = _with_sender(people, message, body, kind, signed_as)
    return tuple(people[:_MOST_PEOPLE])


def _add(named: dict[str, Person], person: Person) -> None:
    key = person.name.casefold()
    known = next((other for other in named if other == key or other.split()[0] == key or key.split()[0] == other), None)
    if known is None:
        named[key] = person
        return
    other = named.pop(known)
    longer = person if len(person.name) > len(other.name) else other
    named[longer.name.casefold()] = Person(
        longer.name,
        other.email or person.email,
        other.interviewer or person.interviewer,
        other.title or person.title,
        other.hiring_manager or person.hiring_manager,
    )


def _in_text(plain: str) -> Iterator[Person]:
    for cue in (*_MEETS.finditer(plain), *_LISTED.finditer(plain), *_SCHEDULE_ROW.finditer(plain)):
        yield from _list_at(plain, cue.end(), interviewer=True)
    for found in _NAME_ENTRY.finditer(plain):
        before = plain[max(0, found.start() - 50) : found.start()]
        after = _MEETS_AFTER.match(plain, found.end("name")) or _MEETS_AFTER.match(plain, found.end())
        manager = _HIRING_MANAGER.search(f"{found['role_before'] or ''} {found['in_brackets'] or ''} {found['title'] or ''}") or (
            re.search(r"\bhiring manager,? $", before, re.IGNORECASE)
        )
        copied = _COPIED.search(before + (f"our {found['role_before']} " if found["role_before"] else ""))
        if after or manager or copied:
            person = _person(found, interviewer=after is not None, hiring_manager=bool(manager))
            if person is not None and (" " in person.name or after or manager or person.email or copied):
                yield person


def _list_at(plain: str, position: int, *, interviewer: bool) -> Iterator[Person]:
    """The names in a row from there: "Priya Nair, Engineering Manager, and Tom Becker"."""
    for _ in range(_MOST_PEOPLE):
        found = _NAME_ENTRY.match(plain, position)
        if found is None:
            return
        person = _person(found, interviewer=interviewer)
        if person is None:
            return
        yield person
        step = _NEXT.match(plain, _end_of_entry(found))
        if step is None:
            return
        position = step.end()


def _end_of_entry(found: re.Match[str]) -> int:
    """Where the entry really ends: what follows the name counts only as far as it is a title."""
    if found["title"] is None:
        return found.end()
    title = _as_title(found["title"])
    return found.start("title") + len(title) if title else max(found.end("name"), found.end("email"))


def _person(found: re.Match[str], *, interviewer: bool, hiring_manager: bool = False) -> Person | None:
    name = without_honorific(found["name"])
    title = _as_title(found["in_brackets"] or "") or _as_title(found["title"] or "") or _as_title(found["role_before"] or "")
    words = name.split()
    while words and not looks_like_person(" ".join(words)):
        words.pop()
    if not words or (len(words) == 1 and len(name.split()) > 1 and name.split()[1][0].isupper() and not looks_like_person(name.split()[1])):
        return None
    manager = hiring_manager or bool(_HIRING_MANAGER.search(title or found["role_before"] or ""))
    return Person(" ".join(words), (found["email"] or found["email2"] or "").lower(), interviewer, title, manager)


def _as_title(words: str) -> str:
    title = _NOT_TITLE_AFTER.sub("", words).strip(" ,-")
    return title if _TITLE_WORDS.search(title) and len(title) <= 60 else ""


def _addresses(message: Message) -> list[Address]:
    invited = [attendee for event in message.calendar for attendee in (*event.attendees, *((event.organizer,) if event.organizer else ()))]
    return [*invited, *message.cc, *message.to, *message.reply_to, *((message.sender,) if message.sender else ())][:100]


def _with_address(person: Person, addresses: list[Address]) -> Person:
    """The address whose display name or local part is that person's."""
    if person.email:
        return person
    parts = [part.strip(".,").casefold() for part in person.name.split()]
    for address in addresses:
        display = address.name.casefold().replace(",", " ").split()
        local = re.split(r"[._-]", address.local_part)
        full = len(parts) > 1 and (all(part in display for part in (parts[0], parts[-1])) or address.local_part in _local_parts(parts))
        if full or (len(parts) == 1 and (parts[0] in display[:1] or parts[0] == local[0])):
            name = address.name if len(parts) == 1 and looks_like_person(address.name) and " " in address.name else person.name
            return replace(person, email=address.email, name=name)
    return person


def _local_parts(parts: list[str]) -> set[str]:
    first, last = parts[0], parts[-1]
    return {f"{first}.{last}", f"{first}{last}", f"{first[0]}{last}", f"{first}_{last}", f"{first}-{last}", f"{last}.{first}", f"{first}{last[0]}", f"{first[0]}.{last}"}


def _is_user(person: Person, context: Context) -> bool:
    own = context.own_name.casefold()
    name = person.name.casefold()
    return person.email.casefold() in context.own_addresses or (bool(own) and (name == own or name in (own.split()[0], own.split()[-1])))


def _with_invited(people: list[Person], message: Message, context: Context) -> list[Person]:
    """Attendees without the user and without rooms. The organizer counts where nobody else is known."""
    known = {person.email.casefold() for person in people if person.email}
    event = max((event for event in message.calendar if event.method.upper() not in ("REPLY", "COUNTER")), key=lambda event: event.sequence, default=None)
    if event is None:
        return people
    organizer = event.organizer.key if event.organizer else ""
    sender = message.sender.key if message.sender else ""
    users = context.own_addresses or {address.key for address in message.to}
    for attendee in event.attendees[:50]:
        if attendee.key in known or attendee.key in users or attendee.key in (organizer, sender) or _is_room(attendee):
            continue
        known.add(attendee.key)
        people.append(Person(_display(attendee), attendee.email, interviewer=True))
    if event.organizer is not None and organizer not in known | set(users) and not _is_room(event.organizer):
        alone = not any(person.interviewer for person in people)
        if looks_like_person(_display(event.organizer)) and (alone or organizer != sender):
            people.append(Person(_display(event.organizer), event.organizer.email, interviewer=alone))
    return people


def _is_room(address: Address) -> bool:
    return bool(_ROOM.search(address.name) or _ROOM.search(address.key) or re.match(r"no-?reply|do-?not-?reply|notifications?", address.local_part))


def _display(address: Address) -> str:
    name = without_honorific(address.name.strip("'\" "))
    if "," in name and looks_like_person(" ".join(reversed(name.split(",", 1))).strip()):
        last, first = name.split(",", 1)
        return f"{first.strip()} {last.strip()}"
    if name and "@" not in name:
        return name
    parts = [part for part in re.split(r"[._-]", address.local_part) if part.isalpha()]
    return " ".join(part.capitalize() for part in parts) if len(parts) > 1 else ""


def _with_sender(people: list[Person], message: Message, body: Prose, kind: MessageKind, signed_as: str) -> list[Person]:
    if message.sender is None:
        return people
    display = _display(message.sender)
    name = display if looks_like_person(display) else signed_as
    if not name:
        return people
    own = next((person for person in people if person.email.casefold() == message.sender.key or person.name.split()[0] == name.split()[0]), None)
    manager = bool(_I_AM_HIRING.search(body.plain))
    meets = own is not None and own.interviewer
    if kind is MessageKind.INTERVIEW_CONFIRMATION and not meets:
        others = any(person.interviewer for person in people)
        said = _SELF.search(body.plain)
        meets = said is not None and not (others and (_WE_MEET.match(said.group()) or not re.search(r"\bwith (?:\w+ and )?(?:me|myself)|\bi(?:'ll| will)\b", said.group(), re.I)))
        meets = meets and not (said is not None and _WE_MEET.search(said.group()))
    if own is not None:
        people[people.index(own)] = replace(own, email=own.email or message.sender.email, interviewer=meets, hiring_manager=own.hiring_manager or manager)
    elif meets or manager:
        people.append(Person(name, message.sender.email, interviewer=meets, hiring_manager=manager))
    return people
