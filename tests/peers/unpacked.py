"""Servers that cannot be installed beside Dovecot: their packages are unpacked into a folder, and run from there.

`install.sh` unpacks them into `.peers`, with every library that the system lacks. Nothing of them is on the system itself.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".peers"


def unpacked(name: str) -> Path:
    """The root below which the packages of this server were unpacked, whether they were or not."""
    return FOLDER / name


def library_path(root: Path) -> Mapping[str, str]:
    """The environment variable by which programs below `root` find their libraries."""
    folders = sorted({str(library.parent) for library in root.rglob("*.so*")})
    return {"LD_LIBRARY_PATH": os.pathsep.join(folders)}
