"""Who writes, as far as an answer is concerned: a person or a robot, where an answer arrives, how one addresses the other."""

from __future__ import annotations

import re

from classifiers.names import HONORIFICS, looks_like_person, may_be_person, person_in_display, without_postnominals
from classifiers.prose import Prose
from classifiers.reading import Context, Register
from classifiers.role import names_role
from classifiers.structure import SenderKind, Structure
from classifiers.vocabulary import words
from daemon.mail.addresses import aligned, is_unanswerable
from daemon.mail.message import Address, Message

_CLOSINGS = (
    r"(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|sincere|friendly)?(?: personal)? ?(?:regards|wishes)|best"
    r"|all the best|sincerely(?: yours)?|yours(?: (?:sincerely|faithfully|truly))?|cordially|respectfully"
    r"|(?:many |kind )?thanks(?: (?:again|so much|a lot|in advance|and (?:best )?regards|and talk soon|and see you soon))?"
    r"|thank you(?: (?:again|so much|very much|in advance))?|cheers|warmly|cordially|take care|talk soon|speak soon"
    r"|see you soon|see you then|have a (?:great|good|nice|lovely) [\w ]{2,20}"
    r"|looking forward|br|kr|rgds|regards|mit freundlichen gr\u00fc\u00dfen|saludos|cordialement)"
)
_CLOSED = re.compile(rf"(?:^|\n){_CLOSINGS}(?=\s?[,.!:-]{{0,3}}\s?\n?\s?(?P<name>[^\n]{{1,60}})(?:\n|$))", re.IGNORECASE)
_VIA = re.compile(r"\S+ (?:via|through) \w", re.IGNORECASE)
_DASHED = re.compile(r"(?:^|\n)(?:-{1,3}|~) ?(?P<name>[^\n]{2,40})\s?$")
_GREETING = re.compile(
    r"^\s?(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|hiya|hallo|morning|afternoon),? "
    r"(?P<honorific>(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam)\b\.?)?(?:/(?:mr|mrs|ms)\.?)* ?(?P<name>[^\n,!.:;-]{0,50})",
    re.IGNORECASE,
)
_BARE_GREETING = re.compile(r"^(?P<name>[^\W\d_][\w'-]{1,20})(?: [^\W\d_][\w'-]{1,20})?\s?[,!-]\s?(?:\n|$)")
_DECORATION = re.compile(r"[^\w\s.,'|()/\u2019\u2013\u2014-]")
_NOBODY = words(
    """
    there all team everyone candidate applicant sir madam colleague folks friend hiring again both job seeker valued
    """
)
_ROLE_LOCAL = re.compile(
    r"^(?:careers?|jobs?|talent|recruit\w*|hiring|hr|human-?resources|people|apply|applications?|info|hello|contact|support"
    r"|team|office|admin|noreply|no-reply|notifications?|mail|updates?|staffing|candidates?|scheduling|interviews?)"
    r"(?:[-_.+].*)?$"
)
_BULK = frozenset({"bulk", "list", "junk", "auto_reply"})


def is_robot(message: Message) -> bool:
    """Whether headers say that no person sent this to one reader (RFC 3834 §2 and §5, RFC 2369, RFC 2919)."""
    headers = message.headers
    return (
        headers.get("auto-submitted", "no").strip().casefold().partition(";")[0].strip() not in ("", "no")
        or headers.get("precedence", "").strip().casefold() in _BULK
        or any(name.startswith("list-") for name in headers)
        or headers.get("return-path", "").strip() == "<>"
        or "x-autoreply" in headers
        or "x-autorespond" in headers
        or any(event.method.upper() in ("REPLY", "COUNTER") for event in message.calendar)
    )


def signed_as(message: Message, body: Prose) -> str:
    """The name under the message, "Meg" or "Meg Ortiz"; '' where a team signs or nobody does."""
    display = _shown_person(message.sender) if message.sender else ""
    first = display.split()[0].casefold() if display else ""
    signature = Prose.of(message.signature[:800]).shown
    tail = body.shown[-600:]
    for pattern, text in ((_CLOSED, f"{tail}\n{signature}"), (_DASHED, tail)):
        for found in reversed(list(pattern.finditer(text))):
            name = _as_name(found["name"]) or _lone_name(found["name"])
            if name:
                return name
    for line in (*signature.split("\n")[:3], *reversed(tail.split("\n")[-8:])):
        name = _as_name(line)
        if name and (name.split()[0].casefold() == first if first else line == signature.split("\n")[0]):
            return name
    return _last_line_s_name(tail)


def _last_line_s_name(tail: str) -> str:
    """A bare name that closes the text, by itself or above what its bearer is by profession."""
    lines = [line for line in tail.split("\n") if line.strip()][-4:]
    if len(lines) > 2 and names_role(lines[-1]) and not lines[-1].endswith((".", "!", "?")):
        lines.pop()
    if len(lines) < 2 or not lines[-2].rstrip().endswith((".", "!", "?", ")", ":", ",")):
        return ""
    return _as_name(lines[-1]) if len(lines[-1].split()) < 4 else ""


