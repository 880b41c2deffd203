"""The facts of a whole message: assembly, the user's own mail, hostile texts, speed."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classifiers.facts import extract
from classifiers.reading import Facts, MessageKind, Register
from tests.classifiers.case_files import Case, cases, context_of, message_of

_CONTEXT = context_of({"zone": "America/New_York", "country": "US"})
_SLOW_MACHINE = 3
"""Allowance for machines that do other things beside; on a quiet one the bars hold without it."""
_PHRASES = [
    "on 31 February at 25:00", "on 30/02/2026", "Tuesday, 99 March", "2026-13-45", "T14:30:00+99:99", "at 13pm",
    "from 3pm to", "within 999 months", "before the 31st", "early Q9", "by the end of the", "UTC+99", "Europe/Nowhere",
    "after Christmas", "with Priya,", "Interviewers:", "Position:", "(", "\n", "moved from", "instead of",
    "we will get back to you", "until and including", "half past", "9-", "the 0th", "mon tue wed", "next next week",
]  # fmt: skip
_CONFIRMATION: Case = {
    "sender": "Dana Reyes <dana.reyes@initech.com>",
    "subject": "Interview confirmation - Staff Engineer (R-10442)",
    "text": """Hi Sam,

Your interview for the Staff Engineer role at Initech is confirmed for Tuesday, March 3rd at 2:30pm ET (45 minutes) on Zoom.
You'll be meeting with Priya Nair, Engineering Manager, and Tom Becker. We will let you know our decision within a week of the
interview. Please confirm that this works, and send us two references.

