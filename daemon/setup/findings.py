"""The first look: the mail of the look-back period is read, nothing is saved, and the user puts right what was read wrong.

It is read into the real database, so that the service need not read it again. That harms no rule of the first start: the mailbox
is first looked at *now*, so what fell due before now is listed and not saved (S1, S2, H3, R2); and `last_success_at` stays unset,
so that the first cycle still looks for drafts of an earlier life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from classifiers.reading import MessageKind
from daemon.acquaintance import acquainted
from daemon.cycle import known_history
from daemon.errors import UserError
from daemon.house import House
from daemon.intake import read_new_mail, take_up_corrections
from daemon.mailbox.dry import DryMailbox
from daemon.playbook.advise import advise
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Application, PastMessage
from daemon.reconcile import reconcile
from daemon.setup.corrections import Correction, Move, NotHiring, Rekind
from daemon.state.applications import NAME_LENGTH, regroup
from daemon.state.models import CorrectionRow, PlacementRow


@dataclass(frozen=True, slots=True)
class Finding:
    """One application as it was understood; `number` is what the user calls it by."""

    number: int
    application: Application
    state: str
    since: datetime

    @property
    def name(self) -> str:
        return self.application.company or "?"

    @property
    def steps(self) -> tuple[PastMessage, ...]:
        """Its messages from the other side, in order of time; the user calls the first one `number`.1."""
        return tuple(message for message in self.application.messages if message.incoming)


def read_mail(house: House, now: datetime, told: Callable[[str], None]) -> None:
    """Read what there is in every mailbox, and what the user corrected. Raises MailboxError. Writes to no mailbox."""
    for name, mailbox in house.mailboxes.items():
        dry = DryMailbox(mailbox)
        known = acquainted(house, dry)
        intake = read_new_mail(known, dry, now)
        take_up_corrections(known, dry, now)
        if intake.recorded or intake.quarantined:
            aside = f"; {intake.quarantined} could not be read" if intake.quarantined else ""
            told(f"{name}: {len(intake.recorded)} message{'' if len(intake.recorded) == 1 else 's'} read{aside}")


def findings(house: House, now: datetime) -> list[Finding]:
    """Every application, the one that moved last at the end."""
    known = sorted(known_history(house).hiring, key=lambda application: application.messages[-1].at)
    found = []
    for number, application in enumerate(known, 1):
        standing = Case.of(application, now, house.preferences).standing
        found.append(Finding(number, application, standing.state.value, standing.since))
    return found


def due(house: House, now: datetime) -> Iterator[tuple[FollowUp, str]]:
    """The drafts that the first cycle will save if it comes now, each with its company."""
    history = known_history(house)
    companies = {application.key: application.company or "?" for application in history.applications}
    for follow_up in reconcile(advise(history, now, house.preferences), history, now).saves:
        yield follow_up, companies.get(follow_up.application, "?")


def put_right(house: House, found: Sequence[Finding], correction: Correction, now: datetime) -> None:
    """Keep what the user said, as `correct` and `move` do, and read again what that touches. Raises UserError for a number that
    there is not, and MailboxError."""
    with house.database.session() as session:
        match correction:
            case NotHiring(numbers):
                for number in numbers:
                    for step in _finding(found, number).steps:
                        if step.kind is not MessageKind.OTHER:
                            session.add(CorrectionRow(message_id=step.message_id, kind=MessageKind.OTHER, said_at=now))
            case Rekind(number, place, kind):
                steps = _finding(found, number).steps
                if not 1 <= place <= len(steps):
                    raise UserError(f"{number} has no message {place}; `{number}` lists them")
                session.add(CorrectionRow(message_id=steps[place - 1].message_id, kind=kind, said_at=now))
            case Move(number, to):
                _place(session, found, _finding(found, number), to, now)
        regroup(session, house.preferences.own_addresses)
    read_mail(house, now, told=lambda _line: None)


def _place(session: Session, found: Sequence[Finding], finding: Finding, to: int | str, now: datetime) -> None:
    """All conversations of an application into that of another number or name, or into one of their own with that name."""
    named = isinstance(to, str)
    others = [other for other in found if named and other is not finding and other.name.casefold() == str(to).casefold()]
    if len(others) > 1:
        raise UserError(f"{to!r} may mean {', '.join(str(other.number) for other in others)}: give its number")
    target = others[0] if others else None if named else _finding(found, int(to))
    if target is finding:
        raise UserError(f"{finding.number} is that one already")
    anchor = target.application.messages[0].message_id if target else ""
    company = "" if target else str(to)[:NAME_LENGTH]
    first_of_each = {message.thread: message.message_id for message in reversed(finding.application.messages)}
    for message_id in reversed(first_of_each.values()):
        session.add(PlacementRow(message_id=message_id, anchor=anchor, company=company, said_at=now))
        anchor, company = anchor or message_id, ""


def _finding(found: Sequence[Finding], number: int) -> Finding:
    for finding in found:
        if finding.number == number:
            return finding
    raise UserError(f"there is no number {number}")
