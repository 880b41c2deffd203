"""What every back end owes to the `Mailbox` protocol, as one test class, and the rules for the fate of a draft.

The fate of a draft, alike in all back ends (`draft_status`), decided in this order; the first that holds counts:

1.  Drafts hold a message with the draft's Message-ID (not marked as deleted). All such with the saved fingerprint: UNTOUCHED.
    Any with another: EDITED (a client that replaces a draft leaves both for a moment). This wins over a copy in the sent
    folder, as Gmail shows a message in both for a moment while it is being sent: SENT waits until the draft is gone.
2.  The sent folder holds a message with the draft's Message-ID: SENT.
3.  The draft answers a message (`ref.in_reply_to`), and drafts hold one with the same In-Reply-To and a common recipient that
    was not there when ours was saved: EDITED. A client replaced it under a new Message-ID.
4.  The draft answers a message, and the sent folder holds one with the same In-Reply-To that was not there when ours was saved:
    SENT. Whether it was our words under a new Message-ID or the user's own, the letter is answered.
5.  Else DISCARDED: in the bin, or nowhere.

"Was not there when ours was saved" compares no clocks: `save_draft` (and `find`, for a draft that it meets) writes into
`DraftRef.handle` the Message-IDs of the messages that answer the same parent by then, in drafts and in sent.
In 3 and 4 a message never stands for ours that has the Message-ID of another draft of ours: one that this object saved, found, or
was asked about. Where drafts have an identity that outlives edits (Gmail's draft id), 1 looks for the draft by that.
`daemon.mailbox.draft_fate` decides all this from headers, for back ends that list them.

A back end's tests implement `tests.mailbox.world.World`, subclass `MailboxContract` with a name that begins with `Test` and
give the fixture `world`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest

from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.protocol import Batch, DraftRef, DraftStatus, Mailbox, MessageRef, Place, ReplyAnchor
from tests.mailbox.world import ME, NOON, SINCE, World, letter, mail, message_id_of, unwrapped

LARGEST_BATCH = 400


class MailboxContract:
    @pytest.fixture
    def world(self) -> World:
        raise NotImplementedError("each back end gives its own world")

    # Reading

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
        batch = world.mailbox.changes(cursor, SINCE)
        assert batch == Batch((), (), cursor)
        assert world.restart().changes(cursor, SINCE) == batch

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
        assert world.mailbox.changes(batches[-1].next_cursor, SINCE) == Batch((), (), batches[-1].next_cursor)

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
        assert world.mailbox.changes(batch.next_cursor, SINCE) == Batch((), (), batch.next_cursor)

    # Fetching

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

    # Saving a draft

    def test_a_draft_is_saved_as_a_draft_with_its_bytes_intact(self, world: World) -> None:
        parent = "<" + "A" * 60 + "@outlook.example.com>"
        assert len(parent) >= 80
        world.deliver(mail(parent), NOON)
        mime = letter("<ours@example.org>", parent, text="Grüße aus Köln.\nFrom here on I wait.\n.\nSam")
        ref = saved(world, mime, parent)
        (stored,) = world.drafts()
        assert unwrapped(stored) == unwrapped(mime)
        assert f"In-Reply-To: {parent}".encode() in stored
        assert "\\Draft" in world.flags(Place.DRAFTS, "<ours@example.org>")
        assert (ref.message_id, ref.in_reply_to, ref.fingerprint) == ("<ours@example.org>", parent, fingerprint(mime))

    def test_a_draft_that_answers_nothing_is_saved_as_well(self, world: World) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        assert ref.in_reply_to == ""
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED

    def test_drafts_are_no_news(self, world: World) -> None:
        answered_draft(world)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.mailbox.save_draft(letter("<another@example.org>"), None)
        world.user_edits("<another@example.org>", "My own words.")
        assert world.mailbox.changes(cursor, SINCE).messages == ()
        assert announced(world, world.mailbox.changes(None, SINCE)) == ["<theirs@northwind.example>"]

    def test_a_sent_draft_is_news_in_the_sent_folder(self, world: World) -> None:
        answered_draft(world)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.user_sends("<ours@example.org>")
        batch = world.mailbox.changes(cursor, SINCE)
        assert [(identity(world, ref), ref.place) for ref in batch.messages] == [("<ours@example.org>", Place.SENT)]

    # Finding a draft again

    def test_a_draft_is_found_where_it_lies(self, world: World) -> None:
        ref = answered_draft(world)
        found = world.restart().find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.DRAFTS
        assert (found.ref.message_id, found.ref.fingerprint, found.ref.in_reply_to) == (
            ref.message_id,
            ref.fingerprint,
            ref.in_reply_to,
        )
        assert world.mailbox.draft_status(found.ref) is DraftStatus.UNTOUCHED

    def test_a_found_draft_tells_what_it_holds_now(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_edits("<ours@example.org>", "My own words.")
        found = world.mailbox.find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.DRAFTS
        assert found.ref.fingerprint != ref.fingerprint

    def test_a_sent_draft_is_found_in_the_sent_folder(self, world: World) -> None:
        answered_draft(world)
        world.user_sends("<ours@example.org>")
        found = world.mailbox.find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.SENT

    def test_a_withdrawn_draft_is_found_in_the_bin(self, world: World) -> None:
        world.mailbox.withdraw_draft(answered_draft(world))
        found = world.mailbox.find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.BIN

    def test_what_was_never_saved_is_not_found(self, world: World) -> None:
        answered_draft(world)
        assert world.mailbox.find("<never@example.org>") is None
        assert world.mailbox.find("<ours@example.or>") is None, "a part of a Message-ID is none"

    def test_mail_that_mentions_a_message_id_is_not_the_message(self, world: World) -> None:
        world.user_writes(letter("<other@example.org>", "<ours@example.org>", text="Message-ID: <ours@example.org>"), NOON)
        assert world.mailbox.find("<ours@example.org>") is None

    # The fate of a draft

    def test_a_draft_is_untouched_at_first_and_stays_so_after_a_restart(self, world: World) -> None:
        ref = answered_draft(world)
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert world.restart().draft_status(ref) is DraftStatus.UNTOUCHED

    def test_other_words_are_an_edit(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_edits("<ours@example.org>", "My own words.")
        assert world.mailbox.draft_status(ref) is DraftStatus.EDITED

    def test_a_draft_that_the_client_replaced_under_a_new_message_id_is_an_edit(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_edits_with_new_message_id("<ours@example.org>", "My own words.", "<client@mail.example>")
        assert world.restart().draft_status(ref) is DraftStatus.EDITED

    def test_a_draft_that_was_there_before_ours_is_not_an_edit_of_ours(self, world: World) -> None:
        theirs_arrived(world)
        saved(world, letter("<earlier@example.org>", "<theirs@northwind.example>", text="I began myself."))
        world.restart()
        ref = saved(world, letter("<ours@example.org>", "<theirs@northwind.example>"))
        world.user_discards("<ours@example.org>")
        assert world.restart().draft_status(ref) is DraftStatus.DISCARDED

    def test_a_sent_draft_is_sent(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_sends("<ours@example.org>")
        assert world.restart().draft_status(ref) is DraftStatus.SENT

    def test_a_draft_that_answers_nothing_is_sent_as_well(self, world: World) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        world.user_sends("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_a_draft_that_lies_in_the_sent_folder_as_well_is_not_sent_yet(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_writes(letter("<ours@example.org>", "<theirs@northwind.example>"), NOON + timedelta(hours=1))
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_a_draft_sent_under_a_new_message_id_is_sent(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_sends("<ours@example.org>", "<client@mail.example>")
        assert world.restart().draft_status(ref) is DraftStatus.SENT

    def test_a_draft_edited_and_sent_under_new_message_ids_is_sent(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_edits_with_new_message_id("<ours@example.org>", "My own words.", "<client-1@mail.example>")
        world.user_sends("<client-1@mail.example>", "<client-2@mail.example>")
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_an_answer_of_the_users_own_counts_as_sent_once_the_draft_is_gone(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_writes(letter("<own@mail.example>", "<theirs@northwind.example>"), NOON + timedelta(hours=1))
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_an_answer_sent_before_the_draft_was_saved_does_not_count(self, world: World) -> None:
        theirs_arrived(world)
        world.user_writes(letter("<own@mail.example>", "<theirs@northwind.example>"), NOON + timedelta(hours=1))
        ref = saved(world, letter("<ours@example.org>", "<theirs@northwind.example>"))
        world.user_discards("<ours@example.org>")
        assert world.restart().draft_status(ref) is DraftStatus.DISCARDED

    def test_a_deleted_draft_is_discarded(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert world.restart().draft_status(ref) is DraftStatus.DISCARDED

    def test_a_deleted_draft_that_answers_nothing_is_discarded(self, world: World) -> None:
        ref = world.mailbox.save_draft(letter("<ours@example.org>"), None)
        world.user_writes(letter("<own@mail.example>"), NOON)
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED

    def test_two_drafts_in_two_threads_do_not_confuse_each_other(self, world: World) -> None:
        ref = answered_draft(world)
        world.deliver(mail("<others@southwind.example>", sender="Kim <kim@southwind.example>"), NOON)
        other_mime = letter("<other@example.org>", "<others@southwind.example>", to="Kim <kim@southwind.example>")
        other = saved(world, other_mime, "<others@southwind.example>")
        world.user_sends("<other@example.org>", "<client@mail.example>")
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert world.mailbox.draft_status(other) is DraftStatus.SENT
        world.user_discards("<ours@example.org>")
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED

    def test_two_drafts_that_answer_the_same_message_do_not_confuse_each_other(self, world: World) -> None:
        first = answered_draft(world)
        world.user_discards("<ours@example.org>")
        second = saved(world, letter("<later@example.org>", "<theirs@northwind.example>", text="One more question."))
        assert world.mailbox.draft_status(first) is DraftStatus.DISCARDED
        assert world.mailbox.draft_status(second) is DraftStatus.UNTOUCHED
        world.user_sends("<later@example.org>")
        assert world.mailbox.draft_status(first) is DraftStatus.DISCARDED
        assert world.mailbox.draft_status(second) is DraftStatus.SENT

    # Withdrawing a draft

    def test_an_untouched_draft_is_withdrawn_to_the_bin(self, world: World) -> None:
        ref = answered_draft(world)
        assert world.restart().withdraw_draft(ref)
        assert world.drafts() == []
        assert [message_id_of(raw) for raw in world.bin()] == ["<ours@example.org>"]
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert not world.mailbox.withdraw_draft(ref)

    def test_an_edited_draft_is_never_withdrawn(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_edits("<ours@example.org>", "My own words.")
        assert not world.mailbox.withdraw_draft(ref)
        (stored,) = world.drafts()
        assert b"My own words." in stored
        assert world.bin() == []

    def test_a_draft_replaced_by_the_client_is_never_withdrawn(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_edits_with_new_message_id("<ours@example.org>", "My own words.", "<client@mail.example>")
        assert not world.mailbox.withdraw_draft(ref)
        assert [message_id_of(raw) for raw in world.drafts()] == ["<client@mail.example>"]

    def test_a_sent_draft_is_never_withdrawn(self, world: World) -> None:
        ref = answered_draft(world)
        world.user_sends("<ours@example.org>")
        assert not world.mailbox.withdraw_draft(ref)
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_withdrawing_one_draft_leaves_the_others(self, world: World) -> None:
        ref = answered_draft(world)
        saved(world, letter("<later@example.org>", "<theirs@northwind.example>"))
        assert world.mailbox.withdraw_draft(ref)
        assert [message_id_of(raw) for raw in world.drafts()] == ["<later@example.org>"]

    # The user's own inbox

    def test_a_message_to_the_user_lands_in_the_inbox_unread(self, world: World) -> None:
        assert not world.mailbox.find_in_inbox("<digest@example.org>")
        world.mailbox.deliver_to_self(mail("<digest@example.org>", sender=ME))
        assert world.mailbox.find_in_inbox("<digest@example.org>")
        assert world.restart().find_in_inbox("<digest@example.org>")
        assert "\\Seen" not in world.flags(Place.INBOX, "<digest@example.org>")

    def test_only_the_inbox_is_searched_for_it(self, world: World) -> None:
        answered_draft(world)
        assert world.mailbox.find_in_inbox("<theirs@northwind.example>")
        assert not world.mailbox.find_in_inbox("<ours@example.org>")

    # Waiting and closing

    def test_waiting_ends_in_time(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        began = time.monotonic()
        world.mailbox.wait(0.2)
        assert time.monotonic() - began < 10

    def test_closing_twice_is_fine(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        world.mailbox.close()
        world.mailbox.close()

    def test_closing_before_any_use_is_fine(self, world: World) -> None:
        world.restart().close()


def drained(mailbox: Mailbox, cursor: str | None) -> list[Batch]:
    """All batches that there are now."""
    batches = [mailbox.changes(cursor, SINCE)]
    while batches[-1].more:
        batches.append(mailbox.changes(batches[-1].next_cursor, SINCE))
        assert len(batches) < 100, "`more` never ends"
    return batches


def identity(world: World, ref: MessageRef) -> str:
    (fetched,) = world.mailbox.fetch((ref,))
    return message_id_of(fetched.raw)


def announced(world: World, batch: Batch) -> Sequence[str]:
    """The Message-IDs of a batch, in its order."""
    return [identity(world, ref) for ref in batch.messages]


def theirs_arrived(world: World) -> None:
    world.deliver(mail("<theirs@northwind.example>"), NOON)


def saved(world: World, mime: bytes, parent: str = "<theirs@northwind.example>") -> DraftRef:
    """Save a draft in answer to `parent`, anchored as the house does it: with the thread that `changes` told."""
    refs = {identity(world, ref): ref for ref in world.mailbox.changes(None, SINCE).messages if ref.place is Place.INBOX}
    return world.mailbox.save_draft(mime, ReplyAnchor(parent, refs[parent].thread_hint))


def answered_draft(world: World) -> DraftRef:
    """A message of theirs arrived, and our draft answers it."""
    theirs_arrived(world)
    return saved(world, letter("<ours@example.org>", "<theirs@northwind.example>"))
