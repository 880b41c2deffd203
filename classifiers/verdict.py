"""From what the rules saw to a verdict on the kind of a message: the trained model decides, and the rules are among its features.

The rules (`classifiers.ruling`) know the phrases in which these things are said and the reach of a negation or a condition; the
model (`classifiers.model`) has learned from whole mails how far to trust each of them, and the wordings that no rule foresaw.
Mail in which nothing speaks of hiring is dismissed before either is asked. Probabilities are calibrated on styles of mail that
the model was not trained on.

Decisions about borderline kinds, documented because others build on them:
* "Your one-way interview is complete" is an acknowledgement: `application_received` (the facts say that a machine interviewed).
* A reschedule that asks for or offers times is `interview_cancelled`: the old appointment is off and no new one stands.
* A single time put as a question is an invitation; stated, it is a confirmation.
* Everything that the user wrote, every out-of-office, bounce and calendar response is `other`.
"""

from __future__ import annotations

from classifiers.model import weights
from classifiers.model.bars import group_of
from classifiers.model.features import Features, features_of, from_colleague, plain_words
from classifiers.model.infer import probabilities, telling_phrases
from classifiers.model.weights import Model
from classifiers.reading import Context, Evidence, MessageKind, Verdict
from classifiers.ruling import HARMFUL, Ruling, deliberate, evidence_of_rules, is_known, well_founded
from classifiers.structure import SenderKind
from daemon.mail.message import Message

_FOREIGN_AT_MOST = 0.6
_KNOWN_THREAD = -2.0
_KNOWN_COMPANY = -0.5
"""Added to the logit for `other` where thread or company is known: the corpus has single mails."""
_PATIENCE_AFTER_A_NO = -2.0
"""Added to the logit for a hold where the last step was a rejection: then people say kind words, not "please wait"."""

_TRUST_IN_CALENDAR = 3.0
"""Added to the logit for a confirmation where a calendar part asks to an interview: too few mails of the corpus have one."""

_TERSE = 50
_TRUST_IN_RULES = 0.8
_LEAST_SHARE = 0.01
"""In mail of fewer words than `_TERSE` the rules' shares count beside the model's, the more the shorter it is: such a mail gives
the model little. On longer ones it is the better judge (measured on styles held out: any trust there costs accuracy)."""

_RULES_SURE = 0.75
_RULES_SURE_OF_HARM = 0.84
_CERTAIN = 0.99
_WELL_LIKELIER_THAN_NOT = 0.6


def judge(message: Message, context: Context) -> Verdict:
    """The kind of `message`, with evidence. Reads the new text, the subject, the headers and the calendar part; pure."""
    model = weights.load()
    if is_dismissed(message, context, model):
        return dismissal(message, model)
    ruling = deliberate(message, context)
    if isinstance(ruling, Verdict):
        return ruling
    return conclude(message, context, ruling, features_from(message, ruling), model)


def is_dismissed(message: Message, context: Context, model: Model) -> bool:
    """Whether a first look is enough: nothing speaks of hiring, and nothing is known of thread or company."""
    if context.outgoing or message.calendar or context.known_company or context.previous_kind is not None:
        return False
    return model.glance.dismisses(message.subject, message.new_text)


def dismissal(message: Message, model: Model) -> Verdict:
    """The verdict on a mail that a first look dismissed."""
    phrases = model.glance.telling_words(message.subject, message.new_text)
    return Verdict(MessageKind.OTHER, _CERTAIN, True, tuple(Evidence(phrase, "model.glance") for phrase in phrases))


def features_from(message: Message, ruling: Ruling) -> Features:
    """What the model reads of a message on which the rules have deliberated."""
    return features_of(message, ruling.structure, ruling.passage, ruling.tally, ruling.gate, ruling.shares)


def conclude(message: Message, context: Context, ruling: Ruling, features: Features, model: Model) -> Verdict:
    """The verdict of `model` on a message, within what no model may overrule."""
    shares = shares_of(context, ruling, features, model)
    kind = max(shares, key=lambda candidate: shares[candidate])
    if _is_small_talk(context, shares[kind]) or _says_nothing(ruling):
        kind = MessageKind.OTHER
    confidence = min(shares[kind], _CERTAIN)
    bar = model.confident_at[group_of(kind, backed=backed_by_rules(kind, ruling, context))]
    confident = shares[kind] >= bar and _admissible(kind, message, context, ruling)
    if not ruling.english:
        confidence, confident = min(confidence, _FOREIGN_AT_MOST), False
    return Verdict(kind, round(confidence, 3), confident, _evidence(message, ruling, kind, model))


