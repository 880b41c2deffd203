"""What all tests share: the counterparts that they start, and the word about those that are missing."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

import pytest

from tests.peers.courier import Courier
from tests.peers.cyrus import Cyrus
from tests.peers.dovecot import FOLDERS_BELOW_INBOX, Dovecot
from tests.peers.gmail_facade import GmailFacade
from tests.peers.postgresql import PostgreSQL
from tests.peers.pymap_server import Pymap
from tests.peers.registry import HOW_TO_MEND, PEERS, under_ci, why_missing

MISSING = "missing peer"

Server = TypeVar("Server", Dovecot, Cyrus, Courier)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow ones first: where several workers share the tests, none is left alone with a long one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("peer"):
        (name,) = marker.args
        if name not in PEERS:
            pytest.fail(f"nobody knows a peer {name!r}; there are: {', '.join(PEERS)}", pytrace=False)
        if reason := why_missing(name):
            item.user_properties.append((MISSING, name))
            give_up = pytest.fail if under_ci() else pytest.skip
            give_up(f"needs the peer {name}: {reason}; {HOW_TO_MEND}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if isinstance(report, pytest.TestReport)]
    missed = Counter(str(value) for report in skipped for key, value in report.user_properties if key == MISSING)
    if missed:
        told = ", ".join(f"{count} for {name} ({why_missing(name)})" for name, count in sorted(missed.items()))
        terminalreporter.write_line(f"Skipped for want of a counterpart: {told}; {HOW_TO_MEND}.", yellow=True)


@pytest.fixture(autouse=True)
def as_loud_as_before() -> Iterator[None]:
    """A test that runs a command in this process leaves its loggers as that command wanted them; the next one listens again."""
    loggers = (logging.getLogger(), logging.getLogger("daemon"))
    levels = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot with the usual folders. Whoever uses it is marked `peer("dovecot")`, and takes a `new_user()`."""
    yield from _running(Dovecot())


@pytest.fixture(scope="session")
def dovecot_below_inbox() -> Iterator[Dovecot]:
    """A Dovecot whose folders look like Courier's."""
    yield from _running(Dovecot(FOLDERS_BELOW_INBOX))


@pytest.fixture(scope="session")
def cyrus() -> Iterator[Cyrus]:
    """A Cyrus with the usual folders. Whoever uses it is marked `peer("cyrus")`, and takes a `new_user()`."""
    yield from _running(Cyrus())


@pytest.fixture(scope="session")
def courier() -> Iterator[Courier]:
    """A Courier with the usual folders. Whoever uses it is marked `peer("courier")`, and takes a `new_user()`."""
    yield from _running(Courier())


@pytest.fixture(scope="session")
def pymap() -> Iterator[Pymap]:
    """An IMAP server in this process, on every machine."""
    server = Pymap()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def gmail() -> Iterator[GmailFacade]:
    """A Gmail, as far as an emulator is one. Whoever uses it is marked `peer("emulate")`, and takes a `new_account()`."""
    facade = GmailFacade()
    facade.start()
    yield facade
    facade.stop()
    assert facade.sent_by_the_program == 0, "in no test does the program send mail"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A PostgreSQL server. Whoever uses it is marked `peer("postgresql")`, and takes a `new_database()`."""
    server = PostgreSQL()
    server.start()
    yield server
    server.remove()


def _running(server: Server) -> Iterator[Server]:
    try:
        server.start()
        yield server
    finally:
        server.remove()
