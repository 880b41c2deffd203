"""A façade of the Gmail API in front of the emulator *emulate*: it adds what that lacks, and breaks down on request.

Added: `users.getProfile`, the batch endpoint, access tokens that count, expire and are revoked, a history that can be too old, a
new message id at every edit of a draft, Gmail's rules for the thread of a draft, alternatives, negations and `larger:` in
searches, sizes in bytes. Whatever it does not know in a search it refuses, so that no test passes by mistake.

`GmailAccount` has the other hands at a mailbox: the sender's, the user's and the server's.
"""

from __future__ import annotations

import base64
import email
import http.client
import http.server
import itertools
import json
import os
import re
import secrets
import socket
import struct
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from daemon.mailbox.draft_fate import header_fields, read_heading
from tests.peers.dovecot import HOST
from tests.peers.gmail_emulators import Emulate

ACCOUNTS = 400
"""So many accounts an emulator is started with; it takes no new ones later."""

_PREFIX = re.compile(r"^(?:(?:re|aw|fwd?)\s*:\s*)+", re.IGNORECASE)
_JSON = {"Content-Type": "application/json; charset=UTF-8"}
_NATIVE = ("in", "label", "after", "before", "from", "to", "subject")
_USERS = re.compile(r"/gmail/v1/users/([^/]+)/(.*)")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: dict(_JSON))

    @property
    def said(self) -> Any:
        return json.loads(self.body or b"{}")


@dataclass
class Fault:
    """What goes wrong with the next `times` requests whose path holds `path` (and whose method is `method`, if one is given).

    `kind`: "error" (the answer is `status` with `reason`), "reset" (the line is cut before anything happens), "reset after" (it
    happens, but nobody hears of it), "close after" (the same, with the line closed properly), "stall" (the same, with the line
    left open for `seconds`), "truncate" (half of the answer), "meanwhile" (`act` is done, then all goes well). The first `skip`
    such requests are spared.
    """

    kind: str
    path: str = ""
    method: str = ""
    times: int = 1
    status: int = 503
    reason: str = "backendError"
    retry_after: str = ""
    seconds: float = 2.0
    skip: int = 0
    act: Callable[[], object] = bool


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    query: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Stored:
    """What never changes about a message."""

    thread: str
    internal_date: int
    size: int
    message_id: str = ""
    topic: str = ""


class Broken(Exception):
    """The line is to be cut; with an argument that is not empty, it is closed properly."""


def error(status: int, reason: str, message: str = "", headers: Mapping[str, str] | None = None) -> Answer:
    """An error as Google's servers word it."""
    told = {"message": message or reason, "domain": "usageLimits" if "imit" in reason else "global", "reason": reason}
    body = {"error": {"code": status, "message": message or reason, "errors": [told], "status": reason.upper()}}
    return Answer(status, json.dumps(body).encode(), {**_JSON, **(headers or {})})


NOT_FOUND = error(404, "notFound", "Requested entity was not found.")
UNAUTHENTICATED = error(401, "authError", "Invalid Credentials")


Respond = Callable[[str, str, Mapping[str, str], bytes], Answer]


def answer_batch(respond: Respond, headers: Mapping[str, str], body: bytes) -> Answer:
    """The answer to a batch, each part of which `respond` answers."""
    message = email.message_from_bytes(b"Content-Type: " + headers["content-type"].encode() + b"\r\n\r\n" + body)
    pieces = []
    for part in message.get_payload():
        assert isinstance(part, email.message.Message)
        head, _, inner = str(part.get_payload()).replace("\r\n", "\n").partition("\n\n")
        line, *fields = head.split("\n")
        method, target, _ = line.split(" ", 2)
        own = {name.lower(): value for name, _, value in (written.partition(": ") for written in fields)}
        own.setdefault("authorization", headers.get("authorization", ""))
        answer = respond(method, target, own, inner.encode())
        told = "".join(f"{name}: {value}\r\n" for name, value in answer.headers.items())
        content_id = str(part["Content-ID"]).replace("<", "<response-", 1)
        pieces.append(
            f"--part\r\nContent-Type: application/http\r\nContent-ID: {content_id}\r\n\r\n"
            f"HTTP/1.1 {answer.status} Said\r\n{told}\r\n".encode()
            + answer.body
            + b"\r\n"
        )
    return Answer(200, b"".join(pieces) + b"--part--", {"Content-Type": "multipart/mixed; boundary=part"})


