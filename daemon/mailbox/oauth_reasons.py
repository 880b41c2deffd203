"""Why a provider ended the access, in words for the user, as far as it can be told.

Google gives one answer, `invalid_grant`, for everything; the token's age and the two clocks tell more. Microsoft numbers its
reasons.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from types import MappingProxyType

from daemon.mailbox.oauth_client import Provider
from daemon.mailbox.oauth_grant import Refused
from daemon.mailbox.token_store import Token

WHILE_IN_TESTING = timedelta(days=7)
"""How long a refresh token of Google's lives while the project's consent screen is "in testing"."""
_TOLERANCE = timedelta(hours=6)

IDLE_AT_MOST = MappingProxyType({Provider.GOOGLE: timedelta(days=180), Provider.MICROSOFT: timedelta(days=90)})
"""How long a refresh token lives that nobody uses."""

CLOCK_IS_WRONG = timedelta(minutes=5)

_GOOGLE = MappingProxyType(
    {
        "invalid_rapt": "your organisation asks for a new sign-in from time to time",
        "account_disabled": "the Google account is disabled",
        "admin_policy_enforced": "your organisation's administrator does not allow this client",
    }
)
_MICROSOFT = MappingProxyType(
    {
        "50034": "there is no such account in this directory",
        "50057": "the account is disabled",
        "50076": "a second factor is asked for now",
        "50078": "the second factor has to be given again",
        "50079": "a second factor has to be set up",
        "50089": "the sign-in has expired",
        "50173": "the password was changed, or the access was revoked",
        "53003": "a rule of your organisation blocks the access",
        "65001": "the consent was withdrawn, or never given",
        "70008": "the sign-in has expired",
        "700016": "the client_id is not known in this directory: look at client_id and tenant in the client file",
        "700082": "it lay unused for 90 days",
        "7000215": "the client_secret is wrong: put the secret's value, not its id, into the client file",
        "7000218": "the client is not a public one: allow public client flows in the app registration",
        "7000222": "the client_secret has expired: make a new one and put it into the client file",
    }
)
_CLIENT = MappingProxyType(
    {
        "invalid_client": "{provider} does not know the client (deleted, or its secret was changed): get a new client file",
        "unauthorized_client": "{provider} does not allow this client to do that: look at its type in the console",
        "invalid_scope": "{provider} does not know what is asked for; is the API enabled in the project?",
        "interaction_required": "{provider} wants to see you in person",
    }
)


def why_refused(refused: Refused, token: Token | None, provider: Provider, now: datetime) -> str:
    """One clause, or several with semicolons between them. `token` is the one that was refused, None for a new sign-in."""
    return "; ".join(filter(None, (_reason(refused, token, provider, now), _clock(refused, provider))))


def _reason(refused: Refused, token: Token | None, provider: Provider, now: datetime) -> str:
    detail = (_MICROSOFT if provider is Provider.MICROSOFT else _GOOGLE).get(refused.detail)
    if detail:
        number = f"AADSTS{refused.detail}" if provider is Provider.MICROSOFT else refused.detail
        return f"{provider.label} has ended the access: {detail} ({number})"
    if refused.code in _CLIENT:
        return f"{_CLIENT[refused.code].format(provider=provider.label)} ({refused})"
    if refused.code != "invalid_grant":
        return f"{provider.label} refuses ({refused})"
    if token is None:
        return f"{provider.label} does not take the code: it is used up, too old, or of another sign-in ({refused})"
    return f"{provider.label} has ended the access ({refused}): {_by_age(token, provider, now)}"


def _by_age(token: Token, provider: Provider, now: datetime) -> str:
    """The token died between `refreshed_at` and `now`: which of the known ages lies in between?"""
    in_testing = token.granted_at + WHILE_IN_TESTING
    if provider is Provider.GOOGLE and token.refreshed_at - _TOLERANCE <= in_testing <= now + _TOLERANCE:
        return (
            "it ended 7 days after you signed in, as it does while the project's consent screen is in testing: "
            'publish it (Google\'s console, Audience, "Publish app") and it will last'
        )
    if now - token.refreshed_at >= IDLE_AT_MOST[provider]:
        return f"it lay unused for {(now - token.refreshed_at).days} days"
    return "it was revoked in the account, or the account's password was changed"


def _clock(refused: Refused, provider: Provider) -> str:
    ahead = refused.clock_ahead
    if ahead is None or abs(ahead) < CLOCK_IS_WRONG:
        return ""
    minutes = round(abs(ahead).total_seconds() / 60)
    far = f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours" if minutes < 2880 else f"{minutes // 1440} days"
    return (
        f"this machine's clock is {far} {'ahead of' if ahead > timedelta(0) else 'behind'} {provider.label}'s: set it right first"
    )
