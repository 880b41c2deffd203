"""The figures as people read them (`docs/classification.md`) and as a test reads them (`report.json`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from classifiers.model import figures
from classifiers.model.figures import Outcome

BEGIN: Final = "<!-- figures -->"
END: Final = "<!-- end of figures -->"
_PAIRS: Final = 20
_IDS: Final = 6


def summary(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The headline figures, rounded."""
    covered, right = figures.confident_share(outcomes)
    return {
        "mails": len(outcomes),
        "accuracy": round(figures.accuracy(outcomes), 4),
        "macro_f1": round(figures.macro_f1(outcomes), 4),
        "mission_f1": round(figures.mission_f1(outcomes), 4),
        "confident_covers_hiring": round(covered, 4),
        "confident_right": round(right, 4),
        "harmful": round(len(figures.harmful(outcomes)) / max(1, len(outcomes)), 5),
    }


def inserted(document: str, text: str) -> str:
    """`document` with `text` between the markers. Raises ValueError where it has no markers."""
    head, found, rest = document.partition(BEGIN)
    _, ended, tail = rest.partition(END)
    if not found or not ended:
        raise ValueError("the document has no place for the figures")
    return f"{head}{BEGIN}\n\n{text.strip()}\n\n{END}{tail}"


def markdown(ways: Mapping[str, Sequence[Outcome]], outcomes: Sequence[Outcome], speed: Mapping[str, float]) -> str:
    """All tables. `ways` are the outcomes of the rules alone and of both; `outcomes` those of both."""
    return "\n".join(_lines(ways, outcomes, speed))


def _lines(ways: Mapping[str, Sequence[Outcome]], outcomes: Sequence[Outcome], speed: Mapping[str, float]) -> Iterator[str]:
    parts = sorted({outcome.part for outcome in outcomes})
    yield "| | mails | accuracy | macro-F1 | mission-F1 | confident covers hiring mail | confident is right | harmful |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, said in ways.items():
        yield _headline(name, said)
    for part in parts:
        yield _headline(f"both, on `{part}`", [outcome for outcome in outcomes if outcome.part == part])
    yield ""
    yield "| kind | precision | recall | F1 | support |"
    yield "|---|---|---|---|---|"
    for kind, score in figures.scores(outcomes).items():
        yield f"| {kind.value} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} | {score.support} |"
    yield ""
    yield "| confidence from | mails | mean confidence | right |"
    yield "|---|---|---|---|"
    for low, count, mean, right in figures.calibration(outcomes):
        yield f"| {low:.2f} | {count} | {mean:.3f} | {right:.3f} |"
    yield ""
    yield (
        "Confident errors that would have led to a wrong draft: "
        + (
            ", ".join(f"`{error.id}` ({error.kind.value} read as {error.said.value})" for error in figures.harmful(outcomes))
            or "none"
        )
        + "."
    )
    yield ""
    yield "| it is | read as | how often | for example |"
    yield "|---|---|---|---|"
    for kind, said_kind, ids in figures.confusions(outcomes)[:_PAIRS]:
        yield f"| {kind.value} | {said_kind.value} | {len(ids)} | {', '.join(ids[:_IDS])} |"
    yield ""
    yield (
        "Speed on the machine that wrote this, one thread: "
        + ", ".join(f"{name} {value:.0f}" for name, value in speed.items())
        + "."
    )


def _headline(name: str, outcomes: Sequence[Outcome]) -> str:
    figure = summary(outcomes)
    return (
        f"| {name} | {figure['mails']} | {figure['accuracy']:.3f} | {figure['macro_f1']:.3f} | {figure['mission_f1']:.3f} "
        f"| {figure['confident_covers_hiring']:.1%} | {figure['confident_right']:.1%} | {figure['harmful']:.2%} |"
    )
