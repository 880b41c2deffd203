"""The `[[mailbox]]` sections: where mail comes from and drafts go, and where the password is kept.

No section holds a password itself. `ImapMailboxSettings.password` fetches it from its place at the moment it is needed, so
that a changed one counts at the next sign-in and none lies in memory longer than it must.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from daemon.config_values import CredentialName, ExistingFile, ExistingFolder, Line, OptionalLine, SecretFile, Section, within
from daemon.errors import ConfigError
from daemon.mailbox.protocol import Place

KEYRING_SERVICE = "afterword"
"""The name under which the system's keyring files our passwords."""


class FolderSettings(Section):
    """The folders' names, where they are not found by themselves (RFC 6154 special use, else the usual names)."""

    inbox: OptionalLine = ""
    """The folder that new mail comes to."""
    sent: OptionalLine = ""
    """The folder with the mail that you sent."""
    drafts: OptionalLine = ""
    """The folder that drafts are saved in."""
    bin: OptionalLine = ""
    """The folder that withdrawn drafts are moved to."""

    @property
    def chosen(self) -> dict[Place, str]:
        """The names that the user gave, by role; a role that is missing is to be found."""
        names = {Place.INBOX: self.inbox, Place.SENT: self.sent, Place.DRAFTS: self.drafts, Place.BIN: self.bin}
        return {place: name for place, name in names.items() if name}


class _AnyMailbox(Section):
    name: Line = Field(examples=["personal"])
    """The name of this mailbox in messages and in the digest; each has its own."""
    folders: FolderSettings = Field(default_factory=FolderSettings, json_schema_extra={"default": "found by themselves"})
    """The folders' names, for a mailbox whose folders are not found by themselves."""
    poll_seconds: Annotated[int, within(10, 86_400)] = 60
    """How often to look for new mail where the server does not announce it, in seconds; at least 10."""


class ImapMailboxSettings(_AnyMailbox):
    """A mailbox on an IMAP server. Exactly one of `password_file`, `password_credential` and `keyring` is given."""

    kind: Literal["imap"]
    """`"imap"`: over the network, from a mail server."""
    host: Line = Field(examples=["imap.example.org"])
    """The IMAP server's name."""
    tls: Literal["implicit", "starttls", "none"] = "implicit"
    """How the connection is encrypted; "none" only for a server on this machine."""
    port: Annotated[int, within(1, 65_535)] = Field(
        default_factory=lambda given: 993 if given.get("tls", "implicit") == "implicit" else 143,
        json_schema_extra={"default": '993; 143 where `tls` is not "implicit"'},
    )
    """The IMAP server's port."""
    username: Line = Field(examples=["sam.rivera@example.org"])
    """The name to sign in with; often the whole address."""
    password_file: SecretFile | None = None
    """A file that holds the password and that only its owner may read (chmod 600)."""
    password_credential: CredentialName | None = None
    """The name of a systemd credential that holds the password (LoadCredential=)."""
    keyring: bool = False
    """Whether the password is in the system's keyring; needs the extra `keyring`."""
    ca_file: ExistingFile | None = Field(default=None, json_schema_extra={"default": "those of the system"})
    """The certificates to trust, in PEM, for a server with a certificate of one's own."""

    def password(self) -> str:
        """The password, from its place, now. Raises ConfigError if it is not there or cannot be one."""
        if self.password_file is not None:
            return self._from_file(self.password_file)
        if self.password_credential is not None:
            folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
            if not folder:
                raise self._no_password(
                    f"systemd gave no credentials; is there LoadCredential={self.password_credential}:… in the unit?"
                )
            return self._from_file(Path(folder) / self.password_credential)
        return self._from_keyring()

    def _from_file(self, path: Path) -> str:
        try:
            text = path.read_text("utf-8")
        except OSError as error:
            raise self._no_password(f"{path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise self._no_password(f"{path} is not text in UTF-8") from None
        password = text.removesuffix("\n").removesuffix("\r")
        if not password:
            raise self._no_password(f"{path} is empty")
        if any(character in password for character in "\r\n\0"):
            raise self._no_password(f"{path} holds more than one line")
        return password

    def _from_keyring(self) -> str:
        try:
            import keyring  # an extra
            from keyring.errors import KeyringError
        except ImportError:
            raise self._no_password("the keyring needs an extra: pip install 'afterword[keyring]'") from None
        account = f"{self.username}@{self.host}"
        try:
            password = keyring.get_password(KEYRING_SERVICE, account)
        except KeyringError as error:
            raise self._no_password(f"the keyring cannot be used: {error}") from None
        if not password:
            raise self._no_password(f"it is not in the keyring yet: keyring set {KEYRING_SERVICE} {account}")
        return password

    def _no_password(self, reason: str) -> ConfigError:
        return ConfigError(f"mailbox {self.name!r}: no password: {reason}")


class MaildirMailboxSettings(_AnyMailbox):
    """A mailbox in a folder of this machine, kept in step with a server by a program like mbsync, or on the server itself."""

    kind: Literal["maildir"]
    """`"maildir"`: in a folder of this machine."""
    path: ExistingFolder = Field(examples=["~/Maildir"])
    """The Maildir's folder, the one with `cur`, `new` and `tmp` in it."""


def _not_yet(section: Any) -> Any:
    if isinstance(section, dict) and section.get("kind") == "gmail":
        raise ValueError(
            "kind = 'gmail': the Gmail API comes with a later version; today Gmail works by IMAP with an app password: "
            "kind = 'imap', host = 'imap.gmail.com'"
        )
    return section


MailboxSettings = Annotated[ImapMailboxSettings | MaildirMailboxSettings, Field(discriminator="kind"), BeforeValidator(_not_yet)]
"""One `[[mailbox]]`, told apart by its `kind`."""
