"""What an approach offers: a role that is open, in whatever words, and what the reader should send if he likes it."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.outreach import IN_A_PROCESS
from classifiers.rules.rule import rule

_KIND = MessageKind.OUTREACH

RULES = (
    rule(
        _KIND,
        "has_a_role",
        2.0,
        """
        is hiring (a|an|their|for|several|two|multiple|more|its)
        (look|looking|search|searching|hunting|hunt|scouting) (for)? (a|an|my|our) (founding|first|second|co|technical|
            cofounder|new|strong|senior|bilingual|experienced|great)
        we (urgently|currently|now|still)? (look|search) (for)? (a|an)
        (have|got|fill|filling) .. open (reqs|roles|positions|seats|vacancies)
        (crisis|travel|per diem|contract) (rates|rate|assignment|assignments|nurse|shifts|pay) .. (weeks|in|available|starts|
            gross|nights)?
        (would like|want|wants|likes|keen) to see (people|candidates|profiles|cvs|resumes) (with|who|from)
        (advertising|advertise|advertised) (a|an|the|for) .. (lectureship|post|position|role|job|chair|fellowship|
            studentship) .. (and|in|closing|which|that)
        (i|we) (need|want) (a|an|another|someone|somebody) .. (i can trust|who can run|like you|to be the|to run|to lead|
            to join)
        (they|client|school|team|company|hospital|bank|firm) (need|needs|require|requires|want|wants|seeks) (a|an|someone|
            somebody) .. (to|who|with|for)
        (we|i|they|client|who|company|team|and|firm|startup|bank|group|school|studio|hospital) (are|is|am|re) (now|currently|
            also|urgently|actively|just|quietly|still)? (hiring|looking|recruiting|searching|seeking|in need|on the lookout|
            on the hunt|crewing|staffing|sourcing|head hunting) (for|of)? .. (a|an|someone|experienced|two|three|four|several|
            multiple|talented|somebody|people|another|engineers|developers|nurses|drivers|teachers|senior|licensed|skilled|
            our first|our next|the first|head of)
        (hiring|looking|recruiting|searching|seeking|on the lookout|on the hunt) (for)? (a|an|our|their|several|someone|
            experienced|two|three|multiple|talented|somebody|another|the next|the right) .. (to join|to lead|to run|to build|
            to head|to own|to replace|to take over|who can|with your|like you|with experience|based in|in the|at|for a|for an|
            for our)
        (have|has|had|got|filling|fill) (an|a|several|multiple|exciting|some|two|new|urgent|immediate|great|fantastic|few|
            contract|permanent|open|3|4|current) .. (opening|opportunity|contracts|openings|roles|vacancy|requirement|
            opportunities|vacancies|gig|mandate|req|shifts|assignments|role|position) .. (that|which|for|in|at|with|you|i|
            based|might|would|could|on|near)
        (immediate|urgent|current|long term|contract|exciting|excellent|fantastic|amazing|brilliant) (requirement|need|
            opening|opportunity|role|openings|position|mandate|vacancy|requirements|opportunities|roles)
        (seat|role|position|opening|opportunity|vacancy|job|gig|contract) .. (has|have|is|that|which|s)? (just|now|
            recently)? (opened|opened up|come up|came up|become available|come in|came in|landed on|that might|
            that would suit|you might|i think you|which i|that i think|opening up|coming up|about to open|to be advertised|
            hits the market|goes live)
        (need|needs|require|requires|seeks|seek|after|short of|missing) (a|an|our|two|three|four|five|six|eleven|ten|several|
            another|some|more|their|its|new|2|3|4|5|6|10|12) .. (to run|to lead|to join|to build|to head|like you|for my|
            engineers|engineer|developers|developer|drivers|driver|nurses|nurse|teacher|teachers|welders|fitters|guys|chef|
            manager|designer|hire|person|bookkeeper|mechanic|electricians|electrician|carers|cleaners|operators|head of|
            analyst|pair of hands|foreman|lead|hand|baker|accountant)
        (got|have) {hour} .. (wanted|needed|spots|places|openings|roles|positions|required|starts|going|to fill)
        (there are|with|have|filling|we have|fill) {hour} (open|new|vacant|current|immediate)? (places|positions|openings|
            roles|vacancies|spots|seats)
        (opening|starting|launching|scaling|growing|building|expanding|doubling|building out) (out)? (a|my|our|another|the|
            their|up|second|its) .. (place|restaurant|office|studio|clinic|shop|bakery|practice|branch|team|lab|squad|
            function|desk|room|department|organization|presence)
        (losing|lost|loses|replace|replacing|succeed|succession|successor|stepping down|retiring|retires|moving on|leaves us|
            hanging up) (our|my|its|their|his|her|the|to|of|for|in|at) .. (driver|head|manager|director|baker|chef|designer|
            partner|founder|model|accountant|nurse|teacher|role|post|job|year|end|spring|summer)
        (we|i) (do)? have .. (nobody|no one|bequest|desk|seat|bench|money|funding|budget|headcount|space|room|slot) (for|who|
            to|here|with) ..
        (post|advertise|open|list|create|fill) (a|an|two|three|several|new|some) .. (positions|position|roles|role|openings|
            posts)
        (before|not yet|never|yet to be) .. (advertised|posted|advertise it|hits the market|goes public|made public|goes out)
        (short list|shortlist|list) of people .. (i|we|to|who)
        (hiring|recruiting) .. (right now|across|at the moment|asap|urgently|immediately|like crazy|this week|teams)
        search is still (open)?
        (search|hunt) for (a|an|its|their|our|the) (new|next|first) ..
        (deputy|manager|director|chef|partner|engineer|colleague|bookkeeper|receptionist) .. (retires|retiring|is leaving|
            leaves|is moving on|is off to|wishes to)
        (selected you|shortlisted you|put you) .. (as someone|as a potential|who may|for our) .. (qualified|join|candidate|be)
        (our|the) .. (role|opening|position|opportunity) .. (is|s) still (available|open|vacant) .. (and|if|in case|with)
        """,
        unless=IN_A_PROCESS
        + """
        freeze|search committee
        (wishes|likes) to (see|have)
        you are still in it
        (freeze|said they want|said they need|come back|but they need)
        (liked|strong|just|stage|unfortunately|however) .. (need|needs)
        (need|needs) someone who (has|had)
        (venue|time|slot|schedule)
        (first round|round) on priority
        (wedding|apartment|flat|roommate|tenant|volunteer|volunteers|quote|survey)
        (not|no longer) .. (hiring|looking|recruiting)
        interview (is|will|on)
        (offer you|start date|contract attached)
        """,
        implies=0.9,
    ),
    rule(
        _KIND,
        "send_me_your_resume",
        2.0,
        """
        (let|know|confirm|share|revert) .. your interest (along|in|level|at|with|for|and)?
        (share|send|forward|provide|attach|revert|drop|shoot|submit|reply) .. (with)? (your|an|a copy of your|me your|
            us your)? (updated|latest|current|recent|most recent|up to date) (resume|cv|profile|tickets|copy)
        (your)? (hourly|best|expected|bill|day|desired|all inclusive) (rate|salary|ctc|compensation) ..
        (below|attached|following|please find) .. (job description|jd|requirement|requirements|opening|leadership profile|
            candidate brief|role profile|candidate pack|position profile|role brief|spec)
        (duration .. months|rate doe|visa status|w2|c2c|corp to corp|contract to hire|1099|b2b|per diem|day rate|inside ir35|
            outside ir35|umbrella|temp to perm|mths contract|month contract|months contract|fifo|locum|supply work)
        (click|tap|visit|see|link) .. (to apply|apply now|learn more about the role|view the role|full description)
        (apply|register) (now|today|here|online|directly|via|through) .. (if|to|for|at|with)?
        (if|should) you (fancy it|are interested|would like to be considered|would like to know|want to know more|
            wish to be considered|want in|are keen|want to hear|re interested|d like) .. (give me|reply|call|let|ring|text|
            message|drop|get|please|send|email|i|just|apply|in|write)
        (give me|drop me) (a)? (ring|call|shout|line|text|bell) .. (if|and i|on|to (discuss|hear)|for more) .. (interested|
            your|details|fancy|looking|hear|more|available|know)
        (are you|you|r u) (still)? (on the tools|on the books|registered|available for work|free for|still looking for work|
            looking for work|available from|after work)
        """,
        unless=IN_A_PROCESS
        + """
        (offer letter|as declared|attached offer)
        (again|other vacancies|other openings|notice period|visa status|health)
        (interview|call|meeting|phone screen) .. (available|free)
        (available|free) .. (interview|call|meet|meeting|phone screen|to speak|to talk|to come in|on monday|on tuesday|
            at {clock})
        let (me|us) know .. (time|slot|works|suits|availability)
        """,
        hypothetical=True,
        implies=0.4,
    ),
    rule(
        _KIND,
        "perhaps_an_approach",
        1.1,
        """
        (encourage|invite|urge|should you wish|welcome) (you)? .. to (apply|be considered|put (your|yourself)|throw|
            express) .. (for|to|your|at|in|interest)?
        (current|expected|present) (ctc|location|salary|notice period|compensation) ..
        (reply|respond|text|revert|get back|call) .. (yes|with your (resume|cv|tickets|rate|number|availability|dbs|license)|
            back with|interested) .. (and|with|to|for|if)?
        (said|says|told|tells|swears|reckons|mentioned) .. (you are|you re|you would be|you were|you might|you used to|
            you could) .. (best|perfect|great|bored|looking|person|good|available|free|interested|open|fit|right|ideal|one of|
            itching|in the market|unhappy|ready|answer)?
        (wanted|needed|required) (at|in|for|from|starting|asap|immediately|urgently|on) ..
        (can tell you|tell you|share|send you|let me tell you) .. (everything|more|details|the rest|the spec|the brief|the jd|
            the info) .. (in|over|when|if|on|whenever|about)
        (shall|should|may|can|could|would you like me to) i? (send|share|forward|tell) (you|over|across)? (more|the|a|further|
            some) .. (details|info|jd|spec|brief|more|information|description|about)?
        (throw|throwing|put|putting) your (hat|name) in
        thought (about|of) (moving|a move|changing|a change|switching|joining|leaving|going)
        """,
        unless="again|your (application|interview|offer)",
        hypothetical=True,
    ),
    rule(
        _KIND,
        "pays",
        0.7,
        """
        (comp is|compensation|salary|package|pay) .. (range|up to|between|plus|is|of|equity|competitive|doe|per|k)
        (base|ote|equity|commission|hourly|uncapped|benefits|remote|hybrid|series a|series b|well funded)
        (hr|hour|day|hourly) (paid|weekly|plus|flat)
        (<money>) .. (hr|per hour|a day|a shift|flat|an hour|hour|p h|base|ote)
        """,
    ),
)
