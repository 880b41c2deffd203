"""Exactly one digest a day, whatever happens: restarts, clocks that jump, servers that fail, answers that never come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from daemon.cycle import run_cycle
from daemon.digest import publish
from daemon.digest.message import digest_message_id, is_own_digest
from daemon.digest.publish import build, deliver, publish_if_due
from daemon.digest.smtp import NotDelivered, Unclear
from daemon.errors import ConfigError, MailboxUnavailable
from daemon.house import DigestTimes, House, Profile, SmtpAccount
from daemon.mail.message import Address
from daemon.mail.parse import parse
from daemon.mailbox.maildir import MaildirMailbox
from daemon.mailbox.protocol import Place
from daemon.playbook.calendar import WorkingCalendar
from daemon.playbook.preferences import Preferences
from daemon.state.database import open_database
from daemon.state.models import DigestRunRow
from tests.cycle.road import CONFIRMED, mail
from tests.digest.post_office import HOST, post_office
from tests.mailbox.maildir_world import MaildirWorld

NEW_YORK = ZoneInfo("America/New_York")
SAM = Address("Sam Rivera", "sam.rivera@example.org")
NOWHERE = SmtpAccount("smtp.invalid", 465, "implicit")
Quiet = Literal["weekly", "daily", "never"]


def at(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@dataclass
class Days:
    """One mailbox and its digests over time; each look at it is that of a process of its own."""

    folder: Path
    zone: ZoneInfo = NEW_YORK
    when_quiet: Quiet = "daily"
    at: tuple[int, int] = (7, 30)
    smtp: SmtpAccount | None = None
    fails: bool = False
    world: MaildirWorld = field(init=False)

    def __post_init__(self) -> None:
        self.world = MaildirWorld(self.folder / "mail")

    @contextmanager
    def house(self) -> Iterator[House]:
        mailbox = _Failing("personal", self.folder / "mail") if self.fails else self.world.restart()
        house = House(
            profile=Profile("Sam Rivera", (SAM,)),
            preferences=Preferences(WorkingCalendar(self.zone, "US"), frozenset({SAM.key})),
            database=open_database(f"sqlite:///{self.folder / 'state.db'}"),
            mailboxes={"personal": mailbox},
            lookback=timedelta(days=60),
            digest=DigestTimes(True, *self.at, "personal", self.when_quiet, self.smtp),
        )
        try:
            yield house
        finally:
            house.close()

    def look(self, now: datetime, failed: dict[str, str] | None = None) -> bool:
        """A cycle's question at that instant; whether a digest went out."""
        with self.house() as house:
            return bool(publish_if_due(house, now, failed or {}))

    def looks(self, instants: Iterator[datetime]) -> list[datetime]:
        """The same at many instants, by one process; those at which a digest went out."""
        with self.house() as house:
            return [now for now in instants if publish_if_due(house, now, {})]

    def delivered(self) -> list[str]:
        """The Message-IDs of the digests in the inbox."""
        messages = (parse(path.read_bytes(), datetime.now(UTC)) for path in self.world.files(Place.INBOX))
        return sorted(message.message_id for message in messages if is_own_digest(message))

    def runs(self) -> list[DigestRunRow]:
        with self.house() as house, house.database.session() as session:
            rows = list(session.scalars(select(DigestRunRow).order_by(DigestRunRow.day)))
            session.expunge_all()
            return rows


class _Failing(MaildirMailbox):
    def deliver_to_self(self, mime: bytes) -> None:
        raise MailboxUnavailable("personal: no space left")


@pytest.fixture
def days(tmp_path: Path) -> Days:
    return Days(tmp_path)


def through(first: datetime, last: datetime, step: timedelta) -> Iterator[datetime]:
    while first <= last:
        yield first
        first += step


