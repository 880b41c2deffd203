"""An interview asked for in other words: who should call, come by or name a day, and who would like to meet whom.

"When could you get away?", "come see me at the yard and we'll talk", "ring Mrs. Tuttle to arrange an hour". No time stands yet;
a day with its hour in the same sentence mostly means that one does.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_INVITATION

_NOT_ABOUT_MEETING = """
        (start|starting|join the|onboarding|begin work|offer|contract|salary|notice period|references|relocate)
        (test|assessment|exercise|questionnaire|quiz|challenge|submission|deadline)
        (new|another|different|alternative|fresh|other) (time|date|day|slot|times|dates|slots)
        (reschedule|rescheduled|postpone|cancelled|instead)
        (demo|webinar|podcast|survey|newsletter|event|workshop)
        (feedback|other roles|future|keep in touch|stay in touch)
"""

RULES = (
    rule(
        _KIND,
        "when_can_you",
        2.5,
        """
        (when|which day|which days|what day|what days|what time|what times|which evening|what evening|which morning|
            what evenings|which dates|what dates|which date|which afternoon|how early|how late|how soon) .. (can|could|would|
            are|do|might|will|is|suits|works) (you|u|best|good|easiest|convenient) .. (come|do|meet|get|make|talk|swing|free|
            off|around|available|visit|stop|pop|drop|manage|speak|this week|next week|week|here|town|away|chat|be|over|
            for you|yarn)
        (when|what day|what days|which days|what time|which day) (you|u|ya|are you|r u) .. (free|available|off|around|about|
            good|chanced|in|working)
        (which|what) (days|day|evenings|times|shifts|sundays|saturdays) .. (next week|this week|this month|you chanced|
            chanced|you could|you can|of next week|are you on|are you off)
        (when|what time) (can|could) you (do|make|manage|meet|talk|come|this week|next week)
        (how|where) (are|is) (you|your) .. (fixed|placed|set|sitting|looking|week|diary|calendar) .. ({moment}|next|this|for|
            the)
        what works .. (you|{moment}|next week|this week|with|best|on your|at your)
        (you pick|your pick|you choose|take your pick|name a day|name your day|name a time|name the day|pick a day|
            pick your day|pick any|dealer)
        (would|does|do|will|could|are|is) .. (following|one of these|either|any of these|any of those|one of those) .. (suit|
            suitable|convenient|work|ok|okay|good|possible|do|you)
        (would|could|can|might) (the three of us|the two of us|we|you and i|us) .. (talk|meet|speak|chat|zoom|skype|call|
            have a (chat|call|word|talk))
        (can|could|shall) we (skype|zoom|facetime|talk|speak|chat|meet|jump on|hop on)
        (would|could|will|can) .. (be able to|be free to|manage to) (see|meet|talk|speak|interview|chat) .. (you|with)
        (any chance|would it be possible|is it possible|possible for you|would you want|would you be so|
            could you see your way|would you care|care to|wondering if you|wonder if you|would you consider|would you mind|
            might you|would you be willing|would you be open|would you be up) .. (come|coming|meet|meeting|talk|talking|speak|
            speaking|chat|chatting|pop|popping|stop|visit|visiting|call|see|telephone|sending|giving|swing|hop|jump)
        (can|could|will|would) you .. (come|get|swing|drop|pop|stop|make it|nip) (and|in|by|over|to|round|up|down|out|along|
            past|one|around|for|see) .. (see|meet|week|day|interview|chat|talk|look|time|plant|office|shop|yarn|visit|evening|
            morning|afternoon|someday|soon|trial)
        any (evening|morning|afternoon|day|time|weekday|lunchtime) .. (but|except|suit|work|good|next week|this week|you)
        """,
        mood=Mood.QUESTION,
        unless=_NOT_ABOUT_MEETING + "(do it|complete|finish|let me know) by",
        implies=0.2,
    ),
    rule(
        _KIND,
        "call_to_fix",
        2.4,
        """
        (call|phone|telephone|ring|text|holler|contact|email|message|whatsapp|drop me a line|give us a ring|give me a ring|
            give me a call|give us a call|buzz|bell|shout|write to) ... (to|and|so|so that|so we can) .. (arrange|agree|fix|
            sort|set up|set something up|set it up|schedule|find|line up|line something up|figure out|work out|get you on|
            get on the|organize|settle|book|make) .. (time|date|day|hour|appointment|interview|something|slot|calendar|visit|
            meeting|chat|convenient|it|up|your|a|an)
        (call|phone|telephone|ring|contact|text) .. (for|about) (fixing|scheduling|arranging|booking|an appointment|a time|
            an interview|interview)
        (set something up|set a time up|sort something out|arrange something|fix something up|get something set up|
            get something in the diary|put something in the diary|line something up|get a time|work something out|find a time|
            find some time|get something on|get you on the schedule|get you on the calendar|get you in the diary)
        (call|text|ring|phone|holler at|message) me .. (with whatever works|what works|so we can (talk|meet|set|find|arrange)|
            and we will (set|find|arrange|sort|fix|get you in))
        (set up|setup|arrange) (a|an|your|the)? (interview|meeting|call|time|chat|date) .. (call|email|reply|contact|phone|
            with me|with us|with you)
        """,
        unless=_NOT_ABOUT_MEETING
        + """
        (if|should) you (have|need|want|can not|wish|get|are)
        (questions|queries|lost|late|running|problem|news|answer|decision|update|hear|when i know)
        (i|we|he|she|they) (will|shall) (call|ring|phone|be in touch|contact|email)
        {day_and_hour}
        """,
        implies=0.1,
    ),
    rule(
        _KIND,
        "come_and_talk",
        2.4,
        """
        (come|pop|drop|stop|swing|nip|call|walk|stroll) (and|on)? (in|by|over|round|past|down|out|through|up|along|
            on in)? (and|to)? (see|meet|say hello|say hi|have a chat|chat|talk|have a look|look around|sit down|interview|
            natter|visit|have a natter|have a yarn|introduce) .. (me|us|with|you|around|the|him|her|our|site|place|at)
        (come|pop|drop|stop|swing) (in|by|over|round|past|down|out|along|to) .. (sometime|some time|any time|anytime|any day|
            any morning|any afternoon|any evening|one day|one evening|this week|next week|when you|whenever|during|before|
            after|between|day|week|soon)
        (come|walk) (in|by|over)? .. (any day|any morning|any weekday|any time|anytime|monday to|mon to|between monday)
        (walk in|walk ins|walkin) .. (interview|between|any day|from|monday|drive)
        and we (will|can|could|shall) (talk|chat|have a chat|have a talk|sit down|meet|have a coffee|have a natter|
            have a yarn|set something up|sort something out)
        (come|drive|fly) (out|up|down|over|by) .. (and|to) (see|meet|tour|walk|visit|look at) .. (us|the|our|plant|shop|yard|
            place|office|lab|site)
        (sit down|sitdown|get together|face to face) with (you|me|us)
        (make|making) your acquaintance
        walk (the|our) (floor|plant|site|shop|line|store|ward|grounds) with (you|me|us)
        (hear|hearing) more (about you|from you) (in person|face to face|over|on the phone|by phone)
        """,
        unless=_NOT_ABOUT_MEETING
        + """
        {day_and_hour}
        not .. (come|pop|drop|walk|stop)
        (thank|thanks|enjoyed|great|good|nice|pleasure|lovely) .. (coming|meeting|meet|see|seeing|to sit|stopping|having you)
        (collect|pick up|sign|uniform|paperwork|forms|keys|badge|drop off)
        (hear|see) you (yourself|have|had|are|were|at|on|in|next|then|again|soon|there|tomorrow|all|both|guys|around|round)
        """,
        implies=0.1,
    ),
    rule(
        _KIND,
        "wants_to_meet",
        2.4,
        """
        (wishes|wish|requested|requests|keen|want|wants|would like|like|hope|hopes|intend|intends|propose|proposes|plans|
            eager|asking|asks|asked|love|delighted|pleased|happy) (to|for|an|that we)? (interview|speak with|talk with|
            meet with|sit down with|meet up with|catch up with|have an interview with) .. you
        (requested|requesting|requests|wants|want|asked for|would like|keen on) (an|a|to) (interview|meeting|chat|call|
            conversation|f2f|first round|second round) .. (with you|you)
        (they are|client is|manager is|he is|she is|team is|director is|very) keen to (interview|meet|see|speak|talk)
        (next up|next step|next stage|next thing|next) is (a|an|the|our|your) .. (call|chat|interview|conversation|meeting|
            phone|video|screen)
        (panel|next|second|final|technical|first|last|team) (stage|round|step) .. (consists of|is a|involves|will be a|
            would be a) .. (conversation|conversations|interview|interviews|call|calls|chat|meeting|meetings|minute|hour|
            panel)
        (proposing|propose|proposes|suggest|suggesting|suggests|offering|offer) .. (following|these|discussion|meeting|
            interview|call|talk|chat|visit|visio) .. (dates|times|slots|with|in|on|for|next|this|by)
        (cv|resume|profile|bio data|biodata|application) (is|has been|got|was|have been|has got|stands) (been)? (shortlisted|
            short listed|selected|picked|longlisted|chosen) .. (by|for|and|in|to)?
        (move|moved|promoted|advanced|progressed) .. to the stage .. interview
        (before|first) (we|i|anything) .. (formal|decide|go further|commit) .. (talk|meet|chat|call)
        (interview|interviews|conversations) (with|for) .. (seeing|meeting) .. people
        you (are|have been|were) .. (shortlisted|short listed|longlisted|selected for interview|selected to interview)
        """,
        unless=_NOT_ABOUT_MEETING
        + """
        (if|should|once|when) (your|you|we|the|it)
        (only|those) .. (shortlisted|selected|candidates|applicants)
        (will|shall|may|might|to) be (shortlisted|contacted|selected|invited)
        not (been)? .. (shortlisted|selected)
        {day_and_hour}
        (thank|thanks|enjoyed) .. (interview|meeting|talking|speaking)
        still (keen|want|wants|like|hope)
        """,
        implies=0.2,
    ),
    rule(
        _KIND,
        "mark_your_times",
        2.4,
        """
        (enter|mark|indicate|fill|put|tick|choose|list|state|highlight|circle|select|add|write|note) .. (half days|blocks|
            slots|slot|times|dates|term|grid|sheet|availability|preferred|days|session|boxes) .. (you|which|that|when|below|
            from|against|at url:*|on which|convenient|fits|suit|suits|could|can|in the)
        (mark|choose|pick|select) (a|one|your) (term|slot|date|time|appointment|session|moment)
        (you|u) (choose|pick|select|may choose|can choose|can pick) (the|a|any|your|whichever|what) (moment|time|day|date|
            slot|one|hour)
        (would you mind|mind|do you mind) (sending|giving|sharing|letting|telling|dropping) .. (times|availability|slots|
            options|dates|days|know)
        (send|give|drop|shoot|fire|lob|text|whatsapp|email|ping) (me|us|over|through)? .. (few|couple of|couple|two or three|
            three or four|2 3|2 to 3|three|two|some|your|preferred|best) .. (options|availability|dates|times|slots|schedule|
            days|windows|convenient)
        (request you|kindly|please|pls) (to)? .. (share|provide|send|give|advise|confirm|indicate|inform) .. (slots|
            availability|convenient|dates|preferred|time slots|which date|which day|which slot)
        (which|what) (date|day|slot|time) is (convenient|suitable|best|good|ok|preferred|preferable)
        (kindly|please) (inform|advise|confirm|tell) .. (which|what) (date|day|slot|time)
        (alternatively|or else|otherwise|if not) .. (give|send|suggest|propose|let|offer) .. (me|us|know|options|other|three|
            another|some)
        (hold|holding|keep|keeping) (both|all three|the slots|these slots|these times) (until|till|for)
        (best|good|better) (after|before|between|from) {hour}
        """,
        unless=_NOT_ABOUT_MEETING
        + """
        (away|leave|holiday|vacation|out of|training|induction|orientation|questions|decision|answer)
        {day_and_hour}
        (sent|thank|thanks)
        """,
        implies=0.1,
    ),
    rule(
        _KIND,
        "pick_again",
        2.0,
        """
        (missed you|missed your interview|tried calling you|tried to call you|did not come|did not attend|did not join|
            no record of your|were due to attend|no show|you were unattended|are unattended) ..
        (pick|choose|select|book|send|propose|suggest|grab) .. (a)? new .. (time|slot|date|schedule) .. (for|using|below|here|
            so that|url:*|via|with)
        (still (like|interested|wish|want|keen) .. (considered|interview|position|role|proceed|come))
        (propose|proposed|proposes) a new time
        """,
        unless="(if you (need|want|can not|have)|cancelled|unfortunately|sorry)",
        implies=0.1,
    ),
    rule(
        _KIND,
        "any_time",
        1.4,
        """
        any time (after|before|between|from|that|on|next|this)
        anytime (after|before|between|from|on|next|this)
        (working hours|office hours|business hours|any working day)
        (mornings|afternoons|evenings) (are|work|is|suit|best|would)
        (i am|i will be|he is|she is|he will be|we are|he is mostly|she is mostly|am) (usually|mostly|generally)? (free|
            around|here|in|there|open|available) .. (any|most|every|all|until|til|till|after|before|from|between|monday|
            tuesday|wednesday|thursday|friday|mornings|afternoons|m f|evenings|week|except)
        (call|text|ring|phone|message) me .. (when you|anytime|any time|any day|before|after|between|whenever|tonight)
        (still|also) (want|wants|keen|like|love|hoping) to (see|meet|interview|talk) .. you
        worth (a call|a chat|meeting|talking)
        """,
    ),
)
