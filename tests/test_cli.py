"""The command line as others script against it: real processes where exit codes and streams matter, a Maildir as mailbox."""

from __future__ import annotations

import contextlib
import io
import json
import mailbox
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from daemon.cli import main
from daemon.commands.classifying import classify_paths
from daemon.errors import DraftRejected
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, at, mail

AFTERWORD = [sys.executable, "-m", "daemon.cli"]
CONFIG = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"
[state]
database = "sqlite:///{folder}/state.db"
[digest]
enabled = false
[[mailbox]]
name = "personal"
kind = "maildir"
path = "{folder}/mail"
"""


@dataclass(frozen=True)
class Done:
    """What became of one command."""

    returncode: int
    stdout: str
    stderr: str


@dataclass
class Shell:
    """A user's shell with a configuration of his own."""

    folder: Path

    def run(self, *arguments: str, now: str = "", config: bool = True) -> Done:
        """One command, in this process: its exit code and what it printed."""
        before = ["--config", str(self.folder / "config.toml")] if config else []
        before += ["--now", at(now).isoformat()] if now else []
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main([*before, *arguments])
            except SystemExit as exit_:
                code = int(exit_.code or 0)
        return Done(code, out.getvalue(), err.getvalue())

    def ok(self, *arguments: str, now: str = "") -> str:
        done = self.run(*arguments, now=now)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def threads(self, now: str) -> list[dict[str, Any]]:
        rows = json.loads(self.ok("threads", "--json", now=now))
        assert isinstance(rows, list)
        return rows

    def arrives(self, when: str, raw: bytes) -> None:
        message = mailbox.MaildirMessage(raw)
        message.set_date(at(when).timestamp())
        mailbox.Maildir(self.folder / "mail").add(message)

    def drafts(self) -> list[bytes]:
        folder = self.folder / "mail" / ".Drafts"
        return [path.read_bytes() for sub in ("cur", "new") for path in sorted((folder / sub).glob("*"))]


