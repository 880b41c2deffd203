"""Faults of a configuration as lines for the user: the place, what is wrong with it, and how to mend it.

pydantic's own words are for programmers; here they are said in those of somebody who edits a TOML file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from daemon.config_values import Section, shown

Key = str | int
"""One step into a document: a key of a table, or a place in a list, counted from 0."""

SECRETS = frozenset({"password", "passwd", "pass", "secret", "token", "app_password", "client_secret", "api_key"})
"""Keys under which people write what must not stand in this file."""

_WANTED = {
    "bool_type": "true or false",
    "int_type": "a whole number",
    "string_type": "a text in quotes",
    "tuple_type": "a list in square brackets",
    "model_type": "a table",
    "path_type": "a text in quotes",
}


@dataclass(frozen=True, slots=True)
class Fault:
    place: tuple[Key, ...]
    message: str

    def __str__(self) -> str:
        return f"{place_name(self.place)}: {self.message}"


def place_name(place: tuple[Key, ...]) -> str:
    """A place as the user would look for it: mailbox[0].port is the port of the first mailbox."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{_toml_key(key)}" for key in place).removeprefix(".")


def _toml_key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key)


def in_order_of_the_file(faults: list[Fault], document: Mapping[str, Any]) -> list[Fault]:
    """The faults from the file's first line to its last; a key that is missing comes after those of its table."""

    def position(fault: Fault) -> list[int]:
        where: Any = document
        positions = []
        for key in fault.place:
            keys = list(where) if isinstance(where, Mapping) else list(range(len(where))) if isinstance(where, list) else []
            positions.append(keys.index(key) if key in keys else len(keys))
            where = where[key] if key in keys else None
        return positions

    return sorted(faults, key=position)


def shape_faults(error: ValidationError, root: type[Section]) -> Iterator[Fault]:
    """What pydantic found, one fault each. `root` is the model that was asked for."""
    for details in error.errors(include_url=False):
        location = details["loc"]
        follows_from_another = details["type"] == "default_factory_not_called"
        only_its_entries = details["type"] == "too_short" and details["input"]  # none of the list's entries was valid
        if follows_from_another or only_its_entries:
            continue
        tagged = location[:1] == ("mailbox",) and len(location) > 2  # pydantic names the kind as a step of its own
        place = (*location[:2], *location[3:]) if tagged else location
        if details["type"] in ("union_tag_not_found", "union_tag_invalid"):
            place = (*place, "kind")
        yield Fault(place, _message(details, root))


def _message(details: ErrorDetails, root: type[Section]) -> str:
    kind, value, location = details["type"], details["input"], details["loc"]
    context = details.get("ctx", {})
    match kind:
        case "value_error":
            return str(context["error"])
        case "extra_forbidden":
            return _unknown_key(str(location[-1]), _sections_at(root, location[:-1]), root)
        case "missing":
            return _missing(str(location[-1]), _sections_at(root, location[:-1]))
        case "union_tag_not_found":
            return 'missing; add kind = "imap", kind = "gmail" or kind = "maildir"'
        case "union_tag_invalid":
            return f'must be "imap", "gmail" or "maildir", is {shown(context["tag"])}'
        case "literal_error":
            return f"must be {context['expected']}, is {shown(value)}"
        case "too_short":
            return "must not be empty"
        case "tuple_type" if location == ("mailbox",):
            return "each mailbox is headed by [[mailbox]], with two brackets on each side"
        case _ if kind in _WANTED:
            return f"must be {_WANTED[kind]}, is {shown(value)}"
        case _:
            return details["msg"]


def _unknown_key(key: str, sections: list[type[Section]], root: type[Section]) -> str:
    if key.casefold() in SECRETS:
        return (
            "no secret belongs in this file; write it into a file of its own (chmod 600) and name that in password_file, "
            "or use password_credential or keyring"
        )
    known = list(sections[0].model_fields) if sections else []
    if close := get_close_matches(key, known, n=1):
        return f"unknown key; did you mean {close[0]!r}?"
    if homes := _homes(key, root):
        return f"unknown key here; it belongs under {' or '.join(homes)}"
    return f"unknown key; there are {', '.join(known)}"


def _missing(key: str, sections: list[type[Section]]) -> str:
    field = sections[0].model_fields[key]
    if below := _sections_in(field.annotation):
        required = [name for name, inner in below[0].model_fields.items() if inner.is_required()]
        heading = f"[[{key}]]" if _is_list(field) else f"[{key}]"
        return f"missing; add a section {heading} with {', '.join(required)}"
    example = field.examples[0] if field.examples else "…"
    return f"missing; add {key} = {json.dumps(example, ensure_ascii=False)}"


def _homes(key: str, root: type[Section]) -> list[str]:
    """The headings under which there is such a key."""
    homes = []
    for heading, field in root.model_fields.items():
        if any(key in section.model_fields for section in _sections_in(field.annotation)):
            homes.append(f"[[{heading}]]" if _is_list(field) else f"[{heading}]")
    return homes


def _is_list(field: FieldInfo) -> bool:
    return getattr(field.annotation, "__origin__", None) is tuple


def _sections_at(root: type[Section], location: tuple[Key, ...]) -> list[type[Section]]:
    """The models that describe this place; several where the kind is not settled."""
    sections = [root]
    for key in location:
        if isinstance(key, int):
            continue
        of_this_kind = [section for section in sections if _has_kind(section, key)]
        sections = of_this_kind or _sections_in(sections[0].model_fields[key].annotation)
    return sections


def _has_kind(section: type[Section], kind: str) -> bool:
    return "kind" in section.model_fields and kind in get_args(section.model_fields["kind"].annotation)


def _sections_in(annotation: Any) -> list[type[Section]]:
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return [annotation]
    return [section for argument in get_args(annotation) for section in _sections_in(argument)]
