"""`afterword init` from nothing to a first draft, at a pseudo-terminal, on a real Dovecot; and by its options alone."""

from __future__ import annotations

import contextlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from daemon import config
from daemon.cli import main
from daemon.config import ImapMailboxSettings
from daemon.service.lock import StateLock, Whereabouts, holder
from daemon.state.database import open_database
from tests.cycle.road import CONFIRMED, at, mail
from tests.peers.dovecot import HOST, PASSWORD, Dovecot
from tests.setup.letters import LETTERS
from tests.setup.terminal import Terminal, terminal
from tests.test_cli import AFTERWORD, Done

NOW = "2026-03-10 15:30"


@dataclass
class Home:
    """A machine of Sam's on which nothing is set up yet."""

    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        passed_on = {name: value for name, value in os.environ.items() if name in ("PATH", "COVERAGE_PROCESS_START")}
        return {
            **passed_on,
            "HOME": str(self.folder),
            "TZ": "America/New_York",
            "LANG": "en_US.UTF-8",
            "PYTHONWARNINGS": "ignore",
        }

    @property
    def place(self) -> Path:
        return self.folder / ".config" / "afterword"

    @property
    def config(self) -> Path:
        return self.place / "config.toml"

    @property
    def state(self) -> Path:
        return self.folder / ".local" / "state" / "afterword" / "state.db"

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.rglob("*") if path.is_file())

    @contextmanager
    def wizard(self, *arguments: str) -> Iterator[Terminal]:
        with terminal([*AFTERWORD, "--now", at(NOW).isoformat(), "init", *arguments], self.environ) as user:
            yield user

    def run(self, *arguments: str, now: str = NOW) -> Done:
        """One command, in this process: a new one takes seconds to get ready."""
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with (
            pytest.MonkeyPatch.context() as patch,
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            for name in set(os.environ) - set(self.environ):
                patch.delenv(name)
            for name, value in self.environ.items():
                patch.setenv(name, value)
            try:
                main(["--now", at(now).isoformat(), *arguments])
            except SystemExit as exit_:
                code = int(exit_.code or 0)
        return Done(code, out.getvalue(), err.getvalue())


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def user(dovecot: Dovecot) -> str:
    """Somebody at the server whose inbox holds an interview, a rejection and a mail that looks like an application."""
    name = dovecot.new_user()
    for letter, when in LETTERS:
        dovecot.append(name, "INBOX", letter, at(when))
    return name


def up_to_the_password(at_desk: Terminal, dovecot: Dovecot, user: str) -> None:
    at_desk.answer("Your name", "Sam Rivera")
    at_desk.answer("Your mail address", "sam.rivera@example.org")
    assert "[America/New_York]" in at_desk.answer("Your time zone [America/New_York]")
    at_desk.answer("(for its public holidays) [US]")
    at_desk.answer("state or province", "ny")
    at_desk.hear("Where is your mailbox?")
    at_desk.answer("Number [8]")
    at_desk.answer("The IMAP server's name [imap.example.org]", HOST)
    at_desk.answer("Encryption", "none")
    at_desk.answer("Port [143]", str(dovecot.port))
    at_desk.answer("User name [sam.rivera@example.org]", user)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.peer("dovecot")
@pytest.mark.slow
class TestAtTheTerminal:
    def test_from_nothing_to_the_first_draft(self, home: Home, dovecot: Dovecot, user: str) -> None:
        with home.wizard() as at_desk:
            up_to_the_password(at_desk, dovecot, user)
            at_desk.answer("it is not shown", "wrong")
            at_desk.hear("✗ personal: ")
            at_desk.answer("What now", "p")
            assert home.files == []
            at_desk.answer("it is not shown", PASSWORD)
            assert "inbox is 'INBOX', sent mail is 'Sent', drafts is 'Drafts', bin is 'Trash'" in at_desk.answer(
                "another mailbox"
            )
            at_desk.hear("✓ The configuration is written")
            at_desk.hear("3 messages read")
            table = at_desk.hear("Are these your applications?")
            assert holder(Whereabouts.of(f"sqlite:///{home.state}", {})) == {}, "nobody has to wait while the user thinks"
            assert [name for name in ("Globex", "Bloom Club", "Northwind") if name in table] == [
                "Globex",
                "Bloom Club",
                "Northwind",
            ]
            at_desk.hear(": ")
            at_desk.type("nonsense")
            at_desk.hear("nothing that I understand")
            at_desk.answer("Are these your applications?", "2")
            assert "application_received" in at_desk.hear("We received your application")
            at_desk.answer("Are these your applications?", "x 2")
            assert "Bloom Club" not in at_desk.hear("Are these your applications?")
            at_desk.hear(": ")
            at_desk.type("a")
            assert "due now: thank_you to meg.ortiz@northwind.example (Northwind)" in at_desk.hear("What comes next")
            assert at_desk.end() == 0
            assert PASSWORD not in at_desk.said

        settings = config.load(home.config, home.environ)
        assert (settings.profile.name, settings.profile.region) == ("Sam Rivera", "NY")
        (mailbox,) = settings.mailbox
        assert isinstance(mailbox, ImapMailboxSettings)
        assert mailbox.password() == PASSWORD
        assert mailbox.password_file == home.place / "personal-password"
        assert [mode(path) for path in (home.config, mailbox.password_file, home.state)] == [0o600] * 3
        assert PASSWORD not in home.config.read_text()
        with dovecot.client(user) as client:
            assert client.folder_status("Drafts", ["MESSAGES"])[b"MESSAGES"] == 0

        done = home.run("run", "--once")
        assert done.returncode == 0, done.stderr
        assert "saved thank_you to meg.ortiz@northwind.example" in done.stdout
        assert "bloomclub" not in done.stdout
        with dovecot.client(user) as client:
            client.select_folder("Drafts", readonly=True)
            assert len(client.search()) >= 1
        assert "✗" not in home.run("doctor").stdout

    def test_what_fell_due_before_the_first_look_is_not_saved_later(self, home: Home, dovecot: Dovecot) -> None:
        user = dovecot.new_user()
        dovecot.append(user, "INBOX", mail("<confirmed@northwind.example>", CONFIRMED), at("2026-03-06 10:00"))
        secret = home.folder / "secret"
        secret.write_text(PASSWORD)
        secret.chmod(0o600)
        options = (
            *("--name", "Sam Rivera", "--email", "sam.rivera@example.org", "--country", "US", "--username", user, "--no-input"),
            *("--host", HOST, "--port", str(dovecot.port), "--tls", "none", "--password-file", str(secret)),
        )
        # a week after the interview the first status check fell due, days before the set-up
        done = home.run("init", *options, now="2026-03-22 12:00")
        assert done.returncode == 0, done.stderr
        assert "Northwind" in done.stdout
        assert "due now" not in done.stdout
        later = home.run("run", "--once", now="2026-03-23 12:00")
        assert later.returncode == 0, later.stderr
        assert "0 new messages read" in later.stdout
        assert "saved" not in later.stdout

    @pytest.mark.parametrize("question", ["Your name", "it is not shown"])
    def test_ctrl_c_leaves_nothing(self, home: Home, dovecot: Dovecot, user: str, question: str) -> None:
        with home.wizard() as at_desk:
            if question != "Your name":
                up_to_the_password(at_desk, dovecot, user)
            at_desk.hear(question)
            at_desk.hear(": ")
            at_desk.break_off("Nothing was written.")
            assert at_desk.end() == 130
        assert "Traceback" not in at_desk.said
        assert home.files == []

    def test_ctrl_c_in_the_first_look_keeps_what_is_whole(self, home: Home, dovecot: Dovecot, user: str) -> None:
        with home.wizard() as at_desk:
            up_to_the_password(at_desk, dovecot, user)
            at_desk.answer("it is not shown", PASSWORD)
            at_desk.answer("another mailbox")
            at_desk.hear("Are these your applications?")
            at_desk.break_off("The configuration stays")
            assert at_desk.end() == 130
        assert "saved thank_you" in home.run("run", "--once").stdout

    def test_what_is_there_is_left_unless_the_user_wants_it_otherwise(self, home: Home) -> None:
        home.place.mkdir(parents=True)
        home.config.write_text("# mine\n")
        with home.wizard() as at_desk:
            at_desk.hear("is there already")
            at_desk.hear(": ")
            at_desk.type()
            at_desk.hear("Nothing was written.")
            assert at_desk.end() == 0
        assert home.config.read_text() == "# mine\n"

    def test_a_mailbox_is_added_to_what_is_there(self, home: Home, dovecot: Dovecot, user: str) -> None:
        other = dovecot.new_user()
        with home.wizard("--no-look") as at_desk:
            up_to_the_password(at_desk, dovecot, other)
            at_desk.answer("it is not shown", PASSWORD)
            at_desk.answer("another mailbox")
            assert at_desk.end() == 0
        with home.wizard() as at_desk:
            at_desk.answer("is there already", "a")
            at_desk.answer("Its mail address", "sam@work.example")
            at_desk.answer("Number [8]")
            at_desk.answer("The IMAP server's name [imap.work.example]", HOST)
            at_desk.answer("Encryption", "none")
            at_desk.answer("Port [143]", str(dovecot.port))
            at_desk.answer("User name [sam@work.example]", user)
            at_desk.answer("it is not shown", PASSWORD)
            at_desk.hear("what was there is config.toml.old now")
            assert "personal-2: 3 messages read" in at_desk.hear("Are these your applications?")
            at_desk.hear(": ")
            at_desk.type("a")
            at_desk.hear("What comes next")
            assert at_desk.end() == 0
        settings = config.load(home.config, home.environ)
        assert [mailbox.name for mailbox in settings.mailbox] == ["personal", "personal-2"]
        assert settings.profile.addresses == ("sam.rivera@example.org", "sam@work.example")


@pytest.mark.peer("dovecot")
@pytest.mark.slow
class TestByOptions:
    def options(self, home: Home, dovecot: Dovecot, user: str) -> tuple[str, ...]:
        secret = home.folder / "secret"
        secret.write_text(f"{PASSWORD}\n")
        secret.chmod(0o600)
        return ("--name", "Sam Rivera", "--email", "sam.rivera@example.org", "--email", "sam@home.example", "--host", "localhost",
                "--port", str(dovecot.tls_port), "--ca-file", str(dovecot.ca_file), "--username", user,
                "--password-file", str(secret), "--no-input")  # fmt: skip

    def test_asks_nothing_and_keeps_the_password_where_it_lies(self, home: Home, dovecot: Dovecot, user: str) -> None:
        done = home.run("init", *self.options(home, dovecot, user))
        assert done.returncode == 0, done.stderr
        assert done.stdout.count("Northwind") >= 1
        assert "\x1b" not in done.stdout
        settings = config.load(home.config, home.environ)
        assert settings.profile.addresses == ("sam.rivera@example.org", "sam@home.example")
        assert settings.profile.country == "US"
        (mailbox,) = settings.mailbox
        assert isinstance(mailbox, ImapMailboxSettings)
        assert mailbox.password_file == home.folder / "secret"

    def test_a_service_that_works_on_the_state_already_reads_the_mail_itself(
        self, home: Home, dovecot: Dovecot, user: str
    ) -> None:
        url = f"sqlite:///{home.state}"
        database = open_database(url)
        with StateLock(database, Whereabouts.of(url), "run"):
            done = home.run("init", *self.options(home, dovecot, user))
        database.close()
        assert done.returncode == 0, done.stderr
        assert "works on this state already" in done.stderr
        assert "Northwind" not in done.stdout
        assert config.load(home.config, home.environ).profile.name == "Sam Rivera"

    def test_a_wrong_password_writes_nothing(self, home: Home, dovecot: Dovecot, user: str) -> None:
        options = self.options(home, dovecot, user)
        (home.folder / "secret").write_text("wrong")
        done = home.run("init", *options)
        assert done.returncode == 1
        assert done.stderr.startswith("personal: ")
        assert home.files == ["secret"]

    def test_force_keeps_the_old_one_beside_the_new(self, home: Home, dovecot: Dovecot, user: str) -> None:
        home.place.mkdir(parents=True)
        home.config.write_text("# mine\n")
        options = self.options(home, dovecot, user)
        refused = home.run("init", *options)
        assert refused.returncode == 2
        assert "--force" in refused.stderr
        assert home.config.read_text() == "# mine\n"
        assert home.run("init", *options, "--force", "--no-look").returncode == 0
        assert (home.place / "config.toml.old").read_text() == "# mine\n"
        assert config.load(home.config, home.environ).profile.name == "Sam Rivera"
        assert not home.state.exists()


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--name", "Sam"), "--email is missing"),
        (("--name", "Sam", "--email", "sam"), "must be a mail address"),
        (("--name", "Sam", "--email", "sam@gmail.com", "--timezone", "Amerika/Neuyork"), "did you mean 'America/New_York'"),
        (("--name", "Sam", "--email", "sam@gmail.com", "--region", "XX"), "--region 'XX'"),
        (("--name", "Sam", "--email", "sam@gmail.com"), "--password-file is missing"),
        (("--name", "Sam", "--email", "sam@outlook.com"), "--client-file is missing"),
    ],
)  # fmt: skip
def test_a_fault_is_one_line_and_nothing_is_written(home: Home, arguments: tuple[str, ...], fault: str) -> None:
    done = home.run("init", "--no-input", *arguments)
    assert done.returncode == 2
    assert fault in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert home.files == []


def test_outlook_is_written_with_the_users_own_client(home: Home) -> None:
    client = home.folder / "outlook.json"
    client.write_text("{}")
    done = home.run("init", "--no-input", "--name", "Sam", "--email", "sam@outlook.com", "--client-file", str(client))
    assert done.returncode == 2
    assert done.stderr == "the configuration is whole; now sign in, with a browser: afterword auth outlook\n"
    (mailbox,) = config.load(home.config, home.environ).mailbox
    assert isinstance(mailbox, ImapMailboxSettings)
    assert (mailbox.host, mailbox.oauth, mailbox.client_file) == ("outlook.office365.com", "microsoft", client)
