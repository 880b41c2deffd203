"""The other hands at an IMAP account: the user's own mail program and the sender, on any of the servers that the tests start."""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from datetime import datetime
from functools import cached_property
from typing import Protocol

from imapclient import DELETED, DRAFT, SEEN, IMAPClient

from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from daemon.mailbox.protocol import Mailbox, Place
from tests.mailbox.world import NOON, letter, message_id_of, with_message_id, with_text

FOLDERS = {Place.INBOX: "INBOX", Place.SENT: "Sent", Place.DRAFTS: "Drafts", Place.BIN: "Trash"}


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

    def __init__(self, server: ImapServer, user: str, account: ImapSettings | None = None) -> None:
        """`account` says how the mailbox under test reaches the server, where it is not the plain way."""
        self.server = server
        self.user = user
        self.account = account or settings(server.port, user)
        self.mailbox = ImapMailbox("personal", self.account)
        self._uidvalidity = 1000
        self._open_to_the_end = ExitStack()

    @cached_property
    def _sender(self) -> IMAPClient:
        """One connection for all deliveries: hundreds of sign-ins would take their time."""
        return self._open_to_the_end.enter_context(self.server.client(self.user))

    def close(self) -> None:
        self.mailbox.close()
        self._open_to_the_end.close()

    def restart(self) -> Mailbox:
        self.mailbox.close()
        self.mailbox = ImapMailbox("personal", self.account)
        return self.mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self._sender.append(FOLDERS[Place.INBOX], raw, msg_time=received_at)

    def vanish(self, message_id: str) -> None:
        with self.server.client(self.user) as client:
            _delete(client, _open(client, Place.INBOX)[message_id])

    def user_writes(self, raw: bytes, at: datetime) -> None:
        with self.server.client(self.user) as client:
            client.append(FOLDERS[Place.SENT], raw, flags=(SEEN,), msg_time=at)

    def user_edits(self, message_id: str, text: str) -> None:
        self._replace_draft(message_id, with_text(self._draft(message_id), text))

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        self._replace_draft(message_id, with_message_id(with_text(self._draft(message_id), text), new_message_id))

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        raw = self._draft(message_id)
        self.user_writes(with_message_id(raw, new_message_id) if new_message_id else raw, NOON)
        with self.server.client(self.user) as client:
            _delete(client, _open(client, Place.DRAFTS)[message_id])

    def user_discards(self, message_id: str) -> None:
        with self.server.client(self.user) as client:
            client.move([_open(client, Place.DRAFTS)[message_id]], FOLDERS[Place.BIN])

    def user_keeps_a_deleted_draft(self) -> None:
        """A draft of the user's, <deleted@example.org>, is marked as deleted and still there."""
        with self.server.client(self.user) as client:
            client.append(FOLDERS[Place.DRAFTS], letter("<deleted@example.org>"), flags=(DRAFT, DELETED))

    def invalidate_cursor(self) -> None:
        self._uidvalidity += 1
        for place in (Place.INBOX, Place.SENT):
            self.server.change_uidvalidity(self.user, FOLDERS[place], self._uidvalidity)

    def drafts(self) -> list[bytes]:
        return self._all(Place.DRAFTS)

    def bin(self) -> list[bytes]:
        return self._all(Place.BIN)

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        with self.server.client(self.user) as client:
            uid = _open(client, place)[message_id]
            return frozenset(flag.decode() for flag in client.get_flags([uid])[uid])

    def _all(self, place: Place) -> list[bytes]:
        with self.server.client(self.user) as client:
            client.select_folder(FOLDERS[place], readonly=True)
            return list(_contents(client).values())

    def _draft(self, message_id: str) -> bytes:
        (raw,) = [raw for raw in self.drafts() if message_id_of(raw) == message_id]
        return raw

    def _replace_draft(self, message_id: str, raw: bytes) -> None:
        with self.server.client(self.user) as client:
            old = _open(client, Place.DRAFTS)[message_id]
            client.append(FOLDERS[Place.DRAFTS], raw, flags=(DRAFT, SEEN))
            _delete(client, old)


def _open(client: IMAPClient, place: Place) -> dict[str, int]:
    """Open a folder; UIDs by Message-ID."""
    client.select_folder(FOLDERS[place])
    return {message_id_of(raw): uid for uid, raw in _contents(client).items()}


def _contents(client: IMAPClient) -> dict[int, bytes]:
    uids = client.search("ALL")
    return {uid: items[b"BODY[]"] for uid, items in client.fetch(uids, ["BODY.PEEK[]"]).items()} if uids else {}


def _delete(client: IMAPClient, uid: int) -> None:
    client.add_flags([uid], [DELETED], silent=True)
    client.uid_expunge([uid])
