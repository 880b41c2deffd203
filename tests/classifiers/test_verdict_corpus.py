"""How often the rules are right on whole mails that we wrote: the part that they were tuned on, and the part held back.

The first 148 mails were written before the rules, the held part last and in one go. When it was measured for the first time
(130 mails), 66 % were right and three verdicts were confident and harmful. Those three mails, and a fourth that a lower
threshold brought up, were then looked at: they led to four safeguards (a gap swallows no "not"; topics in a subject count; one
word of hiring is no context; "if it does not work out" is no courtesy) and stand in the tuned part since. Later the phrases of
a "no" were widened by the one who had written the held mails. So only that first figure is free of hindsight. The difference
between the parts is what phrase rules miss on wording that is new to them.
"""

from __future__ import annotations

from collections import Counter

import pytest

from classifiers.reading import MessageKind
from tests.classifiers.verdict_mail import Labelled, corpus

HARMFUL = {MessageKind.REJECTION, MessageKind.HOLDING, MessageKind.INTERVIEW_CONFIRMATION}
TUNED = tuple(mail for mail in corpus() if not mail.held)
HELD = tuple(mail for mail in corpus() if mail.held)


def accuracy(mails: tuple[Labelled, ...]) -> float:
    return sum(mail.verdict.kind is mail.kind for mail in mails) / len(mails)


def recall(mails: tuple[Labelled, ...]) -> dict[MessageKind, float]:
    all_of_kind = Counter(mail.kind for mail in mails)
    right = Counter(mail.kind for mail in mails if mail.verdict.kind is mail.kind)
    return {kind: right[kind] / count for kind, count in all_of_kind.items()}


def harmful_errors(mails: tuple[Labelled, ...]) -> list[str]:
    return [
        f"{mail.id}: {mail.kind} taken for {mail.verdict.kind}"
        for mail in mails
        if mail.verdict.confident and mail.verdict.kind in HARMFUL and mail.verdict.kind is not mail.kind
    ]


def test_corpus_holds_enough_of_every_kind() -> None:
    counts = Counter(mail.kind for mail in corpus())
    assert all(counts[kind] >= 20 for kind in MessageKind)
    assert counts[MessageKind.OTHER] >= 70
    assert len({mail.id for mail in corpus()}) == len(corpus())
    assert len(HELD) >= 126


def test_tuned_part_is_read_right() -> None:
    assert accuracy(TUNED) >= 0.95


@pytest.mark.parametrize("kind", MessageKind)
def test_tuned_part_is_read_right_for_every_kind(kind: MessageKind) -> None:
    assert recall(TUNED)[kind] >= 0.9


def test_held_part_keeps_what_was_measured() -> None:
    by_kind = ", ".join(f"{kind} {share:.2f}" for kind, share in sorted(recall(HELD).items()))
    print(f"held out: {accuracy(HELD):.3f} of {len(HELD)} right; recall {by_kind}")
    assert accuracy(HELD) >= 0.65


def test_confident_verdicts_are_nearly_always_right_on_the_held_part() -> None:
    confident = tuple(mail for mail in HELD if mail.verdict.confident)
    print(f"held out: {len(confident)} of {len(HELD)} confident, {accuracy(confident):.3f} of them right")
    assert accuracy(confident) >= 0.88


@pytest.mark.parametrize("part", [TUNED, HELD], ids=["tuned", "held"])
def test_no_confident_error_would_send_a_wrong_draft(part: tuple[Labelled, ...]) -> None:
    assert harmful_errors(part) == []


def test_every_verdict_on_a_hiring_kind_shows_its_evidence() -> None:
    for mail in corpus():
        verdict = mail.verdict
        if verdict.kind is not MessageKind.OTHER:
            assert verdict.evidence
        whole = " ".join(f"{mail.message.subject}\n{mail.message.new_text}".split())
        for evidence in verdict.evidence:
            assert 0 < len(evidence.phrase) <= 120
            assert evidence.rule.startswith("form.") or evidence.phrase in whole
