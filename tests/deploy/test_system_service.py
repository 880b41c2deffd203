"""install.sh on a machine that boots a real systemd, and the service's life there, from the first start to its removal.

One machine goes through it all: each test begins where the one before left off.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cycle.road import REJECTED, mail
from tests.deploy.conftest import copy_checkout
from tests.peers.dovecot import PASSWORD, Dovecot
from tests.peers.systemd import Machine

pytestmark = [pytest.mark.slow, pytest.mark.peer("systemd"), pytest.mark.peer("dovecot")]

PATIENCE = 90.0
STATE = "/var/lib/afterword"

SHARED = [
    f"/usr/local/share/{file}"
    for file in (
        "man/man1/afterword.1",
        "bash-completion/completions/afterword",
        "fish/vendor_completions.d/afterword.fish",
        "zsh/site-functions/_afterword",
    )
]
"""Where the manual and the shells find it."""

PRIVATE = "I enjoyed our talk about plum jam."
"""A sentence that matters to no application."""

CONFIGURATION = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"

[digest]
enabled = {digest}
at = "00:00"

[[mailbox]]
name = "personal"
kind = "imap"
host = "127.0.0.1"
port = {port}
username = "{user}"
password_credential = "imap-password"
ca_file = "ca.pem"
poll_seconds = 86400
"""

HASTE = """
[Service]
RestartSec=1
WatchdogSec=10
LoadCredentialEncrypted=imap-password:/etc/credstore.encrypted/afterword.imap-password
"""
"""As an operator's own drop-in: the password as an encrypted credential, and what makes the tests quick."""


class Service:
    """The machine with afterword on it, and Sam's mailbox."""

    def __init__(self, machine: Machine, dovecot: Dovecot) -> None:
        self.machine = machine
        self.sources = machine.root / "srv" / "afterword"
        self._dovecot = dovecot
        self.user = dovecot.new_user()

    def install(self, *arguments: str, check: bool = True) -> tuple[int, str]:
        """Exit code and all that install.sh says."""
        done = self.machine.run("sh", "/srv/afterword/deploy/install.sh", "--wheels", "/srv/wheels", *arguments,
                                check=check, patience=280)  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def configure(self, *, digest: bool = False, port: int | None = None) -> None:
        folder = self.machine.root / "etc" / "afterword"
        text = CONFIGURATION.format(digest=str(digest).lower(), port=port or self._dovecot.tls_port, user=self.user)
        (folder / "config.toml").write_text(text)
        (folder / "ca.pem").write_bytes(self._dovecot.ca_file.read_bytes())

    def entrust_the_password(self) -> None:
        secrets = "/etc/credstore.encrypted"
        self.machine.run("install", "-d", "-m", "700", secrets)
        encrypt = ("systemd-creds", "encrypt", "--with-key=host", "--name=imap-password", "-")
        self.machine.run(*encrypt, f"{secrets}/afterword.imap-password", stdin=PASSWORD)
        drop_in = self.machine.root / "etc/systemd/system/afterword.service.d/override.conf"
        drop_in.parent.mkdir(parents=True)
        drop_in.write_text(HASTE)

    def systemctl(self, *arguments: str) -> None:
        self.machine.run("systemctl", *arguments)

    def shown(self, name: str) -> str:
        return self.machine.run("systemctl", "show", "afterword", f"--property={name}", "--value").stdout.strip()

    @property
    def pid(self) -> str:
        pid = self.shown("MainPID")
        assert int(pid) > 1, self.journal()[-4000:]
        return pid

    def afterword(self, *arguments: str) -> str:
        """What the operator's command prints."""
        return self.machine.run("afterword", *arguments).stdout

    def journal(self, *arguments: str) -> str:
        return self.machine.run("journalctl", "--no-pager", "--output=cat", *(arguments or ("--unit=afterword",))).stdout

    def arrives(self, company: str) -> None:
        """A rejection by a person of that company."""
        domain = f"{company.casefold()}.example"
        body = REJECTED.replace("Northwind", company).replace("Best regards", f"{PRIVATE}\n\nBest regards")
        raw = mail(f"<no@{domain}>", body, sender=f"Meg Ortiz <meg@{domain}>", subject=f"Data Analyst at {company}")
        self._dovecot.deliver(self.user, raw)

    def subjects(self, folder: str) -> list[str]:
        with self._dovecot.client(self.user) as client:
            client.select_folder(folder, readonly=True)
            found = client.fetch(client.search(), ["BODY[HEADER.FIELDS (TO SUBJECT)]"])
        return sorted(" ".join(data[key].decode().split()) for data in found.values() for key in data if key.startswith(b"BODY"))

    def drafts_to(self, company: str) -> list[str]:
        return [subject for subject in self.subjects("Drafts") if f"@{company.casefold()}.example" in subject]


