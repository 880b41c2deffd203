"""Faults that lie between two values of a configuration, none of which is wrong by itself.

They are looked for in the document as it was read, not in the validated settings, so that they are found in the same pass
as every other fault; what has the wrong type or is not there is left to the models.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from daemon.config_faults import SECRETS, Fault
from daemon.config_values import readable_by_others, shown, supported_countries

_PASSWORD_PLACES = ("password_file", "password_credential", "keyring")
_WAYS_TO_SIGN_IN = (*_PASSWORD_PLACES, "oauth")
_CLIENT_PLACES = ("client_file", "client_credential")


def relation_faults(document: Mapping[str, Any], file: Path) -> Iterator[Fault]:
    """All of them. `file` is where the document was read from."""
    mailboxes = _mailboxes(document)
    for index, mailbox in mailboxes:
        if mailbox.get("kind") == "imap":
            yield from _ways_to_sign_in(index, mailbox)
            yield from _unencrypted(("mailbox", index), mailbox)
        if mailbox.get("kind") == "gmail" or (mailbox.get("kind") == "imap" and "oauth" in mailbox):
            yield from _client_places(index, mailbox)
    yield from _names_used_twice(mailboxes)
    yield from _digest_mailbox(document, mailboxes)
    yield from _digest_by_smtp(document)
    yield from _kept_shorter_than_read(document)
    yield from _region(document)
    yield from _password_in_url(document, file)


def _table(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = document.get(key)
    return table if isinstance(table, dict) else {}


def _mailboxes(document: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    mailboxes = document.get("mailbox")
    return (
        [(index, each) for index, each in enumerate(mailboxes) if isinstance(each, dict)] if isinstance(mailboxes, list) else []
    )


def _ways_to_sign_in(index: int, mailbox: Mapping[str, Any]) -> Iterator[Fault]:
    given = [key for key in _WAYS_TO_SIGN_IN if mailbox.get(key, False) is not False]
    if len(given) > 1:
        yield Fault(("mailbox", index), f"one way to sign in is wanted, there are {' and '.join(given)}; keep one of them")
    elif not given and not any(key.casefold() in SECRETS for key in mailbox):
        yield Fault(
            ("mailbox", index),
            'no place for the password; add password_file = "…" (a file with mode 600), password_credential = "…" (systemd) '
            'or keyring = true; or sign in with a token: oauth = "google" or oauth = "microsoft"',
        )
    if "oauth" not in mailbox:
        for key in (*_CLIENT_PLACES, "token_file"):
            if key in mailbox:
                yield Fault(("mailbox", index, key), 'goes with oauth = "google" or oauth = "microsoft" only')


def _client_places(index: int, mailbox: Mapping[str, Any]) -> Iterator[Fault]:
    given = [key for key in _CLIENT_PLACES if key in mailbox]
    if len(given) > 1:
        yield Fault(("mailbox", index), f"one place for the client is wanted, there are {' and '.join(given)}; keep one of them")
    elif not given:
        page = "docs/outlook.md" if mailbox.get("oauth") == "microsoft" else "docs/gmail.md"
        yield Fault(
            ("mailbox", index),
            f'no client to sign in with; add client_file = "…" or client_credential = "…" (systemd); {page} says how to get one',
        )


def _unencrypted(place: tuple[str | int, ...], server: Mapping[str, Any]) -> Iterator[Fault]:
    host = server.get("host")
    if server.get("tls") == "none" and isinstance(host, str) and not _is_loopback(host):
        yield Fault(
            (*place, "tls"),
            f'"none" would send the password readable over the network to {shown(host)}; write "implicit" or "starttls"',
        )


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() in ("localhost", "localhost.")


def _names_used_twice(mailboxes: list[tuple[int, Mapping[str, Any]]]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for index, mailbox in mailboxes:
        name = mailbox.get("name")
        if not isinstance(name, str):
            continue
        earlier = first.setdefault(name.strip().casefold(), index)
        if earlier != index:
            yield Fault(("mailbox", index, "name"), f"{shown(name)} is the name of mailbox[{earlier}] already; give each its own")


def _digest_mailbox(document: Mapping[str, Any], mailboxes: list[tuple[int, Mapping[str, Any]]]) -> Iterator[Fault]:
    wanted = _table(document, "digest").get("mailbox")
    names = [mailbox["name"].strip() for _, mailbox in mailboxes if isinstance(mailbox.get("name"), str)]
    if isinstance(wanted, str) and wanted.strip() and wanted.strip() not in names:
        there_are = f"there are {', '.join(map(shown, names))}" if names else "there is none"
        yield Fault(("digest", "mailbox"), f"there is no mailbox named {shown(wanted)}; {there_are}")


def _digest_by_smtp(document: Mapping[str, Any]) -> Iterator[Fault]:
    digest = _table(document, "digest")
    smtp = digest.get("smtp")
    if digest.get("deliver") == "smtp" and smtp is None:
        yield Fault(("digest", "deliver"), '"smtp" needs to know the server; add [digest.smtp] with host = "…"')
    if not isinstance(smtp, dict):
        return
    yield from _unencrypted(("digest", "smtp"), smtp)
    given = [key for key in _PASSWORD_PLACES if smtp.get(key, False) is not False]
    if len(given) > 1:
        yield Fault(
            ("digest", "smtp"), f"one place for the password is wanted, there are {' and '.join(given)}; keep one of them"
        )
    elif given and "username" not in smtp:
        yield Fault(("digest", "smtp"), f'{given[0]} goes with a name to sign in with; add username = "…"')
    elif not given and "username" in smtp and not any(key.casefold() in SECRETS for key in smtp):
        yield Fault(
            ("digest", "smtp"),
            'no place for the password; add password_file = "…" (a file with mode 600), password_credential = "…" (systemd) '
            "or keyring = true",
        )


def _kept_shorter_than_read(document: Mapping[str, Any]) -> Iterator[Fault]:
    state = _table(document, "state")
    keep, lookback = state.get("keep_days"), state.get("lookback_days")
    if type(keep) is int and type(lookback) is int and 90 <= keep < lookback <= 365:
        yield Fault(
            ("state", "keep_days"), f"what is read at the first start would be forgotten at once; keep at least {lookback} days"
        )


def _region(document: Mapping[str, Any]) -> Iterator[Fault]:
    profile = _table(document, "profile")
    country, region = profile.get("country"), profile.get("region")
    if not isinstance(country, str) or not isinstance(region, str) or not region.strip():
        return
    regions = supported_countries().get(country)
    if regions is not None and region.strip() not in regions:
        known = (
            f"the regions of {country} are {', '.join(regions)}"
            if regions
            else f"{country} has no regions of its own; leave it out"
        )
        yield Fault(("profile", "region"), f"unknown region {shown(region)}; {known}")


def _password_in_url(document: Mapping[str, Any], file: Path) -> Iterator[Fault]:
    text = _table(document, "state").get("database")
    if not isinstance(text, str) or not readable_by_others(file):
        return
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        return
    if url.password is not None:
        yield Fault(("state", "database"), f"holds a password, and this file can be read by others; chmod 600 {file}")
