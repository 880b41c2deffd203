"""The `[[mailbox]]` sections: where mail comes from and drafts go, and where the password or the token is kept.

No section holds a password itself. `ImapMailboxSettings.password` fetches it from its place at the moment it is needed, so
that a changed one counts at the next sign-in and none lies in memory longer than it must; `client` does the same for the
client that a sign-in by token needs.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import quote

from pydantic import BeforeValidator, Field, ValidationInfo

from daemon.config_client import ClientPlace
from daemon.config_password import PasswordPlace
from daemon.config_values import (
    CredentialName,
    ExistingFile,
    ExistingFolder,
    Line,
    OptionalLine,
    SecretFile,
    Section,
    surroundings,
    within,
)
from daemon.mailbox.protocol import Place


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


def _token_file(value: object, info: ValidationInfo) -> object:
    """Where none is named: the mailbox's own file in the folder for state, if the mailbox signs in with tokens at all."""
    place = surroundings(info)
    if isinstance(value, str) and value:
        return place.path(value)
    needed = info.data.get("kind") == "gmail" or info.data.get("oauth") is not None
    if value not in (None, "", Path()) or not needed or "name" not in info.data:
        return value or None
    if (folder := place.state_folder()) is None:
        raise ValueError('there is no home folder to keep it in; give token_file = "/path/to/token.json"')
    return folder / f"{quote(info.data['name'], safe=' ')}.token.json"


_KEPT = "`NAME.token.json` in the platform's folder for state"


class _AnyMailbox(Section):
    name: Line = Field(examples=["personal"])
    """The name of this mailbox in messages and in the digest; each has its own."""


class _MailboxWithFolders(_AnyMailbox):
    folders: FolderSettings = Field(default_factory=FolderSettings, json_schema_extra={"default": "found by themselves"})
    """The folders' names, for a mailbox whose folders are not found by themselves."""
    poll_seconds: Annotated[int, within(10, 86_400)] = 60
    """How often to look for new mail where the server does not announce it, in seconds; at least 10."""


class ImapMailboxSettings(_MailboxWithFolders):
    """A mailbox on an IMAP server. Exactly one of `password_file`, `password_credential`, `keyring` and `oauth` is given."""

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
    oauth: Literal["google", "microsoft"] | None = None
    """Sign in with a token of "google" or "microsoft" instead of a password: `afterword auth NAME` gets it."""
    client_file: ExistingFile | None = None
    """With `oauth`: the file that says which client you registered (docs/gmail.md, docs/outlook.md)."""
    client_credential: CredentialName | None = None
    """With `oauth`, instead of `client_file`: the name of a systemd credential that holds it (LoadCredential=)."""
    token_file: Annotated[Path | None, BeforeValidator(_token_file)] = Field(default=None, json_schema_extra={"default": _KEPT})
    """With `oauth`: where the token is kept; the program writes this file itself."""
    ca_file: ExistingFile | None = Field(default=None, json_schema_extra={"default": "those of the system"})
    """The certificates to trust, in PEM, for a server with a certificate of one's own."""

    @property
    def client(self) -> ClientPlace:
        """Where the client is kept."""
        return ClientPlace(f"mailbox {self.name!r}", self.client_file, self.client_credential)

    @property
    def password_place(self) -> PasswordPlace:
        """Where the password is kept, where there is one."""
        account = f"{self.username}@{self.host}"
        return PasswordPlace(f"mailbox {self.name!r}", self.password_file, self.password_credential, account)

    def password(self) -> str:
        """The password, from its place, now. Raises ConfigError if it is not there or cannot be one."""
        return self.password_place.read()


class GmailMailboxSettings(_AnyMailbox):
    """A mailbox at Google, by the Gmail API: a draft lies in its conversation, in the web page and on the phone. docs/gmail.md
    shows the way, step by step."""

    kind: Literal["gmail"]
    """`"gmail"`: at Google, by the Gmail API."""
    client_file: ExistingFile | None = Field(
        default=None, json_schema_extra={"default": "none; it or `client_credential` is needed"}
    )
    """The JSON file that Google's console gives for your client."""
    client_credential: CredentialName | None = None
    """Instead of `client_file`: the name of a systemd credential that holds it (LoadCredential=)."""
    token_file: Annotated[Path, BeforeValidator(_token_file)] = Field(default_factory=Path, json_schema_extra={"default": _KEPT})
    """Where the token is kept that `afterword auth NAME` gets; the program writes this file itself."""
    poll_seconds: Annotated[int, within(10, 86_400)] = 30
    """How often to ask for new mail, in seconds; at least 10."""
    labels: bool = False
    """Whether labels named `afterword/…` show what was understood of a message; changing one corrects it."""

    @property
    def client(self) -> ClientPlace:
        """Where the client is kept."""
        return ClientPlace(f"mailbox {self.name!r}", self.client_file, self.client_credential)


class MaildirMailboxSettings(_MailboxWithFolders):
    """A mailbox in a folder of this machine, kept in step with a server by a program like mbsync, or on the server itself."""

    kind: Literal["maildir"]
    """`"maildir"`: in a folder of this machine."""
    path: ExistingFolder = Field(examples=["~/Maildir"])
    """The Maildir's folder, the one with `cur`, `new` and `tmp` in it."""


MailboxSettings = Annotated[ImapMailboxSettings | GmailMailboxSettings | MaildirMailboxSettings, Field(discriminator="kind")]
"""One `[[mailbox]]`, told apart by its `kind`."""
