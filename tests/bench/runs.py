"""One run of each: mbsync (Debian's isync) and our first look at the same mailbox, as processes of their own, measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.mailbox import NOW
from tests.peers.dovecot import HOST, PASSWORD, Dovecot

MBSYNC = """
IMAPAccount server
Host localhost
Port {server.tls_port}
User {user}
Pass {password}
SSLType IMAPS
CertificateFile {server.ca_file}
AuthMechs LOGIN

IMAPStore far
Account server

MaildirStore near
Path {folder}/
Inbox {folder}/INBOX

Channel bench
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
"""

SETTINGS = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"
[state]
database = "sqlite:///{folder}/state.db"
lookback_days = 60
[digest]
enabled = false
"""

MAILBOX = """
[[mailbox]]
name = "{name}"
kind = "imap"
host = "{host}"
port = {port}
tls = "implicit"
ca_file = "{ca_file}"
username = "{user}"
password_file = "{folder}/password"
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process needed: seconds by the clock, seconds of its own on the processor, megabytes resident at most."""

    wall: float
    processor: float
    megabytes: float


def measured(command: Sequence[str], log: Path) -> Run:
    """Run a command to its end. Raises RuntimeError with the end of its output where it fails."""
    began = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        megabytes = 0.0
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            megabytes = max(megabytes, resident(process.pid, "VmHWM"))
            time.sleep(0.1)
        _, status, usage = ended
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {log.read_text(errors='replace')[-2000:]}")
    return Run(time.monotonic() - began, usage.ru_utime + usage.ru_stime, megabytes)


def resident(pid: int, figure: str) -> float:
    """Megabytes of a process in memory, now (VmRSS) or at most (VmHWM); 0 once it is over. `ru_maxrss` will not do: it begins
    with what the process that started it had."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition(f"{figure}:")[2].split()[0]) / 1024 if f"{figure}:" in status else 0.0


def mbsync(server: Dovecot, user: str, folder: Path) -> Run:
    """Download the inbox into a Maildir below `folder`, which is empty."""
    (folder / "mail").mkdir(parents=True)
    settings = folder / "mbsyncrc"
    settings.write_text(MBSYNC.format(server=server, user=user, password=PASSWORD, folder=folder / "mail"))
    return measured(["mbsync", "-c", str(settings), "-q", "bench"], folder / "log")


def first_look(server: Dovecot, user: str, folder: Path) -> Run:
    """`run --once` on the mailbox with an empty state below `folder`."""
    settings = write_settings(folder, server, [user])
    return measured([*afterword(settings), "run", "--once"], folder / "log")


def write_settings(folder: Path, server: Dovecot, users: Sequence[str]) -> Path:
    """The configuration of a program that watches these users' mailboxes."""
    folder.mkdir(parents=True, exist_ok=True)
    password = folder / "password"
    password.write_text(PASSWORD)
    password.chmod(0o600)
    mailboxes = (
        MAILBOX.format(name=user, host=HOST, port=server.tls_port, ca_file=server.ca_file, user=user, folder=folder)
        for user in users
    )
    settings = folder / "config.toml"
    settings.write_text(SETTINGS.format(folder=folder) + "".join(mailboxes))
    return settings


def afterword(settings: Path) -> list[str]:
    return [sys.executable, "-m", "daemon.cli", "--config", str(settings), "--now", NOW.isoformat()]
