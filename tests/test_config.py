"""The configuration: where it is found, what it gives, and that every fault is told at once, with its place and its mend."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st

from daemon.assembly import preferences
from daemon.config import GmailMailboxSettings, ImapMailboxSettings, MaildirMailboxSettings, Settings, candidates, load
from daemon.errors import ConfigError
from daemon.mailbox.protocol import Place
from daemon.playbook.preferences import THRESHOLDS

PROFILE = """
[profile]
name = "Sam Rivera"
addresses = ["Sam.Rivera@example.org", "sam@example.com"]
timezone = "America/New_York"
country = "US"
"""
MAILBOX = """
[[mailbox]]
name = "personal"
kind = "imap"
host = "imap.example.org"
username = "sam"
password_file = "secret"
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a configuration beside a password file, with a Maildir in the same folder."""
    secret = tmp_path / "secret"
    secret.write_text("correct horse\n")
    secret.chmod(0o600)
    (tmp_path / "Maildir").mkdir()

    def write_file(*parts: str, name: str = "config.toml") -> Path:
        file = tmp_path / name
        file.write_text("\n".join(parts), "utf-8")
        return file

    return write_file


def home(file: Path) -> dict[str, str]:
    return {"HOME": str(file.parent)}


def valid(file: Path) -> Settings:
    return load(file, home(file))


def faults(file: Path) -> list[str]:
    """The lines of the ConfigError, without the file's name in front."""
    with pytest.raises(ConfigError) as caught:
        load(file, home(file))
    assert all(line.startswith(f"{file}: ") and "\n" not in line for line in caught.value.problems)
    return [line.removeprefix(f"{file}: ") for line in caught.value.problems]


def one_fault(file: Path) -> str:
    (line,) = faults(file)
    return line


