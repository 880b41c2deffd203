from __future__ import annotations

import time
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daemon.errors import UnreadableMail
from daemon.mail.message import Address, Message
from daemon.mail.parse import MAX_TEXT, parse
from tests.mail.test_corpus import CORPUS, RECEIVED_AT

FROM = b"From: Meg Ortiz <meg@acme.example>\nMessage-ID: <x@acme.example>\n"


class TestFields:
    def test_received_at_becomes_utc(self) -> None:
        message = parse(FROM + b"\nHello", datetime(2026, 3, 3, 10, tzinfo=timezone(timedelta(hours=-5))))
        assert message.received_at == datetime(2026, 3, 3, 15, tzinfo=UTC)
        assert message.received_at.utcoffset() == timedelta(0)

    def test_a_naive_received_at_is_the_callers_mistake(self) -> None:
        with pytest.raises(ValueError, match="zone"):
            parse(FROM + b"\nHello", datetime(2026, 3, 3))  # noqa: DTZ001

    def test_the_same_bytes_without_an_id_get_the_same_id(self) -> None:
        one, two, other = (parse(b"From: a@b.example\n\n" + body, RECEIVED_AT).message_id for body in (b"x", b"x", b"y"))
        assert one == two != other
        assert one.endswith("@missing.invalid>")

    def test_headers_of_robots_are_kept_and_cannot_be_changed(self) -> None:
        message = parse(FROM + b"Auto-Submitted: auto-replied\nX-Secret: 1\nList-Id: <l.acme.example>\n\nx", RECEIVED_AT)
        assert dict(message.headers) == {"auto-submitted": "auto-replied", "list-id": "<l.acme.example>"}
        with pytest.raises(TypeError):
            message.headers["precedence"] = "bulk"  # type: ignore[index]

    def test_of_several_authors_the_one_who_sent_it(self) -> None:
        raw = b"From: A <a@acme.example>, B <b@acme.example>\nSender: b@acme.example\nMessage-ID: <x@y>\n\nx"
        assert parse(raw, RECEIVED_AT).sender == Address("B", "b@acme.example")

    def test_text_is_capped(self) -> None:
        message = parse(FROM + b"\n" + b"word " * 100_000, RECEIVED_AT)
        assert len(message.text) <= MAX_TEXT
        assert len(message.new_text) <= MAX_TEXT

    def test_a_reply_below_a_long_history_is_found(self) -> None:
        message = parse(FROM + b"\n" + b"> history history history\n" * 2_000 + b"\nYes, on Tuesday.", RECEIVED_AT)
        assert message.new_text == "Yes, on Tuesday."

    def test_plain_text_is_preferred(self) -> None:
        raw = FROM + b"Content-Type: multipart/alternative; boundary=b\n\n"
        raw += b"--b\nContent-Type: text/html\n\n<p>From HTML</p>\n--b\nContent-Type: text/plain\n\nFrom plain\n--b--\n"
        message = parse(raw, RECEIVED_AT)
        assert message.new_text == "From plain"
        assert not message.html_only

    def test_a_footer_part_is_read_beside_the_body(self) -> None:
        raw = FROM + b"Content-Type: multipart/mixed; boundary=b\n\n"
        raw += b"--b\nContent-Type: text/html\n\n<p>Body</p>\n--b\nContent-Type: text/plain\n\nUnsubscribe here\n--b--\n"
        assert parse(raw, RECEIVED_AT).text == "Body\n\nUnsubscribe here"


SEEDS = [path.read_bytes() for path in sorted(CORPUS.rglob("*.eml"))]
SPLICES = (
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"--",
    b"=?utf-8?q?",
    b"?=",
    b"<",
    b">",
    b'"',
    b";",
    b"Content-Type: ",
    b"BEGIN:VEVENT\n",
    b"<div>",
)


@st.composite
def damaged_messages(draw: st.DrawFn) -> bytes:
    """A message of the corpus with pieces cut out, doubled, moved, or replaced by what parsers stumble over."""
    raw = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(raw)))
        end = min(len(raw), begin + draw(st.integers(0, 80)))
        piece = draw(st.one_of(st.sampled_from(SPLICES), st.binary(max_size=12), st.just(raw[begin:end] * 2)))
        raw = raw[:begin] + piece + raw[end:]
    return raw


class TestDamage:
    @settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(damaged_messages())
    def test_a_damaged_message_is_read_or_refused(self, raw: bytes) -> None:
        begin = time.perf_counter()
        try:
            message = parse(raw, RECEIVED_AT)
        except UnreadableMail:
            return
        finally:
            assert time.perf_counter() - begin < 5
        assert repr([getattr(message, field.name) for field in fields(Message)]).encode("utf-8")
        assert message.message_id.startswith("<")

    @pytest.mark.parametrize("path", sorted((CORPUS / "ordinary").glob("*.eml")), ids=lambda path: path.stem)
    def test_a_message_that_ends_anywhere_is_read_or_refused(self, path: Path) -> None:
        raw = path.read_bytes()
        for end in range(0, len(raw), 97):
            try:
                message = parse(raw[:end], RECEIVED_AT)
            except UnreadableMail:
                continue
            assert message.size == end