class GmailFacade:
    """A running façade on `port`, with its emulator."""

    def __init__(self, users: Iterable[str] = ("alice@gmail.example", "bob@gmail.example")) -> None:
        """`users` are who can choose themselves on the consent page."""
        self.faults: list[Fault] = []
        self.calls: list[Call] = []
        self.sent_by_the_program = 0
        self.accounts: list[GmailAccount] = []
        self._server = http.server.ThreadingHTTPServer((HOST, 0), self._handler())
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._free = [f"upstream-{number}" for number in range(ACCOUNTS)]
        logins = {token: f"user{number}@gmail.example" for number, token in enumerate(self._free)}
        self._logins = logins
        self._emulate = Emulate(logins, tuple(users), self.address.rstrip("/"))
        self._local = threading.local()

    @property
    def address(self) -> str:
        """The root of everything, with a slash at its end."""
        return f"http://{HOST}:{self.port}/"

    def client_config(self) -> dict[str, Any]:
        """What Google's console gives to be downloaded, as JSON."""
        return {
            "installed": {
                "client_id": "afterword.apps.googleusercontent.example",
                "client_secret": "no-secret",
                "auth_uri": f"{self.address}o/oauth2/v2/auth",
                "token_uri": f"{self.address}oauth2/token",
                "redirect_uris": ["http://localhost"],
            }
        }

    def start(self) -> None:
        self._emulate.start()
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._emulate.stop()

    def new_account(self) -> GmailAccount:
        """An account that nobody has used yet, already signed in."""
        token = self._free.pop(0)
        account = GmailAccount(self, self._logins[token], token)
        self.accounts.append(account)
        return account

    def account_of(self, address: str) -> GmailAccount:
        """The account of one of `users`, once somebody has signed in with it."""
        return next(account for account in self.accounts if account.email == address)

    def upstream(
        self, method: str, path: str, token: str = "", body: bytes | None = None, kind: str = "application/json"
    ) -> Answer:
        """Ask the emulator."""
        headers = {"Content-Type": kind} | ({"Authorization": f"Bearer {token}"} if token else {})
        connection = self._connection()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            kept = {name: value for name, value in answer.getheaders() if name.lower() in {"content-type", "location"}}
            return Answer(answer.status, answer.read(), kept)
        except (http.client.HTTPException, OSError):
            self._local.connection = None
            connection.close()
            raise

    def _connection(self) -> http.client.HTTPConnection:
        """This thread's to the emulator, which closes one that was not used for some seconds."""
        connection: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if connection is None or time.monotonic() - self._local.used_at > 2:
            if connection is not None:
                connection.close()
            connection = self._local.connection = http.client.HTTPConnection(HOST, self._emulate.port, timeout=30)
            connection.connect()
            connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._local.used_at = time.monotonic()
        return connection

    # Answering

    def answer(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The answer to a request, or to a part of a batch. Raises Broken."""
        parts = urllib.parse.urlsplit(target)
        fault = self._fault(method, parts.path)
        if fault is not None and fault.kind == "meanwhile":
            fault.act()
            fault = None
        if fault is not None and fault.kind in {"error", "reset"}:
            if fault.kind == "reset":
                raise Broken("")
            return error(fault.status, fault.reason, headers={"Retry-After": fault.retry_after} if fault.retry_after else {})
        answer = self._answer(method, parts, headers, body)
        if fault is None:
            return answer
        if fault.kind == "truncate":
            return Answer(answer.status, answer.body[: len(answer.body) // 2], answer.headers)
        if fault.kind == "stall":
            time.sleep(fault.seconds)
        raise Broken("properly" if fault.kind == "close after" else "")

    def _answer(self, method: str, parts: urllib.parse.SplitResult, headers: Mapping[str, str], body: bytes) -> Answer:
        if parts.path == "/batch":
            return answer_batch(self.answer, headers, body)
        if parts.path == "/oauth2/token":
            return self._token(body, headers)
        if parts.path == "/oauth2/revoke":
            self._revoke(body)
        target = urllib.parse.urlunsplit(("", "", parts.path, parts.query, ""))
        match = _USERS.fullmatch(parts.path)
        if match is None:
            return self.upstream(method, target, body=body or None, kind=headers.get("content-type", "application/json"))
        query = urllib.parse.parse_qs(parts.query, keep_blank_values=True)
        self.calls.append(Call(method, match[2], query))
        token = headers.get("authorization", "").removeprefix("Bearer ")
        account = next((account for account in self.accounts if token in account.tokens), None)
        if account is None:
            return UNAUTHENTICATED
        if urllib.parse.unquote(match[1]) not in {"me", account.email}:
            return error(403, "forbidden", "Delegation denied")
        return account.answer(method, match[2], target, query, body)

    def _fault(self, method: str, path: str) -> Fault | None:
        for fault in self.faults:
            if fault.path in path and fault.method in ("", method):
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
        return None

    def _token(self, body: bytes, headers: Mapping[str, str]) -> Answer:
        asked = dict(urllib.parse.parse_qsl(body.decode()))
        refresh = asked.get("refresh_token", "")
        account = next((account for account in self.accounts if refresh and refresh in account.refresh_tokens), None)
        if account is not None:
            if account.revoked:
                told = {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
                return Answer(400, json.dumps(told).encode())
            given = {"access_token": account.new_token(), "expires_in": 3599, "token_type": "Bearer", "scope": account.scope}
            return Answer(200, json.dumps(given).encode())
        kind = headers.get("content-type", "application/x-www-form-urlencoded")
        answer = self.upstream("POST", "/oauth2/token", body=body, kind=kind)
        if answer.status == 200:
            self._learn(answer.said)
        return answer

    def _learn(self, given: Mapping[str, str]) -> None:
        """Somebody signed in at the emulator: its tokens count here from now on."""
        token = given["access_token"]
        address = self.upstream("GET", "/oauth2/v2/userinfo", token).said["email"]
        account = next((account for account in self.accounts if account.email == address), None)
        if account is None:
            account = GmailAccount(self, address, token)
            self.accounts.append(account)
        account.revoked = False
        account.scope = given.get("scope", "")
        account.tokens.add(token)
        account.refresh_tokens.add(given["refresh_token"])

    def _revoke(self, body: bytes) -> None:
        token = dict(urllib.parse.parse_qsl(body.decode())).get("token", "")
        for account in self.accounts:
            if token in account.tokens | account.refresh_tokens:
                account.revoke()

    def _handler(facade) -> type[http.server.BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def respond(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                try:
                    answer = facade.answer(
                        self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body
                    )
                except Broken as broken:
                    self.close_connection = True
                    if broken.args[0]:
                        self.connection.shutdown(socket.SHUT_RDWR)
                    else:
                        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                        os.close(self.connection.detach())  # at once: an orderly end would be no reset
                    return
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = respond  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        return Handler


class GmailAccount:
    """One account: its tokens, its answers, and the levers of others."""

    def __init__(self, facade: GmailFacade, address: str, upstream: str) -> None:
        self.email = address
        self.refresh_tokens = {f"refresh-{secrets.token_hex(8)}"}
        self.tokens: set[str] = set()
        self.revoked = False
        self.scope = "https://www.googleapis.com/auth/gmail.modify"
        self.send_as: list[dict[str, Any]] = []
        self._facade = facade
        self._upstream = upstream
        self._oldest = 1
        self._stored: dict[str, Stored] = {}
        self._outer: dict[str, str] = {}
        """From the emulator's ids of drafts to ours, where they are not the same any more."""
        self.token = self.new_token()

    # The levers

    def new_token(self) -> str:
        token = f"ya29.{secrets.token_hex(8)}"
        self.tokens.add(token)
        return token

    def expire(self) -> None:
        """Every access token so far is too old; the refresh token gives another."""
        self.tokens.clear()

    def revoke(self) -> None:
        """The user took back what he granted."""
        self.tokens.clear()
        self.revoked = True

    def insert(self, raw: bytes, at: datetime, *labels: str) -> str:
        """A message lies there with these labels, received then; its id."""
        thread = self._thread_for(raw) or f"thr_{secrets.token_hex(8)}"
        body = {"raw": _encoded(raw), "threadId": thread, "labelIds": list(labels)}
        body["internalDate"] = str(int(at.timestamp() * 1000))
        told = self._ask("POST", "messages", body)
        self._remember(told, raw)
        return str(told["id"])

    def edit_draft(self, draft: str, raw: bytes) -> None:
        """The user saves other contents: the message is destroyed and another takes its place, in the same draft."""
        old = self._ask("GET", f"drafts/{self._inner(draft)}?format=raw")["message"]
        same = _topic(raw) == _topic(_decoded(old["raw"]))
        self.delete_draft(draft)
        thread = old["threadId"] if same else f"thr_{secrets.token_hex(8)}"
        told = self._ask("POST", "drafts", {"message": {"raw": _encoded(raw), "threadId": thread}})
        self._remember(told["message"], raw)
        self._outer[told["id"]] = draft

    def delete_draft(self, draft: str) -> None:
        self._ask("DELETE", f"drafts/{self._inner(draft)}")

    def delete(self, message: str) -> None:
        self._ask("DELETE", f"messages/{message}")

    def relabel(self, message: str, add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        self._ask("POST", f"messages/{message}/modify", {"addLabelIds": list(add), "removeLabelIds": list(remove)})

    def labels(self) -> dict[str, str]:
        """Ids by name."""
        return {label["name"]: label["id"] for label in self._ask("GET", "labels")["labels"]}

    def forget_history(self) -> None:
        """Every history id so far is too old."""
        passing = self._ask("POST", "messages", {"raw": _encoded(b"From: a@b.example\r\n\r\n"), "labelIds": ["SPAM"]})["id"]
        self.delete(passing)
        self._oldest = self._history_id()

    def messages(self, label: str) -> Iterator[tuple[str, bytes, frozenset[str]]]:
        """Ids, bytes and labels of what has a label, the oldest first; what lies in the bin has no other."""
        told = self._ask("GET", f"messages?maxResults=500&includeSpamTrash=true&labelIds={label}")["messages"]
        for listed in reversed(told):
            message = self._ask("GET", f"messages/{listed['id']}?format=raw")
            labels = frozenset(message["labelIds"])
            if label == "TRASH" or "TRASH" not in labels:
                yield listed["id"], _decoded(message["raw"]), labels

    def drafts(self) -> dict[str, tuple[str, bytes]]:
        """Message ids and bytes by draft id."""
        told = self._ask("GET", "drafts?maxResults=500")["drafts"]
        full = [self._ask("GET", f"drafts/{draft['id']}?format=raw") for draft in told]
        return {
            self._outer.get(draft["id"], draft["id"]): (draft["message"]["id"], _decoded(draft["message"]["raw"]))
            for draft in full
            if "TRASH" not in draft["message"]["labelIds"]
        }

    # Answering

    def answer(self, method: str, path: str, target: str, query: Mapping[str, list[str]], body: bytes) -> Answer:
        match method, path.split("/"):
            case "GET", ["profile"]:
                told = {"emailAddress": self.email, "messagesTotal": 1, "threadsTotal": 1, "historyId": str(self._history_id())}
                return Answer(200, json.dumps(told).encode())
            case "GET", ["history"]:
                return self._history(query)
            case "GET", ["messages"]:
                return self._list_messages(query)
            case "GET", ["drafts"]:
                return self._list_drafts(query)
            case "POST", ["drafts"]:
                return self._create_draft(json.loads(body)["message"])
            case (_, ["drafts", "send"]) | (_, ["messages", "send"]):
                self._facade.sent_by_the_program += 1
                return error(403, "forbidden", "nobody but the user sends here")
            case "GET", ["drafts", draft]:
                answer = self._facade.upstream(
                    method, target.replace(f"drafts/{draft}", f"drafts/{self._inner(draft)}"), self._upstream
                )
                return self._mended(answer)
            case "GET", ["settings", "sendAs"] if self.send_as:
                return Answer(200, json.dumps({"sendAs": self.send_as}).encode())
        return self._mended(self._facade.upstream(method, target, self._upstream, body or None))

    def _history(self, query: Mapping[str, list[str]]) -> Answer:
        start = query.get("startHistoryId", [""])[0]
        if not start.isdigit():
            return error(400, "invalidArgument", "Invalid startHistoryId")
        if int(start) < self._oldest:
            return NOT_FOUND
        told = self._ask("GET", f"history?{urllib.parse.urlencode(dict(query), doseq=True)}")
        told["historyId"] = str(max(int(told["historyId"]), self._oldest))
        if not told["history"]:
            del told["history"]
        return Answer(200, json.dumps(told).encode())

    def _list_messages(self, query: Mapping[str, list[str]]) -> Answer:
        try:
            found = self._found(query)
        except ValueError as wrong:
            return error(400, "invalidArgument", str(wrong))
        at = int(query.get("pageToken", ["0"])[0])
        count = int(query.get("maxResults", ["100"])[0])
        told: dict[str, Any] = {"resultSizeEstimate": len(found)}
        if page := found[at : at + count]:
            told["messages"] = [{"id": message, "threadId": self._known(message).thread} for message in page]
        if at + count < len(found):
            told["nextPageToken"] = str(at + count)
        return Answer(200, json.dumps(told).encode())

    def _found(self, query: Mapping[str, list[str]]) -> list[str]:
        """The ids of what a search finds, the newest first. Raises ValueError for what nobody knows."""
        words = re.findall(r"\{[^}]*\}|\S+", query.get("q", [""])[0])
        plain = " ".join(word for word in words if word.split(":")[0] in _NATIVE)
        found = self._searched(plain, query)
        for word in words:
            if word.startswith("{"):
                found &= set().union(*(self._searched(inner, query) for inner in word.strip("{}").split()))
            elif word.startswith("-"):
                found -= set() if word == "-in:chats" else self._searched(word[1:], query)
            elif word.startswith("rfc822msgid:"):
                sought = f"<{word.removeprefix('rfc822msgid:').strip('<>')}>".casefold()
                found = {message for message in found if self._known(message).message_id.casefold() == sought}
            elif word.startswith("larger:"):
                least = int(word.removeprefix("larger:").replace("K", "000").replace("M", "000000"))
                found = {message for message in found if self._known(message).size > least}
            elif word.split(":")[0] not in _NATIVE:
                raise ValueError(f"nobody knows {word} here")
        return sorted(found, key=lambda message: (self._known(message).internal_date, message), reverse=True)

    def _searched(self, q: str, query: Mapping[str, list[str]]) -> set[str]:
        asked = {
            "q": q,
            "labelIds": query.get("labelIds", []),
            "includeSpamTrash": query.get("includeSpamTrash", ["false"]),
            "maxResults": "500",
        }
        found: set[str] = set()
        for offset in itertools.count(0, 500):
            told = self._ask("GET", f"messages?{urllib.parse.urlencode({**asked, 'pageToken': offset}, doseq=True)}")
            found |= {message["id"] for message in told["messages"]}
            if "nextPageToken" not in told:
                return found
        raise AssertionError("unreachable")

    def _list_drafts(self, query: Mapping[str, list[str]]) -> Answer:
        told = self._ask("GET", "drafts?maxResults=500")
        if q := query.get("q", [""])[0]:
            among = set(self._found({"q": [q], "includeSpamTrash": ["true"]}))
            told["drafts"] = [draft for draft in told["drafts"] if draft["message"]["id"] in among]
        for draft in told["drafts"]:
            draft["id"] = self._outer.get(draft["id"], draft["id"])
        if not told["drafts"]:
            del told["drafts"]
        return Answer(200, json.dumps(told).encode())

    def _create_draft(self, message: Mapping[str, str]) -> Answer:
        raw = _decoded(message.get("raw", ""))
        if not raw.strip():
            return error(400, "invalidArgument", "Missing raw")
        thread = message.get("threadId", "")
        if thread and thread not in {stored.thread for stored in self._stored.values()}:
            return NOT_FOUND
        # a draft joins a thread by its id, by what it answers and by its subject, all three
        joined = thread if thread and self._thread_for(raw, thread) else f"thr_{secrets.token_hex(8)}"
        told = self._ask("POST", "drafts", {"message": {"raw": _encoded(raw), "threadId": joined}})
        self._remember(told["message"], raw)
        return Answer(200, json.dumps(told).encode())

    # Within

    def _ask(self, method: str, path: str, body: object = None) -> Any:
        sent = json.dumps(body).encode() if body is not None else None
        answer = self._facade.upstream(method, f"/gmail/v1/users/me/{path}", self._upstream, sent)
        assert answer.status < 300, (method, path, answer)
        return answer.said if answer.body else {}

    def _history_id(self) -> int:
        return max(int(self._ask("GET", "history?startHistoryId=1&maxResults=1")["historyId"]), self._oldest)

    def _inner(self, draft: str) -> str:
        return next((inner for inner, outer in reversed(self._outer.items()) if outer == draft), draft)

    def _remember(self, message: Mapping[str, Any], raw: bytes) -> None:
        self._stored[message["id"]] = Stored(
            message["threadId"], int(message["internalDate"]), len(raw), read_heading(raw).message_id, _topic(raw)
        )

    def _known(self, message: str) -> Stored:
        if message not in self._stored:
            told = self._ask("GET", f"messages/{message}?format=raw")
            self._remember(told, _decoded(told["raw"]))
        return self._stored[message]

    def _thread_for(self, raw: bytes, only: str = "") -> str:
        """The thread of a message that this one answers under the same subject."""
        fields = dict(reversed(header_fields(raw)))
        answered = f"{fields.get('in-reply-to', '')} {fields.get('references', '')}".split()
        topic = _topic(raw)
        for stored in self._stored.values():
            if stored.message_id in answered and stored.topic == topic and only in ("", stored.thread):
                return stored.thread
        return ""

    def _mended(self, answer: Answer) -> Answer:
        """Its sizes are those of base64, and its ids of drafts those of today."""
        if answer.status != 200 or not answer.body:
            return answer
        told = answer.said
        for message in (told, told.get("message", {})):
            if "sizeEstimate" in message:
                message["sizeEstimate"] = message["sizeEstimate"] * 3 // 4
                if "raw" in message:
                    self._remember(message, _decoded(message["raw"]))
        if "message" in told:
            told["id"] = self._outer.get(told["id"], told["id"])
        return Answer(answer.status, json.dumps(told).encode(), answer.headers)


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _topic(raw: bytes) -> str:
    fields = dict(reversed(header_fields(raw)))
    return _PREFIX.sub("", fields.get("subject", "")).strip().casefold()
