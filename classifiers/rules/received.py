"""The automatic acknowledgement: "we have your application". It thanks, promises, and speaks of a "no" in the conditional."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.APPLICATION_RECEIVED

RULES = (
    rule(
        _KIND,
        "receipt",
        3.0,
        """
        (received|receiving|got|have received|receipt of|acknowledge|acknowledges|acknowledging) .. (your|the|an) .. {paper}
        (receipt|acknowledgement|acknowledgment|confirmation) .. (of|for) .. {paper}
        {paper} (acknowledgement|acknowledgment|confirmation|received|receipt|submitted|complete)
        {paper} .. (has|have|was|were|is|are|been) .. (received|submitted|sent to|arrived|delivered|registered|recorded|
            logged|forwarded|lodged|entered|in our system|safely|successfully|now with|with us|in good hands|complete|
            on its way|in the queue)
        {paper} (submitted|received|sent|delivered|arrived|made it|landed safely|came through|reached us|is in|successfully)
        {paper} .. (made it|reached|arrived|landed safely|came through|got through) .. (to us|us|our|safe|safely|inbox|system)?
        (successfully|just|now) (applied|submitted|received|sent|completed your application)
        (confirm|confirms|confirming|let you know|note|inform you) .. (we|that) .. (have|received|got) (your|the) .. {paper}
        you (have)? (just|now) (applied|submitted)
        (has|have) your {paper}
        ^ you applied
        (submitting|submitted|sending|sent) (us)? your (details|application|resume|cv|reel|portfolio|documents)
        you have applied (to|for|with|at)
        (details|information) (is|are) (now)? in our (system|database)
        {paper} (just)? (came|come|has come|dropped) (in|through)
        applications will be (assessed|rated|reviewed|considered|read|processed|looked)
        (documents|materials|papers|resume|cv) .. (arrived|received|forwarded to|passed to|now with|been passed)
        (items|following) .. (sent|submitted) to
        (reached|reach) us (safely|safe|well|ok)?
        (speculative|unsolicited|open|spontaneous) application
        (registered|logged|filed) (with|under) .. number
        (finished|completed|done with) (your|the) .. (interview|screening|chat|assessment|application)
        (responses|answers|results|recording|scores) .. (now with|shared with|sent to|been sent|on their way|gone to|
            passed to) .. (team|manager|recruiter|them|us)?
        (thank|thanks) .. (completing|submitting|finishing|taking) (the|your|our) .. (test|assessment|interview|challenge|
            questionnaire|exercise|codility|hackerrank|video)
        received your (message|email|mail|application|details|cv|resume|submission|interest)
        (video|one way|on demand|recorded|ai|digital|virtual|automated) (interview|screening|responses) .. (complete|
            completed|received|submitted|finished|been recorded|been sent|is in)
        (interview|assessment|test|responses|answers|submission|answers were) .. (has been|is|was|were|
            have been) .. (completed|received|submitted|recorded|sent to|successfully|complete)
        (applied on|date applied|application date|application id|application reference|application number|reference number)
        """,
        unless="""
        (loan|mortgage|credit|visa|card|passport|grant|scholarship|rental|tenancy|lease|admission|planning permission|
            insurance|membership|adoption)
        (once|when|after|until|unless|if) .. (received|submitted|complete|completed)
        (not|yet) .. (received|completed|submitted)
        (interview|meeting) .. (scheduled|confirmed|cancelled)
        taking the time
        (invoice|payment|order|refund|claim|offer|feedback|signed)
        """,
        implies=0.8,
    ),
    rule(
        _KIND,
        "thanks_for_applying",
        1.3,
        """
        (thank|thanks|appreciate|grateful|thankful|glad|delighted|pleased|happy|great) .. (you|for|that|your)? .. (applying|
            applied|your application|your recent application|submitting|submitted|sending us your|sending in your|expressing)
        (thank|thanks|appreciate|grateful) .. (your|for|you|the) .. (interest|interested) .. (in|for|with)
        throwing your hat
        (woohoo|woo hoo|hooray|yay|got it) .. application?
        """,
        implies=0.5,
    ),
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
        "automatic",
        0.8,
        """
        (automated|automatic|automatically generated|system generated|auto generated|auto) (message|email|reply|response|
            confirmation|notification|mail|acknowledgement)?
        (do not|not|please do not) (reply|respond) .. (this|message|email|mail|to)?
        (unmonitored|not monitored|no reply|not be answered)
        """,
        negatable=False,
    ),
)
