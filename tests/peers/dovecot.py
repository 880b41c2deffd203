"""A throw-away Dovecot: one a test run, a fresh mailbox a test.

Everything lives below one short folder (UNIX sockets bear no long paths). Any user name signs in with `PASSWORD` and finds an
empty mailbox, so a test takes a new name and shares nothing. Run by root, the mail belongs to `nobody` (Dovecot serves no mail
of root's); run by anybody else, all of it belongs to that user.
"""

from __future__ import annotations

import contextlib
import grp
import itertools
import os
import pwd
import shutil
import smtplib
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from imapclient import IMAPClient

from tests.peers.registry import dovecot_program

HOST = "127.0.0.1"
PASSWORD = "secret"

SPECIAL_USE_FOLDERS = """
namespace inbox {
  inbox = yes
  separator = /
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
  mailbox Trash {
    auto = subscribe
    special_use = \\Trash
  }
}
"""
"""The usual folders, told by SPECIAL-USE (RFC 6154)."""

FOLDERS_BELOW_INBOX = """
namespace inbox {
  inbox = yes
  separator = .
  prefix = INBOX.
  mailbox Drafts {
    auto = create
  }
  mailbox Sent {
    auto = create
  }
  mailbox Trash {
    auto = create
  }
}
"""
"""What Courier shows: every folder is below INBOX, the separator is a dot, and nothing tells the roles but the names."""

CONFIGURATION = """
base_dir = {home}/run
state_dir = {home}/state
instance_name = {name}
log_path = {home}/dovecot.log
protocols = imap lmtp
listen = {host}
mail_location = maildir:{home}/mail/%u
mail_home = {home}/mail/%u
mail_fsync = never
first_valid_uid = 1
default_internal_user = {server.internal}
default_login_user = {server.login}
default_internal_group = {server.group}
ssl = yes
ssl_cert = <{home}/tls/server.pem
ssl_key = <{home}/tls/server.key
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={server.mail} gid={server.mail_group} home={home}/mail/%u allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp_port}
  }}
}}
service anvil {{
  chroot =
  # else every refused password makes the next sign-in slower
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
protocol lmtp {{
  postmaster_address = postmaster@server.invalid
}}
{namespace}
"""

CERTIFICATES = """
[req]
distinguished_name = name
prompt = no
[name]
CN = {name}
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = DNS:localhost, IP:127.0.0.1
"""


@dataclass(frozen=True, slots=True)
class Accounts:
    """The system accounts that the parts of the server run under."""

    internal: str
    login: str
    group: str
    mail: str
    mail_group: str

    @classmethod
    def of_this_user(cls) -> Accounts:
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            return cls("dovecot", "dovenull", "dovecot", "nobody", grp.getgrgid(nobody.pw_gid).gr_name)
        me = pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(os.getegid()).gr_name
        return cls(me.pw_name, me.pw_name, group, me.pw_name, group)


