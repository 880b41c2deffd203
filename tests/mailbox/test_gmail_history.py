"""Reading by the history of changes: what Gmail does to it that no emulator does, and what is made of that."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from daemon.errors import MailboxUnavailable
from daemon.mailbox.gmail import GmailMailbox
from daemon.mailbox.gmail_history import Position, Scan, next_stretch
from daemon.mailbox.protocol import Batch, MessageRef, Place
from tests.mailbox.gmail_script import Scripted, mailbox_on, said
from tests.mailbox.world import NOON, SINCE, mail
from tests.peers.gmail_facade import NOT_FOUND, error

ACCOUNT = "sam@gmail.example"


@pytest.fixture
def script() -> Scripted:
    return Scripted()


@pytest.fixture
def mailbox(script: Scripted) -> Iterator[GmailMailbox]:
    with mailbox_on(script) as mailbox:
        yield mailbox


def cursor(mailbox: GmailMailbox) -> str:
    return mailbox.changes(None, SINCE).next_cursor


def scanned(mailbox: GmailMailbox, position: str | None = None) -> list[Batch]:
    """All batches until there is no more."""
    batches = [mailbox.changes(position, SINCE)]
    while batches[-1].more:
        batches.append(mailbox.changes(batches[-1].next_cursor, SINCE))
    return batches


def added(record: int, *keys: str, labels: tuple[str, ...] | None = ("INBOX", "UNREAD")) -> dict[str, Any]:
    named = [{"id": key, "threadId": f"t{key}"} | ({"labelIds": list(labels)} if labels else {}) for key in keys]
    return {"id": str(record), "messagesAdded": [{"message": message} for message in named]}


def relabelled(record: int, what: str, key: str, *labels: str) -> dict[str, Any]:
    return {"id": str(record), what: [{"message": {"id": key, "threadId": f"t{key}"}, "labelIds": list(labels)}]}


class TestThePagesOfTheHistory:
    def test_they_are_read_to_the_end_though_one_is_empty(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        script.holds("a", mail("<a@northwind.example>"), NOON)
        script.holds("b", mail("<b@northwind.example>"), NOON + timedelta(hours=1))
        script.history = [
            {"history": [added(5001, "a")], "nextPageToken": "2", "historyId": "5009"},
            {"nextPageToken": "3", "historyId": "5009"},
            {"history": [added(5008, "b")], "historyId": "5009"},
        ]
        batch = mailbox.changes(first, SINCE)
        assert [ref.id for ref in batch.messages] == ["a", "b"]
        assert Position.load(batch.next_cursor) == Position("5009", ACCOUNT)
        assert not batch.more

    def test_repeated_and_disordered_records_announce_a_message_once(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        script.holds("a", mail("<a@northwind.example>"), NOON)
        records = [relabelled(5003, "labelsAdded", "a", "IMPORTANT"), added(5001, "a"), added(5002, "a"), added(5001, "a")]
        script.history = [{"history": records, "historyId": "5003"}]
        assert [ref.id for ref in mailbox.changes(first, SINCE).messages] == ["a"]

    def test_a_quiet_mailbox_still_gets_a_younger_cursor(self, script: Scripted, mailbox: GmailMailbox) -> None:
        """Else it would be too old after a week of nothing but newsletters being archived."""
        first = cursor(mailbox)
        script.history = [{"history": [relabelled(5001, "labelsAdded", "x", "STARRED")], "historyId": "5020"}]
        batch = mailbox.changes(first, SINCE)
        assert batch.messages == ()
        assert Position.load(batch.next_cursor) == Position("5020", ACCOUNT)

    def test_a_long_one_comes_in_bounded_batches_each_message_once(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        keys = [f"m{number:03}" for number in range(55)]
        for number, key in enumerate(keys):
            script.holds(key, mail(f"<{key}@northwind.example>"), NOON + timedelta(minutes=number))
        records = [added(5001 + number, key) for number, key in enumerate(keys)]
        told, position = [], first
        for _ in range(3):
            reached = int(Position.load(position).history)  # type: ignore[union-attr]
            left = [record for record in records if int(record["id"]) > reached]
            script.history = [{"history": left, "historyId": "6000"}]
            batch = mailbox.changes(position, SINCE)
            position = batch.next_cursor
            told.append([ref.id for ref in batch.messages])
        assert [len(each) for each in told] == [20, 20, 15]
        assert [key for each in told for key in each] == keys
        assert not batch.more


class TestWhatCounts:
    @pytest.mark.parametrize(
        ("labels", "place"),
        [
            (("INBOX",), Place.INBOX),
            (("SENT",), Place.SENT),
            (("INBOX", "SENT"), Place.INBOX),
            (("CATEGORY_PROMOTIONS", "INBOX"), Place.INBOX),
            (("CHAT", "INBOX"), None),
            (("INBOX", "SPAM"), None),
            (("INBOX", "TRASH"), None),
            (("SENT", "TRASH"), None),
            (("DRAFT",), None),
            (("DRAFT", "SENT"), None),
            (("IMPORTANT",), None),
        ],
    )
    def test_a_message_counts_by_the_labels_that_it_has_now(
        self, script: Scripted, mailbox: GmailMailbox, labels: tuple[str, ...], place: Place | None
    ) -> None:
        first = cursor(mailbox)
        script.holds("a", mail("<a@northwind.example>"), NOON, *labels)
        script.history = [{"history": [added(5001, "a", labels=None)], "historyId": "5002"}]
        assert [ref.place for ref in mailbox.changes(first, SINCE).messages] == ([place] if place else [])

    def test_a_draft_is_not_even_looked_at(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        script.asked.clear()
        script.history = [{"history": [added(5001, "d", labels=("DRAFT",))], "historyId": "5002"}]
        assert mailbox.changes(first, SINCE).messages == ()
        assert [path for path, _ in script.asked] == ["history"]

    def test_what_is_taken_out_of_spam_is_news(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        script.holds("a", mail("<a@northwind.example>"), NOON)
        script.history = [{"history": [relabelled(5001, "labelsRemoved", "a", "SPAM")], "historyId": "5002"}]
        assert [ref.id for ref in mailbox.changes(first, SINCE).messages] == ["a"]

    def test_what_vanished_meanwhile_is_skipped(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        script.holds("b", mail("<b@northwind.example>"), NOON)
        script.history = [{"history": [added(5001, "a"), added(5002, "b")], "historyId": "5002"}]
        assert [ref.id for ref in mailbox.changes(first, SINCE).messages] == ["b"]

    def test_what_left_the_inbox_is_gone_but_for_drafts(self, script: Scripted, mailbox: GmailMailbox) -> None:
        first = cursor(mailbox)
        script.holds("kept", mail("<kept@northwind.example>"), NOON)
        script.history = [
            {
                "history": [
                    relabelled(5001, "labelsRemoved", "archived", "INBOX"),
                    relabelled(5002, "labelsAdded", "binned", "TRASH"),
                    {"id": "5003", "messagesDeleted": [{"message": {"id": "deleted"}}]},
                    {"id": "5004", "messagesDeleted": [{"message": {"id": "draft", "labelIds": ["DRAFT"]}}]},
                    relabelled(5005, "labelsAdded", "kept", "TRASH"),
                    relabelled(5006, "labelsRemoved", "kept", "TRASH"),
                ],
                "historyId": "5006",
            }
        ]
        assert mailbox.changes(first, SINCE).gone == ("archived", "binned", "deleted")


class TestAForgottenHistory:
    def test_everything_is_listed_again_and_the_cursor_is_of_before(self, script: Scripted, mailbox: GmailMailbox) -> None:
        script.holds("a", mail("<a@northwind.example>"), NOON)
        first = cursor(mailbox)
        script.answers["history"] = NOT_FOUND
        script.history_id = "9000"
        once, again = mailbox.changes(first, SINCE), mailbox.changes(first, SINCE)
        assert once == again
        assert once.resynced
        assert [ref.id for ref in once.messages] == ["a"]
        assert Position.load(once.next_cursor) == Position("9000", ACCOUNT)
        kinds = [path.split("/")[0] for path, _ in script.asked]
        assert kinds.index("profile") < kinds.index("messages"), "what comes in between would be lost"

    def test_a_cursor_of_another_back_end_is_as_good_as_none(self, script: Scripted, mailbox: GmailMailbox) -> None:
        script.holds("a", mail("<a@northwind.example>"), NOON)
        for foreign in ("", "{}", '{"INBOX": {"uidvalidity": 1, "uid": 5}}', "[]", '{"history": 7}', '{"history": "none"}', "7"):
            batch = mailbox.changes(foreign, SINCE)
            assert [ref.id for ref in batch.messages] == ["a"]
            assert batch.resynced


class TestAScan:
    def test_many_messages_of_one_second_are_each_listed_once(self, script: Scripted, mailbox: GmailMailbox) -> None:
        for number in range(90):
            script.holds(f"m{number:02}", mail(f"<{number}@northwind.example>"), NOON)
        told, position = [], None
        for _ in range(10):
            batch = mailbox.changes(position, SINCE)
            told += [ref.id for ref in batch.messages]
            position = batch.next_cursor
            if not batch.more:
                break
        assert sorted(told) == sorted(script.messages)

    def test_a_page_of_nothing_but_vanished_messages_is_passed(self, script: Scripted, mailbox: GmailMailbox) -> None:
        for number in range(30):
            script.holds(f"m{number:02}", mail(f"<{number}@northwind.example>"), NOON - timedelta(minutes=number))
        vanished = {f"m{number:02}" for number in range(20)}
        script.answers = {f"messages/{key}": NOT_FOUND for key in vanished}
        first = mailbox.changes(None, SINCE)
        assert first.messages == ()
        assert first.more
        second = mailbox.changes(first.next_cursor, SINCE)
        assert {ref.id for ref in second.messages} == script.messages.keys() - vanished
        assert not second.more

    def test_past_a_message_that_cannot_be_had_it_goes_on_where_it_was(self, script: Scripted, mailbox: GmailMailbox) -> None:
        """Nobody knows how old that one is."""
        for number in range(45):
            script.holds(f"m{number:02}", mail(f"<{number}@northwind.example>"), NOON - timedelta(minutes=number))
        script.answers["messages/m05"] = error(500, "backendError")
        for _ in range(2):
            with pytest.raises(MailboxUnavailable):
                mailbox.changes(None, SINCE)
        listed, position, more = [], None, True
        while more:
            batch = mailbox.changes(position, SINCE)
            listed += [ref.id for ref in batch.messages]
            position, more = batch.next_cursor, batch.more
        assert sorted(listed) == [f"m{number:02}" for number in range(45)]

    def test_a_large_message_is_announced_and_not_fetched_whole(self, script: Scripted, mailbox: GmailMailbox) -> None:
        for number in range(25):
            script.holds(f"m{number:02}", mail(f"<{number}@northwind.example>"), NOON - timedelta(minutes=number), size=9_000_000)
        first = mailbox.changes(None, SINCE)
        script.asked.clear()
        second = mailbox.changes(first.next_cursor, SINCE)
        assert len(second.messages) == 5
        assert {query["format"][0] for path, query in script.asked if path.startswith("messages/")} == {"minimal"}

    def test_a_cursor_tells_all_that_is_needed_to_go_on(self) -> None:
        scan = Scan(NOON, True, 1_772_000_000, 3_600, 300, 40, {"a": 1_772_000_000, "b": 1_771_999_999})
        for position in (Position("7", "sam@gmail.example", scan), Position("7", "sam@gmail.example"), Position("7")):
            assert Position.load(position.dump()) == position
        assert Position.load('{"history": "7"}') == Position("7"), "as it was before accounts were noted"

    @pytest.mark.parametrize("seed", range(2))
    def test_in_whatever_order_a_search_lists_nothing_is_passed_over(
        self, script: Scripted, mailbox: GmailMailbox, seed: int
    ) -> None:
        chance = random.Random(seed)  # noqa: S311 - nothing is kept secret here
        # half of them within three hours, so that windows have to be narrowed
        ages = [chance.uniform(0, 3 if number % 2 else 24 * 25) for number in range(800)]
        for number, hours in enumerate(ages):
            script.holds(f"m{number:04}", mail(f"<{number}@northwind.example>"), NOON - timedelta(hours=hours))
        listed = [ref.id for batch in scanned(mailbox) for ref in batch.messages]
        assert sorted(listed) == sorted(script.messages)

    def test_only_what_is_younger_than_the_look_back_is_listed(self, script: Scripted, mailbox: GmailMailbox) -> None:
        script.holds("young", mail("<young@northwind.example>"), SINCE + timedelta(seconds=1))
        script.holds("old", mail("<old@northwind.example>"), SINCE - timedelta(seconds=1))
        script.holds("ancient", mail("<ancient@northwind.example>"), SINCE - timedelta(days=400))
        assert [ref.id for batch in scanned(mailbox) for ref in batch.messages] == ["young"]

    def test_a_message_from_the_future_is_listed(self, script: Scripted, mailbox: GmailMailbox) -> None:
        """A sender's program can import it with any date."""
        script.holds("future", mail("<future@northwind.example>"), NOON.replace(year=2090))
        script.holds("now", mail("<now@northwind.example>"), NOON)
        assert sorted(ref.id for batch in scanned(mailbox) for ref in batch.messages) == ["future", "now"]

    def test_what_has_just_arrived_and_no_search_knows_yet_is_listed(self, script: Scripted, mailbox: GmailMailbox) -> None:
        """It is no change either: the history id is younger than it."""
        script.holds("fresh", mail("<fresh@northwind.example>"), NOON + timedelta(minutes=1))
        script.holds("mine", mail("<mine@example.org>"), NOON, "SENT")
        script.holds("older", mail("<older@northwind.example>"), NOON - timedelta(days=1))
        script.not_in_the_index = {"fresh", "mine"}
        assert sorted(ref.id for batch in scanned(mailbox) for ref in batch.messages) == ["fresh", "mine", "older"]


