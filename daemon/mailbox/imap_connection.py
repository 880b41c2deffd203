"""The way into an IMAP account: settings, TLS, timeouts, sign-in; and what went wrong, in one line for a human.

Nothing here is repeated on a connection that has failed once: after a timeout or a broken response `imaplib` cannot tell any
more which answer belongs to which command.
"""

from __future__ import annotations

import ipaddress
import logging
import re
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from imapclient import IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientAbortError, IMAPClientError, LoginError

from daemon.errors import ConfigError, MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.protocol import Place

Tls = Literal["implicit", "starttls", "none"]

RESPONSE_CODE = re.compile(r"\[([A-Z0-9-]{1,40})[\] ]")
# RFC 5530 §3: these refuse a sign-in for now, not the credentials
FOR_NOW = frozenset({"UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG"})

SAID_AT_MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapSettings:
    """An account, and how to reach it.

    `password` is called at every connect and its answer kept nowhere; what it raises of `daemon.errors` goes to the caller.
    `ca_file` (PEM) replaces the system's certificate authorities. `folders` names the folders of roles that the server and the
    usual names do not tell. Timeouts are seconds: until the server greets, and for each further answer.
    """

    host: str
    username: str
    password: Callable[[], str] = field(repr=False)
    port: int = 993
    tls: Tls = "implicit"
    ca_file: Path | None = None
    folders: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))
    connect_timeout: float = 15
    read_timeout: float = 60

    @property
    def server(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def on_this_machine(self) -> bool:
        """Whether the host is the loopback, where nobody can listen in."""
        if self.host.casefold() == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def refuse_plain_text(name: str, settings: ImapSettings) -> None:
    """Raises ConfigError where a password and mail would cross a network in plain text."""
    if settings.tls == "none" and not settings.on_this_machine:
        raise ConfigError(
            f'mailbox {name}: tls = "none" sends the password in plain text to {settings.host}; '
            'use "implicit" (port 993) or "starttls" (port 143)'
        )


def connect(settings: ImapSettings) -> IMAPClient:
    """A signed-in connection.

    Raises SignInFailed and MailboxUnavailable, and what `explain` explains.
    """
    keep_commands_out_of_logs()
    try:
        password = settings.password()
    except OSError as error:
        raise SignInFailed(f"the password cannot be read: {error.strerror or type(error).__name__}") from error
    context = _tls_context(settings)
    client = IMAPClient(
        settings.host,
        settings.port,
        ssl=settings.tls == "implicit",
        ssl_context=context,
        timeout=SocketTimeout(connect=settings.connect_timeout, read=settings.read_timeout),
    )
    try:
        client.normalise_times = False
        if settings.tls == "starttls":
            if not client.has_capability("STARTTLS"):
                raise MailboxUnavailable(f"{settings.server} does not offer STARTTLS, and nothing is sent in plain text")
            client.starttls(context)
        _sign_in(client, settings, password)
    except BaseException:
        drop(client)
        raise
    return client


def drop(client: IMAPClient) -> None:
    """Let go of a connection, in whatever state it is. Never raises, never waits for the server."""
    try:
        client.shutdown()
    except OSError:
        # the server was quicker: the socket is closed all the same
        return


def keep_commands_out_of_logs() -> None:
    """imapclient logs every command at DEBUG, sign-in and mail included: that level is never on, whatever the root logger has."""
    for name in ("imapclient", "imapclient.imapclient", "imapclient.imaplib", "imaplib"):
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))


def _tls_context(settings: ImapSettings) -> ssl.SSLContext | None:
    if settings.tls == "none":
        return None
    try:
        return ssl.create_default_context(cafile=settings.ca_file)
    except OSError as error:
        raise MailboxUnavailable(
            f"ca_file {settings.ca_file} cannot be used: {error.strerror or 'it holds no certificate in PEM form'}"
        ) from error


def _sign_in(client: IMAPClient, settings: ImapSettings, password: str) -> None:
    """AUTHENTICATE PLAIN, which takes any character (RFC 4616); LOGIN where the server does not offer it."""
    try:
        if client.has_capability("AUTH=PLAIN"):
            client.plain_login(settings.username, password)
        elif (settings.username + password).isascii() and (settings.username + password).isprintable():
            # imaplib quotes the password, but not the name
            client.login('"' + settings.username.replace("\\", "\\\\").replace('"', '\\"') + '"', password)
        else:
            raise SignInFailed(f"{settings.server} takes only names and passwords of plain ASCII")
    except LoginError as error:
        # imapclient makes this of a lost connection, too
        if isinstance(error.__context__, IMAPClientAbortError):
            raise MailboxUnavailable(f"{settings.server} closed the connection during the sign-in") from error
        code = RESPONSE_CODE.search(str(error))
        said = f" ({code[1]})" if code else ""
        if code and code[1] in FOR_NOW:
            raise MailboxUnavailable(f"{settings.server} lets nobody sign in for now{said}") from error
        raise SignInFailed(f"{settings.server} refuses the user name {settings.username!r} or its password{said}") from error


def explain(error: Exception, settings: ImapSettings) -> MailboxError:
    """What a failed connection or command means, in one line without secrets or mail text.

    Only a plain refusal repeats the server's own words: what it says when the protocol breaks may be a piece of a message.
    """
    server = settings.server
    match error:
        case ssl.SSLCertVerificationError():
            fault = getattr(error, "verify_message", "") or "it does not verify"
            return MailboxUnavailable(f"the certificate of {server} is not trusted: {fault}")
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            return MailboxUnavailable(f"{server} closed the connection")
        case ssl.SSLError():
            fault = error.reason or "no reason given"
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
            return MailboxUnavailable(f"{server} closed the connection or broke the protocol")
        case IMAPClientError() if type(error) is IMAPClientError:
            return MailboxUnavailable(f"{server} refuses: {_one_line(error)}")
        case _:
            return MailboxUnavailable(f"{server} answered in a way that cannot be understood")


def _one_line(error: IMAPClientError) -> str:
    said = error.args[0] if error.args else ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return "".join(character if character.isprintable() else " " for character in text[:SAID_AT_MOST]).strip()
