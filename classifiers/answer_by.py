"""By when they want the user's answer: "please reply by Friday", "the offer is valid until 3 June", "within 48 hours".

The counterpart of `promise`: there they say when they will be back, here when the user should. A day counts only where a sentence
asks something of the user, or says until when what they offer holds, and ties the day to that; a start date, the day of the
interview, "if you need to reschedule, tell us by Thursday" are no such days. Days are resolved as promises are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from classifiers.amounts import Window
from classifiers.prose import Prose
from classifiers.reading import AnswerBy, MessageKind
from classifiers.standpoint import Standpoint
from classifiers.vocabulary import any_lower, lowered
from classifiers.windows import find_windows

_LONGEST_SENTENCE = 800
_FARTHEST = timedelta(days=180)
_MOST_SENTENCES = 200
_LONGEST_GAP = 140

_ANSWERS = (
    r"(?:let (?:me|us|him|her|them) know|get back to (?:me|us)|(?:reply|respond|answer|rsvp|confirm|accept|decide"
    r"|complete|finish"
    r"|submit|return|sign|countersign|send|provide|share|upload|choose|select|pick|book|schedule|fill (?:in|out)|take"
    r"|advise|indicate|tell (?:me|us)|give (?:me|us)(?! (?:until|till|through|time|some|more|another|a (?:few|day"
    r"|week|bit|little))\b)|do so|(?:e-?mail|call|write to|write) (?:me|us)|make (?:a|your) decision"
    r"|register|forward|act|come back to (?:me|us))(?! soon))\b"
)
_ASKED = any_lower(
    rf"\b(?:please|kindly|pls)(?: (?:do|also|just|then|kindly|make sure|be sure|remember|ensure you|to|and|note"
    rf"|review))*? {_ANSWERS}",
    rf"\b(?:could|can|would|will) you(?: (?:please|kindly|also|perhaps|possibly|just|be able to|mind"
    rf"|be so kind as to))*? {_ANSWERS}",
    rf"\b(?:we|i)(?:'d| would| do| will|'ll)? (?:kindly )?(?:need|require|ask|request|like|want|appreciate it if|be grateful if"
    rf"|appreciate if)(?: for)? you (?:(?:to|could|would|can) )+(?:(?:please|kindly) )?{_ANSWERS}",
    rf"\b(?:it would be|would be) (?:great|helpful|good|lovely|ideal|perfect) if you (?:could|would|can) {_ANSWERS}",
    rf"\bif you (?:could|would|can)(?: please| kindly)? {_ANSWERS}",
    rf"\byou(?:'ll)? (?:need|must|should|have|will need|will have|are (?:kindly )?(?:asked|required"
    rf"|requested))(?: to)? {_ANSWERS}",
    r"\b(?:hear|hearing|heard) (?:back )?from you\b(?! (?:soon|shortly))",
    r"\b(?:(?:need|await|appreciate|expect|require|like|want|to)(?: to)?|(?:we|us|i|me)(?: to)?(?: have| get"
    r"| receive))(?: have| get| receive)? your (?:[a-z]+ ){0,3}?(?:answers?|reply"
    r"|response|decision|confirmation|acceptance|availability|preference|choice|feedback|signature|documents?"
    r"|submission|solution"
    r"|references)\b",
    r"(?<!have )(?<!get )(?<!receive )\byour (?:[a-z]+ ){0,2}?(?:answer|reply|response|decision|confirmation"
    r"|acceptance|submission) (?:is (?:due"
    r"|required|needed)"
    r"|would|by|before|no later|within|at the latest)",
    r"\b(?:answer|reply|response|decision|confirmation) from you\b",
    r"\ban? (?:quick |short |brief |prompt )?(?:answer|reply|response|decision|confirmation) (?:by|before|within"
    r"|no later)[^.?!]{0,40}"
    r"\b(?:would be|is) (?:\w+ )?(?:appreciated|great|helpful|needed|required|welcome)",
    r"\b(?:must|should|needs? to|has to|have to|is to|are to) be (?:completed?|submitted|returned|signed|received|confirmed"
    r"|finished|accepted|sent|booked|taken|uploaded|filled in)\b",
)
"""What asks something of the user; the day must follow it, bound by "by", "before", "until", "within"."""

_HOLDS = any_lower(
    r"\b(?:offer|invitation|link|invite|assessment|test|challenge|exercise|code|proposal|slots?|booking page"
    r"|questionnaire|survey|form"
    r"|position|place|portal|access|it|this|which)"
    r"\b[^.?!;]{0,60}\b(?:valid|open|good|available|active|stands?|live|accessible|in effect|in force|held|reserved)"
    r"(?: for (?:you|acceptance))?(?: only)?(?= (?:until|till|through|thru|up to|to|for))",
    r"\b(?:offer|invitation|link|invite|assessment|test|challenge|exercise|code|proposal|it|this|which)\b[^.?!;]{0,60}"
    r"\b(?:expires?|lapses?|will expire|will lapse|ends|runs out|closes)(?= (?:on|in|at|after|by|within|tomorrow"
    r"|today|this|end))",
    r"\b(?:hold|keep|reserve)(?:ing)? (?:this|the|your|that|a)(?: \w+){0,2} (?:offer|slots?|place|spot|position|times?|seat)\b"
    r"(?: open)?(?: for you)?(?= (?:until|till|through|to))",
    r"\byou(?:'ll| will)? (?:have|get|are given|'ve got)(?: (?:time|up))?(?= (?:until|till|through"
    r"|\w+ ?(?:\(\d+\) )?(?:business |working |calendar )?"
    r"(?:days?|hours?|weeks?) (?:to|in which|for|from)))",
    r"(?<!her )(?<!his )(?<!our )(?<!their )(?<!my )\b(?:deadline|due date|time limit|cut-?off)\b(?: (?:for|to|of"
    r"|on) (?:[\w'-]+ ){1,6}?)?(?: ?(?:is|will be"
    r"|would be|has been set"
    r"|:|-|=|expires|falls on)(?: (?:set |extended )?(?:for|to|at|on))*)",
    r"\b(?:(?:respond|reply|rsvp|answer|return|complete|submit|sign|accept|confirm|decide) (?:by|before|on|until)"
    r"|due(?: date)?):",
    r"(?:^|[|,:;(] ?)(?:please )?(?:respond|reply|rsvp|answer|return|complete|submit|sign|accept|confirm"
    r"|due)(?= (?:by|before|within|until)\b)",
    r"\b(?:reply|response|answer|action|decision|confirmation|signature) (?:is )?(?:needed|required|requested|due|wanted)"
    r"(?= (?:by|before|within|until)\b)",
    r"\b(?:is|are|falls|being) due(?: back)?(?= (?:by|on|in|within|at|before|no later|tomorrow|today|this|next|end))",
)
"""What says until when it holds; the day must follow at once, however it is bound."""

_FIRST_THE_DAY = any_lower(
    rf"^[ ,:-]{{0,3}}(?:(?:could|can|would|will) you|please|kindly|we(?:'d| would)? (?:need|ask|like) you to"
    rf"|you (?:need|must))(?: \w+){{0,2}}? "
    rf"{_ANSWERS}"
)
_OPENS_SENTENCE = re.compile(r"^(?:so|and|then|also|ideally|if (?:at all )?possible|at the latest)?[ ,]*$", re.IGNORECASE)

_OTHER_DAY = any_lower(
    r"\b(?:to|can|could|would|will|able to|you|we|i) (?:start|begin|join|relocate|move|arrive|graduate|work|meet"
    r"|interview|speak|talk"
    r"|chat|come|visit|travel)\b",
    r"\b(?:start(?:ing)?|joining|begin|first) (?:date|day)\b|\bavailable\b|\bstarting\b|\bfree (?:to|for|at|on)\b"
    r"|\bwork(?:s|ed)? for\b",
    r"\b(?:we|i|they|she|he)(?:'ll| will| can| shall| would| hope| plan| aim| expect)\b",
)
"""Between the request and the day: then the day is that of something else."""
_LOOSE = re.compile(r"(?:in|over|during|for)\b")
_CONVENIENT = re.compile(r"\b(?:convenient|suits?|works?|good|best|availability|times?|slots?)\b")
"""Times that suit in the coming days are no days for the answer."""
_ONLY_IF = any_lower(
    r"\b(?:if|should|unless|in case)\b[^;]{0,80}\b(?:reschedul|cancel|chang|withdraw|questions?|unable|cannot|can't|accommodat"
    r"|not (?:able|available|work|suit)|no longer|(?:don't|doesn't|won't|does not|do not"
    r"|none of \w+(?: \w+)?) (?:work|suit|fit)"
    r"|conflict|help|problem|trouble|issues?|need|require|prefer not|postpon|another (?:time|date)|different)\w*",
)
_ONLY_WHAT_IS_ASKED = frozenset({MessageKind.HOLDING, MessageKind.APPLICATION_RECEIVED})
"""In these nothing is offered: what stands open until a day is somebody else's."""
_OTHER_DEADLINE = any_lower(
    r"\bapplications? (?:deadline|close|are due|must|should|need)|\bdeadline (?:for|to) (?:apply|applications?|applying)"
    r"|\b(?:webinar|newsletter|subscription|sale|discount|promo|voucher|tickets?|parking|your order|invoice|payment)\b",
    r"\b(?:registration|password|trial|session|membership|account) (?:\w+ )?(?:expires?|ends)\b",
)
_BINDS = re.compile(
    r"\b(?:by|before|until|till|within|than|latest|through|thru|due|deadline|expir\w+|lapses?|ends|closes|have|for)\b"
)
"""One of these stands in every sentence that counts; most have none."""
_CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight|midday|close of (?:business|play)"
    r"|end of (?:the )?(?:business )?day|cob|eod)"
)
_BOUND_BY_CLOCK = re.compile(
    rf"\b(?:by|before|until|till|no later than|not later than|latest by|at the latest by) (?:the latest )?(?:at )?{_CLOCK}"
    rf"(?: ?\(?(?:[A-Z]{{2,4}}|[A-Z][a-z]+ [Tt]ime)\)?)?,? ?(?:on )?(?:the )?$",
    re.IGNORECASE,
)
_LATEST_AFTER = re.compile(r",? ?(?:at the (?:very )?latest|latest)\b", re.IGNORECASE)
_OWNS = re.compile(r"'s\b", re.IGNORECASE)
"""Friday's deadline is one that was set elsewhere."""
_NOT_ITS_END = re.compile(r"\b(?:after|from|since|starting) ?$", re.IGNORECASE)


