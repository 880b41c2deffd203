"""Word groups that many phrases share: `{name}` in a phrase stands for one of these."""

from __future__ import annotations

from classifiers.rules.phrase import Node, word_group
from classifiers.vocabulary import words

_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"
)

# Times are written as regular expressions: they hold digits.
_ONE_DAY = (
    rf"(?:{_WEEKDAY}|tomorrow|today|tonight) |\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH}) |"
    rf"(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)? |"
    r"\d{1,4}[/.]\d{1,2}(?:[/.]\d{2,4})? |\d{4}-\d{2}-\d{2} |the \d{1,2}(?:st|nd|rd|th) "
)
_CLOCK = (
    r"\d{1,2}[:.]\d{2} (?:[ap]m )?|\d{1,2} (?:[ap]m|o clock|h|uhr) |noon |midday |at \d{1,2} |(?:half|quarter) (?:past|to) \S+ |"
    r"(?:nine|ten|eleven|twelve|one|two|three|four|five|six) (?:o clock|am|pm|thirty|fifteen|tomorrow) "
)
_BETWEEN = (
    r"(?:at|on|from|to|until|the|around|between|and|your|our|time|20\d\d|est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|"
    r"gmt|bst|utc|cet|cest|ist|"
    r"eastern|central|pacific|mountain) "
)

# Days and hours as people write them in haste: "weds", "the 6th", "3 o'clock" (which becomes "3 o"), "1430 hrs", "at two".
_ANY_DAY = (
    rf"{_ONE_DAY}|(?:weds|tonite|tmrrw|2moro) |\d{{1,2}}(?:st|nd|rd|th) |"
    r"(?:this|same) (?:morning|afternoon|evening|arvo) "
)
_ANY_HOUR = (
    rf"{_CLOCK}|\d{{1,2}} o |\d{{3,4}} (?:hrs|hours|h|am|pm) |\d{{1,2}} (?:noon|hrs) |\d{{1,2}} \d{{2}} ?(?:am|pm) |"
    r"(?:at|from) (?:noon|midday|half \S+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) |"
    r"(?:seven|eight) (?:o clock|am|pm|thirty|fifteen) |(?:at|from) \d{3,4} "
)

