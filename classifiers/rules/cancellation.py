"""An interview called off, or moved without a new hour. "If you need to cancel or reschedule" calls nothing off.

A move that names its new hour ends up as a confirmation (`classifiers.verdict`).
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import rule

_KIND = MessageKind.INTERVIEW_CANCELLED

RULES = (
    rule(
        _KIND,
        "called_off",
        3.0,
        """
        (cancel|cancelling|cancelled|call off|called off|calling off|postpone|postponed|postponing|scrub|scrap|
            pull) .. {interview}
        (cancel|cancelling|cancelled|call off|postpone|postponed|postponing) .. ({day}|{clock}|{part_of_day}|it|things|
            everything|all|them|us|this week|next week)
        {interview} .. (cancelled|postponed|called off|scrapped|withdrawn|removed|deferred|adjourned|suspended|is off|
            off i am afraid|not go ahead|not be going ahead|not take place|not taking place|not happen|not happening|
            not be happening|not be going|not going ahead|no longer taking place|no longer going ahead|fallen through|
            not be able to go ahead)
        (postponement|cancellation|cancelled) .. (of|interview|call|meeting|appointment|your|event)
        (has|have|is|are|was|been|be) (cancelled|postponed|called off) .. (by|due|because|until|as|for|to a|and|on|at|the)?
        (stop|stopping|suspend|suspending|cancel|pause|hold off on) .. (interviews|meetings|interviewing) .. (until|with|for|
            this)?
        (take|remove|delete|drop) .. (off|from) (your|the) .. (calendar|diary|schedule)
        (tomorrow|today|{day}|interview|meeting|call) (is)? off
        ({day}|interview|meeting|call) .. (is off|off i|being off)
        {interview} .. (no longer) .. (hold|take|stand|go ahead|happen|possible)
        (put|putting) .. (interview|interviews|meeting|call|conversation) off
        no interview (today|tomorrow|{day}|this week)
        not .. needing you to (come|join|attend)
        not (showing|turning|dialing|dialling|calling) (up|in) (to|for|on|at)
        (can not|not able to|will not be able to|unable to|not going to be able to) .. (hold|host|do|run|go ahead with|
            conduct|keep) .. (interview|interviews|call|meeting|appointment|chat|conversation|it|session|visit)
        event .. cancelled
        {day} .. (will not|does not|is not going to|not) work (after all|any more|anymore|now|out)?
        (can not|will not|not) .. (make it|work|happen|meet|go ahead|come) after all
        not come .. ({day}|in|to)
        (withdraw|withdrawing|revoke) .. (interview|appointment|invitation)
        (hold off|holding off) .. (conversation|interview|call|meeting|{day}|{interview})
        (interviews|interview) .. (can not|will not|could not) .. (go ahead|take place|proceed|happen|be held|continue)
        (please|kindly) (disregard|ignore) .. (invitation|invite|interview|previous)
        """,
        unless="""
        (if|should|need to|want to|wish to|have to|like to) you .. (cancel|reschedule|postpone)
        (to|or) (cancel|reschedule) .. (click|link|links|use|visit|below|please|let|call|contact|reply|at least|your)
        need to .. (cancel|reschedule) .. (please|link|click|call (us|me)|let|contact us|use|at least|email)
        (role|position|vacancy|requisition|posting|job|hiring plan) .. (cancelled|withdrawn|removed|suspended)
        (your|the) (subscription|order|membership|account|reservation|booking|trip|flight|plan|trial|payment)
        (cancel|reschedule) (or|using|at|anytime|any time|up to|your|link|here)
        (decision|deadline|budget|project|launch) .. (postponed|deferred)
        """,
    ),
    rule(
        _KIND,
        "must_move",
        2.7,
        """
        (need|needs|have|has|going|must|forced|had|got|having|needed|like|want|wondering|hoping|might|may|
            am afraid) .. to .. (cancel|postpone|reschedule|push|move|rearrange|bail|re schedule|shift|call off|bump|delay|
            defer|push back|rain check|re arrange|change|adjourn) .. (interview|call|meeting|chat|conversation|it|this|our|
            your|the|on|{day}|{clock}|things|you|out|back|to|again|time|date)?
        (must|shall|having to|had to) (cancel|postpone|reschedule|move|put off|delay|push back)
        (could|can|may|would|might|shall) (we|you|i) .. (move|push|reschedule|postpone|shift|rearrange|change|
            do) .. (interview|call|meeting|chat|conversation|it|this|to later|to another|to a different|our|another|different|
            instead)
        (asked|asking|asks|wants|requested|needs) .. (reschedule|postpone|move|push|another day|a different time|a different day)
        (rescheduling|postponing|moving|pushing|re scheduling) (your|our|the|this|of|it|today|tomorrow)
        (take|taking|ask for|need) a rain ?check
        rain check
        (possible|possibility|open|okay|ok|alright|mind) .. (to|of|if we) .. (move|push|reschedule|postpone|shift|rearrange|
            rescheduling|moving|pushing)
        """,
        unless="""
        (if|should|in case) you .. (need|wish|want|have|must|would|are|can not|like)
        (need|want|have|wish|required) to .. (reschedule|cancel|change|move) .. (please|link|click|call (us|me)|let (us|me)|
            contact us|use|at least|email|reply|simply|visit)
        (you|candidates) (need|want|wish|have|would like|must) to .. (reschedule|cancel|change|move)
        (move|push|moving|pushing) .. (forward|ahead|on with|you|your application|with your)
        (decision|hiring|start date|process|deadline|timeline|offer)
        to (make|change) .. changes
        let .. know .. if
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "can_not_make_it",
        2.3,
        """
        {day} is no (good|longer possible)
        (can not|not able to|unable to|will not|no longer) take part
        (have|had) to drop it
        (unable|not able|not be able|can not|will not|no longer able|no longer|not going) .. (make|take part|attend|join|keep|
            meet|speak|be there|be able to|do) .. (our|the|your|today|tomorrow|it|{day}|{clock}|call|interview|time|meeting|
            appointment|then|slot|this|that|you)
        (something|conflict|emergency|urgent|issue|meeting) .. (has|have|just)? (came|come|cropped|popped|arisen|pulled) (up|
            in|out)
        (pulled|called) (into|in to|away|in|onto) (a|an|to|for|on|by|another)
        not do {when} after all
        (try|trying) again (next|on|another|tomorrow|later|this)
        (double booked|scheduling conflict|calendar conflict|clash|conflict on|a conflict)
        (nobody|no one|none of us|interviewer) .. (joined|dialed|showed|called|turned up|was there|on the call|did not|missed)
        (missed|missing) (our|your|the) .. (call|interview|meeting|appointment)
        (bail|bailing|back out|skip) (on|out|of|our|the)
        (can not|could not) (get to|reach|make it to|travel to)
        not book any travel
        """,
        unless="""
        (not|unable to|can not|no longer) .. (offer|invite you|progress|proceed|consider|respond|reply|answer|commit*|budget)
        (if|should) you
        your application
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "another_time",
        2.3,
        """
        (find|finding|sort|arrange|set up|look for|send|propose|suggest|offer|choose|pick|fix|get|give|come back with|have|
            book|schedule|agree|work out|come up with|share|provide|advise|come) .. (another|new|different|alternative|
            alternate|some other|fresh) (time|date|day|slot|times|dates|options|slots|appointment|days|one|interview time|
            interview date|window)
        (new|another|alternative|later|revised|future) (date|time|slot|day) .. (to be|will be|is set|once|as soon|advised|
            announced|confirmed|yet|communicated|follow|tba|tbc|next week|when|next)
        (to|at) (a|some) (later|date|another|future) .. (date|time|be advised|stage|notice|day)
        not have a new (date|time)
        """,
        unless="(if|should|in case) (you|none|these)",
    ),
    rule(
        _KIND,
        "new_time_later",
        1.6,
        """
        (alternative|other|new) arrangements
        (another|alternative|different) (venue|day|date|time)
        back on the (books|calendar|diary)
        (rebuild|redo|rework|rearrange) the (schedule|agenda|day)
        to arrange a new
        (until further notice|tbd|tba)
        (with|have|send) (you)? (new|more|other|alternative) (times|dates|options|slots|availability)
        (apologize|apologies|sorry) .. (inconvenience|short notice|last minute|trouble|late notice|mix up|shuffle|confusion|
            hassle)
        (on|such|very|at) short notice
        """,
        unless="(if|should|in case) (you|none|these)",
    ),
    rule(
        _KIND,
        "indisposed",
        1.2,
        """
        (off|down|out|ill|sick) with (covid|flu|a cold|a fever|a migraine|food poisoning)
        (stuck|stranded) (in|at|on)
        (is|are|am|be|been|was|off|out|feeling|fallen|taken|home|kid|has) .. (sick|ill|unwell|under the weather|poorly|covid|
            flu|hospital|injured)
        (sudden|unforeseen|unexpected|urgent) (business|trip|circumstances|matter|meeting|commitment|absence|events)
        (shut|closed|burst pipe|escalation|incident|outage|machine is bust|fire alarm)
        (sick|illness|bereavement|family emergency|tested positive|sick leave|passed away|strike|power cut|outage|storm|snow|
            flooding|flood|roads are closed|weather|flight was|travel disruption|unavailability|unforeseen|unexpected)
        """,
        unless="sick (pay|days|leave policy|children|patients)",
    ),
)
