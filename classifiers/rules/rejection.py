"""How a "no" is said. Mostly after thanks and often softly, so no opening of a mail can outweigh these.

"Unfortunately" and "we regret" stand before reschedules just as often: they only support.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.REJECTION
_PENDING = """
    until|unless|yet
    before .. (we|i|the)
    not be able to make
    (interview|interviews|call|meeting|conversation|session|{day}) .. (can not|not|will not|not be able to) .. (go|proceed|
        take place|continue)
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
        "somebody_else",
        3.2,
        """
        {advance} .. (with|for|on with) .. (other|another|different|stronger|internal|external) .. {someone}?
        {advance} .. with (someone|somebody|others|applicants|candidates|those|a candidate|an applicant|the other|a person|
            people|one of the other)
        {advance} (forward|ahead) with .. {candidate} (who|whose|that|with)
        {decided} .. (to|on) .. (another|someone|somebody|different|other|others) .. {someone}?
        {decided} (a|the|an|another|the other|some) .. {candidate}
        (chose|chosen|selected|hired|picked|appointed|identified|preferred|found|offered|recruited|selecting|hiring|
            choosing) (someone|somebody|another|other|others|a different|an internal|an external|a stronger|the other|
            a candidate|candidates|applicants|an applicant|a more)
        (chose|chosen|selected|hired|picked|appointed) .. (candidate|finalist|applicant|someone|somebody|person) .. (who|
            whose|with)
        (offered|given|awarded|extended|offering|giving) .. {role} .. to (another|someone|somebody|a|an|the other|one of)
        ({role}|offer) .. (went|gone|go|going|offered|given|goes|awarded|extended) to (another|someone|somebody|an internal|a|
            an|the other|one of)
        (extended|made|making|extending) .. offer to (another|someone|somebody|a|an|the other|one of|a different)
        (another|other|different|successful|preferred|chosen|one) {candidate} .. (has|have|was|were) .. (accepted|selected|
            chosen|hired|appointed|offered|signed)
        (focus|focusing|focussing|concentrate|concentrating) .. (on|with) .. {someone} .. (who|whose|with|that|more|closer)
        (pursue|pursuing|consider|considering|interview|interviewing|invite|inviting|advance|advancing|prioritize|
            prioritizing|progress|progressing|take|taking|shortlist|shortlisting) (other|different|another|
            stronger) {candidate}
        (other|some|several|those|few) {someone} .. (more closely|were a better|are a better|was a better|is a better|
            better match|better fit|closer match|closer fit|stronger match|better suited|a stronger|edged|just ahead)
        {someone} .. (who|whose|with|that|had|has|have|was|were) .. (more closely|better|closer|closely) .. (match*|align*|
            fit|suit*|meet*|reflect*|correspond*)
        (another|other) (applicant|candidate) (edged|beat|pipped)
        with (another|the other|an internal|a different) (candidate|applicant|finalist|person)
        (went|go|going|gone|stick|sticking|stuck) with (someone|somebody|another|a|an|one|the other|our|their|his|her|
            internal) .. (candidate|person|guy|man|woman|who|they|we|had|from|with|else|colleague|employee|internal|hire|
            applicant|finalist|extern|intern|inside|already|more)
        (gave|give|given|giving|gives) .. (preference|{role}|it|nod) .. to
        preference to (another|other|a|an|one|someone|somebody)
        (offer|offering|offered|give|award) ... to (one of|someone|somebody|another|a different|an internal|an existing|
            our own|the other)
        (opted|settled|plumped|gone|went|going|go|decided) for (a|an|the|another|someone|somebody|other) .. {someone}
        (recommended|recommends|favored|prefers|favors) .. (another|different|other) .. {candidate}
        (another|other) (applicant|candidate|person|interviewee|applicants|candidates) .. (scored|ranked|performed|came out|
            came|was|had|is|were|did) .. (higher|better|ahead|stronger|more|first|top)
        (chosen|choosing|chose|hired|hiring|picked|selected|appointed|taking|taken on) (someone|somebody|a local|an external|
            a colleague)
        (had|have|has|with) the edge
        (it|that|this) was (someone|somebody) else
        (preferred|preferring) (a|an|another|someone|somebody|the other) .. {someone}
        (preferred|chose|chosen|picked|selected|appointed) (a|the|another|one) .. (with|who|whose|from) .. (degree|experience|
            background|years|qualification|licence|license)
        made a hire
        (decided|chosen|going|opted|prefer) to (keep|stay with|stick with|retain|use|rehire) (the|our|their|a) .. (same|
            current|existing|previous|one|internal|person|they|we|who|from)
        (could|can) (take|have|hire|choose|pick|appoint) only one
        (could|can) only (take|have|hire|choose|pick|appoint|offer) (one|a single|two)
        (proposed|nominated|appointed|selected|chosen|recommended) (dr|mr|ms|mrs|prof|professor) .. (for|to|as) ..
        (went|go|gone|going) the other way
        (picked|chose|took|hired) the other
        (offering|offered|giving|gave|given) (it|this|the place|the shift) to (someone|somebody|another|one|a) ..
        (said|has said|have said) yes to us
        (choice|decision) .. (fell|fallen|falls) (on|to) (another|someone|somebody|the other|a)
        in favor of (another|a|an|someone|somebody|other|one)
        (someone|somebody|candidate|applicant|colleague|person) .. (who already|already) (knows|works|worked|has|had|did|runs)
        (promote|promoted|promoting) .. (internally|from within|someone|somebody|a colleague|one of)
        (chose|chosen|picked|selected|went with|preferred) the other (finalist|candidate|person|applicant|one)
        """,
        unless="""
        once|until
        before (we|i)
        (see|meet|interview|speak|talk|finish|waiting|wait|still) .. (other|another|few|couple)
        """,
        implies=1.0,
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
        (application|candidacy|candidature|interview|bid) .. (unsuccessful|rejected|declined|turned down|not successful|regretted)
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
        (runner up|close second|came second|second choice|second place|narrowly missed|just missed out|missed out|
            pipped at the post|edged out)
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
            extending|give|giving) (you|an offer)
        not .. (offering|extending) (you|an offer|the {role}|a {role})
        not .. (make|making) you an offer
        not .. (make|making) an offer
        not .. (offer|offered|offering|get|getting) .. (the|this|a) {role}
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
        (let you down|let down)
        """,
        unless="""
        (salary|visa|sponsorship|relocation|remote|refund|feedback) .. (not|offer)
        not .. (offer|offering|provide|give) .. (feedback|sponsorship|relocation|parking|remote)
        before|until|yet|dates|times|slot|slots
        not .. (offer|give) you .. (answer|decision|date|time|update|slot|news|timeline|final|definite|clear|firm|specific)
        """,
        negatable=False,
        implies=0.4,
    ),
    rule(
        _KIND,
        "filled_or_closed",
        2.6,
        """
        filled (the|this|that|our|all) .. {role}
        {role} .. (has|have|is|was|are|being|got) .. (filled|closed|cancelled|withdrawn|eliminated|taken|gone|scrapped|pulled|
            dissolved|removed|discontinued)
        {role} (filled|closed|cancelled|withdrawn|pulled)
        (position|role|job|vacancy|opening|post|requisition|req) .. (no longer|not) .. (available|open|exist*|active|
            be filled|being filled|going ahead|moving ahead|go ahead)
        no longer (hiring|recruiting|available|open|looking|filling|accepting|moving ahead|moving forward|proceeding|seeking|
            going ahead)
        (closed|cancelled|closing|cancelling|withdrawn|pulled|scrapped|ended|dropped|shelved|withdraw|stopped) .. (the|this|
            our) (search|role|position|vacancy|requisition|req|job|opening|recruitment|hiring|posting|process)
        (decided|chosen|opted|going|had) not to (fill|hire|recruit|backfill|replace)
        (will|is) not (be|being) (filled|recruited|backfilled|replaced)
        not .. (filling|recruiting for|hiring for|be filling|be hiring|going to fill) (the|this|that|any|a)
        (filled|fill) .. (internally|from inside|from within|with an internal|by an internal|by another)
        (hired|appointed|found|signed|brought on|taken on) .. (internally|internal|from within|from inside)
        (have|has) now (made|filled|appointed|hired|found|recruited)
        have (hired|appointed) (a|an|for|someone|somebody|our)
        (role|position|job|vacancy|opening|post|seat|place|slot) .. (no longer|not) .. (exist*|budget*|funded|there any more|
            there anymore)
        (all|every|our) .. (taken|full|gone|allocated|filled|staffed|snapped up)
        (fully|now) (staffed|subscribed|booked up|taken|filled|at capacity)
        (no|not any|not have any|not have an|not have a|nothing) .. (vacancies|vacancy|openings|opening|positions|position|
            suitable|open roles) .. (available|moment|currently|present|right now|at this|time|match*|for you|fit*|open)
        not .. (currently|presently|actively) (hiring|recruiting|looking|taking on)
        """,
        unless="""
        when|once|until
        (not|before|yet|until) .. (filled|closed)
        (another|one other|other|second) (vacancy|opening|role|position) .. (filled|closed)
        """,
        implies=0.9,
    ),
    rule(
        _KIND,
        "not_the_fit",
        2.4,
        """
        not ... (right|good|best|strong|close|ideal|perfect|natural|great|quite|exact) .. (fit|match)
        not (closely)? aligned
        not .. (reach|meet|attain|achieve|hit|make) .. (required|necessary|minimum|expected) .. (standard|score|mark|level|grade)
        not one of (the|those|them|our) ..
        not ... (fit|match) .. there
        not .. best use of your
        (bit|little|too|rather) (light|thin|short) on
        (felt|thought|feel|feels|thinks) .. (lacked|lacking|needed more|not quite|too junior|too senior|not the)
        not (a|the|an)? (fit|match) (for|at|with|right|this|on|here|in|what|to)?
        not .. (match|meet|align|fit|suit|satisfy|fulfil) .. (our|the|what|with|requirements|criteria|needs|qualifications|
            their|this)
        (looking for|need|needs|want|wanted|require|requires|after|seeking|needed|required) .. (someone|somebody|a person|
            candidates|a candidate|people) .. (with|who|whose) .. (more|deeper|stronger|longer|greater|additional|direct|
            specific|already|lived|less|broader)
        (candidates|someone|somebody|applicants|people|others|person|finalist|those) .. (with|who|whose|has|had|
            have) .. (more|deeper|stronger|closer|greater|longer|additional) .. (experience|years|background|closely|directly|
            aligned|suited|relevant|match|seniority|time|exposure|depth)
        (more|closely|better|strongly|directly) (qualified|aligned|suited|relevant|experienced|matched) (candidates|
            applicants|for|to|with|than|people)
        (need|needs|want|wanted|looking for) .. (someone|somebody|a person|people) .. (quicker|faster|older|younger|stronger|
            closer|handier|tougher|who can|nearer|further along|deeper)
        (stronger|better qualified|more qualified|more experienced|more suitable|more senior) (candidates|applicants|
            candidate|applicant|field|profiles)
        (lacking|lack|missing|lacks) .. (experience|background|skills|depth|seniority)
        not (enough|sufficient) .. (experience|years|background|seniority)
        (too|over) (junior|senior|qualified) for
        (need|needs|require|requires|needed) (deeper|more|stronger|longer) .. (experience|exposure|background|expertise|seniority)
        """,
        unless="""
        if|unless|whether|may|might|reschedule
        (time|times|slot|slots|date|dates|day|days) .. not .. (suit|fit|match|work)
        """,
        negatable=False,
        implies=0.9,
    ),
    rule(
        _KIND,
        "bad_news",
        1.3,
        """
        (regret|sorry|disappointed|afraid|sad|saddened) to (inform|advise|say|tell|let|share|report|announce|notify|write|
            disappoint|be the)
        (disappointing|bad|sad|unhappy|tough|unwelcome|difficult|not so good|not great|less happy) news
        (wish|wished) .. (had|have|was|were) .. (better|happier|good|more positive|different) .. (news|answer|outcome|result|
            update)
        (sorry|disappointed|sad) .. (not|no) (better|good) news
        (i|we) regret that
        (disappointing|disappointment)
        (hate|hated|painful|hard) .. (email|mail|message|note|letter) .. (to write|to send|writing|sending)
        wanted to (tell|let) you (personally|myself|directly)
        (must|have to|need to|had to) (inform|tell|advise|notify) you
        with regret
        bearer of bad
        (timing|moment|time) (is|was) not right
        not the right (time|moment)
        (this|it) .. (stings|hurts|is hard to hear|disappointing)
        """,
        unless="delay|delayed|postpone* {interview}",
    ),
    rule(
        _KIND,
        "good_luck",
        1.1,
        """
        (wish|wishing|best of luck|good luck|every success|all the best|much luck|much success|success|luck|well|best wishes|
            fingers crossed) .. (in|with|for|on) .. (your|the|you) .. (search|job search|hunt|future|career|endeavors|quest|
            pursuit|pursuits|journey|next step|next role|next steps|next chapter|next position|path|applications|job hunt|
            professional)
        (luck|success|best|well) .. (job search|job hunt|future endeavors|job seeking|career search|finding|where you land)
        (sure|confident|certain|no doubt|hope) .. (you will|someone will|somebody will|another company|you) .. (find|land|
            snap|be snapped|do well|go far|get snapped) .. (role|position|job|soon|home|opportunity|place|right|you|up)?
        (rooting|cheering) for you
        (any|some|another) (company|team|employer|organisation|organization) .. (lucky|fortunate)
        wish (you|him|her) .. (success|best|luck|well)
        all the (very)? best (for|with|in) (your|the|whatever|what)
        """,
        implies=0.8,
    ),
    rule(
        _KIND,
        "keep_in_mind",
        0.8,
        """
        (keep|kept|retain|hold|save|store|add) .. (your|you) .. (resume|cv|details|application|profile|information|name|
            record|documents|data|in mind) .. (on file|file|database|pool|mind|records|system|network|future|months|year)?
        keep you in mind
        (apply|reapply|re apply|applying|come back) .. (again|future|other|for any|for another|down the line|next year|next time)
        (future|other|another|suitable|new) (openings|opportunities|vacancies|roles|positions|opportunity|opening|role|
            position) .. (that|arise*|come*|match*|suit*|fit*|with us|become*|may|in the)
        (hope|hoping|please|would|do) .. (apply|consider us|think of us|stay in touch|keep in touch|keep an eye|
            reach out) .. (again|future|touch|page|openings|roles|website|site)?
        (stay|keep|staying|keeping) in touch
        paths .. cross
        talent (community|pool|network|pipeline)
        """,
        hypothetical=True,
        implies=0.4,
    ),
    rule(
        _KIND,
        "weighed",
        0.8,
        """
        after (careful|much|thorough|a lot|thoughtful|long|due|extensive|deep|some|considerable|reviewing|going|carefully|
            considering|discussing|discussion|full) .. (consideration|deliberation|thought|review|reflection|discussion|
            evaluation|application|profile|background|candidates|interview|panel|team|qualifications|resume|experience)?
        (careful|thorough|thoughtful) (consideration|deliberation|review)
        (difficult|hard|tough|close|tight|agonizing|painful|really close|very close) (decision|choice|call|one|decisions|choices)
        (not|was not|no) .. (easy|simple) (decision|choice|one|call)
        (high|strong|exceptional|impressive|extremely|very) .. (standard|calibre|caliber|quality|number|competitive|pool|
            field|competition|level) .. (applicants|candidates|applications|high|this time|year)?
        (many|several|number of|overwhelming|hundreds of|lots of|large pool of|volume of|pool of) .. (strong|qualified|
            talented|impressive|excellent|great|exceptional|outstanding|highly|applicants|candidates)
        on this occasion
        at this (time|stage|point)
        (another|other) (applicant|applicants|candidate|candidates|person)
        (ultimately|on balance|weighing|weighed|preference)
        (whole|everyone|all of us|all|panel|team|we|i|they|staff) .. (enjoyed|liked|loved|impressed) .. (meeting|talking|you|
            conversation|speaking|about)
        (gone|went|going) back and forth
        came down to
        in the end
        """,
    ),
    rule(
        _KIND,
        "sorry",
        0.5,
        "{sorry}",
        mood=Mood.STATEMENT,
    ),
    rule(
        _KIND,
        "feedback_offered",
        0.7,
        """
        (happy|glad|able|pleased|willing) to (give|offer|provide|share) .. feedback
        (like|want|wish|useful|request|welcome|receive) .. feedback
        feedback .. (useful|helpful|like|request|call|want)
        (unable|not able|not be able|can not|not) .. (give|offer|provide|share) .. feedback
        """,
        unless="""
        survey|candidate experience|your feedback
        share your
        """,
        hypothetical=True,
        negatable=False,
    ),
)
