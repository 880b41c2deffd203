"""What the great providers' servers say, played from transcripts, since none of them can be had in a test.

No server is known by its name: each of these differs by what it announces and by what it answers, and that alone decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest

from daemon.errors import FolderMissing, MailboxUnavailable
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.protocol import Batch, DraftStatus, Place
from tests.mailbox.imap_world import settings
from tests.mailbox.world import SINCE, letter, mail
from tests.peers.transcript import Answer, Transcript, literal

GMAIL = (
    "IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN X-GM-EXT-1 UIDPLUS COMPRESS=DEFLATE ENABLE MOVE CONDSTORE ESEARCH "
    "UTF8=ACCEPT LIST-EXTENDED LIST-STATUS LITERAL- SPECIAL-USE APPENDLIMIT=35651584"
)
EXCHANGE = "IMAP4 IMAP4rev1 AUTH=XOAUTH2 SASL-IR UIDPLUS MOVE ID UNSELECT CHILDREN IDLE NAMESPACE LITERAL+"
PLAIN = "IMAP4rev1"

HEADING = "BODY[HEADER.FIELDS (MESSAGE-ID IN-REPLY-TO TO CC BCC)]"
OURS, THEIRS = "<ours@example.org>", "<theirs@northwind.example>"

Played = Callable[[dict[str, Answer]], tuple[Transcript, ImapMailbox]]


@pytest.fixture
def played() -> Iterator[Played]:
    with ExitStack() as stack:

        def make(answers: dict[str, Answer]) -> tuple[Transcript, ImapMailbox]:
            server = Transcript(answers)
            mailbox = ImapMailbox("personal", settings(server.port, "sam", read_timeout=5), poll_seconds=1)
            stack.callback(server.close)
            stack.callback(mailbox.close)
            return server, mailbox

        yield make


def capabilities(names: str) -> str:
    return f"* CAPABILITY {names}\nOK done"


def folders(*lines: tuple[str, str], separator: str = "/") -> str:
    return "\n".join([*(f'* LIST ({attributes}) "{separator}" "{name}"' for attributes, name in lines), "OK done"])


def opened(uid_next: int, exists: int | None = None) -> str:
    there = uid_next - 1 if exists is None else exists
    return f"* {there} EXISTS\n* 0 RECENT\n* OK [UIDVALIDITY 7] fine\n* OK [UIDNEXT {uid_next}] fine\nOK done"


def found(*uids: int) -> str:
    return f"* SEARCH {' '.join(map(str, uids))}".rstrip() + "\nOK done"


def fetched(uid: int, items: str) -> str:
    return f"* {uid} FETCH (UID {uid} {items})"


def head_of(raw: bytes) -> bytes:
    return raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


def gmail_folders(parent: str, *, bin_shown: bool = True) -> str:
    lines = [
        ("\\HasNoChildren", "INBOX"),
        ("\\HasChildren \\Noselect", parent),
        ("\\All \\HasNoChildren", f"{parent}/Alle Nachrichten"),
        ("\\Drafts \\HasNoChildren", f"{parent}/Entw&APw-rfe"),
        ("\\HasNoChildren \\Sent", f"{parent}/Gesendet"),
        ("\\HasNoChildren \\Junk", f"{parent}/Spam"),
        *([("\\HasNoChildren \\Trash", f"{parent}/Papierkorb")] if bin_shown else []),
        # a label of the user's own, which looks like a folder for drafts
        ("\\HasNoChildren", "Drafts"),
    ]
    return folders(*lines)


@pytest.mark.parametrize("parent", ["[Gmail]", "[Google Mail]"])
class TestGmailInGerman:
    """Localised folders told by SPECIAL-USE; threads of its own; folders that are labels."""

    def test_its_threads_are_taken_over(self, played: Played, parent: str) -> None:
        item = 'RFC822.SIZE 900 INTERNALDATE "02-Mar-2026 12:00:00 +0000" X-GM-THRID 1278455344230334865'
        server, mailbox = played(
            {
                "CAPABILITY": capabilities(GMAIL),
                "NAMESPACE": '* NAMESPACE (("" "/")) NIL NIL\nOK done',
                "LIST": gmail_folders(parent),
                'EXAMINE "INBOX"': opened(4),
                f'EXAMINE "{parent}/Gesendet"': opened(1),
                "UID SEARCH": found(3),
                "UID FETCH": fetched(3, item) + "\nOK done",
            }
        )
        (ref,) = mailbox.changes(None, SINCE).messages
        assert (ref.thread_hint, ref.received_at) == ("1278455344230334865", datetime(2026, 3, 2, 12, tzinfo=UTC))
        assert server.count("UID FETCH 3 (RFC822.SIZE INTERNALDATE X-GM-THRID)") == 1

    def test_a_draft_goes_where_gmail_keeps_them(self, played: Played, parent: str) -> None:
        server, mailbox = played(
            {
                "CAPABILITY": capabilities(GMAIL),
                "NAMESPACE": '* NAMESPACE (("" "/")) NIL NIL\nOK done',
                "LIST": gmail_folders(parent),
                "EXAMINE": opened(1),
                "APPEND": "OK [APPENDUID 7 12] (Success)",
            }
        )
        ref = mailbox.save_draft(letter(OURS), None)
        assert server.count(f'APPEND "{parent}/Entw&APw-rfe" (\\Draft \\Seen)') == 1
        assert f"7:12:{parent}/Entwürfe" in ref.handle.encode().decode("unicode_escape")

    @pytest.mark.parametrize("bin_shown", [True, False], ids=["with a bin", "without one"])
    def test_a_draft_is_withdrawn_into_the_bin_and_never_expunged(self, played: Played, parent: str, bin_shown: bool) -> None:
        raw = letter(OURS)
        body = fetched(12, f"BODY[] {literal(raw)}") + "\nOK done"
        server, mailbox = played(
            {
                "CAPABILITY": capabilities(GMAIL),
                "NAMESPACE": '* NAMESPACE (("" "/")) NIL NIL\nOK done',
                "LIST": gmail_folders(parent, bin_shown=bin_shown),
                "EXAMINE": opened(1),
                "SELECT": opened(13, 1),
                "APPEND": "OK [APPENDUID 7 12] (Success)",
                # first asked in the sent folder
                "UID SEARCH": [found(), found(12)],
                "UID FETCH 12 (FLAGS": fetched(12, f"FLAGS (\\Draft \\Seen) {HEADING} {literal(head_of(raw))}") + "\nOK done",
                "UID FETCH 12 (RFC822.SIZE": fetched(12, 'RFC822.SIZE 300 INTERNALDATE "02-Mar-2026 12:00:00 +0000" X-GM-THRID 5')
                + "\nOK done",
                "UID FETCH 12 (BODY.PEEK[])": body,
                "UID MOVE": "* OK [COPYUID 7 12 3]\n* 1 EXPUNGE\nOK (Success)",
                "UID STORE": "OK (Success)",
            }
        )
        assert mailbox.withdraw_draft(mailbox.save_draft(raw, None))
        if bin_shown:
            assert server.count(f'UID MOVE 12 "{parent}/Papierkorb"') == 1
        else:
            assert server.count('UID STORE 12 +X-GM-LABELS.SILENT ("\\\\Trash")') == 1
        assert not [command for command in server.heard if "EXPUNGE" in command or "Deleted" in command]

    def test_a_draft_that_is_being_sent_is_left_alone(self, played: Played, parent: str) -> None:
        """For a moment the message is in both folders, and is one and the same: the bin would take the sent one."""
        raw = letter(OURS)
        server, mailbox = played(
            {
                "CAPABILITY": capabilities(GMAIL),
                "NAMESPACE": '* NAMESPACE (("" "/")) NIL NIL\nOK done',
                "LIST": gmail_folders(parent),
                "EXAMINE": opened(13, 1),
                "APPEND": "OK [APPENDUID 7 12] (Success)",
                "UID SEARCH": found(12),
                "UID FETCH 12 (FLAGS": fetched(12, f"FLAGS (\\Seen) {HEADING} {literal(head_of(raw))}") + "\nOK done",
            }
        )
        assert not mailbox.withdraw_draft(mailbox.save_draft(raw, None))
        assert not server.count("UID MOVE") + server.count("UID STORE") + server.count("SELECT")


class TestExchangeInGerman:
    """No CONDSTORE, no SPECIAL-USE, names in the user's language; throttles, and hangs up in ways of its own."""

    LISTED = folders(
        ("\\Marked \\HasNoChildren", "INBOX"),
        ("\\HasNoChildren", "Aufgaben"),
        ("\\HasNoChildren", "Entw&APw-rfe"),
        ("\\HasNoChildren", "Gel&APY-schte Elemente"),
        ("\\HasNoChildren", "Gesendete Elemente"),
        ("\\HasNoChildren", "Junk-E-Mail"),
    )
    NORMAL: dict[str, Answer] = {  # noqa: RUF012 - never changed
        "CAPABILITY": capabilities(EXCHANGE),
        "NAMESPACE": '* NAMESPACE (("" "/")) NIL NIL\nOK done',
        "LIST": LISTED,
        "EXAMINE": opened(1),
        "UID SEARCH": "* SEARCH\nOK SEARCH completed.",
    }

    def test_its_folders_are_found_by_their_names(self, played: Played) -> None:
        server, mailbox = played({**self.NORMAL, "APPEND": "OK [APPENDUID 7 12] APPEND completed."})
        mailbox.changes(None, SINCE)
        mailbox.save_draft(letter(OURS), None)
        assert server.count('EXAMINE "Gesendete Elemente"') > 0
        assert server.count('APPEND "Entw&APw-rfe"') == 1
        assert not server.count("ENABLE") + server.count("UID FETCH")

    def test_without_appenduid_the_draft_is_found_by_its_message_id(self, played: Played) -> None:
        raw = letter(OURS)
        server, mailbox = played(
            {
                **self.NORMAL,
                "CAPABILITY": capabilities(EXCHANGE.replace(" UIDPLUS", "")),
                "APPEND": "OK APPEND completed.",
                'EXAMINE "Entw': opened(13, 1),
                "UID SEARCH HEADER Message-ID": found(12),
                "UID FETCH 12 (FLAGS": fetched(12, f"FLAGS (\\Draft \\Seen) {HEADING} {literal(head_of(raw))}") + "\nOK done",
            }
        )
        assert '"7:12:Entw' in mailbox.save_draft(raw, None).handle
        assert server.count("UID SEARCH HEADER Message-ID") == 1

    def test_throttled_in_the_middle_it_is_left_alone_for_as_long_as_it_asks(self, played: Played) -> None:
        throttled = "BAD Request is throttled. Suggested Backoff Time: 42500 milliseconds"
        _, mailbox = played({**self.NORMAL, "EXAMINE": [throttled, opened(1)]})
        with pytest.raises(MailboxUnavailable) as caught:
            mailbox.changes(None, SINCE)
        assert caught.value.retry_after == 42.5
        assert mailbox.changes(None, SINCE).messages == ()

    @pytest.mark.parametrize(
        "odd",
        [
            "* BYE Connection is closed. 14\n#close",
            "* BYE Server Unavailable. 15\n#close",
            "BAD Command Error. 12",
            "* BYE Session invalidated - AccessTokenExpired\n#close",
            "#reset",
        ],
    )
    def test_after_an_odd_end_it_starts_afresh(self, played: Played, odd: str) -> None:
        server, mailbox = played({**self.NORMAL, "EXAMINE": [odd, opened(1)]})
        with pytest.raises(MailboxUnavailable) as caught:
            mailbox.changes(None, SINCE)
        assert caught.value.retry_after is None
        assert mailbox.changes(None, SINCE) == Batch((), (), mailbox.changes(None, SINCE).next_cursor)
        assert server.connections == 2