class TestOnceADay:
    def test_at_its_hour_and_never_twice(self, days: Days):
        assert not days.look(at("2026-03-03 07:29"))
        assert days.look(at("2026-03-03 07:30"))
        assert not days.look(at("2026-03-03 07:31"))
        assert not days.look(at("2026-03-03 23:59"))
        assert not days.look(at("2026-03-04 00:01"))
        assert days.look(at("2026-03-04 12:00")), "late is better than never"
        assert days.delivered() == [digest_message_id(date(2026, 3, day), SAM) for day in (3, 4)]

    def test_after_the_database_was_lost(self, days: Days):
        assert days.look(at("2026-03-03 07:30"))
        for file in days.folder.glob("state.db*"):
            file.unlink()
        days.look(at("2026-03-03 09:00"))
        assert len(days.delivered()) == 1

    def test_after_a_death_between_delivery_and_note(self, days: Days, monkeypatch: pytest.MonkeyPatch):
        class Killed(BaseException):
            pass

        def dies(*_: object) -> None:
            raise Killed

        with monkeypatch.context() as dying:
            dying.setattr(publish.runs, "note_delivered", dies)
            with pytest.raises(Killed):
                days.look(at("2026-03-03 07:30"))
        days.look(at("2026-03-03 07:31"))
        assert len(days.delivered()) == 1
        assert days.runs()[0].built_at == at("2026-03-03 07:30")

    @pytest.mark.parametrize(("night", "hour"), [("2026-03-08", (2, 30)), ("2026-11-01", (1, 30))], ids=["skipped", "twice"])
    def test_where_daylight_saving_skips_its_hour_or_has_it_twice(self, days: Days, night: str, hour: tuple[int, int]):
        days.at = hour
        begins = at(f"{night} 00:00")
        went = days.looks(through(begins, begins + timedelta(hours=23), timedelta(minutes=20)))
        assert len(went) == 1
        assert went[0].astimezone(NEW_YORK).date() == date.fromisoformat(night)

    def test_for_a_traveller(self, days: Days):
        """Each day of the calendar on the wall where he is has one at most, whichever way he flies."""
        dates: list[date] = []
        lands = at("2026-03-03 06:00")
        for zone in (
            "America/New_York",
            "Asia/Tokyo",
            "Pacific/Honolulu",
            "Pacific/Kiritimati",
            "Europe/London",
            "America/New_York",
        ):
            days.zone = ZoneInfo(zone)
            leaves = lands + timedelta(hours=31)
            dates += [now.astimezone(days.zone).date() for now in days.looks(through(lands, leaves, timedelta(hours=1)))]
            lands = leaves
        assert len(dates) == len(set(dates)) >= 6
        assert len(days.delivered()) == len(dates)

    def test_a_clock_that_is_set_back_brings_none_again(self, days: Days):
        for day in ("2026-03-03", "2026-03-04"):
            assert days.look(at(f"{day} 08:00"))
        assert not days.look(at("2026-03-03 10:00"))

    def test_by_hand_it_comes_at_any_hour_and_then_not_by_itself(self, days: Days):
        with days.house() as house:
            now = at("2026-03-03 05:00")
            assert deliver(house, build(house, now), now)
            assert not deliver(house, build(house, now), now)
        assert not days.look(at("2026-03-03 07:30"))

    def test_a_mailbox_that_fails_gets_it_later_with_what_came_meanwhile(self, days: Days):
        days.fails = True
        assert not days.look(at("2026-03-03 07:30"))
        assert not days.look(at("2026-03-03 07:31"), {"personal": "it is gone"})
        days.fails = False
        assert days.look(at("2026-03-03 11:00"))
        (run,) = days.runs()
        assert run.built_at == at("2026-03-03 11:00"), "tomorrow's goes on from here"

    def test_it_is_never_read_as_mail(self, days: Days):
        now = at("2026-03-03 07:30")
        days.look(now)
        days.world.deliver(mail("<1@northwind.example>", CONFIRMED), now)
        with days.house() as house:
            assert run_cycle(house, now + timedelta(minutes=1)).recorded == ["<1@northwind.example>"]


