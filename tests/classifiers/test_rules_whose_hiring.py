"""What the rules see of whose affair a mail is: the user's own hiring process, somebody else's, or another walk of life.

Each family has sentences that it must see outright and near misses, said in a hiring process of the user's, that it must not.
"""

from __future__ import annotations

import pytest

from classifiers.reading import MessageKind
from classifiers.sentences import read_passage
from classifiers.weighing import Tally, weigh

OUTRIGHT = 2.0


def seen(text: str) -> Tally:
    return weigh(read_passage("", text))


def strongest_other(text: str) -> float:
    return seen(text).strongest[MessageKind.OTHER]


class TestWalksOfLife:
    @pytest.mark.parametrize(
        "text",
        [
            "Your appointment with Dr. Osei at the clinic is confirmed for Monday at 9:40.",
            "Your prescription is ready to collect.",
            "We have carefully considered your mortgage application and cannot approve it.",
            "The loss adjuster will contact you about your claim.",
            "The landlord has decided to go with another couple.",
            "We have received your rental application for the two bedroom flat.",
            "Our engineer will call between eight and one to exchange your meter.",
            "Your visa interview has been scheduled at the consulate.",
            "A telephone interview has been scheduled regarding your claim for benefits.",
            "You have been selected for jury service.",
            "Your interview for the BSc in Geography has been booked.",
            "We are pleased to offer your daughter a place.",
            "The grants committee has completed its review of the applications.",
            "The reviewers recommend that your manuscript be accepted for publication.",
            "I'm a reporter with the Herald and I'm writing a piece about the closure.",
            "Thank you for agreeing to take part in the study.",
            "You were not selected for this study.",
            "Thanks for applying to volunteer with us!",
            "Please complete the mandatory training by Friday.",
            "How did your interview go?",
        ],
    )
    def test_seen(self, text: str) -> None:
        assert strongest_other(text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "Thank you for applying for the Dental Receptionist position.",
            "Your interview for Claims Adjuster at Cobalt Insurance is confirmed.",
            "We have received your application for Member Service Representative, Larkspur Credit Union.",
            "I have you booked for Tue 30 Apr at 2.30pm.",
            "Come round the back, the dog's friendly.",
            "The dress code is business casual.",
            "The employee benefits include dental and vision coverage.",
            "I am pleased to confirm your interview for the post of Lecturer in Nursing.",
            "We really enjoyed your paper and your talk.",
            "Paid weekly, start Monday.",
        ],
    )
    def test_near_misses(self, text: str) -> None:
        assert strongest_other(text) < OUTRIGHT


class TestOtherPeoplesHiring:
    @pytest.mark.parametrize(
        "text",
        [
            "Should we bring her in for a second interview?",
            "I would hire him tomorrow.",
            "His resume looks thin and his references were lukewarm.",
            "Strong no hire from me.",
            "Please submit your scorecard for Jonah by Friday.",
            "You are on the panel for the apprentice interviews.",
            "Thank you for agreeing to act as external assessor.",
            "Attached are the resumes of the four we liked.",
            "14 new applicants for Network Technician.",
            "Dana has given your name as a reference.",
            "Your friend has applied and you will receive your referral bonus.",
            "We help companies like yours hire faster.",
        ],
    )
    def test_seen(self, text: str) -> None:
        assert strongest_other(text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "The other candidates will be interviewed this week.",
            "She would like to meet you on Thursday.",
            "We have offered the position to another candidate, who has accepted.",
            "Your interview panel will be Ms. Ito and Mr. Brandt.",
            "The hiring committee met and liked you very much.",
            "My client would like to see you on Tuesday.",
        ],
    )
    def test_near_misses(self, text: str) -> None:
        assert strongest_other(text) < OUTRIGHT


class TestCandidatesWrite:
    @pytest.mark.parametrize(
        "text",
        [
            "I would like to apply for the post of dispatcher.",
            "Please find attached my resume.",
            "Thank you for the opportunity to interview with you yesterday.",
            "I would like to confirm my attendance.",
            "I regret that I must withdraw from your search.",
            "I remain very interested in the position.",
            "Thank you for your time and consideration.",
            "Is there any news about my application?",
            "I am delighted to accept the offer.",
        ],
    )
    def test_seen(self, text: str) -> None:
        assert strongest_other(text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "I look forward to hearing from you about your availability.",
            "I enjoyed our conversation and have shared my notes with the team.",
            "Thank you for your interest in our company.",
            "My client was impressed by your background.",
            "View my application",
        ],
    )
    def test_near_misses(self, text: str) -> None:
        assert strongest_other(text) < OUTRIGHT


class TestErrandsAndBroadcasts:
    @pytest.mark.parametrize(
        "text",
        [
            "Could you send your CV again as a PDF?",
            "The attachment does not open.",
            "Please submit your receipts for reimbursement within 30 days.",
            "Your account has been created.",
            "How was your interview? Rate your interview experience.",
            "12 new jobs for you this week.",
            "Your profile appeared in 14 searches.",
            "You started an application but did not finish it.",
            "Employers look at a resume for six seconds.",
        ],
    )
    def test_seen(self, text: str) -> None:
        assert strongest_other(text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "Unsubscribe",
            "We are delighted to offer you the role; please sign and return the contract with your bank details.",
            "Interview confirmed: Friday at 10, visitor parking is in front.",
        ],
    )
    def test_near_misses(self, text: str) -> None:
        assert strongest_other(text) < OUTRIGHT


class TestHiringItself:
    @pytest.mark.parametrize(
        "text",
        [
            "Can you start on Monday? It is £14 an hour, four nights a week.",
            "Come and do a trial shift with us.",
            "The search committee would like you to give a teaching demo.",
            "Your references were glowing.",
            "We'd love you to join our crew.",
            "The client wants to see you, so I have put you forward.",
        ],
    )
    def test_seen(self, text: str) -> None:
        assert seen(text).hiring >= 0.9

    @pytest.mark.parametrize(
        "text",
        [
            "Bin collection moves to Tuesday this week.",
            "Your parcel is on its way.",
            "Dinner at ours on Saturday?",
        ],
    )
    def test_near_misses(self, text: str) -> None:
        assert seen(text).hiring == 0.0
