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
from daemon.digest.content import Coming, ComingKind, DigestContent, DoubtfulReading, NewsItem
from daemon.digest.page import Page, Section
from daemon.digest.render import Rendered, render
from daemon.playbook.standing import State
from tests.digest.samples import A_FULL_SEARCH, A_GOOD_DAY, EMPTY, EVERYTHING, FLOOD, HEALTHY, TUESDAY, at, written_by

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
    return page.sections + page.closing


def said(page: Page) -> list[str]:
    """Every text of the page, in reading order."""
    texts = [page.title, page.greeting, *page.alerts, *page.footer]
    for section in sections(page):
        texts += [section.title, section.introduction, section.remark]
        for entry in section.entries:
            texts += [entry.title, entry.subtitle, entry.label, entry.when, entry.note, entry.ready]
            texts += [*entry.questions, *entry.commands, entry.link_text if entry.link else ""]
            texts += [text for detail in entry.details for text in (detail.label, detail.value)]
    if page.glance:
        texts += [text for bar in page.glance.bars for text in (bar.label, str(bar.count))] + [page.glance.ended]
        if page.glance.strip:
            texts += [f"{mark.shape} {name}" for mark, name in page.glance.strip.legend]
    return [text for text in texts if text]


class TestBothForms:
    @pytest.mark.parametrize("content", [EMPTY, A_GOOD_DAY, A_FULL_SEARCH], ids=["empty", "a good day", "everything"])
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
        assert headings == [*titles[:-2], "Your search at a glance", *titles[-2:]]
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
        "content",
        [EMPTY, A_GOOD_DAY, A_FULL_SEARCH, EVERYTHING, FLOOD],
        ids=["empty", "a good day", "a full search", "everything", "flood"],
    )
    def test_is_wrapped_except_what_is_to_be_copied(self, content: DigestContent):
        copied = {line for s in sections(compose(content, 25)) for e in s.entries for line in (e.ready, *e.commands, e.link)}
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
        "content",
        [EMPTY, EVERYTHING, A_FULL_SEARCH, *map(written_by, ATTACKS.values())],
        ids=["empty", "everything", "a full search", *ATTACKS],
    )
    def test_loads_nothing_and_runs_nothing(self, content: DigestContent):
        tree = LexborHTMLParser(render(content).html)
        assert not tree.css("script, img, link, iframe, object, embed, form, input, base, svg, video, audio")
        for node in tree.css("*"):
            names = set(node.attributes)
            if node.tag == "a":
                assert (node.attributes["href"] or "").startswith("https://mail.google.com/mail/u/sam.rivera@example.org/#")
                names -= {"href"}
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


class TestPicture:
    def test_the_strip_shows_what_each_day_brings(self):
        tree = LexborHTMLParser(render(A_FULL_SEARCH).html)
        cells = [words(cell.text(separator=" ")).replace("● ", "●") for cell in tree.css("td.day-cell")]
        assert cells == [
            "3 ●■", "4 ●◆", "5 ◆", "6 ○", "7", "8 ◆", "9 ■", "10", "11 ●■", "12", "13 ○", "14", "15", "16",
        ]  # fmt: skip
        assert [words(cell.text(separator=" ")) for cell in tree.css("td.free-cell")] == ["7", "8 ◆", "14", "15"]
        assert [words(cell.text(separator=" ")) for cell in tree.css("td.today-cell")] == ["3 ● ■"]

    def test_who_hears_it_hears_it_in_words(self):
        strip = LexborHTMLParser(render(A_FULL_SEARCH).html).css_first("table.strip")
        assert strip is not None
        said = strip.attributes["aria-label"] or ""
        assert said.startswith(
            "Two weeks from today. today: interview (Cobalt Robotics); a draft will be ready (Cobalt Robotics)."
        )
        assert "Wed 11 March: interview (Fernhill Energy); a draft will be ready (Fernhill Energy)" in said

    def test_the_plain_text_draws_it_too(self):
        lines = render(A_FULL_SEARCH).text.splitlines()
        first = lines.index("Two weeks from today")
        assert [line.split() for line in lines[first + 1 : first + 6]] == [
            ["Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"],
            ["[3]", "4", "5", "6", "7", "8", "9"],
            ["●■", "●◆", "◆", "○", "·", "◆", "■"],
            ["10", "11", "12", "13", "14", "15", "16"],
            ["●■", "○", "·", "·"],
        ]
        assert lines[first + 2].index("[3]") <= lines[first + 3].index("●■") <= lines[first + 2].index("[3]") + 2
        assert abs(lines[first + 1].index("Mon") + 1 - lines[first + 3].index("■", 40)) <= 1, "what a day brings stands below it"

    def test_a_day_of_many_names_three(self):
        crowd = tuple(Coming(on=date(2026, 3, 9), kind=ComingKind.INTERVIEW, company=f"Company {n}") for n in range(7))
        html = render(replace(A_GOOD_DAY, coming=crowd)).html
        assert "Mon 9 March: interview (Company 0, Company 1, Company 2 and 4 others)" in html


class TestLinks:
    def test_a_draft_opens_with_one_click_or_says_where_it_lies(self):
        rendered = render(A_FULL_SEARCH)
        links = [node.attributes["href"] for node in LexborHTMLParser(rendered.html).css("a")]
        assert links.count("https://mail.google.com/mail/u/sam.rivera@example.org/#all/19a7f3b2c4d5e6f0") == 1
        assert "\n  https://mail.google.com/mail/u/sam.rivera@example.org/#all/19a7f3b2c4d5e6f0\n" in rendered.text
        assert "Where     “INBOX.Drafts” (work)" in rendered.text
        assert rendered.text.count("Open the draft in Gmail:") == 3

    def test_no_link_no_words_of_one(self):
        assert "Gmail" not in render(EVERYTHING).text


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

    def test_their_own_words_for_the_day_stand_beside_it(self):
        text = words(render(A_FULL_SEARCH).text)
        assert "Offer · by tomorrow · since yesterday" in text
        assert "By when “until close of business tomorrow”" in text

    def test_a_day_that_went_by_is_said_as_such(self):
        late = replace(A_GOOD_DAY.waiting[0], answer_by=date(2026, 3, 2))
        assert "! Juniper Health" in render(replace(EMPTY, waiting=(late,))).text
        assert "was wanted by yesterday" in render(replace(EMPTY, waiting=(late,))).text

    def test_a_mailbox_at_its_first_look_is_in_no_trouble(self):
        new = replace(HEALTHY, last_success=None)
        rendered = render(replace(EMPTY, mailboxes=(new,)))
        assert "The first look is still under way" in rendered.text
        assert "trouble" not in rendered.text
        assert replace(EMPTY, mailboxes=(new,)).is_empty

    def test_a_trouble_says_since_when(self):
        signed_out = replace(EVERYTHING.mailboxes[1], since=at(2, 3, 15))
        assert "since yesterday, 03:15" in words(render(replace(EMPTY, mailboxes=(signed_out,))).text)

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
