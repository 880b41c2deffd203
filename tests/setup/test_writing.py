"""The way of a configuration onto the disk."""

from __future__ import annotations

from pathlib import Path

from daemon.setup.answers import Account, Answers
from daemon.setup.writing import put_down


def test_a_second_replacement_does_not_take_the_first_original_along(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# by hand\n")
    account = Account(
        name="personal", host="imap.example.org", username="sam", password="secret", password_file=tmp_path / "personal-password"
    )
    answers = Answers(
        name="Sam Rivera",
        addresses=("sam.rivera@example.org",),
        timezone="America/New_York",
        country="US",
        account=account,
    )
    kept = [put_down(answers, file, {"HOME": str(tmp_path)}) for _ in range(2)]
    assert kept == [tmp_path / "config.toml.old", tmp_path / "config.toml.old.2"]
    assert (tmp_path / "config.toml.old").read_text() == "# by hand\n"
    assert file.stat().st_mode & 0o777 == 0o600
