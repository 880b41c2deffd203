"""What candidates write: applications, thanks, questions, acceptances, withdrawals. Copies of the user's own, or other people's.

The first person needs care: recruiters say "my client" and "I look forward to hearing from you" as well. What only a candidate
says weighs; what both say is a hint.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.OTHER

_A_RECRUITER_SPEAKS = """
your (application|candidacy|resume|cv|profile|background|experience|interest)
(my|our) (client|team|manager|boss|colleague)
(i lead|i run|i recruit|recruiter|talent partner|we are|we have|we would|our)
"""
"""Unless-phrases: signs in the same sentence that an employer is speaking."""

RULES = (
    rule(
        _KIND,
        "candidate_applies",
        3.6,
        """
        (i am|i would like to|i wish to|i want to|writing to|i hereby) (apply|applying|submit my|express my interest|
            be considered)
        (my|attached my|enclosed my|of my) (application|resume|cv|candidacy|cover letter|portfolio|references|
            motivation letter|certificates|transcripts) .. (for|attached|is|to|as|in|and|with|are|enclosed)
        (find|see|attached|enclosed|attaching|attach|enclosing|herewith) .. my (updated|current|latest|signed)? (resume|cv|
            cover letter|portfolio|application|references|documents|transcript|work|certificates|prc|license|contract)
        (attached|enclosed) (is|are|please find) my
        with (great|much|keen) interest i (have|read|saw|would)
        (i|we) .. read your (advertisement|ad|posting|advert|job ad|job posting)
        (my|the) salary (expectation|expectations|requirement) (is|are|would be)
        my (earliest|possible|earliest possible)? (start|starting|joining) date
        (i have|with) .. years of experience (in|as|with|of)
        i (have been|am|was) working (for|as|at|in) .. (years|since|months|shipping|department|currently)
        i (studied|graduated|hold a|hold an|majored|am a graduate|completed my)
        (hire|consider|choose|kindly consider) me (for|as)
        dear (hiring manager|hiring team|recruiter|sir or madam i|search committee members)
        to whom it may concern i
        (i am|i would be) available for an interview
        looking forward to (an|your)? invitation to .. (conversation|interview|talk)
        i (believe|am confident|feel) .. (i would|that i|my skills|my experience) .. (fit|asset|contribute|suited|match)
        (thank you for|thanks for) considering (me|my|it)
        """,
        unless=_A_RECRUITER_SPEAKS,
        negatable=False,
    ),
    rule(
        _KIND,
        "candidate_thanks_and_asks",
        3.4,
        """
        (thank|thanks) .. (opportunity|chance) to (interview|interview with you)
        (thank|thanks) .. taking the time to (interview|meet|see) me
        (thank|thanks) .. (interviewing me|having me|considering me|considering my|meeting me|seeing me yesterday|
            seeing me today|arranging the interview|inviting me|the invitation to interview|the interview invitation)
        (thank|thanks) (to)? you and .. for your time
        (at|with|in|join|joining|of|for|to) your (esteemed|reputed|good|wonderful|great|lovely)? (company|firm|organization|
            organisation|school|hospital|practice|restaurant|team|institution|department|university|college|congregation|
            orchestra|studio|crew) .. (and|i|my|because|would|as|in|for|since)
        (your) (job posting|job advertisement|advert|advertisement|job ad|vacancy announcement|posting for)
        i (would|d) be (grateful|glad|happy|thrilled|honored|delighted) (if|for|to) .. (consider|considered|opportunity|
            discuss|anything|interview|contribute|provide|supply|hear|an update|any news)
        (any|is there any) (news|update|updates|decision|word) .. (on|about|regarding) .. (my|the) (application|interview|
            position|role|job|post|offer)
        (let me know|tell me) .. (if|whether|where) .. (things stand|i can provide|anything else from me|further information|
            still being considered|i am still|position has been filled)
        (anything|else) .. (you need|needed|needs?) from me
        (remain|remains|am still|continue to be) (very|highly|extremely|strongly|most)? (interested|enthusiastic|keen|excited)
        (i am|i remain|i was|i am still) (very|still|really|extremely|highly|also|even more)? (interested in|excited about|
            enthusiastic about|keen on) the .. (role|position|opportunity|job|team|post)
        i (look|am looking|very much look) forward to (next steps|the next steps|discussing my|learning more about the|
            hearing about|hearing your decision|hearing the outcome|hearing the result|your decision)
        (wanted|want|writing|wish|write|liked|like) to (ask|inquire|check|follow up|know|find out) .. (my|if the decision|
            whether a decision|whether there is|if there is any|status of my|outcome of my) .. (interview|application|
            decision|update|news|candidacy)
        (follow up|following up|update|news|status) (on|about|of|regarding) my (interview|application|candidacy|conversation)
        my interview (last|with you|on|yesterday) ..
        (i (interviewed|had the pleasure to talk|had an interview|applied|have applied|spoke) (with you|at your|for your|
            for the|on|with|to) ..(last|about the|position|on|role|and|in|week) .. (ask|wonder|wondering|inquire|heard|hear|
            still|decision|position))
        i (had|have heard|have not heard|had not heard|heard that) .. (calls went|back from you|anything since) ..
        (still|very|extremely) excited about the (team|role|opportunity|position|job)
        i particularly (liked|enjoyed|appreciated) (hearing|learning|meeting)
        i really want this (job|role|position)
        i will be there (either way|on time)
        thank you for letting me know .. (and|disappointed|of course|i)
        (disappointed|sad) .. (but|of course) .. (appreciate|feedback|understand|fair|stay in touch|thank)
        (would|i would) (very much|really|greatly)? appreciate (some|any) (feedback|advice|pointers)
        (thanks|thank you) for (thinking of|getting in touch|reaching out|contacting|writing) .. i (am|would|
            would be) .. (happy|open|interested|reasonably|not|flattered)
        i (would be|am) (open|interested|happy) to (a call|hear more|hear more about|learn more|chat|talk|a chat)
        """,
        unless="""
        your (application|candidacy|resume|cv|profile)
        (my|our) (client|manager|boss|colleague)
        (i lead|i run|i recruit|recruiter|talent partner|position i am|we are|we would)
        (would|are|do) you
        not (miss|wrong)
        (thank|thanks) .. your time .. (and interest|and effort|applying)
        (open to hearing|open to a) .. (if|would)
        (notes|we|our) (with|were|panel)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "candidate_answers",
        3.4,
        """
        (i accept|i gladly accept|i am happy to accept|i am pleased to accept|i am delighted to accept|delighted to accept|
            happy to accept|pleased to accept|formally accept|thrilled to accept|glad to accept) ..
        ((i|i have|i would like to|i must|i am|decided to|like to|i need to|regret .. must) (withdraw|withdrawing|
            withdrawn) ..(application|from|candidacy|my|process|search|consideration))
        (i have|i) (accepted) (an|another|a|the) .. (offer|position|role|fellowship|job|post) (from|with|at|in|elsewhere|
            closer) ..
        (thank|thanks) .. (for)? (the|your) offer
        (i|we) (have)? (decided|going) to (decline|turn down) (your|the) offer
        (would like|like|want|wish|writing|happy) to confirm my (attendance|availability|interview|participation|acceptance)
        (i|i can) confirm (my|the) (interview|attendance|availability|appointment) ..
        i (will|can) attend .. (interview|assessment|appointment)
        (works|is|would be) (perfectly|great|fine|perfect|well) (for me) ..
        i have (signed|sent|uploaded|completed) (the|my) (letter|contract|offer|documents|test|assignment|form)
        (before|on) my first day .. (need|bring|should|will)
        do i need to (bring|wear|prepare|sign)
        (is that|is it|would it be|that) (ok|okay|alright|all right|possible|fine) (if i|for me|to) .. (late|scrubs|bring|
            start|move|reschedule|change|wear|park|do)
        (is there any ?way|any chance|could we|can we) .. (do|move|reschedule|push|make it) .. (instead|later|another|
            earlier) .. (car|class|shift|kid|kids|exam|work|sick|shop|{clock}|of)
        (i only have|i do not have a car|my car is|my train|my bus|my flight) ..
        looking forward to (starting|joining|working with you|talking|meeting the team|the interview) ..
        signed and attached|see attached signed
        who do i (talk|speak) to about
        ((sorry|apologies) .. (i need|i have|have|must|need) to (cancel|postpone|move|reschedule) .. (interview|our|thursday|
            tomorrow|my) ..(accepted|another offer|offer from|i have|because i))
        """,
        unless="""
        your (application|candidacy|resume|cv|profile|background|experience)
        (my|our) (client|team|manager|boss|colleague)
        (would|could|can|do|are|will) you
        (let me know|please|if you|you would|you will|we|we are|us|you to|your interview|with you for)
        (candidate|candidates) ..
        looking forward to (working with you|meeting you|having you)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "candidate_manners",
        1.1,
        """
        my (experience|background|skills|availability|current (employer|manager|role|company)|notice period|studies|degree|
            visa)
        i (look|am looking) forward to (hearing|your reply|your response)
        i (applied|interviewed) (for|with|to|at|last)
        (i would|i will) (welcome|appreciate|love) the (chance|opportunity) to .. (discuss|interview|join|contribute|speak|
            work)
        (works|suits|perfect|great|fine) (for me|me fine|me well)
        (respectfully|yours faithfully|obediently) ..
        """,
        unless="""
        your (application|candidacy|resume|cv|profile|background|experience)
        (my|our) (client|team|manager|boss)
        (i lead|i run|i recruit|recruiter|talent partner)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "formal_applications",
        3.4,
        """
        (i refer to|with reference to|in response to|in reply to|in answer to) your (advertisement|advert|ad|posting|
            announcement|vacancy)
        i (enclose|attach|am enclosing|am attaching|have enclosed|have attached|include) (my|a copy of my|copies of my|
            two copies of my)
        (i am|i m) (at present|presently|currently|now) (employed|working|serving|teaching|studying|a student|a final year|
            in my final year|unemployed|between jobs|a second year|a nurse|an assistant)
        i (can|may) be reached (at|on|by)
        i am (writing|emailing|contacting you) (to|in|with|regarding|about|because) (apply|enquire|inquire|accept|withdraw|
            express my|confirm my|ask about my|follow up on my)
        i (saw|came across|found|noticed|read|heard about|learned of) (your|the) (advert|advertisement|posting|ad|vacancy|
            opening|job|position|listing)
        (grateful|appreciate it|obliged) if you (would|could) (consider|acknowledge) (my|me|receipt)
        (should|if) you (require|need) (any)? (further|more) (information|details|documents) .. (contact me|let me know|
            reach me|call me)
        (hope|hoping) (for a favorable|for your positive|for your kind)
        (kindly|please) (find|consider|accept) .. my (application|resume|cv|thanks|apologies|acceptance|withdrawal|
            candidature)
        (regret|sorry) .. (i|that i) (can not|could not|must|have to|am unable to) (attend|accept|make|withdraw|decline|come)
        i (have|had) (decided|chosen|opted) to (accept|take|pursue|stay|remain|join) (another|a|with my|at my|my current|
            the other|elsewhere)
        my (current|present|previous|last) (role|position|job|employer|post|company) (is|was|has|at|with|as|involves|where)
        (as|per) (you)? (requested|discussed) .. (my|i attach|i have attached|here is my|here are my|please find my)
        """,
        unless=_A_RECRUITER_SPEAKS,
        negatable=False,
    ),
    rule(
        _KIND,
        "candidate_first_person",
        3.1,
        """
        my (upcoming|first|second|final|next|phone|video|onsite|online|technical|scheduled|recent)? (interview|interviews|
            application|resume|cv|candidacy|cover letter|portfolio|references|referees|start date|first day|notice period|
            current employer|current job|last employer|job application|working interview|trial shift|assessment|take home|
            offer letter)
        (thank you|thanks) for your (time and)? consideration
        (thank you|thanks) .. (time and|kind) consideration
        ((have not|had not|not|yet to|never) (heard|hear|received|gotten) (anything|back|a reply|a response|any reply|
            from you|any response|any news) ..(since|about my|regarding my|on my))
        (would it be possible|is it possible) (for me to|to reschedule my|to move my|to have my|to start|to do my)
        (who|what|where|when|how) (will|should|do|shall|would|must) i (be|bring|wear|park|prepare|report|meet|expect|go|
            ask for|send|need|say|start)
        interviewing me
        i (am|will be) (unable|not able) to (attend|come to|make) (the|my|our)? (interview|assessment|appointment|meeting)
        i (would|d) (love|like|be thrilled|be honored|be delighted|be proud) to (join|work for|work at|be part of|
            be considered|contribute|accept|start|come and work|take the (job|role|position|offer))
        ((excited|enthusiastic|thrilled|passionate|honored|honoured|delighted|grateful) (about|for|at|by|to) the(opportunity|
            prospect|possibility|chance|invitation|offer|position|role))
        for (the|this|such a) (wonderful|great|amazing|exciting)? (opportunity|chance) to (join|work|interview|serve|
            contribute|learn|be)
        my (skills|qualifications|experience|background|degree|training|studies) (in|as|at|with|make|makes|match|matches|fit|
            align|would|include|has|have|and|is|are)
        i (worked|have worked|served|taught|managed|led|was employed|spent) (as|at|for|in|with) .. (years|months|since|until|
            where|and|company)
        i am (a|an) .. (with|and) .. years
        """,
        unless="""
        (your|you) .. (application|resume|cv|candidacy|profile|background|skills|experience|join|interview for|be part)
        (my|our) (client|team|manager|boss|colleague|partner|company|firm)
        (we|our|us) ..
        (recruiter|recruit|sourcer|talent|hiring for)
        (review|read|seen|looked) .. your
        (view|track|manage|see|open|withdraw|update|download|check|status of|re|go to) my
        """,
        negatable=False,
    ),
)