class TestWhatItGives:
    def test_the_smallest_configuration_has_every_default(self, write: Write, tmp_path: Path) -> None:
        settings = valid(write(PROFILE, MAILBOX))
        assert settings.state.database == f"sqlite:///{tmp_path}/.local/state/afterword/state.db"
        assert settings.state.lookback_days == 60
        assert (settings.digest.enabled, settings.digest.at, settings.digest.deliver) == (True, time(7, 30), "inbox")
        playbook = settings.playbook
        assert (playbook.status_check_days, playbook.max_status_checks, playbook.keep_in_touch_months) == (7, 2, 1)
        (mailbox,) = settings.mailbox
        assert isinstance(mailbox, ImapMailboxSettings)
        assert (mailbox.port, mailbox.tls, mailbox.poll_seconds, mailbox.folders.chosen) == (993, "implicit", 60, {})
        assert mailbox.password_file == tmp_path / "secret"
        assert settings.profile.region == settings.profile.signature == settings.profile.phone == ""

    def test_the_zone_and_the_own_addresses_as_the_house_uses_them(self, write: Write) -> None:
        settings = valid(write(PROFILE, MAILBOX))
        assert settings.zone == ZoneInfo("America/New_York")
        assert settings.own_addresses == {"sam.rivera@example.org", "sam@example.com"}
        assert settings.profile.addresses[0] == "Sam.Rivera@example.org"

    def test_days_and_times_are_taken_as_text_and_as_toml_values(self, write: Write) -> None:
        digest = "[digest]\nat = 06:05:00"
        settings = valid(write(PROFILE, 'quiet_days = ["2026-11-25", 2026-12-23]', digest, MAILBOX))
        assert settings.profile.quiet_days == (date(2026, 11, 25), date(2026, 12, 23))
        assert settings.digest.at == time(6, 5)

    @pytest.mark.parametrize(("tls", "host", "port"), [("starttls", "imap.example.org", 143), ("none", "127.0.0.1", 143)])
    def test_the_port_follows_from_the_encryption(self, write: Write, tls: str, host: str, port: int) -> None:
        mailbox = valid(write(PROFILE, MAILBOX.replace("imap.example.org", host), f'tls = "{tls}"')).mailbox[0]
        assert isinstance(mailbox, ImapMailboxSettings)
        assert mailbox.port == port

    def test_the_folders_by_role_are_those_that_were_named(self, write: Write) -> None:
        settings = valid(write(PROFILE, MAILBOX, '[mailbox.folders]\nsent = "Gesendet"\nbin = "Papierkorb"'))
        assert settings.mailbox[0].folders.chosen == {Place.SENT: "Gesendet", Place.BIN: "Papierkorb"}

    def test_a_maildir_below_the_home_folder(self, write: Write, tmp_path: Path) -> None:
        (mailbox,) = valid(write(PROFILE, '[[mailbox]]\nname = "m"\nkind = "maildir"\npath = "~/Maildir"')).mailbox
        assert isinstance(mailbox, MaildirMailboxSettings)
        assert mailbox.path == tmp_path / "Maildir"

    def test_a_path_with_the_home_of_somebody_who_has_no_account(self, write: Write, tmp_path: Path) -> None:
        fault = one_fault(write(PROFILE, '[[mailbox]]\nname = "m"\nkind = "maildir"\npath = "~nobody-of-this-name/Maildir"'))
        assert fault.startswith(f"mailbox[0].path: there is no folder {tmp_path}/~nobody-of-this-name/Maildir")

    def test_the_digest_goes_to_the_first_mailbox_unless_another_is_named(self, write: Write) -> None:
        second = MAILBOX.replace("personal", "work")
        assert valid(write(PROFILE, MAILBOX, second)).digest_mailbox.name == "personal"
        assert valid(write(PROFILE, '[digest]\nmailbox = "work"', MAILBOX, second)).digest_mailbox.name == "work"

    def test_the_templates_lie_beside_the_file(self, write: Write, tmp_path: Path) -> None:
        settings = valid(write(PROFILE, "[drafts]\nquote_original = true", MAILBOX))
        assert settings.templates == tmp_path / "templates"
        assert settings.drafts.quote_original
        assert not valid(write(PROFILE, MAILBOX)).drafts.quote_original

    def test_settings_cannot_be_changed(self, write: Write) -> None:
        with pytest.raises(ValueError, match="frozen"):
            valid(write(PROFILE, MAILBOX)).profile.name = "Somebody"

    def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(self, write: Write) -> None:
        file = write(PROFILE, MAILBOX)
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
        assert valid(file).profile.name == "Sam Rivera"

    def test_a_relative_path_starts_at_the_folder_of_the_file_wherever_one_stands(
        self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(PROFILE, '[state]\ndatabase = "sqlite:///kept/state.db"', MAILBOX)
        (tmp_path / "Maildir" / "cur").mkdir()
        monkeypatch.chdir(tmp_path / "Maildir")
        settings = load(Path("../config.toml"), {})
        assert Path(settings.state.database.removeprefix("sqlite:///")).parent.resolve() == tmp_path / "kept"


class TestTheDatabase:
    def test_systemd_s_folder_for_state_comes_first(self, write: Write) -> None:
        file = write(PROFILE, MAILBOX)
        settings = load(file, {"HOME": "/home/sam", "STATE_DIRECTORY": "/var/lib/afterword:/var/lib/other"})
        assert settings.state.database == "sqlite:////var/lib/afterword/state.db"

    def test_the_user_s_own_folders_on_both_platforms(self, write: Write) -> None:
        file = write(PROFILE, MAILBOX)
        assert load(file, {"XDG_STATE_HOME": "/s"}, "linux").state.database == "sqlite:////s/afterword/state.db"
        on_a_mac = load(file, {"HOME": "/Users/sam"}, "darwin").state.database
        assert on_a_mac == "sqlite:////Users/sam/Library/Application Support/afterword/state.db"

    def test_without_any_folder_it_has_to_be_named(self, write: Write) -> None:
        with pytest.raises(ConfigError, match=r"state\.database: there is no home folder"):
            load(write(PROFILE, MAILBOX), {})

    def test_postgresql_by_psycopg(self, write: Write) -> None:
        url = "postgresql+psycopg://sam@localhost:5433/afterword"
        assert valid(write(PROFILE, f'[state]\ndatabase = "{url}"', MAILBOX)).state.database == url

    @pytest.mark.parametrize("url", ["state.db", "mysql://localhost/x", "postgresql://localhost/x", "sqlite+aiosqlite:///x"])
    def test_any_other_is_a_fault(self, write: Write, url: str) -> None:
        assert one_fault(write(PROFILE, f'[state]\ndatabase = "{url}"', MAILBOX)).startswith("state.database: ")

    def test_a_password_in_it_asks_for_a_file_that_nobody_else_reads(self, write: Write) -> None:
        url = "postgresql+psycopg://sam:hunter2@localhost/afterword"
        file = write(PROFILE, f'[state]\ndatabase = "{url}"', MAILBOX)
        file.chmod(0o644)
        fault = one_fault(file)
        assert f"chmod 600 {file}" in fault
        assert "hunter2" not in fault
        file.chmod(0o600)
        settings = valid(file)
        assert settings.state.database == url
        assert "hunter2" not in repr(settings)


class TestWhereItIsFound:
    def test_the_named_file_wins_over_the_variable_and_the_variable_over_the_folder(self, write: Write, tmp_path: Path) -> None:
        (tmp_path / ".config" / "afterword").mkdir(parents=True)
        for name, file in [("a", "named.toml"), ("b", "variable.toml"), ("c", ".config/afterword/config.toml")]:
            absolute = MAILBOX.replace('"secret"', f'"{tmp_path}/secret"')
            write(PROFILE, absolute.replace("personal", name), name=file)
        environ = {"HOME": str(tmp_path), "AFTERWORD_CONFIG": str(tmp_path / "variable.toml")}
        assert load(tmp_path / "named.toml", environ).mailbox[0].name == "a"
        assert load(None, environ).mailbox[0].name == "b"
        assert load(None, {**environ, "AFTERWORD_CONFIG": ""}).mailbox[0].name == "c"

    def test_the_folders_of_the_platforms(self) -> None:
        system = Path("/etc/afterword/config.toml")
        environ = {"HOME": "/home/sam"}
        assert candidates(environ, "linux") == (Path("/home/sam/.config/afterword/config.toml"), system)
        assert candidates({**environ, "XDG_CONFIG_HOME": "/x"}, "linux")[0] == Path("/x/afterword/config.toml")
        assert candidates({**environ, "XDG_CONFIG_HOME": "x"}, "linux")[0] == Path("/home/sam/.config/afterword/config.toml")
        assert candidates(environ, "darwin")[0] == Path("/home/sam/Library/Application Support/afterword/config.toml")
        assert candidates({}, "linux") == (system,)

    def test_a_missing_file_says_where_it_was_looked_for_and_what_helps(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError) as caught:
            load(None, {"HOME": str(tmp_path)})
        (line,) = caught.value.problems
        for part in (f"{tmp_path}/.config/afterword/config.toml", "/etc/afterword", "config.example.toml"):
            assert part in line

    def test_a_missing_file_that_was_named(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match=r"nowhere.toml: there is no such file; `afterword init`"):
            load(tmp_path / "nowhere.toml", {})
        with pytest.raises(ConfigError, match=r"\$AFTERWORD_CONFIG names it"):
            load(None, {"AFTERWORD_CONFIG": str(tmp_path / "nowhere.toml")})

    def test_a_folder_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="cannot be read: Is a directory"):
            load(tmp_path, {})