def stopped(shell: Shell, once: Callable[[], bool]) -> tuple[int, str, float]:
    """Run the service and stop it by SIGTERM soon after `once`: its exit code, its log, and how long it took to end."""
    command = [*AFTERWORD, "--config", str(shell.folder / "config.toml"), "run"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not once() and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    _, said = process.communicate(timeout=30)
    return process.returncode, said, time.monotonic() - began


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    mailbox.Maildir(tmp_path / "mail", create=True)
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    shell = Shell(tmp_path)
    shell.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    return shell


class TestRun:
    def test_once_saves_and_says_what(self, shell: Shell) -> None:
        said = shell.ok("run", "--once", now="2026-03-10 15:30")
        assert "1 new message read" in said
        assert "saved thank_you to meg.ortiz@northwind.example" in said
        assert len(shell.drafts()) == 1

    def test_dry_prints_and_writes_nothing(self, shell: Shell) -> None:
        said = shell.ok("run", "--once", "--dry-run", now="2026-03-10 15:30")
        assert "would save thank_you" in said
        assert "Meg" in said
        assert shell.drafts() == []
        assert shell.threads("2026-03-10 15:30") == []

    def test_dry_sends_no_digest_by_smtp_either(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        sent: list[str] = []
        monkeypatch.setattr("daemon.digest.publish.send_to_self", lambda _account, _message, address: sent.append(address))
        by_smtp = 'enabled = true\nat = "07:30"\ndeliver = "smtp"\n[digest.smtp]\nhost = "smtp.invalid"'
        (shell.folder / "config.toml").write_text(CONFIG.replace("enabled = false", by_smtp).format(folder=shell.folder))
        assert "would deliver the digest" in shell.ok("run", "--once", "--dry-run", now="2026-03-10 15:30")
        assert sent == []
        assert "delivered the digest" in shell.ok("run", "--once", now="2026-03-10 15:30")
        assert sent == ["sam.rivera@example.org"]

    def test_a_mailbox_that_fails_is_named_and_counts(self, shell: Shell) -> None:
        broken = CONFIG.format(folder=shell.folder) + (
            '[[mailbox]]\nname = "far"\nkind = "imap"\nhost = "127.0.0.1"\nport = 1\ntls = "none"\nusername = "sam"\n'
            f'password_file = "{shell.folder}/password"\n'
        )
        (shell.folder / "password").write_text("secret\n")
        (shell.folder / "password").chmod(0o600)
        (shell.folder / "config.toml").write_text(broken)
        done = shell.run("run", "--once", now="2026-03-10 15:30")
        assert done.returncode == 1
        assert "far:" in done.stderr
        assert "Traceback" not in done.stderr
        assert len(shell.drafts()) == 1, "the other one went on"

    def test_bad_mail_is_put_aside_and_the_exit_code_stays(self, shell: Shell) -> None:
        shell.arrives("2026-03-07 10:00", b"\x00\xff\xfe" * 50)
        assert "saved thank_you" in shell.ok("run", "--once", now="2026-03-10 15:30")

    def test_stops_cleanly_within_five_seconds(self, shell: Shell) -> None:
        code, said, took = stopped(shell, once=lambda: (shell.folder / "state.db").exists())
        assert code == 0, said
        assert took < 5
        assert "watching personal" in said

    def test_stops_within_five_seconds_while_a_server_says_nothing(self, shell: Shell) -> None:
        with socket.create_server(("127.0.0.1", 0)) as silent:
            config = CONFIG.format(folder=shell.folder).partition("[[mailbox]]")[0] + (
                f'[[mailbox]]\nname = "far"\nkind = "imap"\nhost = "127.0.0.1"\nport = {silent.getsockname()[1]}\n'
                f'tls = "none"\nusername = "sam"\npassword_file = "{shell.folder}/password"\n'
            )
            (shell.folder / "password").write_text("secret\n")
            (shell.folder / "password").chmod(0o600)
            (shell.folder / "config.toml").write_text(config)
            silent.settimeout(60)
            connections = []
            code, said, took = stopped(shell, once=lambda: bool(connections.append(silent.accept())) or True)
        assert code == 0, said
        assert took < 5


class TestThreads:
    def test_tell_everything_of_the_contract(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-09 10:00")
        (row,) = shell.threads("2026-03-09 10:00")
        assert list(row) == [
            "id", "company", "role", "state", "since", "subject", "mailbox",
            "main_contact", "interview", "promise_until", "next", "follow_ups_sent",
        ]  # fmt: skip
        assert (row["company"], row["role"], row["state"]) == ("Northwind", "Data Analyst", "interview_scheduled")
        assert row["main_contact"] == {"name": "Meg Ortiz", "email": "meg.ortiz@northwind.example"}
        assert row["interview"] == {"start": "2026-03-10T14:00:00-04:00", "end": "2026-03-10T15:00:00-04:00"}
        assert row["next"] == {"kind": "thank_you", "due_at": "2026-03-10T15:30:00-04:00"}
        assert (row["promise_until"], row["follow_ups_sent"], row["mailbox"]) == (None, 0, "personal")

    def test_follow_the_clock(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-09 10:00")
        assert shell.threads("2026-03-10 15:00")[0]["state"] == "interviewed"

    def test_leave_out_what_belongs_to_no_application(self, shell: Shell) -> None:
        dentist = "Dear Sam,\n\nYour appointment with Dr. Patel is confirmed for Thursday at 8:30 am.\n\nElm Street Dental\n"
        shell.arrives(
            "2026-03-07 10:00", mail("<d@dental.example>", dentist, sender="Elm <hi@dental.example>", subject="Appointment")
        )
        shell.ok("run", "--once", now="2026-03-09 10:00")
        assert len(shell.threads("2026-03-09 10:00")) == 1


class TestWords:
    @pytest.mark.parametrize(("word", "state"), [("close", "closed"), ("accept", "accepted")])
    def test_end_an_application_until_reopened(self, shell: Shell, word: str, state: str) -> None:
        shell.ok("run", "--once", now="2026-03-09 10:00")
        shell.ok(word, "northw", now="2026-03-09 11:00")
        assert shell.threads("2026-03-09 12:00")[0]["state"] == state
        assert "saved" not in shell.ok("run", "--once", now="2026-03-10 15:30")
        shell.ok("reopen", "NORTHWIND", now="2026-03-10 15:40")
        assert "saved thank_you" in shell.ok("run", "--once", now="2026-03-10 15:41")

    def test_a_correction_wins_and_withdraws_what_followed(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-10 15:30")
        assert len(shell.drafts()) == 1
        shell.ok("correct", "confirmed@northwind.example", "other", now="2026-03-10 15:40")
        assert "withdrew thank_you" in shell.ok("run", "--once", now="2026-03-10 15:41")
        assert shell.drafts() == []
        assert shell.threads("2026-03-10 15:42") == []

    def test_no_show_expect_interview_contact_note_and_mention(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-09 10:00")
        shell.ok("noshow", "Northwind", now="2026-03-10 14:20")
        assert "saved" not in shell.ok("run", "--once", now="2026-03-10 15:30")
        shell.ok("interview", "Northwind", "2026-03-12 09:00", "2026-03-12 09:30", now="2026-03-10 16:00")
        shell.ok("contact", "Northwind", "Priya Nair", "priya@northwind.example", now="2026-03-12 09:40")
        shell.ok("mention", "Northwind", "the move to event sourcing", now="2026-03-12 09:41")
        shell.ok("note", "Northwind", "the boss seemed tired", now="2026-03-12 09:42")
        shell.ok("expect", "Northwind", "2026-03-20", now="2026-03-12 09:43")
        said = shell.ok("run", "--once", now="2026-03-12 10:00")
        assert "saved thank_you to priya@northwind.example" in said
        assert shell.threads("2026-03-12 10:01")[0]["promise_until"] == "2026-03-20"
        together = b"".join(shell.drafts())
        assert b"event sourcing" in together
        assert b"tired" not in together

    def test_an_unclear_company_is_an_error_with_the_candidates(self, shell: Shell) -> None:
        other = CONFIRMED.replace("Northwind", "Northgate").replace("Data Analyst", "Store Manager")
        shell.arrives(
            "2026-03-06 11:00",
            mail("<c@northgate.example>", other, sender="Al Poe <al@northgate.example>", subject="Store Manager at Northgate"),
        )
        shell.ok("run", "--once", now="2026-03-09 10:00")
        for words, expected in (("north", "Northgate"), ("nobody", "Northwind")):
            done = shell.run("close", words, now="2026-03-09 11:00")
            assert done.returncode == 2
            assert expected in done.stderr

    def test_a_conversation_can_be_moved_and_set_apart(self, shell: Shell) -> None:
        other = CONFIRMED.replace("Northwind", "Copperleaf").replace("Data Analyst", "Store Manager")
        sender = "Al Poe <al@copperleaf.example>"
        shell.arrives("2026-03-06 11:00", mail("<c@copperleaf.example>", other, sender=sender, subject="Store Manager"))
        shell.ok("run", "--once", now="2026-03-09 10:00")
        assert sorted(row["company"] for row in shell.threads("2026-03-09 10:00")) == ["Copperleaf", "Northwind"]
        assert "belongs to Northwind" in shell.ok("move", "c@copperleaf.example", "northw", now="2026-03-09 10:10")
        assert [row["company"] for row in shell.threads("2026-03-09 10:20")] == ["Northwind", "Northwind"]
        assert "you moved it here" in shell.ok("show", "Northwind", now="2026-03-09 10:20")
        done = shell.run("move", "c@copperleaf.example", "Northwind", now="2026-03-09 10:30")
        assert (done.returncode, "already" in done.stderr) == (2, True)
        shell.ok("move", "--new", "c@copperleaf.example", "Fabrikam", now="2026-03-09 10:40")
        shell.ok("run", "--once", now="2026-03-09 10:50")
        assert sorted(row["company"] for row in shell.threads("2026-03-09 10:50")) == ["Fabrikam", "Northwind"]

    @pytest.mark.parametrize(
        "arguments",
        [
            ("move", "unknown@x.example", "Northwind"),
            ("move", "confirmed@northwind.example", "Nobody"),
            ("correct", "unknown@x.example", "rejection"),
            ("correct", "confirmed@northwind.example", "refusal"),
            ("expect", "Northwind", "purple"),
            ("interview", "Northwind", "some day"),
            ("contact", "Northwind", "Priya", "no address"),
        ],
    )
    def test_what_cannot_be_understood_is_one_line_and_exit_code_two(self, shell: Shell, arguments: tuple[str, ...]) -> None:
        shell.ok("run", "--once", now="2026-03-09 10:00")
        done = shell.run(*arguments, now="2026-03-09 11:00")
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


class TestShow:
    def test_explains_one_message_and_why_it_belongs_where_it_does(self, shell: Shell) -> None:
        shell.arrives("2026-03-07 10:00", mail("<l@elm.example>", "Lunch?", sender="Kim <kim@elm.example>", subject="Lunch"))
        shell.ok("run", "--once", now="2026-03-10 15:30")
        said = shell.ok("show", "<confirmed@northwind.example>")
        assert "interview_confirmation (" in said
        assert "belongs to Northwind · Data Analyst because: " in said
        assert "belongs to no application" in shell.ok("show", "l@elm.example")
        shell.ok("correct", "l@elm.example", "holding", now="2026-03-10 15:40")
        shell.ok("run", "--once", now="2026-03-10 15:41")
        assert "(corrected.by_you)" in shell.ok("show", "l@elm.example")

    def test_explains_verdicts_rules_and_drafts(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-10 15:30")
        shell.arrives("2026-03-11 09:00", mail("<hold@northwind.example>", HOLD, answers=("<confirmed@northwind.example>",)))
        shell.arrives("2026-03-20 09:00", mail("<no@northwind.example>", REJECTED, answers=("<confirmed@northwind.example>",)))
        shell.ok("run", "--once", now="2026-03-20 10:00")
        said = shell.ok("show", "northwind", now="2026-03-20 10:01")
        for expected in (
            "rejected since",
            "interview_confirmation",
            "“",
            "<no@northwind.example>",
            "T1 (articles 002, 003, 004): thank_you to meg.ortiz@northwind.example",
            "R1 (articles 001, 003)",
            "R2",
            "due",
        ):
            assert expected in said, expected

    def test_says_why_a_draft_was_refused(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuses(*_: object, **__: object) -> None:
            raise DraftRejected("goes stale: 'today'")

        monkeypatch.setattr("daemon.desk.draft", refuses)
        shell.ok("run", "--once", now="2026-03-10 15:30")
        said = shell.ok("show", "northwind", now="2026-03-10 15:31")
        assert "held back: our own check refused its text: goes stale: 'today'" in said


class TestDigest:
    def test_preview_writes_a_file_and_delivers_nothing(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-10 15:30")
        for name, expected in (("digest.html", "<html"), ("digest.txt", "Northwind")):
            shell.ok("digest", "--preview", str(shell.folder / name), now="2026-03-10 16:00")
            assert expected in (shell.folder / name).read_text()
        assert len(list((shell.folder / "mail" / "new").iterdir())) == 1

    def test_is_delivered_once_a_day_and_never_read_as_mail(self, shell: Shell) -> None:
        config = (shell.folder / "config.toml").read_text().replace("enabled = false", "enabled = true")
        (shell.folder / "config.toml").write_text(config)
        assert "delivered the digest" in shell.ok("run", "--once", now="2026-03-09 07:31")
        assert "0 new messages read" in shell.ok("run", "--once", now="2026-03-09 12:00")
        assert len(list((shell.folder / "mail" / "new").iterdir())) == 2


class TestKeeping:
    def test_export_and_backup_hold_everything(self, shell: Shell) -> None:
        shell.ok("run", "--once", now="2026-03-10 15:30")
        tables = json.loads(shell.ok("export"))
        assert tables["application"][0]["company"] == "Northwind"
        assert tables["draft"][0]["state"] == "untouched"
        shell.ok("backup", str(shell.folder / "copy.db"))
        copy = sqlite3.connect(shell.folder / "copy.db")
        assert copy.execute("SELECT count(*) FROM message").fetchone() == (1,)
        copy.close()
        assert shell.run("backup", str(shell.folder / "copy.db")).returncode == 2

    def test_a_backup_that_fails_leaves_no_half_of_one(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_target: Path) -> sqlite3.Connection:
            raise sqlite3.OperationalError("database or disk is full")

        shell.ok("run", "--once", now="2026-03-10 15:30")
        on_a_full_disk = SimpleNamespace(connect=full, Connection=sqlite3.Connection, Error=sqlite3.Error)
        monkeypatch.setattr("daemon.commands.keeping.sqlite3", on_a_full_disk)
        done = shell.run("backup", str(shell.folder / "copy.db"))
        assert (done.returncode, "full" in done.stderr) == (1, True)
        assert not (shell.folder / "copy.db").exists()


class TestClassify:
    def test_prints_a_line_of_the_contract_for_each_message(self, shell: Shell) -> None:
        dated = b"Date: Fri, 6 Mar 2026 10:00:00 -0500\r\n"
        (shell.folder / "one.eml").write_bytes(dated + mail("<1@northwind.example>", CONFIRMED))
        (shell.folder / "folder").mkdir()
        (shell.folder / "folder" / "two.eml").write_bytes(mail("<2@northwind.example>", REJECTED))
        box = mailbox.mbox(shell.folder / "three.mbox")
        box.add(mail("<3@northwind.example>", HOLD + "\nBy Friday, I hope.\n"))
        box.close()
        paths = [str(shell.folder / name) for name in ("one.eml", "folder", "three.mbox")]
        done = shell.run("classify", "--json", *paths, config=False)
        assert done.returncode == 0, done.stderr
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [row["kind"] for row in rows] == ["interview_confirmation", "rejection", "holding"]
        for row in rows:
            assert list(row) == [
                "file", "kind", "confidence", "confident", "evidence", "company", "role", "interview", "promise"
            ]  # fmt: skip
            assert 0 <= row["confidence"] <= 1
            assert row["evidence"]
        assert rows[0]["interview"]["start"].startswith("2026-03-10T14:00:00")

    def test_a_file_that_cannot_be_read_holds_up_no_other(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        letters = shell.folder / "letters"
        letters.mkdir()
        for name in ("a", "locked", "z"):
            (letters / name).write_bytes(mail(f"<{name}@northwind.example>", CONFIRMED))
        read = Path.open

        def locked(path: Path, *arguments: Any, **named: Any) -> Any:
            if path.name == "locked":
                raise PermissionError(13, "Permission denied")
            return read(path, *arguments, **named)

        monkeypatch.setattr(Path, "open", locked)
        for given in ([letters], sorted(letters.iterdir())):
            rows = [dict(row) for row in classify_paths(tuple(given))]
            assert [row["kind"] for row in rows] == ["interview_confirmation", "other", "interview_confirmation"]
            assert rows[1]["evidence"] == ["unreadable: Permission denied"]

    def test_a_missing_file_is_the_users_to_mend(self, shell: Shell) -> None:
        done = shell.run("classify", str(shell.folder / "nothing.eml"), config=False)
        assert done.returncode == 2
        assert "no such file" in done.stderr


class TestFaults:
    @pytest.mark.parametrize("arguments", [("run", "--dry-run"), ("threads", "--what"), ("nonsense",)])
    def test_wrong_arguments(self, shell: Shell, arguments: tuple[str, ...]) -> None:
        assert shell.run(*arguments).returncode == 2

    def test_a_now_without_offset(self, shell: Shell) -> None:
        done = subprocess.run([*AFTERWORD, "--now", "2026-03-10T15:30", "threads"], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "offset" in done.stderr

    def test_every_fault_of_the_configuration_at_once_and_nothing_touched(self, shell: Shell) -> None:
        bad = (
            CONFIG.format(folder=shell.folder)
            .replace("America/New_York", "Amerika/Neuyork")
            .replace('country = "US"', 'contry = "US"')
            .replace("enabled = false", "enabled = 3")
        ) + '[[mailbox]]\nname="x"\nkind="imap"\nhost="imap.example.org"\ntls="none"\nusername="s"\npassword_file="/nowhere"\n'
        (shell.folder / "config.toml").write_text(bad)
        done = shell.run("run", "--once")
        assert done.returncode == 2
        for word in ("timezone", "contry", "enabled", "tls", "password_file"):
            assert any(word in line for line in done.stderr.splitlines()), word
        assert "Traceback" not in done.stderr
        assert not (shell.folder / "state.db").exists()

    def test_doctor_finds_all_well_or_says_what_is_not(self, shell: Shell) -> None:
        assert "✗" not in shell.ok("doctor")

    def test_doctor_tries_templates_of_the_users_own(self, shell: Shell) -> None:
        folder = shell.folder / "templates"
        folder.mkdir()
        (folder / "holding_reply.txt.jinja").write_text("Thank you for the update. I can wait.")
        assert "✓ template holding_reply.txt.jinja: fit to send in every situation" in shell.ok("doctor")
        (folder / "holding_reply.txt.jinja").write_text("Thank you. I can wait{% if not role %} until tomorrow{% endif %}.")
        (folder / "thankyou.txt.jinja").write_text("")
        done = shell.run("doctor")
        assert done.returncode == 1
        broken, misnamed = [line for line in done.stdout.splitlines() if "✗" in line]
        assert broken.startswith("✗ template holding_reply.txt.jinja: H1 (no ")
        assert "goes stale: 'tomorrow'" in broken
        assert misnamed.startswith("✗ template thankyou.txt.jinja: no template has this name; did you mean thank_you.txt.jinja?")


def test_help_is_there_for_every_command(shell: Shell) -> None:
    said = shell.ok("--help")
    for command in ("demo", "doctor", "run", "classify", "threads", "show", "digest", "accept", "close", "reopen", "pause"):
        assert command in said
    for command in ("noshow", "correct", "expect", "interview", "contact", "note", "mention", "export", "backup"):
        assert command in said
        assert "Usage" in shell.ok(command, "--help")
