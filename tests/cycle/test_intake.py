"""From the mailbox into the history: when mail arrived, what is put aside, what is never read twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from classifiers.reading import Context, Reading
from daemon import intake
from daemon.intake import take_up_corrections
from daemon.mail.message import Message
from daemon.mailbox.protocol import MessageRef, RawMessage
from daemon.state.models import MessageRow, QuarantinedMessageRow
from tests.cycle.road import CONFIRMED, HOLD, Road, at, mail
from tests.mailbox.maildir_world import MaildirWorld
from tests.mailbox.test_memory import MemoryWorld


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(MemoryWorld(), tmp_path)


def dated(raw: bytes, date: str) -> bytes:
    return b"Date: " + date.encode() + b"\r\n" + raw


def arrivals(road: Road) -> dict[str, str]:
    house = road.house()
    with house.database.session() as session:
        rows = session.scalars(select(MessageRow)).all()
        zone = house.preferences.calendar.zone
        return {row.message_id: row.received_at.astimezone(zone).strftime("%Y-%m-%d %H:%M") for row in rows}


def test_the_servers_time_counts_not_the_senders(road: Road) -> None:
    road.arrives("2026-03-06 10:00", dated(mail("<1@x.example>", HOLD), "Thu, 5 Mar 2026 08:00:00 -0500"))
    road.cycle("2026-03-06 10:05")
    assert arrivals(road) == {"<1@x.example>": "2026-03-06 10:00"}


def test_nothing_arrived_later_than_now(road: Road) -> None:
    road.arrives("2026-09-01 10:00", dated(mail("<1@x.example>", HOLD), "Fri, 6 Mar 2026 09:00:00 -0500"))
    road.arrives("2026-09-01 10:00", dated(mail("<2@x.example>", HOLD), "Fri, 4 Sep 2026 09:00:00 -0400"))
    road.cycle("2026-03-06 10:05")
    assert arrivals(road) == {"<1@x.example>": "2026-03-06 09:00", "<2@x.example>": "2026-03-06 10:05"}


def test_nothing_was_received_long_before_it_was_written(road: Road) -> None:
    """As when a pretended now lies after the day on which the mail was really put there."""
    road.arrives("2026-03-01 10:00", dated(mail("<1@northwind.example>", HOLD), "Fri, 6 Mar 2026 09:00:00 -0500"))
    report = road.cycle("2026-03-06 10:05")
    assert arrivals(road) == {"<1@northwind.example>": "2026-03-06 09:00"}
    assert road.kinds(report) == ["holding_reply"]


def test_bad_mail_is_put_aside_once_and_the_rest_goes_on(tmp_path: Path) -> None:
    road = Road(MaildirWorld(tmp_path / "mail"), tmp_path)
    road.arrives("2026-03-06 09:00", b"\x00\xff\xfe" * 50)
    road.arrives("2026-03-06 10:00", mail("<1@northwind.example>", CONFIRMED))
    first, second = road.cycle("2026-03-06 10:05"), road.cycle("2026-03-06 10:06")
    assert (first.quarantined, first.recorded, first.failed) == (1, ["<1@northwind.example>"], {})
    assert (second.quarantined, second.recorded) == (0, [])
    with road.house().database.session() as session:
        assert len(session.scalars(select(QuarantinedMessageRow)).all()) == 1


def test_a_mail_that_trips_the_reader_does_not_stop_the_others(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    import classifiers

    read = classifiers.read

    def trips(message: object, context: object = None) -> object:
        if getattr(message, "message_id", "") == "<1@x.example>":
            raise ZeroDivisionError
        return read(message, context)  # type: ignore[arg-type]  # passed through

    monkeypatch.setattr(classifiers, "read", trips)
    road.arrives("2026-03-06 09:00", mail("<1@x.example>", HOLD))
    road.arrives("2026-03-06 10:00", mail("<2@northwind.example>", CONFIRMED))
    report = road.cycle("2026-03-06 10:05")
    assert (report.quarantined, report.recorded) == (1, ["<2@northwind.example>"])


def test_a_reader_that_fails_on_everything_passes_nothing_over(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    import classifiers

    def broken(message: object, context: object = None) -> object:
        raise FileNotFoundError

    for number in range(4):
        road.arrives("2026-03-06 10:00", mail(f"<{number}@northwind.example>", CONFIRMED))
    with monkeypatch.context() as patch:
        patch.setattr(classifiers, "read", broken)
        report = road.cycle("2026-03-06 10:05")
    assert list(report.failed) == ["memory"]
    assert "fails on every message" in report.failed["memory"]
    assert len(road.cycle("2026-03-06 10:06").recorded) == 4


class TestReadingAgain:
    """What was turned away at a first look, say, is read in full only then."""

    def due_again(self, road: Road) -> list[str]:
        with road.house().database.session() as session:
            return list(session.scalars(select(MessageRow.message_id).where(MessageRow.reread_due)))

    def all_are_due(self, road: Road) -> None:
        with road.house().database.session() as session:
            for row in session.scalars(select(MessageRow)):
                row.reread_due = True

    def test_a_mail_that_trips_the_reader_does_not_stop_the_others(
        self, road: Road, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        import classifiers

        read, again = classifiers.read, []

        def trips(message: Message, context: Context) -> Reading:
            again.append(message.message_id)
            if message.message_id == "<1@x.example>":
                raise ZeroDivisionError
            return read(message, context)

        for number in (1, 2):
            road.arrives(f"2026-03-06 0{number}:00", mail(f"<{number}@x.example>", HOLD))
        road.cycle("2026-03-06 10:05")
        self.all_are_due(road)
        monkeypatch.setattr(classifiers, "read", trips)
        report = road.cycle("2026-03-06 10:06")
        assert report.failed == {}
        assert sorted(again) == ["<1@x.example>", "<2@x.example>"]
        assert self.due_again(road) == []
        assert "tripped the reader (ZeroDivisionError)" in caplog.text

    def test_a_reader_that_fails_on_everything_passes_nothing_over(self, road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
        import classifiers

        def broken(message: Message, context: Context) -> Reading:
            raise FileNotFoundError

        for number in range(4):
            road.arrives("2026-03-06 10:00", mail(f"<{number}@northwind.example>", CONFIRMED))
        road.cycle("2026-03-06 10:05")
        self.all_are_due(road)
        monkeypatch.setattr(classifiers, "read", broken)
        assert "fails on every message" in road.cycle("2026-03-06 10:06").failed["memory"]
        assert len(self.due_again(road)) == 4

    def test_it_goes_on_in_bounded_portions_and_leaves_off_when_the_process_is_to_end(
        self, road: Road, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Whoever asks whether to leave off is seen to be alive: one long step would look like a thread that hangs."""
        monkeypatch.setattr(intake, "FETCHED_TOGETHER", 2)
        for number in range(5):
            road.arrives("2026-03-06 10:00", mail(f"<{number}@northwind.example>", CONFIRMED))
        road.cycle("2026-03-06 10:05")
        self.all_are_due(road)
        house, fetched = road.house(), []
        (mailbox,) = house.mailboxes.values()
        fetch = mailbox.fetch

        def counted(refs: tuple[MessageRef, ...]) -> list[RawMessage]:
            fetched.append(len(refs))
            return fetch(refs)

        monkeypatch.setattr(mailbox, "fetch", counted)
        asked = iter([False, False, True])
        take_up_corrections(replace(house, stopping=lambda: next(asked, True)), mailbox, at("2026-03-06 10:06"))
        assert fetched == [2]
        assert len(self.due_again(road)) == 3


def test_the_users_own_copies_in_the_inbox_are_his_own(road: Road) -> None:
    road.arrives("2026-03-06 10:00", mail("<1@example.org>", CONFIRMED, sender="Sam Rivera <sam.rivera@example.org>"))
    assert road.kinds(road.cycle("2026-03-10 15:30")) == []


def test_a_stopping_process_saves_nothing_more(road: Road) -> None:
    from daemon.cycle import run_cycle

    road.arrives("2026-03-06 10:00", mail("<1@northwind.example>", CONFIRMED))
    house = replace(road.house(), stopping=lambda: True)
    assert run_cycle(house, at("2026-03-10 15:30")).saved == []
    assert road.drafts() == []
