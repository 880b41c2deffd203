"""What the program carries with it: what only some mailboxes need is imported only where there is one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CONFIG = """
[profile]
name = "Sam Rivera"
addresses = ["sam.rivera@example.org"]
timezone = "America/New_York"
country = "US"
[state]
database = "sqlite:///{folder}/state.db"
[digest]
enabled = false
[[mailbox]]
name = "personal"
kind = "maildir"
path = "{folder}/mail"
[[mailbox]]
name = "work"
kind = "imap"
host = "127.0.0.1"
port = 9
tls = "none"
username = "sam"
password_file = "{folder}/password"
"""

RUN_ONCE = """
import json, sys
from daemon.cli import main
sys.argv[1:] = ["--config", sys.argv[1], "run", "--once"]
try:
    main()
except SystemExit:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

FOR_SOME = frozenset(
    {
        "googleapiclient",
        "google_auth_oauthlib",
        "google_auth_httplib2",
        "httplib2",
        "requests",
        "rich",
        "css_inline",
        "keyring",
        "psycopg",
    }
)
FOR_DEVELOPMENT = frozenset({"numpy", "scipy", "sklearn", "matplotlib", "pytest", "hypothesis", "playwright", "pymap"})


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The packages that one cycle with a Maildir and an IMAP account imports."""
    folder = tmp_path_factory.mktemp("carried")
    (folder / "password").write_text("secret")
    (folder / "password").chmod(0o600)
    settings = folder / "config.toml"
    settings.write_text(CONFIG.format(folder=folder))
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / name).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-c", RUN_ONCE, str(settings)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


def test_what_only_gmail_or_a_terminal_needs_is_not_imported(imported: frozenset[str]) -> None:
    assert "imapclient" in imported
    assert not imported & FOR_SOME


def test_what_only_development_needs_is_not_imported(imported: frozenset[str]) -> None:
    assert not imported & FOR_DEVELOPMENT
