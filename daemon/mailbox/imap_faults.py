"""What went wrong on the way to an IMAP account: one line for a human, and the kind of error that the service acts upon.

Three things are told apart, because they are answered differently. A refusal of the credentials is the user's to mend. A server
that is full, throttles or ends a session ("Session expired") is met again later, after as long as it asks for. And a network
that fails is tried again. No server is known by its name here: only what it says counts.
"""

from __future__ import annotations

import re
import socket
import ssl
from types import MappingProxyType

from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from daemon.errors import MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.imap_settings import ImapSettings

RESPONSE_CODE = re.compile(r"\[([A-Z0-9-]{1,40})[\] ]")
# RFC 5530 §3, and what providers add: these refuse for now, not the credentials
FOR_NOW = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED", "OVERQUOTA"})
# RFC 5530 §3: with one of these, no word about patience counts
REFUSED = frozenset({"AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED"})
# the same without a code
BUSY = re.compile(
    r"throttl|rate.limit|too many (?:\w{1,20} ){0,3}(?:connections|sessions|logins?|attempts|requests)"
    r"|exceeded (?:\w{1,20} ){0,4}limits?|(?:try|again|retry) later|temporar|server (?:is )?(?:too )?(?:busy|unavailable)",
    re.IGNORECASE,
)
PATIENCE = re.compile(
    r"(?:back-?off time\W{0,3}|(?:again|retry) (?:in|after)\W{1,3})(\d{1,9})\s{0,3}(millisecond|ms|second|minute|hour|s)s?\b",
    re.IGNORECASE,
)
SECONDS_IN = MappingProxyType({"ms": 0.001, "millisecond": 0.001, "s": 1.0, "second": 1.0, "minute": 60.0, "hour": 3600.0})
PATIENCE_AT_MOST = 86_400.0
# what Exchange answers to every command where the one who signed in has no mailbox behind him
NO_MAILBOX = "user is authenticated but not connected"
# how imaplib begins when it is itself that speaks; what follows may be a piece of a message
IMAPLIB_S_OWN = ("socket error", "unexpected ", "mailbox status")

# OpenSSL's X509_V_ERR_ numbers, by what mends them
NOT_YET_VALID, EXPIRED = 9, 10
UNKNOWN_AUTHORITY = frozenset({2, 18, 19, 20, 21})
OTHER_HOST = frozenset({62, 64})

SAID_AT_MOST = 200


def named(name: str, error: MailboxError) -> MailboxError:
    """The same error with the mailbox's name in front."""
    line = f"{name}: {error}"
    if isinstance(error, MailboxUnavailable):
        return type(error)(line, retry_after=error.retry_after)
    return type(error)(line)


def explain(error: Exception, settings: ImapSettings) -> MailboxError:
    """What a failed connection or command means, in one line without secrets or mail text.

    Only a plain refusal and a farewell (BYE) repeat the server's own words: what it says when the protocol breaks may be a piece
    of a message.
    """
    server = settings.server
    match error:
        case ssl.SSLCertVerificationError():
            fault = getattr(error, "verify_message", "") or "it does not verify"
            mend = _how_to_mend(getattr(error, "verify_code", 0), settings)
            return MailboxUnavailable(f"the certificate of {server} is not trusted: {fault.rstrip('.')}{mend}")
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return MailboxUnavailable(f"{server} closed the connection")
        case ssl.SSLError():
            fault = getattr(error, "reason", None) or "no reason given"
            return MailboxUnavailable(
                f'{server} does not speak TLS as expected ({fault}); does tls = "{settings.tls}" fit the port?'
            )
        case TimeoutError():
            return MailboxUnavailable(f"{server} did not answer in time")
        case socket.gaierror():
            return MailboxUnavailable(f"the host name {settings.host} is not known, or there is no network")
        case ConnectionRefusedError():
            return MailboxUnavailable(f"{server} refuses connections")
        case OSError():
            return MailboxUnavailable(f"the connection to {server} failed: {error.strerror or type(error).__name__}")
        case IMAPClientAbortError():
            return _closed(error, settings)
        case IMAPClientError() if type(error) is IMAPClientError:
            return _refused(_one_line(error), settings)
        case _:
            return MailboxUnavailable(f"{server} answered in a way that cannot be understood")


def explain_sign_in(error: LoginError, settings: ImapSettings) -> MailboxError:
    """What a sign-in that failed means. Never repeats the server's words, which may hold what was sent."""
    server = settings.server
    # imapclient makes a LoginError of a lost connection, too
    if isinstance(error.__context__, IMAPClientAbortError):
        return MailboxUnavailable(f"{server} closed the connection during the sign-in", retry_after=patience(str(error)))
    code = RESPONSE_CODE.search(str(error))
    said = f" ({code[1]})" if code else ""
    if is_for_now(str(error)):
        return MailboxUnavailable(f"{server} lets nobody sign in for now{said}", retry_after=patience(str(error)))
    return SignInFailed(f"{server} refuses the user name {settings.username!r} or its password{said}")


def is_for_now(said: str) -> bool:
    """Whether a refusal is one for the moment: too many connections, too much traffic, a part of the server that is down."""
    code = RESPONSE_CODE.search(said)
    if code and code[1] in REFUSED:
        return False
    return bool((code and code[1] in FOR_NOW) or BUSY.search(said))


def patience(said: str) -> float | None:
    """The seconds for which a server asks to be left alone, a day at most; None where it says nothing."""
    found = PATIENCE.search(said)
    return min(int(found[1]) * SECONDS_IN[found[2].casefold()], PATIENCE_AT_MOST) if found else None


def _closed(error: IMAPClientAbortError, settings: ImapSettings) -> MailboxUnavailable:
    said = _one_line(error)
    if said.startswith("command: "):
        said = said.partition(" => ")[2]
    if not said or said.startswith(IMAPLIB_S_OWN):
        return MailboxUnavailable(f"{settings.server} closed the connection or broke the protocol")
    return MailboxUnavailable(f"{settings.server} closed the connection: {said}", retry_after=patience(said))


def _refused(said: str, settings: ImapSettings) -> MailboxError:
    server = settings.server
    if NO_MAILBOX in said.casefold():
        return SignInFailed(
            f"{server} lets {settings.username!r} in, but to no mailbox: there is none of that name, IMAP is switched off for "
            "it, or the sign-in was granted for something else"
        )
    code = RESPONSE_CODE.search(said)
    if code and code[1] == "OVERQUOTA":
        return MailboxUnavailable(f"{server} takes nothing more, the mailbox is full: {said}", retry_after=patience(said))
    if is_for_now(said):
        return MailboxUnavailable(f"{server} asks for patience: {said}", retry_after=patience(said))
    return MailboxUnavailable(f"{server} refuses: {said}", retry_after=patience(said))


def _how_to_mend(code: int, settings: ImapSettings) -> str:
    if code == EXPIRED:
        return "; only whoever runs the server can renew it, unless this machine's clock is wrong"
    if code == NOT_YET_VALID:
        return "; is this machine's clock right?"
    if code in UNKNOWN_AUTHORITY and settings.ca_file:
        return f"; ca_file {settings.ca_file} does not hold the authority that signed it"
    if code in UNKNOWN_AUTHORITY:
        return "; where the server has an authority of its own, name its certificate (PEM) in ca_file"
    if code in OTHER_HOST:
        return "; host must be a name that the certificate is made for"
    return ""


def _one_line(error: IMAPClientError) -> str:
    said = error.args[0] if error.args else ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return "".join(character if character.isprintable() else " " for character in text[:SAID_AT_MOST]).strip()
