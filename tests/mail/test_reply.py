from __future__ import annotations

import email
import re
from datetime import UTC, datetime, timedelta, timezone
from email import policy
from email.message import EmailMessage
from typing import Any

import pytest

from daemon.mail.message import Address
from daemon.mail.parse import parse
from daemon.mail.reply import build_draft, message_id_for, reply_subject, thread_subject

IDENTITY = "0123456789abcdef0123456789abcdef"
OUTLOOK_ID = "<AM0PR01MB4321F0E1D2C3B4A5968778695A4B3C2D1E0F@AM0PR01MB4321.eurprd01.prod.exchangelabs.com>"
SENT_AT = datetime(2026, 3, 3, 10, 0, tzinfo=timezone(timedelta(hours=-5)))


def draft(**changes: Any) -> bytes:
    arguments: dict[str, Any] = {
        "author": Address("Sam Rivera", "sam.rivera@example.org"),
        "recipient": Address("Meg Ortiz", "meg@acme.example"),
        "subject": "Interview",
        "message_id": message_id_for(IDENTITY, "example.org"),
        "date": SENT_AT,
        "text": "Hi Meg,\n\nthank you for the conversation.\n\nBest,\nSam",
        "html": "<p>Hi Meg,</p><p>thank you for the conversation.</p>",
    }
    return build_draft(**(arguments | changes))


