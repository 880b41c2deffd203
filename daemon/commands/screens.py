"""`threads`, `doctor` and `status` as a terminal shows them; in a pipe they are the plain lines that `cli` prints."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from rich.console import Console

from daemon.commands.running import Check
from daemon.commands.tables import BAD, GOOD, QUIET, Cell, Column, printable, show
from daemon.commands.threads import Row
from daemon.playbook.standing import State as Standing
from daemon.service.condition import State
from daemon.service.overview import Overview, facts, heading, outlook

WAITING = "yellow"
_WIDE = 110
"""Columns of a terminal from which on a thread's row has room for everything."""
_OVER = frozenset({Standing.REJECTED, Standing.CLOSED, Standing.WITHDRAWN, Standing.MOVED_ON})
_GOOD = frozenset({Standing.OFFER, Standing.ACCEPTED, Standing.INTERVIEW_SCHEDULED, Standing.INTERVIEWED})


def show_threads(rows: Sequence[Row]) -> None:
    """Where every thread stands and what comes next; on a narrow terminal without since when."""
    console = Console(file=sys.stdout)
    if not rows:
        console.print("no application is known yet")
        return
    narrow = console.width < _WIDE
    columns = [Column("", whole=True), Column("company", "bold", least=14), Column("role", least=12), Column("state", whole=True)]
    columns += [] if narrow else [Column("since", whole=True)]
    columns += [Column("next", whole=not narrow, least=16)]
    show(columns, [_thread(row, narrow=narrow) for row in rows])


def _thread(row: Row, *, narrow: bool) -> list[str | Cell]:
    upcoming, state = row["next"], row["state"]
    style = QUIET if state in _OVER else GOOD if state in _GOOD else ""
    since = [] if narrow else [row["since"][:10]]
    coming = f"{upcoming['kind']} {upcoming['due_at'][:16].replace('T', ' ')}" if upcoming else ""
    return [Cell(row["id"], QUIET), row["company"] or "?", row["role"] or "", Cell(state, style), *since, coming]


def show_checks(checks: Iterable[Check]) -> bool:
    """What `doctor` found, with the mend of what is wrong; whether all is well."""
    with Console(stderr=True).status("checking …"):
        found = list(checks)
    rows: list[list[str | Cell]] = [
        [Cell("✗", BAD), check.what, Cell(check.mend, BAD)] if check.mend else [Cell("✓", GOOD), check.what, ""]
        for check in found
    ]
    show((Column("", whole=True), Column("checked"), Column("what is wrong, and the mend")), rows)
    return not any(check.mend for check in found)


def show_overview(overview: Overview, local: Callable[[datetime], datetime]) -> None:
    """How the service is. `local` turns an instant into the user's wall-clock time."""
    console = Console(file=sys.stdout, highlight=False)
    console.print(printable(heading(overview, local)), style=GOOD if overview.running else BAD, markup=False)
    if overview.problem:
        console.print(printable(overview.problem), style=BAD, markup=False)
    rows: list[list[str | Cell]] = []
    for mailbox in overview.mailboxes:
        style = BAD if mailbox.problem else GOOD if mailbox.state in (State.WATCHING, State.POLLING) else WAITING
        first, *more = facts(mailbox, overview.now)
        rows.append([mailbox.name, Cell(first, style), "; ".join(more)])
    show((Column("mailbox", "bold"), Column("how it is", whole=True), Column("")), rows)
    if tail := outlook(overview, local):
        console.print(printable(tail), markup=False)
