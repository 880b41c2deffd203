"""HTML made harmless for a parser: linear time whatever a stranger wrote, and only what the text of a mail needs.

The HTML standard asks of every parser work that grows with the square of nesting depth, of attributes in a tag and of unclosed
formatting tags. `tame` rewrites markup in one linear pass so that a sound page stays what it is and a hostile one is flat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from daemon.mail.vocabulary import words

_MAX_TAGS: Final = 40_000  # about half a second
_MAX_DEPTH: Final = 200
_MAX_STYLE: Final = 2_000
_MAX_CSS: Final = 200_000
_KEPT_ATTRIBUTES: Final = frozenset({"style", "class", "id", "hidden", "type"})
_FORMATTING: Final = words("a b big code em font i nobr s small strike strong tt u")
_VOID: Final = words("area base basefont br col embed hr img input link meta param source track wbr")
_ENDS_BY_ITSELF: Final = words("p li dt dd tr td th tbody thead tfoot option optgroup colgroup html head body")
_INLINE: Final = words("span abbr acronym bdo cite del dfn ins kbd label mark q samp sub sup time var")
_RAW_TEXT: Final = words("script style title textarea xmp iframe noembed noframes plaintext")

_TAG: Final = re.compile(r"<(?:(!--)|([!?])|(/?)([a-zA-Z][a-zA-Z0-9:_-]{0,60}+))")
_BETWEEN_ATTRIBUTES: Final = re.compile(r"[\s/]*+")
_ATTRIBUTE: Final = re.compile(r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)(?:"|\Z)|'([^']*+)(?:'|\Z)|([^\s>]*+)))?""")
_RULE: Final = re.compile(r"([^{}@]{1,500})\{([^{}]{0,2000})\}")
_SIMPLE_SELECTOR: Final = re.compile(r"(?:[a-z0-9]{1,20})?([.#])([\w-]{1,100})")
_CSS_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_END_OF_COMMENT: Final = re.compile(r"--!?>")
_ZERO: Final = re.compile(r"0*(?:0|\.0+)(?:px|pt|em|rem|%)?")
_TINY: Final = re.compile(r"0*(?:0|\.0+)(?:px|pt|em|rem|%)?|0*[01](?:\.\d{1,10})?(?:px|pt)")
_FAR_AWAY: Final = re.compile(r"-\d{3,10}(?:px|pt|em|%)?")


@dataclass(frozen=True, slots=True)
class Tame:
    """Markup that is cheap to parse, and what its style sheets hide: class names and ids (lower case, as ".x" and "#x")."""

    markup: str
    hidden: frozenset[str]


def tame(html: str) -> Tame:
    """Rewrite `html`: no comments, scripts and unused attributes, bounded nesting, formatting tags as plain spans."""
    out: list[str] = []
    style_sheets: list[str] = []
    position = depth = 0
    for _ in range(_MAX_TAGS):
        match = _TAG.search(html, position)
        if match is None:
            out.append(html[position:])
            break
        out.append(html[position : match.start()])
        if match[1]:
            end = _END_OF_COMMENT.search(html, match.end() - 2)
            position = len(html) if end is None else end.end()
        elif match[2]:
            bracket = html.find(">", match.end())
            position = len(html) if bracket < 0 else bracket + 1
        else:
            name = match[4].lower()
            attributes, position = _attributes(html, match.end())
            closing = bool(match[3])
            if name in _RAW_TEXT:
                if not closing:
                    begin, position = position, _end_of_raw_text(html, position, name)
                    if name == "style":
                        style_sheets.append(html[begin:position])
                continue
            tag, depth = _tag(name, closing, attributes, depth)
            out.append(tag)
    return Tame("".join(out), _hidden_by(style_sheets))


def declarations(style: str) -> dict[str, str]:
    """The declarations of a style attribute or a rule, lower case and without blanks; the last of each property counts."""
    if not style:
        return {}
    parts = (part.partition(":") for part in "".join(style[:_MAX_STYLE].lower().split()).split(";"))
    return {name: value.removesuffix("!important") for name, _, value in parts}


