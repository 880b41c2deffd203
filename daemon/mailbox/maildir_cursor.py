"""How far a Maildir has been read: the set of the messages that are known, folder by folder.

Names in a Maildir have no order that could be trusted (clocks jump, synchronisers deliver late what is old), so nothing less than
the set will do. It is kept as eight bytes a message: 20,000 messages are about 210 kB of text. Pure.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping, Set
from dataclasses import dataclass

from daemon.mailbox.protocol import Place

_KEY = 8
_MESSAGES_AT_MOST = 5_000_000


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a folder holds now against what was known. `afresh`: nothing that was known means anything here."""

    kept: Set[bytes]
    gone: Set[bytes]
    unknown: Set[bytes]
    afresh: bool


def compare(known: Set[bytes] | None, present: Set[bytes]) -> Comparison:
    """`known` is None for a folder that the cursor does not name.

    A folder none of whose known messages is left, though it has others, was made anew: synchronised from scratch, or restored.
    """
    before = known or frozenset()
    kept = before & present
    return Comparison(kept, before - present, present - before, afresh=known is None or bool(before and present and not kept))


def dump_cursor(known: Mapping[Place, Set[bytes]]) -> str:
    """The cursor as text: for each folder the sorted keys, packed. The same sets give the same text."""
    return json.dumps({place.value: _pack(keys) for place, keys in sorted(known.items())})


def load_cursor(text: str) -> dict[Place, frozenset[bytes]] | None:
    """The sets of a cursor, or None for one that nobody can read (another back end's, say)."""
    try:
        return {Place(place): _unpack(packed) for place, packed in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError, zlib.error):
        return None


def _pack(keys: Set[bytes]) -> str:
    return b64encode(zlib.compress(b"".join(sorted(keys)))).decode("ascii")


def _unpack(packed: str) -> frozenset[bytes]:
    inflater = zlib.decompressobj()
    joined = inflater.decompress(b64decode(packed, validate=True), _KEY * _MESSAGES_AT_MOST)
    if not inflater.eof or len(joined) % _KEY:
        raise ValueError("not a set of keys")
    return frozenset(joined[start : start + _KEY] for start in range(0, len(joined), _KEY))
