"""The corpus as messages: each row of `classifiers/corpus/*.jsonl` is built into the bytes of a mail and read like any other.

So the whole way is measured that real mail goes: MIME, HTML to text, quoted history and signature cut off, headers, calendar
part. The corpus is part of the sources and not of the installed program.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.message import MIMEPart
from email.policy import SMTP
from pathlib import Path
from typing import Any, Final

from classifiers.reading import MessageKind
from daemon.mail.message import Message
from daemon.mail.parse import parse

FOLDER: Final = Path(__file__).parent / "corpus"
_SENT = "2026-03-04T09:12:00-05:00"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One mail of the corpus. `part` is the file it stands in, `style` the imagined author or system, unique over all parts."""

    id: str
    part: str
    style: str
    kind: MessageKind
    message: Message
    outgoing: bool
    twin: str


def fingerprint(folder: Path = FOLDER) -> str:
    """SHA-256 over the names and bytes of all parts."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.jsonl")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read_corpus(folder: Path = FOLDER) -> Iterator[Labelled]:
    """Every mail of the corpus, by part and in its order. Raises ValueError where a row is not well formed."""
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield labelled(json.loads(line), path.stem)


def labelled(row: dict[str, Any], part: str) -> Labelled:
    """One row as a mail with its label."""
    sent = datetime.fromisoformat(row.get("date") or _SENT)
    received = (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).astimezone(UTC)
    return Labelled(
        id=row["id"],
        part=part,
        style=f"{part}/{row.get('style', row['id'])}",
        kind=MessageKind(row["kind"]),
        message=parse(mail_of(row, sent), received),
        outgoing=row.get("direction") == "outgoing",
        twin=row.get("twin", ""),
    )


def mail_of(row: dict[str, Any], sent: datetime) -> bytes:
    """The bytes of the mail (RFC 5322) that a row describes."""
    fields = {
        "From": row.get("from", ""),
        "To": row.get("to", ""),
        "Subject": row.get("subject", ""),
        "Date": sent.strftime("%a, %d %b %Y %H:%M:%S %z") or "",
        "Message-ID": f"<{row['id']}@corpus.example>",
        "MIME-Version": "1.0",
        **row.get("headers", {}),
    }
    body = row["body"]
    if row.get("quoted"):
        body += f"\n\n-----Original Message-----\n{row['quoted']}"
    text = MIMEPart(policy=SMTP)
    text.set_content(body, subtype="html" if row.get("html") else "plain", cte="base64")
    whole = text
    if row.get("calendar"):
        whole = MIMEPart(policy=SMTP)
        whole.make_mixed()
        whole.attach(text)
        whole.attach(_calendar(row["calendar"], row["id"]))
    head = "".join(f"{name}: {_encoded(value, name)}\r\n" for name, value in fields.items())
    return head.encode("ascii") + whole.as_bytes()


def _encoded(value: str, name: str) -> str:
    """A field body as RFC 2047 wants it; in addresses only the display name is encoded."""
    plain = " ".join(value.split())
    if plain.isascii():
        return plain
    display, opening, rest = plain.rpartition(" <") if name in ("From", "To", "Reply-To") else (plain, "", "")
    return Header(display, "utf-8", maxlinelen=0).encode() + opening + rest


def _calendar(event: dict[str, Any], uid: str) -> MIMEPart:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//corpus//EN", f"METHOD:{event['method']}", "BEGIN:VEVENT", f"UID:{uid}"]
    start = event.get("start")
    if start:
        begins = datetime.fromisoformat(start)
        ends = datetime.fromisoformat(event["end"]) if event.get("end") else begins + timedelta(hours=1)
        lines += [f"DTSTART:{_stamp(begins)}", f"DTEND:{_stamp(ends)}"]
    summary = " ".join(str(event.get("summary", "")).split()).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines += [f"SUMMARY:{summary}", "END:VEVENT", "END:VCALENDAR", ""]
    part = MIMEPart(policy=SMTP)
    part.set_content("\r\n".join(lines), subtype="calendar", params={"method": event["method"]}, cte="base64")
    return part


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ") if at.tzinfo else at.strftime("%Y%m%dT%H%M%S")
