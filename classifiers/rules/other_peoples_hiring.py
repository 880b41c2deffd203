"""Hiring that is not the user's own: colleagues on a candidate, the user as interviewer or referee, firms that sell to those
who hire. What candidates themselves write stands in `candidate_letters`."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

_TO_A_CANDIDATE = """
your (application|candidacy|interview with|interview panel|interview is|interview has|onsite|visit|resume|cv|references)
you are (selected|invited|scheduled|shortlisted|confirmed)
(other|internal|external|successful|preferred|strong|ideal|another) (candidate|applicant) .. (has|have|who|was|is|and|for)
you (completed|submitted|interviewed|applied)
(we|i) .. (offer|offering) you
(interview|meet|speak with|see|invite|consider) you
"""
"""Unless-phrases: the same words to the candidate's face."""

RULES = (
    rule(
        _KIND,
        "about_a_candidate",
        3.6,
        """
        (the|this|that|our|each|every) (candidate|applicant) (was|is|seems|seemed|did|has|had|struggled|does|looks|came|
            answered|wants|asked|could|accepted|declined|withdrew|said|felt|appears|just|can|needs|we saw|from)
        (should|shall|do|can|could|would) (we|i|you) .. (reject|hire|pass on|advance|decline|move|make an offer to|
            extend an offer to|bring|interview|shortlist|tell) (her|him|them|this|that|the)
        (reject|hire|interviewed|interviewing|decline|screened|advance|shortlist|recommend|interview|called) (her|him|
            them) .. (today|for|before|and|or|on|as|because|too|at|tomorrow|now|then|thursday|friday|monday|yourself|back)
        (his|her) (resume|cv|interview|application|references|cover letter|notice period|take home|work sample|
            salary expectations|portfolio|background check|scorecard|offer letter|signing bonus|flight|transcript)
        their (scorecard|take home|salary expectations|notice period)
        (he|she) .. (lists|listed|gave|named|put) you (for|as|down) .. (reference|referee)
        (he|she) .. (has|have) (verbally|formally|just)? accepted
        (this|that) (guy|kid|fellow|lady) .. (phone|fit|strong|weak|great|junior|resume|for|from|is|has|back)
        (want|like|hire|love|reject|prefer) this (guy|kid|fellow|candidate|woman|lady)
        (fine|happy|ok|okay|sold|lukewarm|not convinced|impressed) (with|on|about|by) (him|her)
        (thumbs (up|down) from me)
        (lean|leaning|vote|i would say|inclined|strong|soft|weak) .. (no hire|to reject|to pass|hire from me)
        (strong|weak|soft|lean|clear|definite|reluctant) (yes|no|hire) (from|on|for|because|but|here)
        (yes|no|pass|maybe) from (me|my side) (on|for|because|too|as well)
        ((he|she) (was|is|seemed|seems|came across|struggled|nailed|bombed|aced|knows|handled|answered|asked|could not|
            did) ..(interview|exercise|coding|technical|strong|weak|nervous|senior|junior|arrogant|articulate|fit for|
            good fit|great fit|on paper|overqualified|case|hired|hire|whiteboard|polished|shy|rusty|experience|references))
        ((what did you think|your thoughts|any thoughts|your read|your view|your impression|how did you find|
            how do you rate) .. (of|on|about)?(him|her|the candidate|candidate|candidates|these two|the two|both))
        (move|moving|progress|advance|reject|rejecting|pass|passing|forward) .. (with|on) (him|her|both|neither)
        (not)? (move|moving) forward with (him|her)
        (offer|job|role|position) to (him|her)
        (he|she) (will start|joins us|turned us down|withdrew|wants only|wants days)
        (new hire|new joiner|new starter) .. (first|laptop|desk|onboarding|starts|start|buddy|month|week|access|equipment)
        (start date|starts) .. (his|her) (cost center|desk|laptop|phone|buddy|badge)
        (counter offer|counteroffer) .. (him|her|candidate)
        (it is|a|so it is) .. no for .. and .. (offer|yes) .. for
        (no|yes) (for|from me on|on) .. (and an offer|because|she|he)
        i would (go|still go) with ..  (was|asked|but|she|he|over)
        (ask|asked) (him|her) (about|to|in|if|whether) .. (role|experience|years|bring|code|again|relocate|salary|start|why)
        (bring|brought|bringing|call|called|calling) (him|her|the other) (in|back|fellow) (for)? .. (interview|second|a talk|
            another|chat)
        (offer|offers) .. (to|for) (him|her|both of them|all three|the two)
        (make|made|extend|extended|extending|give) (him|her) (an|a|the)? .. offer
        offered (her|him) the
        (let|letting) .. (down gently|down easy)
        (tell|told|inform|informs|informed) (him|her|the candidate|the others|them) .. (no|yes|that he|that she|we have|by|
            before|wait|know)
        (resume|cv) .. (he|she) (claims|says|has|did|is|worked|was|comes|is coming)
        (he|she) .. (phone screen|seemed strong|not technical|good technical|knows the buzzwords|did insurance|can start|
            could not tell|could not answer|looks better|keep looking)
        (any interest|have a look at|take a look at) .. (this|these|the) .. (resume|resumes|cv|cvs|profile|profiles|guy|
            student)
        """,
        unless=_TO_A_CANDIDATE
        + """
        the (candidate|applicant) (will be responsible|should have|must|will|would|should)
        their (client|team|interview|next)
        (manager|director|partner|boss|chef|she|he|they) .. (like|wants|would like|love|liked|likes|asked) .. you
        you .. (like|meet|see|interview|speak|email|call|show|tell|bring|send|ask) (him|her)
        (his|her) (team|assistant|flight back)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "interviewing_duty",
        3.4,
        """
        (interview|interviews with|meet) (a|the|our|these|another|two|three|four|five|six|all|
            shortlisted|next|new) (candidate|candidates|applicant|applicants|finalists) .. (for|on|at|in|today|tomorrow|
            monday|tuesday|wednesday|thursday|friday|this|and|who|is|was|visiting)
        candidates (coming|visiting|flying|interviewing|scheduled|were notified|for your|give their) .. (in|on|today|tomorrow|
            monday|tuesday|wednesday|thursday|friday|saturday|yesterday|to|review|talks|by)
        (first|second|third|last|final) candidate .. (at|is|{clock}|has|withdrew|in)
        (five|six|seven|four|three|twelve|ten) (candidates|in all|applicants) .. (two case|finishing|with|case|in all|one of)
        (you are|you) on the (interview|hiring)? (panel|loop) (for|with|on)
        (need|needs|looking for) .. (interviewers|more interviewers|assessors|panelists|panel members)
        (assessors|interviewers|panelists|panel members) (needed|wanted|please)
        (you are|you have been|you were|please) (added|assigned|asked|going|interviewing|on|volunteered) .. (to|as|on|
            interview|for) .. (panel|interviewer|assessor|the panel|hiring panel|candidate|apprentice interviews)
        (thank|thanks) .. (agreeing|offering|volunteering) to (act|step|sit|be|serve|join|interview|help) .. (panel|assessor|
            interviewer|member|governor|examiner|chair|interviews)
        (parent governor|scoring matrix|score each|mark sheet|marking sheet|panel papers|interview questions are confidential|
            score sheet|score sheets|agree the questions|interview kit|scorecard due|interviewer guide)
        (can|could|will|would) you (take|cover|do|run|handle|sit in|join|spare) .. (system design|coding|values|culture|
            technical|the interview|interviews|round|panel|both|mock|questions) .. (for|with|at|on|interview|tomorrow|tmrw)?
        sit in on .. (interview|interviews)
        (two|three|four|some|several) (onsites|onsite candidates|interviews) (tomorrow|today|this week) ..
        (interview|panel|onsite|loop|interview schedule) .. (schedule|itinerary|loop) .. (for)? .. (mr|ms|mrs|dr|candidate|
            panel below)
        panel .. (below|here|attached) .. schedule
        schedule .. on which you interview
        (evaluations|evaluation forms|evaluation|impressions|feedback|scores|write ups|yes no|scorecards) .. (to me|to hr|
            in before|before the meeting|by cob|by 4|by noon|should go|due|are due|is due|still missing)
        ((we|i|they) (interview|are interviewing|have interviews) (three|two|four|five|them|all day|students|her|him|six|
            seven) ..(on|in|thursday|friday|today|tomorrow|monday|dont|so))
        i (have|have got|got) interviews (all day|on|this|today|tomorrow|until|till)
        (interview|talk|phone interview|telephone interview) (with|of) .. (candidate|is today|for the .. opening) ..
        ((set up|schedule|arrange) .. (interview|phone interview|call|screen) with (this|him|her|the two|these|both|the|
            that)(guy|candidate|candidates|lady|woman|student|for|next|on|applicants)?)
        (his|her) number is
        (debrief|de brief|huddle|calibration|wash up|intake|kick off|sync|roundup|round up) .. (for|on|about|
            after) .. (candidate|candidates|onsite|loop|interviews|search|role|hire|finalists)
        (submit|complete|fill|fill in|fill out|enter|leave|add|send|write up) .. (your|the|interview) .. (scorecard|
            scorecards|feedback|evaluation|evaluations|write up|notes|ratings|score|scores) .. (for|on|about|by|before|within|
            in greenhouse|in lever|in the system)
        (your|the) (scorecard|feedback|evaluation) (for|on|of) .. (is|was) (due|overdue|missing|outstanding|not submitted)
        you interviewed .. (for|yesterday|today|this morning|on|last)
        (you will|you are|you would|you have been) .. (interviewing|covering|assessing|asking|focus on|taking over|
            taking the) .. (for|the|on|candidate|values|coding|system|technical|round|slot)
        (focus area|focus areas|competencies to cover|interviewer pack|interviewer training|interviewer briefing|
            panel briefing|panel brief|panel pack|question bank|your slot with|marking grid|scoring grid|assessor pack|
            interview rota|interview plan for|interview team|interviewing team|hiring huddle|hiring sync|candidate review)
        (swap|cover|take|drop) .. (my|your|his|her) (interview|slot|screen|phone screen|panel|loop)
        (double booked|clash) .. (interview|panel|candidate|onsite)
        (withdrew|dropped out|pulled out|withdrawn) .. (this morning|so|yesterday|today) ..  (your|interview|cancelled|slot|
            panel|off)
        (candidate|applicant|interviewee) (name|resume|cv|email|location|source|stage)
        (invitee|interviewee|candidate) (is|name|will|has|s)? .. (<address>|resume|cv|scheduled|booked)
        (a|new) (event|candidate|interview) .. (has been)? scheduled on your (page|calendar)
        interviewers (all|please|the|you|are)
        (exit|all) interviews (for|with|are|on) .. (cancelled|off|moved|postponed)
        students meet the candidate
        """,
        unless=_TO_A_CANDIDATE
        + """
        you will (be)? (meet|interviewed|speak|see)|(meet|see|interview) you|your (time|slot|schedule)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "shortlisting_together",
        3.4,
        """
        (candidates|resumes|cvs|applicants|applications|files|letters|profiles) .. (for your review|to review|for you to|
            in the pipeline|please review|you should see|to look at|to screen|you left|in your mailbox|on your chair|
            on your desk|confidential|in the folder|in the drive|please rank|attached for)
        (attached|find|here|enclosed) (are|is|please)? .. (resumes|cvs|profiles|evaluations|letters of recommendation|
            applications|shortlist|longlist|candidates)
        (resumes|cvs) (will be|are|attached) .. (distributed|sent|attached|here|in your|in the|on your|below)
        ((read|read through|looked at|look at|went through|been through|have|got|received|rank) (all|the|these|those|my|
            our)?{hour}? (resumes|cvs|curriculums|files) (and|on|over|in|from|this|last|twice|already|so|you))
        (batch|pile|stack|bunch|set) of (resumes|cvs|applicants|profiles|candidates)
        (two|three|four|five|six|seven|{hour}) (resumes|profiles|cvs|curriculums) .. (attached|from|for|worth|in)
        (yes|no|maybe|reject) pile
        (our|the|my) (shortlist|short list|longlist) .. (is|has|looks|attached|by|down|for|should|needs|please)
        please rank (your|the|them|top|by) ..
        (have|we have) shortlisted (three|four|five|six|{hour}) .. (from|firms|of|for|and|candidates)
        (send|sends|sent) out the (rejections|regrets|offers|regret letters)
        (ding|regret|rejection) (letter|letters)
        (no thanks|rejection) (note|email|mail)
        (get|gets|send) (our|a|the) (regrets|kind no|regret)
        (invite|invite the|call) (three|two|the three|the two|the boy|the woman) .. (to campus|for the|from|and|in)
        (offers|offer) .. (went out|been extended|will go out|was extended|go out) (to|by|on)
        candidate no .. (is|has|should|was)
        (your|our two|new|the) (open reqs|open req|requisition|req) .. (approved|posted|live|number|form|opened|assigned)
        (fill a position|requests to fill|offers may not be extended|extend an offer please|work with .. on the letter)
        (offer|your) approval .. (for|is|requested|needed|of the following)
        (you are|are) (approver|the hiring manager|listed as hiring manager)
        (new|{hour} new) (applicant|applicants|applications|application|candidates) (for|to review|received|this week|applied|
            in) ..
        {hour} (to review|interviews scheduled)
        (review|view|open|see) (the)? (candidate|applicant|applicants|candidates) (profile|now|list|details|record|summary)?
        application received from
        (has|have) applied (for|to) .. (at|and|with|our|through|position) .. (review|screening|attached|your job|location|see|
            is|view)?
        candidates have been waiting
        (hiring of|selection of|search for) (a|the|new|our)? (doorman|minister|manager|director|teacher|vicar|principal|
            doctor) .. (we|the|received|committee|candidates|interviewed|so far)
        (seven|five|six|{hour}) applications so far
        (recommends|recommended|nominates) (mr|ms|mrs|dr|rev) ..
        """,
        unless=_TO_A_CANDIDATE
        + """
        (view|review) candidate home
        (received|get|getting|had|have) .. (large|high|over|many|number|volume|several|hundred) .. (of)? .. (applications|
            applicants)
        (hiring|application|your) .. (process|status|freeze)
        (we|our) .. (large|unprecedented|high) (number|volume)
        you applied|yours|of your
        (position|vacancy|role) .. (closed|filled|on hold|withdrawn)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "hiring_jargon",
        1.3,
        """
        (scorecard|scorecards|interview feedback|candidate pipeline|candidate packet|req approval|feedback form|
            interview notes|interview debrief|calibration|candidate experience|time to hire|time to fill|new starters|
            hiring plan|hiring needs|hiring pipeline|hiring targets|intake meeting)
        (our|the|my|your team) headcount (plan|numbers|needs|target|targets)
        (they|candidate) .. (has|have) (verbally|formally|just) accepted
        your (direct report|requisition|req|headcount)
        """,
        unless="""
        your (application|candidacy|interview with)
        hiring freeze|our hiring plan
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "referee_or_referrer",
        4.2,
        """
        ((named|listed|given|provided|put|nominated|gave|lists) (you|your name|your details|your email) .. (as|for) (a|an|
            their|his|her) ..(referee|reference|recommender))
        (has|have) given your name
        (reference|recommendation) (request|form|questionnaire) .. (for|about|on|regarding) ..
        (reference|recommendation) (letter|check) for .. (who|candidate|applicant|former)
        your name as .. (reference|referee|recommender)
        (thank|thanks) .. (for)? .. (referring|your referral|the referral|recommending)
        your (referral|referred candidate|referee)
        your (friend|colleague|contact|referral) .. (applied|has applied|was hired|got hired|has been hired|hired)
        (earn|paid|receive|get|eligible for|your) .. (referral|recommendation) .. (bonus|reward) .. (after|when|if|once|will|
            for)
        (employee referral|refer a friend|referral program|referral scheme|recommend them in the portal|
            someone you recommend is hired)
        not to move forward with (his|her|their) application
        letter of recommendation for
        (interim reference|employment reference|character reference) .. (no problem|write|asked for|request|before)
        (want|need|asked for|wants) .. two referees .. (would you|could you|can i|may i)
        (would|could|can|may) (you|i) .. (put you down|be my referee|be a referee|be my reference|act as my|list you|name you|
            give your name)
        """,
        unless="""
        (your|two|three|list|provide|names|contact|details|give) .. (references|referees) .. (please|by|for us|we)
        your references
        (appreciate|any|welcome|for your|the) referral*
        reference checks? (for|on) you
        you (have|has) applied
        (know|knew) (somebody|someone|anyone|anybody)
        we have referral bonus
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "selling_candidates",
        3.6,
        """
        (candidates|talent|developers|engineers|contractors|resources|consultants|bench|profiles) .. (for your team|
            for your open|available immediately|your open|your vacancy|your hiring|on our bench|we placed|ready to join|
            interviewing elsewhere)
        (candidate|someone|somebody|her|him|she|he) .. in front of you (before|this)?
        (hits|hit) the market
        (she|he|they) .. (would move for|only wants to meet|is asking|wants around|available from)
        (your|you) .. (open role|open roles|open positions|hiring needs|staffing needs|recruitment needs|your open position|
            hiring process|job posting|job post|staffing partner|recruiting partner)
        (saw|see|noticed|heard) (that)? .. (is hiring|are hiring|is recruiting|hiring) (a|an|for|{hour}|more|
            several|engineers|receptionist|drivers|people) .. (congrats)?
        you are (hiring|recruiting)
        (the right person) .. (talk|conversation|about|to) .. (recruiting|hiring|talent|staffing|how founders|on)
        (time to hire|time to offer|cost per hire|time to fill) .. (by|{hour})
        your (company|team|firm) is (growing|hiring|recruiting)
        (send|share|forward) you their (resumes|cvs|profiles)
        (placement fee|recruitment fee|our fee is|contingency fee)
        (hire|find|source|recruit) .. (faster|top talent|better candidates|great talent|qualified candidates|vetted)
        (pre vetted|prevetted|vetted) (candidates|talent|developers|engineers)
        (two|three|{hour}) profiles (attached|for|below)
        """,
        unless="""
        (your application|our hiring process|candidates for this|your interview|our client|their client)
        you .. (be|are) .. (open|interested|curious|looking)
        see if you
        (other|any|suitable|similar|consider|apply|our) .. (vacancies|open positions|open roles|roles)
        your team .. (at|talk|blog)
        (part|step|stage) of .. hiring process
        (two|several|some|few) of them are hiring|introduce you
        """,
    ),
    rule(
        _KIND,
        "work_talk",
        1.4,
        """
        (stand up|standup|sprint|retro|backlog|one on one|1:1|all hands|offsite|okr|okrs|roadmap|quarterly review|q1|q2|q3|q4|
            steering committee|board deck|jira|pull request|deploy|contract renewal|action items|status report|deliverable|
            deliverables|milestone|merged into main)
        (team|staff|department|project|weekly|monthly|planning|budget|sales|product|customer|vendor|committee) (meeting|call|
            sync|update|review|lunch|planning) ..
        our (customer|vendor|supplier|project) (meeting|call|review|deadline)
        (please)? (do not|not) .. (for)? (wider consumption|circulate|forward this internally)
        """,
        unless="""
        your (application|interview|candidacy|cv|resume)
        (role|position|vacancy|job|opening|interview|assignment) .. (payroll|vendor|release|roadmap|deploy|analyst|manager|
            engineer)
        (payroll|release|product|sales|project|vendor) .. (role|position|vacancy|job|opening|analyst|manager|engineer|clerk|
            specialist|officer|lead|people)
        (hiring|you) .. (manager|team|role|position|candidates|interviewing)
        (client|board) .. (see|wants|liked|meeting .. december|approval|interview)
        called into a client meeting|into a meeting
        (same|the) conference room
        all hands on deck|actual backlog
        """,
    ),
    rule(
        _KIND,
        "spoken_of",
        3.0,
        """
        (interview|interviewing|interviewed|hire|hired|hiring|reject|rejected|screen|screened|bring|brought|invite|invited|
            shortlist|shortlisted|advance|recommend|recommended|want|offer|offered|lose|losing|meet|met|like|liked|tell|told|
            passed on|pass on|going with|go with|moving|fan of|impressed by|speak to|spoke to|spoke with|talked to|
            worked with|vouch for|about) him ..
        ((interview|interviewing|interviewed|hire|hired|reject|rejected|screen|screened|bring|brought|invite|invited|
            shortlist|shortlisted|advance|recommend|offered|meet|met|like|liked|tell|told|pass on|go with|going with|spoke to|
            spoke with|vouch for) her(in|for|on|at|to|a|the|and|or|but|before|after|next|today|tomorrow|yesterday|back|as|
            because|if|when|this|too|over|again|by|down))
        (his|her) (interview|resume|cv|references|candidacy|notice period|background check|take home|portfolio|start date|
            salary|expectations|experience|code|presentation|answers|case|onsite|screen|offer) (is|was|were|are|looks|look|
            and|on|for|at|before|went|did|seems|could|has|have|in|that|which|today|tomorrow|but|by|from|with)
        (he|she) (interviewed|applied|has applied|is applying|is interviewing|interviews) (for|with|at|here|last|on|well|
            badly|elsewhere)
        (he|she) (has|had|is holding|is sitting on|got) (another|a competing|an|other) (offer|offers)
        (he|she) (is|was|would be|could be|might be) (a)? (perfect|right|wrong|great|good|strong|weak|bad|poor|solid|top|
            the best|our best|overqualified|underqualified|too senior|too junior|not ready|the one) ..  (role|job|team|
            candidate|us|hire|fit|choice|position|technically)
        """,
        unless="""
        you|your|yours|(boss|manager|director|client|owner|partner) (is|will|wants|would)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "hiring_internals",
        3.0,
        """
        (draft|drafting|review|reviewed|updated|revised|attached|approve|edit|sign off) (of)? (the|your|my|our)? (jd|job ad|
            job advert|job posting|job description for|advert for|req for|person specification|role profile)
        (post|repost|readvertise|re advertise|advertise|close|reopen|unpost) the (job|req|ad|advert|posting)
        (backfill|back fill|backfilling) (for|of|the|her|his|role|req|position)
        (bar raiser|interviewer training|interview training|calibrate|candidate slate|slate of candidates|intake meeting|
            sourcing strategy|agency fees|agency fee|open headcount|hiring manager training|recruiting metrics|
            recruiting report|pipeline review|hiring funnel|offer acceptance rate|diversity slate|unconscious bias|
            structured interviewing|hiring freeze memo|recruitment update for)
        (who|whom) (should|do|shall|can) we (hire|interview|invite|bring|shortlist|see|meet|pick|choose|reject)
        (need|have|want|got) to (hire|recruit|interview|fill) (for|two|three|four|more|another|someone for|somebody for|
            {hour}|the)
        (how many|which) (candidates|interviews|applicants|resumes|cvs) (do|are|have|did|should|would|will) (we|i|they|you)
        (candidates|applicants) (are|were|have been|will be) (in the|scheduled|booked|coming|waiting|emailed|notified by|told|
            flown|seen) ..
        (we|they) (have|had|got|saw|met|interviewed) (two|three|four|five|six|several|a few|some|eight|{hour}) (good|strong|
            great|decent|weak|really|solid|very|promising|excellent)? (candidates|applicants|people) (for the|so far for the|
            this week for|and i|but none|and none)
        """,
        unless="""
        (your|you) .. (application|interview|applied|interviewed|patience|decision|update|candidacy|
            process)|your|get back to you|let you know
        """,
        negatable=False,
    ),
)
