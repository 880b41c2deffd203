"""Letters: complete whatever is known, never twice alike, the same for ever, and safe from hostile facts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.reading import Register
from daemon.drafting.compose import compose
from daemon.drafting.letter import Author, Letter, LetterFacts
from daemon.drafting.lint import lint
from daemon.drafting.render import letter_text, word_count
from daemon.drafting.samples import LETTERS, every_pair
from daemon.errors import DraftRejected
from daemon.mail.message import Address
from daemon.playbook.follow_up import Situation
from daemon.playbook.history import FollowUpKind
from tests.drafting.cases import INFORMAL, PANEL, SAM, SEARCHES, everything, letters

FACTS = SEARCHES[0]
PLACES = (
    "company", "role", "name", "signs", "mention", "other mention", "highlight", "news", "other news", "thanked", "holiday",
)  # fmt: skip
WORDS = (
    "the", "a", "an", "of", "at", "I", "we", "they", "their", "how", "led", "leading", "managed", "ten", "years", "in",
    "Dr.", "Inc.", "Prof", "Meg", "today", "ago", "pay", "salary", "rejection", "role", "team", "and", "about", ".", ",", "!",
)  # fmt: skip


def facts_for(rule: str, **changes: object) -> LetterFacts:
    kind, ordinal, situations = LETTERS[rule]
    facts = replace(FACTS, rule=rule, kind=kind, ordinal=ordinal, situation=situations[0], seed=rule)
    return replace(facts, **changes)  # type: ignore[arg-type]


def body(letter: Letter) -> str:
    return "\n".join(letter.paragraphs)


def sentences(letter: Letter) -> set[str]:
    return set(re.split(r"(?<=[.?!])\s+", " ".join(letter.paragraphs)))


def test_every_letter_passes_the_linter() -> None:
    broken = [(facts.rule, facts.seed, problems) for facts in everything() if (problems := lint(compose(facts), facts))]
    assert broken == []


def test_the_same_facts_give_the_same_letter() -> None:
    for _, facts in letters():
        assert compose(facts) == compose(replace(facts))


def test_the_wording_does_not_change_from_one_run_or_machine_to_the_next() -> None:
    assert body(compose(facts_for("H1", seed="0123456789abcdef"))) == (
        "Thank you for letting me know where things stand with the Site Reliability Engineer position at Northwind. "
        "I'm happy to wait while you and the team come to a decision. I look forward to hearing from you."
    )


@pytest.mark.parametrize("rule", LETTERS)
def test_two_seeds_seldom_give_the_same_letter(rule: str) -> None:
    written = [body(compose(facts_for(rule, seed=f"identity {number}"))) for number in range(40)]
    alike = sum(one == other for one, other in combinations(written, 2))
    assert alike / (40 * 39 / 2) < 0.04


class TestPanel:
    def test_no_two_notes_are_the_same(self) -> None:
        assert len({body(compose(facts)) for facts in PANEL}) == len(PANEL)

    def test_three_interviewers_read_no_sentence_of_ours_twice(self) -> None:
        for first, second in combinations(PANEL[:3], 2):
            assert sentences(compose(first)).isdisjoint(sentences(compose(second)))

    def test_whatever_the_seeds_are(self) -> None:
        for number in range(30):
            notes = [compose(replace(facts, seed=f"{number} {facts.recipient.email}")) for facts in PANEL[:3]]
            assert all(sentences(first).isdisjoint(sentences(second)) for first, second in combinations(notes, 2))

    def test_several_things_to_mention_are_shared_out(self) -> None:
        things = ("the night shift", "the new ward")
        notes = [body(compose(replace(facts, mentions=things))) for facts in PANEL[:3]]
        assert "the night shift and about the new ward" in notes[0]
        assert "the new ward" in notes[1]
        assert "the night shift" not in notes[1]
        assert "the night shift" in notes[2]


class TestWhatEachLetterSays:
    def seeds(self, rule: str, **changes: object) -> list[str]:
        return [body(compose(facts_for(rule, seed=f"identity {number}", **changes))) for number in range(12)]

    def test_thank_you_mentions_what_was_marked_and_one_highlight(self) -> None:
        for text in self.seeds("T1"):
            assert "about the team's move to event sourcing" in text
            assert text.count("incidents") == 1
            assert "Kubernetes" not in text

    def test_thank_you_through_the_arranger_thanks_the_others_and_claims_no_conversation_with_him(self) -> None:
        for text in self.seeds("T1", situation=Situation(interviewed=True, thank_also=("Joe Hobbs", "LEE, ANN", "acme robot 3"))):
            assert "Joe Hobbs and Ann Lee" in text
            assert "with you" not in text

    def test_thank_you_after_a_hold_acknowledges_it(self) -> None:
        for text in self.seeds("T1", situation=Situation(interviewed=True, answers_hold=True)):
            assert re.search(r"update|letting me know where things stand", text)

    def test_first_status_check_asks_one_question_and_names_role_company_and_date(self) -> None:
        for text in self.seeds("S1"):
            assert text.count("?") == 1
            assert "Site Reliability Engineer" in text
            assert "Northwind" in text
            assert "on Tuesday, March 3." in text

    def test_second_status_check_is_shorter_than_the_first(self) -> None:
        for first, second in zip(self.seeds("S1"), self.seeds("S2"), strict=True):
            assert len(second.split()) < len(first.split()) + 10
            assert "Kubernetes" not in second

    def test_holding_reply_asks_nothing_in_two_or_three_sentences(self) -> None:
        for text in self.seeds("H1"):
            assert "?" not in text
            assert text.count(".") in (2, 3)

    def test_seasonal_greeting_uses_their_word(self) -> None:
        for text in self.seeds("H3", situation=Situation(holiday="Diwali")):
            assert "Diwali" in text

    def test_rejection_thanks_asks_for_feedback_on_what_took_place(self) -> None:
        assert all("feedback on my interview" in text for text in self.seeds("R1"))
        assert all("feedback on my application" in text for text in self.seeds("R1", situation=Situation(ask_feedback=True)))
        assert not any("feedback" in text for text in self.seeds("R1", situation=Situation(interviewed=True)))

    def test_rejection_thanks_gives_thanks_for_feedback_that_came(self) -> None:
        for text in self.seeds("R1", situation=Situation(interviewed=True, feedback_given=True)):
            assert "feedback" in text
            assert "feedback on my" not in text

    def test_rejection_thanks_sells_nothing(self) -> None:
        for text in self.seeds("R1"):
            assert "Kubernetes" not in text
            assert "incidents" not in text

    def test_keep_in_touch_tells_only_what_is_new_since_the_rejection(self) -> None:
        for text in self.seeds("R2"):
            assert "marathon" not in text
            assert "I completed the AWS Solutions Architect certification and gave a talk" in text

    def test_keep_in_touch_tells_nothing_new_where_the_day_of_the_rejection_is_unknown(self) -> None:
        assert not any("AWS" in text for text in self.seeds("R2", situation=Situation()))

    def test_withdrawal_is_plain(self) -> None:
        assert all(re.search(r"accept(?:ed)? another offer", text) and "withdraw" in text for text in self.seeds("O2"))

    def test_reference_notice_says_who_may_call_about_what(self) -> None:
        for text in self.seeds("F1"):
            assert "Dana Hobbs" in text
            assert "Site Reliability Engineer" in text
        assert all("robot" not in text for text in self.seeds("F1", situation=Situation(caller="Northwind Recruiting")))

    def test_reference_notice_has_a_subject(self) -> None:
        assert "Northwind" in compose(facts_for("F1", role=None)).subject
        assert compose(facts_for("F1", role=None, company=None)).subject


class TestRegister:
    def test_a_formal_letter_has_no_contractions(self) -> None:
        for rule in LETTERS:
            for number in range(12):
                letter = compose(facts_for(rule, register=Register.FORMAL, seed=str(number), mentions=()))
                assert not re.search(r"'(?:d|m|ll|ve|re|t)\b|\b(?:it|that|there)'s\b", body(letter)), letter

    def test_what_the_user_wrote_keeps_its_own(self) -> None:
        author = replace(SAM, highlights=("I've run a kitchen of twelve",))
        assert "I've run a kitchen" in body(compose(facts_for("T1", register=Register.FORMAL, author=author)))


class TestMissingFacts:
    @pytest.mark.parametrize("rule", LETTERS)
    def test_leave_no_trace(self, rule: str) -> None:
        bare = facts_for(
            rule,
            company=None,
            role=None,
            recipient=Address("", "someone@example.org"),
            recipient_signs="",
            mentions=(),
            author=Author("Sam Rivera", "sam@example.org"),
            situation=replace(LETTERS[rule][2][0], interview_on=None, caller="", thank_also=(), holiday=""),
        )
        for number in range(12):
            letter = compose(replace(bare, seed=str(number)))
            assert lint(letter, bare) == ()
            assert letter.greeting == "Hello,"
            assert letter.signature == "Sam Rivera"


class TestSignature:
    def test_is_the_users_own_where_there_is_one(self) -> None:
        letter = compose(replace(FACTS, author=replace(SAM, signature="Sam Rivera\nSRE, she/her", phone="+1 555")))
        assert letter.signature == "Sam Rivera\nSRE, she/her"

    def test_else_name_phone_and_profile_on_a_line_each(self) -> None:
        letter = compose(replace(FACTS, author=replace(SAM, phone="+1 555", linkedin="linkedin.com/in/sam")))
        assert letter.signature == "Sam Rivera\n+1 555\nlinkedin.com/in/sam"

    def test_one_that_closes_the_letter_needs_no_closing_of_ours(self) -> None:
        letter = compose(replace(FACTS, author=replace(SAM, signature="Warm regards,\nSam")))
        assert letter.closing == ""
        assert letter_text(letter).endswith(".\n\nWarm regards,\nSam\n")


HOSTILE = [
    "{{ 7 * 7 }}",
    "{% raw %}",
    "[Company]",
    "<img src=x onerror=alert(1)>",
    "Acme\r\nBcc: victim@example.org",
    "\u202eemcA\u202c",
    "Acme\u2066 Ltd\u2069",
    "A" * 300,
    "Acme " * 60,
    "None",
    "undefined",
    "TODO",
    "The",
    "the the",
    "Benefits Co",
    "Pay",
    "Yesterday Inc.",
    "Regret & Sorry Ltd.",
    "Walla Walla",
    "Acme Inc.",
    "a.b@c.example",
    "Zz\u0301\u0301\u0301\u0301\u0301\u0301",
    "...",
    ", , ,",
    "Who?",
    "adidas",
    "\\1 \\g<0>",
    "(((",
    "Compensation & Benefits",
]


WORST = (
    "{{x}}",
    "{% raw %}",
    "Acme\r\nBcc: victim@example.org\r\n\r\nPay here",
    "\u202eemcA\u202c \u200fltd\u200e",
    "\u05d0\u05e7\u05de\u05d4 \u0628\u062d\u062b",
    '<a href="https://evil.example">Acme</a>',
    "A" * 300,
    "🚀 Rocket 👩‍🚀 Labs",
    "%s {0} $HOME `id`",
    "Acme &amp; Söhne",
    "",
)
"""Names as nobody should have them, and one without; their number is prime, for `every_pair`."""


def facts_with(text: Mapping[str, str], rule: str, situation: Situation, register: Register | None, seed: str) -> LetterFacts:
    """A letter's facts with a text of its own in each of `PLACES`."""
    return facts_for(
        rule,
        register=register,
        seed=seed,
        company=text["company"],
        role=text["role"],
        recipient=Address(text["name"], "meg@northwind.example"),
        recipient_signs=text["signs"],
        mentions=(text["mention"], text["other mention"]),
        author=replace(
            SAM,
            highlights=(text["highlight"],),
            achievements=((date(2026, 4, 2), text["news"]), (date(2026, 4, 3), text["other news"])),
        ),
        situation=replace(situation, thank_also=(text["thanked"],), caller=text["thanked"], holiday=text["holiday"]),
    )


