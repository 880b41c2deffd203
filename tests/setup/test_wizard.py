"""The questions without a server: what is asked again, what is mended on the way, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from daemon.errors import FolderMissing, MailboxUnavailable, SignInFailed, UserError
from daemon.mailbox.protocol import Place
from daemon.setup import wizard
from daemon.setup.answers import Account, Answers
from daemon.setup.sign_in import Trial
from daemon.setup.wizard import Said, Wizard

WELL = Trial({Place.INBOX: "INBOX", Place.DRAFTS: "Drafts"}, ())
KNOWN = Said(name="Sam Rivera", timezone="America/New_York", country="US", region="NY")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Account], Trial]], None]:
    """Let the server answer as a function does."""
    return lambda answer: monkeypatch.setattr(wizard, "try_password", answer)


def asked(folder: Path, said: Said, *lines: str) -> tuple[Answers | None, str]:
    """What the wizard made of these lines, None where it was left, and what it said."""
    given: list[Answers] = []

    @click.command()
    def ask() -> None:
        given.append(Wizard(said, folder, {}).answers())

    # the last line says that there is no other mailbox
    result = CliRunner().invoke(ask, input="".join(f"{line}\n" for line in (*lines, "")))
    return (given[0] if given else None), result.output


def only(answers: Answers | None) -> Account:
    assert answers is not None
    (account,) = answers.accounts
    return account


def test_an_app_password_of_google_loses_its_spaces(tmp_path: Path, server: Callable[[Callable[[Account], Trial]], None]) -> None:
    server(lambda _: WELL)
    answers, said = asked(tmp_path, KNOWN, "sam@gmail.com", "", "abcd efgh ijkl mnop")
    account = only(answers)
    assert (account.name, account.host, account.port, account.password) == ("gmail", "imap.gmail.com", 993, "abcdefghijklmnop")
    assert account.password_file == tmp_path / "gmail-password"
    assert "https://myaccount.google.com/apppasswords" in said
    assert "abcd" not in said
    assert "abcdefghijklmnop" not in repr(account)


def test_a_password_of_anybody_else_keeps_them(tmp_path: Path, server: Callable[[Callable[[Account], Trial]], None]) -> None:
    server(lambda _: WELL)
    assert only(asked(tmp_path, KNOWN, "sam@gmx.de", "", "correct horse ")[0]).password == "correct horse "


def test_a_folder_for_drafts_that_is_not_found_is_asked_for(
    tmp_path: Path, server: Callable[[Callable[[Account], Trial]], None]
) -> None:
    def answer(account: Account) -> Trial:
        if account.folders.get(Place.DRAFTS) != "Skizzen":
            raise FolderMissing("gmx: no folder looks like the one for drafts; there are: 'INBOX', 'Skizzen'")
        return WELL

    server(answer)
    answers, said = asked(tmp_path, KNOWN, "sam@gmx.de", "", "secret", "Skizze", "Skizzen")
    assert only(answers).folders == {Place.DRAFTS: "Skizzen"}
    assert said.count("'Skizzen'") == 2


def test_user_name_and_server_can_be_mended(tmp_path: Path, server: Callable[[Callable[[Account], Trial]], None]) -> None:
    def answer(account: Account) -> Trial:
        if account.host != "mail.rivera.example":
            raise MailboxUnavailable("personal: nobody answers")
        if (account.username, account.password) != ("sam", "right"):
            raise SignInFailed("personal: refuses the user name or its password")
        return WELL

    server(answer)
    lines = ("sam@rivera.example", "", "", "", "", "", "wrong")
    mended = ("s", "mail.rivera.example", "starttls", "", "", "u", "sam", "p", "right")
    account = only(asked(tmp_path, KNOWN, *lines, *mended)[0])
    assert (account.host, account.tls, account.port) == ("mail.rivera.example", "starttls", 143)


def test_it_can_be_left(tmp_path: Path, server: Callable[[Callable[[Account], Trial]], None]) -> None:
    def answer(account: Account) -> Trial:
        raise MailboxUnavailable(f"{account.name}: nobody answers")

    server(answer)
    answers, said = asked(tmp_path, KNOWN, "sam@gmx.de", "", "secret", "t", "q")
    assert answers is None
    assert said.count("nobody answers") == 2


def test_outlook_asks_for_the_client_and_for_no_password(tmp_path: Path) -> None:
    (tmp_path / "outlook.json").write_text("{}")
    answers, said = asked(tmp_path, KNOWN, "sam@outlook.com", "", "nothing.json", "outlook.json")
    account = only(answers)
    assert (account.client_file, account.oauth, account.gmail_api) == (tmp_path / "outlook.json", "microsoft", False)
    assert "docs/outlook.md tells what belongs into it" in said


def test_a_client_of_google_means_its_own_interface(tmp_path: Path) -> None:
    client = tmp_path / "client.json"
    client.write_text("{}")
    said = Said(
        name="Sam", timezone="America/New_York", country="US", addresses=("sam@gmail.com",), client_file=client, asking=False
    )
    account = only(asked(tmp_path, said)[0])
    assert account.gmail_api
    assert account.client_file == client


def test_several_mailboxes(tmp_path: Path, server: Callable[[Callable[[Account], Trial]], None]) -> None:
    server(lambda _: WELL)
    lines = ("sam@gmail.com", "", "abcd efgh ijkl mnop", "y", "no address", "sam.rivera@gmail.com", "", "second", "n")
    answers, said = asked(tmp_path, KNOWN, *lines)
    assert answers is not None
    assert answers.addresses == ("sam@gmail.com", "sam.rivera@gmail.com")
    assert [(each.name, each.username, each.password) for each in answers.accounts] == [
        ("gmail", "sam@gmail.com", "abcdefghijklmnop"),
        ("gmail-2", "sam.rivera@gmail.com", "second"),
    ]
    assert len({each.password_file for each in answers.accounts}) == 2
    assert "must be a mail address" in said


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    said = Said(asking=False, addresses=("sam@gmail.com",), mailbox="Work")
    with pytest.raises(UserError, match="name of a mailbox already"):
        Wizard(said, tmp_path, {}).another(["work"])
