"""Signing in, TLS, timeouts; and that every failure is one clear line."""

from __future__ import annotations

import base64
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from daemon.errors import ConfigError, MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from tests.mailbox.imap_world import settings
from tests.mailbox.world import SINCE
from tests.peers.dovecot import Dovecot, make_certificates
from tests.peers.pymap_server import Pymap
from tests.peers.wire import Wire


@pytest.fixture
def opened() -> Iterator[Callable[[ImapSettings], ImapMailbox]]:
    """Makes mailboxes, and closes them after the test."""
    with ExitStack() as stack:

        def make(account: ImapSettings) -> ImapMailbox:
            mailbox = ImapMailbox("personal", account)
            stack.callback(mailbox.close)
            return mailbox

        yield make


def failure(account: ImapSettings, kind: type[MailboxError] = MailboxUnavailable) -> str:
    """The line that a cycle of this account fails with."""
    mailbox = ImapMailbox("personal", account)
    with pytest.raises(MailboxError) as caught:
        mailbox.changes(None, SINCE)
    mailbox.close()
    line = str(caught.value)
    assert type(caught.value) is kind
    assert line.startswith("personal: ")
    assert "\n" not in line
    assert "secret" not in line
    return line


class Scripted:
    """A server of a few lines: a greeting, and an answer for each command by how it begins (`*` stands for the tag)."""

    def __init__(self, greeting: str, answers: Mapping[str, str]) -> None:
        self.heard: list[str] = []
        self._greeting = greeting
        self._answers = {"CAPABILITY": "\\* CAPABILITY IMAP4rev1|* OK done", **answers}
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        try:
            connection, _ = self._listener.accept()
            with connection, connection.makefile("rwb") as lines:
                self._say(lines, self._greeting, "*")
                while line := lines.readline().decode().strip():
                    tag, _, command = line.partition(" ")
                    self.heard.append(command)
                    answer = next((self._answers[key] for key in self._answers if command.startswith(key)), "* BAD what?")
                    self._say(lines, answer, tag)
        except OSError:
            return

    @staticmethod
    def _say(lines: object, answer: str, tag: str) -> None:
        for line in answer.split("|"):
            untagged = line.removeprefix("\\")
            text = untagged if untagged != line else tag + line.removeprefix("*")
            lines.write(f"{text}\r\n".encode())  # type: ignore[attr-defined]
        lines.flush()  # type: ignore[attr-defined]


@pytest.fixture
def scripted() -> Iterator[Callable[..., Scripted]]:
    with ExitStack() as stack:

        def make(greeting: str = "* OK hello", **answers: str) -> Scripted:
            server = Scripted(greeting, answers)
            stack.callback(server.close)
            return server

        yield make


class TestPlainText:
    @pytest.mark.parametrize("host", ["imap.example.org", "192.0.2.7", "128.0.0.1", "localhost.example.org", "::2"])
    def test_it_is_refused_to_another_machine_before_any_connection(self, host: str) -> None:
        with pytest.raises(ConfigError, match=r'^mailbox personal: tls = "none" sends the password in plain text to'):
            ImapMailbox("personal", settings(143, "sam", host=host))

    @pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost", "LocalHost"])
    def test_it_is_allowed_on_this_machine(self, host: str) -> None:
        assert ImapMailbox("personal", settings(143, "sam", host=host)).name == "personal"


