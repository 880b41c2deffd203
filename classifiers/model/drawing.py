"""The calibration curve as a picture for the documentation: how often verdicts of a stated confidence were right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from matplotlib.figure import Figure

from classifiers.model import figures
from classifiers.model.figures import Outcome

_INK: Final = "#2b3a42"
_ACCENT: Final = "#b4552d"
_PALE: Final = "#c9d3d6"


def draw_calibration(outcomes: Sequence[Outcome], path: Path) -> None:
    """Write the curve to `path` as PNG: stated confidence against the share that was right, with the number of mails behind."""
    rows = figures.calibration(outcomes)
    figure = Figure(figsize=(6.4, 4.4), dpi=110, layout="constrained")
    axes = figure.subplots()
    counts = axes.twinx()
    counts.bar([mean for _, _, mean, _ in rows], [count for _, count, _, _ in rows], width=0.035, color=_PALE, zorder=1)
    counts.set_ylabel("mails", color=_INK)
    counts.set_ylim(0, 2.2 * max((count for _, count, _, _ in rows), default=1))
    axes.set_zorder(counts.get_zorder() + 1)
    axes.patch.set_visible(False)
    axes.plot([0, 1], [0, 1], color=_INK, linewidth=0.8, linestyle="--", label="as often as stated")
    axes.plot(
        [mean for _, _, mean, _ in rows],
        [right for _, _, _, right in rows],
        color=_ACCENT,
        marker="o",
        linewidth=1.6,
        label="held-out mail",
    )
    axes.set_xlim(0.2, 1.02)
    axes.set_ylim(0.2, 1.02)
    axes.set_xlabel("stated confidence (mean of the step)", color=_INK)
    axes.set_ylabel("share that was right", color=_INK)
    axes.legend(loc="upper left", frameon=False)
    axes.spines[["top"]].set_visible(False)
    figure.savefig(path, metadata={"Software": None})
