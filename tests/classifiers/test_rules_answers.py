"""What the phrase rules see in a "no", an offer and a receipt, and in what only sounds like one. The signs alone, no model."""

from __future__ import annotations

import pytest

from classifiers.reading import MessageKind
from classifiers.sentences import read_passage
from classifiers.weighing import weigh

_OUTRIGHT = 2.0


def outright(kind: MessageKind, text: str) -> bool:
    """Whether the text, with no subject to help, says the kind in so many words."""
    return weigh(read_passage("", text)).strongest[kind] >= _OUTRIGHT


class TestRejection:
    @pytest.mark.parametrize(
        "text",
        [
            # Somebody else has it.
            "We've opted to take things forward with a candidate whose background is in claims.",
            "Sorry, the shift's gone to one of the lads.",
            "Sorry to be the one to say it but Barry gave the gig to his mate.",
            "The directors have plumped for a lady with a background in hospice care.",
            "I'm sorry to say we've made an offer to someone else and they have said yes.",
            "We went w someone who's run a warehouse before.",
            "The board met last night and chose Mrs. Alvarez.",
            "The search committee has forwarded other names to the dean.",
            # The job is gone.
            "The position you applied for has since been filled.",
            "The position stands cancelled due to administrative reasons.",
            "Corporate pulled every open req this morning.",
            "The trustees voted not to fund the post.",
            "That one's been filled!",
            "The hospital has resolved to re-advertise the post.",
            # Not among the chosen.
            "You could not make it to the final merit list.",
            "Your name was not among those recommended to the provost.",
            "Your application was not favourably considered.",
            "Status: Not selected",
            "The client has given negative feedback and would not be proceeding.",
            "Having interviewed six people we have made our selection and you were not it.",
            "This is as far as we can take your application.",
            # A plain no, and a soft one.
            "So it's a no this time, mate.",
            "We don't have anything for you at the moment.",
            "Your services will not be required.",
            "We would have loved to have you, and the difference was tiny.",
            "They want someone more senior.",
            "It says nothing about you, and you did everything right.",
            "We are therefore withdrawing our offer.",
        ],
    )
    def test_a_no_in_other_words(self, text: str) -> None:
        assert outright(MessageKind.REJECTION, text)

    @pytest.mark.parametrize(
        "text",
        [
            # The meeting, not the candidate, is off or waits.
            "The interviews planned for Tuesday cannot go ahead.",
            "Lars is ill, so we won't be going ahead with the call this afternoon.",
            "The interviewer is no longer available tomorrow.",
            "I can't give you an answer before the board has met.",
            "The role's not going anywhere and neither is your application.",
            "We are still interviewing other candidates.",
            # Said of a case that has not come about.
            "If the position has been filled, we will tell you.",
            "If you do not hear from us within four weeks, your application was unsuccessful.",
            "The link will expire and we won't be able to take your application forward.",
            "Should we go with another candidate, you will be told.",
            # The same words about something else.
            "All selected candidates undergo safeguarding checks.",
            "Please reply with your first and second choice.",
            "This is a no-reply address.",
            "There is nothing you need to do right now.",
            "We can only consider people who have filled it in.",
            "You were the first person I thought of.",
            "Our hiring freeze is over.",
            "Call me when you get to the station.",
        ],
    )
    def test_no_no(self, text: str) -> None:
        assert not outright(MessageKind.REJECTION, text)


class TestOffer:
    @pytest.mark.parametrize(
        "text",
        [
            # Offered.
            "I have great pleasure in offering you the position of Head of Year.",
            "It gives me great pleasure to offer you a tenure-track appointment.",
            "They loved you and they're making an offer: 85k plus bonus.",
            "Here's the formal offer, have a read.",
            "PFA the Letter of Intent.",
            "We wish to engage your services as bookkeeper.",
            # Yours.
            "The job's yours if you'll have it.",
            "We'd like you to have it.",
            "Consider yourself hired.",
            "We'd like you to come and run the kitchen with us.",
            "The trustees have let me ask you to be our Front of House Manager.",
            "We hope you'll accept and look forward to working with you.",
            # Decided by those who decide.
            "The board approved your hire last night.",
            "The committee was unanimous.",
            "The client said yes!",
            "You are hereby appointed as Assistant Lecturer.",
            # What comes with it.
            "Please sign both copies and return one.",
            "HR will mail the contract on Monday.",
            "Kindly confirm your acceptance of the above terms.",
            "You just have to say yes.",
            "When can you hand in your notice?",
            "Would you like the job?",
        ],
    )
    def test_an_offer_in_other_words(self, text: str) -> None:
        assert outright(MessageKind.OFFER, text)

    @pytest.mark.parametrize(
        "text",
        [
            "We are not in a position to extend an offer to you.",
            "The team has decided to extend an offer to another individual.",
            "The team was ready to make you an offer.",
            "We can offer you the following appointments for a talk.",
            "I would have been happy to have you on board.",
            "We'd love to have you in for a day to meet everyone.",
            "You've got this!",
            "You're in the mix.",
            "We are excited that you would like to be part of our team.",
            "You are confirmed for Tuesday, November 17.",
            "Congratulations on getting through to stage 2.",
            "Please bring proof of your National Insurance number.",
            "Interviews will be held in the week commencing 19 May.",
            "Please accept the calendar invitation.",
            "If selected, could you start in June?",
            "Bring your passport, photo and appointment letter.",
            "Offers that we make are subject to references if you are selected.",
        ],
    )
    def test_no_offer(self, text: str) -> None:
        assert not outright(MessageKind.OFFER, text)


class TestApplicationReceived:
    @pytest.mark.parametrize(
        "text",
        [
            # It is here.
            "Your application for Frontend Engineer at Kobotech Ltd (Yaba, Lagos) was submitted successfully.",
            "We acknowledge with thanks the receipt of your application for the post of Clerk.",
            "Please accept this e-mail as acknowledgement of your application.",
            "Your papers have reached this office.",
            "Your application for Shift Lead just landed with us.",
            "We've sent your application to Northwind.",
            "Your CV is safely in our system.",
            "Application no. 8814 is on file.",
            "Status: under review",
            # Somebody will read it.
            "The panel will consider your application after the closing date.",
            "A real human reads every single one.",
            "Applications are rated after the announcement closes.",
            # Only the chosen hear.
            "Only those called for interview will hear from us.",
            "Shortlisted applicants will be contacted directly.",
            "If you have not heard from us by 1 June, please assume you have not been selected.",
            "If it's a match, one of us will reach out to set up a chat.",
            "Should you be selected for an interview, we will be in touch.",
        ],
    )
    def test_a_receipt_in_other_words(self, text: str) -> None:
        assert outright(MessageKind.APPLICATION_RECEIVED, text)

    @pytest.mark.parametrize(
        "text",
        [
            "Your application has not been received yet.",
            "Please make sure that your application is submitted by Friday.",
            "Once we have received your references we will write again.",
            "Your application landed on my desk and I would like to talk.",
            "Please have your documents to hand.",
            "Got your resume from Ron, can you come by on Monday?",
            "You have been shortlisted and are invited to attend for interview.",
            "If we do not hear from you we will assume you are no longer interested.",
            "We have received your invoice.",
            "Your application will not be considered further.",
            "We will keep your details and contact you should a suitable vacancy arise.",
            "We will retain your resume in our database for one year.",
        ],
    )
    def test_no_receipt(self, text: str) -> None:
        assert not outright(MessageKind.APPLICATION_RECEIVED, text)
