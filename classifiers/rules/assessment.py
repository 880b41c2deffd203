"""Work asked of the candidate: tests, take-homes, recorded interviews, forms. Done already is not asked."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.ASSESSMENT
_DONE = """
    (thank|thanks) .. (completing|submitting|taking|doing|sending|finishing|returning)
    (you|have|has|after|having|since) .. (completed|submitted|finished|passed|did) (the|your|our|a)
    (completed|received|reviewed|looked at|went through|enjoyed) (your|the) {test}
    (is|are|was|were|has been|have been) (complete|completed|received|submitted)
    (drug|medical|blood|background)
    (demo|trial subscription|free trial)
    assessment (centre|center|day)
    survey
    (enrollment|enrolment|benefits|timesheet|expense|tax)
"""

RULES = (
    rule(
        _KIND,
        "do_the_test",
        2.9,
        """
        (complete|answer|take|taking|finish|do|submit|undertake|attempt|attend|start|begin|sit|tackle|pass|try|completing|
            solve|prepare|record|fill|fill in|fill out|return|work through|work on|have a go at|finished|done|put together|
            write|produce|run through) .. {test} ..
        (invited|invite|invites|inviting|asked|ask|asking|require|required|want|like|love|need|expected|encourage|
            requested) .. (you|candidates|everyone|all|applicants)? .. (to|for)? .. (take|complete|do|sit|record|fill|submit|
            answer|attempt|solve|work on|undertake|prepare|finish|the|an|a) .. {test}
        (invited|invite|invites|inviting|invitation) .. (to|for) .. (an|a|the|our|complete|take)? .. (assessment|test|
            challenge|quiz|hackerrank|codility|codesignal|testgorilla|hirevue|exercise)
        (next|first|second|following|final) (step|stage|round|part|phase|hurdle) .. (is|will be|involves|of|consists|
            comprises|includes|would be|requires) .. {test}
        (here|attached|below|find|link|promised|linked|sending|sent|enclosed|following) .. (is|the|to|your|you|a|are|
            for)? .. (take home|coding challenge|test|assessment|exercise|assignment|case study|questionnaire|task|challenge|
            homework|application form|brief|case|test link|trial task|writing test|work sample)
        (take home|takehome|at home|technical|coding|design|practical|written|case|home) (assignment|exercise|challenge|
            project|task|test|assessment|problem|work|piece|case)
        (online|aptitude|numerical|verbal|psychometric|personality|cognitive|skills|situational|logical|abstract|english|
            typing|technical|written|language|safety|coding|programming|programing|reasoning|behavioural|behavioral|gamified|
            work style|judgement|judgment) .. (test|tests|assessment|assessments|quiz|exam|games|questionnaire|inventory|
            profile|exercise)
        (test|assessment|session|challenge|exercise|interview|quiz) .. (link|invitation)? .. (expire|expires|expiring|valid|
            will close|closes|deadline|due|open until|available until|remain open)
        (work through|work on|solve|crack|prepare|do) .. (case|case study|problem set|scenario|data set|dataset)
        (homework|task|exercise|assignment|plan|deck|presentation) for .. (round|interview|next|us|final|panel|stage)
        (start|begin) with (a|an) .. (sample|test|task|exercise|assessment|questionnaire)
        complete the (task|tasks|section|sections|steps|step|following|information|items)
        (your|the) next step .. is .. (chat|interview|video|test|assessment|questions|recording|task|exercise)
        (start|begin|launch|access|go to|take|resume|open) (the|your|my)? (test|assessment|challenge|exercise|questionnaire|quiz)
        (one way|on demand|pre recorded|prerecorded|asynchronous|recorded|self paced|digital|automated|ai|ai led|
            ai powered) (video)? (interview|screening|video interview|interviewer|video screening|introduction)
        """,
        unless=_DONE
        + """
        (schedule|pick|book|choose) .. (time|slot|interview|call)
        (cancelled|confirmed for)
        (if|should) you .. (selected|successful|pass)
        (after|following (your|on|up)|impressed with|based on|thank) .. {test}
        """,
        hypothetical=False,
        implies=0.7,
    ),
    rule(
        _KIND,
        "fill_the_form",
        2.2,
        """
        (fill|fill in|fill out|filling|complete|completing|return|submit|finish) .. (form|forms|application form|
            monitoring form|template|portal profile|details form|google form)
        (application|attached|enclosed|monitoring|google|candidate|screening) (form|forms)
        """,
        unless=_DONE + "(order|tax|patient|refund)",
    ),
    rule(
        _KIND,
        "record_answers",
        2.6,
        """
        (record|recording|film|filming|videotape) .. (answers|responses|video|yourself|answer|short|interview|reply|clip|
            introduction|selfie|responding)
        (answer|respond|reply|answering|responding) .. (questions|prompts|query|queries) (below|following|attached|in|on|by|
            here|before|underneath|via|and)
        (answer|respond to|send|give) .. (following|these|attached|four|three|five|few|some|couple|two|six|screening|written|
            short|pre screening|preliminary|below) .. (questions|prompts|questionnaire)
        (fill|fill in|fill out|filling|complete|completing|return|submit|finish) .. (questionnaire|worksheet)
        (online|candidate|screening) questionnaire
        (could|can|would|please|kindly) .. (copy edit|translate|edit|design|draft|sketch|build|code|analyze|analyse|critique|
            write|write up|mock up|prototype|outline|rewrite|proofread) .. (attached|sample|short|two|page|pages|brief|
            following|small|below|tiny|press release|post|plan|one|paragraph|for us|file)
        (build|design|write|create|implement|prepare|draft|sketch|code) (a|an|us|up|the) .. (small|tiny|short|simple|mini|
            service|api|app|feature|deck|proposal|plan|function|script|page|prototype|presentation|lesson|slides|sample|mock)
        (send|return|submit|email|upload|push|get|share|hand) .. (it|them|your|the|this|back|in) .. (solution|slides|answers|
            code|repo|work|submission|responses|back by|back before|in by|results|pull request|done by|by sunday|by monday|
            by friday|by thursday|by wednesday|by tuesday|by saturday)
        (submit|send|upload|return|email) your (slides|solution|answers|code|work|submission|responses|repo|completed|results|
            video|recording|deck)
        before we decide .. could you
        (need|want|like|ask|require) you to (upload|record|submit|send|answer|prepare|complete|write|film|do a|do the)
        (send|share|provide|upload|submit) .. (code samples|work samples|samples|writing samples|portfolio pieces|lesson plan|
            recording|video|writing sample|code sample)
        (logic|maths|math|iq|excel|spelling|grammar|spreadsheet|driving|physical|fitness) test
        {test} .. (we need from you|for you to|from you first|is attached|attached)
        put together (a|an|the|your|some) .. (plan|deck|proposal|slides|presentation|memo|outline|pitch|analysis)
        (deliver|return|send|submit) your (translation|sample|piece|draft|text|essay|plan)
        (answer|answering|reply|respond) .. (by voice|by typing|on camera|on video|in writing|at your own pace|
            in your own time|own words)
        (will|shall) ask (you)? .. questions .. (answer|record)?
        (tap|click|press) .. to (start|begin)
        (take|have|taking) a (crack|go|stab|look and tell) at ..
        (self recorded|selfie|recorded|two minute|one minute|three minute|short) video
        (zip|push|mail|send|email) it .. (up|back|over|by|to)
        (undertake|undergo|sit) ..  (exercise|test|assessment|screening)
        (questionnaire|form) .. (attached|enclosed) .. (return|send|back)?
        (thing|task|exercise|test|puzzle) we (give|set|send|ask) (everyone|everybody|all|each)
        (own time|own pace)
        action required
        (need|require) .. (further|additional|more|some) .. (information|details|documents) .. (from you|before|application)?
        (homework|little task|small task|paid trial|trial task|test task|paid test|sample project|mini project)
        """,
        unless=_DONE + "order|shipment|tax|patient|refund|(offer|contract|letter) .. (sign|signed|back)",
        implies=0.5,
    ),
    rule(
        _KIND,
        "limits",
        1.3,
        """
        (will|have|get|has|need|given|allow|takes|take|lasts|about|limit|spend|spending|longer than|up to|maximum|around|
            approximately|within|not exceed|shouldn|set aside) .. (minutes|hours|hour|evening|min|mins|days) .. (to complete|
            once you|to finish|when you|to answer|from|in total|to do|after|of receiving|on it|at most|begin|quiet|test|it|
            long|solution)?
        (within|in|next|have) .. (days|hours|24|48|72) .. (of receiving|to complete|from receipt|of this|to finish|to submit|
            to return|from today)
        (link|session|invitation) .. (expire|expires|valid|expiring|active)
        (deadline|due) .. (is|by|date|on|for)
        (any language|your own words|track changes|no right or wrong|practise first|practice first|webcam|camera|browser|
            quiet place|quiet room|plagiarism|ai tools|chatgpt|timed|proctored|time limit|timer)
        (questions|exercises|tasks|sections|parts|tests) .. (there are|consists|five|sixty|four|minutes|timed)?
        """,
        unless="interview .. (will|last)|(offer|salary|decision|reschedule|cancel)",
    ),
)
