"""Measuring honestly: every mail is judged by a model that has seen no mail of its style, and then the bars are set.

The styles are dealt into `FOLDS` folds; each fold is judged by a linear model trained on the others. What these held-out models
say is what the forest is grown on, fold by fold again: the trees that judge a fold have seen no judgement of it. What comes out
gives the temperature, the bars from which a verdict is confident, and all figures of the report. The bars that a fold is
measured with come from the other folds alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from classifiers.model.bars import Held, bars_for, glance_bar
from classifiers.model.examples import FOLDS, Example, for_training
from classifiers.model.features import Features
from classifiers.model.fitting import fit
from classifiers.model.forest import Forest
from classifiers.model.growing import form_names, grow
from classifiers.model.infer import numbers_of
from classifiers.model.weights import Export, Model
from classifiers.reading import Context, MessageKind
from classifiers.verdict import backed_by_rules, shares_of

Reading = Callable[[Example], Features]

_TEMPERATURES: Final = tuple(step / 20 for step in range(6, 41))


def held_out(examples: Sequence[Example], *, learn: Reading = for_training) -> tuple[Model, ...]:
    """The model that judges each fold. `learn` chooses the features to train on."""
    return tuple(train([example for example in examples if example.fold != fold], learn=learn).model() for fold in range(FOLDS))


def train(examples: Sequence[Example], *, learn: Reading = for_training) -> Export:
    return fit(
        [learn(example) for example in examples],
        [example.mail.kind for example in examples],
        [example.mail.style for example in examples],
        [example.glanced for example in examples],
    )


def temperature_of(shares: Sequence[Mapping[MessageKind, float]], kinds: Sequence[MessageKind]) -> float:
    """The temperature at which the true kinds are least surprising."""

    def surprise(temperature: float) -> float:
        whole = 0.0
        for share, kind in zip(shares, kinds, strict=True):
            powers = {each: value ** (1 / temperature) for each, value in share.items()}
            whole -= math.log(max(1e-9, powers[kind] / sum(powers.values())))
        return whole

    return min(_TEMPERATURES, key=surprise)


def held_of(example: Example, shares: Mapping[MessageKind, float]) -> Held:
    """What setting the bars needs to know of one held-out judgement."""
    kind = max(shares, key=lambda candidate: shares[candidate])
    return Held(kind, shares[kind], backed_by_rules(kind, example.ruling, Context()), kind is example.mail.kind)


def forested(examples: Sequence[Example], models: Sequence[Model]) -> tuple[Model, ...]:
    """The linear models of the folds, each with a forest grown on what the models of the other folds say of these."""
    names, rows = _rows(examples, models)
    return tuple(
        replace(model, forest=_grown(names, [(e, row) for e, row in zip(examples, rows, strict=True) if e.fold != fold]))
        for fold, model in enumerate(models)
    )


def forest_of(examples: Sequence[Example], models: Sequence[Model]) -> Forest:
    """The forest grown on what the model of each example's fold says of it."""
    names, rows = _rows(examples, models)
    return _grown(names, list(zip(examples, rows, strict=True)))


def _rows(examples: Sequence[Example], models: Sequence[Model]) -> tuple[tuple[str, ...], list[list[float]]]:
    names = form_names([example.features.form for example in examples])
    seed = Forest(names, (), (), (), (), ())
    numbers = (numbers_of(example.features, models[example.fold]) for example in examples)
    return names, [seed.row(each, example.features.form) for each, example in zip(numbers, examples, strict=True)]


def _grown(names: tuple[str, ...], judged: Sequence[tuple[Example, list[float]]]) -> Forest:
    return grow(names, [row for _, row in judged], [example.mail.kind for example, _ in judged])


@dataclass(frozen=True, slots=True)
class Calibration:
    """What held-out judgements say about reading a model's numbers."""

    temperature: float
    confident_at: Mapping[str, float]
    glance_bar: float

    def applied_to(self, model: Model) -> Model:
        glance = replace(model.glance, bar=self.glance_bar)
        return replace(model, temperature=self.temperature, confident_at=self.confident_at, glance=glance)


def calibration_of(examples: Sequence[Example], models: Sequence[Model]) -> Calibration:
    """The calibration by these examples, each judged by the model of its fold, which has its forest."""
    shares = [shares_of(Context(), example.ruling, example.features, models[example.fold]) for example in examples]
    temperature = temperature_of(shares, [example.mail.kind for example in examples])
    warmed = [replace(model, temperature=temperature) for model in models]
    held = [
        held_of(example, shares_of(Context(), example.ruling, example.features, warmed[example.fold])) for example in examples
    ]
    glances = [
        models[example.fold].glance.score(example.glanced) for example in examples if example.mail.kind is not MessageKind.OTHER
    ]
    return Calibration(temperature, bars_for(held), glance_bar(glances))


def calibrated(examples: Sequence[Example], models: Sequence[Model]) -> tuple[Model, ...]:
    """The models of the folds, with their forests, each calibrated by the other folds."""
    return tuple(
        calibration_of([example for example in examples if example.fold != fold], models).applied_to(model)
        for fold, model in enumerate(models)
    )
