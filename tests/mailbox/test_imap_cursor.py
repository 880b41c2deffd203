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
from daemon.mailbox.protocol import MessageRef, Place, Progress
from tests.mailbox.world import NOON, SINCE

STATE = FolderState(uidvalidity=7, uid_next=101, exists=80)
LOOKING_BACK = LookBack(SINCE, below=101, resync=True, total=100)


def found(folder: str, hours: dict[int, float], size: int) -> tuple[tuple[int, MessageRef], ...]:
    return tuple(
        (uid, MessageRef(f"{folder} {uid}", Place.INBOX, NOON + timedelta(hours=hour), size)) for uid, hour in hours.items()
    )


def arrived(folder: str, hours: dict[int, float], *, uid: int = 0, end: int = 100, size: int = 10) -> Stretch:
    """Messages of a folder by UID, received so many hours after noon, above a position."""
    return Stretch(folder, Position(7, uid), arrived=found(folder, hours, size), end=end, last=100)


def lay_there(
    folder: str, hours: dict[int, float], *, back: LookBack = LOOKING_BACK, down_to: int = 1, size: int = 10
) -> Stretch:
    """Messages of a folder by UID, the newest first, that a look back has before it."""
    position = Position(7, 100, back)
    return Stretch(
        folder, position, end=100, last=100, lay_there=found(folder, hours, size), passed=tuple(hours), down_to=down_to
    )


def test_a_spot_survives_as_text_whatever_the_folder_is_called() -> None:
    spot = Spot('Alte:Post / "Entwürfe"', 7, 12)
    assert Spot.load(spot.dump()) == spot


@pytest.mark.parametrize("text", ["", "7", "7:12", "a:12:INBOX", "draft-12"])
def test_a_text_that_is_no_spot_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        Spot.load(text)


def test_a_cursor_survives_as_text() -> None:
    positions = {"INBOX": Position(7, 12), "Gesendet:1": Position(8, 100, LOOKING_BACK)}
    assert load_cursor(dump_cursor(positions)) == positions


@pytest.mark.parametrize(
    "text",
    [
        *("", "12345", "null", "[]", '"INBOX"', "{", '{"INBOX": 7}', '{"INBOX": {"uidvalidity": "7", "uid": 12}}'),
        '{"INBOX": {"uidvalidity": 7}}',
        '{"INBOX": {"uidvalidity": 7, "uid": 1, "look_back": {"since": "soon", "below": 3, "resync": false}}}',
        '{"INBOX": {"uidvalidity": 7, "uid": 1, "look_back": {"since": "2026-01-01T00:00:00+00:00", "until": 3}}}',
    ],
)
def test_a_cursor_that_nobody_can_read_knows_no_folder(text: str) -> None:
    assert load_cursor(text) == {}


def test_a_known_position_is_gone_on_from() -> None:
    assert position_in(STATE, Position(7, 100), SINCE, first_time=False) == Position(7, 100)


def test_the_first_time_all_that_is_there_is_looked_through() -> None:
    position = position_in(STATE, None, SINCE, first_time=True)
    assert position == Position(7, 100, LookBack(SINCE, below=101, resync=False))


def test_in_an_empty_folder_there_is_nothing_to_look_back_at() -> None:
    assert position_in(FolderState(7, 101, 0), None, SINCE, first_time=True) == Position(7, 100)


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
    assert position == Position(7, 100, LookBack(SINCE, below=101, resync=True))


def test_folders_go_forward_through_time_side_by_side() -> None:
    batch = next_batch([arrived("INBOX", {1: 1, 2: 3, 3: 5}), arrived("Sent", {1: 2, 2: 4})])
    assert [ref.id for ref in batch.messages] == ["INBOX 1", "Sent 1", "INBOX 2", "Sent 2", "INBOX 3"]
    assert (batch.more, batch.progress) == (False, None)
    assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, 100), "Sent": Position(7, 100)}


def test_what_does_not_fit_is_left_for_the_next_batch() -> None:
    inbox = arrived("INBOX", {uid: uid for uid in range(1, BATCH_COUNT + 1)}, end=BATCH_COUNT)
    batch = next_batch([inbox, arrived("Sent", {5: 0.5, 9: BATCH_COUNT + 0.5})])
    assert len(batch.messages) == BATCH_COUNT
    assert batch.more
    assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, BATCH_COUNT - 1), "Sent": Position(7, 8)}


