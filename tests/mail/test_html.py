from __future__ import annotations

import time

import pytest

from daemon.mail.html import MAX_TEXT, html_to_text, split_html


class TestText:
    @pytest.mark.parametrize(
        ("html", "text"),
        [
            ("plain words", "plain words"),
            ("", ""),
            ("<p>One</p><p>Two</p>", "One\n\nTwo"),
            ("<div>One</div><div>Two</div>", "One\nTwo"),
            ("<div>One</div><div><br></div><div>Two<br></div><div>Three</div>", "One\n\nTwo\nThree"),
            ("One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
            ("One <b>bold</b>, <i>two</i>\n   words", "One bold, two words"),
            ("a<span> b</span><span>c </span>d", "a bc d"),
            ("Fish &amp; chips&nbsp;&lt;3 &#8211; caf&eacute;", "Fish & chips <3 – café"),
            ("<ul><li>One<li>Two</ul><ol><li>Three</ol>", "- One\n- Two\n\n- Three"),
            ("<h1>Title</h1>Text", "Title\n\nText"),
            ("<pre>a  b\n c</pre>", "a  b\n c"),
            ('<div style="white-space: pre-wrap">a\nb</div>', "a\nb"),
            ('See <a href="https://acme.example/x?u=1">your portal</a>.', "See your portal."),
            ('<img src="https://acme.example/p.gif" alt="pixel">Hi', "Hi"),
            ("<p>Unclosed <b>tags<p>everywhere", "Unclosed tags\n\neverywhere"),
            ("a < b and c > d", "a < b and c > d"),
            ("<o:p>Word</o:p><o:p>&nbsp;</o:p>", "Word"),
            ("<!--[if !mso]><!-->All<!--<![endif]--><!--[if mso]>Word only<![endif]-->", "All"),
            ("<!-->Shown", "Shown"),
            ("<p>One</p><textarea><p>no</textarea><p>Two</p>", "One\n\nTwo"),
        ],
    )
    def test_as_its_reader_sees_it(self, html: str, text: str) -> None:
        assert html_to_text(html) == text

    def test_short_cells_of_a_row_share_a_line(self) -> None:
        html = "<table><tr><th>Date<th>Time<tr><td>Mon 3 March<td>10:00<tr><td>Where<td><p>Bristol</p></table>"
        assert html_to_text(html) == "Date  Time\nMon 3 March  10:00\nWhere  Bristol"

    def test_layout_tables_do_not_glue_paragraphs_together(self) -> None:
        column = "<p>A first paragraph that is long enough to be prose, not a label.</p><p>A second one.</p>"
        text = html_to_text(f"<table><tr><td>{column}</td><td><table><tr><td>Side</td></tr></table></td></tr></table>")
        assert text == "A first paragraph that is long enough to be prose, not a label.\n\nA second one.\n\nSide"


class TestHiddenText:
    @pytest.mark.parametrize(
        "element",
        [
            '<div style="display:none">X</div>',
            '<div style="DISPLAY : none !important; color:red">X</div>',
            '<span style="visibility:hidden">X</span>',
            '<p style="font-size:0px">X</p>',
            '<p style="font-size:1px;line-height:1px">X</p>',
            '<p style="opacity:0.0">X</p>',
            '<p style="max-height:0;overflow:hidden">X</p>',
            '<p style="height:0px;width:0px;overflow:hidden">X</p>',
            '<p style="position:absolute;left:-9999px">X</p>',
            '<p style="text-indent:-9999px">X</p>',
            "<p hidden>X</p>",
            "<script>X</script>",
            "<style>X</style>",
            "<head><title>X</title></head>",
            "<template>X</template>",
            "<!-- X -->",
            "<select><option>X</select>",
            "<svg><text>X</text></svg>",
            "<style>.pre { display: none }</style><p class='big PRE'>X</p>",
            "<style>/* . */ div#top, p.x{visibility:hidden}</style><p id=top>X</p>",
        ],
    )
    def test_is_dropped(self, element: str) -> None:
        assert html_to_text(f"Hello {element} Sam").split() == ["Hello", "Sam"]

    @pytest.mark.parametrize(
        "element",
        [
            '<div style="font-size:0"><span style="font-size:14px">X</span></div>',
            '<div style="display:none;display:block">X</div>',
            '<td style="max-width:0">X</td>',
            "<style>@media (max-width:600px){.wide{display:none}}</style><p class=wide>X</p>",
            "<style>.a{display:none}.a{display:block}</style><p class=a>X</p>",
            "<style>.a{display:none}</style><p class=a style='display:block'>X</p>",
            '<p style="font-size:1.2em;opacity:0.9;height:0">X</p>',
        ],
    )
    def test_what_only_looks_hidden_stays(self, element: str) -> None:
        assert "X" in html_to_text(element)


class TestHistoryAndSignature:
    @pytest.mark.parametrize(
        "history",
        [
            '<div class="gmail_quote"><p class="gmail_attr">Sam wrote:</p><blockquote class="gmail_quote">Old</blockquote></div>',
            '<div class="gmail_quote"><p class="gmail_attr">-------- Forwarded message</p>Old<blockquote>x</blockquote></div>',
            '<div class="gmail_quote">Old</div>',
            '<blockquote type="cite"><div>Old</div></blockquote>',
            '<div class="moz-cite-prefix">On Monday Sam wrote:</div><blockquote type="CITE">Old</blockquote>',
            '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Sam</div><div>Old</div>',
            '<div id="divRplyFwdMsg"><b>From:</b> Sam</div></div></div><p>Old</p>',
            '<div id="ydp1yahoo_quoted_2" class="ydp1yahoo_quoted">Old</div>',
            '<div class="protonmail_quote">Old</div>',
            '<div id="mail-editor-reference-message-container">Old</div>',
        ],
    )
    def test_marked_history_is_kept_apart(self, history: str) -> None:
        page = split_html(f"<div><p>New</p>{history}</div>")
        assert page.new == "New"
        assert "Old" in page.quoted
        assert "New" in page.text
        assert "Old" in page.text

    def test_replies_between_gmail_quotations_are_new(self) -> None:
        page = split_html(
            '<div class="gmail_quote"><div class="gmail_attr">On Monday Sam wrote:</div>'
            '<blockquote class="gmail_quote">Remote?</blockquote><div>Two days.</div>'
            '<blockquote class="gmail_quote">Start?</blockquote></div>1 May.'
        )
        assert page.new == "Two days.\n\n1 May."
        assert page.quoted == "On Monday Sam wrote:\n\nRemote?\n\nStart?"
        assert page.text == "On Monday Sam wrote:\n\nRemote?\n\nTwo days.\n\nStart?\n\n1 May."

    def test_a_plain_blockquote_below_somebody_wrote_is_marked(self) -> None:
        page = split_html("<p>Yes.</p><p>On 2 March 2026 Sam wrote:</p><blockquote><p>One</p><p>Two</p></blockquote><p>Bye</p>")
        assert page.new == "Yes.\n\nOn 2 March 2026 Sam wrote:\n\n> One\n\n> Two\n\nBye"

    def test_an_indented_paragraph_is_no_quotation(self) -> None:
        assert split_html("<p>Our address.</p><blockquote>10 High Street</blockquote>").new == "Our address.\n\n10 High Street"

    @pytest.mark.parametrize("mark", ['class="gmail_signature"', 'id="Signature"', 'class="moz-signature"'])
    def test_marked_signature_is_kept_apart(self, mark: str) -> None:
        page = split_html(f"<p>New</p><div {mark}>Meg Ortiz<br>Acme</div><p>Below</p>")
        assert page.new == "New\n\nBelow"
        assert page.signature == "Meg Ortiz\nAcme"


@pytest.mark.slow
class TestHostilePages:
    @pytest.mark.parametrize(
        "html",
        [
            "<div>" * 200_000,
            '<div x="<">' * 90_000,
            "<b>" * 300_000,
            "<font color=a>" * 400 + "<p>" * 300_000,
            "<table><tr><td>" * 60_000,
            "<table>" + "<a>" * 200_000,
            "<!--" * 250_000,
            "<" * 1_000_000,
            "&" * 1_000_000,
            "<div " + " ".join(f"a{number}=b" for number in range(100_000)) + ">",
            "<div " + "=" * 900_000,
            "<div " + 'a="' * 300_000,
            '<a "' * 250_000,
            "<div/ " + "/" * 900_000,
            "<p>x" * 250_000,
            "<style>" + "a{" * 300_000 + "</style>",
            "<style>" + ".a," * 300_000 + "{display:none}</style>",
            "<style>" + "/*" * 400_000,
            "<script>" * 100_000,
            "<ul><li>" * 100_000,
            "<blockquote>x:" * 60_000,
            "<div class=gmail_quote>" * 40_000,
            "<select><option>" * 50_000,
            "<svg><p>" * 80_000,
            "<button><p>" * 60_000,
            "<pre>" + "\n" * 900_000,
        ],
        ids=lambda html: html[:20],
    )
    def test_are_read_in_bounded_time(self, html: str) -> None:
        begin = time.perf_counter()
        text = html_to_text(html)
        assert time.perf_counter() - begin < 10  # about one second; the machine may be busy
        assert len(text) <= MAX_TEXT
