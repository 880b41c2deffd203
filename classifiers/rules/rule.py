"""What a rule is: phrases that speak for one kind of message, how strongly, and where they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from classifiers.reading import MessageKind
from classifiers.rules.phrase import Phrase, PhraseError, compile_phrase
from classifiers.rules.words import GROUPS


class Mood(StrEnum):
    """In which sentences a rule counts."""

    ANY = "any"
    STATEMENT = "statement"
    QUESTION = "question"


@dataclass(frozen=True)
class Rule:
    """Phrases that say the same thing.

    `kind` is what they speak for; None means hiring itself (the job-context gate). `weight`: 3 decides alone, 2 is strong, 1
    a hint, below 1 only supports others; one rule counts once a message. `unless`: phrases that void the rule in their own
    sentence. `implies`: how much the rule says by itself that this is about hiring. `hypothetical`: counts within a condition
    too. `negatable`: a "not" shortly before voids it.
    """

    name: str
    kind: MessageKind | None
    weight: float
    phrases: tuple[Phrase, ...]
    voided_by: str
    implies: float
    mood: Mood
    hypothetical: bool
    negatable: bool

    @cached_property
    def unless(self) -> tuple[Phrase, ...]:
        """The phrases of `voided_by`, translated on first use: the service should start at once. Raises `PhraseError`."""
        return tuple(compile_phrase(line, GROUPS) for line in _lines(self.voided_by))


def rule(
    kind: MessageKind | None,
    name: str,
    weight: float,
    phrases: str,
    *,
    unless: str = "",
    implies: float = 0.0,
    mood: Mood = Mood.ANY,
    hypothetical: bool = False,
    negatable: bool = True,
) -> Rule:
    """A rule from its phrases, one a line (see `classifiers.rules.phrase` for their language).

    Raises `PhraseError` where a phrase is not well formed; one of `unless` does so when it is first asked.
    """
    return Rule(
        name=f"{kind.value if kind else 'hiring'}.{name}",
        kind=kind,
        weight=weight,
        phrases=tuple(compile_phrase(line, GROUPS) for line in _lines(phrases)),
        voided_by=unless,
        implies=implies,
        mood=mood,
        hypothetical=hypothetical,
        negatable=negatable,
    )


def _lines(text: str) -> Iterator[str]:
    """One phrase a line; a line that leaves a parenthesis open goes on in the next."""
    phrase = ""
    for line in text.splitlines():
        phrase += line.strip()
        if phrase.count("(") > phrase.count(")"):
            continue
        if phrase:
            yield phrase
        phrase = ""
    if phrase:
        raise PhraseError(f"unbalanced parenthesis in {phrase!r}")
