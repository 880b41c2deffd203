"""A message as features of the linear model: what it says in words and pieces of words, its form, and what the rules saw in it.

Names of people and of the sender's domain, numbers, days and links become placeholders, so that the model learns how people
put things and not who they were. A word counts once a message; a long letter is no louder than a short one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from classifiers.model.meanings import MEANINGS
from classifiers.reading import MessageKind
from classifiers.sentences import Passage
from classifiers.structure import Structure
from classifiers.vocabulary import words
from classifiers.weighing import Tally
from daemon.mail.message import Message

_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
_MONTHS = words(
    "january february april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec"
)
_NOT_NAMES = words(
    "the team hiring careers career recruitment recruiting human resources talent jobs job people office school group "
    "interview interviews candidate application applications events news support services service club"
)
_NAME = re.compile(r"[^\W\d_]{3,40}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_PIECE_LENGTHS = (3, 4, 5)
_LONGEST_WORD = 24
"""Letters of a word that are cut into pieces: bounds the work on texts made of endless words."""

_OPENING = 3
_CLOSING = 4
"""Sentences at the beginning and the end whose words also count with their place, in a text that has a middle."""

_MOST_WEIGHT = 8.0
_PRIVATE = words(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com aol.com icloud.com me.com "
    "mac.com gmx.de gmx.net gmx.com web.de proton.me protonmail.com fastmail.com hey.com zoho.com mail.com comcast.net "
    "verizon.net att.net btinternet.com orange.fr free.fr laposte.net libero.it t-online.de yandex.com rediffmail.com"
)
"""Domains at which anybody has a mailbox: two people of one of these have nothing to do with each other."""

_FORM = (
    "applicant_system",
    "job_board",
    "recruiting",
    "trade",
    "bulk",
    "auto_replied",
    "reply",
    "forward",
)


@dataclass(frozen=True, slots=True)
class Features:
    """What is there or not, and what has a number.

    `words` come with pairs, marks of place and of the subject; `pieces` are parts of words; `meanings` are runs of up to three
    words, each word under the name of what it means. `form` has numbers by name.
    """

    words: frozenset[str]
    pieces: frozenset[str]
    meanings: frozenset[str]
    form: Mapping[str, float]


def features_of(
    message: Message, structure: Structure, passage: Passage, tally: Tally, gate: float, shares: Mapping[MessageKind, float]
) -> Features:
    """The features of one message. `tally`, `gate` (0 to 1) and `shares` (adding up to 1) are what the rules make of it."""
    plain = plain_words(message, passage)
    form = dict(_form(message, structure, passage, plain))
    form.update(_rules(tally, gate, shares))
    return Features(_words(passage, plain), _pieces(plain), _meanings(passage, plain), form)


def from_colleague(message: Message) -> bool:
    """Whether sender and recipient share a domain that is not anybody's: an employer does not write so to a candidate."""
    domain = message.sender.domain if message.sender else ""
    return bool(domain) and domain not in _PRIVATE and any(address.domain == domain for address in message.to[:4])


def plain_words(message: Message, passage: Passage) -> tuple[str, ...]:
    """The words of the passage, one for one, with placeholders for what differs from mail to mail without meaning."""
    names = _names(message)
    plain = map(_plain, passage.words)
    return tuple("<name>" if word in names else word for word in plain) if names else tuple(plain)


def _names(message: Message) -> frozenset[str]:
    sender = message.sender
    shown = [address.name for address in message.to[:4]]
    if sender:
        shown += [sender.name, sender.domain.rpartition(".")[0]]
    return frozenset(_NAME.findall(" ".join(shown)[:400].lower())) - _NOT_NAMES


@lru_cache(maxsize=2048)
def _plain(word: str) -> str:
    first = word[:1]
    if first.isdigit():
        if _CLOCK.fullmatch(word):
            return "<time>"
        if len(word) == 4 and word[:2] in ("19", "20"):
            return "<year>"
        return "<date>" if "/" in word or "-" in word else "<number>"
    if word in _WEEKDAYS:
        return "<weekday>"
    if word in _MONTHS:
        return "<month>"
    return "<link>" if word.startswith("url:") else word


