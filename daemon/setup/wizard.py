"""The questions, one after the other. Each has a default where the machine or the address tells one, and is asked again until its
answer can be used. What was said with an option is not asked; where nothing may be asked, what is missing is a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from daemon.config_password import PasswordPlace
from daemon.config_values import Country, EmailAddress, Line, TimeZone, readable_by_others, supported_countries
from daemon.errors import ConfigError, FolderMissing, MailboxError, SignInFailed, UserError
from daemon.mailbox.protocol import Place
from daemon.setup.answers import Account, Answers, Tls, fault_of
from daemon.setup.guesses import guessed_country, guessed_name, guessed_region, guessed_zone
from daemon.setup.presets import BY_KEY, OWN, PRESETS, Preset, Secret, guessed_host, guessed_username, preset_of
from daemon.setup.sign_in import Trial, try_password

Value = TypeVar("Value", str, int)
_GOOGLES_APP_PASSWORD = re.compile(r"(?:[a-z]{4} ){3}[a-z]{4}")
PORTS: Mapping[Tls, int] = {"implicit": 993, "starttls": 143, "none": 143}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the options said; None, '' and () are to be asked. `asking` is false where nobody is there to answer."""

    asking: bool = True
    name: str = ""
    addresses: tuple[str, ...] = ()
    timezone: str = ""
    country: str = ""
    region: str | None = None
    provider: str = ""
    host: str = ""
    port: int | None = None
    tls: Tls | None = None
    username: str = ""
    password_file: Path | None = None
    keyring: bool = False
    client_file: Path | None = None
    ca_file: Path | None = None
    mailbox: str = ""


