"""An interview asked for: a question about times, a choice of slots, a booking link. The time is still open.

One time put as a question invites; the same time stated is a confirmation. What leaves the time to the reader in other words
("come by the shop and we'll talk", "which days could you do?") stands in `invitation_open`.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules import invitation_open
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_INVITATION

RULES = (
    rule(
        _KIND,
        "invited",
        2.8,
        """
        (invite|inviting|invited|invitation) (you)? .. (to|for) .. {talk}
        (invite|inviting|invited) you .. (to|for) .. (interview|meet|speak|talk|visit|come|discuss|next round|next stage|
            second round|final round|onsite|first round|join us|attend)
        (invitation|invite) .. interview
        (placed|put|got) you on the (shortlist|short list)
        (made|make) it (to|onto|on) the (shortlist|short list|next round|next stage|interview)
        (move|moving|progress|progressing|advance|advancing|take|taking|bring|bringing|put|putting) (you|
            your application) (forward|ahead|through|on|along)? .. (to|in|into|for) .. (next|second|third|final|first|
            interview|round|stage|step|phone|technical)
        (bring|have|get|see|fly) you (back|in|over|out|on site|onsite) (for|to|and|next|this|on|again|some time)
        (come|coming|stop|pop|drop|swing) (in|by|over|round|along|down|to the|to our|up) .. (for (a|an)? (chat|interview|talk|
            coffee|trial|meeting|look|conversation)|to meet|and meet|to interview|to see|to talk|chat|interview|office|talk|
            tea|coffee|look around|trial)
        (would|will) (like|love) (you)? to (interview|meet) you
        (want|wants|wanted|keen|hoping|eager|happy|glad|pleased|excited|looking|like|love) to (interview|meet|see|talk to|
            talk with|speak to|speak with|chat with|sit down with|host|visit with|get to know|learn more about|connect with|
            hear more about|find out more about) (you|your)
        (want|wants|wanted|keen|hoping|eager|happy|glad|pleased|excited|looking|like|love) to (have a chat|have a call|
            have you in|have a conversation|set up|arrange|schedule|line up|organize) .. (you|time|call|chat|interview|
            conversation|meeting|phone|half hour)?
        (next|first) (step|stage|round) .. (is|will be|would be) .. {talk}
        (like|love|delighted|thrilled) .. to .. (schedule|arrange|set up|organize|book|find a time|find some time|line up|fix|
            get|plan|coordinate) .. {interview}
        (like|love|delighted|thrilled) (you)? to .. (meet|speak|talk|chat|connect|learn more|hear more|get to know|visit|
            discuss|interview|sit down|hop on|jump on|have a (chat|call|talk|word|conversation|quick|look)|find out more|grab|
            see you|bring you (in|back|out|over|up|down)|invite|walk|arrange|host|get you in|put you)
        (schedule|arrange|set up|organize|book|line up|fix up|get .. on the|put .. on the) (a|an|your|some|the|our|that|this|
            another) .. (interview|call|chat|conversation|meeting|screen|time|intro|session|video|phone|calendar|books|diary)
        (we|i|he|she|they|partner|manager|director|mr|ms|mrs|dr) .. would (be)? (pleased|happy|delighted|glad|like|
            love) to (meet|see|talk|speak|interview) (with)? you
        (we|i) .. would .. (interview|meet|host) you
        (get|getting|put|putting) you (talking|speaking|in front|connected|on the phone|set up|in touch|together|booked) (to|
            with|of)?
        (they|he|she|client|team|manager|director|employer|committee|panel|doctor|chef|principal|board) .. (want|wants|
            would like|would love|wishes|wish|keen|asked|hope|hopes) to (see|meet|interview|talk to|speak to|speak with|
            talk with) (with)? you
        (hear|see) you (give|present|teach|speak|in action)
        (like|want|love) a (word|chat|moment|conversation) with you
        worth meeting
        (request|requested|require) your (presence|attendance|company)
        (invite|invited|inviting|invitation) .. to .. (assessment|selection|open) (centre|center|day)
        (come|pop|drop|call|stop) (in|by|over) .. to meet (us|the two|our|me|with|everyone)
        through to the (next|second|final|interview) .. (stage|round)?
        you (are|have got|have made it|made it) through
        (hope|like|able|welcome|pleased|ask) .. you .. (attend|come to|come along|visit) .. (selection|interview|assessment|
            us|our|on|for)
        (like|want|wants|invite) .. you to (visit|come|meet|speak|attend|join us for|talk)
        mutually convenient
        (like|love|want|wish|wants|keen|hoping) (to|for) (conduct|hold|have|do|organize) (a|an) .. (interview|conversation|
            call|chat|talk|meeting|yarn|natter|visio|screen)
        (like|likes|wants|would like) (a|an) .. (initial|first|second|final|quick|short|further|follow up)? (meeting|
            interview|chat|conversation|call|screen|natter|yarn)
        (made|make|making) the cut
        shortleeted
        (next|following) (conversation|interview|call|chat) is .. (with|discussion|technical|interview|minute)
        """,
        unless="""
        (selected|shortlisted|those|only|successful|some|qualified|suitable) (candidates|applicants)
        (candidates|applicants) (who|whose|that|will|selected)
        (will|may|shall) be (invited|contacted|called|asked)
        (invitation|invited|invite) .. (complete|test|assessment|challenge|sign|review|document)
        (demo|webinar|podcast|survey|admission|admissions|client meeting|conference|open house|workshop|newsletter)
        (product|software|live|our|a|free|research|pilot|this|the|clinical|user) (demo|study|survey|class|course|trial of)
        (sent|updated|updating|sending|send) .. (invite|invitation)
        not .. (selected|shortlisted|invite|inviting|be|go|move|progress)
        no longer
        still (like|want|wants|keen|love|wanted|hope) to
        (if|should|whenever|in case) you (would like|ever|should|want|wish)
        (another|a new|a different|some other) (time|date|day|slot)
        {day_and_hour}
        (offer|contract|start date|your first day|join the team|join us on|welcome you|congratulate)
        (cancel|cancelled|postponed|postpone|call off|reschedule)
        (complete|take|sit|taking|completing) .. (test|assessment|exercise|questionnaire|quiz|challenge|screening|tryout)
        what it is like|other roles|future (roles|openings|opportunities)
        (thank|thanks) .. (meet|meeting|coming|interviewing)
        """,
        implies=0.3,
    ),
    rule(
        _KIND,
        "selected_for_interview",
        2.2,
        """
        (selected|shortlisted|short listed|chosen|picked) .. (for|to) .. (interview|phone|interviews|next|round|stage|
            shortlist|meet|talk|take part|speak)
        (shortlisted|short listed) for (the|our|this) (post|role|position|job|vacancy|interview)
        """,
        unless="""
        (candidates|applicants) (who|whose|that|will|selected)
        (will|may|shall|might|to) be (invited|contacted|called|asked|shortlisted|selected)
        not .. (selected|shortlisted|chosen)
        (if|once|when|should) (you|your|we)
        """,
    ),
    rule(
        _KIND,
        "asks_availability",
        2.5,
        """
        (let|tell|send|share|give|provide|advise|indicate|state|reply|drop|email|shoot|suggest|propose|confirm|inform|sending|
            sharing|fill|mention|text|need|know|list|submit|enter|note|update|specify|request|fire|ping|lob|throw|message|
            whatsapp|intimate|revert|get back|respond) .. (availability|availabilities|times|slots|windows|dates|
            suitable time|convenient time|suitable date|convenient date|free times|time slots|timeslots|what suits|
            which suits|what works|whichever works|whatever works|best time|best times|days and times|good time|good times|
            preferred slot|preferred slots|preferred time|preferred times|preferred date|preferred schedule|options|
            dates and times|time and date)
        (let|tell|advise|indicate|inform) .. (me|us|know|by return) .. (when|if|whether|what|which|days|times) .. (are|you|
            you are|would) (free|available|around|about|in town)
        let (me|us) know (if|whether) {when} .. (works|suits|is|would|fits)
        (let|tell|advise|indicate|inform|say|specify) .. (me|us|know|by return) .. (which|what|when|whether|if) .. (suit|
            suits|suited|work|works|prefer|free|available|best|convenient|good|possible|ok|okay|manage|come|do|make|meet|
            attend|able) .. (you|for|to|us|one|best|me|in|it|on|that|this|day|{moment})?
        (kindly|please|pls) .. (advise|confirm|let us know|inform|indicate|revert|tell) .. (if|whether|which|what) .. (suit|
            suits|convenient|works|work|ok|okay|possible|available|good|able|prefer)
        (your|you) .. availability (for|next|this|over|in|on|during|to|tomorrow|and)
        (what|which|when|whenever) .. (suits|suit|works|work|best|good|convenient|free|available|easiest) .. (you|your|best|
            next|this|for|week)
        (when|what time|what day|what days|what times|which day|which time|which date|how soon) .. (are|is|would|can|could|
            might|do|will|works|work) .. (you|your) .. (free|available|talk|meet|speak|chat|come|around|like|have|suit|work|
            prefer|time|best|make it|do a|reach|call)
        (throw|fire|ping|lob|chuck) (us|me) .. (options|times|dates|days)
        (how|what) (does|do|is|are|would) .. (your|you|next|this|the) .. (calendar|schedule|week|diary|availability|look|
            looking|around|free|available)
        kindly confirm your availability
        (may|can|could) (i|we) (know|have|get|ask) (your|for your|you for) .. (availability|available|convenient|preferred|
            preferences|slots|timings|time)
        (which|what) (day|days|time|times|date|slot|hour) (suit|suits|works|work|is best|are best|is good|would suit|
            would work|fits|best)
        whenever (works|suits|is good|is best)
        (time|hour|day|slot|date) (you would like|you prefer|that suits|which suits|best for you|convenient to you|
            convenient for you)
        (whether|if) you (could|can|might|would be able to) (come|meet|attend|visit|make|join)
        (say|tell) which
        (which|what) one can you
        (find|pick|agree|fix|choose|work out|sort out) a .. (time|day|date|slot) (that|which|to|when|for|suits|works|next|
            this|convenient|together)
        """,
        unless="""
        demo|webinar|delivery
        (new|another|alternative|different|fresh|other|more) (time|date|day|slot|times|dates|slots|windows|options)
        (about a time|time when you|time frame|times of|preferences|appointment times|study support|start|starting|start date|
            join|joining|offer|salary|accept|question|questions|other roles|number|documents|references|bank|medical|
            job alert|alerts|cookie)
        (work for|works for|work with|work at|work in|working) (us|our|the|a)
        (test|assessment|exercise|challenge|questionnaire|quiz)
        (thank you|thanks) for (sharing|submitting|sending|providing|giving|letting)
        if you (would|do) (like|prefer|rather|not)
        """,
        hypothetical=False,
    ),
    rule(
        _KIND,
        "asks_free",
        2.3,
        """
        (could|can|would|will) you (pop|come|drop|stop|swing|call) (in|by|over|round|into|to) .. (day|week|time|morning|
            afternoon|soon|{day})
        would you be (free|available|around|about|able) .. ({moment}|some|sometime|next|this|for|to|on|at|any|in the|tomorrow|
            early|late)
        (would|does|is|will|could) ({hour}|{moment}) .. (ok|okay|work|suit|good|alright|all right|possible|convenient|
            any good|fine|do)
        have you got .. (minutes|time|half an hour|a moment|an hour)
        shall we (talk|speak|chat|meet|have a|find|set|say|grab)
        (mind|fancy) giving (me|us) a (ring|call|shout|bell)
        (would|does|do|could|can|will|might|shall) .. {when} .. (work|suit|be|do|sound|fit|possible|ok|okay|convenient|good)
        would .. (morning|afternoon|evening|lunchtime) .. (suit|work|be)
        (which|what) (one|day|time|date|of those) can you (do|make|manage)
        (how about|what about|how is|how does|how would|shall we say) .. ({day}|{clock}|this week|next week|sometime)
        are you .. (free|available|around|able|reachable|in town|up) .. (on|this|next|to|at|for|tomorrow|today|later|sometime|
            any|between|{day})
        (are|is|would|will) you .. (free|available) .. (call|chat|talk|speak|interview|meet|meeting|conversation|quick|{day})
        (do|would|might) you have .. (time|minutes|availability|half an hour|half hour|moment|window|slot|hour|space|an hour)
        (free|available) (to|for) .. (chat|talk|speak|meet|hop|jump|discuss|interview|come|visit|call)
        (can|could|may|shall|might) (you|we) .. (meet|speak|talk|chat|come|hop|jump|connect|interview|find a time|call|manage|
            do|make) ... ({day}|{clock}|this week|next week|sometime|tomorrow|early|later|soon|any|either|for an interview|
            half an hour)
        (able|possible|convenient|manage) .. to (attend|come|join|make|meet|speak|talk) .. {when}
        (fancy|up for|keen on|care for) .. (coming|a chat|a call|meeting|a coffee|a cup|popping|talking|quick)
        """,
        mood=Mood.QUESTION,
        unless="""
        demo|webinar
        (new|another|alternative) (time|date)
        (start|starting|join|onboarding|offer|test|assessment|by {day}|contract|travel to|travel for|relocate)
        """,
    ),
    rule(
        _KIND,
        "choose_a_slot",
        2.5,
        """
        (book|pick|choose|select|grab|reserve|claim|find|secure|snag|block) (a|an|your|any|one|some|whichever|the|from|time|
            30|15|20|45|yourself|out) .. (time|slot|times|slots|half hour|date|appointment|hour|minutes|window|calendar|spot|
            day|options|interview)
        (book|schedule|pick|choose|select|grab) .. (time|interview|call|slot|yourself|directly|straight|chat|conversation|
            meeting|screen) .. (using|via|through|on|with|in|at|from|by clicking|here|below|that) .. (my|our|the|this|link|
            calendar|below|page|portal|works|scheduler|suits|following|url:*)
        (use|click|follow|via) .. (link|button|calendar|scheduler|page|below) .. (to|and) .. (schedule|book|choose|pick|
            select|find|reserve|sign up|arrange|self schedule|confirm|set up)
        (schedule|book) your (interview|call|phone|conversation|chat|screen|visit|first|intro)
        (self schedule|scheduling link|booking link|calendar link|booking page|my calendar|my calendly|our calendly|
            schedule here|book here)
        (following|available|open|below|these|possible|free|proposed|suggested|remaining) (interview)? (slots|times|dates|
            time slots|timeslots|windows|appointments|time)
        (couple of|couple|few|two|three|four|some|several|2|3) (slots|times|dates|windows|time slots|days and times) .. (that|
            which|when|for|suit|suits|work|works|you are|you could|you can|next|this week|between|over the|later this)
        (following|available|open) (interview)? (options|days|openings)
        (which|whichever|any|one) of (these|those|the following|the above|them|the slots|the times|the options|the dates|
            them) .. (suit|suits|work|works|prefer|best|convenient|you prefer|you would|good for|you can)
        (host|offer|see|do|meet|interview|manage|accommodate|speak|talk|have) .. (you|on)? .. ({day}|{clock}) or {day}
        ({day}|{clock}) .. or .. ({day}|{clock})
        either {day}
        (complete|fill|vote|open|mark|answer|use|enter|click|send|sent|sending) .. (doodle|poll|when2meet|rallly)
        doodle (poll|link)
        let .. know .. which .. (time|date|day|slot|option|one) .. (prefer|suit*|work*|best|you|convenient)
        first come first served
        (choose|pick) (whatever|whichever|what|any) .. (works|suits|best)
        (first|1st) and (second|2nd) (choice|choices|preference|preferences)
        (first|second|third|top|order of) (choice|preference) .. (day|slot|time|date|interview|reply|email|times)
        (allocate|allocated|assign|assigned|given out|filled) .. (slot|slots|time|times|in) .. (order|replies|first come|
            strictly|rank)
        either (of)? (those|these|one) .. (good|work|works|suit|any|ok)
        (is|are|am) free .. {day} .. (or|and) .. ({day}|{clock}|after|before|morning|afternoon)
        (reply|respond|text back) (yes|with) .. (number of|day|time|choice|slot|1|date)
        (confirm|tell|advise) .. which (date|day|time|slot|one)
        day (that|which) suits you
        """,
        unless="""
        (if|should) you .. (change|reschedule|cancel)
        (choose|find|pick|select|book) (a|an)? (new|another|different)
        class|seat|vaccin*
        (change|cancel|edit|reschedule) .. (booking|appointment|your)
        (decision|answer|hear|know more|latest|offer|contract|start|starting|job offer|welcome|by {day}|before {day}|deadline|
            exam|test|assessment)
        (new|another|fresh|different) (time|slot|date)
        (role|job|vacancy|opening) .. (suit|suits|fit|fits|interest*)
        """,
        hypothetical=True,
    ),
    rule(
        _KIND,
        "booking_link",
        1.6,
        """
        (url:calendly.com|url:cal.com|url:savvycal.com|url:calendar.app.google|url:hubspot.com|url:meetings.hubspot.com|
            url:doodle.com|url:app.goodtime.io|url:goodtime.io|url:modernloop.io|url:youcanbook.me|url:acuityscheduling.com|
            url:outlook.office365.com|url:zcal.co|url:tidycal.com|url:book.ms|url:koalendar.com|url:chilipiper.com)
        (url:book*|url:schedul*) ..
        calendly link
        """,
        unless="(cancellations|reschedulings|cancel|reschedule)",
    ),
    rule(
        _KIND,
        "next_round",
        1.0,
        """
        (next|second|third|final|first|further|another|2nd|3rd|last) (round|stage|step|steps|interview|phase|conversation|
            level)
        (congratulations|congrats|great news|good news|happy to|pleased to|excited to|glad to)
        (impressed|enjoyed|liked|loved|caught our) .. (application|resume|cv|profile|background|letter|documents|portfolio|
            read|saw|work|conversation|meeting|eye|talking|speaking|chatting)
        (initial|introductory|intro|first|brief|short|quick|exploratory|informal|phone) (call|chat|conversation|interview|
            screen|discussion|meeting)
        """,
        unless="not|unsuccessful|candidates (who|whose)",
    ),
    *invitation_open.RULES,
)
