"""A mailbox as a job seeker has one: a little hiring mail, our own corpus, among very much of everything else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from classifiers.corpus_files import FOLDER, mail_of
from tests.bench.noise import noise

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAYS = 50
DISTINCT = 2_500
"""Letters of noise that are written anew; after so many they come again, under other Message-IDs."""
ONE_IN = 50
"""Of so many messages one is of the corpus."""

_MESSAGE_ID = re.compile(rb"(?<=\nMessage-ID: <)[^>\r\n]+(?=>)")


def mailbox(count: int) -> Iterator[tuple[bytes, datetime]]:
    """So many messages with the times of their receipt, the oldest first."""
    step = timedelta(days=DAYS) / count
    letters = list(noise(20, min(count, DISTINCT), lambda number: NOW - timedelta(days=DAYS) + number * step))
    corpus = _corpus()
    for number in range(count):
        received_at = NOW - timedelta(days=DAYS) + number * step
        raw = next(corpus, None) if number % ONE_IN == 0 else None
        if raw is None:
            raw = letters[number % len(letters)]
        yield _MESSAGE_ID.sub(b"%d.%d@bench.example" % (number, len(raw)), raw, count=1), received_at


def _corpus() -> Iterator[bytes]:
    """A thousand mails of the corpus, from all of its parts, incoming ones."""
    for path in sorted(FOLDER.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in islice(lines, 0, 300, 3):
                row = json.loads(line)
                if row.get("direction") != "outgoing":
                    sent = row.get("date") or "2026-11-04T09:12:00-05:00"
                    yield mail_of(row, datetime.fromisoformat(sent))
