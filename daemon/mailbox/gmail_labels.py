"""Labels named `afterword/…` at Gmail: one for each kind of message, shown to the user and read back when he chooses another.

Only a label that is put on counts, never one that is taken off: whoever deletes our labels means them and not his mail.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from daemon.mailbox.gmail_calls import GmailCalls, is_id
from daemon.mailbox.gmail_faults import Gone

ABOVE = "afterword"


class GmailLabels:
    """See `daemon.mailbox.protocol.Labels`. Any method but `note` may raise MailboxError."""

    def __init__(self, calls: GmailCalls) -> None:
        self._calls = calls
        self._ids: dict[str, str] = {}
        """Gmail's ids of our labels, by kind."""
        self._noted: dict[str, list[str]] = {}
        """By message, the labels that were put on since the last look, ours or not."""
        self._own: set[tuple[str, str]] = set()
        """What we have put on ourselves and not met again in the history."""
        self._shown: dict[str, str] | None = None

    def note(self, records: Iterable[Mapping[str, Any]]) -> None:
        """Look through a piece of the history."""
        for record in records:
            for each in record.get("labelsAdded", ()):
                self._noted.setdefault(str(each["message"]["id"]), []).extend(map(str, each.get("labelIds", ())))

    def chosen(self) -> dict[str, str]:
        if not self._noted:
            return {}
        kinds = {label: kind for kind, label in self._known().items()}
        noted, self._noted = self._noted, {}
        chosen = {}
        for message, labels in noted.items():
            for label in (label for label in labels if label in kinds):
                if (message, label) in self._own:
                    self._own.discard((message, label))
                else:
                    chosen[message] = kinds[label]
                    if self._shown is not None:
                        self._shown.pop(message, None)  # it bears two labels now
        return chosen

    def shown(self, kinds: Sequence[str]) -> Mapping[str, str]:
        known = self._known()
        if missing := [kind for kind in kinds if kind not in known]:
            self._make(missing)
        if self._shown is None:
            found = [(message, kind) for kind, label in self._known().items() for message in self._calls.search("", label=label)]
            borne = Counter(message for message, _ in found)
            self._shown = {message: kind for message, kind in found if borne[message] == 1}
        return self._shown

    def show(self, message: str, kind: str) -> None:
        label = self._known()[kind]
        others = [other for other in self._known().values() if other != label]
        if is_id(message):
            with contextlib.suppress(Gone):  # it was deleted meanwhile
                self._calls.relabel(message, [label], others)
                self._own.add((message, label))
        if self._shown is not None:
            self._shown[message] = kind

    def _known(self) -> dict[str, str]:
        if not self._ids:
            beginning = f"{ABOVE}/"
            names = self._calls.labels()
            self._ids = {name.removeprefix(beginning): key for name, key in names.items() if name.startswith(beginning)}
        return self._ids

    def _make(self, kinds: Sequence[str]) -> None:
        names = self._calls.labels()
        if ABOVE not in names:
            self._calls.create_label(ABOVE)  # Gmail nests labels only below one that exists
        for kind in kinds:
            if f"{ABOVE}/{kind}" not in names:
                self._calls.create_label(f"{ABOVE}/{kind}")
        self._ids = {}
