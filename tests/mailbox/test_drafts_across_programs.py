"""A draft of ours in the hands of other mail programs: what is an edit, what is sent, what is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from daemon.mail.message import Address
from daemon.mail.reply import build_draft
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.protocol import DraftRef, DraftStatus, Place
from tests.mailbox.imap_world import ImapWorld
from tests.mailbox.mail_programs import PROGRAMS, Hands, MailProgram, rewritten
from tests.mailbox.steps import saved, theirs_arrived
from tests.mailbox.world import ME, NOON, RECRUITER, letter, mail
from tests.peers.cyrus import Cyrus

OURS = "<0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0@example.org>"
THEIRS = "<theirs@northwind.example>"

PARAGRAPHS = (
    "Dear Dana,",
    "Thank you for the time that you and Jürgen took on Tuesday, March 10; I keep thinking about your question of how the naïve"
    " approach would hold up under load, and I look forward to hearing about the next steps.",
    "From my side there is nothing that is missing – I built “the weekly reporting” & the alerts.",
    "Best regards,\nSam Rivera",
)
TEXT = "\n\n".join(PARAGRAPHS) + "\n"


def our_letter(subject: str = "Your interview", parent: str = THEIRS) -> bytes:
    """A draft as the program makes it: a plain and an HTML body."""
    lines = "".join(f"<p>{each.replace('&', '&amp;').replace(chr(10), '<br>')}</p>\n" for each in PARAGRAPHS)
    return build_draft(
        author=Address("Sam Rivera", "sam.rivera@example.org"),
        recipient=Address("Dana Ortiz", "dana.ortiz@northwind.example"),
        subject=subject,
        message_id=OURS,
        date=NOON,
        text=TEXT,
        html=f"<html><body>{lines}</body></html>",
        parent_id=parent,
    )


@pytest.fixture(params=[pytest.param(name, marks=pytest.mark.peer(name)) for name in ("dovecot", "cyrus")])
def world(request: pytest.FixtureRequest) -> Iterator[ImapWorld]:
    server = request.getfixturevalue(request.param)
    world = ImapWorld(server, server.new_user())
    yield world
    world.close()


@pytest.fixture(params=PROGRAMS, ids=str)
def hands(request: pytest.FixtureRequest, world: ImapWorld) -> Hands:
    return Hands(world, request.param)


@pytest.fixture
def ref(world: ImapWorld) -> DraftRef:
    """Our draft, in answer to their message."""
    theirs_arrived(world)
    return saved(world, our_letter())


def apple_mail(world: ImapWorld) -> Hands:
    return Hands(world, next(program for program in PROGRAMS if program.name == "Apple Mail"))


class TestEveryProgram:
    def test_other_words_are_an_edit_however_they_are_saved(self, world: ImapWorld, hands: Hands, ref: DraftRef) -> None:
        latest = OURS
        for number in range(2):
            for saved_as in hands.saving(latest, f"My own words, again and again: {number}.\n"):
                latest = saved_as
                status = world.mailbox.draft_status(ref)
                assert status is not DraftStatus.SENT
                # the moment in which neither lies there cannot be told from a deletion; it passes
                assert hands.live_drafts() == [] or not world.mailbox.withdraw_draft(ref)
            assert world.mailbox.draft_status(ref) is DraftStatus.EDITED
        assert world.restart().draft_status(ref) is DraftStatus.EDITED
        assert hands.live_drafts() == [latest]

    def test_the_same_words_are_none_and_the_draft_can_still_be_withdrawn(
        self, world: ImapWorld, hands: Hands, ref: DraftRef
    ) -> None:
        hands.saves(OURS)
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED
        assert world.restart().withdraw_draft(ref)
        assert hands.live_drafts() == []
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED

    def test_saved_again_and_sent_without_its_thread_it_is_sent(self, world: ImapWorld, hands: Hands, ref: DraftRef) -> None:
        world.mailbox.close()
        latest = hands.saves(OURS, "My own words.\n")
        hands.sends(latest, without=("In-Reply-To", "References"), at=NOON + timedelta(days=7))
        assert world.restart().draft_status(ref) is DraftStatus.SENT
        assert not world.mailbox.withdraw_draft(ref)


class TestSent:
    @pytest.mark.parametrize("without", [(), ("In-Reply-To",), ("References",), ("In-Reply-To", "References")], ids=str)
    def test_whatever_is_left_of_the_thread(self, world: ImapWorld, ref: DraftRef, without: tuple[str, ...]) -> None:
        apple_mail(world).sends(OURS, without=without)
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    def test_the_copy_may_come_later(self, world: ImapWorld, ref: DraftRef) -> None:
        hands = apple_mail(world)
        mime = hands.written(hands.draft(OURS), None)
        hands.throws_away(OURS)
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        hands.keeps_a_copy(OURS, mime=mime, at=NOON + timedelta(minutes=9))
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT

    @pytest.mark.parametrize("folder", ["Sent Messages", "Gesendete Objekte"])
    def test_the_copy_may_lie_in_another_folder_with_sent_mail(self, world: ImapWorld, ref: DraftRef, folder: str) -> None:
        client = world.client
        client.create_folder(folder)
        apple_mail(world).sends(OURS, folder)
        assert world.restart().draft_status(ref) is DraftStatus.SENT

    def test_a_new_letter_under_the_same_subject_is_the_draft_that_answered_nothing(self, world: ImapWorld) -> None:
        ref = world.mailbox.save_draft(our_letter("Data Analyst at Northwind", parent=""), None)
        apple_mail(world).sends(OURS)
        assert world.restart().draft_status(ref) is DraftStatus.SENT

    def test_one_that_was_there_before_is_not(self, world: ImapWorld) -> None:
        earlier = mail("<earlier@example.org>", sender=ME, to=RECRUITER, subject="Data Analyst at Northwind")
        world.user_writes(earlier, NOON)
        ref = world.mailbox.save_draft(our_letter("Data Analyst at Northwind", parent=""), None)
        apple_mail(world).throws_away(OURS)
        assert world.restart().draft_status(ref) is DraftStatus.DISCARDED

    def test_another_subject_or_another_recipient_is_another_letter(self, world: ImapWorld, ref: DraftRef) -> None:
        apple_mail(world).throws_away(OURS)
        world.user_writes(mail("<one@example.org>", sender=ME, to=RECRUITER, subject="Lunch"), NOON)
        world.user_writes(mail("<two@example.org>", sender=ME, to="kim@southwind.example", subject="Re: Your interview"), NOON)
        world.user_writes(letter("<three@example.org>", "<others@northwind.example>"), NOON)
        assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
        world.user_writes(mail("<four@example.org>", sender=ME, to=RECRUITER, subject="AW: your interview"), NOON)
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT


@pytest.mark.peer("cyrus")
def test_the_copy_may_be_archived_already(cyrus: Cyrus) -> None:
    """On Cyrus alone, which gives a role to a new folder."""
    world = ImapWorld(cyrus, cyrus.new_user())
    world.client._command_and_check("CREATE", b'"Archive" (USE (\\Archive))')
    theirs_arrived(world)
    ref = saved(world, our_letter())
    hands = apple_mail(world)
    # what others answer lies there as well
    theirs = mail("<hers@southwind.example>", sender="Kim <kim@southwind.example>", to=RECRUITER, in_reply_to=THEIRS)
    world.client.append("Archive", theirs, msg_time=NOON)
    mime = hands.written(hands.draft(OURS), None)
    hands.throws_away(OURS)
    assert world.mailbox.draft_status(ref) is DraftStatus.DISCARDED
    hands.keeps_a_copy(OURS, "Archive", mime=mime)
    assert world.mailbox.draft_status(ref) is DraftStatus.SENT
    world.close()


class TestGone:
    def test_expunged_at_once(self, world: ImapWorld, ref: DraftRef) -> None:
        apple_mail(world).throws_away(OURS)
        assert world.restart().draft_status(ref) is DraftStatus.DISCARDED

    def test_moved_to_a_folder_of_the_users_it_is_neither_sent_nor_to_be_made_again(
        self, world: ImapWorld, ref: DraftRef
    ) -> None:
        client = world.client
        client.create_folder("Later")
        client.select_folder(world.folders[Place.DRAFTS])
        client.move(client.search("ALL"), "Later")
        assert world.restart().draft_status(ref) is DraftStatus.DISCARDED
        client = world.client
        client.select_folder("Later")
        client.move(client.search("ALL"), world.folders[Place.DRAFTS])
        assert world.mailbox.draft_status(ref) is DraftStatus.UNTOUCHED, "and back again"

    def test_a_handle_of_an_earlier_version_knows_no_subject(self, world: ImapWorld, ref: DraftRef) -> None:
        older = replace(ref, handle=ref.handle.replace('"topic"', '"former"'))
        apple_mail(world).sends(OURS, without=("In-Reply-To", "References"))
        assert world.mailbox.draft_status(older) is DraftStatus.DISCARDED
        assert world.mailbox.draft_status(ref) is DraftStatus.SENT


@pytest.mark.parametrize("program", PROGRAMS, ids=str)
def test_what_the_programs_write_differs_by_more_than_its_wrapping(program: MailProgram) -> None:
    """The hands are worth something only if none of them hands the message through."""
    ours = our_letter()
    theirs = rewritten(program, ours)
    assert ours.partition(b"\r\n\r\n")[2] != theirs.partition(b"\r\n\r\n")[2]
    assert fingerprint(theirs) == fingerprint(ours) != fingerprint(rewritten(program, ours, TEXT.replace("load", "loads")))
