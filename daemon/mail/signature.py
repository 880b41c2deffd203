"""Signatures, legal footers and "sent from my phone", taken off the end of what somebody wrote.

The closing and the name below it are no part of the signature: they tell who writes, and how.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from daemon.mail.vocabulary import any_of

_LONG_LINE: Final = 400
_MAX_SIGNATURE_LINES: Final = 40
_MAX_BLOCK_LINES: Final = 15
_MAX_FOOTER: Final = 1_000
_MAX_CONTACT_LINE: Final = 120
_MAX_NAME: Final = 60

_NOTE: Final = re.compile(
    any_of(
        r"(?:sent|gesendet|envoyé|enviado|inviato|verzonden|verstuurd|skickat)"
        r" (?:from|via|von|mit|de|depuis|desde|do|da|dal|van|vanaf|från)\b.{2,60}",
        r"von meinem .{2,30} gesendet",
        r"get outlook for (?:ios|android|mac).{0,80}",
        r"sent with .{2,40}",
        r"(?:written|typed) on (?:my|a) .{2,30}",
        r"view (?:this (?:e-?mail|message) )?(?:online|in (?:your |a )?(?:web )?browser)\b.{0,60}",
    ),
    re.IGNORECASE,
)
_NOTE_WORDS: Final = re.compile(
    any_of(
        "phone|ipad|android|galaxy|mobile?|blackberry|outlook|yahoo|mail|handy|tablet|superhuman|proton|spark|móvil|portable|browser|online"
    ),
    re.IGNORECASE,
)
_THIS_MESSAGE: Final = r"(?:e-?mail|message|communication|transmission)(?: message)?"
_LEGAL_OPENINGS: Final = any_of(
    r"(?:confidentiality|legal|privacy|disclaimer)(?: notice| note| statement)?\s?:",
    r"confidentiality notice|disclaimer\b",
    rf"this {_THIS_MESSAGE},?(?: (?:and|including) any (?:attachment|file).{{0,40}})? (?:is|are|may|contains?|and its)\b.{{0,80}}"
    r"\b(?:confidential|privileged|proprietary|intended (?:only|solely|exclusively|for the))",
    rf"the (?:information|contents?) (?:contained )?(?:in|of) this {_THIS_MESSAGE}",
    rf"if you (?:are not the intended recipient|have received this {_THIS_MESSAGE} in error)",
    r"diese (?:e-?mail|nachricht)\b.{0,80}\bvertraulich|ce (?:message|courriel)\b.{0,80}\bconfidentiel",
    r"este (?:mensaje|correo)\b.{0,80}\bconfidencial",
    r"(?:please )?consider the environment before|please consider the environment|think before you print",
)
_LEGAL: Final = re.compile(rf"[*_ ]{{0,3}}{_LEGAL_OPENINGS}", re.IGNORECASE)
_FOOTER_OPENINGS: Final = any_of(
    r"unsubscribe\b|to unsubscribe\b|click here to unsubscribe|opt[- ]out\b",
    r"(?:if you )?(?:no longer|don't|do not) (?:want|wish) to (?:receive|get)",
    r"manage (?:your )?(?:e-?mail |notification |subscription )?(?:preferences|subscriptions?|settings|notifications)",
    r"update (?:your )?(?:e-?mail )?preferences",
    r"you(?: have| are|'re)? (?:receiving|received) this (?:e-?mail|message) because you (?:are )?(?:subscribed|signed|opted)",
    r"(?:©|\(c\)|copyright)\s?\d{4}",
)
_FOOTER: Final = re.compile(rf"[*_\[(|• ]{{0,3}}{_FOOTER_OPENINGS}", re.IGNORECASE)
_AGAIN: Final = r"(?:again|so much|very much|a lot|a million|in advance)"
_CLOSING_WORDS: Final = any_of(
    r"(?:with )?(?:best|kind|kindest|warm|warmest|many|my best|all my best)? ?(?:regards|wishes|greetings)",
    rf"(?:with )?(?:many |much |sincere |great )?(?:thanks|thx|appreciation|gratitude)(?: {_AGAIN})?"
    r"(?: and (?:best |kind |warm )?(?:regards|wishes)| and (?:have|speak|talk) .{2,30})?",
    rf"thank you(?: {_AGAIN}| for your (?:time|patience|interest|understanding))?(?: and .{{2,40}})?",
    r"best|warmly|cheers|cordially|respectfully|sincerely|yours|sincerely yours",
    r"(?:yours|very) (?:sincerely|truly|faithfully|truly yours)",
    r"all the best|take care|talk soon|speak soon|see you (?:soon|then|there)|looking forward|until then|rgds|br|kr|tia",
    r"(?:have|enjoy) (?:a|your|the)(?: \w{3,12})? (?:day|week|weekend|evening|afternoon|morning|one|rest of .{3,20})",
    r"(?:mit )?(?:freundlichen|besten|herzlichen|lieben|schönen|vielen) (?:grüßen|grüssen|dank)",
    r"(?:beste|liebe|viele|herzliche|schöne|freundliche) (?:grüße|grüsse)|mfg|vg|lg",
    r"(?:bien )?cordialement|bien à vous|saludos(?: cordiales)?|un saludo|atentamente|cordiali saluti",
    r"(?:met )?vriendelijke groet(?:en)?|med vänliga? hälsning(?:ar)?|med venlig hilsen|pozdrawiam",
)
_CLOSING: Final = re.compile(rf"[*_]{{0,2}}{_CLOSING_WORDS}[ ,.!~*_–—-]{{0,5}}", re.IGNORECASE)
_CLOSING_AND_NAME: Final = re.compile(rf"(?i:{_CLOSING_WORDS})\s?[,.!–—-]{{1,2}}\s?(?:[A-ZÀ-Þ][\w'’-]{{0,20}}\.?(?: |$)){{1,4}}")
_NAME: Final = re.compile(r"[*_~–—-]{0,3}\s?[^\W\d_][\w'’.()/&-]{0,30}(?: [\w'’.()/&-]{1,30}){0,5}[*_!]{0,2}")
_CONTACT: Final = re.compile(
    any_of(
        r"https?://|www\.|@[\w-]{1,60}\.|[|•·]",
        r"\+?\(?\d[\d ().-]{6,20}\d",
        r"\b(?:tel|phone|mobile|cell|direct|office|fax|email|e-mail|web|m|t|p|o|c)\s?[:.]",
        r"\b(?:linkedin|she/her|he/him|they/them)\b",
        r"\b\d{1,6} [A-Z][a-z]{1,20} (?:st|street|ave|avenue|road|rd|blvd|lane|floor|suite|drive)\b",
    ),
    re.IGNORECASE,
)
_TITLES: Final = any_of(
    r"recruit\w*|talent|sourc\w+|human resources|people (?:operations|ops|partner|team)|hr|manager|director|head of|lead",
    r"vp|vice president|engineer|partner|coordinator|specialist|officer|ceo|cto|cfo|coo|chro",
    r"(?:co-)?founder|consultant|assistant|executive|president",
    r"inc\.?|ltd\.?|llc|gmbh|corp\.?",
)
_TITLE: Final = re.compile(rf"\b{_TITLES}(?:\W|$)", re.IGNORECASE)
_AFTER_NAME: Final = re.compile(r"[,|]| [–—-] ")
_POSTSCRIPT: Final = re.compile(r"p\.? ?s\.?\b", re.IGNORECASE)
_WHEN: Final = re.compile(
    r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def cut_signature(lines: Sequence[str], marked: Sequence[str] = ()) -> tuple[list[str], list[str]]:
    """Split the sender's own lines into what was written and what stands below it in every mail of theirs.

    `marked` are the lines of a signature that was found elsewhere.
    """
    written, delimited = _cut_delimited(list(lines))
    written, footer = _cut_footer(written)
    written, notes = _cut_notes(written)
    written, block = _cut_contact_block(written)
    written, signature = _keep_name(written, [*delimited, *marked])
    return written, [*block, "", *notes, *signature, "", *footer]


def _cut_delimited(lines: list[str]) -> tuple[list[str], list[str]]:
    """What follows the signature delimiter "-- " (RFC 3676 §4.3), whose blank mail clients often lose."""
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].rstrip() == "--" and any(lines[:number]) and len(lines) - number <= _MAX_SIGNATURE_LINES:
            return lines[:number], lines[number + 1 :]
    return lines, []


def _cut_footer(lines: list[str]) -> tuple[list[str], list[str]]:
    """Legal notices and subscription footers, from the first of them on.

    What stands above all text is no footer, and neither is a link to unsubscribe with a whole letter below it.
    """
    below = sum(len(line) for line in lines)
    above = 0
    for number, line in enumerate(lines):
        looked_at = line[:_LONG_LINE].strip()
        below -= len(line)
        if above and (_LEGAL.match(looked_at) or (_FOOTER.match(looked_at) and below <= max(above, _MAX_FOOTER))):
            return lines[:number], lines[number:]
        above += len(line)
    return lines, []


def _cut_notes(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines that a program put there: "Sent from my phone", "View in browser"."""
    notes = {
        number
        for number, line in enumerate(lines)
        if len(line) <= _MAX_CONTACT_LINE and _NOTE.fullmatch(line.strip()) and _NOTE_WORDS.search(line)
    }
    return [line for number, line in enumerate(lines) if number not in notes], [lines[number] for number in sorted(notes)]


