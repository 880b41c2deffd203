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


class ImapContract(MailboxContract):
    """The contract, but for one thing: of a message over the size cap the beginning comes."""

    test_a_message_over_the_size_cap_is_simply_missing = None  # type: ignore[assignment]

    def test_of_a_message_over_the_size_cap_the_beginning_comes(self, world: World) -> None:
        world.deliver(mail("<large@northwind.example>", text="words and more words\n" * (MESSAGE_CAP // 20)), NOON)
        world.deliver(mail("<small@northwind.example>"), NOON + timedelta(hours=1))
        large, small = world.mailbox.fetch(world.mailbox.changes(None, SINCE).messages)
        assert b"<large@northwind.example>" in large.raw[:1000]
        assert len(large.raw) == BEGINNING < MESSAGE_CAP < large.ref.size
        assert len(small.raw) == small.ref.size


@pytest.mark.peer("dovecot")
class TestDovecot(ImapContract):
    @pytest.fixture
    def world(self, dovecot: Dovecot) -> Iterator[World]:
        world = ImapWorld(dovecot, dovecot.new_user())
        yield world
        world.mailbox.close()


class TestPymap(ImapContract):
    @pytest.fixture
    def world(self, pymap: Pymap) -> Iterator[World]:
        world = ImapWorld(pymap, pymap.new_user("Drafts", "Sent", "Trash"))
        yield world
        world.mailbox.close()
