"""A provider of sign-ins in this process, which does as it is told: a consent page, a token endpoint, an introspection endpoint.

What it gave is remembered, so that a test can ask whether a token is the newest, and whether any of them shows up where it must
not. Every refresh token works until it is used where `rotates` is set, as Microsoft's do at their strictest.
"""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from daemon.mailbox.oauth import OAuthClient, OAuthSettings, Provider, Token, TokenStore

HOST = "127.0.0.1"
CLIENT_ID = "client-of-the-tests"
CLIENT_SECRET = "client-s3cret"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SCOPES = ("https://mail.google.com/",)


@dataclass
class Answer:
    """An answer of the token endpoint that is not the usual one."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0

    @classmethod
    def error(cls, code: str, description: str = "", status: int = 400, **more: str) -> Answer:
        return cls(status, {"error": code, "error_description": description} | more)


class OAuthProvider:
    """Running from its making; `accounts` maps every access token that was given to the user it is for."""

    def __init__(self, user: str = "sam.rivera@gmail.example") -> None:
        self.user = user
        self.rotates = False
        self.granted: str | None = None
        """The scopes that are granted, where they are not those asked for."""
        self.no_refresh_token = False
        self.lifetime = 3600
        self.script: list[Answer] = []
        """What the token endpoint answers next, before it goes on as usual."""
        self.clock: Callable[[], datetime] = lambda: NOW
        """The time of its Date header."""
        self.accounts: dict[str, str] = {}
        self.refresh_tokens: dict[str, str] = {}
        """The refresh tokens that work, and the scopes of each."""
        self.secrets: set[str] = {CLIENT_SECRET}
        """Everything that no log may hold."""
        self.requests: list[dict[str, str]] = []
        """What the token endpoint was asked."""
        self.introspected: list[str] = []
        self._codes: dict[str, dict[str, str]] = {}
        self._numbers = itertools.count(1)
        self._lock = threading.Lock()
        self._server = _Server((HOST, 0), self._handler())
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def client(self, provider: Provider = Provider.GOOGLE) -> OAuthClient:
        return client_at(self.address, provider)

    def client_file(self, folder: Path, provider: Provider = Provider.GOOGLE) -> Path:
        """A client file as the user has it."""
        client = self.client(provider)
        document: dict[str, Any] = {"client_id": client.client_id, "auth_uri": client.auth_uri, "token_uri": client.token_uri}
        if provider is Provider.GOOGLE:
            document = {"installed": document | {"client_secret": CLIENT_SECRET, "redirect_uris": ["http://localhost"]}}
        file = folder / f"{provider}.json"
        file.write_text(json.dumps(document))
        return file

    def new_token(self, now: datetime = NOW, *, expires_in: timedelta = timedelta(hours=1), **changes: Any) -> Token:
        """A token as a sign-in of `now` would have left it."""
        access, refresh = self._give(" ".join(SCOPES))
        fields: dict[str, Any] = {
            "access_token": access,
            "refresh_token": refresh,
            "expires_at": now + expires_in,
            "scopes": SCOPES,
            "client_id": CLIENT_ID,
            "granted_at": now,
            "refreshed_at": now,
        }
        return Token(**{**fields, **changes})

    def revoke(self, access_token: str) -> None:
        """From now on no server takes it, long before its end."""
        self.accounts.pop(access_token)

    def consent(self, url: str, **changes: str) -> str:
        """What the browser is sent to after the user has agreed at `url`; `changes` are other fields of that address."""
        asked = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))
        with self._lock:
            code = f"c0de-{next(self._numbers)}"
            self._codes[code] = asked
            self.secrets.add(code)
        return f"{asked['redirect_uri']}?{urllib.parse.urlencode({'state': asked['state'], 'code': code} | changes)}"

    def _give(self, scopes: str) -> tuple[str, str]:
        with self._lock:
            number = next(self._numbers)
            access, refresh = f"acc3ss-{number}-{'x' * 40}", f"r3fresh-{number}-{'y' * 40}"
            self.accounts[access] = self.user
            self.refresh_tokens[refresh] = scopes
            self.secrets |= {access, refresh}
        return access, refresh

    def _token(self, asked: dict[str, str]) -> Answer:
        with self._lock:
            self.requests.append(asked)
            if self.script:
                return self.script.pop(0)
        if asked.get("client_id") != CLIENT_ID:
            return Answer.error("invalid_client", status=401)
        if asked.get("grant_type") == "authorization_code":
            return self._for_code(asked)
        refresh = asked.get("refresh_token", "")
        with self._lock:
            scopes = self.refresh_tokens.get(refresh)
            if scopes is not None and self.rotates:
                del self.refresh_tokens[refresh]
        if scopes is None:
            return Answer.error("invalid_grant", "Token has been expired or revoked.")
        access, following = self._give(scopes)
        if not self.rotates:
            with self._lock:
                del self.refresh_tokens[following]
        body = {"access_token": access, "expires_in": self.lifetime, "scope": scopes, "token_type": "Bearer"}
        return Answer(body=body | ({"refresh_token": following} if self.rotates else {}))

    def _for_code(self, asked: dict[str, str]) -> Answer:
        begun = self._codes.pop(asked.get("code", ""), None)
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(asked.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        )
        if begun is None or begun["code_challenge"] != challenge or begun["redirect_uri"] != asked.get("redirect_uri"):
            return Answer.error("invalid_grant", "Bad Request")
        scopes = begun["scope"] if self.granted is None else self.granted
        access, refresh = self._give(scopes)
        body = {"access_token": access, "expires_in": self.lifetime, "scope": scopes, "token_type": "Bearer"}
        return Answer(body=body if self.no_refresh_token else body | {"refresh_token": refresh})

    def _introspect(self, asked: dict[str, str]) -> Answer:
        token = asked.get("token", "")
        with self._lock:
            self.introspected.append(token)
            user = self.accounts.get(token)
        return Answer(body={"active": True, "email": user, "scope": SCOPES[0]} if user else {"active": False})

    def _handler(provider) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._say(Answer(status=302, headers={"Location": provider.consent(self.path)}))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
                asked = dict(urllib.parse.parse_qsl(body, keep_blank_values=True))
                self._say(provider._token(asked) if self.path == "/token" else provider._introspect(asked))

            def _say(self, answer: Answer) -> None:
                if answer.delay:
                    time.sleep(answer.delay)
                body = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def date_time_string(self, timestamp: float | None = None) -> str:
                return format_datetime(provider.clock(), usegmt=True)

            def log_message(self, *arguments: object) -> None:
                pass

        return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that gave up waiting is part of the tests."""


