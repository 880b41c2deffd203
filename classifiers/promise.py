"""The time frame in which they said that they would be back, and the absence that an automatic reply announces.

Only their own word counts: not "please reply by Friday", not the day of the interview, not until when an offer is valid.
A sentence counts where the other side, or its decision, does something about coming back; the frame may stand in the
sentence before ("The team meets on Thursday. I'll get back to you after that").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from classifiers.prose import Prose
from classifiers.reading import MessageKind, Promise
from classifiers.seasons import HolidayMention, find_holidays
from classifiers.standpoint import Standpoint
from classifiers.windows import Window, find_windows
from daemon.mail.message import Message

_COME_BACK = re.compile(
    r"\b(?:(?:be|been|being) (?:back )?in (?:touch|contact)|(?:get|getting|gets|circl\w+|com(?:e|ing)|writ(?:e|ing)"
    r"|report(?:ing)?) back(?: to| with)?|get in touch|keep you (?:posted|updated|informed)"
    r"|reach(?:ing|es)? out|follow(?:ing|s)? ?-?up|contact(?:ing|ed)? (?:you"
    r"|(?:all |the |successful |shortlisted |selected )*(?:candidates|applicants))"
    r"|let(?:ting)? (?:you|everyone|all candidates|candidates|applicants) know"
    r"|updat(?:e|ing) you|inform(?:ing|ed)? (?:you|of|about|all)|notif(?:y|ying|ied)|advis(?:e|ing) you"
    r"|hear(?:ing)? (?:back )?from (?:us|me|our|the|him|her|them|someone|a)|call you|ring(?: you)?|phone you|telephone you"
    r"|write(?: again| to you)?|email you|e-mail you|write to you|ping you|text you"
    r"|touch(?:ing)? base|check(?:ing)? (?:back )?in(?: with you)?|loop(?:ing)? back|revert(?: back)?(?: to you)?|respond"
    r"|reply|replies"
    r"|(?:have|having|share|sharing|send|sending|provide|providing|give|giving|offer|bring|get|communicate|pass on"
    r"|know)(?: you)?(?: (?:with|an?|some|more|any|our|the|their|your|final|further|formal|clear|definit(?:e|ive)|better|firm"
    r"|concrete|another|full|quick|proper|back|to))*"
    r" (?:updates?|news|answers?|decisions?|feedback|outcomes?|results?|clarity|response|next steps?|something(?: for you)?"
    r"|word|verdict|picture|idea|timeline|information|info|details on (?:the )?next steps|know)\b"
    r"|(?:mak(?:e|ing)|made|reach(?:ing|ed)?|com(?:e|ing) to|finali[sz](?:e|ing|ed)|announc(?:e|ing|ed)|tak(?:e|ing)"
    r"|arriv(?:e|ing) at|communicat(?:e|ing|ed))(?: (?:a|an|our|the|their|any|final|hiring))* (?:decisions?|selections?"
    r"|choices?|shortlist|recommendation)"
    r"|decid(?:e|ing|ed)\b|know (?:more|where|either way|which)|confirm next steps|next steps|move (?:forward|ahead) with"
    r"|invite(?: the)? successful|schedul(?:e|ing) (?:next|the next|interviews|calls))",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:\b|(?='))(?:will|'ll|wll|shall|should|would|hop(?:e|es|ing)|expect(?:s|ed|ing)?|plan(?:s|ning)?|aim(?:s|ing)?"
    r"|intend(?:s)?|going to|gonna|tr(?:y|ies|ying)|can|may|might|want(?:s)?|need(?:s)?|anticipat\w+|look(?:ing)? to|likely"
    r"|able to|promise(?:s)?|target(?:s|ing)?|won't|due to)\b",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"\b(?:we|i|they|he|she|it|team|committee|panel|manager\w*|recruit\w+|hr|someone|somebody|colleagues?|board|department"
    r"|company|director|client|partners?|one of us|member[\w ]{0,24}|(?-i:[A-Z][a-z]+))\b",
    re.IGNORECASE,
)
_NUDGE = re.compile(
    r"\bif you (?:do not|don't|have not|haven't|haven't yet)(?: \w+)? (?:hear|heard|received?)\b[^.?!;]{0,60}\b(?:feel free"
    r"|do (?:reach|feel|get|drop|nudge|ping)|please (?:feel|do not hesitate|don't hesitate|reach|nudge|get in touch|follow"
    r"|ping|drop|let)|don't hesitate|reach out|nudge|ping|get in touch|follow up|drop me|give me|chase)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.?!;]")
_TURNS = re.compile(r"[?!;]")
_MOST_VERBS = 12
_PROMISES = (
    re.compile(
        r"\byou hear (?:back |either way|from)|\byou(?:'ll| will| should| can| may| ought to"
        r"| could)(?: \w+){0,3}? (?:hear(?! about)|be (?:contacted|notified|informed|hearing|updated|advised)"
        r"|(?:receive|get|have|know|see)(?: (?:an?|some|more|our|the|your|final|from))*? (?:updates?|answers?|decisions?"
        r"|feedback|news|responses?|replies|reply|something|word|results?|outcomes?|e-?mails?|calls?|either way|where|more|by"
        r"|within|us))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:talk|speak|chat)(?: to you| again| more)? (?:(?:on|next|by|this|early|late) )?(?:(?:mon|tues|wednes|thurs"
        r"|fri)day|week|then|tomorrow)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:expect|await|look out for|watch for)(?: to)? (?:hear"
        r"|an? (?:response|answer|decision|update|reply|call|e-?mail)|feedback|news|our (?:decision|response|answer)"
        r"|the (?:decision|outcome|result))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:decisions?|updates?|answers?|results?|outcomes?|feedback|responses?|next steps|news|selections?"
        r"|shortlist(?:ing)?|announcements?|notifications?|offers?)\b[^.?!;]{0,50}\b(?:will|should|expected|to be|anticipated"
        r"|is due|are due|due|by|likely|come|made)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:review|hiring|selection|recruitment|recruiting|interview(?:ing)? process|decision|evaluation|screening"
        r"|approval|internal)(?:[ -]making)? ?(?:process|period|cycle|stage|timeline)?[^.?!;]{0,40}\b(?:takes?(?! place)"
        r"|lasts?|to last|to take|run(?:s|ning)? (?:until|through|to)|expected|typically|usually|within|complete[ds]?"
        r"|conclude[ds]?|wrap)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:bear with (?:us|me)|give (?:us|me)|hold tight|hang tight"
        r"|(?:thank you for|thanks for|appreciate) (?:your|the) patience"
        r"|(?:ask|asking) for (?:your|a (?:little|bit)) (?:more )?(?:patience|time))\b",
        re.IGNORECASE,
    ),
)
_WAITS = re.compile(
    r"\b(?:until|till|another|(?:is|are|'re|still|be|been) (?:interviewing|meeting|reviewing|speaking|finishing|wrapping"
    r"|finali[sz]ing|working through|assessing|considering|deliberating|out|away|travell?ing|on (?:leave|vacation|holiday))"
    r"|wrap(?:ping|s)? up|finish(?:ing|es)?|complet(?:e|ing)|conclud(?:e|ing)|resum(?:e|ing)"
    r"|pick(?:ing)? (?:this |things |it )?(?:back )?up|revisit(?:ing)?|meet(?:s|ing)? (?:on|again|next|this|in|early|with)"
    r"|meets|decid\w+|decision"
    r"|back on|sit tight|hang in there|regroup(?:ing)?|reconven\w+|on hold|paused?|delayed|take(?:s)?|takes a|back in"
    r"|returns?|timeline|sign-?off|approval|budget|debrief(?:ing)?|discuss(?:ing)?|deliberat\w+|review(?:ing)?)\b",
    re.IGNORECASE,
)
_ENDS_WAIT = re.compile(
    r"(?:by|before|until|till|through|thru|on|after|within|over|during|in(?! (?:mon|tues|wednes|thurs|fri))|between|this|next"
    r"|sometime|some time|early|later?|mid|end|the (?:end|week|beginning|next|middle|start|first|last|second)"
    r"|at the|no later|not later|up to|around|about|another|for another|for|a|two|three|\d|week|eod|cob|come|take)",
    re.IGNORECASE,
)
_ASKS_USER = re.compile(
    r"(?:^|[,;] ?|\band |\bthen )(?:please|kindly|pls)\b(?! (?:note|be advised|know|be aware|bear|expect|allow|give"
    r"|be patient|be assured|rest assured|hold|understand))|\b(?:could|can|would|will) you\b|\blet (?:me|us) know\b"
    r"|\b(?:need|want|ask|require|like|request|invite)(?:s|ing)? you to\b"
    r"|\byou (?:need|must|have to|are required|are asked|have until"
    r"|should (?:complete|submit|reply|respond|send|return|sign))"
    r"|\b(?:hear|hearing|reply|response|answer|decision|confirmation) (?:back )?from you\b"
    r"|\byour (?:response|reply|answer|decision|confirmation|signed|availability|acceptance)\b"
    r"|\b(?:get|gets|getting) back to (?:me|us)\b|\b(?:offer|link|invitation|assessment|test"
    r"|challenge)[^.?!;]{0,30}\b(?:expires?|valid|deadline|remain)"
    r"|\bfeel free\b(?![^.?!;]{0,40}\b(?:reach|follow|nudge|ping|chase|check|get in touch|contact|drop|email))",
    re.IGNORECASE,
)
_AFTER_THAT = re.compile(
    r"\b(?:after (?:that|this|then|which)|then|thereafter|at (?:that|which) point|afterwards?|by then"
    r"|once (?:that|this|they|we|he|she|it)|when (?:i'm|i am|we're|we are|i|we|she|he|they) (?:back|return)|upon my return"
    r"|following (?:that|this)|as soon as)\b",
    re.IGNORECASE,
)
_OF_MEETING = re.compile(
    r"\bschedul\w+ [\w ]{0,40}$|\b(?:interviews?|calls?|meetings?|chat|conversation|times?|slots?|sessions?|round"
    r"|availability) (?:\w+ )?for (?:\w+ )?$",
    re.IGNORECASE,
)
_UNTIL_THEN = re.compile(r"\b(?:until|till|til) then\b", re.IGNORECASE)
_SET_BACK = re.compile(
    r"\b(?:file|records?|database|talent (?:pool|community|network)|newsletter|start(?:ing)? date|first day|onboarding|salary"
    r"|visa|webinar|event|subscription|order|ship(?:ping|ped|ment)?|deliver(?:y|ed)|refund)\b",
    re.IGNORECASE,
)
_PUT_DOWN_TO = re.compile(
    r"\b(?:after|following|post|over|during|because of|due to|owing to|given|with|in|past|through|until|till|for|from|once"
    r"|return from|back from|around|between|thanks to|on account of|off for|closed for|break for)[ -](?:[\w']+ ){0,3}$|^$",
    re.IGNORECASE,
)
_ONLY_AFTER = re.compile(r"\b(?:after|until|till|following|once)\b[^.?!]{0,20}$", re.IGNORECASE)
_AHEAD_OF = re.compile(r"\b(?:before|by|prior to|ahead of) (?:the |we break for |we close for )?$", re.IGNORECASE)
_WISHES = re.compile(
    r"\b(?:happy|merry|enjoy|wish(?:ing)? you|have a (?:great|wonderful|lovely|good|happy|nice|relaxing|restful)"
    r"|hope you (?:had|have|enjoy\w*|are enjoying))\b",
    re.IGNORECASE,
)

_AWAY = re.compile(
    r"\b(?:(?:i am|i'm|i will be|i'll be|i'm currently|currently|now|am) (?:\w+ ){0,2}?(?:out of (?:the )?office|away"
    r"|on (?:annual |parental |maternity |paternity |sick |family |medical |personal )?(?:leave|vacation|holiday|holidays"
    r"|pto)|out|travell?ing|off work|off|ooo|traveling)"
    r"|out of (?:the )?office|out-of-office|away from (?:my|the) (?:desk|office|email|e-mail)"
    r"|on (?:annual|parental|maternity|paternity|sick) leave|no access to (?:my )?e-?mail"
    r"|limited access to (?:my )?e-?mail)\b",
    re.IGNORECASE,
)
_AUTOMATIC = re.compile(
    r"automatic reply|auto-?reply|out of (?:the )?office|\booo\b|\baway\b|on (?:leave|vacation|holiday)", re.IGNORECASE
)
_RETURNS = re.compile(r"\b(?:back|return(?:ing|s)?|until|till)\b", re.IGNORECASE)
_SPEAKER_AWAY = re.compile(r"i\b|i'|currently|am\b|out[ -]of[ -](?:the )?office|automatic|auto", re.IGNORECASE)
_BACK_ON = re.compile(
    r"\b(?:back|return(?:ing)?|be back|resume|available again|in the office again|again)\b[^.?!;]{0,30}$", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:until|till|til)\b[^.?!;]{0,12}$", re.IGNORECASE)
_INCLUDING = re.compile(r"^[ ,(]{0,3}(?:inclusive|included|including)", re.IGNORECASE)
_BY_THE_END = re.compile(r"\b(?:until|till) and including\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    window: Window | None
    holiday: HolidayMention | None
    direct: bool


def promise_of(
    message: Message, prose: Prose, kind: MessageKind, standpoint: Standpoint, interview: date | None
) -> Promise | None:
    """The latest time frame that the message gives; `interview` is the day of the interview that it fixes, if it does."""
    absence = _absence(message, prose, standpoint)
    if absence is not None or kind is MessageKind.REJECTION:
        return absence
    found = list(_frames(prose, kind, standpoint))
    direct = [frame for frame in found if frame.direct] or found
    if not direct:
        return None
    return _promise(prose, direct, standpoint, interview)


def _promise(prose: Prose, found: list[_Found], standpoint: Standpoint, interview: date | None) -> Promise | None:
    windows = [frame.window for frame in found if frame.window is not None]
    resolved = [(until, window) for window in windows if (until := _until(window, standpoint, interview)) is not None]
    holiday = next((frame.holiday for frame in found if frame.holiday is not None), None)
    latest = max(resolved, key=lambda pair: pair[0]) if resolved else None
    if holiday is not None:
        until, start, end = holiday.last, holiday.start, holiday.end
        # The playbook waits a week beyond a holiday by itself; only a date still later than that says more.
        if latest is not None and latest[0] > holiday.last + timedelta(days=7):
            until, start, end = latest[0], min(start, latest[1].start), max(end, latest[1].end)
        if end - start > 120:
            start, end = holiday.start, holiday.end
        return Promise(_phrase_with_lead(prose, start, end), until, holiday=holiday.word, holiday_begins=holiday.begins)
    if latest is not None:
        return Promise(prose.words(latest[1].start, latest[1].end), latest[0])
    if not windows:
        return None
    return Promise(prose.words(windows[0].start, windows[0].end), None, after_interview_days=windows[0].days_after_interview)


_HOLIDAY_LEAD = re.compile(
    r"(?:\b(?:early|late|sometime|some time|until|till|just|right|shortly|soon|immediately|after|following|over|during"
    r"|because of|due to|in|once|back|from|the|with|around|all|everyone|is|are|we) )+$",
    re.IGNORECASE,
)


def _phrase_with_lead(prose: Prose, start: int, end: int) -> str:
    lead = _HOLIDAY_LEAD.search(prose.plain, max(0, start - 40), start)
    sentence, _ = prose.sentence_at(start)
    return prose.words(max(sentence, lead.start()) if lead else start, end)


def _until(window: Window, standpoint: Standpoint, interview: date | None) -> date | None:
    if window.days_after_interview is None:
        return window.until
    return interview + timedelta(days=window.days_after_interview) if interview is not None else None


def _frames(prose: Prose, kind: MessageKind, standpoint: Standpoint) -> Iterator[_Found]:
    """Of each sentence that promises to come back, the window (and holiday) that goes with it."""
    previous: tuple[int, int] | None = None
    for start, end in prose.sentences:
        sentence = prose.plain[start : min(end, start + 800)]
        span = (start, start + len(sentence))
        verb = _promise_in(sentence)
        waiting = verb is None and kind is MessageKind.HOLDING and _is_wait(sentence)
        if verb is not None or waiting:
            position = start + (verb if verb is not None else 0)
            window = _window_in(prose, span, position, standpoint)
            holiday = _holiday_in(prose, span, standpoint, waiting=True)
            until_then = False
            if window is None and holiday is None and previous is not None and (verb is None or _AFTER_THAT.search(sentence)):
                if verb is not None or _UNTIL_THEN.search(sentence):
                    window = _window_in(prose, previous, previous[0], standpoint)
                    until_then = verb is None
                holiday = _holiday_in(prose, previous, standpoint, waiting=False)
            if verb is None and window is not None and not until_then and not _ENDS_WAIT.match(prose.plain, window.start):
                window = None
            if window is not None or holiday is not None:
                yield _Found(window, holiday, direct=verb is not None)
        elif (holiday := _holiday_in(prose, span, standpoint, waiting=False)) is not None and kind is MessageKind.HOLDING:
            yield _Found(None, holiday, direct=False)
        previous = span


def _is_wait(sentence: str) -> bool:
    return bool(_WAITS.search(sentence)) and not _ASKS_USER.search(sentence) and not _SET_BACK.search(sentence)


def _promise_in(sentence: str) -> int | None:
    """Where in the sentence the promise stands, None where it makes none."""
    if _SET_BACK.search(sentence):
        return None
    nudge = _NUDGE.search(sentence)
    if nudge is not None:
        return nudge.start()
    found = _their_word(sentence) or next((match.span() for pattern in _PROMISES if (match := pattern.search(sentence))), None)
    if found is None:
        return None
    request = _ASKS_USER.search(sentence)
    return found[0] if request is None or request.start() >= found[1] else None


def _their_word(sentence: str) -> tuple[int, int] | None:
    """ "We hope to have an answer": who, that they will, and what, each near the next."""
    for will in islice(_WILL.finditer(sentence), _MOST_VERBS):
        back = _COME_BACK.search(sentence, will.end(), will.end() + 110)
        who = _THEY.search(sentence, max(0, will.start() - 90), will.start()) if back is not None else None
        if (
            back is not None
            and who is not None
            and not _ENDS.search(sentence, who.end(), will.start())
            and not _TURNS.search(sentence, will.end(), back.start())
        ):
            return who.start(), back.end()
    return None


def _window_in(prose: Prose, span: tuple[int, int], position: int, standpoint: Standpoint) -> Window | None:
    """Of several windows in a sentence the one after the verb counts, one with "by" or "within" first, else the last."""
    request = _ASKS_USER.search(prose.plain, position, span[1])
    limit = request.start() if request is not None and request.start() > position + 20 else span[1]
    windows = [
        window
        for window in find_windows(prose, span[0], limit, standpoint)
        if not _is_holiday_name(prose.plain[window.start : window.end])
        and (window.bound or not _OF_MEETING.search(prose.plain, max(span[0], window.start - 60), window.start))
    ]
    after = [window for window in windows if window.start >= position] or windows
    if not after:
        return None
    bound = [window for window in after if window.bound]
    return max(bound or after, key=lambda window: (window.until or date.min, window.start))


def _is_holiday_name(phrase: str) -> bool:
    return bool(
        re.search(r"\bnew year$|july (?:4th|fourth)|(?:4th|fourth) of july|\bthe (?:4th|fourth)$", phrase, re.IGNORECASE)
    ) and not re.search(r"early|mid|late|end|by|before", phrase, re.IGNORECASE)


def _holiday_in(prose: Prose, span: tuple[int, int], standpoint: Standpoint, *, waiting: bool) -> HolidayMention | None:
    """The holiday to which a wait is put down: not a wish for it, not "before Christmas"."""
    start, end = span
    for mention in find_holidays(prose.plain, start, end, standpoint):
        before = prose.plain[max(start, mention.start - 48) : mention.start]
        if _AHEAD_OF.search(before) or _WISHES.search(before):
            continue
        if _PUT_DOWN_TO.search(before) or (waiting and _WAITS.search(before)):
            if (
                waiting
                or _ONLY_AFTER.search(before)
                or _WAITS.search(prose.plain, start, end)
                or re.search(r"clos|slow|quiet|away|out\b|off\b|delay|break", prose.plain[start:end], re.I)
            ):
                return mention
    return None


def _absence(message: Message, prose: Prose, standpoint: Standpoint) -> Promise | None:
    """An out-of-office: its last day is the day before the return."""
    subject = _AUTOMATIC.search(message.subject[:300]) is not None
    for start, end in prose.sentences[:12]:
        found = _AWAY.search(prose.plain, start, end)
        if found is None and not (subject and _RETURNS.search(prose.plain, start, end)):
            continue
        if found is not None and not subject and not _SPEAKER_AWAY.match(found.group()):
            continue
        window = _away_until(prose, start, end, standpoint) or _away_until(
            prose, end, min(end + 200, len(prose.plain)), standpoint
        )
        if window is not None:
            return Promise(prose.words(window[0], window[1]), window[2], absence=True)
    return None


def _away_until(prose: Prose, start: int, end: int, standpoint: Standpoint) -> tuple[int, int, date] | None:
    best: tuple[int, int, date] | None = None
    for window in find_windows(prose, start, end, standpoint):
        if window.until is None:
            continue
        until = window.until
        lead = prose.plain[max(start, window.start - 40) : window.end]
        day_at = re.search(r"\d|[A-Z]", lead[-(window.end - window.start) :])
        before = lead[: len(lead) - (window.end - window.start) + (day_at.start() if day_at else 0)]
        if _BACK_ON.search(before):
            return window.start, window.end, until - timedelta(days=1)
        returns = (
            _UNTIL.search(before)
            and not _BY_THE_END.search(before)
            and not _INCLUDING.match(prose.plain[window.end : window.end + 14])
        )
        if returns and until.weekday() == 0:
            until -= timedelta(days=1)
        if best is None or until > best[2]:
            best = (window.start, window.end, until)
    return best
