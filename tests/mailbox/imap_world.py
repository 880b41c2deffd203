"""The other hands at an IMAP account: the user's own mail program and the sender, on any of the servers that the tests start."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from imapclient import DELETED, DRAFT, SEEN, IMAPClient

from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from daemon.mailbox.protocol import Mailbox, Place
from tests.mailbox.world import NOON, letter, message_id_of, with_message_id, with_text

FOLDERS = {Place.INBOX: "INBOX", Place.SENT: "Sent", Place.DRAFTS: "Drafts", Place.BIN: "Trash"}
BELOW_INBOX = {Place.INBOX: "INBOX", Place.SENT: "INBOX.Sent", Place.DRAFTS: "INBOX.Drafts", Place.BIN: "INBOX.Trash"}


class ImapServer(Protocol):
    """What the tests use of the servers that they start."""

    port: int

    def client(self, user: str) -> AbstractContextManager[IMAPClient]: ...

    def change_uidvalidity(self, user: str, folder: str, uidvalidity: int) -> None: ...


def settings(port: int, user: str, **changes: object) -> ImapSettings:
    """How to reach a server of the tests in plain text; `changes` are other fields of the settings."""
    fields: dict[str, object] = {"host": "127.0.0.1", "port": port, "tls": "none", "username": user, "password": lambda: "secret"}
    return ImapSettings(**{**fields, **changes})  # type: ignore[arg-type]


class ImapWorld:
    """See `tests.mailbox.world.World`."""

    size_cap = MAX_SIZE
    mailbox: Mailbox

    def __init__(
        self,
        server: ImapServer,
        user: str,
        account: ImapSettings | None = None,
        folders: Mapping[Place, str] = MappingProxyType(FOLDERS),
    ) -> None:
        """`account` says how the mailbox under test reaches the server, where it is not the plain way. `folders` are what the
        roles are called there."""
        self.server = server
        self.user = user
        self.folders = folders
        self.account = account or settings(server.port, user)
        self.mailbox = ImapMailbox("personal", self.account)
        self._uidvalidity = 1000
        self._open_to_the_end = ExitStack()

    @cached_property
    def client(self) -> IMAPClient:
        """The user's own mail program, which he leaves open all day: hundreds of sign-ins would take their time."""
        return self._open_to_the_end.enter_context(self.server.client(self.user))

    def close(self) -> None:
        self.mailbox.close()
        self._open_to_the_end.close()

    def restart(self) -> Mailbox:
        self.mailbox.close()
        self.mailbox = ImapMailbox("personal", self.account)
        return self.mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self.client.append(self.folders[Place.INBOX], raw, msg_time=received_at)

    def vanish(self, message_id: str) -> None:
        client = self.client
        _delete(client, self._open(client, Place.INBOX)[message_id])

    def user_writes(self, raw: bytes, at: datetime) -> None:
        client = self.client
        client.append(self.folders[Place.SENT], raw, flags=(SEEN,), msg_time=at)

    def user_edits(self, message_id: str, text: str) -> None:
        self._replace_draft(message_id, with_text(self._draft(message_id), text))

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        self._replace_draft(message_id, with_message_id(with_text(self._draft(message_id), text), new_message_id))

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        raw = self._draft(message_id)
        self.user_writes(with_message_id(raw, new_message_id) if new_message_id else raw, NOON)
        client = self.client
        _delete(client, self._open(client, Place.DRAFTS)[message_id])

    def user_discards(self, message_id: str) -> None:
        client = self.client
        draft = self._open(client, Place.DRAFTS)[message_id]
        client.copy([draft], self.folders[Place.BIN])
        _delete(client, draft)

    def user_keeps_a_deleted_draft(self) -> None:
        """A draft of the user's, <deleted@example.org>, is marked as deleted and still there."""
        client = self.client
        client.append(self.folders[Place.DRAFTS], letter("<deleted@example.org>"), flags=(DRAFT, DELETED))

    def invalidate_cursor(self) -> None:
        self._uidvalidity += 1
        for place in (Place.INBOX, Place.SENT):
            self.server.change_uidvalidity(self.user, self.folders[place], self._uidvalidity)

    def drafts(self) -> list[bytes]:
        return self._all(Place.DRAFTS)

    def bin(self) -> list[bytes]:
        return self._all(Place.BIN)

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        client = self.client
        uid = self._open(client, place)[message_id]
        return frozenset(flag.decode() for flag in client.get_flags([uid])[uid])

    def _all(self, place: Place) -> list[bytes]:
        client = self.client
        client.select_folder(self.folders[place])
        return list(_contents(client).values())

    def _open(self, client: IMAPClient, place: Place) -> dict[str, int]:
        """Open a folder; UIDs by Message-ID."""
        client.select_folder(self.folders[place])
        return {message_id_of(raw): uid for uid, raw in _contents(client).items()}

    def _draft(self, message_id: str) -> bytes:
        (raw,) = [raw for raw in self.drafts() if message_id_of(raw) == message_id]
        return raw

    def _replace_draft(self, message_id: str, raw: bytes) -> None:
        client = self.client
        old = self._open(client, Place.DRAFTS)[message_id]
        client.append(self.folders[Place.DRAFTS], raw, flags=(DRAFT, SEEN))
        _delete(client, old)


def _contents(client: IMAPClient) -> dict[int, bytes]:
    uids = client.search("ALL")
    return {uid: items[b"BODY[]"] for uid, items in client.fetch(uids, ["BODY.PEEK[]"]).items()} if uids else {}


def _delete(client: IMAPClient, uid: int) -> None:
    client.add_flags([uid], [DELETED], silent=True)
    client.uid_expunge([uid])
