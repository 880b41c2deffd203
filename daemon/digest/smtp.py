"""The digest by SMTP (RFC 5321): one message, from the user to himself.

This is the only place that speaks SMTP, and it cannot write to anybody else: there is one address, which is both the sender and
the recipient. It knows to the byte when a message may have been taken: before the final dot a server takes nothing, so every
fault up to there is a clear no; after it, silence is not.
"""

from __future__ import annotations

import re
import select
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from daemon.errors import MailboxError
from daemon.house import SmtpAccount

PATIENCE_SECONDS = 30.0
PATIENCE_AT_THE_END_SECONDS = 120.0
_OWN_NAME = "[127.0.0.1]"
"""What we call ourselves: the machine's name is nobody's business (RFC 5321 §4.1.3)."""
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)
_TAKEN = 250
_GO_AHEAD = 354
_LONGEST_ANSWER = 200


class NotDelivered(MailboxError):
    """The server has not taken the digest: a later try is safe. `for_good`: the same try again will hardly do (a 5xx answer)."""

    def __init__(self, message: str, *, for_good: bool = False) -> None:
        self.for_good = for_good
        super().__init__(message)


class Unclear(MailboxError):
    """The digest was handed over and no answer came: it may arrive or not, and must not be sent again."""


def send_to_self(account: SmtpAccount, message: bytes, own_address: str) -> None:
    """Hand the message (RFC 5322, CRLF, ASCII) to the server, from and to `own_address`.

    Raises NotDelivered where it was surely not taken, Unclear where nobody can know, ConfigError where there is no password.
    """
    password = account.password() if account.username and account.password else ""
    with _clear_until_the_dot(account):
        client = _connected(account)
    try:
        with _clear_until_the_dot(account):
            if account.username:
                client.login(account.username, password)
            _expect(account, client.mail(own_address), _TAKEN)
            _expect(account, client.rcpt(own_address), _TAKEN)
            _expect(account, client.docmd("DATA"), _GO_AHEAD)
            body = _LEADING_DOT.sub(b"..", message)
            client.send(body if body.endswith(b"\r\n") else body + b"\r\n")
            _listens_still(account, client)
        _finish(account, client)
    finally:
        client.close()


def try_sign_in(account: SmtpAccount) -> None:
    """Connect and sign in, and send nothing. Raises NotDelivered, ConfigError."""
    password = account.password() if account.username and account.password else ""
    with _clear_until_the_dot(account):
        client = _connected(account)
        try:
            if account.username:
                client.login(account.username, password)
        finally:
            client.close()


def _connected(account: SmtpAccount) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=str(account.ca_file) if account.ca_file else None)
    if account.tls == "implicit":
        return smtplib.SMTP_SSL(account.host, account.port, local_hostname=_OWN_NAME, timeout=PATIENCE_SECONDS, context=context)
    client = smtplib.SMTP(account.host, account.port, local_hostname=_OWN_NAME, timeout=PATIENCE_SECONDS)
    if account.tls == "starttls":
        try:
            client.starttls(context=context)
        except BaseException:
            client.close()
            raise
    client.ehlo()
    return client


def _finish(account: SmtpAccount, client: smtplib.SMTP) -> None:
    """The final dot, and the one answer that counts."""
    try:
        if client.sock is not None:
            client.sock.settimeout(PATIENCE_AT_THE_END_SECONDS)
        client.send(b".\r\n")
        answer = client.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise Unclear(f"{account.name} fell silent after it got the digest ({_said(error)}): it may arrive or not") from error
    _expect(account, answer, _TAKEN)


def _listens_still(account: SmtpAccount, client: smtplib.SMTP) -> None:
    """A server that has something to say before the final dot, or has gone, takes nothing."""
    if client.sock is not None and select.select([client.sock], [], [], 0)[0]:
        raise NotDelivered(f"{account.name} broke off while the digest was on its way")


def _expect(account: SmtpAccount, answer: tuple[int, bytes], wanted: int) -> None:
    code, text = answer
    if code != wanted and not (wanted == _TAKEN and 200 <= code < 300):
        raise NotDelivered(f"{account.name} answers {code} {_shown(text)}".rstrip(), for_good=500 <= code < 600)


@contextmanager
def _clear_until_the_dot(account: SmtpAccount) -> Iterator[None]:
    """Up to the final dot every fault means that nothing was taken."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        raise NotDelivered(
            f"{account.name} refuses the sign-in as {account.username!r} ({error.smtp_code} {_shown(error.smtp_error)}); "
            "look at username and password in [digest.smtp]",
            for_good=error.smtp_code >= 500,
        ) from error
    except smtplib.SMTPResponseException as error:
        raise NotDelivered(
            f"{account.name} answers {error.smtp_code} {_shown(error.smtp_error)}", for_good=error.smtp_code >= 500
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotDelivered(f"{account.name} cannot do what the settings ask for: {error}", for_good=True) from error
    except ssl.SSLCertVerificationError as error:
        raise NotDelivered(
            f"{account.name} shows a certificate that is not trusted ({error.verify_message}); for one of your own: ca_file",
            for_good=True,
        ) from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotDelivered(f"{account.name} cannot be reached: {_said(error)}") from error


def _said(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__


def _shown(answer: bytes | str) -> str:
    """A server's words on one line; they may repeat no more than what we sent."""
    text = answer.decode("ascii", "replace") if isinstance(answer, bytes) else answer
    return "".join(c if c.isprintable() else " " for c in text)[:_LONGEST_ANSWER].strip()
