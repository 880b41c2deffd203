"""Rows for people: a table with colours on a terminal, plain lines in a pipe. NO_COLOR is heeded, as no-color.org asks."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import click

GOOD, BAD, QUIET = "green", "red", "dim"


@dataclass(frozen=True, slots=True)
class Column:
    """`style` is one of rich's; `whole`: it is never cut short nor wrapped; `least`: so many characters wide at least."""

    heading: str
    style: str = ""
    whole: bool = False
    least: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """Some text with a style of its own."""

    text: str
    style: str = ""


def on_terminal() -> bool:
    return sys.stdout.isatty()


def show(columns: Sequence[Column], rows: Iterable[Sequence[str | Cell]], title: str = "") -> None:
    """A table on the terminal. Cells may hold what strangers wrote: they cannot style or move anything there."""
    # costs a tenth of a second, which a script need not pay
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, title=title or None, title_justify="left", pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column.heading,
            style=column.style,
            no_wrap=column.whole,
            min_width=column.least,
            overflow="fold" if column.whole else "ellipsis",
        )
    for row in rows:
        cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
        table.add_row(*(Text(printable(cell.text), style=cell.style) for cell in cells))
    Console(file=sys.stdout, highlight=False).print(table)


def show_plainly(rows: Iterable[Sequence[str | Cell]]) -> None:
    """The same in a pipe: columns with two spaces between them, nothing cut short."""
    texts = [[printable(cell.text if isinstance(cell, Cell) else cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        click.echo("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())


def printable(text: str) -> str:
    """Without characters that command a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)
