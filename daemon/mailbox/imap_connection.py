"""The way into an IMAP account: TLS, timeouts, and a second try where a token ended before its time.

Nothing here is repeated on a connection that has failed once: after a timeout or a broken response `imaplib` cannot tell any
more which answer belongs to which command.
"""

from __future__ import annotations

import functools
import imaplib
import logging
import ssl
from pathlib import Path

from imapclient import IMAPClient, SocketTimeout

from daemon.errors import MailboxUnavailable
from daemon.mailbox.imap_settings import ImapSettings
from daemon.mailbox.imap_sign_in import TokenTurnedDown, secret_for, sign_in

LONGEST_LINE = 20_000_000
"""Octets of a line that a server may send: the UIDs of two hundred thousand messages in one answer to SEARCH are a line of more
than a million, at which imaplib gives up by itself."""


def connect(settings: ImapSettings) -> IMAPClient:
    """A signed-in connection.

    Raises SignInFailed and MailboxUnavailable, and what `explain` explains.
    """
    keep_commands_out_of_logs()
    allow_long_lines()
    secret = secret_for(settings)
    try:
        return _connect(settings, secret)
    except TokenTurnedDown:
        return _connect(settings, secret_for(settings, refused=secret))


def _connect(settings: ImapSettings, secret: str) -> IMAPClient:
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
        sign_in(client, settings, secret)
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


def allow_long_lines() -> None:
    imaplib._MAXLINE = max(imaplib._MAXLINE, LONGEST_LINE)  # type: ignore[attr-defined]


def _tls_context(settings: ImapSettings) -> ssl.SSLContext | None:
    if settings.tls == "none":
        return None
    try:
        return _trusting(settings.ca_file, settings.ca_file.stat().st_mtime_ns if settings.ca_file else 0)
    except OSError as error:
        raise MailboxUnavailable(
            f"ca_file {settings.ca_file} cannot be used: {error.strerror or 'it holds no certificate in PEM form'}"
        ) from error


@functools.lru_cache(maxsize=8)
def _trusting(ca_file: Path | None, _changed_at: int) -> ssl.SSLContext:
    """One for all connections that trust the same: the certificates of the system's authorities are a megabyte each time."""
    return ssl.create_default_context(cafile=ca_file)
