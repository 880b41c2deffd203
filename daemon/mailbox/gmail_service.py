"""Google's client of the Gmail API, cut down to the calls that the program makes.

The one scope that can read mail and save drafts could send mail as well. So everything that is not in `CALLS` is taken out of the
description of the service before the client is built from it: an object that could send does not come into being.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import google_auth_httplib2
import googleapiclient.discovery  # turns httplib2's own retries off
import httplib2
from google.auth.credentials import Credentials

ENDPOINT = "https://gmail.googleapis.com/"
"""The root of all addresses of the service. Tests put their own here."""

TIMEOUT = 30.0
"""Seconds without a byte after which a call has failed."""

CALLS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "users": frozenset({"getProfile"}),
        "users.history": frozenset({"list"}),
        "users.messages": frozenset({"list", "get", "trash", "modify", "import"}),
        "users.messages.attachments": frozenset({"get"}),
        "users.threads": frozenset({"get"}),
        "users.drafts": frozenset({"list", "get", "create"}),
        "users.labels": frozenset({"list", "create"}),
        "users.settings": frozenset(),
        "users.settings.sendAs": frozenset({"list"}),
    }
)
"""By resource, the calls that there are. Each needs gmail.modify and nothing more."""


def build_service(credentials: Credentials) -> Any:
    """The service for an account. It belongs to one thread: httplib2 is not thread-safe. Connects to nothing yet."""
    document = _description()
    for field in ("rootUrl", "baseUrl", "mtlsRootUrl"):
        document[field] = ENDPOINT
    http = google_auth_httplib2.AuthorizedHttp(credentials, http=OnceHttp(timeout=TIMEOUT))
    return googleapiclient.discovery.build_from_document(document, http=http)


class OnceHttp(httplib2.Http):  # type: ignore[misc]
    """Sends what changes something exactly once.

    httplib2 sends a request again where the line was closed before an answer came. The server may have done it all the same: a
    second draft.
    """

    def _conn_request(self, conn: Any, request_uri: str, method: str, body: Any, headers: dict[str, str]) -> Any:
        if method == "GET" or request_uri.startswith("/batch"):
            return super()._conn_request(conn, request_uri, method, body, headers)
        conn.close()  # one that was kept open may be dead by now
        plain = {name: value for name, value in headers.items() if name.lower() != "accept-encoding"}
        try:
            conn.connect()
            conn.request(method, request_uri, body, plain)
            answer = conn.getresponse()
            content = answer.read()
        except BaseException:
            conn.close()
            raise
        return httplib2.Response(answer), content


def _description() -> dict[str, Any]:
    """Google's description of the service, as the client brings it along, without whatever is not in CALLS."""
    document = copy.deepcopy(_whole_description())
    document["resources"] = _kept(document["resources"], "")
    return document


def _kept(described: dict[str, Any], above: str) -> dict[str, Any]:
    kept = {}
    for name, resource in described.items():
        path = f"{above}{name}"
        if path in CALLS:
            kept[name] = {
                "methods": {call: told for call, told in resource.get("methods", {}).items() if call in CALLS[path]},
                "resources": _kept(resource.get("resources", {}), f"{path}."),
            }
    return kept


@cache
def _whole_description() -> dict[str, Any]:
    found = resources.files("googleapiclient") / "discovery_cache" / "documents" / "gmail.v1.json"
    return json.loads(found.read_text("utf-8"))  # type: ignore[no-any-return]