@pytest.mark.peer("dovecot")
class TestTls:
    def test_implicit_tls_is_verified(self, dovecot: Dovecot, opened: Callable[[ImapSettings], ImapMailbox]) -> None:
        account = settings(dovecot.tls_port, dovecot.new_user(), tls="implicit", ca_file=dovecot.ca_file)
        assert opened(account).changes(None, SINCE).messages == ()

    def test_starttls_is_verified(self, dovecot: Dovecot, opened: Callable[[ImapSettings], ImapMailbox]) -> None:
        with_wire = Wire(dovecot.port)
        account = settings(with_wire.port, dovecot.new_user(), host="localhost", tls="starttls", ca_file=dovecot.ca_file)
        assert opened(account).changes(None, SINCE).messages == ()
        assert with_wire.commands[:2] == ["CAPABILITY", "STARTTLS"]
        assert not [command for command in with_wire.commands if command.startswith(("LOGIN", "AUTHENTICATE", "EXAMINE"))]
        with_wire.close()

    @pytest.mark.parametrize("tls", ["implicit", "starttls"])
    def test_another_authority_is_refused(self, dovecot: Dovecot, tls: str, tmp_path: Path) -> None:
        make_certificates(tmp_path)
        port = dovecot.tls_port if tls == "implicit" else dovecot.port
        line = failure(settings(port, "sam", tls=tls, ca_file=tmp_path / "ca.pem"))
        assert line.startswith(f"personal: the certificate of 127.0.0.1:{port} is not trusted: ")

    def test_the_authorities_of_the_system_do_not_know_the_tests_own(self, dovecot: Dovecot) -> None:
        assert "is not trusted" in failure(settings(dovecot.tls_port, "sam", tls="implicit"))

    def test_a_certificate_for_another_host_is_refused(self, dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> None:
        genuine = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **named: genuine("127.0.0.1", *rest, **named))
        account = settings(dovecot.tls_port, "sam", host="imap.example.org", tls="implicit", ca_file=dovecot.ca_file)
        assert "is not trusted: Hostname mismatch" in failure(account)

    def test_nothing_is_sent_in_plain_text_where_somebody_crosses_out_starttls(self, dovecot: Dovecot) -> None:
        wire = Wire(dovecot.port, hidden=[b"STARTTLS"])
        line = failure(settings(wire.port, "sam", tls="starttls", ca_file=dovecot.ca_file))
        assert line.endswith("does not offer STARTTLS, and nothing is sent in plain text")
        assert wire.commands == ["CAPABILITY"]
        wire.close()

    def test_tls_on_the_port_of_plain_text_is_told(self, dovecot: Dovecot) -> None:
        line = failure(settings(dovecot.port, "sam", tls="implicit", ca_file=dovecot.ca_file))
        assert 'does tls = "implicit" fit the port?' in line

    @pytest.mark.parametrize("content", [None, "no certificate\n"])
    def test_a_ca_file_that_cannot_be_used_is_told(self, tmp_path: Path, content: str | None) -> None:
        file = tmp_path / "ca.pem"
        if content is not None:
            file.write_text(content)
        assert failure(settings(993, "sam", tls="implicit", ca_file=file)).startswith(
            f"personal: ca_file {file} cannot be used: "
        )


class TestSigningIn:
    @pytest.mark.peer("dovecot")
    def test_a_wrong_password_is_told_as_such(self, dovecot: Dovecot) -> None:
        line = failure(settings(dovecot.port, "sam", password=lambda: "wrong"), SignInFailed)
        assert line == f"personal: 127.0.0.1:{dovecot.port} refuses the user name 'sam' or its password (AUTHENTICATIONFAILED)"

    def test_so_it_is_by_another_server(self, pymap: Pymap) -> None:
        account = settings(pymap.port, pymap.new_user("Drafts"), password=lambda: "wrong")
        assert "refuses the user name" in failure(account, SignInFailed)

    @pytest.mark.peer("dovecot")
    def test_the_password_is_asked_for_at_every_connect(
        self, dovecot: Dovecot, opened: Callable[[ImapSettings], ImapMailbox]
    ) -> None:
        asked: list[str] = ["secret", "wrong", "secret"]
        mailbox = opened(settings(dovecot.port, dovecot.new_user(), password=asked.pop))
        mailbox.changes(None, SINCE)
        mailbox.close()
        with pytest.raises(SignInFailed):
            mailbox.changes(None, SINCE)
        mailbox.changes(None, SINCE)
        assert asked == []

    def test_a_password_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        line = failure(settings(1, "sam", password=(tmp_path / "none").read_text), SignInFailed)
        assert line == "personal: the password cannot be read: No such file or directory"

    @pytest.mark.peer("dovecot")
    def test_nothing_of_it_is_logged_even_with_every_logger_at_debug(
        self, dovecot: Dovecot, caplog: pytest.LogCaptureFixture, opened: Callable[[ImapSettings], ImapMailbox]
    ) -> None:
        with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, "imapclient.imaplib"):
            user = dovecot.new_user()
            opened(settings(dovecot.port, user)).changes(None, SINCE)
        sasl = base64.b64encode(f"\0{user}\0secret".encode()).decode()
        assert "secret" not in caplog.text
        assert sasl not in caplog.text
        assert "EXAMINE" not in caplog.text

    def test_a_server_that_is_busy_has_not_refused_the_password(self, scripted: Callable[..., Scripted]) -> None:
        server = scripted(LOGIN="* NO [UNAVAILABLE] the directory is down")
        assert failure(settings(server.port, "sam")).endswith("lets nobody sign in for now (UNAVAILABLE)")

    def test_a_lost_connection_is_no_refusal(self, scripted: Callable[..., Scripted]) -> None:
        server = scripted(LOGIN="\\* BYE too many connections|")
        assert failure(settings(server.port, "sam")).endswith("closed the connection during the sign-in")

    def test_the_server_s_own_words_about_a_sign_in_are_not_repeated(self, scripted: Callable[..., Scripted]) -> None:
        server = scripted(LOGIN='* BAD cannot parse LOGIN sam "secret"')
        assert failure(settings(server.port, "sam"), SignInFailed).endswith("refuses the user name 'sam' or its password")

    def test_names_and_passwords_are_quoted(self, scripted: Callable[..., Scripted]) -> None:
        server = scripted(LOGIN="* NO no")
        failure(settings(server.port, 'sam "the man"', password=lambda: 'back\\slash "quoted"'), SignInFailed)
        assert server.heard[-1] == 'LOGIN "sam \\"the man\\"" "back\\\\slash \\"quoted\\""'

    def test_a_password_with_a_line_end_cannot_add_a_command(self, scripted: Callable[..., Scripted]) -> None:
        server = scripted(LOGIN="* NO no")
        failure(settings(server.port, "sam", password=lambda: "x\r\nA1 DELETE INBOX"), SignInFailed)
        assert server.heard == ["CAPABILITY"]

    @pytest.mark.peer("dovecot")
    def test_a_password_may_hold_any_character_where_the_server_takes_it(self, dovecot: Dovecot) -> None:
        line = failure(settings(dovecot.port, "sam", password=lambda: "Größe 採用"), SignInFailed)
        assert "(AUTHENTICATIONFAILED)" in line

    def test_a_server_that_claims_to_know_us_already_gets_no_plain_text(self, scripted: Callable[..., Scripted]) -> None:
        server = scripted("* PREAUTH come in", CAPABILITY="\\* CAPABILITY IMAP4rev1 STARTTLS|* OK done")
        failure(settings(server.port, "sam", tls="starttls"))
        assert set(server.heard) == {"CAPABILITY"}


