"""From the bytes of a message to a `Message`: the one door through which mail comes into the house."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

from daemon.mail import calendar
from daemon.mail.characters import clean_text
from daemon.mail.headers import Header, message_ids, read_header
from daemon.mail.html import split_html
from daemon.mail.limits import ROBOT_FIELDS, admit
from daemon.mail.message import Address, CalendarEvent, Message
from daemon.mail.parts import CalendarPart, Rendition, is_stub, read_parts
from daemon.mail.quoting import split

MAX_TEXT: Final = 20_000
"""Characters that each of `text`, `new_text`, `quoted` and `signature` keeps at most."""

_MAX_READ: Final = 100_000  # a reply may stand below a long history, so more is read than kept
_MAX_SUBJECT: Final = 500
_MAX_TAGS: Final = 50_000  # of all HTML parts together, after the first


def parse(raw: bytes, received_at: datetime) -> Message:
    """Read a message (RFC 5322, MIME). `received_at` is the server's time, aware.

    Whatever of a broken message can be read is read, and `defects` tells what was wrong. A message with more than one From
    has no sender: no mail client writes that. All text is valid Unicode without control characters and bounded in size.
    Raises UnreadableMail where there is no header, or where size or nesting are beyond any honest message; ValueError for a
    naive `received_at`.
    """
    if received_at.tzinfo is None:
        raise ValueError("received_at needs a zone")
    admitted = admit(raw)
    header = read_header(admitted.fields)
    contents = read_parts(admitted.mime)
    body = _read_body(contents.renditions)
    own_id = message_ids(header.text.get("message-id", ""))
    defects = [*admitted.defects, *header.defects, *contents.defects]
    defects += [
        f"missing-{name}" for name, found in (("message-id", own_id), ("from", header.addresses.get("from"))) if not found
    ]
    return Message(
        message_id=own_id[0] if own_id else _made_up_id(raw),
        subject=header.text.get("subject", "")[:_MAX_SUBJECT],
        sender=_sender(header, admitted.defects),
        received_at=received_at.astimezone(UTC),
        reply_to=header.addresses.get("reply-to", ()),
        to=header.addresses.get("to", ()),
        cc=header.addresses.get("cc", ()),
        date=header.date,
        in_reply_to=message_ids(header.text.get("in-reply-to", "")),
        references=message_ids(header.text.get("references", "")),
        headers=MappingProxyType({name: value for name, value in header.text.items() if name in ROBOT_FIELDS}),
        text=body.text[:MAX_TEXT],
        new_text=body.new[:MAX_TEXT],
        quoted=body.quoted[:MAX_TEXT],
        signature=body.signature[:MAX_TEXT],
        html_only=body.html_only,
        calendar=_events(contents.calendars),
        attachments=tuple(contents.attachments),
        defects=tuple(dict.fromkeys(defects)),
        size=len(raw),
    )


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    new: str
    quoted: str
    signature: str
    html_only: bool


def _read_body(renditions: list[Rendition]) -> _Body:
    """The texts of a message as one: text/plain where it says something, else what the HTML shows."""
    texts: list[str] = []
    own: list[str] = []
    quoted: list[str] = []
    signatures: list[str] = []
    html_only = False
    tags = 0
    for rendition in renditions:
        tags += rendition.html.count("<")
        if tags > _MAX_TAGS and texts:
            break
        if rendition.html and is_stub(rendition.plain):
            page = split_html(rendition.html)
            html_only = html_only or not own
            texts.append(page.text)
            own.append(page.new)
            quoted.append(page.quoted)
            signatures.append(page.signature)
        else:
            plain = clean_text(rendition.plain, _MAX_READ)
            texts.append(plain)
            own.append(plain)
    parts = split(clean_text(_paragraphs(own), _MAX_READ), marked_signature="\n".join(signatures))
    return _Body(_paragraphs(texts), parts.new, _paragraphs([parts.quoted, *quoted]), parts.signature, html_only)


def _paragraphs(texts: list[str]) -> str:
    return "\n\n".join(text for text in texts if text)


def _sender(header: Header, defects: tuple[str, ...]) -> Address | None:
    """The author. Of several in one From (RFC 5322 §3.6.2) the one that Sender names, else the first."""
    authors = header.addresses.get("from", ())
    if not authors or "duplicate-from" in defects:
        return None
    senders = {address.key for address in header.addresses.get("sender", ())}
    return next((author for author in authors if author.key in senders), authors[0])


def _events(parts: list[CalendarPart]) -> tuple[CalendarEvent, ...]:
    return calendar.distinct(event for part in parts for event in calendar.events(part.ics, part.method))


def _made_up_id(raw: bytes) -> str:
    return f"<{hashlib.sha256(raw).hexdigest()[:32]}@missing.invalid>"
