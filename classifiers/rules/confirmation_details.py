"""What goes with a fixed interview: whom to ask for, what to bring, how to dial in, the plan of the day, the calendar entry."""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.rule import Mood, rule

_KIND = MessageKind.INTERVIEW_CONFIRMATION

RULES = (
    rule(
        _KIND,
        "details_of_it",
        2.2,
        """
        (here|below|find|attached|following|these) .. (details|agenda|itinerary|schedule|logistics|joining instructions|
            directions|particulars|information|plan|line up|lineup|running order|program|timetable|run of show) .. (for|of|
            about|on|your) .. (interview|onsite|visit|conversation|call|day|meeting|panel|{day}|{interview})
        (agenda|itinerary|schedule|line up|lineup|logistics|joining instructions|interview guide|prep|format|program|
            timetable|running order) (for|of) (your|the|our) .. (interview|onsite|visit|conversation|call|day|meeting|panel|
            loop|{day}|virtual)
        (final|full|your|detailed|draft|provisional|revised|updated) (schedule|itinerary|agenda|timetable|running order|
            program) (for|of|is|below|will be|follows|on|attached)
        (final|full|updated) plan for (your|the) (visit|interview|day|interviews)
        (forwarding|sending|here is|attached is|find attached|find hereafter|find below|find enclosed) .. (itinerary|program|
            agenda|timetable|schedule|running order|joining instructions)
        your (itinerary|timetable|running order|agenda)
        joining instructions
        (excited|happy|pleased|delighted|glad|looking forward) to (have|host|having|hosting|welcome|welcoming) you .. (onsite|
            on site|virtual|visit|interview|{day}|for your)
        (you will be|you will get) (picked up|met|collected|greeted) .. (by|at|from)
        """,
        unless="""
        (test|assessment|challenge|exercise|questionnaire|task|quiz|webinar|salary|offer|benefits|orientation|onboarding|
            start date|first day)
        (would|could|can) (you|we) .. (meet|speak|talk|chat)
        (select|choose|pick|book|click|schedule a|available times)
        """,
    ),
    rule(
        _KIND,
        "how_to_get_in",
        2.0,
        """
        (ask for|report to) ..
        (check in with|check in at|sign in at|register at|come to|go to|head to|use|enter by|enter through|
            ring) .. (reception|front desk|gate|main lobby|security|desk|lobby|entrance|concierge|side door|north door|
            alley door|back door|stage door|guard shack|buzzer|intercom|bell|main door|guardhouse)
        (join|joining|dial|connect|log in|log on) .. (link|meeting|teams|zoom|meet|webex|by|from|url:*|using|via)
        (meeting id|passcode|dial in|zoom link|teams link|meet link|google meet|join zoom|microsoft teams|meeting link|
            joining link|video conference|conference bridge|bridge number|dial in details|meeting url)
        (will|shall) (call|ring|phone|dial|whatsapp|skype) (you|you up)? .. (at|on) .. (number|ending|cell|mobile|landline|
            {hour}|extension|phone)
        call comes from
        stay by (your|the) phone
        """,
        unless="""
        (test|assessment|challenge|exercise|questionnaire|task|quiz|webinar|job alert|community|network|newsletter)
        ask for (your|a|an|the|more|feedback|any|patience|time|help|it|advice|references|their|our|that|this|understanding|
            some)
        report to (the (head|director|manager|vp|chief)|a|an|dr)
        (will send|shall send|send you|sending) .. (link|invite|invitation|details)
        (link|details) (will|to) (be|follow)
        if .. (works|suits|you are)
        """,
        mood=Mood.STATEMENT,
    ),
    rule(
        _KIND,
        "practicalities",
        1.5,
        """
        (bring|bringing|carry|take) (along|with you)? (a|your|along|some|two|the|any|proof|original|originals|photo|
            government|valid|copies|knives) .. (id|photo|passport|certificates|certificate|resume|portfolio|identification|
            license|licence|documents|cv|copies|laptop|original|originals|diploma|references|photos|right to work|boots|card|
            knives|shoes|aadhaar|nric|iqama)
        (please|do|kindly|aim to|try to)? arrive .. (minutes|early|time|by|at|between)
        (park|parking) .. (in|at|on|lot|is|available|behind|street|visitor|free)
        (wear|wearing|dress) .. (shoes|shirt|trousers|black|smart|casual|neat|boots|scrubs|formal|formals|suit|business|
            comfortable|toes|attire|vis)
        (steel toes|hard hat|hi vis|smart dress|business attire|dress code|closed toe|closed toed|photo id|visitor badge|
            visitor parking|sat nav|satnav)
        (you will|you are going to) (be)? .. (meet|meeting|speak|speaking|talk|talking|interview|interviewing|interviewed|
            chat|chatting|seeing|joined|greeted|met|cook|present|give) .. (with|by|to)
        (same|the) (link|place|time|room) (as|is|works|will)
        (video link|teams invite|zoom invite)
        (travel expenses|travel costs|fare|mileage|ticket|flight|hotel|cab) .. (reimbursed|refunded|attached|booked|covered|
            paid|reimburse|arranged)
        keep (your|the) (phone|line|mobile|cell) .. (on|free|charged|loud|close|handy)
        (contact|call|text|phone|ring) (me|us|reception|my mobile|my cell|the office) .. (lost|running late|stuck|delayed|
            trouble|on the day|any probs|problem)
        """,
        unless="""
        (test|assessment|challenge|exercise|questionnaire|task|quiz|webinar)
        (meeting|meet) .. (other|more|another) (candidates|people)
        """,
    ),
    rule(
        _KIND,
        "duration",
        0.7,
        """
        (plan on|should take|will take|lasts|will last|allow|takes|budget|set aside|expect it|duration|length) .. (minutes|
            min|mins|hour|hours|half)
        """,
        unless="(test|assessment|challenge|exercise|questionnaire|task|quiz|webinar|survey)",
    ),
    rule(
        _KIND,
        "invite_sent",
        1.6,
        """
        (new|updated|revised) (invite|invitation)
        (calendar|meeting|zoom|teams|outlook|google)? (invite|invitation|hold|link|event|placeholder) .. (sent|on its way|
            follow|follows|shortly|coming|updated|sending|just went|in your inbox|attached|should have|to come|arrive|
            been updated|below|comes)
        (sent|sending|updated|resend|resent|update) (you|over|across|out)? (a|an|the|your|our|you)? .. (calendar|meeting|zoom|
            teams|invite|invitation|ics|hold|dial in)
        (send|forward|shoot|ping) (you|over|across|out)? (a|an|the|your|our|you)? .. (calendar|meeting|zoom|teams|invite|
            invitation|link|ics|hold|dial in)
        (in|on) the (invite|invitation|cal invite|calendar invite|cal thing)
        (put|added|popped|dropped|stuck|placed|entered) (it|this|that|something|a hold|an invite) .. (in|on|to|
            into) .. (calendar|diary|calendars)
        """,
        unless="""
        (once|when|if|after) (you|we|i) .. (pick*|choose*|know|let|reply|have|hear|get)
        (assessment|test|quiz|webinar)
        """,
        mood=Mood.STATEMENT,
    ),
)
