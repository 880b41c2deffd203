"""Labels at Gmail where calls fail: the user's choice is not forgotten, and no label ends a turn."""

from __future__ import annotations

from typing import Any
from unittest import mock

import pytest

from daemon.errors import MailboxUnavailable
from daemon.mailbox.gmail_calls import GmailCalls
from daemon.mailbox.gmail_labels import GmailLabels

NAMES = {"INBOX": "INBOX", "afterword": "L0", "afterword/rejection": "L1", "afterword/offer": "L2"}


@pytest.fixture
def calls() -> Any:
    calls = mock.create_autospec(GmailCalls, instance=True)
    calls.labels.return_value = NAMES
    calls.search.return_value = iter(())
    return calls


def test_a_choice_outlives_a_call_that_fails(calls: Any) -> None:
    labels = GmailLabels(calls)
    labels.note([{"id": "5", "labelsAdded": [{"message": {"id": "18f3"}, "labelIds": ["L1"]}]}])
    calls.labels.side_effect = [MailboxUnavailable("Gmail did not answer in time"), NAMES]
    with pytest.raises(MailboxUnavailable):
        labels.chosen()
    assert labels.chosen() == {"18f3": "rejection"}
    assert labels.chosen() == {}


def test_a_message_that_another_back_end_named_bears_none(calls: Any) -> None:
    """It was read by IMAP, say, and archived before the mailbox was asked through the API."""
    labels = GmailLabels(calls)
    labels.shown(["rejection", "offer"])
    labels.show("7:12:INBOX", "offer")
    assert calls.relabel.call_count == 0
    assert labels.shown(["rejection", "offer"])["7:12:INBOX"] == "offer", "and is not come back to in every turn"
    labels.show("18f3", "offer")
    calls.relabel.assert_called_once_with("18f3", ["L2"], ["L1"])
