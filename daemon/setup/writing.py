"""The configuration as a text with its reasons beside it, and the way it gets onto the disk: all of it, or nothing."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from pathlib import Path

from daemon import config
from daemon.config_password import KEYRING_SERVICE
from daemon.errors import UserError
from daemon.mailbox.token_store import write_private
from daemon.setup.answers import Account, Answers

_OWN_ADDRESSES = re.compile(r"^(addresses = \[[^\]\n]*[^\]\n,\s])\s*,?\s*\]", re.MULTILINE)


def config_file(named: Path | None, environ: Mapping[str, str]) -> Path:
    """Where `init` writes: what `--config` names, else $AFTERWORD_CONFIG, else the first place that is looked at."""
    return named or Path(environ.get(config.ENVIRONMENT_VARIABLE) or config.candidates(environ)[0]).absolute()


def config_text(answers: Answers, folder: Path) -> str:
    """The whole file. Paths in `folder` are written relative to it."""
    return "\n".join(_lines(answers, folder)) + "\n"


def _lines(answers: Answers, folder: Path) -> Iterator[str]:
    yield "# Written by `afterword init`. docs/configuration.md and config.example.toml show every option; after a change,"
    yield "# `afterword doctor` tells whether all is well."
    yield ""
    yield "[profile]"
    yield "# The name that stands under your drafts."
    yield f"name = {_quoted(answers.name)}"
    yield "# Every mail address that is yours. A draft comes from the one that the company wrote to, or from the first."
    yield f"addresses = [{', '.join(map(_quoted, answers.addresses))}]"
    yield '# "A week later" and "nine in the morning" are meant on this clock, and nothing falls due on these public holidays.'
    yield f"timezone = {_quoted(answers.timezone)}"
    yield f"country = {_quoted(answers.country)}"
    yield f"region = {_quoted(answers.region)}" if answers.region else '#region = ""'
    yield "# What stands under a draft instead of the name alone, and what you bring along: a short phrase each."
    yield f"#signature = {_quoted(answers.name)}"
    yield '#highlights = ["ten years of accessible design"]'
    yield ""
    yield "[state]"
    yield "# How many days of older mail the first start reads."
    yield "#lookback_days = 60"
    yield ""
    yield "[digest]"
    yield "# The daily mail to you, into your own inbox."
    yield "#enabled = true"
    yield '#at = "07:30"'
    yield ""
    for number, account in enumerate(answers.accounts):
        if number:
            yield ""
        yield from _mailbox_lines(account, folder)


def with_mailbox(text: str, account: Account, address: str, folder: Path) -> str:
    """The text of a configuration with one more mailbox at its end, and with its address among the user's own where they stand on
    one line, as `config_text` has them."""
    longer = "\n".join([text.rstrip("\n"), "", *_mailbox_lines(account, folder)]) + "\n"
    own = tomllib.loads(text)["profile"]["addresses"]
    if address.casefold() in (each.casefold() for each in own):
        return longer
    changed = _OWN_ADDRESSES.sub(lambda found: f"{found[1]}, {_quoted(address)}]", longer, count=1)
    with contextlib.suppress(tomllib.TOMLDecodeError):
        if tomllib.loads(changed)["profile"]["addresses"] == [*own, address]:
            return changed
    return longer


def _mailbox_lines(account: Account, folder: Path) -> Iterator[str]:
    yield "[[mailbox]]"
    yield "# What it is called in messages and in the digest."
    yield f"name = {_quoted(account.name)}"
    if account.gmail_api:
        yield "# By Google's own interface; the client is yours (docs/gmail.md)."
        yield 'kind = "gmail"'
        yield f"client_file = {_path(account.client_file, folder)}"
        return
    yield 'kind = "imap"'
    yield f"host = {_quoted(account.host)}"
    if account.tls != "implicit":
        yield f"tls = {_quoted(account.tls)}"
    if account.port != (993 if account.tls == "implicit" else 143):
        yield f"port = {account.port}"
    yield f"username = {_quoted(account.username)}"
    if account.by_token:
        yield f"# Signed in with a token; `afterword auth {account.name}` gets a new one."
        yield f"oauth = {_quoted(account.oauth or '')}"
        yield f"client_file = {_path(account.client_file, folder)}"
    elif account.password_file is not None:
        yield f"# The password is in a file that only you may read; `afterword auth {account.name}` puts a new one there."
        yield f"password_file = {_path(account.password_file, folder)}"
    else:
        yield f"# The password is in the system's keyring; `afterword auth {account.name}` puts a new one there."
        yield "keyring = true"
    if account.ca_file is not None:
        yield "# The certificates to trust."
        yield f"ca_file = {_path(account.ca_file, folder)}"
    if account.folders:
        yield "# The folders that are not found by themselves."
        yield f"folders = {{ {', '.join(f'{place.value} = {_quoted(name)}' for place, name in account.folders.items())} }}"


def _quoted(text: str) -> str:
    # a JSON string is a TOML basic string, but for DEL, which no answer may hold
    return json.dumps(text, ensure_ascii=False)


def _path(path: Path | None, folder: Path) -> str:
    if path is None:
        return '""'
    return _quoted(str(path.relative_to(folder) if path.is_relative_to(folder) else path))


def put_down(text: str, accounts: Sequence[Account], file: Path, environ: Mapping[str, str]) -> Path | None:
    """Write the configuration, and the passwords of these accounts to their places. If anything fails or is broken off, all is as
    it was. Raises UserError and ConfigError.

    What is there already is kept beside it as `….old` (`….old.2`, where one of before lies there); that file, or None.
    """
    staged, old = file.with_name(f".{file.name}.new"), _free(file.with_name(f"{file.name}.old"))
    with contextlib.ExitStack() as undo:
        try:
            undo.callback(staged.unlink, missing_ok=True)
            write_private(staged, text)
            config.load(staged, environ, signing_in=True)
            for account in accounts:
                if account.by_token or account.password_is_kept:
                    continue
                if account.password_file is not None:
                    undo.callback(_as_it_was, account.password_file, _content(account.password_file))
                    write_private(account.password_file, f"{account.password}\n")
                else:
                    _into_the_keyring(account, undo)
            replaces = file.exists()
            if replaces:
                shutil.copy2(file, old)
            os.replace(staged, file)
        except OSError as error:
            raise UserError(f"{error.filename or file} cannot be written: {error.strerror}") from None
        undo.pop_all()
    return old if replaces else None


def _free(file: Path) -> Path:
    """That file, or the first of its name with a number that is not there yet."""
    numbered = (file.with_name(f"{file.name}.{number}") for number in count(2))
    return next(name for name in chain((file,), numbered) if not name.exists())


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _as_it_was(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        file.write_bytes(content)


def _into_the_keyring(account: Account, undo: contextlib.ExitStack) -> None:
    try:
        import keyring  # an extra
        from keyring.errors import KeyringError
    except ImportError:
        raise UserError("the keyring needs an extra: pip install 'afterword[keyring]'") from None
    whose = f"{account.username}@{account.host}"

    def as_it_was(before: str | None) -> None:
        with contextlib.suppress(KeyringError):  # it worked a moment ago; what failed before this is what the user is told
            if before is None:
                keyring.delete_password(KEYRING_SERVICE, whose)
            else:
                keyring.set_password(KEYRING_SERVICE, whose, before)

    try:
        undo.callback(as_it_was, keyring.get_password(KEYRING_SERVICE, whose))
        keyring.set_password(KEYRING_SERVICE, whose, account.password)
    except KeyringError as error:
        raise UserError(f"the keyring cannot be used: {error}") from None