Best regards,
Dana""",
    "signature": "Dana Reyes | Senior Recruiter | Initech",
}


def test_everything_at_once() -> None:
    facts = extract(message_of(_CONFIRMATION), MessageKind.INTERVIEW_CONFIRMATION, _CONTEXT)
    assert (facts.company, facts.role, facts.requisition) == ("Initech", "Staff Engineer", "R-10442")
    assert facts.interview is not None
    assert facts.interview.start.isoformat() == "2026-03-03T14:30:00-05:00"
    assert facts.interview.end is not None
    assert facts.interview.end.isoformat() == "2026-03-03T15:15:00-05:00"
    assert facts.promise is not None
    assert facts.promise.until is not None
    assert facts.promise.until.isoformat() == "2026-03-10"
    assert [person.name for person in facts.people] == ["Priya Nair", "Tom Becker"]
    assert facts.written_by_person
    assert facts.reply_address is not None
    assert facts.asks_answer
    assert facts.asks_references
    assert facts.register is Register.FIRST_NAME
    assert facts.signed_as == "Dana"


def test_the_user_s_own_mail_promises_and_asks_nothing() -> None:
    outgoing = replace(_CONTEXT, outgoing=True)
    facts = extract(
        message_of({**_CONFIRMATION, "sender": "Sam Rivera <sam@example.org>"}), MessageKind.INTERVIEW_CONFIRMATION, outgoing
    )
    assert facts.written_by_person
    assert facts.interview is not None
    assert (facts.promise, facts.people, facts.asks_answer, facts.asks_references, facts.reply_address) == (
        None,
        (),
        False,
        False,
        None,
    )


def test_an_empty_message_says_nothing() -> None:
    facts = extract(replace(message_of({"text": ""}), sender=None), MessageKind.OTHER, context_of({}))
    assert facts == Facts()


def test_the_same_message_gives_the_same_facts() -> None:
    message = message_of(_CONFIRMATION)
    first = extract(message, MessageKind.INTERVIEW_CONFIRMATION, _CONTEXT)
    assert first == extract(message, MessageKind.INTERVIEW_CONFIRMATION, _CONTEXT)


def test_feedback_is_read_from_rejections_only() -> None:
    message = message_of({"text": "We felt that you did not have enough depth in SQL."})
    assert extract(message, MessageKind.REJECTION, _CONTEXT).feedback is not None
    assert extract(message, MessageKind.HOLDING, _CONTEXT).feedback is None


@pytest.mark.parametrize(
    "piece",
    [
        " ", "\n", "a", "1", "A ", "Aa ", "(", "[<", "1/", "10:00 ", "2pm ", "10-", "at 10 ", "mon ", "march ", "tuesday, ",
        "the 3rd ", "next ", "UTC-", "within ", "two weeks ", "by the end of ", "early ", "we will ",
        "we will get back to you ", "please ", "could you ", "if you have ", "the ", "position ", "Position: ",
        "application for A ", "Engineer of ", "with Priya ", "Priya, ", "Interviewers: ", "meeting with ", "at Acme ",
        "Acme & ", "interest in ", "our client ", "a@b.c ", "Re: ", "- ", "| ", "half ", "from 3pm to ", "moved from ",
        "instead of ", "your interview ", "completed ", "feedback ", "references ", "Christmas ", "after the holidays ",
        "\u2019", "\u200b", "\U0001f389", "\u00c9", "\ufdfa", "you did not ",
    ],
    ids=repr,
)  # fmt: skip
def test_hostile_text_is_read_in_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    message = message_of(
        {
            "text": text,
            "subject": text[:5_000],
            "quoted": text,
            "signature": text[:20_000],
            "sender": f"{text[:300]} <a@b.example>",
        }
    )
    started = time.process_time()
    for kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.HOLDING, MessageKind.REJECTION):
        extract(message, kind, _CONTEXT)
    assert time.process_time() - started < 8


_MEGABYTE = 1_000_000
_HOSTILE = {
    "100,000 spaces": " " * 100_000,
    "50,000 newlines": "\n" * 50_000,
    "nested quotes": "".join(">" * (depth % 200) + " on Tuesday at 3pm we will get back to you\n" for depth in range(8_000)),
    "right to left": "\u202e\u0645\u0648\u0639\u062f \u0627\u0644\u0645\u0642\u0627\u0628\u0644\u0629 12:30 " * 40_000,
    "homoglyphs": "\u0406nt\u0435rvi\u0435w \u043en Tu\u0435sd\u0430y \u0430t 3\u0440m " * 40_000,
    "zero-width characters": "i\u200bn\u200bt\u200be\u200br\u200bview at 3\u200bpm " * 40_000,
    "an endless word": "a" * _MEGABYTE,
    "an endless name": "Aa" * (_MEGABYTE // 2),
    "10,000 dates": " ".join(f"{day % 28 + 1}/{day % 12 + 1}/2026 {day % 12}:30 pm" for day in range(10_000)),
    "10,000 written dates": "Tuesday, March 3rd 2026 at 2:30 pm to 3:30 pm ET, " * 10_000,
    "an endless panel": "with Priya Nair, Engineering Manager, and " * 25_000,
    "an endless timetable": "10:00 - 10:30 Priya Nair\n" * 40_000,
    "endless employers": "interest in Acme Robotics Labs at University of the Acme Bank " * 17_000,
    "endless clients": "our client Acme Bank the client asked on behalf of Acme " * 18_000,
    "endless titles": "application for the Engineer for the Manager of " * 21_000,
}


@pytest.mark.parametrize("text", _HOSTILE.values(), ids=_HOSTILE.keys())
def test_a_megabyte_takes_no_half_second(text: str) -> None:
    text = text[:_MEGABYTE]
    message = message_of(
        {
            "text": text,
            "subject": text[:5_000],
            "quoted": text,
            "signature": text[:20_000],
            "sender": f"{text[:300]} <a@b.example>",
        }
    )
    for kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED, MessageKind.HOLDING):
        started = time.process_time()
        extract(message, kind, _CONTEXT)
        assert time.process_time() - started < 0.5 * _SLOW_MACHINE


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*_PHRASES, "Priya Nair", "Acme Labs", "3pm", ">", "\u202e", "\u200b"]), min_size=1, max_size=6))
def test_no_repetition_takes_long(pieces: list[str]) -> None:
    text = " ".join(pieces)
    text = (text * (_MEGABYTE // len(text) + 1))[:_MEGABYTE]
    message = message_of({"text": text, "subject": text[:300], "signature": text[:2_000]})
    started = time.process_time()
    extract(message, MessageKind.INTERVIEW_CONFIRMATION, _CONTEXT)
    assert time.process_time() - started < 0.5 * _SLOW_MACHINE


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400), st.text(max_size=80), st.lists(st.sampled_from(_PHRASES), max_size=12))
def test_no_text_breaks_it(noise: str, subject: str, phrases: list[str]) -> None:
    text = " ".join([*phrases, noise, *phrases])
    for kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED, MessageKind.HOLDING, MessageKind.REJECTION):
        facts = extract(message_of({"text": text, "subject": subject, "quoted": noise, "signature": noise}), kind, _CONTEXT)
        for found in (facts.interview, facts.promise):
            assert found is None or 0 < len(found.phrase) <= 120


def test_ordinary_mail_is_read_quickly() -> None:
    messages = [message_of(_CONFIRMATION)] + [message_of(case) for case in cases("promises")[:40]]
    for message in messages:
        extract(message, MessageKind.HOLDING, _CONTEXT)
    started = time.process_time()
    for message in messages:
        extract(message, MessageKind.HOLDING, _CONTEXT)
    assert len(messages) / (time.process_time() - started) > 100