def answer_by_of(body: Prose, subject: Prose, kind: MessageKind, standpoint: Standpoint) -> AnswerBy | None:
    """The earliest day by which the message wants an answer, or until when its offer holds; None where it names none.

    The subject is asked where the body says nothing ("Reply needed by Friday"). A rejection wants nothing.
    """
    if kind is MessageKind.REJECTION:
        return None
    for prose in (body, subject):
        found = min(_deadlines(prose, kind, standpoint), key=lambda deadline: deadline.day, default=None)
        if found is not None:
            return found
    return None


def _deadlines(prose: Prose, kind: MessageKind, standpoint: Standpoint) -> Iterator[AnswerBy]:
    for start, end in prose.sentences[:_MOST_SENTENCES]:
        span = (start, min(end, start + _LONGEST_SENTENCE))
        sentence = lowered(prose.plain[span[0] : span[1]])
        if not _BINDS.search(sentence) or _OTHER_DEADLINE.search(sentence):
            continue
        asked = _ASKED.search(sentence)
        holds = _HOLDS.search(sentence) if kind not in _ONLY_WHAT_IS_ASKED else None
        if asked is None and holds is None:
            continue
        for window in find_windows(prose, *span, standpoint):
            until = window.until
            if (
                until is None
                or not standpoint.today <= until <= standpoint.today + _FARTHEST
                or _OWNS.match(prose.plain, window.end)
            ):
                continue
            begins = _begin(prose, span, window)
            if _wanted(sentence, begins - start, window.end - start, bound=window.bound or begins < window.start) or (
                holds is not None and _held(sentence, begins - start)
            ):
                yield AnswerBy(prose.words(begins, _end(prose, span, window)), until)
                break


