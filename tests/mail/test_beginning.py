"""What a first look sees of a message: the header's essentials and the beginnings of its texts, as the parser would see them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from daemon.mail.beginning import read_beginning
from daemon.mail.parse import parse
from tests.mailbox.world import mail

AT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HEAD = b"From: Dana <dana@x.example>\r\nTo: sam@example.org\r\nMessage-ID: <1@x.example>\r\nMIME-Version: 1.0\r\n"
PICTURE = b'<table><tr><td><img width="1" src="https://x.example/a.png"></td></tr></table>'


def test_the_header_says_what_it_says_to_the_parser() -> None:
    raw = mail(
        "<1@x.example>",
        sender="Dáná Örtiz <dana@x.example>",
        subject="Größe",
        in_reply_to="<0@x.example>",
        references="<a@x> <0@x.example>",
    )
    seen, parsed = read_beginning(raw, AT, 9_999), parse(raw, AT)
    assert seen is not None
    for field in ("message_id", "subject", "sender", "to", "cc", "date", "in_reply_to", "references", "received_at"):
        assert getattr(seen.message, field) == getattr(parsed, field), field
    assert seen.message.size == 9_999


def test_of_html_the_shown_text_is_read_and_no_style() -> None:
    page = b"<html><head><title>T</title><style>p { color: red }</style></head><body><p>Hello &amp; welcome</p></body></html>"
    seen = read_beginning(HEAD + b"Content-Type: text/html\r\n\r\n" + page, AT, 100)
    assert seen is not None
    assert seen.message.text == "Hello & welcome"


def test_a_part_that_was_cut_off_is_read_as_far_as_it_came() -> None:
    body = b"--b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nGr=C3=B6=C3=9Fe and no en="
    seen = read_beginning(HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + body, AT, 100)
    assert seen is not None
    assert seen.message.text.startswith("Größe and no en")


def test_a_calendar_part_is_seen_without_being_read() -> None:
    body = b"--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCAL\r\n--b--\r\n"
    seen = read_beginning(HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + body, AT, 100)
    assert seen is not None
    assert seen.calendar


@pytest.mark.parametrize(
    ("raw", "mass_made"),
    [
        (HEAD + b"\r\nHello", False),
        (HEAD + b"List-Unsubscribe: <https://x.example/u>\r\n\r\nHello", True),
        (HEAD + b"Precedence: bulk\r\n\r\nHello", True),
        (HEAD + b"Content-Type: text/html\r\n\r\n" + PICTURE, True),
        (HEAD + b"Content-Type: text/html\r\n\r\n<p>Hello <img src='cid:logo'></p>", False),
    ],
)
def test_what_was_made_in_numbers_shows_it(raw: bytes, mass_made: bool) -> None:
    seen = read_beginning(raw, AT, 100)
    assert seen is not None
    assert seen.mass_made is mass_made


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x00\xff\xfe" * 50, id="no header"),
        pytest.param(HEAD.replace(b"Message-ID", b"X-ID") + b"\r\nHello", id="no Message-ID"),
        pytest.param(HEAD + b"From: Other <other@x.example>\r\n\r\nHello", id="two authors"),
        pytest.param(HEAD.replace(b"dana@x.example", b"dana") + b"\r\nHello", id="no author"),
    ],
)
def test_what_only_the_parser_can_tell_is_left_to_it(raw: bytes) -> None:
    assert read_beginning(raw, AT, 100) is None
