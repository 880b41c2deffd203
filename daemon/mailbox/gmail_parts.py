"""A large message without its large parts: rebuilt as MIME from what Gmail tells of it.

Gmail gives a message whole (`raw`) or taken apart (`full`): then text lies in the answer, and whatever is attached only on
request. The parts that matter to us are put together again; of the others their header is left, so that a reader sees what was
attached.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from email.message import Message
from email.policy import SMTP
from typing import Any

from daemon.mailbox.gmail_calls import decoded

_WANTED = ("text/", "message/delivery-status", "application/ics")
_PARTS_AT_MOST = 200
_DEPTH_AT_MOST = 20
_FOLDS = SMTP.clone(max_line_length=998)

Fetch = Callable[[str], bytes]
"""Gives the bytes of an attachment by Gmail's id of it."""


def rebuilt(payload: Mapping[str, Any], fetch: Fetch, *, at_most: int) -> bytes:
    """The message of a `full` answer's payload, of at most about `at_most` bytes: text beyond that is cut."""
    return _Rebuilding(fetch, at_most).message(payload, 0).as_bytes(policy=_FOLDS)


class _Rebuilding:
    def __init__(self, fetch: Fetch, at_most: int) -> None:
        self._fetch = fetch
        # base64 makes four bytes of three, and headers and boundaries want room
        self._left = at_most // 2
        self._parts = 0

    def message(self, part: Mapping[str, Any], depth: int) -> Message:
        self._parts += 1
        built = Message(policy=_FOLDS)
        kind = str(part.get("mimeType") or "text/plain").lower()
        for name, value in _fields(part):
            if name.lower() not in {"content-transfer-encoding", "content-length"}:
                built.add_header(name, value)
        inner = part.get("parts") or []
        if inner and depth < _DEPTH_AT_MOST:
            if not built.get_content_type().startswith(("multipart/", "message/")):
                _set_type(built, "multipart/mixed")
            built.set_payload([self.message(each, depth + 1) for each in self._bounded(inner)])
            return built
        if built.get_content_type() != kind:
            _set_type(built, kind)
        body = self._body(part, kind)
        built.set_payload(base64.encodebytes(body).decode("ascii"))
        built["Content-Transfer-Encoding"] = "base64"
        return built

    def _bounded(self, parts: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
        for part in parts:
            if self._parts >= _PARTS_AT_MOST:
                return
            yield part

    def _body(self, part: Mapping[str, Any], kind: str) -> bytes:
        body = part.get("body") or {}
        if not kind.startswith(_WANTED):
            return b""
        if "data" in body:
            content = decoded(body["data"])
        elif "attachmentId" in body and int(body.get("size", 0)) <= self._left:
            content = self._fetch(str(body["attachmentId"]))
        else:
            return b""
        content = content[: self._left]
        self._left -= len(content)
        return content


def _fields(part: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Names and values, each on one line: a header is never ended by what a sender wrote into it."""
    for field in part.get("headers") or []:
        name = str(field.get("name", ""))
        if name.isascii() and name and all(character.isprintable() and character not in " :" for character in name):
            yield name, " ".join(str(field.get("value", "")).split())


def _set_type(built: Message, kind: str) -> None:
    del built["Content-Type"]
    built["Content-Type"] = kind if kind.count("/") == 1 and kind.isprintable() else "application/octet-stream"
