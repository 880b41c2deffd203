"""The verdicts on real mail that others published: lists, bounces, newsletters, odd MIME. None of it is of a hiring process."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from classifiers.reading import Context, MessageKind
from classifiers.verdict import judge
from daemon.errors import UnreadableMail
from daemon.mail.parse import parse
from tests.mail.public_corpora import CORPORA, files

ARRIVED = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.peer("corpora")
def test_none_of_it_is_surely_hiring_mail() -> None:
    read, taken_for_hiring = 0, []
    for name, raw in ((file, raw) for corpus in CORPORA if corpus != "icalendar" for file, raw in files(corpus)):
        if name.endswith(".html"):
            continue
        try:
            message = parse(raw, ARRIVED)
        except UnreadableMail:
            continue
        read += 1
        verdict = judge(message, Context())
        if verdict.confident and verdict.kind is not MessageKind.OTHER:
            taken_for_hiring.append((name, verdict.kind))
    assert taken_for_hiring == []
    assert read > 400
