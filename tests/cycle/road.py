"""A house on a given mailbox, and the hands around it: who writes to Sam, and what Sam does with the drafts."""

from __future__ import annotations

import email
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import select

from daemon.cycle import Report, run_cycle
from daemon.house import DigestTimes, House, Profile
from daemon.mail.message import Address
from daemon.mailbox.protocol import Mailbox
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.preferences import Preferences
from daemon.state.database import open_database
from daemon.state.models import Base

ZONE = ZoneInfo("America/New_York")
SAM = "Sam Rivera <sam.rivera@example.org>"
MEG = "Meg Ortiz <meg.ortiz@northwind.example>"

CONFIRMED = """Hi Sam,

Your interview for the Data Analyst position at Northwind is confirmed for Tuesday, March 10, 2026 from 2:00 pm to 3:00 pm ET.
You will be meeting with me.

Best regards,
Meg Ortiz
Senior Recruiter, Northwind
"""
HOLD = """Hi Sam,

Thank you for your patience. We are still interviewing other candidates for the Data Analyst position and have not made a
decision yet. I will get back to you as soon as I have news.

Best regards,
Meg
"""
REJECTED = """Hi Sam,

Thank you for interviewing for the Data Analyst position at Northwind. After careful consideration, we have decided to move
forward with another candidate. I wish you all the best in your search.

Best regards,
Meg
"""


def at(text: str) -> datetime:
    """An instant from Sam's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


class World(Protocol):
    """The other hands at a mailbox, as `tests.mailbox` has them for every back end."""

    mailbox: Mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None: ...
    def user_writes(self, raw: bytes, at: datetime) -> None: ...
    def user_edits(self, message_id: str, text: str) -> None: ...
    def user_discards(self, message_id: str) -> None: ...
    def drafts(self) -> list[bytes]: ...


def mail(
    name: str,
    body: str,
    *,
    sender: str = MEG,
    to: str = SAM,
    subject: str = "Data Analyst at Northwind",
    answers: tuple[str, ...] = (),
) -> bytes:
    message = EmailMessage(policy=SMTP.clone(max_line_length=998))
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Message-ID"] = name
    if answers:
        message["In-Reply-To"] = answers[-1]
        message["References"] = " ".join(answers)
    message.set_content(body)
    return message.as_bytes()


@dataclass(frozen=True)
class Draft:
    """A draft as Sam sees it."""

    raw: bytes
    message: EmailMessage

    @property
    def message_id(self) -> str:
        return str(self.message["Message-ID"])

    @property
    def to(self) -> str:
        return str(self.message["To"])

    @property
    def answers(self) -> str:
        return str(self.message["In-Reply-To"] or "").strip()

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        return str(body.get_content()) if body else ""


@dataclass
class Road:
    """One mailbox and its house over time."""

    world: World
    folder: Path
    digest: bool = False
    database: str = ""
    """The database's URL, where it is not a file in the folder."""
    quote_original: bool = False
    reports: list[Report] = field(default_factory=list)

    @property
    def database_file(self) -> Path:
        return self.folder / "state.db"

    def house(self, mailbox: Mailbox | None = None) -> House:
        used = mailbox or self.world.mailbox
        return House(
            profile=Profile(
                "Sam Rivera", (Address("Sam Rivera", "sam.rivera@example.org"),), highlights=("built the weekly reporting",)
            ),
            preferences=Preferences(WorkingCalendar(ZONE, "US", "NY"), frozenset({"sam.rivera@example.org"})),
            database=open_database(self.database or f"sqlite:///{self.database_file}"),
            mailboxes={used.name: used},
            lookback=timedelta(days=60),
            digest=DigestTimes(self.digest, 7, 30, used.name),
            templates=self.folder / "templates",
            quote_original=self.quote_original,
        )

    def cycle(self, now: str, mailbox: Mailbox | None = None) -> Report:
        """One cycle at that time of Sam's, as a process of its own would run it."""
        house = self.house(mailbox)
        try:
            report = run_cycle(house, at(now))
        finally:
            house.database.close()
        self.reports.append(report)
        return report

    def arrives(self, when: str, raw: bytes) -> None:
        self.world.deliver(raw, at(when))

    def drafts(self) -> list[Draft]:
        found = []
        for raw in self.world.drafts():
            message = email.message_from_bytes(raw, policy=SMTP)
            found.append(Draft(raw, message))
        return found

    def draft(self) -> Draft:
        """The only draft that lies there."""
        (draft,) = self.drafts()
        return draft

    def sends(self, draft: Draft, when: str) -> None:
        self.world.user_writes(draft.raw, at(when))
        self.world.user_discards(draft.message_id)

    def kinds(self, report: Report) -> list[str]:
        return [saved.follow_up.kind.value for saved in report.saved]


def everything_known(road: Road) -> str:
    """All rows of the database, in lower case."""
    house = road.house()
    try:
        with house.database.session() as session:
            rows = [tuple(row) for table in Base.metadata.sorted_tables for row in session.execute(select(table))]
    finally:
        house.database.close()
    return repr(rows).casefold()
