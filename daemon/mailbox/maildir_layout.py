"""Which directories are the inbox, the sent folder, the drafts and the bin of a mailbox on disk.

Two layouts are usual. In *Maildir++* (Dovecot, Courier) the folders lie in the inbox and their names begin with a dot: `.Sent`.
In the *plain* layout (mbsync, offlineimap) each folder is a directory with its own name, below the inbox or beside it. Nothing
on disk marks a role, so common English names are looked for; the configuration can name any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from imapclient.imap_utf7 import encode

from daemon.errors import FolderMissing
from daemon.mailbox.maildir_folder import MaildirFolder
from daemon.mailbox.protocol import Place

_NAMES = {
    Place.SENT: ("sent", "sent items", "sent mail", "sent messages", "sent-mail"),
    Place.DRAFTS: ("drafts", "draft"),
    Place.BIN: ("trash", "deleted items", "deleted messages", "deleted", "bin"),
}
_NEW_NAMES = {Place.DRAFTS: ".Drafts", Place.BIN: ".Trash"}
_INBOX_NAMES = ("INBOX", "Inbox", "inbox")
_PREFIXES = ("inbox.", "[gmail].", "[google mail].")
_CONTAINERS = ("[gmail]", "[google mail]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The folder of each role that there is. `plain` layouts are never added to: their synchroniser would not know the folder."""

    folders: Mapping[Place, MaildirFolder]
    plain: bool

    @property
    def inbox(self) -> MaildirFolder:
        return self.folders[Place.INBOX]

    def ensure(self, place: Place) -> MaildirFolder | None:
        """The folder for drafts or the bin; made if it is missing, in Maildir++. None where it is missing in a plain layout."""
        if place in self.folders:
            return self.folders[place]
        if self.plain:
            return None
        folder = MaildirFolder(self.inbox.path / _NEW_NAMES[place])
        folder.create()
        (folder.path / "maildirfolder").touch(mode=0o600)  # tells deliverers that this is a folder of a Maildir++
        return folder


def find_layout(path: Path, overrides: Mapping[Place, str]) -> Layout:
    """Look at `path`, the inbox itself or a directory that holds one called INBOX.

    `overrides` names folders as the user sees them or as they are on disk, relative to the inbox or beside it.
    Raises FolderMissing if there is no inbox, or if an override names nothing.
    """
    inbox = _named(path, overrides[Place.INBOX]) if Place.INBOX in overrides else _inbox(path)
    folders = {Place.INBOX: MaildirFolder(inbox)}
    for place, names in _NAMES.items():
        found = _named(inbox, overrides[place]) if place in overrides else _usual(inbox, names)
        if found is not None:
            folders[place] = MaildirFolder(found)
    return Layout(folders, plain=_is_plain(inbox))


def _inbox(path: Path) -> Path:
    for candidate in (path, *(path / name for name in _INBOX_NAMES)):
        if MaildirFolder.exists(candidate):
            return candidate
    raise FolderMissing(f'{path} is no Maildir: it has no folders "cur" and "new"')


def _named(inbox: Path, name: str) -> Path:
    forms = dict.fromkeys((name, encode(name).decode("ascii")))  # Maildir++ keeps names in IMAP's modified UTF-7
    for form in forms:
        for candidate in (inbox / form, inbox / f".{form.replace('/', '.')}", inbox.parent / form):
            if MaildirFolder.exists(candidate):
                return candidate
    there = ", ".join(sorted(folder.name for folder in _folders(inbox))) or "none"
    raise FolderMissing(f'{inbox} has no folder "{name}"; the folders there are: {there}')


def _usual(inbox: Path, names: tuple[str, ...]) -> Path | None:
    """The folder with the first of these names; one in the inbox before one beside it."""
    candidates: dict[str, Path] = {}
    for candidate in _directories(inbox, inbox.parent):
        role_name = _role_name(candidate.name)
        if role_name in names and role_name not in candidates and MaildirFolder.exists(candidate):
            candidates[role_name] = candidate
    return next((candidates[name] for name in names if name in candidates), None)


def _is_plain(inbox: Path) -> bool:
    folders = list(_folders(inbox))
    return bool(folders) and not any(folder.name.startswith(".") for folder in folders)


def _folders(inbox: Path) -> Iterator[Path]:
    """All in the inbox, and of those beside it the ones that have a role."""
    roles = {name for names in _NAMES.values() for name in names}
    for candidate in _directories(inbox, inbox.parent):
        beside = candidate.parent != inbox
        if (not beside or _role_name(candidate.name) in roles) and MaildirFolder.exists(candidate):
            yield candidate


def _directories(*parents: Path) -> Iterator[Path]:
    for parent in parents:
        for child in _children(parent):
            if child.name.casefold() in _CONTAINERS:
                yield from _children(child)
            else:
                yield child


def _children(directory: Path) -> list[Path]:
    try:
        return sorted(directory.iterdir())
    except (PermissionError, NotADirectoryError):  # what lies beside the inbox need not be ours to see
        return []


def _role_name(name: str) -> str:
    role_name = name.casefold().removeprefix(".")
    for prefix in _PREFIXES:
        role_name = role_name.removeprefix(prefix)
    return role_name
