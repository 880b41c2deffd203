"""How the word lists of this room are written down: as text, one list a string, so that a reader sees words and not quotes."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that is written with blanks and line ends between them."""
    return frozenset(text.split())


def any_of(*alternatives: str) -> str:
    """A regular expression that matches any of these, as one group."""
    return "(?:" + "|".join(alternatives) + ")"
