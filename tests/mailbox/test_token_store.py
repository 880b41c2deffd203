"""The token file: private, whole at every moment, and one refresh at a time."""

from __future__ import annotations

import json
import multiprocessing
import os
import stat
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from daemon.errors import AccessRevoked, MailboxUnavailable
from daemon.mailbox.token_store import Token, TokenStore, write_private

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
TOKEN = Token(
    access_token="acc3ss",
    refresh_token="r3fresh",
    expires_at=NOON + timedelta(hours=1),
    scopes=("https://mail.google.com/",),
    client_id="client",
    granted_at=NOON,
    refreshed_at=NOON,
    account="sam.rivera@gmail.example",
)


@pytest.fixture
def store(tmp_path: Path) -> TokenStore:
    return TokenStore(tmp_path / "state" / "personal.token.json")


class TestTheFile:
    def test_what_was_saved_is_loaded_by_the_next_process(self, store: TokenStore) -> None:
        assert store.load() is None
        store.save(TOKEN)
        assert TokenStore(store.path).load() == TOKEN

    def test_instants_of_another_offset_come_back_as_the_same_instants(self, store: TokenStore) -> None:
        abroad = NOON.astimezone(timezone(timedelta(hours=-5)))
        store.save(replace(TOKEN, expires_at=abroad))
        loaded = store.load()
        assert loaded is not None
        assert (loaded.expires_at, loaded.expires_at.tzinfo) == (NOON, UTC)

    def test_nobody_else_can_read_it_whatever_the_umask(self, store: TokenStore) -> None:
        before = os.umask(0)
        try:
            store.save(TOKEN)
            store.save(replace(TOKEN, access_token="another"))
        finally:
            os.umask(before)
        assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700

    @pytest.mark.parametrize("mode", [0o640, 0o604, 0o620])
    def test_one_that_others_can_get_at_is_not_used(self, store: TokenStore, mode: int) -> None:
        store.save(TOKEN)
        store.path.chmod(mode)
        with pytest.raises(AccessRevoked, match=rf"can be read by others; chmod 600 {store.path}$"):
            store.load()

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"{",
            b"[]",
            b"{}",
            b"\xff\xfe",
            b"[" * 60_000,
            b'{"access_token": "acc3ss"}',
            json.dumps(dict.fromkeys(Token.__dataclass_fields__, 1)).encode(),
        ],
    )
    def test_a_damaged_one_asks_for_a_new_sign_in_and_repeats_nothing(self, store: TokenStore, content: bytes) -> None:
        write_private(store.path, "")
        store.path.write_bytes(content)
        with pytest.raises(AccessRevoked) as caught:
            store.load()
        assert str(caught.value) == f"the token file {store.path} is damaged"

    @pytest.mark.parametrize(
        ("name", "value"), [("expires_at", "2026-11-23T12:00:00"), ("expires_at", "soon"), ("scopes", "a b"), ("scopes", [1])]
    )
    def test_every_member_is_looked_at(self, store: TokenStore, name: str, value: object) -> None:
        store.save(TOKEN)
        document = json.loads(store.path.read_text())
        store.path.write_text(json.dumps(document | {name: value}))
        with pytest.raises(AccessRevoked, match="is damaged"):
            store.load()

    def test_members_of_a_later_version_are_passed_over(self, store: TokenStore) -> None:
        store.save(TOKEN)
        store.path.write_text(json.dumps(json.loads(store.path.read_text()) | {"colour": "blue"}))
        assert store.load() == TOKEN

    def test_secrets_are_in_no_repr(self) -> None:
        assert "acc3ss" not in repr(TOKEN)
        assert "r3fresh" not in repr(TOKEN)


class TestSavingGoesWrong:
    def test_the_old_token_stays_where_the_new_one_cannot_be_put_in_its_place(
        self, store: TokenStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.save(TOKEN)

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(MailboxUnavailable, match="cannot be written: No space left on device"):
            store.save(replace(TOKEN, access_token="another"))
        assert store.load() == TOKEN
        assert [path.name for path in store.path.parent.iterdir()] == [store.path.name]

    def test_the_bytes_are_on_the_disk_before_the_name_is(self, store: TokenStore, monkeypatch: pytest.MonkeyPatch) -> None:
        steps: list[str] = []
        genuine_fsync, genuine_replace = os.fsync, os.replace
        monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("fsync"), genuine_fsync(handle))[1])
        monkeypatch.setattr(os, "replace", lambda *names: (steps.append("replace"), genuine_replace(*names))[1])
        store.save(TOKEN)
        assert steps == ["fsync", "replace", "fsync"]

    def test_a_folder_that_cannot_be_written_to_is_told_before_anything_is_refreshed(self, tmp_path: Path) -> None:
        (tmp_path / "state").write_text("a file where the folder should be")
        store = TokenStore(tmp_path / "state" / "personal.token.json")
        with pytest.raises(MailboxUnavailable, match="cannot be written"), store.lock():
            pytest.fail("nobody may go on from here")


def _hold(path: str, held: object, release: object) -> None:
    with TokenStore(Path(path)).lock():
        held.set()  # type: ignore[attr-defined]
        release.wait(30)  # type: ignore[attr-defined]


class TestTheLock:
    def test_it_holds_between_processes_and_falls_with_them(self, store: TokenStore) -> None:
        context = multiprocessing.get_context("spawn")
        held, release = context.Event(), context.Event()
        process = context.Process(target=_hold, args=(str(store.path), held, release))
        process.start()
        try:
            assert held.wait(30)
            with pytest.raises(MailboxUnavailable, match="another process"), store.lock(patience=0.2):
                pytest.fail("the lock is held by another process")
            process.kill()
            process.join(30)
            with store.lock(patience=30):
                pass
        finally:
            process.kill()
            process.join(30)

    def test_it_holds_between_threads(self, store: TokenStore) -> None:
        inside: list[int] = []
        most: list[int] = []

        def work() -> None:
            for _ in range(20):
                with store.lock():
                    inside.append(1)
                    most.append(len(inside))
                    inside.pop()

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert (len(most), max(most)) == (80, 1)

    def test_it_is_let_go_of_after_a_failure(self, store: TokenStore) -> None:
        with pytest.raises(RuntimeError), store.lock():
            raise RuntimeError
        with store.lock(patience=0.2):
            pass
