"""The user's corrections in the cycle: they win, put right what followed, and teach the form of the message."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from daemon.state.models import CorrectionRow, MessageRow
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, Road, at, mail
from tests.mailbox.test_memory import MemoryWorld

JOBS = "Jobs at Brightwater <jobs@brightwater.example>"
PITCH = """Hi Sam,

I came across your profile and I think you would be a great fit for the {role} role at Brightwater. Would you be open to a quick
chat this week? We would love to tell you more about what we are building.

You receive this because you joined our talent community. Unsubscribe at any time.
The Brightwater team, 12 Quay Road
"""


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(MemoryWorld(), tmp_path)


def circular(number: int, role: str) -> bytes:
    raw = mail(f"<n{number}@brightwater.example>", PITCH.format(role=role), sender=JOBS, subject=f"A role for you, no. {number}")
    return b"List-Unsubscribe: <https://brightwater.example/u>\r\nList-Id: <talent.brightwater.example>\r\n" + raw


def correct(road: Road, message_id: str, kind: str, when: str) -> None:
    with road.house().database.session() as session:
        session.add(CorrectionRow(message_id=message_id, kind=kind, said_at=at(when)))


def kinds(road: Road) -> dict[str, str]:
    with road.house().database.session() as session:
        return {row.message_id.strip("<>").partition("@")[0]: row.kind for row in session.scalars(select(MessageRow))}


def rules(road: Road, message_id: str) -> list[str]:
    with road.house().database.session() as session:
        return session.scalars(select(MessageRow).where(MessageRow.message_id == message_id)).one().evidence_rules


def test_one_corrected_circular_teaches_those_before_and_after_it(road: Road) -> None:
    for number, role in ((1, "Welder"), (2, "Crane Operator")):
        road.arrives(f"2026-03-0{number} 09:00", circular(number, role))
    road.cycle("2026-03-02 10:00")
    mistaken = kinds(road)["n1"]
    assert mistaken == kinds(road)["n2"] != "other", "the test needs a circular that is taken for a step"
    correct(road, "<n1@brightwater.example>", "other", "2026-03-02 11:00")
    road.arrives("2026-03-03 09:00", circular(3, "Bookkeeper"))
    road.cycle("2026-03-03 10:00")
    road.cycle("2026-03-03 10:05")
    road.arrives("2026-03-04 09:00", circular(4, "Night Porter"))
    road.cycle("2026-03-04 10:00")
    assert kinds(road) == dict.fromkeys(("n1", "n2", "n3", "n4"), "other")
    assert rules(road, "<n4@brightwater.example>")[0] == "corrected.by_you"


def test_taken_back_the_lesson_is_forgotten(road: Road) -> None:
    for number, role in ((1, "Welder"), (2, "Crane Operator")):
        road.arrives(f"2026-03-0{number} 09:00", circular(number, role))
    road.cycle("2026-03-02 10:00")
    before = kinds(road)
    correct(road, "<n1@brightwater.example>", "other", "2026-03-02 11:00")
    road.cycle("2026-03-02 11:05")
    correct(road, "<n1@brightwater.example>", before["n1"], "2026-03-02 12:00")
    road.cycle("2026-03-02 12:05")
    assert kinds(road) == before


def test_a_corrected_letter_of_a_person_does_not_turn_the_next_one(road: Road) -> None:
    road.arrives("2026-03-02 09:00", mail("<1@northwind.example>", CONFIRMED))
    road.arrives("2026-03-11 09:00", mail("<2@northwind.example>", HOLD, answers=("<1@northwind.example>",)))
    road.cycle("2026-03-11 10:00")
    correct(road, "<2@northwind.example>", "other", "2026-03-11 11:00")
    correct(road, "<2@northwind.example>", "holding", "2026-03-11 11:01")
    road.arrives("2026-03-12 09:00", mail("<3@northwind.example>", REJECTED, answers=("<2@northwind.example>",)))
    road.cycle("2026-03-12 10:00")
    assert kinds(road) == {"1": "interview_confirmation", "2": "holding", "3": "rejection"}


def test_the_users_word_wins_for_ever_and_withdraws_what_followed(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<1@northwind.example>", HOLD))
    road.cycle("2026-03-06 10:05")
    assert len(road.drafts()) == 1
    correct(road, "<1@northwind.example>", "other", "2026-03-06 10:10")
    report = road.cycle("2026-03-06 10:15")
    assert [withdrawal.draft.kind.value for withdrawal in report.withdrawn] == ["holding_reply"]
    assert road.drafts() == []
    road.cycle("2026-03-07 10:15")
    assert kinds(road) == {"1": "other"}
    with road.house().database.session() as session:
        row = session.scalars(select(MessageRow)).one()
        assert (row.corrected, row.confident, row.evidence_rules[0]) == (True, True, "corrected.by_you")


def test_the_word_holds_where_the_message_is_gone(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    road.arrives("2026-03-06 10:00", mail("<1@northwind.example>", HOLD))
    road.cycle("2026-03-06 10:05")
    correct(road, "<1@northwind.example>", "other", "2026-03-06 10:10")
    monkeypatch.setattr(road.world.mailbox, "fetch", lambda _refs: [])
    road.cycle("2026-03-06 10:15")
    assert kinds(road) == {"1": "other"}
    assert road.drafts() == []


def test_what_came_after_a_corrected_letter_is_read_anew(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    import classifiers

    road.arrives("2026-03-02 09:00", mail("<1@northwind.example>", CONFIRMED))
    road.arrives("2026-03-03 09:00", mail("<2@northwind.example>", HOLD, answers=("<1@northwind.example>",)))
    road.cycle("2026-03-03 10:00")
    seen: dict[str, object] = {}
    read = classifiers.read

    def watched(message, context=None):  # type: ignore[no-untyped-def]  # a stand-in for `read`
        seen[message.message_id] = context.previous_kind
        return read(message, context)

    monkeypatch.setattr(classifiers, "read", watched)
    correct(road, "<1@northwind.example>", "interview_invitation", "2026-03-03 11:00")
    road.cycle("2026-03-03 11:05")
    assert seen == {"<1@northwind.example>": None, "<2@northwind.example>": "interview_invitation"}
