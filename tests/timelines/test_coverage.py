"""Every edge of every rule is in a timeline, a third of them meet a server, and the table in README.md says which."""

from __future__ import annotations

from tests.timelines.coverage import README, covered, readme, required
from tests.timelines.golden import sections
from tests.timelines.timeline import timelines

EDGES = [f"{rule}/{edge}" for rule, edges in required().items() for edge in edges]
RULES_WITH_DRAFTS = {"T1", "T3", "S1", "S2", "H1", "H3", "R1", "R2", "O2", "F1"}


def test_every_edge_of_every_rule_is_in_a_timeline() -> None:
    assert sorted(covered()) == sorted(EDGES)


def test_there_are_enough_of_them_and_no_two_are_called_alike() -> None:
    titles = [timeline.title for timeline in timelines()]
    assert len(titles) >= 130
    assert len(set(titles)) == len(titles)


def test_a_third_of_them_meets_a_server_and_every_rule_does() -> None:
    on_server = [timeline for timeline in timelines() if timeline.dovecot]
    assert len(on_server) >= len(timelines()) / 3
    assert {edge.partition("/")[0] for timeline in on_server for edge in timeline.covers} == set(required())


def test_every_rule_that_makes_drafts_has_some_to_read() -> None:
    shown = {line.partition(" ")[0] for text in sections().values() for line in text.splitlines() if ": saved " in line}
    assert shown == RULES_WITH_DRAFTS


def test_the_golden_file_has_every_timeline_in_order() -> None:
    assert list(sections()) == [timeline.title for timeline in timelines()]


def test_the_table_says_what_the_timelines_cover() -> None:
    assert README.read_text("utf-8") == readme(), "`make golden` writes it anew"
