"""`afterword auth` as a user runs it: with a real browser, through a tunnel, by pasting, with a password; on real servers."""

from __future__ import annotations

import getpass
import json
import logging
import os
import re
import subprocess
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from daemon.assembly import token_settings
from daemon.commands import auth
from daemon.commands.auth import has_screen, tunnel_command
from daemon.config import load
from daemon.mailbox.gmail_service import build_service
from daemon.mailbox.oauth import GMAIL_API_SCOPES, TokenStore, google_credentials
from tests.mailbox.gmail_world import service_at
from tests.mailbox.oauth_provider import OAuthProvider, provider_running
from tests.mailbox.test_imap_sign_in import dovecot_asking
from tests.peers.dovecot import PASSWORD, Dovecot
from tests.peers.gmail_facade import GmailFacade
from tests.peers.registry import chromium_program
from tests.test_cli import AFTERWORD, Shell

HEAD = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"
[state]
database = "sqlite:///state.db"
[[mailbox]]
name = "personal"
"""
IMAP = """
kind = "imap"
host = "127.0.0.1"
port = {port}
tls = "none"
username = "{user}"
"""
BY_TOKEN = """
oauth = "google"
client_file = "google.json"
token_file = "personal.token.json"
"""
GMAIL = """
kind = "gmail"
client_file = "google.json"
token_file = "personal.token.json"
"""


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[OAuthProvider]:
    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    with provider_running("sam") as running:
        running.clock = lambda: datetime.now(UTC)
        yield running


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    for name in ("SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "SUDO_USER"):
        monkeypatch.delenv(name, raising=False)
    return Shell(tmp_path)


def configure(shell: Shell, *lines: str) -> TokenStore:
    (shell.folder / "config.toml").write_text(HEAD + "".join(lines))
    return TokenStore(shell.folder / "personal.token.json")


@dataclass
class Running:
    """A command that waits for its user."""

    process: subprocess.Popen[str]
    said: str = ""

    def hear(self, pattern: str) -> str:
        """What it says next that fits; the whole line. Raises AssertionError when it ends before."""
        assert self.process.stdout is not None
        while line := self.process.stdout.readline():
            self.said += line
            if re.search(pattern, line):
                return line.strip()
        raise AssertionError(f"it never says {pattern}: {self.said}")

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def end(self) -> tuple[int, str]:
        """Its exit code and all that it said."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.said += self.process.stdout.read()
        return self.process.wait(60), self.said


