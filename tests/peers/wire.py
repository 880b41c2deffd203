"""A relay between a client and an IMAP server: it listens in, hides what the server can do, and breaks the line.

It understands as much of IMAP's lines and literals (RFC 9051 §4.3) as it needs to tell commands from the bytes of a message.
"""

from __future__ import annotations

import contextlib
import re
import socket
import struct
import threading
from collections.abc import Sequence

HOST = "127.0.0.1"
LITERAL = re.compile(rb"\{(\d+)\+?\}\r\n\Z")


class Wire:
    """Listens on `port` and passes everything on to `server_port`, both ways.

    `commands` holds what clients have asked, without tags: "UID FETCH 7 (FLAGS)". Each of `hidden` is crossed out in whatever
    the server says, so that a capability looks as if it were not there.
    """

    def __init__(self, server_port: int, hidden: Sequence[bytes] = ()) -> None:
        self.commands: list[str] = []
        self.silent = False
        """While true nothing passes in either direction, and nobody is told: a dead network."""
        self._server_port = server_port
        self._hidden = tuple(hidden)
        self._refused: tuple[str, ...] = ()
        self._cut_at: str | None = None
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._spawn(self._accept)

    def refuse(self, *beginnings: str) -> None:
        """From now on, answer a command that begins so with NO, and do not pass it on."""
        self._refused = beginnings

    def cut_at(self, beginning: str) -> None:
        """Cut the line when the next command that begins so comes by, before the server sees it."""
        self._cut_at = beginning

    def cut(self) -> None:
        """Reset every connection, as a crashed server does."""
        pairs, self._pairs = self._pairs, []
        for pair in pairs:
            for end in pair:
                with contextlib.suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    # shutting down first wakes the thread that reads from it
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    @staticmethod
    def _spawn(target: object, *arguments: object) -> None:
        threading.Thread(target=target, args=arguments, daemon=True).start()  # type: ignore[arg-type]

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            try:
                server = socket.create_connection((HOST, self._server_port))
            except OSError:
                client.close()
                continue
            self._pairs.append((client, server))
            self._spawn(self._to_server, client, server)
            self._spawn(self._to_client, server, client)

    def _to_server(self, client: socket.socket, server: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), client.makefile("rb") as lines:
            inside_a_command = False
            while line := lines.readline():
                if not inside_a_command and not self._hear(line, client):
                    continue
                self._pass_on(line, server)
                if not inside_a_command and line.upper().rstrip().endswith(b" STARTTLS"):
                    # from here on it is cipher text
                    while data := lines.read1(65536):
                        self._pass_on(data, server)
                    break
                literal = LITERAL.search(line)
                inside_a_command = literal is not None
                if literal:
                    self._pass_on(lines.read(int(literal[1])), server)
        self._hang_up(server)

    def _hear(self, line: bytes, client: socket.socket) -> bool:
        """Note a command; whether it shall be passed on."""
        tag, _, rest = line.decode("ascii", "replace").strip().partition(" ")
        if not rest:
            return True
        self.commands.append(rest)
        if self._cut_at is not None and rest.startswith(self._cut_at):
            self._cut_at = None
            self.cut()
            return False
        if self._refused and rest.startswith(self._refused):
            client.sendall(f"{tag} NO not here\r\n".encode())
            return False
        return True

    def _to_client(self, server: socket.socket, client: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(65536):
                for word in self._hidden:
                    data = data.replace(word, b"X" * len(word))
                self._pass_on(data, client)
        self._hang_up(client)

    def _pass_on(self, data: bytes, end: socket.socket) -> None:
        if not self.silent:
            end.sendall(data)

    @staticmethod
    def _hang_up(end: socket.socket) -> None:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
