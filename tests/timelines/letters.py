"""The mail of a timeline as bytes: stock texts with what differs filled in, in the sender's name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, parseaddr
from typing import Any

from icalendar import Calendar, Event, vCalAddress

from tests.timelines.timeline import Malformed, Timeline, stock

POLICY = SMTP.clone(max_line_length=998)
SAM = "sam"


class Letters:
    """The mails of one timeline. A name in it becomes a Message-ID, so that replies thread."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.subjects: dict[str, str] = {}
        self.parents: dict[str, str] = {}
        self.raw: dict[str, bytes] = {}
        self._ids: dict[str, str] = {}

    def write(self, name: str, said: Mapping[str, Any], dated: datetime) -> bytes:
        """The mail of that name, dated so. Keeps it, for replies and for `again`."""
        if name in self.raw:
            raise Malformed(f"two mails are called {name!r}")
        author = said.get("from", SAM)
        template = _letter(said)
        slots = self._slots(said, author)
        subject = said.get("subject") or (self._answer_subject(said["re"]) if "re" in said else template["subject"])
        message = EmailMessage(policy=POLICY)
        message["From"] = self.address(author)
        message["To"] = ", ".join(self.address(one) for one in _several(said.get("to", SAM)))
        if "cc" in said:
            message["Cc"] = ", ".join(self.address(one) for one in _several(said["cc"]))
        message["Subject"] = self.subjects[name] = subject.format_map(slots)
        message["Date"] = format_datetime(dated.astimezone(self.timeline.zone))
        message["Message-ID"] = self.message_id(name, author)
        if "re" in said:
            self.parents[name] = said["re"]
            ancestors = self._ancestors(said["re"])
            message["In-Reply-To"], message["References"] = ancestors[-1], " ".join(ancestors)
        for header, value in {**template.get("headers", {}), **said.get("headers", {})}.items():
            message[header] = value
        message.set_content(said.get("text", template["text"]).strip().format_map(slots) + "\n")
        if "calendar" in said:
            appointment = said["calendar"]
            message.add_alternative(
                self._calendar(appointment, dated).decode(),
                subtype="calendar",
                params={"method": appointment.get("method", "REQUEST")},
            )
        self.raw[name] = message.as_bytes()
        return self.raw[name]

    def name_of(self, message_id: str) -> str:
        """The name of the mail with this Message-ID; '' for none."""
        return next((name for name, known in self._ids.items() if known == message_id), "")

    def message_id(self, name: str, author: str) -> str:
        domain = parseaddr(self.address(author))[1].rpartition("@")[2]
        self._ids[name] = f"<{_slug(self.timeline.title)}.{name}@{domain}>"
        return self._ids[name]

    def address(self, person: str) -> str:
        """A person of stock/people.toml, Sam, or an address as it is."""
        profile = self.timeline.settings["profile"]
        if person == SAM:
            return formataddr((profile["name"], profile["addresses"][0]))
        if "@" in person:
            return person
        known = stock("people")[person]
        return formataddr((known.get("name", ""), known["email"]))

    def _slots(self, said: Mapping[str, Any], author: str) -> Mapping[str, str]:
        person = {} if author == SAM or "@" in author else stock("people")[author]
        addressee = _several(said.get("to", SAM))[0]
        other = {} if addressee == SAM or "@" in addressee else stock("people")[addressee]
        slots = {
            "hello": "Hi Sam",
            "with": "me",
            "signs": person.get("signs", person.get("name", "").split(" ")[0]),
            "name": person.get("name", ""),
            "title": person.get("title", ""),
            "company": person.get("company", other.get("company", "")),
            "role": person.get("role", other.get("role", "")),
            "them": other.get("signs", other.get("name", "").split(" ")[0]),
        }
        if "interview" in said:
            slots["when"] = self._spoken(said["interview"])
        return {**slots, **said.get("fill", {})}

    def _spoken(self, interview: str) -> str:
        """ "2026-03-10 14:00-15:00" as people of Sam's country write it; the end may be missing."""
        day, _, times = interview.partition(" ")
        begins_at, _, end_text = times.partition("-")
        start = datetime.fromisoformat(f"{day} {begins_at}")
        if self.timeline.settings["profile"]["country"] == "US":
            said = f"{start:%A, %B} {start.day}, {start.year}"
            begins = _american(start)
            return f"{said} from {begins} to {_american(_at(start, end_text))} ET" if end_text else f"{said} at {begins} ET"
        said = f"{start:%A} {start.day} {start:%B} {start.year}"
        return f"{said} from {start:%H:%M} to {end_text}" if end_text else f"{said} at {start:%H:%M}"

    def _answer_subject(self, name: str) -> str:
        subject = self.subjects[name]
        return subject if subject.startswith("Re: ") else f"Re: {subject}"

    def _ancestors(self, name: str) -> list[str]:
        earlier = self.parents.get(name)
        return [*(self._ancestors(earlier) if earlier else []), self._ids[name]]

    def _calendar(self, said: Mapping[str, Any], stamped: datetime) -> bytes:
        zone = self.timeline.zone
        event = Event()
        event.add("uid", f"{said['uid']}.{_slug(self.timeline.title)}@calendar.example")
        event.add("sequence", said.get("sequence", 0))
        event.add("summary", said.get("summary", "Interview"))
        event.add("dtstamp", stamped)
        start = datetime.fromisoformat(said["start"]).replace(tzinfo=zone)
        event.add("dtstart", start)
        end = datetime.fromisoformat(said["end"]).replace(tzinfo=zone) if "end" in said else start + timedelta(hours=1)
        event.add("dtend", end)
        event.add("organizer", self._attendee(said["organizer"]))
        for attendee in said.get("attendees", ()):
            event.add("attendee", self._attendee(attendee), encode=False)
        if said.get("method") == "CANCEL":
            event.add("status", "CANCELLED")
        calendar = Calendar()
        calendar.add("prodid", "-//calendar.example//EN")
        calendar.add("version", "2.0")
        calendar.add("method", said.get("method", "REQUEST"))
        calendar.add_component(event)
        return bytes(calendar.to_ical())

    def _attendee(self, person: str) -> vCalAddress:
        profile = self.timeline.settings["profile"]
        known = {"name": profile["name"], "email": profile["addresses"][0]} if person == SAM else stock("people")[person]
        address = vCalAddress(f"mailto:{known['email']}")
        address.params["CN"] = known.get("name", known["email"])
        return address


def _letter(said: Mapping[str, Any]) -> Mapping[str, Any]:
    if "letter" in said:
        known: Mapping[str, Any] = stock("letters")[said["letter"]]
        return known
    return {"subject": "(no subject)", "text": ""}


def _several(named: str | list[str]) -> list[str]:
    return [named] if isinstance(named, str) else named


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.casefold())


def _at(day: datetime, clock: str) -> datetime:
    hour, minute = clock.split(":")
    return day.replace(hour=int(hour), minute=int(minute))


def _american(time: datetime) -> str:
    return f"{time.hour % 12 or 12}:{time:%M} {'am' if time.hour < 12 else 'pm'}"
