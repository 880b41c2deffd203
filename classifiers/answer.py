"""What a message wants of the user, and what it says about feedback: requests, references, a finished machine interview."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classifiers.prose import Prose
from classifiers.reading import Feedback

_REQUEST = re.compile(
    r"\bplease (?:do |also |kindly |just |then |first )?(?:let (?:me|us) know|confirm|send|provide|complete|reply|respond|share|select|choose|pick|fill|book|schedule|submit|sign|return|advise|review and|upload|answer|indicate|specify|find (?:a|some) time|use (?:the|this|my|our) (?:link|calendar)"
    r"|(?:click|follow) (?:the|this|here|below|on)[\w ]{0,30}(?:to (?:book|schedule|complete|select|choose|pick|confirm|start|begin|provide|submit|sign|accept|upload|fill))|tell (?:me|us)|get back to (?:me|us)|give (?:me|us)|forward|email (?:me|us)|call (?:me|us)|rsvp|accept or|make sure to (?:confirm|complete|reply|send|submit)|take (?:a moment|a few minutes|some time) to|register|log in (?:to|and)|respond)\b"
    r"|\b(?:could|can|would|will) you (?:please |kindly |also |perhaps |possibly |be able to |be (?:available|free|open|willing|interested|up)|mind |just |let (?:me|us)|send|share|provide|confirm|tell|give|fill|complete|do (?:mon|tues|wednes|thurs|fri|next|this|a|the)|make|like|join|meet|have time|have (?:any )?(?:time|availability)|prefer|suggest|advise|review|reply|sign|take|accept)"
    r"|\b(?:are|were) you (?:\w+ )?(?:available|free|able|open|interested|around|still|happy|willing|comfortable|authori[sz]ed|legally|ok|okay|good|in a position|currently|based|looking)\b"
    r"|\bdo you (?:have (?:time|availability|any (?:time|availability|flexibility|other|upcoming)|a (?:few|moment|preference|minute|work|valid|car|portfolio|driving)|some time|the right|experience|your|another)|prefer|require|need (?:a )?(?:visa|sponsorship)|mind|still|accept|agree|want)\b"
    r"|\b(?:just )?let (?:me|us) know (?:if (?:(?:this|that|it|you(?:'re| are)|either|any of|one of|the|these|those|any)\b(?![^.?!]{0,30}\bquestions?\b))|whether|which|what|when|your|how|about your|some|a few|a time|by|as soon|if you(?:'d| would) (?:like|be)|if you can)"
    r"|\b(?:what|which|when|where|how)(?:'s| is| are| would| do| does| soon| much| many| about)\b[^.?!\n]{0,100}\?"
    r"|\b(?:would|does|will|could|might) (?:(?:mon|tues|wednes|thurs|fri)day|this|that|it|next week|any of|either|one of|the|tomorrow|\d)\b[^.?!\n]{0,80}\b(?:work|suit|be (?:possible|convenient|ok|okay|good|available)|fit)\b"
    r"|\b(?:we|i)(?:'d| would)? (?:need|require|ask|request|like|kindly ask|invite|kindly request)(?: you)? (?:you )?to (?:complete|provide|send|submit|confirm|choose|select|sign|book|schedule|fill|take|know (?:your|when|whether|if|what|which)|hear (?:from you|your|back from you))\b"
    r"|\byou (?:need to|must|will need to|have to|are required to|are (?:kindly )?asked to|are invited to) (?:complete|provide|send|submit|confirm|choose|select|sign|book|schedule|fill|take|respond|reply)\b"
    r"|\b(?:use|click|follow|visit) (?:the |this |my |our )?(?:\w+ )?(?:link|calendar|button|here)\b[^.?!\n]{0,40}\b(?:to|and) (?:book|schedule|select|choose|pick|find|confirm|start|begin|complete|set up|accept|grab)\b"
    r"|\b(?:book|pick|choose|select|schedule|grab|find) (?:a|your|any|the|one of the) (?:\w+ )?(?:time|slot|date|interview|option)s?\b[^.?!\n]{0,40}\b(?:link|calendar|calendly|below|here|that (?:works|suits)|which (?:works|suits)|convenient)\b"
    r"|\blooking forward to (?:your (?:reply|response|answer|confirmation|availability)|hearing (?:from you|your|back))\b|\bawait(?:ing)? your (?:reply|response|answer|confirmation)\b",
    re.IGNORECASE,
)
_RHETORICAL = re.compile(
    r"\bif you (?:have|should have|had|need|require|ever|would like (?:more|further|any)|do not|don't|no longer|wish|want to (?:be removed|unsubscribe|withdraw)|can't|cannot|are unable|are no longer|'re unable|need to|believe|think|received this|are not|did not|didn't|can no longer|feel|encounter|experience|run into|prefer not)\b"
    r"|\bshould you (?:have|need|require|wish|not|be unable|no longer|experience|encounter|want)\b|\bin case (?:you|of|there|anything)|\bany (?:further |other |additional |more )?(?:questions|queries|concerns|issues)\b|\bquestions? or concerns\b|\bhow are you\b|\bhow(?:'s| is) (?:it going|your (?:week|day))\b|\bhope\b[^.?!\n]{0,40}\bwell\b"
    r"|\bplease (?:do )?not (?:reply|respond)\b|\bplease (?:note|find|be advised|accept our|see|bear|allow|disregard|ignore|consider (?:applying|us|the environment)|keep an eye|feel free|visit|refer|don't|know that|rest|join us in|add)\b|\bunsubscribe\b|\b(?:if|unless) (?:anything|something|plans|that|this|it|things) (?:changes?|comes? up|(?:doesn't|does not|no longer|won't|will not) works?)\b"
    r"|\blet (?:me|us) know if (?:you (?:have|need|run|can't|cannot|are unable|aren't|are not)|there(?:'s| is)|anything|i can|we can|something)|\bhow (?:we|our|your data|to|the)\b|\bwhat (?:to expect|we|makes|happens|you can expect)\b|\bwhen (?:you|we|the)\b[^.?!\n]{0,60}[^?]$|\bwhat's next\?|\bwhat happens next\?",
    re.IGNORECASE,
)
_CHANGES_ONLY = re.compile(r"\b(?:if|should) you (?:need|have|want|would like|wish|are unable|can't|cannot)[^.?!\n]{0,40}\b(?:re-?schedule|cancel|change|accommodat\w+|adjust\w*|question\w*|anything)", re.IGNORECASE)
_REFERENCES = re.compile(
    r"\b(?:send|provide|share|submit|supply|give|need|require|list|request(?:ing)?|ask(?:ing)? (?:you )?for|forward|collect(?:ing)?|have|add|enter|upload|like)\b[^.?!\n]{0,60}\b(?:references|referees|reference contacts|reference details|professional reference)\b"
    r"|\b(?:names?|contact (?:details|information|info)|details|phone numbers?|e-?mail addresses) (?:of|for|from)\b[^.?!\n]{0,40}\b(?:references|referees|(?:former|previous|current) (?:managers?|supervisors?|employers?|colleagues?))\b"
    r"|\breference checks?\b|\bcheck(?:ing)? (?:your )?references\b|\b(?:contact|call|speak (?:to|with)|reach out to|be in touch with|get in touch with|take up|follow up with)(?:ing)? (?:your |the )?(?:references|referees)\b|\b(?:two|three|2|3) (?:professional |work |written )?(?:references|referees)\b",
    re.IGNORECASE,
)
_NO_REFERENCES = re.compile(r"\b(?:not|no|don't|without|won't|never|unless|already|thank you for (?:sending|providing|sharing)|thanks for (?:sending|providing|sharing)|received)\b[^.?!\n]{0,40}\breferences?\b|\breferences? (?:number|code|id)\b|\bpreferences?\b", re.IGNORECASE)
_MACHINE = (
    r"(?:one-way|on-demand|pre-?recorded|recorded|asynchronous|async|digital|video|virtual|ai(?:[- ](?:led|powered|driven|based))?|automated|self-?paced|hirevue|spark ?hire|willo|chatbot)(?:[ ,/-]+(?:one-way|video|ai|recorded|digital|virtual|powered|led|job))*"
)
_MACHINE_DONE = re.compile(
    rf"\b(?:thank you for|thanks for|you have|you've|you|congratulations on|confirm(?:ing|s)? that you(?: have|'ve)?|appreciate you) (?:successfully |just |now |already |recently )?(?:complet|finish|submitt|record|tak)(?:ed|ing|en)\b[^.?!\n]{{0,40}}\b{_MACHINE} (?:interview|screening|assessment interview|responses?|answers|recording)"
    rf"|\b(?:your|the) (?:\w+ ){{0,2}}?{_MACHINE} interview(?: with [\w ]{{2,40}}| for [\w ]{{2,60}})? (?:has been|was|is|have been)(?: now| successfully)? (?:completed?|submitted|received|recorded|finished|uploaded)\b"
    rf"|\b(?:we(?:'ve| have)?|our team(?: has)?) (?:successfully )?(?:received|got)(?: all of)? your (?:{_MACHINE} )(?:interview|responses?|answers?|recordings?|submission)"
    rf"|\b(?:{_MACHINE}) interview (?:complete|completed|submitted|received|submission received)\b",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(r"\b(?:if you|once you|after you|when you|before you|haven't|have not|not yet|please|until you|as soon as you|reminder)\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:unable|not able|not possible|cannot|can't|can not|do not|don't|won't|will not|not in a position|regret that we)\b[^.?!\n]{0,50}\b(?:provide|offer|give|share|supply)\b[^.?!\n]{0,50}\bfeedback\b"
    r"|\b(?:no|cannot|can't|not) (?:individual |personal |detailed |specific |further )*feedback (?:can|will|is|be|on)\b|\bfeedback (?:can(?:not|'t)|will not|won't|is not|isn't) (?:be )?(?:available|provided|given|possible|offered)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:you (?:did not|didn't|do not|don't|lack(?:ed)?|weren't|were not|have not yet|haven't|came across|struggled|could have|seemed|appeared|demonstrated|showed|performed|would benefit|had a harder)\b(?![^.?!\n]{0,30}\b(?:apply|receive|hear|need|reply|have to|respond|hesitate|proceed|get the|make it|advance|move)\b)"
    r"|your (?:\w+[ ,]+(?:and )?){0,4}(?:experience|skills?|answers?|responses?|presentation|case study|solution|exercise|code|background|knowledge|technical\w*|approach|portfolio|communication|leadership|examples?|assessment|test|task|submission|interview)\b[^.?!\n]{0,50}\b(?:was|were|is|are|did not|didn't|does not|doesn't|lack(?:ed|s)?|could|needed|fell|felt|came across|stood out|impressed|showed)\b(?![^.?!\n]{0,40}\b(?:impressive|reviewed|considered|carefully|kept|retained|received|being|very strong and we|appreciated)\b(?![^.?!\n]{0,40}\bbut\b))"
    r"|(?:we|the panel|the team|the interviewers?|the hiring manager|they|i) (?:felt|thought|found|would have liked|noted|observed|wanted to see|were hoping (?:to see|for)|was hoping (?:to see|for)|hoped to see|missed|noticed|had concerns?|were concerned|was concerned)\b[^.?!\n]{0,120}\b(?:you|your|more|deeper|less|depth|hands-on|experience with|experience in|lacking|lack)\b"
    r"|(?:main |primary |deciding |key |only )?(?:reason|concern|factor|gap)s? (?:was|were|is|for (?:this|our decision) (?:was|is)|being)\b|areas? (?:for|of) (?:improvement|development|growth)|\bin terms of feedback\b|\b(?:some|my|our|the team's|the panel's|their|brief|here(?:'s| is) (?:some|the)) feedback(?: (?:is|was|from|for you|on your))?\b(?=[:,. ])(?! (?:is|was) not)|\bfeedback:|\bwe (?:were|are) looking for (?:someone|somebody|a candidate) (?:with|who has) (?:more|deeper|stronger|greater|at least)\b"
    r"|\b(?:chose|went with|selected|picked|hired) (?:a candidate|someone|somebody|another candidate|a person) (?:with|who (?:has|had|already)) (?:more|deeper|stronger|direct|prior|extensive|specific|\w+ years)\b)",
    re.IGNORECASE,
)
_ASKS_FOR_FEEDBACK = re.compile(r"\b(?:your feedback|feedback (?:survey|form)|survey|value your feedback|share your feedback|would (?:love|appreciate) (?:your )?feedback|happy to (?:provide|share|give|offer)|if you(?:'d| would) like (?:any |some |more )?feedback|can (?:provide|offer|share) feedback)\b", re.IGNORECASE)


def _sentences(body: Prose) -> Iterator[str]:
    for start, end in body.sentences:
        yield body.plain[start : min(end, start + 600)].strip()


def asks_answer(body: Prose) -> bool:
    """It asks something of the user; "let me know if you have any questions" asks nothing."""
    return any(_is_request(sentence) for sentence in _sentences(body))


def _is_request(sentence: str) -> bool:
    found = _REQUEST.search(sentence)
    if found is None or _CHANGES_ONLY.search(sentence):
        return False
    rhetorical = _RHETORICAL.search(sentence)
    if rhetorical is None:
        return True
    # "If you have questions let me know; could you also send your CV?": a request outside the polite part still counts.
    return rhetorical.start() > found.end() + 2 and not re.search(r"\bif\b", sentence[found.start() : rhetorical.start()], re.IGNORECASE)


def asks_references(body: Prose) -> bool:
    """They ask for references, or say that they will check them."""
    return any(_REFERENCES.search(sentence) and not _NO_REFERENCES.search(sentence) for sentence in _sentences(body))


def completed_machine_interview(body: Prose, subject: str) -> bool:
    """A one-way or AI-led interview is said to be done (not: is asked for)."""
    return any(_MACHINE_DONE.search(sentence) and not _NOT_DONE.search(sentence) for sentence in (*_sentences(body), subject[:300]))


def feedback_of(body: Prose) -> Feedback | None:
    """What a rejection says about feedback: reasons of this candidate's own, or that none is given."""
    given = False
    for sentence in _sentences(body):
        if _REFUSED.search(sentence):
            return Feedback.REFUSED
        given = given or bool(_GIVEN.search(sentence) and not _ASKS_FOR_FEEDBACK.search(sentence))
    return Feedback.GIVEN if given else None