class TestAnotherAccount:
    """The user signed in once more, and chose another account: a cursor of the one says nothing about the other."""

    def test_its_mail_is_read_from_the_beginning(self, script: Scripted) -> None:
        with mailbox_on(script) as mailbox:
            first = cursor(mailbox)
        script.account, script.history_id = "Dana@gmail.example", "4000"
        script.holds("hers", mail("<hers@northwind.example>"), NOON)
        with mailbox_on(script) as mailbox:
            batch = mailbox.changes(first, SINCE)
            assert [ref.id for ref in batch.messages] == ["hers"]
            assert batch.resynced
            assert Position.load(batch.next_cursor) == Position("4000", "dana@gmail.example")

    def test_so_it_is_in_the_middle_of_a_scan(self, script: Scripted) -> None:
        for number in range(45):
            script.holds(f"m{number:02}", mail(f"<{number}@northwind.example>"), NOON - timedelta(minutes=number))
        with mailbox_on(script) as mailbox:
            first = cursor(mailbox)
        script.account = "dana@gmail.example"
        with mailbox_on(script) as mailbox:
            listed = [ref.id for batch in scanned(mailbox, first) for ref in batch.messages]
        assert sorted(listed) == sorted(script.messages)

    def test_a_cursor_from_before_accounts_were_noted_goes_on(self, script: Scripted, mailbox: GmailMailbox) -> None:
        batch = mailbox.changes('{"history": "5000"}', SINCE)
        assert not batch.resynced
        assert Position.load(batch.next_cursor) == Position("5000", "sam@gmail.example")


def test_a_record_is_never_cut_in_two() -> None:
    records = [added(2, *(f"b{number}" for number in range(15))), added(1, *(f"a{number}" for number in range(15)))]
    first = next_stretch(records, "9", 20)
    assert len(first.arrived) == 15
    assert (first.history, first.more) == ("1", True)
    whole = next_stretch([added(3, *(f"c{number}" for number in range(40)))], "9", 20)
    assert len(whole.arrived) == 40
    assert (whole.history, whole.more) == ("9", False)


def test_what_another_back_end_called_a_message_is_not_even_asked_for(script: Scripted, mailbox: GmailMailbox) -> None:
    """Gmail refuses ids that cannot be its own, and with them the whole call."""
    foreign = [MessageRef(key, Place.INBOX, NOON, size) for key, size in (("7:12:INBOX", 900), ("inbox:0aff", 9_000_000))]
    assert mailbox.fetch(tuple(foreign)) == []
    assert script.asked == []


def test_an_answer_without_any_history_is_no_news(script: Scripted, mailbox: GmailMailbox) -> None:
    first = cursor(mailbox)
    script.answers["history"] = said({"historyId": "5000"})
    assert mailbox.changes(first, SINCE).next_cursor == first
