"""What the tests of the installation share: a checkout to install from, a wheel house, and a machine that boots."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.peers.systemd import Machine

ROOT = Path(__file__).parent.parent.parent
PARTS = (
    "daemon", "classifiers", "deploy", "docs", "pyproject.toml", "README.md", "LICENSE", "config.example.toml",
    "requirements.lock", "requirements-dev.lock",
)  # fmt: skip


def copy_checkout(target: Path) -> None:
    """The sources that an installation is made from, without what is made from them."""
    target.mkdir(parents=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__", "corpus"))
        else:
            shutil.copy2(source, target / part)


@pytest.fixture(scope="session")
def wheel_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the program needs, for the system's own Python, as somebody without a network carries it along."""
    version = subprocess.run(
        ["/usr/bin/python3", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
        capture_output=True, text=True, check=True, timeout=20,
    ).stdout.strip()  # fmt: skip
    folder = tmp_path_factory.mktemp("wheels")
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--only-binary=:all:",
         f"--python-version={version}", "--require-hashes", "-r", ROOT / "requirements.lock", "-d", folder],
        capture_output=True, check=True, timeout=280,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    """A booted machine. Whoever uses it is marked `peer("systemd")`."""
    booted = Machine()
    try:
        booted.boot()
        yield booted
    finally:
        booted.shut_down()
