"""What each message is read with: the state of its conversation as of its own time, in whatever order mail arrives."""

from __future__ import annotations

from pathlib import Path

import pytest

import classifiers
from classifiers.reading import Context, MessageKind
from daemon.mail.message import Message
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, SAM, Road, mail
from tests.mailbox.test_memory import MemoryWorld

ONE, TWO, THREE = (f"<{number}@northwind.example>" for number in (1, 2, 3))
CONFIRMATION = MessageKind.INTERVIEW_CONFIRMATION


@pytest.fixture
def road(tmp_path: Path) -> Road:
    return Road(MemoryWorld(), tmp_path)


@pytest.fixture
def contexts(monkeypatch: pytest.MonkeyPatch) -> dict[str, Context]:
    """The context with which each message was read last."""
    seen: dict[str, Context] = {}
    read = classifiers.read

    def watched(message: Message, context: Context | None = None) -> object:
        assert context is not None
        seen[message.message_id] = context
        return read(message, context)

    monkeypatch.setattr(classifiers, "read", watched)
    return seen


def known(context: Context) -> tuple[MessageKind | None, str | None]:
    return context.previous_kind, context.known_company


def test_the_user_is_known_in_every_context(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.cycle("2026-03-06 10:05")
    context = contexts[ONE]
    assert context.own_addresses == {"sam.rivera@example.org"}
    assert (context.own_name, context.country, context.outgoing) == ("Sam Rivera", "US", False)
    assert context.zone is not None
    assert known(context) == (None, None)


def test_an_answer_knows_what_came_before_even_in_one_batch(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-07 10:00", mail(TWO, HOLD, answers=(ONE,)))
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.cycle("2026-03-07 10:05")
    assert known(contexts[ONE]) == (None, None)
    assert known(contexts[TWO]) == (CONFIRMATION, "Northwind")


def test_late_mail_knows_nothing_of_what_came_after_it(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.arrives("2026-03-12 10:00", mail(THREE, REJECTED, answers=(ONE,)))
    road.cycle("2026-03-12 10:05")
    road.arrives("2026-03-11 10:00", mail(TWO, HOLD, answers=(ONE,)))
    road.cycle("2026-03-12 10:10")
    assert known(contexts[TWO]) == (CONFIRMATION, "Northwind")
    assert known(contexts[THREE]) == (MessageKind.HOLDING, "Northwind"), "and what came after it is read anew"


def test_the_beginning_of_a_conversation_may_come_last(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-11 10:00", mail(TWO, HOLD, answers=(ONE,)))
    road.cycle("2026-03-11 10:05")
    assert known(contexts[TWO]) == (None, None)
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.cycle("2026-03-11 10:10")
    assert known(contexts[ONE]) == (None, None)
    assert known(contexts[TWO]) == (CONFIRMATION, "Northwind")


def test_a_known_person_is_known_in_a_new_conversation(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.arrives("2026-03-11 10:00", mail(TWO, HOLD, subject="A word"))
    road.cycle("2026-03-11 10:05")
    assert known(contexts[TWO]) == (None, "Northwind")


def test_a_known_persons_earlier_mail_is_not_read_with_later_knowledge(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.cycle("2026-03-06 10:05")
    road.arrives("2026-03-05 10:00", mail(TWO, HOLD, subject="A word"))
    road.cycle("2026-03-06 10:10")
    assert known(contexts[TWO]) == (None, None)


def test_the_users_own_mail_is_outgoing(road: Road, contexts: dict[str, Context]) -> None:
    road.arrives("2026-03-06 10:00", mail(ONE, CONFIRMED))
    road.arrives(
        "2026-03-07 10:00", mail("<own@example.org>", "Thank you!\n\nSam", sender=SAM, to="Meg <meg@n.example>", answers=(ONE,))
    )
    road.cycle("2026-03-07 10:05")
    context = contexts["<own@example.org>"]
    assert context.outgoing
    assert known(context) == (CONFIRMATION, "Northwind")
