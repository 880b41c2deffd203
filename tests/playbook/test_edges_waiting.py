"""S1 to S4, H1 to H3 and the time frames at their edges. Times are the user's, in New York unless a test says otherwise."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from classifiers.reading import MessageKind, Promise
from daemon.mail.message import Address
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.history import DraftState, FollowUpKind, WordKind
from daemon.playbook.remarks import RemarkKind, remarks
from tests.playbook.builder import MEG, TOM, Story, at, interviewed, interviewer, local, only, with_

ROBOT = Address("Northwind Careers", "no-reply@ats.example")
AWAY = Promise("I am away until March 6", date(2026, 3, 6), absence=True)


def check_due(story: Story, now: str, rule: str = "S1") -> str:
    return local(only(story.advice(now), rule).due_at)


def checks(story: Story, now: str) -> list[str]:
    return [f.rule for f in story.advice(now) if f.kind is FollowUpKind.STATUS_CHECK]


def asked_twice() -> Story:
    """Thanked on 3 March, asked on the 11th and the 18th."""
    return interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00").mine("2026-03-18 10:00")


class TestWeekAndWorkingTime:
    def test_a_week_keeps_the_hour_across_daylight_saving(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T10:00", "2026-03-03T11:00").mine("2026-03-03 12:15")
        assert check_due(story, "2026-03-04 09:00") == "2026-03-10 12:15"
        autumn = Story().confirmed("2026-10-23 10:00", "2026-10-27T10:00", "2026-10-27T11:00").mine("2026-10-27 12:15")
        assert check_due(autumn, "2026-10-28 09:00") == "2026-11-04 09:00", "3 November is Election Day in New York"

    @pytest.mark.parametrize(
        ("thanked", "due"),
        [
            ("2026-03-04 08:59", "2026-03-11 09:00"),
            ("2026-03-04 09:00", "2026-03-11 09:00"),
            ("2026-03-04 16:59", "2026-03-11 16:59"),
            ("2026-03-04 17:00", "2026-03-12 09:00"),
            ("2026-03-06 17:00", "2026-03-16 09:00"),
            ("2026-03-07 12:00", "2026-03-16 09:00"),
            ("2026-03-08 23:59", "2026-03-16 09:00"),
        ],
    )
    def test_is_never_early_and_always_in_working_time(self, thanked: str, due: str) -> None:
        assert check_due(interviewed().mine(thanked), "2026-03-09 09:00") == due

    def test_goes_over_thanksgiving_and_the_friday_after(self) -> None:
        story = Story().confirmed("2026-11-13 10:00", "2026-11-19T10:00", "2026-11-19T11:00")
        assert check_due(story, "2026-11-20 09:00") == "2026-11-30 09:00"

    def test_goes_over_the_quiet_week_and_new_year(self) -> None:
        story = Story().confirmed("2026-12-11 10:00", "2026-12-17T10:00", "2026-12-17T11:00")
        assert check_due(story, "2026-12-18 09:00") == "2027-01-04 09:00"

    def test_the_holidays_are_those_of_the_users_region(self) -> None:
        berlin = with_(calendar=WorkingCalendar(ZoneInfo("Europe/Berlin"), "DE", "BE"))
        story = Story().confirmed("2026-02-25 10:00", "2026-03-01T10:00+01:00", "2026-03-01T11:00+01:00")
        due = only(story.advice("2026-03-02 09:00", berlin), "S1").due_at
        assert due.astimezone(ZoneInfo("Europe/Berlin")).isoformat() == "2026-03-09T09:00:00+01:00", "8 March is free in Berlin"

    def test_a_quiet_day_of_the_users_is_kept_free(self) -> None:
        calendar = WorkingCalendar(ZoneInfo("America/New_York"), "US", "NY", frozenset({date(2026, 3, 10)}))
        assert local(only(interviewed().advice("2026-03-04 09:00", with_(calendar=calendar)), "S1").due_at) == "2026-03-11 09:00"

    def test_expires_three_weeks_after_it_fell_due(self) -> None:
        assert interviewed().rules("2026-03-31 14:59") == ["S1"]
        assert interviewed().rules("2026-03-31 15:01") == []


class TestRoundsAndAnchors:
    def test_counts_from_the_last_of_several_interviews(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").confirmed("2026-03-05 10:00", "2026-03-12T10:00", "2026-03-12T11:00")
        assert check_due(story, "2026-03-12 12:00") == "2026-03-19 11:00"

    def test_a_new_round_begins_the_count_of_two_afresh(self) -> None:
        story = asked_twice().confirmed("2026-03-20 10:00", "2026-03-24T10:00", "2026-03-24T11:00")
        assert check_due(story, "2026-03-24 12:00") == "2026-03-31 11:00"

    def test_a_confirmation_repeated_after_the_interview_settles_nothing(self) -> None:
        story = interviewed().mine("2026-03-03 16:00")
        story.confirmed("2026-03-04 08:00", "2026-03-03T14:00", "2026-03-03T15:00", sender=ROBOT, human=False)
        assert story.case("2026-03-04 09:00").standing.state == "interviewed"
        assert check_due(story, "2026-03-04 09:00") == "2026-03-10 16:00"

    def test_an_interview_still_in_the_calendar_at_the_rejection_earns_nothing(self) -> None:
        story = interviewed().rejected("2026-03-02 10:00").mine("2026-03-02 11:00")
        assert [f.rule for f in story.advice("2026-03-10 16:00")] == ["R2"]
        assert story.case("2026-03-10 16:00").standing.state == "rejected"

    def test_an_invitation_after_it_ends_the_wait_even_with_a_pause_in_between(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.INTERVIEW_INVITATION).mine("2026-03-05 11:00")
        story.says("2026-03-06 10:00", WordKind.CLOSE).says("2026-03-08 10:00", WordKind.REOPEN)
        assert checks(story, "2026-03-20 10:00") == []

    def test_goes_to_whom_most_was_written_and_answers_his_last_message(self) -> None:
        story = interviewed().theirs("2026-03-04 09:00", MessageKind.OTHER, TOM).mine("2026-03-04 10:00", TOM)
        check = only(story.advice("2026-03-05 09:00"), "S1")
        assert (check.contact, check.reply_to) == (TOM, story.messages[1].message_id)

    def test_one_mail_to_two_people_is_one_check(self) -> None:
        story = interviewed().mine("2026-03-03 16:00", cc=(TOM,)).mine("2026-03-11 10:00", cc=(TOM,))
        assert checks(story, "2026-03-12 09:00") == ["S2"]


class TestTheyWait:
    def test_a_question_that_came_with_a_hold_suspends_the_check(self) -> None:
        story = interviewed().held("2026-03-05 10:00", asks_answer=True)
        assert checks(story, "2026-03-20 10:00") == []

    def test_writing_to_somebody_else_elsewhere_does_not_answer_a_question(self) -> None:
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", people=(interviewer(TOM),))
        story.theirs("2026-03-03 15:05", MessageKind.OTHER, asks_answer=True).mine("2026-03-03 16:00", TOM, thread="t2")
        assert checks(story, "2026-03-20 10:00") == []
        assert checks(story.mine("2026-03-20 11:00", TOM, cc=(MEG,), thread="t3"), "2026-03-20 12:00") == ["S1"]

    def test_an_assessment_is_done_once_the_machine_says_so(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.ASSESSMENT, ROBOT, human=False)
        assert checks(story, "2026-03-06 10:00") == []
        story.theirs("2026-03-06 11:00", MessageKind.APPLICATION_RECEIVED, ROBOT, human=False, machine_interview_completed=True)
        assert checks(story, "2026-03-06 12:00") == ["S1"]

    def test_a_question_from_before_the_interview_does_not_matter_after_it(self) -> None:
        story = Story().theirs("2026-02-26 10:00", MessageKind.OTHER, asks_answer=True)
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00")
        assert checks(story, "2026-03-04 10:00") == ["S1"]


class TestSecondCheck:
    def test_waits_for_a_time_frame_given_in_between(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00")
        story.theirs("2026-03-12 10:00", MessageKind.OTHER, promise=Promise("by end of March", date(2026, 3, 31)))
        assert check_due(story, "2026-03-13 09:00", "S2") == "2026-04-01 09:00"

    def test_a_sent_draft_is_the_first(self) -> None:
        story = interviewed().mine("2026-03-03 16:00")
        story.sends(only(story.due("2026-03-10 16:00"), "S1"), "2026-03-12 18:30")
        assert check_due(story, "2026-03-13 09:00", "S2") == "2026-03-20 09:00", "Thursday evening and a week"

    def test_an_edited_first_brings_no_second_before_it_is_sent(self) -> None:
        story = interviewed().mine("2026-03-03 16:00")
        story.drafted(only(story.due("2026-03-10 16:00"), "S1"), "2026-03-10 16:00", DraftState.EDITED)
        assert checks(story, "2026-03-30 10:00") == []
        assert checks(story.mine("2026-03-30 11:00"), "2026-03-30 12:00") == ["S2"]

    def test_a_second_thrown_away_ends_it(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00")
        story.drafted(only(story.due("2026-03-18 10:00"), "S2"), "2026-03-18 10:00", DraftState.DISCARDED)
        assert checks(story, "2026-03-30 10:00") == []

    def test_an_answer_to_their_question_is_no_check(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").theirs("2026-03-05 10:00", MessageKind.OTHER, asks_answer=True)
        assert check_due(story.mine("2026-03-05 12:00"), "2026-03-06 09:00") == "2026-03-12 12:00"

    def test_the_users_word_a_week_after_a_hold_is_a_check(self) -> None:
        story = Story().held("2026-03-04 10:00").mine("2026-03-12 10:00")
        assert check_due(story, "2026-03-13 09:00", "S2") == "2026-03-19 10:00"


class TestMovingOn:
    def test_any_later_message_opens_it_again(self) -> None:
        story = asked_twice().theirs("2026-03-30 10:00", MessageKind.OTHER, ROBOT, human=False)
        assert story.case("2026-03-30 09:59").standing.state == "moved_on"
        assert story.case("2026-03-30 10:00").standing.state == "interviewed"

    def test_a_robots_message_within_the_week_does_not_keep_it_open(self) -> None:
        story = asked_twice().theirs("2026-03-20 10:00", MessageKind.OTHER, ROBOT, human=False)
        assert story.case("2026-03-25 10:00").standing.state == "moved_on"

    def test_the_user_can_open_it_again_without_a_third_check(self) -> None:
        story = asked_twice().says("2026-03-26 10:00", WordKind.REOPEN)
        assert story.case("2026-03-26 10:00").standing.state == "interviewed"
        assert checks(story, "2026-04-30 10:00") == []

    def test_the_digest_says_so(self) -> None:
        said = remarks(asked_twice().case("2026-03-25 10:00"))
        assert [remark.rule for remark in said if remark.kind is RemarkKind.MOVED_ON] == ["S3"]

    def test_a_late_hold_waits_again(self) -> None:
        story = asked_twice().held("2026-03-30 10:00")
        assert story.case("2026-03-30 10:00").standing.state == "waiting"
        assert story.rules("2026-03-30 10:00") == ["H1"]


class TestTimeFrames:
    def test_an_out_of_office_does_not_shorten_a_promise(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").held("2026-03-04 10:00", until=date(2026, 3, 20))
        story.mine("2026-03-04 11:00").theirs("2026-03-04 11:01", MessageKind.OTHER, human=False, promise=AWAY)
        assert check_due(story, "2026-03-05 09:00") == "2026-03-23 09:00"

    def test_an_out_of_office_alone_is_waited_for_to_its_last_day(self) -> None:
        away = Promise("away until March 13", date(2026, 3, 13), absence=True)
        story = interviewed().mine("2026-03-03 16:00").theirs("2026-03-03 16:01", MessageKind.OTHER, human=False, promise=away)
        assert check_due(story, "2026-03-05 09:00") == "2026-03-16 09:00"

    def test_an_out_of_office_is_no_human_message(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").theirs("2026-03-09 10:00", MessageKind.OTHER, human=False, promise=AWAY)
        assert check_due(story, "2026-03-09 11:00") == "2026-03-10 16:00"

    def test_the_latest_time_frame_counts_also_where_it_is_shorter(self) -> None:
        story = interviewed().held("2026-03-04 10:00", until=date(2026, 3, 31)).mine("2026-03-04 11:00")
        story.held("2026-03-09 10:00", until=date(2026, 3, 17)).mine("2026-03-09 11:00")
        assert check_due(story, "2026-03-10 09:00") == "2026-03-18 09:00"

    def test_a_week_passes_even_where_they_promised_sooner(self) -> None:
        story = interviewed().held("2026-03-04 10:00", until=date(2026, 3, 5)).mine("2026-03-04 11:00")
        assert check_due(story, "2026-03-05 09:00") == "2026-03-11 11:00"

    def test_of_the_interview_means_the_one_that_the_message_arranges(self) -> None:
        within = Promise("within ten days of the interview", None, after_interview_days=10)
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00", promise=within)
        assert check_due(story, "2026-03-04 09:00") == "2026-03-16 09:00"

    def test_it_follows_an_interview_that_is_moved(self) -> None:
        within = Promise("within ten days of the interview", None, after_interview_days=10)
        story = Story().confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00", promise=within)
        story.confirmed("2026-03-02 10:00", "2026-03-05T14:00", replaces=True)
        assert check_due(story, "2026-03-06 09:00") == "2026-03-16 09:00", "15 March is a Sunday"

    def test_said_after_an_interview_it_means_that_one_and_no_later_round(self) -> None:
        within = Promise("within three weeks of your interview", None, after_interview_days=21)
        story = interviewed().theirs("2026-03-04 10:00", MessageKind.OTHER, promise=within)
        story.confirmed("2026-03-05 10:00", "2026-03-12T14:00", "2026-03-12T15:00")
        frame = story.case("2026-03-13 09:00").time_frame
        assert frame is not None
        assert frame.until == date(2026, 3, 24)

    def test_what_the_user_was_told_aloud_beats_what_was_written_before(self) -> None:
        story = interviewed().held("2026-03-04 10:00", until=date(2026, 3, 20)).mine("2026-03-04 11:00")
        story.says("2026-03-05 10:00", WordKind.EXPECT, day=date(2026, 4, 2))
        assert check_due(story, "2026-03-06 09:00") == "2026-04-03 09:00"

    def test_a_frame_that_ends_before_a_holiday_weekend_waits_for_the_working_day(self) -> None:
        story = Story().held("2026-05-11 10:00", until=date(2026, 5, 22)).mine("2026-05-11 11:00")
        assert check_due(story, "2026-05-12 09:00") == "2026-05-26 09:00", "25 May is Memorial Day"


class TestHolds:
    def test_two_persons_holds_are_both_answered(self) -> None:
        story = Story().held("2026-03-04 10:00").held("2026-03-04 15:00", sender=TOM)
        assert [(f.rule, f.contact) for f in story.due("2026-03-04 15:00")] == [("H1", MEG), ("H1", TOM)]
        story.sends(story.due("2026-03-04 15:00")[0], "2026-03-04 16:00")
        assert [f.contact for f in story.due("2026-03-04 16:01")] == [TOM]

    def test_the_users_own_word_answers_both(self) -> None:
        story = Story().held("2026-03-04 10:00").held("2026-03-04 15:00", sender=TOM)
        assert story.mine("2026-03-04 16:00", TOM, cc=(), thread="elsewhere").rules("2026-03-04 16:00") == []

    def test_two_holds_of_one_person_are_answered_once(self) -> None:
        story = Story().held("2026-03-04 10:00").held("2026-03-04 12:00")
        reply = only(story.due("2026-03-04 12:00"), "H1")
        assert reply.reply_to == story.messages[1].message_id

    def test_somebody_elses_hold_is_answered_though_the_first_was_acknowledged(self) -> None:
        story = Story().held("2026-03-04 10:00").mine("2026-03-04 11:00").held("2026-03-06 10:00", sender=TOM)
        assert [f.contact for f in story.due("2026-03-06 10:00")] == [TOM]

    def test_a_status_check_in_between_was_no_acknowledgement(self) -> None:
        story = Story().held("2026-03-02 10:00").mine("2026-03-02 11:00").mine("2026-03-12 10:00").held("2026-03-13 10:00")
        assert story.rules("2026-03-13 10:00") == ["H1"]

    def test_are_answered_at_night_and_on_holidays(self) -> None:
        assert Story().held("2026-12-25 23:30").rules("2026-12-25 23:30") == ["H1"]

    def test_the_answer_goes_when_a_decision_comes(self) -> None:
        story = Story().held("2026-03-04 10:00").rejected("2026-03-05 10:00")
        assert story.rules("2026-03-05 10:00") == ["R1"]

    def test_a_doubtful_hold_is_only_asked_about(self) -> None:
        story = Story().held("2026-03-04 10:00", confident=False)
        assert story.rules("2026-03-04 10:00") == []
        assert only(story.advice("2026-03-04 10:00"), "H1").doubtful

    def test_one_after_a_rejection_waits_again(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00").held("2026-03-06 10:00")
        assert story.rules("2026-03-06 10:00") == ["H1"]
        assert story.case("2026-03-06 10:00").standing.state == "waiting"

    def test_checks_after_a_hold_keep_a_week_from_the_last_one_sent(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").mine("2026-03-11 10:00").held("2026-03-11 10:30")
        story.drafted(only(story.due("2026-03-11 10:30"), "H1"), "2026-03-11 10:30", DraftState.DISCARDED)
        assert check_due(story, "2026-03-12 09:00") == "2026-03-18 10:30"

    def test_an_interview_between_holds_starts_their_count_afresh(self) -> None:
        story = Story().held("2026-02-10 10:00").held("2026-02-20 10:00")
        story.confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00").held("2026-03-05 10:00")
        assert checks(story, "2026-03-06 10:00") == ["S1"]


class TestSeasonalGreeting:
    @pytest.mark.parametrize(
        ("begins", "word", "monday"),
        [
            (date(2026, 12, 25), "Christmas", "2026-12-21 09:00"),
            (date(2025, 12, 25), "Christmas", "2025-12-15 09:00"),
            (date(2026, 11, 26), "Thanksgiving", "2026-11-23 09:00"),
            (date(2026, 7, 4), "the Fourth of July", "2026-06-29 09:00"),
            (date(2026, 9, 7), "Labor Day", "2026-08-31 09:00"),
        ],
    )
    def test_is_due_on_the_monday_with_three_working_days_before(self, begins: date, word: str, monday: str) -> None:
        promise = Promise(f"after {word}", begins, holiday=word, holiday_begins=begins)
        held = date.fromordinal(begins.toordinal() - 30).isoformat()
        story = Story().held(f"{held} 10:00", promise=promise).mine(f"{held} 11:00")
        assert local(only(story.advice(f"{held} 12:00"), "H3").due_at) == monday

    def wished(self) -> Story:
        promise = Promise("after Christmas", date(2026, 12, 26), holiday="Christmas", holiday_begins=date(2026, 12, 25))
        return Story().held("2026-12-01 10:00", promise=promise).mine("2026-12-01 11:00")

    def test_goes_on_the_holiday(self) -> None:
        assert self.wished().rules("2026-12-24 23:59") == ["H3"]
        assert self.wished().rules("2026-12-25 00:01") == []

    def test_goes_where_the_user_wrote_in_that_week_himself(self) -> None:
        story = self.wished()
        story.drafted(only(story.due("2026-12-21 09:00"), "H3"), "2026-12-21 09:00").mine("2026-12-22 10:00")
        assert "H3" not in [f.rule for f in story.advice("2026-12-22 10:00")]

    def test_is_not_greeted_for_a_second_holiday(self) -> None:
        first = Promise("after Thanksgiving", date(2026, 11, 26), holiday="Thanksgiving", holiday_begins=date(2026, 11, 26))
        then = Promise("after Christmas", date(2026, 12, 26), holiday="Christmas", holiday_begins=date(2026, 12, 25))
        story = Story().held("2026-11-05 10:00", promise=first).mine("2026-11-05 11:00")
        story.sends(only(story.due("2026-11-23 09:00"), "H3"), "2026-11-23 10:00").held("2026-12-01 10:00", promise=then)
        assert "H3" not in [f.rule for f in story.advice("2026-12-21 09:00")]

    def test_goes_when_they_invite(self) -> None:
        story = self.wished().theirs("2026-12-10 10:00", MessageKind.INTERVIEW_INVITATION)
        assert "H3" not in [f.rule for f in story.advice("2026-12-21 09:00")]

    def test_is_none_where_the_monday_is_over_when_they_say_so(self) -> None:
        promise = Promise("after Christmas", date(2026, 12, 26), holiday="Christmas", holiday_begins=date(2026, 12, 25))
        story = Story().held("2026-12-21 09:01", promise=promise)
        assert "H3" not in [f.rule for f in story.advice("2026-12-21 10:00")]


class TestOneAtATime:
    def test_an_expired_draft_that_lies_there_is_not_pushed_out_by_what_is_not_made(self) -> None:
        story = interviewed()
        story.drafted(only(story.due("2026-03-10 15:00"), "S1"), "2026-03-10 15:00")
        assert "S1" in [f.rule for f in story.advice("2026-05-10 10:00")]

    def test_expired_thanks_that_lie_there_give_way_to_a_check(self) -> None:
        story = interviewed()
        story.drafted(only(story.due("2026-03-03 15:30"), "T1"), "2026-03-03 15:30")
        assert [f.rule for f in story.advice("2026-03-10 15:00")] == ["S1"]

    def test_what_is_only_listed_stands_in_nobodys_way(self) -> None:
        story = interviewed().mine("2026-03-03 16:00")
        story.first_cycle_at = at("2026-03-12 09:00")
        story.held("2026-03-12 10:00")
        assert story.rules("2026-03-12 10:00") == ["H1"]

    def test_advice_does_not_depend_on_the_order_of_the_messages(self) -> None:
        story = interviewed().held("2026-03-03 17:00").mine("2026-03-04 10:00")
        told = story.advice("2026-03-20 10:00")
        story.messages.reverse()
        assert story.advice("2026-03-20 10:00") == told
