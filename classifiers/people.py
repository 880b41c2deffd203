"""The people at the other side whom a message names, and which of them are to meet the user.

Named in the text ("you'll be speaking with Priya Nair, Engineering Manager, and Tom Becker"), listed under "Interviewers", or
invited by the calendar part. The sender is one of them only where he says so himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from classifiers.names import HONORIFICS, ORGANISATION_WORDS, PARTICLES, looks_like_person, person_in_display
from classifiers.prose import Prose
from classifiers.reading import Context, MessageKind, Person
from classifiers.role import names_role
from classifiers.tokens import Token, tokens_of
from daemon.mail.addresses import is_unanswerable
from daemon.mail.message import Address, Message

_MOST_PEOPLE = 12
_MEETING = frozenset(
    "meet meeting speak speaking spoken chat chatting talk talking interview interviewing interviewed interviews conversation conversations connect connecting discussion discussions call "
    "session sessions round screen screening time onsite introduced sit coffee conducted led hosted run done held panel slot appointment catch".split()
)
_LINKS = frozenset({"with", "to", "by", "of"})
_SENTENCE_SIGNS = frozenset({".", "!", "?", ";", "\n"})
_LABELS = frozenset(
    {
        "interviewer", "interviewers", "interviewer(s)", "panel", "interview panel", "panelists", "panellists", "your interviewers", "your interviewer", "interview team", "your interview panel",
        "the panel", "panel members", "who", "with", "attendees", "participants", "host", "hosts", "meeting with", "you will meet", "you'll meet", "you will be meeting", "you'll be meeting",
        "you will speak with", "you'll speak with", "you will be speaking with", "you'll be speaking with", "you will be meeting with", "you'll be meeting with", "you'll meet with",
        "you will meet with", "who you'll meet", "who you will meet", "speakers", "interviewing with", "interviewer names", "interviewer name",
    }
)  # fmt: skip
_SEPARATORS = frozenset({",", ";", "&", "/", "|", "\n", "-", "and", "then", "plus", "also", "with", "well", "as", "along", "followed", "by", "both", "or", "including", "me", "myself", "i", "us"})
_ARTICLES = frozenset({"our", "my", "your", "the", "both", "either", "a", "an", "his", "her", "their", "fellow"})
_INTERVIEWERS = frozenset({"interviewer", "interviewers", "panel", "panelists", "panellists", "interviewer(s)", "committee"})
_ARE = frozenset({"is", "are", "will", "be", "includes", "include", "consists", "comprises", "of", ":"})
_PREPOSITIONS = frozenset({"for", "of", "in", "at", "to", "on", "from", "about"})
_FUTURE = frozenset({"will", "'ll", "would", "is", "are", "wants", "want", "hopes", "hope", "looks", "look", "can"})
_TITLE_WORD = re.compile(
    r"\b(?:manager|engineer\w*|director|lead(?:er)?|head|chief|officer|vp|svp|evp|president|recruiter|partner|designer|analyst|scientist|developer|(?:co-?)?founder|ceo|cto|cfo|coo|cpo|owner"
    r"|principal|architect|specialist|coordinator|consultant|supervisor|professor|nurse|teacher|editor|associate|executive|product|marketing|sales|operations|hr|talent|team|data|design"
    r"|finance|senior|staff|researcher|producer|buyer|planner|counsel|controller|chair|dean|sourcer|acquisition|administrator|accountant|buyer|people)\b",
    re.IGNORECASE,
)
_ENDS_TITLE = frozenset(
    "on at via and will who to about regarding is are next this tomorrow today over followed by then as so if please you your from for we our i he she they it has have was were would can with or but".split()
)
_HIRING_MANAGER = re.compile(r"\bhiring (?:manager|lead)\b", re.IGNORECASE)
_COPIED = re.compile(
    r"\b(?:cc'?e?d|copied|copying|cc(?:'?ing)?|looping in|looped in|adding|introduce you to|introducing you to|connect you with|connecting you with)"
    r"(?: in)?(?: here)?(?: (?:my|our) (?:[a-z]+ ){0,3})? ?,?$",
    re.IGNORECASE,
)
_WITH_ME = re.compile(
    r"\b(?:with (?:me|myself|\w+(?: \w+)? and (?:me|myself|i))\b|i(?:'ll| will)(?: be)? (?:interviewing|interview you|call(?:ing)? you|giv(?:e|ing) you a (?:call|ring)|meet(?:ing)?(?: with)? you|speaking (?:to|with) you"
    r"|speak (?:to|with) you|hosting|conduct\w*|ring(?:ing)?|phon(?:e|ing)|see you|leading the|lead the|join(?:ing)? (?:you|the (?:call|interview))|chatting|talk(?:ing)? (?:to|with) you))\b",
    re.IGNORECASE,
)
_LOOKS_FORWARD = re.compile(
    r"(?:\bi(?:'m| am)? (?:really |very |so |also )?(?:look(?:ing)? forward to|excited (?:to|for|about)|can't wait to)|(?:^|\n|[.!] )(?:really |very )?looking forward to) (?:our (?:conversation|chat|call|discussion|meeting|interview)"
    r"|(?:speaking|speak|chatting|chat|talking|talk|meeting|meet|catching up|connecting|connect)(?: with| to)? (?:you|soon|then|on|tomorrow))"
    r"|\b(?:speak|talk|chat)(?: to you| with you)? (?:soon|then|tomorrow|on (?:mon|tues|wednes|thurs|fri)day)\b",
    re.IGNORECASE,
)
_I_AM_HIRING = re.compile(r"\b(?:i am|i'm) the hiring manager\b", re.IGNORECASE)
_ROOM = re.compile(
    r"\b(?:room|conference|resource|meeting ?space|floor|building|zoom|hangout|bot|notetaker|recorder|scheduling|calendar)\b|resource\.calendar\.|^(?:room|conf)[-._]", re.IGNORECASE
)
_ROW_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?|[ap]m", re.IGNORECASE)
_INTERVIEW_KINDS = frozenset({MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED, MessageKind.INTERVIEW_INVITATION})


def people_of(message: Message, body: Prose, kind: MessageKind, context: Context, sender: str) -> tuple[Person, ...]:
    """Everybody the message names, the user left out; at most twelve. `sender` is the name of the person who sends, or ''.

    Addresses come from the text, the headers and the invitation.
    """
    if context.outgoing:
        return ()
    named: list[Person] = []
    for person in _in_text(body.plain):
        _add(named, person)
    addresses = _addresses(message)
    people = [_with_address(person, addresses) for person in named]
    people = [person for person in people if not _is_user(person, context)]
    if kind in _INTERVIEW_KINDS:
        people = _with_invited(people, message, context)
    people = _with_sender(people, message, body, kind, sender)
    return tuple(people[:_MOST_PEOPLE])


def _add(named: list[Person], person: Person) -> None:
    """ "Priya" and "Priya Nair" are one; what either mention says counts for both."""
    for index, other in enumerate(named):
        mine, theirs = person.name.casefold().split(), other.name.casefold().split()
        if mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0]):
            named[index] = Person(
                max(other.name, person.name, key=len),
                other.email or person.email,
                other.interviewer or person.interviewer,
                other.title or person.title,
                other.hiring_manager or person.hiring_manager,
            )
            return
    named.append(person)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One name in the text, with what stands beside it; `start` and `end` count tokens."""

    person: Person
    start: int
    end: int


