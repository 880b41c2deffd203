"""Near twins: one word decides whether a cue counts. Negation, condition, question, quotation, who is meant, tense, position."""

from __future__ import annotations

import pytest

from classifiers.reading import Context, MessageKind
from tests.classifiers.verdict_mail import kind_of, verdict_on

K = MessageKind
THANKS = "Hi Sam,\n\nThank you for applying for the Buyer position at Harborlight. "


class TestCondition:
    def test_a_no_outright_is_a_rejection(self) -> None:
        assert kind_of(THANKS + "You have not been selected for an interview.") is K.REJECTION

    @pytest.mark.parametrize(
        "conditional",
        [
            "If you are not selected for an interview, we will keep your resume on file.",
            "If it does not work out this time, we will tell you.",
            "Should we decide not to move forward with your application, we will let you know.",
            "Whether or not you are selected, you will hear from us.",
            "In the event that we move forward with other candidates, you will be notified.",
            "You will be contacted if your qualifications match our needs.",
            "If you do not hear from us within three weeks, please assume that you have not been successful.",
            "Only shortlisted candidates will be contacted.",
        ],
    )
    def test_a_no_in_the_conditional_is_none(self, conditional: str) -> None:
        assert kind_of(THANKS + "We have received your application. " + conditional) is K.APPLICATION_RECEIVED

    def test_a_courtesy_conditions_nothing(self) -> None:
        verdict = verdict_on(
            THANKS + "If you would like feedback, write to us: you have not been selected for the next round of interviews."
        )
        assert verdict.kind is K.REJECTION

    def test_a_threat_is_not_a_cancellation(self) -> None:
        body = "Your interview is confirmed for Monday at 10:00. We will have to cancel your interview if you do not reply."
        assert kind_of(body, subject="Interview") is K.INTERVIEW_CONFIRMATION

    def test_the_offer_to_reschedule_is_not_a_cancellation(self) -> None:
        body = "Your interview for Buyer is scheduled for Tuesday at 10:30. If you need to cancel or reschedule, use the link."
        assert kind_of(body, subject="Interview") is K.INTERVIEW_CONFIRMATION


class TestNegation:
    def test_decided(self) -> None:
        assert kind_of(THANKS + "We have made our decision and selected another candidate.") is K.REJECTION

    def test_not_decided(self) -> None:
        assert kind_of("Hi Sam,\n\nAbout the Buyer position: we have not made a decision yet, interviews go on.") is K.HOLDING

    def test_a_gap_swallows_no_negation(self) -> None:
        body = "Hi Sam, thank you for your interview. You are not one of the people in the running for the position any more."
        assert kind_of(body) is not K.HOLDING

    def test_not_able_to_offer(self) -> None:
        assert kind_of(THANKS + "We are unable to offer you the position.") is K.REJECTION
        assert kind_of(THANKS + "We are pleased to offer you the position.") is K.OFFER

    def test_not_only_negates_nothing(self) -> None:
        assert kind_of("Hi Sam, we are not only impressed, we would like to offer you the position.") is K.OFFER


class TestUnfortunately:
    def test_alone_is_no_rejection(self) -> None:
        body = "Hi Sam, unfortunately there is no parking. Your interview for Buyer is confirmed for Friday at 11:00."
        assert kind_of(body) is K.INTERVIEW_CONFIRMATION

    def test_before_a_reschedule_without_a_time(self) -> None:
        body = "Hi Sam, unfortunately we have to reschedule your interview on Thursday. I will send you new dates soon."
        assert kind_of(body) is K.INTERVIEW_CANCELLED

    def test_before_a_reschedule_with_a_time(self) -> None:
        body = "Hi Sam, unfortunately Marc is away, so we have moved your interview to Friday 6 November at 11:00."
        assert kind_of(body) is K.INTERVIEW_CONFIRMATION

    def test_before_a_delay(self) -> None:
        body = "Hi Sam, unfortunately the hiring manager is on leave, so we have no decision on the role before Monday."
        assert kind_of(body) is K.HOLDING


class TestQuotedSpeech:
    def test_what_others_write_decides_nothing(self) -> None:
        body = (
            'Dear Sam, you know the mails that say "we regret to inform you that we have decided to move forward with other '
            'candidates". Not this one: we would like to invite you to an interview for the Buyer role. When are you free?'
        )
        assert kind_of(body) is K.INTERVIEW_INVITATION

    def test_quoted_history_decides_nothing(self) -> None:
        quoted = "\n\n> Unfortunately we have decided not to move forward with your application."
        body = "Hi Sam, good news: the Buyer role is open again and we would like to invite you to interview. When are you free?"
        assert kind_of(body, quoted=quoted) is K.INTERVIEW_INVITATION


class TestSubject:
    def test_it_lies_and_the_text_decides(self) -> None:
        body = "Dear Sam, we have decided not to move forward with your application for the Buyer position."
        assert kind_of(body, subject="Great news: your offer of employment!") is K.REJECTION

    def test_alone_it_is_never_confident_of_what_was_decided(self) -> None:
        assert not verdict_on("See the portal.", subject="Unfortunately you have not been selected for the position").confident


