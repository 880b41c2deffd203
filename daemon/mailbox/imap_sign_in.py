"""Signing in to an IMAP server: with a password, or with a token (XOAUTH2, and OAUTHBEARER of RFC 7628).

Which way is taken is said by the settings; which mechanism, by the server's capabilities.
"""

from __future__ import annotations

import binascii
import json
import re

from imapclient import IMAPClient
from imapclient.exceptions import LoginError

from daemon.errors import MailboxUnavailable, SignInFailed
from daemon.mailbox.imap_faults import explain_sign_in
from daemon.mailbox.imap_settings import ImapSettings

SAID_AT_MOST = 200


class TokenTurnedDown(SignInFailed):
    """The server does not take the token. It may have ended before its time: the next one may be taken."""


def secret_for(settings: ImapSettings, refused: str = "") -> str:
    """The password or an access token, from its place, now. `refused` is a token that the server has just turned down.

    Raises SignInFailed, and what the settings' own functions raise.
    """
    if settings.access_token is not None:
        return settings.access_token(refused)
    try:
        return settings.password()
    except OSError as error:
        raise SignInFailed(f"the password cannot be read: {error.strerror or type(error).__name__}") from error


def sign_in(client: IMAPClient, settings: ImapSettings, secret: str) -> None:
    """Raises TokenTurnedDown, SignInFailed and MailboxUnavailable, and what `imap_faults.explain` explains."""
    try:
        if settings.access_token is not None:
            _with_token(client, settings, secret)
        else:
            _with_password(client, settings, secret)
    except LoginError as error:
        raise explain_sign_in(error, settings) from error


def _with_password(client: IMAPClient, settings: ImapSettings, password: str) -> None:
    """AUTHENTICATE PLAIN, which takes any character (RFC 4616); LOGIN where the server does not offer it."""
    if client.has_capability("AUTH=PLAIN"):
        client.plain_login(settings.username, password)
    elif (settings.username + password).isascii() and (settings.username + password).isprintable():
        # imaplib quotes the password, but not the name
        client.login('"' + settings.username.replace("\\", "\\\\").replace('"', '\\"') + '"', password)
    else:
        raise SignInFailed(f"{settings.server} takes only names and passwords of plain ASCII")


def _with_token(client: IMAPClient, settings: ImapSettings, token: str) -> None:
    conversation = _Conversation(client, settings, token)
    try:
        client.sasl_login(conversation.mechanism, conversation.answer)
    except binascii.Error:
        raise MailboxUnavailable(f"{settings.server} breaks the protocol of {conversation.mechanism}") from None
    except LoginError as error:
        explained = explain_sign_in(error, settings)
        if type(explained) is not SignInFailed:
            raise explained from error
        raise TokenTurnedDown(
            f"{settings.server} does not take the token for {settings.username!r}{conversation.cause}; is that the account "
            "that you signed in with, and is IMAP switched on in its settings?"
        ) from error


class _Conversation:
    """The two steps of either mechanism: the token; and, where it is not taken, the server's reason, kept for the log.

    imapclient's own methods for these mechanisms answer the reason with the token once more, and forget it.
    """

    def __init__(self, client: IMAPClient, settings: ImapSettings, token: str) -> None:
        if client.has_capability("AUTH=XOAUTH2"):
            self.mechanism = "XOAUTH2"
            self._first = f"user={settings.username}\1auth=Bearer {token}\1\1"
            self._last = ""
        elif client.has_capability("AUTH=OAUTHBEARER"):
            self.mechanism = "OAUTHBEARER"
            # RFC 5801 §4: the two characters that part the name from the rest are written otherwise in it
            name = settings.username.replace("=", "=3D").replace(",", "=2C")
            self._first = f"n,a={name},\1host={settings.host}\1port={settings.port}\1auth=Bearer {token}\1\1"
            # RFC 7628 §3.2.3
            self._last = "\1"
        else:
            raise SignInFailed(f"{settings.server} offers no sign-in by token (neither XOAUTH2 nor OAUTHBEARER)")
        self._token = token
        self._asked = False
        self.cause = ""

    def answer(self, challenge: bytes) -> str:
        if not self._asked:
            self._asked = True
            return self._first
        self.cause = _cause(challenge, self._token)
        return self._last


def _cause(challenge: bytes, token: str) -> str:
    """What a server says of its reasons, in brackets: the members of RFC 7628 §3.2.2, and nothing that holds the token."""
    try:
        said = json.loads(challenge)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(said, dict):
        return ""
    parts = []
    for member in ("status", "scope", "error"):
        value = str(said.get(member, ""))[:SAID_AT_MOST]
        if re.fullmatch(r"[\x20-\x7e]+", value) and token not in value and value not in token:
            parts.append(f"{member} {value}")
    return f" ({', '.join(parts)})" if parts else ""
