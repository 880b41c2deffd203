"""Signing in to IMAP with a token: on a real Dovecot that asks our provider about it, and against scripts of what Google says."""

from __future__ import annotations

import base64
import json
import logging
import shutil
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from daemon.errors import AccessRevoked, MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from daemon.mailbox.oauth import OAuthSettings, TokenStore, access_token
from tests.mailbox.imap_world import settings
from tests.mailbox.oauth_provider import Answer, OAuthProvider, oauth_settings, provider_running
from tests.mailbox.world import SINCE
from tests.peers.dovecot import SPECIAL_USE_FOLDERS, Dovecot, short_folder
from tests.peers.wire import Wire

INTROSPECTION = """
introspection_mode = post
introspection_url = {address}/introspect
username_attribute = email
username_format = %u
active_attribute = active
active_value = true
force_introspection = yes
"""

SIGN_IN_BY_TOKEN = """
auth_mechanisms = plain login xoauth2 oauthbearer
auth_cache_size = 0
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {file}
}}
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[OAuthProvider]:
    with pytest.MonkeyPatch.context() as patch, provider_running("sam") as running:
        patch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
        yield running


@pytest.fixture(autouse=True)
def _as_usual(provider: OAuthProvider) -> None:
    provider.script.clear()
    provider.requests.clear()
    provider.introspected.clear()


@pytest.fixture(scope="module")
def server(provider: OAuthProvider) -> Iterator[Dovecot]:
    with dovecot_asking(provider) as dovecot:
        yield dovecot


@contextmanager
def dovecot_asking(provider: OAuthProvider) -> Iterator[Dovecot]:
    """A Dovecot that takes tokens, and asks `provider` whose they are."""
    home = Path(tempfile.mkdtemp(prefix="oauth", dir=short_folder()))
    home.chmod(0o755)
    (home / "oauth2.conf").write_text(INTROSPECTION.format(address=provider.address))
    dovecot = Dovecot(SPECIAL_USE_FOLDERS + SIGN_IN_BY_TOKEN.format(file=home / "oauth2.conf"))
    try:
        dovecot.start()
        yield dovecot
    finally:
        dovecot.remove()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def oauth(provider: OAuthProvider, tmp_path: Path) -> OAuthSettings:
    """Signed in."""
    store = TokenStore(tmp_path / "personal.token.json")
    store.save(provider.new_token())
    return oauth_settings(provider, store)


def account(port: int, oauth: OAuthSettings, user: str = "sam") -> ImapSettings:
    return settings(port, user, access_token=partial(access_token, oauth))


def kept(oauth: OAuthSettings) -> str:
    token = oauth.store.load()
    assert token is not None
    return token.access_token


def failure(account: ImapSettings, kind: type[MailboxError]) -> str:
    with closing(ImapMailbox("personal", account)) as mailbox, pytest.raises(MailboxError) as caught:
        mailbox.changes(None, SINCE)
    assert type(caught.value) is kind or (kind is SignInFailed and isinstance(caught.value, SignInFailed))
    assert not isinstance(caught.value, AccessRevoked) or kind is AccessRevoked
    line = str(caught.value)
    assert line.startswith("personal: ")
    assert "acc3ss" not in line
    assert "\n" not in line
    return line


@pytest.mark.peer("dovecot")
class TestDovecot:
    @pytest.mark.parametrize(("hidden", "mechanism"), [((), "XOAUTH2"), ((b"AUTH=XOAUTH2",), "OAUTHBEARER")])
    def test_the_mechanism_follows_from_what_the_server_can_do(
        self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings, hidden: Sequence[bytes], mechanism: str
    ) -> None:
        wire = Wire(server.port, hidden=hidden)
        with closing(wire), closing(ImapMailbox("personal", account(wire.port, oauth))) as mailbox:
            assert mailbox.changes(None, SINCE).messages == ()
        assert f"AUTHENTICATE {mechanism}" in wire.commands
        assert provider.introspected == [kept(oauth)]

    def test_a_token_that_ended_is_renewed_at_the_next_connect(
        self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings
    ) -> None:
        with closing(ImapMailbox("personal", account(server.port, oauth))) as mailbox:
            mailbox.changes(None, SINCE)
            first = kept(oauth)
            mailbox.close()
            oauth.store.save(provider.new_token(expires_in=timedelta(0)))
            mailbox.changes(None, SINCE)
        assert provider.introspected == [first, kept(oauth)]
        assert len(provider.requests) == 1

    def test_a_token_that_is_turned_down_before_its_time_is_renewed_once(
        self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings
    ) -> None:
        first = kept(oauth)
        provider.revoke(first)
        with closing(ImapMailbox("personal", account(server.port, oauth))) as mailbox:
            assert mailbox.changes(None, SINCE).messages == ()
        assert provider.introspected == [first, kept(oauth)]
        assert len(provider.requests) == 1

    def test_the_account_of_somebody_else_is_a_refusal_with_the_server_s_reason(
        self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings
    ) -> None:
        line = failure(account(server.port, oauth, "dana"), SignInFailed)
        assert f"127.0.0.1:{server.port} does not take the token for 'dana' (status " in line
        assert line.endswith("is that the account that you signed in with, and is IMAP switched on in its settings?")
        assert len(provider.requests) == 1

    def test_access_that_was_taken_back_is_told_as_such(
        self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings
    ) -> None:
        provider.revoke(kept(oauth))
        provider.refresh_tokens.clear()
        line = failure(account(server.port, oauth), AccessRevoked)
        assert line.startswith("personal: Google has ended the access (invalid_grant)")
        assert line.endswith("sign in again: afterword auth personal")

    def test_a_provider_in_trouble_is_no_refusal(self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings) -> None:
        provider.revoke(kept(oauth))
        provider.script = [Answer(503)]
        assert "is in trouble (HTTP 503)" in failure(account(server.port, oauth), MailboxUnavailable)

    def test_nothing_of_it_is_logged_even_with_every_logger_at_debug(
        self, server: Dovecot, provider: OAuthProvider, oauth: OAuthSettings, caplog: pytest.LogCaptureFixture
    ) -> None:
        for name in ("", "imapclient", "imapclient.imaplib", "requests_oauthlib.oauth2_session", "oauthlib", "urllib3"):
            caplog.set_level(logging.DEBUG, name)
        provider.revoke(kept(oauth))
        with closing(ImapMailbox("personal", account(server.port, oauth))) as mailbox:
            mailbox.changes(None, SINCE)
        failure(account(server.port, oauth, "dana"), SignInFailed)
        for secret in provider.secrets:
            assert secret not in caplog.text
            assert base64.b64encode(secret.encode()).decode().rstrip("=")[2:-2] not in caplog.text


GMAIL_S_REASON = {"status": "400", "schemes": "Bearer", "scope": "https://mail.google.com/"}


class SaslServer:
    """Greets, offers `mechanisms`, and turns every token down: with a challenge, and with `refusal` after the client's answer."""

    def __init__(
        self, mechanisms: str, challenge: str, refusal: str = "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)"
    ) -> None:
        self.heard: list[str] = []
        self._lines = mechanisms, challenge, refusal
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._converse(connection)

    def _converse(self, connection: socket.socket) -> None:
        mechanisms, challenge, refusal = self._lines
        capability = f"CAPABILITY IMAP4rev1 {' '.join(f'AUTH={name}' for name in mechanisms.split())}"
        with connection.makefile("rw", newline="\r\n") as lines:

            def say(line: str) -> None:
                lines.write(f"{line}\n")
                lines.flush()

            def hear() -> str:
                said = lines.readline().strip()
                self.heard.append(said)
                return said

            say(f"* OK [{capability}] ready")
            while command := hear():
                tag, _, rest = command.partition(" ")
                if rest.startswith("AUTHENTICATE"):
                    say("+ ")
                    hear()
                    if challenge:
                        say(f"+ {challenge}")
                        hear()
                    say(f"{tag} {refusal}")
                elif rest == "CAPABILITY":
                    say(f"* {capability}")
                    say(f"{tag} OK done")
                else:
                    say(f"{tag} OK done")


