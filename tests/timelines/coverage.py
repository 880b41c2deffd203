"""Which timelines cover which edge of which rule: the table in README.md, made from stock/edges.toml and the timelines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from tests.timelines.timeline import HERE, STOCK, timelines

README = HERE / "README.md"
_TABLE = re.compile(r"(?<=<!-- table -->\n).*?(?=<!-- end -->)", re.DOTALL)


def required() -> Mapping[str, Mapping[str, str]]:
    """The edges of each rule, in words."""
    document = tomllib.loads((STOCK / "edges.toml").read_text("utf-8"))
    return {rule: said["edges"] for rule, said in document.items()}


def covered() -> Mapping[str, tuple[str, ...]]:
    """The titles of the timelines for each "RULE/edge" that one names."""
    found: dict[str, tuple[str, ...]] = {}
    for timeline in timelines():
        for edge in timeline.covers:
            found[edge] = (*found.get(edge, ()), timeline.title)
    return found


def readme() -> str:
    """README.md with the table as it should be."""
    titles = tomllib.loads((STOCK / "edges.toml").read_text("utf-8"))
    known, lines = covered(), ["\n| rule | edge | timelines |\n|---|---|---|\n"]
    for rule, edges in required().items():
        for edge, words in edges.items():
            shown = "; ".join(known.get(f"{rule}/{edge}", ()))
            lines.append(f"| {rule}: {titles[rule]['title']} | {edge}: {words} | {shown} |\n")
    return _TABLE.sub(lambda _: "".join([*lines, "\n"]), README.read_text("utf-8"))
