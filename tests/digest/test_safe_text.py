from __future__ import annotations

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.digest.safe_text import seen, shell_word, shown

RIGHT_TO_LEFT_OVERRIDE = "\u202e"


class TestShown:
    def test_directional_and_other_invisible_characters_go(self):
        assert shown(f"invoice{RIGHT_TO_LEFT_OVERRIDE}fdp.exe\u2066\u200b\ufeff\U000e0041", 80) == "invoicefdp.exe"

    def test_control_characters_and_line_breaks_become_one_space(self):
        assert shown("a\x00b\r\nBcc: c\x1b[31m\u2028d", 80) == "a b Bcc: c [31m d"

    def test_writing_that_needs_joiners_keeps_them(self):
        assert shown("می‌خواهم 👩‍💻", 80) == "می‌خواهم 👩‍💻"

    def test_piled_up_marks_are_cut_down_but_written_ones_stay(self):
        assert shown("e\u0301" + "a" + "\u0300" * 50, 80) == "e\u0301a" + "\u0300" * 4

    def test_a_long_text_ends_at_a_word_with_an_ellipsis(self):
        assert shown("one two three four five", 20) == "one two three four…"

    def test_a_long_word_is_cut_where_it_must(self):
        assert shown("x" * 5000, 140) == "x" * 139 + "…"

    @given(st.text(), st.integers(min_value=2, max_value=200))
    def test_never_longer_than_told_never_more_than_a_line(self, text: str, limit: int):
        line = shown(text, limit)
        assert len(line) <= limit
        assert not set(line) & {"\n", "\r", "\x00", RIGHT_TO_LEFT_OVERRIDE}
        assert shown(line, limit) == line


def test_seen_keeps_line_breaks():
    assert seen(f"a\n  b{RIGHT_TO_LEFT_OVERRIDE}\n") == "a\n  b\n"


class TestShellWord:
    @pytest.mark.parametrize("text", ["<a@b>", "<a'$(touch /tmp/x)`id`\\@b>", "Alder & Pine", "Müller GmbH", "a;b|c>d", "!!"])
    def test_a_shell_reads_back_exactly_that(self, text: str):
        word = shell_word(text)
        assert word is not None
        printed = subprocess.run(["sh", "-c", f"printf %s {word}"], capture_output=True, text=True, check=True).stdout
        assert printed == text
        assert shlex.split(word) == [text]

    @pytest.mark.parametrize("text", ["", "-rf", f"<a{RIGHT_TO_LEFT_OVERRIDE}@b>", "<a\n@b>", "<a  b@c>", f"<{'x' * 300}@b>"])
    def test_what_cannot_be_copied_unchanged_is_refused(self, text: str):
        assert shell_word(text) is None
