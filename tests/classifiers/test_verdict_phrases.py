"""The language of the phrases, and the words and sentences that they are matched on."""

from __future__ import annotations

import pytest

from classifiers.rules.phrase import PhraseError, compile_phrase
from classifiers.rules.words import GROUPS
from classifiers.sentences import read_passage


def matches(phrase: str, text: str) -> bool:
    return compile_phrase(phrase, GROUPS).pattern.search(read_passage("", text).stream) is not None


class TestPhrases:
    @pytest.mark.parametrize(
        ("phrase", "text"),
        [
            ("decided not to", "We've decided not to go on."),
            ("will not", "They won't."),
            ("(we|i) regret", "I regret it."),
            ("move (forward|ahead) with you", "Let us move ahead with you"),
            ("a very? good fit", "a good fit"),
            ("a very? good fit", "a very good fit"),
            ("not .. selected", "You were not, this time, selected."),
            ("schedul* a call", "scheduling a call"),
            ("see you on {when}", "See you on Tuesday, 3 November at 10:30 a.m."),
            ("^ hi all", "Hello.\nHi all"),
            ("one way interview", "a one-way interview"),
        ],
    )
    def test_match(self, phrase: str, text: str) -> None:
        assert matches(phrase, text)

    @pytest.mark.parametrize(
        ("phrase", "text"),
        [
            ("not .. selected", "You were not, as we said in our last mail, selected."),
            ("thank you .. application", "Thank you. Your application is here."),
            ("fit", "fitness"),
            ("^ hi all", "Say hi all day"),
        ],
    )
    def test_no_match(self, phrase: str, text: str) -> None:
        assert not matches(phrase, text)

    @pytest.mark.parametrize("phrase", ["(open", "closed)", "?", "{nobody}", "((((((((deep))))))))"])
    def test_a_malformed_phrase_is_refused(self, phrase: str) -> None:
        with pytest.raises(PhraseError):
            compile_phrase(phrase, GROUPS)

    def test_anchors_are_the_rarest_words_that_must_occur(self) -> None:
        assert compile_phrase("we have decided not to .. proceed?", GROUPS).anchors == {"decided"}
        assert compile_phrase("(filled|closed) the role", GROUPS).anchors in ({"filled", "closed"}, {"role"})
        assert compile_phrase("{day}", GROUPS).anchors == frozenset()


class TestSentences:
    def texts(self, text: str) -> list[str]:
        passage = read_passage("", text)
        return [passage.phrase(sentence.start, sentence.end - 1, 400) for sentence in passage.sentences]

    def test_abbreviations_and_times_end_none(self) -> None:
        assert self.texts("Dr. Kim is in at 10.30 a.m. on the 4th. See you.") == [
            "Dr. Kim is in at 10.30 a.m. on the 4th",
            "See you",
        ]

    def test_a_hard_wrapped_line_goes_on(self) -> None:
        wrapped = "We have reviewed your application for the post with great care and\ndecided not to go on.\n\nBest\nMeg"
        assert self.texts(wrapped)[0].endswith("decided not to go on")
        assert self.texts(wrapped)[1:] == ["Best", "Meg"]

    def test_fields_and_list_items_stand_alone(self) -> None:
        assert self.texts("Date: 3 November\nTime: 10:30\n- bring an ID\n- ask for Rosa") == [
            "Date: 3 November",
            "Time: 10:30",
            "bring an ID",
            "ask for Rosa",
        ]

    def test_questions_are_known(self) -> None:
        assert [sentence.question for sentence in read_passage("", "Are you free? I am.").sentences] == [True, False]

    def test_a_phrase_is_shown_as_it_stands_in_the_message(self) -> None:
        passage = read_passage("", "Alas, we’ve   decided\nnot to go on.")
        assert passage.phrase(1, 5) == "we’ve decided not to"
        assert passage.words[1:6] == ("we", "have", "decided", "not", "to")
