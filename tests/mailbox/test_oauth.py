"""Access tokens against a provider of our own over HTTP: renewed in time, saved, never lost, and refusals in clear words."""

from __future__ import annotations

import logging
import multiprocessing
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daemon.errors import AccessRevoked, ConfigError, MailboxUnavailable
from daemon.mailbox import oauth_grant
from daemon.mailbox.oauth import GMAIL_API_SCOPES, IMAP_SCOPES, Provider, TokenStore, access_token, google_credentials
from tests.mailbox.oauth_provider import (
    CLIENT_ID,
    NOW,
    SCOPES,
    Answer,
    OAuthProvider,
    client_at,
    oauth_settings,
    provider_running,
    settings_with,
)


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[OAuthProvider]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with provider_running() as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> TokenStore:
    return TokenStore(tmp_path / "personal.token.json")


def kept(store: TokenStore) -> str:
    token = store.load()
    assert token is not None
    return token.access_token


class TestRenewal:
    def test_a_token_that_is_good_for_a_while_is_used_as_it_is(self, provider: OAuthProvider, store: TokenStore) -> None:
        token = provider.new_token()
        store.save(token)
        assert access_token(oauth_settings(provider, store)) == token.access_token
        assert provider.requests == []

    @pytest.mark.parametrize("left", [timedelta(minutes=5), timedelta(seconds=1), timedelta(0), -timedelta(days=60)])
    def test_one_that_ends_soon_is_renewed_and_the_next_is_saved(
        self, provider: OAuthProvider, store: TokenStore, left: timedelta
    ) -> None:
        old = provider.new_token(expires_in=left)
        store.save(old)
        new = access_token(oauth_settings(provider, store))
        saved = store.load()
        assert saved is not None
        assert provider.accounts[new] == provider.user
        assert (saved.access_token, saved.refresh_token) == (new, old.refresh_token)
        assert (saved.expires_at, saved.refreshed_at, saved.granted_at) == (NOW + timedelta(hours=1), NOW, NOW)
        assert access_token(oauth_settings(provider, store)) == new
        assert len(provider.requests) == 1

    def test_what_the_provider_is_asked(self, provider: OAuthProvider, store: TokenStore) -> None:
        token = provider.new_token(expires_in=timedelta(0))
        store.save(token)
        access_token(oauth_settings(provider, store))
        assert provider.requests == [
            {
                "grant_type": "refresh_token",
                "refresh_token": token.refresh_token,
                "client_id": CLIENT_ID,
                "client_secret": provider.client().client_secret,
            }
        ]

    def test_a_public_client_shows_no_secret(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        access_token(oauth_settings(provider, store, Provider.MICROSOFT))
        assert "client_secret" not in provider.requests[0]

    def test_one_that_a_server_turned_down_is_renewed_before_its_time(self, provider: OAuthProvider, store: TokenStore) -> None:
        token = provider.new_token()
        store.save(token)
        new = access_token(oauth_settings(provider, store), refused=token.access_token)
        assert new != token.access_token
        # the second one who was turned down with the same token finds it renewed
        assert access_token(oauth_settings(provider, store), refused=token.access_token) == new
        assert len(provider.requests) == 1

    def test_a_lifetime_that_is_not_told_is_an_hour(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.script = [Answer(body={"access_token": "acc3ss", "token_type": "Bearer"})]
        assert access_token(oauth_settings(provider, store)) == "acc3ss"
        saved = store.load()
        assert saved is not None
        assert saved.expires_at == NOW + timedelta(hours=1)
        assert saved.scopes == SCOPES


def _renew_in_another_process(path: str, address: str, count: int) -> None:
    store = TokenStore(Path(path))
    for _ in range(count):
        access_token(settings_with(lambda: client_at(address), store), refused=kept(store))


class TestRotation:
    def test_each_new_refresh_token_is_kept(self, provider: OAuthProvider, store: TokenStore) -> None:
        provider.rotates = True
        store.save(provider.new_token(expires_in=timedelta(0)))
        settings = oauth_settings(provider, store, Provider.MICROSOFT)
        for _ in range(4):
            access_token(settings, refused=kept(store))
        assert len({asked["refresh_token"] for asked in provider.requests}) == 4

    def test_none_is_lost_where_threads_and_processes_renew_at_once(self, provider: OAuthProvider, store: TokenStore) -> None:
        provider.rotates = True
        store.save(provider.new_token())
        settings = oauth_settings(provider, store)
        failures: list[BaseException] = []

        def work() -> None:
            try:
                for _ in range(6):
                    access_token(settings, refused=kept(store))
            except AccessRevoked as error:
                failures.append(error)

        context = multiprocessing.get_context("spawn")
        process = context.Process(target=_renew_in_another_process, args=(str(store.path), provider.address, 6))
        threads = [threading.Thread(target=work) for _ in range(3)]
        process.start()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        process.join(60)
        assert (failures, process.exitcode) == ([], 0)
        access_token(settings, refused=kept(store))

    def test_where_it_cannot_be_saved_the_old_one_is_not_used_up(self, provider: OAuthProvider, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        store = TokenStore(tmp_path / "token.json")
        store.save(provider.new_token(expires_in=timedelta(0)))
        (tmp_path / "token.json.lock").mkdir()
        with pytest.raises(MailboxUnavailable, match="cannot be written"):
            access_token(oauth_settings(provider, store))
        assert provider.requests == []


class TestNoAccess:
    """What no repetition mends: each says what to do."""

    def refusal(self, provider: OAuthProvider, store: TokenStore, **changes: object) -> str:
        with pytest.raises(AccessRevoked) as caught:
            access_token(oauth_settings(provider, store, **changes))  # type: ignore[arg-type]
        line = str(caught.value)
        assert not [secret for secret in provider.secrets if secret in line]
        assert "\n" not in line
        return line

    def test_nobody_has_signed_in(self, provider: OAuthProvider, store: TokenStore) -> None:
        assert self.refusal(provider, store) == "nobody has signed in yet; run: afterword auth personal"

    def test_a_name_of_several_words_can_be_typed_as_it_is_shown(self, provider: OAuthProvider, store: TokenStore) -> None:
        assert self.refusal(provider, store, name="My mail").endswith("run: afterword auth 'My mail'")

    def test_another_client(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(client_id="another"))
        line = self.refusal(provider, store)
        assert line.endswith("was given to another client than yours is now; sign in again: afterword auth personal")

    def test_a_token_for_something_else(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token())
        line = self.refusal(provider, store, scopes=GMAIL_API_SCOPES)
        assert f"does not allow {GMAIL_API_SCOPES[0]}; sign in again" in line
        assert provider.requests == []

    def test_the_scopes_of_microsoft_come_back_in_any_case_and_without_offline_access(
        self, provider: OAuthProvider, store: TokenStore
    ) -> None:
        token = provider.new_token(scopes=("https://outlook.office.com/imap.accessasuser.all",))
        store.save(token)
        settings = oauth_settings(provider, store, Provider.MICROSOFT, scopes=IMAP_SCOPES[Provider.MICROSOFT])
        assert access_token(settings) == token.access_token

    def test_a_client_file_that_cannot_be_used(self, provider: OAuthProvider, store: TokenStore) -> None:
        def broken() -> None:
            raise ConfigError("client.json: this is no JSON")

        assert self.refusal(provider, store, client=broken) == "client.json: this is no JSON"

    def test_revoked(self, provider: OAuthProvider, store: TokenStore) -> None:
        token = provider.new_token(NOW - timedelta(days=2), refreshed_at=NOW - timedelta(hours=1))
        store.save(replace(token, expires_at=NOW))
        provider.refresh_tokens.clear()
        assert self.refusal(provider, store) == (
            "Google has ended the access (invalid_grant): it was revoked in the account, or the account's password was changed; "
            "sign in again: afterword auth personal"
        )

    @pytest.mark.parametrize(("seen_after", "told"), [(7.0, True), (7.5, True), (20.0, True), (6.5, False)])
    def test_the_seventh_day_of_a_consent_screen_in_testing(
        self, provider: OAuthProvider, store: TokenStore, seen_after: float, told: bool
    ) -> None:
        """It was honoured last before the seventh day, and is not any more when it is asked for the next time."""
        granted = NOW - timedelta(days=seen_after)
        store.save(provider.new_token(granted, refreshed_at=min(NOW, granted + timedelta(days=6.9)) - timedelta(hours=1)))
        provider.refresh_tokens.clear()
        assert ("consent screen is in testing" in self.refusal(provider, store)) is told

    def test_a_token_that_outlived_its_seventh_day_died_of_something_else(
        self, provider: OAuthProvider, store: TokenStore
    ) -> None:
        store.save(provider.new_token(NOW - timedelta(days=9), refreshed_at=NOW - timedelta(days=1)))
        provider.refresh_tokens.clear()
        assert "testing" not in self.refusal(provider, store)

    def test_unused_for_half_a_year(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(NOW - timedelta(days=300), refreshed_at=NOW - timedelta(days=200)))
        provider.refresh_tokens.clear()
        assert "it lay unused for 200 days" in self.refusal(provider, store)

    @pytest.mark.parametrize(
        ("offset", "told"),
        [
            (timedelta(hours=3), "this machine's clock is 3 hours behind Google's: set it right first"),
            (timedelta(minutes=-20), "this machine's clock is 20 minutes ahead of Google's: set it right first"),
            (timedelta(days=400), "this machine's clock is 400 days behind Google's"),
        ],
    )
    def test_a_clock_that_is_wrong(self, provider: OAuthProvider, store: TokenStore, offset: timedelta, told: str) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.refresh_tokens.clear()
        provider.clock = lambda: NOW + offset
        assert told in self.refusal(provider, store)

    def test_clocks_that_agree_are_not_mentioned(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.refresh_tokens.clear()
        provider.clock = lambda: NOW + timedelta(minutes=2)
        assert "clock" not in self.refusal(provider, store)

    @pytest.mark.parametrize(
        ("answer", "told"),
        [
            (Answer.error("invalid_client", status=401), "Google does not know the client (deleted, or its secret was changed)"),
            (Answer.error("unauthorized_client"), "Google does not allow this client to do that"),
            (Answer.error("invalid_grant", error_subtype="invalid_rapt"), "your organisation asks for a new sign-in"),
            (Answer.error("something_new"), "Google refuses (something_new)"),
        ],
    )
    def test_other_reasons_of_google(self, provider: OAuthProvider, store: TokenStore, answer: Answer, told: str) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.script = [answer]
        assert told in self.refusal(provider, store)

    @pytest.mark.parametrize(
        ("number", "told"),
        [
            (50173, "the password was changed, or the access was revoked (AADSTS50173)"),
            (700082, "it lay unused for 90 days (AADSTS700082)"),
            (7000222, "the client_secret has expired"),
            (53003, "a rule of your organisation blocks the access"),
        ],
    )
    def test_the_numbers_of_microsoft(self, provider: OAuthProvider, store: TokenStore, number: int, told: str) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.script = [Answer.error("invalid_grant", f"AADSTS{number}: The provided grant … Trace ID: 1-2-3")]
        with pytest.raises(AccessRevoked) as caught:
            access_token(oauth_settings(provider, store, Provider.MICROSOFT))
        assert told in str(caught.value)
        assert "Trace" not in str(caught.value)

    def test_a_provider_that_echoes_what_it_was_sent_does_not_make_us_repeat_it(
        self, provider: OAuthProvider, store: TokenStore
    ) -> None:
        token = provider.new_token(expires_in=timedelta(0))
        store.save(token)
        provider.script = [
            Answer.error("invalid_grant", f"bad token {token.refresh_token}", error_subtype=token.refresh_token),
        ]
        self.refusal(provider, store)

    def test_scopes_that_were_taken_away(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.script = [Answer(body={"access_token": "acc3ss", "scope": "openid"})]
        assert "does not allow https://mail.google.com/ any more" in self.refusal(provider, store)

    def test_it_recovers_by_itself_after_a_new_sign_in(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))
        provider.refresh_tokens.clear()
        settings = oauth_settings(provider, store)
        self.refusal(provider, store)
        new = provider.new_token()
        TokenStore(store.path).save(new)
        assert access_token(settings) == new.access_token


class TestInPassing:
    """What is tried again later, with the token untouched."""

    def trouble(self, provider: OAuthProvider, store: TokenStore) -> MailboxUnavailable:
        before = store.path.read_bytes()
        with pytest.raises(MailboxUnavailable) as caught:
            access_token(oauth_settings(provider, store))
        assert store.path.read_bytes() == before
        assert not [secret for secret in provider.secrets if secret in str(caught.value)]
        return caught.value

    @pytest.fixture(autouse=True)
    def _ended(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(expires_in=timedelta(0)))

    @pytest.mark.parametrize("status", [429, 500, 502, 503])
    def test_a_provider_in_trouble(self, provider: OAuthProvider, store: TokenStore, status: int) -> None:
        provider.script = [Answer(status, b"<html>busy</html>", {"Retry-After": "120"})]
        error = self.trouble(provider, store)
        assert str(error) == f"Google's sign-in server is in trouble (HTTP {status})"
        assert error.retry_after == 120

    @pytest.mark.parametrize("wait", ["", "soon", "-1", "Wed, 21 Oct 2026 07:28:00 GMT", "9" * 5000])
    def test_a_wait_that_cannot_be_read(self, provider: OAuthProvider, store: TokenStore, wait: str) -> None:
        provider.script = [Answer(503, b"", {"Retry-After": wait})]
        assert self.trouble(provider, store).retry_after is None

    @pytest.mark.parametrize(
        "answer",
        [
            Answer(200, b"<html>sign in to this network</html>"),
            Answer(200, b""),
            Answer(200, b"[]"),
            Answer(200, b"[" * 50_000),
            Answer(200, b"access_token=acc3ss&expires_in=3600"),
            Answer(200, {"access_token": ""}),
            Answer(200, {"access_token": "a\r\nX: 1"}),
            Answer(200, {"access_token": 7}),
            Answer(200, {"access_token": "a", "expires_in": -5}),
            Answer(200, {"access_token": "a", "expires_in": "soon"}),
            Answer(200, {"access_token": "a", "expires_in": 10**30}),
            Answer(200, {"access_token": "a", "scope": ["x"]}),
            Answer(200, {"access_token": "a", "refresh_token": None}),
            Answer(403, b"<html>blocked by the proxy</html>"),
            Answer(400, {"error": "Something With Spaces"}),
            Answer(400, {"error": {"code": 400}}),
            Answer.error("temporarily_unavailable"),
        ],
    )
    def test_garbage(self, provider: OAuthProvider, store: TokenStore, answer: Answer) -> None:
        provider.script = [answer]
        self.trouble(provider, store)

    def test_plain_http_without_the_word_for_it(
        self, provider: OAuthProvider, store: TokenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("OAUTHLIB_INSECURE_TRANSPORT")
        assert str(self.trouble(provider, store)).endswith("InsecureTransportError")
        assert provider.requests == []

    def test_nobody_listens(self, provider: OAuthProvider, store: TokenStore) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            provider.port, genuine = listener.getsockname()[1], provider.port
        try:
            assert str(self.trouble(provider, store)) == "Google's sign-in server cannot be reached: no connection"
        finally:
            provider.port = genuine

    def test_a_provider_that_never_answers(
        self, provider: OAuthProvider, store: TokenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(oauth_grant, "ANSWER_TIMEOUT", 0.3)
        provider.script = [Answer(delay=2)]
        assert str(self.trouble(provider, store)).endswith("it did not answer in time")


class TestGooglesCredentials:
    def test_every_renewal_is_saved(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(datetime.now(UTC)))
        settings = oauth_settings(provider, store, clock=lambda: datetime.now(UTC))
        credentials = google_credentials(settings)
        assert credentials.token == kept(store)
        assert credentials.valid
        first = credentials.token
        credentials.refresh(None)
        assert credentials.token == kept(store) != first
        # another process has renewed it meanwhile: that one is taken, without asking again
        other = access_token(settings, refused=credentials.token)
        asked = len(provider.requests)
        credentials.refresh(None)
        assert (credentials.token, len(provider.requests)) == (other, asked)

    def test_our_own_errors_come_through(self, provider: OAuthProvider, store: TokenStore) -> None:
        store.save(provider.new_token(datetime.now(UTC)))
        credentials = google_credentials(oauth_settings(provider, store, clock=lambda: datetime.now(UTC)))
        provider.script = [Answer(503), Answer.error("invalid_grant")]
        with pytest.raises(MailboxUnavailable):
            credentials.refresh(None)
        with pytest.raises(AccessRevoked):
            credentials.refresh(None)


def test_nothing_of_it_is_logged_even_with_every_logger_at_debug(
    provider: OAuthProvider, store: TokenStore, caplog: pytest.LogCaptureFixture
) -> None:
    provider.rotates = True
    store.save(provider.new_token(expires_in=timedelta(0)))
    talkative = [
        "",
        "requests_oauthlib",
        "requests_oauthlib.oauth2_session",
        "oauthlib",
        "urllib3",
        "urllib3.connectionpool",
        "google",
    ]
    for name in talkative:
        caplog.set_level(logging.DEBUG, name)
    settings = oauth_settings(provider, store)
    access_token(settings)
    access_token(settings, refused=kept(store))
    provider.script = [Answer.error("invalid_grant")]
    with pytest.raises(AccessRevoked):
        access_token(settings, refused=kept(store))
    assert len(provider.secrets) >= 6
    assert [secret for secret in provider.secrets if secret in caplog.text] == []
