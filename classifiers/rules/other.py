"""What looks like hiring mail and is none: half of all errors when nobody watches for it.

Three families. Other people's decisions and appointments (doctors, journals, lenders, landlords, schools). The hiring of
other people (colleagues on a candidate, the user as an interviewer or a referee, candidates who write). And broadcasts (job
alerts, newsletters, sales, receipts, security codes).
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

WALKS_OF_LIFE = (
    rule(
        _KIND,
        "medicine",
        3.0,
        """
        (appointment|visit|consultation|check up|checkup|procedure|surgery|screening|cleaning|scan|session|therapy|
            vaccination|test) .. (dr|doctor|physician|dentist|hygienist|clinic|dental|gp|practice nurse|therapist|optometrist|
            surgeon|vet)
        (insurance card|copay|prescription|prescriptions|referral from your doctor|lab results|test results|blood test|
            patient portal|dental|mri|x ray|vaccine|flu shot|annual physical|eye exam|physiotherapy|mammogram|colonoscopy|
            ultrasound)
        (your|the|for your) (dog|cat|pet|puppy|kitten)
        medical (appointment|records)
        """,
        unless="(dental|medical|vision) .. (benefits|insurance|coverage|plan|401)|your application|benefits|(receptionist|assistant|nurse|hygienist|technician|role|position)",
    ),
    rule(
        _KIND,
        "publishing",
        4.0,
        """
        (manuscript|manuscripts|reviewer|reviewers|referee reports|peer review|co authors|coauthors|camera ready|
            program committee|programme committee|area chair|editor in chief|associate editor)
        (your|the) (paper|article|abstract|poster|talk proposal|session proposal|proposal|poem|story|short story|novel|query|
            chapter|book proposal|pitch) .. (accepted|rejected|declined|submission|published|publication|journal|conference|
            considered|not|for)
        (call for papers|conference proceedings|literary agent|poetry magazine|short fiction)
        (submission|submitted) .. (journal|conference|magazine|anthology|symposium|workshop|contest|festival)
        """,
        unless="(read|saw|enjoyed|loved|impressed) .. your .. (paper|article|talk|blog|story)|typewriter",
    ),
    rule(
        _KIND,
        "lending",
        3.2,
        """
        (loan|mortgage|credit card|overdraft|refinance|credit limit|lender|underwriting|credit score|apr|line of credit|
            credit history|credit union|debit card)
        (request|application) .. (for)? credit
        (your|insurance) (claim|policy|premium|quote)
        (bank|savings|checking|current) account .. (application|opened|open|opening|approved|review)
        """,
        unless="(loan officer|loan processor|mortgage (advisor|broker|processor)|claims (handler|adjuster)|underwriter|teller) .. (role|position|job|post)|(role|position|post) of|interview",
    ),
    rule(
        _KIND,
        "housing",
        2.6,
        """
        (apartment|landlord|tenancy|tenant|lease|two bedroom|one bedroom|flat share|flatshare|letting|lettings|
            rental application|roommate|housemate|flatmate|the house|bedroom|sublet|move in date|realtor|estate agent|
            mortgage offer|escrow|the flat|the seller|the sellers|the vendor|the viewing)
        (your|the|for a|a) viewing
        (offer on|offer for) .. (house|property|flat|home)
        """,
        unless="(lettings|leasing) (negotiator|agent|manager|consultant)|(leasing agent|property manager|estate agent|lettings negotiator) .. (role|position|job|post|interview|vacancy)|(vacancy|position|role|post) .. (lettings|leasing|estate)|relocation|flat hierarch*",
    ),
    rule(
        _KIND,
        "studies",
        3.8,
        """
        (admissions|admission) (committee|office|decision|team|interview|test|essay|cycle|process|portal|tutor|offer)
        (undergraduate|master|masters|msc|bachelor|mba|doctoral|degree|phd|llm|ma) (program|programs|admission|admissions|
            degree|course|studies|cohort|applicants)
        graduate (admission|admissions|school|degree|studies)
        (class of|incoming class|academic year|next intake|tuition|scholarship|financial aid|enrolment|enrollment deposit|
            waitlist|wait list|waiting list|ucas|transcripts|gre|toefl|semester)
        (place|offer|admission|admitted|seat) .. (study|course|msc|mba|program|programme|degree|university|college|class|
            kindergarten|school for)
        (study|studies|student|students) (visa|place|loan|program|portal)
        (bootcamp|boot camp) .. (application|admission*|cohort)
        (your|the) (essay|thesis|coursework|exam|grade|homework) .. (grade|graded|due|submitted|marked|feedback)
        (parents|guardians|your child|your son|your daughter|pupils|kindergarten|nursery place|parent teacher)
        """,
        unless="""
        (teaching|lecturer|lectureship|teacher|postdoc*|faculty|tutor|tenure|graduate program|graduate scheme|
            trainee) .. (post|position|role|application|vacancy|job|interview|applicants)
        (post|position|role|vacancy|job) .. (teacher|lecturer|professor|postdoc*|nurse|assistant)
        your interview .. (for|with)
        """,
    ),
    rule(
        _KIND,
        "grants_and_permits",
        2.8,
        """
        (grant|grants) (application|committee|panel|scheme|program|award|funding|decision|round)
        (grants team|grants office|small grants)
        (funding application|award funding|visa application|passport (application|renewal|office|appointment)|
            planning permission|permit|citizenship|green card|immigration|biometrics|embassy|consulate|naturalization|
            driving test|dmv|jury duty|adoption|foster|small claims|parking fine)
        (club|membership|allotment|sailing|gym|golf|committee member) .. (application|waiting list|membership)
        (audition|auditions|auditioning|tryout|tryouts|casting call|open mic|talent show)
        (a|our) volunteer will
        (volunteer|volunteering) .. (shift|application|slot|schedule|sign up)
        """,
        unless="grant writer|(role|position|job|vacancy) .. grants|right to work|visa (status|sponsorship)|(bring|with) .. passport|passport .. (bring|id|copy)|photo id",
    ),
    rule(
        _KIND,
        "some_appointment",
        1.8,
        """
        your appointment (is|has|was|with|on|at|for)
        appointment (confirmation|reminder|confirmed|cancelled)
        (to open|open|opening) (your|an|a) .. account
        (relationship manager|stylist|barber|mechanic|service advisor)
        """,
        unless="interview|application|(to|your) appointment (as|to the post|subject)|appointed",
    ),
    rule(
        _KIND,
        "another_application",
        3.2,
        """
        application for .. (loan|mortgage|card|visa|passport|permit|apartment|flat|house|enclosure|extension|fence|membership|
            seat|grant|funding|scholarship|parking|allotment|account|refund|compensation|license|licence|benefit|benefits|
            insurance|cover|adoption|residency|lane|street|avenue|citizenship|tenancy|licence|pension|admission|degree|course|
            bursary|exemption)
        (place|entry|seat) (in|for) .. (year|grade|class|kindergarten|reception|school|course|program)
        (pleased|like) to invite (leo|your son|your daughter|your child)
        (your|the) startup
        (accelerator|incubator|pitch deck|term sheet|cap table|traction|seed round)
        (another|different|other) (vendor|supplier|agency|contractor|provider|bidder|firm|photographer|tenant|couple|buyer|
            family|bid|proposal|quote)
        (your|the|of the|all) (proposal|proposals|bid|bids|quote|tender|rfp|quotation|estimate)
        (mock|practice) interview
        interview (practice|prep session|coach|coaching)
        (homeowners|homeowner|dear owner|dear resident|dear tenant|dear parents|dear customer|dear member|dear guest|
            dear patient|dear author|dear student|dear shareholder)
        """,
        unless="interview panel|your (application|interview) (for|with) .. (role|position|job|post)|proposal (writer|manager)",
    ),
    rule(
        _KIND,
        "to_everyone",
        2.0,
        """
        ^ (all|team|folks|colleagues|gentlemen|ladies) (we|i|please|this|the|attached|as|today|just|a|quick|here|per|in|there|
            our|it)
        (hi|hello|dear|hey|good morning|morning) (all|everyone|team|folks|colleagues|both|guys|neighbors|neighbours|members|
            member|friends|friend|parents|families|everybody|listeners|subscriber|subscribers|residents|resident|owners|
            students|backers|brothers|sisters|volunteers|supporters|supporter|customers|customer|guests|alumni|alum|players|
            readers|neighbor|teammates)
        (hi|hello|dear|hey) .. (families|parents|residents|members|neighbors|neighbours|friends)
        """,
    ),
    rule(
        _KIND,
        "layoffs",
        3.0,
        """
        (reduce|reducing|reduction) .. (workforce|headcount|staff)
        (layoffs|lay offs|redundancies|redundancy) .. (affect*|announce*|today|will|consultation|round)?
        """,
        unless="your application",
    ),
    rule(
        _KIND,
        "private_life",
        1.2,
        """
        (dinner|barbecue|bbq|birthday|wedding|party|brunch|picnic|playdate|football|soccer|yoga|pilates|book club|choir|
            band practice|rehearsal|game night|road trip|bring wine|kids|grandma|mum|mom|dad)
        (your|new|a) (match|matches|date|crush) .. (likes|liked|profile|expire*|chat|waiting|robin|messag*)
        (practice run|practise run|dry run) with me
        my (interview|job interview|application) (with|at|got|is|was|went|for|tomorrow|yesterday)
        how .. (did|was|is|were) .. (interview|job hunt|job search) .. (go|going|went)
        (did they|have they|has anyone) .. (say|call|get back|tell|offer|let)
        love you
        (good luck|fingers crossed|rooting for you|thinking of you) .. (your|with|for|on|at) .. (interview|the interview|
            big interview|tomorrow)
        """,
        unless="(school|teacher|club) .. (post|role|position|vacancy)|your application|we offer|benefits|(kid|kids) .. sick|(mum|mom|dad) .. (hospital|ill|sick)|party of|interview .. (confirmed|scheduled)",
    ),
    rule(
        _KIND,
        "media_interview",
        3.4,
        """
        (podcast|documentary|journalist|reporter|article|magazine|radio|newspaper|livestream|research study|user research|
            participant|participants|dissertation|our study|press|oral history|youtube channel|focus group|feature story|
            listeners|readers|our study|voucher) ... (interview|interviewed|interviewing|questions|quote|recording)
        (interview|interviewed|interviewing|record|recording|quote) ... (podcast|documentary|journalist|article|magazine|
            radio|newspaper|livestream|research study|user research|study|dissertation|participants|our readers|our listeners|
            the paper|book|our study|a study|the study|our research|voucher)
        interview study
        (as|for) (a|our|the) (study|trial)? (participant|participants|volunteers)
        (sleep|clinical|research|medical|vaccine|paid|user) (study|trial|research)
        (enrolment|enrollment) (center|centre)
        (the|our|my) .. (podcast|documentary|listeners)
        (exit|stay|client|customer|user|witness|police|visa|citizenship|asylum) interview
        """,
        unless="(role|position|job|vacancy|post|applying) .. (journalist|reporter|researcher|producer)|your application",
    ),
    rule(
        _KIND,
        "services",
        2.8,
        """
        (installation|delivery|technician|plumber|electrician|repair|service|inspection|haircut|salon|massage|reservation|
            table|booking|your flight|your hotel|check in|tow|oil change|tyre|mot|boiler|sprinkler|
            meter reading) .. (confirmed|scheduled|booked|appointment|is set|reminder|arrive|arrival|on its way|cancelled|
            rescheduled)
        (table for|check out|boarding pass|itinerary number|pnr|your reservation|your flight|your stay)
        """,
        unless="interview|application|candidate|(role|position|job|vacancy|post)|travel desk|hiring|flight was",
    ),
)

_OTHER_PEOPLES_HIRING = (
    rule(
        _KIND,
        "about_a_candidate",
        3.6,
        """
        (the|this|that|our|each|every) (candidate|applicant) (was|is|seems|seemed|did|has|had|struggled|does|looks|came|
            answered|will|would|should|wants|asked|could|accepted|declined|withdrew|said|felt|appears|just|can|needs)
        (should|shall|do|can|could|would) (we|i|you) .. (reject|hire|pass on|advance|decline|move|make an offer to|
            extend an offer to|bring|interview|shortlist) (her|him|them|this|that|the)
        (reject|hire|interviewed|interviewing|decline|screened|advance|shortlist|recommend) (her|him|them) .. (today|for|
            before|and|or|on|as|because|too|at|tomorrow|now|then)?
        (his|her|their) (resume|cv|interview|application|references|cover letter|notice period|take home|work sample|
            salary expectations|portfolio|background check|scorecard|offer letter)
        (scorecard|scorecards|hiring committee|hiring panel|interview feedback|interview kit|candidate pipeline|
            candidate packet|req approval|feedback form|interview notes|hiring loop|interview debrief|calibration)
        (candidates|resumes|cvs|applicants|applications) .. (for your review|to review|attached|for you to|in the pipeline|
            please review|to interview|you should see|to look at|to screen|shortlist for|for our|for my|for us)
        (new hire|new starter|new joiner)
        candidates (coming|visiting|flying|interviewing|scheduled) .. (in|on|today|tomorrow|monday|tuesday|wednesday|thursday|
            friday|saturday)
        (need|needs|looking for) .. (interviewers|more interviewers)
        (resumes|cvs) will be (distributed|sent|forwarded|available)
        (he|she|they|candidate) .. (has|have) (verbally|formally|just)? accepted
        (his|her|their) (signing bonus|start date|first day|first month|salary|offer|background)
        (ding|regret|rejection) letter
        (this|that) (guy|candidate|kid|resume|applicant) .. (phone|fit|strong|weak|great|junior|resume)
        (withdrew|dropped out|pulled out) .. (this morning|so|yesterday|today|from|your|of)
        (can|could|will) you (take|cover|do|run|handle) .. (system design|coding|values|culture|technical|the interview|
            interview|screen|round|session|panel|both) .. (for|with|at|on|interview)?
        (two|three|four|our|some|several) (onsites|onsite candidates|interviews) (tomorrow|today|this week|next week|on)
        (you have been|you are|you were|please) (added|assigned|scheduled|asked|going|interviewing) .. (to|as|
            interview) .. (panel|interviewer|interview .. for|candidate)
        (interviewing|interview) (a|the|our|some|these|another|two|three|four) (candidate|candidates|applicant|applicants)
        interview .. (with|of|for) .. candidate .. (for|on|at)
        (make|made|making|extend|extended|extending|give) (him|her|them) (an|a|the)? .. offer
        offered (her|him|them) the
        (offer|offers) .. (went out|been extended|was extended) to
        (submit|complete|fill|enter|leave|add|send) .. (your|interview) .. (scorecard|feedback) .. (candidate|interview|
            within|by|in greenhouse|in lever|on)?
        (our|the|my|your team) (hiring|headcount) (plan|numbers|needs|pipeline|target|targets|goals|freeze)
        (lean|leaning|vote|i would say|inclined) .. (no hire|hire|yes|no|to reject|to pass)
        your direct report
        your (requisition|req|headcount|opening) .. (approved|posted|live|closed|filled)
        (batch|pile|stack|bunch|set) of (resumes|cvs|candidates|applicants|profiles)
        (no thanks|rejection) (note|email|mail)
        """,
        unless="""
        your (application|candidacy|interview with)
        you are (selected|invited|scheduled|shortlisted|confirmed)
        (other|internal|external|successful|preferred) candidate
        the (candidate|applicant) (will be responsible|should have|must|will|would|should)
        (your|for your) .. (interview with|take home|portfolio|next round)
        you (completed|submitted|interviewed)
        hiring freeze|our hiring plan
        their (client|team|interview|next)
        interview panel .. (will|is|consists|would|has)|your interview panel|hiring (panel|committee) .. (will|has|have|is|
            was|met|meets|would|decided|liked|enjoyed)
        (our|the|my) hiring (committee|panel|process)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "candidate_writes",
        3.6,
        """
        (i am|i would like to|i wish to|i want to|writing to) (apply|applying|submit my|express my interest|be considered|
            follow up on my|inquire about|withdraw my)
        (my|attached my|enclosed my|of my) (application|resume|cv|candidacy|cover letter|portfolio|availability|references|
            experience) .. (for|attached|is|to|as|in|and|with|are)?
        (find|see|attached|enclosed|attaching|attach) .. my (resume|cv|cover letter|portfolio|application|references|
            documents|transcript|work)
        (thank|thanks) .. (for) .. (taking the time to (meet|speak|talk|interview|chat)|the opportunity to (interview|meet|
            speak)|interviewing me|meeting with me|speaking with me|having me|considering me|considering my|meeting me|
            the chance to interview)
        (i am|i remain|i was) (very|still|really|extremely|highly|also|even more)? (interested in|excited about|
            enthusiastic about|keen on) the .. (role|position|opportunity|job|team)
        i (look|am looking) forward to (hearing|your reply|your response|next steps|discussing my|learning)
        i (applied|interviewed|have applied) (for|with|to|at|last)
        (i would|i will) (welcome|appreciate|love) the (chance|opportunity) to .. (discuss|interview|join|contribute|speak|work)
        (i have|with) .. years of experience (in|as|with)
        (i accept|i am happy to accept|i am pleased to accept|i would like to withdraw|i have decided to withdraw|
            i am withdrawing)
        (hire|consider|choose) me (for|as)
        """,
        unless="""
        your (application|candidacy|resume|cv|profile|background|experience)
        (my|our) (client|team|manager|boss)
        (thank|thanks) .. your time .. (yesterday|today|last|and interest|and effort|applying)
        my (experience|availability) .. (is|are) .. (this|next|below)
        (i lead|i run|i recruit|recruiter|talent partner)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "referee_or_referrer",
        4.2,
        """
        (named|listed|given|provided|put|nominated) (you|your name|your details) .. (as|for) (a|an|their|his|her) .. (referee|
            reference|recommender)
        (reference|recommendation) (request|letter|form|check|questionnaire) .. (for|about|on|regarding) ..
        your name as .. (reference|referee|recommender)
        (thank|thanks) .. (for)? .. (referring|referral|your referral|the referral|recommending)
        your (referral|referred candidate|referee)
        (refer|referral) .. (bonus|program|programme|scheme|reward)
        (has|have) applied (for|to) .. (and|with|our) ..
        not to move forward with (his|her|their) application
        letter of recommendation
        """,
        unless="(your|two|three|list|provide|name|names|contact|details|give) .. (references|referees)|your references|(appreciate|any|welcome) .. referral*|reference checks? (for|on) you|you (have|has) applied",
        negatable=False,
    ),
    rule(
        _KIND,
        "selling_candidates",
        3.6,
        """
        (candidates|talent|developers|engineers|contractors|resources|consultants|bench) .. (for your|for you|
            available immediately|your open|your team|your vacancy|your hiring|on our bench|we placed|ready to)
        (your|you) .. (open role|open roles|open positions|vacancies|hiring needs|staffing needs|recruitment needs|
            hiring process|job posting|job post|staffing partner|recruiting partner)
        you are (hiring|recruiting)
        your (company|team|firm) is (growing|hiring|recruiting)
        (send|share|forward) you their (resumes|cvs|profiles)
        (our|placement|recruitment) fee
        (hire|find|source|recruit) .. (faster|top talent|better candidates|great talent|qualified candidates|vetted)
        (pre vetted|prevetted|vetted) (candidates|talent|developers|engineers)
        """,
        unless="(your application|our hiring process|candidates for this|your interview|our client|their client)|you .. (be|are) .. (open|interested)|see if you|your team .. (at|talk|blog)|(part|step|stage) of .. hiring process",
    ),
    rule(
        _KIND,
        "work_talk",
        1.4,
        """
        (stand up|standup|sprint|retro|backlog|sync|one on one|1:1|all hands|town hall|offsite|okr|okrs|roadmap|
            quarterly review|budget review|q1|q2|q3|q4|steering committee|board deck|jira|pull request|deploy|release|staging|
            production incident|invoice|purchase order|vendor|contract renewal|statement of work|client meeting|kickoff|
            kick off|minutes of|action items|conference room|timesheet|expense report|payroll|open enrollment|
            benefits enrollment|performance review|status report|deliverable|deliverables|milestone)
        (team|staff|department|project|weekly|monthly|planning|budget|sales|product|client|customer|vendor|board|
            committee) (meeting|call|sync|update|review|lunch|planning)
        our (client|customer|vendor|supplier|project) (meeting|call|review|deadline)
        """,
        unless="""
        your (application|interview|candidacy|cv|resume)
        (role|position|vacancy|job|opening|interview) .. (payroll|vendor|release|roadmap|deploy|analyst|manager|engineer)
        (payroll|release|product|sales|project|vendor) .. (role|position|vacancy|job|opening|analyst|manager|engineer|clerk|
            specialist|officer|lead)
        (hiring|you) .. (manager|team|role|position|candidates|interviewing)
        (client|board) .. (see|wants|liked|meeting .. december|approval|interview)
        purchase order
        called into a client meeting|into a meeting
        """,
    ),
)

_BROADCASTS = (
    rule(
        _KIND,
        "job_alert",
        3.8,
        """
        (new|recommended|similar|latest|top|matching|more|other|suggested|hot|fresh|trending|these|8|10|12|15|20|
            25) .. jobs .. (for you|in|near|matching|you might|this week|posted|alert|based|today|that match|at|from|
            recommended|picked)
        jobs (for you|near you|you might like|you may like|you may be interested|matching|that match|based on|in your area|
            of the week|alert|recommended|picked for)
        (positions|jobs|roles|openings|vacancies|opportunities) .. (may|might|could|would) (interest|suit|be of interest|
            appeal) .. you?
        (positions|jobs|roles) you (may|might|could) (like|love|be interested)
        click .. to apply
        (job|jobs) (alert|alerts|recommendations|digest|matches|match|suggestions|newsletter|roundup|board update)
        (see|view|browse|explore|discover) (all|more|these|the|our|latest|new)? (open|job)? (jobs|openings|roles|vacancies|
            matches)
        (your saved|saved) (job)? search
        job search alert
        (apply now|easy apply|quick apply|actively recruiting|actively hiring|be an early applicant|promoted|1 click apply|
            hiring now) ..
        (companies|employers) (are|is) (hiring|looking at|viewing)
        job fair|career fair|hiring event|virtual career
        """,
        unless="your application|you applied|application was sent|application submitted",
    ),
    rule(
        _KIND,
        "newsletter",
        2.8,
        """
        (unsubscribe|manage your preferences|email preferences|update your preferences|view in browser|view this email|
            no longer wish to receive|you are receiving this|you receive this|you received this email because)
        (this week|this month|issue|edition|episode) (in|we|on|of|no|we look)
        (newsletter|webinar|masterclass|e book|ebook|whitepaper|free guide|free course|online course|free workshop|
            our workshop|coupon|discount|promo|sale|limited time|read more|read on|read the full|sign up now|register now|
            join us live|save your seat|our blog|live session|early bird|black friday|subscribe)
        (tips|ways|things|answers|secrets|mistakes|questions) .. (ace|nail|interview|recruiters|resume|cv|stand out|salary|
            land|hired|employers|say|avoid)
        (ace|nail|crush|master) (your|the|any|every) .. (interview|interviews)
        (registration|your seat|your ticket|rsvp) (is|has been|was)? (confirmed|complete|reserved|received)
        """,
        unless="your (application|candidacy)|interview (is|has been) (confirmed|scheduled)|newsletter .. (editor|manager|role)|(position|role) .. course",
    ),
    rule(
        _KIND,
        "network_notice",
        3.4,
        """
        (appeared in) .. searches
        (viewed|looked at|checked out|views of) your profile
        (profile views|search appearances|wants to connect|accepted your invitation|invitation to connect|new connection|
            new connections|people you may know|congratulate|work anniversary|endorsed you|commented on|reacted to|
            new followers|who viewed|add to your network)
        (complete|update|finish|boost|strengthen) your (profile|linkedin|account)
        """,
        unless="your application|you applied|we are hiring|came across|(he|she|who) is hiring|team is hiring|client is hiring|company is hiring",
    ),
    rule(
        _KIND,
        "security",
        4.0,
        """
        (verification|security|login|sign in|one time|access|confirmation) (code|passcode|password|pin|otp)
        (verify|confirm|activate|validate) your (email|account|identity|address|e mail|email address)
        (code|passcode) (is|for|below|into) ..
        (reset|change|changed|forgot) .. password
        (did not|not) (request|initiate|make) this
        (new sign in|new login|suspicious|unusual activity|two factor|2fa|temporary password|account created|
            account has been created|your candidate account|created an account)
        """,
        unless="application (was|has been) .. (received|submitted)|thank you for applying",
        negatable=False,
    ),
    rule(
        _KIND,
        "commerce",
        3.2,
        """
        (order|shipment|package|parcel|invoice|receipt|subscription|refund|payment|tracking number|cart|warranty|purchase|
            delivery|renewal|statement) .. (received|shipped|confirmed|number|processed|due|ready|on its way|delivered|
            attached|ships|paid|available|overdue|thank)
        (thank|thanks) .. (your order|your purchase|shopping|your payment|for ordering|your donation|your booking|
            your subscription)
        your (order|shipment|package|parcel|invoice|subscription|refund|payment|cart|donation|bill|ticket|support ticket|case|
            trial)
        (ticket|case) (number|id|#)
        """,
        unless="your application|interview|candidate|offer letter|(role|position|job|post|vacancy)",
    ),
    rule(
        _KIND,
        "selling",
        2.4,
        """
        (demo|free trial|pricing|roi|case studies|our platform|our software|our solution|our product|our tool|our services|
            book a demo|schedule a demo|quick demo|product tour|boost your|increase your|lead generation|grow your|seo|
            save you|cut costs|your pipeline|your website|backlinks|guest post)
        (money back|use code|promo code|our writers|our coaches)
        we help (companies|businesses|teams|founders|brands|firms|people|leaders|job seekers|professionals)
        (company|team|business|companies|teams|businesses|firms) like yours
        (helps|helping) (companies|businesses|teams|brands) .. (like)? (yours)?
        (resume|cv) (review|writing|rewrite|makeover|builder|service|services|template|templates|score)
        (career coach|career coaching|interview coaching|coaching program|premium|upgrade to)
        """,
        unless="your (application|interview|candidacy|candidature|profile|background|experience)|(role|position|job|vacancy|opening|hiring|join) .. |(on|for|join|grow) our platform|platform (team|engineer)",
    ),
    rule(
        _KIND,
        "survey",
        3.0,
        """
        (sign up|register|apply) as a (mentor|volunteer|judge|speaker|host)
        (students|mentees|graduates) .. (love|need|appreciate|advice|preparing)
        (survey|feedback|questionnaire) .. (candidate experience|your experience|interview experience|application experience|
            recruitment experience|hiring process|how we did|how did we do|anonymous|two minutes|few minutes|improve)
        (how did we do|rate your experience|tell us about your experience|share your experience|candidate experience|
            we value your opinion|your opinion matters|net promoter)
        """,
        unless="not be (moving|progress*)|decided not",
    ),
    rule(
        _KIND,
        "too_good",
        4.0,
        """
        (earn|make|earning|paid) .. (weekly|daily|per week|a week|from home|per day|a day|an hour from home)
        (no interview|no experience) (needed|required|necessary)
        (payment agent|money transfer|western union|gift cards|lottery|inheritance|telegram)
        (text|contact|message|add|reply) .. whatsapp .. (job|salary|earn|hr|manager)
        (bank name|bank details|bank account|social security number|ssn) .. (reply|send|to start|today|start)?
        (data entry|mystery shopper|part time online|online tasks|like and subscribe) .. (earn|pay|daily|home|weekly)
        """,
        unless="direct deposit|your offer|onboarding|crypto .. (engineer|company|exchange|startup|trading)",
    ),
    rule(
        _KIND,
        "absence",
        3.6,
        """
        (i am|i will be|i|currently|am) .. (out of the office|out of office|on leave|on vacation|on holiday|
            away from the office|on annual leave|on parental leave|on maternity leave|on sabbatical|ooo|away from my desk|
            travelling|traveling) .. (until|from|with|and|through|till|for|returning|back|no|limited|between|starting) ..
        (limited|no|intermittent|sporadic|infrequent) access to .. (email|emails|mail|my inbox|messages)
        (urgent|immediate) .. (matters|assistance|requests|issues|questions|recruiting questions|inquiries|
            enquiries) .. (contact|please|reach|call|email)
        (respond|reply) .. (when i return|upon my return|on my return|when i get back|after i return)
        """,
        unless="your (application|interview)|(decision|feedback|panel|manager|hiring)",
    ),
)

RULES = WALKS_OF_LIFE + _OTHER_PEOPLES_HIRING + _BROADCASTS
