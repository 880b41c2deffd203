"""What is written down of each day's digest, so that there is never a second one: before it is handed over, and after.

One row a local date. Each function is a transaction of its own, since a crash may come between any two.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from daemon.digest.message import digest_message_id
from daemon.house import House
from daemon.state.models import DigestRunRow, MessageRow

FIRST_LOOK_BACK = timedelta(days=1)
_FIRST_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(hours=1)
_LOOK_EVERY = timedelta(minutes=10)
_BY_HAND = "being delivered by hand"
_HAND_AT_WORK = timedelta(minutes=5)
"""So long a delivery into the inbox by hand is waited for."""
_LONGEST_TURN = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Run:
    """The digest of one day as far as it came. `settled`: it went out, or had nothing to say (`quiet`). `problem`: why the last
    try failed."""

    settled: bool = False
    quiet: bool = False
    retry_at: datetime | None = None
    unclear: bool = False
    problem: str = ""


def run_of(house: House, day: date) -> Run:
    with house.database.session() as session:
        row = _row(session, day)
        if row is None:
            return Run()
        return Run(row.delivered_at is not None, row.quiet, row.retry_at, row.unclear_since is not None, row.problem)


def newest_message(session: Session) -> int:
    """The last message that is written down, by its row's id; 0 where there is none."""
    return session.scalar(select(func.max(MessageRow.id))) or 0


def noted_at(session: Session, now: datetime) -> datetime:
    """When a message counts as written down that a turn which began at `now` writes down now: after the latest digest, which did
    not tell it."""
    last = session.scalar(select(func.max(DigestRunRow.built_at)).where(DigestRunRow.built_at < now + _LONGEST_TURN))
    return max(now, last + _INSTANT) if last else now


def covers_from(session: Session, day: date, now: datetime) -> datetime:
    """Since when the digest of that day tells what happened: since the last one that the user got."""
    earlier = select(DigestRunRow).where(
        DigestRunRow.day < day, DigestRunRow.delivered_at.is_not(None), DigestRunRow.quiet.is_(False)
    )
    last = session.scalars(earlier.order_by(DigestRunRow.day.desc())).first()
    if last is not None:
        return last.built_at
    first = session.scalars(select(DigestRunRow).order_by(DigestRunRow.day)).first()
    return min(first.covers_from, now) if first else now - FIRST_LOOK_BACK


def quiet_since(session: Session, day: date) -> date:
    """The day of the last digest that the user got; that of the first run where he has had none yet; else `day` itself."""
    runs = select(DigestRunRow.day).where(DigestRunRow.day < day)
    delivered = runs.where(DigestRunRow.delivered_at.is_not(None), DigestRunRow.quiet.is_(False))
    last = session.scalars(delivered.order_by(DigestRunRow.day.desc())).first()
    return last or session.scalars(runs.order_by(DigestRunRow.day)).first() or day


def note_quiet(house: House, day: date, since: datetime, now: datetime) -> None:
    """There is nothing to say on that day."""
    with _written(house, day, since, now) as row:
        row.quiet, row.delivered_at = True, now


def claim_inbox(house: House, day: date, since: datetime, now: datetime, *, by_hand: bool) -> bool:
    """Somebody is about to look whether it lies in the inbox, and to put it there. False where somebody else is, too.

    A command is beside the one process that works on the state, and dies without a word; that process knows that no other of its
    kind is there.
    """
    with _written(house, day, since, now) as row:
        begun = row.unclear_since
        if begun is not None and (by_hand or row.problem == _BY_HAND) and abs(now - begun) < _HAND_AT_WORK:
            return False
        row.unclear_since, row.problem = now, _BY_HAND if by_hand else row.problem
        return True


def note_intent(house: House, day: date, since: datetime, now: datetime, told: int) -> None:
    """It is about to be put into the inbox, where it can be looked for. It tells of messages up to the row `told`."""
    with house.database.session() as session:
        _begin(session, _row_of(house, session, day, since, now), since, now, told)


def claim(house: House, day: date, since: datetime, now: datetime, told: int) -> bool:
    """It is about to be handed over for good, and from now on nobody knows whether it arrived, until something else is noted.
    False where that is so already: then somebody else hands it over, or did when he died. It tells of messages up to the row
    `told`."""
    with house.database.session() as session:
        row = _row_of(house, session, day, since, now)
        if row.unclear_since is not None or (row.delivered_at is not None and not row.quiet):
            return False
        row.unclear_since = now
        _begin(session, row, since, now, told)
        return True


def note_problem(house: House, day: date, since: datetime, now: datetime, problem: str) -> None:
    """It is not in the inbox, and why."""
    with _written(house, day, since, now) as row:
        row.unclear_since, row.problem = None, problem


def note_delivered(house: House, day: date, since: datetime, now: datetime) -> None:
    """The user has it."""
    with _written(house, day, since, now) as row:
        row.delivered_at, row.unclear_since, row.retry_at, row.problem, row.quiet = now, None, None, "", False


def note_refused(house: House, day: date, problem: str, now: datetime, *, for_good: bool) -> None:
    """It was surely not taken. Another try comes after a pause that doubles from a minute to an hour; after an hour at once
    where the same try will hardly do."""
    with house.database.session() as session:
        row = _row(session, day)
        if row is not None:
            row.attempts += 1
            pause = _LONGEST_PAUSE if for_good else min(_FIRST_PAUSE * 2 ** min(row.attempts - 1, 10), _LONGEST_PAUSE)
            row.unclear_since, row.problem, row.retry_at = None, problem, now + pause


def note_unclear(house: House, day: date, problem: str, now: datetime) -> bool:
    """It was handed over and no answer came, and the inbox is asked from time to time; whether that is new."""
    with house.database.session() as session:
        row = _row(session, day)
        is_new = row is not None and row.problem != problem
        if row is not None:
            row.problem, row.retry_at = problem, now + _LOOK_EVERY
        return is_new


@contextmanager
def _written(house: House, day: date, since: datetime, now: datetime) -> Iterator[DigestRunRow]:
    with house.database.session() as session:
        yield _row_of(house, session, day, since, now)


def _row_of(house: House, session: Session, day: date, since: datetime, now: datetime) -> DigestRunRow:
    row = _row(session, day)
    if row is None:
        message_id = digest_message_id(day, house.profile.first_address)
        row = DigestRunRow(day=day, message_id=message_id, covers_from=since, built_at=now, problem="")
        session.add(row)
        session.flush()
    return row


def _begin(session: Session, row: DigestRunRow, since: datetime, now: datetime, told: int) -> None:
    row.built_at, row.covers_from = now, since
    # what was written down since it was made is tomorrow's news
    later = update(MessageRow).where(MessageRow.id > told, MessageRow.recorded_at <= now)
    session.execute(later.values(recorded_at=now + _INSTANT), execution_options={"synchronize_session": False})


def _row(session: Session, day: date) -> DigestRunRow | None:
    return session.scalar(select(DigestRunRow).where(DigestRunRow.day == day).with_for_update())
