"""The stage at Gmail: the real client and the real sign-in by a token file, an emulator in the place of Google."""

from __future__ import annotations

import json
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from daemon.mailbox import gmail_calls
from daemon.mailbox.gmail_quota import Pace
from daemon.mailbox.oauth import GMAIL_API_SCOPES, Token, TokenStore
from tests.mailbox.gmail_world import GmailWorld, Hurried, service_at
from tests.mailbox.world import World
from tests.peers.gmail_facade import GmailFacade


class OnGmail:
    """See `tests.timelines.stage.Backend`."""

    def __init__(self, facade: GmailFacade) -> None:
        self._facade = facade
        self._until_closed = ExitStack()
        self._until_closed.enter_context(service_at(facade.address))
        clock = Hurried()
        # the clock of a timeline jumps, so waiting for the quota takes no time either
        self._until_closed.enter_context(mock.patch.object(gmail_calls, "Pace", return_value=Pace(clock, clock.sleep)))
        self._gmail = GmailWorld(facade)
        self.world: World = self._gmail

    def section(self, folder: Path) -> dict[str, Any]:
        client = self._facade.client_config()
        client_file, token_file = folder / "client.json", folder / "token.json"
        client_file.write_text(json.dumps(client))
        now = datetime.now(UTC)
        TokenStore(token_file).save(
            Token(
                access_token=self._gmail.account.token,
                refresh_token=next(iter(self._gmail.account.refresh_tokens)),
                expires_at=now + timedelta(hours=1),
                scopes=GMAIL_API_SCOPES,
                client_id=client["installed"]["client_id"],
                granted_at=now,
                refreshed_at=now,
            )
        )
        return {"name": "personal", "kind": "gmail", "client_file": str(client_file), "token_file": str(token_file)}

    def forget(self, message_id: str) -> None:
        self._gmail.account.delete_draft(self._gmail.draft(message_id)[0])

    def close(self) -> None:
        self._gmail.mailbox.close()
        self._until_closed.close()
