"""What a timeline is: reads the TOML files of this folder and finds every fault of form before anything is played."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
STOCK = HERE / "stock"

ACTIONS = frozenset({"mail", "again", "writes", "sends", "edits", "discards", "says", "loses"})
LETTER = frozenset({"from", "to", "cc", "subject", "letter", "text", "re", "fill", "interview", "calendar", "headers"})
EXPECTED = frozenset({"drafts", "on_the_minute", "state", "digest", "digest_is_silent_on", "digest_says"})
STEP = ACTIONS | LETTER | EXPECTED | {"at", "asleep", "received", "dated", "words", "new_id", "dies"}
TIMELINE = frozenset({"name", "why", "covers", "dovecot", "settings", "starts", "steps"})


class Malformed(ValueError):
    """A timeline that is not written as README.md says."""


@dataclass(frozen=True)
class Step:
    """One line of a timeline: at `at` (aware, UTC) something happens, or nothing; then the program runs, unless it is asleep."""

    at: datetime
    said: Mapping[str, Any]

    @property
    def action(self) -> str:
        return next((action for action in self.said if action in ACTIONS), "")

    @property
    def asleep(self) -> bool:
        return bool(self.said.get("asleep"))


@dataclass(frozen=True)
class Timeline:
    """`theme` is the file's name; `covers` are "RULE/edge" as stock/edges.toml lists them. `starts`: no cycle runs before."""

    theme: str
    name: str
    why: str
    covers: tuple[str, ...]
    dovecot: bool
    settings: Mapping[str, Any]
    starts: datetime | None
    steps: tuple[Step, ...]

    @property
    def title(self) -> str:
        return f"{self.theme}/{self.name}"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings["profile"]["timezone"])


@cache
def stock(name: str) -> Mapping[str, Any]:
    """One of the files in stock/."""
    return tomllib.loads((STOCK / f"{name}.toml").read_text("utf-8"))


@cache
def timelines() -> tuple[Timeline, ...]:
    """Every timeline, by theme and in the order of its file."""
    return tuple(timeline for file in sorted(HERE.glob("*.toml")) for timeline in _of_file(file))


def instant(written: str, zone: ZoneInfo) -> datetime:
    """ "Tue 2026-03-10 15:30" on Sam's wall clock; the weekday is there to be read, and must be right."""
    weekday, _, rest = written.partition(" ")
    local = datetime.fromisoformat(rest).replace(tzinfo=zone)
    if local.strftime("%a") != weekday:
        raise Malformed(f"{written!r} is a {local:%a}")
    return local.astimezone(UTC)


def _of_file(file: Path) -> Iterator[Timeline]:
    for said in tomllib.loads(file.read_text("utf-8"))["timeline"]:
        yield _timeline(file.stem, said)


def _timeline(theme: str, said: Mapping[str, Any]) -> Timeline:
    where = f"{theme}/{said.get('name', '?')}"
    try:
        _only(said, TIMELINE)
        usual = stock("settings")
        given = said.get("settings", {})
        settings = {section: {**usual.get(section, {}), **given.get(section, {})} for section in usual.keys() | given.keys()}
        zone = ZoneInfo(settings["profile"]["timezone"])
        steps = tuple(_step(step, zone) for step in said["steps"])
        if list(steps) != sorted(steps, key=lambda step: step.at):
            raise Malformed("its steps are not in order of time")
        return Timeline(
            theme=theme,
            name=said["name"],
            why=said["why"],
            covers=tuple(said["covers"]),
            dovecot=said.get("dovecot", False),
            settings=settings,
            starts=instant(said["starts"], zone) if "starts" in said else None,
            steps=steps,
        )
    except (Malformed, KeyError, ValueError) as fault:
        raise Malformed(f"{where}: {fault}") from fault


def _step(said: Mapping[str, Any], zone: ZoneInfo) -> Step:
    _only(said, STEP)
    if len(ACTIONS & said.keys()) > 1:
        raise Malformed(f"two things at once: {sorted(ACTIONS & said.keys())}")
    return Step(instant(said["at"], zone), said)


def _only(said: Mapping[str, Any], known: frozenset[str]) -> None:
    if unknown := said.keys() - known:
        raise Malformed(f"nobody knows {sorted(unknown)}")
