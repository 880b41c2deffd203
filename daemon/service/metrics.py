"""Health for monitoring: a text file in the Prometheus exposition format, for the textfile collector of its node exporter."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from daemon.service.condition import State
from daemon.service.overview import Overview

logger = logging.getLogger(__name__)


class MetricsFile:
    """Rewritten whole each time, by renaming, so that nobody reads half of it. A fault is said once until it is over."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._failing = False

    def write(self, overview: Overview) -> None:
        try:
            self._replace("".join(f"{line}\n" for line in exposition(overview)))
        except OSError as error:
            if not self._failing:
                logger.warning("the metrics file %s cannot be written: %s", self._path, error.strerror)
            self._failing = True
        else:
            self._failing = False

    def remove(self) -> None:
        """A service that was stopped is not one that is well: without the file, monitoring sees that it is gone."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("the metrics file %s cannot be removed: %s", self._path, error.strerror)

    def _replace(self, text: str) -> None:
        handle, name = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.chmod(name, 0o644)  # the exporter runs as another user; there is nothing private in it
            os.replace(name, self._path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def exposition(overview: Overview) -> Iterator[str]:
    """The lines of the file. Mailboxes appear by the names that the user gave them."""
    yield from _metric("afterword_info", "gauge", "The version that runs.", [(f'version="{overview.version}"', 1)])
    yield from _metric("afterword_start_time_seconds", "gauge", "When the service was started.", [("", _seconds(overview.since))])
    yield from _metric("afterword_well", "gauge", "1 where nothing is in trouble.", [("", int(overview.is_well))])
    yield from _metric("afterword_database_well", "gauge", "1 where the database can be used.", [("", int(not overview.problem))])
    named = [(f'mailbox="{_escaped(mailbox.name)}"', mailbox) for mailbox in overview.mailboxes]
    well = [(label, int(not mailbox.problem)) for label, mailbox in named]
    yield from _metric("afterword_mailbox_well", "gauge", "1 where the mailbox can be worked with.", well)
    out = [(label, int(mailbox.state == State.SIGNED_OUT)) for label, mailbox in named]
    yield from _metric("afterword_mailbox_signed_out", "gauge", "1 where the user has to sign in again.", out)
    last = [(label, _seconds(mailbox.last_success)) for label, mailbox in named]
    yield from _metric("afterword_mailbox_last_success_timestamp_seconds", "gauge", "The last good look; 0 for none yet.", last)
    waiting = [("", overview.drafts_waiting or 0)]
    yield from _metric("afterword_drafts_waiting", "gauge", "Drafts that wait for the user's review.", waiting)
    yield from _metric(
        "afterword_messages_recorded_total", "counter", "Messages read since the start.", [("", overview.recorded)]
    )
    yield from _metric("afterword_drafts_saved_total", "counter", "Drafts saved since the start.", [("", overview.saved)])


def _metric(name: str, kind: str, about: str, samples: Sequence[tuple[str, float]]) -> Iterator[str]:
    yield f"# HELP {name} {about}"
    yield f"# TYPE {name} {kind}"
    for labels, value in samples:
        yield f"{name}{'{' + labels + '}' if labels else ''} {value}"


def _seconds(instant: datetime | None) -> float:
    return instant.timestamp() if instant else 0


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
