"""A mailbox that is read for real and written to only in pretence, for `--dry-run`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.protocol import (
    Batch,
    DraftRef,
    DraftStatus,
    Found,
    Introducing,
    Introduction,
    Look,
    Mailbox,
    MessageRef,
    RawMessage,
    ReplyAnchor,
    looks_at,
)


@dataclass(frozen=True)
class DryMailbox:
    """Passes every question on to the real mailbox and keeps every change to itself."""

    real: Mailbox

    @property
    def name(self) -> str:
        return self.real.name

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        return self.real.changes(cursor, since)

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        return self.real.fetch(refs)

    def look(self, refs: tuple[MessageRef, ...]) -> list[Look]:
        return looks_at(self.real, refs)

    def find(self, message_id: str) -> Found | None:
        return self.real.find(message_id)

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        return DraftRef("", "", fingerprint(mime), reply_to.message_id if reply_to else "")

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        return self.real.draft_status(ref)

    def withdraw_draft(self, ref: DraftRef) -> bool:
        return self.real.draft_status(ref) is DraftStatus.UNTOUCHED

    def wait(self, timeout: float) -> bool:
        return self.real.wait(timeout)

    def interrupt(self) -> None:
        self.real.interrupt()

    def deliver_to_self(self, mime: bytes) -> None:
        """Delivers nothing."""

    def find_in_inbox(self, message_id: str) -> bool:
        return self.real.find_in_inbox(message_id)

    def introduction(self) -> Introduction:
        return self.real.introduction() if isinstance(self.real, Introducing) else Introduction()

    def close(self) -> None:
        """The real mailbox belongs to whoever opened it."""
