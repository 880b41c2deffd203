"""The people whom a text introduces: who is said to meet the user, who is listed as an interviewer, who is in copy."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import islice

from classifiers.entries import ARTICLES, SENTENCE_SIGNS, Entry, entry_at
from classifiers.names import FAMILY_OR_WORD, GIVEN_OR_WORD, HONORIFICS, looks_like_person
from classifiers.reading import Person
from classifiers.tokens import Token, Tokens, tokens_of
from classifiers.vocabulary import words

MOST_PEOPLE = 12
_MOST_LISTS = 30
_MEETING = words(
    """
    meet meeting speak speaking spoken chat chatting talk talking interview interviewing interviewed interviews
    conversation conversations connect connecting discussion discussions call session sessions round screen screening time
    onsite introduced sit coffee conducted led hosted run done held panel slot appointment catch
    """
)
_LINKS = words("with to by of")
_LABEL = re.compile(
    r"(?:the |your |our )?(?:interviewer\(s\)|interview(?:er)?s?(?: names?| panel| team)?|panel(?:ists?|lists?| members?)?"
    r"|speakers"
    r"|hosts?|meet|attendees|participants)|who(?: you(?:'ll| will) meet)?|with|(?:meeting|interviewing) with"
    r"|you(?:'ll| will) be (?:seen|interviewed|received|met) by"
    r"|you(?:'ll| will) (?:be )?(?:meet|speak)(?:ing)?(?: with)?"
)
_FURTHER = words("first then next")
_MEALS = words("lunch dinner breakfast drinks")
_IT_IS = words("it's its be is only just")
_SEPARATORS = words(", ; & + / | - and then plus also with well as along followed by both or including me myself i us") | {"\n"}
_INTERVIEWERS = words("interviewer interviewers panel panelists panellists interviewer(s) committee")
_ARE = words("is are will be includes include consists comprises of :")
_FUTURE = words("will 'll would is are wants want hopes hope looks look can")
_TALKS = words("meet meeting speak speaking talk talking chat chatting call calling see sit sitting receive welcome greet")
_INTERVIEWS = words("interviewing interview interviewer interviewers interviewed")
_LEADS = words("conduct conducting lead leading host hosting join joining run running attend attending participate")
_ATTENDS = words("joins attends participates")
_THERE = words("there present attendance")
_NO_NAME_IN = words("is are was will at in on has have you your we")
_INDEFINITE = words("a an the one two three four some")
_PLACED = words("at in on near opposite")
_COPIED = re.compile(
    r"\b(?:cc'?e?d|copied|copying|cc(?:'?ing)?|looping in|looped in|adding|introduce you to|introducing you to"
    r"|connect you with|connecting you with)"
    r"(?: in)?(?: here)?(?: (?:my|our) (?:[a-z]+ ){0,3})? ?,?$",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"hiring (?:manager|lead)|\bcc\b|cc'?e?d\b|cc'?ing\b|cop(?:ied|ying)\b|loop|\badding\b|introduc|connect(?:ing)? you",
    re.IGNORECASE,
)
_FURTHEST_LEAD = 60
_ROW_TIME = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:[ap]\.?m\.?)?|[ap]m", re.IGNORECASE)

_CLOCK = re.compile(r"\d{1,4}(?:[:./-]\d{1,4}){0,2}(?:st|nd|rd|th|h|[ap]\.?m\.?)?|[ap]\.?m\.?", re.IGNORECASE)
_OF_TIME = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec et ct mt
    pt est edt cst cdt mst mdt pst pdt gmt utc bst ist cet cest aest aedt eastern central pacific today tomorrow noon at on for
    from until next this morning afternoon evening , ( ) - \u2013 to
    """
)
_FURTHEST_BACK = 30


def introduced_in(plain: str) -> list[Person]:
    """Everybody whom the text introduces, each once."""
    people: list[Person] = []
    for person in _in_text(plain):
        add_person(people, person)
    return people


def add_person(people: list[Person], person: Person) -> None:
    """ "Priya" and "Priya Nair" are one; what either mention says counts for both."""
    for index, other in enumerate(people):
        mine, theirs = person.name.casefold().split(), other.name.casefold().split()
        if mine == theirs or (1 in (len(mine), len(theirs)) and mine[0] == theirs[0]):
            people[index] = Person(
                max(other.name, person.name, key=len),
                other.email or person.email,
                other.interviewer or person.interviewer,
                other.title or person.title,
                other.hiring_manager or person.hiring_manager,
            )
            return
    people.append(person)


def _in_text(plain: str) -> Iterator[Person]:
    tokens = tokens_of(plain)
    for start in islice(_list_starts(tokens), _MOST_LISTS):
        for entry in _list_at(tokens, start):
            yield replace(entry.person, interviewer=True)
    yield from _said_to_meet(tokens, plain)


