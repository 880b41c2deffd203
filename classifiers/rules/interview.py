"""Interviews: asked for (invitation), fixed (confirmation), called off (cancellation).

What tells them apart is who has settled the time: a question or a choice of slots invites, a day and an hour stated as a fact
confirm, and a meeting that falls without a new hour is cancelled. `classifiers.verdict` settles the mixed cases.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_INVITATION = MessageKind.INTERVIEW_INVITATION
_CONFIRMATION = MessageKind.INTERVIEW_CONFIRMATION
_CANCELLED = MessageKind.INTERVIEW_CANCELLED

_MOVING = """
    (cancel|reschedule|rearrange|change) .. (if|click|link|links|below|here|visit)
    (need|needs|want|wish|like) to (make changes|cancel|reschedule) .. (link|click|please|let|here|below|at least|call)
    if you (need|have|wish|want|would like|must|can not|are unable|should)
    (to|please) (reschedule|cancel) .. (click|visit|use|reply|call|contact|follow)
    (none|neither|no) of (these|those|the|them)
    (24|48|12) hours
"""

INVITATION_RULES = (
    rule(
        _INVITATION,
        "invited",
        2.8,
        """
        (invite|inviting|invited|invitation) (you)? .. (to|for) .. {talk}
        (invite|inviting|invited) you .. (to|for) .. (interview|meet|speak|talk|visit|come|discuss|next round|next stage|second round|final round|onsite|first round|join us|attend)
        (invitation|invite) .. interview
        (selected|shortlisted|short listed|chosen|picked) .. (for|to) .. (interview|phone|interviews|next|round|stage|shortlist|meet|talk|take part|speak)
        (shortlisted|short listed) for (the|our|this) (post|role|position|job|vacancy|interview)
        (placed|put|got) you on the (shortlist|short list)
        (made|make) it (to|onto|on) the (shortlist|short list|next round|next stage|interview)
        (move|moving|progress|progressing|advance|advancing|take|taking|bring|bringing|put|putting) (you|your application) (forward|ahead|through|on|along)? .. (to|in|into|for) .. (next|second|third|final|first|interview|round|stage|step|phone|technical)
        (bring|have|get|see|fly) you (back|in|over|out|on site|onsite) (for|to|and|next|this|on|again|some time)
        (come|coming|stop|pop|drop|swing) (in|by|over|round|along|down|to the|to our|up) .. (for|to meet|and meet|to interview|to see|to talk|chat|interview|office|talk|tea|coffee|look around|trial)
        (would|will) (like|love) to (interview|meet) you
        (want|wants|wanted|keen|hoping|eager|happy|glad|pleased|excited|looking|like|love) to (interview|meet|see|talk to|talk with|speak to|speak with|chat with|sit down with|host|visit with|get to know|learn more about|connect with|hear more about|find out more about) (you|your)
        (want|wants|wanted|keen|hoping|eager|happy|glad|pleased|excited|looking|like|love) to (have a chat|have a call|have you in|have a conversation|set up|arrange|schedule|line up|organize) .. (you|time|call|chat|interview|conversation|meeting|phone|half hour)?
        (next|first) (step|stage|round) .. (is|will be|would be) .. {talk}
        (like|love|delighted|thrilled) .. to .. (schedule|arrange|set up|organize|book|find a time|find some time|line up|fix|get|plan|coordinate) .. {interview}
        (like|love|delighted|thrilled) (you)? to .. (meet|speak|talk|chat|connect|learn more|hear more|get to know|visit|discuss|interview|sit down|hop on|jump on|have a|find out more|grab|see you|bring you|invite|continue|move forward|progress)
        (schedule|arrange|set up|organize|book|line up|fix up|get .. on the|put .. on the) (a|an|your|some|the|our|that|this|another) .. (interview|call|chat|conversation|meeting|screen|time|intro|session|video|phone|calendar|books|diary)
        (we|i|he|she|they|partner|manager|director|mr|ms|mrs|dr) .. would (be)? (pleased|happy|delighted|glad|like|love) to (meet|see|talk|speak|interview) (with)? you
        (we|i) .. would .. (interview|meet|host) you
        (get|getting|put|putting) you (talking|speaking|in front|connected|on the phone|set up|in touch|together|booked) (to|with|of)?
        (they|he|she|client|team|manager|director) .. (want|wants|would like|would love|wanted) to (see|meet|interview|talk|speak) .. you?
        (hear|see) you (give|present|teach|speak|in action)
        (like|want|love) a (word|chat|moment|conversation) with you
        worth meeting
        (request|requested|require) your (presence|attendance|company)
        (invite|invited|inviting|invitation) .. to .. (assessment|selection|open) (centre|center|day)
        (come|pop|drop|call|stop) (in|by|over) .. to meet (us|the two|our|me|with|everyone)
        through to the (next|second|final|interview) .. (stage|round)?
        you (are|have got|have made it|made it) through
        (hope|like|able|welcome|pleased|ask) .. you .. (attend|come to|come along|visit) .. (selection|interview|assessment|us|our|on|for)
        (like|want|wants|invite) .. you to (visit|come|meet|speak|attend|join us for|talk)
        (telephone|phone|call|contact|ring|email) .. to (arrange|set up|fix|book|schedule|organize) .. (time|hour|appointment|interview|meeting|call|convenient|date|visit)
        mutually convenient
        (next|following) (conversation|interview|call|chat) is .. (with|discussion|technical|interview|minute)
        """,
        unless="""
        (selected|shortlisted|those|only|successful|some|qualified|suitable) (candidates|applicants)
        (candidates|applicants) (who|whose|that|will|selected)
        (will|may|shall) be (invited|contacted|called|asked)
        (invitation|invited|invite) .. (complete|test|assessment|challenge|sign|review|document)
        (demo|webinar|podcast|study|survey|research|class|course|admission*|program|patient|client meeting)
        (sent|updated|updating|sending|send) .. (invite|invitation)
        not .. (selected|shortlisted|invite|inviting|be)
        no longer
        (thank|thanks) .. (meet|meeting|coming|interviewing)
        """,
        implies=0.3,
    ),
    rule(
        _INVITATION,
        "asks_availability",
        2.5,
        """
        (let|tell|send|share|give|provide|advise|indicate|state|reply|drop|email|shoot|suggest|propose|offer|confirm|inform|fill|mention|text|need|have|get|know|list|submit|enter|note|update|specify) .. (availability|availabilities|available|times|slots|windows|free|dates|preferred|preference|preferences|suitable time|convenient time|what suits|which suits|what works|whichever works|best time|a time|days and times|good time|preferred slot)
        let (me|us) know (if|whether) {when} .. (works|suits|is|would|fits)
        (let|tell|advise|indicate) .. (me|us|know) .. (which|what|when|whether|if) .. (suit*|work*|prefer|free|available|best|convenient|can|could|good|possible|you would|ok|okay|manage|come)
        (your|you) .. availability (for|next|this|over|in|on|during|to|tomorrow|and)
        (what|which|when|whenever) .. (suits|suit|works|work|best|good|convenient|free|available|easiest) .. (you|your|best|next|this|for|week)
        (when|what time|what day|what days|what times|which day|which time|which date|how soon) .. (are|is|would|can|could|might|do|will|works|work) .. (you|your) .. (free|available|talk|meet|speak|chat|come|around|like|have|suit|work|prefer|time|best|make it|do a|reach|call)
        any time (after|before|between|from|that)
        (throw|fire|ping|lob|chuck) (us|me) .. (options|times|dates|days)
        (how|what) (does|do|is|are|would) .. (your|you|next|this|the) .. (calendar|schedule|week|diary|availability|look|looking|around|free|available)
        kindly confirm your availability
        (whether|if) you (could|can|might|would be able to) (come|meet|attend|visit|make|join)
        (say|tell) which
        (which|what) one can you
        (find|pick|agree|fix|choose|work out|sort out) a .. (time|day|date|slot) (that|which|to|when|for|suits|works|next|this|convenient|together)
        """,
        unless="""
        demo|webinar|delivery
        (new|another|alternative|different) (time|date|day|slot|times|dates)
        """,
        hypothetical=False,
    ),
    rule(
        _INVITATION,
        "asks_free",
        2.3,
        """
        (could|can|would|will) you (pop|come|drop|stop|swing|call) (in|by|over|round|into|to) .. (day|week|time|morning|afternoon|soon|{day})
        have you got .. (minutes|time|half an hour|a moment|an hour)
        shall we (talk|speak|chat|meet|have a|find|set|say|grab)
        (mind|fancy) giving (me|us) a (ring|call|shout|bell)
        (would|does|do|could|can|will|might|shall) .. {when} .. (work|suit|be|do|sound|fit|possible|ok|okay|convenient|good)
        would .. (morning|afternoon|evening|lunchtime) .. (suit|work|be)
        (which|what) (one|day|time|date|of those) can you (do|make|manage)
        (how about|what about|how is|how does|how would|shall we say) .. ({day}|{clock}|this week|next week|sometime)
        are you .. (free|available|around|able|reachable|in town|up) .. (on|this|next|to|at|for|tomorrow|today|later|sometime|any|between|{day})
        (are|is|would|will) you .. (free|available) .. (call|chat|talk|speak|interview|meet|meeting|conversation|quick|{day})
        (do|would|might) you have .. (time|minutes|availability|half an hour|half hour|moment|window|slot|hour|space|an hour)
        (free|available) (to|for) .. (chat|talk|speak|meet|hop|jump|discuss|interview|come|visit|call)
        (can|could|may|shall|might) (you|we) .. (meet|speak|talk|chat|come|hop|jump|connect|interview|find a time|call|manage|do|make) ... ({day}|{clock}|this week|next week|sometime|tomorrow|early|later|soon|any|either|for an interview|half an hour)
        (able|possible|convenient|manage) .. to (attend|come|join|make|meet|speak|talk) .. {when}
        (fancy|up for|keen on|care for) .. (coming|a chat|a call|meeting|a coffee|a cup|popping|talking|quick)
        """,
        mood=Mood.QUESTION,
        unless="""
        demo|webinar
        (new|another|alternative) (time|date)
        """,
    ),
    rule(
        _INVITATION,
        "choose_a_slot",
        2.5,
        """
        (book|pick|choose|select|grab|reserve|claim|find|secure|snag|block) (a|an|your|any|one|some|whichever|the|from|time|30|15|20|45|yourself|out) .. (time|slot|times|slots|half hour|date|appointment|hour|minutes|window|calendar|spot|day|options|interview)
        (book|schedule|pick|choose|select|grab) .. (time|interview|call|slot|yourself|directly|straight|chat|conversation|meeting|screen) .. (using|via|through|on|with|in|at|from|by clicking|here|below|that) .. (my|our|the|this|link|calendar|below|page|portal|works|scheduler|suits|following|url:*)
        (use|click|follow|via) .. (link|button|calendar|scheduler|page|below) .. (to|and) .. (schedule|book|choose|pick|select|find|reserve|sign up|arrange|self schedule|confirm|set up)
        (schedule|book) your (interview|call|phone|conversation|chat|screen|visit|first|intro)
        (self schedule|scheduling link|booking link|calendar link|booking page|my calendar|my calendly|our calendly|schedule here|book here)
        (following|available|open|below|these|possible|free|several|few|two|three|some) (interview)? (slots|times|dates|time slots|timeslots|windows|appointments)
        (following|available|open|these) (interview)? (options|days|openings)
        (which|whichever|any|one) of (these|those|the following|the above|them|the slots|the times|the options|the dates) .. (suit*|work*|prefer|best|you|convenient|is|are)?
        (host|offer|see|do|meet|interview|manage|accommodate|speak|talk|have) .. (you|on)? .. ({day}|{clock}) or {day}
        ({day}|{clock}) .. or .. ({day}|{clock})
        either {day}
        (attached|doodle|the|this|a) poll
        let .. know .. which .. (time|date|day|slot|option|one) .. (prefer|suit*|work*|best|you|convenient)
        first come first served
        (choose|pick) (whatever|whichever|what|any) .. (works|suits|best)
        either (of)? (those|these|one) .. (good|work|works|suit|any|ok)
        (is|are|am) free .. {day} .. (or|and) .. ({day}|{clock}|after|before|morning|afternoon)
        (reply|respond) .. (yes|with) .. (number|day|time|choice|slot)
        (confirm|tell|advise) .. which (date|day|time|slot|one)
        day (that|which) suits you
        """,
        unless="""
        (if|should) you .. (change|reschedule|cancel)
        (choose|find|pick|select|book) (a|an)? (new|another|different)
        class|seat|vaccin*
        (change|cancel|edit|reschedule) .. (booking|appointment|your)
        """,
        hypothetical=True,
    ),
    rule(
        _INVITATION,
        "booking_link",
        1.6,
        """
        (url:calendly.com|url:cal.com|url:savvycal.com|url:calendar.app.google|url:hubspot.com|url:meetings.hubspot.com|url:doodle.com|url:app.goodtime.io|url:goodtime.io|url:modernloop.io|url:youcanbook.me|url:acuityscheduling.com|url:outlook.office365.com|url:zcal.co|url:tidycal.com|url:book.ms|url:koalendar.com|url:chilipiper.com)
        (url:book*|url:schedul*) ..
        calendly link
        """,
        unless="(cancellations|reschedulings|cancel|reschedule)",
    ),
    rule(
        _INVITATION,
        "next_round",
        1.0,
        """
        (next|second|third|final|first|further|another|2nd|3rd|last) (round|stage|step|steps|interview|phase|conversation|level)
        (congratulations|congrats|great news|good news|happy to|pleased to|excited to|glad to)
        (impressed|enjoyed|liked|loved|caught our) .. (application|resume|cv|profile|background|letter|documents|portfolio|read|saw|work|conversation|meeting|eye|talking|speaking|chatting)
        (initial|introductory|intro|first|brief|short|quick|exploratory|informal|phone) (call|chat|conversation|interview|screen|discussion|meeting)
        """,
        unless="not|unsuccessful|candidates (who|whose)",
    ),
)

CONFIRMATION_RULES = (
    rule(
        _CONFIRMATION,
        "is_scheduled",
        3.0,
        """
        {interview} .. (is|has|was|are|have) .. (confirmed|scheduled|booked|set|arranged|set up|locked in|fixed|finalized|in the diary|on the calendar|all set|now set|taking place|going ahead|down for)
        {interview} .. (confirmed|scheduled|booked|arranged|set) .. (for|on|at|with|as follows|as below) ..
        {interview} (confirmed|scheduled|confirmation|details|itinerary|schedule|agenda|reminder|booked)
        (confirm|confirming|confirms|confirmed|confirmation|verify) .. (your|our|the|this|you|an|of|you for) .. (interview|call|meeting|appointment|conversation|chat|visit|phone|onsite|slot|time|attendance|panel|screen|session)
        (confirm|confirming|confirms|confirmed) .. {day} .. {clock}
        (confirm|confirming|confirmed) (for|you for|us for|we are on for)? .. {day}
        (scheduled|booked|confirmed|arranged|penciled|pencilled|reserved|slotted) (you|you in|your|the|an|us|it|this|you down|everything|in|a)? .. (for|on|at|with|in)? .. ({day}|{clock})
        you (are|have been|will be) (now|all|officially)? (set|booked|confirmed|scheduled|good to go|booked in|down|locked in|on) .. (for|with|to|on|at|in)
        (scheduled|booked|arranged|lined up|fixed) (your|you|the|this) .. {interview}
        your (interview|slot|time|appointment|session) (is|will be) .. {when}
        ^ interview {when}
        {when} .. (google meet|zoom|teams|webex|ms teams|microsoft teams|video call)
        waiting for you .. {when}
        interview (time|date|day|slot) (is)? .. {when}
        (invite|invitation) for {when}
        have you (down|booked|scheduled|penciled|pencilled|on|in) .. (for|on|at|calendar|diary)
        (interview|call|meeting) .. (will be|is|are) .. (with|on|at|held|via|over|by|in) .. ({day}|{clock})
        (trial shift|trial day|working interview|shift) .. (sorted|all set|is on|booked|arranged) .. {when}?
        (booked|put|got|switched|moved|slotted|squeezed|signed|penciled|pencilled) (you|us|it|that) (in|into|to|up|down|on|over)? .. (for|to|at|on|the)? .. {when}
        (interview|interviews|call|conversation|meeting|onsite|visit) .. (takes place|take place|will take place|will be held|is on|is at|starts at|begins at|start at|will begin|will start|to be held|is tomorrow|is today|will last)
        {interview} .. (for|on|at|this|coming|is) .. {day} .. (at|from|between)? .. {clock}
        """,
        unless="""
        (please|kindly|can you|could you|to|would you) (confirm|verify) .. (availability|available|interest)
        (please|kindly|can you|could you|would you|once you) .. (schedule|book|choose|select)
        appointment (as|to the post)
        no longer (hold|take|be|going|happen*|possible|stand*)
        double booked
        not (yet)? (confirmed|scheduled|set|booked)
        has not been
        (cancelled|postponed|called off|cancel|postpone|will not|can not|removed)
        thank .. {interview}
        (after|since|following|regarding|from) (your|our|the) .. (interview|call|conversation|meeting)
        (would|does|do|could|can|will|how about) .. {day} .. (work|suit)
        (to|will|can) be (scheduled|confirmed|arranged|set)
        (have|had|need|want|would|like|love|trying) .. to (schedule|reschedule|cancel|arrange|set up)
        """,
    ),
    rule(
        _CONFIRMATION,
        "see_you_then",
        2.2,
        """
        (see|meet|speak|talk|chat|catch) (to|with)? you .. (on|at|then|this|next|tomorrow|{day}|{clock}|there) .. ({day}|{clock})?
        (see|speak to|speak with|talk to|talk with) you .. ({day}|{clock})
        (speak|talk|chat|see you) (then|tomorrow|soon then|there)
        talk then
        (look|looking|looks) forward to .. (meeting|speaking|seeing|talking|chatting|connecting|welcoming|having|our|your|hosting|interviewing|catching) .. (you|with|with you|chat|call|interview|conversation|meeting|visit|to you|up)? .. ({day}|{clock}|then|next week|tomorrow)
        excited (for|to) .. (meet|see|talk|chat|speak) .. (you|with you)? .. ({day}|then)
        """,
        unless="""
        (thank|thanks) .. (meeting|speaking|talking|seeing)
        would
        (enjoyed|great|good|nice|pleasure|lovely) .. (meeting|speaking|talking|seeing|to meet)
        """,
    ),
    rule(
        _CONFIRMATION,
        "fixed_time",
        2.8,
        """
        {when} .. (works|is fine|is good|is perfect|is great|suits|sounds good|sounds great|it is|is confirmed|then|is ok|is okay|confirmed|would be perfect|is lovely|is set|is on|will do|would work|is ideal)
        (works|fine|good|great|perfect|ideal|suits|lovely) .. (for us|for me|for the team|for everyone|for them|on our|us|at our end|this side|our side|all round|for all|for both)
        let us (do|say|go ahead with|go with|plan|make it|meet|talk|speak|stick with|go for|call it|lock in|book|keep|connect|chat) .. ({day}|{clock})
        (perfect|great|excellent|super|brilliant|lovely|wonderful|good|done|sounds good|sorted|sure|ok|okay|deal|fab|cool|booked) {when}
        (perfect|great|excellent|super|brilliant|lovely|wonderful|done|sounds good|sorted|ok|okay|deal) .. {when} .. (it is|then|works)
        (i|we|he|she|they|who|manager|team|recruiter|director|someone|somebody|panel|interviewer) .. (will|would|are going to|am going to|is going to) .. (call|ring|phone|meet|see|dial|video call|interview|be waiting|speak|talk|sit down|pick you|be calling|join|wait for|expect) .. (you|with you|to you|me|us)? .. ({day}|{clock})
        will (call|ring|phone|dial|meet|see|pick) you .. {when}
        (expect|expecting) (you|a call|my call|our call|us|the call) .. ({day}|{clock})
        (all set|all good|all booked|all confirmed|good to go|you are on|we are on|still on|locked in|in the diary|on the calendar|in the calendar|in my diary|on my calendar|got it down|confirmed) .. (for)? .. ({day}|{clock})
        (you|we) (will|are) .. (meet|meeting|speak|speaking|talk|talking|be meeting|be speaking|be talking|seeing|start|interview) .. (with)? .. (on|at|from)? ({day}|{clock})
        (plan|be here|get here|come|arrive) (for|on|by|at|about|around) .. {when}
        (as|per) (agreed|discussed|arranged) .. ({day}|{clock})
        (still|we are|you are|all) (good|on|ok|set|fine|go|happening) for .. {when}
        (time|date|everything|it) (stays|stands|remains|is unchanged|the same|still) .. (as agreed|as is|the same|as planned|{clock}|{day})?
        """,
        unless="""
        if .. (works|suits|is fine|is good)
        (which|whichever|what|whatever|any) .. works
        (or) .. ({day}|{clock})
        (decide|decision|answer|news|deadline|offer|contract|start on|back to you|hear)
        (not|can not|no longer) .. (make|meet|attend|work|works|join|hold)
        would .. (like|love) to
        (best|good) for me
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _CONFIRMATION,
        "moved_to",
        3.0,
        """
        (moved|rescheduled|changed|pushed|brought|shifted|bumped|switched|rebooked|rearranged|postponed|delayed) .. (to|for|until|till|forward to|back to) .. {when}
        (moved|rescheduled|pushed|shifted|bumped|switched|changed) .. (interview|call|meeting|conversation|chat|it|you|us|appointment|session|slot) (back|forward|up)? to {hour}
        (moved|rescheduled|pushed|shifted|bumped|brought|postponed|changed|re scheduled) .. (interview|call|meeting|conversation|chat|it|you|us|this|appointment|session|slot|time|date|screen) .. (to|for|until|till|from) .. {when}
        (move|push|reschedule|shift|moving|pushing|rescheduling|bump|bumping|postpone|change) .. (interview|call|meeting|conversation|chat|it|you|us|this|appointment|session|slot|time|date|screen) .. (to|until|till|from) .. {when}
        (new|updated|revised|amended|changed) (time|date|slot|schedule|appointment|interview time|details|start time|day) (is|will be|for|below|of|are|would be|now)? .. {when}
        (instead of|rather than|not) .. ({day}|{clock}) .. (at|now|to)? ({day}|{clock})
        ({day}|{clock}) (instead|rather than)
        (will|is|takes place|take place) now .. (be|on|at|take place|start|begin|in|held|happen|happening|run) .. ({day}|{clock})
        """,
        unless="""
        would|could|can you|can we|possible|if|shall|are you|do you|or
        (decision|announcement|deadline|start date|debrief|meeting of)
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _CONFIRMATION,
        "details_of_it",
        2.0,
        """
        (here|below|find|attached|following|these) .. (details|agenda|itinerary|schedule|logistics|joining instructions|directions|particulars|information|plan|line up|lineup|running order) .. (for|of|about|on|your) .. (interview|onsite|visit|conversation|call|day|meeting|panel|{day}|{interview})
        (agenda|itinerary|schedule|line up|lineup|logistics|joining instructions|interview guide|prep|format) (for|of) (your|the|our) .. (interview|onsite|visit|conversation|call|day|meeting|panel|loop|{day}|virtual)
        (you will|you are going to|you would) (be)? .. (meet|meeting|speak|speaking|talk|talking|interview|interviewing|interviewed|chat|chatting|seeing|joined|greeted|met) .. (with|by|to)
        (final|full|your|detailed) (schedule|itinerary|agenda|timetable|running order) (for|of) (your|the) .. (visit|interview|day|onsite|trip)
        (ask for|report to) ..
        (ask for|report to|check in with|come to|go to) .. (reception|front desk|gate|me|at the|main lobby|security|desk|lobby|entrance|floor|building)
        (bring|bringing|carry) (along)? (a|your|along|some|two|the|any|proof|original|photo|government|valid) .. (id|photo|passport|certificates|certificate|resume|portfolio|identification|license|licence|documents|cv|copies|laptop|original|diploma|references|photos|right to work)
        (please|do|kindly|aim to|try to)? arrive .. (minutes|early|time|by|at|between)
        (join|joining|dial|connect|log in|log on) .. (link|meeting|teams|zoom|meet|webex|by|from|url:*|using|via)
        (meeting id|passcode|dial in|zoom link|teams link|meet link|google meet|video link|join zoom|microsoft teams|meeting link|joining link|video conference)
        (same|the) (link|place|time|room) (as|is|works|will)
        (plan on|should take|will take|lasts|will last|allow|takes|budget|set aside|expect it) .. (minutes|min|mins|hour|hours|half)
        (park|parking) .. (in|at|on|lot|is|available|behind|street|visitor)
        """,
        unless="""
        (test|assessment|challenge|exercise|questionnaire|task|quiz|webinar|job|role|position|salary)
        (would|could|can) (you|we) .. (meet|speak|talk|chat)
        (meeting|meet) .. (other|more|another) (candidates|people)
        """,
    ),
    rule(
        _CONFIRMATION,
        "reminder",
        2.4,
        """
        (reminder|remind|reminding) .. (your|our|you|about|of|the|upcoming) .. {interview}
        {interview} reminder
        (reminder|remind) .. ({day}|{clock})
        (upcoming|tomorrow|today|forthcoming) (interview|call|meeting|conversation|onsite|visit)
        (your|our|the|first|second|final|phone|video) {interview} .. (tomorrow|today|in 24 hours|in 1 hour|coming up|is approaching|next week)
        """,
        mood=Mood.STATEMENT,
        unless="""
        cancel*|postpone*|not able|move|test|assessment|expire*|complete|off|can not hold
        thank|webinar|great|enjoyed|nice
        """,
    ),
    rule(
        _CONFIRMATION,
        "fields",
        1.8,
        """
        (date|day|when|interview date|scheduled for|date and time|date time) (and time|time|is|of interview)? (is)? .. {day}
        (time|at|interview time|start|start time|when|hour|duration) (is)? (from)? {clock}
        {weekday} .. {day} .. (at|from|between)? {clock}
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _CONFIRMATION,
        "place",
        0.9,
        """
        (venue|location|where|place|address|platform|mode|format|link|room|interviewer|interviewers|panel|contact person|participants|attendees) .. (teams|zoom|meet|floor|street|office|building|level|room|webex|video|phone|call|road|hall|tower|avenue|campus|url:*|in person|skype|centre|center)
        """,
        unless="after|back to you",
        mood=Mood.STATEMENT,
    ),
    rule(
        _CONFIRMATION,
        "invite_sent",
        1.3,
        """
        (new|updated|revised) (invite|invitation)
        (calendar|meeting|zoom|teams|outlook|google)? (invite|invitation|hold|link|event|placeholder) .. (sent|on its way|follow|follows|shortly|coming|updated|send|sending|just went|in your inbox|attached|should have|to come|arrive|been updated)
        (sent|send|sending|updated|resend|resent|forward|update|shoot|ping) (you|over|across|out)? (a|an|the|your|our|you)? .. (calendar|meeting|zoom|teams|invite|invitation|link|ics|hold|dial in)
        in the (invite|invitation)
        """,
        unless="(once|when|if|after) (you|we|i) .. (pick*|choose*|know|let|reply|have|hear|get)",
    ),
)

