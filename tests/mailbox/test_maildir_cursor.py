"""The set of known messages: what it tells about a folder, and what of it can be read again."""

from __future__ import annotations

import json
import zlib
from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daemon.mailbox.maildir_cursor import compare, dump_cursor, load_cursor
from daemon.mailbox.protocol import Place

SETS = st.frozensets(st.binary(min_size=8, max_size=8))
A, B, C = (bytes([number]) * 8 for number in range(3))


@given(st.dictionaries(st.sampled_from([Place.INBOX, Place.SENT]), SETS))
def test_what_is_written_is_read_again(known: dict[Place, frozenset[bytes]]) -> None:
    assert load_cursor(dump_cursor(known)) == known


def test_the_order_in_which_messages_became_known_does_not_matter() -> None:
    assert dump_cursor({Place.INBOX: {A, B}, Place.SENT: {C}}) == dump_cursor({Place.SENT: {C}, Place.INBOX: {B, A}})


@pytest.mark.parametrize(
    "inbox", [zlib.compress(b"x" * 64)[:-6], zlib.compress(b"seven.."), zlib.compress(bytes(50_000_000)), b"", b"x"]
)
def test_a_damaged_set_is_none(inbox: bytes) -> None:
    assert load_cursor(json.dumps({"inbox": b64encode(inbox).decode()})) is None


@given(st.text() | st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner)).map(json.dumps))
def test_text_of_any_kind_raises_nothing(text: str) -> None:
    assert not load_cursor(text)


def test_what_is_kept_gone_and_unknown() -> None:
    compared = compare({A, B}, {B, C})
    assert (compared.kept, compared.gone, compared.unknown, compared.afresh) == ({B}, {A}, {C}, False)


@pytest.mark.parametrize(
    ("known", "present", "afresh"),
    [(None, set(), True), (None, {A}, True), (set(), {A}, False), ({A}, set(), False), ({A}, {B}, True), ({A}, {A, B}, False)],
)
def test_a_folder_is_read_afresh_if_nothing_known_of_it_is_left(
    known: set[bytes] | None, present: set[bytes], afresh: bool
) -> None:
    assert compare(known, present).afresh is afresh
