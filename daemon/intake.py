"""From a mailbox into the history: new mail is fetched, parsed, read and written down, batch by batch.

Network first, then one transaction with the effects and the cursor together. What cannot be read is quarantined and does
not hold up the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

import classifiers
from classifiers.facts import extract
from classifiers.reading import Context, Evidence, MessageKind, Reading, Verdict
from daemon.digest.message import is_own_digest
from daemon.errors import ReaderBroken, UnreadableMail
from daemon.house import House
from daemon.mail.message import Message
from daemon.mail.parse import parse
from daemon.mailbox.protocol import Mailbox, MessageRef, Place, RawMessage
from daemon.playbook.history import Direction
from daemon.state.models import CorrectionRow, MailboxRow, MessageRow
from daemon.state.record import Incoming, known_message, quarantine, record, reread

logger = logging.getLogger(__name__)

FETCH_BYTES = 16_000_000
CLOCK_TOLERANCE = timedelta(minutes=5)
WRITTEN_AFTER_RECEIPT = timedelta(days=1)
MANY = 3
"""So many messages in a row do not trip the reader by chance: the program is broken, and nothing may be passed over."""


@dataclass
class Intake:
    """What one mailbox yielded in one cycle. `recorded` are the Message-IDs of what is new in the history."""

    recorded: list[str] = field(default_factory=list)
    quarantined: int = 0


def read_new_mail(house: House, mailbox: Mailbox, now: datetime) -> Intake:
    """Bring the history of one mailbox up to date. Raises MailboxError; what was read until then is kept."""
    intake = Intake()
    with house.database.session() as session:
        cursor = mailbox_row(session, mailbox.name, now).cursor
    more = True
    while more and not house.stopping():
        batch = mailbox.changes(cursor, now - house.lookback)
        for refs in _portions(_unknown(house, mailbox, batch.messages)):
            _take_in(house, mailbox, mailbox.fetch(refs), now, intake)
        if batch.next_cursor != cursor:
            with house.database.session() as session:
                mailbox_row(session, mailbox.name, now).cursor = batch.next_cursor
        cursor, more = batch.next_cursor, batch.more
    return intake


def take_up_corrections(house: House, mailbox: Mailbox, now: datetime) -> None:
    """Read again, as the kind that the user gave them, the messages that he corrected since the last cycle."""
    with house.database.session() as session:
        open_corrections = session.execute(
            select(CorrectionRow.message_id, MessageRow.ref, MessageRow.place, MessageRow.received_at, MessageRow.size)
            .join(MessageRow, MessageRow.message_id == CorrectionRow.message_id)
            .join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
            .where(CorrectionRow.applied_at.is_(None), MailboxRow.name == mailbox.name)
        ).all()
    for message_id, ref, place, received_at, size in open_corrections:
        raws = mailbox.fetch((MessageRef(ref, Place(place), received_at, size),))
        with house.database.session() as session:
            row = known_message(session, mailbox_row(session, mailbox.name, now), message_id)
            corrections = session.scalars(
                select(CorrectionRow).where(CorrectionRow.message_id == message_id).order_by(CorrectionRow.id)
            ).all()
            if row is not None and corrections:
                _correct(house, session, row, MessageKind(corrections[-1].kind), raws, received_at)
            for correction in corrections:
                correction.applied_at = correction.applied_at or now


def mailbox_row(session: Session, name: str, now: datetime) -> MailboxRow:
    """The row of a mailbox, made at its first cycle."""
    row = session.scalar(select(MailboxRow).where(MailboxRow.name == name))
    if row is None:
        row = MailboxRow(name=name, first_cycle_at=now)
        session.add(row)
        session.flush()
    return row


def _unknown(house: House, mailbox: Mailbox, refs: tuple[MessageRef, ...]) -> tuple[MessageRef, ...]:
    """Leave out what was recorded already under the same id, as after an interrupted cycle."""
    if not refs:
        return ()
    with house.database.session() as session:
        known = set(
            session.scalars(
                select(MessageRow.ref)
                .join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
                .where(MailboxRow.name == mailbox.name, MessageRow.ref.in_([ref.id for ref in refs]))
            )
        )
    return tuple(ref for ref in refs if ref.id not in known)


def _portions(refs: tuple[MessageRef, ...]) -> Iterator[tuple[MessageRef, ...]]:
    """Portions whose bytes fit into memory side by side."""
    portion: list[MessageRef] = []
    size = 0
    for ref in refs:
        if portion and size + ref.size > FETCH_BYTES:
            yield tuple(portion)
            portion, size = [], 0
        portion.append(ref)
        size += ref.size
    if portion:
        yield tuple(portion)


def _take_in(house: House, mailbox: Mailbox, raws: list[RawMessage], now: datetime, intake: Intake) -> None:
    with house.database.session() as session:
        row = mailbox_row(session, mailbox.name, now)
        tripped = understood = 0
        for raw in sorted(raws, key=lambda raw: raw.ref.received_at):
            try:
                message = parse(raw.raw, raw.ref.received_at)
                message = _with_plausible_arrival(message, now)
                if is_own_digest(message) or known_message(session, row, message.message_id):
                    continue
                incoming = _understood(house, session, row, raw.ref, message)
            except UnreadableMail as error:
                quarantine(session, row, raw.ref, str(error), now)
                intake.quarantined += 1
            except Exception as error:  # noqa: BLE001 - a message that trips our own code must not stop all later ones
                tripped += 1
                logger.warning("a message in %s tripped the reader (%s)", mailbox.name, type(error).__name__)
                quarantine(session, row, raw.ref, f"the reader failed on it ({type(error).__name__})", now)
                intake.quarantined += 1
            else:
                understood += 1
                if record(session, row, incoming, now) is not None:
                    intake.recorded.append(message.message_id)
        if tripped >= MANY and not understood:
            raise ReaderBroken(f"{mailbox.name}: the reader fails on every message; nothing is passed over")


def _understood(house: House, session: Session, row: MailboxRow, ref: MessageRef, message: Message) -> Incoming:
    outgoing = ref.place is Place.SENT or _is_own(house, message)
    correction = session.scalars(
        select(CorrectionRow).where(CorrectionRow.message_id == message.message_id).order_by(CorrectionRow.id.desc())
    ).first()
    reading = classifiers.read(message, _context(house, session, row, message, outgoing=outgoing))
    if correction is not None and not outgoing:
        reading = _as(reading, message, MessageKind(correction.kind), _context(house, session, row, message, outgoing=False))
    return Incoming(
        ref=ref,
        message=message,
        reading=reading,
        direction=Direction.OUTGOING if outgoing else Direction.INCOMING,
        user_address=_user_address(house, message, outgoing=outgoing),
        corrected=correction is not None,
    )


def _correct(
    house: House, session: Session, row: MessageRow, kind: MessageKind, raws: list[RawMessage], received_at: datetime
) -> None:
    """The user's word wins for ever; the facts are read anew where the message can still be fetched."""
    if not raws:
        row.kind, row.confidence, row.confident, row.corrected = kind, 1.0, True, True
        return
    message = parse(raws[0].raw, received_at)
    context = _context(house, session, row.mailbox, message, outgoing=False)
    reading = _as(classifiers.read(message, context), message, kind, context)
    direction = Direction(row.direction)
    reread(session, row, Incoming(raws[0].ref, message, reading, direction, row.user_address, corrected=True))


