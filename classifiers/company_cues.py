"""The phrases beside which a company's name stands, each with what its word is worth when the witnesses vote."""

from __future__ import annotations

import re

IN_PASSING = 1.25
"""A bare "at Acme": it may as well be a café."""

_WORD = r"(?-i:(?:St|Mt|Ft)\. )?(?-i:(?:[A-Z\u00c0-\u00de0-9]|(?:i|e|x)(?=[A-Z]))(?:[\w&'+!-]|\.(?=[A-Za-z0-9])){0,40})"
_LEGAL_FORM = r"(?-i:Inc|Ltd|LLC|GmbH|Corp|Co|PLC|Plc|plc|AG|SE|LLP|BV|AB)"
_NAME = rf"(?P<name>{_WORD}(?:,? {_LEGAL_FORM}\b\.?| (?:(?-i:of the|of|and|for|the|de|du|la|&) )?{_WORD}){{0,5}})"
TEAM = (
    r"(?:(?:e-)?recruit(?:ing|ment|er|ers)?|talent(?: acquisition)?|hiring|people(?: operations| ops| (?:&|and) culture)?|hr"
    r"|human resources|careers?|staffing|university|campus|early careers|jobs|candidate experience|interview)"
)
_JOB = (
    r"(?:position|role|opportunity|opportunities|opening|openings|jobs?|vacancy|careers?|roles|positions"
    r"|internship|employment)"
)
_INSIDE = (
    r"(?:journey|life|work|working|colleagues|teams?|hiring|recruiting|recruiter|recruitment|talent acquisition"
    r"|talent partner|hr"
    r"|people|(?:interview|recruitment|hiring|application) process|here|us|we|everyone|all of us|future)"
)
_SPEAKER = (
    r"(?:recruiter|manager|partner|specialist|coordinator|lead|head of [\w &]{2,20}|director|acquisition|sourcer|generalist"
    r"|officer"
    r"|founder|ceo|cto|i'm \w+|this is \w+|i am \w+|name is \w+)"
)
_MEETING = (
    r"(?:interviews?|meeting|call|chat|conversation|speaking|screen|round|assessment|offer|offer of employment|position|role)"
)


def _cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


CAPITALISED = re.compile(rf"(?<![\w@.]){_WORD}(?: (?:(?-i:of the|of|and|the|&) )?{_WORD}){{0,4}}")
"""A run of words that may hold a name."""

IN_BODY: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        3.0,
        _cue(
            r"\binterest(?:ed)? in (?:joining |working (?:at|for|with|on) |being part of |becoming part of "
            rf"|exploring [\w ]{{0,30}} (?:at|with) |(?:a |the |our )?(?:\w+ ){{0,6}}?(?:{_JOB}|team) (?:here )?(?:at|with"
            rf"|within) )?{_NAME}"
        ),
    ),
    (3.0, _cue(rf"\b(?:{_JOB}|{_INSIDE}) (?:\w+ )?(?:here )?(?:at|with|within) {_NAME}")),
    (
        3.0,
        _cue(
            rf"\b(?:appl(?:y|ying|ied)|applications?|candidacy|interviewing|candidate)(?: \w+){{0,2}}? (?:to|at"
            rf"|with) (?:join )?{_NAME}"
        ),
    ),
    (
        3.0,
        _cue(
            r"\b(?:on behalf of|welcome to|(?:thank you|thanks) for (?:choosing|considering)"
            r"|considering (?:a career at|joining)|consider"
            rf"|joining|join|about) (?:the team at |the )?{_NAME}(?= (?:as|and|for|in|on|team|because|is|we|at)\b|[,.!?\n]|$)"
        ),
    ),
    (
        3.0,
        _cue(
            r"(?:(?:^|\n)(?:the )?|\b(?:the|our|your|regards|from|thanks|best|sincerely|cheers),? (?:the )?)"
            rf"{_NAME}(?:'s|')? {TEAM}(?: team| department| squad| staff| group|\n|$)"
        ),
    ),
    (2.0, _cue(rf"(?:(?:^|\n)(?:the )?|\bthe ){_NAME}(?:'s)? team\b")),
    (
        2.0,
        _cue(
            rf"(?:^|\n|[.!] ){_NAME} (?:is (?:an equal|a (?:global|leading|fast|growing|remote|small)|hiring|looking|growing"
            rf"|proud"
            r"|committed|seeking)|has received|values|received your|appreciates|careers\b)"
        ),
    ),
    (1.5, _cue(rf"\b{_SPEAKER}(?: here)? (?:at|from|with|for|of) {_NAME}")),
    (IN_PASSING, _cue(rf"\bat {_NAME}(?=[,.!?\n)]| (?:and|for|is|on|as|was|we|in|to)\b|$)")),
    (1.0, _cue(rf"\b{_MEETING} (?:with|from) {_NAME}")),
)

IN_SUBJECT: tuple[tuple[float, re.Pattern[str]], ...] = (
    (
        3.0,
        _cue(
            rf"\b(?:appl(?:y|ying|ied|ication)|interest|candidacy|offer|welcome|update|status|{_JOB}|hiring|process"
            rf"|interviewing|join"
            rf"|joining)(?: \w+){{0,2}}? (?:to|at|with|in|from) {_NAME}"
        ),
    ),
    (2.0, _cue(rf"\b(?:{_MEETING}|intro|invitation)(?: \w+){{0,2}}? (?:at|with|from|to) {_NAME}")),
    (2.0, _cue(rf"\bat {_NAME}")),
    (
        2.0,
        _cue(
            rf"^(?:re: |fwd?: |fw: )*\[?{_NAME}(?:\]| - |: | \| "
            r"| (?:careers\b|interview|application|recruit|talent|hiring|job application|assessment))"
        ),
    ),
    (1.5, _cue(rf"(?: - | \| | @ ){_NAME}$")),
    (2.0, _cue(rf"\byour {_NAME} (?:application|interview|candidacy|offer|assessment)")),
)

ON_BEHALF = _cue(rf"(?:^|\n|[.!?] |sent by )(?P<host>{_WORD}(?: {_WORD}){{0,2}}),? on behalf of {_NAME}")
"""A system that sends says for whom."""

ABOUT_CLIENT = _cue(rf"(?:\b(?:our|my|a|the) clients?(?:,| is| at| -|:)? (?:called |named )?|(?:^|\n)client: ?){_NAME}")
"""An agency names whom it recruits for."""
