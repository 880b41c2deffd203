"""Which counterparts this machine has, and what to do about a missing one.

A test says `@pytest.mark.peer("dovecot")`. Where that counterpart is missing the test is skipped with its name; under CI,
where `make peers` has run, it fails, so that a test can never be lost in silence.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.mail import public_corpora
from tests.peers.unpacked import unpacked

HOW_TO_MEND = "`make peers` installs it"
CAP_SYS_ADMIN = 21
"""capabilities(7)"""


def under_ci(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a missing counterpart is a failure: $CI is set to anything but nothing or "false"."""
    return environment.get("CI", "").casefold() not in ("", "false")


@functools.cache
def why_missing(name: str) -> str | None:
    """Why the counterpart cannot be used here, in a few words; None where it can.

    Raises KeyError for a name that no counterpart bears.
    """
    return PEERS[name]()


def dovecot_program() -> str | None:
    """The path of the `dovecot` server; distributions keep it outside of an ordinary user's PATH."""
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin")


def chromium_program() -> str | None:
    """The path of the system's Chromium."""
    mac = Path("/Applications/Chromium.app/Contents/MacOS/Chromium")
    return shutil.which("chromium") or shutil.which("chromium-browser") or (str(mac) if mac.exists() else None)


def postgresql_programs() -> Path | None:
    """The folder that holds `initdb` and `pg_ctl`, of the newest version there is."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = [initdb.parent for initdb in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(versions, key=lambda folder: _version(folder.parent.name), default=None)


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))


def _dovecot() -> str | None:
    program = dovecot_program()
    if program is None or shutil.which("doveadm") is None:
        return "no Dovecot on this machine"
    if shutil.which("openssl") is None:
        return "no openssl command to make Dovecot's certificate with"
    answer = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=20, check=False).stdout
    if _version(answer)[:2] != (2, 3):
        return f"the tests write the configuration of Dovecot 2.3, and this is {answer.strip() or 'of no known version'}"
    if not any(Path(folder, "dovecot", "lmtp").exists() for folder in ("/usr/lib", "/usr/libexec", "/usr/local/libexec")):
        return "Dovecot is here without its LMTP server"
    return None


def _cyrus() -> str | None:
    there = (unpacked("cyrus") / "usr" / "lib" / "cyrus" / "bin" / "master").exists()
    return None if there else "no Cyrus was unpacked on this machine"


def _courier() -> str | None:
    return None if (unpacked("courier") / "usr" / "bin" / "imapd").exists() else "no Courier was unpacked on this machine"


def _mbsync() -> str | None:
    return None if shutil.which("mbsync") else "no mbsync (isync) on this machine"


def _corpora() -> str | None:
    return None if public_corpora.available() else "the public mail corpora have not been fetched"


def _chromium() -> str | None:
    return None if chromium_program() else "no Chromium on this machine"


def _systemd_analyze() -> str | None:
    return None if shutil.which("systemd-analyze") else "no systemd on this machine"


def _systemd() -> str | None:
    """What it takes to boot a systemd of our own on a copy of this machine's files (`tests.peers.systemd`)."""
    if not sys.platform.startswith("linux"):
        return "a systemd of one's own can be booted on Linux alone"
    if os.geteuid() != 0:
        return "only root can boot a systemd of his own"
    capabilities = re.search(r"CapEff:\s*(\w+)", Path("/proc/self/status").read_text())
    if capabilities is None or not int(capabilities[1], 16) >> CAP_SYS_ADMIN & 1:
        return "this container's root may not mount anything"
    if shutil.which("systemd-nspawn") is None or shutil.which("nsenter") is None or not Path("/lib/systemd/systemd").exists():
        return "no systemd with systemd-nspawn on this machine"
    if "overlay" not in Path("/proc/filesystems").read_text().split():
        return "this kernel has no overlay file system"
    bare = subprocess.run(["/usr/bin/python3", "-c", "import ensurepip, venv"], capture_output=True, timeout=20, check=False)
    return "the system's own Python cannot make virtual environments" if bare.returncode else None


def _postgresql() -> str | None:
    return None if postgresql_programs() else "no PostgreSQL server on this machine"


def _emulate() -> str | None:
    from tests.peers.gmail_emulators import emulate_is_here  # which imports this module

    return None if emulate_is_here() else "the Gmail emulator emulate is not installed"


def _myworld() -> str | None:
    from tests.peers.gmail_emulators import myworld_is_here

    return None if myworld_is_here() else "the Gmail emulator myworld is not installed"


PEERS: Mapping[str, Callable[[], str | None]] = MappingProxyType(
    {
        "dovecot": _dovecot,
        "cyrus": _cyrus,
        "courier": _courier,
        "mbsync": _mbsync,
        "corpora": _corpora,
        "chromium": _chromium,
        "systemd-analyze": _systemd_analyze,
        "systemd": _systemd,
        "postgresql": _postgresql,
        "emulate": _emulate,
        "myworld": _myworld,
    }
)
