"""Walks of life among people who know each other: family and friends, clubs, neighbours, volunteers, suitors, and everybody."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

RULES = (
    rule(
        _KIND,
        "clubs_and_tryouts",
        2.8,
        """
        (club|membership|allotment|sailing|gym|golf|tennis|rowing|bowls|committee member) .. (application|waiting list|
            membership|subscription|trial session|induction)
        (tryouts|try outs|open mic|talent show|under 12s|under 14s|u12|u14|first team squad|club trial|academy trial|
            trial match|trials day|league fixtures|training squad|pitch side|kick off time)
        (volunteer|volunteering|volunteers) .. (orientation|shift|application|slot|schedule|sign up|interview|session|rota|
            training|waiver|opportunity|opportunities|steward|with us)
        (apply|applying|applied|signing up|offer|offering) .. (to)? volunteer
        a volunteer will|our volunteer
        (signed|sign the) waiver
        (mentor|mentors|mentee|mentees|mentoring) .. (needed|wanted|scheme|program|sessions|students|org)
        (standing|stand|nominated|nominating) .. (for)? .. (election|committee|delegate|treasurer|trustee|governor|councillor)
        (branch election|pay offer|strike ballot|members reject|members accept|in solidarity|shop steward|
            annual general meeting|agm) ..
        (choir|band|orchestra|choral society|drama group|amateur dramatic|community theatre|players) .. (practice|concert|
            rehearsal|chair|second clarinet|members|auditioning|sing|social)
        (adopt|adopting|adoption|rehome|rehoming|foster) .. (dog|cat|puppy|kitten|him|her|pet|animal|rabbit|application|
            home visit)
        (home visit|vet number|rescue dogs|forever home|other families) ..
        (residents|residents association|body corporate|condominium|council of owners|managing agent|doorman|
            porter) .. (association|meeting|interview|interviewed|firms|assembly|agm|commission|recommends)
        """,
        unless="""
        (volunteer|volunteers) (coordinator|manager|officer)
        (coordinator|manager|officer|position|role|post|salary|hours) .. volunteer*
        (terrific|great|good) with the volunteers
        (role|position|vacancy|job) .. (choir|organist|director)
        (strike|industrial action) .. (train|trains|tomorrow)
        home visit (nurse|therapist)
        """,
    ),
    rule(
        _KIND,
        "auditions",
        1.4,
        """
        (audition|auditions|auditioned|auditioning|casting call)
        """,
        unless="""
        (orchestra|symphony|season|section|contract|company|opera|cast|horn|oboe)
        """,
    ),
    rule(
        _KIND,
        "to_everyone",
        2.0,
        """
        ^ (all|team|folks|colleagues|gentlemen|ladies|panel|board|interviewers|neighbors|neighbours) (we|i|please|this|
            attached|as|today|just|a|quick|here|per|in|there|our|it|below|seven|find|thanks|see)
        (hi|hello|dear|hey|good morning|morning) (all|everyone|team|folks|colleagues|colleague|both|guys|neighbors|neighbours|
            members|member|friends|friend|parents|families|everybody|listeners|subscriber|subscribers|residents|resident|
            owners|backers|brothers|sisters|volunteers|supporters|supporter|customers|customer|guests|alumni|alum|players|
            readers|neighbor|teammates|interviewers|panelists|coder|coders|job seeker|jobseeker|roster member)
        (hi|hello|dear|hey) .. (families|parents|residents|members|neighbors|neighbours|friends|colleagues)
        """,
        unless="for your (application|interview)",
    ),
    rule(
        _KIND,
        "layoffs",
        3.0,
        """
        (reduce|reducing|reduction) .. (workforce|headcount|staff)
        (layoffs|lay offs|redundancies|redundancy) .. (affect*|announce*|today|will|consultation|round|package|pay|process)
        (works council|plant closing|closing of plant|closure of the plant|social plan|severance|affected colleagues|
            at risk of redundancy|collective consultation)
        (close|closing|closes) (plant|site|branch|factory|the plant|the factory|our office) ..
        """,
        unless="""
        your application|(sorry|hear|saw|heard|know) .. affected|saw that|announced
        """,
    ),
    rule(
        _KIND,
        "private_life",
        1.4,
        """
        (barbecue|bbq|birthday|brunch|picnic|playdate|football|soccer|yoga|pilates|book club|choir|band practice|game night|
            road trip|bring wine|grandma|grandpa|grandmother|auntie|aunty|aunt|uncle|cousin|granny|nana|nan|sis|bro|mama|amma|
            daddy) .. (on|at|with|is|says|said|asks|wants|next|this|tonight|tomorrow|saturday|sunday|will|and|lo|for|coming|
            we|of|about)
        (pint|pints|beers|drinks on me|catch up drinks|coffee) .. (thursday|friday|saturday|weds|thurs|soon|next week|
            sometime|after|tonight)
        (your|new|a) (match|matches|date|crush) .. (likes|liked|profile|expire*|chat|waiting|messag*)
        (mum|mom|dad|granny|your mother|your father|your grandmother|your sister|your brother) (says|said|asks|sends|told me)
        (love you|love mum|love mom|love dad|xoxo|hugs and kisses|proud of you|kiddo|sweetheart|my boy|my dear boy)
        (greet your mother|say hi to|give my love|happy birthday|merry christmas|wedding|honeymoon|baby shower)
        """,
        unless="""
        (school|teacher|club) .. (post|role|position|vacancy)
        your application
        we offer
        benefits
        (mum|mom|dad) .. (hospital|ill|sick|fall)
        interview .. (confirmed|scheduled)
        love you (to|on|in|as|start)
        (our|my|his|her) .. wedding|wedding (flowers|cakes|venue|photographer)
        """,
    ),
    rule(
        _KIND,
        "friends_on_jobs",
        3.0,
        """
        my (interview|job interview|application|interviewer|offer) (with|at|got|is|was|went|for|tomorrow|yesterday|today|from)
        how .. (did|was|is|were) .. (interview|job hunt|job search|job hunting|interviews) .. (go|going|went|coming|today|
            yesterday)
        (did they|have they|has anyone|did he|did she) .. (say|call|get back|tell|offer|let|ghost)
        ((good luck|fingers crossed|rooting for you|thinking of you|break a leg|toi toi) .. (your|with|for|on|at|
            tomorrow) ..(interview|the interview|big interview|big day|interviews|exam|presentation))
        (they|he|she) .. (ghost|ghosted|ghosting) you
        (they|he|she) (said no|offered me|made me an offer|gave me the job|rejected me|turned me down|want me|wants me|
            called me back)
        i (got|did not get|landed|didn get) (the|a|that) (job|gig|role|position|part)
        you (smashed it|nailed it|crushed it|killed it)
        (knew they would|knew they) .. (pick|hire|want|choose) you
        (so|very) proud of you
        (hired|fired) .. people in my life
        (my|his|her|our) (place|work|company|plant|shop|firm|boss|uncle|friend|cousin) .. (might be|is|are|may be) (hiring|
            looking)
        knows? the (man|guy|woman|lady|person|boss|one) who .. (hiring|hires)
        (told him|told her|told them) you (drive|are|can|have|do|work|know)
        (do|did) you .. (do|finish|send) the take home
        (what|how much) .. should i (ask|say|tell|write|wear|answer)
        (can|could|would|will) you (check|read|proofread|look over|look at) .. (my|this|the) .. (cover letter|letter|resume|
            cv|application|answer) .. (before|for me|pls|please|and)?
        (got|have|is) .. (big|final|job) interview (tomorrow|today|on) ..  (wish|nervous|scared|excited)
        (happy to|can|could) .. (give|offer) you .. (pointers|advice|tips|feedback) .. (job search|search|resume|cv|
            interviewing|hiring)
        (nothing open|no openings|do not have anything open) .. (right now|on my team|at the moment|here|here now)
        (of course|course|happily|sure) i .. be (a|your) (referee|reference)
        (put|use|give) me .. (down|as) .. (referee|reference)
        (be|act as) (a|my|your|his|her) (referee|reference) .. (for|again)?
        (congrats|congratulations) .. new (gig|job|role|position|post)
        (enjoy|good luck in|first day at|settling into) .. new (job|role|gig)
        (looked at|read|saw) your resume .. (good|move|fix|change|great|typo)
        (for|about) (my|the) job (hunt|search) ..
        """,
        unless="""
        your (application|interview) (for|with|has|is|was)
        (would|want) .. you .. (join|work with|come work)
        (we are|i am) (hiring|looking for)
        (thank|thanks) .. for your interest
        (my|our) client
        """,
    ),
    rule(
        _KIND,
        "suitors",
        3.2,
        """
        (first date|first dates|date ideas|speed dating|dating|matrimonial|horoscope|bride wanted|boy side|girl side|soulmate|
            singles|your matches|been matched with|matched with|liked your photo|new match|km away|miles away) ..
        (boy|girl) is .. (engineer|doctor|software|settled|teacher|working|fair|only)
        (read|seen|liked|shortlisted|viewed) .. (your|profile) .. (profile|would love to meet|family|horoscope|photo)
        (your|the) (proposal|biodata|photo) .. (boy|girl|family|aunty|marriage)
        """,
        unless="""
        (role|position|vacancy|job|hiring|client|recruit*|resume|cv|linkedin|employer|opportunity)
        """,
    ),
    rule(
        _KIND,
        "customers_and_suppliers",
        2.4,
        """
        (another|different|other) (vendor|supplier|contractor|provider|bidder|photographer|tenant|couple|buyer|bid|proposal|
            quote|caterer|venue|builder|roofer)
        (your|all) (proposal|proposals|bid|bids|tender|rfp|quotation|estimate|quote) .. (for|was|is|has|not|under|were|and|to|
            selected|submitted|received|considered|evaluation)
        (rfp|rfq|tender|invitation to tender|statement of work|purchase order|purchase order number|net 30|scope of works|
            request for proposal|vendor selection|vendor evaluation|supplier selection|procurement) ..
        (offer|quotation|quote|estimate|order) (no|number) .. {hour}
        (our|attached) (offer|quotation|quote|proposal) (for|no) .. (the|your) .. (machine|coffee|kitchen|roof|website|
            project|supply|delivery|printer|system|work|installation|garden|wardrobe|event)
        (install|installation|delivery time|delivery and mounting|mounting|lead time|per unit|our price list|excluding vat|
            plus vat) ..
        (renewal|license agreement|contract renewal|subscription agreement|maintenance contract|service agreement|
            master agreement) ..
        (kick off|kickoff) (meeting|call|on|at|monday|tuesday|wednesday|thursday|friday|with)
        let us kick off
        (customer|client|vendor|supplier|partner) (meeting|call|review|visit|workshop|deadline|escalation|
            feedback on the draft)
        (comments from|with) the other side
        (redline|red lines|legal signed off|counterparty|counter signed|countersigned|the revised draft|master services)
        (spare part|replacement part|back order|backorder|ticket number|support ticket|case number|incident number|
            your ticket has) ..
        (fixture list|the estimate|approve the artwork|proofs|the venue|the caterer|the photographer) ..
        """,
        unless="""
        (role|position|job|vacancy|candidate|candidates|interview|offer letter|your application|hiring)
        (proposal|tender|bid|procurement|vendor) (writer|manager|specialist|officer)
        (our|the|my|end) client (has|would|is|wants|likes|will|decided|liked|asked|came)
        rate|closed the position
        bring your|recommendation
        """,
    ),
    rule(
        _KIND,
        "people_and_clubs",
        1.8,
        """
        (club|squad|first team|under 10s|under 11s|under 13s|under 15s|under 16s|academy side|rowing|cricket|rugby|netball|
            hockey|swimming|athletics|choir|chorus|orchestra|community band|drama society|theatre group|scouts|allotment|
            toastmasters|book group|residents association|neighbourhood|neighborhood|tenants|charity shop|food bank|
            soup kitchen|animal shelter|rescue centre|union) .. (committee|secretary|coach|captain|chair|members|membership|
            trial|trials|audition|auditions|rehearsal|rehearsals|practice|session|sessions|meeting|place|season|rota|group|
            section|team|applicants|league)
        (tenor|soprano|alto|bass|clarinet|flute|percussion) section
        (coach|secretary|treasurer|captain|conductor|musical director|membership secretary|team manager) .. (u|under|club|
            squad|society|choir|committee|season|trial|training)
        (training|practice|rehearsals|rehearsal|matches|games|fixtures) .. (monday|tuesday|wednesday|thursday|friday|saturday|
            sunday|evenings|nights)
        (shin pads|racket|sheet music|water bottle|a towel)
        """,
        unless="""
        (role of|position|vacancy|job|post|hiring|recruit*|salary|interview for|contract|applicants for the post|safety boots)
        """,
    ),
    rule(
        _KIND,
        "business_partners",
        1.6,
        """
        (your|the|our) (proposals|bid|bids|tender|quotation|estimate|contract renewal|statement of work|purchase order)
        (vendor|supplier|vendors|suppliers|bidders|contractors|tenderers|agencies) .. (shortlist*|selected|selection|
            evaluation|demo|presentation|presentations|chosen|review|another|other|invited)
        (demo|demonstration|presentation) .. (of|for) .. (your|our|the) .. (product|platform|software|system|solution|tool|
            procurement|team)
        (client|customer) .. (project|kick off|workshop|deliverable|presentation|review|pitch|escalation|signed|go live)
        (project|account|sprint|quarterly|status|budget|planning) (meeting|review|sync|kick off|workshop|retro)
        (still)? reviewing the (bids|proposals|tenders|quotes)
        (procurement|purchasing|sourcing) (team|department|committee|process|manager) ..
        """,
        unless="""
        (role|position|vacancy|job|hiring|recruit*|candidate|candidates|interview|salary|offer letter|your application|cv|
            resume|offer you|rate|client interview)
        """,
    ),
    rule(
        _KIND,
        "other_meetings",
        2.3,
        """
        (team|staff|department|departmental|project|sprint|strategy|planning|status|quarterly|weekly|monthly|daily|kick off|
            skip level|performance|account|sales|steering|steering committee|architecture|security|incident|release|
            post mortem|working group|safety|shareholder|investor|trustee|governors|parish council|residents|
            committee) (meeting|sync|review|offsite|workshop|standup|planning|retrospective|forum|briefing|huddle|away day|
            lunch)
        (one to one|one on one|1 1|catch up) .. (with your manager|as usual|moved to|this week|with my manager|monthly|weekly)
        minutes (of the|attached|from the last)
        (action items|action points|matters arising|any other business|apologies for absence)
        (onboarding|discovery|implementation|procurement|support|training|strategy|consultation|account) call .. (with|for|
            about|to|your|our)
        walk you through (the|our) (product|platform|tool|pricing|software|portfolio|policy|numbers|proposal)
        (piano|guitar|swimming|driving|dance|riding|tennis|language|singing|violin|french|spanish|yoga|pottery|cooking|
            first) lesson
        (the|our) (client|customer) (moved|postponed|wants|needs|has moved|asked) .. (review|deadline|delivery|workshop|
            go live|kick off|sow)
        """,
        unless="""
        (interview|role|position|vacancy|job|candidate|hiring|recruit*|your application|loop|onsite|offer|hire|decision|
            decide|decided|approve|approval|before then|until|after that|feedback|panel|you will meet)
        """,
    ),
    rule(
        _KIND,
        "friends_ask",
        3.0,
        """
        (any luck|how goes|how is) .. (job hunt|job search|job hunting|search|hunting|new job|interviewing)
        (let me know|tell me|text me|call me) .. (how it goes|how the interview|when you are done|everything|all about it)
        (you will smash it|you will nail it|knock them dead)
        they .. (lucky to have you|be lucky|be crazy not|be mad not|be fools|be stupid not|do not deserve you|are idiots|
            their loss)
        (did|have) you (hear|heard) (back|anything|from them|yet) ..
        (still)? no word from (them|the|that)
        (what|when) did they (say|tell|ask|offer)
        (heard|saw|told|said) .. you (are|were) (looking for|out of|between|laid off|job hunting|interviewing|applying)
        (got laid off|lost my job|out of work|between jobs|on the dole|my severance|quit my job|hate my job|hate my boss)
        (my|our|your) (old|former|ex) (boss|manager|colleague|coworker|workmate) (is|was|says|got|wants|told)
        (i|we) (also|both|just)? (interviewed|applied) (there|at the same|for the same|too)
        they (asked|grilled) me (about|why|what|how|if|whether)
        (introduce|introduced|introducing|connect|put in touch) .. (my friend|my cousin|my old|a buddy|someone i know|
            my brother in law)
        (it is|its|it was) (only|just)? a job
        """,
        unless="""
        (we are|our team|our company|our hiring|your application|candidates|client|my team|the hiring manager|
            position with us)
        """,
    ),
)
