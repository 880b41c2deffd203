"""When a message was received, as far as a file can tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daemon.mailbox.maildir_folder import MaildirFolder
from tests.mailbox.world import NOON, mail


@pytest.fixture
def folder(tmp_path: Path) -> MaildirFolder:
    folder = MaildirFolder(tmp_path / "Maildir")
    folder.create()
    return folder


class TestTimeOfReceipt:
    """The order of the evidence: preserved mtime, Received, Date, what is left."""

    RECEIVED = (
        b"Received: from a by b; Mon, 2 Mar 2026 13:00:00 +0100\r\nReceived: from x by a; Sun, 1 Mar 2026 01:00:00 +0000\r\n"
    )

    def received(self, folder: MaildirFolder, name: str, raw: bytes, mtime: datetime) -> datetime:
        (folder.path / "new" / name).write_bytes(raw)
        (entry,) = folder.entries().values()
        return folder.received_at(entry, mtime)

    def test_an_mtime_long_before_the_delivery_was_preserved_on_purpose(self, folder: MaildirFolder) -> None:
        delivered = int((NOON + timedelta(days=30)).timestamp())
        mtime = NOON - timedelta(days=2)
        assert self.received(folder, f"{delivered}.M1P1.host", self.RECEIVED + mail("<a@b.example>"), mtime) == mtime

    def test_an_mtime_long_after_the_delivery_shows_a_copy_only(self, folder: MaildirFolder) -> None:
        delivered = int(NOON.timestamp())
        mtime = NOON + timedelta(days=200)
        assert self.received(folder, f"{delivered}.M1P1.host", self.RECEIVED + mail("<a@b.example>"), mtime) == NOON

    def test_else_the_topmost_received_header_tells(self, folder: MaildirFolder) -> None:
        mtime = NOON + timedelta(days=3)
        name = f"{int(mtime.timestamp())}_0.17.host,U=3"
        assert self.received(folder, name, self.RECEIVED + mail("<a@b.example>", at=NOON - timedelta(days=9)), mtime) == NOON

    def test_else_the_date(self, folder: MaildirFolder) -> None:
        at = NOON - timedelta(days=9)
        assert self.received(folder, "17.host", mail("<a@b.example>", at=at), NOON) == at

    @pytest.mark.parametrize("at", [datetime(1989, 12, 31, tzinfo=UTC), NOON + timedelta(days=2)])
    def test_a_date_that_cannot_be_is_not_believed(self, folder: MaildirFolder, at: datetime) -> None:
        assert self.received(folder, "17.host", mail("<a@b.example>", at=at), NOON) == NOON

    def test_a_message_that_says_nothing_was_received_when_it_was_delivered(self, folder: MaildirFolder) -> None:
        delivered = int(NOON.timestamp())
        assert self.received(folder, f"{delivered}.M1P1.host", b"no header at all", NOON + timedelta(days=200)) == NOON

    @pytest.mark.parametrize("date", ["nonsense", "Mon, 99 Mar 2026 99:00:00 +9999", "Mon, 2 Mar 99999999999 01:00:00", ";", ""])
    def test_a_date_that_nobody_can_read_is_passed_over(self, folder: MaildirFolder, date: str) -> None:
        raw = f"Received: by b; {date}\r\nDate: {date}\r\n\r\nwords".encode()
        assert self.received(folder, "17.host", raw, NOON) == NOON
