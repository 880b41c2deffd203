"""The house rules that a machine can check: the locks, the licence, who imports whom, who asks the clock, what files may name."""

from __future__ import annotations

import ast
import functools
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
ROOMS = ("daemon", "classifiers")
LONGEST_MODULE = 450


def modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@functools.cache
def syntax(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


class TestLocks:
    @pytest.mark.parametrize("lock", LOCKS)
    def test_every_version_is_pinned_with_its_hashes(self, lock: str) -> None:
        entries = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text("utf-8"))[1:]
        assert len(entries) > 20
        for entry in entries:
            assert re.match(r"[a-z0-9._-]+(\[[a-z,]+\])?==[^ ]+ (; .* )?\\\n", entry), entry.splitlines()[0]
            assert "--hash=sha256:" in entry, entry.splitlines()[0]

    @pytest.mark.parametrize("lock", LOCKS)
    def test_no_address_is_in_them(self, lock: str) -> None:
        text = (ROOT / lock).read_text("utf-8")
        assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)
        assert not re.search(r"(?m)^# .* /", text), "the header names a path"

    def test_they_agree_with_each_other(self) -> None:
        runtime, development = (
            dict(re.findall(r"(?m)^([a-z0-9._-]+)==(\S+)", (ROOT / lock).read_text("utf-8"))) for lock in LOCKS
        )
        assert runtime.items() <= development.items()

    def test_they_hold_everything_that_pyproject_asks_for(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
        groups = project["dependency-groups"]
        runtime = [*project["project"]["dependencies"], *groups["build"]]
        extras = [each for extra in project["project"]["optional-dependencies"].values() for each in extra]
        development = [*runtime, *extras, *(each for each in groups["dev"] if isinstance(each, str))]
        for lock, wanted in zip(LOCKS, (runtime, development), strict=True):
            pinned = set(re.findall(r"(?m)^([a-z0-9._-]+)==", (ROOT / lock).read_text("utf-8")))
            assert {re.split(r"[^A-Za-z0-9._-]", each)[0].lower() for each in wanted} <= pinned


def test_the_licence_is_mit() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert text.startswith("MIT License\n")
    assert "without restriction, including without limitation the rights" in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert (project["license"], project["license-files"]) == ("MIT", ["LICENSE"])


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    lengths = {relative(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_module_says_what_lives_there() -> None:
    assert [relative(path) for path in modules() if not ast.get_docstring(syntax(path))] == []


def checked_in() -> list[Path]:
    """The files that are in the repository or about to be."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what belongs to the repository is not known")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_file_names_a_folder_of_a_machine_or_the_host_of_a_registry() -> None:
    hosts = ["pypi.org", "pythonhosted.org", "registry.npmjs.org", "deb.debian.org", "ftp.debian.org"]
    folders = ["work", "root", "opt/pypi", "opt/wheels"]
    pattern = re.compile("|".join([*map(re.escape, hosts), *(rf"(?<![\w.~*}}-])/{folder}/" for folder in folders)]).encode())
    named = []
    for path in checked_in():
        if path == Path(__file__):
            continue
        content = path.read_bytes()
        named += [f"{relative(path)}: {found.decode()}" for found in pattern.findall(content) if b"\0" not in content]
    assert named == []


# What a room may know of the others (an entry allows the module and what is below it). Everybody may know daemon.errors.
# The longest matching room counts.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "classifiers": ("classifiers", "daemon.mail"),
    "daemon.errors": (),
    "daemon.clock": (),
    "daemon.config": ("daemon.config", "daemon.mailbox.protocol", "daemon.playbook.preferences"),
    "daemon.mail": ("daemon.mail",),
    "daemon.mailbox": ("daemon.mailbox", "daemon.mail"),
    "daemon.grouping": ("daemon.grouping", "daemon.mail", "classifiers"),
    "daemon.form": ("daemon.mail", "classifiers"),
    "daemon.playbook": ("daemon.playbook", "daemon.mail", "classifiers.reading"),
    "daemon.reconcile": ("daemon.playbook",),
    "daemon.drafting": ("daemon.drafting", "daemon.mail", "daemon.playbook", "classifiers.reading"),
    "daemon.state": (
        "daemon.state",
        "daemon.grouping",
        "daemon.mail",
        "daemon.mailbox.protocol",
        "daemon.playbook",
        "classifiers",
    ),
    "daemon.house": ("daemon.state", "daemon.mail", "daemon.mailbox.protocol", "daemon.playbook"),
    "daemon.digest": (
        "daemon.digest",
        "daemon.drafting.rehearsal",
        "daemon.house",
        "daemon.state",
        "daemon.mail",
        "daemon.playbook",
        "classifiers.reading",
    ),
}
ABOVE_ALL_ROOMS = "daemon"
"""What holds the rooms together (cycle, service, the commands) may know every room; no room may know it."""


def name_of(path: Path) -> str:
    return relative(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def room_of(module: str) -> str:
    """The entry of MAY_IMPORT that a module falls under; config_sections and its like belong to daemon.config."""
    fitting = [room for room in MAY_IMPORT if re.match(rf"{re.escape(room)}(?![a-z])", module)]
    return max(fitting, key=len, default=ABOVE_ALL_ROOMS)


def imports_of_ours(path: Path) -> Iterator[tuple[int, str]]:
    """Line and module of every import of our own, also inside functions and under TYPE_CHECKING."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")
            base = ".".join(parents[: len(parents) - node.level + 1]) if node.level else ""
            origin = ".".join(filter(None, [base, node.module]))
            names = [f"{origin}.{alias.name}" if origin in ROOMS else origin for alias in node.names]
        else:
            continue
        yield from ((node.lineno, name) for name in names if name.split(".")[0] in ROOMS)


def allowed(room: str, imported: str) -> bool:
    if room == ABOVE_ALL_ROOMS:
        return True
    return any(re.match(rf"{re.escape(entry)}(?![a-z])", imported) for entry in (*MAY_IMPORT[room], "daemon.errors"))


def test_every_room_knows_only_the_rooms_that_the_design_lets_it_know() -> None:
    wrong = []
    for path in modules():
        room = room_of(name_of(path))
        wrong += [f"{relative(path)}:{line} imports {name}" for line, name in imports_of_ours(path) if not allowed(room, name)]
    assert wrong == []


# Who may ask the system's clock, and why: a file, and the call in it. Only the first is asked for decisions.
MAY_ASK_THE_CLOCK = {
    ("daemon/clock.py", "datetime.now"): "the one clock: everybody else is given the time",
    (
        "daemon/mailbox/maildir_folder.py",
        "time.time_ns",
    ): "a part of a new file's name, which is never to come twice in a Maildir",
}
CLOCK_CALLS = re.compile(
    r"(?:.*\.)?(?:datetime\.(?:now|utcnow|today)|date\.today|time\.(?:time|time_ns|localtime|gmtime|ctime)|func\.(?:now|current_\w+))"
)


def clock_calls(path: Path) -> Iterator[tuple[int, str]]:
    """Calls of the system's clock, by whatever name the module imported it."""
    tree = syntax(path)
    known_as = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    } | {
        alias.asname: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.asname
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.expr) and (name := dotted(node)):
            first, *rest = name
            if CLOCK_CALLS.fullmatch(call := ".".join([known_as.get(first, first), *rest])):
                yield node.lineno, call


def dotted(node: ast.AST) -> list[str]:
    """`a.b.c` as its names; nothing for what is no such chain."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute) and (before := dotted(node.value)):
        return [*before, node.attr]
    return []


def test_nothing_asks_the_system_s_clock_but_the_one_clock() -> None:
    asking = [
        f"{relative(path)}:{line} {call}"
        for path in modules()
        for line, call in clock_calls(path)
        if (relative(path), ".".join(call.split(".")[-2:])) not in MAY_ASK_THE_CLOCK
    ]
    assert asking == []


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\nx = datetime.datetime.now()",
        "from datetime import datetime as d\nx = d.now(UTC)",
        "from datetime import date\nx = date.today()",
        "import time\nx = time.time()",
        "from time import time\nx = time()",
        "import time as t\nfactory = t.time",
        "from sqlalchemy import func\nx = func.now()",
    ],
)
def test_the_watch_over_the_clock_sees_its_every_shape(tmp_path: Path, code: str) -> None:
    module = tmp_path / "module.py"
    module.write_text(code)
    assert [line for line, _ in clock_calls(module)] == [2]


def test_the_watch_over_the_clock_lets_others_be(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "import time\nfrom datetime import datetime, time as t\nx = time.monotonic(), datetime(2026, 1, 1), t(9), self.time"
    )
    assert list(clock_calls(module)) == []


class TestDeployment:
    def test_what_ci_runs_can_be_run(self) -> None:
        assert os.access(ROOT / ".ci" / "run", os.X_OK)
