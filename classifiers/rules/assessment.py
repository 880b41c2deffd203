"""Work asked of the candidate: tests, take-homes, recorded interviews, forms. Done already is not asked.

A test that is only named stands in invitations, confirmations and receipts as well: it is a hint. It counts outright where the
reader is told to do it.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.ASSESSMENT
_DONE = """
    (thank|thanks) .. (completing|submitting|taking|doing|sending|finishing|returning|for your)
    (you|having|since|after) (have|has|had)? (successfully|already|recently|now)? (completed|submitted|finished|passed|did|
        sent) (the|your|our|a|it|my)
    (completed|received|reviewed|looked at|went through|enjoyed|scored|marked|graded|liked|loved) (your|the) .. {test}
    {test} .. (is|was|has been|have been|were|are) (now)? (complete|completed|received|submitted|scored|reviewed|marked|
        waived|cancelled)
    (drug|medical|blood|background|pregnancy|covid)
    (demo|trial subscription|free trial)
    (survey|quote|invoice)
    (enrollment|enrolment|benefits|timesheet|expense|tax|payroll|onboarding|induction)
    (no|not) .. (test|tests|homework|exercise|take home|preparation) .. (needed|required|necessary|to prepare)?
"""
_AT_THE_INTERVIEW = """
    (interview|day|visit|session|meeting|panel) .. (will|shall|to)? .. (include|includes|consist|consists|comprise|
        followed by|involve|involves|begin|begins|start|starts|last|lasts) .. {test}
    (confirmed|confirm|scheduled|looking forward|followed by|arrive|reception|on arrival|on the day|in person|
        your interview (is|on|will|has))
    (assessment|selection) (centre|center|day)