@contextmanager
def afterword(shell: Shell, *arguments: str, **environ: str) -> Iterator[Running]:
    """In a process of its own, without a terminal."""
    process = subprocess.Popen(
        [*AFTERWORD, "--config", str(shell.folder / "config.toml"), *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore", **environ},
    )  # fmt: skip
    try:
        yield Running(process)
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
        process.wait(60)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A browser on this machine that agrees to everything; the addresses that it was opened with."""
    opened: list[str] = []

    def open_it(url: str) -> bool:
        opened.append(url)
        threading.Thread(target=visit, args=(url,), daemon=True).start()
        return True

    monkeypatch.setattr(auth.webbrowser, "open", open_it)
    return opened


def visit(address: str) -> int:
    with urllib.request.urlopen(address, timeout=20) as page:  # noqa: S310 - the address is the test's own
        return int(page.status)


@pytest.mark.peer("dovecot")
class TestInTheBrowser:
    @pytest.fixture
    def server(self, provider: OAuthProvider, shell: Shell) -> Iterator[TokenStore]:
        provider.client_file(shell.folder)
        with dovecot_asking(provider) as dovecot:
            yield configure(shell, IMAP.format(port=dovecot.port, user="sam"), BY_TOKEN)

    @pytest.mark.slow
    def test_through_a_tunnel(self, shell: Shell, server: TokenStore, provider: OAuthProvider) -> None:
        with afterword(shell, "auth", "personal", SSH_CONNECTION="192.0.2.1 50000 192.0.2.9 2222") as running:
            command = running.hear("ssh -N")
            url = running.hear("^http://")
            # the mouth of the tunnel is where the browser will be sent
            (port,) = set(re.findall(r"-L (\d+):127\.0\.0\.1:\d+", command))
            assert f"127.0.0.1%3A{port}%2F" in url
            assert command == f"ssh -N -p 2222 -L {port}:127.0.0.1:{port} {getpass.getuser()}@192.0.2.9"
            assert visit(url) == 200
            code, said = running.end()
        token = server.load()
        assert (code, token is not None) == (0, True), said
        assert token is not None
        assert provider.accounts[token.access_token] == "sam"
        assert token.account == "sam"
        assert f"Signed in as sam. The token is kept in {server.path}" in said
        assert not [secret for secret in provider.secrets if secret in said]
        assert shell.ok("doctor").count("✓") == 4

    def test_the_browser_of_this_machine(self, shell: Shell, server: TokenStore, browser: list[str]) -> None:
        said = shell.ok("auth", "PERSONAL", "--browser")
        assert browser[0] in said
        assert "ssh" not in said
        assert server.load() is not None

    @pytest.mark.slow
    def test_by_pasting(self, shell: Shell, server: TokenStore, provider: OAuthProvider) -> None:
        with afterword(shell, "auth", "personal", "--paste") as running:
            url = running.hear("^http://")
            running.say(url)
            running.say(provider.consent(url, state="an-old-tab"))
            running.say(provider.consent(url))
            code, said = running.end()
        assert code == 0, said
        assert said.count("Paste it here") == 3
        assert "this is the answer to another sign-in than this one" in said
        assert server.load() is not None

    def test_three_wrong_pastes_are_enough(self, shell: Shell, server: TokenStore, monkeypatch: pytest.MonkeyPatch) -> None:
        pasted = ["hello", "http://127.0.0.1:8765/", "http://[", "never asked for"]
        monkeypatch.setattr(auth.click, "prompt", lambda *_: pasted.pop(0))
        done = shell.run("auth", "personal", "--paste")
        assert (done.returncode, pasted) == (1, ["never asked for"])
        assert done.stderr.strip() == "this is no address"
        assert server.load() is None

    def test_a_token_that_was_made_elsewhere(self, shell: Shell, server: TokenStore, provider: OAuthProvider) -> None:
        made = provider.new_token(datetime.now(UTC) - timedelta(days=3))
        instants = {name: getattr(made, name).isoformat() for name in ("expires_at", "granted_at", "refreshed_at")}
        file = shell.folder / "from-the-laptop.json"
        file.write_text(json.dumps(asdict(made) | instants))
        assert "The token is kept in" in shell.ok("auth", "personal", "--import", str(file))
        token = server.load()
        assert token is not None
        assert (token.refresh_token, token.granted_at) == (made.refresh_token, made.granted_at)
        assert token.access_token != made.access_token

    def test_one_that_does_not_open_the_mailbox_replaces_nothing(
        self, shell: Shell, server: TokenStore, provider: OAuthProvider, browser: list[str]
    ) -> None:
        works = provider.new_token(datetime.now(UTC))
        server.save(works)
        provider.user = "dana"
        done = shell.run("auth", "personal", "--browser")
        assert done.returncode == 1
        assert "does not take the token for 'sam'" in done.stderr
        assert server.load() == works

    def test_a_box_that_was_unticked(self, shell: Shell, server: TokenStore, provider: OAuthProvider, browser: list[str]) -> None:
        provider.granted = "openid"
        done = shell.run("auth", "personal", "--browser")
        assert (done.returncode, "leave every box ticked" in done.stderr) == (1, True)
        assert server.load() is None

    def test_a_mailbox_that_cannot_be_reached_right_now(
        self, shell: Shell, server: TokenStore, provider: OAuthProvider, browser: list[str]
    ) -> None:
        configure(shell, IMAP.format(port=1, user="sam"), BY_TOKEN)
        done = shell.run("auth", "personal", "--browser")
        assert done.returncode == 0
        assert "The token is good, but the mailbox does not open yet: personal: 127.0.0.1:1 refuses connections" in done.stderr
        assert server.load() is not None

    def test_nobody_comes(self, shell: Shell, server: TokenStore) -> None:
        done = shell.run("auth", "personal", "--no-browser", "--timeout", "1")
        assert (done.returncode, "nobody came back from the browser" in done.stderr) == (1, True)
        assert server.load() is None

    def test_a_service_that_lost_its_access_gets_it_back(self, shell: Shell, server: TokenStore, browser: list[str]) -> None:
        assert "nobody has signed in yet; run: afterword auth personal" in shell.run("run", "--once").stderr
        shell.ok("auth", "personal", "--browser")
        assert shell.run("run", "--once").returncode == 0


@pytest.mark.peer("dovecot")
class TestWithAPassword:
    @pytest.fixture
    def user(self, dovecot: Dovecot) -> str:
        return dovecot.new_user()

    @pytest.mark.slow
    def test_it_is_tried_and_kept_where_the_configuration_says(self, shell: Shell, dovecot: Dovecot, user: str) -> None:
        file = shell.folder / "secrets" / "imap"
        configure(shell, IMAP.format(port=dovecot.port, user=user), f'password_file = "{file}"')
        assert "there is no file" in shell.run("run", "--once").stderr
        with afterword(shell, "auth", "personal") as running:
            running.say("wr0ng")
            running.say(PASSWORD)
            code, said = running.end()
        assert code == 0, said
        assert f"refuses the user name '{user}' or its password" in said
        assert f"The sign-in works. The password is kept in {file}" in said
        assert "wr0ng" not in said
        assert (file.read_text(), file.stat().st_mode & 0o777) == (f"{PASSWORD}\n", 0o600)
        assert shell.run("run", "--once").returncode == 0

    def test_a_wrong_one_replaces_nothing(
        self, shell: Shell, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = shell.folder / "imap"
        file.write_text("the old one\n")
        file.chmod(0o600)
        configure(shell, IMAP.format(port=dovecot.port, user=user), 'password_file = "imap"')
        monkeypatch.setattr(getpass, "getpass", lambda *_: "wr0ng")
        assert shell.run("auth", "personal").returncode == 1
        assert file.read_text() == "the old one\n"

    def test_the_keyring(self, shell: Shell, dovecot: Dovecot, user: str, monkeypatch: pytest.MonkeyPatch) -> None:
        keyring = pytest.importorskip("keyring")
        held: dict[tuple[str, str], str] = {}
        monkeypatch.setattr(keyring, "set_password", lambda service, account, text: held.__setitem__((service, account), text))
        monkeypatch.setattr(getpass, "getpass", lambda *_: PASSWORD)
        configure(shell, IMAP.format(port=dovecot.port, user=user), "keyring = true")
        assert f"the keyring, for {user}@127.0.0.1" in shell.ok("auth", "personal")
        assert held == {("afterword", f"{user}@127.0.0.1"): PASSWORD}


class TestElsewhere:
    def test_a_credential_of_systemd_is_explained(self, shell: Shell) -> None:
        configure(shell, IMAP.format(port=143, user="sam"), 'password_credential = "imap-password"')
        said = shell.ok("auth", "personal")
        assert "systemd-creds encrypt --name=imap-password - /etc/credstore.encrypted/afterword.imap-password" in said
        assert "LoadCredentialEncrypted=imap-password:/etc/credstore.encrypted/afterword.imap-password" in said

    def test_a_folder_needs_no_sign_in(self, shell: Shell) -> None:
        configure(shell, f'kind = "maildir"\npath = "{shell.folder}"')
        done = shell.run("auth", "personal")
        assert (done.returncode, done.stderr.strip()) == (
            2,
            "mailbox 'personal' is a folder of this machine: there is nothing to sign in to",
        )

    def test_a_mailbox_that_there_is_not(self, shell: Shell) -> None:
        configure(shell, f'kind = "maildir"\npath = "{shell.folder}"')
        done = shell.run("auth", "work")
        assert (done.returncode, done.stderr.strip()) == (2, "there is no mailbox 'work'; there are 'personal'")

    @pytest.mark.parametrize(
        ("text", "told"), [("{}", "it wants the file that Google's console gives"), ('{"web": {}}', "Web app")]
    )
    def test_a_client_file_that_is_none(self, shell: Shell, text: str, told: str) -> None:
        configure(shell, GMAIL)
        (shell.folder / "google.json").write_text(text)
        done = shell.run("auth", "personal")
        assert (done.returncode, told in done.stderr) == (2, True)
        doctor = shell.run("doctor")
        assert doctor.returncode == 1
        assert re.search(rf"✗ mailbox personal: its client at the provider: .*{told}", doctor.stdout)

    @pytest.mark.parametrize("text", [None, b"\xff", b"{}"])
    def test_a_file_to_be_taken_over_that_is_none(self, shell: Shell, provider: OAuthProvider, text: bytes | None) -> None:
        configure(shell, GMAIL)
        provider.client_file(shell.folder)
        if text is not None:
            (shell.folder / "token").write_bytes(text)
        done = shell.run("auth", "personal", "--import", str(shell.folder / "token"))
        assert done.returncode in (1, 2)
        assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.peer("emulate")
class TestGmail:
    @pytest.fixture
    def store(self, shell: Shell, gmail: GmailFacade, monkeypatch: pytest.MonkeyPatch) -> Iterator[TokenStore]:
        monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
        (shell.folder / "google.json").write_text(json.dumps(gmail.client_config()))
        with service_at(gmail.address):
            yield configure(shell, GMAIL)

    @pytest.mark.peer("chromium")
    @pytest.mark.slow
    def test_in_chromium(self, shell: Shell, store: TokenStore, monkeypatch: pytest.MonkeyPatch) -> None:
        """Chromium asks for an icon, too, and keeps connections open that it never uses."""
        shown: list[str] = []
        browsers: list[threading.Thread] = []

        def open_chromium(url: str) -> bool:
            browsers.append(threading.Thread(target=agree_in_chromium, args=(url, "alice@gmail.example", shown)))
            browsers[0].start()
            return True

        monkeypatch.setattr(auth.webbrowser, "open", open_chromium)
        done = shell.run("auth", "personal", "--browser")
        browsers[0].join(60)
        assert done.returncode == 0, done.stderr
        token = store.load()
        assert token is not None
        assert (token.account, token.scopes) == ("alice@gmail.example", GMAIL_API_SCOPES)
        assert "alice@gmail.example is none of your addresses in [profile]" in done.stderr
        assert shown == ["Back to the terminal"]
        assert "✓ mailbox personal: sign-in works" in shell.run("doctor").stdout

    def test_another_account_by_mistake_replaces_nothing(self, shell: Shell, store: TokenStore, gmail: GmailFacade) -> None:
        """Else its mail would be read as that of the first, and the drafts of the first be looked for there."""
        client = gmail.client_config()["installed"]
        sam, other = gmail.new_account(), gmail.new_account()
        for account in (sam, other):
            made = {key: client[key] for key in ("client_id", "client_secret")} | {"token": None}
            made["refresh_token"] = sorted(account.refresh_tokens)[0]
            (shell.folder / f"{account.email}.json").write_text(json.dumps(made))
        shell.ok("auth", "personal", "--import", str(shell.folder / f"{sam.email}.json"))
        before = store.load()
        done = shell.run("auth", "personal", "--import", str(shell.folder / f"{other.email}.json"))
        assert done.returncode == 2
        assert f"you signed in as {other.email}, but until now this mailbox was {sam.email}'s: nothing is changed" in done.stderr
        assert store.load() == before
        config = shell.folder / "config.toml"
        config.write_text(config.read_text().replace('"sam.rivera@example.org"', f'"{other.email}"'))
        shell.ok("auth", "personal", "--import", str(shell.folder / f"{other.email}.json"))
        token = store.load()
        assert token is not None
        assert token.account == other.email

    def test_access_that_is_revoked_and_given_again(self, shell: Shell, store: TokenStore, gmail: GmailFacade) -> None:
        account = gmail.new_account()
        client = gmail.client_config()["installed"]

        def take_over() -> None:
            refresh_token = sorted(account.refresh_tokens)[0]
            made = {
                "token": None,
                "refresh_token": refresh_token,
                "client_id": client["client_id"],
                "client_secret": client["client_secret"],
            }
            (shell.folder / "made.json").write_text(json.dumps(made))
            shell.ok("auth", "personal", "--import", str(shell.folder / "made.json"))

        take_over()
        assert shell.run("run", "--once").returncode == 0
        account.revoke()
        done = shell.run("run", "--once")
        assert done.returncode == 1
        assert done.stderr.startswith("personal: Google has ended the access (invalid_grant)"), "the name stands there once"
        assert "sign in again: afterword auth personal" in done.stderr

    def test_nothing_of_it_is_logged_even_with_every_logger_at_debug(
        self, shell: Shell, store: TokenStore, gmail: GmailFacade, caplog: pytest.LogCaptureFixture
    ) -> None:
        account = gmail.new_account()
        made = {
            "token": None,
            "refresh_token": sorted(account.refresh_tokens)[0],
            "client_id": gmail.client_config()["installed"]["client_id"],
            "client_secret": "no-secret",
        }
        (shell.folder / "made.json").write_text(json.dumps(made))
        shell.ok("auth", "personal", "--import", str(shell.folder / "made.json"))
        for name in ("", *TALKATIVE):
            caplog.set_level(logging.DEBUG, name)
        (mailbox,) = load(shell.folder / "config.toml", {}).mailbox
        oauth = token_settings(mailbox)
        assert oauth is not None
        credentials = google_credentials(oauth)
        with closing(build_service(credentials)) as service:
            first = credentials.token
            service.users().getProfile(userId="me").execute()
            account.expire()
            # a token that is refused though it has not ended is renewed by Google's client, through us
            assert service.users().getProfile(userId="me").execute()["emailAddress"] == account.email
        assert credentials.token != first
        kept = store.load()
        assert kept is not None
        assert kept.access_token == credentials.token
        assert [secret for secret in account.tokens | account.refresh_tokens | {first} if secret in caplog.text] == []


TALKATIVE = (
    "google", "google.auth", "google.auth.transport", "google_auth_httplib2", "googleapiclient", "googleapiclient.discovery",
    "googleapiclient.http", "httplib2", "requests_oauthlib", "requests_oauthlib.oauth2_session", "oauthlib", "urllib3",
)  # fmt: skip


def agree_in_chromium(url: str, user: str, shown: list[str]) -> None:
    """Open the address and choose oneself on the consent page; `shown` gets the heading of the last page."""
    from playwright.sync_api import sync_playwright

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program(), args=arguments)
        page = browser.new_page()
        page.goto(url)
        page.get_by_text(user).first.click()
        page.wait_for_url("http://127.0.0.1:*/?*")
        shown.append(page.locator("h1").inner_text())
        browser.close()


def test_the_guide_explains_what_is_really_said() -> None:
    root = Path(__file__).parent.parent
    rows = re.findall(r"^\| `([^`]+)` \|", (root / "docs" / "gmail.md").read_text("utf-8"), re.MULTILINE)
    sources = [*(root / "daemon" / "mailbox").glob("*.py"), root / "daemon" / "commands" / "auth.py"]
    said = "".join(path.read_text("utf-8") for path in sources)
    assert len(rows) >= 9
    assert [piece for row in rows for piece in row.split("…") if piece.strip() not in said] == []


class TestWhereWeAre:
    @pytest.mark.parametrize(
        ("environ", "platform", "screen"),
        [
            ({"DISPLAY": ":0"}, "linux", True),
            ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
            ({}, "linux", False),
            ({}, "darwin", True),
            ({"DISPLAY": "localhost:10.0", "SSH_CONNECTION": "a 1 b 22"}, "linux", False),
            ({"SSH_TTY": "/dev/pts/1"}, "darwin", False),
        ],
    )
    def test_whether_a_browser_can_be_seen(self, environ: dict[str, str], platform: str, screen: bool) -> None:
        assert has_screen(environ, platform) is screen

    @pytest.mark.parametrize(
        ("environ", "command"),
        [
            (
                {"SSH_CONNECTION": "192.0.2.1 5000 192.0.2.9 22", "SUDO_USER": "sam"},
                "ssh -N -L 8400:127.0.0.1:8400 sam@192.0.2.9",
            ),
            (
                {"SSH_CONNECTION": "::1 5000 2001:db8::9 2222", "SUDO_USER": "sam"},
                "ssh -N -p 2222 -L 8400:127.0.0.1:8400 sam@2001:db8::9",
            ),
        ],
    )
    def test_the_command_for_the_tunnel(self, environ: dict[str, str], command: str) -> None:
        assert tunnel_command(environ, 8400) == command
