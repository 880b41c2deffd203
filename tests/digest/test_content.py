from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from classifiers.reading import MessageKind
from daemon.digest.content import Coming, ComingKind, InterviewAhead, MailboxHealth, WaitingKind
from tests.digest.samples import A_GOOD_DAY, EMPTY, EVERYTHING, HEALTHY, TUESDAY, at, written_by


class TestHeadline:
    def test_says_what_to_do_and_the_date(self):
        assert A_GOOD_DAY.headline == "1 to answer, 3 drafts to review, 1 interview today · Tue 3 March"

    def test_differs_each_day_so_that_digests_do_not_become_one_thread(self):
        assert A_GOOD_DAY.headline != replace(A_GOOD_DAY, day=date(2026, 3, 4)).headline

    def test_counts_interviews_by_the_users_date_not_by_utc(self):
        late_tonight = InterviewAhead("Osprey", None, start=at(3, 21))  # 02:00 UTC on the 4th
        tomorrow = InterviewAhead("Osprey", None, start=at(4, 21))
        assert replace(EMPTY, interviews=(late_tonight, tomorrow, tomorrow)).summary == "1 interview today, 2 interviews tomorrow"

    def test_names_an_interview_after_the_weekend(self):
        assert replace(EMPTY, interviews=(InterviewAhead("Osprey", None, start=at(6, 9)),)).summary == "1 interview ahead"

    def test_never_leaves_out_a_mailbox_in_trouble(self):
        assert EVERYTHING.summary == "3 to answer, 4 drafts to review, 1 interview today, 1 mailbox in trouble"

    def test_keeps_rejections_out_of_the_morning(self):
        rejected = replace(EMPTY, rejections=A_GOOD_DAY.rejections)
        assert rejected.headline == "Your search today · Tue 3 March"

    def test_is_calm_when_there_is_nothing(self):
        assert EMPTY.headline == "All quiet · Tue 3 March"

    def test_holds_nothing_that_a_stranger_wrote(self):
        assert "stranger" not in written_by("stranger").headline


class TestIsEmpty:
    def test_what_lies_ahead_and_the_pipeline_can_wait(self):
        ahead = (Coming(on=TUESDAY, kind=ComingKind.PROMISE, company="Osprey"),)
        assert replace(EMPTY, coming=ahead, pipeline=A_GOOD_DAY.pipeline, ignored_count=7).is_empty

    @pytest.mark.parametrize(
        "section",
        [
            "waiting", "drafts", "ready_today", "interviews", "news", "doubtful", "advice", "unknown_interviewers", "moved_on",
            "listed_only", "no_draft", "rejections",
        ],
    )  # fmt: skip
    def test_anything_to_do_or_to_know_cannot(self, section: str):
        assert not replace(EMPTY, **{section: getattr(EVERYTHING, section)}).is_empty

    def test_nor_can_a_mailbox_in_trouble_or_a_quarantined_message(self):
        assert not replace(EMPTY, mailboxes=(MailboxHealth("work", ok=False, last_success=None),)).is_empty
        assert not replace(EMPTY, mailboxes=(replace(HEALTHY, quarantined=1),)).is_empty

    def test_nor_can_a_template_that_is_not_used(self):
        assert not replace(EMPTY, templates=EVERYTHING.templates).is_empty


def test_waiting_kind_follows_from_the_kind_of_message():
    assert WaitingKind.of(MessageKind.OFFER) is WaitingKind.OFFER
    assert WaitingKind.of(MessageKind.INTERVIEW_INVITATION) is WaitingKind.INVITATION
    assert WaitingKind.of(MessageKind.ASSESSMENT) is WaitingKind.ASSESSMENT
    assert WaitingKind.of(MessageKind.OUTREACH) is WaitingKind.QUESTION
