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
        unless="""
        your application
        you applied
        application was sent
        application submitted
        """,
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
        unless="""
        your (application|candidacy)
        interview (is|has been) (confirmed|scheduled)
        newsletter .. (editor|manager|role)
        (position|role) .. course
        """,
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
        unless="""
        your application
        you applied
        we are hiring
        came across
        (he|she|who) is hiring
        team is hiring
        client is hiring
        company is hiring
        """,
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
        unless="""
        application (was|has been) .. (received|submitted)
        thank you for applying
        """,
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
        unless="""
        your (application|interview|candidacy|candidature|profile|background|experience)
        (role|position|job|vacancy|opening|hiring|join) ..
        (on|for|join|grow) our platform
        platform (team|engineer)
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
        unless="""
        direct deposit
        your offer
        onboarding
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
        """,
        unless="your (application|interview)|(decision|feedback|panel|manager|hiring)",
    ),
)
