"""How one mailbox is, and when the user is told: once when a trouble begins, once when it is over, not at every try.

Pure: a `Standing` takes what a turn brought and gives the one line to say, or none.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from daemon.cycle import Trouble
from daemon.errors import AccessRevoked, ConfigError, FolderMissing, ReaderBroken, SignInFailed

REFUSALS_BELIEVED = 3
"""Servers also refuse in passing; so many refusals in a row, and the user has to sign in again."""


class State(StrEnum):
    """In the words in which `status` says it."""

    STARTING = "starting"
    FIRST_LOOK = "first look"
    WATCHING = "watching"
    POLLING = "polling"
    WAITING = "waiting to try again"
    SIGNED_OUT = "signed out"


@dataclass(frozen=True, slots=True)
class Condition:
    """A mailbox as of now. Instants are UTC; `since` is when the state began. `problem` is '' where all is well, and `mend` what
    the user can do about it, '' where it heals by itself."""

    state: State
    since: datetime
    last_success: datetime | None = None
    next_try: datetime | None = None
    problem: str = ""
    mend: str = ""

    @property
    def is_well(self) -> bool:
        return not self.problem

    @property
    def words(self) -> str:
        """What is wrong and what to do about it, which the problem may say already."""
        return self.problem if self.mend in self.problem else f"{self.problem}. {self.mend}"


@dataclass(frozen=True, slots=True)
class Saying:
    """One line for the log, and how urgent it is."""

    level: int
    text: str


@dataclass
class Standing:
    """What was said of one mailbox's present trouble. `mend` is what the user does where the sign-in is refused for good."""

    name: str
    mend: str
    began: datetime | None = None
    refusals: int = 0
    _said: set[str] = field(default_factory=set)

    @property
    def is_signed_out(self) -> bool:
        """Whether no try helps before the user did something about his sign-in."""
        return self.refusals >= REFUSALS_BELIEVED

    def failed(self, trouble: Trouble | None, now: datetime, words: str = "") -> Saying | None:
        """A turn failed. Without a `trouble` the fault is the program's or the database's, and `words` say which."""
        self.began = self.began or now
        if isinstance(trouble, AccessRevoked):
            self.refusals = REFUSALS_BELIEVED
        elif isinstance(trouble, SignInFailed):
            self.refusals += 1
        kind, level, end = self._kind_of(trouble)
        if kind in self._said:
            return None
        self._said.add(kind)
        words = self.named(words or str(trouble))
        told_already = end.startswith(self.mend) and self.mend in words
        return Saying(level, f"{words}{end.removeprefix(self.mend)}" if told_already else f"{words}; {end}")

    def succeeded(self, now: datetime) -> Saying | None:
        began, self.began, self.refusals = self.began, None, 0
        self._said.clear()
        if began is None:
            return None
        return Saying(logging.INFO, f"{self.name}: well again after {in_words(now - began)}")

    def named(self, words: str) -> str:
        """The words with the mailbox's name in front, unless they begin with it (some back ends put it there)."""
        return words if words.startswith((f"{self.name}:", "mailbox ")) else f"{self.name}: {words}"

    def _kind_of(self, trouble: Trouble | None) -> tuple[str, int, str]:
        match trouble:
            case SignInFailed() if self.is_signed_out:
                return "signed out", logging.ERROR, f"{self.mend}. Until then this mailbox rests"
            case SignInFailed():
                return "refused", logging.WARNING, "that can be in passing; trying again"
            case ConfigError() | FolderMissing():
                return "settings", logging.ERROR, "until that is mended this mailbox rests"
            case ReaderBroken() | None:
                return "broken", logging.ERROR, "trying again from time to time"
            case _:
                return "unavailable", logging.WARNING, "trying again by itself"


def in_words(span: timedelta) -> str:
    """A length of time as people say it: 40 s, 12 min, 5 h, 3 days."""
    seconds = max(0, round(span.total_seconds()))
    for size, unit in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"
