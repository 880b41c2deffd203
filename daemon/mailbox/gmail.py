"""The Gmail back end: the Mailbox protocol through the Gmail API.

New mail is found by the mailbox's history of changes; where that was forgotten (after a week or so) everything since the look
back is listed again, and known again. Polling costs two units a time. Nothing here can send mail (`gmail_service`).
"""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from google.auth.credentials import Credentials

from daemon.errors import MailboxError, MailboxUnavailable, SignInFailed
from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.gmail_calls import TOGETHER, GmailCalls, Resource, decoded, is_id
from daemon.mailbox.gmail_drafts import HEADERS, GmailDrafts, heading_in, search_for
from daemon.mailbox.gmail_faults import Gone
from daemon.mailbox.gmail_history import INBOX, SENT, UNREAD, Position, Scan, everything_after, is_watched, next_stretch, ref_to
from daemon.mailbox.gmail_labels import GmailLabels
from daemon.mailbox.gmail_parts import rebuilt
from daemon.mailbox.gmail_quota import Pace
from daemon.mailbox.protocol import (
    Batch,
    DraftRef,
    DraftStatus,
    Found,
    Introduction,
    MessageRef,
    Place,
    Progress,
    RawMessage,
    ReplyAnchor,
)

__all__ = ["GmailMailbox"]

logger = logging.getLogger(__name__)

RAW_AT_MOST = 500_000
"""Bytes. A larger message comes without its attachments."""

POLL_SECONDS = 30.0

INTRODUCED_ANEW_AFTER = 6 * 3600.0

_LARGE = "larger:500K"
_COUNTED_AT_MOST = 20_000
_WINDOW = 300
"""Messages; a window of a scan is narrowed until it holds no more."""

_HOUR, _DAY = 3_600, 86_400
_FARTHEST = 4**8 * _DAY


