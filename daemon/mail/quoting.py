"""What the sender wrote, apart from the history below it and the signature: line by line, in linear time.

A quotation marked with ">" ends where the marks end, so that inline and bottom replies stay. A forwarded message and a history
without marks (Outlook, "On … wrote:") run to the end. `daemon.mail.signature` then takes signature and footers off the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from daemon.mail.signature import cut_signature
from daemon.mail.vocabulary import any_of

_LONG_LINE: Final = 400  # what is looked at of a line; separators are short
_ATTRIBUTION_LINES: Final = 3
_HEADER_LINES: Final = 8

_WROTE: Final = any_of(
    "wrote|schrieb|a écrit|écrit|escribió|escreveu|ha scritto|scrisse|schreef|skrev|kirjoitti|napisał(?:a|\\(a\\))?|napsal|yazdı",
    "написал(?:а|\\(а\\))?|写道",
)
_BEGINS_ATTRIBUTION: Final = re.compile(
    r"(?:on|am|le|el|il|em|op|den|dnia|w dniu|dne|pe|på|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\b", re.IGNORECASE
)
_ENDS_ATTRIBUTION: Final = re.compile(rf".*{_WROTE}.{{0,120}}:\s?\*?", re.IGNORECASE)
_DATED: Final = re.compile(r"\d{4}|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}|@")
_NAMED_ATTRIBUTION: Final = re.compile(
    any_of(
        r"[^<>]{1,80}<[^<>\s]{3,100}@[^<>\s]{3,100}>\)? (?:wrote|schrieb|writes).{0,60}:",
        r"[^<>]{0,60}\d{1,2}:\d\d[^<>]{0,120}<[^<>\s]{3,100}>:",
        r"quoting [^<>]{0,80}<[^<>\s]{3,100}>:",
    ),
    re.IGNORECASE,
)
_ORIGINAL_MESSAGE: Final = any_of(
    r"original (?:message|appointment)|original e-?mail|forwarded (?:message|by .{1,80})|reply message",
    r"ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht",
    r"message (?:d'origine|original|transféré)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)",
    r"messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande",
    r"vidarebefordrat meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna",
)
_FORWARD_BEGINS: Final = any_of(
    r"begin forwarded message|anfang der weitergeleiteten nachricht|début du message (?:réexpédié|transféré)",
    r"inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht",
)
_SEPARATOR: Final = re.compile(rf"[-_*> ]{{2,40}}\s?{_ORIGINAL_MESSAGE}\s?[-_*]{{2,40}}|{_FORWARD_BEGINS}\s?:", re.IGNORECASE)
_SEPARATOR_IN_A_LINE: Final = re.compile(rf"-{{4,40}}\s?{_ORIGINAL_MESSAGE}\s?-{{4,40}}\s", re.IGNORECASE)
"""An HTML mail turned into text may have all the fields of the history in one line."""
_HEADER_FIELD: Final = re.compile(
    r"[*_]{0,2}(?:(?P<sender>from|von|de|da|van|från|fra|od|от)"
    r"|(?P<sent>sent|gesendet|envoyé|enviado|inviato|verzonden|skickat|sendt|wysłano|отправлено)"
    r"|(?P<date>date|datum|data|fecha|дата)"
    r"|(?P<recipient>to|an|à|para|a|aan|till|til|do|кому)"
    r"|(?P<subject>subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|тема)"
    r"|(?P<other>cc|kopie|reply-to|importance))\s?:[*_]{0,2}(?:\s|$)",
    re.IGNORECASE,
)
_FIRST_FIELDS: Final = frozenset({"sender", "sent", "date"})
_NOTES_DATE: Final = re.compile(
    r"(?:[^\n]{1,120} on )?\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d\d(?::\d\d)? [ap]m(?: [a-z]{3,4})?", re.IGNORECASE
)
_NOTES_FIELD: Final = re.compile(r"(?P<recipient>to)\s?:|(?P<other>cc)\s?:|(?P<subject>subject)\s?:", re.IGNORECASE)
_NOTES_LINES: Final = 4
"""Lines below its date in which the header block of Lotus Notes shows the field Subject."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A text in three: `new` is the sender's own, `quoted` the history, `signature` the contact block and the footers."""

    new: str
    quoted: str = ""
    signature: str = ""


