"""FETCH (RFC 9051 §6.4.5), with a shortcut for the two forms that nearly all of its answers have.

imapclient's parser takes an answer apart octet by octet, whatever it may be; a first look at a mailbox has tens of thousands of
them, and each is either literals alone or a size and a date. These are told by a pattern each; whatever else a server says, and
however it says it, goes to imapclient's parser as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from imapclient import IMAPClient
from imapclient.datetime_util import parse_to_datetime
from imapclient.response_parser import parse_fetch_response

_SECTION = rb"(BODY\[[0-9A-Z.]*+\](?:<0>)?) \{\d+\}"
_FIRST_LITERAL = re.compile(rb"\d+ \(UID (\d+) " + _SECTION)
_NEXT_LITERAL = re.compile(b" " + _SECTION)
_SIZE_AND_DATE = re.compile(rb'\d+ \(UID (\d+) RFC822\.SIZE (\d+) INTERNALDATE "([^"\\]+)"\)')

Answers = dict[int, dict[bytes, Any]]
"""What a server told of messages, by UID and by the name of the item in upper case."""


def fetch(client: IMAPClient, uids: Sequence[int], items: Sequence[str]) -> Answers:
    """What FETCH answers for these items; a message that is gone meanwhile is missing. Raises what `IMAPClient.fetch` raises."""
    if not uids:
        return {}
    tag = client._imap._command("UID", "FETCH", ",".join(map(str, uids)), f"({' '.join(items)})")
    outcome, said = client._imap._command_complete("FETCH", tag)
    client._checkok("fetch", outcome, said)
    _, told = client._imap._untagged_response(outcome, said, "FETCH")
    answers = plainly_told(told)
    if answers is None:
        answers = dict(parse_fetch_response(told, client.normalise_times, uid_is_key=True))
    return {uid: answers[uid] for uid in uids if uid in answers}


def plainly_told(told: Sequence[bytes | tuple[bytes, bytes] | None]) -> Answers | None:
    """Answers, as imaplib gives them: lines, and pairs of a line's beginning and the literal that follows. None where one of them
    has another form than the two."""
    answers: Answers = {}
    sections: dict[bytes, Any] | None = None
    for each in told:
        if isinstance(each, tuple):
            line, octets = each
            if sections is None:
                if (found := _FIRST_LITERAL.fullmatch(line)) is None:
                    return None
                sections = answers.setdefault(int(found[1]), {})
                sections[found[2]] = octets
            elif (found := _NEXT_LITERAL.fullmatch(line)) is not None:
                sections[found[1]] = octets
            else:
                return None
        elif sections is not None:
            if each != b")":
                return None
            sections = None
        elif each is not None:
            if (found := _SIZE_AND_DATE.fullmatch(each)) is None:
                return None
            told_of = answers.setdefault(int(found[1]), {})
            told_of[b"RFC822.SIZE"], told_of[b"INTERNALDATE"] = int(found[2]), _date(found[3])
    return answers if sections is None else None


def _date(text: bytes) -> datetime | None:
    """As the server wrote it, in its zone."""
    try:
        date: datetime = parse_to_datetime(text, normalise=False)
    except ValueError:
        return None
    return date
