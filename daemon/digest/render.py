"""Prints a page: HTML that mail clients keep as it is, and its plain-text twin.

Three things keep strangers' text harmless: `page` cleans and cuts it, every value passes `seen` once more on its way into a
template, and Jinja escapes all of it in the HTML. One style sheet is moved into the elements, since most mail clients drop it;
the other (dark mode, narrow screens) stays for those that keep it. Nothing is ever loaded from anywhere.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from daemon.digest.compose import compose
from daemon.digest.content import DigestContent
from daemon.digest.page import Strip
from daemon.digest.safe_text import seen

if TYPE_CHECKING:
    from css_inline import CSSInliner

_GMAIL_CLIPS_ABOVE = 90_000  # bytes: it does at 102 kB, and quoted-printable adds to ours
_MOST_ENTRIES = (25, 12, 6, 3, 2, 1)
_WIDTH = 76
_LONGEST_BAR = 36
_INDENTED = re.compile(r"\n\s+")  # no element of ours keeps its white space


@dataclass(frozen=True, slots=True)
class Rendered:
    """One digest, ready to be mailed: the subject, and the same page as HTML and as plain text."""

    subject: str
    html: str
    text: str


def render(content: DigestContent) -> Rendered:
    """Print the digest, with as many entries in a section as keep it whole in Gmail. The same content gives the same bytes."""
    for most in _MOST_ENTRIES:
        page = compose(content, most)
        html = _inliner().inline(_INDENTED.sub("\n", _TEMPLATES.get_template("digest.html").render(page=page)))
        if len(html.encode()) <= _GMAIL_CLIPS_ABOVE:
            break
    return Rendered(page.subject, html, _TEMPLATES.get_template("digest.txt").render(page=page))


def _hanging(text: str, mark: str, indent: int) -> str:
    """`text` wrapped with `mark` before its first line and all of it indented by `indent` columns."""
    if len(mark) >= indent > 0:
        return f"{mark}\n{_hanging(text, '', indent)}"
    return textwrap.fill(text, _WIDTH, initial_indent=f"{mark:<{indent}}", subsequent_indent=" " * indent)


def _underlined(text: str, line: str) -> str:
    return f"{text}\n{line * len(text)}"


def _blocks(percent: int) -> str:
    """A bar of block characters, at least one for what is not nothing."""
    return "█" * max(bool(percent), round(_LONGEST_BAR * percent / 100))


def _drawn(strip: Strip) -> str:
    """The next two weeks as two rows of days, each with what it brings below; a day on which nobody works is dotted."""
    lines = ["".join(f"{day.weekday:^8}" for day in strip.weeks[0])]
    for week in strip.weeks:
        numbers = [f"[{day.number}]" if day.today else day.number for day in week]
        marks = ["".join(mark.shape for mark in day.marks) or ("·" if day.free else "") for day in week]
        lines += ["".join(f"{each:^8}" for each in numbers), "".join(f"{each:^8}" for each in marks)]
    return "\n".join(f"  {line}".rstrip() for line in lines)


def _finished(value: object) -> object:
    """What an expression of a template puts out: markup of our own templates stays, any other text is cleaned."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else seen(value)


_TEMPLATES = Environment(
    loader=PackageLoader("daemon.digest"),
    autoescape=select_autoescape(enabled_extensions=("html",), default=False),
    undefined=StrictUndefined,
    finalize=_finished,
    keep_trailing_newline=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(hanging=_hanging, underlined=_underlined, blocks=_blocks, drawn=_drawn)


@cache
def _inliner() -> CSSInliner:
    # five megabytes in memory, for one page a day
    import css_inline

    return css_inline.CSSInliner(load_remote_stylesheets=False, apply_width_attributes=True, minify_css=True)
