"""A letter as the two bodies of a mail: plain text without hard line breaks, and HTML as a mail client writes it."""

from __future__ import annotations

from html import escape

from daemon.drafting.letter import Letter

MOST_WORDS = 120
"""Before the signature."""


def letter_text(letter: Letter) -> str:
    """The text/plain body: paragraphs set apart by empty lines, each on one line however long (the reader's window wraps)."""
    closing = "\n".join(filter(None, (letter.closing, letter.signature)))
    return "\n\n".join(filter(None, (letter.greeting, *letter.paragraphs, closing))) + "\n"


def letter_html(letter: Letter) -> str:
    """The text/html body: a `<div>` a line and `<br>` for an empty one, all text escaped, no styles and nothing to load."""
    lines = "".join(f"<div>{escape(line, quote=False) if line else '<br>'}</div>" for line in letter_text(letter).splitlines())
    return f'<div dir="ltr">{lines}</div>'


def word_count(letter: Letter) -> int:
    """The words before the signature."""
    return sum(len(part.split()) for part in (letter.greeting, *letter.paragraphs, letter.closing))
