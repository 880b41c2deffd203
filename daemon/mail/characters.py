"""Which characters may leave this room: none that a database, a log or a header of ours would choke on.

Mail brings lone surrogates, NUL, control characters, cp1252 under a Latin-1 label, and invisible characters that hide text
from a reader but not from a program. Every string of a `Message` went through `clean_text` or `clean_line`.
"""

from __future__ import annotations

import codecs
import re

_SPACES = (0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_INVISIBLE = (
    0x00AD,  # soft hyphen
    0x034F,  # combining grapheme joiner, the filler of preheaders
    0x061C,
    0x115F,
    0x1160,
    0x180E,
    *range(0x200B, 0x2010),  # zero-width and directional marks
    *range(0x202A, 0x202F),  # bidirectional overrides
    *range(0x2060, 0x2070),
    *range(0xFE00, 0xFE10),  # variation selectors
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0200),  # tags and further variation selectors: a channel for text that nobody sees
)


def _translation() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys((*range(0x20), 0x7F, *_INVISIBLE))
    # C1 controls in mail are cp1252 quotes and dashes under a label that says ISO 8859-1.
    for code in range(0x80, 0xA0):
        table[code] = bytes([code]).decode("cp1252", "ignore") or None
    table |= dict.fromkeys(_SPACES, " ")
    table |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
    table |= {ord("\t"): "\t", ord("\n"): "\n", ord("\v"): "\n", ord("\f"): "\n", 0x2028: "\n", 0x2029: "\n"}
    return table


_TRANSLATION = _translation()
_BLANK_RUN = re.compile(r"\n{3,}")

# Decoding with these would be wrong or takes quadratic time; mail has no use for them.
_NOT_FOR_MAIL = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
_LATIN = frozenset({"", "ascii", "iso8859-1", "cp1252"})
# Labels under which senders write a superset.
_SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932", "iso8859-9": "cp1254"}
_OTHER_NAMES = {"ks_c_5601-1987": "cp949", "iso-8859-8-i": "iso-8859-8", "x-sjis": "cp932", "utf8mb4": "utf-8"}


def clean_text(text: str, limit: int) -> str:
    """`text` with plain line ends, without control, invisible and surrogate characters, of at most `limit` characters.

    Lines lose their trailing blanks, and more than one empty line in a row becomes one.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TRANSLATION)
    stripped = "\n".join(line.rstrip() for line in plain.split("\n"))
    return _BLANK_RUN.sub("\n\n", stripped).strip()[:limit].rstrip()


def clean_line(text: str, limit: int) -> str:
    """`text` as one line: what `clean_text` drops is dropped, every run of white space is one blank."""
    return " ".join(text.replace("\r", "\n").translate(_TRANSLATION).split())[:limit].rstrip()


def decode_bytes(data: bytes, label: str) -> str:
    """Bytes of mail as text. `label` is the charset that the sender names ('' for none), which is often wrong.

    Valid UTF-8 under an ASCII or Latin-1 label is UTF-8; Latin-1 is read as cp1252; an unknown or refused charset is
    treated as if none was named. Never raises.
    """
    if data.startswith(codecs.BOM_UTF8):
        return data[len(codecs.BOM_UTF8) :].decode("utf-8", "replace")
    codec = _codec_name(label)
    if codec in _LATIN:
        return _utf8_or_cp1252(data)
    try:
        return data.decode(codec)
    except LookupError:  # a codec that is no charset, such as "zip"
        return _utf8_or_cp1252(data)
    except ValueError:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode(codec, "replace")


def _codec_name(label: str) -> str:
    """The name of the codec to use for a charset label, '' where the label is of no help."""
    label = label.strip().strip("\"'").lower()
    if not label or len(label) > 40:
        return ""
    label = _OTHER_NAMES.get(label, label)
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return "" if name in _NOT_FOR_MAIL else _SUPERSETS.get(name, name)


def _utf8_or_cp1252(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes mean nothing in cp1252. As Latin-1 they are controls, which `clean_text` turns into text or drops.
        return data.decode("latin-1")