def eventually(condition: Callable[[], object], service: Service) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, service.journal()[-4000:]
        time.sleep(0.25)


@pytest.fixture(scope="module")
def service(machine: Machine, dovecot: Dovecot, wheel_house: Path) -> Service:
    copy_checkout(machine.root / "srv" / "afterword")
    wheels = machine.root / "srv" / "wheels"
    wheels.mkdir()
    for wheel in wheel_house.iterdir():
        (wheels / wheel.name).write_bytes(wheel.read_bytes())
    return Service(machine, dovecot)


def test_installing_without_a_configuration_says_what_is_next(service: Service) -> None:
    _, said = service.install()
    assert "next: write /etc/afterword/config.toml" in said
    assert service.shown("UnitFileState") == "disabled"
    assert service.afterword("--version").startswith("afterword, version ")
    assert [place for place in SHARED if service.machine.run("test", "-s", place, check=False).returncode] == []


def test_installing_again_starts_it(service: Service) -> None:
    service.configure()
    service.entrust_the_password()
    _, said = service.install()
    assert "is in place already" in said
    assert "it runs: sudo afterword status" in said
    assert service.shown("UnitFileState") == "enabled"
    assert service.shown("ActiveState") == "active"


def test_it_is_ready_and_says_how_it_is(service: Service) -> None:
    assert (service.shown("Type"), service.shown("SubState")) == ("notify", "running")
    eventually(lambda: service.shown("StatusText"), service)


def test_mail_comes_by_push_and_the_draft_lies_there(service: Service) -> None:
    """It looks by itself once a day: nothing but the server's word brings it in the minute after."""
    eventually(lambda: service.machine.run("afterword", "status", check=False).returncode == 0, service)
    service.arrives("Northwind")
    eventually(lambda: service.drafts_to("Northwind"), service)


def test_the_operator_s_commands_work_as_the_service_s_user(service: Service) -> None:
    (row,) = json.loads(service.afterword("threads", "--json"))
    assert (row["company"], row["state"]) == ("Northwind", "rejected")
    assert service.afterword("status")
    assert "✓ mailbox personal: sign-in works" in service.afterword("doctor")
    service.afterword("note", "Northwind", "kind people")
    owners = service.machine.run("find", STATE, "-printf", "%u %m\n").stdout.split("\n")
    assert {line.split()[0] for line in owners if line} == {"afterword"}
    assert {line.split()[1][-2:] for line in owners if line} == {"00"}


def test_a_reload_brings_the_digest(service: Service) -> None:
    pid = service.pid
    service.configure(digest=True)
    service.systemctl("reload", "afterword")
    eventually(lambda: [subject for subject in service.subjects("INBOX") if "draft" in subject], service)
    assert service.pid == pid


def test_a_faulty_configuration_is_refused_and_the_old_one_stays(service: Service) -> None:
    service.configure(digest=True, port=99999)
    service.systemctl("reload", "afterword")
    eventually(lambda: "port" in service.journal("--unit=afterword", "--priority=err"), service)
    service.configure(digest=True)
    assert service.shown("ActiveState") == "active"


def test_the_watchdog_ends_it_when_it_hangs_and_it_comes_back(service: Service) -> None:
    pid = service.pid
    service.machine.run("kill", "-STOP", pid)
    eventually(lambda: service.shown("NRestarts") == "1" and service.shown("SubState") == "running", service)
    assert service.pid != pid
    assert "watchdog" in service.journal("--unit=afterword", "-o", "short")
    service.arrives("Contoso")
    eventually(lambda: service.drafts_to("Contoso"), service)


