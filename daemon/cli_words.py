"""The commands by which the user says what no mail tells, or what was read wrong. It counts in the next cycle, for ever."""

from __future__ import annotations

from typing import Any

import click

from daemon.cli_frame import State, pass_state
from daemon.errors import UserError
from daemon.playbook.history import UserWord, WordKind


def _of_a_company(kind: WordKind, help_text: str) -> click.Command:
    @click.command(name=kind.value, help=help_text)
    @click.argument("company")
    @pass_state
    def command(state: State, company: str) -> None:
        _say(state, company, kind)

    return command


OF_A_COMPANY = (
    _of_a_company(WordKind.ACCEPT, "You accepted COMPANY's offer: every other open application gets a graceful withdrawal."),
    _of_a_company(WordKind.CLOSE, "Close COMPANY: nothing more is made for it."),
    _of_a_company(WordKind.REOPEN, "Take COMPANY up again after close, pause, accept or a rejection."),
    _of_a_company(WordKind.PAUSE, "Make nothing for COMPANY until `reopen`."),
    _of_a_company(WordKind.NO_SHOW, "The last interview with COMPANY did not take place."),
)


@click.command()
@click.argument("company")
@click.argument("when")
@pass_state
def expect(state: State, company: str, when: str) -> None:
    """They told you when to expect an answer: WHEN is a date (2026-03-06) or words ("next Friday")."""
    from daemon.commands.words import expected_day

    surroundings = state.surroundings
    settings = surroundings.settings()
    day = expected_day(when, surroundings.now, settings.zone, settings.profile.country)
    _say(state, company, WordKind.EXPECT, day=day)


@click.command()
@click.argument("company")
@click.argument("start")
@click.argument("end", required=False)
@pass_state
def interview(state: State, company: str, start: str, end: str | None) -> None:
    """An interview was agreed aloud: START and END like '2026-03-02 14:30', in your time zone."""
    from daemon.commands.words import stated_instant

    zone = state.surroundings.settings().zone
    begins = stated_instant(start, zone)
    ends = stated_instant(end, zone) if end else None
    if ends is not None and ends <= begins:
        raise UserError(f"the interview would end ({end}) before it begins ({start})")
    _say(state, company, WordKind.INTERVIEW, start=begins, end=ends)


@click.command()
@click.argument("company")
@click.argument("name")
@click.argument("address")
@pass_state
def contact(state: State, company: str, name: str, address: str) -> None:
    """Somebody at COMPANY whom you met or heard of."""
    from daemon.commands.words import stated_address

    _say(state, company, WordKind.CONTACT, text=_not_empty(name), email=stated_address(address))


@click.command()
@click.argument("company")
@click.argument("text")
@pass_state
def note(state: State, company: str, text: str) -> None:
    """A private note; it is never quoted in a draft."""
    _say(state, company, WordKind.NOTE, text=_not_empty(text))


@click.command()
@click.argument("company")
@click.argument("phrase")
@pass_state
def mention(state: State, company: str, phrase: str) -> None:
    """A phrase that drafts to COMPANY may quote ("your team's move to event sourcing")."""
    _say(state, company, WordKind.MENTION, text=_not_empty(phrase))


@click.command()
@click.argument("message_id", metavar="MESSAGE-ID")
@click.argument("kind")
@pass_state
def correct(state: State, message_id: str, kind: str) -> None:
    """Say what KIND of message it really is (as `show` lists them with their ids).

    That wins for ever: what followed from the wrong kind is put right in the next cycle, an untouched draft is withdrawn, and
    mail of the same sender and form is read so from now on, unless it says something else outright.

    The kinds: interview_confirmation, holding (a person asks for patience), rejection, interview_invitation, interview_cancelled,
    application_received, assessment, offer, outreach, other (nothing of these).
    """
    from daemon.commands import words

    click.echo(words.correct(state.surroundings, message_id, kind))


@click.command()
@click.option("--new", is_flag=True, help="It is an application of its own, with this company.")
@click.argument("message_id", metavar="MESSAGE-ID")
@click.argument("company")
@pass_state
def move(state: State, new: bool, message_id: str, company: str) -> None:
    """The conversation of that message belongs to COMPANY's application; that wins for ever."""
    from daemon.commands import words

    click.echo(words.move(state.surroundings, message_id, _not_empty(company), new=new))


def _say(state: State, company: str, kind: WordKind, **said: Any) -> None:
    from daemon.commands.words import say

    surroundings = state.surroundings
    click.echo(say(surroundings, company, UserWord(kind, surroundings.now, **said)))


def _not_empty(text: str) -> str:
    if not text.strip():
        raise UserError("the text is empty")
    return text.strip()


def add_to(group: click.Group) -> None:
    for command in (*OF_A_COMPANY, expect, interview, contact, note, mention, correct, move):
        group.add_command(command)
