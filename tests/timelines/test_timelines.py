"""Every timeline, on a Maildir; those that are marked, on a Dovecot too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.peers.dovecot import Dovecot
from tests.timelines.golden import section, sections
from tests.timelines.play import play
from tests.timelines.stage import OnDovecot, OnMaildir, Stage
from tests.timelines.timeline import Timeline, timelines

EVERY = timelines()
ON_DOVECOT = tuple(timeline for timeline in EVERY if timeline.dovecot)


@pytest.mark.parametrize("timeline", EVERY, ids=lambda timeline: timeline.title)
def test_the_drafts_are_there_when_they_should_be(timeline: Timeline, tmp_path: Path) -> None:
    played = play(timeline, Stage(timeline, tmp_path, OnMaildir(tmp_path)))
    assert not played.faults, "\n".join(["", timeline.why, *played.faults])
    assert section(timeline, played) == sections().get(timeline.title), "`make golden` writes it anew; read what changed"


@pytest.mark.peer("dovecot")
@pytest.mark.parametrize("timeline", ON_DOVECOT, ids=lambda timeline: timeline.title)
def test_on_a_server_too(timeline: Timeline, tmp_path: Path, dovecot: Dovecot) -> None:
    played = play(timeline, Stage(timeline, tmp_path, OnDovecot(dovecot)))
    assert not played.faults, "\n".join(["", timeline.why, *played.faults])
    assert section(timeline, played) == sections().get(timeline.title), "a server's drafts are those of a Maildir"
