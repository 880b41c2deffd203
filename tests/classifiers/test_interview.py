"""Interview times: what a message fixes, moves or calls off, from its words and from its calendar part."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from classifiers.interview import interview_of, interviews_of
from classifiers.reading import InterviewTime, MessageKind
from daemon.mail.message import Address, CalendarEvent, Message
from tests.classifiers.case_files import Case, cases, context_of, kind_of, message_of, prose_of, standpoint_of, title

_CONFIRMATION = MessageKind.INTERVIEW_CONFIRMATION


def _read(case: Case) -> InterviewTime | None:
    return interview_of(message_of(case), prose_of(case), kind_of(case, _CONFIRMATION), standpoint_of(case))


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat(timespec="minutes") if instant is not None else None


@pytest.mark.parametrize("case", cases("interview_times"), ids=title)
def test_time_in_the_words(case: Case) -> None:
    found = _read(case)
    if case["start"] is None:
        assert found is None
        return
    assert found is not None
    assert _iso(found.start) == case["start"]
    assert _iso(found.end) == case.get("end")
    assert found.replaces is case.get("replaces", False)
    assert found.cancelled is case.get("cancelled", False)


def test_there_are_enough_cases_of_both_sorts() -> None:
    table = cases("interview_times")
    assert len(table) >= 120
    assert sum(case["start"] is None for case in table) >= 15


def test_phrase_is_as_it_stands() -> None:
    found = _read({"text": "Your interview is on Tuesday, March 3rd \u2013 2:30\u00a0pm ET, on Zoom."})
    assert found is not None
    assert found.phrase == "Tuesday, March 3rd \u2013 2:30 pm ET"


class TestCalendarPart:
    START = datetime(2026, 3, 3, 14, 0, tzinfo=ZoneInfo("America/New_York"))

    def event(self, **changes: object) -> CalendarEvent:
        plain = CalendarEvent(
            method="REQUEST",
            uid="uid-1",
            sequence=0,
            start=self.START,
            end=self.START + timedelta(minutes=45),
            all_day=False,
            summary="Interview: Sam / Acme",
            description="",
            location="",
            status="CONFIRMED",
            organizer=Address("Dana Reyes", "dana@acme.example"),
            attendees=(),
        )
        return replace(plain, **changes)  # type: ignore[arg-type]

    def read(
        self, *events: CalendarEvent, text: str = "See the invitation.", kind: MessageKind = _CONFIRMATION
    ) -> InterviewTime | None:
        case: Case = {"text": text, "zone": "America/New_York", "country": "US"}
        message = replace(message_of(case), calendar=events)
        return interview_of(message, prose_of(case), kind, standpoint_of(case))

    def test_request_wins_over_words(self) -> None:
        found = self.read(self.event(), text="Your interview is on March 9 at 9am.")
        assert found == InterviewTime(self.START, self.START + timedelta(minutes=45), "Interview: Sam / Acme", "uid-1")

    def test_highest_sequence_counts(self) -> None:
        later = self.START + timedelta(days=1)
        found = self.read(self.event(), self.event(sequence=2, start=later, end=None))
        assert found is not None
        assert (found.start, found.end, found.sequence) == (later, None, 2)

    def test_cancel_calls_it_off(self) -> None:
        found = self.read(self.event(method="CANCEL", sequence=1, status="CANCELLED"), kind=MessageKind.INTERVIEW_CANCELLED)
        assert found is not None
        assert found.cancelled
        assert found.uid == "uid-1"

    def test_cancel_beside_a_new_request_moves_it(self) -> None:
        new = self.event(uid="uid-2", start=self.START + timedelta(days=2), end=None)
        found = self.read(self.event(method="CANCEL", sequence=1), new)
        assert found is not None
        assert (found.uid, found.replaces, found.cancelled) == ("uid-2", True, False)

    @pytest.mark.parametrize("method", ["REPLY", "COUNTER", "REFRESH"])
    def test_answers_of_guests_fix_nothing(self, method: str) -> None:
        assert self.read(self.event(method=method)) is None

    def test_whole_days_are_no_appointment(self) -> None:
        midnight = datetime(2026, 3, 3, tzinfo=UTC)
        assert self.read(self.event(start=midnight, end=None, all_day=True)) is None

    def test_long_past_event_is_no_appointment(self) -> None:
        assert self.read(self.event(start=self.START - timedelta(days=30), end=None)) is None

    def test_unknown_zone_is_taken_from_the_words(self) -> None:
        naive = self.START.replace(tzinfo=None)
        found = self.read(self.event(start=naive, end=None), text="Your interview is on Tuesday, March 3 at 2 PM PT.")
        assert found is not None
        assert found.start == naive.replace(tzinfo=ZoneInfo("America/Los_Angeles"))

    def test_unknown_zone_stays_unknown(self) -> None:
        found = self.read(self.event(start=self.START.replace(tzinfo=None), end=None))
        assert found is not None
        assert found.start.tzinfo is None

    def test_events_of_other_mail_are_nobody_s_interview(self) -> None:
        assert self.read(self.event(), kind=MessageKind.OTHER) is None

    def test_invitation_with_a_calendar_part_is_fixed(self) -> None:
        assert self.read(self.event(), kind=MessageKind.INTERVIEW_INVITATION) is not None

    def test_words_tell_that_it_moved(self) -> None:
        found = self.read(self.event(sequence=1), text="We have moved your interview, the new time is in the invitation.")
        assert found is not None
        assert found.replaces

    def test_end_before_start_is_no_end(self) -> None:
        found = self.read(self.event(end=self.START - timedelta(hours=1)))
        assert found is not None
        assert found.end is None


def test_context_is_optional() -> None:
    case: Case = {"text": "Your interview is on March 4, 2026 at 2pm.", "sent": "2026-02-26T15:30:00+00:00"}
    message: Message = replace(message_of(case), date=None)
    assert context_of(case).zone is None
    found = interview_of(message, prose_of(case), _CONFIRMATION, standpoint_of(case))
    assert found is not None
    assert found.start.isoformat() == "2026-03-04T14:00:00"


class TestSeveral:
    """Messages that fix more than one interview: the first is the interview, the others come after it."""

    def starts(self, text: str, **more: str) -> list[str]:
        case = {"sent": "2026-02-26T10:30:00-05:00", "zone": "America/New_York", "country": "US", "text": text} | more
        found = interviews_of(message_of(case), prose_of(case), MessageKind.INTERVIEW_CONFIRMATION, standpoint_of(case))
        return [each.start.isoformat(timespec="minutes") for each in found]

    def test_two_in_a_row(self) -> None:
        found = self.starts("Confirming your two case interviews: Tuesday 3 March, 4.00pm and 4.50pm SGT, on Zoom.")
        assert found == ["2026-03-03T16:00+08:00", "2026-03-03T16:50+08:00"]

    def test_two_days(self) -> None:
        text = "Your interview with the team is on Tuesday, March 3 at 2pm. Your final interview is on Thursday, March 5 at 10am."
        assert self.starts(text) == ["2026-03-03T14:00", "2026-03-05T10:00"]

    def test_a_choice_is_not_several(self) -> None:
        assert self.starts("Would Tuesday, March 3 at 2pm or Thursday, March 5 at 10am work for the interview?") == []

    def test_an_agenda_is_one(self) -> None:
        text = "Your schedule for Tuesday, March 3:\n\n9:00 - 9:45 Coding\n10:00 - 10:45 Design\n11:00 - 11:30 Chat"
        assert self.starts(text) == ["2026-03-03T09:00"]

    def test_a_moved_one_is_one(self) -> None:
        text = "Your interview has been moved from Tuesday, March 3 at 2pm to Thursday, March 5 at 10am."
        assert self.starts(text) == ["2026-03-05T10:00"]

    def test_moved_to_a_day_from_one_hour_to_another(self) -> None:
        text = "Your interview has been moved to Thursday, March 5 from 10:00 am to 10:45 am."
        assert self.starts(text) == ["2026-03-05T10:00"]

    def test_a_deadline_is_none(self) -> None:
        text = "Your interview is on Tuesday, March 3 at 2pm. Please confirm by Friday, February 27 at 5pm."
        assert self.starts(text) == ["2026-03-03T14:00"]

    def test_the_day_may_stand_in_the_subject(self) -> None:
        assert self.starts("Looking forward to the interview at 10am.", subject="Thursday") == ["2026-03-05T10:00"]

    def test_but_not_where_the_text_has_a_date_that_stays_open(self) -> None:
        open_order = {"sent": "2026-02-26T10:30:00+00:00", "country": "", "zone": ""}
        assert self.starts("Your interview is on 07/12/26 at 13:40.", subject="Monday", **open_order) == []
