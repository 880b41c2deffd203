"""The wordings with which people say that they will be back, and those with which they ask the same of the user.

"We hope to have an answer for you" is one; "please get back to us" and "once we hear from you" are not.
"""

from __future__ import annotations

import re
from itertools import islice

from classifiers.vocabulary import any_lower, lowered

_MOST_VERBS = 12
_NEWS = (
    r"(?:updates?|news|answers?|decisions?|feedback|outcomes?|results?|clarity|responses?|next steps?"
    r"|something(?: for you)?|word"
    r"|verdict|picture|idea|timeline|information|info|details on (?:the )?next steps|know)"
)
_WHAT_KIND = (
    r"(?: (?:with|an?|some|more|any|our|the|their|your|final|further|formal|clear|definit(?:e|ive)|better|firm"
    r"|concrete|another"
    r"|full|quick|proper|back|to))*"
)
_COME_BACK = any_lower(
    r"\b(?:be|been|being) (?:back )?in (?:touch|contact)\b|\bget in touch\b|\bkeep you (?:posted|updated|informed)\b",
    r"\b(?:get|getting|gets|circl\w+|com(?:e|ing)|writ(?:e|ing)|report(?:ing)?|loop(?:ing)?) back\b",
    r"\b(?:reach(?:ing|es)? out|follow(?:ing|s)? ?-?up|touch(?:ing)? base|check(?:ing)? (?:back )?in|revert)\b",
    r"\b(?:contact(?:ing|ed)?|updat(?:e|ing)|advis(?:e|ing)|call|e-?mail|ring|phone|telephone|write(?: to)?|ping|text) you\b",
    r"\b(?:telephone|phone|call|ring|contact|write to|e-?mail|update|tell) (?:everyone|everybody|each|all|both|people)\b",
    r"\bcontact(?:ing)? (?:(?:all|the|successful|shortlisted|selected) )*(?:candidates|applicants)\b",
    r"\blet(?:ting)? (?:you|everyone|(?:all )?candidates|applicants) know\b|\binform(?:ing|ed)? (?:you|of|about|all)\b",
    r"\bnotif(?:y|ying|ied)\b|\bhear(?:ing)? (?:back )?from (?:us|me|our|the|him|her|them|someone|a)\b",
    r"\b(?:respond|reply|replies|ring|write(?: again)?)\b",
    r"\b(?:have|having|share|sharing|send|sending|provide|providing|give|giving|offer|bring|get|communicate|pass on"
    r"|know)(?: you)?"
    rf"{_WHAT_KIND} {_NEWS}\b",
    r"\b(?:mak(?:e|ing)|made|reach(?:ing|ed)?|com(?:e|ing) to|finali[sz](?:e|ing|ed)|announc(?:e|ing|ed)|tak(?:e|ing)"
    r"|arriv(?:e|ing) at"
    r"|communicat(?:e|ing|ed))(?: (?:a|an|our|the|their|any|final|hiring))* (?:decisions?|selections?|choices?|shortlist)\b",
    r"\bdecid(?:e|ing|ed)\b|\bknow (?:more|where|either way|which"
    r"|by|on|next|early|later|this|soon)\b|\bnext steps\b|\bmove (?:forward|ahead) with\b",
    r"\bschedul(?:e|ing) (?:next|the next|interviews|calls)\b",
)
_WILL = any_lower(
    r"(?:\b|(?='))(?:will|'ll|shall|should|would|can|may|might|won't|able to|likely|going to|gonna|due to|look(?:ing)? to)\b",
    r"\b(?:hop(?:e|es|ing)|expect(?:s|ed|ing)?|plan(?:s|ning)?|aim(?:s|ing)?|intends?|tr(?:y|ies|ying)|wants?|needs?"
    r"|anticipat\w+)\b",
    r"\b(?:promises?|target(?:s|ing)?)\b",
)
_THEY = re.compile(
    r"\b(?:we|i|they|he|she|it|team|committee|panel|manager\w*|recruit\w+|hr|someone|somebody|colleagues?|board|department"
    r"|company|director|client|partners?|one of us|member[\w ]{0,24}|(?-i:[A-Z][a-z]+))\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|none of us) $", re.IGNORECASE)
_REFUSES = re.compile(r"won't\b|(?:will|would|can|could|may|shall|should) not\b", re.IGNORECASE)
_NOT_BEFORE = re.compile(
    r"\b(?:before|until|till|prior to|earlier than|for (?:another|a|at least)|this week|today)\b", re.IGNORECASE
)
_CLAUSE_ENDS = re.compile(r"[.?!;]")
_QUESTION_OR_TURN = re.compile(r"[?!;]")

