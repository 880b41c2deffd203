"""The way of a configuration onto the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from daemon import config
from daemon.errors import UserError
from daemon.setup.answers import Account, Answers
from daemon.setup.writing import config_text, put_down, with_mailbox


def account(folder: Path, name: str = "personal") -> Account:
    return Account(
        name=name, host="imap.example.org", username="sam", password=f"{name} secret", password_file=folder / f"{name}-password"
    )  # fmt: skip


def text(folder: Path) -> str:
    answers = Answers(
        name="Sam Rivera",
        addresses=("sam.rivera@example.org",),
        timezone="America/New_York",
        country="US",
        accounts=(account(folder),),
    )
    return config_text(answers, folder)


def test_a_second_replacement_does_not_take_the_first_original_along(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("# by hand\n")
    written = text(tmp_path), (account(tmp_path),), file, {"HOME": str(tmp_path)}
    kept = [put_down(*written) for _ in range(2)]
    assert kept == [tmp_path / "config.toml.old", tmp_path / "config.toml.old.2"]
    assert (tmp_path / "config.toml.old").read_text() == "# by hand\n"
    assert file.stat().st_mode & 0o777 == 0o600


class TestOneMoreMailbox:
    def test_goes_to_the_end_and_its_address_to_the_others(self, tmp_path: Path) -> None:
        file, second = tmp_path / "config.toml", account(tmp_path, "work")
        put_down(text(tmp_path), (account(tmp_path),), file, {"HOME": str(tmp_path)})
        before = file.read_text()
        longer = with_mailbox(before, second, "sam@work.example", tmp_path)
        assert put_down(longer, (second,), file, {"HOME": str(tmp_path)}) == tmp_path / "config.toml.old"
        settings = config.load(file, {"HOME": str(tmp_path)})
        assert settings.profile.addresses == ("sam.rivera@example.org", "sam@work.example")
        assert [mailbox.name for mailbox in settings.mailbox] == ["personal", "work"]
        assert [(tmp_path / f"{name}-password").read_text() for name in ("personal", "work")] == [
            "personal secret\n",
            "work secret\n",
        ]
        assert set(before.splitlines()) - set(file.read_text().splitlines()) == {'addresses = ["sam.rivera@example.org"]'}

    def test_leaves_an_address_that_is_known_and_a_list_that_the_user_wrote_in_his_own_way(self, tmp_path: Path) -> None:
        own = text(tmp_path).replace('["sam.rivera@example.org"]', '[\n  "sam.rivera@example.org", # mine\n]')
        second = account(tmp_path, "work")
        for address in ("Sam.Rivera@example.org", "sam@work.example"):
            assert with_mailbox(own, second, address, tmp_path).startswith(own)

    def test_is_refused_where_the_mailboxes_are_written_in_another_way(self, tmp_path: Path) -> None:
        file, second = tmp_path / "config.toml", account(tmp_path, "work")
        own = text(tmp_path).split("[[mailbox]]")[0] + "\n"
        file.write_text('mailbox = [{ name = "a", kind = "maildir", path = "." }]\n' + own)
        kept = file.read_text()
        with pytest.raises(UserError):
            put_down(with_mailbox(kept, second, "sam@work.example", tmp_path), (second,), file, {"HOME": str(tmp_path)})
        assert file.read_text() == kept
        assert sorted(path.name for path in tmp_path.iterdir()) == ["config.toml"]


class TestTheKeyring:
    @pytest.fixture
    def held(self, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
        keyring = pytest.importorskip("keyring")
        held: dict[tuple[str, str], str] = {}
        monkeypatch.setattr(keyring, "get_password", lambda service, user: held.get((service, user)))
        monkeypatch.setattr(keyring, "set_password", lambda service, user, word: held.__setitem__((service, user), word))
        monkeypatch.setattr(keyring, "delete_password", lambda service, user: held.pop((service, user)))
        return held

    @pytest.mark.parametrize("before", [{}, {("afterword", "sam@imap.example.org"): "old"}], ids=["empty", "filled"])
    def test_is_as_it_was_where_the_rest_fails(
        self,
        held: dict[tuple[str, str], str],
        before: dict[tuple[str, str], str],
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        held.update(before)

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        monkeypatch.setattr("daemon.setup.writing.write_private", lambda path, text: path.write_text(text))
        kept = Account(name="personal", host="imap.example.org", username="sam", password="new")
        with pytest.raises(UserError, match="No space left"):
            put_down(text(tmp_path), (kept,), tmp_path / "config.toml", {"HOME": str(tmp_path)})
        assert held == before

    def test_gets_the_password(self, held: dict[tuple[str, str], str], tmp_path: Path) -> None:
        kept = Account(name="personal", host="imap.example.org", username="sam", password="new")
        put_down(text(tmp_path), (kept,), tmp_path / "config.toml", {"HOME": str(tmp_path)})
        assert held == {("afterword", "sam@imap.example.org"): "new"}
