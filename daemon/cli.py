"""The command line: thin. Each command says what it does in its help; the work is in `daemon.commands`.

Exit codes: 0 all is well; 1 something outside failed (a mailbox, the database); 2 the user can mend it (configuration,
arguments), one line a problem.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from daemon import cli_words, logs
from daemon.cli_frame import FILE, State, afterword, pass_state
from daemon.commands.examples import add_examples
from daemon.errors import AfterwordError, UserError
from daemon.setup.presets import PRESETS

__all__ = ["afterword", "main"]

OK, FAILED, USER_ERROR = 0, 1, 2
PROVIDERS = [preset.key for preset in PRESETS]
_FOLDER = click.Path(file_okay=False, path_type=Path)


def main(arguments: list[str] | None = None) -> None:
    """The entry point: every expected failure becomes one line a problem and an exit code."""
    logs.set_up(verbose=False)
    try:
        afterword.main(arguments, standalone_mode=False)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(USER_ERROR)
    except click.Abort:
        sys.exit(130)
    except UserError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(USER_ERROR)
    except AfterwordError as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FAILED)


@afterword.command()
@click.argument("folder", default="demo", type=_FOLDER)
def demo(folder: Path) -> None:
    """Replay six weeks of a job search in seconds, into FOLDER (./demo). Needs no configuration and no network."""
    from daemon.demo.replay import replay

    for line in replay(folder):
        click.echo(line)


@afterword.command()
@click.option("--name", default="", help="Your name, as it stands under your drafts.")
@click.option("--email", "addresses", multiple=True, metavar="ADDRESS", help="Your mail address; say it again for a second one.")
@click.option("--timezone", default="", help="Your time zone, like America/New_York; guessed from this machine.")
@click.option("--country", default="", help="Your country, as two letters; guessed from the time zone.")
@click.option("--region", help="Your state or province, by its short code.")
@click.option("--provider", type=click.Choice(PROVIDERS), default=None, help="Where your mailbox is; guessed from the address.")
@click.option("--host", default="", help="The IMAP server's name, where the provider is `own`.")
@click.option("--port", type=click.IntRange(1, 65_535), help="The IMAP server's port.")
@click.option("--tls", type=click.Choice(["implicit", "starttls", "none"]), help="How the connection is encrypted.")
@click.option("--username", default="", help="The name to sign in with; the address, if left out.")
@click.option("--password-file", type=FILE, help="A file of mode 600 that holds the password; it is used where it lies.")
@click.option("--keyring", is_flag=True, help="Keep the password in the system's keyring.")
@click.option("--client-file", type=FILE, help="Your client at Google or Microsoft (docs/gmail.md, docs/outlook.md).")
@click.option("--ca-file", type=FILE, help="The certificates to trust, for a server of your own.")
@click.option("--mailbox", default="", metavar="NAME", help="What the mailbox is called in messages and in the digest.")
@click.option("--no-input", is_flag=True, help="Ask nothing: what is neither said nor guessed is a fault.")
@click.option("--no-look", is_flag=True, help="Leave out the first look at the mail.")
@click.option("--add", is_flag=True, help="Add a mailbox to the configuration that is there.")
@click.option("--force", is_flag=True, help="Replace a configuration without asking; the old one is kept beside it.")
@pass_state
def init(state: State, /, *, provider: str | None, no_input: bool, no_look: bool, add: bool, force: bool, **said: Any) -> None:
    """Set it up: asks who you are and where your mailbox is, signs in, writes the configuration, and takes a first look.

    Every question has an option of its own. Nothing is written before the server has taken the password, and no draft is saved.
    """
    from daemon.commands.init import set_up
    from daemon.setup.wizard import Said

    if add and force:
        raise click.UsageError("--add keeps the configuration and --force replaces it; say one of them")
    set_up(state.surroundings, Said(provider=provider or "", asking=not no_input, **said), force=force, add=add, look=not no_look)


@afterword.command()
@pass_state
def doctor(state: State) -> None:
    """Check everything that can be wrong, and say how to mend it."""
    from daemon.commands.running import examine
    from daemon.commands.tables import on_terminal

    if on_terminal():
        from daemon.commands.screens import show_checks

        sys.exit(OK if show_checks(examine(state.surroundings)) else FAILED)
    healthy = True
    for check in examine(state.surroundings):
        healthy = healthy and not check.mend
        click.echo(f"{'✗' if check.mend else '✓'} {check.what}{f': {check.mend}' if check.mend else ''}")
    sys.exit(OK if healthy else FAILED)


@afterword.command()
@click.option("--paste", is_flag=True, help="Paste the address that the browser is sent to: for a machine without one.")
@click.option("--port", type=click.IntRange(1, 65_535), help="Listen on this port for the browser's return; any, if left out.")
@click.option("--browser/--no-browser", default=None, help="Open a browser here, or say how to reach this machine from yours.")
@click.option("--import", "take_over", type=FILE, metavar="FILE", help="Take over the token that was made on another machine.")
@click.option("--timeout", type=click.IntRange(1, 3600), default=300, metavar="SECONDS", help="How long to wait for the browser.")
@click.argument("name")
@pass_state
def auth(
    state: State, name: str, paste: bool, port: int | None, browser: bool | None, take_over: Path | None, timeout: int
) -> None:
    """Sign in to the mailbox NAME: in the browser, or with its password. Nothing is kept that the server refuses."""
    from daemon.commands.auth import Way, sign_in

    way = Way(browser=browser, port=port or 0, paste=paste, take_over=take_over, patience=timeout)
    sign_in(state.surroundings, name, way)


@afterword.command()
@click.option("--once", is_flag=True, help="One full cycle over all mailboxes, then exit.")
@click.option("--dry-run", is_flag=True, help="With --once: print what would be saved, write nothing.")
@pass_state
def run(state: State, once: bool, dry_run: bool) -> None:
    """Run the service, or one cycle of it."""
    from daemon.commands.running import report_lines, run_once, run_service

    if dry_run and not once:
        raise click.UsageError("--dry-run goes with --once")
    if not once:
        logs.set_up(verbose=True)
        sys.exit(run_service(state.ticking))
    report = run_once(state.surroundings, dry=dry_run)
    for line in report_lines(report, dry=dry_run):
        click.echo(line)
    for name, problem in report.failed.items():
        click.echo(f"{name}: {problem}", err=True)
    sys.exit(FAILED if report.failed else OK)


@afterword.command()
@click.option("--json", "as_json", is_flag=True, help="A JSON object.")
@pass_state
def status(state: State, as_json: bool) -> None:
    """Say how the running service is: each mailbox, the drafts that wait, the next digest.

    Exits with 0 where it runs and all is well; with 1 where it does not run, or a mailbox or the database is in trouble.
    """
    from daemon.commands.status import local_time, overview
    from daemon.commands.tables import on_terminal
    from daemon.service.overview import lines

    surroundings = state.surroundings
    found = overview(surroundings)
    if on_terminal() and not as_json:
        from daemon.commands.screens import show_overview

        show_overview(found, local_time(surroundings))
        sys.exit(OK if found.is_well else FAILED)
    for line in [found.to_json()] if as_json else lines(found, local_time(surroundings)):
        click.echo(line)
    sys.exit(OK if found.is_well else FAILED)


@afterword.command()
@click.option("--json", "as_json", is_flag=True, help="A JSON object a line.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
def classify(as_json: bool, paths: tuple[Path, ...]) -> None:
    """Say what kind of message each file of raw mail is (files, folders, mbox)."""
    from daemon.commands.classifying import classify_paths

    for row in classify_paths(paths):
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
            continue
        sure = "" if row["confident"] else " (not sure)"
        click.echo(f"{row['file']}: {row['kind']} {row['confidence']:.0%}{sure}")
        about = " · ".join(filter(None, (row["company"], row["role"])))
        interview, promise = row["interview"], row["promise"]
        for label, value in (
            ("about", about),
            ("interview", interview and interview["start"]),
            ("answer by", promise and f"{promise['until'] or '?'} “{promise['phrase']}”"),
            ("because", ", ".join(f"“{phrase}”" for phrase in row["evidence"][:3])),
        ):
            if value:
                click.echo(f"    {label}: {value}")


@afterword.command()
@click.option("--json", "as_json", is_flag=True, help="A JSON list.")
@pass_state
def threads(state: State, as_json: bool) -> None:
    """List every thread of your search: where it stands and what comes next."""
    from daemon.commands.tables import on_terminal
    from daemon.commands.threads import thread_rows

    surroundings = state.surroundings
    with surroundings.house() as house:
        rows = thread_rows(house, surroundings.now)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if on_terminal():
        from daemon.commands.screens import show_threads

        show_threads(rows)
        return
    for row in rows:
        upcoming = row["next"]
        due = f"{upcoming['kind']} on {upcoming['due_at'][:16].replace('T', ' ')}" if upcoming else ""
        line = f"{row['id']:>4}  {_fit(row['company'] or '?', 24)}  {_fit(row['role'] or '', 26)}  {_fit(row['state'], 20)}{due}"
        click.echo(line.rstrip())


@afterword.command()
@click.argument("company", metavar="COMPANY-or-ID")
@pass_state
def show(state: State, company: str) -> None:
    """Explain one application: what was read and why, why each conversation belongs to it, which rules fired, why there is or is
    no draft. With a MESSAGE-ID: explain that message."""
    from daemon.commands.explain import explain, explain_message

    surroundings = state.surroundings
    with surroundings.house() as house:
        for line in ("@" in company and explain_message(house, company)) or explain(house, company, surroundings.now):
            click.echo(line)


@afterword.command()
@click.option("--preview", type=FILE, help="Write it to this file (HTML; plain text for *.txt) and deliver nothing.")
@pass_state
def digest(state: State, preview: Path | None) -> None:
    """Build the digest now, and deliver it unless previewed."""
    from daemon.commands.running import preview_digest, send_digest

    surroundings = state.surroundings
    with surroundings.house() as house:
        if preview:
            built = preview_digest(house, surroundings.now, preview)
            click.echo(f"{preview}: {built.rendered.subject}")
        else:
            built, delivered = send_digest(house, surroundings.now)
            click.echo(f"{'delivered' if delivered else 'lies in your inbox already'}: {built.rendered.subject}")


@afterword.command()
@click.option("--json", "form", flag_value="json", default="json", help="Every row of every table (the default).")
@click.option("--csv", "form", flag_value="csv", help="One line a thread, for a spreadsheet.")
@pass_state
def export(state: State, form: str) -> None:
    """Print everything that is known, as JSON, or where every application stands, as CSV."""
    from daemon.commands.keeping import everything, table

    surroundings = state.surroundings
    with surroundings.house() as house:
        if form == "csv":
            click.echo(table(house, surroundings.now), nl=False)
        else:
            click.echo(json.dumps(everything(house), ensure_ascii=False, indent=2))


@afterword.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.argument("company")
@pass_state
def forget(state: State, company: str, yes: bool) -> None:
    """Forget COMPANY: everything that is known of that application goes from the database.

    Its mail and drafts stay in your mailbox. Of its messages only hashes of their ids remain, so that they are not read again.
    """
    from daemon.commands import keeping

    with state.surroundings.house() as house:
        application, what = keeping.what_forget_means(house, company)
        if not yes and not click.confirm(f"forget {what}?"):
            click.echo("nothing was forgotten")
            return
        for line in keeping.forget_application(house, application):
            click.echo(line)


@afterword.command()
@click.argument("file", type=FILE)
@pass_state
def backup(state: State, file: Path) -> None:
    """Copy the database to FILE while the service may run."""
    from daemon.commands import keeping

    with state.surroundings.house() as house:
        keeping.backup(house, file)
    click.echo(f"backed up to {file}")


@afterword.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that lets SHELL complete commands and options with the tabulator key."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    if found is not None:
        click.echo(found(afterword, {}, "afterword", "_AFTERWORD_COMPLETE").source())


cli_words.add_to(afterword)
add_examples(afterword)


def _fit(text: str, width: int) -> str:
    return text[: width - 1] + "…" if len(text) > width else text.ljust(width)


if __name__ == "__main__":
    main()
