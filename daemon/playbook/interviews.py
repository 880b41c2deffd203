"""Which interviews stand: the fold of all that was said about appointments, in the order in which it was said.

A message states one appointment; later ones confirm it again, move it, call it off or add a round. The user's own words
(`interview`, `noshow`) win over what was read before them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum

from classifiers.reading import MessageKind, Person
from daemon.playbook.history import Application, PastMessage, UserWord, WordKind
from daemon.playbook.preferences import Preferences

MISSED_LATELY = timedelta(hours=48)


class Fate(StrEnum):
    STANDING = "standing"
    CANCELLED = "cancelled"
    NO_SHOW = "noshow"


@dataclass(frozen=True, slots=True)
class Interview:
    """One appointment as it stands now. Instants in UTC.

    `trigger` identifies it for ever: calendar UID and start, else the Message-ID that first stated this start. `known_at` is
    when that was said. `arranged_by` is the Message-ID of the latest message that arranged it ('' if the user said so).
    """

    start: datetime
    end: datetime
    fate: Fate
    trigger: str
    known_at: datetime
    arranged_by: str
    uid: str = ""
    sequence: int = 0
    confident: bool = True
    people: tuple[Person, ...] = ()

    @property
    def standing(self) -> bool:
        return self.fate is Fate.STANDING

    @property
    def counts_as_thanks_from(self) -> datetime:
        """From when on a message of the user's is the thank-you: half-way through, since interviews end early too."""
        return self.start + (self.end - self.start) / 2

    def ended(self, now: datetime) -> bool:
        return self.standing and self.end <= now


def interviews(application: Application, preferences: Preferences) -> tuple[Interview, ...]:
    """All appointments of the application, the cancelled ones too, by start."""
    known: list[Interview] = []
    everything: list[PastMessage | UserWord] = [*application.messages, *application.words]
    for said in sorted(everything, key=lambda said: said.at):
        if isinstance(said, UserWord):
            known = _after_word(known, said, preferences)
        elif said.incoming:
            known = _after_message(known, said, preferences)
    return tuple(sorted(known, key=lambda interview: interview.start))


def _after_message(known: list[Interview], message: PastMessage, preferences: Preferences) -> list[Interview]:
    if message.kind is MessageKind.INTERVIEW_CANCELLED or (message.interview and message.interview.cancelled):
        return _without(known, _called_off(known, message, preferences.calendar.zone), Fate.CANCELLED)
    if message.kind is not MessageKind.INTERVIEW_CONFIRMATION or message.interview is None:
        return known
    stated = message.interview
    start = _instant(stated.start, preferences.calendar.zone)
    same = next((old for old in known if stated.uid and old.uid == stated.uid), None)
    if same and stated.sequence < same.sequence:
        return known
    again = next((old for old in known if old.start == start and old is not same), None)
    moved = same or again or (_moved(known, message.at) if stated.replaces else None)
    length = moved.end - moved.start if moved else preferences.usual_interview
    end = _instant(stated.end, preferences.calendar.zone) if stated.end else start + length
    restated = moved is not None and moved.start == start and moved.standing
    interview = Interview(
        start=start,
        end=max(end, start),
        fate=Fate.STANDING,
        trigger=moved.trigger if moved and restated else _trigger(stated.uid, start, message.message_id),
        known_at=moved.known_at if moved and restated else message.at,
        arranged_by=message.message_id,
        uid=stated.uid or (moved.uid if moved else ""),
        sequence=stated.sequence,
        confident=message.confident or bool(moved and restated and moved.confident),
        people=merged_people(message.people, moved.people if moved else ()),
    )
    return [old for old in known if old is not moved and old is not again] + [interview]


def _after_word(known: list[Interview], word: UserWord, preferences: Preferences) -> list[Interview]:
    if word.kind is WordKind.NO_SHOW:
        begun = [old for old in known if old.standing and old.start <= word.at]
        return _without(known, max(begun, key=lambda old: old.start, default=None), Fate.NO_SHOW)
    if word.kind is not WordKind.INTERVIEW or word.start is None:
        return known
    day = preferences.calendar.local_date(word.start)
    replaced = [old for old in known if old.standing and preferences.calendar.local_date(old.start) == day]
    replaced = replaced or [old for old in known if old.standing and old.start > word.at][:1]
    length = replaced[0].end - replaced[0].start if replaced else preferences.usual_interview
    return [old for old in known if old not in replaced] + [
        Interview(
            start=word.start,
            end=max(word.end or word.start + length, word.start),
            fate=Fate.STANDING,
            trigger=_trigger("", word.start, f"said {word.start.astimezone(UTC).isoformat()}"),
            known_at=word.at,
            arranged_by=replaced[0].arranged_by if replaced else "",
            uid=replaced[0].uid if replaced else "",
            sequence=replaced[0].sequence if replaced else 0,
            people=replaced[0].people if replaced else (),
        )
    ]


def _called_off(known: list[Interview], message: PastMessage, zone: tzinfo) -> Interview | None:
    """The appointment that a cancellation means: the one with its UID, else with its start, else the next one ahead."""
    stated = message.interview
    if stated and stated.uid:
        by_uid = next((old for old in known if old.uid == stated.uid), None)
        if by_uid:
            return by_uid if stated.sequence >= by_uid.sequence else None
    ahead = [old for old in known if old.standing and old.end > message.at]
    if stated:
        by_start = next((old for old in ahead if old.start == _instant(stated.start, zone)), None)
        if by_start:
            return by_start
    return min(ahead, key=lambda old: old.start, default=None) or _moved(known, message.at)


def _moved(known: list[Interview], at: datetime) -> Interview | None:
    """The appointment that "rescheduled" means: the next one ahead, else one missed in the two days before."""
    standing = [old for old in known if old.standing]
    ahead = [old for old in standing if old.end > at]
    if ahead:
        return min(ahead, key=lambda old: old.start)
    lately = [old for old in standing if at - old.start <= MISSED_LATELY]
    return max(lately, key=lambda old: old.start, default=None)


def _without(known: list[Interview], gone: Interview | None, fate: Fate) -> list[Interview]:
    return [replace(old, fate=fate) if old is gone else old for old in known]


def _trigger(uid: str, start: datetime, message_id: str) -> str:
    return f"{uid} {start.astimezone(UTC).isoformat()}" if uid else message_id


def _instant(stated: datetime, zone: tzinfo) -> datetime:
    return (stated if stated.tzinfo else stated.replace(tzinfo=zone)).astimezone(UTC)


def merged_people(newer: Iterable[Person], older: Iterable[Person]) -> tuple[Person, ...]:
    """One entry a person: the same address, or the same name where one of the two has no address."""
    people: list[Person] = []
    for person in (*newer, *older):
        for index, known in enumerate(people):
            same_email = person.email and person.email.casefold() == known.email.casefold()
            same_name = person.name and person.name.casefold() == known.name.casefold() and not (person.email and known.email)
            if same_email or same_name:
                people[index] = replace(
                    known,
                    name=known.name or person.name,
                    email=known.email or person.email,
                    interviewer=known.interviewer or person.interviewer,
                    title=known.title or person.title,
                    hiring_manager=known.hiring_manager or person.hiring_manager,
                )
                break
        else:
            people.append(person)
    return tuple(people)