CANCELLATION_RULES = (
    rule(
        _CANCELLED,
        "called_off",
        3.0,
        """
        (cancel|cancelling|cancelled|call off|called off|calling off|postpone|postponed|postponing|scrub|scrap|pull) .. {interview}
        (cancel|cancelling|cancelled|call off|postpone|postponed|postponing) .. ({day}|{clock}|{part_of_day}|it|things|everything|all|them|us|this week|next week)
        {interview} .. (cancelled|postponed|called off|scrapped|withdrawn|removed|deferred|adjourned|suspended|is off|off i am afraid|not go ahead|not be going ahead|not take place|not taking place|not happen|not happening|not be happening|not be going|not going ahead|no longer taking place|no longer going ahead|fallen through|not be able to go ahead)
        (postponement|cancellation|cancelled) .. (of|interview|call|meeting|appointment|your|event)
        (has|have|is|are|was|been|be) (cancelled|postponed|called off) .. (by|due|because|until|as|for|to a|and|on|at|the)?
        (stop|stopping|suspend|suspending|cancel|pause|hold off on) .. (interviews|meetings|interviewing) .. (until|with|for|this)?
        (take|remove|delete|drop) .. (off|from) (your|the) .. (calendar|diary|schedule)
        (tomorrow|today|{day}|interview|meeting|call) (is)? off
        ({day}|interview|meeting|call) .. (is off|off i|being off)
        {interview} .. (no longer) .. (hold|take|stand|go ahead|happen|possible)
        (put|putting) .. (interview|interviews|meeting|call|conversation) off
        no interview (today|tomorrow|{day}|this week)
        not .. needing you to (come|join|attend)
        not (showing|turning|dialing|dialling|calling) (up|in) (to|for|on|at)
        (can not|not able to|will not be able to|unable to|not going to be able to) .. (hold|host|do|run|go ahead with|conduct|keep) .. (interview|interviews|call|meeting|appointment|chat|conversation|it|session|visit)
        event .. cancelled
        {day} .. (will not|does not|is not going to|not) work (after all|any more|anymore|now|out)?
        (can not|will not|not) .. (make it|work|happen|meet|go ahead|come) after all
        not come .. ({day}|in|to)
        (withdraw|withdrawing|revoke) .. (interview|appointment|invitation)
        (hold off|holding off) .. (conversation|interview|call|meeting|{day}|{interview})
        (interviews|interview) .. (can not|will not|could not) .. (go ahead|take place|proceed|happen|be held|continue)
        (please|kindly) (disregard|ignore) .. (invitation|invite|interview|previous)
        """,
        unless="""
        (if|should|need to|want to|wish to|have to|like to) you .. (cancel|reschedule|postpone)
        (to|or) (cancel|reschedule) .. (click|link|links|use|visit|below|please|let|call|contact|reply|at least|your)
        need to .. (cancel|reschedule) .. (please|link|click|call (us|me)|let|contact us|use|at least|email)
        (role|position|vacancy|requisition|posting|job|hiring plan) .. (cancelled|withdrawn|removed|suspended)
        (your|the) (subscription|order|membership|account|reservation|booking|trip|flight|plan|trial|payment)
        (cancel|reschedule) (or|using|at|anytime|any time|up to|your|link|here)
        (decision|deadline|budget|project|launch) .. (postponed|deferred)
        """,
    ),
    rule(
        _CANCELLED,
        "must_move",
        2.7,
        """
        (need|needs|have|has|going|must|forced|had|got|having|needed|like|want|wondering|hoping|might|may|am afraid) .. to .. (cancel|postpone|reschedule|push|move|rearrange|bail|re schedule|shift|call off|bump|delay|defer|push back|rain check|re arrange|change|adjourn) .. (interview|call|meeting|chat|conversation|it|this|our|your|the|on|{day}|{clock}|things|you|out|back|to|again|time|date)?
        (must|shall|having to|had to) (cancel|postpone|reschedule|move|put off|delay|push back)
        (could|can|may|would|might|shall) (we|you|i) .. (move|push|reschedule|postpone|shift|rearrange|change|do) .. (interview|call|meeting|chat|conversation|it|this|to later|to another|to a different|our|another|different|instead)
        (asked|asking|asks|wants|requested|needs) .. (reschedule|postpone|move|push|another day|a different time|a different day)
        (rescheduling|postponing|moving|pushing|re scheduling) (your|our|the|this|of|it|today|tomorrow)
        (take|taking|ask for|need) a rain ?check
        rain check
        (possible|possibility|open|okay|ok|alright|mind) .. (to|of|if we) .. (move|push|reschedule|postpone|shift|rearrange|rescheduling|moving|pushing)
        """,
        unless="""
        (if|should|in case) you .. (need|wish|want|have|must|would|are|can not|like)
        (need|want|have|wish|required) to .. (reschedule|cancel|change|move) .. (please|link|click|call (us|me)|let (us|me)|contact us|use|at least|email|reply|simply|visit)
        (you|candidates) (need|want|wish|have|would like|must) to .. (reschedule|cancel|change|move)
        (move|push|moving|pushing) .. (forward|ahead|on with|you|your application|with your)
        (decision|hiring|start date|process|deadline|timeline|offer) 
        to (make|change) .. changes
        let .. know .. if
        """,
        negatable=False,
    ),
    rule(
        _CANCELLED,
        "can_not_make_it",
        2.3,
        """
        {day} is no (good|longer possible)
        (can not|not able to|unable to|will not|no longer) take part
        (have|had) to drop it
        (unable|not able|not be able|can not|will not|no longer able|no longer|not going) .. (make|take part|attend|join|keep|meet|speak|be there|be able to|do) .. (our|the|your|today|tomorrow|it|{day}|{clock}|call|interview|time|meeting|appointment|then|slot|this|that|you)
        (something|conflict|emergency|urgent|issue|meeting) .. (has|have|just)? (came|come|cropped|popped|arisen|pulled) (up|in|out)
        (pulled|called) (into|in to|away|in|onto) (a|an|to|for|on|by|another)
        not do {when} after all
        (try|trying) again (next|on|another|tomorrow|later|this)
        (double booked|scheduling conflict|calendar conflict|clash|conflict on|a conflict)
        (nobody|no one|none of us|interviewer) .. (joined|dialed|showed|called|turned up|was there|on the call|did not|missed)
        (missed|missing) (our|your|the) .. (call|interview|meeting|appointment)
        (bail|bailing|back out|skip) (on|out|of|our|the)
        (can not|could not) (get to|reach|make it to|travel to)
        not book any travel
        """,
        unless="""
        (not|unable to|can not|no longer) .. (offer|invite you|progress|proceed|consider|respond|reply|answer|commit*|budget)
        (if|should) you
        your application
        """,
        negatable=False,
    ),
    rule(
        _CANCELLED,
        "another_time",
        2.3,
        """
        (find|finding|sort|arrange|set up|look for|send|propose|suggest|offer|choose|pick|fix|get|give|come back with|have|book|schedule|agree|work out|come up with|share|provide|advise|come) .. (another|new|different|alternative|alternate|some other|fresh) (time|date|day|slot|times|dates|options|slots|appointment|days|one|interview time|interview date|window)
        (new|another|alternative|later|revised|future) (date|time|slot|day) .. (to be|will be|is set|once|as soon|advised|announced|confirmed|yet|communicated|follow|tba|tbc|next week|when|next)
        (to|at) (a|some) (later|date|another|future) .. (date|time|be advised|stage|notice|day)
        not have a new (date|time)
        """,
        unless="(if|should|in case) (you|none|these)",
    ),
    rule(
        _CANCELLED,
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
        (apologize|apologies|sorry) .. (inconvenience|short notice|last minute|trouble|late notice|mix up|shuffle|confusion|hassle)
        (on|such|very|at) short notice
        """,
        unless="(if|should|in case) (you|none|these)",
    ),
    rule(
        _CANCELLED,
        "indisposed",
        1.2,
        """
        (off|down|out|ill|sick) with (covid|flu|a cold|a fever|a migraine|food poisoning)
        (stuck|stranded) (in|at|on)
        (is|are|am|be|been|was|off|out|feeling|fallen|taken|home|kid|has) .. (sick|ill|unwell|under the weather|poorly|covid|flu|hospital|injured)
        (sudden|unforeseen|unexpected|urgent) (business|trip|circumstances|matter|meeting|commitment|absence|events)
        (shut|closed|burst pipe|escalation|incident|outage|machine is bust|fire alarm)
        (sick|illness|bereavement|family emergency|tested positive|sick leave|passed away|strike|power cut|outage|storm|snow|flooding|flood|roads are closed|weather|flight was|travel disruption|unavailability|unforeseen|unexpected)
        """,
        unless="sick (pay|days|leave policy|children|patients)",
    ),
)

RULES = INVITATION_RULES + CONFIRMATION_RULES + CANCELLATION_RULES
