"""The role that a message is about, and its requisition number.

A title is found from what stands beside it: before "position" or "role", after "application for", "as a", "Position:", or in
a part of the subject. From there its words are walked, forwards or backwards, until one that titles do not contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from classifiers.names import ORGANISATION_WORDS, company_key
from classifiers.prose import Prose
from classifiers.tokens import Token, Tokens, tokens_of
from classifiers.vocabulary import words
from daemon.mail.message import Message

_HEAD_NOUNS = words(
    """
    contractor
    accountant actuary administrator adviser advisor agent ambassador analyst apprentice architect artist assistant
    associate attorney auditor baker barista bartender biologist bookkeeper builder buyer captain caregiver caretaker
    carpenter carer cashier chef chemist clerk clinician coach columnist consultant controller controlling cook
    coordinator co-ordinator copywriter counsel counsellor counselor craftsman creator curator dentist dermatologist
    designer developer dietitian director dispatcher doctor driver economist editor electrician engineer engineering
    estimator evangelist examiner executive facilitator fellow fitter foreman generalist geologist graduate guard
    hairdresser handyman head housekeeper illustrator inspector instructor intern internship interpreter investigator
    journalist judge keeper labourer laborer lawyer lead leader lecturer liaison librarian lifeguard linguist machinist
    maker manager marketer marketeer mason mathematician mechanic mechatroniker merchandiser merchandizer midwife
    moderator mover musician nanny negotiator nurse officer operative operator optician optometrist owner painter
    paralegal paramedic partner pharmacist photographer physician physicist physiotherapist pilot planner plumber porter
    postdoc practitioner president principal producer professional professor programmer promoter psychologist publicist
    radiographer receptionist recruiter registrar representative rep researcher reporter roofer sailor salesperson
    scientist secretary server sergeant shopper solicitor sommelier specialist statistician steward stewardess stocker
    strategist student superintendent supervisor support surgeon surveyor tailor teacher teller technician technologist
    teamleader tester therapist trader trainee trainer translator treasurer tutor underwriter veterinarian videographer vp
    waiter waitress warden welder worker writer sre sdet sde swe qa devops crew fullstack full-stack webdeveloper
    apprenticeship traineeship fellowship residency programme scheme
    attendant tech engr sysadmin rn lpn cna phlebotomist sonographer hygienist physiologist radiologist pathologist
    psychotherapist dietician midwife matron caseworker counsellor janitor custodian cleaner gardener groundsman herdsman
    farmhand farmworker stockman butcher fishmonger florist barber stylist beautician joiner glazier plasterer tiler
    bricklayer scaffolder rigger pipefitter millwright metallurgist hydrologist ecologist archaeologist astronomer botanist
    zoologist meteorologist oceanographer toxicologist microbiologist virologist neuroscientist mathematician assessor adjuster
    valuer broker banker treasurer lecturer dean provost registrar chaplain organist conductor violinist cellist trombonist
    dramaturg choreographer dancer actor animator grip gaffer runner stagehand fundraiser campaigner organiser organizer
    copyeditor proofreader typist stenographer underwriter loader picker packer forklift courier chauffeur conductor dispatcher
    concierge valet busser dishwasher pastry sous commis lectureship studentship professorship chair postdoctoral
    member scrum owner marshal steward ranger officer constable detective firefighter lifeguard guard marshal
    """
)
_TOO_BARE = words("member professional support head lead programme scheme chair owner runner tech pastry sous scrum postdoctoral")
"""Head nouns that make no title by themselves."""
_NOUNS = words(
    """
    position role opening opportunity vacancy job post internship placement requisition positions roles openings vacancies
    """
)
_LABELS = frozenset(
    {
        "position",
        "role",
        "job title",
        "position title",
        "title",
        "job",
        "vacancy",
        "opening",
        "position applied for",
        "interview for",
        "post",
        "posting",
        "cadre",
        "applied for",
        "post applied for",
        "vacancy title",
        "job role",
    }
)
_AFTER_NOUN = frozenset({"of", "as", "for", "titled", ":", "-"})
_STEPS = words(
    """
    application applications applying applied apply interview interviewing interviews candidacy candidate considered
    consideration considering interest interested offer screen screening conversation chat call process search hiring
    recruiting shortlisted selected invitation invite regarding interviewed discuss procedure competition slot submission panel
    shortlist form candidature went auditions audition
    """
)
_STEP_LINKS = words("for in to as about regarding the our")
_DETERMINERS = words("the a an our this your that its their any her his")
_SEEKS = words("as be become hiring hire seeking need needs find recruit appoint want wants")
_ADJECTIVES = words(
    """
    open exciting new available vacant full-time part-time permanent current above following newly created advertised
    fantastic great urgent next "
    """
)
_CONNECTORS = words("of and for & in de to the")
_PUNCTUATION = frozenset({",", "-", "|", "/", "&"})
_NEVER = words(
    """
    you your we our i my is are was were will would have has had been can could please thank thanks that this which who it
    they their not if when apply applied applying offered discuss discussed confirm confirmed scheduled attend speak
    submitted received regarding here there us me about advertised mentioned looking filled at with re fw fwd hi hello
    dear monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december interest interested joining join be become unsubscribe from manage view click one two three
    four five six
    """
)
_SELDOM = words(
    """
    application applications interview interviews confirmation confirmed invitation invite update status received feedback
    next steps candidate candidates position role job opportunity opening process offer reminder scheduled rescheduled
    cancelled schedule availability screen screening assessment round phone video call meeting chat zoom request your
    thank thanks team rejection decision final first second
    """
)
_REQUISITION = re.compile(
    r"(?<![\w/-])(?:(?P<plain>(?-i:R|REQ|JR|JOB|HRQ|IRC|PR)[-_]?\d{3,10}(?:-\d{1,4})?|(?-i:[A-Z]{2,5})-\d{5,6})(?![\w-])"
    r"|\((?:(?:ref|req|job|vacancy)\.?:? ?)?(?P<bracketed>(?-i:[A-Z]{1,5}(?:[-/][A-Z]{1,5})?)[-/]\d{3,6}"
    r"|\d{3}-\d{2}-\d{4}|\d{5,6})\)"
    r"|(?:competition|req(?:uisition)?|job|position|posting|vacancy|reference|ref)\.?(?: (?:id|no\.?|number|nr\.?"
    r"|code|ref(?:erence)?))?"
    r"(?: ?[:#.]{1,2} ?#?| (?=\d{4}|\d{2,3}-\d|(?-i:[A-Z]{1,5}[/-](?:[A-Z]{2,5}[/-])?)\d{2}))"
    r"(?P<labelled>(?:[A-Z]{1,5}[/-])?[A-Z]{0,6}[-_/]?\d[\w/-]{1,18})(?!\w))",
    re.IGNORECASE,
)
_EDGE_OF_SUBJECT = re.compile(
    r"^\s*(?P<first>\d{5,7}|\d{3}-\d{2}-\d{4})(?=\s*$| [-:] | [A-Z])|\s(?P<last>[A-Z]{2,4}/\d{3,5}"
    r"|\d{3}-[A-Z]-\d\d-\d{4,6})\s*$"
)
_LONGEST_TITLE = 10
_WORD = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_IN_SUBJECT = re.compile(r"(?:^|(?<=\s))(?:re|fwd?|fw|aw|sv)\s?:\s*|\[[^\]]{0,40}\]", re.IGNORECASE)
_PARTS = re.compile(r" - |: | \| | @ | // |, (?![^()]{0,60}\))|\n")
_GRADE = words("grade band scale range ref fixed full part permanent temporary contract maternity fte hours")


def role_of(message: Message, body: Prose, company: str | None) -> str | None:
    """The title as the message writes it ("Senior Data Analyst"), None where none is found for sure."""
    best: tuple[float, str] | None = None
    head = Prose.of(_IN_SUBJECT.sub(" ", message.subject[:300]))
    for prose, bonus in ((body, 0.0), (head, 0.5)):
        tokens = tokens_of(prose.plain)
        for rank, span in _near_anchors(tokens):
            best = _better(best, rank + bonus, _title(tokens, *span, company), span[0])
    for part in _parts(head.plain):
        tokens = tokens_of(part)
        span = (0, len(tokens)) if _is_bare_title(tokens) else _forward(tokens, 0, lower=False)
        best = _better(best, 4.0, _title(tokens, *span, company), 0, must_head=True)
    for event in message.calendar:
        for part in _parts(Prose.of(event.summary[:300]).plain):
            tokens = tokens_of(part)
            if _is_bare_title(tokens):
                best = _better(best, 3.0, _title(tokens, 0, len(tokens), company), 0, must_head=True)
    return best[1] if best else None


def requisition_of(message: Message, body: Prose) -> str | None:
    """The requisition number as written: "R-12345", the "4471" of "Req #4471", the "398840" that opens a subject."""
    opening = _EDGE_OF_SUBJECT.search(_IN_SUBJECT.sub(" ", message.subject[:300]))
    if opening is not None:
        return opening["first"] or opening["last"]
    for text in (message.subject[:300], body.plain):
        for found in _REQUISITION.finditer(text):
            number = found["plain"] or found["bracketed"] or found["labelled"].strip("-/_")
            if sum(character.isdigit() for character in number) >= 3:
                return number
    return None


def names_role(title: str) -> bool:
    """Whether these few words contain what somebody is by profession."""
    return any(word in _HEAD_NOUNS or word.rstrip("s") in _HEAD_NOUNS for word in _WORD.findall(title.lower()))


def _better(
    best: tuple[float, str] | None, rank: float, title: str | None, position: int, *, must_head: bool = False
) -> tuple[float, str] | None:
    if title is None:
        return best
    headed = names_role(title)
    words = title.split()
    if not headed and (
        must_head or rank < 5 or len(words) < 2 or not all(word[0].isupper() or word in _CONNECTORS for word in words)
    ):
        return best
    score = rank + 2 * headed - position / 1000
    return (score, title) if best is None or score > best[0] else best


def _parts(subject: str) -> list[str]:
    return [part for part in _PARTS.split(subject) if part][:8]


def _is_bare_title(tokens: Tokens) -> bool:
    """The part of a subject is a title and nothing else: "lab manager", "Year 4 Teacher"."""
    named = [token for token in tokens if token.text[0].isalnum()]
    return (
        0 < len(named) <= 5
        and named[-1].word in _HEAD_NOUNS
        and all(token.word not in _NEVER and token.word not in _SELDOM and token.word not in _STEPS for token in named)
    )


def _near_anchors(tokens: Tokens) -> Iterator[tuple[int, tuple[int, int]]]:
    """Ranked spans of tokens that may be a title."""
    for index, token in enumerate(tokens):
        word = token.word
        after = tokens[index + 1].word if index + 1 < len(tokens) else ""
        at_line_start = index == 0 or tokens[index - 1].text == "\n"
        if word in _NOUNS:
            yield 5, _backward(tokens, index)
            if after in _AFTER_NOUN and not (after == "-" and not at_line_start):
                yield 5, _forward(tokens, index + 2)
            elif after == "(":
                continue
        if word in _STEPS and after in _STEP_LINKS:
            yield 4, _forward(tokens, index + 2)
        elif word in _SEEKS and after in ("a", "an", "our", "the", "their"):
            yield 3, _forward(tokens, index + 2)
        elif word == "as" or (word == "for" and index and tokens[index - 1].word in ("looking", "searching")):
            yield 3, _forward(tokens, index + 1)
        if (
            token.text[-1].isdigit()
            and _REQUISITION.fullmatch(token.text)
            and sum(character.isdigit() for character in token.text) >= 3
        ):
            yield 4, _forward(tokens, index + 1 + (after in (":", "-", "|")), lower=False)
        if at_line_start and token.capitalised:
            yield from _labelled(tokens, index)


def _labelled(tokens: Tokens, index: int) -> Iterator[tuple[int, tuple[int, int]]]:
    for length in (1, 2, 3):
        if index + length < len(tokens) and tokens[index + length].text in (":", "|"):
            if " ".join(token.word for token in tokens[index : index + length]) in _LABELS:
                start = index + length + 1
                yield 6, _forward(tokens, start + (start < len(tokens) and tokens[start].text == "\n"), lower=False)
            return


def _backward(tokens: Tokens, stop: int) -> tuple[int, int]:
    """The title that ends right before `stop`: "the [Senior Data Analyst] position"."""
    start = stop
    while start > 0 and stop - start < _LONGEST_TITLE:
        token = tokens[start - 1]
        before = tokens[start - 2] if start > 1 else None
        if (
            token.text in ("\n", ".", "!", "?", ";", ":", "@")
            or token.word in _NEVER
            or token.word in _DETERMINERS
            or token.text == '"'
        ):
            break
        if (token.word in _CONNECTORS or token.text in _PUNCTUATION) and (
            before is None or not before.capitalised or before.word in _NEVER or before.word in _SELDOM or start == stop
        ):
            break
        if token.word in _STEPS and not token.capitalised:
            break
        start -= 1
    return start, stop


def _forward(tokens: Tokens, start: int, *, lower: bool = True) -> tuple[int, int]:
    """The title that begins at or after `start`, behind an article: "application for the [Senior Data Analyst]"."""
    while start < len(tokens) and (tokens[start].word in _DETERMINERS or tokens[start].word in _ADJECTIVES):
        start += 1
    if start + 1 < len(tokens) and tokens[start].word in _NOUNS and tokens[start + 1].word in ("of", "for", "as", ":"):
        start += 2
        while start < len(tokens) and (tokens[start].word in _DETERMINERS or tokens[start].word in _ADJECTIVES):
            start += 1
    stop = headed = start
    while stop < len(tokens) and stop - start < _LONGEST_TITLE:
        token = tokens[stop]
        following = tokens[stop + 1] if stop + 1 < len(tokens) else None
        roman = token.text == "I" and stop > start and names_role(tokens[stop - 1].text)
        if (token.word in _NEVER and not roman) or token.text in ("\n", ".", "!", "?", ";", ":", '"', "@"):
            break
        if token.word in _SELDOM and not (following is not None and following.capitalised and names_role(following.text)):
            break
        joins = token.word in _CONNECTORS or token.text in _PUNCTUATION
        if joins and (stop == start or not _may_follow(following)):
            break
        if not joins and not token.capitalised and (not lower or (headed > start and not names_role(token.text))):
            break
        stop += 1
        if names_role(token.text):
            headed = stop
    lowercase = any(
        not token.capitalised and token.word not in _CONNECTORS and token.text not in _PUNCTUATION for token in tokens[start:stop]
    )
    return (start, headed) if lowercase else (start, stop)


def _may_follow(token: Token | None) -> bool:
    """Whether that word may stand behind "of", "and" or a comma in a title."""
    return token is not None and token.capitalised and token.word not in _SELDOM and token.word not in _NEVER


def _title(tokens: Tokens, start: int, stop: int, company: str | None) -> str | None:
    """The words of that span as a title, without requisition numbers and the employer's name; None where they make none."""
    title = [token for token in tokens[start:stop] if not (token.text.startswith("(") and _is_number(token.text))]
    while title and (_is_filler(title[0]) or title[0].word in _ADJECTIVES):
        del title[0]
    while title and _is_filler(title[-1]):
        del title[-1]
    title = _without_company(_core(title), company_key(company) if company else "")
    if not title or len(title) > _LONGEST_TITLE or any(token.word in _NEVER and token.text != "I" for token in title):
        return None
    if len(title) == 1 and not _stands_alone(title[0]):
        return None
    if not any(token.capitalised for token in title) and not names_role(title[-1].text):
        return None
    return _joined(title)


