"""Templates tried out before a letter is due: ours in every variant, the user's own file by file."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from daemon.drafting.compose import template_names
from daemon.drafting.rehearsal import TemplateFault, own_files, rehearse_ours, rehearse_own
from daemon.drafting.samples import LETTERS, in_words, sample_facts


def faults(folder: Path, **files: str) -> list[TemplateFault]:
    for name, text in files.items():
        (folder / f"{name}.txt.jinja").write_text(text)
    return rehearse_own(folder)


class TestOurs:
    @pytest.mark.slow
    def test_break_no_rule_in_any_variant(self) -> None:
        assert rehearse_ours() == []

    def test_every_kind_of_letter_has_its_template(self) -> None:
        assert len(template_names()) == len(LETTERS) + 2


class TestSamples:
    def test_show_every_two_facts_together(self) -> None:
        seen = {
            (
                facts.register,
                facts.company,
                facts.role,
                bool(facts.mentions),
                facts.author.highlights,
                bool(facts.author.achievements),
            )
            for facts in sample_facts()
            if facts.rule == "S2"
        }
        for first in range(6):
            for second in range(first):
                pairs = {(row[first], row[second]) for row in seen}
                assert len(pairs) == len({row[first] for row in seen}) * len({row[second] for row in seen})

    def test_are_told_apart_in_words(self) -> None:
        said = [in_words(facts) for facts in sample_facts() if facts.rule == "T1"]
        assert "T1 (after an interview; a hold to answer)" in said
        assert "T1 (after an interview; its day is known; a further round; no company, role, highlight, mention known)" in said


class TestTheUsersOwn:
    def test_fit_in_every_situation(self, tmp_path: Path) -> None:
        text = "Thank you for the update on {{ position }}. I look forward to hearing from you."
        assert faults(tmp_path, holding_reply=text) == []
        assert own_files(tmp_path) == ["holding_reply.txt.jinja"]

    def test_the_example_of_the_documentation_is_fit(self, tmp_path: Path) -> None:
        page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")
        (example,) = re.findall(r"```jinja\n(.*?)```", page, re.DOTALL)
        assert faults(tmp_path, holding_reply=example) == []

    def test_are_tried_in_every_variant(self, tmp_path: Path) -> None:
        found = faults(
            tmp_path,
            holding_reply="Thank you. {% vary more %}I can wait.{% or %}How is the salary?{% or %}I wait today.{% endvary %}",
            withdrawal="Thank you. I withdraw from {{ position }}. {{ nothing }}",
        )
        said = [str(fault) for fault in found]
        assert "holding_reply.txt.jinja: H1 (no company, role, highlight, mention known): speaks of money: 'salary'" in said
        assert any(re.fullmatch(r"holding_reply\.txt\.jinja: H1 \(.*\): goes stale: 'today'", line) for line in said)
        assert any(re.match(r"withdrawal.*'nothing' is undefined", line) for line in said)
        assert {fault.file for fault in found} == {"holding_reply.txt.jinja", "withdrawal.txt.jinja"}

    def test_say_in_which_situation_it_goes_wrong(self, tmp_path: Path) -> None:
        (fault,) = faults(tmp_path, rejection_thanks="Thank you for considering me for {{ position }}"
                          "{% if situation.feedback_given and not company %} and for nothing today{% endif %}.")  # fmt: skip
        assert fault.problem == "goes stale: 'today'"
        assert "feedback given" in fault.situation
        assert "company" in fault.situation

    def test_a_shared_one_answers_for_itself(self, tmp_path: Path) -> None:
        found = faults(tmp_path, closing="{% if formal %}Yours,{% else %}See you tomorrow  \x07,{% endif %}")
        assert {fault.file for fault in found} == {"closing.txt.jinja"}
        assert any("invisible" in fault.problem for fault in found)

    @pytest.mark.parametrize(
        ("name", "meant"),
        [("thankyou.txt.jinja", "thank_you.txt.jinja"), ("status_check_first.txt", "status_check_first.txt.jinja")],
    )
    def test_a_file_that_replaces_nothing_is_told_and_what_was_meant(self, tmp_path: Path, name: str, meant: str) -> None:
        (tmp_path / name).write_text("Thank you.")
        (fault,) = rehearse_own(tmp_path)
        assert str(fault) == f"{name}: no template has this name; did you mean {meant}?"

    def test_one_like_no_other_is_told_all_names(self, tmp_path: Path) -> None:
        (tmp_path / "xyz").write_text("Thank you.")
        (fault,) = rehearse_own(tmp_path)
        assert fault.problem.endswith(f"they are {', '.join(template_names())}")

    def test_hidden_files_are_none(self, tmp_path: Path) -> None:
        (tmp_path / ".thank_you.txt.jinja.swp").write_text("Thank you.")
        assert rehearse_own(tmp_path) == []

    def test_no_folder_is_no_fault(self, tmp_path: Path) -> None:
        assert rehearse_own(tmp_path / "nowhere") == []

    @pytest.mark.parametrize(("content", "problem"), [(b"Gr\xfc\xdfe", "utf-8"), (b"x" * 200_000, "longer")])
    def test_what_is_no_letter_is_told(self, tmp_path: Path, content: bytes, problem: str) -> None:
        (tmp_path / "holding_reply.txt.jinja").write_bytes(content)
        (fault,) = rehearse_own(tmp_path)
        assert problem in fault.problem

    def test_a_folder_in_a_file_s_place_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "holding_reply.txt.jinja").mkdir()
        assert [fault.problem for fault in rehearse_own(tmp_path)] == ["is not a file"]

    def test_one_with_a_byte_order_mark_is_fit(self, tmp_path: Path) -> None:
        (tmp_path / "holding_reply.txt.jinja").write_bytes(b"\xef\xbb\xbfThank you for the update. I can wait.")
        assert rehearse_own(tmp_path) == []

    def test_one_that_was_mended_is_tried_again(self, tmp_path: Path) -> None:
        assert faults(tmp_path, holding_reply="Thank you. Today?")
        assert faults(tmp_path, holding_reply="Thank you for the update. I can wait.") == []

    @pytest.mark.skipif(os.geteuid() == 0, reason="root reads every folder")
    def test_a_folder_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        tmp_path.chmod(0)
        (fault,) = rehearse_own(tmp_path)
        tmp_path.chmod(0o700)
        assert "cannot be read" in fault.problem
