"""What the program can ask of Gmail, and that sending is not among it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from google.oauth2.credentials import Credentials

import daemon
from daemon.mailbox import gmail_service
from daemon.mailbox.gmail_calls import GmailCalls
from daemon.mailbox.gmail_quota import COSTS
from daemon.mailbox.gmail_service import CALLS, _whole_description, build_service
from daemon.mailbox.oauth import GMAIL_API_SCOPES

FORBIDDEN = {"send", "delete", "batchDelete", "batchModify", "insert", "update", "watch", "verify", "patch", "untrash"}


def service() -> Any:
    return build_service(Credentials(token="none"))  # type: ignore[no-untyped-call]


def reachable(resource: Any, path: str = "") -> Iterator[str]:
    """The dotted names of all methods of a resource and of those below it."""
    for name in (name for name in dir(resource) if not name.startswith("_")):
        member = getattr(resource, name)
        if hasattr(member, "__is_resource__"):
            yield from reachable(member(), f"{path}{name}.")
        elif callable(member):
            yield f"{path}{name}"


def described(resources: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, resource in resources.items():
        yield from ((f"{path}{name}.{call}", told) for call, told in resource.get("methods", {}).items())
        yield from described(resource.get("resources", {}), f"{path}{name}.")


def test_nothing_that_sends_is_reachable_from_the_service() -> None:
    names = list(reachable(service()))
    assert "users.drafts.create" in names
    assert "users.messages.import_" in names
    words = {word for name in names for word in re.findall(r"[a-z]+|[A-Z][a-z]*", name.rpartition(".")[2])}
    assert not FORBIDDEN & words
    assert not FORBIDDEN & {name.rpartition(".")[2] for name in names}
    assert not [name for name in names if "send" in name.rpartition(".")[2].lower()]


def test_the_same_walk_through_the_whole_service_finds_what_sends() -> None:
    """Else the test above would show nothing."""
    with mock.patch.object(gmail_service, "_description", return_value=copy.deepcopy(_whole_description())):
        names = set(reachable(service()))
    assert {"users.drafts.send", "users.messages.send", "users.settings.sendAs.create"} <= names
    everything = dict(described(_whole_description()["resources"]))
    assert {name.replace("import", "import_") for name in everything} <= names, "the walk passes nothing over"


def test_no_address_that_sends_is_left_in_the_service() -> None:
    """Nor below the surface, where a request is made of a method's description."""
    left = json.dumps(gmail_service._description()["resources"])
    assert "/drafts/send" not in left
    assert "/messages/send" not in left
    assert "/drafts/send" in json.dumps(_whole_description()["resources"])


@pytest.mark.parametrize("call", ["drafts.send", "messages.send", "messages.batchDelete", "settings.sendAs.create"])
def test_a_call_that_is_not_listed_cannot_be_made(call: str) -> None:
    calls = GmailCalls(lambda: Credentials(token="none"))  # type: ignore[no-untyped-call]
    assert calls._request("drafts.create", {"body": {}}).uri.endswith("/drafts?alt=json")
    with pytest.raises(AttributeError):
        calls._request(call, {"body": {}})


def test_nothing_is_reachable_that_the_program_does_not_use() -> None:
    calls = {name.removeprefix("users.").replace("import_", "import") for name in reachable(service())}
    asked = {name for name in calls if not name.endswith(("close", "_next")) and name != "new_batch_http_request"}
    assert asked == COSTS.keys()
    assert asked == {f"{path}.{call}".removeprefix("users.") for path, names in CALLS.items() for call in names}


def test_one_scope_is_enough_for_every_call() -> None:
    (scope,) = GMAIL_API_SCOPES
    everything = dict(described(_whole_description()["resources"]))
    assert [name for name in COSTS if scope not in everything[f"users.{name}"]["scopes"]] == []


def test_no_line_of_the_program_asks_google_to_send() -> None:
    rooms = Path(daemon.__file__).parent
    for module in sorted(rooms.glob("mailbox/gmail*.py")):
        text = module.read_text("utf-8")
        assert not re.search(r"\bsend\s*\(|[\"']send[\"']|/send\b", text), module.name


def test_no_call_of_ours_is_named_for_sending() -> None:
    assert [name for name in dir(GmailCalls) if "send" in name.lower() and name != "send_as"] == []


def test_google_is_not_asked_for_a_description() -> None:
    """It comes with the client; no network is needed to build the service."""
    assert _whole_description()["name"] == "gmail"
    assert service().users() is not None
