"""How far the first look at a mailbox has come, as a bar on a terminal. In a pipe, and in a log, there is none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from daemon.mailbox.protocol import Progress


@contextmanager
def bar() -> Iterator[Callable[[str, Progress], None]]:
    """Gives what is to be told of the progress. The bar is on the standard error, and only where that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda _mailbox, _progress: None
        return
    # costs a tenth of a second, which a service and a script need not pay
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("first look at {task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def tell(mailbox: str, progress: Progress) -> None:
            if mailbox not in tasks:
                tasks[mailbox] = bars.add_task(mailbox, total=progress.total)
            bars.update(tasks[mailbox], completed=progress.done, total=progress.total)

        yield tell
