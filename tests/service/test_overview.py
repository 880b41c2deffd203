"""How the service says it is: to people, to programs, to systemd, to Prometheus, and over its socket."""

from __future__ import annotations

import json
import socket
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daemon.mailbox.memory import MemoryMailbox
from daemon.service.answering import Answering, ask
from daemon.service.condition import State
from daemon.service.metrics import MetricsFile, exposition
from daemon.service.overview import MailboxLine, Overview, facts, lines, next_digest, of_database, sentence
from tests.service.household import ZONE, at, house

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
WELL = MailboxLine("personal", State.WATCHING, NOW - timedelta(hours=3), NOW - timedelta(seconds=12))
OUT = MailboxLine(
    "work",
    State.SIGNED_OUT,
    NOW - timedelta(hours=2),
    NOW - timedelta(hours=3),
    NOW + timedelta(minutes=25),
    "work: the grant was revoked",
    "sign in again: afterword auth work",
)


def overview(*mailboxes: MailboxLine, running: bool = True, problem: str = "") -> Overview:
    return Overview(
        running, "1.2.3", NOW, mailboxes, 3, NOW + timedelta(hours=19, minutes=30), 4711, NOW - timedelta(days=3), problem, 7, 2
    )


class TestWords:
    def test_the_status_line_of_systemd(self) -> None:
        assert sentence(overview(WELL, OUT)) == "watching 1 mailbox; 3 drafts wait for review; work: signed out"
        looking = MailboxLine("new", State.FIRST_LOOK, NOW, None, progress="1200 of 9000")
        assert sentence(overview(looking)).endswith("new: first look 1200 of 9000")

    def test_for_a_terminal(self) -> None:
        assert list(lines(overview(WELL, OUT), lambda instant: instant.astimezone(ZONE))) == [
            "afterword 1.2.3 runs since Fri 27 Feb 07:00 (process 4711)",
            "  personal  watching; last look 12 s ago",
            "  work      signed out since 2 h; last look 3 h ago; the grant was revoked; "
            "sign in again: afterword auth work; next try in 25 min",
            "3 drafts wait for review; next digest Tue 03 Mar 02:30",
        ]

    def test_what_the_problem_says_already_is_not_said_again(self) -> None:
        told = replace(OUT, problem=f"work: the grant was revoked; {OUT.mend}")
        assert list(facts(told, NOW))[2:] == [f"the grant was revoked; {OUT.mend}", "next try in 25 min"]

    def test_well_or_not(self) -> None:
        assert overview(WELL).is_well
        assert not overview(WELL, OUT).is_well
        assert not overview(WELL, running=False).is_well
        assert not overview(WELL, problem="the database cannot be used").is_well

    def test_there_and_back_as_json(self) -> None:
        before = overview(WELL, OUT)
        assert Overview.from_json(before.to_json()) == before
        said = json.loads(before.to_json())
        assert (said["running"], said["well"], said["mailboxes"][1]["state"]) == (True, False, "signed out")

    @pytest.mark.parametrize("text", ["", "{}", "[]", '{"well": true}'])
    def test_no_overview(self, text: str) -> None:
        with pytest.raises((ValueError, KeyError, TypeError, AttributeError)):
            Overview.from_json(text)


class TestDatabase:
    def test_without_a_service_the_database_tells(self, tmp_path: Path) -> None:
        home = house(tmp_path, MemoryMailbox("personal"))
        found = of_database(home, NOW)
        assert not found.running
        assert [line.name for line in found.mailboxes] == ["personal"]
        said = list(lines(found, lambda instant: instant))
        assert "does not run" in said[0]
        assert said[1].endswith("not looked at yet")

    @pytest.mark.parametrize(
        ("now", "due"),
        [
            ("2026-03-02 06:00", "2026-03-02 07:30"),
            ("2026-03-02 08:00", "2026-03-03 07:30"),
            ("2026-03-07 12:00", "2026-03-08 07:30"),
        ],
    )
    def test_the_next_digest_by_the_users_clock(self, tmp_path: Path, now: str, due: str) -> None:
        assert next_digest(house(tmp_path, MemoryMailbox(), digest=True), at(now)) == at(due)

    def test_no_digest_is_none(self, tmp_path: Path) -> None:
        assert next_digest(house(tmp_path, MemoryMailbox()), NOW) is None


class TestSocket:
    def test_it_answers_whoever_may_ask_and_nobody_else(self, tmp_path: Path) -> None:
        path = tmp_path / "socket"
        door = Answering(path, lambda: "how it is")
        assert ask(path) == "how it is"
        assert ask(path) == "how it is"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        door.close()
        assert not path.exists()
        assert ask(path) is None

    def test_a_path_longer_than_an_address(self, tmp_path: Path) -> None:
        path = tmp_path / ("long" * 30) / "socket"
        path.parent.mkdir()
        door = Answering(path, lambda: "how it is")
        assert ask(path) == "how it is"
        door.close()

    def test_what_a_killed_service_left_is_no_hindrance(self, tmp_path: Path) -> None:
        path = tmp_path / "socket"
        with socket.socket(socket.AF_UNIX) as killed:
            killed.bind(str(path))
        assert ask(path) is None
        door = Answering(path, lambda: "how it is")
        assert ask(path) == "how it is"
        door.close()

    def test_somebody_who_connects_and_says_nothing_is_in_nobodys_way(self, tmp_path: Path) -> None:
        path = tmp_path / "socket"
        door = Answering(path, lambda: "x" * 500_000)
        with socket.socket(socket.AF_UNIX) as silent:
            silent.connect(str(path))
        assert ask(path) == "x" * 500_000
        door.close()

    def test_a_folder_that_is_not_there_is_a_line_in_the_log(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        Answering(tmp_path / "nowhere" / "socket", lambda: "").close()
        assert "no status can be asked for" in caplog.text


class TestMetrics:
    def test_what_prometheus_reads(self) -> None:
        said = list(exposition(overview(WELL, OUT)))
        assert 'afterword_mailbox_well{mailbox="personal"} 1' in said
        assert 'afterword_mailbox_well{mailbox="work"} 0' in said
        assert 'afterword_mailbox_signed_out{mailbox="work"} 1' in said
        assert "afterword_drafts_waiting 3" in said
        assert "afterword_well 0" in said
        named = [line.split()[2] for line in said if line.startswith("# TYPE")]
        assert len(named) == len(set(named))

    def test_a_name_with_quotes_breaks_nothing(self) -> None:
        odd = MailboxLine('my "own"\\', State.WATCHING, NOW, NOW)
        assert 'afterword_mailbox_well{mailbox="my \\"own\\"\\\\"} 1' in list(exposition(overview(odd)))

    def test_the_file_is_replaced_whole_and_leaves_nothing_beside_it(self, tmp_path: Path) -> None:
        file = MetricsFile(tmp_path / "afterword.prom")
        file.write(overview(WELL))
        file.write(overview(OUT))
        (written,) = tmp_path.iterdir()
        assert "afterword_well 0\n" in written.read_text()
        assert stat.S_IMODE(written.stat().st_mode) == 0o644
        file.remove()
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_that_is_gone_is_said_once(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        file = MetricsFile(tmp_path / "gone" / "afterword.prom")
        for _ in range(3):
            file.write(overview(WELL))
        assert caplog.text.count("cannot be written") == 1
