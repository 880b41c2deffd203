"""Our drafts at Gmail: finding them again, what lies around them, and what became of them.

A draft keeps its id through every edit, while the message in it is destroyed and replaced by another: the same message means
the same words. When it is sent, the draft is gone and a new message lies in the thread. `draft_fate` holds the rules; here is
how Gmail is asked for what they look at.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from daemon.mailbox.draft_fate import Heading, Neighbours, draft_fate, heading_of, read_heading
from daemon.mailbox.fingerprint import fingerprint
from daemon.mailbox.gmail_calls import GmailCalls, Resource, decoded
from daemon.mailbox.gmail_faults import Gone
from daemon.mailbox.gmail_history import BIN, DRAFT, SENT, SPAM, labels_of
from daemon.mailbox.protocol import DraftRef, DraftStatus, Found, Place, ReplyAnchor

HEADERS = ("Message-ID", "In-Reply-To", "To", "Cc", "Bcc")

_LATELY = 10
"""So many drafts are looked through beside the search, which may not know yet what was saved a moment ago."""

_REMEMBERED = 2_000

_Thread = list[tuple[Resource, Heading]]


@dataclass(frozen=True, slots=True)
class Handle:
    """What of a `DraftRef.handle` is Gmail's: the draft's id, the ids of the message in it and of its thread as we saw them last,
    and the fingerprint of that message."""

    draft: str = ""
    message: str = ""
    thread: str = ""
    content: str = ""

    @classmethod
    def load(cls, text: str) -> Handle:
        """Empty for a handle that another back end wrote."""
        try:
            match json.loads(text):
                case {"draft": str(draft), "message": str(message), "thread": str(thread), "content": str(content)}:
                    return cls(draft, message, thread, content)
        except ValueError:
            pass
        return cls()

    def dump(self, neighbours: Neighbours) -> str:
        return neighbours.dump(draft=self.draft, message=self.message, thread=self.thread, content=self.content)


class GmailDrafts:
    """The drafts of one account. Any method may raise MailboxError."""

    def __init__(self, calls: GmailCalls) -> None:
        self._calls = calls
        self._ours: set[str] = set()
        self._fingerprints: dict[str, str] = {}
        self._headings: dict[str, Heading] = {}
        self._statuses: dict[DraftRef, tuple[tuple[str, int], DraftStatus]] = {}
        """What came out last, and as of when: where nothing changed in the mailbox, nothing did here."""

    def find(self, message_id: str) -> Found | None:
        """As the protocol says."""
        if draft := self._draft_of(message_id):
            held = self._calls.draft_message(draft, "raw")
            if held is not None and _is_draft(held):
                raw = decoded(held["raw"])
                return Found(Place.DRAFTS, self._ref(read_heading(raw), held, draft, raw))
        candidates = self._calls.messages(list(self._calls.search(search_for(message_id), bin_too=True)), "raw")
        there = [message for message in candidates.values() if message is not None]
        for place, label in ((Place.SENT, SENT), (Place.BIN, BIN)):
            for message in there:
                raw = decoded(message["raw"])
                heading = read_heading(raw)
                if heading.message_id == message_id and label in labels_of(message) and (place is Place.BIN or _is_here(message)):
                    return Found(place, self._ref(heading, message, "", raw))
        return None

    def save(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:
        """As the protocol says. Where the very draft lies in the thread already under a Message-ID that is none of ours, it is
        taken: Gmail gave it that one, and whoever saved it did not live to hear of it."""
        ours, content = read_heading(mime), fingerprint(mime)
        thread = reply_to.thread_hint if reply_to else ""
        around = self._thread(thread) if ours.parent else []
        neighbours = _neighbours(ours, around)
        draft, message = self._twin(ours, content, around) or self._calls.create_draft(mime, thread)
        self._ours.add(ours.message_id)
        handle = Handle(draft, str(message["id"]), thread or str(message.get("threadId", "")), content)
        return DraftRef(ours.message_id, handle.dump(neighbours), content, reply_to.message_id if reply_to else "")

    def status(self, ref: DraftRef) -> DraftStatus:
        """As the protocol says."""
        self._ours.add(ref.message_id)
        as_of = (self._calls.history_id(), len(self._ours))
        known = self._statuses.get(ref)
        if known is None or known[0] != as_of:
            known = self._statuses[ref] = (as_of, self._status(ref))
        return known[1]

    def _status(self, ref: DraftRef) -> DraftStatus:
        draft, held = self._held(ref)
        content = self._content(ref, draft, held) if held is not None else None
        if content is not None:
            return draft_fate(ref, [content], (), (), self._ours)
        drafts, sent = _sorted(self._thread(Handle.load(ref.handle).thread) if ref.in_reply_to else [])
        return draft_fate(ref, (), drafts, [*self._sent_as(ref.message_id), *sent], self._ours)

    def withdraw(self, ref: DraftRef) -> bool:
        """As the protocol says. An edit between the look and the withdrawal destroys the message: then there is none to bin."""
        self._ours.add(ref.message_id)
        draft, held = self._held(ref)
        if held is None or self._content(ref, draft, held) != ref.fingerprint:
            return False
        try:
            self._calls.bin(str(held["id"]))
        except Gone:
            return False
        return True

    def _held(self, ref: DraftRef) -> tuple[str, Resource | None]:
        """The draft's id and the message that it holds now; None where it is no draft any more."""
        draft = Handle.load(ref.handle).draft or self._draft_of(ref.message_id)
        held = self._calls.draft_message(draft, "minimal") if draft else None
        return draft, held if held is not None and _is_draft(held) else None

    def _draft_of(self, message_id: str) -> str:
        """The id of the draft with this Message-ID; '' for none."""
        found = self._calls.drafts(search_for(message_id))
        listed = dict(reversed([*found, *self._calls.drafts()[:_LATELY]]))
        headings = self._headings_of(list(listed.values()))
        return next((draft for draft, held in listed.items() if headings.get(held) == message_id), "")

    def _headings_of(self, messages: list[str]) -> dict[str, str]:
        """Message-IDs by Gmail's ids. A message never changes, so each is asked for once."""
        unknown = [message for message in messages if message not in self._headings]
        for key, message in self._calls.messages(unknown, "metadata", HEADERS).items():
            if message is not None:
                if len(self._headings) >= _REMEMBERED:
                    self._headings.clear()
                self._headings[key] = heading_in(message)
        return {message: self._headings[message].message_id for message in messages if message in self._headings}

    def _sent_as(self, message_id: str) -> list[Heading]:
        found = self._calls.messages(list(self._calls.search(search_for(message_id), label=SENT)), "metadata", HEADERS)
        return [heading_in(message) for message in found.values() if message is not None]

    def _thread(self, thread: str) -> _Thread:
        messages = self._calls.thread(thread, HEADERS) if thread else []
        return [(message, heading_in(message)) for message in messages]

    def _twin(self, ours: Heading, content: str, around: _Thread) -> tuple[str, Resource] | None:
        """The draft in the thread, by id and with its message, that says the same to the same people."""
        alike = [
            str(message["id"])
            for message, heading in around
            if _is_draft(message)
            and (heading.in_reply_to, heading.recipients) == (ours.in_reply_to, ours.recipients)
            and heading.message_id not in self._ours
        ]
        for key, message in self._calls.messages(alike, "raw").items():
            if message is not None and fingerprint(decoded(message["raw"])) == content:
                return next(((draft, message) for draft, held in self._calls.drafts() if held == key), None)
        return None

    def _content(self, ref: DraftRef, draft: str, held: Resource) -> str | None:
        """The fingerprint of the message in a draft; None where the draft is gone meanwhile."""
        key, handle = str(held["id"]), Handle.load(ref.handle)
        if key == handle.message:
            return handle.content
        if key not in self._fingerprints:
            message = self._calls.draft_message(draft, "raw")
            if message is None or not _is_draft(message):
                return None
            key = str(message["id"])
            if len(self._fingerprints) >= _REMEMBERED:
                self._fingerprints.clear()
            self._fingerprints[key] = fingerprint(decoded(message["raw"]))
        return self._fingerprints[key]

    def _ref(self, heading: Heading, message: Resource, draft: str, raw: bytes) -> DraftRef:
        self._ours.add(heading.message_id)
        thread = str(message.get("threadId", ""))
        around = self._thread(thread) if heading.parent else []
        handle = Handle(draft, str(message["id"]), thread, fingerprint(raw))
        return DraftRef(heading.message_id, handle.dump(_neighbours(heading, around)), handle.content, heading.parent)


def search_for(message_id: str) -> str:
    """The search for a Message-ID; Gmail wants it without its brackets."""
    return f"rfc822msgid:{message_id.strip('<>')}"


def heading_in(message: Resource) -> Heading:
    """The heading of a message that came with HEADERS."""
    return heading_of(_fields(message))


def _sorted(around: _Thread) -> tuple[list[Heading], list[Heading]]:
    """The drafts and the sent messages of a thread."""
    drafts = [heading for message, heading in around if _is_draft(message)]
    return drafts, [heading for message, heading in around if SENT in labels_of(message) and _is_here(message)]


def _neighbours(ours: Heading, around: _Thread) -> Neighbours:
    return Neighbours.of(ours, *_sorted(around))


def _fields(message: Resource) -> Iterable[tuple[str, str]]:
    named: list[dict[str, Any]] = (message.get("payload") or {}).get("headers") or []
    return [(str(field["name"]).lower(), " ".join(str(field["value"]).split())) for field in named]


def _is_here(message: Resource) -> bool:
    return not labels_of(message) & {BIN, SPAM}


def _is_draft(message: Resource) -> bool:
    return DRAFT in labels_of(message) and _is_here(message)
