"""An interview with a settled time: a day and an hour stated as a fact, a new time after a move, a reminder.

Meetings of every walk of life are confirmed in these words; the job-context gate keeps them apart. How people agree on a time
among themselves stands in `confirmation_agreed`, what goes with a fixed day (joining instructions, itineraries) in
`confirmation_details`.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules import confirmation_agreed, confirmation_details
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_CONFIRMATION

RULES = (
    rule(
        _KIND,
        "is_scheduled",
        3.0,
        """
        {interview} .. (is|has|was|are|have) .. (confirmed|scheduled|booked|set|arranged|set up|locked in|fixed|finalized|
            in the diary|on the calendar|all set|now set|going ahead|down for|rescheduled|rearranged|rebooked|reserved|
            allocated|slated|secured|penciled|pencilled|allotted|still on)
        {interview} .. (confirmed|scheduled|booked|arranged|set|slated|fixed|reserved) .. (for|on|at|with|as follows|
            as below) ..
        {interview} (confirmed|scheduled|confirmation|details|itinerary|schedule|agenda|reminder|booked)
        (confirm|confirming|confirms|confirmed|confirmation|verify) .. (your|our|the|this|you|an|of|you for) .. (interview|
            call|meeting|appointment|conversation|chat|visit|phone|onsite|slot|time|attendance|panel|screen|session|visio|
            booking|round)
        (confirm|confirming|confirms|confirmed) .. {day} .. {clock}
        (confirm|confirming|confirmed) (for|you for|us for|we are on for)? .. {day}
        (scheduled|booked|confirmed|arranged|penciled|pencilled|reserved|slotted|slated|allotted|fixed) (you|you in|your|the|
            an|us|it|this|you down|everything|in|a)? .. (for|on|at|with|in)? .. ({day}|{clock})
        you (are|have been|will be) (now|all|officially)? (set|booked|confirmed|scheduled|good to go|booked in|down|locked in|
            on) .. (for|with|to|on|at|in)
        you are in (for|with|on|at) .. {moment}
        (scheduled|booked|arranged|lined up|fixed) (your|you|the|this) .. {interview}
        your (interview|slot|time|appointment|session|place) (is|will be|stays|remains) .. {when}
        ^ interview {when}
        {when} .. (google meet|zoom|teams|webex|ms teams|microsoft teams|video call)
        waiting for you .. {when}
        interview (time|date|day|slot) (is)? .. {when}
        (audition|trial|test|appointment|reporting|arrival|lesson|teaching|start) (time|slot|date) .. (is|will be) .. {when}
        (invite|invitation) for {when}
        have you (down|booked|scheduled|penciled|pencilled|on|in) .. (for|on|at|calendar|diary) .. {moment}
        (interview|call|meeting) .. (will be|is|are) .. (with|on|at|held|via|over|by|in) .. ({day}|{clock})
        (trial shift|trial day|working interview|shift) .. (sorted|all set|is on|booked|arranged) .. {when}?
        (booked|put|got|switched|moved|slotted|squeezed|signed|penciled|pencilled|fitted) (you|us|it|that) (in|into|to|down|
            on|over)? .. (for|to|at|on|the)? .. {when}
        (interview|call|conversation|meeting|onsite|visit|audition) .. (takes place|take place|will take place|will be held|
            is on|is at|starts at|begins at|start at|will begin|will start|to be held|is tomorrow|is today|starts|commences|
            begins) .. ({moment})
        {interview} .. (for|on|at|this|coming|is|tomorrow|today) .. {day} .. (at|from|between)? .. {clock}
        (interview|intvw|interviewed|audition|trial|f2f) (on|this|for|at|is)? {day_and_hour}
        (event|booking|appointment|reservation|meeting|slot|place|date|timing) (is|has been|have been|are) (now)? (confirmed|
            booked|secured|finalized|reserved)
        (slot|appointment|interview|time|place|booking) (is|has|have) (been|now|now been)? (reserved|rearranged|rebooked|
            allocated|rescheduled|secured|locked|allotted|held|assigned|changed to|booked)
        (new|following|below) (appointment|slot|timing) .. (assigned|allocated|booked|reserved)
        (assigned|allocated|allotted|given|granted|offered) .. (following|this|the)? .. (appointment|slot|time|
            interview time) .. {moment}?
        (thank you|thanks) for (scheduling|booking|selecting|choosing|confirming|reserving|accepting) .. (interview|slot|
            place|appointment|call|booking|attendance|time)
        (you have|you) (selected|chosen|booked|picked|reserved) .. (time|date|slot|following|appointment|interview|{day}|
            {moment})
        (employer|company|client|manager|team|they|candidate|school|he|she|interviewer) (has|have)? accepted your .. (time|
            slot|suggestion|proposal|request)
        accepted on your behalf
        {interview} ... (is|has been|have been) (now|all)? (confirmed|booked|scheduled|arranged|secured|set)
        your .. (interview|interviews|audition|visit|meeting) .. (will|is to|are to) (take place|be held|be|start|
            begin) .. {moment}
        (have|got|get) you (set up|down|booked|scheduled|confirmed|on) ... {moment}
        put you (down|in) .. for ... {moment}
        (write|writing) to confirm .. (your|what|that|the|our|my) .. (interview|agreed|appointment|meeting|arrangements|visit|
            conversation|time)?
        it is a date
        (closed the poll|poll is closed|doodle is closed|final date|final time) .. {moment}
        confirmed as (follows|below|under|per|discussed|agreed)
        """,
        unless="""
        (please|kindly|can you|could you|to|would you) (confirm|verify) .. (availability|available|interest)
        (please|kindly|can you|could you|would you|once you) .. (schedule|book|choose|select)
        appointment (as|to the post)
        no longer (hold|take|be|going|happen*|possible|stand*)
        double booked
        not (yet)? (confirmed|scheduled|set|booked)
        has not been
        (cancelled|postponed|called off|cancel|postpone|will not|can not|removed|withdrawn|released|unable|no longer|not able)
        thank .. {interview} .. (yesterday|today|last)
        {interview} .. (you had|we had|went)
        (after|since|following|regarding|from) (your|our|the) .. (interview|call|conversation|meeting)
        (would|does|do|could|can|will|how about) .. {day} .. (work|suit)
        (to|will|can) be (scheduled|confirmed|arranged|set)
        (have|had|need|want|would|like|love|trying) .. to (schedule|reschedule|cancel|arrange|set up)
        (once|when|until|till|as soon as|before|if) .. (interview|slot|it|time|date|this|you) .. (fixed|confirmed|scheduled|
            booked|set|selected|chosen)
        (other|another|more|two|three|several|additional|remaining) .. (interviews|candidates|meeting) .. (scheduled|booked|
            set)
        (interviews|we) .. (scheduled|planned|set|fixed|penciled|pencilled) .. (week of|week commencing|between|for the week|
            month|early|mid|late)
        or .. {moment}
        (exam|examination|test|assessment|orientation|induction|medical|training) .. (scheduled|appear|booked|confirmed)
        (scheduled|appear|booked) .. (exam|examination|written|test|orientation|induction)
        (project|start|starting|joining|onboarding|first day|start date|salary) .. {day}
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _KIND,
        "moved_to",
        3.0,
        """
        (moved|rescheduled|changed|pushed|brought|shifted|bumped|switched|rebooked|rearranged|postponed|delayed|re scheduled|
            preponed|advanced|deferred|passed) .. (to|for|until|till|forward to|back to|as) .. {when}
        (moved|rescheduled|changed|pushed|brought|shifted|bumped|switched|postponed) from ... (to|until|till) .. {when}
        (moved|rescheduled|pushed|shifted|bumped|switched|changed) .. (interview|call|meeting|conversation|chat|it|you|us|
            appointment|session|slot) (back|forward|up)? to {hour}
        (moved|rescheduled|pushed|shifted|bumped|brought|postponed|changed|re scheduled) .. (interview|call|meeting|
            conversation|chat|it|you|us|this|appointment|session|slot|time|date|screen) .. (to|for|until|till|from) .. {when}
        (move|push|reschedule|shift|moving|pushing|rescheduling|bump|bumping|postpone|change|swap|bring) .. (interview|call|
            meeting|conversation|chat|it|you|us|this|appointment|session|slot|time|date|screen) .. (to|until|till|from|
            forward to) .. {when}
        (new|updated|revised|amended|changed|fresh|rescheduled) (interview)? (time|date|slot|schedule|appointment|
            interview time|details|start time|day|timing|plan) .. (is|will be|for|below|of|are|would be|now)? .. {when}
        (instead of|rather than|not) .. ({day}|{clock}) .. (at|now|to)? ({day}|{clock})
        ({day}|{clock}) (instead|rather than)
        (will|is|takes place|take place) now .. (be|on|at|take place|start|begin|in|held|happen|happening|run) .. ({day}|
            {clock})
        (rebooked|rescheduled|rearranged|re arranged|moved) (you|your|the|it|us) .. {moment}
        (now|instead) (be|be held|take place|held|on|at) .. (by phone|by telephone|over the phone|over zoom|on zoom|on teams|
            by video|online|in person|{moment})
        """,
        unless="""
        would|could|can you|can we|possible|shall|are you|do you|or
        if (you|that|this|it|we|so|possible|necessary|needed|anything)
        (decision|announcement|deadline|start date|debrief|meeting of|vote|council|training|panel meets)
        (will not|can not|cancelled|those)
        (share|send|advise|revised slot by|schedule by) .. (by|before) {day}
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _KIND,
        "unchanged",
        2.4,
        """
        (date|time|place|day|details|everything else|rest|room|interviewers|everything|appointment|hour|panel|venue|interview|
            format) .. (remain|remains|stay|stays|unchanged|not changed|as before|as it was|as planned|as arranged|
            still stands|as in my|as agreed|as originally)
        (date|time|link|place|room|hour) .. (do|does|will|has|have) not (change|changed|be changed)
        (date|time|place|day|everything else|rest|room|everything|hour|venue) (is|are|all)? (still)? (stands|the same|
            unchanged|as is)
        (still|definitely|absolutely) (going ahead|on as planned|meeting you|meeting tomorrow|on for|happening|expecting you)
        (will|shall) still (go ahead|take place|be held|happen|go forward)
        (go|goes|going) ahead (as planned|as scheduled|as arranged|at the same time|on {moment}|{moment})
        same (time|place|link|address|room|people|plan|bat time|location|agenda) .. (same|as before|as agreed|as last|new|
            different|but|as planned|{moment})
        ^ back on
        we are back on
        """,
        mood=Mood.STATEMENT,
        unless="""
        (if|would|whether|salary|rate|pay|offer|price|role|position|process|status|application|terms|benefits|policy|opinion|
            interest)
        (can not|cancelled|no longer|will not (take|go|be (held|able|going)))
        (assessment|test|exercise|challenge)
        """,
    ),
    rule(
        _KIND,
        "reminder",
        2.4,
        """
        (reminder|remind|reminding) .. (your|our|you|about|of|the|upcoming|that) .. {interview}
        {interview} reminder
        (reminder|remind) .. ({day}|{clock})
        (have|got) (an|a|your)? (upcoming|interview|appointment) .. (with us|coming up|tomorrow|today|soon|in 24 hours|
            in an hour|interview)
        {interview} .. (in 24 hours|in 48 hours|in 1 hour|in an hour|in 30 minutes|in 15 minutes|coming up|is approaching|
            is tomorrow|is today|starts in|begins in)
        (starts|begins|start|begin) (in|within) .. (minutes|hour|hours|min|mins)
        (do not|dont) forget .. (interview|appointment|call|meeting|{moment})
        (good luck|best of luck|all the best) .. (tomorrow|today|on {moment}|{day}|at your interview|with your interview|
            for your interview|for tomorrow)
        (ready|set|prepare|prepared|preparing) for (your|our|the) .. {interview} .. (tomorrow|today|on|this|next)
        """,
        mood=Mood.STATEMENT,
        unless="""
        cancel*|postpone*|not able|move|test|assessment|expire*|complete|off|can not hold
        thank|webinar|great|enjoyed|nice
        (pick|choose|select|book|schedule|sign up|apply|submit)
        """,
    ),
    rule(
        _KIND,
        "of_the_coming_interview",
        1.3,
        """
        (upcoming|tomorrow|today|forthcoming) (interview|call|meeting|conversation|onsite|visit)
        (your|our|the|first|second|final|phone|video) {interview} .. (tomorrow|today|next week)
        (interviews|interview) (will|are to|shall) (take place|be held|be conducted|last|be)
        """,
        mood=Mood.STATEMENT,
        unless="cancel*|postpone*|not able|can not|will not|reschedule|pull*|move|unable",
    ),
    rule(
        _KIND,
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
        _KIND,
        "date_line",
        2.1,
        """
        ^ (when|date|date and time|date time|day and time|interview date|interview date and time|scheduled for|appointment|
            interview|your interview|time|date of interview|your time|your slot|session|start) (and time|time|
            details)? {day_and_hour}
        ^ (interview|reporting|arrival|check in|appointment|report|your) (time|timing|at|date|slot) (is)? ({clock}|{day})
        ^ time {clock} (am|pm|sharp|prompt|hrs|hours|edt|est|cst|cdt|pst|pdt|gmt|bst|ist|eastern|central|pacific|
            mountain|ct|et|pt)
        (when|date) .. {day_and_hour} .. (where|with|who|venue|location|place|how|duration|interviewer)
        """,
        mood=Mood.STATEMENT,
        unless="""
        (released|cancelled|withdrawn|deadline|closing|due|start date|starting|orientation|first day|test|exam|assessment|
            submitted|received|expires|valid|closes)
        or .. {moment}
        """,
    ),
    rule(
        _KIND,
        "place",
        0.9,
        """
        (venue|location|where|place|address|platform|mode|format|link|room|interviewer|interviewers|panel|contact person|
            participants|attendees) .. (teams|zoom|meet|floor|street|office|building|level|room|webex|video|phone|call|road|
            hall|tower|avenue|campus|url:*|in person|skype|centre|center)
        """,
        unless="after|back to you",
        mood=Mood.STATEMENT,
    ),
    *confirmation_agreed.RULES,
    *confirmation_details.RULES,
)
