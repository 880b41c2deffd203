"""A sign-in in the browser, from the address to the token, and everything that may come back instead of the answer."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from daemon.errors import MailboxUnavailable, SignInFailed
from daemon.mailbox.oauth import IMAP_SCOPES, Provider
from daemon.mailbox.oauth_loopback import Loopback
from daemon.mailbox.oauth_sign_in import NotOurAnswer, SignIn, taken_over
from tests.mailbox.oauth_provider import CLIENT_ID, NOW, SCOPES, Answer, OAuthProvider, provider_running

REDIRECT = "http://127.0.0.1:8765/"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[OAuthProvider]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with provider_running() as running:
        yield running


@pytest.fixture
def attempt(provider: OAuthProvider) -> SignIn:
    return SignIn(provider.client(), SCOPES, REDIRECT, "sam.rivera@gmail.example")


def asked(url: str) -> dict[str, str]:
    return dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))


class TestTheAddress:
    def test_it_asks_for_what_is_needed_and_proves_itself(self, provider: OAuthProvider, attempt: SignIn) -> None:
        said = asked(attempt.url)
        assert attempt.url.startswith(f"{provider.address}/authorize?")
        challenge, state = said.pop("code_challenge"), said.pop("state")
        assert len(base64.urlsafe_b64decode(f"{challenge}=")) == hashlib.sha256().digest_size
        assert len(state) >= 16
        assert said == {
            "response_type": "code",
            "client_id": CLIENT_ID,
            "redirect_uri": REDIRECT,
            "scope": SCOPES[0],
            "code_challenge_method": "S256",
            "access_type": "offline",
            "prompt": "consent",
            "login_hint": "sam.rivera@gmail.example",
        }

    def test_nothing_of_it_is_used_twice(self, provider: OAuthProvider, attempt: SignIn) -> None:
        again = asked(SignIn(provider.client(), SCOPES, REDIRECT).url)
        assert again["state"] != asked(attempt.url)["state"]
        assert again["code_challenge"] != asked(attempt.url)["code_challenge"]
        assert "login_hint" not in again

    def test_microsoft_is_not_asked_to_bother_administrators(self, provider: OAuthProvider) -> None:
        said = asked(SignIn(provider.client(Provider.MICROSOFT), IMAP_SCOPES[Provider.MICROSOFT], "http://localhost:1/").url)
        assert said["prompt"] == "select_account"
        assert said["scope"] == "https://outlook.office.com/IMAP.AccessAsUser.All offline_access"


class TestTheAnswer:
    def test_it_becomes_a_token(self, provider: OAuthProvider, attempt: SignIn) -> None:
        token = attempt.token_for(attempt.code_in(provider.consent(attempt.url)), NOW)
        assert provider.accounts[token.access_token] == provider.user
        assert token.refresh_token in provider.refresh_tokens
        assert (token.expires_at, token.granted_at, token.refreshed_at) == (NOW + timedelta(hours=1), NOW, NOW)
        assert (token.scopes, token.client_id) == (SCOPES, CLIENT_ID)
        (request,) = provider.requests
        assert len(request["code_verifier"]) >= 43

    @pytest.mark.parametrize("form", ["{}", "  {}\n", '"{}"', "<{}>"])
    def test_it_may_be_pasted_with_what_clings_to_it(self, provider: OAuthProvider, attempt: SignIn, form: str) -> None:
        assert attempt.code_in(form.format(provider.consent(attempt.url))).startswith("c0de-")

    def test_the_part_behind_the_question_mark_will_do(self, provider: OAuthProvider, attempt: SignIn) -> None:
        assert attempt.code_in(provider.consent(attempt.url).partition("?")[2]).startswith("c0de-")

    def test_that_of_another_sign_in_is_not_taken(self, provider: OAuthProvider, attempt: SignIn) -> None:
        with pytest.raises(NotOurAnswer, match="another sign-in"):
            attempt.code_in(provider.consent(attempt.url, state="somebody-elses"))

    @pytest.mark.parametrize(
        "answer",
        [
            "",
            "hello",
            "c0de-1",
            "http://127.0.0.1:8765/",
            "http://[",
            "http://127.0.0.1/?code=c0de-1",
            "?state=",
            "x" * 100_000,
            "a=1&" * 200,
        ],
    )
    def test_what_is_no_answer_is_asked_for_again(self, attempt: SignIn, answer: str) -> None:
        with pytest.raises(NotOurAnswer):
            attempt.code_in(answer)

    def test_an_answer_without_a_code_is_asked_for_again(self, attempt: SignIn) -> None:
        with pytest.raises(NotOurAnswer, match=r"no code="):
            attempt.code_in(f"{REDIRECT}?state={asked(attempt.url)['state']}")

    @pytest.mark.parametrize(
        ("error", "told"),
        [
            ("access_denied", "the access was refused at Google"),
            ("admin_policy_enforced", "your organisation's administrator"),
            ("server_error", "Google ended the sign-in (server_error)"),
            ("<script>", "Google ended the sign-in (no reason that can be read)"),
        ],
    )
    def test_a_refusal_ends_it_in_words(self, attempt: SignIn, error: str, told: str) -> None:
        answer = urllib.parse.urlencode({"state": asked(attempt.url)["state"], "error": error})
        with pytest.raises(SignInFailed) as caught:
            attempt.code_in(f"{REDIRECT}?{answer}")
        assert not isinstance(caught.value, NotOurAnswer)
        assert told in str(caught.value)


class TestTheExchange:
    def code(self, provider: OAuthProvider, attempt: SignIn) -> str:
        return attempt.code_in(provider.consent(attempt.url))

    def test_a_public_client_of_microsoft_shows_no_secret(self, provider: OAuthProvider) -> None:
        client = provider.client(Provider.MICROSOFT)
        attempt = SignIn(client, IMAP_SCOPES[Provider.MICROSOFT], "http://localhost:8765/")
        # Microsoft never names offline_access among what it granted
        provider.granted = "https://outlook.office.com/IMAP.AccessAsUser.All"
        token = attempt.token_for(self.code(provider, attempt), NOW)
        assert token.scopes == ("https://outlook.office.com/IMAP.AccessAsUser.All",)
        assert "client_secret" not in provider.requests[0]

    def test_a_box_that_was_unticked_is_told_before_anything_fails(self, provider: OAuthProvider, attempt: SignIn) -> None:
        provider.granted = "openid email"
        with pytest.raises(
            SignInFailed, match=r"not allowed to give https://mail\.google\.com/: sign in again, and leave every box"
        ):
            attempt.token_for(self.code(provider, attempt), NOW)

    def test_more_than_was_asked_for_is_no_fault(self, provider: OAuthProvider, attempt: SignIn) -> None:
        provider.granted = f"openid {SCOPES[0]}"
        assert attempt.token_for(self.code(provider, attempt), NOW).scopes == ("openid", SCOPES[0])

    def test_access_for_an_hour_is_not_enough(self, provider: OAuthProvider, attempt: SignIn) -> None:
        provider.no_refresh_token = True
        with pytest.raises(SignInFailed, match="without a refresh token"):
            attempt.token_for(self.code(provider, attempt), NOW)

    def test_a_code_works_once(self, provider: OAuthProvider, attempt: SignIn) -> None:
        code = self.code(provider, attempt)
        attempt.token_for(code, NOW)
        with pytest.raises(SignInFailed, match="it is used up, too old, or of another sign-in"):
            attempt.token_for(code, NOW)

    def test_a_code_is_of_no_use_to_somebody_else(self, provider: OAuthProvider, attempt: SignIn) -> None:
        thief = SignIn(provider.client(), SCOPES, REDIRECT)
        with pytest.raises(SignInFailed, match="does not take the code"):
            thief.token_for(self.code(provider, attempt), NOW)

    def test_a_provider_in_trouble(self, provider: OAuthProvider, attempt: SignIn) -> None:
        provider.script = [Answer(503)]
        with pytest.raises(MailboxUnavailable, match="is in trouble"):
            attempt.token_for(self.code(provider, attempt), NOW)

    def test_a_client_that_was_deleted(self, provider: OAuthProvider, attempt: SignIn) -> None:
        provider.script = [Answer.error("invalid_client", status=401)]
        with pytest.raises(SignInFailed, match="does not know the client"):
            attempt.token_for(self.code(provider, attempt), NOW)


class Browser:
    """Goes where it is sent, in a thread of its own; `pages` are what it was shown, with their statuses."""

    def __init__(self, *addresses: str) -> None:
        self.pages: list[tuple[int, str]] = []
        self._addresses = addresses
        self._thread = threading.Thread(target=self._go, daemon=True)
        self._thread.start()

    def _go(self) -> None:
        for address in self._addresses:
            try:
                with urllib.request.urlopen(address, timeout=10) as page:  # noqa: S310 - the addresses are ours
                    self.pages.append((page.status, page.read().decode()))
            except urllib.error.HTTPError as error:
                self.pages.append((error.code, error.read().decode()))

    def join(self) -> list[tuple[int, str]]:
        self._thread.join(10)
        return self.pages


class TestTheWayBack:
    def test_a_browser_that_asks_for_everything_else_first(self, provider: OAuthProvider) -> None:
        with Loopback("127.0.0.1") as loopback:
            attempt = SignIn(provider.client(), SCOPES, loopback.redirect_uri)
            back = loopback.redirect_uri
            browser = Browser(
                f"{back}favicon.ico",
                back,
                f"{back}?code=c0de&state=an-old-tab",
                f"{back}%00?state=x",
                f"{provider.address}/authorize?{urllib.parse.urlsplit(attempt.url).query}",
            )
            code = loopback.wait_for_code(attempt.code_in, 20)
        assert [status for status, _ in browser.join()] == [404, 400, 400, 404, 200]
        assert "You can close this page" in browser.pages[-1][1]
        assert attempt.token_for(code, NOW).refresh_token

    def test_a_connection_that_says_nothing_holds_nobody_up(self, provider: OAuthProvider) -> None:
        with Loopback("127.0.0.1") as loopback, socket.create_connection(("127.0.0.1", loopback.port)):
            attempt = SignIn(provider.client(), SCOPES, loopback.redirect_uri)
            Browser(provider.consent(attempt.url))
            assert loopback.wait_for_code(attempt.code_in, 20).startswith("c0de-")

    def test_a_refusal_is_shown_in_the_browser_too_and_cannot_run_a_script(self, provider: OAuthProvider) -> None:
        with Loopback("127.0.0.1") as loopback:
            attempt = SignIn(provider.client(), SCOPES, loopback.redirect_uri)
            state = asked(attempt.url)["state"]
            browser = Browser(
                f"{loopback.redirect_uri}?error=%3Cscript%3E&state=x",
                f"{loopback.redirect_uri}?error=access_denied&state={state}",
            )
            with pytest.raises(SignInFailed, match="was refused at Google"):
                loopback.wait_for_code(attempt.code_in, 20)
        (_, first), (status, last) = browser.join()
        assert "<script>" not in first
        assert status == 200
        assert "You are not signed in" in last

    def test_nobody_comes(self) -> None:
        with (
            Loopback("127.0.0.1") as loopback,
            pytest.raises(SignInFailed, match=r"nobody came back .* within 1 second"),
        ):
            loopback.wait_for_code(lambda _: "", 0.6)

    def test_a_port_that_is_taken(self) -> None:
        with Loopback("127.0.0.1") as first, pytest.raises(SignInFailed, match=rf"port {first.port} of this machine.*--port"):
            Loopback("127.0.0.1", first.port)

    def test_it_can_be_used_again_at_once(self, provider: OAuthProvider) -> None:
        port = 0
        for _ in range(3):
            with Loopback("localhost", port) as loopback:
                port = loopback.port
                attempt = SignIn(provider.client(), SCOPES, loopback.redirect_uri)
                Browser(provider.consent(attempt.url))
                assert loopback.wait_for_code(attempt.code_in, 20)


class TestTakingOver:
    def document(self, provider: OAuthProvider, **changes: Any) -> str:
        token = provider.new_token()
        instants = {name: getattr(token, name).isoformat() for name in ("expires_at", "granted_at", "refreshed_at")}
        return json.dumps(asdict(token) | instants | changes)

    def test_a_token_of_ours_keeps_its_age(self, provider: OAuthProvider) -> None:
        token = taken_over(self.document(provider), provider.client(), SCOPES, NOW + timedelta(days=3))
        assert (token.granted_at, token.expires_at) == (NOW, NOW + timedelta(hours=1))

    def test_a_file_of_googles_own_tools(self, provider: OAuthProvider) -> None:
        genuine = provider.new_token()
        document = {
            "token": genuine.access_token,
            "refresh_token": genuine.refresh_token,
            "token_uri": provider.client().token_uri,
            "client_id": CLIENT_ID,
            "client_secret": "x",
            "scopes": list(SCOPES),
            "expiry": "2026-11-23T12:00:00Z",
        }
        token = taken_over(json.dumps(document), provider.client(), SCOPES, NOW)
        assert token == replace(genuine, expires_at=datetime.fromtimestamp(0, UTC))

    @pytest.mark.parametrize(
        ("changes", "told"),
        [
            ({"client_id": "another"}, "given to another client"),
            ({"scopes": ["openid"]}, "does not allow https://mail.google.com/"),
            ({"expires_at": "soon"}, "this is no token"),
        ],
    )
    def test_one_that_is_of_no_use_here(self, provider: OAuthProvider, changes: dict[str, Any], told: str) -> None:
        with pytest.raises(SignInFailed, match=told):
            taken_over(self.document(provider, **changes), provider.client(), SCOPES, NOW)

    @pytest.mark.parametrize(
        "text", ["", "{}", "[]", '{"client_secret": "x", "refresh_token": ""}', '{"client_secret": "x", "scopes": 1}']
    )
    def test_what_is_no_token(self, provider: OAuthProvider, text: str) -> None:
        with pytest.raises(SignInFailed, match="this is no token"):
            taken_over(text, provider.client(), SCOPES, NOW)
