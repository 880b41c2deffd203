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
        {role} of
        (in|for|our) .. (senior|junior|lead|graduate|assistant|head of|staff)? .. {role} (at|in|with|on|here)
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
            virtual onsite|take home|second round|final round|next round|selection process|round of interviews|first round)
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
            next steps|next step|next stage|the process|selection|team fit|the panel|the debrief|final decision|hire|join us|
            join our team|our team|joining|background|case study|candidate home|careers page|careers site|talent pool|
            in the running|work trial|working with you|come and work|start with us|on the team|on board|the client)
        """,
        hypothetical=True,
        negatable=False,
    ),
)
