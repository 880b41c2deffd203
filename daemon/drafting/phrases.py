"""The noun phrases that templates put together: each reads right whether or not a fact behind it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_IS_A_POST = re.compile(
    r"\b(?:role|position|job|post|opening|vacancy|opportunity|internship|apprenticeship|fellowship|traineeship|placement|"
    r"residency|assistantship|program|programme|scheme)$",
    re.IGNORECASE,
)
_COMMON_NOUN = re.compile(r"\b(?:holidays?|season|break|period|weekend|vacation|recess|shutdown|festivities)$", re.IGNORECASE)


def named_post(role: str, post: str) -> str:
    """ "the Operations Analyst position", "the Summer Internship"; "the position" where the role is not known."""
    if not role:
        return f"the {post}"
    return f"the {role}" if _IS_A_POST.search(role) else f"the {role} {post}"


def mention(written: str) -> str:
    """A phrase that the user marked, as it stands after "about": "they use Rust" becomes "how you use Rust"."""
    text = re.sub(r"^(?:(?:we|I) (?:talked|spoke|discussed|chatted) )?(?:about )?(?=\S)", "", written, flags=re.IGNORECASE)
    text = re.sub(r"^(they|their)\b", lambda found: "you" if found[0].casefold() == "they" else "your", text, flags=re.IGNORECASE)
    text = _first_word_lowered(text, r"the|an?|our|your|my|his|her|how|why|what|you|we|he|she|it")
    return f"how {text}" if re.match(r"(?:you|we|he|she|it|I)\b", text) else text


def holiday(written: str) -> str:
    """Their own word for the holiday as it stands after "enjoy": "the holidays", "Christmas", "your summer break"."""
    if not written:
        return "the holidays"
    text = re.sub(r"^our\b", "your", written, flags=re.IGNORECASE)
    text = _first_word_lowered(text, r"the|your|an?|holidays?|festive|winter|summer")
    text = _COMMON_NOUN.sub(lambda found: found[0].lower(), text)
    common = _COMMON_NOUN.search(text) or text.casefold() == "new year"
    return f"the {text}" if common and not re.match(r"(?:the|your|an?) ", text) else text


def listed(names: Sequence[str], *, last: str = " and ") -> str:
    """ "A", "A and B", "A, B and C"."""
    return last.join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def spoken_date(day: date | None, *, month_first: bool = True) -> str:
    """ "Tuesday, March 3" or "Tuesday 3 March": no month is a number that could be taken for the day. '' for None."""
    if day is None:
        return ""
    weekday, month_name = _WEEKDAYS[day.weekday()], _MONTHS[day.month - 1]
    return f"{weekday}, {month_name} {day.day}" if month_first else f"{weekday} {day.day} {month_name}"


def month(day: date | None) -> str:
    return _MONTHS[day.month - 1] if day else ""


def _first_word_lowered(text: str, words: str) -> str:
    """`text` with one of `words` at its start in lower case, unless it is an abbreviation ("IT support")."""
    found = re.match(rf"(?:{words})\b", text, re.IGNORECASE)
    if found is None or (len(found[0]) > 1 and found[0].isupper()):
        return text
    return found[0].lower() + text[found.end() :]
