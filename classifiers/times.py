"""The grammar of times of day: "2:30 pm", "14h30", "from 10 to 11:30", "2-3pm ET", "noon", and of durations.

A time without am or pm is read within working life: "at 2" is two in the afternoon, "at 9" nine in the morning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time, timedelta, timezone, tzinfo

from classifiers.prose import Prose
from classifiers.standpoint import Standpoint
from classifiers.zones import zone_at

_MERIDIEM = r"(?P<meridiem>[ap])(?:\. ?m\b\.?|m\b)"
_MINUTE = r"[0-5]\d"
_HOUR = r"(?:[01]?\d|2[0-3])"
_NOT_A_TIME = (
    r"(?! ?(?:%|minutes?\b|mins?\b|hours?\b|hrs?\b|days?\b|weeks?\b|months?\b|years?\b|people\b|employees\b|candidates\b"
    r"|other\b|x\b"
    r"|(?:[NSEW]\. ?)?(?-i:[A-Z])[a-z]+ (?:street|st|road|rd|avenue|ave|lane|drive|blvd|way|floor|square|place|plaza)\b))"
)
_HOUR_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip
_CLOCK = re.compile(
    rf"(?<![\d:.$£€#+])(?:"
    rf"(?P<noon>(?:\b12 )?(?<!\w)(?:noon|midday)\b)"
    rf"|(?P<h12>1[0-2]|0?\d|1[3-9]|2[0-3])(?:[:.](?P<m12>{_MINUTE})(?::{_MINUTE})?)? ?{_MERIDIEM}"
    rf"|(?P<h24>{_HOUR}):(?P<m24>{_MINUTE})(?::{_MINUTE}(?:\.\d{{1,6}})?)?(?P<hours>(?: ?(?:hrs?|hours|h|uhr)\b)?)(?!:?\d)"
    rf"|(?P<hh>{_HOUR})h(?P<mh>{_MINUTE})?\b"
    rf"|(?<!\d\d\d-\d\d\d-)(?<!\) \d\d\d-)(?P<hm>[01]\d"
    rf"|2[0-3])(?P<mm>{_MINUTE})(?:(?<=0\d\d\d)(?<!\d\d\d\d\d)(?![\d/-]| \d)| ?(?:hrs?|hours|h)\b"
    rf"|(?= ?(?:-|to) ?[0-2]\d{_MINUTE} ?(?:hrs?|hours|h)\b))"
    rf"|(?P<past>half past|quarter past|quarter to|half) (?P<hw>\d{{1,2}}|{'|'.join(_HOUR_WORDS)})\b"
    rf"|(?P<ho>\d{{1,2}}|{'|'.join(_HOUR_WORDS)}) ?o'? ?clock"
    rf"|(?P<hd>{_HOUR})\.(?P<md>{_MINUTE})(?!\d|[.,]\d|%)(?: ?(?:hrs?|hours)\b)?"
    rf"|(?P<bare>1[0-2]|0?[1-9]|1[3-9]|2[0-3])(?!\.\d|[\d:/%$h]|st\b|nd\b|rd\b|th\b|,\d|-(?:minute|hour|day)){_NOT_A_TIME}"
    rf")(?P<part> in the (?:morning|afternoon|evening))?",
    re.IGNORECASE,
)
_TO = re.compile(r" ?(?:-|to|until|till|through|and) ?", re.IGNORECASE)
_POINTS_AT_TIME = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\n|\barvo|\bmorning|\bafternoon|\bevening|\bat|\bfrom|\bto"
    r"|\btime:?|\bstart(?:s|ing)?:?|\bbetween|\buntil|\bfor|@|-|,|\bum) ?$",
    re.IGNORECASE,
)
_POINTS_AT_HOUR = re.compile(r"(?:\bat(?: around| about)?|\bfrom|\b(?:here|there) (?:about|around|for|by)|@) ?$", re.IGNORECASE)
_IS_AGREED = re.compile(r"(?: o'?clock)? it is\b", re.IGNORECASE)
_IN_A_ROW = re.compile(r",? ?(?:and|&|then|or|,) ?", re.IGNORECASE)
_ISO_OFFSET = re.compile(r"([+-])(0\d|1[0-4]):?([0-5]\d)")
_ALSO = re.compile(r"[ ,]{0,2}(?:/|\(|\||=|or|which is|i\.e\.)? ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day at `plain[start:end]`. `zone` is None where none is named. `weak`: a bare number ("at 10")."""

    start: int
    end: int
    begin: time
    finish: time | None = None
    zone: tzinfo | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    start: int
    end: int
    hour: int
    minute: int
    meridiem: str
    literal: bool
    kind: str

    def at(self, afternoon: bool | None = None) -> time:
        """The time on a 24-hour clock; `afternoon` answers what the writer left open."""
        if self.meridiem:
            afternoon = self.meridiem == "p"
        elif self.literal:
            return time(self.hour, self.minute)
        elif afternoon is None:
            afternoon = self.hour % 12 < 7
        return time(self.hour % 12 + 12 * afternoon if self.hour <= 12 else self.hour, self.minute)


