"""Labels in the mailbox that show what was understood of a message, and by which the user can correct it.

Where a back end has them (`Labels`), the user's choice is a correction like `afterword correct`, and every message of hiring
bears the label of its kind. What is shown and what is known are compared anew in each turn.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, select

from classifiers.reading import MessageKind
from daemon.house import House
from daemon.mailbox.protocol import Labelled, Labels, Mailbox
from daemon.playbook.history import Direction
from daemon.state.models import CorrectionRow, MailboxRow, MessageRow

AT_ONCE = 100
"""So many labels are changed in a turn; the next goes on."""

_TOGETHER = 500


def heed_labels(house: House, mailbox: Mailbox, now: datetime) -> None:
    """Take the labels that the user has put on since the last turn for corrections. Raises MailboxError."""
    labels = _labels_of(mailbox)
    chosen = labels.chosen() if labels else {}
    if not chosen:
        return
    with house.database.session() as session:
        for row in session.scalars(select(MessageRow).join(MailboxRow).where(*_incoming(mailbox), MessageRow.ref.in_(chosen))):
            kind = chosen[row.ref]
            if kind in set(MessageKind) and kind != row.kind:
                session.add(CorrectionRow(message_id=row.message_id, kind=kind, said_at=now))


def show_labels(house: House, mailbox: Mailbox) -> None:
    """Let every message of hiring bear the label of its kind, and one that turned out to be none, that. Raises MailboxError."""
    labels = _labels_of(mailbox)
    if labels is None:
        return
    shown = labels.shown(list(MessageKind))
    hiring = _kinds(house, mailbox, MessageRow.kind != MessageKind.OTHER)
    stale = [ref for ref in shown if ref not in hiring]
    for start in range(0, len(stale), _TOGETHER):
        hiring |= _kinds(house, mailbox, MessageRow.ref.in_(stale[start : start + _TOGETHER]))
    differing = [(ref, kind) for ref, kind in hiring.items() if shown.get(ref) != kind]
    for ref, kind in differing[:AT_ONCE]:
        labels.show(ref, kind)


def _kinds(house: House, mailbox: Mailbox, which: ColumnElement[bool]) -> dict[str, str]:
    """The kinds of these incoming messages, by the back end's ids."""
    with house.database.session() as session:
        wanted = select(MessageRow.ref, MessageRow.kind).join(MailboxRow).where(*_incoming(mailbox), which)
        return {row.ref: row.kind for row in session.execute(wanted)}


def _incoming(mailbox: Mailbox) -> tuple[ColumnElement[bool], ...]:
    return MailboxRow.name == mailbox.name, MessageRow.direction == Direction.INCOMING


def _labels_of(mailbox: Mailbox) -> Labels | None:
    return mailbox.labels if isinstance(mailbox, Labelled) else None
