"""The reach of a cue within its sentence: negation, condition, quotation and question decide whether it counts at all.

"You were not selected" and "if you are not selected" share every word that matters. A condition reaches from its opening
word to the end of the sentence; what stands before it is said outright, except where the tail is a threat ("… unless you
reply"). Courtesies ("if you would like feedback") condition nothing.
"""

from __future__ import annotations

from classifiers.reading import MessageKind
from classifiers.rules.phrase import Phrase
from classifiers.rules.rule import Mood, Rule
from classifiers.sentences import Passage, Sentence
from classifiers.vocabulary import words

_NEGATIONS = frozenset({"not", "never", "no", "nor", "neither", "without", "cannot", "hardly"})
_PLAIN_NEGATIONS = frozenset({"not", "never", "no"})
_NOT_NEGATING = frozenset(
    {"only", "hesitate", "forget", "just", "miss", "problem", "worries", "doubt", "later", "matter", "least"}
)
_COURTESIES = words(
    "like interested wish want would available open prefer able convenient suits suit works work okay ok "
    "happy free questions question "
    "up keen possible needed necessary so any helpful useful curious required applicable feel anything still can could mind love "
    "appropriate ready agreeable willing looking considering exploring"
)
_COURTESY_SUBJECTS = words("you this that these those it anything any possible needed necessary so convenient helpful there")
_SHOULD_SUBJECTS = words("you we your the there a an it any our i")
_THREATS = frozenset({"unless", "if"})
_HARD_TO_TAKE_BACK = frozenset({MessageKind.REJECTION, MessageKind.INTERVIEW_CANCELLED, MessageKind.OFFER})


def counts(rule: Rule, phrase: Phrase, passage: Passage, first: int, last: int) -> bool:
    """Whether the words `first` to `last`, which `phrase` of `rule` matched, count in their sentence."""
    sentence = passage.sentence_of(first)
    if first in passage.quoted:
        return False
    if rule.mood is Mood.QUESTION and not sentence.question:
        return False
    if rule.mood is Mood.STATEMENT and sentence.question:
        return False
    if not rule.hypothetical and _conditional(passage, sentence, first, tail=rule.kind in _HARD_TO_TAKE_BACK):
        return False
    return not (rule.negatable and (_negated(passage, sentence, first) or _swallows_negation(phrase, passage, first, last)))


def _swallows_negation(phrase: Phrase, passage: Passage, first: int, last: int) -> bool:
    """A gap of the phrase ran over a "not" that the phrase does not speak of: "you are *not* one of the …"."""
    if not _PLAIN_NEGATIONS.isdisjoint(phrase.source.replace("(", " ").replace("|", " ").split()):
        return False
    return any(passage.words[at] in _PLAIN_NEGATIONS and passage.words[at + 1] not in _NOT_NEGATING for at in range(first, last))


def _negated(passage: Passage, sentence: Sentence, first: int) -> bool:
    """A "not" among the three words before, with nothing that turns it into emphasis."""
    for at in range(max(sentence.start, first - 3), first):
        if passage.words[at] in _NEGATIONS:
            following = passage.words[at + 1] if at + 1 < sentence.end else ""
            return following not in _NOT_NEGATING
    return False


def _conditional(passage: Passage, sentence: Sentence, first: int, *, tail: bool) -> bool:
    said = passage.words
    if any(_opens_condition(said, at, sentence) for at in range(sentence.start, first)):
        return True
    return tail and any(
        said[at] in _THREATS and said[at + 1 : at + 2] == ("you",) and _opens_condition(said, at, sentence)
        for at in range(first + 1, sentence.end)
    )


def _opens_condition(said: tuple[str, ...], at: int, sentence: Sentence) -> bool:
    word = said[at]
    following = said[at + 1 : min(at + 6, sentence.end)]
    if word in ("unless", "whether"):
        return True
    if word == "if":
        before = said[at - 1] if at > sentence.start else ""
        return before != "as" and bool(following) and not _courteous(following, _COURTESY_SUBJECTS)
    if word == "should":
        asked = at > sentence.start and said[at - 1] in ("what", "when", "how", "why", "who", "where", "which")
        starts = at == sentence.start or said[at - 1] in ("and", "or", "but")
        return starts and not asked and following[:1] != () and following[0] in _SHOULD_SUBJECTS and not _courteous(following)
    if word == "in":
        return following[:1] == ("case",) or following[:2] == ("the", "event") or following[:3] == ("the", "unlikely", "event")
    return word in ("provided", "assuming", "supposing") and following[:1] in (("that",), ("you",), ("we",))


def _courteous(following: tuple[str, ...], subjects: frozenset[str] | None = None) -> bool:
    """Whether a condition only asks what the reader would like. "If it does *not* work out" is no courtesy."""
    if not following or (subjects is not None and following[0] not in subjects):
        return False
    return not _COURTESIES.isdisjoint(following[:4]) and _PLAIN_NEGATIONS.isdisjoint(following[:4])
