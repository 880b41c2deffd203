"""Where a message lies, so that the user gets there: a link where the mailbox has Gmail's web page, else the folder's name.

A link holds nothing but the account, an id of Google's or a Message-ID, each percent-encoded: no stranger's text leads anywhere
else.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

_GMAIL = "https://mail.google.com/mail/u"
_ID = re.compile(r"[0-9a-f]{8,32}")
_SPOT = re.compile(r"[0-9]+:[0-9]+:(?P<folder>.+)")
"""UIDVALIDITY, UID and folder, as the IMAP back end writes them down."""
_LONGEST_MESSAGE_ID = 400
USUAL_FOLDER = "Drafts"


def gmail_account(*addresses: str) -> str:
    """Which of the user's Google accounts is meant: the first address of Gmail's own, else '0', the one signed in with first."""
    own = (address for address in addresses if address.casefold().rpartition("@")[2] in ("gmail.com", "googlemail.com"))
    return next(own, "0")


def gmail_search(account: str, message_id: str) -> str:
    """The conversation that holds the message with this Message-ID; '' where no link can name it."""
    bare = message_id.strip().removeprefix("<").removesuffix(">")
    if not bare or len(bare) > _LONGEST_MESSAGE_ID:
        return ""
    return f"{_page(account)}#search/{quote(f'rfc822msgid:{bare}', safe='')}"


def draft_link(account: str, handle: str, *, message_id: str, in_reply_to: str) -> str:
    """The conversation in which a draft lies, or the draft itself where it begins one. By Google's ids where the back end knows
    them, else by Message-IDs: that of what it answers, since a draft that was edited has another."""
    ids = _handle(handle)
    if in_reply_to:
        thread = str(ids.get("thread", ""))
        return f"{_page(account)}#all/{thread}" if _ID.fullmatch(thread) else gmail_search(account, in_reply_to)
    draft = str(ids.get("message", ""))
    return f"{_page(account)}#drafts/{draft}" if _ID.fullmatch(draft) else gmail_search(account, message_id)


def folder_name(handle: str) -> str:
    """The folder that a draft was put into, as the user sees it; the usual name where the back end keeps none."""
    spot = _SPOT.fullmatch(str(_handle(handle).get("spot", "")))
    return spot["folder"] if spot else USUAL_FOLDER


def _page(account: str) -> str:
    return f"{_GMAIL}/{quote(account, safe='@')}/"


def _handle(text: str) -> dict[str, object]:
    """What a back end noted of a draft; empty where it is in no form that is known here."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
