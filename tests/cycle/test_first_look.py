"""The first look at a mailbox: everything of hiring is found in it, nothing else is read, and it can be broken off anywhere."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

import daemon.intake
from classifiers.corpus_files import FOLDER, mail_of
from classifiers.first_look import may_be_hiring
from classifiers.reading import MessageKind
from daemon.cycle import run_cycle
from daemon.errors import MailboxUnavailable
from daemon.intake import read_new_mail
from daemon.mail.beginning import read_beginning
from daemon.mail.message import Message
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.protocol import Look, MessageRef, Progress
from daemon.state.models import MailboxRow, MessageRow
from daemon.state.turned_away import RULE
from tests.bench.noise import noise
from tests.cycle.road import CONFIRMED, HOLD, Road, mail
from tests.mailbox.imap_world import ImapWorld, settings
from tests.peers.dovecot import Dovecot
from tests.peers.wire import Wire

NOW = datetime(2026, 3, 12, 15, 0, tzinfo=UTC)
BEGAN = NOW - timedelta(days=50)
DULL = ("Re: hello", "question", "(no subject)", "Hi", "Re:", "quick one", "hey", "Tuesday")
SAID = (
    "Hi Sam,\n\nwe would like to invite you to an interview for the {role} position. Would Tuesday or Thursday suit you?",
    "Hi Sam,\n\nthank you for your patience, we have not made a decision on the {role} position yet. I will be in touch soon.",
    "Hi Sam,\n\nyour interview for the {role} role is confirmed for Tuesday, March 24, 2026 at 2:00 pm ET. You will meet me.",
    "Hi Sam,\n\nafter careful consideration we have decided to move forward with another candidate for the {role} role.",
    "Hi Sam,\n\nI came across your profile and wonder whether you would be open to talk about a {role} role with our client?",
)
ROLES = (
    "Data Analyst",
    "Project Manager",
    "Nurse",
    "Store Manager",
    "Welder",
    "Teacher",
    "Barista",
    "Accountant",
    "Chef",
    "Driver",
)


def planted(number: int) -> bytes:
    """Hiring mail under a dull subject from a private address."""
    said = SAID[number % len(SAID)].format(role=ROLES[number // len(SAID) % len(ROLES)])
    return mail(
        f"<planted.{number}@gmail.example>",
        f"{said}\n\nBest,\nJamie Fox\n",
        sender=f"Jamie Fox <jamie.fox{number}@gmail.example>",
        subject=DULL[number % len(DULL)],
    )


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The Message-IDs of everything that reaches the full parser."""
    seen: list[str] = []
    parse = daemon.intake.parse

    def counting(raw: bytes, received_at: datetime) -> Message:
        message = parse(raw, received_at)
        seen.append(message.message_id)
        return message

    monkeypatch.setattr(daemon.intake, "parse", counting)
    return seen


@pytest.fixture
def wire(dovecot: Dovecot) -> Iterator[Wire]:
    wire = Wire(dovecot.port)
    yield wire
    wire.close()


@pytest.fixture
def road(dovecot: Dovecot, wire: Wire, tmp_path: Path) -> Iterator[Road]:
    user = dovecot.new_user()
    world = ImapWorld(dovecot, user, settings(wire.port, user))
    yield Road(world, tmp_path)
    world.close()


def lie_there(dovecot: Dovecot, road: Road, letters: list[bytes]) -> None:
    """These letters lie in the inbox, received in their order over fifty days."""
    assert isinstance(road.world, ImapWorld)
    step = timedelta(days=49) / len(letters)
    dovecot.write_inbox(road.world.user, [(raw, BEGAN + number * step) for number, raw in enumerate(letters)])


def rows(road: Road) -> dict[str, MessageRow]:
    with road.house().database.session() as session:
        return {row.message_id: row for row in session.scalars(select(MessageRow))}


