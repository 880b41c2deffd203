"""The Maildir back end: the Mailbox protocol on a mailbox on disk, as Dovecot, mbsync and offlineimap keep it.

Other programs rename, move and delete files at any moment; all that is believed here is what a listing shows now. A cycle with
nothing new lists two folders and opens no file. Locks are not needed: a Maildir changes by renaming only.
"""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from daemon.errors import FolderMissing, MailboxUnavailable
from daemon.mail.limits import MAX_SIZE
from daemon.mailbox.draft_fate import HEADER_AT_MOST, Heading, Neighbours, draft_fate, read_heading
from daemon.mailbox.fingerprint import READ_AT_MOST, fingerprint
from daemon.mailbox.maildir_cursor import compare, dump_cursor, load_cursor
from daemon.mailbox.maildir_folder import Entry, MaildirFolder
from daemon.mailbox.maildir_layout import Layout, find_layout
from daemon.mailbox.protocol import Batch, DraftRef, DraftStatus, Found, MessageRef, Place, RawMessage, ReplyAnchor

BATCH_COUNT = 200

SEARCHED_AT_MOST = 5_000
"""Messages of a folder whose headers are searched for a Message-ID: the newest by the delivery that their names tell. Each is
opened once in the life of the object. A draft is asked about for weeks, in which nobody sends so many."""

_POLL_SECONDS = 1.0
_WATCHED = (Place.INBOX, Place.SENT)


@dataclass(frozen=True, slots=True)
class _Lying:
    """A message and where it lies."""

    folder: MaildirFolder
    entry: Entry
    heading: Heading

    def read(self) -> bytes | None:
        return self.folder.read(self.entry, READ_AT_MOST)


