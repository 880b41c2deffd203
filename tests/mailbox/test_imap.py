"""The IMAP back end against real servers: the contract of all back ends, and what is IMAP's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from daemon.mailbox.imap_session import BEGINNING, MESSAGE_CAP
from tests.mailbox.contract import MailboxContract
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.world import NOON, SINCE, World, mail
from tests.peers.dovecot import Dovecot
from tests.peers.pymap_server import Pymap


@pytest.mark.peer("dovecot")
class TestDovecot(MailboxContract):
    @pytest.fixture
    def world(self, dovecot: Dovecot) -> Iterator[World]:
        world = ImapWorld(dovecot, dovecot.new_user())
        yield world
        world.close()


class TestPymap(MailboxContract):
    @pytest.fixture
    def world(self, pymap: Pymap) -> Iterator[World]:
        world = ImapWorld(pymap, pymap.new_user("Drafts", "Sent", "Trash"))
        yield world
        world.close()
