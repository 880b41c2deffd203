"""The printed digest: complete, the same in both forms, small enough, and harmless whoever wrote what it tells."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from classifiers.reading import MessageKind
from daemon.digest.compose import compose
from daemon.digest.content import DigestContent, DoubtfulReading, NewsItem
from daemon.digest.page import Page, Section
from daemon.digest.render import Rendered, render
from daemon.playbook.standing import State
from tests.digest.samples import A_GOOD_DAY, EMPTY, EVERYTHING, FLOOD, TUESDAY, at, written_by

GMAIL_CLIPS_ABOVE = 102_000
FIELDS_THAT_LOAD = ("src", "srcset", "href", "background", "poster", "data", "action")
ATTACKS = {
    "markup": '<script>alert(1)</script><img src="https://evil.example/p.png" onerror=alert(1)>',
    "attribute": '"><a href="javascript:alert(1)" style="position:fixed">',
    "end of title and comment": "</title></style>--><![endif]--><style>*{display:none}</style>",
    "template": "{{ 7 * 7 }}{% include 'digest.txt' %}{# #}",
    "style": "url(https://evil.example/x) @import 'https://evil.example/y'; expression(1)",
    "right to left": "\u202efdp.tnemtnioppa\u2066 \u05e9\u05dc\u05d5\u05dd",
    "control": "a\x00b\x1b[2J\r\nBcc: victim@evil.example\r\n\r\nbody\ud800",
    "entity": "&lt;b&gt; &#x202e; &amp;",
    "endless word": "W" * 5_000,
    "endless text": "word " * 1_000,
    "piled marks": "a" + "\u0300" * 3_000,
    "nothing": "",
}


def words(text: str) -> str:
    return " ".join(text.split())


def seen_in(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return words(body.text(separator=" "))


def sections(page: Page) -> tuple[Section, ...]:
    return page.to_do + page.to_know


def said(page: Page) -> list[str]:
    """Every text of the page, in reading order."""
    texts = [page.title, page.greeting, *page.alerts, *page.footer]
    for section in sections(page):
        texts += [section.title, section.introduction, section.remark]
        for entry in section.entries:
            texts += [entry.title, entry.subtitle, entry.label, entry.when, entry.note, entry.ready]
            texts += [*entry.questions, *entry.commands]
            texts += [text for detail in entry.details for text in (detail.label, detail.value)]
    if page.glance:
        texts += [text for bar in page.glance.bars for text in (bar.label, str(bar.count))] + [page.glance.ended]
    return [text for text in texts if text]


class TestBothForms:
    @pytest.mark.parametrize("content", [EMPTY, A_GOOD_DAY, EVERYTHING], ids=["empty", "a good day", "everything"])
    def test_say_everything_that_the_page_says(self, content: DigestContent):
        rendered = render(content)
        html, text = seen_in(rendered.html), words(rendered.text)
        for expected in said(compose(content, 25)):
            assert words(expected) in html
            assert words(expected) in text

    def test_follow_the_same_order(self):
        rendered = render(EVERYTHING)
        titles = [section.title for section in sections(compose(EVERYTHING, 25))]
        assert titles == [
            "They wait for you", "Drafts to review", "Ready later today", "Interviews", "The next two weeks", "What came in",
            "Not sure: a word from you", "Worth doing", "Time to let go", "From before the first day", "No draft, and why",
            "Doors that closed", "Mailboxes", "Your templates",
        ]  # fmt: skip
        headings = [node.text() for node in LexborHTMLParser(rendered.html).css("h2")]
        assert [heading for heading in headings if heading != "Your search at a glance"] == titles
        underlined = re.findall(r"^(.+)\n-+$", rendered.text, flags=re.M)
        assert [heading for heading in underlined if heading in titles] == titles

    @pytest.mark.parametrize("field", ["company", "role", "subject", "name", "text", "why", "problem", "phrase"])
    def test_lose_no_field_of_the_content(self, field: str):
        rendered = render(EVERYTHING)
        for name in EVERYTHING.__slots__:
            entries = getattr(EVERYTHING, name)
            for entry in entries if isinstance(entries, tuple) else ():
                value = getattr(entry, field, None)
                if value:
                    assert words(value).rstrip(".:") in seen_in(rendered.html)
                    assert words(value).rstrip(".:") in words(rendered.text)

    def test_are_the_same_bytes_every_time(self):
        assert render(EVERYTHING) == render(EVERYTHING)


class TestPlainText:
    @pytest.mark.parametrize(
        "content", [EMPTY, A_GOOD_DAY, EVERYTHING, FLOOD], ids=["empty", "a good day", "everything", "flood"]
    )
    def test_is_wrapped_except_what_is_to_be_copied(self, content: DigestContent):
        copied = {line for s in sections(compose(content, 25)) for e in s.entries for line in (e.ready, *e.commands)}
        for line in render(content).text.splitlines():
            assert len(line) <= 76 or line.strip() in copied

    def test_underlines_its_headings_exactly(self):
        lines = render(EVERYTHING).text.splitlines()
        assert lines[2:4] == ["Tuesday, 3 March 2026", "=" * 21]
        place = lines.index("Drafts to review")
        assert lines[place + 1] == "-" * len("Drafts to review")
        assert lines[place - 2 : place] == ["", ""]

    def test_aligns_details(self):
        text = render(A_GOOD_DAY).text
        assert "\n  To        Meg Lang <meg.lang@northwind.example>\n  Subject   Re: Interview on Monday, 2 March\n" in text

    def test_has_no_trailing_blanks_and_no_gaps(self):
        text = render(EVERYTHING).text
        assert not re.search(r"[ \t]\n", text)
        assert "\n\n\n\n" not in text
        assert text.endswith("\n")

    def test_draws_the_pipeline(self):
        text = render(A_GOOD_DAY).text
        assert f"\nApplied           {'█' * 36} 9\nInvited           {'█' * 8} 2\n" in text
        assert "\nOffer             0\n" in text
        assert "Behind you: 1 moved on, 3 not chosen." in text


class TestHtml:
    def test_heads_its_sections_in_order(self):
        levels = [int(node.tag[1]) for node in LexborHTMLParser(render(EVERYTHING).html).css("h1, h2, h3, h4, h5, h6")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))

    def test_says_its_language_its_colour_schemes_and_its_charset_early(self):
        html = render(EMPTY).html
        root = LexborHTMLParser(html).root
        assert root is not None
        assert root.attributes["lang"] == "en"
        assert 'name="color-scheme" content="light dark"' in html
        assert html.index('<meta charset="utf-8">') < 1024

    def test_carries_its_style_in_its_elements_and_dark_mode_beside(self):
        html = render(EVERYTHING).html
        assert "@media (prefers-color-scheme: dark)" in html
        assert 'class="name" style="' in html
        assert ".name {" not in html

    def test_every_class_of_the_templates_has_a_style(self):
        tree = LexborHTMLParser(render(EVERYTHING).html)
        unstyled = {
            name
            for node in tree.css("[class]")
            if not node.attributes.get("style")
            for name in (node.attributes["class"] or "").split()
        }
        assert not unstyled

    @pytest.mark.parametrize(
        "content", [EMPTY, EVERYTHING, *map(written_by, ATTACKS.values())], ids=["empty", "everything", *ATTACKS]
    )
    def test_loads_nothing_and_runs_nothing(self, content: DigestContent):
        tree = LexborHTMLParser(render(content).html)
        assert not tree.css("script, img, link, iframe, object, embed, form, input, base, svg, video, audio, a")
        for node in tree.css("*"):
            names = set(node.attributes)
            assert not names & set(FIELDS_THAT_LOAD)
            assert not [name for name in names if name.startswith("on")]
            assert "url(" not in (node.attributes.get("style") or "")
        for style in tree.css("style"):
            assert not re.search(r"url\(|@import|expression", style.text())


class TestStrangersText:
    @pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
    def test_changes_no_element_of_the_page(self, attack: str):
        def shape(rendered: Rendered) -> list[str | None]:
            return [node.tag for node in LexborHTMLParser(rendered.html).css("*")]

        # An empty text leaves out its own line, one that no shell can copy its command.
        harmless = "" if not attack else "harmless" if _copyable(attack) else "harm  less"
        assert shape(render(written_by(attack))) == shape(render(written_by(harmless)))

    @pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
    def test_leaves_no_character_that_is_not_seen(self, attack: str):
        rendered = render(written_by(attack))
        for form in (rendered.subject, rendered.html, rendered.text):
            hidden = {
                character for character in form if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
            }
            assert hidden <= {"\n"}

    def test_is_shown_as_it_is_not_evaluated(self):
        rendered = render(written_by("{{ 7 * 7 }} <b>bold</b> &amp;"))
        assert "{{ 7 * 7 }} <b>bold</b> &amp;" in seen_in(rendered.html)
        assert "{{ 7 * 7 }} <b>bold</b> &amp;" in rendered.text
        assert "49" not in seen_in(rendered.html)

    def test_of_five_thousand_characters_is_cut(self):
        content = replace(EMPTY, news=(NewsItem(None, "S" * 5_000, MessageKind.OTHER, None, at(3, 7)),))
        assert "S" * 139 + "…" in seen_in(render(content).html)
        assert "S" * 140 not in render(content).html

    def test_in_another_direction_stands_in_an_element_of_its_own(self):
        tree = LexborHTMLParser(render(written_by("שלום")).html)
        for node in tree.css("h3 span.sub, td.value, span.row-title, p.ready"):
            assert node.attributes.get("dir") == "auto"


class TestSize:
    @pytest.mark.parametrize(
        "content", [FLOOD, written_by("W" * 5_000), written_by("日本語" * 500)], ids=["flood", "wide", "three bytes"]
    )
    def test_stays_below_what_gmail_clips(self, content: DigestContent):
        assert len(render(content).html.encode()) < GMAIL_CLIPS_ABOVE

    def test_what_is_left_out_is_counted(self):
        rendered = render(FLOOD)
        for form in (seen_in(rendered.html), words(rendered.text)):
            assert re.search(r"… and \d+ more\.", form)
        assert rendered.subject.startswith("450 to answer, 600 drafts to review")

    def test_twenty_drafts_are_all_shown(self):
        content = replace(A_GOOD_DAY, drafts=A_GOOD_DAY.drafts[:1] * 20)
        assert render(content).text.count("* Northwind") + render(content).text.count("! Northwind") == 20


class TestWhatIsSaid:
    def test_an_empty_day_still_says_that_all_is_well(self):
        text = render(EMPTY).text
        assert "Hello Sam. All quiet." in text
        assert "Fine · last read today, 07:28" in text
        assert "12 other messages concern no application" in text

    def test_a_late_draft_comes_first_and_says_so(self):
        text = render(EVERYTHING).text
        assert text.index("late: was to go by Fri 27 February, 09:00") < text.index("send by today, 15:00")
        assert "Its best moment has passed." in text

    def test_a_draft_says_where_it_lies_and_why_it_was_made(self):
        text = words(render(EVERYTHING).text)
        assert "Where “INBOX.Drafts” (work) Why A kind answer to a no" in text
        assert "(articles 001, 003)." in text
        assert "in “Drafts” (personal)" in words(render(A_GOOD_DAY).text)

    def test_an_unsent_question_is_remembered_not_doubled(self):
        text = words(render(A_GOOD_DAY).text)
        assert "No other question is written until you send it or throw it away (articles 003, 004)." in text

    def test_doubt_is_settled_by_one_exact_line(self):
        assert "\n    afterword correct '<CA+7f3b.20260302@mail.alderandpine.example>' holding\n" in render(A_GOOD_DAY).text

    def test_a_message_id_that_no_mail_can_carry_unchanged_is_not_offered(self):
        doubt = DoubtfulReading("<a\u202eb@c>", None, "Hello", None, at(3, 7), MessageKind.HOLDING)
        text = render(replace(EMPTY, doubtful=(doubt,))).text
        assert "afterword correct" not in text
        assert "afterword show" in text

    def test_questions_stand_once_but_each_interview_has_its_commands(self):
        text = render(EVERYTHING).text
        assert text.count("Does another round follow?") == 1
        assert "afterword expect 'Cobalt Robotics' WHEN" in text
        assert "afterword expect Osprey WHEN" in text
        assert "afterword expect 'Lark & Sons'" not in text

    def test_rejections_come_after_all_that_asks_for_something(self):
        text = render(EVERYTHING).text
        assert text.index("Doors that closed") > text.index("No draft, and why")
        assert "rejec" not in render(replace(EMPTY, rejections=A_GOOD_DAY.rejections)).text.casefold()

    def test_a_mailbox_in_trouble_is_announced_on_top(self):
        text = render(EVERYTHING).text
        assert text.index("! The mailbox “work” was last read") < text.index("They wait for you")
        assert "2 messages could not be read: larger than 25 MB; nested more than 50 levels deep." in words(text)

    def test_a_mailbox_never_read_says_so(self):
        broken = replace(EVERYTHING.mailboxes[1], last_success=None)
        assert "could not be read yet" in render(replace(EMPTY, mailboxes=(broken,))).text

    def test_no_pipeline_no_picture(self):
        assert "at a glance" not in render(EMPTY).text
        assert "at a glance" not in render(replace(EMPTY, pipeline={State.APPLIED: 0})).html

    def test_only_ended_applications_make_a_sentence_and_no_bar(self):
        rendered = render(replace(EMPTY, pipeline={State.REJECTED: 2}))
        assert "Behind you: 2 not chosen." in rendered.text
        assert not LexborHTMLParser(rendered.html).css("td.bar")

    def test_days_of_another_year_name_it(self):
        assert "Tue 30 December 2025" in render(EVERYTHING).text

    def test_deadlines_of_tomorrow_are_urgent(self):
        waiting = replace(EVERYTHING.waiting[0], answer_by=TUESDAY + timedelta(days=1))
        assert "! Juniper Health" in render(replace(EMPTY, waiting=(waiting,))).text
        later = replace(waiting, answer_by=date(2026, 3, 20))
        assert "* Juniper Health" in render(replace(EMPTY, waiting=(later,))).text


def _copyable(text: str) -> bool:
    return (
        render(replace(EMPTY, doubtful=(DoubtfulReading(text, None, "", None, at(3, 7), MessageKind.OTHER),))).text.count(
            "correct"
        )
        > 0
    )
