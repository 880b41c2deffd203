"""What strangers and the user wrote, made fit to stand in a sentence, or dropped.

A company, a role or a name was read from mail that anybody may have sent, and a highlight may hold anything. What cannot
stand in a sentence of ours (line breaks, markup, braces, an address, a whole sentence in place of a name) counts as not
known: '' leaves no trace in a letter.
"""

from __future__ import annotations

import re
import unicodedata

_MARKUP = re.compile(r"[{}<>\[\]|\\^~`@?]|://|\bwww\.|\w\.\w{2,20}/", re.IGNORECASE)
_UNFILLED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+|lorem ipsum)\b|_{2,}|\.{2}|…", re.IGNORECASE)
_NOT_A_VALUE = re.compile(
    r"none|null|nil|nan|n/?a|unknown|undefined|tba|confidential|company|role|position|the|an?|and", re.IGNORECASE
)
_SENTENCE_BREAK = re.compile(r"[a-z]{4}[.!]\s|;\s")
_BRACKETS = re.compile(r"^\[[^\[\]]{0,40}\]|\s*(?:\([^()]{0,40}\)|\[[^\[\]]{0,40}\])$")
_NUMBER_AT_END = re.compile(
    r"(?:\s*[-–—,:|]\s*|\s+(?=#|req|ref|job|id))(?:(?:req|requisition|ref|job|id)\b[\s.:#-]{0,3}){0,2}"
    r"#?(?!(?:19|20)\d\d$)[A-Z]{0,4}-?\d{3,12}$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:(?:the|an?)\b[\s.,!]{1,3})+(?=\S)", re.IGNORECASE)
_TRIMMINGS = " ,;:-–—*•/&=_"
_LONGEST_WORD = 40
_MOST_MARKS = 3  # on one letter


def sentence_part(text: str | None, *, characters: int, words: int) -> str:
    """`text` on one line, without invisible characters and symbols, at most so long; '' if it cannot stand in a sentence."""
    if not text or len(text) > 4 * characters:
        return ""
    line = " ".join(_seen(unicodedata.normalize("NFC", text.strip())).split()).strip(_TRIMMINGS)
    line = re.sub(r"^[\"“](.*)[\"”]$", r"\1", line).strip(_TRIMMINGS)
    parts = line.split(" ")
    if not any(character.isalpha() for character in line) or _NOT_A_VALUE.fullmatch(line.rstrip(".!")):
        return ""
    if len(line) > characters or len(parts) > words or max(map(len, parts)) > _LONGEST_WORD:
        return ""
    return "" if _MARKUP.search(line) or _UNFILLED.search(line) else line


def company(text: str | None) -> str:
    """The company's name as it is written, its full stop ("Acme Inc.") kept."""
    name = sentence_part(text, characters=80, words=8)
    return "" if _SENTENCE_BREAK.search(name) or ": " in name else name


def role(text: str | None) -> str:
    """The role without article, brackets ("(m/f/d)", "[Remote]") and requisition number around it."""
    name = (text or "")[:400].strip()
    for _ in range(3):
        name = _NUMBER_AT_END.sub("", _BRACKETS.sub("", name)).strip()
    name = sentence_part(_ARTICLE.sub("", name.lstrip(_TRIMMINGS)), characters=100, words=12).rstrip(".! ")
    return "" if _SENTENCE_BREAK.search(name) else name


def phrase(text: str | None) -> str:
    """A highlight, an achievement or a phrase to mention: longer, and no full stop at its end."""
    return sentence_part(text, characters=220, words=30).rstrip(".! ")


def signature(text: str) -> str:
    """The user's signature: its lines, without control and direction characters and without the "-- " above it."""
    lines = ("".join(c for c in line if unicodedata.category(c) not in ("Cc", "Cf", "Cs")).rstrip() for line in text.splitlines())
    return re.sub(r"^--\n", "", "\n".join(lines).strip("\n"))


def _seen(text: str) -> str:
    """`text` without what is not seen and without symbols; '' where it breaks the line or piles up accents."""
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category == "Mn" else 0
        if category in ("Cc", "Zl", "Zp") or marks > _MOST_MARKS:
            return ""
        if category == "Zs":
            kept.append(" ")
        elif category not in ("Cf", "Cs", "Co", "Cn", "So", "Sk"):
            kept.append(character)
    return "".join(kept)
