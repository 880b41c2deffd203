"""What is fetched of a message that is not wanted whole: structures, and messages put together from their parts."""

from __future__ import annotations

import email
from collections.abc import Iterator, Sequence
from datetime import timedelta
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from imapclient.response_types import BodyData

from daemon.mail.parse import parse
from daemon.mailbox.imap import ImapMailbox
from daemon.mailbox.imap_cursor import Spot
from daemon.mailbox.imap_look import (
    BEGINNING_OF_TEXT,
    FETCHED_WHOLE_UP_TO,
    WHOLE_UP_TO,
    assembled,
    structure_of,
    without_attachments,
)
from daemon.mailbox.imap_session import BEGINNING
from daemon.mailbox.protocol import Progress
from tests.mailbox.imap_world import BELOW_INBOX, ImapWorld, settings
from tests.mailbox.world import ME, NOON, RECRUITER, SINCE, mail
from tests.peers.courier import Courier
from tests.peers.cyrus import Cyrus
from tests.peers.dovecot import Dovecot
from tests.peers.pymap_server import Pymap
from tests.peers.wire import Wire

TEXT = (b"TEXT", b"PLAIN", (b"CHARSET", b"utf-8"), None, None, b"7BIT", 20, 1)
PDF = (b"APPLICATION", b"PDF", (b"NAME", b"cv.pdf"), None, None, b"BASE64", 9000, None, (b"ATTACHMENT", (b"FILENAME", b"cv.pdf")))
INVITATION = (b"APPLICATION", b"OCTET-STREAM", (b"NAME", b"invite.ICS"), None, None, b"BASE64", 900)


def structure(*parts: object) -> BodyData:
    return BodyData.create((*parts, b"MIXED", (b"BOUNDARY", b"frontier")))  # type: ignore[arg-type]


def test_texts_and_calendars_are_read_and_attachments_are_not() -> None:
    root = structure_of(structure(TEXT, PDF, INVITATION))
    assert root is not None
    assert [(part.section, part.read) for part in root.leaves()] == [("1", True), ("2", False), ("3", True)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(BodyData.create((TEXT, b"MIXED", None)), id="no boundary"),  # type: ignore[arg-type]
        pytest.param(BodyData.create((b"TEXT",)), id="too short"),  # type: ignore[arg-type]
        pytest.param(structure(*[TEXT] * 61), id="too many parts"),
    ],
)
def test_a_structure_that_no_honest_message_has_is_none(body: BodyData) -> None:
    assert structure_of(body) is None


def test_a_part_of_which_the_server_gives_nothing_is_empty() -> None:
    root = structure_of(structure(TEXT, PDF))
    assert root is not None
    header = b'Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="frontier"\r\n\r\n'
    message = email.message_from_bytes(assembled(header, root, {b"BODY[1]<0>": b"Hello", b"BODY[1.MIME]": None}))
    assert [part.get_payload() for part in message.get_payload()] == ["Hello", ""]  # type: ignore[union-attr]


class Scripted:
    """A session that answers FETCH as it was told to, and notes what it was asked for."""

    def __init__(self, *answers: dict[int, dict[bytes, object]]) -> None:
        self.answers = list(answers)
        self.asked: list[list[str]] = []

    def items(self, _uids: Sequence[int], items: Sequence[str]) -> dict[int, dict[bytes, object]]:
        self.asked.append(list(items))
        return self.answers.pop(0)


def test_news_of_flags_is_not_taken_for_an_empty_message() -> None:
    body = BodyData.create((b"TEXT", b"PLAIN", None, None, None, b"7BIT", 900_000, 20_000, None, None, None, None))
    told = {1: {b"BODY[HEADER]": b"Subject: Hello\r\n\r\n", b"BODYSTRUCTURE": body}}
    flags: dict[int, dict[bytes, object]] = {1: {b"FLAGS": (b"\\Seen",)}}
    beginning: dict[int, dict[bytes, object]] = {1: {b"BODY[]<0>": b"Subject: Hello\r\n\r\nWe would like"}}
    session = Scripted(told, flags, beginning)
    assert without_attachments(session, [1]) == {1: b"Subject: Hello\r\n\r\nWe would like"}  # type: ignore[arg-type]
    assert session.asked[-1][0].startswith("BODY.PEEK[]<0.")


