"""One cycle: the way through the house, on a page.

mail → history → what should be there → what is there → close the difference → tell the user. A missed run, a crash, a late
mail, a corrected verdict or an edited draft all heal in the next cycle, because each begins from what *is*.

`run_cycle` goes that way once with all mailboxes. `take_turn` goes it with one, while others take turns of their own in other
threads: whatever they change meanwhile is seen in the next turn.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from daemon import desk
from daemon.acquaintance import acquainted
from daemon.digest.publish import publish_if_due
from daemon.errors import ConfigError, MailboxError
from daemon.house import House
from daemon.intake import mailbox_row, read_new_mail, take_up_corrections
from daemon.labels import heed_labels, show_labels
from daemon.mailbox.protocol import Mailbox
from daemon.playbook.advise import advise
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import History
from daemon.playbook.recollect import recollect
from daemon.reconcile import Plan, Withdrawal, reconcile
from daemon.retention import forget_outlived
from daemon.state.history import load_history
from daemon.state.models import ApplicationRow

GAP = timedelta(hours=2)
"""So long without a cycle, and what is known may be older than what lies in the mailbox."""

Trouble = MailboxError | ConfigError
"""Why a mailbox cannot be worked with: of its server's making, or of its settings (a password file that is gone)."""


@dataclass
class Report:
    """What one cycle did. `troubles` holds each mailbox that could not be worked with, and why."""

    recorded: list[str] = field(default_factory=list)
    quarantined: int = 0
    saved: list[desk.SavedDraft] = field(default_factory=list)
    withdrawn: list[Withdrawal] = field(default_factory=list)
    troubles: dict[str, Trouble] = field(default_factory=dict)
    digest: str = ""
    """The subject of the digest that went out, '' if none was due."""
    next_due: datetime | None = None
    """When the next draft falls due that is not due yet."""

    @property
    def failed(self) -> dict[str, str]:
        """The mailboxes that could not be worked with, and why, in words that do not begin with the name once more."""
        return {name: str(trouble).removeprefix(f"{name}: ") for name, trouble in self.troubles.items()}


def run_cycle(house: House, now: datetime) -> Report:
    """Everything once, at `now`. A mailbox that fails is named in the report; the others go on."""
    report = _work(house, tuple(house.mailboxes.values()), now)
    report.digest = publish_if_due(house, now, report.failed)
    return report


def take_turn(
    house: House, mailbox: Mailbox, now: datetime, unread_elsewhere: Callable[[], Collection[str]], *, first: bool = False
) -> Report:
    """Everything for this one mailbox, but the digest. `unread_elsewhere` names the other mailboxes whose latest mail is not
    known at this moment: nothing is saved for an application that has mail there. `first`: the process begins with it."""
    return _work(house, (mailbox,), now, unread_elsewhere, first=first)


def _work(
    house: House,
    mailboxes: Sequence[Mailbox],
    now: datetime,
    unread_elsewhere: Callable[[], Collection[str]] = frozenset,
    *,
    first: bool = False,
) -> Report:
    report = Report()
    for step in (take_in_news, partial(find_drafts_again, first=first)):
        for mailbox in mailboxes:
            with_each(house, mailbox, now, report, step)

    unread = unread_elsewhere()
    history = known_history(house)
    wanted = advise(history, now, house.preferences)
    plan = reconcile(wanted, history, now)

    for mailbox in mailboxes:
        with_each(house, mailbox, now, report, partial(close_the_difference, plan=plan, history=history, unread=unread))

    remember_standings(house, history, now)
    forget_outlived(house, history, wanted, now, {*unread, *report.troubles})
    report.next_due = min((follow_up.due_at for follow_up in wanted if follow_up.due_at > now), default=None)
    return report


Step = Callable[[House, Mailbox, datetime, Report], None]


def with_each(house: House, mailbox: Mailbox, now: datetime, report: Report, step: Step) -> None:
    """Do one step with one mailbox, unless it failed before or the process is to end. Its failure is its own."""
    if mailbox.name in report.troubles or house.stopping():
        return
    try:
        step(acquainted(house, mailbox), mailbox, now, report)
    except (MailboxError, ConfigError) as error:
        report.troubles[mailbox.name] = error
        if house.stopping():
            return  # a call may have been given up for that: no trouble to tell of
        with house.database.session() as session:
            row = mailbox_row(session, mailbox.name, now)
            row.problem, row.problem_since = str(error), row.problem_since or now


def take_in_news(house: House, mailbox: Mailbox, now: datetime, report: Report) -> None:
    """New mail into the history, the user's corrections, and what became of our drafts."""
    intake = read_new_mail(house, mailbox, now)
    report.recorded += intake.recorded
    report.quarantined += intake.quarantined
    heed_labels(house, mailbox, now)
    take_up_corrections(house, mailbox, now)
    show_labels(house, mailbox)
    desk.observe(house, mailbox, now)


def find_drafts_again(house: House, mailbox: Mailbox, now: datetime, _report: Report, *, first: bool = False) -> None:
    """Take up drafts of ours that lie there and are not known: in a mailbox's first cycle, which may be the first after a lost
    database, and after a gap, which an older copy of the database leaves when it is put back. A copy is put back while no
    service runs, so a service looks at its start, whatever the gap."""
    with house.database.session() as session:
        last = mailbox_row(session, mailbox.name, now).last_success_at
        if last is not None and now - last < GAP and not first:
            return
    history = known_history(house)
    known = {draft.identity for application in history.applications for draft in application.drafts}
    for recollection in recollect(history, now, house.preferences):
        follow_up = recollection.follow_up
        if follow_up.identity not in known and _belongs(house, mailbox, follow_up):
            desk.adopt_if_there(house, mailbox, follow_up, recollection.application, now)


def close_the_difference(
    house: House, mailbox: Mailbox, now: datetime, report: Report, *, plan: Plan, history: History, unread: Collection[str]
) -> None:
    """Withdraw what no longer holds, then save what is due. Nothing is saved on half a history: not for an application that has
    mail in a mailbox that failed or is `unread`."""
    for withdrawal in plan.withdrawals:
        if withdrawal.draft.mailbox == mailbox.name and desk.withdraw(house, mailbox, withdrawal, now):
            report.withdrawn.append(withdrawal)
    half_known = {
        application.key
        for application in history.applications
        if any(message.mailbox in unread or message.mailbox in report.troubles for message in application.messages)
    }
    for follow_up in plan.saves:
        if _belongs(house, mailbox, follow_up) and follow_up.application not in half_known and not house.stopping():
            saved = desk.save(house, mailbox, follow_up, history, now)
            report.saved += [saved] if saved else []
    with house.database.session() as session:
        row = mailbox_row(session, mailbox.name, now)
        row.last_success_at, row.problem, row.problem_since = now, "", None


def known_history(house: House) -> History:
    with house.database.session() as session:
        return load_history(session)


def remember_standings(house: House, history: History, now: datetime) -> None:
    """Keep each application's state as of this cycle, for whoever asks the database."""
    with house.database.session() as session:
        for application in history.applications:
            standing = Case.of(application, now, house.preferences).standing
            row = session.get(ApplicationRow, int(application.key))
            if row is not None:  # mail in another mailbox may have joined it to another application meanwhile
                row.state, row.since = standing.state, standing.since


def _belongs(house: House, mailbox: Mailbox, follow_up: FollowUp) -> bool:
    """A draft goes where its thread is; one that begins a thread goes where it was asked for, else to the first mailbox."""
    return mailbox.name == (follow_up.mailbox or next(iter(house.mailboxes)))
