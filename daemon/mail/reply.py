"""Building the bytes of a draft: a reply that every mail reader shows in its thread, or a new message.

The standard library writes an id that is longer than a line as encoded words, which breaks threads, and Outlook's ids are that
long. So the fields with ids have the 998 characters that RFC 5322 §2.1.1 allows, and everything else the usual line length.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from email import policy
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

from daemon.mail.characters import clean_line
from daemon.mail.message import Address
from daemon.mail.vocabulary import any_of

_LONG_LINES: Final = policy.SMTP.clone(max_line_length=998)
_ID_FIELDS: Final = frozenset({"message-id", "in-reply-to", "references"})
_ANSWERING_FIELDS: Final = frozenset({"in-reply-to", "references"})
_ONE_LINE: Final = frozenset({"subject", "from", "to"})
_MAX_SUBJECT: Final = 500
_FIRST_REFERENCES: Final = 20
_LAST_REFERENCES: Final = 20
_MISSING_DOMAIN: Final = "@missing.invalid>"
_IDENTITY: Final = re.compile(r"[0-9a-f]{32}", re.IGNORECASE)
# blanks inside are no good manners, but safe; whatever is not ASCII could only stand there in code, and match nothing
_MESSAGE_ID: Final = re.compile(r"<[!-;=?-~](?:[ -;=?-~]{0,898}[!-;=?-~])?>")
_LINE_OF_IDS: Final = 900
_DOMAIN: Final = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,10}")

# "R:" and "I:" (Italian) and "Ref:" are missing on purpose: they begin too many names and numbers of real roles.
_REPLY_WORDS: Final = any_of("re|aw|antw|antwort|sv|vs|odp|rép|res|ynt|bls|vá|atb|回复|回覆|答复|返信")
_FORWARD_WORDS: Final = any_of("fwd?|wg|vb|tr|doorst|enc|rv|pd|ilt|továbbítás|转发|轉寄|転送")
_COUNTER: Final = r"(?:\[\d{1,3}\]|\^\d{1,3}|\(\d{1,3}\))?"
_EXTERNAL: Final = r"(?:\[ext(?:ernal)?(?: e-?mail| sender)?\]\s?[:：]?|external\s?[:：])"
_REPLY_PREFIX: Final = re.compile(rf"{_REPLY_WORDS}\s?{_COUNTER}\s?[:：]\s*", re.IGNORECASE)
_OTHER_PREFIX: Final = re.compile(rf"(?:{_FORWARD_WORDS}\s?{_COUNTER}\s?[:：]|{_EXTERNAL})\s*", re.IGNORECASE)


class _DraftPolicy(policy.EmailPolicy):
    """The SMTP policy, except that ids are never encoded, and that what fits on one line stays on it: some readers take a
    folded "Subject:" for an empty one."""

    def header_store_parse(self, name: str, value: str) -> tuple[str, str]:
        """What answers somebody's id repeats it, and does not read it: what looks like an encoded word in it is none."""
        return (name, value) if name.lower() in _ANSWERING_FIELDS else super().header_store_parse(name, value)

    def fold(self, name: str, value: str) -> str:
        if name.lower() == "references":
            return self.fold_binary(name, value).decode("ascii")
        return str(_LONG_LINES.fold(name, value) if _stays_whole(name, value) else super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() == "references":
            return _folded_between_ids(f"{name}: {value}").encode("ascii")
        return _LONG_LINES.fold_binary(name, value) if _stays_whole(name, value) else super().fold_binary(name, value)


def _folded_between_ids(line: str) -> str:
    """A line break inside of an id with a blank would make another id of it."""
    lines = [""]
    for id_ in line.replace("> <", ">\n<").split("\n"):
        if lines[-1] and len(lines[-1]) + len(id_) > _LINE_OF_IDS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {id_}" if lines[-1] or len(lines) > 1 else id_
    return "\r\n".join(lines) + "\r\n"


def _stays_whole(name: str, value: str) -> bool:
    return name.lower() in _ID_FIELDS or (name.lower() in _ONE_LINE and str(value).isascii())


# Header lines may have 78 characters, lines of quoted-printable 76 (RFC 2045 §6.7): the lower of the two.
_POLICY: Final = _DraftPolicy(linesep="\r\n", max_line_length=76)


def build_draft(
    *,
    author: Address,
    recipient: Address,
    subject: str,
    message_id: str,
    date: datetime,
    text: str,
    html: str,
    parent_id: str = "",
    parent_references: Sequence[str] = (),
) -> bytes:
    """The RFC 5322 bytes (CRLF) of a draft with a plain and an HTML body; the same arguments give the same bytes.

    `message_id` is ours, with angle brackets (see `message_id_for`). `date` is aware and kept in its zone. `text` holds
    paragraphs without line breaks of their own, with empty lines between them. With `parent_id`, the Message-ID of what is
    answered, the draft joins its thread: `subject` is then the parent's and `parent_references` the parent's References. An id
    that parsing made up for a message without one is not repeated to the outside.
    Raises ValueError for a naive date, a malformed Message-ID of ours or an address that cannot stand in a header.
    """
    if date.tzinfo is None:
        raise ValueError("the date of a draft needs a zone")
    if not _MESSAGE_ID.fullmatch(message_id):
        raise ValueError("the Message-ID of a draft is not of the form <left@right>")
    draft = EmailMessage(policy=_POLICY)
    draft["From"] = _header_address(author)
    draft["To"] = _header_address(recipient)
    draft["Subject"] = _encodable(reply_subject(subject) if parent_id else clean_line(subject, _MAX_SUBJECT))
    draft["Date"] = format_datetime(date)
    draft["Message-ID"] = message_id
    if _is_real(parent_id):
        draft["In-Reply-To"] = parent_id
    if parent_id and (thread := _thread(parent_id, parent_references)):
        draft["References"] = " ".join(thread)
    draft["MIME-Version"] = "1.0"
    draft["Content-Type"] = "multipart/alternative"
    draft.set_boundary("=_" + hashlib.sha256(message_id.encode()).hexdigest()[:32])
    draft.attach(_body(text, "plain"))
    draft.attach(_body(html, "html"))
    return draft.as_bytes()


def message_id_for(identity: str, domain: str) -> str:
    """The Message-ID of a draft, made of its follow-up's identity (32 hex digits) alone and always the same.

    It looks like what mail clients make, `<8-4-4-4-12 hex digits@domain>`: 36 characters at the left. Raises ValueError
    if `identity` is no identity or `domain` no domain name.
    """
    if not _IDENTITY.fullmatch(identity):
        raise ValueError("an identity has 32 hex digits")
    digits = identity.upper()
    left = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    return f"<{left}@{_ascii_domain(domain)}>"


def reply_subject(subject: str) -> str:
    """The subject of a reply: "Re: " in front unless a reply prefix of any language is there already. The rest is untouched."""
    cleaned = clean_line(subject, _MAX_SUBJECT)
    return cleaned if _REPLY_PREFIX.match(cleaned) else f"Re: {cleaned}".rstrip()


def is_reply_subject(subject: str) -> bool:
    """Whether there is a reply prefix of any language among those that the subject begins with."""
    rest = clean_line(subject, _MAX_SUBJECT)
    while not _REPLY_PREFIX.match(rest):
        match = _OTHER_PREFIX.match(rest)
        if match is None:
            return False
        rest = rest[match.end() :]
    return True


def thread_subject(subject: str) -> str:
    """The subject without reply and forward prefixes and "[EXTERNAL]" marks, however many and in whatever language."""
    rest = clean_line(subject, _MAX_SUBJECT)
    while match := _REPLY_PREFIX.match(rest) or _OTHER_PREFIX.match(rest):
        rest = rest[match.end() :]
    return rest


def _body(content: str, subtype: str) -> EmailMessage:
    part = EmailMessage(policy=_POLICY)
    lines = content.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    part.set_content(_encodable(lines) + "\n", subtype=subtype, charset="utf-8", cte="quoted-printable")
    del part["MIME-Version"]  # belongs to the message, not to its parts (RFC 2045 §4)
    return part


def _header_address(address: Address) -> HeaderAddress:
    local_part, at, domain = address.email.strip().rpartition("@")
    if not at or not local_part.isascii() or not local_part.isprintable() or " " in local_part or "@" in local_part:
        raise ValueError("the address cannot stand in a header")
    return HeaderAddress(_encodable(clean_line(address.name, 200)), local_part, _ascii_domain(domain))


def _ascii_domain(domain: str) -> str:
    try:
        ascii_domain = domain.strip().encode("idna").decode().lower()
    except UnicodeError as error:
        raise ValueError("the domain cannot stand in a header") from error
    if not _DOMAIN.fullmatch(ascii_domain):
        raise ValueError("the domain cannot stand in a header")
    return ascii_domain


def _thread(parent_id: str, parent_references: Sequence[str]) -> list[str]:
    """References as RFC 5322 §3.6.4 wants them; of a very long thread, its beginning and its end. Where the parent has no id that
    can be written, its own references still hold the thread together."""
    known = (reference for reference in parent_references if reference != parent_id)
    ids = list(dict.fromkeys(each for each in (*known, parent_id) if _is_real(each)))
    if len(ids) <= _FIRST_REFERENCES + _LAST_REFERENCES:
        return ids
    return ids[:_FIRST_REFERENCES] + ids[-_LAST_REFERENCES:]


def _is_real(message_id: str) -> bool:
    return _MESSAGE_ID.fullmatch(message_id) is not None and not message_id.endswith(_MISSING_DOMAIN)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