_WORDS = {
    "part_of_day": "morning|afternoon|evening|lunch",
    "while": (
        "soon|shortly|today|tomorrow|tonight|week|weeks|weekend|days|month|months|monday|tuesday|wednesday|"
        "thursday|friday|january|february|"
        "march|april|june|july|august|september|october|november|december|new year|holidays|quarter|eod|eow|fortnight|"
        "hour|hours|latest|once|when|after|then|until|by|moment|minute|further news|news"
    ),
    # The thing applied for, who applies, and what is done with them.
    "role": (
        "role|position|job|post|vacancy|opening|opportunity|spot|seat|roles|positions|posts|vacancies|requisition|"
        "internship|place|req|jobs"
    ),
    "application": (
        "application|applications|candidacy|candidature|submission|resume|cv|profile|materials|documents|details|"
        "background|experience|interview"
    ),
    "paper": (
        "application|resume|cv|submission|candidacy|candidature|materials|documents|application materials|"
        "job application|expression of interest"
    ),
    "candidate": "candidate|candidates|applicant|applicants|finalist|finalists|contender|contenders",
    "someone": (
        "candidate|candidates|applicant|applicants|finalist|finalists|contender|person|people|someone|somebody|"
        "individual|individuals|those|others|folks|profiles"
    ),
    "interview": (
        "interview|interviews|conversation|chat|call|meeting|screen|screening|onsite|discussion|session|"
        "appointment|intro|phone call|"
        "video call|zoom|teams meeting|catch up|visit|panel|slot|interviewing|on site|assessment day|trial shift|"
        "loop|debrief call"
    ),
    "talk": (
        "interview|conversation|chat|call|meeting|screen|screening|onsite|discussion|phone call|video call|zoom|"
        "visit|on site|intro|interviews|meet"
    ),
    "advance": (
        "move|moving|go|going|proceed|proceeding|progress|progressing|continue|continuing|advance|advancing|take|"
        "taking|pursue|pursuing|"
        "moved|gone|proceeded|progressed|continued|advanced|taken|pursued|bring|bringing|put|putting|carry|carrying|went"
    ),
    "decided": (
        "decided|chosen|elected|opted|determined|concluded|decision|choice|chose|agreed|resolved|choosing|"
        "deciding|prefer|preferred"
    ),
    "test": (
        "assessment|assessments|test|tests|quiz|challenge|exercise|assignment|take home|homework|case study|"
        "questionnaire|task|aptitude|hackerrank|codility|"
        "codesignal|testgorilla|hirevue|work sample|writing sample|coding challenge|video interview|"
        "one way interview|on demand interview|case|"
        "simulation|game|games|worksheet|prompt|screener|trial task|practical|presentation|brief|project"
    ),
    "sorry": "unfortunately|regret|sorry|afraid|regretfully|sadly|regrettably|disappointing|unfortunate|apologies|apologize",
    "news": "news|update|updates|decision|answer|feedback|outcome|result|response|verdict|word|information|conclusion|info",
    "approval": (
        "approval|approvals|sign off|signoff|budget|headcount|requisition|board|funding|go ahead|green light|"
        "clearance|authorisation|authorization|finance"
    ),
    # Who decides, why they cannot, and how an answer is promised that may be a yes or a no.
    "decider": (
        "manager|managers|director|directors|client|team|panel|committee|board|boss|bosses|vp|ceo|cfo|cto|coo|md|gm|partner|"
        "partners|principal|superintendent|dean|chair|chairman|head|department|leadership|management|hr|finance|legal|owner|"
        "owners|founder|founders|trustees|governors|council|headquarters|hq|head office|corporate|decision maker|"
        "decision makers|stakeholders|investors|supervisor|foreman|chef|professor|faculty|senate|provost|vice chancellor|"
        "business|bu head|line manager|interviewers|interviewer|panelists|colleagues|cofounder|co founder|president|pastor|"
        "vestry|governing body|school board|region|regional office|deputy|division|captain|lead"
    ),
    "away": (
        "away|travelling|traveling|on leave|on vacation|on holiday|on holidays|on annual leave|on pto|on parental leave|"
        "on maternity leave|on paternity leave|on sick leave|on sabbatical|on tour|on business|on site|on furlough|abroad|"
        "overseas|out of the office|out of office|out of town|out of station|out of the country|outside the country|"
        "out of country|off sick|off ill|off until|off till|off this week|out sick|out this week|out until|out till|"
        "out through|at a conference|at an offsite|at a trade show|at a fair|in meetings|in hospital|ill|unwell|not back|ooo|"
        "on a business trip|on a trip|on the road|on nights|on jury duty|in court|in trial"
    ),
    "whichever": (
        "either way|one way or the other|one way or another|one way or t other|whichever way|good or bad|"
        "whatever the outcome|whatever the decision|whatever happens|regardless of the outcome|regardless of outcome|"
        "for better or worse|with or without news|whichever way it goes|positive or negative|in either case"
    ),
    "few": (
        "a couple of|a couple|a few|several|some|one|two|three|four|five|six|eight|ten|1|2|3|4|5|6|7|8|10|another|"
        "one or two|two or three|a handful of|a number of|a bunch of|the last|the rest of the|the remaining|the final|other|"
        "a further|further|the other|all the|multiple"
    ),
    # Whom a "no" names instead of the user, what the user sent in, and who reads it.
    "rival": (
        "candidate|candidates|applicant|applicants|finalist|finalists|person|people|someone|somebody|fella|fellow|fellas|guy|"
        "guys|girl|woman|man|lady|gentleman|lad|lads|lass|chap|bloke|colleague|employee|employees|associate|individual|insider|"
        "contender|teacher|nurse|engineer|graduate|intern|profile|profiles|hire|player|local|veteran|staff member|team member|"
        "relative|nephew|niece|cousin|son|daughter|one|friend|contractor|driver|cook|chef|designer|developer|actor"
    ),
    "sent_in": (
        "application|applications|app|resume|cv|submission|candidacy|candidature|materials|documents|letter|form|forms|packet|"
        "packets|email|e mail|mail|message|file|files|portfolio|reel|questionnaire|registration|inscription|entry|dossier|"
        "papers|paperwork|info|information|details|profile|interest|expression of interest|nomination|request|transcripts|"
        "answers|responses|stuff|cover letter|samples|bundle"
    ),
    "reader": (
        "team|manager|managers|recruiter|recruiters|panel|committee|department|human|humans|person|people|somebody|someone|"
        "board|principal|principals|hr|human resources|human resource|staff|store|chef|partners|employer|company|school|"
        "experts|reviewers|crew|office|officer|analyst|chambers|trust|assessors|supervisor|owner|colleague|colleagues|"
        "specialist|specialists|editor|editors|professor|dean|chair|personnel|talent acquisition|member|members"
    ),
    # Appointments: the thing itself, a time of any sort, a day with its hour, and the plain words for not holding it.
    "occasion": (
        "interview|interviews|conversation|chat|call|meeting|meetings|meet|screen|screening|onsite|discussion|session|sessions|"
        "appointment|appointments|intro|talk|visit|visits|panel|slot|zoom|assessment day|assessment centre|assessment center|"
        "trial|trials|trial shift|shift|loop|round|rounds|tour|viva|audition|auditions|oral board|oral boards|drive|walk in|"
        "coffee|breakfast|lunch|debrief|catch up|event|selection day|open day|recruitment day|interview day|date|time|"
        "get together|sit down|meetup|walkthrough|presentation|tryout|invite|booking|reservation"
    ),
}

