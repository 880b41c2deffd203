"""Which folder of an IMAP account plays which role.

The user's own word wins; then SPECIAL-USE (RFC 6154), which servers also send without announcing it; then the names that mail
programs give these folders in many languages. No folder is ever created on somebody's server.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import normalize

from daemon.errors import FolderMissing
from daemon.mailbox.protocol import Place

SPECIAL_USE = MappingProxyType({Place.SENT: "\\sent", Place.DRAFTS: "\\drafts", Place.BIN: "\\trash"})
UNSELECTABLE = frozenset({"\\noselect", "\\nonexistent"})
ARCHIVES = frozenset({"\\archive", "\\all"})
MORE_AT_MOST = 4

# parents of special folders that are no folders of the user's own making
PROVIDERS_PARENTS = frozenset({"", "inbox", "[gmail]", "[google mail]"})

COMMON_NAMES: Mapping[Place, tuple[str, ...]] = MappingProxyType(
    {
        Place.DRAFTS: (
            *("drafts", "draft", "entwürfe", "entwurf", "brouillons", "brouillon", "borradores", "borrador", "bozze"),
            *("rascunhos", "concepten", "utkast", "kladder", "kladde", "luonnokset", "szkice", "kopie robocze", "robocze"),
            *("koncepty", "rozepsané", "piszkozatok", "ciorne", "taslaklar", "esborranys", "πρόχειρα", "черновики", "чернетки"),
            *("чернови", "טיוטות", "المسودات", "下書き", "草稿", "草稿箱", "草稿匣", "임시보관함", "임시 보관함"),
        ),
        Place.SENT: (
            *("sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet", "gesendete elemente"),
            *("gesendete objekte", "gesendete nachrichten", "gesendete", "envoyés", "éléments envoyés", "messages envoyés"),
            *("enviados", "elementos enviados", "mensajes enviados", "correo enviado", "posta inviata", "inviata", "inviati"),
            *("enviadas", "itens enviados", "mensagens enviadas", "verzonden", "verzonden items", "verzonden berichten"),
            *("skickat", "skickade", "skickade objekt", "sendt", "sendte", "sendte elementer", "sendt post", "lähetetyt"),
            *("wysłane", "elementy wysłane", "odeslané", "odeslaná pošta", "odoslané", "elküldött", "elküldött elemek"),
            *("trimise", "gönderilmiş", "gönderilmiş öğeler", "gönderilenler", "enviats", "απεσταλμένα", "отправленные"),
            *("надіслані", "изпратени", "נשלח", "المرسلة", "送信済み", "送信済みアイテム", "已发送", "已发送邮件", "已傳送"),
            *("寄件備份", "보낸편지함", "보낸 편지함"),
        ),
        Place.BIN: (
            *("trash", "bin", "deleted items", "deleted messages", "deleted", "papierkorb", "gelöscht", "gelöschte elemente"),
            *("gelöschte objekte", "corbeille", "éléments supprimés", "messages supprimés", "papelera", "elementos eliminados"),
            *("cestino", "posta eliminata", "lixeira", "itens excluídos", "reciclagem", "prullenbak", "verwijderde items"),
            *("papperskorgen", "borttaget", "borttagna objekt", "papirkurv", "papirkurven", "slettet post", "slettede elementer"),
            *("roskakori", "poistetut", "kosz", "elementy usunięte", "koš", "odstraněná pošta", "kôš", "lomtár", "kuka"),
            *("törölt elemek", "coș de gunoi", "çöp kutusu", "çöp", "silinmiş öğeler", "paperera", "κάδος απορριμμάτων"),
            *("корзина", "удаленные", "удалённые", "кошик", "кошче", "אשפה", "المهملات", "ごみ箱", "削除済みアイテム"),
            *("已删除", "已删除邮件", "垃圾桶", "휴지통", "지운편지함"),
        ),
    }
)

LISTED_AT_MOST = 60


@dataclass(frozen=True, slots=True)
class Folder:
    """One line of a LIST response: attributes in lower case, the separator ('' in a flat account), the decoded name."""

    attributes: frozenset[str]
    separator: str
    name: str

    @property
    def selectable(self) -> bool:
        return not self.attributes & UNSELECTABLE

    @property
    def leaf(self) -> str:
        return self.name.rpartition(self.separator)[2] if self.separator else self.name

    @property
    def parent(self) -> str:
        return self.name.rpartition(self.separator)[0] if self.separator else ""


def find_folders(
    folders: Sequence[Folder], overrides: Mapping[Place, str], personal_prefixes: Iterable[str] = ()
) -> Mapping[Place, str]:
    """The name of the folder for each role. Inbox and drafts are always there; sent and bin only where the account has them.

    `personal_prefixes` are those of the user's own namespaces (RFC 2342), separator included. The settings may leave them out, as
    most mail programs do when they show a folder's name.

    Raises FolderMissing where there is no drafts folder, or none of a name that `overrides` gives.
    """
    usable = [folder for folder in folders if folder.selectable]
    by_name = {normalize("NFC", folder.name): folder.name for folder in usable} | {"INBOX": "INBOX"}
    prefixes = list(personal_prefixes)
    parents = _parents(prefixes)
    found: dict[Place, str] = {}
    for place in Place:
        wanted = overrides.get(place)
        if wanted is not None:
            named = [
                by_name[name] for name in (normalize("NFC", prefix + wanted) for prefix in ("", *prefixes)) if name in by_name
            ]
            if not named:
                raise FolderMissing(f"there is no folder {wanted!r}, which the settings name for {place}; {there_are(usable)}")
            found[place] = named[0]
        elif place is Place.INBOX:
            found[place] = "INBOX"
        elif name := _by_special_use(place, usable) or _by_name(place, usable, parents):
            found[place] = name
    if Place.DRAFTS not in found:
        raise FolderMissing(f"no folder looks like the one for drafts; name it in the settings; {there_are(usable)}")
    return MappingProxyType(found)


def find_more(
    folders: Sequence[Folder], found: Mapping[Place, str], overrides: Mapping[Place, str], personal_prefixes: Iterable[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where letters of the user's lie: the folders with sent mail, that of the role first, and the archives.

    Each of a user's mail programs may file sent mail under the name that it knows ("Sent", "Sent Messages", "Gesendet"), and
    some programs archive a letter as soon as it is answered. Where the settings name the folder for sent mail, it is the only
    one.
    """
    usable = [folder for folder in folders if folder.selectable and folder.name not in found.values()]
    parents = _parents(personal_prefixes)
    sent = [
        folder
        for folder in usable
        if SPECIAL_USE[Place.SENT] in folder.attributes
        or (_key(folder.leaf) in COMMON_NAMES[Place.SENT] and _key(folder.parent) in parents)
    ]
    if Place.SENT in overrides:
        sent = []
    archives = [folder.name for folder in usable if folder.attributes & ARCHIVES and folder not in sent]
    more = sorted(sent, key=lambda folder: _rank(Place.SENT, folder))[:MORE_AT_MOST]
    chosen = [found[Place.SENT]] if Place.SENT in found else []
    return (*chosen, *(folder.name for folder in more)), tuple(archives[:MORE_AT_MOST])


