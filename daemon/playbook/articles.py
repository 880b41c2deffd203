"""Which of the five articles of advice each rule comes from.

000 staying in touch after a rejection · 001 answering a rejection · 002 following up, with two recruiters · 003 best practice
and machine-led interviews · 004 after the interview, in twelve steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ARTICLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "T1": ("002", "003", "004"),
        "T3": ("003",),
        "S1": ("002", "003", "004"),
        "S2": ("002", "003", "004"),
        "S3": ("004",),
        "S4": ("003", "004"),
        "H1": ("004",),
        "H2": ("002", "003"),
        "H3": ("002",),
        "R1": ("001", "003"),
        "R2": ("000",),
        "R3": ("000",),
        "O1": ("004",),
        "O2": ("004",),
        "C1": ("003", "004"),
        "F1": ("004",),
    }
)
"""By the rule's name, in the order of the playbook."""
