"""What a message wants of the user, and what it says about feedback: requests, references, a finished machine interview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classifiers.prose import Prose
from classifiers.reading import Feedback
from classifiers.vocabulary import any_lower, lowered

_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri)day"
_DOES = (
    r"(?:complete|provide|send|submit|confirm|choose|select|sign|book|schedule|fill|take|share|upload|answer|specify|indicate"
    r"|pick|register|rsvp|advise|respond|reply|forward|return|review and|get back to (?:me|us)|tell (?:me|us)"
    r"|give (?:me|us)|(?:e-?mail|call|write to|write) (?:me|us)|let (?:me|us) know)"
)
_REQUEST = any_lower(
    rf"\b(?:please|kindly|pls) (?:(?:do|also|kindly|just|then|first|make sure to|be sure to"
    rf"|take a (?:moment|minute) to) )?{_DOES}\b",
    r"\bplease (?:find a time|use (?:the|this|my|our) (?:link|calendar)|log in (?:to|and)|accept or)\b",
    r"\bplease (?:click|follow) [^.?!\n]{0,40}\b(?:book|schedule|complete|select|choose|confirm|start|begin|accept|sign)\b",
    rf"\b(?:could|can|would|will) you (?:(?:please|kindly|also|perhaps|possibly|just|be able to) )*(?:{_DOES}|mind|make|do"
    rf"|meet|join)\b",
    r"\b(?:could|can|would|will) you (?:be (?:available|free|open|willing|interested|up for)|have (?:time|any|a)|like|prefer"
    r"|suggest)\b",
    r"\b(?:are|were) you (?:\w+ )?(?:available|free|able|open|interested|around|still|happy|willing|comfortable|authori[sz]ed"
    r"|based|ok)\b",
    r"\bdo you (?:have|prefer|require|need|mind|still|accept|agree|want)\b[^.!\n]{0,120}\?",
    r"\blet (?:me|us) know (?:whether|which|what|when|your|how|about your|some|a few|a time|by|as soon)\b",
    r"\blet (?:me|us) know if (?!you (?:have|need|run|can't|cannot|are unable|aren't|are not)|there|anything|i can|we can"
    r"|something)",
    r"\btell (?:me|us)\b[^.!\n]{0,100}\?",
    r"\b(?:what|which|when|where|how)\b[^.!\n]{0,120}\byou(?:r|'d)?\b[^.!\n]{0,80}\?",
    rf"\b(?:would|does|will|could|might|do) (?:{_WEEKDAY}|this|that|it|next|any|either|one|the|tomorrow|\d)[^.!\n]{{0,80}}"
    r"\b(?:work|suit|fit|be (?:possible|convenient|ok|okay|good|available))\b[^.!\n]{0,60}\?",
    rf"\b(?:we|i)(?:'d| would)? (?:need|require|ask|request|like|kindly ask|invite) (?:you )?to {_DOES}\b",
    rf"\byou (?:need to|must|will need to|have to|are required to|are (?:kindly )?asked to|are invited to) {_DOES}\b",
    r"\b(?:use|click|follow|visit) [^.?!\n]{0,30}\b(?:link|calendar|button|here)\b[^.?!\n]{0,30}\bto (?:book|schedule|select"
    r"|choose|pick|find)\b",
    r"\b(?:book|pick|choose|select|schedule|grab) (?:a|your|any|the|one of the) (?:\w+ )?(?:time|slot|date"
    r"|option)s?\b[^.?!\n]{0,40}"
    r"\b(?:link|calendar|below|here|works|suits|convenient)\b",
    r"\b(?:looking forward to|await(?:ing)?) (?:your (?:reply|response|answer|confirmation|availability)"
    r"|hearing (?:from you|your))\b",
)
_POLITE_PHRASE = any_lower(
    r"\bany (?:further |other |additional |more )?(?:questions|queries|concerns|issues)\b",
    r"\bquestions? or concerns\b",
    r"\bhow are you\b|\bhow(?:'s| is) (?:it going|your (?:week|day))\b|\bhope\b[^.?!\n]{0,40}\bwell\b",
    r"\bplease (?:do )?not (?:reply|respond)\b|\bunsubscribe\b",
    r"\bplease (?:note|find|be advised|accept our|see|bear|allow|disregard|ignore|consider|keep|feel free|visit|refer|don't"
    r"|know|rest)\b",
    r"\bwhat (?:to expect|happens|makes|we|you can expect)\b|\bwhat's next\?",
)
_ONLY_IF = any_lower(
    r"\bif you (?:have|had|need|require|ever|do not|don't|no longer|wish|want to (?:be|unsubscribe|withdraw)|can't|cannot"
    r"|are unable)\b",
    r"\bif you (?:are no longer|'re unable|believe|think|received this|are not|did not|didn't|can no longer|feel|encounter"
    r"|would rather)\b",
    r"\bif (?:this|that|the|your) [\w ]{0,30}(?:no longer|doesn't|does not|isn't|is not|won't|will not|changes?)\b",
    r"\b(?:if|unless) (?:anything|something|plans|things|circumstances) (?:changes?|comes? up)\b",
    r"\bif it (?:doesn't|does not|no longer)\b|\bshould you\b|\bin case\b",
)
_REFERENCES = any_lower(
    r"\b(?:send|provide|share|submit|supply|give|need|require|list|request|ask(?:ing)? for|forward|collect|have|add|enter"
    r"|upload)\b"
    r"[^.?!\n]{0,60}\b(?:references|referees|reference contacts)\b",
    r"\b(?:names?|contact (?:details|information|info)|details|phone numbers?|e-?mail addresses) (?:of|for|from)\b[^.?!\n]{0,40}"
    r"\b(?:references|referees|(?:former|previous|current) (?:managers?|supervisors?|employers?|colleagues?))\b",
    r"\breference checks?\b|\bcheck(?:ing)? (?:your )?references\b",
    r"\b(?:contact|call|ask|speak (?:to|with)|reach out to|be in touch with|get in touch with|take up)(?:ing)? (?:your "
    r"|the )?(?:references|referees)\b",
    r"\b(?:two|three|2|3) (?:professional |work |written |contactable |supervisory |character |employment |academic )?"
    r"(?:references|referees)\b",
)
_ABOUT_REFERENCES = re.compile(r"refer|former|previous|current")
_OTHER_REFERENCE = any_lower(
    r"\b(?:not|no|don't|without|won't|never|unless|already|received|thank you for|thanks for)\b[^.?!\n]{0,40}\breferences?\b",
    r"\breferences? (?:number|code|id)\b|\bpreferences?\b",
)
_MACHINE = (
    r"(?:one-way|on-demand|pre-?recorded|recorded|asynchronous|async|digital|video|virtual"
    r"|ai(?:[- ](?:led|powered|driven|based))?"
    r"|automated|self-?paced|hirevue|spark ?hire|willo|chatbot)(?:[ ,/-]+(?:one-way|video|ai|recorded|digital|virtual|powered"
    r"|led))*"
)
_MACHINE_DONE = any_lower(
    r"\b(?:thank you for|thanks for|you have|you've|you|congratulations on) (?:(?:successfully|just|now|already|recently) )?"
    rf"(?:complet|finish|submitt|record|tak)(?:ed|ing|en)\b[^.?!\n]{{0,40}}\b{_MACHINE} (?:interview|screening|responses?"
    rf"|answers|recording)",
    rf"\b(?:your|the) (?:\w+ ){{0,2}}?{_MACHINE} interview(?: (?:with|for) [\w ]{{2,60}})? (?:has been|was|is)"
    r"(?: now| successfully)? (?:complete|submitted|received|recorded|finished|uploaded)",
    rf"\b(?:received|got)(?: all of)? your {_MACHINE} (?:interview|responses?|answers?|recordings?|submission)",
    rf"\b{_MACHINE} interview (?:complete|submitted|received)",
)
_ABOUT_MACHINE = re.compile(rf"\b{_MACHINE} (?:interview|screening|response|answer|recording|submission)")
_NOT_DONE = re.compile(r"\b(?:(?:if|once|after|when|before|until|as soon as) you|haven't|have not|not yet|please|reminder)\b")
_REFUSED = any_lower(
    r"\b(?:unable|not able|not possible|cannot|can't|can not|do not|does not|don't|doesn't|won't|will not"
    r"|not in a position)\b[^.?!\n]{0,50}"
    r"\b(?:provide|offer|give|share|supply)\b[^.?!\n]{0,50}\bfeedback\b",
    r"\bno (?:individual |personal |detailed |specific |further )*feedback (?:can|will|is)\b",
    r"\bfeedback (?:can(?:not|'t)|will not|won't|is not|isn't) (?:be )?(?:available|provided|given|possible|offered)",
)
_ABILITIES = (
    r"(?:experience|skills?|answers?|responses?|presentation|case study|solution|exercise|code|background|knowledge|technical \w+"
    r"|approach|portfolio|communication|leadership|examples?|assessment|test|task)"
)
_GIVEN = any_lower(
    r"\byou (?:did not|didn't|do not|don't|have not|haven't|lack(?:ed)?|struggled|could have|would benefit)\b"
    r"(?![^.?!\n]{0,30}\b(?:apply|receive|hear|need|reply|have to|respond|hesitate|proceed|get|make it|advance|move|been)\b)",
    r"\byou (?:came across|seemed|appeared|demonstrated|showed|performed)\b",
    rf"\byour (?:\w+[ ,]+(?:and )?){{0,4}}{_ABILITIES}\b[^.?!\n]{{0,50}}\b(?:lack(?:ed|s)?|fell|could|needed|did not|didn't"
    rf"|doesn't|does not)\b",
    rf"\byour (?:\w+ ){{0,3}}{_ABILITIES} (?:was|were)\b[^.?!\n]{{0,80}}\bbut (?:you|your|we (?:felt|needed|wanted|missed))\b",
    r"\b(?:we|the (?:panel|team|interviewers?|hiring manager)|they|i) (?:felt|thought|found|would have liked|noted|observed"
    r"|wanted|missed|noticed"
    r"|(?:was|were) (?:hoping|concerned)|had concerns?|hoped|needed)\b[^.?!\n]{0,120}\b(?:you|your|more|deeper|less|depth"
    r"|hands-on|lack\w*)\b",
    r"\b(?:main |primary |deciding |key |only )(?:reason|concern|factor|gap)s? (?:was|were|is|for)\b",
    r"\bareas? (?:for|of) (?:improvement|development|growth)\b|\bin terms of feedback\b|\bfeedback:",
    r"\b(?:some|my|the (?:team|panel)'s|their|brief|here(?:'s| is) (?:some|the)) feedback\b(?! (?:is|was) not)",
    r"\bwe (?:were|are) looking for (?:someone|somebody|a candidate) (?:with|who has) (?:more|deeper|stronger|greater"
    r"|at least)\b",
    r"\b(?:chose|went with|selected|picked|hired) (?:a(?:nother)? candidate|someone|somebody|a person) (?:with"
    r"|who (?:has|had|already))"
    r" (?:more|deeper|stronger|direct|prior|extensive|specific|\w+ years)\b",
)
_ABOUT_OURS = any_lower(
    r"\b(?:your feedback|feedback (?:survey|form)|survey)\b",
    r"\b(?:happy|glad) to (?:provide|share|give|offer)|\bif you(?:'d| would) like [\w ]{0,10}feedback"
    r"|\bcan (?:provide|offer|share) feedback",
)


def _sentences(body: Prose) -> Iterator[str]:
    for start, end in body.sentences:
        yield lowered(body.plain[start : min(end, start + 600)].strip())


def asks_answer(body: Prose) -> bool:
    """It asks something of the user; "let me know if you have any questions" asks nothing."""
    return any(_is_request(sentence) for sentence in _sentences(body))


def _is_request(sentence: str) -> bool:
    """A request that hangs on a condition ("if you need to reschedule") asks nothing; one beside it does."""
    for found in _REQUEST.finditer(sentence):
        clause = sentence[sentence.rfind(";", 0, found.start()) + 1 : found.start()]
        conditional = _ONLY_IF.search(clause) or _ONLY_IF.match(sentence[found.end() :].lstrip(" ,"))
        if not conditional and not _POLITE_PHRASE.search(sentence, found.start()):
            return True
    return False


def asks_references(body: Prose) -> bool:
    """They ask for references, or say that they will check them."""
    if not _ABOUT_REFERENCES.search(lowered(body.plain)):
        return False
    return any(_REFERENCES.search(sentence) and not _OTHER_REFERENCE.search(sentence) for sentence in _sentences(body))


def completed_machine_interview(body: Prose, subject: str) -> bool:
    """A one-way or AI-led interview is said to be done (not: is asked for)."""
    heading = lowered(subject[:300])
    if not _ABOUT_MACHINE.search(lowered(body.plain)) and not _ABOUT_MACHINE.search(heading):
        return False
    return any(_MACHINE_DONE.search(sentence) and not _NOT_DONE.search(sentence) for sentence in (*_sentences(body), heading))


def feedback_of(body: Prose) -> Feedback | None:
    """What a rejection says about feedback: reasons of this candidate's own, or that none is given."""
    given = False
    for sentence in _sentences(body):
        if _REFUSED.search(sentence):
            return Feedback.REFUSED
        given = given or bool(_GIVEN.search(sentence) and not _ABOUT_OURS.search(sentence))
    return Feedback.GIVEN if given else None