class TestSyntax:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("[profile]\nname Sam", "line 2, column 6: no valid TOML: "),
            ("[profile", "line 1, column 9: no valid TOML: "),
            ("x = 1\n[profile]\nname = ", "line 3, column 8: no valid TOML: "),
            ("a = 1\na = 2", "line 2, column 6: no valid TOML: "),
        ],
    )
    def test_it_says_line_and_column(self, write: Write, text: str, place: str) -> None:
        assert one_fault(write(text)).startswith(place)

    def test_other_encodings_than_utf_8(self, write: Write) -> None:
        file = write(PROFILE)
        file.write_bytes('[profile]\nname = "Zoë"'.encode("latin-1"))
        assert one_fault(file) == "is not UTF-8 at byte 20; save it as UTF-8"


class TestEveryFaultAtOnce:
    def test_of_shape_of_values_of_files_and_between_values_in_the_order_of_the_file(self, write: Write) -> None:
        file = write(
            '[profile]\nname = "Sam"\naddresses = ["sam@example.org"]\ntimezone = "America/New_Yrok"\ncountry = "US"',
            'region = "ZZ"',
            '[digest]\nat = "7:30"\nmailbox = "work"',
            '[[mailbox]]\nname = "a"\nkind = "imap"\nhost = "imap.example.org"\nprot = 143\ntls = "none"\nusername = "sam"',
            '[[mailbox]]\nname = "A"\nkind = "maildir"\npath = "nowhere"',
        )
        found = faults(file)
        assert [line.split(": ")[0] for line in found] == [
            "profile.timezone",
            "profile.region",
            "digest.at",
            "digest.mailbox",
            "mailbox[0]",
            "mailbox[0].prot",
            "mailbox[0].tls",
            "mailbox[1].name",
            "mailbox[1].path",
        ]

    def test_nothing_at_all(self, write: Write) -> None:
        assert faults(write("")) == [
            "profile: missing; add a section [profile] with name, addresses, timezone, country",
            "mailbox: missing; add a section [[mailbox]] with name, kind, host, username",
        ]


class TestUnknownKeys:
    def test_a_slip_of_the_finger(self, write: Write) -> None:
        assert one_fault(write(PROFILE, MAILBOX, "prot = 99")) == "mailbox[0].prot: unknown key; did you mean 'port'?"
        assert one_fault(write("[playbok]", PROFILE, MAILBOX)) == "playbok: unknown key; did you mean 'playbook'?"
        fault = one_fault(write(PROFILE, MAILBOX, 'folders = { inbx = "Mail" }'))
        assert fault == "mailbox[0].folders.inbx: unknown key; did you mean 'inbox'?"

    def test_a_key_under_the_wrong_heading(self, write: Write) -> None:
        assert one_fault(write("lookback_days = 9", PROFILE, MAILBOX)).endswith("unknown key here; it belongs under [state]")
        assert one_fault(write(PROFILE, 'at = "07:00"', MAILBOX)).endswith("unknown key here; it belongs under [digest]")
        assert one_fault(write(PROFILE, 'tls = "none"', MAILBOX)).endswith("unknown key here; it belongs under [[mailbox]]")

    def test_a_key_like_no_other(self, write: Write) -> None:
        assert one_fault(write(PROFILE, "[digest]\nxyzzy = 1", MAILBOX)).endswith(
            "there are enabled, at, when_quiet, deliver, mailbox, smtp"
        )

    @pytest.mark.parametrize("key", ["password", "Password", "app_password", "client_secret", "token"])
    def test_a_secret_is_pointed_to_its_place_and_not_repeated(self, write: Write, key: str) -> None:
        mailbox = MAILBOX.replace('password_file = "secret"', f'{key} = "hunter2"')
        fault = one_fault(write(PROFILE, mailbox))
        assert fault.startswith(f"mailbox[0].{key}: no secret belongs in this file; ")
        assert "password_file" in fault
        assert "hunter2" not in fault


