"""The Gmail back end, through Google's own client, against the emulator *emulate* behind the façade."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mailbox.contract import MailboxContract
from tests.mailbox.gmail_world import GmailWorld, service_at
from tests.peers.gmail_facade import GmailFacade

pytestmark = pytest.mark.peer("emulate")


@pytest.fixture
def world(gmail: GmailFacade) -> Iterator[GmailWorld]:
    with service_at(gmail.address):
        world = GmailWorld(gmail, size_cap=100_000)
        yield world
        world.mailbox.close()


class TestContract(MailboxContract):
    @pytest.fixture
    def world(self, gmail: GmailFacade) -> Iterator[GmailWorld]:
        with service_at(gmail.address):
            world = GmailWorld(gmail, size_cap=100_000)
            yield world
            world.mailbox.close()
