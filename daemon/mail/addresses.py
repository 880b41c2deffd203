"""Whose an address is: a person's, a robot's, which organisation's; and the person's name in a display name."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from publicsuffixlist import PublicSuffixList

from daemon.mail.message import Address
from daemon.mail.vocabulary import any_of, words

_ROBOT_LOCAL_PART: Final = re.compile(
    r"(?:.*[._+-])?(?:no|not|non|never|dont|donot|do[._-]not)[._-]?(?:reply|respond|response|answer)(?:s|er|ing)?(?:[._+-].*|\d*)"
    r"|.*noreply.*|.*donotreply.*"
    r"|(?:mailer-?daemon|postmaster|hostmaster|nobody|null|root|daemon|auto(?:mated|mailer|mail|reply|-?confirm|-?response)?|robot|bot"
    r"|(?:.*[._+-])?(?:notifications?|notify|notifier|alerts?|jobalerts?|newsletters?|digest|updates|announcements?|bounces?|unsubscribe)"
    r"|bounce[._+-].*|bounces[._+=-].*|prvs=.*|srs[01]=.*|calendar-notification|calendar-invite|invitations?|messages-noreply)(?:[+].*)?",
    re.IGNORECASE,
)
_ROBOT_LABELS: Final = words("bounce bounces noreply no-reply donotreply notification notifications notify mailer-daemon")
_ROBOT_DOMAINS: Final = frozenset(
    {
        "myworkday.com",
        "myworkdayjobs.com",
        "taleo.net",
        "successfactors.com",
        "successfactors.eu",
        "brassring.com",
        "missing.invalid",
    }
)
_FREE_MAIL_DOMAINS: Final = words(
    """
    gmail.com googlemail.com icloud.com me.com mac.com aol.com msn.com passport.com ymail.com rocketmail.com proton.me
    protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.io tuta.com hey.com fastmail.com fastmail.fm zoho.com
    zohomail.com zohomail.eu mail.com email.com usa.com mail.ru inbox.ru list.ru bk.ru rambler.ru ukr.net qq.com foxmail.com
    163.com 126.com sina.com sohu.com naver.com daum.net hanmail.net rediffmail.com web.de t-online.de freenet.de posteo.de
    mailbox.org arcor.de orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr libero.it virgilio.it tiscali.it alice.it
    tin.it wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz abv.bg uol.com.br bol.com.br terra.com.br btinternet.com
    sky.com virginmedia.com ntlworld.com talktalk.net blueyonder.co.uk comcast.net verizon.net att.net sbcglobal.net
    bellsouth.net cox.net charter.net earthlink.net optonline.net juno.com shaw.ca rogers.com sympatico.ca telus.net
    bigpond.com optusnet.com.au xtra.co.nz bluewin.ch hispeed.ch telenet.be skynet.be ziggo.nl kpnmail.nl xs4all.nl
    """
)
_FREE_MAIL_BRANDS: Final = frozenset({"yahoo", "hotmail", "outlook", "live", "gmx", "yandex"})
"""Providers with a domain in every country."""

_ASIDE: Final = re.compile(r"\([^()]{0,100}\)|\[[^\[\]]{0,100}\]|<[^<>]{0,100}>")
_VIA: Final = re.compile(r"\s(?:via|from|at|of|by|on behalf of|with|für|von|de chez|@|[|/–—•·-])\s.*", re.IGNORECASE)
_TITLE_WORDS: Final = words("dr prof professor mr mrs ms miss mx sir dame rev ing dipl-ing mag herr frau mme")
_GENERATION: Final = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_DEGREES: Final = any_of(
    "jr|sr|ii|iii|iv|phd|ph\\.d|md|mba|msc|bsc|ma|ba|llm|esq|cpa|cfa|pmp|phr|sphr|shrm-s?cp|cir|acir|pcc|ccp|rn|gphr|cissp",
    "mcipd|fcipd|he/him(?:/his)?|she/her(?:/hers)?|they/them(?:/theirs)?",
)
_DEGREE: Final = re.compile(rf"{_DEGREES}\.?", re.IGNORECASE)
_ORGANISATIONS: Final = any_of(
    "team|careers?|jobs?|talent|recruit(?:ing|ment|ers?)|hiring|human resources|hr|people|acquisition|staffing",
    "support|info|admin|office|service|no-?reply|notifications?|alerts?|newsletter|news|digest|calendar|invitations?|bot|system|mailer|daemon",
    "university|college|school|bank|group|inc|llc|ltd|limited|gmbh|corp|corporation|company|plc|ag|sa|bv|oy|ab|labs|technologies",
    "solutions|consulting|partners|associates|systems|software|health|hospital|foundation|department|workday|greenhouse|lever",
    "linkedin|indeed|glassdoor|google|calendly|zoom|microsoft|smartrecruiters|ashby|icims",
)
_NOT_A_PERSON: Final = re.compile(rf"\b{_ORGANISATIONS}\b", re.IGNORECASE)
_PERSON: Final = re.compile(r"[^\W\d_][\w'’.-]{0,40}(?: [^\W\d_][\w'’.-]{0,40}){0,5}")
_INITIAL: Final = re.compile(r"[A-Z]\.?(?:-?[A-Z]\.?)?")
_MAX_NAME: Final = 100


def is_unanswerable(address: Address) -> bool:
    """Whether mail to this address reaches nobody: no-reply, notifications, bounces, mailer daemons, applicant robots."""
    if "@" not in address.key or _ROBOT_LOCAL_PART.fullmatch(address.local_part[:128]):
        return True
    organisation = organisational_domain(address.domain)
    subdomains = address.domain.removesuffix(organisation).split(".")
    return not _ROBOT_LABELS.isdisjoint(subdomains) or organisation in _ROBOT_DOMAINS


@lru_cache(maxsize=4_096)
def organisational_domain(domain: str) -> str:
    """The registered domain below a public suffix, casefolded: "mail.acme.co.uk" → "acme.co.uk".

    The domain itself where there is none (a bare public suffix, an IP literal).
    """
    cleaned = domain.strip().strip(".").casefold()
    return _public_suffixes().privatesuffix(cleaned) or cleaned


def is_free_mail(domain: str) -> bool:
    """Whether everybody can have an address there, so that the domain says nothing of an employer."""
    own = organisational_domain(domain)
    return own in _FREE_MAIL_DOMAINS or own.partition(".")[0] in _FREE_MAIL_BRANDS


def aligned(one: Address, other: Address) -> bool:
    """Whether two addresses belong to one organisation. Customers of a free mail provider have nothing in common."""
    if one.key == other.key:
        return True
    domain = organisational_domain(one.domain)
    return bool(domain) and domain == organisational_domain(other.domain) and not is_free_mail(domain)


def person_name(display_name: str) -> str:
    """The person in a display name, in reading order; '' where it names no person.

    "Ortiz, Meg (she/her)" → "Meg Ortiz", "Meghan Ortiz via Calendly" → "Meghan Ortiz", "Ridgeline Recruiting" → ''.
    """
    if "@" in display_name[:_MAX_NAME].split(" ")[0]:
        return ""
    name = _VIA.sub("", _ASIDE.sub(" ", display_name[:_MAX_NAME])).strip(" \"'.,;-")
    family, *others = (_without_suffixes(piece.split()) for piece in name.split(","))
    given = [piece for piece in others if not all(_DEGREE.fullmatch(part) for part in piece)]
    if len(given) > 1:
        return ""
    parts = [part for piece in (*given, family) for part in piece]  # "Ortiz, Meg" is Meg Ortiz
    while parts and parts[0].rstrip(".").casefold() in _TITLE_WORDS:
        del parts[0]
    name = " ".join(parts)
    if not _PERSON.fullmatch(name) or _NOT_A_PERSON.search(name):
        return ""
    return " ".join(_cased(part) for part in parts) if name.isupper() or name.islower() else name


def first_name(display_name: str) -> str:
    """The name to greet the person with, '' where only an initial or no person is named: "Dr. Meghan Ortiz" → "Meghan"."""
    first = person_name(display_name).partition(" ")[0]
    return "" if _INITIAL.fullmatch(first) else first


def _without_suffixes(parts: list[str]) -> list[str]:
    """The words of a name without "Jr." at its end, and without degrees behind a first and a last name (Jack Ma has none)."""
    while len(parts) > 1 and (_GENERATION.fullmatch(parts[-1]) or (len(parts) > 2 and _DEGREE.fullmatch(parts[-1]))):
        parts = parts[:-1]
    return parts


def _cased(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


@cache
def _public_suffixes() -> PublicSuffixList:
    return PublicSuffixList()
