"""The main job on real back ends: from an interview confirmation to the note five weeks after a rejection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cycle.road import CONFIRMED, HOLD, MEG, REJECTED, Road, at, mail
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.test_maildir import MaildirWorld
from tests.mailbox.test_memory import MemoryWorld


@pytest.fixture(
    params=[
        "maildir",
        "memory",
        "pymap",
        pytest.param("dovecot", marks=pytest.mark.peer("dovecot")),
        pytest.param("memory on postgresql", marks=pytest.mark.peer("postgresql")),
    ]
)
def road(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Road]:
    database = request.getfixturevalue("postgresql").new_database() if "postgresql" in request.param else ""
    match request.param:
        case "maildir":
            world = MaildirWorld(tmp_path / "mail")
        case "memory" | "memory on postgresql":
            world = MemoryWorld()
        case "pymap":
            server = request.getfixturevalue("pymap")
            world = ImapWorld(server, server.new_user("Drafts", "Sent", "Trash"))
        case _:
            server = request.getfixturevalue("dovecot")
            world = ImapWorld(server, server.new_user())
    road = Road(world, tmp_path, database=database)
    yield road
    world.mailbox.close()


def test_the_drafts_are_exactly_those_of_the_playbook(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    assert road.kinds(road.cycle("2026-03-06 10:05")) == []
    assert road.kinds(road.cycle("2026-03-10 15:29")) == []
    assert road.drafts() == []

    assert road.kinds(road.cycle("2026-03-10 15:30")) == ["thank_you"]
    thanks = road.draft()
    assert thanks.to == MEG
    assert thanks.answers == "<confirmed@northwind.example>"
    assert thanks.message["Subject"] == "Re: Data Analyst at Northwind"
    assert "Meg" in thanks.text
    assert road.kinds(road.cycle("2026-03-10 15:40")) == []
    road.sends(thanks, "2026-03-10 16:00")

    assert road.kinds(road.cycle("2026-03-17 15:59")) == []
    assert road.kinds(road.cycle("2026-03-17 16:00")) == ["status_check"]
    check = road.draft()
    assert check.to == MEG
    assert "March" in check.text
    assert "10" in check.text

    road.arrives("2026-03-18 09:00", mail("<hold@northwind.example>", HOLD, answers=("<confirmed@northwind.example>",)))
    report = road.cycle("2026-03-18 09:01")
    assert [withdrawal.draft.rule for withdrawal in report.withdrawn] == ["S1"]
    assert road.kinds(report) == ["holding_reply"]
    reply = road.draft()
    assert reply.answers == "<hold@northwind.example>"
    assert "?" not in reply.text
    road.sends(reply, "2026-03-18 10:00")
    assert road.kinds(road.cycle("2026-03-18 10:01")) == []

    road.arrives("2026-03-20 11:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
    assert road.kinds(road.cycle("2026-03-20 11:01")) == ["rejection_thanks"]
    thanks = road.draft()
    assert thanks.answers == "<no@northwind.example>"
    road.sends(thanks, "2026-03-20 12:00")

    assert road.kinds(road.cycle("2026-04-19 11:00")) == []
    assert road.kinds(road.cycle("2026-04-24 11:00")) == ["keep_in_touch"]
    assert road.draft().to == MEG
    assert road.kinds(road.cycle("2026-04-24 12:00")) == []
    assert len(road.drafts()) == 1


def test_an_edited_draft_is_left_alone_for_ever(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.cycle("2026-03-10 15:30")
    draft = road.draft()
    road.world.user_edits(draft.message_id, "My own words entirely.")
    road.arrives("2026-03-11 11:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
    report = road.cycle("2026-03-11 11:01")
    assert report.withdrawn == []
    assert road.kinds(report) == ["rejection_thanks"]
    assert "My own words entirely." in {draft.text.strip() for draft in road.drafts()}


def test_a_draft_thrown_away_is_never_made_again(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.cycle("2026-03-10 15:30")
    road.world.user_discards(road.draft().message_id)
    for now in ("2026-03-10 15:40", "2026-03-10 18:00", "2026-03-11 09:00"):
        assert road.kinds(road.cycle(now)) == []
    assert road.drafts() == []


def test_what_we_withdrew_comes_back_with_its_reason(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.cycle("2026-03-17 15:00")
    assert road.kinds(road.reports[-1]) == ["status_check"]
    small_talk = "Hi Sam,\n\nThe article that I mentioned is in our newsletter archive.\n\nBest regards,\nMeg\n"
    road.arrives("2026-03-18 09:00", mail("<talk@northwind.example>", small_talk, answers=("<confirmed@northwind.example>",)))
    assert [w.draft.rule for w in road.cycle("2026-03-18 09:01").withdrawn] == ["S1"]
    assert road.drafts() == []
    assert road.kinds(road.cycle("2026-03-25 10:00")) == ["status_check"]
    assert len(road.drafts()) == 1


def test_the_users_own_thanks_are_enough(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.world.user_writes(
        mail("<mine@example.org>", "Hi Meg, thank you!\n", sender="Sam Rivera <sam.rivera@example.org>", to=MEG, subject="Today"),
        at("2026-03-10 15:10"),
    )
    assert road.kinds(road.cycle("2026-03-10 15:30")) == []


def test_thanks_in_a_new_thread_to_somebody_copied_in_are_enough(road: Road) -> None:
    panel = CONFIRMED.replace("You will be meeting with me.", "You will be meeting with Petra Lind, who is copied in.")
    confirmed = mail("<confirmed@northwind.example>", panel)
    copied = confirmed.replace(b"Subject:", b"Cc: Petra Lind <petra.lind@northwind.example>\r\nSubject:", 1)
    road.arrives("2026-03-06 10:00", copied)
    road.cycle("2026-03-06 10:05")
    thanks = mail(
        "<mine@example.org>",
        "Hi Petra, thank you!\n",
        sender="Sam Rivera <sam.rivera@example.org>",
        to="petra.lind@northwind.example",
        subject="Thanks!",
    )
    road.world.user_writes(thanks, at("2026-03-10 15:10"))
    report = road.cycle("2026-03-10 15:30")
    assert "petra.lind@northwind.example" not in {saved.follow_up.contact.email for saved in report.saved}
