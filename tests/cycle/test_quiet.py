"""A cycle with nothing new: quick and quiet, however much mail lies there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from daemon.mailbox.imap import ImapMailbox
from tests.cycle.road import CONFIRMED, Road, at, mail
from tests.mailbox.imap_world import ImapWorld, settings
from tests.peers.dovecot import Dovecot
from tests.peers.wire import Wire

NOISE = "Hello Sam,\n\nYour parcel has been handed to your neighbour at number seven.\n\nThe delivery service\n"


@pytest.mark.slow
@pytest.mark.peer("dovecot")
def test_twenty_thousand_messages_and_nothing_new(dovecot: Dovecot, tmp_path: Path) -> None:
    user = dovecot.new_user()
    dovecot.fill_inbox(user, mail("<old@parcels.example>", NOISE), 20_000, at("2025-06-01 10:00"))
    world = ImapWorld(dovecot, user)
    road = Road(world, tmp_path)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    assert road.cycle("2026-03-10 15:30").recorded == ["<confirmed@northwind.example>"]
    assert len(road.drafts()) == 1

    wire = Wire(dovecot.port)
    watched = ImapMailbox("personal", settings(wire.port, user))
    began = time.monotonic()
    report = road.cycle("2026-03-10 15:31", watched)
    took = time.monotonic() - began
    watched.close()
    wire.close()
    assert (report.recorded, report.failed) == ([], {})
    assert took <= 2.0
    fetches = [command for command in wire.commands if "FETCH" in command]
    assert all(command.startswith("UID FETCH 1 ") for command in fetches), f"only our own draft is looked at: {fetches}"
    opened = [command for command in wire.commands if command.startswith(("SELECT", "EXAMINE"))]
    assert not any("INBOX" in command for command in opened[2:]), "after the look for news only the drafts are opened"