"""

RULES = (
    rule(
        _KIND,
        "do_the_test",
        2.8,
        """
        (complete|finish|take|do|answer) (it|them|both|this|these|all|everything|each)? (within|by|before|in) (the next)? (24|
            48|72|{hour}|two|three|five|seven|ten) (calendar|working|business)? (hours|days|hrs)
        assigned (to)? you .. (evaluation|evaluations|assessment|assessments|test|tests|challenge|modules)
        (appear|sit|pass|take|shortlisted|called|invited|report|required|scheduled|eligible|register) .. (written test|
            written examination|examination|exam|paraprofessional examination|entrance test|screening test|skill test|
            proficiency test|admission test)
        (new|pending|outstanding|following) (test|tests|assessment|assessments|task|challenge|exercise|evaluation|
            evaluations) (to answer|to complete|for you|assigned|waiting|outstanding|available)
        (job|virtual job|virtual) (tryout|try out|simulation|preview|audition)
        (work through|complete|take|finish|start) (the|our|your|this|a)? .. (simulation|tryout|evaluation|evaluations|
            inventory|examination|exam|assessments|games)
        (test|tests|assessments|assessment|evaluations|games) .. (must|should|need to|have to|can) (all|both)? be (completed|
            taken|done|finished)
        (complete|take|undertake|attempt|sit|tackle|pass|completing|solve|start|begin|finish|do|submit|carry out|work through|
            work on|have a go at|put together|attend|taking|run through|play|return|write|prepare) (the|your|our|a|an|this|
            these|both|one|two|three|following|short|brief|all|my|quick|small)? (short|brief|quick|online|small|attached|
            following|first|second|final|initial|simple|little|enclosed|required|remaining|pre|30|45|60|90|20|15)? (minute|
            hour|employment|interview|screening|minutes)? .. {test} ..
        (invited|invite|invites|inviting|asked|ask|asks|asking|require|requires|required|want|wants|like|love|need|needs|
            expected|encourage|requested|requests) .. (you|candidates|candidate|everyone|everybody|all|applicants|applicant|
            finalists|each)? .. (to|for)? .. (take|complete|do|sit|record|fill|submit|answer|attempt|solve|work on|undertake|
            prepare|finish|pass) .. {test}
        (invited|invite|invites|inviting|invitation) .. (to|for) .. (an|a|the|our|complete|take)? .. (online assessment|
            online test|assessment|test|challenge|quiz|hackerrank|codility|codesignal|testgorilla|hirevue|coding exercise|
            take home|digital interview|video assessment|mettl|coderbyte)
        (next|first|second|following|final|1st|2nd) (step|steps|stage|round|part|phase|hurdle|thing) .. (is|are|will be|
            involves|of|consists|comprises|includes|requires|s) .. {test}
        (here|attached|below|find|link|promised|linked|sending|sent|enclosed|following) .. (is|the|to|your|you|a|are|for|
            our)? .. (take home|coding challenge|test|assessment|exercise|assignment|case study|questionnaire|task|challenge|
            homework|brief|test link|trial task|writing test|work sample|problem|scenario|worksheet)
        (here is|here are|attached is|attached are|enclosed is|below is|find attached|find enclosed|attaching|i have attached|
            i attach|promised) (the|your|a|our|this|that)? .. (take home|challenge|test|assessment|exercise|assignment|case|
            questionnaire|task|homework|brief|problem|scenario|worksheet|rundown|dataset|data set|csv|spec)
        (start|begin|launch|access|go to|take|resume|continue|enter|open|log in to|proceed to|click to start) (the|your|my|
            this)? (online|coding|technical|digital|personal)? (test|assessment|challenge|exercise|questionnaire|quiz|tests|
            assessments|interview now|game|games)
        (test|assessment|challenge|exercise|questionnaire|quiz|task|interview|game|games|tests|assessments) .. (is|are|
            remains|still|will)? (waiting for you|pending|outstanding|incomplete|ready for you|now available|awaits|expire|
            expires|expiring|due|not yet been completed|not been completed|to be completed|must be completed|
            should be completed|has to be completed|needs to be completed|valid for|closes|will close|open until|
            available until|remain open|active until)
        (will|shall|should|would) (be)? (receive|get|receiving|sent|find) .. (link|email|login|logins|invitation|invite|
            access) .. (to|for|from|with) (the|a|an|our|your|take|complete)? .. (test|assessment|challenge|hackerrank|
            codility|codesignal|testgorilla|hirevue|exercise|questionnaire|quiz|tests)
        (everyone|everybody|all|every|each|finalists|candidates|applicants) .. (does|do|fills in|takes|completes|plays|gets|
            goes through|sits|answers|have to|has to|must|should) .. (the|a|an|our|same|some)? .. (test|assessment|exercise|
            questionnaire|quiz|survey|task|games|tests|challenge)
        (work through|work on|solve|crack|prepare|tackle) .. (case|case study|problem set|scenario|data set|dataset|
            problem) .. (for|before|and|by|in)
        (homework|task|exercise|assignment|plan|deck|presentation|lesson) for .. (round|next|us|final|panel|stage)
        (start|begin) with (a|an) .. (sample|test|task|exercise|assessment|questionnaire)
        complete the (task|tasks|section|sections|steps|step|following|information|items|modules|both)
        (your|the) next step .. is .. (video|test|assessment|questions|recording|task|exercise|challenge)
        (asks|ask|asking|set|sets|give|gives|giving|have|having|requires) (for)? (everyone|every candidate|all candidates|
            each candidate|our finalists|all finalists|everybody|candidates|people|all applicants|applicants|every applicant|
            each finalist|finalists|our three finalists) .. (to|a|an|the|these|do|write|some)?
        """,
        unless=_DONE
        + _AT_THE_INTERVIEW
        + """
        if it looks like
        terms attached
        let us have your answer
        attend our
        (those who|results|health questionnaire|candidate brief)
        (schedule|pick|book|choose|arrange) .. (time|slot|interview|call)
        (cancelled|confirmed for)
        (if|should) you .. (selected|successful|pass)
        (after|following (your|on|up)|impressed with|based on|thank) .. {test}
        (will|may) be (asked|invited|required) .. (if|later|next stage)
        (offer|contract|salary)
        """,
        hypothetical=False,
        implies=0.7,
    ),
    rule(
        _KIND,
        "not_done_yet",
        2.6,
        """
        (have|has|had|still) not (yet)? (completed|started|taken|finished|submitted|begun|done|attempted|received|
            played) (your|the|it|my|this|our) .. (test|assessment|challenge|exercise|questionnaire|interview|judgement|
            judgment|tests|video|solution|answers|assessments|submission|task)
        (reminder|remind|reminding|remember|forget) .. (complete|take|finish|submit|start|record) .. (your|the|this|
            it) .. (test|assessment|challenge|exercise|questionnaire|interview|video|task|judgement|judgment|assessments|
            submission|application)
        """,
        unless="(survey|benefits|enrollment|tax|timesheet|onboarding|training|mandatory|invoice)",
        negatable=False,
        implies=0.5,
    ),
    rule(
        _KIND,
        "names_a_test",
        1.5,
        """
        (take home|takehome|at home|technical|coding|design|practical|written|case|home) (assignment|exercise|challenge|
            project|task|test|assessment|problem|work|piece|case)
        (online|aptitude|numerical|verbal|psychometric|personality|cognitive|skills|situational|logical|abstract|english|
            typing|technical|written|language|safety|coding|programming|programing|reasoning|behavioural|behavioral|gamified|
            work style|judgement|judgment|web|mechanical|values) (test|tests|assessment|assessments|quiz|exam|games|
            questionnaire|inventory|profile|exercise|reasoning|judgement|judgment)
        (logic|maths|math|iq|excel|spelling|grammar|spreadsheet|driving|physical|fitness|sql|word|proofreading|
            reading comprehension|data entry) (test|tests)
        (one way|on demand|pre recorded|prerecorded|asynchronous|recorded|self paced|digital|automated|ai|ai led|
            ai powered) (video)? (interview|screening|video interview|interviewer|video screening|introduction)
        (homework|little task|small task|sample project|mini project|work sample|case study|test task)
        (quiz|questionnaire|challenge|assignment|hackerrank|codility|codesignal|testgorilla|hirevue|mettl|pymetrics|coderpad|
            shl|criteria|wonderlic)
        """,
        unless=_DONE,
        implies=0.4,
    ),
    rule(
        _KIND,
        "return_the_form",
        2.1,
        """
        (please|kindly|must|need to|asked to|required to|ask you to|could you|invited to|should) (also|now|first)? (fill in|
            fill out|complete|return|submit|finish) .. (application form|short form|google form|form|forms|questionnaire|
            monitoring form|screening form|entry sheet|supplemental questionnaire)
        (application|candidate|screening|occupational|supplemental|personnel|pre interview|pre screening) (form|
            questionnaire) .. (before|by|incomplete|to be considered|return|within|below|attached|outstanding|link)
        still need the completed .. (form|questionnaire)
        """,
        unless=_DONE + "(order|tax|patient|refund|offer|new hire|start date|first day|contract|expenses|travel|interview|bring)",
    ),
    rule(
        _KIND,
        "fill_the_form",
        1.3,
        """
        (fill|fill in|fill out|filling|complete|completing|return|submit|finish) .. (form|forms|application form|
            monitoring form|template|portal profile|details form|google form|questionnaire|entry sheet)
        (application|attached|enclosed|monitoring|google|candidate|screening) (form|forms)
        (questionnaire|form) .. (attached|enclosed) .. (return|send|back)?
        (will|shall) ask (you)? .. questions .. (answer|record)?
        action required
        (need|require) .. (further|additional|more|some) .. (information|details|documents) .. (from you|before|application)?
        (zip|push|mail|send|email) it .. (up|back|over|by|to)
        """,
        unless=_DONE + "(order|tax|patient|refund)",
    ),
    rule(
        _KIND,
        "record_yourself",
        2.6,
        """
        (recorded|video) (answers|responses|questions)
        {hour} recorded
        (record|recording|film|filming|videotape|videoing) .. (answers|responses|video|yourself|answer|clip|introduction|
            selfie|responding|lesson|preliminary|message|piece to camera|loom|reply)
        (self recorded|selfie|recorded|two minute|one minute|three minute|60 second|90 second|short|2 minute|3 minute|3 min|
            one minute) (video|lesson|recording|loom|clip|introduction) .. (of|about|answering|introducing|to|in|explaining|
            telling|on)?
        (self tape|self tapes|selftape|asked for a tape|audition tape|demo reel|preliminary round recording|screen recording)
        (answer|answering|reply|respond) .. (by voice|by typing|on camera|on video|to camera|into your webcam|
            using your webcam)
        (one way|on demand|pre recorded|prerecorded|asynchronous|self paced|digital|ai led|ai powered|recorded|
            automated) (video)? (interview|screening|video interview|video screening) .. (at|link|by|when|before|expires|
            in your|here|which|where|now|on your|with|within|through)
        (record|complete|start|take|do|finish) .. (video interview|digital interview|one way interview|on demand interview|
            recorded interview|ai interview|virtual interview|voice interview|hirevue)
        (tap|click|press|scan) .. to (start|begin|record)
        """,
        unless=_DONE + "(interview|call|meeting|session) .. (will be|is being|being) recorded",
        implies=0.5,
    ),
    rule(
        _KIND,
        "answer_in_writing",
        2.5,
        """
        (we|i) (always|usually|also)? (ask|send|have|get|want|give|invite) (them|everyone|everybody|people|all|each|every|our|
            anyone|anybody) .. (read|write|send|draft|answer|prepare|complete|same|little|short|quick|one)
        (need|needs|want) (your)? (answers|responses|replies) .. (questions|to the|to these|before|below)
        (get|let me have|let us have) (it|yours|them|that|your answers|everything) .. (to me|to us|by|before|when)
        (before|then) (we|i) (put|pass|send|forward|submit) (you|your (name|cv|file|resume|profile)) .. (need|please|could|do|
            like|everyone|questions|complete)
        (answer|respond|reply|answering|responding) .. (questions|prompts|query|queries) (below|following|attached|in|by|here|
            before|underneath|via|and)
        (answer|respond to|answering|reply to) .. (these|following|attached|four|three|five|few|some|couple|two|six|screening|
            written|short|pre screening|preliminary|below|supplementary|supplemental) .. (questions|prompts|questionnaire|
            for me|by email|below|in writing|before|for us|by)
        (questions|few questions|some questions) .. (answer|answered|answers) .. (by email|by return|in writing|before|below|
            by|and return|in a few)
        (need|want|like|ask|asks|require|asking|asked|invite) you to (upload|record|submit|answer|prepare|write|film|
            translate|design|build|draft|proofread|solve|put together|review the attached|mark|score|analyze|critique|present)
        (could you|can you|would you|please|kindly|will you) .. (copy edit|translate|edit|draft|sketch|analyze|critique|
            mock up|prototype|outline|rewrite|proofread|score|mark|stack|summarize|debug|refactor|criticize|annotate|
            wireframe|redesign|lay out|price up|cost up|plan) .. (attached|sample|short|two|page|pages|brief|following|small|
            below|tiny|press release|post|one|paragraph|for us|file|letter|this|three|me|a|the)
        (write|draft|design|build|create|implement|sketch|code|make|prepare|pitch|produce|propose|give) (me|us|up)? (a|an|two|
            three|one|up|the|your|some|6|4|3|5|2|8)? .. (small|tiny|short|simple|mini|service|api|app|feature|deck|proposal|
            function|script|prototype|slides|mock|memo|lesson plan|page memo|one pager|page plan|paragraph|tweet|
            press release|word|words|chart|dashboard|wireframe|menu) .. (for|to|that|on|in|by|how|each|of|about|attached|and|
            which|before|from|with|using)?
        (put together|throw together|knock up|whip up|pull together|sketch out|mock up|work up) (a|an|the|your|some|6|two|
            three|five|few) .. (plan|deck|proposal|slides|presentation|memo|outline|pitch|analysis|menu|page|thoughts|ideas|
            list|schedule)
        (bring|prepare|come with|ready) .. (slides|presentation|deck|portfolio piece|plan) .. (on|for|to (present|show|talk)|
            nothing fancy|about|of)
        (thing|task|exercise|test|puzzle|problem) (we|i) (give|set|send|ask|like to give) (everyone|everybody|all|each|people|
            every|candidates|to)
        (give|give them|giving) (everyone|everybody|people|all candidates|every candidate|each candidate) .. (test|
            spreadsheet|task|same|exercise|problem)
        before (we|i) (decide|book|shortlist|meet|bring|go any|interview|see|put|get on|can|take|talk|set|arrange|move|speak|
            hire|consider) .. (could you|would you|can you|please|do one|ask|need|everyone|have them|answer|everybody|write|
            i ask|we ask|we have)
        before you (come|meet|see|start|join|talk|speak) .. (would you|could you|please|can you|i ask|we ask|write|draft)
        (send|return|submit|email|upload|push|get|share|hand|drop|post) .. (it|them|your|the|this|back|in) .. (solution|
            slides|answers|code|repo|submission|responses|pull request|results|recording|findings|scores|loom|repository|zip|
            translation|draft)
        (have|get|send|need|return|like|want) (it|them|this|yours|both|your findings|everything) (back|done|in|
            finished) .. (by|before|to me|until|within|in 90|no later) .. {while}
        (back to me|back to us|back with me|back with us|in to me|in to us) (by|before|on|no later) .. (monday|tuesday|
            wednesday|thursday|friday|saturday|sunday|tomorrow|end of|noon|midnight|th|pm|9 am)
        (submit|send|upload|return|email|deliver|push|hand in|turn in) (your|the|a|us|me)? (slides|solution|answers|code|
            submission|responses|repo|completed|results|recording|deck|translation|sample|essay|assignment|challenge|exercise|
            work by|work through|entry sheet|analysis|memo|lesson plan)
        (send|share|provide|upload|submit) .. (code samples|work samples|samples of|writing samples|portfolio pieces|
            lesson plan|writing sample|code sample|one page lesson)
        (test|exercise|assignment|task|questionnaire|case|case study|challenge|worksheet|scenario|dataset|data set|
            spreadsheet|essays|preprint|rundown|drawing) .. (we need from you|for you to|from you first|is attached|
            are attached|attached below|in the attached|s attached)
        (take|have|taking|having) a (crack|go|stab|bash|swing|shot) at (it|this|the|our|these|one)
        (undertake|undergo|sit) (a|an|the|our|some)? .. (exercise|test|assessment|screening)
        (paid|unpaid) (trial|test|task|assignment|project|exercise)
        (trial task|test task|small exercise|little exercise|short exercise|small piece of work|quick exercise|
            written exercise|exercise in writing|written task|design task|coding task|recruitment task)
        (tell|show) (me|us) .. (what you would|how you would|which of|one thing|where you would|in a 3|in two)
        """,
        unless=_DONE
        + _AT_THE_INTERVIEW
        + """
        (grid|diary|draft contract|availability|short feedback|which date|which of these days)
        (get back to|come back to)
        (group exercise|last about|comprises|at the start|was among)
        will ask you
        order|shipment|tax|patient|refund
        (offer|contract|letter|paperwork|agreement) .. (sign|signed|back|return)
        (sign|signed) .. (back|return)
        (references|passport|documents|certificates|transcript|dbs|id|bank details|visa) ..
        (times|dates|availability|resume|cv) .. (by|send)?
        (let me know|tell me) .. (interested|available|if you)
        (feedback|questions) .. (me|us) .. if
        if .. (questions|offered|accepted)
        """,
        implies=0.5,
    ),
    rule(
        _KIND,
        "rules_of_the_test",
        2.1,
        """
        {hour} (multiple choice|short|quick|written|recorded)? (questions|items|scenarios|statements|pictures|situations|
            exercises|problems|strips) .. {hour} (min|mins|minutes|seconds)
        {hour} (min|mins|minutes) .. {hour} (multiple choice|short|quick)? (questions|items|scenarios|statements|exercises|
            problems)
        clock (runs|starts|stops|will run|begins)
        (one|single) sitting
        (personal link|access code|test link|logins attached|your unique link) .. (is|to|for|valid|will|works|below|start|
            test)?
        (cannot|can not|able to|not) (pause|save|stop) .. (once|during|inside|it|the)
        (link|session|test|invitation|assessment) .. (expire|expires|valid|expiring|active|time out|times out) .. (in|for|on|
            after|until|hours|days|hrs|within|once)
        (within|in|have|has|given|get|allow) .. (days|hours|24|48|72|hrs|week|minutes) .. (of receiving|to complete|
            from receipt|of this (email|message|invitation)|to finish|to submit|to return|from when you|once you (start|open|
            begin)|from the moment|from receiving|after you open)
        (allow|set aside|takes|take|spend|give yourself|budget|need|about|approximately|approx|around) .. (minutes|hours|hour|
            mins|min|hrs|hour) .. (to complete|to finish|quiet|uninterrupted|in one sitting|of your time to complete|on it|
            on this|at most|in total|on your phone|long and)
        (not|no) (more|longer) than .. (hours|hour|minutes|evening|weekend|afternoon|mins) .. (on|of|this|it)?
        (not|please do not) (spend|take|need|overdo|gold plate|polish|go overboard) .. (more|longer|over|it|hours|overboard)
        (weekend worth|weekend s worth|evening s work|evening worth|couple of hours work|hours worth|hour s work|half a day|
            couple of hours of work)
        (took (me|us)|takes (me|us|most people|most candidates|people)|most (people|candidates) (take|finish|need|
            spend)) .. (hours|hour|minutes|hrs|quarter)
        (one|two|three|single|only one|1|2) (attempt|attempts|tries|goes|try|chance|shot) .. (each|only|and|per|at)?
        (your own words|track changes|no right or wrong|no wrong answers|practise first|practice first|practice question|
            quiet room|plagiarism|proctored|proctoring|time limit|timed|negative marking|auto submit|tab switch|open book|
            honor system|unaided|full screen|calculator|second person in the room|do not use ai|without ai|use of ai|ai tools)
        (upload|submit) .. (folder|portal|link|below|profile|to your) .. (by|before|no later|until)
        (pass|passing) (mark|score|rate|grade)
        (80|70|75|60|65|90) to pass
        (read|follow) the instructions .. (carefully|before|and)?
        (practice|sample|example) (test|tests|questions|question) .. (are|is|available|attached|here)?
        """,
        unless=_DONE
        + _AT_THE_INTERVIEW
        + """
        results .. valid
        (candidate brief|holiday|find a time|select a)
        (40 minutes) .. (total|at most)
        interview .. (will|last|take)
        (offer|salary|decision|reschedul*|cancel*|response to this offer)
        (schedule|slot|book|choose|available times)
        (password|account|reset|verify|otp|verification)
        (order|hotel|booking|ticket|flight|parking|lobby|floor)
        (zoom|teams|meet|webex|dial|meeting id|join)
        """,
    ),
    rule(
        _KIND,
        "limits",
        1.1,
        """
        (will|have|get|has|need|given|allow|takes|take|lasts|about|limit|spend|spending|longer than|up to|maximum|around|
            approximately|within|not exceed|set aside) .. (minutes|hours|hour|evening|min|mins|days) .. (to complete|once you|
            to finish|when you|to answer|from|in total|to do|after|of receiving|on it|at most|begin|quiet|test|it|long|
            solution)
        (deadline|due) .. (is|by|date|on|for)
        (webcam|camera|browser|laptop|chatgpt|timer|sections|questions)
        (own time|own pace|whenever suits|in your own time|at your convenience)
        """,
        unless="interview .. (will|last)|(offer|salary|decision|reschedule|cancel)",
    ),
)
