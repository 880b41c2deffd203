"""An offer of employment, made or on its way. Offering a slot, a chance or feedback is none; nor is being unable to offer."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OFFER
_OTHER_OFFERS = """
    (not|unable|can not|never) .. (offer|offering|extend|make|offered|appoint)
    (before|until|if|whether|when|once) .. (make|making|extend|extending|offer)
    offer you (a|an|the)? .. (interview|slot|chance|call|time|opportunity to (interview|discuss|meet|speak|present)|discount|
        feedback|appointment|tour|free|demo|coupon|deal|discussion|video|phone|loan|credit|quote|trial|test|choice)
    (another|other|different) (candidate|candidates|applicant)
    (special|limited|exclusive|discount|cashback|sale|save|free) .. (offer|offers)
    (we|role|company|position|they|who|job) .. (offer|offers) (a|an|competitive|great|excellent|flexible|remote|benefits|
        health|medical|unlimited|generous)
    (counter|counteroffer|counter offer)
    place on
"""

RULES = (
    rule(
        _KIND,
        "offers",
        3.2,
        """
        (pleased|delighted|happy|excited|thrilled|like|love|glad|honored|honoured|proud|ready|want|wants|wish|wanted|going|
            able|privilege|pleasure|prepared|decided|keen) .. to .. (offer|offering|extend|make|appoint|hire) (you|an offer|
            a formal|a conditional|our offer)
        (offer|offering|offers|offered) you (the|a|an|this|employment|our)? .. ({role}|job|employment|contract|internship|
            seat|place on the team|place in our team|apprenticeship|fellowship|contract position|appointment|traineeship)
        (offer|offering|offered) you .. (as|with effect|on the terms|starting|at a salary|conditional|subject|full time|
            part time|permanent)
        (make|making|made|extend|present) you (a|an|our|the|this) .. offer
        (extend|extending|extended|present|presenting|send|sending|preparing|drafting|put together|putting together|
            working on|draw up|drawing up|prepare|get) (you|out|over|together|up)? (an|a|our|your|the|this|
            my) .. offer .. (to you|for you|of employment|letter|of|this|by|today|tomorrow|shortly|now|and)?
        (verbal|formal|written|official|conditional|unconditional|firm|contingent|job|employment|updated|revised|improved) offer
        offer (of employment|of appointment|letter|packet|package|documents|paperwork|in writing|details|of a|of the)
        (letter|contract) of (offer|employment|appointment)
        (employment|appointment|job) (contract|agreement|letter|offer)
        (your|the) offer .. (attached|enclosed|below|letter|is attached|will be|stands|remains|expires|valid|in your portal|
            follows)
        (attached|enclosed|enclosing|find|attaching|sign|review) .. (your|the|our|an|a|letter|copy) .. (offer|
            contract of employment|employment contract|employment agreement|contract)
        """,
        unless=_OTHER_OFFERS,
        implies=1.2,
    ),
    rule(
        _KIND,
        "you_got_it",
        3.0,
        """
        (job|position|role|post|place|gig|spot) is yours
        (you|they|we) .. (got|have got|landed|nailed) (the job|the role|the gig|the position|it|the spot|this)
        (selected|chosen|successful|accepted|hired|picked) (for|as|in|to be) .. (the)? .. (position|role|job|post|our new|of|
            candidate|application|team|developer|engineer|manager|internship)
        (wish|want|like|wants|wishes|decided|voted|happy|delighted|pleased|thrilled|love|recommend|recommending|agreed|hoping|
            keen|excited) .. (to)? .. (appoint|hire|employ|recruit) you
        (love|like|happy|delighted|thrilled|glad) to have you (on|with|as|here|start|aboard|join|in|working|working with|back)?
        (confirm|confirming) your appointment (as|to)
        have you join
        come (make|work|build|cook|teach|play|write|design|be|and) .. with us
        you get the (job|position|role|post)
        (saturdays|mondays|sundays|shifts|hours) are yours
        (everyone|everybody|team|board|we are all) is (in|on board) ..
        (wish|want|like) to offer you the ..
        (like|want) (you)? to be (our|their|my|the) ..
        bring you on (as|board)
        (draft|draw up|drafting) .. (agreement|contract)
        (invite|inviting) you to join .. as
        you (are|have been) hired
        (smashed|aced|nailed) it
        (say|saying|hoping for|need|get) (a)? yes
        (like|love|want|happy|delighted|thrilled|excited|voted|decided|would be|very happy|keen|wants) .. (you|to have you|
            if you) .. (to)? (join|joined|on board|aboard|come on board|come and work|come work|joining|be part|become part|
            to start|on the team|come aboard|work with us|work for us|be our)
        (welcome|welcoming) .. (aboard|on board|to the team|you to the team|you aboard|to the family|as our|as the newest|
            you on board)
        (they|we|everyone|team|client|committee|partners) .. (want|wants|chose|picked|have chosen|selected|went with|
            unanimous|voted for) you
        (it|that|this) is a yes
        when (can|could) you start
        (if|that) you (said|say) yes
        (honored|honoured|delighted|happy|thrilled|pleased) if you .. (accepted|accept|joined|join|came)
        you are in (paperwork|contract|welcome)?
        you are our new
        (it is|make it) official
        (can|could|would|when) you .. (start|begin|join) .. (on|the|monday|from|in|as|work)? .. {day}?
        (strong hire|unanimous yes|hire across)
        (offering|offered|offer) you the (job|position|role)
        (came|come) out (on)? (top|first|number one)
        (our|the) (first|top|number one|preferred|unanimous) (choice|candidate|pick)
        """,
        unless="""
        not|unable|if you are (selected|successful)|another|other candidates
        (interview|next round|next stage|phone|assessment|shortlist|first round|second round|test|screen|take part|video)
        (if|should|whether|once|when) .. (hire|hired|join|selected|successful)
        (newsletter|community|meeting|call|webinar|talent community|zoom)
        (could|can) you .. start .. (test|assessment|by)
        (found|came) .. (your|across)
        """,
        implies=1.2,
    ),
    rule(
        _KIND,
        "terms",
        1.4,
        """
        (base|starting|annual|gross|monthly|basic) (salary|pay|rate|compensation)
        (salary|compensation|remuneration|pay|package) (of|is|will be|at|raise|numbers)
        (sign|signed|signing|countersign|return) .. (by|copy|and return|letter|contract|offer|duplicate|document|back|
            electronically)
        (your|in|of|written|formal|confirm) acceptance
        (accept|accepting|accepted) .. (offer|position|role|in writing|post|by|this|our|the job|terms)?
        (start date|starting date|first day|date of joining|joining date|commencement|start on|start from|effective|probation|
            onboarding)
        subject to .. (references|checks|background|satisfactory|reference|medical|clearance|contract)
        (talk|discuss) (numbers|money|terms)
        (offer|contract) is (on its way|as follows|on the way|coming|ready)
        our offer
        (have|got) (a|ourselves a) deal
        terms (are|is)? (attached|enclosed|below)
        ready for (your)? (signature|signing)
        (salary|pay) (would|will) be
        (decide|decision|respond|think) .. (on|about) the offer
        (start|starting) (whenever|monday|on monday|asap|as soon as|january|february|march|april|may|june|july|august|
            september|october|november|december)
        docusign
        (contract|paperwork|contracts) .. (follow|reach|send|sent|tomorrow|on its way|ready|on the way|draft|drawn|attached|
            lawyer|be in)
        (equity|stock options|signing bonus|relocation bonus|per hour|an hour|truck after)
        (take|have) .. (days|time|weekend) .. (think|consider|talk it over|decide|mull|read it)
        (thrilled|over the moon|chuffed|delighted for you|so happy|congratulations|congrats|well done)
        """,
        unless="""
        (if|expected|expectation|expectations|current|desired|range|competitive) .. (salary|compensation)
        notice period
        (earn|loan)
        """,
    ),
)
