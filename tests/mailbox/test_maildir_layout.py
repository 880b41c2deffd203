"""Which directory has which role, in the layouts that there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from daemon.errors import FolderMissing
from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.maildir_folder import MaildirFolder
from daemon.mailbox.maildir_layout import find_layout
from daemon.mailbox.protocol import DraftStatus, Place
from tests.mailbox.world import SINCE, letter


def maildirs(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).mkdir(parents=True, exist_ok=True)
        MaildirFolder(root / name).create()
    return root


def roles(path: Path, **overrides: str) -> dict[str, str]:
    layout = find_layout(path, {Place(place): name for place, name in overrides.items()})
    return {place.value: str(folder.path.relative_to(path.parent)) for place, folder in layout.folders.items()}


class TestNames:
    def test_maildir_plus_plus(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "Maildir", "", ".Sent", ".Drafts", ".Trash", ".Sent.2025", ".Lists.drafts")
        assert roles(tmp_path / "Maildir") == {
            "inbox": "Maildir",
            "sent": "Maildir/.Sent",
            "drafts": "Maildir/.Drafts",
            "bin": "Maildir/.Trash",
        }

    @pytest.mark.parametrize(
        ("sent", "bin_name"),
        [
            ("Sent Items", "Deleted Items"),
            ("INBOX.Sent", "INBOX.Trash"),
            ("Sent Messages", "Deleted Messages"),
            ("sent", "TRASH"),
        ],
    )
    def test_usual_names_of_programs(self, tmp_path: Path, sent: str, bin_name: str) -> None:
        maildirs(tmp_path / "Maildir", "", f".{sent}", f".{bin_name}")
        found = roles(tmp_path / "Maildir")
        assert (found["sent"], found["bin"]) == (f"Maildir/.{sent}", f"Maildir/.{bin_name}")

    def test_folders_beside_the_inbox(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "mail", "INBOX", "Sent", "Drafts", "Trash")
        assert roles(tmp_path / "mail" / "INBOX") == {"inbox": "INBOX", "sent": "Sent", "drafts": "Drafts", "bin": "Trash"}

    def test_folders_below_the_inbox_come_before_those_beside_it(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "mail", "INBOX", "INBOX/Sent", "Sent")
        assert roles(tmp_path / "mail" / "INBOX")["sent"] == "INBOX/Sent"

    def test_the_directory_that_holds_the_inbox_will_do(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "mail", "INBOX", "Sent")
        assert roles(tmp_path / "mail") == {"inbox": "mail/INBOX", "sent": "mail/Sent"}

    def test_gmails_folders_as_a_synchroniser_writes_them(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "mail", "INBOX", "[Gmail]/Sent Mail", "[Gmail]/Drafts", "[Gmail]/Trash", "[Gmail]/All Mail")
        assert roles(tmp_path / "mail" / "INBOX") == {
            "inbox": "INBOX",
            "sent": "[Gmail]/Sent Mail",
            "drafts": "[Gmail]/Drafts",
            "bin": "[Gmail]/Trash",
        }

    def test_a_directory_that_is_no_maildir_is_no_folder(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "Maildir", "")
        (tmp_path / "Maildir" / ".Sent").mkdir()
        (tmp_path / "Maildir" / "Drafts").write_text("a file")
        assert roles(tmp_path / "Maildir") == {"inbox": "Maildir"}


class TestOverrides:
    @pytest.mark.parametrize("name", ["Entwürfe", "Entw&APw-rfe", ".Entw&APw-rfe"])
    def test_a_name_as_the_user_or_the_disk_has_it(self, tmp_path: Path, name: str) -> None:
        maildirs(tmp_path / "Maildir", "", ".Drafts", ".Entw&APw-rfe")
        assert roles(tmp_path / "Maildir", drafts=name)["drafts"] == "Maildir/.Entw&APw-rfe"

    def test_a_name_with_levels(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "Maildir", "", ".Jobs.Sent")
        assert roles(tmp_path / "Maildir", sent="Jobs/Sent")["sent"] == "Maildir/.Jobs.Sent"

    def test_a_name_beside_the_inbox(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "mail", "INBOX", "Entwürfe")
        assert roles(tmp_path / "mail" / "INBOX", drafts="Entwürfe")["drafts"] == "Entwürfe"

    def test_an_inbox_of_another_name(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "mail", "Posteingang", "Sent")
        layout = find_layout(tmp_path / "mail", {Place.INBOX: "Posteingang"})
        assert layout.inbox.path == tmp_path / "mail" / "Posteingang"
        assert layout.folders[Place.SENT].path == tmp_path / "mail" / "Sent"

    def test_a_name_of_nothing_is_told_with_the_folders_there_are(self, tmp_path: Path) -> None:
        maildirs(tmp_path / "Maildir", "", ".Sent", ".Archive")
        with pytest.raises(FolderMissing, match=r'"Entwürfe".*\.Archive, \.Sent'):
            roles(tmp_path / "Maildir", drafts="Entwürfe")


class TestMissingFolders:
    def test_no_maildir_at_all(self, tmp_path: Path) -> None:
        with pytest.raises(FolderMissing, match="is no Maildir"):
            MaildirMailbox("personal", tmp_path / "nowhere").changes(None, SINCE)

    def test_drafts_and_bin_are_made_in_maildir_plus_plus(self, tmp_path: Path) -> None:
        root = maildirs(tmp_path / "Maildir", "")
        mailbox = MaildirMailbox("personal", root)
        ref = mailbox.save_draft(letter("<ours@example.org>"), None)
        assert (root / ".Drafts" / "maildirfolder").exists()
        assert (root / ".Drafts" / "tmp").is_dir()
        assert mailbox.withdraw_draft(ref)
        assert len(list((root / ".Trash" / "cur").iterdir())) == 1

    def test_a_plain_layout_gets_no_folder_that_its_synchroniser_does_not_know(self, tmp_path: Path) -> None:
        root = maildirs(tmp_path / "mail", "INBOX", "Sent")
        with pytest.raises(FolderMissing, match="no drafts folder"):
            MaildirMailbox("personal", root).save_draft(letter("<ours@example.org>"), None)
        assert not (root / "INBOX" / ".Drafts").exists()

    def test_without_a_bin_in_a_plain_layout_a_withdrawn_draft_is_marked_where_it_lies(self, tmp_path: Path) -> None:
        root = maildirs(tmp_path / "mail", "INBOX", "Sent", "Drafts")
        mailbox = MaildirMailbox("personal", root)
        ref = mailbox.save_draft(letter("<ours@example.org>"), None)
        assert mailbox.withdraw_draft(ref)
        (path,) = (root / "Drafts" / "cur").iterdir()
        assert path.name.endswith(":2,DST")
        assert mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert not mailbox.withdraw_draft(ref)
