"""Messages without what nobody reads: their beginnings for a first look, and large ones without their attachments.

A message of which not everything is wanted is put together anew from what the server tells of its structure (BODYSTRUCTURE,
RFC 9051 §7.5.2): the original header, the original MIME fields of each part, the texts and calendars as they are encoded, and
nothing where an attachment was. So an attachment of 60 MB costs what its name costs.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError
from imapclient.response_types import BodyData

from daemon.mailbox.imap_session import BEGINNING, ImapSession

logger = logging.getLogger(__name__)

WHOLE_UP_TO = 32_768
"""Octets up to which a message is looked at whole: that costs less than asking for its parts."""

FETCHED_WHOLE_UP_TO = 262_144
"""Octets up to which a message is fetched as it is, attachments and all."""

BEGINNING_OF_TEXT = 4_096
BEGINNING_OF_PAGE = 16_384
"""Octets of HTML: its first kilobytes are often nothing but a style sheet."""

MOST_TEXT = 1_000_000
"""Octets of a text or a calendar that are fetched at most (`daemon.mail.parts` reads no more)."""

MOST_PARTS = 60
MOST_READ = 20
MOST_DEPTH = 10
AT_ONCE = 100
NOTHING_WANTED = ("UID",)
CALENDARS = frozenset({b"calendar", b"x-vcalendar", b"ics"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message: its section number ('' for a message that is one part), whether what it holds is read here, whether
    that is a page of HTML, and, of a multipart, its subtype, its boundary and its parts."""

    section: str
    read: bool = False
    page: bool = False
    subtype: bytes = b""
    boundary: bytes = b""
    parts: tuple[Part, ...] = ()

    def leaves(self) -> Iterator[Part]:
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


def look_at(session: ImapSession, sizes: Mapping[int, int]) -> dict[int, tuple[bytes, bool]]:
    """The beginnings of messages of the open folder, of known UIDs and sizes; and whether that is all of the message."""
    small = [uid for uid, size in sizes.items() if size <= WHOLE_UP_TO]
    looks = {uid: (raw, True) for uid, raw in _octets(session, small, "BODY.PEEK[]").items()}
    large = [uid for uid, size in sizes.items() if size > WHOLE_UP_TO]
    return looks | {uid: (raw, False) for uid, raw in _put_together(session, large, BEGINNING_OF_TEXT).items()}


def without_attachments(session: ImapSession, uids: Sequence[int]) -> dict[int, bytes]:
    """Messages of the open folder with all of their texts and calendars, by UID."""
    return _put_together(session, uids, MOST_TEXT)


def _put_together(session: ImapSession, uids: Sequence[int], most: int) -> dict[int, bytes]:
    """Each with at most so many octets of every part that is read. Where a structure is not one that a message can have, or the
    server refuses to tell it, the beginning of the message's bytes stands for it."""
    headers: dict[int, bytes] = {}
    structures: dict[int, Part] = {}
    for items in _told(session, uids, ["BODY.PEEK[HEADER]", "BODYSTRUCTURE"]):
        for uid, answer in items.items():
            header, body = answer.get(b"BODY[HEADER]"), answer.get(b"BODYSTRUCTURE")
            if isinstance(header, bytes) and isinstance(body, BodyData) and (structure := structure_of(body)) is not None:
                headers[uid], structures[uid] = header, structure
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for uid, structure in structures.items():
        alike[tuple(_items(structure, most))].append(uid)
    messages: dict[int, bytes] = {}
    for wanted, these in alike.items():
        for items in _told(session, these, wanted):
            messages |= {
                uid: assembled(headers[uid], structures[uid], answer)
                for uid, answer in items.items()
                if uid in headers and _tells(answer, wanted)
            }
    broken = [uid for uid in uids if uid not in messages]
    return messages | _octets(session, broken, f"BODY.PEEK[]<0.{min(BEGINNING, 4 * most)}>")


def structure_of(body: BodyData) -> Part | None:
    """The parts of a BODYSTRUCTURE; None for one that no honest message has."""
    try:
        root = _part(body, "", 0)
    except (IndexError, TypeError, ValueError, AttributeError, KeyError):
        return None
    return root if len(list(islice(root.leaves(), MOST_PARTS + 1))) <= MOST_PARTS else None


