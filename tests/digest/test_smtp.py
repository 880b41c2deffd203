"""The digest by SMTP: to the user alone, and never in doubt about whether a server took it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path
from typing import Literal

import pytest

from daemon.digest import smtp
from daemon.digest.message import digest_message, digest_message_id
from daemon.digest.render import render
from daemon.digest.smtp import NotDelivered, Unclear, send_to_self, try_sign_in
from daemon.errors import ConfigError
from daemon.house import SmtpAccount
from tests.digest.post_office import HOST, PASSWORD, USER, PostOffice, post_office, scripted
from tests.digest.samples import EVERYTHING, TUESDAY
from tests.digest.test_message import NOW, SAM
from tests.peers.dovecot import free_ports, make_certificates

OWN = "sam.rivera@example.org"
MESSAGE = digest_message(render(EVERYTHING), author=SAM, message_id=digest_message_id(TUESDAY, SAM), now=NOW)
GREETING = ("220 here", "250 here", "250 OK", "250 OK", "354 go on")
Tls = Literal["implicit", "starttls", "none"]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tls")
    make_certificates(folder)
    return folder


@pytest.fixture(params=["implicit", "starttls"])
def office(request: pytest.FixtureRequest, certificates: Path) -> Iterator[tuple[PostOffice, SmtpAccount]]:
    with post_office(certificates, request.param) as opened:
        yield opened, account(opened.port, request.param, certificates)


def account(port: int, tls: Tls, certificates: Path | None = None, password: str = PASSWORD) -> SmtpAccount:
    ca_file = certificates / "ca.pem" if certificates else None
    return SmtpAccount("localhost" if tls != "none" else HOST, port, tls, USER, lambda: password, ca_file)


def unencrypted(port: int) -> SmtpAccount:
    return SmtpAccount(HOST, port, "none")


class TestDelivers:
    def test_to_the_user_alone_encrypted_and_signed_in(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        send_to_self(settings, MESSAGE, OWN)
        (posted,) = server.posted
        assert (posted.sender, posted.recipients) == (OWN, (OWN,))
        assert (posted.encrypted, posted.signed_in) == (True, True)
        assert posted.raw == MESSAGE

    def test_a_line_that_begins_with_a_dot_arrives_as_it_is(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        dotted = b"Subject: x\r\n\r\n.\r\n..\r\n.hidden\r\nend without a line end"
        send_to_self(settings, dotted, OWN)
        assert server.posted[0].raw == dotted + b"\r\n"

    def test_the_name_of_the_machine_stays_at_home(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        send_to_self(settings, MESSAGE, OWN)
        assert server.posted[0].greeted_as == "[127.0.0.1]"

    def test_to_a_server_of_ones_own_that_asks_for_nothing(self):
        with post_office(None, "none") as server:
            send_to_self(unencrypted(server.port), MESSAGE, OWN)
            assert [posted.signed_in for posted in server.posted] == [False]

    def test_what_arrives_is_the_digest(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        send_to_self(settings, MESSAGE, OWN)
        arrived = message_from_bytes(server.posted[0].raw)
        assert arrived["Message-ID"] == digest_message_id(TUESDAY, SAM)
        assert arrived["Auto-Submitted"] == "auto-generated"


class TestSurelyNot:
    @pytest.mark.parametrize(
        ("moment", "answer", "for_good"),
        [
            ("MAIL", "451 4.3.0 try later", False),
            ("MAIL", "553 5.7.1 not your address", True),
            ("RCPT", "450 4.2.1 mailbox busy", False),
            ("RCPT", "550 5.1.1 no such user", True),
            ("DATA", "452 4.3.1 no space", False),
            ("DATA", "552 5.2.2 mailbox full", True),
            ("DATA", "421 4.3.2 shutting down", False),
        ],
    )
    def test_a_no_at_any_moment(self, office: tuple[PostOffice, SmtpAccount], moment: str, answer: str, for_good: bool):
        server, settings = office
        server.answers[moment] = [answer]
        with pytest.raises(NotDelivered, match=answer) as caught:
            send_to_self(settings, MESSAGE, OWN)
        assert caught.value.for_good is for_good
        assert server.posted == []
        send_to_self(settings, MESSAGE, OWN)
        assert len(server.posted) == 1

    def test_a_wrong_password(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        with pytest.raises(NotDelivered, match=r"refuses the sign-in as 'sam' \(535") as caught:
            send_to_self(replace(settings, password=lambda: "wrong pass"), MESSAGE, OWN)
        assert caught.value.for_good
        assert "wrong pass" not in str(caught.value)
        assert server.posted == []

    def test_a_password_that_is_not_there(self, office: tuple[PostOffice, SmtpAccount]):
        def missing() -> str:
            raise ConfigError("[digest.smtp]: no password: it is gone")

        server, settings = office
        with pytest.raises(ConfigError, match="it is gone"):
            send_to_self(replace(settings, password=missing), MESSAGE, OWN)
        assert server.posted == []

    def test_a_certificate_that_nobody_vouches_for(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        with pytest.raises(NotDelivered, match="certificate that is not trusted") as caught:
            send_to_self(replace(settings, ca_file=None), MESSAGE, OWN)
        assert caught.value.for_good
        assert server.posted == []

    def test_no_encryption_where_it_was_asked_for(self, certificates: Path):
        """A server, or somebody in between, that hides STARTTLS gets neither the password nor the digest."""
        with post_office(certificates, "never") as server:
            with pytest.raises(NotDelivered, match="STARTTLS"):
                send_to_self(account(server.port, "starttls", certificates), MESSAGE, OWN)
            assert server.posted == []

    def test_nobody_there(self):
        with pytest.raises(NotDelivered, match="cannot be reached") as caught:
            send_to_self(unencrypted(free_ports(1)[0]), MESSAGE, OWN)
        assert not caught.value.for_good

    @pytest.mark.parametrize("reset", [False, True], ids=["gone", "reset"])
    @pytest.mark.parametrize("steps", range(len(GREETING)))
    def test_gone_at_any_moment_before_the_message(self, steps: int, reset: bool):
        with scripted(*GREETING[:steps], reset=reset) as port, pytest.raises(NotDelivered):
            send_to_self(unencrypted(port), MESSAGE, OWN)

    def test_gone_just_before_the_final_dot(self):
        """It has all of the message and never knew that this was all: seen in time or not, it is never taken for delivered."""
        plain = b"Subject: x\r\n\r\nwords\r\n"
        with scripted(*GREETING, read_of_data=len(plain)) as port, pytest.raises((NotDelivered, Unclear)):
            send_to_self(unencrypted(port), plain, OWN)

    def test_gone_in_the_middle_of_the_message(self):
        """More than fits into the buffers on the way, so that the loss is seen before the final dot."""
        long = MESSAGE + b"x" * 70 + b"\r\n" + b"more words on one line\r\n" * 500_000
        with scripted(*GREETING, read_of_data=5_000, reset=True) as port, pytest.raises(NotDelivered):
            send_to_self(unencrypted(port), long, OWN)


class TestTrying:
    def test_the_sign_in_alone(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        try_sign_in(settings)
        with pytest.raises(NotDelivered, match="refuses the sign-in"):
            try_sign_in(replace(settings, password=lambda: "wrong"))
        assert server.posted == []


class TestUnclear:
    def test_gone_after_the_final_dot(self, office: tuple[PostOffice, SmtpAccount]):
        server, settings = office
        server.hang_up_after_dot = True
        with pytest.raises(Unclear, match="it may arrive or not"):
            send_to_self(settings, MESSAGE, OWN)
        assert len(server.posted) == 1, "and it did"

    def test_silent_after_the_final_dot(self, office: tuple[PostOffice, SmtpAccount], monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(smtp, "PATIENCE_AT_THE_END_SECONDS", 0.3)
        server, settings = office
        server.silence_after_dot = 1.5
        with pytest.raises(Unclear):
            send_to_self(settings, MESSAGE, OWN)

    def test_gone_without_a_word_after_the_final_dot(self):
        plain = b"Subject: x\r\n\r\nwords\r\n"
        with scripted(*GREETING, read_of_data=len(plain) + len(b".\r\n")) as port, pytest.raises(Unclear):
            send_to_self(unencrypted(port), plain, OWN)