class TestValues:
    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ('timezone = "Berlin"', "unknown time zone 'Berlin'; did you mean 'Europe/Berlin'?"),
            ('timezone = "New York"', "unknown time zone 'New York'; did you mean 'America/New_York'?"),
            ('timezone = "europe/berlin"', "unknown time zone 'europe/berlin'; did you mean 'Europe/Berlin'"),
            ('timezone = "America"', "unknown time zone 'America'; "),
            ('timezone = "/etc/localtime"', "unknown time zone '/etc/localtime'; "),
            ('timezone = "+01:00"', "it wants a name like 'America/New_York'"),
            ('country = "us"', "unknown country 'us'; did you mean 'US'?"),
            ('country = "UK"', "unknown country 'UK'; did you mean 'GB'?"),
            ('country = "Germany"', "it wants the two letters of ISO 3166"),
            ('name = "Sam\\nBcc: x@example.org"', "must be one line of text without control characters"),
            ('name = " "', "must not be empty"),
            ("name = 3", "must be a text in quotes, is 3"),
            ("addresses = []", "must not be empty"),
            ('addresses = "sam@example.org"', "must be a list in square brackets, is 'sam@example.org'"),
        ],
    )
    def test_of_the_profile(self, write: Write, line: str, fault: str) -> None:
        key = line.split(" ")[0]
        profile = "\n".join(line if given.startswith(f"{key} ") else given for given in PROFILE.splitlines())
        found = one_fault(write(profile, MAILBOX))
        assert found.startswith(f"profile.{key}: ")
        assert fault in found

    @pytest.mark.parametrize(
        "address", ["sam", "sam@", "Sam <sam@example.org>", "sam@example.org, a@b.c", "s m@x.org", "a@.org", "a@b@c"]
    )
    def test_malformed_addresses(self, write: Write, address: str) -> None:
        found = one_fault(write(PROFILE.replace("sam@example.com", address), MAILBOX))
        assert found.startswith("profile.addresses[1]: must be a mail address and nothing else")

    @pytest.mark.parametrize("address", ["sam@localhost", "o'neil+jobs@mail.example.co.uk", "zoë@exämple.org"])
    def test_addresses_that_are_unusual_and_right(self, write: Write, address: str) -> None:
        assert valid(write(PROFILE.replace("sam@example.com", address), MAILBOX)).profile.addresses[1] == address

    def test_a_region_that_the_country_does_not_have(self, write: Write) -> None:
        assert "unknown region 'Texas'; the regions of US are AK, AL" in one_fault(write(PROFILE, 'region = "Texas"', MAILBOX))
        nowhere = PROFILE.replace('"US"', '"DZ"') + 'region = "16"'
        assert "DZ has no regions of its own; leave it out" in one_fault(write(nowhere, MAILBOX))
        assert valid(write(PROFILE, 'region = "TX"', MAILBOX)).profile.region == "TX"

    @pytest.mark.parametrize("day", ['"2026-02-30"', '"27.11.2026"', "2026-11-27T09:00:00", "20261127"])
    def test_days_that_are_none(self, write: Write, day: str) -> None:
        found = one_fault(write(PROFILE, f"quiet_days = [{day}]", MAILBOX))
        assert found.startswith("profile.quiet_days[0]: must be a day that exists")

    @pytest.mark.parametrize("at", ['"7:30"', '"24:00"', '"07.30"', '"07:60"', "730"])
    def test_times_that_are_none(self, write: Write, at: str) -> None:
        found = one_fault(write(PROFILE, f"[digest]\nat = {at}", MAILBOX))
        assert found.startswith('digest.at: must be a time of day from "00:00" to "23:59"')

    def test_a_list_of_tables_with_something_missing(self, write: Write) -> None:
        found = one_fault(write(PROFILE, 'references = [{ name = "Dana" }]', MAILBOX))
        assert found == 'profile.references[0].email: missing; add email = "dana.okafor@example.com"'

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("max_status_checks = 3", "0 to 2 (article 004: after two it is time to move on)"),
            (
                "status_check_days = 6",
                "7 to 21 (articles 002, 003 and 004: never before a week; after three weeks it is too late)",
            ),
            ("thank_you_send_by_hours = 25", "12 to 24 (article 004: never later than 24 hours)"),
        ],
    )
    def test_the_playbook_stays_within_its_articles(self, write: Write, line: str, reason: str) -> None:
        name, _, number = line.partition(" = ")
        found = one_fault(write(PROFILE, f"[playbook]\n{line}", MAILBOX))
        assert found == f"playbook.{name}: must be a whole number from {reason}, is {number}"

    @pytest.mark.parametrize("beyond", [-1, 1])
    def test_every_threshold_has_limits_and_all_that_are_passed_are_told_at_once(self, write: Write, beyond: int) -> None:
        lines = [f"{name} = {(known.most if beyond > 0 else known.least) + beyond}" for name, known in THRESHOLDS.items()]
        found = faults(write(PROFILE, "[playbook]", *lines, MAILBOX))
        assert [fault.partition(":")[0] for fault in found] == [f"playbook.{name}" for name in THRESHOLDS]
        for fault, known in zip(found, THRESHOLDS.values(), strict=True):
            assert all(article in fault for article in known.articles)

    @pytest.mark.parametrize("limit", ["least", "most"])
    def test_limits_themselves_are_allowed_and_reach_the_playbook(self, write: Write, limit: str) -> None:
        wanted = {name: getattr(known, limit) for name, known in THRESHOLDS.items()}
        settings = valid(write(PROFILE, "[playbook]", *(f"{name} = {number}" for name, number in wanted.items()), MAILBOX))
        made = preferences(settings)
        assert {name: getattr(made, name) for name in THRESHOLDS} == wanted

    def test_no_note_comes_every_month_and_no_threshold_goes_by_another_name(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, "[playbook]\nkeep_in_touch_every_months = 1", MAILBOX))
        assert fault == "playbook.keep_in_touch_every_months: unknown key; did you mean 'keep_in_touch_months'?"

    def test_how_long_things_are_kept(self, write: Write) -> None:
        assert valid(write(PROFILE, MAILBOX)).state.keep_days == 365
        assert valid(write(PROFILE, "[state]\nkeep_days = 90\nlookback_days = 90", MAILBOX)).state.keep_days == 90
        for line in ("keep_days = 89", "keep_days = 36501"):
            assert one_fault(write(PROFILE, f"[state]\n{line}", MAILBOX)).startswith("state.keep_days: must be a whole number")

    def test_nothing_is_read_to_be_forgotten_at_once(self, write: Write) -> None:
        said = one_fault(write(PROFILE, "[state]\nkeep_days = 90\nlookback_days = 91", MAILBOX))
        assert said.startswith("state.keep_days: what is read at the first start would be forgotten at once")

    @pytest.mark.parametrize("line", ["lookback_days = 0", "lookback_days = 366", "lookback_days = true", "lookback_days = 6.5"])
    def test_the_days_to_look_back(self, write: Write, line: str) -> None:
        assert one_fault(write(PROFILE, f"[state]\n{line}", MAILBOX)).startswith("state.lookback_days: must be a whole number")


