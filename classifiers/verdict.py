"""From the signs in a message to a verdict on its kind.

Each rule that matches in reach adds its weight to its kind, once. Words of hiring, the sender and the thread make the
job-context gate: the lower, the less the weights of hiring kinds count and the more `other` has. A few settlements follow
where kinds share their words (a "no" beats the thanks before it, a new fixed time turns a cancellation into a confirmation).
What is left are ten totals; their softmax is the confidence. A trained model would add its own totals to `_Tally` and change
nothing after it.

Decisions about borderline kinds, documented because others build on them:
* "Your one-way interview is complete" is an acknowledgement: `application_received` (the facts say that a machine interviewed).
* A reschedule that asks for or offers times is `interview_cancelled`: the old appointment is off and no new one stands.
* A single time put as a question is an invitation; stated, it is a confirmation.
* Everything that the user wrote, every out-of-office, bounce and calendar response is `other`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from classifiers import rules
from classifiers.reading import Context, Evidence, MessageKind, Verdict
from classifiers.rules.rule import Rule
from classifiers.rules.scope import counts
from classifiers.sentences import Passage, is_english, read_passage
from classifiers.structure import CalendarMethod, SenderKind, Structure, structure_of
from daemon.mail.message import CalendarEvent, Message

_SUBJECT_SHARE = 0.4
"""Subjects lie ("Good news about your application"): what only they say weighs less than half, and is never confident."""

_OTHER_TO_BEGIN_WITH = 0.5
_OTHER_WITHOUT_CONTEXT = 2.2
_FURTHER_SIGN = 0.75
_STRANGE_FROM = 3.0
_STRANGE = 0.4
"""A plain sign of other people's affairs (a manuscript, a scorecard) takes that share of every hiring kind's weight."""
_PLAINLY_HIRING = 4
_HIRING_SIGNS = frozenset(rule.name for rule in rules.ALL if rule.kind is None)
_PLAIN_SIGNS = frozenset(f"hiring.{name}" for name in ("your_candidacy", "hiring_people", "interviews", "positions", "papers"))
_WALKS_OF_LIFE = frozenset(rule.name for rule in rules.other.WALKS_OF_LIFE)
_ADDRESSING = frozenset(
    {"you", "your", "yours", "yourself", "u", "sie", "ihnen", "ihre", "vous", "votre", "usted", "tu", "su", "je", "uw"}
)
_NOT_TO_THE_USER = 0.6
_LONG_ENOUGH_TO_ADDRESS = 25
"""A decision in a mail of that many words that never says "you" is about somebody else more often than not."""
_SHARPNESS = 1.25
"""Factor before the softmax, set so that nine of ten verdicts at .9 are right on mail that the rules were not written for."""

_HARM_NEEDS_CONTEXT = 0.6
_HARM_NEEDS_SIGNS = 2

_EVIDENCE_LIMIT = 6

_CONFIDENT_AT = 0.75
_CONFIDENT_AT_HARM = 0.85
_HARMFUL = frozenset({MessageKind.REJECTION, MessageKind.HOLDING, MessageKind.INTERVIEW_CONFIRMATION})
"""Kinds on which a draft is written at once: a wrong one embarrasses the user."""


def judge(message: Message, context: Context) -> Verdict:
    """The kind of `message`, with evidence. Reads the new text, the subject, the headers and the calendar part; pure."""
    structure = structure_of(message, context)
    if context.outgoing or structure.own:
        return _settled(1.0, "written by the user", "form.own_message")
    if structure.delivery_report:
        return _settled(0.99, message.subject, "form.delivery_report")
    if structure.response:
        return _settled(0.97, message.subject, "form.calendar_response")
    passage = read_passage(message.subject, message.new_text)
    tally = _weigh(passage)
    if structure.absence and tally.totals[MessageKind.APPLICATION_RECEIVED] < 2:
        return _settled(0.97, message.subject, "form.absence")
    gate = _open_gate(tally, structure, context)
    if structure.event is not None:
        _weigh_calendar(tally, structure, gate, structure.event)
    _weigh_form(tally, structure, context)
    _settle(tally, structure, context)
    return _conclude(tally, gate, passage, structure)


def _settled(confidence: float, phrase: str, rule: str) -> Verdict:
    return Verdict(MessageKind.OTHER, confidence, True, (Evidence(" ".join(phrase.split())[:120], rule),))


@dataclass(slots=True)
class _Tally:
    """The totals so far, and what they rest on: per rule its name, its share and the phrase that it saw."""

    totals: defaultdict[MessageKind, float] = field(default_factory=lambda: defaultdict(float))
    hiring: float = 0.0
    known: bool = False
    """The thread, or the company, already belongs to a process of the user's."""
    seen: dict[str, tuple[MessageKind | None, float, str]] = field(default_factory=dict)
    in_body: set[str] = field(default_factory=set)
    body: defaultdict[MessageKind, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, kind: MessageKind | None, name: str, weight: float, phrase: str, *, body: bool) -> None:
        if kind is None:
            self.hiring += weight
        else:
            self.totals[kind] += weight
            if body:
                self.body[kind] = max(self.body[kind], weight)
        self.seen[name] = (kind, weight, phrase)
        if body:
            self.in_body.add(name)

    def saturate(self) -> None:
        """Let each further sign of a kind count a quarter less: many hints do not outweigh one plain word."""
        weights: defaultdict[MessageKind, list[float]] = defaultdict(list)
        for kind, weight, _ in self.seen.values():
            if kind is not None:
                weights[kind].append(weight)
        for kind, found in weights.items():
            self.totals[kind] = sum(weight * _FURTHER_SIGN**rank for rank, weight in enumerate(sorted(found, reverse=True)))

    def saw(self, name: str) -> bool:
        return name in self.in_body

    def scale(self, kind: MessageKind, factor: float) -> None:
        self.totals[kind] *= factor


