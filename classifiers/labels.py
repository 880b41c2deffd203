"""The labels of domains, and the names of companies that they stand for: "vandelay" for Vandelay Industries."""

from __future__ import annotations

import re

from classifiers.names import ORGANISATION_WORDS, company_key, is_shortened
from classifiers.vocabulary import words
from daemon.mail.addresses import organisational_domain
from daemon.mail.message import Address

_LONGEST_NAME = 80
_SECOND_LEVELS = words("gov ac edu co com org net nhs sch mil police stateagency school k12")
"""Second levels that are public suffixes somewhere, and stand for nobody anywhere."""
_LABEL_ENDINGS = frozenset(word for word in ORGANISATION_WORDS if len(word) > 3) | words(
    """
    stores store bakery gym water court bpo farm farms libraries library hotels players orkest verlag bio fund barn schools rail
    railway controls steel marine law legal pictures films gardens hvac plumbing vets coal coffee books travel tours finance
    wealth advisory staffing cloud park plastics paper boats bridge grid games audio power solar wind tools toys wines cycles
    church opera symphony orchestra museum festival archive archives zoo aquarium brewing breweries distillery catering
    """
)
"""Last words of business names by which a domain's label is taken apart: "teskaplastics" is Teska Plastics."""
LABEL_AFFIXES = re.compile(
    r"^(?:get|try|join|go|use|hello|team|mail)(?=\w{4})|(?:careers?|jobs?|talent|recruiting|hiring|mail|email|hq|inc|corp|app"
    r"|labs?hq|team|group|online|global|uni|univ|university)$"
)


def is_spelling(name: str, labels: set[str], *, loose: bool = False) -> bool:
    """Whether a domain's label may stand for that name: "vandelay" for Vandelay Industries, "acmesd" for Acme School District.

    `loose`: it is enough that both begin with the same word ("larkspurstores", Larkspur Home & Garden).
    """
    if len(name) > _LONGEST_NAME:
        return False
    key = company_key(name)
    if squashed(name) in labels:
        return True
    parts = [word for word in re.split(r"[\s-]+", name) if word and word[0].isalnum()]
    for label in labels:
        if key == label or (len(label) > 3 and key.startswith(label)):
            return True
        first = company_key(parts[0]) if parts else ""
        if is_shortened(parts, label):
            return True
        if loose and len(first) > 4 and label.startswith(first) and 2 * len(first) > len(label):
            return True
        if any(
            company_key(" ".join(parts[:count])) + "".join(word[0].lower() for word in parts[count:]) == label
            for count in range(len(parts) - 1)
        ):
            return True
    return False


def squashed(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())


def name_of_label(address: Address) -> str:
    """The domain's label made to look like a name: "acme-labs", "acmelabs" -> "Acme Labs", "hsbc" -> "HSBC"."""
    label = own_label(address.domain)
    label = LABEL_AFFIXES.sub("", label) or label
    ending = next((label[start:] for start in range(len(label)) if label[start:] in _LABEL_ENDINGS), "")
    if ending and len(label) - len(ending) > 3:
        label = f"{label.removesuffix(ending)}-{ending}"
    parts = [part for part in label.split("-") if part]
    return " ".join(part.upper() if _is_acronym(part) else part.capitalize() for part in parts)


def _is_acronym(part: str) -> bool:
    return len(part) <= 3 or (len(part) == 4 and not re.search("[aeiouy]", part))


def own_label(domain: str) -> str:
    """The distinguishing label of a domain: "acme" of "mail.acme.co.uk", "harrowmere" of "harrowmere.gov.test"."""
    own = organisational_domain(domain)
    first = own.partition(".")[0]
    if first in _SECOND_LEVELS:
        above = domain.casefold().removesuffix(own).strip(".").rpartition(".")[2]
        return above or first
    return first
