"""The job-context gate: words of hiring, and how much each says that the mail belongs to the user's own hiring process.

A time, a "no" or a promise is a step of a hiring process only where something says that one is under way.
"""

from __future__ import annotations

from classifiers.rules.rule import rule

RULES = (
    rule(
        None,
        "your_candidacy",
        1.6,
        """
        your (application|candidacy|candidature|interview|resume|cv|cover letter|job application|take home|phone screen|
            interest in joining|interest in working)
        (you|your) .. (applied|applying|interviewed|interviewing|shortlisted|candidate)
        (applying|apply|applied|application|interview|interviewed|considered|consider|interviewing|hired|candidate|candidacy|
            consideration) .. (for|with|to|as) .. (the|our|a|an|this)? .. {role}
        (interview|interviewing|join|joining|working|career) .. (at|with) (us|our)
        offer you .. (role|position|job|employment|internship)
        (job|position|role|post) (is yours|with us|here|at)
        (role|position|post|job|vacancy|title) of
        ((for|our) .. (senior|junior|lead|graduate|assistant|head of|staff)? ..(role|position|job|post|vacancy|internship|
            jobs|roles|posts|positions) (at|in|with|on|here))
        the (post|role|position|vacancy) (is|was|has|will|at|here|with|as|you|we|to|on|itself)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "hiring_people",
        1.2,
        """
        (recruiter|recruiters|recruiting|recruitment|hiring manager|hiring team|talent acquisition|talent team|talent partner|
            human resources|people team|hiring|hr team|headhunter|staffing|early careers|hr department|personnel department|
            people operations|hr|personnel office|careers team|campus hiring)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "interviews",
        1.2,
        """
        (interview|interviews|interviewing|interviewer|interviewers|round (two|three|four|2|3|4)|design round|coding round|
            technical round|phone screen|onsite interview|onsite|phone interview|shortlist|shortlisted|short list|
            shortlisting|screening call|recruiter call|selection day|assessment centre|assessment center|trial shift|
            virtual onsite|take home|second round|final round|next round|selection process|round of interviews|first round|
            hr round|managerial round|technical discussion|telephonic round|super day|superday|assessment day|pairing session|
            interviewees|panel interview|campus drive|callback interview|working interview|trial day|screening interview)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "positions",
        0.9,
        """
        (position|positions|role|vacancy|vacancies|opening|openings|job|post of|requisition|internship|lectureship|
            postdoctoral|apprenticeship|graduate program|employment|headcount|finalist|finalists)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "papers",
        0.8,
        """
        (resume|cv|cover letter|curriculum vitae|portfolio|notice period|salary expectations|salary|job description|
            references|offer letter|start date|right to work|visa status|work authorization|background check|compensation|
            applicant|applicants|candidate|candidates|candidacy|candidature)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "titles",
        0.6,
        """
        (scaffolder|tiler|plasterer|roofer|bricklayer|joiner|dryliner|dryliners|tapers|cellar hand|line cook|commis|
            kitchen porter|barback|barman|night porter|night audit|bosun|able seaman|second engineer|third officer|deck cadet|
            herdsman|farmhand|farm hand|milker|stockman|shepherd|tractor driver|organist|verger|pastor|curate|vicar|rector|
            youth minister|cantor|violinist|cellist|oboist|nanny|governess|teaching assistant|invigilator|hca|care assistant|
            healthcare assistant|support worker|social worker|locum|house officer|radiologist|solicitors|vet tech|groomer|
            practitioner|dean|aide|finisher|framer|glazier|rigger|lineman|journeyman|dispatcher|navigator|legal executive)
        (keeper|negotiator|deputy manager|reel|stage manager|adjuster|programmer|bench|sourcer|shift lead|number two|tutor|
            team lead|ra|trainer|worker|attendant|deckhand|captain|pilot|steward|waiter|waitress|bartender|server|host|
            cleaner|janitor|caretaker|gardener|labourer|operator|machinist|fitter|foreman|estimator|quantity surveyor|
            inspector|auditor|underwriter|adjuster|broker|trader|actuary|economist|statistician|translator|interpreter|writer|
            copywriter|journalist|reporter|photographer|animator|illustrator|artist|musician|coach|trainer|instructor|tutor|
            professor|dean|principal|headteacher|counselor|counsellor|psychologist|physiotherapist|midwife|carer|caregiver|
            paramedic|physician|dentist|hygienist|veterinarian|radiographer|phlebotomist|optician|lawyer|attorney|solicitor|
            barrister|secretary|cfo|ceo|cto|coo|vp|head of|chief|partner|executive|merchandiser|stylist|hairdresser|
            beautician|florist|baker|butcher|sous chef|housekeeper|concierge|courier|picker|packer|stocker|forklift|loader|
            sorter|warehouse|ranger|firefighter|guard|detective|sommelier|qa|devops|sysadmin|dba|scrum master|product owner|
            evangelist|agronomist|geologist|chemist|biologist|physicist|ecologist|hydrologist|archaeologist|curator|archivist|
            conservator|registrar|fundraiser|recruit|trainee|apprentice|fellow|lead|front desk|help desk|call centre|
            call center|customer service|year 4|rn|lpn|cna)
        (engineer|developer|analyst|manager|nurse|teacher|designer|accountant|technician|coordinator|assistant|director|
            consultant|specialist|scientist|researcher|administrator|supervisor|officer|architect|clerk|representative|
            associate|planner|programmer|lecturer|electrician|driver|chef|cook|mechanic|therapist|paralegal|marketer|
            electricians|nurses|dispatcher|buyer|controller|recruiter|welder|surveyor|librarian|editor|sre|postdoc|intern|
            carpenter|plumber|pharmacist|barista|cashier|receptionist|bookkeeper|strategist|producer)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "our_talk",
        0.6,
        """
        (our|your|this|that|tomorrow|today) .. (call|chat|conversation|zoom|interview|phone call|video call|phone interview)
        you would (be)? (working|joining|reporting|leading|responsible|sitting|managing|running)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "process",
        0.7,
        """
        (the loop|an offer|the offer|your feedback|feedback from the|before we decide|lovely having you|your cover letter|
            next steps|next step|next stage|the process|selection|team fit|the panel|the debrief|final decision|hire|our team|
            background|case study|candidate home|careers page|careers site|talent pool|in the running|work trial|
            working with you|come and work|start with us|on the team|on board|the client)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "joining",
        1.0,
        """
        (join|joining) (our|the|us|my) .. (team|crew|company|family|staff|practice|department|firm|kitchen|lab|group|board|
            ensemble|business|floor|faculty)
        (love|like|want|delighted|happy|invite|wants|hope|please|pleased|excited) .. you .. join
        join us (as|on|in|for|from|this|at|full|part)?
        (come|coming) (and)? work (for|with) (us|me)
        (love|like|want|wants|happy|glad|good) .. you on (the|our|her|his|their|my) (team|crew|boat|books|board|floor|staff)
        (on|onto) (our|the) (books|payroll team)
        (offer|offering) you .. (job|role|position|post|place|hours|contract|work|assignment|employment)
        (the|this|that) (job|assignment|gig|spot|place) .. (is yours|starts|pays|runs|goes)
        ask .. you to become our
        (want|wants|ask|asked|like|love) you to (be|run|lead|play|become|head|take) (our|the|up|over)?
        (when|how soon|what date) .. (can|could|would|will) you .. (start|begin|give notice)
        (can|could|able to|ready to|happy to|want you to|like you to|love you to|help you to) start .. (on|next|this|asap|
            straight|right away|immediately|from|monday|tuesday|wednesday|thursday|friday|as soon)
        (start|starting|begin|beginning|starts) (asap|straight away|immediately|{weekday}|next {weekday})
        immediate start
        (first|start|starting) (day|date|shift|salary)
        (probation|probationary|trial) period
        (contract|letter|agreement) .. (drawn up|attached sign|sign every page|sign and return|to follow in the post)
        base salary|per annum|pro rata|annual salary|salary range|pay rate|starting pay|final offer|your offer letter
        """,
        unless="""
        (volunteer|volunteers|gym|club|course|webinar|study|call|mailing list|waiting list|waitlist|loyalty|challenge|members)
        (tenancy|rent|lease|energy|broadband|subscription|trial of|plan)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "shifts_and_trades",
        1.0,
        """
        (trial|working|paid) (shift|shifts|day|interview|bake|service) ..
        (do|do a|come for a|come and) (stage|trial) (with|in|at|for|here)
        <money> .. (an|per|a|the) (hour|hr|shift|week|session|day|wk|mth)
        <money> (ph|pd|pw|hourly|flat|gross|basic|base|net|plus|per annum|pa)
        {hour} (hours|hrs|days|nights|sessions|shifts) (a|per|in the|pw) (week|fortnight|wk|season|month|summer)?
        (white card|safe pass|cscs|cpcs|sssc|enhanced dbs|dbs|garda vetting|wwcc|right to work|own tools|hi vis|steel toe|
            steel toes|own knives|knife roll|chef whites|scrubs|forklift|cdl|twic|ahpra|nmc|titers|rn|nursing council|
            staff nurse|nursing superintendent|med surg|night diff|shift premium|drug screen)
        (fifo|roster|rotation|rotating|live in|{hour} on {hour} off|days on|weeks on|weeks off|month on) ..
        (temp|temping|temporary|agency|casual|perm|contract|locum|bank|seasonal) (work|assignment|assignments|job|role|
            position|shift|shifts|to perm|staff|contract|worker|rate|rates)
        (day|night|second|first|third|late|early|weekend|back|graveyard) shift
        (put|putting|submit|submitting|send|sending|sent|submitted) (you|your profile|your resume|your details) .. (forward|
            across|over|to the client|to my client|to them|to him|to her)
        (the|my|our|your|end) client .. (likes|wants|would like|has|liked|looking|loved|came back|have|needs|is|interview)
        (need|needs|want|after|looking for|short of) .. (hands|drivers|nurses|teachers|cooks|chefs|welders|cleaners|carers|
            staff|fitters|engineers|crew|pickers|servers|bartenders|labourers|housekeepers|someone who|somebody who|
            people who|a body|another pair)
        (short staffed|short handed|a man down|losing my|losing our) ..
        (experience|experienced) (with|in|on|as) ..
        """,
        unless="volunteer*|rent|gym|subscription|plan",
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "verdict_on_you",
        0.9,
        """
        (references|referees) .. (glowing|came back|checked out|spoke highly|were good|were great|excellent|lovely|
            spoke warmly|all good)
        you (did|have done|interviewed|came across|presented|performed) .. (well|brilliantly|great|strongly|yourself proud)
        you (were|are) .. (great with|brilliant|terrific|the strongest|our first choice|one of two|a strong|super close|
            our pick|the one|no bad|one of the six|one of the five|one of our favorites|very close|top of our list|a favorite)
        (would|would have|could have|you could|will) .. (been|be|of been|make|made) a .. (fit|addition|match|hire|asset)
        (liked|loved|enjoyed|rated|impressed by|impressed with|like|love) (you very much|your background|your energy|
            your reel|your tape|your demo|your talk|your seminar|your lesson|your test|your answers|your letter|
            your presentation|talking to you|talking with you|speaking with you|meeting you|your work|having you|
            your audition|your questions)
        (take|taking|took) (anybody|anyone|someone|somebody|people|you) on
        (offer|offered) .. (to|went to) .. (someone|somebody|another|the other) .. (accepted|said yes|internal|candidate|who)
        (fill|filled|filling|fills) (the|that|this|our) (spot|post|vacancy|position|role|place|job|gap|seat)
        that one .. (filled|gone|taken)
        (pass|passing|passed) (on you|this time|for now)
        (thank|thanks) .. (coming in|coming by|coming over|popping in|coming all|coming up|coming to see|spending the day|
            your note|the note|your demo|your lesson|your tape|checking in|following up|your patience) ..
        (went|go|gone|going) (with|for) (someone|somebody|the fella|the chap|the lady|the other|a gentleman|the offshore) ..
        no hard feelings
        """,
        unless="""
        (room|flat|apartment|tenant|couple|claim|refund|ticket|return|order|parcel|purchase|delivery|tenancy)
        (vendor|supplier|proposal|quote|bid|loan|manuscript|article|trial|participant|venue)
        """,
        hypothetical=True,
        negatable=False,
    ),
    rule(
        None,
        "schools_courts_and_stages",
        1.1,
        """
        (search|selection|appointment|appointments|hiring|recruitment|call|pastoral search) (committee|panel|board|commission)
        (job talk|campus visit|teaching demo|teaching demonstration|demo lesson|demo class|lesson observation|sample lesson|
            chalk talk|faculty position|tenure track|postdoc|post doc|research associate|visiting professor|adjunct|clerkship|
            teaching post|headship|class teacher|maternity cover|fixed term|lecturer|letter of appointment|appointment letter|
            pgt|prt|tgt|pgce|qts|ect|nqt|supply teacher|supply teaching|substitute teacher|pdra|training contract|pupillage)
        ((vote|voted|voting|vestry|trustees|governors|superintendent|school management|senate|the dean|the board|
            partners) ...(you|your|hire|engage|post|position|appoint|appointment|offer|recommendation))
        (audition|auditions|callback) .. (for|of) .. (horn|oboe|chair|principal|section|orchestra|season|company|role|part|
            violin|viola|cello|trumpet|clarinet|bassoon|percussion|soprano|alto|tenor|bass|chorus)
        (casting|self tape|the sides|excerpts|behind a screen|preliminary round|the preliminary|rehearsals start|the part of|
            to play|rehearsal pianist|press night|billing)
        (joining date|sign on|sign off|crewing|manning|vessel|rank|stcw|coc|charter|the yacht|ashore)
        (convened|convocation|jury|concours) .. (audition|doctoral|competition|contract)
        (your|the) (seminar|lesson|demo|tape|reel|audition|cooking|tasting|sermon) .. (panel|committee|partners|trustees|
            governors|chef|director|was|were|yesterday|on)
        """,
        unless="jury (service|duty)|juror|wedding|volunteer*",
        hypothetical=True,
        negatable=False,
    ),
)