class TestDigestBySmtp:
    SERVER = '[digest]\ndeliver = "smtp"\n[digest.smtp]\nhost = "smtp.example.org"\n'

    def test_the_port_follows_from_the_encryption(self, write: Write) -> None:
        for tls, port in (("implicit", 465), ("starttls", 587)):
            said = valid(write(PROFILE, f'{self.SERVER}tls = "{tls}"', MAILBOX)).digest.smtp
            assert said is not None
            assert said.port == port

    def test_without_a_server(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, '[digest]\ndeliver = "smtp"', MAILBOX))
        assert fault == 'digest.deliver: "smtp" needs to know the server; add [digest.smtp] with host = "…"'

    def test_unencrypted_only_on_this_machine(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, f'{self.SERVER}tls = "none"', MAILBOX))
        assert fault.startswith('digest.smtp.tls: "none" would send the password readable over the network')
        valid(write(PROFILE, self.SERVER.replace("smtp.example.org", "localhost") + 'tls = "none"', MAILBOX))

    @pytest.mark.parametrize(
        ("lines", "fault"),
        [
            ('username = "sam"', "digest.smtp: no place for the password"),
            ("keyring = true", "digest.smtp: keyring goes with a name to sign in with"),
            (
                'username = "sam"\nkeyring = true\npassword_credential = "smtp"',
                "digest.smtp: one place for the password is wanted, there are password_credential and keyring",
            ),
            ('password = "hunter2"', "digest.smtp.password: no secret belongs in this file"),
        ],
    )
    def test_the_sign_in(self, write: Write, lines: str, fault: str) -> None:
        assert one_fault(write(PROFILE, self.SERVER + lines, MAILBOX)).startswith(fault)

    def test_the_password_is_read_when_it_is_asked_for(self, write: Write, tmp_path: Path) -> None:
        secret = tmp_path / "smtp-password"
        secret.write_text("first\n")
        secret.chmod(0o600)
        said = valid(write(PROFILE, f'{self.SERVER}username = "sam"\npassword_file = "smtp-password"', MAILBOX)).digest.smtp
        assert said is not None
        secret.write_text("second\n")
        assert said.password() == "second"
        secret.write_text("")
        with pytest.raises(ConfigError, match=r"\[digest\.smtp\]: no password: .* is empty"):
            said.password()


