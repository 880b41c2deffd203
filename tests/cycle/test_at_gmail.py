"""What a cycle does at Gmail alone: labels, the signature that is set there, and faults at any call."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from sqlalchemy import select

from daemon.acquaintance import plain_signature
from daemon.mailbox.protocol import Labelled
from daemon.state.models import CorrectionRow, MessageRow
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, Road, mail
from tests.mailbox.gmail_world import GmailWorld, service_at
from tests.peers.gmail_facade import Fault, GmailFacade

pytestmark = pytest.mark.peer("emulate")

MONDAY = "2026-03-09 09:00"


class Killed(BaseException):
    """The process ends here."""


INTERVIEW = "<interview@northwind.example>"


@pytest.fixture
def road(gmail: GmailFacade, tmp_path: Path) -> Iterator[Road]:
    with service_at(gmail.address):
        yield Road(GmailWorld(gmail, labels=True), tmp_path)
    gmail.faults.clear()


def gmail_of(road: Road) -> GmailWorld:
    assert isinstance(road.world, GmailWorld)
    return road.world


def labels_of(road: Road) -> list[str]:
    """The names of our labels on the messages in the inbox."""
    names = {key: name for name, key in gmail_of(road).account.labels().items()}
    every = [labels for _, _, labels in gmail_of(road).account.messages("INBOX")]
    return sorted(names[label] for labels in every for label in labels if names.get(label, "").startswith("afterword/"))


def kinds(road: Road) -> list[tuple[str, bool]]:
    house = road.house()
    try:
        with house.database.session() as session:
            return [(row.kind, row.corrected) for row in session.scalars(select(MessageRow).order_by(MessageRow.id))]
    finally:
        house.database.close()


def corrections(road: Road) -> int:
    house = road.house()
    try:
        with house.database.session() as session:
            return len(session.scalars(select(CorrectionRow)).all())
    finally:
        house.database.close()


class TestLabels:
    def test_mail_of_hiring_bears_its_kind_and_other_mail_none(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        road.arrives(
            MONDAY, mail("<lunch@friends.example>", "Lunch on Friday?", sender="Pat <pat@friends.example>", subject="Lunch")
        )
        road.cycle("2026-03-09 10:00")
        assert labels_of(road) == ["afterword/interview_confirmation"]
        assert "afterword/other" in gmail_of(road).account.labels(), "to choose from"
        assert corrections(road) == 0

    def test_our_own_labels_are_not_the_users_word(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        for minute in range(3):
            road.cycle(f"2026-03-09 10:0{minute}")
        gmail_of(road).restart()
        road.cycle("2026-03-09 10:05")
        assert corrections(road) == 0
        assert labels_of(road) == ["afterword/interview_confirmation"]

    def test_a_label_that_the_user_puts_on_corrects_the_message(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, HOLD))
        road.cycle("2026-03-09 10:00")
        ((kind, _),) = kinds(road)
        assert labels_of(road) == [f"afterword/{kind}"]
        account = gmail_of(road).account
        ((message, _, _),) = list(account.messages("INBOX"))
        account.relabel(message, add=[account.labels()["afterword/rejection"]])
        road.cycle("2026-03-09 10:01")
        assert kinds(road) == [("rejection", True)]
        assert labels_of(road) == ["afterword/rejection"], "and the other one is gone"
        road.cycle("2026-03-09 10:02")
        assert corrections(road) == 1

    def test_a_label_taken_off_says_nothing_and_does_not_come_back_at_once(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        road.cycle("2026-03-09 10:00")
        account = gmail_of(road).account
        ((message, _, _),) = list(account.messages("INBOX"))
        account.relabel(message, remove=[account.labels()["afterword/interview_confirmation"]])
        road.cycle("2026-03-09 10:01")
        assert corrections(road) == 0
        assert labels_of(road) == []

    @pytest.mark.parametrize("swapped", [False, True])
    def test_a_kill_between_the_cursor_and_the_choice_loses_nothing(self, road: Road, swapped: bool) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, HOLD))
        road.cycle("2026-03-09 10:00")
        ((kind, _),) = kinds(road)
        account = gmail_of(road).account
        ((message, _, _),) = list(account.messages("INBOX"))
        ids = account.labels()
        account.relabel(message, add=[ids["afterword/rejection"]], remove=[ids[f"afterword/{kind}"]] if swapped else [])
        with mock.patch("daemon.cycle.heed_labels", side_effect=Killed), pytest.raises(Killed):
            road.cycle("2026-03-09 10:01")
        gmail_of(road).restart()
        road.cycle("2026-03-09 10:02")
        assert kinds(road) == [("rejection", True)]
        assert labels_of(road) == ["afterword/rejection"]

    def test_a_kill_between_a_label_and_its_record_makes_no_correction(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        with mock.patch("daemon.labels._rows", side_effect=Killed), pytest.raises(Killed):
            road.cycle("2026-03-09 10:00")
        assert labels_of(road) == ["afterword/interview_confirmation"]
        gmail_of(road).restart()
        road.cycle("2026-03-09 10:01")
        road.cycle("2026-03-09 10:02")
        assert corrections(road) == 0
        assert labels_of(road) == ["afterword/interview_confirmation"]

    def test_after_a_lost_database_the_labels_of_the_one_before_are_no_choice(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        road.cycle("2026-03-09 10:00")
        account = gmail_of(road).account
        ((message, _, _),) = list(account.messages("INBOX"))
        ids = account.labels()
        account.relabel(message, add=[ids["afterword/rejection"]], remove=[ids["afterword/interview_confirmation"]])
        for file in road.folder.glob("state.db*"):
            file.unlink()
        gmail_of(road).restart()
        road.cycle("2026-03-09 10:01")
        assert kinds(road) == [("interview_confirmation", False)]
        assert labels_of(road) == ["afterword/interview_confirmation"]

    def test_a_label_taken_off_stays_off_after_a_restart(self, road: Road) -> None:
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        road.cycle("2026-03-09 10:00")
        account = gmail_of(road).account
        ((message, _, _),) = list(account.messages("INBOX"))
        account.relabel(message, remove=[account.labels()["afterword/interview_confirmation"]])
        gmail_of(road).restart()
        road.cycle("2026-03-09 10:01")
        assert (labels_of(road), corrections(road)) == ([], 0)

    def test_one_label_that_is_refused_ends_nothing(self, road: Road, caplog: pytest.LogCaptureFixture) -> None:
        theirs = REJECTED.replace("Northwind", "Globex")
        road.arrives(MONDAY, mail("<refused@globex.example>", theirs, sender="Ann <ann@globex.example>", subject="Globex"))
        ((refused, _, _),) = list(gmail_of(road).account.messages("INBOX"))
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        fault = Fault("error", f"{refused}/modify", "POST", status=400, reason="invalidArgument", times=100)
        gmail_of(road).facade.faults = [fault]
        road.cycle("2026-03-10 15:30")
        assert labels_of(road) == ["afterword/interview_confirmation"], "the other one goes on"
        assert INTERVIEW in {draft.answers for draft in road.drafts()}
        assert "personal: a message goes without its label: " in caplog.text
        left = fault.times
        road.cycle("2026-03-10 15:31")
        assert fault.times == left, "it is not asked for again"

    def test_without_the_users_wish_there_are_none(self, gmail: GmailFacade, tmp_path: Path) -> None:
        with service_at(gmail.address):
            road = Road(GmailWorld(gmail), tmp_path)
            road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
            road.cycle("2026-03-09 10:00")
            assert isinstance(road.world.mailbox, Labelled)
            assert road.world.mailbox.labels is None
            assert not [name for name in gmail_of(road).account.labels() if name.startswith("afterword")]


class TestSignature:
    def test_the_one_that_is_set_at_gmail_ends_a_draft(self, road: Road) -> None:
        gmail_of(road).account.send_as = [
            {"sendAsEmail": "sam@gmail.example", "isPrimary": True, "signature": "<div>From my <b>phone</b></div>"},
            {
                "sendAsEmail": "sam.rivera@example.org",
                "isDefault": True,
                "verificationStatus": "accepted",
                "signature": "<div dir='ltr'>Sam Rivera<br><a href='https://sam.example'>Data analyst</a></div>",
            },
            {"sendAsEmail": "never@verified.example", "verificationStatus": "pending"},
        ]
        road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
        road.cycle("2026-03-10 15:30")
        assert road.draft().text.replace("\r\n", "\n").rstrip().endswith("Sam Rivera\nData analyst")

    def test_mail_from_another_address_of_his_is_his_own(self, road: Road) -> None:
        gmail_of(road).account.send_as = [{"sendAsEmail": "Sam@Elsewhere.example", "verificationStatus": "accepted"}]
        road.arrives(MONDAY, mail("<self@elsewhere.example>", REJECTED, sender="Sam <sam@elsewhere.example>"))
        road.cycle("2026-03-09 10:00")
        house = road.house()
        with house.database.session() as session:
            assert [row.direction for row in session.scalars(select(MessageRow))] in ([], ["outgoing"])
        house.database.close()

    def test_a_page_is_no_signature(self) -> None:
        assert plain_signature("<p>Sam</p>") == "Sam"
        assert plain_signature("<br>".join(["One more line"] * 20)) == ""
        assert plain_signature("word " * 500) == ""
        assert plain_signature("") == ""


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["error", "reset after", "truncate"])
@pytest.mark.parametrize("call", range(0, 16, 4))
def test_whatever_call_fails_there_is_one_draft_in_the_end(road: Road, kind: str, call: int) -> None:
    """The fault lasts longer than the patience of a call; then Gmail works again, as if nothing had been."""
    road.arrives(MONDAY, mail(INTERVIEW, CONFIRMED))
    gmail_of(road).facade.faults = [Fault(kind, "/gmail/", skip=call, times=3), Fault(kind, "/gmail/", "POST", times=1)]
    road.cycle("2026-03-10 15:30")
    gmail_of(road).facade.faults.clear()
    gmail_of(road).restart()
    road.cycle("2026-03-10 15:31")
    road.cycle("2026-03-10 15:32")
    assert [state for state, _ in kinds(road)] == ["interview_confirmation"]
    assert road.draft().answers == INTERVIEW
