"""`python -m classifiers evaluate`: measure the rules alone and the whole on held-out styles, and write the figures down."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from classifiers import fact_figures
from classifiers.corpus_files import FOLDER, Labelled, fingerprint, read_corpus
from classifiers.fact_files import read_fact_cases
from classifiers.model import weights
from classifiers.model.drawing import draw_calibration
from classifiers.model.examples import FOLDS, Example, prepare
from classifiers.model.figures import Outcome
from classifiers.model.report import inserted, markdown, summary
from classifiers.model.train import MODEL_FILE
from classifiers.model.validation import calibrated, forested, held_out
from classifiers.read import read
from classifiers.reading import Context, MessageKind, Verdict
from classifiers.verdict import backed_by_rules, conclude, dismissal, is_dismissed, judge

REPORT_FILE: Final = Path(__file__).parent / "report.json"
DOCUMENT: Final = Path(__file__).parents[2] / "docs" / "classification.md"
CURVE: Final = DOCUMENT.parent / "images" / "calibration.png"


def main() -> int:
    """Judge every mail by a model that has seen no mail of its style; write `docs/classification.md` and `report.json`."""
    corpus = tuple(read_corpus())
    examples, settled = prepare(corpus)
    by_form = [_outcome(mail, verdict) for mail, verdict in settled]
    both = [*by_form, *_both(examples)]
    ways = {
        "rules alone": [*by_form, *(_by_rules(example) for example in examples)],
        "both": both,
    }
    facts = fact_figures.markdown(fact_figures.measure(read_fact_cases()))
    text = f"{markdown(ways, both, _speed(corpus))}\n\n{facts}"
    DOCUMENT.write_text(inserted(DOCUMENT.read_text("utf-8"), text), "utf-8")
    draw_calibration(both, CURVE)
    report = provenance() | {"figures": {name: summary(outcomes) for name, outcomes in ways.items()}}
    REPORT_FILE.write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    print(json.dumps(report["figures"], indent=1))  # noqa: T201
    return 0


def provenance() -> dict[str, Any]:
    """What the figures belong to: the corpus and the model, by their SHA-256."""
    return {
        "corpus": fingerprint(),
        "facts": fingerprint(FOLDER / "facts"),
        "model": hashlib.sha256(MODEL_FILE.read_bytes()).hexdigest(),
        "folds": FOLDS,
    }


def _both(examples: Sequence[Example]) -> Iterable[Outcome]:
    models = calibrated(examples, forested(examples, held_out(examples)))
    for example in examples:
        message, model = example.mail.message, models[example.fold]
        if is_dismissed(message, Context(), model):
            verdict = dismissal(message, model)
        else:
            verdict = conclude(message, Context(), example.ruling, example.features, model)
        yield _outcome(example.mail, verdict)


def _by_rules(example: Example) -> Outcome:
    shares = example.ruling.shares
    kind = max(shares, key=lambda candidate: shares[candidate])
    sure = example.ruling.english and backed_by_rules(kind, example.ruling, Context())
    return Outcome(example.mail.id, example.mail.part, example.mail.kind, kind, shares[kind], sure)


def _outcome(mail: Labelled, verdict: Verdict) -> Outcome:
    return Outcome(mail.id, mail.part, mail.kind, verdict.kind, verdict.confidence, verdict.confident)


def _speed(corpus: Sequence[Labelled]) -> dict[str, float]:
    """On every fourth mail: mails a second (processor time), those dismissed as `other` to the verdict, those of hiring to
    verdict and facts; and milliseconds to load the model."""
    begin = time.process_time()
    weights.decode(MODEL_FILE.read_bytes()).model()
    loading = time.process_time() - begin
    rates = {}
    corpus = corpus[::4]
    kinds = [judge(mail.message, Context()).kind for mail in corpus]
    for name, others, ask in (
        ("mails of hiring a second, with all facts", False, read),
        ("mails dismissed as other a second", True, judge),
    ):
        mails = [mail.message for mail, kind in zip(corpus, kinds, strict=True) if (kind is MessageKind.OTHER) is others]
        begin = time.process_time()
        for message in mails:
            ask(message, Context())
        rates[name] = len(mails) / (time.process_time() - begin)
    return rates | {"milliseconds to load the model": 1000 * loading}
