"""The role that a message is about, and its requisition number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classifiers.prose import Prose
from daemon.mail.message import Message

_HEAD_NOUNS = (
    "accountant actuary administrator adviser advisor agent ambassador analyst apprentice architect artist assistant associate attorney auditor baker barista bartender biologist bookkeeper "
    "builder buyer captain caregiver caretaker carpenter carer cashier chef chemist clerk clinician coach columnist consultant controller controlling cook coordinator co-ordinator copywriter "
    "counsel counsellor counselor craftsman creator curator dentist dermatologist designer developer dietitian director dispatcher doctor driver economist editor electrician engineer engineering "
    "estimator evangelist examiner executive facilitator fellow fitter foreman generalist geologist graduate guard hairdresser handyman head housekeeper illustrator inspector instructor intern "
    "internship interpreter investigator journalist judge keeper labourer laborer lawyer lead leader lecturer liaison librarian lifeguard linguist machinist maker manager marketer marketeer mason mathematician "
    "mechanic mechatroniker merchandiser merchandizer midwife moderator mover musician nanny negotiator nurse officer operative operator optician optometrist owner painter paralegal paramedic partner "
    "pharmacist photographer physician physicist physiotherapist pilot planner plumber porter postdoc practitioner president principal producer professional professor programmer promoter psychologist "
    "publicist radiographer receptionist recruiter registrar representative rep researcher reporter roofer sailor salesperson scientist secretary server sergeant shopper solicitor sommelier specialist "
    "statistician steward stewardess stocker strategist student superintendent supervisor support surgeon surveyor tailor teacher teller technician technologist teamleader tester therapist trader "
    "trainee trainer translator treasurer tutor underwriter veterinarian videographer vp waiter waitress warden welder worker writer sre sdet sde swe qa devops crew fullstack full-stack webdeveloper"
).split()
_HEAD = re.compile(rf"(?<![\w-])(?:{'|'.join(_HEAD_NOUNS)})s?(?![\w-])", re.IGNORECASE)
_TOKEN = r"(?:\.NET|[A-Za-z\u00c0-\u017e0-9][\w+#'./]*(?:-[\w+#']+)*|&|\([\w ,./&+-]{1,40}\))"  # noqa: S105 - a word of a title
_TITLE = rf"(?P<title>{_TOKEN}(?:(?:,| -| \||:)? {_TOKEN}){{0,11}}?)"
_NOUN = r"(?:position|role|opening|opportunity|vacancy|job|post|internship|placement|requisition|vacancies|roles|positions|job opening|job posting)"
_END = r"(?=\s*(?:$|[.!?;\n|]|,? (?:at|with|here|within|in our|on our|and (?:we|for|your|would|have|are|appreciate|i|the time)|we|which|that|has|have|is|was|where|posted|you|i|as|to|on|by|via|through|this|next|and|but|so|after|because|for which)\b|,? \(|, | - | \u2013 |\)|\"))"
_THE = r"(?:the |our |an? |this |open |following )?(?:open |exciting |new |available |vacant |full[- ]time |part[- ]time |permanent |current |above )*"
_PATTERNS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (6, re.compile(rf"(?:^|\n)(?:job title|position title|position(?: applied for)?|role|job|title|vacancy|opening|interview for|applied for)\s?[:#-] ?\n?\"?{_TITLE}\"?\s*(?=$|\n|\||, (?:at|req)| \(| - (?-i:[A-Z]))", re.IGNORECASE)),
    (5, re.compile(rf"\b(?:the|our|an?|this|for|as|your) (?:open |exciting |new )?\"?{_TITLE}\"?(?: \(?(?:R|REQ|JR|#)[-# ]?\d{{2,10}}\)?)? {_NOUN}\b", re.IGNORECASE)),
    (5, re.compile(rf"\b{_NOUN}(?: (?:of|as|titled|for|:|-)|:) {_THE}\"?{_TITLE}\"?{_END}", re.IGNORECASE)),
    (4, re.compile(rf"\b(?:appl(?:ication|ied|ying|y)|interview(?:ing|ed)?|candidacy|candidate|interest(?:ed)?|consider(?:ed|ation|ing)?|offer|process|search|hiring|recruiting|conversation|chat|call|screen(?:ing)?|selected|shortlisted|invit(?:e|ing|ation)[\w ]{{0,20}}) (?:for|in|to|as|about|regarding)(?: the role of| the position of| the post of)? {_THE}\"?{_TITLE}\"?{_END}", re.IGNORECASE)),
    (4, re.compile(rf"\b(?:join(?:ing)?(?: us| our team| the team| [\w]+)?|hire|hiring|work(?:ing)?|role|looking for|seeking|you) as (?:the |an? |our )?{_TITLE}{_END}", re.IGNORECASE)),
    (3, re.compile(rf"\b(?:looking for|seeking|searching for|opening for|need) (?:the |an? |our )(?:new |experienced |talented |skilled )*{_TITLE}{_END}", re.IGNORECASE)),
)
_SUBJECT_PATTERNS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (5, re.compile(rf"(?:^|[:|\u2013-] ?){_TITLE} (?:at|with|@) (?-i:[A-Z0-9])", re.IGNORECASE)),
    (4, re.compile(rf"(?:^|: ?|[|\u2013-] |\] ?){_TITLE} (?:interview|application|position|role|opening|opportunity|phone screen|assessment|update|offer|candidate|next steps)\b", re.IGNORECASE)),
    (3, re.compile(rf"(?:interview|application|invitation|confirmation|update|offer|opportunity|status|next steps|received|regarding|applying)[\w ]{{0,24}}(?::| -| \||for(?: the| our)?) ?{_TITLE}(?=$| at | with | \(| - | \| |,)", re.IGNORECASE)),
    (2, re.compile(rf"(?:^|[|:\u2013-] ){_TITLE}(?= - | \| | \(|$)", re.IGNORECASE)),
)
_REQUISITION = re.compile(
    r"(?<![\w-])(?:(?P<plain>(?:R|REQ|JR|JOB|HRQ|IRC|PR)[-_ ]?#?\d{3,10}(?:-\d{1,4})?)(?![\w-])"
    r"|(?:req(?:uisition)?|job|position|posting|vacancy|reference|ref)\.?(?: ?(?:id|no\.?|number|nr\.?|code|ref(?:erence)?))?(?: ?[:#.]{1,2} ?#?| ?# ?| (?=\d))(?P<labelled>[A-Z]{0,6}[-_/]?\d[\w/-]{1,18})(?!\w))",
    re.IGNORECASE,
)
_STRIPPED = re.compile(
    r"^(?:(?:the|our|an?|your|this|re|fwd?|fw|for|of|as|following|open|exciting|new|role|position|job|title|interview|application|above|same|about|in|to|next|first|second|final|current|excellent|great|urgent|confirmed|full[- ]time|part[- ]time|permanent)\b[: -]*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:[\s,:(\[|/&-]+(?:role|position|job|opening|vacancy|opportunity|interview|application|post|team|at|with|in|for|and|the|of|a|r-?\d*|req\w*|jr\d*|id|#?\d{3,})?)+$", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"\b(?:you|your|we|our|i|my|is|are|was|were|will|would|have|has|had|been|can|could|please|thank|thanks|that|this|which|who|it|they|their|not|if|when|apply|applied|applying|application|interview|interviews"
    r"|offered|discuss|discussed|confirm|confirmed|confirming|schedule|scheduled|time|times|minutes?|hours?|weeks?|days?|attend|speak|meet|meeting|meetings|submitted|received|regarding|here|there|us|me|about|call|chat|candidate|candidates|candidacy|advertised"
    r"|mentioned|position|role|job|opportunity|opening|looking|filled|hire|next|round|process|update|status|feedback|monday|tuesday|wednesday|thursday|friday)\b",
    re.IGNORECASE,
)
_SMALL = frozenset("of and for the in to & de la".split())
_REQUISITION_INSIDE = re.compile(r"\s*[(\[#-]*\s*(?:(?:req|requisition|job|ref)\w*\.?(?: ?(?:id|no|number))?[ :#.-]*|R-|JR-?|REQ-?)#?[A-Z]{0,3}-?\d{3,}[\w-]*[)\]]?", re.IGNORECASE)
_LONGEST = 80


def role_of(message: Message, body: Prose) -> str | None:
    """The title as the message writes it ("Senior Data Analyst"), None where none is found for sure."""
    best: tuple[float, str] | None = None
    for score, title in _candidates(message.subject, body):
        if best is None or score > best[0]:
            best = (score, title)
    return best[1] if best else None


def requisition_of(message: Message, body: Prose) -> str | None:
    """The requisition number as written, "R-12345", "Req #123" without its label."""
    for text in (message.subject[:300], body.plain):
        found = _REQUISITION.search(text)
        if found is not None:
            return found["plain"] or found["labelled"].strip("-/_")
    return None


def names_role(text: str) -> bool:
    """Whether these few words are a job title: they end, or begin, with what somebody is."""
    return _HEAD.search(text) is not None


def _candidates(subject: str, body: Prose) -> Iterator[tuple[float, str]]:
    head = Prose.of(subject[:300])
    for patterns, prose, bonus in ((_PATTERNS, body, 0.0), (_PATTERNS, head, 0.5), (_SUBJECT_PATTERNS, head, 0.0)):
        for rank, pattern in patterns:
            for found in pattern.finditer(prose.plain):
                title = _title(prose.words(*found.span("title")))
                if title is None:
                    continue
                headed = _HEAD.search(title) is not None
                if headed or (rank >= 5 and _is_capitalised(title)):
                    yield rank + bonus + 2 * headed - found.start() / 1e5, title


def _title(words: str) -> str | None:
    words = _REQUISITION_INSIDE.sub("", words)
    words = _TAIL.sub("", _STRIPPED.sub("", words.strip(" \"'-|,:"))).strip(" \"'-|,:.")
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "").strip()
    if not 2 < len(words) <= _LONGEST or len(words.split()) > 10 or _NO_TITLE.search(words):
        return None
    if not any(word[0].isupper() for word in words.split()) and not _HEAD.search(words.split()[-1]):
        return None
    return words


def _is_capitalised(title: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() or word.lower() in _SMALL for word in title.split())
