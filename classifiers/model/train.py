"""`python -m classifiers train`: from the corpus to the model file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from classifiers.corpus_files import read_corpus
from classifiers.model.examples import prepare
from classifiers.model.validation import calibration_of, forest_of, forested, held_out, train
from classifiers.model.weights import FILE

MODEL_FILE: Final = Path(__file__).parent / FILE


def main() -> int:
    """Train on the whole corpus; forest, temperature and bars come from models that had not seen the styles they judged."""
    examples, _ = prepare(read_corpus())
    models = held_out(examples)
    calibration = calibration_of(examples, forested(examples, models))
    export = train(examples)
    export = replace(
        export,
        forest=forest_of(examples, models),
        temperature=calibration.temperature,
        confident_at=calibration.confident_at,
        glance=replace(export.glance, bar=calibration.glance_bar),
    )
    data = export.encode()
    MODEL_FILE.write_bytes(data)
    print(f"{len(examples)} mails, {export.size} features, {len(data)} bytes, {calibration}")  # noqa: T201
    return 0
