"""A user at a real pseudo-terminal: reads what appears, types answers, presses Ctrl-C."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

# the terminal becomes the controlling one of the new session, so that Ctrl-C and hidden passwords work as at a desk
TAKE_THE_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
)
"""As a shell starts it: also where whoever runs the tests ignores Ctrl-C, as in the background."""
PATIENCE = 60.0
AGAIN = 10.0
_STYLE = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")


class Terminal:
    """What a program writes to its terminal, and what its user types."""

    def __init__(self, screen: int, process: subprocess.Popen[bytes]) -> None:
        self._screen = screen
        self._process = process
        self._read = 0
        self.raw = ""

    @property
    def said(self) -> str:
        """Everything so far, without colours."""
        return _STYLE.sub("", self.raw).replace("\r\n", "\n")

    def hear(self, words: str) -> str:
        """Wait until these words appear after those heard before; what came with them. Raises AssertionError."""
        deadline = time.monotonic() + PATIENCE
        while (place := self.said.find(words, self._read)) < 0:
            assert time.monotonic() < deadline, f"it does not say {words!r}: {self.said[self._read :]}"
            assert self._more() or words in self.said[self._read :], f"it ended without {words!r}: {self.said[self._read :]}"
        heard = self.said[self._read : place + len(words)]
        self._read = place + len(words)
        return heard

    def type(self, text: str = "") -> None:
        os.write(self._screen, f"{text}\r".encode())

    def answer(self, question: str, text: str = "") -> str:
        heard = self.hear(question)
        self.hear(": ")
        self.type(text)
        return heard

    def break_off(self, words: str) -> None:
        """Press Ctrl-C until these words appear: between a prompt and the read behind it, Python notices it only at the next."""
        for _ in range(int(PATIENCE / AGAIN)):
            os.write(self._screen, b"\x03")
            pressed = time.monotonic()
            while time.monotonic() < pressed + AGAIN and words not in self.said[self._read :]:
                if not self._more():
                    break
            if words in self.said[self._read :]:
                break
        self.hear(words)

    def end(self) -> int:
        """Its exit code, after all that it still says."""
        while self._more():
            pass
        return self._process.wait(PATIENCE)

    def _more(self) -> bool:
        ready, _, _ = select.select([self._screen], [], [], 1)
        if not ready:
            return True
        try:
            chunk = os.read(self._screen, 65_536)
        except OSError:  # EIO: the program closed its end
            return False
        self.raw += chunk.decode("utf-8", "replace")
        return bool(chunk)


@contextmanager
def terminal(command: Sequence[str], environ: Mapping[str, str]) -> Iterator[Terminal]:
    """A program at a terminal of 120 columns."""
    screen, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE_THE_TERMINAL, *command],
        stdin=end, stdout=end, stderr=end, env={**environ, "TERM": "xterm-256color"}, start_new_session=True,
    )  # fmt: skip
    os.close(end)
    try:
        yield Terminal(screen, process)
    finally:
        process.kill()
        process.wait(60)
        os.close(screen)
