"""A draft of ours in the hands of other mail programs, over whole cycles: nothing is drafted twice, nobody's words go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cycle.road import CONFIRMED, HOLD, REJECTED, Road, at, mail
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.mail_programs import PROGRAMS, Hands
from tests.peers.cyrus import Cyrus

pytestmark = pytest.mark.peer("cyrus")

INTERVIEW = "<confirmed@northwind.example>"
LATER = ("2026-03-10 18:00", "2026-03-11 09:00", "2026-03-12 09:00")


@pytest.fixture
def road(cyrus: Cyrus, tmp_path: Path) -> Iterator[Road]:
    world = ImapWorld(cyrus, cyrus.new_user())
    road = Road(world, tmp_path)
    road.arrives("2026-03-06 10:00", mail(INTERVIEW, CONFIRMED))
    yield road
    world.close()


def hands(road: Road, program: str) -> Hands:
    assert isinstance(road.world, ImapWorld)
    return Hands(road.world, next(each for each in PROGRAMS if each.name == program))


def drafted(road: Road, *times: str) -> list[str]:
    """What further cycles at these times save."""
    return [kind for now in times for kind in road.kinds(road.cycle(now))]


def test_saved_again_and_again_sent_under_another_id_without_its_thread(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    apple = hands(road, "Apple Mail")
    latest = road.draft().message_id
    for minute in (31, 32, 33):
        for saved_as in apple.saving(latest, f"Dear Meg, these are my own words, version {minute}.\n"):
            latest = saved_as
            assert drafted(road, f"2026-03-10 15:{minute}") == []
    apple.sends(latest, without=("In-Reply-To", "References"), at=at("2026-03-10 15:40"))
    assert drafted(road, "2026-03-10 15:41", *LATER) == []
    # it was the thank-you: the check comes seven days after it, and not a day earlier
    assert drafted(road, "2026-03-17 15:39") == []
    assert drafted(road, "2026-03-17 15:41") == ["status_check"]


def test_a_cycle_in_the_moment_in_which_the_draft_is_nowhere(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    gmail = hands(road, "Gmail")
    saving = gmail.saving(road.draft().message_id, "Dear Meg, these are my own words.\n")
    next(saving)
    assert gmail.live_drafts() == []
    assert drafted(road, "2026-03-10 15:31") == []
    (latest,) = saving
    road.arrives("2026-03-11 11:00", mail("<no@northwind.example>", REJECTED, answers=(INTERVIEW,)))
    report = road.cycle("2026-03-11 11:01")
    assert (road.kinds(report), report.withdrawn) == (["rejection_thanks"], [])
    assert latest in gmail.live_drafts()
    assert drafted(road, "2026-03-11 12:00", "2026-03-12 09:00") == []
    assert len(gmail.live_drafts()) == 2


@pytest.mark.parametrize("program", ["Thunderbird", "Outlook"])
def test_one_that_was_only_saved_again_is_withdrawn_and_comes_back_once(road: Road, program: str) -> None:
    road.cycle("2026-03-17 15:00")
    assert road.kinds(road.reports[-1]) == ["status_check"]
    hand = hands(road, program)
    hand.saves(road.draft().message_id)
    road.arrives("2026-03-18 09:00", mail("<hold@northwind.example>", HOLD, answers=(INTERVIEW,)))
    report = road.cycle("2026-03-18 09:01")
    assert [withdrawal.draft.rule for withdrawal in report.withdrawn] == ["S1"]
    assert road.kinds(report) == ["holding_reply"]
    assert len(hand.live_drafts()) == 1
    assert drafted(road, "2026-03-18 09:02", "2026-03-19 09:00") == []


def test_edited_and_sent_elsewhere_while_the_program_was_down_for_a_week(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    outlook = hands(road, "Outlook")
    road.world.mailbox.close()
    latest = outlook.saves(road.draft().message_id, "Dear Meg, these are my own words.\n")
    outlook.sends(latest, at=at("2026-03-10 19:00"))
    assert drafted(road, "2026-03-17 08:00", "2026-03-17 15:00") == []
    assert drafted(road, "2026-03-17 19:01", "2026-03-18 09:01") == ["status_check"]
    assert len(outlook.live_drafts()) == 1


def test_put_aside_into_a_folder_of_his_own_it_is_not_made_again(road: Road) -> None:
    road.cycle("2026-03-10 15:30")
    world = road.world
    assert isinstance(world, ImapWorld)
    world.client.create_folder("Later")
    world.client.select_folder("Drafts")
    world.client.move(world.client.search("ALL"), "Later")
    assert drafted(road, *LATER) == []
    assert road.drafts() == []