# What a day and an hour are sure to hold ("#" is any number), and what they begin with.
_IN_DAY = frozenset(_WEEKDAY.split("|")) | words("# tomorrow today tonight")
_IN_CLOCK = words("# noon midday half quarter nine ten eleven twelve one two three four five six")
_IN_ANY_DAY = _IN_DAY | words("weds tonite tmrrw morning afternoon evening arvo")
_IN_ANY_HOUR = _IN_CLOCK | words("seven eight")
_OPENS_DAY = _IN_DAY | frozenset(_MONTH.split("|")) | words("the")
_OPENS_CLOCK = _IN_CLOCK | words("at")
_OPENS_ANY = _OPENS_DAY | _OPENS_CLOCK | words("weds tonite tmrrw this same from seven eight")

_TIMES = {
    "day": Node(f"(?:{_ONE_DAY}){{1,2}}", (_IN_DAY,), _OPENS_DAY),
    "clock": Node(f"(?:{_CLOCK})", (_IN_CLOCK,), _OPENS_CLOCK),
    "when": Node(
        f"(?:{_ONE_DAY}|{_CLOCK})(?:{_ONE_DAY}|{_CLOCK}|{_BETWEEN}){{0,7}}", (_IN_DAY | _IN_CLOCK,), _OPENS_DAY | _OPENS_CLOCK
    ),
    "hour": Node(r"\d{1,2} ", (words("#"),), words("#"), words("#")),
    "weekday": Node(rf"(?:{_WEEKDAY}) ", (frozenset(_WEEKDAY.split("|")),), frozenset(_WEEKDAY.split("|"))),
    "moment": Node(
        rf"(?:(?:(?:the|on|at|for|by) )?(?:{_ANY_DAY}|{_ANY_HOUR}|(?:next|this|later this) week |later today )){{1,3}}",
        (_IN_ANY_DAY | _IN_ANY_HOUR | words("week"),),
        _OPENS_ANY | words("on for by next later"),
    ),
    "day_and_hour": Node(
        rf"(?:(?:{_ANY_DAY})(?:\S+ ){{0,3}}(?:{_ANY_HOUR})|"
        rf"(?:{_ANY_HOUR})(?:on |this |next |coming |the ){{0,2}}(?:{_ANY_DAY}))",
        (_IN_ANY_DAY, _IN_ANY_HOUR),
        _OPENS_ANY,
    ),
}
GROUPS = _TIMES | {name: word_group(definition) for name, definition in _WORDS.items()}
