"""Labels named `afterword/…` at Gmail: one for each kind of message, shown to the user and read back when he chooses another.

Only a label that is put on counts, never one that is taken off: whoever deletes our labels means them and not his mail. What the
messages bear is looked for once in the life of this object, and followed through the history from then on.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from daemon.errors import MailboxError, MailboxUnavailable, SignInFailed
from daemon.mailbox.gmail_calls import GmailCalls, is_id
from daemon.mailbox.gmail_faults import Gone

logger = logging.getLogger(__name__)

ABOVE = "afterword"


class GmailLabels:
    """See `daemon.mailbox.protocol.Labels`. Any method but `note` and `borne` may raise MailboxError."""

    def __init__(self, calls: GmailCalls) -> None:
        self._calls = calls
        self._ids: dict[str, str] = {}
        """Gmail's ids of our labels, by kind."""
        self._not_made: set[str] = set()
        """The names of labels that Gmail refuses to make."""
        self._noted: list[tuple[str, str, bool]] = []
        """A message, a label, ours or not, and whether it was put on; since the last look, in order."""
        self._own: set[tuple[str, str]] = set()
        """What we have put on ourselves, message and kind, and not met again in the history."""
        self._borne: dict[str, tuple[str, ...]] | None = None

    def note(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Look through a piece of the history."""
        for record in records:
            for what, is_on in (("labelsAdded", True), ("labelsRemoved", False)):
                for each in record.get(what, ()):
                    self._noted += [(str(each["message"]["id"]), str(label), is_on) for label in each.get("labelIds", ())]

    def met(self, kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
        known = self._known(kinds)
        of_label = {label: kind for kind, label in known.items()}
        noted = [(message, of_label[label], is_on) for message, label, is_on in self._noted if label in of_label]
        is_first = self._borne is None
        borne = self._looked_for(known) if self._borne is None else self._borne
        met = dict(borne) if is_first else {}
        for message, kind, is_on in noted:
            if not is_first:  # what was looked for just now is younger than the history
                borne[message] = _without(borne.get(message, ()), kind) + ((kind,) if is_on else ())
            if is_on and (message, kind) in self._own:
                self._own.discard((message, kind))
            elif is_on:
                met[message] = (*_without(met.get(message, ()), kind), kind)
        self._borne = {message: each for message, each in borne.items() if each}
        self._noted.clear()
        return met

    def borne(self) -> Mapping[str, tuple[str, ...]]:
        return self._borne or {}

    def show(self, message: str, kind: str) -> None:
        if not is_id(message):
            return
        try:
            self._put_on(message, kind)
        except (MailboxUnavailable, SignInFailed):
            raise
        except MailboxError:
            # the user may have deleted a label; then it has to be made again
            before, self._ids = self._ids, {}
            if self._known([*before]) == before:
                raise
            self._put_on(message, kind)

    def _put_on(self, message: str, kind: str) -> None:
        if kind not in self._ids:
            raise MailboxError(f"there is no label {ABOVE}/{kind}")
        others = [label for other, label in self._ids.items() if other != kind]
        with contextlib.suppress(Gone):  # it was deleted meanwhile
            self._calls.relabel(message, [self._ids[kind]], others)
            if self._borne is not None:
                self._borne[message] = (kind,)
            self._own.add((message, kind))

    def _looked_for(self, known: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        borne: dict[str, tuple[str, ...]] = {}
        for kind, label in known.items():
            for message in self._calls.search("", label=label):
                borne[message] = (*borne.get(message, ()), kind)
        return borne

    def _known(self, kinds: Sequence[str]) -> dict[str, str]:
        """The ids of the labels by kind; those of these kinds are made where they are missing."""
        if not self._ids:
            self._ids = self._listed()
        if missing := [kind for kind in kinds if kind not in self._ids and f"{ABOVE}/{kind}" not in self._not_made]:
            if ABOVE not in self._calls.labels():
                self._make(ABOVE)  # Gmail nests labels only below one that exists
            for kind in missing:
                self._make(f"{ABOVE}/{kind}")
            self._ids = self._listed()
        return self._ids

    def _listed(self) -> dict[str, str]:
        beginning = f"{ABOVE}/"
        return {name.removeprefix(beginning): label for name, label in self._calls.labels().items() if name.startswith(beginning)}

    def _make(self, name: str) -> None:
        """A label that Gmail refuses (there may be so many, or it is reserved) is not asked for again, and ends nothing."""
        try:
            self._calls.create_label(name)
        except (MailboxUnavailable, SignInFailed):
            raise
        except MailboxError as error:
            self._not_made.add(name)
            logger.warning("the label %s cannot be made: %s", name, error)


def _without(kinds: tuple[str, ...], kind: str) -> tuple[str, ...]:
    return tuple(each for each in kinds if each != kind)
