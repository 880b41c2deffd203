"""The owner thread of one mailbox: it takes turns, waits, backs off, and neither spins nor ends."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from daemon.errors import AccessRevoked, ConfigError, MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.protocol import Batch, Place
from daemon.service.condition import State
from daemon.service.crew import Crew
from daemon.service.patience import Patience
from daemon.service.watch import Keys, Pace, Watcher
from tests.cycle.road import CONFIRMED, mail
from tests.mailbox.maildir_world import MaildirWorld
from tests.service.household import BRISK, Hands, Trying, at, end, house, soon

Begun = Callable[..., Crew]


def hasty() -> Patience:
    return Patience(first=0.02, most=0.1, least=0.01, chance=lambda: 1.0)


@pytest.fixture
def mailbox() -> Trying:
    return Trying("personal")


@pytest.fixture
def begun(tmp_path: Path, mailbox: Trying) -> Iterator[Begun]:
    """Starts a crew over the mailbox; ends it after the test."""
    crews: list[Crew] = []

    def begin(keys: Keys | None = None, pace: Pace = BRISK, now: str = "2026-03-10 15:30") -> Crew:
        crew = Crew(house(tmp_path, mailbox), Hands(at(now)), {mailbox.name: keys or Keys()}, pace=pace, patience=hasty)
        crews.append(crew)
        crew.start()
        return crew

    yield begin
    for crew in crews:
        end(crew)


def only(crew: Crew) -> Watcher:
    (watcher,) = crew.watchers
    return watcher


def said(caplog: pytest.LogCaptureFixture, least: int = logging.INFO) -> list[str]:
    """What the service said."""
    records = [record for record in caplog.records if record.name.startswith("daemon.service")]
    return [record.getMessage() for record in records if record.levelno >= least]


class TestTurns:
    def test_mail_that_lies_there_is_taken_in_and_its_draft_saved(self, begun: Begun, mailbox: Trying) -> None:
        mailbox.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        crew = begun()
        assert soon(lambda: mailbox.drafts)
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        assert only(crew).condition.last_success is not None
        assert soon(lambda: crew.drafts_waiting == 1)

    def test_mail_that_comes_ends_the_wait(self, begun: Begun, mailbox: Trying) -> None:
        crew = begun()
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        mailbox.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        assert soon(lambda: mailbox.drafts)

    def test_a_draft_that_falls_due_is_saved_though_no_mail_comes(self, begun: Begun, mailbox: Trying) -> None:
        mailbox.deliver(mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        crew = begun(now="2026-03-10 15:29:56")  # half an hour after the interview's end it is due
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        assert mailbox.drafts == []
        assert soon(lambda: mailbox.drafts)

    def test_a_ring_brings_a_turn(self, begun: Begun, mailbox: Trying) -> None:
        crew = begun()
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        before = mailbox.turns
        only(crew).ring()
        assert soon(lambda: mailbox.turns > before)

    def test_the_thread_closes_its_mailbox_when_it_ends(self, begun: Begun, mailbox: Trying) -> None:
        crew = begun()
        assert soon(lambda: mailbox.turns)
        assert not mailbox.closed.is_set()
        crew.stop()
        assert mailbox.closed.wait(30)

    def test_a_turn_that_was_overtaken_is_taken_again(
        self, begun: Begun, mailbox: Trying, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What another thread or command deletes between a look and a write is no failure."""
        overtaken = iter([True, True])
        real = Trying.changes

        def changes(self: Trying, *arguments: object) -> Batch:
            self.free.wait()
            if next(overtaken, False):
                with crews[0].house.database.session() as session:
                    session.execute(text("INSERT INTO draft (id, follow_up_id) VALUES (1, 4711)"))  # breaks a constraint
            return real(self, *arguments)  # type: ignore[arg-type]

        crews: list[Crew] = []
        monkeypatch.setattr(Trying, "changes", changes)
        caplog.set_level(logging.INFO)
        mailbox.free.clear()
        crews.append(begun())
        mailbox.free.set()
        assert soon(lambda: only(crews[0]).condition.state is State.WATCHING)
        assert len(said(caplog)) == 2
        assert all("overtaken" in line for line in said(caplog))


