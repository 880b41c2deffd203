"""What happens to a test whose counterpart is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.peers.registry import PEERS, under_ci, why_missing

ROOT = Path(__file__).parent.parent.parent

CONFTEST = """
from types import MappingProxyType

import tests.conftest
from tests.conftest import pytest_runtest_setup, pytest_terminal_summary
from tests.peers import registry

tests.conftest.PEERS = registry.PEERS = {"unicorn": lambda: "no unicorn in this forest", "horse": lambda: None}
"""

TESTS = """
import pytest

@pytest.mark.peer("unicorn")
def test_riding():
    raise AssertionError("this cannot run")

@pytest.mark.peer("unicorn")
@pytest.mark.parametrize("colour", ["white", "black"])
class TestTheHorn:
    def test_it_shines(self, colour):
        raise AssertionError("this cannot run")

@pytest.mark.peer("horse")
def test_trotting():
    pass
"""


def run(folder: Path, ci: str, tests: str = TESTS, *arguments: str) -> str:
    """What pytest prints about a small suite with a peer that exists and one that does not."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = peer(name): needs it\n")
    (folder / "test_forest.py").write_text(tests)
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments, str(folder)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False).stdout


def test_it_is_skipped_and_one_line_says_what_for(tmp_path: Path) -> None:
    output = run(tmp_path, "")
    assert "1 passed, 3 skipped" in output
    line = "Skipped for want of a counterpart: 3 for unicorn (no unicorn in this forest); `make peers` installs it."
    assert output.count(line) == 1


def test_the_reason_is_told_with_each_test_that_is_skipped(tmp_path: Path) -> None:
    assert "needs the peer unicorn: no unicorn in this forest; `make peers` installs it" in run(tmp_path, "false", TESTS, "-rs")


def test_workers_of_xdist_tell_it_as_well(tmp_path: Path) -> None:
    assert "Skipped for want of a counterpart: 3 for unicorn" in run(tmp_path, "", TESTS, "-n1")


def test_under_ci_it_fails(tmp_path: Path) -> None:
    output = run(tmp_path, "true")
    assert "3 failed, 1 passed" in output or "1 passed, 3 errors" in output
    assert "needs the peer unicorn: no unicorn in this forest" in output
    assert "Skipped for want" not in output


def test_an_unknown_peer_is_a_failure_everywhere(tmp_path: Path) -> None:
    output = run(tmp_path, "", TESTS.replace("unicorn", "dragon"))
    assert "nobody knows a peer 'dragon'; there are: unicorn, horse" in output
    assert "skipped" not in output


@pytest.mark.parametrize(
    ("value", "strict"),
    [(None, False), ("", False), ("false", False), ("False", False), ("true", True), ("1", True), ("0", True)],
)
def test_ci_is_whatever_is_neither_empty_nor_false(value: str | None, strict: bool) -> None:
    assert under_ci({} if value is None else {"CI": value}) is strict


@pytest.mark.parametrize("name", sorted(PEERS))
def test_every_peer_is_there_or_has_a_reason(name: str) -> None:
    reason = why_missing(name)
    assert reason is None or (reason and "\n" not in reason)


@pytest.mark.skipif(sys.platform != "linux", reason="the installer does different things elsewhere")
def test_installing_is_quick_where_everything_is_there() -> None:
    if any(why_missing(name) for name in PEERS):
        pytest.skip("not everything is there")
    installer = ROOT / "tests" / "peers" / "install.sh"
    output = subprocess.run(["sh", installer], capture_output=True, text=True, timeout=20, check=True).stdout
    assert output == "peers: everything is installed already\n"
