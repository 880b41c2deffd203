"""`python -m classifiers train`: from the corpus to the model file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from classifiers.corpus_files import read_corpus
from classifiers.model.bars import bars_for
from classifiers.model.examples import prepare
from classifiers.model.validation import held_of, held_out, temperature_of, train
from classifiers.model.weights import FILE
from classifiers.reading import Context
from classifiers.verdict import shares_of

MODEL_FILE: Final = Path(__file__).parent / FILE


def main() -> int:
    """Train on the whole corpus; temperature and bars come from models that had not seen the style of the mail they judged."""
    examples, _ = prepare(read_corpus())
    models = held_out(examples)
    shares = [shares_of(Context(), example.ruling, example.features, models[example.fold]) for example in examples]
    temperature = temperature_of(shares, [example.mail.kind for example in examples])
    shares = [
        shares_of(Context(), example.ruling, example.features, replace(models[example.fold], temperature=temperature))
        for example in examples
    ]
    bars = bars_for([held_of(example, share) for example, share in zip(examples, shares, strict=True)])
    export = replace(train(examples), temperature=temperature, confident_at=bars)
    data = export.encode()
    MODEL_FILE.write_bytes(data)
    count = len(export.words.features) + len(export.pieces.features) + len(export.form)
    print(f"{len(examples)} mails, {count} features, {len(data)} bytes, temperature {temperature}, bars {bars}")  # noqa: T201
    return 0
