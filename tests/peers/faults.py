"""A bad network between a client and a server: connections that are refused, slow, cut off, reset, or silent for ever.

What happens to which connection is decided by a seed, so that a run can be repeated as far as threads allow.
"""

from __future__ import annotations

import contextlib
import random
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable
from enum import StrEnum

HOST = "127.0.0.1"


class Fate(StrEnum):
    NONE = "none"
    REFUSED = "refused"
    SLOW = "slow"
    CUT = "cut"
    """In the middle of a line or a literal, with a proper end of the connection."""
    RESET = "reset"
    BLACK_HOLE = "black hole"
    """Nothing passes any more, and nobody is told."""


DECK = [*[Fate.NONE] * 1, *[Fate.REFUSED] * 2, *[Fate.SLOW] * 4, *[Fate.CUT] * 4, *[Fate.RESET] * 4, *[Fate.BLACK_HOLE] * 1]
"""Dealt out again and again, each time in another order, so that sixteen connections meet them all."""


class BadNetwork:
    """Listens on `port` and passes on to `server_port`, badly, until `calm` is set. `met` counts the fates."""

    def __init__(self, server_port: int, seed: int) -> None:
        self.calm = False
        self.met: Counter[Fate] = Counter()
        self._server_port = server_port
        self._chance = random.Random(seed)  # noqa: S311 - a storm, no secret
        self._deck: list[Fate] = []
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._lines: list[_Line] = []
        _spawn(self._accept)

    def settle(self) -> None:
        """From now on the network is good; what is broken already stays so."""
        self.calm = True

    def gust(self) -> None:
        """What is to happen to a connection that stands happens now."""
        for line in list(self._lines):
            line.strike()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for line in list(self._lines):
            line.end(reset=True)

    def _dealt(self) -> Fate:
        if not self._deck:
            self._deck = self._chance.sample(DECK, len(DECK))
        return self._deck.pop()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            fate = Fate.NONE if self.calm else self._dealt()
            octets = int(10 ** self._chance.uniform(2.5, 5.5))
            seconds = self._chance.uniform(0.3, 4)
            self.met[fate] += 1
            if fate is Fate.REFUSED:
                _reset(client)
                continue
            try:
                server = socket.create_connection((HOST, self._server_port), timeout=5)
            except OSError:
                _reset(client)
                continue
            server.settimeout(None)
            line = _Line(client, server, fate, octets, time.monotonic() + seconds)
            self._lines.append(line)
            _spawn(line.to_server)
            _spawn(line.to_client)


class _Line:
    """One connection. Its fate comes over it after so many octets from the server, or at that time, whichever is first."""

    def __init__(self, client: socket.socket, server: socket.socket, fate: Fate, octets: int, until: float) -> None:
        self._client, self._server = client, server
        self._fate, self._left = fate, octets
        self._silent = False
        if fate in (Fate.CUT, Fate.RESET, Fate.BLACK_HOLE):
            timer = threading.Timer(max(0.0, until - time.monotonic()), self.strike)
            timer.daemon = True
            timer.start()

    def to_server(self) -> None:
        self._pass_on(self._client, self._server)

    def to_client(self) -> None:
        self._pass_on(self._server, self._client)

    def strike(self) -> None:
        if self._fate is Fate.BLACK_HOLE:
            self._silent = True
        else:
            self.end(reset=self._fate is not Fate.CUT)

    def end(self, *, reset: bool) -> None:
        for each in (self._client, self._server):
            with contextlib.suppress(OSError):
                if reset:
                    each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65_536):
                if self._fate is Fate.SLOW:
                    time.sleep(0.01)
                if sink is self._client and self._fate not in (Fate.NONE, Fate.SLOW):
                    part, self._left = data[: max(0, self._left)], self._left - len(data)
                    if not self._silent:
                        sink.sendall(part)
                    if self._left <= 0:
                        self.strike()
                elif not self._silent:
                    sink.sendall(data)
            if not self._silent:
                sink.shutdown(socket.SHUT_WR)


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _spawn(target: Callable[[], None]) -> None:
    threading.Thread(target=target, daemon=True).start()
