"""Who we are to a provider, and what we ask it for: the client file, the two providers, the scopes.

The client file is the user's own: for Google the JSON that its console hands out for a desktop client, for Microsoft a few
lines of JSON. No client comes with the program: one that is shared would need the provider's verification, and would be
everybody's when it is blocked.
"""

from __future__ import annotations

import ipaddress
import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from daemon.errors import ConfigError

GMAIL_API_SCOPES = ("https://www.googleapis.com/auth/gmail.modify",)
"""The one scope that reads mail, saves drafts, bins them, and puts the digest into the inbox. It could send, too; no code of ours
does. The narrower ones together could not bin a draft nor deliver the digest."""


class Provider(StrEnum):
    GOOGLE = "google"
    MICROSOFT = "microsoft"

    @property
    def label(self) -> str:
        return self.value.title()


IMAP_SCOPES = MappingProxyType(
    {
        # IMAP knows no narrower one at Google
        Provider.GOOGLE: ("https://mail.google.com/",),
        # of one resource, outlook.office.com: with a second one beside it IMAP is refused
        Provider.MICROSOFT: ("https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access"),
    }
)

_MICROSOFT = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/{endpoint}"
_TENANT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,252}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthClient:
    """A client that is registered with a provider, and the provider's two addresses. A public client has no secret: ''."""

    provider: Provider
    client_id: str
    client_secret: str = field(default="", repr=False)
    auth_uri: str
    token_uri: str

    @property
    def loopback_host(self) -> str:
        """The host of the address that the browser is sent back to; both providers let its port be any.

        Google advises the number. Microsoft compares the name, and takes any port with `localhost` alone.
        """
        return "localhost" if self.provider is Provider.MICROSOFT else "127.0.0.1"

    def for_flow(self) -> dict[str, dict[str, str | None]]:
        """As `google_auth_oauthlib.flow.Flow` wants it, whoever the provider is."""
        return {
            "installed": {
                "client_id": self.client_id,
                "client_secret": self.client_secret or None,
                "auth_uri": self.auth_uri,
                "token_uri": self.token_uri,
            }
        }


def parse_client(provider: Provider, text: str, place: str) -> OAuthClient:
    """The client in a client file's text; `place` says in messages where it came from. Raises ConfigError."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ConfigError(f"{place}: this is no JSON; {_WANTED[provider]}") from None
    if not isinstance(document, dict):
        raise ConfigError(f"{place}: this is not a client; {_WANTED[provider]}")
    return _google(document, place) if provider is Provider.GOOGLE else _microsoft(document, place)


_WANTED = MappingProxyType(
    {
        Provider.GOOGLE: "it wants the file that Google's console gives for an OAuth client of type Desktop app (docs/gmail.md)",
        Provider.MICROSOFT: 'it wants {"client_id": "…", "tenant": "…"} as in docs/outlook.md',
    }
)


def _google(document: dict[str, Any], place: str) -> OAuthClient:
    if "web" in document:
        raise ConfigError(
            f"{place}: this client is of type Web application, which cannot send a browser back to this machine; "
            "make one of type Desktop app"
        )
    if document.get("type") == "service_account":
        raise ConfigError(f"{place}: this is a service account, which has no mailbox; make an OAuth client of type Desktop app")
    installed = document.get("installed")
    if not isinstance(installed, dict):
        raise ConfigError(f"{place}: this is not a client; {_WANTED[Provider.GOOGLE]}")
    return OAuthClient(
        provider=Provider.GOOGLE,
        client_id=_text(installed, "client_id", place, Provider.GOOGLE),
        client_secret=_text(installed, "client_secret", place, Provider.GOOGLE),
        auth_uri=_safe_address(_text(installed, "auth_uri", place, Provider.GOOGLE), "auth_uri", place),
        token_uri=_safe_address(_text(installed, "token_uri", place, Provider.GOOGLE), "token_uri", place),
    )


def _microsoft(document: dict[str, Any], place: str) -> OAuthClient:
    tenant = document.get("tenant", "common")
    if not isinstance(tenant, str) or not _TENANT.fullmatch(tenant):
        raise ConfigError(
            f"{place}: tenant must be the directory's id or domain, or common, organizations, consumers; without it, it is common"
        )
    addresses = {
        name: _safe_address(document.get(name) or _MICROSOFT.format(tenant=tenant, endpoint=endpoint), name, place)
        for name, endpoint in (("auth_uri", "authorize"), ("token_uri", "token"))
    }
    secret = document.get("client_secret", "")
    if not isinstance(secret, str):
        raise ConfigError(f"{place}: client_secret must be a text; leave it out for a public client")
    return OAuthClient(
        provider=Provider.MICROSOFT,
        client_id=_text(document, "client_id", place, Provider.MICROSOFT),
        client_secret=secret,
        **addresses,
    )


def _text(table: dict[str, Any], key: str, place: str, provider: Provider) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{place}: {key} is missing; {_WANTED[provider]}")
    return value.strip()


def _safe_address(address: Any, key: str, place: str) -> str:
    """Tokens cross a network only inside TLS; plain HTTP is for a server on this machine."""
    try:
        parts = urlsplit(str(address))
        host = parts.hostname or ""
    except ValueError:
        host = ""
    if host and (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))):
        return str(address)
    raise ConfigError(f"{place}: {key} must be an address that begins with https://")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
