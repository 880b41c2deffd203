"""Drafts, threads and faults at *myworld*, another emulator, which gives every message a Message-ID of its own.

So nothing here can be told by Message-ID: drafts are known by their id, by what they answer and by what they say. It knows no
batches, and it refuses what Gmail refuses: threads that do not exist, drafts without content.
"""

from __future__ import annotations

import base64
import itertools
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from unittest import mock

import pytest
from google.oauth2.credentials import Credentials

from daemon.errors import AccessRevoked, MailboxUnavailable
from daemon.mailbox import gmail_calls
from daemon.mailbox.gmail import GmailMailbox
from daemon.mailbox.gmail_drafts import Handle
from daemon.mailbox.protocol import DraftRef, DraftStatus, MessageRef, Place, ReplyAnchor
from tests.mailbox.gmail_world import Hurried, service_at
from tests.mailbox.world import SINCE, letter, with_text
from tests.peers.gmail_emulators import Myworld

pytestmark = pytest.mark.peer("myworld")

PARENT = "<theirs@northwind.example>"
LETTER = letter("<ours@example.org>", PARENT)


@pytest.fixture(scope="module")
def server() -> Iterator[Myworld]:
    server = Myworld()
    server.start()
    yield server
    server.stop()


class There:
    """One mailbox at that server, with a message of a recruiter's in it, and the user's hands."""

    names = itertools.count()

    def __init__(self, server: Myworld) -> None:
        theirs = {
            "id": "theirs",
            "from": "Dana Ortiz <dana.ortiz@northwind.example>",
            "to": ["sam.rivera@example.org"],
            "subject": "Your interview",
            "body": "Thank you for the talk.",
            "date": "2026-03-02T12:00:00Z",
            "labels": ["INBOX", "UNREAD"],
        }
        seed = {"user": {"email": "sam.rivera@example.org", "name": "Sam Rivera"}, "emails": [theirs]}
        spec = {"name": f"t{next(self.names)}", "task": "x", "time": "realtime", "servers": {"gmail": {"seed": seed}}}
        told = server.new_environment(spec)
        self._server = server
        self._instance = told["servers"]["gmail"]["instance"]
        given = told["credentials"]["agent"]
        self._token = given["google_access_token"]
        self.address = given["direct_base_url"].format(host="gmail.googleapis.com") + "/"
        self.clock = Hurried()
        self.restart()

    def restart(self) -> GmailMailbox:
        far_away = datetime(2999, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        signed_in = Credentials(token=self._token, expiry=far_away)  # type: ignore[no-untyped-call]
        self.mailbox = GmailMailbox("personal", lambda: signed_in, pace=self.clock.pace())
        return self.mailbox

    def theirs(self) -> MessageRef:
        (ref,) = self.mailbox.changes(None, datetime(2026, 1, 1, tzinfo=UTC)).messages
        return ref

    def saved(self, mime: bytes = LETTER) -> DraftRef:
        return self.mailbox.save_draft(mime, ReplyAnchor(PARENT, self.theirs().thread_hint))

    def faults(self, *faults: dict[str, Any]) -> None:
        self._server.ask("PUT", f"/instances/{self._instance}/faults", list(faults))

    def ask(self, method: str, path: str, body: object = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 - the address is ours
            f"{self.address}gmail/v1/users/me/{path}",
            json.dumps(body).encode() if body is not None else None,
            {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return json.loads(answer.read() or b"{}")

    def drafts(self) -> list[str]:
        return [draft["id"] for draft in self.ask("GET", "drafts").get("drafts", [])]

    def edit(self, ref: DraftRef, raw: bytes, **more: str) -> None:
        draft = Handle.load(ref.handle).draft
        self.ask("PUT", f"drafts/{draft}", {"message": {"raw": base64.urlsafe_b64encode(raw).decode(), **more}})

    def held(self, ref: DraftRef) -> dict[str, Any]:
        return self.ask("GET", f"drafts/{Handle.load(ref.handle).draft}?format=minimal")["message"]  # type: ignore[no-any-return]


@pytest.fixture
def there(server: Myworld) -> Iterator[There]:
    there = There(server)
    with service_at(there.address), mock.patch.object(gmail_calls, "TOGETHER", 1):
        yield there
        there.mailbox.close()


class TestThreads:
    def test_a_draft_lies_in_the_thread_that_it_answers(self, there: There) -> None:
        ref = there.saved()
        assert there.held(ref)["threadId"] == there.theirs().thread_hint

    def test_under_another_subject_it_would_not(self, there: There) -> None:
        ref = there.saved(LETTER.replace(b"Subject: Re: Your interview", b"Subject: Something else"))
        assert there.held(ref)["threadId"] != there.theirs().thread_hint

    def test_a_thread_that_is_gone_leaves_the_draft_without_one(self, there: There) -> None:
        ref = there.mailbox.save_draft(LETTER, ReplyAnchor(PARENT, "0123456789abcdef"))
        assert there.drafts() == [Handle.load(ref.handle).draft]


class TestTheFateOfADraft:
    def test_it_is_untouched_though_the_server_wrote_it_anew(self, there: There) -> None:
        ref = there.saved()
        assert there.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert there.restart().draft_status(ref) is DraftStatus.UNTOUCHED

    def test_an_edit_gives_it_another_message_and_is_one(self, there: There) -> None:
        ref = there.saved()
        before = there.held(ref)["id"]
        there.edit(ref, with_text(LETTER, "My own words."), threadId=there.theirs().thread_hint)
        assert there.held(ref)["id"] != before
        assert there.mailbox.draft_status(ref) is DraftStatus.EDITED
        assert not there.mailbox.withdraw_draft(ref)
        assert len(there.drafts()) == 1

    def test_the_same_words_saved_again_are_no_edit(self, there: There) -> None:
        ref = there.saved()
        before = there.held(ref)["id"]
        there.edit(ref, LETTER, threadId=there.theirs().thread_hint)
        assert there.held(ref)["id"] != before
        assert there.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED

    def test_sent_by_the_user_it_is_known_by_what_it_answers(self, there: There) -> None:
        ref = there.saved()
        cursor = there.mailbox.changes(None, SINCE).next_cursor
        there.ask("POST", "drafts/send", {"id": Handle.load(ref.handle).draft})
        assert there.mailbox.draft_status(ref) is DraftStatus.SENT
        assert Place.SENT in {message.place for message in there.mailbox.changes(cursor, SINCE).messages}

    def test_deleted_by_the_user_it_is_discarded(self, there: There) -> None:
        ref = there.saved()
        there.ask("DELETE", f"drafts/{Handle.load(ref.handle).draft}")
        assert there.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        assert not there.mailbox.withdraw_draft(ref)

    def test_withdrawn_it_lies_in_the_bin(self, there: There) -> None:
        ref = there.saved()
        assert there.mailbox.withdraw_draft(ref)
        assert there.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        binned = there.ask("GET", "messages?labelIds=TRASH&includeSpamTrash=true")["messages"]
        assert len(binned) == 1


class TestFaults:
    @pytest.mark.parametrize("kind", ["rate_limit", "server_error", "transport_error", "truncated"])
    def test_reading_passes_over_it(self, there: There, kind: str) -> None:
        there.faults({"kind": kind, "times": 2})
        assert there.theirs().place is Place.INBOX

    def test_a_draft_that_was_saved_before_the_time_was_up_is_not_saved_again(self, there: There) -> None:
        there.theirs()
        anchor = ReplyAnchor(PARENT, there.theirs().thread_hint)
        # reading the thread comes first, and may fail for all that it matters
        with mock.patch.object(there.mailbox._drafts, "_thread", return_value=[]):
            there.faults({"kind": "timeout_after_commit", "times": 1})
            with pytest.raises(MailboxUnavailable):
                there.mailbox.save_draft(LETTER, anchor)
        there.faults()
        assert len(there.drafts()) == 1
        assert there.mailbox.find("<ours@example.org>") is None, "it has another Message-ID"
        ref = there.restart().save_draft(LETTER, anchor)
        assert there.drafts() == [Handle.load(ref.handle).draft]
        assert there.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED

    def test_a_draft_is_asked_for_once_whatever_comes_back(self, there: There) -> None:
        anchor = ReplyAnchor(PARENT, there.theirs().thread_hint)
        for kind in ("rate_limit", "server_error", "transport_error"):
            with mock.patch.object(there.mailbox._drafts, "_thread", return_value=[]):
                there.faults({"kind": kind, "times": 1})
                with pytest.raises(MailboxUnavailable):
                    there.mailbox.save_draft(LETTER, anchor)
        there.faults()
        assert there.drafts() == []

    def test_a_token_that_is_refused_needs_the_user(self, there: There) -> None:
        there._token = "nonsense"
        with pytest.raises(AccessRevoked):
            there.restart().changes(None, SINCE)

    def test_a_history_that_is_too_old_is_read_again(self, there: There) -> None:
        batch = there.mailbox.changes('{"history": "7"}', datetime(2026, 1, 1, tzinfo=UTC))
        assert batch.resynced
        assert len(batch.messages) == 1
