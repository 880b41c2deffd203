"""Everything that a cycle works with, put together once: settings as domain values, the database, the mailboxes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from daemon.mail.message import Address
from daemon.mailbox.protocol import Mailbox, Progress
from daemon.playbook.preferences import Preferences
from daemon.state.database import Database


@dataclass(frozen=True, slots=True)
class Profile:
    """The user, as far as a cycle needs to know him."""

    name: str
    addresses: tuple[Address, ...]
    signature: str = ""
    phone: str = ""
    linkedin: str = ""
    highlights: tuple[str, ...] = ()
    achievements: tuple[tuple[date, str], ...] = ()

    @property
    def first_address(self) -> Address:
        return self.addresses[0]


@dataclass(frozen=True, slots=True)
class SmtpAccount:
    """A server that takes the user's mail. `password` fetches it now, raising ConfigError; without a `username` nobody signs in.
    `tls` is "none" only for a server on this machine: the settings see to that."""

    host: str
    port: int
    tls: Literal["implicit", "starttls", "none"]
    username: str = ""
    password: Callable[[], str] | None = None
    ca_file: Path | None = None

    @property
    def name(self) -> str:
        """For messages: the server and its port."""
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class DigestTimes:
    """When the digest is due (wall-clock time of the user), and how it travels: into the inbox of `mailbox`, or by `smtp`; then
    `mailbox` is where it is looked for. `when_quiet`: how often it comes with nothing to say."""

    enabled: bool
    hour: int
    minute: int
    mailbox: str
    when_quiet: Literal["weekly", "daily", "never"] = "weekly"
    smtp: SmtpAccount | None = None


@dataclass(frozen=True)
class House:
    """`mailboxes` by their names, in the order of the configuration. `stopping` says that the process is to end: a cycle
    then leaves off between two steps, each of which is safe to be the last. `templates` is the folder with the user's own
    templates, which need not be there; `quote_original`: a reply has the message that it answers below it.
    `webmail`: the account at Google of each mailbox that has Gmail's web page, into which the digest's links lead. `progress` is
    told how far the first look at a mailbox (by its name) has come, in that mailbox's own thread. `keep`: what is known of an
    application in which nothing happened for so long is forgotten."""

    profile: Profile
    preferences: Preferences
    database: Database
    mailboxes: Mapping[str, Mailbox]
    lookback: timedelta
    digest: DigestTimes
    stopping: Callable[[], bool] = field(default=lambda: False)
    templates: Path | None = None
    quote_original: bool = False
    webmail: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[str, Progress], None] = field(default=lambda _mailbox, _progress: None)
    keep: timedelta = timedelta(days=365)

    def close(self) -> None:
        for mailbox in self.mailboxes.values():
            mailbox.close()
        self.database.close()
