"""The table of contents of `afterword --help`: every command with what it is for, in the order in which somebody needs them."""

from __future__ import annotations

import click

CONTENTS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "To begin with",
        (
            ("demo", "watch six weeks of an invented search, in seconds"),
            ("init", "set it up: asks, signs in, shows what it found"),
            ("auth", "sign in to a mailbox again, or anew"),
            ("doctor", "check everything, and say how to mend it"),
        ),
    ),
    (
        "Day by day",
        (
            ("run", "the service, or one cycle of it"),
            ("status", "how the running service is"),
            ("threads", "your applications: where they stand, what comes next"),
            ("show", "one application or message: what was read, and why"),
            ("digest", "today's digest, now"),
        ),
    ),
    (
        "Your own word counts",
        (
            ("correct", "a message was read wrong"),
            ("move", "a conversation belongs to another application"),
            ("expect", "when they said they would answer"),
            ("interview", "an interview that was agreed aloud"),
            ("noshow", "an interview that did not take place"),
            ("contact", "somebody whom you met or heard of"),
            ("mention", "a phrase that a draft may quote"),
            ("note", "a private note"),
            ("accept", "you took their offer; the others get a withdrawal"),
            ("close", "make nothing for them any more"),
            ("pause", "make nothing for them for a while"),
            ("reopen", "take them up again"),
        ),
    ),
    (
        "What is kept, and odds and ends",
        (
            ("export", "everything that is known, for other programs"),
            ("backup", "a copy of the database"),
            ("forget", "forget an application"),
            ("classify", "what kind of message a file of mail is"),
            ("completion", "let the tabulator key complete commands"),
        ),
    ),
)


class Contents(click.Group):
    """A group whose help shows its commands so."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        for heading, rows in CONTENTS:
            with formatter.section(heading):
                formatter.write_dl(rows)
