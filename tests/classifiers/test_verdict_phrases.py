"""The language of the phrases, and the words and sentences that they are matched on."""

from __future__ import annotations

import pytest

from classifiers import rules
from classifiers.rules.phrase import PhraseError, Trait, compile_phrase, traits_of
from classifiers.rules.words import GROUPS
from classifiers.sentences import read_passage
from tests.classifiers.verdict_mail import corpus


def matches(phrase: str, text: str) -> bool:
    return compile_phrase(phrase, GROUPS).pattern.search(read_passage("", text).stream) is not None


def needs(phrase: str) -> list[frozenset[Trait]]:
    return list(compile_phrase(phrase, GROUPS).needs)


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

    def test_what_a_phrase_needs_is_ranked_by_its_rarity(self) -> None:
        assert needs("we .. regret .. you") == [{"regret"}, {"we"}, {"you"}]
        assert needs("decided not to") == [{("decided", "not")}, {("not", "to")}]
        assert needs("(filled|closed) .. role") == [{"role"}, {"filled", "closed"}]
        assert needs("reschedul* ..") == [{"resc*"}]
        assert needs("^ see {hour}") == [{("see", "#")}, {("^", "see")}]
        assert needs("word? ..") == []

    def test_neighbours_are_known_across_what_may_be_missing(self) -> None:
        assert needs("quite very? sure") == [{("quite", "sure"), ("very", "sure")}, {"quite"}]

    def test_no_phrase_that_matches_is_passed_over(self) -> None:
        phrases = [phrase for rule in rules.ALL for phrase in (*rule.phrases, *rule.unless)]
        for entry in corpus()[::20]:
            passage = read_passage(entry.message.subject, entry.message.new_text)
            for phrase in phrases:
                for found in phrase.pattern.finditer(passage.stream):
                    sentence = passage.sentence_of(passage.word_at(found.start() + 1))
                    assert phrase.may_match(traits_of(passage.words[sentence.start : sentence.end])), phrase.source


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