def _in_text(plain: str) -> Iterator[Person]:
    tokens = tokens_of(plain)
    for start in _list_starts(tokens):
        for entry in _list_at(tokens, start):
            yield replace(entry.person, interviewer=True)
    index = 0
    while index < len(tokens):
        entry = _entry_at(tokens, index) if tokens[index].capitalised or tokens[index].word in _ARTICLES else None
        if entry is None:
            index += 1
            continue
        listed = [entry, *_list_at(tokens, entry.end, continued=True)]
        meets = _is_said_to_meet(tokens, listed[-1].end)
        copied = _COPIED.search(plain[max(0, tokens[entry.start].start - 60) : tokens[entry.start].start])
        for one in listed:
            if meets or copied or one.person.hiring_manager:
                yield replace(one.person, interviewer=bool(meets))
        index = max(index + 1, entry.end)


def _list_starts(tokens: list[Token]) -> Iterator[int]:
    """Where names of interviewers may begin: after "meeting with", after "Interviewers:", in the rows of a timetable."""
    for index, token in enumerate(tokens):
        if token.word in _LINKS and _meets_before(tokens, index):
            yield index + 1 + (tokens[index + 1].text in (":", "\n") if index + 1 < len(tokens) else 0)
        elif token.word in ("meet", "meeting", "interview") and index + 1 < len(tokens) and tokens[index + 1].capitalised:
            yield index + 1
        elif token.word in _INTERVIEWERS:
            after = index + 1
            while after < len(tokens) and after - index < 4 and tokens[after].word in _ARE:
                after += 1
            if after > index + 1:
                yield after
        elif token.text in (":", "|", "-") and _label_before(tokens, index):
            yield index + 1
        elif token.text == "\n" or index == 0:
            yield from _row(tokens, index + (token.text == "\n"))


