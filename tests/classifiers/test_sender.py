"""Person or robot, where an answer arrives, and how they address each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from classifiers.facts import extract
from classifiers.reading import MessageKind
from daemon.mail.message import CalendarEvent
from tests.classifiers.case_files import Case, cases, context_of, message_of, title

_TABLE = cases("senders")


def _title(case: Case) -> str:
    return f"{case['sender']} {case.get('headers', '')} {title(case)[:20]}"


@pytest.mark.parametrize("case", _TABLE, ids=_title)
def test_sender(case: Case) -> None:
    facts = extract(message_of(case), MessageKind.HOLDING, context_of(case))
    assert facts.written_by_person is case["person"]
    if "reply" in case:
        assert (facts.reply_address.email if facts.reply_address else None) == case["reply"]
    if "signed" in case:
        assert facts.signed_as == case["signed"]
    if "register" in case:
        assert facts.register == case["register"]


def test_a_calendar_client_s_answer_is_no_human_message() -> None:
    reply = CalendarEvent("REPLY", "u", 0, None, None, False, "", "", "", "", None, ())
    message = replace(message_of({"text": "Dana has accepted.\n\nBest,\nDana"}), calendar=(reply,))
    facts = extract(message, MessageKind.OTHER, context_of({}))
    assert not facts.written_by_person
    assert facts.reply_address is None


def test_without_a_sender_there_is_nobody_to_answer() -> None:
    facts = extract(
        replace(message_of({"text": "Hi Sam,\n\nThanks.\n\nBest,\nDana"}), sender=None), MessageKind.HOLDING, context_of({})
    )
    assert not facts.written_by_person
    assert facts.reply_address is None
