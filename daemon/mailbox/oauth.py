"""Access by token, for the mailboxes that take no password: the one place where a token is taken out, renewed and put back.

An access token lives for about an hour, so it is asked for afresh at every connect. Whoever finds it expired renews it under the
file's lock and saves what came back before using it: Microsoft's refresh tokens work until the next one is given.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from daemon.errors import AccessRevoked, ConfigError
from daemon.mailbox.oauth_client import GMAIL_API_SCOPES, IMAP_SCOPES, OAuthClient, Provider, parse_client
from daemon.mailbox.oauth_grant import Refused, refresh
from daemon.mailbox.oauth_reasons import why_refused
from daemon.mailbox.token_store import Token, TokenStore

if TYPE_CHECKING:
    from google.oauth2.credentials import Credentials

__all__ = [
    "GMAIL_API_SCOPES",
    "IMAP_SCOPES",
    "OAuthClient",
    "OAuthSettings",
    "Provider",
    "Token",
    "TokenStore",
    "access_token",
    "fresh_token",
    "google_credentials",
    "lacking",
    "parse_client",
    "renewed",
]

RENEWED_BEFORE_ITS_END = timedelta(minutes=5)
"""A token is not used in its last minutes: a first command may follow the sign-in by a while, and clocks differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthSettings:
    """How the mailbox `name` signs in with tokens.

    `client` reads the client file at the moment it is needed, and raises ConfigError. `scopes` is what is needed; the token in
    `store` must have been granted them. `clock` gives the real instant (aware, UTC): a token expires by no other.
    """

    name: str
    client: Callable[[], OAuthClient]
    scopes: tuple[str, ...]
    store: TokenStore
    clock: Callable[[], datetime]

    @property
    def command(self) -> str:
        """What the user has to type to sign in."""
        return f"afterword auth {shlex.quote(self.name)}"

    @property
    def mend(self) -> str:
        """What the user has to do, when the access is gone."""
        return f"sign in again: {self.command}"


def access_token(settings: OAuthSettings, refused: str = "") -> str:
    """An access token that is good for some minutes at least; `refused` is one that a server has just turned down.

    Raises AccessRevoked, where only the user can help, and MailboxUnavailable.
    """
    return fresh_token(settings, refused).access_token


def fresh_token(settings: OAuthSettings, refused: str = "") -> Token:
    """As `access_token`, with all that belongs to it."""
    try:
        client = settings.client()
    except ConfigError as error:
        raise AccessRevoked(str(error)) from None
    token = _stored(settings, client)
    if _usable(token, settings, refused):
        return token
    with settings.store.lock():
        # somebody else may have been quicker
        token = _stored(settings, client)
        if _usable(token, settings, refused):
            return token
        token = renewed(token, settings, client)
        settings.store.save(token)
        return token


def google_credentials(settings: OAuthSettings) -> Credentials:
    """Credentials for Google's own client library, whose every renewal goes through `fresh_token` and so is saved.

    Raises AccessRevoked and MailboxUnavailable, now and whenever the library renews.
    """
    from google.oauth2.credentials import Credentials  # only where a mailbox is Google's

    def renew(request: Any, scopes: Any) -> tuple[str, datetime]:  # noqa: ARG001 the library's signature
        return _as_google_has_it(fresh_token(settings, refused=credentials.token or ""))

    token, expiry = _as_google_has_it(fresh_token(settings))
    credentials: Credentials = Credentials(  # type: ignore[no-untyped-call]
        token, expiry=expiry, scopes=list(settings.scopes), refresh_handler=renew
    )
    return credentials


def _as_google_has_it(token: Token) -> tuple[str, datetime]:
    """The library keeps its instants in UTC and naive."""
    return token.access_token, token.expires_at.replace(tzinfo=None)


def _stored(settings: OAuthSettings, client: OAuthClient) -> Token:
    token = settings.store.load()
    if token is None:
        raise AccessRevoked(f"nobody has signed in yet; run: {settings.command}")
    if token.client_id != client.client_id:
        raise AccessRevoked(f"the token in {settings.store.path} was given to another client than yours is now; {settings.mend}")
    if missing := lacking(settings.scopes, token.scopes):
        raise AccessRevoked(f"the token in {settings.store.path} does not allow {' and '.join(missing)}; {settings.mend}")
    return token


def lacking(wanted: tuple[str, ...], granted: tuple[str, ...]) -> list[str]:
    """The scopes that were wanted and not granted. `offline_access` is never listed: that it was, the refresh token shows."""
    there = {scope.casefold() for scope in granted}
    return [scope for scope in wanted if scope != "offline_access" and scope.casefold() not in there]


def _usable(token: Token, settings: OAuthSettings, refused: str) -> bool:
    return token.access_token != refused and settings.clock() < token.expires_at - RENEWED_BEFORE_ITS_END


def renewed(token: Token, settings: OAuthSettings, client: OAuthClient) -> Token:
    """The token that follows this one, not saved yet. Raises AccessRevoked and MailboxUnavailable."""
    now = settings.clock()
    try:
        grant = refresh(client, token.refresh_token, now)
    except Refused as error:
        raise AccessRevoked(f"{why_refused(error, token, client.provider, now)}; {settings.mend}") from None
    if grant.scopes and (missing := lacking(settings.scopes, grant.scopes)):
        raise AccessRevoked(f"{client.provider.label} does not allow {' and '.join(missing)} any more; {settings.mend}")
    return replace(
        token,
        access_token=grant.access_token,
        refresh_token=grant.refresh_token or token.refresh_token,
        expires_at=now + grant.lifetime,
        refreshed_at=now,
        scopes=grant.scopes or token.scopes,
    )
