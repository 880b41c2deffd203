"""install.sh --user for somebody who is not root: under a systemd of his own, from the first start to its removal."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.cycle.road import REJECTED, mail
from tests.deploy.conftest import copy_checkout
from tests.peers.systemd import Machine

pytestmark = [pytest.mark.slow, pytest.mark.peer("systemd")]

PATIENCE = 90.0
UID = 7777
CONFIGURATION = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"

[[mailbox]]
name = "personal"
kind = "maildir"
path = "~/Maildir"
poll_seconds = 10
"""


class Sam:
    """An ordinary user of the machine, with a home, a Maildir and a systemd of his own."""

    def __init__(self, machine: Machine, wheel_house: Path) -> None:
        self._machine = machine
        self.home = machine.root / "home" / "sam"
        machine.run("useradd", "--create-home", f"--uid={UID}", "sam")
        copy_checkout(self.home / "afterword")
        for folder in ("wheels", ".config/afterword", *(f"Maildir/{part}" for part in ("cur", "new", "tmp"))):
            (self.home / folder).mkdir(parents=True)
        for wheel in wheel_house.iterdir():
            (self.home / "wheels" / wheel.name).write_bytes(wheel.read_bytes())
        (self.home / ".config" / "afterword" / "config.toml").write_text(CONFIGURATION)
        machine.run("chown", "-R", "sam:", "/home/sam")
        machine.run("install", "-d", "-m", "700", "-o", "sam", f"/run/user/{UID}")
        own = ("--uid=sam", f"--setenv=XDG_RUNTIME_DIR=/run/user/{UID}", "--setenv=HOME=/home/sam")
        service = ("--property=Type=notify", "--property=Delegate=yes")
        machine.run("systemd-run", "--unit=systemd-of-sam", *own, *service, "/lib/systemd/systemd", "--user")

    def does(self, command: str, *, check: bool = True) -> str:
        """What a command in his shell prints."""
        environ = ("HOME=/home/sam", "PATH=/home/sam/.local/bin:/usr/bin:/bin", f"XDG_RUNTIME_DIR=/run/user/{UID}")
        as_sam = ("setpriv", "--reuid=sam", "--regid=sam", "--init-groups", "env", "-i", *environ)
        done = self._machine.run(*as_sam, "sh", "-c", command, check=check, patience=280)
        return done.stdout + done.stderr

    def installs(self, *options: str) -> str:
        return self.does(" ".join(("sh ~/afterword/deploy/install.sh --user --wheels ~/wheels", *options)))


@pytest.fixture(scope="module")
def sam(machine: Machine, wheel_house: Path) -> Sam:
    return Sam(machine, wheel_house)


def test_it_is_installed_and_runs(sam: Sam) -> None:
    said = sam.installs()
    assert "it runs: afterword status" in said
    assert "is in place already" in sam.installs()
    assert "watching" in sam.does("systemctl --user show afterword --property=StatusText")
    assert sam.does("systemctl --user is-enabled afterword").strip() == "enabled"


def test_mail_in_his_maildir_gets_its_draft(sam: Sam) -> None:
    (sam.home / "Maildir" / "tmp" / "1.letter").write_bytes(mail("<no@northwind.example>", REJECTED))
    sam.does("mv ~/Maildir/tmp/1.letter ~/Maildir/new/1.letter")
    deadline = time.monotonic() + PATIENCE
    while not list((sam.home / "Maildir" / ".Drafts" / "cur").glob("*")):
        assert time.monotonic() < deadline, sam.does("journalctl --user --unit afterword; afterword status", check=False)
        time.sleep(0.5)
    assert "runs since" in sam.does("afterword status")


def test_taking_it_away_leaves_what_is_his(sam: Sam) -> None:
    said = sam.installs("--uninstall")
    assert "/home/sam/.local/state/afterword" in said
    assert sam.does("systemctl --user is-active afterword", check=False).strip() == "inactive"
    assert not (sam.home / ".local" / "share" / "afterword").exists()
    assert (sam.home / ".local" / "state" / "afterword" / "state.db").exists()
    assert (sam.home / ".config" / "afterword" / "config.toml").exists()
