"""Mail that none of us wrote: each message is read or refused, in bounded time, and nothing else happens."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, datetime

import pytest

from daemon.errors import UnreadableMail
from daemon.mail.calendar import events
from daemon.mail.html import split_html
from daemon.mail.message import Message
from daemon.mail.parse import parse
from daemon.mail.quoting import split
from tests.mail.public_corpora import CORPORA, available, files

pytestmark = pytest.mark.peer("corpora")

RECEIVED_AT = datetime(2026, 3, 3, 16, 0, tzinfo=UTC)
PATIENCE = 10  # seconds a message, on a busy machine; the usual is a hundredth of one
MAIL = [name for name in CORPORA if name != "icalendar"]


@pytest.mark.parametrize("name", MAIL)
def test_every_message_is_read_or_refused(name: str) -> None:
    read = refused = 0
    for file, raw in files(name):
        if file.endswith(".html"):
            continue
        begin = time.perf_counter()
        try:
            message = parse(raw, RECEIVED_AT)
        except UnreadableMail:
            refused += 1
        else:
            read += 1
            _assert_clean(message, file)
        assert time.perf_counter() - begin < PATIENCE, file
    if name == "notmuch" and not read + refused:
        pytest.skip("this machine cannot fetch Debian sources")
    assert read > 0
    assert refused <= 0.1 * read + 1


@pytest.mark.filterwarnings("ignore::icalendar.error.GloballyUniqueTZIDGuessed")
def test_every_calendar_is_read_or_yields_nothing() -> None:
    found = 0
    for file, ics in files("icalendar"):
        begin = time.perf_counter()
        for event in events(ics, ""):
            found += 1
            assert str(astuple(event)).encode("utf-8"), file
        assert time.perf_counter() - begin < PATIENCE, file
    assert found > 100


def test_the_replies_of_many_mail_clients_are_cut_to_what_is_new() -> None:
    replies = {file: parse(raw, RECEIVED_AT) for file, raw in files("talon") if "standard_replies" in file}
    assert len(replies) >= 12
    for file, message in replies.items():
        assert "Hello" in message.new_text, file
        assert len(message.new_text.split("\n")) <= 6, (file, message.new_text)
        assert message.quoted, file


def test_the_html_replies_of_many_mail_clients_are_cut_to_what_is_new() -> None:
    pages = {file: raw.decode("utf-8", "replace") for file, raw in files("talon") if "html_replies" in file}
    assert len(pages) >= 9
    for file, html in pages.items():
        new = split(split_html(html).new).new
        assert new.split() == ["Hi.", "I", "am", "fine.", "Thanks,", "Alex"], (file, new)


def test_available_means_that_there_is_something_to_read() -> None:
    assert available()
    assert all(any(True for _ in files(name)) for name in MAIL if CORPORA[name].requirement)


def _assert_clean(message: Message, file: str) -> None:
    for text in _strings(message):
        assert text.encode("utf-8"), file
        assert "\0" not in text, file
    assert message.message_id.startswith("<"), file
    for line in (message.subject, *(value for value in message.headers.values())):
        assert "\n" not in line, file
        assert "\r" not in line, file


def _strings(message: Message) -> Iterator[str]:
    """Every text of a message that is not empty."""
    addresses = [*message.to, *message.cc, *message.reply_to, *([message.sender] if message.sender else [])]
    people = [
        person for event in message.calendar for person in (*event.attendees, *([event.organizer] if event.organizer else []))
    ]
    described = [text for event in message.calendar for text in (event.uid, event.summary, event.description, event.location)]
    yield from filter(
        None,
        (
            *(text for address in (*addresses, *people) for text in (address.name, address.email)),
            *described,
            *message.headers.values(),
            *message.references,
            *message.in_reply_to,
            *message.attachments,
            *message.defects,
            *(message.message_id, message.subject, message.text, message.new_text, message.quoted, message.signature),
        ),
    )
