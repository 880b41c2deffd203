"""The part of the contract that is about drafts: saving, finding again, their fate (`tests.mailbox.contract`), withdrawing."""

from __future__ import annotations

from datetime import timedelta

from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.protocol import DraftStatus, Place
from tests.mailbox.steps import announced, answered_draft, identity, saved, theirs_arrived
from tests.mailbox.world import ME, NOON, RECRUITER, SINCE, World, letter, mail, message_id_of, unwrapped


class DraftContract:
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

    def test_a_draft_to_somebody_else_is_not_an_edit_of_ours(self, world: World) -> None:
        ref = answered_draft(world)
        saved(world, letter("<mine@example.org>", "<theirs@northwind.example>", to="Kim <kim@southwind.example>"))
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
        world.user_writes(mail("<own@mail.example>", sender=ME, to=RECRUITER, subject="Lunch on Friday"), NOON)
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
        assert world.restart().draft_status(second) is DraftStatus.SENT
        assert world.mailbox.draft_status(first) is DraftStatus.DISCARDED

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