def find_times(prose: Prose, standpoint: Standpoint, taken: tuple[tuple[int, int], ...] = ()) -> list[TimeMention]:
    """Every time of day in the text, in order. `taken` are the spans of the dates, whose numbers are no times."""
    plain = prose.plain
    clocks = list(_clocks(plain, taken))
    mentions: list[TimeMention] = []
    day_ends = frozenset(end for _, end in taken)
    index = 0
    while index < len(clocks):
        first = clocks[index]
        index += 1
        if mentions and first.start < mentions[-1].end:
            continue
        zone = _iso_offset(plain, first) or zone_at(plain, first.end, standpoint)
        after = zone[1] if zone else first.end
        second = clocks[index] if index < len(clocks) else None
        link = _TO.fullmatch(plain, after, second.start) if second is not None else None
        if second is not None and link is not None and _are_range(plain, first, second, link.group().strip().lower(), day_ends):
            index += 1
            zone = (
                zone_at(plain, second.end, standpoint) or (zone[0], second.end)
                if zone
                else zone_at(plain, second.end, standpoint)
            )
            begin, finish = _range(first, second)
            mention = TimeMention(first.start, zone[1] if zone else second.end, begin, finish, zone[0] if zone else None)
        elif (
            first.kind == "bare"
            and not _POINTS_AT_HOUR.search(plain[max(0, first.start - 14) : first.start])
            and not _IS_AGREED.match(plain, first.end)
        ):
            continue
        else:
            literal_zone = zone is not None and plain[first.start] == "0"
            begin = time(first.hour % 24, first.minute) if literal_zone and not first.meridiem else first.at()
            mention = TimeMention(first.start, after, begin, None, zone[0] if zone else None, first.kind == "bare")
        if not (mentions and _absorb(plain, mentions, mention)):
            mentions.append(mention)
    return _in_one_zone(plain, mentions)


def _in_one_zone(plain: str, mentions: list[TimeMention]) -> list[TimeMention]:
    """ "4pm and 4:50pm SGT": the zone behind the last of a row is that of all."""
    for index in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[index], mentions[index + 1]
        if mention.zone is None and following.zone is not None and _IN_A_ROW.fullmatch(plain, mention.end, following.start):
            mentions[index] = replace(mention, zone=following.zone)
    return mentions


def _iso_offset(plain: str, clock: _Clock) -> tuple[tzinfo, int] | None:
    """The offset of "2026-03-03T14:30:00-05:00" (RFC 3339 §5.6), which would look like a range."""
    found = _ISO_OFFSET.match(plain, clock.end) if plain[clock.start - 1 : clock.start] == "T" else None
    if found is None:
        return None
    distance = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(distance if found[1] == "+" else -distance), found.end()


def _absorb(plain: str, mentions: list[TimeMention], mention: TimeMention) -> bool:
    """ "2pm ET / 11am PT": one time said in two zones."""
    previous = mentions[-1]
    if mention.zone is None or previous.zone == mention.zone or previous.weak:
        return False
    if not _ALSO.fullmatch(plain, previous.end, mention.start):
        return False
    kept = previous if previous.zone is not None else mention
    mentions[-1] = replace(kept, start=previous.start, end=mention.end)
    return True


def _clocks(plain: str, taken: tuple[tuple[int, int], ...]) -> list[_Clock]:
    clocks: list[_Clock] = []
    dates = iter(taken)
    date_span = next(dates, None)
    for found in _CLOCK.finditer(plain):
        start, end = found.span()
        while date_span is not None and date_span[1] <= start:
            date_span = next(dates, None)
        if date_span is not None and date_span[0] < end and start < date_span[1]:
            continue
        clock = _clock(found)
        if clock is None:
            continue
        if clock.kind != "dotted" or _POINTS_AT_TIME.search(plain[max(0, start - 10) : start]) or _IS_AGREED.match(plain, end):
            clocks.append(clock)
    return clocks


def _clock(found: re.Match[str]) -> _Clock | None:
    start, end = found.span()
    meridiem = (found["meridiem"] or "").lower()
    if found["part"]:
        meridiem = meridiem or ("a" if found["part"].endswith("morning") else "p")
    if found["noon"]:
        return _Clock(start, end, 12, 0, "p", literal=True, kind="noon")
    if found["past"]:
        return _spoken(found, start, end, meridiem)
    for hour, minute, kind in (
        ("h12", "m12", "twelve"),
        ("h24", "m24", "colon"),
        ("hh", "mh", "military"),
        ("hm", "mm", "military"),
        ("hd", "md", "dotted"),
        ("ho", None, "clock"),
        ("bare", None, "bare"),
    ):
        written = found[hour]
        if not written:
            continue
        number = _HOUR_WORDS.get(written.lower()) or int(written)
        minutes = int(found[minute] or 0) if minute else 0
        if number > 23 or (number > 12 and meridiem == "a"):
            return None
        literal = number > 12 or number == 0 or kind == "military" or bool(found["hours"])
        return _Clock(start, end, number, minutes, "" if number > 12 else meridiem, literal, kind)
    return None


