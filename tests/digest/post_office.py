"""SMTP servers to hand a digest to: a well-behaved one, and one that does exactly what its script says."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from tests.peers.dovecot import free_ports

HOST = "127.0.0.1"
USER, PASSWORD = "sam", "correct horse"


@dataclass(frozen=True)
class Posted:
    """A message that the server took."""

    sender: str | None
    recipients: tuple[str, ...]
    raw: bytes
    encrypted: bool
    signed_in: bool
    greeted_as: str


@dataclass
class PostOffice:
    """What the server took, and how it answers: each word of `answers` once, at the moment of its name, before it behaves."""

    posted: list[Posted] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    hang_up_after_dot: bool = False
    silence_after_dot: float = 0.0
    port: int = 0

    def _answer(self, moment: str) -> str | None:
        waiting = self.answers.get(moment)
        return waiting.pop(0) if waiting else None

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if (said := self._answer("MAIL")) is not None:
            return said
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if (said := self._answer("RCPT")) is not None:
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if (said := self._answer("DATA")) is not None:
            return said
        assert isinstance(envelope.content, bytes)
        signed_in = session.auth_data is not None
        self.posted.append(
            Posted(
                envelope.mail_from,
                tuple(envelope.rcpt_tos),
                envelope.content,
                server.transport is not None and server.transport.get_extra_info("sslcontext") is not None,
                signed_in,
                str(session.host_name),
            )
        )
        if self.hang_up_after_dot:
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
        if self.silence_after_dot:
            time.sleep(self.silence_after_dot)
        return "250 queued"


def _authenticated(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=right, handled=right, auth_data=data.login)


@contextmanager
def post_office(certificates: Path | None, tls: str) -> Iterator[PostOffice]:
    """A server that asks for a sign-in. `tls` is as in the settings, or "never": it knows no STARTTLS though that is wanted."""
    office = PostOffice()
    (office.port,) = free_ports(1)
    context: ssl.SSLContext | None = None
    if certificates is not None and tls in ("implicit", "starttls"):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
    controller = Controller(
        office,
        hostname=HOST,
        port=office.port,
        ssl_context=context if tls == "implicit" else None,
        tls_context=context if tls == "starttls" else None,
        require_starttls=tls == "starttls",
        authenticator=_authenticated,
        auth_required=tls != "none",
        auth_require_tls=tls == "starttls",
    )
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


@contextmanager
def scripted(*lines: str, read_of_data: int = 0, reset: bool = False) -> Iterator[int]:
    """The port of a server without TLS that takes one connection: it says each of the lines after a command, takes so many octets
    of the message, and is gone; with `reset`, rudely."""
    listener = socket.create_server((HOST, 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            stream = connection.makefile("rb")
            for number, line in enumerate(lines):
                if number:
                    stream.readline()
                connection.sendall(line.encode() + b"\r\n")
            if read_of_data:
                stream.read(read_of_data)
            if reset:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.close()
        thread.join(timeout=5)
