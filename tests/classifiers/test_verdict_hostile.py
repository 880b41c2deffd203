"""Mail is hostile: no text may hold the judge up, whatever it repeats, and ordinary mail goes through fast."""

from __future__ import annotations

import time

import pytest

from classifiers import rules
from classifiers.reading import Context, MessageKind
from classifiers.sentences import TEXT_LIMIT, WORD_LIMIT, read_passage
from classifiers.verdict import judge
from tests.classifiers.verdict_mail import corpus, kind_of, mail

HOSTILE = {
    "spaces": " " * 100_000,
    "line feeds": "\n" * 100_000,
    "one word": "a" * 100_000,
    "dotted": "a.a" * 40_000,
    "at signs": "a@" * 50_000,
    "slashes": "https://" * 12_000,
    "digits": "1" * 100_000,
    "times": "10:30 am tuesday the 5th " * 4_000,
    "quotation marks": '"' * 100_000,
    "open quotations": '"we regret to ' * 8_000,
    "negations": "not " * 25_000,
    "conditions": "if you are not selected we will " * 3_000,
    "cues": "we decided not to move forward with your application interview candidate role schedule call time " * 1_000,
    "openers": "would you be free to talk let me know which time works " * 2_000,
    "sentences": "No. " * 25_000,
    "questions": "when are you available? " * 4_000,
    "apostrophes": "'" * 100_000,
    "hard wraps": ("x" * 60 + "\n") * 1_600,
    "list items": "- a\n" * 25_000,
    "surrogate pairs": "😀" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_holds_the_judge_up(name: str) -> None:
    message = mail(HOSTILE[name], subject=HOSTILE[name][:5_000])
    judge(message, Context())
    begin = time.process_time()
    judge(message, Context())
    assert time.process_time() - begin < 1.0


def test_text_is_read_up_to_a_limit() -> None:
    passage = read_passage("", "word " * 50_000)
    assert len(passage.words) <= WORD_LIMIT
    assert kind_of(" " * TEXT_LIMIT + "We have decided not to move forward with your application.") is MessageKind.OTHER


def test_three_hundred_mails_a_second() -> None:
    mails = [entry.message for entry in corpus()]
    for message in mails:
        judge(message, Context())
    begin = time.process_time()
    for message in mails:
        judge(message, Context())
    assert len(mails) / (time.process_time() - begin) > 300


def test_every_phrase_is_well_formed_and_nearly_all_need_something() -> None:
    phrases = [phrase for rule in rules.ALL for phrase in (*rule.phrases, *rule.unless)]
    for phrase in phrases:
        assert phrase.pattern.search(" \n") is None, phrase.source
    needing_nothing = [phrase.source for rule in rules.ALL for phrase in rule.phrases if not phrase.needs]
    assert len(needing_nothing) < 20, needing_nothing


def test_rule_names_are_unique_or_share_a_meaning() -> None:
    names = [rule.name for rule in rules.ALL]
    assert len(names) == len(set(names))
