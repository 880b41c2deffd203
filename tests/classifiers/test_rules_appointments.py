"""What the rules of asked for, fixed and called-off interviews see by themselves, before the model weighs them.

Each family has sentences that it must see outright and near misses that share their words.
"""

from __future__ import annotations

import pytest

from classifiers.reading import MessageKind
from classifiers.sentences import read_passage
from classifiers.weighing import weigh

OUTRIGHT = 2.0

CONFIRMATION = MessageKind.INTERVIEW_CONFIRMATION
INVITATION = MessageKind.INTERVIEW_INVITATION
CANCELLED = MessageKind.INTERVIEW_CANCELLED


def strongest(kind: MessageKind, text: str) -> float:
    return weigh(read_passage("", text)).strongest[kind]


class TestCalledOff:
    @pytest.mark.parametrize(
        "text",
        [
            "The personal interview fixed on 19/07/2008 stands postponed due to unavoidable circumstances.",
            "Your conversation with Marta on Friday will unfortunately not be taking place.",
            "Our Thursday slot is no longer possible.",
            "Tomorrow is a no go, the whole crew is out at the dam.",
            "We will not be holding interviews on Monday.",
            "All walk-in interviews are kept in abeyance.",
            "I have taken our chat off the calendar.",
            "Please do not travel to the venue tomorrow.",
            "Don't come in today, the boiler room is under water.",
            "She has had to pull out of your 3 pm.",
            "The director cannot see you on the 6th.",
            "Unfortunately I can no longer make our call.",
            "A new date will be intimated in due course.",
            "I will be in touch about a fresh date once the strike is over.",
            "I don't have a new time yet.",
            "Could we push our interview to later in the week?",
            "Mind if we move it to next week?",
            "I'm going to have to scrub this afternoon.",
        ],
    )
    def test_is_seen(self, text: str) -> None:
        assert strongest(CANCELLED, text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "Can't make it? Reschedule or cancel below.",
            "Need to change something? Use the link.",
            "If you need to reschedule, please call us.",
            "All open requisitions have been cancelled.",
            "We will not be able to make you an offer.",
            "We won't be able to continue your process.",
            "My flight was cancelled, so I write from the airport.",
            "Your interview is moved to Friday 6 November at 11:00.",
            "Please do not come to the office to apply.",
        ],
    )
    def test_is_not_seen(self, text: str) -> None:
        assert strongest(CANCELLED, text) < OUTRIGHT


class TestConfirmed:
    @pytest.mark.parametrize(
        "text",
        [
            "You're in with Noel on Thursday 7th at 07:30.",
            "You are allocated Thursday 27th February at 11.30 am.",
            "Prof. Amsler expects you on Tuesday, 29 March at 14.15 in building C.",
            "I have noted Wednesday, 15:00 h for you.",
            "Tuesday 16:00 is yours.",
            "Sunday at 2pm it is.",
            "Great, Thursday 7.30pm my time.",
            "You are hereby invited to attend an interview on Wednesday, May 16 at 9:00am.",
            "You are requested to attend the interview as under:",
            "Thank you for booking your interview for Enforcement Officer.",
            "Your interview slot has been reserved:",
            "The employer has accepted your proposed time.",
            "The time and the room remain as before.",
            "This event starts in 30 minutes.",
            "Here is your itinerary for the visit.",
            "When: Thursday, October 29, 10:30 AM Central",
            "Ask for Monique at the front desk.",
            "Pat will call you at the number on your application.",
        ],
    )
    def test_is_seen(self, text: str) -> None:
        assert strongest(CONFIRMATION, text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "Would the director be able to see you on Thursday at 4:15 pm?",
            "Is Tuesday at 10 am any good for a video call?",
            "I can do Tuesday at 10 am or Wednesday at 2 pm.",
            "The test takes about 40 minutes.",
            "We ask for your patience.",
            "I'll call you Monday to find another day.",
            "The panel meets again on the 19th, and until then I can't say more.",
            "Interviews will be held on 18, 19 and 20 June.",
            "The interview on Tuesday 15 May at 10:20 AM has been withdrawn.",
            "I won't be able to see you on Saturday.",
        ],
    )
    def test_is_not_seen(self, text: str) -> None:
        assert strongest(CONFIRMATION, text) < OUTRIGHT


class TestAskedFor:
    @pytest.mark.parametrize(
        "text",
        [
            "When could you swing past for a yarn?",
            "Which days of next week are you chanced?",
            "What day you free?",
            "How are you fixed for next week?",
            "Any chance you could come and meet us one evening next week?",
            "Could the three of us talk by video?",
            "Come see me at the yard any morning and we'll talk.",
            "Kindly telephone the College Office to agree a time.",
            "Give me a holler and we'll set something up.",
            "The Selection Committee wishes to interview you for the above position.",
            "My client has requested an interview with you.",
            "Request you to share two convenient slots for the technical round.",
            "Please mark the half days on which you can appear.",
            "Kindly inform which date is convenient.",
            "May we know your available date and time for a virtual interview?",
            "You can pick a new time for your interview here.",
        ],
    )
    def test_is_seen(self, text: str) -> None:
        assert strongest(INVITATION, text) >= OUTRIGHT

    @pytest.mark.parametrize(
        "text",
        [
            "When could you start with us?",
            "Tell us about a time when you handled an angry customer.",
            "Thank you for sharing your availability.",
            "Call me if you have any questions.",
            "If your profile is shortlisted we will contact you.",
            "Only shortlisted candidates will be invited.",
            "You were not shortlisted for an interview.",
            "It was good to come and see your plant.",
            "I have rung you three times.",
            "We hope to have an answer by Wednesday or Thursday.",
        ],
    )
    def test_is_not_seen(self, text: str) -> None:
        assert strongest(INVITATION, text) < OUTRIGHT
