"""What has had its time goes by itself, on both databases: what, when, and that none of it comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from daemon.commands.applications import meant
from daemon.cycle import known_history
from daemon.errors import MailboxUnavailable
from daemon.lessons import lessons_of
from daemon.mail.message import Address
from daemon.mailbox.protocol import Batch
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import FollowUpKind
from daemon.retention import UNRELATED_STAYS, outlived
from daemon.state.history import load_history
from daemon.state.models import (
    Base,
    ContactRow,
    CorrectionRow,
    DraftRow,
    FollowUpRow,
    MailboxRow,
    MessageRow,
    NoteRow,
    QuarantinedMessageRow,
)
from tests.cycle.road import CONFIRMED, HOLD, MEG, REJECTED, SAM, Road, at, everything_known, mail
from tests.mailbox.test_memory import MemoryWorld

JOE = "Joe Park <joe@friends.example>"
LUNCH = "Shall we have lunch on Friday?\n"
A_YEAR_LATER = "2027-04-20 08:00"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.peer("postgresql"))])
def road(request: pytest.FixtureRequest, tmp_path: Path) -> Road:
    """An interview at Northwind with its thank-you draft, and a friend's lunch."""
    url = request.getfixturevalue("postgresql").new_database() if request.param == "postgresql" else ""
    road = Road(MemoryWorld(), tmp_path, database=url)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.arrives("2026-03-06 12:00", mail("<lunch@friends.example>", LUNCH, sender=JOE, subject="Lunch"))
    road.cycle("2026-03-09 08:00")
    assert road.kinds(road.cycle("2026-03-10 15:45")) == ["thank_you"]
    road.cycle("2026-03-20 08:00")
    return road


def message_ids(road: Road) -> set[str]:
    house = road.house()
    try:
        with house.database.session() as session:
            return set(session.scalars(select(MessageRow.message_id)))
    finally:
        house.database.close()


def add(road: Road, *rows: Base) -> None:
    house = road.house()
    with house.database.session() as session:
        session.add_all(rows)
    house.database.close()


def northwind(road: Road) -> int:
    house = road.house()
    try:
        with house.database.session() as session:
            return int(meant(load_history(session), "northwind").key)
    finally:
        house.database.close()


def passes(road: Road, when: str) -> None:
    """Some mail arrives and the rest is quiet: so much time went by at the mailbox, too."""
    road.arrives(when, mail(f"<{when[:10]}@shop.example>", "Everything must go!\n", sender="deals@shop.example", subject="Sale"))
    road.cycle(when)


class TestMailThatBelongsToNoApplication:
    def test_stays_as_long_as_a_first_look_would_find_it_and_a_month(self, road: Road) -> None:
        lookback = timedelta(days=60)
        arrived = at("2026-03-06 12:00")
        before, after = arrived + lookback + UNRELATED_STAYS - timedelta(hours=1), arrived + lookback + UNRELATED_STAYS
        passes(road, f"{before:%Y-%m-%d} 00:01")
        assert "<lunch@friends.example>" in message_ids(road)
        passes(road, f"{after + timedelta(days=1):%Y-%m-%d} 08:00")
        assert message_ids(road) >= {"<confirmed@northwind.example>"}
        assert "<lunch@friends.example>" not in message_ids(road)
        assert "joe@friends" not in everything_known(road)

    def test_does_not_come_back_from_another_folder_or_after_a_renumbering(self, road: Road) -> None:
        passes(road, "2026-07-01 08:00")
        road.arrives("2026-03-06 12:00", mail("<lunch@friends.example>", LUNCH, sender=JOE, subject="Lunch"))
        assert road.cycle("2026-07-01 09:00").recorded == []
        assert "<lunch@friends.example>" not in message_ids(road)

    def test_a_conversation_stays_whole_until_its_last_message_is_old(self, road: Road) -> None:
        road.arrives(
            "2026-05-20 12:00",
            mail("<again@friends.example>", LUNCH, sender=JOE, subject="Re: Lunch", answers=("<lunch@friends.example>",)),
        )
        passes(road, "2026-07-01 08:00")
        assert {"<lunch@friends.example>", "<again@friends.example>"} <= message_ids(road)
        passes(road, "2026-09-01 08:00")
        assert not {"<lunch@friends.example>", "<again@friends.example>"} & message_ids(road)

    def test_what_the_user_wrote_himself_stays_as_long_as_an_application(self, road: Road) -> None:
        road.world.user_writes(
            mail("<asked@example.org>", LUNCH, sender=SAM, to="Ann <ann@other.example>", subject="A job?"), at("2026-03-21 09:00")
        )
        passes(road, "2026-07-01 08:00")
        assert "<asked@example.org>" in message_ids(road)
        passes(road, "2026-09-01 08:00")
        passes(road, "2027-04-01 08:00")
        assert "<asked@example.org>" not in message_ids(road)

    def test_what_the_user_taught_by_a_correction_stays(self, road: Road) -> None:
        add(road, CorrectionRow(message_id="<lunch@friends.example>", kind="other", said_at=at("2026-03-20 09:00")))
        passes(road, "2026-07-01 08:00")
        assert "<lunch@friends.example>" not in message_ids(road)
        house = road.house()
        with house.database.session() as session:
            assert [lesson.message_id for lesson in lessons_of(session)] == ["<lunch@friends.example>"]
        house.database.close()

    def test_what_could_not_be_read_goes_as_well(self, road: Road) -> None:
        house = road.house()
        with house.database.session() as session:
            mailbox = session.scalars(select(MailboxRow.id)).one()
        house.database.close()
        add(road, QuarantinedMessageRow(mailbox_id=mailbox, ref="x", received_at=at("2026-03-10 08:00"),
                                        quarantined_at=at("2026-03-10 08:00"), reason="too deep"))  # fmt: skip
        passes(road, "2026-04-01 08:00")
        assert "too deep" in everything_known(road)
        passes(road, "2026-07-01 08:00")
        assert "too deep" not in everything_known(road)


