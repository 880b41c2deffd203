"""Trying templates out before a letter is due: every variant, with made-up facts for every situation, under the linter's eyes.

`doctor` and the digest do so with the user's own templates, the tests with ours.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from daemon.drafting.compose import SHARED_TEMPLATES, compose_with, template_name, template_names
from daemon.drafting.letter import LetterFacts
from daemon.drafting.lint import lint
from daemon.drafting.samples import in_words, sample_facts
from daemon.errors import DraftRejected

MOST_BYTES = 100_000
"""No letter needs a longer template."""


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with which file. `situation`: the first in which it showed, '' where it lies with the file itself."""

    file: str
    problem: str
    situation: str = ""

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.file, self.situation, self.problem)))


def rehearse_ours() -> list[TemplateFault]:
    """The faults of the templates in the package. Takes some seconds."""
    return _faults(None, "")


def own_files(folder: Path) -> list[str]:
    """The names in the user's folder, without hidden ones; none where there is no such folder. Raises OSError."""
    return sorted(name for name in os.listdir(folder) if not name.startswith(".")) if os.path.isdir(folder) else []


def rehearse_own(folder: Path) -> list[TemplateFault]:
    """The faults of the templates in the user's folder, file by file. What was tried once is known until a file changes."""
    try:
        state = [(name, os.stat(folder / name)) for name in own_files(folder)]
    except OSError as error:
        return [TemplateFault(str(folder), f"cannot be read: {error.strerror}")]
    return [fault for name, known in state for fault in _rehearsed(folder, name, known.st_mtime_ns, known.st_size, known.st_mode)]


@lru_cache(maxsize=64)
def _rehearsed(folder: Path, name: str, _changed_at: int, size: int, _mode: int) -> tuple[TemplateFault, ...]:
    if name not in template_names():
        return (TemplateFault(name, _unknown(name)),)
    if not os.path.isfile(folder / name):
        return (TemplateFault(name, "is not a file"),)
    if size > MOST_BYTES:
        return (TemplateFault(name, f"is longer than {MOST_BYTES} bytes"),)
    return tuple(_faults(folder, name))


def _unknown(name: str) -> str:
    close = get_close_matches(name, template_names(), n=1, cutoff=0.5)
    hint = f"did you mean {close[0]}?" if close else f"they are {', '.join(template_names())}"
    return f"no template has this name; {hint}"


def _faults(folder: Path | None, only: str) -> list[TemplateFault]:
    """Of one file in a folder of the user's, or of all of ours."""
    faults: dict[tuple[str, str], str] = {}
    for facts in sample_facts():
        written_from = template_name(facts)
        if only not in ("", written_from, *SHARED_TEMPLATES):
            continue
        for problem in _problems(facts, folder, only):
            faults.setdefault((only or written_from, problem), in_words(facts))
    return [TemplateFault(file, problem, situation) for (file, problem), situation in faults.items()]


def _problems(facts: LetterFacts, folder: Path | None, only: str) -> Iterator[str]:
    variants = _EachVariant()
    while variants.more():
        try:
            yield from lint(compose_with(facts, variants, overrides=folder, only=only), facts)
        except DraftRejected as refusal:
            yield str(refusal)


class _EachVariant:
    """Chooses the first variant of every slot, then the second, and so on as long as any slot has one more."""

    def __init__(self) -> None:
        self._index = -1
        self._most = 1

    def more(self) -> bool:
        self._index += 1
        return self._index < self._most

    def __call__(self, _slot: str, count: int) -> int:
        self._most = max(self._most, count)
        return self._index % count
