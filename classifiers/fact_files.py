"""The corpus of facts: whole mails of the corpus with what a reader finds in them, labelled before the program had its say.

Each row of `classifiers/corpus/facts/whole_mails.jsonl` names a mail by its id and states its facts. A fact that the mail does
not give is null, so that a guess counts as an error; a fact on which readers may differ lists every reading that is right, or
stands under "open" and is not scored. A mail without a date of its own is read as if sent when `corpus_files` says, or on the
row's "date".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from classifiers.corpus_files import FOLDER, Labelled, labelled
from classifiers.reading import Context

FACTS_FILE: Final = FOLDER / "facts" / "whole_mails.jsonl"


@dataclass(frozen=True, slots=True)
class Appointment:
    """An interview as a reader finds it: aware where the mail makes the zone known, `end` None where it gives none."""

    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Promised:
    """A promised time frame: every last day that is a right reading (None: that nothing is promised), and their words."""

    until: tuple[date | None, ...]
    phrase: str


@dataclass(frozen=True, slots=True)
class FactLabels:
    """What a reader finds in one mail. Names and titles are tuples of right readings; None in one: that there is none.

    `open` holds the facts that are not scored for this mail.
    """

    mail: str
    company: tuple[str | None, ...]
    role: tuple[str | None, ...]
    requisition: tuple[str | None, ...]
    interview: tuple[Appointment, ...]
    promise: Promised | None
    interviewers: tuple[str, ...]
    arranger: tuple[str | None, ...]
    references: bool
    human: bool
    answerable: bool
    open: frozenset[str]


@dataclass(frozen=True, slots=True)
class FactCase:
    """One labelled mail, and what its reader may know: whom it was sent to."""

    mail: Labelled
    labels: FactLabels
    context: Context


def read_fact_cases(path: Path = FACTS_FILE, folder: Path = FOLDER) -> Iterator[FactCase]:
    """Every labelled mail, in the order of the file. Raises ValueError where a row names a mail that is not in the corpus."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    mails = dict(_mails(folder, {row["mail"]: row.get("date") for row in rows}))
    for row in rows:
        mail = mails.get(row["mail"])
        if mail is None:
            raise ValueError(f"there is no mail {row['mail']} in the corpus")
        yield FactCase(mail, _labels(row), _context(mail))


def _mails(folder: Path, wanted: dict[str, str | None]) -> Iterator[tuple[str, Labelled]]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for row in map(json.loads, filter(str.strip, lines)):
                if row["id"] in wanted:
                    dated = {"date": wanted[row["id"]]} if wanted[row["id"]] else {}
                    yield row["id"], labelled({**row, **dated}, path.stem)


def _context(mail: Labelled) -> Context:
    """The user is whoever the mail was sent to; nothing else is known."""
    user = mail.message.to[0] if mail.message.to else None
    return Context(
        own_addresses=frozenset({user.key}) if user else frozenset(),
        own_name=user.name if user else "",
        outgoing=mail.outgoing,
    )


def _labels(row: dict[str, Any]) -> FactLabels:
    promise = row.get("promise")
    return FactLabels(
        mail=row["mail"],
        company=_readings(row.get("company")),
        role=_readings(row.get("role")),
        requisition=_readings(row.get("requisition")),
        interview=tuple(
            Appointment(datetime.fromisoformat(each["start"]), datetime.fromisoformat(each["end"]) if each["end"] else None)
            for each in row.get("interview") or ()
        ),
        promise=Promised(_days(promise["until"]), promise.get("phrase", "")) if promise else None,
        interviewers=tuple(row.get("interviewers") or ()),
        arranger=_readings(row.get("arranger")),
        references=bool(row.get("references")),
        human=bool(row.get("human")),
        answerable=bool(row.get("answerable")),
        open=frozenset(row.get("open", ())),
    )


def _readings(value: str | list[str | None] | None) -> tuple[str | None, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _days(value: str | list[str | None] | None) -> tuple[date | None, ...]:
    return tuple(date.fromisoformat(day) if day else None for day in _readings(value))
