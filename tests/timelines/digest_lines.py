"""The digest as lines that a timeline can name: one a thing that it lists, the advice of PLAYBOOK D0 to D5 among them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from daemon.digest.content import DigestContent


def digest_lines(content: DigestContent, person: Callable[[str], str]) -> Iterator[str]:
    """`person` turns an address into the name that the timeline has for it."""
    zone = ZoneInfo(content.zone)

    def clock(at: datetime) -> str:
        return at.astimezone(zone).strftime("%H:%M")

    for waits in content.waiting:
        yield f"they wait: {waits.kind.value} of {person(waits.sender.email) if waits.sender else '?'}"
        if waits.answer_by:
            yield f"wanted by: {waits.answer_by} {waits.company}"
    for lies in content.drafts:
        yield f"review: {lies.rule} {person(lies.recipient.email)}{', late' if lies.late else ''}"
    for ready in content.ready_today:
        to_whom = person(ready.recipient.email) if ready.recipient else "?"
        yield f"ready today: {ready.kind.value} {to_whom} at {clock(ready.due_at)}"
    for ahead in content.interviews:
        yield f"interview: {ahead.company} at {clock(ahead.start)}{', with questions' if ahead.remind_questions else ''}"
    for coming in content.coming:
        yield f"coming: {coming.kind.value} {coming.company} on {coming.on}"
    for advice in content.advice:
        yield f"advice: {advice.title}"
    for unknown in content.unknown_interviewers:
        yield f"ask for the address: {unknown.name}"
    for over in content.moved_on:
        yield f"moved on: {over.company}"
    for listed in content.listed_only:
        yield f"listed only: {listed.kind.value} {person(listed.recipient.email) if listed.recipient else '?'}"
    for none in content.no_draft:
        yield f"no draft: {none.kind.value} {none.company}"
    for doubt in content.doubtful:
        yield f"not sure: {doubt.guess.value} of {person(doubt.sender.email) if doubt.sender else '?'}"
    for rejection in content.rejections:
        yield f"rejection: {rejection.company}{', thanks drafted' if rejection.thanks_drafted else ''}"
    for news in content.news:
        yield f"news: {news.kind.value} {news.company}"
