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
from daemon.mail.vocabulary import words

MAX_HTML: Final = 1_000_000
"""Characters; what comes after them is not read."""

MAX_TEXT: Final = 100_000
"""Characters of text that one page yields at most."""

_SHORT_CELL: Final = 60
_SKIPPED: Final = words("head template object embed applet svg math select audio video canvas map datalist dialog")
_PARAGRAPHS: Final = words("p h1 h2 h3 h4 h5 h6 table ul ol dl pre blockquote hr form fieldset")
_LINES: Final = words(
    "div section article header footer main aside nav address center tr li dt dd caption figure figcaption legend td th"
)
_BREAKS: Final = dict.fromkeys(_LINES, 1) | dict.fromkeys(_PARAGRAPHS, 2)
_QUOTED_IDS: Final = frozenset({"olk_src_body_section", "mail-editor-reference-message-container"})
_QUOTED_CLASSES: Final = words(
    "gmail_attr yahoo_quoted moz-cite-prefix moz-forward-container protonmail_quote tutanota_quote zmail_extra "
    "ms-outlook-mobile-reference-message front-blockquote sh-quoted-content"
)
_SIGNATURE_IDS: Final = frozenset({"signature", "ms-outlook-mobile-signature"})
_SIGNATURE_CLASSES: Final = frozenset({"gmail_signature", "moz-signature", "protonmail_signature_block"})
_HISTORY_FOLLOWS: Final = frozenset({"divrplyfwdmsg", "appendonsend"})


@dataclass(frozen=True, slots=True)
class HtmlText:
    """The readable text of a page: all of it in order, and in three: what is new, the history, the marked signature."""

    text: str
    new: str
    quoted: str
    signature: str


def html_to_text(html: str) -> str:
    """Everything that a reader of `html` sees, as text of at most `MAX_TEXT` characters."""
    return split_html(html).text


def split_html(html: str) -> HtmlText:
    """The readable text of `html`, with quoted history and signature apart as far as the mail client marked them."""
    page = tame(html[:MAX_HTML])
    reader = _Reader(page.hidden)
    reader.read(LexborHTMLParser(page.markup).root)
    return HtmlText(reader.everything.text(), *(reader.voices[voice].text() for voice in _Voice))


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
    marked: bool = False
    """Inside a quotation that no mail client marked: its lines get a ">"."""


@dataclass(frozen=True, slots=True)
class _End:
    """Stands on the stack for the end of an element."""

    tag: str


class _Reader:
    """Walks a page without recursion and writes its text: into the page of its voice, and into the page of everything."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self.hidden = hidden
        self.everything = _Lines()
        self.voices = {voice: _Lines() for voice in _Voice}
        self.pages = (self.everything, *self.voices.values())
        self.history_follows = False
        self.marks_quotes = False

    def read(self, root: LexborNode | None) -> None:
        stack: list[tuple[LexborNode | _End, _Style]] = [] if root is None else [(root, _Style())]
        while stack and self.everything.length < MAX_TEXT:
            node, style = stack.pop()
            if isinstance(node, _End):
                self._break(node.tag, ends=True)
            elif node.is_text_node:
                if not style.tiny:
                    self._write(node.text_content or "", style)
            elif (inner := self._enter(node, style)) is not None:
                tag = node.tag or ""
                stack.append((_End(tag), style))
                stack.extend((child, inner) for child in reversed(list(node.iter(include_text=True))))

    def _enter(self, node: LexborNode, style: _Style) -> _Style | None:
        """Open an element; its children's style, None if the reader sees nothing of it."""
        tag = node.tag or ""
        attributes = node.attributes if node.is_element_node else {}
        declared = declarations(attributes.get("style") or "")
        classes = (attributes.get("class") or "").split()
        identifier = (attributes.get("id") or "").lower()
        if tag in _SKIPPED or "hidden" in attributes or self._is_hidden(declared, classes, identifier):
            return None
        self._break(tag)
        for lines in self.pages:
            if tag == "li":
                lines.bullet()
            elif tag == "tr":
                lines.begin_row()
            elif tag in ("td", "th"):
                lines.begin_cell()
        if not attributes and tag not in ("pre", "blockquote"):
            return style
        tiny = is_tiny(declared)
        return replace(
            style,
            voice=self._voice(node, style.voice, classes, identifier),
            tiny=style.tiny if tiny is None else tiny,
            preformatted=style.preformatted or tag == "pre" or declared.get("white-space", "").startswith("pre"),
            marked=style.marked or (tag == "blockquote" and self._is_unmarked_quotation()),
        )

    def _is_hidden(self, declared: dict[str, str], classes: list[str], identifier: str) -> bool:
        if hides(declared):
            return True
        if not self.hidden or "display" in declared:
            return False
        return f"#{identifier}" in self.hidden or any(f".{name.lower()}" in self.hidden for name in classes)

    def _voice(self, node: LexborNode, voice: _Voice, classes: list[str], identifier: str) -> _Voice:
        if identifier in _HISTORY_FOLLOWS:
            self.history_follows = True
        if voice is not _Voice.NEW:
            return voice
        if self.history_follows or identifier in _QUOTED_IDS or not _QUOTED_CLASSES.isdisjoint(classes):
            return _Voice.QUOTED
        if any(name.endswith("yahoo_quoted") for name in classes):
            return _Voice.QUOTED
        if "gmail_quote" in classes and (node.tag == "blockquote" or not _holds_inline_replies(node)):
            return _Voice.QUOTED
        if node.tag == "blockquote" and (node.attributes.get("type") or "").lower() == "cite":
            return _Voice.QUOTED
        if identifier in _SIGNATURE_IDS or not _SIGNATURE_CLASSES.isdisjoint(classes):
            return _Voice.SIGNATURE
        return voice

    def _is_unmarked_quotation(self) -> bool:
        """A plain blockquote below "Somebody wrote:" is a quotation, and so are those after it. Any other is a way to indent."""
        self.marks_quotes = self.marks_quotes or self.voices[_Voice.NEW].last.endswith(":")
        return self.marks_quotes

    def _write(self, text: str, style: _Style) -> None:
        voice = _Voice.QUOTED if self.history_follows else style.voice
        for lines in (self.everything, self.voices[voice]):
            lines.write(text, preformatted=style.preformatted, marked=style.marked)

    def _break(self, tag: str, *, ends: bool = False) -> None:
        count = _BREAKS.get(tag, 0)
        if not count and tag != "br":
            return
        for lines in self.pages:
            if tag != "br":
                lines.break_before_next(count)
            elif not ends:
                lines.break_here()
            if ends and tag == "tr":
                lines.end_row()
            elif ends and tag == "li":
                lines.bullets = ""