def _spoken(found: re.Match[str], start: int, end: int, meridiem: str) -> _Clock | None:
    number = _HOUR_WORDS.get(found["hw"].lower()) or int(found["hw"])
    past = found["past"].lower()
    if not 1 <= number <= 12 or (past == "half" and found["hw"].lower() == "one"):
        return None
    if past == "quarter to":
        number = (number - 2) % 12 + 1
        return _Clock(start, end, number, 45, meridiem, literal=False, kind="spoken")
    return _Clock(start, end, number, 15 if past == "quarter past" else 30, meridiem, literal=False, kind="spoken")


def _are_range(plain: str, first: _Clock, second: _Clock, link: str, day_ends: frozenset[int]) -> bool:
    before = plain[max(0, first.start - 9) : first.start].lower()
    if link == "and":
        return before.rstrip().endswith("between")
    if first.kind == "bare" and second.kind == "bare":
        return before.endswith(("from ", "at ", "between ", "@ ")) or first.start - 1 in day_ends
    return first.kind != "bare" or second.kind not in ("noon", "bare", "military")


def _range(first: _Clock, second: _Clock) -> tuple[time, time]:
    """Both ends on the 24-hour clock: am or pm of one end tells the other's, and the end comes after the beginning."""
    if first.meridiem or first.literal or not (second.meridiem or second.literal):
        begin = first.at()
        if second.meridiem or second.literal:
            return begin, second.at()
        return begin, next((end for end in (second.at(False), second.at(True)) if end > begin), second.at())
    finish = second.at()
    earlier = [begin for begin in (first.at(True), first.at(False)) if begin < finish]
    return (earlier[0] if earlier else first.at()), finish


_COUNT = r"(?:\d{1,3}(?:\.\d)?|an?|one|two|three|four|half an|twenty|thirty|forty|forty[- ]five|fifteen|sixty|ninety)"
_DURATION = re.compile(
    rf"(?<![\w:.])(?:(?P<low>\d{{1,3}}) ?(?:-|to) ?)?(?P<count>{_COUNT})(?: ?\(\d{{1,3}}\))?[ -]?(?P<unit>minutes?|mins?"
    rf"|hours?|hrs?|hr|h|m)\b\.?"
    rf"(?P<half> and a half)?(?:,? (?:and )?(?P<minutes>\d{{1,2}}) ?(?:minutes?|mins?|m)\b)?",
    re.IGNORECASE,
)
_NO_DURATION_BEFORE = re.compile(
    r"(?:\bwithin|\bin|\bnext|\bthe last|\bpast|\bevery|\bafter|\bover|\babout to|\bjoin|\barrive|\bat least|\bup to|\bthan"
    r"|\$\d*) ?$",
    re.IGNORECASE,
)
_NO_DURATION_AFTER = re.compile(
    r" ?-? ?(?:early|earlier|before|beforehand|prior|in advance|ahead|ago|late|from|of (?:the|your) (?:start|scheduled)"
    r"|notice|walk|drive|away|per"
    r"|a (?:week|day)|later|to (?:complete|find|park|set up)|of (?!your time|conversation|interview|chat|discussion)"
    r"|assessment|test|challenge|break|buffer)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "half an": 0.5, "fifteen": 15.0, "twenty": 20.0,
    "thirty": 30.0, "forty": 40.0, "forty five": 45.0, "sixty": 60.0, "ninety": 90.0,
}  # fmt: skip


def find_duration(plain: str) -> timedelta | None:
    """How long the appointment is said to take, between ten minutes and ten hours; of "45-60 minutes" the longer."""
    for found in _DURATION.finditer(plain):
        before, unit = plain[max(0, found.start() - 10) : found.start()], found["unit"].lower()
        if _NO_DURATION_AFTER.match(plain, found.end()) or (_NO_DURATION_BEFORE.search(before) and not found["low"]):
            continue
        count = found["count"].lower().replace("-", " ")
        number = _NUMBERS[count] if count in _NUMBERS else float(count)
        if unit in ("h", "m") and not found["count"][0].isdigit():
            continue
        minutes = number * (60 if unit.startswith("h") else 1) + (30 if found["half"] else 0) + int(found["minutes"] or 0)
        if 10 <= minutes <= 600:
            return timedelta(minutes=round(minutes))
    return None
