"""The manual page, made of what the commands say of themselves: `python -m daemon.commands.manual docs/man/afterword.1`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from daemon.commands.examples import EXAMPLES

FILES = (
    ("~/.config/afterword/config.toml", "The configuration; on macOS in ~/Library/Application Support/afterword."),
    ("/etc/afterword/config.toml", "The configuration of the service of the system."),
    ("~/.local/state/afterword/state.db", "What it knows; on macOS beside the configuration."),
)
ENVIRONMENT = (
    ("AFTERWORD_CONFIG", "The configuration file, where --config does not name it."),
    ("NO_COLOR", "If it is set, tables have no colours."),
)
EXITS = (
    ("0", "All is well."),
    ("1", "Something outside failed: a mailbox, the database. It may work later."),
    ("2", "The user can mend it: the configuration, the arguments. One line a problem."),
    ("130", "Broken off by the user."),
)


def man_page(group: click.Group) -> str:
    """The page in the man macros of roff (man(7))."""
    return "\n".join(_lines(group)) + "\n"


def _lines(group: click.Group) -> Iterator[str]:
    yield r".\" Made by `make man` from the program itself."
    yield '.TH AFTERWORD 1 "" afterword "User Commands"'
    yield ".SH NAME"
    yield r"afterword \- the right reply drafts, ready in a job seeker's mailbox"
    yield ".SH SYNOPSIS"
    yield r".B afterword"
    yield _escaped("[--config FILE] [--now INSTANT] COMMAND [ARGUMENT]...")
    yield ".SH DESCRIPTION"
    yield from _paragraphs(group.help or "")
    yield ".SH OPTIONS"
    yield from _options(group, "afterword")
    yield ".SH COMMANDS"
    for name, command in sorted(group.commands.items()):
        with click.Context(command, info_name=name) as context:
            usage = " ".join(command.collect_usage_pieces(context))
        yield f".SS {_escaped(f'afterword {name} {usage}')}"
        yield from _paragraphs(command.help or "")
        yield from _options(command, name)
        for line, what in EXAMPLES[name]:
            yield ".PP"
            yield ".RS 4"
            yield f".B {_escaped(line)}"
            if what:
                yield ".br"
                yield _escaped(what)
            yield ".RE"
    for heading, rows in (("EXIT STATUS", EXITS), ("ENVIRONMENT", ENVIRONMENT), ("FILES", FILES)):
        yield f".SH {heading}"
        for term, meaning in rows:
            yield from (".TP", f".B {_escaped(term)}", _escaped(meaning))


def _options(command: click.Command, name: str) -> Iterator[str]:
    with click.Context(command, info_name=name) as context:
        for parameter in command.params:
            record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
            if record is not None:
                yield from (".TP", f".B {_escaped(record[0])}", _escaped(record[1]))


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in re.split(r"\n[ \t]*\n", text.strip()):
        yield ".PP"
        yield _escaped(" ".join(paragraph.replace("\b", "").split()))


def _escaped(text: str) -> str:
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga").replace('"', r"\(dq")
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


if __name__ == "__main__":
    from daemon.cli import afterword

    Path(sys.argv[1]).write_text(man_page(afterword), "utf-8")