class TestOneThatKnowsLittle:
    """RFC 3501 and nothing more: names alone tell the folders, nothing tells UIDs, no message can be expunged alone."""

    LISTED = folders(("\\HasChildren", "INBOX"), ("", "INBOX.Drafts"), ("", "INBOX.Sent"), ("", "INBOX.Trash"), separator=".")

    def test_a_draft_is_withdrawn_and_nothing_else_with_it(self, played: Played) -> None:
        raw = letter(OURS)
        server, mailbox = played(
            {
                "CAPABILITY": capabilities(PLAIN),
                "LIST": self.LISTED,
                "EXAMINE": opened(1),
                'EXAMINE "INBOX.Drafts"': opened(13, 2),
                'SELECT "INBOX.Drafts"': opened(13, 2),
                "APPEND": "OK done",
                # after it was saved, then in the sent folder, then in drafts
                "UID SEARCH HEADER Message-ID": [found(12), found(), found(12)],
                "UID SEARCH DELETED": found(5, 12),
                "UID FETCH 12 (FLAGS": fetched(12, f"FLAGS (\\Draft \\Seen) {HEADING} {literal(head_of(raw))}") + "\nOK done",
                "UID FETCH 12 (RFC822.SIZE": fetched(12, 'RFC822.SIZE 300 INTERNALDATE "02-Mar-2026 12:00:00 +0000"')
                + "\nOK done",
                "UID FETCH 12 (BODY.PEEK[])": f"* 2 FETCH (UID 12 BODY[] {literal(raw)})\nOK done",
                "UID COPY": "OK done",
                "UID STORE": "OK done",
            }
        )
        assert mailbox.withdraw_draft(mailbox.save_draft(raw, None))
        assert server.count('UID COPY 12 "INBOX.Trash"') == server.count("UID STORE 12 +FLAGS.SILENT (\\Deleted)") == 1
        # the user's own, 5, waits to be expunged as well
        assert not server.count("EXPUNGE") + server.count("UID EXPUNGE")

    def test_without_a_folder_for_drafts_it_names_those_there_are(self, played: Played) -> None:
        _, mailbox = played({"CAPABILITY": capabilities(PLAIN), "LIST": folders(("", "INBOX"), ("", "Ablage"))})
        with pytest.raises(FolderMissing, match="name it in the settings; there are: 'INBOX', 'Ablage'"):
            mailbox.changes(None, SINCE)