@pytest.mark.peer("dovecot")
class TestOnDovecot:
    @pytest.mark.slow
    def test_fifty_dull_mails_of_hiring_are_found_among_2000_and_no_noise_is_parsed(
        self, dovecot: Dovecot, road: Road, parsed: list[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        letters = list(noise(3, 2_000, lambda _: NOW, personal=False))
        for number in range(50):
            letters.insert(20 + 40 * number, planted(number))
        lie_there(dovecot, road, letters)
        told: list[Progress] = []
        house = replace(road.house(), progress=lambda _, progress: told.append(progress))
        with caplog.at_level(logging.INFO, logger="daemon.intake"):
            intake = read_new_mail(house, road.world.mailbox, NOW)
        assert len(intake.recorded) == 2_050
        assert sorted(parsed) == sorted(f"<planted.{number}@gmail.example>" for number in range(50))
        found = [row for row in rows(road).values() if row.kind != MessageKind.OTHER]
        assert len(found) >= 48, "what the classifier makes of them"
        assert told[-1] == Progress(2_050, 2_050)
        assert [progress.done for progress in told] == sorted(progress.done for progress in told)
        assert "first look at personal: 1,000 of 2,050 messages" in caplog.messages
        assert caplog.messages[-1] == "first look at personal: 2,050 of 2,050 messages"

    def test_it_goes_on_where_it_was_broken_off_and_fetches_nothing_twice(self, dovecot: Dovecot, road: Road, wire: Wire) -> None:
        letters = [planted(0), *noise(5, 500, lambda _: NOW, personal=False)]
        lie_there(dovecot, road, letters)
        mailbox = road.world.mailbox
        house = road.house()
        looked: list[str] = []

        class BreaksOff(ImapMailbox):
            def look(self, refs: tuple[MessageRef, ...]) -> list[Look]:
                if len(looked) >= 200:
                    raise MailboxUnavailable("gone")
                looked.extend(ref.id for ref in refs)
                return super().look(refs)

        with pytest.raises(MailboxUnavailable):
            read_new_mail(house, BreaksOff("personal", road.world.account), NOW)  # type: ignore[attr-defined]
        half = rows(road)
        assert len(half) == 200
        assert min(row.received_at for row in half.values()) > BEGAN + timedelta(days=25), "the newest first"
        with house.database.session() as session:
            cursor = session.scalars(select(MailboxRow.cursor)).one()
        assert cursor is not None
        assert json.loads(cursor)["INBOX"]["look_back"]["done"] == 200

        road.world.deliver(mail("<meanwhile@northwind.example>", HOLD), NOW)
        wire.commands.clear()
        intake = read_new_mail(road.house(), mailbox, NOW)
        assert len(intake.recorded) == len(letters) - 200 + 1
        assert "<meanwhile@northwind.example>" in rows(road)
        first_uid_that_was_read = len(letters) - 200 + 1
        fetched = [command for command in wire.commands if command.startswith("UID FETCH") and "BODY" in command]
        asked = {uid for command in fetched for uid in uids_in(command.split()[2])}
        assert asked
        assert not asked & set(range(first_uid_that_was_read, len(letters) + 1))
        assert read_new_mail(road.house(), mailbox, NOW).recorded == []

    def test_nothing_is_saved_before_the_mailbox_was_looked_through(self, dovecot: Dovecot, road: Road) -> None:
        lie_there(dovecot, road, [planted(0), *noise(6, 210, lambda _: NOW, personal=False)])
        road.world.deliver(mail("<hold@northwind.example>", HOLD), NOW - timedelta(days=1))
        mailbox = road.world.mailbox
        stopped = False

        def stop(_name: str, _progress: Progress) -> None:
            nonlocal stopped
            stopped = True

        broken_off = replace(road.house(), stopping=lambda: stopped, progress=stop)
        assert run_cycle(broken_off, NOW).saved == []
        assert "<hold@northwind.example>" in rows(road)
        assert road.drafts() == []
        assert run_cycle(road.house(mailbox), NOW).saved
        assert road.drafts()

    def test_what_was_turned_away_is_read_after_all_once_its_conversation_or_sender_is_known(
        self, dovecot: Dovecot, road: Road, parsed: list[str]
    ) -> None:
        filler = list(noise(8, 240, lambda _: NOW, personal=False))
        page = '<table><tr><td><img src="https://x.example/a.png">The new garden tools are in the shop, and you save on the seeds'
        dull = [
            replied(b"<answer@elsewhere.example>", b"<first@northwind.example>", b"Lena <lena@elsewhere.example>", page),
            replied(b"<news@northwind.example>", b"", b"Northwind <news@mail.northwind.example>", page),
            replied(b"<stranger@elsewhere.example>", b"", b"Shop <shop@elsewhere.example>", page),
        ]
        lie_there(dovecot, road, [mail("<first@northwind.example>", CONFIRMED), *filler, *dull])
        run_cycle(road.house(), NOW)
        assert parsed == ["<first@northwind.example>", "<answer@elsewhere.example>", "<news@northwind.example>"]
        found = rows(road)
        assert found["<answer@elsewhere.example>"].thread_id == found["<first@northwind.example>"].thread_id
        assert found["<stranger@elsewhere.example>"].evidence_rules[:1] == [RULE]
        assert not any(row.reread_due for row in found.values())

    def test_an_answer_that_says_nothing_but_the_subject_joins_what_was_read_after_it(self, dovecot: Dovecot, road: Road) -> None:
        first = mail("<first@northwind.example>", CONFIRMED, subject="Your interview at Northwind")
        answer = mail("<second@northwind.example>", HOLD, subject="Re: Your interview at Northwind")
        before, between = (list(noise(seed, 210, lambda _: NOW, personal=False)) for seed in (10, 11))
        lie_there(dovecot, road, [*before, first, *between, answer])
        run_cycle(road.house(), NOW)
        found = rows(road)
        assert found["<second@northwind.example>"].thread_id == found["<first@northwind.example>"].thread_id
        assert not found["<second@northwind.example>"].reread_due

    def test_after_a_change_of_uidvalidity_nothing_is_recorded_or_parsed_again(
        self, dovecot: Dovecot, road: Road, parsed: list[str]
    ) -> None:
        lie_there(dovecot, road, [planted(number) for number in range(5)] + list(noise(9, 30, lambda _: NOW, personal=False)))
        mailbox = road.world.mailbox
        read_new_mail(road.house(), mailbox, NOW)
        before = {message_id: row.id for message_id, row in rows(road).items()}
        assert len(parsed) == 5
        dovecot.change_uidvalidity(road.world.user, "INBOX", 4711)  # type: ignore[attr-defined]
        assert read_new_mail(road.house(), mailbox, NOW).recorded == []
        after = rows(road)
        assert {message_id: row.id for message_id, row in after.items()} == before
        assert all(row.ref.startswith("4711:") for row in after.values())
        assert len(parsed) == 5


def replied(message_id: bytes, parent: bytes, sender: bytes, page: str) -> bytes:
    answers = b"In-Reply-To: " + parent + b"\r\n" if parent else b""
    return (
        b"From: %s\r\nTo: sam.rivera@example.org\r\nSubject: Garden\r\nMessage-ID: %s\r\n%s" % (sender, message_id, answers)
        + b"Content-Type: text/html\r\n\r\n"
        + page.encode()
    )


def uids_in(listed: str) -> set[int]:
    found: set[int] = set()
    for each in listed.split(","):
        first, _, last = each.partition(":")
        found |= set(range(int(first), int(last or first) + 1))
    return found


@pytest.mark.slow
def test_of_the_corpus_next_to_no_mail_of_hiring_is_turned_away() -> None:
    """At most one in a thousand; and of the other mail, which was written to be hard to tell from it, some."""
    hiring = other = lost = settled = 0
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines()[::3]:
            row = json.loads(line)
            if row.get("direction") == "outgoing":
                continue
            raw = mail_of(row, datetime.fromisoformat(row.get("date") or "2026-03-04T09:12:00-05:00"))
            beginning = read_beginning(raw, NOW, len(raw))
            turned_away = beginning is not None and not (
                beginning.calendar
                or may_be_hiring(beginning.message.subject, beginning.message.text, mass_made=beginning.mass_made)
            )
            if row["kind"] == "other":
                other, settled = other + 1, settled + turned_away
            else:
                hiring, lost = hiring + 1, lost + turned_away
    assert hiring > 1_000
    assert lost <= max(1, hiring // 1_000)
    assert settled > other // 30
