"""The storm: five thousand messages while the network breaks in every way, the server restarts, and its UIDs lose their meaning.

What comes of it must be what comes of a quiet day: every message is recorded once, and the drafts are those, once each, that one
turn saves where the same letters lie in a mailbox in memory.
"""

from __future__ import annotations

import random
import smtplib
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import func, select

from daemon.clock import fixed
from daemon.cycle import take_turn
from daemon.house import House
from daemon.mailbox import imap_watch
from daemon.mailbox.imap import ImapMailbox
from daemon.service.crew import Crew
from daemon.service.patience import Patience
from daemon.service.watch import Pace
from daemon.state.models import MessageRow
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, SAM, Road, at
from tests.mailbox.imap_world import settings
from tests.mailbox.test_memory import MemoryWorld
from tests.peers.dovecot import HOST, Dovecot
from tests.peers.faults import BadNetwork, Fate

SEED = 20_261_122
ALL = 5_000
GUSTS = 125
"""After so many messages, every connection that stands breaks, however good it was."""
NOW = at("2026-03-18 17:00")
FIRST = at("2026-03-06 10:00")
PATIENCE = 400.0
"""Seconds; for a machine that is busy with much else. It takes two minutes by itself."""

COMPANIES = [
    first + last
    for first, last in product(
        ("Alder", "Brent", "Carl", "Dun", "Elm", "Farn", "Gray", "Hol", "Iver", "Kings"),
        ("wick", "moor", "ford", "vale", "by", "ton"),
    )
]
NOISE = (
    ("Your weekly summary", "Here is what happened in your account this week. You have 3 new notifications."),
    ("Invoice 2026-{}", "Your invoice is attached. The amount will be charged to your card on the first of the month."),
    ("Spring sale: 20% off everything", "Only this weekend: save on shoes, coats and bags. Unsubscribe at any time."),
    ("Your parcel is on its way", "The parcel {} will be delivered tomorrow between 10 am and 2 pm."),
    ("Lunch on Friday?", "Shall we have lunch on Friday at the usual place? Table {} is ours if we come early."),
)


@dataclass(frozen=True)
class Letter:
    message_id: str
    raw: bytes
    at: datetime
    hiring: bool


def letter(number: int, sender: str, subject: str, text: str, answers: str = "", written_at: datetime = NOW) -> Letter:
    message = EmailMessage(policy=SMTP.clone(max_line_length=998))
    message["From"], message["To"], message["Subject"] = sender, SAM, subject
    message["Date"] = written_at
    message["Message-ID"] = f"<{number}@storm.example>"
    if answers:
        message["In-Reply-To"] = message["References"] = answers
    message.set_content(text)
    return Letter(str(message["Message-ID"]), message.as_bytes(), written_at, hiring="Data Analyst" in subject)


def mail_of_a_month() -> list[Letter]:
    """Some hundred letters of hiring processes, in order within each, among thousands of others. Each has a second of its own."""
    chance = random.Random(SEED)  # noqa: S311 - a storm, no secret
    processes: list[list[Callable[[int, datetime, str], Letter]]] = []
    for index, company in enumerate(COMPANIES):
        name = f"Meg Ortiz{index}"
        told = {"Northwind": company, "Meg Ortiz": name, "with me": f"with {name}"}
        sender = f"{name} <meg.ortiz{index}@{company.lower()}.example>"
        texts = [CONFIRMED, *((HOLD, REJECTED)[: index % 3])]
        processes.append([partial(_step, sender, company, _said(text, told)) for text in texts])
    slots = chance.sample(range(ALL), sum(map(len, processes)))
    steps_of = [index for index, steps in enumerate(processes) for _ in steps]
    owner = dict(zip(sorted(slots), chance.sample(steps_of, len(slots)), strict=True))
    begun: dict[int, str] = {}
    done: Counter[int] = Counter()
    letters = []
    for number in range(ALL):
        written_at = FIRST + number * (NOW - FIRST) / (ALL + 1)
        if number in owner:
            process = owner[number]
            made = processes[process][done[process]](number, written_at, begun.get(process, ""))
            begun.setdefault(process, made.message_id)
            done[process] += 1
        else:
            subject, text = NOISE[number % len(NOISE)]
            sender = f"Sender {number % 50} <news@shop{number % 50}.example>"
            made = letter(number, sender, subject.format(number), text.format(number), written_at=written_at)
        letters.append(made)
    return letters


def _step(sender: str, company: str, text: str, number: int, written_at: datetime, answers: str) -> Letter:
    return letter(number, sender, f"Data Analyst at {company}", text, answers, written_at)


def _said(text: str, told: dict[str, str]) -> str:
    for before, after in told.items():
        text = text.replace(before, after)
    return text


def drafts_of(raws: list[bytes]) -> Counter[tuple[str, str, str]]:
    """How often there is a draft to whom, in answer to what, with which words."""
    return Counter(_read(raw) for raw in raws)


