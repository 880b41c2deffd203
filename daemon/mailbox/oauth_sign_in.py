"""One sign-in in the browser (RFC 6749 §4.1 with PKCE, RFC 7636, as RFC 8252 wants it of a program on the user's own machine).

`SignIn` makes the address that the user opens, judges what comes back, and turns it into a token. How it comes back does not
matter here: by a redirect to this machine (`oauth_loopback`), through a tunnel, or pasted. A token that was made on another
machine is taken over by `taken_over`.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from daemon.errors import SignInFailed
from daemon.mailbox.oauth import lacking
from daemon.mailbox.oauth_client import OAuthClient, Provider
from daemon.mailbox.oauth_grant import Refused, exchange, new_flow
from daemon.mailbox.oauth_reasons import why_refused
from daemon.mailbox.token_store import Token, read_token

_SAID = re.compile(r"[a-z_]{1,60}")
_LONGEST_ANSWER = 32_768


class NotOurAnswer(SignInFailed):
    """What came is not the answer to this sign-in but to an earlier one, or not whole. The right one may follow."""


class SignIn:
    """A sign-in under way. `url` is for the browser; it holds no secret, but is of use only until the program ends."""

    def __init__(self, client: OAuthClient, scopes: tuple[str, ...], redirect_uri: str, login_hint: str = "") -> None:
        """`redirect_uri` is where the browser is sent with the answer; `login_hint` the address to be preselected, if known."""
        self._client = client
        self._scopes = scopes
        self._flow = new_flow(client, scopes, redirect_uri)
        # without `consent` Google gives a refresh token only the first time; with it Microsoft asks administrators again
        prompt = "consent" if client.provider is Provider.GOOGLE else "select_account"
        hint = {"login_hint": login_hint} if login_hint else {}
        self.url, self._state = self._flow.authorization_url(access_type="offline", prompt=prompt, **hint)

    def code_in(self, answer: str) -> str:
        """The code in an address that the browser was sent to, or in the part behind its question mark.

        Raises NotOurAnswer, and SignInFailed where the user or the provider said no.
        """
        if len(answer) > _LONGEST_ANSWER:
            raise NotOurAnswer("this is far too long for the address that the browser was sent to")
        try:
            parts = urlsplit(answer.strip().strip("\"'<>"))
            fields = parse_qs(parts.query or parts.path, max_num_fields=50)
        except ValueError:
            raise NotOurAnswer("this is no address") from None
        (state, code, error) = (fields.get(name, [""])[-1] for name in ("state", "code", "error"))
        if not state:
            raise NotOurAnswer("this is not the address that the browser was sent to: it has code=… and state=… in it")
        if state != self._state:
            raise NotOurAnswer("this is the answer to another sign-in than this one; open the address above, once more")
        if error:
            raise SignInFailed(self._why_not(error))
        if not code:
            raise NotOurAnswer("there is no code=… in this address")
        return code

    def token_for(self, code: str, now: datetime) -> Token:
        """Exchange the code. Raises SignInFailed (with the reason in words) and MailboxUnavailable."""
        title = self._client.provider.label
        try:
            grant = exchange(self._flow, self._client, code, now)
        except Refused as error:
            raise SignInFailed(why_refused(error, None, self._client.provider, now)) from None
        if missing := lacking(self._scopes, grant.scopes or self._scopes):
            raise SignInFailed(
                f"{title} was not allowed to give {' and '.join(missing)}: sign in again, and leave every box ticked"
            )
        if not grant.refresh_token:
            raise SignInFailed(
                f"{title} gave access for an hour only, without a refresh token; {_NO_REFRESH[self._client.provider]}"
            )
        return Token(
            access_token=grant.access_token,
            refresh_token=grant.refresh_token,
            expires_at=now + grant.lifetime,
            scopes=grant.scopes or self._scopes,
            client_id=self._client.client_id,
            granted_at=now,
            refreshed_at=now,
        )

    def _why_not(self, error: str) -> str:
        title = self._client.provider.label
        said = error if _SAID.fullmatch(error) else "no reason that can be read"
        if error == "access_denied":
            return f"the access was refused at {title} ({said}): by you, or by a rule of your organisation"
        if error == "admin_policy_enforced":
            return f"your organisation's administrator does not allow this client at {title} ({said})"
        return f"{title} ended the sign-in ({said})"


_NO_REFRESH = {
    Provider.GOOGLE: "withdraw it in your Google account (Security, your connections to third-party apps) and sign in again",
    Provider.MICROSOFT: "let the app registration have the permission offline_access, and sign in again",
}


def taken_over(text: str, client: OAuthClient, scopes: tuple[str, ...], now: datetime) -> Token:
    """The token in a file that was made elsewhere: one of ours, or an `authorized_user` file of Google's own tools.

    Raises SignInFailed where it cannot be of use here.
    """
    try:
        document = json.loads(text)
        token = _google_s_own(document, scopes, now) if _is_google_s_own(document) else read_token(document)
    except (ValueError, RecursionError):
        raise SignInFailed(
            "this is no token: it wants the file that `afterword auth` wrote on another machine, or one of type authorized_user"
        ) from None
    if token.client_id != client.client_id:
        raise SignInFailed("this token was given to another client than the one in the configuration: copy the client file, too")
    if missing := lacking(scopes, token.scopes):
        raise SignInFailed(f"this token does not allow {' and '.join(missing)}")
    return token


def _is_google_s_own(document: Any) -> bool:
    return isinstance(document, dict) and "client_secret" in document and "access_token" not in document


def _google_s_own(document: dict[str, Any], scopes: tuple[str, ...], now: datetime) -> Token:
    """As google-auth writes `Credentials.to_json()`. Raises ValueError."""
    granted = document.get("scopes", list(scopes))
    access, refresh, client_id = (document.get(name) for name in ("token", "refresh_token", "client_id"))
    if not isinstance(refresh, str) or not isinstance(client_id, str) or not isinstance(granted, list) or not refresh:
        raise ValueError("no authorized_user")
    return Token(
        access_token=access if isinstance(access, str) else "",
        refresh_token=refresh,
        # how old it is, nobody knows: it is renewed before it is used
        expires_at=datetime.fromtimestamp(0, UTC),
        scopes=tuple(map(str, granted)),
        client_id=client_id,
        granted_at=now,
        refreshed_at=now,
        account=str(document.get("account") or ""),
    )
