"""Labels at Gmail where calls fail: the user's choice is not forgotten, and no label ends a turn."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest

from daemon.errors import MailboxError, MailboxUnavailable
from daemon.mailbox.gmail_calls import GmailCalls
from daemon.mailbox.gmail_labels import GmailLabels

NAMES = {"INBOX": "INBOX", "afterword": "L0", "afterword/rejection": "L1", "afterword/offer": "L2"}
KINDS = ("rejection", "offer")
REFUSED = MailboxError("Gmail refuses (400 invalidArgument)")


@pytest.fixture
def calls() -> Any:
    calls = mock.create_autospec(GmailCalls, instance=True)
    calls.labels.return_value = NAMES
    calls.search.side_effect = lambda *_, **__: iter(())
    return calls


def put_on(message: str, *labels: str, what: str = "labelsAdded") -> dict[str, Any]:
    return {"id": "5", what: [{"message": {"id": message}, "labelIds": list(labels)}]}


def test_what_is_there_already_is_met_once(calls: Any) -> None:
    calls.search.side_effect = lambda _, label: iter({"L1": ["18f3", "18f4"], "L2": ["18f4"]}[label])
    labels = GmailLabels(calls)
    assert labels.met(KINDS) == {"18f3": ("rejection",), "18f4": ("rejection", "offer")}
    assert labels.met(KINDS) == {}
    assert labels.borne() == {"18f3": ("rejection",), "18f4": ("rejection", "offer")}


def test_what_is_put_on_and_taken_off_is_followed(calls: Any) -> None:
    labels = GmailLabels(calls)
    labels.met(KINDS)
    labels.note([put_on("18f3", "L1", "STARRED"), put_on("18f3", "L2"), put_on("18f3", "L1", what="labelsRemoved")])
    assert labels.met(KINDS) == {"18f3": ("rejection", "offer")}, "however short it was on"
    assert labels.borne() == {"18f3": ("offer",)}


def test_a_choice_outlives_a_call_that_fails(calls: Any) -> None:
    labels = GmailLabels(calls)
    labels.note([put_on("18f3", "L1")])
    calls.labels.side_effect = [MailboxUnavailable("Gmail did not answer in time"), NAMES]
    with pytest.raises(MailboxUnavailable):
        labels.met(KINDS)
    assert labels.met(KINDS) == {"18f3": ("rejection",)}
    assert labels.met(KINDS) == {}


def test_our_own_are_not_met_again(calls: Any) -> None:
    labels = GmailLabels(calls)
    labels.met(KINDS)
    labels.show("18f3", "rejection")
    labels.show("18f3", "offer")
    labels.note([put_on("18f3", "L1"), put_on("18f3", "L2"), put_on("18f3", "L1", what="labelsRemoved")])
    assert labels.met(KINDS) == {}
    assert labels.borne() == {"18f3": ("offer",)}


def test_a_message_that_another_back_end_named_bears_none(calls: Any) -> None:
    """It was read by IMAP, say, and archived before the mailbox was asked through the API."""
    labels = GmailLabels(calls)
    labels.met(KINDS)
    labels.show("7:12:INBOX", "offer")
    assert calls.relabel.call_count == 0
    labels.show("18f3", "offer")
    calls.relabel.assert_called_once_with("18f3", ["L2"], ["L1"])


def test_a_label_that_the_user_deleted_is_made_again(calls: Any) -> None:
    labels = GmailLabels(calls)
    labels.met(KINDS)
    without = {name: label for name, label in NAMES.items() if label != "L2"}
    calls.labels.return_value = without
    calls.create_label.side_effect = lambda name: calls.configure_mock(**{"labels.return_value": {**without, name: "L9"}})
    calls.relabel.side_effect = [REFUSED, None]
    labels.show("18f3", "offer")
    assert [call.args for call in calls.relabel.call_args_list] == [("18f3", ["L2"], ["L1"]), ("18f3", ["L9"], ["L1"])]


def test_a_label_that_cannot_be_made_is_asked_for_once(calls: Any, caplog: pytest.LogCaptureFixture) -> None:
    calls.create_label.side_effect = MailboxError("Gmail refuses (400 invalidArgument)")
    labels = GmailLabels(calls)
    for _ in range(3):
        assert labels.met([*KINDS, "screening"]) == {}
    assert calls.create_label.call_count == 1
    assert "the label afterword/screening cannot be made" in caplog.text
    with pytest.raises(MailboxError, match="there is no label afterword/screening"):
        labels.show("18f3", "screening")
    labels.show("18f3", "offer")
    calls.relabel.assert_called_once_with("18f3", ["L2"], ["L1"])
