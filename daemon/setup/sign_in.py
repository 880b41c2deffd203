"""Trying out an account: sign in as the service will, and see which folders there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.protocol import Mailbox, Place
from daemon.setup.answers import Account

ROLES = {Place.INBOX: "inbox", Place.SENT: "sent mail", Place.DRAFTS: "drafts", Place.BIN: "bin"}


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it: the folder of each role, and what will go wrong with drafts, each with the mend."""

    folders: Mapping[Place, str]
    troubles: tuple[str, ...]

    @property
    def in_words(self) -> str:
        return ", ".join(f"{ROLES[place]} is {name!r}" for place, name in self.folders.items())


def try_password(account: Account) -> Trial:
    """Raises ConfigError and MailboxError, in words that are fit for the user."""
    mailbox = ImapMailbox(account.name, account.settings)
    try:
        return trial_of(mailbox)
    finally:
        mailbox.close()


def trial_of(mailbox: Mailbox) -> Trial:
    """The same, of a mailbox that signs in in its own way."""
    if isinstance(mailbox, ImapMailbox):
        return Trial(mailbox.folders(), tuple(mailbox.troubles()))
    mailbox.find("<afterword.init@missing.invalid>")
    return Trial({}, ())
