"""A person's name as a greeting wants it: "Hi Meg," or "Dear Dr. Okafor,", and "Hello," rather than a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass

from classifiers.reading import Register
from daemon.drafting.cleaning import sentence_part

_NOT_THE_NAME = re.compile(
    r"\s*(?:\(.*|\[.*|\||\s[-–—/@•·]\s|,?\s(?:via|from|at|on behalf of|of)\s).*$", re.IGNORECASE | re.DOTALL
)
_TITLE = re.compile(
    r"(?:(?:prof|dr)\.? ){2}|(?:dr|prof|mr|mrs|ms|mx)\.? |(?:professor|miss|doctor|sir|dame|rev\.?|rabbi) ", re.IGNORECASE
)
_DOCTORATE = re.compile(r"\b(?:ph\.?\s?d|m\.?d|ed\.?d|d\.?phil)\b", re.IGNORECASE)
_POST_OR_COMPANY = re.compile(
    r"\b(?:manager|recruiter|partner|director|lead|head|specialist|coordinator|engineer|officer|founder|president|jr|sr|esq|inc|llc|"
    r"ltd|gmbh|corp|ph\.?d|md)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\b[A-Z]{2,}\b|[A-Z]\.[A-Z]")
_NOBODY = re.compile(
    r"\b(?:none|undefined|team|recruit(?:ing|ment|ers?)|talent|acquisition|careers?|jobs?|hr|human resources|hiring|people|"
    r"no.?reply|notifications?|support|info|admin|office|department|staffing|services?|calendar|calendly|greenhouse|lever|"
    r"workday|ashby|inc|llc|ltd|gmbh|corp|company|group|university|college)\b|\d|[&!:;/]",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"van|von|der|den|del?|della|d[aiou]s?|l[ae]|[ae]l|bin|te[nr]|y|zu", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PersonName:
    """`first` is '' where there are only initials; `full` has no title; `title` is as they write it ("Dr.", "Ms")."""

    first: str
    family: str
    full: str
    title: str = ""


def person_name(written: str, *, company: str = "") -> PersonName | None:
    """A display name or the name under a message, taken apart; None where it names no person.

    >>> person_name("OKAFOR, Meg (she/her) via Calendly").full
    'Meg Okafor'
    """
    text = written[:300].strip().strip("\"'“”‘’ ")
    doctor = bool(_DOCTORATE.search(text))
    text = sentence_part(_in_order(_NOT_THE_NAME.sub("", text).rstrip("'’")), characters=60, words=6)
    title = ""
    if found := _TITLE.match(text):
        title, text = found[0].strip(), text[found.end() :].strip()
    folded = text.casefold()
    if not text or _NOBODY.search(text) or (company and folded in (company.casefold(), company.casefold().split()[0])):
        return None
    words = [_cased(word, index, shouting=text.isupper() and " " in text) for index, word in enumerate(text.split())]
    family = next(
        (index for index, word in enumerate(words) if index and word.islower() and _PARTICLE.fullmatch(word)), len(words) - 1
    )
    first = next((word for word in words[: max(family, 1)] if not _is_initial(word)), "")
    if title and len(words) == 1:
        first = ""
    elif doctor and not title:
        title = "Dr."
    return PersonName(first, " ".join(words[family:]), " ".join(words), title[:1].upper() + title[1:])


def greeting(signs: str, display: str, register: Register | None, *, company: str = "") -> str:
    """The first line of a letter, in the register in which its addressee writes to the user.

    "Hi Meg," answers a first name; "Dear Dr. Okafor," a formal letter, but only with a title that they use themselves, else
    "Dear Meg Okafor,". `signs` is the name under their message, `display` the one beside their address.
    """
    names = [name for name in (person_name(signs, company=company), person_name(display, company=company)) if name is not None]
    if not names:
        return "Hello,"
    titled = next((name for name in names if name.title and (name.first == "" or " " in name.full)), None)
    fullest = max(names, key=lambda name: (" " in name.full, bool(name.first)))
    if register is not Register.FIRST_NAME and titled is not None:
        return f"Dear {titled.title} {titled.family},"
    if register is Register.FORMAL:
        return f"Dear {fullest.full},"
    initials = "".join(word[0] for word in fullest.full.split())
    first = next((name.first for name in names if name.first and name.first != initials), "")
    return f"Hi {first}," if first else f"Dear {' '.join(filter(None, (fullest.title, fullest.full)))},"


def _in_order(text: str) -> str:
    """ "Okafor, Meg" as "Meg Okafor"; what else follows a comma (a degree, a post) goes."""
    before, comma, after = (part.strip() for part in text.partition(","))
    if not comma:
        return text
    one_name = " " not in before or _PARTICLE.fullmatch(before.split()[0])
    no_name = "," in after or _POST_OR_COMPANY.search(after) or (_DEGREE.search(after) and not text.isupper())
    return f"{after} {before}" if one_name and after and not no_name else before


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 or bool(re.fullmatch(r"(?:[A-Z]\.){2,3}", word))


def _cased(word: str, index: int, *, shouting: bool) -> str:
    """MEG and meg as Meg, O'NEIL as O'Neil; JP, McDonald and van stay."""
    if index and _PARTICLE.fullmatch(word):
        return word.casefold() if word.isupper() or word.islower() else word
    shouted = word.isupper() and len(word) > (1 if shouting else 2) and "." not in word
    if shouted or word.islower():
        cased = "-".join("'".join(part.capitalize() for part in half.split("'")) for half in word.split("-"))
        return re.sub(r"^Mc([a-z])", lambda found: "Mc" + found[1].upper(), cased)
    return word
