"""What names look like: people's, companies', and the capitalised words of mail that are neither."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from classifiers.tokens import is_uncased
from classifiers.vocabulary import words
from daemon.mail.addresses import person_name

PARTICLES = words("van von de der den da di dos del della la le al bin ibn ter ten el af zu y e")
HONORIFICS = words(
    """
    dr prof professor mr mrs ms miss mx sir dame capt captain rev fr sr sister matron chef ma'am maam en encik puan shri smt engr
    """
)
_NOT_A_PERSON = words(
    """
    sr jr block phase level grade
    pls rd wharf pricing loads validation
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec zoom google
    microsoft teams skype webex meet calendly slack linkedin hackerrank the our your my we you i it this that these those
    he she they a an and or to for of in on at with from by as if is are be was will can may not no yes please thanks
    thank regards best kind warm sincerely cheers hi hello dear hey good morning afternoon evening looking let all here
    there what when where who how why interview interviews interviewer interviewers panel team teams hiring manager
    managers recruiter recruiters recruiting recruitment talent acquisition human resources hr people engineer engineering
    engineers developer director head chief officer vp ceo cto cfo coo cpo lead senior junior principal staff product
    design designer data analyst analysts scientist sales marketing finance operations ops customer success support
    software technical tech technology leader leadership members member colleagues colleague department company position
    role job application candidate careers career office group inc ltd llc gmbh video phone call onsite virtual round
    final first second third next steps details date time location duration agenda link id passcode password dial us uk eu
    est pst cst edt pdt gmt utc cet bst eastern pacific central noon today tomorrow confirmation invitation invite
    calendar update regarding re fw fwd hr's rep representative someone everyone several various both each one two three
    four five noreply reply notifications info admin system automatic mail mailer daemon offer feedback references
    reference assessment onboarding teamviewer github gitlab linkedin indeed greenhouse lever workday shift void booked
    review document documents sign view open click accept started apply read
    kindly engagement plan observer experience english maths
    street road avenue st building floor reception lobby cafe room suite hall house park dear
    """
)
ORGANISATION_WORDS = words(
    """
    homes house holdings placements partners
    industries labs technologies systems bank health software solutions studios games energy foods retail media capital
    ventures robotics analytics pharma motors airlines insurance partners holdings university college school hospital
    institute council foundation trust museum society association services logistics freight credit union consulting
    networks digital global international corp corporation co company plc ag se agency staffing search borough county city
    care clinic centre center hotel restaurant press church ministry laboratory laboratories biosciences therapeutics
    security devices instruments manufacturing construction properties realty mutual financial brands works cloud ai hire
    hiring freight learning pediatrics district board dept department committee elementary lettings unified primary
    ballroom tower towers plaza auditorium theatre theater stadium arena gallery terminal quay grand inn
    hospitals clinics academy authority commission bureau mutual supply mills farms kitchen bakery creamery
    """
)
"""Words that end the names of organisations, not of people."""
GIVEN_OR_WORD = words("will may april june jan august")
"""Words of mail that are first names too: Will Smith."""
FAMILY_OR_WORD = words("park hall house street may church best bank")
"""Words of mail that are last names too: Joan Park."""
_RARE_FAMILY = words("mills head lever march friday block noon press kind warm junior senior")
"""Last names only where an address spells them: Heather Mills."""
_NAMES_ALONE = GIVEN_OR_WORD | {"park", "hall"}
_UNCASED_NO_PERSON = words(
    "团队 招聘 招聘团队 人事 人事部 人力资源 採用 採用担当 您好 你好 谢谢 謝謝 此致 敬礼 채용 채용팀 인사팀"
)
_INITIAL = re.compile(r"[A-Z]\.")
_COMPANY_SUFFIX = re.compile(
    r"[,\s]+(?:inc(?:orporated)?|l\.?l\.?c|l\.?l\.?p|ltd|limited|gmbh(?: (?:&|and) co\.? kg)?|ag|se|s\.?a\.?s|s\.?a\.?r\.?l"
    r"|s\.?a|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|ab|a/s|aps|oyj?|asa?"
    r"|p\.?l\.?c|corp(?:oration)?|co|company|pty(?:\.? ltd)?|pvt(?:\.? ltd)?|private limited|kg|ohg|kk|k\.k|pte(?:\.? ltd)?"
    r"|sp\. z o\.o|s\.r\.o|u\.?g|e\.v)\.?$",
    re.IGNORECASE,
)
_DESCRIPTION = re.compile(r"(?<=\w{3}) (?:group|holdings?|technologies|international|worldwide|usa|industries)$", re.IGNORECASE)
_AND = re.compile(r"(?<=\w{3})and(?=\w{3})")
_SITE_ENDING = re.compile(r"\.(?:com|io|ai|co|net|org|app|dev|so|tech|xyz|health|us|eu)$", re.IGNORECASE)


@lru_cache(maxsize=8192)
def looks_like_person(name: str) -> bool:
    """One to five words as names have them, none of which is only a word of business mail: "Priya", "Tom van der Berg".

    Words that are names too count beside another word and in a name's place: "Will Smith", "Joan Park", not "May".
    """
    words = name.split()
    if not 1 <= len(words) <= 5 or any(character.isdigit() or character in "@&/|()<>:" for character in name):
        return False
    plain = [_plain(word) for word in words]
    if any(
        _is_business(word) and not _is_name_there(plain, index) and not _INITIAL.fullmatch(words[index])
        for index, word in enumerate(plain)
    ):
        return False
    if any(not _opens_name(word) and word not in PARTICLES for word in words) or not _opens_name(words[0]):
        return False
    if len(words) == 1 and is_uncased(words[0]):
        return 2 <= len(words[0]) <= 4
    return len(words) > 1 or (len(words[0].strip(".")) > 1 and not words[0].isupper())


def may_be_person(name: str) -> bool:
    """Whether an address or a signature that spells these words makes a person of them: "Will", "Park", "Heather Mills"."""
    plain = [_plain(word) for word in name.split()]
    if looks_like_person(name):
        return True
    if len(plain) == 1:
        return plain[0] in _NAMES_ALONE and name[0].isupper()
    return len(plain) in (2, 3) and plain[-1] in _RARE_FAMILY and looks_like_person(f"{name.rsplit(None, 1)[0]} Smith")


def _plain(word: str) -> str:
    return word.strip(".,'").removesuffix("'s").lower()


def _is_business(word: str) -> bool:
    return word in _NOT_A_PERSON or word in ORGANISATION_WORDS or word in _UNCASED_NO_PERSON


def _is_name_there(plain: list[str], index: int) -> bool:
    """Whether a business word stands where names have it, in a name of two or three words."""
    if len(plain) not in (2, 3):
        return False
    return plain[index] in GIVEN_OR_WORD if index == 0 else index == len(plain) - 1 and plain[index] in FAMILY_OR_WORD


def _opens_name(word: str) -> bool:
    return word[0].isupper() or is_uncased(word)


def without_postnominals(name: str) -> str:
    """ "Carolyn Bakke RN" -> "Carolyn Bakke": letters behind a full name are a qualification."""
    words = name.split()
    while len(words) > 2 and re.fullmatch(r"[A-Z]{2,6}", words[-1].strip(",.")) and not name.isupper():
        words.pop()
    return " ".join(words).rstrip(",")


def person_in_display(display: str) -> str:
    """The person's name in a From display name, '' where it is a company's or a team's."""
    name = person_name(without_postnominals(display))
    return name if looks_like_person(name) else ""