def _weigh(passage: Passage) -> _Tally:
    """Every rule that counts somewhere, once: in full where the text says it, in part where only the subject does."""
    best: dict[str, tuple[Rule, float, int, int]] = {}
    for rule, phrase in rules.candidates(passage.vocabulary):
        share = best[rule.name][1] if rule.name in best else 0.0
        if share >= 1:
            continue
        for found in phrase.pattern.finditer(passage.stream):
            first = passage.word_at(found.start() + 1)
            last = max(first, passage.word_at(found.end() - 2))
            new_share = _share(rule, passage, first)
            if new_share <= share or not counts(rule, phrase, passage, first, last) or _voided(rule, passage, first):
                continue
            share = new_share
            best[rule.name] = (rule, share, first, last)
            if share >= 1:
                break
    tally = _Tally()
    for name, (rule, share, first, last) in best.items():
        tally.add(rule.kind, name, rule.weight * share, passage.phrase(first, last), body=share >= 1)
        tally.hiring += rule.implies * share
    tally.saturate()
    return tally


def _share(rule: Rule, passage: Passage, word: int) -> float:
    """A subject line is not believed on what was decided, but it is on what the mail is about."""
    topic = rule.kind is None or rule.name in _WALKS_OF_LIFE
    return 1.0 if topic or not passage.sentence_of(word).subject else _SUBJECT_SHARE


def _voided(rule: Rule, passage: Passage, word: int) -> bool:
    if not rule.unless:
        return False
    sentence = passage.sentence_of(word)
    stream = " " + " ".join(passage.words[sentence.start : sentence.end]) + " \n"
    return any(
        (not phrase.anchors or not phrase.anchors.isdisjoint(passage.vocabulary)) and phrase.pattern.search(stream)
        for phrase in rule.unless
    )


def _open_gate(tally: _Tally, structure: Structure, context: Context) -> float:
    """How far the mail is known to belong to a hiring process of the user's, from 0.15 to 1."""
    hiring = tally.hiring
    hiring += 1.6 if structure.applicant_system else 0.0
    hiring += 1.2 if structure.recruiting else 0.0
    hiring += 0.5 if structure.reply and structure.sender is not SenderKind.LIST else 0.0
    tally.known = context.previous_kind not in (None, MessageKind.OTHER) or bool(context.known_company)
    hiring += 2.0 if context.previous_kind not in (None, MessageKind.OTHER) else 0.0
    hiring += 1.0 if context.known_company else 0.0
    return min(1.0, 0.15 + hiring / 3.0)


