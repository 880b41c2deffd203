"""Hostile and clumsy facts: fit for a sentence, or not known."""

from __future__ import annotations

import time

import pytest

from daemon.drafting import cleaning
from daemon.drafting.known import lasting

UNFIT = [
    "",
    "   ",
    "{{x}}",
    "{% for a in b %}",
    "[Company Name]",
    "<script>alert(1)</script>",
    "Acme\nBcc: victim@example.org",
    "Acme\r\n\r\nPay here",
    "Acme\x00",
    "Acme\u2028Ltd",
    "Visit https://evil.example/now",
    "www.evil.example",
    "evil.example/login",
    "None",
    "n/a",
    "undefined",
    "TODO",
    "____",
    "me@evil.example",
    "A" * 300,
    "A" * 45,
    "word " * 40,
    "a" + "\u0301" * 30,
    "!!!",
]


class TestWhatCannotStandInASentence:
    @pytest.mark.parametrize("text", UNFIT)
    def test_is_not_known(self, text: str) -> None:
        assert cleaning.company(text) == ""
        assert cleaning.role(text) == ""
        assert cleaning.phrase(text) == ""

    def test_a_whole_sentence_is_no_company(self) -> None:
        assert cleaning.company("Acme. Your account is locked. Call us") == ""
        assert cleaning.company("Acme: call 555") == ""

    def test_takes_linear_time(self) -> None:
        started = time.perf_counter()
        for text in ("( " * 5_000, " " * 50_000 + "x", "req " * 5_000, "-" * 50_000, "A1" * 20_000):
            cleaning.role(text)
            cleaning.company(text)
            cleaning.phrase(text)
        assert time.perf_counter() - started < 1


class TestWhatCan:
    @pytest.mark.parametrize(
        "name",
        [
            "Acme Inc.",
            "Johnson & Johnson",
            "St. Brigid Hospital",
            "3M",
            "Yahoo!",
            "Booking.com",
            "Hobbs'",
            "Zürich",
            "Benefits Co",
        ],
    )
    def test_a_company_stays_as_it_is_written(self, name: str) -> None:
        assert cleaning.company(name) == name

    @pytest.mark.parametrize(
        ("written", "clean"),
        [
            ("  Acme \u00a0 GmbH ", "Acme GmbH"),
            ("\u202eAcme\u202c", "Acme"),
            ("Ac\u200bme", "Acme"),
            ("Acme™", "Acme"),
            ("🚀 Acme", "Acme"),
            ('"Acme"', "Acme"),
        ],
    )
    def test_invisible_and_decorative_characters_go(self, written: str, clean: str) -> None:
        assert cleaning.company(written) == clean

    @pytest.mark.parametrize(
        ("written", "clean"),
        [
            ("Software Engineer (m/f/d)", "Software Engineer"),
            ("[Remote] Software Engineer", "Software Engineer"),
            ("Software Engineer [Remote] (Berlin)", "Software Engineer"),
            ("Operations Analyst - Req #48213", "Operations Analyst"),
            ("Operations Analyst, R-10234", "Operations Analyst"),
            ("Data Engineer 2", "Data Engineer 2"),
            ("Summer Analyst, 2027", "Summer Analyst, 2027"),
            ("Developer AS400", "Developer AS400"),
            ("Nurse (Nights) #4821", "Nurse"),
            ("The Head of Data", "Head of Data"),
            ("an Operations Analyst", "Operations Analyst"),
            ("C# Developer", "C# Developer"),
            ("Finance Manager, Shared Services.", "Finance Manager, Shared Services"),
            ("Analyst", "Analyst"),
            ("Anchor", "Anchor"),
        ],
    )
    def test_a_role_loses_its_trimmings(self, written: str, clean: str) -> None:
        assert cleaning.role(written) == clean

    def test_a_signature_keeps_its_lines_and_loses_the_rest(self) -> None:
        assert cleaning.signature("-- \nSam Rivera  \n\u202e+1 555\x07 0134\n\n") == "Sam Rivera\n+1 555 0134"


class TestLasting:
    @pytest.mark.parametrize(
        ("written", "left"),
        [
            ("the roadmap you showed me today", "the roadmap you showed me"),
            ("Last week I passed the exam", "I passed the exam"),
            ("Recently completed a course", "completed a course"),
            ("the launch next week in Oslo", ""),
            ("work done over the past year", ""),
            ("the team's move to event sourcing", "the team's move to event sourcing"),
        ],
    )
    def test_what_goes_stale_is_cut_at_the_ends_or_dropped(self, written: str, left: str) -> None:
        assert lasting(written) == left
