"""From the settings to the house: the only place that knows which back end is which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from daemon.clock import system_clock
from daemon.config import GmailMailboxSettings, ImapMailboxSettings, MailboxSettings, MaildirMailboxSettings, Settings
from daemon.digest.places import gmail_account
from daemon.house import DigestTimes, House, Profile, SmtpAccount
from daemon.mail.message import Address
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.oauth import (
    GMAIL_API_SCOPES,
    IMAP_SCOPES,
    OAuthSettings,
    Provider,
    TokenStore,
    access_token,
    google_credentials,
    parse_client,
)
from daemon.mailbox.protocol import Mailbox
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.preferences import Preferences
from daemon.state.database import connect


def furnish(settings: Settings, stopping: Callable[[], bool] = lambda: False) -> House:
    """Prepare the database, which is still to be migrated, and every mailbox. None connects yet. Raises StateError."""
    return House(
        profile=profile(settings),
        preferences=preferences(settings),
        database=connect(settings.state.database),
        mailboxes={mailbox.name: open_mailbox(mailbox) for mailbox in settings.mailbox},
        lookback=timedelta(days=settings.state.lookback_days),
        digest=digest_times(settings),
        stopping=stopping,
        templates=settings.templates,
        quote_original=settings.drafts.quote_original,
        webmail=webmail(settings),
        keep=timedelta(days=settings.state.keep_days),
    )


def open_mailbox(settings: MailboxSettings) -> Mailbox:
    match settings:
        case GmailMailboxSettings():
            from daemon.mailbox.gmail import GmailMailbox  # Google's library takes its time and memory

            credentials = partial(google_credentials, _gmail_oauth(settings))
            return GmailMailbox(settings.name, credentials, poll_seconds=settings.poll_seconds, labels=settings.labels)
        case MaildirMailboxSettings():
            return MaildirMailbox(settings.name, settings.path, folders=settings.folders.chosen)
        case ImapMailboxSettings():
            return ImapMailbox(settings.name, imap_account(settings), poll_seconds=settings.poll_seconds)


def imap_account(settings: ImapMailboxSettings) -> ImapSettings:
    oauth = token_settings(settings)
    return ImapSettings(
        host=settings.host,
        port=settings.port,
        tls=settings.tls,
        username=settings.username,
        password=settings.password,
        access_token=partial(access_token, oauth) if oauth else None,
        ca_file=settings.ca_file,
        folders=settings.folders.chosen,
    )


def token_settings(settings: MailboxSettings) -> OAuthSettings | None:
    """How a mailbox signs in with tokens; None for one that does not."""
    match settings:
        case GmailMailboxSettings():
            return _gmail_oauth(settings)
        case ImapMailboxSettings(oauth=str(name), token_file=Path() as token_file):
            provider = Provider(name)
            return _oauth(settings, provider, IMAP_SCOPES[provider], token_file)
        case _:
            return None


def _gmail_oauth(settings: GmailMailboxSettings) -> OAuthSettings:
    return _oauth(settings, Provider.GOOGLE, GMAIL_API_SCOPES, settings.token_file)


def _oauth(
    settings: GmailMailboxSettings | ImapMailboxSettings, provider: Provider, scopes: tuple[str, ...], token_file: Path
) -> OAuthSettings:
    return OAuthSettings(
        name=settings.name,
        client=lambda: parse_client(provider, settings.client.read(), str(settings.client)),
        scopes=scopes,
        store=TokenStore(token_file),
        clock=system_clock,
    )


def preferences(settings: Settings) -> Preferences:
    profile = settings.profile
    return Preferences(
        calendar=WorkingCalendar(settings.zone, profile.country, profile.region, frozenset(profile.quiet_days)),
        own_addresses=settings.own_addresses,
        references=tuple(Address(reference.name, reference.email) for reference in profile.references),
        **settings.playbook.model_dump(),
    )


def webmail(settings: Settings) -> dict[str, str]:
    """The account at Google of each mailbox that has Gmail's web page; '0' is the one that the user signed in with first."""
    accounts = {}
    for mailbox in settings.mailbox:
        if isinstance(mailbox, GmailMailboxSettings):
            accounts[mailbox.name] = gmail_account(*settings.profile.addresses)
        elif isinstance(mailbox, ImapMailboxSettings) and (
            mailbox.oauth == "google" or mailbox.host.casefold() in ("imap.gmail.com", "imap.googlemail.com")
        ):
            accounts[mailbox.name] = mailbox.username if "@" in mailbox.username else gmail_account(*settings.profile.addresses)
    return accounts


def digest_times(settings: Settings) -> DigestTimes:
    said = settings.digest
    server = said.smtp if said.deliver == "smtp" else None
    return DigestTimes(
        enabled=said.enabled,
        hour=said.at.hour,
        minute=said.at.minute,
        mailbox=settings.digest_mailbox.name,
        when_quiet=said.when_quiet,
        smtp=SmtpAccount(
            host=server.host,
            port=server.port,
            tls=server.tls,
            username=server.username,
            password=server.password,
            ca_file=server.ca_file,
        )
        if server
        else None,
    )


def profile(settings: Settings) -> Profile:
    said = settings.profile
    return Profile(
        name=said.name,
        addresses=tuple(Address(said.name, address) for address in said.addresses),
        signature=said.signature,
        phone=said.phone,
        linkedin=said.linkedin,
        highlights=said.highlights,
        achievements=tuple((achievement.date, achievement.text) for achievement in said.achievements),
    )