class GmailMailbox:
    """One account at Google. Used by one thread, but for `interrupt` and `stop`. Connects to nothing before the first call."""

    pushes = False
    """News are asked for, not announced."""

    def __init__(
        self,
        name: str,
        credentials: Callable[[], Credentials],
        *,
        poll_seconds: float = POLL_SECONDS,
        labels: bool = False,
        size_cap: int = MAX_SIZE,
        pace: Pace | None = None,
    ) -> None:
        """`credentials` is asked at the first call and after every failure; it may raise AccessRevoked and MailboxUnavailable."""
        self._name = name
        self._calls = GmailCalls(credentials, pace)
        self._drafts = GmailDrafts(self._calls)
        self._poll_seconds = poll_seconds
        self._size_cap = size_cap
        self._labels = GmailLabels(self._calls) if labels else None
        self._introduction: Introduction | None = None
        self._introduced_at = 0.0
        self._bell = threading.Event()
        self._ready: dict[str, bytes] = {}
        """Messages of the last batch that came whole already."""

    @property
    def name(self) -> str:
        return self._name

    @property
    def labels(self) -> GmailLabels | None:
        return self._labels

    def introduction(self) -> Introduction:
        """The addresses that Gmail lets the user write from, and the signature of the one that it uses by default."""
        if self._introduction is None or time.monotonic() - self._introduced_at > INTRODUCED_ANEW_AFTER:
            with self._named():
                known = self._known_senders()
            self._introduced_at = time.monotonic()
            own = [each for each in known if each.get("isPrimary") or each.get("verificationStatus") == "accepted"]
            signature = next((str(each.get("signature", "")) for each in own if each.get("isDefault")), "")
            self._introduction = Introduction(tuple(str(each["sendAsEmail"]) for each in own), signature)
        return self._introduction

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        position = Position.load(cursor) if cursor is not None else None
        self._ready = {}
        with self._named():
            batch = self._read_on(cursor or "", position, since) if position is not None else None
            return batch or self._scanned(self._from_now(since, resync=cursor is not None))

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        """As the protocol says. Of a message over 500 kB its text comes without the attachments: `raw` is then made anew. For one
        that Gmail cannot give at all, though it gives others, `raw` is empty, so that it is not lost in silence."""
        own = [ref for ref in refs if is_id(ref.id)]
        small = [ref.id for ref in own if ref.id not in self._ready and ref.size <= self._raw_at_most]
        large = [ref.id for ref in own if ref.size > self._raw_at_most]
        with self._named():
            bodies: dict[str, bytes] = {ref.id: self._ready[ref.id] for ref in refs if ref.id in self._ready}
            for key, message in self._calls.messages(small, "raw").items():
                bodies[key] = decoded(message["raw"]) if message is not None else b""
            for key in large:
                bodies |= self._without_attachments(key)
        return [RawMessage(ref, bodies[ref.id]) for ref in refs if ref.id in bodies and len(bodies[ref.id]) <= self._size_cap]

    def find(self, message_id: str) -> Found | None:
        with self._named():
            return self._drafts.find(message_id)

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        with self._named():
            return self._drafts.save(mime, reply_to)

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        with self._named():
            return self._drafts.status(ref)

    def withdraw_draft(self, ref: DraftRef) -> bool:
        with self._named():
            return self._drafts.withdraw(ref)

    def deliver_to_self(self, mime: bytes) -> None:
        with self._named():
            self._calls.import_message(mime, (INBOX, UNREAD))

    def find_in_inbox(self, message_id: str) -> bool:
        with self._named():
            found = self._calls.messages(list(self._calls.search(search_for(message_id), label=INBOX)), "metadata", HEADERS)
        return any(message is not None and heading_in(message).message_id == message_id for message in found.values())

    def wait(self, timeout: float) -> bool:
        """Nothing wakes it but `interrupt`: Gmail's push needs a Pub/Sub subscription."""
        woken = self._bell.wait(min(timeout, self._poll_seconds))
        self._bell.clear()
        return woken

    def interrupt(self) -> None:
        self._bell.set()

    def stop(self) -> None:
        self._calls.stop()
        self._bell.set()

    def close(self) -> None:
        self._calls.close()

    # Within

    def _known_senders(self) -> list[Resource]:
        """None where an organisation does not let them be asked for: a mailbox is good without them."""
        try:
            return self._calls.send_as()
        except (MailboxUnavailable, SignInFailed):
            raise
        except MailboxError as error:
            logger.info("%s: no other addresses and no signature can be had: %s", self._name, error)
            return []

    @property
    def _raw_at_most(self) -> int:
        return min(RAW_AT_MOST, self._size_cap)

    def _read_on(self, cursor: str, position: Position, since: datetime) -> Batch | None:
        """What comes after that position; None where it leads nowhere any more."""
        try:
            batch = self._scanned(position) if position.scan is not None else self._since(cursor, position, since)
        except Gone:
            logger.info("%s: Gmail has forgotten the history of changes; reading everything again", self._name)
            return None
        # asked last: however the account changed in between, what was read is not taken for the other one's
        if position.account not in ("", self._calls.account()):
            logger.info("%s: signed in with another account than before; reading everything there", self._name)
            return None
        return batch

    def _from_now(self, since: datetime, *, resync: bool) -> Position:
        """The beginning of a scan. The history id is taken first, so that nothing falls between the two."""
        history = self._calls.history_id()
        start = int(since.timestamp())
        total = sum(1 for _ in itertools.islice(self._calls.search(everything_after(start - 1)), _COUNTED_AT_MOST))
        return Position(history, self._calls.account(), Scan.begun(since, self._top(start), total, resync=resync))

    def _top(self, start: int) -> int:
        """A second that no message reaches, at most an hour after the last one: the search tells it, not this machine's clock."""
        reached, span = start, _DAY
        while self._is_there_mail_after(start + span) and span < _FARTHEST:
            reached, span = start + span, 4 * span
        top = start + span
        while top - reached > _HOUR:
            middle = (reached + top) // 2
            reached, top = (middle, top) if self._is_there_mail_after(middle) else (reached, middle)
        return top

    def _is_there_mail_after(self, second: int) -> bool:
        return next(self._calls.search(everything_after(second), page_size=1), None) is not None

    def _scanned(self, position: Position) -> Batch:
        """The next batch of what lay there already, whole messages where they are small."""
        if position.scan is None:
            raise ValueError("the position is not one of a scan")
        scan, unlisted = self._window(position.scan)
        listed, rest = unlisted[:TOGETHER], unlisted[TOGETHER:]
        refs = self._refs_with_bodies(listed, scan) if listed else []
        # one that was given up has no date: it is no word about when those were received that were listed with it
        scan = scan.advanced(listed, {ref.id: ref.received_at for ref in refs if self._ready.get(ref.id) != b""})
        more = bool(rest) or not scan.is_last
        scan = scan if rest else scan.passed()
        next_position = replace(position, scan=scan if more else None)
        return Batch(
            messages=_in_order(ref for ref in refs if ref.received_at >= scan.since),
            gone=(),
            next_cursor=next_position.dump(),
            more=more,
            resynced=scan.resync,
            progress=Progress(scan.count, max(scan.total, scan.count + 1) if more else scan.count),
        )

    def _window(self, scan: Scan) -> tuple[Scan, list[str]]:
        """The scan, with a window that holds something, unless it is the last one, and not too much; and what in it is still to
        be listed."""
        first = scan.count == 0
        while True:
            search = self._calls.search(scan.query, page_size=_WINDOW + 1)
            found = list(search if scan.is_narrow else itertools.islice(search, _WINDOW + 1))
            if len(found) > _WINDOW and not scan.is_narrow:
                scan = scan.narrowed()
                continue
            unlisted = [key for key in dict.fromkeys([*(self._latest() if first else ()), *found]) if key not in scan.done]
            if unlisted or scan.is_last:
                return scan, unlisted
            scan = scan.passed()

    def _latest(self) -> Iterator[str]:
        """What has just arrived: the lists of the labels know it before the index of the search does."""
        for label in (INBOX, SENT):
            yield from itertools.islice(self._calls.search("", label=label, page_size=TOGETHER // 2), TOGETHER // 2)

    def _refs_with_bodies(self, ids: Sequence[str], scan: Scan) -> list[MessageRef]:
        # what has just arrived may not be in the index yet, and then it does not count as large
        large = set(ids) if scan.count == 0 else set(self._calls.search(f"{scan.query} {_LARGE}"))
        # in a resync nearly all is known already, and nobody will ask for its bytes
        got = self._calls.messages([key for key in ids if key not in large], "minimal" if scan.resync else "raw")
        got |= self._calls.messages([key for key in ids if key in large], "minimal")
        refs = []
        for key, message in got.items():
            if message is None:
                refs.append(self._given_up(key, scan.since))
            elif is_watched(message):
                refs.append(ref_to(message))
                if "raw" in message:
                    self._ready[key] = decoded(message["raw"])
        return refs

    def _since(self, cursor: str, position: Position, since: datetime) -> Batch:
        """What changed since then. Raises Gone where that is too long ago."""
        records, reached = self._calls.history(position.history)
        stretch = next_stretch(records, reached, TOGETHER)
        if self._labels is not None:
            self._labels.note(record for record in records if int(record["id"]) <= int(stretch.history))
        refs, left = [], dict.fromkeys(stretch.left)
        for key, message in self._calls.messages(stretch.arrived, "minimal").items():
            if message is None:
                refs.append(self._given_up(key, since))
            elif is_watched(message):
                refs.append(ref_to(message))
                left.pop(key, None)
        account = position.account or self._calls.account()
        reached_now = Position(stretch.history, account)
        next_cursor = cursor if reached_now == position else reached_now.dump()
        return Batch(_in_order(refs), tuple(left), next_cursor, stretch.more)

    def _given_up(self, key: str, at: datetime) -> MessageRef:
        """Stands for a message of which nothing is known but that it is there; what is fetched for it is empty."""
        self._ready[key] = b""
        return MessageRef(key, Place.INBOX, at, 0)

    def _without_attachments(self, key: str) -> dict[str, bytes]:
        """The message rebuilt, by its id; nothing if it is gone."""
        message = self._calls.messages([key], "full").get(key, {})
        if message is None:
            return {key: b""}
        if "payload" not in message:
            return {}
        try:
            raw = rebuilt(
                message["payload"], lambda attachment: self._calls.attachment(key, attachment), at_most=self._raw_at_most
            )
        except Gone:
            return {}
        return {key: raw}

    @contextmanager
    def _named(self) -> Iterator[None]:
        """The mailbox's name in front of every error."""
        try:
            yield
        except MailboxUnavailable as error:
            raise type(error)(f"{self._name}: {error}", retry_after=error.retry_after) from error
        except MailboxError as error:
            raise type(error)(f"{self._name}: {error}") from error


def _in_order(refs: Iterable[MessageRef]) -> tuple[MessageRef, ...]:
    return tuple(sorted(refs, key=lambda ref: (ref.received_at, ref.id)))