def test_a_batch_is_bounded_by_octets_but_never_empty() -> None:
    batch = next_batch([arrived("INBOX", {1: 1, 2: 2}, size=BATCH_OCTETS + 1)])
    assert [ref.id for ref in batch.messages] == ["INBOX 1"]
    assert batch.more
    assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, 1)}


def test_a_late_message_in_the_order_of_uids_is_sorted_into_the_batch() -> None:
    batch = next_batch([arrived("INBOX", {1: 5, 2: 1, 3: 6})])
    assert [ref.id for ref in batch.messages] == ["INBOX 2", "INBOX 1", "INBOX 3"]


class TestLookingBack:
    def test_the_newest_of_all_folders_are_read_first(self) -> None:
        inbox = lay_there("INBOX", {uid: uid for uid in range(100, 100 - BATCH_COUNT, -1)}, down_to=1)
        batch = next_batch([inbox, lay_there("Sent", {100: 99.5, 50: -BATCH_COUNT})])
        assert len(batch.messages) == BATCH_COUNT
        assert batch.messages[-1].id == "INBOX 100"
        assert "Sent 100" in [ref.id for ref in batch.messages]
        assert "Sent 50" not in [ref.id for ref in batch.messages]
        assert batch.messages[0].id == f"INBOX {102 - BATCH_COUNT}"

    def test_the_cursor_remembers_how_far_down_it_came_beside_the_newest(self) -> None:
        batch = next_batch([lay_there("INBOX", {100: 5, 99: 4, 70: 3}, down_to=70)])
        back = LookBack(SINCE, below=70, resync=True, done=3, total=100)
        assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, 100, back)}
        assert (batch.more, batch.progress) == (True, Progress(3, 100))

    def test_what_does_not_fit_is_left_below_the_cursor(self) -> None:
        batch = next_batch([lay_there("INBOX", {100: 5, 99: 4}, size=BATCH_OCTETS)])
        assert [ref.id for ref in batch.messages] == ["INBOX 100"]
        back = load_cursor(batch.next_cursor)["INBOX"].look_back
        assert back == LookBack(SINCE, below=100, resync=True, done=1, total=100)

    def test_what_arrives_meanwhile_comes_first(self) -> None:
        back = LookBack(SINCE, below=50, resync=False, done=50, total=100)
        inbox = Stretch(
            "INBOX",
            Position(7, 100, back),
            arrived=found("INBOX", {101: 9}, BATCH_OCTETS),
            end=101,
            last=101,
            lay_there=found("INBOX", {49: 1}, 10),
            passed=(49,),
            down_to=1,
        )
        batch = next_batch([inbox])
        assert [ref.id for ref in batch.messages] == ["INBOX 101"]
        assert load_cursor(batch.next_cursor)["INBOX"] == Position(7, 101, back)

    def test_it_ends_at_the_bottom_of_every_folder(self) -> None:
        batch = next_batch([lay_there("INBOX", {3: 1}), Stretch("Sent", Position(7, 100), end=100, last=100)])
        assert (batch.more, batch.resynced, batch.progress) == (False, True, Progress(1, 1))
        assert load_cursor(batch.next_cursor) == {"INBOX": Position(7, 100), "Sent": Position(7, 100)}

    def test_messages_that_are_too_old_after_all_count_as_done(self) -> None:
        stretch = Stretch("INBOX", Position(7, 100, LOOKING_BACK), end=100, last=100, passed=(9, 8), down_to=8)
        batch = next_batch([stretch])
        assert (batch.messages, batch.more, batch.progress) == ((), True, Progress(2, 100))

    def test_every_batch_of_a_resync_says_so(self) -> None:
        begun = next_batch([lay_there("INBOX", {100: 1}, down_to=100), arrived("Sent", {}, uid=100)])
        assert (begun.resynced, begun.more) == (True, True)
        back = load_cursor(begun.next_cursor)["INBOX"].look_back
        assert back is not None
        ended = next_batch([lay_there("INBOX", {3: 0}, back=back), arrived("Sent", {}, uid=100)])
        assert (ended.resynced, ended.more) == (True, False)
        assert load_cursor(ended.next_cursor)["INBOX"] == Position(7, 100)
