"""What goes wrong at Gmail: nothing is lost, nothing is done twice, and each kind of failure is told apart."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from unittest import mock

import pytest

from daemon.errors import AccessRevoked, MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox import gmail_service
from daemon.mailbox.protocol import DraftStatus, Place, ReplyAnchor
from tests.mailbox.gmail_world import GmailWorld, service_at
from tests.mailbox.steps import announced, answered_draft, drained, saved, theirs_arrived
from tests.mailbox.world import NOON, SINCE, letter, mail, message_id_of
from tests.peers.gmail_facade import Fault, GmailFacade

pytestmark = pytest.mark.peer("emulate")

IN_PASSING = {
    "too many requests": Fault("error", status=429, reason="rateLimitExceeded"),
    "a rate limit as 403": Fault("error", status=403, reason="userRateLimitExceeded"),
    "another rate limit as 403": Fault("error", status=403, reason="rateLimitExceeded"),
    "500": Fault("error", status=500, reason="backendError"),
    "502": Fault("error", status=502, reason="badGateway"),
    "503": Fault("error", status=503, reason="backendError"),
    "a reset": Fault("reset"),
    "a reset after it was done": Fault("reset after"),
    "a line closed without an answer": Fault("close after"),
    "half an answer": Fault("truncate"),
}


def fault(name: str, **where: object) -> Fault:
    known = IN_PASSING[name]
    return Fault(**{**known.__dict__, **where})  # type: ignore[arg-type]


@pytest.fixture
def world(gmail: GmailFacade) -> Iterator[GmailWorld]:
    with service_at(gmail.address):
        world = GmailWorld(gmail)
        yield world
        world.mailbox.close()
    gmail.faults.clear()
    gmail.calls.clear()


def posts(world: GmailWorld, path: str) -> int:
    """How often this was asked to be done."""
    return sum(call.method == "POST" and call.path == path for call in world.facade.calls)


class TestReading:
    @pytest.mark.parametrize("path", ["/profile", "/messages", "/batch"])
    @pytest.mark.parametrize("name", IN_PASSING)
    def test_it_is_tried_again(self, world: GmailWorld, name: str, path: str) -> None:
        for number in range(3):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON)
        world.facade.faults = [fault(name, path=path)]
        batch = world.mailbox.changes(None, SINCE)
        assert world.facade.faults == []
        assert sorted(announced(world, batch)) == [f"<{number}@northwind.example>" for number in range(3)]

    def test_a_part_of_a_batch_alone_is_asked_for_again(self, world: GmailWorld) -> None:
        for number in range(10):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON)
        world.facade.faults = [fault("too many requests", path="/messages/", skip=3, times=2)]
        assert len(world.mailbox.changes(None, SINCE).messages) == 10
        asked = [call.path for call in world.facade.calls if call.path.startswith("messages/")]
        assert len(asked) == len(set(asked)) == 10, "those that were refused never got through to be counted"

    def test_what_the_server_asks_to_wait_is_waited(self, world: GmailWorld) -> None:
        world.facade.faults = [fault("too many requests", path="/profile", retry_after="17")]
        world.mailbox.changes(None, SINCE)
        assert 17.0 in world.clock.waits

    def test_a_long_wait_is_left_to_a_later_turn(self, world: GmailWorld) -> None:
        world.facade.faults = [fault("503", path="/profile", retry_after="600")]
        with pytest.raises(MailboxUnavailable, match="personal: ") as failure:
            world.mailbox.changes(None, SINCE)
        assert failure.value.retry_after == 600.0
        assert world.mailbox.changes(None, SINCE).messages == ()

    def test_what_does_not_pass_is_told_after_three_tries(self, world: GmailWorld) -> None:
        world.facade.faults = [fault("500", path="/profile", times=100)]
        with pytest.raises(MailboxUnavailable, match=r"fails at the moment \(500\)"):
            world.mailbox.changes(None, SINCE)
        assert world.facade.faults[0].times == 97

    def test_a_server_that_does_not_answer_is_left(self, world: GmailWorld) -> None:
        world.facade.faults = [Fault("stall", "/profile", seconds=3.0, times=3)]
        with mock.patch.object(gmail_service, "TIMEOUT", 0.2), pytest.raises(MailboxUnavailable, match=r"in time|reached"):
            world.mailbox.changes(None, SINCE)

    def test_a_failure_between_two_batches_costs_nothing(self, world: GmailWorld) -> None:
        for number in range(45):
            world.deliver(mail(f"<{number}@northwind.example>"), NOON)
        first = world.mailbox.changes(None, SINCE)
        world.facade.faults = [fault("a reset", times=1000)]
        with pytest.raises(MailboxUnavailable):
            world.mailbox.changes(first.next_cursor, SINCE)
        world.facade.faults.clear()
        rest = drained(world.restart(), first.next_cursor)
        assert len({ref.id for batch in (first, *rest) for ref in batch.messages}) == 45


class TestAPoisonedMessage:
    def test_it_is_given_up_after_three_turns_and_named(self, world: GmailWorld) -> None:
        world.deliver(mail("<before@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        for name in ("a", "poison", "b"):
            world.deliver(mail(f"<{name}@northwind.example>"), NOON)
        poison = world.message(Place.INBOX, "<poison@northwind.example>")
        world.facade.faults = [fault("500", path=f"/messages/{poison}", times=1000)]
        for _ in range(2):
            with pytest.raises(MailboxUnavailable):
                world.mailbox.changes(cursor, SINCE)
        batch = world.mailbox.changes(cursor, SINCE)
        assert len(batch.messages) == 3
        fetched = {raw.ref.id: raw.raw for raw in world.mailbox.fetch(batch.messages)}
        assert fetched[poison] == b"", "unreadable, which the intake writes down and the digest names"
        assert len([raw for raw in fetched.values() if raw]) == 2
        assert world.mailbox.changes(batch.next_cursor, SINCE).messages == ()

    def test_alone_it_is_given_up_as_well(self, world: GmailWorld) -> None:
        world.deliver(mail("<before@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<poison@northwind.example>"), NOON)
        poison = world.message(Place.INBOX, "<poison@northwind.example>")
        world.facade.faults = [fault("500", path=f"/messages/{poison}", times=1000)]
        for _ in range(2):
            with pytest.raises(MailboxUnavailable):
                world.mailbox.changes(cursor, SINCE)
        assert [ref.id for ref in world.mailbox.changes(cursor, SINCE).messages] == [poison]

    def test_where_no_message_can_be_had_none_is_given_up(self, world: GmailWorld) -> None:
        world.deliver(mail("<before@northwind.example>"), NOON)
        cursor = world.mailbox.changes(None, SINCE).next_cursor
        world.deliver(mail("<a@northwind.example>"), NOON)
        world.facade.faults = [fault("500", path="/messages/", times=1000)]
        for _ in range(6):
            with pytest.raises(MailboxUnavailable):
                world.mailbox.changes(cursor, SINCE)


class TestSaving:
    @pytest.mark.parametrize("name", IN_PASSING)
    def test_a_draft_is_asked_for_once_and_found_again(self, world: GmailWorld, name: str) -> None:
        theirs_arrived(world)
        (ref,) = world.mailbox.changes(None, SINCE).messages
        anchor = ReplyAnchor("<theirs@northwind.example>", ref.thread_hint)
        mime = letter("<ours@example.org>", "<theirs@northwind.example>")
        world.facade.faults = [fault(name, path="/drafts", method="POST")]
        with pytest.raises(MailboxUnavailable):
            world.mailbox.save_draft(mime, anchor)
        done = len(world.drafts())
        assert posts(world, "drafts") == done
        found = world.restart().find("<ours@example.org>")
        assert (found is not None) == bool(done)
        if found is None:
            world.mailbox.save_draft(mime, anchor)
        elif name != "half an answer":
            assert found.place is Place.DRAFTS
        assert [message_id_of(raw) for raw in world.drafts()] == ["<ours@example.org>"]

    @pytest.mark.parametrize("name", IN_PASSING)
    def test_a_digest_is_delivered_once(self, world: GmailWorld, name: str) -> None:
        world.facade.faults = [fault(name, path="/import", method="POST")]
        with pytest.raises(MailboxUnavailable):
            world.mailbox.deliver_to_self(mail("<digest@example.org>"))
        if not world.mailbox.find_in_inbox("<digest@example.org>"):
            world.mailbox.deliver_to_self(mail("<digest@example.org>"))
        assert len(list(world.account.messages("INBOX"))) == 1

    def test_a_draft_and_a_digest_that_were_saved_when_the_time_was_up_are_found(self, world: GmailWorld) -> None:
        theirs_arrived(world)
        (ref,) = world.mailbox.changes(None, SINCE).messages
        world.facade.faults = [Fault("stall", path, "POST", seconds=1.5) for path in ("/drafts", "/import")]
        with mock.patch.object(gmail_service, "TIMEOUT", 0.4):
            world.restart()
            with pytest.raises(MailboxUnavailable, match=r"in time|reached"):
                world.mailbox.save_draft(
                    letter("<ours@example.org>", "<theirs@northwind.example>"),
                    ReplyAnchor("<theirs@northwind.example>", ref.thread_hint),
                )
            with pytest.raises(MailboxUnavailable, match=r"in time|reached"):
                world.mailbox.deliver_to_self(mail("<digest@example.org>"))
        assert (posts(world, "drafts"), posts(world, "messages/import")) == (1, 1)
        found = world.restart().find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.DRAFTS
        assert world.mailbox.find_in_inbox("<digest@example.org>")

    def test_a_search_that_lags_behind_does_not_hide_a_draft(self, world: GmailWorld) -> None:
        answered_draft(world)
        with mock.patch.object(type(world.account), "_found", return_value=[]):
            found = world.restart().find("<ours@example.org>")
        assert found is not None
        assert found.place is Place.DRAFTS

    def test_a_thread_that_is_gone_leaves_the_draft_without_one(self, world: GmailWorld) -> None:
        ref = world.mailbox.save_draft(
            letter("<ours@example.org>", "<theirs@northwind.example>"),
            ReplyAnchor("<theirs@northwind.example>", "0123456789abcdef"),
        )
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert len(world.drafts()) == 1


class TestOtherHandsInBetween:
    def test_an_edit_between_the_look_and_the_withdrawal_is_kept(self, world: GmailWorld) -> None:
        ref = answered_draft(world)
        edit = lambda: world.user_edits("<ours@example.org>", "My own words.")  # noqa: E731
        world.facade.faults = [Fault("meanwhile", "/trash", "POST", act=edit)]
        assert not world.mailbox.withdraw_draft(ref)
        (stored,) = world.drafts()
        assert b"My own words." in stored
        assert world.bin() == []

    def test_a_draft_deleted_between_the_look_and_the_withdrawal_stays_so(self, world: GmailWorld) -> None:
        ref = answered_draft(world)
        world.facade.faults = [Fault("meanwhile", "/trash", "POST", act=lambda: world.user_discards("<ours@example.org>"))]
        assert not world.mailbox.withdraw_draft(ref)
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED

    @pytest.mark.parametrize(("does", "status"), [("edits", DraftStatus.EDITED), ("discards", DraftStatus.DISCARDED)])
    def test_what_happens_between_two_looks_counts(self, world: GmailWorld, does: str, status: DraftStatus) -> None:
        ref = answered_draft(world)
        # saved again with the same words it is another message, which wants a second look
        draft, raw = world.draft("<ours@example.org>")
        world.account.edit_draft(draft, raw)

        def act() -> None:
            if does == "edits":
                world.user_edits("<ours@example.org>", "My own words.")
            else:
                world.user_discards("<ours@example.org>")

        world.facade.faults = [Fault("meanwhile", "/drafts/", "GET", skip=1, act=act)]
        assert world.mailbox.draft_status(ref) is status
        assert world.facade.faults == []

    def test_the_same_words_saved_again_are_no_edit(self, world: GmailWorld) -> None:
        ref = answered_draft(world)
        draft, raw = world.draft("<ours@example.org>")
        before = world.account.drafts()[draft][0]
        world.account.edit_draft(draft, raw)
        assert world.account.drafts()[draft][0] != before
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert world.mailbox.withdraw_draft(ref)

    def test_a_draft_whose_subject_the_user_changed_is_still_his(self, world: GmailWorld) -> None:
        ref = answered_draft(world)
        draft, raw = world.draft("<ours@example.org>")
        world.account.edit_draft(draft, raw.replace(b"Subject: Re: Your interview", b"Subject: A question"))
        assert world.mailbox.draft_status(ref) is DraftStatus.EDITED

    def test_a_status_is_looked_up_anew_only_after_a_change(self, world: GmailWorld) -> None:
        ref = answered_draft(world)
        world.mailbox.draft_status(ref)
        world.facade.calls.clear()
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert [call.path for call in world.facade.calls] == ["profile"]


class TestAccess:
    def test_an_expired_token_is_renewed_on_the_way(self, world: GmailWorld) -> None:
        world.mailbox.changes(None, SINCE)
        world.account.expire()
        world.deliver(mail("<first@northwind.example>"), NOON)
        assert announced(world, world.mailbox.changes(None, SINCE)) == ["<first@northwind.example>"]
        world.account.expire()
        assert world.mailbox.save_draft(letter("<ours@example.org>"), None)
        assert len(world.drafts()) == 1

    def test_access_that_was_taken_back_is_told_apart(self, world: GmailWorld) -> None:
        world.mailbox.changes(None, SINCE)
        world.account.revoke()
        with pytest.raises(AccessRevoked, match=r"personal: .*sign in again"):
            world.mailbox.changes(None, SINCE)

    def test_it_comes_back_with_the_next_sign_in(self, world: GmailWorld) -> None:
        world.account.revoke()
        with pytest.raises(AccessRevoked):
            world.mailbox.changes(None, SINCE)
        world.account.revoked = False
        assert world.restart().changes(None, SINCE).messages == ()

    def test_a_fresh_token_that_is_refused_may_be_a_failure_in_passing(self, world: GmailWorld) -> None:
        world.facade.faults = [Fault("error", "/profile", status=401, reason="authError", times=10)]
        with pytest.raises(SignInFailed) as failure:
            world.mailbox.changes(None, SINCE)
        assert not isinstance(failure.value, AccessRevoked)

    def test_a_scope_that_was_not_granted_needs_the_user(self, world: GmailWorld) -> None:
        world.facade.faults = [Fault("error", "/drafts", "POST", status=403, reason="insufficientPermissions")]
        with pytest.raises(AccessRevoked, match="did not grant"):
            world.mailbox.save_draft(letter("<ours@example.org>"), None)

    def test_an_api_that_is_not_enabled_is_said_plainly(self, world: GmailWorld) -> None:
        world.facade.faults = [Fault("error", "/profile", status=403, reason="accessNotConfigured", times=9)]
        with pytest.raises(MailboxError, match="not enabled") as failure:
            world.mailbox.changes(None, SINCE)
        assert not isinstance(failure.value, MailboxUnavailable | SignInFailed)
        assert world.facade.faults[0].times == 8, "asking again does not help"

    def test_a_used_up_quota_of_the_day_is_waited_for(self, world: GmailWorld) -> None:
        world.facade.faults = [Fault("error", "/profile", status=403, reason="dailyLimitExceeded", times=9)]
        with pytest.raises(MailboxUnavailable) as failure:
            world.mailbox.changes(None, SINCE)
        assert failure.value.retry_after
        assert failure.value.retry_after >= 600


def test_two_accounts_at_once_keep_apart(gmail: GmailFacade) -> None:
    with service_at(gmail.address):
        worlds = [GmailWorld(gmail), GmailWorld(gmail)]
        worlds[1].account.revoke()
        seen: list[list[str]] = [[], []]
        failures: list[BaseException] = []

        def live(number: int) -> None:
            world = worlds[number]
            try:
                for turn in range(5):
                    world.deliver(mail(f"<{number}-{turn}@northwind.example>"), NOON)
                    saved(
                        world,
                        letter(f"<ours-{number}-{turn}@example.org>", f"<{number}-{turn}@northwind.example>"),
                        f"<{number}-{turn}@northwind.example>",
                    )
                seen[number] = [message_id_of(raw) for raw in world.drafts()]
            except AccessRevoked as error:
                failures.append(error)

        threads = [threading.Thread(target=live, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted(seen[0]) == [f"<ours-0-{turn}@example.org>" for turn in range(5)]
        assert seen[1] == []
        assert len(failures) == 1
        for world in worlds:
            world.mailbox.close()
