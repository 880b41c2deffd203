"""A throw-away Cyrus: one a test run, a fresh mailbox a test.

It differs from Dovecot where standards leave room: attributes of LIST in lower case, IDLE that pushes in milliseconds, bare line
feeds refused, OBJECTID, no plain text for whoever does not ask for it. Debian's package cannot live beside Dovecot's, so it is
run from where `install.sh` unpacked it. Any user name signs in with any password and finds an empty mailbox. Cyrus serves
nothing as root: run by root, it runs as `nobody`, on a copy of itself that `nobody` may read.
"""

from __future__ import annotations

import contextlib
import fcntl
import grp
import itertools
import os
import pwd
import shutil
import signal
import smtplib
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from zlib import crc32

from imapclient import IMAPClient

from tests.peers.dovecot import HOST, PASSWORD, free_ports, greets, short_folder
from tests.peers.unpacked import library_path, unpacked

ADMINISTRATOR = "cyrus"

SETTINGS = """
configdirectory: {home}/conf
defaultpartition: default
partition-default: {home}/mail
proc_path: {home}/run/proc
mboxname_lockpath: {home}/run/lock
lmtpsocket: {home}/run/lmtp
idlesocket: {home}/run/idle
sievedir: {home}/sieve
cyrus_user: {account}
admins: {administrator}
servername: localhost
allowplaintext: yes
sasl_mech_list: PLAIN LOGIN
sasl_pwcheck_method: alwaystrue
unixhierarchysep: yes
altnamespace: yes
virtdomains: off
allowusermoves: yes
autocreate_quota: 0
autocreate_inbox_folders: Drafts | Sent | Trash
xlist-drafts: Drafts
xlist-sent: Sent
xlist-trash: Trash
duplicatesuppression: no
skiplist_unsafe: yes
"""

# offsets in the index (format 17) of Cyrus 3.6, in octets
UIDVALIDITY_AT = 44
INDEX_HEADER_AT_MOST = 160

PROCESSES = """
START {{
  recover cmd="{programs}/ctl_cyrusdb -C {home}/imapd.conf -r"
  idled cmd="{programs}/idled -C {home}/imapd.conf"
}}
SERVICES {{
  imap cmd="{programs}/imapd -C {home}/imapd.conf" listen="{host}:{port}" prefork=1 maxchild=100
  lmtp cmd="{programs}/lmtpd -C {home}/imapd.conf -a" listen="{host}:{lmtp_port}" prefork=0 maxchild=10
}}
EVENTS {{
}}
"""


class Cyrus:
    """A running server. `port` speaks plain IMAP, `lmtp_port` takes deliveries."""

    def __init__(self) -> None:
        self.port, self.lmtp_port = free_ports(2)
        self._home = Path(tempfile.mkdtemp(prefix="cyrus", dir=short_folder()))
        self._users = (f"user{number}" for number in itertools.count(1))
        self._process: subprocess.Popen[bytes] | None = None
        account = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self._account, self._group = account.pw_name, grp.getgrgid(account.pw_gid).gr_name
        self._identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        self._home.chmod(0o755)
        self._system = shutil.copytree(unpacked("cyrus"), self._home / "system", symlinks=True)
        for folder in ("conf", "conf/socket", "mail", "run", "run/proc", "run/lock", "sieve"):
            (self._home / folder).mkdir()
            shutil.chown(self._home / folder, self._account, self._group)
        self._environment = {**os.environ, **library_path(self._system), **self._unsynced()}
        self._programs = programs = self._system / "usr" / "lib" / "cyrus" / "bin"
        values = {"home": self._home, "account": self._account, "administrator": ADMINISTRATOR, "programs": programs}
        values |= {"host": HOST, "port": self.port, "lmtp_port": self.lmtp_port}
        (self._home / "imapd.conf").write_text(SETTINGS.format(**values))
        (self._home / "cyrus.conf").write_text(PROCESSES.format(**values))
        self._command = [programs / "master", "-C", "imapd.conf", "-M", "cyrus.conf", "-p", "run/master.pid", "-L", "run/log"]

    def start(self, patience: float = 20) -> None:
        """Start, and return when the server greets. Raises RuntimeError if it does not."""
        self._process = subprocess.Popen(
            self._command,
            cwd=self._home,
            env=self._environment,
            stderr=subprocess.DEVNULL,
            # on its end, its master ends its whole process group
            start_new_session=True,
            **self._identity,
        )
        deadline = time.monotonic() + patience
        while not greets(self.port):
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("Cyrus does not start")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop, dropping every connection; the mail stays."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            with contextlib.suppress(ProcessLookupError):
                # what serves a connection may outlive the master for a moment, and write
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process = None

    def restart(self) -> None:
        self.stop()
        self.start()

    def remove(self) -> None:
        """Stop, and take everything away."""
        self.stop()
        shutil.rmtree(self._home, ignore_errors=True)

    def new_user(self) -> str:
        """The name of a user whom nobody has used yet: an empty mailbox."""
        return next(self._users)

    def deliver(self, user: str, mime: bytes) -> None:
        """A message arrives by LMTP, as one from outside does: into the inbox, unread, received now."""
        # a mailbox begins to be with the first sign-in
        with self.client(user), smtplib.LMTP(HOST, self.lmtp_port, timeout=20) as lmtp:
            lmtp.sendmail("sender@elsewhere.invalid", [user], mime)

    def append(self, user: str, folder: str, mime: bytes, received_at: datetime, flags: Sequence[str] = ()) -> None:
        """A message lies in a folder since `received_at`."""
        with self.client(user) as client:
            client.append(folder, mime, flags=flags, msg_time=received_at)

    def change_uidvalidity(self, user: str, folder: str, uidvalidity: int) -> None:
        """The folder's UIDs lose their meaning, as after a server's move. No command does that; it is a word in the header of
        the folder's index, which ends with the CRC of all before it."""
        leaf = "" if folder == "INBOX" else f"/{folder}"
        names = subprocess.run(
            [self._programs / "mbpath", "-C", self._home / "imapd.conf", f"user/{user}{leaf}"],
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=20,
            **self._identity,
        )
        with (Path(names.stdout.strip()) / "cyrus.index").open("r+b") as index:
            fcntl.lockf(index, fcntl.LOCK_EX)
            header = bytearray(index.read(INDEX_HEADER_AT_MOST))
            end = next(at for at in range(UIDVALIDITY_AT + 4, len(header), 4) if _word(header, at) == crc32(header[:at]))
            header[UIDVALIDITY_AT : UIDVALIDITY_AT + 4] = uidvalidity.to_bytes(4)
            header[end : end + 4] = crc32(header[:end]).to_bytes(4)
            index.seek(0)
            index.write(header)

    @contextlib.contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """The user's own mail program, signed in."""
        with IMAPClient(HOST, self.port, ssl=False, timeout=20) as client:
            client.normalise_times = False
            client.login(user, PASSWORD)
            client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            yield client

    def _unsynced(self) -> dict[str, str]:
        """Nothing is written to the disk for good: every message would take 40 ms."""
        libraries = list(self._system.rglob("libeatmydata.so*"))
        return {"LD_PRELOAD": str(libraries[0])} if libraries else {}


def _word(octets: bytes, at: int) -> int:
    return int.from_bytes(octets[at : at + 4])
