"""The body of a message: its MIME tree walked part by part, into text, calendars and the names of attachments.

The walk stops at message/* parts: what somebody else once wrote is not what this sender says now.
"""

from __future__ import annotations

import email
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message as MimePart
from typing import TypeVar

from daemon.errors import UnreadableMail
from daemon.mail.characters import clean_line, decode_bytes
from daemon.mail.headers import decode_words

_MAX_DEPTH = 30
_MAX_PARTS = 500
_MAX_TEXT = 1_000_000  # bytes of all texts together
_MAX_RENDITIONS = 20
_MAX_CALENDARS = 5
_MAX_ATTACHMENTS = 100
_MAX_FIELD = 8_000
_MAX_PARAMETERS = 60
ICS_TYPES = frozenset({"text/calendar", "application/ics", "text/x-vcalendar"})
_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|table|div|p|center)\b", re.IGNORECASE)
_LINK = re.compile(r"https?://\S{1,2000}")
_STUB = re.compile(
    r"\bhtml\b.{0,40}\b(?:viewer|e-?mails?|mail|messages?|format|version|capable|enabled|compatible|client)\b"
    r"|\b(?:support|display|view|read|enable|show)\w*\b.{0,30}\bhtml\b"
    r"|\bview (?:this|it|the)?\s?(?:e-?mail|message|newsletter)?\s?(?:online|in (?:a|your|the) (?:web\s?)?browser)\b"
    r"|\b(?:no|without|not available (?:in|as)) plain[- ]text\b"
    r"|^this is a multi-?part message in mime format\.?$",
    re.IGNORECASE | re.MULTILINE,
)
_STUB_LENGTH = 300

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Rendition:
    """One text of the message in the forms that it came in; '' where there is none."""

    plain: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """An iCalendar object as UTF-8 bytes, and the `method` parameter of its Content-Type ('' without)."""

    ics: bytes
    method: str


@dataclass
class Contents:
    """What a body holds, in its order."""

    renditions: list[Rendition] = field(default_factory=list)
    calendars: list[CalendarPart] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    defects: list[str] = field(default_factory=list)


def read_parts(mime: bytes) -> Contents:
    """Walk the body of a message (MIME fields, empty line, body: see `daemon.mail.limits.admit`).

    Raises UnreadableMail if the parser runs out of stack or memory.
    """
    try:
        root = email.message_from_bytes(mime)
    except (RecursionError, MemoryError) as error:
        raise UnreadableMail("the message nests too deeply") from error
    walk = _Walk(Contents())
    walk.contents.renditions = [text for text in walk.gather(root, 0) if text.plain or text.html][:_MAX_RENDITIONS]
    return walk.contents


class _Walk:
    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.seen = 0
        self.room = _MAX_TEXT

    def gather(self, part: MimePart, depth: int) -> list[Rendition]:
        """The texts in and below `part`; calendars, attachments and defects go to `contents`."""
        self.seen += 1
        if depth > _MAX_DEPTH or self.seen > _MAX_PARTS:
            self._note("too-many-parts")
            return []
        for defect in part.defects:
            self._note(type(defect).__name__)
        if part.get_content_maintype() == "message":
            self._attach(part)
            return []
        if not part.is_multipart():
            return self._leaf(part)
        if _disposition(part) == "attachment":
            self._attach(part)
            return []
        children = (child for child in part.get_payload() if isinstance(child, MimePart))
        found = [rendition for child in children for rendition in self.gather(child, depth + 1)]
        if part.get_content_subtype() == "alternative":
            plain = "\n\n".join(rendition.plain for rendition in found if rendition.plain)
            return [Rendition(plain, "\n".join(rendition.html for rendition in found if rendition.html))]
        return found

    def _leaf(self, part: MimePart) -> list[Rendition]:
        kind = part.get_content_type()
        name = _filename(part)
        if kind in ICS_TYPES or name.lower().endswith(".ics"):
            self._calendar(part)
        if _disposition(part) == "attachment" or (name and not kind.startswith("text/")):
            self._attach(part)
            return []
        if kind == "text/html":
            return [Rendition(html=self._text(part))]
        if kind == "text/plain" or part.get_content_maintype() == "multipart":  # a multipart without boundary is raw text
            flowed = _parameter(part, "format").lower() == "flowed"
            return [plain_rendition(self._text(part), flowed=flowed, delete_space=_parameter(part, "delsp").lower() == "yes")]
        if not kind.startswith("text/") or name:
            self._attach(part)
        return []

    def _calendar(self, part: MimePart) -> None:
        if len(self.contents.calendars) < _MAX_CALENDARS:
            ics = self._text(part).encode("utf-8", "replace")
            self.contents.calendars.append(CalendarPart(ics, _parameter(part, "method").upper()))

    def _text(self, part: MimePart) -> str:
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            return ""
        if len(payload) > self.room:
            self._note("too-much-text")
        taken = payload[: self.room]
        self.room -= len(taken)
        return decode_bytes(taken, _guarded(part, lambda: part.get_content_charset("")) or "")

    def _attach(self, part: MimePart) -> None:
        if len(self.contents.attachments) < _MAX_ATTACHMENTS:
            self.contents.attachments.append(_filename(part) or part.get_content_type()[:100])

    def _note(self, defect: str) -> None:
        if defect not in self.contents.defects:
            self.contents.defects.append(defect)


def plain_rendition(text: str, *, flowed: bool, delete_space: bool) -> Rendition:
    """A text/plain part, which may be HTML all the same; `flowed` and `delete_space` are its parameters (RFC 3676 §4)."""
    if _MARKUP.match(text.lstrip()[:100]):
        return Rendition(html=text)
    return Rendition(plain=unflow(text, delete_space=delete_space) if flowed else text)


def is_stub(plain: str) -> bool:
    """Whether a text/plain part is empty or merely says that there is something better to look at."""
    words = _LINK.sub(" ", plain[:20_000]).strip()
    return not words or (len(words) <= _STUB_LENGTH and _STUB.search(words) is not None)


def unflow(text: str, *, delete_space: bool) -> str:
    """Join the flowed lines of a format=flowed text (RFC 3676 §4); `delete_space` is its DelSp parameter."""
    paragraphs: list[list[str]] = []
    open_depth: int | None = None  # the quote depth of the line that waits for its continuation
    for line in text.replace("\r\n", "\n").split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        flows = content.endswith(" ") and content != "-- "
        if open_depth != depth:
            paragraphs.append([">" * depth + " "] if depth else [])
        paragraphs[-1].append(content[:-1] if flows and delete_space else content)
        open_depth = depth if flows else None
    return "\n".join("".join(pieces) for pieces in paragraphs)


def _filename(part: MimePart) -> str:
    return clean_line(decode_words(_guarded(part, lambda: part.get_filename("")) or ""), 200)


def _disposition(part: MimePart) -> str:
    return _guarded(part, part.get_content_disposition) or ""


def _parameter(part: MimePart, name: str) -> str:
    value = _guarded(part, lambda: part.get_param(name))
    return clean_line(value, 100) if isinstance(value, str) else ""


def _guarded(part: MimePart, read: Callable[[], _Value]) -> _Value | None:
    """A value of a part's MIME fields, None where they are too long or too broken for the standard library."""
    for name in ("content-type", "content-disposition"):
        value = str(part.get(name, ""))
        if len(value) > _MAX_FIELD or value.count(";") > _MAX_PARAMETERS:
            return None
    try:
        return read()
    except (LookupError, ValueError, TypeError, AttributeError):
        return None