def _meets_before(tokens: list[Token], index: int) -> bool:
    for back in range(index - 1, max(-1, index - 7), -1):
        if tokens[back].text in _SENTENCE_SIGNS:
            return False
        if tokens[back].word in _MEETING:
            return tokens[index].word != "of" or tokens[back].word == "panel"
        if tokens[back].word in ("you", "and", "who") and index - back > 1 and tokens[index].word == "to":
            return False
    return False


def _label_before(tokens: list[Token], index: int) -> bool:
    words: list[str] = []
    for back in range(index - 1, max(-1, index - 7), -1):
        if tokens[back].text in ("\n", "-", "|"):
            break
        words.insert(0, tokens[back].word)
    else:
        if index > 6:
            return False
    return " ".join(words) in _LABELS


def _row(tokens: list[Token], start: int) -> Iterator[int]:
    """A line that opens with a time: the first full name in it."""
    timed = False
    for index in range(start, min(start + 20, len(tokens))):
        token = tokens[index]
        if token.text == "\n":
            return
        if index < start + 2 and _ROW_TIME.fullmatch(token.text) and any(character.isdigit() for character in token.text):
            timed = True
        elif timed and token.text[0].isupper() and not _ROW_TIME.fullmatch(token.text):
            entry = _entry_at(tokens, index)
            if entry is not None and (" " in entry.person.name or token.word in HONORIFICS):
                yield index
                return


def _list_at(tokens: list[Token], start: int, *, continued: bool = False) -> list[_Entry]:
    """The names in a row from there: "Priya Nair, Engineering Manager, and Tom Becker"."""
    entries: list[_Entry] = []
    index = start
    while len(entries) < _MOST_PEOPLE:
        skipped = index
        while skipped < len(tokens) and (tokens[skipped].word in _SEPARATORS or tokens[skipped].text in _SEPARATORS) and skipped - index < 5:
            skipped += 1
        if (entries or continued) and skipped == index:
            break
        entry = _entry_at(tokens, skipped)
        if entry is None or (not entries and not continued and skipped - index > 2):
            break
        entries.append(entry)
        index = entry.end
    return entries


def _entry_at(tokens: list[Token], index: int) -> _Entry | None:
    """A name at that token, behind "our hiring manager", before its address and title."""
    begin = index
    role: list[str] = []
    if index < len(tokens) and tokens[index].word in _ARTICLES:
        index += 1
        while index < len(tokens) and len(role) < 6 and _is_role_word(tokens[index]):
            role.append(tokens[index].text)
            index += 1
        if index < len(tokens) and tokens[index].text == "," and role:
            index += 1
    name, index = _name_at(tokens, index)
    if not name or names_role(name) or (role and role[-1].lower() in _PREPOSITIONS and tokens[index - 1].text != ","):
        return None
    if " " not in name and index < len(tokens) and tokens[index].text == ":":
        return None
    email, index = _email_at(tokens, index)
    title, index = _title_at(tokens, index)
    if not email:
        email, index = _email_at(tokens, index)
    title = title or " ".join(role)
    return _Entry(Person(name, email, title=title, hiring_manager=bool(_HIRING_MANAGER.search(title))), begin, index)


def _is_role_word(token: Token) -> bool:
    return token.text.isalpha() and (token.text.islower() or _TITLE_WORD.fullmatch(token.text) is not None) and token.word not in ("will", "and", "with")


def _name_at(tokens: list[Token], index: int) -> tuple[str, int]:
    """The name at that token and the index behind it; '' where the words are a company's or no name at all."""
    while index < len(tokens) and (tokens[index].word in HONORIFICS or (tokens[index].text == "." and index and tokens[index - 1].word in HONORIFICS)):
        index += 1
    words: list[str] = []
    start = index
    while index < len(tokens) and index - start < 7:
        token = tokens[index]
        if token.text == "." and words and len(words[-1]) == 1:
            words[-1] += "."
        elif len(token.text) == 1 and token.text.isupper() and (words or _name_follows(tokens, index)):
            words.append(token.text)
        elif token.text[0].isupper() and not token.email and looks_like_person(f"Ann {token.text}" if words else token.text):
            words.append(token.text)
        elif words and token.text in PARTICLES and index + 1 < len(tokens) and tokens[index + 1].text[0].isupper():
            words.append(token.text)
        else:
            break
        index += 1
    if index < len(tokens) and tokens[index].text[0].isupper() and tokens[index].word in ORGANISATION_WORDS:
        return "", index
    name = " ".join(words).removesuffix("'s")
    return (name, index) if name and looks_like_person(name) else ("", index)