class TestHostileFacts:
    @pytest.mark.parametrize("text", HOSTILE)
    @pytest.mark.parametrize("rule", LETTERS)
    def test_neither_break_nor_enter_a_letter(self, rule: str, text: str) -> None:
        facts = facts_for(
            rule,
            company=text,
            role=text,
            recipient=Address(text, "meg@northwind.example"),
            recipient_signs=text,
            mentions=(text,),
            author=replace(SAM, highlights=(text,), achievements=((date(2026, 4, 2), text),)),
            situation=replace(LETTERS[rule][2][0], thank_also=(text,), caller=text, holiday=text),
        )
        letter = compose(facts)
        assert lint(letter, facts) == ()
        written = letter_text(letter) + letter.subject
        assert not re.search(r"[{}<>\[\]\r\x00\u202a-\u202e\u2066-\u2069@]", written)
        assert "49" not in written
        assert word_count(letter) <= 120

    def test_nor_do_any_two_of_them_in_any_two_places(self) -> None:
        for number, row in enumerate(every_pair(len(WORST))):
            text = dict(zip(PLACES, (WORST[index] for index in row), strict=False))
            for rule, (_, _, situations) in LETTERS.items():
                facts = facts_with(text, rule, situations[number % len(situations)], (None, *Register)[number % 3], str(number))
                letter = compose(facts)
                assert lint(letter, facts) == (), letter_text(letter)
                written = letter_text(letter) + letter.subject
                assert not re.search(r"[{}<>\[\]\r\x00\u200b-\u200f\u202a-\u202e\u2066-\u2069\U0001f000-\U0001ffff@]", written)

    def test_a_mention_of_pay_is_not_quoted(self) -> None:
        assert "salary" not in body(compose(replace(FACTS, mentions=("the salary range you named",))))

    def test_unless_pay_is_what_the_role_is_about(self) -> None:
        facts = replace(FACTS, role="Compensation Analyst", mentions=("the compensation survey",))
        letter = compose(facts)
        assert "the compensation survey" in body(letter)
        assert lint(letter, facts) == ()

    def test_a_letter_that_would_be_too_long_leaves_out_the_least_important(self) -> None:
        long = "the long and winding road of the reporting system from one old database to the next " * 2
        facts = replace(
            FACTS,
            mentions=(long[:150], long[20:170]),
            author=replace(SAM, highlights=(f"Led {long[:150]}",)),
            role="Chief of " + "Staff " * 9,
        )
        letter = compose(facts)
        assert word_count(letter) <= 120
        assert lint(letter, facts) == ()