def word_features(sentence: tuple[str, ...], *, question: bool, subject: bool) -> Iterator[tuple[str, int, int]]:
    """The words and pairs of one sentence, each with its first and last place in the sentence (inclusive)."""
    end = len(sentence) - 1
    mark = "s:" if subject else ""
    for at, word in enumerate(sentence):
        yield word, at, at
        if subject:
            yield mark + word, at, at
        if at < end:
            yield f"{word} {sentence[at + 1]}", at, at + 1
    if sentence:
        yield f"^ {sentence[0]}", 0, 0
        yield f"{sentence[-1]} {'?' if question else '$'}", end, end


def _words(passage: Passage, plain: tuple[str, ...]) -> frozenset[str]:
    """What `word_features` gives for each sentence, and the words at the beginning and the end with their place."""
    found = set(plain)
    for sentence in passage.sentences:
        said = plain[sentence.start : sentence.end]
        found.update(map(" ".join, pairwise(("^", *said, "?" if sentence.question else "$"))))
        if sentence.subject:
            found.update(map("s:".__add__, said))
    body = [sentence for sentence in passage.sentences if not sentence.subject]
    if len(body) > _OPENING + _CLOSING:
        for mark, part in (("a:", body[:_OPENING]), ("z:", body[-_CLOSING:])):
            found.update(map(mark.__add__, plain[part[0].start : part[-1].end]))
    return frozenset(found)


def _pieces(plain: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(_pieces_of(word[:_LONGEST_WORD]) for word in set(plain) if not word.startswith("<")))


@lru_cache(maxsize=2048)
def _pieces_of(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + length] for length in _PIECE_LENGTHS for at in range(len(padded) - length + 1))


def _meanings(passage: Passage, plain: tuple[str, ...]) -> frozenset[str]:
    named = tuple(map(MEANINGS.get, plain, plain))
    found = set(named)
    for sentence in passage.sentences:
        said = named[sentence.start : sentence.end]
        found.update(map(" ".join, pairwise(said)))
        found.update(map(" ".join, zip(said, said[1:], said[2:], strict=False)))
    return frozenset(found)


def _form(message: Message, structure: Structure, passage: Passage, plain: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    yield f"form.sender_{structure.sender.value}", 1.0
    yield f"form.calendar_{structure.method.value}", 1.0
    for name in _FORM:
        if getattr(structure, name):
            yield f"form.{name}", 1.0
    if from_colleague(message):
        yield "form.colleague", 1.0
    if message.sender and message.sender.domain in _PRIVATE:
        yield "form.private_sender", 1.0
    if "list-unsubscribe" in message.headers:
        yield "form.unsubscribe", 1.0
    if "auto-submitted" in message.headers:
        yield "form.automatic", 1.0
    body = [sentence for sentence in passage.sentences if not sentence.subject]
    if any(sentence.question for sentence in body):
        yield "form.asks", 1.0
    if any(sentence.question for sentence in body[-_CLOSING:]):
        yield "form.asks_at_the_end", 1.0
    yield f"form.times_{min(3, plain.count('<time>'))}", 1.0
    yield f"form.weekdays_{min(3, plain.count('<weekday>'))}", 1.0
    if not passage.vocabulary.isdisjoint(("you", "your", "yours")):
        yield "form.addresses", 1.0


def _rules(tally: Tally, gate: float, shares: Mapping[MessageKind, float]) -> Iterator[tuple[str, float]]:
    for name, sign in tally.signs.items():
        if not name.startswith("form."):
            yield f"rule.{name}", 1.0 if name in tally.in_body or sign.kind is None else 0.4
    yield "rules.hiring", min(tally.hiring, _MOST_WEIGHT) / 4
    for kind, total in tally.totals.items():
        weight = max(0.0, min(total, _MOST_WEIGHT)) / 4
        yield f"rules.total.{kind.value}", weight
        if kind is not MessageKind.OTHER:
            yield f"rules.gated.{kind.value}", weight * gate
    for kind, share in shares.items():
        yield f"rules.share.{kind.value}", share
