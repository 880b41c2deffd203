"""The owner threads together: nobody waits for another, and nothing is saved on half a history."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from daemon import cycle
from daemon.cycle import run_cycle
from daemon.errors import MailboxUnavailable, StateError
from daemon.mailbox.protocol import Place
from daemon.service import crew as crews
from daemon.service.condition import State
from daemon.service.crew import Crew
from daemon.service.patience import Patience
from daemon.state import database
from tests.cycle.road import CONFIRMED, REJECTED, mail
from tests.service.household import BRISK, Hands, Trying, at, end, house, soon

NOTE = "Hi Sam,\n\nPlease bring your passport to the interview at Northwind.\n\nBest regards,\nMeg\n"
Begun = Callable[..., Crew]


def hasty() -> Patience:
    return Patience(first=0.02, most=0.1, least=0.01, chance=lambda: 1.0)


@pytest.fixture
def home() -> Trying:
    return Trying("home")


@pytest.fixture
def work() -> Trying:
    return Trying("work")


@pytest.fixture
def begun(tmp_path: Path, home: Trying, work: Trying) -> Iterator[Begun]:
    started: list[Crew] = []

    def begin(
        now: str = "2026-03-10 15:30", *, digest: bool = False, clock: Hands | None = None, first: list[str] | None = None
    ) -> Crew:
        """`first` holds a statement that comes before every transaction."""
        crew = Crew(house(tmp_path, home, work, digest=digest), clock or Hands(at(now)), pace=BRISK, patience=hasty)
        if first is not None:
            event.listen(crew.house.database.engine, "checkout", lambda connection, *_: connection.execute(first[0]).fetchall())
        started.append(crew)
        crew.start()
        return crew

    yield begin
    for crew in started:
        end(crew)


@pytest.fixture
def in_both(tmp_path: Path, home: Trying, work: Trying) -> None:
    """An application with mail in both mailboxes, known before. Its drafts belong at home, where the latest mail is: a thank-you
    on the tenth at half past three, a status check a week later."""
    work.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
    home.deliver(mail("<note@northwind.example>", NOTE, answers=("<confirmed@northwind.example>",)), at("2026-03-06 11:00"))
    before = house(tmp_path, home, work)
    report = run_cycle(before, at("2026-03-06 12:00"))
    before.database.close()
    assert (len(report.recorded), report.saved) == (2, [])


def watching(crew: Crew) -> bool:
    return all(watcher.condition.state is State.WATCHING for watcher in crew.watchers)


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name.startswith("daemon.service")]


class TestHalfAHistory:
    @pytest.mark.usefixtures("in_both")
    def test_both_known_the_draft_is_saved(self, begun: Begun, home: Trying) -> None:
        begun()
        assert soon(lambda: home.drafts)

    @pytest.mark.usefixtures("in_both")
    def test_a_mailbox_that_was_not_looked_at_yet_holds_back_what_has_mail_there(
        self, begun: Begun, home: Trying, work: Trying
    ) -> None:
        work.free.clear()
        begun()
        assert work.hanging.wait(30)
        assert soon(lambda: home.turns)
        time.sleep(0.5)
        assert home.drafts == []
        work.free.set()
        assert soon(lambda: home.drafts), "as soon as it was"

    @pytest.mark.usefixtures("in_both")
    def test_a_mailbox_in_trouble_holds_back_what_has_mail_there(self, begun: Begun, home: Trying, work: Trying) -> None:
        work.failing = lambda: MailboxUnavailable("gone")
        begun()
        assert soon(lambda: work.turns >= 3)
        home.interrupt()
        time.sleep(0.3)
        assert home.drafts == []
        work.failing = None
        assert soon(lambda: home.drafts), "as soon as it is over"

    @pytest.mark.usefixtures("in_both")
    def test_a_rejection_that_lies_unread_in_the_other_is_read_before_anything_is_saved(
        self, begun: Begun, home: Trying, work: Trying
    ) -> None:
        answer = mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",))
        work.deliver(answer, at("2026-03-17 15:00"))
        work.free.clear()
        crew = begun("2026-03-17 16:00")  # when a status check would be due
        assert soon(lambda: home.turns)
        work.free.set()
        assert soon(lambda: watching(crew))
        time.sleep(0.5)
        assert home.drafts + home.held(Place.BIN) == [], "not even for a moment"

    def test_what_has_no_mail_there_is_saved(self, begun: Begun, home: Trying, work: Trying) -> None:
        """A hung mailbox never blocks the others."""
        home.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        work.free.clear()
        begun()
        assert soon(lambda: home.drafts)

    @pytest.mark.usefixtures("in_both")
    def test_after_sleep_nobody_knows_the_latest_mail(self, begun: Begun, home: Trying, work: Trying) -> None:
        clock = Hands(at("2026-03-10 07:00"))
        crew = begun(clock=clock)
        assert soon(lambda: watching(crew))
        assert crew.unread_beside("home") == set()
        work.free.clear()
        clock.leap(timedelta(hours=8, minutes=30))
        crew.look_at_clock()
        assert crew.unread_beside("home") == {"work"}
        assert work.hanging.wait(30), "everybody looks now"
        time.sleep(0.5)
        assert home.drafts == []
        work.free.set()
        assert soon(lambda: home.drafts)


@pytest.mark.usefixtures("in_both")
def test_what_comes_into_one_ends_a_draft_in_the_other(begun: Begun, home: Trying, work: Trying) -> None:
    crew = begun("2026-03-17 16:00")
    assert soon(lambda: watching(crew))
    assert soon(lambda: home.drafts)
    work.deliver(mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)), at("2026-03-17 15:59"))
    assert soon(lambda: not home.drafts)


class TestClock:
    @pytest.mark.parametrize("hours", [8, -8])
    def test_a_leap_is_said_in_one_line_and_a_resting_mailbox_tries_at_once(
        self, begun: Begun, home: Trying, hours: int, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "daemon.service")
        home.failing = lambda: MailboxUnavailable("no network", retry_after=3600)
        clock = Hands(at("2026-03-10 15:30"))
        crew = begun(clock=clock)
        assert soon(lambda: crew.watchers[0].condition.state is State.WAITING)
        home.failing = None
        clock.leap(timedelta(hours=hours))
        crew.look_at_clock()
        assert soon(lambda: watching(crew))
        (line,) = [line for line in said(caplog) if "clock" in line]
        assert f"the clock went {'on' if hours > 0 else 'back'} by 8 h" in line


class TestDigest:
    def inbox(self, mailbox: Trying) -> int:
        return sum(b"auto-generated" in raw for raw in mailbox.held(Place.INBOX))

    def test_it_comes_once(self, begun: Begun, home: Trying, work: Trying) -> None:
        home.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        crew = begun(digest=True)
        assert soon(lambda: self.inbox(home))
        for _ in range(3):
            before = home.turns
            crew.hurry_digest()
            assert soon(lambda before=before: home.turns > before)  # type: ignore[misc]
        assert (self.inbox(home), self.inbox(work)) == (1, 0)

    def test_it_waits_for_a_mailbox_that_was_not_tried_yet(self, begun: Begun, home: Trying, work: Trying) -> None:
        home.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        work.free.clear()
        begun(digest=True)
        assert soon(lambda: home.drafts)
        time.sleep(0.3)
        assert self.inbox(home) == 0
        work.free.set()
        assert soon(lambda: self.inbox(home))

    def test_it_does_not_wait_for_one_that_hangs(
        self, begun: Begun, home: Trying, work: Trying, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(crews, "DIGEST_WAITS", 0.0)
        home.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        work.free.clear()
        begun(digest=True)
        assert soon(lambda: self.inbox(home))

    def test_it_goes_out_while_another_mailbox_is_in_trouble_and_says_so(self, begun: Begun, home: Trying, work: Trying) -> None:
        home.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        work.failing = lambda: MailboxUnavailable("work: no route to host")
        begun(digest=True)
        assert soon(lambda: self.inbox(home))
        (digest,) = [raw for raw in home.held(Place.INBOX) if b"auto-generated" in raw]
        assert b"no route to host" in digest

    def test_it_goes_out_though_the_program_fails_in_the_turn_of_its_own_mailbox_and_says_so(
        self, begun: Begun, home: Trying, work: Trying, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        home.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))

        def fails(*_: object, first: bool) -> None:
            raise LookupError("a fault of our own")

        monkeypatch.setattr(cycle, "find_drafts_again", fails)
        begun(digest=True)
        assert soon(lambda: self.inbox(home))
        (digest,) = [raw for raw in home.held(Place.INBOX) if b"auto-generated" in raw]
        assert b"the program failed (LookupError)" in digest.replace(b"=\r\n", b"")


def test_the_database_is_well_again_though_a_mailbox_is_not(tmp_path: Path, home: Trying, work: Trying) -> None:
    crew = Crew(house(tmp_path, home, work), Hands(at("2026-03-10 15:30")))
    (watcher,) = [watcher for watcher in crew.watchers if watcher.name == "home"]
    crew.state_failed("home", StateError("the database cannot be used: it is locked"), at("2026-03-10 15:30"))
    crew.turn_ended(watcher, crew.house, None, at("2026-03-10 15:31"))
    assert crew.state_problem == ""
    crew.house.close()


class TestDatabase:
    """Each trouble is said once, survived, and its end said once."""

    def survives(self, crew: Crew, caplog: pytest.LogCaptureFixture, words: str, mend: Callable[[], None]) -> None:
        assert soon(lambda: crew.state_problem)
        assert words in crew.state_problem
        assert soon(lambda: all(watcher.condition.problem for watcher in crew.watchers))
        time.sleep(0.5)
        assert [line for line in said(caplog) if words in line] == [
            f"{crew.state_problem}; trying again by itself, nothing is lost"
        ]
        mend()
        assert soon(lambda: watching(crew))
        assert soon(lambda: any("can be used again" in line for line in said(caplog)))

    def test_locked_by_another_program(
        self, begun: Begun, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        caplog.set_level(logging.INFO, "daemon.service")
        monkeypatch.setattr(database, "LOCK_TIMEOUT_SECONDS", 0.2)
        crew = begun()
        assert soon(lambda: watching(crew))
        other = sqlite3.connect(tmp_path / "state.db", check_same_thread=False)
        other.execute("BEGIN EXCLUSIVE")
        crew.hurry()
        self.survives(crew, caplog, "another program has locked it", other.rollback)
        other.close()

    @pytest.mark.parametrize(
        ("breaks", "mends", "words"),
        [
            ("PRAGMA query_only = ON", "PRAGMA query_only = OFF", "it is read-only"),
            ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", "its disk is full"),
        ],
    )
    def test_read_only_and_full(
        self, begun: Begun, home: Trying, work: Trying, breaks: str, mends: str, words: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO, "daemon.service")
        statement = ["SELECT 1"]
        crew = begun(first=statement)
        assert soon(lambda: watching(crew))
        statement[0] = breaks
        for number in range(8):
            for mailbox in (home, work):
                name = f"<{number}@northwind.example>"
                mailbox.deliver(mail(name, CONFIRMED + "x" * 2000, subject=f"{number} {'y' * 500}"), at("2026-03-06 10:00"))
        self.survives(crew, caplog, words, lambda: statement.__setitem__(0, mends))
        with crew.house.database.session() as session:
            (count,) = session.connection().exec_driver_sql("SELECT COUNT(*) FROM message").one()
        assert count == 16, "nothing is lost"


def test_threads_end_in_the_middle_of_a_first_look(begun: Begun, home: Trying, work: Trying) -> None:
    for number in range(1000):
        home.deliver(mail(f"<{number}@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
    crew = begun()
    assert soon(lambda: home.turns)
    began = time.monotonic()
    crew.stop()
    assert crew.join(60)
    assert time.monotonic() - began < 30


def test_the_next_crew_waits_for_the_threads_of_the_one_before(begun: Begun, home: Trying, work: Trying) -> None:
    """Two threads at one mailbox could save a draft twice."""
    home.free.clear()
    old = begun()
    assert home.hanging.wait(30)
    new = Crew(old.house, Hands(at("2026-03-10 15:30")), pace=BRISK, before=old)
    old.stop()
    new.start()
    assert soon(lambda: new.watchers[1].condition.state is State.WATCHING), "the other one goes on"
    assert home.turns == 1
    home.free.set()
    assert soon(lambda: watching(new))
    end(new)
