"""The form of a message: who sends it and the skeleton of its words, with names, numbers and days masked. Pure.

When the user corrects a message, its form is kept (hashes, no text), and later mail of the same form that would be misread in
the same way is read as he said. The form is drawn narrowly, because a rejection looks like the acknowledgement from the same
system but for a sentence: a lesson is only heeded where the *same mistake* would be made again, for no new reason.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from classifiers.reading import Evidence, Facts, MessageKind, Verdict
from classifiers.sender import is_robot
from classifiers.vocabulary import words
from daemon.mail.message import Message

RULE = "corrected.by_you"
CONFIDENCE = 0.99
MOST_WORDS = 800
LEAST_WORDS = 8
"""Shorter words of a person ("Great, see you then!") mean what the conversation makes of them."""

NEARLY_THE_SAME = 0.8
SAME_TEMPLATE = 0.5
SAME_FRAME = 0.15
SHINGLE = 3

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[.!?\n]")
_ADDRESS = re.compile(r"https?://\S{1,2000}|\S{1,64}@\S{1,200}")
_PREFIX = re.compile(r"^(?:\s{0,3}(?:re|aw|sv|fwd?|wg)\s?:){1,5}\s{0,3}", re.IGNORECASE)
_DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec am pm today tomorrow
    """
)
_MASK = "#"
_ENDS = frozenset(".!?\n")
_NO_TURN = frozenset({MessageKind.REJECTION, MessageKind.HOLDING, MessageKind.INTERVIEW_CONFIRMATION})


