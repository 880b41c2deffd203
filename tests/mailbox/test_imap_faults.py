"""What servers say when something is wrong, and what we make of it: refused, later, or gone."""

from __future__ import annotations

import socket
import ssl
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient.exceptions import IMAPClientAbortError, LoginError, ProtocolError

from daemon.errors import AccessRevoked, FolderMissing, MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.imap_faults import explain, explain_sign_in, is_for_now, named, patience
from tests.mailbox.imap_world import settings
from tests.mailbox.world import SINCE
from tests.peers.dovecot import make_certificates
from tests.peers.transcript import Answer, Transcript

SAM = settings(993, "sam")
SERVER = "127.0.0.1:993"


def failure(answers: dict[str, Answer], greeting: Answer = "* OK ready") -> MailboxError:
    """What a look at a server of this transcript fails with."""
    server = Transcript(answers, greeting)
    mailbox = ImapMailbox("personal", settings(server.port, "sam"))
    with pytest.raises(MailboxError) as caught:
        mailbox.changes(None, SINCE)
    mailbox.close()
    server.close()
    assert str(caught.value).startswith(f"personal: 127.0.0.1:{server.port} ")
    assert "secret" not in str(caught.value)
    return caught.value


class TestPatience:
    @pytest.mark.parametrize(
        ("said", "seconds"),
        [
            ("Request is throttled. Suggested Backoff Time: 299961 milliseconds", 299.961),
            ("[THROTTLED] Backoff time 20 s", 20),
            ("Too many connections, try again in 5 minutes", 300),
            ("please retry after 30 seconds", 30),
            ("try again in 2 hours.", 7200),
            ("retry after: 250 ms", 0.25),
            ("try again in 900 hours", 86_400),
            ("try again later", None),
            ("[UNAVAILABLE] down until 12:30", None),
            ("", None),
        ],
    )
    def test_it_is_what_the_server_asks_for(self, said: str, seconds: float | None) -> None:
        assert patience(said) == seconds

    @pytest.mark.parametrize(
        "said",
        [
            "[UNAVAILABLE] the directory is down",
            "[INUSE] mailbox is locked",
            "[LIMIT] enough for today",
            "[THROTTLED] AUTHENTICATE Rate limit hit.",
            "[ALERT] Too many simultaneous connections. (Failure)",
            "[OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)",
            "Maximum number of connections: too many IMAP sessions",
            "Temporary authentication failure",
            "Server is busy",
            "Too many failed login attempts",
        ],
    )
    def test_a_refusal_for_now(self, said: str) -> None:
        assert is_for_now(said)

    @pytest.mark.parametrize(
        "said",
        [
            "[AUTHENTICATIONFAILED] Invalid credentials (Failure)",
            "[AUTHENTICATIONFAILED] Authentication failed, try again later",
            "[ALERT] Application-specific password required",
            "[EXPIRED] the password is a year old; temporary access is over",
            "LOGIN failed.",
            "[CONTACTADMIN] no",
        ],
    )
    def test_a_refusal_that_means_it(self, said: str) -> None:
        assert not is_for_now(said)


class TestSigningIn:
    @pytest.mark.parametrize("said", ["NO LOGIN failed.", "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"])
    def test_a_refusal_is_the_user_s_to_mend(self, said: str) -> None:
        assert type(failure({"LOGIN": said})) is SignInFailed

    def test_a_full_server_is_not(self) -> None:
        error = failure({"LOGIN": "NO [ALERT] Too many simultaneous connections. (Failure)"})
        assert type(error) is MailboxUnavailable

    def test_what_a_server_asks_for_arrives_with_the_error(self) -> None:
        error = failure({"LOGIN": "NO Request is throttled. Suggested Backoff Time: 90000 milliseconds"})
        assert isinstance(error, MailboxUnavailable)
        assert error.retry_after == 90

    def test_a_connection_that_is_lost_meanwhile_is_none(self) -> None:
        assert type(failure({"LOGIN": "* BYE Session expired, please login again\n#close"})) is MailboxUnavailable

    def test_a_full_server_may_say_so_at_the_door(self) -> None:
        error = failure({}, "* BYE [UNAVAILABLE] Too many connections, try again in 5 minutes\n#close")
        assert isinstance(error, MailboxUnavailable)
        assert error.retry_after == 300


