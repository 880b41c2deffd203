"""What can be said of a message before it is understood: when it arrived, whether the user wrote it, and to which address."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from daemon.house import House
from daemon.mail.message import Message

CLOCK_TOLERANCE = timedelta(minutes=5)
WRITTEN_AFTER_RECEIPT = timedelta(days=1)


def with_plausible_arrival(message: Message, now: datetime) -> Message:
    """The server's time of receipt, where it can be true.

    Nothing arrived later than now, and nothing was received a day before it was written: then the sender's date stands in, if it
    is not in the future itself. So a server's wrong clock does no harm, and `--now` may lie in the future of the real mail.
    """
    received_at, written_at = message.received_at, message.date
    believable = written_at is not None and written_at <= now
    if received_at > now + CLOCK_TOLERANCE:
        return replace(message, received_at=written_at if written_at and believable else now)
    if written_at and believable and written_at - received_at > WRITTEN_AFTER_RECEIPT:
        return replace(message, received_at=written_at)
    return message


def is_own(house: House, message: Message) -> bool:
    """Whether the user wrote it."""
    return message.sender is not None and message.sender.key in house.preferences.own_addresses


def user_address(house: House, message: Message, *, outgoing: bool) -> str:
    """The one of the user's addresses that a message was written to or from."""
    own = house.preferences.own_addresses
    if outgoing:
        return message.sender.email if message.sender and message.sender.key in own else house.profile.first_address.email
    written_to = (address.email for address in message.recipients if address.key in own)
    return next(written_to, house.profile.first_address.email)
