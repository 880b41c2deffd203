"""What the user says of the table of findings, in a line: `x 2 4-6`, `m 3 5`, `m 3 Northwind`, `k 3.2 rejection`, `3`, `a`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from classifiers.reading import MessageKind
from daemon.errors import UserError

HELP = """\
  a                  all is right
  3                  show the messages of 3
  x 2 4-6            these are no applications of yours
  m 3 5              3 belongs to the same application as 5
  m 3 Northwind      3 is an application with Northwind
  k 3.2 rejection    the second message of 3 is a rejection
  q                  leave it for now: `afterword correct` and `afterword move` do the same later"""

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Right:
    """All is right. `later`: or is to be looked at another time."""

    later: bool = False


@dataclass(frozen=True, slots=True)
class Show:
    number: int


@dataclass(frozen=True, slots=True)
class NotHiring:
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """`to` is another number, or a company's name."""

    number: int
    to: int | str


@dataclass(frozen=True, slots=True)
class Rekind:
    """The message at `place` (from 1) of the application."""

    number: int
    place: int
    kind: MessageKind


Correction = NotHiring | Move | Rekind


def understood(line: str) -> Right | Show | Correction:
    """What a line means. Raises UserError that says what is wanted."""
    command, _, rest = " ".join(line.split()).partition(" ")
    command, rest = command.casefold(), rest.strip()
    if command in ("a", "q") and not rest:
        return Right(later=command == "q")
    if re.fullmatch(r"[0-9]{1,6}", command) and not rest:
        return Show(int(command))
    if command == "x" and rest:
        return NotHiring(_numbers(rest))
    if command == "m" and (found := re.fullmatch(r"([0-9]{1,6}) (.+)", rest)):
        return Move(int(found[1]), int(found[2]) if re.fullmatch(r"[0-9]{1,6}", found[2]) else found[2])
    if command == "k" and (found := re.fullmatch(r"([0-9]{1,6})\.([0-9]{1,6}) (\S+)", rest)):
        return Rekind(int(found[1]), int(found[2]), _kind(found[3].casefold()))
    raise UserError(f"{line.strip()!r} is nothing that I understand:\n{HELP}")


def _numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in re.split(r"[ ,]{1,10}", text):
        found = re.fullmatch(r"([0-9]{1,6})(?:-([0-9]{1,6}))?", part)
        if not found:
            raise UserError(f"{part!r} is no number; write it like `x 2 4-6`")
        first, last = int(found[1]), int(found[2] or found[1])
        if not first <= last < first + MOST_AT_ONCE:
            raise UserError(f"{part!r} is no range; write it like `x 4-6`")
        numbers += range(first, last + 1)
    return tuple(dict.fromkeys(numbers))


def _kind(text: str) -> MessageKind:
    try:
        return MessageKind(text)
    except ValueError:
        close = get_close_matches(text, list(MessageKind), n=1, cutoff=0.5)
        hint = f"; did you mean {close[0]}?" if close else "."
        raise UserError(f"{text!r} is no kind of message{hint} There are: {', '.join(MessageKind)}") from None
