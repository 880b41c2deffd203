"""An example or two of every command, for its help and for the manual page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import click

Example = tuple[str, str]
"""A command line, and what it does; '' where the line says it."""

EXAMPLES: Mapping[str, tuple[Example, ...]] = MappingProxyType(
    {
        "accept": (("afterword accept northwind", "you took their offer"),),
        "auth": (
            ("afterword auth gmail", "sign in with the browser"),
            ("afterword auth gmail --paste", "on a machine without one"),
            ("afterword auth personal", "give a new password"),
        ),
        "backup": (("afterword backup ~/afterword-before-the-holidays.db", "while the service runs"),),
        "classify": (
            ("afterword classify mail.eml", "what one message is"),
            ("afterword classify --json ~/Maildir old.mbox", "all messages of a folder and an mbox, for a script"),
        ),
        "close": (("afterword close northwind", "it led nowhere"),),
        "completion": (
            ('eval "$(afterword completion bash)"', "in ~/.bashrc"),
            ('eval "$(afterword completion zsh)"', "in ~/.zshrc"),
            ("afterword completion fish > ~/.config/fish/completions/afterword.fish", "once, for fish"),
        ),
        "contact": (('afterword contact northwind "Meg Ortiz" meg.ortiz@northwind.example', ""),),
        "correct": (
            ("afterword show northwind", "lists the messages with their ids"),
            ('afterword correct "<123@northwind.example>" rejection', ""),
        ),
        "demo": (("afterword demo /tmp/demo", "then open the digests in it"),),
        "digest": (("afterword digest --preview today.html", "look at it"), ("afterword digest", "deliver it now")),
        "doctor": (("afterword doctor", ""),),
        "expect": (
            ('afterword expect northwind "next Friday"', "they said so on the phone"),
            ("afterword expect northwind 2026-03-06", ""),
        ),
        "export": (
            ("afterword export > everything.json", ""),
            ("afterword export --csv > applications.csv", "for a spreadsheet"),
        ),
        "forget": (("afterword forget northwind", "asks first"),),
        "init": (
            ("afterword init", "asks everything"),
            ("afterword init --add", "one more mailbox"),
            (
                'afterword init --no-input --name "Sam Rivera" --email sam.rivera@gmail.com --password-file ~/app-password',
                "asks nothing",
            ),
        ),
        "interview": (('afterword interview northwind "2026-03-02 14:30" "2026-03-02 15:30"', "agreed on the phone"),),
        "mention": (('afterword mention northwind "your team\'s move to event sourcing"', ""),),
        "move": (
            ('afterword move "<123@northwind.example>" globex', "it belongs to Globex"),
            ('afterword move --new "<123@northwind.example>" "Northwind Labs"', "it is one of its own"),
        ),
        "noshow": (("afterword noshow northwind", "nobody called"),),
        "note": (('afterword note northwind "they pay by the hour"', ""),),
        "pause": (("afterword pause northwind", ""), ("afterword reopen northwind", "later")),
        "reopen": (("afterword reopen northwind", ""),),
        "run": (
            ("afterword run --once --dry-run", "print what would be saved"),
            ("afterword run --once", "one cycle, for cron"),
            ("afterword run", "the service"),
        ),
        "show": (("afterword show northwind", ""), ("afterword show 12", "by the number that `threads` prints")),
        "status": (("afterword status", ""), ("afterword status --json", "for a script")),
        "threads": (("afterword threads", ""), ("afterword threads --json | jq '.[].company'", "for a script")),
    }
)

LONG = 60
"""Behind a longer line there is no room to say what it does."""


def epilog(name: str) -> str:
    """The examples of a command as click prints them below its options."""
    examples = EXAMPLES[name]
    width = max((len(line) for line, what in examples if what and len(line) <= LONG), default=0)
    shown = [f"  {line.ljust(width)}   {what}" if what and len(line) <= LONG else f"  {line}" for line, what in examples]
    return "\b\nExamples:\n" + "\n".join(line.rstrip() for line in shown)


def add_examples(group: click.Group) -> None:
    """Give every command of the group its epilog."""
    for name, command in group.commands.items():
        command.epilog = epilog(name)
