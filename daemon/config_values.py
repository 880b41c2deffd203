"""The kinds of single values that the configuration knows: one line of text, an address, a time zone, a file, a day …

Each is a plain Python type with a check behind it. A check says what is wanted and what was found, so that its message can
be shown to the user as it is. What a value means may depend on where the file lies and who runs the program; that comes in
as `Surroundings`, pydantic's validation context, and is never asked of the process itself.
"""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

SHOWN = 60
"""At most this many characters of a wrong value are repeated in a message."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a configuration lies (`folder`, absolute) and for whom it is read (environment and `sys.platform`).

    `signing_in`: a file for a password need not be there yet, nor hold one; it is about to be written.
    """

    folder: Path
    environ: Mapping[str, str]
    platform: str = sys.platform
    signing_in: bool = False

    @property
    def home(self) -> Path | None:
        """The user's home folder; None for a system service that has none."""
        home = self.environ.get("HOME", "")
        return Path(home) if os.path.isabs(home) else None

    def path(self, text: str) -> Path:
        """`text` as an absolute path: `~` is the home folder, a relative path starts at the configuration's folder."""
        if self.home is not None and (text == "~" or text.startswith("~/")):
            return self.home / text[2:]
        try:
            return self.folder / Path(text).expanduser()
        except RuntimeError:  # ~somebody who has no account here: then it is a name like any other
            return self.folder / text

    def config_folder(self) -> Path | None:
        """The folder for the user's own configuration: XDG base directories on Linux, Application Support on macOS."""
        return self._personal("XDG_CONFIG_HOME", ".config")

    def state_folder(self) -> Path | None:
        """The folder for the database: what systemd gives (StateDirectory=), else the user's own one."""
        given = self.environ.get("STATE_DIRECTORY", "").split(":")[0]
        return Path(given) if given else self._personal("XDG_STATE_HOME", ".local/state")

    def _personal(self, variable: str, below_home: str) -> Path | None:
        if self.platform == "darwin":
            return self.home / "Library/Application Support/afterword" if self.home else None
        base = self.environ.get(variable, "")
        if os.path.isabs(base):  # the XDG specification: a relative path is to be ignored
            return Path(base) / "afterword"
        return self.home / below_home / "afterword" if self.home else None