def without_suffix(name: str) -> str:
    """A company's name without its legal form: "Acme Holdings, Inc." -> "Acme Holdings"."""
    bare = name.strip(" .,;:-")
    for _ in range(2):
        shorter = _COMPANY_SUFFIX.sub("", bare)
        if not shorter or shorter == bare:
            break
        bare = shorter
    return bare


@lru_cache(maxsize=4096)
def company_key(name: str) -> str:
    """What two spellings of one company have in common: "The ACME Co., Ltd." and "Acme" give the same key.

    Lower case, without accents, article, legal form ("Ltd"), description ("Group"), site ending (".com") and all but letters
    and digits. '' for ''.
    """
    bare = _SITE_ENDING.sub("", without_suffix(name))
    bare = _DESCRIPTION.sub("", bare)
    plain = unicodedata.normalize("NFKD", bare).casefold().replace("+", " plus ")
    plain = re.sub(r"^\s*the\s+|\s+(?:and|und|et|y)\s+", " ", plain)
    return "".join(character for character in plain if character.isalnum())


def same_company(one: str, other: str) -> bool:
    """Whether two names may be one company.

    Equal keys, with "&" or "and" or neither; the words of one begin the other ("Acme", "Acme Medical Center"); or one is how the
    domain of the other is written ("Eskmoorcouncil", "Eskmoor Borough Council").
    """
    if without_and(company_key(one)) == without_and(company_key(other)):
        return True
    if is_shortened(one.split(), company_key(other)) or is_shortened(other.split(), company_key(one)):
        return True
    shorter, longer = sorted((_key_words(one), _key_words(other)), key=len)
    return len("".join(shorter)) >= 5 and longer[: len(shorter)] == shorter


def without_and(key: str) -> str:
    """A key or domain label without the "and" amid it: "garnetandvane" and "garnetvane" are both Garnet & Vane."""
    return _AND.sub("", key)


def is_shortened(words: list[str], label: str) -> bool:
    """Whether a domain's label leaves out words or their ends.

    "eskmoorcouncil" for Eskmoor Borough Council, "navaratnasys" for Navaratna Systems, "wolds" for University of the Wolds.
    """
    if len(words) > 2 and words[0].lower() in ORGANISATION_WORDS and words[1] == "of":
        return len(label) > 4 and company_key(words[-1]) == label
    first = company_key(words[0]) if words else ""
    rest = label.removeprefix(first)
    return len(first) > 3 and 2 < len(rest) < len(label) and any(company_key(word).startswith(rest) for word in words[1:])


def _key_words(name: str) -> list[str]:
    return [key for word in without_suffix(name).split() if (key := company_key(word))]