_NUDGE = re.compile(
    r"\bif you (?:do not|don't|have not|haven't)(?: \w+)? (?:hear|heard|received?)\b[^.?!;]{0,60}\b(?:feel free"
    r"|don't hesitate|reach out"
    r"|nudge|ping|get in touch|follow up|drop me|give me|chase|do (?:reach|feel|get|drop|nudge|ping)"
    r"|please (?:feel|do not hesitate|don't hesitate|reach|nudge|get in touch|follow|ping|drop|let))",
)
_OTHER_WORDINGS = any_lower(
    r"\byou hear (?:back |either way|from)",
    r"\byou(?:'ll| will| should| can| may| ought to| could)(?: \w+){0,3}? (?:hear(?! about)"
    r"|be (?:contacted|notified|informed|hearing"
    r"|updated|advised))\b",
    r"\byou(?:'ll| will| should| can| may| ought to| could)(?: \w+){0,3}? (?:receive|get|have|know|see)"
    rf"(?: (?:an?|some|more|our|the|your|final|from))*? (?:{_NEWS}|replies|reply|e-?mails?|calls?|either way|where|by|within"
    rf"|us)\b",
    r"(?<!the )(?<!our )(?<!your )(?<!a )\b(?:talk|speak|chat)(?: to you| again| more)? (?:(?:on|next|by|this|early|late) )?"
    r"(?:(?:mon|tues|wednes|thurs|fri)day|week|then|tomorrow)\b",
    r"\b(?:expect|await|look out for|watch for)(?: to)? (?:hear|feedback|news|our (?:decision|response|answer)"
    r"|the (?:decision|outcome|result)|an? (?:response|answer|decision|update|reply|call|e-?mail))",
    r"\b(?:decisions?|updates?|answers?|results?|outcomes?|feedback|responses?|next steps|news|selections?|shortlist(?:ing)?"
    r"|announcements?|notifications?|offers?)\b[^.?!;]{0,50}"
    r"\b(?:will|should|expected|to be|anticipated|is due|are due|due|by|likely|come|made)\b",
    r"\b(?:review|hiring|selection|recruitment|recruiting|interview(?:ing)? process|decision|evaluation|screening|approval"
    r"|internal)"
    r"(?:[ -]making)? ?(?:process|period|cycle|stage|timeline)?[^.?!;]{0,40}\b(?:takes?(?! place)|lasts?|to last"
    r"|to take|expected"
    r"|run(?:s|ning)? (?:until|through|to)|typically|usually|within|complete[ds]?|conclude[ds]?|wrap)\b",
    r"\b(?:bear with (?:us|me)|(?:give|allow) (?:us|me)|hold tight|hang tight)\b",
    r"\b(?:(?:thank you|thanks) for|appreciate) (?:your|the) patience\b",
    r"\bask(?:ing)? you (?:all )?(?:to (?:be patient|wait|bear with|hold on)|for (?:a (?:little|bit)|your|some) (?:more )?"
    r"(?:patience|time))\b",
    r"\bit(?:'ll| will)(?: now| probably| likely)? be (?:early|late|mid|next|the end|towards|around) ",
    r"\bwill be (?:screened|reviewed|assessed|considered|evaluated|processed|communicated|announced|looked at)\b",
    r"\bthe phone (?:rings|will ring)\b|^figure\b|\blook for (?:something|an answer|word|news|a note) from\b",
    r"\bask(?:ing)? for (?:your|a (?:little|bit)) (?:more )?(?:patience|time)\b",
)
_WAITS = any_lower(
    r"\b(?:until|till|another|back on|back in|sit tight|hang in there|on hold|paused?|delayed|timeline|sign-?off|approval"
    r"|budget)\b",
    r"\b(?:is|are|'re|still|be|been) (?:interviewing|meeting|reviewing|speaking|finishing|wrapping|finali[sz]ing"
    r"|working through"
    r"|assessing|considering|deliberating|out|away|travell?ing|on (?:leave|vacation|holiday))\b",
    r"\b(?:wrap(?:ping|s)? up|finish(?:ing|es)?|complet(?:e|ing)|conclud(?:e|ing)|resum(?:e|ing)|revisit(?:ing)?|returns?"
    r"|takes?)\b",
    r"\bpick(?:ing)? (?:this |things |it )?(?:back )?up\b|\bmeet(?:s|ing)? (?:on|again|next|this|in|early|with)\b|\bmeets\b",
    r"\b(?:decid\w+|decision|regroup(?:ing)?|reconven\w+|debrief(?:ing)?|discuss(?:ing)?|deliberat\w+|review(?:ing)?)\b",
)
_ASKS_USER = any_lower(
    r"(?:^|[,;] ?|\band |\bthen )(?:please|kindly|pls)\b(?! (?:note|be (?:advised|aware|patient|assured)|know|bear|expect"
    r"|allow|give"
    r"|rest assured|hold|understand))",
    r"\b(?:could|can|would|will) you\b|\blet (?:me|us) know\b|\b(?:need|want|ask|require|like|request|invite)(?:s"
    r"|ing)? you to\b(?! (?:be patient|wait|bear|hold))",
    r"\byou (?:need|must|have to|are required|are asked|have until|should (?:complete|submit|reply|respond|send"
    r"|return|sign))",
    r"\b(?:hear|hearing|reply|response|answer|decision|confirmation) (?:back )?from you\b",
    r"\byour (?:response|reply|answer|decision|confirmation|signed|availability|acceptance)\b",
    r"\b(?:get|gets|getting) back to (?:me|us)\b",
    r"\b(?:offer|link|invitation|assessment|test|challenge)[^.?!;]{0,30}\b(?:expires?|valid|deadline|remain)",
    r"\bfeel free\b(?![^.?!;]{0,40}\b(?:reach|follow|nudge|ping|chase|check|get in touch|contact|drop|email))",
)
_OTHER_MATTERS = any_lower(
    r"\b(?:file|records?|database|talent (?:pool|community|network)|newsletter|start(?:ing)? date|first day|onboarding|salary"
    r"|visa)\b",
    r"\b(?:i|we) (?:said|promised|told you|had (?:said|promised|hoped))\b",
    r"\b(?:webinar|event|subscription|order|ship(?:ping|ped|ment)?|deliver(?:y|ed)|refund)\b",
)


