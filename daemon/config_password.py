"""Where a password is kept, and how it is fetched: from a file, a credential of systemd, or the system's keyring.

No section of the configuration holds a password itself. It is read at the moment it is needed, so that a changed one counts at
the next sign-in and none lies in memory longer than it must.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from daemon.errors import ConfigError

KEYRING_SERVICE = "afterword"
"""The name under which the system's keyring files our passwords."""


@dataclass(frozen=True, slots=True)
class PasswordPlace:
    """One of the three: a file, the name of a credential, or (where both are None) the keyring's `account`.

    `owner` is whose password it is, for messages: "mailbox 'personal'".
    """

    owner: str
    file: Path | None
    credential: str | None
    account: str

    def read(self) -> str:
        """The password, now. Raises ConfigError if it is not there or cannot be one."""
        if self.file is not None:
            return self._from_file(self.file)
        if self.credential is not None:
            folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
            if not folder:
                raise self._missing(f"systemd gave no credentials; is there LoadCredential={self.credential}:… in the unit?")
            return self._from_file(Path(folder) / self.credential)
        return self._from_keyring()

    def _from_file(self, path: Path) -> str:
        try:
            text = path.read_text("utf-8")
        except OSError as error:
            raise self._missing(f"{path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise self._missing(f"{path} is not text in UTF-8") from None
        password = text.removesuffix("\n").removesuffix("\r")
        if not password:
            raise self._missing(f"{path} is empty")
        if any(character in password for character in "\r\n\0"):
            raise self._missing(f"{path} holds more than one line")
        return password

    def _from_keyring(self) -> str:
        try:
            import keyring  # an extra
            from keyring.errors import KeyringError
        except ImportError:
            raise self._missing("the keyring needs an extra: pip install 'afterword[keyring]'") from None
        try:
            password = keyring.get_password(KEYRING_SERVICE, self.account)
        except KeyringError as error:
            raise self._missing(f"the keyring cannot be used: {error}") from None
        if not password:
            raise self._missing(f"it is not in the keyring yet: keyring set {KEYRING_SERVICE} {self.account}")
        return password

    def _missing(self, reason: str) -> ConfigError:
        return ConfigError(f"{self.owner}: no password: {reason}")
