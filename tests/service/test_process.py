"""The service as a process: what signals, a second instance, a bad configuration and a full disk do to it."""

from __future__ import annotations

import contextlib
import io
import json
import mailbox
import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from daemon.cli import main
from daemon.service.lock import StateLock, Whereabouts
from daemon.state.database import Database, _alembic, open_database
from tests.cycle.road import CONFIRMED, at, mail
from tests.service.household import soon
from tests.test_cli import Done

HEAD = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"
[state]
database = "sqlite:///{folder}/state.db"
[digest]
enabled = false
"""
PERSONAL = """
[[mailbox]]
name = "personal"
kind = "maildir"
path = "{folder}/mail"
"""
FAR = """
[[mailbox]]
name = "far"
kind = "imap"
host = "{host}"
port = {port}
tls = "none"
username = "sam"
password_file = "{folder}/password"
"""


@dataclass
class Running:
    """A service and what it says."""

    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.lines.append(line.rstrip("\n"))

    def says(self, words: str) -> bool:
        return soon(lambda: any(words in line for line in self.lines) or self.process.poll() is not None) and any(
            words in line for line in self.lines
        )

    def count(self, words: str) -> int:
        return sum(words in line for line in self.lines)

    def tell(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def end(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """Its exit code, and how long it took to end."""
        began = time.monotonic()
        self.tell(number)
        code = self.process.wait(60)
        took = time.monotonic() - began
        self._reader.join(10)
        return code, took


@dataclass
class Home:
    folder: Path
    running: list[Running] = field(default_factory=list)

    def configure(self, *parts: str, **values: object) -> None:
        text = "".join(part.format(folder=self.folder, **values) for part in (HEAD, *parts))
        (self.folder / "config.toml").write_text(text)

    def on_a_server(self, port: int, wait: int) -> None:
        """The database is a PostgreSQL there, if there is one."""
        self.configure(PERSONAL)
        file = self.folder / "config.toml"
        url = f"postgresql+psycopg://sam@127.0.0.1:{port}/afterword?connect_timeout={wait}"
        file.write_text(file.read_text().replace(f"sqlite:///{self.folder}/state.db", url))

    @property
    def options(self) -> list[str]:
        return ["--config", str(self.folder / "config.toml"), "--now", at("2026-03-10 15:30").isoformat()]

    def serve(self, *, limit: Callable[[], None] | None = None, **environ: str) -> Running:
        running = Running(
            subprocess.Popen(
                [sys.executable, "-m", "daemon.cli", *self.options, "run"],
                stderr=subprocess.PIPE,
                text=True,
                env=os.environ | environ,
                preexec_fn=limit,
            )
        )
        self.running.append(running)
        return running

    def run(self, *arguments: str) -> Done:
        """Another command, in this process."""
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main([*self.options, *arguments])
            except SystemExit as exit_:
                code = int(exit_.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    def deliver(self, name: str, when: str = "2026-03-06 10:00") -> None:
        message = mailbox.MaildirMessage(mail(name, CONFIRMED))
        message.set_date(at(when).timestamp())
        mailbox.Maildir(self.folder / "mail").add(message)

    def messages(self) -> int:
        with contextlib.closing(sqlite3.connect(self.folder / "state.db", timeout=30)) as database:
            (count,) = database.execute("SELECT COUNT(*) FROM message").fetchone()
        return int(count)

    def drafts(self) -> int:
        return sum(1 for sub in ("cur", "new") for _ in (self.folder / "mail" / ".Drafts" / sub).glob("*"))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    mailbox.Maildir(tmp_path / "mail", create=True)
    (tmp_path / "password").write_text("secret\n")
    (tmp_path / "password").chmod(0o600)
    home = Home(tmp_path)
    home.configure(PERSONAL)
    yield home
    for running in home.running:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait(30)


class TestOneAtATime:
    def test_a_second_one_is_refused_and_status_answers(self, home: Home) -> None:
        first = home.serve()
        assert first.says("watching personal")
        for arguments in (["run"], ["run", "--once"]):
            refused = home.run(*arguments)
            assert refused.returncode == 2
            (line,) = refused.stderr.splitlines()
            assert f"process {first.process.pid}: service" in line
            assert "stop the service first" in line
        assert home.run("run", "--once", "--dry-run").returncode == 0
        assert soon(lambda: json.loads(home.run("status", "--json").stdout)["well"])
        status = home.run("status")
        assert status.returncode == 0
        assert "personal  watching; last look" in status.stdout
        assert first.end()[0] == 0
        after = home.run("status")
        assert after.returncode == 1
        assert "does not run" in after.stdout
        assert home.run("run", "--once").returncode == 0

    def test_a_command_at_work_is_no_fault_after_which_systemd_leaves_it_down(self, home: Home) -> None:
        url = f"sqlite:///{home.folder}/state.db"
        database = open_database(url)
        with StateLock(database, Whereabouts.of(url, {}), "init"):
            refused = home.run("run")
        database.close()
        (line,) = refused.stderr.splitlines()
        assert (refused.returncode, f"process {os.getpid()}: init" in line) == (1, True)


class TestSignals:
    def test_it_ends_within_five_seconds_in_the_middle_of_a_first_look(self, home: Home) -> None:
        for number in range(400):
            home.deliver(f"<{number}@northwind.example>")
        running = home.serve()
        assert running.says("watching personal")
        code, took = running.end()
        assert (code, took < 5) == (0, True)
        assert running.count("Traceback") == 0

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_it_ends_within_five_seconds_while_a_server_says_nothing(self, home: Home, number: signal.Signals) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            home.configure(PERSONAL, FAR, host="127.0.0.1", port=silent.getsockname()[1])
            running = home.serve()
            silent.settimeout(60)
            silent.accept()
            code, took = running.end(number)
        assert (code, took < 5) == (0, True)

    def test_it_ends_within_five_seconds_while_it_waits_for_the_server_of_its_database(self, home: Home) -> None:
        """Before it is ready, then."""
        with socket.create_server(("127.0.0.1", 0)) as silent:
            home.on_a_server(silent.getsockname()[1], wait=600)
            running = home.serve(STATE_DIRECTORY=str(home.folder))
            silent.settimeout(60)
            connection, _ = silent.accept()
            with connection:
                code, took = running.end()
        assert (code, took < 5) == (0, True)
        assert running.lines[-1].endswith("stopping")
        assert running.count("Traceback") == 0

    def test_a_new_configuration_takes_the_place_of_the_old_one(self, home: Home) -> None:
        running = home.serve()
        assert running.says("watching personal")
        mailbox.Maildir(home.folder / "second", create=True)
        home.configure(PERSONAL, PERSONAL.replace("personal", "second").replace("/mail", "/second"))
        running.tell(signal.SIGHUP)
        assert running.says("reloaded: watching personal, second")
        assert soon(lambda: home.run("status").stdout.count("watching; last look") == 2)
        home.deliver("<confirmed@northwind.example>")
        assert soon(lambda: home.messages() == 1), (home.messages(), running.lines)
        assert running.end()[0] == 0

    def test_a_bad_configuration_changes_nothing_and_each_fault_is_a_line(self, home: Home) -> None:
        running = home.serve()
        assert running.says("watching personal")
        home.configure(PERSONAL, "colour = 'red'\n[drafts]\nquote_original = 7\n")
        running.tell(signal.SIGHUP)
        assert soon(lambda: running.count("not reloaded: ") == 2)
        home.deliver("<confirmed@northwind.example>")
        assert soon(lambda: home.messages() == 1), (home.messages(), running.lines)
        assert running.end()[0] == 0

    def test_a_reload_while_a_server_hangs(self, home: Home) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            home.configure(PERSONAL, FAR, host="127.0.0.1", port=silent.getsockname()[1])
            running = home.serve()
            silent.settimeout(60)
            silent.accept()
            home.configure(PERSONAL)
            running.tell(signal.SIGHUP)
            assert running.says("reloaded: watching personal")
            home.deliver("<confirmed@northwind.example>")
            assert soon(lambda: home.messages() == 1), (home.messages(), running.lines)
            code, took = running.end()
        assert (code, took < 5) == (0, True)


def of_version(database: Database, revision: str) -> None:
    with database.session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


class TestStart:
    def test_a_bad_configuration_is_the_users_to_mend(self, home: Home) -> None:
        home.configure(PERSONAL, "colour = 'red'\n")
        done = home.run("run")
        assert (done.returncode, "colour" in done.stderr, "Traceback" in done.stderr) == (2, True, False)

    def test_a_database_that_is_none_is_one_line(self, home: Home) -> None:
        (home.folder / "state.db").write_text("this is no database, but a text that somebody saved here by mistake\n" * 50)
        done = home.run("run")
        assert done.returncode == 1
        assert "put the latest backup in its place" in done.stderr
        assert len(done.stderr.splitlines()) == 1

    def test_a_database_server_that_says_nothing_is_one_line(self, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("STATE_DIRECTORY", str(home.folder))
        with socket.create_server(("127.0.0.1", 0)) as silent:
            home.on_a_server(silent.getsockname()[1], wait=2)
            for arguments in (["run"], ["threads"]):
                done = home.run(*arguments)
                assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
                assert "cannot be used: " in done.stderr

    def test_the_lock_comes_before_the_migration(self, home: Home) -> None:
        """Of two that start together, and of a newer program beside an older service, none changes what the other works on."""
        url = f"sqlite:///{home.folder}/state.db"
        database = open_database(url)
        command.downgrade(_alembic(database.engine), "0003")
        with StateLock(database, Whereabouts.of(url, {}), "service"):
            assert home.run("run").returncode == 2
            done = home.run("threads")
            assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
            assert "the service that works on the database is of an older version" in done.stderr
            assert not database.is_up_to_date
        with StateLock(database, Whereabouts.of(url, {}), "service"):
            of_version(database, "9999")
            assert "of a newer version of afterword" in home.run("threads").stderr
            of_version(database, "0003")
        with StateLock(database, Whereabouts.of(url, {}), "migration"):
            assert "try again in a moment" in home.run("threads").stderr
        assert home.run("threads").returncode == 0
        assert database.is_up_to_date
        database.close()

    def test_no_name_service_at_boot_is_survived_and_said_once(self, home: Home) -> None:
        home.configure(PERSONAL, FAR, host="mail.nowhere.invalid", port=143)
        home.configure(PERSONAL, FAR.replace('tls = "none"', 'tls = "implicit"'), host="mail.nowhere.invalid", port=993)
        running = home.serve()
        assert running.says("trying again by itself")
        home.deliver("<confirmed@northwind.example>")
        assert soon(lambda: home.messages() == 1), (home.messages(), running.lines)
        status = home.run("status")
        assert status.returncode == 1
        assert "far       waiting to try again" in status.stdout
        assert running.end()[0] == 0
        assert running.count("far: ") == 1


class TestSystemd:
    @pytest.fixture
    def told(self, tmp_path: Path) -> Iterator[socket.socket]:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
            listening.bind(f"\0afterword-{os.getpid()}-{tmp_path.name}")
            listening.settimeout(60)
            yield listening

    def test_ready_status_watchdog_reload_and_stop(self, home: Home, told: socket.socket) -> None:
        address = "@" + told.getsockname()[1:].decode()
        running = home.serve(NOTIFY_SOCKET=address, WATCHDOG_USEC="1500000", JOURNAL_STREAM="8:1")
        words: list[str] = []

        def comes(start: str) -> bool:
            while not (words and words[-1].startswith(start)):
                words.append(told.recv(4096).decode())
            return True

        assert comes("READY=1")
        assert comes("WATCHDOG=1")
        assert comes("STATUS=watching 1 mailbox; no draft waits for review")
        running.tell(signal.SIGHUP)
        assert comes("RELOADING=1")
        assert comes("READY=1")
        running.tell(signal.SIGTERM)
        assert comes("STOPPING=1")
        assert running.process.wait(60) == 0
        assert all(line.startswith("<6>") for line in running.lines), "priorities, and no time: the journal has its own"

    def test_a_hang_starves_the_watchdog_and_its_abort_leaves_word_of_every_thread(self, home: Home) -> None:
        running = home.serve()
        assert running.says("watching personal")
        code, _ = running.end(signal.SIGABRT)
        assert code == -signal.SIGABRT
        assert any("mailbox" in line or "watch.py" in line for line in running.lines)

    def test_metrics(self, home: Home) -> None:
        home.configure(PERSONAL, f'[service]\nmetrics_file = "{home.folder}/afterword.prom"\n')
        running = home.serve()
        assert soon(lambda: (home.folder / "afterword.prom").exists())
        assert soon(lambda: 'mailbox_well{mailbox="personal"} 1' in (home.folder / "afterword.prom").read_text())
        running.end()
        assert not (home.folder / "afterword.prom").exists()

    def test_metrics_that_nobody_wants_any_more_do_not_go_on_saying_that_all_is_well(self, home: Home) -> None:
        home.configure(PERSONAL, f'[service]\nmetrics_file = "{home.folder}/afterword.prom"\n')
        running = home.serve()
        assert soon(lambda: (home.folder / "afterword.prom").exists())
        home.configure(PERSONAL)
        running.tell(signal.SIGHUP)
        assert running.says("reloaded: watching personal")
        assert not (home.folder / "afterword.prom").exists()
        running.end()


@pytest.mark.slow
class TestDisk:
    def test_a_full_disk_is_said_in_one_line_and_nothing_is_lost(self, home: Home) -> None:
        """By a limit on the size of files, which fails as a full disk does."""
        assert home.run("run", "--once").returncode == 0
        room = max(path.stat().st_size for path in home.folder.glob("state.db*")) + 40_000

        def limit() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

        for number in range(100):
            home.deliver(f"<{number}@northwind.example>")
        running = home.serve(limit=limit)
        assert running.says("the database cannot be used")
        time.sleep(1)
        assert running.count("the database cannot be used") == 1
        resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert running.says("the database can be used again")
        assert soon(lambda: home.messages() == 100)
        assert running.count("Traceback") == 0
        assert running.end()[0] == 0
