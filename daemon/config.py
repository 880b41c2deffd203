"""The configuration: one TOML file, read once, checked whole.

`load` finds the file, reads it and gives `Settings`, or raises one ConfigError that lists every fault at once. What the
sections hold is in `config_sections` and `config_mailbox`; what a single value may be, in `config_values`.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, PrivateAttr, ValidationError

from daemon.config_faults import in_order_of_the_file, shape_faults
from daemon.config_mailbox import (
    FolderSettings,
    GmailMailboxSettings,
    ImapMailboxSettings,
    MailboxSettings,
    MaildirMailboxSettings,
)
from daemon.config_relations import relation_faults
from daemon.config_sections import (
    AchievementSettings,
    DigestSettings,
    DraftsSettings,
    PlaybookSettings,
    ProfileSettings,
    ReferenceSettings,
    ServiceSettings,
    SmtpSettings,
    StateSettings,
)
from daemon.config_values import Section, Surroundings
from daemon.errors import ConfigError

__all__ = [
    "AchievementSettings",
    "DigestSettings",
    "DraftsSettings",
    "FolderSettings",
    "GmailMailboxSettings",
    "ImapMailboxSettings",
    "MailboxSettings",
    "MaildirMailboxSettings",
    "PlaybookSettings",
    "ProfileSettings",
    "ReferenceSettings",
    "ServiceSettings",
    "Settings",
    "SmtpSettings",
    "StateSettings",
    "candidates",
    "load",
]

ENVIRONMENT_VARIABLE = "AFTERWORD_CONFIG"
SYSTEM_FILE = Path("/etc/afterword/config.toml")
TEMPLATES_FOLDER = "templates"
_empty_table: Callable[[], Any] = (
    dict  # a section left out is validated like an empty one: its defaults depend on the surroundings
)
_HELP = "`afterword init` asks and writes one; config.example.toml shows every option"


class Settings(Section):
    """The whole configuration, valid."""

    profile: ProfileSettings
    """Who you are and when you work."""
    state: StateSettings = Field(default_factory=_empty_table)
    """What the program remembers."""
    digest: DigestSettings = Field(default_factory=_empty_table)
    """The daily mail to you."""
    drafts: DraftsSettings = Field(default_factory=_empty_table)
    """How the drafts look."""
    service: ServiceSettings = Field(default_factory=_empty_table)
    """The service that runs in the background."""
    playbook: PlaybookSettings = Field(default_factory=_empty_table)
    """Thresholds of the advice."""
    mailbox: Annotated[tuple[MailboxSettings, ...], Field(strict=False, min_length=1)]
    """The mailboxes, in the order of the file."""

    _folder: Path = PrivateAttr(default_factory=Path.cwd)

    def model_post_init(self, context: Any, /) -> None:
        if isinstance(context, Surroundings):
            self._folder = context.folder

    @property
    def templates(self) -> Path:
        """The folder for the user's own templates, beside the configuration file, whether there is one or not."""
        return self._folder / TEMPLATES_FOLDER

    @cached_property
    def zone(self) -> ZoneInfo:
        """The user's time zone."""
        return ZoneInfo(self.profile.timezone)

    @cached_property
    def own_addresses(self) -> frozenset[str]:
        """Every address that is the user's own, casefolded as `Address.key` is."""
        return frozenset(address.casefold() for address in self.profile.addresses)

    @property
    def digest_mailbox(self) -> MailboxSettings:
        """The mailbox that gets the digest: the one named in `[digest]`, else the first."""
        return next((mailbox for mailbox in self.mailbox if mailbox.name == self.digest.mailbox), self.mailbox[0])


def candidates(environ: Mapping[str, str], platform: str = sys.platform) -> tuple[Path, ...]:
    """Where a configuration is looked for when none is named, in this order."""
    folder = Surroundings(Path("/"), environ, platform).config_folder()
    return (*((folder / "config.toml",) if folder else ()), SYSTEM_FILE)


def load(path: Path | None, environ: Mapping[str, str], platform: str = sys.platform, *, signing_in: bool = False) -> Settings:
    """The settings from `path` (--config), else from $AFTERWORD_CONFIG, else from the first of `candidates` that exists.

    `platform` is as in `sys.platform`. Raises ConfigError with a line for each fault: of finding, reading and parsing the
    file, or all that is wrong with what it says. Files that it names (passwords, certificates, Maildirs) are looked at, not read;
    `signing_in`: the file for a password need not be there yet.
    """
    file = _find(path, environ, platform)
    document = _read(file)
    faults = list(relation_faults(document, file))
    try:
        place = Surroundings(file.absolute().parent, environ, platform, signing_in)
        settings = Settings.model_validate(document, context=place)
    except ValidationError as error:
        faults += shape_faults(error, Settings)
    if faults:
        raise ConfigError(*(f"{file}: {fault}" for fault in in_order_of_the_file(faults, document)))
    return settings


def _find(path: Path | None, environ: Mapping[str, str], platform: str) -> Path:
    if path is not None:
        if not os.path.exists(path):
            raise ConfigError(f"{path}: there is no such file; {_HELP}")
        return path
    if named := environ.get(ENVIRONMENT_VARIABLE):
        if not os.path.exists(named):
            raise ConfigError(f"{named}: there is no such file (${ENVIRONMENT_VARIABLE} names it); {_HELP}")
        return Path(named)
    places = candidates(environ, platform)
    for place in places:
        if os.path.exists(place):
            return place
    raise ConfigError(f"no configuration found, looked for {' and '.join(map(str, places))}; {_HELP}")


def _read(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{file}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not UTF-8 at byte {error.start}; save it as UTF-8") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: {_syntax_fault(str(error), text)}") from None


def _syntax_fault(message: str, text: str) -> str:
    """tomllib's message with the place in front, as in every other fault."""
    if found := re.fullmatch(r"(.*) \(at line ([0-9]+), column ([0-9]+)\)", message, re.DOTALL):
        return f"line {found[2]}, column {found[3]}: no valid TOML: {found[1]}"
    lines = text.splitlines() or [""]
    message = message.removesuffix(" (at end of document)")
    return f"line {len(lines)}, column {len(lines[-1]) + 1}: no valid TOML: {message} at the end of the file"
