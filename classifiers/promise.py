"""The time frame in which they said that they would be back.

Only their own word counts: not "please reply by Friday", not the day of the interview, not until when an offer is valid. The
frame may stand in the sentence before ("The team meets on Thursday. I'll get back to you after that"); a holiday to which the
wait is put down is kept under their own word for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from classifiers.absence import absence_of, is_automatic
from classifiers.amounts import Window
from classifiers.assurances import assurance_in, is_wait, request_at, speaks_of_waiting
from classifiers.days import MONTH, WEEKDAY
from classifiers.prose import LONGEST_PHRASE, Prose
from classifiers.reading import MessageKind, Promise
from classifiers.seasons import HolidayMention, find_holidays, may_name_holiday
from classifiers.standpoint import Standpoint
from classifiers.vocabulary import any_of, lowered
from classifiers.windows import find_windows
from daemon.mail.message import Message

_LONGEST_SENTENCE = 800
_MOST_FRAMES = 40
_PROMISE_NOTHING = frozenset({MessageKind.REJECTION, MessageKind.OFFER, MessageKind.OTHER})
"""Windows in these are a talent pool's, the user's own deadline, somebody else's business."""
_COVERED_BY_HOLIDAY = timedelta(days=7)

_TIMELY = re.compile(
    rf"\d|\b(?:{WEEKDAY}|{MONTH}|days?|weeks?|wks?|months?|hours?|hrs?|fortnight|weekend|quarter|year|morning"
    rf"|afternoon|evening"
    r"|today|tonight|tomorrow|tmrw|tmr|later|eo[dwm]|[ce]ob|q[1-4]|business|play|end)\b"
)
"""What every time frame has one of; a holiday has to be looked for by its name."""
_AFTER_THAT = any_of(
    r"\b(?:after (?:that|this|then|which)|then|thereafter|at (?:that|which) point|afterwards?|by then|upon my return"
    r"|as soon as (?:that|this|it|they|he|she))\b",
    r"\bthat (?:same )?(?:day|evening|afternoon|night|week)\b",
    r"\b(?:once (?:that|this|they|we|he|she|it)|when (?:i'm|i am|we're|we are|i|we|she|he|they) (?:back|return)"
    r"|following (?:that|this))\b",
)
_UNTIL_THEN = re.compile(r"\b(?:until|till|til|before) (?:then|that)\b", re.IGNORECASE)
_ENDS_WAIT = any_of(
    r"(?:by|before|until|till|through|thru|on|after|within|over|during|in(?! (?:mon|tues|wednes|thurs|fri))|between|this|next"
    r"|come)",
    r"(?:sometime|some time|early|later?|mid|end|the (?:end|week|beginning|next|middle|start|first|last|second)"
    r"|at the|no later)",
    r"(?:not later|up to|around|about|another|for another|for|a|two|three|\d|week|eod|cob|take)",
)
_OF_MEETING = any_of(
    r"\bschedul\w+ [\w ]{0,40}$",
    r"\b(?:interviews?|calls?|meetings?|chat|conversation|times?|slots?|sessions?|round"
    r"|availability) (?:\w+ )?for (?:\w+ )?$",
)
_IS_HOLIDAY = re.compile(
    r"(?<!early in the )(?<!early )(?<!of the )\bnew year$|july (?:4th|fourth)|(?:4th|fourth) of july|\bthe (?:4th|fourth)$",
    re.IGNORECASE,
)
_PUT_DOWN_TO = re.compile(
    r"\b(?:after|following|post|over|during|because of|due to|owing to|given|with|in|past|through|until|till|for|from|once"
    r"|around|between"
    r"|thanks to|on account of)[ -](?:[\w']+ ){0,3}$|^$",
    re.IGNORECASE,
)
_ONLY_AFTER = re.compile(r"\b(?:after|until|till|following|once)\b[^.?!]{0,20}$", re.IGNORECASE)
_QUIET_TIME = re.compile(r"clos|slow|quiet|away|\bout\b|\boff\b|delay|break", re.IGNORECASE)
_AHEAD_OF = re.compile(r"\b(?:before|by|prior to|ahead of) (?:the |we (?:break|close) for )?$", re.IGNORECASE)
_WISHES = any_of(
    r"\b(?:happy|merry|enjoy|wish(?:ing)? you|hope you (?:had|have|enjoy\w*|are enjoying))\b",
    r"\bhave a (?:great|wonderful|lovely|good|happy|nice|relaxing|restful)\b",
)
_HOLIDAY_LEAD = re.compile(
    r"(?:\b(?:early|late|sometime|some time|until|till|just|right|shortly|soon|immediately|after|following|over"
    r"|during|because of"
    r"|due to|in|once|back|from|the|with|around) )+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What one sentence gives. `direct`: it says that they will be back, not just why it takes so long."""

    window: Window | None
    holiday: HolidayMention | None
    direct: bool


def promise_of(
    message: Message, prose: Prose, kind: MessageKind, standpoint: Standpoint, interview: date | None
) -> Promise | None:
    """The latest time frame that the message gives; `interview` is the day of the interview that it fixes, if it does."""
    absence = absence_of(message, prose, standpoint)
    if kind in _PROMISE_NOTHING or (absence is not None and is_automatic(message)):
        return absence
    promise = _given(prose, kind, standpoint, interview)
    if promise is None or absence is None or promise.until is None or absence.until is None:
        return promise or absence
    return promise if promise.until > absence.until else absence


def _given(prose: Prose, kind: MessageKind, standpoint: Standpoint, interview: date | None) -> Promise | None:
    """What the sentences give, the latest of it."""
    frames = list(islice(_frames(prose, kind, standpoint), _MOST_FRAMES))
    frames = [frame for frame in frames if frame.direct] or frames
    windows = [frame.window for frame in frames if frame.window is not None]
    resolved = [(until, window) for window in windows if (until := _until(window, interview)) is not None]
    latest = max(resolved, key=lambda pair: pair[0]) if resolved else None
    holiday = next((frame.holiday for frame in frames if frame.holiday is not None), None)
    if holiday is not None:
        return _around_holiday(prose, holiday, latest)
    if latest is not None:
        return Promise(prose.words(latest[1].start, latest[1].end), latest[0])
    if not windows:
        return None
    return Promise(prose.words(windows[0].start, windows[0].end), None, after_interview_days=windows[0].days_after_interview)


def _around_holiday(prose: Prose, holiday: HolidayMention, latest: tuple[date, Window] | None) -> Promise:
    """The playbook waits a week beyond a holiday by itself; only a date still later than that says more."""
    sentence, _ = prose.sentence_at(holiday.start)
    lead = _HOLIDAY_LEAD.search(prose.plain, max(sentence, holiday.start - 40), holiday.start)
    until, start, end = holiday.last, lead.start() if lead is not None else holiday.start, holiday.end
    if latest is not None and latest[0] > holiday.last + _COVERED_BY_HOLIDAY:
        until = latest[0]
        first, last = min(start, latest[1].start), max(end, latest[1].end)
        if last - first <= LONGEST_PHRASE:
            start, end = first, last
    return Promise(prose.words(start, end), until, holiday=holiday.word, holiday_begins=holiday.begins)


def _until(window: Window, interview: date | None) -> date | None:
    if window.days_after_interview is None:
        return window.until
    return interview + timedelta(days=window.days_after_interview) if interview is not None else None


def _frames(prose: Prose, kind: MessageKind, standpoint: Standpoint) -> Iterator[_Frame]:
    """Of each sentence that promises to come back, or explains a holding reply's wait, the window and holiday in it."""
    holding = kind is MessageKind.HOLDING
    festive = may_name_holiday(prose.plain, 0, len(prose.plain))
    previous: tuple[int, int] | None = None
    timely = False
    for start, end in prose.sentences:
        span = (start, min(end, start + _LONGEST_SENTENCE))
        sentence = prose.plain[span[0] : span[1]]
        timely, before = (
            _TIMELY.search(lowered(sentence)) is not None or (festive and may_name_holiday(prose.plain, *span)),
            timely,
        )
        if not timely and not before:
            previous = span
            continue
        assurance = assurance_in(sentence)
        if assurance is not None:
            yield _assured(prose, span, previous, start + assurance, standpoint)
        elif holding and is_wait(sentence):
            yield _waited(prose, span, previous, standpoint)
        elif holding:
            yield _Frame(None, _holiday_in(prose, span, standpoint, explained=False), direct=False)
        previous = span


def _assured(
    prose: Prose, span: tuple[int, int], previous: tuple[int, int] | None, position: int, standpoint: Standpoint
) -> _Frame:
    window = _window_in(prose, span, position, standpoint)
    holiday = _holiday_in(prose, span, standpoint, explained=True)
    if window is None and holiday is None and previous is not None and _AFTER_THAT.search(prose.plain, *span):
        window = _window_in(prose, previous, previous[0], standpoint)
        holiday = _holiday_in(prose, previous, standpoint, explained=False)
    return _Frame(window, holiday, direct=window is not None or holiday is not None)


def _waited(prose: Prose, span: tuple[int, int], previous: tuple[int, int] | None, standpoint: Standpoint) -> _Frame:
    window = _window_in(prose, span, span[0], standpoint)
    holiday = _holiday_in(prose, span, standpoint, explained=True)
    if window is not None and not _ENDS_WAIT.match(prose.plain, window.start):
        window = None
    elif window is None and holiday is None and previous is not None:
        holiday = _holiday_in(prose, previous, standpoint, explained=False)
        if _UNTIL_THEN.search(prose.plain, *span):
            window = _window_in(prose, previous, previous[0], standpoint)
    return _Frame(window, holiday, direct=False)


def _window_in(prose: Prose, span: tuple[int, int], position: int, standpoint: Standpoint) -> Window | None:
    """Of several windows in a sentence one after the verb counts, with "by" or "within" rather than without, and the latest."""
    request = request_at(prose.plain, position, span[1])
    limit = request if request is not None and request > position + 20 else span[1]
    windows = [
        window
        for window in find_windows(prose, span[0], limit, standpoint)
        if not _IS_HOLIDAY.search(prose.plain[window.start : window.end])
        and (window.bound or not _OF_MEETING.search(prose.plain, max(span[0], window.start - 60), window.start))
    ]
    windows = [window for window in windows if window.start >= position] or windows
    windows = [window for window in windows if window.bound] or windows
    return max(windows, key=lambda window: (window.until or date.min, window.start), default=None)


def _holiday_in(prose: Prose, span: tuple[int, int], standpoint: Standpoint, *, explained: bool) -> HolidayMention | None:
    """The holiday to which a wait is put down: not a wish for it, not "before Christmas". `explained`: the sentence waits."""
    start, end = span
    for mention in find_holidays(prose.plain, start, end, standpoint):
        before = prose.plain[max(start, mention.start - 48) : mention.start]
        if _AHEAD_OF.search(before) or _WISHES.search(before):
            continue
        cause = explained or _ONLY_AFTER.search(before) or _QUIET_TIME.search(prose.plain, start, end)
        if (_PUT_DOWN_TO.search(before) and (cause or speaks_of_waiting(prose.plain, start, end))) or (
            explained and speaks_of_waiting(before, 0, len(before))
        ):
            return mention
    return None
