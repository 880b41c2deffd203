"""Labels in the mailbox that show what was understood of a message, and by which the user can correct it.

Where a back end has them (`Labels`), the user's choice is a correction like `afterword correct`, and every message of hiring
bears the label of its kind. What a message bears is compared with what it is known to bear (`MessageRow.labels_known`): so a
kill at any moment loses no choice of the user's, and takes no label of ours for one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from classifiers.reading import MessageKind
from daemon.errors import MailboxError, MailboxUnavailable, SignInFailed
from daemon.house import House
from daemon.mailbox.protocol import Labelled, Labels, Mailbox
from daemon.playbook.history import Direction
from daemon.state.models import CorrectionRow, MailboxRow, MessageRow

logger = logging.getLogger(__name__)

AT_ONCE = 100
"""So many labels are changed in a turn; the next goes on."""

_TOGETHER = 500


def heed_labels(house: House, mailbox: Mailbox, now: datetime) -> None:
    """Take the labels that the user has put on for corrections. Raises MailboxError."""
    labels = _labels_of(mailbox)
    met = labels.met(list(MessageKind)) if labels else {}
    if not met:
        return
    with house.database.session() as session:
        # in a mailbox's first cycle with this database, labels are what an earlier one has left
        is_first = session.scalar(select(MailboxRow.last_success_at).where(MailboxRow.name == mailbox.name)) is None
        for row in _rows(session, mailbox, list(met)):
            unknown = [kind for kind in met[row.ref] if kind not in row.labels_known]
            if unknown:
                row.labels_known = [*row.labels_known, *unknown]
                chosen = unknown[-1]
                if not is_first and chosen in set(MessageKind) and chosen != row.kind:
                    session.add(CorrectionRow(message_id=row.message_id, kind=chosen, said_at=now))


def show_labels(house: House, mailbox: Mailbox) -> None:
    """Let every message of hiring bear the label of its kind, and one that turned out to be none, that. Raises MailboxError."""
    labels = _labels_of(mailbox)
    if labels is None:
        return
    shown: dict[str, str] = {}
    try:
        for ref, kind in _differing(house, mailbox, labels)[:AT_ONCE]:
            _show(labels, mailbox.name, ref, kind)
            shown[ref] = kind
    finally:
        with house.database.session() as session:
            for row in _rows(session, mailbox, list(shown)):
                row.labels_known = [shown[row.ref]]


def _show(labels: Labels, mailbox: str, ref: str, kind: str) -> None:
    """A label that is refused for good is one label less, and is not tried again before the message is read as another kind."""
    try:
        labels.show(ref, kind)
    except (MailboxUnavailable, SignInFailed):
        raise
    except MailboxError as error:
        logger.warning("%s: a message goes without its label: %s", mailbox, error)


def _differing(house: House, mailbox: Mailbox, labels: Labels) -> list[tuple[str, str]]:
    """The messages that do not bear the label of their kind alone, and that kind; but none that it was put on already, since when
    nobody put on another: the user took it off, or it was refused."""
    borne = labels.borne()
    columns = select(MessageRow.ref, MessageRow.kind, MessageRow.labels_known).join(MailboxRow).where(*_incoming(mailbox))
    with house.database.session() as session:
        rows = {row.ref: row for row in session.execute(columns.where(MessageRow.kind != MessageKind.OTHER))}
        for some in _parts([ref for ref in borne if ref not in rows]):
            rows |= {row.ref: row for row in session.execute(columns.where(MessageRow.ref.in_(some)))}
    return [(ref, row.kind) for ref, row in rows.items() if borne.get(ref, ()) != (row.kind,) and row.labels_known != [row.kind]]


def _rows(session: Session, mailbox: Mailbox, refs: Sequence[str]) -> Iterator[MessageRow]:
    """The incoming messages with these ids of the back end's."""
    for some in _parts(refs):
        yield from session.scalars(select(MessageRow).join(MailboxRow).where(*_incoming(mailbox), MessageRow.ref.in_(some)))


def _parts(refs: Sequence[str]) -> Iterator[Sequence[str]]:
    """So many at a time as a database takes in one question."""
    for start in range(0, len(refs), _TOGETHER):
        yield refs[start : start + _TOGETHER]


def _incoming(mailbox: Mailbox) -> tuple[ColumnElement[bool], ...]:
    return MailboxRow.name == mailbox.name, MessageRow.direction == Direction.INCOMING


def _labels_of(mailbox: Mailbox) -> Labels | None:
    return mailbox.labels if isinstance(mailbox, Labelled) else None
