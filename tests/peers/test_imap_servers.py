"""The throw-away IMAP servers keep their word: a restart keeps mail and port, and nothing is left of them in the end."""

from __future__ import annotations

import socket

import pytest

from tests.mailbox.world import NOON, mail
from tests.peers.courier import Courier
from tests.peers.cyrus import Cyrus
from tests.peers.dovecot import HOST


@pytest.mark.parametrize(
    "kind", [pytest.param(Cyrus, marks=pytest.mark.peer("cyrus")), pytest.param(Courier, marks=pytest.mark.peer("courier"))]
)
def test_a_server_lives_and_leaves_nothing(kind: type[Cyrus] | type[Courier]) -> None:
    server = kind()
    try:
        server.start()
        user = server.new_user()
        server.append(user, "INBOX", mail("<first@northwind.example>"), NOON)
        with server.client(user) as client:
            before = client.select_folder("INBOX")[b"UIDVALIDITY"]
        server.change_uidvalidity(user, "INBOX", 4711)
        port = server.port
        server.restart()
        assert server.port == port
        with server.client(user) as client:
            state = client.select_folder("INBOX")
        assert (state[b"EXISTS"], state[b"UIDVALIDITY"]) == (1, 4711) != (1, before)
        if isinstance(server, Cyrus):
            server.deliver(user, mail("<second@northwind.example>"))
            with server.client(user) as client:
                assert client.select_folder("INBOX")[b"EXISTS"] == 2
    finally:
        server.remove()
    assert not server._home.exists()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, server.port), timeout=5)