class TestByHandWhileTheServiceRuns:
    """`afterword digest` is a process of its own, beside the one that works on the state."""

    NOW = at("2026-03-03 07:30")

    def test_they_put_one_into_the_inbox(self, days: Days, monkeypatch: pytest.MonkeyPatch):
        by_hand: list[str] = []
        put = MaildirMailbox.deliver_to_self

        def meanwhile(mailbox: MaildirMailbox, mime: bytes) -> None:
            monkeypatch.setattr(MaildirMailbox, "deliver_to_self", put)
            with days.house() as other, pytest.raises(Unclear, match="another process") as refused:
                deliver(other, build(other, self.NOW), self.NOW, by_hand=True)
            by_hand.append(str(refused.value))
            put(mailbox, mime)

        monkeypatch.setattr(MaildirMailbox, "deliver_to_self", meanwhile)
        assert days.look(self.NOW)
        assert by_hand
        assert len(days.delivered()) == 1

    def test_the_service_waits_for_the_hand_and_says_nothing(
        self, days: Days, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ):
        put, looked = MaildirMailbox.deliver_to_self, []

        def meanwhile(mailbox: MaildirMailbox, mime: bytes) -> None:
            monkeypatch.setattr(MaildirMailbox, "deliver_to_self", put)
            looked.append(days.look(self.NOW))
            put(mailbox, mime)

        monkeypatch.setattr(MaildirMailbox, "deliver_to_self", meanwhile)
        with days.house() as house:
            assert deliver(house, build(house, self.NOW), self.NOW, by_hand=True)
        assert looked == [False]
        assert not days.look(self.NOW + timedelta(minutes=5))
        assert len(days.delivered()) == 1
        assert caplog.records == []

    def test_a_hand_that_died_does_not_hold_it_up_for_long(self, days: Days, monkeypatch: pytest.MonkeyPatch):
        with monkeypatch.context() as dying, days.house() as house:
            dying.setattr(MaildirMailbox, "deliver_to_self", _dies)
            with pytest.raises(KeyboardInterrupt):
                deliver(house, build(house, self.NOW), self.NOW, by_hand=True)
        assert not days.look(self.NOW + timedelta(minutes=1))
        assert days.look(self.NOW + timedelta(minutes=6))


def _dies(*_: object) -> None:
    raise KeyboardInterrupt


class TestNoNewsIsLost:
    """What one mailbox's turn writes down late, though the turn began before another's delivered the digest."""

    NOTE = mail("<late@northwind.example>", CONFIRMED)

    def news(self, house: House) -> list[str]:
        return [item.subject for item in build(house, at("2026-03-04 07:30")).content.news]

    def takes_in(self, days: Days, house: House, began: str) -> None:
        days.world.deliver(self.NOTE, at("2026-03-03 07:20"))
        assert run_cycle(house, at(began)).recorded == ["<late@northwind.example>"]

    def test_written_down_after_it_was_delivered(self, days: Days):
        assert days.look(at("2026-03-03 07:30"))
        with days.house() as house:
            self.takes_in(days, house, "2026-03-03 07:29")
            assert self.news(house) == ["Data Analyst at Northwind"]

    def test_written_down_between_its_making_and_its_delivery(self, days: Days):
        with days.house() as house:
            now = at("2026-03-03 07:30")
            built = build(house, now)
            self.takes_in(days, house, "2026-03-03 07:29")
            assert deliver(house, built, now)
            assert self.news(house) == ["Data Analyst at Northwind"]

    def test_what_was_told_is_not_told_again(self, days: Days):
        with days.house() as house:
            self.takes_in(days, house, "2026-03-03 07:29")
            assert days.look(at("2026-03-03 07:30"))
            assert self.news(house) == []


class TestTrouble:
    def test_is_said_once_and_not_at_every_turn(self, days: Days, caplog: pytest.LogCaptureFixture):
        days.fails = True
        for minute in range(30, 60, 5):
            assert not days.look(at(f"2026-03-03 07:{minute}"))
        assert [record.message for record in caplog.records] == ["the digest could not be delivered: personal: no space left"]
        days.fails = False
        assert days.look(at("2026-03-03 08:00"))
        (run,) = days.runs()
        assert (run.problem, run.unclear_since) == ("", None)