def _name_follows(tokens: list[Token], index: int) -> bool:
    following = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].text == ".")
    return following < len(tokens) and tokens[following].text[0].isupper() and looks_like_person(tokens[following].text)


def _email_at(tokens: list[Token], index: int) -> tuple[str, int]:
    if index < len(tokens) and tokens[index].text.startswith("(") and "@" in tokens[index].text and " " not in tokens[index].text:
        return tokens[index].text.strip("()").removeprefix("mailto:"), index + 1
    skipped = index
    while skipped < len(tokens) and tokens[skipped].text in ("<", "(", "-", "|", ":") and skipped - index < 2:
        skipped += 1
    if skipped < len(tokens) and tokens[skipped].email:
        after = skipped + 1
        return tokens[skipped].text, after + (after < len(tokens) and tokens[after].text in (">", ")"))
    return "", index


def _title_at(tokens: list[Token], index: int) -> tuple[str, int]:
    """ ", Engineering Manager", " (VP of Product)", " from the data team": only as far as it is a title."""
    if index >= len(tokens):
        return "", index
    if tokens[index].text.startswith("(") and len(tokens[index].text) > 2:
        inside = tokens[index].text.strip("()")
        return (inside if _TITLE_WORD.search(inside) else ""), index + 1
    if tokens[index].text not in (",", "-", "|", ":") and tokens[index].word not in ("from", "our"):
        return "", index
    start = stop = index + (tokens[index].word != "our")
    while stop < len(tokens) and stop - start < 8:
        token = tokens[stop]
        if token.text in _SENTENCE_SIGNS or token.text in (",", "(", "<", "|", ":", "-") or token.email:
            break
        if token.word in _ENDS_TITLE and not (token.word == "and" and stop + 1 < len(tokens) and _TITLE_WORD.fullmatch(tokens[stop + 1].text) and stop > start):
            break
        stop += 1
    words = " ".join(token.text for token in tokens[start:stop])
    words = re.sub(r"^(?:the|our|a|an) ", "", words)
    return (words, stop) if _TITLE_WORD.search(words) and not looks_like_person(words) else ("", index)


def _is_said_to_meet(tokens: list[Token], index: int) -> bool:
    """ "… will be interviewing you", "… would like to meet you", within the next words."""
    words = [token.word for token in tokens[index : index + 9]]
    if words[:1] == [","]:
        words = words[1:]
    if words[:1] == ["who"]:
        words = words[1:]
    if not words or words[0] not in _FUTURE:
        return False
    for position, word in enumerate(words[1:], start=1):
        if word in (".", "!", "?", "\n"):
            return False
        if word in ("interviewing", "interview", "interviewer", "interviewers", "interviewed") or (word in ("meet", "meeting", "speak", "speaking", "talk", "talking", "chat", "chatting", "call", "calling", "see") and "you" in words[position + 1 : position + 4]):
            return True
        if word in ("conduct", "conducting", "lead", "leading", "host", "hosting", "join", "joining", "run", "running"):
            return not words[position + 1 : position + 3] or not {"team", "company", "group"} & set(words[position + 1 : position + 4])
    return False


def _addresses(message: Message) -> list[Address]:
    invited = [address for event in message.calendar for address in (*event.attendees, *((event.organizer,) if event.organizer else ()))]
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
        _add(people, Person(_shown_name(attendee), attendee.email, interviewer=True))
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
    own = next((person for person in people if person.email.casefold() == message.sender.key or person.name.split()[0] == name.split()[0]), None)
    manager = bool(_I_AM_HIRING.search(body.plain))
    others = any(person.interviewer for person in people if person is not own)
    meets = own is not None and own.interviewer
    if kind is MessageKind.INTERVIEW_CONFIRMATION:
        meets = meets or bool(_WITH_ME.search(body.plain)) or (not others and bool(_LOOKS_FORWARD.search(body.plain)))
    if own is not None:
        people[people.index(own)] = replace(own, email=own.email or message.sender.email, interviewer=meets, hiring_manager=own.hiring_manager or manager)
    elif meets or manager:
        people.append(Person(name, message.sender.email, interviewer=meets, hiring_manager=manager))
    return people
