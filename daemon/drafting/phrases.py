"""The noun phrases and clauses that templates put together: each reads right whether or not a fact behind it is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_NAMES_A_POST = re.compile(
    r"\b(?:role|position|job|post|opening|vacancy|opportunity|internship|apprenticeship|fellowship|traineeship|placement|"
    r"residency|assistantship|program(?:me)?|scheme)$",
    re.IGNORECASE,
)

_PAST_TENSE = frozenset(
    [
        "began",
        "bought",
        "brought",
        "built",
        "became",
        "chose",
        "came",
        "cut",
        "did",
        "drew",
        "drove",
        "fought",
        "flew",
        "forecast",
        "found",
        "gave",
        "got",
        "grew",
        "had",
        "held",
        "kept",
        "knew",
        "laid",
        "led",
        "left",
        "lost",
        "made",
        "met",
        "outdid",
        "oversaw",
        "overcame",
        "put",
        "ran",
        "rebuilt",
        "redid",
        "rewrote",
        "rose",
        "saw",
        "sang",
        "sent",
        "set",
        "shot",
        "shrank",
        "sold",
        "sought",
        "spoke",
        "spent",
        "split",
        "spread",
        "stood",
        "swept",
        "taught",
        "thought",
        "told",
        "took",
        "undertook",
        "went",
        "withstood",
        "won",
        "wound",
        "wrote",
    ]
)
_ADJECTIVES_IN_ED = frozenset(
    [
        "accredited",
        "accomplished",
        "advanced",
        "applied",
        "certified",
        "chartered",
        "committed",
        "dedicated",
        "detailed",
        "distributed",
        "experienced",
        "licensed",
        "limited",
        "motivated",
        "qualified",
        "registered",
        "seasoned",
        "skilled",
        "specialised",
        "specialized",
        "talented",
        "trained",
        "united",
        "varied",
    ]
)
_DETERMINER = re.compile(
    r"(?!one of )(?:an?|the|my|our|some|several|many|over|around|about|almost|nearly|more than|at least|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|experience|expertise|knowledge|responsibility|fluency|familiarity|"
    r"proficiency|practice|\d[\d.,+]*)(?=\s)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"an? (?:[\w-]{1,30} ){0,4}?(?:accountant|administrator|analyst|architect|assistant|auditor|builder|consultant|coordinator|designer|"
    r"developer|director|doctor|editor|electrician|engineer|expert|founder|graduate|lawyer|lead|leader|manager|master|mechanic|nurse|"
    r"officer|owner|physician|planner|producer|professional|programmer|recruiter|researcher|scientist|speaker|specialist|"
    r"supervisor|teacher|technician|trainer|worker|writer)(?! (?:role|position|course|degree|certification)\b)(?=$|[ ,])",
    re.IGNORECASE,
)
_GERUND = re.compile(r"[a-z]{3,20}ing(?=\s)", re.IGNORECASE)
_NO_SOMEBODY = re.compile(
    r"an? (?:[\w-]{1,30} ){0,4}?(?:accountant|administrator|analyst|architect|assistant|auditor|builder|consultant|coordinator|designer|"
    r"developer|director|doctor|editor|electrician|engineer|expert|founder|graduate|lawyer|lead|leader|manager|master|mechanic|nurse|"
    r"officer|owner|physician|planner|producer|professional|programmer|recruiter|researcher|scientist|speaker|specialist|"
    r"supervisor|teacher|technician|trainer|worker|writer)(?! (?:role|position|course|degree|certification)\b)(?=$|[ ,])",
    re.IGNORECASE,
)
_GERUND = frozenset(["marketing", "engineering", "accounting", "banking", "training", "spring", "string"])
_SUBJECT = re.compile(r"I(?= |'ve |'m |'d )")


@dataclass(frozen=True, slots=True)
class Point:
    """Something about the user in one of three shapes: exactly one of them is set.

    `clause` begins with I ("I led the migration"); `noun` fits after "bring" ("ten years of audit work"); `note` fits after a
    colon only, as the user wrote it.
    """

    clause: str = ""
    noun: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        return self.clause or self.noun or self.note


def point(written: str) -> Point:
    """The user's own line in the shape in which a sentence can take it.

    A past-tense clause without its subject ("Led the migration …") and a noun phrase that starts with an article, a number or
    a word like "experience" ("Ten years of …") can be worked into a sentence; anything else is put behind a colon.
    """
    if _SUBJECT.match(written):
        return Point(clause=written)
    first, _, rest = written.partition(" ")
    verb = first.casefold()
    leads_on = bool(re.match(r"(?:an?|the|our|my|their|its|all|over|more|\d)\b", rest, re.IGNORECASE))
    in_past_tense = verb in _PAST_TENSE or (
        first.isalpha() and verb.endswith("ed") and len(verb) > 4 and (verb not in _ADJECTIVES_IN_ED or leads_on)
    )
    if in_past_tense and rest:
        return Point(clause=f"I {verb} {rest}")
    if _SOMEBODY.match(written):
        return Point(clause=f"I am {first.casefold()} {rest}")
    if _DETERMINER.match(written):
        return Point(noun=first.casefold() + written[len(first) :])
    if _GERUND.match(written) and verb not in _NO_GERUND:
        return Point(noun=f"my experience of {verb} {rest}")
    return Point(note=written)


def best_highlights(highlights: Sequence[str], role: str, company: str) -> tuple[str, ...]:
    """The highlights that share the most words with role and company, best first; all, in the user's order, where none does."""
    wanted = _stems(f"{role} {company}")
    fits = [len(_stems(highlight) & wanted) for highlight in highlights]
    if not any(fits):
        return tuple(highlights)
    ranked = sorted(zip(fits, highlights, strict=True), key=lambda fit: -fit[0])
    return tuple(highlight for fit, highlight in ranked if fit)


