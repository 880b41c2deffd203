"""Back-off: doubling, full jitter, a ceiling, what the server asks for."""

from __future__ import annotations

import pytest

from daemon.service.patience import MOST_THAT_A_SERVER_MAY_ASK, Patience


def certain(chance: float = 1.0) -> Patience:
    return Patience(chance=lambda: chance, monotonic=lambda: 100.0)


def test_pauses_double_up_to_a_quarter_of_an_hour() -> None:
    patience = certain()
    assert [patience.failed() for _ in range(10)] == [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]


def test_a_thousand_failures_are_no_trouble() -> None:
    patience = certain()
    assert {patience.failed() for _ in range(5000)} > {900.0}


def test_chance_shares_the_whole_pause_but_never_makes_it_nothing() -> None:
    half = certain(0.5)
    assert [half.failed() for _ in range(3)] == [2.5, 5, 10]
    assert certain(0.0).failed() == 1.0


def test_a_success_begins_anew() -> None:
    patience = certain()
    for _ in range(5):
        patience.failed()
    patience.succeeded()
    assert patience.remaining == 0
    assert patience.failed() == 5


@pytest.mark.parametrize(("asked", "pause"), [(None, 5), (2.0, 5), (120.0, 120), (1e9, MOST_THAT_A_SERVER_MAY_ASK)])
def test_what_the_server_asks_for_is_kept_within_reason(asked: float | None, pause: float) -> None:
    assert certain().failed(asked) == pause


def test_what_remains_follows_the_monotonic_clock() -> None:
    now = [100.0]
    patience = Patience(chance=lambda: 1.0, monotonic=lambda: now[0])
    patience.failed()
    now[0] = 103.0
    assert patience.remaining == 2
    now[0] = 200.0
    assert patience.remaining == 0


def test_the_first_failures_can_be_free() -> None:
    patience = Patience(first=1.0, most=30.0, free=5, chance=lambda: 1.0)
    assert [patience.failed() for _ in range(12)] == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30]