class Section(BaseModel):
    """A table of the configuration: immutable, with no keys but its own, and no value of another type than asked for."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, use_attribute_docstrings=True, validate_default=True
    )


def surroundings(info: ValidationInfo) -> Surroundings:
    """The validation context; a model that is built in code, without one, lives in the current folder."""
    if isinstance(info.context, Surroundings):
        return info.context
    return Surroundings(Path.cwd(), os.environ)


def shown(value: object) -> str:
    """A wrong value as a message repeats it: quoted, and not all of it if it is long."""
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _line(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    if any(unicodedata.category(character) == "Cc" for character in text):
        raise ValueError("must be one line of text without control characters")
    return text.strip()


def _paragraphs(text: str) -> str:
    if any(unicodedata.category(character) == "Cc" and character != "\n" for character in text):
        raise ValueError("must be plain text without tabs and control characters")
    return text.strip("\n")


Line = Annotated[str, AfterValidator(_line)]
"""Some text on one line; it may come to stand in a mail header."""

OptionalLine = Annotated[str, AfterValidator(lambda text: _line(text) if text else text)]
"""A line, or '' for none."""

Paragraphs = Annotated[str, AfterValidator(_paragraphs)]
"""Text that may have several lines."""

_ATOM = r"""[^\s@<>()\[\],;:\\"]"""
_ADDRESS = re.compile(rf"{_ATOM}{{1,64}}@{_ATOM}{{1,255}}")


def _email_address(text: str) -> str:
    local_part, _, domain = text.partition("@")
    if not _ADDRESS.fullmatch(text) or any(part.startswith(".") or part.endswith(".") for part in (local_part, domain)):
        raise ValueError(f"must be a mail address and nothing else, like 'sam.rivera@example.org', is {shown(text)}")
    return text


EmailAddress = Annotated[str, AfterValidator(_line), AfterValidator(_email_address)]
"""The addr-spec of RFC 5322 §3.4.1 without quoted local parts, comments and domain literals, which no provider hands out."""


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        names = sorted(available_timezones())
        wanted = name.strip().replace(" ", "_").casefold()
        cities = {zone.rpartition("/")[2].casefold(): zone for zone in names}
        folded = {zone.casefold(): zone for zone in names}
        close = [folded.get(wanted) or cities.get(wanted)]
        close += [folded[match] for match in get_close_matches(wanted, folded, n=3, cutoff=0.7)]
        close += [cities[match] for match in get_close_matches(wanted.rpartition("/")[2], cities, n=2, cutoff=0.75)]
        known = list(dict.fromkeys(zone for zone in close if zone))[:3]
        hint = "did you mean " + " or ".join(map(repr, known)) + "?" if known else "it wants a name like 'America/New_York'"
        raise ValueError(f"unknown time zone {shown(name)}; {hint}") from None
    return name


TimeZone = Annotated[str, AfterValidator(_time_zone)]
"""A name of the IANA time zone database."""


def supported_countries() -> dict[str, list[str]]:
    """ISO 3166-1 codes of the countries whose public holidays are known, each with the codes of its regions."""
    import holidays  # slow to import, and a program that only reads mail files needs no configuration

    return holidays.list_supported_countries(include_aliases=False)


def _country(code: str) -> str:
    countries = supported_countries()
    if code in countries:
        return code
    common = {"UK": "GB", "USA": "US"}
    close = common.get(code.upper()) or (code.upper() if code.upper() in countries else None)
    hint = f"did you mean {close!r}?" if close else "it wants the two letters of ISO 3166, like 'US', 'GB' or 'DE'"
    raise ValueError(f"unknown country {shown(code)}; {hint}")


Country = Annotated[str, AfterValidator(_country)]
"""The ISO 3166-1 code of a country with known public holidays."""


def _time_of_day(value: object) -> object:
    if isinstance(value, time) and value.tzinfo is None:
        return value
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return time.fromisoformat(value)
    raise ValueError(f'must be a time of day from "00:00" to "23:59", like "07:30", is {shown(value)}')


TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
"""A wall-clock time in the user's zone."""


def _day(value: object) -> object:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError(f'must be a day that exists, like "2026-11-27", is {shown(value)}')


Day = Annotated[date, BeforeValidator(_day)]


def within(low: int, high: int, because: str = "") -> AfterValidator:
    """A whole number with both limits included; `because` gives the reason for the limits in a few words."""

    def check(number: int) -> int:
        if not low <= number <= high:
            raise ValueError(f"must be a whole number from {low} to {high}{f' ({because})' if because else ''}, is {number}")
        return number

    return AfterValidator(check)


def _absolute(value: object, info: ValidationInfo) -> object:
    return surroundings(info).path(value) if isinstance(value, str) else value


def _readable_file(path: Path) -> Path:
    if not os.path.exists(path):
        raise ValueError(f"there is no file {path} that this user can see")
    if not path.is_file():
        raise ValueError(f"{path} is not a file")
    if not os.access(path, os.R_OK):
        raise ValueError(f"the file {path} cannot be read by this user; change its owner, or its mode with chmod 600")
    return path


def readable_by_others(path: Path) -> bool:
    """Whether anybody but its owner has any right on the file."""
    return bool(path.stat().st_mode & 0o077)


def _file_of_a_secret(value: object, info: ValidationInfo) -> object:
    if not isinstance(value, str):
        return value
    path = surroundings(info).path(value)
    if surroundings(info).signing_in and (not os.path.exists(path) or not path.stat().st_size):
        return path
    if "/" not in value and not os.path.exists(path):  # somebody's password, perhaps: it is not repeated
        raise ValueError(
            f"there is no such file in {path.parent}; give the name of a file that holds the password, not the password"
        )
    _readable_file(path)
    if readable_by_others(path):
        raise ValueError(f"the file can be read by others; chmod 600 {path}")
    if not path.stat().st_size:
        raise ValueError(f"the file {path} is empty; write the password into it")
    return path


def _existing_folder(path: Path) -> Path:
    if not os.path.isdir(path):
        raise ValueError(f"there is no folder {path} that this user can see")
    return path


ExistingFile = Annotated[Path, BeforeValidator(_absolute), AfterValidator(_readable_file)]
ExistingFolder = Annotated[Path, BeforeValidator(_absolute), AfterValidator(_existing_folder)]
SecretFile = Annotated[Path, BeforeValidator(_file_of_a_secret)]
"""A file that only its owner may read."""


def _in_an_existing_folder(path: Path) -> Path:
    if os.path.isdir(path):
        raise ValueError(f"must be a file, {path} is a folder")
    _existing_folder(path.parent)
    return path


WrittenFile = Annotated[Path, BeforeValidator(_absolute), AfterValidator(_in_an_existing_folder)]
"""A file that the program writes, in a folder that is there."""


def _credential_name(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}", name):
        raise ValueError(f"must be the name of a systemd credential, like 'imap-password', is {shown(name)}")
    return name


CredentialName = Annotated[str, AfterValidator(_credential_name)]
"""The left side of a LoadCredential= line of systemd.exec(5)."""


def _database_url(text: str, info: ValidationInfo) -> str:
    place = surroundings(info)
    if not text:
        folder = place.state_folder()
        if folder is None:
            raise ValueError('there is no home folder to keep it in; give database = "sqlite:////path/to/state.db"')
        text = f"sqlite:///{folder / 'state.db'}"
    wanted = "must be like 'sqlite:///state.db' or 'postgresql+psycopg://user@host/afterword'"
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise ValueError(f"is no database URL; {wanted}") from None
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        if url.database and url.database != ":memory:":
            url = url.set(database=str(place.path(url.database)))
    elif url.drivername != "postgresql+psycopg":
        raise ValueError(f"{wanted}, begins with {shown(url.drivername)}")
    elif find_spec("psycopg") is None:
        raise ValueError("PostgreSQL needs the extra 'postgresql': pip install 'afterword[postgresql]'")
    return url.render_as_string(hide_password=False)


DatabaseUrl = Annotated[str, AfterValidator(_database_url), Field(repr=False)]
"""An SQLAlchemy URL; a relative SQLite file is in the configuration's folder. '' is the platform's own place for state."""
