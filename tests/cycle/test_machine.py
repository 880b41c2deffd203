"""Whatever happens in whatever order, the drafts stay right: mail arrives, the user acts, the process dies, the state is lost.

On a Maildir, which has a bin: where a mail program destroys a discarded draft at once, a lost database leaves no trace of it.
"""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from daemon.cycle import run_cycle
from daemon.errors import MailboxUnavailable
from daemon.mailbox.protocol import Mailbox
from tests.cycle.road import CONFIRMED, HOLD, MEG, REJECTED, ZONE, Road, mail
from tests.mailbox.maildir_world import MaildirWorld

SMALL_TALK = "Hi Sam,\n\nThe article that I mentioned is in our archive.\n\nBest regards,\nMeg\n"
OWN_WORDS = "Hi Meg,\n\nA word of my own.\n\nSam\n"
BODIES = {"confirmed": CONFIRMED, "hold": HOLD, "rejected": REJECTED, "talk": SMALL_TALK}


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
        self.folder = tempfile.TemporaryDirectory()
        folder = Path(self.folder.name)
        self.road = Road(MaildirWorld(folder / "mail"), folder)
        self.now = datetime(2026, 3, 6, 10, tzinfo=ZONE).astimezone(UTC)
        self.number = 0
        self.edited: set[str] = set()
        self.gone: set[str] = set()
        self._arrive("confirmed")

    def teardown(self) -> None:
        self.road.world.mailbox.close()
        self.folder.cleanup()

    def _arrive(self, what: str) -> None:
        self.number += 1
        raw = mail(
            f"<{self.number}@northwind.example>", BODIES[what], answers=("<1@northwind.example>",) if self.number > 1 else ()
        )
        self.road.world.deliver(raw, self.now)

    def _cycle(self, mailbox: Mailbox | None = None) -> None:
        house = self.road.house(mailbox)
        try:
            run_cycle(house, self.now)
        finally:
            house.database.close()

    @rule(what=st.sampled_from(["hold", "rejected", "talk", "confirmed"]))
    def mail_arrives(self, what: str) -> None:
        self._arrive(what)

    @rule(hours=st.sampled_from([1, 5, 26, 50, 7 * 24, 15 * 24]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @rule()
    def a_cycle_runs(self) -> None:
        self._cycle()

    @rule(calls=st.integers(1, 8), done_first=st.booleans())
    def a_cycle_dies(self, calls: int, done_first: bool) -> None:
        self._cycle(Flaky(self.road.world.mailbox, calls, done_first))  # type: ignore[arg-type]  # stands in for one

    @rule()
    def the_database_is_lost(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            (self.road.folder / f"state.db{suffix}").unlink(missing_ok=True)

    @precondition(lambda self: bool(self.road.drafts()))
    @rule(data=st.data())
    def sam_sends(self, data: st.DataObject) -> None:
        draft = data.draw(st.sampled_from(self.road.drafts()))
        self.road.world.user_writes(draft.raw, self.now)
        self.road.world.user_discards(draft.message_id)
        self.gone.add(draft.message_id)
        self.edited.discard(draft.message_id)

    @precondition(lambda self: bool(self.road.drafts()))
    @rule(data=st.data())
    def sam_edits(self, data: st.DataObject) -> None:
        draft = data.draw(st.sampled_from(self.road.drafts()))
        self.road.world.user_edits(draft.message_id, f"My own words, {len(self.edited)}.")
        self.edited.add(draft.message_id)

    @precondition(lambda self: bool(self.road.drafts()))
    @rule(data=st.data())
    def sam_throws_away(self, data: st.DataObject) -> None:
        draft = data.draw(st.sampled_from(self.road.drafts()))
        self.road.world.user_discards(draft.message_id)
        self.gone.add(draft.message_id)
        self.edited.discard(draft.message_id)

    @rule()
    def sam_writes_himself(self) -> None:
        self.number += 1
        raw = mail(f"<{self.number}@example.org>", OWN_WORDS, sender="Sam Rivera <sam.rivera@example.org>", to=MEG)
        self.road.world.user_writes(raw, self.now)

    @invariant()
    def an_edited_draft_still_lies_there(self) -> None:
        assert self.edited <= {draft.message_id for draft in self.road.drafts()}

    @invariant()
    def what_the_user_finished_never_comes_back(self) -> None:
        assert not self.gone & {draft.message_id for draft in self.road.drafts()}

    @invariant()
    def every_draft_is_once_there_and_to_meg_alone(self) -> None:
        drafts = self.road.drafts()
        assert len({draft.message_id for draft in drafts}) == len(drafts)
        for draft in drafts:
            assert draft.to == MEG
            assert draft.message["Cc"] is None

    @rule()
    def after_a_whole_cycle_at_most_one_untouched_draft_lies_there(self) -> None:
        self._cycle()
        untouched = [draft for draft in self.road.drafts() if draft.message_id not in self.edited]
        assert len(untouched) <= 1
        before = {draft.message_id for draft in self.road.drafts()}
        self._cycle()
        assert {draft.message_id for draft in self.road.drafts()} == before, "a second cycle changes nothing"


def test_the_drafts_stay_right() -> None:
    run_state_machine_as_test(
        Search,
        settings=settings(
            max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
        ),
    )