class TestOverrides:
    def test_a_template_of_the_same_name_takes_the_place_of_ours(self, tmp_path: Path) -> None:
        (tmp_path / "holding_reply.txt.jinja").write_text("Thank you for the update on {{ position }}.\n\n\nAll good.\n")
        letter = compose(facts_for("H1"), overrides=tmp_path)
        assert letter.paragraphs[1] == "All good."
        assert letter.paragraphs[0].startswith("Thank you for the update on the Site Reliability Engineer ")
        assert compose(facts_for("R1"), overrides=tmp_path) == compose(facts_for("R1"))

    @pytest.mark.parametrize(
        "template",
        [
            "{% vary a %} x",
            "{{ no_such_thing }}",
            "{% if %}",
            "{{ situation.__class__.__mro__[1].__subclasses__() }}",
            "{% include 'nothing' %}",
            "{% include 'holding_reply.txt.jinja' %}",
            "{{ 1 // 0 }}",
            "{{ company + 1 }}",
            "{{ range(10 ** 9) }}",
        ],
    )
    def test_one_that_cannot_be_used_is_named(self, tmp_path: Path, template: str) -> None:
        (tmp_path / "holding_reply.txt.jinja").write_text(template)
        with pytest.raises(DraftRejected, match="holding_reply"):
            compose(facts_for("H1"), overrides=tmp_path)

    def test_one_that_is_no_utf8_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "holding_reply.txt.jinja").write_bytes(b"Gr\xfc\xdfe")
        with pytest.raises(DraftRejected, match="holding_reply"):
            compose(facts_for("H1"), overrides=tmp_path)


