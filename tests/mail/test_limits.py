from __future__ import annotations

import time

import pytest

from daemon.errors import UnreadableMail
from daemon.mail.limits import MAX_SIZE, admit
from daemon.mail.parse import parse
from tests.mail.test_corpus import RECEIVED_AT

FROM = b"From: meg@acme.example\r\nMessage-ID: <x@acme.example>\r\n"


def multipart(*parts: bytes) -> bytes:
    return FROM + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"".join(b"--b\r\n" + part + b"\r\n" for part in parts)


def nested(depth: int, lines: int) -> bytes:
    heads = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level) for level in range(depth))
    return FROM + b"".join(heads) + b"\r\n" + b"x\n" * lines


class TestAdmission:
    def test_only_fields_that_matter_pass(self) -> None:
        admitted = admit(FROM + b"X-Whatever: 1\r\nHeaders: 2\r\nPrecedence: bulk\r\n\r\nbody")
        assert set(admitted.fields) == {"from", "message-id", "precedence"}
        assert admitted.mime == b"\nbody"

    def test_first_received_and_no_more(self) -> None:
        admitted = admit(b"Received: one\r\nReceived: two\r\n" + FROM + b"\r\n")
        assert admitted.fields["received"] == b" one"
        assert admitted.defects == ()

    def test_folded_fields_stay_whole(self) -> None:
        assert admit(FROM + b"Subject: one\r\n two\r\n\tthree\r\n\r\nx").fields["subject"] == b" one\n two\n\tthree"

    def test_long_fields_are_cut_and_said_so(self) -> None:
        admitted = admit(FROM + b"Subject: " + b"x" * 100_000 + b"\r\n\r\nbody")
        assert len(admitted.fields["subject"]) < 5_000
        assert admitted.defects == ("cut-subject",)

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"\0" * 1000,
            b"hello world\n" * 10,
            b"note: this has a colon\n\nbut is no mail",
            FROM + b"\r\n" + b"x" * MAX_SIZE,
            FROM + b"\r\n" + b"\n" * 500_000,
            nested(300, 1),
            nested(300, 1).replace(b"boundary=", b"boundary\r\n            ="),
            nested(240, 100_000),
            FROM + b"Content-Type: message/rfc822\r\n\r\n" * 5_000,
            multipart(*(b"\r\nx",) * 20_000),
            FROM + b"Content-Type: text/plain" + b";" * 5_000 + b"\r\n\r\nx",
            multipart(b"Content-Type: text/plain" + b";a=b" * 5_000 + b"\r\n\r\nx"),
            FROM + b"".join(b"X-A: %d\r\n" % number for number in range(200_000)) + b"\r\nx",
        ],
        ids=lambda raw: f"{raw[:20]!r}-{len(raw)}",
    )
    def test_what_is_no_honest_message_is_refused_at_once(self, raw: bytes) -> None:
        begin = time.perf_counter()
        with pytest.raises(UnreadableMail):
            parse(raw, RECEIVED_AT)
        assert time.perf_counter() - begin < 3


@pytest.mark.slow
class TestHostileMessages:
    @pytest.mark.parametrize(
        "raw",
        [
            FROM + b"Subject: " + b"=?a?q?x" * 9_000 + b"\r\n\r\nx",
            FROM + b"To: " + b"=?a?q?x" * 9_000 + b"\r\n\r\nx",
            FROM + b"To: " + b"a@b.example," * 9_000 + b"\r\n\r\nx",
            FROM + b"To: " + b"(" * 60_000 + b"\r\n\r\nx",
            FROM + b"In-Reply-To: " + b"=?a?q?x" * 9_000 + b"\r\n\r\nx",
            FROM + b"References: " + b"(" * 60_000 + b"\r\n\r\nx",
            FROM + b"Received: from a by b; " + b"x" * 40_000 + b"\r\n\r\nx",
            FROM + b"Subject: " + b"\r\n x" * 100_000 + b"\r\n\r\nx",
            FROM + b"Content-Type: text/plain; charset=punycode\r\n\r\n" + b"a" * 900_000,
            FROM + b"Content-Type: text/plain; format=flowed\r\n\r\n" + b"word word \n" * 90_000,
            FROM + b"Content-Transfer-Encoding: base64\r\n\r\n" + (b"QUJD" * 19 + b"\r\n") * 120_000,
            nested(20, 150_000),
            nested(240, 10),
            multipart(*(b"\r\nx",) * 9_000),
            multipart(*(b"Content-Disposition: inline" + b";" * 100_000 + b"\r\n\r\nx",) * 90),
            multipart(*(b"Content-Type: text/html\r\n\r\n" + b"<p>x" * 5_000,) * 100),
        ],
        ids=lambda raw: f"{raw[48:75]!r}-{len(raw)}",
    )
    def test_are_read_in_bounded_time(self, raw: bytes) -> None:
        begin = time.perf_counter()
        message = parse(raw, RECEIVED_AT)
        assert time.perf_counter() - begin < 15  # one to three seconds; the machine may be busy
        assert message.message_id == "<x@acme.example>"