class TestQuietDays:
    @pytest.mark.parametrize(("when_quiet", "went_on"), [("weekly", [8, 15]), ("daily", [*range(1, 16)]), ("never", [])])
    def test_while_nothing_happens(self, days: Days, when_quiet: Quiet, went_on: list[int]):
        days.when_quiet = when_quiet
        mornings = (at(f"2026-03-{day:02} 07:30") for day in range(1, 16))
        assert [now.astimezone(NEW_YORK).day for now in days.looks(mornings)] == went_on
        assert len(days.delivered()) == len(went_on)

    def test_the_week_counts_from_the_last_one_that_came(self, days: Days):
        days.when_quiet = "daily"
        assert days.look(at("2026-03-03 07:30"))
        days.when_quiet = "weekly"
        mornings = (at(f"2026-03-{day:02} 07:30") for day in range(4, 20))
        assert [now.astimezone(NEW_YORK).day for now in days.looks(mornings)] == [10, 17]

    def test_what_was_ignored_in_the_meantime_is_counted(self, days: Days):
        days.when_quiet = "weekly"
        days.look(at("2026-03-02 07:30"))
        for day in (3, 4, 5):
            now = at(f"2026-03-{day:02} 07:00")
            note = "Hello Sam,\n\nYour parcel has been handed to your neighbour.\n"
            days.world.deliver(mail(f"<{day}@parcels.example>", note, sender="Parcels <info@parcels.example>"), now)
            with days.house() as house:
                run_cycle(house, now)
            assert not days.look(at(f"2026-03-{day:02} 07:30"))
        with days.house() as house:
            assert build(house, at("2026-03-09 07:30")).content.ignored_count == 3