def _cut_contact_block(lines: list[str]) -> tuple[list[str], list[str]]:
    """The title, numbers and addresses below the last closing and its name. Prose below it (a P.S.) stays."""
    closing = _last_closing(lines)
    if closing is None:
        return lines, []
    name = _name_after(lines, closing)
    kept = lines[: name + 1]
    block: list[str] = []
    paragraph: list[str] = []
    for line in [*lines[name + 1 :], ""]:
        if line:
            paragraph.append(line)
        else:
            (block if _is_contact_block(paragraph) else kept).extend([*paragraph, ""])
            paragraph = []
    return kept, block


def _last_closing(lines: list[str]) -> int | None:
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number].strip()
        if 0 < len(line) <= _MAX_NAME and (_CLOSING.fullmatch(line) or _CLOSING_AND_NAME.fullmatch(line)):
            return number
    return None


def _name_after(lines: list[str], closing: int) -> int:
    """The line with the name under a closing; the closing itself where there is none (or the name stands in it)."""
    if not _CLOSING.fullmatch(lines[closing].strip()):
        return closing
    for number in range(closing + 1, min(closing + 4, len(lines))):
        line = lines[number].strip()
        if line:
            return number if _looks_like_name(line) else closing
    return closing


def _looks_like_name(line: str) -> bool:
    """Whether a line may be a name, perhaps with a title or company behind a comma or bar."""
    name = _AFTER_NAME.split(line, maxsplit=1)[0].strip()
    return len(line) <= _MAX_NAME and _NAME.fullmatch(name) is not None and line[-1] not in ".?:" and not _WHEN.search(line)