def _as(reading: Reading, message: Message, kind: MessageKind, context: Context) -> Reading:
    verdict = Verdict(kind, 1.0, True, (Evidence("you said so", "correction"), *reading.verdict.evidence))
    return Reading(verdict, extract(message, kind, context))


def _context(house: House, session: Session, row: MailboxRow, message: Message, *, outgoing: bool) -> Context:
    """What the history knows of the thread that a message belongs to."""
    previous: MessageRow | None = None
    referred = [*message.in_reply_to, *message.references]
    if referred:
        previous = session.scalars(
            select(MessageRow)
            .where(MessageRow.mailbox_id == row.id, MessageRow.message_id.in_(referred))
            .order_by(MessageRow.received_at.desc())
        ).first()
    application = previous.thread.application if previous else None
    steps = [
        other
        for other in (previous.thread.messages if previous else ())
        if other.direction == Direction.INCOMING and other.kind != MessageKind.OTHER
    ]
    return Context(
        own_addresses=house.preferences.own_addresses,
        own_name=house.profile.name,
        outgoing=outgoing,
        zone=house.preferences.calendar.zone,
        country=house.preferences.calendar.country,
        previous_kind=MessageKind(steps[-1].kind) if steps else None,
        known_company=application.company if application else None,
    )


def _is_own(house: House, message: Message) -> bool:
    return message.sender is not None and message.sender.key in house.preferences.own_addresses


def _user_address(house: House, message: Message, *, outgoing: bool) -> str:
    """The one of the user's addresses that a message was written to or from."""
    own = house.preferences.own_addresses
    if outgoing:
        return message.sender.email if message.sender and message.sender.key in own else house.profile.first_address.email
    written_to = (address.email for address in message.recipients if address.key in own)
    return next(written_to, house.profile.first_address.email)


def _with_plausible_arrival(message: Message, now: datetime) -> Message:
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
