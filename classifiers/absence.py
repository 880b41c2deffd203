"""Out-of-office notes: until when somebody is away."""

from __future__ import annotations

import re
from datetime import date, timedelta

from classifiers.amounts import Window
from classifiers.prose import Prose
from classifiers.reading import Promise
from classifiers.standpoint import Standpoint
from classifiers.vocabulary import any_of
from classifiers.windows import find_windows
from daemon.mail.message import Message

_SENTENCES = 12
_LEAVE = r"on (?:(?:annual|parental|maternity|paternity|sick|family|medical|personal) )?(?:leave|vacation|holidays?|pto)"
_I_AM = (
    r"\b(?:i am|i'm|i will be|i'll be|currently|now|am) "
    r"(?:(?:currently|now|also|still|away|just|officially|going to be|be) ){0,2}"
)
_AWAY = any_of(
    rf"{_I_AM}(?:out of (?:the )?office|away|{_LEAVE}|off(?: work)?|ooo|travell?ing)\b",
    rf"{_I_AM}out(?= (?:until|till|through|from|on|this|next|today|tomorrow|for)\b)",
    r"\bout[ -]of[ -](?:the )?office\b|\baway from (?:my|the) (?:desk|office|e-?mail)\b",
    r"\bon (?:annual|parental|maternity|paternity|sick) leave\b|\b(?:no|limited) access to (?:my )?e-?mail\b",
)
_SAYS_I = re.compile(r"i\b|currently|am\b|out[ -]of", re.IGNORECASE)
_AUTOMATIC = re.compile(
    r"automatic reply|auto-?reply|out of (?:the )?office|\booo\b|\baway\b|on (?:leave|vacation|holiday)", re.IGNORECASE
)
_RETURNS = re.compile(r"\b(?:back|return(?:ing|s)?|until|till)\b", re.IGNORECASE)
_BACK_ON = re.compile(r"\b(?:back|return(?:ing)?|resume|again)\b[^.?!;]{0,30}$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|til)\b(?! and including)[^.?!;]{0,12}$", re.IGNORECASE)
_INCLUDED = re.compile(r"[ ,(]{0,3}(?:inclusive|included|including)", re.IGNORECASE)


def is_automatic(message: Message) -> bool:
    """Whether the subject is that of an out-of-office note."""
    return _AUTOMATIC.search(message.subject[:300]) is not None


def absence_of(message: Message, prose: Prose, standpoint: Standpoint) -> Promise | None:
    """The absence that the writer announces for himself; its last day is the day before the return."""
    automatic = is_automatic(message)
    for start, end in prose.sentences[:_SENTENCES]:
        away = _AWAY.search(prose.plain, start, end)
        if away is None and not (automatic and _RETURNS.search(prose.plain, start, end)):
            continue
        if away is not None and not automatic and not _SAYS_I.match(away.group()):
            continue
        following = min(end + 200, len(prose.plain))
        found = _last_day(prose, start, end, standpoint) or _last_day(prose, end, following, standpoint)
        if found is not None:
            window, last_day = found
            return Promise(prose.words(window.start, window.end), last_day, absence=True)
    return None


def _last_day(prose: Prose, start: int, end: int, standpoint: Standpoint) -> tuple[Window, date] | None:
    best: tuple[Window, date] | None = None
    for window in find_windows(prose, start, end, standpoint):
        if window.until is None:
            continue
        until = window.until
        begin = _day_itself(prose.plain, window)
        before = prose.plain[max(start, begin - 40) : begin]
        if _BACK_ON.search(before):
            return window, until - timedelta(days=1)
        # "Until Monday" means back on Monday; "until Friday" leaves it open, and the later day is the safer one.
        if until.weekday() == 0 and _UNTIL.search(before) and not _INCLUDED.match(prose.plain, window.end):
            until -= timedelta(days=1)
        if best is None or until > best[1]:
            best = window, until
    return best


def _day_itself(plain: str, window: Window) -> int:
    """Where the day begins behind its "until" or "back on"."""
    found = re.compile(r"\d|[A-Z]").search(plain, window.start, window.end)
    return found.start() if found is not None else window.start
