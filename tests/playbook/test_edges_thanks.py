"""T1, T3 and C1 at their edges: whose note, for which appointment, and when none. Times are the user's, in New York."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from classifiers.reading import InterviewTime, MessageKind, Person
from daemon.mail.message import Address
from daemon.playbook.history import DraftState, FollowUpKind, WordKind
from daemon.playbook.interviews import Fate
from tests.playbook.builder import MEG, SAM, TOM, Story, at, interviewed, interviewer, local, only, with_

PRIYA = Address("Priya Nair", "priya@northwind.example")
ROBOT = Address("Northwind Scheduling", "no-reply@scheduler.example")


def notes(story: Story, now: str) -> list[str]:
    return [follow_up.contact.key for follow_up in story.due(now) if follow_up.rule == "T1"]


class TestWhen:
    def test_across_the_spring_change_the_half_hour_is_real_time(self) -> None:
        story = Story().confirmed("2026-03-02 10:00", "2026-03-08T01:00", "2026-03-08T01:45")
        thanks = only(story.advice("2026-03-07 10:00"), "T1")
        assert thanks.due_at == datetime(2026, 3, 8, 7, 15, tzinfo=UTC)
        assert local(thanks.due_at) == "2026-03-08 03:15", "02:15 does not exist that night"

    def test_a_stated_zone_counts_not_the_users(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00-08:00", "2026-03-03T15:00-08:00")
        assert local(only(story.advice("2026-03-01 10:00"), "T1").due_at) == "2026-03-03 18:30"

    def test_the_interview_of_a_weekend_and_holiday_is_thanked_at_once(self) -> None:
        story = Story().confirmed("2026-12-20 10:00", "2026-12-25T16:00", "2026-12-25T17:00")
        assert story.rules("2026-12-25 17:30") == ["T1"]

    def test_a_draft_that_lies_there_stays_after_it_expired(self) -> None:
        story = interviewed()
        thanks = only(story.due("2026-03-03 15:30"), "T1")
        story.drafted(thanks, "2026-03-03 15:30")
        assert thanks.identity in {follow_up.identity for follow_up in story.advice("2026-03-06 10:00")}

    def test_late_mail_about_a_past_interview_still_earns_thanks_in_time(self) -> None:
        story = Story().confirmed("2026-03-04 09:00", "2026-03-03T14:00", "2026-03-03T15:00")
        assert story.rules("2026-03-04 09:00") == ["T1"]
        assert story.case("2026-03-04 09:00").standing.state == "interviewed"


class TestWhom:
    def test_every_member_of_a_panel_is_done_by_himself(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(interviewer(TOM), interviewer(PRIYA)))
        assert notes(story.mine("2026-03-03 15:10", TOM), "2026-03-03 15:30") == [PRIYA.key]

    def test_one_mail_to_all_of_a_panel_thanks_all(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(interviewer(TOM), interviewer(PRIYA)))
        assert notes(story.mine("2026-03-03 15:10", MEG, cc=(TOM, PRIYA), thread="t9"), "2026-03-03 15:30") == []

    def test_the_arranger_is_not_thanked_where_others_meet_the_user(self) -> None:
        story = Story().confirmed(
            "2026-02-27 10:00", "2026-03-03T14:00", people=(interviewer(TOM), Person("Meg Ortiz", MEG.email))
        )
        assert notes(story, "2026-03-03 15:30") == [TOM.key]

    def test_a_panel_of_names_is_one_note_to_the_arranger(self) -> None:
        people = (Person("Priya Nair", "", True), Person("Lee Wong", "", True))
        note = only(Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=people).due("2026-03-03 15:30"), "T1")
        assert (note.contact, note.situation.thank_also) == (MEG, ("Priya Nair", "Lee Wong"))

    def test_an_interviewer_at_an_unanswerable_address_is_thanked_through_the_arranger(self) -> None:
        people = (Person("Priya Nair", "noreply@northwind.example", True),)
        note = only(Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=people).due("2026-03-03 15:30"), "T1")
        assert (note.contact, note.situation.thank_also) == (MEG, ("Priya Nair",))

    def test_the_user_named_without_his_address_is_not_thanked(self) -> None:
        people = (Person("Sam Rivera", "", True), interviewer(TOM))
        note = only(Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=people).due("2026-03-03 15:30"), "T1")
        assert (note.contact.key, note.situation.thank_also) == (TOM.key, ())

    def test_a_robots_confirmation_is_thanked_to_the_main_contact(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.INTERVIEW_INVITATION)
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", sender=ROBOT, human=False)
        note = only(story.due("2026-03-03 15:30"), "T1")
        assert (note.contact, note.reply_to) == (MEG, story.messages[0].message_id)

    def test_an_interviewer_who_never_wrote_is_answered_in_the_thread_that_arranged_it(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.OTHER, TOM, thread="elsewhere")
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", sender=ROBOT, human=False, people=(interviewer(PRIYA),))
        assert only(story.due("2026-03-03 15:30"), "T1").reply_to == story.messages[1].message_id

    def test_nobody_known_is_no_draft(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", sender=ROBOT, human=False)
        assert story.advice("2026-03-03 15:30") == []

    def test_a_robots_reminder_does_not_take_the_thanks_from_who_arranged_it(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.OTHER, TOM).mine("2026-02-20 11:00", TOM)
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00")
        story.confirmed("2026-03-02 10:00", "2026-03-03T14:00", sender=ROBOT, human=False)
        assert notes(story, "2026-03-03 15:30") == [MEG.key]

    def test_a_name_in_the_order_of_the_directory_is_the_same_person(self) -> None:
        becker = Address("Becker, Tom", TOM.email)
        story = Story().theirs("2026-02-20 10:00", MessageKind.OUTREACH, becker)
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(Person("Tom Becker", "", True),))
        assert notes(story, "2026-03-03 15:30") == [TOM.key]

    def test_whom_the_user_told_of_is_thanked(self) -> None:
        story = interviewed().says("2026-03-03 15:05", WordKind.CONTACT, text="Priya Nair", email=PRIYA.email)
        assert notes(story, "2026-03-03 15:30") == [PRIYA.key]

    @pytest.mark.parametrize("address", [SAM.email, "no-reply@northwind.example"])
    def test_the_user_and_robots_are_nobody_even_where_told(self, address: str) -> None:
        story = interviewed().says("2026-03-03 15:05", WordKind.CONTACT, text="Sam", email=address)
        assert {follow_up.contact.key for follow_up in story.advice("2026-03-03 15:30")} == {MEG.key}

    def test_a_reply_address_of_the_users_own_is_nobody(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", reply_address=SAM)
        assert story.advice("2026-03-03 15:30") == []

    def test_a_name_of_blanks_breaks_nothing(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.OUTREACH, Address("  ", "x@northwind.example"))
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(Person("Priya", "", True),))
        assert notes(story, "2026-03-03 15:30") == [MEG.key]


class TestRounds:
    def test_two_sessions_of_one_day_are_thanked_one_after_the_other(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T14:45", uid="a", people=(interviewer(TOM),))
        story.confirmed("2026-02-27 10:01", "2026-03-03T14:45", "2026-03-03T15:30", uid="b", people=(interviewer(PRIYA),))
        assert notes(story, "2026-03-03 15:15") == [TOM.key]
        assert notes(story, "2026-03-03 16:00") == [TOM.key, PRIYA.key]

    def test_two_sessions_with_the_same_person_leave_one_note(self) -> None:
        story = interviewed().confirmed("2026-02-27 11:00", "2026-03-03T16:00", "2026-03-03T17:00")
        assert notes(story, "2026-03-03 17:30") == [MEG.key]
        assert only(story.due("2026-03-03 17:30"), "T1").due_at == at("2026-03-03 17:30")

    def test_the_round_counts(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").confirmed("2026-03-05 10:00", "2026-03-10T10:00")
        assert only(story.due("2026-03-10 11:30"), "T1").situation.round == 2


class TestMovedAndCancelled:
    def test_the_cancelled_half_of_a_new_invitation_leaves_the_new_one(self) -> None:
        """Calendars move by a new invitation and a cancellation of the old, in either order."""
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="old")
        story.confirmed("2026-03-01 10:00", "2026-03-05T14:00", uid="new", replaces=True)
        story.confirmed("2026-03-01 10:01", "2026-03-03T14:00", uid="old", sequence=1, cancelled=True)
        assert [(local(i.start), i.fate) for i in story.case("2026-03-02 09:00").interviews if i.standing] == [
            ("2026-03-05 14:00", Fate.STANDING)
        ]
        assert notes(story, "2026-03-05 15:30") == [MEG.key]

    def test_a_cancellation_in_words_of_the_time_moved_from_leaves_the_new_one(self) -> None:
        story = interviewed().confirmed("2026-03-01 10:00", "2026-03-05T14:00", replaces=True)
        off = InterviewTime(datetime.fromisoformat("2026-03-03T14:00"), None, "Tuesday at 2")
        story.theirs("2026-03-01 10:05", MessageKind.INTERVIEW_CANCELLED, interview=off)
        assert notes(story, "2026-03-05 15:30") == [MEG.key]

    def test_a_cancellation_that_overtook_its_invitation_counts(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="u", sequence=2, cancelled=True)
        story.confirmed("2026-02-27 10:01", "2026-03-03T14:00", uid="u", sequence=1)
        assert notes(story, "2026-03-03 15:30") == []

    def test_an_invitation_delivered_again_does_not_revive_what_was_cancelled(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="u")
        story.confirmed("2026-03-01 10:00", "2026-03-03T14:00", uid="u", sequence=1, cancelled=True)
        story.confirmed("2026-03-02 10:00", "2026-03-03T14:00", uid="u")
        assert notes(story, "2026-03-03 15:30") == []

    def test_a_higher_sequence_revives_it(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="u")
        story.confirmed("2026-03-01 10:00", "2026-03-03T14:00", uid="u", sequence=1, cancelled=True)
        story.confirmed("2026-03-02 10:00", "2026-03-03T16:00", uid="u", sequence=2)
        assert notes(story, "2026-03-03 17:30") == [MEG.key]

    def test_a_confirmation_in_words_keeps_the_sequence_of_the_calendar(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="u", sequence=3)
        story.confirmed("2026-02-28 10:00", "2026-03-03T14:00")
        story.confirmed("2026-03-01 10:00", "2026-03-02T09:00", uid="u", sequence=2)
        assert [local(i.start) for i in story.case("2026-03-01 11:00").interviews] == ["2026-03-03 14:00"]

    def test_tidying_up_the_calendar_days_later_takes_nothing_back(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", uid="u").mine("2026-03-03 16:00")
        story.confirmed("2026-03-06 10:00", "2026-03-03T14:00", uid="u", sequence=1, cancelled=True, sender=ROBOT, human=False)
        assert story.rules("2026-03-10 16:00") == ["S1"]
        assert story.case("2026-03-10 16:00").standing.state == "interviewed"

    def test_only_the_next_of_two_is_cancelled_by_a_word_without_a_time(self) -> None:
        story = (
            interviewed()
            .confirmed("2026-02-27 11:00", "2026-03-10T10:00")
            .theirs("2026-03-02 10:00", MessageKind.INTERVIEW_CANCELLED)
        )
        assert [local(i.start) for i in story.case("2026-03-02 11:00").interviews if i.standing] == ["2026-03-10 10:00"]

    def test_moved_twice_it_is_thanked_once_at_the_last_end(self) -> None:
        story = interviewed().confirmed("2026-03-01 10:00", "2026-03-05T14:00", replaces=True)
        story.confirmed("2026-03-04 10:00", "2026-03-06T09:00", replaces=True)
        assert notes(story, "2026-03-05 16:00") == []
        assert notes(story, "2026-03-06 10:30") == [MEG.key]

    def test_moved_during_the_interview_because_nobody_came(self) -> None:
        story = interviewed().confirmed("2026-03-03 14:20", "2026-03-05T14:00", replaces=True)
        assert notes(story, "2026-03-03 15:30") == []
        assert notes(story, "2026-03-05 15:30") == [MEG.key]


class TestUserWords:
    def test_an_interview_told_before_it_is_thanked(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.INTERVIEW_INVITATION)
        story.says("2026-02-21 10:00", WordKind.INTERVIEW, start=at("2026-03-03 14:00"))
        assert notes(story, "2026-03-03 15:30") == [MEG.key]

    def test_an_interview_told_afterwards_has_been(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.INTERVIEW_INVITATION).mine("2026-02-20 11:00")
        story.says("2026-03-04 10:00", WordKind.INTERVIEW, start=at("2026-03-03 14:00"))
        assert story.case("2026-03-04 10:00").standing.state == "interviewed"
        assert story.rules("2026-03-04 10:00") == ["T1"]
        assert only(story.advice("2026-03-04 10:00"), "S1").due_at == at("2026-03-10 15:00")

    def test_two_interviews_told_for_two_days_are_two_rounds(self) -> None:
        story = Story().theirs("2026-02-20 10:00", MessageKind.INTERVIEW_INVITATION)
        story.says("2026-02-21 10:00", WordKind.INTERVIEW, start=at("2026-03-03 14:00"))
        story.says("2026-02-21 10:01", WordKind.INTERVIEW, start=at("2026-03-05 14:00"))
        assert [local(i.start) for i in story.case("2026-02-22 10:00").interviews] == ["2026-03-03 14:00", "2026-03-05 14:00"]

    def test_a_read_time_is_set_right_by_the_users_word(self) -> None:
        story = interviewed().says("2026-03-01 10:00", WordKind.INTERVIEW, start=at("2026-03-04 09:00"))
        (right,) = story.case("2026-03-01 11:00").interviews
        assert (local(right.start), local(right.end)) == ("2026-03-04 09:00", "2026-03-04 10:00")

    def test_the_next_interview_is_set_right_whatever_was_said_first(self) -> None:
        story = Story().confirmed("2026-02-20 10:00", "2026-03-10T10:00").confirmed("2026-02-21 10:00", "2026-03-03T14:00")
        story.says("2026-02-22 10:00", WordKind.INTERVIEW, start=at("2026-03-04 14:00"))
        assert [local(i.start) for i in story.case("2026-02-23 10:00").interviews] == ["2026-03-04 14:00", "2026-03-10 10:00"]

    def test_a_no_show_said_twice_is_one(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").confirmed("2026-03-05 10:00", "2026-03-12T10:00")
        story.says("2026-03-12 10:20", WordKind.NO_SHOW).says("2026-03-12 10:25", WordKind.NO_SHOW)
        assert [i.fate for i in story.case("2026-03-12 11:30").interviews] == [Fate.STANDING, Fate.NO_SHOW]

    def test_a_no_show_said_minutes_before_means_the_one_of_today(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").confirmed("2026-03-05 10:00", "2026-03-12T10:00")
        story.says("2026-03-12 09:55", WordKind.NO_SHOW)
        assert [i.fate for i in story.case("2026-03-12 11:30").interviews] == [Fate.STANDING, Fate.NO_SHOW]

    def test_a_reminder_after_a_no_show_does_not_revive_it(self) -> None:
        story = interviewed().says("2026-03-03 14:30", WordKind.NO_SHOW)
        story.confirmed("2026-03-03 14:40", "2026-03-03T14:00", sender=ROBOT, human=False)
        assert notes(story, "2026-03-03 15:30") == []

    def test_after_a_no_show_the_new_appointment_is_thanked(self) -> None:
        story = (
            interviewed()
            .says("2026-03-03 14:30", WordKind.NO_SHOW)
            .confirmed("2026-03-03 16:00", "2026-03-05T10:00", replaces=True)
        )
        assert notes(story, "2026-03-05 11:30") == [MEG.key]

    def test_a_no_show_does_not_undo_an_offer(self) -> None:
        story = interviewed().theirs("2026-03-02 10:00", MessageKind.OFFER).says("2026-03-03 14:30", WordKind.NO_SHOW)
        assert story.case("2026-03-03 15:00").standing.state == "offer"


class TestThanksAndHolds:
    def test_a_hold_of_somebody_else_is_answered_by_itself(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(interviewer(TOM),)).held("2026-03-03 15:20")
        assert sorted((f.rule, f.contact.key) for f in story.due("2026-03-03 15:30")) == [("H1", MEG.key), ("T1", TOM.key)]

    def test_sending_the_thanks_to_one_leaves_the_answer_to_the_other(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(interviewer(TOM),)).held("2026-03-03 15:20")
        story.sends(only(story.due("2026-03-03 15:30"), "T1"), "2026-03-03 16:00")
        assert story.rules("2026-03-03 16:01") == ["H1"]

    def test_a_hold_before_the_half_hour_is_acknowledged_at_the_half_hour(self) -> None:
        story = interviewed().held("2026-03-03 15:10")
        assert story.rules("2026-03-03 15:10") == []
        assert only(story.due("2026-03-03 15:30"), "T1").situation.answers_hold

    def test_a_hold_after_the_thanks_is_answered_by_itself(self) -> None:
        assert interviewed().mine("2026-03-03 15:20").held("2026-03-03 17:00").rules("2026-03-03 17:00") == ["H1"]

    def test_a_hold_after_edited_thanks_is_answered_by_itself(self) -> None:
        story = interviewed()
        story.drafted(only(story.due("2026-03-03 15:30"), "T1"), "2026-03-03 15:30", DraftState.EDITED)
        assert story.held("2026-03-03 17:00").rules("2026-03-03 17:00") == ["H1"]

    def test_a_hold_after_the_thanks_expired_is_answered_by_itself(self) -> None:
        assert interviewed().held("2026-03-05 16:00").rules("2026-03-05 16:00") == ["H1"]

    def test_a_doubtful_thank_you_leaves_the_hold_its_answer(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", confident=False).held("2026-03-03 17:00")
        assert story.rules("2026-03-03 17:00") == ["H1"]
        assert only(story.advice("2026-03-03 17:00"), "T1").doubtful

    def test_a_second_hold_after_the_thanks_that_acknowledged_one_is_let_be(self) -> None:
        story = interviewed().held("2026-03-03 17:00")
        story.sends(only(story.due("2026-03-03 17:00"), "T1"), "2026-03-03 18:00")
        assert story.held("2026-03-06 10:00").rules("2026-03-06 10:00") == []


class TestMachineLed:
    def completed(self) -> Story:
        story = Story().theirs("2026-03-01 09:00", MessageKind.OUTREACH).mine("2026-03-01 10:00")
        return story.theirs(
            "2026-03-02 11:00", MessageKind.APPLICATION_RECEIVED, ROBOT, human=False, machine_interview_completed=True
        )

    def test_is_thanked_within_two_days(self) -> None:
        assert self.completed().rules("2026-03-04 10:59") == ["T3"]
        assert self.completed().rules("2026-03-04 11:01") == []

    def test_is_not_thanked_twice_where_two_robots_say_so(self) -> None:
        story = self.completed()
        story.theirs("2026-03-02 11:05", MessageKind.APPLICATION_RECEIVED, ROBOT, human=False, machine_interview_completed=True)
        assert story.rules("2026-03-02 11:05") == ["T3"]

    def test_is_not_made_again_for_another_contact(self) -> None:
        story = self.completed()
        story.drafted(only(story.due("2026-03-02 11:00"), "T3"), "2026-03-02 11:00", DraftState.DISCARDED)
        story.theirs("2026-03-02 12:00", MessageKind.OTHER, TOM).theirs("2026-03-02 13:00", MessageKind.OTHER, TOM)
        assert story.theirs("2026-03-02 14:00", MessageKind.OTHER, TOM).rules("2026-03-02 15:00") == []

    def test_waits_for_a_person_while_it_is_fresh(self) -> None:
        story = Story().theirs(
            "2026-03-02 11:00", MessageKind.APPLICATION_RECEIVED, ROBOT, human=False, machine_interview_completed=True
        )
        assert story.rules("2026-03-02 12:00") == []
        assert story.theirs("2026-03-03 09:00", MessageKind.OTHER).rules("2026-03-03 09:00") == ["T3"]


def test_a_calendar_answer_of_the_users_is_no_thank_you() -> None:
    story = interviewed().mine("2026-03-03 15:10", human=False)
    assert story.rules("2026-03-03 15:30") == ["T1"]


def test_the_delay_is_a_preference() -> None:
    patient = with_(thank_you_delay_minutes=120)
    assert only(interviewed().advice("2026-03-03 15:30", patient), "T1").due_at == at("2026-03-03 17:00")


def test_a_sent_thank_you_of_another_kind_is_not_repeated_after_a_lost_database() -> None:
    story = interviewed().mine("2026-03-03 15:40", MEG, FollowUpKind.THANK_YOU)
    assert story.rules("2026-03-03 16:00") == []
