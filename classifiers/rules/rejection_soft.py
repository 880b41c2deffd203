"""The soft words of a "no": not the fit, what would have been, regrets, good wishes and the open door.

"Unfortunately" and "we regret" stand before reschedules just as often: they only support.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.REJECTION

RULES = (
    rule(
        _KIND,
        "not_the_fit",
        2.4,
        """
        not ... (right|good|best|strong|close|ideal|perfect|natural|great|quite|exact) .. (fit|match)
        not (closely)? aligned
        not .. (reach|meet|attain|achieve|hit|make) .. (required|necessary|minimum|expected) .. (standard|score|mark|level|
            grade)
        you .. not one of (the|those|them|our) ..
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
        (candidates|someone|somebody|applicants|people|others|person|finalist|those) .. (with|who|whose|has|had|have) .. (more|
            deeper|stronger|closer|greater|longer|additional) .. (experience|years|background|closely|directly|aligned|suited|
            relevant|match|seniority|time|exposure|depth)
        (more|closely|better|strongly|directly) (qualified|aligned|suited|relevant|experienced|matched) (candidates|applicants|
            for|to|with|than|people)
        (need|needs|want|wanted|looking for) .. (someone|somebody|a person|people) .. (quicker|faster|older|younger|stronger|
            closer|handier|tougher|nearer|further along|deeper)
        (stronger|better qualified|more qualified|more experienced|more suitable|more senior) (candidates|applicants|candidate|
            applicant|field|profiles)
        (lacking|lack|missing|lacks) .. (experience|background|skills|depth|seniority)
        not (enough|sufficient) .. (experience|years|background|seniority)
        (too|over) (junior|senior|qualified) for
        (need|needs|require|requires|needed) (deeper|more|stronger|longer) .. (experience|exposure|background|expertise|
            seniority)
        """,
        unless="""
        if|unless|whether|may|might|reschedule|until
        between you and
        meet (on|at|up|in person|with|again|each|him|her|them)
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
        (wanted|waited|rather|sooner|wish|prefer|preferred|promised) .. (tell|let|write|call|reach|phone|ring) .. (personally|
            myself|directly|by telephone|by phone|in person)
        (let you down|let down)
        (gutted|gutting|heartsick|heartbroken|devastated|crushed|sick about|rotten about|feel awful|feel terrible|feel bad)
        (rip|ripping|pull|tear) .. (band aid|bandage|plaster)
        (hate|hated|dread|do not enjoy|never easy|never fun|not fun|no fun|less fun|worst part|hardest part|
            hard part) .. (these|this|email|emails|letter|letters|call|calls|message|messages|job|part|to write|to send|
            writing|sending)
        (before|than) you (hear|heard|hearing|read|saw|see) (it|about it|this) .. (from|in|on)
        (straight|honest|upfront|up front|transparent|level|frank|candid) with you
        (email|mail|call|letter|message|news) (i|we) (did not want|hoped not|was hoping not|never want|do not like)
        i owe you (an answer|an honest|the truth|an explanation|a straight)
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
        (sure|confident|certain|no doubt|hope) .. (you will|someone will|somebody will|another company|you) .. (find|land|snap|
            be snapped|do well|go far|get snapped) .. (role|position|job|soon|home|opportunity|place|right|you|up)?
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
        (keep|kept|retain|hold|save|store|add) .. (your|you) .. (resume|cv|details|application|profile|information|name|record|
            documents|data|in mind) .. (on file|file|database|pool|mind|records|system|network|future|months|year)?
        keep you in mind
        (apply|reapply|re apply|applying|come back) .. (again|future|other|for any|for another|down the line|next year|
            next time)
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
        (difficult|hard|tough|close|tight|agonizing|painful|really close|very close) (decision|choice|call|one|decisions|
            choices)
        (not|was not|no) .. (easy|simple) (decision|choice|one|call)
        (high|strong|exceptional|impressive|extremely|very) .. (standard|calibre|caliber|quality|number|competitive|pool|field|
            competition|level) .. (applicants|candidates|applications|high|this time|year)?
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
    rule(
        _KIND,
        "what_was_wanted",
        2.2,
        """
        (wanted|needed|were after|was after|insisted on|holding out for|held out for|hoped for|had hoped for|preferred|
            insist on|insists on|said they want|say they want|tell me they want|decided they want|he would like|she would like|
            they would like) (someone|somebody|a person|people|a guy|a candidate|candidates|applicants) (who|with|that|already|
            closer|local|whose)
        (convinced|decided|concluded|realized|realised|clear|think|felt|feel|agreed) .. (it|hire|role|this|we) (should|must|
            has to|needs to|needed to|need to) (be|go to)? (someone|somebody|a person) ..
        (want|wants|wanted|prefer|prefers|preferred|after|needed|chose|choosing|going for|went for) (someone|somebody|a person|
            people|a candidate|candidates) (a bit|a little|much|far|slightly|rather)? (more|less|older|younger|senior|junior|
            local|nearer|closer|cheaper|stronger|further along)
        (piece|bit|part|thing|gap|area|box) .. (you are|you were|is|was|we found|i found) (missing|lacking|short|not there|
            unticked)
        (too|so) (junior|senior|green|expensive|far away|advanced|experienced|academic|specialized|specialised|corporate) (for|
            to|at)
        (overqualified|over qualified|under qualified|underqualified)
        (outside|beyond|exceed|exceeds|exceeded|higher than|out of) (of)? (our|the|their|my|what) .. (budget|range|band|means|
            scale|salary range|reach|pay)
        not .. (quite|really|exactly|fully|closely|sufficiently|entirely|as closely) .. (correspond*|match*|align*|fit|fits|
            meet|suit*|what|overlap*|there yet|enough)
        not (correspond|corresponding|corresponds) .. (to|with)
        (not (have|hold|got|possess)|not yet have|lack|lacks|lacked|lacking|missing|short of|shy of|without) (the|enough|a|
            your|any|sufficient|required|necessary|relevant)? .. (ticket|licence|license|certificate|certification|degree|
            qualification|qualifications|clearance|permit|credential|right to work|work authorization)
        (insurance|client|law|contract|regulations|rules|policy) .. (wants|want|requires|require|will not let|will not allow|
            says|needs|demands|insists) .. (months|years|someone|somebody|clean|license|licence|certificate|experience|degree|
            ticket|hours)
        (more|another|different) (adherence|adherent|relevant|suitable|appropriate|fitting) .. (to|for|profile|vacancy)
        (come back|call me|apply|try again|try us again|reapply|apply again|apply to us) (again|back)? (once|when|after|
            as soon as) you (have|got|get|have got|hold|pass|finish|complete|earn|qualify) (your|a|the|more|some|two|three|
            five|another|that)
        (would|will|might|be) .. (better|best) (off|served|suited|placed) (elsewhere|somewhere|with|in a|at|by|to)
        more (closely|strongly|fully|nearly|directly) .. (match*|align*|correspond*|suit*|reflect*|fit|fits|meet|mirror*)
        (experience|background|skills|strengths|profile|interests|work) .. (not|lies|lie|leans|lean|is more|are more|
            is less) .. (elsewhere|close|closely|deep|strong|right|suited|aligned|in other|towards|toward|what)
        """,
        unless="""
        if|whether|unless|when you are|may|you will need|you need|please|bring
        (we|i) (are|am) (looking|hiring|recruiting|searching)
        (call|ring|text) me (when|once|as soon as|after) you (get|have)
        (time|times|slot|slots|date|dates|day|days|calendar|schedule)
        (you|your) .. (asked|wanted|prefer|want)
        (reference|visa|passport|form)
        """,
        negatable=False,
        implies=0.6,
    ),
    rule(
        _KIND,
        "would_have",
        2.3,
        """
        (would|could) have .. (hired|taken you|taken someone|offered you|given you|loved to have|liked to have|liked you|
            liked it to be|picked|chosen|brought you|had you|been a good|been a great|been a fine|been fun|been happy to|
            run to|been glad to|made a|fit in|fitted|gladly|appointed|been a pleasure|enjoyed)
        would of been a
        (had|were|was) it (up to|down to) (me|us) (alone)?
        (if|were) it (were|was|had been) (up to|down to|only) (me|us) ..
        (wanted|hoped|rooting|fought|pushed|argued|rooted) .. (it to be you|for you|get you|have you) .. (but|in the team|
            on the team|and lost|in vain)
        you were (my|our|the) (pick|choice|favorite|favourite|second choice|runner up|number two)
        (second|runner up) (place)? (on|of|in) (our|the|my|their) (list|ranking|shortlist|vote)
        (came|you were|it was|was|finished) (so|very|really|super|incredibly|that|a) close
        (how)? close (it|you|things|the vote|this one) (was|were|came|is)
        it came down to (two|you and|three|the wire|a coin|experience|the last|a vote|one)
        you were the other one
        the difference .. (thin|small|slight|tiny|narrow|made|between|came down|was)
        (made|makes|tipped|tipping|decided|swung) the (difference|balance|scale|scales|scale in|it for)
        """,
        unless="""
        (sooner|earlier|back to you|in touch|updated|written|reply|replied|time|notice|called|meet you|met you)
        (reschedule|rescheduled|postpone)
        """,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "no_reflection_on_you",
        2.1,
        """
        (no|not|not a|not any|isn t a|in no way a|in no way) (reflection|reflexion|judgement|judgment|comment|criticism|
            verdict|valuation|evaluation|assessment) (on|of|about) (you|your)
        (not|never) .. (reflect|reflects|reflecting|diminish|mean|say) .. (on)? (you|your) (ability|abilities|talent|skill|
            skills|worth|qualities|potential|work|performance|person|experience|value|candidacy|profile|qualification|
            qualifications)
        not .. (take|see|regard|understand|consider|interpret|read|view) (this|it) .. (as|personally) .. (reflection|valuation|
            judgement|judgment|comment|personally|criticism|anything|rejection of)
        (says|said|say) nothing (about|against|bad about) (you|your)
        nothing (you|that you) (did|could have done|have done|lacked|did wrong)
        (you|it is not) .. (did|done) (nothing|not .. anything) wrong
        you did (everything|all) (right|well|you could|we asked)
        (through|by) no fault of (yours|your own|your)
        (not|never) (be|get|feel|let|lose) .. (discouraged|disheartened|discourage|dishearten|put off|deter you|deterred|
            too disappointed|down about|downhearted|give up)
        (it is|this is) not (about)? you
        """,
        unless="""
        (delay|silence|wait|slow|slower|hold|paused|postpone|postponed|cancel|cancelled|reschedule|rescheduled)
        """,
        negatable=False,
        implies=0.5,
    ),
)