def client_at(address: str, provider: Provider = Provider.GOOGLE) -> OAuthClient:
    """The client that the provider at `address` knows; a public one with Microsoft."""
    return OAuthClient(
        provider=provider,
        client_id=CLIENT_ID,
        client_secret=CLIENT_SECRET if provider is Provider.GOOGLE else "",
        auth_uri=f"{address}/authorize",
        token_uri=f"{address}/token",
    )


@contextmanager
def provider_running(user: str = "sam.rivera@gmail.example") -> Iterator[OAuthProvider]:
    provider = OAuthProvider(user)
    try:
        yield provider
    finally:
        provider.close()


def oauth_settings(provider: OAuthProvider, store: TokenStore, kind: Provider = Provider.GOOGLE, **changes: Any) -> OAuthSettings:
    """Settings of the mailbox "personal" with that provider; `changes` are other fields of them."""
    return settings_with(changes.pop("client", lambda: provider.client(kind)), store, **changes)


def settings_with(client: Callable[[], OAuthClient], store: TokenStore, **changes: Any) -> OAuthSettings:
    """As `oauth_settings`, where the provider is in another process."""
    fields: dict[str, Any] = {
        "name": "personal",
        "client": client,
        "scopes": SCOPES,
        "store": store,
        "clock": lambda: NOW,
    }
    return OAuthSettings(**{**fields, **changes})
