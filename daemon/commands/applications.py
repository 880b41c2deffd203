"""Which application the user means by a part of a company's name."""

from __future__ import annotations

from daemon.errors import UserError
from daemon.playbook.history import Application, History


def meant(history: History, words: str) -> Application:
    """The one application whose company (or "company role") contains these words, or that has a thread of this id.

    A company of exactly this name wins over longer ones. Raises UserError that lists the candidates.
    """
    wanted = " ".join(words.casefold().split())
    by_thread = [a for a in history.hiring if any(message.thread == wanted for message in a.messages)]
    exact = [a for a in history.hiring if (a.company or "").casefold() == wanted]
    partial = [a for a in history.hiring if wanted and wanted in _name(a).casefold()]
    for candidates in (by_thread, exact, partial):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            names = "; ".join(sorted(f"{_name(a)} (thread {_thread(a)})" for a in candidates))
            raise UserError(f"{words!r} may mean {len(candidates)} applications, say more, or a thread's number: {names}")
    known = "; ".join(sorted(_name(a) for a in history.hiring)) or "none is known yet"
    raise UserError(f"no application matches {words!r}; known: {known}")


def _name(application: Application) -> str:
    return " ".join(filter(None, (application.company, application.role))) or "unknown company"


def _thread(application: Application) -> str:
    return application.messages[0].thread if application.messages else "?"