class MaildirMailbox:
    """See the module. `path` is the inbox (or holds one called INBOX); `folders` names folders that have no usual name.

    `MessageRef.id` is the folder's role and a hash of the file's base name, so it outlives changes of flags and the move from
    `new` to `cur`. `Batch.gone` is complete. Methods raise MailboxUnavailable where the file system fails, and FolderMissing.
    """

    def __init__(self, name: str, path: Path, *, folders: Mapping[Place, str] | None = None, size_cap: int = MAX_SIZE) -> None:
        self._name = name
        self._path = path
        self._overrides = dict(folders or {})
        self._size_cap = size_cap
        self._listed: dict[Place, dict[bytes, Entry]] = {}
        self._dated: dict[bytes, tuple[datetime, int]] = {}
        self._read_headings: dict[Place, dict[bytes, Heading]] = {}
        self._ours: set[str] = set()
        self._seen: tuple[int, ...] | None = None
        self._bell = threading.Event()

    @property
    def name(self) -> str:
        return self._name

    def changes(self, cursor: str | None, since: datetime) -> Batch:
        """See the protocol. In a folder that was made anew (`maildir_cursor.compare`) the cursor is lost, and `since` counts
        again."""
        known = load_cursor(cursor) if cursor is not None else {}
        resynced = known is None
        reached: dict[Place, Set[bytes]] = dict(known or {})
        waiting: list[MessageRef] = []
        gone: list[str] = []
        with self._disk() as layout:
            self._seen = _stamp(layout)
            for place in _WATCHED:
                if place not in layout.folders:
                    continue
                present = self._list(layout, place)
                compared = compare(reached.get(place), present.keys())
                resynced = resynced or (compared.afresh and place in reached)
                gone += [_id_of(place, key) for key in sorted(compared.gone)]
                dated = list(self._dated_refs(layout.folders[place], place, compared.unknown, present))
                too_old = {ref for ref in dated if compared.afresh and ref.received_at < since}
                reached[place] = compared.kept | set(map(_key_of, too_old))
                waiting += [ref for ref in dated if ref not in too_old]
        waiting.sort(key=lambda ref: (ref.received_at, ref.id))
        announced, later = waiting[:BATCH_COUNT], waiting[BATCH_COUNT:]
        for place in reached:
            reached[place] = reached[place] | {_key_of(ref) for ref in announced if ref.place is place}
        self._dated = {key: self._dated[key] for key in map(_key_of, later)}
        return Batch(tuple(announced), tuple(gone), dump_cursor(reached), more=bool(later), resynced=resynced)

    def fetch(self, refs: tuple[MessageRef, ...]) -> list[RawMessage]:
        fetched = []
        with self._disk() as layout:
            for place in {ref.place for ref in refs} & layout.folders.keys():
                self._refresh(layout, place, [_key_of(ref) for ref in refs if ref.place is place])
            for ref in refs:
                entry = self._listed.get(ref.place, {}).get(_key_of(ref))
                raw = layout.folders[ref.place].read(entry, self._size_cap + 1) if entry else None
                if raw is not None and len(raw) <= self._size_cap:
                    fetched.append(RawMessage(ref, raw))
        return fetched

    def find(self, message_id: str) -> Found | None:
        with self._disk() as layout:
            for place in (Place.DRAFTS, Place.SENT, Place.BIN):
                for copy in self._copies(layout, place, message_id):
                    if (raw := copy.read()) is not None:
                        return Found(place, self._ref(layout, copy.heading, fingerprint(raw)))
        return None

    def save_draft(self, mime: bytes, reply_to: ReplyAnchor | None) -> DraftRef:  # noqa: ARG002 - see the docstring
        """See the protocol. The thread is that of the In-Reply-To of `mime`: a Maildir has no other."""
        with self._disk() as layout:
            folder = layout.ensure(Place.DRAFTS)
            if folder is None:
                there = ", ".join(sorted(each.path.name for each in layout.folders.values()))
                raise FolderMissing(
                    f'mailbox "{self._name}" has no drafts folder; of the folders there are, these are known: {there}'
                )
            ref = self._ref(layout, read_heading(mime), fingerprint(mime))
            folder.deliver(mime, flags="DS")
        return ref

    def draft_status(self, ref: DraftRef) -> DraftStatus:
        self._ours.add(ref.message_id)
        with self._disk() as layout:
            held = [copy.read() for copy in self._copies(layout, Place.DRAFTS, ref.message_id)]
            return draft_fate(
                ref,
                copies=[fingerprint(raw) for raw in held if raw is not None],
                drafts=self._headings(layout, Place.DRAFTS),
                sent=self._headings(layout, Place.SENT),
                ours=self._ours,
            )

    def withdraw_draft(self, ref: DraftRef) -> bool:
        """See the protocol. In a plain layout without a bin, the draft is marked as trashed where it lies."""
        self._ours.add(ref.message_id)
        with self._disk() as layout:
            copies = list(self._copies(layout, Place.DRAFTS, ref.message_id))
            held = [copy.read() for copy in copies]
            if not copies or any(raw is None or fingerprint(raw) != ref.fingerprint for raw in held):
                return False
            moved = [copy.folder.move(copy.entry, layout.ensure(Place.BIN) or copy.folder, flags="DST") for copy in copies]
            return all(moved)

    def wait(self, timeout: float) -> bool:
        """See the protocol. What changed since the last `changes` (or `wait`) counts, so that nothing falls between them. A look
        at the folders costs so little that there is one every second, whatever their mailbox's poll interval is."""
        deadline = time.monotonic() + timeout
        with self._disk() as layout:
            while True:
                stamp = _stamp(layout)
                before, self._seen = self._seen, stamp
                if before not in (None, stamp):
                    return True
                remaining = deadline - time.monotonic()
                if self._bell.wait(max(0.0, min(remaining, _POLL_SECONDS))):
                    self._bell.clear()
                    return True
                if remaining <= 0:
                    return False

    def interrupt(self) -> None:
        self._bell.set()

    def deliver_to_self(self, mime: bytes) -> None:
        with self._disk() as layout:
            layout.inbox.create()
            layout.inbox.deliver(mime)

    def find_in_inbox(self, message_id: str) -> bool:
        with self._disk() as layout:
            return any(heading.message_id == message_id for heading in self._headings(layout, Place.INBOX))

    def close(self) -> None:
        """There is no connection; a `wait` ends."""
        self._bell.set()

    @contextmanager
    def _disk(self) -> Iterator[Layout]:
        """The layout as it is now; folders come and go while the program runs."""
        try:
            yield find_layout(self._path, self._overrides)
        except OSError as error:
            raise MailboxUnavailable(f'mailbox "{self._name}": {error.strerror or error}: {error.filename}') from error

    def _list(self, layout: Layout, place: Place) -> dict[bytes, Entry]:
        self._listed[place] = layout.folders[place].entries()
        return self._listed[place]

    def _refresh(self, layout: Layout, place: Place, wanted: list[bytes]) -> None:
        """List the folder again unless all that is wanted still lies where it was listed."""
        listed = self._listed.get(place, {})
        if not all(key in listed and listed[key].path.exists() for key in wanted):
            self._list(layout, place)

    def _dated_refs(
        self, folder: MaildirFolder, place: Place, keys: Set[bytes], present: Mapping[bytes, Entry]
    ) -> Iterator[MessageRef]:
        """References to these messages. When one was received is found out once, however many batches it waits for."""
        for key in keys:
            if key not in self._dated:
                status = folder.status(present[key])
                if status is None:
                    continue
                modified_at = datetime.fromtimestamp(status.st_mtime, UTC)
                self._dated[key] = (folder.received_at(present[key], modified_at), status.st_size)
            yield MessageRef(_id_of(place, key), place, *self._dated[key])

    def _ref(self, layout: Layout, ours: Heading, content: str) -> DraftRef:
        """A draft of ours as of now."""
        self._ours.add(ours.message_id)
        neighbours = Neighbours.of(ours, self._headings(layout, Place.DRAFTS), self._headings(layout, Place.SENT))
        return DraftRef(ours.message_id, neighbours.dump(), content, ours.parent)

    def _copies(self, layout: Layout, place: Place, message_id: str) -> Iterator[_Lying]:
        return (lying for lying in self._lying(layout, place) if lying.heading.message_id == message_id)

    def _headings(self, layout: Layout, place: Place) -> Iterator[Heading]:
        return (lying.heading for lying in self._lying(layout, place))

    def _lying(self, layout: Layout, place: Place) -> Iterator[_Lying]:
        """What lies in a folder, the newest first, at most 5,000 messages. A draft marked as trashed lies in the bin."""
        if place is Place.BIN:
            yield from (lying for lying in self._searched(layout, Place.DRAFTS) if "T" in lying.entry.flags)
        for lying in self._searched(layout, place):
            if place is not Place.DRAFTS or "T" not in lying.entry.flags:
                yield lying

    def _searched(self, layout: Layout, place: Place) -> Iterator[_Lying]:
        if place not in layout.folders:
            return
        folder = layout.folders[place]
        newest = heapq.nlargest(SEARCHED_AT_MOST, folder.entries().items(), key=_newness)
        cached = self._read_headings.get(place, {})
        self._read_headings[place] = {key: cached[key] for key, _ in newest if key in cached}
        for key, entry in newest:
            heading = cached.get(key)
            if heading is None:
                header = folder.read(entry, HEADER_AT_MOST)
                if header is None:
                    continue
                heading = read_heading(header)
                self._read_headings[place][key] = heading
            yield _Lying(folder, entry, heading)


def _newness(item: tuple[bytes, Entry]) -> datetime:
    """By the delivery that the name tells; a name that tells none may be new."""
    return item[1].delivered_at or datetime.max.replace(tzinfo=UTC)


def _stamp(layout: Layout) -> tuple[int, ...]:
    return tuple(part for place in _WATCHED if place in layout.folders for part in layout.folders[place].stamp())


def _id_of(place: Place, key: bytes) -> str:
    return f"{place.value}:{key.hex()}"


def _key_of(ref: MessageRef) -> bytes:
    """No message has the key of an id that another back end gave."""
    try:
        return bytes.fromhex(ref.id.removeprefix(f"{ref.place.value}:"))
    except ValueError:
        return b""
