"""The IMAP back end against real servers: the contract of all back ends, and what is IMAP's own."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta

import pytest

from daemon.errors import FolderMissing, MailboxUnavailable
from daemon.mail.limits import MAX_SIZE
from daemon.mailbox import imap
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.imap_look import MOST_TEXT
from daemon.mailbox.imap_session import BODIES_AT_ONCE
from daemon.mailbox.protocol import Batch, DraftStatus, Place, ReplyAnchor, looks_at
from tests.mailbox.contract import MailboxContract
from tests.mailbox.imap_world import ImapWorld, settings
from tests.mailbox.world import NOON, SINCE, World, letter, mail, message_id_of
from tests.peers.dovecot import Dovecot
from tests.peers.pymap_server import Pymap
from tests.peers.wire import Wire


@pytest.mark.peer("dovecot")
class TestDovecot(MailboxContract):
    @pytest.fixture
    def world(self, dovecot: Dovecot) -> Iterator[World]:
        world = ImapWorld(dovecot, dovecot.new_user())
        yield world
        world.close()


class TestPymap(MailboxContract):
    @pytest.fixture
    def world(self, pymap: Pymap) -> Iterator[World]:
        world = ImapWorld(pymap, pymap.new_user("Drafts", "Sent", "Trash"))
        yield world
        world.close()


@pytest.mark.slow
@pytest.mark.peer("dovecot")
class TestDovecotWithoutExtensions(MailboxContract):
    """A server that offers nothing beyond RFC 3501: no MOVE, no UIDPLUS, no SPECIAL-USE, and no SEARCH for headers."""

    @pytest.fixture
    def world(self, dovecot: Dovecot) -> Iterator[World]:
        wire = Wire(dovecot.port, hidden=[b"MOVE", b"UIDPLUS", b"APPENDUID", b"SPECIAL-USE", rb"\Drafts", rb"\Sent", rb"\Trash"])
        wire.refuse("UID SEARCH HEADER")
        user = dovecot.new_user()
        world = ImapWorld(dovecot, user, settings(wire.port, user))
        yield world
        world.close()
        wire.close()


@pytest.fixture
def world(dovecot: Dovecot) -> Iterator[ImapWorld]:
    world = ImapWorld(dovecot, dovecot.new_user())
    yield world
    world.close()


@pytest.fixture
def listened(dovecot: Dovecot) -> Iterator[Callable[..., tuple[ImapWorld, Wire]]]:
    """Makes a world whose mailbox reaches the server through a wire that hides these words."""
    with ExitStack() as stack:

        def make(*hidden: bytes) -> tuple[ImapWorld, Wire]:
            wire = Wire(dovecot.port, hidden)
            user = dovecot.new_user()
            world = ImapWorld(dovecot, user, settings(wire.port, user))
            stack.callback(wire.close)
            stack.callback(world.close)
            return world, wire

        yield make


Listened = Callable[..., tuple[ImapWorld, Wire]]


def asked(wire: Wire, *beginnings: str) -> list[str]:
    return [command for command in wire.commands if command.startswith(beginnings)]


@pytest.mark.peer("dovecot")
class TestReading:
    def test_a_cycle_with_nothing_new_fetches_nothing_among_20000_messages(self, dovecot: Dovecot, listened: Listened) -> None:
        world, wire = listened()
        dovecot.fill_inbox(world.user, mail("<old@northwind.example>"), 20_000, SINCE)
        cursor = world.mailbox.changes(None, NOON).next_cursor
        for mailbox in (world.mailbox, world.restart()):
            wire.commands.clear()
            began = time.monotonic()
            assert mailbox.changes(cursor, SINCE) == Batch((), (), cursor)
            assert time.monotonic() - began < 2
            assert wire.commands[-2:] == ['EXAMINE "INBOX"', 'EXAMINE "Sent"']
            assert not asked(wire, "UID", "FETCH", "SEARCH")
        world.deliver(mail("<new@northwind.example>"), NOON)
        assert len(world.mailbox.changes(cursor, SINCE).messages) == 1
        assert asked(wire, "UID") == ["UID SEARCH UID 20001:20001", "UID FETCH 20001 (RFC822.SIZE INTERNALDATE)"]

    def test_the_look_back_over_20000_messages_fetches_only_what_is_young_enough(
        self, dovecot: Dovecot, listened: Listened
    ) -> None:
        world, wire = listened()
        dovecot.fill_inbox(world.user, mail("<old@northwind.example>"), 20_000, SINCE)
        world.deliver(mail("<new@northwind.example>"), NOON)
        batch = world.mailbox.changes(None, SINCE + timedelta(days=10))
        assert (len(batch.messages), batch.more) == (1, False)
        assert asked(wire, "UID FETCH") == ["UID FETCH 20001 (RFC822.SIZE INTERNALDATE)"]

    def test_folders_are_opened_read_only_and_bodies_peeked_at(self, listened: Listened) -> None:
        world, wire = listened()
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.mailbox.fetch(world.mailbox.changes(None, SINCE).messages)
        assert not asked(wire, "SELECT", "UID STORE")
        assert asked(wire, "UID FETCH")[-1] == "UID FETCH 1 (BODY.PEEK[])"

    def test_mail_comes_by_lmtp_as_well(self, dovecot: Dovecot, world: ImapWorld) -> None:
        dovecot.deliver(world.user, mail("<first@northwind.example>"))
        (ref,) = world.mailbox.changes(None, SINCE).messages
        assert ref.received_at.utcoffset() == timedelta(0)
        (fetched,) = world.mailbox.fetch((ref,))
        assert fetched.raw.endswith(mail("<first@northwind.example>"))

    def test_of_a_message_over_the_size_cap_the_beginning_comes(self, world: ImapWorld) -> None:
        world.deliver(mail("<large@northwind.example>", text="words and more words\n" * (MAX_SIZE // 20)), NOON)
        (large,) = world.mailbox.fetch(world.mailbox.changes(None, SINCE).messages)
        assert message_id_of(large.raw) == "<large@northwind.example>"
        assert MOST_TEXT < len(large.raw) < MOST_TEXT + 2_000 < MAX_SIZE < large.ref.size

    def test_bodies_come_in_bounded_portions(self, listened: Listened) -> None:
        world, wire = listened()
        for number in range(BODIES_AT_ONCE + 3):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON)
        assert len(world.mailbox.fetch(world.mailbox.changes(None, SINCE).messages)) == BODIES_AT_ONCE + 3
        assert len(asked(wire, "UID FETCH")) == 3

    def test_only_the_folder_whose_uidvalidity_changed_is_read_again(self, dovecot: Dovecot, world: ImapWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.user_writes(letter("<mine@example.org>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        dovecot.change_uidvalidity(world.user, "INBOX", 4711)
        batch = world.mailbox.changes(cursor, SINCE)
        assert ([ref.place for ref in batch.messages], batch.resynced) == ([Place.INBOX], True)
        assert world.mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), batch.next_cursor)

    def test_references_from_before_a_change_of_uidvalidity_fetch_nothing(self, dovecot: Dovecot, world: ImapWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        refs = world.mailbox.changes(None, SINCE).messages
        dovecot.change_uidvalidity(world.user, "INBOX", 4711)
        assert world.mailbox.fetch(refs) == []

    def test_what_another_back_end_called_a_message_fetches_nothing(self, world: ImapWorld) -> None:
        world.deliver(mail("<1@northwind.example>"), NOON)
        ref = world.mailbox.changes(None, SINCE).messages[0]
        foreign = tuple(replace(ref, id=each) for each in ("18f3a2b4c5d6e7f8", "inbox:6d61696c", "a:b:INBOX", ""))
        assert [fetched.ref for fetched in world.mailbox.fetch((*foreign, ref))] == [ref]
        assert looks_at(world.mailbox, foreign) == []

    def test_a_cursor_that_nobody_can_read_is_a_lost_one(self, world: ImapWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        batch = world.mailbox.changes("a history id", SINCE)
        assert (len(batch.messages), batch.resynced) == (1, True)

    def test_old_mail_that_the_user_moves_in_later_is_news(self, world: ImapWorld) -> None:
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<old@northwind.example>"), SINCE - timedelta(days=900))
        assert len(world.mailbox.changes(cursor, SINCE).messages) == 1


@pytest.mark.peer("dovecot")
class TestDrafts:
    def test_a_draft_is_appended_without_a_date_and_its_uid_taken_from_the_answer(self, listened: Listened) -> None:
        world, wire = listened()
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        (command,) = asked(wire, "APPEND")
        assert command.startswith('APPEND "Drafts" (\\Draft \\Seen) {')
        assert not asked(wire, "UID")
        assert json.loads(ref.handle)["spot"].endswith(":1:Drafts")

    def test_without_appenduid_it_is_found_by_its_message_id(self, listened: Listened) -> None:
        world, wire = listened(b"APPENDUID")
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        assert json.loads(ref.handle)["spot"].endswith(":1:Drafts")
        assert asked(wire, "UID SEARCH HEADER") == ['UID SEARCH HEADER Message-ID "<ours@example.org>"']

    def test_a_draft_outlives_a_change_of_uidvalidity(self, dovecot: Dovecot, world: ImapWorld) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        dovecot.change_uidvalidity(world.user, "Drafts", 4711)
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert world.mailbox.withdraw_draft(ref)

    def test_a_draft_marked_as_deleted_is_gone(self, dovecot: Dovecot, world: ImapWorld) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        with dovecot.client(world.user) as client:
            client.select_folder("Drafts")
            client.delete_messages([1])
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert world.mailbox.find("<ours@example.org>") is None
        assert not world.mailbox.withdraw_draft(ref)

    def test_asked_again_about_a_draft_that_is_gone_nothing_is_fetched_until_something_came(self, listened: Listened) -> None:
        world, wire = listened()
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        wire.commands.clear()
        for _ in range(3):
            assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert {command.split()[0] for command in wire.commands} == {"EXAMINE"}
        world.user_writes(letter("<ours@example.org>"), NOON)
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_a_draft_that_lies_in_sent_already_is_not_taken_away(self, world: ImapWorld) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        world.user_writes(letter("<ours@example.org>"), NOON)
        assert not world.mailbox.withdraw_draft(ref)
        assert len(world.drafts()) == 1

    def test_withdrawing_moves(self, listened: Listened) -> None:
        world, wire = listened()
        assert world.mailbox.withdraw_draft(world.mailbox.save_draft(letter("<ours@example.org>"), None))
        assert asked(wire, "UID MOVE", "UID COPY", "UID STORE", "UID EXPUNGE") == ['UID MOVE 1 "Trash"']

    def test_without_move_it_copies_and_expunges_that_very_message(self, dovecot: Dovecot, listened: Listened) -> None:
        world, wire = listened(b"MOVE")
        world.user_keeps_a_deleted_draft()
        assert world.mailbox.withdraw_draft(world.mailbox.save_draft(letter("<ours@example.org>"), None))
        assert asked(wire, "UID MOVE", "UID COPY", "UID STORE", "UID EXPUNGE", "EXPUNGE") == [
            'UID COPY 2 "Trash"',
            "UID STORE 2 +FLAGS.SILENT (\\Deleted)",
            "UID EXPUNGE 2",
        ]
        assert [message_id_of(raw) for raw in world.drafts()] == ["<deleted@example.org>"]

    def test_without_uidplus_nobody_else_s_message_is_expunged(self, listened: Listened) -> None:
        world, wire = listened(b"MOVE", b"UIDPLUS")
        world.user_keeps_a_deleted_draft()
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        assert world.mailbox.withdraw_draft(ref)
        assert not asked(wire, "EXPUNGE", "UID EXPUNGE", "CLOSE")
        assert "\\Deleted" in world.flags(Place.DRAFTS, "<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert not world.mailbox.withdraw_draft(ref)

    def test_without_uidplus_a_message_that_is_alone_in_being_deleted_is_expunged(self, listened: Listened) -> None:
        world, wire = listened(b"MOVE", b"UIDPLUS")
        assert world.mailbox.withdraw_draft(world.mailbox.save_draft(letter("<ours@example.org>"), None))
        assert asked(wire, "EXPUNGE", "UID EXPUNGE") == ["EXPUNGE"]
        assert world.drafts() == []

    @pytest.mark.parametrize("parent", ['<odd "quotes" \\ and (parens)@northwind.example>', "<größe@northwind.example>"])
    def test_a_parent_with_an_odd_message_id_breaks_no_command(self, world: ImapWorld, parent: str) -> None:
        mime = letter("<ours@example.org>", "<parent@northwind.example>").replace(b"<parent@northwind.example>", parent.encode())
        ref = world.mailbox.save_draft(mime, ReplyAnchor(parent))
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED

    def test_a_handle_of_another_back_end_harms_nobody(self, world: ImapWorld) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        for handle in ("", "draft-17", '{"spot": "here"}', "[]"):
            assert world.mailbox.draft_status(replace(ref, handle=handle)) is DraftStatus.UNTOUCHED

    def test_the_digest_is_delivered_through_whatever_the_inbox_is(self, dovecot: Dovecot) -> None:
        user = dovecot.new_user()
        with dovecot.client(user) as client:
            client.create_folder("Jobs")
        mailbox = ImapMailbox("personal", settings(dovecot.port, user, folders={Place.INBOX: "Jobs"}))
        mailbox.deliver_to_self(mail("<digest@example.org>"))
        assert mailbox.find_in_inbox("<digest@example.org>")
        with dovecot.client(user) as client:
            assert client.folder_status("Jobs", ["MESSAGES", "UNSEEN"]) == {b"MESSAGES": 1, b"UNSEEN": 1}
        mailbox.close()


@pytest.mark.peer("dovecot")
class TestConnectionsLost:
    @pytest.mark.parametrize("command", ['EXAMINE "Sent"', "UID SEARCH", "UID FETCH"])
    def test_a_server_gone_in_the_middle_fails_one_call_and_the_next_recovers(self, listened: Listened, command: str) -> None:
        world, wire = listened()
        world.deliver(mail("<first@northwind.example>"), NOON)
        wire.cut_at(command)
        with pytest.raises(MailboxUnavailable, match=r"^personal: 127\.0\.0\.1:\d+ closed the connection|the connection to"):
            world.mailbox.changes(None, SINCE)
        assert len(world.mailbox.changes(None, SINCE).messages) == 1

    def test_a_server_that_is_down_fails_the_call_and_is_used_again_when_it_is_back(
        self, dovecot: Dovecot, world: ImapWorld
    ) -> None:
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        dovecot.stop()
        mailbox = world.restart()
        with pytest.raises(MailboxUnavailable, match=r"refuses connections$"):
            mailbox.changes(cursor, SINCE)
        dovecot.start()
        assert mailbox.changes(cursor, SINCE).next_cursor == cursor

    def test_a_connection_lost_while_nothing_happened_fails_no_call(
        self, listened: Listened, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        world, wire = listened()
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        monkeypatch.setattr(imap, "PROVED_AFTER", 0.0)
        wire.cut()
        assert world.mailbox.changes(cursor, SINCE).next_cursor == cursor

    def test_a_draft_whose_saving_was_cut_short_is_found_or_was_never_there(self, listened: Listened) -> None:
        world, wire = listened(b"APPENDUID")
        wire.cut_at("UID SEARCH HEADER")
        with pytest.raises(MailboxUnavailable):
            world.mailbox.save_draft(letter("<ours@example.org>"), None)
        found = world.mailbox.find("<ours@example.org>")
        assert found is not None
        assert world.mailbox.draft_status(found.ref) is DraftStatus.UNTOUCHED

    def test_a_refused_command_is_told_in_the_server_s_words(self, listened: Listened) -> None:
        world, wire = listened()
        wire.refuse("APPEND")
        with pytest.raises(MailboxUnavailable, match=r"refuses: append failed: not here$"):
            world.mailbox.deliver_to_self(mail("<digest@example.org>"))

    def test_a_message_that_the_server_never_gives_holds_up_no_other(self, listened: Listened) -> None:
        """Exchange does that with what it cannot convert. It comes empty, which the intake writes down as unreadable."""
        world, wire = listened()
        for number in range(3):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON + timedelta(minutes=number))
        refs = world.mailbox.changes(None, SINCE).messages
        wire.refuse("UID FETCH 1,2,3 (BODY", "UID FETCH 1:3 (BODY", "UID FETCH 2 (BODY")
        for _ in range(2):
            with pytest.raises(MailboxUnavailable, match="not here"):
                world.mailbox.fetch(refs)
        assert [(fetched.ref, bool(fetched.raw)) for fetched in world.mailbox.fetch(refs)] == [
            (refs[0], True),
            (refs[1], False),
            (refs[2], True),
        ]
        assert [bool(look.raw) for look in looks_at(world.mailbox, refs)] == [True, False, True]

    def test_where_the_server_gives_no_message_at_all_none_is_given_up(self, listened: Listened) -> None:
        world, wire = listened()
        for number in range(3):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON + timedelta(minutes=number))
        refs = world.mailbox.changes(None, SINCE).messages
        wire.refuse("UID FETCH")
        for _ in range(4):
            with pytest.raises(MailboxUnavailable, match="not here"):
                world.mailbox.fetch(refs)
        wire.refuse()
        assert all(fetched.raw for fetched in world.mailbox.fetch(refs))


class TestFolders:
    """On pymap, whose accounts begin with nothing but an inbox."""

    @pytest.fixture
    def opened(self, pymap: Pymap) -> Iterator[Callable[..., tuple[ImapMailbox, str]]]:
        with ExitStack() as stack:

            def make(*folders: str) -> tuple[ImapMailbox, str]:
                user = pymap.new_user(*folders)
                mailbox = ImapMailbox("personal", settings(pymap.port, user))
                stack.callback(mailbox.close)
                return mailbox, user

            yield make

    def test_localised_names_are_found(self, pymap: Pymap, opened: Callable[..., tuple[ImapMailbox, str]]) -> None:
        mailbox, user = opened("Entwürfe", "Gesendet", "Papierkorb")
        pymap.append(user, "Gesendet", letter("<mine@example.org>"), NOON)
        assert [ref.place for ref in mailbox.changes(None, SINCE).messages] == [Place.SENT]
        assert mailbox.withdraw_draft(mailbox.save_draft(letter("<ours@example.org>"), None))
        found = mailbox.find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.BIN

    def test_without_drafts_nothing_works_and_the_folders_are_told(self, opened: Callable[..., tuple[ImapMailbox, str]]) -> None:
        mailbox, _ = opened("Sent", "Ablage")
        for _ in range(2):
            with pytest.raises(FolderMissing, match=r"^personal: no folder looks .* there are: 'INBOX', 'Sent', 'Ablage'$"):
                mailbox.changes(None, SINCE)

    def test_a_drafts_folder_made_later_is_found(self, pymap: Pymap, opened: Callable[..., tuple[ImapMailbox, str]]) -> None:
        mailbox, user = opened()
        with pytest.raises(FolderMissing):
            mailbox.changes(None, SINCE)
        with pymap.client(user) as client:
            client.create_folder("Drafts")
        assert mailbox.changes(None, SINCE).messages == ()

    def test_without_sent_only_the_inbox_is_read(self, pymap: Pymap, opened: Callable[..., tuple[ImapMailbox, str]]) -> None:
        mailbox, user = opened("Drafts")
        pymap.append(user, "INBOX", mail("<first@northwind.example>"), NOON)
        assert len(mailbox.changes(None, SINCE).messages) == 1
        ref = mailbox.save_draft(
            letter("<ours@example.org>", "<first@northwind.example>"), ReplyAnchor("<first@northwind.example>")
        )
        assert mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert mailbox.find("<never@example.org>") is None

    def test_without_a_bin_that_very_draft_is_deleted(self, pymap: Pymap, opened: Callable[..., tuple[ImapMailbox, str]]) -> None:
        mailbox, user = opened("Drafts", "Sent")
        pymap.append(user, "Drafts", letter("<deleted@example.org>"), NOON, flags=["\\Deleted"])
        ref = mailbox.save_draft(letter("<ours@example.org>"), None)
        assert mailbox.withdraw_draft(ref)
        assert mailbox.draft_status(ref) is DraftStatus.DISCARDED
        with pymap.client(user) as client:
            assert client.select_folder("Drafts")[b"EXISTS"] == 1
            assert client.search("DELETED")

    def test_a_sent_folder_that_appears_later_is_read_from_the_look_back_on(
        self, pymap: Pymap, opened: Callable[..., tuple[ImapMailbox, str]]
    ) -> None:
        mailbox, user = opened("Drafts")
        cursor = mailbox.changes(None, SINCE).next_cursor
        mailbox.close()
        with pymap.client(user) as client:
            client.create_folder("Sent")
        pymap.append(user, "Sent", letter("<mine@example.org>"), NOON)
        pymap.append(user, "Sent", letter("<long-ago@example.org>"), SINCE - timedelta(days=9))
        batch = mailbox.changes(cursor, SINCE)
        assert [ref.received_at for ref in batch.messages] == [NOON]
        assert mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), batch.next_cursor)


@pytest.mark.peer("dovecot")
class TestFoldersBelowTheInbox:
    def test_everything_works_where_all_folders_are_below_the_inbox(self, dovecot_below_inbox: Dovecot) -> None:
        user = dovecot_below_inbox.new_user()
        dovecot_below_inbox.append(user, "INBOX.Sent", letter("<mine@example.org>"), NOON)
        mailbox = ImapMailbox("personal", settings(dovecot_below_inbox.port, user))
        assert [ref.place for ref in mailbox.changes(None, SINCE).messages] == [Place.SENT]
        ref = mailbox.save_draft(letter("<ours@example.org>"), None)
        assert mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert mailbox.withdraw_draft(ref)
        with dovecot_below_inbox.client(user) as client:
            assert client.folder_status("INBOX.Trash", ["MESSAGES"]) == {b"MESSAGES": 1}
        mailbox.close()


class TestWaiting:
    def test_it_takes_its_time_and_tells_that_nobody_woke_it(self) -> None:
        mailbox = ImapMailbox("personal", settings(1, "sam"))
        began = time.monotonic()
        assert mailbox.wait(0.3) is False
        assert 0.3 <= time.monotonic() - began < 5

    def test_closing_ends_it(self) -> None:
        mailbox = ImapMailbox("personal", settings(1, "sam"))
        threading.Timer(0.2, mailbox.close).start()
        began = time.monotonic()
        mailbox.wait(60)
        assert time.monotonic() - began < 10
