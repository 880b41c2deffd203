"""Where the client is kept that a sign-in by token needs, and how its text is fetched: from a file or a credential of systemd.

What the text means is for `daemon.mailbox.oauth_client` to say.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from daemon.errors import ConfigError


@dataclass(frozen=True, slots=True)
class ClientPlace:
    """A file, or the name of a credential. `owner` is whose client it is, for messages: "mailbox 'personal'"."""

    owner: str
    file: Path | None
    credential: str | None

    def __str__(self) -> str:
        return str(self.file) if self.file is not None else f"the credential {self.credential}"

    def read(self) -> str:
        """What it holds, now. Raises ConfigError if it cannot be read."""
        path = self.file if self.file is not None else self._of_the_credential()
        try:
            return path.read_text("utf-8")
        except OSError as error:
            raise self._missing(f"{path}: {error.strerror}") from None
        except UnicodeDecodeError:
            raise self._missing(f"{path} is not text in UTF-8") from None

    def _of_the_credential(self) -> Path:
        folder = os.environ.get("CREDENTIALS_DIRECTORY", "")
        if not folder or self.credential is None:
            raise self._missing(f"systemd gave no credentials; is there LoadCredential={self.credential}:… in the unit?")
        return Path(folder) / self.credential

    def _missing(self, reason: str) -> ConfigError:
        return ConfigError(f"{self.owner}: no client to sign in with: {reason}")