class TestSigningInWithATokens:
    GMAIL = '[[mailbox]]\nname = "personal"\nkind = "gmail"\n'
    BY_TOKEN = MAILBOX.replace('password_file = "secret"', 'oauth = "google"')

    @pytest.fixture(autouse=True)
    def _client(self, tmp_path: Path) -> None:
        (tmp_path / "client.json").write_text("{}")

    def test_gmail(self, write: Write, tmp_path: Path) -> None:
        (mailbox,) = valid(write(PROFILE, self.GMAIL, 'client_file = "client.json"')).mailbox
        assert isinstance(mailbox, GmailMailboxSettings)
        assert (mailbox.client_file, mailbox.poll_seconds, mailbox.labels) == (tmp_path / "client.json", 30, False)
        assert mailbox.client.read() == "{}"

    def test_imap(self, write: Write, tmp_path: Path) -> None:
        (mailbox,) = valid(write(PROFILE, self.BY_TOKEN, 'client_file = "client.json"\ntoken_file = "t.json"')).mailbox
        assert isinstance(mailbox, ImapMailboxSettings)
        assert (mailbox.oauth, mailbox.token_file) == ("google", tmp_path / "t.json")

    def test_a_mailbox_with_a_password_has_no_token(self, write: Write) -> None:
        (mailbox,) = valid(write(PROFILE, MAILBOX)).mailbox
        assert isinstance(mailbox, ImapMailboxSettings)
        assert mailbox.token_file is None

    @pytest.mark.parametrize(
        ("environ", "folder"),
        [
            ({"HOME": "/home/sam"}, "/home/sam/.local/state/afterword"),
            ({"HOME": "/home/sam", "XDG_STATE_HOME": "/state"}, "/state/afterword"),
            ({"HOME": "/home/sam", "STATE_DIRECTORY": "/var/lib/afterword"}, "/var/lib/afterword"),
        ],
    )
    @pytest.mark.parametrize(
        ("name", "file"), [("personal", "personal"), ("My mail", "My mail"), ("a/../b", "a%2F..%2Fb"), ("a%2Fb", "a%252Fb")]
    )
    def test_the_token_is_kept_with_the_state(
        self, write: Write, environ: dict[str, str], folder: str, name: str, file: str
    ) -> None:
        document = write(PROFILE, self.GMAIL.replace("personal", name), 'client_file = "client.json"')
        (mailbox,) = load(document, environ, "linux").mailbox
        assert isinstance(mailbox, GmailMailboxSettings)
        assert mailbox.token_file == Path(folder) / f"{file}.token.json"

    def test_where_there_is_no_folder_for_state_one_is_asked_for(self, write: Write) -> None:
        database = '[state]\ndatabase = "sqlite:///state.db"'
        with pytest.raises(ConfigError) as caught:
            load(write(PROFILE, database, self.GMAIL, 'client_file = "client.json"'), {}, "linux")
        (problem,) = caught.value.problems
        assert "mailbox[0].token_file: there is no home folder to keep it in; give token_file" in problem

    @pytest.mark.parametrize(("section", "page"), [(GMAIL, "docs/gmail.md"), (BY_TOKEN, "docs/gmail.md")])
    def test_no_client(self, write: Write, section: str, page: str) -> None:
        fault = one_fault(write(PROFILE, section))
        assert fault.startswith("mailbox[0]: no client to sign in with; add client_file = ")
        assert fault.endswith(f"{page} says how to get one")
        assert "docs/outlook.md says" in one_fault(write(PROFILE, self.BY_TOKEN.replace("google", "microsoft")))

    def test_two_clients(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, self.GMAIL, 'client_file = "client.json"\nclient_credential = "client"'))
        assert (
            fault
            == "mailbox[0]: one place for the client is wanted, there are client_file and client_credential; keep one of them"
        )

    def test_two_ways_to_sign_in(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, MAILBOX, 'oauth = "google"\nclient_file = "client.json"'))
        assert fault == "mailbox[0]: one way to sign in is wanted, there are password_file and oauth; keep one of them"

    @pytest.mark.parametrize("line", ['client_file = "client.json"', 'client_credential = "client"', 'token_file = "t.json"'])
    def test_what_goes_with_tokens_only(self, write: Write, line: str) -> None:
        fault = one_fault(write(PROFILE, MAILBOX, line))
        assert fault == f'mailbox[0].{line.split()[0]}: goes with oauth = "google" or oauth = "microsoft" only'

    def test_a_provider_that_is_not_known(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, self.BY_TOKEN.replace("google", "yahoo"), 'client_file = "client.json"'))
        assert fault == "mailbox[0].oauth: must be 'google' or 'microsoft', is 'yahoo'"

    def test_a_client_as_a_credential(self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (mailbox,) = valid(write(PROFILE, self.GMAIL, 'client_credential = "client.json"')).mailbox
        assert isinstance(mailbox, GmailMailboxSettings)
        monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
        with pytest.raises(ConfigError, match=r"mailbox 'personal': no client to sign in with: systemd gave no credentials"):
            mailbox.client.read()
        monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
        assert (mailbox.client.read(), str(mailbox.client)) == ("{}", "the credential client.json")

    def test_a_password_that_is_about_to_be_written_need_not_be_there(self, write: Write, tmp_path: Path) -> None:
        file = write(PROFILE, MAILBOX.replace('"secret"', '"secrets/imap"'))
        assert "there is no file" in one_fault(file)
        (mailbox,) = load(file, {"HOME": str(tmp_path)}, "linux", signing_in=True).mailbox
        assert isinstance(mailbox, ImapMailboxSettings)
        assert mailbox.password_file == tmp_path / "secrets" / "imap"


class TestMailboxes:
    def test_two_of_one_name(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, MAILBOX, MAILBOX.replace("personal", "Personal")))
        assert fault == "mailbox[1].name: 'Personal' is the name of mailbox[0] already; give each its own"

    def test_no_kind_or_one_that_does_not_exist(self, write: Write) -> None:
        assert one_fault(write(PROFILE, '[[mailbox]]\nname = "x"')).startswith("mailbox[0].kind: missing; add kind = ")
        assert one_fault(write(PROFILE, '[[mailbox]]\nkind = "pop3"')) == (
            'mailbox[0].kind: must be "imap", "gmail" or "maildir", is \'pop3\''
        )

    def test_a_heading_with_single_brackets(self, write: Write) -> None:
        assert "[[mailbox]]" in one_fault(write(PROFILE, MAILBOX.replace("[[mailbox]]", "[mailbox]")))

    @pytest.mark.parametrize("host", ["imap.example.org", "192.0.2.1", "localhost.example.org"])
    def test_no_encryption_beyond_this_machine(self, write: Write, host: str) -> None:
        fault = one_fault(write(PROFILE, MAILBOX.replace("imap.example.org", host), 'tls = "none"'))
        assert fault.startswith('mailbox[0].tls: "none" would send the password readable over the network')

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
    def test_no_encryption_on_this_machine(self, write: Write, host: str) -> None:
        mailbox = valid(write(PROFILE, MAILBOX.replace("imap.example.org", host), 'tls = "none"')).mailbox[0]
        assert isinstance(mailbox, ImapMailboxSettings)
        assert mailbox.tls == "none"

    def test_no_place_for_the_password_and_too_many(self, write: Write) -> None:
        bare = MAILBOX.replace('password_file = "secret"', "keyring = false")
        assert one_fault(write(PROFILE, bare)).startswith("mailbox[0]: no place for the password; add password_file")
        fault = one_fault(write(PROFILE, MAILBOX, 'password_credential = "imap"\nkeyring = true'))
        assert "there are password_file and password_credential and keyring; keep one" in fault

    def test_a_maildir_that_is_not_there(self, write: Write, tmp_path: Path) -> None:
        fault = one_fault(write(PROFILE, '[[mailbox]]\nname = "m"\nkind = "maildir"\npath = "Mail"'))
        assert fault == f"mailbox[0].path: there is no folder {tmp_path}/Mail that this user can see"

    @pytest.mark.parametrize("line", ["poll_seconds = 9", "port = 0", "port = 65536"])
    def test_numbers_out_of_bounds(self, write: Write, line: str) -> None:
        assert one_fault(write(PROFILE, MAILBOX, line)).startswith(
            f"mailbox[0].{line.split(' ')[0]}: must be a whole number from "
        )


