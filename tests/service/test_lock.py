"""One process at a time on a state."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from daemon.errors import StateError, UserError
from daemon.service.lock import StateLock, Whereabouts, holder
from daemon.state.database import Database, open_database
from tests.peers.postgresql import PostgreSQL


@pytest.fixture
def where(tmp_path: Path) -> Whereabouts:
    found = Whereabouts.of(f"sqlite:///{tmp_path}/state.db", {})
    assert found is not None
    return found


@pytest.fixture
def state(tmp_path: Path) -> Database:
    return open_database(f"sqlite:///{tmp_path}/state.db")


class TestWhereabouts:
    def test_beside_an_sqlite_file(self, where: Whereabouts, tmp_path: Path) -> None:
        assert where.holder == tmp_path / "state.db.lock"
        assert where.socket == tmp_path / "state.db.socket"

    def test_the_socket_in_the_folder_that_systemd_gives(self, tmp_path: Path) -> None:
        found = Whereabouts.of(f"sqlite:///{tmp_path}/state.db", {"RUNTIME_DIRECTORY": "/run/afterword"})
        assert found == Whereabouts(tmp_path / "state.db.lock", Path("/run/afterword/status.socket"))

    def test_for_a_server_in_the_folder_for_state_and_the_password_plays_no_part(self, tmp_path: Path) -> None:
        environ = {"STATE_DIRECTORY": str(tmp_path)}
        found = Whereabouts.of("postgresql+psycopg://sam:secret@db.example/afterword", environ)
        assert found is not None
        assert found.holder.parent == tmp_path
        assert found == Whereabouts.of("postgresql+psycopg://sam:changed@db.example/afterword", environ)
        assert found != Whereabouts.of("postgresql+psycopg://sam:secret@db.example/other", environ)

    @pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
    def test_a_database_in_memory_is_shared_with_nobody(self, url: str) -> None:
        assert Whereabouts.of(url, {}) is None


class TestLock:
    def test_a_second_one_is_refused_in_one_line_that_says_what_to_do(self, state: Database, where: Whereabouts) -> None:
        with StateLock(state, where, "service"), pytest.raises(UserError) as refused:
            StateLock(state, where, "run --once")
        (problem,) = refused.value.problems
        assert f"process {os.getpid()}: service" in problem
        assert "stop the service first" in problem

    def test_after_the_release_it_is_free(self, state: Database, where: Whereabouts) -> None:
        for _ in range(3):
            with StateLock(state, where, "service"):
                pass
        assert holder(where) == {}

    def test_who_holds_it_can_be_asked(self, state: Database, where: Whereabouts) -> None:
        assert holder(where) == {}
        with StateLock(state, where, "service"):
            assert holder(where) == {"pid": os.getpid(), "doing": "service", "socket": str(where.socket)}

    def test_it_ends_with_its_process_however_that_ends(self, state: Database, where: Whereabouts) -> None:
        def hold() -> None:
            StateLock(open_database(f"sqlite:///{where.holder.with_suffix('')}"), where, "service")
            time.sleep(60)

        process = multiprocessing.get_context("fork").Process(target=hold)
        process.start()
        deadline = time.monotonic() + 30
        while not holder(where) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert holder(where)["pid"] == process.pid
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join(30)
        with StateLock(state, where, "service"):
            assert holder(where)["pid"] == os.getpid()

    def test_asking_who_holds_it_is_in_nobodys_way(self, state: Database, where: Whereabouts) -> None:
        for _ in range(20):
            holder(where)
            with StateLock(state, where, "service"):
                holder(where)

    def test_the_file_is_private(self, state: Database, where: Whereabouts) -> None:
        with StateLock(state, where, "service"):
            assert where.holder.stat().st_mode & 0o777 == 0o600


@pytest.mark.peer("postgresql")
class TestOnPostgreSQL:
    def test_the_server_refuses_a_second_one_from_wherever(self, postgresql: PostgreSQL) -> None:
        url = postgresql.new_database()
        first, second = open_database(url), open_database(url)
        with StateLock(first, None, "service"), pytest.raises(UserError, match="PostgreSQL"):
            StateLock(second, None, "service")
        with StateLock(second, None, "service"):
            pass
        for state in (first, second):
            state.close()

    def test_a_connection_that_was_lost_is_made_anew(self, postgresql: PostgreSQL) -> None:
        url = postgresql.new_database()
        first, second = open_database(url), open_database(url)
        with StateLock(first, None, "service") as lock:
            with second.session() as session:
                ended = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                assert session.scalar(text(ended))
            lock.assure()
            with pytest.raises(UserError):
                StateLock(second, None, "service")
        for state in (first, second):
            state.close()

    def test_a_server_that_is_gone_is_one_line_and_the_lock_is_taken_again_when_it_is_back(self, postgresql: PostgreSQL) -> None:
        state = open_database(postgresql.new_database())
        with StateLock(state, None, "service") as lock:
            postgresql.stop()
            try:
                for _ in range(2):
                    with pytest.raises(StateError, match="the database cannot be used: ") as failed:
                        lock.assure()
                    assert len(str(failed.value).splitlines()) == 1
            finally:
                postgresql.start_again()
            lock.assure()
            with pytest.raises(UserError):
                StateLock(state, None, "service")
        state.close()

    def test_and_refused_where_another_one_took_it_meanwhile(self, postgresql: PostgreSQL) -> None:
        url = postgresql.new_database()
        first, second = open_database(url), open_database(url)
        lock = StateLock(first, None, "service")
        with second.session() as session:
            session.scalar(text("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"))
        with StateLock(second, None, "service"), pytest.raises(UserError):
            lock.assure()
        lock.release()
        for state in (first, second):
            state.close()