def split(text: str, *, marked_signature: str = "") -> Parts:
    """Take a message's text (plain line ends) apart. Nothing is lost: each line but empty ones is in one of the parts.

    The closing ("Best regards,") and the name under it stay in `new`, so that who signs can be read there.
    `marked_signature` is a signature that the HTML marked as such; a name that stands only there comes back to the closing.
    """
    own, quoted = _split_history(_without_blank_runs(text))
    new, signature = cut_signature(own, marked_signature.split("\n"))
    return Parts(_joined(new), _joined(quoted), _joined(signature))


def _without_blank_runs(text: str) -> list[str]:
    """The lines of `text` without trailing blanks and with at most one empty line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return lines


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(_without_blank_runs("\n".join(lines))).strip()


def _split_history(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    own: list[str] = []
    quoted: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.lstrip()[:1] == ">":
            quoted.append(line)
            number += 1
            continue
        attribution = _attribution_length(lines, number)
        if _begins_history(lines, number) or (attribution and not _marked_quotation_follows(lines, number + attribution)):
            quoted.extend(lines[number:])
            break
        if attribution:
            quoted.extend(lines[number : number + attribution])
            number += attribution
        else:
            own.append(line)
            number += 1
    return own, quoted


def _begins_history(lines: Sequence[str], number: int) -> bool:
    """Whether a separator or a block of header fields (Outlook's way to quote) begins at this line."""
    line = lines[number][:_LONG_LINE].strip()
    if not line:
        return False
    if line[0] in "-_*> " or line[-1] == ":":
        following = lines[number + 1][:_LONG_LINE].strip() if number + 1 < len(lines) else ""
        if _SEPARATOR.fullmatch(line) or _SEPARATOR_IN_A_LINE.match(line) or _SEPARATOR.fullmatch(f"{line} {following}"):
            return True
        if line[0] == "_" and len(line) >= 20 and not line.strip("_"):
            return _is_header_block(lines, number + 1)
    if _is_notes_block(lines, number):
        return True
    return _HEADER_FIELD.match(line) is not None and _is_header_block(lines, number)


def _is_notes_block(lines: Sequence[str], number: int) -> bool:
    """Whether Lotus Notes quotes from here on: sender and date on a line (or on two), then To, cc and Subject."""
    for date in (number, number + 1):
        if date < len(lines) and _NOTES_DATE.fullmatch(lines[date][:_LONG_LINE].strip()):
            seen = set()
            for line in lines[date + 1 : date + 1 + _NOTES_LINES]:
                field = _NOTES_FIELD.match(line[:_LONG_LINE].strip())
                if field is not None:
                    seen.add(field.lastgroup)
            return "subject" in seen
    return False


def _is_header_block(lines: Sequence[str], number: int) -> bool:
    """Whether here stand the fields that a mail client shows above a message: enough of them that no prose looks so."""
    seen: set[str] = set()
    has_address = False
    for line in lines[number : number + _HEADER_LINES]:
        stripped = line[:_LONG_LINE].strip()
        if not stripped:
            if seen:
                break
            continue
        match = _HEADER_FIELD.match(stripped)
        if match is None:
            if not seen:
                return False
            continue  # a field that was folded
        name = match.lastgroup or ""
        if not seen and name not in _FIRST_FIELDS:
            return False
        has_address = has_address or (name == "sender" and "@" in stripped)
        seen.add(name)
    if "sender" not in seen:
        return False
    if "subject" in seen:
        return not seen.isdisjoint({"sent", "date", "recipient"})
    return "sent" in seen or ("recipient" in seen and "date" in seen and has_address)


def _attribution_length(lines: Sequence[str], number: int) -> int:
    """How many lines an "On … wrote:" takes that begins here; 0 if none does. Mail clients break it over up to three."""
    first = lines[number][:_LONG_LINE].strip().lstrip("- ")
    if _NAMED_ATTRIBUTION.fullmatch(first):
        return 1
    if not _BEGINS_ATTRIBUTION.match(first):
        return 0
    joined = ""
    for count, line in enumerate(lines[number : number + _ATTRIBUTION_LINES], start=1):
        stripped = line[:_LONG_LINE].strip()
        if not stripped:
            return 0
        joined = f"{joined} {stripped}"
        if stripped.endswith((":", ":*")):
            if not _ENDS_ATTRIBUTION.fullmatch(joined):
                return 0
            return count if _DATED.search(joined) or _marked_quotation_follows(lines, number + count) else 0
    return 0


def _marked_quotation_follows(lines: Sequence[str], number: int) -> bool:
    for line in lines[number : number + 3]:
        if line.strip():
            return line.lstrip().startswith(">")
    return False
