"""The one way into the classifiers: a message in, a verdict and the facts out."""

from __future__ import annotations

from classifiers.facts import extract
from classifiers.reading import Context, Reading
from classifiers.verdict import judge
from daemon.mail.message import Message


def read(message: Message, context: Context | None = None) -> Reading:
    """What a message means. Without a context nothing is known beside the message itself."""
    known = context or Context()
    verdict = judge(message, known)
    return Reading(verdict, extract(message, verdict.kind, known))
