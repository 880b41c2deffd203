"""Phrases that read right in a sentence, whatever form the facts came in."""

from __future__ import annotations

from datetime import date

import pytest

from daemon.drafting import phrases
from daemon.drafting.points import Point, best_fitting, point


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Led the migration of 40 services", Point(clause="I led the migration of 40 services")),
        ("reduced costs by 30%", Point(clause="I reduced costs by 30%")),
        ("I've run a kitchen of twelve", Point(clause="I've run a kitchen of twelve")),
        ("Trained 30 new colleagues", Point(clause="I trained 30 new colleagues")),
        ("Trained nurse", Point(clause="I am a trained nurse")),
        ("A certified accountant with ten years in audit", Point(clause="I am a certified accountant with ten years in audit")),
        ("Certified accountant with ten years in audit", Point(clause="I am a certified accountant with ten years in audit")),
        ("MBA graduate", Point(clause="I am an MBA graduate")),
        ("Fluent in Spanish", Point(clause="I am fluent in Spanish")),
        ("Five years of audit work", Point(noun="five years of audit work")),
        ("5+ years in sales", Point(noun="5+ years in sales")),
        ("A PhD in chemistry", Point(noun="a PhD in chemistry")),
        ("Experience in leading teams", Point(noun="experience in leading teams")),
        ("Running large events", Point(noun="my experience of running large events")),
        ("Engineering leadership", Point(note="Engineering leadership")),
        ("Python, Go and SQL", Point(note="Python, Go and SQL")),
        ("One of three engineers behind the search", Point(note="One of three engineers behind the search")),
    ],
)
def test_a_highlight_takes_the_shape_that_it_has(written: str, expected: Point) -> None:
    assert point(written) == expected


class TestBestFitting:
    highlights = ("Ran a hotel's night audit", "Improved operational reporting", "Analysed operations data for a port")

    def test_the_most_shared_words_come_first(self) -> None:
        ranked = best_fitting(self.highlights, "Operations Data Analyst", "Acme")
        assert ranked == ("Analysed operations data for a port", "Improved operational reporting")

    def test_a_highlight_of_the_same_trade_fits_without_a_word_in_common(self) -> None:
        highlights = (
            "Ran a bakery",
            "Built the weekly reporting of three teams",
            "Led the migration of 30 services to Kubernetes",
        )
        assert best_fitting(highlights, "Data Analyst", "") == ("Built the weekly reporting of three teams",)
        assert best_fitting(highlights, "Platform Engineer", "") == ("Led the migration of 30 services to Kubernetes",)
        assert best_fitting(highlights, "Pastry Chef", "") == ("Ran a bakery",)

    def test_where_nothing_fits_it_is_all_of_the_users_in_his_order(self) -> None:
        assert best_fitting(self.highlights, "Florist", "") == tuple(self.highlights)
        assert best_fitting((), "Florist", "") == ()


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("", "the position"),
        ("Operations Analyst", "the Operations Analyst position"),
        ("Summer Analyst Internship", "the Summer Analyst Internship"),
        ("Team Lead role", "the Team Lead role"),
        ("Engineer, Payments", "the Engineer, Payments position"),
    ],
)
def test_the_post_is_never_named_twice(role: str, expected: str) -> None:
    assert phrases.named_post(role, "position") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("The team's roadmap", "the team's roadmap"),
        ("They use Rust", "how you use Rust"),
        ("their move to event sourcing", "your move to event sourcing"),
        ("we talked about sailing", "sailing"),
        ("we laughed at the map", "how we laughed at the map"),
        ("about the new office", "the new office"),
        ("How you hire", "how you hire"),
        ("IT support at night", "IT support at night"),
    ],
)
def test_a_mention_fits_after_about(written: str, expected: str) -> None:
    assert phrases.mention(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", "the holidays"),
        ("Holidays", "the holidays"),
        ("Christmas", "Christmas"),
        ("Christmas Holidays", "the Christmas holidays"),
        ("New Year", "the New Year"),
        ("our summer break", "your summer break"),
        ("the long weekend", "the long weekend"),
    ],
)
def test_their_word_for_the_holiday_fits_after_enjoy(written: str, expected: str) -> None:
    assert phrases.holiday(written) == expected


def test_a_date_is_spoken_with_weekday_and_month() -> None:
    assert phrases.spoken_date(date(2026, 3, 3)) == "Tuesday, March 3"
    assert phrases.spoken_date(date(2026, 3, 3), month_first=False) == "Tuesday 3 March"
    assert phrases.spoken_date(None) == ""


def test_names_are_listed_as_people_do() -> None:
    assert [phrases.listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == ["", "A", "A and B", "A, B and C"]
