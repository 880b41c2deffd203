"""How well the facts are read: right, wrong, missed and invented for each fact, over the labelled mails. Pure.

A fact is *right* where the program finds what a reader found, and *exact* where it also writes it as the mail does (the whole
name, the interview's end, their own words for the time frame). It is *wrong* where it finds something else, *missed* where it
finds nothing, *invented* where there is nothing to find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, TypeVar

from classifiers.fact_files import Appointment, FactCase, FactLabels
from classifiers.facts import extract
from classifiers.names import HONORIFICS, company_key
from classifiers.reading import Facts

_IDS: Final = 8


class Score(StrEnum):
    """What became of one value. `EXACT` is right, too."""

    EXACT = "exact"
    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class FactError:
    """One value that is not right: the mail's id, what is there, and what was said to be there."""

    mail: str
    score: Score
    expected: str
    said: str


@dataclass(frozen=True, slots=True)
class FactFigure:
    """The counts of one fact over all mails. `right` includes the exact ones."""

    right: int
    exact: int
    wrong: int
    missed: int
    invented: int
    errors: tuple[FactError, ...]

    @property
    def precision(self) -> float:
        """The share of right ones among those that the program stated; 1 where it stated none."""
        stated = self.right + self.wrong + self.invented
        return self.right / stated if stated else 1.0

    @property
    def recall(self) -> float:
        """The share of right ones among those that are there; 1 where there are none."""
        there = self.right + self.wrong + self.missed
        return self.right / there if there else 1.0

    @property
    def exactness(self) -> float:
        """The share of exact ones among the right ones; 1 where none is right."""
        return self.exact / self.right if self.right else 1.0


_Scored = tuple[Score, str, str]
_Value = TypeVar("_Value")


def measure(cases: Iterable[FactCase]) -> dict[str, FactFigure]:
    """Read the facts of every mail, as a message of the kind that it is, and count."""
    return figures((case.labels, extract(case.mail.message, case.mail.kind, case.context)) for case in cases)


def figures(readings: Iterable[tuple[FactLabels, Facts]]) -> dict[str, FactFigure]:
    """The figure of each fact, by its name, over labels and what was read."""
    counts: dict[str, Counter[Score]] = {name: Counter() for name in _FACTS}
    errors: dict[str, list[FactError]] = {name: [] for name in _FACTS}
    for labels, facts in readings:
        for name, score in _FACTS.items():
            if name in labels.open:
                continue
            for outcome, expected, said in score(labels, facts):
                counts[name][outcome] += 1
                if outcome not in (Score.EXACT, Score.RIGHT):
                    errors[name].append(FactError(labels.mail, outcome, expected, said))
    return {
        name: FactFigure(
            right=count[Score.RIGHT] + count[Score.EXACT],
            exact=count[Score.EXACT],
            wrong=count[Score.WRONG],
            missed=count[Score.MISSED],
            invented=count[Score.INVENTED],
            errors=tuple(errors[name]),
        )
        for name, count in counts.items()
    }


