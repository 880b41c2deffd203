"""The texts of a message at a glance: for mail whose MIME is as plain as programs write it, by a few searches over its bytes.

Ten times as fast as the walk of `daemon.mail.parts` over the standard library's parser, which compares line by line. What it
reads is the same; whatever is written in another way (encoded parameters, comments, duplicate fields, parts that nobody ended) is
not read here at all, and left to that walk.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

from daemon.mail.characters import decode_bytes
from daemon.mail.parts import ICS_TYPES, Rendition, plain_rendition

_MOST_OCTETS = 1_000_000
_MAX_DEPTH = 8
_MAX_PARTS = 60
_TYPE = re.compile(r"([a-z0-9.+-]{1,60})/([a-z0-9.+-]{1,80})\s*+(?=;|$)", re.IGNORECASE)
_PARAMETER = re.compile(r";\s*+([a-z0-9_-]{1,40})=(?:\"([^\"\\<]*+)\"|([^\s\";<'\\]++))\s*+(?=;|$)", re.IGNORECASE)
_DISPOSITION = re.compile(r"([a-z-]{1,40})\s*+(?=;|$)", re.IGNORECASE)
_PLAIN_FIELDS = frozenset({"content-type", "content-transfer-encoding", "content-disposition"})
_AS_IT_IS = frozenset({"", "7bit", "8bit", "binary"})


class _NotPlain(Exception):
    """The message is not written plainly: no error, it is read in another way."""


@dataclass(frozen=True, slots=True)
class Skimmed:
    """The texts, as `daemon.mail.parts` gives them; whether there is a calendar part among the rest."""

    renditions: tuple[Rendition, ...]
    calendar: bool


def skim(mime: bytes) -> Skimmed | None:
    """The texts of a message (MIME fields, empty line, body: see `daemon.mail.limits.admit`); None where it is not plain."""
    if len(mime) > _MOST_OCTETS:
        return None
    found = _Found()
    try:
        texts = found.gather(mime, 0)
    except (_NotPlain, binascii.Error):
        return None
    return Skimmed(tuple(text for text in texts if text.plain or text.html), found.calendar)


class _Found:
    def __init__(self) -> None:
        self.calendar = False
        self._seen = 0

    def gather(self, part: bytes, depth: int) -> list[Rendition]:
        """The texts in and below a part. Raises _NotPlain, and binascii.Error."""
        self._seen += 1
        if depth > _MAX_DEPTH or self._seen > _MAX_PARTS:
            raise _NotPlain
        fields, body = _fields_and_body(part)
        maintype, subtype, parameters = _typed(fields.get("content-type", "text/plain"))
        disposition, filename = _disposed(fields.get("content-disposition", ""), parameters)
        if maintype == "message":
            return []
        if maintype == "multipart":
            if disposition == "attachment":
                return []
            inner = [text for each in _parts(body, parameters, subtype) for text in self.gather(each, depth + 1)]
            return _alternative(inner) if subtype == "alternative" else inner
        kind = f"{maintype}/{subtype}"
        if kind in ICS_TYPES or filename.endswith(".ics"):
            self.calendar = True
        if disposition == "attachment" or kind not in ("text/plain", "text/html"):
            return []
        text = decode_bytes(_decoded(body, fields.get("content-transfer-encoding", "")), parameters.get("charset", ""))
        if subtype == "html":
            return [Rendition(html=text)]
        flowed = parameters.get("format", "").lower() == "flowed"
        return [plain_rendition(text, flowed=flowed, delete_space=parameters.get("delsp", "").lower() == "yes")]


def _fields_and_body(part: bytes) -> tuple[dict[str, str], bytes]:
    """The MIME fields, unfolded, by lower-case name."""
    if part.startswith(b"\n"):
        return {}, part[1:]
    head, ends, body = part.partition(b"\n\n")
    if not ends or not head.isascii():
        raise _NotPlain
    fields: dict[str, str] = {}
    for line in head.replace(b"\n ", b" ").replace(b"\n\t", b" ").split(b"\n"):
        name, colon, value = line.decode("ascii").partition(":")
        key = name.lower()
        if not colon or not name or not name.isprintable() or " " in name or key in fields:
            raise _NotPlain
        if key in _PLAIN_FIELDS:
            fields[key] = value.strip()
    return fields, body


def _typed(value: str) -> tuple[str, str, dict[str, str]]:
    found = _TYPE.match(value)
    if found is None:
        raise _NotPlain
    return found[1].lower(), found[2].lower(), _parameters(value, found.end())


def _disposed(value: str, type_parameters: dict[str, str]) -> tuple[str, str]:
    """The disposition and the filename, in lower case."""
    if not value:
        return "", type_parameters.get("name", "").lower()
    found = _DISPOSITION.match(value)
    if found is None:
        raise _NotPlain
    parameters = _parameters(value, found.end())
    return found[1].lower(), parameters.get("filename", type_parameters.get("name", "")).lower()


def _parameters(value: str, position: int) -> dict[str, str]:
    parameters: dict[str, str] = {}
    while position < len(value) and value[position:].strip(" ;"):
        found = _PARAMETER.match(value, position)
        if found is None or found[1].lower() in parameters:
            raise _NotPlain
        parameters[found[1].lower()] = found[2] if found[2] is not None else found[3]
        position = found.end()
    return parameters


def _parts(body: bytes, parameters: dict[str, str], subtype: str) -> list[bytes]:
    boundary = parameters.get("boundary", "").rstrip()
    if not boundary or subtype == "digest":
        raise _NotPlain
    _, *pieces = (b"\n" + body).split(b"\n--" + boundary.encode("ascii"))
    parts: list[bytes] = []
    for piece in pieces:
        rest_of_line, ends, part = piece.partition(b"\n")
        match rest_of_line.rstrip(b" \t"):
            case b"" if ends:
                parts.append(part)
            case b"--":
                break
            case _:
                raise _NotPlain
    if not parts:
        raise _NotPlain
    return parts


def _alternative(texts: list[Rendition]) -> list[Rendition]:
    plain = "\n\n".join(text.plain for text in texts if text.plain)
    return [Rendition(plain, "\n".join(text.html for text in texts if text.html))]


def _decoded(body: bytes, encoding: str) -> bytes:
    """The octets of a part; of base64 that was cut off, as far as it goes."""
    match encoding.lower():
        case "quoted-printable":
            return binascii.a2b_qp(body)
        case "base64":
            digits = body.translate(None, b" \t\n").rstrip(b"=")
            return binascii.a2b_base64(digits[: len(digits) - (len(digits) % 4 == 1)] + b"==")
        case encoding if encoding in _AS_IT_IS:
            return body
        case _:
            raise _NotPlain
