"""The small post of a hiring process that is no step of it: papers asked for, parking and dress, expenses, access, privacy.

"Could you send your CV as a PDF?" neither invites nor refuses. These rules outweigh the hints around them and no more: the
same sentence stands in many an invitation or offer, whose own signs then win.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.OTHER

RULES = (
    rule(
        _KIND,
        "papers_again",
        2.6,
        """
        (send|resend|re send|forward|email|upload|share|submit|attach|scan|flick|shoot|let me have) .. (it|again|another|
            updated|new|clean|clearer|better|copy|cv|resume|one) .. (as|in) (a|an|one)? (pdf|word|docx|word format|single pdf|
            colour)
        (as|in) (a)? (pdf|word) (format|document|version|file|too|or pdf|not pdf)
        (can not|could not|does not|will not|not able to|unable to|did not|will not) (be)? (open|opened|open it|open the|
            read the|view the|opening|come through|load|download)
        (attachment|attachments|file|link|document|scan|page|pages|transcript|cv|resume|certificate) .. (missing|blank|
            corrupt|corrupted|unreadable|cut off|not attached|was not attached|does not open|blurry|undated|expired|too large|
            gibberish)
        (missing|cut off|leaves out) .. (page|pages|attachment)
        (please|could you|can you|kindly) .. (resend|send it again|send .. again|upload it again|re upload|scan .. again)
        (gone astray|garbled)
        (put|convert) it .. (our|letterhead|format|template)
        """,
        unless="""
        (interview|job|position|role|offer letter|offer) .. (attached|confirmed)|if the (link|attachment)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        _KIND,
        "papers_received",
        1.7,
        """
        ^ (got it|received|perfect got it|all received|noted|got them|got the|many thanks i received|thanks i received|
            received with thanks|thanks got it|ta .. got|great got it|thanks for the scans|thanks for the list|
            thanks for sending|thanks for the cv)
        (opens|opened|link works|works now|came through|arrived) (fine|now|ok|okay|well|safely|perfectly)
        (got|received) (the|your|all) (repo|file|files|form|forms|certificates|scans|card|documents|docs|deck|link|references|
            list|signed|copies|photos) ..
        i have passed (it|them|this) (on|to)
        """,
        unless="""
        (your application|application|test|assessment|exercise|homework|task|{news}|decision|back to you|applying)
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _KIND,
        "papers_wanted",
        2.4,
        """
        ((send|provide|share|submit|forward|scan|need|upload|return|enter|add|flick|give|let me have|have|require|requires|
            still need|mail) .. (me|us|copy of|copies|list|names|names of|contact info|details|number|numbers|
            following documents)? ..(references|referees|transcript|transcripts|passport copy|driving licence|license|
            payslips|salary slips|marksheets|degree certificate|id card|social security card|police clearance|
            membership number|w 9|ni number|registration number|service number|vaccination record|birth certificate|form 16|
            aadhaar|pan card|bank letter|cancelled cheque|relieving letter|relieving order|proof of address|dl and social|
            work permit))
        (two|three|2|3|one more|another|further) .. (referees|supervisor references|references) .. (one|at least|with|please|
            who|names|within|from|w)
        (names|designations|phone|email|contact) .. (of|for) .. (referees|references|former supervisor|three referees)
        (one of whom|at least one) .. (current|line manager|supervisor|employer)
        (who|what) (was|is) your (supervisor|manager|line manager|current manager|reporting manager) ..
        (number|phone|email) (listed|you gave|you provided) .. (disconnected|not working|wrong|bounced|no longer)
        (tried|called|ring|rang) the number you (provided|gave|listed)
        (reaching|reach) her|no longer employed there
        (documents|items|following) .. (not there|pending|outstanding|missing|required from your side|needed for your file)
        (documents pending|pending documents|further documents required|two things outstanding|file is complete with us)
        (not older than|dated within|original documents only|block capitals|soft copy|passport size|self attested|notarized|
            apostille|attested)
        (employment packet|registration pack|consent form|credit check consent|popia|evetting|vetting form|vetting desk)
        (share code|proof of address|entry permit|power of attorney|recognition of your diploma|police clearance|med card|
            clearer (pic|photo|scan|copy)|official transcript|student copy|without a signature|gaps have to be explained|
            open a file for you|document for your signature|prepared for you in connection)
        (current|present) and expected ctc
        (tell|confirm|know) .. (year you completed|which of the two|whether you are a citizen|citizenship|visa you are on)
        are you (on a|also on a|authorized to work|a citizen|us citizen) ..
        (did you say|do you have|quick question|one question|quick one) .. (you had|forklift card|a licence|who is|who was|
            your current|is it c)
        """,
        unless="""
        (pleased|delighted|happy|like) to offer
        (interview|offer) .. (confirmed|scheduled|letter attached)
        (your test|assessment|exercise|task|presentation|lesson plan)
        (bring|carry) ..
        (resume|cv|interested|if you are) .. (opportunity|role|position|call)
        (accept|sign and|acceptance)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        _KIND,
        "on_the_day",
        2.2,
        """
        (yes|no) (there is|there are|you can|we have|it is|i would not|they) ..  (parking|dress code|car park|step free|
            laptop|folder|lift|fine)
        (not have|no|is not) (a|any)? (dress code|parking at the office)
        (carpark|car park|multi storey|gravel lot|visitor spots) .. (about|per|cheaper|half hour|for two hours|green signs)
        (tram|mrt|metro|tube) .. (easier|to the door|every)
        (lift is working|toilets)
        (dress pants|business formal please|tie not required|jeans are (fine|ok)|no need for a suit|do not need a suit|
            get muddy)
        (no need|not need|do not need) to (bring|prepare|wear|print) (anything|a laptop|a suit|your laptop|anything else)
        (any language|excel|python|powerpoint|word|slides|google docs|calculator|calculators) (is|are|will be)? (fine|ok|okay|
            allowed|works)
        (whatever|either) you are (more|most) comfortable with
        (you can|you may) assume
        (any food allergies|any dietary requirements|noted on the|we order lunch|hdmi|usb c)
        (front|main|side) (gate|door|doors|entrance) .. (under construction|shut for|closed for|enter from)
        (id will be kept|press 2|the way in as)
        you are fine
        (good question|about your question|as to your question|quick answer|to answer your question) ..
        """,
        unless="""
        {interview} .. (is|has been|are) (confirmed|scheduled|on|at)|(date|time) .. {when}
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "expenses",
        2.8,
        """
        (expense|travel|candidate|interview|mileage|taxi) (reimbursement|reimbursements|claim|expense) ..
        (reimbursed|reimbursement|reimburse) .. (receipts|expense site|eligible|mileage|form|within|takes|submit|boarding|
            days|claim)
        (submit|send|attach|upload|keep) .. (receipts|boarding passes|taxi bill|original bills|invoice for travel)
        (honorarium|w 9|reimbursement form|expense form) ..
        claims received after
        """,
        unless="""
        (position|role|vacancy|interview is|we will reimburse|we would like|we can)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "left_behind",
        2.2,
        """
        (you|somebody|someone|one of you) (left|forgot) (your|a|his|her) (umbrella|scarf|jacket|coat|phone|bag|knife|
            bread knife|glasses|notebook|laptop|charger|keys|hat|bottle|mug|gloves)
        (it is|its|is) (in the office|at the desk|at reception|behind the bar|in lost property)
        (that|the) (book|novel|article|place|restaurant|film|show) (is|was|i mentioned|you asked|we talked)
        """,
    ),
    rule(
        _KIND,
        "data_and_access",
        2.8,
        """
        (retention|data protection) (rule|rules|policy|period) .. (erased|deleted|updated|changed|will be|how we)?
        (privacy|terms) .. (policy|notice|conditions|terms|statement) .. (updated|changed|changes|have changed|with effect|
            new version|changing)
        (erased|deleted|erase|delete) .. (your data|on|data|profile|personal data|account|your personal) ..
        (keep my data|keep your data for|hold the data we|the data we hold|we hold .. personal data)
        (updated|changed|changes to|new wording of) .. (terms|privacy policy|candidate terms|section)
        (click|link) to (sign in|log in)
        (sign in|login|log in|magic) link
        (new|temporary) password (for|is)
        change .. the next time you log in
        (confirm|change|changed|verify) .. (new)? email address
        (poll|profile|account) .. (not been opened|inactive|dormant|expires)
        (is no longer with|has left the company|has now left)
        """,
        unless="""
        (your application|thank you for applying|application .. received|interview|resume .. received)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "first_days",
        2.4,
        """
        (laptop|monitor|monitors|hardware|pc|uniform size|shirt size|boots size|parking permit) .. (choose|do you want|
            for your first day|order|would you like|size)
        (before|for|on) your first (day|week|shift) .. (it|laptop|order|log in|badge|bring|need|hardware|read|buddy|lunch)
        (it|facilities|payroll|benefits) .. (needs|need|wants) .. (laptop|choice|bank details|tax form|w 4|tax code|p45|size)
        (new|your) (colleague|buddy|onboarding buddy|starter pack|welcome pack|induction day|induction session|
            orientation day) ..
        (exit interview|leaving do|leaving drinks|last day|counteroffer|handover) .. (on|at|is|hr|laptop|keys|your|for|
            thursday|friday)
        (name|put) .. (on|in) (your|the) (door|email signature|business cards)
        (show|find|put) you .. (houses|apartment|apartments|realty|relocation agent|schools)
        (corrected it|corrected the spelling|name spelling|spelled your name|updated your file|updated our records)
        """,
        unless="""
        (offer you|offer of|sign|accept|congratulations|interview (is|has|with)|position of)
        """,
    ),
    rule(
        _KIND,
        "small_questions",
        2.2,
        """
        (who|whom) (do|did|would|are) you (currently|now|then)? (report|reporting|reported) to
        (what|how much|how long) is your (current)? (notice period|salary|package|ctc|notice|commute|visa)
        (what were you doing|why did you leave|when did you leave|did you leave) ..
        (who is|who was|what is the name of) your (current|former|last|direct)? (manager|supervisor|boss|employer)
        (are you still|still) (with|at|working at|employed) (them|there|your)
        (still on|are you on|do you hold|do you have|have you got) (a|an|your|the) .. (visa|licence|license|permit|card|car|
            certificate|pr|clearance|degree|registration|own transport)
        (quick|one|small|another|random) question .. (who|what|did|do|are|is|how|which|have|when)
        no need to (share|answer|say)
        """,
        mood=Mood.QUESTION,
        unless="""
        (interested|open to|opportunity|new role|interview|call|chat|available|free) ..
        """,
    ),
    rule(
        _KIND,
        "portal_notices",
        2.8,
        """
        (your (candidate|applicant|talent|user|online|jobs|careers)? (account|profile|talent profile|login) (has been|was|is|
            will be)(created|activated|updated|merged|locked|deactivated|deleted|closed|inactive|incomplete|verified|
            reactivated|ready|now active))
        (joined|joining|welcome to|member of|part of) .. talent (community|network|pool|cloud)
        (subscribed|unsubscribed|subscription) .. (alerts|notifications|updates|emails|newsletter)
        job alert .. (created|set up|active|expired|paused|saved|confirmed)
        (scheduled|planned|essential|system) maintenance
        (portal|site|system|website|platform) .. (unavailable|down for|offline|moving to a new|has moved|migrated|outage|
            new look)
        your (resume|cv|document|documents|photo|file) (was|were|has been|have been) (uploaded|parsed|updated|saved|
            added to your)
        (your (email|email address|phone number|password|username|contact details|preferences|details) (has been|have been|
            was|were)(changed|updated|verified|reset|confirmed))
        profile (strength|completeness|completion|is {hour})
        (you have|you) withdrawn (your|from)
        (confirm|confirmed|confirming|confirms|received|processed|acknowledge) .. (your|the) (withdrawal|request to withdraw|
            decision to withdraw)
        (reference|references|referee|referees) .. (has submitted|have submitted|submitted|has completed|have completed|
            has responded|not responded|have been contacted|has been contacted|received so far|outstanding|reminder)
        (request|requests) .. (sent|made) to your (referee|referees|references)
        (onboarding|new hire|pre boarding|preboarding|new starter) (tasks|task|checklist|paperwork|portal|forms|documents|
            form|module|modules|steps)
        (tax forms|starter checklist|emergency contact form|uniform order|employee handbook)
        (today|daily|weekly|tomorrow) (agenda|summary|recap|digest|overview) ..
        (recording|transcript|summary|notes) (of|from) (your|the) (meeting|call) .. (ready|available|shared|below)
        name .. placed on the eligible list
        (examination|exam) results .. (score|rank|eligible|final)
        """,
        unless="""
        (thank you|thanks) for applying
        application (has been|was) (received|submitted)
        (offer|congratulations|pleased)
        (interview|test|assessment) .. (scheduled|confirmed|invited)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "agency_business",
        2.8,
        """
        (timesheet|timesheets|time sheet|time sheets|holiday pay|umbrella company|p45|p60|payslip|payslips|pay query|
            hours for w e|hours for last week|your hours|week ending) .. (approved|not approved|submitted|missing|by noon|
            by 5|signed|attached|were|was|for|sign|authorised|authorized|paid|by|late|in|due)
        (registering|registered|registration) with (us|our|the agency) .. (complete|completed|now|bring|documents|id|
            appointment|need)
        before (i|we) can (put you forward|send you out|send you across|send you over|submit you|place you|represent you|
            register you)
        (our|attached) terms of business
        (rebate period|fee agreement|temp to perm fee|credit note|supplier list|preferred supplier)
        (get|had|have) a chance to (look|review|read) .. (cvs|resumes|profiles|candidates) (i sent|we sent|from)
        (feedback|thoughts) on the (cvs|candidates|profiles|two|three) .. (i sent|sent|from|last|please)
        (any|other|more) (vacancies|roles|requirements|needs) .. (coming up|i can help|we can help|you need|on your side)
        (your temp|the temp|our temp|temp cover|the temps) ..
        (christmas|holiday|bank holiday|easter|branch|office) (opening hours|hours|closure|opening times)
        (our|the) (branch|office) .. (moved|moving|new address|closed for|is closed on)
        (salary|market|hiring|pay) (survey|guide|report|outlook|benchmark|trends|update)
        (keep|update) your (availability|details|profile) .. (current|up to date|in the portal|in the app|with us)
        our valued candidates|still here for you
        """,
        unless="""
        (offer|offered|assignment is yours|rate is|start on)
        (position|role|job|vacancy) .. (payroll|ledger|payslips)
        (payroll|ledger|timesheet) .. (clerk|officer|administrator|manager|processing|role)
        your interview
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "employee_letters",
        3.0,
        """
        ((tender|hand in|handing in|submit|submitting|giving|give|accept|accepted|received|acknowledge|letter of|my|your|his|
            her)(my|your|this|his|her|the)? (letter of|formal|written)? (resignation|two weeks notice|four weeks notice|
            notice of resignation))
        (i am|i have decided to|i hereby|wish to) (resign|resigning) ..
        (last|final) (working day|day of employment|pay|payslip|paycheck)
        (pay|salary|wage) (award|rise|raise|review|increase|adjustment|freeze) .. (with effect|effective|april|january|
            all staff|of|will|is|has)
        your (pay|salary) (will|has|is) .. (increase|increased|be increased|reviewed|adjusted)
        (change|changes|amendment|variation) to your (contract|terms and conditions|working hours|terms of employment|
            benefits)
        (disciplinary|grievance|occupational health|sickness absence|return to work|probation review|appraisal) (hearing|
            meeting|procedure|interview|appointment|review|outcome|policy)
        (long service|service anniversary|retirement party|farewell|secondment ends)
        i have known (him|her|mr|ms|mrs|dr|them) ..
        no hesitation in (recommending|supporting|commending)
        recommend (him|her|them) (highly|without|unreservedly|warmly|strongly|to you|for)
        to whom it may concern
        (was|has been) (employed|in our employ|in my employ|a member of my team) (by|with|at|as|from|since)
        (worked|studied) (under|for|with) me (for|as|from|in|at)
        in my capacity as (his|her|their)
        """,
        unless="""
        (offer|notice period|resign from your current|handed in your notice|hand in your notice|after your resignation)
        (pleased|delighted|happy) to offer
        starting (salary|pay)
        (your|two|three) (references|referees)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "afterthoughts",
        2.2,
        """
        (ignore|disregard) (my|the|that|our) (last|previous|earlier|other) (email|mail|message|note|invite|one)
        (sent|went|gone) (in error|by mistake|to the wrong|out twice|twice|too early)
        (wrong|correct|right|new|updated|working) (link|attachment|address|dial in|file|version|number) (is|here|below|
            attached|this time|sorry)
        (here is|here s|attached is|attaching|as promised|as requested|you asked for) .. (the|a|our) .. (benefits (summary|
            guide|brochure|booklet)|brochure|job description|jd|map|directions|floor plan|article|link we|handbook|
            annual report|org chart|menu|photos)
        (connect|connected|add|find) .. on linkedin
        (glad it helped|glad you liked)
        (got|arrived|received) .. (home safe|your card|your flowers|your postcard|the biscuits|the cookies|your lovely)
        (safe travels|safe trip|safe journey|happy birthday|get well soon|enjoy your (holiday|vacation|weekend|trip))
        (typo|misspelled|spelt|spelled) .. (name|email|address|title|sorry)
        (pronounce|preferred name|pronouns|maiden name|full legal name|middle name|legal name|shirt size|t shirt)
        (just|only) (checking|confirming) (you got|you received|that you got|that you received|receipt|the spelling)
        """,
        unless="""
        (interview|call|meeting) .. {when}|(offer|decided|unfortunately|selected|position|test|assessment|decision|
            application)
        """,
        negatable=False,
    ),
)
