"""The bar of the first look: on a terminal, and nowhere else."""

from __future__ import annotations

import io
import sys

import pytest

from daemon.commands.progress import bar
from daemon.mailbox.protocol import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_a_bar_shows_how_far_it_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with bar() as tell:
        tell("personal", Progress(3_200, 20_000))
        tell("personal", Progress(20_000, 20_000))
    assert "first look at personal" in terminal.getvalue()
    assert "20000/20000" in terminal.getvalue()


def test_in_a_pipe_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with bar() as tell:
        tell("personal", Progress(3_200, 20_000))
    assert capsys.readouterr() == ("", "")


def test_it_is_whole_once_all_is_done() -> None:
    assert not Progress(0, 1).whole
    assert Progress(5, 5).whole