def _said_to_meet(tokens: Tokens, plain: str) -> Iterator[Person]:
    """Whoever "will be interviewing you", is copied in, or is called the hiring manager."""
    index = 0
    spots = _spots(tokens, plain)
    while index < len(tokens):
        if index not in spots:
            index += 1
            continue
        first = _named_at(tokens, index) if tokens[index].capitalised or tokens[index].word in ARTICLES else None
        if first is None:
            index += 1
            continue
        listed = [first, *_list_at(tokens, first.end, continued=True)]
        meets = _is_said_to_meet(tokens, listed[-1].end)
        copied = _COPIED.search(plain[max(0, tokens[first.start].start - 60) : tokens[first.start].start])
        for entry in listed:
            if meets or copied or entry.person.hiring_manager:
                yield replace(entry.person, interviewer=meets)
        index = max(index + 1, listed[-1].end)


def _spots(tokens: Tokens, plain: str) -> Container[int]:
    """Where to look for them: in what leads up to such a phrase of its sentence, or everywhere where others are spoken of."""
    if _ANYWHERE.search(plain):
        return range(len(tokens))
    spots: set[int] = set()
    for index, token in enumerate(tokens):
        if (token.word in _FUTURE or token.word in _ATTENDS) and _is_said_to_meet(tokens, index):
            start = index
            while start > 0 and index - start < _FURTHEST_LEAD and tokens[start - 1].text != "\n":
                start -= 1
            spots.update(range(start, index + 1))
    return spots


def _list_starts(tokens: Tokens) -> Iterator[int]:
    """Where names of interviewers may begin: after "meeting with", after "Interviewers:", in the rows of a timetable."""
    for index, token in enumerate(tokens):
        if token.word in _LINKS and _meets_before(tokens, index):
            yield index + 1 + (tokens[index + 1].text in (":", "\n") if index + 1 < len(tokens) else 0)
        elif token.word == "w" and index + 1 < len(tokens) and tokens[index + 1].text == "/":
            yield index + 2
        elif (
            (token.word == "me" and index and tokens[index - 1].word in _IT_IS)
            or (token.text == "+" and index and tokens[index - 1].word in ("you", "me"))
            or (token.word in ("meet", "meeting", "interview") and index + 1 < len(tokens) and _begins_list(tokens[index + 1]))
        ):
            yield index + 1
        elif token.word in ("consists", "comprises") and index + 1 < len(tokens):
            yield index + 1 + (tokens[index + 1].word == "of")
        elif token.word in _INTERVIEWERS:
            after = index + 1
            while after < len(tokens) and after - index < 4 and tokens[after].word in _ARE and tokens[after].text != "Will":
                after += 1
            if after > index + 1:
                yield after
        elif token.text in (":", "|", "-") and _label_before(tokens, index):
            yield index + 1
        elif token.text == "\n" or index == 0:
            yield from _row(tokens, index + (token.text == "\n"))


def _begins_list(token: Token) -> bool:
    return token.capitalised or token.word in ("me", "myself")


def _meets_before(tokens: Tokens, index: int) -> bool:
    passed, timed = 0, False
    for back in range(index - 1, max(-1, index - _FURTHEST_BACK), -1):
        if tokens[index].word == "with" and _is_of_time(tokens, back):
            timed = timed or tokens[back].text[0].isdigit()
            continue
        if timed and passed == 0:  # "Tuesday 10am with Margaret Dunne", but "lunch is at 12:45 with Josh"
            return _MEALS.isdisjoint(token.word for token in tokens[max(0, back - 5) : back + 1])
        passed += 1
        if passed > 6 or tokens[back].text in SENTENCE_SIGNS:
            return False
        if tokens[back].word in _FURTHER and index - back == 1:
            return tokens[index].word == "with"
        if tokens[back].word in _MEETING:
            return tokens[index].word != "of" or tokens[back].word == "panel"
        if tokens[back].word in ("you", "and", "who") and index - back > 1 and tokens[index].word == "to":
            return False
    return False


def _is_of_time(tokens: Tokens, index: int) -> bool:
    """A word, number or sign of a date, a time or a zone, "p.m." with its stops and "(EST)" included."""
    token = tokens[index]
    if token.text == ".":
        return index > 0 and tokens[index - 1].word in ("m", "p", "a", "p.m", "a.m")
    if token.text == ":":
        return 0 < index < len(tokens) - 1 and tokens[index - 1].text[-1].isdigit() and tokens[index + 1].text[0].isdigit()
    return token.word.strip("()") in _OF_TIME or token.text in _OF_TIME or _CLOCK.fullmatch(token.text) is not None


def _label_before(tokens: Tokens, index: int) -> bool:
    before: list[str] = []
    for back in range(index - 1, max(-1, index - 7), -1):
        if tokens[back].text in ("\n", "-", "|"):
            break
        before.insert(0, tokens[back].word)
    else:
        if index > 6:
            return False
    return _LABEL.fullmatch(" ".join(before)) is not None


