"""Each rule of the playbook at its edges. Times are the user's, in New York, in 2026."""

from __future__ import annotations

from datetime import date

import pytest

from classifiers.reading import Feedback, MessageKind, Person, Promise
from daemon.mail.message import Address
from daemon.playbook.history import DraftState, FollowUpKind, WordKind
from tests.playbook.builder import MEG, SAM, TOM, Story, at, interviewed, interviewer, local, only


class TestThankYou:
    def test_is_due_half_an_hour_after_the_end(self) -> None:
        story = interviewed()
        assert story.rules("2026-03-03 15:29") == []
        thanks = only(story.due("2026-03-03 15:30"), "T1")
        assert thanks.contact == MEG
        assert thanks.reply_to == story.messages[0].message_id
        assert local(thanks.send_by or at("2026-01-01 00:00")) == "2026-03-04 15:00"

    def test_is_due_at_night_too(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T22:00", "2026-03-03T23:00")
        assert story.rules("2026-03-03 23:30") == ["T1"]

    def test_expires_after_two_days(self) -> None:
        assert interviewed().rules("2026-03-05 15:00") == ["T1"]
        assert interviewed().rules("2026-03-05 15:01") == []

    def test_takes_an_hour_where_no_end_is_stated(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00")
        assert only(story.advice("2026-03-01 09:00"), "T1").due_at == at("2026-03-03 15:30")

    def test_goes_to_each_interviewer_with_a_note_of_its_own(self) -> None:
        story = Story().confirmed(
            "2026-02-27 10:00",
            "2026-03-03T14:00",
            people=(interviewer(TOM), Person("Priya Nair", "priya@northwind.example", True)),
        )
        notes = story.due("2026-03-03 15:30")
        assert [note.contact.email for note in notes] == [TOM.email, "priya@northwind.example"]
        assert [note.situation.panel for note in notes] == [0, 1]
        assert all(note.reply_to == story.messages[0].message_id for note in notes)

    def test_thanks_a_nameless_address_through_the_arranger(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(Person("Priya Nair", "", True),))
        note = only(story.due("2026-03-03 15:30"), "T1")
        assert note.contact == MEG
        assert note.situation.thank_also == ("Priya Nair",)

    def test_finds_the_address_of_a_name_that_wrote_before(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.OUTREACH, TOM)
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(Person("Tom Becker", "", True),))
        assert only(story.due("2026-03-03 15:30"), "T1").contact.key == TOM.key

    def test_never_goes_to_the_user(self) -> None:
        story = Story().confirmed(
            "2026-02-27 10:00", "2026-03-03T14:00", people=(Person("Sam Rivera", SAM.email, True), interviewer(TOM))
        )
        assert only(story.due("2026-03-03 15:30"), "T1").contact.key == TOM.key

    def test_counts_the_users_own_thanks(self) -> None:
        assert interviewed().mine("2026-03-03 15:10").rules("2026-03-03 16:00") == []

    def test_a_message_before_the_interview_is_no_thanks(self) -> None:
        assert interviewed().mine("2026-03-03 13:00").rules("2026-03-03 16:00") == ["T1"]

    def test_moves_with_the_interview(self) -> None:
        story = interviewed().confirmed("2026-03-02 10:00", "2026-03-05T10:00", replaces=True)
        assert story.rules("2026-03-03 16:00") == []
        assert story.rules("2026-03-05 11:30") == ["T1"], "an hour long, as the one that it replaces"

    def test_another_date_without_the_word_is_a_further_round(self) -> None:
        story = interviewed().confirmed("2026-03-02 10:00", "2026-03-05T10:00")
        assert story.rules("2026-03-03 16:00") == ["T1"]
        assert story.rules("2026-03-05 11:30") == ["T1"]

    def test_goes_with_a_cancelled_interview(self) -> None:
        story = interviewed().theirs("2026-03-03 09:00", MessageKind.INTERVIEW_CANCELLED)
        assert story.rules("2026-03-03 16:00") == []
        assert story.case("2026-03-03 16:00").standing.state == "invited"

    def test_nobody_is_thanked_for_an_interview_that_did_not_take_place(self) -> None:
        story = interviewed().says("2026-03-03 14:40", WordKind.NO_SHOW)
        assert story.rules("2026-03-03 16:00") == []

    def test_counts_rounds_by_whom_one_met(self) -> None:
        story = interviewed().confirmed("2026-03-02 10:00", "2026-03-06T10:00", people=(interviewer(TOM),))
        story.confirmed("2026-03-06 12:00", "2026-03-10T10:00")
        assert only(story.due("2026-03-06 11:30"), "T1").situation.round == 1, "Tom is met for the first time"
        assert only(story.due("2026-03-10 11:30"), "T1").situation.round == 2, "Meg is met again"

    def test_a_confirmed_again_interview_is_one(self) -> None:
        story = interviewed().confirmed("2026-03-02 10:00", "2026-03-03T14:00", "2026-03-03T15:00")
        first = only(interviewed().advice("2026-03-01 10:00"), "T1")
        assert only(story.due("2026-03-03 15:30"), "T1").identity == first.identity

    def test_a_higher_sequence_of_the_same_uid_replaces(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="u1")
        story.confirmed("2026-02-28 10:00", "2026-03-04T14:00", uid="u1", sequence=1)
        story.confirmed("2026-03-01 10:00", "2026-03-03T14:00", uid="u1", sequence=0)
        assert [local(i.start) for i in story.case("2026-03-02 09:00").interviews] == ["2026-03-04 14:00"]

    def test_acknowledges_a_hold_that_came_in_between_and_the_reply_falls_away(self) -> None:
        story = interviewed().held("2026-03-03 17:00")
        due = story.due("2026-03-03 17:01")
        assert [follow_up.rule for follow_up in due] == ["T1"]
        assert due[0].situation.answers_hold
        assert due[0].reply_to == story.messages[-1].message_id

    def test_is_not_made_again_with_a_hold_where_the_user_threw_the_first_away(self) -> None:
        story = interviewed()
        story.drafted(only(story.due("2026-03-03 15:30"), "T1"), "2026-03-03 15:30", DraftState.DISCARDED)
        assert "T1" not in story.held("2026-03-03 17:00").rules("2026-03-03 17:01")

    def test_is_held_back_where_the_verdict_is_doubtful(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", confident=False)
        assert story.rules("2026-03-03 15:30") == []
        assert only(story.advice("2026-03-03 15:30"), "T1").doubtful

    def test_a_machine_led_interview_is_thanked_to_the_main_contact(self) -> None:
        story = Story().theirs("2026-03-01 09:00", MessageKind.ASSESSMENT).mine("2026-03-01 10:00")
        story.theirs("2026-03-02 11:00", MessageKind.APPLICATION_RECEIVED, None, machine_interview_completed=True)
        assert only(story.due("2026-03-02 11:00"), "T3").contact == MEG


class TestStatusCheck:
    def test_is_due_a_week_after_the_interview(self) -> None:
        assert only(interviewed().advice("2026-03-04 09:00"), "S1").due_at == at("2026-03-10 15:00")

    def test_waits_a_week_from_the_users_thanks(self) -> None:
        story = interviewed().mine("2026-03-04 11:00")
        assert only(story.advice("2026-03-05 09:00"), "S1").due_at == at("2026-03-11 11:00")

    def test_waits_for_their_own_time_frame(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").held("2026-03-04 10:00", until=date(2026, 3, 20)).mine("2026-03-04 11:00")
        assert only(story.advice("2026-03-05 09:00"), "S1").due_at == at("2026-03-23 09:00"), "Monday after that Friday"

    def test_a_holiday_gives_a_week_more(self) -> None:
        promise = Promise("after the holidays", date(2027, 1, 1), holiday="the holidays", holiday_begins=date(2026, 12, 25))
        story = Story().held("2026-12-10 10:00", promise=promise).mine("2026-12-10 11:00")
        assert only(story.advice("2026-12-11 09:00"), "S1").due_at == at("2027-01-11 09:00")

    def test_is_aligned_to_working_time(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-06T18:00", "2026-03-06T19:00")
        assert only(story.advice("2026-03-09 09:00"), "S1").due_at == at("2026-03-16 09:00"), "not on Friday evening"

    def test_goes_to_the_main_contact_and_expires_after_three_weeks(self) -> None:
        check = only(interviewed().due("2026-03-10 15:00"), "S1")
        assert (check.contact, local(check.expires_at or at("2026-01-01 00:00"))) == (MEG, "2026-03-31 15:00")

    @pytest.mark.parametrize("kind", [MessageKind.REJECTION, MessageKind.OFFER, MessageKind.INTERVIEW_INVITATION])
    def test_goes_with_anything_decisive(self, kind: MessageKind) -> None:
        assert "S1" not in interviewed().theirs("2026-03-09 10:00", kind).rules("2026-03-12 10:00")

    def test_their_small_talk_restarts_the_week(self) -> None:
        story = interviewed().theirs("2026-03-09 10:00", MessageKind.OTHER)
        assert only(story.advice("2026-03-10 15:00"), "S1").due_at == at("2026-03-16 10:00")

    def test_their_question_suspends_it_until_answered(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OTHER, asks_answer=True)
        assert story.rules("2026-03-20 10:00") == []
        assert "S1" in story.mine("2026-03-20 11:00").rules("2026-03-27 11:00")

    def test_the_second_follows_a_week_after_the_first_was_sent(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00", follow_up_kind=FollowUpKind.STATUS_CHECK)
        second = only(story.advice("2026-03-12 09:00"), "S2")
        assert (second.ordinal, second.due_at) == (2, at("2026-03-18 10:00"))

    def test_the_users_own_question_counts_as_the_first(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00")
        assert only(story.advice("2026-03-12 09:00"), "S2").ordinal == 2

    def test_there_is_no_second_while_the_first_lies_unsent(self) -> None:
        story = interviewed()
        story.drafted(only(story.due("2026-03-10 15:00"), "S1"), "2026-03-10 15:00")
        checks = [f.rule for f in story.advice("2026-03-25 09:00") if f.kind is FollowUpKind.STATUS_CHECK]
        assert checks == ["S1"]

    def test_one_thrown_away_ends_it(self) -> None:
        story = interviewed().mine("2026-03-03 16:00")
        story.drafted(only(story.due("2026-03-10 16:00"), "S1"), "2026-03-10 16:00", DraftState.DISCARDED)
        assert story.advice("2026-03-12 09:00") == []

    def test_never_a_third_and_then_move_on(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00").mine("2026-03-18 10:00")
        assert story.advice("2026-03-24 09:00") == []
        assert story.case("2026-03-25 09:59").standing.state == "interviewed"
        assert story.case("2026-03-25 10:00").standing.state == "moved_on"

    def test_a_later_message_reopens_what_moved_on(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00").mine("2026-03-18 10:00")
        story.theirs("2026-03-30 10:00", MessageKind.OTHER)
        assert story.case("2026-03-30 10:01").standing.state == "interviewed"

    def test_not_while_an_interview_lies_ahead(self) -> None:
        story = interviewed().confirmed("2026-03-03 10:00", "2026-03-25T10:00")
        assert "S1" not in story.rules("2026-03-20 10:00")


class TestHolds:
    def test_are_answered_at_once_and_only_for_three_days(self) -> None:
        story = Story().held("2026-03-04 20:00")
        reply = only(story.due("2026-03-04 20:00"), "H1")
        assert (reply.reply_to, reply.contact) == (story.messages[0].message_id, MEG)
        assert story.rules("2026-03-07 20:01") == []

    def test_are_not_answered_twice(self) -> None:
        assert Story().held("2026-03-04 10:00").mine("2026-03-04 11:00").rules("2026-03-04 12:00") == []

    def test_not_again_within_a_week_of_an_acknowledgement(self) -> None:
        story = Story().held("2026-03-04 10:00").mine("2026-03-04 11:00").held("2026-03-09 10:00")
        assert story.rules("2026-03-09 10:00") == []
        later = Story().held("2026-03-04 10:00").mine("2026-03-04 11:00").held("2026-03-12 10:00")
        assert later.rules("2026-03-12 10:00") == ["H1"]

    def test_a_robot_is_not_answered(self) -> None:
        assert Story().held("2026-03-04 10:00", human=False).rules("2026-03-04 10:00") == []

    def test_a_hold_starts_the_count_of_checks_afresh(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00").mine("2026-03-18 10:00")
        story.held("2026-03-20 10:00").mine("2026-03-20 11:00")
        first = only(story.advice("2026-03-21 09:00"), "S1")
        assert first.due_at == at("2026-03-27 11:00")

    def test_an_open_check_is_withdrawn_by_a_hold(self) -> None:
        story = interviewed()
        check = only(story.due("2026-03-10 15:00"), "S1")
        story.drafted(check, "2026-03-10 15:00").held("2026-03-11 09:00")
        assert check.identity not in {follow_up.identity for follow_up in story.advice("2026-03-11 09:00")}

    def test_the_third_asks_the_user_first(self) -> None:
        story = interviewed().held("2026-03-05 10:00").held("2026-03-15 10:00").held("2026-03-25 10:00")
        assert "S1" not in [follow_up.rule for follow_up in story.advice("2026-04-20 10:00")]
        story.says("2026-04-20 10:00", WordKind.EXPECT, day=date(2026, 4, 22))
        assert only(story.advice("2026-04-20 11:00"), "S1").due_at == at("2026-04-23 09:00")

    def test_holidays_earn_a_greeting_on_the_monday(self) -> None:
        promise = Promise("after Christmas", date(2026, 12, 26), holiday="Christmas", holiday_begins=date(2026, 12, 25))
        story = Story().held("2026-12-01 10:00", promise=promise).mine("2026-12-01 11:00")
        greeting = only(story.advice("2026-12-02 09:00"), "H3")
        assert (local(greeting.due_at), greeting.situation.holiday) == ("2026-12-21 09:00", "Christmas")
        assert story.mine("2026-12-18 10:00").rules("2026-12-21 09:00") == []


class TestEndings:
    def test_a_rejection_is_thanked_at_once_and_withdraws_the_rest(self) -> None:
        story = interviewed().rejected("2026-03-03 16:00")
        thanks = only(story.due("2026-03-03 16:00"), "R1")
        assert story.rules("2026-03-03 16:00") == ["R1"]
        assert thanks.situation.interviewed
        assert thanks.situation.ask_feedback

    @pytest.mark.parametrize("said", list(Feedback))
    def test_feedback_is_not_asked_for_where_they_spoke_of_it(self, said: Feedback) -> None:
        story = interviewed().rejected("2026-03-05 16:00", feedback=said)
        assert not only(story.due("2026-03-05 16:00"), "R1").situation.ask_feedback

    def test_a_robots_rejection_is_thanked_to_the_main_contact(self) -> None:
        story = interviewed().rejected("2026-03-05 16:00", sender=Address("", "no-reply@ats.example"), human=False)
        thanks = only(story.due("2026-03-05 16:00"), "R1")
        assert (thanks.contact, thanks.reply_to) == (MEG, story.messages[0].message_id)

    def test_without_a_person_there_is_no_draft(self) -> None:
        story = Story().rejected("2026-03-05 16:00", sender=Address("", "no-reply@ats.example"), human=False)
        assert story.advice("2026-03-05 16:00") == []

    def test_the_users_own_answer_counts(self) -> None:
        assert interviewed().rejected("2026-03-05 16:00").mine("2026-03-05 17:00").rules("2026-03-05 18:00") == []

    def test_a_month_later_one_note_keeps_in_touch(self) -> None:
        story = interviewed().rejected("2026-03-05 16:00").mine("2026-03-05 17:00")
        note = only(story.advice("2026-03-06 09:00"), "R2")
        assert note.due_at == at("2026-04-06 09:00"), "5 April is a Sunday"
        assert story.mine("2026-04-07 09:00").advice("2026-04-08 09:00") == []

    def test_at_least_thirty_days_after_a_rejection_in_february(self) -> None:
        story = Story().rejected("2026-02-02 10:00").mine("2026-02-02 11:00")
        assert only(story.advice("2026-02-03 09:00"), "R2").due_at == at("2026-03-04 10:00")

    def test_not_where_it_moved_again(self) -> None:
        story = interviewed().rejected("2026-03-05 16:00").mine("2026-03-05 17:00")
        story.others_moved_at = at("2026-03-20 10:00")
        assert story.advice("2026-04-06 09:00") == []

    def test_an_offer_stops_everything(self) -> None:
        assert interviewed().theirs("2026-03-03 16:00", MessageKind.OFFER).advice("2026-03-10 16:00") == []

    @pytest.mark.parametrize("word", [WordKind.CLOSE, WordKind.ACCEPT, WordKind.PAUSE])
    def test_the_users_word_silences_and_reopens(self, word: WordKind) -> None:
        story = interviewed().says("2026-03-03 15:10", word)
        assert story.advice("2026-03-03 16:00") == []
        assert story.says("2026-03-03 15:20", WordKind.REOPEN).rules("2026-03-03 16:00") == ["T1"]

    def test_references_hear_of_it_once_each(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OTHER, asks_references=True).mine("2026-03-05 11:00")
        notice = only(story.due("2026-03-05 12:00"), "F1")
        assert (notice.reply_to, notice.contact.email) == ("", "ada@references.example")


class TestFirstStart:
    def test_lists_what_fell_due_before_and_saves_the_rest(self) -> None:
        story = interviewed()
        story.first_cycle_at = at("2026-03-12 09:00")
        assert only(story.advice("2026-03-12 09:00"), "S1").listed_only
        thanks = Story().confirmed("2026-02-27 10:00", "2026-03-11T14:00")
        thanks.first_cycle_at = at("2026-03-12 09:00")
        assert thanks.rules("2026-03-12 09:00") == ["T1"]


class TestMainContact:
    def test_is_who_wrote_most_in_both_directions(self) -> None:
        story = Story().theirs("2026-03-01 10:00", MessageKind.OTHER, TOM).theirs("2026-03-01 11:00", MessageKind.OTHER, MEG)
        assert story.case("2026-03-01 12:00").correspondence.main_contact == MEG, "the latest wins a tie"
        assert story.mine("2026-03-01 13:00", TOM).case("2026-03-01 14:00").correspondence.main_contact == TOM


class TestStanding:
    def test_follows_the_table(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.APPLICATION_RECEIVED, None, human=False)
        assert story.case("2026-02-21 10:00").standing.state == "applied"
        story.theirs("2026-02-25 10:00", MessageKind.INTERVIEW_INVITATION)
        assert story.case("2026-02-25 11:00").standing.state == "invited"
        story.theirs("2026-02-25 12:00", MessageKind.APPLICATION_RECEIVED, None, human=False)
        assert story.case("2026-02-25 13:00").standing.state == "invited", "never back"
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00")
        assert story.case("2026-03-03 14:59").standing.state == "interview_scheduled"
        assert story.case("2026-03-03 15:00").standing.state == "interviewed"
        story.mine("2026-03-03 16:00")
        assert story.case("2026-03-04 15:00").standing.state == "interviewed"
        story.held("2026-03-05 10:00")
        assert story.case("2026-03-05 11:00").standing.state == "waiting"
        story.rejected("2026-03-09 10:00")
        assert story.case("2026-03-09 11:00").standing.state == "rejected"
        assert local(story.case("2026-03-12 11:00").standing.since) == "2026-03-09 10:00"
