"""The company that a message speaks for, under the name that people write.

Several witnesses vote: the sender's display name and domain, the subject, phrases of the text ("your interest in Acme"), the
signature. The domain also tells which of the capitalised words in the text are the company ("acmelabs.com": "Acme Labs"). An
applicant tracking system or a job board is never the company, nor is an agency that writes about "our client".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from classifiers.company_cues import ABOUT_CLIENT, CAPITALISED, IN_BODY, IN_PASSING, IN_SUBJECT, ON_BEHALF, TEAM
from classifiers.labels import LABEL_AFFIXES, is_spelling, name_of_label, own_label, squashed
from classifiers.names import (
    ORGANISATION_WORDS,
    company_key,
    looks_like_person,
    without_and,
    without_suffix,
)
from classifiers.prose import Prose
from classifiers.reading import Context
from classifiers.role import names_role
from classifiers.structure import Structure
from classifiers.vocabulary import words
from daemon.mail.addresses import is_free_mail, organisational_domain
from daemon.mail.message import Address, Message

_LEAST_VOTES = 2.0
_CERTAIN = 3.0
_LONGEST_NAME = 80
_MOST_NAMES = 60
_FOR_CLIENT = re.compile(
    r"\b(?:(?:our|my) clients?\b(?! (?:base|list|service|success|services|facing|relations))|a client of (?:ours|mine)"
    r"|client of (?:ours|mine)|end client|hiring client|client company"
    r"|(?:message|word|feedback|news|call) from the client|(?:chased|asked|told|spoke (?:to|with)|talked to|rung) the client"
    r"|the client (?:asked|says|said|wants|is asking|(?:has|have) (?:asked|decided|chosen|confirmed|requested))"
    r"|the client (?:would (?:like|love)|wants to|loved|liked|decided"
    r"|feedback|is keen))",
    re.IGNORECASE,
)
_AGENCY_NAME = re.compile(
    r"recruit(?:ment|ing|ers)?|staffing|labou?r ?(?:solutions|hire)?$|headhunt|personnel|resourcing"
    r"|talent ?(?:solutions|partners|group|hub|search)"
    r"|executive ?search|search ?(?:partners|group|associates)|(?<!re)search$|placements?$|personaldienst|personalberatung",
    re.IGNORECASE,
)
_AGENCIES = words(
    """
    hays randstad adecco manpower manpowergroup michaelpage pagegroup pagepersonnel roberthalf kellyservices kforce
    teksystems aerotek insightglobal cybercoders harnham kornferry heidrick spencerstuart spencerogden computerfutures
    sthree huxley morganmckinley robertwalters brunel antal experis akkodis modis hydrogengroup alexandermann collabera
    actalent allegisgroup beaconhill motionrecruitment jobot mondo nigelfrank frankgroup opusrs oliverbernard gravitas
    progressiverecruitment apexsystems vaco creativecircle aquent 24seven
    """
)
_PLATFORMS = words(
    """
    greenhouse lever workday ashby ashbyhq icims smartrecruiters taleo jobvite bamboohr workable recruitee teamtailor
    personio breezy breezyhr jazzhr successfactors sapsuccessfactors indeed linkedin glassdoor ziprecruiter monster dice
    stepstone calendly goodtime hirevue zoom googlemeet microsoftteams teams msteams skype webex hackerrank codility
    codesignal coderpad wellfound otta handshake gem paradox phenom eightfold avature oraclecloud ukg paylocity adp
    rippling pinpoint karat testgorilla googlecalendar google calendar modernloop welcometothejungle xing seek naukri
    totaljobs reed slack gmail outlook icloud whatsapp github gitlab leetcode loom facetime
    """
)
_NEVER = words(
    """
    senior junior lead head principal staff graduate
    name canceled cancelled accepted declined rescheduled updated about mr mrs ms dr sir amu ad contractor placement cell
    the this our your us you we i it they a an team company hiring human resources hr talent acquisition recruiting
    recruitment recruiter recruiters career careers people job jobs interview interviews application applications monday
    tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec noon am pm void booked task urgent fyi ref posting
    unsubscribe automatic est pst cst gmt utc bst cet et pt ct mt all any hello hi dear thanks thank best regards kind
    please confirmation confirmed invitation invite update re fwd fw candidate candidates applicant applicants position
    role no reply noreply notification notifications info admin support department office phone video onsite virtual next
    final first second third round stage new your important action required reminder status data engineering product
    design marketing sales finance london paris berlin york san francisco boston chicago austin seattle dublin amsterdam
    remote europe america uk usa us eu india canada germany
    """
)
_STOPS_NAME = re.compile(
    r"(?:,? (?:(?-i:We|Your|Our|You|I|Thank|Thanks|The|This|It|Please|If|As|In|On|At|For|To|And|After|While|Unfortunately|Hi"
    r"|Hello|Dear|Best|Kind|Regards|Team|Recruiting|Recruitment|Talent|Careers|Career|Hiring|HR|Human|People|Interview"
    r"|Application|Candidate|Job|Jobs|Campus|Early|Update|Invitation|Confirmation|Position|Role|Staffing)\b).*)$"
)
_DISPLAY_AT = re.compile(
    r"(?: at | @ | from | for | \| | - |, )(?P<name>[^|,()@<>]{2,50})$|\((?P<bracket>[^()@]{2,50})\)\s*$", re.IGNORECASE
)
_DISPLAY_BY = re.compile(r"^[\w' ]{2,30} by (?P<name>[A-Z][^|,()@<>]{1,50})$")
_DISPLAY_VIA = re.compile(r"^(?P<name>.{2,50}?)[\s,(-]+(?:via|through|powered by) .{2,40}$", re.IGNORECASE)
_DISPLAY_TEAM = re.compile(
    rf"[\s|,:-]*(?:\b(?:{TEAM}|team|the|no-?reply|do not reply|notifications?|applications?|support|updates?|scheduling"
    rf"|coordinator|department|dept|office|desk|personnel|service centre|no|reply|mailbox|portal|onboarding"
    rf"|assessments?)\b[\s|,:&-]*)+$",
    re.IGNORECASE,
)
_LEADING_TEAM = re.compile(rf"^(?:(?:{TEAM}|the|team)\b[\s|,:&-]*)+(?=\w)", re.IGNORECASE)
_NOTICES = re.compile(r"\b(?:notifications?|scheduler|updates?|support|no-?reply)\b", re.IGNORECASE)
_SIGNED = re.compile(r"(?:^|\n)(?:[^\n]{2,60}?(?:\||,| at | @ | - | of ) ?)(?P<name>[^\n|,@]{2,50})(?=\n|$)")
_OF_WHOLE = re.compile(rf"\b(?:{'|'.join(sorted(ORGANISATION_WORDS))}) of $", re.IGNORECASE)
"""In "University of the Wolds" the name is the whole."""
_ALONE = re.compile(r"(?:^|\n)(?P<name>[^\n|,@:/\d]{2,40})(?=\n|$)")
_HEADING = re.compile(r"[A-Z][A-Z&'.-]+(?: [A-Z&][A-Z&'.-]*){1,4}")
_SERVES_OTHERS = re.compile(r"hire|hiring|recruit|talent|applicant|onboard")


@dataclass(slots=True)
class _Ballot:
    """Votes by company key, and how often each spelling was used. `own` is the sender's domain, which may be a platform's."""

    own: str = ""
    votes: dict[str, float] = field(default_factory=dict)
    spellings: dict[str, dict[str, float]] = field(default_factory=dict)
    certain: set[str] = field(default_factory=set)

    def add(self, name: str, weight: float) -> None:
        cleaned = _cleaned(name)
        key = company_key(cleaned)
        if not _may_be_company(cleaned, key) or (key in _PLATFORMS and not (key == self.own and weight >= _CERTAIN)):
            return
        self.votes[key] = self.votes.get(key, 0.0) + weight
        if weight >= _CERTAIN:
            self.certain.add(key)
        spelling = self.spellings.setdefault(key, {})
        spelling[cleaned] = spelling.get(cleaned, 0.0) + weight

    def lean(self, key: str, weight: float) -> None:
        if key in self.votes:
            self.votes[key] += weight

    def merge_prefixes(self, label: str) -> None:
        """ "Acme" and "Acme Labs" are one company in one mail. The domain's spelling gets all votes, else the one with more."""
        for key in sorted(self.votes, key=len):
            for other in list(self.votes):
                if other != key and key in self.votes and other in self.votes and len(key) >= 4 and other.startswith(key):
                    longer = other == label or (key != label and self.votes[other] > self.votes[key])
                    winner, loser = (other, key) if longer else (key, other)
                    self.votes[winner] += self.votes.pop(loser)

    def without(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.votes.pop(key, None)

    def winner(self) -> tuple[str, float] | None:
        if not self.votes:
            return None
        key = max(self.votes, key=lambda candidate: (self.votes[candidate], len(candidate)))
        spelling = self.spellings[key]
        return max(spelling, key=lambda name: (spelling[name] - 0.5 * (name != without_suffix(name)), -len(name))), self.votes[
            key
        ]


def company_of(
    message: Message, body: Prose, structure: Structure, context: Context, sender: str, people: Iterable[str]
) -> tuple[str | None, bool]:
    """The company, and whether an agency stands between it and the user. None where the message does not tell.

    `sender` is the name of the person who sends, if a person does; `people` are the other persons: they are no companies.
    """
    other_side = message.to[0] if context.outgoing and message.to else message.sender
    label, host = _labels(other_side, structure)
    agency = _is_agency(label or host, body, sender)
    ballot = _Ballot(own=label)
    for weight, name in _said(message, body, other_side, sender, label, host, outgoing=context.outgoing):
        ballot.add(name, weight)
    for weight, name in _from_domain(ballot, label, message, body, other_side, context.known_company or ""):
        ballot.add(name, weight)
    ballot.without(key for key in list(ballot.votes) if host and (key.startswith(host) or host.startswith(key)))
    if label and (employer := _employer_of_host(body, label)):
        ballot.without([label])
        ballot.add(employer, 6.0)
    ballot.without(_keys_of_people([*people, sender]) - ballot.certain)
    ballot.without(_keys_of_people([context.own_name, *context.own_name.split()]))
    ballot.merge_prefixes(label)
    if agency:
        ballot.without(
            key for key in list(ballot.votes) if key == label or (label and label.startswith(key)) or _AGENCY_NAME.search(key)
        )
        for found in ABOUT_CLIENT.finditer(body.plain):
            ballot.add(found["name"], 4.0)
        for name in _organisations(body):
            ballot.add(name, 1.5)
    if context.known_company:
        ballot.lean(company_key(context.known_company), 1.0)
    winner = ballot.winner()
    if winner is None or winner[1] < _LEAST_VOTES:
        return None, agency
    return winner[0], agency


def _organisations(body: Prose) -> Iterator[str]:
    """The names in a text that end as those of organisations do; an agency writes about one or two."""
    for found in islice(CAPITALISED.finditer(body.plain), _MOST_NAMES):
        name = found.group().removesuffix("'s")
        if " " in name and name.split()[-1].strip(".,").lower() in ORGANISATION_WORDS and not _AGENCY_NAME.search(name):
            yield name


def _said(
    message: Message, body: Prose, other_side: Address | None, sender: str, label: str, host: str, *, outgoing: bool
) -> Iterator[tuple[float, str]]:
    machine = not label and not sender
    for weight, pattern in IN_BODY:
        for found in pattern.finditer(body.plain):
            name = body.words(*found.span("name"))
            if weight <= IN_PASSING and _is_persons(name, label):
                continue
            yield (2.0 if machine and weight == IN_PASSING else weight), name
    subject = Prose.of(message.subject[:300])
    for weight, pattern in IN_SUBJECT:
        for found in pattern.finditer(subject.plain):
            name = subject.words(*found.span("name"))
            yield (weight / 4 if weight < _CERTAIN and _is_persons(name, label) else weight), name
    heading = body.shown.split("\n", 1)[0]
    if _HEADING.fullmatch(heading):
        yield 2.0, heading
    if other_side is not None:
        yield from _in_display(other_side.name[:120], sender, label, host)
    if not outgoing:
        signature = Prose.of(message.signature[:800])
        for pattern, weight in ((_SIGNED, 1.5), (_ALONE, 1.0)):
            for found in pattern.finditer(signature.plain):
                if _OF_WHOLE.search(signature.plain, found.start(), found.start("name")):
                    continue
                yield weight, signature.words(*found.span("name"))
        closing = Prose.of(message.new_text[-300:])
        for found in _SIGNED.finditer(closing.plain):
            if names_role(found.group()):
                yield 1.5, closing.words(*found.span("name"))
        for line in closing.shown.split("\n")[1:][-5:]:
            if _ALONE.fullmatch(line) and line.split()[-1].strip(".,").lower() in ORGANISATION_WORDS:
                yield 1.5, line


def _is_persons(name: str, label: str) -> bool:
    """ "Intro call with Noor Aziz" names a person, unless the sender's domain is that name."""
    return " " in name and looks_like_person(name) and not (label and is_spelling(name, {label}, loose=True))


def _in_display(display: str, sender: str, label: str, host: str) -> Iterator[tuple[float, str]]:
    """What a From display name says: "Acme Careers", "Dana at Acme", "Acme via Greenhouse"."""
    via = _DISPLAY_VIA.match(display)
    shown = via["name"] if via else display
    person = bool(sender) and sender.split()[-1] in shown
    at = _DISPLAY_AT.search(shown)
    before = shown[: at.start()] if at is not None else ""
    of_host = len(company_key(before)) > 3 and (label or host).startswith(company_key(before))
    if at is not None and (person or of_host or looks_like_person(before)) and not names_role(at["name"] or at["bracket"]):
        name = _DISPLAY_TEAM.sub("", at["name"] or at["bracket"])
        # "Gemma Tranter (AMU)" writes from a ward; "Dana Reyes (Initech)" from free mail for a company.
        own = not label or is_spelling(name, {label}, loose=True) or at["name"] is not None
        yield 4.0 if own else 1.0, name
        return
    made_by = _DISPLAY_BY.match(shown)
    if made_by is not None and not person:
        yield 4.0, made_by["name"]
        return
    bare = _DISPLAY_TEAM.sub("", _LEADING_TEAM.sub("", shown)).strip(" -|,:")
    # "Surgical Services" at a hospital's own domain is a department, not the company.
    foreign = bool(label) and not is_spelling(bare, {label}) and not label.startswith(company_key(bare)[:4] or "\0")
    if foreign and names_role(bare):
        return
    if bare != shown.strip() and bare:
        yield 1.5 if _NOTICES.search(shown) else 4.0 if not foreign else 2.0, bare
    elif bare and not person and "@" not in bare:
        yield 2.5, bare
    elif via and bare:
        yield 1.0, bare


def _labels(address: Address | None, structure: Structure) -> tuple[str, str]:
    """The distinguishing part of the sender's own domain, and that of a host which sends for others: one of them, or neither.

    Free mail says nothing; tracking systems, job boards and whoever is named after "via" are hosts.
    """
    if address is None or is_free_mail(address.domain):
        return "", ""
    label = own_label(address.domain).replace("-", "")
    hosted = structure.applicant_system or structure.job_board or _DISPLAY_VIA.match(address.name[:120])
    return ("", label) if hosted or _SERVES_OTHERS.search(label) else (label, "")


def _keys_of_people(names: Iterable[str]) -> set[str]:
    """The keys under which a person's whole and first name would stand on the ballot."""
    return {company_key(part) for name in names if name for part in (name, name.split()[0])}


def _from_domain(
    ballot: _Ballot, label: str, message: Message, body: Prose, other_side: Address | None, known: str
) -> Iterator[tuple[float, str]]:
    """The domain's vote goes to the name that the text has for it ("vandelay": "Vandelay Industries"), else to itself."""
    labels = [label] if label and label not in _PLATFORMS else []
    if not label and other_side is not None and not is_free_mail(other_side.domain):
        labels = _tenant_labels(other_side)
    for candidate in labels:
        keys = {candidate, LABEL_AFFIXES.sub("", candidate), without_and(candidate)} - {""}
        weight = 3.5 if label else 2.0
        said = [
            key
            for key, spelling in ballot.spellings.items()
            if key in ballot.votes and any(is_spelling(name, keys, loose=ballot.votes[key] >= _LEAST_VOTES) for name in spelling)
        ]
        if said:
            best = max(said, key=lambda key: ballot.votes[key])
            spelling = ballot.spellings[best]
            yield weight, max(spelling, key=lambda name: spelling[name])
        elif shown := _spelled(keys, message, body):
            yield weight, shown
        elif label and other_side is not None:
            is_known = bool(company_key(known)) and is_spelling(known, keys, loose=True)
            yield 2.5, known if is_known else name_of_label(other_side)


def _tenant_labels(address: Address) -> list[str]:
    """The employer's name in a tracking system's address: "acme@myworkday.com", "jobs@acme.recruitee.com"."""
    own = organisational_domain(address.domain)
    tenant = address.domain.removesuffix(own).strip(".").split(".")[0]
    local = re.split(r"[+_.]", address.local_part)[0]
    return [
        label
        for label in (tenant, local)
        if len(label) > 2
        and not re.fullmatch(
            r"no-?reply|mail|email|us|eu|notifications?|jobs|careers|hire|do-?not-?reply|noreply|\w*\d{2,}\w*", label
        )
    ]


def _spelled(keys: set[str], message: Message, body: Prose) -> str:
    """How the message writes the company whose domain it is: "acmelabs" -> "Acme Labs"; '' where it does not."""
    sender = message.sender.name if message.sender else ""
    initials = {key[0] for key in keys}
    for text in (body.shown[:6000], message.subject[:300], sender[:120], message.signature[:800]):
        for found in CAPITALISED.finditer(text):
            words = found.group().removesuffix("'s").removesuffix("\u2019s").split()
            for start in range(len(words)):
                if words[start][0].lower() not in initials and words[start].lower() not in ORGANISATION_WORDS:
                    continue
                if is_spelling(" ".join(words[start:]), keys):
                    whole = (
                        not keys.isdisjoint({company_key(" ".join(words[start:])), squashed(" ".join(words[start:]))})
                        or words[-1].strip(".,").lower() in ORGANISATION_WORDS
                        or (words[start].lower() in ORGANISATION_WORDS and words[start + 1 : start + 2] == ["of"])
                    )
                    if whole:
                        return " ".join(words[start:])
                    exact = next(
                        (stop for stop in range(start + 1, len(words)) if company_key(" ".join(words[start:stop])) in keys), None
                    )
                    if exact is not None:
                        return " ".join(words[start:exact])
    return ""


def _employer_of_host(body: Prose, label: str) -> str:
    """ "StaffRounds on behalf of Pennyfield Hospitals": for whom a sender of that domain says to send; '' where for nobody."""
    found = ON_BEHALF.search(body.plain) if "on behalf of" in body.plain else None
    if found is None or not is_spelling(found["host"], {label}, loose=True) or is_spelling(found["name"], {label}, loose=True):
        return ""
    return found["name"]


def _is_agency(label: str, body: Prose, sender: str) -> bool:
    """Somebody who speaks of "our client", or a person who writes from a recruiting firm's domain."""
    speaks_of_client = "client" in body.plain.lower() and _FOR_CLIENT.search(body.plain) is not None
    return speaks_of_client or label in _AGENCIES or bool(sender and _AGENCY_NAME.search(label))


def _cleaned(name: str) -> str:
    bare = _STOPS_NAME.sub("", " ".join(name.split()))
    bare = re.sub(r"^(?:The|the) (?=[A-Z]\w+ (?:Team|team)$)", "", bare)
    if bare.isupper() and " " in bare and any(len(word) > 4 for word in bare.split()):
        bare = " ".join(word if len(word) < 4 else word.capitalize() for word in bare.split())
    return bare.removesuffix("'s").removesuffix("\u2019s").strip(" \"'|,;:!?-").removesuffix(".").strip()


def _may_be_company(name: str, key: str) -> bool:
    words = [word.strip(".,'").lower() for word in name.split()]
    if not 2 <= len(key) <= 40 or set(key) <= {"x"} or len(words) > 6 or key.isdigit() or "@" in name:
        return False
    if all(word in _NEVER for word in words):
        return False
    role = names_role(words[-1]) and words[-1] not in ORGANISATION_WORDS
    return not role and not re.match(r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm)?\b", name, re.IGNORECASE)
