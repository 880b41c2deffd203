"""Messages that a server does not give, though it gives others: Exchange refuses what it cannot convert, others what lies broken
on their disk. One of them shall not hold up all later mail for ever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import TypeVar

from imapclient.exceptions import IMAPClientError

from daemon.mailbox.imap_cursor import Spot
from daemon.mailbox.imap_faults import is_for_now

Told = TypeVar("Told")

GIVEN_UP_AFTER = 3
"""Refusals of one message, while others can be had, after which it is given up."""


class Refusals:
    """What one account's server has refused so far."""

    def __init__(self) -> None:
        self._counted: Counter[Spot] = Counter()

    def read(
        self, sizes: Mapping[Spot, int], read: Callable[[Mapping[int, int]], Mapping[int, Told]], nothing: Told
    ) -> dict[int, Told]:
        """What `read` gives for these messages of one folder, from their sizes, by UID; `nothing` for one that is given up.

        Raises what `read` raises. Where nothing at all can be had, that is the server's trouble, and no message's.
        """
        try:
            return dict(read({spot.uid: size for spot, size in sizes.items()}))
        except IMAPClientError as error:
            if not _is_refusal(error):
                raise
            told, refused = _one_by_one(sizes, read)
            if not told:
                raise
            self._counted.update(refused)
            if any(self._counted[spot] < GIVEN_UP_AFTER for spot in refused):
                raise
            return told | {spot.uid: nothing for spot in refused}


def _one_by_one(
    sizes: Mapping[Spot, int], read: Callable[[Mapping[int, int]], Mapping[int, Told]]
) -> tuple[dict[int, Told], list[Spot]]:
    told: dict[int, Told] = {}
    refused: list[Spot] = []
    for spot, size in sizes.items():
        try:
            told |= read({spot.uid: size})
        except IMAPClientError as error:
            if not _is_refusal(error):
                raise
            refused.append(spot)
    return told, refused


def _is_refusal(error: IMAPClientError) -> bool:
    """A plain NO or BAD, after which the connection is as good as before; not one that asks for patience."""
    return type(error) is IMAPClientError and not is_for_now(str(error))
