"""Which conversation a message joins whose own headers do not say: by the subject, between the same people, not otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from daemon.mail.message import Address, Message
from daemon.mail.reply import is_reply_subject
from daemon.mailbox.protocol import MessageRef, Place
from daemon.state.conversation import ANSWERED_WITHIN, Conversations
from daemon.state.database import Database, open_database
from daemon.state.models import MailboxRow, MessageRow, ThreadRow

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SAM = Address("Sam Rivera", "sam.rivera@example.org")
DANA = Address("Dana Ortiz", "Dana.Ortiz@northwind.example")
LEE = Address("Lee Chan", "lee.chan@northwind.example")
BOARD = Address("Northwind", "no-reply@northwind.example")


class Shelf:
    """Mail that is there already, and the question where another belongs."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.mailbox = MailboxRow(name="personal", first_cycle_at=NOON)
        session.add(self.mailbox)
        session.flush()

    def lay(
        self,
        subject: str,
        sender: Address = DANA,
        to: tuple[Address, ...] = (SAM,),
        days_ago: float = 1,
        thread: int | None = None,
    ) -> int:
        """The thread that the message lies in."""
        row = self.session.get(ThreadRow, thread) if thread else None
        name = f"<{self.session.query(MessageRow).count()}@northwind.example>"
        conversation = row or ThreadRow(mailbox_id=self.mailbox.id, root=name, subject=subject, thread_hint="")
        message = MessageRow(
            mailbox_id=self.mailbox.id,
            thread=conversation,
            message_id=name,
            ref=name,
            place=Place.INBOX,
            direction="incoming",
            received_at=NOON - timedelta(days=days_ago),
            recorded_at=NOON,
            size=100,
            sender_name=sender.name,
            sender_email=sender.email,
            recipients=[part for address in to for part in (address.name, address.email)],
            subject=subject,
            kind="other",
            human=True,
            confidence=0.9,
            confident=True,
        )
        self.session.add(message)
        self.session.flush()
        return conversation.id

    def joins(
        self, subject: str, sender: Address = DANA, to: tuple[Address, ...] = (SAM,), hint: str = "", **more: object
    ) -> int | None:
        message = Message("<new@northwind.example>", subject, sender, NOON, to=to, **more)  # type: ignore[arg-type]
        ref = MessageRef("1", Place.INBOX, NOON, 100, hint)
        found = Conversations(self.session, self.mailbox, [(ref, message)]).of(ref, message)
        return found.id if found else None


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path_factory.mktemp('state')}/state.db")
    yield database
    database.close()


@pytest.fixture
def shelf(database: Database) -> Iterator[Shelf]:
    with database.session() as session:
        yield Shelf(session)
        session.rollback()


class TestAnAnswerWithoutReferences:
    @pytest.mark.parametrize("prefix", ["Re: ", "AW: ", "RE: Re: ", "SV: ", "[EXTERNAL] Re: ", "Re[2]: ", "回复："])
    def test_between_the_same_people_it_joins(self, shelf: Shelf, prefix: str) -> None:
        thread = shelf.lay("Your interview")
        assert shelf.joins(f"{prefix}Your interview") == thread

    def test_whoever_of_the_two_wrote_before(self, shelf: Shelf) -> None:
        thread = shelf.lay("Keeping in touch", sender=SAM, to=(DANA,))
        assert shelf.joins("Re: keeping in touch") == thread
        assert shelf.joins("Re: Keeping in touch", sender=SAM, to=(DANA,)) == thread

    def test_a_person_who_was_copied_in_belongs_to_them(self, shelf: Shelf) -> None:
        thread = shelf.lay("Your interview", to=(SAM, LEE))
        assert shelf.joins("Re: Your interview", sender=LEE) == thread

    def test_an_answer_to_something_that_nobody_has_joins_too(self, shelf: Shelf) -> None:
        thread = shelf.lay("Your interview")
        assert shelf.joins("Re: Your interview", in_reply_to=("<rewritten@exchange.example>",)) == thread

    def test_letters_of_other_alphabets_are_compared_as_such(self, shelf: Shelf) -> None:
        thread = shelf.lay("Gespräch am Dienstag 100%_sicher")
        assert shelf.joins("AW: Gespräch am Dienstag 100%_sicher") == thread
        shelf.lay("Gespräch am Dienstag 100 X sicher")
        assert shelf.joins("AW: Gespräch am Dienstag 100%_sicher") == thread


