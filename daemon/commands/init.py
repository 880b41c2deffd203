"""`init`: the questions, the sign-in, the configuration, the first look, and what comes next."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from daemon import config
from daemon.assembly import open_mailbox
from daemon.commands.auth import Way, sign_in
from daemon.commands.progress import bar
from daemon.commands.surroundings import Surroundings
from daemon.commands.tables import Cell, Column, on_terminal, printable, show, show_plainly
from daemon.config import SYSTEM_FILE
from daemon.errors import ConfigError, MailboxError, StateError, UserError
from daemon.house import House
from daemon.service.lock import StateLock, Whereabouts
from daemon.setup.answers import Account
from daemon.setup.corrections import HELP, Right, Show, understood
from daemon.setup.findings import Finding, due, findings, put_right, read_mail
from daemon.setup.sign_in import trial_of
from daemon.setup.wizard import Said, Wizard, show_trial
from daemon.setup.writing import config_file, config_text, put_down, with_mailbox


def set_up(surroundings: Surroundings, said: Said, *, force: bool, add: bool, look: bool) -> None:
    """`add`: one more mailbox for the configuration that is there. Raises UserError, MailboxError and click.Abort; until the
    configuration is there, nothing is."""
    file = config_file(surroundings.config_file, os.environ)
    _may_be_written(file)
    add = add or _is_to_be_added(file, said, force=force)
    if said.asking:
        what = f"A mailbox is added to {file}" if add else f"Let us set up afterword. The configuration goes to {file}"
        click.echo(f"{what}. Ctrl-C ends this at any time; nothing is half done.\n")
    try:
        accounts, old = _one_more(file, said) if add else _all_of_it(file, said)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nNothing was written.", err=True)
        raise click.Abort from None
    click.echo(f"\n✓ The configuration is written: {file}{f' (what was there is {old.name} now)' if old else ''}")
    here = replace(surroundings, config_file=file)
    for account in accounts:
        if account.by_token:
            _sign_in_by_token(here, account.name, asking=said.asking)
    if look:
        _first_look(here, asking=said.asking)
    _what_comes_next(file, surroundings.config_file)


def _all_of_it(file: Path, said: Said) -> tuple[Sequence[Account], Path | None]:
    answers = Wizard(said, file.parent, os.environ).answers()
    return answers.accounts, put_down(config_text(answers, file.parent), answers.accounts, file, os.environ)


def _one_more(file: Path, said: Said) -> tuple[Sequence[Account], Path | None]:
    settings = config.load(file, os.environ, signing_in=True)
    address, account = Wizard(said, file.parent, os.environ).another([mailbox.name for mailbox in settings.mailbox])
    old = put_down(with_mailbox(file.read_text("utf-8"), account, address, file.parent), (account,), file, os.environ)
    if address.casefold() not in config.load(file, os.environ, signing_in=True).own_addresses:
        click.echo(f"Add {address} to `addresses` under [profile]: what comes from there is to count as yours.", err=True)
    return (account,), old


def _may_be_written(file: Path) -> None:
    """Better told before the questions than after them."""
    folder = next(place for place in file.absolute().parents if place.exists())
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(
            f"{file} cannot be written by this user: {folder} is not theirs to write to; --config names another place"
        )


def _is_to_be_added(file: Path, said: Said, *, force: bool) -> bool:
    """Whether a mailbox is to be added to the configuration that is there, as the user wants it; it is to be replaced, else."""
    if not file.exists() or force:
        return False
    if not said.asking:
        raise UserError(
            f"{file} is there already; --add adds a mailbox to it, --force replaces it, and keeps the old one beside it"
        )
    question = f"{file} is there already. a = add a mailbox to it, r = replace it (it is kept beside the new one), q = leave it"
    match click.prompt(question, default="q", type=click.Choice(["a", "r", "q"]), show_choices=False):
        case "q":
            click.echo("Nothing was written.")
            raise click.exceptions.Exit(0)
        case answer:
            return bool(answer == "a")


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
            with surroundings.house() as house:
                # nobody else may work on the state while mail is read, and anybody while the user thinks
                lock = partial(StateLock, house.database, Whereabouts.of(settings.state.database), "init")
                with lock(), bar() as tell:
                    read_mail(replace(house, progress=tell), now, click.echo)
                _look_through(house, surroundings, lock, asking=asking)
            return
        except (MailboxError, StateError, ConfigError) as error:
            click.echo(f"✗ {error}", err=True)
            if not asking:
                raise
            if not click.confirm("Try again? (if not, the first `afterword run --once` reads it)", default=True):
                return
        except UserError as error:  # a service works on this state already: it reads the mail
            click.echo(f"✗ {error}", err=True)
            click.echo("It reads a new mailbox, too, once it is reloaded (systemctl reload afterword).", err=True)
            return
        except (click.Abort, KeyboardInterrupt):
            click.echo("\nThe configuration stays, and what was read; `afterword run --once` goes on from here.", err=True)
            raise click.Abort from None


def _look_through(house: House, surroundings: Surroundings, lock: Callable[[], StateLock], *, asking: bool) -> None:
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
            with lock():
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