def _weigh_calendar(tally: _Tally, structure: Structure, gate: float, event: CalendarEvent) -> None:
    """A calendar part decides over the covering words, in a hiring process. Elsewhere it is somebody's meeting."""
    words = _weigh(read_passage(event.summary, event.description))
    others = words.totals[MessageKind.OTHER] > 2
    gate_here = min(1.0, gate + words.hiring / 3.0)
    title = event.summary[:120] or "calendar part"
    if gate_here < 0.55 or others:
        tally.add(MessageKind.OTHER, "form.meeting", 2.5, title, body=True)
        return
    tally.hiring += words.hiring
    if structure.method is CalendarMethod.CANCEL:
        tally.add(MessageKind.INTERVIEW_CANCELLED, "form.calendar_cancel", 6.0, title, body=True)
    elif structure.method is CalendarMethod.REQUEST and event.start is not None:
        tally.add(MessageKind.INTERVIEW_CONFIRMATION, "form.calendar_request", 5.0, title, body=True)


def _weigh_form(tally: _Tally, structure: Structure, context: Context) -> None:
    """What sender and headers say beside the words."""
    other = MessageKind.OTHER
    if structure.sender is SenderKind.LIST:
        tally.add(other, "form.mailing_list", 3.5, "sent to a mailing list", body=True)
    elif structure.bulk and not structure.applicant_system:
        tally.add(other, "form.bulk", 1.5, "sent in bulk", body=True)
    if structure.trade and len(tally.seen.keys() & _PLAIN_SIGNS) < _PLAINLY_HIRING - 1:
        tally.add(other, "form.trade", 1.5, "sent by another trade's counter", body=True)
    if structure.forward and context.previous_kind is None:
        tally.add(other, "form.forwarded", 0.8, "forwarded", body=True)
    if structure.auto_replied:
        tally.add(MessageKind.APPLICATION_RECEIVED, "form.auto_reply", 0.8, "automatic reply", body=True)


def _settle(tally: _Tally, structure: Structure, context: Context) -> None:
    """Where kinds share words, one yields to the other. The order matters: first what is said, then what is left of the rest."""
    kinds = MessageKind
    totals = tally.totals
    robot = structure.sender is SenderKind.ROBOT
    _settle_appointments(tally)

    if tally.body[kinds.REJECTION] >= 2:
        for kind, factor in (
            (kinds.APPLICATION_RECEIVED, 0.2),
            (kinds.HOLDING, 0.4),
            (kinds.INTERVIEW_INVITATION, 0.4),
            (kinds.INTERVIEW_CONFIRMATION, 0.4),
            (kinds.ASSESSMENT, 0.5),
            (kinds.OUTREACH, 0.5),
        ):
            tally.scale(kind, factor)
    elif totals[kinds.REJECTION] < 4:
        # Thanks, regrets and good wishes without a "no" are the wrapping of every other kind as well.
        tally.scale(kinds.REJECTION, 0.5)

    if tally.body[kinds.APPLICATION_RECEIVED] >= 2.5 and tally.body[kinds.REJECTION] < 2:
        # A receipt that promises an answer is still a receipt, unless it tells of a delay or an interview held.
        tally.scale(kinds.HOLDING, 0.3 if robot or not _told_to_wait(tally) else 0.8)
        tally.scale(kinds.OUTREACH, 0.4)
    if robot and tally.body[kinds.HOLDING] < 2.2:
        tally.scale(kinds.HOLDING, 0.6)

    if tally.body[kinds.ASSESSMENT] >= 2.5:
        tally.scale(kinds.INTERVIEW_INVITATION, 0.5)
        tally.scale(kinds.APPLICATION_RECEIVED, 0.6)
    if tally.body[kinds.OFFER] >= 2.5 and tally.body[kinds.REJECTION] < 2:
        for kind in (
            kinds.INTERVIEW_INVITATION,
            kinds.INTERVIEW_CONFIRMATION,
            kinds.HOLDING,
            kinds.APPLICATION_RECEIVED,
            kinds.OUTREACH,
        ):
            tally.scale(kind, 0.5)
    elif tally.body[kinds.OFFER] < 2.5:
        tally.scale(kinds.OFFER, 0.5)

    known = context.previous_kind not in (None, kinds.OTHER, kinds.OUTREACH)
    if known or tally.saw("hiring.your_candidacy"):
        tally.scale(kinds.OUTREACH, 0.5)
    elif tally.body[kinds.OUTREACH] >= 2:
        # A stranger's call to talk about a role is the approach itself, not a step of a process.
        totals[kinds.OUTREACH] += 0.5 * totals[kinds.INTERVIEW_INVITATION]
        tally.scale(kinds.INTERVIEW_INVITATION, 0.4)
    if known and context.previous_kind in (kinds.INTERVIEW_CONFIRMATION, kinds.HOLDING):
        tally.scale(kinds.HOLDING, 1.2)