def _part(body: BodyData, section: str, depth: int) -> Part:
    """Raises ValueError, or what a structure of another shape raises."""
    if depth > MOST_DEPTH:
        raise ValueError("nested too deeply")
    if body.is_multipart:
        boundary = _parameters(body[2])[b"boundary"]
        if not boundary or b'"' in boundary or b"\n" in boundary:
            raise ValueError("no boundary")
        inner = f"{section}." if section else ""
        parts = tuple(_part(part, f"{inner}{number}", depth + 1) for number, part in enumerate(body[0], 1))
        return Part(section, subtype=body[1].lower(), boundary=boundary, parts=parts)
    kind, subtype = body[0].lower(), body[1].lower()
    name = _parameters(body[2]).get(b"name", b"")
    disposition = next(
        (each for each in body[7:] if isinstance(each, tuple) and each and isinstance(each[0], bytes)), (b"", None)
    )
    attached = disposition[0].lower() == b"attachment"
    filename = _parameters(disposition[1]).get(b"filename", name) if len(disposition) > 1 else name
    calendar = subtype in CALENDARS or filename.lower().endswith(b".ics")
    read = calendar or (kind == b"text" and not attached)
    return Part(section, read=read, page=kind == b"text" and subtype == b"html")


def _parameters(fields: object) -> dict[bytes, bytes]:
    """Name and value in turn, as BODYSTRUCTURE lists them, by names in lower case."""
    if not isinstance(fields, tuple):
        return {}
    return {
        name.lower(): value
        for name, value in zip(fields[::2], fields[1::2], strict=False)
        if isinstance(name, bytes) and isinstance(value, bytes)
    }


def _items(structure: Part, most: int) -> Iterator[str]:
    """What is to be fetched of such a message."""
    read = 0
    for part in structure.leaves():
        if part.section:
            yield f"BODY.PEEK[{part.section}.MIME]"
        if part.read and read < MOST_READ:
            read += 1
            yield f"BODY.PEEK[{part.section or 'TEXT'}]<0.{max(most, BEGINNING_OF_PAGE) if part.page else most}>"
    if not structure.parts and not structure.read:
        yield from NOTHING_WANTED


def _tells(answer: Mapping[bytes, object], wanted: Sequence[str]) -> bool:
    """Whether that is an answer, and not only news of the message's flags, which servers tell at any time (RFC 9051 §7.5.2)."""
    return wanted == NOTHING_WANTED or any(item.startswith(b"BODY[") for item in answer)


def assembled(header: bytes, structure: Part, answer: Mapping[bytes, object]) -> bytes:
    """A message from its header and from what was fetched of it."""
    if not structure.parts:
        return header + _answered(answer, "BODY[TEXT]<0>")
    return header + b"".join(_multipart(structure, answer))


def _multipart(part: Part, answer: Mapping[bytes, object]) -> Iterator[bytes]:
    for inner in part.parts:
        yield b"\r\n--" + part.boundary + b"\r\n"
        if inner.parts:
            yield b'Content-Type: multipart/%s; boundary="%s"\r\n\r\n' % (inner.subtype, inner.boundary)
            yield from _multipart(inner, answer)
        else:
            yield _answered(answer, f"BODY[{inner.section}.MIME]") or b"\r\n"
            yield _answered(answer, f"BODY[{inner.section}]<0>")
    yield b"\r\n--" + part.boundary + b"--\r\n"


def _answered(answer: Mapping[bytes, object], item: str) -> bytes:
    """What the server gave of a section; of an empty one some say NIL, and some leave it out."""
    octets = answer.get(item.encode())
    return octets if isinstance(octets, bytes) else b""


def _told(session: ImapSession, uids: Sequence[int], items: Sequence[str]) -> Iterator[dict[int, dict[bytes, object]]]:
    """What the server tells of the structure of messages. Some refuse that for one broken message, or answer in a way that nobody
    understands; the answer was read to its end all the same, and the connection is as good as before."""
    for at in range(0, len(uids), AT_ONCE):
        try:
            yield session.items(uids[at : at + AT_ONCE], items)
        except IMAPClientAbortError:
            raise
        except IMAPClientError as error:
            logger.info("the server does not tell the structure of some messages (%s)", type(error).__name__)


def _octets(session: ImapSession, uids: Sequence[int], item: str) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for items in _batched(session, uids, [item]):
        pairs = ((uid, answer.get(b"BODY[]", answer.get(b"BODY[]<0>"))) for uid, answer in items.items())
        found |= {uid: octets for uid, octets in pairs if isinstance(octets, bytes)}
    return found


def _batched(session: ImapSession, uids: Sequence[int], items: Sequence[str]) -> Iterator[dict[int, dict[bytes, object]]]:
    for at in range(0, len(uids), AT_ONCE):
        yield session.items(uids[at : at + AT_ONCE], items)
