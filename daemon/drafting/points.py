"""The user's highlights and achievements in the shape in which a sentence can take them.

They are written freely in the configuration. Best worked in are a past-tense clause without its subject ("Led the migration of
40 services to Kubernetes") and a noun phrase that starts with an article, a number or a word like "experience" ("Ten years of
audit work"); anything else stands behind a colon, as it was written. A line that is longer than 30 words is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from daemon.drafting.trades import trades_of

_SAME_WORD = 10


@dataclass(frozen=True, slots=True)
class Point:
    """Something about the user in one of three shapes; at most one of them is set.

    `clause` is a whole clause ("I led the migration"); `noun` fits after "bring" ("ten years of audit work"); `note` fits after
    a colon only.
    """

    clause: str = ""
    noun: str = ""
    note: str = ""

    @property
    def text(self) -> str:
        return self.clause or self.noun or self.note


def point(written: str) -> Point:
    """One line of the user's, its shape recognised by how it starts.

    >>> point("Led a team of six").clause, point("Five years of audit work").noun, point("Python, Go and SQL").note
    ('I led a team of six', 'five years of audit work', 'Python, Go and SQL')
    """
    first, _, rest = written.partition(" ")
    word = first.casefold()
    if _I.match(written):
        return Point(clause=written)
    if rest and _in_past_tense(word, rest):
        return Point(clause=f"I {word} {rest}")
    if _SOMEBODY.match(written) or _QUALIFIED.match(written):
        return Point(clause=f"I am {word} {rest}")
    abbreviated = first.isupper() and first.isalpha()
    if (abbreviated or _ADJECTIVES_IN_ED.fullmatch(word)) and _SOMEBODY.match(f"a {written}"):
        article = "an" if first[0] in ("AEFHILMNORSX" if abbreviated else "AEIOUaeiou") else "a"
        return Point(clause=f"I am {article} {first if abbreviated else word} {rest}")
    if _NOUN_PHRASE.match(written):
        return Point(noun=f"{word} {rest}")
    if rest and _GERUND.fullmatch(word) and not _NO_GERUNDS.fullmatch(word):
        return Point(noun=f"my experience of {word} {rest}")
    return Point(note=written)


def best_fitting(highlights: Sequence[str], role: str, company: str) -> tuple[str, ...]:
    """The highlights that fit: those that share words with role and company, those with the most first, then those of the role's
    trade. Where none does, all of them in the user's order."""
    wanted, trades = _stems(f"{role} {company}"), trades_of(role)
    fits = [
        (_SAME_WORD * len(_stems(highlight) & wanted) + len(trades_of(highlight) & trades), highlight) for highlight in highlights
    ]
    fitting = [highlight for shared, highlight in sorted(fits, key=lambda fit: -fit[0]) if shared]
    return tuple(fitting or highlights)


def _in_past_tense(word: str, rest: str) -> bool:
    if _IRREGULAR_PAST.fullmatch(word):
        return True
    if not re.fullmatch(r"[a-z-]{3,30}ed", word):
        return False
    has_object = re.match(r"(?:an?|the|our|my|their|its|all|over|more|new|\d+)\b", rest, re.IGNORECASE)
    return has_object is not None or not _ADJECTIVES_IN_ED.fullmatch(word)


def _stems(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to what "audit" and "auditor", "operations" and "operational" have in common."""
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if not _EMPTY_WORDS.fullmatch(word))


_I = re.compile(r"I(?= |'ve |'m |'d )")

_IRREGULAR_PAST = re.compile(
    r"began|bought|brought|built|came|chose|cut|did|drew|drove|fought|found|gave|got|grew|had|held|kept|laid|led|left"
    r"|made|met|oversaw|overcame|put|ran|rebuilt|redid|rewrote|rose|saw|sent|set|shot|shrank|sold|sought|spent|split"
    r"|spoke|spread|swept|taught|took|undertook|went|won|wound|wrote"
)
_ADJECTIVES_IN_ED = re.compile(
    r"accredited|accomplished|advanced|applied|certified|chartered|committed|dedicated|detailed|distributed|experienced"
    r"|licensed|limited|motivated|qualified|registered|seasoned|skilled|specialised|specialized|talented|trained|united"
    r"|varied"
)
_NOUN_PHRASE = re.compile(
    r"(?!one of )(?:an?|the|my|our|some|several|many|over|around|about|almost|nearly|more than|at least|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|experience|expertise|knowledge|responsibility|fluency|"
    r"familiarity|proficiency|practice|\d[\d.,+]{0,12}) ",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"an? (?:[\w-]{1,30} ){0,4}?(?:accountant|administrator|analyst|architect|assistant|auditor|builder|consultant|coordinator|"
    r"designer|developer|director|doctor|editor|electrician|engineer|expert|founder|graduate|lawyer|lead|leader|manager|master|"
    r"mechanic|nurse|officer|owner|physician|planner|producer|professional|programmer|recruiter|researcher|scientist|speaker|"
    r"specialist|supervisor|teacher|technician|trainer|worker|writer)"
    r"(?! (?:role|position|course|degree|certification)\b)(?=$|[ ,])",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"(?:fluent|proficient|experienced|certified|skilled|trained|versed|licensed|qualified|bilingual) (?:in|at|with|as|to|by) ",
    re.IGNORECASE,
)
_GERUND = re.compile(r"[a-z]{3,20}ing")
_NO_GERUNDS = re.compile(r"accounting|banking|engineering|marketing|nursing|spring|string|training")
_EMPTY_WORDS = re.compile(r"the|and|for|with|from|senior|junior|lead|head|staff|principal|manager|inc|llc|ltd|group|team|new|our")
