"""What a message is before its words are read: who sends it, what its headers and its calendar part say.

Form is stronger evidence than any wording: a delivery report stays one whatever it quotes, and a robot that acknowledges an
application does not "get back to you" as a person does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from classifiers.reading import Context
from classifiers.vocabulary import words
from daemon.mail.message import CalendarEvent, Message


class SenderKind(StrEnum):
    """Who sends: a person, a team's mailbox that people write from, a machine, or a mailing list."""

    PERSON = "person"
    TEAM = "team"
    ROBOT = "robot"
    LIST = "list"


class CalendarMethod(StrEnum):
    """What a calendar part does (RFC 5546 §1.4), reduced to what matters here."""

    NONE = "none"
    REQUEST = "request"
    CANCEL = "cancel"
    RESPONSE = "response"


_APPLICANT_SYSTEMS = words(
    # Systems that send applicants' mail for employers: tracking, interview scheduling, tests. Facts about domains, no more.
    "greenhouse.io greenhouse-mail.io lever.co myworkday.com myworkdayjobs.com ashbyhq.com smartrecruiters.com icims.com "
    "jobvite.com workable.com workablemail.com bamboohr.com recruitee.com teamtailor.com teamtailor-mail.com personio.de "
    "personio.com successfactors.com successfactors.eu sapsf.com taleo.net brassring.com jazz.co applytojob.com jazzhr.com "
    "breezy.hr breezy-mail.com gem.com pinpointhq.com pinpoint.email ultipro.com ukg.com paylocity.com eightfold.ai "
    "phenompeople.com phenom.com avature.net join.com softgarden.io softgarden.de tribepad.com eploy.co.uk applicantpro.com "
    "applicantstack.com clearcompany.com fountain.com comeet.com comeet-notifications.com homerun.co "
    "zohorecruit.com bullhorn.com "
    "dover.com dover.io welcometothejungle.com welcomekit.co polymer.co hirehive.com freshteam.com catsone.com jobscore.com "
    "trakstar.com hire.trakstar.com newtonsoftware.com hireology.com governmentjobs.com neogov.com usajobs.gov jobs.nhs.uk "
    "trac.jobs peoplehr.com cornerstoneondemand.com csod.com silkroad.com oorwin.com ceipal.com recruiterbox.com rippling.com "
    "goodtime.io modernloop.io candidate.fyi paradox.ai hirevue.com hackerrank.com hackerrankforwork.com codility.com "
    "codesignal.com testgorilla.com karat.io karat.com sparkhire.com willo.video myinterview.com vidcruiter.com pymetrics.com "
    "shl.com criteriacorp.com thomas.co harver.com vervoe.com coderpad.io byteboard.dev coderbyte.com mettl.com hirebridge.com "
    "jobylon.com talentlyft.com occupop.com hireflix.com interviewstream.com plum.io wonderlic.com applied.com beapplied.com "
    "otta.com hired.com wellfound.com angel.co triplebyte.com"
)
_JOB_BOARDS = words(
    "linkedin.com indeed.com indeedemail.com glassdoor.com ziprecruiter.com monster.com dice.com stepstone.de stepstone.com "
    "totaljobs.com reed.co.uk seek.com.au seek.co.nz naukri.com careerbuilder.com simplyhired.com cv-library.co.uk xing.com "
    "jobstreet.com bayt.com jooble.org adzuna.com talent.com lensa.com jobcase.com snagajob.com builtin.com "
    "handshake.com joinhandshake.com"
)
_MACHINE_LOCAL = re.compile(
    r"no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|notify|alerts?|automat|auto[-_.]|mailer|bounce|"
    r"system|robot|news(?:letter)?|"
    r"digest|updates?$|noreply|billing|receipts?|orders?|invoice|verify|security"
)
_BROADCAST_LOCAL = re.compile(r"news(?:letter)?s?\b|digest|alerts?\b|marketing|promo|offers|insights|community")
_TRADE = re.compile(
    r"propert|realt|rental|letting|estates?\b|mortgage|loans?\b|lending|credit ?union|insurance|dental|dentist|optician|clinic|"
    r"medical|surgery|hospital|therap|vets?\b|admission|registrar|enrol|kindergarten|nursery|membership|tickets?|bookings?|"
    r"orders?\b|shop\b|claims?\b|\bgrants\b|editor|journal|podcast|study\b|donat|volunteer|events?\b|reservation|patient"
)
_RECRUITING_LOCAL = re.compile(
    r"^(?:.{0,20}[-_.+])?(?:careers?|jobs?|talent|recruit\w{0,8}|hiring|hr|human\.?resources|apply|"
    r"applications?|applicants?|candidates?|"
    r"people|employment|campus|bewerbung\w{0,6}|karriere|personal|interviews?|staffing|personnel|resumes?|"
    r"vacancies|rh|recrutement)"
    r"(?:[-_.+].{0,20})?$"
)
_RECRUITING_NAME = re.compile(
    r"\b(?:recruit\w{0,8}|talent|careers?|hiring|human resources|hr|people (?:team|ops|operations)|jobs|staffing|personnel|"
    r"candidate|applicants?|bewerb\w{0,12}|early careers|campus)\b",
    re.IGNORECASE,
)
_RECRUITING_DOMAIN = re.compile(r"recruit|talent|staffing|placements?|hiring|careers?|personnel|headhunt|execsearch|jobs")
_RECRUITING_TITLE = re.compile(
    r"\b(?:recruiter|recruiting|recruitment|talent (?:acquisition|partner|team|sourcer|specialist|manager|lead|advisor)|"
    r"human resources?|hr (?:manager|business|generalist|executive|director|assistant|coordinator|officer|team|"
    r"department|lead|advisor)|"
    r"people (?:operations|partner|team|ops)|head of (?:people|talent)|sourcer|staffing|headhunter|"
    r"executive search|hiring manager)\b",
    re.IGNORECASE,
)
_TEAM_LOCAL = re.compile(
    r"^(?:info|hello|hi|office|contact|support|admin|team|help|service|reception|mail|enquir\w{0,4}|scheduling|coordination)\b"
)
_ABSENCE_TEXT = re.compile(
    r"\b(?:out of (?:the )?office|away from (?:the office|my desk)|on (?:annual |parental |maternity |paternity |sick )?leave"
    r"|on (?:holiday|vacation)|no access to (?:e-?mail|my inbox))\b",
    re.IGNORECASE,
)
_ABSENCE_WITHIN = 600
"""Characters at the beginning of an automatic reply in which it says that nobody is there."""

