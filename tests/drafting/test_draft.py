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
from daemon.drafting.render import letter_html, letter_text
from daemon.errors import DraftRejected
from daemon.mail.message import Address
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


def test_a_letter_that_breaks_a_rule_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "thank_you.txt.jinja").write_text("Thank you. Shall we talk about the salary today?")
    with pytest.raises(DraftRejected, match=r"goes stale: 'today'; speaks of money: 'salary'"):
        draft(FACTS, parent=PARENT, now=NOW, identity=IDENTITY, overrides=tmp_path)