class Wizard:
    """Asks for everything. `folder` is where the configuration will lie."""

    def __init__(self, said: Said, folder: Path, environ: Mapping[str, str]) -> None:
        self._said = said
        self._folder = folder
        self._environ = environ

    def answers(self) -> Answers:
        """Raises UserError, ConfigError and MailboxError where nobody can be asked for better."""
        said = self._said
        name = self._ask("Your name, as it stands under your drafts", "--name", said.name, guessed_name(), Line)
        addresses = self._addresses()
        zone = self._ask(
            "Your time zone", "--timezone", said.timezone, guessed_zone(self._environ), TimeZone, guessed=True
        )  # fmt: skip
        country = self._ask(
            "Your country, as two letters (for its public holidays)", "--country", said.country,
            guessed_country(zone, self._environ), Country, guessed=True,
        )  # fmt: skip
        region = self._region(zone, country)
        accounts = [self._account(addresses[0])]
        while said.asking and click.confirm("\nDo you have another mailbox for your search?"):
            address, account = Wizard(Said(), self._folder, self._environ).another([each.name for each in accounts])
            accounts.append(account)
            addresses = addresses if address.casefold() in map(str.casefold, addresses) else (*addresses, address)
        return Answers(
            name=name, addresses=addresses, timezone=zone, country=country, region=region, accounts=tuple(accounts)
        )  # fmt: skip

    def another(self, taken: Collection[str]) -> tuple[str, Account]:
        """One more mailbox and its address; `taken` are the names of those there are. Raises as `answers` does."""
        address = self._ask("Its mail address", "--email", next(iter(self._said.addresses), ""), "", EmailAddress)
        return address, self._account(address, taken)

    # --- who you are ------------------------------------------------------------------------------------------------------

    def _addresses(self) -> tuple[str, ...]:
        if self._said.addresses:
            for address in self._said.addresses:
                if fault := fault_of(EmailAddress, address):
                    raise UserError(f"--email {fault}")
            return self._said.addresses

        def several(text: str) -> str:
            for each in _parted(text):
                if fault := fault_of(EmailAddress, each):
                    raise click.UsageError(fault)
            if not _parted(text):
                raise click.UsageError("give at least one mail address")
            return text

        self._needs("--email")
        question = "Your mail address (several with commas: every one that companies write to)"
        return _parted(click.prompt(question, value_proc=several))

    def _region(self, zone: str, country: str) -> str:
        known = supported_countries()[country]
        if self._said.region is not None:
            if self._said.region and self._said.region not in known:
                raise UserError(f"--region {self._said.region!r}: {country} has {', '.join(known) or 'no regions'}")
            return self._said.region
        guess = guessed_region(zone, country)
        if not known or not self._said.asking:
            return guess

        def one_of_them(text: str) -> str:
            text = text.strip()
            found = next((region for region in known if region.casefold() == text.casefold()), "")
            if text in ("", "-"):
                return ""
            if not found:
                raise click.UsageError(f"there are {', '.join(known)}; - for none")
            return found

        return str(
            click.prompt("Your state or province, by its short code (- for none)", default=guess or "-", value_proc=one_of_them)
        )

    # --- where your mail is -----------------------------------------------------------------------------------------------

    def _account(self, address: str, taken: Collection[str] = ()) -> Account:
        said = self._said
        preset = self._preset(address)
        name = said.mailbox or _free("personal" if preset is OWN else preset.key, taken)
        if fault := fault_of(Line, name):
            raise UserError(f"--mailbox {fault}")
        if name.strip().casefold() in map(str.casefold, taken):
            raise UserError(f"--mailbox {name!r} is the name of a mailbox already; give each its own")
        if preset.how and said.asking:
            click.echo(f"\n{preset.how}\n")
        account = Account(
            name=name, host=said.host or preset.host, port=said.port or PORTS[said.tls or preset.tls], tls=said.tls or preset.tls,
            username=said.username or guessed_username(preset, address), oauth=preset.oauth,
            ca_file=said.ca_file.absolute() if said.ca_file else None,
        )  # fmt: skip
        client = self._client(preset)
        if client is not None:
            if preset.oauth is None:
                raise UserError(f"--client-file: {preset.label} is signed in to with a password")
            return replace(account, client_file=client, gmail_api=preset.oauth == "google")
        if preset is OWN:
            account = self._server(account, address, said)
        elif preset.local_part and said.asking and not said.username:
            account = replace(account, username=self._ask("User name", "--username", "", account.username, Line))
        return self._with_password(account, preset)

    def _preset(self, address: str) -> Preset:
        if self._said.provider:
            return BY_KEY[self._said.provider]
        if self._said.host:
            return OWN
        guess = preset_of(address)
        if not self._said.asking:
            return guess
        click.echo("\nWhere is your mailbox?")
        for number, preset in enumerate(PRESETS, 1):
            click.echo(f"  {number}  {preset.label}")
        chosen = click.prompt("Number", default=PRESETS.index(guess) + 1, type=click.IntRange(1, len(PRESETS)))
        return PRESETS[chosen - 1]

    def _client(self, preset: Preset) -> Path | None:
        """The file of the user's own client at the provider, where the mailbox is to be signed in to with tokens."""
        if self._said.client_file is not None:
            return self._said.client_file.absolute()
        if preset.secret is not Secret.OAUTH:
            return None
        self._needs("--client-file")

        def existing(text: str) -> Path:
            path = (self._folder / Path(text.strip()).expanduser()).absolute()
            if not path.is_file():
                raise click.UsageError(f"there is no file {path}; docs/{preset.key}.md tells what belongs into it")
            return path

        return existing(click.prompt("The file with your client", value_proc=lambda text: str(existing(text))))

    def _server(self, account: Account, username: str, said: Said) -> Account:
        """The account at the server that the options name, or the user."""
        host = self._ask("The IMAP server's name", "--host", said.host, account.host or guessed_host(username), Line)
        tls: Tls = account.tls
        if said.tls is None and said.asking:
            question = "Encryption (implicit: TLS from the first byte; starttls; none: only for a server on this machine)"
            tls = click.prompt(question, default=tls, type=click.Choice(["implicit", "starttls", "none"]))
        port = said.port or (account.port if tls == account.tls else PORTS[tls])
        if said.port is None and said.asking:
            port = click.prompt("Port", default=port, type=click.IntRange(1, 65_535))
        username = self._ask("User name", "--username", said.username, username, Line)
        return replace(account, host=host, tls=tls, port=port, username=username)

    # --- the password -----------------------------------------------------------------------------------------------------

    def _with_password(self, account: Account, preset: Preset) -> Account:
        """The account with a password that the server takes."""
        if self._said.password_file is not None:
            kept = self._said.password_file.absolute()
            to_keyring = self._said.keyring
            account = replace(
                account,
                password=_read(kept, account),
                password_file=None if to_keyring else kept,
                password_is_kept=not to_keyring,
            )
            return self._tried(account) if not self._said.asking else self._until_it_opens(account, preset)
        self._needs("--password-file")
        account = replace(account, password=self._password(preset), password_file=self._place(account))
        return self._until_it_opens(account, preset)

    def _place(self, account: Account) -> Path | None:
        """The file for the password; None for the keyring."""
        file = self._folder / f"{re.sub(r'[^A-Za-z0-9_.-]', '_', account.name).lstrip('.') or 'imap'}-password"
        return None if self._said.keyring else file

    @staticmethod
    def _password(preset: Preset) -> str:
        what = "App password" if preset.secret is Secret.APP_PASSWORD else "Password"
        password = str(click.prompt(f"{what} (it is not shown)", hide_input=True))
        # Google shows them in four groups of four
        return password.replace(" ", "") if _GOOGLES_APP_PASSWORD.fullmatch(password) else password

    def _until_it_opens(self, account: Account, preset: Preset) -> Account:
        while True:
            try:
                return self._tried(account)
            except (MailboxError, ConfigError) as error:
                click.echo(f"✗ {error}", err=True)
                if isinstance(error, SignInFailed) and preset.how:
                    click.echo(f"  {preset.how}", err=True)
                account = self._mended(account, preset, error)

    def _mended(self, account: Account, preset: Preset, error: Exception) -> Account:
        if isinstance(error, FolderMissing):
            drafts = self._ask("The folder for drafts", "--folder", "", "Drafts", Line)
            return replace(account, folders={**account.folders, Place.DRAFTS: drafts})
        ways = {"p": "password", "u": "user name", "s": "server", "t": "try again as it is", "q": "quit, and write nothing"}
        first = "p" if isinstance(error, SignInFailed) else "s" if preset is OWN else "t"
        question = f"What now: {', '.join(f'{key} = {what}' for key, what in ways.items())}"
        match click.prompt(question, default=first, type=click.Choice(list(ways)), show_choices=False):
            case "p":
                place = self._place(account) if account.password_is_kept else account.password_file
                return replace(account, password=self._password(preset), password_file=place, password_is_kept=False)
            case "u":
                return replace(account, username=self._ask("User name", "--username", "", account.username, Line))
            case "s":
                return self._server(account, account.username, Said())
            case "q":
                raise click.Abort
        return account

    @staticmethod
    def _tried(account: Account) -> Account:
        click.echo(f"Signing in to {account.host} as {account.username} …")
        show_trial(try_password(account))
        return account

    # --- asking -----------------------------------------------------------------------------------------------------------

    def _ask(self, question: str, option: str, given: str, default: str, kind: Any, *, guessed: bool = False) -> str:
        """What the option gave, or the answer. `guessed`: where nobody can be asked, the default will do."""
        if given or (guessed and default and not self._said.asking):
            value = given or default
            if fault := fault_of(kind, value):
                raise UserError(f"{option} {fault}")
            return value.strip()
        if not self._said.asking and default and option in ("--host", "--username"):
            return default
        self._needs(option)
        return str(click.prompt(question, default=default or None, value_proc=_checked(kind)))

    def _needs(self, option: str) -> None:
        if not self._said.asking:
            _missing(option)


def show_trial(trial: Trial) -> None:
    click.echo(f"✓ Signed in.{f' Folders: {trial.in_words}.' if trial.folders else ''}")
    for trouble in trial.troubles:
        click.echo(f"✗ {trouble}", err=True)


def _checked(kind: Any) -> Callable[[str], str]:
    def check(text: str) -> str:
        if fault := fault_of(kind, text.strip()):
            raise click.UsageError(fault)
        return text.strip()

    return check


def _free(name: str, taken: Collection[str]) -> str:
    """That name, or with the first number that makes it a new one."""
    known = {each.casefold() for each in taken}
    return next(each for each in chain((name,), (f"{name}-{number}" for number in count(2))) if each.casefold() not in known)


def _parted(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _missing(option: str) -> NoReturn:
    raise UserError(f"{option} is missing, and with --no-input nothing is asked")


def _read(file: Path, account: Account) -> str:
    """The password that lies in a file of the user's. Raises UserError and ConfigError."""
    try:
        if readable_by_others(file):
            raise UserError(f"--password-file: the file can be read by others; chmod 600 {file}")
    except OSError as error:
        raise UserError(f"--password-file: {file}: {error.strerror}") from None
    return PasswordPlace(f"mailbox {account.name!r}", file, None, "").read()
