"""A third of the timelines, of every theme, at Gmail: it has threads, drafts and a bin of another kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.peers.gmail_facade import GmailFacade
from tests.timelines.gmail_stage import OnGmail
from tests.timelines.golden import section, sections
from tests.timelines.play import play
from tests.timelines.stage import Stage
from tests.timelines.timeline import Timeline, timelines

ON_GMAIL = timelines()[::3]


@pytest.mark.slow
@pytest.mark.peer("emulate")
@pytest.mark.parametrize("timeline", ON_GMAIL, ids=lambda timeline: timeline.title)
def test_at_gmail_too(timeline: Timeline, tmp_path: Path, gmail: GmailFacade) -> None:
    played = play(timeline, Stage(timeline, tmp_path, OnGmail(gmail)))
    assert not played.faults, "\n".join(["", timeline.why, *played.faults])
    assert section(timeline, played) == sections().get(timeline.title), "Gmail's drafts are those of a Maildir"


def test_no_theme_is_left_out() -> None:
    assert len(ON_GMAIL) >= len(timelines()) / 3
    assert {timeline.theme for timeline in ON_GMAIL} == {timeline.theme for timeline in timelines()}
