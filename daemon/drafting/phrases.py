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
_TAKES_THE = re.compile(
    r"\b(?:holidays?|season|break|period|weekend|vacation|recess|shutdown|festivities)$|^new year$", re.IGNORECASE
)


def named_post(role: str, post: str) -> str:
    """ "the Operations Analyst position", "the Summer Internship", "the position of Engineer, Payments"; "the position"."""
    if not role:
        return f"the {post}"
    if _IS_A_POST.search(role):
        return f"the {role}"
    if re.search(r",| [-–—/] |: ", role):
        return f"the {post} of {role}"
    return f"the {role} {post}"


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
    text = _first_word_lowered(re.sub(r"^our\b", "your", written, flags=re.IGNORECASE), r"the|your|an?")
    return f"the {text}" if _TAKES_THE.search(text) and not re.match(r"(?:the|your|an?) ", text) else text


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def spoken_date(day: date | None) -> str:
    """ "Tuesday, March 3": clear to all readers of English, whichever way round they write numbers. '' for None."""
    return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}" if day else ""


def month(day: date | None) -> str:
    return _MONTHS[day.month - 1] if day else ""


def _first_word_lowered(text: str, words: str) -> str:
    return re.sub(rf"^(?:{words})\b", lambda found: found[0].lower(), text, flags=re.IGNORECASE)
