"""What counts as another content, and what is the same content in another wrapping."""

from __future__ import annotations

import time
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.mailbox.fingerprint import READ_AT_MOST, fingerprint
from tests.mailbox.world import POLICY

PARAGRAPH = (
    "Thank you for the time that you and Jürgen took on Tuesday. I keep thinking about the question of how the naïve "
    "approach would hold up, and I look forward to hearing about the next steps - 採用をお待ちしております."
)


def draft(
    text: str = PARAGRAPH,
    *,
    subject: str = "Re: Gespräch über die Stelle als Ingenieurin für Zuverlässigkeit in Köln, zweite Runde",
    to: str = "Dana Ortiz <dana.ortiz@northwind.example>, Kim <kim@northwind.example>",
    cte: str | None = None,
    charset: str = "utf-8",
    html: str = "",
    attachment: tuple[str, bytes] | None = None,
) -> EmailMessage:
    message = EmailMessage(policy=POLICY)
    message["From"] = "Sam Rivera <sam.rivera@example.org>"
    message["To"] = to
    message["Subject"] = subject
    message["Message-ID"] = "<ours@example.org>"
    message.set_content(text + "\n", cte=cte, charset=charset)
    if html:
        message.add_alternative(html, subtype="html")
    if attachment:
        message.add_attachment(attachment[1], "application", "pdf", filename=attachment[0])
    return message


def printed(message: EmailMessage) -> str:
    return fingerprint(message.as_bytes())


ORIGINAL = printed(draft())


class TestTheSameContent:
    def test_it_is_a_sha_256_in_hexadecimal(self) -> None:
        assert len(ORIGINAL) == 64
        assert int(ORIGINAL, 16)

    @pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
    def test_in_another_transfer_encoding(self, cte: str) -> None:
        assert printed(draft(cte=cte)) == ORIGINAL

    @pytest.mark.parametrize(("charset", "text"), [("iso-8859-1", "Grüße, Jürgen"), ("iso-2022-jp", "採用をお待ちしております")])
    def test_in_another_character_set(self, charset: str, text: str) -> None:
        assert printed(draft(text, charset=charset, cte="base64")) == printed(draft(text))

    def test_with_other_line_ends(self) -> None:
        assert fingerprint(draft().as_bytes().replace(b"\r\n", b"\n")) == ORIGINAL

    def test_with_headers_folded_encoded_and_ordered_differently(self) -> None:
        message = message_from_bytes(draft(cte="base64").as_bytes(), policy=policy.SMTP.clone(max_line_length=60))
        reordered = EmailMessage(policy=policy.SMTP.clone(max_line_length=60))
        for name, value in reversed(message.items()):
            reordered[name] = value
        reordered["X-Mailer"] = "another client"
        reordered["Received"] = "by somebody; Mon, 2 Mar 2026 12:00:00 +0000"
        reordered.set_payload(message.get_payload())
        assert printed(reordered) == ORIGINAL

    def test_with_raw_utf_8_in_the_header(self) -> None:
        assert fingerprint(draft().as_bytes(policy=policy.SMTPUTF8)) == ORIGINAL

    def test_with_trailing_spaces_and_wrapped_lines(self) -> None:
        words = PARAGRAPH.split(" ")
        wrapped = "  \n".join(" ".join(words[start : start + 7]) for start in range(0, len(words), 7))
        assert printed(draft(wrapped + "\n\n \n")) == ORIGINAL

    def test_with_soft_line_breaks(self) -> None:
        flowed = draft("Thank you for \nyour time.")
        flowed.set_param("format", "flowed")
        assert printed(flowed) == printed(draft("Thank you for your time."))
        without_spaces = draft("採用を \nお待ちしております")
        without_spaces.set_param("format", "flowed")
        without_spaces.set_param("delsp", "yes")
        assert printed(without_spaces) == printed(draft("採用をお待ちしております"))

    def test_with_composed_or_decomposed_letters(self) -> None:
        assert printed(draft("Ju\u0308rgen")) == printed(draft("J\u00fcrgen"))

    def test_with_addresses_in_another_spelling_and_order(self) -> None:
        assert printed(draft(to="KIM@northwind.example, D. Ortiz <Dana.Ortiz@Northwind.example>")) == ORIGINAL

    def test_with_the_same_words_once_more_as_html(self) -> None:
        html = (
            "<html><head><style>p {margin: 0}</style><title>x</title></head><body><p>Thank you&nbsp;for the <b>time</b>.<br>\n"
            "Yours &amp; mine,</p><p>S<i>am</i></p></body></html>"
        )
        assert printed(draft("Thank you for the time.\nYours & mine,\n\nSam", html=html)) == printed(
            draft("Thank you for the time. Yours & mine, Sam")
        )

    @pytest.mark.parametrize(
        "page",
        [
            "<p>Thank you for the <b>ti</b>me.</p><p>Sam</p>",
            "<div>Thank you for the&nbsp; time.</div><div><br></div><div>Sam</div>",
            "<p class=MsoNormal>Thank you for the time.<o:p></o:p></p>\r\n<p class=MsoNormal>S\u200bam<o:p></o:p></p>",
        ],
    )
    def test_as_html_alone(self, page: str) -> None:
        message = EmailMessage(policy=POLICY)
        for name in ("To", "Subject"):
            message[name] = draft()[name]
        message.set_content(page, subtype="html")
        assert printed(message) == printed(draft("Thank you for the time.\n\nSam"))
        assert printed(message) != printed(draft("Thank you for the ti me.\n\nSam"))

    def test_with_an_attachment_in_another_transfer_encoding(self) -> None:
        message = draft(attachment=("cv.pdf", b"plain words\nof a file"))
        once = message.as_bytes()
        assert b"base64" in once
        (part,) = message.iter_attachments()
        part.set_content(b"plain words\nof a file", "application", "pdf", cte="quoted-printable", filename="cv.pdf")
        assert b"quoted-printable" in message.as_bytes()
        assert printed(message) == fingerprint(once)


