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
    `ready` is a text to paste, `commands` are lines for a shell, `link` leads to a web page that `link_text` names: no print
    breaks their lines.
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
    link: str = ""
    link_text: str = ""


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


class Mark(StrEnum):
    """What a day of the strip brings, in the order of weight. Each has a shape of its own, not just a colour."""

    INTERVIEW = "interview"
    DEADLINE = "deadline"
    DRAFT = "draft"
    PROMISE = "promise"

    @property
    def shape(self) -> str:
        return {Mark.INTERVIEW: "●", Mark.DEADLINE: "◆", Mark.DRAFT: "■", Mark.PROMISE: "○"}[self]


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day of the strip: its number in the month. `free`: nobody works on it."""

    weekday: str
    number: str
    marks: tuple[Mark, ...]
    today: bool
    free: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The next two weeks, seven days a row, from today. `legend` names the shapes that occur; `words` say the whole picture to
    whom it is read out."""

    weeks: tuple[tuple[StripDay, ...], ...]
    legend: tuple[tuple[Mark, str], ...]
    remark: str
    words: str


@dataclass(frozen=True, slots=True)
class Glance:
    """The whole search in one picture: a bar for each state under way, the ended ones in a sentence, and the next two weeks."""

    bars: tuple[Bar, ...]
    ended: str
    strip: Strip | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What is to be done and to know, the whole search at a glance, and how the program fares, in this order.

    `alerts` are troubles that must not wait for the end of the page.
    """

    subject: str
    title: str
    greeting: str
    alerts: tuple[str, ...]
    sections: tuple[Section, ...]
    glance: Glance | None
    closing: tuple[Section, ...]
    footer: tuple[str, ...]