class TestOneThatBreaksALiteral:
    WHOLE = mail(THEIRS)
    SIZE = fetched(3, f'RFC822.SIZE {len(WHOLE)} INTERNALDATE "02-Mar-2026 12:00:00 +0000"') + "\nOK done"

    @pytest.mark.parametrize(
        "broken",
        [
            f"* 3 FETCH (UID 3 BODY[] {{{len(WHOLE)}}}\nFrom: Dana Ortiz <dana@northwind.exam\n#close",
            f"* 3 FETCH (UID 3 BODY[] {{{len(WHOLE)}}}\nFrom: Dana Ortiz <dana@northwind.exam\n#reset",
            f"* 3 FETCH (UID 3 BODY[] {{{len(WHOLE)}}}\nFrom: Dana Ortiz <dana@northwind.exam\n#mute",
            "* 3 FETCH (UID 3 BODY[] {20}\n" + WHOLE.decode().replace("\r\n", "\n") + ")\nOK done",
            "* 3 FETCH (UID 3 BODY[] {99999999999999999999}\nFrom: Dana\n)\nOK done\n#close",
            "* 3 FETCH (UID 3 BODY[] {-1}\nFrom: Dana\n)\nOK done\n#close",
        ],
        ids=["cut off", "reset within", "silent within", "shorter than it is", "of absurd length", "of negative length"],
    )
    def test_it_costs_the_look_and_no_mail(self, played: Played, broken: str) -> None:
        whole = f"* 3 FETCH (UID 3 BODY[] {literal(self.WHOLE)})\nOK done"
        server, mailbox = played(
            {
                "EXAMINE": opened(4),
                "EXAMINE Sent": opened(1),
                "UID SEARCH": found(3),
                "UID FETCH 3 (RFC822.SIZE": self.SIZE,
                "UID FETCH 3 (BODY.PEEK[])": [broken, whole],
            }
        )
        refs = mailbox.changes(None, SINCE).messages[:1]
        with pytest.raises(MailboxUnavailable) as caught:
            mailbox.fetch(refs)
        assert "Dana" not in str(caught.value)
        (got,) = mailbox.fetch(refs)
        assert got.raw == self.WHOLE
        assert server.connections == 2


