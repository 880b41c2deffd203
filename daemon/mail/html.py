"""HTML to the text that its reader sees: blocks as lines, tables as readable rows, nothing that is hidden, nothing remote.

Quoted history and signatures that a mail client marked as such are kept apart from what the sender wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from daemon.mail.characters import clean_text
from daemon.mail.markup import declarations, hides, is_tiny, tame

MAX_HTML: Final = 1_000_000
"""Characters; what comes after them is not read."""

MAX_TEXT: Final = 200_000
_MAX_NODES: Final = 300_000
_SHORT_CELL: Final = 60

_DROPPED: Final = frozenset("head template object embed applet svg math select noscript audio video canvas map datalist dialog".split())
_PARAGRAPHS: Final = frozenset("p h1 h2 h3 h4 h5 h6 table ul ol dl pre blockquote hr form fieldset".split())
_LINES: Final = frozenset(
    "div section article header footer main aside nav address center tr li dt dd caption br figure figcaption legend".split()
)
_CELLS: Final = frozenset({"td", "th"})
_QUOTED_IDS: Final = frozenset({"olk_src_body_section", "isforwardcontent", "mail-editor-reference-message-container"})
_QUOTED_CLASSES: Final = frozenset(
    """
    gmail_attr yahoo_quoted moz-cite-prefix moz-forward-container moz-email-headers-table protonmail_quote tutanota_quote
    zmail_extra ms-outlook-mobile-reference-message front-blockquote sh-quoted-content
    """.split()
)
_SIGNATURE_IDS: Final = frozenset({"signature", "ms-outlook-mobile-signature", "x_signature", "mobile-signature"})
_SIGNATURE_CLASSES: Final = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block", "signature-block"})
_HISTORY_FOLLOWS: Final = frozenset({"divrplyfwdmsg", "appendonsend", "x_divrplyfwdmsg"})


@dataclass(frozen=True, slots=True)
class HtmlText:
    """The readable text of a page in three: what the sender wrote, the history below it, and the marked signature."""

    new: str
    quoted: str = ""
    signature: str = ""


def html_to_text(html: str) -> str:
    """Everything readable in `html`, in its order on the page."""
    return _render(html, apart=False).new


def split_html(html: str) -> HtmlText:
    """The readable text of `html` with quoted history and signature apart, as far as the mail client marked them."""
    return _render(html, apart=True)


class _Voice(Enum):
    NEW = auto()
    QUOTED = auto()
    SIGNATURE = auto()


@dataclass(frozen=True, slots=True)
class _Style:
    """What an element hands down to its children."""

    voice: _Voice = _Voice.NEW
    tiny: bool = False
    preformatted: bool = False
    quote_depth: int = 0


@dataclass(slots=True)
class _Open:
    """An element whose end is still to come, or, with `node` None, nothing but that end."""

    tag: str
    style: _Style


class _Page:
    """The lines of one voice. Breaks are remembered, not written, until text follows."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.pending_breaks = 0
        self.pending_blank = False
        self.pending_cell = False
        self.prefix = ""
        self.row_text = ""
        self.length = 0

    def break_line(self, count: int) -> None:
        self.pending_breaks = max(self.pending_breaks, count)
        self.pending_blank = False

    def hard_break(self) -> None:
        self.pending_breaks = min(self.pending_breaks + 1, 2) if self.pending_breaks else 1
        self.pending_blank = False

    def begin_cell(self, *, first: bool) -> None:
        """Short cells of a row share a line; a cell with lines of its own ends it."""
        self.pending_cell = not first and self.row_text != "" and len(self.row_text) <= _SHORT_CELL and "\n" not in self.row_text
        self.row_text = ""

    def write(self, text: str, style: _Style) -> None:
        if style.preformatted:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self.pending_breaks += 1
                self._put(line, style)
            return
        words = " ".join(text.split())
        if not words:
            self.pending_blank = self.pending_blank or (text != "" and self.pending_breaks == 0)
            return
        if text[0].isspace():
            self.pending_blank = self.pending_blank or self.pending_breaks == 0
        self._put(words, style)
        self.pending_blank = text[-1].isspace()

    def _put(self, text: str, style: _Style) -> None:
        if not text:
            return
        if self.pending_cell:
            lead = "  "
        elif self.pending_breaks or not self.pieces:
            lead = ("\n" * self.pending_breaks if self.pieces else "") + "> " * style.quote_depth + self.prefix
            self.prefix = ""
        else:
            lead = " " if self.pending_blank else ""
        self.row_text += ("\n" if "\n" in lead and self.row_text else "") + text[: _SHORT_CELL + 1]
        self.pending_breaks, self.pending_blank, self.pending_cell = 0, False, False
        self.pieces.append(lead + text)
        self.length += len(lead) + len(text)
