"""An interview called off without the word: it does not happen, somebody cannot be there, the reader need not come.

"Tomorrow's a no go", "the interview stands postponed", "do not travel". These sentences say less outright than those of
`cancellation`, and more of them are about one thing only: an appointment that was fixed and is not to be.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_CANCELLED

RULES = (
    rule(
        _KIND,
        "not_taking_place",
        2.9,
        """
        {occasion} ... (will|can|does|is|are|could|shall|would|am|do) (unfortunately|therefore|sadly|also)? not (now|
            be)? .. (take place|taking place|happen|happening|go ahead|going ahead|go forward|held|be possible|running|
            conducted|proceed|feasible|possible|going to happen|work out)
        {occasion} ... no longer (be)? .. (take place|taking place|happen|going ahead|go ahead|valid|stand|stands|possible|
            feasible|required|necessary|on)
        (will|can|are|is|am|could|would|shall) not (now)? (be)? (holding|conducting|running|doing|going ahead with|having|
            hosting|able to hold|able to conduct|proceed with|proceeding with|going forward with|go ahead with|
            go through with) .. ({occasion}|{moment})
        {moment} .. (is|are|was|will) (now)? not (be)? (happening|going to happen|happen|possible|feasible|going ahead|
            working out|going to work|going to be possible|to be)
        {occasion} ... (stands|stand|stood|standing|treated as|considered|declared|marked as) (cancelled|postponed|deferred|
            adjourned|withdrawn|void)
        (kept|keep|put|placed|held|hold|keeping|putting) .. {occasion} .. (in|on) (abeyance|hold|ice)
        {occasion} .. (in|into|under) abeyance
        {occasion} .. (is|are|was|were|been|being|got|gets|be) (now|all)? (off|pulled|scrapped|scrubbed|scratched|binned|
            nixed|axed|dropped|shelved|parked|withdrawn|released|suspended|deferred|adjourned|put off|put on hold|taken off|
            taken out|held over|stood down|put back|put on ice|rained off|snowed off|wiped out|knocked on the head|dead|
            in doubt|up in the air|toast|impossible|out of the question|on hold|given away|gone)
        {moment} (is|are|has|have|was) (been)? .. (off|a no go|no go|a non starter|scrapped|scrubbed|binned|shelved|
            out of the question|a wash|a bust|a write off|pulled|scratched|postponed|out for (him|her|us|me|them)|
            looking unlikely|impossible|dead in the water|been pulled)
        (no go|nogo|not a go|no dice|no can do) .. (today|tomorrow|{day}|with|for|on|now)
        {moment} .. (no go|nogo|no can do)
        (falls|fallen|fell|fall) (victim|through|by the wayside|apart)
        {occasion} .. (must|has to|have to|had to|will have to|needs to) .. (fall out|wait|be moved|be put off|be postponed|
            be rescheduled|be cancelled|be rearranged|be pushed|be deferred|be called off|be shelved|be scrapped|be rebooked|
            be re arranged)
        {moment} .. (must|has to|have to|had to|will have to|needs to) .. (wait|be moved|be put off|be postponed|
            be rescheduled|be cancelled|be rearranged|be pushed|be deferred|be called off)
        (there will|there can|there is going to) .. (be)? no .. (interview|interviews|meeting|tour|tours|call|visit|audition|
            talk|drive)
        (without|no) (interview|interviews|talk|meet|meeting|call|chat) .. (today|tomorrow|{day}|this afternoon|then)
        ^ not {moment} (like we|as we|any more|anymore|after all|sorry)
        ^ (so|sorry)? not {day} then
        not {day} (like|as) we (said|agreed|planned|arranged|discussed)
        (nothing|none|not) .. (been|yet)? (rebooked|rescheduled|re arranged|rearranged|re booked) (yet|for now|so far)?
        (new|next) (slot|time|date|appointment) (is)? (none|tbc|tbd|tba|pending|not yet|to follow|unknown|open|
            to be confirmed|to be advised|to be announced|to be arranged|to be set|to be scheduled|to be decided|
            to be notified)
        to be (scheduled|rescheduled) (reason|by|again|status|later)
        moved to status
        (slot|time|date|room|appointment|hour|place) .. (is no longer|are no longer|no longer) (valid|stand|stands|available|
            yours|holds|good|applicable)
        (slot|time|hour|appointment|booking|place|interview) .. (has been|have been|was|is|been) (now)? (released|freed|
            given back|given up|removed|voided|deleted|withdrawn)
        (given|gave|handed|release|releasing|released|freed|let go of) (up)? (your|the) .. (slot|hour|appointment|room)
        (asks|asked|wants|wishes|needs) .. to release (your|tomorrow|{moment}|the)
        (vanished|disappeared|removed|deleted|gone|erased|struck|wiped) from .. (calendar|calendars|diary|schedule|book|
            system)
        (take|taken|taking|took|remove|removed|removing|delete|deleted|drop|dropped|strike|struck|clear|cleared|pull|pulled|
            wipe|wiped|scratch|scratched|strip|erase) .. (off|from|out of) .. (calendar|calendars|diary|diaries|schedule|
            sheet|roster|books|book|agenda)
        (take|taking|took) off .. {occasion} .. from
        no (point|use|sense) .. (trialling|trialing|coming|meeting|you coming|driving|in you|interviewing)
        (forget|scratch|never mind) (about)? (today|tomorrow|{day}|our)
        (conversation|meeting|interview|talk|chat|call|appointment) .. (will have to|has to|must|is going to have to) (wait|
            keep)
        (became|become|becoming|becomes|grown|proving|is|are) .. (difficult|impossible) to (hold|have|conduct|do|meet|make|
            keep) .. ({occasion}|{moment})
        (so|hence|therefore|and|that) {moment} (is|has) (off|out|gone|no good|no use|over)
        (has|have|had) .. (pull|pulled|scratch|scratched|scrub|scrubbed|scrap|nix|nixed|axe|axed|bin|binned|flick|shelve|
            shelved|park|parked) .. ({occasion}|{moment})
        (going|have|had|need|got|forced|having) to (flick|scrub|scratch|ditch|drop|bin|skip|punt|nix|park|shelve|abandon|
            sit out|forgo|push off|blow off|wipe) .. (today|tomorrow|{moment}|{occasion}|this one|on this|our)
        """,
        mood=Mood.STATEMENT,
        unless="""
        off (sick|ill|work|with|site|campus|limits|street|record|peak|to)
        off the (record|shelf|job|payroll|back|market|top|cuff)
        (role|position|vacancy|post|job|application|applications|candidate|candidates|campaign|advert|offer) .. (is|are|was|
            been|has|stands|stand) .. (withdrawn|cancelled|closed|dropped|on hold|shelved|pulled|put on hold|released|
            suspended|deleted|removed|gone)
        (decision|offer|start|results|result|outcome|announcement|shortlist|answer|salary|budget|hiring|contract|vote)
        (if|when|unless|once) (the|your|you|we|it|this|an|no)
        (test|assessment|link|invitation) .. (no longer|expire*|not be possible)
        you (can not|do not|did not|will not|are not|may not|are no longer|no longer)
        (late|latecomers|without) .. not
        (recording|record|phones|parking|visitor|visitors|sign|waitlist|shortlist)
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "stay_home",
        2.5,
        """
        (do|please|kindly|should|must|to) not (now|therefore|try to|attempt to|bother to|bother|have to|need to|go to|try|
            set out to)? (come|come in|come out|come up|come over|come down|come to|come for|come on|come today|come tomorrow|
            come {day}|travel|drive|drive out|head in|head over|head out|set off|set out|leave home|make the trip|
            make the journey|make the drive|start out|attend|board|bother coming|trying to get|coming in|fly)
        (do|please|kindly) not (dial in|log in|log on|join the call|join the meeting|call in)
        dont (come|travel|head|drive)
        (stay|stop|remain) (home|at home|put|where you are|safe at home)
        save (yourself|you) (the|a) (trip|journey|drive|fare|train|petrol|gas|ticket)
        (no|not any) (need|point) (to|in|for you to) .. (come|coming|travel|travelling|traveling|dial|log|join|attend|turn up|
            be here|head|drive|driving)
        not .. need .. to (come|join|attend|travel|dial|drive) .. (in|tomorrow|today|{day}|the|over|on|now|any)?
        not .. needing you to (come|join|attend)
        (hope|trust|pray|hoping) .. (this|it|you) .. (not|have not|reaches you|finds you|catches you|get this|see this|
            gets to you) .. (yet)? .. (left|set off|set out|booked|bought|on your way|on the road|traveled|before you|leave|
            in time|in the car)
        (cancel|return|refund|rebook|change) .. (travel arrangements|your flight|your train|your hotel|your ticket|
            your tickets|any travel|your travel|bookings)
        not (showing|turning|dialing|dialling|calling) (up|in) (to|for|on|at)
        (go|head|turn) (back|home|around) .. (now|instead|please)
        """,
        mood=Mood.STATEMENT,
        unless="""
        to (schedule|book|apply|ask|collect|drop|hand)
        (symptoms|temperature|early|earlier|minutes|without|alone|before {clock}|be late|arrive late|vehicle|highway|by car|
            own car)
        (park|parking|gate|reception|entrance|bridge)
        (again|for three|for two)
        (need|have) not .. (attend|come) .. again
        """,
        negatable=False,
    ),
    rule(
        _KIND,
        "called_away",
        1.7,
        """
        (has|have|had|was|were|been|am|is|are|got|get|gets|being) (just|now|also|suddenly)? (been)? (called|pulled|dragged|
            summoned|drafted|roped|rushed) (away|to|into|in|out|off|onto|over|back|upstairs|down|for|at) .. (a|an|the|another|
            to|by|on|jury|court|site|denver|london|meeting|client|customer|emergency|hospital)?
        (can no longer|no longer able to|no longer free to|no longer available to) .. (attend|make|do|meet|see|join|speak|
            interview|be)
        (double booked|scheduling conflict|calendar conflict|diary clash|clash in|a clash|conflict on|a conflict)
        (off the road|out of action|not running|not flying|grounded|snowed in|flooded|flood in|locked out|on strike|
            without power|without water|power is out|network is down|systems are down|system is down)
        (all hands|all nighter|fire fighting|firefighting|firedrill|fire drill|production down|production issue|site is down|
            prod issue)
        (one man short|short staffed|short handed|skeleton crew|two down|on my own|down two)
        (missed|missing) (our|your|the) .. (call|interview|meeting|appointment)
        (can not|could not) (get to|reach|make it to|travel to)
        """,
        mood=Mood.STATEMENT,
        unless="(if|should) you|your application|(called|pulled|sent) (in|to|for) (interview|an interview|your)",
        negatable=False,
    ),
    rule(
        _KIND,
        "when_it_is_over",
        1.5,
        """
        (will|shall|let) .. (call|ring|text|message|holler|shout|msg|phone|write|email|ping|tell|let you know|be in touch|
            contact|sing out|resurface|come back) .. (when|once|as soon as|after) .. (i|we|he|she|they|it|is|are|open|back|
            know|have|storm|snow|when|get|see|his|her|my)
        (once|when|as soon as) (he|she|they|i|we) (is|are|am|get|gets|knows|know|returns|return|comes|come|has|have) .. (back|
            better|home|open|again|his|her|my|movements|schedule|well|feet|up)
        (try|do|aim) (again|it again) .. (next week|tomorrow|when|once|another|soon|in the|after)
        (pick|picking) (this|it|things) (back)? up (again)? (next|later|after|when|once|in|on)
        (after|until after|till after) (the)? (holidays|holiday|funeral|storm|strike|inventory|stocktake|thanksgiving|
            christmas|easter|new year|weekend)
        """,
        mood=Mood.STATEMENT,
        unless="(decision|outcome|result|results|decide|news|answer|feedback|heard|hear back|test|assessment|offer)",
    ),
)