class TestOneThatLogsOutWhileIdle:
    def test_the_mail_that_came_meanwhile_is_found_at_the_next_look(self, played: Played) -> None:
        size = 'RFC822.SIZE 900 INTERNALDATE "02-Mar-2026 12:00:00 +0000"'
        server, mailbox = played(
            {
                "EXAMINE": [opened(1), opened(1), opened(1), opened(2)],
                "IDLE": "+ idling\n|\n~0.2\n* BYE Autologout; idle for too long\n#close",
                "UID SEARCH": found(1),
                "UID FETCH": fetched(1, size) + "\nOK done",
            }
        )
        cursor = mailbox.changes(None, SINCE).next_cursor
        assert mailbox.wait(60)
        assert [ref.place for ref in mailbox.changes(cursor, SINCE + timedelta(days=1)).messages][:1] == [Place.INBOX]
        assert server.connections == 2


def test_what_becomes_of_a_draft_is_asked_in_the_folders_that_were_found(played: Played) -> None:
    _, mailbox = played({"EXAMINE": opened(1), "APPEND": "OK [APPENDUID 7 1] done", "UID FETCH": "OK done"})
    ref = mailbox.save_draft(letter(OURS), None)
    assert mailbox.draft_status(ref) is DraftStatus.DISCARDED
