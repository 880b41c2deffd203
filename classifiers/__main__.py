"""`python -m classifiers train` and `python -m classifiers evaluate`: make the model from the corpus, and measure it.

Both need scikit-learn, a development dependency; the daemon never comes here.
"""

from __future__ import annotations

import argparse
import os
import sys

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m classifiers", description="Train or measure the classifier.")
    parser.add_argument("task", choices=("train", "evaluate"))
    task = parser.parse_args(arguments).task
    # One thread, so that sums are made in one order and the same corpus gives the same bytes; read when numpy is loaded.
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    if task == "train":
        from classifiers.model.train import main as run
    else:
        from classifiers.model.evaluate import main as run
    return run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
