"""An interview called off, or moved without a new hour. "If you need to cancel or reschedule" calls nothing off.

A move that names its new hour ends up as a confirmation (`classifiers.verdict`). What is said in so many words stands here,
what is said by its consequences in `cancellation_indirect`.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules import cancellation_indirect
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_CANCELLED

_TO_BE_HAD_BY_THE_READER = """
        (if|should|in case) you .. (need|wish|want|have|must|would|are|can not|like)
        (need|want|have|wish|required) to .. (reschedule|cancel|change|move) .. (please|link|click|call (us|me)|let (us|me)|
            contact us|use|at least|email|reply|simply|visit|here|button)
        (you|candidates) (need|want|wish|have|would like|must) to .. (reschedule|cancel|change|move)
        (move|push|moving|pushing) .. (forward|ahead|on with|you|your application|with your)
        (decision|hiring|start date|process|deadline|timeline|offer|announcement)
        to (make|change) .. changes
        let .. know .. if
        (to|until|till|for) {day_and_hour}
"""

RULES = (
    rule(
        _KIND,
        "called_off",
        3.0,
        """
        (cancel|cancelling|cancelled|cancels|call off|called off|calling off|postpone|postponed|postponing|scrub|scrap|pull|
            scratch|abandon|abort|shelve|shelving|scrapping|scrubbing) .. {interview}
        (cancel|cancelling|cancelled|call off|called off|postpone|postponed|postponing|scrub|scrubbing|scratch) .. ({moment}|
            {part_of_day}|it|things|everything|all|them|us|this week|next week|this one)
        {interview} .. (cancelled|postponed|called off|scrapped|withdrawn|removed|deferred|adjourned|suspended|is off|
            off i am afraid|not go ahead|not be going ahead|not take place|not taking place|not happen|not happening|
            not be happening|not be going|not going ahead|no longer taking place|no longer going ahead|fallen through|
            not be able to go ahead)
        (cancelling|postponing|cancel|postpone) (this|it|this one|on you)
        let us (please|just|rather)? (postpone|reschedule|cancel|rebook|re schedule|push this|scrap|scrub|skip)
        {moment} (been|is been|has been)? (pulled|cancelled|scrapped|scrubbed|binned|called off)
        (will|can) not (now)? be (seen|interviewed|received|called|meeting) .. {moment}
        (postponement|cancellation) .. (of|interview|call|meeting|appointment|your|event)
        cancelled .. (interview|call|meeting|appointment|your|event)
        (has|have|is|are|was|were|been|be|being|got) (now|also|all|therefore|unfortunately)? (cancelled|postponed|called off|
            adjourned|deferred) .. (by|due|because|until|as|for|to a|and|on|at|the|owing|in view)?
        (stop|stopping|suspend|suspending|cancel|pause|hold off on) .. (interviews|meetings|interviewing) .. (until|with|for|
            this)?
        (tomorrow|today|{day}|interview|meeting|call) (is)? off
        ({day}|interview|meeting|call) .. (is off|off i|being off)
        {interview} .. (no longer) .. (hold|take|stand|go ahead|happen|possible)
        (put|putting) .. (interview|interviews|meeting|call|conversation) off
        no (interview|interviews|meeting|call|meet|tours|tour) .. (today|tomorrow|{day}|this week|this afternoon|this morning)
        (can not|not able to|not be able to|will not be able to|unable to|not going to be able to|
            shall not be able to) .. (hold|host|do|run|go ahead with|conduct|keep|proceed with) .. (interview|interviews|call|
            meeting|appointment|chat|conversation|it|session|visit|screen|round|{moment})
        event .. cancelled
        {day} .. (will not|does not|is not going to|not) work (after all|any more|anymore|now|out)?
        (can not|will not|not) .. (make it|work|happen|meet|go ahead|come|interview|see) ... after all
        (withdraw|withdrawing|revoke|rescind|rescinding) .. (interview|appointment|invitation)
        (hold off|holding off) .. (conversation|interview|call|meeting|{day}|{interview})
        (interviews|interview) .. (can not|will not|could not) .. (go ahead|take place|proceed|happen|be held|continue)
        (please|kindly) (disregard|ignore) .. (invitation|invite|interview|previous)
        """,
        mood=Mood.STATEMENT,
        unless="""
        (if|should|need to|want to|wish to|have to|like to) you .. (cancel|reschedule|postpone)
        (to|or) (cancel|reschedule) .. (click|link|links|use|visit|below|please|let|call|contact|reply|at least|your)
        need to .. (cancel|reschedule) .. (please|link|click|call (us|me)|let|contact us|use|at least|email)
        (role|roles|position|positions|vacancy|vacancies|requisition|requisitions|posting|job|jobs|hiring plan|recruitment|
            campaign|requirement|project) .. (cancelled|withdrawn|removed|suspended)
        (your|the) (subscription|order|membership|account|reservation|booking|trip|flight|plan|trial|payment)
        (cancel|reschedule) (or|using|at|anytime|any time|up to|your|link|here)
        (decision|deadline|budget|project|launch) .. (postponed|deferred)
        cancelled (cheque|check|leaf)
        (flight|train|ferry|trains|flights) .. (was|is|got|been|were|are) cancelled
        (moved|postponed|pushed|rescheduled|changed) .. to .. {day_and_hour}
        cancelled .. (old|previous|earlier|first|duplicate)
        (will|would) (be)? cancelled .. (if|unless)
        """,
    ),
    rule(
        _KIND,
        "must_move",
        2.7,
        """
        (need|needs|have|has|going|must|forced|had|got|having|needed|like|want|wondering|hoping|might|may|obliged|compelled|
            am afraid) .. to .. (cancel|postpone|reschedule|rearrange|bail|re schedule|call off|defer|rain check|re arrange|
            adjourn|scrub|scratch|scrap|put off|rebook|flick)
        (need|needs|have|has|going|must|forced|had|got|having|needed|like|want|wondering|hoping|might|may|
            obliged) .. to .. (push|move|shift|bump|delay|push back|change|pull|bin|swap|park|shelve|shunt|
            juggle) .. (interview|call|meeting|chat|conversation|our|{moment}|things|time|date|appointment|slot|session|
            interviews|visit)
        (must|shall|having to|had to) (cancel|postpone|reschedule|put off|push back|rearrange|defer)
        (asked|asking|asks|wants|requested|needs|requests) .. (reschedule|postpone|push|another day|a different time|
            a different day|rearrange)
        (take|taking|ask for|need) a rain ?check
        (rain check|raincheck)
        (rescheduling|postponing) (our|the|this|of|it|today|tomorrow) .. {occasion}
        """,
        mood=Mood.STATEMENT,
        unless=_TO_BE_HAD_BY_THE_READER,
        negatable=False,
    ),
    rule(
        _KIND,
        "asks_to_move",
        2.5,
        """
        (could|can|may|would|might|shall|mind|ok|okay|alright) (if)? (we|you|i) .. (move|push|reschedule|postpone|shift|
            rearrange|cancel|rebook|delay|put off|bump|swap|rain check) .. (interview|call|meeting|chat|conversation|it|this|
            to later|to another|to a different|our|another|different|instead|today|tomorrow|{moment}|to|back|and|until|till)
        (could|can|may|would|shall|might) (we|you|i) .. (do|try|say|make it|look at|aim for|find|talk|speak|meet|pick|fix|set|
            have) .. (another|next week|week after|later in the week|a different|some other|different|{day}|new) .. (instead|
            day|time|date|slot|week|perhaps|maybe)
        (possible|possibility|open|okay|ok|alright|mind|chance|problem|terrible|awful) .. (to|of|if we|if i|we could|we can|
            you could) .. (move|push|reschedule|postpone|shift|rearrange|rescheduling|moving|pushing|postponing|shifting)
        (can|could|shall|should) we (reschedule|postpone|push|rebook|rearrange|rain check)
        (any|is there any|is there a) (chance|way|possibility) .. (move|push|reschedule|postpone|shift|rearrange|do|
            swap) .. (to|another|later|instead|{moment}|it|this|our)
        (how are you fixed|how about|what about|does|would|could you do|how does) .. {moment} .. instead
        """,
        mood=Mood.QUESTION,
        unless="""
        (forward|ahead|on with|with your application|start date|offer|deadline|salary)
        """,
    ),
    rule(
        _KIND,
        "can_not_make_it",
        2.4,
        """
        {moment} (is)? no (good|use|longer possible)
        (i|we|he|she) (can not|could not) do {hour}
        (he|she|{day}|interviewer|manager|director|panel) .. (can not|can no longer) (sit|convene|come|travel|fly|get in|make)
        (can not|not able to|unable to|will not|no longer) take part
        (have|had) to drop it
        (unable|not able|not be able|can not|will not|shall not|no longer able|no longer|not going|could not|
            not in a position|never going) (to)? (be able to|be)? (still|now|even|possibly|physically)? (make|attend|join|
            keep|meet|see|speak|interview|receive|do|host|run|talk|be there|be here|be in|take|chair|conduct|manage|
            accommodate|welcome|honor|dial in|connect|fit|squeeze|sit) .. ({moment}|{occasion}|lunchtime)
        (we|he|she|they|mr|mrs|ms|dr|prof|manager|director|interviewer|panel|who|{day}) .. (can not|not be able to|
            is not able to|are not able to|unable to) (now|also)? make (it|that|the time|this)
        i .. (can not|will not be able to|am not able to|am unable to) make (it|that|this) (today|tomorrow|{day}|any more|
            anymore|now|after all|to the|in time|work)
        (we|i) .. (can not|will not|are not able to|am not able to) do (it|that|this)? .. {moment} .. (after all|any more|
            anymore|now|i am afraid|sorry|instead)?
        (something|conflict|emergency|urgent|issue|meeting|thing) .. (has|have|just)? (came|come|cropped|popped|arisen|arose|
            pulled) (up|in|out)
        (trying|try) again (next|on|another|tomorrow|later)
        (had to|have to|has to|having to|needs to|need to|must|obliged to) (pull out|drop out|back out|bow out|duck out|bail|
            bail out|bow out)
        (nobody|no one|none of us|interviewer) .. (joined|dialed|showed|called|turned up|was there|on the call|missed)
        (bail|bailing|back out|backing out|skip|pulled out|pulling out|backed out) (on|out|of) .. (you|us|our|the|interview|
            call|{moment}|your)
        (i|we|he|she|they) (will|shall)? (can not|not be|will not be|not be back|not be back in|be out|be away) (here|there|
            in|around|back|available|free|reachable|on site) .. {moment}
        not book any travel
        """,
        mood=Mood.STATEMENT,
        unless="""
        (not|unable to|can not|no longer) .. (offer|invite|progress|proceed|consider|respond|reply|answer|commit*|budget|
            decide)
        (if|should) you
        your application
        ^ (can not|unable to|i can not) (make|attend|keep)
        (confirm|accept|reschedule|yes) i can not
        (all|every|everyone|each|other|some|many) (applicants|candidates|who applied|of the candidates|applicant|candidate)
        you (can not|are unable|will not|can no longer|are not able|no longer)
        (decision|appointment to|make any appointment|an answer|feedback|contract|offer)
        late .. (will|can) not
        (can|could) not do {hour} (months|days|hours|weeks|years|k|percent)
        i will (show|tell|explain)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "another_time",
        2.4,
        """
        (find|finding|sort|arrange|set up|look for|send|propose|suggest|offer|choose|pick|fix|get|give|come back with|have|
            book|schedule|agree|work out|come up with|share|provide|advise|come|do|try|hold|secure|obtain|supply|organize|
            line up|open|block|talk about|ring about|call about|need) .. (another|new|different|alternative|alternate|
            some other|fresh|revised|replacement|other) (time|date|day|slot|times|dates|options|slots|appointment|days|
            interview time|interview date|window|windows|interview slot|availability|proposal|appointments)
        (new|another|alternative|alternate|later|revised|future|fresh|next|rescheduled|updated|other) (interview)? (date|
            dates|time|times|timing|timings|slot|slots|day|schedule|appointment|invites|invite|notice|invitation) .. (to be|
            will be|is set|once|as soon|advised|announced|confirmed|yet|communicated|follow|tba|tbc|shall be|will follow|
            shall follow|intimated|informed|notified|to come|in due course|will come|conveyed)
        (to|at|for|until) (a|some) (later|date|another|future|subsequent|further) .. (date|time|be advised|stage|notice|day)
        not (yet)? have (a|any|the) (new|fresh|other) (date|time|dates|slot)
        (be in touch|in touch|get back|come back|reach out|reach you|contact you|contacted|revert|write|return|ping you|
            call you|ring you|text you|email you|let you know|advise you|inform you|update you|follow up|shout|
            holler) .. (with|about|on|regarding|once)? .. (new|fresh|alternative|alternate|other|another|revised|different|
            replacement|rescheduled) .. (date|dates|time|times|slot|slots|options|schedule|proposal|appointment|day|days|
            windows|arrangements)
        (back|come back|return|revert) .. (with|to you with) (some|a few|other|new)? (alternatives|options)
        (she|he|they|we|i|office|assistant|team|hr) (will|shall|would|going to) .. (offer|send|propose|suggest|share|have|
            come back with) .. (alternatives|replacement|fresh times|new times|other times)
        (new|fresh|other|next|revised) .. (date|time|slot) .. (intimated|communicated|in due course|shortly|soon|notified)
        (get|put) you back (on|in|into) .. (schedule|calendar|diary|books|book)
        (do|hold|have|try|talk|meet|pick up|speak) .. (another|some other|a different|a later) (time|day|week|date)
        """,
        unless="""
        (if|should|in case) (you|none|these|this|it|they|that|none)
        ^ (pick|choose|propose|suggest|select|find|book|grab) .. (another|new|different|alternative)
        (clashes|collides|none of|neither|does not work|does not suit)
        (please|kindly) (propose|suggest|choose|pick|select|advise) .. (alternative|another|new|alternate)
        """,
    ),
    rule(
        _KIND,
        "new_time_later",
        1.6,
        """
        (alternative|other|new) arrangements
        (another|alternative|different) (venue|day|date|time)
        back on the (books|calendar|diary)
        (rebuild|redo|rework|rearrange) the (schedule|agenda|day)
        to arrange a new
        (until further notice|tbd|tba)
        (with|have|send) (you)? (new|more|other|alternative) (times|dates|options|slots|availability)
        (apologize|apologies|sorry) .. (inconvenience|short notice|last minute|trouble|late notice|mix up|shuffle|confusion|
            hassle|runaround|disruption|disappointment|messing)
        (on|such|very|at) short notice
        (inconvenience|inconveniences) .. (regretted|excuse|highly regretted|caused)
        (mess|messing|muck|mucking|jerk|jerking) you (around|about)
        (once|when|as soon as|until|after) .. (dust settles|on (his|her|my|their|our) feet|reopens|reopen|is fixed|are fixed|
            is over|clears|recovers|recovered|feeling better|back to normal|normal service|returns to normal|calms down|
            died down|are back up|is well)
        """,
        unless="(if|should|in case) (you|none|these)",
    ),
    rule(
        _KIND,
        "indisposed",
        1.2,
        """
        (off|down|out|ill|sick) with (covid|flu|a cold|a fever|a migraine|food poisoning)
        (stuck|stranded) (in|at|on)
        (is|are|am|be|been|was|off|out|feeling|fallen|taken|home|kid|has) .. (sick|ill|unwell|under the weather|poorly|covid|
            flu|hospital|injured)
        (sudden|unforeseen|unexpected|urgent|unavoidable|some) (business|trip|circumstances|matter|meeting|commitment|absence|
            events|reasons|exigencies|engagement)
        (shut|closed|burst pipe|escalation|incident|outage|machine is bust|fire alarm)
        (sick|illness|bereavement|family emergency|tested positive|sick leave|passed away|strike|power cut|outage|storm|snow|
            flooding|flood|roads are closed|weather|flight was|travel disruption|unavailability|unforeseen|unexpected)
        (urgent care|emergency surgery|emergency room|hospitalised|hospitalized|in labor|into labor|gone into|fever|jury duty|
            jury service|funeral|sprained|broken|broke (his|her|my)|ankle|migraine|vomiting|contagious|laryngitis|lost (his|
            her|my) voice|hurricane|blizzard|typhoon|bandh|curfew|hartal|load shedding|no power|no internet|power is out|
            water main|evacuated|evacuation|snowed in|black ice|ice storm|earthquake|heatwave|gas leak|quarantine|isolating|
            isolation|pinged|lockdown|ransomware|hacked)
        """,
        unless="sick (pay|days|leave policy|children|patients)",
    ),
    *cancellation_indirect.RULES,
)
