"""A machine that boots: a real systemd as PID 1 on a copy-on-write image of this machine's own root file system.

What the tests write inside reaches neither this machine's files nor its systemd. The network's loopback is shared, so that
the servers of the tests are reachable from inside.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

TARGET = """
[Unit]
Description=what the tests boot into: none of this machine's own services
Requires=basic.target systemd-journald.service
After=basic.target
AllowIsolate=yes
"""


class Machine:
    """`root` is its root folder as seen from outside; `run` does something inside."""

    def __init__(self) -> None:
        self._home = Path(tempfile.mkdtemp(prefix="machine"))
        self.root = self._home / "root"
        self._container: subprocess.Popen[bytes] | None = None
        self._init = ""

    def boot(self, patience: float = 60) -> None:
        """Start it, and return when systemd has reached its target. Raises RuntimeError with the console if it does not."""
        layer = self._home / "layer"
        for folder in (self.root, layer):
            folder.mkdir()
        _command("mount", "-t", "tmpfs", "tmpfs", layer)
        for name in ("upper", "work"):
            (layer / name).mkdir()
        layers = f"lowerdir=/,upperdir={layer / 'upper'},workdir={layer / 'work'}"
        _command("mount", "-t", "overlay", "overlay", "-o", layers, self.root)
        self._make_bare()
        self._container = self._start()
        deadline = time.monotonic() + patience
        while not self._is_up():
            if time.monotonic() > deadline or self._container.poll() is not None:
                raise RuntimeError(f"systemd does not boot: {self._console.read_text(errors='replace')[-2000:]}")
            time.sleep(0.1)

    def run(
        self, *command: str | Path, check: bool = True, patience: float = 120, stdin: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Do something inside, as its root. Raises AssertionError with what it printed if it fails and `check` is true."""
        inside = ["nsenter", "-t", self._init, "-m", "-u", "-i", "-n", "-p", "-C", "-r", "-w"]
        environ = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root"}
        done = subprocess.run(
            [*inside, *map(str, command)],
            input=stdin or "",
            env=environ,
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
        assert not check or done.returncode == 0, f"{command}: {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def shut_down(self) -> None:
        """Power it off and take everything away."""
        if self._container is not None:
            if self._init:
                self.run("systemctl", "poweroff", check=False)
            try:
                self._container.wait(20)
            except subprocess.TimeoutExpired:
                self._container.kill()
                self._container.wait(20)
        for mounted in (self.root, self._home / "layer"):
            with contextlib.suppress(subprocess.CalledProcessError):
                _command("umount", "-l", mounted)
        shutil.rmtree(self._home, ignore_errors=True)

    @property
    def _console(self) -> Path:
        return self._home / "console"

    def _make_bare(self) -> None:
        """Without this machine's disks, name, journal and services."""
        etc = self.root / "etc"
        (etc / "systemd" / "system" / "test.target").write_text(TARGET)
        (etc / "machine-id").write_text("")
        (etc / "fstab").unlink(missing_ok=True)
        journal = self.root / "var" / "log" / "journal"
        shutil.rmtree(journal, ignore_errors=True)
        journal.mkdir(parents=True)

    def _start(self) -> subprocess.Popen[bytes]:
        with self._console.open("wb") as console:
            return subprocess.Popen(
                ["systemd-nspawn", "-q", "-D", self.root, "--boot", "--register=no", "--keep-unit", "--console=pipe",
                 f"--machine=test{os.getpid()}", "--hostname=machine", "systemd.unit=test.target"],
                stdin=subprocess.DEVNULL, stdout=console, stderr=console,
                # what this machine's environment says is none of the other one's business
                env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            )  # fmt: skip

    def _is_up(self) -> bool:
        assert self._container is not None
        children = Path(f"/proc/{self._container.pid}/task/{self._container.pid}/children")
        with contextlib.suppress(OSError):
            self._init = next(iter(children.read_text().split()), "")
        if not self._init:
            return False
        try:
            state = self.run("systemctl", "is-system-running", check=False).stdout.strip()
        except subprocess.TimeoutExpired:
            return False
        return state in ("running", "degraded")


def _command(*arguments: str | Path) -> None:
    subprocess.run(arguments, check=True, capture_output=True, timeout=60)
