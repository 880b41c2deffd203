"""Applications over several cycles: two that turn out to be one, one that turns out to be two; drafts and words go along."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from daemon.state.models import ApplicationRow, FollowUpRow, NoteRow, PlacementRow
from tests.cycle.road import CONFIRMED, HOLD, Road, at, mail
from tests.mailbox.test_memory import MemoryWorld

TOM = "Tom Becker <tom.becker@gmail.com>"
BARE_HOLD = """Hi Sam,

Thank you for your patience. We are still interviewing other candidates and have not made a decision yet. I will get back to you
as soon as I have news.

Best regards,
Tom
"""
ROBOT = "Northwind <no-reply@greenhouse-mail.io>"
RECEIVED = """Hi Sam,

Thank you for applying for the Data Analyst position at Northwind. We have received your application and will review it.

Northwind Recruiting
"""
NAMED = """Hi Sam,

Your interview for the Data Analyst position at Northwind is confirmed for Tuesday, March 24, 2026 from 2:00 pm to 3:00 pm ET.

Best regards,
Tom Becker
Head of Data, Northwind
"""


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(MemoryWorld(), tmp_path)


def applications(road: Road) -> list[tuple[int, str | None]]:
    with road.house().database.session() as session:
        return [(row.id, row.company) for row in session.scalars(select(ApplicationRow).order_by(ApplicationRow.id))]


def test_an_application_that_is_named_later_becomes_part_of_the_known_one_with_all_that_was_said_and_drafted(road: Road) -> None:
    road.arrives("2026-03-02 09:00", mail("<1@northwind.example>", CONFIRMED))
    road.arrives("2026-03-05 09:00", mail("<2@gmail.com>", BARE_HOLD, sender=TOM, subject="Where we are"))
    road.cycle("2026-03-05 09:10")
    (first, second) = applications(road)
    assert (first[1], second[1]) == ("Northwind", None)
    (before,) = road.drafts()
    with road.house().database.session() as session:
        session.add(NoteRow(application_id=second[0], kind="note", said_at=at("2026-03-05 10:00"), text="met at the fair"))
    road.arrives("2026-03-17 09:00", mail("<3@gmail.com>", NAMED, sender=TOM, subject="Next week"))
    road.cycle("2026-03-17 09:10")
    assert applications(road) == [first]
    with road.house().database.session() as session:
        assert {row.application_id for row in session.scalars(select(NoteRow))} == {first[0]}
        assert {row.application_id for row in session.scalars(select(FollowUpRow))} == {first[0]}
    assert len([draft for draft in road.drafts() if draft.message_id == before.message_id]) <= 1
    lying = sorted(draft.message_id for draft in road.drafts())
    road.cycle("2026-03-17 09:15")
    assert sorted(draft.message_id for draft in road.drafts()) == lying, "nothing is made twice"


def test_the_same_mail_all_at_once_gives_the_same_applications(road: Road) -> None:
    road.arrives("2026-03-17 09:00", mail("<3@gmail.com>", NAMED, sender=TOM, subject="Next week"))
    road.arrives("2026-03-05 09:00", mail("<2@gmail.com>", BARE_HOLD, sender=TOM, subject="Where we are"))
    road.arrives("2026-03-02 09:00", mail("<1@northwind.example>", CONFIRMED))
    road.cycle("2026-03-17 09:10")
    assert [company for _, company in applications(road)] == ["Northwind"]


def test_a_conversation_that_is_set_apart_takes_its_draft_along(road: Road) -> None:
    road.arrives("2026-03-02 09:00", mail("<1@northwind.example>", RECEIVED, sender=ROBOT, subject="Thank you for applying"))
    road.arrives("2026-03-12 09:00", mail("<2@northwind.example>", HOLD, subject="A word"))
    road.cycle("2026-03-12 09:10")
    assert len(applications(road)) == 1
    draft = road.draft()
    assert draft.answers == "<2@northwind.example>"
    with road.house().database.session() as session:
        session.add(
            PlacementRow(message_id="<2@northwind.example>", anchor="", company="Fabrikam", said_at=at("2026-03-12 10:00"))
        )
    road.arrives(
        "2026-03-12 10:00", mail("<3@elsewhere.example>", "Lunch?", sender="Kim <kim@elsewhere.example>", subject="Lunch")
    )
    report = road.cycle("2026-03-12 10:10")
    assert sorted(company or "" for _, company in applications(road)) == ["Fabrikam", "Northwind"]
    assert (report.withdrawn, report.saved) == ([], [])
    assert road.draft().message_id == draft.message_id
    with road.house().database.session() as session:
        (follow_up,) = session.scalars(select(FollowUpRow)).all()
        assert follow_up.application.company == "Fabrikam"


def test_a_lost_database_groups_as_before(road: Road) -> None:
    for day, (name, text, sender) in enumerate(
        (("<1@northwind.example>", CONFIRMED, ""), ("<2@gmail.com>", BARE_HOLD, TOM), ("<3@gmail.com>", NAMED, TOM)), start=2
    ):
        road.arrives(f"2026-03-0{day} 09:00", mail(name, text, subject=f"Mail {day}", **({"sender": sender} if sender else {})))
        road.cycle(f"2026-03-0{day} 09:10")
    before, lying = [company for _, company in applications(road)], sorted(draft.message_id for draft in road.drafts())
    road.database_file.unlink()
    road.cycle("2026-03-04 09:20")
    assert [company for _, company in applications(road)] == before == ["Northwind"]
    assert sorted(draft.message_id for draft in road.drafts()) == lying
