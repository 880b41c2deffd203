"""From what the digest says to the page that says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from daemon.digest import sections
from daemon.digest.content import DigestContent
from daemon.digest.page import Bar, Glance, Page, Section
from daemon.digest.safe_text import shown
from daemon.digest.wording import STATES_ENDED, STATES_UNDER_WAY, Clock, counted, full_day_in_words
from daemon.playbook.standing import State

_MOST_ALERTS = 3


def compose(content: DigestContent, most: int) -> Page:
    """Lay the content out in reading order, with at most `most` entries in a section.

    Raises `zoneinfo.ZoneInfoNotFoundError` where the content's zone is unknown.
    """
    clock = Clock(content.day, ZoneInfo(content.zone))
    return Page(
        subject=content.headline,
        title=full_day_in_words(content.day),
        greeting=f"Hello {shown(content.first_name, 40)}. {content.summary}." if content.first_name else f"{content.summary}.",
        alerts=_alerts(content, clock),
        to_do=_said(
            most,
            sections.waiting(content, clock),
            sections.drafts(content, clock),
            sections.ready_today(content, clock),
            sections.interviews(content, clock),
            sections.coming(content, clock),
        ),
        glance=_glance(content.pipeline),
        to_know=_said(
            most,
            sections.news(content, clock),
            sections.doubtful(content, clock),
            sections.advice(content),
            sections.moved_on(content, clock),
            sections.listed_only(content, clock),
            sections.no_draft(content),
            sections.rejections(content, clock),
            sections.mailboxes(content, clock),
            sections.templates(content),
        ),
        footer=_footer(content),
    )


def _said(most: int, *candidates: Section) -> tuple[Section, ...]:
    return tuple(_shortened(section, most) for section in candidates if section.entries)


def _shortened(section: Section, most: int) -> Section:
    left_out = len(section.entries) - most
    if left_out <= 0:
        return section
    return replace(section, entries=section.entries[:most], remark=f"… and {left_out} more. {section.remark}".rstrip())


def _alerts(content: DigestContent, clock: Clock) -> tuple[str, ...]:
    return tuple(
        f"The mailbox “{shown(mailbox.name, 40)}” "
        + (f"was last read {clock.instant(mailbox.last_success)}." if mailbox.last_success else "could not be read yet.")
        + " What to do stands at the end."
        for mailbox in [mailbox for mailbox in content.mailboxes if not mailbox.ok][:_MOST_ALERTS]
    )


def _glance(pipeline: Mapping[State, int]) -> Glance | None:
    if not any(pipeline.values()):
        return None
    counts = {state: pipeline.get(state, 0) for state in STATES_UNDER_WAY}
    longest = max(1, *counts.values())
    ended = [f"{pipeline[state]} {name}" for state, name in STATES_ENDED.items() if pipeline.get(state)]
    return Glance(
        bars=tuple(Bar(STATES_UNDER_WAY[state], count, round(100 * count / longest)) for state, count in counts.items()),
        ended=f"Behind you: {', '.join(ended)}." if ended else "",
    )


def _footer(content: DigestContent) -> tuple[str, ...]:
    ignored = counted(content.ignored_count, "other message concerns", "other messages concern")
    return (
        *((f"{ignored} no application of yours and stayed untouched.",) if ignored else ()),
        f"All times are those of {content.zone}.",
        "afterword never sends mail for you. This digest was made on your own machine, loads nothing from anywhere and tells "
        "nobody that you have read it.",
    )
