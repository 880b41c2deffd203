"""What holds of every partition: the order of the input makes no difference, nothing is lost, the user's hand wins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.reading import MessageKind
from daemon.grouping import Conversation, Group, Letter, Placement, partition

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)
COMPANIES = (None, "Northwind", "Northwind Ltd", "Northwind Bank", "Copperleaf", "TalentBridge")
ROLES = (None, "Data Analyst", "Senior Data Analyst", "Lead Data Analyst", "Store Manager")
PEOPLE = ("meg@northwind.example", "tom@northwind.example", "anna@talentbridge.example", "jo@gmail.com")


@st.composite
def letters(draw: st.DrawFn, number: int) -> Letter:
    people = draw(st.frozensets(st.sampled_from(PEOPLE), max_size=2))
    writer = min(people, default="")
    return Letter(
        f"<{number}@x.example>",
        BEGIN + timedelta(hours=draw(st.integers(0, 400))),
        draw(st.sampled_from(list(MessageKind))),
        incoming=draw(st.integers(0, 5)) > 0,
        company=draw(st.sampled_from(COMPANIES)),
        role=draw(st.sampled_from(ROLES)),
        requisition=draw(st.sampled_from((None, None, None, "R-1", "R-2"))),
        people=people,
        domain=writer.rpartition("@")[2].replace("gmail.com", ""),
        robot="" if writer else "no-reply@lever.co",
        uids=draw(st.frozensets(st.sampled_from(("u1", "u2", "u3", "u4")), max_size=1)) if draw(st.booleans()) else frozenset(),
        agency="talentbridge" in writer,
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[Conversation], list[Placement]]:
    conversations, number = [], 0
    for key in range(draw(st.integers(1, 9))):
        wrote = [draw(letters(number + index)) for index in range(draw(st.integers(1, 3)))]
        number += len(wrote)
        conversations.append(Conversation(key, tuple(sorted(wrote, key=lambda one: (one.at, one.message_id)))))
    ids = [letter.message_id for each in conversations for letter in each.letters]
    placements = [
        Placement(draw(st.sampled_from(ids)), draw(st.sampled_from(["", *ids])), "Fabrikam")
        for _ in range(draw(st.integers(0, 2)))
    ]
    return conversations, placements


def facts(groups: list[Group]) -> set[tuple[frozenset[tuple[int, str]], str | None, str | None]]:
    return {(frozenset(group.reasons.items()), group.company, group.role) for group in groups}


@given(histories(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_input_makes_no_difference(history: tuple[list[Conversation], list[Placement]], luck: object) -> None:
    conversations, placements = history
    shuffled = list(conversations)
    luck.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' own random.Random
    assert facts(partition(conversations, placements)) == facts(partition(shuffled, placements))


@given(histories())
@settings(max_examples=150, deadline=None)
def test_every_hiring_conversation_is_in_exactly_one_group(history: tuple[list[Conversation], list[Placement]]) -> None:
    conversations, placements = history
    placed = [key for group in partition(conversations, placements) for key in group.reasons]
    assert len(placed) == len(set(placed))
    assert {each.key for each in conversations if each.is_hiring} <= set(placed)
    assert all(reason for group in partition(conversations, placements) for reason in group.reasons.values())


@given(histories())
@settings(max_examples=150, deadline=None)
def test_what_the_user_moved_is_where_he_put_it(history: tuple[list[Conversation], list[Placement]]) -> None:
    conversations, placements = history
    home = {letter.message_id: each.key for each in conversations for letter in each.letters}
    groups = partition(conversations, placements)
    for index, placement in enumerate(placements):
        overruled = any(home[later.message_id] == home[placement.message_id] for later in placements[index + 1 :])
        anchored = next((each for each in conversations if each.key == home.get(placement.anchor)), None)
        if overruled or anchored is None or not anchored.is_hiring:
            continue
        assert any({home[placement.message_id], anchored.key} <= group.reasons.keys() for group in groups)


def test_two_hundred_processes_are_parted_in_a_moment() -> None:
    conversations = [
        Conversation(
            key,
            (
                Letter(
                    f"<{key}@x.example>",
                    BEGIN + timedelta(hours=key),
                    MessageKind.HOLDING if key % 3 else MessageKind.APPLICATION_RECEIVED,
                    company=f"Company {key // 3}",
                    role="Data Analyst",
                    people=frozenset({f"p{key // 3}@c{key // 3}.example"}),
                ),
            ),
        )
        for key in range(600)
    ]
    before = datetime.now(UTC)
    assert len(partition(conversations)) == 200
    assert datetime.now(UTC) - before < timedelta(seconds=10)