def read(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def plain_text(raw: bytes) -> str:
    part = read(raw).get_body(("plain",))
    assert isinstance(part, EmailMessage)
    return str(part.get_content()).replace("\r\n", "\n")


def raw_field(raw: bytes, name: str) -> str:
    """A field as it stands in the bytes, unfolded."""
    match = re.search(rf"^{name}: (.*(?:\r\n[ \t].*)*)\r\n".encode(), raw, re.MULTILINE)
    assert match is not None
    return match[1].replace(b"\r\n", b"").decode("ascii")


class TestThreading:
    def test_ids_longer_than_a_line_stay_raw(self) -> None:
        assert len(OUTLOOK_ID) > 80
        raw = draft(parent_id=OUTLOOK_ID, parent_references=[OUTLOOK_ID.replace("F0E1", "AAAA"), "<first@x.example>"])
        assert raw_field(raw, "In-Reply-To") == OUTLOOK_ID
        assert raw_field(raw, "References").split() == [OUTLOOK_ID.replace("F0E1", "AAAA"), "<first@x.example>", OUTLOOK_ID]
        message = parse(raw, SENT_AT)
        assert message.in_reply_to == (OUTLOOK_ID,)
        assert message.references[-1] == OUTLOOK_ID

    def test_the_longest_id_that_we_read_can_be_answered(self) -> None:
        parent = "<" + "a" * 850 + "@x.example>"
        raw = draft(parent_id=parent)
        assert raw_field(raw, "In-Reply-To").strip() == parent
        assert max(len(line) for line in raw.split(b"\r\n")) <= 998

    @pytest.mark.parametrize(
        "parent",
        [
            '<odd  id "quoted" (x) \\ ; , @ host>',
            "<no-domain>",
            "<" + "a" * 240 + " " + "b" * 240 + "@x.example>",
            "<=?utf-8?q?a?=@x.example>",
            "<12345678>",
        ],
    )
    def test_an_odd_id_is_answered_byte_by_byte(self, parent: str) -> None:
        others = [f"<{number} of {'x' * 90}@x.example>" for number in range(15)]
        raw = draft(parent_id=parent, parent_references=others)
        assert f"\r\nIn-Reply-To: {parent}\r\n".encode() in raw
        for one in (*others, parent):
            assert raw.count(one.encode()) == (2 if one == parent else 1)
        assert max(len(line) for line in raw.split(b"\r\n")) <= 998
        message = parse(raw, SENT_AT)
        assert message.in_reply_to == (parent,)
        assert message.references == (*others, parent)

    @pytest.mark.parametrize(
        "parent", ["<größe@x.example>", "<a@b>\r\nBcc: x@y", "<a<b@x.example>", "<0f@missing.invalid>", "no"]
    )
    def test_of_an_id_that_cannot_be_written_the_thread_remains(self, parent: str) -> None:
        message = read(draft(parent_id=parent, parent_references=["<first@x.example>", parent]))
        assert message["In-Reply-To"] is None
        assert message["Bcc"] is None
        assert message["References"] == "<first@x.example>"
        assert read(draft(parent_id=parent))["References"] is None

    def test_references_end_with_the_parent_once(self) -> None:
        raw = draft(parent_id="<b@x.example>", parent_references=["<a@x.example>", "<b@x.example>"])
        assert raw_field(raw, "References").split() == ["<a@x.example>", "<b@x.example>"]

    def test_references_of_a_long_thread_keep_beginning_and_end(self) -> None:
        raw = draft(parent_id="<parent@x.example>", parent_references=[f"<{number}@x.example>" for number in range(200)])
        references = raw_field(raw, "References").split()
        assert len(references) == 40
        assert references[:2] == ["<0@x.example>", "<1@x.example>"]
        assert references[-2:] == ["<199@x.example>", "<parent@x.example>"]

    def test_an_id_that_we_made_up_is_not_repeated(self) -> None:
        raw = draft(parent_id="<0123@missing.invalid>", parent_references=["<4567@missing.invalid>"])
        assert b"In-Reply-To" not in raw
        assert b"References" not in raw
        assert read(raw)["Subject"] == "Re: Interview"

    def test_malformed_references_are_left_out(self) -> None:
        raw = draft(parent_id="<b@x.example>", parent_references=["no id", "<é@x.example>", "<a\r\nBcc: c@x.example>"])
        assert raw_field(raw, "References") == "<b@x.example>"

    def test_a_new_message_belongs_to_no_thread(self) -> None:
        message = read(draft(subject="References for Sam Rivera"))
        assert message["Subject"] == "References for Sam Rivera"
        assert message["In-Reply-To"] is None
        assert message["References"] is None


class TestHeader:
    def test_only_what_a_mail_client_writes(self) -> None:
        fields = [name for name, _ in read(draft(parent_id="<b@x.example>")).items()]
        expected = "From To Subject Date Message-ID In-Reply-To References MIME-Version Content-Type"
        assert fields == expected.split()

    def test_the_same_arguments_give_the_same_bytes(self) -> None:
        assert draft() == draft()

    def test_names_and_subjects_of_every_script(self) -> None:
        subject = "AW: Gespräch über die Stelle als Köchin – nächste Schritte und ein sehr langer Betreff, der nicht aufhört 😀"
        author = Address('Sam "Säm" Rivera, Jr.', "sam.rivera@example.org")
        raw = draft(author=author, subject=subject, recipient=Address("王 伟", "wei@bücher.example"), parent_id="<b@x.example>")
        assert raw.isascii()
        assert all(len(word) <= 75 for word in re.findall(rb"=\?[^?]+\?[bq]\?[^?]*\?=", raw))
        message = parse(raw, SENT_AT)
        assert message.subject == subject
        assert message.sender == author
        assert message.to == (Address("王 伟", "wei@xn--bcher-kva.example"),)

    def test_injected_line_ends_are_collapsed(self) -> None:
        raw = draft(subject="Offer\r\nBcc: all@evil.example", recipient=Address("Meg\r\nCc: x@evil.example", "meg@acme.example"))
        message = read(raw)
        assert message["Subject"] == "Offer Bcc: all@evil.example"
        assert message["Cc"] is None
        assert message["Bcc"] is None
        assert len(message["To"].addresses) == 1

    def test_date_keeps_its_zone(self) -> None:
        assert raw_field(draft(), "Date") == "Tue, 03 Mar 2026 10:00:00 -0500"

    @pytest.mark.parametrize(
        "changes",
        [
            {"date": datetime(2026, 3, 3)},  # noqa: DTZ001
            {"message_id": "no brackets"},
            {"message_id": "<a@b>\r\nBcc: x@y"},
            {"recipient": Address("", "nobody")},
            {"recipient": Address("", "a@b, c@d.example")},
            {"recipient": Address("", "jürgen@acme.example")},
            {"recipient": Address("", "meg@acme..example")},
            {"author": Address("", "sam@exa mple.org")},
        ],
    )
    def test_what_cannot_be_written_is_refused(self, changes: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match=r"date|Message-ID|address|domain"):
            draft(**changes)


class TestBody:
    def test_plain_and_html_alternatives(self) -> None:
        message = read(draft())
        assert message.get_content_type() == "multipart/alternative"
        plain, html = message.iter_parts()
        assert plain_text(draft()) == "Hi Meg,\n\nthank you for the conversation.\n\nBest,\nSam\n"
        assert isinstance(html, EmailMessage)
        assert html.get_content().strip() == "<p>Hi Meg,</p><p>thank you for the conversation.</p>"
        assert [part["Content-Transfer-Encoding"] for part in (plain, html)] == ["quoted-printable"] * 2
        assert "MIME-Version" not in plain

    def test_paragraphs_are_not_broken_and_lines_on_the_wire_are_short(self) -> None:
        paragraph = "A sentence about the conversation we had, café included. " * 20
        raw = draft(text=paragraph.strip())
        assert plain_text(raw).strip() == paragraph.strip()
        assert max(len(line) for line in raw.split(b"\r\n\r\n", 1)[1].split(b"\r\n")) <= 76

    def test_line_ends_are_crlf_only(self) -> None:
        raw = draft(text="a\nb\r\nc\rd\udce9")
        assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
        assert plain_text(raw) == "a\nb\nc\nd?\n"

    def test_our_own_parser_reads_it_back(self) -> None:
        message = parse(draft(parent_id="<b@x.example>"), SENT_AT)
        assert message.new_text == "Hi Meg,\n\nthank you for the conversation.\n\nBest,\nSam"
        assert message.date == SENT_AT.astimezone(UTC)
        assert message.defects == ()


class TestMessageId:
    def test_looks_like_a_mail_clients_and_is_made_of_the_identity_alone(self) -> None:
        message_id = message_id_for(IDENTITY, "Example.org")
        assert message_id == "<01234567-89AB-CDEF-0123-456789ABCDEF@example.org>"
        assert message_id_for(IDENTITY, "Example.org") == message_id
        assert len(message_id[1:].partition("@")[0]) <= 40

    @pytest.mark.parametrize("identity", ["", "xyz", IDENTITY[:-1], IDENTITY + "0"])
    def test_only_identities(self, identity: str) -> None:
        with pytest.raises(ValueError, match="identity"):
            message_id_for(identity, "example.org")

    @pytest.mark.parametrize("domain", ["", "a b", "x>", "a..b", "-" * 80])
    def test_only_domains(self, domain: str) -> None:
        with pytest.raises(ValueError, match="domain"):
            message_id_for(IDENTITY, domain)


class TestSubjects:
    @pytest.mark.parametrize(
        ("subject", "reply"),
        [
            ("Interview", "Re: Interview"),
            ("Re: Interview", "Re: Interview"),
            ("RE: Interview", "RE: Interview"),
            ("AW: Gespräch", "AW: Gespräch"),
            ("SV: Intervju", "SV: Intervju"),
            ("Antw: Gesprek", "Antw: Gesprek"),
            ("Re[2]: Interview", "Re[2]: Interview"),
            ("Fwd: Interview", "Re: Fwd: Interview"),
            ("Research role", "Re: Research role"),
            ("Reference: R-12", "Re: Reference: R-12"),
            ("", "Re:"),
        ],
    )
    def test_one_reply_prefix(self, subject: str, reply: str) -> None:
        assert reply_subject(subject) == reply

    @pytest.mark.parametrize(
        "subject",
        [
            "Data Analyst",
            "Re: Data Analyst",
            "RE: AW: Fwd: Data Analyst",
            "[EXTERNAL] Re: Data Analyst",
            "Re: [External Email] FW: Data Analyst",
            "WG: Data Analyst",
            "回复:Data Analyst",
            "Re[4]: TR : Data Analyst",
        ],
    )
    def test_thread_subject_has_no_prefix(self, subject: str) -> None:
        assert thread_subject(subject) == "Data Analyst"

    @pytest.mark.parametrize(
        "subject", ["Engineer: the role", "Reminder: interview", "R: Programmer", "External Relations Manager"]
    )
    def test_words_that_only_look_like_prefixes_stay(self, subject: str) -> None:
        assert thread_subject(subject) == subject