def attached(message_id: str, octets: int) -> bytes:
    """A mail with a text in two forms, an invitation and a large attachment."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"] = RECRUITER, ME, "Größe"
    message["Message-ID"] = message_id
    message.set_content("Your interview is on Monday.\n" * 400)
    message.add_alternative("<p>Your interview is on <b>Monday</b>.</p>" * 400, subtype="html")
    event = ("BEGIN:VEVENT", "UID:1", "DTSTART:20260310T140000Z", "END:VEVENT")
    ics = "\r\n".join(("BEGIN:VCALENDAR", "METHOD:REQUEST", *event, "END:VCALENDAR", ""))
    message.add_attachment(ics, subtype="calendar", filename="invite.ics")
    message.add_attachment(bytes(octets), maintype="application", subtype="pdf", filename="Größe.pdf")
    return message.as_bytes()


@pytest.mark.peer("dovecot")
class TestOnDovecot:
    @pytest.fixture
    def wire(self, dovecot: Dovecot) -> Iterator[Wire]:
        wire = Wire(dovecot.port)
        yield wire
        wire.close()

    @pytest.fixture
    def world(self, dovecot: Dovecot, wire: Wire) -> Iterator[ImapWorld]:
        user = dovecot.new_user()
        world = ImapWorld(dovecot, user, settings(wire.port, user))
        yield world
        world.close()

    def mailbox(self, world: ImapWorld) -> ImapMailbox:
        assert isinstance(world.mailbox, ImapMailbox)
        return world.mailbox

    def test_an_attachment_of_60_mb_is_never_fetched(self, world: ImapWorld) -> None:
        raw = attached("<1@northwind.example>", 60_000_000)
        world.deliver(raw, NOON)
        mailbox = self.mailbox(world)
        refs = mailbox.changes(None, SINCE).messages
        assert refs[0].size > 60_000_000
        (look,) = mailbox.look(refs)
        (fetched,) = mailbox.fetch(refs)
        assert (len(look.raw) < 30_000, look.whole) == (True, False)
        assert len(fetched.raw) < 60_000
        read, wanted = parse(fetched.raw, NOON), parse(attached("<1@northwind.example>", 10), NOON)
        assert (read.message_id, read.subject, read.text, read.calendar) == (
            wanted.message_id,
            wanted.subject,
            wanted.text,
            wanted.calendar,
        )
        assert read.attachments == wanted.attachments == ("invite.ics", "Größe.pdf")
        assert read.calendar

    def test_small_messages_are_looked_at_whole_and_large_ones_at_their_beginning(self, world: ImapWorld) -> None:
        small, large = mail("<small@x.example>"), mail("<large@x.example>", text="A word or two. " * WHOLE_UP_TO)
        world.deliver(small, NOON)
        world.deliver(large, NOON + timedelta(hours=1))
        mailbox = self.mailbox(world)
        looks = mailbox.look(mailbox.changes(None, SINCE).messages)
        assert [look.whole for look in looks] == [True, False]
        assert looks[0].raw == small
        assert large.startswith(looks[1].raw)
        assert BEGINNING_OF_TEXT < len(looks[1].raw) < BEGINNING_OF_TEXT + 1_000

    def test_a_look_marks_nothing_as_read_and_leaves_out_what_is_gone(self, world: ImapWorld) -> None:
        world.deliver(mail("<1@x.example>"), NOON)
        world.deliver(mail("<2@x.example>"), NOON)
        mailbox = self.mailbox(world)
        refs = mailbox.changes(None, SINCE).messages
        world.vanish("<1@x.example>")
        assert len(mailbox.look(refs)) == 1
        assert "\\Seen" not in world.flags(refs[0].place, "<2@x.example>")
        assert mailbox.look(()) == []

    def test_up_to_a_quarter_megabyte_a_message_is_fetched_as_it_is(self, world: ImapWorld) -> None:
        raw = attached("<1@x.example>", FETCHED_WHOLE_UP_TO // 2)
        world.deliver(raw, NOON)
        mailbox = self.mailbox(world)
        (fetched,) = mailbox.fetch(mailbox.changes(None, SINCE).messages)
        assert fetched.raw == raw

    def test_where_the_server_refuses_to_tell_a_structure_the_beginning_of_the_bytes_stands_for_the_message(
        self, world: ImapWorld, wire: Wire
    ) -> None:
        raw = attached("<1@northwind.example>", 5_000_000)
        world.deliver(raw, NOON)
        mailbox = self.mailbox(world)
        refs = mailbox.changes(None, SINCE).messages
        wire.refuse("UID FETCH 1 (BODY.PEEK[HEADER] BODYSTRUCTURE)")
        (look,) = mailbox.look(refs)
        (fetched,) = mailbox.fetch(refs)
        assert raw.startswith(look.raw)
        assert (len(look.raw), look.whole) == (4 * BEGINNING_OF_TEXT, False)
        assert raw.startswith(fetched.raw)
        assert len(fetched.raw) == BEGINNING

    def test_the_newest_come_first_however_far_apart_the_uids_are(self, dovecot: Dovecot, world: ImapWorld) -> None:
        for number in range(3):
            world.deliver(mail(f"<old.{number}@x.example>"), NOON + timedelta(hours=number))
        dovecot.set_next_uid(world.user, "INBOX", 5_000_000)
        for number in range(3):
            world.deliver(mail(f"<new.{number}@x.example>"), NOON + timedelta(days=1, hours=number))
        batch = self.mailbox(world).changes(None, SINCE)
        assert [Spot.load(ref.id).uid for ref in batch.messages] == [1, 2, 3, 5_000_000, 5_000_001, 5_000_002]
        assert (batch.more, batch.progress) == (False, Progress(6, 6))

    def test_a_structure_that_is_not_told_of_a_message_that_is_gone_is_no_harm(self, world: ImapWorld) -> None:
        world.deliver(attached("<1@x.example>", 300_000), NOON)
        mailbox = self.mailbox(world)
        refs = mailbox.changes(None, SINCE).messages
        world.vanish("<1@x.example>")
        assert mailbox.fetch(refs) == []
        assert mailbox.look(refs) == []


class Servers:
    """What holds on every server."""

    def test_a_large_message_comes_without_its_attachments(self, world: ImapWorld) -> None:
        world.deliver(attached("<1@northwind.example>", FETCHED_WHOLE_UP_TO), NOON)
        mailbox = world.mailbox
        assert isinstance(mailbox, ImapMailbox)
        refs = mailbox.changes(None, SINCE).messages
        (look,), (fetched,) = mailbox.look(refs), mailbox.fetch(refs)
        assert (len(look.raw) < 30_000, look.whole) == (True, False)
        assert len(fetched.raw) < 60_000
        read, wanted = parse(fetched.raw, NOON), parse(attached("<1@northwind.example>", 10), NOON)
        for field in ("message_id", "subject", "text", "attachments", "calendar"):
            assert getattr(read, field) == getattr(wanted, field), field


class TestPymap(Servers):
    @pytest.fixture
    def world(self, pymap: Pymap) -> Iterator[ImapWorld]:
        world = ImapWorld(pymap, pymap.new_user("Drafts", "Sent", "Trash"))
        yield world
        world.close()


@pytest.mark.peer("cyrus")
class TestCyrus(Servers):
    @pytest.fixture
    def world(self, cyrus: Cyrus) -> Iterator[ImapWorld]:
        world = ImapWorld(cyrus, cyrus.new_user())
        yield world
        world.close()


@pytest.mark.peer("courier")
class TestCourier(Servers):
    @pytest.fixture
    def world(self, courier: Courier) -> Iterator[ImapWorld]:
        world = ImapWorld(courier, courier.new_user(), folders=BELOW_INBOX)
        yield world
        world.close()
