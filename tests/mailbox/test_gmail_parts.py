"""Large messages: taken apart by Gmail, put together again without what is large."""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from daemon.mail.parse import parse
from daemon.mailbox.gmail_parts import rebuilt
from daemon.mailbox.protocol import MessageRef, Place
from tests.mailbox.gmail_script import Scripted, mailbox_on, said
from tests.mailbox.world import NOON, SINCE
from tests.peers.gmail_facade import NOT_FOUND

AT_MOST = 500_000
INVITATION = b"\r\n".join(
    b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
DTSTAMP:20260301T000000Z
DTSTART:20260310T190000Z
DTEND:20260310T200000Z
SUMMARY:Interview
END:VEVENT
END:VCALENDAR
""".splitlines()
)


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def part(kind: str, content: bytes = b"", *, attachment: str = "", size: int = 0, **headers: str) -> dict[str, Any]:
    body: dict[str, Any] = {"size": size or len(content)}
    body |= {"attachmentId": attachment} if attachment else {"data": encoded(content)}
    named = [{"name": name.replace("_", "-"), "value": value} for name, value in headers.items()]
    return {"mimeType": kind, "filename": "", "headers": named, "body": body}


def message(*parts: dict[str, Any], **headers: str) -> dict[str, Any]:
    usual = {
        "From": "Dana Ortiz <dana.ortiz@northwind.example>",
        "To": "Sam Rivera <sam.rivera@example.org>",
        "Subject": "Your interview, für Sie",
        "Message-ID": "<large@northwind.example>",
        "Date": "Mon, 02 Mar 2026 12:00:00 +0000",
        "MIME-Version": "1.0",
        "Content-Type": 'multipart/mixed; boundary="outer"',
        "List-Unsubscribe": "<https://northwind.example/u>",
    }
    named = [{"name": name, "value": value} for name, value in {**usual, **headers}.items()]
    return {"mimeType": "multipart/mixed", "headers": named, "body": {"size": 0}, "parts": list(parts)}


def refuse(attachment: str) -> bytes:
    raise AssertionError(f"nobody needs {attachment}")


WORDS = part(
    "text/plain", "Grüße aus Köln.\r\nWe would like to meet you.\r\n".encode(), Content_Type='text/plain; charset="UTF-8"'
)
VIDEO = part("video/mp4", attachment="video", size=20_000_000, Content_Type='video/mp4; name="office.mp4"')


def test_words_header_and_names_of_attachments_are_kept() -> None:
    raw = rebuilt(message(WORDS, VIDEO), refuse, at_most=AT_MOST)
    read = message_from_bytes(raw, policy=default)
    assert read["Subject"] == "Your interview, für Sie"
    assert read["List-Unsubscribe"] == "<https://northwind.example/u>"
    text, video = read.iter_parts()  # type: ignore[union-attr]
    assert text.get_content().replace("\r\n", "\n") == "Grüße aus Köln.\nWe would like to meet you.\n"
    assert (video.get_content_type(), video.get_filename(), video.get_content()) == ("video/mp4", "office.mp4", b"")


def test_an_invitation_is_fetched_where_it_is_not_in_the_message() -> None:
    calendar = part(
        "text/calendar", attachment="ics", size=len(INVITATION), Content_Type="text/calendar; method=REQUEST; charset=UTF-8"
    )
    asked = []

    def fetch(attachment: str) -> bytes:
        asked.append(attachment)
        return INVITATION

    raw = rebuilt(message(WORDS, calendar, VIDEO), fetch, at_most=AT_MOST)
    assert asked == ["ics"]
    read = parse(raw, datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert [event.start for event in read.calendar] == [datetime(2026, 3, 10, 19, tzinfo=UTC)]


def test_text_without_end_is_cut() -> None:
    endless = part("text/plain", b"words " * 400_000, Content_Type="text/plain")
    raw = rebuilt(message(endless), refuse, at_most=100_000)
    assert 40_000 < len(raw) <= 100_000


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"mimeType": "", "body": {}},
        {"mimeType": "multipart/mixed", "parts": []},
        {
            "mimeType": "text/plain",
            "headers": [{"name": "Subject", "value": "a\r\nBcc: x@y.example"}],
            "body": {"data": encoded(b"x")},
        },
        {
            "mimeType": "text/plain",
            "headers": [{"name": "X\r\nBcc", "value": "x@y.example"}, {"name": "", "value": ""}],
            "body": {},
        },
        {
            "mimeType": "a\r\nb/c",
            "headers": [{"name": "Content-Type", "value": "text/plain; charset=\r\n x"}],
            "body": {"data": ""},
        },
        {
            "mimeType": "text/plain",
            "headers": [{"name": "Content-Type", "value": "multipart/mixed; boundary=x"}],
            "body": {"data": "eA"},
        },
        {"mimeType": "message/rfc822", "parts": [{"mimeType": "text/plain", "body": {"data": encoded(b"inner")}}]},
    ],
)
def test_nothing_that_a_sender_wrote_breaks_out_of_its_place(payload: dict[str, Any]) -> None:
    raw = rebuilt(payload, refuse, at_most=AT_MOST)
    assert b"\nBcc:" not in raw
    message_from_bytes(raw)


def test_nesting_without_end_ends() -> None:
    nested: dict[str, Any] = part("text/plain", b"x")
    for _ in range(500):
        nested = {"mimeType": "multipart/mixed", "headers": [], "body": {}, "parts": [nested]}
    assert len(rebuilt(nested, refuse, at_most=AT_MOST)) < AT_MOST
    many = {"mimeType": "multipart/mixed", "headers": [], "body": {}, "parts": [part("text/plain", b"x")] * 10_000}
    assert len(rebuilt(many, refuse, at_most=AT_MOST)) < AT_MOST


class TestThroughTheMailbox:
    @pytest.fixture
    def script(self) -> Scripted:
        script = Scripted()
        script.holds("large", b"", NOON, size=20_000_000)
        script.messages["large"]["payload"] = message(WORDS, VIDEO)
        return script

    def test_the_attachments_of_a_large_message_stay_where_they_are(self, script: Scripted) -> None:
        with mailbox_on(script) as mailbox:
            (raw,) = mailbox.fetch(mailbox.changes(None, SINCE).messages)
        assert b"Message-ID: <large@northwind.example>" in raw.raw
        formats = [query.get("format", [""])[0] for path, query in script.asked if path == "messages/large"]
        assert "full" in formats
        assert not [path for path, _ in script.asked if "attachments" in path]

    def test_one_that_is_gone_is_missing(self, script: Scripted) -> None:
        with mailbox_on(script) as mailbox:
            refs = mailbox.changes(None, SINCE).messages
            del script.messages["large"]
            assert mailbox.fetch(refs) == []

    def test_one_whose_invitation_is_gone_meanwhile_is_missing(self, script: Scripted) -> None:
        calendar = part("text/calendar", attachment="ics", size=500, Content_Type="text/calendar")
        script.messages["large"]["payload"] = message(WORDS, calendar)
        script.answers["messages/large/attachments"] = NOT_FOUND
        with mailbox_on(script) as mailbox:
            assert mailbox.fetch(mailbox.changes(None, SINCE).messages) == []

    def test_an_invitation_apart_is_fetched(self, script: Scripted) -> None:
        calendar = part("text/calendar", attachment="ics", size=len(INVITATION), Content_Type="text/calendar; charset=UTF-8")
        script.messages["large"]["payload"] = message(WORDS, calendar)
        script.answers["messages/large/attachments"] = said({"size": len(INVITATION), "data": encoded(INVITATION)})
        with mailbox_on(script) as mailbox:
            (raw,) = mailbox.fetch(mailbox.changes(None, SINCE).messages)
        assert parse(raw.raw, NOON).calendar


def test_a_reference_that_came_from_elsewhere_can_be_fetched() -> None:
    """From the database of an earlier run."""
    script = Scripted()
    script.holds("small", b"Subject: Hi\r\n\r\nHello\r\n", NOON)
    with mailbox_on(script) as mailbox:
        (raw,) = mailbox.fetch((MessageRef("small", Place.INBOX, NOON, 30, "t"),))
    assert raw.raw == b"Subject: Hi\r\n\r\nHello\r\n"