def _told_to_wait(tally: _Tally) -> bool:
    return any(
        tally.saw(f"holding.{name}")
        for name in (
            "undecided",
            "still_at_it",
            "interviews_to_go",
            "delayed",
            "sorry_for_the_wait",
            "on_hold",
            "waiting_on",
            "holidays",
        )
    )


def _settle_appointments(tally: _Tally) -> None:
    kinds = MessageKind
    totals = tally.totals
    called_off = tally.body[kinds.INTERVIEW_CANCELLED] >= 2.2
    moved = tally.saw("interview_confirmation.moved_to")
    asks = tally.saw("interview_invitation.asks_availability") or tally.saw("interview_invitation.asks_free")
    if called_off and moved and not asks:
        totals[kinds.INTERVIEW_CONFIRMATION] += totals[kinds.INTERVIEW_CANCELLED]
        tally.scale(kinds.INTERVIEW_CANCELLED, 0.2)
    elif called_off:
        totals[kinds.INTERVIEW_CANCELLED] += 0.5 * totals[kinds.INTERVIEW_INVITATION]
        tally.scale(kinds.INTERVIEW_INVITATION, 0.3)
        tally.scale(kinds.INTERVIEW_CONFIRMATION, 0.3)
        tally.scale(kinds.HOLDING, 0.4)
        if tally.saw("interview_cancelled.called_off"):
            tally.scale(kinds.REJECTION, 0.5)
    elif tally.body[kinds.INTERVIEW_CANCELLED] < 2.2:
        tally.scale(kinds.INTERVIEW_CANCELLED, 0.5)
    if moved:
        totals[kinds.INTERVIEW_CONFIRMATION] += 0.5
    strong_time = any(
        tally.saw(f"interview_confirmation.{name}")
        for name in ("is_scheduled", "see_you_then", "fixed_time", "moved_to", "reminder")
    )
    if asks and not moved:
        # Who asks for a time has none: the times that are named are the choice.
        tally.scale(kinds.INTERVIEW_CONFIRMATION, 0.4)
    elif strong_time:
        tally.scale(kinds.INTERVIEW_INVITATION, 0.6)


def _conclude(tally: _Tally, gate: float, passage: Passage, structure: Structure) -> Verdict:
    if _strange(tally):
        gate *= _STRANGE
    if passage.vocabulary.isdisjoint(_ADDRESSING) and len(passage.words) >= _LONG_ENOUGH_TO_ADDRESS:
        tally.scale(MessageKind.REJECTION, _NOT_TO_THE_USER)
        tally.scale(MessageKind.OFFER, _NOT_TO_THE_USER)
    totals = {kind: total * gate for kind, total in tally.totals.items() if kind is not MessageKind.OTHER}
    totals[MessageKind.OTHER] = tally.totals[MessageKind.OTHER] + _OTHER_TO_BEGIN_WITH + _OTHER_WITHOUT_CONTEXT * (1 - gate)
    shares = _softmax({kind: totals.get(kind, 0.0) for kind in MessageKind})
    kind = max(shares, key=lambda candidate: shares[candidate])
    confidence = shares[kind]
    english = is_english(passage)
    if not english:
        confidence = min(confidence, 0.6)
    threshold = _CONFIDENT_AT_HARM if kind in _HARMFUL else _CONFIDENT_AT
    confident = english and confidence >= threshold and _well_founded(tally, kind, gate, structure)
    return Verdict(kind, round(confidence, 3), confident, _evidence(tally, kind))


