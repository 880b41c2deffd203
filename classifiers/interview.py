"""The interview that a message fixes, moves or calls off: from its calendar part first, else from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from classifiers.appointments import Appointment, Bond, find_appointments
from classifiers.days import find_days
from classifiers.invitation_parts import MOST_INTERVIEWS, calendar_interviews
from classifiers.prose import Prose
from classifiers.reading import InterviewTime, MessageKind
from classifiers.standpoint import Standpoint
from classifiers.times import find_duration
from daemon.mail.message import Message

_LONGEST_GAP_IN_AGENDA = timedelta(minutes=90)
_LEAST_SCORE = 0
_FIRM = 4
"""A day and a time side by side, in a sentence that fixes them."""

_MOVE = (
    r"(?:re-?scheduled?|re-?arranged?|moved?|moving|shift(?:ed)?|push(?:ed)?(?: back| out)?|chang(?:ed|e|ing)|postponed?"
    r"|brought forward"
    r"|bring(?:ing)? forward|updated|re-?schedul(?:e|ing)|put back)"
)
_HAS_MOVED = re.compile(
    r"(?:\b(?:has|have|had|'s|'ve|was|were|is|are|been|be|i|we|successfully|just"
    r"|got)(?: now)?(?: been)?(?: (?:had|needed) to)?(?: be)? "
    r"(?:rescheduled|rearranged|re-arranged|re-scheduled|moved|shifted|pushed|changed|postponed|brought forward|updated"
    r"|put back)\b"
    r"|\b(?:re-?schedul(?:ed|ing)|moving|moved|pushing|shifting|rescheduling) (?:[\w' ]{0,40}?)(?:interview|call|conversation"
    r"|chat|meeting|it|us|to)\b"
    r"|\b(?:reschedule|move|push|shift|change)(?: back)? (?:[\w' -]{0,40}?)(?:to|until) (?:[\w,]+ ){0,3}\d"
    r"|\bnew (?:interview )?(?:date|time|slot|day)\b|\bnew date and time\b|\binstead of\b|\brather than\b|\bin place of\b"
    r"|\b(?:re-?scheduled|moved|updated):"
    r"|\bupdated (?:invitation|interview|time|date|schedule)\b"
    r"|\bchange (?:of|to|in) (?:the |your )?(?:time|date|interview|schedule)\b"
    r"|\bnow (?:be )?(?:take place|taking place|on|at|scheduled)\b|\btime (?:has )?changed?\b"
    r"|\breschedul(?:e|ing) (?:confirm|notice))",
    re.IGNORECASE,
)
_ONLY_IF = re.compile(
    r"\b(?:if|should|in case|unless|whenever|to (?:cancel|reschedule|change|move)|reschedule or|or reschedule|cancel or"
    r"|need to (?:reschedule|change|move)"
    r"|please (?:call|click|use|let|contact))\b",
    re.IGNORECASE,
)
_TO_NEW = re.compile(
    rf"\b{_MOVE}\b[^.?!]{{0,90}}?\b(?:to|for|until|as follows|is|:) ?(?:the |be |now )?$"
    rf"|\bnew (?:interview )?(?:date|time|slot)(?: and time)?(?: is| will be|:)? ?$"
    rf"|\bnow (?:be )?(?:(?:on|at|scheduled for|taking place|held|take place)(?: on| at)? ?)?$",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"(?:\binstead of|\brather than|\bin place of|\b(?:originally|previously)(?: \w+){0,3}?(?: for| on| at)?"
    r"|\bno longer(?: on| at| able to meet)?(?: on| at)?"
    r"|\b(?:was|had been|were)(?: (?:set|scheduled|planned|due|booked|supposed))?(?: to (?:be|take place|happen))?(?: for| on"
    r"| at)?"
    r"|\b(?:old|previous|original|former)(?: interview)? (?:date|time|slot)(?: and time)?:?"
    r"|\bunable to (?:make|meet|attend|do)[\w ']{0,20}"
    r"|\b(?:can't|cannot|can not|won't be able to) (?:make|do|meet|attend)[\w ']{0,20}|\bnot(?: on| at)?|\bcancell?ed:?"
    r"|\bbeat you to|\blost|\bwas:?) ?(?:the |our |your |on )?$",
    re.IGNORECASE,
)
_FROM_OLD = re.compile(rf"\b{_MOVE}\b(?:(?!\b(?:to|for)\b)[^.?!]){{0,60}}?\bfrom (?:the |our |your )?$", re.IGNORECASE)
_TURN = re.compile(r"(?:\bto\b|-|\buntil\b) ?", re.IGNORECASE)
_STILL_TO_MOVE = re.compile(
    rf"^[^.?!\n]{{0,50}}?\b(?:has|have|had|is|was|needs?|'s|will|must)(?: now| had)?(?: been| be| to be| to)? {_MOVE}\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:by|before|no later than|not later than|until|till|deadline(?: is| of|:)?|due(?: on| by|:)?|expires?(?: on| at)?"
    r"|prior to|respond|reply|rsvp|after|since"
    r"|closes?(?: on| at)?|valid (?:until|till|through)) ?(?:the |end of (?:the )?(?:business )?(?:day )?(?:on )?"
    r"|close of business (?:on )?|noon on |eod )?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:office hours|opening hours|business hours|working hours|hours are|open(?: from)?|available|availability|webinar"
    r"|information session|info session"
    r"|open house|start date|first day|joining date|assessment|deadline|applied|application (?:of|dated|received)"
    r"|we (?:spoke|met|talked)|last (?:week|month)"
    r"|wrote|@[\w.-]+>? on|sent|received|yesterday|unavailable|conflict|out of (?:the )?office|on leave|closed|posted"
    r"|published|updated on|created)\b",
    re.IGNORECASE,
)
_TRAVELS = re.compile(
    r"\b(?:arrives?|arriving|arrival|arr\.|pick(?:s|ed)?[ -](?:you )?up|dinner|lunch|breakfast|flight|fly|shuttle|airport"
    r"|reception and|check[ -]?in|depart(?:s|ure)?|taxi|adjourn)\b|\barr\.",
    re.IGNORECASE,
)
_ARRIVES_BY = re.compile(
    r"\b(?:report|arrive|reach|come|be (?:there|here|present|seated)|present yourself)\b(?:[^.?!\n]|\.(?=\d)){0,120}\bby ?$",
    re.IGNORECASE,
)
_OLD_LABEL = re.compile(r"^(?:from|old(?: time| slot)?|was|previous(?:ly)?|before) ?: ?$", re.IGNORECASE)
_NEW_LABEL = re.compile(r"^(?:to|new(?: time| slot)?|now|after) ?: ?$", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"\bi (?:could|can) (?:do|make)\b|\bor (?:\w+ ){0,2}$|\b(?:if (?:that|this|it|not|you|these|those|none)"
    r"|alternatively|another option|other options?"
    r"|could also|otherwise"
    r"|would (?:you|that|it|any)|could you|can you"
    r"|are you|how about|what about|do you have|does (?:that|this|it|any|either)|slots|options?|choose|pick|propose"
    r"|suggest(?:ed)?|prefer(?:red)?"
    r"|let me know|works? (?:better|best))\b",
    re.IGNORECASE,
)
_IN_ITS_STEAD = re.compile(
    r"\b(?:available|availability|instead|how about|what about|would|could you|can you|propos\w+|suggest\w*"
    r"|new (?:time|date|slot)|alternatives?|reschedule (?:for|to)|are you|do you have|or)\b",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"\b(?:confirm(?:ed|ing|s|ation)?|scheduled?|set (?:for|up)|booked|see you|speak (?:soon|then|to you|with you)"
    r"|talk (?:soon|then|to you|with you)|look(?:ing)? forward|takes? place"
    r"|taking place|will be held|interview(?:ing|s)?|invited?|invitation|appointment|calendar|meet(?:ing)?|call|chat"
    r"|conversation|when|date|time|starts?|locked in|put you down|booked you|all set"
    r"|works? (?:for (?:us|me|the|them|him|her|everyone)|great|well|perfectly)|expect you|down for|session|screen(?:ing)?"
    r"|round)\b",
    re.IGNORECASE,
)
_DATE_LIKE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d| ?[ap]\.?m)")
_AND_THEN = re.compile(r"[ ,;]{0,2}(?:and|&|then|and then|followed by|plus)(?: (?:at|again at|one at))? ?", re.IGNORECASE)
_OR_WORD = re.compile(r"\bor\b", re.IGNORECASE)
_OR = re.compile(r"\bor\b|\beither\b|\?", re.IGNORECASE)
_RELATIVE = re.compile(r"tomorrow|tmrw?|today|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)
_INSTEAD = re.compile(r",? instead\b", re.IGNORECASE)
_ON_THE_DOT = re.compile(r",? (?:prompt(?:ly)?|sharp)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"(?:\bto|-|\buntil|\btill|\bends?(?:ing)?(?: time| date)?:?|\bfinish(?:es|ing)?(?: time)?:?|\bthrough) ?$", re.IGNORECASE
)


def interviews_of(message: Message, body: Prose, kind: MessageKind, standpoint: Standpoint) -> tuple[InterviewTime, ...]:
    """The appointments that the message states, the first of them first; () where it states none or leaves a choice.

    Calendar part first (RFC 5546), for every kind but `other`; words for confirmations, and for cancellations the time of
    what is called off. The items of an agenda make one appointment, from the first start to the last end.
    """
    if kind is MessageKind.OTHER:
        return ()
    events = calendar_interviews(message, standpoint)
    in_words = kind in (MessageKind.INTERVIEW_CONFIRMATION, MessageKind.INTERVIEW_CANCELLED)
    if not events and not in_words:
        return ()
    subject = Prose.of(message.subject[:300])
    moved = _has_moved(subject, body)
    if events:
        first = replace(events[0], replaces=events[0].replaces or (moved and not events[0].cancelled))
        if first.start.tzinfo is None:
            first = _with_zone_of(first, _from_words(subject, body, kind, standpoint))
        return first, *events[1:]
    found = _from_words(subject, body, kind, standpoint)
    if not found and kind is MessageKind.INTERVIEW_CONFIRMATION and message.quoted:
        found = _from_quoted(Prose.of(message.quoted[:4000]), standpoint)
    cancelled = kind is MessageKind.INTERVIEW_CANCELLED
    return tuple(replace(each, replaces=(moved or each.replaces) and not cancelled, cancelled=cancelled) for each in found)


def interview_of(message: Message, body: Prose, kind: MessageKind, standpoint: Standpoint) -> InterviewTime | None:
    """The first of `interviews_of`, None where there is none."""
    return next(iter(interviews_of(message, body, kind, standpoint)), None)


def _with_zone_of(event: InterviewTime, words: list[InterviewTime]) -> InterviewTime:
    """A calendar part whose zone nobody can resolve takes the zone that the text gives the same wall-clock time."""
    zone: tzinfo | None = words[0].start.tzinfo if words else None
    if zone is None or words[0].start.replace(tzinfo=None) != event.start:
        return event
    return replace(event, start=event.start.replace(tzinfo=zone), end=event.end.replace(tzinfo=zone) if event.end else None)


def _has_moved(subject: Prose, body: Prose) -> bool:
    """An appointment was moved; "if you need to reschedule" moves none."""
    for prose in (subject, body):
        for start, end in prose.sentences:
            sentence = prose.plain[start : min(end, start + 600)]
            found = _HAS_MOVED.search(sentence)
            if found is not None and not _ONLY_IF.search(sentence[: found.end()]):
                return True
    return False


def _from_words(subject: Prose, body: Prose, kind: MessageKind, standpoint: Standpoint) -> list[InterviewTime]:
    for prose, heading in ((body, subject), (subject, None)):
        appointments = find_appointments(prose, standpoint, _only_day(heading, prose, standpoint) if heading else None)
        if kind is MessageKind.INTERVIEW_CANCELLED:
            called_off = _called_off(prose, appointments, standpoint)
            chosen = [called_off] if called_off is not None else []
        else:
            chosen = _fixed(prose, [_at_new_time(prose, appointment) for appointment in appointments], standpoint)
        if chosen:
            duration = find_duration(body.plain) or find_duration(subject.plain)
            given_up = any(_is_given_up(prose, other) for other in appointments if other.begin != chosen[0].begin)
            return [
                InterviewTime(
                    each.begin,
                    _end(prose, each, appointments) or _lasting(each, duration),
                    prose.words(each.start, each.end),
                    replaces=given_up,
                )
                for each in chosen
            ]
    return []


def _only_day(subject: Prose, body: Prose, standpoint: Standpoint) -> date | None:
    """The day that the subject names, if it names just one and the text has none, not even one that stays open (03/04)."""
    if _DATE_LIKE.search(body.plain):
        return None
    days = {mention.day for mention in find_days(subject, standpoint) if mention.last is None}
    return days.pop() if len(days) == 1 else None


def _is_given_up(prose: Prose, appointment: Appointment) -> bool:
    before, _, _ = _context(prose, appointment)
    return bool(_GIVEN_UP.search(before) or _FROM_OLD.search(before) or _OLD_LABEL.match(before))


def _from_quoted(prose: Prose, standpoint: Standpoint) -> list[InterviewTime]:
    """ "Confirmed, see you then": the time stands in what is answered. Only where it names a single one, and no "tomorrow"."""
    ahead = [
        appointment
        for appointment in find_appointments(prose, standpoint)
        if _is_ahead(appointment, standpoint) and not _is_relative(prose, appointment) and _score(prose, appointment) > -4
    ]
    if len({appointment.begin for appointment in ahead}) != 1:
        return []
    return [InterviewTime(ahead[0].begin, ahead[0].finish, prose.words(ahead[0].start, ahead[0].end))]


def _is_relative(prose: Prose, appointment: Appointment) -> bool:
    """Named by "tomorrow" or its like, which in an older mail means another day."""
    return _RELATIVE.search(prose.plain, appointment.day.start, appointment.day.end) is not None


def _is_ahead(appointment: Appointment, standpoint: Standpoint) -> bool:
    if appointment.begin.tzinfo is not None:
        return appointment.begin > standpoint.sent
    return appointment.begin.date() >= standpoint.today


def _at_new_time(prose: Prose, appointment: Appointment) -> Appointment:
    """ "moved from 3pm to 4pm" is no range: four is the new time."""
    before = prose.plain[max(0, appointment.time_start - 90) : appointment.time_start]
    if appointment.finish is None or not _FROM_OLD.search(before):
        return appointment
    turn = _TURN.search(prose.plain, appointment.time_start, appointment.end)
    start = turn.end() if turn else appointment.start
    return replace(appointment, start=start, time_start=start, begin=appointment.finish, finish=None)


def _fixed(prose: Prose, appointments: list[Appointment], standpoint: Standpoint) -> list[Appointment]:
    """The best of the fixed moments, or the first of its agenda, and further ones that are fixed as well; in this order."""
    scored = [(_score(prose, appointment), appointment) for appointment in appointments if _is_ahead(appointment, standpoint)]
    scored = [(score, appointment) for score, appointment in scored if score >= _LEAST_SCORE]
    if not scored:
        return []
    best = max(score for score, _ in scored)
    chosen = next(appointment for score, appointment in scored if score == best)
    agenda = [appointment for _, appointment in scored if _is_of_agenda(prose, appointment, chosen)]
    first = min(agenda, key=lambda appointment: appointment.begin, default=chosen)
    return [first, *_more(prose, scored, best, chosen)][:MOST_INTERVIEWS]


def _is_of_agenda(prose: Prose, appointment: Appointment, chosen: Appointment) -> bool:
    """Both open a line of a timetable for the same day."""
    return (
        appointment.begin.date() == chosen.begin.date()
        and appointment.begin.tzinfo == chosen.begin.tzinfo
        and _opens_line(prose, appointment)
        and _opens_line(prose, chosen)
    )


def _opens_line(prose: Prose, appointment: Appointment) -> bool:
    return not prose.plain[max(0, appointment.time_start - 4) : appointment.time_start].split("\n")[-1].strip(" -*|([")


def _more(prose: Prose, scored: list[tuple[int, Appointment]], best: int, chosen: Appointment) -> Iterator[Appointment]:
    """Moments that are fixed beside the chosen one: named in a row with it, or on another day just as firmly."""
    last = chosen
    for score, other in scored:
        if other.begin.tzinfo != chosen.begin.tzinfo or other.time_start <= chosen.time_start or other.begin <= last.begin:
            continue
        between = prose.plain[last.end : other.time_start]
        in_row = other.begin.date() == last.begin.date() and _AND_THEN.fullmatch(between) is not None
        firmly = (
            other.begin.date() != chosen.begin.date()
            and other.bond is Bond.TIGHT is chosen.bond
            and score >= max(best, _FIRM)
            and not _OR.search(between)
        )
        if in_row or firmly:
            last = other
            yield other


def _context(prose: Prose, appointment: Appointment) -> tuple[str, str, str]:
    """What stands before and after the moment in its sentence, and the beginning of its line's label."""
    start, _ = prose.sentence_at(appointment.start)
    _, end = prose.sentence_at(max(appointment.start, appointment.end - 1))
    before = prose.plain[max(start, appointment.start - 200) : appointment.start]
    return before, prose.plain[appointment.end : min(end, appointment.end + 140)], prose.plain[max(0, start - 60) : start]


