"""The other hands at a Gmail account: a sender, the user in Gmail's own web page, Google."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest import mock

from google.oauth2.credentials import Credentials

from daemon.mail.limits import MAX_SIZE
from daemon.mailbox import gmail_service
from daemon.mailbox.gmail import GmailMailbox
from daemon.mailbox.gmail_quota import Pace
from daemon.mailbox.protocol import Mailbox, Place
from tests.mailbox.world import NOON, message_id_of, with_message_id, with_text
from tests.peers.gmail_facade import GmailAccount, GmailFacade

LABELS = {Place.INBOX: "INBOX", Place.SENT: "SENT", Place.DRAFTS: "DRAFT", Place.BIN: "TRASH"}


class Hurried:
    """A clock on which waiting takes no time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def pace(self) -> Pace:
        return Pace(self, self.sleep)


def credentials(facade: GmailFacade, account: GmailAccount) -> Callable[[], Credentials]:
    """What the sign-in of this account gives."""
    return lambda: Credentials(  # type: ignore[no-untyped-call]
        token=account.token,
        refresh_token=next(iter(account.refresh_tokens)),
        token_uri=f"{facade.address}oauth2/token",
        client_id="afterword",
        client_secret="no-secret",
    )


@contextmanager
def service_at(address: str) -> Iterator[None]:
    """While this lasts, Gmail is there."""
    with mock.patch.object(gmail_service, "ENDPOINT", address):
        yield


class GmailWorld:
    """See `tests.mailbox.world.World`."""

    size_cap = MAX_SIZE
    mailbox: Mailbox

    def __init__(
        self, facade: GmailFacade, account: GmailAccount | None = None, size_cap: int = MAX_SIZE, labels: bool = False
    ) -> None:
        self.facade = facade
        self.account = account or facade.new_account()
        self.size_cap = size_cap
        self.labels = labels
        self.clock = Hurried()
        self.restart()

    def restart(self) -> Mailbox:
        if hasattr(self, "mailbox"):
            self.mailbox.close()
        signed_in = credentials(self.facade, self.account)
        self.mailbox = GmailMailbox("personal", signed_in, size_cap=self.size_cap, labels=self.labels, pace=self.clock.pace())
        return self.mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self.account.insert(raw, received_at, "INBOX", "UNREAD")

    def vanish(self, message_id: str) -> None:
        self.account.delete(self.message(Place.INBOX, message_id))

    def user_writes(self, raw: bytes, at: datetime) -> None:
        self.account.insert(raw, at, "SENT")

    def user_edits(self, message_id: str, text: str) -> None:
        draft, raw = self.draft(message_id)
        self.account.edit_draft(draft, with_text(raw, text))

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        draft, raw = self.draft(message_id)
        self.account.edit_draft(draft, with_message_id(with_text(raw, text), new_message_id))

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        draft, raw = self.draft(message_id)
        self.account.delete_draft(draft)
        self.user_writes(with_message_id(raw, new_message_id or message_id), NOON + timedelta(days=1))

    def user_discards(self, message_id: str) -> None:
        self.account.delete_draft(self.draft(message_id)[0])

    def invalidate_cursor(self) -> None:
        self.account.forget_history()

    def drafts(self) -> list[bytes]:
        return [raw for _, raw in self.account.drafts().values()]

    def bin(self) -> list[bytes]:
        return [raw for _, raw, _ in self.account.messages("TRASH")]

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        (labels,) = [labels for _, raw, labels in self.account.messages(LABELS[place]) if message_id_of(raw) == message_id]
        seen = set() if "UNREAD" in labels else {"\\Seen"}
        return frozenset(seen | ({"\\Draft"} if "DRAFT" in labels else set()))

    def draft(self, message_id: str) -> tuple[str, bytes]:
        """The id and the bytes of the draft with this Message-ID."""
        (found,) = [(draft, raw) for draft, (_, raw) in self.account.drafts().items() if message_id_of(raw) == message_id]
        return found

    def message(self, place: Place, message_id: str) -> str:
        """Gmail's id of this message."""
        (found,) = [key for key, raw, _ in self.account.messages(LABELS[place]) if message_id_of(raw) == message_id]
        return found
