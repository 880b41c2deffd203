"""The bench itself, with a small mailbox: what it compares is there, and nothing is out of all proportion."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.__main__ import MOST_MEGABYTES, MOST_TIMES_MBSYNC, compared
from tests.peers.dovecot import Dovecot

MESSAGES = 1_000
LEEWAY = 40
"""So small a mailbox mbsync has in half a second, while a program in Python has not even started; and the machine of the tests
does other things beside it. `make bench` measures; here nothing may be out of all proportion."""


@pytest.mark.slow
@pytest.mark.peer("dovecot")
@pytest.mark.peer("mbsync")
def test_the_first_look_needs_about_as_long_as_mbsync_and_little_memory(dovecot: Dovecot, tmp_path: Path) -> None:
    ratios, megabytes = compared(dovecot, tmp_path, MESSAGES, runs=1)
    assert max(ratios) < LEEWAY * MOST_TIMES_MBSYNC
    assert megabytes < MOST_MEGABYTES
