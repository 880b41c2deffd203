"""Drafts as the user wants them: his own templates, and the message that is answered below the reply."""

from __future__ import annotations

from pathlib import Path

import pytest

from daemon.digest.publish import build
from daemon.mail.parse import parse
from tests.cycle.road import CONFIRMED, HOLD, Draft, Road, at, mail
from tests.mailbox.maildir_world import MaildirWorld


@pytest.fixture
def road(tmp_path: Path) -> Road:
    (tmp_path / "templates").mkdir()
    road = Road(MaildirWorld(tmp_path / "mail"), tmp_path)
    road.arrives("2026-03-06 10:00", mail("<confirmed@northwind.example>", CONFIRMED))
    return road


def thank_you(road: Road) -> Draft:
    road.cycle("2026-03-10 15:45")
    return road.draft()


def digest_text(road: Road, now: str) -> str:
    house = road.house()
    try:
        return build(house, at(now)).rendered.text
    finally:
        house.database.close()


class TestTemplates:
    def own(self, road: Road, text: str) -> None:
        (road.folder / "templates" / "thank_you.txt.jinja").write_text(text)

    def test_the_users_own_is_used(self, road: Road) -> None:
        self.own(road, "Thank you for the talk about {{ position }}. Onwards!")
        assert "Thank you for the talk about the Data Analyst" in thank_you(road).text
        assert "Your templates" not in digest_text(road, "2026-03-10 16:00")

    def test_a_broken_one_costs_no_draft_and_the_digest_says_so(self, road: Road) -> None:
        self.own(road, "Thank you for {{ nothing }}.")
        assert "Data Analyst" in thank_you(road).text
        said = digest_text(road, "2026-03-10 16:00")
        assert "thank_you.txt.jinja" in said
        assert "'nothing' is undefined" in said
        assert "No draft, and why" not in said

    def test_one_that_only_a_real_letter_shows_to_be_unfit_is_told_too(self, road: Road) -> None:
        text = "Thank you for our talk about {{ position }}{% if 'Northwind' in position %} today{% endif %}."
        self.own(road, text)
        assert "today" not in thank_you(road).text
        said = digest_text(road, "2026-03-10 16:00")
        assert "T1 to meg.ortiz@northwind.example: goes stale: 'today'" in said

    def test_one_that_is_changed_leaves_the_draft_that_lies_there(self, road: Road) -> None:
        draft = thank_you(road)
        self.own(road, "Thank you for the talk about {{ position }}. Onwards!")
        assert road.cycle("2026-03-10 17:00").saved == []
        assert road.draft().raw == draft.raw


class TestQuotation:
    def test_the_message_that_is_answered_stands_below_where_asked_for(self, road: Road) -> None:
        road.quote_original = True
        text = thank_you(road).text.replace("\r\n", "\n")
        assert "\nOn Friday, March 6, 2026 at 10:00, Meg Ortiz wrote:\n> Hi Sam,\n>\n> Your interview for the Data" in text

    def test_and_nothing_else(self, road: Road) -> None:
        assert "wrote:" not in thank_you(road).text

    def test_it_is_kept_nowhere(self, road: Road) -> None:
        road.quote_original = True
        thank_you(road)
        kept = b"".join(file.read_bytes() for file in road.folder.glob("state.db*"))
        assert b"You will be meeting with me" not in kept

    def test_the_draft_is_still_ours_after_a_lost_database(self, road: Road) -> None:
        road.quote_original = True
        thank_you(road)
        road.database_file.unlink()
        assert road.cycle("2026-03-10 16:00").failed == {}
        road.arrives("2026-03-10 17:00", mail("<hold@northwind.example>", HOLD, answers=("<confirmed@northwind.example>",)))
        report = road.cycle("2026-03-10 17:10")
        withdrawn = [withdrawal.draft.rule for withdrawal in report.withdrawn]
        assert withdrawn == ["T1"], "known as untouched, so the better wording takes its place"
        assert "> " in road.draft().text

    def test_what_the_user_sends_is_read_without_it(self, road: Road) -> None:
        road.quote_original = True
        draft = thank_you(road)
        assert "meeting with me" not in parse(draft.raw, at("2026-03-10 16:00")).new_text
        road.sends(draft, "2026-03-10 16:00")
        assert road.cycle("2026-03-10 16:10").saved == []
