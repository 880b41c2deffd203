from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from daemon.mail.calendar import MAX_SIZE, distinct, events
from daemon.mail.message import Address, CalendarEvent


def calendar(*event_lines: str, calendar_lines: tuple[str, ...] = ()) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        *calendar_lines,
        "BEGIN:VEVENT",
        "UID:u1",
        *event_lines,
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\r\n".join((*lines, "")).encode()


def time_zone(name: str, standard: str, *rules: str) -> tuple[str, ...]:
    begin = ("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:16010101T000000")
    return (*begin, f"TZOFFSETFROM:{standard}", f"TZOFFSETTO:{standard}", *rules, "END:STANDARD", "END:VTIMEZONE")


def only(ics: bytes, method_hint: str = "") -> CalendarEvent:
    (event,) = events(ics, method_hint)
    return event


def naive(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001


class TestMethod:
    def test_the_objects_own_method_wins(self) -> None:
        ics = calendar("DTSTART:20260703T100000Z", calendar_lines=("METHOD:cancel",))
        assert only(ics, "REQUEST").method == "CANCEL"

    def test_the_content_type_stands_in(self) -> None:
        assert only(calendar("DTSTART:20260703T100000Z"), "reply").method == "REPLY"

    @pytest.mark.parametrize("method", ["REQUEST", "REPLY", "COUNTER", "CANCEL", "DECLINECOUNTER", "PUBLISH"])
    def test_every_method_is_delivered(self, method: str) -> None:
        assert only(calendar("DTSTART:20260703T100000Z", calendar_lines=(f"METHOD:{method}",))).method == method


class TestTime:
    @pytest.mark.parametrize(
        ("line", "start"),
        [
            ("DTSTART:20260703T100000Z", datetime(2026, 7, 3, 10, tzinfo=UTC)),
            ("DTSTART;TZID=Europe/Berlin:20260703T100000", datetime(2026, 7, 3, 10, tzinfo=ZoneInfo("Europe/Berlin"))),
            ("DTSTART;TZID=europe/berlin:20260703T100000", datetime(2026, 7, 3, 10, tzinfo=ZoneInfo("Europe/Berlin"))),
            (
                "DTSTART;TZID=Pacific Standard Time:20260703T100000",
                datetime(2026, 7, 3, 10, tzinfo=ZoneInfo("America/Los_Angeles")),
            ),
            (
                'DTSTART;TZID="W. Europe Standard Time":20260703T100000',
                datetime(2026, 7, 3, 10, tzinfo=ZoneInfo("Europe/Berlin")),
            ),
            ("DTSTART:20260703T100000", naive(2026, 7, 3, 10)),
            ("DTSTART;TZID=GMT-0500:20260703T100000", naive(2026, 7, 3, 10)),
            ('DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20260703T100000', naive(2026, 7, 3, 10)),
            ("DTSTART;TZID=Europe:20260703T100000", naive(2026, 7, 3, 10)),
            ("DTSTART;TZID=America/Argentina:20260703T100000", naive(2026, 7, 3, 10)),
            ("DTSTART;TZID=../../etc/passwd:20260703T100000", naive(2026, 7, 3, 10)),
            ("DTSTART;TZID=" + "x" * 5_000 + ":20260703T100000", naive(2026, 7, 3, 10)),
            ("DTSTART;VALUE=DATE:20260703", naive(2026, 7, 3)),
            ("DTSTART:NOTADATE", None),
            ("SUMMARY:no time at all", None),
        ],
    )
    def test_start(self, line: str, start: datetime | None) -> None:
        event = only(calendar(line))
        assert event.start == start
        if start is not None and event.start is not None:
            assert event.start.utcoffset() == start.utcoffset()

    @pytest.mark.parametrize(
        ("line", "end"),
        [
            ("DTEND:20260703T104500Z", datetime(2026, 7, 3, 10, 45, tzinfo=UTC)),
            ("DTEND;TZID=Europe/Berlin:20260703T124500", datetime(2026, 7, 3, 10, 45, tzinfo=UTC)),
            ("DURATION:PT45M", datetime(2026, 7, 3, 10, 45, tzinfo=UTC)),
            ("DTEND:20260703T090000Z", None),
            ("DTEND:20260703T104500", None),
            ("DTEND:NOTADATE", None),
            ("DURATION:-PT45M", None),
            ("DURATION:P99999999D", None),
            ("SUMMARY:no end at all", None),
        ],
    )
    def test_end(self, line: str, end: datetime | None) -> None:
        assert only(calendar("DTSTART:20260703T100000Z", line)).end == end

    def test_a_duration_across_the_change_of_clocks_is_real_time(self) -> None:
        event = only(calendar("DTSTART;TZID=Europe/Berlin:20260329T013000", "DURATION:PT1H"))
        assert event.end is not None
        assert event.end.isoformat() == "2026-03-29T03:30:00+02:00"

    def test_an_event_at_the_end_of_time_has_no_end(self) -> None:
        assert only(calendar("DTSTART:99991231T235900Z", "DURATION:P2D")).end is None

    def test_all_day(self) -> None:
        event = only(calendar("DTSTART;VALUE=DATE:20260703", "DTEND;VALUE=DATE:20260704"))
        assert event.all_day
        assert event.end == naive(2026, 7, 4)

    def test_a_custom_zone_counts_with_its_own_offset(self) -> None:
        event = only(calendar("DTSTART;TZID=Our Zone:20260703T100000", calendar_lines=time_zone("Our Zone", "+0530")))
        assert event.start is not None
        assert event.start.isoformat() == "2026-07-03T10:00:00+05:30"

    def test_another_mails_zone_of_the_same_name_is_forgotten(self) -> None:
        offsets = []
        for standard in ("+0200", "-0500", "+0200"):
            lines = time_zone("Customized Time Zone", standard)
            event = only(calendar("DTSTART;TZID=Customized Time Zone:20260703T100000", calendar_lines=lines))
            offsets.append(event.start.utcoffset() if event.start else None)
        assert offsets == [timedelta(hours=2), timedelta(hours=-5), timedelta(hours=2)]

    def test_threads_do_not_mix_their_zones_up(self) -> None:
        wrong: list[str] = []

        def read(standard: str, hours: int) -> None:
            ics = calendar("DTSTART;TZID=Same Name:20260703T100000", calendar_lines=time_zone("Same Name", standard))
            for _ in range(30):
                start = only(ics).start
                if start is None or start.utcoffset() != timedelta(hours=hours):
                    wrong.append(str(start))

        threads = [threading.Thread(target=read, args=zone) for zone in (("+0200", 2), ("-0500", -5), ("+0900", 9))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_a_zone_that_lies_about_a_known_name_is_ignored(self) -> None:
        event = only(calendar("DTSTART;TZID=Europe/London:20260703T100000", calendar_lines=time_zone("Europe/London", "-0800")))
        assert event.start is not None
        assert event.start.utcoffset() == timedelta(hours=1)

    def test_the_calendars_own_zone_is_for_times_without_one(self) -> None:
        own = ("X-WR-TIMEZONE:America/New_York",)
        floating = only(calendar("DTSTART:20260703T100000", calendar_lines=own)).start
        assert floating is not None
        assert floating.isoformat() == "2026-07-03T10:00:00-04:00"
        assert only(calendar("DTSTART:20260703T100000Z", calendar_lines=own)).start == datetime(2026, 7, 3, 10, tzinfo=UTC)
        assert only(calendar("DTSTART;TZID=Nowhere:20260703T100000", calendar_lines=own)).start == naive(2026, 7, 3, 10)
        assert only(calendar("DTSTART;VALUE=DATE:20260703", calendar_lines=own)).start == naive(2026, 7, 3)


class TestProperties:
    def test_people_without_rooms(self) -> None:
        event = only(
            calendar(
                "DTSTART:20260703T100000Z",
                'ORGANIZER;CN="Ortiz, Meg":MAILTO:meg@acme.example',
                "ATTENDEE;CN=dana@acme.example:mailto:dana@acme.example",
                "ATTENDEE;CN=Dana Lee:mailto:DANA@acme.example",
                "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@acme.example",
                "ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@acme.example",
                "ATTENDEE:invalid:nomail",
            )
        )
        assert event.organizer == Address("Ortiz, Meg", "meg@acme.example")
        assert event.attendees == (Address("", "dana@acme.example"),)

    def test_number_of_attendees_is_bounded(self) -> None:
        lines = [f"ATTENDEE:mailto:u{number}@acme.example" for number in range(2_000)]
        assert len(only(calendar("DTSTART:20260703T100000Z", *lines)).attendees) == 100

    def test_text_is_unfolded_unescaped_and_clean(self) -> None:
        event = only(
            calendar(
                "DTSTART:20260703T100000Z", "SUMMARY:Inter", " view\\, round 2\x00", "DESCRIPTION:<p>Meet <b>us</b></p><br>Bye"
            )
        )
        assert event.summary == "Interview, round 2"
        assert event.description == "Meet us\n\nBye"

    @pytest.mark.parametrize(
        ("line", "sequence"), [("SEQUENCE:3", 3), ("SEQUENCE:many", 0), ("SEQUENCE:-1", 0), ("SEQUENCE:" + "9" * 500, 0)]
    )
    def test_sequence(self, line: str, sequence: int) -> None:
        assert only(calendar("DTSTART:20260703T100000Z", line)).sequence == sequence


class TestBrokenCalendars:
    def test_bom_and_missing_end(self) -> None:
        ics = b"\xef\xbb\xbf" + calendar("DTSTART:20260703T100000Z").partition(b"END:VEVENT")[0]
        assert only(ics).start == datetime(2026, 7, 3, 10, tzinfo=UTC)

    def test_cut_inside_an_alarm(self) -> None:
        assert only(calendar("DTSTART:20260703T100000Z", "BEGIN:VALARM", "TRIGGER:-PT5M").partition(b"END:VEVENT")[0]).uid == "u1"

    def test_two_calendars_in_one(self) -> None:
        ics = calendar("DTSTART:20260703T100000Z") + calendar("DTSTART:20260704T100000Z")
        assert [event.start.day for event in events(ics) if event.start] == [3, 4]

    def test_a_time_zone_without_offsets(self) -> None:
        lines = ("BEGIN:VTIMEZONE", "TZID:X", "BEGIN:STANDARD", "DTSTART:16010101T000000", "END:STANDARD", "END:VTIMEZONE")
        assert only(calendar("DTSTART;TZID=X:20260703T100000", calendar_lines=lines)).start == naive(2026, 7, 3, 10)

    def test_latin_1(self) -> None:
        assert only(calendar("DTSTART:20260703T100000Z", "SUMMARY:José").replace("é".encode(), b"\xe9")).summary == "José"

    def test_lines_that_are_no_content_lines(self) -> None:
        assert only(calendar("DTSTART:20260703T100000Z", "rubbish", "=?x?=", ":", "END:VTODO")).start is not None

    @pytest.mark.parametrize(
        "ics", [b"", b"hello", b"BEGIN:VCALENDAR", b"\0" * 100, b"\xff\xfe", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n"]
    )
    def test_nothing_to_read(self, ics: bytes) -> None:
        assert events(ics) == ()

    def test_over_the_cap(self) -> None:
        assert events(calendar("DTSTART:20260703T100000Z", "DESCRIPTION:" + "x" * MAX_SIZE)) == ()

    @pytest.mark.parametrize(
        "ics",
        [
            calendar("DTSTART:20260703T100000Z", "RRULE:FREQ=SECONDLY"),
            calendar("DTSTART;TZID=Z:20260703T100000", calendar_lines=time_zone("Z", "+0100", "RRULE:FREQ=SECONDLY")),
            calendar(
                "DTSTART;TZID=Z:20260703T100000", calendar_lines=time_zone("Z", "+0100", *["RDATE:19700101T000000"] * 8_000)
            ),
            calendar("DTSTART:20260703T100000Z", calendar_lines=("X-A:1",) * 30_000),
            calendar("DTSTART:20260703T100000Z", *("BEGIN:X",) * 20_000),
            calendar("DTSTART:20260703T100000Z", *("BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT",) * 5_000),
            calendar("DTSTART:20260703T100000Z", "SUMMARY" + ";A=b" * 60_000 + ":x"),
            calendar("DTSTART:20260703T100000Z", "DESCRIPTION:" + "\r\n x" * 50_000),
            calendar("DTSTART:20260703T100000Z", 'X;A="' + '"' * 200_000),
        ],
        ids=lambda ics: str(len(ics)),
    )
    def test_hostile_calendars_take_bounded_time(self, ics: bytes) -> None:
        begin = time.perf_counter()
        found = events(ics)
        assert time.perf_counter() - begin < 5  # well under a second; the machine may be busy
        assert len(found) <= 50


class TestDistinct:
    def test_the_same_event_counts_once_and_the_one_with_a_method_stays(self) -> None:
        inline, attached = (
            calendar("DTSTART:20260703T100000Z", calendar_lines=("METHOD:REQUEST",)),
            calendar("DTSTART:20260703T100000Z"),
        )
        for order in ((inline, attached), (attached, inline)):
            (event,) = distinct(found for ics in order for found in events(ics))
            assert event.method == "REQUEST"

    def test_another_sequence_is_another_event(self) -> None:
        both = events(calendar("DTSTART:20260703T100000Z", "SEQUENCE:0")) + events(
            calendar("DTSTART:20260703T100000Z", "SEQUENCE:1")
        )
        assert len(distinct(both)) == 2