class TestWhatDoesNotJoin:
    @pytest.mark.parametrize("subject", ["Application", "Interview", "Your application", "Re: Interview"])
    def test_a_common_subject_between_other_people(self, shelf: Shelf, subject: str) -> None:
        shelf.lay(subject)
        for sender in (LEE, Address("Tom", "tom@contoso.example")):
            assert shelf.joins(f"Re: {subject.removeprefix('Re: ')}", sender=sender) is None

    def test_a_colleague_of_the_same_company_is_another_person(self, shelf: Shelf) -> None:
        shelf.lay("Interview")
        assert shelf.joins("Re: Interview", sender=LEE) is None

    def test_one_who_never_wrote_to_this_user(self, shelf: Shelf) -> None:
        shelf.lay("Interview", to=(LEE,))
        assert shelf.joins("Re: Interview") is None

    @pytest.mark.parametrize("subject", ["Your interview", "Fwd: Your interview", "WG: Your interview", "", "Re:"])
    def test_what_is_no_answer_by_its_subject(self, shelf: Shelf, subject: str) -> None:
        shelf.lay("Your interview")
        assert shelf.joins(subject) is None

    def test_another_subject(self, shelf: Shelf) -> None:
        shelf.lay("Your interview on Tuesday")
        assert shelf.joins("Re: Your interview") is None

    def test_one_of_long_ago(self, shelf: Shelf) -> None:
        shelf.lay("Your interview", days_ago=ANSWERED_WITHIN.days + 1)
        assert shelf.joins("Re: Your interview") is None

    def test_one_that_came_later(self, shelf: Shelf) -> None:
        shelf.lay("Your interview", days_ago=-1)
        assert shelf.joins("Re: Your interview") is None

    def test_where_several_would_do_none_is_taken(self, shelf: Shelf) -> None:
        shelf.lay("Interview")
        shelf.lay("Interview", days_ago=2)
        assert shelf.joins("Re: Interview") is None

    def test_the_answer_of_a_machine(self, shelf: Shelf) -> None:
        shelf.lay("Your application", sender=BOARD)
        assert shelf.joins("Re: Your application", sender=BOARD) is None
        shelf.lay("Your interview")
        assert shelf.joins("Re: Your interview", headers={"auto-submitted": "auto-replied"}) is None

    def test_where_the_server_threads_by_itself_its_word_holds(self, shelf: Shelf) -> None:
        shelf.lay("Your interview")
        assert shelf.joins("Re: Your interview", hint="1789") is None


class TestWhatAMessageSaysItself:
    def test_comes_before_its_subject(self, shelf: Shelf) -> None:
        shelf.lay("Your interview")
        other = shelf.lay("Something else", sender=LEE)
        assert shelf.joins("Re: Your interview", in_reply_to=("<1@northwind.example>",)) == other

    def test_references_are_tried_from_the_last(self, shelf: Shelf) -> None:
        first, second = shelf.lay("One"), shelf.lay("Two")
        assert shelf.joins("Re: x", references=("<0@northwind.example>", "<1@northwind.example>")) == second != first


@pytest.mark.parametrize(
    ("subject", "answers"),
    [("Re: x", True), ("[EXT] AW: x", True), ("Fwd: Re: x", True), ("Fwd: x", False), ("Ref: 12", False), ("Reply", False)],
)
def test_a_subject_that_answers(subject: str, answers: bool) -> None:
    assert is_reply_subject(subject) is answers
