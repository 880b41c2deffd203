"""What the trained model adds to the rules, and what it may not overrule."""

from __future__ import annotations

import time

import pytest

from classifiers.model import weights
from classifiers.model.bars import NEVER, Held, bars_for
from classifiers.model.features import plain_words
from classifiers.model.infer import probabilities, telling_phrases
from classifiers.reading import Context, MessageKind, Verdict
from classifiers.ruling import Ruling, deliberate
from classifiers.sentences import read_passage
from classifiers.verdict import features_from, judge
from daemon.mail.message import Address, Message
from tests.classifiers.test_verdict_hostile import HOSTILE
from tests.classifiers.verdict_mail import mail, verdict_on

K = MessageKind


def ruling_on(message: Message) -> Ruling:
    ruling = deliberate(message, Context())
    assert not isinstance(ruling, Verdict)
    return ruling


def test_probabilities_add_up_and_are_the_same_each_time() -> None:
    message = mail("Dear Sam, thank you for the interview. We are still meeting people and will be in touch next week.")
    first = probabilities(features_from(message, ruling_on(message)), weights.load())
    again = probabilities(features_from(message, ruling_on(message)), weights.load())
    assert first == again
    assert sum(first.values()) == pytest.approx(1)
    assert set(first) == set(MessageKind)


def test_an_empty_message_has_probabilities_too() -> None:
    message = mail("", subject="")
    assert sum(probabilities(features_from(message, ruling_on(message)), weights.load()).values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Dear Sam, we regret that we have decided to go with another candidate for the Buyer position.", K.REJECTION),
        ("Hi Sam, your interview for the Buyer role is confirmed for Tuesday, March 3 at 10:00 am.", K.INTERVIEW_CONFIRMATION),
        ("Hi Sam, we are still interviewing for the Buyer role and hope to decide by the end of next week.", K.HOLDING),
        ("Your verification code is 402217. It expires in ten minutes. Did not ask for it? Ignore this mail.", K.OTHER),
        ("Hi Sam, we would like to interview you for the Buyer role. Which times suit you next week?", K.INTERVIEW_INVITATION),
    ],
)
def test_plain_words_are_understood(body: str, kind: MessageKind) -> None:
    assert verdict_on(body).kind is kind


def test_names_numbers_and_days_are_placeholders() -> None:
    message = mail("Hi Sam, Meg and I meet you on Tuesday 3 March 2026 at 10:30, https://harborlight.example/a")
    words = plain_words(message, read_passage("", message.new_text))
    shown = " ".join(words)
    assert "sam" not in words
    assert "meg" not in words
    assert all(mark in shown for mark in ("<name>", "<weekday>", "<number>", "<year>", "<time>", "<link>"))


def test_a_colleague_makes_no_confident_verdict_of_harm() -> None:
    body = "Hi, we have decided not to move forward with your candidate's application for the Buyer position at Harborlight."
    message = mail(body)
    colleague = Message(
        message_id=message.message_id,
        subject=message.subject,
        sender=message.sender,
        received_at=message.received_at,
        to=(Address("Lee Park", "lee.park@harborlight.example"),),
        text=body,
        new_text=body,
    )
    assert not (judge(colleague, Context()).confident and judge(colleague, Context()).kind is not K.OTHER)


def test_words_that_weighed_are_named_as_they_stand_in_the_message() -> None:
    message = mail("Dear Sam, Unfortunately the committee went another way.")
    passage = read_passage(message.subject, message.new_text)
    phrases = telling_phrases(passage, plain_words(message, passage), K.REJECTION, weights.load())
    assert phrases
    assert all(phrase in f"{message.subject}\n{message.new_text}" for phrase in phrases)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_holds_the_model_up(name: str) -> None:
    message = mail(HOSTILE[name], subject=HOSTILE[name][:5_000])
    ruling = ruling_on(message)
    begin = time.process_time()
    probabilities(features_from(message, ruling), weights.load())
    assert time.process_time() - begin < 0.5


class TestBars:
    def test_a_bar_is_as_low_as_the_errors_allow(self) -> None:
        held = [Held(K.OTHER, 0.9, False, True)] * 99 + [Held(K.OTHER, 0.6, False, False)] * 10
        assert 0.6 < bars_for(held)["other"] <= 0.61

    def test_where_errors_are_sure_too_nothing_is_confident(self) -> None:
        held = [Held(K.REJECTION, 0.99, False, at % 2 == 0) for at in range(100)]
        assert bars_for(held)["harmful"] == NEVER