def _as_name(line: str) -> str:
    line = _DECORATION.sub("", line)
    bare = re.split(r"\s?[|,(/\u2013\u2014]\s?|\s-\s", line.strip(" -~*_"), maxsplit=1)[0].strip(" .!")
    words = bare.split()
    while words and words[0].lower().strip(".") in HONORIFICS:
        words = words[1:]
    name = " ".join(words)
    if name.isupper() and len(words) > 1:
        name = name.title()
    name = without_postnominals(name)
    return name if looks_like_person(name) and len(words) <= 4 else ""


def _lone_name(line: str) -> str:
    """ "Will" alone under a closing is a name, though it is a word elsewhere."""
    bare = line.strip(" -~*_.,!")
    return bare if " " not in bare and bare and may_be_person(bare) else ""


def _shown_person(sender: Address) -> str:
    """The person in the display name; one whose words are ambiguous where the local part spells them.

    A single word before "via" is a company's: "Palisade via DocuSign".
    """
    if _VIA.match(sender.name) and not _spells(sender, sender.name.split()[0]):
        return ""
    display = without_postnominals(sender.name.strip())
    return person_in_display(sender.name) or (display if may_be_person(display) and _spells(sender, display) else "")


def _spells(address: Address, name: str) -> bool:
    """Whether the local part is the first name, first and last name, or initials and last name."""
    parts = [part.strip(".").casefold() for part in name.split()]
    local = re.sub(r"[._-]", "", address.local_part.casefold())
    initials = "".join(part[:1] for part in parts[:-1])
    return local in {parts[0], f"{parts[0]}{parts[-1]}" if len(parts) > 1 else parts[0], f"{initials}{parts[-1]}"}


def person_who_sends(message: Message, structure: Structure, signed: str) -> str:
    """The sender's name where it is a person's. Machines and shared mailboxes carry company names that look like one."""
    sender = message.sender
    name = _shown_person(sender) if sender is not None else ""
    if sender is None or not name:
        return signed
    machine = structure.applicant_system or structure.job_board or is_unanswerable(sender) or _ROLE_LOCAL.match(sender.local_part)
    return name if not machine or (signed and signed.split()[0].casefold() == name.split()[0].casefold()) else signed


def is_written_by_person(message: Message, structure: Structure, context: Context, signed: str) -> bool:
    """No robot's headers, and a person's name under it or a person's address above it. The user's own mail always is."""
    if context.outgoing or structure.own:
        return True
    sender = message.sender
    if sender is None or is_robot(message) or structure.absence or structure.delivery_report or structure.bulk:
        return False
    person = _shown_person(sender)
    if is_unanswerable(sender):
        return bool(signed) and _personal_reply_to(message) is not None
    if structure.applicant_system or structure.job_board:
        return bool(signed and person) and signed.split()[0].casefold() == person.split()[0].casefold()
    if structure.sender in (SenderKind.ROBOT, SenderKind.LIST):
        return False
    return bool(signed) or (bool(person) and not _ROLE_LOCAL.match(sender.local_part)) or _spells_person(sender)


def _spells_person(address: Address) -> bool:
    parts = [part for part in re.split(r"[._]", address.local_part) if part]
    return (
        len(parts) == 2 and all(part.isalpha() and len(part) > 1 for part in parts) and not _ROLE_LOCAL.match(address.local_part)
    )


def reply_address(message: Message, *, written_by_person: bool) -> Address | None:
    """Where an answer reaches a person. Reply-To counts only in the sender's own domain, or as the way around a no-reply."""
    sender = message.sender
    if sender is None or not written_by_person or is_robot(message):
        return None
    if is_unanswerable(sender):
        return _personal_reply_to(message)
    for address in message.reply_to:
        if aligned(address, sender) and not is_unanswerable(address):
            return address if address.name else Address(sender.name, address.email)
    return sender


def _personal_reply_to(message: Message) -> Address | None:
    for address in message.reply_to:
        if not is_unanswerable(address) and not _ROLE_LOCAL.match(address.local_part):
            return address
    return None


def register_of(body: Prose, context: Context) -> Register | None:
    """How the greeting addresses the user; None for "Hi there", "Dear candidate" and no greeting at all."""
    for line in body.shown.split("\n", 3)[:3]:
        found = _GREETING.match(line)
        if found is not None:
            return _register(
                found["honorific"] or "", found["name"], formal=line.lstrip().lower().startswith("dear"), context=context
            )
        bare = _BARE_GREETING.match(line)
        if bare is not None and looks_like_person(bare["name"]):
            return Register.FIRST_NAME
    return None


def _register(honorific: str, name: str, *, formal: bool, context: Context) -> Register | None:
    words = name.strip().split()
    if words and (words[0].lower() in _NOBODY or not words[0][0].isupper()):
        return None
    if honorific:
        return Register.FORMAL if words else None
    if not words or len(words) > 4 or not looks_like_person(" ".join(words)):
        return None
    own = context.own_name.split()
    if len(words) == 1:
        return (
            Register.FORMAL
            if len(own) > 1 and words[0].casefold() == own[-1].casefold() != own[0].casefold()
            else Register.FIRST_NAME
        )
    return Register.FORMAL if formal else Register.FIRST_NAME
