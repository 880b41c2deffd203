"""The digest's way to the user: once a local date, into his own inbox.

The day is written down before the digest is delivered, and its Message-ID follows from the day; so a crash in between is
seen in the next cycle, which looks into the inbox before it delivers.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import select

from daemon.digest.content import DigestContent
from daemon.digest.gather import gather
from daemon.digest.message import digest_message, digest_message_id
from daemon.digest.render import Rendered, render
from daemon.errors import MailboxError
from daemon.house import House
from daemon.state.models import DigestRunRow

logger = logging.getLogger(__name__)

FIRST_LOOK_BACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BuiltDigest:
    content: DigestContent
    rendered: Rendered
    covers_from: datetime


def build(house: House, now: datetime, failed: Mapping[str, str] | None = None) -> BuiltDigest:
    """The digest as it would be sent at `now`: what happened since the last one, what lies there, what comes."""
    with house.database.session() as session:
        today = house.preferences.calendar.local_date(now)
        last = session.scalars(select(DigestRunRow).where(DigestRunRow.day < today).order_by(DigestRunRow.day.desc())).first()
        since = last.built_at if last else now - FIRST_LOOK_BACK
        content = gather(house, session, now, since, failed or {})
    return BuiltDigest(content, render(content), since)


def publish_if_due(house: House, now: datetime, failed: Mapping[str, str]) -> str:
    """Deliver today's digest if its hour has come and it has not gone out; its subject then, else ''.

    A digest with nothing to say is noted and not delivered. If the mailbox it goes to fails, a later cycle tries again.
    """
    calendar, times = house.preferences.calendar, house.digest
    hour = time(times.hour, times.minute)
    if not times.enabled or house.stopping() or now < calendar.at(calendar.local_date(now), hour):
        return ""
    if times.mailbox in failed or _went_out(house, now):
        return ""
    built = build(house, now, failed)
    if built.content.is_empty:
        _note(house, now, built, delivered=True)
        return ""
    try:
        deliver(house, built, now)
    except MailboxError as error:
        logger.error("the digest could not be delivered: %s", error)  # noqa: TRY400 - expected, and said in one line
        return ""
    return built.rendered.subject


def deliver(house: House, built: BuiltDigest, now: datetime) -> bool:
    """Put the digest into the inbox, unless it lies there; whether it was put there now. Raises MailboxError."""
    author = house.profile.first_address
    message_id = digest_message_id(built.content.day, author)
    _note(house, now, built, delivered=False)
    mailbox = house.mailboxes[house.digest.mailbox]
    missing = not mailbox.find_in_inbox(message_id)
    if missing:
        mailbox.deliver_to_self(digest_message(built.rendered, author=author, message_id=message_id, now=now))
    _note(house, now, built, delivered=True)
    return missing


def _went_out(house: House, now: datetime) -> bool:
    today = house.preferences.calendar.local_date(now)
    with house.database.session() as session:
        run = session.scalar(select(DigestRunRow).where(DigestRunRow.day == today))
        return run is not None and run.delivered_at is not None


def _note(house: House, now: datetime, built: BuiltDigest, *, delivered: bool) -> None:
    with house.database.session() as session:
        run = session.scalar(select(DigestRunRow).where(DigestRunRow.day == built.content.day))
        if run is None:
            message_id = digest_message_id(built.content.day, house.profile.first_address)
            run = DigestRunRow(day=built.content.day, message_id=message_id, covers_from=built.covers_from, built_at=now)
            session.add(run)
        run.delivered_at = now if delivered else run.delivered_at
