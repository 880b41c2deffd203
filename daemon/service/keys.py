"""What a mailbox signs in with, as far as the service has to know it: what change is worth a new try, how a refusal is mended."""

from __future__ import annotations

import os
from pathlib import Path

from daemon.config import GmailMailboxSettings, ImapMailboxSettings, MailboxSettings
from daemon.service.watch import Keys


def keys_of(mailbox: MailboxSettings) -> Keys:
    match mailbox:
        case GmailMailboxSettings(token_file=Path() as file) | ImapMailboxSettings(oauth=str(), token_file=Path() as file):
            return Keys((file,), f"sign in again: afterword auth {mailbox.name}")
        case ImapMailboxSettings(password_file=Path() as file):
            return Keys((file,), f"the password in {file} is refused: put the right one there")
        case ImapMailboxSettings(password_credential=str(name)):
            file = Path(os.environ.get("CREDENTIALS_DIRECTORY", "/")) / name
            return Keys((file,), f"the password in the credential {name} is refused: renew it and restart the service")
        case ImapMailboxSettings():
            account = f"{mailbox.username}@{mailbox.host}"
            return Keys((), f"the password in the keyring for {account} is refused: put the right one there")
        case _:
            return Keys()
