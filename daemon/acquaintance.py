"""What a mailbox itself knows of its user, for where the configuration is silent: other addresses of his, and his signature."""

from __future__ import annotations

from dataclasses import replace

from daemon.house import House
from daemon.mail.html import html_to_text
from daemon.mailbox.protocol import Introducing, Mailbox

_LINES_AT_MOST = 8
_CHARACTERS_AT_MOST = 600


def acquainted(house: House, mailbox: Mailbox) -> House:
    """The house as it is for this mailbox. What the user configured wins. Raises MailboxError."""
    if not isinstance(mailbox, Introducing):
        return house
    introduction = mailbox.introduction()
    addresses = house.preferences.own_addresses | {address.casefold() for address in introduction.addresses}
    return replace(
        house,
        profile=replace(house.profile, signature=house.profile.signature or plain_signature(introduction.signature_html)),
        preferences=replace(house.preferences, own_addresses=addresses),
    )


def plain_signature(html: str) -> str:
    """The signature as the plain text that drafts are; '' for one that is a page and no signature."""
    lines = [line.strip() for line in html_to_text(html).strip().splitlines()]
    kept = [line for line in lines if line]
    text = "\n".join(kept)
    return text if len(kept) <= _LINES_AT_MOST and len(text) <= _CHARACTERS_AT_MOST else ""
