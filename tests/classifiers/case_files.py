"""The tables of cases beside these tests, and the messages and contexts that a case describes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from classifiers.prose import Prose
from classifiers.reading import Context, MessageKind
from classifiers.standpoint import Standpoint
from daemon.mail.message import Address, Message

_FOLDER = Path(__file__).parent / "cases"
_SENT = "2026-02-26T10:30:00-05:00"

Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The lines of one table; each tells what the message says and what is to be read from it."""
    with (_FOLDER / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def title(case: Case) -> str:
    return str(case.get("text") or case.get("subject"))[:60]


def message_of(case: Case) -> Message:
    """A message with the case's words, sent at its date by "sender" (a From header, as people write it)."""
    sent = datetime.fromisoformat(case.get("sent", _SENT))
    text = case.get("text", "")
    return Message(
        message_id="<case@example.org>",
        subject=case.get("subject", ""),
        sender=address_of(case.get("sender", "Dana Reyes <dana.reyes@example.com>")),
        received_at=sent.astimezone(UTC),
        reply_to=tuple(address_of(written) for written in case.get("reply_to", ())),
        to=(Address("Sam Rivera", "sam@example.org"),),
        cc=tuple(address_of(written) for written in case.get("cc", ())),
        date=sent,
        headers=case.get("headers", {}),
        text=text,
        new_text=text,
        quoted=case.get("quoted", ""),
        signature=case.get("signature", ""),
    )


def address_of(written: str) -> Address:
    name, _, rest = written.rpartition("<")
    return Address(name.strip().strip('"'), rest.rstrip(">").strip())


def context_of(case: Case) -> Context:
    return Context(
        own_addresses=frozenset({"sam@example.org"}),
        own_name="Sam Rivera",
        outgoing=case.get("outgoing", False),
        zone=ZoneInfo(case["zone"]) if case.get("zone") else None,
        country=case.get("country", ""),
        known_company=case.get("known_company"),
    )


def kind_of(case: Case, default: MessageKind) -> MessageKind:
    return MessageKind(case.get("kind", default))


def standpoint_of(case: Case) -> Standpoint:
    return Standpoint.of(message_of(case), context_of(case))


def prose_of(case: Case) -> Prose:
    return Prose.of(case.get("text", ""))
