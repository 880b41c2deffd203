"""What makes a letter unfit to send, whatever template wrote it.

The linter judges our own words. What the other side or the user wrote (a company called Benefits Co) is masked before the
words are judged; that nothing harmful comes in with it is checked on the letter as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from daemon.drafting import forbidden
from daemon.drafting.known import Known, known
from daemon.drafting.letter import Letter, LetterFacts
from daemon.drafting.phrases import spoken_date
from daemon.drafting.render import MOST_WORDS, word_count
from daemon.playbook.history import FollowUpKind

_ADDRESS = re.compile(r"[^\s@,;<>()\[\]\"]{1,64}@[^\s@,;<>()\[\]\"]{1,255}")
_MASK = "Fact"
_DOUBLED = re.compile(rf"\b(?!{_MASK}\b)([^\W\d_]+)\s+\1\b", re.IGNORECASE)
_DOUBLED_ARTICLE = re.compile(r"\b(?:the|an?) (?:the|an?)(?=\s)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_THANKS = re.compile(r"\b(?:thank|thanks|grateful|appreciate[ds]?)\b", re.IGNORECASE)
_MOST_SENTENCES = {FollowUpKind.THANK_YOU: 7, FollowUpKind.HOLDING_REPLY: 3}
_NAMES_THE_POST = frozenset(FollowUpKind) - {FollowUpKind.HOLDING_REPLY, FollowUpKind.SEASONAL_GREETING}
_GIVES_THANKS = frozenset(FollowUpKind) - {FollowUpKind.STATUS_CHECK, FollowUpKind.SEASONAL_GREETING}


@dataclass(frozen=True, slots=True)
class _Case:
    """A letter under the linter's eyes: as it stands, and with the words masked that are not ours."""

    letter: Letter
    facts: LetterFacts
    known: Known
    paragraphs: tuple[str, ...]

    @property
    def sentences(self) -> list[str]:
        return [sentence for paragraph in self.paragraphs for sentence in _SENTENCE.split(paragraph)]

    @property
    def ours(self) -> str:
        return "\n".join(self.paragraphs)

    @property
    def written(self) -> str:
        """Everything before the signature, as it stands."""
        return "\n".join((self.letter.greeting, *self.letter.paragraphs, self.letter.closing, self.letter.subject))


def lint(letter: Letter, facts: LetterFacts) -> tuple[str, ...]:
    """The rules that the letter breaks, in words; nothing where it is fit to send."""
    fit = known(facts)
    case = _Case(letter, facts, fit, tuple(_masked(paragraph, fit) for paragraph in letter.paragraphs))
    return tuple(problem for rule in _RULES for problem in rule(case))


def _characters(case: _Case) -> Iterator[str]:
    lines = (case.letter.greeting, *case.letter.paragraphs, case.letter.closing, case.letter.subject)
    if any("\n" in line or "\r" in line for line in lines):
        yield "a line break inside a paragraph"
    shown = (case.written + case.letter.signature).replace("\n", " ")
    if not shown.isprintable() and any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for c in shown):
        yield "an invisible, control or direction character"
    if found := forbidden.PLACEHOLDER.search(case.written):
        yield f"a placeholder: {found[0]!r}"


def _form(case: _Case) -> Iterator[str]:
    if not case.letter.paragraphs or not all(paragraph.strip() for paragraph in case.letter.paragraphs):
        yield "an empty paragraph"
    if not case.letter.greeting.endswith(",") or not case.letter.signature.strip():
        yield "no greeting or no name under it"
    if case.facts.kind is FollowUpKind.REFERENCE_NOTICE and not case.letter.subject:
        yield "no subject"
    if word_count(case.letter) > MOST_WORDS:
        yield f"{word_count(case.letter)} words, more than {MOST_WORDS}"
    if len(case.sentences) > _MOST_SENTENCES.get(case.facts.kind, 10):
        yield f"{len(case.sentences)} sentences"
    if not _ADDRESS.fullmatch(case.facts.recipient.email):
        yield "not exactly one recipient"


