"""Sam's hands in the demo: what a person does with mail in a mail client, done on the Maildir itself."""

from __future__ import annotations

import email
import mailbox
from collections.abc import Callable
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

Wanted = Callable[[EmailMessage], bool]


class SamsMailbox:
    """A Maildir as a mail client sees it: an inbox, drafts, sent mail and a bin."""

    def __init__(self, path: Path) -> None:
        self.inbox = mailbox.Maildir(path, create=True)
        self.drafts, self.sent, self.bin = (mailbox.Maildir(path / name, create=True) for name in (".Drafts", ".Sent", ".Trash"))

    def receive(self, raw: bytes, at: datetime) -> None:
        _put(self.inbox, raw, at, seen=False)

    def write(self, raw: bytes, at: datetime) -> None:
        _put(self.sent, raw, at, seen=True)

    def send(self, wanted: Wanted, at: datetime) -> str:
        """Send a draft as it is: it leaves the drafts and its copy lies in the sent folder."""
        key, draft = self._draft(wanted)
        del draft["Date"]
        draft["Date"] = format_datetime(at)
        _put(self.sent, draft.as_bytes(), at, seen=True)
        self.drafts.remove(key)
        return str(draft["Subject"])

    def edit(self, wanted: Wanted, addition: str) -> str:
        """Add a sentence and save: clients write a new copy of the draft and remove the old one."""
        key, draft = self._draft(wanted)
        body = draft.get_body(("plain",))
        text = body.get_content() if body else ""
        edited = EmailMessage(policy=SMTP)
        for name in ("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"):
            if draft[name]:
                edited[name] = str(draft[name])
        edited.set_content(f"{text.rstrip()}\n\n{addition}\n")
        message = mailbox.MaildirMessage(edited)
        message.set_subdir("cur")
        message.set_flags("DS")
        self.drafts.add(message)
        self.drafts.remove(key)
        return str(draft["Subject"])

    def discard(self, wanted: Wanted) -> str:
        key, draft = self._draft(wanted)
        self.bin.add(self.drafts.get_message(key))
        self.drafts.remove(key)
        return str(draft["Subject"])

    def _draft(self, wanted: Wanted) -> tuple[str, EmailMessage]:
        for key in self.drafts.keys():  # noqa: SIM118 - a mailbox iterates over messages
            draft = email.message_from_bytes(self.drafts.get_bytes(key), policy=SMTP)
            if wanted(draft):
                return key, draft
        raise LookupError("the scenario names a draft that is not there")


def _put(folder: mailbox.Maildir, raw: bytes, at: datetime, *, seen: bool) -> None:
    message = mailbox.MaildirMessage(raw)
    message.set_subdir("cur" if seen else "new")
    if seen:
        message.set_flags("S")
    message.set_date(at.timestamp())
    folder.add(message)