def _core(title: list[Token]) -> list[Token]:
    """ "Timeline for UX Researcher", "Assessor, Grade F", "Tutor (fixed term)" without what is no part of the title."""
    for index, token in enumerate(title):
        before, after = title[:index], title[index + 1 :]
        if token.word == "for" and not names_role(_joined(before)) and names_role(_joined(after)):
            return _core(after)
        if token.text == "," and index and after and after[0].word in _GRADE:
            return before
    return title


def _is_filler(token: Token) -> bool:
    return token.word in _CONNECTORS or token.text in _PUNCTUATION or _is_number(token.text)


def _stands_alone(token: Token) -> bool:
    return (
        len(token.text) > 2
        and token.word not in _SELDOM
        and token.word not in _TOO_BARE
        and (token.capitalised or token.word in _HEAD_NOUNS)
    )


def _without_company(title: list[Token], key: str) -> list[Token]:
    """ "Acme Data Analyst", "Data Analyst, Acme" -> "Data Analyst"."""
    for index, token in enumerate(title):
        if index and token.text in (",", "-", "|") and _is_company(title[index + 1 :], key):
            title = title[:index]
            break
    for length in (3, 2, 1):
        if key and len(title) > length and company_key(_joined(title[:length]).removesuffix("'s")) == key:
            rest = title[length:]
            return rest[1:] if rest[0].text in _PUNCTUATION else rest
    return title


def _is_company(tail: list[Token], key: str) -> bool:
    """What follows the title is the employer: the known one, or by its last word one."""
    if not tail:
        return False
    return tail[-1].word in ORGANISATION_WORDS or (bool(key) and company_key(_joined(tail)).startswith(key))


def _is_number(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return (
        digits >= 3
        or (text.isdigit() and digits == 2)
        or (text.startswith("(") and digits >= 2)
        or text.lower() in ("req", "id", "ref", "no", "r", "jr", "#")
    )


def _joined(title: Sequence[Token]) -> str:
    pieces: list[str] = []
    for index, token in enumerate(title):
        if index and token.start > title[index - 1].end and token.text != ",":
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)