def markdown(found: Mapping[str, FactFigure]) -> str:
    """The figures as a table, and the mails behind the errors."""
    lines = [
        "| fact | precision | recall | exact among right | right | wrong | missed | invented |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, figure in found.items():
        lines.append(
            f"| {name} | {figure.precision:.3f} | {figure.recall:.3f} | {figure.exactness:.3f} "
            f"| {figure.right} | {figure.wrong} | {figure.missed} | {figure.invented} |"
        )
    lines += ["", "| fact | error | for example |", "|---|---|---|"]
    for name, figure in found.items():
        for score in (Score.WRONG, Score.MISSED, Score.INVENTED):
            ids = [error.mail for error in figure.errors if error.score is score]
            if ids:
                lines.append(f"| {name} | {score.value} | {', '.join(dict.fromkeys(ids[:_IDS]))} |")
    return "\n".join(lines)


def _company(labels: FactLabels, facts: Facts) -> list[_Scored]:
    return _one(labels.company, facts.company, lambda one, other: company_key(one) == company_key(other))


def _role(labels: FactLabels, facts: Facts) -> list[_Scored]:
    return _one(labels.role, facts.role, lambda one, other: _words(one) == _words(other))


def _requisition(labels: FactLabels, facts: Facts) -> list[_Scored]:
    return _one(labels.requisition, facts.requisition, lambda one, other: _words(one) == _words(other))


def _arranger(labels: FactLabels, facts: Facts) -> list[_Scored]:
    return _one(labels.arranger, facts.arranger or None, _is_same_person)


def _one(accepted: Sequence[str | None], said: str | None, same: Callable[[str, str], bool]) -> list[_Scored]:
    """The score of a fact that a mail has once, or not at all."""
    names = [name for name in accepted if name is not None]
    expected = " / ".join(names)
    if said is None:
        return [] if None in accepted else [(Score.MISSED, expected, "")]
    if said in names:
        return [(Score.EXACT, expected, said)]
    if any(same(name, said) for name in names):
        return [(Score.RIGHT, expected, said)]
    return [(Score.WRONG if names else Score.INVENTED, expected, said)]


def _interview(labels: FactLabels, facts: Facts) -> list[_Scored]:
    found = (*((facts.interview,) if facts.interview else ()), *facts.more_interviews)
    stated = [Appointment(each.start, each.end) for each in found]
    return _several(
        labels.interview,
        stated,
        lambda one, other: _same_moment(one.start, other.start),
        lambda one, other: _same_moment(one.end, other.end),
        lambda each: f"{each.start.isoformat()}/{each.end.isoformat() if each.end else ''}",
    )


def _same_moment(one: datetime | None, other: datetime | None) -> bool:
    """Equal, and both in a known zone or both on the user's clock."""
    return one == other and (one is None or other is None or (one.tzinfo is None) == (other.tzinfo is None))


def _interviewers(labels: FactLabels, facts: Facts) -> list[_Scored]:
    stated = [person.name for person in facts.people if person.interviewer]
    return _several(labels.interviewers, stated, _is_same_person, lambda one, other: _person(one) == _person(other), str)


def _several(
    labelled: Sequence[_Value],
    stated: Sequence[_Value],
    same: Callable[[_Value, _Value], bool],
    exact: Callable[[_Value, _Value], bool],
    shown: Callable[[_Value], str],
) -> list[_Scored]:
    """The scores of a fact that a mail may have several times: equal ones are paired, the rest are wrong, missed or invented."""
    scores: list[_Scored] = []
    missing, extra = list(labelled), list(stated)
    for one in labelled:
        match = next((other for other in extra if same(one, other)), None)
        if match is not None:
            extra.remove(match)
            missing.remove(one)
            scores.append((Score.EXACT if exact(one, match) else Score.RIGHT, shown(one), shown(match)))
    while missing and extra:
        scores.append((Score.WRONG, shown(missing.pop(0)), shown(extra.pop(0))))
    scores += [(Score.MISSED, shown(one), "") for one in missing]
    return scores + [(Score.INVENTED, "", shown(other)) for other in extra]


def _promise(labels: FactLabels, facts: Facts) -> list[_Scored]:
    accepted = labels.promise.until if labels.promise else (None,)
    phrase = labels.promise.phrase if labels.promise else ""
    expected = " / ".join(day.isoformat() if day else "" for day in accepted)
    if facts.promise is None:
        return [] if None in accepted else [(Score.MISSED, expected, "")]
    said = f"{facts.promise.until or ''} {facts.promise.phrase!r}"
    if facts.promise.until in accepted and facts.promise.until is not None:
        return [(Score.EXACT if facts.promise.phrase == phrase else Score.RIGHT, expected, said)]
    return [(Score.INVENTED if accepted == (None,) else Score.WRONG, expected, said)]


def _flag(expected: bool, said: bool) -> list[_Scored]:
    if expected and said:
        return [(Score.EXACT, "yes", "yes")]
    return [] if expected == said else [(Score.MISSED, "yes", "no") if expected else (Score.INVENTED, "no", "yes")]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _person(name: str) -> list[str]:
    return [word for word in _words(name) if word not in HONORIFICS]


def _is_same_person(one: str, other: str) -> bool:
    """ "Priya" and "Dr. Priya Nair": the words of one name are all in the other."""
    mine, theirs = set(_person(one)), set(_person(other))
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)


_FACTS: Final[Mapping[str, Callable[[FactLabels, Facts], list[_Scored]]]] = {
    "company": _company,
    "role": _role,
    "requisition": _requisition,
    "interview": _interview,
    "interviewers": _interviewers,
    "arranger": _arranger,
    "promise": _promise,
    "references": lambda labels, facts: _flag(labels.references, facts.asks_references),
    "human": lambda labels, facts: _flag(labels.human, facts.written_by_person),
    "answerable": lambda labels, facts: _flag(labels.answerable, facts.reply_address is not None),
}
