"""Client files: Google's as its console gives them, Microsoft's few lines, and what people bring instead."""

from __future__ import annotations

import json
from typing import Any

import pytest

from daemon.errors import ConfigError
from daemon.mailbox.oauth import GMAIL_API_SCOPES, IMAP_SCOPES, Provider, parse_client

INSTALLED: dict[str, Any] = {
    "client_id": "1234-abcd.apps.googleusercontent.com",
    "project_id": "job-search",
    "auth_uri": "https://accounts.google.com/o/oauth2/auth",
    "token_uri": "https://oauth2.googleapis.com/token",
    "auth_provider_x509_cert_url": "https://www.googleapis.com/oauth2/v1/certs",
    "client_secret": "GOCSPX-s3cret",
    "redirect_uris": ["http://localhost"],
}


def fault(provider: Provider, document: object) -> str:
    text = document if isinstance(document, str) else json.dumps(document)
    with pytest.raises(ConfigError) as caught:
        parse_client(provider, text, "client.json")
    (line,) = caught.value.problems
    assert line.startswith("client.json: ")
    assert "s3cret" not in line
    return line


class TestGoogle:
    def test_the_file_of_the_console(self) -> None:
        client = parse_client(Provider.GOOGLE, json.dumps({"installed": INSTALLED}), "client.json")
        assert (client.client_id, client.client_secret) == ("1234-abcd.apps.googleusercontent.com", "GOCSPX-s3cret")
        assert (client.auth_uri, client.token_uri) == (INSTALLED["auth_uri"], INSTALLED["token_uri"])
        assert client.loopback_host == "127.0.0.1"
        assert "s3cret" not in repr(client)

    def test_a_client_of_another_type_is_told_apart(self) -> None:
        assert "of type Web application" in fault(Provider.GOOGLE, {"web": INSTALLED})
        assert "a service account, which has no mailbox" in fault(
            Provider.GOOGLE, {"type": "service_account", "private_key": "s3cret"}
        )

    @pytest.mark.parametrize("document", ["", "{", "[]", '"s3cret"', {}, {"installed": 1}, "[" * 100_000])
    def test_what_is_no_client(self, document: object) -> None:
        assert "it wants the file that Google's console gives" in fault(Provider.GOOGLE, document)

    @pytest.mark.parametrize("key", ["client_id", "client_secret", "auth_uri", "token_uri"])
    @pytest.mark.parametrize("value", [None, "", " ", 7])
    def test_a_member_that_is_missing_is_named(self, key: str, value: object) -> None:
        assert f"{key} is missing" in fault(Provider.GOOGLE, {"installed": INSTALLED | {key: value}})

    @pytest.mark.parametrize(
        "address",
        [
            "http://oauth2.googleapis.com/token",
            "http://localhost.example.org/",
            "ftp://localhost/",
            "token",
            "https://",
            "http://[::1",
            "//x",
        ],
    )
    @pytest.mark.parametrize("key", ["auth_uri", "token_uri"])
    def test_no_secret_crosses_a_network_in_plain_text(self, key: str, address: str) -> None:
        assert f"{key} must be an address that begins with https://" in fault(
            Provider.GOOGLE, {"installed": INSTALLED | {key: address}}
        )

    @pytest.mark.parametrize("address", ["http://127.0.0.1:8080/token", "http://localhost/token", "http://[::1]:80/token"])
    def test_a_server_on_this_machine_may_be_without_tls(self, address: str) -> None:
        text = json.dumps({"installed": INSTALLED | {"token_uri": address}})
        assert parse_client(Provider.GOOGLE, text, "x").token_uri == address


class TestMicrosoft:
    def test_the_smallest_file(self) -> None:
        client = parse_client(Provider.MICROSOFT, '{"client_id": "0000-1111"}', "client.json")
        assert (client.client_id, client.client_secret) == ("0000-1111", "")
        assert client.auth_uri == "https://login.microsoftonline.com/common/oauth2/v2.0/authorize"
        assert client.token_uri == "https://login.microsoftonline.com/common/oauth2/v2.0/token"
        # Microsoft lets the port of `localhost` be any, and of no other name
        assert client.loopback_host == "localhost"

    def test_a_tenant_and_addresses_of_ones_own(self) -> None:
        document = {
            "client_id": "0",
            "client_secret": "s3cret",
            "tenant": "example.org",
            "token_uri": "https://sts.example.org/token",
        }
        client = parse_client(Provider.MICROSOFT, json.dumps(document), "client.json")
        assert client.auth_uri == "https://login.microsoftonline.com/example.org/oauth2/v2.0/authorize"
        assert (client.token_uri, client.client_secret) == ("https://sts.example.org/token", "s3cret")

    @pytest.mark.parametrize("tenant", ["", "a/b", "../x", "x" * 300, 7, "evil.example.org/?"])
    def test_a_tenant_cannot_change_the_address(self, tenant: object) -> None:
        assert "tenant must be" in fault(Provider.MICROSOFT, {"client_id": "0", "tenant": tenant})

    @pytest.mark.parametrize("document", ["nonsense", [], {}, {"client_id": ""}, {"client_id": "0", "client_secret": 1}])
    def test_what_is_no_client(self, document: object) -> None:
        assert fault(Provider.MICROSOFT, document)


def test_no_more_is_asked_for_than_is_needed() -> None:
    assert GMAIL_API_SCOPES == ("https://www.googleapis.com/auth/gmail.modify",)
    assert IMAP_SCOPES[Provider.GOOGLE] == ("https://mail.google.com/",)
    # the host of Microsoft's scope decides what the token is for
    assert IMAP_SCOPES[Provider.MICROSOFT] == ("https://outlook.office.com/IMAP.AccessAsUser.All", "offline_access")
