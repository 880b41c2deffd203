"""What every back end owes to the `Mailbox` protocol, as one test class, and the rules for the fate of a draft.

The fate of a draft, alike in all back ends (`draft_status`), decided in this order; the first that holds counts:

1.  Drafts hold a message with the draft's Message-ID (not marked as deleted). All such with the saved fingerprint: UNTOUCHED.
    Any with another: EDITED (a client that replaces a draft leaves both for a moment). This wins over a copy in the sent
    folder, as Gmail shows a message in both for a moment while it is being sent: SENT waits until the draft is gone.
2.  The sent folder holds a message with the draft's Message-ID: SENT.
3.  The draft answers a message (`ref.in_reply_to`), and drafts hold one with the same In-Reply-To and a common recipient that
    was not there when ours was saved: EDITED. A client replaced it under a new Message-ID.
4.  The draft answers a message, and the sent folder holds one with the same In-Reply-To that was not there when ours was saved:
    SENT. Whether it was our words under a new Message-ID or the user's own, the letter is answered.
5.  Else DISCARDED: in the bin, or nowhere.

"Was not there when ours was saved" compares no clocks: `save_draft` (and `find`, for a draft that it meets) writes into
`DraftRef.handle` the Message-IDs of the messages that answer the same parent by then, in drafts and in sent.
In 3 and 4 a message never stands for ours that has the Message-ID of another draft of ours: one that this object saved, found, or
was asked about. Where drafts have an identity that outlives edits (Gmail's draft id), 1 looks for the draft by that.
`daemon.mailbox.draft_fate` decides all this from headers, for back ends that list them.

A back end's tests implement `tests.mailbox.world.World`, subclass `MailboxContract` with a name that begins with `Test` and
give the fixture `world`.
"""

from __future__ import annotations

import time

import pytest

from daemon.mailbox.protocol import Place
from tests.mailbox.contract_drafts import DraftContract
from tests.mailbox.contract_reading import ReadingContract
from tests.mailbox.steps import answered_draft
from tests.mailbox.world import ME, SINCE, World, mail


class MailboxContract(ReadingContract, DraftContract):
    @pytest.fixture
    def world(self) -> World:
        raise NotImplementedError("each back end gives its own world")

    def test_a_message_to_the_user_lands_in_the_inbox_unread(self, world: World) -> None:
        assert not world.mailbox.find_in_inbox("<digest@example.org>")
        world.mailbox.deliver_to_self(mail("<digest@example.org>", sender=ME))
        assert world.mailbox.find_in_inbox("<digest@example.org>")
        assert world.restart().find_in_inbox("<digest@example.org>")
        assert "\\Seen" not in world.flags(Place.INBOX, "<digest@example.org>")

    def test_only_the_inbox_is_searched_for_it(self, world: World) -> None:
        answered_draft(world)
        assert world.mailbox.find_in_inbox("<theirs@northwind.example>")
        assert not world.mailbox.find_in_inbox("<ours@example.org>")

    def test_waiting_ends_in_time(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        began = time.monotonic()
        world.mailbox.wait(0.2)
        assert time.monotonic() - began < 10

    def test_closing_twice_is_fine(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        world.mailbox.close()
        world.mailbox.close()

    def test_closing_before_any_use_is_fine(self, world: World) -> None:
        world.restart().close()