def _begin(prose: Prose, span: tuple[int, int], window: Window) -> int:
    """Where the words of the time frame begin: "by 5 pm on" before "Friday" belongs to them."""
    clock = _BOUND_BY_CLOCK.search(prose.plain, max(span[0], window.start - 60), window.start)
    return clock.start() if clock is not None else window.start


def _end(prose: Prose, span: tuple[int, int], window: Window) -> int:
    latest = _LATEST_AFTER.match(prose.plain, window.end, span[1])
    return latest.end() if latest is not None else window.end


def _wanted(sentence: str, start: int, end: int, *, bound: bool) -> bool:
    """Whether something is asked of the user by the time frame between the two positions of the sentence."""
    bound = bound or _LATEST_AFTER.match(sentence, end) is not None
    if not bound:
        return False
    for asked in _ASKED.finditer(sentence):
        before = sentence[: asked.start()]
        if _ONLY_IF.search(before) or _ONLY_IF.search(sentence, end):
            continue
        gap = sentence[asked.end() : start]
        if _LOOSE.match(sentence, start) and _CONVENIENT.search(gap):
            continue
        if asked.start() < start and len(gap) <= _LONGEST_GAP and not (_OTHER_DAY.search(gap) or _ONLY_IF.search(gap)):
            return True
    opens = _OPENS_SENTENCE.match(sentence[:start]) is not None
    return opens and _FIRST_THE_DAY.search(sentence[end:]) is not None and not _ONLY_IF.search(sentence[end:])


def _held(sentence: str, start: int) -> bool:
    """Whether something they offer holds until the time frame that begins there."""
    for holds in _HOLDS.finditer(sentence):
        gap = sentence[holds.end() : start]
        if holds.end() <= start and len(gap) <= 30 and not _NOT_ITS_END.search(gap) and not re.search(r"[,;.?!]", gap):
            return True
    return False