class TestCommands:
    def test_somebody_who_signed_in_and_has_no_mailbox_is_to_look_at_his_sign_in(self) -> None:
        error = failure({"LIST": "BAD User is authenticated but not connected."})
        assert type(error) is SignInFailed
        assert "lets 'sam' in, but to no mailbox" in str(error)

    def test_a_throttled_command(self) -> None:
        error = failure({"EXAMINE": "BAD Request is throttled. Suggested Backoff Time: 12000 milliseconds"})
        assert isinstance(error, MailboxUnavailable)
        assert "asks for patience" in str(error)
        assert error.retry_after == 12

    def test_a_session_that_ran_out_is_no_failed_sign_in(self) -> None:
        error = failure({"EXAMINE": "* BYE Session expired, please login again\n#close"})
        assert type(error) is MailboxUnavailable
        assert str(error).endswith("closed the connection: Session expired, please login again")

    def test_a_full_mailbox_is_told_as_such(self) -> None:
        server = Transcript({"APPEND": "NO [OVERQUOTA] Quota exceeded (mailbox for user is full)"})
        mailbox = ImapMailbox("personal", settings(server.port, "sam"))
        with pytest.raises(MailboxUnavailable, match=r"takes nothing more, the mailbox is full: .*Quota exceeded"):
            mailbox.deliver_to_self(b"Subject: x\r\n\r\nx\r\n")
        server.close()

    @pytest.mark.parametrize(
        "error",
        [
            IMAPClientAbortError("command: FETCH => unexpected response: b'My secret letter'"),
            IMAPClientAbortError("unexpected tagged response: b'My secret letter'"),
            IMAPClientAbortError("socket error: unterminated line: b'My secret letter'"),
            ProtocolError("My secret letter"),
            ssl.SSLError("My secret letter"),
        ],
    )
    def test_what_may_be_a_piece_of_a_letter_is_never_repeated(self, error: Exception) -> None:
        assert "secret" not in str(explain(error, SAM))

    def test_a_long_farewell_is_one_short_line(self) -> None:
        line = str(explain(IMAPClientAbortError("so\r\nlong " * 200), SAM))
        assert len(line) < 300
        assert line.isprintable()


class TestNamed:
    def test_the_kind_of_an_error_and_its_patience_stay(self) -> None:
        error = named("personal", MailboxUnavailable("busy", retry_after=7))
        assert isinstance(error, MailboxUnavailable)
        assert (str(error), error.retry_after) == ("personal: busy", 7)

    @pytest.mark.parametrize("kind", [SignInFailed, AccessRevoked, FolderMissing])
    def test_so_it_is_with_those_that_ask_for_none(self, kind: type[MailboxError]) -> None:
        error = named("personal", kind("no"))
        assert (type(error), str(error)) == (kind, "personal: no")

    def test_a_lost_connection_behind_a_failed_sign_in_is_found(self) -> None:
        lost = LoginError("command: LOGIN => socket error: EOF")
        lost.__context__ = IMAPClientAbortError("command: LOGIN => socket error: EOF")
        assert type(explain_sign_in(lost, SAM)) is MailboxUnavailable


class TestCertificates:
    """Each fault is met for real, and told with what mends it."""

    @staticmethod
    def told(folder: Path, host: str = "127.0.0.1", ca_file: Path | None = None) -> str:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / "server.pem", folder / "server.key")
        server = Transcript({}, tls=context)
        mailbox = ImapMailbox("personal", settings(server.port, "sam", tls="implicit", host=host, ca_file=ca_file))
        with pytest.raises(MailboxUnavailable, match="is not trusted") as caught:
            mailbox.changes(None, SINCE)
        server.close()
        return str(caught.value)

    def test_an_authority_that_this_machine_does_not_know(self, tmp_path: Path) -> None:
        make_certificates(tmp_path)
        assert self.told(tmp_path).endswith("where the server has an authority of its own, name its certificate (PEM) in ca_file")

    def test_a_ca_file_of_another_authority(self, tmp_path: Path) -> None:
        for name in ("one", "other"):
            (tmp_path / name).mkdir()
            make_certificates(tmp_path / name)
        line = self.told(tmp_path / "one", ca_file=tmp_path / "other" / "ca.pem")
        assert line.endswith(f"; ca_file {tmp_path}/other/ca.pem does not hold the authority that signed it")

    def test_a_certificate_for_another_host(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        make_certificates(tmp_path)
        genuine = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **named: genuine("127.0.0.1", *rest, **named))
        line = self.told(tmp_path, host="imap.example.org", ca_file=tmp_path / "ca.pem")
        assert line.endswith("; host must be a name that the certificate is made for")

    @pytest.mark.parametrize(
        ("begins", "mend"),
        [(-20, "; only whoever runs the server can renew it, unless this machine's clock is wrong"), (20, "clock right?")],
        ids=["ran out", "not yet valid"],
    )
    def test_a_certificate_out_of_its_time(self, tmp_path: Path, begins: int, mend: str) -> None:
        make_certificates(tmp_path)
        _date(tmp_path, datetime.now(UTC) + timedelta(days=begins))
        assert self.told(tmp_path, ca_file=tmp_path / "ca.pem").endswith(mend)


def _date(folder: Path, begins: datetime) -> None:
    """Have the server's certificate signed anew, for ten days from then."""
    (folder / "signed").mkdir()
    (folder / "index").touch()
    (folder / "serial").write_text("01\n")
    (folder / "authority.ini").write_text(
        f"[ca]\ndefault_ca = x\n[x]\ndatabase = {folder}/index\nserial = {folder}/serial\nnew_certs_dir = {folder}/signed\n"
        "default_md = sha256\npolicy = p\n[p]\ncommonName = supplied\n"
    )
    stamps = [each.strftime("%Y%m%d%H%M%SZ") for each in (begins, begins + timedelta(days=10))]
    command = (
        "ca -batch -notext -config authority.ini -cert ca.pem -keyfile ca.key -in server.csr -out server.pem "
        f"-startdate {stamps[0]} -enddate {stamps[1]} -extfile server.conf -extensions server"
    )
    subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True, timeout=60)