def test_kinds_and_templates_are_complete() -> None:
    assert {kind for kind, _, _ in LETTERS.values()} == set(FollowUpKind)
    assert INFORMAL is Register.FIRST_NAME


@pytest.mark.slow
class TestAnything:
    """Whatever strangers write, a letter comes out and is fit to send: a fact must never cost the user a draft."""

    texts = st.one_of(
        st.text(max_size=60),
        st.text(alphabet="aA .,;:-–—'\"“”()[]{}|/\\&%$#@!?<>…0\n\u202e\u0301é\u4e2d", max_size=40),
        st.lists(st.sampled_from([*WORDS, *(word.title() for word in WORDS)]), max_size=8).map(" ".join),
    )

    @settings(max_examples=300, deadline=None, derandomize=True)
    @given(st.data(), st.sampled_from(sorted(LETTERS)), st.sampled_from([None, *Register]))
    def test_is_written_and_fit(self, data: st.DataObject, rule: str, register: Register | None) -> None:
        text = data.draw(st.fixed_dictionaries(dict.fromkeys(PLACES, self.texts)))
        facts = facts_with(text, rule, data.draw(st.sampled_from(LETTERS[rule][2])), register, text["company"])
        letter = compose(facts)
        assert lint(letter, facts) == (), letter_text(letter)
