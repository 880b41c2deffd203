"""`auth`: sign in to a mailbox, in the browser or with a password, try it, and put what came of it into its place.

Whatever fails, what lay there before stays: a token or password that the server refuses replaces no other.
"""

from __future__ import annotations

import getpass
import os
import socket
import sys
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click

from daemon.assembly import imap_account, token_settings
from daemon.commands.surroundings import Surroundings
from daemon.config import GmailMailboxSettings, ImapMailboxSettings, MailboxSettings, Settings
from daemon.config_password import KEYRING_SERVICE
from daemon.errors import AccessRevoked, FolderMissing, MailboxError, MailboxUnavailable, SignInFailed, UserError
from daemon.mailbox.imap import ImapMailbox, ImapSettings
from daemon.mailbox.oauth import OAuthClient, OAuthSettings, Token, renewed
from daemon.mailbox.oauth_loopback import Loopback
from daemon.mailbox.oauth_sign_in import NotOurAnswer, SignIn, taken_over
from daemon.mailbox.token_store import write_private

PATIENCE = 300.0
TRIES = 3
PASTED_PORT = 8765
"""Of the address that is pasted: nobody listens there, on no machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How the user wants to sign in. `browser` is None where that is ours to find out; `patience` is in seconds."""

    browser: bool | None = None
    port: int = 0
    paste: bool = False
    take_over: Path | None = None
    patience: float = PATIENCE


def sign_in(surroundings: Surroundings, name: str, way: Way) -> None:
    """Raises UserError and MailboxError; says everything else on the terminal."""
    settings = surroundings.settings(signing_in=True)
    mailbox = _named(settings, name)
    oauth = token_settings(mailbox)
    if oauth is not None:
        _with_token(settings, mailbox, oauth, way)
    elif isinstance(mailbox, ImapMailboxSettings):
        _with_password(mailbox)
    else:
        raise UserError(f"mailbox {mailbox.name!r} is a folder of this machine: there is nothing to sign in to")


def _named(settings: Settings, name: str) -> MailboxSettings:
    for mailbox in settings.mailbox:
        if mailbox.name.casefold() == name.strip().casefold():
            return mailbox
    raise UserError(f"there is no mailbox {name!r}; there are {', '.join(repr(mailbox.name) for mailbox in settings.mailbox)}")


# --- with a token ---------------------------------------------------------------------------------------------------------


def _with_token(settings: Settings, mailbox: MailboxSettings, oauth: OAuthSettings, way: Way) -> None:
    client = oauth.client()
    # where the token cannot be kept, that is told before the user goes to the browser
    with oauth.store.lock():
        pass
    if way.take_over is not None:
        token = _taken_over(way.take_over, oauth, client)
    else:
        token = _from_the_browser(oauth, client, way, _login_hint(settings, mailbox))
    try:
        account = _account_of(mailbox, token)
    except SignInFailed:
        raise
    except MailboxError as error:
        click.echo(f"The token is good, but the mailbox does not open yet: {error}", err=True)
        account = ""
    is_own = "@" not in account or account.casefold() in settings.own_addresses
    with oauth.store.lock():
        before = _account_before(oauth)
        if not is_own and before and before.casefold() != account.casefold():
            raise UserError(
                f"you signed in as {account}, but until now this mailbox was {before}'s: nothing is changed. Sign in once more "
                f"and choose the other account; if you mean {account}, add it to your addresses in [profile] first"
            )
        oauth.store.save(replace(token, account=account or token.account))
    click.echo(f"Signed in{f' as {account}' if account else ''}. The token is kept in {oauth.store.path}")
    if not is_own:
        click.echo(
            f"{account} is none of your addresses in [profile]: add it there if it is you, else sign in once more and "
            "choose the other account.",
            err=True,
        )


def _account_before(oauth: OAuthSettings) -> str:
    """Whose mailbox it was until now; '' where nobody knows."""
    try:
        token = oauth.store.load()
    except AccessRevoked:  # a file that is of no use any more
        return ""
    return token.account if token else ""


def _login_hint(settings: Settings, mailbox: MailboxSettings) -> str:
    """The address to preselect on the provider's page: only one that is surely meant."""
    if isinstance(mailbox, ImapMailboxSettings):
        return mailbox.username if "@" in mailbox.username else ""
    return settings.profile.addresses[0] if len(settings.profile.addresses) == 1 else ""