def _score(prose: Prose, appointment: Appointment) -> int:
    before, after, above = _context(prose, appointment)
    just_before = prose.plain[max(0, appointment.time_start - 60) : appointment.time_start]
    score = int(appointment.bond)
    if _is_given_up(prose, appointment):
        score -= 6
    elif _TO_NEW.search(before) or _NEW_LABEL.match(before) or _TO_NEW.search(_lead(prose, appointment)):
        score += 5
    elif _STILL_TO_MOVE.match(after):
        score -= 6
    if _INSTEAD.match(after):
        score += 4
    deadline = _DEADLINE.search(before) or (appointment.bond is not Bond.TIGHT and _DEADLINE.search(just_before))
    if deadline and not _ON_THE_DOT.match(after) and not _ARRIVES_BY.search(_lead(prose, appointment)):
        score -= 6
    if _ELSEWHERE.search(before) or _ELSEWHERE.search(after[:60]):
        score -= 3
    if _TRAVELS.search(before[-30:]) or (_opens_line(prose, appointment) and _TRAVELS.search(after[:60])):
        score -= 6
    if _PROPOSAL.search(before[-80:]) or _PROPOSAL.match(after.lstrip(" ,(")) or after.rstrip().endswith("?"):
        score -= 3
    if _OR_WORD.search(before + after) and prose.plain[: prose.sentence_at(appointment.start)[1]].rstrip().endswith("?"):
        score -= 6
    if _FIXED.search(before) or _FIXED.search(after) or _FIXED.search(above):
        score += 2
    return score


