"""What keeps those who have not decided: an approval, a person who is away, a board that meets on the 18th, a frozen budget,
holidays, plain delay. Most of these reasons stand in cancellations and rejections too, where they are nothing to wait for.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.HOLDING

_SETTLED = """
    (closed|cancelled|withdrawn|eliminated|scrapped|abolished|pulled|no longer|filled|dissolved|cut|let go|laid off)
    {sorry} .. (not|unable|no) .. (proceed|move|offer|hire|hiring|filling|fill|progress|continue)
    (not|will not|can not) .. (be filling|be hiring|be moving forward|be proceeding|fill|proceed with you)
    (offer|offered|appointed|appointment of) .. (you|to you|another)
"""
_APPOINTMENT = """
    (interview|interviews|slot|call|appointment|meeting|session) .. (cancel*|postpone*|reschedul*|tomorrow|today|can not|
        will not|off|to be moved|at|as planned|on hold|scheduled|confirmed|has been)
    (cancel*|postpone*|reschedul*|rebook) .. (interview|interviews|call|meeting|slot|session|everything|appointment|you)
    (new|another|other|alternative|fresh) (time|date|slot|dates|times|day)
"""

RULES = (
    rule(
        _KIND,
        "waiting_on",
        2.4,
        """
        (waiting|wait|waits|awaiting|waited|waiting on|waiting for) .. (client|manager|approval|approvals|director|team|
            budget|board|sign off|signature|signatures|decision|finance|headquarters|hq|committee|final answer|final word|vp|
            ceo|cfo|boss|panel|partner|partners|leadership|legal|outcome|confirmation|green light|word|go ahead|stakeholders|
            business|references|scores|scoring|score sheets|other students|others to|management|corporate|head office|
            headcount|numbers|investor|contract to be|grant|funding|purchase order|award|interviewers|interviewer|panelists)
        (waiting|wait|awaiting|waiting on|waiting for) (on|for|to)? (hear|get|see|receive|find out|learn|know) (back|word|
            whether|if|what|how|from|anything|feedback|confirmation|something)? .. (from|about|on|what|how|whether|if|their|
            the|feedback|answer|last|is)?
        (waiting|awaiting) (on|for) (him|her|them|hr|feedback|that|a few|some|one|two|everyone|everybody|final|three|internal|
            legal|it)
        (waiting|wait) on (that|this|them|him|her|it|one|feedback|final|a|the|hr)
        wait (for|until|till) .. (approval|decision|back|returns|return|closing|approved|meets|met|finance|hr|feedback|
            everyone|budget|board|signed|committee|gets back|comes back|middle of|end of|after)
        (chased|chasing|nudged|nudging|pinged|pinging|prodded|prodding|bugging|pestering|hounding|pushing|badgering|emailed|
            followed up with|following up with|checked with|checked in with|spoke to|spoke with|touched base with|reminded|
            asked|reached out to) (the|our|my|your)? .. (client|hiring manager|manager|them|him|her|team|director|department|
            account manager|recruiter|boss|md|panel) .. (again|this morning|today|yesterday|twice|and|for|but|on|who|they|he|
            she|still|last)?
        (bug|chase|nudge|ping|push|pester|prod|press|hound|remind|grab) (them|him|her|the client|the manager|the team|
            the hiring manager|again|for|hr) .. (again|as soon|when|on|tomorrow|today|for|this|next|once|later|after)
        (pushing|push|pressing|fighting|lobbying|arguing) for (a|an|your|feedback|you|answer|real|more|three|two|the) ..
        (not|yet) .. (gotten|got|received|had|seen|collected|have) .. (feedback|scores|scorecards|notes|form|
            evaluations) .. (yet|from|back|all|form)?
        (get|getting|need|needs|want|wants|line|round|pin|wait for|gather) .. (everyone|everybody|the partners|the directors|
            the panel|the team|all of them) .. (in the same room|in one room|together|aligned|lined up|weigh in|
            on the same page|in a room|agree|free at|input)
        (run|running|take|taking|put|putting|bring|bringing|get|getting) (it|this|your name|things|that|everything|both) (by|
            past|through|before|up) (my|our|the|his|her|their) (cofounder|co founder|boss|partner|partners|board|manager|
            director|wife|brother|team|ceo|owner|committee|vp|hr|people|commercial|superintendent|trustees)
        (final|last) (word|say|call|decision) (is|rests|lies|sits|belongs) (with|to|up to)? .. (hers|his|theirs|mine|the|her|
            him|them|our)?
        (is|are|sits|sitting|still|currently|all|now|rests) with (the|our) (client|hiring manager|board|committee|hr|chairman|
            finance|director) .. (now|for|at the moment|and|who|since|approval|review|comp|presently|sign)
        (file|cv|profile|application|name|case|request|req|requisition) is (now|still|currently)? with (the|our|hr|client|my|
            management)
        (it|that|this|all|everything|we) (now)? (depends|hinges)
        """,
        unless="""
        (you|your|yours) .. (meet|speak|talk) with
        (waiting|wait|awaiting) .. (you|your|candidate)
        would (like|love) .. (meet|speak|talk|interview|invite|see) .. you
        (want|wants|like|love|need|needs|asked) .. (meet|see|interview|speak to|speak with|talk to|call) (with)? you
        thank .. (waiting|while|taking|meeting|coming)
        (background|reference|drug|medical|dbs) (check|checks|screening)
        (schedule|set up|arrange|book) .. (time|call|interview|meeting)
        (offer|starting|start date|onboarding)
        """
        + _SETTLED
        + _APPOINTMENT,
        implies=0.2,
    ),
    rule(
        _KIND,
        "somebody_is_away",
        2.2,
        """
        {decider} .. (is|are|has|was|will be|who is|being|currently|m|s|goes|went)? (still|currently|now|also|presently|all|
            actually|already|both|over|back)? (been|be|gone)? {away} .. (until|till|this week|next week|through|so|and|for|
            at the moment|back|right now|all week|on|these days|just now|today|monday|tuesday|wednesday|thursday|friday|
            presently|i)?
        (he|she|they|who|is|are) (is|are|s|has|have|will be|was)? (currently|presently|still|all|been|now|
            away)? {away} .. (until|till|this week|next week|through|for the|at the moment|back on|and back|these days|
            all week|right now|so|this month|presently)
        (away|out|off|gone|travelling|traveling|on leave|on vacation|on holiday|overseas|abroad) .. (until|till|through|
            thru) .. (the|next|{day}|end|after|then|easter|new year|thanksgiving|january|september|summer|spring)
        (is|are|s) .. (in|at|on|over in|out in|back in|down in|up in) .. (until|till|through|thru) (the|next|{day}|end|after|
            mid|early|then)
        (he|she|they|{decider}) .. (is|are|s|will be|should be|comes|gets|get|come) (back|due back|home|
            in the office again) .. (on|from|in|next|{day}|tomorrow|after|mid|early|later|so|the)
        (until|till|after|on|upon|following|pending) (his|her|their|my) (return|vacation|leave|holiday|trip|travels)
        (not|hardly|not yet) .. (get|got|gotten|get hold|pin|catch|caught|reach|reached|nail|track|found) .. (hold of|
            five minutes|him down|her down|them down|a minute|time with|in touch with|a chance|the chance)
        (had|get|got|gotten|have|found|find) .. (not|no|yet) .. (chance|time|opportunity|occasion|moment) .. (to|with)
        not .. (had|have|get|got|find|found) .. (chance|time|opportunity|occasion|moment|minute) .. (to|with) .. (discuss|
            review|meet|talk|look|read|debrief|speak|connect|sit|go|decide|catch|regroup|finish)
        (begins|starts|begin|in the middle of|on) .. (trial|audit|exams|examinations|harvest|inventory|year end|month end|
            quarter end|budget season|earnings|board week|tax season|survey|inspection) .. (until|this|so|which|and|will|
            through|it)
        calendars .. (disaster|mess|nightmare|not align|impossible|packed|full|crazy)
        """,
        unless="""
        so we are
        (so it|so we) .. (shifted|moved|off|calling|cancel*)
        sick
        i am .. (away|out|on leave|on holiday|travelling|traveling) .. (limited|access|no access|urgent)
        (start|starts|starting|start date|first day|onboarding|offer|salary)
        (not be able|unable|not available|cannot make|can not make|can not meet) .. (interview|you|call|that|your)
        (you|your) (are|will be|is)? .. (away|back|on holiday|on leave|home)
        when (you|i) (get|are|am|come)
        (phone|call|text|ring|contact|ask) .. if
        (interview you|interviewing you|see you|meet you|show you)
        """
        + _SETTLED
        + _APPOINTMENT,
        implies=0.1,
    ),
    rule(
        _KIND,
        "a_body_meets",
        2.2,
        """
        (we|they|all of us|the three of us|the two of us|both of us) (are|will be|will|plan to|have arranged to) (meeting|
            meet|sitting down|sit down|regrouping|getting together|get together|speaking|talking) (again)? (tomorrow|tonight|
            on|next|this|later|at the end|after) .. (to (decide|discuss|go over|compare|review|make|talk)|with (our|the)|
            and (decide|then|i|we)|about|weekend|week)?
        (committee|board|panel|partners|trustees|directors|governors|council|cabinet|faculty|senate|vestry|leadership team|
            leadership|management team|managers|commission|elders|owners|founders|we all|all of us) (will|does|do|only|next|
            now|both|all|are|is|has|have|have to|still)? .. (meet|meets|meeting|sit|sits|sitting|convene|convenes|reconvene|
            reconvenes|vote|votes|voted|reconvening|deliberate|deliberates|discuss|discusses|debrief|debriefs|decide|decides|
            regroup|ratify|ratifies) .. (again|until|till|on|next|in|this|once|{day}|tomorrow|tonight|every|at the end|later|
            only|over|after|before|it|them|today)
        (goes|go|going|has to go|have to go|must go|needs to go|will go|went|up) (back|out|next|now|on|up)? (to|before|
            in front of|through) the .. (board|committee|council|partners|directors|trustees|cabinet|governors|faculty|senate|
            superintendent|cfo|ceo|dean|provost|vp|hr office|region|regional|executive|finance) .. (on|for|next|this|in|at|
            and|which|who|before|until|first)?
        (next|last|additional|special|monthly|weekly|quarterly|upcoming|following) (board|committee|council|staff|partners|
            trustee|trustees|faculty|leadership|budget|headcount|department|management|vestry|school board|selection|approval|
            hc) (meeting|sitting|session|cycle|review|round|call) .. (is|on|in|will|at)?
        (ratify|ratified|ratification|rubber stamp|rubber stamped|moderated|moderation|vacancy control|workforce control|
            establishment control|quorum|exec sign off|senate exec)
        (vote|votes|voting|voted) .. (on the|on it|on you|until|have voted|position|could not|on all)
        (redeployment|transfer rights|bumping rights|internal applicants first|internal candidates first|redeployees|bid list|
            by seniority|internal posting) .. (panel|first|have|list|process|and|by|cleared|until|period)?
        (offer|post|posted|advertise|consider|talk|look|go) .. to (internal|internals|current employees|current staff|
            existing staff|union) .. (first|applicants|candidates)
        (talk|speak|offer|look) to (that person|that one|them|internal candidates) first
        """,
        unless="""
        interview|interviewing
        (interview|interviews|cannot promise|can not promise|appointment becomes|packet|give the position|voted to|
            review it shortly)
        (shortlist|shortlisting) panel
        (meet|meeting|see|interview) (with|you)
        (you|your) .. (meet|be meeting|are meeting|will meet)
        (approved|confirmed) (your|the appointment|another)
        (pleased|delighted|congratulations|ratified)
        would (like|love)
        (sick)
        if you are .. (selected|successful|shortlisted)
        """
        + _SETTLED
        + _APPOINTMENT,
    ),
    rule(
        _KIND,
        "needs_approval",
        2.4,
        """
        (need|needs|needed|waiting|wait|waiting on|waiting for|require|requires|pending|without|awaiting|seek|seeking|get|
            getting|obtain|chasing|until|till|once|after|as soon as|before) .. (budget|headcount|head count|board|final|
            internal|executive|exec|management|funding|formal|written|hr|finance|corporate|budgetary|client|ceo|cfo|vp|md|
            offer|salary|comp|compensation|requisition|req|position|her|his|their|director|group|headcounts|regional|owner|
            partner|bu head)? (approval|approvals|sign off|signoff|signature|signatures|clearance|green light|go ahead|
            authorization|blessing|okay|ok on|rubber stamp|authorisation|thumbs up|buy in) .. (from|for|on|before|to|by|the|
            of|through|first|and)?
        (approval|approvals|sign off|signoff|requisition|req|headcount|budget|funding|clearance|purchase order|grant|position|
            post|rate|release) .. (is|are|has|have|has to|have to|must|needs|need|to be|still|not|yet)? (still|currently|not|
            yet)? (be|been|being|to be)? (pending|in process|stuck|held up|delayed|under review|being reviewed|in progress|
            released|approved first|finalized|signed off|not approved|awaited|come through|outstanding|in limbo|tied up|
            cleared|sorted)
        (approve|approves|approved|sign off|signs off|signed off|release|releases|rubber stamp) .. (before we|before i|until|
            first|headcount|every body|every hire|all hires|the req|requisition|the position|the post|the rate|the budget|
            any head|offers|by finance) .. (can|until|next|approved|position|hire|make|move)?
        (has|have|needs|need|must) .. (approve|sign off|signs off|authorize|release|okay|rubber stamp|bless) .. (the|on|any|
            all|it|this|every|before|first|my|our)
        (not|yet to|nobody|no one) .. (approved|signed|released|signed off|authorized|cleared) .. (yet|until|the|next|budget|
            anyone|it|off|our|position|head)
        {few}? levels of approval
        (approvers|signatories|signatory|approver|approval chain|approval process|approval cycle|approval stage)
        (get|getting|got) .. (req|requisition|headcount|budget|position|role|it|offer|paperwork|number) (approved|signed|
            signed off|through|over the line|released|opened|reopened|official|unstuck)
        (put|putting|putting in|put in|submitted|filed|raised) .. (req|requisition|business case|request|paperwork) .. (to|
            for|and|with|in|but)
        (budget|headcount|funding|req|reqs|requisition|requisitions) .. (under review|being reviewed|in review|approved by|
            cycle|not finalized|not final|not set|still being|planning|discussions|question|up in the air|uncertain|tight|
            not released) .. (until|so|and|by|which|this|that|before)?
        (money|funds|funding|grant|budget) .. (comes|come|came|not come|released|through|wobbling|in place|lands|landed|
            clears|cleared|approved|confirmed|secured|dries) .. (through|in|by|yet|first|until|then|before|we|i)?
        (closing|close|raising|raise|finalizing|finishing|middle of|close of) .. (round|funding round|seed round|series a|
            series b|fundraise|fundraising|financing|investment|merger|acquisition|deal)
        (reorg|reorganization|restructuring|restructure|re organization|merger|acquisition|reorganizing|shake up|transition|
            government shutdown|fiscal year|budget year|embargo) .. (until|underway|under way|pending|in progress|continues|
            announced|complete|still|goes through|is announced)
        (until|once) .. (dust|things) (settles|settle|settled|calm|calms|clear)
        (new|next) (fiscal|budget|financial) (year|quarter|cycle)
        """,
        unless="""
        (expense|vacation|leave|purchase|planning) .. approval
        (you|your) .. (approve|sign|signed|need|get)
        (reapproved|re approved|board certified|board approved)
        (offer|letter|contract) .. (sign|signed|signature) .. (return|back|by|below)
        your signature
        (happy|pleased|delighted|excited|good news|great news|thrilled|congratulations)
        """
        + _SETTLED
        + _APPOINTMENT,
        implies=0.1,
    ),
    rule(
        _KIND,
        "on_hold",
        2.5,
        """
        (role|position|post|job|process|search|hiring|recruitment|recruiting|requisition|req|reqs|headcount|vacancy|vacancies|
            opening|decision|decisions|everything|things|all|it|this|application|we|they|are|is|been|remains|everybody|
            positions) .. (on|onto) (a|temporary|brief|short|indefinite)? (hold|ice|pause|standby|the back burner)
        (put|putting|puts|placed|place|placing) .. (on|onto) (hold|ice|pause|the back burner|standby)
        (put|putting|placed|place) .. (a|temporary) (hold|pause|freeze) on .. (hiring|recruitment|recruiting|all|new|
            everything|positions)
        (paused|pausing|pause|froze|frozen|freeze|freezing|suspended|suspending|stalled|parked|parking|halted|holding off|
            hold off|held off) .. (hiring|recruitment|recruiting|search|process|role|position|requisition|headcount|external|
            new hires|this|decision|decisions|interviewing|offers) .. (until|while|for|temporarily|as|pending|till|
            at the moment|right now|but|so)?
        (hiring|recruitment|recruiting|search|process|role|position|requisition|headcount|decision|project) .. (is|are|has|
            have|been|was|gone|got|a)? (temporarily|currently|been|briefly|on)? (paused|pause|frozen|freeze|suspended|stalled|
            parked|halted|in limbo|shelved for now|embargo|embargoed)
        (hiring|recruitment|headcount) (freeze|pause|embargo|chill|moratorium|slowdown)
        (resume|resumes|restart|restarts|revisit|reopen|reopens|unfreeze|lift|lifted|lifts|thaw|pick it up|pick this up|
            pick things up|pick up|pick back up|restarting|resuming|picking this|picking up) .. (process|search|recruitment|
            hiring|again|this|it|things|conversation|where we left) .. (after|in|next|once|when|on|early|by|mid|
            in the new year|as soon)
        (asked|told|instructed|advised|want|wants) .. (us|me) to .. (wait|pause|hold off|hold|not fill|stop hiring|slow down|
            freeze)
        (not|nothing) .. (fill|hire|hiring|filling|recruit) .. (until|till|right now|this month|before|for now|at the moment)
        (role|job|position|vacancy|opening) .. (not|is not) (going anywhere|going away|cancelled|dead|gone)
        (hiring|recruitment|recruiting|this|search) .. (pushed to the side|taken a back seat|on the back burner|fallen behind|
            had to wait|on the side|fallen by|slipped)
        (back burner|backburner|back seat|bottom of the pile|back of the queue)
        """,
        unless="""
        (freeze|pause|embargo) .. (is over|over|lifted|ended|thawed)
        (interview|conversation|call|slot|meeting) .. (on hold|hold off)
        hold off on (tomorrow|today|the interview)
        (on|put|placed|keep) .. hold .. (interviews|interview|all interviews|your account|everything in)
        (hold|holding) the (line|date|time|slot)
        your (account|order|call|membership|shipment|flight)
        auto
        """
        + _SETTLED
        + _APPOINTMENT,
        implies=0.2,
    ),
    rule(
        _KIND,
        "delayed",
        2.2,
        """
        (decision|process|timeline|timelines|hiring|search|recruitment|announcement|feedback|debrief|outcome|results|
            shortlisting|review|selection|everything|things|it|start|vacancy|position|answer|panel) .. (is|are|has|have|been|
            was|were|got|gotten)? (been|a bit|somewhat|also|again)? (pushed|slipped|delayed|postponed|stalled|slowed|deferred|
            dragged|dragging|held up|behind|extended|running late|set back|stretched|taking longer|on the slow side|bumped|
            put back|pushed out)
        (delay|delays|hold up|holdup) .. (in|on|with|at|from|to|getting|due|because|while|is|has) (the|our|this|my|your|
            making|getting|coming|finalizing|completing|responding|a|selecting|their|an|processing|replying)? .. (decision|
            process|hiring|side|response|feedback|recruitment|client|search|back|approval|end|board|selection|review|answer|
            end of|part)
        (slower|longer|later) than .. (planned|expected|hoped|promised|usual|anticipated|thought|intended|wanted|we|i|normal|
            like|said|liked|you|foreseen|it should|normally|estimated)
        (taking|taken|running|going to take|dragging on) (us|them|him|her|me|a|a little|a bit|much|slightly|somewhat|rather|
            far|considerably|quite|way)? (longer|more time|extra time|bit longer|little longer|a while|so long|too long|ages|
            forever|twice as long|an eternity|an age|its time|some time) .. (than|to|here|than i|on|for|because|with|with the|
            and|sorry|but)?
        (behind schedule|running behind|behind on (this|hiring|reviewing|everything|things|interviews|it|our|decisions)|
            little behind|bit behind|bottleneck|slow going|hit a snag|hit a bump|moving slowly|moving slower|dragging on|
            dragging its|dragging their|dragged on|stretched out|slow side|up against it|backed up)
        (been|things|it|week|month|we|office|everything) .. (crazy|hectic|mad|manic|chaotic|bonkers|madhouse|zoo|insane|
            bananas|nuts|bedlam) .. (here|week|lately|busy|around|at|since|with)
        (need|needs|wants|asked for|asking for|require|requires|have to ask for|ask you for) (a|just|another|us|about|maybe|
            you for)? (a)? (little more|bit more|few more|few|some more|another|couple more|couple of|extra|more|two more|
            three more|2 more|another two|another few|little|bit longer|bit of) (time|days|day|week|weeks|month) .. (to|
            before|for|until|on|more|so|as|than|he|she|they|and)?
        (asked|ask|asks|asking) (us|me|you)? (for|to wait) .. (week|weeks|days|longer|time|bit more)
        (extend|extended|extending|pushed|push|pushing|moved|moving|revised|bumped) (out|back)? (our|the|their)? (deadline|
            timeline|decision date|decision|search|closing date|target date|process|start)
        (become|becomes|be|is|are|clearer|more) (clear|clearer|clarity) .. (next|once|when|in|by|after|soon|until)
        (hoped|hoping|meant|intended|promised|wanted|supposed|planned|expected|said) .. (by now|by today|sooner|earlier|
            last week|already|yesterday|this week|before now|had hoped)
        (i|we) (had)? (said|promised|told you|told) (you)? .. (hear|be in touch|know|monday|tuesday|wednesday|thursday|friday|
            update|call|by|back|have|let you) .. (by|and|but|it is|today|yesterday|still|now|so|unfortunately)
        (well)? over (a)? (week|month|fortnight) .. (promised|said|late|since|waiting)
        """,
        unless="""
        your (interview|appointment|call|order|shipment|flight)
        (order|shipment|delivery|train|payment|luggage|parcel|package|invoice)
        {sorry} .. delay* .. (sending|scheduling|getting this)
        (not|unable) .. (moving|move forward|selected|offering|successful)
        (you|your) .. (need|take|want|have|require|like) .. (time|days|week|weeks)
        take .. (time|days|day|week|weeks) .. (think|decide|consider|reflect|talk|read|review it|look)
        give (me|us) .. (dates|times|slots)
        (test|assessment|exercise|task|assignment|form|questionnaire)
        due to .. (volume|number) .. applications
        """
        + _SETTLED
        + _APPOINTMENT,
    ),
    rule(
        _KIND,
        "holidays",
        1.6,
        """
        (after|over|until after|following|because of|due to|with|past|till after|given|around|during|until) (the|new|our|
            all)? .. (holiday|holidays|new year|thanksgiving|easter|holiday break|winter break|summer break|diwali|eid|
            ramadan|summer holidays|golden week|carnival|long weekend|festive|year end|shutdown|hanukkah|lunar new year|
            spring festival|break|passover|pentecost|songkran|puja|labor day|memorial day|july 4th|half term|reading week|
            dashain|holi|pongal|onam|chinese new year|cny|hari raya|bank holiday|midsummer|obon|st patrick s day)
        (holiday|holidays|festive|vacation|summer|thanksgiving|year end) (season|period|break|closure|shutdown|schedule|
            schedules|slowdown|time)
        in the new year
        (early|first|second|mid|beginning|start) .. (january|new year)
        (office|site|plant|institute|administration|university|school|college|company|shop|yard) .. (closed|closes|shut|shuts|
            shuts down|is closed|shut down|on break) .. (until|till|from|through|for|over|between)
        """,
        unless="""
        (start|starting|join|joining|onboarding|offer|interview|deadline|submit|complete)
        (holiday|vacation) (pay|entitlement|allowance|days)
        """,
    ),
    rule(
        _KIND,
        "something_is_waited_for",
        1.3,
        """
        (want|wants|need|needs|have|has|going|plan|plans|would like|got) to (talk|speak|discuss|sit down|meet|check|confer|
            consult|go over|review|align|sync|catch up|chat) .. (with|to|it|this|everything|internally|over) (the|my|our|his|
            her|their)? .. (other|team|colleagues|manager|director|partner|partners|boss|leadership|committee|client|wife|
            brother|ceo|vp|board|president|owner|cofounder|internally|hr|doctor|dad|cfo|everyone) .. (before|then|and|first|
            tomorrow|monday|this|next|when|who|about|on)
        (busy|tied up|swamped|snowed under|slammed|flat out|buried|up to (his|her|their|our|my) (eyes|neck|ears)|consumed|
            stuck|caught up|run off|rushed|overwhelmed|underwater|under water|all hands on deck|short staffed|short handed|
            understaffed|hands full) .. (with|in|at|by|until|till|for|so|this|like|and)?
        (returns|return|returning|gets back|coming back|back) (from|on) .. (leave|vacation|holiday|holidays|trip|monday|
            tuesday|wednesday|thursday|friday|travel|travels|honeymoon|conference|parental|maternity|the)
        (feedback|comments|evaluation|evaluations|score sheets|scorecards|scores|form|forms|notes) .. (not|yet|still|
            outstanding|awaited|missing|has to|have to|to come|coming) .. (come|back|in|submitted|from|received|outstanding|
            for|all|yet)?
        (client|manager|team|panel|committee|they|he|she) .. (want|wants|like|would like|asked|ask|asks|decided|needs|
            need) (for)? .. (see|meet|interview|compare|another|more time|a bit more|few more|one more|until|a week|longer|
            to think|to wait|to reflect|reflect) ..
        (when|once|as soon as|after|until|till|before|unless) (he|she|they|{decider}) .. (is|are|s|gets|get|comes|come|
            returns|return|has|have|resurfaces|lands|arrives)? (back|home|returned|returns|return|resurfaces|landed|
            in the office|surfaces|in town|around)
        (lambing|harvest|silage|calving|planting|shearing|stock take|year end close|quarter end|exam period|exam season) ..
        (has|have|needs|need|wants|want|got|gets) the (final|last) (word|say|call|decision)
        (up to|down to|depends on|depending on|rests with|lies with|sits with|hinges on|subject to|contingent on) (the|our|my|
            his|her|their|what|how|whether|if)? .. (board|client|committee|owner|director|budget|headcount|manager|funding|
            partners|founders|numbers|investor|management|council|grant|contract|hr)
        """,
        unless=_SETTLED + _APPOINTMENT,
    ),
)
