"""The digest as a message from the user to himself, and how the watcher knows it again when it reads its own mail.

It says of itself that a machine made it (RFC 3834 §5) and that it belongs to a list of one (RFC 2919), so that neither an
auto-responder nor this program ever answers it.
"""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from email import policy
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.utils import format_datetime

from daemon.digest.render import Rendered
from daemon.mail.message import Address, Message


def digest_message(rendered: Rendered, *, author: Address, message_id: str, now: datetime) -> bytes:
    """The digest as RFC 5322 bytes with CRLF, from and to `author`.

    `message_id` has its angle brackets (see `digest_message_id`); `now` is aware. Raises ValueError where the author's name
    holds a line break or the local part of the address is not ASCII.
    """
    message = EmailMessage(policy=policy.SMTP)
    self = HeaderAddress(author.name, addr_spec=f"{author.email.rpartition('@')[0]}@{_ascii_domain(author)}")
    message["From"] = self
    message["To"] = self
    message["Subject"] = rendered.subject
    message["Date"] = format_datetime(now)
    message["Message-ID"] = message_id
    message["List-Id"] = _list_id(author)
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(rendered.text, cte="quoted-printable")
    message.add_alternative(rendered.html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def digest_message_id(day: date, address: Address) -> str:
    """The Message-ID of the digest of the user's date `day` to `address`: the same one however often it is asked for."""
    mark = hashlib.sha256(f"digest\0{day.isoformat()}\0{address.key}".encode()).hexdigest()[:16]
    return f"<digest.{day:%Y%m%d}.{mark}@{_ascii_domain(address)}>"


def is_own_digest(message: Message) -> bool:
    """Whether a message that was read is one of our digests: our List-Id, made by a machine, from and to the same address."""
    sender = message.sender
    return (
        sender is not None
        and [to.key for to in message.recipients] == [sender.key]
        and message.headers.get("auto-submitted", "").strip().casefold() == "auto-generated"
        and message.headers.get("list-id", "").strip().casefold() == _list_id(sender)
    )


def _list_id(author: Address) -> str:
    return f"<digest.{_ascii_domain(author)}>"


def _ascii_domain(address: Address) -> str:
    """The domain as mail headers carry it (RFC 5891)."""
    return address.domain.encode("idna").decode()
