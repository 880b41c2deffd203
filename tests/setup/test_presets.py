"""What is known of providers and of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from daemon.config import load
from daemon.mailbox.protocol import Place
from daemon.setup.answers import Account, Answers
from daemon.setup.guesses import REGIONS, guessed_country, guessed_region, guessed_zone
from daemon.setup.presets import OWN, PRESETS, Secret, guessed_host, guessed_username, preset_of
from daemon.setup.writing import config_text

TABLE = [
    ("sam@gmail.com", "gmail", "imap.gmail.com", Secret.APP_PASSWORD),
    ("sam@GoogleMail.com", "gmail", "imap.gmail.com", Secret.APP_PASSWORD),
    ("sam@outlook.com", "outlook", "outlook.office365.com", Secret.OAUTH),
    ("sam@hotmail.com", "outlook", "outlook.office365.com", Secret.OAUTH),
    ("sam@yahoo.com", "yahoo", "imap.mail.yahoo.com", Secret.APP_PASSWORD),
    ("sam@icloud.com", "icloud", "imap.mail.me.com", Secret.APP_PASSWORD),
    ("sam@fastmail.com", "fastmail", "imap.fastmail.com", Secret.APP_PASSWORD),
    ("sam@gmx.de", "gmx", "imap.gmx.net", Secret.PASSWORD),
    ("sam@gmx.com", "gmx-com", "imap.gmx.com", Secret.PASSWORD),
    ("sam@rivera.example", "own", "", Secret.PASSWORD),
]


@pytest.mark.parametrize(("address", "key", "host", "secret"), TABLE)
def test_the_provider_follows_from_the_domain(address: str, key: str, host: str, secret: Secret) -> None:
    preset = preset_of(address)
    assert (preset.key, preset.host, preset.secret) == (key, host, secret)


def test_every_provider_is_in_the_table_and_no_domain_is_two_providers() -> None:
    assert {key for _, key, _, _ in TABLE} == {preset.key for preset in PRESETS}
    domains = [domain for preset in PRESETS for domain in preset.domains]
    assert len(domains) == len(set(domains))
    assert all(preset.how for preset in PRESETS if preset is not OWN)
    assert all(preset.tls == "implicit" and preset.port == 993 for preset in PRESETS)


def test_the_name_to_sign_in_with() -> None:
    assert guessed_username(preset_of("sam@icloud.com"), "sam@icloud.com") == "sam"
    assert guessed_username(preset_of("sam@gmx.de"), "sam@gmx.de") == "sam@gmx.de"
    assert guessed_host("sam@Rivera.example") == "imap.rivera.example"


class TestTheMachine:
    def test_the_zone_is_that_of_the_environment_the_link_or_the_file(self, tmp_path: Path) -> None:
        assert guessed_zone({}, tmp_path) == ""
        (tmp_path / "etc").mkdir()
        (tmp_path / "etc/timezone").write_text("Europe/Berlin\n")
        assert guessed_zone({}, tmp_path) == "Europe/Berlin"
        (tmp_path / "etc/localtime").symlink_to("/usr/share/zoneinfo/America/Chicago")
        assert guessed_zone({}, tmp_path) == "America/Chicago"
        assert guessed_zone({"TZ": ":America/New_York"}, tmp_path) == "America/New_York"

    @pytest.mark.parametrize("zone", ["Etc/UTC", "UTC", "Nowhere/Else", "EST5EDT", "/etc/localtime"])
    def test_what_is_nobodys_zone_is_no_guess(self, tmp_path: Path, zone: str) -> None:
        assert guessed_zone({"TZ": zone}, tmp_path) == ""

    @pytest.mark.parametrize(
        ("zone", "locale", "country"),
        [("Europe/Berlin", "", "DE"), ("America/New_York", "de_DE.UTF-8", "US"), ("", "en_GB.UTF-8", "GB"), ("", "C.UTF-8", "")],
    )
    def test_the_country_is_that_of_the_zone_else_of_the_locale(self, zone: str, locale: str, country: str) -> None:
        assert guessed_country(zone, {"LANG": locale}) == country

    def test_a_region_is_guessed_only_where_the_zone_is_its_alone(self) -> None:
        assert guessed_region("Australia/Sydney", "AU") == "NSW"
        assert guessed_region("Australia/Sydney", "US") == ""
        assert guessed_region("Europe/Berlin", "DE") == ""
        for zone, region in REGIONS.items():
            assert guessed_region(zone, guessed_country(zone, {})) == region


ACCOUNTS = {
    "a file": Account(name="own", host="imap.rivera.example", username="sam", password_file=Path("own-password")),
    "starttls": Account(name="own", host="mx", tls="starttls", port=143, username="sam", password_file=Path("own-password")),
    "a port": Account(name="own", host="mx", port=1993, username="sam", password_file=Path("own-password")),
    "a quoted name": Account(name='Sam\'s "own"', host="mx", username='s"\\am', password_file=Path("own-password")),
    "the keyring": Account(name="own", host="imap.rivera.example", username="sam"),
    "folders": Account(
        name="own", host="mx", username="sam", password_file=Path("own-password"), folders={Place.DRAFTS: "Entwürfe"}
    ),
    "Outlook": Account(
        name="outlook", host="outlook.office365.com", username="sam", oauth="microsoft", client_file=Path("client.json")
    ),
    "Gmail": Account(name="gmail", oauth="google", gmail_api=True, client_file=Path("client.json")),
}


@pytest.mark.parametrize("account", ACCOUNTS.values(), ids=ACCOUNTS.keys())
def test_what_is_written_is_what_was_answered(tmp_path: Path, account: Account) -> None:
    for name in ("own-password", "client.json"):
        (tmp_path / name).write_text("secret")
        (tmp_path / name).chmod(0o600)
    answers = Answers(
        name='Sam "S" Rivera', addresses=("sam@rivera.example", "sam@home.example"), timezone="Europe/Berlin", country="DE",
        region="BE", accounts=(account,),
    )  # fmt: skip
    file = tmp_path / "config.toml"
    file.write_text(config_text(answers, tmp_path))
    settings = load(file, {"HOME": str(tmp_path)})
    profile, (mailbox,) = settings.profile, settings.mailbox
    assert (profile.name, profile.addresses, profile.timezone) == (answers.name, answers.addresses, answers.timezone)
    assert (profile.country, profile.region, mailbox.name) == ("DE", "BE", account.name)
    said = mailbox.model_dump()
    if mailbox.kind == "imap":
        assert (said["host"], said["port"], said["tls"], said["username"]) == (
            account.host, account.port, account.tls, account.username,
        )  # fmt: skip
        assert said["keyring"] == (account.password_file is None and account.client_file is None)
        assert mailbox.folders.chosen == account.folders
    assert said.get("password_file") == (tmp_path / "own-password" if account.password_file else None)
    assert said.get("client_file") == (tmp_path / "client.json" if account.client_file else None)
