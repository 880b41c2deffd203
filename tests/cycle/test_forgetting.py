"""`forget`: everything that is known of one application goes, on both databases, and it does not come back with its mail."""

from __future__ import annotations

import csv
import io
import json
import mailbox
from pathlib import Path

import pytest
from sqlalchemy import select

from daemon.commands.applications import meant
from daemon.commands.keeping import forget_application
from daemon.state.database import open_database
from daemon.state.forgetting import Forgotten, fingerprint, forget, forgotten_among
from daemon.state.history import load_history
from daemon.state.models import CorrectionRow, ForgottenMessageRow, NoteRow, PlacementRow
from tests.cycle.road import CONFIRMED, HOLD, REJECTED, Road, at, everything_known, mail
from tests.mailbox.maildir_world import MaildirWorld
from tests.test_cli import CONFIG, Shell

CONTOSO = "Ines Blau <ines@contoso.example>"
LATER = "2026-03-11 10:00"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.peer("postgresql"))])
def road(request: pytest.FixtureRequest, tmp_path: Path) -> Road:
    """Two applications: Northwind's with an interview, a thank-you draft and the user's words, and Contoso's with a rejection."""
    url = request.getfixturevalue("postgresql").new_database() if request.param == "postgresql" else ""
    road = Road(MaildirWorld(tmp_path / "mail"), tmp_path, database=url)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    road.arrives(
        "2026-03-06 11:00",
        mail("<no@contoso.example>", REJECTED.replace("Northwind", "Contoso"), sender=CONTOSO, subject="Data Analyst at Contoso"),
    )
    road.cycle("2026-03-09 08:00")
    house = road.house()
    with house.database.session() as session:
        key = int(meant(load_history(session), "northwind").key)
        session.add_all(
            [
                NoteRow(application_id=key, kind="note", said_at=at("2026-03-09 09:00"), text="plum jam"),
                CorrectionRow(message_id="<confirmed@northwind.example>", kind="interview_confirmation", said_at=at(LATER)),
                PlacementRow(message_id="<confirmed@northwind.example>", company="Northwind", said_at=at(LATER)),
            ]
        )
    house.database.close()
    assert "thank_you" in road.kinds(road.cycle("2026-03-10 15:45"))
    return road


def forgotten(road: Road, company: str = "northwind") -> Forgotten:
    house = road.house()
    try:
        with house.database.session() as session:
            return forget(session, int(meant(load_history(session), company).key))
    finally:
        house.database.close()


def test_nothing_of_it_remains_and_the_other_one_does(road: Road) -> None:
    assert "northwind" in everything_known(road)
    gone = forgotten(road)
    assert (gone.conversations, gone.messages) == (1, 1)
    assert [subject for _, subject in gone.drafts_left] == ["Re: Data Analyst at Northwind"]
    known = everything_known(road)
    assert "northwind" not in known
    assert "plum jam" not in known
    assert "contoso" in known


def test_its_mail_is_not_read_again_wherever_it_turns_up(road: Road) -> None:
    drafts = len(road.drafts())
    forgotten(road)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    report = road.cycle(LATER)
    assert (report.recorded, report.saved, report.withdrawn) == ([], [], [])
    assert len(road.drafts()) == drafts
    assert "northwind" not in everything_known(road)


def test_a_draft_of_ours_that_is_sent_afterwards_is_not_read_either(road: Road) -> None:
    (draft,) = [draft for draft in road.drafts() if "northwind" in draft.to]
    forgotten(road)
    road.sends(draft, "2026-03-11 09:00")
    assert road.cycle(LATER).recorded == []


def test_if_they_write_again_it_is_a_new_application(road: Road) -> None:
    forgotten(road)
    road.arrives("2026-03-11 09:00", mail("<hold@northwind.example>", HOLD, answers=("<confirmed@northwind.example>",)))
    assert road.kinds(road.cycle(LATER)) == ["holding_reply"]


def test_what_remains_are_hashes(road: Road) -> None:
    forgotten(road)
    database = open_database(road.database or f"sqlite:///{road.database_file}")
    with database.session() as session:
        kept = set(session.scalars(select(ForgottenMessageRow.fingerprint)))
        assert fingerprint("<confirmed@northwind.example>") in kept
        assert all(len(each) == 64 for each in kept)
        assert forgotten_among(session, ["<confirmed@northwind.example>", "<x@y.example>"]) == {"<confirmed@northwind.example>"}
    database.close()


def test_the_file_itself_does_not_hold_it_any_more(road: Road) -> None:
    if road.database:
        pytest.skip("what a server does with its files is its own affair")
    forgotten(road)
    files = list(road.folder.glob("state.db*"))
    assert files
    assert not any(b"plum jam" in path.read_bytes() for path in files)


def test_nor_does_its_log_while_the_service_has_it_open(road: Road) -> None:
    if road.database:
        pytest.skip("what a server does with its files is its own affair")
    service, house = road.house(), road.house()
    try:
        with service.database.session() as session:
            key = int(meant(load_history(session), "northwind").key)
        list(forget_application(house, key))
        assert not any(b"plum jam" in path.read_bytes() for path in road.folder.glob("state.db*"))
    finally:
        house.database.close()
        service.database.close()


class TestCommands:
    @pytest.fixture
    def shell(self, tmp_path: Path) -> Shell:
        mailbox.Maildir(tmp_path / "mail", create=True)
        (tmp_path / "config.toml").write_text(CONFIG.format(folder=tmp_path))
        shell = Shell(tmp_path)
        shell.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
        shell.ok("run", "--once", now="2026-03-10 15:30")
        return shell

    def test_forget_asks_first(self, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
        done = shell.run("forget", "northwind")
        assert done.returncode == 0
        assert done.stdout.endswith("nothing was forgotten\n")
        assert "forget Northwind · Data Analyst: 1 conversation with 1 message? [y/N]" in done.stdout + done.stderr
        assert shell.threads("2026-03-10 16:00")

    def test_forget_says_what_is_left_to_do(self, shell: Shell) -> None:
        said = shell.ok("forget", "--yes", "northwind")
        assert "a draft of ours is left to you in personal: Re: Data Analyst at Northwind" in said
        assert shell.threads("2026-03-10 16:00") == []
        assert "0 new messages read" in shell.ok("run", "--once", now="2026-03-11 09:00")
        assert shell.run("forget", "--yes", "northwind").returncode == 2

    def test_export_as_a_table(self, shell: Shell) -> None:
        (row,) = csv.DictReader(io.StringIO(shell.ok("export", "--csv", now="2026-03-10 16:00")))
        assert (row["company"], row["role"], row["contact_address"]) == (
            "Northwind",
            "Data Analyst",
            "meg.ortiz@northwind.example",
        )
        assert row["state"] == "interviewed"
        assert json.loads(shell.ok("export", "--json")) == json.loads(shell.ok("export"))

    def test_a_spreadsheet_computes_nothing_of_a_stranger_s(self, shell: Shell) -> None:
        shell.arrives("2026-03-06 12:00", mail("<x@contoso.example>", REJECTED.replace("Northwind", "Contoso"),
                                               sender=CONTOSO, subject="=HYPERLINK(1)"))  # fmt: skip
        shell.ok("run", "--once", now="2026-03-10 15:45")
        rows = csv.DictReader(io.StringIO(shell.ok("export", "--csv", now="2026-03-10 16:00")))
        assert "'=HYPERLINK(1)" in {row["subject"] for row in rows}
