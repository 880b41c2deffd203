"""What every command hangs on: the options before the command, and what they mean for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from daemon.clock import fixed, parse_instant, pretending, system_clock
from daemon.commands.contents import Contents

if TYPE_CHECKING:
    from daemon.commands.surroundings import Surroundings

FILE = click.Path(dir_okay=False, path_type=Path)


class State:
    """What the options before the command said. The rest of the house is imported by those commands that go there."""

    def __init__(self, config_file: Path | None, now: datetime | None) -> None:
        self.config_file = config_file
        self.instant = now

    @property
    def surroundings(self) -> Surroundings:
        """One command, one instant."""
        from daemon.commands.surroundings import Surroundings

        return Surroundings(self.config_file, fixed(self.instant or system_clock()))

    @property
    def ticking(self) -> Surroundings:
        """For the service: an instant that goes on from there."""
        from daemon.commands.surroundings import Surroundings

        return Surroundings(self.config_file, pretending(self.instant) if self.instant else system_clock)


pass_state = click.make_pass_decorator(State)


@click.group(
    cls=Contents,
    epilog="`afterword COMMAND --help` says more, and so does `man afterword`.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--config", "config_file", type=FILE, help="The configuration file.")
@click.option("--now", "now", metavar="INSTANT", help="Pretend that it is this instant (ISO 8601 with offset).")
@click.version_option(package_name="afterword")
@click.pass_context
def afterword(context: click.Context, config_file: Path | None, now: str | None) -> None:
    """Keeps the right reply drafts ready in a job seeker's mailbox. It never sends mail to anybody."""
    context.obj = State(config_file, parse_instant(now) if now else None)
