"""The conversation with a provider's token endpoint (RFC 6749): a code or a refresh token goes in, an access token comes out.

What a provider answers is sorted here into three: it is given (a `Grant`), it is refused (`Refused`, which no repetition
mends), or it did not come to an answer (MailboxUnavailable). The words that a provider sends along are never repeated: a
server that echoes what it was sent would put a key to the mailbox into a log.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from daemon.errors import AfterwordError, MailboxUnavailable
from daemon.mailbox.oauth_client import OAuthClient

ANSWER_TIMEOUT = 30.0
USUAL_LIFETIME = timedelta(hours=1)
_CODE = re.compile(r"[a-z_]{1,60}")
# Microsoft numbers its reasons: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
_NUMBER = re.compile(r"AADSTS(\d{4,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What the endpoint gave. `refresh_token` is '' and `scopes` empty where it did not say: then nothing has changed."""

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    lifetime: timedelta
    scopes: tuple[str, ...]


class Refused(AfterwordError):
    """The endpoint said no.

    `code` is RFC 6749's (§5.2), `detail` a provider's own short code for the reason where it has one: Google's
    `error_subtype`, Microsoft's number. `clock_ahead` is how far this machine's clock is ahead of the provider's, if known.
    """

    def __init__(self, code: str, detail: str = "", clock_ahead: timedelta | None = None) -> None:
        self.code, self.detail, self.clock_ahead = code, detail, clock_ahead
        super().__init__(" ".join(filter(None, (code, detail))))


def new_flow(client: OAuthClient, scopes: tuple[str, ...], redirect_uri: str | None = None, state: str | None = None) -> Any:
    """A `google_auth_oauthlib.flow.Flow` for either provider, whose loggers are silenced: they would write tokens at DEBUG."""
    from google_auth_oauthlib.flow import Flow  # slow to import, and most mailboxes need none

    for name in ("requests_oauthlib", "requests_oauthlib.oauth2_session", "oauthlib", "google_auth_oauthlib", "urllib3"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))
    return Flow.from_client_config(client.for_flow(), list(scopes), redirect_uri=redirect_uri, state=state)


def refresh(client: OAuthClient, refresh_token: str, now: datetime) -> Grant:
    """The next access token. `now` is only compared with the endpoint's clock.

    Raises Refused and MailboxUnavailable.
    """
    session = new_flow(client, ()).oauth2session
    # RFC 6749 §6: without a scope it is what was granted
    session.scope = None
    identity = {"client_id": client.client_id} | ({"client_secret": client.client_secret} if client.client_secret else {})
    return _ask(
        session,
        client,
        now,
        "refresh_token_response",
        lambda: session.refresh_token(client.token_uri, refresh_token, timeout=ANSWER_TIMEOUT, **identity),
    )


def exchange(flow: Any, client: OAuthClient, code: str, now: datetime) -> Grant:
    """The first tokens for the code that the browser brought back. Raises Refused and MailboxUnavailable.

    The flow is the one that made the address for the browser: it holds the code's verifier (PKCE, RFC 7636).
    """
    session = flow.oauth2session
    # the library takes a smaller grant for an error; the caller compares, and says what is missing
    session.scope = None
    return _ask(
        session,
        client,
        now,
        "access_token_response",
        lambda: flow.fetch_token(code=code, include_client_id=True, timeout=ANSWER_TIMEOUT),
    )


def _ask(session: Any, client: OAuthClient, now: datetime, hook: str, ask: Callable[[], Any]) -> Grant:
    from oauthlib.oauth2 import OAuth2Error  # with its flow, which is there already

    session.register_compliance_hook(hook, lambda response: _judged(response, client, now))
    try:
        token = ask()
    except OAuth2Error as error:
        # plain HTTP, which is for the tests, or an answer that `_judged` takes and the library does not
        raise MailboxUnavailable(f"no token can be got from {client.token_uri}: {type(error).__name__}") from None
    except OSError as error:
        # every failure of `requests` is one
        raise MailboxUnavailable(f"{client.provider.label}'s sign-in server cannot be reached: {_network_fault(error)}") from None
    finally:
        session.close()
    return Grant(
        access_token=token["access_token"],
        refresh_token=token.get("refresh_token") or "",
        lifetime=timedelta(seconds=int(token["expires_in"])) if token.get("expires_in") else USUAL_LIFETIME,
        scopes=tuple(token.get("scope") or ()),
    )


def _judged(response: Any, client: OAuthClient, now: datetime) -> Any:
    """The response, if it holds a token."""
    server = f"{client.provider.label}'s sign-in server"
    if response.status_code == 429 or response.status_code >= 500:
        wait = response.headers.get("Retry-After", "")
        raise MailboxUnavailable(
            f"{server} is in trouble (HTTP {response.status_code})",
            retry_after=min(float(wait), 86_400) if re.fullmatch(r"\d{1,9}", wait) else None,
        )
    try:
        answer = response.json()
    except (ValueError, RecursionError):
        answer = None
    if response.status_code != 200:
        code = answer.get("error") if isinstance(answer, dict) else None
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            raise MailboxUnavailable(f"{server} answers with HTTP {response.status_code} and no reason; is a proxy in between?")
        if code in ("temporarily_unavailable", "server_error", "slow_down"):
            raise MailboxUnavailable(f"{server} is in trouble ({code})")
        raise Refused(code, _detail(answer), _clock_ahead(response, now))
    if not isinstance(answer, dict) or not _is_token(answer):
        raise MailboxUnavailable(f"{server} answers with something that is no token; is a proxy in between?")
    return response


def _is_token(answer: dict[str, Any]) -> bool:
    token, lifetime = answer.get("access_token"), answer.get("expires_in", 3600)
    # what goes into a header or a command has no room for more than VCHAR (RFC 6749 appendix A.12)
    return (
        isinstance(token, str)
        and re.fullmatch(r"[\x21-\x7e]{1,16000}", token) is not None
        and isinstance(answer.get("refresh_token", ""), str)
        and isinstance(answer.get("scope", ""), str)
        and re.fullmatch(r"[1-9]\d{0,8}", str(lifetime)) is not None
    )


def _detail(answer: dict[str, Any]) -> str:
    subtype = answer.get("error_subtype")
    if isinstance(subtype, str) and _CODE.fullmatch(subtype):
        return subtype
    number = _NUMBER.match(str(answer.get("error_description", ""))[:200])
    return number[1] if number else ""


def _clock_ahead(response: Any, now: datetime) -> timedelta | None:
    try:
        theirs = parsedate_to_datetime(response.headers.get("Date", ""))
    except (ValueError, OverflowError):
        return None
    return now - (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC))


def _network_fault(error: OSError) -> str:
    """The kind of failure only: the message of `requests` holds addresses, and wraps several others."""
    name = type(error).__name__
    known = {
        "SSLError": "its certificate is not trusted",
        "ConnectTimeout": "it did not answer in time",
        "ReadTimeout": "it did not answer in time",
        "ProxyError": "the proxy does not let us through",
        "ConnectionError": "no connection",
    }
    return known.get(name, name)
