"""Plays a timeline: the clock jumps from step to step, each brings what it brings, and the real cycle runs.

What a step does not say does not change: the drafts that lie there are compared after *every* cycle with those that the
timeline stated last.
"""

from __future__ import annotations

import email
import shlex
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from click.testing import CliRunner
from sqlalchemy import select

from daemon.cli import afterword
from daemon.cycle import run_cycle
from daemon.digest.publish import build
from daemon.house import House
from daemon.mailbox.protocol import DraftRef, Mailbox, ReplyAnchor
from daemon.state.models import ApplicationRow, DraftRow
from tests.mailbox.world import with_message_id, with_text
from tests.timelines.digest_lines import digest_lines
from tests.timelines.letters import POLICY, Letters
from tests.timelines.stage import Stage, one_engine
from tests.timelines.timeline import Malformed, Step, Timeline, instant, stock

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Saved:
    """One draft as it was when it was saved."""

    at: datetime
    send_by: datetime | None
    rule: str
    kind: str
    answers: str
    """The name of the mail that it answers, '' for none."""
    message: EmailMessage

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",))
        return str(body.get_content()).replace("\r\n", "\n").strip() if body else ""


@dataclass
class Played:
    """What came of it: every draft that was saved, and where the program did not do what the timeline says."""

    saved: list[Saved] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Killed(BaseException):
    """The process is gone."""


class Dying:
    """A mailbox in which the process dies before or after a draft is saved or withdrawn."""

    def __init__(self, real: Mailbox, call: str, moment: str) -> None:
        self._real, self._call, self._moment = real, call, moment

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        self._die("save_draft", "before")
        ref = self._real.save_draft(mime, reply_to)
        self._die("save_draft", "after")
        return ref

    def withdraw_draft(self, ref: DraftRef) -> bool:
        self._die("withdraw_draft", "before")
        done = self._real.withdraw_draft(ref)
        self._die("withdraw_draft", "after")
        return done

    def _die(self, call: str, moment: str) -> None:
        if (call, moment) == (self._call, self._moment):
            raise Killed


def play(timeline: Timeline, stage: Stage) -> Played:
    """From the first step to the last. Raises Malformed where a step cannot be done at all."""
    with one_engine():
        play = _Play(timeline, stage)
        try:
            for step in timeline.steps:
                play.step(step)
        finally:
            play.house.close()
            stage.close()
    return play.played


