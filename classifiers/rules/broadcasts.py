"""Mail that goes to many, or comes from a machine about nothing in hiring: job alerts, newsletters, sales, receipts, codes."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

RULES = (
    rule(
        _KIND,
        "job_alert",
        3.8,
        """
        (new|recommended|latest|top|matching|suggested|hot|trending|{hour}) .. jobs .. (for you|in|near|matching|you might|
            this week|posted|alert|based|today|that match|at|from|recommended|picked)
        (new|{hour}|{hour} new|latest|following|these) .. (vacancy|vacancies|positions|hits|openings|posts|
            bulletins) .. (match|matches|matching|for your search|this week|in your area|your profile|the classifications|
            are open to|near you|for your job)
        (job mail|job alert|jobs digest|search order|saved search|my alerts|your alert|alerts on|job board|jobs board|
            vacancy bulletin|careers bulletin|jobs bulletin|job bulletin|vacancies bulletin)
        closes {when} interviews
        (closing date|closes) .. (closing date|closes|salary|ref|interviews w c|interviews)
        (you asked to be told|delete search order|amend your profile or|stop receiving these)
        jobs (for you|near you|you might like|you may like|you may be interested|matching|that match|based on|in your area|
            of the week|alert|recommended|picked for)
        (positions|jobs|roles|openings|vacancies|opportunities) .. (may|might|could|would) (interest|suit|be of interest|
            appeal) .. you?
        (positions|jobs|roles) you (may|might|could) (like|love|be interested)
        click .. to apply
        (job|jobs) (alert|alerts|recommendations|digest|matches|match|suggestions|newsletter|roundup|board update)
        (see|view|browse|explore|discover) (all|more|these|the|latest|new) (open|job)? (jobs|openings|roles|vacancies|matches)
        (your saved|saved) (job)? search
        job search alert
        (easy apply|quick apply|actively recruiting|actively hiring|be an early applicant|1 click apply|hiring now) ..
        (companies|employers|people you know|sponsors|others in your network|in your network) (are|is) (hiring|looking at|
            viewing)
        (hiring event|virtual career|job fair)
        (shift|shifts) (available|near you|open|alert|up for grabs)
        claim it in the app|first come first served claim|spots left
        (open|open to) .. (internal candidates|internal applicants)
        (search appearances|jobs you have saved|job you saved|jobs you saved) ..
        """,
        unless="""
        your application
        you applied
        application was sent
        application submitted
        (met|meet|spoke|talked|saw) .. (career fair|job fair|hiring event)
        (pick|choose|select|book) .. (slot|one)
        """,
    ),
    rule(
        _KIND,
        "more_jobs",
        1.3,
        """
        (similar|other|more|fresh|these|related) .. jobs .. (for you|in|near|you might|waiting|at|recommended|your area)
        (view|see|browse) (similar|all|our|other) jobs
        (apply now|career fair|job recommendations|promoted) ..
        """,
    ),
    rule(
        _KIND,
        "unfinished_application",
        2.9,
        """
        (finish|complete|continue|resume|submit) your (application|profile|registration) (to|for|before|at|at any|on|today|by|
            now)
        you started (an|your) application
        (have not|has not|did not|not yet) (finish|finished|submit|submitted|complete|completed) (it|your application|
            the application)
        (still a draft|saved as a draft|saved as draft|application is incomplete|incomplete application|
            one click from the finish|pick up where you left off|employer has not received anything|nobody can see it)
        """,
        unless="(questionnaire|test|assessment|video|exercise|screening) ..|withdraw",
        negatable=False,
    ),
    rule(
        _KIND,
        "application_viewed",
        2.4,
        """
        your (application|resume|cv|profile) (was|has been|got) (viewed|seen|opened|looked at|downloaded)
        (viewed|opened|looked at|downloaded) your (application|resume|cv)
        your (profile|resume|cv) has not been (opened|viewed|updated)
        """,
        unless="""
        invites? you to (apply|interview)|(selected|declined|rejected|progressing)
        """,
    ),
    rule(
        _KIND,
        "newsletter",
        2.8,
        """
        (issue|edition) (in|we|on|of|no|we look)
        (this week|this month) in our .. (newsletter|issue|edition)
        (newsletter|webinar|masterclass|e book|ebook|whitepaper|free guide|free course|free workshop|our workshop|coupon|
            promo|limited time|read on|read the full|sign up now|register now|join us live|save your seat|our blog|
            live session|early bird|black friday|salary guide|download the guide|this week only|replay goes to|add to cart|
            last chance|members only|special offer|doors open at)
        (off|save) .. (your next|your first|this weekend|today only|until midnight|storewide|selected items)
        (season|booking|tickets) (now booking|on sale|go on sale)
        (petition|donate|donation|sign the petition|write to your mp|our campaign|fundraiser|fundraising appeal) ..
        (congratulations|congrats|finalist|winner) .. (prize|draw|sweepstake|voucher|brand new|spin|lucky|sponsor offers)
        (tips|ways|things|answers|secrets|mistakes|questions) .. (ace|nail|interview|recruiters|resume|cv|stand out|salary|
            land|hired|employers|avoid)
        (ace|nail|crush|master) (your|the|any|every) .. (interview|interviews)
        (we are|several sponsors are|is) hiring .. (apply at the counter|say hi|apply in store)
        (registration|your seat|your ticket|rsvp) (is|has been|was)? (confirmed|complete|reserved|received)
        """,
        unless="""
        your (application|candidacy)
        interview (is|has been) (confirmed|scheduled)
        newsletter .. (editor|manager|role)
        (position|role) .. course
        (questions|answers) .. (on|about) .. (salary|remote)
        tax coupon|(canteen|lunch|meal) coupon
        """,
    ),
    rule(
        _KIND,
        "footer",
        0.9,
        """
        (unsubscribe|manage your preferences|email preferences|update your preferences|view in browser|view this email|
            no longer wish to receive|you are receiving this|you receive this|you received this email because|
            reply stop to opt out|turn off|reminders are on|to opt out reply|subscribe|change visibility)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "network_notice",
        3.4,
        """
        (appeared in) .. searches
        (viewed|checked out|views of) your profile
        (profile views|search appearances|wants to connect|accepted your invitation|invitation to connect|new connection|
            new connections|people you may know|work anniversary|endorsed you|commented on your post|reacted to your|
            new followers|who viewed|add to your network)
        (complete|finish|boost|strengthen) your (profile|linkedin|account)
        (add you to|add you to my) .. network
        (your network|members who message|unread messages|your weekly recap|skill assessment|your connections|
            skills endorsed) ..
        (you have|your) .. (new message|unread message|new notification) .. (in your journal|sign in to read|log in to read)
        """,
        unless="""
        your application
        you applied
        we are hiring
        came across
        (he|she|who) is hiring
        team is hiring
        client is hiring
        company is hiring
        sent you a message
        invites you to apply
        """,
    ),
    rule(
        _KIND,
        "security",
        4.0,
        """
        (verification|security|login|sign in|one time|2 step|two step) (code|passcode|password|pin|otp)
        (verify|confirm|activate|validate) your (email|account|identity|address|e mail|email address)
        your (code|passcode|otp) (is|below) ..
        (enter|use) (this|the) (code|passcode|otp) (to|below|into|within)
        (reset|change|changed|forgot) .. password
        (did not|not) (request|initiate|make) this
        (new sign in|new login|suspicious|unusual activity|two factor|2fa|temporary password|account created|
            account has been created|your candidate account|created an account)
        """,
        unless="""
        application (was|has been) .. (received|submitted)
        thank you for applying
        (meeting|dress|interview|test|assessment|invitation|coding) .. code
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "commerce",
        3.2,
        """
        (order|shipment|package|parcel|invoice|receipt|subscription|refund|payment|tracking number|cart|warranty|purchase|
            renewal|statement) .. (shipped|number|processed|due|on its way|delivered|ships|available|overdue|thank|
            is confirmed|has been received|is ready)
        (thank|thanks) .. (your order|your purchase|shopping|your payment|for ordering|your donation|your booking|
            your subscription)
        your (order|shipment|parcel|invoice|subscription|refund|cart|donation|bill|support ticket|return request|first bill|
            delivery|basket|wish list|loyalty points|rewards|membership|free trial|trial ends|trial expires|booking reference)
        (ticket|case|order|rma) (number|id)
        (order|booking|pickup|card ending|total) .. (pickup|card ending|tax|subtotal|total|vat)
        """,
        unless="""
        your application
        interview
        candidate
        offer letter
        (role|position|job|post|vacancy)
        """,
    ),
    rule(
        _KIND,
        "selling",
        2.4,
        """
        (free trial|roi|our software|our solution|our tool|our services|your cloud bill|book a demo|schedule a demo|
            quick demo|product demo|product tour|boost your|increase your|lead generation|grow your|seo (services|audit|
            agency)|save you|cut costs|cutting your|your pipeline|your website|backlinks|guest post)
        (are you|would you be) the (right|best) person .. (talk|discuss|speak|about|who)
        (bumping|floating|bubbling) this (to|up) .. inbox
        (open to|worth|up for|time for) .. (call|chat|demo|conversation) .. (cutting|saving|reducing|how we|
            to see if it is a fit|about your)
        (book|grab) .. (free|complimentary) .. (strategy|consultation|discovery|call|assessment|audit|session)
        (early adopter|partner|reseller|affiliate|referral partner) program
        (we help|helping|helped) .. (like yours|manufacturers|clients|founders|candidates|customers)
        (proven franchise|franchise opportunities|being your own boss|investment levels|your own business|passive income|
            certification .. <money>)
        (guaranteed|guarantee) .. (interview|interviews|offer|job)
        (you have been|you were|you are) selected for our .. (fast track|offer|program for members|trial|loyalty)
        (no joining fee|personal coach|body assessment|free assessment|spots are filling|gym floor)
        (money back|use code|promo code|our writers|our coaches)
        we help (companies|businesses|teams|founders|brands|firms|people|leaders|job seekers|professionals)
        (company|team|business|companies|teams|businesses|firms) like yours
        (helps|helping) (companies|businesses|teams|brands) .. (like)? (yours)?
        (resume|cv) (review|writing|rewrite|makeover|builder|service|services|template|templates|score|checked|clinic)
        (reviewed|rewrite|fix|fixing|improve|score) .. (the|your) resume .. (you uploaded|for|in|writers|honest|with|score)?
        applicant tracking systems (will|reject|filter|scan)
        never reach a human
        (career coach|career coaching|interview coaching|coaching program|go premium|try premium|upgrade to|outplacement|
            session notes|next session|certified writers|pay when you are hired|job placement rate|placement rate|
            strategy call)
        (candidates|people) (blow it|fail) in the first
        (diploma|degree) .. (weeks|life experience|no tests|no exams|without studying)
        """,
        unless="""
        your (application|interview|candidacy|candidature|profile|background|experience)
        (role|position|job|vacancy|opening|hiring|join) ..
        (on|for|join|grow) our platform
        platform (team|engineer)
        (audition|teaching|class|lesson)
        your (colleague|reel|clip|video|team at)
        """,
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
        (rate|rating) your .. (interview|visit|experience|recruiter)
        how (was|were|did) your .. (interview|visit|experience|application|onboarding) .. (with|at|go|applying|from)?
        (take|spare|have) .. (two|three|five|2|3|5|10) minutes .. (survey|questions about|feedback|tell us how|anonymous|rate)
        (answers|responses) are (anonymous|confidential) ..
        (share|unlock) .. (interview questions|salaries|anonymously)
        (number|scale) from 1 .. to (5|10)
        tell us about your (experience|interview day|visit|journey)
        """,
        unless="not be (moving|progress*)|decided not",
    ),
    rule(
        _KIND,
        "too_good",
        4.0,
        """
        (earn|make|earning) .. (weekly|daily|per week|a week|from home|per day|a day|an hour from home|per signing)
        (no interview|no experience|without interview) (needed|required|necessary|no exam)
        (registration|processing|training|starter kit|onboarding|certification) fee .. (to|secure|before|of|now|refundable|
            pay)
        (pay|send) .. (fee|deposit) .. (secure|reserve|confirm) your (place|position|spot|job|offer)
        (receive payments|transfer further|pass them further|reship|reshipping|your bank account and|stays by you|
            crypto mentor|return is .. percent|urgent reply|total sum|next of kin|late minister|dear sir i am|double your|
            investment platform)
        (status approved|pending your confirmation) ..
        (confirm|verify) your .. (phone number|date of birth) .. (hold|reserve|secure|spot|position)
        by continuing you agree to be (called|contacted)
        (payment agent|money transfer|western union|gift cards|you have won|lottery winner|inheritance|on telegram|
            via telegram)
        (text|contact|message|add|reply) .. whatsapp .. (job|salary|earn|hr|manager)
        (reply|send|provide) .. (bank name|bank login|social security number|ssn|card details|debit card) .. (to start|today|
            start|immediately)
        (data entry|mystery shopper|part time online|online tasks|like and subscribe) .. (earn|pay|daily|home|weekly)
        """,
        unless="""
        direct deposit
        your offer|offer letter|contract attached|sign every page
        onboarding (pack|portal)
        lottery funded
        crypto .. (engineer|company|exchange|startup|trading)
        """,
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
        (answering|reading|checking) email only .. (on|in|twice|once)
        (is|am) no longer (with|at|employed)
        (slow to respond|slow email|email sabbatical)
        """,
        unless="your (application|interview)|(decision|feedback|panel|manager|hiring)",
    ),
    rule(
        _KIND,
        "career_advice",
        2.8,
        """
        ((employers|recruiters|hiring managers|companies) (look|search|scan|spend|love|want|say|notice|skip|reject|ask|
            are searching|are looking) ..(for in|seconds|resume|resumes|profiles|candidates who|skills|like you|most|you|
            keywords))
        (boost|increase|improve|double|triple|maximize|raise) your (chances|visibility|odds|earning|salary|response|profile|
            interview)
        (dream|next|perfect) (job|role|career) (is|awaits|faster|starts|with|could be|today|in) ..
        (stand out|get noticed|get hired|land (a|your|the|more)|hired faster) ..
        (job seekers|jobseekers|professionals) (who|like you|use|get|have|are|in your|love|with)
        (career|job search|interview) (advice|tips|tools|toolkit|hacks|strategies|guide|insights|webinar|workshop|bootcamp|
            newsletter|column)
        (interview questions) (and|you|to|for|that|employers)
        (join|watch|register|reserve|sign up) .. (live|free|webinar|event|session|panel|virtual) .. (recruiters|career|hiring|
            employers|resume|interview)
        (unlock|upgrade|go premium|try premium|premium members|start your free|claim your|special price|per month cancel)
        (salary|salaries) (for|of|in) .. (roles|your area|your city|compare|report|insights|average)
        (people|members|professionals) (viewed|in your network|with your title|like you) ..
        """,
        unless="""
        (your application|candidacy|you applied|our client|we would like|we are|your interview (is|with|for))
        (i|we) (came across|found|saw) your
        good luck|best of luck|wish you
        """,
    ),
)
