"""Lets the scenario happen: mail arrives, Sam acts, and after each the real cycle runs at that instant."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from sqlalchemy import select

from daemon.cycle import Report, run_cycle
from daemon.demo.sam import SamsMailbox, Wanted
from daemon.demo.scenario import Scenario, Step
from daemon.digest.publish import build
from daemon.errors import UserError
from daemon.house import DigestTimes, House, Profile
from daemon.mail.message import Address
from daemon.mailbox.maildir import MaildirMailbox
from daemon.playbook.advise import advise
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.history import DraftState
from daemon.playbook.preferences import Preferences
from daemon.state.database import open_database
from daemon.state.history import load_history
from daemon.state.models import ApplicationRow, DraftRow, FollowUpRow, MessageRow

MARK = ".afterword-demo"
DIGEST_HOUR, DIGEST_MINUTE = 7, 30
SENTENCE_OF_SAMS = "P.S. I have since found the article that we talked about; I will bring it along."


def replay(folder: Path) -> Iterator[str]:
    """Replay the scenario into `folder`; the lines of the timeline as it happens. Raises UserError where the folder holds
    something else."""
    _clear(folder)
    scenario = Scenario()
    house = _house(scenario, folder)
    try:
        yield from _Replay(scenario, house, SamsMailbox(folder / "Maildir"), folder).run()
    finally:
        house.close()


@dataclass
class _Replay:
    scenario: Scenario
    house: House
    sam: SamsMailbox
    folder: Path

    def run(self) -> Iterator[str]:
        steps = list(self.scenario.steps)
        now = steps[0].at
        while now <= self.scenario.ends:
            happening = []
            while steps and steps[0].at <= now:
                happening.append(steps.pop(0))
            for step in happening:
                yield from self._happens(step)
            report = run_cycle(self.house, now.astimezone(UTC))
            yield from self._told(report, now)
            now = self._next_instant(now, steps)
        yield from self._ending()

    def _next_instant(self, now: datetime, steps: list[Step]) -> datetime:
        """The next thing that happens: a step of the scenario, a draft that falls due, the hour of the digest, the end."""
        local = now.astimezone(self.scenario.zone)
        digest = local.replace(hour=DIGEST_HOUR, minute=DIGEST_MINUTE, second=0)
        digest = digest if digest > local else (local + timedelta(days=1)).replace(hour=DIGEST_HOUR, minute=DIGEST_MINUTE)
        with self.house.database.session() as session:
            history = load_history(session)
        due = [f.due_at for f in advise(history, now, self.house.preferences) if f.due_at > now]
        candidates = [digest, *due, *(step.at for step in steps[:1])]
        if now < self.scenario.ends:
            candidates.append(self.scenario.ends)
        return min(candidates).astimezone(self.scenario.zone)

    def _happens(self, step: Step) -> Iterator[str]:
        day = self._when(step.at)
        if step.action == "mail":
            self.sam.receive(self.scenario.message(step), step.at)
        elif step.action == "write":
            self.sam.write(self.scenario.message(step), step.at)
            yield f"{day}  Sam writes to {step.said['to'].partition(' <')[0]}"
        else:
            done = {"send": "sends", "edit": "edits", "discard": "throws away"}[step.action]
            wanted = self._wanted(step)
            if step.action == "send":
                self.sam.send(wanted, step.at)
            elif step.action == "edit":
                self.sam.edit(wanted, SENTENCE_OF_SAMS)
            else:
                self.sam.discard(wanted)
            yield f"{day}  Sam {done} the {step.draft['kind'].replace('_', ' ')} for {step.draft['company']}"

    def _wanted(self, step: Step) -> Wanted:
        """The draft that a step names, found by its Message-ID."""
        meant = step.draft
        with self.house.database.session() as session:
            rows = session.execute(
                select(DraftRow.message_id)
                .join(FollowUpRow, FollowUpRow.id == DraftRow.follow_up_id)
                .join(ApplicationRow, ApplicationRow.id == FollowUpRow.application_id)
                .where(
                    FollowUpRow.kind == meant["kind"],
                    ApplicationRow.company.icontains(meant["company"]),
                    FollowUpRow.contact_email.icontains(meant.get("to", "")),
                    DraftRow.state == DraftState.UNTOUCHED,
                )
            ).scalars()
            ids = set(rows)

        def wanted(draft: EmailMessage) -> bool:
            return str(draft["Message-ID"]) in ids

        return wanted

    def _told(self, report: Report, now: datetime) -> Iterator[str]:
        day = self._when(now)
        with self.house.database.session() as session:
            for message_id in report.recorded:
                row = session.scalars(select(MessageRow).where(MessageRow.message_id == message_id)).one()
                if row.direction == "incoming":
                    sure = "" if row.confident else ", not sure"
                    yield f"{day}  ← {row.sender_name or row.sender_email}: {row.subject}"
                    yield f"{'':18}  read as {row.kind} ({row.confidence:.0%}{sure})"
        for withdrawal in report.withdrawn:
            yield f"{day}  ✗ draft withdrawn: {withdrawal.reason}"
        for saved in report.saved:
            follow_up = saved.follow_up
            articles = ", ".join(follow_up.articles)
            yield (
                f"{day}  ✎ draft: {follow_up.kind.replace('_', ' ')} to {follow_up.contact.name or follow_up.contact.email} "
                f"(rule {follow_up.rule}, article{'s' if len(follow_up.articles) > 1 else ''} {articles})"
            )
        if report.digest:
            self._write_digest(now, now.date().isoformat())

    def _write_digest(self, now: datetime, name: str) -> str:
        built = build(self.house, now.astimezone(UTC))
        folder = self.folder / "digest"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.html").write_text(built.rendered.html, encoding="utf-8")
        (folder / f"{name}.txt").write_text(built.rendered.text, encoding="utf-8")
        return built.rendered.subject

    def _ending(self) -> Iterator[str]:
        subject = self._write_digest(self.scenario.ends, "latest")
        left = len(self.sam.drafts)
        yield ""
        yield f"That was {self._when(self.scenario.ends)}. {left} drafts wait for Sam; nothing was sent to anybody."
        yield f"  Maildir   {self.folder / 'Maildir'} (drafts in .Drafts; open it with any mail client that reads Maildir)"
        yield f"  Digest    {self.folder / 'digest' / 'latest.html'} and latest.txt: {subject}"
        yield f"  State     {self.folder / 'state.db'}"

    def _when(self, instant: datetime) -> str:
        return f"{instant.astimezone(self.scenario.zone):%a %d %b %H:%M}".ljust(18)


def _clear(folder: Path) -> None:
    """Make room: what an earlier demo made goes, anything else stays. Raises UserError."""
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).exists())):
        raise UserError(f"{folder} is there already and is no demo of mine; name another folder: afterword demo FOLDER")
    try:
        for made in (folder / "Maildir", folder / "digest"):
            if made.exists():
                shutil.rmtree(made)
        for made in folder.glob("state.db*"):
            made.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
    except OSError as error:
        raise UserError(f"{folder} cannot be written: {error.strerror}; name another folder: afterword demo FOLDER") from None


def _house(scenario: Scenario, folder: Path) -> House:
    said = scenario.profile
    SamsMailbox(folder / "Maildir")
    return House(
        profile=Profile(
            name=said["name"],
            addresses=(Address(said["name"], said["address"]),),
            phone=said["phone"],
            highlights=tuple(said["highlights"]),
            achievements=tuple((entry["date"], entry["text"]) for entry in said["achievements"]),
        ),
        preferences=Preferences(
            calendar=WorkingCalendar(scenario.zone, said["country"], said["region"]),
            own_addresses=frozenset({said["address"].casefold()}),
        ),
        database=open_database(f"sqlite:///{(folder / 'state.db').absolute()}"),
        mailboxes={"demo": MaildirMailbox("demo", folder / "Maildir")},
        lookback=timedelta(days=60),
        digest=DigestTimes(enabled=True, hour=DIGEST_HOUR, minute=DIGEST_MINUTE, mailbox="demo"),
    )
