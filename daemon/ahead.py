"""A second thread for a while: what the network has to give next comes while the owner of the mailbox still works on the last.

The mailbox has one owner all the same: as long as he lends it, everything that is asked of it is asked in the other thread, one
thing after another.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from types import TracebackType
from typing import TypeVar

from daemon.mailbox.protocol import Mailbox

Told = TypeVar("Told")


class Lent:
    """A mailbox that works in a thread of its own. At the end of the block it is idle and its owner's again; where the block is
    broken off by a signal, nobody waits for a server: the connection is let go of."""

    def __init__(self, mailbox: Mailbox) -> None:
        self._mailbox = mailbox
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # a daemon like the owners' own threads: a server that does not answer keeps no process from ending
        self._thread = threading.Thread(target=self._work, name=f"mailbox {mailbox.name}, ahead", daemon=True)

    def __enter__(self) -> Lent:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self._tasks.put(None)
        if kind is not None and not issubclass(kind, Exception):
            self._mailbox.close()
        else:
            self._thread.join()

    def ask(self, work: Callable[[], Told]) -> Told:
        """What `work` gives, or raises, once it is its turn."""
        return self._begun(work).result()

    def one_ahead(self, steps: Iterator[Told]) -> Iterator[Told]:
        """The steps in their order, each with the next one already under way. Raises what a step raises, when it is its turn."""
        return self._one_by_one(steps, self._begun(partial(next, steps, None)))

    def _one_by_one(self, steps: Iterator[Told], coming: Future[Told | None]) -> Iterator[Told]:
        while (step := coming.result()) is not None:
            coming = self._begun(partial(next, steps, None))
            yield step

    def _begun(self, work: Callable[[], Told]) -> Future[Told]:
        future: Future[Told] = Future()
        self._tasks.put(partial(_settle, future, work))
        return future

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()


def _settle(future: Future[Told], work: Callable[[], Told]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits for it
        future.set_exception(error)
