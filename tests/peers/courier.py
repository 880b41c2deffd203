"""A throw-away Courier: one a test run, a fresh mailbox a test.

The oldest habits that are still met: every folder below `INBOX.`, roles told by no attribute, SELECT without UIDNEXT, no MOVE, no
CONDSTORE. Debian's package cannot live beside Dovecot's, so its `imapd` is run from where `install.sh` unpacked it. What signs
users in is ours: Courier's own daemon for that has its fixed places below /etc and /run, which are no test's to write to. It
hands each connection over as Courier's `imaplogin` does, by environment and inherited socket. It runs as whoever runs the tests.
"""

from __future__ import annotations

import contextlib
import itertools
import re
import shutil
import socket
import subprocess
import tempfile
import threading
from base64 import b64decode
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from imapclient import IMAPClient

from tests.peers.dovecot import HOST, PASSWORD, short_folder
from tests.peers.unpacked import library_path, unpacked

CAPABILITY = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE"
"""Courier's own default."""

FOLDERS = ("Drafts", "Sent", "Trash")
LOGIN = re.compile(r'LOGIN "?([^" ]+)"? "?([^" ]+)"?\Z', re.IGNORECASE)
SERVERS_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "PROTOCOL": "IMAP",
    "TCPREMOTEIP": HOST,
    "MAILDIR": "Maildir",
    "IMAP_CAPABILITY": CAPABILITY,
    "IMAP_KEYWORDS": "1",
    "IMAP_ACL": "1",
    "IMAP_ENHANCEDIDLE": "1",
    "IMAP_MAILBOX_SANITY_CHECK": "1",
    "IMAP_USELOCKS": "1",
    "IMAP_TRASHFOLDERNAME": "Trash",
}


class Courier:
    """A running server on `port`, in plain text."""

    def __init__(self) -> None:
        self._system = unpacked("courier")
        self._home = Path(tempfile.mkdtemp(prefix="courier", dir=short_folder()))
        # imapd asks gamin what happens in a folder; without, each sign-in would look for it for a second
        self._environment = {**SERVERS_ENVIRONMENT, **library_path(self._system), "GAM_CLIENT_ID": self._home.name}
        self._watcher: subprocess.Popen[bytes] | None = None
        self._users = (f"user{number}" for number in itertools.count(1))
        self._listener: socket.socket | None = None
        self._served: list[subprocess.Popen[bytes]] = []
        self.port = 0

    def start(self) -> None:
        """Listen, on the same port as before if it is not the first time."""
        watcher = [self._system / "usr" / "libexec" / "gam_server", "--notimeout", self._home.name]
        self._watcher = subprocess.Popen(watcher, env=self._environment, stderr=subprocess.DEVNULL)
        self._listener = socket.create_server((HOST, self.port))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self._listener,), name="courier", daemon=True).start()

    def stop(self) -> None:
        """Stop, dropping every connection; the mail stays."""
        if self._listener is not None:
            with contextlib.suppress(OSError):
                # wakes the thread that accepts
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        if self._watcher is not None:
            self._served.append(self._watcher)
            self._watcher = None
        for process in self._served:
            process.kill()
            process.wait(20)
        self._served.clear()

    def restart(self) -> None:
        self.stop()
        self.start()

    def remove(self) -> None:
        """Stop, and take everything away."""
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)

    def new_user(self, *folders: str) -> str:
        """The name of a user whom nobody has used yet: an empty mailbox with the usual folders, or with these."""
        name = next(self._users)
        (self._home / name).mkdir()
        maildir = self._home / name / "Maildir"
        make = [self._system / "usr" / "bin" / "maildirmake.courier"]
        for options in ([], *(["-f", folder] for folder in folders or FOLDERS)):
            subprocess.run([*make, *options, maildir], env=self._environment, check=True, timeout=20)
        return name

    def append(self, user: str, folder: str, mime: bytes, received_at: datetime, flags: Sequence[str] = ()) -> None:
        """A message lies in a folder since `received_at`."""
        with self.client(user) as client:
            client.append(folder, mime, flags=flags, msg_time=received_at)

    def change_uidvalidity(self, user: str, folder: str, uidvalidity: int) -> None:
        """The folder's UIDs lose their meaning, as after a server's move: it is the second word of a file in the Maildir."""
        maildir = self._home / user / "Maildir"
        numbers = (maildir if folder == "INBOX" else maildir / folder.removeprefix("INBOX")) / "courierimapuiddb"
        if numbers.exists():
            version, _, rest = numbers.read_text().split(" ", 2)
            numbers.write_text(f"{version} {uidvalidity} {rest}")

    @contextlib.contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """The user's own mail program, signed in."""
        with IMAPClient(HOST, self.port, ssl=False, timeout=20) as client:
            client.normalise_times = False
            client.login(user, PASSWORD)
            client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            yield client

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=self._welcome, args=(connection,), daemon=True).start()

    def _welcome(self, connection: socket.socket) -> None:
        """Greet, sign in, hand over."""
        with contextlib.suppress(OSError, ValueError), connection:
            connection.sendall(f"* OK [CAPABILITY {CAPABILITY} AUTH=PLAIN] Courier-IMAP ready.\r\n".encode())
            while line := _line(connection):
                tag, _, command = line.partition(" ")
                match command.upper().split()[:2]:
                    case ["CAPABILITY"]:
                        connection.sendall(f"* CAPABILITY {CAPABILITY} AUTH=PLAIN\r\n{tag} OK done\r\n".encode())
                        continue
                    case ["LOGOUT"]:
                        connection.sendall(f"* BYE\r\n{tag} OK\r\n".encode())
                        return
                    case ["AUTHENTICATE", "PLAIN"]:
                        connection.sendall(b"+ \r\n")
                        _, user, password = b64decode(_line(connection)).decode().split("\0")
                    case ["LOGIN", _] if login := LOGIN.match(command):
                        user, password = login[1], login[2]
                    case _:
                        connection.sendall(f"{tag} BAD not signed in\r\n".encode())
                        continue
                if password == PASSWORD and (self._home / user).is_dir():
                    self._serve(connection, user, tag)
                    return
                connection.sendall(f"{tag} NO Login failed.\r\n".encode())

    def _serve(self, connection: socket.socket, user: str, tag: str) -> None:
        home = self._home / user
        environment = {**self._environment, "HOME": str(home), "IMAPLOGINTAG": tag}
        environment |= {"AUTHENTICATED": user, "AUTHADDR": user, "TCPREMOTEPORT": str(connection.getpeername()[1])}
        process = subprocess.Popen(
            [self._system / "usr" / "bin" / "imapd", "Maildir"],
            cwd=home,
            env=environment,
            stdin=connection,
            stdout=connection,
            stderr=subprocess.DEVNULL,
        )
        self._served.append(process)
        process.wait()


def _line(connection: socket.socket) -> str:
    """One line, not an octet more: what follows is the server's to read. '' at the end."""
    line = bytearray()
    while not line.endswith(b"\n") and (octet := connection.recv(1)):
        line += octet
    return line.decode("ascii").strip()