def _typing(case: _Case) -> Iterator[str]:
    if "  " in case.written or any(line != line.strip() for line in case.written.split("\n")):
        yield "double or stray spaces"
    edges = "\n".join(_masked(paragraph, case.known, edges=True) for paragraph in case.letter.paragraphs)
    if found := _DOUBLED.search(case.ours) or _DOUBLED_ARTICLE.search(edges):
        yield f"a doubled word: {found[0]!r}"
    if found := re.search(r"\s[,.;:!?]|[,;:]{2}|(?<!\.)\.\.(?!\.)|[,;:][.!?]|\(\)", case.ours):
        yield f"wrong punctuation: {found[0]!r}"
    for sentence in case.sentences:
        if not sentence[:1].isupper() and not sentence[:1].isdigit():
            yield f"a sentence that starts in lower case: {sentence[:40]!r}"
        if not sentence.endswith((".", "!", "?")):
            yield f"a sentence without an end: {sentence[-40:]!r}"
    if len(set(case.sentences)) < len(case.sentences):
        yield "the same sentence twice"


def _words(case: _Case) -> Iterator[str]:
    named = (
        ("goes stale", forbidden.STALE, True),
        ("speaks of money", forbidden.MONEY, True),
        ("is negative", forbidden.NEGATIVE, True),
        ("is private", forbidden.PRIVATE, True),
        ("sells", forbidden.SELLING, case.facts.kind is FollowUpKind.REJECTION_THANKS),
        ("asks for a job", forbidden.ASKING_FOR_A_JOB, case.facts.kind is FollowUpKind.KEEP_IN_TOUCH),
    )
    for fault, pattern, applies in named:
        if applies and (found := pattern.search(case.ours)):
            yield f"{fault}: {found[0]!r}"


def _questions(case: _Case) -> Iterator[str]:
    asked = case.ours.count("?")
    allowed = 1 if case.facts.kind in (FollowUpKind.STATUS_CHECK, FollowUpKind.REFERENCE_NOTICE) else 0
    if asked > allowed:
        yield f"{asked} questions where {allowed or 'none'} may be asked"


def _content(case: _Case) -> Iterator[str]:
    kind, text = case.facts.kind, "\n".join(case.letter.paragraphs)
    if kind in _NAMES_THE_POST:
        if case.known.company and case.known.company.rstrip(".") not in text:
            yield "does not name the company"
        if case.known.role and case.known.role not in text:
            yield "does not name the role"
    if (
        kind is FollowUpKind.STATUS_CHECK
        and case.facts.ordinal <= 1
        and spoken_date(case.facts.situation.interview_on, month_first=case.facts.month_first) not in text
    ):
        yield "does not name the interview's date"
    if kind in _GIVES_THANKS and not _THANKS.search(text):
        yield "does not say thank you"
    if kind is FollowUpKind.WITHDRAWAL and not re.search(r"\bwithdraw", text):
        yield "does not say plainly that the user withdraws"


_RULES: tuple[Callable[[_Case], Iterator[str]], ...] = (_characters, _form, _typing, _words, _questions, _content)


def _masked(paragraph: str, fit: Known, *, edges: bool = False) -> str:
    """`paragraph` with a neutral word for each fact, and with a full stop after it where the fact's own ("Acme Inc.") also
    ends the sentence. `edges` keeps a fact's first and last word, to see "the the" at its edge but not "Walla Walla" in it."""

    def mask(match: re.Match[str]) -> str:
        if edges:
            words = match[0].split()
            return f"{words[0]} {_MASK} {words[-1]}"
        ends_sentence = match[0].endswith(".") and re.match(r"$|\s[A-Z]", paragraph[match.end() :])
        return f"{_MASK}." if ends_sentence else _MASK

    facts = "|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(set(fit.quoted), key=len, reverse=True))
    return re.sub(facts, mask, paragraph) if facts else paragraph
