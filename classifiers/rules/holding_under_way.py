"""Who says that it is not over: still interviewing, still comparing, the reader still in the running."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.HOLDING

RULES = (
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
        (interview|slot|meeting|call|session|day|visit|panel) .. (sit down|huddle|debrief)
        (sit down|huddle|debrief|catch up) .. (with you|with me|interview|with our|with the|hour|minutes|after your)
        thank .. while
        (position|role|opening|vacancy|spot|job) .. (is|was)? still (open|available)
        (still|currently) (hiring|recruiting|looking)
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
)
