"""Sleep and clock changes, told from the two clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from daemon.service.vigil import Vigil

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Clocks:
    def __init__(self) -> None:
        self.wall, self.steady = NOON, 1000.0

    def go(self, *, wall: float, steady: float) -> None:
        self.wall += timedelta(seconds=wall)
        self.steady += steady


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def vigil(clocks: Clocks) -> Vigil:
    return Vigil(lambda: clocks.wall, lambda: clocks.steady)


@pytest.mark.parametrize(("wall", "steady"), [(5, 5), (3600, 3600), (25, 0), (0, 25), (-20, 5)])
def test_clocks_that_go_together_more_or_less_are_fine(clocks: Clocks, vigil: Vigil, wall: float, steady: float) -> None:
    clocks.go(wall=wall, steady=steady)
    assert vigil.leapt() is None


@pytest.mark.parametrize(("wall", "steady", "leap"), [(8 * 3600, 5, 8 * 3600 - 5), (-3600, 5, -3605), (40, 0, 40)])
def test_a_leap_is_told_once(clocks: Clocks, vigil: Vigil, wall: float, steady: float, leap: float) -> None:
    clocks.go(wall=wall, steady=steady)
    assert vigil.leapt() == timedelta(seconds=leap)
    assert vigil.leapt() is None