def assurance_in(sentence: str) -> int | None:
    """Where in the sentence the other side says that it will be back; None where it does not, or first asks it of the user."""
    lower = lowered(sentence)
    nudge = _NUDGE.search(lower) if "if you" in lower else None
    if nudge is not None:
        return nudge.start() if not _OTHER_MATTERS.search(lower) else None
    found = _their_word(sentence, lower) or ((other := _OTHER_WORDINGS.search(lower)) and other.span())
    if not found or _OTHER_MATTERS.search(lower):
        return None
    request = _ASKS_USER.search(lower)
    return found[0] if request is None or request.start() >= found[1] else None


def _says_nothing(sentence: str, will: re.Match[str]) -> bool:
    """ "We won't decide that day", "nobody may call you": no word of theirs, unless it goes on "before Thursday"."""
    if _NOBODY.search(sentence, max(0, will.start() - 20), will.start()):
        return True
    return _REFUSES.match(sentence, will.start()) is not None and not _NOT_BEFORE.search(sentence, will.end())


def _their_word(sentence: str, lower: str) -> tuple[int, int] | None:
    """ "We hope to have an answer": who, that they will, and what, each near the next."""
    for will in islice(_WILL.finditer(lower), _MOST_VERBS):
        back = _COME_BACK.search(lower, will.end(), will.end() + 110)
        if back is None or _says_nothing(sentence, will) or _QUESTION_OR_TURN.search(sentence, will.end(), back.start()):
            continue
        who = _THEY.search(sentence, max(0, will.start() - 90), will.start())
        if sentence[: will.start()].rstrip()[-1:] in ("", ".", "!"):  # "Should know more by Thursday": the writer himself
            return will.start(), back.end()
        if who is not None and not _CLAUSE_ENDS.search(sentence, who.end(), will.start()):
            return who.start(), back.end()
    return None


def request_at(plain: str, start: int, end: int) -> int | None:
    """Where between the two positions something is asked of the user."""
    found = _ASKS_USER.search(lowered(plain[start:end]))
    return start + found.start() if found is not None else None


def is_wait(sentence: str) -> bool:
    """Somebody is still interviewing, deciding, away: what a holding reply puts the wait down to."""
    lower = lowered(sentence)
    return bool(_WAITS.search(lower)) and not _ASKS_USER.search(lower) and not _OTHER_MATTERS.search(lower)


def speaks_of_waiting(plain: str, start: int, end: int) -> bool:
    return _WAITS.search(lowered(plain[start:end])) is not None
