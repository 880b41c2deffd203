"""What is logged and how: one line an event, no message text, no secrets.

Under systemd each line begins with its priority, which the journal takes off again (sd-daemon(3)).
"""

from __future__ import annotations

import logging
import os
import sys

_PRIORITY = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}
_TALKATIVE = (
    "imapclient",
    "imaplib",
    "apscheduler",
    "mailparser",
    "alembic",
    "googleapiclient",
    "google",
    "google_auth_httplib2",
    "httplib2",
    "oauthlib",
    "urllib3",
)


class _JournalFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        priority = _PRIORITY.get(record.levelno, 6)
        return "\n".join(f"<{priority}>{line}" for line in super().format(record).splitlines())


def set_up(*, verbose: bool = False) -> None:
    """Log to standard error. Libraries are heard only when something is wrong; they would log commands and mail."""
    handler = logging.StreamHandler(sys.stderr)
    if "JOURNAL_STREAM" in os.environ:
        handler.setFormatter(_JournalFormatter("%(message)s"))
    else:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("daemon").setLevel(logging.INFO if verbose else logging.WARNING)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.ERROR)
    logging.getLogger("apscheduler.executors").setLevel(logging.CRITICAL)
