"""The mail that goes to Drafts: one recipient, in the thread, with the letter as text and as HTML."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from daemon.drafting.compose import compose
from daemon.drafting.draft import DraftMail, Parent, draft
from daemon.drafting.letter import LetterFacts
from daemon.drafting.quotation import Original, quoted_html, quoted_text
from daemon.drafting.render import letter_html, letter_text
from daemon.errors import DraftRejected
from daemon.mail.message import Address
from daemon.mail.parse import parse
from daemon.playbook.history import FollowUpKind
from tests.drafting.cases import SEARCHES

NOW = datetime(2026, 3, 3, 16, 30, tzinfo=UTC)
IDENTITY = "0123456789abcdef0123456789abcdef"
PARENT = Parent(
    message_id="<" + "DM6PR11MB" * 8 + "@outlook.example>",
    references=("<one@northwind.example>",),
    subject="AW: Your interview at Northwind",
)
FACTS = SEARCHES[0]


def drafted(facts: LetterFacts = FACTS, parent: Parent | None = PARENT) -> tuple[DraftMail, EmailMessage]:
    mail = draft(facts, parent=parent, now=NOW, identity=IDENTITY)
    return mail, message_from_bytes(mail.mime, policy=policy.default)


def test_it_answers_in_the_thread() -> None:
    mail, message = drafted()
    assert message["In-Reply-To"] == PARENT.message_id
    assert message["References"] == f"<one@northwind.example> {PARENT.message_id}"
    assert message["Subject"] == mail.subject == "AW: Your interview at Northwind"


def test_it_goes_to_one_person_from_the_address_that_was_written_to() -> None:
    mail, message = drafted()
    assert [address.addr_spec for address in message["To"].addresses] == ["meg.okafor@northwind.example"]
    assert message["Cc"] is None
    assert message["Bcc"] is None
    assert [address.addr_spec for address in message["From"].addresses] == ["sam.rivera@example.org"]
    assert mail.recipient == FACTS.recipient


def test_its_message_id_comes_from_its_identity_and_gives_nothing_away() -> None:
    mail, message = drafted()
    assert message["Message-ID"] == mail.message_id
    assert mail.message_id.endswith("@example.org>")
    assert not [name for name in message if name.lower().startswith("x-")]
    assert b"afterword" not in mail.mime.lower()


def test_both_bodies_say_the_letter() -> None:
    mail, message = drafted()
    letter = compose(FACTS)
    plain, html = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert html is not None
    assert plain.get_content().replace("\r\n", "\n") == mail.text == letter_text(letter)
    assert html.get_content().strip() == letter_html(letter)


def test_the_same_facts_make_the_same_bytes() -> None:
    assert drafted()[0] == drafted()[0]


def test_a_new_message_has_its_own_subject_and_no_thread() -> None:
    facts = replace(FACTS, kind=FollowUpKind.REFERENCE_NOTICE, rule="F1")
    mail, message = drafted(facts, parent=None)
    assert message["In-Reply-To"] is None
    assert message["Subject"] == mail.subject == compose(facts).subject
    assert not mail.subject.startswith("Re:")


@pytest.mark.parametrize(
    ("email", "said"), [("a@b.example, c@d.example", "recipient"), ("", "recipient"), ("zoë@northwind.example", "header")]
)
def test_an_address_that_is_none_is_refused(email: str, said: str) -> None:
    with pytest.raises(DraftRejected, match=said):
        drafted(replace(FACTS, recipient=Address("Meg", email)))


class TestTemplatesOfTheUsersOwn:
    def write(self, folder: Path, text: str, name: str = "thank_you.txt.jinja") -> DraftMail:
        (folder / name).write_text(text)
        return draft(FACTS, parent=PARENT, now=NOW, identity=IDENTITY, overrides=folder)

    def test_one_that_is_fit_is_used(self, tmp_path: Path) -> None:
        mail = self.write(tmp_path, "Thank you for the talk about {{ position }}. I look forward to the next steps.")
        assert "Thank you for the talk about the Site Reliability Engineer" in mail.text
        assert mail.passed_over == ""

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("Thank you. Shall we talk about the salary today?", "goes stale: 'today'; speaks of money: 'salary'"),
            ("Thank you. {{ nothing }}", "'nothing' is undefined"),
            ("{% if %}", "Expected an expression"),
        ],
    )
    def test_one_that_is_not_gives_way_to_ours_and_is_told(self, tmp_path: Path, text: str, why: str) -> None:
        mail = self.write(tmp_path, text)
        assert mail.passed_over.startswith("thank_you.txt.jinja: ")
        assert why in mail.passed_over
        assert replace(mail, passed_over="") == drafted()[0]

    def test_one_of_another_kind_is_not_to_blame(self, tmp_path: Path) -> None:
        (tmp_path / "withdrawal.txt.jinja").write_text("{{ nothing }}")
        with pytest.raises(DraftRejected, match="recipient"):
            draft(replace(FACTS, recipient=Address("", "")), parent=PARENT, now=NOW, identity=IDENTITY, overrides=tmp_path)

    def test_a_closing_of_the_users_own_is_to_blame_for_itself(self, tmp_path: Path) -> None:
        mail = self.write(tmp_path, "{{ nothing }}", "closing.txt.jinja")
        assert mail.passed_over.startswith("closing.txt.jinja: ")

    def test_nothing_else_in_the_folder_is_looked_at(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("private")
        assert "private" in (tmp_path / "notes.txt").read_text()
        mail = self.write(tmp_path, "Thank you. {% include 'notes.txt' %}")
        assert "notes.txt" in mail.passed_over
        assert "private" not in mail.text


class TestQuotation:
    original = Original(
        Address("Meg Okafor", "meg.okafor@northwind.example"),
        datetime(2026, 3, 2, 9, 5, tzinfo=UTC),
        "Hi Sam,\n\nsee you <tomorrow> & bring nothing.\n> an older word\n",
    )

    def quoted(self, original: Original) -> tuple[DraftMail, str, str]:
        mail = draft(FACTS, parent=PARENT, now=NOW, identity=IDENTITY, original=original)
        message = message_from_bytes(mail.mime, policy=policy.default)
        plain, html = message.get_body(("plain",)), message.get_body(("html",))
        assert plain is not None
        assert html is not None
        return mail, plain.get_content().replace("\r\n", "\n"), html.get_content()

    def test_stands_below_the_letter_behind_angle_brackets(self) -> None:
        mail, plain, _ = self.quoted(self.original)
        assert mail.text == drafted()[0].text
        assert plain == mail.text + (
            "\nOn Monday, March 2, 2026 at 09:05, Meg Okafor wrote:\n"
            "> Hi Sam,\n>\n> see you <tomorrow> & bring nothing.\n>> an older word\n"
        )

    def test_stands_in_a_blockquote_escaped(self) -> None:
        html = self.quoted(self.original)[2]
        assert '<blockquote type="cite"><div>Hi Sam,</div><div><br></div>' in html
        assert "see you &lt;tomorrow&gt; &amp; bring nothing." in html

    def test_is_known_as_a_quotation_by_whoever_reads_the_mail(self) -> None:
        mail = self.quoted(self.original)[0]
        message = parse(mail.mime, NOW)
        assert "bring nothing" not in message.new_text
        assert "bring nothing" in message.text

    def test_is_bounded(self) -> None:
        many, long = "\n".join(["word"] * 5_000), "word " * 100_000
        for text in (many, long):
            quotation = quoted_text(replace(self.original, text=text), month_first=True)
            assert len(quotation) < 10_000
            assert quotation.endswith("> …\n")

    def test_holds_no_character_that_turns_or_hides_what_is_around_it(self) -> None:
        author = Address("\u202eMeg\r\nBcc: x@y.example", "meg@northwind.example")
        hostile = replace(self.original, author=author, text="\u202eabc\x07\u2066d\te")
        assert quoted_text(hostile, month_first=False) == (
            "On Monday 2 March 2026 at 09:05, MegBcc: x@y.example wrote:\n> abcd e\n"
        )
        assert "<script>" not in quoted_html(replace(self.original, text="<script>alert(1)</script>"), month_first=True)

    def test_there_is_none_of_a_message_without_words(self) -> None:
        mail, plain, html = self.quoted(replace(self.original, text=" \n "))
        assert plain == mail.text
        assert "blockquote" not in html
