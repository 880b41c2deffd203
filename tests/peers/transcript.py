"""A server that plays a transcript: what real servers were seen to say, where none of them can be had in a test.

The transcript is a mapping from how a command begins to what is answered. A list of answers is used up one by one, the last for
ever. An answer is text of lines: those that begin with `* ` or `+` go out as they are, any other with the command's tag in front.
Some lines are stage directions:

    ~0.5      half a second passes
    |         what was said so far goes out, in one segment (at the end it does so by itself)
    #close    the server hangs up; #reset: without a farewell of TCP's; #mute: it says nothing more and keeps the line

`literal(octets)` is for an answer with octets in it. An IDLE is answered as the transcript says, and its DONE by `DONE`.
"""

from __future__ import annotations

import contextlib
import re
import socket
import ssl
import struct
import threading
import time
from collections.abc import Mapping, Sequence

HOST = "127.0.0.1"
DIRECTION = re.compile(r"~[\d.]+|\||#close|#reset|#mute")
LITERAL = re.compile(rb"\{(\d+)(\+?)\}\r\n\Z")

Answer = str | Sequence[str]

MODEST: Mapping[str, Answer] = {
    "CAPABILITY": "* CAPABILITY IMAP4rev1 IDLE\nOK done",
    "LOGIN": "OK welcome",
    "LIST": '* LIST () "/" INBOX\n* LIST () "/" Drafts\n* LIST () "/" Sent\nOK done',
    "EXAMINE": "* 3 EXISTS\n* 0 RECENT\n* OK [UIDVALIDITY 7] fine\n* OK [UIDNEXT 4] fine\nOK [READ-ONLY] done",
    "SELECT": "* 3 EXISTS\n* 0 RECENT\n* OK [UIDVALIDITY 7] fine\n* OK [UIDNEXT 4] fine\nOK [READ-WRITE] done",
    "STATUS": "* STATUS Sent (UIDVALIDITY 7 UIDNEXT 4)\nOK done",
    "UID SEARCH": "* SEARCH\nOK done",
    "NOOP": "OK done",
    "IDLE": "+ idling",
    "DONE": "OK idle is over",
}
"""What a small server answers; a transcript says only what differs."""


def literal(octets: bytes) -> str:
    """Octets, which end with a line's end, as a literal within an answer; what follows is written right behind it."""
    assert octets.endswith(b"\r\n")
    return f"{{{len(octets)}}}\n" + octets.decode("latin-1").replace("\r\n", "\n")


class Transcript:
    """Listens on `port`. `heard` are the commands so far, without tags; `connections` counts who came."""

    def __init__(self, answers: Mapping[str, Answer], greeting: Answer = "* OK ready", tls: ssl.SSLContext | None = None) -> None:
        self.heard: list[str] = []
        self.connections = 0
        self._tls = tls
        self._answers = {key: _answers(answer) for key, answer in {**MODEST, **answers}.items()}
        self._greeting = _answers(greeting)
        self._open: list[socket.socket] = []
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def count(self, beginning: str) -> int:
        """How many commands that begin so it heard."""
        return sum(command.startswith(beginning) for command in list(self.heard))

    def say(self, octets: bytes) -> None:
        """Out of turn, to whoever came last."""
        self._open[-1].sendall(octets)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
                self._open.append(connection)
            self._play(connection, _next(self._greeting), "")
            idle_tag = ""
            with connection.makefile("rb") as lines:
                while line := lines.readline():
                    while found := LITERAL.search(line):
                        if not found[2]:
                            connection.sendall(b"+ go on\r\n")
                        line = line[: found.start()] + lines.read(int(found[1])) + lines.readline()
                    tag, _, command = line.decode("utf-8", "replace").rstrip("\r\n").partition(" ")
                    if tag == "DONE":
                        tag, command = idle_tag, "DONE"
                    elif command == "IDLE":
                        idle_tag = tag
                    self.heard.append(command)
                    self._play(connection, self._answer(command), tag)

    def _answer(self, command: str) -> str:
        fitting = [key for key in self._answers if command.startswith(key)]
        return _next(self._answers[max(fitting, key=len)]) if fitting else "BAD what?"

    def _play(self, connection: socket.socket, answer: str, tag: str) -> None:
        said = ""
        inside = 0
        for line in answer.split("\n"):
            if DIRECTION.fullmatch(line):
                connection.sendall(said.encode("latin-1"))
                said = ""
                self._act(connection, line)
            elif inside > 0:
                said += line + "\r\n"
                inside -= len(line) + 2
            else:
                said += (line if line.startswith(("* ", "+", ")", " ")) or not tag else f"{tag} {line}") + "\r\n"
                if found := re.search(r"\{(\d+)\}\Z", line):
                    inside = int(found[1])
        connection.sendall(said.encode("latin-1"))

    @staticmethod
    def _act(connection: socket.socket, direction: str) -> None:
        if direction.startswith("~"):
            time.sleep(float(direction[1:]))
        elif direction == "#mute":
            threading.Event().wait(600)
        elif direction in ("#close", "#reset"):
            if direction == "#reset":
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            else:
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
            raise OSError


def _answers(answer: Answer) -> list[str]:
    return [answer] if isinstance(answer, str) else list(answer)


def _next(answers: list[str]) -> str:
    return answers.pop(0) if len(answers) > 1 else answers[0]
