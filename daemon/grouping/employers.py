"""Whether two names are one employer: legal forms, teams, countries and applicant systems' display names left aside."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from classifiers.names import company_key, without_suffix
from daemon.mail.addresses import organisational_domain

_ASIDE = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]|\s(?:via|through|powered by|@)\s.{0,60}$", re.IGNORECASE)
_TEAM = (
    r"(?:(?:hiring|recruit(?:ing|ment)|talent(?: acquisition)?|people(?: ops| operations)?|hr|human resources|careers?|jobs"
    r"|no-?reply|notifications?|application) )?team|careers?|recruit(?:ing|ment)|talent(?: acquisition)?|human resources|hr"
    r"|no-?reply|notifications?|jobs"
)
_BEFORE = re.compile(r"^(?:(?:the|team|careers at|jobs at|recruiting at|people at|hr at|no-?reply) )+", re.IGNORECASE)
_AFTER = re.compile(rf"[\s,|-]+(?:{_TEAM})$", re.IGNORECASE)
_COUNTRY = re.compile(
    r"[\s,-]+(?:u\.?k\.?|u\.?s\.?a?\.?|eu|emea|apac|europe|deutschland|germany|france|ireland|india|australia|canada|singapore|nigeria"
    r"|north america|americas?|uk & ireland|netherlands|spain|italy|poland|switzerland|austria)$",
    re.IGNORECASE,
)
_LEAST_LETTERS = 4
_LEAST_INITIALS = 3


class Kinship(IntEnum):
    """How two names stand to each other. `SIMILAR` ones may be one employer (a part, a short form) or may not."""

    STRANGERS = 0
    SIMILAR = 1
    SAME = 2


@lru_cache(maxsize=4096)
def bare_name(name: str) -> str:
    """The employer's name alone: "Team Northwind", "Northwind Hiring Team", "Northwind UK Ltd" -> "Northwind".

    A name of which nothing would be left stays as it is.
    """
    bare = " ".join(_ASIDE.sub(" ", name).split())
    for pattern in (_BEFORE, _AFTER, None, _COUNTRY, None, _AFTER):
        shorter = pattern.sub("", bare) if pattern else without_suffix(bare)
        bare = shorter if company_key(shorter) else bare
    return bare.strip(" ,|-") or name


@lru_cache(maxsize=4096)
def employer_key(name: str) -> str:
    """What all spellings of one employer have in common; never '' unless `name` has no letter or digit."""
    return company_key(bare_name(name)) or company_key(name)


@lru_cache(maxsize=65536)
def kinship(one: str, other: str) -> Kinship:
    """How two companies' names stand to each other, by the names alone.

    Whole words count: "Bright" and "Brightwater" are strangers, "Bright" and "Bright Health" are similar.
    """
    if employer_key(one) == employer_key(other):
        return Kinship.SAME
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if len("".join(shorter)) >= _LEAST_LETTERS and longer[: len(shorter)] == shorter:
        return Kinship.SIMILAR
    if len(shorter) == 1 and len(longer) >= _LEAST_INITIALS and shorter[0] == "".join(word[0] for word in longer):
        return Kinship.SIMILAR
    return Kinship.STRANGERS


def speaks_for(domain: str, name: str) -> bool:
    """Whether a domain is the employer's own by its spelling: "northwind-traders.com" and "Northwind", "cobot.io" and "Cobot"."""
    label = company_key(organisational_domain(domain).partition(".")[0])
    key = employer_key(name)
    if not label or not key:
        return False
    if label == key or label == "".join(word[0] for word in _words(name)):
        return True
    shorter, longer = sorted((label, key), key=len)
    return len(shorter) >= _LEAST_LETTERS and longer.startswith(shorter)


def _words(name: str) -> tuple[str, ...]:
    return tuple(key for word in bare_name(name).split() if (key := company_key(word)))
