"""How far the reading has come: positions, cursors, batches."""

from __future__ import annotations

from datetime import timedelta

import pytest

from daemon.mailbox.imap_cursor import (
    BATCH_COUNT,
    BATCH_OCTETS,
    FolderState,
    LookBack,
    Position,
    Spot,
    Stretch,
    dump_cursor,
    load_cursor,
    next_batch,
    position_in,
)
from daemon.mailbox.protocol import MessageRef, Place
from tests.mailbox.world import NOON, SINCE

STATE = FolderState(uidvalidity=7, uid_next=101, exists=80)
LOOKING_BACK = LookBack(SINCE, until=101, resync=True)


def stretch(folder: str, hours: dict[int, float], *, position: Position | None = None, end: int = 100, size: int = 10) -> Stretch:
    """Messages of a folder by UID, received so many hours after noon."""
    refs = {uid: MessageRef(f"{folder} {uid}", Place.INBOX, NOON + timedelta(hours=hour), size) for uid, hour in hours.items()}
    return Stretch(folder, position or Position(7, 0), tuple(refs.items()), end=end, last=100)


def test_a_spot_survives_as_text_whatever_the_folder_is_called() -> None:
    spot = Spot('Alte:Post / "Entwürfe"', 7, 12)
    assert Spot.load(spot.dump()) == spot


@pytest.mark.parametrize("text", ["", "7", "7:12", "a:12:INBOX", "draft-12"])
def test_a_text_that_is_no_spot_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Spot.load(text)


def test_a_cursor_survives_as_text() -> None:
    positions = {"INBOX": Position(7, 12), "Gesendet:1": Position(8, 0, LOOKING_BACK)}
    assert load_cursor(dump_cursor(positions)) == positions


@pytest.mark.parametrize(
    "text",
    [
        *("", "12345", "null", "[]", '"INBOX"', "{", '{"INBOX": 7}', '{"INBOX": {"uidvalidity": "7", "uid": 12}}'),
        '{"INBOX": {"uidvalidity": 7}}',
        '{"INBOX": {"uidvalidity": 7, "uid": 1, "look_back": {"since": "soon", "until": 3, "resync": false}}}',
    ],
)
def test_a_cursor_that_nobody_can_read_knows_no_folder(text: str) -> None:
    assert load_cursor(text) == {}


def test_a_known_position_is_gone_on_from() -> None:
    assert position_in(STATE, Position(7, 100), SINCE, first_time=False) == Position(7, 100)


def test_the_first_time_all_that_is_there_is_looked_through() -> None:
    position = position_in(STATE, None, SINCE, first_time=True)
    assert position == Position(7, 0, LookBack(SINCE, until=101, resync=False))


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(Position(6, 50), id="another UIDVALIDITY"),
        pytest.param(None, id="a folder that the cursor does not know"),
        pytest.param(Position(7, 101), id="a UID that the folder has not given out yet"),
    ],
)
def test_a_position_without_meaning_begins_anew_and_says_so(known: Position | None) -> None:
    position = position_in(STATE, known, SINCE, first_time=False)
    assert position == Position(7, 0, LookBack(SINCE, until=101, resync=True))


def test_the_look_back_ends_where_the_folder_ended_when_it_began() -> None:
    position = Position(7, 0, LOOKING_BACK)
    assert position.last(FolderState(7, 150, 100)) == 100
    assert position.advanced(99) == Position(7, 99, LOOKING_BACK)
    assert position.advanced(100) == Position(7, 100)


def test_folders_go_forward_through_time_side_by_side() -> None:
    batch = next_batch([stretch("INBOX", {1: 1, 2: 3, 3: 5}), stretch("Sent", {1: 2, 2: 4})])
    assert [ref.id for ref in batch.messages] == ["INBOX 1", "Sent 1", "INBOX 2", "Sent 2", "INBOX 3"]
    assert not batch.more
    assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, 100), "Sent": Position(7, 100)}


def test_what_does_not_fit_is_left_for_the_next_batch() -> None:
    inbox = stretch("INBOX", {uid: uid for uid in range(1, BATCH_COUNT + 1)}, end=BATCH_COUNT)
    batch = next_batch([inbox, stretch("Sent", {5: 0.5, 9: BATCH_COUNT + 0.5})])
    assert len(batch.messages) == BATCH_COUNT
    assert batch.more
    assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, BATCH_COUNT - 1), "Sent": Position(7, 8)}


def test_a_batch_is_bounded_by_octets_but_never_empty() -> None:
    batch = next_batch([stretch("INBOX", {1: 1, 2: 2}, size=BATCH_OCTETS + 1)])
    assert [ref.id for ref in batch.messages] == ["INBOX 1"]
    assert batch.more
    assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, 1)}


def test_a_late_message_in_the_order_of_uids_is_sorted_into_the_batch() -> None:
    batch = next_batch([stretch("INBOX", {1: 5, 2: 1, 3: 6})])
    assert [ref.id for ref in batch.messages] == ["INBOX 2", "INBOX 1", "INBOX 3"]


def test_every_batch_of_a_resync_says_so() -> None:
    begun = stretch("INBOX", {1: 1}, position=Position(7, 0, LOOKING_BACK), end=1)
    batch = next_batch([begun, stretch("Sent", {})])
    assert (batch.resynced, batch.more) == (True, True)
    ended = stretch("INBOX", {100: 2}, position=load_cursor(batch.next_cursor)["INBOX"])
    batch = next_batch([ended, stretch("Sent", {}, position=Position(7, 100))])
    assert (batch.resynced, batch.more) == (True, False)
    assert load_cursor(batch.next_cursor)["INBOX"] == Position(7, 100)
