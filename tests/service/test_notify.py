"""What systemd is told, by datagrams."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from daemon.service.notify import Notifier


@pytest.fixture
def systemd() -> Iterator[socket.socket]:
    """Listens on an abstract address, as systemd may."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(f"\0afterword-test-{os.getpid()}")
        listening.settimeout(5)
        yield listening


@pytest.fixture
def environ(systemd: socket.socket) -> dict[str, str]:
    return {"NOTIFY_SOCKET": "@" + systemd.getsockname()[1:].decode(), "WATCHDOG_USEC": "30000000"}


def test_each_word_arrives(systemd: socket.socket, environ: dict[str, str]) -> None:
    notifier = Notifier(environ)
    notifier.ready()
    notifier.status("watching 2 mailboxes")
    notifier.alive()
    notifier.stopping()
    told = [systemd.recv(1000).decode() for _ in range(4)]
    assert told == ["READY=1", "STATUS=watching 2 mailboxes", "WATCHDOG=1", "STOPPING=1"]


def test_a_status_is_told_when_it_changed(systemd: socket.socket, environ: dict[str, str]) -> None:
    notifier = Notifier(environ)
    for text in ("one", "one", "two"):
        notifier.status(text)
    assert [systemd.recv(1000) for _ in range(2)] == [b"STATUS=one", b"STATUS=two"]


def test_reloading_comes_with_its_instant(systemd: socket.socket, environ: dict[str, str]) -> None:
    Notifier(environ).reloading()
    first, second = systemd.recv(1000).decode().splitlines()
    assert first == "RELOADING=1"
    assert second.startswith("MONOTONIC_USEC=")
    assert int(second.partition("=")[2]) > 0


@pytest.mark.parametrize(
    ("environ", "seconds"),
    [
        ({"WATCHDOG_USEC": "30000000"}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({}, None),
    ],
)
def test_the_watchdogs_interval(environ: dict[str, str], seconds: float | None) -> None:
    assert Notifier(environ).watchdog_seconds == seconds


@pytest.mark.parametrize("address", ["", "/nowhere/notify", "@nobody-listens-here"])
def test_without_systemd_nothing_happens(address: str) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": address, "WATCHDOG_USEC": "1000000"})
    notifier.ready()
    notifier.status("x")
    notifier.alive()
