"""The letters as people will read them. A change of wording shows here, sentence by sentence, and wants to be read aloud."""

from __future__ import annotations

import os
from pathlib import Path

from daemon.drafting.compose import compose
from daemon.drafting.lint import lint
from daemon.drafting.render import letter_text
from tests.drafting.cases import PANEL, letters

GOLDEN = Path(__file__).parent / "golden" / "letters.txt"
RULE = "=" * 72


def test_the_letters_read_as_they_were_last_read() -> None:
    """AFTERWORD_UPDATE_GOLDEN=1 writes the file afresh; read what changed before you keep it."""
    cases = [*letters(), *((f"T1 panel {number}", facts) for number, facts in enumerate(PANEL))]
    shown = []
    for title, facts in cases:
        letter = compose(facts)
        assert lint(letter, facts) == (), title
        shown.append(f"{RULE}\n{title}  [{letter.subject}]\n\n{letter_text(letter)}\n")
    text = "".join(shown)
    if os.environ.get("AFTERWORD_UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
