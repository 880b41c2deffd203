"""The Mailbox protocol on an account in memory with Gmail's semantics: the reference back end, and the double in tests.

Beside the protocol there are the levers of those who also have their hands on a mailbox: `deliver` is a sender's; `user_writes`,
`user_edits`, `user_sends` and `user_discards` are the user's; `forget_history` and `fail_next` the server's.
"""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime

from daemon.errors import MailboxError
from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.draft_fate import Heading, Neighbours, draft_fate, read_heading
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.memory_account import Account, HistoryTooOld, Label, Stored, sent_at
from daemon.mailbox.protocol import Batch, DraftRef, DraftStatus, Found, MessageRef, Place, RawMessage, ReplyAnchor

BATCH_COUNT = 200

_LABELS = {Place.INBOX: Label.INBOX, Place.SENT: Label.SENT, Place.DRAFTS: Label.DRAFT, Place.BIN: Label.TRASH}
_WATCHED = frozenset({Label.INBOX, Label.SENT})


class MemoryMailbox:
    """See the module. `account` is the server's side; two objects with the same one are two processes at the same mailbox."""

    def __init__(self, name: str = "memory", account: Account | None = None, *, size_cap: int = MAX_SIZE) -> None:
        self.account = account or Account()
        self._name = name
        self._size_cap = size_cap
        self._ours: set[str] = set()
        self._error: MailboxError | None = None
        self._bell = threading.Condition()
        self._news = self._interrupted = False

    # The protocol

    @property
    def name(self) -> str:
        return self._name

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        self._call()
        self._news = False
        if cursor is None:
            return self._listed(self.account.history_id, since, after="", resynced=False)
        position = json.loads(cursor)
        if "after" in position:
            return self._listed(position["history"], datetime.fromisoformat(position["since"]), position["after"], resynced=False)
        try:
            return self._since(cursor, position["history"])
        except HistoryTooOld:
            return self._listed(self.account.history_id, since, after="", resynced=True)

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        self._call()
        stored = ((ref, self.account.messages.get(ref.id)) for ref in refs)
        return [RawMessage(ref, message.raw) for ref, message in stored if message and len(message.raw) <= self._size_cap]

    def find(self, message_id: str) -> Found | None:
        self._call()
        for place in (Place.DRAFTS, Place.SENT, Place.BIN):
            for message in self._with_id(_LABELS[place], message_id):
                draft_id = next((draft for draft, held in self.account.drafts.items() if held == message.id), "")
                return Found(place, self._ref(message.heading, fingerprint(message.raw), draft_id))
        return None

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        self._call()
        draft_id = f"r-{self.account.new_id()}"
        ref = self._ref(read_heading(mime), fingerprint(mime), draft_id)
        # without a thread of its own choice, a draft begins a new one, whatever its header says
        thread = self.account.thread_for(mime, only=reply_to.thread_hint if reply_to else "")
        self.account.drafts[draft_id] = self.account.add(mime, sent_at(mime), frozenset({Label.DRAFT}), thread).id
        return ref

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        self._call()
        self._ours.add(ref.message_id)
        return draft_fate(
            ref,
            copies=[fingerprint(message.raw) for message in self._draft(ref)],
            drafts=self._headings(Label.DRAFT),
            sent=self._headings(Label.SENT),
            ours=self._ours,
        )

    def withdraw_draft(self, ref: DraftRef) -> bool:
        self._call()
        self._ours.add(ref.message_id)
        held = self._draft(ref)
        if not held or any(fingerprint(message.raw) != ref.fingerprint for message in held):
            return False
        for message in held:
            self._let_go(message)
            self.account.label(message, frozenset({Label.TRASH}))
        return True

    def wait(self, timeout: float) -> bool:
        self._call()
        with self._bell:
            woken = self._bell.wait_for(lambda: self._news or self._interrupted, timeout)
            self._interrupted = False
        return woken

    def interrupt(self) -> None:
        with self._bell:
            self._interrupted = True
            self._bell.notify_all()

    def deliver_to_self(self, mime: bytes) -> None:
        self._call()
        self.deliver(mime, sent_at(mime))

    def find_in_inbox(self, message_id: str) -> bool:
        self._call()
        return bool(self._with_id(Label.INBOX, message_id))

    def close(self) -> None:
        pass

    # The levers

    def deliver(self, raw: bytes, received_at: datetime) -> None:
        """A message arrives in the inbox, unread; the server says that it was received then."""
        self.account.add(raw, received_at, frozenset({Label.INBOX, Label.UNREAD}), self.account.thread_for(raw))
        self._announce()

    def user_writes(self, raw: bytes, at: datetime) -> None:
        """The user sends a message that is none of our drafts."""
        self.account.add(raw, at, frozenset({Label.SENT}), self.account.thread_for(raw))
        self._announce()

    def user_edits(self, message_id: str, mime: bytes) -> None:
        """The user saves other contents into the draft with this Message-ID: a new message, in the same draft."""
        message = self._only_draft(message_id)
        self.account.drafts[self._let_go(message)] = self.account.replace(message, mime).id

    def user_sends(self, message_id: str, at: datetime, mime: bytes | None = None) -> None:
        """The user sends the draft with this Message-ID: it is gone, and a new message is in the sent folder. `mime` is what the
        client makes of it (another Message-ID, other words)."""
        message = self._only_draft(message_id)
        self._let_go(message)
        self.account.delete(message)
        self.user_writes(mime or message.raw, at)

    def user_discards(self, message_id: str) -> None:
        """The user discards the draft with this Message-ID: Gmail keeps no copy."""
        message = self._only_draft(message_id)
        self._let_go(message)
        self.account.delete(message)

    def forget_history(self) -> None:
        """Every cursor so far is too old from now on."""
        self.account.forget_history()

    def fail_next(self, error: MailboxError) -> None:
        """The next call of the protocol raises this."""
        self._error = error

    def held(self, place: Place) -> list[bytes]:
        """The messages that lie in this place, in the order of their arrival."""
        return [message.raw for message in self.account.labelled(_LABELS[place])]

    # Within

    def _announce(self) -> None:
        with self._bell:
            self._news = True
            self._bell.notify_all()

    def _call(self) -> None:
        error, self._error = self._error, None
        if error is not None:
            raise error

    def _listed(self, history_id: int, since: datetime, after: str, resynced: bool) -> Batch:
        """What there was at that history id and was received since, page by page; the history goes on from there."""
        found = [
            message
            for label in (Label.INBOX, Label.SENT)
            for message in self.account.labelled(label)
            if message.received_at >= since and message.history_id <= history_id and _order(message) > after
        ]
        page = sorted({message.id: message for message in found}.values(), key=_order)
        position: dict[str, object] = {"history": history_id}
        if len(page) > BATCH_COUNT:
            position |= {"since": since.isoformat(), "after": _order(page[BATCH_COUNT - 1])}
        more = "after" in position or self.account.history_id > history_id
        return Batch(tuple(map(_ref_to, page[:BATCH_COUNT])), (), json.dumps(position), more, resynced)

    def _since(self, cursor: str, history_id: int) -> Batch:
        """Raises HistoryTooOld."""
        arrived: dict[str, Stored] = {}
        gone: dict[str, None] = {}
        reached = history_id
        changes = self.account.changes_since(history_id)
        for change in changes:
            if len(arrived) == BATCH_COUNT:
                break
            reached = change.history_id
            message = self.account.messages.get(change.message)
            if message is not None and _is_watched(message) and change.gained & _WATCHED:
                arrived[message.id] = message
            elif change.lost & _WATCHED and (message is None or not _is_watched(message)):
                gone[change.message] = None
        return Batch(
            tuple(map(_ref_to, sorted(arrived.values(), key=_order))),
            tuple(gone),
            cursor if reached == history_id else json.dumps({"history": reached}),
            more=bool(changes) and reached < changes[-1].history_id,
        )

    def _ref(self, ours: Heading, content: str, draft_id: str) -> DraftRef:
        """A draft of ours as of now."""
        self._ours.add(ours.message_id)
        neighbours = Neighbours.of(ours, self._headings(Label.DRAFT), self._headings(Label.SENT))
        return DraftRef(ours.message_id, neighbours.dump(draft=draft_id), content, ours.parent)

    def _draft(self, ref: DraftRef) -> list[Stored]:
        """What the draft holds now, whatever its Message-ID; a draft whose id we do not know is found by its Message-ID."""
        held = self.account.drafts.get(json.loads(ref.handle).get("draft", ""))
        return [self.account.messages[held]] if held else self._with_id(Label.DRAFT, ref.message_id)

    def _only_draft(self, message_id: str) -> Stored:
        (message,) = self._with_id(Label.DRAFT, message_id)
        return message

    def _let_go(self, message: Stored) -> str:
        """End the draft that holds this message; its id."""
        (draft_id,) = [draft for draft, held in self.account.drafts.items() if held == message.id]
        del self.account.drafts[draft_id]
        return draft_id

    def _with_id(self, label: Label, message_id: str) -> list[Stored]:
        return [message for message in self.account.labelled(label) if message.heading.message_id == message_id]

    def _headings(self, label: Label) -> list[Heading]:
        return [message.heading for message in self.account.labelled(label)]


def _is_watched(message: Stored) -> bool:
    return bool(message.labels & _WATCHED) and Label.TRASH not in message.labels


def _order(message: Stored) -> str:
    """Sorts by the server's time, then by arrival."""
    return f"{message.received_at.astimezone(UTC).isoformat(timespec='microseconds')} {message.id}"


def _ref_to(message: Stored) -> MessageRef:
    place = Place.INBOX if Label.INBOX in message.labels else Place.SENT
    return MessageRef(message.id, place, message.received_at.astimezone(UTC), len(message.raw), message.thread)
