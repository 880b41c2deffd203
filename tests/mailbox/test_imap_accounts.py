"""Accounts of all shapes: names, namespaces, several folders with sent mail, folders that cannot be written to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest

from daemon.commands.running import folder_checks
from daemon.errors import FolderMissing, MailboxUnavailable
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.protocol import DraftStatus, Place
from tests.mailbox.imap_world import BELOW_INBOX, ImapServer, ImapWorld, settings
from tests.mailbox.steps import announced, answered_draft
from tests.mailbox.world import NOON, SINCE, letter, mail
from tests.peers.courier import Courier
from tests.peers.cyrus import ADMINISTRATOR, Cyrus
from tests.peers.pymap_server import Pymap

Opened = Callable[..., ImapMailbox]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Opens the mailbox of a user with these folders of his choice."""
    with ExitStack() as stack:

        def make(server: ImapServer, user: str, **folders: str) -> ImapMailbox:
            chosen = {Place(role): name for role, name in folders.items()}
            mailbox = ImapMailbox("personal", settings(server.port, user, folders=chosen))
            stack.callback(mailbox.close)
            return mailbox

        yield make


class TestSentMail:
    def test_every_folder_with_sent_mail_is_read_and_searched(self, pymap: Pymap, opened: Opened) -> None:
        user = pymap.new_user("Drafts", "Sent", "Sent Messages", "Gesendet", "Projects")
        for number, folder in enumerate(("Sent", "Sent Messages", "Gesendet", "Projects")):
            pymap.append(user, folder, letter(f"<{number}@example.org>"), NOON + timedelta(hours=number))
        mailbox = opened(pymap, user)
        batch = mailbox.changes(None, SINCE)
        assert [(ref.place, ref.received_at.hour) for ref in batch.messages] == [
            (Place.SENT, 12),
            (Place.SENT, 13),
            (Place.SENT, 14),
        ]
        assert mailbox.changes(batch.next_cursor, SINCE).messages == ()
        found = mailbox.find("<2@example.org>")
        assert found is not None
        assert found.place is Place.SENT
        assert mailbox.find("<3@example.org>") is None

    def test_a_folder_that_the_settings_name_is_the_only_one(self, pymap: Pymap, opened: Opened) -> None:
        user = pymap.new_user("Drafts", "Sent", "Ausgang 2026")
        pymap.append(user, "Sent", letter("<old@example.org>"), NOON)
        pymap.append(user, "Ausgang 2026", letter("<new@example.org>"), NOON)
        mailbox = opened(pymap, user, sent="Ausgang 2026")
        assert len(mailbox.changes(None, SINCE).messages) == 1
        assert mailbox.find("<new@example.org>") is not None
        assert mailbox.find("<old@example.org>") is None

    def test_doctor_says_that_none_was_found_and_how_to_name_it(self, pymap: Pymap, opened: Opened) -> None:
        mailbox = opened(pymap, pymap.new_user("Drafts", "Ausgang 2026"))
        (check,) = folder_checks(mailbox)
        assert check.what == "mailbox personal: its folders"
        assert re.search(r"thrown it away; name it: \[mailbox\.folders\] sent; there are: .*'Ausgang 2026'", check.mend)
        assert list(folder_checks(opened(pymap, pymap.new_user("Drafts", "Sent")))) == []


