"""The corpus made ready for training and measuring: each mail with what the rules made of it and its features."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from classifiers.corpus_files import Labelled
from classifiers.model.features import Features
from classifiers.model.glance import seen_in
from classifiers.reading import Context, Verdict
from classifiers.ruling import Ruling, deliberate
from classifiers.verdict import features_from

UNSEEN_BY_THE_RULES: Final = frozenset(
    (
        *("agencies_and_recruiters", "authors_four", "authors_three", "hiring_people", "inboxes_three", "inboxes_two", "letters"),
        *("machines", "machines_two", "plain_boxes", "plain_people", "plain_systems", "recruiting_desks", "threads"),
    )
)
"""The parts of the corpus that nobody read who wrote the rules. On the others the rules look better than they are."""

FOLDS: Final = 8


@dataclass(frozen=True, slots=True)
class Example:
    """A mail that its form alone does not settle, with its features."""

    mail: Labelled
    ruling: Ruling
    features: Features
    glanced: frozenset[str]

    @property
    def fold(self) -> int:
        """Which fold holds this mail out; all mails of a style are in one."""
        return zlib.crc32(self.mail.style.encode()) % FOLDS


def prepare(corpus: Iterable[Labelled]) -> tuple[tuple[Example, ...], tuple[tuple[Labelled, Verdict], ...]]:
    """The mails that the model is asked about, and those that their form settles, with the verdict on them."""
    asked: list[Example] = []
    settled: list[tuple[Labelled, Verdict]] = []
    for mail in corpus:
        ruling = deliberate(mail.message, Context(outgoing=mail.outgoing))
        if isinstance(ruling, Verdict):
            settled.append((mail, ruling))
        else:
            glanced = seen_in(mail.message.subject, mail.message.new_text)
            asked.append(Example(mail, ruling, features_from(mail.message, ruling), glanced))
    return tuple(asked), tuple(settled)


def without_rules(features: Features) -> Features:
    """The features less what the rules said."""
    form: Mapping[str, float] = {name: value for name, value in features.form.items() if name.startswith("form.")}
    return replace(features, form=form)


def for_training(example: Example) -> Features:
    """The features from which the model learns.

    Every other mail that the rules were written with goes without them: else the model would trust them as far as they go
    on these mails, which is further than they go on others.
    """
    if example.mail.part not in UNSEEN_BY_THE_RULES and zlib.crc32(example.mail.id.encode()) % 2:
        return without_rules(example.features)
    return example.features