def _says_nothing(ruling: Ruling) -> bool:
    """Whether there is no word below the subject, and no calendar part."""
    return ruling.structure.event is None and all(sentence.subject for sentence in ruling.passage.sentences)


def _is_small_talk(context: Context, share: float) -> bool:
    """In a known thread people also just talk; a guess there that is hardly likelier than not would bend the state."""
    return context.previous_kind not in (None, MessageKind.OTHER) and share < _WELL_LIKELIER_THAN_NOT


def shares_of(context: Context, ruling: Ruling, features: Features, model: Model) -> dict[MessageKind, float]:
    """The probability of each kind: the model's, moved by what is known of the thread and, in terse mail, by what the rules say
    beyond doubt. On any language but English, which is all that the model has learned, the rules are all there is."""
    if not ruling.english:
        return dict(ruling.shares)
    nudges = _known(context)
    if ruling.tally.saw("form.calendar_request"):
        nudges[MessageKind.INTERVIEW_CONFIRMATION] = _TRUST_IN_CALENDAR
    shares = _with_the_rules(probabilities(features, model, nudges), ruling)
    if context.previous_kind not in (None, MessageKind.OTHER, MessageKind.OUTREACH):
        # Who approaches in a process that is under way invites to its next step.
        shares[MessageKind.INTERVIEW_INVITATION] += shares[MessageKind.OUTREACH]
        shares[MessageKind.OUTREACH] = 0.0
    return shares


def _with_the_rules(shares: dict[MessageKind, float], ruling: Ruling) -> dict[MessageKind, float]:
    """The model's shares times the rules', to a power that is nothing in mail of ordinary length (a logarithmic pool)."""
    trust = _TRUST_IN_RULES * max(0.0, 1 - len(ruling.passage.words) / _TERSE)
    if not trust:
        return shares
    pooled = {kind: share * max(ruling.shares[kind], _LEAST_SHARE) ** trust for kind, share in shares.items()}
    whole = sum(pooled.values())
    return {kind: share / whole for kind, share in pooled.items()}


def backed_by_rules(kind: MessageKind, ruling: Ruling, context: Context) -> bool:
    """Whether the rules alone would say the same outright, and be confident of it."""
    bar = _RULES_SURE_OF_HARM if kind in HARMFUL else _RULES_SURE
    return ruling.shares[kind] >= bar and well_founded(kind, ruling, context)


def _known(context: Context) -> dict[MessageKind, float]:
    known = context.previous_kind not in (None, MessageKind.OTHER)
    refused = context.previous_kind is MessageKind.REJECTION
    return {
        MessageKind.OTHER: _KNOWN_THREAD * known + _KNOWN_COMPANY * bool(context.known_company),
        MessageKind.HOLDING: _PATIENCE_AFTER_A_NO * refused,
    }


def _admissible(kind: MessageKind, message: Message, context: Context, ruling: Ruling) -> bool:
    """Whether mail of this form can be of that kind beyond doubt: nobody tells a list, or all the world, to wait, colleagues
    write about somebody else's hiring, and friends fix hours, too."""
    structure = ruling.structure
    if kind is MessageKind.OTHER:
        return True
    if structure.sender is SenderKind.LIST:
        return False
    if kind in HARMFUL and (from_colleague(message) or not _speaks_of_hiring(ruling, context)):
        return False
    return kind is not MessageKind.HOLDING or (structure.sender is not SenderKind.ROBOT and not structure.bulk)


def _speaks_of_hiring(ruling: Ruling, context: Context) -> bool:
    sent = ruling.structure.recruiting or ruling.structure.applicant_system
    return ruling.tally.hiring > 0 or sent or is_known(context)


def _evidence(message: Message, ruling: Ruling, kind: MessageKind, model: Model) -> tuple[Evidence, ...]:
    found = evidence_of_rules(ruling.tally, kind)
    if found or kind is MessageKind.OTHER:
        return found
    phrases = telling_phrases(ruling.passage, plain_words(message, ruling.passage), kind, model)
    return tuple(Evidence(phrase, "model.words") for phrase in phrases)
