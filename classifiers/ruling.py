"""What the rules alone make of a message: ten totals and their shares, on which the model decides (`classifiers.verdict`).

Each rule that matches in reach puts its weight on its kind, once (`classifiers.weighing`). Words of hiring, the sender and the
thread make the job-context gate: the narrower it is, the less the weights of hiring kinds count and the more `other` has. A few
settlements follow where kinds share their words (a "no" beats the thanks before it, a new fixed time turns a cancellation into
a confirmation). What is left are ten totals; their softmax are the shares.

Form that leaves no doubt is settled here for good: whatever the user wrote, out-of-office, bounces and calendar responses.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from classifiers import rules
from classifiers.reading import Context, Evidence, MessageKind, Verdict
from classifiers.sentences import Passage, is_english, read_passage
from classifiers.structure import CalendarMethod, SenderKind, Structure, structure_of
from classifiers.vocabulary import words
from classifiers.weighing import WALKS_OF_LIFE, Tally, weigh
from daemon.mail.message import CalendarEvent, Message

_NARROWEST_GATE = 0.15
_GATE_OPEN_AT = 3.0
"""Sum of hiring weights that opens the gate wide, above what it lets through at its narrowest."""
_IN_A_PROCESS = 0.55
"""How far the gate must be open for a calendar part to be an interview and not just a meeting."""

_OTHER_TO_BEGIN_WITH = 0.5
_OTHER_WITHOUT_CONTEXT = 2.2
_SHARPNESS = 1.25
"""Factor before the softmax."""

_STRANGE_SIGN = 3.0
_STRANGE_TOTAL = 3.4
_STRANGE = 0.4
"""A plain sign of other people's affairs (a manuscript, a scorecard) narrows the gate by that factor."""
_PLAINLY_HIRING = 4
_MISTAKEN = 0.5
"""In a mail with so many different signs of hiring, a word of another walk of life ("grants") is the job's own subject."""

_ADDRESSING = words("you your yours yourself u sie ihnen ihre vous votre usted tu su je uw")
_NOT_TO_THE_USER = 0.6
_LONG_ENOUGH_TO_ADDRESS = 25
"""A decision in a mail of that many words that never says "you" is about somebody else more often than not."""

_STRONG = 2.0
"""The least weight of a sign that settles something by itself."""
_HINT = 1.0
_PLAINLY_OTHER = 0.75
HARMFUL = frozenset({MessageKind.REJECTION, MessageKind.HOLDING, MessageKind.INTERVIEW_CONFIRMATION})
"""Kinds on which a draft is written at once: a wrong one embarrasses the user. They need more to be confident."""
_HARM_NEEDS_CONTEXT = 0.6
_HARM_NEEDS_SIGNS = 2
_LANGUAGE_SHOWS_FROM = 8
"""Words below which a text is too short to tell its language: only a calendar part can make such a mail confident."""
_EVIDENCE_LIMIT = 6

