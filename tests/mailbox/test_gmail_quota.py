"""The pace: below the quota in every minute, whatever is asked."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import timedelta

import pytest

from daemon.errors import MailboxUnavailable
from daemon.mailbox.gmail_quota import BURST, COSTS, UNITS_A_MINUTE, Pace
from daemon.mailbox.protocol import Batch
from tests.mailbox.gmail_script import Scripted, mailbox_on
from tests.mailbox.gmail_world import Hurried
from tests.mailbox.world import NOON, SINCE, mail

MANY = 3_000


class TestPace:
    def test_a_few_calls_wait_for_nothing(self) -> None:
        clock = Hurried()
        pace = clock.pace()
        for _ in range(BURST // 20):
            pace.spend(20)
        assert clock.waits == []

    @pytest.mark.parametrize("units", [1, 20, 400, BURST])
    def test_no_minute_is_over_the_quota(self, units: int) -> None:
        clock = Hurried()
        pace = clock.pace()
        spent = []
        while clock.now < 300:
            pace.spend(units)
            spent.append(clock.now)
            clock.now += 0.001
        for start in range(0, 240, 7):  # sixty seconds from anywhere
            assert units * sum(start <= at < start + 60 for at in spent) < UNITS_A_MINUTE
        assert units * len(spent) > 300 / 60 * 0.7 * UNITS_A_MINUTE, "nor is it slower than it must be"

    def test_a_rest_asked_for_is_taken_and_begins_slowly(self) -> None:
        clock = Hurried()
        pace = clock.pace()
        pace.pause(12.0)
        assert clock.waits == [12.0]

    def test_a_clock_that_stands_still_gives_nothing(self) -> None:
        clock = Hurried()
        pace = Pace(clock, clock.waits.append)
        pace.spend(BURST)
        pace.spend(80)
        clock.now += 10
        pace.spend(80)
        assert clock.waits == [1.0]

    def test_who_waits_is_sent_away_when_it_is_stopped(self) -> None:
        pace = Pace(lambda: 0.0)
        pace.spend(BURST)
        left: list[MailboxUnavailable] = []

        def wait() -> None:
            try:
                pace.pause(3_600)
            except MailboxUnavailable as error:
                left.append(error)

        waiting = threading.Thread(target=wait, daemon=True)
        waiting.start()
        pace.stop()
        waiting.join(60)
        assert len(left) == 1
        with pytest.raises(MailboxUnavailable, match="is to end"):
            pace.spend(0)


@dataclass
class FirstScan:
    """Three thousand messages, one in a hundred of them large, that were read for the first time."""

    script: Scripted
    batches: list[Batch]


@pytest.fixture(scope="module")
def first_scan() -> FirstScan:
    script = Scripted()
    for number in reversed(range(MANY)):
        raw = mail(f"<{number}@northwind.example>", text="words " * 20)
        size = 2_000_000 if number % 100 == 0 else 0
        script.holds(f"{number:05}", raw, NOON + timedelta(minutes=number - MANY), size=size)
    batches = []
    cursor = None
    with mailbox_on(script) as mailbox:
        while not batches or batches[-1].more:
            batches.append(mailbox.changes(cursor, SINCE))
            mailbox.fetch(batches[-1].messages)
            cursor = batches[-1].next_cursor
    return FirstScan(script, batches)


@pytest.mark.slow
class TestAFirstScan:
    def test_every_message_is_read_once(self, first_scan: FirstScan) -> None:
        read = [ref.id for batch in first_scan.batches for ref in batch.messages]
        assert len(read) == len(set(read)) == MANY

    def test_no_minute_is_over_the_quota(self, first_scan: FirstScan) -> None:
        assert 0.5 * UNITS_A_MINUTE < first_scan.script.most_in_a_minute() < UNITS_A_MINUTE

    def test_a_message_costs_little_more_than_one_call(self, first_scan: FirstScan) -> None:
        assert sum(units for _, units in first_scan.script.spent) < MANY * COSTS["messages.get"] * 1.2
        assert first_scan.script.clock.now < 16 * 60, "a quarter of an hour"

    def test_the_newest_come_first(self, first_scan: FirstScan) -> None:
        newest = [max(ref.received_at for ref in batch.messages) for batch in first_scan.batches if batch.messages]
        assert newest == sorted(newest, reverse=True)

    def test_its_progress_can_be_followed(self, first_scan: FirstScan) -> None:
        told = [batch.progress for batch in first_scan.batches]
        assert all(progress is not None for progress in told)
        assert [progress.done for progress in told if progress] == sorted(progress.done for progress in told if progress)
        assert [progress.whole for progress in told if progress] == [False] * (len(told) - 1) + [True]
        assert told[0] is not None
        assert told[0].total == MANY

    def test_another_process_goes_on_where_one_left_off(self, first_scan: FirstScan) -> None:
        middle = first_scan.batches[70]
        with mailbox_on(first_scan.script) as mailbox:
            again = mailbox.changes(middle.next_cursor, SINCE)
        assert again == first_scan.batches[71]


def test_polling_costs_two_units() -> None:
    script = Scripted()
    with mailbox_on(script) as mailbox:
        cursor = mailbox.changes(None, SINCE).next_cursor
        script.spent.clear()
        assert mailbox.changes(cursor, SINCE).messages == ()
    assert sum(units for _, units in script.spent) == 2
