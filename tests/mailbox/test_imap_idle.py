"""Waiting on IMAP: woken at once, never fooled by a dead line, never busy; on real servers and on scripted ones."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from daemon.mailbox import imap_watch
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.imap_idle import Doorbell
from tests.mailbox.imap_world import BELOW_INBOX, FOLDERS, ImapServer, ImapWorld, settings
from tests.mailbox.world import NOON, SINCE, letter, mail
from tests.peers.courier import Courier
from tests.peers.cyrus import Cyrus
from tests.peers.dovecot import Dovecot, make_certificates
from tests.peers.pymap_server import Pymap
from tests.peers.transcript import Answer, Transcript
from tests.peers.wire import Wire

LONG = 60.0
"""Longer than any of these waits takes; a wait that lasts so long was not woken."""
MUCH_LESS = 20.0

Played = Callable[..., tuple[Transcript, ImapMailbox]]


@pytest.fixture
def played() -> Iterator[Played]:
    """Makes a scripted server and a mailbox on it that has looked once, so that it may wait."""
    with ExitStack() as stack:

        def make(answers: dict[str, Answer], poll_seconds: float = 60, **account: object) -> tuple[Transcript, ImapMailbox]:
            tls = account.pop("server_tls", None)
            assert tls is None or isinstance(tls, ssl.SSLContext)
            server = Transcript(answers, tls=tls)
            mailbox = ImapMailbox("personal", settings(server.port, "sam", **account), poll_seconds)
            stack.callback(server.close)
            stack.callback(mailbox.close)
            mailbox.changes(None, SINCE)
            return server, mailbox

        yield make


class Waited:
    """What a wait came to, how long it took, and how much of it this thread was busy."""

    def __init__(self, mailbox: ImapMailbox, timeout: float = LONG) -> None:
        began, busy = time.monotonic(), time.thread_time()
        self.woken = mailbox.wait(timeout)
        self.seconds = time.monotonic() - began
        self.busy = time.thread_time() - busy


class Waking:
    """What every server that can idle does for us."""

    @pytest.fixture
    def server(self) -> ImapServer:
        raise NotImplementedError

    @pytest.fixture
    def user(self) -> str:
        raise NotImplementedError

    folders = FOLDERS

    @pytest.fixture
    def world(self, server: ImapServer, user: str) -> Iterator[ImapWorld]:
        world = ImapWorld(server, user, folders=self.folders)
        yield world
        world.close()

    @pytest.fixture
    def mailbox(self, world: ImapWorld) -> ImapMailbox:
        assert isinstance(world.mailbox, ImapMailbox)
        world.mailbox.changes(None, SINCE)
        return world.mailbox

    def test_new_mail_ends_the_wait(self, world: ImapWorld, mailbox: ImapMailbox) -> None:
        cursor = mailbox.changes(None, SINCE).next_cursor
        threading.Timer(0.5, world.deliver, (mail("<new@northwind.example>"), NOON)).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS
        assert len(mailbox.changes(cursor, SINCE).messages) == 1

    def test_mail_that_came_between_a_look_and_the_wait_is_not_waited_for(self, world: ImapWorld, mailbox: ImapMailbox) -> None:
        world.deliver(mail("<new@northwind.example>"), NOON)
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS

    def test_so_it_is_on_a_connection_that_was_made_anew(self, world: ImapWorld, mailbox: ImapMailbox) -> None:
        mailbox.close()
        mailbox.changes(None, SINCE)
        world.deliver(mail("<new@northwind.example>"), NOON)
        assert Waited(mailbox).woken

    def test_what_the_user_sends_is_seen_at_the_next_renewal(
        self, world: ImapWorld, mailbox: ImapMailbox, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(imap_watch, "RENEWED_AFTER", 0.3)
        threading.Timer(0.5, world.user_writes, (letter("<mine@example.org>"), NOON)).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS

    def test_without_news_it_lasts_as_long_as_it_may(self, mailbox: ImapMailbox) -> None:
        waited = Waited(mailbox, 1.0)
        assert not waited.woken
        assert 0.9 < waited.seconds < MUCH_LESS

    def test_an_idle_hour_costs_next_to_nothing(self, mailbox: ImapMailbox, monkeypatch: pytest.MonkeyPatch) -> None:
        """60 renewals, as in an hour with one a minute; ours are rarer."""
        monkeypatch.setattr(imap_watch, "RENEWED_AFTER", 0.01)
        renewals = 0
        genuine = imap_watch.Watch._idle

        def counted(*arguments: object) -> tuple[bool, bool]:
            nonlocal renewals
            renewals += 1
            if renewals == 60:
                mailbox.interrupt()
            return genuine(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(imap_watch.Watch, "_idle", counted)
        waited = Waited(mailbox)
        assert renewals == 60
        assert waited.busy < 1.0

    def test_the_bell_ends_an_idle_that_is_under_way(self, mailbox: ImapMailbox) -> None:
        threading.Timer(0.5, mailbox.interrupt).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS

    def test_so_does_closing_from_another_thread(self, mailbox: ImapMailbox) -> None:
        threading.Timer(0.5, mailbox.close).start()
        assert Waited(mailbox).seconds < MUCH_LESS
        assert mailbox.changes(None, SINCE).messages == ()


class TestPymap(Waking):
    @pytest.fixture
    def server(self, pymap: Pymap) -> ImapServer:
        return pymap

    @pytest.fixture
    def user(self, pymap: Pymap) -> str:
        return pymap.new_user("Drafts", "Sent", "Trash")


@pytest.mark.peer("cyrus")
class TestCyrus(Waking):
    @pytest.fixture
    def server(self, cyrus: Cyrus) -> ImapServer:
        return cyrus

    @pytest.fixture
    def user(self, cyrus: Cyrus) -> str:
        return cyrus.new_user()


@pytest.mark.peer("courier")
class TestCourier(Waking):
    folders = BELOW_INBOX

    @pytest.fixture
    def server(self, courier: Courier) -> ImapServer:
        return courier

    @pytest.fixture
    def user(self, courier: Courier) -> str:
        return courier.new_user()


@pytest.mark.peer("dovecot")
class TestDovecot(Waking):
    @pytest.fixture
    def server(self, dovecot: Dovecot) -> ImapServer:
        return dovecot

    @pytest.fixture
    def user(self, dovecot: Dovecot) -> str:
        return dovecot.new_user()

    def test_mail_by_lmtp_over_tls_ends_the_wait(self, dovecot: Dovecot) -> None:
        user = dovecot.new_user()
        mailbox = ImapMailbox("personal", settings(dovecot.tls_port, user, tls="implicit", ca_file=dovecot.ca_file))
        mailbox.changes(None, SINCE)
        threading.Timer(0.5, dovecot.deliver, (user, mail("<new@northwind.example>"))).start()
        waited = Waited(mailbox)
        mailbox.close()
        assert waited.woken
        assert waited.seconds < MUCH_LESS

    def test_on_a_dead_network_it_gives_up_and_the_next_look_finds_the_mail(
        self, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A black hole: the line stands, and nothing comes through."""
        monkeypatch.setattr(imap_watch, "RENEWED_AFTER", 0.5)
        monkeypatch.setattr(imap_watch, "ENDED_WITHIN", 0.5)
        user, wire = dovecot.new_user(), Wire(dovecot.port)
        mailbox = ImapMailbox("personal", settings(wire.port, user))
        cursor = mailbox.changes(None, SINCE).next_cursor
        threading.Timer(0.2, setattr, (wire, "silent", True)).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert 0.7 < waited.seconds < MUCH_LESS
        assert waited.busy < 0.5
        wire.silent = False
        dovecot.deliver(user, mail("<new@northwind.example>"))
        assert len(mailbox.changes(cursor, SINCE).messages) == 1
        mailbox.close()
        wire.close()

    def test_rung_on_a_dead_network_it_comes_at_once_all_the_same(
        self, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(imap_watch, "ENDED_AT_ONCE", 0.2)
        wire = Wire(dovecot.port)
        mailbox = ImapMailbox("personal", settings(wire.port, dovecot.new_user()))
        mailbox.changes(None, SINCE)
        threading.Timer(0.2, setattr, (wire, "silent", True)).start()
        threading.Timer(0.5, mailbox.interrupt).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < 10
        mailbox.close()
        wire.close()

    def test_a_line_that_is_reset_ends_the_wait(self, dovecot: Dovecot) -> None:
        wire = Wire(dovecot.port)
        mailbox = ImapMailbox("personal", settings(wire.port, dovecot.new_user()))
        mailbox.changes(None, SINCE)
        threading.Timer(0.5, wire.cut).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS
        assert mailbox.changes(None, SINCE).messages == ()
        mailbox.close()
        wire.close()


class TestWhatServersSay:
    @pytest.mark.parametrize(
        "begins",
        [
            "+ idling\n* 4 EXISTS",
            "+ idling\n|\n~0.3\n* 4 EXISTS",
            "* 4 EXISTS\n+ idling",
            "+ idling\n* OK still here\n* 2 FETCH (FLAGS (\\Seen))\n* 3 EXPUNGE\n* 3 EXISTS",
            "+\n|\n~0.1\n* 4 exists\n* 1 RECENT",
            "+ idling\n* 4 EXISTS\n|\n~0.1\n* 5 EXISTS",
        ],
        ids=["in one segment with the plus", "later", "before the plus", "after signs of life", "small letters", "twice"],
    )
    @pytest.mark.parametrize("tls", ["none", "implicit"])
    def test_news_wakes(self, played: Played, tmp_path: Path, begins: str, tls: str) -> None:
        account: dict[str, object] = {}
        if tls == "implicit":
            make_certificates(tmp_path)
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
            account = {"tls": "implicit", "ca_file": tmp_path / "ca.pem", "server_tls": context}
        server, mailbox = played({"IDLE": begins}, **account)
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS
        assert (server.connections, server.count("DONE")) == (1, 1)

    @pytest.mark.parametrize(
        "babble", ["* OK still here", "* 2 FETCH (FLAGS (\\Seen))", "* 3 EXPUNGE", "* 0 RECENT", "* FLAGS (\\Seen)"]
    )
    def test_what_is_no_news_does_not_wake(self, played: Played, babble: str) -> None:
        server, mailbox = played({"IDLE": f"+ idling\n{babble}\n|\n~0.2\n{babble}"})
        waited = Waited(mailbox, 1.0)
        assert not waited.woken
        assert waited.busy < 0.3
        assert server.count("IDLE") == server.count("DONE") == 1

    def test_a_line_that_comes_in_pieces_is_one(self, played: Played) -> None:
        server, mailbox = played({"IDLE": "+ idling"})
        threading.Timer(0.3, lambda: [_say(server, piece) for piece in (b"* 4 EX", b"IST", b"S\r\n")]).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert server.connections == 1
        mailbox.changes(None, SINCE)
        assert server.connections == 1

    def test_news_that_comes_with_the_end_is_not_lost(self, played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(imap_watch, "RENEWED_AFTER", 0.2)
        _, mailbox = played({"DONE": "* 4 EXISTS\nOK idle is over"})
        assert Waited(mailbox).woken

    @pytest.mark.parametrize("ends", ["* BYE Session expired, please login again\n#close", "#close", "#reset"])
    def test_a_server_that_hangs_up_is_called_again(self, played: Played, ends: str, caplog: pytest.LogCaptureFixture) -> None:
        server, mailbox = played({"IDLE": f"+ idling\n|\n~0.2\n{ends}"})
        with caplog.at_level("INFO", "daemon.mailbox.imap"):
            waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS
        assert waited.busy < 0.3
        assert ("Session expired" in caplog.text) is ("Session" in ends)
        mailbox.changes(None, SINCE)
        assert server.connections == 2

    def test_one_that_asks_for_patience_gets_it(self, played: Played) -> None:
        bye = "* BYE Request is throttled. Suggested Backoff Time: 1500 milliseconds"
        server, mailbox = played({"IDLE": f"+ idling\n{bye}\n#close"})
        waited = Waited(mailbox)
        assert waited.woken
        assert 1.4 < waited.seconds < MUCH_LESS
        assert server.connections == 1

    def test_one_that_never_answers_idle_is_given_up(self, played: Played) -> None:
        _, mailbox = played({"IDLE": "#mute"}, read_timeout=0.5)
        waited = Waited(mailbox)
        assert waited.woken
        assert 0.4 < waited.seconds < MUCH_LESS

    def test_one_that_talks_on_after_done_is_given_up(self, played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(imap_watch, "RENEWED_AFTER", 0.1)
        monkeypatch.setattr(imap_watch, "ENDED_WITHIN", 0.5)
        server, mailbox = played({"DONE": "\n|\n~0.05\n".join(["* OK still here"] * 200)})
        waited = Waited(mailbox)
        assert waited.seconds < 8
        mailbox.changes(None, SINCE)
        assert server.connections == 2


class TestPolling:
    def test_where_nobody_idles_the_wait_is_over_at_the_next_poll(self, played: Played) -> None:
        server, mailbox = played({"CAPABILITY": "* CAPABILITY IMAP4rev1\nOK done"}, poll_seconds=0.5)
        heard = len(server.heard)
        assert not mailbox.pushes
        waited = Waited(mailbox)
        assert not waited.woken
        assert 0.4 < waited.seconds < MUCH_LESS
        assert server.heard[heard:] == []

    @pytest.mark.parametrize("no", ["NO not now", "BAD what is that"])
    def test_where_it_is_refused_too_and_it_is_not_asked_for_again(self, played: Played, no: str) -> None:
        server, mailbox = played({"IDLE": no}, poll_seconds=0.3)
        assert mailbox.pushes
        assert not any(Waited(mailbox).woken for _ in range(3))
        assert not mailbox.pushes
        assert (server.count("IDLE"), server.connections) == (1, 1)

    def test_where_it_is_dropped_at_once_again_and_again(self, played: Played) -> None:
        server, mailbox = played({"IDLE": "+ idling\n|\n#close"}, poll_seconds=0.3)
        came_to = []
        for _ in range(5):
            came_to.append(Waited(mailbox).woken)
            mailbox.changes(None, SINCE)
        assert came_to == [True, True, True, False, False]
        assert server.count("IDLE") == 3
        assert server.connections == 4

    def test_after_an_hour_it_is_tried_again(self, played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(imap_watch, "POLLED_FOR", 0.5)
        server, mailbox = played({"IDLE": ["NO not now", "+ idling\n* 4 EXISTS"]}, poll_seconds=0.6)
        assert [Waited(mailbox).woken, Waited(mailbox).woken] == [False, True]
        assert server.count("IDLE") == 2

    def test_the_bell_rings_there_too(self, played: Played) -> None:
        _, mailbox = played({"CAPABILITY": "* CAPABILITY IMAP4rev1\nOK done"})
        threading.Timer(0.3, mailbox.interrupt).start()
        waited = Waited(mailbox)
        assert waited.woken
        assert waited.seconds < MUCH_LESS

    def test_without_a_connection_none_is_made(self) -> None:
        mailbox = ImapMailbox("personal", settings(9, "sam"), poll_seconds=0.3)
        assert not mailbox.wait(LONG)
        mailbox.interrupt()
        assert mailbox.wait(LONG)


class TestFloods:
    def test_a_server_that_announces_without_end_is_listened_to_now_and_then(self, played: Played) -> None:
        server, mailbox = played({"IDLE": "+ idling\n* 4 EXISTS"})
        busy = time.thread_time()
        began = time.monotonic()
        while time.monotonic() - began < 5:
            mailbox.wait(LONG)
        assert server.count("IDLE") <= imap_watch.BURST + 3
        assert time.thread_time() - busy < 1

    def test_one_whose_numbers_never_fit_either(self, played: Played) -> None:
        examine = "* 3 EXISTS\n* OK [UIDVALIDITY 7] fine\n* OK [UIDNEXT {}] fine\nOK done"
        _, mailbox = played({"EXAMINE": [examine.format(number) for number in range(4, 400)]})
        looks = 0
        began = time.monotonic()
        while time.monotonic() - began < 5:
            mailbox.wait(LONG)
            looks += 1
        assert looks <= imap_watch.BURST + 3

    def test_a_flood_of_flags_is_read_and_forgotten(self, played: Played) -> None:
        server, mailbox = played({"IDLE": "+ idling\n" + "* 2 FETCH (FLAGS (\\Seen))\n" * 20_000 + "* OK enough"})
        waited = Waited(mailbox, 3.0)
        assert not waited.woken
        assert waited.busy < 1.5
        assert server.count("DONE") == 1


class TestDoorbell:
    def test_it_may_be_rung_a_million_times(self) -> None:
        bell = Doorbell()
        for _ in range(100_000):
            bell.ring()
        assert bell.answer()
        assert not bell.answer()

    def test_it_takes_its_files_with_it(self) -> None:
        numbers = {Doorbell().fileno() for _ in range(50)}
        assert len(numbers) < 10


def _say(server: Transcript, octets: bytes) -> None:
    server.say(octets)
    time.sleep(0.1)
