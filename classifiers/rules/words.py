"""Word groups that many phrases share: `{name}` in a phrase stands for one of these."""

from __future__ import annotations

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

GROUPS: dict[str, str] = {
    "day": f"re:(?:{_ONE_DAY}){{1,2}}",
    "clock": f"re:(?:{_CLOCK})",
    "when": f"re:(?:{_ONE_DAY}|{_CLOCK})(?:{_ONE_DAY}|{_CLOCK}|{_BETWEEN}){{0,7}}",
    "hour": r"re:\d{1,2} ",
    "weekday": rf"re:(?:{_WEEKDAY}) ",
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
}
