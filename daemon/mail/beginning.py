"""A message as far as a first look reads it: who wrote to whom, in which conversation, and how its texts begin.

Far cheaper than `daemon.mail.parse`, from as little as the header and the first kilobytes of each text. It tells nothing that
anybody would answer to: whoever wants to know what a message says, parses it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser

from daemon.errors import UnreadableMail
from daemon.mail.characters import clean_text
from daemon.mail.headers import message_ids, read_header_plainly
from daemon.mail.limits import ROBOT_FIELDS, admit
from daemon.mail.message import Message
from daemon.mail.parts import Rendition, read_parts
from daemon.mail.skimming import Skimmed, skim

_READ = frozenset({"from", "to", "cc", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"})
_MOST_HTML = 32_000
_MOST_TEXT = 16_000
_MAX_SUBJECT = 500
_UNSEEN = ("style", "script", "head", "title")
_REMOTE_IMAGE = re.compile(r"<img\b[^>]{0,2000}?\bsrc\s{0,4}=\s{0,4}[\"']?https?:")
_TABLE = re.compile(r"<table\b")
_MASS_FIELDS = frozenset(
    {"list-id", "list-unsubscribe", "list-unsubscribe-post", "feedback-id", "x-feedback-id", "x-campaign-id"}
)
_MASS_PRECEDENCE = frozenset({"bulk", "list", "junk"})


@dataclass(frozen=True, slots=True)
class Beginning:
    """`message` has the header's essentials and, as its text, the beginnings of its texts; `calendar` tells that it has a
    calendar part, `mass_made` that it was made in numbers: a list, a campaign, a page with tables and remote pictures."""

    message: Message
    calendar: bool
    mass_made: bool


def read_beginning(raw: bytes, received_at: datetime, size: int) -> Beginning | None:
    """Read the beginning of a message, which has `size` octets on the server and was received at `received_at` (aware).

    None where it takes the full parser to say who wrote it, or to tell it from others: without one author and a Message-ID, and
    where anything is broken.
    """
    try:
        admitted = admit(raw)
        contents = skim(admitted.mime) or _walked(admitted.mime)
    except UnreadableMail:
        return None
    header = read_header_plainly({name: value for name, value in admitted.fields.items() if name in _READ})
    own_id = message_ids(header.text.get("message-id", ""))
    authors = header.addresses.get("from", ())
    if len(own_id) != 1 or len(authors) != 1 or any(defect.startswith("duplicate-") for defect in admitted.defects):
        return None
    robot = {name: value.decode("utf-8", "replace").strip() for name, value in admitted.fields.items() if name in ROBOT_FIELDS}
    message = Message(
        message_id=own_id[0],
        subject=header.text.get("subject", "")[:_MAX_SUBJECT],
        sender=authors[0],
        received_at=received_at.astimezone(UTC),
        reply_to=header.addresses.get("reply-to", ()),
        to=header.addresses.get("to", ()),
        cc=header.addresses.get("cc", ()),
        date=header.date,
        in_reply_to=message_ids(header.text.get("in-reply-to", "")),
        references=message_ids(header.text.get("references", "")),
        headers=MappingProxyType(robot),
        text=_text(contents.renditions),
        size=size,
    )
    return Beginning(message, contents.calendar, _is_mass_made(robot, contents.renditions))


def _walked(mime: bytes) -> Skimmed:
    """What is not plain enough to be skimmed. Raises UnreadableMail."""
    contents = read_parts(mime)
    return Skimmed(tuple(contents.renditions), bool(contents.calendars))


def _text(renditions: Sequence[Rendition]) -> str:
    """What there is to read in all the texts, one after the other; hidden parts and quoted history count as well."""
    read: list[str] = []
    for rendition in renditions:
        read.append(rendition.plain)
        if rendition.html:
            page = LexborHTMLParser(rendition.html[:_MOST_HTML])
            page.strip_tags(list(_UNSEEN))
            read.append(page.text(separator=" "))
    return clean_text("\n".join(read), _MOST_TEXT)


def _is_mass_made(robot: dict[str, str], renditions: Sequence[Rendition]) -> bool:
    if not _MASS_FIELDS.isdisjoint(robot) or robot.get("precedence", "").casefold() in _MASS_PRECEDENCE:
        return True
    pages = (rendition.html[:_MOST_HTML].lower() for rendition in renditions)
    return any(_TABLE.search(page) and _REMOTE_IMAGE.search(page) for page in pages)