def mention(written: str) -> str:
    """A phrase that the user marked, as it stands after "about": "they use Rust" becomes "how you use Rust"."""
    text = re.sub(r"^(?:(?:we|I) (?:talked|spoke|discussed|chatted)\s)?(?:about\s)?(?=\S)", "", written, flags=re.IGNORECASE)
    text = re.sub(
        r"^(their|they)\b", lambda found: {"their": "your", "they": "you"}[found[1].casefold()], text, flags=re.IGNORECASE
    )
    text = re.sub(
        r"^(?:the|an?|our|your|my|his|her|how|why|what|you|we|he|she|it)\b", lambda found: found[0].lower(), text, flags=re.I
    )
    return f"how {text}" if re.match(r"(?:you|we|he|she|it|I)\b", text) else text


def holiday(written: str) -> str:
    """Their own word for the holiday as it stands after "enjoy": "the holidays", "Christmas", "your summer break"."""
    if not written:
        return "the holidays"
    text = re.sub(r"^our\b", "your", written, flags=re.IGNORECASE)
    text = re.sub(r"^(?:the|your|a|an)\b", lambda found: found[0].lower(), text, flags=re.IGNORECASE)
    common = re.search(
        r"\b(?:holidays?|season|break|period|weekend|vacation|recess|shutdown|festivities)$|^new year$", text, re.I
    )
    return f"the {text}" if common and not re.match(r"(?:the|your|an?)\b", text) else text


def named_post(role: str, post: str) -> str:
    """ "the Operations Analyst position", "the Summer Internship", "the position of Engineer, Payments"; "the position"."""
    if not role:
        return f"the {post}"
    if _NAMES_A_POST.search(role):
        return f"the {role}"
    if re.search(r",| [-–—/] |:", role):
        return f"the {post} of {role}"
    return f"the {role} {post}"


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def spoken_date(day: date | None) -> str:
    """ "Tuesday, March 3": clear to all readers of English, whichever way round they write numbers. '' for None."""
    return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}" if day else ""


def month(day: date | None) -> str:
    return _MONTHS[day.month - 1] if day else ""


def _stems(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to what "operations" and "operational" have in common."""
    return frozenset(word[:6] for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if word not in _EMPTY_WORDS)


_EMPTY_WORDS = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "from",
        "senior",
        "junior",
        "lead",
        "head",
        "staff",
        "principal",
        "manager",
        "inc",
        "llc",
        "ltd",
        "group",
        "team",
        "new",
        "our",
    ]
)
