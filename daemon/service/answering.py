"""The Unix socket on which the running service says how it is, and the asking side of it.

Only the user who runs the service can connect (0600). Whoever connects gets one JSON object and the connection is closed;
nothing is ever read from it, so nobody can make the service do anything.
"""

from __future__ import annotations

import logging
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

logger = logging.getLogger(__name__)

ADDRESS_BYTES = 100
"""A socket's address has room for so many bytes and a few more (unix(7): 108)."""
PATIENCE = 5.0
ANSWER_AT_MOST = 1_000_000


class Answering:
    """Answers from a thread of its own, from its making until `close`. A socket that cannot be made is a line in the log."""

    def __init__(self, path: Path | None, answer: Callable[[], str]) -> None:
        """`path` is None where nobody could know what to ask."""
        self._answer = answer
        self._path = path or Path()
        self._socket = self._bound(path) if path else None
        if self._socket is not None:
            threading.Thread(target=self._serve, args=(self._socket,), name="status", daemon=True).start()

    def close(self) -> None:
        if self._socket is not None:
            self._path.unlink(missing_ok=True)
            channel, self._socket = self._socket, None
            # closing alone would leave the other thread in accept()
            try:
                channel.shutdown(socket.SHUT_RDWR)
            except OSError:
                logger.debug("the status socket was closed already")
            channel.close()

    @staticmethod
    def _bound(path: Path) -> socket.socket | None:
        channel = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            path.unlink(missing_ok=True)
            with _address(path) as address:
                channel.bind(address)
            channel.listen(8)
        except OSError as error:
            logger.warning("no status can be asked for: %s: %s", path, error.strerror or error)
            channel.close()
            return None
        finally:
            os.umask(before)
        return channel

    def _serve(self, channel: socket.socket) -> None:
        while self._socket is channel:
            try:
                asking, _ = channel.accept()
            except OSError:
                return
            with asking:
                asking.settimeout(PATIENCE)
                try:
                    asking.sendall(self._answer().encode())
                except OSError:
                    logger.debug("who asked for the status did not wait for it")


def ask(path: Path) -> str | None:
    """What the service answers; None where none does."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
        channel.settimeout(PATIENCE)
        try:
            with _address(path) as address:
                channel.connect(address)
            answer = b""
            while len(answer) < ANSWER_AT_MOST and (piece := channel.recv(65_536)):
                answer += piece
        except OSError:
            return None
    return answer.decode("utf-8", "replace") or None


@contextmanager
def _address(path: Path) -> Iterator[str]:
    """The path, or where it is too long for an address a short one by way of its open folder (Linux)."""
    if len(os.fsencode(path)) <= ADDRESS_BYTES:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
