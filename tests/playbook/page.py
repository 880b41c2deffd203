"""What docs/playbook.md shows of the program itself: the states with their changes, found by trying, and its letters.

`python -m tests.playbook.page` (`make golden`) writes both parts anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from classifiers.reading import MessageKind
from daemon.drafting.compose import compose
from daemon.drafting.lint import lint
from daemon.drafting.render import letter_text
from daemon.drafting.samples import LETTERS
from daemon.playbook.history import FollowUpKind, WordKind
from daemon.playbook.standing import ENDED_BY_USER, State
from tests.drafting.cases import SEARCHES
from tests.playbook.builder import Story, at, interviewed

PAGE = Path(__file__).parents[2] / "docs" / "playbook.md"

NOON = "2026-03-20 12:00"
SOON_AFTER = "2026-03-20 12:01"
ENDED = "2026-03-06 09:00"
ONE_CHECK, ANOTHER = "2026-03-10 10:00", "2026-03-12 10:00"

Event = Callable[[Story], Story]


def _checked(story: Story) -> Story:
    return story.mine(ONE_CHECK, follow_up_kind=FollowUpKind.STATUS_CHECK).mine(ANOTHER, follow_up_kind=FollowUpKind.STATUS_CHECK)


BEFORE: Mapping[State, Callable[[], Story]] = {
    State.INTERVIEWED: interviewed,
    State.WAITING: lambda: interviewed().held("2026-03-05 09:00"),
}
"""How it stood before it came to a state that leads back there."""

HISTORIES: Mapping[State, Event] = {
    State.APPLIED: lambda _: Story().theirs("2026-03-02 09:00", MessageKind.APPLICATION_RECEIVED),
    State.INVITED: lambda _: Story().theirs("2026-03-02 09:00", MessageKind.INTERVIEW_INVITATION),
    State.INTERVIEW_SCHEDULED: lambda _: Story().confirmed("2026-03-02 09:00", "2026-03-25T14:00", "2026-03-25T15:00"),
    State.INTERVIEWED: lambda _: BEFORE[State.INTERVIEWED](),
    State.WAITING: lambda _: BEFORE[State.WAITING](),
    State.MOVED_ON: _checked,
    State.REJECTED: lambda before: before.rejected(ENDED),
    State.OFFER: lambda before: before.theirs(ENDED, MessageKind.OFFER),
    State.ACCEPTED: lambda before: before.says(ENDED, WordKind.ACCEPT),
    State.CLOSED: lambda before: before.says(ENDED, WordKind.CLOSE),
    State.WITHDRAWN: lambda before: before.mine(ENDED, follow_up_kind=FollowUpKind.WITHDRAWAL),
}
"""From how it stood before to a history that has come to this state by noon on 20 March."""

IN_WORDS: Mapping[MessageKind, str] = {
    MessageKind.APPLICATION_RECEIVED: "application received",
    MessageKind.OUTREACH: "outreach",
    MessageKind.ASSESSMENT: "assessment",
    MessageKind.INTERVIEW_INVITATION: "invitation",
    MessageKind.INTERVIEW_CANCELLED: "cancellation",
    MessageKind.INTERVIEW_CONFIRMATION: "confirmation",
    MessageKind.HOLDING: "hold",
    MessageKind.REJECTION: "rejection",
    MessageKind.OFFER: "offer",
}


def _arrives(kind: MessageKind) -> Event:
    if kind is MessageKind.INTERVIEW_CONFIRMATION:
        return lambda story: story.confirmed(NOON, "2026-04-20T14:00", "2026-04-20T15:00")
    return lambda story: story.theirs(NOON, kind)


EVENTS: Mapping[str, Event] = {
    **{words: _arrives(kind) for kind, words in IN_WORDS.items()},
    "interview": lambda story: story.says(NOON, WordKind.INTERVIEW, start=at("2026-04-20 14:00")),
    "noshow": lambda story: story.says(NOON, WordKind.NO_SHOW),
    "withdrawal sent": lambda story: story.mine(NOON, follow_up_kind=FollowUpKind.WITHDRAWAL),
    "accept": lambda story: story.says(NOON, WordKind.ACCEPT),
    "close": lambda story: story.says(NOON, WordKind.CLOSE),
    "reopen": lambda story: story.says(NOON, WordKind.REOPEN),
}
"""What can happen at noon: their messages, then what the user does and says."""

UNDER_WAY = tuple(state for state in State if state not in ENDED_BY_USER | {State.REJECTED, State.OFFER})
NOT_ENDED = (*UNDER_WAY, State.REJECTED, State.OFFER)
ANY = tuple(State)
WHERE_IT_STOOD = "before"
GROUPS = {"any": ANY, "not_ended": NOT_ENDED, "under_way": UNDER_WAY}
GROUP_NAMES = {"any": "any state", "not_ended": "any that you did not end", "under_way": "any that is under way"}


def transitions() -> Iterator[tuple[str, str, str]]:
    """(from, what happens, to) for every change of state: from "" for a first message, to `WHERE_IT_STOOD` for a way back."""
    for words, event in EVENTS.items():
        if words in IN_WORDS.values():
            yield "", words, event(Story()).case(SOON_AFTER).standing.state
        for state in State:
            yield from _change(state, words, event, SOON_AFTER)
    for state in State:
        yield from _change(state, "its end", lambda story: story, "2026-03-26 12:00")
    for state in BEFORE:
        yield from _change(state, "a week after the second check", _checked, NOON)


def _change(state: State, words: str, event: Event, when: str) -> Iterator[tuple[str, str, str]]:
    after: dict[State, State] = {}
    for before, history in BEFORE.items():
        began = HISTORIES[state](history()).case(NOON).standing.state
        assert began is state, f"the history for {state} leads to {began}"
        after[before] = event(HISTORIES[state](history())).case(when).standing.state
    outcomes = set(after.values())
    assert len(outcomes) == 1 or all(before is outcome for before, outcome in after.items()), f"{words} in {state}: {after}"
    if outcomes != {state}:
        yield state, words, outcomes.pop() if len(outcomes) == 1 else WHERE_IT_STOOD


def drawing() -> str:
    """The states as a Mermaid diagram; what happens to all of a group alike is drawn once, from a node for the group."""
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, words, target in transitions():
        targets[words, target].add(source)
    arrows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (words, target), sources in targets.items():
        left = set(sources)
        for group, members in GROUPS.items():
            others = {member for member in members if member != target}
            if len(others & left) > 1 and others <= left:
                arrows[group, target].append(words)
                left -= others
                break
        for source in sorted(left, key=lambda name: [*State].index(State(name)) if name else -1):
            arrows[source or "[*]", target].append(words)
    lines = [f'    state "{GROUP_NAMES[group]}" as {group}' for group in GROUPS if any(source == group for source, _ in arrows)]
    lines += [f"    {source} --> {target}: {', '.join(words)}" for (source, target), words in arrows.items()]
    lines.insert(0, f'    state "where it stood before" as {WHERE_IT_STOOD}')
    return "\n".join(["```mermaid", "stateDiagram-v2", *lines, "```"])


def letters() -> str:
    """One letter for each of the important kinds, all of one search."""
    shown = []
    for rule, name in (
        ("T1", "thank-you"),
        ("H1", "answer to a hold"),
        ("S1", "first status check"),
        ("S2", "second and last"),
        ("R1", "thanks for a rejection"),
        ("R2", "keeping in touch"),
    ):
        kind, ordinal, situations = LETTERS[rule]
        facts = replace(SEARCHES[0], kind=kind, rule=rule, ordinal=ordinal, situation=situations[0], seed=f"the page's {rule}")
        letter = compose(facts)
        assert lint(letter, facts) == ()
        shown.append(f"**{rule}, {name}**\n\n```text\n{letter_text(letter)}```")
    return "\n\n".join(shown)


def written_anew(page: str) -> str:
    """The page with both parts as they are now. Raises ValueError where it has no place for one."""
    for part, content in (("states", drawing()), ("letters", letters())):
        begin, end = f"<!-- {part}: made by `make golden` -->\n", f"\n<!-- end of the {part} -->"
        before, found, rest = page.partition(begin)
        _, ended, after = rest.partition(end)
        if not (found and ended):
            raise ValueError(f"{PAGE.name} has no place for the {part}")
        page = before + begin + content + end + after
    return page


if __name__ == "__main__":
    PAGE.write_text(written_anew(PAGE.read_text("utf-8")), "utf-8")