class TestThePasswordFile:
    @pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
    def test_others_may_not_read_it(self, write: Write, tmp_path: Path, mode: int) -> None:
        file = write(PROFILE, MAILBOX)
        (tmp_path / "secret").chmod(mode)
        assert one_fault(file) == f"mailbox[0].password_file: the file can be read by others; chmod 600 {tmp_path}/secret"

    def test_it_is_not_there(self, write: Write, tmp_path: Path) -> None:
        fault = one_fault(write(PROFILE, MAILBOX.replace('"secret"', '"~/secrets/imap"')))
        assert fault == f"mailbox[0].password_file: there is no file {tmp_path}/secrets/imap that this user can see"

    def test_the_password_itself_in_its_place_is_not_repeated(self, write: Write) -> None:
        fault = one_fault(write(PROFILE, MAILBOX.replace('"secret"', '"hunter2"')))
        assert "not the password" in fault
        assert "hunter2" not in fault

    def test_it_is_a_folder_or_empty_or_closed_to_this_user(
        self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "is not a file" in one_fault(write(PROFILE, MAILBOX.replace('"secret"', '"Maildir"')))
        file = write(PROFILE, MAILBOX)
        (tmp_path / "secret").write_text("")
        assert "is empty; write the password into it" in one_fault(file)
        monkeypatch.setattr("os.access", lambda *_: False)  # the tests may run as root, to whom nothing is closed
        assert "cannot be read by this user" in one_fault(file)


class TestFetchingThePassword:
    def imap(self, write: Write, place: str = 'password_file = "secret"') -> ImapMailboxSettings:
        mailbox = valid(write(PROFILE, MAILBOX.replace('password_file = "secret"', place))).mailbox[0]
        assert isinstance(mailbox, ImapMailboxSettings)
        return mailbox

    @pytest.mark.parametrize(("held", "password"), [("pass word \n", "pass word "), ("x\r\n", "x"), ("pässwörd", "pässwörd")])
    def test_from_its_file_at_the_moment_of_asking(self, write: Write, tmp_path: Path, held: str, password: str) -> None:
        mailbox = self.imap(write)
        (tmp_path / "secret").write_bytes(held.encode())
        assert mailbox.password() == password

    @pytest.mark.parametrize(
        ("held", "reason"),
        [(b"\n", "is empty"), (b"a\nb\n", "more than one line"), (b"a\n\n", "more than one line"), (b"\xff", "UTF-8")],
    )
    def test_a_file_that_holds_no_password(self, write: Write, tmp_path: Path, held: bytes, reason: str) -> None:
        mailbox = self.imap(write)
        (tmp_path / "secret").write_bytes(held)
        with pytest.raises(ConfigError, match=f"mailbox 'personal': no password: .*{reason}"):
            mailbox.password()

    def test_a_file_that_went_away(self, write: Write, tmp_path: Path) -> None:
        mailbox = self.imap(write)
        (tmp_path / "secret").unlink()
        with pytest.raises(ConfigError, match="No such file"):
            mailbox.password()

    def test_from_a_systemd_credential(self, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        mailbox = self.imap(write, 'password_credential = "imap"')
        monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
        with pytest.raises(ConfigError, match="LoadCredential=imap:"):
            mailbox.password()
        (tmp_path / "imap").write_text("battery staple")
        monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
        assert mailbox.password() == "battery staple"

    def test_a_credential_name_stays_in_its_folder(self, write: Write) -> None:
        mailbox = MAILBOX.replace('password_file = "secret"', 'password_credential = "../secret"')
        assert one_fault(write(PROFILE, mailbox)).startswith("mailbox[0].password_credential: must be the name of a systemd")

    def test_from_the_keyring(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        keyring = pytest.importorskip("keyring", reason="the extra 'keyring' is not installed")
        mailbox = self.imap(write, "keyring = true")
        held = {("afterword", "sam@imap.example.org"): "from the ring"}
        monkeypatch.setattr(keyring, "get_password", lambda service, account: held.get((service, account)))
        assert mailbox.password() == "from the ring"
        held.clear()
        with pytest.raises(ConfigError, match=r"keyring set afterword sam@imap\.example\.org"):
            mailbox.password()

    def test_a_keyring_that_cannot_be_opened(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        keyring = pytest.importorskip("keyring", reason="the extra 'keyring' is not installed")
        mailbox = self.imap(write, "keyring = true")

        def locked(service: str, account: str) -> str:
            raise keyring.errors.KeyringLocked("locked")

        monkeypatch.setattr(keyring, "get_password", locked)
        with pytest.raises(ConfigError, match="the keyring cannot be used: locked"):
            mailbox.password()

    def test_without_the_extra(self, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
        mailbox = self.imap(write, "keyring = true")
        missing: dict[str, ModuleType | None] = {"keyring": None}
        for name, module in missing.items():
            monkeypatch.setitem(sys.modules, name, module)
        with pytest.raises(ConfigError, match=r"pip install 'afterword\[keyring\]'"):
            mailbox.password()


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
sections = st.sampled_from(["profile", "state", "digest", "playbook", "mailbox"])


@limits(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        sections | st.text(max_size=6),
        values
        | st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["imap", "maildir", "gmail"])},
                optional={
                    "name": values,
                    "host": values,
                    "tls": values,
                    "path": values,
                    "folders": values,
                    "password_file": values,
                },
            ),
            max_size=2,
        )
        | st.fixed_dictionaries(
            {},
            optional={"name": values, "addresses": values, "timezone": values, "country": values, "region": values, "at": values},
        ),
        max_size=5,
    )
)
def test_whatever_stands_in_the_file_every_fault_has_a_place_and_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: dict[str, Any]
) -> None:
    file = tmp_path / "config.toml"
    file.write_text("")
    monkeypatch.setattr("daemon.config.tomllib.loads", lambda _: document)
    with pytest.raises(ConfigError) as caught:  # no such document has all that is required
        load(file, {"HOME": str(tmp_path)})
    assert caught.value.problems
    for line in caught.value.problems:
        place, _, message = line.removeprefix(f"{file}: ").partition(": ")
        assert place
        assert message
        assert "\n" not in line


def test_the_words_for_pydantic_s_own_faults_name_no_python_type(write: Write) -> None:
    """A guard for a pydantic upgrade that renames its kinds of faults: then its own words would come through."""
    wrong = [
        "profile = 1",
        "[profile]\nname = 1",
        "[profile]\naddresses = 1",
        '[digest]\nenabled = "x"',
        '[digest]\ndeliver = "x"',
    ]
    for text in wrong:
        for line in faults(write(text)):
            assert "Input should be" not in line
