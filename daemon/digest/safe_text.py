"""Strangers' text made safe to show: one line, no character that hides or turns what stands beside it, and not endless."""

from __future__ import annotations

import shlex
import unicodedata

_JOINERS = "\u200c\u200d"  # Persian and Indic writing and joined emoji need them
_SPACES = frozenset({"Cc", "Zl", "Zp", "Zs"})
_UNSEEN = frozenset({"Cf", "Cs", "Co", "Cn"})
_MOST_MARKS = 4  # on one letter; no written language needs more
_LONGEST_WORD = 300


def shown(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters, cut with an ellipsis at the end of a word where one is near.

    Control characters become spaces; directional and other invisible characters go (Unicode TR 36 §2.5), and so do piled-up
    combining marks.
    """
    line = " ".join(seen(text[: limit * 4 + 80]).split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    word_end = head.rfind(" ", limit * 3 // 4)
    return (head[:word_end] if word_end > 0 else head).rstrip() + "…"


def seen(text: str) -> str:
    """`text` without what is not seen; line breaks stay."""
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category[0] == "M" else 0
        if character == "\n":
            kept.append(character)
        elif category in _SPACES:
            kept.append(" ")
        elif marks <= _MOST_MARKS and (category not in _UNSEEN or character in _JOINERS):
            kept.append(character)
    return "".join(kept)


def shell_word(text: str) -> str | None:
    """`text` quoted as one word for a POSIX shell.

    None where it could not be copied from a mail unchanged, or would be read as an option.
    """
    if not text or text.startswith("-") or shown(text, _LONGEST_WORD) != text:
        return None
    return shlex.quote(text)