@pytest.mark.peer("cyrus")
@pytest.mark.peer("courier")
class TestReadOnlyDrafts:
    @pytest.fixture
    def user(self, cyrus: Cyrus) -> str:
        user = cyrus.new_user()
        with cyrus.client(user):
            # a mailbox begins to be with the first sign-in
            pass
        with cyrus.client(ADMINISTRATOR) as client:
            client.setacl(f"user/{user}/Drafts", user, "lrswte")
        return user

    def test_where_drafts_can_be_put_nothing_is_said(self, cyrus: Cyrus, courier: Courier, opened: Opened) -> None:
        for server in (cyrus, courier):
            assert list(folder_checks(opened(server, server.new_user()))) == []

    def test_one_line_says_so_and_nothing_is_lost(self, cyrus: Cyrus, user: str, opened: Opened) -> None:
        mailbox = opened(cyrus, user)
        with pytest.raises(MailboxUnavailable, match=r"^personal: \S+ refuses: [^\n]*'Drafts'[^\n]*$"):
            mailbox.save_draft(letter("<ours@example.org>"), None)
        assert mailbox.find("<ours@example.org>") is None

    def test_doctor_says_so_before_it_is_tried(self, cyrus: Cyrus, user: str, opened: Opened) -> None:
        (check,) = folder_checks(opened(cyrus, user))
        assert check.mend.startswith("no draft can be put into 'Drafts': this account may not write there; name another")


@pytest.mark.peer("courier")
class TestBelowTheInbox:
    """On Courier: a namespace of the user's own with the prefix `INBOX.`, the separator '.', and no roles."""

    @pytest.mark.parametrize("name", ["INBOX.Müll & mehr", "Müll & mehr", "Mu\u0308ll & mehr"])
    def test_a_folder_is_named_with_the_prefix_or_without(self, courier: Courier, opened: Opened, name: str) -> None:
        user = courier.new_user()
        with courier.client(user) as client:
            client.create_folder("INBOX.Müll & mehr")
        mailbox = opened(courier, user, bin=name)
        assert mailbox.withdraw_draft(mailbox.save_draft(letter("<ours@example.org>"), None))
        with courier.client(user) as client:
            assert client.folder_status("INBOX.Müll & mehr", ["MESSAGES"]) == {b"MESSAGES": 1}

    def test_localised_names_are_found(self, courier: Courier, opened: Opened) -> None:
        user = courier.new_user("Trash")
        with courier.client(user) as client:
            client.create_folder("INBOX.Entwürfe")
            client.create_folder("INBOX.Отправленные")
        mailbox = opened(courier, user)
        ref = mailbox.save_draft(letter("<ours@example.org>"), None)
        assert mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        courier.append(user, "INBOX.Отправленные", letter("<mine@example.org>"), NOON)
        assert len(mailbox.changes(None, SINCE).messages) == 1

    def test_without_drafts_the_folders_are_told_by_their_names(self, courier: Courier, opened: Opened) -> None:
        user = courier.new_user("Sent")
        with courier.client(user) as client:
            client.create_folder("INBOX.Läuft")
        with pytest.raises(FolderMissing, match=r"there are: .*'INBOX\.Läuft'"):
            opened(courier, user).changes(None, SINCE)

    def test_what_is_expunged_at_the_end_loses_no_cursor(self, courier: Courier) -> None:
        """Courier does not tell UIDNEXT when a folder is opened, and does not understand `UID *` in a search."""
        world = ImapWorld(courier, courier.new_user(), folders=BELOW_INBOX)
        for name in ("<first@northwind.example>", "<second@northwind.example>"):
            world.deliver(mail(name), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        for name in ("<second@northwind.example>", "<first@northwind.example>"):
            world.vanish(name)
            batch = world.mailbox.changes(cursor, SINCE)
            assert (batch.messages, batch.resynced, batch.next_cursor) == ((), False, cursor)
        world.deliver(mail("<third@northwind.example>"), NOON)
        assert announced(world, world.mailbox.changes(cursor, SINCE)) == ["<third@northwind.example>"]
        world.close()

    def test_a_letter_is_put_into_the_folder_that_is_open_for_reading(self, courier: Courier) -> None:
        world = ImapWorld(courier, courier.new_user(), folders=BELOW_INBOX)
        answered_draft(world)
        assert world.mailbox.find("<none@example.org>") is None
        assert not world.mailbox.find_in_inbox("<digest@example.org>")
        world.mailbox.deliver_to_self(mail("<digest@example.org>"))
        assert world.mailbox.find_in_inbox("<digest@example.org>")
        world.close()