def _parents(personal_prefixes: Iterable[str]) -> frozenset[str]:
    return PROVIDERS_PARENTS | {_key(prefix.rstrip("./\\")) for prefix in personal_prefixes}


def _by_special_use(place: Place, folders: Sequence[Folder]) -> str | None:
    """Of several folders that are told to be it, the one that is also called so."""
    told = [folder for folder in folders if SPECIAL_USE[place] in folder.attributes]
    return min(told, key=lambda folder: _rank(place, folder)).name if told else None


def _by_name(place: Place, folders: Sequence[Folder], parents: frozenset[str]) -> str | None:
    called = [folder for folder in folders if _key(folder.leaf) in COMMON_NAMES[place] and _key(folder.parent) in parents]
    return min(called, key=lambda folder: _rank(place, folder)).name if called else None


def _rank(place: Place, folder: Folder) -> int:
    names = COMMON_NAMES[place]
    key = _key(folder.leaf)
    return names.index(key) if key in names else len(names)


def _key(name: str) -> str:
    return normalize("NFC", name).casefold()


def there_are(folders: Sequence[Folder]) -> str:
    """The names of the folders, for a human."""
    names = [repr(folder.name) for folder in folders[:LISTED_AT_MOST]]
    more = len(folders) - len(names)
    return f"there are: {', '.join(names) or 'none'}" + (f" and {more} more" if more else "")
