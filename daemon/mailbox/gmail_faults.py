"""What went wrong with a call to Gmail, told apart: gone, in passing, refused for good, access taken back.

Google says "too fast" with 429 or with 403 and a reason, and how long to wait in Retry-After, if at all.
"""

from __future__ import annotations

import http.client
import json

import httplib2
from google.auth.exceptions import GoogleAuthError, RefreshError
from googleapiclient.errors import BatchError, HttpError

from daemon.errors import AccessRevoked, MailboxError, MailboxUnavailable, SignInFailed

PATIENT = 30.0
"""Seconds for which a call waits and is tried again; what Google asks for beyond that is left to a later turn."""

TROUBLE = (HttpError, BatchError, GoogleAuthError, httplib2.HttpLib2Error, http.client.HTTPException, OSError)
"""Whatever a call through Google's client raises where it fails."""

_TOO_FAST = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
_TOO_MUCH = frozenset({"dailyLimitExceeded", "quotaExceeded"})
_TOO_MUCH_REST = 3600.0
_NOT_GRANTED = frozenset({"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"})
_NOT_ENABLED = frozenset({"accessNotConfigured", "SERVICE_DISABLED"})


class Gone(Exception):
    """What was asked for is not there, or not any more (404)."""


class Cut(Exception):
    """The answer ends in the middle: the client hands it over as a text."""


class TooFast(MailboxUnavailable):
    """Google asks for less at a time."""


def explain(error: BaseException) -> MailboxError | Gone:
    """The error to raise for one of TROUBLE, without any of its addresses, which hold searches."""
    if isinstance(error, HttpError):
        return _explain_answer(error)
    if isinstance(error, RefreshError) and not error.retryable:
        return AccessRevoked("Google does not renew the access any more; sign in again: afterword auth")
    if isinstance(error, Cut):
        return MailboxUnavailable("Gmail's answer was cut off")
    if isinstance(error, TimeoutError):
        return MailboxUnavailable("Gmail did not answer in time")
    return MailboxUnavailable(f"Gmail cannot be reached ({type(error).__name__})")


def _explain_answer(error: HttpError) -> MailboxError | Gone:
    status, reasons = int(error.resp.status), _reasons(error)
    if status == http.client.NOT_FOUND:
        return Gone()
    if status == http.client.UNAUTHORIZED:
        return SignInFailed("Gmail does not take the access token, though it is fresh")
    if status == http.client.TOO_MANY_REQUESTS or reasons & _TOO_FAST:
        return TooFast("Gmail asks for a slower pace", retry_after=_retry_after(error))
    if reasons & _TOO_MUCH:
        return MailboxUnavailable("the day's quota of your Google project is used up", retry_after=_TOO_MUCH_REST)
    if status >= http.client.INTERNAL_SERVER_ERROR or status == http.client.REQUEST_TIMEOUT:
        return MailboxUnavailable(f"Gmail fails at the moment ({status})", retry_after=_retry_after(error))
    if reasons & _NOT_GRANTED:
        return AccessRevoked("Google did not grant what is needed; sign in again and leave every box ticked")
    if reasons & _NOT_ENABLED:
        return MailboxError("the Gmail API is not enabled in your Google project; docs/gmail.md shows where")
    return MailboxError(f"Gmail refuses ({status} {' '.join(sorted(reasons))})".replace(" )", ")"))


def _reasons(error: HttpError) -> frozenset[str]:
    """The reasons in the answer's JSON; none where it is no JSON of Google's."""
    try:
        told = json.loads(error.content)["error"]
        named = [*told.get("errors", []), *told.get("details", [])]
        return frozenset(str(each["reason"])[:60] for each in named if isinstance(each, dict) and "reason" in each)
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset()


def _retry_after(error: HttpError) -> float | None:
    """Seconds; None where the server named none. The other form, a date, would need a clock that agrees with the server's."""
    said = str(error.resp.get("retry-after", ""))
    return float(said) if said.isdecimal() and len(said) < 7 else None