class TestTroubles:
    def test_a_server_that_fails_is_left_alone_for_longer_and_longer_and_said_once(
        self, begun: Begun, mailbox: Trying, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        mailbox.failing = lambda: MailboxUnavailable("personal: no route to host")
        crew = begun()
        assert soon(lambda: mailbox.turns >= 5)
        assert only(crew).condition.state is State.WAITING
        assert only(crew).condition.problem == "personal: no route to host"
        assert only(crew).condition.next_try is not None
        mailbox.failing = None
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        assert only(crew).condition.is_well
        begins, ends = said(caplog)
        assert begins == "personal: no route to host; trying again by itself"
        assert ends.startswith("personal: well again after ")

    def test_a_server_that_asks_for_time_gets_it(self, begun: Begun, mailbox: Trying) -> None:
        mailbox.failing = lambda: MailboxUnavailable("busy", retry_after=3600)
        crew = begun()
        assert soon(lambda: only(crew).condition.state is State.WAITING)
        only(crew).ring()
        time.sleep(0.3)
        assert mailbox.turns == 1
        mailbox.failing = None
        only(crew).hurry()
        assert soon(lambda: only(crew).condition.state is State.WATCHING)

    def test_after_three_refusals_the_mailbox_rests_until_the_password_changes(
        self, begun: Begun, mailbox: Trying, tmp_path: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        password = tmp_path / "password"
        password.write_text("wrong\n")
        mailbox.failing = lambda: SignInFailed("the server refused the password")
        crew = begun(Keys((password,), f"the password in {password} is refused"))
        assert soon(lambda: only(crew).condition.state is State.SIGNED_OUT)
        assert mailbox.turns == 3
        assert only(crew).condition.mend == f"the password in {password} is refused"
        time.sleep(0.5)
        assert mailbox.turns == 3, "more would lock the account"
        assert sum(str(password) in line for line in said(caplog)) == 1
        mailbox.failing = None
        password.write_text("right\n")
        assert soon(lambda: only(crew).condition.state is State.WATCHING)

    def test_revoked_access_rests_at_once_until_the_token_is_there(self, begun: Begun, mailbox: Trying, tmp_path: Path) -> None:
        mailbox.failing = lambda: AccessRevoked("the grant was revoked")
        crew = begun(Keys((tmp_path / "token.json",), "sign in again: afterword auth personal"))
        assert soon(lambda: only(crew).condition.state is State.SIGNED_OUT)
        assert mailbox.turns == 1
        mailbox.failing = None
        (tmp_path / "token.json").write_text("{}")
        assert soon(lambda: only(crew).condition.state is State.WATCHING)

    def test_settings_that_are_wrong_are_looked_at_again_when_they_change(
        self, begun: Begun, mailbox: Trying, tmp_path: Path
    ) -> None:
        def failing() -> MailboxError:
            raise ConfigError("mailbox 'personal': no password: it is not there")

        mailbox.failing = failing
        crew = begun(Keys((tmp_path / "password",)))
        assert soon(lambda: only(crew).condition.problem)
        assert only(crew).condition.state is State.WAITING
        mailbox.failing = None
        (tmp_path / "password").write_text("secret")
        assert soon(lambda: only(crew).condition.state is State.WATCHING)

    def test_a_fault_of_our_own_does_not_end_the_watch_and_tells_no_mail_text(
        self, begun: Begun, mailbox: Trying, caplog: pytest.LogCaptureFixture
    ) -> None:
        mailbox.deliver(mail("<offer@northwind.example>", "Dear Sam, this is confidential."), at("2026-03-06 10:00"))

        def failing() -> MailboxError:
            raise LookupError(mailbox.held(Place.INBOX)[0])

        mailbox.failing = failing
        crew = begun()
        assert soon(lambda: mailbox.turns >= 4)
        assert only(crew).condition.problem == "the program failed (LookupError)"
        mailbox.failing = None
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        errors = said(caplog, logging.ERROR)
        assert len(errors) == 2, "one line, and where it happened, once"
        assert "in failing" in errors[1]
        assert "confidential" not in caplog.text

    def test_a_connection_that_ends_while_waiting_is_no_trouble(
        self, begun: Begun, mailbox: Trying, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        mailbox.wait_failing = lambda: MailboxUnavailable("personal: the server said goodbye")
        crew = begun()
        assert soon(lambda: mailbox.turns >= 2)
        mailbox.wait_failing = None
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        assert said(caplog) == []


class TestNoSpinning:
    """CPU time of the process against time on the wall; a spinning thread takes all of it."""

    SECONDS = 3.0

    def cpu(self) -> float:
        began = time.process_time()
        time.sleep(self.SECONDS)
        return time.process_time() - began

    @pytest.mark.parametrize("misbehaviour", ["restless", "wait fails", "fails", "refuses", "revoked"])
    def test_however_a_mailbox_misbehaves(self, begun: Begun, mailbox: Trying, misbehaviour: str) -> None:
        mailbox.restless = misbehaviour == "restless"
        if misbehaviour == "wait fails":
            mailbox.wait_failing = lambda: MailboxUnavailable("gone")
        errors = {"fails": MailboxUnavailable, "refuses": SignInFailed, "revoked": AccessRevoked}
        if misbehaviour in errors:
            mailbox.failing = lambda: errors[misbehaviour]("gone")
        begun(pace=Pace())
        assert soon(lambda: mailbox.turns)
        assert self.cpu() < self.SECONDS / 2
        assert mailbox.turns < 100

    def test_an_idle_maildir(self, tmp_path: Path) -> None:
        world = MaildirWorld(tmp_path / "mail")
        mailboxes = [MaildirMailbox(f"number {number}", world.root) for number in range(5)]
        crew = Crew(house(tmp_path, *mailboxes), Hands(at("2026-03-10 15:30")))
        crew.start()
        try:
            assert soon(lambda: all(watcher.condition.state is State.WATCHING for watcher in crew.watchers))
            assert self.cpu() < self.SECONDS / 2
        finally:
            end(crew)


class TestHeartbeat:
    def test_a_thread_that_takes_no_step_is_overdue_and_one_that_waits_is_not(self, begun: Begun, mailbox: Trying) -> None:
        crew = begun(pace=Pace(between_turns=60, turn=0.2, margin=60))
        assert soon(lambda: only(crew).condition.state is State.WATCHING)
        time.sleep(0.4)
        assert crew.overdue() == [], "it sleeps, as it was told to"
        mailbox.free.clear()
        only(crew).ring()
        assert soon(crew.overdue)
        assert crew.overdue() == ["personal"]
        mailbox.free.set()
        assert soon(lambda: not crew.overdue())
