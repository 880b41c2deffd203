"""The other hands at a Maildir: programs that do with its files what mail clients and servers do."""

from __future__ import annotations

import os
import time
from datetime import datetime, timedelta
from pathlib import Path

from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.protocol import Place
from tests.mailbox.world import NOON, message_id_of, with_message_id, with_text


class MaildirWorld:
    """A Maildir++ on disk and programs that do with its files what mail clients do."""

    size_cap = 100_000

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder(Place.INBOX)
        self.written = 0
        self.mailbox = MaildirMailbox("personal", root, size_cap=self.size_cap)

    def folder(self, place: Place) -> Path:
        names = {Place.INBOX: "", Place.SENT: ".Sent", Place.DRAFTS: ".Drafts", Place.BIN: ".Trash"}
        folder = self.root / names[place]
        for directory in ("tmp", "new", "cur"):
            (folder / directory).mkdir(parents=True, exist_ok=True)
        return folder

    def put(self, place: Place, directory: str, raw: bytes, at: datetime, flags: str = "") -> Path:
        """A file as Dovecot writes it: delivered now by its name, received then by its mtime."""
        self.written += 1
        path = self.folder(place) / directory / f"{int(time.time())}.M{self.written}P1.host,S={len(raw)}{flags and ':2,'}{flags}"
        path.write_bytes(raw.replace(b"\r\n", b"\n"))
        os.utime(path, (at.timestamp(), at.timestamp()))
        return path

    def path(self, place: Place, message_id: str) -> Path:
        (found,) = [path for path in self.files(place) if message_id_of(path.read_bytes()) == message_id]
        return found

    def files(self, place: Place) -> list[Path]:
        return [path for directory in ("new", "cur") for path in (self.folder(place) / directory).iterdir()]

    def restart(self) -> MaildirMailbox:
        self.mailbox = MaildirMailbox("personal", self.root, size_cap=self.size_cap)
        return self.mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self.put(Place.INBOX, "new", raw, received_at)

    def vanish(self, message_id: str) -> None:
        self.path(Place.INBOX, message_id).unlink()

    def user_writes(self, raw: bytes, at: datetime) -> None:
        self.put(Place.SENT, "cur", raw, at, "S")

    def user_edits(self, message_id: str, text: str) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        self.put(Place.DRAFTS, "cur", with_text(draft.read_bytes(), text), NOON, "DS")
        draft.unlink()

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        edited = with_message_id(with_text(draft.read_bytes(), text), new_message_id)
        self.put(Place.DRAFTS, "cur", edited, NOON, "DS")
        draft.unlink()

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        self.user_writes(with_message_id(draft.read_bytes(), new_message_id or message_id), NOON + timedelta(days=1))
        draft.unlink()

    def user_discards(self, message_id: str) -> None:
        draft = self.path(Place.DRAFTS, message_id)
        draft.rename(self.folder(Place.BIN) / "cur" / draft.name)

    def invalidate_cursor(self) -> None:
        """A synchroniser that starts from scratch gives every file another name."""
        for place in (Place.INBOX, Place.SENT):
            for path in self.files(place):
                self.written += 1
                path.rename(path.with_name(f"{int(time.time())}.M{self.written}P1.host"))

    def drafts(self) -> list[bytes]:
        return [path.read_bytes() for path in self.files(Place.DRAFTS)]

    def bin(self) -> list[bytes]:
        return [path.read_bytes() for path in self.files(Place.BIN)]

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        names = {"D": "\\Draft", "S": "\\Seen", "T": "\\Deleted", "R": "\\Answered", "F": "\\Flagged"}
        return frozenset(names[letter] for letter in self.path(place, message_id).name.partition(":2,")[2])
