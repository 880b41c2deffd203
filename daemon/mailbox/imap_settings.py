"""An IMAP account as the user describes it, and the refusal to send its password in plain text across a network."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from daemon.errors import ConfigError, SignInFailed
from daemon.mailbox.protocol import Place

Tls = Literal["implicit", "starttls", "none"]


def _nothing() -> str:
    raise SignInFailed("there is no password for it")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImapSettings:
    """An account, and how to reach it.

    `password` is called at every connect and its answer kept nowhere; what it raises of `daemon.errors` goes to the caller. The
    same holds for `access_token`, which takes its place where the account is signed in to with tokens (OAuth): it is given the
    token that the server has just turned down, else '', and gives one that is good for some minutes.
    `ca_file` (PEM) replaces the system's certificate authorities. `folders` names the folders of roles that the server and the
    usual names do not tell. Timeouts are seconds: until the server greets, and for each further answer.
    """

    host: str
    username: str
    password: Callable[[], str] = field(default=_nothing, repr=False)
    access_token: Callable[[str], str] | None = field(default=None, repr=False)
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
