"""The one clock. Every decision takes its time from here; `--now` sets it, for trying things out."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from daemon.errors import UserError

Clock = Callable[[], datetime]
"""Gives the present instant, aware and in UTC."""


def system_clock() -> datetime:
    return datetime.now(UTC)


def pretending(start: datetime) -> Clock:
    """A clock that is set to `start` now and goes on from there."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)


def fixed(instant: datetime) -> Clock:
    """A clock that stands still: one command, one instant."""
    return lambda: instant


def parse_instant(text: str) -> datetime:
    """An ISO 8601 instant with an offset, as `--now` takes it. Raises UserError."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise UserError(f"--now {text}: not an ISO 8601 instant; write it like 2026-03-02T09:30:00+01:00") from None
    if instant.tzinfo is None:
        raise UserError(f"--now {text}: the offset is missing; write it like 2026-03-02T09:30:00+01:00")
    return instant.astimezone(UTC)
