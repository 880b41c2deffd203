"""From the settings to the house: the only place that knows which back end is which."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from daemon.config import ImapMailboxSettings, MailboxSettings, MaildirMailboxSettings, Settings
from daemon.house import DigestTimes, House, Profile
from daemon.mail.message import Address
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.protocol import Mailbox
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.preferences import Preferences
from daemon.state.database import open_database


def furnish(settings: Settings, stopping: Callable[[], bool] = lambda: False) -> House:
    """Open the database and prepare every mailbox (none connects yet). Raises StateError."""
    return House(
        profile=profile(settings),
        preferences=preferences(settings),
        database=open_database(settings.state.database),
        mailboxes={mailbox.name: open_mailbox(mailbox) for mailbox in settings.mailbox},
        lookback=timedelta(days=settings.state.lookback_days),
        digest=DigestTimes(
            enabled=settings.digest.enabled,
            hour=settings.digest.at.hour,
            minute=settings.digest.at.minute,
            mailbox=settings.digest_mailbox.name,
        ),
        stopping=stopping,
        templates=settings.templates,
        quote_original=settings.drafts.quote_original,
    )


def open_mailbox(settings: MailboxSettings) -> Mailbox:
    match settings:
        case MaildirMailboxSettings():
            return MaildirMailbox(settings.name, settings.path, folders=settings.folders.chosen)
        case ImapMailboxSettings():
            return ImapMailbox(
                settings.name,
                ImapSettings(
                    host=settings.host,
                    port=settings.port,
                    tls=settings.tls,
                    username=settings.username,
                    password=settings.password,
                    ca_file=settings.ca_file,
                    folders=settings.folders.chosen,
                ),
            )


def preferences(settings: Settings) -> Preferences:
    profile = settings.profile
    return Preferences(
        calendar=WorkingCalendar(settings.zone, profile.country, profile.region, frozenset(profile.quiet_days)),
        own_addresses=settings.own_addresses,
        references=tuple(Address(reference.name, reference.email) for reference in profile.references),
        **settings.playbook.model_dump(),
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
