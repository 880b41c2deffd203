"""What the commands look like to people: tables on a terminal, plain lines in a pipe, help with examples, manual, completion."""

from __future__ import annotations

import json
import mailbox
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from classifiers.reading import MessageKind
from daemon.cli import afterword
from daemon.commands.contents import CONTENTS
from daemon.commands.examples import EXAMPLES
from daemon.commands.manual import man_page
from daemon.commands.tables import printable, show_plainly
from tests.cycle.road import CONFIRMED, at, mail
from tests.setup.terminal import terminal
from tests.test_cli import AFTERWORD, CONFIG, Shell

ROOT = Path(__file__).parent.parent.parent
NOW = "2026-03-09 12:00"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    mailbox.Maildir(tmp_path / "mail", create=True)
    (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
    shell = Shell(tmp_path)
    shell.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    shell.ok("run", "--once", now=NOW)
    return shell


def at_a_terminal(shell: Shell, command: str, **environ: str) -> tuple[int, str]:
    """The exit code of a command at a terminal, and all that it showed there, colours and all."""
    # a worker of xdist tells its programs how wide it takes the terminal to be
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    known |= {"PYTHONWARNINGS": "ignore"}
    before = ["--config", str(shell.folder / "config.toml"), "--now", at(NOW).isoformat()]
    with terminal([*AFTERWORD, *before, command], known | environ) as desk:
        code = desk.end()
    return code, desk.raw


class TestThreads:
    @pytest.mark.slow
    def test_a_coloured_table_on_a_terminal(self, shell: Shell) -> None:
        code, shown = at_a_terminal(shell, "threads")
        assert code == 0
        assert COLOUR.search(shown)
        assert "company" in shown
        assert "Northwind" in shown
        assert "thank_you" in COLOUR.sub("", shown)

    @pytest.mark.slow
    def test_no_colours_where_the_user_wants_none(self, shell: Shell) -> None:
        _, shown = at_a_terminal(shell, "threads", NO_COLOR="1")
        assert "Northwind" in shown
        assert not re.search(r"\x1b\[[0-9;]*3[0-7]", shown)

    @pytest.mark.slow
    def test_a_narrow_terminal_still_shows_who_it_is(self, shell: Shell) -> None:
        _, shown = at_a_terminal(shell, "threads", COLUMNS="80")
        assert "Northwind" in shown
        assert "interview_scheduled" in shown
        assert "thank_you" in shown

    def test_plain_lines_in_a_pipe(self, shell: Shell) -> None:
        (line,) = shell.ok("threads", now=NOW).splitlines()
        assert line == (
            "   1  Northwind                 Data Analyst                interview_scheduled thank_you on 2026-03-10 15:30"
        )
        (row,) = json.loads(shell.ok("threads", "--json", now=NOW))
        assert row["company"] == "Northwind"


@pytest.mark.slow
def test_doctor_on_a_terminal_tells_what_is_wrong_beside_what_it_looked_at(shell: Shell) -> None:
    code, shown = at_a_terminal(shell, "doctor")
    assert code == 0
    assert "✓" in shown
    assert "the configuration is valid" in shown
    assert "✓ the configuration is valid\n" in shell.ok("doctor")


@pytest.mark.slow
def test_status_on_a_terminal_says_that_nothing_runs(shell: Shell) -> None:
    code, shown = at_a_terminal(shell, "status")
    assert code == 1
    assert "does not run as a service" in COLOUR.sub("", shown)
    assert "personal" in shown
    assert "no draft waits" in shown


def test_what_strangers_wrote_commands_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert printable("Acme\x1b[2J\u202e\u009b") == "Acme�[2J��"
    show_plainly([["1", "Acme\x1b[2J"], ["12", ""]])
    assert capsys.readouterr().out == "1   Acme�[2J\n12\n"


class TestHelp:
    @pytest.mark.parametrize("name", sorted(afterword.commands))
    def test_every_command_has_examples_that_it_understands(self, name: str) -> None:
        assert set(EXAMPLES) == set(afterword.commands)
        for line, _ in EXAMPLES[name]:
            words = shlex.split(re.split(r" [|>] ", line.removeprefix('eval "$(').removesuffix(')"'))[0])
            assert words[0] == "afterword"
            context = click.Context(afterword)
            _, command, rest = afterword.resolve_command(context, words[1:])
            assert command is not None
            command.make_context(words[1], rest, parent=context)
        assert "Examples:" in str(afterword.commands[name].epilog)

    def test_the_contents_name_every_command_once_and_in_full(self, shell: Shell) -> None:
        named = [name for _, rows in CONTENTS for name, _ in rows]
        assert sorted(named) == sorted(afterword.commands)
        said = shell.ok("--help")
        for _, rows in CONTENTS:
            for name, what in rows:
                assert re.search(rf"(?m)^  {name} +{re.escape(what)}$", said), name
        assert "..." not in said.split("Options:")[1]

    def test_no_line_is_wider_than_a_terminal(self, shell: Shell) -> None:
        for name in ("init", "correct"):
            long = [line for line in shell.ok(name, "--help").split("Examples:")[0].splitlines() if len(line) > 80]
            assert long == []

    def test_the_kinds_are_listed_where_one_is_to_be_given(self, shell: Shell) -> None:
        said = " ".join(shell.ok("correct", "--help").split())
        assert all(kind in said for kind in MessageKind)

    def test_they_are_shown_line_by_line(self, shell: Shell) -> None:
        said = shell.ok("run", "--help")
        assert "Examples:\n" in said
        assert "  afterword run --once --dry-run   print what would be saved\n" in said


def test_the_manual_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "man" / "afterword.1").read_text("utf-8") == man_page(afterword), "run `make man`"


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_the_completion_script_is_that_of_the_command(shell: Shell, shell_name: str) -> None:
    script = shell.ok("completion", shell_name)
    assert "_AFTERWORD_COMPLETE" in script
    assert "afterword" in script


def test_completion_knows_the_commands() -> None:
    program = [sys.executable, "-c", "from daemon.cli import afterword; afterword.main(prog_name='afterword')"]
    asked = {"_AFTERWORD_COMPLETE": "bash_complete", "COMP_WORDS": "afterword th", "COMP_CWORD": "1"}
    done = subprocess.run(program, env=os.environ | asked, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "plain,threads\n"
