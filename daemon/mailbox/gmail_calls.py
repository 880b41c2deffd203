"""The calls to Gmail that the program makes: at a steady pace, one at a time, tried again only where that does no harm.

Everything that reads is tried three times. What changes something is asked for once: whoever asked looks first whether it was
done after all.
"""

from __future__ import annotations

import base64
import contextlib
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from google.auth.credentials import Credentials
from googleapiclient.errors import HttpError

from daemon.errors import MailboxError, MailboxUnavailable
from daemon.mailbox.gmail_faults import PATIENT, TROUBLE, Cut, Gone, TooFast, explain
from daemon.mailbox.gmail_quota import COSTS, Pace
from daemon.mailbox.gmail_service import build_service

TOGETHER = 20
"""Calls in one batch: more at a time, and Gmail refuses some as too many at once."""

POISONED_AFTER = 3
"""Failures on one message, while others can be had, after which it is given up."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")
_TRIES = 3
_FIRST_PAUSE = 1.0
_PAGE = 500
_PYTHON_NAMES = {"import": "import_"}

Resource = dict[str, Any]
"""An answer's JSON object, as Google's reference describes it."""

_Outcome = Resource | MailboxUnavailable | Gone
"""A message, why it could not be had, or that it is not there."""


class GmailCalls:
    """The calls for one account. Any may raise MailboxError."""

    def __init__(self, credentials: Callable[[], Credentials], pace: Pace | None = None) -> None:
        """Connects to nothing yet; `credentials` is asked at the first call and after `close`."""
        self._credentials = credentials
        self._pace = pace or Pace()
        self._service: Any = None
        self._signed_in: Credentials | None = None
        self._account: tuple[str, str] | None = None
        """What the access token was when the mailbox told its address, and that address."""
        self._resources: dict[str, Any] = {}
        self._failures: Counter[str] = Counter()

    # Reading

    def history_id(self) -> str:
        """The mailbox's as of now."""
        told = self._read("getProfile")
        self._account = (self._token, str(told["emailAddress"]).casefold())
        return str(told["historyId"])

    def account(self) -> str:
        """The address of the mailbox, in small letters. The user may sign in with another one at any time: it is asked for anew
        when the access was renewed."""
        if self._account is None or self._account[0] != self._token:
            self.history_id()
        return self._account[1] if self._account else ""

    def history(self, start: str) -> tuple[list[Resource], str]:
        """All records since then, and the history id that they lead to. Raises Gone where it is too long ago."""
        records: list[Resource] = []
        reached = start
        for told in self._pages("history.list", maxResults=_PAGE, startHistoryId=start):
            records += told.get("history", [])
            reached = str(told.get("historyId", reached))
        return records, reached

    def search(self, query: str, *, label: str = "", bin_too: bool = False, page_size: int = _PAGE) -> Iterator[str]:
        """The ids of the messages that a search finds, the newest first."""
        labels = [label] if label else None
        for told in self._pages("messages.list", maxResults=page_size, q=query, labelIds=labels, includeSpamTrash=bin_too):
            yield from (str(message["id"]) for message in told.get("messages", []))

    def messages(self, ids: Sequence[str], form: str, headers: Sequence[str] = ()) -> dict[str, Resource | None]:
        """The messages of these ids by id; one that is gone is missing, one that cannot be had at all is None.

        `form` is Gmail's `format`: "minimal", "metadata", "full" or "raw".
        """
        got: dict[str, Resource | None] = {}
        for start in range(0, len(ids), TOGETHER):
            got |= self._some_messages(ids[start : start + TOGETHER], form, list(headers))
        return got

    def attachment(self, message: str, attachment: str) -> bytes:
        """The bytes of a part that is not in the message itself. Raises Gone."""
        return decoded(self._read("messages.attachments.get", messageId=message, id=attachment).get("data", ""))

    def thread(self, thread: str, headers: Sequence[str]) -> list[Resource]:
        """The messages of a thread with these header fields; none where there is no such thread."""
        with contextlib.suppress(Gone):
            told = self._read("threads.get", id=thread, format="metadata", metadataHeaders=list(headers))
            return list(told.get("messages", []))
        return []

    def drafts(self, query: str = "") -> list[tuple[str, str]]:
        """Draft ids and the ids of their messages, of the first 500 drafts that a search finds."""
        told = self._read("drafts.list", maxResults=_PAGE, q=query or None)
        return [(str(draft["id"]), str(draft["message"]["id"])) for draft in told.get("drafts", [])]

    def draft_message(self, draft: str, form: str) -> Resource | None:
        """The message that a draft holds now; None where there is no such draft."""
        with contextlib.suppress(Gone):
            return dict(self._read("drafts.get", id=draft, format=form)["message"])
        return None

    def labels(self) -> dict[str, str]:
        """Ids of all labels by name."""
        return {str(label["name"]): str(label["id"]) for label in self._read("labels.list").get("labels", [])}

    def send_as(self) -> list[Resource]:
        """The addresses that the user can write from, each with its signature."""
        return list(self._read("settings.sendAs.list").get("sendAs", []))

    # Changing

    def create_draft(self, raw: bytes, thread: str) -> tuple[str, Resource]:
        """A draft's new id and its message. In no thread where that one is gone."""
        message = {"raw": base64.urlsafe_b64encode(raw).decode()}
        try:
            told = self._once("drafts.create", body={"message": message | ({"threadId": thread} if thread else {})})
        except Gone:
            told = self._once("drafts.create", body={"message": message})
        return str(told["id"]), dict(told["message"])

    def bin(self, message: str) -> None:
        """Raises Gone where there is no such message, as after an edit of the draft that held it."""
        self._once("messages.trash", id=message)

    def import_message(self, raw: bytes, labels: Sequence[str]) -> None:
        """Put a message into the mailbox as if it had arrived."""
        body = {"raw": base64.urlsafe_b64encode(raw).decode(), "labelIds": list(labels)}
        self._once("messages.import", body=body, internalDateSource="dateHeader", neverMarkSpam=True, processForCalendar=False)

    def create_label(self, name: str) -> str:
        """The new label's id."""
        body = {"name": name, "labelListVisibility": "labelShow", "messageListVisibility": "show"}
        return str(self._once("labels.create", body=body)["id"])

    def relabel(self, message: str, add: Sequence[str], remove: Sequence[str]) -> None:
        """Raises Gone."""
        self._read("messages.modify", id=message, body={"addLabelIds": list(add), "removeLabelIds": list(remove)})

    def stop(self) -> None:
        """From any thread: who waits for the quota is to give up, and no call is made any more."""
        self._pace.stop()

    def close(self) -> None:
        """Let go of the connection. Never raises."""
        service, self._service = self._service, None
        if service is not None:
            with contextlib.suppress(OSError):
                service.close()

    # Within

    def _resource(self, path: str) -> Any:
        """One of Google's resource objects, "messages.attachments", say; making one takes milliseconds, so each is kept."""
        if self._service is None:
            self._signed_in = self._credentials()
            self._service = build_service(self._signed_in)
            self._resources = {"": self._service.users()}
        if path not in self._resources:
            above, _, name = path.rpartition(".")
            self._resources[path] = getattr(self._resource(above), name)()
        return self._resources[path]

    @property
    def _token(self) -> str:
        return str(self._signed_in.token) if self._signed_in is not None else ""

    def _request(self, call: str, parameters: Mapping[str, Any]) -> Any:
        """The request for a call of `gmail_service.CALLS`, ready to be executed."""
        path, _, method = call.rpartition(".")
        return getattr(self._resource(path), _PYTHON_NAMES.get(method, method))(userId="me", **parameters)

    def _once(self, call: str, **parameters: Any) -> Resource:
        """Raises Gone, and MailboxError; after MailboxUnavailable nobody knows whether it was done."""
        self._pace.spend(COSTS[call])
        try:
            told = self._request(call, parameters).execute(num_retries=0)
            if not isinstance(told, dict):
                raise Cut
        except (*TROUBLE, Cut) as error:
            self._drop_after(error)
            raise explain(error) from None
        return told

    def _read(self, call: str, **parameters: Any) -> Resource:
        """Tried again after what may pass."""
        for attempt in range(_TRIES):
            try:
                return self._once(call, **parameters)
            except MailboxUnavailable as error:
                if attempt == _TRIES - 1 or (error.retry_after or 0) > PATIENT:
                    raise
                self._pause(error, attempt)
        raise AssertionError("unreachable")

    def _pages(self, call: str, **parameters: Any) -> Iterator[Resource]:
        token = None
        while True:
            told = self._read(call, pageToken=token, **parameters)
            yield told
            token = told.get("nextPageToken")
            if not token:
                return

    def _some_messages(self, ids: Sequence[str], form: str, headers: list[str]) -> dict[str, Resource | None]:
        """As `messages`, of at most TOGETHER. What fails is asked for again, in the end each alone."""
        got: dict[str, Resource | None] = {}
        failed: dict[str, MailboxUnavailable] = {}
        waiting = list(ids)
        for attempt in range(_TRIES):
            last = attempt == _TRIES - 1
            answers = self._one_by_one(waiting, form, headers) if last else self._together(waiting, form, headers)
            got |= {key: told for key, told in answers.items() if isinstance(told, dict)}
            failed = {key: told for key, told in answers.items() if isinstance(told, MailboxUnavailable)}
            waiting = list(failed)
            worst = max(failed.values(), key=lambda error: error.retry_after or 0, default=None)
            if worst is None:
                break
            if (worst.retry_after or 0) > PATIENT:
                raise worst
            if not last:
                self._pause(worst, attempt)
        for key, error in failed.items():
            self._failures[key] += 1
            if isinstance(error, TooFast) or self._failures[key] < POISONED_AFTER or not (got or self._others_come(failed)):
                raise error
            got[key] = None
        return got

    def _others_come(self, failed: Collection[str]) -> bool:
        """Whether any other message can be had: then it is not Gmail that fails."""
        other = next((key for key in self.search("", page_size=TOGETHER) if key not in failed), None)
        return other is not None and isinstance(self._together([other], "minimal", []).get(other), dict)

    def _together(self, ids: Sequence[str], form: str, headers: list[str]) -> dict[str, _Outcome]:
        try:
            return self._batch(ids, form, headers)
        except MailboxUnavailable as error:
            return dict.fromkeys(ids, error)

    def _one_by_one(self, ids: Sequence[str], form: str, headers: list[str]) -> dict[str, _Outcome]:
        """One that breaks everything breaks only itself. Raises MailboxUnavailable where two in a row break."""
        answers: dict[str, _Outcome] = {}
        broke = False
        for key in ids:
            try:
                answers |= self._batch([key], form, headers)
                broke = False
            except MailboxUnavailable as error:
                if broke:
                    raise
                answers[key], broke = error, True
        return answers

    def _batch(self, ids: Sequence[str], form: str, headers: list[str]) -> dict[str, _Outcome]:
        """What came of each. Raises MailboxUnavailable where the batch as a whole fails."""
        answers: dict[str, _Outcome] = {}

        def keep(key: str, told: Any, error: HttpError | None) -> None:
            if error is None:
                answers[key] = told if isinstance(told, dict) else MailboxUnavailable("Gmail's answer was cut off")
                return
            explained = explain(error)
            if not isinstance(explained, Gone | MailboxUnavailable):
                raise explained
            answers[key] = explained

        wanted = {key: {"id": key, "format": form, "metadataHeaders": headers or None} for key in ids}
        if len(ids) == 1:
            try:
                return {key: self._once("messages.get", **parameters) for key, parameters in wanted.items()}
            except Gone as gone:
                return dict.fromkeys(ids, gone)
        self._pace.spend(COSTS["messages.get"] * len(ids))
        try:
            requests = {key: self._request("messages.get", parameters) for key, parameters in wanted.items()}
            batch = self._service.new_batch_http_request(callback=keep)
            for key, request in requests.items():
                batch.add(request, request_id=key)
            _execute(batch)
        except (*TROUBLE, Cut) as error:
            self._drop_after(error)
            explained = explain(error)
            # of a batch as a whole 404 says nothing about messages
            raise MailboxError("Gmail takes no batches") if isinstance(explained, Gone) else explained from None
        return answers

    def _pause(self, error: MailboxUnavailable, attempt: int) -> None:
        self._pace.pause(max(error.retry_after or 0.0, _FIRST_PAUSE * 2**attempt))

    def _drop_after(self, error: BaseException) -> None:
        """A connection that broke is not used again; after an answer of the server it is as good as before."""
        if not isinstance(error, HttpError):
            self.close()


def _execute(batch: Any) -> None:
    """Raises Cut where parts of the answer are missing: Google's client takes for granted that none is."""
    try:
        batch.execute()
    except (KeyError, ValueError) as error:
        raise Cut from error


def is_id(text: str) -> bool:
    """Whether it can be the id of a message at Gmail, and not one that another back end gave: Gmail refuses those with 400, as if
    the call itself were wrong."""
    return _ID.fullmatch(text) is not None


def decoded(text: str) -> bytes:
    """Gmail's base64, with or without its padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
