"""`init`: the questions, the sign-in, the configuration, the first look, and what comes next."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from daemon.assembly import open_mailbox
from daemon.commands.auth import Way, sign_in
from daemon.commands.progress import bar
from daemon.commands.surroundings import Surroundings
from daemon.commands.tables import Cell, Column, on_terminal, printable, show, show_plainly
from daemon.config import SYSTEM_FILE
from daemon.errors import ConfigError, MailboxError, StateError, UserError
from daemon.house import House
from daemon.service.lock import StateLock, Whereabouts
from daemon.setup.corrections import HELP, Right, Show, understood
from daemon.setup.findings import Finding, due, findings, put_right, read_mail
from daemon.setup.sign_in import trial_of
from daemon.setup.wizard import Said, Wizard, show_trial
from daemon.setup.writing import config_file, put_down


def set_up(surroundings: Surroundings, said: Said, *, force: bool, look: bool) -> None:
    """Raises UserError, MailboxError and click.Abort; until the configuration is there, nothing is."""
    file = config_file(surroundings.config_file, os.environ)
    _may_be_written(file, said, force=force)
    if said.asking:
        click.echo(
            f"Let us set up afterword. The configuration goes to {file}. Ctrl-C ends this at any time; nothing is half done.\n"
        )
    try:
        answers = Wizard(said, file.parent, os.environ).answers()
        old = put_down(answers, file, os.environ)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nNothing was written.", err=True)
        raise click.Abort from None
    click.echo(f"\n✓ The configuration is written: {file}{f' (what was there is {old.name} now)' if old else ''}")
    here = replace(surroundings, config_file=file)
    if answers.account.by_token:
        _sign_in_by_token(here, answers.account.name, asking=said.asking)
    if look:
        _first_look(here, asking=said.asking)
    _what_comes_next(file, surroundings.config_file)


def _may_be_written(file: Path, said: Said, *, force: bool) -> None:
    """Better told before the questions than after them."""
    folder = next(place for place in file.absolute().parents if place.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(
            f"{file} cannot be written by this user: {folder} is not theirs to write to; --config names another place"
        )
    if not file.exists() or force:
        return
    if not said.asking:
        raise UserError(f"{file} is there already; --force replaces it, and keeps the old one beside it")
    click.confirm(f"{file} is there already. Replace it (the old one is kept beside it)?", abort=True)


def _sign_in_by_token(surroundings: Surroundings, name: str, *, asking: bool) -> None:
    if not asking:
        raise UserError(f"the configuration is whole; now sign in, with a browser: afterword auth {name}")
    while True:
        try:
            sign_in(surroundings, name, Way())
            mailbox = open_mailbox(next(each for each in surroundings.settings().mailbox if each.name == name))
            try:
                show_trial(trial_of(mailbox))
            finally:
                mailbox.close()
            return
        except (UserError, MailboxError) as error:
            click.echo(f"✗ {error}", err=True)
            again = f"Try again? (`afterword auth {name}` does the same later, and `afterword init` need not be run again)"
            click.confirm(again, default=True, abort=True)


# --- the first look -------------------------------------------------------------------------------------------------------


def _first_look(surroundings: Surroundings, *, asking: bool) -> None:
    """Read what is there, and have it looked through. What cannot be read now is read by the first `run`."""
    settings, now = surroundings.settings(), surroundings.now
    click.echo(f"\nReading the last {settings.state.lookback_days} days of your mail. Nothing is saved, sent or marked as read.")
    while True:
        try:
            with (
                surroundings.house() as house,
                StateLock(house.database, Whereabouts.of(settings.state.database), "init"),
            ):
                with bar() as tell:
                    read_mail(replace(house, progress=tell), now, click.echo)
                _look_through(house, surroundings, asking=asking)
            return
        except (MailboxError, StateError, ConfigError) as error:
            click.echo(f"✗ {error}", err=True)
            if not asking:
                raise
            if not click.confirm("Try again? (if not, the first `afterword run --once` reads it)", default=True):
                return
        except UserError as error:  # a service works on this state already: it reads the mail
            click.echo(f"✗ {error}", err=True)
            return
        except (click.Abort, KeyboardInterrupt):
            click.echo("\nThe configuration stays, and what was read; `afterword run --once` goes on from here.", err=True)
            raise click.Abort from None


def _look_through(house: House, surroundings: Surroundings, *, asking: bool) -> None:
    now = surroundings.now
    found = findings(house, now)
    if not found:
        click.echo("No application was found in it. That is all right: afterword watches for the next one.")
        return
    show_findings(house, found)
    while asking:
        line = click.prompt("Are these your applications? a = all is right, or a correction (? = how)", default="a")
        if line.strip() == "?":
            click.echo(HELP)
            continue
        try:
            said = understood(line)
            if isinstance(said, Right):
                break
            if isinstance(said, Show):
                show_messages(house, found, said.number)
                continue
            put_right(house, found, said, now)
        except UserError as error:
            click.echo("\n".join(error.problems), err=True)
            continue
        found = findings(house, now)
        show_findings(house, found)
    for follow_up, company in due(house, now):
        click.echo(f"due now: {follow_up.kind} to {printable(f'{follow_up.contact.email} ({company})')}, rule {follow_up.rule}")


def show_findings(house: House, found: Sequence[Finding]) -> None:
    """The applications as a table."""
    columns = [
        Column("", whole=True), Column("company", "bold"), Column("role"), Column("state", whole=True),
        Column("since", whole=True), Column("mails", whole=True), Column("last"),
    ]  # fmt: skip
    calendar = house.preferences.calendar
    rows = [
        [
            str(finding.number), finding.name, finding.application.role or "", finding.state,
            f"{calendar.local(finding.since):%d %b}", str(len(finding.application.messages)),
            finding.application.messages[-1].subject,
        ]
        for finding in found
    ]  # fmt: skip
    if on_terminal():
        show(columns, rows, f"{len(found)} application{'' if len(found) == 1 else 's'}")
    elif rows:
        show_plainly(rows)
    else:
        click.echo("no application is left")


def show_messages(house: House, found: Sequence[Finding], number: int) -> None:
    """What was read in the messages of one application. Raises UserError."""
    finding = next((finding for finding in found if finding.number == number), None)
    if finding is None:
        raise UserError(f"there is no number {number}")
    rows: list[list[str | Cell]] = []
    for place, step in enumerate(finding.steps, 1):
        sender = step.sender.email if step.sender else "?"
        when = f"{house.preferences.calendar.local(step.at):%a %d %b}"
        rows.append([f"{number}.{place}", when, Cell(step.kind, "" if step.confident else "yellow"), sender, step.subject])
    columns = [
        Column("", whole=True),
        Column("came", whole=True),
        Column("read as", whole=True),
        Column("from"),
        Column("subject"),
    ]
    if on_terminal():
        show(columns, rows)
    else:
        show_plainly(rows)


def _what_comes_next(file: Path, named: Path | None) -> None:
    command = _command(file) + (f" --config {named}" if named else "")
    lines = (
        ("run --once --dry-run", "prints the drafts that it would save"),
        ("run --once", "saves them, in your drafts folder; it never sends anything"),
        ("run", "the service; deploy/install.sh sets it up for good (docs/operations.md)"),
        ("doctor", "checks everything, whenever something seems wrong"),
    )
    click.echo("\nWhat comes next:")
    for arguments, what in lines:
        click.echo(f"  {command} {arguments.ljust(20)}   {what}")


def _command(file: Path) -> str:
    """The program as the user calls it."""
    if file == SYSTEM_FILE:
        return "sudo afterword"
    return "afterword" if shutil.which("afterword") or Path(sys.argv[0]).name != "afterword" else sys.argv[0]
