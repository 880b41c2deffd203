"""How one mailbox waits at its server: by IDLE where that works, else from poll to poll.

The inbox is watched; the sent folder is looked at whenever IDLE is renewed. Whoever is told that there may be news looks for
himself (`changes`), so nothing that a server leaves out is ever lost, only late.

No CONDSTORE (RFC 7162) here: it tells which flags changed since, and whether a message is new is told by its UID alone.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from imapclient.exceptions import IMAPClientAbortError

from daemon.mailbox.imap_cursor import FolderState
from daemon.mailbox.imap_idle import Doorbell, IdleRefusedError
from daemon.mailbox.imap_session import ImapSession
from daemon.mailbox.protocol import Place

RENEWED_AFTER = 240.0
"""Seconds. RFC 2177 says 29 minutes; routers and providers drop silent connections after five or six."""

ENDED_WITHIN = 15.0
"""Seconds for a server to answer DONE, which costs it nothing, before it counts as gone; fewer where somebody rang."""
ENDED_AT_ONCE = 2.0

HELD_FOR = 60.0
DROPPED_IN_A_ROW = 3
POLLED_FOR = 3600.0
"""A server that ends IDLE within a minute, three times in a row, is polled for the next hour: who signs in again and again gets
locked out."""

BURST = 20
GATHERED_FOR = 3.0
"""So many announcements are passed on at once; after them one every three seconds: a flood of them shall not keep us busy."""


class Watch:
    """What a mailbox has learnt about waiting at its server. It outlives the connections. `bell` ends a wait from outside."""

    def __init__(self, poll_seconds: float) -> None:
        self.bell = Doorbell()
        self._poll_seconds = poll_seconds
        self._looked: dict[str, tuple[int, int]] = {}
        self._sent: tuple[int, int] | None = None
        self._idle_since: float | None = None
        self._dropped = 0
        self._polled_until = 0.0
        self._tokens = float(BURST)
        self._tokens_at = time.monotonic()

    @property
    def pushes(self) -> bool:
        """False while IDLE is left alone."""
        return time.monotonic() >= self._polled_until

    def looked(self, folders: Mapping[str, FolderState]) -> None:
        """So far the news of these folders is known."""
        self._looked = {folder: (state.uidvalidity, state.uid_next) for folder, state in folders.items()}

    def sleep(self, timeout: float) -> bool:
        """Until the next poll. Whether the bell was rung."""
        return self.bell.wait(min(timeout, self._poll_seconds))

    def wait(self, session: ImapSession, timeout: float) -> bool:
        """As `Mailbox.wait`. Raises what the session raises."""
        if self.bell.answer():
            return True
        if not session.can_idle or not self.pushes:
            return self.sleep(timeout)
        deadline = time.monotonic() + timeout
        inbox = session.folders[Place.INBOX]
        state = session.open_folder(inbox)
        if _other_mail(self._looked.get(inbox), (state.uidvalidity, state.uid_next)):
            return self._announced()
        while True:
            if self._something_was_sent(session):
                return self._announced()
            left = deadline - time.monotonic()
            if left <= 0:
                return self.bell.answer()
            try:
                news, rung = self._idle(session, min(left, RENEWED_AFTER))
            except IdleRefusedError:
                self._polled_until = time.monotonic() + POLLED_FOR
                return self.sleep(left)
            if rung:
                return True
            if news:
                return self._announced()

    def dropped(self) -> None:
        """The connection was lost while waiting. Where that happens at once, again and again, IDLE is left alone for a while."""
        quick = self._idle_since is not None and time.monotonic() - self._idle_since < HELD_FOR
        self._idle_since = None
        self._dropped = self._dropped + 1 if quick else 0
        if self._dropped >= DROPPED_IN_A_ROW:
            self._dropped = 0
            self._polled_until = time.monotonic() + POLLED_FOR

    def _idle(self, session: ImapSession, seconds: float) -> tuple[bool, bool]:
        """One IDLE: whether the server announced something, and whether the bell was rung."""
        idle = session.idle()
        self._idle_since = time.monotonic()
        try:
            news = idle.begin() or idle.listen(self.bell, seconds)
            rung = self.bell.answer()
            news = idle.end(ENDED_AT_ONCE if rung else ENDED_WITHIN) or news
        except ValueError as error:
            # what Python makes of a file that another thread has closed
            raise IMAPClientAbortError("socket error: closed") from error
        self._dropped = 0
        return news, rung

    def _something_was_sent(self, session: ImapSession) -> bool:
        """Whether the sent folder has other mail than when it was looked at here before."""
        folder = session.folders.get(Place.SENT)
        before, self._sent = self._sent, session.status(folder) if folder else None
        return _other_mail(before, self._sent)

    def _announced(self) -> bool:
        """True, at once or, in a flood, after a while."""
        now = time.monotonic()
        self._tokens = min(BURST, self._tokens + (now - self._tokens_at) / GATHERED_FOR) - 1
        self._tokens_at = now
        if self._tokens < 0:
            self.bell.wait(-self._tokens * GATHERED_FOR)
        return True


def _other_mail(before: tuple[int, int] | None, now: tuple[int, int] | None) -> bool:
    """Whether two looks at a folder, as UIDVALIDITY and UIDNEXT, tell that it has other mail; not where one of them is missing.

    In a folder that never had any, Courier says another UIDVALIDITY every second.
    """
    if before is None or now is None or max(before[1], now[1]) <= 1:
        return False
    return before != now
