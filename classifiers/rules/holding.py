"""How a person says "not yet": no decision so far, nothing that can be said, still interviewing, still in the running.

What keeps them (somebody away, an approval) stands in `holding_waiting`, what they promise (by Friday, either way) in
`holding_promise`. The automatic "we received your application and will be in touch" promises too; the sender and the receipt
tell them apart (`classifiers.verdict`).
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
        did not (get|make it|reach|come) .. (as far as|round to|around to|to it|to this|to you|to us|to staffing|
            through the list|to the end)
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
        tell us
        no selection will
        (cancel*|postpone*|reschedul*|rebook|calling off|call off|fresh date|tours|tour)
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
        (cancel*|postpone*|reschedul*|rebook|calling off|call off|fresh date|tours|tour)
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
        "still_at_it",
        2.5,
        """
        {decider} (is|are) (currently|still|now|presently|just)? (evaluating|reviewing|deciding|considering|looking at|
            going through|weighing|comparing|ranking) .. (our|top|two|finalists|options|interviews|notes|feedback|everyone|
            all|candidates|who|which|how|numbers)
        (internal|final round of) (discussions|deliberations|conversations|debrief|alignment) .. (this week|next week|ongoing|
            underway|continue|before|still|first|take|going|to finish)
        (argued|arguing|argue|back and forth|divided|torn|debate|debating|debated) .. (about|on|over|between|whether|what|who|
            which)
        still .. (interviewing|reviewing|considering|evaluating|deciding|debating|discussing|deliberating|assessing|
            collecting|gathering|chasing|finalizing|comparing|weighing|sorting|going through|working through|working on|
            working out|reading|meeting with|meeting other|meeting people|speaking to|speaking with|talking to|talking with|
            seeing|screening|shortlisting|conducting|processing|scoring|wrapping|finishing|checking|arguing|thinking|mulling|
            figuring|hashing|ironing|completing|undecided|torn|split)
        still .. (waiting|awaiting) .. (on|for|to hear|feedback|word|approval|to see|until|till|decision|sign off|the|their|
            from|them|him|her|final|news|confirmation)?
        still (being|in|under|not|very much|actively|currently|all)? .. (considered|reviewed|finalized|discussed|evaluated|
            assessed|under review|in progress|ongoing|on going|underway|under way|up in the air|in discussions|in talks|
            in discussion|in flux|in deliberation|in the air|to be decided|to be made|to be confirmed|under discussion|
            busy with)
        still .. (have|need|want|got|has|needs) (to)? .. (see|meet|interview|speak|talk|hear|finish|complete|decide|discuss|
            review|go through|sign|approve|compare|interviews|candidates|a few|a couple|people|approvals) .. (before|this|
            next|and|first|on|with|other|from|of|one|more|candidates|a|the|people|everyone|everybody|someone|two|three|some)
        still (have|has|got|need|needs) {few} .. (candidates|interviews|people|applicants|conversations|approvals|steps|
            rounds|to see|to go|to meet|to interview|to speak|to get through|signatures|moving parts|finalists|to do|left)
        (we|i|they|team|panel|committee|client|managers|manager) (are|am|is|remain|remains) (currently|still|just|now|
            presently|busy)? (in the process of|in the middle of|in the midst of|busy) .. (interviewing|reviewing|deciding|
            meeting|interviews|finalizing|selection|shortlisting|evaluating|selecting|making|assessing|completing|process)
        (in|at) (the)? (middle|midst|final stages|final stage|last stage|last stages|tail end|thick|final stretch|
            home stretch|closing stages) of .. (interviews|interviewing|process|reviewing|deciding|deliberations|
            conversations|review|selection|search|hiring|round|making)
        (process|search|decision|review|recruitment|interviews|deliberations|discussions|shortlisting|selection|evaluation|
            conversations|hiring|scoring|moderation) .. (is|are|continues|continue) .. (still|ongoing|on going|continuing|
            underway|in progress|under way|running|not finished|not complete|not over|not concluded|taking place)
        things (are|is) (moving|progressing|slow|still|taking)
        (debrief|debriefs|compare notes|comparing notes|hash it out|regroup|regrouping|reconvene|reconvening|
            put our heads together|huddle|wash up|calibration|sit down|catch up|meet up) .. (is|are|this week|on|tomorrow|
            later this|slipped|got|moved|scheduled|has|next week|set|about it|about everyone|to decide|and decide|to make|
            and make|to compare|and then)
        (went|gone|going|go) (round|around) (and round|in circles|the houses)
        (moving|going) (as fast as|slowly|slower|along|in the right direction)
        (wheels|mills) .. (slow|slowly|turn|grind|grinding|turning)
        (red tape|bureaucracy|paperwork mountain|snail|snails pace|glacial|glacially)
        """,
        unless="""
        your (application|resume|profile|submission|materials|cv)
        (are|if) you .. still (interested|available|open|looking|considering)
        if you are still
        no longer|unfortunately .. other candidates
        still (interested|want|like|love) .. (in you|you|meet|see)
        (meet|see|interview|reschedule|rebook) you
        sit down (with|to) (you|an)
        (interview|slot|meeting|call|session|day|tour|visit|panel) .. (sit down|huddle|debrief)
        (sit down|huddle|debrief|catch up) .. (with you|with me|with pam|interview|with our|with the|hour|minutes|after your)
        thank .. while
        (position|role|opening|vacancy|spot|job) .. (is|was)? still (open|available)
        (still|currently) (hiring|recruiting|looking)
        would you
        """,
        implies=0.4,
    ),
    rule(
        _KIND,
        "at_it_perhaps",
        1.3,
        """
        (we|they|i|team|panel|committee|client|manager) .. (are|is|am) (currently|now|just|busy|presently)? (reviewing|
            interviewing|evaluating|assessing|considering|comparing|weighing|deciding|discussing|deliberating|scoring|
            finalizing) .. (all|candidates|finalists|feedback|notes|interviews|options|which|who|how|whether|between|
            internally|remaining|final|scores|number|applicants|everyone|next steps)
        (internal|team|final|some|further) (discussions|deliberations|conversations|debrief|alignment) .. (this week|
            next week|ongoing|underway|continue|before|on|among|with|still|first|take)?
        """,
        unless="""
        your (application|resume|profile|submission|materials|cv)
        (hiring|looking) for
        """,
    ),
    rule(
        _KIND,
        "still_a_candidate",
        2.5,
        """
        (still|remain|remains) (very|really|definitely|extremely|quite|keen|all)? (interested in|keen on|excited about|
            enthusiastic about|positive about) (you|your candidacy|your application)
        (between|choosing between|torn between|choice between|toss up between) (you and|yourself and|you or|the two of you)
        (still|remain|remains|definitely|firmly|absolutely|certainly|very much) .. (in the running|in the mix|in the frame|
            in contention|in consideration|in play|in the process|in process|on the table|in the hunt|in the hat|in the race|
            in the picture|in the reckoning|in with a chance|in with a shout|in the game|on the radar|on our radar|
            on his radar|on the short list|on the shortlist|at the top|a finalist|a candidate|a contender|under consideration|
            in the pipeline|alive)
        (you|application|candidacy|candidates|profile) .. (remain|remains|still|continue|continues) .. (under consideration|
            active consideration|under active|a strong|a candidate|being considered|to be considered|our top|one of our|
            one of the|a front runner|the front runner|first choice|in the closer|preferred|of interest|a finalist|
            very interested)
        (under (active|serious|close|careful)? consideration|being (actively|seriously|still) considered)
        (down to|narrowed (it|this|things|the field)? (down)? to) .. (two|three|four|2|3|4|you) (of you|and|people|candidates|
            finalists|one|another|other)? .. (you are one|one of them|one of whom|including you|someone|another|one other|
            other|somebody|both|which)?
        (you being one|one being you|you one of them|you are one of them|one of whom is you|which include you|
            which includes you)
        (one|two|1|2|an|another) (other)? (finalist|internal candidate|internal person|internal applicant|internal) .. (who|
            to|and|we|for|in|first|is|has)
        (waiting list|wait list|waitlist|waitlisted|wait listed|reserve list|hold list|heavy pencil|first reserve|
            second pencil|on standby|closer selection|merit list|selection list)
        (a|in a|on a|in) holding pattern
        (do|does|will|would) not (go|take|sign|accept|give|lose|read|worry|panic|tension|despair) .. (anything|nothing|
            another|anywhere|somewhere|else|with|up|hope|heart|into|resignation|faith|job)? .. (without|until|before|on us|
            on me|yet|first|else|calling|telling)
        hang fire
        (you will be|you are) the first to (know|hear)
        (keep|keeping|have|hold|want|like) (to keep)? you (warm|in the process|in our process|in the mix|in the loop|in play|
            in the running|in the frame|on ice|in the pipeline|in reserve|on the bench|on the hook) .. (while|until|and|as|
            till|for)?
        (continue|continuing|pause|resume) .. (our|the) (conversation|conversations|discussions|dialogue) .. (when|once|after|
            as soon|in)
        (if|should) you .. (get|receive|have|are|hold) .. (another|other|an|a|any|offered) .. (offer|offers|deadline|firm|
            deadlines) .. (before|let me know|call|tell|shout|ring|then|first|please|in the meantime|with|telephone|give)
        (if|should) .. (your situation|your timeline|your timing) (changes|change|has changed|moves) .. (let|meantime|please|
            on your|tell|know)?
        (give|let) (me|us) (a)? (shout|call|ring|heads up|first refusal) .. (first|before you (sign|accept|take|decide|answer|
            commit))
        (keep|let) (me|us) (posted|updated|informed|know) (on|of|about) your (timeline|timing|other|situation|process)
        (have|got|feel|facing) .. (other offers|another offer|a deadline|competing offer|other processes|
            another process) .. (let|tell|shout|know|please|me|us)
        (understand|get it|no hard feelings|not blame you) .. (if)? .. (took|take|taken|need|needed|have to|accept|moving|
            other things|go elsewhere|another job|other offers|something else)
        """,
        unless="""
        (notice|advertisement|advert|chose|we chose|happy to tell|pleased to)
        (from the|off the) (waiting list|waitlist)
        (expired|not in the list|name is not)
        (go|gone|went|going) with
        (in the end|was|were|offered|chosen|filled|preferred) .. internal
        one of the leading
        (may|might) be considered
        only .. candidates
        (filled|went|gone|goes) .. (to|with) .. (another|other|someone)
        (congratulations|delighted|pleased) .. (offer|inform)
        (new|reschedule*|another) (date|time|slot|interview)
        one of the first
        (other|future|another|different) (role|roles|position|positions|opportunities|openings|vacancies|searches)
        (remain|remains|kept|keep|stay|stays) .. (active|on file) .. (for|months|days|year)
        status
        your interview (has|is)
        """,
        implies=0.6,
    ),
    rule(
        _KIND,
        "perhaps_a_candidate",
        1.4,
        """
        (i|we|they|she|he) (really|still|all|definitely|personally|do|very much)? (want|wants) you .. (here|on|in|to join|
            with us|on the team|for this|and|but|for the|not)
        (you are|you remain|including you) .. (one of|among) .. (two|three|four|final|finalists|top|our top|last|few|
            strongest|front runners|frontrunners|leading|best|short list|remaining|candidates left|under consideration|still)
        you are (our|my|the|still our|still my|his|her|their) (pick|favorite|front runner|frontrunner|top choice|first choice|
            top candidate|strongest|preferred|number one|guy|person|top pick|lead candidate|choice)
        you (are|re) (in|on|among|one of) (the|my|our|their|his) (final|last) (two|three|four|few|2|3|4|handful|round|group|
            selection)
        (on|you on) (my|our|the|their|his|a|your) (short|waiting|wait|reserve|hold|standby|backup|short waiting|
            ranked)? (list|waitlist) .. (do not|at the top|as soon|when|if|until|and i|and we|but|in case|nothing|so)
        (you are|is) .. (in the running|in the mix|in the frame|in contention|in consideration|on the short list|
            on the shortlist|at the top|a finalist|a contender|under consideration)
        """,
        unless="""
        only .. candidates
        (congratulations|delighted|pleased) .. (offer|inform|invite)
        one of the (first|leading)
        """,
    ),
    rule(
        _KIND,
        "interviews_to_go",
        2.4,
        """
        (finish|finishing|complete|completing|wrap|wrapping|conclude|concluding|finalize|finalizing|done with|get through|
            getting through|through with|round out|rounding out|working through) (up|with|off)? (the|our|all|all the|
            all of our|all of the|these|their|his|her|a few|some|a couple of)? .. (interviews|conversations|rounds|
            interviewing|meetings|interview process|first round|second round|final round|candidates|screens|screenings|
            shortlisting|interview rounds) .. (before|this|next|by|and|on|until|then|so|first|in|over|today|tomorrow|later|
            the|early|end)?
        {few} (more|other|additional|remaining|further|last|final)? .. (candidates|people|candidate|person|applicants|
            applicant|guys|folks|lads|girls|girl|finalist|finalists|interviews|interview|convos|conversations|meetings|others|
            nurses|drivers|cooks|teachers|demos) .. (to see|to meet|to interview|to speak|to talk|to complete|to conduct|
            to do|to go|to get through|left|lined up|still to|to come|coming in|coming up|remaining|to shadow|scheduled|
            booked|yet to|outstanding)
        {few} (more|other|others|additional|remaining|left|further|final|last) .. (to see|to meet|to interview|left to|to go|
            tomorrow|monday|tuesday|wednesday|thursday|friday|this week|next week|in the diary|on the calendar|
            on the schedule|coming in) .. (before|then|and|so|after|we|i|he|she|first)?
        (have|has|got) {few} (more|other|remaining|final|further|last)? (interviews|interview|candidates|candidate|people|
            finalists|finalist|applicants|conversations|person) .. (this|next|on|tomorrow|later|before|through|left|to|in|who|
            after|over)
        (seeing|meeting|interviewing|talking to|talking with|speaking to|speaking with|see|meet|interview|speak with|speak to|
            talk to|met with|screening) (with)? {few} (more|other|additional|remaining)? .. (candidates|people|candidate|
            person|applicants|guys|folks|others|finalists|lads|finalist) .. (before|this|next|tomorrow|first|on|through|then|
            later|and|until|still|in)
        (interviews|interviewing|auditions|trials|screens) .. (are|will be|is|run|continue|go on|conclude|finish|end|
            scheduled|getting over|wrap|will)? .. (until|till|through|not over|over only) .. {while}
        interview* .. (rest|remaining|other|last|a few more) (of)? (the|our)? .. (candidates|applicants|people|
            shortlist) .. (before|this|next|on|tomorrow|and|first|week|until)?
        to (meet|see|interview) {few} .. (this|next|on|later this|early next) (week|month|monday|tuesday|wednesday|thursday|
            friday)
        before (signing|making|extending|deciding|finalizing|committing|choosing|settling|we decide|i decide|they decide|
            he decides|she decides|a decision|any decision|any decisions|we call it|coming to|reaching|we make|i make|
            they make|he makes|she makes) .. (a|any|anything|the|decision|on|is|our|who|whom|offer|an|final|their|her|his|up)?
        (once|when|after|until) (we|i|they|he|she|everyone|everybody|all) (have|has|had)? (been)? (seen|met|interviewed|
            spoken to|spoken with|finished|completed|through|heard|talked to|gone through|compared|been seen|
            been interviewed) .. (everyone|everybody|all|the rest|interviews|interviewing|candidates|the others|shortlist|
            last)
        (see|meet|interview|speak to|talk to|get) (everybody|everyone|all) .. (seen|before)
        (first|second) (person|candidate|one) .. (we have|i have|to be) (interviewed|seen|met)
        (compare|comparing|weigh|weighing) you .. (with|against|and|to)
        (we|they) (had|have had|have received|received|got) .. (applications|applicants|candidates) .. (still|so it|
            working through|reading|takes|taking|which is taking)
        (closing|close|closes|closed) date .. (has not|not until|still open|is not|and we)
        (offer|offers|offered|extended|made) .. (first|our first|first round of) (round|choice|offers|offer) .. (waiting|
            to hear|respond|and|will know|back|of offers)
        """,
        unless="""
        (video|recorded|one way|please|kindly|{clock}|must|deadline)
        your (interview|interviews|availability|application)
        (people|candidates) .. we want to (interview|meet|see)
        in half hour
        closing date
        on the phone before
        (could|would|can) you|asking
        (other|another|different) candidates .. (instead|closely|better|whose)
        {decided} to .. other
        (accepted|offered|awarded|selected|chose|chosen|retained|hired|filled)
        (thank|thanks|appreciate|sorry) .. while
        you .. (will|are going to|are)? (be)? (meet|meeting|see|speak|talk|interviewing) .. (with|to)
        (choose|pick|select|book|offer|available|reply|free) .. (time|slot|times|slots|date|interview)
        (second|final|first|next) round (interview|interviews) (will|is|are)
        before deciding (how|whether) to (proceed|apply)
        would (you|love|like)
        """,
        implies=0.9,
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
        (recommendation|recommendations|file|packet|hiring packet|nomination|paperwork|dossier|name|package|requisition|req|
            report) .. (has|have|must|needs|need|is|are|still|goes|go|going|went|now)? .. (to go|to be|go|goes|with|through|
            before|sits|sitting) .. (hr|board|office|approval|finance|committee|council|dean|provost|faculty|senate|director|
            chairman|manager|cfo|ceo|signature|signed|approved|ratified|reviewed|levels|client|headquarters|hq)
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
