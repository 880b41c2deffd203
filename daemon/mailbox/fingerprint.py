"""What a reader would call the content of a message, as one short string.

A draft that a server or a mail client only carried or saved again (another transfer encoding, other line ends, folded or
reordered headers, added trace headers, re-wrapped paragraphs, the same words as HTML alone, as plain text alone or as both) keeps
its fingerprint; a draft in which a person changed a word, an addressee, the subject or an attachment does not. In doubt it
changes: an edited draft is never touched again, so a difference too many is safe and one too few is not.
"""

from __future__ import annotations

import codecs
import hashlib
import html
import json
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import getaddresses
from unicodedata import normalize

READ_AT_MOST = 32 * 2**20
"""Bytes of a message that are looked at; what lies beyond counts by its length."""

_HEADER_AT_MOST = 16_000
_WORD_AT_MOST = 1_000
_NO_CHARSETS = frozenset({"punycode", "idna", "undefined", "unicode_escape", "raw_unicode_escape"})  # Python's, not mail's
_STRUCTURE_AT_MOST = 20_000_000  # lines times boundaries: the parser compares each line with every open boundary
_MIME_FIELD_AT_MOST = 16_000
_MIME_FIELD = re.compile(rb"^content-[a-z]{1,20}:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})\b[^<>]*>|<[!?/][^<>]*>", re.IGNORECASE)
_UNSEEN = frozenset({"style", "script", "title"})
# these stand inside of a word as well as between words; all others part words
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "mark",
        ),
        *("o", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr"),
    )
)
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")  # editors strew them
_SOFT_BREAK = re.compile(r" \r?\n")


def fingerprint(mime: bytes) -> str:
    """The SHA-256 (hexadecimal) of subject, To, Cc and Bcc addresses, the words of all text parts, and the attachments' names
    and sizes.

    Text counts as a sequence of words, so line breaks do not matter, nor does whether it is plain or HTML. An HTML part counts
    only where its words are not those of a plain part. Whatever cannot be read as a message counts by its bytes, line ends
    aside; this raises for no input.
    """
    bounded = mime[:READ_AT_MOST]
    try:
        _refuse_costly(bounded)
        content = _content(message_from_bytes(bounded, policy=compat32))
    except (RecursionError, ValueError, TypeError, LookupError):
        # too costly; or one of those that the standard library gives up on: nesting or numbers without end, odd parameters
        content = [hashlib.sha256(bounded.replace(b"\r\n", b"\n").rstrip()).hexdigest()]
    content.append(max(0, len(mime) - READ_AT_MOST))
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()


def _refuse_costly(mime: bytes) -> None:
    """Raise ValueError for what the standard library takes quadratic time to parse."""
    if mime.lower().count(b"boundary") * mime.count(b"\n") > _STRUCTURE_AT_MOST:
        raise ValueError("too many lines for the number of boundaries")
    if any(field.end() - field.start() > _MIME_FIELD_AT_MOST for field in _MIME_FIELD.finditer(mime)):
        raise ValueError("a MIME field is too long")


def _content(message: Message) -> list[object]:
    texts: list[str] = []
    html_texts: list[str] = []
    attachments: list[tuple[str, int]] = []
    for part in _leaves(message):
        payload = part.get_payload(decode=True)
        body = payload if isinstance(payload, bytes) else b""
        name = part.get_filename()
        if name or part.get_content_disposition() == "attachment" or part.get_content_maintype() not in {"text", "multipart"}:
            attachments.append((_words(_decoded(name or "")), len(body.replace(b"\r\n", b"\n").rstrip())))
        elif part.get_content_subtype() == "html":
            html_texts.append(_words(_html_text(_text(part, body))))
        else:
            texts.append(_words(_text(part, body)))
    said = {_squeezed(text) for text in texts}
    return [
        _words(_decoded(_headers(message, "subject"))),
        *(_addresses(message, field) for field in ("to", "cc", "bcc")),
        [text for text in texts if text] + [text for text in html_texts if text and _squeezed(text) not in said],
        sorted(attachments),
    ]


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold no parts, in their order."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            waiting.extend(reversed([child for child in inner if isinstance(child, Message)]))
        else:
            yield part


def _headers(message: Message, name: str) -> str:
    """All values of this field as they were sent, unfolded. Raises ValueError for more than anybody writes."""
    joined = ", ".join(str(value) for field, value in message.raw_items() if field.lower() == name)
    if len(joined) > _HEADER_AT_MOST:
        raise ValueError("a field is too long")
    return " ".join(joined.split())


def _addresses(message: Message, name: str) -> list[str]:
    return sorted({address.casefold() for _, address in getaddresses([_headers(message, name)]) if address})


def _decoded(value: str) -> str:
    """The value with its encoded words (RFC 2047) and raw 8-bit characters as text."""
    pieces = decode_header(value)
    return "".join(
        _as_text(piece.encode("utf-8", "surrogateescape") if isinstance(piece, str) else piece, charset or "utf-8")
        for piece, charset in pieces
    )


def _text(part: Message, body: bytes) -> str:
    charset = part.get_content_charset() or "utf-8"
    text = _as_text(body, "utf-8" if charset in {"us-ascii", "ascii"} else charset)
    if str(part.get_param("delsp", "")).lower() == "yes":
        return _SOFT_BREAK.sub("", text)  # RFC 3676 §4.1: here the space before a soft break is none of the text
    return text


def _as_text(value: bytes, charset: str) -> str:
    try:
        if codecs.lookup(charset).name not in _NO_CHARSETS:
            return value.decode(charset, "replace")
    except (LookupError, ValueError):
        pass
    return value.decode("latin-1")


def _html_text(source: str) -> str:
    """The text between the tags, with a space for each tag that parts words. Only ever hashed, never shown: no need for a parser,
    whose tree building takes quadratic time on nesting without end."""
    pieces: list[str] = []
    unseen = ""
    position = 0
    for tag in _TAG.finditer(source):
        name = (tag[2] or "").lower()
        if not unseen:
            pieces += source[position : tag.start()], "" if name in _INLINE else " "
        position = tag.end()
        if not unseen and not tag[1] and name in _UNSEEN:
            unseen = name
        elif tag[1] and name == unseen:
            unseen = ""
    pieces.append("" if unseen else source[position:])
    return html.unescape("".join(pieces))


def _words(text: str) -> str:
    """The words in Unicode's composed form, one space between them. Bringing combining marks into order takes quadratic time,
    hence no word longer than any real one is composed."""
    words = text.translate(_INVISIBLE).split()
    return " ".join(normalize("NFC", word) if len(word) <= _WORD_AT_MOST else word for word in words)


def _squeezed(text: str) -> str:
    return text.replace(" ", "")
