"""Other people's decisions and appointments: doctors, journals, lenders, landlords, schools, clubs, friends.

They refuse, confirm and ask for patience in the very words of a hiring process; only their subject tells them apart.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

RULES = (
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
        unless="""
        (dental|medical|vision) .. (benefits|insurance|coverage|plan|401)
        your application
        benefits
        (receptionist|assistant|nurse|hygienist|technician|role|position)
        """,
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
        unless="""
        (read|saw|enjoyed|loved|impressed) .. your .. (paper|article|talk|blog|story)
        typewriter
        """,
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
        unless="""
        (loan officer|loan processor|mortgage (advisor|broker|processor)|claims (handler|adjuster)|underwriter|teller) .. {role}
        (role|position|post) of
        interview
        """,
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
        unless="""
        (lettings|leasing) (negotiator|agent|manager|consultant)
        (leasing agent|property manager|estate agent|lettings negotiator) .. (role|position|job|post|interview|vacancy)
        (vacancy|position|role|post) .. (lettings|leasing|estate)
        relocation
        flat hierarch*
        """,
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
        unless="""
        grant writer
        (role|position|job|vacancy) .. grants
        right to work
        visa (status|sponsorship)
        (bring|with) .. passport
        passport .. (bring|id|copy)
        photo id
        """,
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
        unless="""
        interview
        application
        (to|your) appointment (as|to the post|subject)
        appointed
        """,
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
        unless="""
        interview panel
        your (application|interview) (for|with) .. (role|position|job|post)
        proposal (writer|manager)
        """,
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
        unless="""
        (school|teacher|club) .. (post|role|position|vacancy)
        your application
        we offer
        benefits
        (kid|kids) .. sick
        (mum|mom|dad) .. (hospital|ill|sick)
        party of
        interview .. (confirmed|scheduled)
        """,
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
        unless="""
        (role|position|job|vacancy|post|applying) .. (journalist|reporter|researcher|producer)
        your application
        """,
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
        unless="""
        interview
        application
        candidate
        (role|position|job|vacancy|post)
        travel desk
        hiring
        flight was
        """,
    ),
)
