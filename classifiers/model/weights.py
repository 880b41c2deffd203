"""The exported model as one small file, and its way into memory.

The file is gzip over one line of JSON (what is small: kinds, intercepts, scales, weights of the form, the forest) followed by the
features of each table, one a line and sorted, and a byte for each weight. In memory a feature's weights for all kinds are the
lanes of one integer: adding up a message is adding integers, exact in any order, and takes well under a millisecond.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from classifiers.model.forest import Forest
from classifiers.model.glance import Glance
from classifiers.reading import MessageKind

FILE: Final = "weights.gz"
KINDS: Final = tuple(MessageKind)
LANES: Final = len(KINDS) + 2
"""One lane a kind, one for the rarity of the feature (its norm), one that counts features."""

LANE_BYTES: Final = 4
ZERO: Final = 128
"""The byte that stands for weight zero."""

RARITY_STEPS: Final = 25
"""Steps of the rarity byte per unit of inverse document frequency."""


@dataclass(frozen=True, slots=True)
class Table:
    """Features that are there or not. `lanes[feature]` packs its weights; `scale` is the worth of one step of a weight."""

    lanes: Mapping[str, int]
    scale: float


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model over the kinds in the order of `KINDS`.

    `tables` are those of words, pieces and meanings (`classifiers.model.features.Features`). `form` holds a weight a kind for
    each numeric feature. `forest` judges what they say together; a model without one is only good for growing it.
    `temperature` divides the logits. `confident_at` is the probability from which a verdict is confident, by group
    (`classifiers.model.bars`); above 1 means never. `glance` is what is asked before all this.
    """

    tables: tuple[Table, ...]
    form: Mapping[str, tuple[float, ...]]
    intercept: tuple[float, ...]
    forest: Forest | None
    temperature: float
    confident_at: Mapping[str, float]
    glance: Glance


@dataclass(frozen=True, slots=True)
class Rows:
    """A table before it is packed: sorted `features`, and `LANES - 1` bytes for each (weights, then rarity)."""

    features: tuple[str, ...]
    matrix: bytes
    scale: float

    def table(self) -> Table:
        width = LANES - 1
        count = len(self.features)
        wide = bytearray(count * LANES * LANE_BYTES)
        for lane in range(width):
            wide[lane * LANE_BYTES :: LANES * LANE_BYTES] = self.matrix[lane::width]
        wide[width * LANE_BYTES :: LANES * LANE_BYTES] = b"\x01" * count
        size = LANES * LANE_BYTES
        packed = bytes(wide)
        return Table(
            {
                feature: int.from_bytes(packed[at : at + size], "little")
                for feature, at in zip(self.features, range(0, count * size, size), strict=True)
            },
            self.scale,
        )


@dataclass(frozen=True, slots=True)
class Export:
    """All that a model file holds."""

    tables: tuple[Rows, ...]
    form: Mapping[str, tuple[float, ...]]
    intercept: tuple[float, ...]
    forest: Forest | None
    temperature: float
    confident_at: Mapping[str, float]
    glance: Glance

    @property
    def size(self) -> int:
        """How many features there are in all."""
        return sum(len(rows.features) for rows in self.tables) + len(self.form)

    def model(self) -> Model:
        tables = tuple(rows.table() for rows in self.tables)
        return Model(tables, self.form, self.intercept, self.forest, self.temperature, self.confident_at, self.glance)

    def encode(self) -> bytes:
        """The bytes of the model file, the same for the same weights."""
        head = {
            "kinds": [kind.value for kind in KINDS],
            "tables": [{"features": len(rows.features), "scale": rows.scale} for rows in self.tables],
            "form": {name: list(self.form[name]) for name in sorted(self.form)},
            "intercept": list(self.intercept),
            "forest": self.forest.encode() if self.forest else None,
            "temperature": self.temperature,
            "confident_at": dict(self.confident_at),
            "glance": self.glance.encode(),
        }
        features = "".join(f"{feature}\n" for rows in self.tables for feature in rows.features)
        line = json.dumps(head, separators=(",", ":")) + "\n"
        return gzip.compress((line + features).encode() + b"".join(rows.matrix for rows in self.tables), 9, mtime=0)


def decode(data: bytes) -> Export:
    """The inverse of `Export.encode`. Raises ValueError for a file that was made for other kinds."""
    line, _, rest = gzip.decompress(data).partition(b"\n")
    head = json.loads(line)
    if head["kinds"] != [kind.value for kind in KINDS]:
        raise ValueError("the model was trained for other kinds")
    parts = rest.split(b"\n", sum(table["features"] for table in head["tables"]))
    features, matrix = [part.decode() for part in parts[:-1]], parts[-1]
    tables: list[Rows] = []
    begin = 0
    for table in head["tables"]:
        end = begin + table["features"]
        cut = slice(begin * (LANES - 1), end * (LANES - 1))
        tables.append(Rows(tuple(features[begin:end]), matrix[cut], table["scale"]))
        begin = end
    return Export(
        tables=tuple(tables),
        form={name: tuple(weights) for name, weights in head["form"].items()},
        intercept=tuple(head["intercept"]),
        forest=Forest.decode(head["forest"]) if head["forest"] else None,
        temperature=head["temperature"],
        confident_at=head["confident_at"],
        glance=Glance.decode(head["glance"]),
    )


@cache
def load() -> Model:
    """The model that came with the program, read once."""
    return decode(resources.files(__package__).joinpath(FILE).read_bytes()).model()