def _read(raw: bytes) -> tuple[str, str, str]:
    message = message_from_bytes(raw, policy=SMTP)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain",))
    assert body is not None
    return str(message["To"]), str(message["In-Reply-To"] or "").strip(), str(body.get_content())


def recorded(house: House) -> Counter[str]:
    with house.database.session() as session:
        return Counter(session.scalars(select(MessageRow.message_id)))


def count(house: House) -> int:
    with house.database.session() as session:
        return session.scalar(select(func.count()).select_from(MessageRow)) or 0


def on_a_quiet_day(letters: list[Letter], folder: Path) -> Counter[tuple[str, str, str]]:
    """The drafts that one turn saves. Mail that is no letter of a hiring process is left out: it takes a minute, for nothing."""
    world = MemoryWorld()
    house = Road(world, folder).house(world.mailbox)
    take_turn(house, world.mailbox, NOW, frozenset)
    for each in letters:
        if each.hiring:
            world.deliver(each.raw, each.at)
    take_turn(house, world.mailbox, NOW, frozenset)
    house.close()
    return drafts_of(world.drafts())


@pytest.fixture
def server() -> Iterator[Dovecot]:
    """One of its own: it is restarted."""
    server = Dovecot()
    server.start()
    yield server
    server.remove()


class Post:
    """Delivers by LMTP on one connection, which it opens again when the server was away."""

    def __init__(self, server: Dovecot, user: str) -> None:
        self._server, self._user = server, user
        self._open()

    def deliver(self, raw: bytes) -> None:
        self._lmtp.sendmail("sender@elsewhere.invalid", [self._user], raw)

    def restart(self) -> None:
        self._lmtp.close()
        self._server.restart()
        self._open()

    def _open(self) -> None:
        self._lmtp = smtplib.LMTP(HOST, self._server.lmtp_port, timeout=20)


def until(happens: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline, what
        time.sleep(0.5)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.peer("dovecot")
def test_nothing_is_lost_and_nothing_is_twice(server: Dovecot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap_watch, "RENEWED_AFTER", 1.0)
    monkeypatch.setattr(imap_watch, "ENDED_WITHIN", 1.0)
    monkeypatch.setattr(imap_watch, "POLLED_FOR", 3.0)
    letters = mail_of_a_month()
    expected = on_a_quiet_day(letters, _made(tmp_path / "quiet"))
    assert len(expected) == expected.total() >= 20
    print(f"{sum(each.hiring for each in letters)} letters of {ALL}; a quiet day has {expected.total()} drafts")

    user = server.new_user()
    network = BadNetwork(server.port, SEED)
    # timeouts fit for a loaded machine, and yet short enough to meet many a black hole
    account = settings(network.port, user, connect_timeout=3, read_timeout=3)
    mailbox = ImapMailbox("personal", account, poll_seconds=1)
    house = Road(MemoryWorld(), _made(tmp_path / "storm")).house(mailbox)
    pace = Pace(between_turns=5, quick=0)
    crew = Crew(house, fixed(NOW), pace=pace, patience=partial(Patience, first=0.05, most=0.5, least=0.01))
    post = Post(server, user)
    began = time.monotonic()
    crew.start()
    for number, each in enumerate(letters, 1):
        post.deliver(each.raw)
        if number % GUSTS == 0:
            network.gust()
        if number % (ALL // 4) == 0 and number < ALL:
            post.restart()
        if number == ALL // 2 + 100:
            server.change_uidvalidity(user, "INBOX", 4711)
    delivered = time.monotonic() - began
    until(lambda: count(house) >= ALL, "the mail is not all there")
    calmed = time.monotonic() - began
    network.settle()
    until(lambda: drafts_in(server, user).total() >= expected.total(), "the drafts are not all there")
    _two_more_turns(crew)
    print(
        f"delivered within {delivered:.1f} s, recorded within {calmed:.1f} s, all done within {time.monotonic() - began:.1f} s;"
    )
    print(f"connections: {', '.join(f'{count} {fate}' for fate, count in network.met.most_common())}")

    crew.stop()
    assert crew.join(20)
    assert recorded(house) == Counter(each.message_id for each in letters)
    assert drafts_in(server, user) == expected
    assert {Fate.CUT, Fate.RESET, Fate.BLACK_HOLE, Fate.SLOW, Fate.REFUSED} <= network.met.keys()
    network.close()
    house.database.close()


def drafts_in(server: Dovecot, user: str) -> Counter[tuple[str, str, str]]:
    with server.client(user) as client:
        client.select_folder("Drafts", readonly=True)
        uids = client.search("UNDELETED")
        return drafts_of([items[b"BODY[]"] for items in client.fetch(uids, ["BODY.PEEK[]"]).values()] if uids else [])


def _two_more_turns(crew: Crew) -> None:
    """So that whatever would be saved twice is."""
    (watcher,) = crew.watchers
    for _ in range(2):
        before = watcher.looked_at
        crew.hurry()
        until(partial(lambda before: watcher.looked_at != before, before), "no turn succeeds")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