class Post:
    """Stands in for the server: what it does with the next digests, and what it got."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.faults: list[BaseException] = []
        self.taken: list[tuple[bytes, str]] = []
        self.tries = 0
        monkeypatch.setattr(publish, "send_to_self", self._send)

    def _send(self, _account: SmtpAccount, message: bytes, own_address: str) -> None:
        self.tries += 1
        if self.faults:
            raise self.faults.pop(0)
        self.taken.append((message, own_address))


@pytest.fixture
def post(days: Days, monkeypatch: pytest.MonkeyPatch) -> Post:
    days.smtp = NOWHERE
    return Post(monkeypatch)


class TestBySmtp:
    def test_through_a_real_server_to_the_user_and_into_no_inbox_of_ours(self, days: Days):
        with post_office(None, "none") as office:
            days.smtp = SmtpAccount(HOST, office.port, "none")
            assert days.look(at("2026-03-03 07:30"))
            assert not days.look(at("2026-03-03 08:30"))
        (posted,) = office.posted
        assert posted.recipients == (SAM.email,)
        assert days.delivered() == []
        assert is_own_digest(parse(posted.raw, at("2026-03-03 07:30")))

    def test_a_refusal_is_tried_again_after_longer_and_longer_pauses(self, days: Days, post: Post):
        post.faults = [NotDelivered("451 later")] * 5
        went = days.looks(through(at("2026-03-03 07:30"), at("2026-03-03 09:00"), timedelta(minutes=1)))
        assert post.tries == 6
        assert went == [at("2026-03-03 08:01")], "1 + 2 + 4 + 8 + 16 minutes"
        (run,) = days.runs()
        assert (run.attempts, run.problem, run.retry_at) == (5, "", None)

    def test_a_refusal_for_good_is_tried_once_an_hour(self, days: Days, post: Post):
        post.faults = [NotDelivered("550 no", for_good=True)] * 3
        days.looks(through(at("2026-03-03 07:30"), at("2026-03-03 12:00"), timedelta(minutes=5)))
        assert (post.tries, len(post.taken)) == (4, 1)

    def test_a_missing_password_is_no_crash(self, days: Days, post: Post):
        post.faults = [ConfigError("[digest.smtp]: no password")]
        assert not days.look(at("2026-03-03 07:30"))
        assert days.look(at("2026-03-03 08:31"))

    def test_without_an_answer_it_is_not_sent_again_that_day(self, days: Days, post: Post, caplog: pytest.LogCaptureFixture):
        post.faults = [Unclear("it fell silent")]
        assert days.looks(through(at("2026-03-03 07:30"), at("2026-03-03 23:50"), timedelta(minutes=10))) == []
        assert post.tries == 1
        assert [record.message for record in caplog.records].count("the digest could not be delivered: it fell silent") == 1
        assert sum("not sent a second time" in record.message for record in caplog.records) == 1
        assert days.look(at("2026-03-04 07:30"))

    def test_the_inbox_can_tell_that_it_came(self, days: Days, post: Post):
        post.faults = [Unclear("it fell silent")]
        days.look(at("2026-03-03 07:30"))
        arrived = mail(digest_message_id(date(2026, 3, 3), SAM), "the digest", sender=f"Sam <{SAM.email}>")
        days.world.deliver(arrived, at("2026-03-03 07:35"))
        days.look(at("2026-03-03 07:41"))
        (run,) = days.runs()
        assert run.delivered_at == at("2026-03-03 07:41")
        assert run.unclear_since is None

    def test_after_one_that_may_be_lost_the_next_tells_it_all(self, days: Days, post: Post):
        assert days.look(at("2026-03-02 07:30"))
        post.faults = [Unclear("it fell silent")]
        days.look(at("2026-03-03 07:30"))
        with days.house() as house:
            assert build(house, at("2026-03-04 07:30")).covers_from == at("2026-03-02 07:30")

    def test_after_a_death_in_the_middle_it_is_not_sent_again(self, days: Days, post: Post):
        post.faults = [KeyboardInterrupt()]
        with pytest.raises(KeyboardInterrupt):
            days.look(at("2026-03-03 07:30"))
        assert days.looks(through(at("2026-03-03 07:31"), at("2026-03-03 09:00"), timedelta(minutes=5))) == []
        assert post.tries == 1

    def test_two_processes_at_once_send_one(self, days: Days, post: Post, monkeypatch: pytest.MonkeyPatch):
        now, send = at("2026-03-03 07:30"), publish.send_to_self

        def meanwhile(account: SmtpAccount, message: bytes, own_address: str) -> None:
            monkeypatch.setattr(publish, "send_to_self", send)
            with days.house() as other, pytest.raises(Unclear, match="another process"):
                deliver(other, build(other, now), now)
            send(account, message, own_address)

        monkeypatch.setattr(publish, "send_to_self", meanwhile)
        assert days.look(now)
        assert post.tries == 1

    def test_after_a_lost_database_the_inbox_is_asked_first(self, days: Days, post: Post):
        arrived = mail(digest_message_id(date(2026, 3, 3), SAM), "the digest", sender=f"Sam <{SAM.email}>")
        days.world.deliver(arrived, at("2026-03-03 07:30"))
        days.look(at("2026-03-03 09:00"))
        assert post.tries == 0

    def test_it_comes_where_the_mailbox_does_not_work(self, days: Days, post: Post):
        assert days.look(at("2026-03-03 07:30"), {"personal": "signed out"})
        assert b"signed out" in post.taken[0][0]

    def test_by_hand_it_is_not_sent_twice(self, days: Days, post: Post):
        now = at("2026-03-03 08:00")
        with days.house() as house:
            assert deliver(house, build(house, now), now)
            assert not deliver(house, build(house, now), now)
        assert post.tries == 1

    def test_to_no_address_but_an_own_one(self, days: Days, post: Post):
        now = at("2026-03-03 08:00")
        with days.house() as house:
            stranger = replace(house, profile=Profile("Meg", (Address("Meg", "meg@northwind.example"),)))
            with pytest.raises(ConfigError, match="not one of your own addresses"):
                deliver(stranger, build(stranger, now), now)
        assert post.tries == 0
