"""A mailbox that is lent to a second thread: one thing after another, one step ahead, and its owner's again at the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from daemon.ahead import Lent
from daemon.mailbox.memory import MemoryMailbox


class Closing(MemoryMailbox):
    closed = False

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def mailbox() -> Closing:
    return Closing("personal")


def test_the_next_step_is_under_way_while_one_is_worked_on(mailbox: Closing) -> None:
    begun = [threading.Event() for _ in range(3)]

    def steps() -> Iterator[int]:
        for number, event in enumerate(begun):
            event.set()
            yield number

    seen = []
    with Lent(mailbox) as lent:
        for step in lent.one_ahead(steps()):
            assert all(event.wait(10) for event in begun[: step + 2])
            seen.append(step)
    assert seen == [0, 1, 2]


def test_all_is_done_in_one_other_thread(mailbox: Closing) -> None:
    def steps() -> Iterator[threading.Thread]:
        yield threading.current_thread()
        yield threading.current_thread()

    with Lent(mailbox) as lent:
        threads = {*lent.one_ahead(steps()), lent.ask(threading.current_thread)}
    (thread,) = threads
    assert thread is not threading.current_thread()
    assert thread.daemon
    assert not thread.is_alive(), "the mailbox is its owner's again"
    assert not mailbox.closed


def test_what_a_step_raises_is_raised_when_it_is_its_turn(mailbox: Closing) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise ConnectionError("gone")

    with Lent(mailbox) as lent:
        coming = lent.one_ahead(steps())
        assert next(coming) == 1
        with pytest.raises(ConnectionError, match="gone"):
            next(coming)


def test_what_is_asked_raises_there(mailbox: Closing) -> None:
    with Lent(mailbox) as lent, pytest.raises(ZeroDivisionError):
        lent.ask(lambda: 1 // 0)


def test_broken_off_by_a_signal_it_waits_for_no_server(mailbox: Closing) -> None:
    hangs = threading.Event()

    def steps() -> Iterator[int]:
        yield 1
        hangs.wait(60)
        yield 2

    def broken_off() -> None:
        with Lent(mailbox) as lent:
            for _ in lent.one_ahead(steps()):
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert mailbox.closed
    hangs.set()
