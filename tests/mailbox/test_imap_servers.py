"""The contract of all back ends on further real servers; `test_imap` has Dovecot and pymap, and what is IMAP's own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.mailbox.contract import MailboxContract
from tests.mailbox.imap_world import BELOW_INBOX, ImapWorld
from tests.mailbox.world import World
from tests.peers.courier import Courier
from tests.peers.cyrus import Cyrus


@pytest.mark.peer("cyrus")
class TestCyrus(MailboxContract):
    @pytest.fixture
    def world(self, cyrus: Cyrus) -> Iterator[World]:
        world = ImapWorld(cyrus, cyrus.new_user())
        yield world
        world.close()


@pytest.mark.peer("courier")
class TestCourier(MailboxContract):
    cursor_rests = False
    """A folder in which nothing ever lay has another UIDVALIDITY from one second to the next."""

    @pytest.fixture
    def world(self, courier: Courier) -> Iterator[World]:
        world = ImapWorld(courier, courier.new_user(), folders=BELOW_INBOX)
        yield world
        world.close()
