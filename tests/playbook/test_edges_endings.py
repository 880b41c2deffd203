"""R1 to R3, O1, O2, F1 and the words that end or reopen, at their edges. Times are the user's, in New York."""

from __future__ import annotations

from datetime import date

import pytest

from classifiers.reading import MessageKind, Person
from daemon.mail.message import Address
from daemon.playbook.advise import advise
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import DraftState, FollowUpKind, History, WordKind
from tests.playbook.builder import MEG, PREFERENCES, SAM, TOM, Story, at, interviewed, local, only, with_

ROBOT = Address("Northwind Careers", "no-reply@ats.example")
ADA = PREFERENCES.references[0]


def advice_on_all(now: str, *stories: Story) -> dict[str, list[FollowUp]]:
    found: dict[str, list[FollowUp]] = {story.key: [] for story in stories}
    for follow_up in advise(History(tuple(story.application for story in stories)), at(now), PREFERENCES):
        found[follow_up.application].append(follow_up)
    return found


class TestRejections:
    def test_the_robots_and_then_the_persons_are_one(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00", sender=ROBOT, human=False)
        first = only(story.due("2026-03-05 10:00"), "R1")
        story.drafted(first, "2026-03-05 10:00").rejected("2026-03-06 10:00")
        second = only(story.due("2026-03-06 10:00"), "R1")
        assert second.reply_to == story.messages[-1].message_id
        assert (second.family, second.identity != first.identity) == (first.family, True), (
            "the draft is made anew, in reply to her"
        )

    def test_the_persons_and_then_the_robots_are_one(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00")
        first = only(story.due("2026-03-05 10:00"), "R1")
        story.rejected("2026-03-06 10:00", sender=ROBOT, human=False)
        assert only(story.due("2026-03-06 10:00"), "R1").identity == first.identity

    def test_a_second_one_after_the_thanks_is_let_be(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00", sender=ROBOT, human=False)
        story.sends(only(story.due("2026-03-05 10:00"), "R1"), "2026-03-05 11:00")
        assert story.rejected("2026-03-06 10:00").rules("2026-03-06 10:00") == []

    def test_one_sure_verdict_of_two_is_enough(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").rejected("2026-03-06 10:00", confident=False)
        assert story.rules("2026-03-06 10:00") == ["R1"]

    def test_a_doubtful_one_saves_nothing_and_stops_the_rest(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00", confident=False)
        assert story.due("2026-03-10 16:00") == []
        assert all(follow_up.doubtful for follow_up in story.advice("2026-03-05 10:00"))

    def test_after_an_offer_is_thanked(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OFFER).rejected("2026-03-09 10:00")
        assert story.rules("2026-03-09 10:00") == ["R1"]
        assert story.case("2026-03-09 10:00").standing.state == "rejected"

    def test_an_invitation_afterwards_takes_it_back(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").rejected("2026-03-05 10:00")
        story.theirs("2026-03-06 10:00", MessageKind.INTERVIEW_INVITATION)
        assert story.advice("2026-03-06 10:00") == []
        assert story.advice("2026-04-06 10:00") == []
        assert story.case("2026-03-06 10:00").standing.state == "invited"

    def test_of_an_application_asks_for_feedback_on_that(self) -> None:
        assert not only(Story().rejected("2026-03-05 10:00").due("2026-03-05 10:00"), "R1").situation.interviewed

    def test_expires_after_a_week_on_the_wall_clock(self) -> None:
        story = Story().rejected("2026-03-05 10:00")
        assert story.rules("2026-03-12 09:59") == ["R1"], "an hour was lost on the 8th"
        assert story.rules("2026-03-12 10:01") == []

    def test_what_was_never_thanked_is_not_thanked_for_somebody_who_reads_nothing(self) -> None:
        story = Story().rejected("2026-03-05 10:00", reply_address=Address("", "noreply@northwind.example"))
        assert story.advice("2026-03-05 10:00") == []

    def test_a_correction_to_something_else_takes_it_back(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OTHER)
        assert "R1" not in [f.rule for f in story.advice("2026-03-05 10:00")]


class TestKeepInTouch:
    @pytest.mark.parametrize(
        ("rejected", "due"),
        [
            ("2026-01-31 10:00", "2026-03-02 10:00"),
            ("2026-02-28 10:00", "2026-03-30 10:00"),
            ("2026-08-31 10:00", "2026-09-30 10:00"),
            ("2026-03-05 10:00", "2026-04-06 09:00"),
            ("2026-11-25 10:00", "2027-01-04 09:00"),
            ("2026-07-10 18:00", "2026-08-11 09:00"),
        ],
    )
    def test_is_due_a_month_later_in_working_time(self, rejected: str, due: str) -> None:
        assert local(only(Story().rejected(rejected).advice(rejected), "R2").due_at) == due

    def test_counts_from_the_last_of_two_rejections(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00", sender=ROBOT, human=False).rejected("2026-03-10 10:00")
        assert local(only(story.advice("2026-03-11 10:00"), "R2").due_at) == "2026-04-10 10:00"

    def test_comes_whether_or_not_the_rejection_was_thanked_for(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00")
        story.drafted(only(story.due("2026-03-05 10:00"), "R1"), "2026-03-05 10:00", DraftState.DISCARDED)
        assert story.rules("2026-04-06 09:00") == ["R2"]

    def test_their_all_the_best_does_not_count(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00").theirs("2026-03-05 12:00", MessageKind.OTHER)
        assert story.rules("2026-04-06 09:00") == ["R2"]

    @pytest.mark.parametrize("kind", [MessageKind.OUTREACH, MessageKind.ASSESSMENT, MessageKind.APPLICATION_RECEIVED])
    def test_falls_away_where_it_moved_again_in_the_same_thread(self, kind: MessageKind) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00").theirs("2026-03-20 10:00", kind)
        assert story.advice("2026-04-06 09:00") == []

    def test_never_again(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00")
        story.sends(only(story.due("2026-04-06 09:00"), "R2"), "2026-04-06 10:00").theirs("2026-04-07 10:00", MessageKind.OTHER)
        assert story.advice("2026-05-30 10:00") == []

    def test_a_word_of_the_users_own_weeks_later_was_it(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00").mine("2026-03-25 10:00")
        assert story.advice("2026-04-06 09:00") == []

    def test_expires_thirty_days_after_it_fell_due(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00")
        assert story.rules("2026-05-06 08:59") == ["R2"]
        assert story.rules("2026-05-06 09:01") == []

    def test_is_only_listed_where_it_fell_due_before_the_first_cycle(self) -> None:
        story = interviewed().rejected("2026-03-05 10:00").mine("2026-03-05 11:00")
        story.first_cycle_at = at("2026-04-10 09:00")
        assert only(story.advice("2026-04-10 09:00"), "R2").listed_only


class TestOffers:
    def test_stop_the_open_word_to_references_too(self) -> None:
        story = interviewed().theirs("2026-03-04 10:00", MessageKind.OTHER, asks_references=True)
        assert "F1" in story.rules("2026-03-04 10:00")
        assert story.theirs("2026-03-05 10:00", MessageKind.OFFER).advice("2026-03-05 10:00") == []

    def test_that_ask_for_references_need_them(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OFFER, asks_references=True)
        assert story.rules("2026-03-05 10:00") == ["F1"]

    def test_stay_through_a_pause(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OFFER)
        story.says("2026-03-06 10:00", WordKind.PAUSE).says("2026-03-08 10:00", WordKind.REOPEN)
        assert story.advice("2026-03-12 10:00") == []
        assert story.case("2026-03-12 10:00").standing.state == "offer"

    def test_stay_when_closed_by_mistake(self) -> None:
        story = interviewed().theirs("2026-03-05 10:00", MessageKind.OFFER)
        story.says("2026-03-06 10:00", WordKind.CLOSE).says("2026-03-06 10:05", WordKind.REOPEN)
        assert story.advice("2026-03-12 10:00") == []
        assert story.case("2026-03-12 10:00").standing.state == "offer"


class TestAccepting:
    def other(self, key: str = "2") -> Story:
        return Story(key=key, company="Contoso").confirmed("2026-02-27 10:00", "2026-03-03T14:00", "2026-03-03T15:00", sender=TOM)

    def accepted(self) -> Story:
        return interviewed().theirs("2026-03-05 10:00", MessageKind.OFFER).says("2026-03-06 10:00", WordKind.ACCEPT)

    def test_withdraws_from_the_other_at_once_and_nothing_else_is_made_there(self) -> None:
        found = advice_on_all("2026-03-10 16:00", self.accepted(), self.other())
        assert found["1"] == []
        withdrawal = only(found["2"], "O2")
        assert (len(found["2"]), withdrawal.due_at, withdrawal.contact) == (1, at("2026-03-06 10:00"), TOM)

    def test_goes_to_the_hiring_manager_where_known(self) -> None:
        manager = Person("Lee Wong", "lee@contoso.example", hiring_manager=True)
        other = self.other().theirs("2026-03-04 10:00", MessageKind.OTHER, TOM, people=(manager,))
        withdrawal = only(advice_on_all("2026-03-06 10:00", self.accepted(), other)["2"], "O2")
        assert (withdrawal.contact.email, withdrawal.reply_to) == ("lee@contoso.example", other.messages[-1].message_id)

    def test_not_from_what_is_only_applied_for(self) -> None:
        applied = Story(key="2").theirs("2026-03-01 10:00", MessageKind.APPLICATION_RECEIVED, TOM)
        assert advice_on_all("2026-03-06 10:00", self.accepted(), applied)["2"] == []

    def test_from_what_invites_afterwards(self) -> None:
        applied = Story(key="2").theirs("2026-03-01 10:00", MessageKind.APPLICATION_RECEIVED, TOM)
        applied.theirs("2026-03-09 10:00", MessageKind.INTERVIEW_INVITATION, TOM)
        assert [f.rule for f in advice_on_all("2026-03-09 10:00", self.accepted(), applied)["2"]] == ["O2"]

    def test_the_users_own_word_to_them_is_enough(self) -> None:
        other = self.other().mine("2026-03-06 11:00", TOM)
        assert advice_on_all("2026-03-20 10:00", self.accepted(), other)["2"] == []

    def test_a_sent_withdrawal_ends_it(self) -> None:
        other = self.other()
        other.sends(only(advice_on_all("2026-03-06 10:00", self.accepted(), other)["2"], "O2"), "2026-03-06 11:00")
        other.held("2026-03-07 10:00", sender=TOM)
        assert other.case("2026-03-08 10:00").standing.state == "withdrawn"
        assert advice_on_all("2026-03-20 10:00", self.accepted(), other)["2"] == []

    def test_taken_back_everything_goes_on(self) -> None:
        accepted = self.accepted().says("2026-03-07 10:00", WordKind.REOPEN)
        assert [f.rule for f in advice_on_all("2026-03-10 15:00", accepted, self.other())["2"] if f.rule != "T1"] == ["S1"]

    def test_what_the_user_reopens_in_spite_of_it_goes_on(self) -> None:
        other = self.other().says("2026-03-07 10:00", WordKind.REOPEN)
        assert "O2" not in [f.rule for f in advice_on_all("2026-03-10 15:00", self.accepted(), other)["2"]]

    def test_an_unanswerable_hiring_manager_is_passed_over(self) -> None:
        manager = Person("Lee Wong", "noreply@contoso.example", hiring_manager=True)
        other = self.other().theirs("2026-03-04 10:00", MessageKind.OTHER, TOM, people=(manager,))
        assert only(advice_on_all("2026-03-06 10:00", self.accepted(), other)["2"], "O2").contact == TOM


class TestReferences:
    def asked(self) -> Story:
        return interviewed().theirs("2026-03-05 10:00", MessageKind.OTHER, asks_references=True)

    def test_are_told_once_though_asked_for_twice(self) -> None:
        story = self.asked()
        story.drafted(only(story.due("2026-03-05 10:00"), "F1"), "2026-03-05 10:00", DraftState.SENT)
        assert "F1" not in story.theirs("2026-03-09 10:00", MessageKind.OTHER, asks_references=True).rules("2026-03-09 10:00")

    def test_who_got_a_copy_knows(self) -> None:
        assert "F1" not in self.asked().mine("2026-03-05 11:00", cc=(ADA,)).rules("2026-03-05 12:00")

    def test_are_no_contacts_of_the_application(self) -> None:
        story = self.asked().mine("2026-03-05 11:00", ADA).mine("2026-03-05 12:00", ADA).mine("2026-03-05 13:00", ADA)
        assert story.case("2026-03-05 14:00").correspondence.main_contact == MEG

    def test_are_withdrawn_on_a_rejection(self) -> None:
        assert "F1" not in [f.rule for f in self.asked().rejected("2026-03-06 10:00").advice("2026-03-06 10:00")]

    def test_stand_apart_from_the_other_drafts(self) -> None:
        story = self.asked().mine("2026-03-05 11:00")
        assert sorted(story.rules("2026-03-12 11:00")) == ["F1", "S1"]

    def test_the_user_is_not_his_own_reference(self) -> None:
        odd = with_(references=(SAM, Address("", "no-reply@references.example")))
        assert [f.rule for f in self.asked().due("2026-03-05 10:00", odd)] == ["T1"]


class TestWordsOfTheUser:
    def test_an_interview_that_ends_while_closed_has_ended_when_reopened(self) -> None:
        story = interviewed().says("2026-03-02 10:00", WordKind.CLOSE).says("2026-03-04 10:00", WordKind.REOPEN)
        assert story.case("2026-03-03 16:00").standing.state == "closed"
        assert story.case("2026-03-04 10:00").standing.state == "interviewed"

    def test_a_pause_over_does_not_take_back_a_rejection(self) -> None:
        story = interviewed().says("2026-03-04 10:00", WordKind.PAUSE).rejected("2026-03-05 10:00")
        story.says("2026-03-06 10:00", WordKind.REOPEN)
        assert story.case("2026-03-06 10:00").standing.state == "rejected"
        assert story.rules("2026-03-06 10:00") == ["R1"]

    def test_reopen_takes_back_a_rejection(self) -> None:
        story = interviewed().mine("2026-03-03 16:00").rejected("2026-03-05 10:00").says("2026-03-06 10:00", WordKind.REOPEN)
        assert story.case("2026-03-06 10:00").standing.state == "interviewed"
        assert [f.rule for f in story.advice("2026-03-06 10:00")] == ["S1"]

    def test_an_interview_told_after_a_rejection_goes_on(self) -> None:
        story = Story().rejected("2026-03-01 10:00").mine("2026-03-01 11:00")
        story.says("2026-03-02 10:00", WordKind.INTERVIEW, start=at("2026-03-03 14:00"))
        assert story.case("2026-03-02 11:00").standing.state == "interview_scheduled"
        assert story.rules("2026-03-03 15:30") == ["T1"]

    def test_a_past_interview_told_after_a_rejection_changes_nothing(self) -> None:
        story = Story().rejected("2026-03-05 10:00").says("2026-03-05 11:00", WordKind.INTERVIEW, start=at("2026-03-03 14:00"))
        assert story.case("2026-03-05 12:00").standing.state == "rejected"
        assert story.rules("2026-03-05 12:00") == ["R1"]

    @pytest.mark.parametrize("word", [WordKind.NOTE, WordKind.MENTION])
    def test_notes_change_nothing(self, word: WordKind) -> None:
        before = interviewed().advice("2026-03-03 16:00")
        assert interviewed().says("2026-03-03 15:10", word, text="the reporting project").advice("2026-03-03 16:00") == before

    def test_expect_does_not_wake_what_is_closed(self) -> None:
        story = interviewed().says("2026-03-04 10:00", WordKind.CLOSE)
        assert story.says("2026-03-05 10:00", WordKind.EXPECT, day=date(2026, 3, 9)).advice("2026-03-20 10:00") == []

    def test_their_mail_does_not_wake_what_is_closed(self) -> None:
        story = interviewed().says("2026-03-04 10:00", WordKind.CLOSE).held("2026-03-05 10:00").rejected("2026-03-06 10:00")
        assert story.advice("2026-03-06 10:00") == []
        assert story.case("2026-03-06 10:00").standing.state == "closed"


def test_the_users_own_status_check_after_the_database_was_lost_is_not_repeated() -> None:
    story = interviewed().mine("2026-03-03 16:00").mine("2026-03-10 16:30")
    checks = [f for f in story.advice("2026-03-11 10:00") if f.kind is FollowUpKind.STATUS_CHECK]
    assert [(f.rule, local(f.due_at)) for f in checks] == [("S2", "2026-03-17 16:30")]
