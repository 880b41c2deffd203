"""What the user answered, valid, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from daemon.mailbox.imap_settings import ImapSettings
from daemon.mailbox.protocol import Place

Tls = Literal["implicit", "starttls", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One mailbox. With `client_file` it signs in with tokens (of `oauth`'s provider; by the Gmail API where `gmail_api`), else
    with `password`, which is kept in `password_file` (absolute; `password_is_kept` where it lies there already) or, without one,
    in the keyring."""

    name: str
    host: str = ""
    port: int = 993
    tls: Tls = "implicit"
    username: str = ""
    password: str = field(default="", repr=False)
    password_file: Path | None = None
    password_is_kept: bool = False
    client_file: Path | None = None
    oauth: Literal["google", "microsoft"] | None = None
    gmail_api: bool = False
    ca_file: Path | None = None
    folders: Mapping[Place, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def by_token(self) -> bool:
        return self.client_file is not None

    @property
    def settings(self) -> ImapSettings:
        """To try the password with."""
        return ImapSettings(
            host=self.host,
            port=self.port,
            tls=self.tls,
            username=self.username,
            password=lambda: self.password,
            ca_file=self.ca_file,
            folders=self.folders,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The user and his mailboxes, the digest's first."""

    name: str
    addresses: tuple[str, ...]
    timezone: str
    country: str
    region: str = ""
    accounts: tuple[Account, ...]


def fault_of(kind: Any, value: object) -> str:
    """What is wrong with a value that is to be of one of the kinds of `config_values`, in the configuration's words; '' if it is
    right."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        return str(details.get("ctx", {}).get("error") or details["msg"])
    return ""
