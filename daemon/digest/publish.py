"""The digest's way to the user: once a local date, into his own inbox or by SMTP to his own address.

The day is written down before the digest is handed over, and its Message-ID follows from the day. What is put into the inbox is
looked for there first, so a crash in between is seen in the next cycle; two processes never do so at once. What is sent by SMTP
is sent again only where the server surely did not take it; where nobody can know, the inbox alone can tell, and it is not sent a
second time that day.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from daemon.digest import runs
from daemon.digest.content import DigestContent
from daemon.digest.gather import gather
from daemon.digest.message import digest_message, digest_message_id
from daemon.digest.render import Rendered, render
from daemon.digest.smtp import NotDelivered, Unclear, send_to_self
from daemon.errors import ConfigError, MailboxError
from daemon.house import House, SmtpAccount

logger = logging.getLogger(__name__)

AT_LEAST_EVERY = timedelta(days=7)
"""Of a search in which nothing happens the user still hears so often, unless he wants it otherwise."""


@dataclass(frozen=True, slots=True)
class BuiltDigest:
    content: DigestContent
    rendered: Rendered
    covers_from: datetime
    told: int
    """The last message that was written down then, by its row's id."""


def build(house: House, now: datetime, failed: Mapping[str, str] | None = None) -> BuiltDigest:
    """The digest as it would be sent at `now`: what happened since the last one, what lies there, what comes."""
    with house.database.session() as session:
        since = runs.covers_from(session, house.preferences.calendar.local_date(now), now)
        content = gather(house, session, now, since, failed or {})
        told = runs.newest_message(session)
    return BuiltDigest(content, render(content), since, told)


def publish_if_due(house: House, now: datetime, failed: Mapping[str, str], shut: Collection[str] | None = None) -> str:
    """Deliver today's digest if its hour has come and it has not gone out; its subject then, else ''.

    `failed` are the mailboxes in trouble, and why; `shut` those of them whose servers cannot be worked with, all if left out. A
    digest with nothing to say is noted and not delivered, but for one now and then. If the delivery fails, a later cycle tries
    again. To be called by the thread that owns the mailbox `house.digest.mailbox`.
    """
    calendar, times = house.preferences.calendar, house.digest
    today = calendar.local_date(now)
    shut = failed if shut is None else shut
    if not times.enabled or house.stopping() or now < calendar.at(today, time(times.hour, times.minute)):
        return ""
    run = runs.run_of(house, today)
    if run.settled or (run.retry_at and now < run.retry_at) or (times.smtp is None and times.mailbox in shut):
        return ""
    if run.unclear and times.smtp is not None:
        _look_again(house, now, shut)
        return ""
    built = build(house, now, failed)
    if built.content.is_empty and not _is_wanted_all_the_same(house, built):
        runs.note_quiet(house, today, built.covers_from, now)
        return ""
    try:
        deliver(house, built, now, shut)
    except Occupied:
        return ""
    except (MailboxError, ConfigError) as error:
        if str(error) != run.problem:
            logger.error("the digest could not be delivered: %s", error)  # noqa: TRY400 - expected, and said in one line
        return ""
    return built.rendered.subject


def deliver(house: House, built: BuiltDigest, now: datetime, shut: Collection[str] = (), *, by_hand: bool = False) -> bool:
    """Deliver the digest unless the user has it; whether it was delivered now. `by_hand`: beside the process that works on the
    state. Raises MailboxError, ConfigError."""
    day = built.content.day
    if house.digest.smtp is None:
        missing = _put_into_inbox(house, built, now, by_hand=by_hand)
    else:
        run = runs.run_of(house, day)
        if run.settled and not run.quiet:
            return False
        missing = not _known_to_lie_there(house, built, shut) and _send(house, house.digest.smtp, built, now)
    runs.note_delivered(house, day, built.covers_from, now)
    return missing


class Occupied(Unclear):
    """Another process puts the digest into the inbox at this moment."""


def _put_into_inbox(house: House, built: BuiltDigest, now: datetime, *, by_hand: bool) -> bool:
    """Unless it lies there; whether it was put there now. Raises MailboxError, ConfigError."""
    day = built.content.day
    if not runs.claim_inbox(house, day, built.covers_from, now, by_hand=by_hand):
        raise Occupied("another process is delivering today's digest at this moment")
    try:
        if _lies_in_inbox(house, built):
            return False
        runs.note_intent(house, day, built.covers_from, now, built.told)
        house.mailboxes[house.digest.mailbox].deliver_to_self(_message(house, built, now))
    except (MailboxError, ConfigError) as error:
        runs.note_problem(house, day, built.covers_from, now, str(error))
        raise
    return True


def _send(house: House, account: SmtpAccount, built: BuiltDigest, now: datetime) -> bool:
    """Hand it to the server, unless somebody does so at this moment. Raises MailboxError, ConfigError."""
    day, author = built.content.day, house.profile.first_address
    if author.key not in house.preferences.own_addresses:
        raise ConfigError(f"{author.email} is not one of your own addresses: the digest goes to nobody else")
    message = _message(house, built, now)
    if not runs.claim(house, day, built.covers_from, now, built.told):
        raise Unclear("another process is delivering today's digest, or died when it did")
    try:
        send_to_self(account, message, author.email)
    except NotDelivered as error:
        runs.note_refused(house, day, str(error), now, for_good=error.for_good)
        raise
    except ConfigError as error:
        runs.note_refused(house, day, str(error), now, for_good=True)
        raise
    except Unclear as error:
        runs.note_unclear(house, day, str(error), now)
        raise
    return True


def _look_again(house: House, now: datetime, shut: Collection[str]) -> None:
    """A delivery is unclear: the inbox can tell that it arrived, nobody that it will not."""
    today, mailbox = house.preferences.calendar.local_date(now), house.digest.mailbox
    if mailbox in shut:
        return
    try:
        arrived = house.mailboxes[mailbox].find_in_inbox(digest_message_id(today, house.profile.first_address))
    except (MailboxError, ConfigError):
        return
    if arrived:
        runs.note_delivered(house, today, now, now)
    elif runs.note_unclear(house, today, "it is not in the inbox", now):
        logger.warning("today's digest was handed over without an answer and is not in the inbox; it is not sent a second time")


def _is_wanted_all_the_same(house: House, built: BuiltDigest) -> bool:
    """Whether a digest with nothing to say goes out."""
    match house.digest.when_quiet:
        case "daily":
            return True
        case "never":
            return False
        case _:
            day = built.content.day
            with house.database.session() as session:
                return day - runs.quiet_since(session, day) >= AT_LEAST_EVERY


def _known_to_lie_there(house: House, built: BuiltDigest, shut: Collection[str]) -> bool:
    """Whether the inbox has it, as after a loss of the database; where the inbox cannot be asked, what is written down counts."""
    if house.digest.mailbox in shut:
        return False
    try:
        return _lies_in_inbox(house, built)
    except (MailboxError, ConfigError):
        return False


def _lies_in_inbox(house: House, built: BuiltDigest) -> bool:
    message_id = digest_message_id(built.content.day, house.profile.first_address)
    return house.mailboxes[house.digest.mailbox].find_in_inbox(message_id)


def _message(house: House, built: BuiltDigest, now: datetime) -> bytes:
    author = house.profile.first_address
    return digest_message(built.rendered, author=author, message_id=digest_message_id(built.content.day, author), now=now)