def _named_at(tokens: Tokens, index: int) -> Entry | None:
    """The entry there, "Will Smith" and the like included, and without the month of "Priya May 5"."""
    entry = entry_at(tokens, index)
    if entry is None and index + 1 < len(tokens) and tokens[index].capitalised and tokens[index].word in GIVEN_OR_WORD:
        behind = entry_at(tokens, index + 1) if tokens[index + 1].capitalised else None
        name = f"{tokens[index].text} {behind.person.name}" if behind is not None else ""
        if behind is not None and looks_like_person(name):
            entry = replace(behind, person=replace(behind.person, name=name), start=index)
    if entry is not None and index and tokens[index - 1].word in _PLACED and _is_place_name(entry.person.name):
        return None  # "a recital at Carnegie Hall"
    if entry is not None and entry.person.name.endswith(" Bank") and not (entry.person.email or entry.person.title):
        return None  # "meet with Deutsche Bank"
    if entry is None or not entry.person.name.endswith(" May") or tokens[entry.end - 1].word != "may":
        return entry
    dated = entry.end < len(tokens) and tokens[entry.end].text[0].isdigit()
    return replace(entry, person=replace(entry.person, name=entry.person.name[:-4]), end=entry.end - 1) if dated else entry


def _is_place_name(name: str) -> bool:
    return " " in name and name.split()[-1].lower() in FAMILY_OR_WORD


def _is_place(name: str, clock: str) -> bool:
    """ "12 Baker Street" is an address, "12:00 Amy Street" is a person."""
    return clock.isdigit() and name.split()[-1].lower() in FAMILY_OR_WORD


def _row(tokens: Tokens, start: int) -> Iterator[int]:
    """A line that opens with a time: the first full name in it."""
    timed, clock = False, ""
    for index in range(start, min(start + 20, len(tokens))):
        token = tokens[index]
        if token.text == "\n":
            return
        if index < start + 2 and _ROW_TIME.fullmatch(token.text) and any(character.isdigit() for character in token.text):
            halved = [after.text for after in tokens[index + 1 : index + 2] if after.word in ("am", "pm", "a.m", "p.m")]
            numbered = index + 1 < len(tokens) and tokens[index + 1].text == "." and token.text.isdigit()
            timed, clock = not numbered, "".join((token.text, *halved))
        elif timed and token.text[0].isupper() and not _ROW_TIME.fullmatch(token.text):
            entry = _named_at(tokens, index)
            if (
                entry is not None
                and (" " in entry.person.name or token.word in HONORIFICS)
                and not _is_place(entry.person.name, clock)
            ):
                yield index
                return


def _list_at(tokens: Tokens, start: int, *, continued: bool = False) -> list[Entry]:
    """The names in a row from there: "Priya Nair, Engineering Manager, and Tom Becker"."""
    entries: list[Entry] = []
    index = start
    while len(entries) < MOST_PEOPLE:
        following = _behind_separators(tokens, index)
        if continued or entries:
            if following == index:
                break
        elif following - index > 2:
            break
        entry = _named_at(tokens, following)
        if entry is None and not continued:
            entry = _behind_unnamed(tokens, following, begun=bool(entries))
        if entry is None:
            break
        # "Lena Hoff, Loads; Marcus Webb, Fatigue": a lone word behind a full name and a comma is where she works.
        department = bool(entries) and " " in entries[-1].person.name and " " not in entry.person.name and following == index + 1
        if not (department and tokens[index].text == ","):
            entries.append(entry)
        index = entry.end
    return entries


def _behind_unnamed(tokens: Tokens, index: int, *, begun: bool) -> Entry | None:
    """The full name behind a member of the list who has none ("the Dean, Dr Ursell"), or behind a grade ("Gary Hsu, SSM I;")."""
    unnamed = index < len(tokens) and tokens[index].word in _INDEFINITE
    for ahead in range(index, min(index + 9, len(tokens))):
        token = tokens[ahead]
        if token.text == ";" if not unnamed else (token.text in (",", ";", "&") or token.word == "and"):
            entry = _named_at(tokens, _behind_separators(tokens, ahead)) if begun or unnamed else None
            full = entry is not None and (" " in entry.person.name or tokens[entry.end - 2].word in HONORIFICS)
            return entry if full else None
        if token.text in SENTENCE_SIGNS or token.word in _NO_NAME_IN:
            return None
    return None


def _behind_separators(tokens: Tokens, index: int) -> int:
    last = min(index + 5, len(tokens))
    while index < last and (tokens[index].word in _SEPARATORS or tokens[index].text in _SEPARATORS):
        index += 1
    return index


def _is_said_to_meet(tokens: Tokens, index: int) -> bool:
    """ "… will be interviewing you", "… would like to meet you", within the next words."""
    ahead = [token.word for token in tokens[index : index + 9]]
    while ahead and ahead[0] in (",", "who"):
        del ahead[0]
    if ahead and ahead[0] in _ATTENDS:
        return True
    if not ahead or ahead[0] not in _FUTURE:
        return False
    for position, word in enumerate(ahead[1:], start=1):
        if word in SENTENCE_SIGNS:
            return False
        after = ahead[position + 1 : position + 4]
        if word in _INTERVIEWS or (word in _THERE and "be" in ahead[:position]) or (word in _TALKS and "you" in after):
            return True
        if word in _LEADS:
            return not {"team", "company", "group"} & set(after)
    return False
