"""Reads `scenario.toml`: what happens in the demo, as steps in order of time, and the mail of each as bytes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress

SCENARIO = Path(__file__).with_name("scenario.toml")


@dataclass(frozen=True)
class Step:
    """One thing that happens. `action` is mail, write, send, edit or discard; `said` is its table in the file."""

    at: datetime
    action: str
    said: Mapping[str, Any]

    @property
    def name(self) -> str:
        return str(self.said[self.action])

    @property
    def draft(self) -> Mapping[str, str]:
        """Which draft of ours an action means: its kind, a part of the company's name, perhaps of the addressee."""
        return self.said[self.action]  # type: ignore[no-any-return]  # a table of the file


class Scenario:
    """The whole file. Names of mails become Message-IDs, so that replies thread."""

    def __init__(self, file: Path = SCENARIO) -> None:
        self.document = tomllib.loads(file.read_text("utf-8"))
        self.profile: Mapping[str, Any] = self.document["profile"]
        self.zone = ZoneInfo(self.profile["timezone"])

    @property
    def ends(self) -> datetime:
        return self._instant(self.profile["ends"])

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        steps = []
        for said in self.document["step"]:
            action = next(action for action in ("mail", "write", "send", "edit", "discard") if action in said)
            steps.append(Step(self._instant(said["at"]), action, said))
        return tuple(sorted(steps, key=lambda step: step.at))

    def message(self, step: Step) -> bytes:
        """The mail that arrives, or that Sam writes, as it lies in a mailbox."""
        said, me = step.said, f"{self.profile['name']} <{self.profile['address']}>"
        message = EmailMessage(policy=SMTP)
        message["From"] = said.get("from", me)
        message["To"] = said.get("to", me)
        message["Date"] = format_datetime(step.at)
        message["Message-ID"] = self.message_id(step.name)
        message["Subject"] = said.get("subject") or self._answer_subject(said["reply_to"])
        if "reply_to" in said:
            message["In-Reply-To"] = self.message_id(said["reply_to"])
            message["References"] = " ".join(self._ancestors(said["reply_to"]))
        for name, value in said.get("headers", {}).items():
            message[name] = value
        body = _paragraphs(said["body"])
        if said.get("html"):
            message.set_content(_as_html(body), subtype="html")
        else:
            message.set_content(body)
        if "calendar" in said:
            invitation = self._invitation(said["calendar"], step.at)
            message.add_alternative(invitation.decode(), subtype="calendar", params={"method": "REQUEST"})
        return message.as_bytes()

    def message_id(self, name: str) -> str:
        said = self._said(name)
        domain = parseaddr(said.get("from", self.profile["address"]))[1].rpartition("@")[2]
        return f"<{name}@{domain}>"

    def _said(self, name: str) -> Mapping[str, Any]:
        return next(said for said in self.document["step"] if name in (said.get("mail"), said.get("write")))

    def _ancestors(self, name: str) -> list[str]:
        earlier = self._said(name).get("reply_to")
        return [*(self._ancestors(earlier) if earlier else []), self.message_id(name)]

    def _answer_subject(self, name: str) -> str:
        subject = self._said(name).get("subject") or self._answer_subject(self._said(name)["reply_to"])
        return subject if subject.startswith("Re: ") else f"Re: {subject}"

    def _invitation(self, said: Mapping[str, Any], stamped: datetime) -> bytes:
        event = Event()
        event.add("uid", said["uid"])
        event.add("summary", said["summary"])
        event.add("dtstamp", stamped)
        event.add("dtstart", self._instant(said["start"]))
        event.add("dtend", self._instant(said["end"]))
        event.add("organizer", _calendar_address(said["organizer"]))
        for attendee in said["attendees"]:
            event.add("attendee", _calendar_address(attendee), encode=False)
        calendar = Calendar()
        calendar.add("prodid", "-//calendar.example//EN")
        calendar.add("version", "2.0")
        calendar.add("method", "REQUEST")
        calendar.add_component(event)
        return bytes(calendar.to_ical())

    def _instant(self, wall_clock: datetime) -> datetime:
        return wall_clock.replace(tzinfo=self.zone)


def _calendar_address(written: str) -> vCalAddress:
    name, email = parseaddr(written)
    address = vCalAddress(f"mailto:{email}")
    address.params["CN"] = name
    return address


def _paragraphs(body: str) -> str:
    """The text with its paragraphs in one line each, as mail clients send it; short lines (signatures) stay apart."""
    paragraphs = []
    for block in body.strip().split("\n\n"):
        lines = block.splitlines()
        joined = " ".join(lines) if len(lines[0]) > 80 else "\n".join(lines)
        paragraphs.append(joined)
    return "\n\n".join(paragraphs) + "\n"


def _as_html(text: str) -> str:
    return "<html><body>" + "".join(f"<p>{escape(part)}</p>" for part in text.strip().split("\n\n")) + "</body></html>"
