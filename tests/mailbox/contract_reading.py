"""The part of the contract that is about reading: what is announced, in which order, how often, and what is fetched."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from daemon.mailbox.protocol import Batch, Place
from tests.mailbox.steps import announced, drained, identity
from tests.mailbox.world import NOON, SINCE, World, letter, mail, message_id_of, unwrapped

LARGEST_BATCH = 400


class ReadingContract:
    cursor_rests = True
    """Without news the cursor stays as it is, to the letter."""

    def assert_no_news(self, world: World, cursor: str) -> None:
        batch = world.mailbox.changes(cursor, SINCE)
        assert batch == Batch((), (), cursor if self.cursor_rests else batch.next_cursor)

    def test_without_a_cursor_all_mail_since_the_lookback_is_new(self, world: World) -> None:
        world.deliver(mail("<too-old@northwind.example>"), SINCE - timedelta(days=2))
        world.deliver(mail("<first@northwind.example>"), SINCE + timedelta(days=2))
        world.deliver(mail("<second@northwind.example>"), NOON)
        assert announced(world, world.mailbox.changes(None, SINCE)) == ["<first@northwind.example>", "<second@northwind.example>"]

    def test_an_empty_mailbox_has_no_news_but_a_cursor(self, world: World) -> None:
        batch = world.mailbox.changes(None, SINCE)
        assert (batch.messages, batch.more, batch.resynced) == ((), False, False)
        world.deliver(mail("<first@northwind.example>"), NOON)
        assert announced(world, world.mailbox.changes(batch.next_cursor, SINCE)) == ["<first@northwind.example>"]

    def test_after_a_cursor_only_what_is_new_is_announced(self, world: World) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<second@northwind.example>"), NOON + timedelta(hours=1))
        batch = world.mailbox.changes(cursor, SINCE)
        assert announced(world, batch) == ["<second@northwind.example>"]
        assert not batch.resynced

    def test_a_message_that_was_received_earlier_but_arrives_later_is_announced(self, world: World) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<late@northwind.example>"), NOON - timedelta(days=3))
        assert announced(world, world.mailbox.changes(cursor, SINCE)) == ["<late@northwind.example>"]

    def test_a_cursor_outlives_the_object_that_gave_it(self, world: World) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<second@northwind.example>"), NOON + timedelta(hours=1))
        assert announced(world, world.restart().changes(cursor, SINCE)) == ["<second@northwind.example>"]

    def test_a_cursor_may_be_used_again_with_the_same_result(self, world: World) -> None:
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<first@northwind.example>"), NOON)
        once = world.mailbox.changes(cursor, SINCE)
        again = world.mailbox.changes(cursor, SINCE)
        assert announced(world, once) == announced(world, again) == ["<first@northwind.example>"]

    def test_no_news_leaves_the_cursor_as_it_is(self, world: World) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        self.assert_no_news(world, cursor)
        world.restart()
        self.assert_no_news(world, cursor)

    def test_the_sent_folder_is_read_as_well(self, world: World) -> None:
        world.deliver(mail("<theirs@northwind.example>"), NOON)
        world.user_writes(letter("<mine@example.org>", "<theirs@northwind.example>"), NOON + timedelta(hours=1))
        refs = world.mailbox.changes(None, SINCE).messages
        assert {(identity(world, ref), ref.place) for ref in refs} == {
            ("<theirs@northwind.example>", Place.INBOX),
            ("<mine@example.org>", Place.SENT),
        }

    def test_a_reference_tells_when_the_server_received_it_and_how_large_it_is(self, world: World) -> None:
        raw = mail("<first@northwind.example>", at=NOON - timedelta(days=9))
        world.deliver(raw, NOON)
        (ref,) = world.mailbox.changes(None, SINCE).messages
        assert ref.received_at == NOON
        assert ref.received_at.utcoffset() == timedelta(0)
        assert abs(ref.size - len(raw)) <= raw.count(b"\n") + 200, "line ends and trace headers aside"

    def test_the_oldest_comes_first(self, world: World) -> None:
        for hours in (5, 1, 4, 2, 3):
            world.deliver(mail(f"<after-{hours}@northwind.example>"), NOON + timedelta(hours=hours))
        world.user_writes(letter("<after-2-and-a-half@example.org>"), NOON + timedelta(hours=2, minutes=30))
        received = [ref.received_at for ref in world.mailbox.changes(None, SINCE).messages]
        assert len(received) == 6
        assert received == sorted(received)

    def test_many_messages_come_in_bounded_batches_each_once(self, world: World) -> None:
        for number in range(LARGEST_BATCH + 50):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON + timedelta(seconds=number))
        batches = drained(world.mailbox, None)
        assert all(0 < len(batch.messages) <= LARGEST_BATCH for batch in batches if batch.more)
        assert len(batches) > 1
        refs = [ref for batch in batches for ref in batch.messages]
        assert len({ref.id for ref in refs}) == len(refs) == LARGEST_BATCH + 50
        for batch in batches:
            assert all(older.received_at <= newer.received_at for older, newer in pairwise(batch.messages))
        self.assert_no_news(world, batches[-1].next_cursor)

    def test_news_that_arrive_between_two_batches_are_not_lost(self, world: World) -> None:
        for number in range(LARGEST_BATCH + 50):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON + timedelta(seconds=number))
        first = world.mailbox.changes(None, SINCE)
        world.deliver(mail("<meanwhile@northwind.example>"), NOON + timedelta(days=1))
        rest = drained(world.mailbox, first.next_cursor)
        later = drained(world.mailbox, rest[-1].next_cursor)
        refs = [ref for batch in (first, *rest, *later) for ref in batch.messages]
        assert len(refs) == LARGEST_BATCH + 51
        assert [ref for ref in refs if ref.received_at == NOON + timedelta(days=1)]

    def test_a_lost_cursor_gives_everything_again_and_says_so(self, world: World) -> None:
        world.deliver(mail("<too-old@northwind.example>"), SINCE - timedelta(days=2))
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.user_writes(letter("<mine@example.org>"), NOON + timedelta(hours=1))
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.invalidate_cursor()
        world.deliver(mail("<second@northwind.example>"), NOON + timedelta(hours=2))
        batch = world.mailbox.changes(cursor, SINCE)
        assert batch.resynced
        assert announced(world, batch) == ["<first@northwind.example>", "<mine@example.org>", "<second@northwind.example>"]
        self.assert_no_news(world, batch.next_cursor)

    def test_the_bytes_are_those_that_were_delivered(self, world: World) -> None:
        raw = mail("<first@northwind.example>", text="Größe, naïve, 採用\nFrom here on.\n.\n")
        world.deliver(raw, NOON)
        (ref,) = world.mailbox.changes(None, SINCE).messages
        (fetched,) = world.mailbox.fetch((ref,))
        assert fetched.ref == ref
        assert unwrapped(fetched.raw).endswith(unwrapped(raw))

    def test_reading_marks_nothing_as_read(self, world: World) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.mailbox.fetch(world.mailbox.changes(None, SINCE).messages)
        assert "\\Seen" not in world.flags(Place.INBOX, "<first@northwind.example>")

    def test_a_message_that_is_gone_meanwhile_is_simply_missing(self, world: World) -> None:
        world.deliver(mail("<first@northwind.example>"), NOON)
        world.deliver(mail("<second@northwind.example>"), NOON + timedelta(hours=1))
        refs = world.mailbox.changes(None, SINCE).messages
        world.vanish("<first@northwind.example>")
        assert [message_id_of(message.raw) for message in world.mailbox.fetch(refs)] == ["<second@northwind.example>"]

    def test_a_message_over_the_size_cap_is_never_fetched_whole(self, world: World) -> None:
        world.deliver(mail("<large@northwind.example>", text="words and more words\n" * (world.size_cap // 20)), NOON)
        world.deliver(mail("<small@northwind.example>"), NOON + timedelta(hours=1))
        refs = world.mailbox.changes(None, SINCE).messages
        assert len(refs) == 2
        fetched = world.mailbox.fetch(refs)
        assert "<small@northwind.example>" in [message_id_of(message.raw) for message in fetched]
        assert all(len(message.raw) <= world.size_cap for message in fetched)

    def test_fetching_nothing_gives_nothing(self, world: World) -> None:
        assert world.mailbox.fetch(()) == []
