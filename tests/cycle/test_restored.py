"""An older copy of the database is put back: it knows nothing of the drafts that were saved since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from daemon.cycle import take_turn
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, Road, at, mail
from tests.mailbox.maildir_world import MaildirWorld

ANSWERS = ("<confirmed@northwind.example>",)


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """The state as it was on Monday is put back on Wednesday; a draft was saved on Tuesday."""
    road = Road(MaildirWorld(tmp_path / "mail"), tmp_path)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.cycle("2026-03-09 08:00")
    shutil.copy(road.database_file, tmp_path / "copy.db")
    assert road.kinds(road.cycle("2026-03-10 15:45")) == ["thank_you"]
    for name in ("state.db", "state.db-wal", "state.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "copy.db", road.database_file)
    return road


def test_a_draft_that_no_longer_holds_is_known_again_and_withdrawn(road: Road) -> None:
    road.arrives("2026-03-11 09:00", mail("<no@northwind.example>", REJECTED, answers=ANSWERS))
    report = road.cycle("2026-03-11 09:30")
    assert [withdrawal.draft.rule for withdrawal in report.withdrawn] == ["T1"]
    assert road.draft().answers == "<no@northwind.example>"


def test_a_better_wording_takes_its_place(road: Road) -> None:
    road.arrives("2026-03-11 09:00", mail("<hold@northwind.example>", HOLD, answers=ANSWERS))
    road.cycle("2026-03-11 09:30")
    assert road.draft().answers == "<hold@northwind.example>"


def test_one_that_the_user_edited_meanwhile_is_left_alone(road: Road) -> None:
    road.world.user_edits(road.draft().message_id, "My own words.")
    road.arrives("2026-03-11 09:00", mail("<no@northwind.example>", REJECTED, answers=ANSWERS))
    assert road.cycle("2026-03-11 09:30").withdrawn == []
    assert len(road.drafts()) == 2


def test_a_service_looks_at_its_start_even_if_the_copy_is_young(tmp_path: Path) -> None:
    road = Road(MaildirWorld(tmp_path / "mail"), tmp_path)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.cycle("2026-03-10 15:20")
    shutil.copy(road.database_file, tmp_path / "copy.db")
    road.cycle("2026-03-10 15:45")
    for name in ("state.db", "state.db-wal", "state.db-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    shutil.copy(tmp_path / "copy.db", road.database_file)
    road.arrives("2026-03-10 16:00", mail("<no@northwind.example>", REJECTED, answers=ANSWERS))
    house = road.house()
    report = take_turn(house, road.world.mailbox, at("2026-03-10 16:10"), frozenset, first=True)
    house.database.close()
    assert [withdrawal.draft.rule for withdrawal in report.withdrawn] == ["T1"]
    assert road.draft().answers == "<no@northwind.example>"
