"""Messages for the tests of the verdict: short ones written in the test, and the mails of the corpus."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr
from functools import cache
from importlib.resources import files
from typing import Any

from classifiers.reading import Context, MessageKind, Verdict
from classifiers.verdict import judge
from daemon.mail.message import Address, CalendarEvent, Message

_AT = datetime(2026, 11, 4, 15, 0, tzinfo=UTC)


def mail(
    body: str,
    *,
    subject: str = "Your application",
    sender: str = "Meg Ortiz <meg.ortiz@harborlight.example>",
    headers: Mapping[str, str] | None = None,
    calendar: tuple[CalendarEvent, ...] = (),
    quoted: str = "",
) -> Message:
    name, address = parseaddr(sender)
    return Message(
        message_id="<1@harborlight.example>",
        subject=subject,
        sender=Address(name, address),
        received_at=_AT,
        to=(Address("Sam Rivera", "sam.rivera@example.org"),),
        headers=headers or {},
        text=body + quoted,
        new_text=body,
        quoted=quoted,
        calendar=calendar,
    )


def verdict_on(body: str, context: Context | None = None, **fields: Any) -> Verdict:
    return judge(mail(body, **fields), context or Context())


def kind_of(body: str, context: Context | None = None, **fields: Any) -> MessageKind:
    return verdict_on(body, context, **fields).kind


@dataclass(frozen=True, slots=True)
class Labelled:
    id: str
    kind: MessageKind
    held: bool
    message: Message
    context: Context

    @property
    def verdict(self) -> Verdict:
        return judge(self.message, self.context)


@cache
def corpus() -> tuple[Labelled, ...]:
    lines = files("classifiers").joinpath("corpus/first_light.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_labelled(json.loads(line)) for line in lines)


def _labelled(entry: Mapping[str, Any]) -> Labelled:
    message = mail(entry["body"], subject=entry["subject"], sender=entry["from"], headers=entry.get("headers"))
    context = Context(outgoing=entry.get("direction") == "outgoing")
    return Labelled(entry["id"], MessageKind(entry["kind"]), entry.get("held", False), message, context)