def _strange(tally: _Tally) -> bool:
    """Whether the text plainly speaks of other people's affairs. In a mail full of hiring, "grants" is the job's own subject."""
    if len(tally.seen.keys() & _HIRING_SIGNS) >= _PLAINLY_HIRING:
        mistaken = [name for name in tally.seen.keys() & _WALKS_OF_LIFE]
        tally.totals[MessageKind.OTHER] -= sum(0.5 * tally.seen[name][1] for name in mistaken)
        return any(
            kind is MessageKind.OTHER and weight >= _STRANGE_FROM and name not in _WALKS_OF_LIFE
            for name, (kind, weight, _) in tally.seen.items()
        )
    return tally.body[MessageKind.OTHER] >= _STRANGE_FROM or tally.totals[MessageKind.OTHER] >= _STRANGE_FROM + 0.4


def _well_founded(tally: _Tally, kind: MessageKind, gate: float, structure: Structure) -> bool:
    """Whether the text itself says the kind outright, and says nothing that contradicts it."""
    if kind is MessageKind.OTHER:
        return True
    strong = tally.body[kind]
    if kind in _HARMFUL and not _in_context(tally, gate, structure):
        return False
    if strong < (2.0 if kind is MessageKind.HOLDING else 1.9):
        return False
    if kind is MessageKind.HOLDING and structure.sender is SenderKind.ROBOT:
        return False
    against = max((tally.body[rival] for rival in _CONTRADICTIONS.get(kind, ())), default=0.0)
    return against < 2.5 or strong >= 5


_CONTRADICTIONS: dict[MessageKind, tuple[MessageKind, ...]] = {
    MessageKind.REJECTION: (MessageKind.OFFER, MessageKind.INTERVIEW_INVITATION, MessageKind.INTERVIEW_CONFIRMATION),
    MessageKind.HOLDING: (
        MessageKind.REJECTION,
        MessageKind.OFFER,
        MessageKind.APPLICATION_RECEIVED,
        MessageKind.INTERVIEW_CANCELLED,
    ),
    MessageKind.INTERVIEW_CONFIRMATION: (MessageKind.REJECTION, MessageKind.OFFER),
    MessageKind.OFFER: (MessageKind.REJECTION,),
    MessageKind.APPLICATION_RECEIVED: (MessageKind.REJECTION,),
}


def _in_context(tally: _Tally, gate: float, structure: Structure) -> bool:
    """Whether more than one thing says that this is a hiring process: one word ("hiring") may stand in any mail."""
    signs = (
        min(1, len(tally.seen.keys() & _PLAIN_SIGNS))
        + 0.5 * len(tally.seen.keys() & _HIRING_SIGNS)
        + 0.5 * structure.reply
        + structure.recruiting
        + structure.applicant_system
        + 2 * tally.known
    )
    return gate >= _HARM_NEEDS_CONTEXT and signs >= _HARM_NEEDS_SIGNS


def _softmax(totals: dict[MessageKind, float]) -> dict[MessageKind, float]:
    top = max(totals.values())
    powers = {kind: math.exp((total - top) * _SHARPNESS) for kind, total in totals.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}


def _evidence(tally: _Tally, kind: MessageKind) -> tuple[Evidence, ...]:
    mine = [(weight, name, phrase) for name, (its_kind, weight, phrase) in tally.seen.items() if its_kind is kind]
    mine.sort(key=lambda entry: -entry[0])
    return tuple(Evidence(phrase, name) for _, name, phrase in mine[:_EVIDENCE_LIMIT])
