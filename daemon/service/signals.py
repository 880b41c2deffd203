"""Signals as something to wait for: no code of ours runs inside a handler, where it could meet a lock that is held."""

from __future__ import annotations

import contextlib
import select
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import NoReturn, Self

HEEDED = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Signals:
    """Between enter and exit, in the main thread only, these signals do nothing but end a `wait`."""

    def __enter__(self) -> Self:
        self._hears, self._tells = socket.socketpair()
        self._hears.setblocking(False)
        self._tells.setblocking(False)
        self._descriptor = signal.set_wakeup_fd(self._tells.fileno(), warn_on_full_buffer=False)
        self._handlers = {number: signal.signal(number, _nothing) for number in HEEDED}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._descriptor)
        self._hears.close()
        self._tells.close()

    def wait(self, seconds: float) -> list[signal.Signals]:
        """The signals that came, after so many seconds at most; empty if none did."""
        select.select([self._hears], [], [], max(0.0, seconds))
        with contextlib.suppress(BlockingIOError):
            return [signal.Signals(number) for number in self._hears.recv(1024) if number in HEEDED]
        return []

    @contextmanager
    def ending_at_once(self, end: Callable[[], NoReturn]) -> Iterator[None]:
        """While the main thread prepares, which may take long: `end`, in another thread, what SIGTERM and SIGINT are to end. What
        else comes is waited for later."""
        over = threading.Event()

        def listen() -> None:
            later: list[signal.Signals] = []
            while not over.is_set():
                for told in self.wait(60.0):
                    if told is signal.SIGHUP or over.is_set():
                        later.append(told)
                    else:
                        end()
            for told in later:
                self._tells.send(bytes([told]))

        listener = threading.Thread(target=listen, name="signals", daemon=True)
        listener.start()
        try:
            yield
        finally:
            over.set()
            self.wake()
            listener.join()

    def wake(self) -> None:
        """From any thread: end the wait under way."""
        with contextlib.suppress(OSError):
            self._tells.send(b"\0")


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """The wakeup descriptor tells of the signal; without a handler it would end the process."""
