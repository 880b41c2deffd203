"""The acknowledgement: "we have your application". Said by robots in forms without end, and by people in passing.

What a receipt promises (a review, an answer only for the chosen) stands in `received_promises`.
"""

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
        (received|have received|receipt of|acknowledge|acknowledges|acknowledging) .. (your|the|an) .. {paper}
        (receipt|acknowledgement|acknowledgment|confirmation) .. (of|for) .. {paper}
        {paper} (acknowledgement|acknowledgment|confirmation|received|receipt|submitted|complete)
        {paper} .. (has|have|was|were|is|are|been) .. (received|submitted|sent to|arrived|delivered|registered|recorded|logged|
            forwarded|lodged|entered|in our system|safely|successfully|now with|with us|in good hands|complete|on its way|
            in the queue)
        {paper} (submitted|received|sent|delivered|arrived|made it|landed safely|came through|reached us|is in|successfully)
        {paper} .. (made it|reached|arrived|landed safely|came through|got through) .. (to us|us|our|safe|safely|inbox|system)?
        (successfully|just) (applied|submitted|completed your application|registered|opted in|uploaded|lodged)
        (successfully) (received|sent|delivered|entered|made|transmitted)
        (confirm|confirms|confirming|let you know|note|inform you) .. (we|that) .. (have|received|got) (your|the) .. {paper}
        you (have)? (just|now) (applied|submitted)
        ^ you applied
        (submitting|submitted) (us|to us)? your (details|application|resume|cv|reel|portfolio|documents)
        you have applied (to|for|with|at)
        (details|information) (is|are) (now)? in our (system|database)
        {paper} (just)? (came|come|has come|dropped) (in|through)
        applications will be (assessed|rated|reviewed|considered|read|processed|looked)
        (documents|materials|papers|resume|cv) .. (arrived|received|forwarded to|passed to|now with|been passed)
        (items|following) .. (sent|submitted) to
        (reached|reach) us (safely|safe|well|ok)?
        (speculative|unsolicited|open|spontaneous) application
        (registered|logged|filed) (with|under) .. number
        (responses|answers|results|recording|scores) .. (now with|shared with|sent to|been sent|on their way|gone to|
            passed to) .. (team|manager|recruiter|them|us)?
        received your (completed|recent|online|kind|message|email|mail|application|details|cv|resume|submission|interest)
        (video|one way|on demand|recorded|ai|digital|virtual|automated) (interview|screening|responses) .. (complete|completed|
            received|submitted|finished|been recorded|been sent|is in)
        (interview|assessment|test|responses|answers|submission|answers were) .. (has been|is|was|were|
            have been) .. (completed|received|submitted|recorded|sent to|successfully|complete)
        (applied on|date applied|application date|application id|application reference|application number|reference number)
        """,
        unless="""
        your .. (resume|cv|profile) is (searchable|visible)
        (with|from|by) your (questions|question)
        (make sure|ensure|check|verify|see to it) (that)? your ..
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
        "landed",
        2.8,
        """
        (your|this) {sent_in} ... (has|have|was|were|is|are|had|been|just|now) .. (received|submitted|arrived|delivered|
            registered|recorded|logged|lodged|landed|routed|entered|uploaded|saved|finalized|finalised|transmitted|captured|
            acknowledged|sent correctly|made with success|sent off|gone through|come through|come in|come in safe|reached us|
            got here|with us|in safely|safely in|in the queue|in the pile|in the stack|in the system|in the mix|in our hands|
            in our system|in our pool|in our database|in our records|in good order|in good hands|on the pile|on our desk|
            complete on|added to|attached to your profile|passed to|forwarded to|sent to the|shared with the|safe)
        (your|this|the) {sent_in} ... .. (has been|was|is now|have been) (successfully|duly|well|safely|now)? (received|
            submitted|registered|logged|recorded)
        (your|the) {sent_in} ... (just|safely|successfully|now) (landed|arrived|submitted|received|with us|in|sent|here|
            registered|recorded|on file)
        (your|the) {sent_in} ... (landed|arrived|entered|made it|reached us|got here|got to us|came through|came in|found us|
            went through|popped up|dropped into|flew in|rolled in)
        your (application|app|form|submission) ... (is|are) (in|complete|now complete)
        your {sent_in} (safely|is|now)? in (the|our) (queue|pile|stack|system|inbox|hands|pool|database|books|line|folder)
        (sent|submitted|forwarded|passed|delivered|transmitted|handed) your (application|cv|resume|profile|details|answers|
            form) ... (to|over|on|along)
        (hold|holding|holds) your (application|cv|form|submission|resume|documents) .. (under|as|with|in our)
        submission (was|is) (a success|successful)
        (reached|received by|received in|received at|to hand in) (this|our) (office|desk|hands|department|section|secretariat|
            unit)
        (receiving|receive|having|given|getting) (our|due|careful|the|full)? attention
        your (application|cv|resume|details|profile|documents) (is|are) (now|currently|already)? with (us|the hiring|
            our hiring|our recruitment|our recruiting|our team|our talent|hr|the recruitment|the talent|human resources)
        (got|have|received) your .. (safe|safely|in good order|loud and clear|in one piece)
        (application|submission|inscription|candidature|opt in) (no|number|id|ref|reference|code|confirmation) ..
        (application|submission|registration|candidature|entry|inscription|opt in) (received|submitted|complete|completed|
            recorded|confirmed|registered|logged|successful|finalized|accepted for processing)
        (receipt|acknowledgement|acknowledgment|confirmation|confirm|confirms|confirming|confirmed|acknowledge|acknowledges|
            acknowledging|certify|certifies) (of|for|that|the|receipt of|receipt|you that)? .. your .. (application|cv|resume|
            candidature|submission|documents|materials|interest|registration|letter|e mail|email|form|forms|profile|details|
            packet|file|expression)
        (accept|take|consider|treat|regard) this .. (as)? .. (acknowledgement|acknowledgment|confirmation|receipt|proof)
        this (email|e mail|mail|message|note|letter|is|automatic note|automatic message|automated message|notice) .. (confirm|
            confirms|acknowledge|acknowledges|acknowledgement|acknowledgment|serves as|to say that your|
            to let you know that your|to inform you that your) ... (application|cv|resume|submission|letter|e mail|email|
            documents|registration|interest|form|materials|received)
        (entered|logged|recorded|registered|filed|diarised|diarized|docketed) (at|under|with|as|in|against) .. (diary|number|
            no|reference|ref|file|register|id)
        (typed|entered|put|added|uploaded|logged|keyed|filed|saved|placed|recorded|dropped|popped) (it|your application|
            your details|your form|your cv|your resume|your profile|your name) .. (into|in|to|on|with) (the|our|
            my) .. (computer|system|pool|database|pile|queue|pipeline|list|portal|ats|file|folder|talent|stack|register|
            records|candidates)
        (holds|hold|have|has|got|received) (all|everything) (we|that we|of your|your|you) .. (need|documents|sent|materials|
            application|details|information)
        (we|i) (have|have got|have now got) (it|your (application|form|letter|entry|submission|details|documents|stuff|things|
            file|packet|papers)) (now|safely|here|all safe|thanks|thank)
        ^ (yes|yep|yay|woohoo|hooray|ok|cool|thanks|thank you|great|hi)? (we|we have) (got|have)? (got|have) (it|
            your application|your form|your letter|your details)
        ^ (yes|yep|yay|woohoo|hooray|ok|cool|thanks|thank you|great|hi)? got your (application|form|letter|details)
        ^ (that|it|this|your stuff|your application) (has|is|just)? (landed|arrived|through|reached us) ..
        (received|got|have received) your (completed|finished|recorded)? (assessment|test|responses|questionnaire|answers|
            video|submission|presentation|exercise|recording|form|letter|portfolio|packet|registration|entry|inscription|
            candidature|dossier|expression of interest|e mail|inquiry|enquiry|profile|interest)
        (have|has) (well|duly|safely|successfully|now|gratefully) received your
        (your|an) interest in ... (is|has been|was) .. (logged|noted|recorded|registered|received|captured)
        (you|we) .. (successfully|have|just) (applied|registered|submitted|opted in|entered|signed up) (to|for|in|your|the|
            with|at) .. (position|role|job|vacancy|post|internship|program|traineeship|opening|requisition|application|req|ref|
            campaign|company)
        (you|candidate|applicant) (have)? (applied|submitted|opted in) (for|to|on|at) {day}
        (submitted|applied|opted in) (on|at|date)? {day}
        (date|time) (received|submitted|applied|of application|of submission|of receipt)
        (confirmation|submission|receipt|tracking|acknowledgement) (number|no|id|code|reference) (is|for|of)? ..
        (resume|resumes|cv|cvs|document|documents|files|attachments|cover letter|portfolio) (used|received|uploaded|
            submitted) .. (file|files|received|pdf|docx|yes|ok)?
        (copy of your|copy of the) (application|answers|submission|responses|form)
        (throw|threw|throwing|tossed|tossing|thrown) your (hat|name|cap) (in|into)
        you (have)? (just|now|successfully)? (finished|completed|submitted) your .. (interview|assessment|test|application|
            video|recording|profile|submission)
        """,
        unless="""
        (make sure|ensure|check|verify|see to it) (that)? your ..
        (loan|mortgage|credit|visa|card|passport|grant|scholarship|rental|tenancy|lease|admission|planning permission|
            insurance|membership|adoption|manuscript|discount|refund|return)
        (once|when|after|until|unless|if) .. (received|submitted|complete|completed)
        (not|yet|never) .. (received|completed|submitted|arrived|reached)
        (interview|meeting) .. (scheduled|confirmed|cancelled)
        (invoice|payment|order|refund|claim|offer|feedback|signed|parcel|package|shipment)
        (unsuccessful|unfortunately|regret|not successful|not selected|not shortlisted|sorry)
        (looks|look|looked|strong|impressive|interesting|impressed|stood out|caught)
        (invite|invited|inviting|interview for|interview on)
        (my|their|his|her) (desk|pile|database|inbox|office)
        (to|through|on to|by) (me|him|her)
        (client|they|she|he) (and|want|wants|would|called|rang)
        (sent|submitted|forwarded) your .. (this morning|yesterday|over|across|at)
        (interested in|would you)
        (still|closed|talent community|talent pool)
        (retain|keep|hold|have|found|saw|kept) .. (in|on) (our|my|the)
        in (my|process|progress|the process|the running|the closer)
        (would|we d) like to (meet|visit|talk|speak|interview|see|chat)
        (your|the) (profile|resume|cv|background|experience) .. (match|matches|on|online|and)
        (may|must|should|please|to be|before|can|need|needs|will|would) .. (be)? (submitted|uploaded|received|registered|sent|
            delivered)
        """,
        implies=0.7,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "status_line",
        2.3,
        """
        (status|step|stage|state|phase|current|changed|new) .. (is|to|of)? .. (received|under review|in review|submitted|
            being reviewed|under consideration|pending review|in process|in progress|application received|initial screening|
            applied|new application|review by|application stage)
        (status) (of|for) (your|the) (application|candidacy|candidature|submission) .. (has|have|is|changed|
            updated)? .. (under|in|received|submitted|new|reviewed)
        (application|candidature|submission) (is|status|now)? (now)? (in review|under review|being processed|in process|
            in progress|in the review|pending)
        (new|received|submitted) .. (in review|under review)
        (next|following) step .. (recruiter|review|screening|team|employer|sift|shortlisting)
        """,
        unless="""
        no longer|not selected|unsuccessful|rejected|interviews|still|remains|interview|offer|loan|claim|visa|refund|order
        delay|delayed|apologies|panel is|references
        """,
        implies=0.6,
    ),
    rule(
        _KIND,
        "completed",
        1.9,
        """
        (finished|completed|done with) (your|the) .. (interview|screening|chat|assessment|application)
        (thank|thanks) .. (completing|submitting|finishing|taking) (the|your|our) .. (test|assessment|interview|challenge|
            questionnaire|exercise|codility|hackerrank|video)
        """,
        unless="taking the time",
        implies=0.6,
    ),
    rule(
        _KIND,
        "somebody_has_it",
        1.7,
        """
        (has|have|got|getting|received) (your|the) (resume|cv|application|letter|details|email|message|mail)
        (sending|sent|send|dropping|dropped|forwarding|passing on) (us|in|over|along|through|me)? (your|the) (details|
            application|resume|cv|reel|portfolio|documents|letter|tickets|papers)
        """,
        unless="please|bring|could you|can you|if",
        implies=0.5,
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
