"""The message that a draft answers, quoted below it as mail clients do, where the user wants that.

Made when the draft is made and never kept: no text of a message lies in the database. What was quoted in it already is left
out; so is what goes beyond a few pages.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from html import escape

from daemon.drafting.phrases import spoken_date
from daemon.mail.message import Address

MOST_CHARACTERS = 8_000
MOST_LINES = 150
_LONGEST_NAME = 100
_STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of the text around them, also beyond the quotation."""


@dataclass(frozen=True, slots=True)
class Original:
    """What is quoted: the words of one message, who wrote them, and when (in the user's zone)."""

    author: Address
    written_at: datetime
    text: str


def quoted_text(original: Original, *, month_first: bool) -> str:
    """The quotation for the text/plain body, each line behind "> " (RFC 3676 §4.5); '' where there is nothing to quote."""
    lines = _lines(original.text)
    marked = "\n".join(f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in lines)
    return f"{_attribution(original, month_first=month_first)}\n{marked}\n" if lines else ""


def quoted_html(original: Original, *, month_first: bool) -> str:
    """The same for the text/html body: everything escaped, nothing to load."""
    lines = "".join(f"<div>{escape(line, quote=False) if line else '<br>'}</div>" for line in _lines(original.text))
    attribution = escape(_attribution(original, month_first=month_first), quote=False)
    return f'<div>{attribution}</div><blockquote type="cite">{lines}</blockquote>' if lines else ""


def _attribution(original: Original, *, month_first: bool) -> str:
    """ "On Tuesday, March 3, 2026 at 14:05, Meg Okafor wrote:"."""
    written_at = original.written_at
    day = spoken_date(written_at.date(), month_first=month_first)
    comma = "," if month_first else ""
    name = " ".join(_clean(original.author.name or original.author.email).split())[:_LONGEST_NAME].strip()
    return f"On {day}{comma} {written_at.year} at {written_at:%H:%M}, {name} wrote:"


def _lines(text: str) -> list[str]:
    cleaned = [_clean(line).rstrip() for line in text[:MOST_CHARACTERS].strip().splitlines()]
    cut = len(text.strip()) > MOST_CHARACTERS or len(cleaned) > MOST_LINES
    return [*cleaned[:MOST_LINES], "…"] if cut else cleaned


def _clean(line: str) -> str:
    kept = (" " if character == "\t" else character for character in line if character not in _STEERING)
    return "".join(character for character in kept if unicodedata.category(character) not in ("Cc", "Cs"))
