"""From a mailbox into the history: new mail is fetched, parsed, read and written down, batch by batch.

Network first, then one transaction with the effects and the cursor together. What cannot be read is quarantined and does
not hold up the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

import classifiers
from classifiers.facts import extract
from classifiers.reading import Context, MessageKind, Reading, Verdict
from daemon.ahead import Lent
from daemon.arrival import is_own, user_address, with_plausible_arrival
from daemon.context import Background
from daemon.digest.message import is_own_digest
from daemon.digest.runs import noted_at
from daemon.errors import ReaderBroken, UnreadableMail
from daemon.first_look import Fetch, Given, beginnings_of, look_through
from daemon.form import form_of, heed
from daemon.house import House
from daemon.lessons import as_said, corrections_of, disturb_kin, disturb_later
from daemon.mail.message import Message
from daemon.mail.parse import parse
from daemon.mailbox.protocol import Batch, Mailbox, MessageRef, Place, Progress, RawMessage
from daemon.playbook.history import Direction
from daemon.state.applications import regroup
from daemon.state.conversation import join_answers
from daemon.state.models import CorrectionRow, MailboxRow, MessageRow
from daemon.state.record import Incoming, quarantine, record, reread
from daemon.state.turned_away import look_again, write_down

logger = logging.getLogger(__name__)

FETCH_BYTES = 8_000_000
"""Of two portions at once: the next one comes while one is read."""
FETCHED_TOGETHER = 100
"""Messages; at Gmail they take most of a minute, and no step may take so long that the thread seems to hang."""
TOLD_EVERY = 1_000
"""Messages between two lines in the log while a mailbox is read for the first time."""

MANY = 3
"""So many messages in a row do not trip the reader by chance: the program is broken, and nothing may be passed over."""


@dataclass
class Intake:
    """What one mailbox yielded in one cycle. `recorded` are the Message-IDs of what is new in the history."""

    recorded: list[str] = field(default_factory=list)
    quarantined: int = 0


def read_new_mail(house: House, mailbox: Mailbox, now: datetime) -> Intake:
    """Bring the history of one mailbox up to date. Raises MailboxError; what was read until then is kept.

    While what lay there before is read for the first time, the mailbox gives the next portion while this one is looked through.
    """
    intake = Intake()
    with house.database.session() as session:
        cursor = mailbox_row(session, mailbox.name, now).cursor
    portions = _portions_of_news(house, mailbox, cursor, now)
    first = next(portions, None)
    if first is None or first.batch.progress is None:
        for portion in chain([first] if first else [], portions):
            _take_in(house, mailbox, portion, mailbox.fetch, now, intake)
        return intake
    with Lent(mailbox) as lent:
        for portion in chain([first], lent.one_ahead(portions)):
            _take_in(house, mailbox, portion, lambda refs: lent.ask(lambda: mailbox.fetch(refs)), now, intake)
            if house.stopping():
                break
    return intake


@dataclass(frozen=True, slots=True)
class _Portion:
    """Some messages of a batch, as far as the mailbox gave them; with its `last` portion the batch is done."""

    batch: Batch
    given: Given
    last: bool


def _portions_of_news(house: House, mailbox: Mailbox, cursor: str | None, now: datetime) -> Iterator[_Portion]:
    """All that is new in a mailbox, as it gives it; while what lay there before is read, it gives no more than the beginnings.

    Then only the first batch can have been taken in partly, by a cycle that was broken off; for no other the database is asked.
    """
    more, begun = True, True
    while more and not house.stopping():
        batch = mailbox.changes(cursor, now - house.lookback)
        looking_back = batch.progress is not None
        refs = _unknown(house, mailbox, batch.messages) if begun or not looking_back else batch.messages
        portions = list(_portions(refs))
        for number, portion in enumerate(portions or [()], 1):
            if house.stopping():
                return
            if portion or batch.next_cursor != cursor:
                given = beginnings_of(mailbox, portion) if looking_back else Given(tuple(mailbox.fetch(portion)))
                yield _Portion(batch, given, last=number >= len(portions))
        cursor, more, begun = batch.next_cursor, batch.more, False


def _tell(house: House, mailbox: Mailbox, progress: Progress, step: int) -> None:
    """How far the first look at a mailbox has come, for whoever watches and, now and then, for the log."""
    house.progress(mailbox.name, progress)
    if progress.whole or progress.done // TOLD_EVERY > (progress.done - step) // TOLD_EVERY:
        logger.info("first look at %s: %s of %s messages", mailbox.name, f"{progress.done:,}", f"{progress.total:,}")


def take_up_corrections(house: House, mailbox: Mailbox, now: datetime) -> None:
    """Read again what the user corrected since the last cycle, and what was read on a basis that has changed since.

    A correction teaches the form of its message; mail of the same sender that is there already is read again in its light.
    """
    with house.database.session() as session:
        corrected = _corrected(session, mailbox.name)
    if corrected:
        _read_again(house, mailbox, corrected, now)
        if house.stopping():
            return
        with house.database.session() as session:
            for row in _rows(session, mailbox.name, corrected):
                disturb_kin(session, row)
                for correction in corrections_of(session, row.message_id):
                    correction.applied_at = correction.applied_at or now
    done: set[str] = set()
    while not house.stopping() and (due := [name for name in _due_again(house, mailbox) if name not in done]):
        done.update(due)
        _read_again(house, mailbox, due, now)


def _corrected(session: Session, mailbox: str) -> list[str]:
    """The messages with a correction that no cycle has taken up."""
    rows = session.scalars(
        select(CorrectionRow.message_id)
        .join(MessageRow, MessageRow.message_id == CorrectionRow.message_id)
        .join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
        .where(CorrectionRow.applied_at.is_(None), MailboxRow.name == mailbox)
        .order_by(CorrectionRow.id)
    )
    return list(dict.fromkeys(rows))


def _due_again(house: House, mailbox: Mailbox) -> list[str]:
    with house.database.session() as session:
        due = select(MessageRow.message_id).join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
        return list(session.scalars(due.where(MessageRow.reread_due, MailboxRow.name == mailbox.name)))


def _rows(session: Session, mailbox: str, message_ids: list[str]) -> list[MessageRow]:
    """The messages of these ids in a mailbox, in order of time."""
    known = select(MessageRow).join(MailboxRow, MailboxRow.id == MessageRow.mailbox_id)
    wanted = known.where(MailboxRow.name == mailbox, MessageRow.message_id.in_(message_ids))
    return list(session.scalars(wanted.order_by(MessageRow.received_at, MessageRow.message_id)))


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
        if portion and (len(portion) == FETCHED_TOGETHER or size + ref.size > FETCH_BYTES):
            yield tuple(portion)
            portion, size = [], 0
        portion.append(ref)
        size += ref.size
    if portion:
        yield tuple(portion)


def _take_in(house: House, mailbox: Mailbox, portion: _Portion, fetch: Fetch, now: datetime, intake: Intake) -> None:
    """Write down what was read of a portion, in one transaction; with the last one of its batch the cursor goes forward, too."""
    batch = portion.batch
    looked = look_through(house, mailbox.name, portion.given, fetch, now)
    with house.database.session() as session:
        row = mailbox_row(session, mailbox.name, now)
        noted = noted_at(session, now)
        intake.recorded += write_down(session, row, looked.turned_away, noted)
        telling = _read(house, session, row, looked.to_read, now, noted, intake)
        if portion.last:
            row.cursor = batch.next_cursor
        if batch.progress is not None:
            # while a mailbox is read for the first time, its conversations are sorted once, at the end
            telling = portion.last and batch.progress.whole
            if telling:
                join_answers(session, row)
                look_again(session, row)
        if telling:
            regroup(session, house.preferences.own_addresses)
    if portion.last and batch.progress:
        _tell(house, mailbox, batch.progress, len(batch.messages))


def _read(
    house: House, session: Session, row: MailboxRow, raws: Iterable[RawMessage], now: datetime, noted: datetime, intake: Intake
) -> bool:
    """Understand these messages and record them, as written down at `noted`; whether any of them may change what belongs
    together."""
    unread = _Unread(session, row, noted, intake)
    mail = list(_parsed(raws, now, unread))
    background = Background(session, row, mail)
    understood = 0
    telling = False
    for ref, message in mail:
        if message.message_id in background.forgotten:
            continue
        if known := background.rows.get(message.message_id):
            known.ref, known.place = ref.id, ref.place
            continue
        try:
            incoming = _understood(house, ref, message, background)
        except SQLAlchemyError:
            raise
        except Exception as error:  # noqa: BLE001 - a message that trips our own code must not stop all later ones
            unread.tripped_by(ref, error)
            continue
        understood += 1
        recorded = record(session, row, incoming, noted, background.conversations)
        if recorded is not None:
            background.add(recorded)
            intake.recorded.append(message.message_id)
            telling = telling or recorded.kind != MessageKind.OTHER or recorded.human
            if recorded.kind != MessageKind.OTHER:
                session.flush()
                disturb_later(session, recorded)
    if unread.tripped >= MANY and not understood:
        raise ReaderBroken(f"{row.name}: the reader fails on every message; nothing is passed over")
    return telling


@dataclass
class _Unread:
    """What could not be read of a portion goes into quarantine; `tripped`: how many of them our own code failed on."""

    session: Session
    row: MailboxRow
    now: datetime
    intake: Intake
    tripped: int = 0

    def add(self, ref: MessageRef, reason: str) -> None:
        quarantine(self.session, self.row, ref, reason, self.now)
        self.intake.quarantined += 1

    def tripped_by(self, ref: MessageRef, error: Exception) -> None:
        self.tripped += 1
        logger.warning("a message in %s tripped the reader (%s)", self.row.name, type(error).__name__)
        self.add(ref, f"the reader failed on it ({type(error).__name__})")


def _parsed(raws: Iterable[RawMessage], now: datetime, unread: _Unread) -> Iterator[tuple[MessageRef, Message]]:
    """The oldest first, without our own digests."""
    for raw in sorted(raws, key=lambda raw: (raw.ref.received_at, raw.ref.id)):
        try:
            message = _arrived(raw, now)
            ours = is_own_digest(message)
        except UnreadableMail as error:
            unread.add(raw.ref, str(error))
        except Exception as error:  # noqa: BLE001 - as in `_read`
            unread.tripped_by(raw.ref, error)
        else:
            if not ours:
                yield raw.ref, message


def _understood(house: House, ref: MessageRef, message: Message, background: Background) -> Incoming:
    """The message as it reads by itself, by what the user taught of its form, or as he said outright."""
    outgoing = ref.place is Place.SENT or is_own(house, message)
    context = background.context_of(house, ref, message, outgoing=outgoing)
    reading = classifiers.read(message, context)
    corrections = [] if outgoing else background.corrections[message.message_id]
    if corrections:
        said = corrections[-1]
        said.form = form_of(message, reading.facts, house.profile.name).to_json()
        said.read_as = reading.verdict.kind
        reading = _with(reading, as_said(reading.verdict, MessageKind(said.kind)), message, context)
    elif not outgoing:
        heeded = heed(reading.verdict, message, reading.facts, house.profile.name, background.lessons)
        reading = _with(reading, heeded, message, context)
    return Incoming(
        ref=ref,
        message=message,
        reading=reading,
        direction=Direction.OUTGOING if outgoing else Direction.INCOMING,
        user_address=user_address(house, message, outgoing=outgoing),
        corrected=bool(corrections),
    )


def _with(reading: Reading, verdict: Verdict, message: Message, context: Context) -> Reading:
    """The reading with another verdict; the facts are read anew where it says another kind."""
    if verdict.kind is reading.verdict.kind:
        return replace(reading, verdict=verdict)
    return Reading(verdict, extract(message, verdict.kind, context))


def _read_again(house: House, mailbox: Mailbox, message_ids: list[str], now: datetime) -> None:
    """Fetch known messages and read them anew, the oldest first; what is left when the process is to end stays due."""
    with house.database.session() as session:
        rows = _rows(session, mailbox.name, message_ids)
        refs = tuple(MessageRef(row.ref, Place(row.place), row.received_at, row.size, row.thread.thread_hint) for row in rows)
    for portion in _portions(refs):
        if house.stopping():
            return
        raws = {raw.ref.id: raw for raw in mailbox.fetch(portion)}
        these = {ref.id for ref in portion}
        with house.database.session() as session:
            rows = [row for row in _rows(session, mailbox.name, message_ids) if row.ref in these]
            tripped = sum(not _reconsider(house, session, row, raws.get(row.ref), now) for row in rows)
            if tripped >= MANY and tripped == len(raws):
                raise ReaderBroken(f"{mailbox.name}: the reader fails on every message; nothing is passed over")
            regroup(session, house.preferences.own_addresses)


def _reconsider(house: House, session: Session, row: MessageRow, raw: RawMessage | None, now: datetime) -> bool:
    """Read one known message anew; False where it trips our own code. The user's word holds even then, and where it cannot be
    fetched any more."""
    before, tripped, incoming = row.kind, False, None
    try:
        message = _again(raw, now)
        if raw is not None and message is not None and message.message_id == row.message_id:
            background = Background(session, row.mailbox, [(raw.ref, message)])
            incoming = _understood(house, raw.ref, message, background)
    except SQLAlchemyError:
        raise
    except Exception as error:  # noqa: BLE001 - else it would be read again in every turn, and end it
        tripped = True
        logger.warning("a message in %s tripped the reader (%s)", row.mailbox.name, type(error).__name__)
    if incoming is not None:
        reread(session, row, incoming)
    else:
        row.reread_due = False
        corrections = corrections_of(session, row.message_id)
        if corrections:
            row.kind, row.confidence, row.confident, row.corrected = corrections[-1].kind, 1.0, True, True
    if row.kind != before:
        disturb_later(session, row)
    return not tripped


def _again(raw: RawMessage | None, now: datetime) -> Message | None:
    try:
        return _arrived(raw, now) if raw else None
    except UnreadableMail:
        return None


def _arrived(raw: RawMessage, now: datetime) -> Message:
    return with_plausible_arrival(parse(raw.raw, raw.ref.received_at), now)
