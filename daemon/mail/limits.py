"""Hostile sizes are stopped here, before any parser sees a message.

`admit` takes a message apart at the level of bytes, in linear time: the header fields that matter here, and the MIME header
with the body. Everything else is left behind, because each part of it has a corner where a parser takes quadratic time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from daemon.errors import UnreadableMail
from daemon.mail.vocabulary import words

MAX_SIZE = 10_000_000
"""Bytes. Mailboxes do not fetch more; nothing in a hiring process needs more."""

_MAX_LINES = 400_000
_MAX_CONTAINERS = 250
_MAX_WORK = 4_000_000  # lines times boundaries: each line is compared with every open boundary
_MAX_DELIMITERS = 10_000
_MAX_HEADER = 1_000_000
_MAX_MIME_FIELD = 8_000
_MAX_PARAMETERS = 60
_MAX_FIELD = 3_000  # decoding encoded words takes quadratic time
_MAX_LIST_FIELD = 32_000

_ADDRESS_FIELDS = frozenset({"from", "to", "cc", "reply-to"})
_ID_FIELDS = frozenset({"references", "in-reply-to"})
_MIME_FIELDS = frozenset({"content-type", "content-transfer-encoding", "content-disposition"})

ROBOT_FIELDS = words(
    """
    archived-at auto-submitted authentication-results content-class content-language delivered-to errors-to feedback-id
    importance list-help list-id list-post list-subscribe list-unsubscribe list-unsubscribe-post organization precedence
    received return-path sender thread-index thread-topic user-agent x-auto-response-suppress x-autoreply x-autorespond
    x-autoresponder x-campaign-id x-entity-ref-id x-failed-recipients x-feedback-id x-forwarded-for x-forwarded-to
    x-google-group-id x-loop x-mailer x-mailgun-sid x-mandrill-user x-mc-user x-ms-exchange-generated-message-source
    x-ms-exchange-inbox-rules-loop x-ms-exchange-parent-message-id x-original-to x-pm-message-id x-precedence x-report-abuse
    x-ses-outgoing x-sg-eid x-spam-flag x-vacation
    """
)
"""Lower-case names of the fields that tell how a message was made; `Message.headers` holds them."""

_KEPT_NAMES = {
    name.encode(): name
    for name in (*_ADDRESS_FIELDS, *_ID_FIELDS, *_MIME_FIELDS, *ROBOT_FIELDS, "subject", "date", "message-id", "mime-version")
}
_RECOGNISED = frozenset(
    {"from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "content-type", "sender"}
)
_ONCE = ("from", "reply-to", "subject", "date", "message-id", "to", "content-type")

_FIELD = re.compile(rb"([!-9;-~]{1,80})[ \t]*:([^\n]*+(?:\n[ \t][^\n]*+)*+)\n?")
"""A field with its folded lines (RFC 5322 §2.2.3)."""
_CONTENT_TYPE = re.compile(rb"content-type:[^\n]*+(?:\n[ \t][^\n]*+)*+")
_BOUNDARY = re.compile(rb"boundary[\s*0-9]*+=")
_NEWLINE = ord("\n")


@dataclass(frozen=True, slots=True)
class Admitted:
    """A message as far as it may be parsed.

    `fields`: lower-case name to raw value (UTF-8, unfolded lines kept), first occurrence of each. `mime`: the MIME fields and
    the body, a message of its own for the MIME parser. `defects`: what was cut or came twice.
    """

    fields: dict[str, bytes]
    mime: bytes
    defects: tuple[str, ...]


def admit(raw: bytes) -> Admitted:
    """Take `raw` apart into what may be parsed.

    Raises UnreadableMail if it has no header, or is too large or too nested to be parsed in reasonable time.
    """
    if len(raw) > MAX_SIZE:
        raise UnreadableMail(f"the message is larger than {MAX_SIZE // 1_000_000} MB")
    message = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf").lstrip(b"\n")
    if message.count(b"\n") > _MAX_LINES:
        raise UnreadableMail(f"the message has more than {_MAX_LINES} lines")
    fields, body, defects = _split_header(message)
    if not _RECOGNISED & fields.keys():
        raise UnreadableMail("the message has no header")
    mime_fields = b"".join(name.encode() + b":" + fields.pop(name) + b"\n" for name in sorted(_MIME_FIELDS & fields.keys()))
    mime = mime_fields + b"\n" + body
    _refuse_costly_structure(mime)
    return Admitted(fields, mime, tuple(dict.fromkeys(defects)))


def _split_header(message: bytes) -> tuple[dict[str, bytes], bytes, list[str]]:
    """The kept fields, the body and the defects.

    The header ends at the empty line, or at a line that is no field and after which none follows that matters.
    """
    fields: dict[str, bytes] = {}
    defects: list[str] = []
    position = 0
    while position < len(message):
        if message.startswith((b"From ", b">From "), position):  # the envelope line of mbox files
            position = _field_end(message, position)
            continue
        match = _FIELD.match(message, position)
        if match is None:
            end = _field_end(message, position)
            if message[position:end] == b"\n" or not _continues(message, end):
                break
            defects.append("broken-header-line")
            position = end
            continue
        position = match.end()
        if position > _MAX_HEADER:
            raise UnreadableMail("the header is larger than 1 MB")
        name = _KEPT_NAMES.get(match[1].lower())
        if name is None:
            continue
        if name in fields:
            if name in _ONCE:
                defects.append(f"duplicate-{name}")
            continue
        value = match[2]
        limit = _limit(name, value)
        if len(value) > limit:
            defects.append(f"cut-{name}")
        fields[name] = _as_utf8(value[:limit])
    body = message[position:]
    return fields, body.removeprefix(b"\n"), defects


def _limit(name: str, value: bytes) -> int:
    if name in _MIME_FIELDS:
        return _MAX_MIME_FIELD
    if name in _ADDRESS_FIELDS or (name in _ID_FIELDS and b"=?" not in value):
        return _MAX_LIST_FIELD
    return _MAX_FIELD


def _continues(message: bytes, position: int) -> bool:
    """Whether a known header field begins at `position`."""
    match = _FIELD.match(message, position)
    return match is not None and match[1].lower() in _KEPT_NAMES


def _field_end(message: bytes, position: int) -> int:
    """Where the field that begins at `position` ends, with its folded lines (RFC 5322 §2.2.3)."""
    while True:
        newline = message.find(b"\n", position)
        if newline < 0:
            return len(message)
        position = newline + 1
        if message[position : position + 1] not in (b" ", b"\t"):
            return position


def _as_utf8(value: bytes) -> bytes:
    """Raw 8-bit header text in UTF-8 (RFC 6532), whatever its sender wrote it in."""
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace").encode()
    return value


def _refuse_costly_structure(mime: bytes) -> None:
    said = mime.lower()  # a search for bytes as they are is many times faster than one that takes either case
    boundaries = len(_BOUNDARY.findall(said))
    if boundaries + said.count(b"message/") > _MAX_CONTAINERS:
        raise UnreadableMail("the message nests too many parts")
    if boundaries and mime.count(b"\n--") > _MAX_DELIMITERS:
        raise UnreadableMail("the message has too many parts")
    if boundaries * mime.count(b"\n") > _MAX_WORK:
        raise UnreadableMail("the message has too many lines for its number of parts")
    for field in _CONTENT_TYPE.finditer(said):
        begins_line = field.start() == 0 or said[field.start() - 1] == _NEWLINE
        if begins_line and (field.end() - field.start() > _MAX_MIME_FIELD + 100 or field[0].count(b";") > _MAX_PARAMETERS):
            raise UnreadableMail("a Content-Type is too long")