_ABSENCE_SUBJECT = re.compile(
    r"^\s{0,8}(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|autoreply|out of (?:the )?office|ooo|away from|vacation|"
    r"on (?:leave|holiday|vacation)|abwesen\w{0,10}|automatische antwort|réponse automatique|respuesta automática|absence)\b",
    re.IGNORECASE,
)
_RESPONSE_SUBJECT = re.compile(r"^\s{0,8}(?:accepted|declined|tentative(?:ly accepted)?|new time proposed)\s?:", re.IGNORECASE)
_DELIVERY_SUBJECT = re.compile(
    r"undeliver|delivery (?:status|failure|has failed|incomplete|delayed)|returned mail|returned to sender|"
    r"mail delivery|failure notice",
    re.IGNORECASE,
)
_REPLY_SUBJECT = re.compile(r"^\s{0,8}(?:re|aw|sv|antw|odp|rif|res)\s?(?:\[\d{1,3}\])?:", re.IGNORECASE)
_LIST_TAG = re.compile(r"^(?:\s?(?:re|fwd?)\s?:){0,3}\s{0,4}\[[\w .-]{2,40}\]\s", re.IGNORECASE)
_FORWARD_SUBJECT = re.compile(r"^\s{0,8}(?:fwd?|wg|tr|rv|enc)\s?:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Structure:
    """The form of one message.

    `applicant_system` and `job_board` go by the sender's domain, `recruiting` by its local part, name or signature. `trade`:
    its address or name is that of a counter where people other than candidates apply, book and buy.
    `absence` is an out-of-office by its subject, or an automatic reply that says so, `response` a calendar client's answer,
    `delivery_report` a bounce.
    `reply` and `forward` go by subject and threading headers. `event` is the calendar part that counts.
    """

    sender: SenderKind
    applicant_system: bool
    job_board: bool
    recruiting: bool
    trade: bool
    own: bool
    bulk: bool
    auto_replied: bool
    absence: bool
    response: bool
    delivery_report: bool
    reply: bool
    forward: bool
    method: CalendarMethod
    event: CalendarEvent | None


def structure_of(message: Message, context: Context) -> Structure:
    """The form of `message`: headers, sender, calendar part and subject prefixes; no words of its text but the signature's."""
    headers = message.headers
    sender = message.sender
    domain = sender.domain if sender else ""
    local = sender.local_part[:64] if sender else ""
    name = sender.name[:120] if sender else ""
    subject = message.subject[:300]
    automatic = headers.get("auto-submitted", "no").strip().casefold() not in ("", "no")
    precedence = headers.get("precedence", "").strip().casefold()
    auto_replied = (
        "replied" in headers.get("auto-submitted", "").casefold() or "x-autoreply" in headers or precedence == "auto_reply"
    )
    mailing_list = "list-id" in headers or precedence == "list" or domain.startswith("lists.") or bool(_LIST_TAG.search(subject))
    applicant_system = _within(domain, _APPLICANT_SYSTEMS)
    recruiting = bool(
        _RECRUITING_LOCAL.match(local)
        or (_RECRUITING_NAME.search(name) and not _within(domain, _JOB_BOARDS))
        or (_RECRUITING_DOMAIN.search(domain[:120]) and not _within(domain, _JOB_BOARDS))
        or _RECRUITING_TITLE.search(_closing(message))
    )
    method, event = _calendar(message.calendar)
    return Structure(
        sender=_sender_kind(
            local, name, automatic=automatic or precedence == "bulk", mailing_list=mailing_list, machine=applicant_system
        ),
        applicant_system=applicant_system,
        job_board=_within(domain, _JOB_BOARDS),
        recruiting=recruiting,
        trade=bool(_TRADE.search(f"{local} {domain[:120]} {name.casefold()}")),
        own=bool(sender and sender.key in context.own_addresses),
        bulk=_BROADCAST_LOCAL.search(local) is not None
        or precedence in ("bulk", "junk", "list")
        or "list-unsubscribe" in headers,
        auto_replied=auto_replied,
        absence=bool(_ABSENCE_SUBJECT.search(subject))
        or (auto_replied and _ABSENCE_TEXT.search(message.new_text[:_ABSENCE_WITHIN]) is not None),
        response=bool(_RESPONSE_SUBJECT.search(subject)) or method is CalendarMethod.RESPONSE,
        delivery_report=_is_delivery_report(local, subject, headers.get("return-path", "")),
        reply=bool(message.in_reply_to or _REPLY_SUBJECT.search(subject)),
        forward=bool(_FORWARD_SUBJECT.search(subject)),
        method=method,
        event=event,
    )


def _sender_kind(local: str, name: str, *, automatic: bool, mailing_list: bool, machine: bool) -> SenderKind:
    if mailing_list and not machine:
        return SenderKind.LIST
    if machine or automatic or _MACHINE_LOCAL.search(local):
        return SenderKind.ROBOT
    if _RECRUITING_LOCAL.match(local) or _TEAM_LOCAL.match(local) or _RECRUITING_NAME.search(name):
        return SenderKind.TEAM
    return SenderKind.PERSON


def _closing(message: Message) -> str:
    """Where a sender says what he is: the signature, and the end of the text in case it was not cut."""
    return f"{message.signature[:600]}\n{message.new_text[-400:]}"


def _within(domain: str, domains: frozenset[str]) -> bool:
    labels = domain.split(".")[-5:]
    return any(".".join(labels[start:]) in domains for start in range(len(labels)))


def _is_delivery_report(local: str, subject: str, return_path: str) -> bool:
    if local in ("mailer-daemon", "postmaster"):
        return True
    return return_path.strip() == "<>" and bool(_DELIVERY_SUBJECT.search(subject))


def _calendar(events: tuple[CalendarEvent, ...]) -> tuple[CalendarMethod, CalendarEvent | None]:
    """The strongest of the calendar parts: what calls an appointment off, then what makes one, then a guest's answer."""
    for event in events:
        if event.method.upper() == "CANCEL" or event.status.upper() == "CANCELLED":
            return CalendarMethod.CANCEL, event
    for event in events:
        if event.method.upper() in ("REQUEST", "PUBLISH", ""):
            return CalendarMethod.REQUEST, event
    for event in events:
        if event.method.upper() in ("REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"):
            return CalendarMethod.RESPONSE, event
    return CalendarMethod.NONE, None
