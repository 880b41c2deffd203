"""pymap, an IMAP server in this very process: always there, and another implementation than Dovecot.

It offers UIDPLUS, MOVE and IDLE, but no SPECIAL-USE, no NAMESPACE and no CONDSTORE, and it drops keywords. It speaks plain text.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime

from imapclient import IMAPClient
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import DictBackend
from pymap.imap import IMAPServer, IMAPService
from pysasl.hashing import Cleartext

HOST = "127.0.0.1"
PASSWORD = "secret"
FIRST_USER = "first"


class Pymap:
    """A running server on `port`, its event loop in a thread of its own."""

    def __init__(self) -> None:
        self.port = 0
        self._users = (f"user{number}" for number in itertools.count(1))
        self._loop = asyncio.new_event_loop()
        self._listening = threading.Event()
        self._enough = asyncio.Event()
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="pymap", daemon=True)

    def start(self) -> None:
        """Start, and return when the server listens."""
        self._thread.start()
        self._listening.wait(20)
        if self.port == 0:
            raise RuntimeError("pymap does not start") from self._failure

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._enough.set)
        self._thread.join(20)

    def new_user(self, *folders: str) -> str:
        """The name of a user whom nobody has used yet: an empty inbox, and these folders."""
        name = next(self._users)
        asyncio.run_coroutine_threadsafe(self._add_user(name), self._loop).result(20)
        with self.client(name) as client:
            for folder in folders:
                client.create_folder(folder)
        return name

    def append(self, user: str, folder: str, mime: bytes, received_at: datetime, flags: Sequence[str] = ()) -> None:
        """A message lies in a folder since `received_at`."""
        with self.client(user) as client:
            client.append(folder, mime, flags=flags, msg_time=received_at)

    def change_uidvalidity(self, user: str, folder: str, uidvalidity: int) -> None:
        """The folder's UIDs lose their meaning, as after a server's move."""
        asyncio.run_coroutine_threadsafe(self._change_uidvalidity(user, folder, uidvalidity), self._loop).result(20)

    @contextlib.contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """The user's own mail program, signed in."""
        with IMAPClient(HOST, self.port, ssl=False, timeout=20) as client:
            client.normalise_times = False
            client.login(user, PASSWORD)
            # imaplib sends a message and its line end apart: without this, the second waits 40 ms for the first
            client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            yield client

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        except (OSError, RuntimeError) as failure:
            self._failure = failure
        finally:
            self._listening.set()
            self._loop.close()

    async def _serve(self) -> None:
        self._backend, self._configuration = await DictBackend.init(
            _arguments(), hash_context=Cleartext(), invalid_user_sleep=0.0
        )
        self._configuration.apply_context()
        async with AsyncExitStack() as stack:
            await self._backend.start(stack)
            # clients wait for ever without the reader of the PROXY protocol, even where that is not used
            reader = ProxyProtocolReader(self._configuration.proxy_protocol)
            server = await asyncio.start_server(
                reader.get_callback(IMAPServer(self._backend.login, self._configuration)), HOST, 0
            )
            self.port = server.sockets[0].getsockname()[1]
            self._listening.set()
            async with server:
                await self._enough.wait()

    async def _change_uidvalidity(self, user: str, folder: str, uidvalidity: int) -> None:
        mailboxes, _ = self._configuration.set_cache[user]
        # pymap itself never changes it
        (await mailboxes.get_mailbox(folder))._uid_validity = uidvalidity

    async def _add_user(self, name: str) -> None:
        users = self._backend.login.users_dict
        users[name] = replace(users[FIRST_USER], name=name)


def _arguments() -> argparse.Namespace:
    """The command line that pymap's own program would have read."""
    parser = argparse.ArgumentParser()
    DictBackend.add_subparser("dict", parser.add_subparsers(dest="backend"))
    IMAPService.add_arguments(parser)
    parser.set_defaults(skip_services=[], passlib_cfg=None, debug=False)
    return parser.parse_args(
        ["--host", HOST, "--port", "0", "--no-tls", "dict", "--demo-user", FIRST_USER, "--demo-password", PASSWORD]
    )
