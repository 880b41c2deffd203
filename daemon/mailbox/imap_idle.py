"""Waiting for mail: IDLE (RFC 2177) as a doorbell that never lies about a dead line, and the bell that other threads ring.

What a server says while it idles is never taken for data; it only ends the waiting, and whoever waited looks for himself. This is
written anew over imapclient's connection, because its own `idle_check` takes a closed connection for silence (and is asked again
at once, for ever), does not see what came in one segment with the `+`, and `idle_done` waits without end for a peer that is gone.
"""

from __future__ import annotations

import contextlib
import os
import re
import selectors
import ssl
import time
import weakref
from collections.abc import Iterator

from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError

TAG = b"IDLE1"
# what servers say while nothing arrives: flags that change, mail that leaves, signs of life
NO_NEWS = re.compile(
    rb"\* (?:\d{1,10} (?:EXPUNGE|FETCH|RECENT)|FLAGS|OK|NO|BAD|VANISHED|CAPABILITY|SEARCH|STATUS|LIST)\b", re.IGNORECASE
)
BYE = re.compile(rb"\* BYE\b ?(.{0,400})", re.IGNORECASE)
LITERAL = re.compile(rb"\{(\d{1,9})\}\r?\n\Z")

DRAIN = 4096
LINES_AT_MOST = 100_000
"""Lines between the DONE and its answer; a server that talks on and on is not waited for."""


class Doorbell:
    """Rung by any thread, heard by the one that waits in `select`, for which a pipe has an end to look at."""

    def __init__(self) -> None:
        self._outside, self._inside = os.pipe()
        os.set_blocking(self._outside, False)
        os.set_blocking(self._inside, False)
        # it lives as long as this object, so that nobody can ring at a number that belongs to another file by now
        weakref.finalize(self, _close, self._outside, self._inside)

    def fileno(self) -> int:
        return self._outside

    def ring(self) -> None:
        """Never raises, never blocks. A bell that has been rung stays so until `answer`."""
        with contextlib.suppress(BlockingIOError):
            # full: it rings already
            os.write(self._inside, b".")

    def answer(self) -> bool:
        """Whether it was rung; from now on it is not."""
        rung = False
        with contextlib.suppress(BlockingIOError):
            while os.read(self._outside, DRAIN):
                rung = True
        return rung

    def wait(self, seconds: float) -> bool:
        """Until it is rung, at most so long; whether it was."""
        with selectors.DefaultSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            selector.select(max(0.0, seconds))
        return self.answer()


class IdleRefusedError(Exception):
    """The server does not want to idle now. The connection is as good as before."""


class Idle:
    """One IDLE command on a connection with an open folder: `begin`, `listen` as often as one likes, `end`.

    All raise IMAPClientAbortError where the connection is lost (with the server's words where it said BYE), and OSError.
    """

    def __init__(self, client: IMAPClient) -> None:
        self._socket = client.socket()
        # imapclient itself is built on it; send, read and readline are documented by imaplib
        self._imap = client._imap
        self._piece = b""

    def begin(self) -> bool:
        """Whether news came even before the server began to idle. Raises IdleRefusedError."""
        self._imap.send(TAG + b" IDLE\r\n")
        news = False
        for line in self._lines():
            if line.startswith(b"+"):
                return news
            if line.startswith(TAG + b" "):
                raise IdleRefusedError
            news = _is_news(line) or news
        raise IMAPClientAbortError("socket error: no answer to IDLE")

    def listen(self, bell: Doorbell, seconds: float) -> bool:
        """Until the server announces something (True), the bell is rung, or the time is over (both False).

        Leaves the bell unanswered.
        """
        timeout = self._socket.gettimeout()
        deadline = time.monotonic() + seconds
        self._socket.settimeout(0)
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self._socket, selectors.EVENT_READ, self)
                selector.register(bell, selectors.EVENT_READ, bell)
                # what came in one segment, or in one TLS record, with an earlier line does not show in `select`
                news = self._at_hand()
                while not news:
                    ready = [key.data for key, _ in selector.select(max(0.0, deadline - time.monotonic()))]
                    if self in ready:
                        news = self._at_hand(expected=True)
                    if bell in ready or time.monotonic() >= deadline:
                        break
                return news
        finally:
            self._socket.settimeout(timeout)

    def end(self, seconds: float) -> bool:
        """Leave off, and whether news came until then. A peer that has not answered after so long is given up: TimeoutError."""
        timeout = self._socket.gettimeout()
        deadline = time.monotonic() + seconds
        news = False
        try:
            self._socket.settimeout(seconds)
            self._imap.send(b"DONE\r\n")
            for line in self._lines():
                if line.startswith(TAG + b" "):
                    return news
                news = _is_news(line) or news
                if time.monotonic() > deadline:
                    break
            raise TimeoutError
        finally:
            self._socket.settimeout(timeout)

    def _lines(self) -> Iterator[bytes]:
        """What the server says, line by line, blocking."""
        for _ in range(LINES_AT_MOST):
            line = self._piece + self._imap.readline()
            self._piece = b""
            if not line.endswith(b"\n"):
                raise IMAPClientAbortError("socket error: EOF")
            _look_out_for_the_end(line)
            if literal := LITERAL.search(line):
                self._imap.read(int(literal[1]))
            yield line

    def _at_hand(self, *, expected: bool = False) -> bool:
        """Whether there is news in what can be read without waiting. Where something is `expected`, nothing at all is the end."""
        for _ in range(LINES_AT_MOST):
            try:
                piece = self._imap.readline()
            except (BlockingIOError, ssl.SSLWantReadError):
                # half a TLS record, or one that bears no data
                return False
            if not piece and expected:
                raise IMAPClientAbortError("socket error: EOF")
            if not piece:
                return False
            expected = False
            self._piece += piece
            if self._piece.endswith(b"\n"):
                line, self._piece = self._piece, b""
                _look_out_for_the_end(line)
                if _is_news(line):
                    return True
        return False


def _is_news(line: bytes) -> bool:
    """EXISTS, and a line that cannot be understood: looking once too often does no harm."""
    return not NO_NEWS.match(line)


def _look_out_for_the_end(line: bytes) -> None:
    if bye := BYE.match(line):
        raise IMAPClientAbortError(bye[1].decode("utf-8", "replace").strip() or "socket error: BYE")


def _close(*ends: int) -> None:
    for end in ends:
        os.close(end)
