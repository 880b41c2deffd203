"""The header of a message, read by mail-parser: addresses with its recovery of broken ones, dates, decoded words.

mail-parser sees the header alone. It would decode and copy every attachment otherwise, and its text bodies append forwarded
messages to the sender's own words; `daemon.mail.parts` walks the body.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime

import mailparser
from mailparser.exceptions import MailParserError

from daemon.mail.characters import clean_line
from daemon.mail.message import Address

# Its warnings quote what strangers wrote, and none of them asks anybody to do anything.
logging.getLogger("mailparser").setLevel(logging.CRITICAL + 1)

_ADDRESS_FIELDS = ("from", "sender", "reply-to", "to", "cc")
_MAX_ADDRESSES = 200
_MAX_NAME = 200
_MAX_EMAIL = 320  # RFC 5321 §4.5.3.1: 64 + 1 + 255
_MAX_VALUE = 2_000
_MAX_REFERENCES_TEXT = 32_000
_MAX_IDS = 100
_MAX_ID = 900  # has to fit on a line of 998 with its field name
_EMAIL = re.compile(r"[^\s@<>(),;:\"\[\]\\]{1,128}@[^\s@<>(),;:\"\\]{1,255}")
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_SPEC = rf"{_ATOM}(?:\.{_ATOM})*@[a-z0-9-]+(?:\.[a-z0-9-]+)*"
_PLAIN_ADDRESS = re.compile(
    rf"(?P<bare>{_SPEC})|(?:(?:\"(?P<quoted>[^\"\\]+)\"|(?P<name>{_ATOM}(?: {_ATOM})*)) )?<(?P<spec>{_SPEC})>",
    re.IGNORECASE | re.ASCII,
)
_COMMENT = re.compile(r"\([^()]{0,1000}\)")
_COMMENT_OR_ID = re.compile(r"\([^()]{0,1000}\)|<([^<>\s][^<>]{0,1000})>")
_ID_FIELDS = ("message-id", "in-reply-to", "references")
_IN_BRACKETS = re.compile(r"<[^<>]{1,2000}>")
_FOLD = re.compile(r"\r?\n[ \t]*")
_BROKEN_BY_INPUT = (
    MailParserError,
    MessageError,
    RecursionError,
    MemoryError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Header:
    """Decoded and clean. `text` maps lower-case names to one-line values; `date` is what the sender claims, in UTC."""

    text: Mapping[str, str]
    addresses: Mapping[str, tuple[Address, ...]]
    date: datetime | None
    defects: tuple[str, ...]


def read_header(fields: Mapping[str, bytes]) -> Header:
    """Decode header fields (lower-case name to raw value, see `daemon.mail.limits.admit`). Never raises on their content.

    The fields with ids come as they were sent, blanks inside of an id too: whoever answers has to repeat them.
    """
    block = b"".join(name.encode() + b":" + value + b"\n" for name, value in fields.items())
    try:
        header = _by_mail_parser(block)
        return replace(header, text={**header.text, **_id_texts(fields)})
    except _BROKEN_BY_INPUT:
        return read_header_plainly(fields)


def message_ids(text: str) -> tuple[str, ...]:
    """The ids of a Message-ID, In-Reply-To or References value (RFC 5322 §3.6.4), each in angle brackets, in order, once.

    Takes ids that lost their brackets and drops comments. What stands between brackets is left as it is, whatever some programs
    put there. Of more than 100, the first and the latest stay.
    """
    found = [inner for inner in _COMMENT_OR_ID.findall(text[:_MAX_REFERENCES_TEXT]) if inner]
    if not found:
        words = _COMMENT.sub(" ", text[:_MAX_REFERENCES_TEXT]).replace(",", " ").split()
        found = [word.strip("<>\"';") for word in words if "@" in word]
    ids = dict.fromkeys(f"<{inner.strip()}>" for inner in found)
    sound = [identifier for identifier in ids if 2 < len(identifier) <= _MAX_ID]
    return tuple(sound if len(sound) <= _MAX_IDS else [sound[0], *sound[1 - _MAX_IDS :]])


def _by_mail_parser(block: bytes) -> Header:
    mail = mailparser.parse_from_bytes(block)
    values = mail.headers
    text = {}
    addresses = {}
    for name, value in values.items():
        key = name.lower()
        if isinstance(value, list):  # mail-parser's form of a field with addresses
            addresses[key] = _clean_addresses(value)
            text[key] = ", ".join(address.email for address in addresses[key])
        else:
            text[key] = clean_line(value, _limit(key))
    if "sender" in text:
        addresses["sender"] = _clean_addresses(getaddresses([text["sender"]]))
    defects = sorted(str(category) for category in mail.defects_categories)
    return Header(text, addresses, mail.date, tuple(defects))


def read_header_plainly(fields: Mapping[str, bytes]) -> Header:
    """The same by the standard library, for what mail-parser refuses and where its four times the cost are too much. Names of
    addresses are decoded after the splitting."""
    raw = {name: value.decode("utf-8", "replace") for name, value in fields.items()}
    text = {name: clean_line(decode_words(value), _limit(name)) for name, value in raw.items()} | _id_texts(fields)
    addresses = {
        name: _clean_addresses([(decode_words(display), email) for display, email in _address_pairs(raw[name])])
        for name in _ADDRESS_FIELDS
        if name in raw
    }
    return Header(text, addresses, _date(text.get("date", "")), ("mail-parser-refused",))


def _address_pairs(value: str) -> list[tuple[str, str]]:
    """Names, not decoded, and addresses. The forms in which programs write nearly all of them are read directly: the standard
    library goes through them character by character."""
    line = clean_line(value, _MAX_REFERENCES_TEXT)
    plain = [_PLAIN_ADDRESS.fullmatch(each) for each in line.split(", ")]
    if all(plain):
        return [(found["quoted"] or found["name"] or "", found["bare"] or found["spec"]) for found in plain if found]
    return getaddresses([line])


def _id_texts(fields: Mapping[str, bytes]) -> dict[str, str]:
    return {name: _id_text(fields[name]) for name in _ID_FIELDS if name in fields}


def _id_text(value: bytes) -> str:
    """A value with ids on one line. A line break inside of an id is none of it: nothing but a broken wrapping puts one there."""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("latin-1")
    if "<" not in text and "=?" in text:  # some programs wrap long ids into encoded words
        text = decode_words(text)
    if "\n" not in text and text.isprintable():
        return text[:_MAX_REFERENCES_TEXT].strip()
    whole = _IN_BRACKETS.sub(lambda id_: _FOLD.sub("", id_[0]), text[:_MAX_REFERENCES_TEXT])
    return "".join(each if each.isprintable() else " " for each in _FOLD.sub(" ", whole)).strip()


def _limit(name: str) -> int:
    return _MAX_REFERENCES_TEXT if name in ("references", "in-reply-to") else _MAX_VALUE


def _clean_addresses(pairs: list[tuple[str, str]]) -> tuple[Address, ...]:
    """Sound addresses only, each once: who cannot be written to is nobody."""
    found: dict[str, Address] = {}
    for name, email in pairs[:_MAX_ADDRESSES]:
        spec = clean_line(email, _MAX_EMAIL + 1)
        if len(spec) <= _MAX_EMAIL and _EMAIL.fullmatch(spec):
            address = Address(clean_line(name, _MAX_NAME).strip("\"' "), spec)
            found.setdefault(address.key, address)
    return tuple(found.values())


def decode_words(value: str) -> str:
    """Encoded words (RFC 2047) decoded; the literal text where they cannot be."""
    if "=?" not in value:
        return value
    try:
        return str(make_header(decode_header(value)))
    except (MessageError, LookupError, ValueError):
        return value


def _date(value: str) -> datetime | None:
    """The instant in the sender's own offset: "tomorrow" and "3 pm my time" are said from there."""
    try:
        claimed = parsedate_to_datetime(value)
        return claimed if claimed.tzinfo else claimed.replace(tzinfo=UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