@pytest.fixture
def scripted() -> Iterator[Callable[..., SaslServer]]:
    with ExitStack() as stack:

        def make(mechanisms: str, challenge: object = "", **more: str) -> SaslServer:
            text = challenge if isinstance(challenge, str) else json.dumps(challenge)
            server = SaslServer(mechanisms, base64.b64encode(text.encode()).decode(), **more)
            stack.callback(server.close)
            return server

        yield make


def with_token(port: int, tokens: list[str], asked: list[str]) -> ImapSettings:
    def next_token(refused: str) -> str:
        asked.append(refused)
        return tokens.pop(0)

    return settings(port, "sam=o,connor@example.org", access_token=next_token)


class TestTranscripts:
    def test_the_reason_of_gmail_is_kept_and_the_conversation_ended_properly(self, scripted: Callable[..., SaslServer]) -> None:
        server = scripted("PLAIN XOAUTH2 OAUTHBEARER", GMAIL_S_REASON)
        asked: list[str] = []
        line = failure(with_token(server.port, ["acc3ss-1", "acc3ss-2"], asked), SignInFailed)
        assert "(status 400, scope https://mail.google.com/)" in line
        # a new connection, a fresh token, and then no more
        assert asked == ["", "acc3ss-1"]
        sent = [base64.b64decode(said).decode() for said in server.heard if said and " " not in said]
        assert sent == [f"user=sam=o,connor@example.org\1auth=Bearer acc3ss-{number}\1\1" for number in (1, 2)]
        assert server.heard.count("") >= 2

    def test_oauthbearer_says_it_as_its_rfc_wants(self, scripted: Callable[..., SaslServer]) -> None:
        server = scripted("OAUTHBEARER", {"status": "invalid_token", "scope": "mail"})
        line = failure(with_token(server.port, ["acc3ss-1", "acc3ss-2"], []), SignInFailed)
        assert "(status invalid_token, scope mail)" in line
        first, last = (base64.b64decode(said).decode() for said in server.heard[:5] if said and " " not in said)
        assert first == f"n,a=sam=3Do=2Cconnor@example.org,\1host=127.0.0.1\1port={server.port}\1auth=Bearer acc3ss-1\1\1"
        assert last == "\1"

    @pytest.mark.parametrize(
        "challenge",
        [
            "",
            "no JSON",
            "[]",
            "[" * 10_000,
            {"status": "acc3ss-1 acc3ss-2", "scope": "acc3ss-"},
            {"status": "a\r\nb", "scope": "ü", "error": "x\x00"},
        ],
    )
    def test_a_reason_that_is_no_reason_is_not_repeated(self, scripted: Callable[..., SaslServer], challenge: object) -> None:
        server = scripted("XOAUTH2", challenge)
        line = failure(with_token(server.port, ["acc3ss-1", "acc3ss-2"], []), SignInFailed)
        assert "does not take the token for 'sam=o,connor@example.org'; is that the account" in line

    def test_a_challenge_that_is_not_base64(self, scripted: Callable[..., SaslServer]) -> None:
        server = scripted("XOAUTH2")
        server._lines = ("XOAUTH2", "!!!a", "NO no")
        assert failure(with_token(server.port, ["acc3ss-1"], []), MailboxUnavailable).endswith("breaks the protocol of XOAUTH2")

    def test_a_server_that_is_busy_has_not_refused_the_token(self, scripted: Callable[..., SaslServer]) -> None:
        server = scripted("XOAUTH2", refusal="NO [UNAVAILABLE] try later")
        asked: list[str] = []
        assert "lets nobody sign in for now (UNAVAILABLE)" in failure(
            with_token(server.port, ["acc3ss-1"], asked), MailboxUnavailable
        )
        assert asked == [""]

    def test_a_server_that_takes_no_tokens(self, scripted: Callable[..., SaslServer]) -> None:
        server = scripted("PLAIN")
        line = failure(with_token(server.port, ["acc3ss-1"], []), SignInFailed)
        assert line.endswith("offers no sign-in by token (neither XOAUTH2 nor OAUTHBEARER)")
        assert not [said for said in server.heard if "AUTHENTICATE" in said or "LOGIN" in said]
