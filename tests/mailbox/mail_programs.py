"""The user's mail programs at an IMAP account, as they are known to save, replace and send drafts.

A draft cannot be changed on an IMAP server (RFC 9051 §2.3): a program that saves an edit puts a new message beside the old one
and takes the old one away, in one order or the other, at once or when it is closed next. What it puts there it has written
itself: other headers, another structure, another transfer encoding, perhaps another Message-ID. None of that is an edit; other
words are.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from typing import Literal

from imapclient import DELETED, DRAFT, SEEN

from daemon.mailbox.protocol import Place
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.world import NOON, POLICY

TAG = re.compile(r"<[^<>]*>")
KEPT = ("From", "To", "Cc", "Subject", "In-Reply-To", "References")


@dataclass(frozen=True)
class MailProgram:
    """How a program saves a draft: `writes` makes the message from the headers that stay, and the text.

    `new_id` is the form of the Message-ID that it gives at every save ('' where it keeps the old one). `first` is what it does
    first; `clears_up` whether the old message is expunged at once, or only marked.
    """

    name: str
    writes: Callable[[EmailMessage, str], None]
    new_id: str
    first: Literal["append", "expunge"] = "append"
    clears_up: bool = True

    def __str__(self) -> str:
        return self.name


def plain(charset: str, cte: str, **parameters: str) -> Callable[[EmailMessage, str], None]:
    def write(message: EmailMessage, text: str) -> None:
        message.set_content(text, charset=charset, cte=cte, params=parameters or None)

    return write


def _thunderbird(message: EmailMessage, text: str) -> None:
    message["X-Mozilla-Status"] = "0001"
    message["X-Mozilla-Draft-Info"] = (
        "internal/draft; vcard=0; receipt=0; DSN=0; uuencode=0; attachmentreminder=0; deliveryformat=0"
    )
    message["X-Identity-Key"] = "id1"
    message["User-Agent"] = "Mozilla Thunderbird"
    paragraphs = "\n".join(f"    <p>{_broken(each)}</p>" for each in text.strip().split("\n\n"))
    head = '<head>\n    <meta http-equiv="content-type" content="text/html; charset=UTF-8">\n  </head>'
    message.set_content(
        f"<!DOCTYPE html>\n<html>\n  {head}\n  <body>\n{paragraphs}\n  </body>\n</html>\n", subtype="html", cte="8bit"
    )


def _apple_mail(message: EmailMessage, text: str) -> None:
    message["X-Uniform-Type-Identifier"] = "com.apple.mail-draft"
    message["X-Universally-Unique-Identifier"] = "B6C7C8D2-2A52-4A53-9C1C-04D1E3A0F6A1"
    message["X-Apple-Mail-Remote-Attachments"] = "NO"
    lines = "".join(f"<div>{html.escape(line) or '<br>'}</div>" for line in text.strip().split("\n"))
    style = "overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;"
    head = '<head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>'
    page = f'<html>{head}<body style="{style}">{lines}</body></html>'
    message.set_content(page, subtype="html", cte="quoted-printable")


def _roundcube(message: EmailMessage, text: str) -> None:
    message["X-Draft-Info"] = "type=reply; uid=17; folder=INBOX"
    message["User-Agent"] = "Roundcube Webmail"
    flowed = "\n".join(_soft_wrapped(line) for line in text.strip().split("\n"))
    message.set_content(flowed + "\n", cte="8bit", params={"format": "flowed"})


def _outlook(message: EmailMessage, text: str) -> None:
    message["X-Mailer"] = "Microsoft Outlook 16.0"
    message["Thread-Index"] = "AQHZ3n0xq2vXQm8vQ0uK1yq0fX9Zkg=="
    message["Content-Language"] = "en-us"
    lines = "".join(f"<p class=MsoNormal>{html.escape(line) or '&nbsp;'}<o:p></o:p></p>\r\n" for line in text.strip().split("\n"))
    style = "<style><!--\n/* Font Definitions */\n@font-face\n\t{font-family:Calibri;}\np.MsoNormal\n\t{margin:0cm;}\n--></style>"
    mso = '<!--[if gte mso 9]><xml>\n<o:shapedefaults v:ext="edit" spidmax="1026" />\n</xml><![endif]-->'
    page = (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>{style}{mso}</head><body lang=EN-US>{lines}</body></html>'
    )
    message.set_content(text + "\n", charset="windows-1252", cte="quoted-printable")
    message.add_alternative(page, subtype="html", charset="windows-1252", cte="quoted-printable")


def _gmail(message: EmailMessage, text: str) -> None:
    message.set_content("\n".join(_hard_wrapped(line) for line in text.strip().split("\n")), cte="base64")
    lines = "".join(f"<div>{html.escape(line) or '<br>'}</div>" for line in text.strip().split("\n"))
    message.add_alternative(f'<div dir="ltr">{lines}</div>\n', subtype="html", cte="quoted-printable")


def _broken(paragraph: str) -> str:
    return "<br>\n      ".join(html.escape(line) for line in paragraph.split("\n"))


def _soft_wrapped(line: str) -> str:
    return " \n".join(_rows(line))


def _hard_wrapped(line: str) -> str:
    return "\n".join(_rows(line))


def _rows(line: str) -> list[str]:
    rows = [""]
    for word in line.split():
        if len(rows[-1]) + len(word) > 70:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


PROGRAMS = (
    MailProgram("Thunderbird", _thunderbird, new_id="", clears_up=False),
    MailProgram("Apple Mail", _apple_mail, new_id="<8F0F8F8A-3C53-4B5B-8A3D-{:012}@example.org>"),
    MailProgram("Thunderbird for Android", plain("utf-8", "quoted-printable"), new_id="<K{:09}@example.org>"),
    MailProgram("Roundcube", _roundcube, new_id="<{:032x}@example.org>"),
    MailProgram("Outlook", _outlook, new_id="<{:012X}$1a2b3c4d$@example.org>", clears_up=False),
    MailProgram("Gmail", _gmail, new_id="<CA+{:020}@mail.gmail.com>", first="expunge"),
)


def rewritten(program: MailProgram, old: bytes, text: str | None = None, number: int = 1) -> bytes:
    """A message as this program writes it anew, with these words or (None) with the words that it has. `number` goes into the
    Message-ID."""
    before = message_from_bytes(old, policy=POLICY)
    assert isinstance(before, EmailMessage)
    body = before.get_body(("plain", "html"))
    assert body is not None
    message = EmailMessage(policy=POLICY)
    for name in KEPT:
        if name in before:
            message[name] = before[name]
    message["Message-ID"] = program.new_id.format(number) if program.new_id else str(before["Message-ID"])
    message["Date"] = NOON
    words = str(body.get_content()).replace("\r\n", "\n")
    if body.get_content_subtype() == "html":
        words = "\n\n".join(line.strip() for line in html.unescape(TAG.sub("", words)).splitlines() if line.strip())
    program.writes(message, words if text is None else text)
    return message.as_bytes()


@dataclass
class Hands:
    """The user at one of these programs."""

    world: ImapWorld
    program: MailProgram
    _saves: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def saving(self, message_id: str, text: str | None = None) -> Iterator[str]:
        """Save the draft with these words, or (None) with the words that it has. Step by step: each gives the Message-ID that the
        draft has, or will have."""
        old = self.draft(message_id)
        mime = self.written(old, text)
        new_id = str(message_from_bytes(mime, policy=POLICY)["Message-ID"])
        steps = [lambda: self._append(mime), lambda: self._take_away(message_id, but=mime)]
        for step in steps if self.program.first == "append" else reversed(steps):
            step()
            yield new_id

    def saves(self, message_id: str, text: str | None = None) -> str:
        """The same at once. The draft's Message-ID afterwards."""
        *_, new_id = self.saving(message_id, text)
        return new_id

    def sends(self, message_id: str, folder: str | None = None, without: tuple[str, ...] = (), at: datetime = NOON) -> str:
        """Send the draft: a copy among sent mail, without these headers; then the draft goes. The Message-ID of what was sent."""
        sent_id = self.keeps_a_copy(message_id, folder, without, at)
        self.throws_away(message_id)
        return sent_id

    def keeps_a_copy(
        self, message_id: str, folder: str | None = None, without: tuple[str, ...] = (), at: datetime = NOON, mime: bytes = b""
    ) -> str:
        mime = mime or self.written(self.draft(message_id), None)
        message = message_from_bytes(mime, policy=POLICY)
        for name in without:
            del message[name]
        self.world.client.append(folder or self.world.folders[Place.SENT], message.as_bytes(), flags=(SEEN,), msg_time=at)
        return str(message["Message-ID"])

    def throws_away(self, message_id: str) -> None:
        """The draft is expunged at once."""
        self._take_away(message_id)

    def draft(self, message_id: str) -> bytes:
        (raw,) = [raw for _, raw in self._live() if _id(raw) == message_id]
        return raw

    def live_drafts(self) -> list[str]:
        """The Message-IDs of the drafts that the program shows."""
        return [_id(raw) for _, raw in self._live()]

    def written(self, old: bytes, text: str | None) -> bytes:
        """What the program makes of a draft."""
        return rewritten(self.program, old, text, next(self._saves))

    def _live(self) -> list[tuple[int, bytes]]:
        client = self.world.client
        client.select_folder(self.world.folders[Place.DRAFTS])
        uids = client.search("UNDELETED")
        found = client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
        return [(uid, items[b"BODY[]"]) for uid, items in sorted(found.items())]

    def _append(self, mime: bytes) -> None:
        self.world.client.append(self.world.folders[Place.DRAFTS], mime, flags=(DRAFT, SEEN))

    def _take_away(self, message_id: str, but: bytes = b"") -> None:
        uids = [uid for uid, raw in self._live() if _id(raw) == message_id and raw != but]
        client = self.world.client
        client.select_folder(self.world.folders[Place.DRAFTS])
        client.add_flags(uids, [DELETED], silent=True)
        if self.program.clears_up:
            client.uid_expunge(uids)


def _id(raw: bytes) -> str:
    return str(message_from_bytes(raw, policy=POLICY)["Message-ID"])
