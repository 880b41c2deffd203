"""Whatever happens in whatever order, the drafts stay right: mail arrives (late, from robots and lists, too), the user acts and
says his word, the clock jumps, the process dies, the state is lost or an older copy of it restored.

On a Maildir, which has a bin: where a mail program destroys a discarded draft at once, a lost database leaves no trace of it.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from classifiers.reading import MessageKind
from daemon.cycle import Report, known_history, run_cycle
from daemon.errors import MailboxUnavailable
from daemon.house import House
from daemon.mail.reply import message_id_for
from daemon.mailbox.dry import DryMailbox
from daemon.mailbox.protocol import Mailbox
from daemon.playbook.advise import advise
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import FollowUpKind, History, WordKind
from daemon.state.models import ApplicationRow, CorrectionRow, NoteRow
from tests.cycle.road import CONFIRMED, HOLD, MEG, REJECTED, SAM, ZONE, Draft, Road, mail
from tests.mailbox.maildir_world import MaildirWorld

TOM = "Tom Becker <tom.becker@northwind.example>"
ROBOT = "Northwind Careers <no-reply@northwind.example>"
LIST = "Data Jobs <data-jobs@lists.example>"

SMALL_TALK = "Hi Sam,\n\nThe article that I mentioned is in our archive.\n\nBest regards,\nMeg\n"
QUESTION = "Hi Sam,\n\nCould you please send me two samples of your work?\n\nBest regards,\nMeg\n"
OWN_WORDS = "Hi Meg,\n\nA word of my own.\n\nSam\n"
RECEIVED = (
    "Dear Sam,\n\nWe have received your application for the Data Analyst position at Northwind. This is an automatic message.\n"
)
BODIES = {"confirmed": CONFIRMED, "hold": HOLD, "rejected": REJECTED, "talk": SMALL_TALK, "question": QUESTION}
SAID_TO_BE = [
    MessageKind.HOLDING,
    MessageKind.REJECTION,
    MessageKind.OFFER,
    MessageKind.INTERVIEW_INVITATION,
    MessageKind.OTHER,
]


class Flaky:
    """A mailbox whose nth call fails, before or after it was done: the process is as good as dead then."""

    def __init__(self, real: Mailbox, calls_until_failure: int, done_first: bool) -> None:
        self._real, self._left, self._done_first = real, calls_until_failure, done_first

    def __getattr__(self, name: str) -> object:
        attribute = getattr(self._real, name)
        if name in ("name", "close"):
            return attribute

        def call(*arguments: object) -> object:
            self._left -= 1
            if self._left == 0 and not self._done_first:
                raise MailboxUnavailable("it broke before")
            result = attribute(*arguments)
            if self._left == 0:
                raise MailboxUnavailable("it broke after")
            return result

        return call


class Search(RuleBasedStateMachine):
    """Sam's search with one company, from the Friday before the interview on."""

    def __init__(self) -> None:
        super().__init__()
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name)
        self.road = Road(MaildirWorld(self.folder / "mail"), self.folder)
        self.now = datetime(2026, 3, 6, 10, tzinfo=ZONE).astimezone(UTC)
        self.number = 0
        self.arrived: list[str] = []
        self.known_ids: set[str] = set()
        self.wanted: dict[str, FollowUp] = {}
        self.edited: set[str] = set()
        self.gone: set[str] = set()
        self.unanswered = 0
        self.closed = False
        self.went_back = False
        self._arrive("confirmed", MEG)

    def teardown(self) -> None:
        self.road.world.mailbox.close()
        self._temporary.cleanup()

    @property
    def copy(self) -> Path:
        return self.folder / "copy.db"

    def _arrive(self, what: str, sender: str, ago: timedelta = timedelta(0)) -> None:
        raw = mail(self._new_id("northwind.example"), BODIES[what], sender=sender, answers=tuple(self.arrived[:1]))
        self.arrived.append(f"<{self.number}@northwind.example>")
        self.road.world.deliver(raw, self.now - ago)
        self.unanswered = 0

    def _new_id(self, domain: str) -> str:
        """For a mail of its own second: which of two came first is never left to chance."""
        self.number += 1
        self.now += timedelta(seconds=1)
        self.known_ids.add(f"<{self.number}@{domain}>")
        return f"<{self.number}@{domain}>"

    def _cycle(self, mailbox: Mailbox | None = None) -> Report:
        house = self.road.house(mailbox)
        try:
            report = run_cycle(house, self.now)
        finally:
            house.database.close()
        for saved in report.saved:
            self.wanted[message_id_for(saved.follow_up.identity, "example.org")] = saved.follow_up
        return report

    def _drafts(self) -> list[Draft]:
        return sorted(self.road.drafts(), key=lambda draft: draft.message_id)

    def _untouched(self) -> list[Draft]:
        return [draft for draft in self.road.drafts() if draft.message_id not in self.edited]

    @rule(what=st.sampled_from(["hold", "rejected", "talk", "question", "confirmed"]), sender=st.sampled_from([MEG, MEG, TOM]))
    def mail_arrives(self, what: str, sender: str) -> None:
        self._arrive(what, sender)

    @rule(what=st.sampled_from(["hold", "rejected", "talk"]), hours=st.sampled_from([1, 30, 9 * 24]))
    def mail_arrives_late(self, what: str, hours: int) -> None:
        self._arrive(what, MEG, timedelta(hours=hours))

    @rule(sender=st.sampled_from([ROBOT, LIST, SAM]), body=st.sampled_from([RECEIVED, REJECTED, HOLD]))
    def a_robot_a_list_or_sam_himself_writes(self, sender: str, body: str) -> None:
        raw = mail(self._new_id("robots.example"), body, sender=sender)
        self.road.world.deliver(raw, self.now)

    @rule(hours=st.sampled_from([1, 5, 26, 50, 7 * 24, 15 * 24, 40 * 24]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule(hours=st.sampled_from([1, 26, 8 * 24]))
    def the_clock_is_set_back(self, hours: int) -> None:
        self.now -= timedelta(hours=hours)
        self.went_back = True

    @rule()
    def a_cycle_runs(self) -> None:
        self._cycle()

    @rule(calls=st.integers(1, 8), done_first=st.booleans())
    def a_cycle_dies(self, calls: int, done_first: bool) -> None:
        self._cycle(Flaky(self.road.world.mailbox, calls, done_first))  # type: ignore[arg-type]  # stands in for one

    @rule()
    def the_database_is_lost(self) -> None:
        self._without_database()

    @rule()
    def a_copy_of_the_database_is_kept(self) -> None:
        house = self.road.house()
        house.database.close()  # nothing is left in the write-ahead log
        shutil.copy(self.road.database_file, self.copy)

    @precondition(lambda self: self.copy.exists())
    @rule()
    def the_older_copy_is_restored(self) -> None:
        """By the next day: what was saved since is found again after a gap."""
        self._without_database()
        shutil.copy(self.copy, self.road.database_file)
        self.now += timedelta(hours=26)

    def _without_database(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            (self.folder / f"state.db{suffix}").unlink(missing_ok=True)
        self.closed = False

    @precondition(lambda self: bool(self.road.drafts()))
    @rule(data=st.data())
    def sam_sends(self, data: st.DataObject) -> None:
        draft = data.draw(st.sampled_from(self._drafts()))
        self.now += timedelta(seconds=1)
        self.road.world.user_writes(draft.raw, self.now)
        self._is_gone(draft)
        if draft.message_id in self.wanted and self.wanted[draft.message_id].kind is FollowUpKind.STATUS_CHECK:
            self.unanswered += 1

    @precondition(lambda self: bool(self.road.drafts()))
    @rule(data=st.data())
    def sam_edits(self, data: st.DataObject) -> None:
        draft = data.draw(st.sampled_from(self._drafts()))
        self.road.world.user_edits(draft.message_id, f"My own words, {len(self.edited)}.")
        self.edited.add(draft.message_id)

    @precondition(lambda self: bool(self.road.drafts()))
    @rule(data=st.data())
    def sam_throws_away(self, data: st.DataObject) -> None:
        self._is_gone(data.draw(st.sampled_from(self._drafts())))

    def _is_gone(self, draft: Draft) -> None:
        self.road.world.user_discards(draft.message_id)
        self.known_ids.add(draft.message_id)
        self.gone.add(draft.message_id)
        self.edited.discard(draft.message_id)

    @rule()
    def sam_writes_himself(self) -> None:
        raw = mail(self._new_id("example.org"), OWN_WORDS, sender=SAM, to=MEG)
        self.road.world.user_writes(raw, self.now)

    @rule(data=st.data(), kind=st.sampled_from(SAID_TO_BE))
    def sam_corrects(self, data: st.DataObject, kind: MessageKind) -> None:
        wrong = data.draw(st.sampled_from(self.arrived))
        house = self.road.house()
        with house.database.session() as session:
            session.add(CorrectionRow(message_id=wrong, kind=kind, said_at=self.now))
        house.database.close()

    @rule(kind=st.sampled_from([WordKind.CLOSE, WordKind.REOPEN]))
    def sam_closes_or_reopens(self, kind: WordKind) -> None:
        """Every application that is known at that time."""
        house = self.road.house()
        with house.database.session() as session:
            keys = session.scalars(select(ApplicationRow.id)).all()
            for key in keys:
                session.add(NoteRow(application_id=key, kind=kind, said_at=self.now, text="", email=""))
        house.database.close()
        self.closed = kind is WordKind.CLOSE and bool(keys)

    @invariant()
    def an_edited_draft_still_lies_there(self) -> None:
        assert self.edited <= {draft.message_id for draft in self.road.drafts()}

    @invariant()
    def what_the_user_finished_never_comes_back(self) -> None:
        assert not self.gone & {draft.message_id for draft in self.road.drafts()}

    @invariant()
    def every_draft_is_once_there_for_one_follow_up_and_to_one_person(self) -> None:
        drafts = self.road.drafts()
        assert len({draft.message_id for draft in drafts}) == len(drafts)
        families = [self.wanted[draft.message_id].family for draft in self._untouched() if draft.message_id in self.wanted]
        assert len(set(families)) == len(families)
        for draft in drafts:
            assert draft.to in (MEG, TOM), "never a robot, a list or Sam himself"
            assert draft.message["Cc"] is None

    @invariant()
    def every_draft_threads(self) -> None:
        for draft in self.road.drafts():
            assert draft.answers in self.known_ids
            assert str(draft.message["References"]).split()[-1] == draft.answers

    @invariant()
    def they_are_asked_twice_at_most(self) -> None:
        lying = [self.wanted[draft.message_id] for draft in self._untouched() if draft.message_id in self.wanted]
        checks = sum(follow_up.kind is FollowUpKind.STATUS_CHECK for follow_up in lying)
        assert checks <= 1
        assert self.unanswered + checks <= 2

    @rule()
    def after_a_whole_cycle_the_drafts_are_as_they_should_be(self) -> None:
        self._cycle()
        untouched = self._untouched()
        assert len({draft.to for draft in untouched}) == len(untouched), "one at a time"
        if self.closed and not self.went_back:
            self._nothing_lies_there_for_what_is_closed()
        before = {draft.message_id for draft in self.road.drafts()}
        self._cycle()
        assert {draft.message_id for draft in self.road.drafts()} == before, "a second cycle changes nothing"

    def _nothing_lies_there_for_what_is_closed(self) -> None:
        house = self.road.house()
        with house.database.session() as session:
            closed = set(session.scalars(select(NoteRow.application_id)).all())
            everything = set(session.scalars(select(ApplicationRow.id)).all())
        house.database.close()
        if everything <= closed:
            assert self._untouched() == []

    @precondition(lambda self: not self.went_back)
    @rule()
    def somebody_who_reads_it_all_at_once_gives_the_same_advice(self) -> None:
        self._cycle()
        house = self.road.house()
        with house.database.session() as session:
            corrections = [(row.message_id, row.kind, row.said_at) for row in session.scalars(select(CorrectionRow))]
        known = self._advice(house)
        house.database.close()
        with tempfile.TemporaryDirectory() as folder:
            fresh = replace(self.road, folder=Path(folder)).house(DryMailbox(self.road.world.mailbox))
            with fresh.database.session() as session:
                session.add_all(CorrectionRow(message_id=name, kind=kind, said_at=at) for name, kind, at in corrections)
            run_cycle(fresh, self.now)
            assert self._advice(fresh) == known
            fresh.database.close()

    def _advice(self, house: House) -> list[tuple[str, str, datetime, str]]:
        """What the messages alone ask for, without what the user did with drafts and said."""
        history = known_history(house)
        bare = [
            replace(
                application,
                drafts=(),
                words=(),
                first_cycle_at=None,
                messages=tuple(replace(message, follow_up="", follow_up_kind=None) for message in application.messages),
            )
            for application in history.applications
        ]
        told = advise(History(tuple(bare)), self.now, house.preferences)
        return sorted((f.identity, f.rule, f.due_at, f.reply_to) for f in told)


@pytest.mark.slow
def test_the_drafts_stay_right() -> None:
    run_state_machine_as_test(
        Search,
        settings=settings(
            max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
        ),
    )
