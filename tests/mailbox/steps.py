"""Steps that many mailbox tests begin with, and what they look at in the end."""

from __future__ import annotations

from collections.abc import Sequence

from daemon.mailbox.protocol import Batch, DraftRef, Mailbox, MessageRef, Place, ReplyAnchor
from tests.mailbox.world import NOON, SINCE, World, letter, mail, message_id_of


def drained(mailbox: Mailbox, cursor: str | None) -> list[Batch]:
    """All batches that there are now."""
    batches = [mailbox.changes(cursor, SINCE)]
    while batches[-1].more:
        batches.append(mailbox.changes(batches[-1].next_cursor, SINCE))
        assert len(batches) < 100, "`more` never ends"
    return batches


def identity(world: World, ref: MessageRef) -> str:
    (fetched,) = world.mailbox.fetch((ref,))
    return message_id_of(fetched.raw)


def announced(world: World, batch: Batch) -> Sequence[str]:
    """The Message-IDs of a batch, in its order."""
    return [identity(world, ref) for ref in batch.messages]


def theirs_arrived(world: World) -> None:
    world.deliver(mail("<theirs@northwind.example>"), NOON)


def saved(world: World, mime: bytes, parent: str = "<theirs@northwind.example>") -> DraftRef:
    """Save a draft in answer to `parent`, anchored as the house does it: with the thread that `changes` told."""
    refs = {identity(world, ref): ref for ref in world.mailbox.changes(None, SINCE).messages if ref.place is Place.INBOX}
    return world.mailbox.save_draft(mime, ReplyAnchor(parent, refs[parent].thread_hint))


def answered_draft(world: World) -> DraftRef:
    """A message of theirs arrived, and our draft answers it."""
    theirs_arrived(world)
    return saved(world, letter("<ours@example.org>", "<theirs@northwind.example>"))
