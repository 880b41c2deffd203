"""A text as words and signs, for the readers that walk along names and titles instead of matching whole phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOST_TOKENS = 3_000
_TOKEN = re.compile(
    r"\n|(?P<email>[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})|\([^()\n]{1,60}\)"
    r"|[.]?[^\W_][\w+#'./]{0,40}(?:-[\w+#']{1,40})*|[,|&/:;.!?\"@<>()+-]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a short bracket, an address or a sign, at `plain[start:end]`. `word` is what it is looked up by."""

    text: str
    word: str
    start: int
    end: int
    email: bool = False

    @property
    def capitalised(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit() or self.text[0] in ".("


def tokens_of(plain: str) -> list[Token]:
    """The tokens of a text in order, at most 3,000. A full stop that ends a word is a token of its own."""
    tokens: list[Token] = []
    for found in _TOKEN.finditer(plain):
        text, end = found.group(), found.end()
        if len(text) > 1 and text[-1] in "./" and not found["email"]:
            text, end = text[:-1], end - 1
        tokens.append(Token(text, text.lower().strip("'.") or text, found.start(), end, found["email"] is not None))
        if found.end() > end:
            tokens.append(Token(plain[end], plain[end], end, found.end()))
        if len(tokens) > _MOST_TOKENS:
            break
    return tokens