class TestTimeouts:
    def test_a_server_that_never_greets_is_given_up(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as mute:
            port = mute.getsockname()[1]
            began = time.monotonic()
            assert failure(settings(port, "sam", connect_timeout=0.5)).endswith("did not answer in time")
            assert 0.4 < time.monotonic() - began < 5

    def test_a_server_that_never_shakes_hands_is_given_up(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as mute:
            port = mute.getsockname()[1]
            began = time.monotonic()
            assert failure(settings(port, "sam", tls="implicit", connect_timeout=0.5)).endswith("did not answer in time")
            assert 0.4 < time.monotonic() - began < 5

    @pytest.mark.peer("dovecot")
    def test_a_network_that_dies_in_the_middle_is_given_up_and_recovered_from(
        self, dovecot: Dovecot, opened: Callable[[ImapSettings], ImapMailbox]
    ) -> None:
        wire = Wire(dovecot.port)
        mailbox = opened(settings(wire.port, dovecot.new_user(), read_timeout=0.5))
        mailbox.changes(None, SINCE)
        wire.silent = True
        began = time.monotonic()
        with pytest.raises(MailboxUnavailable, match=r"did not answer in time$"):
            mailbox.changes(None, SINCE)
        assert 0.4 < time.monotonic() - began < 5
        wire.silent = False
        assert mailbox.changes(None, SINCE).messages == ()
        wire.close()


class TestOtherFailures:
    def test_nobody_listens(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        assert failure(settings(port, "sam")) == f"personal: 127.0.0.1:{port} refuses connections"

    def test_a_host_that_nobody_knows(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def unknown(*arguments: object, **named: object) -> None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        line = failure(settings(993, "sam", host="imap.nowhere.invalid", tls="implicit"))
        assert line == "personal: the host name imap.nowhere.invalid is not known, or there is no network"

    @pytest.mark.parametrize(
        ("greeting", "told"),
        [
            ("* BYE we are full", "refuses: * BYE we are full"),
            ("HTTP/1.1 400 Bad Request", "closed the connection or broke the protocol"),
            ("\\", "closed the connection or broke the protocol"),
        ],
    )
    def test_what_is_no_greeting(self, scripted: Callable[..., Scripted], greeting: str, told: str) -> None:
        assert failure(settings(scripted(greeting).port, "sam")).endswith(told)

    @pytest.mark.parametrize(
        "listing",
        [
            "\\* LIST garbage (|* OK done",
            "\\* LIST (\\HasNoChildren) NIL|* OK done",
            '\\* LIST (\\HasNoChildren) "/" "&&&-"|* OK done',
            "* BAD who are you",
            "\\* BYE out of order|",
        ],
    )
    def test_a_server_that_talks_nonsense_fails_the_cycle_and_not_the_program(
        self, scripted: Callable[..., Scripted], listing: str
    ) -> None:
        server = scripted(LOGIN="* OK welcome", LIST=listing)
        failure(settings(server.port, "sam"))

    def test_the_certificates_of_the_tests_hold(self, tmp_path: Path) -> None:
        make_certificates(tmp_path)
        assert ssl.create_default_context(cafile=tmp_path / "ca.pem").get_ca_certs()
