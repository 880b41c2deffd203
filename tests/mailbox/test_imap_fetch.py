"""The answers to FETCH that are told by a pattern: the same as imapclient's parser tells, and nothing of any other form."""

from __future__ import annotations

import pytest
from imapclient.response_parser import parse_fetch_response

from daemon.mailbox.imap_fetch import plainly_told

Told = list[bytes | tuple[bytes, bytes] | None]

WHOLE: Told = [(b"1 (UID 7 BODY[] {5}", b"Hello"), b")", (b"2 (UID 9 BODY[] {0}", b""), b")"]
PARTS: Told = [(b"1 (UID 7 BODY[1.MIME] {3}", b"a\r\n"), (b" BODY[1]<0> {2}", b"b("), b")"]
SIZES: Told = [
    b'1 (UID 7 RFC822.SIZE 120 INTERNALDATE "02-Mar-2026 12:00:00 +0100")',
    b'2 (UID 8 RFC822.SIZE 4 INTERNALDATE " 3-Mar-2026 12:00:00 +0000")',
    b'3 (UID 9 RFC822.SIZE 4 INTERNALDATE "99-Mar-2026 12:00:00 +0000")',
]


@pytest.mark.parametrize("told", [WHOLE, PARTS, SIZES])
def test_it_says_what_the_parser_says(told: Told) -> None:
    parsed = parse_fetch_response(told, False, True)
    assert plainly_told(told) == {
        uid: {name: value for name, value in items.items() if name != b"SEQ"} for uid, items in parsed.items()
    }


def test_nothing_told_is_nothing() -> None:
    assert plainly_told([None]) == {}


@pytest.mark.parametrize(
    "told",
    [
        pytest.param([*WHOLE, b"1 (FLAGS (\\Seen) UID 7)"], id="news of flags among them"),
        pytest.param([(b"1 (UID 7 FLAGS (\\Seen) BODY[] {5}", b"Hello"), b")"], id="flags first"),
        pytest.param([(b"1 (BODY[] {5}", b"Hello"), b" UID 7)"], id="the UID last"),
        pytest.param([(b"1 (UID 7 BODY[] {5}", b"Hello"), b" FLAGS (\\Seen))"], id="flags last"),
        pytest.param([(b"1 (UID 7 BODY[1] {5}", b"Hello"), b' BODY[2] "")'], id="an empty part"),
        pytest.param([b"1 (UID 7 BODY[] NIL)"], id="no body"),
        pytest.param([(b"1 (UID 7 BODY[] {5}", b"Hello")], id="no end"),
        pytest.param([b'1 (UID 7 INTERNALDATE "02-Mar-2026 12:00:00 +0100" RFC822.SIZE 120)'], id="another order"),
        pytest.param([b'1 (UID 7 RFC822.SIZE 1 INTERNALDATE "02-Mar-2026 12:00:00 +0100" X-GM-THRID 5)'], id="more than that"),
    ],
)
def test_whatever_has_another_form_is_left_to_the_parser(told: Told) -> None:
    assert plainly_told(told) is None
