"""A text as words and signs, for the readers that walk along names and titles instead of matching whole phrases."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_MOST_TOKENS = 3_000
_SIGNS = frozenset('\n,|&/:;.!?"@<>()+-')
_TOKEN = re.compile(
    r"\n|(?P<email>[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})|\([^()\n]{1,60}\)"
    r"|[.]?[^\W_][\w+#'./]{0,40}(?:-[\w+#']{1,40})*|[,|&/:;.!?\"@<>()+-]"
)


class Token(NamedTuple):
    """A word, a short bracket, an address or a sign, at `plain[start:end]`. `word` is what it is looked up by."""

    text: str
    word: str
    start: int
    end: int
    email: bool = False

    @property
    def capitalised(self) -> bool:
        first = self.text[0]
        return first.isupper() or first.isdigit() or first in ".(" or is_uncased(first)


Tokens = tuple[Token, ...]


def is_uncased(word: str) -> bool:
    """Whether the script has no capitals: 王伟."""
    return word.isalpha() and word.lower() == word.upper()


@lru_cache(maxsize=8)
def tokens_of(plain: str) -> tuple[Token, ...]:
    """The tokens of a text in order, at most 3,000. A full stop that ends a word is a token of its own.

    Several readers walk along the same text, one after the other: the last few are kept.
    """
    tokens: list[Token] = []
    for found in _TOKEN.finditer(plain):
        text, (start, end), email = found.group(), found.span(), found.lastgroup is not None
        if text in _SIGNS:
            tokens.append(Token(text, text, start, end))
            continue
        stop = "" if email or len(text) == 1 or text[-1] not in "./" else text[-1]
        if stop:
            text = text[:-1]
        tokens.append(Token(text, text.lower().strip("'.") or text, start, start + len(text), email))
        if stop:
            tokens.append(Token(stop, stop, end - 1, end))
        if len(tokens) > _MOST_TOKENS:
            break
    return tuple(tokens)