class TestAnotherContent:
    @pytest.mark.parametrize(
        "other",
        [
            draft(PARAGRAPH.replace("Tuesday", "Wednesday")),
            draft(PARAGRAPH + " P.S. One more thing."),
            draft(PARAGRAPH.replace("look forward", "lookforward")),
            draft(PARAGRAPH.replace("Tuesday.", "Tuesday!")),
            draft(""),
            draft(subject="Re: Gespräch"),
            draft(to="Dana Ortiz <dana.ortiz@northwind.example>"),
            draft(to="Dana Ortiz <dana.ortiz@northwind.example>, Kim <kim@southwind.example>"),
            draft(html="<p>Other words.</p>"),
            draft(attachment=("cv.pdf", b"a file")),
        ],
    )
    def test_any_edit_shows(self, other: EmailMessage) -> None:
        assert printed(other) != ORIGINAL

    def test_all_that_differ_differ_from_each_other(self) -> None:
        html = "<p>Thank you.</p>"
        variants = [
            draft("Thank you."),
            draft("Thank you.", html="<p>Thank you very much.</p>"),
            draft("Thank you very much.", html=html),
            draft("Thank you.", attachment=("cv.pdf", b"a file")),
            draft("Thank you.", attachment=("resume.pdf", b"a file")),
            draft("Thank you.", attachment=("cv.pdf", b"another file")),
        ]
        assert len({printed(variant) for variant in variants}) == len(variants)

    def test_who_moves_from_to_to_cc_or_bcc_shows(self) -> None:
        fields = []
        for name in ("To", "Cc", "Bcc"):
            for address in ("kim@northwind.example", "dana@northwind.example"):
                message = draft()
                del message["To"]
                message[name] = address
                fields.append(printed(message))
        assert len(set(fields)) == 6

    def test_an_edit_of_html_without_a_plain_part_shows(self) -> None:
        first, second = EmailMessage(policy=POLICY), EmailMessage(policy=POLICY)
        first.set_content("<p>Thank you.</p>", subtype="html")
        second.set_content("<p>Thank you!</p>", subtype="html")
        assert printed(first) != printed(second)

    def test_an_edit_behind_a_head_that_never_ends_shows(self) -> None:
        first, second = EmailMessage(policy=POLICY), EmailMessage(policy=POLICY)
        first.set_content("<html><head><meta charset=x><p>Thank you.</p>", subtype="html")
        second.set_content("<html><head><meta charset=x><p>Thank you!</p>", subtype="html")
        assert printed(first) != printed(second)


HEAD = b"Subject: x\r\nMIME-Version: 1.0\r\n"


def typed(value: bytes, body: bytes = b"words") -> bytes:
    return HEAD + b"Content-Type: " + value + b"\r\n\r\n" + body