class TestPosition:
    def test_thanks_do_not_make_a_receipt(self) -> None:
        body = (
            "Dear Sam,\n\nThank you for applying for the position of Buyer and for your interest. We received many "
            "applications and will be focusing on candidates whose experience more closely matches the role."
        )
        assert kind_of(body) is K.REJECTION


class TestWhoIsMeant:
    def test_the_user(self) -> None:
        assert kind_of("Hi Sam, we have decided not to move forward with your application for Buyer.") is K.REJECTION

    @pytest.mark.parametrize(
        "body",
        [
            "Hi Sam, thank you for referring Tom. We have decided not to move forward with his application for Buyer.",
            "The candidate was strong on SQL but I do not think we should move forward. Should we reject her today?",
            "You have been added to the interview panel for Lena Ortiz. Please submit your scorecard after the interview.",
            "Hi Sam, I have two excellent candidates for your open role, available immediately. May I send you their resumes?",
            "Lena Ortiz has applied for a position with us and has named you as a referee. Please complete the reference form.",
        ],
    )
    def test_somebody_else(self, body: str) -> None:
        assert kind_of(body, subject="Buyer") is K.OTHER

    def test_what_the_user_wrote(self) -> None:
        body = "We are pleased to offer you the position of Buyer."
        verdict = verdict_on(body, Context(outgoing=True))
        assert (verdict.kind, verdict.confidence, verdict.confident) == (K.OTHER, 1.0, True)
        own = Context(own_addresses=frozenset({"meg.ortiz@harborlight.example"}))
        assert kind_of(body, own) is K.OTHER

    def test_what_another_candidate_writes(self) -> None:
        body = "Dear Mr Rivera, I am writing to apply for the Buyer position. Please find my resume attached."
        assert kind_of(body, sender="Lena Ortiz <lena@example.net>") is K.OTHER


class TestWhoSettlesTheTime:
    def test_a_question_invites(self) -> None:
        assert kind_of("Hi Sam, thanks for applying for Buyer. Would Tuesday at 3 pm work for you?") is K.INTERVIEW_INVITATION

    def test_a_statement_confirms(self) -> None:
        body = "Hi Sam, Tuesday at 3 pm works for us. See you then for the Buyer interview!"
        assert kind_of(body) is K.INTERVIEW_CONFIRMATION

    def test_a_choice_invites(self) -> None:
        body = (
            "Hi Sam, we would like to interview you for Buyer. We have Tuesday at 10 or Wednesday at 2; tell me which you prefer."
        )
        assert kind_of(body) is K.INTERVIEW_INVITATION

    def test_to_ask_for_another_time_calls_off(self) -> None:
        body = "Hi Sam, I need to reschedule our interview on Tuesday. Could you send me your availability for next week?"
        assert kind_of(body) is K.INTERVIEW_CANCELLED


class TestJobContext:
    APPOINTMENT = "Your appointment with Dr. Patel is confirmed for Thursday, November 12 at 2:00 PM. Bring your insurance card."

    def test_a_doctor(self) -> None:
        sender = "Lakeside Medical <appointments@lakesidemedical.example>"
        assert kind_of(self.APPOINTMENT, subject="Appointment", sender=sender) is K.OTHER

    def test_a_meeting_at_work(self) -> None:
        assert kind_of("The budget review is moved to Thursday at 10:00.", subject="Budget") is K.OTHER

    def test_the_thread_opens_the_gate(self) -> None:
        body = "Perfect, Tuesday at 5 pm it is. See you then."
        in_thread = Context(previous_kind=K.INTERVIEW_INVITATION, known_company="Harborlight")
        alone = verdict_on(body, subject="Re: hello")
        assert not (alone.kind is K.INTERVIEW_CONFIRMATION and alone.confident)
        verdict = verdict_on(body, in_thread, subject="Re: hello")
        assert verdict.kind is K.INTERVIEW_CONFIRMATION
        assert verdict.confident

    def test_an_unknown_recruiter_approaches_but_a_known_one_invites(self) -> None:
        body = "Hi Sam, I came across your profile. Are you free for a call on Thursday to talk about a role?"
        assert kind_of(body, subject="Buyer") is K.OUTREACH
        known = Context(previous_kind=K.APPLICATION_RECEIVED, known_company="Harborlight")
        assert kind_of(body, known, subject="Buyer") is K.INTERVIEW_INVITATION


class TestRobotsAndPeople:
    PROMISE = "We have received your application for Buyer and will get back to you within two weeks."

    def test_a_robot_that_promises_acknowledges(self) -> None:
        assert kind_of(self.PROMISE, sender="Harborlight <no-reply@greenhouse-mail.io>") is K.APPLICATION_RECEIVED

    def test_a_person_who_promises_holds(self) -> None:
        body = "Hi Sam, thank you for the interview. We are still meeting other candidates and will get back to you by Friday."
        verdict = verdict_on(body, subject="Re: Buyer position")
        assert verdict.kind is K.HOLDING
        assert verdict.confident

    def test_no_draft_is_written_on_a_robot_that_holds(self) -> None:
        body = "Your application for Buyer is still under review. We have not made a decision yet. Thank you for your patience."
        assert not verdict_on(body, sender="Harborlight <no-reply@greenhouse-mail.io>").confident
