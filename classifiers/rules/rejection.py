"""How a "no" is said outright: not going on, not selected, no offer. Mostly after thanks, so no opening can outweigh these.

Softer words stand in `rejection_soft`, "somebody else got it" in `rejection_others`, "the job is gone" in `rejection_closed`.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.REJECTION
_PENDING = """
    until|unless|yet
    before .. (we|i|the)
    not be able to make
    (interview|interviews|call|meeting|conversation|session|slot|zoom|assessment day|{day}) ... (can not|not|will not|
        not be able to) .. (go|going|proceed|take place|continue)
    ahead .. (interview|interviews|call|meeting|conversation|session|zoom|test) (today|tomorrow|this|on|as planned)?
    not to (go|proceed|move) (straight|directly|immediately)
    expire|expires|payroll|otherwise
    or we (can|will|can not|will not|would)
    (may|would) i (put|say|leave|ask)
"""

RULES = (
    rule(
        _KIND,
        "not_going_forward",
        3.2,
        """
        {decided} not to .. {advance}
        {decided} not to .. (pursue|invite|interview|select|shortlist|consider|extend|hire|offer|employ|recruit you|appoint)
        {decided} against .. (moving|proceeding|going|hiring|continuing|inviting|taking|you|your|progressing)
        {decided} that we will not
        not .. {advance} (you|your|things|this|it|the process|the application)? (forward|ahead|further|onward)
        not .. {advance} (with|on) (you|your|this application|an offer|the application|the process)
        not .. {advance} (you|your {application}) .. (to|into|through|on|with|any)
        not be {advance} in (the|this|our) .. (process|round)
        not .. (progressing|advancing|pursuing|considering|shortlisting|selecting|forwarding) (you|your)
        not going to be able to {advance}
        not .. {advance} (it|this|that|things|matters|you|your {paper}|with it|with this) .. (further|forward|ahead|onward)
        (we|i) (will|shall|can|do) not continue
        application .. (deactivated|archived|inactive|closed|ended)
        not .. (progressing|progress) (things|this|it|matters|further)
        (stop|stopping|end|ending) here with
        not pass (the|our|this) (initial|first|screening|test|stage|next)
        (continue|continuing|keep|resume) .. (our|the|their) search
        not .. continue (with you|with your|your|our conversation|our conversations|talking|further|the process|
            the recruitment|the interview process|beyond)
        (this|that) is where .. (leave|end|stop|part ways|close|conclude)
        (leave|leaving) (it|things) (here|there|at that)
        not see (a|an|the|any|enough)? .. (overlap|path|way forward|alignment|future|place for you)
        not .. (hiring|employing|recruiting|bringing) you
        (will|would|shall|do|did) not (be)? (proceeding|proceed|advancing|advance|progressing|progress) (to|with|beyond|past|
            any|your|this|you|on|at|further) ..
        (would|will|shall) not be (proceeding|progressing|advancing)
        (conclude|concluded|concluding|end|ended|ending|close|closed|closing|discontinue|discontinued|terminate|
            terminated) your (candidacy|candidature|application|consideration|process|participation)
        not be right for (either|you|us|both|this|the)
        (part ways|parting ways|go our separate ways|going our separate ways|call it a day|calling it a day|draw a line under|
            ending things here|end things here)
        best for (both|everyone|all) .. not to ..
        not be (joining|working together|able to work together)
        not .. (progress|advance|pursue|consider|shortlist|select|forward) (you|your) .. (application|candidacy|candidature|
            further|for|any|at)
        (can not|not able to|unable to|could not|will not be able to|will not) (progress|advance|pursue|consider|shortlist|
            select|take) (you|your)
        not be (inviting|asking|bringing|calling|taking|putting|having) you
        (will|do|can) not (invite|call|bring|put) you .. (interview|forward|back|in|through)
        (stop|end|ending|stopping|close|closing|conclude|concluding|discontinue|discontinuing) .. (your|our) .. (process|
            application|candidacy|candidature|conversation|conversations|journey) (here|at this|with|for|now)
        (process|application|candidacy|journey) (ends|stops|will end|will stop|comes to an end|has come to an end|is over|
            has ended) .. (here|at this|now|with us)?
        """,
        unless=_PENDING,
        negatable=False,
        implies=0.8,
    ),
    rule(
        _KIND,
        "not_selected",
        3.2,
        """
        (you|your {application}) (have|were|are|had|has|was|is)? not (been)? .. (selected|shortlisted|short listed|successful|
            chosen|appointed|progressed|taken forward|picked|accepted|advanced)
        (you|profile|{paper}) .. (have|were|are|had|has|was|is|will) not .. (selected|shortlisted|short listed|successful|
            chosen|appointed|progressed|picked|advanced|moved forward|move forward|go further|proceed further|
            accepted) .. (for|to|on|at|as|in|by)?
        (application|candidacy|candidature|interview|bid) .. (unsuccessful|rejected|declined|turned down|not successful|
            regretted)
        (been|were|was|are|is|you) unsuccessful
        unsuccessful (on this occasion|this time|in your|with your|at this|candidate|for)
        (unsuccessful|not successful|not been successful) (on|in|for|with|at|this)
        not (been)? successful
        no longer .. (under consideration|being considered|be considered|in consideration|considering you|considering your|
            in the running|a candidate|in contention|pursuing your|in the process)
        not (be|being)? .. considered (further|for|any)
        not .. (make|made|making) (it|the) (to|through|into|past|cut|shortlist|short list|final|last|next|grade)
        did not .. (get|land) (the {role}|through|the offer|this one|this job)
        out of the running
        (runner up|close second|came second|second place|narrowly missed|just missed out|missed out|pipped at the post|
            edged out)
        (removed|withdrawn|taken) .. from (consideration|further consideration|the process|our process)
        (fell|fall|falls) short
        not .. (meet|clear|reach|hit|land|get) .. (bar|threshold|minimum|requirements|cut off|criteria|level)
        not .. (most|best|highly) qualified
        not (be|been)? (referred|forwarded|passed|put forward) .. (hiring|manager|official|client|panel|department)
        (recruitment|selection|hiring|application) process .. (finalized|concluded|completed|closed|ended|over)
        (screened|ruled) out
        not .. (selected|chosen|shortlisted|short listed) .. (for|to) .. (interview|role|position|next|this|further|post|job|
            stage)
        (status|application) .. (not selected|no longer under consideration|not retained|not progressing|unsuccessful|rejected)
        (not|unable to) .. (give|hand|grant) you the {role}
        not (the|our) (chosen|selected|successful|preferred) (one|candidate|applicant)
        not (be)? .. (taking|putting|bringing|moving|carrying) you (on|forward|through|further|to the|ahead|into)
        (did|does|has|will|do) not (progress|advance|proceed|move|go) .. (to|beyond|past|further|forward|any)
        """,
        unless="""
        (candidates|applicants|those|anyone) (who|that|not)
        will .. (notify|notified|inform|informed|hear|contacted) .. (if|whether)
        """,
        negatable=False,
        implies=0.9,
    ),
    rule(
        _KIND,
        "no_offer",
        3.0,
        """
        (unable|not able|not in a position|can not|could not|will not|are not|am not|not going) .. (offer|offering|extend|
            extending) (you|an offer)
        (unable|not able|not in a position|can not|could not|will not|are not|am not|not going) .. (give|giving) (you|
            it to you) .. ({role}|work|hours|shifts|contract|chance|start|one)
        not .. (offering|extending) (you|an offer|the {role}|a {role})
        not .. (make|making) you an offer
        not .. (make|making) an offer
        not .. (offer|offered|offering) .. (the|this|a) {role}
        you .. not .. (get|getting|got|gotten|land|landed) (the|this|that) (job|role|position|post|part|place|gig|spot|
            internship)
        (unable|not able|not in a position|can not|not be able) to .. (take|progress|proceed|accommodate|shortlist|consider|
            bring|move|support|place|continue|appoint|hire) (you|your|with your|with you)
        (turn|turning|turned) (you|your application) down
        (turn|turning|turned) down your
        (it|that|this) is .. (a|the)? no (from|for|at|this|on|i)
        (have|has|had) to say no
        (saying|say) no (to|this|for|at)
        (going|decided|have|chosen|choosing|chose) to pass (on|for|at|this|here|i)?
        we will pass
        passing on (you|your|this)
        (different|another|other|new) direction
        (go|going|gone|went) (another|a different|some other) (way|route|path)
        not meant to be
        (it|this|that) is not a yes
        (decision|answer|outcome|result) is (negative|no|a no)
        (give|giving|send|sending) you a rejection
        (just|narrowly)? (below|under|short of) the (line|cut|bar|mark|threshold|cut off)
        not have (a|an|any|the) .. {role} .. (fit*|match*|suit*|for)
        decline your {application}
        (declined|rejected) your {application}
        (is|are|was) not going to (work out|happen|be a)
        (not|did not|has not|have not) work* out (this|for|in|on|with|as)
        (no|not|nothing) .. (place|role|position|job|opening|vacancy|spot) for you
        not (what|who|quite what|quite who|exactly what) .. (we|the|they) .. (looking|need|after|seeking|want)
        not .. (the news|the answer|the outcome|the result|news|the response|the email|the message|the call|the phone call|
            the mail|good news|what) .. (you|you were|you are|you had|we) .. (hop*|want*|wish*|look*|expect*|wait*|to hear|
            to share|have)
        (must|have to|need to|having to|had to) (disappoint|turn you|reject|let you down)
        """,
        unless="""
        (salary|visa|sponsorship|relocation|remote|refund|feedback) .. (not|offer)
        not .. (offer|offering|provide|give) .. (feedback|sponsorship|relocation|parking|remote)
        before|until|yet|dates|times|slot|slots|expire|expires|otherwise
        get the (req|requisition)
        not .. (offer|give) you .. (answer|decision|date|a time|any time|exact time|another time|different time|update|slot|
            news|timeline|timeframe|time frame|final|definite|clear|firm|specific)
        """,
        negatable=False,
        implies=0.4,
    ),
    rule(
        _KIND,
        "not_among_the_chosen",
        2.8,
        """
        not (among|amongst|one of|counted among) (them|those|the|our) ..
        (yours|you) (was|were|is|are) .. not .. (shortlisted|selected|successful|taken|chosen|among|progressed)
        (yours|you|it) .. not be taken (further|forward|any further)
        (you|yours|name|names|number|form|application|score|paper|{paper}) .. not .. (among|amongst|on the list|
            on the shortlist|on our list|on the short list|on our shortlist|appear on|appear in|figure|figuring|feature|
            come up|drawn|in the top|in the final)
        (you|name|names|number|application|candidature|candidacy) .. not .. (recommended|nominated|retained|endorsed|cast|
            promoted|shortleeted|short listed|long listed|longlisted|put through|called for|called to|carried forward|cleared|
            qualified|preferred|appointable|admitted|favored|taken up|taken further|upheld|passed)
        not .. (favorably|favourably|positively) (considered|viewed|recommended|received|disposed)
        (profile|cv|resume|application|candidature|candidacy|you) (was|were|been|is|got|has been|have been|had been|
            stands) .. (rejected|declined|turned down|knocked back|screened out|filtered out|refused|regretted)
        (client|panel|manager|interviewer|interviewers|team|interview|technical)? feedback (is|was|has been|came back|
            from .. is|from .. was)? .. (negative|not positive|not good|not favorable|not encouraging|not in your favor)
        (given|gave|shared|received|got) (a)? negative feedback
        not .. (met|cleared|reached|attained|achieved|crossed|secured|obtained|scored) .. (bar|threshold|minimum|cut off|
            cutoff|pass mark|required|qualifying|benchmark|criteria|requirement|requirements)
        (application|status|candidacy|candidature|profile) .. (moved|changed|updated|set|marked|dispositioned|
            transferred) .. (closed|not selected|rejected|archived|inactive|declined|unsuccessful|not shortlisted)
        closed not (selected|hired|successful)
        you (did|have) not (get|got|gotten) (it|this one|in|the nod|the part|through|picked|selected|chosen|short listed|
            shortlisted)
        not (going to)? be you (this|i|in|on|for|who|after|we|they|sorry|unfortunately|mate)
        not .. (go|gone|went|fall|fell|swing|come|work) .. (your way|in your favor|in your favour)
        (went|gone|goes|fell|go) (against you|the other way)
        not (the|our|a) (recommended|selected|successful|chosen|preferred|winning|favored|strongest) ..
        not .. (recommend|nominate|endorse|shortlist|appoint|retain|retained|select|selected|choose|chosen|pick|picked|hire|
            cast|accept|accepted) (you|your)
        not (come|came|get|got|gotten|make|made|figure|be|get put|gone) (on|through|to|onto|into|in|past) (the|to the|our|
            this) (shortlist|short list|list|next|final|finals|last|second|third|cut|interview|interviews|merit list|panel|
            round|top)
        not (got|get|gotten|make|made) (through|it|in) (this time|this year|this round|to the|past the)
        not .. (pass|passed|clear|cleared|crack|cracked|qualify|qualified|get through|got through) .. (test|exam|examination|
            round|screening|assessment|stage|interview|selection|drug|background|physical|cut off|cutoff)
        not (found|considered|deemed|judged|assessed|thought|rated|held) (to be|as)? .. (suitable|appointable|eligible|
            qualified|competitive|successful|a fit|fit|ready|strong enough)
        (found|deemed|considered|judged|rated) (to be|as)? (unsuitable|ineligible|not suitable|not eligible|not qualified|
            unsuccessful|not appointable|non responsive)
        (application|candidature|candidacy|cv|profile|you) .. (ineligible|disqualified|regretted|not proceeding|
            not progressing|not progressed|not continuing|not shortlisted|not selected|not retained)
        (status|disposition|outcome|result|decision|changed|updated) .. (not selected|not shortlisted|rejected|unsuccessful|
            not retained|not recommended|not suitable|not progressing|not hired|not considered|no longer considered|
            no longer in consideration|not a match|regret|ineligible|eliminated|dispositioned|not qualified|not referred)
        ^ (not selected|not shortlisted|not successful|unsuccessful|not retained|not progressed|rejected)
        (you were|you are|it was|it is) not (it|the one|our choice|our pick|our first choice|the pick|the choice|the winner|
            the name|the person)
        (services|application|offer of help|attendance) .. not (be)? .. (required|needed|pursued|actioned)
        not (make|made) the (first|final|last|initial|long|short|next)? (cut|grade|list|longlist|shortlist)
        not (reach|reached|reaching|have|get|find) (a|any|enough)? (consensus|agreement|majority) .. (hire|hiring|appoint|
            offer|you)
        (close|closing|closed) (out|down|off) your (application|file|candidacy|candidature|profile)
        (unable|not able|not in a position|can not|could not) .. recommend (an|any|you|your|appointment)
        (score|scores|marks|mark|result|results|total) .. (below|under|beneath|short of|lower than|less than|not reach|
            not high enough|not sufficient|insufficient)
        (below|under|short of) the (pass mark|passing mark|passing score|required score|required standard|cut off|cutoff|
            qualifying mark|benchmark|minimum score|required level)
        only the (first|top|highest|best) .. (candidates|applicants|candidate|applicant|scores|scorers|were|are|will)
        (your|the) (participation|involvement) .. (concluded|concludes|ends|ended|come to an end|over|finishes)
        (your|our|this) (journey|road|process|path|adventure|application|story) .. (ends|stops|ended|finishes|comes to an end|
            reached the end|reached its end|concludes|concluded|is over)
        (this|that|here) is (as far|the end of the (road|line|process)|where .. (road|journey|process|story) ends)
        as far as .. (we|this|it|you|things) .. (go|goes|take|get|can)
        not (be)? (taking|carrying|moving|putting|bringing) (your|this|the) (application|candidature|candidacy|case|profile) ..
        not .. (take|taking|carry|move|bring|pursue|pursuing) (this|it|things|matters|your application) any (further|farther)
        (not able|unable|not in a position|not possible) .. (to)? (invite|interview|call|consider|meet|see|progress|appoint|
            employ|engage|hire|retain|respond favorably|respond favourably|respond positively|reply favorably) (you|all|every|
            your|for)?
        (not able|unable|not in a position|not possible|can not) .. accept (you|your application|your candidature|
            your candidacy|any more|further)
        not in (a)? (measure|condition|position) to .. (follow|respond|retain|accept|accommodate|consider|offer|propose|
            proceed|pursue|continue)
        (no|not .. a) (favorable|favourable|positive) (reply|answer|outcome|response|decision|suite|result|continuation)
        not .. (reply|answer|respond) .. (favorably|favourably|positively)
        (not advance|not advanced|not move|not moved|not promoted) (anyone|anybody|any|you|your)
        not (be)? (calling|inviting|seeing|interviewing|using|keeping|needing|choosing|picking|casting|appointing|
            engaging) (you|your)
        not .. (pick|choose|cast|keep|use|engage|appoint|chose|go with|gone with|going with|went with|going for|go for) you
        (passed|pass|passing|taken a pass) on (you|your application|your candidacy|your profile|your resume|hiring you) (for|
            this|at|because|in|here|on|i|after|and)
        (rejected|declined|refused|turned down|screened out|knocked back|ruled out|eliminated) (you|your|at)
        (release|releasing|released|free|freeing) you from (the|our|this|any|consideration|your)
        """,
        unless="""
        if|once|when|until|yet|anyone who|why
        (candidates|applicants|those) (who|that) .. not
        without (answer|reply|response|news)
        not yet|still
        only .. (contacted|contact|notified|notify|informed|hear)
        (times|slot|slots|dates|link|different time|another time|that time|other time)
        (whether|should) you
        (forgotten|hesitate|miss)
        """,
        negatable=False,
        implies=0.7,
    ),
    rule(
        _KIND,
        "a_plain_no",
        2.6,
        """
        its (a)? no (from|for|at|this|i|mate|on|sorry|then)
        (it|this|that|he|she|they|we|answer|client|decision|verdict|board|outcome|result) (is|was|came back|come back|said|
            have said|has said|landed on|said it is) (a|an|with a|as a|at a|still a)? (no|pass|rejection|thumbs down|negative|
            hard no)
        (is|so|but|and|just) not (you|yours|us) this (time|year|round|season)
        (afraid|sorry|unfortunately|sadly|alas|but) .. (not|no) (you|yours|for you|for us|successful|lucky|
            quite)? (on)? this (time|year|round|season|occasion)
        (no|not) (luck|joy|dice|go|cigar|banana|bueno) .. (this time|from|with|i am afraid|sorry|unfortunately|on the|for you)
        (afraid|sorry) (it is|that is|this is) (not|no|a no|bad news|not good)
        (not good|afraid not|no i am afraid|not i am afraid) ..
        (turned|turning|shot|knocked|voted|shooting) (it|you|us|him|her|me|this|that|your application) (down|back)
        (turned|knocked) (down|back) (for|by|because|after|at|on)
        (they|client|board|manager|committee|he|she|company|employer|department|partners|team) (have|has)? (passed|declined|
            nixed|vetoed|decided against|ruled you out|gone cold|did not bite|said no|bowed out|opted out|cooled) ..
        (they|client|manager|board|he|she|team) (do|does|did|will|would) not (want|be wanting) to (take|meet|interview|go|
            proceed|move|hire|have|bring) (you|forward|ahead|further|on|anyone|anybody|it)
        (they|client|he|she|manager) .. not (be)? (seeing|meeting|interviewing|taking|inviting|progressing|calling) you ..
        (role|position|job|post|internship|placement|hire|opening|thing) .. (not happening|not going to happen|will not happen|
            off the table|fell through|fallen through|fallen over|is dead|went away|gone away|went up in smoke|not coming back|
            off the cards)
        (can not|could not|not able to|unable to|not in a position to|not going to|not be able to) (use|take|hire|employ|
            engage|recruit|appoint|accommodate|absorb|carry|sponsor|justify) (you|anybody|anyone|any|on|more|another|a new|new|
            anymore) ..
        (can not|could not|not able to|unable to) (take|bring) (you|anybody|anyone|any more|more|another|a new) .. on
        not be (hiring|employing|recruiting|appointing|engaging|taking on|bringing on|adding) (you|anyone|anybody|for|any|a|
            this|staff|people)
        (we|they|i|company|are|is|am) not (hiring|recruiting|appointing|taking|adding) (you|anyone|anybody|any|for|the|at|
            right|now|on|people|staff|new)
        there (is|are|will be|was) (no|not any|not a|nothing) .. ({role}|work|hours|shifts|money|budget|funding|place|room|
            slot|seat|desk) .. (for you|for me to give|here|left|going|at present|at the moment|right now|now|any more|anymore|
            with us|available|to give|to offer|for anyone|for anybody|i can offer|we can offer)
        not (have|got|had|have got) (any|a|the|an|enough|sufficient) .. (shifts|hours|work|room|spots|spot|jobs|job|opening|
            openings|vacancy|vacancies|funding|budget|places|place|money|headcount|positions|position|slots|seat|
            desk) .. (going|left|for|to|at present|right now|at the moment|available|open|coming up|just now)?
        (leaves|leaving|left) (me|us|them) (without|with no|with nothing)
        nothing (else|suitable|available|open|here)? (for you (at|here|right|now|just|this|i am|in|on)|going at|at present|
            i can offer|we can offer|we have|at this time|i could offer|open for|open right|open at)
        as (soon as|much as) .. (would|want|wanted|love|like|liked) .. (can not|not|unable)
        (enjoyed|liked|loved|impressed) .. but .. (not|unfortunately|sadly|another|other)
        (wish|wished) (i|we) (could|had|were) .. (hire|hired|taken you|take you|take everyone|offer|two|room for|place for|
            a place|a spot|more (places|jobs|roles|spots|openings|positions|headcount)|bring you|say yes|employ|a different|
            better|good)
        (will|shall|do|would|are|is) not (be)? (needing|requiring|need|require) (anyone|anybody|your services|extra|another|
            any more|any extra|you after|you any)
        not (have|got|have got) (anything|something|a thing|owt|any work|work|much) .. (for you|suitable|to offer|going|
            available|that fits|right now|at the moment|at present)
        you would (be|feel|get) (bored|wasted|unhappy|underused|lost|stifled|frustrated|better off)
        (thanks|thank you) but no (thanks|thank you)
        (unable|not able|not in a position|can not|could not) (to)? (offer|provide|give) (any|you|you any|an|a)? (employment|
            work|position|job|placement|internship|vacancy|opening|traineeship|articles)
        (have|has|had|is|are|got) no (suitable|appropriate|current|immediate|such|open|relevant|matching|further|
            other)? (opening|openings|vacancy|vacancies|position|positions|post|posts|role|roles|job|place|places|
            placement) (for|that|which|matching|of your|at|to|available|suitable|open|in|left|currently|right)
        (can not|not able to|unable to|could not|not in a position to|not) (meet|match|accommodate|stretch to|go to|pay) (your|
            that|those) .. (salary|expectations|expectation|rate|figure|pay|package|number|notice|notice period|terms|ask)
        not make (it|this|that) work (with|on|at|around|given|for) .. (notice|salary|visa|hours|budget|pay|rate|location|
            commute|expectations|terms|money)
        (withdraw|withdrawing|rescind|rescinding|rescinded|revoke|revoking|retract|retracting|pulling) (our|the|your|this|
            their|my|that) .. offer
        (our|the|your|this|that) .. offer .. (is|was|has been|been|being|be|are) .. (withdrawn|rescinded|revoked|pulled|
            retracted|void|null)
        not .. (wait|waiting) (for|on) us
        (take|accept|pursue|go with|go ahead with|grab|say yes to) (the|your|that) other (offer|opportunity|option|job|one|
            position|role)
        """,
        unless="""
        no (reply|brainer|obligation|pressure|commitment|cost|charge|rush|hurry|problem|worries|need|fee|longer|trouble|bother)
        if|whether|unless|until|yet|wait list|waitlist|usually|visitors|before (that|then|we|i|the)
        (you turned|not even myself)
        no (answer|decision|news|update|word) yet
        (reschedule|rescheduled|another time|different time|new time|tomorrow|this afternoon)
        (not|no) .. (decision|news|update|answer)
        not good (news)? at
        """,
        negatable=False,
        implies=0.5,
    ),
)
