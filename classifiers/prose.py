"""The words of a message made ready for the grammars: unwrapped, folded, cut into sentences.

Every grammar here is a regular expression over `plain`, in which each run of white space is one space, a line break stands
only where the writer meant one, and typographic quotes and dashes are their ASCII cousins. `shown` has the same length and
keeps the writer's characters, so a span found in `plain` gives back the words as they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST_TEXT = 20_000
"""Characters that are read of any text. Whoever needs more to name a time is not a recruiter."""

LONGEST_PHRASE = 120

_FOLDED = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043", "-")
    | {"\u2044": "/", "\u2215": "/", "\uff1a": ":", "\u00b7": "|", "\u2022": "|", "\u2502": "|"}
)
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_EMPHASIS = re.compile(r"\*{1,2}(?=\S)|(?<=\S)\*{1,2}")

_WRAPPED_FROM = 50
_OWN_LINE = re.compile(
    r"(?:[-*|>+#\u2022]|\d{1,2}[.)] |https?:|(?-i:[A-Z])[a-z' /&-]{0,24}:(?!\d)"
    r"|(?:best|kind|warm|many|with|yours|regards|sincerely|thanks|thank you|cheers|hi|hello|dear)\b[^.]{0,30}[,!]?$)",
    re.IGNORECASE,
)
_ROW = re.compile(r"[-*|\u2022 ]{0,3}\d{1,2}(?:[:.h]\d\d| ?[ap]\.?m\b)", re.IGNORECASE)
"""A line that opens with a time of day: a row of a timetable beside another such line."""
_SENTENCE_END = re.compile(r"\n|[.!?]+[\"')\]]{0,2} (?=[\"'(\[]?[A-Z0-9])")
_SMALL_SENTENCE_END = re.compile(r"\n|[.!?]+[\"')\]]{0,2} (?=[\"'(\[]?[a-zA-Z0-9])")
_CAPITAL = re.compile(r"[.!?] [A-Z][a-z']|\n[A-Z][a-z']+ [a-z]")
"""Who opens no sentence with a capital ends them all the same."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|st|no|nr|inc|ltd|co|corp|jr|sr|vs|dept|approx|est|tel|ext|u\.s|u\.k|e\.g|i\.e|cf"
    r"|mon|tues?|weds?|thu|thurs?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])$",
    re.IGNORECASE,
)
_MERIDIEM = re.compile(r"\d ?[ap]\.?m$", re.IGNORECASE)
_AFTER_MERIDIEM = re.compile(
    r"\(?(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|SGT|JST|AE[SD]?T|Eastern|Central|Mountain|Pacific|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|Jan|Feb"
    r"|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[A-Z][a-z]+ [Tt]ime|\d)"
)


@dataclass(frozen=True, slots=True)
class Prose:
    """One text, ready to be read. `sentences` are the (start, end) spans of `plain`, in order, line breaks excluded."""

    shown: str
    plain: str
    sentences: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> Prose:
        """The first 20,000 characters of a text. Several readers want the same subject or signature: the last few are kept."""
        return _read(text[:LONGEST_TEXT])

    def words(self, start: int, end: int) -> str:
        """The writer's own words at that span of `plain`, on one line, at most 120 characters."""
        phrase = " ".join(self.shown[start:end].split())[:LONGEST_PHRASE].rstrip(" ,;(")
        return phrase.rstrip(")") if "(" not in phrase else phrase

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The span of the sentence that holds this position."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle][1] <= position:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low] if low < len(self.sentences) else (position, position)


@lru_cache(maxsize=16)
def _read(text: str) -> Prose:
    shown = _unwrapped(_EMPHASIS.sub("", text.translate(_INVISIBLE)))
    plain = shown.translate(_FOLDED)
    return Prose(shown, plain, tuple(_sentences(plain)))


def _unwrapped(text: str) -> str:
    """Lines that a mail client cut at its margin become one again; all other line breaks stay."""
    pieces: list[str] = []
    previous = ""
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if not line:
            previous = ""
            continue
        if pieces:
            pieces.append(" " if previous and _continues(previous, line) else "\n")
        pieces.append(line)
        previous = line
    return "".join(pieces)


def _continues(previous: str, line: str) -> bool:
    if _OWN_LINE.match(line) or previous.endswith(":") or (_ROW.match(line) and _ROW.match(previous)):
        return False
    if len(previous) >= _WRAPPED_FROM:
        return True
    return line[0].islower() and previous[-1] not in ".!?,;" and len(previous) > 20


def _sentences(plain: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (_SENTENCE_END if _CAPITAL.search(plain) else _SMALL_SENTENCE_END).finditer(plain):
        before = plain[max(start, end.start() - 8) : end.start()]
        if end.group() != "\n" and plain[end.start()] == ".":
            if _ABBREVIATION.search(before):
                continue
            if _MERIDIEM.search(before) and _AFTER_MERIDIEM.match(plain, end.end()):
                continue
        if end.start() > start:
            spans.append((start, end.end() if end.group() != "\n" else end.start()))
        start = end.end()
    if start < len(plain):
        spans.append((start, len(plain)))
    return spans