def test_it_comes_back_when_it_is_killed_and_saves_nothing_twice(service: Service) -> None:
    service.machine.run("kill", "-KILL", service.pid)
    eventually(lambda: service.shown("NRestarts") == "2" and service.shown("SubState") == "running", service)
    service.arrives("Fabrikam")
    eventually(lambda: service.drafts_to("Fabrikam"), service)
    assert [len(service.drafts_to(company)) for company in ("Northwind", "Contoso", "Fabrikam")] == [1, 1, 1]


def test_it_stops_at_once_and_cleanly(service: Service) -> None:
    service.systemctl("stop", "afterword")
    # systemd would have killed it after 15 s, and said so
    assert (service.shown("Result"), service.shown("ExecMainStatus")) == ("success", "0")
    service.systemctl("start", "afterword")
    assert service.shown("ActiveState") == "active"


def test_a_faulty_configuration_keeps_it_down_and_somebody_is_told(service: Service) -> None:
    service.configure(digest=True, port=99999)
    service.machine.run("systemctl", "restart", "afterword", check=False)
    eventually(lambda: service.shown("ActiveState") == "failed", service)
    assert service.shown("ExecMainStatus") == "2"
    told = ("--unit=afterword-failure@afterword", "--priority=crit")
    eventually(lambda: "its configuration is at fault" in service.journal(*told), service)
    service.configure(digest=True)
    service.systemctl("reset-failed", "afterword")
    service.systemctl("start", "afterword")


def test_an_upgrade_keeps_what_is_known(service: Service) -> None:
    edit(service.sources / "pyproject.toml", r'(?m)^version = ".*"', 'version = "77.0"')
    _, said = service.install()
    assert "afterword, version 77.0 is installed" in said
    assert "the database is saved as" in said
    assert service.shown("ActiveState") == "active"
    assert "kind people" in service.afterword("export")


def test_an_upgrade_that_does_not_start_is_rolled_back_with_its_schema(service: Service) -> None:
    versions = service.sources / "daemon" / "state" / "migrations" / "versions"
    head = service.machine.run("/opt/afterword/current/bin/python", "-c", HEAD).stdout.strip()
    (versions / "9999_too_far.py").write_text(TOO_FAR.format(head=head))
    edit(service.sources / "pyproject.toml", r'(?m)^version = ".*"', 'version = "78.0"')
    edit(service.sources / "daemon" / "commands" / "running.py", r"(?m)^def run_service\(.*$", r"\g<0>\n" + SUICIDE)
    code, said = service.install(check=False)
    assert code == 1
    assert "rolled back: afterword, version 77.0 runs again, with the state it had" in said
    assert service.shown("ActiveState") == "active"
    assert "kind people" in service.afterword("export")
    assert len(service.machine.run("ls", "/opt/afterword/releases").stdout.split()) == 2


def test_taking_it_away_leaves_what_is_known(service: Service) -> None:
    _, said = service.install("--uninstall")
    assert STATE in said
    assert service.machine.run("sh", "-c", "command -v afterword", check=False).returncode != 0
    assert service.machine.run("ls", "/opt/afterword", check=False).returncode != 0
    assert [place for place in SHARED if service.machine.run("test", "-e", place, check=False).returncode == 0] == []
    assert service.shown("ActiveState") == "inactive"
    assert service.machine.run("test", "-s", f"{STATE}/state.db")


def test_nothing_secret_is_in_the_journal(service: Service) -> None:
    said = service.journal("--boot")
    assert PASSWORD not in [word.strip("'\".,:;()") for word in said.split()]
    assert "careful consideration" not in said
    assert "plum jam" not in said


def test_no_body_of_a_mail_is_kept(service: Service) -> None:
    search = service.machine.run("grep", "-r", "-l", "--text", "plum jam", STATE, check=False)
    assert (search.returncode, search.stdout) == (1, "")


HEAD = """
from pathlib import Path
from alembic.script import ScriptDirectory
import daemon.state.database as database
print(ScriptDirectory(str(database.MIGRATIONS)).get_current_head())
"""
TOO_FAR = """
revision, down_revision, branch_labels, depends_on = "too_far", "{head}", None, None

def upgrade() -> None:
    from alembic import op
    op.execute("DROP TABLE note")
"""
SUICIDE = '    with surroundings.house():\n        raise SystemExit("this version is broken")\n'


def edit(file: Path, pattern: str, replacement: str) -> None:
    text, count = re.subn(pattern, replacement, file.read_text())
    assert count == 1, f"{file}: {pattern}"
    file.write_text(text)