class _Play:
    def __init__(self, timeline: Timeline, stage: Stage) -> None:
        self.timeline, self.stage = timeline, stage
        self.letters = Letters(timeline)
        self.house: House = stage.house()
        self.played = Played()
        self.expected: dict[str, None] = {}
        self.lying: dict[str, str] = {}
        """The line of each draft that lies there, by its Message-ID."""

    def step(self, step: Step) -> None:
        if step.said.get("on_the_minute"):
            self._cycle(step.at - MINUTE)
            self._compare(step.at - MINUTE, "a minute before")
        self._happen(step)
        if step.asleep or (self.timeline.starts and step.at < self.timeline.starts):
            return
        if "dies" in step.said:
            self._cycle_that_dies(step.at, *str(step.said["dies"]).split())
        else:
            self._cycle(step.at)
        if "drafts" in step.said:
            self.expected = dict.fromkeys(step.said["drafts"])
        self._compare(step.at, "")
        self._compare_state(step)
        self._compare_digest(step)

    def _happen(self, step: Step) -> None:
        said, action = step.said, step.action
        match action:
            case "mail":
                received = self._instant(said.get("received"), step.at)
                raw = self.letters.write(said["mail"], said, self._instant(said.get("dated"), received))
                self.stage.world.deliver(raw, received)
            case "again":
                self.stage.world.deliver(self.letters.raw[said["again"]], step.at)
            case "writes":
                raw = self.letters.write(said["writes"], said, step.at)
                self.stage.world.user_writes(raw, step.at)
            case "sends":
                self.stage.user_sends(self._lying(said["sends"]), step.at, lambda raw: self._as_sent(raw, step))
                self.expected.pop(said["sends"], None)
            case "edits":
                words = said.get("words", "These are my own words now.")
                self.stage.world.user_edits(self._lying(said["edits"]), words)
                del self.expected[said["edits"]]
                self.expected[f"{said['edits']}, edited"] = None
            case "discards":
                self.stage.world.user_discards(self._lying(said["discards"]))
                self.expected.pop(said["discards"], None)
            case "says":
                self._command(said["says"], step.at)
            case "loses":
                self._lose(said["loses"])

    def _as_sent(self, raw: bytes, step: Step) -> bytes:
        sent = with_text(raw, step.said["words"]) if "words" in step.said else raw
        return with_message_id(sent, f"<sent.{step.at:%Y%m%d%H%M}@example.org>") if step.said.get("new_id") else sent

    def _lying(self, line: str) -> str:
        """The Message-ID of the draft that a step names."""
        for message_id, lying in self.lying.items():
            if lying == line:
                return message_id
        raise Malformed(f"{self.timeline.title}: no draft {line!r} lies there, but {sorted(self.lying.values())}")

    def _command(self, words: str, at: datetime) -> None:
        arguments = ["--config", str(self.stage.config_file), "--now", at.isoformat(), *shlex.split(words)[1:]]
        arguments = [self._as_message_id(argument) for argument in arguments]
        result = CliRunner().invoke(afterword, arguments)
        if result.exception is not None:
            raise Malformed(f"{self.timeline.title}: {words}: {result.exception} {result.output}") from result.exception

    def _as_message_id(self, argument: str) -> str:
        """`correct` takes a Message-ID; a timeline has the mail's name, as "@name"."""
        if not argument.startswith("@"):
            return argument
        (raw,) = [raw for name, raw in self.letters.raw.items() if name == argument[1:]]
        return str(email.message_from_bytes(raw, policy=POLICY)["Message-ID"])

    def _lose(self, what: str) -> None:
        match what:
            case "the database":
                self.house.close()
                self.stage.lose_database()
                self.house = self.stage.house()
            case "the cursor":
                self.stage.world.invalidate_cursor()
            case _:
                raise Malformed(f"{self.timeline.title}: nobody loses {what!r}")

    def _cycle(self, at: datetime) -> None:
        report = run_cycle(self.house, at)
        for name, problem in report.failed.items():
            self._fault(at, f"mailbox {name}: {problem}")
        if report.quarantined:
            self._fault(at, f"{report.quarantined} mails could not be read")
        self._see_what_is_new(at)

    def _see_what_is_new(self, at: datetime) -> None:
        before = self.lying
        self._look()
        for message_id in sorted(self.lying, key=lambda message_id: self.lying[message_id]):
            if message_id not in before:
                self._keep(message_id, at)

    def _cycle_that_dies(self, at: datetime, moment: str, call: str) -> None:
        real = dict(self.house.mailboxes)
        dying = {name: Dying(mailbox, call, moment) for name, mailbox in real.items()}
        house = House(**{**self.house.__dict__, "mailboxes": dying})
        try:
            run_cycle(house, at)
        except Killed:
            self.house.close()
            self.house = self.stage.house()
            self._see_what_is_new(at)
            return
        raise Malformed(f"{self.timeline.title}: nothing died at {self._clock(at)}")

    def _look(self) -> None:
        """What lies in the drafts folder, as lines."""
        with self.house.database.session() as session:
            rows = {row.message_id: (row.follow_up.rule, row.state) for row in session.scalars(select(DraftRow))}
        self.lying = {}
        self.mails: dict[str, EmailMessage] = {}
        for raw in self.stage.world.drafts():
            message = email.message_from_bytes(raw, policy=POLICY)
            assert isinstance(message, EmailMessage)
            message_id = str(message["Message-ID"]).strip()
            rule, state = rows.get(message_id, ("?", ""))
            answers = self.letters.name_of(str(message["In-Reply-To"] or "").strip())
            line = f"{rule} {self._person(str(message['To']))}{f' re {answers}' if answers else ''}"
            self.lying[message_id] = f"{line}, edited" if state == "edited" else line
            self.mails[message_id] = message

    def _keep(self, message_id: str, at: datetime) -> None:
        with self.house.database.session() as session:
            row = session.scalar(select(DraftRow).where(DraftRow.message_id == message_id))
            if row is None:
                return
            follow_up = row.follow_up
            answers = self.letters.name_of(row.in_reply_to)
            self.played.saved.append(
                Saved(at, follow_up.send_by, follow_up.rule, follow_up.kind, answers, self.mails[message_id])
            )

    def _compare(self, at: datetime, when: str) -> None:
        there, wanted = sorted(self.lying.values()), sorted(self.expected)
        if there != wanted:
            self._fault(at, f"{when}\n    lies there: {there}\n    should lie: {wanted}")
            self.expected = dict.fromkeys(there)

    def _compare_state(self, step: Step) -> None:
        wanted = step.said.get("state")
        if wanted is None:
            return
        with self.house.database.session() as session:
            rows = session.scalars(select(ApplicationRow).order_by(ApplicationRow.id)).all()
            states = {f"{row.company}": str(row.state) for row in rows}
            count = len(rows)
        if isinstance(wanted, str):
            if count != 1 or list(states.values()) != [wanted]:
                self._fault(step.at, f"state: {states}, should be: {wanted}")
        elif count != len(wanted) or states != wanted:
            self._fault(step.at, f"states: {states}, should be: {wanted}")

    def _compare_digest(self, step: Step) -> None:
        wanted, silent = step.said.get("digest", []), step.said.get("digest_is_silent_on", [])
        words = step.said.get("digest_says", [])
        if not (wanted or silent or words):
            return
        built = build(self.house, step.at)
        lines = list(digest_lines(built.content, self._person))
        text = " ".join(built.rendered.text.split())
        missing = [line for line in wanted if line not in lines] + [said for said in words if said not in text]
        spoken = [line for line in lines for topic in silent if line.startswith(topic)]
        if missing or spoken:
            told = "\n        ".join(lines)
            self._fault(step.at, f"the digest\n    lacks: {missing}\n    should not say: {spoken}\n    says:\n        {told}")

    def _person(self, written: str) -> str:
        """The name in stock/people.toml of whom a draft goes to."""
        address = parseaddr(written)[1]
        return next((name for name, person in stock("people").items() if person["email"] == address), address)

    def _instant(self, written: str | None, usual: datetime) -> datetime:
        return instant(written, self.timeline.zone) if written else usual

    def _fault(self, at: datetime, what: str) -> None:
        self.played.faults.append(f"{self._clock(at)} {what}")

    def _clock(self, at: datetime) -> str:
        return clock(at, self.timeline)


def clock(at: datetime, timeline: Timeline) -> str:
    """An instant as timelines write it."""
    return at.astimezone(UTC).astimezone(timeline.zone).strftime("%a %Y-%m-%d %H:%M")
