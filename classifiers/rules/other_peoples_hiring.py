"""Hiring that is not the user's own: colleagues on a candidate, the user as interviewer or referee, candidates who write."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

RULES = (
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
        (thank|thanks) .. (for) .. (taking the time to (meet|speak|talk|chat) with me|taking the time to interview me|the
            opportunity to (interview|meet|speak) with you|interviewing me|meeting with me|speaking with me|having me|
            considering me|considering my|meeting me|
            the chance to interview with you)
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
        unless="""
        (your|two|three|list|provide|name|names|contact|details|give) .. (references|referees)
        your references
        (appreciate|any|welcome) .. referral*
        reference checks? (for|on) you
        you (have|has) applied
        """,
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
        unless="""
        (your application|our hiring process|candidates for this|your interview|our client|their client)
        you .. (be|are) .. (open|interested)
        see if you
        your team .. (at|talk|blog)
        (part|step|stage) of .. hiring process
        """,
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
