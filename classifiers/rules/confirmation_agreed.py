"""How people settle a time among themselves: "Thursday at ten it is", "you're in with Noel at 07:30", "see you then".

Only statements count: the same time put as a question is an invitation, and a list of times with an "or" is a choice.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_CONFIRMATION

_STILL_OPEN = """
        or .. {moment}
        (if|whether|unless|would|could|can|may|might|shall|should|when|until|till|which|either|any|between|suggest|perhaps|
            maybe|possibly|how about)
        (decide|decision|answer|news|deadline|offer|contract|start on|back to you|hear|outcome|result|feedback|start date|
            debrief|board|shift starts)
        (not|can not|no longer|cancelled|will not|unable)
        (by|before|after) {day}
"""

RULES = (
    rule(
        _KIND,
        "see_you_then",
        2.2,
        """
        (see|meet|speak|talk|chat|catch) (to|with)? you .. (on|at|then|this|next|tomorrow|{day}|{clock}|there) .. ({day}|
            {clock})?
        (see|speak to|speak with|talk to|talk with|meet) (you|ya|u|each other) .. ({day}|{clock}|{moment})
        we (will)? (see|meet|hear) us .. {moment}
        (speak|talk|chat|see you|see ya|see u|c u|cu|catch you) (then|tomorrow|soon then|there)
        talk then
        (look|looking|looks) forward to .. (meeting|speaking|seeing|talking|chatting|connecting|welcoming|having|our|your|
            hosting|interviewing|catching) .. (you|with|with you|chat|call|interview|conversation|meeting|visit|to you|
            up)? .. ({day}|{clock}|then|next week|tomorrow)
        (look|looking) forward to (tomorrow|{day}|our interview|your visit|your interview|your call|round)
        (excited|can not wait|happy) (for|to) .. (meet|see|talk|chat|speak|host|welcome) .. (you|with you)? .. ({day}|then)
        """,
        unless="""
        (thank|thanks) .. (meeting|speaking|talking|seeing)
        would
        (enjoyed|great|good|nice|pleasure|lovely) .. (meeting|speaking|talking|seeing|to meet|to see)
        (able|unable|ready|pleased|glad|delighted) to
        (can|could|may|shall|to) (see|meet|speak|talk) (to|with)? you
        (can not|will not|no longer|not) .. (see|meet|speak|talk|make|do)
        see you (have|had|would|are|were|as|as a)
        {day} (or|and|to|between) {day}
        (find|hear|decide|decision|offer|first day|start)
        (want|wants|wanted|like|keen|happy) to
        """,
    ),
    rule(
        _KIND,
        "fixed_time",
        2.8,
        """
        {when} .. (works|is fine|is good|is perfect|is great|suits|sounds good|sounds great|is confirmed|is ok|will be fine|
            will work|shall be fine|is okay|confirmed|would be perfect|is lovely|is set|will do|is ideal|is grand|is alright|
            is all right|suits us|it shall be)
        {when} (it is then|then it is|is a go|shall be fine)
        {day_and_hour} (then|is on|it is)
        ^ (ok|so|well|right)? {when} (then|it is)
        (works|fine|good|great|perfect|ideal|suits|lovely|ok|okay) .. (for us|for the team|for everyone|for everybody|
            for them|on our|us|at our end|this side|our side|all round|for all|for both|all of us|the panel)
        let us say ... {day_and_hour}
        let us (do|say|go ahead with|go with|plan|make it|meet|talk|speak|stick with|go for|call it|lock in|book|keep|connect|
            chat|fix|settle on) .. ({day}|{clock}|{moment})
        (perfect|great|excellent|super|brilliant|lovely|wonderful|good|done|sounds good|sorted|sure|ok|okay|deal|fab|cool|
            booked) {when}
        (perfect|great|excellent|super|brilliant|lovely|wonderful|done|sounds good|sorted|ok|okay|deal) .. {when} .. (it is|
            then|works)
        ^ (ok|okay|done|great|cool|choice|super|wonderful|brilliant|sweet|sorted|right|good|perfect|alright|yep|yes|lovely|
            grand|noted|agreed|no worries|awesome|ace|bet|deal|roger|ta|thanks|excellent|fine|sure|no problem|back on|
            good news|gotcha|confirmed) .. {day_and_hour}
        (i|we|he|she|they|who|manager|team|recruiter|director|someone|somebody|panel|interviewer|dr|mr|mrs|ms|prof) .. (will|
            am going to|is going to|are going to|is to) .. (call|ring|phone|meet|see|dial|video call|interview|be waiting|
            talk|sit down|pick you|be calling|join|wait for|expect|zoom|skype|facetime|receive) .. (you|with you|to you|me|
            us) .. ({day}|{clock}|{moment})
        will (call|ring|phone|dial|meet|see|pick|zoom|skype|whatsapp|interview) you .. {when}
        (expect|expecting|expects|awaits|await|receive) (you|a call|my call|our call|us|the call) .. ({day}|{clock}|{moment})
        (all set|all good|all booked|all confirmed|good to go|you are on|we are on|still on|locked in|in the diary|
            on the calendar|in the calendar|in my diary|on my calendar|got it down|confirmed|in the book) .. (for)? .. ({day}|
            {clock})
        (you|we) (will|are) (be|all)? (meet|meeting|speaking|talking|be meeting|be speaking|be talking|seeing|
            interviewing) .. (with)? .. (on|at|from)? {moment}
        (plan|be here|get here|come|arrive) (for|on|by|at|about|around) .. {when}
        (as|per) (agreed|discussed|arranged) .. ({day}|{clock})
        (still|we are|you are|all) (good|on|ok|set|fine|go|happening) for .. {when}
        (time|everything) (stays|stands|remains|is unchanged|the same|still) .. (as agreed|as is|the same|as planned|{clock}|
            {day})?
        """,
        unless="""
        if .. (works|suits|is fine|is good)
        (which|whichever|what|whatever|any) .. works
        (or) .. ({day}|{clock}|{moment})
        (decide|decision|answer|news|deadline|offer|contract|start on|back to you|hear|outcome|feedback|debrief|board|
            approve*|result|results|regroup|sign|start|starting|orientation|first day|closing|monday start|submit*|trustees)
        (not|can not|no longer) .. (make|meet|attend|work|works|join|hold)
        would .. (like|love) to
        (best|good) for me
        (by|before|after|until|till) {day}
        to (find|arrange|fix|set|sort|discuss|reschedule|talk about|go over|update|let you know|see about)
        (with|about) (an|another|the|a new|a|your|new|more) (answer|outcome|update|day|time|dates|options|offer|numbers|date|
            paperwork)
        (call off|cancelled|postponed|will not|unable)
        {day} (and|to) {day}
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _KIND,
        "you_are_expected",
        2.7,
        """
        you (are|re|have been|were|will be) (now|all|officially|also)? (in|on|down|up|slotted|allocated|allotted|assigned|
            given|expected|awaited|put down|on the list|on my list|on for|up for|seen|received|in with|meeting with|with|
            going in|at|interviewing|due|first|last|next) (with|to see|for|on|at|in|by)? .. {day_and_hour}
        (you are|your|youre|have you|got you|get you|put you|book you|booked you|u r|slot you|squeeze you|fit you|
            sign you) (in|on|up) (with|on|at|for)? .. {moment} .. (with|at|w|to|for|in|and|sharp|bring|steel|unit|door)
        (expects|awaits|is expecting|are expecting|will be expecting|shall be expecting|will expect|will receive|will await|
            will be waiting for|await) you .. {moment}
        (put|have|got|have put|noted|marked|written) you down .. {moment}
        (noted|reserved|blocked|kept|saved|booked|held|holding|blocking|marked) .. {moment} .. (for you|for your|with you|
            in your|in the|on the)
        {moment} .. (is|are) (yours|reserved|held for you|blocked|kept for you|locked|in the book|in the diary|on the books|
            free for you|taken by you)
        (it will|that is|that will|we stay|we say|we will say|shall we say|so that is|we meet|we see us|then we see|we speak|
            we talk|you come|you start|you meet|you give|you are seen|we will do it|we will do|we are doing|we will make it|
            it will be|it shall be|i will be|he will be|she will be|they will be|you will be) .. {day_and_hour}
        (come|be here|be there|come in|come by|come over|come along|pop in|drop in|show up|turn up|swing by|get here|
            present yourself|report|report here|report at|be at|report to|arrive) ... {day_and_hour}
        you on the list .. {moment}
        (good|fine|set|on|ok|okay|happy|sorted|cool|free|confirmed|here|there|booked|down|all) (with|for|on|at) {day_and_hour}
        {day_and_hour} .. (sharp|prompt|on the dot|my time|your time|local time|our time|same|come to|come in|come by|
            come round|ask for|use the|bring your|in the office|at the office|at our|at the shop|at my office|in my office|
            at the yard|with me|with my|in person|w)
        (works|work|good|ok|okay|fine) for .. {day_and_hour}
        (so|then|ok|okay|right|great|thus) (i|we) (confirm|book|fix|note|say|meet|see|talk|speak) .. {moment}
        (convened|summoned|called|convoked|cited) .. (interview|audition|competition|entretien|test|panel|appear|committee|
            board) .. {moment}
        """,
        mood=Mood.STATEMENT,
        unless=_STILL_OPEN,
        negatable=True,
    ),
    rule(
        _KIND,
        "summoned_for",
        2.6,
        """
        (invited|requested|asked|required|convened|called|summoned|advised|invite you|ask you|request you|require you|
            like you|want you|wishes|selected|shortlisted|pleased to invite|hereby invited|expected|instructed|
            directed) ... (attend|appear|come|report|present|interview|meet|see|visit|trial|audition|walk in|assessment day|
            call) ... {day_and_hour}
        (invited|requested|asked|required|advised|invite you|request you) .. (attend|appear|interview|report|come|
            present) ... (as follows|as under|as below|as detailed below|details below|following venue|following address|
            date and time mentioned|following date|following schedule|time and place below|below mentioned|at the time|
            following day)
        (attend|appear|report|present yourself|appear before|come) .. (interview|panel|board|committee|trial|office|hr|
            person) ... (on|at|for|dated)? {day_and_hour}
        (invite|inviting) you .. (interview|meet|meeting|come|call|talk) .. (on|for|at|this|next) .. {day_and_hour}
        (invited|invite you|asked|like you|want you|requested) .. to ... (interview|visit|assessment day|selection day|trial|
            working interview|assessment centre|audition) ... (on|this) {day}
        """,
        mood=Mood.STATEMENT,
        unless="""
        or .. {moment}
        (between|either|any of|one of|choose|select|pick|book|confirm which|reply by|by {day}|before {day}|no later than|
            closes|deadline|available|availability|commencing|week of|from {day}|examination|written|test|webinar|orientation|
            through {day}|prefer)
        {day} (and|to|through) {day}
        """,
    ),
    rule(
        _KIND,
        "short_note_of_a_time",
        1.6,
        """
        ^ {day_and_hour}
        ^ (hi|hey|hello|dear|morning|yes|yep|ok|and|so|then|for|on|also)? .. {day_and_hour} .. (at|in|with|then|here|there|
            for|by|via|on)
        (trial|interview|chat|coffee|call|visit|tour) .. {moment}
        """,
        mood=Mood.STATEMENT,
        unless=_STILL_OPEN,
    ),
)
