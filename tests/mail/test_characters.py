from __future__ import annotations

import pytest

from daemon.mail.characters import clean_line, clean_text, decode_bytes


class TestCleaning:
    def test_control_and_invisible_characters_go(self) -> None:
        assert clean_text("a\0b\x1b[0m \u202etext\u200b \U000e0041!", 100) == "ab[0m text !"

    def test_lone_surrogates_become_replacement_characters(self) -> None:
        cleaned = clean_text("J\udce9r", 100)
        assert cleaned == "J\N{REPLACEMENT CHARACTER}r"
        assert cleaned.encode("utf-8")

    def test_c1_controls_are_the_cp1252_characters_that_their_sender_meant(self) -> None:
        assert clean_line("we\x92ll \x96 \x80 5", 100) == "we’ll – € 5"

    def test_text_keeps_lines_and_one_empty_line_at_most(self) -> None:
        assert clean_text("a  \r\n\r\n\r\n\r\nb\rc", 100) == "a\n\nb\nc"

    def test_line_has_neither_line_ends_nor_runs_of_blanks(self) -> None:
        assert clean_line("Offer\r\nBcc:\t all\N{NO-BREAK SPACE}@x\u2028y", 100) == "Offer Bcc: all @x y"

    def test_length_is_bounded(self) -> None:
        assert len(clean_text("x" * 100, 10)) == 10
        assert clean_line("ab cd", 3) == "ab"


class TestDecoding:
    @pytest.mark.parametrize(
        ("data", "label", "text"),
        [
            (b"Zo\xc3\xab", "us-ascii", "Zoë"),
            (b"Zo\xc3\xab", "iso-8859-1", "Zoë"),
            (b"Zo\xeb", "", "Zoë"),
            (b"we\x92ll", "iso-8859-1", "we’ll"),
            (b"Zo\xeb", "utf-8", "Zo\N{REPLACEMENT CHARACTER}"),
            (b"Zo\xc3\xab", "no-such-charset", "Zoë"),
            ("日本".encode("shift_jis"), "Shift_JIS", "日本"),
            ("你好".encode("gb18030"), "gb2312", "你好"),
            ("한국".encode("cp949"), "ks_c_5601-1987", "한국"),
            ("Zoë".encode("utf-16"), "utf-16", "Zoë"),
            (b"\xef\xbb\xbfZo\xc3\xab", "iso-8859-1", "Zoë"),
            (b"abc", '"UTF-8"', "abc"),
        ],
    )
    def test_the_text_that_was_meant(self, data: bytes, label: str, text: str) -> None:
        assert decode_bytes(data, label) == text

    @pytest.mark.parametrize("label", ["zip", "rot13", "punycode", "idna", "undefined", "unicode_escape", "x" * 500, "\0"])
    def test_what_is_no_charset_counts_as_none(self, label: str) -> None:
        assert decode_bytes(b"plain \\u0041 text", label) == "plain \\u0041 text"