def _holds_inline_replies(quotation: LexborNode) -> bool:
    """Whether a Gmail quotation has blockquotes, between which its new author may write. A forwarded message has not."""
    attribution = quotation.css_first(".gmail_attr")
    forwarded = attribution is not None and attribution.text()[:40].lstrip().startswith("---")
    return not forwarded and quotation.css_first("blockquote") is not None


@dataclass(slots=True)
class _Row:
    """A table row that is being written: where its present cell began, and whether the row is still one line."""

    cells: int = 0
    begins_at: int = 0
    begins_on: int = 0
    joins: bool = False


class _Lines:
    """Text that grows by lines. A break is remembered and written when text follows, so that none is doubled or left over."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.rows: list[_Row] = []
        self.length = 0
        self.lines = 0
        self.breaks = 0
        self.blank = False
        self.joins_cell = False
        self.bullets = ""

    @property
    def last(self) -> str:
        return self.pieces[-1] if self.pieces else ""

    def text(self) -> str:
        return clean_text("".join(self.pieces), MAX_TEXT)

    def break_before_next(self, count: int) -> None:
        self.breaks = max(self.breaks, count)

    def break_here(self) -> None:
        self.breaks += 1

    def bullet(self) -> None:
        self.bullets = "- "

    def begin_row(self) -> None:
        self.rows.append(_Row())

    def end_row(self) -> None:
        self.rows.pop()

    def begin_cell(self) -> None:
        """Short cells of a row share one line; a long cell, or one with several lines, is followed by a new line."""
        if not self.rows:
            return
        row = self.rows[-1]
        written = self.length - row.begins_at
        if row.cells and written:
            row.joins = written <= _SHORT_CELL and self.lines - row.begins_on <= (0 if row.joins else 1)
        self.joins_cell = row.joins
        row.cells += 1
        row.begins_at, row.begins_on = self.length, self.lines

    def write(self, text: str, *, preformatted: bool, marked: bool) -> None:
        if preformatted:
            first, *others = text.split("\n")
            self._put(first, marked=marked)
            for line in others:
                self.break_here()
                self._put(line, marked=marked)
            return
        self.blank = self.blank or text[:1].isspace()
        self._put(" ".join(text.split()), marked=marked)
        self.blank = self.blank or text[-1:].isspace()

    def _put(self, text: str, *, marked: bool) -> None:
        if not text:
            return
        if self.joins_cell:
            lead = "  "
        elif self.breaks or not self.pieces:
            lead = "\n" * min(self.breaks, 3) + ("> " if marked else "") + self.bullets
            self.lines += 1
            self.bullets = ""
        else:
            lead = " " if self.blank else ""
        self.pieces.append(lead + text)
        self.length += len(lead) + len(text)
        self.breaks, self.blank, self.joins_cell = 0, False, False
