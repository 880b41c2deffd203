"""The model file: small, quick to load, whole, and the one that the committed figures were measured with."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from importlib.resources import files

from classifiers.corpus_files import FOLDER, fingerprint
from classifiers.model import weights
from classifiers.model.bars import GROUPS

DATA = files("classifiers.model").joinpath(weights.FILE).read_bytes()


def test_it_loads_at_once() -> None:
    weights.decode(DATA).model()
    begin = time.process_time()
    weights.decode(DATA).model()
    assert time.process_time() - begin < 0.25  # 0.1 s on a quiet machine; tests share theirs


def test_it_is_small() -> None:
    export = weights.decode(DATA)
    assert export.size <= 35_000
    assert len(DATA) < 600_000


def test_its_features_are_sorted_and_single() -> None:
    export = weights.decode(DATA)
    for rows in export.tables:
        assert list(rows.features) == sorted(set(rows.features))
        assert len(rows.matrix) == len(rows.features) * (weights.LANES - 1)


def test_what_is_written_is_what_was_read() -> None:
    export = weights.decode(DATA)
    assert weights.decode(export.encode()) == export
    assert export.encode() == export.encode()


def test_every_group_of_verdicts_has_its_bar() -> None:
    model = weights.load()
    assert set(model.confident_at) == set(GROUPS)
    assert all(bar >= 0.5 for bar in model.confident_at.values())


def test_the_figures_belong_to_the_corpus_and_the_model() -> None:
    import hashlib

    report = json.loads(files("classifiers.model").joinpath("report.json").read_text("utf-8"))
    assert report["corpus"] == fingerprint(), "the corpus has changed: python -m classifiers train, then evaluate"
    assert report["facts"] == fingerprint(FOLDER / "facts"), "the facts have changed: python -m classifiers evaluate"
    assert report["model"] == hashlib.sha256(DATA).hexdigest(), "the model has changed: python -m classifiers evaluate"


def test_nothing_of_the_training_is_loaded_to_judge() -> None:
    program = (
        "import sys; import classifiers; from classifiers.model import weights; weights.load(); "
        "print([name for name in ('sklearn', 'numpy', 'scipy', 'classifiers.model.fitting') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