def _lead(prose: Prose, appointment: Appointment) -> str:
    """The sentence up to the time itself."""
    start, _ = prose.sentence_at(appointment.start)
    return prose.plain[max(start, appointment.time_start - 200) : appointment.time_start]


def _called_off(prose: Prose, appointments: list[Appointment], standpoint: Standpoint) -> Appointment | None:
    """What is cancelled comes first in the text; what is proposed in its stead is no appointment."""
    for appointment in appointments:
        before, after, _ = _context(prose, appointment)
        proposed = _IN_ITS_STEAD.search(before[-60:]) or after.rstrip().endswith("?") or _DEADLINE.search(before)
        if not proposed and appointment.begin.date() >= standpoint.today - timedelta(days=1):
            return appointment
    return None


def _end(prose: Prose, chosen: Appointment, appointments: Iterable[Appointment]) -> datetime | None:
    """The stated end, or that of the last item of an agenda on the same day."""
    end = chosen.finish
    for other in appointments:
        if other.time_start <= chosen.time_start or other.begin.tzinfo != chosen.begin.tzinfo or other.begin <= chosen.begin:
            continue
        lead = prose.plain[max(chosen.end, other.start - 14) : other.start]
        if (
            end is None
            and other.time_start - chosen.end <= 60
            and (_UNTIL.search(lead) or _UNTIL.search(prose.plain[: other.time_start][-14:]))
        ):
            end = other.begin
        elif end is not None and other.finish is not None and end <= other.begin <= end + _LONGEST_GAP_IN_AGENDA:
            end = other.finish if _score(prose, other) >= _LEAST_SCORE else end
    return end


def _lasting(chosen: Appointment, duration: timedelta | None) -> datetime | None:
    return chosen.begin + duration if duration is not None else None
