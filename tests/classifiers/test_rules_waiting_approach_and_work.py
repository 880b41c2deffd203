"""The signs of three kinds that share their words with others: not yet decided, a stranger's approach, work asked of the reader.

Each family has sentences that say it outright and a near twin that does not: the same words in a "no", a receipt, a cancelled
appointment, a condition, or somebody else's affair.
"""

from __future__ import annotations

import pytest

from classifiers.reading import MessageKind
from classifiers.sentences import read_passage
from classifiers.weighing import weigh

OUTRIGHT = 2.0


def strength(kind: MessageKind, text: str) -> float:
    """Weight of the strongest sign of `kind` in a text."""
    return weigh(read_passage("", text)).strongest[kind]


HOLDING = {
    "nothing decided": (
        "We have not made a decision yet.",
        "Please let us have your decision by Friday.",
    ),
    "a decision that is still to come": (
        "The committee has yet to reach agreement on this post.",
        "The committee reached agreement on this post and has chosen somebody else.",
    ),
    "nothing may be said": (
        "I'm not allowed to say anything until the board has met.",
        "We are not able to offer you the position.",
    ),
    "no, not a no": (
        "It's not a no, we just don't have an answer for you yet.",
        "I'm afraid it's a no this time.",
    ),
    "still interviewing": (
        "We are still interviewing candidates.",
        "Are you still interested in interviewing with us?",
    ),
    "in the running": (
        "You are still in the running and the team liked you.",
        "Your resume will remain active in our database for a year.",
    ),
    "people left to see": (
        "We have two more candidates to see on Monday, then we decide.",
        "We have gone with another candidate.",
    ),
    "nobody forgotten": (
        "I haven't forgotten you, I promise.",
        "Please don't forget your passport.",
    ),
    "waiting for an approval": (
        "We're waiting on budget approval before we can extend an offer.",
        "The board approved another candidate for the post last night.",
    ),
    "somebody is away": (
        "The hiring manager is on leave until the 14th.",
        "The hiring manager is off sick so we are cancelling tomorrow's interview.",
    ),
    "a body that has to meet": (
        "The trustees don't meet again until the 19th and they have to vote on it.",
        "The panel will meet you at 10:00 on Monday.",
    ),
    "on hold": (
        "All hiring is on hold until the new fiscal year.",
        "The interviews on Friday are on hold, we have to reschedule.",
    ),
    "delayed": (
        "The process is taking longer than we expected.",
        "Your flight is delayed by two hours.",
    ),
    "an answer by a day": (
        "I should have an answer for you by the end of next week.",
        "We will get back to you.",
    ),
    "an answer either way": (
        "You'll hear from me one way or the other on Monday.",
        "You can reach us by phone or by e-mail, whichever you like.",
    ),
    "as soon as they know": (
        "I'll call you as soon as I hear back from the client.",
        "Please call me as soon as you can.",
    ),
    "patience asked for": (
        "Please bear with us a little longer.",
        "Thank you for your patience while we went through the applications.",
    ),
    "met, and in touch": (
        "It was great to meet you on Tuesday and we will be in touch.",
        "Thank you for applying; we will be in touch if your profile matches.",
    ),
    "second-language and South Asian English": (
        "Kindly exercise patience, management is yet to conclude on the recruitment.",
        "Kindly revert with your updated CV.",
    ),
}

OUTREACH = {
    "a profile that was found": (
        "I came across your profile on LinkedIn and was impressed.",
        "We have reviewed your application and were impressed.",
    ),
    "a name that was given": (
        "Omar suggested that I get in touch with you.",
        "Omar from HR will get in touch with you about your interview.",
    ),
    "a stranger": (
        "Apologies for the cold email, you don't know me.",
        "Apologies for the late reply.",
    ),
    "a bumped approach": (
        "Just bumping this to the top of your inbox in case you missed it.",
        "Just checking that you saw the new interview time.",
    ),
    "would you consider": (
        "Would you be open to a new role in fintech?",
        "Are you still interested in the position?",
    ),
    "happy where you are": (
        "No pressure at all if you are happy where you are.",
        "We are happy to confirm your interview.",
    ),
    "on behalf of a client": (
        "We've been retained to find a Director of Fundraising for a national charity.",
        "Our client has cancelled tomorrow's interview.",
    ),
    "a role to fill": (
        "We are looking for a senior engineer to join our platform team.",
        "We are no longer hiring for this role.",
    ),
    "send your resume": (
        "Please share your updated resume and your expected rate.",
        "We keep your resume on file.",
    ),
    "pass it on": (
        "If it isn't for you, do you know anyone who might be interested?",
        "Do you know where to park?",
    ),
}

ASSESSMENT = {
    "a test to do": (
        "Please complete the online assessment by Sunday.",
        "Thank you for completing the online assessment.",
    ),
    "a next step that is a test": (
        "The next step is a short coding challenge.",
        "Your coding challenge was reviewed and we liked it.",
    ),
    "a test not yet done": (
        "You have not completed your situational judgement test yet.",
        "Your situational judgement test has been completed.",
    ),
    "a recording": (
        "Please record a video interview in which you answer three questions.",
        "Please note that the interview will be recorded.",
    ),
    "questions to answer": (
        "Before we book interviews, could you answer these questions by email?",
        "If you have questions, please answer this email.",
    ),
    "a piece of writing": (
        "Could you draft a short press release and send it back by Friday?",
        "I attach the draft contract; please sign it and send it back by Friday.",
    ),
    "what everybody is asked": (
        "Before we invite people we ask them to write one page about the paper.",
        "Before we invite people we check their references.",
    ),
    "rules of the game": (
        "There are 30 questions, 25 minutes, and no wrong answers.",
        "The interview will last 25 minutes.",
    ),
    "a form to return": (
        "Please fill in the attached application form and return it by the 20th.",
        "Please complete the new hire form before your start date.",
    ),
    "a test at the interview": (
        "You will need to take a typing test at home before we go on.",
        "On the day, the interview will include a typing test.",
    ),
}


def _rows(table: dict[str, tuple[str, str]]) -> list[object]:
    return [pytest.param(outright, twin, id=family) for family, (outright, twin) in table.items()]


@pytest.mark.parametrize(("outright", "twin"), _rows(HOLDING))
def test_not_decided_yet(outright: str, twin: str) -> None:
    assert strength(MessageKind.HOLDING, outright) >= OUTRIGHT
    assert strength(MessageKind.HOLDING, twin) < OUTRIGHT


@pytest.mark.parametrize(("outright", "twin"), _rows(OUTREACH))
def test_a_strangers_approach(outright: str, twin: str) -> None:
    assert strength(MessageKind.OUTREACH, outright) >= OUTRIGHT
    assert strength(MessageKind.OUTREACH, twin) < OUTRIGHT


@pytest.mark.parametrize(("outright", "twin"), _rows(ASSESSMENT))
def test_work_asked_of_the_reader(outright: str, twin: str) -> None:
    assert strength(MessageKind.ASSESSMENT, outright) >= OUTRIGHT
    assert strength(MessageKind.ASSESSMENT, twin) < OUTRIGHT


@pytest.mark.parametrize(
    "promise", ["We will be in touch.", "We'll get back to you shortly.", "We will let you know.", "Thanks for your patience."]
)
def test_a_bare_promise_is_only_a_hint(promise: str) -> None:
    assert 0 < strength(MessageKind.HOLDING, promise) < OUTRIGHT


def test_a_test_that_is_only_named_is_a_hint() -> None:
    assert 0 < strength(MessageKind.ASSESSMENT, "Our process has three steps: phone screen, case study, final round.") < OUTRIGHT
