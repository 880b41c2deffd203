"""How one template gives many letters: the `vary` tag, what chooses among its variants, and contractions.

    {% vary opening %} Thank you for your time.
    {% or %}           I enjoyed our conversation.
    {% endvary %}

writes one of the two. Which one follows from the follow-up's identity, so that a draft reads the same in every cycle and
two drafts seldom read alike.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

Choose = Callable[[str, int], int]
"""Takes the name of a slot and how many variants it has, and says which one to write: 0 ≤ answer < count."""


@dataclass(frozen=True, slots=True)
class SeededChoice:
    """Chooses by hash of `seed` and slot: the same seed the same variant, for ever.

    The notes to one panel have different seeds, which may agree by chance. They share `panel_key`, though: it divides the
    variants of each slot into groups and `panel` moves from group to group, so that neighbours in a panel never use the same
    variant; the seed decides within the group. Without a `panel_key` there is one group.
    """

    seed: str
    panel_key: str = ""
    panel: int = 0

    def __call__(self, slot: str, count: int) -> int:
        groups = (count + 1) // 2 if self.panel_key else 1
        group = (_hash(self.panel_key, slot) + self.panel) % groups
        members = range(group, count, groups)
        return members[_hash(self.seed, slot) % len(members)]


class Vary(Extension):
    """`{% vary slot %} … {% or %} … {% endvary %}`: writes the variant that the context's `choose` names."""

    tags = {"vary"}  # noqa: RUF012 -- jinja2 declares it as an instance variable

    def parse(self, parser: Parser) -> list[nodes.Node]:
        line = next(parser.stream).lineno
        slot = parser.stream.expect("name").value
        variants: list[list[nodes.Node]] = []
        while not variants or parser.stream.current.value == "or":
            if variants:
                next(parser.stream)
            variants.append(parser.parse_statements(("name:or", "name:endvary")))
        next(parser.stream)
        chosen = nodes.Call(
            nodes.Name("choose", "load"), [nodes.Const(slot), nodes.Const(len(variants))], [], None, None, lineno=line
        )
        return [
            nodes.If(nodes.Compare(chosen, [nodes.Operand("eq", nodes.Const(index))]), body, [], [], lineno=line)
            for index, body in enumerate(variants)
        ]


class WithoutContractions(Extension):
    """Spells "I'd" and "I'm" out for a formal letter. It sees the template only, so what the user wrote stays as it is."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 -- jinja2's signature
        return _CONTRACTION.sub(lambda found: found[1] + _SPELT_OUT[found[2]], source)


_SPELT_OUT = {"'d": " would", "'m": " am", "'ll": " will", "'ve": " have", "'re": " are", "'s": " is", "n't": " not"}
_CONTRACTION = re.compile(
    r"\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Tt]hat|[Tt]here|[Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Hh]ave|[Ww]ould|[Cc]ould)('d|'m|'ll|'ve|'re|'s|n't)\b"
)


def _hash(*parts: str) -> int:
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8])