def _taken_over(file: Path, oauth: OAuthSettings, client: OAuthClient) -> Token:
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        raise UserError(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UserError(f"{file} is not text in UTF-8") from None
    # whatever its age: a token that cannot be renewed is of no use
    return renewed(taken_over(text, client, oauth.scopes, oauth.clock()), oauth, client)


def _from_the_browser(oauth: OAuthSettings, client: OAuthClient, way: Way, login_hint: str) -> Token:
    if way.paste:
        attempt = SignIn(client, oauth.scopes, f"http://{client.loopback_host}:{way.port or PASTED_PORT}/", login_hint)
        code = _pasted_code(attempt)
    else:
        with Loopback(client.loopback_host, way.port) as loopback:
            attempt = SignIn(client, oauth.scopes, loopback.redirect_uri, login_hint)
            here = has_screen(os.environ, sys.platform) if way.browser is None else way.browser
            if not (here and _opened(attempt.url, client)):
                _explain_tunnel(attempt.url, loopback.port, oauth.command)
            code = loopback.wait_for_code(attempt.code_in, way.patience)
    return attempt.token_for(code, oauth.clock())


def has_screen(environ: Mapping[str, str], platform: str) -> bool:
    """Whether a browser that is opened here is seen by the user: not by SSH, and not without a display."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return False
    return platform == "darwin" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def _opened(url: str, client: OAuthClient) -> bool:
    if not webbrowser.open(url):
        return False
    click.echo(f"Your browser opens, to sign in at {client.provider.label}. If it does not, go to this address:\n\n{url}\n")
    return True


def _explain_tunnel(url: str, port: int, command: str) -> None:
    click.echo(
        "No browser can be opened on this machine. On the one with your browser, run this, and leave it running:\n\n"
        f"    {tunnel_command(os.environ, port)}\n\n"
        f"Then open this address there:\n\n{url}\n\n"
        f"(Without a tunnel: end this with Ctrl-C, and run `{command} --paste`.)"
    )


def tunnel_command(environ: Mapping[str, str], port: int) -> str:
    """The command for the machine with the browser; the host is the one that it reached this machine by, if that is known."""
    # ssh(1): the client's address and port, then this machine's
    connection = environ.get("SSH_CONNECTION", "").split()
    host, ssh_port = (connection[2], connection[3]) if len(connection) == 4 else (socket.gethostname(), "22")
    user = environ.get("SUDO_USER") or getpass.getuser()
    return f"ssh -N {f'-p {ssh_port} ' if ssh_port != '22' else ''}-L {port}:127.0.0.1:{port} {user}@{host}"


def _pasted_code(attempt: SignIn) -> str:
    click.echo(
        f"Open this address in a browser, on any machine:\n\n{attempt.url}\n\n"
        "In the end the browser is sent to an address that it cannot open. That is as it should be: copy the whole address "
        "from its address bar."
    )
    for left in reversed(range(TRIES)):
        try:
            return attempt.code_in(click.prompt("Paste it here"))
        except NotOurAnswer as error:
            if not left:
                raise
            click.echo(f"{error}.")
    raise AssertionError("the last try returns or raises")


def _account_of(mailbox: MailboxSettings, token: Token) -> str:
    """Open the mailbox with the token; the address that it belongs to. Raises MailboxError."""
    if isinstance(mailbox, GmailMailboxSettings):
        return _gmail_address(token)
    if isinstance(mailbox, ImapMailboxSettings):
        _try(mailbox, replace(imap_account(mailbox), access_token=lambda _: token.access_token))
        return mailbox.username
    return ""


def _gmail_address(token: Token) -> str:
    from google.oauth2.credentials import Credentials  # all of this takes its time, and few need it

    from daemon.mailbox.gmail_faults import TROUBLE, explain
    from daemon.mailbox.gmail_service import build_service

    service = build_service(Credentials(token.access_token))  # type: ignore[no-untyped-call]
    try:
        profile = service.users().getProfile(userId="me").execute(num_retries=0)
    except TROUBLE as error:
        explained = explain(error)
        raise explained if isinstance(explained, MailboxError) else MailboxUnavailable("Gmail knows no such user") from None
    finally:
        service.close()
    # an answer that is cut off comes as text
    if not isinstance(profile, dict) or not isinstance(profile.get("emailAddress"), str):
        raise MailboxUnavailable("Gmail's answer was cut off")
    return str(profile["emailAddress"])


# --- with a password --------------------------------------------------------------------------------------------------------


def _with_password(mailbox: ImapMailboxSettings) -> None:
    if mailbox.password_credential is not None:
        click.echo(_how_to_make_a_credential(mailbox.password_credential))
        return
    for left in reversed(range(TRIES)):
        password = click.prompt(f"Password of {mailbox.username} at {mailbox.host}", hide_input=True)
        try:
            _try(mailbox, replace(imap_account(mailbox), password=lambda: password))  # noqa: B023 - used at once
            break
        except SignInFailed as error:
            if not left:
                raise
            click.echo(f"{error}.", err=True)
        except FolderMissing as error:
            click.echo(f"The sign-in works, but not all is well yet: {error}", err=True)
            break
    click.echo(f"The sign-in works. The password is kept in {_keep_password(mailbox, password)}")


def _try(mailbox: ImapMailboxSettings, account: ImapSettings) -> None:
    """Sign in and look for the folders. Raises MailboxError."""
    trial = ImapMailbox(mailbox.name, account)
    try:
        trial.find("<afterword.auth@missing.invalid>")
    finally:
        trial.close()


def _keep_password(mailbox: ImapMailboxSettings, password: str) -> str:
    """Put it where the configuration says; that place, in words. Raises UserError."""
    if mailbox.password_file is not None:
        try:
            write_private(mailbox.password_file, f"{password}\n")
        except OSError as error:
            raise UserError(f"{mailbox.password_file} cannot be written: {error.strerror}") from None
        return str(mailbox.password_file)
    try:
        import keyring  # an extra
        from keyring.errors import KeyringError
    except ImportError:
        raise UserError("the keyring needs an extra: pip install 'afterword[keyring]'") from None
    try:
        keyring.set_password(KEYRING_SERVICE, mailbox.password_place.account, password)
    except KeyringError as error:
        raise UserError(f"the keyring cannot be used: {error}") from None
    return f"the keyring, for {mailbox.password_place.account}"


def _how_to_make_a_credential(name: str) -> str:
    place = f"/etc/credstore.encrypted/afterword.{name}"
    return (
        f"The password is the credential {name} of systemd, which only root can make. Make it so, and type the password when "
        "you are asked:\n\n"
        "    install -d -m 700 /etc/credstore.encrypted\n"
        f'    systemd-ask-password -n "Password:" | systemd-creds encrypt --name={name} - {place}\n\n'
        "Then give it to the service, with `systemctl edit afterword`, and restart it:\n\n"
        "    [Service]\n"
        f"    LoadCredentialEncrypted={name}:{place}"
    )
