"""What every back end owes to the `Mailbox` protocol, as one test class, and the rules for the fate of a draft.

The fate of a draft, alike in all back ends (`draft_status`), decided in this order; the first that holds counts:

1.  Drafts hold a message with the draft's Message-ID (not marked as deleted). All such with the saved fingerprint: UNTOUCHED.
    Any with another: EDITED (a client that replaces a draft leaves both for a moment). This wins over a copy in the sent
    folder, as Gmail shows a message in both for a moment while it is being sent: SENT waits until the draft is gone.
2.  The sent folder holds a message with the draft's Message-ID: SENT.
3.  Drafts hold one that could be taken for ours, has a recipient in common and was not there when ours was saved: EDITED. A
    client replaced it under a new Message-ID. (A back end that looks into it may say UNTOUCHED where it has our very words.)
4.  The sent folder holds one that could be taken for ours and was not there when ours was saved: SENT. Whether it was our words
    under a new Message-ID or the user's own, the letter is written.
5.  Else DISCARDED: in the bin, moved to where no drafts are, or nowhere.

"Could be taken for ours" is a message that answers the same parent, by its In-Reply-To or, without one, by the last of its
References. A back end that lists more than a thread also takes one for it that answers nothing, and has the same subject and a
recipient in common: some clients lose the thread, and some drafts answer nothing.
"Was not there when ours was saved" compares no clocks: `save_draft` (and `find`, for a draft that it meets) writes into
`DraftRef.handle` the Message-IDs of what could be taken for the draft by then, in drafts and in sent.
In 3 and 4 a message never stands for ours that has the Message-ID of another draft of ours: one that this object saved, found, or
was asked about. Where drafts have an identity that outlives edits (Gmail's draft id), 1 looks for the draft by that.
`daemon.mailbox.draft_fate` decides all this from headers, for back ends that list them.

A back end's tests implement `tests.mailbox.world.World`, subclass `MailboxContract` with a name that begins with `Test` and
give the fixture `world`.
"""

from __future__ import annotations

import threading
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

    def test_an_interrupt_ends_a_wait_that_is_under_way(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        ring = threading.Timer(0.3, world.mailbox.interrupt)
        began = time.monotonic()
        ring.start()
        while not (woken := world.mailbox.wait(60)) and time.monotonic() - began < 30:
            pass
        ring.join()
        assert woken
        assert time.monotonic() - began < 30

    def test_an_interrupt_before_a_wait_ends_the_next_one_and_no_more(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        world.mailbox.interrupt()
        began = time.monotonic()
        assert world.mailbox.wait(60)
        assert time.monotonic() - began < 30
        assert not world.mailbox.wait(0.2)

    def test_closing_twice_is_fine(self, world: World) -> None:
        world.mailbox.changes(None, SINCE)
        world.mailbox.close()
        world.mailbox.close()

    def test_closing_before_any_use_is_fine(self, world: World) -> None:
        world.restart().close()
