"""A Gmail whose answers a test writes itself, for what no emulator does: below Google's own client, in this process, no network.

The answers have the shape that Google's description of the service gives them.
"""

from __future__ import annotations

import base64
import json
import math
import re
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from unittest import mock

import httplib2
from google.oauth2.credentials import Credentials

from daemon.mailbox import gmail_service
from daemon.mailbox.gmail import GmailMailbox
from daemon.mailbox.gmail_quota import COSTS
from tests.mailbox.gmail_world import Hurried
from tests.peers.gmail_facade import NOT_FOUND, Answer, answer_batch, error

_USERS = re.compile(r"/gmail/v1/users/me/(.*)")


@dataclass
class Scripted:
    """`messages` are resources by id, in the order in which a search lists them; `history` the pages that `history.list` gives,
    one after the other."""

    clock: Hurried = field(default_factory=Hurried)
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    history: list[dict[str, Any]] = field(default_factory=list)
    history_id: str = "5000"
    account: str = "sam@gmail.example"
    not_in_the_index: set[str] = field(default_factory=set)
    """The messages that no search finds yet; the list of a label holds them all the same."""
    answers: dict[str, Answer] = field(default_factory=dict)
    """By the path's beginning: what to answer instead."""
    spent: list[tuple[float, int]] = field(default_factory=list)
    """The units of every call, and when it was made."""
    asked: list[tuple[str, Mapping[str, list[str]]]] = field(default_factory=list)

    def holds(self, key: str, raw: bytes, at: datetime, *labels: str, size: int = 0) -> None:
        self.messages[key] = {
            "id": key,
            "threadId": f"t{key}",
            "labelIds": list(labels) or ["INBOX", "UNREAD"],
            "internalDate": str(int(at.timestamp() * 1000)),
            "sizeEstimate": size or len(raw),
            "raw": base64.urlsafe_b64encode(raw).decode(),
        }

    def answer(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Answer:
        parts = urllib.parse.urlsplit(target)
        if parts.path == "/batch":
            return answer_batch(self.answer, headers, body)
        match = _USERS.fullmatch(parts.path)
        assert match, target
        path, query = match[1], urllib.parse.parse_qs(parts.query)
        self.spent.append((self.clock.now, COSTS[_call(method, path)]))
        self.asked.append((path, query))
        for beginning, given in self.answers.items():
            if path.startswith(beginning):
                return given
        match path.split("/"):
            case ["profile"]:
                return said({"emailAddress": self.account, "historyId": self.history_id})
            case ["history"]:
                return said(self.history.pop(0) if self.history else {"historyId": self.history_id})
            case ["messages"]:
                return self._list(query)
            case ["messages", key] if key in self.messages:
                form = query.get("format", ["full"])[0]
                told = self.messages[key]
                return said(told if form in {"raw", "full"} else {name: told[name] for name in told if name != "raw"})
        return NOT_FOUND

    def _list(self, query: Mapping[str, list[str]]) -> Answer:
        q = query.get("q", [""])[0]
        before, after, larger = (re.search(rf"{word}:(\d+)", q) for word in ("before", "after", "larger"))
        latest = int(before[1]) * 1000 if before else math.inf
        earliest = int(after[1]) * 1000 if after else -1
        least = int(larger[1]) * 1000 if larger else -1
        found = [
            message
            for message in self.messages.values()
            if message["sizeEstimate"] > least
            and earliest < int(message["internalDate"]) < latest
            and (not q or message["id"] not in self.not_in_the_index)
            and set(query.get("labelIds", [])) <= set(message["labelIds"])
        ]
        start, count = int(query.get("pageToken", ["0"])[0]), int(query["maxResults"][0])
        told: dict[str, Any] = {"messages": [{"id": each["id"], "threadId": each["threadId"]} for each in found[start:][:count]]}
        if start + count < len(found):
            told["nextPageToken"] = str(start + count)
        return said(told)

    def most_in_a_minute(self) -> int:
        """The units of the dearest sixty seconds."""
        most = total = start = 0
        for at, units in self.spent:
            total += units
            while self.spent[start][0] <= at - 60:
                total -= self.spent[start][1]
                start += 1
            most = max(most, total)
        return most


class InThisProcess:
    """Stands where the client has its connection."""

    def __init__(self, script: Scripted) -> None:
        self._script = script

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        **_: object,
    ) -> tuple[httplib2.Response, bytes]:
        sent = body.encode() if isinstance(body, str) else body or b""
        answer = self._script.answer(method, uri, {name.lower(): value for name, value in (headers or {}).items()}, sent)
        fields = {name.lower(): value for name, value in answer.headers.items()}
        return httplib2.Response({**fields, "status": str(answer.status)}), answer.body

    def close(self) -> None:
        pass


@contextmanager
def mailbox_on(script: Scripted) -> Iterator[GmailMailbox]:
    """A mailbox whose every call is answered by the script."""
    far_away = datetime(2999, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    signed_in = Credentials(token="token", expiry=far_away)  # type: ignore[no-untyped-call]
    with mock.patch.object(gmail_service, "OnceHttp", return_value=InThisProcess(script)):
        yield GmailMailbox("personal", lambda: signed_in, pace=script.clock.pace())


def said(told: object) -> Answer:
    return Answer(200, json.dumps(told).encode())


def too_fast(retry_after: str = "") -> Answer:
    return error(429, "rateLimitExceeded", headers={"Retry-After": retry_after} if retry_after else {})


def _call(method: str, path: str) -> str:
    """The name of a call, as in COSTS."""
    match method, path.split("/"):
        case "GET", ["profile"]:
            return "getProfile"
        case "GET", ["history" | "messages" | "drafts" | "labels" as kind]:
            return f"{kind}.list"
        case "GET", ["messages", _, "attachments", _]:
            return "messages.attachments.get"
        case "GET", [kind, _] if kind != "settings":
            return f"{kind}.get"
        case "POST", ["messages", _, verb]:
            return f"messages.{verb}"
        case "POST", ["drafts" | "labels" as kind]:
            return f"{kind}.create"
    raise AssertionError((method, path))
