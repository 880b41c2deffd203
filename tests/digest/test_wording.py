from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from classifiers.reading import MessageKind
from daemon.digest.wording import (
    FOLLOW_UP_NAMES,
    MESSAGE_NAMES,
    REASONS,
    STATES_ENDED,
    STATES_UNDER_WAY,
    Clock,
    counted,
    listed,
    with_articles,
)
from daemon.playbook.history import FollowUpKind
from daemon.playbook.standing import State

NEW_YORK = Clock(date(2026, 3, 3), ZoneInfo("America/New_York"))


class TestClock:
    @pytest.mark.parametrize(
        ("day", "words"),
        [
            (date(2026, 3, 3), "today"),
            (date(2026, 3, 4), "tomorrow"),
            (date(2026, 3, 2), "yesterday"),
            (date(2026, 3, 10), "Tue 10 March"),
            (date(2025, 12, 31), "Wed 31 December 2025"),
        ],
    )
    def test_days_read_as_people_say_them(self, day: date, words: str):
        assert NEW_YORK.day(day) == words

    def test_instants_are_shown_in_the_users_zone_on_both_sides_of_a_clock_change(self):
        assert NEW_YORK.instant(datetime(2026, 3, 7, 14, 30, tzinfo=UTC)) == "Sat 7 March, 09:30"
        assert NEW_YORK.instant(datetime(2026, 3, 8, 14, 30, tzinfo=UTC)) == "Sun 8 March, 10:30"

    def test_a_span_names_its_day_once_unless_it_ends_on_another(self):
        start = datetime(2026, 3, 4, 19, 30, tzinfo=UTC)
        assert NEW_YORK.span(start, None) == "tomorrow, 14:30"
        assert NEW_YORK.span(start, datetime(2026, 3, 4, 20, 15, tzinfo=UTC)) == "tomorrow, 14:30\N{EN DASH}15:15"
        midnight = datetime(2026, 3, 5, 5, 0, tzinfo=UTC)
        assert NEW_YORK.span(start, midnight) == "tomorrow, 14:30 \N{EN DASH} Thu 5 March, 00:00"


def test_counts_and_lists():
    assert [counted(number, "draft", "drafts") for number in (0, 1, 2)] == ["", "1 draft", "2 drafts"]
    assert [listed(tuple("ABC"[:number])) for number in (0, 1, 2, 3)] == ["", "A", "A and B", "A, B and C"]


def test_articles_stand_before_the_last_mark():
    assert with_articles("It is over.", ("002", "004")) == "It is over (articles 002, 004)."
    assert with_articles("Ask:", ("004",)) == "Ask (article 004):"
    assert with_articles("It is over", ()) == "It is over"


def test_everything_has_a_name():
    assert set(FOLLOW_UP_NAMES) == set(FollowUpKind)
    assert set(MESSAGE_NAMES) == set(MessageKind)
    assert {*STATES_UNDER_WAY, *STATES_ENDED} == set(State)


def test_every_rule_that_drafts_has_a_reason_with_articles():
    assert set(REASONS) == {"T1", "T3", "S1", "S2", "H1", "H3", "R1", "R2", "O2", "F1"}
    assert all(reason.articles and set(reason.articles) <= {"000", "001", "002", "003", "004"} for reason in REASONS.values())
