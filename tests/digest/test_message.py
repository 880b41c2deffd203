from __future__ import annotations

import email
import email.policy
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from types import MappingProxyType

import pytest

from daemon.digest.message import digest_message, digest_message_id, is_own_digest
from daemon.digest.render import Rendered, render
from daemon.mail.message import Address, Message
from tests.digest.samples import EVERYTHING, FLOOD, TUESDAY, written_by

SAM = Address("Sám Rivera", "Sam.Rivera@Example.org")
NOW = datetime(2026, 3, 3, 12, 30, tzinfo=UTC)


def sent(rendered: Rendered, author: Address = SAM) -> EmailMessage:
    raw = digest_message(rendered, author=author, message_id=digest_message_id(TUESDAY, author), now=NOW)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def as_read(message: EmailMessage) -> Message:
    """What the mail room makes of the headers that matter here."""
    [sender] = message["From"].addresses
    headers = {name.lower(): str(value) for name, value in message.items()}
    return Message(
        message_id=str(message["Message-ID"]),
        subject=str(message["Subject"]),
        sender=Address(sender.display_name, sender.addr_spec),
        received_at=NOW,
        to=tuple(Address(to.display_name, to.addr_spec) for to in message["To"].addresses),
        headers=MappingProxyType(headers),
    )


class TestDigestMessage:
    def test_goes_from_the_user_to_the_user_and_says_that_a_machine_made_it(self):
        message = sent(render(EVERYTHING))
        assert message["From"] == message["To"] == "Sám Rivera <Sam.Rivera@example.org>"
        assert message["Auto-Submitted"] == "auto-generated"
        assert message["X-Auto-Response-Suppress"] == "All"
        assert message["List-Id"] == "<digest.example.org>"
        assert parsedate_to_datetime(message["Date"]) == NOW
        assert not {"Cc", "Bcc", "Reply-To"} & set(message.keys())

    @pytest.mark.parametrize(
        "content", [EVERYTHING, FLOOD, written_by("日本語\r\nBcc: x@y.example")], ids=["all", "flood", "hostile"]
    )
    def test_carries_both_forms_unchanged(self, content):
        rendered = render(content)
        message = sent(rendered)
        assert message["Subject"] == rendered.subject
        plain, html = message.iter_parts()
        assert message.get_content_type() == "multipart/alternative"
        assert (plain.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
        assert plain.get_content().splitlines() == rendered.text.splitlines()
        assert html.get_content().splitlines() == rendered.html.splitlines()
        assert "Bcc" not in message

    def test_is_well_formed_for_any_server(self):
        raw = digest_message(render(EVERYTHING), author=SAM, message_id="<a@b.example>", now=NOW)
        assert b"\n" not in raw.replace(b"\r\n", b"")
        assert raw.isascii()
        assert max(map(len, raw.split(b"\r\n"))) <= 998
        assert not email.message_from_bytes(raw, policy=email.policy.default).defects

    def test_an_international_domain_goes_out_in_ascii(self):
        message = sent(render(EVERYTHING), Address("", "sam@exämple.org"))
        assert message["To"].addresses[0].addr_spec == "sam@xn--exmple-cua.org"
        assert message["List-Id"] == "<digest.xn--exmple-cua.org>"
        assert is_own_digest(as_read(message))

    def test_a_line_break_in_the_name_is_refused(self):
        with pytest.raises(ValueError, match="invalid arguments"):
            digest_message(
                render(EVERYTHING), author=Address("Sam\nBcc: x@y.example", "sam@example.org"), message_id="<a@b>", now=NOW
            )


class TestMessageId:
    def test_is_the_same_for_a_day_and_an_address_and_differs_else(self):
        first = digest_message_id(TUESDAY, SAM)
        assert first == digest_message_id(TUESDAY, Address("", "sam.rivera@example.ORG"))
        assert (
            len(
                {
                    first,
                    digest_message_id(TUESDAY + timedelta(days=1), SAM),
                    digest_message_id(TUESDAY, Address("", "a@example.org")),
                }
            )
            == 3
        )

    def test_is_in_the_users_domain_and_short(self):
        local, _, domain = digest_message_id(date(2026, 12, 31), SAM).strip("<>").rpartition("@")
        assert domain == "example.org"
        assert len(local) <= 40


class TestIsOwnDigest:
    def test_knows_its_own_mail_again(self):
        assert is_own_digest(as_read(sent(render(EVERYTHING))))

    @pytest.mark.parametrize(
        ("header", "value"),
        [
            ("From", "Meg Lang <meg@northwind.example>"),
            ("To", "sam.rivera@example.org, meg@northwind.example"),
            ("Auto-Submitted", "no"),
            ("List-Id", "<news.example.org>"),
            ("List-Id", "<digest.northwind.example>"),
        ],
    )
    def test_takes_no_other_mail_for_it(self, header: str, value: str):
        message = sent(render(EVERYTHING))
        del message[header]
        message[header] = value
        assert not is_own_digest(as_read(message))

    def test_nor_mail_without_a_sender(self):
        message = as_read(sent(render(EVERYTHING)))
        assert not is_own_digest(Message(message.message_id, "", None, NOW, to=message.to, headers=message.headers))
