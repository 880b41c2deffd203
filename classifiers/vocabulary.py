"""How the readers of facts write down what they look for: sets of words, and phrases one alternative a line."""

from __future__ import annotations

import re


def words(listed: str) -> frozenset[str]:
    """The words of a list that is separated by white space."""
    return frozenset(listed.split())


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern that matches where one of the alternatives does, whatever the case."""
    return re.compile("|".join(alternatives), re.IGNORECASE)