class TestHostileInput:
    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"\x00\xff" * 1000,
            b"Subject: =?utf-8?b?!!!?= =?x-none?q?a=?= =?utf-8?q?=ED=A0=80?=\r\n\r\nwords",
            b"Subject: J\xfcrgen\r\nTo: \xff\xfe@\xff\r\n\r\nw\xf6rter",
            typed(b"text/plain; charset=x-no-such"),
            typed(b'text/plain; charset="\x00"'),
            typed(b"text/plain; charset=punycode", b"-" + b"0" * 300_000),
            typed(b"text/plain; charset=zlib_codec"),
            typed(b"text/plain; name*" + b"9" * 5000 + b"=a"),
            typed(b"multipart/mixed; boundary*" + b"9" * 5000 + b"=a"),
            typed(b"multipart/mixed; boundary*=utf-8''a; boundary*0=b; boundary*1*=c; boundary=d"),
            typed(b"multipart/mixed"),
            typed(b"message/rfc822", HEAD * 3),
            typed(b"text/html", b"&#" + b"9" * 5000 + b";"),
            typed(b"text/html", b"<style" * 200_000),
            typed(b"text/html", b"<div>" * 400_000),
            typed(b"text/html", b"<" * 2_000_000),
            typed(b"text/plain; charset=utf-8", b"a" + "\u0300\u0316".encode() * 100_000),
            typed(b'text/plain; x="' + b";" * 100_000),
            typed(b'multipart/mixed; boundary=a; x="' + b";" * 100_000, b"--a\r\n\r\nx\r\n--a--"),
            b"".join(typed(b"multipart/mixed; boundary=b%d" % depth, b"--b%d\r\n" % depth) for depth in range(80))
            + b"-\r\n" * 1_000_000,
            b"Subject: " + b"=?a?q?" * 200_000 + b"\r\n\r\nwords",
            b"To: " + b"(" * 200_000 + b"\r\n\r\nwords",
            b"To: " + b"<" * 200_000 + b"\r\n\r\nwords",
            b"To: " + b"a@b.example, " * 20_000 + b"\r\n\r\nwords",
            b"".join(typed(b"multipart/mixed; boundary=b%d" % depth, b"--b%d\r\n" % depth) for depth in range(3_000)),
            typed(b"multipart/mixed; boundary=a", b"--a\r\n\r\nx\r\n" * 30_000),
            typed(b"multipart/mixed; boundary=a", b"--a\r\nContent-Type: message/rfc822\r\n\r\n" * 1_000),
        ],
    )
    def test_gives_a_fingerprint_in_reasonable_time(self, raw: bytes) -> None:
        began = time.process_time()
        assert fingerprint(raw) == fingerprint(raw)
        assert time.process_time() - began < 5

    def test_what_cannot_be_parsed_still_differs_by_its_words_and_not_by_its_line_ends(self) -> None:
        endless = b"".join(typed(b"multipart/mixed; boundary=b%d" % depth, b"--b%d\r\n" % depth) for depth in range(3_000))
        assert fingerprint(endless + b"a") != fingerprint(endless + b"b")
        assert fingerprint(endless) == fingerprint(endless.replace(b"\r\n", b"\n"))

    def test_what_lies_beyond_the_bound_counts_by_its_length(self) -> None:
        large = HEAD + b"\r\n" + (b"x" * 70 + b"\r\n") * (READ_AT_MOST // 72 + 1)
        assert fingerprint(large) != fingerprint(large + b"more")

    @given(st.binary(max_size=2000))
    def test_no_bytes_raise(self, raw: bytes) -> None:
        assert len(fingerprint(raw)) == 64

    @given(
        st.lists(
            st.tuples(
                st.sampled_from([b"Subject", b"To", b"Content-Type", b"Content-Disposition", b"Content-Transfer-Encoding"]),
                st.text(max_size=60)
                | st.sampled_from(
                    [
                        "multipart/mixed; boundary=b",
                        "text/html; charset=utf-16",
                        "attachment; filename*0=a; filename*1*=utf-8''%ff",
                        "attachment; filename*=x'y",
                        "message/rfc822",
                        "message/delivery-status",
                        "base64",
                        "quoted-printable",
                        "x-uuencode",
                        "=?utf-8?b?/////w==?= =?utf-7?q?+AAA?=",
                    ]
                ),
            ),
            max_size=8,
        ),
        st.sampled_from(
            [b"--b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n--b\r\n\r\ny\r\n--b--\r\n", b"====", b"begin 666 x\nM'\nend", b"=ZZ"]
        ),
    )
    def test_no_header_raises(self, fields: list[tuple[bytes, str]], body: bytes) -> None:
        header = b"".join(name + b": " + value.encode("utf-8", "replace") + b"\r\n" for name, value in fields)
        assert len(fingerprint(header + b"\r\n" + body)) == 64
