"""Telling drafts, sent and bin from a LIST response."""

from __future__ import annotations

import pytest

from daemon.errors import FolderMissing
from daemon.mailbox.imap_folders import Folder, find_folders, find_more
from daemon.mailbox.protocol import Place


def listed(*names: str, separator: str = "/") -> list[Folder]:
    """Folders as a server lists them; 'Name \\Attribute \\Attribute' carries attributes."""
    lines = (name.split(" \\") for name in names)
    return [Folder(frozenset(f"\\{each.casefold()}" for each in attributes), separator, name) for name, *attributes in lines]


def test_special_use_tells_the_roles_whatever_the_names() -> None:
    folders = listed("INBOX", "Aa \\HasNoChildren \\Drafts", "Bb \\Sent", "Cc \\Trash", "Drafts", "Sent", "Trash")
    assert find_folders(folders, {}) == {Place.INBOX: "INBOX", Place.DRAFTS: "Aa", Place.SENT: "Bb", Place.BIN: "Cc"}


def test_attributes_in_lower_case_count_as_well() -> None:
    assert find_folders([Folder(frozenset({"\\drafts"}), "/", "Anything")], {})[Place.DRAFTS] == "Anything"


def test_of_two_folders_told_to_be_the_same_the_usual_name_wins() -> None:
    folders = listed("Drafts", "Old/Sent from my phone \\Sent", "Sent \\Sent")
    assert find_folders(folders, {})[Place.SENT] == "Sent"


@pytest.mark.parametrize(
    ("drafts", "sent", "bin_folder"),
    [
        ("Drafts", "Sent Items", "Deleted Items"),
        ("Entwürfe", "Gesendete Objekte", "Papierkorb"),
        ("Brouillons", "Éléments envoyés", "Corbeille"),
        ("Borradores", "Elementos enviados", "Papelera"),
        ("Rascunhos", "Itens Enviados", "Lixeira"),
        ("Bozze", "Posta inviata", "Cestino"),
        ("Concepten", "Verzonden items", "Prullenbak"),
        ("Kopie robocze", "Wysłane", "Kosz"),
        ("Черновики", "Отправленные", "Корзина"),
        ("下書き", "送信済み", "ごみ箱"),
        ("草稿箱", "已发送", "已删除"),
    ],
)
def test_the_usual_names_of_many_languages_are_known(drafts: str, sent: str, bin_folder: str) -> None:
    found = find_folders(listed("INBOX", drafts, sent, bin_folder), {})
    assert (found[Place.DRAFTS], found[Place.SENT], found[Place.BIN]) == (drafts, sent, bin_folder)


def test_a_name_in_decomposed_characters_is_the_same_name() -> None:
    assert find_folders(listed("Entwu\u0308rfe"), {})[Place.DRAFTS] == "Entwu\u0308rfe"


def test_folders_below_the_inbox_are_found_with_any_separator() -> None:
    found = find_folders(listed("INBOX", "INBOX.Drafts", "INBOX.Sent", "INBOX.Trash", separator="."), {}, ["INBOX."])
    assert (found[Place.DRAFTS], found[Place.SENT], found[Place.BIN]) == ("INBOX.Drafts", "INBOX.Sent", "INBOX.Trash")


def test_folders_below_the_prefix_of_the_users_namespace_are_found() -> None:
    assert find_folders(listed("mail/Drafts"), {}, ["mail/"])[Place.DRAFTS] == "mail/Drafts"


def test_an_account_without_a_hierarchy_has_no_separator() -> None:
    assert find_folders(listed("Drafts", separator=""), {})[Place.DRAFTS] == "Drafts"


def test_a_folder_of_the_users_own_that_bears_such_a_name_is_not_taken() -> None:
    found = find_folders(listed("Drafts", "Projects", "Projects/Sent", "Projects/Trash"), {})
    assert set(found) == {Place.INBOX, Place.DRAFTS}


def test_a_folder_that_cannot_be_opened_is_not_taken() -> None:
    found = find_folders(listed("Drafts \\Noselect", "Draft", "Sent \\NonExistent"), {})
    assert (found[Place.DRAFTS], Place.SENT in found) == ("Draft", False)


def test_the_settings_win() -> None:
    folders = listed("INBOX", "Jobs", "Jobs/Drafts", "Drafts \\Drafts", "Sent \\Sent")
    found = find_folders(folders, {Place.DRAFTS: "Jobs/Drafts", Place.INBOX: "Jobs"})
    assert (found[Place.INBOX], found[Place.DRAFTS], found[Place.SENT]) == ("Jobs", "Jobs/Drafts", "Sent")


def test_a_name_in_the_settings_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(FolderMissing, match=r"'Entwürfe', which the settings name for drafts; there are: 'INBOX', 'Drafts'$"):
        find_folders(listed("INBOX", "Drafts"), {Place.DRAFTS: "Entwürfe"})


@pytest.mark.parametrize("wanted", ["INBOX.Entwürfe", "Entwürfe", "Entwu\u0308rfe"])
def test_the_settings_may_leave_out_the_prefix(wanted: str) -> None:
    folders = listed("INBOX", "INBOX.Entwürfe", "INBOX.Drafts", separator=".")
    assert find_folders(folders, {Place.DRAFTS: wanted}, ["INBOX."])[Place.DRAFTS] == "INBOX.Entwürfe"


class TestMoreFolders:
    FOLDERS = listed(
        *("INBOX", "Drafts", "Sent \\Sent", "Gesendet", "Sent Messages", "Projects", "Projects/Sent", "Trash"),
        *("Archive \\Archive", "Everything \\All", "Sent Items \\Noselect"),
    )

    def more(self, **overrides: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        chosen = {Place(place): name for place, name in overrides.items()}
        return find_more(self.FOLDERS, find_folders(self.FOLDERS, chosen), chosen)

    def test_all_with_sent_mail_are_told_that_of_the_role_first_and_the_archives(self) -> None:
        assert self.more() == (("Sent", "Sent Messages", "Gesendet"), ("Archive", "Everything"))

    def test_one_that_the_settings_name_is_the_only_one(self) -> None:
        assert self.more(sent="Projects/Sent")[0] == ("Projects/Sent",)

    def test_where_there_is_none_there_is_none(self) -> None:
        folders = listed("INBOX", "Drafts", "Projects/Sent")
        assert find_more(folders, find_folders(folders, {}), {}) == ((), ())


def test_without_drafts_all_folders_are_told() -> None:
    with pytest.raises(FolderMissing, match=r"for drafts.*there are: 'INBOX', 'Sent', 'Läuft\\n'$"):
        find_folders(listed("INBOX", "Sent", "Läuft\n"), {})


def test_of_very_many_folders_only_some_are_told() -> None:
    with pytest.raises(FolderMissing, match=r"'Folder 59' and 940 more$"):
        find_folders(listed(*(f"Folder {number}" for number in range(1000))), {})
