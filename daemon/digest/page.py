"""The digest as a page: sections of entries in reading order, every text final, cleaned and cut.

The HTML and the plain text are two prints of the same page, so neither can say what the other leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How loud an entry is."""

    PLAIN = "plain"
    URGENT = "urgent"
    QUIET = "quiet"


class Layout(StrEnum):
    """How the entries of a section stand: each a card with details, or a table of one row each."""

    CARDS = "cards"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Detail:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the page says.

    `label` is ours ("Thank-you"), `title` and `subtitle` mostly theirs (company, role), `when` a day, time or short remark.
    `ready` is a text to paste, `commands` are lines for a shell: no print breaks their lines.
    """

    title: str
    subtitle: str = ""
    label: str = ""
    when: str = ""
    tone: Tone = Tone.PLAIN
    details: tuple[Detail, ...] = ()
    note: str = ""
    questions: tuple[str, ...] = ()
    ready: str = ""
    commands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Some entries under a heading. `remark` stands below them: how many more there are, what else is good to know."""

    title: str
    entries: tuple[Entry, ...]
    introduction: str = ""
    layout: Layout = Layout.CARDS
    tone: Tone = Tone.PLAIN
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """The applications in one state. `percent` is the bar's length, of that of the longest."""

    label: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Glance:
    """The whole search in one picture: a bar for each state under way, and the ended ones in a sentence."""

    bars: tuple[Bar, ...]
    ended: str


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be done, the whole search at a glance, what is good to know, and how the program fares, in this order.

    `alerts` are troubles that must not wait for the end of the page.
    """

    subject: str
    title: str
    greeting: str
    alerts: tuple[str, ...]
    to_do: tuple[Section, ...]
    glance: Glance | None
    to_know: tuple[Section, ...]
    footer: tuple[str, ...]
