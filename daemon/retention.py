"""What has had its time is forgotten by itself: applications in which nothing happens any more, and mail that belongs to none.

How old something is, is counted from the newest mail there is, not from the clock alone: what is forgotten cannot be had back,
and a clock that went wrong, or `--now`, must not have it forgotten.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime, timedelta

from daemon.house import House
from daemon.playbook.case import Case
from daemon.playbook.follow_up import FollowUp
from daemon.playbook.history import Application, History
from daemon.playbook.preferences import Preferences
from daemon.state.forgetting import let_go, let_go_conversations
from daemon.state.outlived import forget_unreadable, had_no_news_since, newest_mail, unrelated_conversations

logger = logging.getLogger(__name__)

UNRELATED_STAYS = timedelta(days=30)
"""So much longer than a first look reads back, what belongs to no application is kept."""
SILENCE = timedelta(days=30)
"""So long a mailbox may be without any mail before time is no longer believed to pass."""


def outlived(
    history: History, wanted: Iterable[FollowUp], now: datetime, before: datetime, preferences: Preferences
) -> Iterator[Application]:
    """The applications in which nothing has happened since `before` and nothing is still to happen."""
    busy = {follow_up.application for follow_up in wanted if follow_up.is_made(now)}
    for application in history.applications:
        if application.key in busy or _stirred(application, before):
            continue
        if all(interview.end < before for interview in Case.of(application, now, preferences).interviews):
            yield application


def _stirred(application: Application, before: datetime) -> bool:
    """Whether anybody wrote, said or drafted anything since, or the user named a later time."""
    instants = [message.at for message in application.messages]
    instants += [draft.saved_at for draft in application.drafts]
    instants += [instant for word in application.words for instant in (word.at, word.start, word.end) if instant]
    days = [word.day for word in application.words if word.day]
    return any(instant >= before for instant in instants) or any(day >= before.date() for day in days)


def forget_outlived(house: House, history: History, wanted: Iterable[FollowUp], now: datetime, unread: Collection[str]) -> None:
    """Forget what has had its time at `now`. `unread` names the mailboxes whose latest mail is not known: of what has mail in one
    of them nothing is forgotten. Raises StateError."""
    with house.database.session() as session:
        newest = newest_mail(session)
        if newest is None or house.stopping():
            return
        today = min(now, newest + SILENCE)
        before = today - house.keep
        old = [
            int(application.key)
            for application in outlived(history, wanted, now, before, house.preferences)
            if not any(message.mailbox in unread for message in application.messages)
        ]
        # another thread or a command may have added to it since the history was read
        gone = [key for key in old if had_no_news_since(session, key, before)]
        number = sum(let_go(session, key) for key in gone)
        unrelated_before = max(before, today - house.lookback - UNRELATED_STAYS)
        number += let_go_conversations(session, unrelated_conversations(session, unrelated_before, before, unread))
        forget_unreadable(session, unrelated_before)
    if number:
        logger.info("%d messages of long ago are forgotten, and %d applications with them", number, len(gone))
