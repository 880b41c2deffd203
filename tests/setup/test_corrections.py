"""A line of the user's about the table of the first look, and what it does to what is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from classifiers.reading import MessageKind
from daemon.cycle import run_cycle
from daemon.errors import UserError
from daemon.house import House
from daemon.mailbox.memory import MemoryMailbox
from daemon.mailbox.memory_account import Label
from daemon.setup.corrections import Move, NotHiring, Rekind, Right, Show, understood
from daemon.setup.findings import due, findings, put_right, read_mail
from tests.cycle.road import at
from tests.service.household import house as house_at
from tests.setup.letters import LETTERS

NOW = at("2026-03-10 15:30")


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("a", Right()),
        (" A ", Right()),
        ("q", Right(later=True)),
        ("12", Show(12)),
        ("x 2 4-6,9 4", NotHiring((2, 4, 5, 6, 9))),
        ("m 3 5", Move(3, 5)),
        ("m  3  Acme  Ltd", Move(3, "Acme Ltd")),
        ("k 3.2 Rejection", Rekind(3, 2, MessageKind.REJECTION)),
    ],
)
def test_a_line_is_understood(line: str, meaning: object) -> None:
    assert understood(line) == meaning


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("", "nothing that I understand"),
        ("x", "nothing that I understand"),
        ("x two", "'two' is no number"),
        ("x 6-4", "no range"),
        ("x 1-99999", "no range"),
        ("m 3", "nothing that I understand"),
        ("k 3 rejection", "nothing that I understand"),
        ("k 3.1 rejected", "did you mean rejection"),
    ],
)
def test_what_is_not_understood_is_said_with_its_mend(line: str, hint: str) -> None:
    with pytest.raises(UserError, match=hint):
        understood(line)


@pytest.fixture
def mailbox() -> MemoryMailbox:
    mailbox = MemoryMailbox("personal")
    for letter, when in LETTERS:
        mailbox.deliver(letter, at(when))
    return mailbox


@pytest.fixture
def house(tmp_path: Path, mailbox: MemoryMailbox) -> Iterator[House]:
    """A house whose mail was read, and none of whose cycles has gone through."""
    house = house_at(tmp_path, mailbox)
    read_mail(house, NOW, told=lambda _line: None)
    yield house
    house.close()


def names(house: House) -> list[str]:
    return [finding.name for finding in findings(house, NOW)]


def say(house: House, line: str) -> None:
    correction = understood(line)
    assert isinstance(correction, NotHiring | Move | Rekind)
    put_right(house, findings(house, NOW), correction, NOW)


class TestPuttingRight:
    def test_the_first_look_finds_them_in_order_of_time_and_writes_nothing(self, house: House, mailbox: MemoryMailbox) -> None:
        assert names(house) == ["Globex", "Bloom Club", "Northwind"]
        assert [company for _, company in due(house, NOW)] == ["Northwind"]
        assert not mailbox.account.labelled(Label.DRAFT)

    def test_no_application(self, house: House) -> None:
        say(house, "x 1-2")
        assert names(house) == ["Northwind"]

    def test_into_another_application(self, house: House) -> None:
        say(house, "m 2 3")
        assert len(findings(house, NOW)) == 2
        assert sorted(len(finding.application.messages) for finding in findings(house, NOW)) == [1, 2]

    def test_into_one_that_is_called_by_its_name(self, house: House) -> None:
        say(house, "m 2 northwind")
        assert len(findings(house, NOW)) == 2

    def test_under_another_name(self, house: House) -> None:
        say(house, "m 2 Flora Ltd")
        assert names(house) == ["Globex", "Flora Ltd", "Northwind"]

    def test_another_kind(self, house: House) -> None:
        say(house, "k 2.1 rejection")
        (finding,) = [finding for finding in findings(house, NOW) if finding.name == "Bloom Club"]
        assert [step.kind for step in finding.steps] == [MessageKind.REJECTION]
        assert finding.state == "rejected"

    @pytest.mark.parametrize(("line", "problem"), [("x 9", "no number 9"), ("k 2.7 offer", "no message 7"), ("m 2 2", "already")])
    def test_what_there_is_not(self, house: House, line: str, problem: str) -> None:
        with pytest.raises(UserError, match=problem):
            say(house, line)
        assert names(house) == ["Globex", "Bloom Club", "Northwind"]

    def test_a_correction_holds_in_the_first_cycle(self, house: House) -> None:
        say(house, "x 3")
        assert run_cycle(house, NOW + timedelta(minutes=5)).saved == []
        assert names(house) == ["Globex", "Bloom Club"]