class Dovecot:
    """A running server. `port` speaks plain IMAP and STARTTLS, `tls_port` implicit TLS, `lmtp_port` takes deliveries."""

    def __init__(self, namespace: str = SPECIAL_USE_FOLDERS) -> None:
        self.port, self.tls_port, self.lmtp_port = free_ports(3)
        self._accounts = Accounts.of_this_user()
        self._home = Path(tempfile.mkdtemp(prefix="dovecot", dir=short_folder()))
        self._users = (f"user{number}" for number in itertools.count(1))
        self._process: subprocess.Popen[bytes] | None = None
        self._home.chmod(0o755)
        for folder in ("run", "state", "mail", "tls"):
            (self._home / folder).mkdir()
        if os.geteuid() == 0:
            shutil.chown(self._home / "mail", self._accounts.mail, self._accounts.mail_group)
        make_certificates(self._home / "tls")
        self._configuration.write_text(
            CONFIGURATION.format(
                home=self._home,
                name=self._home.name,
                host=HOST,
                server=self._accounts,
                password=PASSWORD,
                port=self.port,
                tls_port=self.tls_port,
                lmtp_port=self.lmtp_port,
                namespace=namespace,
            )
        )

    @property
    def _configuration(self) -> Path:
        return self._home / "dovecot.conf"

    @property
    def ca_file(self) -> Path:
        """The certificate of the authority that signed the server's."""
        return self._home / "tls" / "ca.pem"

    def start(self, patience: float = 20) -> None:
        """Start, and return when the server greets. Raises RuntimeError with the end of its log if it does not."""
        program = dovecot_program()
        assert program is not None
        deadline = time.monotonic() + patience
        while True:
            self._process = subprocess.Popen([program, "-F", "-c", str(self._configuration)], stderr=subprocess.DEVNULL)
            while self._process.poll() is None:
                if greets(self.port):
                    return
                time.sleep(0.02)
            # right after a stop the old listeners may linger for a moment
            if time.monotonic() > deadline:
                log = self._home / "dovecot.log"
                raise RuntimeError(f"Dovecot does not start: {log.read_text()[-2000:] if log.exists() else 'it left no log'}")
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop, dropping every connection; the mail stays."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
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
        with smtplib.LMTP(HOST, self.lmtp_port, timeout=20) as lmtp:
            lmtp.sendmail("sender@elsewhere.invalid", [user], mime)

    def append(self, user: str, folder: str, mime: bytes, received_at: datetime, flags: Sequence[str] = ()) -> None:
        """A message lies in a folder since `received_at`."""
        with self.client(user) as client:
            client.append(folder, mime, flags=flags, msg_time=received_at)

    def change_uidvalidity(self, user: str, folder: str, uidvalidity: int) -> None:
        """The folder's UIDs lose their meaning, as after a server's move."""
        self._doveadm("mailbox", "update", "-u", user, "--uid-validity", str(uidvalidity), folder)

    def set_next_uid(self, user: str, folder: str, uid: int) -> None:
        """The next message that arrives there gets this UID."""
        self._doveadm("mailbox", "update", "-u", user, "--min-next-uid", str(uid), folder)

    @contextlib.contextmanager
    def client(self, user: str) -> Iterator[IMAPClient]:
        """The user's own mail program, signed in."""
        with IMAPClient(HOST, self.port, ssl=False, timeout=20) as client:
            client.normalise_times = False
            client.login(user, PASSWORD)
            # imaplib sends a message and its line end apart: without this, the second waits 40 ms for the first
            client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            yield client

    def fill_inbox(self, user: str, mime: bytes, count: int, received_at: datetime) -> None:
        """Thousands of messages at once, all alike, all received at `received_at`: one file of many names in the Maildir."""
        inbox = self._home / "mail" / user
        folders = [inbox, *(inbox / name for name in ("cur", "new", "tmp"))]
        for folder in folders:
            folder.mkdir()
        stamp = received_at.timestamp()
        names = [inbox / "cur" / f"{int(stamp)}.M{number:08}.host,S={len(mime)}:2,S" for number in range(count)]
        names[0].write_bytes(mime)
        os.utime(names[0], (stamp, stamp))
        if os.geteuid() == 0:
            for path in (*folders, names[0]):
                shutil.chown(path, self._accounts.mail, self._accounts.mail_group)
        for name in names[1:]:
            name.hardlink_to(names[0])

    def write_inbox(self, user: str, mail: Iterable[tuple[bytes, datetime]]) -> int:
        """Messages lie in the inbox, with the times of their receipt: their files are written into the Maildir. Their octets."""
        octets = 0
        inbox = self._home / "mail" / user
        folders = [inbox, *(inbox / name for name in ("cur", "new", "tmp"))]
        for folder in folders:
            folder.mkdir(exist_ok=True)
        for number, (mime, received_at) in enumerate(mail):
            stamp = received_at.timestamp()
            path = inbox / "cur" / f"{int(stamp)}.M{number:08}.host,S={len(mime)},W={len(mime)}:2,S"
            path.write_bytes(mime)
            os.utime(path, (stamp, stamp))
            folders.append(path)
            octets += len(mime)
        if os.geteuid() == 0:
            for path in folders:
                shutil.chown(path, self._accounts.mail, self._accounts.mail_group)
        return octets

    def forget_indexes(self, user: str) -> None:
        """The server knows nothing any more of what it found out about a user's mail."""
        for path in (self._home / "mail" / user).glob("dovecot*"):
            if path.is_file():
                path.unlink()

    def _doveadm(self, *arguments: str) -> None:
        subprocess.run(["doveadm", "-c", str(self._configuration), *arguments], check=True, capture_output=True, timeout=20)


def make_certificates(folder: Path) -> None:
    """A certificate authority `ca.pem`, and a certificate of its for `localhost` and 127.0.0.1: `server.pem`, `server.key`."""
    new_key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"
    for name, subject in (("authority", "authority of the tests"), ("server", "localhost")):
        (folder / f"{name}.conf").write_text(CERTIFICATES.format(name=subject))
    for command in (
        f"req -x509 {new_key} -days 30 -config authority.conf -extensions authority -keyout ca.key -out ca.pem",
        f"req {new_key} -config server.conf -keyout server.key -out server.csr",
        "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30"
        " -extfile server.conf -extensions server -out server.pem",
    ):
        subprocess.run(["openssl", *command.split()], cwd=folder, check=True, capture_output=True, timeout=60)


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens on."""
    with contextlib.ExitStack() as sockets:
        listeners = [sockets.enter_context(socket.create_server((HOST, 0))) for _ in range(count)]
        return [listener.getsockname()[1] for listener in listeners]


def greets(port: int) -> bool:
    """Whether an IMAP server answers there."""
    try:
        with socket.create_connection((HOST, port), timeout=1) as connection:
            return connection.recv(64).startswith(b"* OK")
    except OSError:
        return False


def short_folder() -> str:
    """Where the folder goes: a UNIX socket's path holds about 100 characters, which a Mac's own temporary folder uses up."""
    ordinary = tempfile.gettempdir()
    return ordinary if len(ordinary) < 40 else "/tmp"  # noqa: S108
