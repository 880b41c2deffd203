"""What systemd is told (sd_notify(3)): that the service is ready, how it is, that it lives. Without systemd, nothing."""

from __future__ import annotations

import logging
import os
import socket
import time
from collections.abc import Mapping

logger = logging.getLogger(__name__)


class Notifier:
    """Datagrams to $NOTIFY_SOCKET. Each method is harmless where there is none, and never raises."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        address = environ.get("NOTIFY_SOCKET", "")
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._status = ""
        self.watchdog_seconds = _watchdog_seconds(environ)
        """So often at least systemd wants to hear that the service lives; None where it does not watch."""

    def ready(self) -> None:
        self._send("READY=1")

    def status(self, text: str) -> None:
        """One line for people, in `systemctl status`. Sent when it changed."""
        if text != self._status:
            self._status = text
            self._send(f"STATUS={text}")

    def alive(self) -> None:
        if self.watchdog_seconds is not None:
            self._send("WATCHDOG=1")

    def reloading(self) -> None:
        """`ready` ends it. The instant is what Type=notify-reload asks for; others ignore it."""
        self._send(f"RELOADING=1\nMONOTONIC_USEC={time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000}")

    def stopping(self) -> None:
        self._send("STOPPING=1")

    def _send(self, state: str) -> None:
        if not self._address:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
                channel.setblocking(False)
                channel.sendto(state.encode(), self._address)
        except OSError as error:
            logger.debug("systemd could not be told: %s", error.strerror)


def _watchdog_seconds(environ: Mapping[str, str]) -> float | None:
    """$WATCHDOG_USEC, if it is meant for this process ($WATCHDOG_PID)."""
    microseconds = environ.get("WATCHDOG_USEC", "")
    meant_for = environ.get("WATCHDOG_PID", "")
    if not microseconds.isdigit() or int(microseconds) == 0 or meant_for not in ("", str(os.getpid())):
        return None
    return int(microseconds) / 1_000_000
