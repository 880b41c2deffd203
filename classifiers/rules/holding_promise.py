"""What those who have not decided promise: a decision by a day, an answer either way, patience meanwhile.

A bare "we will be in touch" stands in receipts, rejections and cancellations too: it is a hint. It counts outright where the
answer, or the day of the decision, is promised with it.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.HOLDING

_NOT_THIS_ANSWER = """
    if .. (qualif*|match*|suitable|fit|selected|shortlisted|interested in|meet|align*|successful)
    (get|come|circle) back to (us|me)
    (new|alternative|other|different|another|fresh) (time|date|times|dates|slot|slots|options|day)
    (details|link|invite|invitation|agenda|contract|paperwork|offer letter|confirmation|itinerary|reschedul*|rebook|login)
    your (order|claim|ticket|refund|appointment|loan|request|decision|answer|response|acceptance|availability)
    (your|candidate|profile|resume|cv|materials) .. (will be)? (reviewed|reviewing|review)
    (review|reviewing|screen|read|assess|look at) (your|all|every) .. (application|applications|resume|qualifications|profile|
        cv|answers|submission|documents|results)
    (decline|accept|start date|offer)
    (test|assessment|exercise|task|video|recording) .. (reviewed|scored|watched|submitted|complete|in)
    do not hear
"""

RULES = (
    rule(
        _KIND,
        "answer_by",
        2.3,
        """
        (i|we|they|he|she|then i|then we|team|manager|committee|panel|client|board|chef|director) (will|shall|should|would|
            plan to|plans to|hope to|hopes to|aim to|aims to|expect to|expects to|intend to|intends to|want to|wants to|
            going to|need to|needs to)? (also|then|all|only|now|be able to|just|be|have to)? (decide|deciding|decides|choose|
            make (a|our|the|their|his|her|my|its)? (final|hiring)? (decision|decisions|choice|selection)|making (a|our|the|
            their|his|her)? (final|hiring)? (decision|decisions|choice|selection)|make the call) .. (by|this week|next|after|
            before|once|tomorrow|later|soon|shortly|until|within|when|end of|at the end|early|over the|straight after|{day})
        (give|giving|leave|gimme) (me|us|it|them|him|her) (till|until) ..
        (give|giving|allow|gimme) (me|us|it|them) (about|maybe|say|another)? {hour} (more)? (days|weeks|day|week)
        (everyone|everybody|all candidates|all of you|all finalists|all interviewees|those interviewed) .. (will|
            should) (receive|get|hear|have|be) .. (call|notified|informed|letter|answer|email|contacted|told|back|news|
            reply) .. {while}
        (get|come|be|circle|report|write|getting|coming|revert|loop|swing|call|ring|phone|email|write to|reach out to|reply|
            respond|follow up|speak|contact) (back)? (to|with)? you .. (with|about|regarding|on) .. (decision|answer|outcome|
            verdict|final|news|feedback|result|definite|definitive) .. {while}
        (have|share|give you|get you|expect|provide|bring|hope for|get) .. (an|a|some|more|final|further|definite|any|the|our|
            his|her|their|real|firm|concrete) .. (decision|answer|outcome|verdict|news|update|feedback|clarity|
            word) .. (for you|from|to share|on) .. {while}
        (have|has|get|give you|give) (an|a|some|your|the|more) (definite|final|firm|real|actual|better|further|clear|proper|
            fuller|concrete)? (answer|decision|news|outcome|update|clarity|feedback) .. (by|before|next|early|later|after|on|
            tomorrow|shortly after|soon|once|this week|in the next|within|monday|tuesday|wednesday|thursday|friday|mid|
            for you)
        (hear|know|be told|informed|an answer|call|touch|contact|let you know|ring you|write to you|email you|notice|notified|
            update|tell you|call you|text you|message you|phone you) .. {whichever}
        {whichever} .. (hear|know|let you know|call you|ring you|write|email you|be in touch|update you|contact you|tell you|
            get back|next week|this week|tomorrow|by|on|monday|tuesday|wednesday|thursday|friday)
        (let|tell|inform|notify|update|advise|call|ring|email) (you|everyone|everybody|all candidates|all) .. {whichever}
        ^ (then|and then|after that|monday|next week|tomorrow)? (i|we|they|he|she) (will|shall|should|am going to|
            can) (be able to)? (decide|make a decision|make our decision|make a call|make the call|make a final|choose|pick|
            have a decision|reach a decision|come to a decision) .. (by|on|next|this|then|after|before|over|once|who|tomorrow|
            today|soon|{day}|in|at|early|shortly|between)?
        (decision|decisions|final call|verdict|selection|outcome|results|result|announcement|offers) .. (will|should|to be|
            is to|are to|would|be|likely|expected|may|can|could|might|now|hopefully|probably) (be|likely|then|probably|only|
            also|not|still|come|now|hopefully|go|follow)? (made|taken|reached|expected|announced|come|known|ready|released|
            communicated|finalized|declared|out|given|due|likely|available|follow|in|published|next|before) .. {while}
        (expect|hope|hoping|aim|aiming|plan|planning|anticipate|anticipating|expecting|intend|want|target|trying|should|aims|
            hopes|plans|expects) .. (make|have|reach|be able|take|come to|arrive at|finalize|give you|get you|send you|share|
            conclude|wrap up|wrap this up|communicate|announce|release) .. (decision|decisions|news|answer|answers|update|
            feedback|choice|outcome|verdict|final|selection|clarity|call|everything|things|results|a view|
            conclusion) .. {while}
        (expect|hope|hoping|anticipate|anticipating|should|expecting|likely|ought|will|may|might|trust) (to)? (know|hear|
            find out|learn|be able to say|be able to tell|be able to give|have news|have word|have something|have more|
            have an answer|have a decision|have clarity) (more|something|anything|back|for sure|from them|from him|from her|
            for you|from the client|what|which|by|where|to share)? .. {while}
        (hear|know|find out|learn) (more|something|anything|back|for sure|from them|from him|from her|from the client|
            definitively) .. (by|before|next|this|within|in|early|later|after|at the|on|soon|shortly|monday|tuesday|wednesday|
            thursday|friday|tomorrow|until|end) .. (week|month|day|monday|tuesday|wednesday|thursday|friday|tomorrow|meeting|
            january|march|that|then|the)?
        as soon as .. (i|we|they|he|she|there is|there are|{decider}|decision|anything|something) .. (hear|hears|know|knows|
            decision|decided|decide|decides|news|update|feedback|answer|word|approval|approved|an outcome|more|signs|signed|
            gets back|get back|clarity|something|anything|reached|made)
        (the|as soon as|once|when|until|moment|minute|second) (i|we) (have|know|hear|get|learn|receive) (anything|something|
            more|an answer|a decision|news|word|back|an update|any|feedback|the answer|the outcome|final|clarity|further|
            their|his|her|it|for sure)
        (the|that) (moment|minute|second|instant|day|evening|morning) (i|we|it|they|that|he|she) .. (hear|know|have|can|comes|
            come|get|am|is|decide|sign|decides)
        (know|hear) .. (you (will)? know|you (will)? hear)
        (make|making|made|reach|reaching|take|taking|come to|coming to|arrive at) .. (decision|decisions|choice|view|
            conclusion|determination|selection) .. (by|before|next|this week|within|early|later|after|shortly|end|over the|
            in the coming|in the next|monday|tuesday|wednesday|thursday|friday|tomorrow|until|then|together)
        (will|shall|would|should) (hopefully|then|also|definitely|certainly)? (know|hear|have) .. (more|better|answer|
            something|clearer|news|where we stand|where we are|decision|anything) .. {while}
        (give|giving|leave) (me|us|it|them|him|her) (till|until|another|the|two|three|a few|a couple|maybe|2|3|ten) .. (week|
            weeks|days|monday|tuesday|wednesday|thursday|friday|tomorrow|weekend|month|th|end|bit|more|few|and i|so|then|
            after)
        (next|this) (week|month) .. (at the earliest|i hope|hopefully|i expect|i would guess|most likely|if all goes|
            all being well|god willing|fingers crossed|with luck)
        (two|three|few|several|2|3|couple of|six|four) (to|or|more|further|another)? .. (weeks|days) (more|yet|still|longer|
            to go|at least|i am told|before we|before i|from now)
        (guess|guessing|reckon|estimate|bet|hoping it is|looking like|should be|i am told|he says|they say|she says) .. (days|
            weeks|week|fortnight|month)
        """,
        unless=_NOT_THIS_ANSWER
        + """
        (need|like|appreciate|grateful|could we|let us|please|kindly) .. (answer|decision|response) .. (by|from)
        (dates|times|feedback which|availability)
        had to
        links
        by phone
        from you
        waited
        (you|your) .. (decide|choose|make) .. (by|on)
        (please|kindly|can|could|would) .. (let|give|tell|send) (us|me)
        call me .. as soon as
        as soon as (you|your|possible)
        application .. (closes|closing)
        (application|applications) .. (received|reviewed|takes|take)
        (learn|know|hear) more (about|on|i am)
        will not make a decision that day
        (know|hear|find out|tell) .. (what you|how you|your|about you)
        (interview|call|start|meeting) .. (will|should) (last|take)
        {sorry} .. (not|unable) .. (selected|successful|moving|proceed|offer)
        (hear|know|heard) from you
        (appointment|starts|salary|wage|shift|shifts)
        """,
        hypothetical=True,
        negatable=False,
        implies=0.1,
    ),
    rule(
        _KIND,
        "i_will_tell",
        2.0,
        """
        (i|we) (will|shall|would) (then|also|definitely|certainly|personally|be sure to)? (let you know|update you|
            keep you posted|keep you updated|keep you informed|call you|ring you|email you|write to you|text you|phone you|
            tell you|get back to you|be in touch|come back to you|circle back|touch base|reach out|follow up|drop you|
            give you a|shout|holler|write|msg|ping|message you|give you) (a|with you|an)? .. (as soon as|once|when|the moment|
            the minute|after|the second|whatever|what) (i|we|he|she|they|the|it|that) .. (hear|know|heard|decided|decision|
            met|meet|meets|spoken|talked|back|news|answer|decide|decides|returns|approved|get|have|outcome|meeting|says|say|
            say s|is over|am able|can|vote|feedback|everyone)
        (i|we) (will|shall) .. (chase|nudge|follow up with|check with|check in with|speak to|speak with|talk to|find out from|
            push|ask|see what|find out) .. (them|him|her|client|manager|team|again|director|panel|i can|is happening|hr|
            where) .. (and|tomorrow|today|on|again|when|for|this|next|first|as soon)
        let me (talk|speak|check|sit down|find out|see|chase|ask|confirm|follow up|ping|nudge) .. (and|then)? (get|come|let|
            i will) .. (back|you know|you)
        you (will|shall) (then|definitely)? (hear|get a call|get an email|have an answer|have a letter|get word|get an answer|
            have my answer|know|be hearing|receive a call|get news) .. from me .. (then|by|on|next|either|one|the|as|when|
            after|early|before|this|tomorrow|monday|tuesday|wednesday|thursday|friday|soon|with)?
        (hear|hearing) from me .. (then|by|on|next|either|one|as soon|when|after|early|before|this|tomorrow|monday|tuesday|
            wednesday|thursday|friday|soon|with|in)
        (you will be|you are|be) (my|our)? (the)? (first|next) (to know|call|person|one|to hear)
        (as soon as|when) i know .. you
        (i|we) (will|shall) (write|email|ring|call|phone|text|telephone|e mail|msg|message) (you|to you|again|everyone|
            everybody|everyone we saw)? .. (that (evening|day|week|morning)|with whatever they|whatever they decide|when they|
            with the (outcome|result|decision|answer|news)|with news|with an (outcome|answer|update)|with a (decision|result)|
            by the weekend|the day after)
        (i|we) (will|shall|would) (reach out|circle back|be in touch|follow up|touch base|get back to you|get in touch|
            come back to you|update you|let you know|give you a call|give you a shout|write to you|ring you|call you|
            have news|drop you a line) .. (after that|then|right after|that week|when he|when she|when they|the week of|
            straight after|shortly after|afterwards|afterward|thereafter|the day after)
        (write|writing|report|call|update) .. (all|every|each|everyone) .. (interviewees|candidates|finalists|of you|we saw|
            we interviewed) .. (by|on|before|next|this|once|after)
        (owe|owed|owing) you (an|a|some)? (answer|update|reply|news|call|response|decision|note|line|explanation|proper)
        (promised|promise) (you)? (an update|news|to update|an answer|to let you know|to get back|to keep you|to come back|
            an email|a call|to call|to be in touch)
        (will|shall) (revert|intimate|update you|keep you posted|inform you|let you know) .. (once|after|when|as soon as|by|
            shortly|next week|tomorrow) .. (management|client|decision|panel|feedback|result|results|sir|team|approval|hear|
            concluded|final)
        """,
        unless=_NOT_THIS_ANSWER
        + """
        (i|we) (am back|reopen|are back|know whether we can)
        (your interview|interviews|another date|a new|call off)
        something (more)? suitable
        (other|future|another) (role|roles|opening|openings|position|positions)
        (as promised|promised) i come back
        (feedback) .. (call|phone|if you)
        hear from you
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        _KIND,
        "back_to_you_by",
        1.4,
        """
        (get|come|be|circle|report|write|getting|coming|come right|revert|loop|swing) back (to|with) you .. {while}
        (be|being|been|get|stay|keep) in (touch|contact) .. {while}
        (let you know|inform you|update you|reach out|contact you|follow up|touch base|write to you|tell you|notify you|
            email you|advise you|be able to say|revert|message you|speak to you|get in touch|ring you|call you|phone you|
            text you) .. (by|before|at the latest|as soon as|once|when|next|this|within|in the|early|later|after|on|mid|
            toward|towards|no later|end of|shortly|soon) .. {while}
        (hear|know) (from us)? .. (by|before|within|next|early|shortly|soon|in) .. {while}
        (ping|text|call|ring|phone|shout|bell|buzz|email|write|message|tell|update) you .. (as soon as|the minute|the moment|
            once|when i|when we|when they|when he|when she|the second|after|by the end|early next|next week|in january)
        (once|when|after) .. (decision|decided|made up|finalized|heard back|approval|made our) .. (made|been|we|i|they)?
        (have|share|give you|send you|get you|expect|provide|bring) .. (an|a|some|more|final|further|definite|any|the|
            our) .. {news} .. {while}
        (decision|answer|update|news|decisions|feedback|outcome) .. (by|before|next|this week|within|in the next|early|later|
            after|expected|likely|should|will|made) .. {while}
        (takes|take) (about|around|roughly|up to|another|approximately) .. (days|weeks|week|fortnight)
        (get|come|circle|be) back to you (at|on|by|within|in|as|next|this|early|later|shortly|soon|right|after|with)
        (hoping|hoped|meant|intended|promised|wanted|supposed) to .. (back to you|have an answer|have news|be in touch|
            have decided|update you|have a decision|let you know|know) .. (by|before|this|last|yesterday|sooner|earlier)
        (shall|should|will) .. (meet|announce|write|vote) .. {while}
        """,
        unless="""
        if .. (qualif*|match*|suitable|fit|selected|shortlisted|interested in|meet|align*)
        (get|come|circle) back to (us|me)
        (new|alternative|other|different|another) (time|date|times|dates|slot|slots|options|day)
        (details|link|invite|invitation|agenda|contract|paperwork|offer letter|confirmation) .. (to|shortly|soon)
        your (order|claim|ticket|refund|appointment|loan|request)
        do not hear
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        _KIND,
        "some_day",
        1.0,
        """
        (probably|hopefully|likely|maybe|realistically|possibly|perhaps|prob|presumably|tentatively) (by|before|around|about|
            early|late|sometime|not until|after|on|mid|next|the|end|in|tomorrow|monday|friday|end of|i would say) .. (week|
            month|monday|tuesday|wednesday|thursday|friday|tomorrow|january|february|march|april|may|june|july|august|
            september|october|november|december|day|then|easter|thanksgiving|mid)?
        more (soon|as soon as|to come|next week|news soon|shortly|later|when i|when we|once|tomorrow|on monday|anon|then)
        (at the earliest|at the outside|at the very latest|at the latest) .. (but|and|so|i|we)?
        """,
    ),
    rule(
        _KIND,
        "back_to_you",
        0.8,
        """
        (get|come|be|circle|report|getting|revert|coming|loop) back (to|with) you
        (be|keep|stay) in (touch|contact)
        (let you know|keep you posted|keep you updated|keep you informed|keep you in the loop|keep you abreast|update you|
            reach out|follow up|contact you|reach back|touch base|keep you up to date|loop you in)
        (hear|hearing) (back)? from (us|me)
        talk soon
        """,
        unless="if .. (qualif*|match*|suitable|fit|selected|shortlisted|meet|align*)",
    ),
    rule(
        _KIND,
        "sorry_for_the_wait",
        1.6,
        """
        (apologies|sorry|apologize|forgive|excuse) .. (delay|delayed|silence|wait|waiting|radio silence|hold up|slowness|gap|
            lag|quiet) .. (but|we|i|still|the|there|our|it|things|while|as|here|this|from|on our|on my|in deciding|in getting)
        (apologies|sorry|apologize) .. not .. (have|had|having|having any|more|be able|been able) .. (more|news|sooner|
            earlier|update|answer|definite|anything|better|decision|helpful|information)
        (apologies|sorry|apologize|regret) .. (not|no) .. (heard|gotten|got|getting|come|coming|been|being|written|sent|
            responded|replied) .. (back|touch|sooner|earlier|from us|from me|yet) .. (yet|we|i|but|the|it)?
        (keep|keeping|leave|leaving) you (waiting|hanging|in suspense|guessing|wondering|on tenterhooks|in limbo|in the dark|
            dangling|on the hook)
        (sorry|apologies|hate|regret) .. (drag|dragging|dragged|taking so long|taken so long|takes so long|this long|so slow|
            string|stringing|taking forever|taken longer|taking longer|no news|not be more helpful|no decision|bear with)
        (excuse|forgive|pardon|sorry for|apologies for) (my|our|the) (long|recent)? (silence|radio silence|lateness|quiet)
        (been|gone) (so|very|rather|awfully|a bit)? quiet
        (know|aware|realize|appreciate) .. (you|it|this) .. (waiting|waited|been waiting|patient|a long time|longer than|
            frustrating|anxious|keen to hear|eager to hear|anxious to hear)
        """,
        unless="""
        (not|unable) .. (selected|offer|moving|proceed|successful|chosen|shortlist|progress|shortlisted)
        (scheduling|sending|order|shipment|refund|ticket|reply to your|slow reply)
        (interview|call|link) .. (late|delay|technical)
        thank .. for
        while
        """,
    ),
    rule(
        _KIND,
        "patience",
        2.0,
        """
        bear with (us|me|them|him|her)
        (please|hope you will|hope you can|can you|could you|do|kindly|will you|to) bear with
        (hang|hanging|sit|sitting) (tight|in there|on a|on for|on in)
        hold (tight|on a bit|on a little|on for)
        hanging in
        sit tight
        (hold|hang|wait) (out|on)? .. (little|bit|while) longer
        (anxious|eager|keen) to hear
        (ask|request|asking|crave|beg|need|appeal) (you)? (for|you for)? (your|a bit of|a little|some|you to be|your kind|a|
            bit|you to have)? (bit)? (of|more|continued|further)? (patience|indulgence|patient|forbearance)
        (your|for your) continued patience
        (exercise|have) (some|a little|a bit of|a bit more|more|little)? (more)? patience
        (be|remain|stay) patient .. (with|a|for|please|till|until|while|we|i|just|little|bit|and)
        (asked|ask|request|requested|kindly|please|pls) .. (be patient|remain patient|stay patient|wait until|wait till|
            wait a|wait for|kindly wait|wait)
        (please|pls|kindly) .. (allow|give|grant) (us|me|them|him|her) (a|some|until|few|another|one|two|the|just|
            till) .. (days|time|week|weeks|longer|more|while|until|friday|monday)
        (allow|give|grant) us (a little|some|a few|a bit) more
        (patience|patient) .. (a (little|bit|few)? (while)? (longer|more|bit)|just a|little longer|bit longer|
            while we (finalize|complete|wait|work|finish|make|review)|as we|until (we|they|he|she|then)|and we|i will|we will|
            i hope|we hope)
        (stand by|stay tuned|watch this space|stay patient|patience is|more patience)
        (pls|please|kindly) wait
        (appreciate|appreciating) (your|the|all your) continued patience
        """,
        unless="""
        if we see
        give me a ring
        refund|order|claim|ticket|cyclone
        (all|through) (the|your) (applications|reels|resumes)
        while (we|the|they|i|our) .. (went|got|finished|worked|waited|completed|sorted|reviewed|was|were|made|conducted)
        interview .. (cancel*|postpone*|not|no longer|tomorrow|reschedul*)
        (not|unable|regret) .. (selected|offer|moving|proceed|successful|chosen)
        """,
    ),
    rule(
        _KIND,
        "thanks_for_patience",
        1.2,
        """
        (appreciate|appreciating) (your|the|all your) (continued)? (patience|understanding|bearing)
        (thank|thanks|thankful|appreciate|appreciating|grateful) .. (patience|being patient|patient|understanding while|
            for waiting|for bearing|hanging in|for hanging)
        (your|little|bit of|some) (continued)? patience
        {sorry} .. (delay|wait|silence|slow reply|keep you waiting|kept you waiting|not getting back|not coming back)
        kept you (waiting|hanging)
        """,
        unless="refund|order|claim|ticket",
    ),
    rule(
        _KIND,
        "asked_after",
        1.5,
        """
        (thanks|thank|appreciate) .. (following up|checking in|follow up|touching base|chasing|nudge|reminder|checking up|
            checking back|reaching back|ping|asking about|prompt|nudging)
        (good|great|fair) question
        (i|we|they) (have)? (got|saw|received|read|seen) your (note|email|message|thank you|card|letter|mail|text|voicemail|
            msg)
        (thank|thanks) .. (kind|lovely|thoughtful|nice|sweet) (note|card|email|message|letter|mail)
        (any news|update|status) .. (you asked|your question|you ask|you inquired|as requested)
        (to answer|in answer to|in reply to|as to|regarding) your question
        (you (asked|ask)|as you asked|since you asked)
        (still|continued) interest in .. (role|position|us|joining)
        noted your (msg|message|mail|email)
        """,
    ),
    rule(
        _KIND,
        "status_note",
        0.6,
        """
        (quick|brief|short|small|little|status|wee) (update|note|heads up|status)
        (keep|keeping|wanted to keep) you .. (loop|posted|updated|informed|abreast)
        (where|how) (things|we|it|everything) .. (stand|stands|are|is at|at)
        (thanks|thank) .. (note|email|mail|message|e mail|reaching out|writing|card|your continued interest)
        (interim|intermediate|short) (message|update|note|word)
        (calendars|calendar|diaries|schedules) .. (full|disaster|packed|mess|nightmare|do not align|impossible|clear|free)
        (you|your) .. (did well|did great|did very well|did fine|was great|were great|were very good|interviewed (very|
            extremely)? well|represented yourself)
        """,
    ),
    rule(
        _KIND,
        "after_interview",
        0.5,
        """
        (good|great|nice|lovely|pleasure|enjoyed|wonderful|delighted|pleased|glad) .. (meet|meeting|met|speak|speaking|talk|
            talking|chat|chatting|see|seeing|show you round|to have you|having you)
        (thank|thanks) .. (coming|attending|interviewing|taking the time|meeting|your time|speaking|dropping|popping|driving)
        """,
        unless="look forward|looking forward|would",
    ),
)