class TestAnApplication:
    def test_stays_for_a_year_after_the_last_that_happened_in_it(self, road: Road) -> None:
        passes(road, "2026-09-01 08:00")
        passes(road, "2027-03-19 08:00")
        assert "<confirmed@northwind.example>" in message_ids(road)
        passes(road, A_YEAR_LATER)
        known = everything_known(road)
        assert "northwind" not in known
        assert "meg ortiz" not in known
        for table in (DraftRow, FollowUpRow, ContactRow, NoteRow):
            house = road.house()
            with house.database.session() as session:
                assert session.scalars(select(table)).all() == []
            house.database.close()

    def test_neither_comes_back_nor_is_drafted_again(self, road: Road) -> None:
        passes(road, "2026-09-01 08:00")
        passes(road, A_YEAR_LATER)
        lying = len(road.drafts())
        road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
        report = road.cycle("2027-04-21 08:00")
        assert (report.recorded, report.saved, report.withdrawn) == ([], [], [])
        assert len(road.drafts()) == lying
        assert "northwind" not in everything_known(road)

    def test_is_a_new_one_if_they_write_again(self, road: Road) -> None:
        passes(road, "2026-09-01 08:00")
        passes(road, A_YEAR_LATER)
        road.arrives("2027-04-21 09:00", mail("<hold@northwind.example>", HOLD, answers=("<confirmed@northwind.example>",)))
        assert road.kinds(road.cycle("2027-04-21 10:00")) == ["holding_reply"]

    def test_stays_while_anything_happens_in_it(self, road: Road) -> None:
        passes(road, "2026-09-01 08:00")
        road.arrives("2026-10-01 09:00", mail("<no@northwind.example>", REJECTED))
        passes(road, A_YEAR_LATER)
        assert {"<confirmed@northwind.example>", "<no@northwind.example>"} <= message_ids(road)

    def test_stays_while_the_user_says_anything_about_it(self, road: Road) -> None:
        add(road, NoteRow(application_id=northwind(road), kind="note", said_at=at("2026-10-01 09:00"), text="met Meg at a fair"))
        passes(road, "2026-09-01 08:00")
        passes(road, A_YEAR_LATER)
        assert "<confirmed@northwind.example>" in message_ids(road)

    def test_leaves_a_draft_that_still_lies_there_to_the_user(self, road: Road) -> None:
        lying = {draft.message_id for draft in road.drafts()}
        assert lying
        passes(road, "2026-09-01 08:00")
        passes(road, A_YEAR_LATER)
        assert "northwind" not in everything_known(road)
        assert {draft.message_id for draft in road.drafts()} == lying

    def test_stays_while_the_user_works_on_a_draft_of_it(self, road: Road) -> None:
        passes(road, "2026-10-01 08:00")
        (draft, *_) = [draft for draft in road.drafts() if "northwind" in draft.to]
        road.world.user_edits(draft.message_id, "My own words.\n")
        passes(road, "2026-10-02 08:00")
        passes(road, A_YEAR_LATER)
        assert "<confirmed@northwind.example>" in message_ids(road)

    def test_stays_while_a_follow_up_is_to_come(self, road: Road) -> None:
        passes(road, "2026-09-01 08:00")
        house = road.house()
        history = known_history(house)
        now, before = at(A_YEAR_LATER), at(A_YEAR_LATER) - house.keep
        (old,) = outlived(history, [], now, before, house.preferences)
        to_come = FollowUp(
            kind=FollowUpKind.KEEP_IN_TOUCH, rule="R2", articles=("000",), application=old.key, reply_to="",
            contact=Address("", "x@y.example"), trigger="<t@y.example>", due_at=now + timedelta(days=9),
        )  # fmt: skip
        assert list(outlived(history, [to_come], now, before, house.preferences)) == []
        too_late = replace(to_come, expires_at=now - timedelta(days=1))
        assert list(outlived(history, [too_late], now, before, house.preferences)) == [old]
        house.database.close()

    def test_stays_if_they_wrote_while_the_program_was_off_for_a_year(self, road: Road) -> None:
        road.arrives("2027-04-15 09:00", mail("<hold@northwind.example>", HOLD, sender=MEG))
        road.cycle(A_YEAR_LATER)
        assert {"<confirmed@northwind.example>", "<hold@northwind.example>"} <= message_ids(road)

    def test_stays_while_its_mailbox_cannot_be_read(self, road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
        passes(road, "2026-09-01 08:00")
        passes(road, "2027-03-01 08:00")
        with monkeypatch.context() as broken:
            broken.setattr(type(road.world.mailbox), "changes", unavailable)
            assert road.cycle(A_YEAR_LATER).failed
        assert "<confirmed@northwind.example>" in message_ids(road)
        road.cycle(A_YEAR_LATER)
        assert "<confirmed@northwind.example>" not in message_ids(road)


def unavailable(*_arguments: object) -> Batch:
    raise MailboxUnavailable("personal: the server does not answer")


def test_a_clock_gone_wrong_has_nothing_forgotten(road: Road) -> None:
    before = everything_known(road)
    report = road.cycle("2040-01-01 08:00")
    assert report.recorded == []
    assert {"<confirmed@northwind.example>", "<lunch@friends.example>"} <= message_ids(road)
    assert "meg ortiz" in before