class Style(StrEnum):
    """Who sends: a mailing list or circular, a machine that writes to one reader, a person."""

    CIRCULAR = "circular"
    MACHINE = "machine"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Form:
    """`sender` is the address (a machine's without its serial numbers), `circular` the list's id or ''. `subject` and `shingles`
    are hashes of masked words: of the whole subject, and of every three words of the text in a row. `calendar`: it has an
    invitation."""

    style: Style
    sender: str
    circular: str
    subject: int
    shingles: frozenset[int]
    words: int
    calendar: bool

    def to_json(self) -> str:
        return json.dumps(
            [self.style, self.sender, self.circular, self.subject, self.words, self.calendar, sorted(self.shingles)],
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str) -> Form:
        style, sender, circular, subject, count, calendar, shingles = json.loads(text)
        return cls(Style(style), sender, circular, subject, frozenset(shingles), count, calendar)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the user taught with one correction: mail of that form, read as `read_as`, is really `kind`."""

    message_id: str
    form: Form
    read_as: MessageKind
    kind: MessageKind
    said_at: datetime


def form_of(message: Message, facts: Facts, own_name: str) -> Form:
    """The form of a message, of which the facts say which of its words are names."""
    text = _skeleton(message.new_text or message.text, _names(message, facts, own_name))
    machine = is_robot(message) or not facts.written_by_person
    headers = message.headers
    circular = headers.get("list-id", "").strip().casefold()[-200:]
    style = Style.MACHINE if machine else Style.PERSON
    if circular or "list-unsubscribe" in headers or headers.get("precedence", "").strip().casefold() in ("bulk", "list"):
        style = Style.CIRCULAR
    sender = message.sender.key if message.sender else ""
    return Form(
        style=style,
        sender=_without_serial(sender) if machine else sender,
        circular=circular,
        subject=_hash(_skeleton(_PREFIX.sub("", message.subject[:300]), _names(message, facts, own_name))),
        shingles=_shingles(text),
        words=len(text),
        calendar=bool(message.calendar),
    )


def heed(verdict: Verdict, message: Message, facts: Facts, own_name: str, lessons: Iterable[Lesson]) -> Verdict:
    """The verdict, or what the user taught of mail of this form. `lessons` in any order, at most one a message."""
    sender = message.sender.key if message.sender else ""
    known = [lesson for lesson in lessons if lesson.form.sender in (sender, _without_serial(sender))]
    known = [lesson for lesson in known if lesson.message_id != message.message_id]
    if not known:
        return verdict
    form = form_of(message, facts, own_name)
    fitting = [
        (likeness(form, lesson.form), lesson) for lesson in known if _teaches(lesson, form, verdict, message, facts, own_name)
    ]
    if not fitting:
        return verdict
    closest = max(close for close, _ in fitting)
    rivals = [lesson for close, lesson in fitting if close > closest - 0.05]
    if len({lesson.kind for lesson in rivals}) > 1:
        return verdict  # the form alone does not tell them apart
    lesson = max(rivals, key=lambda one: one.said_at)
    said = Evidence(f"you corrected mail of this form on {lesson.said_at:%Y-%m-%d}", RULE)
    return replace(verdict, kind=lesson.kind, confidence=CONFIDENCE, confident=True, evidence=(said, *verdict.evidence))


def likeness(one: Form, other: Form) -> float:
    """How alike the texts are, from 0 to 1: the share of word triples that both have."""
    together = one.shingles | other.shingles
    return len(one.shingles & other.shingles) / len(together) if together else 1.0


def same_form(one: Form, other: Form, kind: MessageKind, read_as: MessageKind) -> bool:
    """Whether two messages are of one form, for a lesson that mail read as `read_as` is really `kind`.

    A person's must be nearly the same words, a machine's the same template. Of a circular that is no step of hiring (`other`)
    the frame is enough: its list, its subject, or the words around what changes from issue to issue; more is asked where the
    mistake concerned what nobody may miss, a rejection, a promise, an interview.
    """
    if (one.style, one.calendar) != (other.style, other.calendar) or one.sender != other.sender:
        return False
    alike = likeness(one, other)
    subject = one.subject == other.subject
    if one.style is Style.PERSON:
        return min(one.words, other.words) >= LEAST_WORDS and alike >= NEARLY_THE_SAME
    if kind is MessageKind.OTHER and read_as not in _NO_TURN:
        if one.style is Style.CIRCULAR:
            return (bool(one.circular) and one.circular == other.circular) or subject or alike >= SAME_FRAME
        return (subject and alike >= SAME_FRAME) or alike >= SAME_TEMPLATE
    return alike >= NEARLY_THE_SAME or (subject and alike >= SAME_TEMPLATE)


def _teaches(lesson: Lesson, form: Form, verdict: Verdict, message: Message, facts: Facts, own_name: str) -> bool:
    """Whether the lesson holds for this message: the same form, and the same mistake or a reading that is not sure anyway."""
    if verdict.confident and verdict.kind not in (lesson.read_as, lesson.kind):
        return False
    if not same_form(form, lesson.form, lesson.kind, lesson.read_as):
        return False
    if lesson.kind is MessageKind.OTHER and form.style is not Style.PERSON and verdict.kind not in _NO_TURN:
        return True
    return verdict.kind is lesson.kind or not _has_new_reason(lesson.form, verdict, message, _names(message, facts, own_name))


def _has_new_reason(known: Form, verdict: Verdict, message: Message, names: frozenset[str]) -> bool:
    """Whether a phrase that decided stands among words that the corrected message did not have."""
    text = _skeleton(message.new_text or message.text, names)
    for evidence in verdict.evidence:
        phrase = _skeleton(evidence.phrase, names)
        for start in range(len(text) - len(phrase) + 1):
            if phrase and text[start : start + len(phrase)] == phrase:
                around = text[max(0, start - SHINGLE + 1) : start + len(phrase) + SHINGLE - 1]
                if not _shingles(around) <= known.shingles:
                    return True
                break
    return False


def _skeleton(text: str, names: frozenset[str]) -> list[str]:
    """The words of a text in lower case; names, numbers, days and addresses masked, several in a row by one mask."""
    skeleton: list[str] = []
    opens = True
    for found in _WORD.finditer(_ADDRESS.sub(" 0 ", text[: MOST_WORDS * 12])):
        word = found.group()
        if word in _ENDS:
            opens = True
            continue
        plain = word.casefold()
        capital = word[0].isupper() and not opens and word != "I"
        opens = False
        if not (capital or plain in names or plain in _DAYS or any(c.isdigit() for c in plain)):
            skeleton.append(plain)
        elif not skeleton or skeleton[-1] != _MASK:
            skeleton.append(_MASK)
    return skeleton[:MOST_WORDS]


def _names(message: Message, facts: Facts, own_name: str) -> frozenset[str]:
    shown = message.sender.name if message.sender else ""
    people = [person.name for person in facts.people]
    named = " ".join(filter(None, (facts.company, facts.role, facts.signed_as, own_name, shown, *people)))
    return frozenset(word.casefold() for word in _WORD.findall(named) if len(word) > 1)


def _shingles(skeleton: list[str]) -> frozenset[int]:
    count = max(1, len(skeleton) - SHINGLE + 1) if skeleton else 0
    return frozenset(_hash(skeleton[start : start + SHINGLE]) for start in range(count))


def _hash(skeleton: list[str]) -> int:
    return zlib.crc32(" ".join(skeleton).encode())


def _without_serial(address: str) -> str:
    """A machine's address without what changes from mail to mail: "reply+8f3a@x" and "reply+77c0@x" are one."""
    local, _, domain = address.rpartition("@")
    return f"{re.sub(r'[0-9]+', '0', local.partition('+')[0])}@{domain}"
