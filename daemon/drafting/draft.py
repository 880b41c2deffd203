"""From facts to the mail that will lie in Drafts: composed, linted, and put into the thread that it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from daemon.drafting.compose import compose, own_templates
from daemon.drafting.letter import Letter, LetterFacts
from daemon.drafting.lint import lint
from daemon.drafting.quotation import Original, quoted_html, quoted_text
from daemon.drafting.render import letter_html, letter_text
from daemon.errors import DraftRejected
from daemon.mail.message import Address
from daemon.mail.reply import build_draft, message_id_for, reply_subject


@dataclass(frozen=True, slots=True)
class Parent:
    """The message that a draft answers: its Message-ID and References, with angle brackets, and its subject as it is."""

    message_id: str
    references: tuple[str, ...]
    subject: str


@dataclass(frozen=True, slots=True)
class DraftMail:
    """A draft ready to be saved: its RFC 5322 bytes, and what is worth knowing of them without parsing. `text` is the letter
    without the quotation. `passed_over`: why a template of the user's own was not used, '' if none was refused."""

    mime: bytes
    message_id: str
    subject: str
    text: str
    recipient: Address
    passed_over: str = ""


def draft(
    facts: LetterFacts,
    *,
    parent: Parent | None,
    now: datetime,
    identity: str,
    overrides: Path | None = None,
    original: Original | None = None,
) -> DraftMail:
    """The mail for one follow-up.

    `parent` is None for a message that begins a thread. `now` (aware) becomes the Date. `identity` is the follow-up's, 32 hex
    digits; the Message-ID is made of it, in the domain of the author's address. `overrides` as for `compose`; where a template
    of the user's own cannot be used or makes a letter unfit to be sent, ours takes its place. `original` is quoted below.
    Raises `DraftRejected`, with every rule that the letter breaks, where ours is not fit to be sent either.
    """
    letter, passed_over = _letter(facts, overrides)
    author = Address(facts.author.name, facts.author.address)
    subject = reply_subject(parent.subject) if parent else letter.subject
    text = letter_text(letter)
    try:
        message_id = message_id_for(identity, author.domain)
        mime = build_draft(
            author=author,
            recipient=facts.recipient,
            subject=subject,
            message_id=message_id,
            date=now,
            text="\n".join(filter(None, (text, quoted_text(original, month_first=facts.month_first) if original else ""))),
            html=letter_html(letter) + (quoted_html(original, month_first=facts.month_first) if original else ""),
            parent_id=parent.message_id if parent else "",
            parent_references=parent.references if parent else (),
        )
    except ValueError as fault:
        raise DraftRejected(str(fault)) from fault
    return DraftMail(mime, message_id, subject, text, facts.recipient, passed_over)


def _letter(facts: LetterFacts, overrides: Path | None) -> tuple[Letter, str]:
    """The letter, and why it is not the user's own template's where that is so."""
    try:
        return _fit_letter(facts, overrides), ""
    except DraftRejected as refusal:
        own = own_templates(overrides, facts)
        if not own:
            raise
        return _fit_letter(facts, None), f"{' and '.join(own)}: {refusal}"


def _fit_letter(facts: LetterFacts, overrides: Path | None) -> Letter:
    letter = compose(facts, overrides=overrides)
    if problems := lint(letter, facts):
        raise DraftRejected("; ".join(problems))
    return letter