def _is_contact_block(paragraph: list[str]) -> bool:
    looked_at = [line[:_LONG_LINE].strip() for line in paragraph]
    if len(looked_at) > _MAX_BLOCK_LINES or any(_is_prose(line) or _WHEN.search(line) for line in looked_at):
        return False
    return any(_CONTACT.search(line) or _is_title(line) for line in looked_at)


def _is_title(line: str) -> bool:
    return _TITLE.search(line) is not None and all(word[0].isupper() for word in line.split() if len(word) > 3)


def _is_prose(line: str) -> bool:
    """Whether a line is said to the reader: most of its words begin small. Titles, addresses and numbers do not look so."""
    parts = [part for part in line.split() if part[0].isalpha()]
    small = sum(part[0].islower() for part in parts)
    return len(line) > _MAX_CONTACT_LINE or (len(parts) >= 4 and small * 2 >= len(parts)) or _POSTSCRIPT.match(line) is not None


def _keep_name(written: list[str], signature: list[str]) -> tuple[list[str], list[str]]:
    """A name that stands only in the signature goes up to the closing that waits for it."""
    last = next((line.strip() for line in reversed(written) if line.strip()), "")
    first = next((number for number, line in enumerate(signature) if line.strip()), None)
    if first is None or not _CLOSING.fullmatch(last) or not _looks_like_name(signature[first].strip()):
        return written, signature
    return [*written, signature[first].strip()], signature[first + 1 :]