def hides(declared: dict[str, str]) -> bool:
    """Whether declarations hide an element with all that is in it."""
    return bool(declared) and (
        declared.get("display") == "none"
        or declared.get("visibility") in ("hidden", "collapse")
        or _ZERO.fullmatch(declared.get("opacity", "")) is not None
        or any(_FAR_AWAY.fullmatch(declared.get(name, "")) for name in ("text-indent", "left", "top"))
        or declared.get("clip", "").startswith("rect(0")
        or (
            declared.get("overflow") == "hidden"
            and any(_ZERO.fullmatch(declared.get(name, "")) for name in ("height", "max-height", "width", "max-width"))
        )
    )


def is_tiny(declared: dict[str, str]) -> bool | None:
    """Whether declarations make text too small to be seen; None where they leave its size as it is.

    Layouts set a size of 0 around columns that set their own: the size is inherited, not a verdict on everything inside.
    """
    size = declared.get("font-size")
    return None if not size else _TINY.fullmatch(size) is not None


def _tag(name: str, closing: bool, attributes: dict[str, str], depth: int) -> tuple[str, int]:
    """The tag to write, and the depth after it."""
    if name in _VOID:
        return ("" if closing else f"<{name}{_written(attributes)}>"), depth
    if name in _FORMATTING:
        name = "span"
    if name in _ENDS_BY_ITSELF:
        return (f"</{name}>" if closing else f"<{name}{_written(attributes)}>"), depth
    if closing:
        return (f"</{name}>" if depth <= _MAX_DEPTH else ""), max(depth - 1, 0)
    if depth >= _MAX_DEPTH:
        return ("" if name in _INLINE else "<br>"), depth + 1
    return f"<{name}{_written(attributes)}>", depth + 1


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


def _attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    """The kept attributes of the tag whose name ends at `position`, and the position after the tag."""
    kept: dict[str, str] = {}
    while (match := _ATTRIBUTE.match(html, _after_blanks(html, position))) is not None:
        position = match.end()
        name = match[1].lower()
        if name in _KEPT_ATTRIBUTES and name not in kept:
            value = match[2] or match[3] or match[4] or ""
            kept[name] = value[:_MAX_STYLE].replace('"', "&quot;")
    return kept, _after_blanks(html, position) + 1


def _after_blanks(html: str, position: int) -> int:
    match = _BETWEEN_ATTRIBUTES.match(html, position)
    return position if match is None else match.end()


def _end_of_raw_text(html: str, position: int, name: str) -> int:
    if name == "plaintext":
        return position
    match = re.compile(rf"</{name}\b", re.IGNORECASE).search(html, position)
    return len(html) if match is None else match.start()


def _hidden_by(style_sheets: list[str]) -> frozenset[str]:
    """The classes and ids that simple rules outside of @media hide. What a later rule shows again is not hidden."""
    hidden: dict[str, bool] = {}
    css = _outside_at_rules(_CSS_COMMENT.sub("", "\n".join(style_sheets)[:_MAX_CSS]))
    for rule in _RULE.finditer(css):
        declared = declarations(rule[2])
        hiding = hides(declared)
        for selector in rule[1].lower().split(","):
            simple = _SIMPLE_SELECTOR.fullmatch(selector.strip())
            if simple is not None and (hiding or "display" in declared):
                hidden[simple[1] + simple[2]] = hiding
    return frozenset(name for name, hiding in hidden.items() if hiding)


def _outside_at_rules(css: str) -> str:
    """The rules at the top level: those of @media are for other screens than the reader's."""
    kept: list[str] = []
    depth = 0
    begin = 0
    for brace in re.finditer(r"[{}]", css):
        if brace[0] == "{":
            depth += 1
            continue
        depth = max(depth - 1, 0)
        if depth == 0:
            block = css[begin : brace.end()]
            begin = brace.end()
            if not block.lstrip().startswith("@"):
                kept.append(block)
    return "".join(kept)
