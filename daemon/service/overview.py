"""How the service is, at one instant: what `status`, systemd's status line and the metrics are made of."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime, time, timedelta
from importlib.metadata import version
from typing import Any

from sqlalchemy import select

from daemon.house import House
from daemon.service.condition import State, in_words
from daemon.service.crew import Crew, drafts_waiting
from daemon.state.models import MailboxRow


@dataclass(frozen=True, slots=True)
class MailboxLine:
    """One mailbox. `state` is a word of `condition.State`, or '' where nobody watches; `progress` how far the first look is."""

    name: str
    state: str
    since: datetime | None
    last_success: datetime | None
    next_try: datetime | None = None
    problem: str = ""
    mend: str = ""
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Instants are UTC. `running` is false where this was read from the database because no service answers."""

    running: bool
    version: str
    now: datetime
    mailboxes: tuple[MailboxLine, ...]
    drafts_waiting: int | None
    next_digest: datetime | None
    pid: int | None = None
    since: datetime | None = None
    problem: str = ""
    recorded: int = 0
    saved: int = 0

    @property
    def is_well(self) -> bool:
        return self.running and not self.problem and not any(mailbox.problem for mailbox in self.mailboxes)

    def to_json(self) -> str:
        return json.dumps({**asdict(self), "well": self.is_well}, default=datetime.isoformat, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Overview:
        """Raises ValueError, KeyError or TypeError for what is no overview of this version's."""
        said: dict[str, Any] = json.loads(text)
        said.pop("well")
        mailboxes = tuple(MailboxLine(**_instants(line, ("since", "last_success", "next_try"))) for line in said["mailboxes"])
        return cls(**{**_instants(said, ("now", "next_digest", "since")), "mailboxes": mailboxes})


def of_crew(crew: Crew, now: datetime, began: datetime) -> Overview:
    return Overview(
        running=True,
        version=version("afterword"),
        now=now,
        mailboxes=tuple(
            MailboxLine(
                watcher.name,
                watcher.condition.state.value,
                watcher.condition.since,
                watcher.condition.last_success,
                watcher.condition.next_try,
                watcher.condition.problem,
                watcher.condition.mend,
                watcher.progress,
            )
            for watcher in crew.watchers
        ),
        drafts_waiting=crew.drafts_waiting,
        next_digest=next_digest(crew.house, now),
        pid=os.getpid(),
        since=began,
        problem=crew.state_problem,
        recorded=crew.recorded,
        saved=crew.saved,
    )


def of_database(house: House, now: datetime, problem: str = "") -> Overview:
    """What is known while no service answers; `problem` is what is odd about that. Raises StateError."""
    with house.database.session() as session:
        rows = {row.name: row for row in session.scalars(select(MailboxRow))}
        lying = drafts_waiting(session)
        known = [(name, rows.get(name)) for name in house.mailboxes]
        mailboxes = tuple(
            MailboxLine(name, "", row.problem_since, row.last_success_at, problem=row.problem)
            if row
            else MailboxLine(name, "", None, None)
            for name, row in known
        )
    return Overview(False, version("afterword"), now, mailboxes, lying, next_digest=None, problem=problem)


def next_digest(house: House, now: datetime) -> datetime | None:
    """When the next digest's hour comes; None where there is no digest."""
    if not house.digest.enabled:
        return None
    calendar, hour = house.preferences.calendar, time(house.digest.hour, house.digest.minute)
    today = calendar.local_date(now)
    return next(due for due in (calendar.at(today, hour), calendar.at(today + timedelta(days=1), hour)) if due > now)


def sentence(overview: Overview) -> str:
    """One line for people: "watching 2 mailboxes; 3 drafts wait for review; personal: signed out"."""
    watched = sum(mailbox.state in (State.WATCHING, State.POLLING) for mailbox in overview.mailboxes)
    parts = [f"watching {_counted(watched, 'mailbox', 'mailboxes')}"]
    if overview.drafts_waiting is not None:
        parts.append(_drafts(overview.drafts_waiting))
    if overview.problem:
        parts.append(overview.problem)
    parts += [
        " ".join(filter(None, (f"{mailbox.name}: {mailbox.state}", mailbox.progress)))
        for mailbox in overview.mailboxes
        if mailbox.state not in (State.WATCHING, State.POLLING)
    ]
    return "; ".join(parts)


def lines(overview: Overview, local: Callable[[datetime], datetime]) -> Iterator[str]:
    """For a terminal. `local` turns an instant into the user's wall-clock time."""
    yield heading(overview, local)
    if overview.problem:
        yield f"  {overview.problem}"
    width = max((len(mailbox.name) for mailbox in overview.mailboxes), default=0)
    for mailbox in overview.mailboxes:
        yield f"  {mailbox.name.ljust(width)}  {'; '.join(facts(mailbox, overview.now))}"
    if tail := outlook(overview, local):
        yield tail


def heading(overview: Overview, local: Callable[[datetime], datetime]) -> str:
    """Whether it runs."""
    if overview.running and overview.since:
        return f"afterword {overview.version} runs since {local(overview.since):%a %d %b %H:%M} (process {overview.pid})"
    return f"afterword {overview.version} does not run as a service; `afterword run` or systemd starts it"


def outlook(overview: Overview, local: Callable[[datetime], datetime]) -> str:
    """What waits and what comes; '' where nothing is known."""
    tail = [] if overview.drafts_waiting is None else [_drafts(overview.drafts_waiting)]
    if overview.next_digest:
        tail.append(f"next digest {local(overview.next_digest):%a %d %b %H:%M}")
    return "; ".join(tail)


def facts(mailbox: MailboxLine, now: datetime) -> Iterator[str]:
    """How a mailbox is, a few words each."""
    if mailbox.state:
        trying = mailbox.state not in (State.WATCHING, State.POLLING) and mailbox.since
        since = f"since {in_words(now - mailbox.since)}" if trying and mailbox.since else ""
        yield " ".join(filter(None, (mailbox.state, mailbox.progress, since)))
    yield f"last look {in_words(now - mailbox.last_success)} ago" if mailbox.last_success else "not looked at yet"
    if mailbox.problem:
        yield mailbox.problem.removeprefix(f"{mailbox.name}: ")
    if mailbox.mend and mailbox.mend not in mailbox.problem:
        yield mailbox.mend
    if mailbox.next_try:
        yield f"next try in {in_words(mailbox.next_try - now)}"


def _drafts(count: int) -> str:
    return f"{_counted(count, 'draft waits', 'drafts wait')} for review" if count else "no draft waits for review"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _instants(said: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {key: datetime.fromisoformat(value) if key in names and value else value for key, value in said.items()}
