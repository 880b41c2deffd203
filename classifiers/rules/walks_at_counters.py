"""Walks of life where one is patient, policyholder, tenant, guest or claimant: clinics, banks, insurers, authorities."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

_A_JOB_THERE = """
(role|position|job|vacancy|post|candidacy|recruiter|recruitment|hiring|interview|resume|cv|salary|employment)
(receptionist|assistant|nurse|hygienist|technician|adjuster|underwriter|negotiator|representative|teller|clerk|supervisor)
(for|with|at) us (as|in)
"""
"""Unless-phrases: the same words where somebody is hired to say them."""

RULES = (
    rule(
        _KIND,
        "medicine",
        3.2,
        """
        ((appointment|check up|checkup|cleaning|scan|filling|crown|root canal|vaccination|booster|jab) .. (with|at|for|by|
            is) ..(dr|doctor|physician|dentist|hygienist|clinic|dental|gp|practice nurse|therapist|optometrist|surgeon|vet|
            hospital|physio|optician|surgery|imaging|radiology))
        (visit|consultation|procedure|surgery|screening|session|therapy) .. (doctor|physician|dentist|hygienist|gp|
            practice nurse|therapist|optometrist|surgeon|anesthetist|anaesthetist)
        (insurance card|copay|copayment|prescription|prescriptions|refill|referral from your doctor|patient portal|mri|x ray|
            flu shot|annual physical|eye exam|eye test|hearing test|mammogram|colonoscopy|ultrasound|smear test|outpatient|
            medical history|blood pressure|fasting|metal implants|allergies medications|dear patient|new patient|
            patient (number|name|id|questionnaire|forms))
        (lab|blood|swab|scan|biopsy|pcr|covid|urine|pathology) (test)? (result|results)
        (before|prepare for|preparing for|after) your (visit|exam|procedure|scan|surgery|operation|treatment|admission)
        your (surgery|operation|treatment|treatment plan|next cleaning|crown|filling|lenses|glasses|hearing aid|scan|teeth)
        (hospital|clinic|medical|doctor|dentist|dental|gp|vet) (appointment|appointments|letter|bill)
        (nhs|specialist|consultant) (referral|waiting list)
        waiting list for .. (surgery|operation|treatment|procedure|appointment|dentist|therapy)
        your (dog|cat|pet|puppy|kitten|horse|rabbit|hamster) .. (is|was|due|has|needs|appointment|vaccination|vaccinations|
            booster|surgery|microchip|results|stay|ready|did|may|can)
        """,
        unless=_A_JOB_THERE
        + """
        (dental|medical|vision) .. (benefits|insurance|coverage|plan|401)
        benefits
        pre employment|occupational health|fit for work|drug screen
        """,
    ),
    rule(
        _KIND,
        "medical_words",
        1.0,
        """
        (physiotherapy|vaccine|medical appointment|medical records|immunization|diagnosis|symptoms|surgeon)
        """,
    ),
    rule(
        _KIND,
        "lending",
        3.2,
        """
        ((loan|mortgage|overdraft|credit card|card|refinance|line of credit|finance|financing|credit limit|account|
            buy now) ..(application|request|approved|declined|decision|in principle|approval))
        (application|request|applying|apply|applied|approved|declined|approve) .. (for|of) .. (loan|mortgage|credit|
            credit card|platinum card|card|overdraft|financing|account|line of credit|limit increase|refinance|finance)
        your (mortgage|loan|overdraft|credit card|credit limit|credit score|credit report|debit card|pension|payment plan|
            direct debit|bank account|current account|savings account|deposit|isa|statement|tax return|tax refund|tax|refund)
        (credit (score|history|report|bureau|agency|limit|check) .. (was|is|used|obtained|provided|low|based|from))
        (bank|savings|checking|current|salary|joint|business) account .. (application|opened|open|opening|approved|review|has)
        (account opening|open your account|open an account|opening your account|video identification|biometric capture)
        (notice of action taken|adverse action|unable to verify income|length of employment|annual percentage rate|
            underwriting decision|debt to income|collateral|cosigner|co signer|pre approved|preapproved)
        (deferred|pension|retirement|scheme) (benefits|statement|transfer|scheme|plan|rollover|pot)
        (401 k|rollover ira|financial adviser|financial advisor|wealth management|relationship manager) ..
        (purchase|sale) of .. (vehicle|car|truck|boat)
        (accept|extend|make) .. offer .. (on|for) .. (car|truck|vehicle|van|bike|boat|trade in)
        """,
        unless=_A_JOB_THERE
        + """
        (loan|mortgage|claims|credit|accounts?|account) .. (officer|processor|advisor|adviser|broker|handler|adjuster|manager|
            executive|analyst|payable|receivable|consultant|director|specialist)
        season ticket loan|start date|employee|notice period
        (create|created|log|sign|candidate|your) account
        """,
    ),
    rule(
        _KIND,
        "insurance",
        3.2,
        """
        your (claim|policy|premium|cover|coverage|insurance|renewal quote|excess|deductible)
        (claim|policy) (number|no|reference|ref|handler|id|update|form|holder|documents)
        (claim|claims) .. (decision|approved|denied|declined|accepted|settlement|settled|assessor|body shop|estimate|
            adjuster will|received|under review|investigation|reopened|rejected|payout|paid)
        (offer|application|applied|applying|quote|proof|decision) .. (of|for) .. (coverage|cover|life insurance|insurance|
            policy)
        (health questionnaire|medical examiner|life cover|beneficiary|beneficiaries|policyholder|policyholders|loss adjuster|
            no claims|third party cover|roadside|written off|total loss)
        """,
        unless="""
        (role|position|job|vacancy|post|interview|candidate|candidates|candidacy|resume|cv|team leader|adjuster position)
        (offer|salary|bonus|401|dental|vision|benefits|holiday|pto)
        ((handler|adjuster|manager|leader|analyst|assistant|specialist|clerk|supervisor|reference|travel) ..(role|position|
            job|reimbursement|expense|expenses|at|in))
        claims (handler|adjuster|manager|team|analyst|specialist|data)
        """,
    ),
    rule(
        _KIND,
        "housing",
        2.9,
        """
        (rental application|tenancy agreement|tenancy|letting agent|lettings team|flat share|flatshare|roommate|housemate|
            flatmate|flatmates|housemates|roommates|sublet|security deposit|holding deposit|guarantor|move in date|
            monthly rent|student room|dorm|studio flat|two bedroom|one bedroom|three bedroom|en suite|bhk|kaution|warmmiete|
            wg zimmer|strata|homeowners association|hoa|right to rent)
        ((apply|applying|application|applied|applications|applicant|candidature|interest|offer|place) .. (for|to|in|
            on) ..(apartment|flat|room|studio|house|property|tenancy|unit|cottage|condo|townhouse|bedroom|live at))
        ((offer|offering|offered|give|gave|given|let|rent|rented|letting) .. (room|flat|apartment|studio|house|property|unit|
            place) ..(to|somebody|someone|another|you|for|out))
        (see|seen|view|viewing|viewed|show you|viewings) .. (apartment|flat|studio|house|property|condo)
        (your|the|for a|a) viewing
        (offer on|offer for|bid on) .. (house|property|flat|home|apartment|place)
        (seller|sellers|landlord|landlady|landlords|the buyers) .. (has|have|accepted|rejected|decided|wants|would|is|are|
            chose|will|lives|went|likes|asks|asked)
        (tenant|tenants|housemate|lodger|flatmate) .. (who|that|can|could|move|moving|moved|has|have|with|wanted|chosen)
        move in .. (sooner|earlier|right away|straight away|from|by|on|date|before)
        (exchange of contracts|completion date|conveyancing|conveyancer|escrow|mortgage offer|home inspection|
            closing date of sale|open house|energy certificate|realtor)
        """,
        unless=_A_JOB_THERE
        + """
        (lettings|leasing) (negotiator|agent|manager|consultant)
        (leasing agent|property manager|estate agent|lettings negotiator) .. (role|position|job|post|interview|vacancy)
        (relocation|accommodation provided|live in|staff house|staff cottage|company flat|visitor|visitors)
        flat hierarch*
        (business|company|product|process|store|restaurant|practice) owner
        (room|meeting|conference) .. (booked|reserved|hotel|interviews?)
        """,
    ),
    rule(
        _KIND,
        "services",
        3.0,
        """
        (installation|delivery|technician|plumber|electrician|repair|service|inspection|haircut|salon|massage|reservation|
            table|booking|your flight|your hotel|check in|tow|oil change|tyre|tire|mot|boiler|sprinkler|meter|meter reading|
            meter exchange|broadband|router|router engineer|chimney|gas safety) .. (confirmed|scheduled|booked|appointment|
            is set|reminder|arrive|arrival|on its way|cancelled|rescheduled|moved|exchange|visit|slot|is ready|estimate|
            estimates)
        (engineer|technician|installer|fitter|driver|courier|plumber|boiler man|electrician|cleaner|gardener|
            mechanic) .. (will|to|can|could|can not|not|could not|cant) .. (visit|call|arrive|come|exchange|install|
            be with you|get in|attend|access|read|make it|fit)
        (adult|somebody over 18|someone over 18|person over 18|somebody|someone) .. (present|be in|at home|be home|
            at the property)
        (table for|check out|boarding pass|itinerary number|pnr|your reservation|your flight|your stay|your room is|
            breakfast is|our hotel|your booking|your tickets|seat numbers|seats circle|matinee)
        (minutes|minute) .. (of|until) your (ride|driver|order|delivery|table)
        ((vehicle|car|bike|repair|alterations|dry cleaning|watch|shoes|frame|glasses|prescription|cake|order) .. (is|
            are) ready (for)?(collection|pick up|pickup|to collect))
        (your|the) (new|used) (car|vehicle|truck|boiler|kitchen|phone|sim|plan|contract is ready)
        """,
        unless="""
        interview|application|candidate|hiring|flight was|travel desk
        (role|position|job|vacancy|post)
        (interview|onsite|reimburse|reimbursed|visit) .. (flight|hotel)
        (we|i) (have|will|can) .. (booked|book|reserved) .. (flight|hotel|room)
        """,
    ),
    rule(
        _KIND,
        "some_appointment",
        1.8,
        """
        your appointment (is|has|was|with|on|at|for)
        appointment (confirmation|reminder|confirmed|cancelled)
        your (service|branch|fitting|styling|consultation|intro|introductory|free) (appointment|session|consultation)
        (stylist|barber|service advisor|hairdresser|personal trainer) ..
        """,
        unless="""
        interview
        application
        (interview panel|id check|identity check|fingerprint|onboarding)
        (to|your) appointment (as|to the post|subject|letter)
        appointed
        """,
    ),
    rule(
        _KIND,
        "authorities",
        3.2,
        """
        ((visa|asylum|citizenship|naturalization|immigration|passport|consular|green card|residence permit|biometrics|
            biometric) ..(interview|appointment|application|category|class|ceremony|office|centre|center|petition|renewal|fee|
            section|hearing))
        (interview|appointment) .. (visa|consulate|embassy|passport|immigration|citizenship|biometrics|enrollment center|
            enrolment centre)
        (consulate|embassy) .. (appointment|interview|general|of)
        (enrollment|enrolment) (center|centre)
        (trusted traveler|trusted traveller|global entry|known traveller|membership) .. (interview|conditional|approval|
            application)
        (jobcentre|job centre|work coach|universal credit|jobseeker|jobseekers|job seeker s allowance|unemployment benefit|
            unemployment benefits|unemployment insurance|unemployment claim|ui claim|claimant|work search review|
            work search log|reemployment|weekly certification|fact finding interview|claim for benefits|benefit claim|
            housing benefit|child benefit|disability allowance|income support|social welfare|arbeitsagentur|pole emploi|
            your professional situation)
        (reason for|regarding your) separation (from)?
        (jury summons|selected for jury service|called for jury service|jury pool|juror|jurors|jury selection|summons|
            magistrates court|small claims|court date|parking fine|penalty notice|speeding|hearing at|probation officer)
        (council tax|single person discount|tax office|tax authority|hmrc|inland revenue|business rates|revenue service|
            valuation tribunal)
        (planning|building|zoning) (application|permission|permit|consent|committee|inspectorate|officer|control)
        (case officer|single storey|rear extension|site notice|neighbors will be consulted|neighbours will be consulted)
        (electoral|election|polling|poll) (register|station|clerk|card|roll)
        (driving|theory|driver|road) (test|licence|license|exam) .. (centre|center|appointment|booking|booked|passed|date|
            renewal|examiner|confirmation|date)
        (birth certificate|marriage certificate|national id|citizen service|registry office|adoption|foster) .. (original|
            appointment|application|panel|approval|application|agency)
        (license|licence|permit|registration) .. (application|renewal) .. (board|council|department|received|review|assessed)
        (licensing|credentialing|medical|nursing) (board|council) .. (application|assessed|register|review)
        recognition of .. (qualification|qualifications|degree|diploma)
        """,
        unless="""
        right to work|work authorization|sponsorship
        visa (status|sponsorship)
        (bring|with|copy of) .. (passport|license|licence|birth certificate)
        passport .. (bring|id|copy)
        photo id|as the visa goes|start february
        (role|position|job|vacancy|post|candidate|candidates|shortlisted|shortlist)
        your interview .. (for|with) .. (role|position|post|team)
        """,
    ),
    rule(
        _KIND,
        "another_application",
        3.2,
        """
        application for .. (loan|mortgage|card|visa|passport|permit|apartment|flat|house|enclosure|extension|fence|membership|
            seat|grant|funding|scholarship|parking|allotment|account|refund|compensation|license|licence|benefit|benefits|
            insurance|cover|adoption|residency|lane|street|avenue|citizenship|tenancy|pension|admission|degree|course|bursary|
            exemption|discount|assistance|dog|cat|puppy|kitten|rescue|support|relief|concession|rebate|studio)
        application (number|no|id|reference|ref)? .. (hou|planning|ward|rent|lease|vehicle)
        (refundable|non refundable|application) fee
        (your|the) .. (claim|return|refund|complaint|warranty) (request|form)? .. (has been|is|was) .. (received|approved|
            declined|under review|rejected|closed)
        (return request|refund request|rma|warranty claim|your complaint|complaint reference|goodwill)
        (homeowners|homeowner|dear owner|dear resident|dear tenant|dear parents|dear customer|dear member|dear guest|
            dear patient|dear author|dear shareholder|dear policyholder|dear policy holder|dear claimant|dear taxpayer|
            dear voter)
        """,
        unless="""
        interview panel
        your (application|interview) (for|with) .. (role|position|job|post)
        reimburse*
        """,
    ),
    rule(
        _KIND,
        "people_at_counters",
        2.0,
        """
        (your|a|our|the) (doctor|dentist|gp|consultant|physician|surgeon|midwife|physiotherapist|hygienist|optician|therapist|
            vet|specialist|practice nurse|pharmacist|counsellor|audiologist|chiropractor|podiatrist|dermatologist)
        (our|the|your) (landlord|landlady|letting agent|tenant|tenants|housemates|flatmates|neighbours|neighbors|seller|
            sellers|surveyor|conveyancer|solicitors|estate agent|lettings team|leasing office|leasing team|realtor|
            housing officer)
        (our|your|the|a) (claims team|claims handler|loss adjuster|underwriter|underwriters|insurer|mortgage adviser|broker|
            banker|bank adviser|bank advisor|account manager|financial adviser|case handler|complaints team|fraud team)
        (your|the|a) (caseworker|case worker|case officer|work coach|planning officer|visa officer|consular officer|examiner|
            job coach|housing association|benefits officer|tax inspector|interpreter)
        (our|your|the|a) (engineer|technician|installer|driver|courier|plumber|electrician|mechanic|stylist|therapist|barber|
            decorator|gardener|removals team|chef) (will|can|has|is|could|would|called|arrives)
        relationship manager
        """,
        unless="""
        (role|position|vacancy|job|post|hiring|recruit*|applicants|candidates|shortlist*|team as|salary|employer|resume|cv)
        """,
    ),
    rule(
        _KIND,
        "things_at_counters",
        1.6,
        """
        your (medication|symptoms|treatment|referral|care plan|teeth|eyes|hearing|vaccination|blood test|recovery|pregnancy|
            discharge|prescription|smear|scan|operation)
        (viewing|viewings|tenancy|bedroom|bedrooms|furnished|unfurnished|house share|open room|spare room|room share|
            bills included|pcm|housing list|inventory check|landlord reference)
        (overdraft|repayment|repayments|interest rate|arrears|account number|sort code|iban|annuity|policyholder|claim number|
            your claim|the claim|payout|credit limit)
        (embassy|consulate|residence permit|entitlement|claimant|court hearing|council tax|caseworker|planning permission|
            biometrics)
        your (reservation|parcel|refund|warranty|meter|boiler|broadband|router|haircut|vehicle|mot|tyres|delivery slot|
            order number)
        (eligibility|eligible|ineligible) .. (benefit|scheme|grant|discount|cover|assistance|relief|trial|refund)
        """,
        unless="""
        (role|position|vacancy|job|post|hiring|recruit*|applicants|candidates|shortlist*|team as|salary|employer|resume|cv|
            work visa|visa status|right to work|bring|dental|benefits include|pension scheme|company|travel desk|flight|hotel|
            onsite)
        """,
    ),
    rule(
        _KIND,
        "markets_and_platforms",
        3.0,
        """
        (is|are) (this|it|the .. ) still (available|for sale) ..
        (your|the) (listing|auction|bid|item|ad|advert) .. (expired|sold|removed|approved|rejected|ended|bidder|buyer|seller|
            price|collection|offer|viewed|live)
        (highest bidder|best offer on|cash on collection|collection only|buyer has|marked as sold|classifieds)
        ((app|ad|ads|extension|plugin|video|page|store|seller|merchant|developer|api|channel) (review|submission|application|
            account|access) ..(approved|rejected|declined|removed|suspended|under review|reinstated|violat*|guidelines|
            policy))
        (early access|beta|waitlist|wait list|closed beta|private beta) .. (off the|invite|spot|tester|testers|access|welcome|
            you are in|joined)
        (guild|clan|server|discord|raid|mod team|moderator|subreddit|wiki|forum) .. (application|apply|trial|join|accepted|
            recruit*|admin)
        (pull request|merge request|issue) .. (merged|closed|approved|reviewed|maintainer|changes requested|comments)
        (becoming|become|new) (a)? maintainer
        (give blood|blood donation|blood donor|hold is ready|overdue book|library card|ballot place|race number|marathon)
        (bill|usage|tariff|energy|electricity|gas|water|internet|mobile plan|sim only|data plan) .. (is ready|due|account|
            plan|switch|meter|statement|month|renew*|payment|reading|contract)
        (crime reference|police report|lost property|ombudsman|complaint|incident reference|insurance ombudsman) .. (number|
            reference|decision|investigat*|response|received|handler)
        (babysitter|babysitting|cleaner|dog walker|dog sitter|house sitter|gardener|handyman|tutor for) .. (for our|for my|
            for the kids|sunday|saturday|needed|fortnight|for your|key|we need)
        ((streaming|playlist|watch now|new season|your weekly mix|your trip|trip to|boarding|airline|cruise|hotel|hostel|
            airbnb) ..(starts|confirmed|booking|departs|delayed|check in|reservation|cancelled|terminal|host|guest|
            reservation number))
        """,
        unless="""
        (interview|onsite|role|position|vacancy|job|candidate|hiring|recruit*|salary|your application (for|to) .. (role|
            position))
        (we|i) (have|will) .. (booked|book|arrange)
        your flight and hotel
        """,
    ),
)
