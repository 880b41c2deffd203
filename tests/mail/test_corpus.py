"""Every message of our own corpus reads as the JSON beside it says.

A key of the JSON is a field of `Message` and holds its exact value; `…_holds`, `…_lacks` and `…_matches` look for a part of
it. `unreadable` stands for UnreadableMail.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from daemon.errors import UnreadableMail
from daemon.mail.message import Address, CalendarEvent
from daemon.mail.parse import parse

CORPUS = Path(__file__).parent / "corpus"
EXPECTATIONS = sorted(CORPUS.rglob("*.json"))
RECEIVED_AT = datetime(2026, 3, 3, 16, 0, tzinfo=UTC)


@pytest.mark.parametrize("path", EXPECTATIONS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_message_reads_as_expected(path: Path) -> None:
    expected = json.loads(path.read_text())
    raw = path.with_suffix(".eml").read_bytes()
    assert expected.pop("about")
    if expected.pop("unreadable", False):
        with pytest.raises(UnreadableMail):
            parse(raw, RECEIVED_AT)
        return
    message = parse(raw, RECEIVED_AT)
    assert message.received_at == RECEIVED_AT
    assert message.size == len(raw)
    for key, value in expected.items():
        field, _, test = key.rpartition("_") if key.endswith(("_holds", "_hold", "_lacks", "_matches")) else (key, "", "")
        _check(test, _plain(getattr(message, field)), value, key)


def test_every_message_has_an_expectation_and_there_are_enough() -> None:
    assert {path.with_suffix(".eml") for path in EXPECTATIONS} == set(CORPUS.rglob("*.eml"))
    assert len(list((CORPUS / "malformed").glob("*.eml"))) >= 25
    assert len(list((CORPUS / "ordinary").glob("*.eml"))) >= 15


def _check(test: str, found: Any, value: Any, key: str) -> None:
    if test in ("holds", "hold"):
        assert [part for part in value if part not in found] == [], key
    elif test == "lacks":
        assert [part for part in value if part in found] == [], key
    elif test == "matches":
        assert re.fullmatch(value, found), key
    elif key == "calendar":
        assert [{name: event[name] for name in wanted} for event, wanted in zip(found, value, strict=True)] == value
    elif key == "headers":
        assert {name: found[name] for name in value} == value
    else:
        assert found == value, key


def _plain(value: Any) -> Any:
    """A value of a Message as JSON writes it."""
    if isinstance(value, Address):
        return [value.name, value.email]
    if isinstance(value, CalendarEvent):
        return {name: _plain(getattr(value, name)) for name in CalendarEvent.__slots__}
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
