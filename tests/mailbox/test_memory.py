"""The in-memory back end: the contract, and what it shares with Gmail alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from daemon.errors import MailboxUnavailable
from daemon.mailbox.memory import BATCH_COUNT, MemoryMailbox
from daemon.mailbox.memory_account import Label
from daemon.mailbox.protocol import DraftStatus, Place, ReplyAnchor
from tests.mailbox.contract import MailboxContract
from tests.mailbox.steps import answered_draft, drained
from tests.mailbox.world import NOON, SINCE, letter, mail, with_message_id, with_text


class MemoryWorld:
    """The levers of the memory mailbox under the names of the contract."""

    size_cap = 100_000

    def __init__(self) -> None:
        self.mailbox = MemoryMailbox(size_cap=self.size_cap)

    def restart(self) -> MemoryMailbox:
        self.mailbox = MemoryMailbox(account=self.mailbox.account, size_cap=self.size_cap)
        return self.mailbox

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        self.mailbox.deliver(raw, received_at)

    def vanish(self, message_id: str) -> None:
        (message,) = [each for each in self.mailbox.account.labelled(Label.INBOX) if each.heading.message_id == message_id]
        self.mailbox.account.delete(message)

    def user_writes(self, raw: bytes, at: datetime) -> None:
        self.mailbox.user_writes(raw, at)

    def draft(self, message_id: str) -> bytes:
        (raw,) = [each.raw for each in self.mailbox.account.labelled(Label.DRAFT) if each.heading.message_id == message_id]
        return raw

    def user_edits(self, message_id: str, text: str) -> None:
        self.mailbox.user_edits(message_id, with_text(self.draft(message_id), text))

    def user_edits_with_new_message_id(self, message_id: str, text: str, new_message_id: str) -> None:
        self.mailbox.user_edits(message_id, with_message_id(with_text(self.draft(message_id), text), new_message_id))

    def user_sends(self, message_id: str, new_message_id: str | None = None) -> None:
        sent = with_message_id(self.draft(message_id), new_message_id or message_id)
        self.mailbox.user_sends(message_id, NOON + timedelta(days=1), sent)

    def user_discards(self, message_id: str) -> None:
        self.mailbox.user_discards(message_id)

    def invalidate_cursor(self) -> None:
        self.mailbox.forget_history()

    def drafts(self) -> list[bytes]:
        return self.mailbox.held(Place.DRAFTS)

    def bin(self) -> list[bytes]:
        return self.mailbox.held(Place.BIN)

    def flags(self, place: Place, message_id: str) -> frozenset[str]:
        (message,) = [each for each in self.mailbox.account.messages.values() if each.heading.message_id == message_id]
        seen = {"\\Seen"} if Label.UNREAD not in message.labels else set()
        return frozenset(seen | ({"\\Draft"} if Label.DRAFT in message.labels else set()))


class TestContract(MailboxContract):
    @pytest.fixture
    def world(self) -> MemoryWorld:
        return MemoryWorld()


@pytest.fixture
def world() -> MemoryWorld:
    return MemoryWorld()


def threads(world: MemoryWorld) -> dict[str, str]:
    return {message.heading.message_id: message.thread for message in world.mailbox.account.messages.values()}


class TestDraftIdentity:
    def test_an_edit_makes_another_message_in_the_same_draft(self, world: MemoryWorld) -> None:
        answered_draft(world)
        ((draft_id, message_id),) = world.mailbox.account.drafts.items()
        world.user_edits("<ours@example.org>", "My own words.")
        ((same_draft_id, other_message_id),) = world.mailbox.account.drafts.items()
        assert draft_id == same_draft_id
        assert message_id != other_message_id

    def test_an_edited_draft_is_known_by_its_draft_id_though_nothing_else_of_it_is_left(self, world: MemoryWorld) -> None:
        ref = answered_draft(world)
        world.mailbox.user_edits("<ours@example.org>", letter("<client@mail.example>", to="Kim <kim@southwind.example>"))
        assert world.restart().draft_status(ref) is DraftStatus.EDITED


class TestThreads:
    def test_an_answer_under_the_same_subject_joins_the_thread(self, world: MemoryWorld) -> None:
        answered_draft(world)
        assert threads(world)["<ours@example.org>"] == threads(world)["<theirs@northwind.example>"]
        assert [ref.thread_hint for ref in world.mailbox.changes(None, SINCE).messages] == [
            threads(world)["<theirs@northwind.example>"]
        ]

    def test_an_answer_under_another_subject_begins_a_thread(self, world: MemoryWorld) -> None:
        world.deliver(mail("<first@northwind.example>", subject="Your interview"), NOON)
        world.deliver(mail("<second@northwind.example>", subject="Something else", in_reply_to="<first@northwind.example>"), NOON)
        assert len(set(threads(world).values())) == 2

    def test_the_same_subject_alone_begins_a_thread(self, world: MemoryWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.deliver(mail("<second@northwind.example>"), NOON)
        assert len(set(threads(world).values())) == 2

    def test_a_draft_saved_without_the_thread_id_begins_a_thread(self, world: MemoryWorld) -> None:
        world.deliver(mail("<theirs@northwind.example>"), NOON)
        mime = letter("<ours@example.org>", "<theirs@northwind.example>")
        world.mailbox.save_draft(mime, ReplyAnchor("<theirs@northwind.example>"))
        assert len(set(threads(world).values())) == 2

    def test_a_draft_whose_subject_the_user_changed_leaves_the_thread(self, world: MemoryWorld) -> None:
        answered_draft(world)
        world.user_edits("<ours@example.org>", "My own words.")
        assert len(set(threads(world).values())) == 1
        edited = world.draft("<ours@example.org>").replace(b"Subject: Re: Your interview", b"Subject: A question")
        world.mailbox.user_edits("<ours@example.org>", edited)
        assert len(set(threads(world).values())) == 2


class TestHistory:
    def test_messages_that_left_the_inbox_are_gone(self, world: MemoryWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        batch = world.mailbox.changes(None, SINCE)
        world.vanish("<first@northwind.example>")
        later = world.mailbox.changes(batch.next_cursor, SINCE)
        assert later.gone == (batch.messages[0].id,)
        assert later.messages == ()

    def test_a_message_that_came_and_went_between_two_calls_is_never_announced(self, world: MemoryWorld) -> None:
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.vanish("<first@northwind.example>")
        assert world.mailbox.changes(cursor, SINCE).messages == ()

    def test_a_long_history_comes_in_bounded_batches(self, world: MemoryWorld) -> None:
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        for number in range(2 * BATCH_COUNT + 1):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON)
        batches = drained(world.mailbox, cursor)
        assert [len(batch.messages) for batch in batches] == [BATCH_COUNT, BATCH_COUNT, 1]
        assert len({ref.id for batch in batches for ref in batch.messages}) == 2 * BATCH_COUNT + 1

    def test_a_history_that_is_too_old_is_resynced_as_often_as_it_takes_with_the_same_result(self, world: MemoryWorld) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.mailbox.forget_history()
        once, again = world.mailbox.changes(cursor, SINCE), world.mailbox.changes(cursor, SINCE)
        assert once == again
        assert once.resynced
        assert not world.mailbox.changes(once.next_cursor, SINCE).resynced


class TestLevers:
    def test_a_fault_hits_one_call_and_no_other(self, world: MemoryWorld) -> None:
        world.mailbox.fail_next(MailboxUnavailable("the line is cut"))
        with pytest.raises(MailboxUnavailable, match="the line is cut"):
            world.mailbox.changes(None, SINCE)
        assert world.mailbox.changes(None, SINCE).messages == ()

    def test_waiting_ends_at_once_when_there_is_news(self, world: MemoryWorld) -> None:
        world.deliver(mail("<seen@northwind.example>"), NOON)
        world.mailbox.changes(None, SINCE)
        assert not world.mailbox.wait(0)
        world.deliver(mail("<first@northwind.example>"), NOON)
        assert world.mailbox.wait(0)

    def test_a_draft_saved_by_the_house_wakes_nobody(self, world: MemoryWorld) -> None:
        world.mailbox.changes(None, SINCE)
        world.mailbox.save_draft(letter("<ours@example.org>"), None)
        assert not world.mailbox.wait(0)
