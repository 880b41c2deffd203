"""`classify`: raw mail from files, folders and mbox files, one verdict each. Needs no configuration and no database."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import classifiers
from classifiers.reading import InterviewTime, Promise
from daemon.errors import UnreadableMail, UserError
from daemon.mail.parse import parse

LARGEST = 12_000_000


def classify_paths(paths: tuple[Path, ...]) -> Iterator[dict[str, Any]]:
    """A row a message, in the order of the paths; folders are walked in the order of names. Raises UserError for a path that
    is not there."""
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise UserError(*(f"{path}: there is no such file or folder" for path in missing))
    for path in paths:
        yield from _rows(path)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """Of a file or of all in a folder. One that cannot be opened has a row that says so, and the others go on."""
    try:
        if path.is_dir():
            children = [child for child in sorted(path.iterdir()) if not child.is_symlink()]
        else:
            children = []
            for name, raw, at in _messages(path):
                yield _row(name, raw, at)
    except OSError as error:
        yield _as_row(str(path), "other", 0.0, confident=False, evidence=[f"unreadable: {error.strerror or error}"])
        return
    for child in children:
        if child.is_dir() or child.is_file():
            yield from _rows(child)


def _messages(path: Path) -> Iterator[tuple[str, bytes, datetime]]:
    with path.open("rb") as file:
        beginning = file.read(5)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if beginning != b"From ":
            yield str(path), beginning + file.read(LARGEST), changed
            return
    box = mailbox.mbox(path, create=False)
    try:
        for number, key in enumerate(box.keys(), start=1):
            yield f"{path}#{number}", box.get_bytes(key), changed
    finally:
        box.close()


def _row(name: str, raw: bytes, at: datetime) -> dict[str, Any]:
    try:
        message = parse(raw, at)
    except UnreadableMail as error:
        return _as_row(name, "other", 0.0, confident=False, evidence=[f"unreadable: {error}"])
    if message.date is not None:
        message = replace(message, received_at=message.date.astimezone(UTC))
    reading = classifiers.read(message)
    verdict, facts = reading.verdict, reading.facts
    return _as_row(
        name,
        verdict.kind.value,
        round(verdict.confidence, 4),
        confident=verdict.confident,
        evidence=[evidence.phrase for evidence in verdict.evidence],
        company=facts.company,
        role=facts.role,
        interview=facts.interview,
        promise=facts.promise,
    )


def _as_row(
    name: str,
    kind: str,
    confidence: float,
    *,
    confident: bool,
    evidence: list[str],
    company: str | None = None,
    role: str | None = None,
    interview: InterviewTime | None = None,
    promise: Promise | None = None,
) -> dict[str, Any]:
    return {
        "file": name,
        "kind": kind,
        "confidence": confidence,
        "confident": confident,
        "evidence": evidence,
        "company": company,
        "role": role,
        "interview": {
            "start": interview.start.isoformat(),
            "end": interview.end.isoformat() if interview.end else None,
        }
        if interview
        else None,
        "promise": {"phrase": promise.phrase, "until": promise.until.isoformat() if promise.until else None} if promise else None,
    }
