"""How a person says "not yet": no decision so far, nothing that can be said, nobody forgotten.

That they still interview stands in `holding_under_way`, what keeps them (somebody away, an approval) in `holding_waiting`, what
they promise (by Friday, either way) in `holding_promise`. The automatic "we received your application and will be in touch"
promises too; the sender and the receipt tell them apart (`classifiers.verdict`).
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.HOLDING

RULES = (
    rule(
        _KIND,
        "undecided",
        2.8,
        """
        (still|yet)? (have|has|had) not (quite|really|yet)? (landed|converged|settled|agreed|reached|concluded) .. (on|yet|
            and|but|who|anything|whether)?
        (decision|choice) .. (is|has been|are) (proving|going to be|turning out) .. (difficult|hard|tough|tricky|close|harder|
            longer)
        did not (get|make it|reach|come) .. (as far as|round to|around to|to it|to this|to you|to us|through the list|
            to the end)
        no (final|firm|definite|definitive|official|real|clear|concrete|new|further|formal|hiring|actual|other|solid|
            big)? {news} (just)? (yet|as yet|so far|at this|at the moment|at present|to share|to report|to give|to pass on|
            from|on|as of|for you|right now|today|sorry|i am afraid|i m afraid|this week|until|till|before|from him|from her|
            from them)
        no (decision|decisions|news|final decision|agreement|conclusion|selection|consensus|verdict|choice|
            appointment) .. (has|have|had|was|is)? (yet)? (been|reached|made|taken)
        (there is|there are|have|has|had|got|still) (currently|as yet|still|sadly|unfortunately|really|just)? no (final|firm|
            definite|official|real|clear|concrete|new|further|formal|hiring)? (decision|news|update|answer|outcome|word|
            verdict|feedback|result|response)
        ^ (so far|still|sorry|afraid|hi|hey|hello)? no (word|news|decision|answer|update|updates|feedback|verdict|joy)
        no (decision|news|update|word|answer) (has|have) (come|reached|arrived)
        (have|has|had|did) not (really|quite|fully|actually|all|as)? (yet|as yet)? (made|reached|come to|taken|arrived at|
            concluded|finalized|got to|gotten to|completed) .. (decision|decisions|choice|choices|selection|agreement|
            conclusion|mind|final|recommendation|deliberations|call)
        (have|has|had) not .. (made|reached|come|taken) .. (yet|as yet|decision)
        (have|has|are|is|am|was|were) (all|both|each)? (not|yet to|still to) (yet|quite|fully|actually|really)? (decided|
            settled on|chosen|agreed|concluded|landed on) .. (yet|on|who|whom|anything|whether|between|how|which|so far|what|
            a|the|if|about)
        (has|have|had|is|are|am) (yet|still) to (conduct|hold|do|see|speak|meet|make|take|reach|come|decide|finalize|conclude|
            choose|hear|receive|get|give|confirm|settle|determine|complete|finish|review|meet|sign|approve|discuss|agree|
            announce|return|come back|revert|respond|speak|interview|be made|be decided|be finalized|be announced|be taken|
            be confirmed|be approved|be signed|be reached)
        (decision|decisions|outcome|result|results|answer|verdict|selection|choice|approval|sign off) .. (has|have|had|is|are|
            was|were) (still|also)? (not|yet to|still to) (yet|quite|so far|as yet)? (been|be|come|in|out|made|taken|reached|
            finalized|received|available|final|announced|released|ready|known|declared|communicated|confirmed|published|
            arrived|there|clear)
        (decision|outcome|result|results|answer|verdict|selection|feedback|approval|sign off|review|scores|references|file|
            status|approvals) .. (is|are|remains|remain|being)? (still|currently)? (pending|awaited|outstanding|undecided|
            in process|under process|in progress|under discussion|under way|underway|to be announced|being finalized|
            being worked out|being made|to come|missing|up in the air)
        (pending|awaiting|awaits) (a|the|our|final|their|your|his|her|some|further|on|with|at|client|
            management)? .. (decision|feedback|approval|approvals|sign off|outcome|results|confirmation|review|word|response|
            clearance|go ahead)
        nothing (has|is|been|will be|s|gets|is yet|yet|is really|has really) (yet|officially|actually|been|be|really)? (been|
            be)? (decided|settled|agreed|signed|final|finalized|confirmed|fixed|set|official|certain|approved|definite|carved|
            announced|happening|moved|happened|changed)
        (nothing|not) .. (decided|signed|settled|finalized|confirmed|move|happen) .. (before|until|till)
        nothing (new|definite|final|concrete|firm|to report|to share|further|back|to tell|official|more to tell|yet|
            solid) (yet|to|from|for|today|so far|at|on|i am)?
        not .. (have|had|got|hear|heard|know|received|get) .. (news|update|answer|decision|anything|more|back|feedback|
            outcome|clarity|result|results|information|visibility|final word) .. (yet|today|to share|at this|right now|until|
            so far|just yet|at the moment|as of)
        (undecided|deliberating|in limbo|hung jury|toss up|neck and neck|too close to call|up in the air)
        (jury|verdict) is (still)? (out|not in)
        (decision|choice|call) .. (is|was|been|proving|being) .. (difficult|hard|tough|tricky|not easy|close) (one|call|
            decision)? .. (so|and we|we will|we need|we are|taking)
        (make|making|makes|made) up (our|my|their|his) (mind|minds) .. (yet|by|on|before|between|about|next|this|until|still)
        not .. (made|make|making) up (our|my|their|his|her) (mind|minds)
        (not|nor|neither) (at)? a (no|yes|rejection|refusal) .. (not|but|yet|just|and|it)?
        not a (no|rejection|refusal)
        (this|it|that) is not .. (no|rejection)
        yet to hear
        (not|nor) (had|have|got|get|seen|received|heard) (any|an|a|the|any of the|all|all the|back)? .. (outcome|answer|
            update|feedback|approval|decision|sign off|results|scores|confirmation|go ahead|green light|word) .. (yet|from|
            so far)?
        (not|never) (yet)? heard (anything|back|from|a thing) (back)? (from)? (yet|the|them|him|her|our|my|so far)
        (wish|wished) .. (had|have) (more|better|something|good|any|other|a|an|firmer|further|clearer) .. (tell|news|report|
            say|share|you|answer|decision|update)
        nothing (has|have|is|s)? (changed|moved)
        (we|i|they|to|he|she) (are|am|is|will|want|wants|going|need|needs|would|shall)? (like|want|going)? (to)? (sleep|
            sleeping) on it .. (and|before|until|over|then)?
        (mull|mulling|chewing|ponder|pondering|think|thinking|reflect|reflecting) (it|this|things|on|about)? (over|it|
            things)? (the weekend|some more|a bit more|for a few|a little longer|a bit longer|a while longer|until|till)
        """,
        unless="""
        (cancel*|postpone*|reschedul*|rebook|calling off|call off|fresh date)
        (you|your) .. (completed|started|finished|submitted|responded|replied|applied|signed|accepted)
        not .. (heard|received) .. (from you|your)
        your .. (application|email|message) .. (not|yet) .. submitted
        (good|better|any|best) news
        offer you
        (decision|answer|response|reply|acceptance) from you
        (background|reference|drug|medical|dbs|right to work|security) (check|checks|screening|clearance)
        that day
        if .. not .. (heard|hear|received)
        (no|not) .. (further|additional) .. required
        (not|nor) .. (proceed|progress|selected|successful|hire anyone)
        unfortunately .. not .. (role|position|opening|vacancy)
        """,
        negatable=False,
        implies=0.3,
    ),
    rule(
        _KIND,
        "cannot_say_yet",
        2.6,
        """
        (can not|could not|not able to|unable to|may not|not allowed to|not permitted to|not at liberty to|not free to|
            not going to|not yet able to|not in a position to|not yet in a position to|not supposed to|hard to|difficult to|
            impossible to|too early to|too soon to|premature to|improper .. to) .. (let you know|say|tell|give|promise|
            confirm|share|commit|announce|disclose|discuss|reveal|guarantee|communicate|estimate|predict|release|engage|
            recommend|make any|put) .. (yet|until|till|before|for now|at the moment|right now|at present|at this point|
            at this stage|today|just now|ahead of|more than|anything|something|much|more|a date|a decision|an answer|
            an outcome|an individual|the outcome|any|how long|when|which way|in writing|this week|either way)
        (can not|could not|not able to|not|unable to|not allowed to) .. (sign|hire|extend|confirm|commit|move|act|decide|
            proceed|notify|put|fill|appoint|release|make|do|engage|bring) .. (until|till|before) .. (then|that|it|this|they|
            he|she|the|we|i|our|end|next|finance|budget|board|january|after|approval|monday|tuesday|wednesday|thursday|friday|
            is|has)
        before (we|i|they|he|she|anyone|anybody) can (say|tell|decide|commit|share|move|confirm|give|make|hire|sign|offer|
            issue)
        (until|till) (then|that|they|he|she|it|we|this|the) .. (not|no|nothing|hands are tied|in limbo|can only|have to wait|
            must wait|stuck)
        (nothing|little|no more|not much|not a lot) .. (i|we) can (do|say|tell|share|add|give|promise) .. (until|till|before|
            yet|for now|right now|on my end|from my end|from our end)
        (nothing|not anything|not a thing|not much|not more) (more|else|new|much)? (to|i can|we can) (tell|report|say|share|
            give) (you)? .. (yet|before|until|today|this week|at|right now)?
        (not|never) .. (give|offer|provide|share) .. (final|definite|clear|firm|an answer|a decision|an update|definitive|
            exact|a date|a timeline|an outcome|firmer) .. (yet|today|now|before|until|answer|decision|date)?
        (ready|able|allowed|free|permitted|in a position) to (make|give|share|announce|write|tell|let|decide|come back|notify|
            say|speak|update|advise|confirm) .. (choice|decision|answer|you|news|outcome|result|something|more|anything|
            know) .. {while}
        (as soon as|once|when|the moment) (i|we) (am|are) (able|allowed|free|permitted|at liberty) (to)?
        (hands are tied|out of my hands|out of our hands|beyond my control|not up to me|not my call|not in my hands)
        (i|we) (do not|cannot|can not) control (it|that|the|their)
        (not|nor) (expect|anticipate|see|foresee|think) .. (anything|decision|news|movement|outcome|answer|hear|happen|result|
            getting back) .. (before|until|till|this week|today|for)
        (will|would) not (be|have|happen|know|hear|decide|come|make|get|meet|sit|see|vote|reach) .. (before|until|till|
            for another)
        """,
        unless="""
        (cancel*|postpone*|reschedul*|rebook|calling off|call off|fresh date)
        (offer|give) you .. (role|position|job|place|interview)
        (your|you) .. (not|can not|cannot) .. (start|log|access|enter|submit)
        (start|begin) .. until .. (check|checks|references|signed)
        (interview|call|meeting|meet you|see you|come) .. (tomorrow|today|as planned|at that time|go ahead)
        individual feedback
        (new|another|other|alternative) (time|date|slot)
        (until|till|before) you (have|sign|are|hear|get|complete)
        {sorry} .. (not|unable) .. (offer|progress|proceed)
        """,
        negatable=False,
        implies=0.2,
    ),
    rule(
        _KIND,
        "not_forgotten",
        2.5,
        """
        not (been)? forgotten (about)? (you|your|us|this|that you)?
        (have|has|are|were) not been forgotten
        not (want|wish|like) you to (think|worry|feel|believe|wonder|imagine) .. (forgotten|vanished|ghosted|gone|lost|that|
            we|i|it|nothing|anything)
        not .. think .. (forgotten|vanished|ghosted|disappeared|forgot|lost interest|dropped|gone quiet)
        not (vanished|ghosted|ghosting|disappeared|gone quiet|fallen off|dropped off|ignoring you|gone cold|dropped the ball|
            fallen through)
        (no news is|no news means|silence (does not|is not|means nothing|is normal|is no|is only|is just))
        (silence|delay|wait|quiet|radio silence|pause) .. (does not mean|is not a|no reflection|nothing to do with|
            not a reflection|not a bad|does not reflect|not personal|mean anything)
        not read .. into .. (quiet|silence|delay|wait|it|that|this|anything|the)
        (nothing|no need) .. (worry|panic|fret|stress) .. (about|just|it|yet|we|i)?
        (so that|that) no one thinks
        """,
        unless="""
        (sorry|unfortunately|regret|apologize) .. (not|unable) .. (moving|selected|offer|progress)
        (order|shipment|ticket|refund)
        (assessment|test|interview) .. (retake|reset|link)
        """,
        negatable=False,
        implies=0.1,
    ),
    rule(
        _KIND,
        "liked_you_but",
        2.2,
        """
        (liked|likes|like|loved|loves|enjoyed|impressed|impressive|strong|positive|good feedback|great feedback|
            great impression|did well|did great|did fine) ... (but|however|though|although|yet|only) ... (wait|decision|see|
            meet|others|candidates|approval|approve|budget|until|till|week|weeks|away|back|decide|still|before|not)
        (feedback|comments|noises|impressions|reviews|vibes) .. (so far|to date|thus far|as yet|until now) .. (is|are|
            has been|was|have been)? .. (positive|good|great|strong|excellent|encouraging|favorable|very good)?
        (positive|good|great|encouraging) (noises|feedback|vibes|signals|things) .. (so far|about you|but|that is all)
        (put|made|submitted|sent|given) (in|up|forward)? (my|our|their|its|a|his|her) (recommendation|recommendations|ranking|
            rankings|scores|nomination|scoring)
        (recommendation|recommendations|file|packet|nomination|paperwork|dossier|name|package|requisition|req|report) .. (has|
            have|must|needs|need|is|are|still|goes|go|going|went|now)? .. (to go|to be|go|goes|with|through|before|sits|
            sitting) .. (hr|board|office|approval|finance|committee|council|dean|provost|faculty|senate|director|chairman|
            manager|cfo|ceo|signature|signed|approved|ratified|reviewed|levels|client|headquarters|hq)
        (great|good|nice|lovely|pleasure|glad|enjoyed|wonderful|delighted|thank you for|thanks for) .. (meet|meeting|speak|
            speaking|talk|talking|chat|chatting|see|seeing|coming|interviewing|conversation|to have met|
            having you) ... (be in touch|be in contact|get back to you|let you know|follow up|circle back|come back to you|
            get in touch|hear from us|hear from me|contact you|reach out|revert)
        """,
        unless="""
        (schedule|book|calendar|invite|next round|{sorry}|however .. (decided|chosen|other)|attached|offer)
        (decided|gone with|went with|going with|chose|chosen|selected|moving forward with|move forward with|proceed with|
            forward) .. (another|other|someone|not|candidate|candidates)
        (not|no) .. (moving|move|proceed|progress|going|be offering|fit|match|right|selected|able)
        if (you|we|the|your|it)
        (future|other) (role|roles|position|positions|opportunities|openings)
        """,
    ),
    rule(
        _KIND,
        "not_forgotten_perhaps",
        1.2,
        """
        (do|does|did) not (yet)? (honestly|really|actually)? know (yet|when|how long|whether|more|any more|anything|which|
            exactly|how many|for sure|if) .. (yet|will|until|we|they|he|she|it|be)?
        (high|high up|near the top|top|at the top|right up there) (of|on|up on|up) .. (list|pile)
        (nothing|no action|not anything) .. (you|needed|required|need)? .. (need to do|to do|from you|on your (side|end|part)|
            further from you) .. (meantime|now|right now|at this time|at the moment|just|for now|except)
        (no action is|nothing is|nothing more is) (needed|required) (from you|on your|at this|right now)
        (do|please) not (worry|panic|tension|stress) .. (will|you|just|about|it is|we|all|this)?
        (breathe|fingers (are)? crossed|keep (your)? fingers crossed|keep the faith|have faith|i keep thumbs|watch this space)
        i know (you have|you are|you were|it has|it is|this is|that is|waiting|how|that waiting) .. (waiting|wait|patient|
            anxious|eager|hard|frustrating|long|while|hoping|nice to hear|a pain|another process|limbo)
        waiting is (the)? (hard|hardest|no fun|never|difficult|tough|not easy|painful)
        (waited|waiting) (long|so long|patiently|a while|a long time)
        not (lose|losing) (heart|hope|faith)
        not give up (hope|on)
        """,
    ),
)