_HIRING_SIGNS = frozenset(rule.name for rule in rules.ALL if rule.kind is None)
_PLAIN_SIGNS = frozenset(f"hiring.{name}" for name in ("your_candidacy", "hiring_people", "interviews", "positions", "papers"))
_CALENDAR_SIGNS = ("form.calendar_request", "form.calendar_cancel")
_TOLD_TO_WAIT = tuple(
    f"holding.{name}"
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
_TIME_IS_SETTLED = tuple(
    f"interview_confirmation.{name}"
    for name in (
        "is_scheduled",
        "see_you_then",
        "fixed_time",
        "moved_to",
        "reminder",
        "you_are_expected",
        "summoned_for",
        "date_line",
        "unchanged",
    )
)
_ASKS_FOR_A_TIME = tuple(
    f"interview_invitation.{name}" for name in ("asks_availability", "asks_free", "when_can_you", "mark_your_times")
)
_YIELD_TO_A_NO = (
    (0.2, MessageKind.APPLICATION_RECEIVED),
    (0.4, MessageKind.HOLDING),
    (0.4, MessageKind.INTERVIEW_INVITATION),
    (0.4, MessageKind.INTERVIEW_CONFIRMATION),
    (0.5, MessageKind.ASSESSMENT),
    (0.5, MessageKind.OUTREACH),
)
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
_CONTRADICTED_BY = 2.5
_BEYOND_CONTRADICTION = 5.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was seen in a message and what the rules make of it.

    `gate`: how far the mail is known to belong to a hiring process of the user's, 0 to 1. `shares` add up to 1. `tally`
    is settled: what yields has yielded.
    """

    structure: Structure
    passage: Passage
    tally: Tally
    gate: float
    shares: Mapping[MessageKind, float]
    english: bool


def deliberate(message: Message, context: Context) -> Ruling | Verdict:
    """What the rules make of `message`; a verdict at once where its form settles the matter. Reads the new text, the subject,
    the headers and the calendar part; pure."""
    structure = structure_of(message, context)
    if context.outgoing or structure.own:
        return _settled(1.0, "written by the user", "form.own_message")
    if structure.delivery_report:
        return _settled(0.99, message.subject, "form.delivery_report")
    if structure.response:
        return _settled(0.97, message.subject, "form.calendar_response")
    passage = read_passage(message.subject, message.new_text)
    tally = weigh(passage)
    if structure.absence and tally.totals[MessageKind.APPLICATION_RECEIVED] < _STRONG:
        return _settled(0.97, message.subject, "form.absence")
    if structure.event is not None:
        _weigh_calendar(tally, structure, context, structure.event)
    _weigh_form(tally, structure, context)
    gate = _gate(tally, structure, context)
    _settle_appointments(tally)
    _settle_kinds(tally, structure, context)
    if _strange(tally):
        gate *= _STRANGE
    if passage.vocabulary.isdisjoint(_ADDRESSING) and len(passage.words) >= _LONG_ENOUGH_TO_ADDRESS:
        tally.scale(_NOT_TO_THE_USER, MessageKind.REJECTION, MessageKind.OFFER)
    shares = _softmax({kind: _total(tally, kind, gate) for kind in MessageKind})
    english = is_english(passage) or (len(passage.words) < _LANGUAGE_SHOWS_FROM and tally.saw(*_CALENDAR_SIGNS))
    return Ruling(structure, passage, tally, gate, shares, english)


def evidence_of_rules(tally: Tally, kind: MessageKind) -> tuple[Evidence, ...]:
    """The phrases that spoke for `kind`, the weightiest first."""
    mine = sorted(((name, sign) for name, sign in tally.signs.items() if sign.kind is kind), key=lambda entry: -entry[1].weight)
    return tuple(Evidence(sign.phrase, name) for name, sign in mine[:_EVIDENCE_LIMIT])


def _settled(confidence: float, phrase: str, rule: str) -> Verdict:
    return Verdict(MessageKind.OTHER, confidence, True, (Evidence(" ".join(phrase.split())[:120], rule),))


def _gate(tally: Tally, structure: Structure, context: Context) -> float:
    """How far the mail is known to belong to a hiring process of the user's, from `_NARROWEST_GATE` to 1."""
    hiring = tally.hiring
    hiring += 1.6 * structure.applicant_system
    hiring += 1.2 * structure.recruiting
    hiring += 0.5 * (structure.reply and structure.sender is not SenderKind.LIST)
    hiring += 2.0 * (context.previous_kind not in (None, MessageKind.OTHER))
    hiring += 1.0 * bool(context.known_company)
    return min(1.0, _NARROWEST_GATE + hiring / _GATE_OPEN_AT)


def _weigh_calendar(tally: Tally, structure: Structure, context: Context, event: CalendarEvent) -> None:
    """A calendar part decides over the covering words, in a hiring process. Elsewhere it is somebody's meeting."""
    entry = weigh(read_passage(event.summary, event.description))
    tally.hiring += entry.hiring
    title = event.summary[:120] or "calendar part"
    if _gate(tally, structure, context) < _IN_A_PROCESS or entry.strongest[MessageKind.OTHER] >= _STRONG:
        tally.add(MessageKind.OTHER, "form.meeting", 2.5, title)
    elif structure.method is CalendarMethod.CANCEL:
        tally.add(MessageKind.INTERVIEW_CANCELLED, "form.calendar_cancel", 6.0, title)
    elif event.start is not None:
        tally.add(MessageKind.INTERVIEW_CONFIRMATION, "form.calendar_request", 5.0, title)


def _weigh_form(tally: Tally, structure: Structure, context: Context) -> None:
    """What sender and headers say beside the words."""
    other = MessageKind.OTHER
    if structure.sender is SenderKind.LIST:
        tally.add(other, "form.mailing_list", 3.5, "sent to a mailing list")
    elif structure.bulk and not structure.applicant_system:
        tally.add(other, "form.bulk", 1.5, "sent in bulk")
    if structure.trade and len(tally.signs.keys() & _PLAIN_SIGNS) < _PLAINLY_HIRING - 1:
        tally.add(other, "form.trade", 1.5, "sent by the counter of another trade")
    if structure.forward and context.previous_kind is None:
        tally.add(other, "form.forwarded", 0.8, "forwarded")
    if structure.auto_replied:
        tally.add(MessageKind.APPLICATION_RECEIVED, "form.auto_reply", 0.8, "automatic reply")


def _settle_appointments(tally: Tally) -> None:
    """Asked for, fixed or called off: the three share days, hours and the word "interview"."""
    invitation, confirmation = MessageKind.INTERVIEW_INVITATION, MessageKind.INTERVIEW_CONFIRMATION
    cancelled = MessageKind.INTERVIEW_CANCELLED
    by_calendar = tally.saw(*_CALENDAR_SIGNS)
    called_off = tally.strongest[cancelled] > _STRONG
    moved = tally.saw("interview_confirmation.moved_to", "form.calendar_request")
    asks = tally.saw(*_ASKS_FOR_A_TIME) and not by_calendar
    if called_off and moved and not asks and not tally.saw("form.calendar_cancel"):
        tally.totals[confirmation] += tally.totals[cancelled]
        tally.scale(0.2, cancelled)
    elif called_off:
        tally.totals[cancelled] += 0.5 * tally.totals[invitation]
        tally.scale(0.3, invitation, confirmation)
        tally.scale(0.4, MessageKind.HOLDING)
        if tally.saw("interview_cancelled.called_off", "form.calendar_cancel"):
            tally.scale(0.5, MessageKind.REJECTION)
    else:
        tally.scale(0.5, cancelled)
    if moved:
        tally.totals[confirmation] += 0.5
    if asks and not moved:
        # Who asks for a time has none: the times that are named are the choice.
        tally.scale(0.4, confirmation)
    elif tally.saw(*_TIME_IS_SETTLED, *_CALENDAR_SIGNS):
        tally.scale(0.6, invitation)


def _settle_kinds(tally: Tally, structure: Structure, context: Context) -> None:
    """Where kinds share words, one yields to the other. A "no" comes first: thanks, receipts and good wishes wrap it."""
    kind = MessageKind
    robot = structure.sender is SenderKind.ROBOT
    refused = tally.strongest[kind.REJECTION] >= _STRONG
    if refused:
        for factor, weaker in _YIELD_TO_A_NO:
            tally.scale(factor, weaker)
    elif tally.totals[kind.REJECTION] < 2 * _STRONG:
        tally.scale(0.5, kind.REJECTION)

    if tally.strongest[kind.APPLICATION_RECEIVED] > _STRONG and not refused:
        # A receipt that promises an answer is still a receipt, unless a person tells of a delay or of interviews under way.
        tally.scale(0.8 if tally.saw(*_TOLD_TO_WAIT) and not robot else 0.3, kind.HOLDING)
        tally.scale(0.4, kind.OUTREACH)
    if robot and tally.strongest[kind.HOLDING] <= _STRONG:
        tally.scale(0.6, kind.HOLDING)
    if tally.strongest[kind.ASSESSMENT] > 2.2:
        tally.scale(0.5, kind.INTERVIEW_INVITATION)
        tally.scale(0.6, kind.APPLICATION_RECEIVED)
    if tally.strongest[kind.OFFER] > _STRONG and not refused:
        tally.scale(
            0.5, kind.INTERVIEW_INVITATION, kind.INTERVIEW_CONFIRMATION, kind.HOLDING, kind.APPLICATION_RECEIVED, kind.OUTREACH
        )
    elif not tally.strongest[kind.OFFER] > _STRONG:
        tally.scale(0.5, kind.OFFER)

    under_way = context.previous_kind not in (None, kind.OTHER, kind.OUTREACH)
    if under_way or tally.saw("hiring.your_candidacy"):
        tally.scale(0.5, kind.OUTREACH)
    elif tally.strongest[kind.OUTREACH] >= _STRONG:
        # A stranger's call to talk about a role is the approach itself, not a step of a process.
        tally.totals[kind.OUTREACH] += 0.5 * tally.totals[kind.INTERVIEW_INVITATION]
        tally.scale(0.4, kind.INTERVIEW_INVITATION)
    if context.previous_kind in (kind.INTERVIEW_CONFIRMATION, kind.HOLDING):
        tally.scale(1.2, kind.HOLDING)


def _total(tally: Tally, kind: MessageKind, gate: float) -> float:
    if kind is MessageKind.OTHER:
        return tally.totals[kind] + _OTHER_TO_BEGIN_WITH + _OTHER_WITHOUT_CONTEXT * (1 - gate)
    return tally.totals[kind] * gate


def _strange(tally: Tally) -> bool:
    """Whether the text plainly speaks of other people's affairs. Takes back what a mail full of hiring cannot mean."""
    mistaken: set[str] = set()
    if len(tally.signs.keys() & _HIRING_SIGNS) >= _PLAINLY_HIRING:
        mistaken = tally.signs.keys() & WALKS_OF_LIFE
        tally.totals[MessageKind.OTHER] -= _MISTAKEN * sum(sign.weight for name, sign in tally.signs.items() if name in mistaken)
    elif tally.totals[MessageKind.OTHER] >= _STRANGE_TOTAL:
        return True
    return any(
        sign.kind is MessageKind.OTHER and sign.weight >= _STRANGE_SIGN and name in tally.in_body and name not in mistaken
        for name, sign in tally.signs.items()
    )


def well_founded(kind: MessageKind, ruling: Ruling, context: Context) -> bool:
    """Whether the text itself says the kind outright, and says nothing that contradicts it."""
    tally, structure = ruling.tally, ruling.structure
    if kind is MessageKind.OTHER:
        return ruling.shares[kind] >= _PLAINLY_OTHER
    strongest = tally.strongest[kind]
    if strongest < (1.9 if kind is MessageKind.OUTREACH or kind is MessageKind.APPLICATION_RECEIVED else _STRONG):
        return False
    if kind in HARMFUL and (tally.strongest[MessageKind.OTHER] >= _HINT or not _in_context(ruling, context)):
        return False
    if kind is MessageKind.HOLDING and structure.sender is SenderKind.ROBOT:
        return False
    against = max((tally.strongest[rival] for rival in _CONTRADICTIONS.get(kind, ())), default=0.0)
    return against < _CONTRADICTED_BY or strongest >= _BEYOND_CONTRADICTION


def _in_context(ruling: Ruling, context: Context) -> bool:
    """Whether this is a hiring process beyond doubt: one word of it ("hiring") may stand in any mail."""
    told = len(ruling.tally.signs.keys() & _PLAIN_SIGNS) >= _HARM_NEEDS_SIGNS
    sent = ruling.structure.recruiting or ruling.structure.applicant_system or ruling.tally.saw(*_CALENDAR_SIGNS)
    return ruling.gate >= _HARM_NEEDS_CONTEXT and (told or sent or is_known(context))


def is_known(context: Context) -> bool:
    """Whether the thread, or the company, already belongs to a process of the user's."""
    return context.previous_kind not in (None, MessageKind.OTHER) or bool(context.known_company)


def _softmax(totals: dict[MessageKind, float]) -> dict[MessageKind, float]:
    top = max(totals.values())
    powers = {kind: math.exp((total - top) * _SHARPNESS) for kind, total in totals.items()}
    whole = sum(powers.values())
    return {kind: power / whole for kind, power in powers.items()}
