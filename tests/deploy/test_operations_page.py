"""docs/operations.md explains what the log says, and names nothing that is not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from daemon.cli import afterword
from daemon.cycle import Trouble
from daemon.errors import AccessRevoked, FolderMissing, MailboxUnavailable, ReaderBroken, SignInFailed
from daemon.service.condition import Standing
from tests.deploy.conftest import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text("utf-8")
LINES = {cell.strip("`") for cell in re.findall(r"(?m)^\| (`[^|]+`) \|", PAGE)}
LOUD = ("warning", "error", "critical", "exception")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def loud_messages() -> Iterator[tuple[str, str]]:
    """Where, and the message with … for each of its values, of everything that is logged as a warning or louder."""
    for path in sorted([*(ROOT / "daemon").rglob("*.py"), *(ROOT / "classifiers").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LOUD and node.args):
                continue
            logger, message = node.func.value, node.args[0]
            if isinstance(logger, ast.Name) and logger.id in ("logger", "_log", "log") and isinstance(message, ast.Constant):
                where = f"{path.relative_to(ROOT)}:{node.lineno}"
                yield where, " ".join(re.sub(r"%[-+0-9.]*[a-z]", "…", str(message.value)).split())


def test_every_warning_and_error_has_its_line_on_the_page() -> None:
    explained = LINES | {"…"}  # a message that is a value alone says something that was put into words elsewhere
    missing = [f"{where}: {message}" for where, message in loud_messages() if message not in explained]
    assert missing == []


def test_the_search_finds_what_is_logged() -> None:
    assert "a message in … tripped the reader (…)" in {message for _, message in loud_messages()}


@pytest.mark.parametrize(
    "trouble",
    [
        MailboxUnavailable("the line is cut"), SignInFailed("no"), AccessRevoked("never again"), FolderMissing("no drafts"),
        ReaderBroken("it fails on everything"), None,
    ],
    ids=lambda trouble: type(trouble).__name__,
)  # fmt: skip
def test_what_is_said_of_a_mailbox_in_trouble_is_on_the_page(trouble: Trouble | None) -> None:
    saying = Standing("work", "do something").failed(trouble, NOON, "" if trouble else "the program failed")
    assert saying
    end = saying.text.split("; ", 1)[1].removeprefix("do something.")
    assert any(line.endswith(end) for line in LINES), end


def test_the_commands_that_it_names_exist() -> None:
    named = set(re.findall(r"(?:sudo |`)afterword ([a-z]+)", PAGE))
    assert named - set(afterword.commands) == {"works"}
    for file in ("docs/privacy.md", "deploy/README.md"):
        text = (ROOT / file).read_text("utf-8")
        assert set(re.findall(r"(?:sudo |`)afterword ([a-z]+)", text)) <= set(afterword.commands), file


@pytest.mark.parametrize("page", ["docs/operations.md", "docs/privacy.md", "deploy/README.md"])
def test_its_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    text = path.read_text("utf-8")
    headings = {
        re.sub(r"[^\w\s-]", "", heading).strip().lower().replace(" ", "-") for heading in re.findall(r"(?m)^#+ (.*)$", text)
    }
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith("https:"):
            continue
        file, _, anchor = link.partition("#")
        assert (path.parent / file).exists(), link
        assert file or anchor in headings, link


def test_the_options_that_it_names_exist() -> None:
    installer = (ROOT / "deploy" / "install.sh").read_text("utf-8")
    for line in PAGE.splitlines():
        for option in re.findall(r"install\.sh[^`#|]*? (--[a-z-]+)", line):
            assert f"{option})" in installer or f"{option} |" in installer, option
