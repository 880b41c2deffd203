"""An interview with a settled time: a day and an hour stated as a fact, a new time after a move, a reminder, an itinerary.

Meetings of every walk of life are confirmed in these words; the job-context gate keeps them apart.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_CONFIRMATION

RULES = (
    rule(
        _KIND,
        "is_scheduled",
        3.0,
        """
        {interview} .. (is|has|was|are|have) .. (confirmed|scheduled|booked|set|arranged|set up|locked in|fixed|finalized|
            in the diary|on the calendar|all set|now set|taking place|going ahead|down for)
        {interview} .. (confirmed|scheduled|booked|arranged|set) .. (for|on|at|with|as follows|as below) ..
        {interview} (confirmed|scheduled|confirmation|details|itinerary|schedule|agenda|reminder|booked)
        (confirm|confirming|confirms|confirmed|confirmation|verify) .. (your|our|the|this|you|an|of|you for) .. (interview|
            call|meeting|appointment|conversation|chat|visit|phone|onsite|slot|time|attendance|panel|screen|session)
        (confirm|confirming|confirms|confirmed) .. {day} .. {clock}
        (confirm|confirming|confirmed) (for|you for|us for|we are on for)? .. {day}
        (scheduled|booked|confirmed|arranged|penciled|pencilled|reserved|slotted) (you|you in|your|the|an|us|it|this|you down|
            everything|in|a)? .. (for|on|at|with|in)? .. ({day}|{clock})
        you (are|have been|will be) (now|all|officially)? (set|booked|confirmed|scheduled|good to go|booked in|down|locked in|
            on) .. (for|with|to|on|at|in)
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
        (booked|put|got|switched|moved|slotted|squeezed|signed|penciled|pencilled) (you|us|it|that) (in|into|to|up|down|on|
            over)? .. (for|to|at|on|the)? .. {when}
        (interview|interviews|call|conversation|meeting|onsite|visit) .. (takes place|take place|will take place|will be held|
            is on|is at|starts at|begins at|start at|will begin|will start|to be held|is tomorrow|is today|will last)
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
        _KIND,
        "see_you_then",
        2.2,
        """
        (see|meet|speak|talk|chat|catch) (to|with)? you .. (on|at|then|this|next|tomorrow|{day}|{clock}|there) .. ({day}|{clock})?
        (see|speak to|speak with|talk to|talk with) you .. ({day}|{clock})
        (speak|talk|chat|see you) (then|tomorrow|soon then|there)
        talk then
        (look|looking|looks) forward to .. (meeting|speaking|seeing|talking|chatting|connecting|welcoming|having|our|your|
            hosting|interviewing|catching) .. (you|with|with you|chat|call|interview|conversation|meeting|visit|to you|
            up)? .. ({day}|{clock}|then|next week|tomorrow)
        excited (for|to) .. (meet|see|talk|chat|speak) .. (you|with you)? .. ({day}|then)
        """,
        unless="""
        (thank|thanks) .. (meeting|speaking|talking|seeing)
        would
        (enjoyed|great|good|nice|pleasure|lovely) .. (meeting|speaking|talking|seeing|to meet)
        """,
    ),
    rule(
        _KIND,
        "fixed_time",
        2.8,
        """
        {when} .. (works|is fine|is good|is perfect|is great|suits|sounds good|sounds great|it is|is confirmed|then|is ok|
            is okay|confirmed|would be perfect|is lovely|is set|is on|will do|would work|is ideal)
        (works|fine|good|great|perfect|ideal|suits|lovely) .. (for us|for me|for the team|for everyone|for them|on our|us|
            at our end|this side|our side|all round|for all|for both)
        let us (do|say|go ahead with|go with|plan|make it|meet|talk|speak|stick with|go for|call it|lock in|book|keep|connect|
            chat) .. ({day}|{clock})
        (perfect|great|excellent|super|brilliant|lovely|wonderful|good|done|sounds good|sorted|sure|ok|okay|deal|fab|cool|
            booked) {when}
        (perfect|great|excellent|super|brilliant|lovely|wonderful|done|sounds good|sorted|ok|okay|deal) .. {when} .. (it is|
            then|works)
        (i|we|he|she|they|who|manager|team|recruiter|director|someone|somebody|panel|interviewer) .. (will|would|are going to|
            am going to|is going to) .. (call|ring|phone|meet|see|dial|video call|interview|be waiting|speak|talk|sit down|
            pick you|be calling|join|wait for|expect) .. (you|with you|to you|me|us)? .. ({day}|{clock})
        will (call|ring|phone|dial|meet|see|pick) you .. {when}
        (expect|expecting) (you|a call|my call|our call|us|the call) .. ({day}|{clock})
        (all set|all good|all booked|all confirmed|good to go|you are on|we are on|still on|locked in|in the diary|
            on the calendar|in the calendar|in my diary|on my calendar|got it down|confirmed) .. (for)? .. ({day}|{clock})
        (you|we) (will|are) .. (meet|meeting|speak|speaking|talk|talking|be meeting|be speaking|be talking|seeing|start|
            interview) .. (with)? .. (on|at|from)? ({day}|{clock})
        (plan|be here|get here|come|arrive) (for|on|by|at|about|around) .. {when}
        (as|per) (agreed|discussed|arranged) .. ({day}|{clock})
        (still|we are|you are|all) (good|on|ok|set|fine|go|happening) for .. {when}
        (time|everything) (stays|stands|remains|is unchanged|the same|still) .. (as agreed|as is|the same|as planned|{clock}|
            {day})?
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
        _KIND,
        "moved_to",
        3.0,
        """
        (moved|rescheduled|changed|pushed|brought|shifted|bumped|switched|rebooked|rearranged|postponed|delayed) .. (to|for|
            until|till|forward to|back to) .. {when}
        (moved|rescheduled|changed|pushed|brought|shifted|bumped|switched|postponed) from ... (to|until|till) .. {when}
        (moved|rescheduled|pushed|shifted|bumped|switched|changed) .. (interview|call|meeting|conversation|chat|it|you|us|
            appointment|session|slot) (back|forward|up)? to {hour}
        (moved|rescheduled|pushed|shifted|bumped|brought|postponed|changed|re scheduled) .. (interview|call|meeting|
            conversation|chat|it|you|us|this|appointment|session|slot|time|date|screen) .. (to|for|until|till|from) .. {when}
        (move|push|reschedule|shift|moving|pushing|rescheduling|bump|bumping|postpone|change) .. (interview|call|meeting|
            conversation|chat|it|you|us|this|appointment|session|slot|time|date|screen) .. (to|until|till|from) .. {when}
        (new|updated|revised|amended|changed) (time|date|slot|schedule|appointment|interview time|details|start time|day) (is|
            will be|for|below|of|are|would be|now)? .. {when}
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
        _KIND,
        "details_of_it",
        2.0,
        """
        (here|below|find|attached|following|these) .. (details|agenda|itinerary|schedule|logistics|joining instructions|
            directions|particulars|information|plan|line up|lineup|running order) .. (for|of|about|on|your) .. (interview|
            onsite|visit|conversation|call|day|meeting|panel|{day}|{interview})
        (agenda|itinerary|schedule|line up|lineup|logistics|joining instructions|interview guide|prep|format) (for|of) (your|
            the|our) .. (interview|onsite|visit|conversation|call|day|meeting|panel|loop|{day}|virtual)
        (you will|you are going to|you would) (be)? .. (meet|meeting|speak|speaking|talk|talking|interview|interviewing|
            interviewed|chat|chatting|seeing|joined|greeted|met) .. (with|by|to)
        (final|full|your|detailed) (schedule|itinerary|agenda|timetable|running order) (for|of) (your|the) .. (visit|
            interview|day|onsite|trip)
        (ask for|report to) ..
        (ask for|report to|check in with|come to|go to) .. (reception|front desk|gate|me|at the|main lobby|security|desk|
            lobby|entrance|floor|building)
        (bring|bringing|carry) (along)? (a|your|along|some|two|the|any|proof|original|photo|government|valid) .. (id|photo|
            passport|certificates|certificate|resume|portfolio|identification|license|licence|documents|cv|copies|laptop|
            original|diploma|references|photos|right to work)
        (please|do|kindly|aim to|try to)? arrive .. (minutes|early|time|by|at|between)
        (join|joining|dial|connect|log in|log on) .. (link|meeting|teams|zoom|meet|webex|by|from|url:*|using|via)
        (meeting id|passcode|dial in|zoom link|teams link|meet link|google meet|video link|join zoom|microsoft teams|
            meeting link|joining link|video conference)
        (same|the) (link|place|time|room) (as|is|works|will)
        (plan on|should take|will take|lasts|will last|allow|takes|budget|set aside|expect it) .. (minutes|min|mins|hour|
            hours|half)
        (park|parking) .. (in|at|on|lot|is|available|behind|street|visitor)
        """,
        unless="""
        (test|assessment|challenge|exercise|questionnaire|task|quiz|webinar|job|role|position|salary)
        (would|could|can) (you|we) .. (meet|speak|talk|chat)
        (meeting|meet) .. (other|more|another) (candidates|people)
        """,
    ),
    rule(
        _KIND,
        "reminder",
        2.4,
        """
        (reminder|remind|reminding) .. (your|our|you|about|of|the|upcoming) .. {interview}
        {interview} reminder
        (reminder|remind) .. ({day}|{clock})
        (upcoming|tomorrow|today|forthcoming) (interview|call|meeting|conversation|onsite|visit)
        (your|our|the|first|second|final|phone|video) {interview} .. (tomorrow|today|in 24 hours|in 1 hour|coming up|
            is approaching|next week)
        """,
        mood=Mood.STATEMENT,
        unless="""
        cancel*|postpone*|not able|move|test|assessment|expire*|complete|off|can not hold
        thank|webinar|great|enjoyed|nice
        """,
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
    rule(
        _KIND,
        "invite_sent",
        1.3,
        """
        (new|updated|revised) (invite|invitation)
        (calendar|meeting|zoom|teams|outlook|google)? (invite|invitation|hold|link|event|placeholder) .. (sent|on its way|
            follow|follows|shortly|coming|updated|send|sending|just went|in your inbox|attached|should have|to come|arrive|
            been updated)
        (sent|send|sending|updated|resend|resent|forward|update|shoot|ping) (you|over|across|out)? (a|an|the|your|our|
            you)? .. (calendar|meeting|zoom|teams|invite|invitation|link|ics|hold|dial in)
        in the (invite|invitation)
        """,
        unless="""
        (once|when|if|after) (you|we|i) .. (pick*|choose*|know|let|reply|have|hear|get)
        """,
    ),
)
