"""From what the rules saw to a verdict on the kind of a message: the trained model decides, and the rules are among its features.

The rules (`classifiers.ruling`) know the phrases in which these things are said and the reach of a negation or a condition; the
model (`classifiers.model`) has learned from whole mails how far to trust each of them, and the wordings that no rule foresaw.
Its probabilities are calibrated on styles of mail that it was not trained on.

Decisions about borderline kinds, documented because others build on them:
* "Your one-way interview is complete" is an acknowledgement: `application_received` (the facts say that a machine interviewed).
* A reschedule that asks for or offers times is `interview_cancelled`: the old appointment is off and no new one stands.
* A single time put as a question is an invitation; stated, it is a confirmation.
* Everything that the user wrote, every out-of-office, bounce and calendar response is `other`.
"""

from __future__ import annotations

from classifiers.model import weights
from classifiers.model.features import Features, features_of, plain_words
from classifiers.model.infer import probabilities, telling_phrases
from classifiers.model.weights import Model
from classifiers.reading import Context, Evidence, MessageKind, Verdict
from classifiers.ruling import Ruling, deliberate, evidence_of_rules
from classifiers.structure import SenderKind
from daemon.mail.message import Message

_FOREIGN_AT_MOST = 0.6
_KNOWN_THREAD = -1.5
_KNOWN_COMPANY = -0.5
_OUTREACH_IN_A_THREAD = -1.0
"""Added to the logits for `other` and `outreach` where the thread is known: the corpus has single mails."""

_CERTAIN = 0.99


def judge(message: Message, context: Context) -> Verdict:
    """The kind of `message`, with evidence. Reads the new text, the subject, the headers and the calendar part; pure."""
    ruling = deliberate(message, context)
    if isinstance(ruling, Verdict):
        return ruling
    return conclude(message, context, ruling, features_from(message, ruling), weights.load())


def features_from(message: Message, ruling: Ruling) -> Features:
    """What the model reads of a message on which the rules have deliberated."""
    return features_of(message, ruling.structure, ruling.passage, ruling.tally, ruling.gate, ruling.shares)


def conclude(message: Message, context: Context, ruling: Ruling, features: Features, model: Model) -> Verdict:
    """The verdict of `model` on a message, within what no model may overrule."""
    shares = probabilities(features, model, _known(context))
    kind = max(shares, key=lambda candidate: shares[candidate])
    confidence = min(shares[kind], _CERTAIN)
    confident = confidence >= model.confident_at[kind] and _admissible(kind, ruling)
    if not ruling.english:
        confidence, confident = min(confidence, _FOREIGN_AT_MOST), False
    return Verdict(kind, round(confidence, 3), confident, _evidence(message, ruling, kind, model))


def _known(context: Context) -> dict[MessageKind, float]:
    known = context.previous_kind not in (None, MessageKind.OTHER)
    nudges = {MessageKind.OTHER: _KNOWN_THREAD * known + _KNOWN_COMPANY * bool(context.known_company)}
    if known and context.previous_kind is not MessageKind.OUTREACH:
        nudges[MessageKind.OUTREACH] = _OUTREACH_IN_A_THREAD
    return nudges


def _admissible(kind: MessageKind, ruling: Ruling) -> bool:
    """Whether mail of this form can be of that kind beyond doubt: no person tells a list, or all the world, to wait."""
    structure = ruling.structure
    if kind is MessageKind.OTHER:
        return True
    if structure.sender is SenderKind.LIST:
        return False
    return kind is not MessageKind.HOLDING or (structure.sender is not SenderKind.ROBOT and not structure.bulk)


def _evidence(message: Message, ruling: Ruling, kind: MessageKind, model: Model) -> tuple[Evidence, ...]:
    found = evidence_of_rules(ruling.tally, kind)
    if found or kind is MessageKind.OTHER:
        return found
    phrases = telling_phrases(ruling.passage, plain_words(message, ruling.passage), kind, model)
    return tuple(Evidence(phrase, "model.words") for phrase in phrases)
