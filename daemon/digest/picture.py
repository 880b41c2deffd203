"""The whole search in one picture: how many applications stand where, and what the next two weeks bring.

Drawn with tables and characters alone, so that every mail client shows it; said in words for those who hear it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from daemon.digest.content import Coming, ComingKind, DigestContent
from daemon.digest.page import Bar, Glance, Mark, Strip, StripDay
from daemon.digest.safe_text import shown
from daemon.digest.wording import STATES_ENDED, STATES_UNDER_WAY, Clock, counted, listed, weekday_in_words

DAYS_OF_STRIP = 14
_A_WEEK = 7
_MARK_OF = {
    ComingKind.INTERVIEW: Mark.INTERVIEW,
    ComingKind.DEADLINE: Mark.DEADLINE,
    ComingKind.DRAFT: Mark.DRAFT,
    ComingKind.PROMISE: Mark.PROMISE,
}
_NAMES = {
    Mark.INTERVIEW: "interview",
    Mark.DEADLINE: "last day to answer",
    Mark.DRAFT: "a draft will be ready",
    Mark.PROMISE: "their answer is due",
}


def glance(content: DigestContent, clock: Clock) -> Glance | None:
    """None where there is no application at all."""
    if not any(content.pipeline.values()):
        return None
    counts = {state: content.pipeline.get(state, 0) for state in STATES_UNDER_WAY}
    longest = max(1, *counts.values())
    ended = [f"{content.pipeline[state]} {name}" for state, name in STATES_ENDED.items() if content.pipeline.get(state)]
    return Glance(
        bars=tuple(Bar(STATES_UNDER_WAY[state], count, round(100 * count / longest)) for state, count in counts.items()),
        ended=f"Behind you: {', '.join(ended)}." if ended else "",
        strip=_strip(content, clock),
    )


def _strip(content: DigestContent, clock: Clock) -> Strip:
    marks = _marks(content, clock)
    days = [content.day + timedelta(days=n) for n in range(DAYS_OF_STRIP)]
    drawn = [
        StripDay(
            weekday=weekday_in_words(day)[:3],
            number=str(day.day),
            marks=tuple(mark for mark in Mark if mark in marks.get(day, {})),
            today=day == content.day,
            free=day in content.free_days,
        )
        for day in days
    ]
    occurring = {mark for day in drawn for mark in day.marks}
    return Strip(
        weeks=tuple(tuple(drawn[start : start + _A_WEEK]) for start in range(0, DAYS_OF_STRIP, _A_WEEK)),
        legend=tuple((mark, _NAMES[mark]) for mark in Mark if mark in occurring),
        remark="Shaded: weekends, holidays and quiet days, on which nothing falls due." if any(day.free for day in drawn) else "",
        words=_words(days, marks, clock),
    )


def _marks(content: DigestContent, clock: Clock) -> Mapping[date, Mapping[Mark, list[str]]]:
    """What each day brings, with the companies."""
    found: dict[date, dict[Mark, list[str]]] = {}
    for day, mark, company in _occasions(content, clock):
        names = found.setdefault(day, {}).setdefault(mark, [])
        name = shown(company or "", 40)
        if name and name not in names:
            names.append(name)
    return found


def _occasions(content: DigestContent, clock: Clock) -> Iterator[tuple[date, Mark, str | None]]:
    for interview in content.interviews:
        yield clock.date(interview.start), Mark.INTERVIEW, interview.company
    for waits in content.waiting:
        if waits.answer_by is not None:
            yield waits.answer_by, Mark.DEADLINE, waits.company
    for ready in content.ready_today:
        yield content.day, Mark.DRAFT, ready.company
    yield from map(_occasion, content.coming)


def _occasion(coming: Coming) -> tuple[date, Mark, str | None]:
    return coming.on, _MARK_OF[coming.kind], coming.company


def _words(days: list[date], marks: Mapping[date, Mapping[Mark, list[str]]], clock: Clock) -> str:
    said = [
        f"{clock.day(day)}: " + "; ".join(_named(_NAMES[mark], marks[day][mark]) for mark in Mark if mark in marks[day])
        for day in days
        if marks.get(day)
    ]
    return f"Two weeks from today. {'. '.join(said)}." if said else "Two weeks from today: nothing is planned yet."


def _named(what: str, companies: list[str]) -> str:
    more = counted(len(companies) - 3, "other", "others") if len(companies) > 3 else ""
    names = listed(tuple(filter(None, (*companies[:3], more))))
    return f"{what} ({names})" if names else what
