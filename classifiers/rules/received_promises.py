"""What a receipt promises: that somebody will read it, that only the chosen hear back, and what silence means.

The "no" stands in the conditional here, which is what tells a receipt from a rejection.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.APPLICATION_RECEIVED

RULES = (
    rule(
        _KIND,
        "will_be_reviewed",
        1.7,
        """
        (will|shall|is|are|being|be|now|currently|carefully|going to) .. (review|reviewing|reviewed|look|looking|read|reading|
            consider|considered|assess|assessed|evaluate|evaluated|check|checked|examine|examined|screened|go through|
            processed|rated) .. (application|qualifications|resume|cv|experience|background|it|profile|documents|materials|
            submission|applications|them|information|carefully|shortly|soon|by our|by the|against|after|within)
        (application|it|resume|cv|documents) .. (will be|is being|is|being|are being) .. (reviewed|considered|assessed|looked|
            evaluated|processed|forwarded|under review|screened|checked|read)
        (read|reads|review|reviews|look at|consider|looks) (each|every|all) (application|one|applications|resume|single)
        (looks|look) through each
        (read|reads) (everything|all|every one)
        here is what happens next
        until the (examination|review|closing date)
        after the (closing date|announcement closes|deadline|posting closes)
        once .. (reviewed|review is|had a chance|had time)
        (look|looks|looking) (over|through|into|at) (your|it|them|every|each) .. (info|application|resume|details|cv|whenever|
            when|carefully)?
        (rank|shortlist|rate|sift) (the|all|our) (applicants|candidates|applications)
        (shortlisting|sifting|screening) (takes place|will take place|begins|starts)
        (will|who will) take it from here
        (manager|team|recruiter|department|committee|panel|expert committee) .. will (look|review|read|rank|assess|consider|
            go through)
        a (real)? (human|person|member|recruiter) .. (reads|read|review|reviews|look|looks|will)
        """,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "contact_if",
        1.9,
        """
        if ... (match|matches|fit|fits|suitable|qualified|qualifications|qualify|selected|shortlisted|successful|align|aligns|
            aligned|meet|suit|suits|good fit|interested in|shortlist|like to take|move forward|moved forward|chosen|progress|
            potential|next stage|invited) ... (contact|reach|touch|hear|notify|notified|contacted|invite|schedule|call|follow|
            email|get back|inform|set up|next steps|arrange)
        (contact|reach|touch|hear|notify|notified|contacted|invite|call|follow|email|get back|inform|invited|
            recruiter) ... if .. (match|matches|fit|fits|suitable|qualified|qualifications|selected|shortlisted|successful|
            align|aligned|meet|suit|interested|shortlist|move|chosen|progress|potential|there is)
        (only|those|selected|shortlisted|successful|qualified|suitable) (candidates|applicants|those|shortlisted|
            selected) .. (will|contacted|notified|invited|called|reached|who|whose)
        (candidates|applicants) .. (who|whose|that) .. (be|will) .. (invited|contacted|notified|called)
        (due|owing) to the .. (large|high|volume|number|amount)
        because of the (volume|number|large|high)
        (if|should) you .. not .. (hear|heard|contacted|hearing) .. (from|within|by|in|after|back)
        (should|if) (you|we|your) .. not .. (selected|successful|shortlisted|move|proceed|fit|match|progress|be)
        if .. (need anything|position opens|opening|want to set up|want to schedule|happens|one of us) ... (will|get|hear|
            write|text|call)
        (write|reply|respond) to (every|each|all) (applicant|applicants|candidate|one)
        (check|track|view|monitor|follow|see) .. (status|progress) .. (application|online|portal|by|at|any)
        (whether or not|either way|whatever the outcome|regardless of|one way or another|no matter)
        in the (unlikely)? event that
        without being asked
        next steps .. (employer|team|recruiter|if|review)
        (view|see|browse) (similar|other|more) jobs
        no further action
        """,
        hypothetical=True,
        negatable=False,
        implies=0.3,
    ),
    rule(
        _KIND,
        "somebody_will_read_it",
        2.2,
        """
        ({reader}|we|i) (will|shall|is going to|are going to|is now|are going|will now|will soon|will then|will be) (now|
            carefully|soon|shortly|personally|then|be|next|take a|have a|give|thoroughly)? (review|reviewing|look|looking|read|
            reading|consider|considering|go through|going through|assess|assessing|evaluate|evaluating|study|studying|examine|
            examining|screen|screening|check|score|sift|process|processing|pass|forward|route|compare|get to|open|
            take a look) ... (application|applications|cv|resume|resumes|profile|qualifications|documents|materials|submission|
            background|experience|info|information|responses|letter|yours|everything|candidature|dossier|details|attention|one|
            ones|answers|file|files|form|forms)
        (application|applications|it|yours|cv|resume|documents|candidature|submission|file|packet|materials|form|letter|
            information|qualifications|details|responses|they) (will|shall) (now|then|be)? .. (reviewed|considered|assessed|
            looked|evaluated|processed|screened|scored|checked|read|examined|rated|routed|forwarded|sifted|marked|printed|
            studied|treated|handled|matched|passed to|opened|viewed|circulated)
        (applications|files|resumes|cvs|packets|forms|entries) (are|get) .. (reviewed|read|considered|assessed|rated|screened|
            scanned|opened|looked|scored|sifted|routed|marked|processed|evaluated) .. (by|on|after|following|as|weekly|daily|
            each|every|in|when|once|against|together|at)
        (read|reads|review|reviews|opens|open|look at|looks at|consider|considers|go through|goes through|looks over|
            reply to) (each|every|all|through every|through all|through each) (single)? (of)? (the|our|these)? (application|
            one|applications|resume|resumes|cv|cvs|letter|file|packet|note|mail|email|message|entry|candidate)
        (read|reads|reading) (everything|it all|them all|all of them|each of them|every one)
        (real human|real humans|human|humans|real person|real people|actual person|actual people|human being|pair of eyes|
            person reads|somebody will|someone will|someone on|somebody on|someone from|somebody from|member of our|
            member of the|one of us will|one of our|a person) .. (read|reads|review|reviews|look|looks|go through|opens) (it|
            them|this|these|every|each|your|all|over|at|through|everything)
        (somebody|someone|person|human|one of us|we) .. (is going to|are going to|will|shall) (actually|really|
            personally)? read (it|them|your|every|each|all|everything)
        (will|shall|is going to) (study|examine|consider|treat|process|handle) (it|them|your) .. (with|carefully|attention|
            confidential|confidentially|care|shortly|soon)
        (give|giving) (yours|your application|it|each|every|them) .. (full|careful|due|proper|serious|every)? .. consideration
        (compare|comparing|compares|matching|match) (your|it|you) .. (background|profile|qualifications|experience|cv|
            resume) .. (with|to|against)
        (referred|sent|your|every|each) (profiles|applications) (go|goes) to
        """,
        unless="""
        unfortunately|regret|sorry|still|delay|delayed|longer than|apologies|interview (on|at|
            with)|if you are interested|once (we|you)|loan|mortgage|claim|manuscript|order|parcel|refund|visa|paper|abstract
        (reviewed|looked|read|considered|assessed) (your|the) .. (and|however|but)
        (send|submit|complete|upload|forward|attach|share|return|please) ...
        """,
        hypothetical=True,
        implies=0.4,
    ),
    rule(
        _KIND,
        "only_the_chosen_hear",
        2.5,
        """
        only .. (shortlisted|short listed|selected|successful|qualified|suitable|eligible|those|chosen|candidates|applicants|
            contact|persons|people) ... (contacted|notified|invited|called|hear|informed|considered|acknowledged|reached|reply|
            response|receive|contact|interview|interviewed|answered|shortlisted)
        only (contact|notify|reach out to|reply to|respond to|call|write to|invite|get back to|inform|be contacting|
            able to contact|be able to contact) .. (shortlisted|those|selected|successful|applicants|candidates|people|chosen|
            the)
        (contact|notify|inform|invite|call) (only)? (with)? (shortlisted|selected|successful|suitable|chosen|
            qualified) (candidates|applicants|persons|ones)
        contact only
        (shortlisted|short listed|selected|successful|qualified|eligible|suitable|chosen) (candidates|applicants|ones|persons|
            people)? .. (will|shall|to) .. (contacted|notified|invited|called|informed|issued|reached|advised|hear|contact)
        (candidates|applicants|those|people) (selected|who|whose|invited|chosen|shortlisted|under|being|considered|required|
            called|asked|that) ... (will|shall) .. (contacted|notified|invited|called|reached|informed|hear|contact)
        (contact|contacts|notify|call|invite|interview) (applicants|candidates|those|people) (directly|whom|who|whose|selected|
            they)
        contact those (whom|who|selected|we|they)
        (not|never) .. (hear|heard|hearing|contacted|receive|received|response|answer|reply|called|notified) ... .. (assume|
            presume|consider|accept|take it|regard|treat|deem|conclude|understand|unsuccessful|been successful|
            been shortlisted|not shortlisted|be successful|been selected|means)
        (assume|presume|consider|accept|regard|treat|deem|conclude|understand|take it) .. (that)? .. (unsuccessful|
            not been successful|not successful|not been shortlisted|not shortlisted|not been selected|not selected|
            not progressed)
        (without|no|absence of) (answer|response|reply|news|contact|feedback) .. (from us)? .. (within|in|by|
            after) ... (consider|unsuccessful|assume|regard|negative|favorable|favourable|successful)
        (negative|positive) (decision|answer|reply|outcome) .. (no|not|only|send|sent|we|you)
        (unable|not able|not possible|can not|not feasible) to .. (reply|respond|write|acknowledge|answer|contact|
            give feedback|enter into) .. (individually|personally|every|each|all|correspondence|everyone|everybody|unsuccessful)
        (correspondence|communication|contact) .. (limited|restricted|entered into) .. (to|with)? .. (shortlisted|only|
            short listed|candidates|selected)?
        (right|reserve|reserves) .. (contact|not to|only|to contact) .. (chosen|selected|only|appointment)
        (telephone|phone|call|visit|ring) (calls|inquiries|enquiries)? .. (will not be|not be|are not) .. (accepted|
            entertained|answered|returned)
        no (phone|telephone) (inquiries|enquiries)
        """,
        unless="""
        (interview|interviews) (is|are|has been|have been) (scheduled|confirmed)
        (who|that) .. (pass|passed|clear|clears|complete|score)
        you (are|have been|were) .. (shortlisted|successful|selected|pleased|invited)
        (we|i) (will|shall|would|may)? assume
        not among|otherwise
        only the (first|top|highest)
        (link|assessment|test) .. (expires|expire|complete|only)
        (not|never) .. (heard|received|reply|response) .. from you
        (we|i) (have|had) not .. (heard|received)
        please (reply|respond|confirm|let)
        """,
        hypothetical=True,
        negatable=False,
        implies=0.6,
    ),
    rule(
        _KIND,
        "they_call_if_it_fits",
        2.2,
        """
        (if|should|where|when|whenever|in case) ... (match|matches|fit|fits|suitable|qualified|qualify|selected|shortlisted|
            successful|aligned|align|aligns|suit|suits|interested in speaking|interested in talking|interested in pursuing|
            potential match|like to talk|want to talk|wishes to interview|wish to interview|like to interview|
            want to interview|wants to interview|like to know more|like what|like the look|move forward|moved forward|
            looking for|searching for|chosen|invited|called|picked|considered further|required for|need anything|
            needs anything|take it further|meet the|through to) ... (contact|touch|reach|hear|notify|notified|contacted|
            get back|inform|informed|email|emailed|call|text|invite|invited|message|next steps|get a|receive|phone|writes|
            write to you|let you know|set up|arrange|invitation|ring)
        (contact|touch|reach out|reach|hear from|notify|notified|contacted|get back|inform|informed|called|invited|email you|
            call you|text you|message you) .. (you)? ... (if|should) ... (match|matches|fit|fits|suitable|qualified|selected|
            shortlisted|successful|aligned|suit|interested|chosen|through|like to|wants to|wishes to|need|there is a|we see|
            called|further|invited)
        (match|fit) .. (we|someone|somebody|a member|recruiter|they|one of us) .. (will|is going to|shall) .. (contact|touch|
            reach|call|text|email|back|get)
        """,
        unless="""
        (vacancy|opening|position|role|opportunity|something|another|anything|slot|suitable) .. (arise|arises|come|comes|
            become|becomes|opens|open up|up|position|opening)
        unfortunately|regret|sorry|another candidate|other candidates|at this time we|still|interviewing|interview (is|on|at|
            with|time|tomorrow)
        if you (are interested|would like|are open|want|know|wish|need|have|can|are available|think|cannot|can not|decide)
        (opportunity|role|position) .. (interest|interests) you
        (interested in this|interested in the|this interests|sounds interesting|sounds like)
        (feel free|let me know|please call|please reply|please contact|please email|give me a call|any questions|questions)
        (keep|kept|hold) (your|you) .. (file|mind|database)
        """,
        hypothetical=True,
        negatable=False,
        implies=0.3,
    ),
    rule(
        _KIND,
        "before_the_deadline",
        1.6,
        """
        (closing date|deadline|filing period|close date|closing time|application period|application window) ..
        (applications|posting|vacancy|advert|announcement|filing|recruitment|window|job) (close|closes|closed|is open|are open|
            stays open|remain open) (on|at|until|in|for|next)
        (after|following|until|before|by) the .. (close|closing|deadline)
        (rolling basis|ongoing basis)
        (review|shortlisting|sifting|screening|interviews|longlisting) .. (begins|begin|starts|start|commences|takes place|
            take place|will take|expected to|is expected|are expected|provisional|provisionally|tentatively|pencilled|continues)
        (do not|please do not|kindly do not|avoid|refrain from) (call|phone|telephone|ring|visit|contact|calling|apply again|
            reapply|resubmit|send) ..
        (duplicate|multiple|second) (submissions|applications|copies|copy)
        (beware of|never asks for|never ask for|never request|not charge) ..
        (personal data|data protection|privacy notice|privacy policy|controller of your|administrator of your|retention) ..
        (apply|applied) to (more|other) (positions|jobs)
        """,
        negatable=False,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "either_way",
        1.7,
        """
        (next steps|what happens next|here is what happens|what happens now|here is how it works|what is next|
            here is what to expect|the road ahead) ..
        (either way|whatever the outcome|one way or another|one way or the other|whether or not .. (fit|match|selected|
            successful|right)|no matter what|regardless of the outcome|positive or negative|good or bad) .. (you will|we will|
            hear|let|tell|everybody|everyone|each|promise)
        (you will|we will|expect to|everybody|everyone|each person) .. (hear|receive|get|told|tell|let you know|answer|message|
            reply) ... (either way|whatever the outcome|one way or another|one way or the other|whether or not|no matter what|
            regardless of|positive or negative|without being asked|in any case)
        (not|never|without) (ghost|ghosting|leave anybody|leaving anyone|leave you hanging|leave you in)
        (no|not need to|not have to|not required to) (take)? (any)? (further)? (action|do anything|do a thing) ..
        nothing (else|more|further)? (you need to do|for you to do|is needed|is required|needs doing)
        (keep an eye on|check|watch|monitor|look at|don t forget to look at) your (inbox|spam|junk|e mail|email|mailbox|
            spam folder|my page) ..
        (track|check|view|follow|monitor|see|refresh|update) .. (status|progress|your application|your applications|
            your process|your profile|my applications) .. (at any time|any time|anytime|online|by logging|log in|in your|via|
            portal|page|here|on the|by the)?
        (applications|files|apps|application|profile) (remain|remains|stay|stays|are kept|is kept|kept) (active|good|open|
            valid|on file) for
        (give|allow|grant) (us|them|him|her) .. (a week|two weeks|a few days|some days|couple of weeks|week or so|week or two|
            weeks|working days|business days|a bit|a little time|little time|some time|up to) .. (to|so)?
        (takes|take|took|need|needs) (us|them|about|around|usually|up to|roughly|approximately|normally|
            usually about) .. (days|weeks|week|fortnight|working days|business days)
        """,
        unless="""
        unfortunately|regret|another candidate|other candidates
        (keep|kept|hold) (your|you) .. (file|mind|database)
        """,
        hypothetical=True,
        negatable=False,
        implies=0.2,
    ),
)
