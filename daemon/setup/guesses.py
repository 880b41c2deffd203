"""What this machine tells of its user: name, time zone, country, region. Guesses for a question's default, never more."""

from __future__ import annotations

import getpass
import pwd
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from daemon.config_values import supported_countries

REGIONS: Mapping[str, str] = MappingProxyType(
    {
        "America/Anchorage": "AK",
        "America/Phoenix": "AZ",
        "America/Halifax": "NS",
        "America/Regina": "SK",
        "America/St_Johns": "NL",
        "Australia/Adelaide": "SA",
        "Australia/Brisbane": "QLD",
        "Australia/Darwin": "NT",
        "Australia/Hobart": "TAS",
        "Australia/Melbourne": "VIC",
        "Australia/Perth": "WA",
        "Australia/Sydney": "NSW",
        "Pacific/Honolulu": "HI",
    }
)
"""The few zones that are one state's or province's alone."""


def guessed_name() -> str:
    """The name of this account's owner, as passwd(5) has it; '' where it has none."""
    try:
        full = pwd.getpwnam(getpass.getuser()).pw_gecos.split(",")[0].strip()
    except (KeyError, OSError):
        return ""
    return full if " " in full and full.isprintable() else ""


def guessed_zone(environ: Mapping[str, str], root: Path = Path("/")) -> str:
    """The machine's time zone by its IANA name; '' where it tells none but UTC, which machines have, not people."""
    for candidate in (environ.get("TZ", "").removeprefix(":"), _linked(root / "etc/localtime"), _written(root / "etc/timezone")):
        if "/" in candidate and not candidate.startswith(("/", "Etc/")) and _known(candidate):
            return candidate
    return ""


def _linked(link: Path) -> str:
    try:
        return str(link.readlink()).rpartition("zoneinfo/")[2]
    except OSError:
        return ""


def _written(file: Path) -> str:
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _known(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def guessed_country(zone: str, environ: Mapping[str, str]) -> str:
    """The country that a time zone lies in, else that of the locale; '' where neither tells one whose holidays are known."""
    by_locale = re.match(r"[a-z]{2,3}_([A-Z]{2})\b", environ.get("LC_ALL") or environ.get("LANG") or "")
    known = supported_countries()
    return next((code for code in (_countries().get(zone, ""), by_locale[1] if by_locale else "") if code in known), "")


def _countries() -> dict[str, str]:
    """The country of each zone, from the zone database's own table."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {row[2]: row[0] for row in rows}


def guessed_region(zone: str, country: str) -> str:
    region = REGIONS.get(zone, "")
    return region if region in supported_countries().get(country, []) else ""
