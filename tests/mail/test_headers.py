from __future__ import annotations

import logging
from email.utils import getaddresses

import mailparser
import pytest
from mailparser.exceptions import MailParserRecursionError

from daemon.mail.headers import message_ids, read_header, read_header_plainly
from daemon.mail.message import Address

FIELDS = {
    "from": b" =?utf-8?q?Jos=C3=A9_P=C3=A9rez?= <jose@acme.example>",
    "to": b' "Rivera, Sam" <sam@example.org>, x@y.example (a comment)',
    "subject": b" =?utf-8?b?SW50ZXJ2aWV3?= on\n Monday",
    "date": b" Tue, 3 Mar 2026 10:00:00 +0100",
    "precedence": b" bulk",
}


class TestMessageIds:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            ("<a@b>", ("<a@b>",)),
            ("<a@b> <c@d>\t<a@b>", ("<a@b>", "<c@d>")),
            ("a@b", ("<a@b>",)),
            ("a@b, c@d", ("<a@b>", "<c@d>")),
            ("(Sam's message of <no@x>) <a@b>", ("<a@b>",)),
            ("<a  b@c>", ("<a  b@c>",)),
            ("< a@b >", ("<a@b>",)),
            ("<größe@x>", ("<größe@x>",)),
            ("a@b <c@d>", ("<c@d>",)),
            ("no id at all", ()),
            ("<>", ()),
            ("<" + "x" * 2000 + "@y>", ()),
        ],
    )
    def test_ids_in_brackets(self, text: str, ids: tuple[str, ...]) -> None:
        assert message_ids(text) == ids

    def test_of_many_the_first_and_the_latest_stay(self) -> None:
        ids = message_ids(" ".join(f"<{number}@x>" for number in range(300)))
        assert len(ids) == 100
        assert ids[0] == "<0@x>"
        assert ids[-1] == "<299@x>"


class TestReading:
    @pytest.mark.parametrize("name", ["message-id", "in-reply-to", "references"])
    @pytest.mark.parametrize(
        ("value", "ids"),
        [
            (b' <odd  id "quoted" (x)@host>\n', ('<odd  id "quoted" (x)@host>',)),
            (b"\n <folded@after.the.colon>\n", ("<folded@after.the.colon>",)),
            (b" <AAAA\n BBBB@wrapped.example>\n\t<next@x>\n", ("<AAAABBBB@wrapped.example>", "<next@x>")),
            (b" no.brackets@host.example\n", ("<no.brackets@host.example>",)),
            (" <größe@host>\n".encode(), ("<größe@host>",)),
            (" <größe@host>\n".encode("latin-1"), ("<größe@host>",)),
            (b" =?utf-8?q?=3Cin=2Ewords=40host=3E?=\n", ("<in.words@host>",)),
            (b" <=?utf-8?q?a?=@host>\n", ("<=?utf-8?q?a?=@host>",)),
            (b" <a\x00b@host>\n", ("<a b@host>",)),
        ],
    )
    def test_ids_come_as_they_were_sent(self, name: str, value: bytes, ids: tuple[str, ...]) -> None:
        for read in (read_header, read_header_plainly):
            assert message_ids(read({**FIELDS, name: value}).text[name]) == ids

    def test_addresses_words_and_date(self) -> None:
        header = read_header(FIELDS)
        assert header.addresses["from"] == (Address("José Pérez", "jose@acme.example"),)
        assert [address.email for address in header.addresses["to"]] == ["sam@example.org", "x@y.example"]
        assert header.text["subject"] == "Interview on Monday"
        assert header.text["precedence"] == "bulk"
        assert header.date is not None
        assert header.date.isoformat() == "2026-03-03T09:00:00+00:00"

    @pytest.mark.parametrize("error", [MailParserRecursionError("deep"), RecursionError(), LookupError(), TypeError()])
    def test_the_standard_library_stands_in_where_mail_parser_fails(
        self, monkeypatch: pytest.MonkeyPatch, error: Exception
    ) -> None:
        by_mail_parser = read_header(FIELDS)

        def fail(raw: bytes) -> None:
            raise error

        monkeypatch.setattr(mailparser, "parse_from_bytes", fail)
        header = read_header(FIELDS)
        assert header.defects == ("mail-parser-refused",)
        assert header.text["subject"] == by_mail_parser.text["subject"]
        assert header.addresses["from"] == by_mail_parser.addresses["from"]
        assert [address.email for address in header.addresses["to"]] == ["sam@example.org", "x@y.example"]
        assert header.date == by_mail_parser.date

    def test_who_cannot_be_written_to_is_nobody(self) -> None:
        header = read_header({"from": b" Meg <meg@@x>", "to": b" <a b@c>, ok@c.example, " + b"x" * 400 + b"@y.example"})
        assert header.addresses.get("from", ()) == ()
        assert [address.email for address in header.addresses["to"]] == ["ok@c.example"]

    def test_the_number_of_addresses_is_bounded(self) -> None:
        header = read_header({"to": b", ".join(b"u%d@x.example" % number for number in range(1500))})
        assert len(header.addresses["to"]) == 200

    def test_mail_parser_says_nothing(self, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
        with caplog.at_level(logging.WARNING):
            read_header({"subject": b" =?shift_jis?b?gg==?=", "from": b" \xff <<"})
        assert not [record for record in caplog.records if record.name.startswith("mailparser")]
        assert capfd.readouterr() == ("", "")


class TestAddressesPlainly:
    @pytest.mark.parametrize(
        "value",
        [
            "dana@x.example",
            "<dana@x.example>",
            "Dana Ortiz <dana.ortiz@x.example>",
            '"Dana Ortiz" <dana@x.example>',
            '"Ortiz, Dana" <dana@x.example>',
            'Dana <dana@x.example>, sam@y.example, "Lee" <lee@z.example>',
            "Dana R. Ortiz <dana@x.example>",
            "Dana Ortiz<dana@x.example>",
            "dana@x.example (Dana)",
            "team: dana@x.example, lee@x.example;",
            "Dáná <dana@x.example>",
            '"Dana \\"D\\" Ortiz" <dana@x.example>',
            "",
            ",",
        ],
    )
    def test_they_are_what_the_standard_library_reads(self, value: str) -> None:
        read = read_header_plainly({"to": value.encode()}).addresses["to"]
        wanted = [(name, email) for name, email in getaddresses([value]) if "@" in email]
        found = [(address.name, address.email) for address in read]
        assert found == [(name.strip("\"' "), email) for name, email in wanted]
