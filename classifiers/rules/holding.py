"""How a person says "not yet": no decision so far, still interviewing, somebody away, budget not approved, back by Friday.

The automatic "we received your application and will be in touch" promises too; the sender and the receipt tell them apart
(`classifiers.verdict`).
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.HOLDING

RULES = (
    rule(
        _KIND,
        "undecided",
        2.8,
        """
        (not|yet to|have yet to|still to) .. (made|make|reached|reach|finalized|finalize|taken|take|got|come to|settled|
            arrived at|received|heard|had|have) (a|an|any|the|our|your|their|my|to a|to an)? .. {news}
        (not|yet to) .. (decided|settled|landed|finalized) .. (yet|on|who|anything|whether|between)?
        no (final|firm|definite|official|real|clear|concrete|new|further|formal)? {news} (yet|as yet|so far|at this|
            at the moment|to share|to report|from|on|as of|until|for you yet|right now|today|sorry)
        no {news} for you yet
        nothing (new|definite|final|concrete|firm|yet|to report|to share|further|back)
        not .. (have|got|hear|heard|know|had) .. (news|update|answer|decision|anything|more|back|feedback) .. (yet|today|
            for you|to share|from|at this|right now|until)
        not (give|share|tell|offer|provide) .. (final|definite|clear|firm|an answer|a decision|an update|a definitive|
            an exact|a date|anything|more) .. (yet|today|now|before|until|answer|decision)?
        (decision|answer|feedback|outcome|result|approval|confirmation) .. (not|yet to|still) .. (been|be|made|come|missing|
            arrived|received|final|out|in|pending|outstanding|open)
        (undecided|deliberating)
        no (decision|decisions|news|final decision) (has|have|had) (yet)? been
        (nearly|almost|getting) there
        nothing (back)? (yet)? from (upstairs|them|him|her|the client|hq|finance|hr|head office|above)
        yet to hear
        (nothing|not) .. (happen|move|decided|signed|settled) .. (before|until|till)
        (is|are|am) .. (in|at|on|away|abroad) .. (until|till) (the|next|monday|tuesday|wednesday|thursday|friday|end|january|
            after)
        (make|making|made) up (our|my|their|his|her) (mind|minds)
        before (we|i) can (say|tell|decide|commit|share|move)
        (decision|feedback|answer|outcome|result|approval|reply|response) .. (pending|outstanding|missing|in progress|
            under way|underway)
        (ready|able) to (make|give|share|announce|write|tell|let|decide|come back|notify) .. (choice|decision|answer|you|news|
            outcome|result) .. {while}
        (can not|could not|not able to|not) .. (sign|hire|extend|confirm|commit|say|tell|share|promise|move|act|decide|
            do) .. (until|till|before|yet) ..
        not (had|have) an (outcome|answer|update)
        wish .. had (more|better|something|good|any|other) .. (tell|news|report|say|share|you)
        nothing (has|have) changed
        (pending|awaiting) (a|the|our|final|their|your|his|her|some|further)? .. (decision|feedback|approval|sign off|outcome|
            results|response|confirmation|review)
        """,
        unless="""
        (you|your) .. (completed|started|finished|submitted|responded|replied|applied)
        not .. (heard|received) .. from you
        your .. (application|email|message) .. (not|yet) .. submitted
        """,
        negatable=False,
        implies=0.3,
    ),
    rule(
        _KIND,
        "still_at_it",
        2.6,
        """
        still .. (interviewing|reviewing|considering|evaluating|meeting|speaking|talking|seeing|deciding|debating|discussing|
            deliberating|assessing|waiting|awaiting|collecting|gathering|chasing|finalizing|comparing|weighing|thinking|
            wrapping|finishing|processing|sorting|working|going through|working through|trying|pushing|hoping)
        still .. (in the process|in consideration|under consideration|under review|being considered|being reviewed|
            in progress|ongoing|on going|underway|under way|in the running|in the mix|in the frame|in contention|in play|open|
            pending|on the table|undecided|at the stage|a candidate|part of|in discussions|in talks|being finalized|
            being processed|very much)
        still .. (have|need|want) .. (to see|to meet|to interview|to speak|to talk|interviews|people|candidates|others|left|
            to go|to hear|to finish|to complete|to decide|to get|to discuss)
        still .. (a few|a couple|several|some|one|two|three|other|more) .. (candidates|interviews|people|applicants|
            conversations|approvals|steps|to see|to go|to meet|rounds|moving parts)
        (we|i|they) .. (are|am|remain) (still)? in the process of
        (in the middle|midst|final stages|final stage|last stage|last stages|tail end|thick|final stretch) of .. (interviews|
            interviewing|process|reviewing|deciding|deliberations|conversations|review|search|hiring)
        (process|search|decision|review|recruitment|interviews|deliberations|discussions) .. (is|are) .. (still|ongoing|
            on going|continuing|underway|in progress|under way)
        (remain|remains|staying|stay|continue|continues) .. (under consideration|active consideration|in consideration|
            interested in you|interested in your|a strong|in the running|in contention|in the process|to be considered|active|
            a candidate|very interested)
        under (active|serious|close)? consideration
        (top|high|near the top) (of|on) (my|our|the|their) list
        (a|in a|on a) holding pattern
        (pushing|push|pressing|fighting) for (a|an|your) (decision|answer|approval|offer|yes)
        (couple|few|handful|one|two|three) .. (people|candidates|rounds|round|interviews) .. (left|remaining|to go|to see|
            to get through|with the others)
        things are (moving|progressing|slow|still)
        not (been)? forgotten (about)? (you|your)?
        not .. think .. (forgotten|vanished|ghosted|disappeared|forgot|lost interest|dropped)
        not (vanished|ghosted|disappeared|gone quiet|fallen off)
        you are (our|my|the|still our|still my) (pick|favorite|favourite|front runner|frontrunner|top|first|strongest|preferred)
        (you are|you remain|your application is) .. (in the running|in the frame|in the mix|a front runner|a strong contender|
            one of the|in contention|in the hat)
        (internal|team|final|some) (discussions|deliberations|conversations|meetings|review) .. (this week|next week|ongoing|
            underway|continue|before|on)
        (debrief|sit down|hash it out|regroup|put our heads together|compare notes|comparing notes|huddle|reconvene) .. (this|
            next|on|tomorrow|later|slipped|with|and|then|before|when|after|early)?
        """,
        unless="""
        (are|if) you .. still (interested|available|open|looking|considering)
        if you are still
        no longer|unfortunately .. other candidates
        """,
        implies=0.4,
    ),
    rule(
        _KIND,
        "interviews_to_go",
        2.4,
        """
        (finish|finishing|complete|completing|wrap|wrapping|conclude|concluding|finalize|finalizing|done|through) (up|
            with)? .. (interviews|conversations|rounds|interviewing|meetings|interview process|first round|second round|
            final round|candidates|screens|screenings)
        (more|other|another|additional|remaining|last|final) .. (candidates|people|candidate|person|applicants|applicant|guys|
            folks|finalist|finalists) .. (to see|to meet|to interview|this week|next week|left|to go|lined up|scheduled|
            booked|to talk|to speak|on monday|on tuesday|on wednesday|on thursday|on friday|tomorrow|before|first)
        (seeing|meeting|interviewing|talking to|talking with|speaking to|speaking with|see|meet|interview|speak with|speak to|
            talk to) .. (other|more|another|couple|few|remaining|several|rest of the|last|some) .. (candidates|people|
            candidate|person|applicants|guys|folks|others|persons|finalists)
        (interviews|conversations|interviewing) .. (through|until|till|run|into|continue|wrap|finish|end|conclude|last|
            take) .. {while}
        interview* .. (rest|remaining|other|last|a few more) .. (candidates|applicants|people)
        (has|have|got|with) (a few|a couple|a couple of|two|three|several|some|one|four|another) (more|other) .. to (see|meet|
            interview|talk to|speak to|speak with|talk with)
        to (meet|see|interview) (this|next|on|later this|early next) (week|monday|tuesday|wednesday|thursday|friday)
        before (signing|making|extending|deciding|finalizing|committing|we decide|i decide|a decision|any decision|anything)
        """,
        unless="""
        (other|another|different) candidates .. (instead|closely|better|whose)
        {decided} to .. other
        """,
        implies=1.0,
    ),
    rule(
        _KIND,
        "delayed",
        2.2,
        """
        (delay|delays|delayed|delaying) .. (in|to|on|with|our|the|getting|due|because|decision|process|response|feedback|
            reply|hiring|until|as|by|for|this)?
        (slower|longer|later) than .. (planned|expected|hoped|promised|usual|anticipated|thought|intended|wanted|we|i|normal)
        (taking|takes|take|took|taken|need|needs|running) .. (longer|more time|while|extra time|bit longer)
        (behind schedule|held up|backed up|pushed back|running behind|running late|dragging|bottleneck|slipped|snowed under|
            swamped|bogged down|slow going|hit a snag|moving slowly|moving slower|got busy|been crazy|been hectic|
            been swamped)
        (takes|taking|take) (twice|so|too|very|ages|forever|quite) .. (long|time|a while)?
        behind on (everything|things|this|it)
        (decision makers|decision maker|partners|board|director|bosses|boss) are (travelling|traveling|away|out|on leave|
            on holiday)
        (become|becomes|be) (clear|clearer) ..
        (need|needs|want|wants|require|take) .. (little|bit|few|some|another|couple) (more|of)? .. (time|days|day|week|
            weeks) .. (to|before|for|until|on)?
        (decision|timeline|process|hiring|start|meeting|search|recruitment|announcement|feedback|debrief) .. (pushed|slipped|
            moved|shifted|extended|delayed|postponed|stalled|slowed|deferred|dragged)
        (extend|extended|extending) .. (deadline|timeline|search|process|decision)
        """,
        unless="""
        your (interview|appointment|call)
        (order|shipment|flight|delivery|train|payment)
        (sorry|apologies|apologize) .. delay* .. (sending|scheduling|getting this)
        """,
    ),
    rule(
        _KIND,
        "sorry_for_the_wait",
        2.0,
        """
        (apologies|sorry|apologize|forgive) .. (delay|delayed|silence|wait|waiting|slow|radio silence|hold up|slowness|gap|
            lag|quiet) .. (response|reply|getting|in|on|with|you|this)?
        (apologies|sorry|apologize) .. not .. (gotten|got|getting|come|coming|been|being|had|having|having any|written|sent|
            responded|replied|more) .. (back|touch|news|sooner|earlier|update|answer|definite)?
        (keep|keeping|kept|leave|leaving|left|have) you (waiting|hanging|in suspense|guessing|wondering|on tenterhooks|
            in limbo|in the dark)
        (hoping|hoped|meant|intended|promised|wanted|supposed) to .. (back to you|have an answer|have news|be in touch|
            have decided|update you|have a decision|let you know|know) .. (by|before|this|last|yesterday|sooner|earlier)
        """,
    ),
    rule(
        _KIND,
        "patience",
        2.0,
        """
        bear with (us|me)
        (hang|hanging|sit|sitting|hold) (tight|in there|on a|on for)
        hanging in
        (hold|hang|wait) (out|on)? .. (little|bit|while) longer
        bear with
        (anxious|eager|keen) to hear
        (thank|thanks|thankful|appreciate|appreciating|grateful|ask for|request|asking for) .. (patience|being patient|
            patient|understanding while|for waiting|for bearing|hanging in|for hanging)
        (your|little|bit of|some) (continued)? patience
        please .. (allow|give|grant) (us|me|them|him|her) (a|some|until|few|another|one|two|the|just) .. (days|time|week|
            weeks|longer|more|while|until|friday|monday)
        (allow|give) us (a little|some|a few) more
        (be|remain|stay) patient
        (sit|stay) tight
        (stand by|stay tuned|watch this space)
        """,
        unless="refund|order|claim|ticket",
    ),
    rule(
        _KIND,
        "back_to_you_by",
        2.0,
        """
        (get|come|be|circle|report|write|getting|coming|come right|revert|loop|swing) back (to|with) you .. {while}
        (be|being|been|get|stay|keep) in (touch|contact) .. {while}
        (let you know|inform you|update you|reach out|contact you|follow up|touch base|write to you|tell you|notify you|
            email you|advise you|be able to say|revert|message you|speak to you|get in touch) .. (by|before|at the latest|
            as soon as|once|when|next|this|within|in the|early|later|after|on|mid|toward|towards|no later|end of|shortly|
            soon) ..  {while}
        (have|share|give you|send you|get you|expect|provide|bring) .. (an|a|some|more|final|further|your|definite|any|the|
            our) .. {news} .. {while}
        (know|hear|find out|learn|decide|say) (more|something|anything|back|either way|for sure|from us|from me|from him|
            from her) .. (by|before|next|this|within|in|early|later|after|once|when|as soon as|at the|on|soon|shortly|monday|
            tuesday|wednesday|thursday|friday|tomorrow|until)
        (ping|text|call|ring|phone|shout|bell|buzz|email|write|message|tell|update) you .. (as soon as|the minute|the moment|
            once|when i|when we|when they|when he|when she|the second|after|by the end|early next|next week|in january)
        as soon as .. (hear|know|have|decision|decided|made|news|get|update|decide)
        (once|when|after) .. (decision|decided|made up|finalized|heard back|approval|made our) .. (made|been|we|i|they)?
        (expect|hope|hoping|aim|aiming|plan|planning|should|anticipate|anticipating|expecting|trying|intend|want|
            target) .. (make|made|have|reach|finalize|know|decision|decide|decisions|update|news|answer|respond|notify|wrap|
            finish|conclude|complete) .. {while}
        (decision|answer|update|news|decisions|feedback|outcome) .. (by|before|next|this week|within|in the next|early|later|
            after|expected|likely|should|will|made) .. {while}
        (will|shall|going to) .. (decide|make a decision|make our decision|make a call|finalize|sit down) .. {while}
        more as soon as
        (make|making|made|reach|reaching|take|taking) .. (decision|decisions|choice) .. (by|before|next|this|within|in|on|
            soon|early|later|after|shortly|end)
        let you know .. (decision|outcome|result|answer) .. (as soon|once|when|by)
        (keep|keeping|have) you in (the|our) (process|running|mix|pipeline|loop|frame) .. (while|until|and|as)
        (be|am|are) back in (touch|contact) .. {while}
        (see|meet|interview|speak to|talk to) (everybody|everyone|all) .. before
        chase (them|him|her|the client|again)
        hear (from|back) .. either way
        let me (talk|speak|check|sit down) (to|with) .. and (get|come) back
        (will|to) be (after|before) .. (holiday|holidays|christmas|new year|easter|thanksgiving|summer)
        (anticipate|expect|hope) being able to
        (write|writing) to (all|every|each) .. (interviewees|candidates|applicants|of you) .. by
        give (me|us) .. (till|until|a few|a couple|another|some|the week|a week)
        (will|shall|should) (vote|choose|announce|write|decide|meet) .. {while}
        (takes|take) (about|around|roughly|up to|another|approximately) .. (days|weeks|week|fortnight)
        (get|come|circle|be) back to you (at|on|by|within|in|as|next|this|early|later|shortly|soon)
        talk soon .. (decid*|hash|other)
        """,
        unless="""
        if .. (qualif*|match*|suitable|fit|selected|shortlisted|interested in|meet|align*)
        (get|come|circle) back to (us|me)
        (new|alternative|other|different|another) (time|date|times|dates|slot|slots|options|day)
        (details|link|invite|invitation|agenda|contract|paperwork|offer letter|confirmation) .. (to|shortly|soon)
        your (order|claim|ticket|refund|appointment|loan|request)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        _KIND,
        "back_to_you",
        1.1,
        """
        (get|come|be|circle|report|getting|revert|coming|loop) back (to|with) you
        (be|keep|stay) in (touch|contact)
        (let you know|keep you posted|keep you updated|keep you informed|keep you in the loop|keep you abreast|update you|
            reach out|follow up|contact you|reach back|touch base|keep you up to date|loop you in)
        (hear|hearing) (back)? from (us|me)
        talk soon
        """,
        unless="if .. (qualif*|match*|suitable|fit|selected|shortlisted|meet|align*)",
    ),
    rule(
        _KIND,
        "on_hold",
        2.6,
        """
        (on|onto|to|into) (hold|ice|pause|the back burner|standby)
        (paused|pausing|pause|frozen|freeze|freezing|suspended|suspending|stalled|parked|halted) .. (hiring|recruitment|
            recruiting|search|process|role|position|requisition|until|while|for|temporarily|new|all|headcount)
        (hiring|recruitment|recruiting|search|process|role|position|requisition|headcount) .. (paused|pause|frozen|freeze|
            suspended|stalled|on hold|parked|halted)
        (budget|headcount|requisition|board|final|internal|executive|management|funding|formal|written) (approval|approvals|
            sign off|review|cycle|discussions|freeze|planning|meeting|process|decision)
        {approval} .. (come through|came through|approved|pending|delayed|held|held up|get|got|sorted|need|needs|not yet|stuck)
        (need|needs|needed|get|getting|waiting|wait|require|requires|pending|without|awaiting|seek|seeking) .. {approval}
        (reorganization|reorganisation|restructuring|restructure|reorg|merger|re organisation)
        (pick|pick it|picking|resume|restart|revisit|reopen|return to) .. (up|back|process|search|recruitment|this|hiring|
            it) .. (again|in|after|next|later|once|when) .. {while}
        (ratify|ratifies|ratified|ratification|works council|rubber stamp|fundraise|funding round|moderated|moderation)
        (vote|votes|voting|decide|decides) on the
        (go|goes|going|went) (back)? to the (board|committee|council|partners|directors|trustees|cabinet)
        """,
        unless="""
        put your account
        (expense|vacation|leave|purchase) .. approval
        hold the (line|date|time)
        """,
        implies=0.2,
    ),
    rule(
        _KIND,
        "waiting_on",
        2.2,
        """
        (waiting|wait|waits|awaiting) (for|on|to hear|to get|until|till)? .. (client|manager|approval|feedback|director|team|
            budget|board|sign off|decision|finance|headquarters|hq|committee|hear|final|answer|vp|ceo|cfo|boss|department|
            head|panel|partner|partners|leadership|legal|other|result|results|confirmation|green light|word|colleague|them|
            him|her)
        (waiting|awaiting) (for|on|to hear from) (the|our|my|a|an|his|her|their|some|final|hr|finance|approval|feedback|word|
            one|two|everyone|head|confirmation)
        wait for (the|our|my|his|her|their|hr|finance|approval|feedback|everyone) ..
        (can not|could not|not able to) .. (put|say|give|promise|confirm|tell|send|commit) .. (anything|something|much|more|
            a date|in writing) .. (yet|until|for now|at the moment|right now)?
        (line|get|pin|round) .. (partners|directors|everyone|everybody|team|panel|committee) .. (up|together|down|in one room|
            in the same room)
        in (one|the same) room
        not read .. into .. (quiet|silence|delay|wait|it)
        (chased|chasing|nudged|pushing|pinged|prodded|followed up with) .. (client|manager|them|him|her|team|hiring manager|
            director|department)
        (manager|director|client|team|panel|committee|board|boss|vp|ceo|partner|decision maker|head|department|they) .. (away|
            travelling|traveling|on leave|on vacation|on holiday|out of the office|out this week|out until|out of town|
            off sick|not back|on pto|abroad|on business|on annual leave|back on|back from|returns|return|gets back|out with|
            on parental|off until|at a conference)
        (away|travelling|traveling|on leave|on vacation|on holiday|out of office|out of town|out of the office|
            on annual leave|on pto|abroad|ooo) .. (until|till|this week|next week|for the|through|so|and|at the moment|back|
            right now|these days)
        (discuss|discussing|review|reviewing|meet|meeting|speak|talk|consult|confer|go over|align|check|sync) .. (with|
            internally|as a team) .. (team|colleagues|manager|panel|director|partner|boss|leadership|internally|committee|
            other|everyone|client|wife|brother|ceo|vp|board)? .. (before|then|and|next|this|on|first|later|tomorrow|
            internally|shortly)
        (committee|board|panel|team|partners|trustees|directors|client) .. (meet|meets|meeting|sit|sits|convene|convenes|
            see one more|discuss|reconvene) .. (again|until|on|next|in|this|before|later|one more)
        (liked|likes|like) you .. but
        """,
        unless="""
        (you|your) .. (meet|speak|talk) with
        (waiting|wait) for (you|your)
        would like .. (meet|speak|talk|interview)
        """,
    ),
    rule(
        _KIND,
        "holidays",
        1.8,
        """
        (after|over|until after|following|because of|due to|for|with|before|past|till after|given|around|during|until) (the|
            new|our|all)? .. (holiday|holidays|christmas|new year|thanksgiving|easter|holiday break|winter break|summer break|
            diwali|eid|ramadan|summer holidays|golden week|carnival|long weekend|festive|year end|shutdown|hanukkah|
            lunar new year|spring festival|break|passover|pentecost|songkran|puja)
        (holiday|holidays|christmas|festive|vacation|summer|thanksgiving|year end) (season|period|break|closure|shutdown|
            schedule|slowdown|time)
        in the new year
        (early|first|second|mid|beginning|start) .. (january|new year)
        """,
    ),
    rule(
        _KIND,
        "status_note",
        0.9,
        """
        (quick|brief|short|small|little|status|wee) (update|note|heads up|status)
        (keep|keeping|wanted to keep) you .. (loop|posted|updated|informed|abreast)
        (where|how) (things|we|it|everything) .. (stand|stands|are|is at|at)
        (checking|check|following) in
        (thanks|thank) .. (note|email|mail|message|following up|checking in|reaching out|follow up|touching base|asking|nudge|
            reminder|writing|kind|card|your continued interest|ping)
        (timeline|timing|status|process|outcome)
        (interim|intermediate|short) (message|update|note|word)
        (calendars|calendar|diaries|schedules) .. (full|disaster|packed|mess|nightmare|do not align|impossible|clear|free)
        waiting is
        either way
        """,
    ),
)
