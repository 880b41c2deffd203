"""What is known of the large providers, so that a user need not look it up: the server, and what stands in for the password.

Sources are the providers' own pages on mail programs. Two servers of GMX: one for its addresses in German-speaking countries, one
for all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Secret(StrEnum):
    """What the provider wants from a mail program."""

    PASSWORD = "password"  # noqa: S105 - a name, no secret
    APP_PASSWORD = "app password"  # noqa: S105
    OAUTH = "sign-in in the browser"


@dataclass(frozen=True, slots=True)
class Preset:
    """A provider. `host` is '' where only the user knows it. `how` tells where the secret is to be had, in one or two sentences;
    `local_part`: the name to sign in with is the address without its domain. `oauth` is the provider of tokens, if it takes
    them."""

    key: str
    label: str
    domains: tuple[str, ...]
    host: str
    secret: Secret
    how: str = ""
    local_part: bool = False
    oauth: Literal["google", "microsoft"] | None = None
    port: int = 993
    tls: Literal["implicit", "starttls", "none"] = "implicit"


OWN = Preset("own", "another provider, or a server of your own", (), "", Secret.PASSWORD)

PRESETS = (
    Preset(
        "gmail",
        "Gmail",
        ("gmail.com", "googlemail.com"),
        "imap.gmail.com",
        Secret.APP_PASSWORD,
        "Gmail wants an app password: turn on 2-Step Verification, then make one at https://myaccount.google.com/apppasswords "
        "(docs/gmail.md tells of the other way, by the Gmail API; then it is --client-file)",
        oauth="google",
    ),
    Preset(
        "outlook",
        "Outlook, Hotmail, Microsoft 365",
        (
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "outlook.de",
            "hotmail.co.uk",
            "hotmail.de",
            "live.de",
            "hotmail.fr",
        ),
        "outlook.office365.com",
        Secret.OAUTH,
        "Microsoft takes no password from a mail program: you register a client of your own once (ten minutes, "
        "docs/outlook.md) and sign in with the browser.",
        oauth="microsoft",
    ),
    Preset(
        "yahoo",
        "Yahoo",
        ("yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.ca", "yahoo.es", "yahoo.it"),
        "imap.mail.yahoo.com",
        Secret.APP_PASSWORD,
        'Yahoo wants an app password: "Generate app password" at https://login.yahoo.com/account/security',
    ),
    Preset(
        "icloud",
        "iCloud",
        ("icloud.com", "me.com", "mac.com"),
        "imap.mail.me.com",
        Secret.APP_PASSWORD,
        "iCloud wants an app-specific password: make one at https://account.apple.com under Sign-In and Security",
        local_part=True,
    ),
    Preset(
        "fastmail",
        "Fastmail",
        ("fastmail.com", "fastmail.fm", "fastmail.net", "fastmail.org", "sent.com"),
        "imap.fastmail.com",
        Secret.APP_PASSWORD,
        "Fastmail wants an app password: Settings, Privacy & Security, Manage app passwords; access to Mail (IMAP) is enough",
    ),
    Preset(
        "gmx",
        "GMX (gmx.net, gmx.de, gmx.at, gmx.ch)",
        ("gmx.net", "gmx.de", "gmx.at", "gmx.ch"),
        "imap.gmx.net",
        Secret.PASSWORD,
        "GMX lets mail programs in only after you allow it once, in its web page: E-Mail, settings, POP3/IMAP. With two-factor "
        "sign-in it wants an app password.",
    ),
    Preset(
        "gmx-com",
        "GMX (gmx.com)",
        ("gmx.com", "gmx.us", "gmx.co.uk", "gmx.fr", "gmx.es"),
        "imap.gmx.com",
        Secret.PASSWORD,
        "GMX lets mail programs in only after you allow it once, in its web page: Email, settings, POP3 & IMAP. With two-factor "
        "sign-in it wants an app password.",
    ),
    OWN,
)

BY_KEY = {preset.key: preset for preset in PRESETS}


def preset_of(address: str) -> Preset:
    """The provider of an address, by its domain; `OWN` where that tells nothing."""
    domain = address.rpartition("@")[2].casefold()
    return next((preset for preset in PRESETS if domain in preset.domains), OWN)


def guessed_host(address: str) -> str:
    """Where a server of one's own usually is."""
    return f"imap.{address.rpartition('@')[2].casefold()}"


def guessed_username(preset: Preset, address: str) -> str:
    return address.rpartition("@")[0] if preset.local_part else address
