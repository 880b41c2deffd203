"""From what the digest says to the page that says it."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from daemon.digest import sections
from daemon.digest.content import DigestContent
from daemon.digest.page import Page, Section
from daemon.digest.picture import glance
from daemon.digest.safe_text import shown
from daemon.digest.wording import Clock, counted, full_day_in_words

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
        sections=_said(
            most,
            sections.waiting(content, clock),
            sections.drafts(content, clock),
            sections.ready_today(content, clock),
            sections.interviews(content, clock),
            sections.coming(content, clock),
            sections.news(content, clock),
            sections.doubtful(content, clock),
            sections.advice(content),
            sections.moved_on(content, clock),
            sections.listed_only(content, clock),
            sections.no_draft(content),
            sections.rejections(content, clock),
        ),
        glance=glance(content, clock),
        closing=_said(
            most,
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
        + (f"was last read {clock.instant(mailbox.last_success)}. " if mailbox.last_success else "could not be read yet. ")
        + (shown(mailbox.problem, 300) or "What is wrong stands in the log.")
        for mailbox in [mailbox for mailbox in content.mailboxes if not mailbox.ok][:_MOST_ALERTS]
    )


def _footer(content: DigestContent) -> tuple[str, ...]:
    ignored = counted(content.ignored_count, "other message concerns", "other messages concern")
    return (
        *((f"{ignored} no application of yours and stayed untouched.",) if ignored else ()),
        f"All times are those of {content.zone}.",
        "afterword never sends mail for you. This digest was made on your own machine, loads nothing from anywhere and tells "
        "nobody that you have read it.",
    )
